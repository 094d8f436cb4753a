/*
 * data_light.c - src/data/light.tsv to the section of core/light.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/light.h"
#include "data.h"

typedef struct Row
{
	char	   *letters;
	size_t		len;
	unsigned	min;
	unsigned	key;
} Row;

#define MAX_ROWS 512

static const char *const groups[ARA_LIGHT_GROUPS] = {"proclitic", "pronoun", "ending", "feminine"};

/* by key byte, then longest first */
static int
compare(const void *a, const void *b)
{
	const Row  *x = a,
			   *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->len != y->len)
		return x->len > y->len ? -1 : 1;
	return strcmp(x->letters, y->letters);
}

void
data_light(Buf *out, const char *dir)
{
	static Row	rows[ARA_LIGHT_GROUPS][MAX_ROWS];
	size_t		n[ARA_LIGHT_GROUPS] = {0};
	Tsv			t;
	size_t		g,
				i;
	unsigned	b;

	tsv_open(&t, dir, "light.tsv");
	while (tsv_next(&t, 5, 5))
	{
		const char *group = t.fields[1];
		int			keep = strcmp(group, "keep") == 0;
		Row		   *r;

		for (g = 0; g < ARA_LIGHT_GROUPS && !keep && strcmp(group, groups[g]) != 0; g++)
			;
		if (keep)
			g = 0;
		if (g == ARA_LIGHT_GROUPS)
			tsv_fail(&t, "unknown group \"%s\"", group);
		if (n[g] == MAX_ROWS)
			tsv_fail(&t, "more than %d rows in a group", MAX_ROWS);
		r = &rows[g][n[g]++];
		r->letters = t.fields[2];
		r->len = strlen(r->letters);
		if (r->len < 2 || r->len > ARA_LIGHT_ROW - 2 || r->len % 2 != 0)
			tsv_fail(&t, "\"%s\" is not one to five Arabic letters", r->letters);
		r->min = (unsigned) atoi(t.fields[3]);
		if (keep ? r->min != ARA_LIGHT_KEEP : (r->min < 2 || r->min > 9))
			tsv_fail(&t, "min is \"%s\": 0 for keep, else 2 to 9", t.fields[3]);
		r->key = (unsigned char) r->letters[g == 0 ? 1 : r->len - 1];
	}
	for (g = 0; g < ARA_LIGHT_GROUPS; g++)
	{
		qsort(rows[g], n[g], sizeof(Row), compare);
		for (i = 0, b = 0; b <= 256; b++)
		{
			while (i < n[g] && rows[g][i].key < b)
				i++;
			buf_u16(out, (unsigned) i);
		}
		for (i = 0; i < n[g]; i++)
		{
			static const char zero[ARA_LIGHT_ROW];

			buf_u8(out, (unsigned) rows[g][i].len);
			buf_u8(out, rows[g][i].min);
			buf_put(out, rows[g][i].letters, rows[g][i].len);
			buf_put(out, zero, ARA_LIGHT_ROW - 2 - rows[g][i].len);
		}
	}
}
