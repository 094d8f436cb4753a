/*
 * headline_match.h - the matcher, as headline_query.c prepares it and headline_match.c uses it
 */
#ifndef ARABIC_FTS_HEADLINE_MATCH_H
#define ARABIC_FTS_HEADLINE_MATCH_H

#include "headline.h"

#include "../core/ara.h"
#include "template.h"

/* of one token; more are not counted */
#define MAX_TOKEN_MATCHES 16

typedef struct MemoSlot
{
	uint64		hash;			/* less than HASH_FIRST: empty */
	int			first;			/* of its matches */
	uint8		n;
	uint8		advance;
} MemoSlot;

/* Types of tokens with a filter, and sets of letters that one looks for; with more there is no filter. */
#define MAX_FILTER_TYPES 64
#define MAX_FILTER_SETS 32

typedef enum FilterState
{
	FILTER_UNKNOWN,				/* not yet looked into */
	FILTER_NOT_INDEXED,			/* tokens of the type have no lexemes */
	FILTER_OFF,
	FILTER_ON
} FilterState;

typedef struct Filter
{
	FilterState state;
	int			nsets;
	uint32		sets[MAX_FILTER_SETS];
} Filter;

typedef struct Term
{
	const char *lexeme;
	int			len;
	bool		prefix;
} Term;

typedef struct Phrase
{
	QueryItem  *item;
	int			span;
} Phrase;

struct Matcher
{
	MemoryContext context;
	MemoryContext scratch;
	Oid			config;
	uint64		generation;
	TSQuery		query;

	int			nterms;
	Term	   *terms;
	PhraseSet  *term_phrases;
	int		   *term_unit;
	int			nunits;
	int		   *item_term;		/* by item of the query; -1: none */
	uint32		mask;
	int		   *table;			/* hash of terms; -1: empty */
	int			max_prefix;		/* length of the longest prefix; -1: there is none */
	uint64		prefix_lengths[(MAXSTRLEN + 64) / 64];

	int			nphrases;
	Phrase		phrases[MAX_PHRASES];

	AraLetterTable letters;
	Filter		filters[MAX_FILTER_TYPES];

	uint32		slots;
	uint32		used;
	MemoSlot   *memo;
	int			npool;
	int			pool_size;
	TokenMatch *pool;
	TokenMatch	found[MAX_TOKEN_MATCHES];	/* of a token that the memo does not hold */
};

/* FNV-1a, byte by byte, so that one walk over a lexeme passes the hashes of all its prefixes. */
#define HASH_START 2166136261u
#define HASH_STEP(h, c) (((h) ^ (unsigned char) (c)) * 16777619u)

static inline int
find_term(const Matcher *m, uint32 hash, const char *s, int len, bool prefix)
{
	uint32		i;

	for (i = (hash ^ hash >> 15) & m->mask; m->table[i] >= 0; i = (i + 1) & m->mask)
	{
		const Term *t = &m->terms[m->table[i]];

		if (t->len == len && t->prefix == prefix && memcmp(t->lexeme, s, len) == 0)
			return m->table[i];
	}
	return -1 - (int) i;
}

/* headline_query.c */
extern void matcher_prepare(Matcher *m);

#endif
