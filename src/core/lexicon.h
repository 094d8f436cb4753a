/*
 * lexicon.h - layout of the compiled lexicon, shared with the data compiler
 *
 * All folded forms of all lemmas are the words of one minimal automaton, and
 * its paths number them: the number of a word is the sum of the counts of the
 * arcs that its path takes.
 *
 *     header      u32 each, ARA_LEX_* below
 *     start       u32 for each letter: number of its arc from the start node, 0 none
 *     arcs        u32 letter:6 last:1 final:1 target:24     letter: code point - 0x620; last arc of its node;
 *                 u32 count                                 target: first arc of the next node, 0: none;
 *                                                           count: words that come before this arc's in the node
 *     blocks      u32 first record of words 0, 16, 32, ...
 *     records     u32 last:1 kind:15 lemma:16               one or more a word, the last marked
 *     kinds       u8 slot, u8 around, u8 pos, u8 0,         (morph.h)
 *                 u16 signature, u16 0                      (ara_signature)
 *     scores      u8 a lemma: 4 * log2 of its probability, up to a constant
 *     lemmas      u32 pool:24 flags:8,                      offset in the pool
 *                 u16 root, u16 family                      number of the root, 0 none; lemma of the verb
 *     roots       u32 offset in the pool
 *     pool        u8 length, bytes ...                      vocalized spelling of a lemma, or a root
 *
 * Lemmas are numbered by falling frequency, and busy arcs stand first, so that
 * running text touches few pages.
 */
#ifndef ARA_LEXICON_H
#define ARA_LEXICON_H

#include <stddef.h>
#include <stdint.h>

enum
{
	ARA_LEX_START, ARA_LEX_ARCS, ARA_LEX_BLOCKS, ARA_LEX_RECORDS, ARA_LEX_KINDS, ARA_LEX_SCORES, ARA_LEX_LEMMAS,
	ARA_LEX_ROOTS, ARA_LEX_POOL,
	ARA_LEX_NLEMMAS,
	ARA_LEX_HEADER
};

#define ARA_LEX_ARC_SIZE 8
#define ARA_LEX_KIND_SIZE 8
#define ARA_LEX_LEMMA_SIZE 8
#define ARA_LEX_NO_FAMILY 0xFFFFu

/* flags of a lemma */
#define ARA_LEX_POS 15u
#define ARA_LEX_PROPER 16u		/* a person, place or people has this name, be it that of something else, too */
#define ARA_LEX_DERIVED 32u		/* less likely than its count; its score has that in it */
#define ARA_LEX_HOMOGRAPH 64u	/* a more frequent lemma has the same spelling */
#define ARA_LEX_STOP 128u

#define ARA_LEX_BLOCK 16
#define ARA_LEX_LETTERS 64
#define ARA_LEX_FIRST_LETTER 0x620

/*
 * What is left of a word's own spelling after folding: two bits for each alef
 * (bare, hamza above, hamza below, madda), each hamza (bare, on waw, on yeh)
 * and a final heh or yeh (as is; ta marbuta, alef maqsura), from the lowest
 * bits up, eight letters at most.  word is normalized to ARA_NORM_SPELLING.
 */
extern unsigned ara_signature(const char *word, size_t len);

#endif
