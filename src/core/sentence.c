/*
 * sentence.c - the sentences of a text
 *
 * The tokenizer has taken the dots of decimals, versions, hosts and
 * abbreviations into its words, so only signs between words are looked at:
 *
 *     line end              ends the sentence
 *     ! ? U+061F            end it, unless they stand alone in brackets
 *     . U+06D4              end it, except behind a number or a letter that begins it (a list), a
 *                           Latin initial, and where a digit follows at once
 *     .. U+2026             end it only where the line ends: the next word continues
 *     inside a quotation    nothing ends it but a line end, if the quotation closes on its line
 *     or brackets           and within MAX_QUOTE bytes
 *
 * Closing quotes and brackets behind the stop belong to the sentence.
 */
#include <string.h>

#include "ara.h"
#include "chartab.h"
#include "line.h"
#include "utf8.h"

/* Ten long sentences; a quotation that is longer has sentences of its own. */
#define MAX_QUOTE 1500

enum
{
	STRAIGHT, CURLY, GUILLEMET, KINDS
};

enum
{
	W_OTHER, W_NUMBER, W_LATIN_LETTER, W_ABBREVIATION
};

void
ara_sentences_init(AraSentences *r, const char *text, size_t len)
{
	memset(r, 0, sizeof(*r));
	r->pos = r->signs_end = r->word_end = r->quote_end = text;
	r->end = text + len;
	r->no_close[0] = r->no_close[1] = r->no_close[2] = text;
	ara_tokenizer_init(&r->t, text, len);
}

static int
is_line_end(uint32_t cp)
{
	return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

static int
is_stop(uint32_t cp)
{
	return cp == '.' || cp == '!' || cp == '?' || cp == 0x061F || cp == 0x06D4 || cp == 0x2026;
}

/* Closes a quotation or a bracket.  The straight ones open as well; behind a stop they close. */
static int
is_closer(uint32_t cp)
{
	switch (cp)
	{
		case '"':
		case '\'':
		case ')':
		case ']':
		case '}':
		case 0x00BB:			/* RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK */
		case 0x2019:			/* RIGHT SINGLE QUOTATION MARK */
		case 0x201D:			/* RIGHT DOUBLE QUOTATION MARK */
		case 0xFD3E:			/* ORNATE LEFT PARENTHESIS, closes in Arabic */
			return 1;
		default:
			return 0;
	}
}

static int
quote_kind(uint32_t cp)
{
	switch (cp)
	{
		case '"':
			return STRAIGHT;
		case 0x201C:			/* LEFT DOUBLE QUOTATION MARK */
			return CURLY;
		case 0x00AB:			/* LEFT-POINTING DOUBLE ANGLE QUOTATION MARK */
			return GUILLEMET;
		default:
			return -1;
	}
}

static int
closes(uint32_t cp, int kind)
{
	switch (kind)
	{
		case STRAIGHT:
			return cp == '"';
		case CURLY:
			return cp == 0x201D || cp == '"';
		default:
			return cp == 0x00BB;
	}
}

/*
 * The end of the quotation whose opening sign ends at p; p if none closes it
 * near enough on its line.  What a search has found not to be there is
 * remembered, so that unclosed quotations cost no more than others.
 */
static const char *
quotation_end(AraSentences *r, const char *p, int kind)
{
	const char *limit = r->end - p > MAX_QUOTE ? p + MAX_QUOTE : r->end;
	const char *q = r->no_close[kind] > p ? r->no_close[kind] : p;
	int			len;

	for (; q < limit; q += len)
	{
		uint32_t	cp = ara_decode(q, r->end, &len);

		if (closes(cp, kind))
		{
			r->no_close[kind] = q;
			return q + len;
		}
		if (is_line_end(cp))
			break;
	}
	/* at a line end, it is found there again */
	r->no_close[kind] = q;
	return p;
}

/* Does the dot that ends at e end the sentence? */
static int
dot_ends(const AraSentences *r, const char *dot, const char *e)
{
	uint32_t	cp;
	int			len;

	if (e == r->end)
		return 1;
	cp = ara_decode(e, r->end, &len);
	if (ara_class(cp) == ARA_C_DIGIT)
		return 0;
	if (dot != r->word_end)
		return 1;
	/* 1. of a list */
	if (r->words == 1 && (r->word_kind == W_NUMBER || r->word_kind == W_LATIN_LETTER))
		return 0;
	if (r->word_kind == W_LATIN_LETTER)
	{
		const char *next = ara_skip_blank(e, r->end);

		return next == r->end || ara_class(ara_decode(next, r->end, &len)) != ARA_C_LATIN;
	}
	/* U+0635 . U+0628 . 12: a post box; of three letters, an agency */
	if (r->word_kind == W_ABBREVIATION && r->word_bytes <= 5)
	{
		const char *next = ara_skip_blank(e, r->end);

		return next == r->end || ara_class(ara_decode(next, r->end, &len)) != ARA_C_DIGIT;
	}
	return 1;
}

/* The first sign behind p that is no blank is on another line, or there is none. */
static int
line_ends(const char *p, const char *end)
{
	int			len;

	for (; p < end; p += len)
	{
		uint32_t	cp = ara_decode(p, end, &len);

		if (is_line_end(cp))
			return 1;
		if (!ara_is_blank(cp))
			return 0;
	}
	return 1;
}

/*
 * Reads the stops that begin at p and what closes behind them.  Returns where
 * the sentence ends, or NULL if it goes on; *next gets what has been read.
 */
static const char *
read_stops(AraSentences *r, const char *p, const char **next)
{
	const char *q = p;
	const char *e;
	uint32_t	cp = 0;
	int			hard = 0;
	int			dots = 0;
	int			len;
	int			closed = 0;
	const char *before = ara_prev_char(r->t.text, p);
	uint32_t	opener = p > r->t.text ? ara_decode(before, r->end, &len) : 0;

	for (; q < r->end && is_stop(cp = ara_decode(q, r->end, &len)); q += len)
	{
		hard |= cp != '.' && cp != 0x06D4 && cp != 0x2026;
		dots += cp == 0x2026 ? 2 : 1;
	}
	for (e = q; e < r->end && is_closer(cp = ara_decode(e, r->end, &len)); e += len)
		closed = 1;
	/* ."'. */
	if (closed)
		for (; e < r->end && is_stop(ara_decode(e, r->end, &len)); e += len)
			;
	*next = e;
	if (e < r->quote_end)
		return NULL;
	if (opener == '(' && hard && closed)
		return NULL;
	if (hard)
		return e;
	if (dots > 1)
		return line_ends(e, r->end) ? e : NULL;
	return closed || dot_ends(r, p, q) ? e : NULL;
}

/* May a sentence begin with this sign? */
static int
opens(uint32_t cp)
{
	return !ara_is_blank(cp) && !is_stop(cp) && cp != ',' && cp != 0x060C &&
		(!is_closer(cp) || cp == '"' || cp == '\'');
}

/* Reads the signs from pos up to signs_end; returns where the sentence ends among them, else NULL. */
static const char *
read_signs(AraSentences *r)
{
	const char *p;
	int			len;

	for (p = r->pos; p < r->signs_end; p = r->pos)
	{
		uint32_t	cp = ara_decode(p, r->end, &len);
		int			kind = quote_kind(cp);

		r->pos = p + len;
		if (is_line_end(cp))
		{
			r->quote_end = r->pos;
			return p;
		}
		if (is_stop(cp))
		{
			const char *end = read_stops(r, p, &r->pos);

			if (end != NULL)
				return end;
			continue;
		}
		if (r->start == NULL && opens(cp))
			r->start = p;
		if (kind >= 0 && p >= r->quote_end)
			r->quote_end = quotation_end(r, r->pos, kind);
	}
	return NULL;
}

/* Hands out the sentence that ends at e, if it has a word. */
static int
finish(AraSentences *r, const char *e, AraSentence *s)
{
	int			words = r->words;

	s->start = r->start;
	r->start = NULL;
	r->words = 0;
	r->word_kind = W_OTHER;
	if (s->start == NULL || words == 0)
		return 0;
	s->len = (size_t) (ara_trim(s->start, e) - s->start);
	return 1;
}

/* Letters with dots between them: J, U.S */
static int
is_initials(const char *s, size_t len)
{
	size_t		i;

	if (len % 2 == 0 || len > 7)
		return 0;
	for (i = 1; i < len; i += 2)
		if (s[i] != '.' || s[i - 1] == '.')
			return 0;
	return 1;
}

static int
word_kind(const AraToken *token)
{
	switch (token->type)
	{
		case ARA_T_UINT:
		case ARA_T_INT:
		case ARA_T_FLOAT:
		case ARA_T_NUMBER:
			return W_NUMBER;
		case ARA_T_ASCIIWORD:
		case ARA_T_HOST:
		case ARA_T_FILE:
			return is_initials(token->start, token->len) ? W_LATIN_LETTER : W_OTHER;
		case ARA_T_ABBREVIATION:
			return W_ABBREVIATION;
		default:
			return W_OTHER;
	}
}

/* Adds a word; returns where the sentence ends if the word has taken its stop. */
static const char *
add_word(AraSentences *r, const AraToken *token)
{
	int			before = r->word_kind;

	if (r->start == NULL)
		r->start = token->start;
	r->word_kind = word_kind(token);
	r->words += r->words < 2;
	r->word_end = token->start + token->len;
	r->word_bytes = token->len;
	/* a metre, a year of an era: their dot is a stop */
	if (r->word_kind == W_ABBREVIATION && before == W_NUMBER && token->len <= 5 &&
		r->word_end[-1] == '.' && r->word_end >= r->quote_end)
		return r->word_end;
	return NULL;
}

int
ara_next_sentence(AraSentences *r, AraSentence *sentence)
{
	AraToken	token;
	const char *e;
	int			type;

	for (;;)
	{
		/* what is left of the signs behind the sentence before */
		if (r->pos < r->signs_end)
		{
			if ((e = read_signs(r)) != NULL && finish(r, e, sentence))
				return 1;
			continue;
		}
		type = ara_next_token(&r->t, &token);
		if (type == ARA_T_EOF)
			return finish(r, r->end, sentence);
		/* a space between two words: nearly every sign there is */
		if (type == ARA_T_BLANK && token.len == 1 && *token.start == ' ')
			continue;
		/* parts of a word that was read whole, signs that were read with a stop */
		if (token.start < r->word_end)
			continue;
		if (type == ARA_T_BLANK)
		{
			if (r->pos < token.start)
				r->pos = token.start;
			r->signs_end = token.start + token.len;
		}
		else if ((e = add_word(r, &token)) != NULL && finish(r, e, sentence))
			return 1;
	}
}
