/*
 * decimal.c - exact decimals of fixed length
 *
 * Number words multiply by powers of ten only, so digits that are added and
 * shifted are all that is needed; no binary fraction comes near a value.
 */
#include <string.h>

#include "number.h"

#define DIGITS (ARA_DECIMAL_INT + ARA_DECIMAL_FRACTION)

/* num / den, rounded down at the last digit */
int
ara_decimal_quotient(AraDecimal *d, unsigned num, unsigned den)
{
	unsigned	whole = num / den;
	unsigned	rest = num % den;
	int			i;

	memset(d, 0, sizeof(*d));
	for (i = ARA_DECIMAL_INT - 1; whole > 0; i--, whole /= 10)
		d->digit[i] = (unsigned char) (whole % 10);
	for (i = ARA_DECIMAL_INT; rest > 0 && i < DIGITS; i++)
	{
		rest *= 10;
		d->digit[i] = (unsigned char) (rest / den);
		rest %= den;
	}
	return 1;
}

int
ara_decimal_add(AraDecimal *to, const AraDecimal *d)
{
	int			carry = 0;
	int			i;

	for (i = DIGITS - 1; i >= 0; i--)
	{
		int			sum = to->digit[i] + d->digit[i] + carry;

		carry = sum > 9;
		to->digit[i] = (unsigned char) (sum - 10 * carry);
	}
	return !carry;
}

/* Multiplies by 10 to the exponent, which may be negative. */
int
ara_decimal_shift(AraDecimal *d, int exponent)
{
	AraDecimal	from = *d;
	int			i;

	memset(d, 0, sizeof(*d));
	for (i = 0; i < DIGITS; i++)
	{
		int			to = i - exponent;

		if (from.digit[i] == 0)
			continue;
		if (to < 0 || to >= DIGITS)
			return 0;
		d->digit[to] = from.digit[i];
	}
	return 1;
}

int
ara_decimal_compare(const AraDecimal *a, const AraDecimal *b)
{
	return memcmp(a->digit, b->digit, DIGITS);
}

/* The value if it is a whole number up to 9999, else -1. */
int
ara_decimal_small(const AraDecimal *d)
{
	int			value = 0;
	int			i;

	for (i = 0; i < DIGITS; i++)
	{
		if (d->digit[i] != 0 && (i < ARA_DECIMAL_INT - 4 || i >= ARA_DECIMAL_INT))
			return -1;
		if (i < ARA_DECIMAL_INT)
			value = value * 10 + d->digit[i];
	}
	return value;
}

/* Writes the value with no needless zero to out, which has ARA_VALUE_ROOM. */
void
ara_decimal_text(const AraDecimal *d, int negative, char *out)
{
	int			first = 0;
	int			last = DIGITS - 1;
	int			i;

	while (first < ARA_DECIMAL_INT - 1 && d->digit[first] == 0)
		first++;
	while (last >= ARA_DECIMAL_INT && d->digit[last] == 0)
		last--;
	if (negative)
		*out++ = '-';
	for (i = first; i < ARA_DECIMAL_INT || i <= last; i++)
	{
		if (i == ARA_DECIMAL_INT)
			*out++ = '.';
		*out++ = (char) ('0' + d->digit[i]);
	}
	*out = 0;
}
