/*
 * forms.h - the lexicon's inflected forms near a typed word
 */
#ifndef ARA_FORMS_H
#define ARA_FORMS_H

#include "distance.h"

/* A search for the forms within a distance of a typed word, in steps. */
typedef struct AraFormSearch
{
	const AraTyped *typed;
	unsigned	max;			/* distance; the caller may lower it between the forms */
	int			n;				/* letters of the form found */
	uint8_t		key[ARA_MAX_KEY];
	unsigned	distance;
	/* the rest belongs to forms.c */
	const unsigned char *start,
			   *arcs;
	int			letter;			/* the next one to start with */
	int			depth;			/* 0: at the start */
	uint32_t	pending[ARA_MAX_KEY + 1];	/* for each depth the next arc to take, 0 none */
	AraRow		rows[ARA_MAX_KEY + 1];
	unsigned	least[ARA_MAX_KEY + 1];
} AraFormSearch;

extern void ara_forms_init(AraFormSearch *s, const AraTyped *typed, unsigned max);

/* Goes on until a form is found (returns 1), steps arcs were taken (0), or all were (-1). */
extern int	ara_forms_next(AraFormSearch *s, uint32_t steps);

#endif
