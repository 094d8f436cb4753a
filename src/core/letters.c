/*
 * letters.c - tokens that can't have a lexeme, told by their letters alone
 *
 * Who looks for a few lexemes in a long text, as a headline does, need not analyze each word of
 * it: a word in which a letter is missing that all forms of the lemma have is none of them.  Ten
 * nanoseconds a word, instead of several hundred, spare nineteen in twenty.
 */
#include <string.h>

#include "ara.h"
#include "blob.h"
#include "chartab.h"
#include "letters.h"

#define ALL UINT32_C(0xFFFFFFFF)

#define CODE(cp) ((cp) - 0x620)

/* Of a character of two bytes, U+0600 to U+06FF. */
static inline uint32_t
pair_letter(unsigned lead, unsigned second)
{
	/* U+0620 to U+065F: D8 A0 to D9 9F */
	unsigned	code = (lead << 6 | (second & 63)) - (0xD8u << 6 | 0x20);

	return code < 64 ? ara_letter_bit(code) : ARA_LETTERS_OTHER;
}

static inline int
is_alnum(unsigned c)
{
	return (c | 0x20) - 'a' < 26 || c - '0' < 10;
}

uint32_t
ara_folded_letters(const char *s, size_t len)
{
	const unsigned char *p = (const unsigned char *) s;
	const unsigned char *end = p + len;
	uint32_t	letters = 0;

	while (p < end)
	{
		if (*p < 0x80)
			letters |= is_alnum(*p++) ? ARA_LETTERS_OTHER : 0;
		else if ((*p & 0xFC) == 0xD8 && end - p >= 2)
		{
			letters |= pair_letter(p[0], p[1]);
			p += 2;
		}
		else
		{
			letters |= ARA_LETTERS_OTHER;
			p++;
		}
	}
	return letters;
}

void
ara_letter_table(AraLetterTable *t)
{
	/* what a hamza or its mark becomes, or makes of the letter beside it */
	const uint32_t hamza = ara_letter_bit(CODE(0x0626)) | ara_letter_bit(CODE(0x0627)) |
		ara_letter_bit(CODE(0x0648)) | ara_letter_bit(CODE(0x064A));
	int			i;

	for (i = 0; i < 256; i++)
	{
		const AraQuick *q = &ara_quick[ARA_NORM_FOLD][i];

		t->letters[i] = q->contextual ? hamza : 0;
		if (q->len > 0)
			t->letters[i] |= q->len == 2 ? pair_letter(q->to[0], q->to[1]) : ARA_LETTERS_OTHER;
	}
}

uint32_t
ara_token_letters(const AraLetterTable *t, const char *token, size_t len)
{
	const unsigned char *p = (const unsigned char *) token;
	const unsigned char *end = p + len;
	uint32_t	letters = 0;

	while (p < end)
	{
		unsigned	pair;

		if (*p < 0x80)
		{
			letters |= is_alnum(*p++) ? ARA_LETTERS_OTHER : 0;
			continue;
		}
		/* U+0600 to U+06FF, well-formed; what else may become Arabic letters is not worth a look */
		if (end - p < 2)
			return ALL;
		pair = p[0] | (unsigned) p[1] << 8;
		if ((pair & 0xC0FC) != 0x80D8)
			return ALL;
		letters |= t->letters[(pair & 3) << 6 | (pair >> 8 & 63)];
		p += 2;
	}
	return letters;
}

/* The letters of a row of the table; all if there is none. */
static uint32_t
row_letters(AraLettersOf of, const char *s, size_t len)
{
	size_t		size;
	const unsigned char *table = ara_blob_section(ARA_S_LETTERS, &size);
	uint32_t	key = ara_letters_key(of, s, len);
	uint32_t	lo = 0,
				hi = ara_u32(table);

	while (lo < hi)
	{
		uint32_t	mid = lo + (hi - lo) / 2;
		const unsigned char *row = table + ARA_LETTERS_HEADER + ARA_LETTERS_ROW * (size_t) mid;

		if (ara_u32(row) == key)
			return ara_u32(row + 4);
		if (ara_u32(row) < key)
			lo = mid + 1;
		else
			hi = mid;
	}
	return ALL;
}

uint32_t
ara_lexeme_letters(const char *lexeme, size_t len, AraMode mode)
{
	/* the vowels behind '#' are no letters of the token; nor is what tells a level, no letter at all */
	const char *vowels = len > 1 && mode >= ARA_MODE_LEMMA ? memchr(lexeme + 1, '#', len - 1) : NULL;
	size_t		bare = vowels != NULL ? (size_t) (vowels - lexeme) : len;
	uint32_t	letters = ara_folded_letters(lexeme, bare);

	/* where the table has no row, the lexeme is (a part of) a word that the lexicon does not know */
	switch (mode)
	{
		case ARA_MODE_EXACT:
		case ARA_MODE_LIGHT:
			return letters;
		case ARA_MODE_LEMMA:
			return letters & row_letters(ARA_LETTERS_LEMMA, lexeme, bare);
		case ARA_MODE_ROOT:
			return letters & row_letters(ARA_LETTERS_LEMMA, lexeme, bare) &
				row_letters(ARA_LETTERS_ROOT, lexeme, len);
		case ARA_MODE_RICH:
			if (len > 0 && (*lexeme == ARA_LEVEL_SURFACE || *lexeme == ARA_LEVEL_GRAM))
				return letters;
			if (len > 0 && *lexeme == ARA_LEVEL_FAMILY)
				return letters & row_letters(ARA_LETTERS_FAMILY, lexeme + 1, bare - 1);
			return letters & row_letters(ARA_LETTERS_LEMMA, lexeme, bare);
		case ARA_MODE_NAMES:
			/* a sound has several letters, in two scripts */
			return ara_is_name_lexeme(lexeme, len) ? 0 : letters & row_letters(ARA_LETTERS_LEMMA, lexeme, bare);
	}
	return 0;
}
