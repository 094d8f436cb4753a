/*
 * data_tagger.c - tagger.tsv, which train.c writes, to the section of core/tagger.h
 *
 *     model  bits  unit
 *     pair   from  weight ...       one a label; from the last: a sentence's start
 *     row    number  weight ...     of the labels from 1 on; rows that are left out have none
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/tagger.h"
#include "data.h"

static long
number(const Tsv *t, int field, long min, long max)
{
	char	   *end;
	long		v = strtol(t->fields[field], &end, 10);

	if (*end || end == t->fields[field] || v < min || v > max)
		tsv_fail(t, "\"%s\" is no number from %ld to %ld", t->fields[field], min, max);
	return v;
}

void
data_tagger(Buf *out, const char *dir)
{
	char	   *path = xalloc(strlen(dir) + 16);
	FILE	   *f;
	unsigned char *rows = NULL;
	long		nrows = 0;
	int			pairs = 0;
	Tsv			t;
	int			i;

	/* before the tagger is trained for the first time */
	sprintf(path, "%s/tagger.tsv", dir);
	if ((f = fopen(path, "rb")) == NULL)
		return;
	fclose(f);
	tsv_open(&t, dir, "tagger.tsv");
	while (tsv_next(&t, 3, 2 + ARA_LABELS))
	{
		if (strcmp(t.fields[0], "model") == 0)
		{
			buf_u32(out, (uint32_t) number(&t, 1, 8, 24));
			buf_u32(out, (uint32_t) number(&t, 2, 1, 10000));
			nrows = 1L << number(&t, 1, 8, 24);
			rows = xalloc((size_t) nrows * ARA_ROW);
			memset(rows, 128, (size_t) nrows * ARA_ROW);
		}
		else if (rows == NULL)
			tsv_fail(&t, "the model comes first");
		else if (strcmp(t.fields[0], "pair") == 0)
		{
			if (t.nfields != 2 + ARA_LABELS)
				tsv_fail(&t, "a weight for each of %d labels is needed", ARA_LABELS);
			if (number(&t, 1, 0, ARA_LABELS) != pairs++)
				tsv_fail(&t, "the pairs stand in the order of the labels");
			for (i = 0; i < ARA_LABELS; i++)
				buf_u16(out, (unsigned) number(&t, 2 + i, -32000, 32000) & 0xFFFF);
		}
		else
		{
			long		row = number(&t, 1, 0, nrows - 1);

			if (t.nfields != 2 + ARA_ROW)
				tsv_fail(&t, "a weight for each of %d labels is needed", ARA_ROW);
			for (i = 0; i < ARA_ROW; i++)
				rows[row * ARA_ROW + i] = (unsigned char) (128 + number(&t, 2 + i, -127, 127));
		}
	}
	if (pairs != ARA_LABELS + 1)
		tsv_fail(&t, "the pairs of all labels are needed");
	buf_put(out, rows, (size_t) nrows * ARA_ROW);
}
