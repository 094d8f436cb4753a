/*
 * data_clitics.c - clitics.tsv, with the costs of lexicon/weights.tsv, to the section of core/clitics.h
 *
 * weights.tsv is written by the estimator (em.c): kind<TAB>key<TAB>pos<TAB>cost; kind is
 * before, after (key: letters, - none) or slot (key: number).  What it lacks costs as much as something rare.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/clitics.h"
#include "../core/lexicon.h"
#include "../core/utf8.h"
#include "data.h"

#define RARE 40					/* 10 bits */
#define MAX_CLITICS 64

typedef struct Clitic
{
	char	   *letters;		/* "-": none */
	int			after;
	unsigned	needs;
	unsigned	article;
	unsigned	cost[ARA_POS_COUNT];
} Clitic;

static const struct
{
	const char *name;
	unsigned	bits;
}			needs[] = {
	{"-", 0},
	{"article", ARA_TAKES_ARTICLE},
	{"preposition", ARA_TAKES_PREPOSITION},
	{"li", ARA_TAKES_LI},
	{"preposition|li", ARA_TAKES_PREPOSITION | ARA_TAKES_LI},
	{"sa", ARA_TAKES_SA},
	{"possessive", ARA_TAKES_POSSESSIVE},
	{"object", ARA_TAKES_OBJECT},
	{"possessive|object", ARA_TAKES_POSSESSIVE | ARA_TAKES_OBJECT}
};

static unsigned
first_code(const Clitic *c)
{
	int			len;

	return ara_decode(c->letters, c->letters + strlen(c->letters), &len) - ARA_LEX_FIRST_LETTER;
}

static void
put_entry(Buf *out, const Clitic *c)
{
	char		codes[ARA_CLITIC_MAX] = {0};
	const char *s = c->letters;
	const char *end = s + strlen(s);
	unsigned	n = 0;
	unsigned	i;

	if (strcmp(s, "-") != 0)
		while (s < end)
		{
			int			len;

			codes[n++] = (char) (ara_decode(s, end, &len) - ARA_LEX_FIRST_LETTER);
			s += len;
		}
	buf_u8(out, n);
	buf_put(out, codes, ARA_CLITIC_MAX);
	buf_u8(out, c->needs);
	buf_u8(out, c->article);
	for (i = 0; i < ARA_POS_COUNT; i++)
		buf_u8(out, c->cost[i]);
}

/* by side, the empty one first, then by letters */
static int
compare(const void *a, const void *b)
{
	const Clitic *x = a,
			   *y = b;

	if (x->after != y->after)
		return x->after - y->after;
	return strcmp(x->letters, y->letters);
}

void
data_clitics(Buf *out, const char *dir)
{
	static Clitic clitics[MAX_CLITICS];
	unsigned	slots[ARA_SLOTS];
	size_t		n = 2;
	size_t		i,
				side,
				count[2] = {0, 0};
	Tsv			t;

	clitics[0].letters = clitics[1].letters = "-";
	clitics[1].after = 1;
	clitics[1].needs = ARA_ALONE;
	tsv_open(&t, dir, "clitics.tsv");
	while (tsv_next(&t, 5, 5))
	{
		Clitic	   *c = &clitics[n++];
		size_t		k;

		if (n == MAX_CLITICS)
			tsv_fail(&t, "more than %d rows", MAX_CLITICS - 2);
		c->letters = t.fields[2];
		if (strlen(c->letters) > 2 * ARA_CLITIC_MAX)
			tsv_fail(&t, "\"%s\" is too long", c->letters);
		c->after = strcmp(t.fields[1], "after") == 0;
		if (!c->after && strcmp(t.fields[1], "before") != 0)
			tsv_fail(&t, "side is \"%s\": before or after", t.fields[1]);
		for (k = 0; k < sizeof(needs) / sizeof(*needs) && strcmp(needs[k].name, t.fields[3]) != 0; k++)
			;
		if (k == sizeof(needs) / sizeof(*needs))
			tsv_fail(&t, "unknown need \"%s\"", t.fields[3]);
		c->needs = needs[k].bits;
		c->article = c->needs == ARA_TAKES_ARTICLE;
	}
	for (i = 0; i < n; i++)
		for (side = 0; side < ARA_POS_COUNT; side++)
			clitics[i].cost[side] = i < 2 ? 2 : RARE;
	for (i = 0; i < ARA_SLOTS; i++)
		slots[i] = RARE;
	tsv_open(&t, dir, "lexicon/weights.tsv");
	while (tsv_next(&t, 4, 4))
	{
		int			after = strcmp(t.fields[0], "after") == 0;
		int			pos = atoi(t.fields[2]);
		unsigned	cost = (unsigned) atoi(t.fields[3]);

		if (cost > 255 || pos < 0 || pos >= ARA_POS_COUNT)
			tsv_fail(&t, "a cost is 0 to 255, a pos 0 to %d", ARA_POS_COUNT - 1);
		if (strcmp(t.fields[0], "slot") == 0)
		{
			i = (size_t) atoi(t.fields[1]);
			if (i >= ARA_SLOTS)
				tsv_fail(&t, "there is no slot %s", t.fields[1]);
			slots[i] = cost;
			continue;
		}
		for (i = 0; i < n; i++)
			if (clitics[i].after == after && strcmp(clitics[i].letters, t.fields[1]) == 0)
				clitics[i].cost[pos] = cost;
	}
	qsort(clitics, n, sizeof(Clitic), compare);
	for (i = 0; i < n; i++)
		count[clitics[i].after]++;
	buf_u32(out, (uint32_t) count[0]);
	buf_u32(out, (uint32_t) count[1]);
	for (i = 0, side = 1; i <= ARA_LEX_LETTERS; i++)
	{
		/* all first letters are two bytes, and sort as their codes do */
		while (side < count[0] && first_code(&clitics[side]) < i)
			side++;
		buf_u8(out, (unsigned) side);
	}
	for (i = 0; i < n; i++)
		put_entry(out, &clitics[i]);
	for (i = 0; i < ARA_SLOTS; i++)
		buf_u8(out, slots[i]);
}
