/*
 * bm25_scan.c - the ranked scan: rows in the order of arabic_bm25, few of them looked at
 *
 * A GIN index says which rows have a term, but not how often.  So a row's score
 * is at most the sum over its terms of weight * (k1 + 1), to which the formula
 * tends as a term is repeated.  The list of each term is read, heaviest first,
 * and the rows are put into a heap by that bound:
 *
 *     lists of TIDs --merge--> candidates by bound --fetch, score--> rows by score --> out
 *
 * A row leaves when no candidate's bound is above its score; until then the best
 * candidate is fetched.  Rows with only the frequent, light terms, which are
 * most, are never fetched (the threshold algorithm: Fagin, Lotem, Naor, 2003).
 * Every row that leaves has been checked against all conditions and scored by
 * arabic_bm25 itself, so the answer is that of a sort.
 *
 * A list that does not fit into memory is not read: its bound is added to
 * everything's.  If that leaves rows unknown that may be wanted, the table is
 * read from its start, and the rows not yet given are sorted.
 */
#include "compat.h"

#include <math.h>

#include "access/genam.h"
#include "access/relscan.h"
#include "access/tableam.h"
#include "catalog/pg_type_d.h"
#include "commands/explain.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "tsearch/ts_type.h"
#include "utils/float.h"
#include "utils/fmgroids.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/ruleutils.h"
#include "utils/tuplesort.h"
#include "utils/typcache.h"

#include "bm25.h"
#include "bm25_scan.h"

/* So few candidates are fetched without asking which terms they have. */
#define FEW 100

/* Lists read at most: each costs a descent of the index, and a long query's light terms tell little. */
#define MAX_LISTS 100

/* Bounds are single precision, as scores are: room for rounding. */
#define SLACK 1.00001

typedef struct Candidate
{
	BlockNumber block;
	OffsetNumber offset;
	float4		bound;
} Candidate;

typedef struct TidList
{
	Candidate  *rows;			/* ascending by block and offset */
	int64		n;
} TidList;

typedef struct Row
{
	float4		score;
	ItemPointerData tid;
} Row;

typedef struct RankedScan
{
	CustomScanState css;
	Relation	index;
	AttrNumber	column;			/* of the index, from 1 */
	FuncExpr   *call;			/* of arabic_bm25 */
	ExprState  *score;
	ExprState  *query;
	List	   *arguments;		/* ExprStates of the call's; NULL for the tsvector */
	ExprState  *all_conditions;
	ExprState  *other_conditions;	/* than "tsvector @@ query" */
	ExprContext *row_context;
	TupleTableSlot *slot;
	IndexFetchTableData *fetch;
	MemoryContext memory;		/* of all below */

	bool		prepared;
	ExprState  *conditions;		/* what is left to check */
	Candidate  *candidates;		/* a heap, greatest bound first */
	int64		ncandidates;
	Row		   *rows;			/* a heap, highest score first */
	int64		nrows;
	int64		rows_room;
	double		rest;			/* what the lists that were not read may add to a score */
	bool		rows_unknown;	/* rows outside the candidates may match */
	ItemPointerData *given;		/* rows that have left */
	int64		ngiven;
	int64		given_room;
	Tuplesortstate *sort;		/* set when the table had to be read */
	TupleTableSlot *sort_slot;
	uint64		fetched;		/* for EXPLAIN */
} RankedScan;

/* ---- heaps ---- */

static inline int
compare_tids(const Candidate *a, const Candidate *b)
{
	if (a->block != b->block)
		return a->block < b->block ? -1 : 1;
	return (int) a->offset - (int) b->offset;
}

/* Equal bounds in the order of the table. */
static inline bool
candidate_first(const Candidate *a, const Candidate *b)
{
	return a->bound != b->bound ? a->bound > b->bound : compare_tids(a, b) < 0;
}

static void
sift_candidate(Candidate *heap, int64 n, int64 i)
{
	Candidate	c = heap[i];

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

static Candidate
pop_candidate(RankedScan *s)
{
	Candidate	c = s->candidates[0];

	s->candidates[0] = s->candidates[--s->ncandidates];
	if (s->ncandidates > 0)
		sift_candidate(s->candidates, s->ncandidates, 0);
	return c;
}

static inline bool
row_first(Row *a, Row *b)
{
	return a->score != b->score ? a->score > b->score : ItemPointerCompare(&a->tid, &b->tid) < 0;
}

static void
push_row(RankedScan *s, Row row)
{
	int64		i;

	if (s->nrows == s->rows_room)
	{
		s->rows_room = Max(2 * s->rows_room, 64);
		s->rows = s->rows == NULL ? MemoryContextAlloc(s->memory, s->rows_room * sizeof(Row)) :
			repalloc_huge(s->rows, s->rows_room * sizeof(Row));
	}
	for (i = s->nrows++; i > 0 && row_first(&row, &s->rows[(i - 1) / 2]); i = (i - 1) / 2)
		s->rows[i] = s->rows[(i - 1) / 2];
	s->rows[i] = row;
}

static Row
pop_row(RankedScan *s)
{
	Row			first = s->rows[0];
	Row			last = s->rows[--s->nrows];
	int64		i = 0;

	for (;;)
	{
		int64		child = 2 * i + 1;

		if (child >= s->nrows)
			break;
		if (child + 1 < s->nrows && row_first(&s->rows[child + 1], &s->rows[child]))
			child++;
		if (!row_first(&s->rows[child], &last))
			break;
		s->rows[i] = s->rows[child];
		i = child;
	}
	s->rows[i] = last;
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

/* The rows that may match a query; false when their list takes too much memory. */
static bool
read_list(RankedScan *s, TSQuery query, TidList *list)
{
	TIDBitmap  *bitmap = tbm_create(get_hash_memory_limit(), NULL);
	IndexScanDesc scan = INDEX_BEGINSCAN_BITMAP(s->index, s->css.ss.ps.state->es_snapshot, 1);
	ScanKeyData key;
	BITMAP_ITERATOR *it;
	BitmapPage	page;
	int64		room;
	bool		complete = true;

	ScanKeyEntryInitialize(&key, 0, s->column, BTLessStrategyNumber, TSQUERYOID, InvalidOid, F_TS_MATCH_VQ,
						   TSQueryGetDatum(query));
	index_rescan(scan, &key, 1, NULL, 0);
	room = Max(index_getbitmap(scan, bitmap), 1);
	index_endscan(scan);
	list->n = 0;
	list->rows = palloc_extended(room * sizeof(Candidate), MCXT_ALLOC_HUGE);
	it = BITMAP_BEGIN(bitmap);
	while (complete && bitmap_next(it, &page))
	{
		int			i;

		CHECK_FOR_INTERRUPTS();
		complete = page.n >= 0 && list->n + page.n <= room;
		for (i = 0; complete && i < page.n; i++)
		{
			Candidate  *c = &list->rows[list->n++];

			c->block = page.block;
			c->offset = page.offsets[i];
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
	Candidate  *merged = fixed ? all->rows :
		palloc_extended((all->n + list->n + 1) * sizeof(Candidate), MCXT_ALLOC_HUGE);
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

/* Reads the lists of the terms, heaviest first, as far as they fit; bounds are per occurrence of k1 + 1. */
static void
read_terms(RankedScan *s, const Bm25Query *bound, double k1, TidList *all, bool fixed)
{
	int			n = bound->exact + bound->prefixes;
	const Bm25Term **terms = palloc(sizeof(*terms) * (n + 1));
	int64		room = get_hash_memory_limit() / sizeof(Candidate);
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
		if (i < MAX_LISTS && all->n < room &&
			read_list(s, query_of_term(BM25_TERM_LEXEME(bound, t), t->len, t->prefix), &list))
			add_list(all, &list, (float4) most, fixed);
		else
			s->rest += most;
	}
}

static Datum
evaluate(RankedScan *s, ExprState *e, bool *isnull)
{
	return ExecEvalExprSwitchContext(e, s->css.ss.ps.ps_ExprContext, isnull);
}

/* The bound query and k1, from the arguments of the call; NULL when one of them is NULL. */
static const Bm25Query *
evaluate_call(RankedScan *s, double *k1)
{
	int			vector = bm25_vector_argument(s->call);
	int			n = list_length(s->arguments);
	Datum		values[6];
	int			i;

	for (i = 0; i < n; i++)
	{
		bool		isnull = false;

		if (i != vector)
			values[i] = evaluate(s, list_nth(s->arguments, i), &isnull);
		if (isnull)
			return NULL;
	}
	*k1 = DatumGetFloat8(values[n - 2]);
	/* vector, bound query, k1, b; or vector, query, statistics, k1, b */
	if (n - vector == 4)
		return bm25_query_checked(PG_DETOAST_DATUM(values[vector + 1]));
	return bm25_bind(DatumGetTSQuery(values[vector + 1]), values[vector + 2]);
}

/* Finds the candidates. */
static void
prepare(RankedScan *s)
{
	MemoryContext old = MemoryContextSwitchTo(s->memory);
	TidList		all = {palloc(1), 0};
	const Bm25Query *bound;
	TSQuery		query;
	double		k1 = 0;
	Datum		value;
	bool		isnull;
	bool		same;
	int64		i;

	s->prepared = true;
	s->conditions = s->all_conditions;
	value = evaluate(s, s->query, &isnull);
	if (isnull)
	{
		/* nothing matches */
		MemoryContextSwitchTo(old);
		return;
	}
	query = DatumGetTSQuery(value);
	bound = evaluate_call(s, &k1);
	if (bound != NULL && is_or_of_terms(query, bound, &same))
	{
		if (same)
			s->conditions = s->other_conditions;
		read_terms(s, bound, k1, &all, false);
		s->rows_unknown = s->rest > 0;
	}
	else if (!read_list(s, query, &all))
		s->rows_unknown = true;
	else if (all.n > FEW && bound != NULL)
		read_terms(s, bound, k1, &all, true);
	else
		s->rest = get_float8_infinity();
	s->candidates = all.rows;
	s->ncandidates = all.n;
	for (i = all.n / 2 - 1; i >= 0; i--)
		sift_candidate(all.rows, all.n, i);
	MemoryContextSwitchTo(old);
}

/* ---- rows ---- */

/* Whether the row in the slot is wanted; sets its score. */
static bool
score_row(RankedScan *s, float4 *score)
{
	ExprContext *context = s->row_context;
	Datum		value;
	bool		isnull;

	ResetExprContext(context);
	context->ecxt_scantuple = s->slot;
	s->fetched++;
	if (!ExecQual(s->conditions, context))
	{
		InstrCountFiltered1(&s->css.ss, 1);
		return false;
	}
	value = ExecEvalExprSwitchContext(s->score, context, &isnull);
	/* as the tsvector matches, it is not NULL; so the score is NULL for all rows or for none */
	*score = isnull ? 0 : DatumGetFloat4(value);
	return true;
}

static void
fetch_candidate(RankedScan *s)
{
	Candidate	c = pop_candidate(s);
	bool		again = false;
	ItemPointerData tid;

	ItemPointerSet(&tid, c.block, c.offset);
	do
	{
		Row			row;

		if (!table_index_fetch_tuple(s->fetch, &tid, s->css.ss.ps.state->es_snapshot, s->slot, &again, NULL))
			continue;
		row.tid = s->slot->tts_tid;
		if (score_row(s, &row.score))
			push_row(s, row);
	} while (again);
}

static int
compare_given(const void *a, const void *b)
{
	return ItemPointerCompare((ItemPointer) a, (ItemPointer) b);
}

/* Sorts all rows that have not been given, from a scan of the table. */
static void
sort_table(RankedScan *s)
{
	Relation	rel = s->css.ss.ss_currentRelation;
	MemoryContext old = MemoryContextSwitchTo(s->memory);
	AttrNumber	attribute = 1;
	Oid			operator = lookup_type_cache(FLOAT4OID, TYPECACHE_GT_OPR)->gt_opr;
	Oid			collation = InvalidOid;
	bool		nulls_first = false;
	TupleDesc	desc = CreateTemplateTupleDesc(2);
	TableScanDesc scan;

	TupleDescInitEntry(desc, 1, "score", FLOAT4OID, -1, 0);
	TupleDescInitEntry(desc, 2, "tid", TIDOID, -1, 0);
	s->sort_slot = MakeSingleTupleTableSlot(desc, &TTSOpsMinimalTuple);
	s->sort = tuplesort_begin_heap(desc, 1, &attribute, &operator, &collation, &nulls_first, work_mem, NULL,
								   TUPLESORT_NONE);
	s->nrows = 0;
	s->ncandidates = 0;
	s->rows_unknown = false;
	s->conditions = s->all_conditions;
	qsort(s->given, s->ngiven, sizeof(ItemPointerData), compare_given);
	scan = table_beginscan(rel, s->css.ss.ps.state->es_snapshot, 0, NULL);
	MemoryContextSwitchTo(old);
	{
		TupleTableSlot *out = MakeSingleTupleTableSlot(desc, &TTSOpsVirtual);

		while (table_scan_getnextslot(scan, ForwardScanDirection, s->slot))
		{
			float4		score;

			CHECK_FOR_INTERRUPTS();
			if ((s->ngiven > 0 && bsearch(&s->slot->tts_tid, s->given, s->ngiven, sizeof(ItemPointerData),
										  compare_given) != NULL) ||
				!score_row(s, &score))
				continue;
			ExecClearTuple(out);
			out->tts_values[0] = Float4GetDatum(score);
			out->tts_values[1] = PointerGetDatum(&s->slot->tts_tid);
			out->tts_isnull[0] = out->tts_isnull[1] = false;
			ExecStoreVirtualTuple(out);
			tuplesort_puttupleslot(s->sort, out);
		}
		ExecDropSingleTupleTableSlot(out);
	}
	table_endscan(scan);
	tuplesort_performsort(s->sort);
}

/* The row that is next; false at the end. */
static bool
next_row(RankedScan *s, ItemPointerData *tid)
{
	for (;;)
	{
		CHECK_FOR_INTERRUPTS();
		if (s->sort != NULL)
		{
			bool		isnull;

			if (!tuplesort_gettupleslot(s->sort, true, false, s->sort_slot, NULL))
				return false;
			*tid = *(ItemPointer) DatumGetPointer(slot_getattr(s->sort_slot, 2, &isnull));
			return true;
		}
		if (s->nrows > 0)
		{
			double		others = s->ncandidates > 0 ? s->candidates[0].bound + s->rest : s->rest;

			if ((s->ncandidates == 0 && !s->rows_unknown) || s->rows[0].score >= others)
			{
				*tid = pop_row(s).tid;
				return true;
			}
		}
		if (s->ncandidates > 0)
			fetch_candidate(s);
		else if (s->rows_unknown)
			sort_table(s);
		else if (s->nrows == 0)
			return false;
	}
}

static void
remember_given(RankedScan *s, ItemPointerData tid)
{
	if (s->ngiven == s->given_room)
	{
		s->given_room = Max(2 * s->given_room, 64);
		s->given = s->given == NULL ? MemoryContextAlloc(s->memory, s->given_room * sizeof(tid)) :
			repalloc_huge(s->given, s->given_room * sizeof(tid));
	}
	s->given[s->ngiven++] = tid;
}

static TupleTableSlot *
next_slot(ScanState *node)
{
	RankedScan *s = (RankedScan *) node;
	TupleTableSlot *out = node->ss_ScanTupleSlot;
	ItemPointerData tid;

	if (!s->prepared)
		prepare(s);
	if (!next_row(s, &tid))
		return ExecClearTuple(out);
	if (s->sort == NULL && s->rows_unknown)
		remember_given(s, tid);
	if (!table_tuple_fetch_row_version(node->ss_currentRelation, &tid, node->ps.state->es_snapshot, s->slot))
		elog(ERROR, "row (%u,%u) has disappeared during a scan", ItemPointerGetBlockNumber(&tid),
			 ItemPointerGetOffsetNumber(&tid));
	ExecCopySlot(out, s->slot);
	out->tts_tid = tid;
	out->tts_tableOid = s->slot->tts_tableOid;
	return out;
}

/* ---- the executor's callbacks ---- */

/* Conditions are checked for each row that is given. */
static bool
recheck(ScanState *node, TupleTableSlot *slot)
{
	return true;
}

static TupleTableSlot *
exec_ranked(CustomScanState *node)
{
	return ExecScan(&node->ss, next_slot, recheck);
}

static void
reset(RankedScan *s)
{
	if (s->sort != NULL)
	{
		tuplesort_end(s->sort);
		ExecDropSingleTupleTableSlot(s->sort_slot);
	}
	MemoryContextReset(s->memory);
	s->prepared = false;
	s->candidates = NULL;
	s->rows = NULL;
	s->given = NULL;
	s->sort = NULL;
	s->ncandidates = s->nrows = s->rows_room = s->ngiven = s->given_room = 0;
	s->rest = 0;
	s->rows_unknown = false;
}

static void
begin_ranked(CustomScanState *node, EState *estate, int eflags)
{
	RankedScan *s = (RankedScan *) node;
	CustomScan *plan = (CustomScan *) node->ss.ps.plan;
	PlanState  *ps = &node->ss.ps;
	Relation	rel = node->ss.ss_currentRelation;
	const TupleTableSlotOps *ops;
	bool		ops_fixed;
	ListCell   *lc;
	int			i = 0;
	int			vector;

	s->call = linitial_node(FuncExpr, plan->custom_exprs);
	s->column = (AttrNumber) lsecond_oid(plan->custom_private);
	s->index = index_open(linitial_oid(plan->custom_private), AccessShareLock);
	if (eflags & EXEC_FLAG_EXPLAIN_ONLY)
		return;
	s->slot = table_slot_create(rel, &estate->es_tupleTable);
	s->row_context = CreateExprContext(estate);
	s->memory = AllocSetContextCreate(estate->es_query_cxt, "ranked scan", ALLOCSET_DEFAULT_SIZES);
	s->fetch = table_index_fetch_begin(rel);

	/* rows are looked at in a slot of the table's kind, not in the one that they leave by */
	ops = ps->scanops;
	ops_fixed = ps->scanopsfixed;
	ps->scanopsfixed = false;
	ps->scanops = NULL;
	s->score = ExecInitExpr((Expr *) s->call, ps);
	s->query = ExecInitExpr(lsecond(plan->custom_exprs), ps);
	s->all_conditions = ExecInitQual(plan->scan.plan.qual, ps);
	s->other_conditions = ExecInitQual(lthird(plan->custom_exprs), ps);
	vector = bm25_vector_argument(s->call);
	s->arguments = NIL;
	foreach(lc, s->call->args)
		s->arguments = lappend(s->arguments, i++ == vector ? NULL : ExecInitExpr(lfirst(lc), ps));
	ps->scanops = ops;
	ps->scanopsfixed = ops_fixed;
	reset(s);
}

static void
end_ranked(CustomScanState *node)
{
	RankedScan *s = (RankedScan *) node;

	if (s->memory != NULL)
	{
		reset(s);
		MemoryContextDelete(s->memory);
	}
	if (s->fetch != NULL)
		table_index_fetch_end(s->fetch);
	index_close(s->index, NoLock);
}

static void
rescan_ranked(CustomScanState *node)
{
	reset((RankedScan *) node);
	ExecScanReScan(&node->ss);
}

static void
explain_ranked(CustomScanState *node, List *ancestors, ExplainState *es)
{
	RankedScan *s = (RankedScan *) node;
	List	   *context = set_deparse_context_plan(es->deparse_cxt, node->ss.ps.plan, ancestors);

	ExplainPropertyText("Index", RelationGetRelationName(s->index), es);
	ExplainPropertyText("Order By", deparse_expression((Node *) s->call, context,
													   list_length(es->rtable) > 1 || es->verbose, false), es);
	if (es->analyze)
		ExplainPropertyUInteger("Rows Scored", NULL, s->fetched, es);
}

static const CustomExecMethods exec_methods = {
	.CustomName = BM25_SCAN_NAME,
	.BeginCustomScan = begin_ranked,
	.ExecCustomScan = exec_ranked,
	.EndCustomScan = end_ranked,
	.ReScanCustomScan = rescan_ranked,
	.ExplainCustomScan = explain_ranked,
};

static Node *
create_ranked(CustomScan *plan)
{
	RankedScan *s = palloc0(sizeof(RankedScan));

	NodeSetTag(s, T_CustomScanState);
	s->css.methods = &exec_methods;
	return (Node *) s;
}

const CustomScanMethods bm25_scan_methods = {
	.CustomName = BM25_SCAN_NAME,
	.CreateCustomScanState = create_ranked,
};
