/*
 * no_blob.c - the core inside the data compiler, which has no data yet
 */
#include "../core/blob.h"

const unsigned char *
ara_blob_section(AraSection section, size_t *len)
{
	(void) section;
	*len = 0;
	return NULL;
}

uint32_t
ara_blob_hash(void)
{
	return 0;
}
