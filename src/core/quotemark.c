/*
 * quotemark.c - quotation marks: which way they face, which one closes which
 *
 *                        before            behind
 *     opens              blank, colon      letter
 *     closes             letter, stop      blank, stop, comma
 *     either             letter            letter       a lost blank
 *                        blank             blank        a blank too many
 *
 * A straight mark faces as its place says.  So does a curly one, since many
 * sites have them the wrong way round; its shape decides where the place does
 * not.  Of guillemets, the shape decides.
 */
#include <string.h>

#include "chartab.h"
#include "quoteitem.h"
#include "utf8.h"

/* How far the closing mark may be, in bytes, lines and marks between. */
#define MAX_QUOTE 8000
#define MAX_LINES 16
#define MAX_MARKS 24

/* Bytes with which a mark can begin. */
static int
may_begin(unsigned char c)
{
	return c == '"' || c == '\'' || c == '<' || c == '>' || c == 0xC2 || c == 0xE2 || c == 0xEF;
}

typedef enum AraBeside
{
	EDGE,						/* blank, end, opening bracket */
	TEXT,						/* letters, digits and what begins or ends like them */
	STOP,						/* stops, commas, closing brackets */
	LEADS,						/* colon, tatweel */
	MARK
} AraBeside;

static int
is_mark(uint32_t cp)
{
	return cp == '"' || cp == 0xAB || cp == 0xBB || (cp >= 0x2018 && cp <= 0x201F) ||
		cp == 0x2039 || cp == 0x203A;
}

static AraBeside
beside(uint32_t cp)
{
	AraClass	class = ara_class(cp);

	if (class == ARA_C_SPACE)
		return EDGE;
	if (is_mark(cp) || cp == '\'')
		return MARK;
	switch (cp)
	{
		case '(':
		case '[':
		case '{':
		case '<':
		case '|':
		case '/':
		case 0x2013:			/* EN DASH */
		case 0x2014:			/* EM DASH */
			return EDGE;
		case '.':
		case ',':
		case '!':
		case '?':
		case ';':
		case ')':
		case ']':
		case '}':
		case 0x060C:			/* ARABIC COMMA */
		case 0x061B:			/* ARABIC SEMICOLON */
		case 0x061F:			/* ARABIC QUESTION MARK */
		case 0x06D4:			/* ARABIC FULL STOP */
		case 0x2026:			/* HORIZONTAL ELLIPSIS */
			return STOP;
		case ':':
		case 0x0640:			/* ARABIC TATWEEL */
			return LEADS;
		default:
			return TEXT;
	}
}

/* The last character before p that is no unseen control; *at gets where it stands. */
static uint32_t
char_before(const AraQuotes *r, const char *p, const char **at)
{
	int			len;
	int			n;
	uint32_t	cp = ' ';

	*at = p;
	for (n = 0; p > r->text && n < 4; n++)
	{
		const char *q = p - 1;

		while (q > r->text && p - q < 4 && ((unsigned char) *q & 0xC0) == 0x80)
			q--;
		cp = ara_decode(q, r->end, &len);
		*at = p = q;
		if (ara_class(cp) != ARA_C_IGNORE)
			return cp;
	}
	return ' ';
}

static uint32_t
char_behind(const AraQuotes *r, const char *p, const char **next)
{
	int			len;
	int			n;

	for (n = 0; p < r->end && n < 4; n++)
	{
		uint32_t	cp = ara_decode(p, r->end, &len);

		p += len;
		*next = p;
		if (ara_class(cp) != ARA_C_IGNORE)
			return cp;
	}
	*next = p;
	return ' ';
}

/* U+0648 U+0641 U+0628 U+0644 U+0643 */
static int
is_proclitic(uint32_t cp)
{
	return cp == 0x0648 || cp == 0x0641 || cp == 0x0628 || cp == 0x0644 || cp == 0x0643;
}

/* Which way a mark faces by what stands beside it. */
static AraMarkFace
place(const AraQuotes *r, const char *s, const char *e)
{
	const char *at;
	const char *next;
	const char *far;
	uint32_t	prev = char_before(r, s, &at);
	uint32_t	cp = char_behind(r, e, &next);
	AraBeside	before = beside(prev);
	AraBeside	behind = beside(cp);

	/* ... and then: an ellipsis may begin a quotation */
	if (behind == STOP && (cp == 0x2026 || (cp == '.' && next < r->end && *next == '.')) &&
		(before == EDGE || before == LEADS))
		behind = TEXT;
	if (before == TEXT && is_proclitic(prev) && behind == TEXT &&
		beside(char_before(r, at, &far)) == EDGE)
		before = LEADS;
	switch (before)
	{
		case EDGE:
			return behind == EDGE ? ARA_M_EITHER : behind == STOP ? ARA_M_CLOSE : ARA_M_OPEN;
		case LEADS:
			return behind == STOP ? ARA_M_CLOSE : ARA_M_OPEN;
		case MARK:
			return behind == TEXT ? ARA_M_OPEN : behind == MARK ? ARA_M_EITHER : ARA_M_CLOSE;
		default:
			return behind == TEXT ? ARA_M_EITHER : ARA_M_CLOSE;
	}
}

/* Reads the mark at p: sets its end, family and shape; returns 0 if there is none. */
static int
read_mark(const AraQuotes *r, const char *p, AraMark *m)
{
	int			len;
	uint32_t	cp = ara_decode(p, r->end, &len);
	uint32_t	next = ' ';
	int			ignored;

	m->s = p;
	m->e = p + len;
	m->family = ARA_M_DOUBLE;
	m->glyph = ARA_M_EITHER;
	if (m->e < r->end)
		next = ara_decode(m->e, r->end, &ignored);
	switch (cp)
	{
		case '"':
		case 0xFF02:			/* FULLWIDTH QUOTATION MARK */
			/* pasted from a table: doubled */
			if (next == cp)
				m->e += len;
			return 1;
		case 0x201C:			/* LEFT DOUBLE QUOTATION MARK */
		case 0x201E:			/* DOUBLE LOW-9 QUOTATION MARK */
		case 0x201F:			/* DOUBLE HIGH-REVERSED-9 QUOTATION MARK */
			m->glyph = ARA_M_OPEN;
			return 1;
		case 0x201D:			/* RIGHT DOUBLE QUOTATION MARK */
			m->glyph = ARA_M_CLOSE;
			return 1;
		case 0xAB:				/* LEFT-POINTING DOUBLE ANGLE QUOTATION MARK */
		case 0xBB:				/* RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK */
			m->family = ARA_M_GUILLEMET;
			m->glyph = cp == 0xAB ? ARA_M_OPEN : ARA_M_CLOSE;
			return 1;
		case '<':
		case '>':
			if (next != cp)
				return 0;
			m->e += len;
			m->family = ARA_M_GUILLEMET;
			m->glyph = cp == '<' ? ARA_M_OPEN : ARA_M_CLOSE;
			return 1;
		case '\'':
		case 0x2018:			/* LEFT SINGLE QUOTATION MARK */
		case 0x2019:			/* RIGHT SINGLE QUOTATION MARK */
		case 0x201A:			/* SINGLE LOW-9 QUOTATION MARK */
		case 0x201B:			/* SINGLE HIGH-REVERSED-9 QUOTATION MARK */
		case 0x2039:			/* SINGLE LEFT-POINTING ANGLE QUOTATION MARK */
		case 0x203A:			/* SINGLE RIGHT-POINTING ANGLE QUOTATION MARK */
			m->glyph = cp == '\'' ? ARA_M_EITHER :
				cp == 0x2019 || cp == 0x203A ? ARA_M_CLOSE : ARA_M_OPEN;
			m->family = ARA_M_SINGLE;
			if (next == cp)
			{
				m->e += len;
				m->family = ARA_M_DOUBLE;
			}
			return 1;
		default:
			return 0;
	}
}

/* Decides which way a mark faces; returns 0 for an apostrophe. */
static int
face(const AraQuotes *r, AraMark *m)
{
	m->place = place(r, m->s, m->e);
	if (m->family == ARA_M_GUILLEMET)
		m->face = m->glyph;
	else
		m->face = m->place != ARA_M_EITHER ? m->place : m->glyph;
	if (m->family == ARA_M_SINGLE && m->place == ARA_M_EITHER)
		return 0;
	return 1;
}

int
ara_quote_mark(const AraQuotes *r, const char *p, const char *limit, AraMark *m)
{
	for (; p < limit; p++)
		if (may_begin((unsigned char) *p) && read_mark(r, p, m) && face(r, m))
			return 1;
	return 0;
}

/* Line ends in [p, e); two in a row count as two. */
static int
line_ends(const char *p, const char *e)
{
	int			n = 0;

	while (n <= MAX_LINES && p < e && (p = memchr(p, '\n', (size_t) (e - p))) != NULL)
	{
		n++;
		p++;
	}
	return n;
}

/* Nothing but blanks between the last line end and p? */
static int
begins_line(const AraQuotes *r, const char *p)
{
	while (p > r->text && (p[-1] == ' ' || p[-1] == '\t'))
		p--;
	return p == r->text || p[-1] == '\n' || p[-1] == '\r';
}

/*
 * Which way x faces as a possible end of m.  A guillemet that opens the wrong
 * way round is closed by one of the other shape.
 */
static AraMarkFace
face_for(const AraMark *m, const AraMark *x)
{
	if (m->family == ARA_M_GUILLEMET && m->glyph == ARA_M_CLOSE)
		return x->glyph == ARA_M_OPEN ? ARA_M_CLOSE : ARA_M_OPEN;
	return x->face == ARA_M_EITHER ? ARA_M_CLOSE : x->face;
}

/*
 * Marks of other families inside are passed over, except that a guillemet
 * that has none of its own on its line is closed by a double mark.  An opening
 * mark of the same family is a quotation inside this one, or, on a later line,
 * the next paragraph's, when it begins the line; anywhere else it shows that
 * m is never closed.
 */
int
ara_quote_close(AraQuotes *r, const AraMark *m, int lines, AraMark *close)
{
	const char *limit = r->end - m->e > MAX_QUOTE ? m->e + MAX_QUOTE : r->end;
	const char *seen = m->e;
	AraMark		x;
	AraMark		mixed = {0};
	int			depth = 0;
	int			crossed = 0;
	int			closers = 0;
	int			n;

	if (m->s < r->no_close[m->family])
		return 0;
	if (!lines)
	{
		const char *nl = memchr(m->e, '\n', (size_t) (limit - m->e));

		if (nl != NULL)
			limit = nl;
	}
	for (n = 0; n < MAX_MARKS && ara_quote_mark(r, seen, limit, &x); n++)
	{
		crossed += line_ends(seen, x.s);
		seen = x.e;
		if (crossed > MAX_LINES || (crossed && depth > 0))
			break;
		if (x.family != m->family)
		{
			if (m->family == ARA_M_GUILLEMET && x.family == ARA_M_DOUBLE && !crossed &&
				mixed.s == NULL && x.face == ARA_M_CLOSE && x.place == ARA_M_CLOSE)
				mixed = x;
			else if (x.family == ARA_M_DOUBLE && mixed.s == NULL && x.face == ARA_M_OPEN)
				mixed.s = mixed.e = x.s;
			continue;
		}
		if (face_for(m, &x) == ARA_M_CLOSE)
		{
			closers++;
			if (depth-- > 0)
				continue;
			*close = x;
			return 1;
		}
		if (!crossed)
			depth++;
		else if (!begins_line(r, x.s))
			break;
	}
	/* so many marks open one after another that none of them is a quotation's */
	if (n == MAX_MARKS && closers == 0)
		r->no_close[m->family] = seen;
	if (mixed.e > mixed.s)
	{
		*close = mixed;
		return 1;
	}
	return 0;
}
