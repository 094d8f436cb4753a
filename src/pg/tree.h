/*
 * tree.h - text search queries under construction
 *
 *     AND --first--> OR  --next--> NOT           nodes are numbers into one array;
 *                    |              |            AND and OR have any number of children,
 *                    a --> b        c            a phrase has two
 *
 * A finished tsquery gets AND and OR as balanced binary trees: the server's
 * functions recurse over them, and a chain of a thousand would go as deep.
 */
#ifndef ARABIC_FTS_TREE_H
#define ARABIC_FTS_TREE_H

#include "tsearch/ts_type.h"

#define NO_NODE (-1)
#define TREE_VALUE 0			/* beside OP_NOT, OP_AND, OP_OR, OP_PHRASE */

typedef struct TreeNode
{
	int8		op;
	bool		prefix;
	uint8		weight;
	int16		distance;		/* of a phrase */
	int			first;			/* child */
	int			last;
	int			next;			/* sibling */
	uint32		lexeme;			/* offset in bytes */
	uint32		len;
	uint32		hash;			/* equal for equal subtrees */
} TreeNode;

typedef struct QueryTree
{
	TreeNode   *nodes;
	int			n;
	int			cap;
	char	   *bytes;
	uint32		nbytes;
	uint32		bytes_cap;
	int			operands;
} QueryTree;

extern QueryTree *tree_create(void);

/* Whether so many more operands of so many bytes together fit beside max_operands and tsquery's limit. */
extern bool tree_has_room(const QueryTree *t, int max_operands, int operands, uint32 bytes);

/* New nodes, by their number.  A lexeme is shorter than MAXSTRLEN. */
extern int	tree_value(QueryTree *t, const char *lexeme, uint32 len, uint8 weight, bool prefix);
extern int	tree_op(QueryTree *t, int8 op);
extern int	tree_not(QueryTree *t, int node);
extern int	tree_phrase(QueryTree *t, int left, int right, int distance);

/*
 * Takes back all nodes since a mark.  For what nothing refers to: no node of
 * before may have one of them as its child.
 */
typedef struct TreeMark
{
	int			n;
	uint32		nbytes;
	int			operands;
} TreeMark;

extern TreeMark tree_mark(const QueryTree *t);
extern void tree_take_back(QueryTree *t, TreeMark mark);

/* Makes child the last child of an AND or OR node.  A node is the child of one parent only. */
extern void tree_append(QueryTree *t, int parent, int child);

/* An AND or OR node as it is meant: its only child, or NO_NODE if it has none. */
extern int	tree_reduced(const QueryTree *t, int node);

extern bool tree_equal(const QueryTree *t, int a, int b);

/* Whether a document that matches has one of the operands: "not x" alone does not ask for that. */
extern bool tree_bounded(const QueryTree *t, int node);

/* The node without the alternatives that are not bounded; NO_NODE if nothing bounded remains. */
extern int	tree_bind(QueryTree *t, int node);

/* One step wider: the outermost AND becomes OR, a phrase AND; negations stay, and what is one word's. */
extern int	tree_relax(QueryTree *t, int node);

extern int	tree_from_tsquery(QueryTree *t, TSQuery query);

/* NO_NODE gives the empty query, which matches nothing. */
extern TSQuery tree_to_tsquery(const QueryTree *t, int root);

#endif
