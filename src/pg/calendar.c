/*
 * calendar.c - the Islamic calendar of Umm al-Qura, by ICU
 *
 * The only file of the glue that knows ICU.  Its tables reach from 1300 to
 * 1600; outside, it counts by the civil rule.
 */
#include "compat.h"

#include "utils/memutils.h"

#include <unicode/ucal.h>

#include "calendar.h"

/* ICU takes microseconds a date, and the dates of a text are of few months. */
#define MONTHS 64

struct HijriCalendar
{
	UCalendar  *cal;
	int			month[MONTHS];	/* months from year 0 on, by their last bits; 0: free */
	int			first[MONTHS];	/* Julian day of its first day */
	MemoryContextCallback callback;
};

static void
close_calendar(void *arg)
{
	HijriCalendar *c = (HijriCalendar *) arg;

	if (c->cal != NULL)
		ucal_close(c->cal);
	c->cal = NULL;
}

static void
check(UErrorCode status, const char *what)
{
	if (U_FAILURE(status))
		ereport(ERROR,
				(errcode(ERRCODE_EXTERNAL_ROUTINE_EXCEPTION),
				 errmsg("could not %s the calendar of Umm al-Qura: %s", what, u_errorName(status))));
}

HijriCalendar *
hijri_open(void)
{
	static const UChar utc[] = {'E', 't', 'c', '/', 'U', 'T', 'C', 0};
	UErrorCode	status = U_ZERO_ERROR;
	HijriCalendar *c = palloc0(sizeof(HijriCalendar));

	c->callback.func = close_calendar;
	c->callback.arg = c;
	MemoryContextRegisterResetCallback(CurrentMemoryContext, &c->callback);
	c->cal = ucal_open(utc, -1, "en@calendar=islamic-umalqura", UCAL_DEFAULT, &status);
	check(status, "open");
	return c;
}

void
hijri_close(HijriCalendar *c)
{
	close_calendar(c);
}

int
hijri_to_julian(HijriCalendar *c, int year, int month, int day)
{
	UErrorCode	status = U_ZERO_ERROR;
	int			which = year * 12 + month;
	int			slot = (unsigned) which % MONTHS;

	if (c->month[slot] != which)
	{
		ucal_clear(c->cal);
		ucal_setDate(c->cal, year, month - 1, 1, &status);
		c->first[slot] = ucal_get(c->cal, UCAL_JULIAN_DAY, &status);
		check(status, "read");
		c->month[slot] = which;
	}
	return c->first[slot] + day - 1;
}

int
hijri_year(HijriCalendar *c, int julian)
{
	/* Julian day 2440588 is 1970-01-01 */
	UErrorCode	status = U_ZERO_ERROR;
	int			year;

	ucal_setMillis(c->cal, (julian - 2440588) * 86400000.0, &status);
	year = ucal_get(c->cal, UCAL_YEAR, &status);
	check(status, "read");
	return year;
}
