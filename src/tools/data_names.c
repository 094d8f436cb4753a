/*
 * data_names.c - kinds of names, from the lexicon's name-*.tsv (format: core/names.h)
 */
#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "../core/ara.h"
#include "../core/hash.h"
#include "../core/names.h"

typedef struct Row
{
	uint32_t	hash;
	uint32_t	kinds;
} Row;

static Row *rows;
static size_t nrows;
static size_t room;

static int
compare_rows(const void *a, const void *b)
{
	const Row  *x = a;
	const Row  *y = b;

	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* Adds a vocalized name, without the article that it always has. */
static void
add(const char *name, size_t len, uint32_t kinds)
{
	static const char article[] = "\xD8\xA7\xD9\x84";
	char	   *folded = xalloc(ara_normalize_bound(len));
	size_t		n = ara_normalize(name, len, folded, ARA_NORM_FOLD);
	const char *word = folded;

	if (n > 8 && (kinds & ARA_NAME_OTHER) && memcmp(word, article, 4) == 0)
	{
		word += 4;
		n -= 4;
	}
	if (nrows == room)
	{
		Row		   *old = rows;

		room = room ? 2 * room : 1024;
		rows = xalloc(room * sizeof(Row));
		if (nrows)
			memcpy(rows, old, nrows * sizeof(Row));
		free(old);
	}
	rows[nrows].hash = ara_hash(word, n);
	rows[nrows++].kinds = kinds;
	free(folded);
}

static void
read_names(const char *dir, const char *file)
{
	Tsv			t;

	for (tsv_open(&t, dir, file); tsv_next(&t, 3, 4);)
	{
		const char *kind = t.fields[1];
		uint32_t	kinds = strcmp(kind, "given") == 0 ? ARA_NAME_GIVEN :
			strcmp(kind, "family") == 0 ? ARA_NAME_FAMILY : ARA_NAME_OTHER;
		const char *p = t.nfields > 3 ? strstr(t.fields[3], "alt=") : NULL;

		add(t.fields[0], strlen(t.fields[0]), kinds);
		for (p = p ? p + 4 : ""; *p && *p != ';';)
		{
			size_t		n = strcspn(p, ",;");

			add(p, n, kinds);
			p += n + (p[n] == ',');
		}
	}
}

void
data_names(Buf *out, const char *dir)
{
	size_t		header = out->len;
	size_t		i;
	uint32_t	n = 0;

	read_names(dir, "lexicon/name-1.tsv");
	read_names(dir, "lexicon/name-2.tsv");
	qsort(rows, nrows, sizeof(Row), compare_rows);
	buf_u32(out, 0);
	buf_u32(out, 0);
	for (i = 0; i < nrows;)
	{
		Row			r = rows[i];

		for (; i < nrows && rows[i].hash == r.hash; i++)
			r.kinds |= rows[i].kinds;
		buf_u32(out, r.hash);
		buf_u32(out, r.kinds);
		n++;
	}
	buf_set_u32(out, header, n);
}
