/*
 * data_confusions.c - src/data/confusions.tsv to the section of core/distance.c
 */
#include <stdlib.h>
#include <string.h>

#include "../core/ara.h"
#include "../core/distance.h"
#include "../core/utf8.h"
#include "data.h"

#define MAX_KEY_ROWS 4
#define NO_KEY 0

/* least cost of a letter put for another, of a letter alone, and of the rest; ARA_DISTANCE_ONE is none */
static uint8_t pairs[256][256];
static uint8_t drops[256];
static uint8_t general[ARA_CONF_ZERO];

static void
lower(uint8_t *cost, unsigned to)
{
	if (to < *cost)
		*cost = (uint8_t) to;
}

static void
set_pair(unsigned a, unsigned b, unsigned cost)
{
	if (a == NO_KEY || b == NO_KEY || a == b)
		return;
	lower(&pairs[a][b], cost);
	lower(&pairs[b][a], cost);
}

/* The letters at s, as folded one by one, up to a space or the end; NO_KEY for '-'. */
static int
read_letters(const Tsv *t, const char **s, uint8_t *keys)
{
	const char *p = *s;
	const char *end = p + strlen(p);
	int			n = 0;

	for (; p < end && *p != ' ' && n < ARA_MAX_KEY; n++)
	{
		char		folded[8 * ARA_NORM_GROWTH];
		uint8_t		key[ARA_MAX_KEY];
		int			len;

		ara_decode(p, end, &len);
		if (*p == '-')
			keys[n] = NO_KEY;
		else if (ara_key(folded, ara_normalize(p, (size_t) len, folded, ARA_NORM_FOLD), key) == 1)
			keys[n] = key[0];
		else
			tsv_fail(t, "\"%.*s\" is no letter", len, p);
		p += len;
	}
	*s = p + (*p == ' ');
	return n;
}

static void
read_keyboard(const Tsv *t, const char *s, unsigned cost)
{
	uint8_t		keys[MAX_KEY_ROWS][ARA_MAX_KEY];
	int			n[MAX_KEY_ROWS];
	int			rows = 0;
	int			r,
				i;

	for (; *s; rows++)
	{
		if (rows == MAX_KEY_ROWS)
			tsv_fail(t, "more than %d rows of keys", MAX_KEY_ROWS);
		n[rows] = read_letters(t, &s, keys[rows]);
	}
	for (r = 0; r < rows; r++)
		for (i = 0; i < n[r]; i++)
		{
			if (i + 1 < n[r])
				set_pair(keys[r][i], keys[r][i + 1], cost);
			/* each row stands half a key to the right of the one above */
			if (r + 1 < rows && i < n[r + 1])
				set_pair(keys[r][i], keys[r + 1][i], cost);
			if (r + 1 < rows && i > 0 && i - 1 < n[r + 1])
				set_pair(keys[r][i], keys[r + 1][i - 1], cost);
		}
}

static void
read_row(const Tsv *t)
{
	const char *kind = t->fields[1];
	const char *s = t->fields[2];
	uint8_t		keys[ARA_MAX_KEY];
	unsigned	cost = (unsigned) atoi(t->fields[3]);
	int			n,
				i,
				k;

	if (cost < 10 || cost > ARA_DISTANCE_ONE)
		tsv_fail(t, "cost is \"%s\": 10 to %d", t->fields[3], ARA_DISTANCE_ONE);
	if (strcmp(kind, "keys") == 0)
		read_keyboard(t, s, cost);
	else if (strcmp(kind, "space") == 0)
		general[ARA_CONF_SPACE] = (uint8_t) cost;
	else if (strcmp(kind, "swap") == 0)
		general[ARA_CONF_SWAP] = (uint8_t) cost;
	else if (strcmp(kind, "double") == 0)
		general[ARA_CONF_DOUBLE] = (uint8_t) cost;
	else if (strcmp(kind, "drop") == 0 && strcmp(s, "*") == 0)
		for (i = 0; i < 256; i++)
			lower(&drops[i], cost);
	else if (strcmp(kind, "pair") == 0 || strcmp(kind, "drop") == 0)
	{
		n = read_letters(t, &s, keys);
		if (n < 1 + (*kind == 'p') || *s)
			tsv_fail(t, "letters are \"%s\"", t->fields[2]);
		for (i = 0; i < n; i++)
		{
			if (*kind == 'd')
				lower(&drops[keys[i]], cost);
			for (k = 0; *kind == 'p' && k < i; k++)
				set_pair(keys[i], keys[k], cost);
		}
	}
	else
		tsv_fail(t, "unknown kind \"%s\"", kind);
}

void
data_confusions(Buf *out, const char *dir)
{
	Tsv			t;
	unsigned	npairs = 0;
	int			a,
				b;

	memset(pairs, ARA_DISTANCE_ONE, sizeof(pairs));
	memset(drops, ARA_DISTANCE_ONE, sizeof(drops));
	memset(general, ARA_DISTANCE_ONE, sizeof(general));
	tsv_open(&t, dir, "confusions.tsv");
	while (tsv_next(&t, 5, 5))
		read_row(&t);
	buf_put(out, general, sizeof(general));
	buf_u8(out, 0);
	buf_put(out, drops, sizeof(drops));
	for (a = 0; a < 256; a++)
	{
		buf_u16(out, npairs);
		for (b = 0; b < 256; b++)
			npairs += pairs[a][b] < ARA_DISTANCE_ONE;
	}
	buf_u16(out, npairs);
	for (a = 0; a < 256; a++)
		for (b = 0; b < 256; b++)
			if (pairs[a][b] < ARA_DISTANCE_ONE)
			{
				buf_u8(out, (unsigned) b);
				buf_u8(out, pairs[a][b]);
			}
}
