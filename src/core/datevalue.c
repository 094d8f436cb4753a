/*
 * datevalue.c - what is written to first and last day, by the reference where needed
 */
#include "dateitem.h"

static const AraDate none = {0, 0, 0};

long
ara_date_days(const AraDate *date)
{
	/* years from March on, so that the leap day is their last */
	long		y = date->year - (date->month <= 2);
	long		era = (y >= 0 ? y : y - 399) / 400;
	long		of_era = y - era * 400;
	long		of_year = (153 * (date->month + (date->month > 2 ? -3 : 9)) + 2) / 5 + date->day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

AraDate
ara_date_of_days(long days)
{
	AraDate		date;
	long		z = days + 719468;
	long		era = (z >= 0 ? z : z - 146096) / 146097;
	long		of_era = z - era * 146097;
	long		y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long		of_year = of_era - (365 * y + y / 4 - y / 100);
	long		m = (5 * of_year + 2) / 153;

	date.day = (int) (of_year - (153 * m + 2) / 5 + 1);
	date.month = (int) (m < 10 ? m + 3 : m - 9);
	date.year = (int) (y + era * 400 + (date.month <= 2));
	return date;
}

static int
month_days(int year, int month)
{
	static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int			leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

static AraDate
date_of(int year, int month, int day)
{
	AraDate		date;

	date.year = year;
	date.month = month;
	date.day = day;
	return date;
}

static void
set(AraDateSpan *span, AraDate from, AraDate to)
{
	span->resolved = from.year >= 1 && to.year <= 9999;
	span->from = span->resolved ? from : none;
	span->to = span->resolved ? to : none;
}

/* months from year 0 on, to year and month */
static AraDate
of_months(int months, int day)
{
	return date_of(months / 12, months % 12 + 1, day);
}

/* The year that is meant where none is written. */
static int
pick_year(const AraDates *d, const AraDateEnd *e)
{
	const AraDate *ref = &d->ref;
	int			here = e->day ? ref->month * 32 + ref->day : ref->month;
	int			there = e->day ? e->month * 32 + e->day : e->month;
	long		best = 0;
	int			year = 0;
	int			y;

	if (e->rel == ARA_REL_PICK)
		return ref->year + (e->delta < 0 ? -(there >= here) : e->delta > 0 ? there <= here : 0);
	for (y = ref->year - 1; y <= ref->year + 1; y++)
	{
		AraDate		date = date_of(y, e->month, e->day ? e->day : 15);
		long		far = ara_date_days(&date) - ara_date_days(ref);

		if (e->day > month_days(y, e->month))
			continue;
		far = far < 0 ? -far : far;
		if (year == 0 || far < best)
		{
			year = y;
			best = far;
		}
	}
	return year ? year : ref->year;
}

static AraDateUnit
precision(const AraDateEnd *e)
{
	return e->day ? ARA_DU_DAY : e->month ? ARA_DU_MONTH : e->season ? ARA_DU_SEASON : ARA_DU_YEAR;
}

int
ara_date_value(const AraDates *d, const AraDateEnd *e, AraDateSpan *span)
{
	int			year = e->year;
	int			month = e->month;

	span->precision = precision(e);
	span->hijri = e->hijri;
	span->relative = year == 0;
	span->from = span->to = none;
	span->resolved = 0;
	if (e->bad || month > 12 || e->day > 31)
		return 0;
	if (e->hijri)
	{
		if (e->day > 30 || e->rel == ARA_REL_YEAR || e->rel == ARA_REL_MONTH)
			return 0;
		span->from = span->to = date_of(year, month, e->day);
		span->pick = year ? ARA_PICK_NONE : e->rel == ARA_REL_NONE ? ARA_PICK_NEAREST :
			e->delta < 0 ? ARA_PICK_PAST : e->delta > 0 ? ARA_PICK_NEXT : ARA_PICK_CURRENT;
		return 1;
	}
	if (month > 0 && e->day > month_days(year ? year : 2000, month))
		return 0;
	if (year == 0)
	{
		if (!d->have_ref)
			return 1;
		if (e->rel == ARA_REL_MONTH)
		{
			AraDate		m = of_months(d->ref.year * 12 + d->ref.month - 1 + e->delta, 1);

			year = m.year;
			month = m.month;
		}
		else
			year = e->rel == ARA_REL_YEAR ? d->ref.year + e->delta : pick_year(d, e);
		if (year < 1 || (e->day && e->day > month_days(year, month)))
			return 1;
	}
	if (e->season)
	{
		AraDate		to = of_months(year * 12 + e->season * 3 + 1, 1);

		to.day = month_days(to.year, to.month);
		set(span, date_of(year, e->season * 3, 1), to);
	}
	else if (month == 0)
		set(span, date_of(year, 1, 1), date_of(year, 12, 31));
	else if (e->day == 0)
		set(span, date_of(year, month, 1), date_of(year, month, month_days(year, month)));
	else
		set(span, date_of(year, month, e->day), date_of(year, month, e->day));
	return 1;
}

int
ara_date_value_range(const AraDates *d, AraDateEnd *a, AraDateEnd *b, AraDateSpan *span)
{
	AraDateSpan	last = *span;

	/* what the first end leaves out, the last one says */
	if (a->month == 0 && a->day)
	{
		a->month = b->month;
		a->hijri = b->hijri;
	}
	if (a->hijri != b->hijri)
		return 0;
	if (a->year == 0 && b->year)
		a->year = b->year - (a->month > b->month);
	if (a->rel == ARA_REL_NONE)
	{
		a->rel = b->rel;
		a->delta = b->delta;
	}
	if (!ara_date_value(d, a, span))
		return 0;
	if (b->year == 0 && span->resolved)
		b->year = span->from.year + (a->month > b->month);
	if (!ara_date_value(d, b, &last))
		return 0;
	span->to = last.to;
	span->resolved = span->resolved && last.resolved;
	if (last.precision < span->precision)
		span->precision = last.precision;
	if (a->hijri)
	{
		long		from = (a->year * 12L + a->month) * 31 + a->day;
		long		to = (b->year * 12L + b->month) * 31 + b->day;

		return a->year == 0 || from < to;
	}
	return !span->resolved || ara_date_days(&span->from) < ara_date_days(&span->to);
}

void
ara_date_value_years(int first, int last, AraDateUnit unit, AraDateSpan *span)
{
	span->precision = unit;
	set(span, date_of(first, 1, 1), date_of(last, 12, 31));
}

void
ara_date_value_unit(const AraDates *d, AraDateUnit unit, int delta, AraDateSpan *span)
{
	AraDate		ref = d->ref;
	AraDate		m;
	long		day;

	span->relative = 1;
	span->precision = unit;
	if (!d->have_ref)
		return;
	day = ara_date_days(&ref);
	switch (unit)
	{
		case ARA_DU_DAY:
			set(span, ara_date_of_days(day + delta), ara_date_of_days(day + delta));
			break;
		case ARA_DU_WEEK:
			/* weeks begin on Monday, as date_trunc has them; 1970-01-01 was a Thursday */
			day = day - ((day + 3) % 7 + 7) % 7 + 7L * delta;
			set(span, ara_date_of_days(day), ara_date_of_days(day + 6));
			break;
		case ARA_DU_MONTH:
			if (ref.year * 12 + ref.month - 1 + delta < 12)
				return;
			m = of_months(ref.year * 12 + ref.month - 1 + delta, 1);
			set(span, m, date_of(m.year, m.month, month_days(m.year, m.month)));
			break;
		case ARA_DU_YEAR:
			ara_date_value_years(ref.year + delta, ref.year + delta, unit, span);
			break;
		case ARA_DU_DECADE:
			m.year = ref.year / 10 * 10 + 10 * delta;
			ara_date_value_years(m.year, m.year + 9, unit, span);
			break;
		case ARA_DU_CENTURY:
			m.year = (ref.year - 1) / 100 * 100 + 1 + 100 * delta;
			ara_date_value_years(m.year, m.year + 99, unit, span);
			break;
		default:
			break;
	}
}

void
ara_date_value_units(const AraDates *d, AraDateUnit unit, int n, int direction, AraDateSpan *span)
{
	static const int months[ARA_DU_COUNT] = {0, 0, 0, 1, 3, 12, 120, 1200};
	AraDate		ref = d->ref;
	AraDate		other;

	span->relative = 1;
	span->precision = unit == ARA_DU_HOUR ? ARA_DU_DAY : unit;
	if (!d->have_ref || n > 1000000)
		return;
	n = direction < 0 ? -n : n;
	if (unit == ARA_DU_HOUR)
		other = ara_date_of_days(ara_date_days(&ref) + (n + (n < 0 ? -23 : 23)) / 24);
	else if (unit <= ARA_DU_WEEK)
		other = ara_date_of_days(ara_date_days(&ref) + (unit == ARA_DU_WEEK ? 7L : 1L) * n);
	else
	{
		long		m = ref.year * 12L + ref.month - 1 + (long) months[unit] * n;

		if (m < 12 || m > 9999 * 12L)
			return;
		other = of_months((int) m, ref.day);
		if (other.day > month_days(other.year, other.month))
			other.day = month_days(other.year, other.month);
	}
	if (n < 0)
		set(span, other, ref);
	else
		set(span, ref, other);
}

void
ara_date_value_weekday(const AraDates *d, int weekday, int has_adjective, int adjective,
					   AraDateSpan *span)
{
	long		ref;
	int			back;

	span->relative = 1;
	span->precision = ARA_DU_DAY;
	if (!d->have_ref)
		return;
	ref = ara_date_days(&d->ref);
	back = (int) (((ref + 4) % 7 + 7) % 7) - (weekday - 1);	/* 1970-01-01 was a Thursday, day 4 */
	back = (back + 7) % 7;
	if (has_adjective && adjective < 0 && back == 0)
		back = 7;
	if (has_adjective && adjective > 0)
		back -= 7;
	if (has_adjective && adjective < -1)
		back += 7;
	if (has_adjective && adjective > 1)
		back -= 7;
	set(span, ara_date_of_days(ref - back), ara_date_of_days(ref - back));
}
