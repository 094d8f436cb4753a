/*
 * number_digits.c - a number in digits
 *
 *     [-] digits { separator three digits } [ point digits ] [ e exponent ]
 *
 * Separators are ',', U+060C and U+066C; points '.', U+066B, and ',' before
 * one or two digits where per cent or a scale follows, as the Maghreb writes.
 * Digits joined by '/', '-', ':' or by several points are dates, hours,
 * scores, telephone numbers, versions: no number.
 */
#include <string.h>

#include "chartab.h"
#include "digit.h"
#include "line.h"
#include "number.h"
#include "utf8.h"

static uint32_t
char_at(const char *p, const char *end, int *len)
{
	*len = 0;
	return p < end ? ara_decode(p, end, len) : 0;
}

/* Reads a run of digits; counts them. */
static const char *
run(const char *p, const char *end, int *n)
{
	int			len;

	for (*n = 0; ara_digit(p, end, &len) >= 0; p += len)
		if (*n < 1000)
			(*n)++;
	return p;
}

static int
is_joiner(uint32_t cp)
{
	return cp == '/' || cp == '-' || cp == ':' || cp == '_' || cp == 0x2010 || cp == 0x2011 ||
		cp == 0x2013;
}

/* Does what stands before s make its digits a part of something else? */
static int
continues(const AraNumberItem *item, const char *text)
{
	const char *s = item->s;
	const char *p;
	uint32_t	cp;
	int			len;

	if (s == text)
		return 0;
	p = ara_prev_char(text, s);
	cp = ara_decode(p, s, &len);
	if (is_joiner(cp) || cp == '.')
		return p > text && ara_is_word_char(ara_decode(ara_prev_char(text, p), p, &len)) &&
			!(cp == ':' || cp == '.' ? ara_class(ara_decode(ara_prev_char(text, p), p, &len)) != ARA_C_DIGIT : 0);
	return 0;
}

/* Do per cent or a scale follow?  Then a comma may be the decimal point. */
static int
scale_follows(const char *p, const char *end)
{
	AraNumberItem item;
	uint32_t	cp;
	int			len;

	cp = char_at(p, end, &len);
	if (cp == ' ' || cp == 0xA0)
		cp = char_at(p += len, end, &len);
	if (cp == '%' || cp == 0x066A)
		return 1;
	memset(&item, 0, sizeof(item));
	item.s = p;
	while (p < end && p - item.s < 32 && ara_is_word_char(ara_decode(p, end, &len)))
		p += len;
	item.e = p;
	if (item.s == p)
		return 0;
	ara_number_word(&item);
	return item.role == ARA_NR_SCALE || item.role == ARA_NR_SCALES ||
		(item.role == ARA_NR_HUNDRED && item.prep == 'b') || item.role == ARA_NR_IN;
}

/* Appends the digits of [p, e) at place *at; returns 0 when they are too many. */
static int
store(AraDecimal *d, int *at, int room, const char *p, const char *e)
{
	int			len;

	for (; p < e; p += len)
	{
		int			digit = ara_digit(p, e, &len);

		if (digit < 0)
			continue;			/* a separator */
		if (*at == room)
			return 0;
		d->digit[(*at)++] = (unsigned char) digit;
	}
	return 1;
}

/*
 * Reads the number at item->s; sets item->e, value, negative, plain.  Returns
 * 0 if it is none, item->e then behind what was read.
 */
int
ara_number_literal(AraNumberItem *item, const char *text, const char *end)
{
	const char *p = item->s;
	const char *start;
	const char *whole;
	const char *q;
	uint32_t	cp;
	int			ok = !continues(item, text);
	int			exponent = 0;
	int			at = 0;
	int			len;
	int			n;

	item->negative = *p == '-' && (p == text || ara_is_blank(ara_decode(ara_prev_char(text, p), p, &len)));
	if (*p == '-' || *p == '+')
		p++;
	start = p;
	p = run(p, end, &n);
	item->plain = 1;
	if (n == 0)
	{
		item->e = item->s + 1;
		return 0;
	}
	while (n <= 3 && ((cp = char_at(p, end, &len)) == ',' || cp == 0x060C || cp == 0x066C))
	{
		q = run(p + len, end, &n);
		if (n != 3)
			break;
		p = q;
		item->plain = 0;
	}
	whole = p;
	cp = char_at(p, end, &len);
	if (cp == '.' || cp == 0x066B || cp == ',')
	{
		const char *after = run(p + len, end, &n);

		if (n > 0 && (cp != ',' || (n <= 2 && scale_follows(after, end))))
		{
			q = p + len;
			p = after;
			item->plain = 0;
			memset(&item->value, 0, sizeof(item->value));
			at = ARA_DECIMAL_INT;
			/* digits beyond the last place are cut off */
			store(&item->value, &at, ARA_DECIMAL_INT + ARA_DECIMAL_FRACTION, q, p);
			cp = char_at(p, end, &len);
			if (cp == '.' && ara_digit(p + 1, end, &len) >= 0)
				ok = 0;
		}
	}
	if (at == 0)
		memset(&item->value, 0, sizeof(item->value));
	/* the whole part, moved to its place */
	{
		AraDecimal	d;
		int			i;

		memset(&d, 0, sizeof(d));
		at = 0;
		ok &= store(&d, &at, ARA_DECIMAL_INT, start, whole);
		for (i = 0; i < at; i++)
			item->value.digit[ARA_DECIMAL_INT - at + i] = d.digit[i];
	}
	if (p < end && (*p == 'e' || *p == 'E'))
	{
		int			minus = p + 1 < end && p[1] == '-';

		q = p + 1 + (minus || (p + 1 < end && p[1] == '+'));
		p = run(q, end, &n);
		if (n == 0 || n > 2)
			ok = 0;
		for (; q < p && n <= 2; q += len)
			exponent = exponent * 10 + ara_digit(q, end, &len);
		item->plain = 0;
		ok = ok && ara_decimal_shift(&item->value, minus ? -exponent : exponent);
	}
	cp = char_at(p, end, &len);
	if (is_joiner(cp) && ara_digit(p + len, end, &n) >= 0)
		ok = 0;
	item->e = p;
	item->number = item->s;
	return ok;
}
