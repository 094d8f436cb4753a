/*
 * dateitem.c - tokens to what a date is made of
 *
 * An item is a word of the table with its role, a number, a date in digits, a
 * sign, or (kind OTHER) any stretch of text that no date reaches across.
 */
#include <string.h>

#include "blob.h"
#include "chartab.h"
#include "dateitem.h"
#include "digit.h"
#include "utf8.h"

/* Longer tokens are no words of dates; with marks, a letter takes four bytes. */
#define MAX_TOKEN 80

const char *const ara_date_role_names[ARA_DR_COUNT] = {
	"none", "month", "hijri", "weekday", "unit", "unit_dual", "unit_plural", "unit_def",
	"unit_dual_def", "unit_plural_def", "day", "not_today_before", "not_today_after",
	"not_year_before", "adjective", "this", "number", "ordinal", "article", "english_ordinal",
	"of", "between", "to", "and", "same", "era", "before_era", "in", "ago", "ahead", "anchored",
	"season", "decade"
};

const char *const ara_date_unit_names[ARA_DU_COUNT] = {
	"hour", "day", "week", "month", "season", "year", "decade", "century"
};

/* ---- the table of words ---- */

/* The entry of a folded word, or NULL. */
static const unsigned char *
entry(const char *word, size_t len)
{
	size_t		size;
	const unsigned char *table = ara_blob_section(ARA_S_DATES, &size);
	uint32_t	mask;
	uint32_t	i;

	if (len > ARA_MAX_DATE_WORD)
		return NULL;
	mask = ara_u32(table);
	for (i = ara_date_hash(word, len) & mask;; i = (i + 1) & mask)
	{
		const unsigned char *e = table + 2 * ara_u16(table + 4 + 2 * i);

		if (e == table)
			return NULL;
		if (e[4] == len && memcmp(e + 5, word, len) == 0)
			return e;
	}
}

static int
begins(const char *s, const char *end, const char *with)
{
	size_t		len = strlen(with);

	return (size_t) (end - s) > len && memcmp(s, with, len) == 0;
}

/*
 * The entry of a folded word, else of the word without U+0648 or U+0641, then
 * without U+0628, U+0644 or U+0643 as well.  *stripped: bytes of these.
 */
static const unsigned char *
lookup(char *word, size_t len, int *stripped)
{
	const char *end = word + len;
	const unsigned char *e = entry(word, len);
	char	   *p = word;

	*stripped = 0;
	if (e == NULL && (begins(p, end, "\xd9\x88") || begins(p, end, "\xd9\x81")))
	{
		p += 2;
		e = entry(p, (size_t) (end - p));
	}
	if (e == NULL && begins(p, end, "\xd9\x84\xd9\x84"))
	{
		/* U+0644 hides the alef of the article */
		memcpy(p, "\xd8\xa7", 2);
		e = entry(p, (size_t) (end - p));
	}
	else if (e == NULL && (begins(p, end, "\xd8\xa8") || begins(p, end, "\xd9\x84") ||
						   begins(p, end, "\xd9\x83")))
	{
		p += 2;
		e = entry(p, (size_t) (end - p));
	}
	if (e != NULL)
		*stripped = (int) (p - word);
	return e;
}

static void
take(AraDateItem *it, const unsigned char *e)
{
	it->kind = ARA_DI_WORD;
	it->role = e[0];
	it->flags = (it->flags & (ARA_DI_AND | ARA_DI_THEN)) | e[1];
	it->value = (int16_t) ara_u16(e + 2);
}

/* ---- numbers ---- */

/* Reads up to 6 digits (more are a number of no date); returns how many. */
static int
number(const char **p, const char *end, int *value)
{
	int			n;
	int			len;
	int			v;

	*value = 0;
	for (n = 0; n < 6 && (v = ara_digit(*p, end, &len)) >= 0; n++, *p += len)
		*value = *value * 10 + v;
	return n;
}

static int
is_letter_or_digit(const char *p, const char *end)
{
	int			len;
	AraClass	class;

	if (p >= end)
		return 0;
	class = ara_class(ara_decode(p, end, &len));
	return class == ARA_C_LATIN || class == ARA_C_DIGIT;
}

/*
 * A date in digits at p: three numbers between the same two signs, one of them
 * with four digits, the first or the last.  Returns 1 and sets *it, its day to
 * 0 if there is no such date.
 */
static int
numeric_date(const AraDates *d, const char *p, AraDateItem *it)
{
	const char *end = d->tokens.end;
	const char *start = p;
	int			value[3];
	int			digits[3];
	char		between = 0;
	int			i;

	/* inside a longer chain of digits and signs, or a name */
	if (p > d->tokens.text &&
		((p[-1] >= '-' && p[-1] <= '9') || p[-1] == ':' || p[-1] == '+' || p[-1] == '_' ||
		 ((p[-1] | 32) >= 'a' && (p[-1] | 32) <= 'z')))
		return 0;
	for (i = 0; i < 3; i++)
	{
		if (i > 0)
		{
			if (p == end || (*p != '-' && *p != '/' && *p != '.') || (i == 2 && *p != between))
				return 0;
			between = *p++;
		}
		digits[i] = number(&p, end, &value[i]);
		if (digits[i] == 0 || digits[i] > 4 || digits[i] == 3)
			return 0;
	}
	if (digits[1] > 2 || (digits[0] == 4) + (digits[2] == 4) != 1)
		return 0;
	if (p < end && *p == 'T' && digits[0] == 4)
	{
		/* ISO 8601: the hour up to the zone belongs to it */
		const char *q = p + 1;

		while (q < end && q - p < 32 &&
			   ((*q >= '0' && *q <= '9') || *q == ':' || *q == '.' || *q == '+' || *q == '-'))
			q++;
		if (q == p + 1)
			return 0;
		if (q < end && *q == 'Z')
			q++;
		it->end = q;
	}
	else
	{
		if (is_letter_or_digit(p, end) ||
			(p < end && (*p == between || *p == '/') && is_letter_or_digit(p + 1, end)))
			return 0;
		it->end = p;
	}
	i = digits[0] == 4 ? 0 : 2;
	it->start = start;
	it->kind = ARA_DI_NUMERIC;
	it->date.year = value[i];
	it->date.month = value[1];
	it->date.day = value[1] >= 1 && value[1] <= 12 ? value[2 - i] : 0;
	return 1;
}

/* ---- items ---- */

static AraDateItem *
push(AraDates *d, const AraToken *t, AraDateItemKind kind)
{
	AraDateItem *it;

	/* what no date reaches across is one item */
	if (kind == ARA_DI_OTHER && d->n > 0 && d->items[d->n - 1].kind == ARA_DI_OTHER)
		return NULL;
	it = &d->items[d->n++];
	memset(it, 0, sizeof(*it));
	it->kind = kind;
	it->start = t->start;
	it->end = t->start + t->len;
	return it;
}

/* One sign with white space around it is that sign; a line break or another sign ends all. */
static void
blank(AraDates *d, const AraToken *t)
{
	const char *p = t->start;
	const char *end = p + t->len;
	AraToken	sign = *t;
	int			kind = -1;

	if (t->len == 1 && *p == ' ')
		return;
	while (p < end)
	{
		int			len;
		uint32_t	cp = ara_decode(p, end, &len);
		AraClass	class = ara_class(cp);
		int			k = ARA_DI_OTHER;

		p += len;
		if (class == ARA_C_IGNORE || (class == ARA_C_SPACE && cp != '\n' && cp != '\r' &&
									  cp != 0x2028 && cp != 0x2029))
			continue;
		switch (cp)
		{
			case ',':
			case 0x060C:		/* ARABIC COMMA */
				k = ARA_DI_COMMA;
				break;
			case '-':
			case 0x2010:		/* HYPHEN */
			case 0x2011:		/* NON-BREAKING HYPHEN */
			case 0x2013:		/* EN DASH */
			case 0x2014:		/* EM DASH */
				k = ARA_DI_HYPHEN;
				break;
			case '/':
				k = ARA_DI_SLASH;
				break;
			case '(':
				k = ARA_DI_OPEN;
				break;
			case ')':
				k = ARA_DI_CLOSE;
				break;
		}
		/* what follows a closing parenthesis leaves it one */
		if (kind == ARA_DI_CLOSE)
			push(d, &sign, ARA_DI_CLOSE);
		kind = kind < 0 ? k : ARA_DI_OTHER;
		sign.start = p - len;
		sign.len = (size_t) len;
		if (kind == ARA_DI_OTHER)
			break;
	}
	if (kind >= 0)
		push(d, &sign, (AraDateItemKind) kind);
}

/* Numbers of up to 6 digits, a hyphen before them or an English ending behind them. */
static void
digits(AraDates *d, const AraToken *t)
{
	const char *p = t->start;
	const char *end = p + t->len;
	AraDateItem *it;
	AraDateItem date = {0};
	AraToken	part = *t;
	int			value;
	int			n;
	int			flags = 0;

	if (*p == '-')
	{
		part.len = 1;
		push(d, &part, ARA_DI_HYPHEN);
		p++;
	}
	else if (numeric_date(d, p, &date))
	{
		d->skip = date.end;
		part.len = 0;
		it = push(d, &part, ARA_DI_NUMERIC);
		*it = date;
		return;
	}
	part.start = p;
	part.len = (size_t) (end - p);
	n = number(&p, end, &value);
	if (n > 0 && p < end && end - p <= 2)
	{
		char		fold[2 * ARA_NORM_GROWTH + 64];
		const unsigned char *e = entry(fold, ara_normalize(p, (size_t) (end - p), fold, ARA_NORM_FOLD));

		if (e != NULL && e[0] == ARA_DR_ENGLISH_ORDINAL)
		{
			p = end;
			flags = ARA_DI_ENGLISH;
		}
	}
	if (n == 0 || p < end)
	{
		push(d, &part, ARA_DI_OTHER);
		return;
	}
	it = push(d, &part, ARA_DI_NUMBER);
	it->value = value;
	it->digits = n;
	it->flags = flags;
}

/* The words from item number first on, and the word fold, as one phrase of the table, if it is one. */
static int
phrase(AraDates *d, int first, const AraToken *t)
{
	char		key[4 * MAX_TOKEN * ARA_NORM_GROWTH];
	AraDateItem *it = &d->items[first];
	const char *end = t->start + t->len;
	const unsigned char *e;
	size_t		len;

	if (first < 0 || it->kind != ARA_DI_WORD || !(it->flags & ARA_DF_PREFIX) ||
		(size_t) (end - it->start) > MAX_TOKEN)
		return 0;
	len = ara_normalize(it->start, (size_t) (end - it->start), key, ARA_NORM_FOLD);
	if (len <= (size_t) it->stripped)
		return 0;
	e = entry(key + it->stripped, len - (size_t) it->stripped);
	if (e == NULL)
		return 0;
	take(it, e);
	it->end = end;
	d->n = first + 1;
	return 1;
}

static void
word(AraDates *d, const AraToken *t)
{
	char		fold[MAX_TOKEN * ARA_NORM_GROWTH + 64];
	const unsigned char *e;
	AraDateItem *it;
	size_t		len;
	int			stripped;

	if (t->len > MAX_TOKEN || ara_normalize_bound(t->len) > sizeof(fold))
	{
		push(d, t, ARA_DI_OTHER);
		return;
	}
	if (d->n > 0 && d->items[d->n - 1].kind == ARA_DI_WORD &&
		((d->n > 1 && phrase(d, d->n - 2, t)) || phrase(d, d->n - 1, t)))
		return;
	len = ara_normalize(t->start, t->len, fold, ARA_NORM_FOLD);
	e = len <= ARA_MAX_DATE_WORD ? lookup(fold, len, &stripped) : NULL;
	it = push(d, t, e != NULL ? ARA_DI_WORD : ARA_DI_OTHER);
	if (e == NULL)
		return;
	if (stripped > 0 && memcmp(fold, "\xd9\x88", 2) == 0)
		it->flags = ARA_DI_AND;
	else if (stripped > 0 && memcmp(fold, "\xd9\x81", 2) == 0)
		it->flags = ARA_DI_THEN;
	it->stripped = stripped;
	take(it, e);
}

void
ara_dates_fill(AraDates *d)
{
	AraToken	t;

	if (d->pos > 2)
	{
		/* two items are kept, for what looks back */
		int			gone = d->pos - 2;

		memmove(d->items, d->items + gone, (size_t) (d->n - gone) * sizeof(d->items[0]));
		d->n -= gone;
		d->pos -= gone;
	}
	while (d->n < ARA_DATE_WINDOW - 2)
	{
		if (ara_next_token(&d->tokens, &t) == ARA_T_EOF)
		{
			d->ended = 1;
			return;
		}
		if (t.start < d->skip)
			continue;
		switch (t.type)
		{
			case ARA_T_BLANK:
				blank(d, &t);
				break;
			case ARA_T_ASCIIWORD:
			case ARA_T_WORD:
			case ARA_T_HWORD_PART:
			case ARA_T_HWORD_ASCIIPART:
			case ARA_T_ABBREVIATION:
				word(d, &t);
				break;
			case ARA_T_NUMWORD:
			case ARA_T_NUMBER:
			case ARA_T_UINT:
			case ARA_T_INT:
			case ARA_T_VERSION:
			case ARA_T_FLOAT:
			case ARA_T_NUMHWORD:
			case ARA_T_HWORD_NUMPART:
				digits(d, &t);
				break;
			case ARA_T_HWORD:	/* their parts follow as tokens of their own */
			case ARA_T_ASCIIHWORD:
			case ARA_T_HASHTAG:
			case ARA_T_MENTION:
			case ARA_T_PERCENT:
				break;
			default:
				push(d, &t, ARA_DI_OTHER);
		}
	}
}
