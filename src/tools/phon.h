/*
 * phon.h - vocalized Arabic in one byte a sound, for the inflector
 *
 *     consonants   ' b t v j H x d * r z s $ S D T Z E g f q k l m n h w y   (the hamza ' has no seat)
 *     vowels       a i u, long: A iy uw; final long a written U+0649: Y
 *     others       { alef that carries a vowel only at the start (wasla), p ta marbuta
 *
 * A doubled letter is the letter twice.  Letters outside Arabic's own stay as
 * themselves (P G C V ...).  A dot keeps two equal letters from being one
 * doubled: quw.wim.  Morphology works on sounds; phon_spell turns
 * them into letters and chooses the seat of each hamza.
 */
#ifndef PHON_H
#define PHON_H

#include <stddef.h>

#define PHON_MAX 64				/* bytes of a word in sounds, and of its spelling: 4 times this */

/* Reads a vocalized word; 0 if it holds what is no Arabic letter or vowel, or is too long. */
extern int	phon_read(const char *utf8, char *out);

/*
 * Writes the bare spelling of a word.  With variant 1 the hamza takes the
 * other seat in use where writers differ; the result may be the same.
 */
extern void phon_spell(const char *sounds, int variant, char *utf8);

/* Writes the vocalized spelling. */
extern void phon_vocalize(const char *sounds, char *utf8);

/* Regular sound changes: 'a' + ' to 'A, iw to iy, uy to uw ... ; in place. */
extern void phon_smooth(char *sounds);

/* The class of a sound. */
extern int	phon_is_vowel(char c);	/* a i u A Y */

#endif
