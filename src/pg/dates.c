/*
 * dates.c - dates in running text as rows
 */
#include "compat.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/tuplestore.h"

#include "../core/datespan.h"
#include "calendar.h"
#include "place.h"

PG_FUNCTION_INFO_V1(arabic_dates);

static int
julian(const AraDate *d)
{
	return date2j(d->year, d->month, d->day);
}

/* First Julian day of a Hijri date, which may leave out day and month. */
static int
hijri_first(HijriCalendar *c, const AraDate *d)
{
	return hijri_to_julian(c, d->year, d->month ? d->month : 1, d->day ? d->day : 1);
}

static int
hijri_last(HijriCalendar *c, const AraDate *d)
{
	if (d->day)
		return hijri_first(c, d);
	if (d->month == 0 || d->month == 12)
		return hijri_to_julian(c, d->year + 1, 1, 1) - 1;
	return hijri_to_julian(c, d->year, d->month + 1, 1) - 1;
}

/* The Hijri year that is meant where none is written. */
static int
hijri_pick(HijriCalendar *c, const AraDateSpan *span, int ref)
{
	int			here = hijri_year(c, ref);
	int			best = here;
	int			y;

	for (y = here - 1; y <= here + 1 && span->pick != ARA_PICK_CURRENT; y++)
	{
		AraDate		d = span->from;
		int			far;
		int			best_far;

		d.year = y;
		far = hijri_first(c, &d) - ref;
		if (span->pick == ARA_PICK_PAST && hijri_last(c, &d) < ref)
			best = y;
		if (span->pick == ARA_PICK_NEXT && far > 0)
			return y;
		d.year = best;
		best_far = hijri_first(c, &d) - ref;
		if (span->pick == ARA_PICK_NEAREST && abs(far) < abs(best_far))
			best = y;
	}
	return best;
}

/* Sets first and last Julian day of a span; returns false if they are not known. */
static bool
julian_days(const AraDateSpan *span, HijriCalendar **calendar, bool have_ref, int ref,
			int *first, int *last)
{
	AraDate		from = span->from;
	AraDate		to = span->to;

	if (!span->hijri)
	{
		if (!span->resolved)
			return false;
		*first = julian(&from);
		*last = julian(&to);
		return true;
	}
	if (from.year == 0 && !have_ref)
		return false;
	if (*calendar == NULL)
		*calendar = hijri_open();
	if (from.year == 0)
	{
		from.year = hijri_pick(*calendar, span, ref);
		to.year = from.year + (to.month < from.month);
	}
	*first = hijri_first(*calendar, &from);
	*last = hijri_last(*calendar, &to);
	return true;
}

/* A span and its days. */
typedef struct Found
{
	AraDateSpan span;
	bool		known;
	int			first;			/* Julian days */
	int			last;
} Found;

/* Where the moon is sighted, months begin up to so many days off Umm al-Qura's. */
#define SIGHTING 2

/* Bytes between the two dates of a pair: 'corresponding to', brackets, a weekday. */
#define MAX_BETWEEN 40

/*
 * Two dates side by side, one in each calendar and nearly the same day by
 * calculation, are that day; the Gregorian one says which.
 */
static void
pair(Found *a, Found *b)
{
	const char *between = a->span.start + a->span.len;
	size_t		len = (size_t) (b->span.start - between);
	Found	   *hijri = a->span.hijri ? a : b;
	Found	   *other = a->span.hijri ? b : a;

	if (a->span.hijri == b->span.hijri || !a->known || !b->known || a->first != a->last || b->first != b->last ||
		abs(a->first - b->first) > SIGHTING || len > MAX_BETWEEN ||
		memchr(between, '\n', len) != NULL || memchr(between, '.', len) != NULL)
		return;
	hijri->first = hijri->last = other->first;
}

/* Reads the next span with its days; returns false at the end. */
static bool
next_found(AraDates *d, Found *f, HijriCalendar **calendar, bool have_ref, int ref)
{
	if (!ara_next_date(d, &f->span))
		return false;
	f->first = f->last = 0;
	f->known = julian_days(&f->span, calendar, have_ref, ref, &f->first, &f->last);
	return true;
}

static void
put_found(ReturnSetInfo *rsinfo, Place *place, const Found *f)
{
	Datum		values[8];
	bool		nulls[8] = {0};

	nulls[3] = nulls[4] = !f->known;
	values[0] = position_datum(place, f->span.start);
	values[1] = length_datum(f->span.start, f->span.len);
	values[2] = PointerGetDatum(cstring_to_text_with_len(f->span.start, (int) f->span.len));
	values[3] = DateADTGetDatum(f->first - POSTGRES_EPOCH_JDATE);
	values[4] = DateADTGetDatum(f->last - POSTGRES_EPOCH_JDATE);
	values[5] = CStringGetTextDatum(f->span.hijri ? "hijri" : "gregorian");
	values[6] = CStringGetTextDatum(ara_date_unit_names[f->span.precision]);
	values[7] = BoolGetDatum(f->span.relative != 0);
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	pfree(DatumGetPointer(values[2]));
	pfree(DatumGetPointer(values[5]));
	pfree(DatumGetPointer(values[6]));
}

/* arabic_dates(text, date): one row a date or range */
Datum
arabic_dates(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	HijriCalendar *calendar = NULL;
	AraDate		ref = {0};
	int			ref_julian = 0;
	bool		have_ref = false;
	Place		place;
	text	   *in;
	AraDates   *d;
	Found		f[2];			/* the one to be put out, and the one behind it */
	bool		more;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	in = PG_GETARG_TEXT_PP(0);
	place.p = VARDATA_ANY(in);
	place.chars = 0;
	if (!PG_ARGISNULL(1) && !DATE_NOT_FINITE(PG_GETARG_DATEADT(1)))
	{
		ref_julian = PG_GETARG_DATEADT(1) + POSTGRES_EPOCH_JDATE;
		j2date(ref_julian, &ref.year, &ref.month, &ref.day);
		/* Hijri years begin in 622; nothing is written of dates outside these */
		have_ref = ref.year >= 1 && ref.year <= 9998;
	}
	d = palloc(sizeof(AraDates));
	ara_dates_init(d, place.p, VARSIZE_ANY_EXHDR(in), have_ref ? &ref : NULL);
	more = next_found(d, &f[0], &calendar, have_ref, ref_julian);
	while (more)
	{
		CHECK_FOR_INTERRUPTS();
		more = next_found(d, &f[1], &calendar, have_ref, ref_julian);
		if (more)
			pair(&f[0], &f[1]);
		put_found(rsinfo, &place, &f[0]);
		f[0] = f[1];
	}
	if (calendar != NULL)
		hijri_close(calendar);
	return (Datum) 0;
}
