/*
 * datespan.c - dates in running text: what may follow what
 *
 *     28 September/Aylul 2023    the 2nd of next month    the year 2022    summer 2023
 *     3-5 May    between 3 and 5 May 2024    from 2010 to 2015
 *     today, Thursday    next Friday    last week    the last three days    two days ago
 *
 * Each reader below looks at the items from number i on and returns how many
 * of them it has read, or 0.  An end (AraDateEnd) marked bad has the shape of
 * a date and is none, 31 February: it is passed over whole, so that
 * 'February' in it is not found either.
 */
#include "chartab.h"
#include "dateitem.h"
#include "utf8.h"

/* Between these, two numbers that nothing calls years may be a range of them. */
#define FIRST_BARE_YEAR 1850
#define LAST_BARE_YEAR 2060

static const AraDateItem *
item(const AraDates *d, int i)
{
	static const AraDateItem nothing;

	return i >= 0 && i < d->n ? &d->items[i] : &nothing;
}

static int
kind(const AraDates *d, int i)
{
	return item(d, i)->kind;
}

static int
role(const AraDates *d, int i)
{
	const AraDateItem *it = item(d, i);

	return it->kind == ARA_DI_WORD ? it->role : ARA_DR_NONE;
}

static int
is_unit(const AraDates *d, int i, int r, AraDateUnit unit)
{
	return role(d, i) == r && item(d, i)->value == (int) unit;
}

static int
is_number(const AraDates *d, int i, int min_digits, int max_digits)
{
	const AraDateItem *it = item(d, i);

	return it->kind == ARA_DI_NUMBER && it->digits >= min_digits && it->digits <= max_digits;
}

/* ---- the parts of one date ---- */

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

/* A number as a year, with its era.  One that no year can be, but is called so, makes the end bad. */
static int
year_number(const AraDates *d, int i, AraDateEnd *e, int called_year)
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
		n = year_number(d, j + 1, e, 1);
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
	n = year_number(d, j, e, 0);
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
		return j + year_number(d, j, e, 0) - i;
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
		n = year_number(d, i + 1, e, is_number(d, i + 1, 5, 6) || role(d, i + 2) == ARA_DR_ERA);
		return n ? n + 1 : 0;
	}
	/* 1445 with the sign of the era needs no other word */
	if (is_number(d, i, 4, 4) && role(d, i + 1) == ARA_DR_ERA && item(d, i + 1)->value == 1)
		return year_number(d, i, e, 1);
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

/* One date as written.  loose: inside a range, where a number alone is a day or a year. */
static int
end_at(const AraDates *d, int i, AraDateEnd *e, int loose)
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

/* ---- ranges ---- */

/* Do the two ends make one range?  The second is complete, or as complete as the first. */
static int
matching_ends(const AraDateEnd *a, const AraDateEnd *b)
{
	if (a->bad || b->bad || a->season || b->season)
		return 0;
	if (a->day && !b->day)
		return 0;
	if (b->month == 0)
		return b->year && a->year && !a->month && !b->day && a->year < b->year;
	return a->month || a->day;
}

/* Two ends; the first item of the range is *from. */
static int
range_at(const AraDates *d, int i, int *from, AraDateSpan *span)
{
	AraDateEnd	a;
	AraDateEnd	b;
	int			opener = role(d, i);
	int			opened = opener == ARA_DR_OF || opener == ARA_DR_BETWEEN;
	int			j = i + opened;
	int			n = end_at(d, j, &a, 1);
	int			bare;
	int			slash;

	if (n == 0 || a.rel != ARA_REL_NONE || (!opened && a.year && n == 1 && kind(d, j) == ARA_DI_NUMBER))
		return 0;
	*from = j;
	bare = n == 1 && a.year && !a.month && kind(d, j) == ARA_DI_NUMBER;
	j += n;
	slash = kind(d, j) == ARA_DI_SLASH;
	if (kind(d, j) == ARA_DI_HYPHEN || role(d, j) == ARA_DR_TO || slash ||
		(opener == ARA_DR_BETWEEN && role(d, j) == ARA_DR_AND))
		j++;
	else if (opener != ARA_DR_BETWEEN || !(item(d, j)->flags & ARA_DI_AND) ||
			 kind(d, j) != ARA_DI_WORD)
		return 0;
	n = end_at(d, j, &b, 1);
	if (n == 0 || !matching_ends(&a, &b))
		return 0;
	/* a slash joins the two years of a season, and nothing else */
	if (slash && (a.month || a.day || b.year != a.year + 1))
		return 0;
	/* between 1500 and 2000 of anything; of these, years are the likelier */
	if (bare && (a.year < FIRST_BARE_YEAR || b.year > LAST_BARE_YEAR))
		return 0;
	if (!ara_date_value_range(d, &a, &b, span))
		return 0;
	return j + n - i;
}

/* ---- days by name ---- */

static int
is_today(const AraDates *d, int i)
{
	return role(d, i) == ARA_DR_DAY && item(d, i)->value == 0;
}

/* today; yesterday, Wednesday; Friday; next Friday; Thursday, 28 September */
static int
named_day(const AraDates *d, int i, AraDateSpan *span)
{
	AraDateEnd	e;
	int			j = i;
	int			has_day = 0;
	int			delta = 0;
	int			weekday = 0;
	int			has_adjective = 0;
	int			k;
	int			n;

	if (role(d, j) == ARA_DR_THIS)
		j++;
	if (is_unit(d, j, ARA_DR_UNIT, ARA_DU_DAY))
		j++;
	if (role(d, j) == ARA_DR_DAY)
	{
		has_day = 1;
		delta = item(d, j)->value;
		if (is_today(d, j) && (role(d, j - 1) == ARA_DR_NOT_TODAY_BEFORE ||
							   role(d, j + 1) == ARA_DR_NOT_TODAY_AFTER ||
							   role(d, j + 1) == ARA_DR_ORDINAL || role(d, j + 1) == ARA_DR_AGO))
			return 0;
		j++;
	}
	n = has_day && (kind(d, j) == ARA_DI_COMMA || kind(d, j) == ARA_DI_OPEN);
	k = has_day && kind(d, j) == ARA_DI_OPEN;
	if (role(d, j + n) == ARA_DR_WEEKDAY &&
		(!(item(d, j + n)->flags & ARA_DI_AND) || !has_day))
	{
		weekday = item(d, j + n)->value;
		j += n + 1;
		if (k && kind(d, j) == ARA_DI_CLOSE)
			j++;
	}
	if (!has_day && !weekday)
		return 0;
	if (weekday && !has_day && role(d, j) == ARA_DR_ADJECTIVE)
	{
		has_adjective = 1;
		delta = item(d, j)->value;
		j++;
	}
	/* the date that the day is */
	k = kind(d, j);
	n = k == ARA_DI_COMMA || k == ARA_DI_OPEN || role(d, j) == ARA_DR_SAME;
	if (role(d, j + n) == ARA_DR_SAME)
		n++;
	if (!has_adjective && kind(d, j + n) != ARA_DI_OTHER)
	{
		int			m = end_at(d, j + n, &e, 0);

		if (m > 0 && e.day && !e.bad && (n == 0 || e.rel == ARA_REL_NONE) && ara_date_value(d, &e, span))
		{
			j += n + m;
			return j + (k == ARA_DI_OPEN && kind(d, j) == ARA_DI_CLOSE) - i;
		}
	}
	if (weekday)
		ara_date_value_weekday(d, weekday, has_adjective || delta, delta < 0 && has_day ? 0 : delta, span);
	else
		ara_date_value_unit(d, ARA_DU_DAY, delta, span);
	return j - i;
}

/* ---- units from the reference ---- */

/* A number of units in digits or words. */
static int
count_at(const AraDates *d, int i, int *count)
{
	if (!is_number(d, i, 1, 4) && role(d, i) != ARA_DR_NUMBER)
		return 0;
	*count = item(d, i)->value;
	return *count > 0;
}

/* this week; last month; the last two years; the last three days; the last 24 hours */
static int
definite_unit(const AraDates *d, int i, AraDateSpan *span)
{
	int			demonstrative = role(d, i) == ARA_DR_THIS;
	int			j = i + demonstrative;
	int			r = role(d, j);
	int			unit = item(d, j)->value;
	int			count = 0;
	int			n;

	if (unit == ARA_DU_YEAR && role(d, j - 1) == ARA_DR_NOT_YEAR_BEFORE)
		return 0;
	if (r == ARA_DR_UNIT_DEF && unit != ARA_DU_HOUR)
	{
		n = role(d, j + 1) == ARA_DR_ADJECTIVE;
		if (!n && !demonstrative)
			return 0;
		ara_date_value_unit(d, (AraDateUnit) unit, n ? item(d, j + 1)->value : 0, span);
		return j + 1 + n - i;
	}
	if (demonstrative)
		return 0;
	if (r == ARA_DR_UNIT_DUAL_DEF)
	{
		count = 2;
		j++;
	}
	else if (r == ARA_DR_UNIT_PLURAL_DEF)
	{
		j++;
		j += role(d, j) == ARA_DR_ARTICLE;
		j += count_at(d, j, &count);
	}
	else
	{
		/* the last 24 hours, the number first */
		n = r == ARA_DR_ARTICLE;
		j += n;
		j += count_at(d, j, &count);
		if ((!n && role(d, i) != ARA_DR_NUMBER) || count == 0 ||
			(role(d, j) != ARA_DR_UNIT && role(d, j) != ARA_DR_UNIT_PLURAL))
			return 0;
		unit = item(d, j++)->value;
	}
	if (count == 0 || role(d, j) != ARA_DR_ADJECTIVE || item(d, j)->value == 0)
		return 0;
	ara_date_value_units(d, (AraDateUnit) unit, count, item(d, j)->value, span);
	return j + 1 - i;
}

/* two days ago; in (after) three weeks */
static int
counted_units(const AraDates *d, int i, AraDateSpan *span)
{
	int			direction = item(d, i)->value;
	int			count = 1;
	int			j = i + 1;
	int			counted = count_at(d, j, &count);
	int			unit;
	int			r;

	j += counted;
	r = role(d, j);
	unit = item(d, j)->value;
	/* "day after day" */
	if (role(d, i - 1) == ARA_DR_UNIT && !counted)
		return 0;
	if (r == ARA_DR_UNIT_DUAL && !counted)
		count = 2;
	else if (r != ARA_DR_UNIT && !(r == ARA_DR_UNIT_PLURAL && counted))
		return 0;
	j++;
	if (unit == ARA_DU_HOUR || count > 9999)
		return 0;
	if (kind(d, j) == ARA_DI_NUMBER || role(d, j) == ARA_DR_MONTH || role(d, j) == ARA_DR_HIJRI ||
		role(d, j) == ARA_DR_WEEKDAY || role(d, j) == ARA_DR_ORDINAL || role(d, j) == ARA_DR_ANCHORED ||
		role(d, j) == ARA_DR_OF)
		return 0;
	ara_date_value_unit(d, (AraDateUnit) unit, direction * count, span);
	return j - i;
}

/* The century's number, in words: the 20th, the 21st. */
static int
century_at(const AraDates *d, int i, int *century)
{
	const AraDateItem *next = item(d, i + 1);

	*century = item(d, i)->value;
	if (role(d, i) == ARA_DR_NUMBER && *century == 20)
		return 1;
	if (role(d, i) != ARA_DR_ORDINAL)
		return 0;
	if (role(d, i + 1) == ARA_DR_NUMBER &&
		(next->value == 10 || (next->value == 20 && (next->flags & ARA_DI_AND))))
	{
		*century += next->value;
		return 2;
	}
	return 1;
}

/* the 19th century; the nineties of the last century */
static int
long_unit(const AraDates *d, int i, AraDateSpan *span)
{
	int			decade = role(d, i) == ARA_DR_DECADE ? item(d, i)->value : -1;
	int			j = i + (decade >= 0);
	int			century;
	int			n;
	int			r;

	if (!is_unit(d, j, ARA_DR_UNIT_DEF, ARA_DU_CENTURY))
		return 0;
	j++;
	n = century_at(d, j, &century);
	if (n > 0)
	{
		r = role(d, j + n);
		/* of another era */
		if (r == ARA_DR_BEFORE_ERA || (r == ARA_DR_ERA && item(d, j + n)->value == 1) || century > 30)
			return 0;
		n += r == ARA_DR_ERA;
		if (decade >= 0)
			ara_date_value_years(century * 100 - 100 + decade, century * 100 - 91 + decade,
								 ARA_DU_DECADE, span);
		else
			ara_date_value_years(century * 100 - 99, century * 100, ARA_DU_CENTURY, span);
		return j + n - i;
	}
	if (decade < 0 || role(d, j) != ARA_DR_ADJECTIVE)
		return 0;
	span->relative = 1;
	span->precision = ARA_DU_DECADE;
	if (d->have_ref)
	{
		n = (d->ref.year - 1) / 100 * 100 + item(d, j)->value * 100 + decade;
		ara_date_value_years(n, n + 9, ARA_DU_DECADE, span);
	}
	return j + 1 - i;
}

/* ---- the text ---- */

/*
 * Reads at the window's position; returns how many items to pass.  A date, if
 * found, is the items from *first up to *last; else these are the same.
 */
static int
read_at(AraDates *d, int *first, int *last, AraDateSpan *span)
{
	static const AraDateSpan empty;
	AraDateEnd	e;
	int			i = d->pos;
	int			n = 0;

	*first = i;
	*last = i;
	*span = empty;
	if (d->years && is_number(d, i, 4, 4))
	{
		/* the years 2019, 2020 and 2021 */
		e = (AraDateEnd) {0};
		n = year_number(d, i, &e, 0);
		if (n > 0 && ara_date_value(d, &e, span))
		{
			*last = i + n;
			return n;
		}
	}
	if (d->years && kind(d, i) != ARA_DI_COMMA && role(d, i) != ARA_DR_AND)
		d->years = 0;
	n = range_at(d, i, first, span);
	if (n > 0)
	{
		*last = i + n;
		return n;
	}
	*first = i;
	*span = empty;
	n = named_day(d, i, span);
	if (n == 0)
	{
		*span = empty;
		n = long_unit(d, i, span);
	}
	if (n == 0)
	{
		n = end_at(d, i, &e, 0);
		if (n > 0)
		{
			int			r = role(d, i);

			if (e.bad || !ara_date_value(d, &e, span))
				return n;
			d->years = r == ARA_DR_UNIT_DUAL || r == ARA_DR_UNIT_PLURAL ||
				r == ARA_DR_UNIT_DUAL_DEF || r == ARA_DR_UNIT_PLURAL_DEF;
		}
	}
	if (n == 0)
	{
		*span = empty;
		n = definite_unit(d, i, span);
	}
	if (n == 0 && (role(d, i) == ARA_DR_AGO || role(d, i) == ARA_DR_AHEAD))
	{
		*span = empty;
		n = counted_units(d, i, span);
	}
	*last = i + n;
	return n ? n : 1;
}

/* Where a date begins: behind the conjunction that is written on its first word. */
static const char *
behind_conjunction(const AraDateItem *it)
{
	const char *p = it->start;
	int			len;

	if (it->kind != ARA_DI_WORD || !(it->flags & (ARA_DI_AND | ARA_DI_THEN)))
		return p;
	(void) ara_decode(p, it->end, &len);
	for (p += len; p < it->end; p += len)
		if (ara_class(ara_decode(p, it->end, &len)) != ARA_C_MARK)
			break;
	return p;
}

void
ara_dates_init(AraDates *d, const char *text, size_t len, const AraDate *reference)
{
	ara_tokenizer_init(&d->tokens, text, len);
	d->skip = text;
	d->ended = 0;
	d->have_ref = reference != NULL;
	d->pos = d->n = d->years = 0;
	if (reference != NULL)
		d->ref = *reference;
}

int
ara_next_date(AraDates *d, AraDateSpan *span)
{
	for (;;)
	{
		int			first;
		int			last;
		int			n = 1;

		if (d->n - d->pos < ARA_DATE_AHEAD && !d->ended)
			ara_dates_fill(d);
		if (d->pos >= d->n)
			return 0;
		if (d->items[d->pos].kind == ARA_DI_OTHER)
		{
			d->years = 0;
			d->pos++;
			continue;
		}
		n = read_at(d, &first, &last, span);
		d->pos += n;
		if (last > first)
		{
			span->start = behind_conjunction(&d->items[first]);
			span->len = (size_t) (d->items[last - 1].end - span->start);
			return 1;
		}
	}
}
