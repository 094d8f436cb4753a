/*
 * article_field.c - labelled values of a news page: dates, bylines, sources, ...
 */
#include <string.h>

#include "article.h"
#include "chartab.h"
#include "utf8.h"

/* Words of an author or two; the sentence that begins with the same verb has more. */
#define MAX_NAME_WORDS 6

/* Words behind a date: a section, a counter, the number of an issue. */
#define MAX_WORDS_BEHIND_DATE 3

/* Without a digit, there is no date. */
int
ara_has_digit(const char *s, const char *e)
{
	int			len;

	for (; s < e; s += len)
	{
		unsigned char c = (unsigned char) *s;

		/* those of Arabic and Persian begin with D9 or DB */
		len = 1;
		if ((c >= '0' && c <= '9') ||
			((c == 0xD9 || c == 0xDB) && ara_class(ara_decode(s, e, &len)) == ARA_C_DIGIT))
			return 1;
	}
	return 0;
}

/* Without a run of four digits, there is no year. */
static int
has_year(const char *s, const char *e)
{
	int			digits = 0;
	int			len;

	for (; s < e && digits < 4; s += len)
	{
		unsigned char c = (unsigned char) *s;

		/* a whole letter at a time: U+06xx below 640 has no digits */
		len = 1 + (c == 0xD8);
		if ((c >= '0' && c <= '9') ||
			((c == 0xD9 || c == 0xDB) && ara_class(ara_decode(s, e, &len)) == ARA_C_DIGIT))
			digits++;
		else if (c < 0x80 || c > 0xBF)
			digits = 0;
	}
	return digits == 4;
}

/*
 * Finds the date that v begins with: all of [v, e), or what stands before one
 * of the last signs that set something else apart.  Returns its end, else NULL.
 */
const char *
ara_date_end(const char *v, const char *e)
{
	AraDateTime d;
	int			n;

	if (e - v > 4 * ARA_MAX_VALUE || !has_year(v, e))
		return NULL;
	for (n = 0; n < 8 && v < e; n++)
	{
		const char *p;
		int			len;

		if (ara_datetime_parse(v, (size_t) (e - v), &d) && d.date.year != 0 && d.date.day != 0)
			return e;
		for (p = e; p > v;)
		{
			uint32_t	cp;

			p = ara_prev_char(v, p);
			cp = ara_decode(p, e, &len);
			if (cp == '|' || cp == '-' || cp == 0x2013 || cp == 0x2022 ||
				((cp == '/' || cp == 0x0640) && p > v && p[-1] == ' '))
				break;
		}
		e = ara_trim(v, p);
	}
	return NULL;
}

/* The date that a line begins with when few words or none stand behind it; NULL when it has none. */
const char *
ara_date_front(const char *s, const char *e)
{
	const char *date;

	if (!has_year(s, e) || ara_is_longer(s, e, ARA_MAX_BYLINE))
		return NULL;
	date = ara_date_at(s, e);
	return date != NULL && ara_date_end(s, date) != NULL &&
		ara_words(date, e, MAX_WORDS_BEHIND_DATE) <= MAX_WORDS_BEHIND_DATE ? date : NULL;
}

/*
 * Finds a number and a reading marker in [s, e): sets the number's span and
 * returns the marker's end; NULL when there is none.
 */
const char *
ara_reading_time(const AraArticle *a, const char *s, const char *e, const char **number, const char **number_end)
{
	const char *p;
	int			len;

	if (ara_is_longer(s, e, ARA_MAX_BYLINE))
		return NULL;
	for (*number = NULL, p = s; p < e; p += len)
	{
		AraMark		marks[ARA_MAX_MARKS];
		int			i;

		if (ara_class(ara_decode(p, e, &len)) == ARA_C_DIGIT)
		{
			if (*number == NULL || *number_end != p)
				*number = p;
			*number_end = p + len;
		}
		else if (*number != NULL && ara_skip_blank(*number_end, e) == p)
			for (i = ara_markers_at(a->own, p, e, marks); i > 0; i--)
				if (marks[i - 1].role == ARA_R_READING && marks[i - 1].where == ARA_W_INLINE)
					return marks[i - 1].end;
	}
	return NULL;
}

/*
 * Finds a date in [s, e) that runs to e.  Returns where it begins, NULL when
 * there is none; *before gets the place before its preposition, if it has one.
 */
const char *
ara_date_tail(const char *s, const char *e, const char **before)
{
	const char *found = NULL;
	const char *p = s;
	AraDateTime d;
	AraDate		first;
	int			n;

	if (!has_year(s, e))
		return NULL;
	for (n = 0; n < 16 && p < e; n++)
	{
		int			len;

		if (ara_datetime_parse(p, (size_t) (e - p), &d) && d.date.year != 0 && d.date.day != 0)
		{
			if (found == NULL)
			{
				first = d.date;
				*before = p;
			}
			else if (d.date.day != first.day)
				break;
			found = p;
		}
		else if (found != NULL)
			break;
		while (p < e && !ara_is_blank(ara_decode(p, e, &len)))
		{
			int			letter = ara_class(ara_decode(p, e, &len)) == ARA_C_ARABIC;

			p += len;
			if (letter && found == NULL && p < e && ara_class(ara_decode(p, e, &len)) == ARA_C_DIGIT)
				break;			/* a name glued to it */
		}
		p = ara_skip_blank(p, e);
	}
	return found;
}

/* A date in [s, e) with something else behind it, such as 'in the section'; NULL when there is none. */
static const char *
date_inside(const char *s, const char *e, const char **end)
{
	int			n;
	int			len;

	if (!ara_has_digit(s, e))
		return NULL;
	for (n = 0; n < 8 && s < e; n++)
	{
		*end = ara_date_at(s, e);
		if (*end != NULL && n > 0)
			return s;
		while (s < e && !ara_is_blank(ara_decode(s, e, &len)))
			s += len;
		s = ara_skip_blank(s, e);
	}
	return NULL;
}

/* 'verb author [date] [n minutes to read]'; 0 when the line is too long or names nobody. */
static int
read_byline(AraArticle *a, const AraLine *l, const char *v)
{
	const char *number;
	const char *number_end;
	const char *name_end = l->e;
	const char *date;
	const char *date_end;
	const char *e;
	const char *p;
	int			words = 0;
	int			len;

	if (ara_is_longer(v, l->e, ARA_MAX_BYLINE) || ara_ending(v, l->e) == ARA_END_FULL)
		return 0;
	if (ara_reading_time(a, v, l->e, &number, &number_end))
		name_end = ara_trim(v, number);
	else
		number = NULL;
	p = name_end;
	date = ara_date_tail(v, name_end, &p);
	date_end = name_end;
	if (date == NULL && number == NULL)
	{
		date = date_inside(v, name_end, &date_end);
		if (date != NULL)
			p = date;
	}
	while (p > v && !ara_is_word_char(ara_decode(ara_prev_char(v, p), l->e, &len)))
		p = ara_prev_char(v, p);
	p = ara_behind_name(a, v, p);
	for (e = v; e < p; e += len)
		words += ara_is_blank(ara_decode(e, p, &len));
	if (ara_is_longer(v, p, ARA_MAX_NAME) || words >= MAX_NAME_WORDS ||
		(p == v && !date && !number))
		return 0;
	ara_put(a, ARA_P_AUTHOR, a->article, v, p);
	a->have_author = 1;
	if (date)
	{
		ara_put(a, ARA_P_DATE, a->article, date, date_end);
		ara_read_beside_date(a, date_end, number ? date_end : l->e);
	}
	if (number)
		ara_put(a, ARA_P_READING_TIME, a->article, number, number_end);
	return 1;
}

/* Is a line repeated inside the byline on the next one? */
int
ara_in_next_byline(const AraArticle *a, const AraLine *l)
{
	AraLine		next;
	AraMark		m;
	size_t		len = (size_t) (l->e - l->s);
	const char *p;

	if (ara_is_longer(l->s, l->e, ARA_MAX_NAME) ||
		!ara_next_line(l->e, a->end, ARA_PEEK, &next) ||
		!ara_find_marker(a->own, &next, &m) || (m.role != ARA_R_BYLINE && m.role != ARA_R_AUTHOR))
		return 0;
	for (p = m.end; (size_t) (next.e - p) >= len; p++)
		if (memcmp(p, l->s, len) == 0)
			return 1;
	return 0;
}

/* The next source of the list that a->rest ends. */
void
ara_read_source(AraArticle *a)
{
	const char *e = a->rest;
	const char *s = ara_skip_blank(a->next, e);
	const char *p = s;
	const char *next = e;
	AraMark		marks[ARA_MAX_MARKS];
	int			len;

	for (; p < e; p += len)
	{
		if (ara_markers_at(a->own, p, e, marks) > 0 && marks[0].role == ARA_R_SEPARATOR)
		{
			next = marks[0].end;
			break;
		}
		if (p > s && ara_is_blank((unsigned char) p[-1]) && ara_is_label(a, p, e))
		{
			/* the line break before another label is lost */
			ara_put(a, ARA_P_SOURCE, a->article, s, ara_trim(s, p));
			ara_read_later(a, p, e);
			a->rest_is_line = 1;
			a->in_sources = 0;
			return;
		}
		ara_decode(p, e, &len);
	}
	ara_put(a, ARA_P_SOURCE, a->article, s, ara_trim(s, p));
	ara_read_later(a, next, e);
	a->in_sources = a->rest != NULL;
}

/* A field at the foot of the body closes it. */
static void
end_body(AraArticle *a)
{
	if (a->state >= ARA_A_BODY)
	{
		a->footer = 1;
		if (a->state < ARA_A_FOOTER)
			a->state = ARA_A_FOOTER;
	}
}

/* What stands between a label and its value. */
const char *
ara_skip_colon(const char *p, const char *end)
{
	int			len;

	for (; p < end; p += len)
	{
		uint32_t	cp = ara_decode(p, end, &len);

		if (!ara_is_blank(cp) && cp != ':' && cp != '|' && cp != '-' && cp != '/' && cp != 0x2013)
			break;
	}
	return p;
}

/* What stands on the line behind a date: an hour, a section, a counter, or a label of its own. */
void
ara_read_beside_date(AraArticle *a, const char *p, const char *e)
{
	if (p == e)
		return;
	ara_read_later(a, p, e);
	a->rest_is_line = a->rest_of_date = 1;
}

/* The value [v, l->e) of a field; 0 when it can't be one, so that the line is text after all. */
int
ara_read_value(AraArticle *a, const AraLine *l, AraRole role, const char *v, int colon)
{
	const char *e;
	int			len;

	switch (role)
	{
		case ARA_R_TITLE:
			if (a->state != ARA_A_TITLE || ara_is_longer(v, l->e, ARA_MAX_TITLE))
				return 0;
			ara_put_text(a, ARA_P_TITLE, v, l->e);
			a->state = ARA_A_HEAD;
			return 1;
		case ARA_R_DATE:
		case ARA_R_UPDATED:
			e = ara_date_end(v, l->e);
			if (e == NULL && !ara_is_longer(v, l->e, ARA_MAX_BYLINE))
				e = ara_date_at(v, l->e);
			if (e == NULL && colon && a->state <= ARA_A_HEAD &&
				!ara_is_longer(v, l->e, ARA_MAX_NAME))
				e = l->e;		/* 'two hours ago' */
			if (e == NULL)
				return 0;
			ara_put(a, role == ARA_R_DATE ? ARA_P_DATE : ARA_P_UPDATED, a->article, v, e);
			ara_read_beside_date(a, e, l->e);
			return 1;
		case ARA_R_SOURCE:
			if (ara_is_longer(v, l->e, ARA_MAX_VALUE))
				return 0;
			ara_read_later(a, v, l->e);
			a->in_sources = 1;
			end_body(a);
			return 1;
		case ARA_R_KEYWORDS:
			ara_put(a, ARA_P_KEYWORDS, a->article, v, l->e);
			end_body(a);
			return 1;
		case ARA_R_BYLINE:
			if (a->state > ARA_A_HEAD && (a->have_author || ara_is_longer(l->s, l->e, ARA_MAX_BYLINE) ||
										  ara_date_tail(v, l->e, &e) == NULL))
				return 0;
			return read_byline(a, l, v);
		case ARA_R_AUTHOR:
			return read_byline(a, l, v);
		case ARA_R_READING:
			for (e = v; e < l->e && ara_class(ara_decode(e, l->e, &len)) == ARA_C_DIGIT;)
				e += len;
			if (a->state > ARA_A_HEAD || e == v || ara_is_longer(v, l->e, ARA_MAX_NAME))
				return 0;
			ara_put(a, ARA_P_READING_TIME, a->article, v, e);
			return 1;
		default:
			return 0;
	}
}
