/*
 * bm25_scan.c - the ranked scan: rows in the order of arabic_bm25, few of them looked at
 *
 *     candidates by bound --fetch, check, score--> rows by score --> out
 *
 * bm25_candidates.c finds rows and bounds of their scores.  A row leaves when no
 * candidate's bound is above its score; until then the best candidate is
 * fetched.  Rows with only the frequent, light terms, which are most, are never
 * fetched (the threshold algorithm: Fagin, Lotem, Naor, 2003).  Every row that
 * leaves has been checked against all conditions and scored by arabic_bm25
 * itself, so the answer is that of a sort.
 *
 * When rows may be wanted that are not among the candidates, since a list did
 * not fit into memory, the table is read from its start, and the rows not yet
 * given are sorted.
 */
#include "compat.h"

#include "access/genam.h"
#include "access/relscan.h"
#include "access/tableam.h"
#include "catalog/pg_type_d.h"
#include "commands/explain.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "tsearch/ts_type.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/ruleutils.h"
#include "utils/tuplesort.h"
#include "utils/typcache.h"

#include "bm25.h"
#include "bm25_scan.h"

typedef struct Row
{
	float4		score;
	ItemPointerData tid;
} Row;

typedef struct RankedScan
{
	CustomScanState css;
	Bm25Index	index;
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
	Bm25Candidates candidates;
	Row		   *rows;			/* a heap, highest score first */
	int64		nrows;
	int64		rows_room;
	ItemPointerData *given;		/* rows that have left */
	int64		ngiven;
	int64		given_room;
	Tuplesortstate *sort;		/* set when the table had to be read */
	TupleTableSlot *sort_slot;
	uint64		fetched;		/* for EXPLAIN */
} RankedScan;

/* ---- the heap of rows ---- */

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

static void
prepare(RankedScan *s)
{
	MemoryContext old = MemoryContextSwitchTo(s->memory);
	double		k1 = 0;
	bool		isnull;
	Datum		query = evaluate(s, s->query, &isnull);

	s->prepared = true;
	/* nothing matches NULL */
	if (!isnull)
	{
		const Bm25Query *bound = evaluate_call(s, &k1);

		s->index.snapshot = s->css.ss.ps.state->es_snapshot;
		bm25_find_candidates(&s->candidates, &s->index, DatumGetTSQuery(query), bound, k1);
	}
	s->conditions = s->candidates.match ? s->other_conditions : s->all_conditions;
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
	Bm25Candidate c = bm25_pop_candidate(&s->candidates);
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
	s->candidates.n = 0;
	s->candidates.rows_unknown = false;
	s->conditions = s->all_conditions;
	qsort(s->given, s->ngiven, sizeof(ItemPointerData), compare_given);
	scan = TABLE_BEGINSCAN(rel, s->css.ss.ps.state->es_snapshot);
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
	Bm25Candidates *c = &s->candidates;

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
			double		others = (c->n > 0 ? c->heap[0].bound : 0) + c->rest;

			if ((c->n == 0 && !c->rows_unknown) || s->rows[0].score >= others)
			{
				*tid = pop_row(s).tid;
				return true;
			}
		}
		if (c->n > 0)
			fetch_candidate(s);
		else if (c->rows_unknown)
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
	if (s->sort == NULL && s->candidates.rows_unknown)
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
	memset(&s->candidates, 0, sizeof(s->candidates));
	s->prepared = false;
	s->rows = NULL;
	s->given = NULL;
	s->sort = NULL;
	s->nrows = s->rows_room = s->ngiven = s->given_room = 0;
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
	s->index.column = (AttrNumber) lsecond_oid(plan->custom_private);
	s->index.rel = index_open(linitial_oid(plan->custom_private), AccessShareLock);
	if (eflags & EXEC_FLAG_EXPLAIN_ONLY)
		return;
	s->slot = table_slot_create(rel, &estate->es_tupleTable);
	s->row_context = CreateExprContext(estate);
	s->memory = AllocSetContextCreate(estate->es_query_cxt, "ranked scan", ALLOCSET_DEFAULT_SIZES);
	s->fetch = TABLE_INDEX_FETCH_BEGIN(rel);

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
	index_close(s->index.rel, NoLock);
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

	ExplainPropertyText("Index", RelationGetRelationName(s->index.rel), es);
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
