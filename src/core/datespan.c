/*
 * datespan.c - dates in running text: ranges, days by name, units from the reference
 *
 *     3-5 May    between 3 and 5 May 2024    from 2010 to 2015
 *     today, Thursday    next Friday    last week    the last three days    two days ago
 *
 * One date as written is dateend.c's.  Each reader below looks at the items
 * from number i on and returns how many of them it has read, or 0.
 */
#include "chartab.h"
#include "dateend.h"
#include "utf8.h"

/* ---- ranges ---- */

/* Between these, two numbers that nothing calls years may be a range of them. */
#define FIRST_BARE_YEAR 1850
#define LAST_BARE_YEAR 2060

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
	int			n = ara_date_end_at(d, j, &a, 1);
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
	n = ara_date_end_at(d, j, &b, 1);
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
		int			m = ara_date_end_at(d, j + n, &e, 0);

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
		n = ara_date_year_number(d, i, &e, 0);
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
		n = ara_date_end_at(d, i, &e, 0);
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
