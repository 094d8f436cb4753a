/*
 * light.c - light stemming: affixes off a word that no lexicon knows
 *
 * The rows of src/data/light.tsv, compiled to (data_light.c):
 *
 *     group 0 (proclitic) | group 1 (pronoun) | group 2 (ending) | ...
 *
 *     one group:  u16 index[257]   rows of index[b] <= i < index[b + 1] have the key byte b:
 *                                  the last byte of the first letter (proclitics) or of the last letter
 *                 row[]            u8 bytes, u8 min letters, char letters[10]; longest first
 *
 * The key byte tells most words apart in one look-up.
 */
#include <string.h>

#include "ara.h"
#include "blob.h"
#include "light.h"

static size_t
strip(const unsigned char *group, const char *word, size_t len, int at_start)
{
	unsigned	key = (unsigned char) word[at_start ? 1 : len - 1];
	unsigned	i = ara_u16(group + 2 * key);
	unsigned	last = ara_u16(group + 2 * key + 2);

	for (; i < last; i++)
	{
		const unsigned char *row = group + ARA_LIGHT_INDEX + ARA_LIGHT_ROW * i;
		size_t		n = row[0];

		if (len >= n + 2 * (size_t) row[1] &&
			memcmp(at_start ? word : word + len - n, row + 2, n) == 0)
			return row[1] == ARA_LIGHT_KEEP ? 0 : n;
	}
	return 0;
}

void
ara_light_stem(const char *word, size_t len, size_t *start, size_t *end)
{
	size_t		size;
	const unsigned char *group = ara_blob_section(ARA_S_LIGHT, &size);
	size_t		i;

	*start = 0;
	*end = len;

	/* only words of two-byte letters (the Arabic block) have these affixes */
	if (len < 8 || len > ARA_MAX_WORD)
		return;
	for (i = 0; i < len; i += 2)
		if (((unsigned char) word[i] & 0xFC) != 0xD8)
			return;

	*start = strip(group, word, len, 1);
	for (i = 1; i < ARA_LIGHT_GROUPS; i++)
	{
		group += ARA_LIGHT_INDEX + ARA_LIGHT_ROW * ara_u16(group + 2 * 256);
		*end -= strip(group, word + *start, *end - *start, 0);
	}
}
