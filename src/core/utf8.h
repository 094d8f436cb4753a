/*
 * utf8.h - total UTF-8 decoding
 *
 * Any byte string is accepted.  A byte that does not start a well-formed
 * sequence (RFC 3629: no overlong form, no surrogate, nothing over U+10FFFF)
 * decodes as ARA_BAD_BYTE and is one byte long, so that every loop advances
 * and no read passes the end.
 */
#ifndef ARA_UTF8_H
#define ARA_UTF8_H

#include <stddef.h>
#include <stdint.h>

#define ARA_BAD_BYTE 0xFFFFFFFFu	/* is no code point; its class is ARA_C_OTHER */

/* Decodes one code point at s < end; *len gets the bytes it takes (1 to 4). */
static inline uint32_t
ara_decode(const char *s, const char *end, int *len)
{
	const unsigned char *p = (const unsigned char *) s;
	size_t		n = (size_t) (end - s);
	uint32_t	c = p[0];

	*len = 1;
	if (c < 0x80)
		return c;
	if (c < 0xC2)
		return ARA_BAD_BYTE;
	if (c < 0xE0)
	{
		if (n < 2 || (p[1] & 0xC0) != 0x80)
			return ARA_BAD_BYTE;
		*len = 2;
		return (c & 0x1F) << 6 | (p[1] & 0x3F);
	}
	if (c < 0xF0)
	{
		if (n < 3 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
			return ARA_BAD_BYTE;
		c = (c & 0x0F) << 12 | (uint32_t) (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
		if (c < 0x800 || (c >= 0xD800 && c < 0xE000))
			return ARA_BAD_BYTE;
		*len = 3;
		return c;
	}
	if (c < 0xF5)
	{
		if (n < 4 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80 || (p[3] & 0xC0) != 0x80)
			return ARA_BAD_BYTE;
		c = (c & 0x07) << 18 | (uint32_t) (p[1] & 0x3F) << 12 |
			(uint32_t) (p[2] & 0x3F) << 6 | (p[3] & 0x3F);
		if (c < 0x10000 || c > 0x10FFFF)
			return ARA_BAD_BYTE;
		*len = 4;
		return c;
	}
	return ARA_BAD_BYTE;
}

/* Writes cp (a scalar value) at out, which has 4 bytes of room; returns the bytes written. */
static inline int
ara_encode(uint32_t cp, char *out)
{
	if (cp < 0x80)
	{
		out[0] = (char) cp;
		return 1;
	}
	if (cp < 0x800)
	{
		out[0] = (char) (0xC0 | cp >> 6);
		out[1] = (char) (0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000)
	{
		out[0] = (char) (0xE0 | cp >> 12);
		out[1] = (char) (0x80 | (cp >> 6 & 0x3F));
		out[2] = (char) (0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char) (0xF0 | cp >> 18);
	out[1] = (char) (0x80 | (cp >> 12 & 0x3F));
	out[2] = (char) (0x80 | (cp >> 6 & 0x3F));
	out[3] = (char) (0x80 | (cp & 0x3F));
	return 4;
}

#endif
