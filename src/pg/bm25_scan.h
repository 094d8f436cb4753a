/*
 * bm25_scan.h - what the parts of the ranked scan share: bm25_path.c plans it, bm25_scan.c runs it
 *				on what bm25_candidates.c finds
 */
#ifndef ARABIC_FTS_BM25_SCAN_H
#define ARABIC_FTS_BM25_SCAN_H

#include "nodes/extensible.h"
#include "nodes/primnodes.h"
#include "utils/rel.h"
#include "utils/snapshot.h"

#include "bm25.h"

#define BM25_SCAN_NAME "ArabicRankedScan"

extern const CustomScanMethods bm25_scan_methods;

/* Called once, when the library is loaded. */
extern void bm25_path_init(void);

extern Datum arabic_bm25(PG_FUNCTION_ARGS);
extern Datum arabic_bm25_weighted(PG_FUNCTION_ARGS);
extern Datum arabic_bm25_stats_score(PG_FUNCTION_ARGS);
extern Datum arabic_bm25_stats_score_weighted(PG_FUNCTION_ARGS);

/* Which argument of a call of arabic_bm25 is the tsvector; -1 when the call is of another function. */
extern int	bm25_vector_argument(const FuncExpr *f);

/* ---- candidates ---- */

typedef struct Bm25Index
{
	Relation	rel;			/* a GIN index */
	AttrNumber	column;			/* from 1 */
	Snapshot	snapshot;
} Bm25Index;

typedef struct Bm25Candidate
{
	BlockNumber block;
	OffsetNumber offset;
	float4		bound;			/* its score is not above it and Bm25Candidates.rest */
} Bm25Candidate;

typedef struct Bm25Candidates
{
	Bm25Candidate *heap;		/* greatest bound first, equal ones in the order of the table */
	int64		n;
	double		rest;			/* what the lists that were not read may add to a score */
	bool		rows_unknown;	/* rows outside may match, with a score of rest at most */
	bool		match;			/* the visible ones match the query for certain */
} Bm25Candidates;

/*
 * Finds the rows that may match the query and bounds of their scores for the
 * bound one, which is NULL when all scores are equal.  Allocates in the current
 * memory context.
 */
extern void bm25_find_candidates(Bm25Candidates *c, const Bm25Index *index, TSQuery query,
								 const Bm25Query *bound, double k1);

/* Takes the first one off the heap, which must not be empty. */
extern Bm25Candidate bm25_pop_candidate(Bm25Candidates *c);

#endif
