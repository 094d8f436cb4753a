/*
 * stop.c - stop words, known with their clitics
 *
 * data_stop.c writes every stop word of src/data/lexicon/function.tsv with
 * every clitic it takes, so that one look-up answers (layout in stop.h).
 */
#include <string.h>

#include "ara.h"
#include "blob.h"
#include "hash.h"
#include "stop.h"

int
ara_is_stop(const char *word, size_t len)
{
	size_t		size;
	const unsigned char *s = ara_blob_section(ARA_S_STOP, &size);
	uint32_t	slots = ara_u32(s);
	uint32_t	i;

	if (len > ara_u32(s + 4))
		return 0;
	for (i = ara_hash(word, len);; i++)
	{
		uint32_t	slot = ara_u32(s + ARA_STOP_HEADER + 4 * (size_t) (i & (slots - 1)));
		const unsigned char *entry;

		if (slot == 0)
			return 0;
		entry = s + ARA_STOP_HEADER + 4 * (size_t) slots + slot - 1;
		if (entry[0] == len && memcmp(entry + 1, word, len) == 0)
			return 1;
	}
}
