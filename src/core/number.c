/*
 * number.c - the numbers of a text: digits, words, and both together
 *
 *     tokens --> items (a word with its role, or digits) --> numbers
 *
 * Arabic counts from the hundreds to the units to the tens ('a hundred and
 * three and twenty'), group by group from the highest scale down:
 *
 *     number  =  group { and group }
 *     group   =  [ below 1000 | digits | fraction ] [ scale ]
 *
 * A group is open until its scale has come.  'three thousand and five
 * thousand' are two numbers: when the second scale is not below the first, the
 * number ends before its group.
 *
 * What is no number: parts of dates (beside a month, behind 'year', joined by
 * '/' or '-'), 'one' alone, fractions with the article, weekdays.
 */
#include <string.h>

#include "blob.h"
#include "chartab.h"
#include "line.h"
#include "number.h"
#include "utf8.h"

/* No number has as many words; the window has room to look past it. */
#define MAX_ITEMS (ARA_NUMBER_WINDOW - 6)

const char *
ara_number_kind_name(AraNumberKind kind)
{
	static const char *const names[] = {
		"cardinal", "ordinal", "percent", "fraction", "currency", "measure"
	};

	return names[kind];
}

/* ---- the grammar ---- */

typedef struct State
{
	AraDecimal	total;			/* groups that have their scale */
	AraDecimal	open;			/* the group that has none yet */
	int			has_total;
	int			groups;			/* of it */
	int			has_open;
	int			low;			/* last word of the open group: 1 a unit, 100 hundreds, 0 takes nothing more */
	int			digit;			/* that unit */
	int			only_one;		/* nothing but a word of role one */
	int			alone;			/* the open group is that unit alone */
	int			fraction;		/* nothing but a fraction */
	int			done;
	int			scale;			/* the last power of ten */
	unsigned	items;
	const char *end;
} State;

typedef enum How
{
	FIRST, DIRECT, AND
} How;

static int
add_small(State *s, unsigned num, unsigned den)
{
	AraDecimal	d;

	if (!s->has_open)
		memset(&s->open, 0, sizeof(s->open));
	s->has_open = 1;
	return ara_decimal_quotient(&d, num, den) && ara_decimal_add(&s->open, &d);
}

/* May the open group, or a new one, take a word below a hundred that starts anew? */
static int
takes(const State *s, How how)
{
	return how == FIRST || (how == AND && (s->has_open ? s->low == 100 : s->scale > 2));
}

/* Closes the open group, or one or two of the scale. */
static int
close_group(State *s, unsigned count, int scale)
{
	if (!s->has_open && !add_small(s, count, 1))
		return 0;
	if (!ara_decimal_shift(&s->open, scale) || !ara_decimal_add(&s->total, &s->open))
		return 0;
	s->has_open = 0;
	s->has_total = 1;
	s->groups++;
	s->scale = scale;
	return 1;
}

static int
take_scale(State *s, const AraNumberItem *item, How how)
{
	int			scale = item->num;
	int			two = item->role == ARA_NR_DUAL || item->role == ARA_NR_DUAL_OR_ONE;

	if (s->has_open)
		return how == DIRECT && item->role != ARA_NR_DUAL && scale < s->scale &&
			close_group(s, 1, scale);
	if (item->role == ARA_NR_SCALES)
		return 0;
	if (how == DIRECT)
	{
		/* a thousand million */
		if (item->role == ARA_NR_DUAL || scale <= s->scale || s->groups > 1)
			return 0;
		s->scale = scale;
		return ara_decimal_shift(&s->total, scale);
	}
	return scale < s->scale && close_group(s, two ? 2 : 1, scale);
}

static int
take_literal(State *s, const AraNumberItem *item, How how)
{
	AraDecimal	limit;

	if (item->negative && how != FIRST)
		return 0;
	if (how != FIRST)
	{
		if (how != AND || (s->has_open ? s->low != 100 : !s->has_total))
			return 0;
		ara_decimal_quotient(&limit, 1, 1);
		if (!ara_decimal_shift(&limit, s->has_open ? 2 : s->scale) ||
			ara_decimal_compare(&item->value, &limit) >= 0)
			return 0;
	}
	s->low = 0;
	return add_small(s, 0, 1) && ara_decimal_add(&s->open, &item->value);
}

static int
take_fraction(State *s, const AraNumberItem *item, How how)
{
	AraDecimal	d;

	if (how == FIRST)
	{
		s->fraction = 1;
		s->low = 0;
		return add_small(s, item->num, item->den);
	}
	if (how == DIRECT)
		return 0;
	s->done = 1;
	if (s->has_open)
		return s->low != 100 && add_small(s, item->num, item->den);
	/* and a half: of the scale before */
	ara_decimal_quotient(&d, item->num, item->den);
	return ara_decimal_shift(&d, s->scale) && ara_decimal_add(&s->total, &d);
}

/* Adds an item to the number; returns 0, the state then spoilt, if it does not belong there. */
static int
take(State *s, const AraNumberItem *item, How how)
{
	int			was_one = s->only_one;
	int			was_alone = s->alone;
	int			was_fraction = s->fraction;

	s->only_one = s->alone = s->fraction = 0;
	switch (item->role)
	{
		case ARA_NR_LITERAL:
			return take_literal(s, item, how);
		case ARA_NR_ONE:
		case ARA_NR_DIGIT:
			if (!takes(s, how))
				return 0;
			s->only_one = item->role == ARA_NR_ONE && how == FIRST;
			s->alone = !s->has_open;
			s->low = 1;
			s->digit = item->num;
			return add_small(s, item->num, 1);
		case ARA_NR_TEN:
			if (!(how == DIRECT && s->has_open && s->low == 1) && !takes(s, how))
				return 0;
			s->low = 0;
			return add_small(s, 10, 1);
		case ARA_NR_TENS:
			if (!(how == AND && s->has_open && s->low == 1) && !takes(s, how))
				return 0;
			s->low = 0;
			return add_small(s, item->num, 1);
		case ARA_NR_HUNDRED:
			if (how == DIRECT && was_alone && s->digit > 2 && item->num == 1)
			{
				s->low = 100;
				return ara_decimal_shift(&s->open, 2);
			}
			if (s->has_open || how == DIRECT || !takes(s, how))
				return 0;
			s->low = 100;
			return add_small(s, 100u * item->num, 1);
		case ARA_NR_SCALE:
		case ARA_NR_SCALES:
		case ARA_NR_DUAL:
		case ARA_NR_DUAL_OR_ONE:
			return !was_one && take_scale(s, item, how);
		case ARA_NR_FRACTION:
			return take_fraction(s, item, how);
		case ARA_NR_PART:
			if (how != DIRECT || !was_alone || was_fraction)
				return 0;
			s->fraction = s->done = 1;
			return ara_decimal_quotient(&s->open, (unsigned) s->digit, item->num);
		default:
			return 0;
	}
}

/* Is the item a scale, so that the digits or words before it are counted in it? */
static int
is_scale(const AraNumberItem *item)
{
	return item->joined && !item->conj && !item->prep &&
		(item->role == ARA_NR_SCALE || item->role == ARA_NR_SCALES || item->role == ARA_NR_DUAL_OR_ONE);
}

/* Reads the longest number at the first item.  Returns 0 when there is none. */
static int
read_cardinal(AraNumbers *r, State *s)
{
	State		next;
	State		before_group;	/* the number as it was before the open group */

	memset(s, 0, sizeof(*s));
	s->scale = 99;
	before_group = *s;
	next = *s;
	if (!take(&next, ara_number_peek(r, 0), FIRST))
		return 0;
	next.items = 1;
	next.end = ara_number_peek(r, 0)->e;
	*s = next;
	while (s->items < MAX_ITEMS)
	{
		const AraNumberItem *item = ara_number_peek(r, s->items);
		How			how = DIRECT;
		unsigned	n = 1;

		if (!item->joined || item->conj == 'f')
			break;
		if (item->role == ARA_NR_AND)
		{
			how = AND;
			n = 2;
			item = ara_number_peek(r, s->items + 1);
			if (!item->joined || item->conj)
				break;
		}
		else if (item->conj)
			how = AND;
		if (item->prep)
			break;
		if (s->done && !(how == DIRECT && is_scale(item) && item->num == s->scale))
			break;
		/* in five thousand and three thousand, the second is a number of its own */
		if (is_scale(item) && how == DIRECT && s->has_open && item->num >= s->scale)
		{
			if (before_group.items > 0)
				*s = before_group;
			break;
		}
		next = *s;
		if (!s->done && !take(&next, item, how))
		{
			/* too many digits: the scale does not stand for itself then */
			if (ara_number_peek(r, 0)->role == ARA_NR_LITERAL && s->items == 1 && how == DIRECT && is_scale(item))
			{
				ara_number_peek(r, 0)->role = ARA_NR_OTHER;
				ara_number_peek(r, 0)->num = ARA_NO_NUMBER;
				return 0;
			}
			break;
		}
		next.items += n;
		next.end = item->e;
		if (how == AND && !s->has_open)
			before_group = *s;
		*s = next;
	}
	return !s->only_one && (!s->has_open || ara_decimal_add(&s->total, &s->open));
}

/* Reads an ordinal at the first item; returns 0 when there is none. */
static int
read_ordinal(AraNumbers *r, State *s)
{
	const AraNumberItem *item = ara_number_peek(r, 0);
	const AraNumberItem *second;
	unsigned	value = item->num;
	int			article = item->article;
	int			role = item->role;

	memset(s, 0, sizeof(*s));
	s->items = 1;
	s->end = item->e;
	second = ara_number_peek(r, 1);
	if (second->joined && !second->prep &&
		((second->role == ARA_NR_TEN && !second->conj && !second->article) ||
		 (second->role == ARA_NR_TENS && second->conj == 'w' && second->article == article)))
	{
		value += second->num;
		s->items = 2;
		s->end = second->e;
	}
	else if (role == ARA_NR_ORDINAL_PART || (role == ARA_NR_ORDINAL_DEFINITE && !article))
		return 0;
	return ara_decimal_quotient(&s->total, value, 1);
}

/* ---- what stands beside a number ---- */

/* Can a name of a month begin at this item, or end at it?  Spares most look-ups. */
static int
may_begin_month(const AraNumberItem *item)
{
	return item->role == ARA_NR_OTHER && item->num != ARA_NO_NUMBER && item->e > item->s;
}

static int
may_end_month(const AraNumberItem *item)
{
	return may_begin_month(item) || (item->role >= ARA_NR_ORDINAL && item->role <= ARA_NR_ORDINAL_PART);
}

/* Is a month at item i, of one word or two? */
static int
month_at(AraNumbers *r, unsigned i)
{
	const AraNumberItem *item = ara_number_peek(r, i);

	if (!item->near || !may_begin_month(item))
		return 0;
	return ara_is_month(item->s, item->e) ||
		(ara_number_peek(r, i + 1)->joined && may_end_month(ara_number_peek(r, i + 1)) &&
		 ara_is_month(item->s, ara_number_peek(r, i + 1)->e));
}

static int
month_before(const AraNumbers *r)
{
	const AraNumberItem *b = r->before;

	/* month day, year */
	if (b[0].role == ARA_NR_LITERAL && b[0].plain && b[0].e - b[0].s <= 2)
		return b[0].near && may_begin_month(&b[1]) && ara_is_month(b[1].s, b[1].e);
	if (!may_end_month(&b[0]))
		return 0;
	return ara_is_month(b[0].s, b[0].e) ||
		(b[0].joined && may_begin_month(&b[1]) && ara_is_month(b[1].s, b[0].e));
}

/* Is the number, of s->items items, a day or a year? */
static int
is_date(AraNumbers *r, const State *s, const AraNumberItem *first, int ordinal)
{
	const AraNumberItem *next = ara_number_peek(r, s->items);
	int			value = ara_decimal_small(&s->total);
	int			four = first->plain && value >= 1000 && value < 3000;

	if (value < 1 || (!ordinal && (s->items > 1 || !first->plain || first->percent)))
		return 0;
	if (value <= 31 || four)
	{
		if (month_at(r, s->items))
			return 1;
		if (next->role == ARA_NR_OF && next->joined && month_at(r, s->items + 1))
			return 1;
		if (!ordinal && first->near && month_before(r))
			return 1;
	}
	return four && ((first->joined && r->before[0].role == ARA_NR_YEAR) ||
					(next->joined && next->role == ARA_NR_ERA));
}

/* Takes the words or the sign of per cent behind the number. */
static int
percent_after(AraNumbers *r, State *s)
{
	const AraNumberItem *item = ara_number_peek(r, s->items);
	const char *p = s->end;
	uint32_t	cp;
	int			len;

	if (p < r->end)
	{
		cp = ara_decode(p, r->end, &len);
		if ((cp == ' ' || cp == 0xA0) && p + len < r->end)
			cp = ara_decode(p += len, r->end, &len);
		if ((cp == '%' || cp == 0x066A) && item->s > p)
		{
			s->end = p + len;
			return 1;
		}
	}
	if (!item->joined)
		return 0;
	if (item->role == ARA_NR_HUNDRED && item->prep == 'b' && item->article && !item->conj)
		s->items++;
	else if (item->role == ARA_NR_IN && !item->conj)
	{
		item = ara_number_peek(r, s->items + 1);
		if (!item->joined || item->role != ARA_NR_HUNDRED || !item->article || item->prep || item->conj)
			return 0;
		s->items += 2;
	}
	else
		return 0;
	s->end = item->e;
	return 1;
}

/* Finds the unit behind the number, or a sign before it. */
static void
unit_beside(AraNumbers *r, State *s, const AraNumberItem *first, AraNumber *n)
{
	const AraNumberItem *item = ara_number_peek(r, s->items);
	const char *p = s->end;
	int			role = -1;
	int			len;

	if (item->joined && item->role != ARA_NR_END)
		role = ara_unit(item->s, item->e);
	if (role == ARA_U_CURRENCY || role == ARA_U_MEASURE)
	{
		n->unit = item->s;
		s->items++;
		s->end = item->e;
		item = ara_number_peek(r, s->items);
		if (item->joined && item->role != ARA_NR_END && ara_unit(item->s, item->e) == ARA_U_QUALIFIER)
		{
			s->items++;
			s->end = item->e;
		}
		n->unit_len = (size_t) (s->end - n->unit);
	}
	else
	{
		uint32_t	cp = p < r->end ? ara_decode(p, r->end, &len) : 0;

		if (cp == ' ' && p + 1 < r->end)
			cp = ara_decode(++p, r->end, &len);
		role = -1;
		if (cp > ' ' && ara_class(cp) == ARA_C_OTHER)
			role = ara_unit(p, p + len);
		if (role == ARA_U_CURRENCY)
			s->end = p + len;
		else if (first->number > r->text)
		{
			p = ara_prev_char(r->text, first->number);
			cp = ara_decode(p, r->end, &len);
			if (cp > ' ' && ara_class(cp) == ARA_C_OTHER && p >= r->before[0].e && p >= r->taken)
				role = ara_unit(p, first->number);
			if (role == ARA_U_CURRENCY)
				n->start = p;
		}
		if (role != ARA_U_CURRENCY)
			return;
		n->unit = p;
		n->unit_len = (size_t) len;
	}
	n->kind = role == ARA_U_CURRENCY ? ARA_N_CURRENCY : ARA_N_MEASURE;
}

/* Reads the number at the first item into *n; *items gets how many items to pass over. */
static int
read_number(AraNumbers *r, AraNumber *n, unsigned *items)
{
	AraNumberItem *first = ara_number_peek(r, 0);
	AraNumberItem *next;
	int			ordinal = first->role >= ARA_NR_ORDINAL && first->role <= ARA_NR_ORDINAL_PART;
	State		s;

	*items = 1;
	/* 'per cent' without a number, and the half, the quarter: of a year, of a match */
	if (first->article &&
		(first->role == ARA_NR_FRACTION ||
		 (first->role == ARA_NR_HUNDRED &&
		  (first->prep == 'b' || (first->joined && r->before[0].role == ARA_NR_IN)))))
		return 0;
	if (first->joined && !first->conj && r->before[0].role == ARA_NR_OTHER &&
		r->before[0].num == ARA_NO_NUMBER && is_scale(first))
		return 0;
	if (ordinal ? !read_ordinal(r, &s) : !read_cardinal(r, &s))
		return 0;
	next = ara_number_peek(r, s.items);
	if ((ordinal || s.fraction) && next->joined && next->role == ARA_NR_PHRASE)
		return 0;
	if (ordinal && first->joined && !first->conj && ara_is_month(r->before[0].s, first->e))
		return 0;
	*items = s.items;
	if (is_date(r, &s, first, ordinal))
		return 0;
	n->kind = ordinal ? ARA_N_ORDINAL : s.fraction ? ARA_N_FRACTION : ARA_N_CARDINAL;
	n->start = first->number;
	n->unit = NULL;
	n->unit_len = 0;
	if ((first->percent && s.items == 1) || (!ordinal && percent_after(r, &s)))
		n->kind = ARA_N_PERCENT;
	else if (!ordinal)
		unit_beside(r, &s, first, n);
	n->len = (size_t) (s.end - n->start);
	ara_decimal_text(&s.total, first->negative, n->value);
	*items = s.items;
	return 1;
}

int
ara_next_number(AraNumbers *r, AraNumber *number)
{
	for (;;)
	{
		int			role = ara_number_peek(r, 0)->role;
		unsigned	items = 1;
		int			found;

		if (role == ARA_NR_END)
			return 0;
		found = ((role > ARA_NR_OTHER && role < ARA_NR_AND) || role == ARA_NR_LITERAL) &&
			read_number(r, number, &items);
		ara_number_consume(r, items);
		if (found)
		{
			r->taken = number->start + number->len;
			return 1;
		}
	}
}
