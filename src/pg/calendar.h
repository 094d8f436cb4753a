/*
 * calendar.h - the Islamic calendar of Umm al-Qura, by ICU (calendar.c)
 */
#ifndef ARABIC_FTS_CALENDAR_H
#define ARABIC_FTS_CALENDAR_H

typedef struct HijriCalendar HijriCalendar;

/* Closed with the current memory context, also on error, if hijri_close is not called before. */
extern HijriCalendar *hijri_open(void);
extern void hijri_close(HijriCalendar *c);

/* Julian day of a date; the 30th of a month of 29 days is the day after it. */
extern int	hijri_to_julian(HijriCalendar *c, int year, int month, int day);

/* The year in which a Julian day is. */
extern int	hijri_year(HijriCalendar *c, int julian);

#endif
