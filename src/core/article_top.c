/*
 * article_top.c - the lines above the title, the title, and those below it up to the text
 *
 * What none of the fields explains is told by its shape and by what follows: a
 * deck stands above the fields, a caption right above the text.
 */
#include <string.h>

#include "article.h"

/* Characters beside a date without a label: an hour, a section; more is text that it begins. */
#define MAX_AFTER_DATE 40

/* Lines between title and body; beyond them, lines without full stops are the body (a poem). */
#define MAX_HEAD_LINES 12

static int
is_title_again(const AraArticle *a, const AraLine *l)
{
	return a->title != NULL && (size_t) (l->e - l->s) == a->title_len &&
		memcmp(l->s, a->title, a->title_len) == 0;
}

/* May [s, e) follow a date that has no label? */
static int
is_after_date(const AraArticle *a, const char *s, const char *e)
{
	AraLine		l;
	AraMark		m;

	l.s = s;
	l.e = e;
	l.breaks = 0;
	return !ara_is_longer(s, e, MAX_AFTER_DATE) ||
		(ara_find_marker(a->own, &l, &m) && (m.role == ARA_R_DATE || m.role == ARA_R_UPDATED));
}

/* A line with a credit in brackets at its end: below a title, that is the caption of its picture. */
static int
ends_in_bracket(const AraLine *l)
{
	const char *p = l->e - 1;

	if (*p != ')')
		return 0;
	while (p > l->s && *p != '(')
		p--;
	return p > l->s && ara_words(p, l->e, 3) <= 3 && ara_words(l->s, p, 4) >= 4;
}

/* Words of a line between title and text that is no text: a desk, an office, a place. */
#define MAX_HEAD_WORDS 3

/* How many lines below the head may follow before the text does. */
#define LINES_TO_TEXT 10

/* Words of a caption without a credit. */
#define MIN_CAPTION_WORDS 3
#define MAX_CAPTION_WORDS 7

/* A few words between the fields and the first paragraph: what is on its picture. */
static int
is_bare_caption(const AraArticle *a, const AraLine *l)
{
	AraLine		next;
	int			words = ara_words(l->s, l->e, MAX_CAPTION_WORDS);

	return words >= MIN_CAPTION_WORDS && words <= MAX_CAPTION_WORDS && a->article == 0 &&
		ara_ending(l->s, l->e) == ARA_END_NONE &&
		ara_next_line(l->e, a->end, ARA_PEEK, &next) &&
		(ara_is_longer(next.s, next.e, ARA_MAX_BYLINE) ||
		 (!ara_is_longer(next.s, next.e, ARA_MAX_NAME) && ara_ending(next.s, next.e) != ARA_END_FULL &&
		  ara_next_line(next.e, a->end, ARA_PEEK, &next) && ara_is_longer(next.s, next.e, ARA_MAX_BYLINE)));
}

/* Characters of a deck, and how many lines of fields may stand between it and the next one. */
#define MAX_DECK 400
#define MIN_DECK_WORDS 9
#define LINES_TO_FIELD 3

/* A sentence or more below the title, with the date or the byline still to come: the deck. */
static int
read_deck(AraArticle *a, const AraLine *l)
{
	if (a->state != ARA_A_HEAD || a->article > 0 || a->have_deck || ara_is_caption(a, l) || ends_in_bracket(l) || ara_words(l->s, l->e, MIN_DECK_WORDS) < MIN_DECK_WORDS ||
		ara_is_longer(l->s, l->e, MAX_DECK) || 
		!ara_field_ahead(a, l->e, ara_ending(l->s, l->e) == ARA_END_FULL ? 1 : LINES_TO_FIELD) ||
		!ara_text_ahead(a, l->e, LINES_TO_TEXT))
		return 0;
	a->have_deck = 1;
	ara_put_text(a, ARA_P_PARAGRAPH, l->s, l->e);
	return 1;
}

/* A line without a marker before the body; 0 when it is text. */
int
ara_read_head(AraArticle *a, const AraLine *l)
{
	const char *number;
	const char *number_end;
	const char *date;
	int			beside_date = a->beside_date;

	if (++a->head_lines > MAX_HEAD_LINES)
	{
		a->state = ARA_A_BODY;
		return 0;
	}
	if (a->state == ARA_A_HEAD && ara_read_dateline(a, l))
	{
		a->have_dateline = 1;
		return 1;
	}
	if (ara_is_longer(l->s, l->e, ARA_MAX_VALUE) && ara_read_glued_head(a, l))
		return 1;
	if (read_deck(a, l))
		return 1;
	if (ara_is_longer(l->s, l->e, ARA_MAX_VALUE))
		return 0;
	a->beside_date = 1;
	date = ara_date_end(l->s, l->e);
	if (date == NULL)
		date = ara_date_front(l->s, l->e);
	if (date != NULL && (date == l->e || (a->state == ARA_A_HEAD && is_after_date(a, date, l->e))))
	{
		ara_put(a, ARA_P_DATE, a->article, l->s, date);
		ara_read_beside_date(a, date, l->e);
		return 1;
	}
	if (ara_reading_time(a, l->s, l->e, &number, &number_end))
	{
		if (!a->have_author && ara_is_person(a, l->s, ara_trim(l->s, number)))
		{
			ara_put(a, ARA_P_AUTHOR, a->article, l->s, ara_trim(l->s, number));
			a->have_author = 1;
		}
		ara_put(a, ARA_P_READING_TIME, a->article, number, number_end);
		return 1;
	}
	a->beside_date = beside_date;
	if (a->state != ARA_A_HEAD)
		return 0;
	date = memchr(l->s, '|', (size_t) (l->e - l->s));
	if (date != NULL && ara_is_person(a, l->s, ara_trim(l->s, date)))
	{
		ara_put(a, ARA_P_AUTHOR, a->article, l->s, ara_trim(l->s, date));
		ara_read_beside_date(a, date + 1, l->e);
		a->have_author = 1;
		return 1;
	}
	if (ara_in_next_byline(a, l) || is_title_again(a, l) || ara_is_menu(a, l) || ara_is_buttons(a, l->s, l->e) ||
		(!ara_has_arabic(l->s, l->e) && a->title != NULL && ara_has_arabic(a->title, a->title + a->title_len)))
	{
		ara_put_line(a, ARA_P_BOILERPLATE, l);
		return 1;
	}
	if (!ara_text_ahead(a, l->e, LINES_TO_TEXT))
		return 0;
	if (ara_is_caption(a, l) || ends_in_bracket(l))
	{
		ara_put_line(a, ARA_P_CAPTION, l);
		return 1;
	}
	/* 'outlet, date' */
	date = ara_date_tail(l->s, l->e, &number);
	if (date != NULL && !a->have_date && !ara_is_longer(l->s, l->e, ARA_MAX_BYLINE) &&
		ara_words(l->s, number, MAX_HEAD_WORDS) <= MAX_HEAD_WORDS && !ara_read_names(a, l))
		ara_put(a, ARA_P_DATE, a->article, date, l->e);
	if (a->npending > 0)
		return 1;
	a->before_date = !beside_date && ara_date_next(a, l->e);
	if (ara_read_names(a, l))
		return 1;
	a->beside_date = beside_date;
	if ((a->have_date || a->have_author) && is_bare_caption(a, l))
	{
		ara_put_line(a, ARA_P_CAPTION, l);
		return 1;
	}
	if (ara_ending(l->s, l->e) != ARA_END_NONE || ara_is_longer(l->s, l->e, ARA_MAX_BYLINE))
		return 0;
	if (ara_words(l->s, l->e, MAX_HEAD_WORDS) > MAX_HEAD_WORDS)
		ara_put_text(a, ARA_P_HEADING, l->s, l->e);
	else
		ara_put_line(a, ARA_P_BOILERPLATE, l);
	return 1;
}

/* A line above the title: a date, a byline, or else a menu. */
void
ara_read_above_title(AraArticle *a, const AraLine *l)
{
	const char *date = ara_date_end(l->s, l->e);
	const char *before;
	AraMark		m;

	if (ara_find_marker(a->own, l, &m) && m.where == ARA_W_PREFIX)
	{
		const char *v = ara_skip_colon(m.end, l->e);

		if (v < l->e && (m.role == ARA_R_DATE || m.role == ARA_R_UPDATED || m.role == ARA_R_BYLINE ||
						 m.role == ARA_R_AUTHOR || m.role == ARA_R_READING) &&
			ara_read_value(a, l, m.role, v, m.end[-1] == ':'))
			return;
	}
	if (date == NULL)
		date = ara_date_front(l->s, l->e);
	if (date != NULL)
		ara_put(a, ARA_P_DATE, a->article, l->s, date);
	else if (!ara_is_longer(l->s, l->e, ARA_MAX_BYLINE) &&
			 (date = ara_date_tail(l->s, l->e, &before)) != NULL)
	{
		if (ara_is_person(a, l->s, ara_trim(l->s, before)))
			ara_put(a, ARA_P_AUTHOR, a->article, l->s, ara_trim(l->s, before));
		ara_put(a, ARA_P_DATE, a->article, date, l->e);
	}
	else
		ara_put_line(a, ARA_P_BOILERPLATE, l);
}

/* The first line of an article is its title, unless it is a paragraph already. */
int
ara_read_title(AraArticle *a, const AraLine *l)
{
	AraLine		next;
	const char *s;
	int			is_title = !ara_is_longer(l->s, l->e, ARA_MAX_TITLE);

	a->state = ARA_A_HEAD;
	a->title = NULL;
	a->head_lines = 0;
	a->sentence_ended = 0;
	a->have_deck = a->have_author = a->have_dateline = a->have_text = a->beside_date = 0;
	if (is_title && a->article == 0 && ara_ending(l->s, l->e) == ARA_END_FULL)
		is_title = ara_next_line(l->e, a->end, ARA_PEEK, &next) && next.e - next.s > l->e - l->s;
	if (!is_title)
		return 0;
	s = a->article == 0 ? ara_behind_path(l->s, l->e) : l->s;
	ara_put(a, ARA_P_BOILERPLATE, a->article, l->s, ara_trim(l->s, s));
	ara_put_text(a, ARA_P_TITLE, s, l->e);
	a->title = s;
	a->title_len = (size_t) (l->e - s);
	return 1;
}
