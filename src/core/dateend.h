/*
 * dateend.h - one date as written (dateend.c), and how the readers of items look at them
 *
 * A reader looks at the items from number i on and returns how many of them
 * it has read, or 0.
 */
#ifndef ARA_DATEEND_H
#define ARA_DATEEND_H

#include "dateitem.h"

/* Item number i; any other number gives one of kind OTHER. */
static inline const AraDateItem *
item(const AraDates *d, int i)
{
	static const AraDateItem nothing;

	return i >= 0 && i < d->n ? &d->items[i] : &nothing;
}

static inline int
kind(const AraDates *d, int i)
{
	return item(d, i)->kind;
}

static inline int
role(const AraDates *d, int i)
{
	const AraDateItem *it = item(d, i);

	return it->kind == ARA_DI_WORD ? it->role : ARA_DR_NONE;
}

static inline int
is_unit(const AraDates *d, int i, int r, AraDateUnit unit)
{
	return role(d, i) == r && item(d, i)->value == (int) unit;
}

static inline int
is_number(const AraDates *d, int i, int min_digits, int max_digits)
{
	const AraDateItem *it = item(d, i);

	return it->kind == ARA_DI_NUMBER && it->digits >= min_digits && it->digits <= max_digits;
}

/* A number as a year, with its era.  One that no year can be, but is called so, makes the end bad. */
extern int	ara_date_year_number(const AraDates *d, int i, AraDateEnd *e, int called_year);

/* One date as written.  loose: inside a range, where a number alone is a day or a year. */
extern int	ara_date_end_at(const AraDates *d, int i, AraDateEnd *e, int loose);

#endif
