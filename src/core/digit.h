/*
 * digit.h - the value of a digit as texts in Arabic letters write it
 */
#ifndef ARA_DIGIT_H
#define ARA_DIGIT_H

#include "utf8.h"

/* The digit at p and its bytes; -1: none.  ASCII, Arabic-Indic, extended Arabic-Indic. */
static inline int
ara_digit(const char *p, const char *end, int *len)
{
	uint32_t	cp;

	if (p >= end)
		return -1;
	cp = ara_decode(p, end, len);
	if (cp >= '0' && cp <= '9')
		return (int) cp - '0';
	if (cp >= 0x0660 && cp <= 0x0669)
		return (int) cp - 0x0660;
	if (cp >= 0x06F0 && cp <= 0x06F9)
		return (int) cp - 0x06F0;
	return -1;
}

#endif
