/*
 * datespan.h - dates in running text
 *
 *     tokens --> items (a word with its role, a number, a sign) --> window --> one span after another
 *
 * The words are rows of src/data/datewords.tsv and months.tsv, compiled
 * (data_dates.c) into a hash table over their folded spelling:
 *
 *     u32 slots - 1        slots is a power of two, at most half of them taken
 *     u16 slot[slots]      offset of an entry from the section's start, divided by 2; 0: free
 *     entries, at even offsets: u8 role, u8 flags, i16 value, u8 bytes, the folded word
 */
#ifndef ARA_DATESPAN_H
#define ARA_DATESPAN_H

#include "ara.h"

typedef enum AraDateRole
{
	ARA_DR_NONE,				/* only begins longer phrases */
	ARA_DR_MONTH,				/* value: 1 to 12 */
	ARA_DR_HIJRI,				/* the same, Islamic calendar */
	ARA_DR_WEEKDAY,				/* 1 is Sunday */
	ARA_DR_UNIT,				/* value: AraDateUnit */
	ARA_DR_UNIT_DUAL,
	ARA_DR_UNIT_PLURAL,
	ARA_DR_UNIT_DEF,			/* with the article */
	ARA_DR_UNIT_DUAL_DEF,
	ARA_DR_UNIT_PLURAL_DEF,
	ARA_DR_DAY,					/* today, yesterday: days from the reference */
	ARA_DR_NOT_TODAY_BEFORE,	/* before the word for today: no date */
	ARA_DR_NOT_TODAY_AFTER,
	ARA_DR_NOT_YEAR_BEFORE,		/* before the word for the year: no date */
	ARA_DR_ADJECTIVE,			/* last, this, next: units from the reference */
	ARA_DR_THIS,				/* the demonstrative */
	ARA_DR_NUMBER,
	ARA_DR_ORDINAL,
	ARA_DR_ARTICLE,
	ARA_DR_ENGLISH_ORDINAL,
	ARA_DR_OF,
	ARA_DR_BETWEEN,
	ARA_DR_TO,
	ARA_DR_AND,
	ARA_DR_SAME,				/* between weekday and date, or a date and the same in another calendar */
	ARA_DR_ERA,					/* value 1: Islamic */
	ARA_DR_BEFORE_ERA,
	ARA_DR_IN,					/* a month behind it needs no day or year */
	ARA_DR_AGO,
	ARA_DR_AHEAD,
	ARA_DR_ANCHORED,			/* behind "after three days": not counted from the reference */
	ARA_DR_SEASON,				/* 1 is spring */
	ARA_DR_DECADE,				/* value: 20 to 90 */
	ARA_DR_COUNT
} AraDateRole;

extern const char *const ara_date_role_names[ARA_DR_COUNT];

#define ARA_DF_PREFIX	1		/* begins a longer phrase of the table */
#define ARA_DF_WEAK		2		/* a month whose name is also an ordinary word */

#define ARA_MAX_DATE_WORD 48	/* bytes of a folded phrase */

typedef enum AraDateUnit
{
	ARA_DU_HOUR,
	ARA_DU_DAY,
	ARA_DU_WEEK,
	ARA_DU_MONTH,
	ARA_DU_SEASON,
	ARA_DU_YEAR,
	ARA_DU_DECADE,
	ARA_DU_CENTURY,
	ARA_DU_COUNT
} AraDateUnit;

/* Also the names of precisions. */
extern const char *const ara_date_unit_names[ARA_DU_COUNT];

static inline uint32_t
ara_date_hash(const char *s, size_t len)
{
	uint32_t	h = 2166136261u;
	size_t		i;

	for (i = 0; i < len; i++)
		h = (h ^ (unsigned char) s[i]) * 16777619u;
	return h ^ h >> 15;
}

/* ---- what is found ---- */

/* Which year is meant where none is written. */
typedef enum AraDatePick
{
	ARA_PICK_NONE,				/* the year is written */
	ARA_PICK_NEAREST,			/* nearest to the reference, before or after it */
	ARA_PICK_PAST,				/* the last before the reference */
	ARA_PICK_NEXT,				/* the first after it */
	ARA_PICK_CURRENT			/* in the year of the reference */
} AraDatePick;

/*
 * A date or range in the text.  Gregorian: from and to are first and last day,
 * complete, if resolved.  Hijri: from and to as written, month or day 0 where
 * not given, the year 0 when pick says which; the calendar is the caller's.
 */
typedef struct AraDateSpan
{
	const char *start;
	size_t		len;			/* bytes */
	AraDate		from;
	AraDate		to;
	int			hijri;
	AraDateUnit precision;		/* of the finer end */
	int			relative;		/* the reference was or would be needed */
	int			resolved;		/* Gregorian: from and to are set */
	AraDatePick pick;			/* Hijri without a year */
} AraDateSpan;

typedef struct AraDateItem
{
	const char *start;
	const char *end;
	int			kind;
	int			role;
	int			flags;
	int			value;
	int			digits;			/* number: how many */
	int			stripped;		/* bytes of proclitics that role and value are without */
	AraDate		date;			/* written in digits; day 0: impossible */
} AraDateItem;

#define ARA_DATE_WINDOW 96
#define ARA_DATE_AHEAD 48		/* items that the longest date may take */

/* Belongs to datespan.c. */
typedef struct AraDates
{
	AraTokenizer tokens;
	const char *skip;			/* tokens before here are part of an item */
	int			ended;
	int			have_ref;
	AraDate		ref;
	int			pos;			/* in items */
	int			n;
	int			years;			/* a list of years goes on here */
	AraDateItem items[ARA_DATE_WINDOW];
} AraDates;

/* Reference NULL: what depends on it stays unresolved. */
extern void ara_dates_init(AraDates *d, const char *text, size_t len, const AraDate *reference);

/* Sets *span to the next date and returns 1; returns 0 at the end.  Linear over a text. */
extern int	ara_next_date(AraDates *d, AraDateSpan *span);

/* Days since 1970-01-01 and back, proleptic Gregorian. */
extern long ara_date_days(const AraDate *date);
extern AraDate ara_date_of_days(long days);

#endif
