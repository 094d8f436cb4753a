/*
 * blob.c - the compiled data inside the library's read-only section
 *
 * .incbin takes the file as it is: 8 MB assemble in 0.1 s, where the same as a
 * C array takes gcc 17 s and 1 GB.
 */
#include "blob.h"

#ifndef ARA_BLOB_FILE
#error "ARA_BLOB_FILE must name the compiled data"
#endif

__asm__(
		".pushsection .rodata\n"
		".balign 64\n"
		".globl ara_blob\n"
		".hidden ara_blob\n"
		".type ara_blob, %object\n"
		"ara_blob:\n"
		".incbin \"" ARA_BLOB_FILE "\"\n"
		".size ara_blob, . - ara_blob\n"
		".popsection\n"
);

extern const unsigned char ara_blob[] __attribute__((visibility("hidden")));

const unsigned char *
ara_blob_section(AraSection section, size_t *len)
{
	*len = ara_u32(ara_blob + 12 + 8 * section);
	return ara_blob + ara_u32(ara_blob + 8 + 8 * section);
}

uint32_t
ara_blob_hash(void)
{
	return ara_u32(ara_blob + 4);
}
