/*
 * article_text.c - running text of a news page: paragraphs, headings, posts inside them
 */
#include <string.h>

#include "article.h"
#include "chartab.h"
#include "utf8.h"

/*
 * Characters of a heading: set off by blank lines, or between lines without
 * blank ones, where there is less evidence.  MIN_PARAGRAPH is what the paragraph
 * below the latter has at least.
 */
#define MAX_HEADING 100
#define MAX_TIGHT_HEADING 60
#define MIN_PARAGRAPH 100

/* Bytes of a bracket that closes a text. */
#define MAX_CLOSING 60

/* Words before the date of an issue. */
#define MAX_ISSUE_WORDS 6

/* Bytes of a paragraph that a page's text has before its tail. */
#define MIN_TEXT 160

/* How many lines of a post are looked for its mark. */
#define POST_LINES 6

/* An embedded post has at most 280 characters: with links and account, 700 bytes. */
#define MAX_POST 700

/* Arrows, geometric signs, dingbats, emoji: posts begin with them, sentences don't. */
static int
is_symbol(uint32_t cp)
{
	return (cp >= 0x2190 && cp <= 0x21FF) || (cp >= 0x2300 && cp <= 0x27BF) ||
		(cp >= 0x2B00 && cp <= 0x2BFF) || (cp >= 0x1F000 && cp <= 0x1FAFF);
}

/* ---- embedded posts ---- */

/* EN DASH or EM DASH, at three bytes. */
static int
is_dash(const char *p)
{
	return memcmp(p, "\xE2\x80\x93", 3) == 0 || memcmp(p, "\xE2\x80\x94", 3) == 0;
}

/* If the dash before p is that of '- name (@account) date' below a post, its end; else NULL. */
static const char *
attribution_end(const char *p, const char *end)
{
	const char *stop = end - p > 200 ? p + 200 : end;
	int			digits = 0;

	/* up to the account, and no further than the next dash: each byte is read for one dash only */
	for (;; p++)
	{
		if (stop - p < 3 || *p == '\n' || *p == '&' || is_dash(p))
			return NULL;
		if (p[0] == '(' && p[1] == '@')
			break;
	}
	while (p < stop && *p != ')' && *p != '\n')
		p++;
	if (p == stop || *p == '\n')
		return NULL;
	end = ++p;
	/* the date ends with its year */
	for (stop = stop - p > 48 ? p + 48 : stop; p < stop && *p != '\n' && *p != '.'; p++)
	{
		digits = *p >= '0' && *p <= '9' ? digits + 1 : 0;
		if (digits == 4)
			return p + 1;
	}
	return end;
}

/* If a post's mark begins at p, returns where the post ends; else NULL. */
static const char *
post_mark(const AraArticle *a, const char *p)
{
	AraMark		marks[ARA_MAX_MARKS];
	int			i;

	for (i = ara_markers_at(a->own, p, a->end, marks); i > 0; i--)
	{
		const char *e = marks[i - 1].end;
		const char *q;

		if (marks[i - 1].role == ARA_R_ATTRIBUTION)
		{
			e = attribution_end(e, a->end);
			if (e != NULL)
				return e;
		}
		if (marks[i - 1].role != ARA_R_POST)
			continue;
		while (e < a->end && ((*e >= '0' && *e <= '9') || (*e >= 'A' && *e <= 'Z') ||
							  (*e >= 'a' && *e <= 'z') || *e == '_'))
			e++;
		for (q = e; q < a->end && *q == ' ';)
			q++;
		i = ara_markers_at(a->own, q, a->end, marks);
		if (i > 0 && marks[i - 1].role == ARA_R_ATTRIBUTION)
		{
			q = attribution_end(marks[i - 1].end, a->end);
			return q != NULL ? q : e;
		}
		return e;
	}
	return NULL;
}

/*
 * The first post's mark in [p, limit); NULL when there is none.  Remembers how
 * far it has looked, so that overlapping questions cost each byte once.
 */
static const char *
find_post(AraArticle *a, const char *p, const char *limit)
{
	const unsigned char *first = ara_marker_bytes();

	if (a->post == NULL || a->post < p)
	{
		a->post = NULL;
		if (p < a->posts_seen)
			p = a->posts_seen;
		for (; p < limit; p++)
			if ((first[(unsigned char) *p] & ARA_F_POST) && post_mark(a, p) != NULL)
			{
				a->post = p;
				break;
			}
		if (p > a->posts_seen)
			a->posts_seen = p;
	}
	return a->post != NULL && a->post < limit ? a->post : NULL;
}

static const char *
within_post(const AraArticle *a, const char *p)
{
	return a->end - p > MAX_POST ? p + MAX_POST : a->end;
}

/* Does a post begin at p, judging by its first sign, and end near by? */
static const char *
post_at(AraArticle *a, const char *p)
{
	int			len;
	uint32_t	cp = ara_decode(p, a->end, &len);

	if (!is_symbol(cp) && cp != '#' && cp != '@')
		return NULL;
	return find_post(a, p, within_post(a, p));
}

/* ---- running text ---- */

static void
put_paragraph(AraArticle *a, const char *s, const char *e)
{
	e = ara_trim(s, e);
	ara_put_text(a, ARA_P_PARAGRAPH, s, e);
	a->sentence_ended = ara_ending(s, e) == ARA_END_FULL || ara_ending(s, e) == ARA_END_ASK;
	a->have_text |= e - s >= MIN_TEXT;
	if (a->state < ARA_A_BODY)
		a->state = ARA_A_BODY;
}

static int
is_arabic_letter(const char *p, const char *end)
{
	int			len;

	return ara_class(ara_decode(p, end, &len)) == ARA_C_ARABIC;
}

/*
 * The next place in [p, e) where a line break was lost: the end of a sentence
 * with a symbol, hashtag or account glued to it, or an Arabic letter when the
 * word before has more than one (abbreviations have dots inside).  Returns e
 * when there is none.
 */
static const char *
next_glue(const char *s, const char *p, const char *e)
{
	/* 0x9F: second byte of ARABIC QUESTION MARK */
	static const unsigned char table[256] = {['.'] = 1, ['!'] = 1, ['?'] = 1, [0x9F] = 1};

	for (; p < e; p++)
	{
		const char *q = p;
		const char *before;
		int			len;
		uint32_t	cp;

		if (!table[(unsigned char) *p] || p + 1 == e)
			continue;
		if ((unsigned char) *p == 0x9F)
		{
			if (p == s || (unsigned char) p[-1] != 0xD8)
				continue;
			q--;
		}
		cp = ara_decode(p + 1, e, &len);
		if (is_symbol(cp) || cp == '#' || cp == '@')
			return p + 1;
		if (ara_class(cp) != ARA_C_ARABIC || q == s)
			continue;
		before = ara_prev_char(s, q);
		if (before > s && is_arabic_letter(before, e) &&
			is_arabic_letter(ara_prev_char(s, before), e))
			return p + 1;
	}
	return e;
}

/* The end of a button or slot glued at p, or that fills the rest of the line; NULL without one. */
static const char *
glued_end(const AraArticle *a, const char *p, const char *e)
{
	AraLine		l;
	AraMark		m;

	l.s = p;
	l.e = e;
	l.breaks = 0;
	if (ara_find_marker(a->own, &l, &m) && (m.where == ARA_W_GLUED || m.where == ARA_W_LINE) &&
		(m.role == ARA_R_MORE || m.role == ARA_R_ADVERTISEMENT))
		return m.end;
	return NULL;
}

/* From here to the end of its mark is a post, over as many lines as it takes. */
static void
begin_post(AraArticle *a, const AraLine *l, const char *s, const char *mark)
{
	const char *stop;

	a->post_end = post_mark(a, mark);
	stop = a->post_end < l->e ? a->post_end : l->e;
	ara_put(a, ARA_P_INTRUSION, a->article, s, ara_trim(s, stop));
	ara_read_later(a, stop, l->e);
}

/*
 * What closes a text may stand behind its last sentence: an agency or its 'end'
 * in brackets.  Where it begins; e when there is none.
 */
static const char *
closing_bracket(const AraArticle *a, const char *s, const char *e)
{
	const char *stop = e - s > MAX_CLOSING ? e - MAX_CLOSING : s;
	const char *p;

	if (e - s < 4 || e[-1] != ')')
		return e;
	for (p = e - 2; p > stop && *p != '('; p--)
		;
	if (p == stop || ara_ending(s, ara_trim(s, p)) != ARA_END_FULL ||
		!(ara_is_marker(a, p, e, ARA_R_AGENCY) || ara_is_marker(a, p, e, ARA_R_END)))
		return e;
	return p;
}

/* Does a label of sources, keywords, dates or links begin at p, its value behind it? */
int
ara_is_label(const AraArticle *a, const char *p, const char *e)
{
	AraMark		marks[ARA_MAX_MARKS];
	int			i;

	for (i = ara_markers_at(a->own, p, e, marks); i > 0; i--)
	{
		const AraMark *m = &marks[i - 1];

		if (m->where == ARA_W_PREFIX && m->end[-1] == ':' && m->end < e &&
			(m->role == ARA_R_SOURCE || m->role == ARA_R_KEYWORDS || m->role == ARA_R_RELATED ||
			 m->role == ARA_R_DATE || m->role == ARA_R_UPDATED || m->role == ARA_R_LINKS || m->role == ARA_R_SHARE))
			return 1;
	}
	return 0;
}

/*
 * A label that a lost line break left behind the end of a sentence of [p, e);
 * e when there is none.  Remembers how far it has looked, as find_post does.
 */
static const char *
label_inside(AraArticle *a, const char *p, const char *e)
{
	/* 0x9F: second byte of ARABIC QUESTION MARK */
	static const unsigned char table[256] = {['.'] = 1, ['!'] = 1, ['?'] = 1, [0x9F] = 1};

	if (a->label == NULL || a->label <= p)
	{
		a->label = NULL;
		if (p < a->labels_seen)
			p = a->labels_seen;
		for (; p < e; p++)
		{
			const char *q;

			if (!table[(unsigned char) *p])
				continue;
			q = ara_skip_blank(p + 1, e);
			if (q < e && ara_is_label(a, q, e))
			{
				a->label = q;
				break;
			}
		}
		if (p > a->labels_seen)
			a->labels_seen = p;
	}
	return a->label != NULL && a->label < e ? a->label : e;
}

/*
 * A paragraph, or the first piece of it when a post or button stands inside.
 * A short line with a post's mark in it is all post; in a long one, only the
 * mark and what a lost line break sets apart before it.
 */
void
ara_read_paragraph(AraArticle *a, const AraLine *l)
{
	const char *mark = find_post(a, l->s, l->e);
	const char *limit = mark ? mark : l->e;
	const char *p = l->s;
	const char *post = post_at(a, l->s);
	AraLine		next;
	AraLine		piece;

	if (post != NULL)
	{
		begin_post(a, l, l->s, post);
		return;
	}
	piece = *l;
	piece.e = label_inside(a, l->s, l->e);
	if (piece.e == l->e)
		piece.e = closing_bracket(a, l->s, l->e);
	if (piece.e < l->e)
	{
		ara_read_later(a, piece.e, l->e);
		a->rest_is_line = 1;
		put_paragraph(a, piece.s, piece.e);
		return;
	}
	while ((p = next_glue(l->s, p, limit)) < limit)
	{
		const char *button = glued_end(a, p, l->e);

		if (button != NULL)
		{
			put_paragraph(a, l->s, p);
			ara_put(a, ARA_P_INTRUSION, a->article, p, button);
			ara_read_later(a, button, l->e);
			return;
		}
		post = post_at(a, p);
		if (post == NULL && mark != NULL && mark - p <= MAX_POST &&
			next_glue(l->s, p, mark) == mark)
			post = mark;
		if (post != NULL)
		{
			put_paragraph(a, l->s, p);
			begin_post(a, l, p, post);
			return;
		}
	}
	if (mark == NULL && l->e - l->s <= MAX_POST && ara_next_line(l->e, a->end, 3, &next) &&
		next.s - l->s <= MAX_POST && a->end - next.s > 3 && is_dash(next.s))
		mark = find_post(a, l->e, next.s + 1);	/* the author of the post is on a line of his own */
	if (mark == NULL)
		put_paragraph(a, l->s, l->e);
	else if (mark - l->s <= MAX_POST)
		begin_post(a, l, l->s, mark);
	else
	{
		put_paragraph(a, l->s, mark);
		begin_post(a, l, mark, mark);
	}
}

/* Does a line with this marker end the text above it, so that no heading can stand there? */
static int
ends_text(AraRole role)
{
	switch (role)
	{
		case ARA_R_SOURCE:
		case ARA_R_AGENCY:
		case ARA_R_KEYWORDS:
		case ARA_R_RELATED:
		case ARA_R_LINKS:
		case ARA_R_SHARE:
		case ARA_R_COMMENT:
		case ARA_R_END:
		case ARA_R_BOILERPLATE:
			return 1;
		default:
			return 0;
	}
}

/* A short line without a full stop, above a paragraph of its own. */
static int
is_heading(const AraArticle *a, const AraLine *l)
{
	AraLine		next;
	AraMark		m;
	int			isolated;

	if (!ara_is_title_like(l, MAX_HEADING) || next_glue(l->s, l->s, l->e) < l->e ||
		!ara_next_line(l->e, a->end, ARA_PEEK, &next))
		return 0;
	if (ara_find_marker(a->own, &next, &m) && ends_text(m.role))
		return 0;
	isolated = l->breaks >= 2 && next.breaks >= 2;
	if (isolated)
		return next.e - next.s > l->e - l->s || ara_ending(next.s, next.e) == ARA_END_FULL;
	return ara_ending(l->s, l->e) == ARA_END_NONE &&
		(a->sentence_ended || a->state == ARA_A_HEAD) &&
		!ara_is_longer(l->s, l->e, MAX_TIGHT_HEADING) &&
		ara_is_longer(next.s, next.e, MIN_PARAGRAPH);
}

/*
 * The end of a heading that lost the line break before its paragraph, so that
 * the words of an opener are glued to it; NULL when there is none.  What they
 * are glued to has three letters or more: shorter, and it is a proclitic.
 */
static const char *
glued_heading(const AraArticle *a, const AraLine *l)
{
	const unsigned char *first = ara_marker_bytes();
	AraMark		marks[ARA_MAX_MARKS];
	const char *p = l->s;
	int			words = 0;
	int			letters = 0;
	int			n;

	for (n = 0; n < MAX_TIGHT_HEADING && p < l->e; n++)
	{
		int			len;
		uint32_t	cp = ara_decode(p, l->e, &len);
		AraClass	class = ara_class(cp);
		int			next;
		int			i;

		if (class == ARA_C_SPACE)
			words += letters > 0;
		else if (class == ARA_C_OTHER && cp != '"' && cp != 0x201C && cp != 0x201D)
			return NULL;
		if (class == ARA_C_ARABIC && words > 0 && letters >= 3 && len == 2 &&
			(first[(unsigned char) p[1]] & ARA_F_OPENER))
			for (i = ara_markers_at(a->own, p, l->e, marks); i > 0; i--)
				if (marks[i - 1].role == ARA_R_OPENER && marks[i - 1].end < l->e &&
					!ara_is_word_char(ara_decode(marks[i - 1].end, l->e, &next)))
					return p;
		p += len;
		letters = class == ARA_C_ARABIC ? letters + 1 : class == ARA_C_MARK ? letters : 0;
	}
	return NULL;
}

/*
 * The lines up to the mark of a post on one of the next lines, when none of them
 * is a sentence; NULL when there is none.
 */
static const char *
post_below(AraArticle *a, const AraLine *l)
{
	AraLine		next = *l;
	int			n;

	if (a->state < ARA_A_BODY || ara_is_longer(l->s, l->e, 140) || ara_ending(l->s, l->e) == ARA_END_FULL ||
		find_post(a, l->s, l->e) != NULL || next_glue(l->s, l->s, l->e) < l->e)
		return NULL;
	for (n = 0; n < POST_LINES && ara_next_line(next.e, a->end, ARA_PEEK, &next); n++)
	{
		const char *mark;

		if (next.e - l->s > MAX_POST)
			return NULL;
		mark = find_post(a, next.s, next.e);
		if (mark != NULL)
			return mark;
		if (ara_is_longer(next.s, next.e, 140) || ara_ending(next.s, next.e) == ARA_END_FULL)
			return NULL;
	}
	return NULL;
}

/* A line inside or below the text that is not of it, by its shape. */
static int
read_page(AraArticle *a, const AraLine *l)
{
	const char *mark;
	const char *date;

	if (ara_is_longer(l->s, l->e, ARA_MAX_TITLE) || a->title == NULL)
		return 0;
	if (!a->have_date && a->article == 0 && ara_ending(l->s, l->e) == ARA_END_NONE &&
		!ara_is_longer(l->s, l->e, ARA_MAX_TAIL) && ara_date_tail(l->s, l->e, &date) != NULL &&
		ara_words(l->s, date, ARA_MAX_TAIL_WORDS) <= ARA_MAX_TAIL_WORDS && !ara_text_ahead(a, l->e, ARA_TAIL_LINES))
	{
		/* an old page's date stands below its text */
		ara_put(a, ARA_P_DATE, a->article, date, l->e);
		return 1;
	}
	if (a->have_text && ara_ending(l->s, l->e) == ARA_END_NONE && ara_date_tail(l->s, l->e, &date) != NULL &&
		ara_words(l->s, date, MAX_ISSUE_WORDS) <= MAX_ISSUE_WORDS && !ara_text_ahead(a, l->e, ARA_TAIL_LINES))
	{
		/* the issue of the newspaper once more */
		ara_put_line(a, ARA_P_BOILERPLATE, l);
		return 1;
	}
	mark = post_below(a, l);
	if (mark != NULL)
	{
		begin_post(a, l, l->s, mark);
		return 1;
	}
	if (ara_is_menu(a, l) || ara_is_buttons(a, l->s, l->e) || (!ara_has_arabic(l->s, l->e) && ara_has_arabic(a->title, a->title + a->title_len) &&
							  !ara_is_longer(l->s, l->e, MAX_HEADING) && post_at(a, l->s) == NULL &&
							  find_post(a, l->s, l->e) == NULL))
	{
		ara_put_line(a, ARA_P_BOILERPLATE, l);
		return 1;
	}
	if (ara_ending(l->s, l->e) == ARA_END_NONE && find_post(a, l->s, l->e) == NULL && ara_is_caption(a, l))
	{
		ara_put_line(a, ARA_P_CAPTION, l);
		return 1;
	}
	return ara_read_tail(a, l);
}

void
ara_read_text(AraArticle *a, const AraLine *l)
{
	const char *glued;

	if (a->state >= ARA_A_BODY && read_page(a, l))
		return;
	if (a->state == ARA_A_FOOTER && ara_is_title_like(l, ARA_MAX_LINK))
		ara_put_line(a, ARA_P_BOILERPLATE, l);
	else if (is_heading(a, l) && post_at(a, l->s) == NULL && find_post(a, l->s, l->e) == NULL)
	{
		ara_put_text(a, ARA_P_HEADING, l->s, l->e);
		a->sentence_ended = 0;
	}
	else if (a->sentence_ended && (glued = glued_heading(a, l)) != NULL)
	{
		ara_put_text(a, ARA_P_HEADING, l->s, glued);
		ara_read_later(a, glued, l->e);
	}
	else
		ara_read_paragraph(a, l);
}
