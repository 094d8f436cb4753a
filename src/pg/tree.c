/*
 * tree.c - text search queries under construction (tree.h)
 *
 * Trees from text are shallow; those from a tsquery are as deep as the user
 * likes, so what recurses checks the stack, as the server's functions do.
 */
#include "compat.h"

#include "miscadmin.h"
#include "tsearch/ts_utils.h"
#include "utils/memutils.h"
#include "utils/pg_crc.h"

#include "../core/ara.h"
#include "../core/hash.h"
#include "tree.h"

QueryTree *
tree_create(void)
{
	QueryTree  *t = palloc0(sizeof(QueryTree));

	t->cap = 32;
	t->nodes = palloc(sizeof(TreeNode) * t->cap);
	t->bytes_cap = 256;
	t->bytes = palloc(t->bytes_cap);
	return t;
}

bool
tree_has_room(const QueryTree *t, int max_operands, int operands, uint32 bytes)
{
	/* each lexeme has a zero byte behind it */
	return t->operands + operands <= max_operands &&
		t->nbytes + bytes + t->operands + operands < MAXSTRPOS;
}

static int
new_node(QueryTree *t, int8 op)
{
	TreeNode   *node;

	if (t->n == t->cap)
	{
		t->cap *= 2;
		t->nodes = repalloc_huge(t->nodes, sizeof(TreeNode) * t->cap);
	}
	node = &t->nodes[t->n];
	memset(node, 0, sizeof(*node));
	node->op = op;
	node->first = node->last = node->next = NO_NODE;
	node->hash = (uint32) op;
	return t->n++;
}

int
tree_value(QueryTree *t, const char *lexeme, uint32 len, uint8 weight, bool prefix)
{
	int			i = new_node(t, TREE_VALUE);
	TreeNode   *node = &t->nodes[i];

	while (t->nbytes + len > t->bytes_cap)
	{
		t->bytes_cap *= 2;
		t->bytes = repalloc_huge(t->bytes, t->bytes_cap);
	}
	memcpy(t->bytes + t->nbytes, lexeme, len);
	node->lexeme = t->nbytes;
	node->len = len;
	node->weight = weight;
	node->prefix = prefix;
	node->hash = ara_hash(lexeme, len) ^ (prefix ? 0x55555555 : 0);
	t->nbytes += len;
	t->operands++;
	return i;
}

int
tree_op(QueryTree *t, int8 op)
{
	return new_node(t, op);
}

TreeMark
tree_mark(const QueryTree *t)
{
	TreeMark	mark = {t->n, t->nbytes, t->operands};

	return mark;
}

void
tree_take_back(QueryTree *t, TreeMark mark)
{
	t->n = mark.n;
	t->nbytes = mark.nbytes;
	t->operands = mark.operands;
}

void
tree_append(QueryTree *t, int parent, int child)
{
	TreeNode   *p = &t->nodes[parent];

	t->nodes[child].next = NO_NODE;
	if (p->first == NO_NODE)
		p->first = child;
	else
		t->nodes[p->last].next = child;
	p->last = child;
	p->hash = p->hash * 0x01000193 + t->nodes[child].hash;
}

int
tree_not(QueryTree *t, int node)
{
	int			i;

	if (t->nodes[node].op == OP_NOT)
		return t->nodes[node].first;
	i = new_node(t, OP_NOT);
	tree_append(t, i, node);
	return i;
}

int
tree_phrase(QueryTree *t, int left, int right, int distance)
{
	int			i = new_node(t, OP_PHRASE);

	tree_append(t, i, left);
	tree_append(t, i, right);
	t->nodes[i].distance = (int16) Min(distance, MAXENTRYPOS);
	t->nodes[i].hash += (uint32) distance;
	return i;
}

int
tree_reduced(const QueryTree *t, int node)
{
	return t->nodes[node].first == t->nodes[node].last ? t->nodes[node].first : node;
}

bool
tree_equal(const QueryTree *t, int a, int b)
{
	const TreeNode *x = &t->nodes[a];
	const TreeNode *y = &t->nodes[b];

	if (x->hash != y->hash || x->op != y->op || x->prefix != y->prefix || x->weight != y->weight ||
		x->distance != y->distance || x->len != y->len)
		return false;
	if (x->op == TREE_VALUE)
		return memcmp(t->bytes + x->lexeme, t->bytes + y->lexeme, x->len) == 0;
	check_stack_depth();
	for (a = x->first, b = y->first; a != NO_NODE && b != NO_NODE; a = t->nodes[a].next, b = t->nodes[b].next)
		if (!tree_equal(t, a, b))
			return false;
	return a == b;
}

/* Whether a document that matches node (does not match it, if negated) has one of its operands. */
static bool
bounded(const QueryTree *t, int node, bool negated)
{
	const TreeNode *n = &t->nodes[node];
	bool		all;
	int			i;

	check_stack_depth();
	if (n->op == TREE_VALUE)
		return !negated;
	if (n->op == OP_NOT)
		return bounded(t, n->first, !negated);
	if (n->op == OP_PHRASE)
		/* the right operand first: long phrases are deep on the left */
		return !negated && (bounded(t, n->last, false) || bounded(t, n->first, false));
	/* one child of an AND suffices, every one of an OR is needed; under NOT the other way round (De Morgan) */
	all = (n->op == OP_OR) != negated;
	for (i = n->first; i != NO_NODE; i = t->nodes[i].next)
		if (bounded(t, i, negated) != all)
			return !all;
	return all;
}

bool
tree_bounded(const QueryTree *t, int node)
{
	return bounded(t, node, false);
}

int
tree_bind(QueryTree *t, int node)
{
	TreeNode	n = t->nodes[node];
	int			result;
	int			i,
				next;
	bool		found = false;

	if (bounded(t, node, false))
		return node;
	if (n.op != OP_AND && n.op != OP_OR)
		return NO_NODE;
	result = tree_op(t, n.op);
	for (i = n.first; i != NO_NODE; i = next)
	{
		int			bound;

		next = t->nodes[i].next;
		bound = tree_bind(t, i);
		found |= bound != NO_NODE;
		if (bound != NO_NODE)
			tree_append(t, result, bound);
		else if (n.op == OP_AND)
			tree_append(t, result, i);	/* what excludes, beside what is bound */
	}
	return found ? tree_reduced(t, result) : NO_NODE;
}

/* Appends child to an AND or OR; one of the same kind gives its children. */
static void
splice(QueryTree *t, int parent, int child)
{
	int			i,
				next;

	if (t->nodes[child].op != t->nodes[parent].op)
	{
		tree_append(t, parent, child);
		return;
	}
	for (i = t->nodes[child].first; i != NO_NODE; i = next)
	{
		next = t->nodes[i].next;
		tree_append(t, parent, i);
	}
}

/* What must be in a document for a phrase's operand to match, whatever stands beside it; NO_NODE: nothing. */
static int
positive(QueryTree *t, int node)
{
	TreeNode	n = t->nodes[node];
	int			result;
	int			i,
				next;

	check_stack_depth();
	if (n.op == TREE_VALUE)
		return node;
	if (n.op == OP_NOT)
		return NO_NODE;
	result = tree_op(t, n.op == OP_OR ? OP_OR : OP_AND);
	for (i = n.first; i != NO_NODE; i = next)
	{
		int			p;

		next = t->nodes[i].next;
		p = positive(t, i);
		if (p != NO_NODE)
			splice(t, result, p);
		else if (n.op == OP_OR)
			return NO_NODE;
	}
	return tree_reduced(t, result);
}

/* Phrases become AND; "not x" inside of one is about one place in the text, so it goes. */
static int
without_phrases(QueryTree *t, int node)
{
	TreeNode	n = t->nodes[node];
	int			result;
	int			i,
				next;

	check_stack_depth();
	if (n.op == TREE_VALUE || n.op == OP_NOT)
		return node;
	if (n.op == OP_PHRASE)
	{
		result = positive(t, node);
		return result == NO_NODE ? node : result;
	}
	result = tree_op(t, n.op);
	for (i = n.first; i != NO_NODE; i = next)
	{
		next = t->nodes[i].next;
		splice(t, result, without_phrases(t, i));
	}
	return result;
}

/* Whether an AND is of parts of one word, which alone say little. */
static bool
is_grams(const QueryTree *t, int node)
{
	int			i;

	for (i = t->nodes[node].first; i != NO_NODE; i = t->nodes[i].next)
		if (t->nodes[i].op != TREE_VALUE || t->bytes[t->nodes[i].lexeme] != ARA_LEVEL_GRAM)
			return false;
	return true;
}

int
tree_relax(QueryTree *t, int node)
{
	TreeNode	n = t->nodes[node];
	int			any,
				kept;
	int			i,
				next;

	check_stack_depth();
	if (n.op == OP_PHRASE)
		return without_phrases(t, node);
	if (n.op == TREE_VALUE || n.op == OP_NOT || (n.op == OP_AND && is_grams(t, node)))
		return node;
	any = tree_op(t, OP_OR);
	kept = tree_op(t, OP_AND);
	for (i = n.first; i != NO_NODE; i = next)
	{
		next = t->nodes[i].next;
		if (n.op == OP_OR)
			splice(t, any, tree_relax(t, i));
		else if (tree_bounded(t, i))
			splice(t, any, without_phrases(t, i));
		else
			tree_append(t, kept, i);
	}
	if (t->nodes[any].first == NO_NODE)
		return kept;
	if (t->nodes[kept].first == NO_NODE)
		return tree_reduced(t, any);
	any = tree_reduced(t, any);
	i = tree_op(t, OP_AND);
	tree_append(t, i, any);
	splice(t, i, kept);
	return i;
}

static int
from_items(QueryTree *t, QueryItem *item, const char *operands)
{
	check_stack_depth();
	if (item->type == QI_VAL)
		return tree_value(t, operands + item->qoperand.distance, item->qoperand.length,
						  item->qoperand.weight, item->qoperand.prefix);
	if (item->qoperator.oper == OP_NOT)
	{
		/* a double negation goes */
		return tree_not(t, from_items(t, item + 1, operands));
	}
	else
	{
		int8		op = item->qoperator.oper;
		int			left = from_items(t, item + item->qoperator.left, operands);
		int			right = from_items(t, item + 1, operands);
		int			result;

		if (op == OP_PHRASE)
			return tree_phrase(t, left, right, item->qoperator.distance);
		/* a chain of one operator is one node; its left end grows in place, which keeps it linear */
		if (t->nodes[left].op == op)
			result = left;
		else
		{
			result = tree_op(t, op);
			tree_append(t, result, left);
		}
		splice(t, result, right);
		return result;
	}
}

int
tree_from_tsquery(QueryTree *t, TSQuery query)
{
	if (query->size == 0)
		return NO_NODE;
	return from_items(t, GETQUERY(query), GETOPERAND(query));
}

/* A tsquery's items in prefix notation, right operand first, and its lexemes. */
typedef struct Output
{
	const QueryTree *tree;
	QueryItem  *items;
	int			n;
	char	   *bytes;
	uint32		nbytes;
} Output;

static void
put_value(Output *o, const TreeNode *node)
{
	QueryOperand *v = &o->items[o->n++].qoperand;
	const char *lexeme = o->tree->bytes + node->lexeme;
	pg_crc32	crc;

	INIT_LEGACY_CRC32(crc);
	COMP_LEGACY_CRC32(crc, lexeme, node->len);
	FIN_LEGACY_CRC32(crc);
	v->type = QI_VAL;
	v->weight = node->weight;
	v->prefix = node->prefix;
	v->valcrc = (int32) crc;
	v->length = node->len;
	v->distance = o->nbytes;
	memcpy(o->bytes + o->nbytes, lexeme, node->len);
	o->nbytes += node->len;
	o->bytes[o->nbytes++] = '\0';
}

static QueryOperator *
put_operator(Output *o, int8 op, int16 distance)
{
	QueryOperator *item = &o->items[o->n++].qoperator;

	item->type = QI_OPR;
	item->oper = op;
	item->distance = op == OP_PHRASE ? distance : 0;
	item->left = 1;
	return item;
}

static void put_node(Output *o, int node);

/* children first .. first + n - 1 of an AND or OR, as a balanced tree */
static void
put_children(Output *o, int8 op, const int *children, int n)
{
	QueryOperator *item;
	int			at = o->n;

	if (n == 1)
	{
		put_node(o, children[0]);
		return;
	}
	item = put_operator(o, op, 0);
	put_children(o, op, children + n / 2, n - n / 2);
	item->left = o->n - at;
	put_children(o, op, children, n / 2);
}

static void
put_node(Output *o, int node)
{
	const TreeNode *nodes = o->tree->nodes;

	check_stack_depth();
	while (nodes[node].op == OP_NOT || nodes[node].op == OP_PHRASE)
	{
		int			at = o->n;
		QueryOperator *item = put_operator(o, nodes[node].op, nodes[node].distance);

		if (nodes[node].op == OP_PHRASE)
		{
			put_node(o, nodes[node].last);
			item->left = o->n - at;
		}
		node = nodes[node].first;
	}
	if (nodes[node].op == TREE_VALUE)
		put_value(o, &nodes[node]);
	else
	{
		int		   *children;
		int			n = 0;
		int			i;

		for (i = nodes[node].first; i != NO_NODE; i = nodes[i].next)
			n++;
		children = palloc(sizeof(int) * n);
		for (n = 0, i = nodes[node].first; i != NO_NODE; i = nodes[i].next)
			children[n++] = i;
		put_children(o, nodes[node].op, children, n);
		pfree(children);
	}
}

TSQuery
tree_to_tsquery(const QueryTree *t, int root)
{
	Output		o = {t};
	TSQuery		query;
	Size		size;

	if (root == NO_NODE)
	{
		query = palloc0(HDRSIZETQ);
		SET_VARSIZE(query, HDRSIZETQ);
		return query;
	}
	/* an AND or OR of n children makes n - 1 items, so there are at most two for each node */
	o.items = palloc_extended(sizeof(QueryItem) * 2 * t->n, MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	o.bytes = palloc_extended(t->nbytes + t->operands, MCXT_ALLOC_HUGE);
	put_node(&o, root);
	size = COMPUTESIZE(o.n, o.nbytes);
	query = palloc0(size);
	SET_VARSIZE(query, size);
	query->size = o.n;
	memcpy(GETQUERY(query), o.items, sizeof(QueryItem) * o.n);
	memcpy(GETOPERAND(query), o.bytes, o.nbytes);
	pfree(o.items);
	pfree(o.bytes);
	return query;
}
