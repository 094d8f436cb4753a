/*
 * distance.h - how far a typed word is from another: the costs of typing errors
 *
 * Words are rows of one-byte letters, so that tables by letter stay small.
 * These bytes are stored in users' tables (vocabulary.h), and never change:
 *
 *     01 - 1A   Latin a to z
 *     20 - EF   Arabic U+0620 to U+06EF         FA - FF   U+06FA to U+06FF
 *     F0 - F9   0 to 9, in the place of digits that folding does away with
 */
#ifndef ARA_DISTANCE_H
#define ARA_DISTANCE_H

#include <stddef.h>
#include <stdint.h>

/* A word of fewer letters has too many neighbours, one of more letters is none. */
#define ARA_MIN_KEY 2
#define ARA_MAX_KEY 40

/* A distance of 1, which is what an error costs that confusions.tsv says nothing about. */
#define ARA_DISTANCE_ONE 100

/*
 * The section of the blob, in bytes: cost of a space, of two letters exchanged,
 * of a letter doubled, 0; cost of each letter left out or put in (256); for each
 * letter, the number of its first pair (257 u16); pairs (other letter, cost).
 */
enum
{
	ARA_CONF_SPACE, ARA_CONF_SWAP, ARA_CONF_DOUBLE, ARA_CONF_ZERO,
	ARA_CONF_DROP = 4,
	ARA_CONF_FIRST = ARA_CONF_DROP + 256,
	ARA_CONF_PAIRS = ARA_CONF_FIRST + 2 * 257
};

/*
 * Writes the letters of a folded word to key, which has room for ARA_MAX_KEY.
 * Returns how many; -1 if it is no word of Arabic or Latin letters (digits may
 * stand among them), or too long.
 */
extern int	ara_key(const char *folded, size_t len, uint8_t *key);

/* Writes a key as UTF-8, at most 2 bytes a letter; returns the bytes written. */
extern size_t ara_key_word(const uint8_t *key, int n, char *out);

/* What a word put where another was meant costs, worked out for one typed word. */
typedef struct AraTyped
{
	int			n;
	uint8_t		letters[ARA_MAX_KEY];
	uint8_t		extra[ARA_MAX_KEY]; /* of this letter as one too many */
	uint8_t		swap;			/* of two letters exchanged */
	uint8_t		doubled;		/* of a letter that repeats the one before it */
	const uint8_t *missing;		/* of a letter left out */
	uint8_t		instead[ARA_MAX_KEY][256];	/* of this letter for another */
} AraTyped;

extern void ara_typed_init(AraTyped *t, const uint8_t *key, int n);

/* Distances between the beginnings of the typed word and a beginning of another: row[0..n]. */
typedef uint16_t AraRow[ARA_MAX_KEY + 1];

extern void ara_first_row(const AraTyped *t, AraRow row);

/*
 * The row of one more letter, from those of one and two letters less; letters
 * points behind the new letter, of which there are n.  Returns the least of the
 * row: with every letter more, it never falls but by a swap.
 */
extern unsigned ara_next_row(const AraTyped *t, const uint8_t *letters, int n, const AraRow before2,
							 const AraRow before, AraRow row);

/* The distance of a word from the typed one. */
extern unsigned ara_distance(const AraTyped *t, const uint8_t *key, int n);

/* What a space left out or put in costs. */
extern unsigned ara_space_cost(void);

#endif
