/*
 * place.h - where a span stands, in characters
 *
 * Core gives spans as pointers, mostly in order; a Place counts forth or back
 * from the last one asked for.
 */
#ifndef ARABIC_FTS_PLACE_H
#define ARABIC_FTS_PLACE_H

#include "mb/pg_wchar.h"

/* Characters before a place of a text. */
typedef struct Place
{
	const char *p;
	int32		chars;
} Place;

/* The 1-based position of a place. */
static inline Datum
position_datum(Place *place, const char *p)
{
	if (p < place->p)
		place->chars -= pg_mbstrlen_with_len(p, (int) (place->p - p));
	else
		place->chars += pg_mbstrlen_with_len(place->p, (int) (p - place->p));
	place->p = p;
	return Int32GetDatum(place->chars + 1);
}

static inline Datum
length_datum(const char *s, size_t len)
{
	return Int32GetDatum(pg_mbstrlen_with_len(s, (int) len));
}

#endif
