/*
 * number_word.c - what a word says about numbers
 *
 *     folded word --> table? --> less one proclitic --> table? --> ...
 *
 * A word is looked up whole first, so a row can hide what cutting a clitic
 * off would find (U+0644 U+0633 U+062A, 'I am not', is not 'for six').
 */
#include <string.h>

#include "blob.h"
#include "chartab.h"
#include "date.h"
#include "hash.h"
#include "number.h"
#include "utf8.h"

/* The longest word of the tables has 24 bytes; proclitics add 10, vowel signs may double it. */
#define MAX_WORD 96

const char *const ara_number_role_names[ARA_NR_COUNT] = {
	"other", "one", "digit", "ten", "tens", "hundred", "scale", "scales", "dual", "dual_or_one",
	"fraction", "part", "ordinal", "ordinal_definite", "ordinal_part", "and", "in", "of", "year",
	"era", "phrase"
};

const char *const ara_unit_role_names[ARA_U_COUNT] = {"currency", "measure", "qualifier"};

const unsigned char *
ara_number_row(int section, const char *word, size_t len)
{
	size_t		size;
	const unsigned char *s = ara_blob_section((AraSection) section, &size);
	uint32_t	slots = ara_u32(s);
	uint32_t	i;

	if (len == 0 || len > ara_u32(s + 4))
		return NULL;
	for (i = ara_hash(word, len);; i++)
	{
		uint32_t	slot = ara_u32(s + ARA_NUMBER_HEADER + 4 * (size_t) (i & (slots - 1)));
		const unsigned char *row;

		if (slot == 0)
			return NULL;
		row = s + ARA_NUMBER_HEADER + 4 * (size_t) slots + slot - 1;
		if (row[3] == len && memcmp(row + 4, word, len) == 0)
			return row;
	}
}

/* Folds [s, e); returns the bytes, 0 when it is too long for a word of the tables. */
static size_t
fold(const char *s, const char *e, char *out)
{
	*out = 0;
	return e - s > MAX_WORD ? 0 : ara_normalize(s, (size_t) (e - s), out, ARA_NORM_FOLD);
}

#define FOLD_ROOM (MAX_WORD * ARA_NORM_GROWTH + 64)

/* Which one-letter proclitic is at p: U+0648 w, U+0641 f, U+0628 b, U+0644 l, U+0643 k. */
static char
proclitic(const char *p, const char *e)
{
	if (e - p < 2)
		return 0;
	if (p[0] == '\xD8')
		return p[1] == '\xA8' ? 'b' : 0;
	if (p[0] != '\xD9')
		return 0;
	switch ((unsigned char) p[1])
	{
		case 0x88:
			return 'w';
		case 0x81:
			return 'f';
		case 0x84:
			return 'l';
		case 0x83:
			return 'k';
		default:
			return 0;
	}
}

/* Bytes of the article, or of what follows the preposition lam of it. */
static int
article(const char *p, const char *e, char prep)
{
	if (e - p >= 4 && memcmp(p, "\xD8\xA7\xD9\x84", 4) == 0)	/* U+0627 U+0644 */
		return 4;
	return prep == 'l' && proclitic(p, e) == 'l' ? 2 : 0;
}

/* Where in the word as written the folded bytes up to n end, marks behind them included. */
static const char *
written(const char *s, const char *e, size_t n)
{
	size_t		folded = 0;
	int			len;

	for (; s < e; s += len)
	{
		AraClass	class = ara_class(ara_decode(s, e, &len));
		char		out[4 * ARA_NORM_GROWTH + 64];

		if (class == ARA_C_MARK || class == ARA_C_IGNORE)
			continue;
		if (folded >= n)
			break;
		folded += ara_normalize(s, (size_t) len, out, ARA_NORM_FOLD);
	}
	return s;
}

void
ara_number_word(AraNumberItem *item)
{
	char		word[FOLD_ROOM];
	const char *end = word + fold(item->s, item->e, word);
	const char *p = word;
	const unsigned char *row = ara_number_row(ARA_S_NUMBERS, p, (size_t) (end - p));
	char		c = proclitic(p, end);
	int			n;

	if (row == NULL && (c == 'w' || c == 'f'))
	{
		item->conj = c;
		p += 2;
		row = ara_number_row(ARA_S_NUMBERS, p, (size_t) (end - p));
		c = proclitic(p, end);
	}
	if (row == NULL && (c == 'b' || c == 'l' || c == 'k'))
	{
		item->prep = c;
		p += 2;
		row = ara_number_row(ARA_S_NUMBERS, p, (size_t) (end - p));
	}
	n = article(p, end, item->prep);
	if (row == NULL && n > 0)
	{
		item->article = 1;
		p += n;
		row = ara_number_row(ARA_S_NUMBERS, p, (size_t) (end - p));
		/* the article stays with its word, except what is left of it behind the preposition lam */
		if (n == 4)
			p -= 4;
	}
	item->number = item->s;
	item->role = ARA_NR_OTHER;
	if (row == NULL)
		return;
	item->role = row[0];
	item->num = row[1];
	item->den = row[2];
	if (p > word)
		item->number = written(item->s, item->e, (size_t) (p - word));
}

int
ara_is_proclitics(const char *s, const char *e)
{
	char		word[FOLD_ROOM];
	const char *end = word + fold(s, e, word);
	const char *p = word;
	char		c = proclitic(p, end);

	if (p == end)
		return 0;
	if (c == 'w' || c == 'f')
		p += 2;
	c = proclitic(p, end);
	if (c == 'b' || c == 'l' || c == 'k')
		p += 2;
	else
		c = 0;
	return p + article(p, end, c) == end;
}

int
ara_unit(const char *s, const char *e)
{
	char		word[FOLD_ROOM];
	const unsigned char *row = ara_number_row(ARA_S_UNITS, word, fold(s, e, word));

	return row == NULL ? -1 : row[0];
}

int
ara_is_month(const char *s, const char *e)
{
	char		word[FOLD_ROOM];
	size_t		len = fold(s, e, word);
	const unsigned char *end;
	const unsigned char *row = ara_date_rows(word, len, &end);

	for (; row < end; row += 3 + row[2])
		if (row[0] == ARA_D_MONTH && row[2] == len && memcmp(row + 3, word, len) == 0)
			return 1;
	return 0;
}
