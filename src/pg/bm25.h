/*
 * bm25.h - the values that BM25 works with, and who reads and writes them
 *
 * arabic_bm25_stats: what a collection knows of its lexemes.  All offsets count
 * from the start of the value, and a lexeme is a byte string in the order of
 * tsvector (memcmp, then length).
 *
 *     header | directory, blocks + 1 entries | keys | block 0 | block 1 | ...
 *
 *     block:  shared, rest, the last rest bytes of the lexeme, df    (numbers: 7 bits a byte)
 *             |       of the lexeme before it in the block
 *
 * Key i is the shortest string above every lexeme of block i - 1 and not above
 * any of block i, so the directory alone tells the block of a lexeme.  A block
 * is about as long as one chunk of TOAST: binding a query to a value of many
 * megabytes reads the head and one block a term.
 *
 * arabic_bm25_query: the positive terms of a query, each with its weight.
 */
#ifndef ARABIC_FTS_BM25_H
#define ARABIC_FTS_BM25_H

#include "lib/stringinfo.h"
#include "tsearch/ts_type.h"

#define BM25_STATS_VERSION 1
#define BM25_QUERY_VERSION 1

typedef struct Bm25Block
{
	uint32		key;			/* where its key starts; it ends where the next one starts */
	uint32		start;
} Bm25Block;

typedef struct Bm25Stats
{
	int32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		version;
	int64		documents;
	int64		length;			/* of all documents, in positions */
	uint64		fingerprint;	/* of all that follows and the two above: tells values apart */
	uint32		lexemes;
	uint32		blocks;
	uint32		body;			/* where block 0 starts */
	uint32		unused;
	Bm25Block	directory[FLEXIBLE_ARRAY_MEMBER];
} Bm25Stats;

/* Writes a value: init, lexemes in ascending order, finish. */
typedef struct Bm25Builder
{
	int64		documents;
	int64		length;
	uint32		lexemes;
	StringInfoData directory;	/* Bm25Block, relative to keys and body until finish */
	StringInfoData keys;
	StringInfoData body;
	uint32		block_start;
	int			last_len;
	char		last[MAXSTRLEN];	/* the lexeme before */
} Bm25Builder;

extern void bm25_build_init(Bm25Builder *b, int64 documents, int64 length);
extern void bm25_build_add(Bm25Builder *b, const char *lexeme, int len, int64 df);
extern Bm25Stats *bm25_build_finish(Bm25Builder *b);

/* Reads lexemes one after another; at the end returns false. */
typedef struct Bm25Reader
{
	const unsigned char *pos;
	const unsigned char *end;
	int64		df;
	int			len;
	char		lexeme[MAXSTRLEN];
} Bm25Reader;

extern void bm25_read_init(Bm25Reader *r, const Bm25Stats *s);
extern bool bm25_read(Bm25Reader *r);

/* Finds lexemes in a value wherever it is stored. */
typedef struct Bm25Source
{
	const Bm25Stats *head;		/* all of the value, or its head up to block 0 */
	struct varlena *toasted;	/* where the blocks are; NULL: behind the head */
	uint32		block;			/* the block that is loaded, with toasted */
	struct varlena *loaded;
} Bm25Source;

/* Everything is allocated in the current memory context. */
extern void bm25_source_init(Bm25Source *src, Datum stats);

/*
 * In how many documents a lexeme stands; with prefix: any lexeme that starts
 * so, as if lexemes were spread independently, which lies between the most
 * frequent one's and the sum.
 */
extern double bm25_df(Bm25Source *src, const char *lexeme, int len, bool prefix);

/* Only the header's fields of a value may be read from the result. */
extern const Bm25Stats *bm25_stats_header(Datum stats);

/* Checks the version of a detoasted value. */
extern const Bm25Stats *bm25_stats_checked(struct varlena *value);

typedef struct Bm25Term
{
	float8		weight;			/* idf, times how often the query has it, times its level's weight */
	uint32		pos;			/* of its lexeme, from the end of the terms */
	uint16		len;
	uint8		mask;			/* as in QueryOperand: positions that count; 0: all */
	bool		prefix;
} Bm25Term;

typedef struct Bm25Query
{
	int32		vl_len_;		/* varlena header (do not touch directly!) */
	uint32		version;
	float8		average_length; /* 0: unknown, and lengths don't matter */
	uint32		exact;			/* terms without prefix, ascending, and after them ... */
	uint32		prefixes;		/* ... the others, ascending */
	Bm25Term	terms[FLEXIBLE_ARRAY_MEMBER];
} Bm25Query;

#define BM25_TERM_LEXEME(q, t) ((const char *) &(q)->terms[(q)->exact + (q)->prefixes] + (t)->pos)

/* A term on its way into a Bm25Query. */
typedef struct Bm25Word
{
	const char *lexeme;
	double		weight;
	int			len;
	uint8		mask;
	bool		prefix;
} Bm25Word;

/* Sorts the words, adds up the weights of equal ones, and makes a value of them. */
extern Bm25Query *bm25_query_make(Bm25Word *words, int n, double average_length);

/* Binds a query to statistics. */
extern Bm25Query *bm25_bind(TSQuery query, Datum stats);

/* Checks the version of a detoasted value. */
extern const Bm25Query *bm25_query_checked(struct varlena *value);

/* tsvector's order */
static inline int
bm25_compare(const char *a, int alen, const char *b, int blen)
{
	int			c = memcmp(a, b, Min(alen, blen));

	return c != 0 ? c : alen - blen;
}

#endif
