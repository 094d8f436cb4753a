/*
 * dawg.h - a minimal automaton of sorted words, numbered (layout of the arcs in core/lexicon.h)
 */
#ifndef DAWG_H
#define DAWG_H

#include "data.h"

/*
 * Builds the automaton of n distinct words, sorted by strcmp, whose bytes are
 * letter codes 1 to 63; weights tell how often each is looked up.  Appends its
 * arcs to out, sets numbers[i] to the number of word i, and returns the first
 * arc of the start node.
 */
extern uint32_t dawg_build(char *const *words, const double *weights, size_t n, Buf *out, uint32_t *numbers);

#endif
