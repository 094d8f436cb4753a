/*
 * letters.h - sets of Arabic letters, and the table of them in the blob
 *
 *     u32 rows, u32 0
 *     row     u32 key, u32 letters      sorted by key, which is the hash of a lexeme and what it is
 *
 * letters are those that all inflected forms have: of the lemmas of a spelling, of a root, of a
 * verb's family.
 */
#ifndef ARA_LETTERS_H
#define ARA_LETTERS_H

#include <stddef.h>
#include <stdint.h>

#include "hash.h"

#define ARA_LETTERS_HEADER 8
#define ARA_LETTERS_ROW 8

typedef enum AraLettersOf
{
	ARA_LETTERS_LEMMA,			/* by its spelling, folded, without vowels */
	ARA_LETTERS_ROOT,			/* folded */
	ARA_LETTERS_FAMILY			/* by the spelling of its verb */
} AraLettersOf;

static inline uint32_t
ara_letters_key(AraLettersOf of, const char *s, size_t len)
{
	return ara_hash(s, len) + (uint32_t) of * 0x9E3779B1u;
}

/*
 * The bit of a letter, U+0620 to U+065F, less 0x620.  The letters that folded text has get one
 * each; the ten from U+0641 up take the bits of those that are folded away.  One of those, teh
 * marbuta's, stands for all that is no letter of these, but other letters and digits.
 */
static inline uint32_t
ara_letter_bit(unsigned code)
{
	unsigned	bit = code;

	if (code > 32)
		bit = code <= 37 ? code - 6 : code == 38 ? 0 : code - 37;
	return UINT32_C(1) << (bit & 31);
}

#define ARA_LETTERS_OTHER (UINT32_C(1) << 9)

/* All letters of folded text. */
extern uint32_t ara_folded_letters(const char *s, size_t len);

#endif
