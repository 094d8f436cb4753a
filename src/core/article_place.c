/*
 * article_place.c - names on lines of their own, and where a report comes from
 *
 *     'place (agency) -'   'place - agency'   'place in 5 January / agency /'   datelines
 *     'person'   'place - person'   'person (place)'   'outlet - person'         bylines without a verb
 *
 * What is a place, an agency or a given name, src/data/article.tsv tells; the
 * signs around it tell the rest.
 */
#include <string.h>

#include "article.h"
#include "chartab.h"
#include "utf8.h"

/* A dateline is read this far. */
#define MAX_DATELINE 120

/* Words of a place, of an agency in brackets, of a person. */
#define MAX_PLACE_WORDS 3
#define MAX_BRACKET_WORDS 5
#define MAX_PERSON_WORDS 5

/* Words of an author whose given name is not in the list. */
#define MAX_UNKNOWN_WORDS 3

/* Tokens of a date in a dateline, both calendars. */
#define MAX_DATE_TOKENS 14

typedef struct Piece
{
	const char *s;
	const char *e;
	uint32_t	before;			/* the sign in front of it, 0 for none */
} Piece;

#define MAX_PIECES 6

/* Signs that separate the pieces of such a line. */
static int
is_sign(uint32_t cp)
{
	switch (cp)
	{
		case '(':
		case ')':
		case '[':
		case ']':
		case '/':
		case '|':
		case '-':
		case ':':
		case '"':
		case 0x0640:			/* ARABIC TATWEEL, between spaces a dash */
		case 0x00AB:
		case 0x00BB:
		case 0x2013:
		case 0x2014:
		case 0x2015:
		case 0x201C:
		case 0x201D:
		case 0x2022:
			return 1;
	}
	return 0;
}

static int
is_open(uint32_t cp)
{
	return cp == '(' || cp == '[' || cp == 0x00AB || cp == '"' || cp == 0x201C || cp == 0x201D;
}

/* Does the run of tatweels that reaches to p begin behind white space? */
static int
sign_before(const char *s, const char *p, const char *e)
{
	int			n;
	int			len;

	for (n = 0; n < 8 && p > s; n++)
	{
		uint32_t	cp;

		p = ara_prev_char(s, p);
		cp = ara_decode(p, e, &len);
		if (cp != 0x0640)
			return ara_is_blank(cp);
	}
	return 0;
}

/* The sign at p, 0 when there is none; a tatweel inside a word is none. */
static uint32_t
sign_at(const char *s, const char *p, const char *e, int *len)
{
	uint32_t	cp = ara_decode(p, e, len);
	int			before;

	if (cp == 0x0640 && p > s)
	{
		/* also the second of a run of them */
		uint32_t	cp_before = ara_decode(ara_prev_char(s, p), e, &before);

		if (!ara_is_blank(cp_before) && (cp_before != 0x0640 || !sign_before(s, ara_prev_char(s, p), e)))
			return 0;
	}
	return is_sign(cp) ? cp : 0;
}

/* The next piece at p: up to a sign, without white space around it.  Returns where it ends. */
static const char *
next_piece(const char *s, const char *p, const char *e, Piece *piece)
{
	int			len;
	uint32_t	sign;

	piece->before = 0;
	while (p < e)
	{
		sign = sign_at(s, p, e, &len);
		if (sign)
			piece->before = sign;
		else if (!ara_is_blank(ara_decode(p, e, &len)))
			break;
		p += len;
	}
	piece->s = p;
	while (p < e && !sign_at(s, p, e, &len))
	{
		ara_decode(p, e, &len);
		p += len;
	}
	piece->e = ara_trim(piece->s, p);
	return p;
}

static int
is_place(const AraArticle *a, const Piece *p)
{
	return ara_is_place(a, p->s, p->e);
}

/* ---- datelines ---- */

/* The longest date at p, its year aside; NULL when there is none. */
const char *
ara_date_at(const char *p, const char *e)
{
	const char *found = NULL;
	const char *q = p;
	AraDateTime d;
	int			digits = 0;
	int			strange = 0;
	int			n;
	int			len;

	if (!ara_has_digit(p, e - p > MAX_DATELINE ? p + MAX_DATELINE : e))
		return NULL;
	for (n = 0; n < MAX_DATE_TOKENS && q < e; n++)
	{
		while (q < e && !ara_is_blank(ara_decode(q, e, &len)))
		{
			digits |= ara_class(ara_decode(q, e, &len)) == ARA_C_DIGIT;
			q += len;
		}
		switch (ara_datetime_read(p, (size_t) (q - p), &d))
		{
			case 1:
				if (digits && d.date.day != 0)
					found = q;
				strange = 0;
				break;
			case 0:
				strange = 0;
				break;
			default:			/* a word, or the first of the two of a month */
				strange++;
		}
		if (strange > 1 || (!digits && n > 2))
			break;
		q = ara_skip_blank(q, e);
	}
	/* a dash behind it is not part of it */
	while (found != NULL && found > p && !ara_is_word_char(ara_decode(ara_prev_char(p, found), e, &len)))
		found = ara_prev_char(p, found);
	return found;
}

/* Behind the first words of p, three at most, stands a date: where they end.  NULL when there is none. */
static const char *
before_date(const char *p, const char *e)
{
	const char *word_end;
	int			n;
	int			len;

	for (n = 0; n < MAX_PLACE_WORDS && p < e; n++)
	{
		while (p < e && !ara_is_blank(ara_decode(p, e, &len)))
			p += len;
		word_end = p;
		p = ara_skip_blank(p, e);
		if (p < e && ara_date_at(p, e) != NULL)
			return word_end;
	}
	return NULL;
}

/* The first comma in [s, e), NULL when there is none. */
static const char *
comma_in(const char *s, const char *e)
{
	int			len;

	for (; s < e; s += len)
	{
		uint32_t	cp = ara_decode(s, e, &len);

		if (cp == ',' || cp == 0x060C)
			return s;
	}
	return NULL;
}

typedef struct Dateline
{
	Piece		place;
	Piece		agency;
	Piece		date;
	Piece		author;
	const char *end;			/* where the text begins */
} Dateline;

/* Passes over the signs and white space behind a dateline. */
static const char *
skip_dashes(const char *s, const char *p, const char *e)
{
	int			len;
	uint32_t	sign;

	while (p < e && ((sign = sign_at(s, p, e, &len)) != 0 || ara_is_blank(ara_decode(p, e, &len))) &&
		   !is_open(sign))
		p += len;
	return p;
}

static int
is_dash(uint32_t cp)
{
	return cp == '-' || cp == 0x2013 || cp == 0x2014 || cp == 0x2015 || cp == 0x0640;
}

/* Does a dash between white space stand at p? */
static int
dash_follows(const char *s, const char *p, const char *e)
{
	int			len;

	if (p == e || !ara_is_blank(ara_decode(ara_prev_char(s, p), e, &len)) || !is_dash(ara_decode(p, e, &len)))
		return 0;
	p += len;
	return p < e && ara_is_blank(ara_decode(p, e, &len));
}

/*
 * Reads the dateline that a line begins with; returns 0 when there is none.  It
 * needs an agency, in brackets any short name, or a place of the list and a dash.
 */
static int
read_dateline(const AraArticle *a, const AraLine *l, Dateline *d)
{
	const char *e = l->e - l->s > 2 * MAX_DATELINE ? l->s + 2 * MAX_DATELINE : l->e;
	const char *p = l->s;
	const char *q;
	Piece		piece;
	AraDateTime when;
	int			known = 0;		/* the place is one of the list */
	int			sure = 0;
	int			n;
	int			len;

	memset(d, 0, sizeof(*d));
	for (n = 0; n < MAX_PIECES && p < e; n++)
	{
		const char *in;

		q = next_piece(l->s, p, e, &piece);
		if (piece.s == piece.e)
			break;
		if (n == 0)
		{
			/* 'place in date', 'place date' */
			in = before_date(piece.s, e);
			if (in != NULL && in < piece.e)
				q = piece.e = in;
			if (ara_datetime_read(piece.s, (size_t) (piece.e - piece.s), &when) >= 0)
				return 0;		/* a day is no place */
			in = comma_in(piece.s, piece.e);
			if (in != NULL && ara_is_place(a, piece.s, in) && ara_words(in, piece.e, MAX_BRACKET_WORDS) <= MAX_PLACE_WORDS)
				piece.e = in;	/* 'place, country' */
			if (ara_is_marker(a, piece.s, piece.e, ARA_R_AGENCY))
			{
				d->agency = piece;
				sure = 1;
			}
			else if (ara_is_person(a, piece.s, piece.e) && !is_place(a, &piece))
				d->author = piece;
			else if (ara_is_words(piece.s, piece.e) && ara_words(piece.s, piece.e, MAX_PLACE_WORDS) <= MAX_PLACE_WORDS)
			{
				d->place = piece;
				known = is_place(a, &piece);
			}
			else
				return 0;
			p = d->end = q;
			continue;
		}
		if (d->date.s == NULL && (in = ara_date_at(piece.s, e)) != NULL)
		{
			d->date = piece;
			p = d->end = d->date.e = in;
			continue;
		}
		if (d->agency.s == NULL && ara_is_marker(a, piece.s, piece.e, ARA_R_AGENCY))
		{
			d->agency = piece;
			sure = 1;
		}
		else if (d->place.s == NULL && is_place(a, &piece))
		{
			/* 'person - place:' */
			known |= d->author.s != NULL && q < e && (*q == ':' || is_dash(ara_decode(q, e, &len)));
			d->place = piece;
		}
		else if (d->author.s == NULL && ara_is_person(a, piece.s, piece.e))
			d->author = piece;
		else if (known && d->agency.s == NULL && is_dash(piece.before) && ara_is_words(piece.s, piece.e) &&
				 !ara_has_digit(piece.s, piece.e) && ara_words(piece.s, piece.e, 2) <= 2 &&
				 dash_follows(l->s, q, e))
		{
			/* 'place - outlet - ' */
			d->agency = piece;
			sure = 1;
		}
		else if (d->place.s == NULL && is_open(piece.before) && ara_words(piece.s, piece.e, 3) <= 3)
			d->place = piece;
		else if (d->place.s != NULL && d->agency.s == NULL && is_open(piece.before) &&
				 !ara_has_digit(piece.s, piece.e) &&
				 ara_words(piece.s, piece.e, MAX_BRACKET_WORDS) <= MAX_BRACKET_WORDS)
		{
			/* any name in brackets, with a dash or colon behind them */
			d->agency = piece;
			if (q < e && sign_at(l->s, q, e, &len))
				q += len;
			q = ara_skip_blank(q, e);
			if (q < e && (is_dash(ara_decode(q, e, &len)) || *q == ':'))
				sure = 1;
		}
		else if (ara_has_digit(piece.s, piece.e) && ara_words(piece.s, piece.e, 3) <= 3)
			;					/* the day in figures */
		else
			break;
		p = d->end = q;
	}
	if (!sure)
	{
		/* a place alone needs its dash, and a sentence behind it */
		if (ara_words(d->end != NULL ? d->end : l->s, l->e, MAX_PERSON_WORDS) <= MAX_PERSON_WORDS)
			return 0;
		if (!known || d->agency.s != NULL || d->end == NULL)
			return 0;
		q = ara_skip_blank(d->end, e);
		if (q == e || !(is_dash(ara_decode(q, e, &len)) || (d->author.s != NULL && *q == ':')))
			return 0;
		q += len;
		if (q < e && !ara_is_blank(ara_decode(q, e, &len)) && !is_dash(ara_decode(q, e, &len)))
			return 0;
	}
	else
	{
		/* behind an agency stands a sign, or nothing; with a name it is a byline */
		if (d->author.s == NULL && !ara_is_longer(l->s, l->e, ARA_MAX_BYLINE) &&
			ara_words(d->end, l->e, MAX_UNKNOWN_WORDS) >= 2 &&
			ara_words(d->end, l->e, MAX_UNKNOWN_WORDS) <= MAX_UNKNOWN_WORDS)
			return 0;
		q = skip_dashes(l->s, d->end, l->e);
		if (q < l->e && ara_skip_blank(d->end, l->e) == q)
			return 0;
	}
	d->end = skip_dashes(l->s, d->end, l->e);
	if (d->agency.s != NULL && d->place.s != NULL && !known && is_place(a, &d->agency) &&
		!ara_is_marker(a, d->agency.s, d->agency.e, ARA_R_AGENCY))
	{
		/* 'outlet (place) -' */
		piece = d->agency;
		d->agency = d->place;
		d->place = piece;
	}
	return 1;
}

/* Puts the parts of a dateline in order; the text behind it is read later. */
int
ara_read_dateline(AraArticle *a, const AraLine *l)
{
	static const AraPartKind kinds[4] = {ARA_P_PLACE, ARA_P_AGENCY, ARA_P_DATE, ARA_P_AUTHOR};
	const Piece *pieces[4];
	Dateline	d;
	AraDateTime when;
	int			done[4] = {0};
	int			i;
	int			n;

	if (!read_dateline(a, l, &d))
		return 0;
	if (d.date.s != NULL && !(ara_datetime_parse(d.date.s, (size_t) (d.date.e - d.date.s), &when) && when.date.year != 0))
		d.date.s = NULL;
	pieces[0] = &d.place;
	pieces[1] = &d.agency;
	pieces[2] = &d.date;
	pieces[3] = &d.author;
	for (n = 0; n < 4; n++)
	{
		int			first = -1;

		for (i = 0; i < 4; i++)
			if (!done[i] && pieces[i]->s != NULL && (first < 0 || pieces[i]->s < pieces[first]->s))
				first = i;
		if (first < 0)
			break;
		done[first] = 1;
		ara_put(a, kinds[first], a->article, pieces[first]->s, pieces[first]->e);
	}
	ara_read_later(a, d.end, l->e);
	return 1;
}

/* ---- names ---- */

/* U+0627 U+0644: a person's name seldom begins with the article, a place or a desk often. */
static int
begins_with_article(const char *s, const char *e)
{
	return e - s > 4 && memcmp(s, "\xD8\xA7\xD9\x84", 4) == 0;
}

/* 'from' */
#define FROM " \xD9\x85\xD9\x86 "

/* In 'person from place', where the two part; NULL when the piece is something else. */
static const char *
from_place(const AraArticle *a, const Piece *piece)
{
	const char *p;

	for (p = piece->s; p + strlen(FROM) < piece->e; p++)
		if (memcmp(p, FROM, strlen(FROM)) == 0)
			return ara_may_be_person(piece->s, p) && ara_is_place(a, p + strlen(FROM), piece->e) ? p : NULL;
	return NULL;
}

/*
 * Reads a line between title and text that is nothing but names: of a person,
 * with a place, an outlet or a date beside it.  A person whose given name the
 * list does not have is one behind a place or above the date only.
 */
int
ara_read_names(AraArticle *a, const AraLine *l)
{
	Piece		pieces[MAX_PIECES];
	const char *p = l->s;
	const char *date = NULL;
	const char *from;
	const char *before = l->e;
	int			author = -1;
	int			beside_date;
	int			place = -1;
	int			agency = -1;
	int			n = 0;
	int			i;

	if (ara_is_longer(l->s, l->e, ARA_MAX_BYLINE) || ara_ending(l->s, l->e) == ARA_END_FULL)
		return 0;
	date = ara_date_tail(l->s, l->e, &before);
	beside_date = a->beside_date;
	while (p < before && n < MAX_PIECES)
	{
		p = next_piece(l->s, p, before, &pieces[n]);
		/* an account on a network says nothing */
		if (memchr(pieces[n].s, '@', (size_t) (pieces[n].e - pieces[n].s)) != NULL && !ara_has_arabic(pieces[n].s, pieces[n].e))
			continue;
		if (n == 0 && (from = from_place(a, &pieces[0])) != NULL && n + 1 < MAX_PIECES)
		{
			pieces[1] = pieces[0];
			pieces[1].s = ara_skip_blank(from + strlen(FROM), pieces[0].e);
			pieces[0].e = ara_trim(pieces[0].s, from);
			n++;
		}
		n += pieces[n].s < pieces[n].e;
	}
	if (p < before || n == 0 || n > 3)
		return 0;
	for (i = 0; i < n; i++)
	{
		const char *s = pieces[i].s;

		from = ara_word_of(a, s, pieces[i].e, ARA_R_FROM);
		if (!ara_is_words(s, pieces[i].e) || ara_words(s, pieces[i].e, MAX_PERSON_WORDS) > MAX_PERSON_WORDS)
			return 0;
		pieces[i].e = ara_behind_name(a, s, pieces[i].e);
		if (from != NULL && ara_is_person(a, ara_skip_blank(from, pieces[i].e), pieces[i].e))
			pieces[i].s = ara_skip_blank(from, pieces[i].e);
		if (author < 0 && ara_is_person(a, pieces[i].s, pieces[i].e))
			author = i;
		else if (place < 0 && is_place(a, &pieces[i]))
			place = i;
	}
	if (author >= 0 && place < 0 && author + 1 < n && pieces[author + 1].before == '(')
		place = author + 1;
	if (author < 0)
	{
		/* an unknown name behind a place */
		i = place + 1;
		if (place >= 0 && i + 1 < n && ara_is_marker(a, pieces[i].s, pieces[i].e, ARA_R_AGENCY))
			agency = i++;
		if (place >= 0 && i < n && !is_open(pieces[i].before) && (pieces[i].before != ':' || agency >= 0) && !a->have_author &&
			ara_words(pieces[i].s, pieces[i].e, 9) >= 2 &&
			ara_words(pieces[i].s, pieces[i].e, 9) <= MAX_UNKNOWN_WORDS &&
			!ara_is_marker(a, pieces[i].s, pieces[i].e, ARA_R_AGENCY))
			author = i;
		else if (n == 1 && beside_date && !a->have_author && ara_may_be_person(pieces[0].s, pieces[0].e))
			author = 0;
		else if (n == 1 && a->before_date && !a->have_author && !begins_with_article(pieces[0].s, pieces[0].e) &&
				 ara_words(pieces[0].s, pieces[0].e, 9) >= 2 &&
				 ara_words(pieces[0].s, pieces[0].e, 9) <= MAX_UNKNOWN_WORDS)
			author = 0;
		else if (place < 0 || ara_words(l->s, l->e, MAX_PERSON_WORDS) > MAX_PERSON_WORDS || pieces[n - 1].before == ':')
			return 0;
	}
	for (i = 0; i < n; i++)
		if (i == author || i == place || i == agency)
			ara_put(a, i == author ? ARA_P_AUTHOR : i == place ? ARA_P_PLACE : ARA_P_AGENCY, a->article, pieces[i].s, pieces[i].e);
	if (date != NULL)
		ara_put(a, ARA_P_DATE, a->article, date, l->e);
	a->have_author |= author >= 0;
	return 1;
}
