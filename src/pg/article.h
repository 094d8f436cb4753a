/*
 * article.h - fields of an article, for the files that begin with another kind of text
 */
#ifndef ARABIC_FTS_ARTICLE_H
#define ARABIC_FTS_ARTICLE_H

#include "access/tupdesc.h"

#include "keywords.h"

/* The descriptor of the function's result, which must be the type arabic_article. */
extern TupleDesc article_desc(FunctionCallInfo fcinfo);

/* Fills values and nulls, as many as the descriptor has columns; markers (markers.h) and dict may be NULL. */
extern void article_fields(text *in, const unsigned char *markers, TupleDesc desc, const AraKeywordDict *dict,
						   Datum *values, bool *nulls);

#endif
