/*
 * blob.h - the compiled data: one read-only, pointer-free block
 *
 *     +--------+-----------------------------+-----------+-----------+--
 *     | header | offset, length of section 0 | section 0 | section 1 | ...
 *     |        | ... of section 1 ...        |           |           |
 *     +--------+-----------------------------+-----------+-----------+--
 *
 * src/tools/datac makes it from src/data; blob.c puts it into the library's
 * read-only section, whose pages all backends share.  Integers are
 * little-endian; sections start at multiples of 8.
 */
#ifndef ARA_BLOB_H
#define ARA_BLOB_H

#include <stddef.h>
#include <stdint.h>

#define ARA_BLOB_MAGIC 0x31415241u	/* "ARA1" */

typedef enum AraSection
{
	ARA_S_LIGHT,				/* affixes of the light stemmer (light.c) */
	ARA_S_STOP,					/* stop words with their clitics (stop.c) */
	ARA_S_LEXICON,				/* all inflected forms (lexicon.h) */
	ARA_S_CLITICS,				/* clitics and weights (analyze.c) */
	ARA_S_ARTICLE,				/* article markers (article.c) */
	ARA_S_MONTHS,				/* month names (date.c) */
	ARA_S_CONFUSIONS,			/* costs of typing errors (distance.c) */
	ARA_S_LETTERS,				/* letters that all forms of a lemma have (letters.c) */
	ARA_S_NUMBERS,				/* number words (number_word.c) */
	ARA_S_UNITS,				/* currencies and units of measure (number_word.c) */
	ARA_S_DATES,				/* words of dates in running text (datespan.h) */
	ARA_S_GAZETTEER,			/* known names (gazetteer.h) */
	ARA_S_TRIGGERS,				/* words that announce names (nameword.h) */
	ARA_S_TAGGER,				/* weights of the tagger (tagger.h) */
	ARA_S_QUOTES,				/* words around quotations (quote.h) */
	ARA_S_COUNT
} AraSection;

/* Start of a section; *len gets its bytes. */
extern const unsigned char *ara_blob_section(AraSection section, size_t *len);

/* Hash of all data that can change a lexeme, fixed when the library is built. */
extern uint32_t ara_blob_hash(void);

static inline unsigned
ara_u16(const unsigned char *p)
{
	return (unsigned) p[0] | (unsigned) p[1] << 8;
}

static inline uint32_t
ara_u32(const unsigned char *p)
{
	return (uint32_t) p[0] | (uint32_t) p[1] << 8 | (uint32_t) p[2] << 16 | (uint32_t) p[3] << 24;
}

static inline void
ara_set_u32(unsigned char *p, uint32_t v)
{
	p[0] = (unsigned char) v;
	p[1] = (unsigned char) (v >> 8);
	p[2] = (unsigned char) (v >> 16);
	p[3] = (unsigned char) (v >> 24);
}

#endif
