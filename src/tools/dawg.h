/*
 * dawg.h - a minimal automaton of sorted words, numbered (layout of the arcs in core/lexicon.h)
 */
#ifndef DAWG_H
#define DAWG_H

#include "data.h"

/*
 * Builds the automaton of n distinct words, sorted by strcmp, whose bytes are
 * letter codes 1 to 63.  Appends its arcs to out and returns the first arc of
 * the start node.
 */
extern uint32_t dawg_build(char *const *words, size_t n, Buf *out);

#endif
