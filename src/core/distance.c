/*
 * distance.c - how far a typed word is from another
 *
 * The least cost of errors that turn the word that was meant into the one that
 * was typed: letters replaced, left out, put in, doubled, or exchanged with the
 * next (optimal string alignment).  What each costs is in src/data/confusions.tsv.
 */
#include "distance.h"

#include <string.h>

#include "blob.h"
#include "chartab.h"
#include "utf8.h"

int
ara_key(const char *folded, size_t len, uint8_t *key)
{
	const char *p = folded;
	const char *end = folded + len;
	int			n = 0;
	int			letters = 0;

	while (p < end)
	{
		int			size;
		uint32_t	cp = ara_decode(p, end, &size);
		unsigned	k;

		if (cp >= 'a' && cp <= 'z')
			k = cp - 'a' + 1;
		else if (cp >= '0' && cp <= '9')
			k = 0xF0 + cp - '0';
		else if (cp >= 0x620 && cp <= 0x6FF && ara_class(cp) == ARA_C_ARABIC && (cp < 0x6F0 || cp > 0x6F9))
			k = cp & 0xFF;
		else
			return -1;
		letters += cp > '9';
		if (n == ARA_MAX_KEY)
			return -1;
		key[n++] = (uint8_t) k;
		p += size;
	}
	return letters > 0 ? n : -1;
}

size_t
ara_key_word(const uint8_t *key, int n, char *out)
{
	char	   *p = out;
	int			i;

	for (i = 0; i < n; i++)
	{
		unsigned	k = key[i];

		p += ara_encode(k <= 26 ? k - 1 + 'a' : k >= 0xF0 && k <= 0xF9 ? k - 0xF0 + '0' : 0x600 + k, p);
	}
	return (size_t) (p - out);
}

void
ara_typed_init(AraTyped *t, const uint8_t *key, int n)
{
	size_t		size;
	const unsigned char *data = ara_blob_section(ARA_S_CONFUSIONS, &size);
	int			i;
	unsigned	k;

	t->n = n;
	memcpy(t->letters, key, (size_t) n);
	t->swap = data[ARA_CONF_SWAP];
	t->doubled = data[ARA_CONF_DOUBLE];
	t->missing = data + ARA_CONF_DROP;
	for (i = 0; i < n; i++)
	{
		const unsigned char *first = data + ARA_CONF_FIRST + 2 * key[i];

		t->extra[i] = t->missing[key[i]];
		if (i > 0 && key[i] == key[i - 1] && t->doubled < t->extra[i])
			t->extra[i] = t->doubled;
		memset(t->instead[i], ARA_DISTANCE_ONE, 256);
		t->instead[i][key[i]] = 0;
		for (k = ara_u16(first); k < ara_u16(first + 2); k++)
		{
			const unsigned char *pair = data + ARA_CONF_PAIRS + 2 * k;

			t->instead[i][pair[0]] = pair[1];
		}
	}
}

void
ara_first_row(const AraTyped *t, AraRow row)
{
	int			j;

	row[0] = 0;
	for (j = 0; j < t->n; j++)
		row[j + 1] = (uint16_t) (row[j] + t->extra[j]);
}

unsigned
ara_next_row(const AraTyped *t, const uint8_t *letters, int n, const AraRow before2, const AraRow before,
			 AraRow row)
{
	unsigned	letter = letters[-1];
	unsigned	previous = n > 1 ? letters[-2] : 0;
	unsigned	missing = t->missing[letter];
	unsigned	least;
	int			j;

	if (letter == previous && t->doubled < missing)
		missing = t->doubled;
	least = before[0] + missing;
	row[0] = (uint16_t) least;
	for (j = 0; j < t->n; j++)
	{
		unsigned	cost = before[j] + t->instead[j][letter];

		if (before[j + 1] + missing < cost)
			cost = before[j + 1] + missing;
		if (row[j] + (unsigned) t->extra[j] < cost)
			cost = row[j] + (unsigned) t->extra[j];
		if (t->letters[j] == previous && j > 0 && t->letters[j - 1] == letter && letter != previous &&
			before2[j - 1] + (unsigned) t->swap < cost)
			cost = before2[j - 1] + (unsigned) t->swap;
		row[j + 1] = (uint16_t) cost;
		if (cost < least)
			least = cost;
	}
	return least;
}

unsigned
ara_distance(const AraTyped *t, const uint8_t *key, int n)
{
	AraRow		rows[3];
	int			i;

	ara_first_row(t, rows[0]);
	for (i = 1; i <= n; i++)
		ara_next_row(t, key + i, i, rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3]);
	return rows[n % 3][t->n];
}

unsigned
ara_space_cost(void)
{
	size_t		size;

	return ara_blob_section(ARA_S_CONFUSIONS, &size)[ARA_CONF_SPACE];
}
