/*
 * bm25_scan.h - what the ranked scan's planner half (bm25_path.c) and executor half (bm25_scan.c) share
 */
#ifndef ARABIC_FTS_BM25_SCAN_H
#define ARABIC_FTS_BM25_SCAN_H

#include "nodes/extensible.h"
#include "nodes/primnodes.h"

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

#endif
