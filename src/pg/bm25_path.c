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

#include <math.h>

#include "access/stratnum.h"
#include "access/sysattr.h"
#include "catalog/pg_am_d.h"
#include "catalog/pg_class_d.h"
#include "catalog/pg_type_d.h"
#include "miscadmin.h"
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
static set_rel_pathlist_hook_type next_rel_hook = NULL;
static set_join_pathlist_hook_type next_join_hook = NULL;

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

/* What a ranked scan of a table needs. */
typedef struct Ranking
{
	FuncExpr   *score;
	Node	   *query;
	RestrictInfo *condition;	/* tsvector @@ query */
	Oid			index;			/* a GIN index of the tsvector ... */
	int			column;			/* ... in this column, from 1 */
	BlockNumber index_pages;
} Ranking;

/* Whether an expression has one value while the tables that it may depend on stand still. */
static bool
is_constant(PlannerInfo *root, Node *expr, Relids givers)
{
	return bms_is_subset(pull_varnos(root, expr), givers) && !contain_volatile_functions(expr) &&
		!contain_subplans(expr);
}

/* The call of arabic_bm25 that the query wants to sort rows of rel by, highest first; or NULL. */
static FuncExpr *
wanted_score(PlannerInfo *root, RelOptInfo *rel, Relids givers)
{
	Relids		all = bms_union(rel->relids, givers);
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

		if (!bms_is_subset(rel->relids, member->em_relids) || !bms_is_subset(member->em_relids, all) ||
			!IsA(f, FuncExpr))
			continue;
		vector = bm25_vector_argument(f);
		if (vector < 0)
			continue;
		foreach(lc, f->args)
			if (i++ != vector && !is_constant(root, lfirst(lc), givers))
				break;
		if (lc == NULL)
			return f;
	}
	return NULL;
}

/* Finds a GIN index that knows the lexemes of a tsvector. */
static bool
find_index(RelOptInfo *rel, Node *vector, Ranking *r)
{
	ListCell   *lc;

	foreach(lc, rel->indexlist)
	{
		IndexOptInfo *index = lfirst_node(IndexOptInfo, lc);
		int			i;

		if (index->relam != GIN_AM_OID || index->hypothetical || (index->indpred != NIL && !index->predOK))
			continue;
		for (i = 0; i < index->nkeycolumns; i++)
			if (match_index_to_operand(vector, i, index) && op_in_opfamily(MATCH_OPERATOR, index->opfamily[i]))
			{
				r->index = index->indexoid;
				r->index_pages = index->pages;
				r->column = i + 1;
				return true;
			}
	}
	return false;
}

/* Finds the condition "vector @@ constant" among some. */
static bool
find_condition(PlannerInfo *root, RelOptInfo *rel, List *conditions, Relids givers, Node *vector, Ranking *r)
{
	ListCell   *lc;

	foreach(lc, conditions)
	{
		RestrictInfo *condition = lfirst_node(RestrictInfo, lc);
		OpExpr	   *op = (OpExpr *) condition->clause;
		bool		commuted;

		if (!IsA(op, OpExpr) || (op->opno != MATCH_OPERATOR && op->opno != MATCH_COMMUTATOR))
			continue;
		commuted = op->opno == MATCH_COMMUTATOR;
		r->query = commuted ? linitial(op->args) : lsecond(op->args);
		if (equal(commuted ? lsecond(op->args) : linitial(op->args), vector) &&
			is_constant(root, r->query, givers) && restriction_is_securely_promotable(condition, rel))
		{
			r->condition = condition;
			return true;
		}
	}
	return false;
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

/* Whether rel is a table whose rows a ranked scan can give, once rows of givers are at hand; sets *r. */
static bool
can_rank(PlannerInfo *root, RelOptInfo *rel, Relids givers, Ranking *r)
{
	RangeTblEntry *rte = root->simple_rte_array[rel->relid];
	Node	   *vector;

	if (!enabled || rte->rtekind != RTE_RELATION || rte->inh || rte->tablesample != NULL ||
		(rte->relkind != RELKIND_RELATION && rte->relkind != RELKIND_MATVIEW) ||
		root->parse->commandType != CMD_SELECT || root->rowMarks != NIL || !bms_is_empty(rel->lateral_relids) ||
		IS_DUMMY_REL(rel) || wants_system_columns(rel))
		return false;
	r->score = wanted_score(root, rel, givers);
	if (r->score == NULL)
		return false;
	vector = list_nth(r->score->args, bm25_vector_argument(r->score));
	return find_index(rel, vector, r) &&
		(find_condition(root, rel, rel->baserestrictinfo, givers, vector, r) ||
		 find_condition(root, rel, rel->joininfo, givers, vector, r));
}

static Plan *plan_ranked(PlannerInfo *root, RelOptInfo *rel, CustomPath *path, List *tlist, List *clauses,
						 List *children);

static const CustomPathMethods path_methods = {
	.CustomName = BM25_SCAN_NAME,
	.PlanCustomPath = plan_ranked,
};

/*
 * Costs.  The lists of all terms are read.  Then, for questions of a few words,
 * the ten best rows are found among so many as FIRST_ROWS says (measured: 150
 * of 1038 in 4519 documents, 256 of 5188 in 22595); to be given all of them
 * costs their fetch in no useful order.
 */
#define FIRST_ROWS(rows) (5 * sqrt(rows))

static Path *
ranked_path(PlannerInfo *root, RelOptInfo *rel, Relids givers, const Ranking *r)
{
	CustomPath *custom = makeNode(CustomPath);
	Path	   *path = &custom->path;
	double		rows;
	double		first;
	double		page_cost;
	double		row_cost;
	QualCost	score_cost;

	path->pathtype = T_CustomScan;
	path->parent = rel;
	path->pathtarget = rel->reltarget;
	path->param_info = get_baserel_parampathinfo(root, rel, givers);
	custom->flags = CUSTOMPATH_SUPPORT_PROJECTION;
	custom->methods = &path_methods;
	custom->custom_private = list_make4(r->score, r->query, r->condition, list_make2_oid(r->index, r->column));

	rows = clamp_row_est(path->param_info != NULL ? path->param_info->ppi_rows : rel->rows);
	first = Min(rows, FIRST_ROWS(rows));
	cost_qual_eval_node(&score_cost, (Node *) r->score, root);
	get_tablespace_page_costs(rel->reltablespace, &page_cost, NULL);
	row_cost = cpu_tuple_cost + cpu_operator_cost + rel->baserestrictcost.per_tuple + score_cost.per_tuple;
	path->rows = rows;
	path->startup_cost = rel->baserestrictcost.startup + score_cost.startup + rel->reltarget->cost.startup +
		2 * page_cost + 2 * cpu_index_tuple_cost * rows + row_cost * first +
		page_cost * index_pages_fetched(first, rel->pages, r->index_pages, root);
	path->total_cost = path->startup_cost + (row_cost + rel->reltarget->cost.per_tuple) * rows +
		page_cost * index_pages_fetched(rows, rel->pages, r->index_pages, root);
	return path;
}

static void
offer_scan(PlannerInfo *root, RelOptInfo *rel, Index rti, RangeTblEntry *rte)
{
	Ranking		r;
	Path	   *path;

	if (next_rel_hook != NULL)
		next_rel_hook(root, rel, rti, rte);
	if (!can_rank(root, rel, NULL, &r))
		return;
	path = ranked_path(root, rel, NULL, &r);
	path->pathkeys = list_make1(linitial(root->query_pathkeys));
	add_path(rel, path);
}

/*
 * ---- joins ----
 *
 * Where the query, or the bound query, is a column of something that has one
 * row, a nested loop over that row gives the rows in the order of the scan.
 */

static bool query_has_one_row(const Query *q);

static bool
is_limit_1(Node *limit)
{
	Const	   *c = (Const *) eval_const_expressions(NULL, limit);

	return c != NULL && IsA(c, Const) && !c->constisnull && DatumGetInt64(c->constvalue) <= 1;
}

/* Whether an entry of FROM has one row at most, as far as the entry alone tells. */
static bool
entry_has_one_row(const RangeTblEntry *rte)
{
	switch (rte->rtekind)
	{
		case RTE_SUBQUERY:
			return query_has_one_row(rte->subquery);
		case RTE_FUNCTION:
			return list_length(rte->functions) == 1 &&
				!expression_returns_set(linitial_node(RangeTblFunction, rte->functions)->funcexpr);
		case RTE_VALUES:
			return list_length(rte->values_lists) == 1;
		case RTE_RESULT:
			return true;
		default:
			return false;
	}
}

static bool
query_has_one_row(const Query *q)
{
	ListCell   *lc;

	check_stack_depth();
	if (q->commandType != CMD_SELECT || q->hasTargetSRFs || q->setOperations != NULL || q->groupingSets != NIL)
		return false;
	if (is_limit_1(q->limitCount) || (q->hasAggs && q->groupClause == NIL))
		return true;
	foreach(lc, q->jointree->fromlist)
	{
		Node	   *from = lfirst(lc);

		if (!IsA(from, RangeTblRef) ||
			!entry_has_one_row(list_nth(q->rtable, ((RangeTblRef *) from)->rtindex - 1)))
			return false;
	}
	return true;
}

static const Query *
query_of_cte(PlannerInfo *root, const RangeTblEntry *rte)
{
	Index		level;
	ListCell   *lc;

	for (level = rte->ctelevelsup; level > 0 && root != NULL; level--)
		root = root->parent_root;
	if (root == NULL || rte->self_reference)
		return NULL;
	foreach(lc, root->parse->cteList)
	{
		CommonTableExpr *cte = lfirst_node(CommonTableExpr, lc);

		if (strcmp(cte->ctename, rte->ctename) == 0)
			return cte->cterecursive ? NULL : castNode(Query, cte->ctequery);
	}
	return NULL;
}

static bool
have_one_row(PlannerInfo *root, Relids relids)
{
	int			relid = -1;

	while ((relid = bms_next_member(relids, relid)) >= 0)
	{
		RelOptInfo *rel = root->simple_rel_array[relid];
		RangeTblEntry *rte = root->simple_rte_array[relid];
		const Query *q;

		if (rel == NULL)
			return false;
		switch (rte->rtekind)
		{
			case RTE_CTE:
				q = query_of_cte(root, rte);
				if (q == NULL || !query_has_one_row(q))
					return false;
				break;
			case RTE_RELATION:
				if (rte->inh || !HAS_UNIQUE_INDEX(root, rel))
					return false;
				break;
			default:
				if (!entry_has_one_row(rte))
					return false;
		}
	}
	return true;
}

static void
offer_join(PlannerInfo *root, RelOptInfo *joinrel, RelOptInfo *outer, RelOptInfo *inner, JoinType jointype,
		   JoinPathExtraData *extra)
{
	Path	   *first = outer->cheapest_total_path;
	Path	   *path;
	Relids		required;
	JoinCostWorkspace workspace;
	Ranking		r;

	if (next_join_hook != NULL)
		next_join_hook(root, joinrel, outer, inner, jointype, extra);
	if (jointype != JOIN_INNER || !IS_SIMPLE_REL(inner) || first == NULL || first->param_info != NULL ||
		!bms_is_empty(joinrel->lateral_relids) || !can_rank(root, inner, outer->relids, &r) ||
		!have_one_row(root, outer->relids))
		return;
	path = ranked_path(root, inner, outer->relids, &r);
	required = calc_nestloop_required_outer(outer->relids, NULL, inner->relids, PATH_REQ_OUTER(path));
	if (!bms_is_empty(required))
		return;
	COST_NESTLOOP(root, &workspace, first, path, extra);
	add_path(joinrel, (Path *) create_nestloop_path(root, joinrel, JOIN_INNER, &workspace, extra, first, path,
													extra->restrictlist,
													list_make1(linitial(root->query_pathkeys)), NULL));
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
	if (!HAVE_RANKED_SCAN)
		return;
	RegisterCustomScanMethods(&bm25_scan_methods);
	next_rel_hook = set_rel_pathlist_hook;
	set_rel_pathlist_hook = offer_scan;
	next_join_hook = set_join_pathlist_hook;
	set_join_pathlist_hook = offer_join;
}
