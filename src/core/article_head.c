/*
 * article_head.c - above the text: which line is the title, and whose names stand below it
 *
 * A page may have menus, a date and a byline above its title, so all of its
 * head is looked at before one line is taken: at most HEAD_LINES of it, once.
 */
#include <string.h>

#include "article.h"
#include "chartab.h"
#include "utf8.h"

/* The longest menu above a title that is waited for. */
#define HEAD_LINES 60
#define HEAD_BYTES 8192

/* Words of a line that says something; names of sections, menus and most people have fewer. */
#define MIN_TITLE_WORDS 4

/* Characters of a sentence that is a paragraph of its own. */
#define MIN_SENTENCE 90

/* Words of a sentence that is text, wherever it stands. */
#define MIN_SENTENCE_WORDS 6

/* Words beside a date that stands on the line of an issue, a place or a name. */
#define MAX_WORDS_BESIDE_DATE 4

typedef enum LineKind
{
	LINE_PAGE,					/* menus, boxes, buttons */
	LINE_FIELD,					/* a date, a byline */
	LINE_TITLE_LABEL,
	LINE_SHORT,					/* too short to tell */
	LINE_TITLE,
	LINE_PARAGRAPH
} LineKind;

/* Words in [s, e): runs of letters or digits between white space; looks no further than max of them. */
int
ara_words(const char *s, const char *e, int max)
{
	int			words = 0;
	int			in_word = 0;
	int			len;

	for (; s < e && words <= max; s += len)
	{
		uint32_t	cp = ara_decode(s, e, &len);

		if (ara_is_blank(cp))
			in_word = 0;
		else if (!in_word && ara_is_word_char(cp))
		{
			in_word = 1;
			words++;
		}
	}
	return words;
}

/* Has a line a letter of the Arabic script among its first hundred bytes or so? */
int
ara_has_arabic(const char *s, const char *e)
{
	const char *stop = e - s > 120 ? s + 120 : e;
	int			len;

	for (; s < stop; s += len)
		if (ara_class(ara_decode(s, e, &len)) == ARA_C_ARABIC)
			return 1;
	return 0;
}

/* Does a marker of the role fill [s, e), signs around it aside? */
int
ara_is_marker(const AraArticle *a, const char *s, const char *e, AraRole role)
{
	AraMark		marks[ARA_MAX_MARKS];
	const char *p;
	int			pass;
	int			i;

	for (pass = 0; pass < 2; pass++)
	{
		p = pass == 0 ? s : ara_skip_signs(s, e);
		for (i = ara_markers_at(a->own, p, e, marks); i > 0; i--)
			if (marks[i - 1].role == role && ara_skip_signs(marks[i - 1].end, e) == e)
				return 1;
	}
	return 0;
}

/* Behind the links of a path ('Home > News > title') on its line: where the title begins, else s. */
const char *
ara_behind_path(const char *s, const char *e)
{
	const char *piece = s;
	const char *p;
	int			pieces = 0;
	int			len;

	for (p = s; p < e; p += len)
	{
		uint32_t	cp = ara_decode(p, e, &len);

		if (cp == 0x00AB)
			break;				/* what follows closes a quotation */
		if (cp != 0x00BB && cp != 0x203A && cp != '>')
			continue;
		if (ara_words(piece, p, 3) > 3 || p == s)
			break;
		piece = ara_skip_blank(p + len, e);
		pieces++;
	}
	return pieces > 0 && p == e && ara_words(piece, e, MIN_TITLE_WORDS) >= MIN_TITLE_WORDS ? piece : s;
}

int
ara_is_agency(const AraArticle *a, const char *s, size_t len)
{
	return len > 0 && ara_is_marker(a, s, s + len, ARA_R_AGENCY);
}

/* Signs between the links of a menu; 2: only of a path of them. */
static int
is_menu_sign(uint32_t cp)
{
	switch (cp)
	{
		case 0x00BB:			/* RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK */
		case 0x203A:			/* SINGLE RIGHT-POINTING ANGLE QUOTATION MARK */
		case '>':
		case 0x2190:			/* LEFTWARDS ARROW */
			return 2;
		case '|':
		case '/':
		case '\\':
		case 0x00B7:			/* MIDDLE DOT */
		case 0x2022:			/* BULLET */
			return 1;
	}
	return 0;
}

/*
 * 'Home > News > Local' or 'News | Sports | Contact': two links or more with a
 * sign between them, of few words each, the first the name of a section if they
 * are not many.  Behind such a name and an arrow may stand the title again.
 */
int
ara_is_menu(const AraArticle *a, const AraLine *l)
{
	/* bytes of their signs, the last where there are more */
	static const unsigned char menu_bytes[256] = {
		['>'] = 1, ['|'] = 1, ['/'] = 1, ['\\'] = 1, [0xB7] = 1, [0xBB] = 1, [0xBA] = 1, [0x90] = 1, [0xA2] = 1
	};
	const char *piece = l->s;
	const char *p;
	int			pieces = 1;
	int			longest = 0;
	int			path = 0;
	int			section = 0;
	int			counters = 1;	/* each has a number in it */
	int			len = 1;

	if (ara_is_longer(l->s, l->e, ARA_MAX_TITLE))
		return 0;
	for (p = l->s; p < l->e && !menu_bytes[(unsigned char) *p]; p++)
		;
	if (p == l->e)
		return 0;
	for (p = l->s; p <= l->e; p += len)
	{
		int			sign = p == l->e ? 1 : is_menu_sign(ara_decode(p, l->e, &len));
		int			words;

		if (!sign)
			continue;
		words = ara_words(piece, p, 100);
		counters &= ara_has_digit(piece, p);
		if (pieces == 1)
			section = ara_is_marker(a, piece, ara_trim(piece, p), ARA_R_SECTION) ||
				ara_is_marker(a, piece, ara_trim(piece, p), ARA_R_BOILERPLATE) ||
				ara_is_marker(a, piece, ara_trim(piece, p), ARA_R_SHARE);
		if (words > longest && (p < l->e || !path || !section))
			longest = words;
		if (p == l->e)
			break;
		path |= sign == 2 && p > l->s && memchr(l->s, '\xAB', (size_t) (p - l->s)) == NULL;
		if (words > 0)
			pieces++;
		piece = p + len;
	}
	return pieces >= 2 && longest <= 3 && (section || (path && pieces >= 3) || (pieces >= 4 && longest <= 2) ||
											(pieces >= 3 && longest <= 2 && counters && ara_date_end(l->s, l->e) == NULL));
}

/* A line of nothing but a name and a date, such as 'by whom, when' or 'number of the issue, when'. */
static int
is_beside_date(const AraLine *l)
{
	const char *before;

	return !ara_is_longer(l->s, l->e, ARA_MAX_BYLINE) && ara_date_tail(l->s, l->e, &before) != NULL &&
		ara_words(l->s, before, MAX_WORDS_BESIDE_DATE) <= MAX_WORDS_BESIDE_DATE;
}

/* A line above the title that begins with a marker: what is it?  LINE_TITLE: the marker says nothing. */
static LineKind
marked_kind(const AraArticle *a, const AraLine *l, const AraMark *m)
{
	const char *v = ara_skip_colon(m->end, l->e);
	const char *before;

	switch (m->role)
	{
		case ARA_R_TITLE:
			return v < l->e ? LINE_TITLE_LABEL : LINE_FIELD;
		case ARA_R_DATE:
		case ARA_R_UPDATED:
			if (v == l->e || ara_date_end(v, l->e) != NULL ||
				(m->end > m->start && m->end[-1] == ':' && ara_words(v, l->e, 4) <= 4))
				return LINE_FIELD;
			break;
		case ARA_R_BYLINE:
		case ARA_R_AUTHOR:
			if (ara_is_longer(v, l->e, ARA_MAX_BYLINE) || ara_ending(v, l->e) == ARA_END_FULL)
				break;
			if (ara_is_person(a, v, l->e) || ara_date_tail(v, l->e, &before) != NULL)
				return LINE_FIELD;
			break;
		case ARA_R_READING:
			if (m->where == ARA_W_PREFIX && v < l->e)
				return LINE_FIELD;
			break;
		case ARA_R_PLACE:
		case ARA_R_AGENCY:
		case ARA_R_NAME:
			break;
		case ARA_R_RELATED:
			if (v == l->e)
				return LINE_PAGE;
			break;
		default:
			if (m->where == ARA_W_LINE || m->where == ARA_W_GLUED || v == l->e)
				return LINE_PAGE;
	}
	return LINE_TITLE;
}

static LineKind
line_kind(const AraArticle *a, const AraLine *l)
{
	const char *number;
	const char *number_end;
	const char *date;
	AraMark		m;
	LineKind	kind;

	if (ara_is_ornament(l))
		return LINE_PAGE;
	if (ara_find_marker(a->own, l, &m) && (kind = marked_kind(a, l, &m)) != LINE_TITLE)
		return kind;
	if (ara_is_longer(l->s, l->e, ARA_MAX_TITLE) ||
		(ara_ending(l->s, l->e) == ARA_END_FULL && ara_is_longer(l->s, l->e, MIN_SENTENCE)))
		return LINE_PARAGRAPH;
	date = ara_date_end(l->s, l->e);
	if ((date != NULL && ara_words(date, l->e, 3) <= 3) || ara_date_front(l->s, l->e) || is_beside_date(l) ||
		ara_reading_time(a, l->s, l->e, &number, &number_end))
		return LINE_FIELD;
	if (ara_is_menu(a, l))
		return LINE_PAGE;
	return ara_words(l->s, l->e, MIN_TITLE_WORDS) >= MIN_TITLE_WORDS ? LINE_TITLE : LINE_SHORT;
}

/* Is the next line a date? */
int
ara_date_next(const AraArticle *a, const char *p)
{
	AraLine		next;

	return ara_next_line(p, a->end, ARA_PEEK, &next) && ara_has_digit(next.s, next.e) && !ara_is_longer(next.s, next.e, ARA_MAX_BYLINE) &&
		line_kind(a, &next) == LINE_FIELD;
}

/* Is one of the next few lines, before any that runs on, a field or a person's name? */
int
ara_field_ahead(const AraArticle *a, const char *p, int lines)
{
	AraLine		l;

	for (; lines > 0 && ara_next_line(p, a->end, ARA_PEEK, &l); lines--, p = l.e)
	{
		LineKind	kind = line_kind(a, &l);

		if (kind == LINE_PARAGRAPH)
			return 0;
		if (kind == LINE_FIELD || ara_is_person(a, l.s, l.e))
			return 1;
	}
	return 0;
}

/* Is there a paragraph in the next few lines? */
int
ara_text_ahead(const AraArticle *a, const char *p, int lines)
{
	const char *stop = a->end - p > HEAD_BYTES ? p + HEAD_BYTES : a->end;
	AraLine		l;

	while (lines-- > 0 && ara_next_line(p, stop, ARA_PEEK, &l))
	{
		if (ara_is_longer(l.s, l.e, ARA_MAX_TITLE) ||
			(ara_ending(l.s, l.e) == ARA_END_FULL && ara_words(l.s, l.e, MIN_SENTENCE_WORDS) >= MIN_SENTENCE_WORDS))
			return 1;
		p = l.e;
	}
	return 0;
}

/* How far below a line its end may stand again. */
#define LINES_TO_REPEAT 4

/* A path that ends in the title, or the title with the outlet's name before it: where the title stands alone, else l->s. */
static const char *
title_below(const AraArticle *a, const AraLine *l)
{
	AraLine		next = *l;
	int			n;

	for (n = 0; n < LINES_TO_REPEAT && ara_next_line(next.e, a->end, ARA_PEEK, &next); n++)
	{
		size_t		len = (size_t) (next.e - next.s);

		if (len < (size_t) (l->e - l->s) && memcmp(l->e - len, next.s, len) == 0 &&
			ara_words(next.s, next.e, MIN_TITLE_WORDS) >= MIN_TITLE_WORDS)
			return next.s;
	}
	return l->s;
}

/* The names of two sections below a line, and a line like a title below them: it was the page's head. */
static int
sections_below(const AraArticle *a, const AraLine *l)
{
	AraLine		next = *l;
	int			n;

	for (n = 0; ara_next_line(next.e, a->end, ARA_PEEK, &next) && n < HEAD_LINES; n++)
		if (!ara_is_marker(a, next.s, next.e, ARA_R_SECTION) && !ara_is_marker(a, next.s, next.e, ARA_R_BOILERPLATE))
			return n >= 2 && line_kind(a, &next) == LINE_TITLE;
	return 0;
}

/* Words of the name of an outlet, and how far below it the title may stand. */
#define MAX_OUTLET_WORDS 5
#define LINES_TO_TITLE 3

/* The name of an outlet at the head of its page: a word for one, a few more, and a line with more words soon below. */
static int
is_masthead(const AraArticle *a, const AraLine *l)
{
	AraLine		next = *l;
	int			words = ara_words(l->s, l->e, MAX_OUTLET_WORDS);
	int			n;

	if (words > MAX_OUTLET_WORDS || !ara_is_outlet(a, l->s, l->e))
		return 0;
	for (n = 0; n < LINES_TO_TITLE && ara_next_line(next.e, a->end, ARA_PEEK, &next); n++)
	{
		LineKind	kind = line_kind(a, &next);

		if (kind == LINE_TITLE)
			return ara_words(next.s, next.e, MAX_OUTLET_WORDS) > words;
		if (kind == LINE_PARAGRAPH || kind == LINE_TITLE_LABEL)
			return 0;
	}
	return 0;
}

/*
 * Finds the main article's title: the first line that says something, when a
 * paragraph follows; else the first line that is neither field nor menu.
 * Returns where it stands, NULL when there is none.
 */
const char *
ara_find_title(const AraArticle *a, const char *p)
{
	const char *stop = a->end - p > HEAD_BYTES ? p + HEAD_BYTES : a->end;
	const char *titles[LINE_PARAGRAPH + 1] = {NULL};	/* the first line of each kind */
	const char *latin = NULL;
	AraLine		l;
	AraLine		next;
	int			n;

	for (n = 0; n < HEAD_LINES && ara_next_line(p, stop, ARA_PEEK, &l); n++, p = l.e)
	{
		LineKind	kind = line_kind(a, &l);

		if (kind == LINE_TITLE_LABEL)
			return l.s;
		if ((kind == LINE_TITLE || kind == LINE_SHORT) && !ara_has_arabic(l.s, l.e))
		{
			if (latin == NULL)
				latin = l.s;
			continue;
		}
		/* a sentence is a title above a longer one only */
		if (kind == LINE_TITLE && titles[LINE_TITLE] == NULL && ara_ending(l.s, l.e) == ARA_END_FULL &&
			!(ara_next_line(l.e, a->end, ARA_PEEK, &next) && next.e - next.s > l.e - l.s))
			kind = LINE_PARAGRAPH;
		if (kind == LINE_TITLE && titles[kind] == NULL && (is_masthead(a, &l) || sections_below(a, &l)))
			kind = LINE_PAGE;
		if (titles[kind] == NULL)
			titles[kind] = kind == LINE_TITLE ? title_below(a, &l) : l.s;
		if (kind == LINE_PARAGRAPH)
			break;
	}
	if (titles[LINE_TITLE] != NULL && (titles[LINE_PARAGRAPH] != NULL || titles[LINE_SHORT] == NULL ||
									   titles[LINE_TITLE] < titles[LINE_SHORT]))
		return titles[LINE_TITLE];
	if (titles[LINE_SHORT] != NULL)
		return titles[LINE_SHORT];
	if (latin != NULL)
		return latin;
	/* the name of a section is better than nothing */
	if (titles[LINE_PAGE] != NULL && ara_next_line(titles[LINE_PAGE], a->end, ARA_PEEK, &l) &&
		ara_is_marker(a, l.s, l.e, ARA_R_SECTION))
		return l.s;
	return NULL;
}

/* The caption of a picture: a short line with a credit in it, or with an agency in brackets at its end. */
int
ara_is_caption(const AraArticle *a, const AraLine *l)
{
	const char *p;
	AraMark		marks[ARA_MAX_MARKS];
	int			len;
	int			i;

	if (ara_is_longer(l->s, l->e, ARA_MAX_TITLE))
		return 0;
	for (p = l->s; p < l->e; p += len)
	{
		uint32_t	cp = ara_decode(p, l->e, &len);
		const char *before = p > l->s ? ara_prev_char(l->s, p) : p;

		if (p > l->s && ara_is_word_char(ara_decode(before, l->e, &i)) && ara_is_word_char(cp))
			continue;
		for (i = ara_markers_at(a->own, p, l->e, marks); i > 0; i--)
			if (marks[i - 1].role == ARA_R_CAPTION && marks[i - 1].where == ARA_W_INLINE)
				return 1;
		if ((cp == '(' || cp == '/') && ara_ending(l->s, before + 1) != ARA_END_FULL && p > l->s &&
			ara_is_marker(a, p + 1, l->e, ARA_R_AGENCY))
			return 1;
	}
	return 0;
}

/* Tokens with a digit among which the date of a glued title is looked for, and words before each. */
#define MAX_GLUED_NUMBERS 3
#define MAX_GLUED_BEFORE 3

/* Words that a glued title has at least. */
#define MIN_GLUED_WORDS 3

/* Where the title ends before the date at s and its label. */
static const char *
title_end(const AraArticle *a, const char *title, const char *s)
{
	AraMark		marks[ARA_MAX_MARKS];
	const char *l_end = a->end - s > ARA_MARKER_REACH ? s + ARA_MARKER_REACH : a->end;
	const char *p = s;
	const char *end = s;
	int			n;
	int			i;
	int			len;

	for (n = 0; n < MAX_GLUED_BEFORE && p > title; n++)
	{
		p = ara_trim(title, p);
		while (p > title && !ara_is_blank(ara_decode(ara_prev_char(title, p), s, &len)))
			p = ara_prev_char(title, p);
		for (i = ara_markers_at(a->own, p, l_end, marks); i > 0; i--)
			if (marks[i - 1].role == ARA_R_DATE && ara_skip_colon(marks[i - 1].end, l_end) >= s)
				end = p;
	}
	return ara_trim(title, end);
}

/* Is [s, e) a date that a page wrote: with its hour, or behind a label? */
static int
is_stamp(const AraArticle *a, const char *title, const char *s, const char *e)
{
	AraDateTime d;

	if (!ara_datetime_parse(s, (size_t) (e - s), &d) || d.date.day == 0 || d.date.year == 0)
		return 0;
	return d.has_time || title_end(a, title, s) != ara_trim(title, s);
}

/*
 * A page whose line breaks are lost: 'title date hour text'.  Reads title and
 * date when one with its hour or its label stands near the beginning.
 */
int
ara_read_glued_head(AraArticle *a, const AraLine *l)
{
	const char *stop = l->e - l->s > 4 * ARA_MAX_TITLE ? l->s + 4 * ARA_MAX_TITLE : l->e;
	const char *starts[MAX_GLUED_BEFORE] = {NULL};	/* of the last words */
	const char *p = l->s;
	int			numbers = 0;
	int			len;

	if (a->state != ARA_A_TITLE || a->article > 0)
		return 0;
	while (p < stop && numbers < MAX_GLUED_NUMBERS)
	{
		int			digit = 0;
		int			i;

		memmove(starts, starts + 1, (MAX_GLUED_BEFORE - 1) * sizeof(starts[0]));
		starts[MAX_GLUED_BEFORE - 1] = p;
		for (; p < stop && !ara_is_blank(ara_decode(p, l->e, &len)); p += len)
			digit |= ara_class(ara_decode(p, l->e, &len)) == ARA_C_DIGIT;
		numbers += digit;
		for (i = 0; digit && i < MAX_GLUED_BEFORE; i++)
		{
			const char *s = starts[i];
			const char *e = s != NULL ? ara_date_at(s, stop) : NULL;
			const char *end;

			if (e == NULL || !is_stamp(a, l->s, s, e))
				continue;
			end = title_end(a, l->s, s);
			if (ara_words(l->s, end, MIN_GLUED_WORDS) < MIN_GLUED_WORDS)
				return 0;
			ara_put_text(a, ARA_P_TITLE, l->s, end);
			ara_put(a, ARA_P_DATE, a->article, s, e);
			a->state = ARA_A_HEAD;
			a->title = l->s;
			a->title_len = (size_t) (end - l->s);
			ara_read_later(a, e, l->e);
			a->rest_is_line = 1;
			return 1;
		}
		p = ara_skip_blank(p, stop);
	}
	return 0;
}
