/*
 * vocabulary.h - the type arabic_vocabulary: core/vocabulary.h behind a length word
 */
#ifndef ARABIC_FTS_VOCABULARY_H
#define ARABIC_FTS_VOCABULARY_H

#include "../core/vocabulary.h"

/* Opens a value, which stays where it is and must be detoasted; an error if its layout is not ours. */
extern void vocabulary_open(AraVocabulary *v, const struct varlena *value);

/* Writes a word as it is shown, at most ARA_MAX_SPELLED bytes; returns the bytes written. */
extern size_t vocabulary_spelled(const AraVocabularyWord *word, char *out);

#endif
