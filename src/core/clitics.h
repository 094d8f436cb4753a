/*
 * clitics.h - layout of clitics and of what the analyzer weighs, shared with the data compiler
 *
 *     u32 number before | u32 number after | u8 first[65] | entries | u8 cost of each slot
 *
 *     entry: u8 letters; u8 code[7]; u8 needs (bits of morph.h); u8 article; u8 cost[ARA_POS_COUNT]
 *
 * The first entry of either side is the empty one; the others are sorted, and
 * first[code] is the first entry before a word that begins with this letter.  Codes are those of
 * lexicon.h.  Costs are -4 * log2 of probability, estimated from raw text.
 */
#ifndef ARA_CLITICS_H
#define ARA_CLITICS_H

#include "morph.h"

#define ARA_POS_COUNT 6
#define ARA_CLITIC_MAX 7
#define ARA_CLITIC_AFTER_MAX 3	/* letters of the longest enclitic */
#define ARA_CLITIC_HEADER (8 + 65)
#define ARA_CLITIC_ENTRY 16

enum
{
	ARA_CLITIC_LETTERS = 0, ARA_CLITIC_CODES = 1, ARA_CLITIC_NEEDS = 8, ARA_CLITIC_ARTICLE = 9, ARA_CLITIC_COST = 10
};

#endif
