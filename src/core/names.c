/*
 * names.c - what a name names
 */
#include "blob.h"
#include "hash.h"
#include "names.h"

unsigned
ara_name_kinds(const char *word, size_t len)
{
	size_t		size;
	const unsigned char *s = ara_blob_section(ARA_S_NAMES, &size);
	const unsigned char *rows = s + ARA_NAMES_HEADER;
	uint32_t	hash = ara_hash(word, len);
	uint32_t	lo = 0;
	uint32_t	hi;

	if (size < ARA_NAMES_HEADER)
		return 0;
	for (hi = ara_u32(s); lo < hi;)
	{
		uint32_t	mid = lo + (hi - lo) / 2;
		uint32_t	key = ara_u32(rows + ARA_NAMES_ROW * (size_t) mid);

		if (key == hash)
			return ara_u32(rows + ARA_NAMES_ROW * (size_t) mid + 4);
		if (key < hash)
			lo = mid + 1;
		else
			hi = mid;
	}
	return 0;
}
