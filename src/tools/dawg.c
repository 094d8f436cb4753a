/*
 * dawg.c - incremental construction of a minimal automaton
 *
 * J. Daciuk and others, "Incremental construction of minimal acyclic
 * finite-state automata", Computational Linguistics 26 (2000): words come
 * sorted, so only the path of the last word can still change; what a new word
 * leaves behind is looked up among the finished nodes, or becomes one.
 */
#include "dawg.h"

#include <stdlib.h>
#include <string.h>

#define MAX_WORD 250

typedef struct Arc
{
	unsigned	letter;
	int			final;
	uint32_t	target;			/* index of the first arc of a finished node, 0: none */
	uint32_t	words;			/* words through this arc */
} Arc;

/* a node under construction, one for each letter of the last word */
typedef struct Open
{
	Arc			arcs[64];
	int			n;
} Open;

static Open open[MAX_WORD + 1];
static Arc *done;				/* finished nodes, arcs in a row */
static char *done_last;			/* whether an arc ends its node */
static size_t ndone,
			cap;
static uint32_t *table;			/* hash of finished nodes: first arc, 0 empty */
static size_t slots;
static size_t used;

static uint32_t
hash_node(const Arc *a, int n)
{
	uint32_t	h = 2166136261u;
	int			i;

	for (i = 0; i < n; i++)
	{
		h = (h ^ a[i].letter) * 16777619u;
		h = (h ^ (uint32_t) a[i].final) * 16777619u;
		h = (h ^ a[i].target) * 16777619u;
		h ^= h >> 15;
	}
	return h;
}

static int
same_node(uint32_t at, const Arc *a, int n)
{
	int			i;

	for (i = 0; i < n; i++)
	{
		const Arc  *d = &done[at + (uint32_t) i];

		if (d->letter != a[i].letter || d->final != a[i].final || d->target != a[i].target)
			return 0;
		if ((i == n - 1) != (done_last[at + (uint32_t) i] != 0))
			return 0;
	}
	return 1;
}

static void
rehash(void)
{
	uint32_t   *old = table;
	size_t		n = slots;
	size_t		i;

	slots = slots ? slots * 2 : 1 << 16;
	table = xalloc(slots * sizeof(*table));
	for (i = 0; i < n; i++)
		if (old[i])
		{
			int			len = 1;
			uint32_t	h;

			while (!done_last[old[i] + (uint32_t) len - 1])
				len++;
			h = hash_node(done + old[i], len);
			while (table[h & (slots - 1)])
				h++;
			table[h & (slots - 1)] = old[i];
		}
	free(old);
}

/* the finished node with these arcs */
static uint32_t
finish(const Open *o)
{
	uint32_t	h;
	int			i;

	if (o->n == 0)
		return 0;
	if (used * 2 >= slots)
		rehash();
	for (h = hash_node(o->arcs, o->n); table[h & (slots - 1)]; h++)
		if (same_node(table[h & (slots - 1)], o->arcs, o->n))
			return table[h & (slots - 1)];
	if (ndone + 64 > cap)
	{
		cap = cap ? cap * 2 : 1 << 16;
		done = realloc(done, cap * sizeof(*done));
		done_last = realloc(done_last, cap);
		if (done == NULL || done_last == NULL)
			exit(1);
	}
	if (ndone == 0)
		ndone = 1;				/* 0 means none */
	table[h & (slots - 1)] = (uint32_t) ndone;
	used++;
	for (i = 0; i < o->n; i++)
	{
		done[ndone] = o->arcs[i];
		done_last[ndone++] = i == o->n - 1;
	}
	return table[h & (slots - 1)];
}

static uint32_t
words_below(const Open *o)
{
	uint32_t	sum = 0;
	int			i;

	for (i = 0; i < o->n; i++)
		sum += o->arcs[i].words;
	return sum;
}

/* finishes the open nodes below depth */
static void
close_below(size_t depth, size_t from)
{
	while (from > depth)
	{
		Arc		   *a = &open[from - 1].arcs[open[from - 1].n - 1];

		a->target = finish(&open[from]);
		a->words = words_below(&open[from]) + (a->final ? 1 : 0);
		open[from].n = 0;
		from--;
	}
}

uint32_t
dawg_build(char *const *words, size_t n, Buf *out)
{
	const char *last = "";
	size_t		i;
	uint32_t	start;
	uint32_t	count = 0;

	for (i = 0; i < n; i++)
	{
		const char *w = words[i];
		size_t		common = 0;
		size_t		len = strlen(w);
		size_t		j;

		while (w[common] && w[common] == last[common])
			common++;
		close_below(common, strlen(last));
		for (j = common; j < len; j++)
		{
			Arc		   *a = &open[j].arcs[open[j].n++];

			a->letter = (unsigned char) w[j];
			a->final = j == len - 1;
			a->target = 0;
			a->words = 0;
		}
		last = w;
	}
	close_below(0, strlen(last));
	start = finish(&open[0]);
	for (i = 0; i < ndone; i++)
	{
		/* a final arc's own word comes before those that go on */
		if (i == 0 || done_last[i - 1])
			count = 0;
		buf_u32(out, i == 0 ? 0 : done[i].letter | (uint32_t) (done_last[i] != 0) << 6 |
				(uint32_t) (done[i].final != 0) << 7 | done[i].target << 8);
		buf_u32(out, count);
		count += i == 0 ? 0 : done[i].words;
	}
	return start;
}
