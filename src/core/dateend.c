/*
 * dateend.c - one date as written, which may be an end of a range
 *
 *     28 September/Aylul 2023    the 2nd of next month    September 28, 2023    28 / 9 / 2023
 *     the year 2022    summer 2023    May of last year
 *
 * An end (AraDateEnd) marked bad has the shape of a date and is none, 31
 * February: it is passed over whole, so that 'February' in it is not found
 * either.
 */
#include "dateend.h"

/* A month, alone or with its name of another country behind a slash, in parentheses, or beside it. */
static int
month_at(const AraDates *d, int i, AraDateEnd *e, int *pair)
{
	const AraDateItem *it = item(d, i);
	int			r = role(d, i);
	int			k;
	int			j = i + 1;

	*pair = 0;
	if (r != ARA_DR_MONTH && r != ARA_DR_HIJRI)
		return 0;
	e->month = it->value;
	e->hijri = r == ARA_DR_HIJRI;
	k = kind(d, j);
	if (k == ARA_DI_SLASH || k == ARA_DI_HYPHEN || k == ARA_DI_OPEN)
		j++;
	if (role(d, j) != r || item(d, j)->value != it->value)
		return 1;
	*pair = 1;
	return j + 1 + (k == ARA_DI_OPEN && kind(d, j + 1) == ARA_DI_CLOSE) - i;
}

int
ara_date_year_number(const AraDates *d, int i, AraDateEnd *e, int called_year)
{
	const AraDateItem *it = item(d, i);
	int			era = role(d, i + 1);
	int			n = 1;

	if (it->kind != ARA_DI_NUMBER || it->digits < 3 || (it->flags & ARA_DI_ENGLISH))
		return 0;
	if (era == ARA_DR_BEFORE_ERA)
	{
		e->bad = 1;
		return 2;
	}
	if (era == ARA_DR_ERA)
	{
		n = 2;
		called_year = 1;
		if (e->month && item(d, i + 1)->value != e->hijri)
			e->bad = 1;
		e->hijri = item(d, i + 1)->value;
	}
	if (e->hijri ? it->value >= 1 && it->value <= 1600 :
		it->digits == 4 && it->value >= 1000 && it->value <= 2999)
	{
		e->year = it->value;
		return n;
	}
	if (!called_year && !(e->hijri && it->digits > 3))
		return 0;
	e->bad = 1;
	return n;
}

/* The year behind a month: 2023, of the year 2023, of last year. */
static int
year_at(const AraDates *d, int i, AraDateEnd *e)
{
	int			j = i;
	int			n;
	int			of = 0;

	if (kind(d, j) == ARA_DI_COMMA && is_number(d, j + 1, 4, 4))
		j++;
	if (role(d, j) == ARA_DR_OF)
	{
		of = 1;
		j++;
	}
	if (is_unit(d, j, ARA_DR_UNIT, ARA_DU_YEAR) || is_unit(d, j, ARA_DR_UNIT_DEF, ARA_DU_YEAR))
	{
		n = ara_date_year_number(d, j + 1, e, 1);
		if (n)
			return j + 1 + n - i;
		if (role(d, j) == ARA_DR_UNIT_DEF && role(d, j + 1) == ARA_DR_ADJECTIVE && e->month)
		{
			e->rel = ARA_REL_YEAR;
			e->delta = item(d, j + 1)->value;
			return j + 2 - i;
		}
		return 0;
	}
	if (of && role(d, j) == ARA_DR_THIS && is_unit(d, j + 1, ARA_DR_UNIT_DEF, ARA_DU_YEAR))
	{
		e->rel = ARA_REL_YEAR;
		e->delta = 0;
		return j + 2 - i;
	}
	n = ara_date_year_number(d, j, e, 0);
	return n ? j + n - i : 0;
}

/* What says the year behind a month: a year, or an adjective. */
static int
which_year(const AraDates *d, int i, AraDateEnd *e)
{
	int			n = year_at(d, i, e);

	if (n == 0 && role(d, i) == ARA_DR_ADJECTIVE)
	{
		e->rel = ARA_REL_PICK;
		e->delta = item(d, i)->value;
		n = 1;
	}
	return n;
}

/* The number of a day; in words, when 'of' follows. */
static int
day_at(const AraDates *d, int i, AraDateEnd *e)
{
	const AraDateItem *next = item(d, i + 1);
	int			r = role(d, i);
	int			n = 1;

	if (is_number(d, i, 1, 2))
	{
		e->day = item(d, i)->value;
		if (e->day < 1 || e->day > 31)
		{
			e->bad = 1;
			e->day = 1;
		}
		return 1;
	}
	if (r != ARA_DR_ORDINAL && r != ARA_DR_NUMBER)
		return 0;
	e->day = item(d, i)->value;
	if (r == ARA_DR_NUMBER && e->day != 20 && e->day != 30)
		return 0;
	if (r == ARA_DR_ORDINAL && role(d, i + 1) == ARA_DR_NUMBER &&
		(next->value == 10 ||
		 ((next->flags & ARA_DI_AND) && (next->value == 20 || next->value == 30))))
	{
		e->day += next->value;
		n = 2;
	}
	return e->day <= 31 && role(d, i + n) == ARA_DR_OF ? n : 0;
}

/* Whether what stands before item i makes a month without day and year a date. */
static int
month_expected(const AraDates *d, int i, int opened)
{
	int			r = role(d, i - 1);

	return opened || r == ARA_DR_IN || r == ARA_DR_AGO;
}

/* A date that begins with its day. */
static int
day_first(const AraDates *d, int i, AraDateEnd *e)
{
	int			n = day_at(d, i, e);
	int			j = i + n;
	int			m;
	int			pair;

	if (n == 0)
		return 0;
	if (kind(d, j) == ARA_DI_COMMA && (item(d, i)->flags & ARA_DI_ENGLISH))
		j++;
	if (role(d, j) == ARA_DR_OF)
		j++;
	if ((is_unit(d, j, ARA_DR_UNIT_DEF, ARA_DU_MONTH)) && role(d, j + 1) == ARA_DR_ADJECTIVE &&
		j > i + n)
	{
		e->rel = ARA_REL_MONTH;
		e->delta = item(d, j + 1)->value;
		e->month = 1;
		return j + 2 - i;
	}
	m = is_unit(d, j, ARA_DR_UNIT, ARA_DU_MONTH);
	j += m;
	n = month_at(d, j, e, &pair);
	if (n == 0)
		return 0;
	j += n;
	n = which_year(d, j, e);
	/* a goal less score is written like the second month */
	if (n == 0 && e->hijri && (item(d, j - 1)->flags & ARA_DF_WEAK) && !m && e->month == 2)
		return 0;
	return j + n - i;
}

/* A date that begins with its month: what only looks like a month needs company. */
static int
month_first(const AraDates *d, int i, AraDateEnd *e, int opened)
{
	int			m = is_unit(d, i, ARA_DR_UNIT, ARA_DU_MONTH);
	int			weak = item(d, i + m)->flags & ARA_DF_WEAK;
	int			pair;
	int			n = month_at(d, i + m, e, &pair);
	int			j = i + m + n;

	if (n == 0)
		return 0;
	if (is_number(d, j, 1, 2) && is_number(d, j + 1 + (kind(d, j + 1) == ARA_DI_COMMA), 4, 4))
	{
		/* September 28, 2023 */
		day_at(d, j, e);
		j += 1 + (kind(d, j + 1) == ARA_DI_COMMA);
		return j + ara_date_year_number(d, j, e, 0) - i;
	}
	n = which_year(d, j, e);
	if (n > 0)
		return j + n - i;
	if (m || pair || (!weak && month_expected(d, i, opened)))
		return j - i;
	return 0;
}

/* A year that is called so, or a season of one. */
static int
year_first(const AraDates *d, int i, AraDateEnd *e)
{
	int			r = role(d, i);
	int			n;

	if (r == ARA_DR_SEASON)
	{
		n = year_at(d, i + 1, e);
		if (e->year == 0 || e->hijri)
			return 0;
		e->season = item(d, i)->value;
		return 1 + n;
	}
	if (item(d, i)->value == ARA_DU_YEAR && r >= ARA_DR_UNIT && r <= ARA_DR_UNIT_PLURAL_DEF)
	{
		n = ara_date_year_number(d, i + 1, e,
								 is_number(d, i + 1, 5, 6) || role(d, i + 2) == ARA_DR_ERA);
		return n ? n + 1 : 0;
	}
	/* 1445 with the sign of the era needs no other word */
	if (is_number(d, i, 4, 4) && role(d, i + 1) == ARA_DR_ERA && item(d, i + 1)->value == 1)
		return ara_date_year_number(d, i, e, 1);
	return 0;
}

/* 28 / 9 / 2023: with space around the signs it is no one item. */
static int
spaced_digits(const AraDates *d, int i, AraDateEnd *e)
{
	if (!is_number(d, i, 1, 2) || kind(d, i + 1) != ARA_DI_SLASH || !is_number(d, i + 2, 1, 2) ||
		kind(d, i + 3) != ARA_DI_SLASH || !is_number(d, i + 4, 4, 4) ||
		kind(d, i - 1) == ARA_DI_SLASH || kind(d, i + 5) == ARA_DI_SLASH)
		return 0;
	e->day = item(d, i)->value;
	e->month = item(d, i + 2)->value;
	e->year = item(d, i + 4)->value;
	return 5;
}

int
ara_date_end_at(const AraDates *d, int i, AraDateEnd *e, int loose)
{
	static const AraDateEnd empty;
	const AraDateItem *it = item(d, i);
	int			n;

	*e = empty;
	if (it->kind == ARA_DI_OTHER)
		return 0;
	n = spaced_digits(d, i, e);
	if (it->kind == ARA_DI_NUMERIC)
	{
		n = 1;
		e->day = it->date.day;
		e->month = it->date.month;
		e->year = it->date.year;
	}
	if (n > 0)
	{
		/* what Saudi papers write in digits without the era's sign */
		e->hijri = e->year >= 1300 && e->year < 1500;
		if (role(d, i + n) == ARA_DR_ERA)
			e->hijri = item(d, i + n++)->value;
		e->bad = e->day == 0 || e->month == 0 || e->year == 0 || (e->hijri && e->year > 1600);
		return n;
	}
	n = day_first(d, i, e);
	if (n > 0)
		return n;
	*e = empty;
	n = month_first(d, i, e, loose);
	if (n > 0)
		return n;
	*e = empty;
	n = year_first(d, i, e);
	if (n > 0)
		return n;
	*e = empty;
	if (!loose || it->kind != ARA_DI_NUMBER)
		return 0;
	if (it->digits == 4 && it->value >= 1000 && it->value <= 2999)
		e->year = it->value;
	else if (it->digits <= 2 && it->value >= 1 && it->value <= 31)
		e->day = it->value;
	else
		return 0;
	return 1;
}
