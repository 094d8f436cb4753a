/*
 * keywords.h - keyword lists, and the type arabic_keyword_stats
 *
 *     struct varlena
 *     u32 version, n, lists, sorted
 *     u64 hash[n]           sorted
 *     u32 count[n]
 *     u32 text[n + 1]       where each phrase begins in what follows
 *     phrases, as most lists write them
 */
#ifndef ARABIC_FTS_KEYWORDS_H
#define ARABIC_FTS_KEYWORDS_H

#include "../core/keyword.h"

/*
 * The text[] of a keyword line, or 0 when it has none.  text is the page that
 * the line, if it stands in it, is not taken for; dict may be NULL.
 */
extern Datum keywords_datum(const char *line, size_t len, const char *text, size_t text_len,
							const AraKeywordDict *dict);

/* The dictionary in argument n of a function; NULL when it is NULL or missing.  Kept over the calls of a query. */
extern const AraKeywordDict *keywords_dict(FunctionCallInfo fcinfo, int n);

#endif
