/*
 * place.h - where a span stands, in characters
 *
 * Core gives spans as pointers, mostly in order; a Place counts on from the
 * last one asked for.
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

/* The 1-based position of a place at or behind the last one asked for. */
static inline Datum
position_datum(Place *place, const char *p)
{
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
