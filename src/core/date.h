/*
 * date.h - the words of dates (src/data/months.tsv), as compiled
 *
 *     u16 start[257]     where the rows begin whose name has this second byte, in the section
 *     rows               u8 kind, u8 number, u8 bytes, the folded name
 *
 * The number is 1 to 12 for a month, 1 (Sunday) to 7 for a weekday, AraDateClock for
 * a part of the day, else 0.
 */
#ifndef ARA_DATE_H
#define ARA_DATE_H

#include <stddef.h>

typedef enum AraDateWord
{
	ARA_D_MONTH,
	ARA_D_WEEKDAY,
	ARA_D_ORDINAL,				/* English ending of the day: st, nd, rd, th */
	ARA_D_FILLER,				/* says nothing about the day: hour, zone, era, preposition */
	ARA_D_HIJRI,				/* month of the Islamic calendar */
	ARA_D_ERA,					/* of the Islamic calendar */
	ARA_D_CLOCK,				/* part of the day: AraDateClock */
	ARA_D_COUNT
} AraDateWord;

typedef enum AraDateClock
{
	ARA_DC_AM = 1,
	ARA_DC_PM,
	ARA_DC_NOON,				/* 11 and 12 are before, 1 to 4 after it */
	ARA_DC_NIGHT,				/* 6 to 11 are before midnight, 12 and 1 to 5 after it */
	ARA_DC_PM_OR_ERA			/* U+0645: behind an hour p.m., else of the Gregorian era */
} AraDateClock;

extern const char *const ara_date_word_names[ARA_D_COUNT];

/* The rows that a folded word of len bytes may be one of, up to *end: each takes 3 + its third byte. */
extern const unsigned char *ara_date_rows(const char *word, size_t len, const unsigned char **end);

#endif
