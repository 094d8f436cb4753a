/*
 * keyword_stats.h - the value arabic_keyword_stats (its layout is in keywords.h)
 */
#ifndef ARABIC_FTS_KEYWORD_STATS_H
#define ARABIC_FTS_KEYWORD_STATS_H

#include "../core/keyword.h"

#define KEYWORD_STATS_VERSION 1

typedef struct KeywordStats
{
	int32		vl_len_;		/* (as all values of variable length) */
	uint32		version;
	uint32		n;				/* phrases */
	uint32		lists;
	uint32		sorted;
	uint32		unused;
	uint64		total;
	uint64		hash[FLEXIBLE_ARRAY_MEMBER];
} KeywordStats;

/* A phrase and how many lists have it. */
typedef struct KeywordPhrase
{
	uint64		hash;
	const char *s;
	uint32		len;
	uint32		count;
} KeywordPhrase;

/* The value of phrases, which are sorted by hash here; palloc'd. */
extern KeywordStats *keyword_stats_make(KeywordPhrase *phrases, uint32 n, uint64 total, uint32 lists, uint32 sorted);

extern void keyword_stats_sort(KeywordPhrase *phrases, uint32 n);

#endif
