/*
 * keyword_learn.h - keyword lines being collected, and what is learned from them
 */
#ifndef ARABIC_FTS_KEYWORD_LEARN_H
#define ARABIC_FTS_KEYWORD_LEARN_H

#include "keyword_stats.h"

/* Records one behind the other: this head, the line, a byte for each word (AraKeywordWord.found). */
typedef struct KeywordRecord
{
	uint32		len;			/* of the line */
	uint16		words;			/* 0: separated */
	uint16		separated;
} KeywordRecord;

typedef struct KeywordLines
{
	char	   *data;
	Size		len;
	Size		room;
	uint64		lines;
} KeywordLines;

extern KeywordStats *keyword_learn(const KeywordLines *lines);

#endif
