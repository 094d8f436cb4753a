/*
 * lexicon_row.h - between the files of the lexicon (lexicon.c) and their rows (lexicon_row.c)
 */
#ifndef LEXICON_ROW_H
#define LEXICON_ROW_H

#include "data.h"
#include "lexicon.h"

/* ---- lexicon_row.c: a row of a file, by its class; what it says goes into the lexicon ---- */

extern void verb_row(const Tsv *t);
extern void noun_row(const Tsv *t);
extern void name_row(const Tsv *t);
extern void function_row(const Tsv *t);
extern void count_row(const Tsv *t);

/* ---- lexicon.c: what is in the lexicon ---- */

/* The number of a lemma; -1 if there is none. */
extern long lemma_find(const char *sounds);

/* The number of a lemma, which is made if it is new. */
extern uint32_t lemma_get(const char *sounds, const char *root, AraPos pos);

/* The lemma of that number, up to the next lemma_get. */
extern Lemma *lemma_of(uint32_t id);

/* Where the inflections put the forms of a lemma. */
typedef struct Collector
{
	FormSink	sink;
	uint32_t	lemma;
	int			slot;			/* instead of the one given, if not 0 */
	unsigned	also;			/* added to what may stand around */
} Collector;

extern FormSink *collector(Collector *c, uint32_t lemma, int slot, unsigned also);

/* Adds a form as its sink, a collector, says. */
extern void collect_form(FormSink *sink, const char *written, int slot, unsigned around);

/* Notes that a lemma is derived from a verb, one of several maybe. */
extern void add_kin(uint32_t lemma, uint32_t verb);

#endif
