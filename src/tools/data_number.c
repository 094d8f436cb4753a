/*
 * data_number.c - numbers.tsv and units.tsv to the sections of core/number.h
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/ara.h"
#include "../core/hash.h"
#include "../core/number.h"
#include "data.h"

#define MAX_ROWS 4096

typedef struct Table
{
	Buf			rows;
	uint32_t	at[MAX_ROWS];	/* where each row starts */
	char	   *ids[MAX_ROWS];
	unsigned	n;
} Table;

static unsigned
role_of(const Tsv *t, const char *word, const char *const *names, unsigned n)
{
	unsigned	i;

	for (i = 0; i < n && strcmp(word, names[i]) != 0; i++)
		;
	if (i == n)
		tsv_fail(t, "unknown role \"%s\"", word);
	return i;
}

static void
add(const Tsv *t, Table *table, unsigned role, unsigned num, unsigned den)
{
	size_t		len = strlen(t->fields[1]);
	char	   *word = xalloc(ara_normalize_bound(len));
	unsigned	i;

	len = ara_normalize(t->fields[1], len, word, ARA_NORM_FOLD);
	if (len == 0 || len > 64)
		tsv_fail(t, "the word is empty or too long");
	if (table->n == MAX_ROWS)
		tsv_fail(t, "too many rows");
	for (i = 0; i < table->n; i++)
	{
		const char *row = table->rows.data + table->at[i];

		if (strcmp(table->ids[i], t->fields[0]) == 0)
			tsv_fail(t, "the id \"%s\" is taken", t->fields[0]);
		if ((size_t) row[3] == len && memcmp(row + 4, word, len) == 0)
			tsv_fail(t, "\"%s\" folds to the word of row %s", t->fields[1], table->ids[i]);
	}
	table->ids[table->n] = t->fields[0];
	table->at[table->n++] = (uint32_t) table->rows.len;
	buf_u8(&table->rows, role);
	buf_u8(&table->rows, num);
	buf_u8(&table->rows, den);
	buf_u8(&table->rows, (unsigned) len);
	buf_put(&table->rows, word, len);
}

static void
write_table(Buf *out, const Table *table)
{
	uint32_t	slots = 1;
	uint32_t	longest = 0;
	uint32_t   *slot;
	uint32_t	i;

	while (slots < 2 * table->n + 1)
		slots *= 2;
	slot = xalloc(slots * sizeof(*slot));
	for (i = 0; i < table->n; i++)
	{
		const unsigned char *row = (const unsigned char *) table->rows.data + table->at[i];
		uint32_t	h = ara_hash((const char *) row + 4, row[3]);

		while (slot[h & (slots - 1)] != 0)
			h++;
		slot[h & (slots - 1)] = table->at[i] + 1;
		longest = row[3] > longest ? row[3] : longest;
	}
	buf_u32(out, slots);
	buf_u32(out, longest);
	for (i = 0; i < slots; i++)
		buf_u32(out, slot[i]);
	buf_put(out, table->rows.data, table->rows.len);
}

/* The value column: a number, a fraction, or '-', as the role demands. */
static void
value_of(const Tsv *t, unsigned role, unsigned *num, unsigned *den)
{
	char	   *rest;
	unsigned long v = strtoul(t->fields[2], &rest, 10);
	unsigned long low = 1;
	unsigned long high = 9;

	*num = *den = 0;
	switch (role)
	{
		case ARA_NR_TEN:
			low = high = 10;
			break;
		case ARA_NR_TENS:
			low = 20;
			high = 90;
			break;
		case ARA_NR_SCALE:
		case ARA_NR_SCALES:
		case ARA_NR_DUAL:
		case ARA_NR_DUAL_OR_ONE:
			low = 3;
			high = 18;
			break;
		case ARA_NR_PART:
		case ARA_NR_ORDINAL:
			high = 10;
			break;
		case ARA_NR_ONE:
		case ARA_NR_DIGIT:
		case ARA_NR_HUNDRED:
		case ARA_NR_ORDINAL_DEFINITE:
		case ARA_NR_ORDINAL_PART:
			break;
		case ARA_NR_FRACTION:
			if (*rest == '/')
				*den = (unsigned) strtoul(rest + 1, &rest, 10);
			if (*den < 2 || *den > 10 || v < 1 || v >= *den)
				tsv_fail(t, "the value is \"%s\": a fraction such as 1/3", t->fields[2]);
			break;
		default:
			if (strcmp(t->fields[2], "-") != 0)
				tsv_fail(t, "the value is \"%s\": this role has none (-)", t->fields[2]);
			return;
	}
	if (*rest != 0 || v < low || v > high)
		tsv_fail(t, "the value is \"%s\": %lu to %lu for this role", t->fields[2], low, high);
	*num = (unsigned) v;
}

void
data_numbers(Buf *out, const char *dir)
{
	Table	   *table = xalloc(sizeof(Table));
	Tsv			t;

	tsv_open(&t, dir, "numbers.tsv");
	while (tsv_next(&t, 5, 5))
	{
		unsigned	role = role_of(&t, t.fields[3], ara_number_role_names, ARA_NR_COUNT);
		unsigned	num;
		unsigned	den;

		value_of(&t, role, &num, &den);
		add(&t, table, role, num, den);
	}
	write_table(out, table);
}

void
data_units(Buf *out, const char *dir)
{
	Table	   *table = xalloc(sizeof(Table));
	Tsv			t;

	tsv_open(&t, dir, "units.tsv");
	while (tsv_next(&t, 4, 4))
		add(&t, table, role_of(&t, t.fields[2], ara_unit_role_names, ARA_U_COUNT), 0, 0);
	write_table(out, table);
}
