/*
 * number.h - the words of numbers and their units, as compiled
 *
 *     u32 slots (a power of two), u32 bytes of the longest word,
 *     u32 slot[slots]: 0, or 1 + offset of a row behind the slots
 *     row: u8 role, u8 num, u8 den, u8 bytes, the folded word
 *
 * A word's slot is its hash, or the next free one.  The roles are explained
 * in the heads of src/data/numbers.tsv and src/data/units.tsv.
 */
#ifndef ARA_NUMBER_H
#define ARA_NUMBER_H

#include "ara.h"

typedef enum AraNumberRole
{
	ARA_NR_OTHER,				/* no number; hides one that a clitic would leave */
	ARA_NR_ONE,
	ARA_NR_DIGIT,
	ARA_NR_TEN,
	ARA_NR_TENS,
	ARA_NR_HUNDRED,
	ARA_NR_SCALE,
	ARA_NR_SCALES,
	ARA_NR_DUAL,
	ARA_NR_DUAL_OR_ONE,
	ARA_NR_FRACTION,
	ARA_NR_PART,
	ARA_NR_ORDINAL,
	ARA_NR_ORDINAL_DEFINITE,
	ARA_NR_ORDINAL_PART,
	ARA_NR_AND,
	ARA_NR_IN,
	ARA_NR_OF,
	ARA_NR_YEAR,
	ARA_NR_ERA,
	ARA_NR_PHRASE,
	ARA_NR_COUNT,
	/* not in the data */
	ARA_NR_LITERAL = ARA_NR_COUNT,	/* digits */
	ARA_NR_END					/* of the text */
} AraNumberRole;

typedef enum AraUnitRole
{
	ARA_U_CURRENCY,
	ARA_U_MEASURE,
	ARA_U_QUALIFIER,			/* follows a unit: American, square */
	ARA_U_COUNT
} AraUnitRole;

extern const char *const ara_number_role_names[ARA_NR_COUNT];
extern const char *const ara_unit_role_names[ARA_U_COUNT];

#define ARA_NUMBER_HEADER 8

/* The row of a folded word in a section of this layout; NULL: none. */
extern const unsigned char *ara_number_row(int section, const char *word, size_t len);

/* In num of an item: digits that are no number, so that a scale behind them is none either. */
#define ARA_NO_NUMBER 1

/* The item i places ahead, i < ARA_NUMBER_WINDOW; passing over n items. */
extern AraNumberItem *ara_number_peek(AraNumbers *r, unsigned i);
extern void ara_number_consume(AraNumbers *r, unsigned n);

/* Sets role, proclitics and number of *item, whose s and e are set. */
extern void ara_number_word(AraNumberItem *item);

/* Whether the word before digits consists of proclitics and the article. */
extern int	ara_is_proclitics(const char *s, const char *e);

/* The role of the unit that fills [s, e); -1: none. */
extern int	ara_unit(const char *s, const char *e);

/* Whether [s, e) is the name of a month. */
extern int	ara_is_month(const char *s, const char *e);

/* Decimals; those that return int return 0 when the result has too many digits. */
extern int	ara_decimal_quotient(AraDecimal *d, unsigned num, unsigned den);
extern int	ara_decimal_add(AraDecimal *to, const AraDecimal *d);
extern int	ara_decimal_shift(AraDecimal *d, int exponent);
extern int	ara_decimal_compare(const AraDecimal *a, const AraDecimal *b);
extern int	ara_decimal_small(const AraDecimal *d);
extern void ara_decimal_text(const AraDecimal *d, int negative, char *out);

/* number_digits.c: the number in digits at item->s, of which a token says that it is one */
extern int	ara_number_literal(AraNumberItem *item, const char *text, const char *end);

#endif
