/*
 * bm25_path.c - tells the planner of the ranked scan: the best rows first, without scoring all that match
 *
 *     SELECT ... WHERE tsv @@ query ORDER BY arabic_bm25(tsv, ...) DESC LIMIT 10
 *
 * is planned as a scan of all rows that match and a sort.  When tsv has a GIN
 * index, bm25_scan.c gives them in the order of their score instead, and looks
 * at few more than are asked for; this file offers that as one more path, and
 * the planner takes the cheaper one.
 *
 * Planning a call of arabic_bm25 loads the library (by its support function),
 * so this works without shared_preload_libraries, in every session.
 */
#include "compat.h"

#include "access/stratnum.h"
#include "access/sysattr.h"
#include "catalog/pg_am_d.h"
#include "catalog/pg_class_d.h"
#include "catalog/pg_type_d.h"
#include "nodes/extensible.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "optimizer/clauses.h"
#include "optimizer/cost.h"
#include "optimizer/optimizer.h"
#include "optimizer/pathnode.h"
#include "optimizer/paths.h"
#include "optimizer/restrictinfo.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/spccache.h"
#include "utils/typcache.h"

#include "bm25.h"
#include "bm25_scan.h"

PG_FUNCTION_INFO_V1(arabic_bm25_support);

/* tsvector @@ tsquery, and with its operands exchanged: built in, so their numbers are fixed */
#define MATCH_OPERATOR 3636
#define MATCH_COMMUTATOR 3637

static bool enabled = true;
static set_rel_pathlist_hook_type next_hook = NULL;

/* Nothing to add: the planner calls this, and by that loads the library. */
Datum
arabic_bm25_support(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(NULL);
}

int
bm25_vector_argument(const FuncExpr *f)
{
	FmgrInfo	info;

	fmgr_info(f->funcid, &info);
	if (info.fn_addr == arabic_bm25 || info.fn_addr == arabic_bm25_stats_score)
		return 0;
	if (info.fn_addr == arabic_bm25_weighted || info.fn_addr == arabic_bm25_stats_score_weighted)
		return 1;
	return -1;
}

/* Whether an expression has one value during a scan. */
static bool
is_constant(PlannerInfo *root, Node *expr)
{
	return bms_is_empty(pull_varnos(root, expr)) && !contain_volatile_functions(expr) && !contain_subplans(expr);
}

/* The call of arabic_bm25 that the query wants to sort rows of rel by, highest first; or NULL. */
static FuncExpr *
wanted_score(PlannerInfo *root, RelOptInfo *rel)
{
	PathKey    *key;
	EquivalenceMember *member;
	MEMBER_ITERATOR it;

	if (root->query_pathkeys == NIL)
		return NULL;
	key = linitial_node(PathKey, root->query_pathkeys);
	if (!PATHKEY_DESCENDS(key) || key->pk_eclass->ec_has_volatile ||
		key->pk_opfamily != lookup_type_cache(FLOAT4OID, TYPECACHE_BTREE_OPFAMILY)->btree_opf)
		return NULL;
	MEMBER_ITERATOR_INIT(it, key->pk_eclass, rel->relids);
	while ((member = MEMBER_ITERATOR_NEXT(it)) != NULL)
	{
		FuncExpr   *f = (FuncExpr *) member->em_expr;
		int			vector;
		ListCell   *lc;
		int			i = 0;

		if (!bms_equal(member->em_relids, rel->relids) || !IsA(f, FuncExpr))
			continue;
		vector = bm25_vector_argument(f);
		if (vector < 0)
			continue;
		foreach(lc, f->args)
			if (i++ != vector && !is_constant(root, lfirst(lc)))
				break;
		if (lc == NULL)
			return f;
	}
	return NULL;
}

/* The GIN index that knows the lexemes of a tsvector, and which of its columns does. */
static IndexOptInfo *
find_index(RelOptInfo *rel, Node *vector, int *column)
{
	ListCell   *lc;

	foreach(lc, rel->indexlist)
	{
		IndexOptInfo *index = lfirst_node(IndexOptInfo, lc);

		if (index->relam != GIN_AM_OID || index->hypothetical || (index->indpred != NIL && !index->predOK))
			continue;
		for (*column = 0; *column < index->nkeycolumns; (*column)++)
			if (match_index_to_operand(vector, *column, index) &&
				op_in_opfamily(MATCH_OPERATOR, index->opfamily[*column]))
				return index;
	}
	return NULL;
}

/* The condition "vector @@ constant", and the constant. */
static RestrictInfo *
find_condition(PlannerInfo *root, RelOptInfo *rel, Node *vector, Node **query)
{
	ListCell   *lc;

	foreach(lc, rel->baserestrictinfo)
	{
		RestrictInfo *r = lfirst_node(RestrictInfo, lc);
		OpExpr	   *op = (OpExpr *) r->clause;
		Node	   *left;

		if (!IsA(op, OpExpr) || (op->opno != MATCH_OPERATOR && op->opno != MATCH_COMMUTATOR))
			continue;
		left = op->opno == MATCH_OPERATOR ? linitial(op->args) : lsecond(op->args);
		*query = op->opno == MATCH_OPERATOR ? lsecond(op->args) : linitial(op->args);
		if (equal(left, vector) && is_constant(root, *query) && restriction_is_securely_promotable(r, rel))
			return r;
	}
	return NULL;
}

/* A scan gives no system columns but ctid and tableoid. */
static bool
wants_system_columns(RelOptInfo *rel)
{
	int			i;

	for (i = rel->min_attr; i < 0; i++)
		if (i != SelfItemPointerAttributeNumber && i != TableOidAttributeNumber &&
			!bms_is_empty(rel->attr_needed[i - rel->min_attr]))
			return true;
	return false;
}

/*
 * Costs.  The lists of all terms are read.  Then, measured on questions of a
 * few words, the ten best rows are found among a tenth of those that match or
 * fewer; to be given all of them costs their fetch in no useful order.
 */
static void
set_costs(PlannerInfo *root, Path *path, RelOptInfo *rel, IndexOptInfo *index, FuncExpr *score)
{
	double		rows = clamp_row_est(rel->rows);
	double		first = Min(rows, 50 + rows / 10);
	double		first_pages = index_pages_fetched(first, rel->pages, index->pages, root);
	double		all_pages = index_pages_fetched(rows, rel->pages, index->pages, root);
	double		page_cost;
	double		row_cost;
	QualCost	score_cost;

	cost_qual_eval_node(&score_cost, (Node *) score, root);
	get_tablespace_page_costs(rel->reltablespace, &page_cost, NULL);
	row_cost = cpu_tuple_cost + rel->baserestrictcost.per_tuple + score_cost.per_tuple;
	path->rows = rows;
	path->startup_cost = rel->baserestrictcost.startup + score_cost.startup + rel->reltarget->cost.startup +
		10 * page_cost + 2 * cpu_index_tuple_cost * rows + page_cost * first_pages + row_cost * first;
	path->total_cost = path->startup_cost + page_cost * all_pages + (row_cost + rel->reltarget->cost.per_tuple) * rows;
}

static Plan *plan_ranked(PlannerInfo *root, RelOptInfo *rel, CustomPath *path, List *tlist, List *clauses,
						 List *children);

static const CustomPathMethods path_methods = {
	.CustomName = BM25_SCAN_NAME,
	.PlanCustomPath = plan_ranked,
};

static void
offer_ranked_scan(PlannerInfo *root, RelOptInfo *rel, Index rti, RangeTblEntry *rte)
{
	FuncExpr   *score;
	Node	   *vector;
	Node	   *query;
	IndexOptInfo *index;
	RestrictInfo *condition;
	CustomPath *path;
	int			column = 0;

	if (next_hook != NULL)
		next_hook(root, rel, rti, rte);
	if (!enabled || rte->rtekind != RTE_RELATION || rte->inh || rte->tablesample != NULL ||
		(rte->relkind != RELKIND_RELATION && rte->relkind != RELKIND_MATVIEW) ||
		root->parse->commandType != CMD_SELECT || root->rowMarks != NIL || !bms_is_empty(rel->lateral_relids) ||
		IS_DUMMY_REL(rel) || wants_system_columns(rel))
		return;
	score = wanted_score(root, rel);
	if (score == NULL)
		return;
	vector = list_nth(score->args, bm25_vector_argument(score));
	index = find_index(rel, vector, &column);
	condition = find_condition(root, rel, vector, &query);
	if (index == NULL || condition == NULL)
		return;

	path = makeNode(CustomPath);
	path->path.pathtype = T_CustomScan;
	path->path.parent = rel;
	path->path.pathtarget = rel->reltarget;
	path->path.pathkeys = list_make1(linitial(root->query_pathkeys));
	path->flags = CUSTOMPATH_SUPPORT_PROJECTION;
	path->methods = &path_methods;
	path->custom_private = list_make4(score, query, condition, list_make2_oid(index->indexoid, column + 1));
	set_costs(root, &path->path, rel, index, score);
	add_path(rel, &path->path);
}

/* custom_exprs: the score, the tsquery, the other conditions; custom_private: the index and its column, from 1 */
static Plan *
plan_ranked(PlannerInfo *root, RelOptInfo *rel, CustomPath *path, List *tlist, List *clauses, List *children)
{
	CustomScan *scan = makeNode(CustomScan);
	RestrictInfo *condition = lthird(path->custom_private);

	scan->scan.plan.targetlist = tlist;
	scan->scan.plan.qual = extract_actual_clauses(clauses, false);
	scan->scan.scanrelid = rel->relid;
	scan->flags = path->flags;
	scan->custom_exprs = list_make3(linitial(path->custom_private), lsecond(path->custom_private),
									extract_actual_clauses(list_delete_ptr(list_copy(clauses), condition), false));
	scan->custom_private = lfourth(path->custom_private);
	scan->methods = &bm25_scan_methods;
	return &scan->scan.plan;
}

void
bm25_path_init(void)
{
	DefineCustomBoolVariable("arabic_fts.enable_ranked_scan",
							 "Lets the planner get rows ordered by arabic_bm25 from a GIN index.",
							 NULL, &enabled, true, PGC_USERSET, GUC_EXPLAIN, NULL, NULL, NULL);
	MarkGUCPrefixReserved("arabic_fts");
	RegisterCustomScanMethods(&bm25_scan_methods);
	next_hook = set_rel_pathlist_hook;
	set_rel_pathlist_hook = offer_ranked_scan;
}
