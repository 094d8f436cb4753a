/*
 * callsite.h - what a function keeps from row to row of a query
 *
 * A call site has one pointer, fn_extra; a function may have several arguments
 * that are read once and used for all rows.
 */
#ifndef ARABIC_FTS_CALLSITE_H
#define ARABIC_FTS_CALLSITE_H

#include "utils/palloc.h"

typedef struct CallSite
{
	void	   *markers;		/* of markers.c */
	void	   *keywords;		/* of keyword_stats.c */
	void	   *gazetteer;		/* of gazetteer.c */
	void	   *entities;		/* of entity.c */
} CallSite;

static inline CallSite *
call_site(FunctionCallInfo fcinfo)
{
	if (fcinfo->flinfo->fn_extra == NULL)
		fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(CallSite));
	return fcinfo->flinfo->fn_extra;
}

#endif
