/*
 * bm25_candidates.c - which rows may have a high score, from a GIN index
 *
 * The index says which rows have a term, but not how often.  So a row's score
 * is at most the sum over its terms of weight * (k1 + 1), to which the formula
 * tends as a term is repeated.  The list of each term is read, heaviest first,
 * the lists are merged, and the rows put into a heap by that bound.
 *
 * A list that does not fit into memory is not read: its bound is added to
 * everything's.
 */
#include "compat.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "catalog/pg_type_d.h"
#include "miscadmin.h"
#include "nodes/tidbitmap.h"
#include "utils/float.h"
#include "utils/fmgroids.h"

#include "bm25.h"
#include "bm25_scan.h"

/* So few candidates are fetched without asking which terms they have. */
#define FEW 100

/* Lists read at most: each costs a descent of the index, and a long query's light terms tell little. */
#define MAX_LISTS 100

/* Bounds are single precision, as scores are: room for rounding. */
#define SLACK 1.00001

typedef struct TidList
{
	Bm25Candidate *rows;		/* ascending by block and offset */
	int64		n;
} TidList;

/* ---- the heap ---- */

static inline int
compare_tids(const Bm25Candidate *a, const Bm25Candidate *b)
{
	if (a->block != b->block)
		return a->block < b->block ? -1 : 1;
	return (int) a->offset - (int) b->offset;
}

/* Equal bounds in the order of the table. */
static inline bool
candidate_first(const Bm25Candidate *a, const Bm25Candidate *b)
{
	return a->bound != b->bound ? a->bound > b->bound : compare_tids(a, b) < 0;
}

static void
sift_candidate(Bm25Candidate *heap, int64 n, int64 i)
{
	Bm25Candidate c = heap[i];

	for (;;)
	{
		int64		child = 2 * i + 1;

		if (child >= n)
			break;
		if (child + 1 < n && candidate_first(&heap[child + 1], &heap[child]))
			child++;
		if (!candidate_first(&heap[child], &c))
			break;
		heap[i] = heap[child];
		i = child;
	}
	heap[i] = c;
}

Bm25Candidate
bm25_pop_candidate(Bm25Candidates *c)
{
	Bm25Candidate first = c->heap[0];

	c->heap[0] = c->heap[--c->n];
	if (c->n > 0)
		sift_candidate(c->heap, c->n, 0);
	return first;
}

/* ---- lists of the index ---- */

/* The query that asks for one term. */
static TSQuery
query_of_term(const char *lexeme, int len, bool prefix)
{
	Size		size = COMPUTESIZE(1, len + 1);
	TSQuery		q = palloc0(size);
	QueryOperand *o = &GETQUERY(q)->qoperand;

	SET_VARSIZE(q, size);
	q->size = 1;
	o->type = QI_VAL;
	o->prefix = prefix;
	o->length = len;
	memcpy(GETOPERAND(q), lexeme, len);
	return q;
}

/* How many candidates fit into memory. */
static int64
memory_limit(void)
{
	return get_hash_memory_limit() / sizeof(Bm25Candidate);
}

/* The rows that may match a query; false when their list takes too much memory. */
static bool
read_list(const Bm25Index *index, TSQuery query, TidList *list)
{
	TIDBitmap  *bitmap = tbm_create(get_hash_memory_limit(), NULL);
	IndexScanDesc scan = INDEX_BEGINSCAN_BITMAP(index->rel, index->snapshot, 1);
	ScanKeyData key;
	BITMAP_ITERATOR *it;
	BITMAP_PAGE page;
	OffsetNumber offsets[MaxHeapTuplesPerPage];
	int64		room;
	bool		complete;

	ScanKeyEntryInitialize(&key, 0, index->column, BTLessStrategyNumber, TSQUERYOID, InvalidOid, F_TS_MATCH_VQ,
						   TSQueryGetDatum(query));
	index_rescan(scan, &key, 1, NULL, 0);
	/* each row once or more often */
	room = Max(index_getbitmap(scan, bitmap), 1);
	index_endscan(scan);
	complete = room <= memory_limit();
	list->n = 0;
	list->rows = palloc_extended((complete ? room : 1) * sizeof(Bm25Candidate), MCXT_ALLOC_HUGE);
	it = BITMAP_BEGIN(bitmap);
	while (complete && BITMAP_NEXT(it, page))
	{
		int			n = BITMAP_TUPLES(page, offsets);
		int			i;

		CHECK_FOR_INTERRUPTS();
		complete = n >= 0 && list->n + n <= room;
		for (i = 0; complete && i < n; i++)
		{
			Bm25Candidate *c = &list->rows[list->n++];

			c->block = BITMAP_BLOCK(page);
			c->offset = offsets[i];
			c->bound = 0;
		}
	}
	BITMAP_END(it);
	tbm_free(bitmap);
	if (!complete)
		pfree(list->rows);
	return complete;
}

/* Adds a term's list to all: its bound to rows that are there, and its rows, unless the rows are fixed. */
static void
add_list(TidList *all, TidList *list, float4 bound, bool fixed)
{
	Bm25Candidate *merged = fixed ? all->rows :
		palloc_extended((all->n + list->n + 1) * sizeof(Bm25Candidate), MCXT_ALLOC_HUGE);
	int64		n = 0;
	int64		i = 0;
	int64		j = 0;

	while (i < all->n || (j < list->n && !fixed))
	{
		int			c = i == all->n ? 1 : j == list->n ? -1 : compare_tids(&all->rows[i], &list->rows[j]);

		if (c <= 0)
			merged[n] = all->rows[i++];
		else if (fixed)
		{
			j++;
			continue;
		}
		else
			merged[n] = list->rows[j];
		if (c >= 0)
		{
			merged[n].bound += bound;
			j++;
		}
		n++;
	}
	if (!fixed)
		pfree(all->rows);
	pfree(list->rows);
	all->rows = merged;
	all->n = n;
}

/* ---- what the query asks for ---- */

static const Bm25Term *
find_query_term(const Bm25Query *q, const char *lexeme, int len, bool prefix)
{
	uint32		lo = prefix ? q->exact : 0;
	uint32		hi = prefix ? q->exact + q->prefixes : q->exact;

	while (lo < hi)
	{
		uint32		mid = (lo + hi) / 2;
		const Bm25Term *t = &q->terms[mid];
		int			c = bm25_compare(BM25_TERM_LEXEME(q, t), t->len, lexeme, len);

		if (c == 0)
			return t;
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

/*
 * Whether a row matches the condition only if it has a term of the bound query:
 * when it is an OR of nothing else.  *same: whether any row with such a term
 * matches.
 */
static bool
is_or_of_terms(TSQuery query, const Bm25Query *bound, bool *same)
{
	const QueryItem *items = GETQUERY(query);
	bool	   *found = palloc0(sizeof(bool) * (bound->exact + bound->prefixes + 1));
	uint32		i;

	*same = true;
	for (i = 0; i < query->size; i++)
	{
		const QueryOperand *o = &items[i].qoperand;
		const Bm25Term *t;

		if (items[i].type == QI_OPR)
		{
			if (items[i].qoperator.oper != OP_OR)
				return false;
			continue;
		}
		t = find_query_term(bound, GETOPERAND(query) + o->distance, o->length, o->prefix);
		if (t == NULL)
			return false;
		found[t - bound->terms] = true;
		if (o->weight != 0 || t->mask != 0)
			*same = false;
	}
	for (i = 0; i < bound->exact + bound->prefixes; i++)
		if (!found[i])
			*same = false;
	return query->size > 0;
}

static int
heavier_term(const void *a, const void *b)
{
	const Bm25Term *x = *(const Bm25Term *const *) a;
	const Bm25Term *y = *(const Bm25Term *const *) b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return x < y ? -1 : x > y;
}

/* Reads the lists of the terms, heaviest first, as far as they fit. */
static void
read_terms(Bm25Candidates *c, const Bm25Index *index, const Bm25Query *bound, double k1, TidList *all,
		   bool fixed)
{
	int			n = bound->exact + bound->prefixes;
	const Bm25Term **terms = palloc(sizeof(*terms) * (n + 1));
	int			i;

	for (i = 0; i < n; i++)
		terms[i] = &bound->terms[i];
	qsort(terms, n, sizeof(*terms), heavier_term);
	for (i = 0; i < n; i++)
	{
		const Bm25Term *t = terms[i];
		double		most = t->weight * (k1 + 1) * SLACK;
		TidList		list;

		CHECK_FOR_INTERRUPTS();
		if (i < MAX_LISTS && all->n < memory_limit() &&
			read_list(index, query_of_term(BM25_TERM_LEXEME(bound, t), t->len, t->prefix), &list))
			add_list(all, &list, (float4) most, fixed);
		else
			c->rest += most;
	}
}

void
bm25_find_candidates(Bm25Candidates *c, const Bm25Index *index, TSQuery query, const Bm25Query *bound, double k1)
{
	TidList		all = {palloc(sizeof(Bm25Candidate)), 0};
	bool		same;
	int64		i;

	memset(c, 0, sizeof(*c));
	if (bound != NULL && is_or_of_terms(query, bound, &same))
	{
		c->match = same;
		read_terms(c, index, bound, k1, &all, false);
		c->rows_unknown = c->rest > 0;
	}
	else if (!read_list(index, query, &all))
		c->rows_unknown = true;
	else if (all.n > FEW && bound != NULL)
		read_terms(c, index, bound, k1, &all, true);
	else
		c->rest = get_float8_infinity();
	c->heap = all.rows;
	c->n = all.n;
	for (i = all.n / 2 - 1; i >= 0; i--)
		sift_candidate(c->heap, c->n, i);
}
