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

/* ---- layout ---- */

static double *traffic;			/* through each arc */
static uint32_t *before;		/* words of its node that come before an arc's */

/* a node while nodes are sorted */
typedef struct Node
{
	uint32_t	at;
	double		traffic;
} Node;

static uint32_t
arc_of(uint32_t node, unsigned letter)
{
	while (done[node].letter != letter)
		node++;
	return node;
}

/* arcs of a node by falling traffic; they hold no addresses of one another yet */
static int
compare_arcs(const void *a, const void *b)
{
	double		x = traffic[*(const uint32_t *) a],
				y = traffic[*(const uint32_t *) b];

	return x != y ? (x > y ? -1 : 1) : (int) *(const uint32_t *) a - (int) *(const uint32_t *) b;
}

static int
compare_nodes(const void *a, const void *b)
{
	const Node *x = a,
			   *y = b;

	return x->traffic != y->traffic ? (x->traffic > y->traffic ? -1 : 1) : (int) x->at - (int) y->at;
}

/*
 * Writes the arcs so that what running text needs most stands first: nodes
 * among nodes, which keeps the busy ones in the processor's cache, and arcs
 * within their node, which are searched one after another.
 */
static uint32_t
write_arcs(uint32_t start, Buf *out)
{
	Node	   *nodes = xalloc(ndone * sizeof(Node));
	uint32_t   *place = xalloc(ndone * sizeof(uint32_t));
	uint32_t   *order = xalloc(ndone * sizeof(uint32_t));
	size_t		nnodes = 0;
	uint32_t	at = 1;
	size_t		i,
				j;

	for (i = 1; i < ndone; i = j)
	{
		nodes[nnodes].at = (uint32_t) i;
		for (j = i; j == i || !done_last[j - 1]; j++)
		{
			nodes[nnodes].traffic += traffic[j];
			order[j] = (uint32_t) j;
		}
		qsort(order + i, j - i, sizeof(*order), compare_arcs);
		nnodes++;
	}
	qsort(nodes, nnodes, sizeof(Node), compare_nodes);
	for (i = 0; i < nnodes; i++)
	{
		place[nodes[i].at] = at;
		for (j = nodes[i].at; j == nodes[i].at || !done_last[j - 1]; j++)
			at++;
	}
	buf_u32(out, 0);			/* address 0 means none */
	buf_u32(out, 0);
	for (i = 0; i < nnodes; i++)
	{
		uint32_t	count = 0;
		size_t		first = nodes[i].at;
		size_t		end;

		for (end = first + 1; !done_last[end - 1]; end++)
			;
		for (j = first; j < end; j++)
		{
			const Arc  *a = &done[order[j]];

			before[order[j]] = count;
			buf_u32(out, a->letter | (uint32_t) (j == end - 1) << 6 | (uint32_t) (a->final != 0) << 7 |
					place[a->target] << 8);
			buf_u32(out, count);
			count += a->words;
		}
	}
	return place[start];
}

uint32_t
dawg_build(char *const *words, const double *weights, size_t n, Buf *out, uint32_t *numbers)
{
	const char *last = "";
	size_t		i;
	uint32_t	start,
				written;

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

	traffic = xalloc(ndone * sizeof(*traffic));
	before = xalloc(ndone * sizeof(*before));
	for (i = 0; i < n; i++)
	{
		const char *w;
		uint32_t	node = start;

		for (w = words[i]; *w; w++)
		{
			uint32_t	a = arc_of(node, (unsigned char) *w);

			traffic[a] += weights[i];
			node = done[a].target;
		}
	}
	written = write_arcs(start, out);
	for (i = 0; i < n; i++)
	{
		const char *w;
		uint32_t	node = start;

		numbers[i] = 0;
		for (w = words[i]; *w; w++)
		{
			uint32_t	a = arc_of(node, (unsigned char) *w);

			/* a final arc's own word comes before those that go on through it */
			numbers[i] += before[a] + (w[1] && done[a].final);
			node = done[a].target;
		}
	}
	return written;
}
