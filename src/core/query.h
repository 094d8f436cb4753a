/*
 * query.h - what people type into a search box, cut into operands and operators
 *
 *     -word  NOT word  laysa word      negated: a flag of the word, phrase or '(' that follows
 *     a OR b  a or b  a aw b           ARA_Q_OR; laysa, aw: the Arabic words for NOT and OR
 *     "a b"  and other double quotes   ARA_Q_PHRASE
 *     ( )                              ARA_Q_OPEN, ARA_Q_CLOSE: paired by the caller, who forgives
 *     begi*  =word                     flags of a word
 *
 * Every other text is words, so there are no errors.  Operators are read from
 * how they stand: a dash, '=' or '+' counts right before what it is for, a word
 * operator only as a word of its own outside of quotes.
 */
#ifndef ARA_QUERY_H
#define ARA_QUERY_H

#include <stddef.h>

/* A word or phrase is cut after this many bytes. */
#define ARA_MAX_OPERAND 16384

/* A prefix is at least this many letters and digits long; the star of a shorter one is left out. */
#define ARA_MIN_PREFIX 2

typedef enum AraQueryKind
{
	ARA_Q_END,
	ARA_Q_WORD,
	ARA_Q_PHRASE,
	ARA_Q_OR,
	ARA_Q_OPEN,
	ARA_Q_CLOSE
} AraQueryKind;

typedef enum AraQueryShape
{
	ARA_Q_PLAIN,				/* letters, digits and marks only */
	ARA_Q_HYPHENS,				/* and hyphens, at least one between letters: see ara_query_words */
	ARA_Q_TAG,					/* '#' or '@' and a name */
	ARA_Q_MIXED
} AraQueryShape;

typedef struct AraQueryItem
{
	AraQueryKind kind;
	const char *start;			/* of a word or phrase, without quotes and operators */
	size_t		len;
	AraQueryShape shape;		/* of a word */
	int			negated;
	int			exact;
	int			prefix;
} AraQueryItem;

typedef struct AraQuery
{
	const char *text;
	const char *end;
	const char *pos;
	/* what was read and applies to the next operand */
	int			negate;			/* a word operator */
	int			dash;			/* a dash: not over a space */
	int			exact;			/* '=': likewise */
} AraQuery;

extern void ara_query_init(AraQuery *q, const char *text, size_t len);

/* Sets *item to the next item and returns its kind; ARA_Q_END at the end.  Linear over a text. */
extern AraQueryKind ara_next_query_item(AraQuery *q, AraQueryItem *item);

/*
 * Writes the words of a hyphenated word, with spaces between them, to out,
 * which has len bytes of room; returns the bytes written.  As a phrase they find
 * the hyphenated word (whose parts follow each other in every index) and the
 * same words written apart.
 */
extern size_t ara_query_words(const char *s, size_t len, char *out);

#endif
