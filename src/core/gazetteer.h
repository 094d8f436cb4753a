/*
 * gazetteer.h - known names, found in a text word by word
 *
 * A phrase is found by walking: the hash of its first word leads to a slot
 * that says what the words so far are, and whether longer names begin with
 * them; the hash of the walk so far and the next word leads on.
 *
 *     names "ras al-khayma", "ras"
 *
 *     hash(ras)            -> name 7, goes on
 *     hash(ras) . al-khayma -> name 12
 *
 * The compiled gazetteer (a section of the blob) and one that a user's table
 * holds have the same layout, without pointers:
 *
 *     header      u32 mask of slots, u32 offset of names, u32 offset of pool, u32 number of names
 *     slots       u32 hash (0: empty), u32 what          open addressing, linear probing
 *     names       u32 offset in the pool, u16 length, u8 kind, u8 0
 *     pool        canonical forms, UTF-8
 *
 * what: number of the name in the low 20 bits, ARA_G_* above.
 */
#ifndef ARA_GAZETTEER_H
#define ARA_GAZETTEER_H

#include <stddef.h>
#include <stdint.h>

#define ARA_G_NAME 0x000FFFFFu	/* number of the name from 1 on; 0: only the start of longer ones */
#define ARA_G_LONGER 0x00100000u	/* longer names begin with it */
#define ARA_G_PERSON 0x00200000u
#define ARA_G_PLACE 0x00400000u
#define ARA_G_ORGANISATION 0x00800000u
#define ARA_G_GIVEN 0x01000000u	/* parts of personal names */
#define ARA_G_FAMILY 0x02000000u
#define ARA_G_EVERYDAY 0x04000000u	/* is an everyday word too; of a key: several persons have it */
#define ARA_G_PEOPLE 0x08000000u	/* nisba of a place */
#define ARA_G_SHORT 0x10000000u	/* a short form, such as a surname, of the name it leads to */
#define ARA_G_KINDS (ARA_G_PERSON | ARA_G_PLACE | ARA_G_ORGANISATION)

#define ARA_GAZETTEER_HEADER 16
#define ARA_GAZETTEER_NAME 8

/* A name has at most this many words. */
#define ARA_GAZETTEER_WORDS 12

typedef struct AraGazetteer
{
	const unsigned char *slots;
	uint32_t	mask;
	const unsigned char *names;
	const char *pool;
	uint32_t	count;
} AraGazetteer;

/* Opens a gazetteer in memory; one of no names if len is 0. */
extern void ara_gazetteer_open(AraGazetteer *g, const unsigned char *data, size_t len);

/* Opens the compiled one. */
extern void ara_gazetteer_builtin(AraGazetteer *g);

/*
 * One step of a walk: 0 for the first word, else what the step before gave,
 * and the hash of the next word (ara_name_word).
 */
static inline uint32_t
ara_gazetteer_hash(uint32_t walk, uint32_t word)
{
	uint32_t	h = (walk ^ word) * 0x9E3779B1u;

	h ^= h >> 15;
	h = (h + walk) * 0x85EBCA77u;
	h ^= h >> 13;
	return h == 0 ? 1 : h;
}

/*
 * Persons' names are found by how they sound as well (namekey.h): the walk of
 * a key; 0 if the key is too short to tell one person from another.
 */
extern uint32_t ara_gazetteer_key_walk(const char *key, size_t len);

/* What the words of a walk are; 0 if no name begins with them. */
extern uint32_t ara_gazetteer_find(const AraGazetteer *g, uint32_t walk);

/*
 * The walk of a name that is to be added: steps[i] gets where i + 1 of its
 * words lead.  Returns the number of words; 0: it has none, or too many.
 */
extern int	ara_gazetteer_walk(const char *name, size_t len, uint32_t steps[ARA_GAZETTEER_WORDS]);

/* Adds flags to what a walk leads to, in a table of mask + 1 slots of which at least one stays empty. */
extern void ara_gazetteer_put(unsigned char *slots, uint32_t mask, uint32_t walk, uint32_t what);

/* The canonical form of a name (number as in ARA_G_NAME). */
extern const char *ara_gazetteer_canonical(const AraGazetteer *g, uint32_t name, size_t *len);

/* The kind of a name: 0 person, 1 place, 2 organisation; a user's own from 3 on. */
extern int	ara_gazetteer_kind(const AraGazetteer *g, uint32_t name);

#endif
