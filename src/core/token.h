/*
 * token.h - what the files of the tokenizer share
 *
 *     token.c        tokens one after another; Arabic words and the spaces between them
 *     token_scan.c   any other token: dispatch on the first byte, blanks, parts of compounds
 *     token_ascii.c  what the default parser knows: words, hosts, paths, numbers
 *     token_markup.c and tags, entities
 *     token_own.c    what it does not: abbreviations, hashtags, mentions, Arabic numbers, percents
 *
 * A scanner looks at p, the first byte of a token, and tells in *s what starts there.  Its parts,
 * if it is a compound, are found again when they are asked for.
 */
#ifndef ARA_TOKEN_H
#define ARA_TOKEN_H

#include <string.h>

#include "ara.h"
#include "chartab.h"
#include "utf8.h"

/* A chain of hyphens with more parts or bytes than this is not a compound: plain words. */
#define MAX_HYPHEN_PARTS 16
#define MAX_HYPHEN_BYTES 256
/* A longer name after '#' or '@' makes no hashtag, no mention. */
#define MAX_NAME_BYTES 256
/* Letters of one abbreviation; more make a second token. */
#define MAX_ABBREVIATION 8

/* What the tokenizer is in the middle of. */
enum
{
	IN_TEXT,
	IN_SCRIPT,					/* content of a script or style element: blank up to the next tag */
	IN_COMPOUND					/* its parts are next */
};

typedef struct AraScan
{
	AraTokenType type;
	const char *end;
	const char *parts_end;		/* of a compound; else NULL */
	const char *split;			/* compound of two parts of known type: start of the second */
	AraTokenType parts[2];		/* and these types */
} AraScan;

/* What a byte can be.  Bytes from 80 up are B_MORE only. */
extern const uint8_t ara_byte[256];

#define B_LETTER	0x01
#define B_DIGIT		0x02
#define B_NAME		0x04		/* in the name of a tag or an entity */
#define B_TAG		0x08		/* in a tag, outside of quotes */
#define B_URL		0x10		/* in the path of a URL (RFC 3986) */
#define B_MORE		0x20		/* after ASCII letters: they may be part of something longer */
#define B_START		0x40		/* inside a blank: something may start here */
#define B_SPACE		0x80
#define B_ALNUM		(B_LETTER | B_DIGIT)

/* What was in a word. */
#define W_DIGIT		1
#define W_NONASCII	2

/* The byte at p; 0 at the end, which like NUL belongs to nothing. */
static inline unsigned
at(const char *p, const char *end)
{
	return p < end ? (unsigned char) *p : 0;
}

static inline int
is(const char *p, const char *end, int flags)
{
	return ara_byte[at(p, end)] & flags;
}

static inline AraClass
class_at(const char *p, const char *end, uint32_t *cp, int *len)
{
	*cp = ara_decode(p, end, len);
	return ara_class(*cp);
}

/* U+0660 - U+0669, U+06F0 - U+06F9 */
static inline int
is_arabic_digit(const char *p, const char *end)
{
	if (end - p < 2)
		return 0;
	return ((unsigned char) p[0] == 0xD9 && (unsigned char) (p[1] - 0xA0) < 10) ||
		((unsigned char) p[0] == 0xDB && (unsigned char) (p[1] - 0xB0) < 10);
}

static inline int
is_digit(const char *p, const char *end)
{
	return is(p, end, B_DIGIT) || is_arabic_digit(p, end);
}

/* A two-byte character of the block U+0600 - U+063F or U+0640 - U+067F. */
static inline int
is_pair(const char *p, const char *end, unsigned lead, unsigned second)
{
	return end - p >= 2 && (unsigned char) p[0] == lead && (unsigned char) p[1] == second;
}

#define IS_DECIMAL_SEPARATOR(p, end)	is_pair(p, end, 0xD9, 0xAB)	/* U+066B */
#define IS_THOUSANDS_SEPARATOR(p, end)	is_pair(p, end, 0xD9, 0xAC)	/* U+066C */
#define IS_ARABIC_PERCENT(p, end)		is_pair(p, end, 0xD9, 0xAA)	/* U+066A */

static inline const char *
skip_digits(const char *p, const char *end)
{
	while (is(p, end, B_DIGIT))
		p++;
	return p;
}

static inline void
scan_set(AraScan *s, AraTokenType type, const char *end)
{
	s->type = type;
	s->end = end;
	s->parts_end = NULL;
	s->split = NULL;
}

static inline void
scan_pair(AraScan *s, AraTokenType type, AraTokenType first, const char *split,
		  AraTokenType second, const char *end)
{
	s->type = type;
	s->end = s->parts_end = end;
	s->split = split;
	s->parts[0] = first;
	s->parts[1] = second;
}

static inline int
ara_emit(AraTokenizer *t, AraToken *token, int type, const char *e)
{
	token->type = (AraTokenType) type;
	token->start = t->pos;
	token->len = (size_t) (e - t->pos);
	t->pos = e;
	return type;
}

/* token.c, token_scan.c: the end of a run of word characters that goes on at p */
extern const char *ara_arabic_run(const char *p, const char *end);
extern const char *ara_arabic_step(const char *p, const char *end);
extern const char *ara_latin_run(const char *p, const char *end, int *what);

/* token_scan.c */
extern int	ara_next_other(AraTokenizer *t, AraToken *token);

/* token_markup.c: each returns 1 and sets *s, or 0 */
extern int	ara_scan_tag(AraTokenizer *t, const char *p, AraScan *s);
extern int	ara_scan_entity(AraTokenizer *t, const char *p, AraScan *s);

/* token_ascii.c: likewise; the ones without result always find a token */
extern int	ara_scan_path(AraTokenizer *t, const char *p, AraScan *s);
extern int	ara_scan_signed(AraTokenizer *t, const char *p, AraScan *s);
extern void ara_scan_digits(AraTokenizer *t, const char *p, AraScan *s);
extern void ara_scan_ascii_word(AraTokenizer *t, const char *p, AraScan *s);
extern void ara_scan_latin_word(AraTokenizer *t, const char *p, AraScan *s);
extern int	ara_scan_hyphen(AraTokenizer *t, const char *p, const char *e, int what, AraScan *s);
extern int	ara_is_word_letter(const char *p, const char *end);

/* token_own.c: likewise */
extern const char *ara_number_end(AraTokenizer *t, const char *p);
extern int	ara_scan_abbreviation(AraTokenizer *t, const char *p, const char *e, AraScan *s);
extern int	ara_scan_tagged_name(AraTokenizer *t, const char *p, AraScan *s);
extern int	ara_scan_percent_prefix(AraTokenizer *t, const char *p, AraScan *s);
extern void ara_scan_percent_suffix(AraTokenizer *t, AraScan *s);

#endif
