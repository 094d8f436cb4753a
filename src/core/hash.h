/*
 * hash.h - hash of a short byte string, for the tables in the blob
 *
 * Eight bytes a step (multiply and fold, as wyhash does); the same value on
 * every platform, since datac writes the tables and the library reads them.
 */
#ifndef ARA_HASH_H
#define ARA_HASH_H

#include <stddef.h>
#include <stdint.h>

static inline uint32_t
ara_hash(const char *s, size_t len)
{
	const unsigned char *p = (const unsigned char *) s;
	uint64_t	h = 0x9E3779B97F4A7C15u ^ len;

	while (len > 0)
	{
		uint64_t	v = 0;
		size_t		n = len < 8 ? len : 8;
		size_t		i;

		for (i = 0; i < n; i++)
			v |= (uint64_t) p[i] << (8 * i);
		h = (h ^ v) * 0xD6E8FEB86659FD93u;
		h ^= h >> 32;
		p += n;
		len -= n;
	}
	return (uint32_t) h;
}

#endif
