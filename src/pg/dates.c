/*
 * dates.c - dates in running text as rows
 */
#include "compat.h"

#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/tuplestore.h"

#include "../core/datespan.h"
#include "calendar.h"

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

/* arabic_dates(text, date): one row a date or range */
Datum
arabic_dates(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	HijriCalendar *calendar = NULL;
	AraDate		ref = {0};
	int			ref_julian = 0;
	bool		have_ref = false;
	int			start = 1;		/* in characters, of pos */
	const char *pos;
	text	   *in;
	AraDates   *d;
	AraDateSpan span;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	in = PG_GETARG_TEXT_PP(0);
	pos = VARDATA_ANY(in);
	if (!PG_ARGISNULL(1) && !DATE_NOT_FINITE(PG_GETARG_DATEADT(1)))
	{
		ref_julian = PG_GETARG_DATEADT(1) + POSTGRES_EPOCH_JDATE;
		j2date(ref_julian, &ref.year, &ref.month, &ref.day);
		/* Hijri years begin in 622; nothing is written of dates outside these */
		have_ref = ref.year >= 1 && ref.year <= 9998;
	}
	d = palloc(sizeof(AraDates));
	ara_dates_init(d, pos, VARSIZE_ANY_EXHDR(in), have_ref ? &ref : NULL);
	while (ara_next_date(d, &span))
	{
		Datum		values[8];
		bool		nulls[8] = {0};
		int			first = 0;
		int			last = 0;
		int			length = pg_mbstrlen_with_len(span.start, (int) span.len);

		CHECK_FOR_INTERRUPTS();
		start += pg_mbstrlen_with_len(pos, (int) (span.start - pos));
		pos = span.start;
		nulls[3] = nulls[4] = !julian_days(&span, &calendar, have_ref, ref_julian, &first, &last);
		values[0] = Int32GetDatum(start);
		values[1] = Int32GetDatum(length);
		values[2] = PointerGetDatum(cstring_to_text_with_len(span.start, (int) span.len));
		values[3] = DateADTGetDatum(first - POSTGRES_EPOCH_JDATE);
		values[4] = DateADTGetDatum(last - POSTGRES_EPOCH_JDATE);
		values[5] = CStringGetTextDatum(span.hijri ? "hijri" : "gregorian");
		values[6] = CStringGetTextDatum(ara_date_unit_names[span.precision]);
		values[7] = BoolGetDatum(span.relative != 0);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(DatumGetPointer(values[2]));
		pfree(DatumGetPointer(values[5]));
		pfree(DatumGetPointer(values[6]));
	}
	if (calendar != NULL)
		hijri_close(calendar);
	return (Datum) 0;
}
