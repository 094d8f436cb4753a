/*
 * data_quotes.c - quotes.tsv to the section of core/quote.h
 */
#include <string.h>

#include "../core/ara.h"
#include "../core/hash.h"
#include "../core/quote.h"
#include "data.h"

#define MAX_ENTRIES 2048
#define SLOTS 4096

typedef struct Table
{
	Buf			entries;
	int			n;
	unsigned	slots[SLOTS];	/* offset of an entry, divided by 4, from 1 on */
	unsigned	first;			/* what the offsets are counted from */
} Table;

static unsigned
roles(const Tsv *t, char *names)
{
	unsigned	bits = 0;
	char	   *name;

	for (name = strtok(names, "|"); name != NULL; name = strtok(NULL, "|"))
	{
		int			i;

		for (i = 0; i < ARA_QR_COUNT && strcmp(name, ara_quote_role_names[i]) != 0; i++)
			;
		if (i == ARA_QR_COUNT)
			tsv_fail(t, "unknown role \"%s\"", name);
		bits |= 1u << i;
	}
	return bits;
}

/* Adds a word, or the roles to one that is there. */
static void
add(const Tsv *t, Table *table, const char *word, size_t len, unsigned bits)
{
	unsigned	i;

	if (len == 0 || len > ARA_MAX_QUOTE_WORD)
		tsv_fail(t, "the word is empty or too long");
	for (i = ara_hash(word, len) & (SLOTS - 1); table->slots[i]; i = (i + 1) & (SLOTS - 1))
	{
		size_t		at = 4 * (size_t) (table->slots[i] - table->first);
		const char *e = table->entries.data + at;

		if ((unsigned char) e[4] == len && memcmp(e + 5, word, len) == 0)
		{
			unsigned	old = (unsigned char) e[0] | (unsigned) (unsigned char) e[1] << 8 |
				(unsigned) (unsigned char) e[2] << 16 | (unsigned) (unsigned char) e[3] << 24;

			buf_set_u32(&table->entries, at, old | bits);
			return;
		}
	}
	if (++table->n > MAX_ENTRIES)
		tsv_fail(t, "too many words");
	table->slots[i] = table->first + (unsigned) (table->entries.len / 4);
	buf_u32(&table->entries, bits);
	buf_u8(&table->entries, (unsigned) len);
	buf_put(&table->entries, word, len);
	buf_align(&table->entries, 4);
}

static void
add_folded(const Tsv *t, Table *table, const char *word, unsigned bits)
{
	size_t		len = strlen(word);
	char	   *fold = xalloc(ara_normalize_bound(len) + 1);

	add(t, table, fold, ara_normalize(word, len, fold, ARA_NORM_FOLD), bits);
}

/* Months and weekdays end a name as other words of time do. */
static void
read_months(Table *table, const char *dir)
{
	Tsv			t;

	tsv_open(&t, dir, "months.tsv");
	while (tsv_next(&t, 6, 7))
		if (strcmp(t.fields[1], "weekday") == 0 && strchr(t.fields[3], ' ') == NULL &&
			strlen(t.fields[3]) > 5)
			add_folded(&t, table, t.fields[3], ARA_QR_TIME);
}

void
data_quotes(Buf *out, const char *dir)
{
	Table	   *table = xalloc(sizeof(Table));
	static char *ids[MAX_ENTRIES];
	int			n = 0;
	Tsv			t;
	int			i;

	table->first = 1 + SLOTS * 2 / 4;
	tsv_open(&t, dir, "quotes.tsv");
	while (tsv_next(&t, 4, 4))
	{
		unsigned	bits = roles(&t, t.fields[2]);

		for (i = 0; i < n; i++)
			if (strcmp(ids[i], t.fields[0]) == 0)
				tsv_fail(&t, "the id \"%s\" is taken", t.fields[0]);
		if (n == MAX_ENTRIES)
			tsv_fail(&t, "too many words");
		ids[n++] = t.fields[0];
		if (bits & ARA_QR_VERBS)
			add(&t, table, t.fields[1], strlen(t.fields[1]), bits);
		else
			add_folded(&t, table, t.fields[1], bits);
	}
	read_months(table, dir);
	buf_u32(out, SLOTS - 1);
	for (i = 0; i < SLOTS; i++)
		buf_u16(out, table->slots[i]);
	buf_put(out, table->entries.data, table->entries.len);
}
