/*
 * keyword.h - a line of keywords, cut into them
 *
 * Pages often join the keywords of an article by spaces, though keywords hold
 * spaces.  The line is cut where the sum of costs is least (keyword.c), by what
 * is known of each run of its words:
 *
 *     keyword_text.c     it stands in the article's title or body
 *     AraKeywordDict     it is a keyword of other articles
 *     keyword_join.c     grammar: what can't end there, or hardly begin
 *     order              many sites sort the keywords: what goes back goes on
 *
 * Costs are in sixteenths of a bit.
 */
#ifndef ARA_KEYWORD_H
#define ARA_KEYWORD_H

#include <stddef.h>
#include <stdint.h>

#define ARA_KEYWORD_WORDS 128	/* words that are cut together; of a longer line, one such piece after another */
#define ARA_KEYWORD_PHRASE 8	/* the most words of a keyword that no separator encloses */
#define ARA_KEYWORD_BIT 16		/* the unit of costs */
#define ARA_KEYWORD_NEW (10 * ARA_KEYWORD_BIT)	/* a keyword that the dictionary does not have */

/* What the lexicon says of a word. */
#define ARA_KW_FUNCTION 1		/* preposition and the like: it has words on both sides */
#define ARA_KW_CLITIC 2			/* begins with one, not only the article */
#define ARA_KW_DEFINITE 4		/* has the article */
#define ARA_KW_NOUN 8
#define ARA_KW_ADJECTIVE 16
#define ARA_KW_NAME 32
#define ARA_KW_UNKNOWN 64
#define ARA_KW_DIGIT 128
#define ARA_KW_GIVEN 256		/* of names: a person's first name */
#define ARA_KW_FAMILY 512
#define ARA_KW_ADJECTIVE_FIRST 1024	/* likelier an adjective than anything else */

typedef struct AraKeywordWord
{
	const char *s;				/* as written */
	size_t		len;
	uint64_t	hash;			/* of the folded word, without the signs at its ends */
	int			join;			/* cost of one keyword's holding it and the word before */
	uint16_t	kind;			/* ARA_KW_* */
	uint8_t		found;			/* bit k - 1: it and the k - 1 words behind it stand in the text */
	uint8_t		first;			/* surely the first of a keyword */
	uint8_t		words;			/* the answer: a keyword of so many words begins here; 0: none does */
} AraKeywordWord;

#define ARA_KEYWORD_SLOTS 256	/* a power of two, twice the words */

typedef struct AraKeywordLine
{
	AraKeywordWord word[ARA_KEYWORD_WORDS];
	int			n;
	/* the rest belongs to keyword_text.c: the words by their hash, the run of the text's last words that ends with each */
	int16_t		slot[ARA_KEYWORD_SLOTS];
	int16_t		next[ARA_KEYWORD_WORDS];
	uint8_t		run[2][ARA_KEYWORD_WORDS];
	size_t		place[2][ARA_KEYWORD_WORDS];
	size_t		places;
	uint8_t		letter[128];	/* U+0600 + i begins a word of the line, or may */
} AraKeywordLine;

/* Phrases that are keywords, sorted by hash. */
typedef struct AraKeywordDict
{
	const uint64_t *hash;
	const uint32_t *count;
	uint32_t	n;
	uint64_t	total;			/* of counts */
	uint32_t	lists;			/* lists that were long enough to be sorted ... */
	uint32_t	sorted;			/* ... and were */
} AraKeywordDict;

/*
 * Whether a list says itself where its keywords end (a comma, bar, bullet, '#',
 * line break); then each call of the next gives one: returns 0 at the end.
 */
extern int	ara_keyword_separated(const char *s, size_t len);
extern int	ara_next_separated(const char **p, const char *end, const char **keyword, size_t *len);

/* Reads the words from *p on and moves it behind them; returns how many. */
extern int	ara_keyword_read(AraKeywordLine *l, const char **p, const char *end);

/* Notes which runs of the line's words stand in a text; linear in its length. */
extern void ara_keyword_text(AraKeywordLine *l, const char *text, size_t len);

/* Sets the costs of joining by grammar and text. */
extern void ara_keyword_join(AraKeywordLine *l);

/* Cuts the line: sets words of each word; d may be NULL.  Returns whether the keywords are sorted. */
extern int	ara_keyword_cut(AraKeywordLine *l, const AraKeywordDict *d);

/* The hash of a phrase from that of all but its last word (0: none), and that word's. */
static inline uint64_t
ara_keyword_hash(uint64_t before, uint64_t word)
{
	uint64_t	h = (before ^ word) * UINT64_C(0x9E3779B97F4A7C15);

	return h ^ h >> 29;
}

/* The same of a whole phrase; 0: it has no word. */
extern uint64_t ara_keyword_phrase_hash(const char *s, size_t len);

/* The cost of a phrase; -1: the dictionary does not have it. */
extern int	ara_keyword_cost(const AraKeywordDict *d, uint64_t hash);

/* A word's hash; 0: nothing is left of it. */
extern uint64_t ara_keyword_word_hash(const char *s, size_t len);

#endif
