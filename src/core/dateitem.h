/*
 * dateitem.h - what dateend.c and datespan.c read: items (dateitem.c) and their values (datevalue.c)
 */
#ifndef ARA_DATEITEM_H
#define ARA_DATEITEM_H

#include "datespan.h"

typedef enum AraDateItemKind
{
	ARA_DI_OTHER,
	ARA_DI_WORD,
	ARA_DI_NUMBER,
	ARA_DI_NUMERIC,				/* a whole date in digits */
	ARA_DI_COMMA,
	ARA_DI_HYPHEN,
	ARA_DI_SLASH,
	ARA_DI_OPEN,
	ARA_DI_CLOSE
} AraDateItemKind;

/* flags of an item beside those of its entry */
#define ARA_DI_AND		64		/* U+0648 before the word */
#define ARA_DI_THEN		16		/* U+0641 before it */
#define ARA_DI_ENGLISH	32		/* a number with st, nd, rd, th */

/* Reads tokens until the window is full or the text ends. */
extern void ara_dates_fill(AraDates *d);

/* One end of a date as written; 0: not given. */
typedef struct AraDateEnd
{
	int			day;
	int			month;
	int			year;
	int			season;
	int			hijri;
	int			bad;			/* looks like a date, and is none */
	int			rel;			/* what delta counts: AraDateRel */
	int			delta;
} AraDateEnd;

typedef enum AraDateRel
{
	ARA_REL_NONE,
	ARA_REL_PICK,				/* delta < 0: last May; > 0: next May; 0: of this year */
	ARA_REL_YEAR,				/* May of last year */
	ARA_REL_MONTH				/* the 5th of last month */
} AraDateRel;

/* Each sets from, to, precision, relative, resolved of *span; returns 0 if there is no such date. */
extern int	ara_date_value(const AraDates *d, const AraDateEnd *e, AraDateSpan *span);
extern int	ara_date_value_range(const AraDates *d, AraDateEnd *a, AraDateEnd *b, AraDateSpan *span);

/* The unit that is delta units from the reference's. */
extern void ara_date_value_unit(const AraDates *d, AraDateUnit unit, int delta, AraDateSpan *span);

/* The n units before (after, if direction is positive) the reference, up to it. */
extern void ara_date_value_units(const AraDates *d, AraDateUnit unit, int n, int direction,
								 AraDateSpan *span);

/* The weekday (1: Sunday) on or before the reference; by adjective < 0 before, > 0 after it. */
extern void ara_date_value_weekday(const AraDates *d, int weekday, int has_adjective, int adjective,
								   AraDateSpan *span);

/* The years first to last, unresolved if they are none of the calendar's. */
extern void ara_date_value_years(int first, int last, AraDateUnit unit, AraDateSpan *span);

#endif
