/*
 * data_stop.c - stop words with their clitics, from src/data/lexicon/function.tsv
 *
 * A word takes (U+0623)? (U+0648 | U+0641)? (U+0644 | U+0628 | U+0643 | U+0633)? before it, as far as its row
 * allows, and a pronoun after it.  Everything is folded as the dictionary
 * folds, and goes into the table of core/stop.h.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/ara.h"
#include "../core/hash.h"
#include "../core/stop.h"
#include "data.h"

#define MAX_FORM 128

typedef struct Word
{
	char	   *text;
	size_t		len;
} Word;

static Word *words;
static size_t nwords;
static size_t cap;

static const char *const pronouns[] = {
	"ي", "ني", "ه", "ها", "هما", "هم", "هن", "ك", "كما", "كم", "كن", "نا"
};

static void
add(const Tsv *t, const char *s)
{
	char		out[MAX_FORM * 4];
	size_t		len = strlen(s);

	if (len >= MAX_FORM)
		tsv_fail(t, "the form \"%s\" is too long", s);
	if (nwords == cap)
	{
		cap = cap ? cap * 2 : 4096;
		words = realloc(words, cap * sizeof(Word));
		if (words == NULL)
			exit(1);
	}
	len = ara_normalize(s, len, out, ARA_NORM_FOLD);
	if (len == 0)
		tsv_fail(t, "a form is empty");
	words[nwords].text = xalloc(len);
	memcpy(words[nwords].text, out, len);
	words[nwords++].len = len;
}

/* the form with each chain of proclitics that the row allows */
static void
add_with_proclitics(const Tsv *t, const char *form, const char *allowed)
{
	static const char *const conj[] = {"", "و", "ف"};
	static const char *const prep[] = {"", "ل", "ب", "ك", "س"};
	static const char *const ask[] = {"", "أ"};
	size_t		a,
				c,
				p;

	for (a = 0; a < 2; a++)
		for (c = 0; c < 3; c++)
			for (p = 0; p < 5; p++)
			{
				char		s[MAX_FORM];
				const char *rest = form;

				if ((*ask[a] && !strstr(allowed, ask[a])) ||
					(*conj[c] && !strstr(allowed, conj[c])) ||
					(*prep[p] && !strstr(allowed, prep[p])))
					continue;
				/* the alef of the article is not written after the preposition lam */
				if (strcmp(prep[p], "ل") == 0 && strncmp(form, "ال", 4) == 0)
					rest += 2;
				if (snprintf(s, sizeof(s), "%s%s%s%s", ask[a], conj[c], prep[p], rest) >= MAX_FORM)
					tsv_fail(t, "the form \"%s\" is too long", form);
				add(t, s);
			}
}

static int
compare(const void *a, const void *b)
{
	const Word *x = a,
			   *y = b;

	if (x->len != y->len)
		return x->len < y->len ? -1 : 1;
	return memcmp(x->text, y->text, x->len);
}

void
data_stop(Buf *out, const char *dir)
{
	Tsv			t;
	size_t		i,
				n = 0,
				longest = 0,
				slots = 1;
	uint32_t   *table;
	Buf			pool = {0};

	tsv_open(&t, dir, "lexicon/function.tsv");
	while (tsv_next(&t, 3, 6))
	{
		const char *stop = t.fields[2];
		const char *proclitics = t.nfields > 3 ? t.fields[3] : "-";
		int			pronoun = t.nfields > 4 && strcmp(t.fields[4], "p") == 0;
		char	   *forms = t.nfields > 5 && strcmp(t.fields[5], "-") != 0 ? t.fields[5] : t.fields[0];
		char	   *form;

		if (strcmp(stop, "0") != 0 && strcmp(stop, "1") != 0)
			tsv_fail(&t, "stop is \"%s\": 0 or 1", stop);
		if (*stop == '0')
			continue;
		for (form = strtok(forms, ","); form != NULL; form = strtok(NULL, ","))
		{
			size_t		len = strlen(form);
			int			bound = form[len - 1] == '+';
			char		s[MAX_FORM];

			if (bound)
				form[len - 1] = 0;
			else
				add_with_proclitics(&t, form, proclitics);
			if (bound || pronoun)
				for (i = 0; i < sizeof(pronouns) / sizeof(*pronouns); i++)
				{
					if (snprintf(s, sizeof(s), "%s%s", form, pronouns[i]) >= MAX_FORM)
						tsv_fail(&t, "the form \"%s\" is too long", form);
					add_with_proclitics(&t, s, proclitics);
				}
		}
	}
	qsort(words, nwords, sizeof(Word), compare);
	for (i = 0; i < nwords; i++)
		if (i == 0 || compare(&words[i - 1], &words[i]) != 0)
			words[n++] = words[i];
	while (slots < 2 * n)
		slots *= 2;
	table = xalloc(slots * sizeof(uint32_t));
	for (i = 0; i < n; i++)
	{
		size_t		slot = ara_hash(words[i].text, words[i].len) & (slots - 1);

		while (table[slot] != 0)
			slot = (slot + 1) & (slots - 1);
		table[slot] = (uint32_t) pool.len + 1;
		buf_u8(&pool, (unsigned) words[i].len);
		buf_put(&pool, words[i].text, words[i].len);
		if (words[i].len > longest)
			longest = words[i].len;
	}
	buf_u32(out, (uint32_t) slots);
	buf_u32(out, (uint32_t) longest);
	for (i = 0; i < slots; i++)
		buf_u32(out, table[i]);
	buf_put(out, pool.data, pool.len);
}
