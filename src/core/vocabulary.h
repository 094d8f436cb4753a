/*
 * vocabulary.h - the words of a corpus and in how many documents they stand, packed
 *
 *     header    u32 magic, words, documents of the most frequent word, bytes of entries
 *     index     u32 offset of entry 0, 16, 32, ...
 *     shared    u8 for each of these: the least that it and the 15 behind it share with the key before
 *     entries   sorted by key:
 *                   u8  letters shared with the key before
 *                   u8  letters that follow:7 spelled:1
 *                   letters (in entry 0, 16, ...: all of the key)
 *                   number of documents, 7 bits a byte, lowest first, the high bit: more follow
 *                   if spelled: u8 length, and the word as it is written
 *
 * One pass over the entries finds what is near a typed word: the keys are the
 * leaves of a tree in order, and a row of distances is worked out once for each
 * node; below a node that is too far, entries are only stepped over, sixteen at
 * a time where they all share it.  Stored in users' tables: a change of the
 * layout changes the magic number.
 */
#ifndef ARA_VOCABULARY_H
#define ARA_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#include "distance.h"

#define ARA_VOCABULARY_MAGIC 0x31564141u	/* "AAV1" */
#define ARA_VOCABULARY_HEADER 16
#define ARA_VOCABULARY_BLOCK 16

/* The most bytes of a word as it is written. */
#define ARA_MAX_SPELLED 160

/* The most bytes of an entry. */
#define ARA_MAX_ENTRY (2 + ARA_MAX_KEY + 5 + 1 + ARA_MAX_SPELLED)

typedef struct AraVocabulary
{
	const unsigned char *index;
	const unsigned char *shared;
	const unsigned char *entries;
	const unsigned char *end;
	uint32_t	n;				/* words */
	uint32_t	max_ndoc;		/* documents of the most frequent word */
} AraVocabulary;

typedef struct AraVocabularyWord
{
	int			n;
	uint8_t		key[ARA_MAX_KEY];
	uint32_t	ndoc;
	const char *spelled;		/* NULL: as its key */
	size_t		spelled_len;
} AraVocabularyWord;

/* Bytes of what stands before the entries of n words. */
static inline size_t
ara_vocabulary_index(uint32_t n)
{
	return ARA_VOCABULARY_HEADER + 5 * (((size_t) n + ARA_VOCABULARY_BLOCK - 1) / ARA_VOCABULARY_BLOCK);
}

/* Returns 1; 0 if the bytes are no vocabulary. */
extern int	ara_vocabulary_open(AraVocabulary *v, const void *data, size_t len);

/* Reads the first word; each next call reads the next.  Returns 0 behind the last. */
typedef struct AraVocabularyReader
{
	const AraVocabulary *v;
	const unsigned char *pos;
	uint32_t	i;				/* of the next word */
} AraVocabularyReader;

extern void ara_vocabulary_reader(AraVocabularyReader *r, const AraVocabulary *v);
extern int	ara_vocabulary_next(AraVocabularyReader *r, AraVocabularyWord *word);

/* Looks up a key: returns 1 and sets *word, or 0. */
extern int	ara_vocabulary_find(const AraVocabulary *v, const uint8_t *key, int n, AraVocabularyWord *word);

/*
 * Writes entry number i, of a key that sorts behind the one of entry i - 1
 * (previous), to out, which has room for ARA_MAX_ENTRY.  Returns its bytes.
 */
extern size_t ara_vocabulary_entry(unsigned char *out, uint32_t i, const AraVocabularyWord *previous,
								   const AraVocabularyWord *word);

/* A search for the words within a distance of a typed word, in steps. */
typedef struct AraSearch
{
	const AraTyped *typed;
	unsigned	max;			/* distance; the caller may lower it between the words */
	AraVocabularyReader reader;
	AraVocabularyWord word;		/* the last one found */
	unsigned	distance;		/* and its distance */
	int			dead;			/* the first so many letters of the key are too far already */
	AraRow		rows[ARA_MAX_KEY + 1];
	unsigned	least[ARA_MAX_KEY + 1];	/* of each row */
} AraSearch;

extern void ara_search_init(AraSearch *s, const AraVocabulary *v, const AraTyped *typed, unsigned max);

/* Goes on until a word is found (returns 1), steps entries were passed (0), or all were (-1). */
extern int	ara_search_next(AraSearch *s, uint32_t steps);

#endif
