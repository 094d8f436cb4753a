/*
 * headline_text.c - where sentences end, and fragments with their marks as they are shown
 */
#include "headline.h"

#include "../core/chartab.h"
#include "../core/utf8.h"

/* ---- edges ---- */

/* Letters and the like of a word: its code points, less combining marks and invisible controls. */
int
headline_letters(const char *s, int len)
{
	const char *end = s + len;
	int			n = 0;

	while (s < end)
	{
		int			l;
		AraClass	class = ara_class(ara_decode(s, end, &l));

		n += class != ARA_C_MARK && class != ARA_C_IGNORE;
		s += l;
	}
	return n;
}

/* A full stop at p, in a blank that ends at end. */
static HeadlineEdge
full_stop(const char *doc, int len, int p, int end, int word)
{
	if (p + 1 < end && doc[p + 1] == '.')
		return EDGE_CLAUSE;		/* dots for something left unsaid */
	/* one letter is a title or an initial; the parser "arabic" makes it an abbreviation with its dot */
	if (word >= 0 && headline_letters(doc + word, p - word) == 1)
		return EDGE_WORD;
	if (end < len && doc[end] >= 'a' && doc[end] <= 'z')
		return EDGE_CLAUSE;
	return EDGE_SENTENCE;
}

/*
 * The best edge in the blank [start, end).  word: where the word starts that ends at start; -1 if
 * none does.
 */
HeadlineEdge
headline_blank_edge(const char *doc, int len, int start, int end, int word)
{
	HeadlineEdge best = EDGE_WORD;
	int			p;
	int			l;

	if (end - start == 1 && doc[start] == ' ')
		return EDGE_WORD;
	for (p = start; p < end && best < EDGE_SENTENCE; p += l)
	{
		HeadlineEdge edge = EDGE_WORD;

		switch (ara_decode(doc + p, doc + end, &l))
		{
			case '.':
				edge = full_stop(doc, len, p, end, p == start ? word : -1);
				while (p + l < end && doc[p + l] == '.')
					l++;
				break;
			case '\n':
			case '!':
			case '?':
			case 0x061B:		/* ARABIC SEMICOLON */
			case 0x061F:		/* ARABIC QUESTION MARK */
			case 0x06D4:		/* ARABIC FULL STOP */
			case 0x2028:		/* LINE SEPARATOR */
			case 0x2029:		/* PARAGRAPH SEPARATOR */
				edge = EDGE_SENTENCE;
				break;
			case ',':
			case ':':
			case ';':
			case 0x060C:		/* ARABIC COMMA */
			case 0x2013:		/* EN DASH */
			case 0x2014:		/* EM DASH */
			case 0x2026:		/* HORIZONTAL ELLIPSIS */
				edge = EDGE_CLAUSE;
				break;
			default:
				break;
		}
		best = Max(best, edge);
	}
	return best;
}

/* The edge that a tag makes.  *space: whether a browser shows a gap there, too. */
HeadlineEdge
headline_tag_edge(const char *tag, int len, bool *space)
{
	static const char *const inline_names[] = {
		"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small",
		"span", "strong", "sub", "sup", "u", "wbr"
	};
	int			start = len > 1 && tag[1] == '/' ? 2 : 1;
	int			n = start;
	int			i;

	*space = false;
	while (n < len && strchr(" \t\r\n\f/>", tag[n]) == NULL)
		n++;
	n -= start;
	if (n == 0 || tag[start] == '!' || tag[start] == '?')	/* comment, declaration */
		return EDGE_WORD;
	for (i = 0; i < lengthof(inline_names); i++)
		if (n == strlen(inline_names[i]) && pg_strncasecmp(tag + start, inline_names[i], n) == 0)
			return EDGE_WORD;
	*space = true;
	return EDGE_SENTENCE;
}

/* ---- what clings to a word ---- */

static bool
is_opening(uint32_t c)
{
	switch (c)
	{
		case '(':
		case '[':
		case '{':
		case '"':
		case '\'':
		case 0xAB:				/* LEFT-POINTING DOUBLE ANGLE QUOTATION MARK */
		case 0x2018:			/* LEFT SINGLE QUOTATION MARK */
		case 0x201C:			/* LEFT DOUBLE QUOTATION MARK */
		case 0xFD3F:			/* ORNATE RIGHT PARENTHESIS, which opens in Arabic */
			return true;
		default:
			return false;
	}
}

static bool
is_closing(uint32_t c)
{
	switch (c)
	{
		case ')':
		case ']':
		case '}':
		case '"':
		case '\'':
		case '.':
		case '!':
		case '?':
		case '%':
		case 0xBB:				/* RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK */
		case 0x061B:			/* ARABIC SEMICOLON */
		case 0x061F:			/* ARABIC QUESTION MARK */
		case 0x066A:			/* ARABIC PERCENT SIGN */
		case 0x06D4:			/* ARABIC FULL STOP */
		case 0x2019:			/* RIGHT SINGLE QUOTATION MARK */
		case 0x201D:			/* RIGHT DOUBLE QUOTATION MARK */
		case 0x2026:			/* HORIZONTAL ELLIPSIS */
		case 0xFD3E:			/* ORNATE LEFT PARENTHESIS */
			return true;
		default:
			return false;
	}
}

/* a run of dots as a ruler is no part of a sentence */
#define MAX_CLINGING 16

/* Where the brackets and quotes start that open right before start, and not before limit. */
int
headline_opening(const char *doc, int limit, int start)
{
	limit = Max(limit, start - MAX_CLINGING);
	while (start > limit)
	{
		int			p = start - 1;
		int			l;

		while (p > limit && ((unsigned char) doc[p] & 0xC0) == 0x80)
			p--;
		if (!is_opening(ara_decode(doc + p, doc + start, &l)))
			break;
		start = p;
	}
	return start;
}

/* Where the stops, quotes and brackets end that close right after end, and not after limit. */
int
headline_closing(const char *doc, int end, int limit)
{
	int			l;

	limit = Min(limit, end + MAX_CLINGING);
	while (end < limit && is_closing(ara_decode(doc + end, doc + limit, &l)))
		end += l;
	return end;
}

/* ---- writing ---- */

#define FIRST_STRONG_ISOLATE "\xE2\x81\xA8"
#define POP_DIRECTIONAL_ISOLATE "\xE2\x81\xA9"
#define POP_DIRECTIONAL_FORMATTING "\xE2\x80\xAC"

/* What can be open.  Ours are not closed by a control of the document. */
#define OPEN_OURS 'o'
#define OPEN_ISOLATE 'i'
#define OPEN_EMBEDDING 'e'

/* UAX #9 has 125 levels; ours are two of them */
#define MAX_OPEN 120

void
writer_begin(HeadlineWriter *w, const char *doc, int len, const HeadlineOptions *o)
{
	initStringInfo(&w->out);
	w->out.len = VARHDRSZ;		/* the result is built in place */
	w->doc = doc;
	w->len = len;
	w->o = o;
	w->at = 0;
	w->depth = 0;
}

static void
close_last(HeadlineWriter *w)
{
	appendStringInfoString(&w->out, w->open[--w->depth] == OPEN_EMBEDDING ?
						   POP_DIRECTIONAL_FORMATTING : POP_DIRECTIONAL_ISOLATE);
}

/* Opens an isolate of our own. */
static void
open_isolate(HeadlineWriter *w)
{
	appendStringInfoString(&w->out, FIRST_STRONG_ISOLATE);
	w->open[w->depth++] = OPEN_OURS;
}

/* Closes it, and before it what the document has opened inside and not closed. */
static void
close_isolate(HeadlineWriter *w)
{
	while (w->open[w->depth - 1] != OPEN_OURS)
		close_last(w);
	close_last(w);
}

/* Starts a fragment. */
void
writer_start(HeadlineWriter *w, int start)
{
	w->at = start;
	if (w->o->bidi == BIDI_FRAGMENTS)
		open_isolate(w);
}

/* Closes all that is open, at the end of a fragment. */
void
writer_end(HeadlineWriter *w)
{
	while (w->depth > 0)
		close_last(w);
}

/*
 * A bidi control of the document, where isolates of ours must hold: one that closes nothing is
 * left out, and what stays open is closed with the isolate around it.
 */
static void
write_control(HeadlineWriter *w, const char *s)
{
	int			i;
	char		kind;

	switch (ara_decode(s, s + 3, &i))
	{
		case 0x202A:			/* LEFT-TO-RIGHT EMBEDDING */
		case 0x202B:			/* RIGHT-TO-LEFT EMBEDDING */
		case 0x202D:			/* LEFT-TO-RIGHT OVERRIDE */
		case 0x202E:			/* RIGHT-TO-LEFT OVERRIDE */
			kind = OPEN_EMBEDDING;
			break;
		case 0x2066:			/* LEFT-TO-RIGHT ISOLATE */
		case 0x2067:			/* RIGHT-TO-LEFT ISOLATE */
		case 0x2068:			/* FIRST STRONG ISOLATE */
			kind = OPEN_ISOLATE;
			break;
		case 0x202C:			/* POP DIRECTIONAL FORMATTING */
			if (w->depth > 0 && w->open[w->depth - 1] == OPEN_EMBEDDING)
				close_last(w);
			return;
		case 0x2069:			/* POP DIRECTIONAL ISOLATE: closes the embeddings in it as well */
			for (i = w->depth; i > 0 && w->open[i - 1] == OPEN_EMBEDDING; i--)
				;
			if (i > 0 && w->open[i - 1] == OPEN_ISOLATE)
				while (w->depth >= i)
					close_last(w);
			return;
		default:
			appendBinaryStringInfo(&w->out, s, 3);
			return;
	}
	if (w->depth < MAX_OPEN)
	{
		appendBinaryStringInfo(&w->out, s, 3);
		w->open[w->depth++] = kind;
	}
}

/* Writes the document on, up to end. */
void
writer_text(HeadlineWriter *w, int end)
{
	const char *p = w->doc + w->at;
	const char *e = w->doc + Max(end, w->at);
	bool		escape = w->o->escape_html;
	bool		bidi = w->o->bidi != BIDI_OFF;

	w->at = Max(end, w->at);
	while (p < e)
	{
		const char *run = p;
		const char *entity = NULL;

		while (p < e && entity == NULL)
		{
			if (escape && *p == '&')
				entity = "&amp;";
			else if (escape && *p == '<')
				entity = "&lt;";
			else if (escape && *p == '>')
				entity = "&gt;";
			else if (escape && *p == '"')
				entity = "&quot;";
			else if (escape && *p == '\'')
				entity = "&#39;";
			else if (bidi && *p == '\xE2' && e - p >= 3 && (p[1] == '\x80' || p[1] == '\x81'))
				break;
			else
				p++;
		}
		appendBinaryStringInfo(&w->out, run, (int) (p - run));
		if (entity != NULL)
		{
			appendStringInfoString(&w->out, entity);
			p++;
		}
		else if (p < e)
		{
			write_control(w, p);
			p += 3;
		}
	}
}

/* Writes the document up to end, with a mark from start. */
void
writer_mark(HeadlineWriter *w, int start, int end)
{
	writer_text(w, start);
	if (w->o->bidi == BIDI_MATCHES)
		open_isolate(w);
	appendStringInfoString(&w->out, w->o->start_sel);
	writer_text(w, end);
	appendStringInfoString(&w->out, w->o->stop_sel);
	if (w->o->bidi == BIDI_MATCHES)
		close_isolate(w);
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Leaves a tag out. */
static void
write_tag(HeadlineWriter *w, const HeadlineTag *t)
{
	writer_text(w, t->start);
	if (t->space && !(w->out.len > VARHDRSZ && is_space(w->out.data[w->out.len - 1])) &&
		!(t->end < w->len && is_space(w->doc[t->end])))
		appendStringInfoChar(&w->out, ' ');
	w->at = Max(w->at, t->end);
}

/*
 * Writes a fragment.  joined: the one before went on up to its start; next: where the one after it
 * starts, if this one is to go on up to there, else -1.
 */
void
writer_fragment(HeadlineWriter *w, const HeadlineFragment *f, bool joined, int next)
{
	int			end = next >= 0 ? next : f->end;
	int			mark = 0;
	int			tag = 0;

	if (!joined)
		writer_start(w, f->start);
	while (mark < f->nmarks || (tag < f->ntags && f->tags[tag].start < end))
	{
		if (tag == f->ntags || (mark < f->nmarks && f->marks[mark].start < f->tags[tag].start))
		{
			writer_mark(w, f->marks[mark].start, f->marks[mark].end);
			mark++;
		}
		else
			write_tag(w, &f->tags[tag++]);
	}
	writer_text(w, end);
	if (next < 0)
		writer_end(w);
}
