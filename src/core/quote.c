/*
 * quote.c - quotations in running text, one after another
 *
 *     marks are searched byte by byte; only around a pair is the text read as
 *     items:
 *
 *         ... items before ... [ quotation ] ... items behind, up to the next mark ...
 *
 * Items are read once and kept in a window, the oldest dropped first, so that
 * a speaker can be found in the sentences before.  What is inside a quotation
 * is not read.
 */
#include <string.h>

#include "quoteitem.h"
#include "token.h"

/* How far before a mark the text is read, if it was not yet. */
#define LOOK_BACK 3000

/* Items behind a quotation. */
#define LOOK_AHEAD 24

/* Items that are kept when the window is full. */
#define KEEP (ARA_QUOTE_ITEMS * 3 / 4)

void
ara_quotes_init(AraQuotes *r, const char *text, size_t len)
{
	memset(r, 0, offsetof(AraQuotes, items));
	r->text = r->pos = r->read = text;
	r->end = text + len;
	ara_tokenizer_init(&r->t, text, len);
}

static AraQuoteItem *
push(AraQuotes *r, AraQuoteItemKind kind, const char *s, const char *e)
{
	AraQuoteItem *it;

	if (r->n == ARA_QUOTE_ITEMS)
	{
		memmove(r->items, r->items + r->n - KEEP, KEEP * sizeof(r->items[0]));
		r->n = KEEP;
	}
	it = &r->items[r->n++];
	it->s = s;
	it->e = e;
	it->kind = kind;
	it->roles = it->gram = 0;
	return it;
}

/* The tokenizer goes on at p; what it has learned by looking ahead stays true. */
static void
jump(AraQuotes *r, const char *p)
{
	r->t.pos = r->read = p;
	r->t.mode = IN_TEXT;
	r->t.compound = 0;
	r->t.part_end = NULL;
	r->blank = r->blank_end = p;
}

/* ---- items ---- */

/* Is the dot behind the last item its own: of a letter, or of a list's number? */
static int
is_own_dot(const AraQuotes *r, const char *dot)
{
	const AraQuoteItem *it;

	if (r->n == 0 || r->items[r->n - 1].e != dot)
		return 0;
	it = &r->items[r->n - 1];
	if (it->kind == ARA_QI_NUMBER)
		return r->n == 1 || it[-1].kind == ARA_QI_LINE;
	return it->kind == ARA_QI_WORD && it->e - it->s <= 2;
}

/* Reads the sign at p as an item, if it is one. */
static void
sign(AraQuotes *r, const char *p, const char *e, uint32_t cp)
{
	AraQuoteItemKind kind;

	switch (cp)
	{
		case '\n':
		case '\r':
		case 0x2028:			/* LINE SEPARATOR */
		case 0x2029:			/* PARAGRAPH SEPARATOR */
			kind = ARA_QI_LINE;
			break;
		case '.':
			/* an ellipsis goes on */
			if ((e < r->end && *e == '.') || (p > r->text && p[-1] == '.'))
				kind = ARA_QI_DASH;
			else if (is_own_dot(r, p))
				return;
			else
				kind = ARA_QI_STOP;
			break;
		case '!':
		case '?':
		case 0x061F:			/* ARABIC QUESTION MARK */
		case 0x06D4:			/* ARABIC FULL STOP */
			kind = ARA_QI_STOP;
			break;
		case ',':
		case ';':
		case 0x060C:			/* ARABIC COMMA */
		case 0x061B:			/* ARABIC SEMICOLON */
			kind = ARA_QI_COMMA;
			break;
		case ':':
			kind = ARA_QI_COLON;
			break;
		case '/':
			/* behind an agency */
			if (p > r->text && p[-1] != ' ' && (e >= r->end || *e != ' '))
				return;
			kind = ARA_QI_DASH;
			break;
		case '-':
		case '|':
		case 0x2013:			/* EN DASH */
		case 0x2014:			/* EM DASH */
		case 0x2026:			/* HORIZONTAL ELLIPSIS */
			kind = ARA_QI_DASH;
			break;
		case '(':
		case ')':
		case '[':
		case ']':
			kind = ARA_QI_BRACKET;
			break;
		default:
			return;
	}
	if (r->n > 0 && r->items[r->n - 1].kind == kind && kind != ARA_QI_BRACKET)
		return;
	push(r, kind, p, e);
}

/* Reads signs up to limit; when ahead, returns 1 at a mark or a line end. */
static int
read_blank(AraQuotes *r, const char *limit, int ahead)
{
	AraMark		m;

	while (r->blank < r->blank_end && r->blank < limit)
	{
		const char *p = r->blank;
		int			len;
		uint32_t	cp = ara_decode(p, r->end, &len);

		if (ahead && (cp == '\n' || (cp != ' ' && ara_quote_mark(r, p, p + 1, &m))))
			return 1;
		r->blank = r->read = p + len;
		if (cp != ' ')
			sign(r, p, p + len, cp);
	}
	return 0;
}

/* Reads one token as an item; a blank is only kept, for read_blank.  Returns 0 at the end. */
static int
read_token(AraQuotes *r)
{
	AraToken	token;

	if (ara_next_token(&r->t, &token) == ARA_T_EOF)
	{
		r->read = r->end;
		return 0;
	}
	/* parts of what was read whole */
	if (token.start < r->read)
		return 1;
	if (token.type == ARA_T_BLANK)
	{
		r->blank = token.start;
		r->blank_end = token.start + token.len;
		return 1;
	}
	r->read = token.start + token.len;
	switch (token.type)
	{
		case ARA_T_ASCIIWORD:
		case ARA_T_WORD:
		case ARA_T_HWORD:
		case ARA_T_ASCIIHWORD:
		case ARA_T_ABBREVIATION:
		case ARA_T_HASHTAG:
		case ARA_T_MENTION:
			push(r, ARA_QI_WORD, token.start, r->read);
			break;
		case ARA_T_TAG:
		case ARA_T_ENTITY:
			break;
		case ARA_T_INT:
		case ARA_T_UINT:
		case ARA_T_FLOAT:
		case ARA_T_NUMBER:
		case ARA_T_PERCENT:
			push(r, ARA_QI_NUMBER, token.start, r->read);
			break;
		default:
			push(r, ARA_QI_OTHER, token.start, r->read);
	}
	return 1;
}

/* Where reading begins to know what stands before p: at a line, else between words. */
static const char *
look_back(const char *p)
{
	const char *q = p - LOOK_BACK;
	const char *nl = memchr(q, '\n', LOOK_BACK / 2);

	if (nl != NULL)
		return nl + 1;
	for (; q < p && *q != ' '; q++)
		;
	return q;
}

/* Reads items up to p; returns 0 if p is inside a token. */
static int
read_to(AraQuotes *r, const char *p)
{
	if (p - r->read > LOOK_BACK)
	{
		jump(r, look_back(p));
		r->n = 0;
	}
	for (;;)
	{
		read_blank(r, p, 0);
		if (r->read >= p || (r->blank == p && r->blank < r->blank_end))
			return r->read <= p;
		if (!read_token(r))
			return 1;
	}
}

/* Reads items behind a quotation, up to the next mark or line end. */
static void
read_ahead(AraQuotes *r)
{
	int			n;

	for (n = 0; n < LOOK_AHEAD; n++)
		if (read_blank(r, r->end, 1) || !read_token(r))
			return;
}

/* ---- quotations ---- */

static int
is_blank_char(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Sets the quotation between two marks, blanks at its ends left out; returns 0 if nothing is in it. */
static int
set_text(AraQuote *q, const char *s, const char *e)
{
	static const AraQuote empty;

	while (s < e && is_blank_char(*s))
		s++;
	while (e > s && is_blank_char(e[-1]))
		e--;
	*q = empty;
	q->start = s;
	q->len = (size_t) (e - s);
	q->closed = 1;
	return e > s;
}

/* A quotation that nothing closes: its line, if a verb and a colon lead it in. */
static int
read_open(AraQuotes *r, const AraMark *m, AraQuote *q)
{
	const char *limit = r->end - m->e > LOOK_BACK ? m->e + LOOK_BACK : r->end;
	const char *nl = memchr(m->e, '\n', (size_t) (limit - m->e));
	AraMark		x;

	if (nl == NULL && limit < r->end)
		return 0;
	if (nl != NULL)
		limit = nl;
	if (ara_quote_mark(r, m->e, limit, &x) || !set_text(q, m->e, limit))
		return 0;
	q->closed = 0;
	if (!ara_quote_attribute_open(r, q))
		return 0;
	push(r, ARA_QI_QUOTE, m->s, limit);
	jump(r, limit);
	r->pos = limit;
	return 1;
}

/* Reads the pair of marks and who said what is between them; returns 0 if it is no quotation. */
static int
read_pair(AraQuotes *r, const AraMark *m, const AraMark *close, AraQuote *q)
{
	int			at;

	r->pos = close->e;
	if (!set_text(q, m->e, close->s))
		return 0;
	/* of names one right after another, two items are kept */
	if (r->n > 1 && r->items[r->n - 1].kind == ARA_QI_QUOTE && r->items[r->n - 2].kind == ARA_QI_QUOTE &&
		(r->last.start == NULL || r->last.start < r->items[r->n - 1].s))
		r->items[r->n - 1].e = close->e;
	else
		push(r, ARA_QI_QUOTE, m->s, close->e);
	jump(r, close->e);
	/* make room first, so that the items behind do not move those before */
	if (r->n > ARA_QUOTE_ITEMS - LOOK_AHEAD - 4)
	{
		int			gone = r->n - KEEP;

		memmove(r->items, r->items + gone, KEEP * sizeof(r->items[0]));
		r->n = KEEP;
	}
	at = r->n - 1;
	read_ahead(r);
	return ara_quote_attribute(r, at, q);
}

int
ara_next_quote(AraQuotes *r, AraQuote *q)
{
	AraMark		m;

	while (ara_quote_mark(r, r->pos, r->end, &m))
	{
		AraMark		close;
		int			reversed = m.family == ARA_M_GUILLEMET && m.glyph == ARA_M_CLOSE &&
			m.place == ARA_M_OPEN;

		r->pos = m.e;
		if (m.face == ARA_M_CLOSE && !reversed)
			continue;
		if (!read_to(r, m.s))
		{
			if (r->pos < r->read)
				r->pos = r->read;
			continue;
		}
		if (ara_quote_close(r, &m, ara_quote_led_in(r, r->n), &close))
		{
			if (read_pair(r, &m, &close, q))
			{
				r->last = *q;
				return 1;
			}
		}
		else if (read_open(r, &m, q))
		{
			r->last = *q;
			return 1;
		}
	}
	return 0;
}
