/*
 * analyze.h - what a word can be, best first
 */
#ifndef ARA_ANALYZE_H
#define ARA_ANALYZE_H

#include <stddef.h>
#include <stdint.h>

#include "morph.h"

/* A word of more letters than this is unknown. */
#define ARA_MAX_LETTERS 40

/* How many analyses of a word are kept; the worst are dropped. */
#define ARA_MAX_ANALYSES 32

typedef struct AraAnalysis
{
	uint32_t	lemma;			/* for ara_lemma_* */
	int			score;			/* 4 * log2 of probability, up to a constant */
	uint8_t		slot;			/* morph.h */
	uint8_t		before;			/* letters of the proclitics */
	uint8_t		after;			/* letters of the enclitic */
	uint8_t		article;		/* whether the proclitics hold the article */
	uint8_t		before_entry,	/* which row of clitics.tsv */
				after_entry;
} AraAnalysis;

/*
 * Analyzes a word given in both normalizations (ara.h).  Writes the best max
 * (at most ARA_MAX_ANALYSES), best first, and returns how many; 0 when the
 * lexicon does not know the word.
 */
extern int	ara_analyze(const char *folded, size_t folded_len, const char *spelled, size_t spelled_len,
						AraAnalysis *out, int max);

/*
 * Writes the lexeme of a lemma, at most ARA_MAX_LEXEME bytes, and returns its
 * length: its folded spelling, with its vowels behind a '#' where a more
 * frequent lemma has the same.
 */
extern size_t ara_lemma_lexeme(uint32_t lemma, char *out);

/* The vocalized spelling of a lemma. */
extern const char *ara_lemma_vocalized(uint32_t lemma, size_t *len);

/* The root of a lemma; length 0: none. */
extern const char *ara_lemma_root(uint32_t lemma, size_t *len);

/*
 * The verb that a lemma belongs to: the verb itself, its masdars and its
 * participles are one family.  -1: none.
 */
extern long ara_lemma_family(uint32_t lemma);

extern AraPos ara_lemma_pos(uint32_t lemma);
extern int	ara_lemma_is_stop(uint32_t lemma);

/* Whether a person, place, people or organisation has this name, whatever else it says (Mahmud: praised). */
extern int	ara_lemma_is_proper(uint32_t lemma);

/* Whether a lemma is less likely than its count says, which its score takes into account. */
extern int	ara_lemma_is_derived(uint32_t lemma);

/* 4 * log2 of a lemma's probability, up to a constant. */
extern int	ara_lemma_score(uint32_t lemma);

#endif
