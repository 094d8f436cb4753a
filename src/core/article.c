/*
 * article.c - a raw news page to the parts of its article
 *
 * A page is read line by line, and what a line is follows from the marker that
 * begins it (src/data/article.tsv), from where in the page it stands, and from
 * its shape:
 *
 *     TITLE --> HEAD --> BODY --> FOOTER --> another article's TITLE ...
 *       |        |        |          |
 *       |        |        +----------+--> CLOSED (share box) --> OVER (comment box)
 *       |        dates, bylines, reading time
 *       sections, dates
 *
 * Only spans are ever stored: what a line needs to know of its neighbours is
 * looked up in a bounded stretch of the text, so memory is constant and time
 * linear.  Whatever no rule names lies between the spans put into pending[],
 * and comes out as separator (white space) or label (the rest): the parts are
 * the whole text by construction.
 */
#include <string.h>

#include "ara.h"
#include "chartab.h"
#include "marker.h"
#include "utf8.h"

/*
 * Lengths that tell kinds of line apart, in characters.  In the five pages of
 * ../shared/seeds, titles have 45 to 78, section headings 18 and 46, paragraphs
 * 48 to 306 (half of them 174 or more): the limits leave room for twice the
 * longest headline, and a tight heading must be shorter than what follows.
 */
#define MAX_TITLE 200
#define MAX_HEADING 100			/* set off by blank lines */
#define MAX_TIGHT_HEADING 60	/* between lines without blank ones: less evidence, so shorter */
#define MIN_PARAGRAPH 100		/* what follows a tight heading */
#define MAX_LINK 160			/* title of another article in a list */
#define MAX_NAME 60				/* an author */
#define MAX_BYLINE 100			/* author, date and reading time */
#define MAX_VALUE 200			/* sources, a date with its trimmings */
#define MAX_BOILERPLATE 300

/* How far a line looks at the next one, in bytes: enough for MAX_BYLINE and to see that it is long. */
#define PEEK 600

/* An embedded post has at most 280 characters: with links and account, 700 bytes. */
#define MAX_POST 700

/* Lines between title and body; beyond them, lines without full stops are the body (a poem, a list). */
#define MAX_HEAD_LINES 12

enum
{
	TITLE, HEAD, BODY, FOOTER, CLOSED, OVER
};

typedef struct Line
{
	const char *s;				/* without white space at the ends */
	const char *e;
	int			breaks;			/* line breaks before it; 2: set off by a blank line */
} Line;

/* The sign that a line ends with, quotes and brackets aside. */
typedef enum Ending
{
	END_NONE,
	END_FULL,					/* full stop, ellipsis */
	END_ASK,					/* question or exclamation mark: a heading may have it */
	END_OPEN					/* comma, colon: something follows */
} Ending;

const char *
ara_part_name(AraPartKind kind)
{
	static const char *const names[] = {
		"title", "date", "author", "reading_time", "heading", "paragraph", "source", "keywords",
		"related_title", "related_heading", "related_paragraph", "label", "intrusion",
		"boilerplate", "separator"
	};

	return (unsigned) kind <= ARA_P_LAST ? names[kind] : "unknown";
}

/* ---- characters ---- */

/* White space, and controls that show nothing; variation selectors belong to their emoji. */
static int
is_blank(uint32_t cp)
{
	AraClass	class = ara_class(cp);

	return class == ARA_C_SPACE || (class == ARA_C_IGNORE && !(cp >= 0xFE00 && cp <= 0xFE0F));
}

static int
is_word_char(uint32_t cp)
{
	AraClass	class = ara_class(cp);

	return class == ARA_C_ARABIC || class == ARA_C_LATIN || class == ARA_C_LETTER ||
		class == ARA_C_DIGIT || class == ARA_C_MARK;
}

static int
is_newline(uint32_t cp)
{
	return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* Arrows, technical and geometric signs, dingbats, emoji: posts begin with them, sentences don't. */
static int
is_symbol(uint32_t cp)
{
	return (cp >= 0x2190 && cp <= 0x21FF) || (cp >= 0x2300 && cp <= 0x27BF) ||
		(cp >= 0x2B00 && cp <= 0x2BFF) || (cp >= 0x1F000 && cp <= 0x1FAFF);
}

static const char *
prev_char(const char *s, const char *p)
{
	int			n;

	for (n = 0, p--; p > s && n < 3 && ((unsigned char) *p & 0xC0) == 0x80; n++)
		p--;
	return p;
}

static const char *
skip_blank(const char *p, const char *end)
{
	int			len;

	while (p < end && is_blank(ara_decode(p, end, &len)))
		p += len;
	return p;
}

static const char *
trim(const char *s, const char *e)
{
	while (e > s)
	{
		const char *p = prev_char(s, e);
		int			len;

		if (!is_blank(ara_decode(p, e, &len)) || p + len != e)
			break;
		e = p;
	}
	return e;
}

/* Signs and white space, at most 8 of them, that stand around a marker or between a label and its value. */
static const char *
skip_signs(const char *p, const char *end)
{
	int			n;
	int			len;

	for (n = 0; n < 8 && p < end; n++, p += len)
		if (is_word_char(ara_decode(p, end, &len)))
			break;
	return p;
}

/* Counts characters; returns max + 1 when there are more than max. */
static int
chars(const char *s, const char *e, int max)
{
	int			n = 0;

	if (e - s > 4 * (ptrdiff_t) max)
		return max + 1;
	for (; s < e && n <= max; s++)
		n += ((unsigned char) *s & 0xC0) != 0x80;
	return n;
}

/* ---- lines ---- */

/* The first line break at or after p, else end. */
static const char *
line_end(const char *p, const char *end)
{
	/* 1: a line break; 2: may begin one */
	static const unsigned char table[256] = {
		['\n'] = 1, ['\v'] = 1, ['\f'] = 1, ['\r'] = 1, [0xC2] = 2, [0xE2] = 2
	};

	for (; p < end; p++)
	{
		int			found = table[(unsigned char) *p];
		int			len;

		if (found == 1 || (found == 2 && is_newline(ara_decode(p, end, &len))))
			break;
	}
	return p;
}

/* Finds the next line that is not blank, of which it looks at no more than reach bytes; 0 at the end. */
static int
next_line(const char *p, const char *end, size_t reach, Line *l)
{
	int			len;
	uint32_t	cp;

	for (l->breaks = 0; p < end && is_blank(cp = ara_decode(p, end, &len)); p += len)
		if (is_newline(cp) && !(cp == '\n' && p[-(l->breaks > 0)] == '\r') && l->breaks < 2)
			l->breaks++;
	if (p == end)
		return 0;
	if ((size_t) (end - p) > reach)
		end = p + reach;
	l->s = p;
	l->e = trim(p, line_end(p, end));
	return 1;
}

static Ending
ending(const char *s, const char *e)
{
	int			n;

	for (n = 0; n < 6 && e > s; n++)
	{
		const char *p = prev_char(s, e);
		int			len;
		uint32_t	cp = ara_decode(p, e, &len);

		switch (cp)
		{
			case '.':
			case 0x2026:		/* HORIZONTAL ELLIPSIS */
			case 0x06D4:		/* ARABIC FULL STOP */
				return END_FULL;
			case '!':
			case '?':
			case 0x061F:		/* ARABIC QUESTION MARK */
				return END_ASK;
			case ',':
			case ':':
			case ';':
			case '-':
			case 0x060C:		/* ARABIC COMMA */
			case 0x061B:		/* ARABIC SEMICOLON */
				return END_OPEN;
			case '"':
			case '\'':
			case ')':
			case ']':
			case 0x00BB:		/* RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK */
			case 0x201C:		/* LEFT DOUBLE QUOTATION MARK, used to close as well */
			case 0x201D:		/* RIGHT DOUBLE QUOTATION MARK */
			case 0x2019:		/* RIGHT SINGLE QUOTATION MARK */
				break;
			default:
				if (!is_blank(cp))
					return END_NONE;
		}
		e = p;
	}
	return END_NONE;
}

/* A line of signs only ('* * *', '-----') is neither title nor text. */
static int
is_ornament(const Line *l)
{
	const char *p;
	int			len;

	if (l->e - l->s > 256)
		return 0;
	for (p = l->s; p < l->e; p += len)
		if (is_word_char(ara_decode(p, l->e, &len)))
			return 0;
	return 1;
}

/* Looks like the title of something: short, and no sentence that has ended. */
static int
is_title_like(const Line *l, int max)
{
	Ending		end = ending(l->s, l->e);

	return chars(l->s, l->e, max) <= max && end != END_FULL && end != END_OPEN;
}

/* ---- markers ---- */

/* Does a glued marker end where a new word begins, rather than inside an inflected one? */
static int
is_glued(const char *p, const char *end)
{
	AraMark		marks[ARA_MAX_MARKS];
	int			len;
	uint32_t	cp;
	int			i;

	if (p == end)
		return 0;
	cp = ara_decode(p, end, &len);
	if (!is_word_char(cp) && cp != '"' && cp != 0x00AB && cp != 0x201C)
		return 0;
	for (i = ara_markers_at(p, end, marks); i > 0; i--)
		if (marks[i - 1].role == ARA_R_SUFFIX &&
			(marks[i - 1].end == end || !is_word_char(ara_decode(marks[i - 1].end, end, &len))))
			return 0;
	return 1;
}

static int
fits(const AraMark *m, const Line *l)
{
	const char *last = prev_char(m->start, m->end);
	int			len;

	switch (m->where)
	{
		case ARA_W_LINE:
			return skip_signs(m->end, l->e) == l->e;
		case ARA_W_PREFIX:
			return m->end == l->e || !is_word_char(ara_decode(last, m->end, &len)) ||
				!is_word_char(ara_decode(m->end, l->e, &len));
		case ARA_W_GLUED:
			return m->start == l->s && m->role != ARA_R_SUFFIX && is_glued(m->end, l->e);
		default:
			return 0;
	}
}

/* The longest marker that fits the beginning of a line, after a few signs if need be; 0 when there is none. */
static int
find_marker(const Line *l, AraMark *m)
{
	AraMark		marks[ARA_MAX_MARKS];
	const char *p = l->s;
	int			pass;
	int			i;

	for (pass = 0; pass < 2; pass++, p = skip_signs(p, l->e))
		for (i = p < l->e ? ara_markers_at(p, l->e, marks) : 0; i > 0; i--)
			if (fits(&marks[i - 1], l))
			{
				*m = marks[i - 1];
				return 1;
			}
	return 0;
}

/* ---- parts ---- */

static void
put(AraArticle *a, AraPartKind kind, int article, const char *s, const char *e)
{
	AraPart    *p = &a->pending[a->npending];

	if (s == e)
		return;
	a->npending++;
	p->kind = kind;
	p->article = article;
	p->start = s;
	p->len = (size_t) (e - s);
}

/* Puts a part of the article being read, the main one or a related one. */
static void
put_text(AraArticle *a, AraPartKind kind, const char *s, const char *e)
{
	if (a->article > 0)
		kind = kind == ARA_P_TITLE ? ARA_P_RELATED_TITLE :
			kind == ARA_P_HEADING ? ARA_P_RELATED_HEADING : ARA_P_RELATED_PARAGRAPH;
	put(a, kind, a->article, s, e);
}

static void
put_whole(AraArticle *a, AraPartKind kind, const Line *l)
{
	put(a, kind, a->article, l->s, l->e);
}

static void
put_paragraph(AraArticle *a, const char *s, const char *e)
{
	e = trim(s, e);
	put_text(a, ARA_P_PARAGRAPH, s, e);
	a->sentence_ended = ending(s, e) == END_FULL || ending(s, e) == END_ASK;
	if (a->state < BODY)
		a->state = BODY;
}

static void
put_link(AraArticle *a, const char *s, const char *e)
{
	put(a, ARA_P_RELATED_TITLE, ++a->articles, s, e);
}

/* ---- embedded posts ---- */

/* Is the dash the one of '- name (@account) date' below an embedded post?  Returns the end of that. */
static const char *
attribution_end(const char *p, const char *end)
{
	const char *stop = end - p > 200 ? p + 200 : end;
	int			digits = 0;

	/* up to the account, and no further than the next dash: each byte is read for one dash only */
	for (;; p++)
	{
		if (stop - p < 2 || *p == '\n' || (unsigned char) *p == 0xE2)
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

	for (i = ara_markers_at(p, a->end, marks); i > 0; i--)
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
		i = ara_markers_at(q, a->end, marks);
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
		before = prev_char(s, q);
		if (before > s && is_arabic_letter(before, e) && is_arabic_letter(prev_char(s, before), e))
			return p + 1;
	}
	return e;
}

/* A button or slot that stands glued at p, or fills what remains of the line; NULL when there is none. */
static const char *
glued_end(const char *p, const char *e)
{
	Line		l;
	AraMark		m;

	l.s = p;
	l.e = e;
	l.breaks = 0;
	if (find_marker(&l, &m) && (m.where == ARA_W_GLUED || m.where == ARA_W_LINE) &&
		(m.role == ARA_R_MORE || m.role == ARA_R_ADVERTISEMENT))
		return m.end;
	return NULL;
}

/* Leaves the line at p; what remains of it is text. */
static void
read_later(AraArticle *a, const char *p, const char *e)
{
	a->next = p;
	a->rest = p < e ? e : NULL;
}

/* From here to the end of its mark is a post, over as many lines as it takes. */
static void
begin_post(AraArticle *a, const Line *l, const char *s, const char *mark)
{
	const char *stop;

	a->post_end = post_mark(a, mark);
	stop = a->post_end < l->e ? a->post_end : l->e;
	put(a, ARA_P_INTRUSION, a->article, s, trim(s, stop));
	read_later(a, stop, l->e);
}

/*
 * A paragraph, or the first piece of it when a post or button stands inside.
 * A short line with a post's mark in it is all post; in a long one, only the
 * mark and what a lost line break sets apart before it.
 */
static void
read_paragraph(AraArticle *a, const Line *l)
{
	const char *mark = find_post(a, l->s, l->e);
	const char *limit = mark ? mark : l->e;
	const char *p = l->s;
	const char *post = post_at(a, l->s);
	Line		next;

	if (post != NULL)
	{
		begin_post(a, l, l->s, post);
		return;
	}
	while ((p = next_glue(l->s, p, limit)) < limit)
	{
		const char *button = glued_end(p, l->e);

		if (button != NULL)
		{
			put_paragraph(a, l->s, p);
			put(a, ARA_P_INTRUSION, a->article, p, button);
			read_later(a, button, l->e);
			return;
		}
		post = post_at(a, p);
		if (post == NULL && mark != NULL && mark - p <= MAX_POST && next_glue(l->s, p, mark) == mark)
			post = mark;
		if (post != NULL)
		{
			put_paragraph(a, l->s, p);
			begin_post(a, l, p, post);
			return;
		}
	}
	if (mark == NULL && l->e - l->s <= MAX_POST && next_line(l->e, a->end, 4, &next) &&
		(unsigned char) *next.s == 0xE2)
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

/* A short line without a full stop, above a paragraph of its own. */
static int
is_heading(const AraArticle *a, const Line *l)
{
	Line		next;
	AraMark		m;
	int			isolated;

	if (!is_title_like(l, MAX_HEADING) || !next_line(l->e, a->end, PEEK, &next))
		return 0;
	if (find_marker(&next, &m) && m.role != ARA_R_ADVERTISEMENT && m.role != ARA_R_MORE)
		return 0;
	isolated = l->breaks >= 2 && next.breaks >= 2;
	if (isolated)
		return next.e - next.s > l->e - l->s || ending(next.s, next.e) == END_FULL;
	return ending(l->s, l->e) == END_NONE && (a->sentence_ended || a->state == HEAD) &&
		chars(l->s, l->e, MAX_TIGHT_HEADING) <= MAX_TIGHT_HEADING &&
		chars(next.s, next.e, MIN_PARAGRAPH) > MIN_PARAGRAPH;
}

/*
 * The end of a heading that lost the line break before its paragraph, so that
 * the words of an opener are glued to it; NULL when there is none.  What they
 * are glued to has three letters or more: shorter, and it is a proclitic.
 */
static const char *
glued_heading(const Line *l)
{
	const unsigned char *first = ara_marker_bytes();
	AraMark		marks[ARA_MAX_MARKS];
	const char *p = l->s;
	int			words = 0;
	int			letters = 0;
	int			len;
	int			n;
	int			i;

	for (n = 0; n < MAX_TIGHT_HEADING && p < l->e; n++, p += len)
	{
		uint32_t	cp = ara_decode(p, l->e, &len);
		AraClass	class = ara_class(cp);

		if (class == ARA_C_SPACE)
			words += letters > 0;
		else if (class == ARA_C_OTHER && cp != '"' && cp != 0x201C && cp != 0x201D)
			return NULL;
		if (class == ARA_C_ARABIC && words > 0 && letters >= 3 && len == 2 &&
			(first[(unsigned char) p[1]] & ARA_F_OPENER))
			for (i = ara_markers_at(p, l->e, marks); i > 0; i--)
				if (marks[i - 1].role == ARA_R_OPENER && marks[i - 1].end < l->e &&
					!is_word_char(ara_decode(marks[i - 1].end, l->e, &len)))
					return p;
		ara_decode(p, l->e, &len);
		letters = class == ARA_C_ARABIC ? letters + 1 : class == ARA_C_MARK ? letters : 0;
	}
	return NULL;
}

static void
read_text(AraArticle *a, const Line *l)
{
	const char *glued;

	if (a->state == FOOTER && is_title_like(l, MAX_LINK))
		put_whole(a, ARA_P_BOILERPLATE, l);
	else if (is_heading(a, l) && post_at(a, l->s) == NULL && find_post(a, l->s, l->e) == NULL)
	{
		put_text(a, ARA_P_HEADING, l->s, l->e);
		a->sentence_ended = 0;
	}
	else if (a->sentence_ended && (glued = glued_heading(l)) != NULL)
	{
		put_text(a, ARA_P_HEADING, l->s, glued);
		read_later(a, glued, l->e);
	}
	else
		read_paragraph(a, l);
}

/* ---- fields ---- */

/*
 * Finds the date that v begins with: all of [v, e), or what stands before one
 * of the last signs that set something else apart.  Returns its end, else NULL.
 */
static const char *
date_end(const char *v, const char *e)
{
	AraDate		date;
	int			n;

	for (n = 0; n < 8 && v < e && e - v <= 4 * MAX_VALUE; n++)
	{
		const char *p;
		int			len;

		if (ara_date_parse(v, (size_t) (e - v), &date) && date.day != 0)
			return e;
		for (p = e; p > v;)
		{
			uint32_t	cp;

			p = prev_char(v, p);
			cp = ara_decode(p, e, &len);
			if (cp == '|' || cp == '-' || cp == 0x2013 || cp == 0x0640 || cp == 0x2022)
				break;
		}
		e = trim(v, p);
	}
	return NULL;
}

/* Finds 'number + reading marker' in [s, e): sets the number's span and returns where the marker ends. */
static const char *
reading_time(const char *s, const char *e, const char **number, const char **number_end)
{
	const char *p;
	int			len;

	if (chars(s, e, MAX_BYLINE) > MAX_BYLINE)
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
		else if (*number != NULL && skip_blank(*number_end, e) == p)
			for (i = ara_markers_at(p, e, marks); i > 0; i--)
				if (marks[i - 1].role == ARA_R_READING && marks[i - 1].where == ARA_W_INLINE)
					return marks[i - 1].end;
	}
	return NULL;
}

/* Finds the first date in [s, e) that runs to e, and begins with a word. */
static const char *
date_tail(const char *s, const char *e)
{
	const char *found = NULL;
	const char *p = s;
	AraDate		date;
	AraDate		first;
	int			n;

	for (n = 0; n < 16 && p < e; n++)
	{
		int			len;

		if (ara_date_parse(p, (size_t) (e - p), &date) && date.day != 0)
		{
			if (found == NULL)
				first = date;
			else if (date.day != first.day)
				break;
			found = p;
		}
		else if (found != NULL)
			break;
		while (p < e && !is_blank(ara_decode(p, e, &len)))
			p += len;
		p = skip_blank(p, e);
	}
	return found;
}

/* 'verb author [date] [n minutes to read]'; 0 when the line is too long for that or names nobody. */
static int
read_byline(AraArticle *a, const Line *l, const char *v)
{
	const char *number;
	const char *number_end;
	const char *name_end = l->e;
	const char *date;
	const char *p;
	int			len;

	if (chars(v, l->e, MAX_BYLINE) > MAX_BYLINE || ending(v, l->e) == END_FULL)
		return 0;
	if (reading_time(v, l->e, &number, &number_end))
		name_end = trim(v, number);
	else
		number = NULL;
	date = date_tail(v, name_end);
	p = date ? date : name_end;
	while (p > v && !is_word_char(ara_decode(prev_char(v, p), l->e, &len)))
		p = prev_char(v, p);
	if (chars(v, p, MAX_NAME) > MAX_NAME || (p == v && !date && !number))
		return 0;
	put(a, ARA_P_AUTHOR, a->article, v, p);
	if (date)
		put(a, ARA_P_DATE, a->article, date, name_end);
	if (number)
		put(a, ARA_P_READING_TIME, a->article, number, number_end);
	return 1;
}

/* Is a line repeated inside the byline on the next one? */
static int
in_next_byline(const AraArticle *a, const Line *l)
{
	Line		next;
	AraMark		m;
	size_t		len = (size_t) (l->e - l->s);
	const char *p;

	if (chars(l->s, l->e, MAX_NAME) > MAX_NAME || !next_line(l->e, a->end, PEEK, &next) ||
		!find_marker(&next, &m) || (m.role != ARA_R_BYLINE && m.role != ARA_R_AUTHOR))
		return 0;
	for (p = m.end; (size_t) (next.e - p) >= len; p++)
		if (memcmp(p, l->s, len) == 0)
			return 1;
	return 0;
}

/* The next source of the list that a->rest ends. */
static void
read_source(AraArticle *a)
{
	const char *e = a->rest;
	const char *s = skip_blank(a->next, e);
	const char *p = s;
	const char *next = e;
	AraMark		marks[ARA_MAX_MARKS];
	int			len;

	for (; p < e; p += len)
	{
		if (ara_markers_at(p, e, marks) > 0 && marks[0].role == ARA_R_SEPARATOR)
		{
			next = marks[0].end;
			break;
		}
		ara_decode(p, e, &len);
	}
	put(a, ARA_P_SOURCE, a->article, s, trim(s, p));
	read_later(a, next, e);
	a->in_sources = a->rest != NULL;
}

/* A field at the foot of the body closes it. */
static void
end_body(AraArticle *a)
{
	if (a->state >= BODY)
	{
		a->footer = 1;
		if (a->state < FOOTER)
			a->state = FOOTER;
	}
}

/* What stands between a label and its value. */
static const char *
skip_colon(const char *p, const char *end)
{
	int			len;

	for (; p < end; p += len)
	{
		uint32_t	cp = ara_decode(p, end, &len);

		if (!is_blank(cp) && cp != ':' && cp != '|' && cp != '-' && cp != '/' && cp != 0x2013)
			break;
	}
	return p;
}

/* The value [v, l->e) of a field; 0 when it can't be one, so that the line is text after all. */
static int
read_value(AraArticle *a, const Line *l, AraRole role, const char *v, int colon)
{
	const char *e;
	int			len;

	switch (role)
	{
		case ARA_R_TITLE:
			if (a->state != TITLE || chars(v, l->e, MAX_TITLE) > MAX_TITLE)
				return 0;
			put_text(a, ARA_P_TITLE, v, l->e);
			a->state = HEAD;
			return 1;
		case ARA_R_DATE:
			e = date_end(v, l->e);
			if (e == NULL && colon && a->state <= HEAD && chars(v, l->e, MAX_NAME) <= MAX_NAME)
				e = l->e;		/* 'two hours ago' */
			if (e == NULL)
				return 0;
			put(a, ARA_P_DATE, a->article, v, e);
			return 1;
		case ARA_R_SOURCE:
			if (chars(v, l->e, MAX_VALUE) > MAX_VALUE)
				return 0;
			read_later(a, v, l->e);
			a->in_sources = 1;
			end_body(a);
			return 1;
		case ARA_R_KEYWORDS:
			put(a, ARA_P_KEYWORDS, a->article, v, l->e);
			end_body(a);
			return 1;
		case ARA_R_BYLINE:
			return a->state == HEAD && read_byline(a, l, v);
		case ARA_R_AUTHOR:
			return read_byline(a, l, v);
		case ARA_R_READING:
			for (e = v; e < l->e && ara_class(ara_decode(e, l->e, &len)) == ARA_C_DIGIT;)
				e += len;
			if (a->state > HEAD || e == v || chars(v, l->e, MAX_NAME) > MAX_NAME)
				return 0;
			put(a, ARA_P_READING_TIME, a->article, v, e);
			return 1;
		default:
			return 0;
	}
}

/* Another article, or a link to one: 'read also' and its like. */
static int
read_related(AraArticle *a, const Line *l, const char *v)
{
	Line		value;

	if (v < l->e)
	{
		value.s = v;
		value.e = l->e;
		value.breaks = 0;
		if (a->state == TITLE || !is_title_like(&value, MAX_LINK))
			return 0;
		put(a, ARA_P_LABEL, a->articles + 1, l->s, trim(l->s, v));
		put_link(a, v, l->e);
		return 1;
	}
	if (a->footer)
	{
		/* the page has closed its article: what follows is a whole other one */
		a->article = ++a->articles;
		a->state = TITLE;
		a->footer = 0;
		a->title = NULL;
	}
	else
		a->in_links = 1;
	put_whole(a, ARA_P_LABEL, l);
	return 1;
}

/* A line that begins with a marker; 0 when the marker means nothing here, so that the line is text. */
static int
read_marker(AraArticle *a, const Line *l, const AraMark *m)
{
	const char *v = m->where == ARA_W_PREFIX ? skip_colon(m->end, l->e) : l->e;
	int			short_line = chars(l->s, l->e, MAX_BOILERPLATE) <= MAX_BOILERPLATE;
	Line		next;

	/* in place of a title, a longer line that begins like a box is a title */
	if (a->state == TITLE && m->where == ARA_W_PREFIX && m->role >= ARA_R_MORE)
		return 0;
	switch (m->role)
	{
		case ARA_R_TITLE:
		case ARA_R_DATE:
		case ARA_R_SOURCE:
		case ARA_R_KEYWORDS:
		case ARA_R_BYLINE:
		case ARA_R_AUTHOR:
		case ARA_R_READING:
			if (v < l->e)
				return read_value(a, l, m->role, v, memchr(m->start, ':', (size_t) (v - m->start)) != NULL);
			if (m->role == ARA_R_BYLINE || m->role == ARA_R_READING)
				return 0;
			a->expect = m->role;
			put_whole(a, ARA_P_LABEL, l);
			return 1;
		case ARA_R_RELATED:
			return read_related(a, l, v);
		case ARA_R_LINKS:
			if (a->state == TITLE)
				return 0;
			a->in_links = 1;
			put_whole(a, ARA_P_INTRUSION, l);
			return 1;
		case ARA_R_AGENCY:
			if (a->state == TITLE)
				return 0;
			put(a, ARA_P_SOURCE, a->article, m->start, m->end);
			return 1;
		case ARA_R_STAFF:
			if (a->state != HEAD)
				return 0;
			if (in_next_byline(a, l))
				put_whole(a, ARA_P_BOILERPLATE, l);
			else
				put(a, ARA_P_AUTHOR, a->article, m->start, m->end);
			return 1;
		case ARA_R_SECTION:
			if (a->state != TITLE || !next_line(l->e, a->end, 4 * MAX_TITLE, &next) ||
				chars(next.s, next.e, MAX_TITLE) > MAX_TITLE)
				return 0;
			put_whole(a, ARA_P_BOILERPLATE, l);
			return 1;
		case ARA_R_MORE:
		case ARA_R_ADVERTISEMENT:
			if (m->where == ARA_W_GLUED)
			{
				put(a, ARA_P_INTRUSION, a->article, l->s, m->end);
				read_later(a, m->end, l->e);
				a->rest_is_line = 1;
				return 1;
			}
			if (!short_line)
				return 0;
			put_whole(a, ARA_P_INTRUSION, l);
			return 1;
		case ARA_R_SHARE:
		case ARA_R_COMMENT:
		case ARA_R_END:
		case ARA_R_BOILERPLATE:
			if (!short_line)
				return 0;
			put_whole(a, ARA_P_BOILERPLATE, l);
			if (a->state >= BODY && m->role == ARA_R_SHARE)
				a->state = CLOSED;
			else if (a->state >= BODY && m->role == ARA_R_COMMENT)
				a->state = OVER;
			else if (a->state == BODY && m->role == ARA_R_END)
				a->state = FOOTER;
			return 1;
		default:
			return 0;
	}
}

/* ---- the page ---- */

/* A line without a marker before the body; 0 when it is text. */
static int
read_head(AraArticle *a, const Line *l)
{
	const char *number;
	const char *number_end;
	const char *date;

	if (++a->head_lines > MAX_HEAD_LINES)
	{
		a->state = BODY;
		return 0;
	}
	if (chars(l->s, l->e, MAX_VALUE) > MAX_VALUE)
		return 0;
	date = date_end(l->s, l->e);
	if (date != NULL)
		put(a, ARA_P_DATE, a->article, l->s, date);
	else if (reading_time(l->s, l->e, &number, &number_end))
		put(a, ARA_P_READING_TIME, a->article, number, number_end);
	else if (a->state == HEAD &&
			 (in_next_byline(a, l) || (a->title != NULL && (size_t) (l->e - l->s) == a->title_len &&
									   memcmp(l->s, a->title, a->title_len) == 0)))
		put_whole(a, ARA_P_BOILERPLATE, l);
	else
		return 0;
	return 1;
}

/* The first line of an article is its title, unless it is a paragraph already. */
static int
read_title(AraArticle *a, const Line *l)
{
	Line		next;
	int			is_title = chars(l->s, l->e, MAX_TITLE) <= MAX_TITLE;

	a->state = HEAD;
	a->head_lines = 0;
	a->sentence_ended = 0;
	if (is_title && a->article == 0 && ending(l->s, l->e) == END_FULL)
		is_title = next_line(l->e, a->end, PEEK, &next) && next.e - next.s > l->e - l->s;
	if (!is_title)
		return 0;
	put_text(a, ARA_P_TITLE, l->s, l->e);
	a->title = l->s;
	a->title_len = (size_t) (l->e - l->s);
	return 1;
}

/* The value of a label that stood alone on the line before; 0 when the line can't be it. */
static int
read_expected(AraArticle *a, const Line *l)
{
	AraRole		role = (AraRole) a->expect;

	a->expect = ARA_R_NONE;
	if (role == ARA_R_SOURCE && chars(l->s, l->e, MAX_NAME) > MAX_NAME)
		return 0;
	return read_value(a, l, role, l->s, 0);
}

/* Reads one line, or what was left of it: puts its parts and moves a->next. */
static void
read_line(AraArticle *a)
{
	Line		l;
	AraMark		m;
	int			whole = a->rest == NULL || a->rest_is_line;

	if (a->in_sources)
	{
		read_source(a);
		return;
	}
	if (a->rest == NULL)
	{
		if (!next_line(a->next, a->end, (size_t) (a->end - a->next), &l))
		{
			a->next = a->end;
			return;
		}
	}
	else
	{
		l.s = skip_blank(a->next, a->rest);
		l.e = a->rest;
		l.breaks = 0;
	}
	a->next = l.e;
	a->rest = NULL;
	a->rest_is_line = 0;
	if (l.s == l.e)
		return;
	if (l.s < a->post_end)
	{
		const char *stop = a->post_end < l.e ? a->post_end : l.e;

		put(a, ARA_P_INTRUSION, a->article, l.s, trim(l.s, stop));
		read_later(a, stop, l.e);
		return;
	}
	if (a->state == OVER || is_ornament(&l))
	{
		put_whole(a, ARA_P_BOILERPLATE, &l);
		return;
	}
	if (!whole)
	{
		read_paragraph(a, &l);
		return;
	}
	if (find_marker(&l, &m) && read_marker(a, &l, &m))
	{
		if (m.role != ARA_R_LINKS && m.role != ARA_R_RELATED)
			a->in_links = 0;
		return;
	}
	if (a->expect != ARA_R_NONE && read_expected(a, &l))
		return;
	if (a->state == CLOSED)
	{
		put_whole(a, ARA_P_BOILERPLATE, &l);
		return;
	}
	if (a->in_links && is_title_like(&l, MAX_LINK))
	{
		put_link(a, l.s, l.e);
		return;
	}
	a->in_links = 0;
	if (a->state <= HEAD && read_head(a, &l))
		return;
	if (a->state == TITLE && read_title(a, &l))
		return;
	read_text(a, &l);
}

void
ara_article_init(AraArticle *a, const char *text, size_t len)
{
	memset(a, 0, sizeof(*a));
	a->text = a->pos = a->next = text;
	a->end = text + len;
	a->post_end = a->posts_seen = text;
}

/* What lies between pos and the next part: white space, or else the rest of a field's line. */
static void
read_gap(AraArticle *a, const char *upto, AraPart *part)
{
	const char *s = skip_blank(a->pos, upto);

	part->article = a->article;
	part->kind = s > a->pos ? ARA_P_SEPARATOR : ARA_P_LABEL;
	part->start = a->pos;
	a->pos = s > a->pos ? s : trim(s, upto);
	part->len = (size_t) (a->pos - part->start);
}

int
ara_next_part(AraArticle *a, AraPart *part)
{
	for (;;)
	{
		if (a->ipending < a->npending)
		{
			const AraPart *p = &a->pending[a->ipending];

			if (p->start > a->pos)
				read_gap(a, p->start, part);
			else
			{
				*part = *p;
				a->pos = p->start + p->len;
				a->ipending++;
			}
			return 1;
		}
		if (a->next == a->end)
		{
			if (a->pos == a->end)
				return 0;
			read_gap(a, a->end, part);
			return 1;
		}
		a->npending = a->ipending = 0;
		read_line(a);
	}
}
