/*
 * data_dates.c - datewords.tsv and months.tsv to the section of core/datespan.h
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/ara.h"
#include "../core/date.h"
#include "../core/datespan.h"
#include "data.h"

#define MAX_ENTRIES 2048
#define SLOTS 4096

typedef struct Entry
{
	char	   *word;
	size_t		len;
	int			role;
	int			flags;
	int			value;
} Entry;

typedef struct Table
{
	Entry		entries[MAX_ENTRIES];
	int			n;
	int			slots[SLOTS];	/* number of an entry, from 1 on */
} Table;

static Entry *
find(Table *table, const char *word, size_t len, unsigned *slot)
{
	unsigned	i;

	for (i = ara_date_hash(word, len) & (SLOTS - 1); table->slots[i]; i = (i + 1) & (SLOTS - 1))
	{
		Entry	   *e = &table->entries[table->slots[i] - 1];

		if (e->len == len && memcmp(e->word, word, len) == 0)
			return e;
	}
	*slot = i;
	return NULL;
}

static Entry *
insert(const Tsv *t, Table *table, const char *word, size_t len)
{
	unsigned	slot;
	Entry	   *e = find(table, word, len, &slot);

	if (e != NULL)
		return e;
	if (table->n == MAX_ENTRIES)
		tsv_fail(t, "too many words");
	e = &table->entries[table->n++];
	table->slots[slot] = table->n;
	e->word = xalloc(len + 1);
	memcpy(e->word, word, len);
	e->len = len;
	return e;
}

/* Adds a word or phrase; one meaning a word, spelled twice is no error. */
static void
add(const Tsv *t, Table *table, const char *word, int role, int value, int flags)
{
	size_t		len = strlen(word);
	char	   *fold = xalloc(ara_normalize_bound(len) + 1);
	const char *space;
	int			spaces = 0;
	size_t		i;
	Entry	   *e;

	len = ara_normalize(word, len, fold, ARA_NORM_FOLD);
	if (len == 0 || len > ARA_MAX_DATE_WORD)
		tsv_fail(t, "the word is empty or too long");
	for (i = 0; i < len; i++)
		spaces += fold[i] == ' ';
	if (spaces > 2)
		tsv_fail(t, "the phrase has more than three words");
	e = insert(t, table, fold, len);
	if (e->role != ARA_DR_NONE && (e->role != role || e->value != value))
		tsv_fail(t, "\"%s\" folds to a word that has another role or value", word);
	e->role = role;
	e->value = value;
	e->flags |= flags;
	space = memchr(fold, ' ', len);
	if (space != NULL)
		insert(t, table, fold, (size_t) (space - fold))->flags |= ARA_DF_PREFIX;
}

static int
named(const Tsv *t, const char *what, const char *word, const char *const *names, int n)
{
	int			i;

	for (i = 0; i < n && strcmp(word, names[i]) != 0; i++)
		;
	if (i == n)
		tsv_fail(t, "unknown %s \"%s\"", what, word);
	return i;
}

static void
read_words(Table *table, const char *dir)
{
	static const char article[] = "\xd8\xa7\xd9\x84";	/* U+0627 U+0644 */
	static char *ids[MAX_ENTRIES];
	int			n = 0;
	Tsv			t;

	tsv_open(&t, dir, "datewords.tsv");
	while (tsv_next(&t, 5, 5))
	{
		int			role = named(&t, "role", t.fields[2], ara_date_role_names, ARA_DR_COUNT);
		int			value = 0;
		int			i;

		for (i = 0; i < n; i++)
			if (strcmp(ids[i], t.fields[0]) == 0)
				tsv_fail(&t, "the id \"%s\" is taken", t.fields[0]);
		ids[n++] = t.fields[0];
		if (role >= ARA_DR_UNIT && role <= ARA_DR_UNIT_PLURAL_DEF)
			value = named(&t, "unit", t.fields[3], ara_date_unit_names, ARA_DU_COUNT);
		else if (strcmp(t.fields[3], "-") != 0)
			value = atoi(t.fields[3]);
		add(&t, table, t.fields[1], role, value, 0);
		if (role == ARA_DR_NUMBER)
		{
			char	   *with = xalloc(sizeof(article) + strlen(t.fields[1]));

			strcpy(with, article);
			strcat(with, t.fields[1]);
			add(&t, table, with, role, value, 0);
		}
	}
}

static void
read_months(Table *table, const char *dir)
{
	Tsv			t;

	tsv_open(&t, dir, "months.tsv");
	while (tsv_next(&t, 6, 7))
	{
		int			kind = named(&t, "kind", t.fields[1], ara_date_word_names, ARA_D_COUNT);
		int			flags = t.nfields > 6 ? ARA_DF_WEAK : 0;

		if (kind == ARA_D_MONTH)
			add(&t, table, t.fields[3], ARA_DR_MONTH, atoi(t.fields[2]), flags);
		else if (kind == ARA_D_HIJRI)
			add(&t, table, t.fields[3], ARA_DR_HIJRI, atoi(t.fields[2]), flags);
		else if (kind == ARA_D_WEEKDAY && strlen(t.fields[3]) > 5)
			add(&t, table, t.fields[3], ARA_DR_WEEKDAY, atoi(t.fields[2]), flags);
	}
}

void
data_dates(Buf *out, const char *dir)
{
	Table	   *table = xalloc(sizeof(Table));
	size_t		i;

	read_months(table, dir);
	read_words(table, dir);
	buf_u32(out, SLOTS - 1);
	for (i = 0; i < SLOTS; i++)
		buf_u16(out, 0);
	for (i = 0; i < SLOTS; i++)
		if (table->slots[i])
		{
			const Entry *e = &table->entries[table->slots[i] - 1];
			unsigned	at = (unsigned) out->len / 2;

			out->data[4 + 2 * i] = (char) (at & 255);
			out->data[5 + 2 * i] = (char) (at >> 8);
			buf_u8(out, (unsigned) e->role);
			buf_u8(out, (unsigned) e->flags);
			buf_u16(out, (unsigned) e->value & 0xFFFF);
			buf_u8(out, (unsigned) e->len);
			buf_put(out, e->word, e->len);
			buf_align(out, 2);
		}
}
