/*
 * query.c - arabic_websearch_to_tsquery, arabic_any_to_tsquery, arabic_relax
 *
 * The core cuts what was typed into operands and operators (core/query.c); each
 * operand goes through the configuration's own parser and dictionaries, as
 * to_tsquery does it; a tree of them becomes the tsquery (tree.h).  No text is
 * an error: what is no operator is a word, and what does not fit is left out.
 */
#include "compat.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_utils.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "../core/ara.h"
#include "../core/namekey.h"
#include "../core/query.h"
#include "config.h"
#include "template.h"
#include "tree.h"

/*
 * The most operands of a query: a page of text pasted into the box.  Everything
 * that reads a tsquery (GIN, ranking, headline) takes its time for each of them,
 * and some of it for each pair.
 */
#define MAX_OPERANDS 1024

/* Parentheses open at once; deeper ones are left out.  The server recurses over them. */
#define MAX_DEPTH 32

/* arabic_any_to_tsquery reads text in pieces of about this size, until it has its operands. */
#define PIECE 16384

/* a power of two, well over MAX_OPERANDS */
#define SEEN_SLOTS 4096

PG_FUNCTION_INFO_V1(arabic_websearch_to_tsquery);
PG_FUNCTION_INFO_V1(arabic_websearch_to_tsquery_byid);
PG_FUNCTION_INFO_V1(arabic_any_to_tsquery);
PG_FUNCTION_INFO_V1(arabic_any_to_tsquery_byid);
PG_FUNCTION_INFO_V1(arabic_relax);

typedef struct Group
{
	int			any;			/* OR of the alternatives so far */
	int			all;			/* AND of the operands of the one being read */
	bool		negated;
	bool		excluded;		/* by this and the groups around it */
	TreeMark	mark;			/* before all that */
} Group;

typedef struct Builder
{
	Oid			config;
	QueryTree  *tree;
	bool		full;			/* an operand did not fit */
	bool		narrow;			/* the operand is excluded: no level that finds more than the word */
	MemoryContext caller;		/* where the query goes */
	MemoryContext context;		/* where it is built */
	MemoryContext scratch;		/* what the dictionaries answer about one operand */
	int			seen[SEEN_SLOTS];	/* operands, by hash of their parent and themselves */
	int			seen_parents[SEEN_SLOTS];
	int			nseen;
	Group		groups[MAX_DEPTH + 1];
	int			depth;
	int			ignored_depth;	/* parentheses that were too deep */
} Builder;

/* Switches to a context of the builder's own, until finish. */
static Builder *
create_builder(Oid config)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "arabic_fts query",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	Builder    *b = palloc0(sizeof(Builder));

	b->config = config;
	b->tree = tree_create();
	b->caller = caller;
	b->context = context;
	b->scratch = AllocSetContextCreate(context, "arabic_fts query operand", ALLOCSET_DEFAULT_SIZES);
	return b;
}

static TSQuery
finish(Builder *b, int root)
{
	TSQuery		query;

	MemoryContextSwitchTo(b->caller);
	query = tree_to_tsquery(b->tree, root);
	MemoryContextDelete(b->context);
	return query;
}

/* Appends an operand to an AND or OR that does not have the same yet; returns whether it did. */
static bool
append_new(Builder *b, int parent, int node)
{
	uint32		slot = b->tree->nodes[node].hash * 0x9E3779B1u + (uint32) parent * 0x85EBCA6Bu;

	for (slot = (slot ^ slot >> 16) % SEEN_SLOTS; b->seen_parents[slot] != 0; slot = (slot + 1) % SEEN_SLOTS)
		if (b->seen_parents[slot] == parent + 1 && tree_equal(b->tree, b->seen[slot], node))
			return false;
	if (b->nseen < SEEN_SLOTS / 2)
	{
		b->seen_parents[slot] = parent + 1;
		b->seen[slot] = node;
		b->nseen++;
	}
	tree_append(b->tree, parent, node);
	return true;
}

/* Runs s[0..len) through parser and dictionaries, in memory of b->scratch. */
static void
parse(Builder *b, const char *s, size_t len, ParsedText *prs)
{
	MemoryContext old;

	MemoryContextReset(b->scratch);
	old = MemoryContextSwitchTo(b->scratch);
	prs->lenwords = 16;
	prs->curwords = 0;
	prs->pos = 0;
	prs->words = palloc(sizeof(ParsedWord) * prs->lenwords);
	parsetext(b->config, prs, unconstify(char *, s), (int) len);
	MemoryContextSwitchTo(old);
}

/* Whether a lexeme of mode rich says less than the word does: four of its letters, or its family. */
static bool
is_wide(const char *lexeme)
{
	return *lexeme == ARA_LEVEL_GRAM || *lexeme == ARA_LEVEL_FAMILY;
}

/* A word for the tree, if there is room; no word if its dictionary made it too long. */
static int
value(Builder *b, const char *lexeme, size_t len, bool prefix)
{
	if (b->narrow && is_wide(lexeme))
		return NO_NODE;
	if (len == 0 || len >= MAXSTRLEN)
		return NO_NODE;
	if (!tree_has_room(b->tree, MAX_OPERANDS, 1, (uint32) len))
	{
		b->full = true;
		return NO_NODE;
	}
	return tree_value(b->tree, lexeme, (uint32) len, 0, prefix);
}

/*
 * What the dictionaries made of one token: any of its variants, each of which
 * is all lexemes of one number.
 */
static int
variants(Builder *b, ParsedWord *words, int n, bool prefix)
{
	int			any = tree_op(b->tree, OP_OR);
	int			i = 0;

	while (i < n)
	{
		int			all = tree_op(b->tree, OP_AND);
		uint16		variant = words[i].nvariant;

		for (; i < n && words[i].nvariant == variant; i++)
		{
			int			node = value(b, words[i].word, words[i].len, prefix || (words[i].flags & TSL_PREFIX));

			if (node != NO_NODE)
				tree_append(b->tree, all, node);
		}
		all = tree_reduced(b->tree, all);
		if (all != NO_NODE)
			tree_append(b->tree, any, all);
	}
	return tree_reduced(b->tree, any);
}

/*
 * The tokens of s[0..len) as a phrase, with the distances that stop words
 * leave; NO_NODE if there is none.  A prefix is that of the last token.
 */
static int
words(Builder *b, const char *s, size_t len, bool prefix)
{
	ParsedText	prs;
	int			result = NO_NODE;
	int			last = 0;
	int			i,
				n;

	parse(b, s, len, &prs);
	for (i = 0; i < prs.curwords && !b->full; i += n)
	{
		int			pos = prs.words[i].pos.pos;
		int			node;

		for (n = 1; i + n < prs.curwords && prs.words[i + n].pos.pos == pos; n++)
			;
		node = variants(b, prs.words + i, n, prefix && i + n == prs.curwords);
		if (node == NO_NODE)
			continue;
		result = result == NO_NODE ? node : tree_phrase(b->tree, result, node, pos - last);
		last = pos;
	}
	return result;
}

/* Sets *mode to that of the dictionary of ours that indexes Arabic words, if the configuration has one. */
static bool
word_mode(const Builder *b, AraMode *mode)
{
	TSConfigCacheEntry *cfg = lookup_ts_config_cache(b->config);
	int			i;

	/* the default parser has words under the same number */
	if (cfg->lenmap <= ARA_T_WORD)
		return false;
	for (i = 0; i < cfg->map[ARA_T_WORD].len; i++)
		if (arabic_dictionary_mode(lookup_ts_dictionary_cache(cfg->map[ARA_T_WORD].dictIds[i]), mode))
			return true;
	return false;
}

/*
 * A word as it is written, but for folding: at the exact level of the
 * configuration; NO_NODE if it has none.
 */
static int
exact_word(Builder *b, const char *s, size_t len, bool prefix)
{
	AraMode		mode;
	char	   *lexeme;
	size_t		mark;
	int			node;

	if (!word_mode(b, &mode) || (mode != ARA_MODE_EXACT && mode != ARA_MODE_RICH))
		return NO_NODE;
	lexeme = palloc(1 + ara_normalize_bound(len));
	lexeme[0] = ARA_LEVEL_SURFACE;
	mark = mode == ARA_MODE_RICH;
	node = value(b, lexeme, mark + ara_normalize(s, len, lexeme + mark, ARA_NORM_FOLD), prefix);
	pfree(lexeme);
	return node;
}

/* Whether a node is a lexeme that one of the prefixes in an OR finds. */
static bool
covered(const QueryTree *t, int any, int node)
{
	const TreeNode *n = &t->nodes[node];
	int			i;

	for (i = t->nodes[any].first; i != NO_NODE; i = t->nodes[i].next)
	{
		const TreeNode *prefix = &t->nodes[i];

		if (n->op == TREE_VALUE && n->len >= prefix->len &&
			memcmp(t->bytes + n->lexeme, t->bytes + prefix->lexeme, prefix->len) == 0)
			return true;
	}
	return false;
}

/* How the start of a name sounds, as a prefix; NO_NODE if that says too little. */
static int
name_prefix(Builder *b, const char *s, size_t len)
{
	char	   *lexeme = palloc(1 + ara_name_key_bound(len));
	size_t		n = ara_name_word_key(s, len, lexeme + 1);
	int			node;

	lexeme[0] = ARA_LEVEL_NAME;
	/* the vowel is the last one only here */
	if (n > 0 && lexeme[n] == 'V')
		n--;
	node = n < ARA_MIN_NAME_KEY ? NO_NODE : value(b, lexeme, 1 + n, true);
	pfree(lexeme);
	return node;
}

/*
 * A prefix.  The lexemes of our dictionaries are lemmas, which need not begin
 * as the word does, and half a word may be another word's form.  So: what begins
 * with the letters as typed, or with those behind the article, or the word
 * itself if it is one; a star never finds less than no star.
 */
static int
prefix_word(Builder *b, const char *s, size_t len, bool tag)
{
	AraMode		mode;
	int			any;
	int			node;
	char	   *folded;
	size_t		n,
				article;

	if (!word_mode(b, &mode))
		return words(b, s, len, true);
	any = tree_op(b->tree, OP_OR);
	folded = palloc(ara_normalize_bound(len));
	n = ara_normalize(s, len, folded, ARA_NORM_FOLD);
	article = ara_unknown_article(folded, n);
	node = value(b, folded, n, true);
	if (node != NO_NODE)
		tree_append(b->tree, any, node);
	if (article > 0 && (node = value(b, folded + article, n - article, true)) != NO_NODE)
		tree_append(b->tree, any, node);
	pfree(folded);
	if (mode == ARA_MODE_RICH && !tag && (node = exact_word(b, s, len, true)) != NO_NODE)
		tree_append(b->tree, any, node);
	if (mode == ARA_MODE_NAMES && !tag && (node = name_prefix(b, s, len)) != NO_NODE)
		tree_append(b->tree, any, node);
	node = tag ? NO_NODE : words(b, s, len, false);
	if (node != NO_NODE && !covered(b->tree, any, node))
		tree_append(b->tree, any, node);
	return tree_reduced(b->tree, any);
}

static int
operand(Builder *b, const AraQueryItem *item)
{
	const char *s = item->start;
	size_t		len = item->len;
	int			node;

	if (item->kind == ARA_Q_WORD && item->shape == ARA_Q_HYPHENS)
	{
		char	   *apart = palloc(len);

		node = words(b, apart, ara_query_words(s, len, apart), item->prefix);
		pfree(apart);
		return node;
	}
	if (item->kind == ARA_Q_WORD && item->shape != ARA_Q_MIXED)
	{
		if (item->prefix)
			return prefix_word(b, s, len, item->shape == ARA_Q_TAG);
		if (item->exact && (node = exact_word(b, s, len, false)) != NO_NODE)
			return node;
	}
	return words(b, s, len, item->prefix);
}

static void
open_group(Builder *b, bool negated)
{
	Group	   *g;

	if (b->depth == MAX_DEPTH)
	{
		b->ignored_depth++;
		return;
	}
	g = &b->groups[++b->depth];
	g->mark = tree_mark(b->tree);
	g->any = tree_op(b->tree, OP_OR);
	g->all = tree_op(b->tree, OP_AND);
	g->negated = negated;
	g->excluded = negated != (b->depth > 0 && g[-1].excluded);
}

static void
next_alternative(Builder *b)
{
	Group	   *g = &b->groups[b->depth];
	int			all = tree_reduced(b->tree, g->all);

	if (all == NO_NODE)
		return;
	append_new(b, g->any, all);
	g->all = tree_op(b->tree, OP_AND);
}

static bool
add(Builder *b, int node, bool negated)
{
	return node != NO_NODE &&
		append_new(b, b->groups[b->depth].all, negated ? tree_not(b->tree, node) : node);
}

/* What repeats another operand, or holds no word, leaves nothing behind. */
static void
add_operand(Builder *b, const AraQueryItem *item)
{
	TreeMark	mark = tree_mark(b->tree);
	AraMode		mode;

	b->narrow = item->negated != b->groups[b->depth].excluded && word_mode(b, &mode) && mode == ARA_MODE_RICH;
	if (!add(b, operand(b, item), item->negated))
		tree_take_back(b->tree, mark);
}

/* Ends a group, and makes it an operand of the one around it, if any; returns it. */
static int
close_group(Builder *b)
{
	Group	   *g = &b->groups[b->depth];
	int			node;

	next_alternative(b);
	node = tree_reduced(b->tree, g->any);
	if (node == NO_NODE)
		tree_take_back(b->tree, g->mark);
	if (b->depth-- > 0)
		add(b, node, g->negated);
	return node;
}

static TSQuery
websearch(Oid config, text *in)
{
	Builder    *b = create_builder(config);
	int			root;
	AraQuery	q;
	AraQueryItem item;

	b->depth = -1;
	open_group(b, false);
	ara_query_init(&q, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in));
	while (!b->full && ara_next_query_item(&q, &item) != ARA_Q_END)
	{
		CHECK_FOR_INTERRUPTS();
		switch (item.kind)
		{
			case ARA_Q_OPEN:
				open_group(b, item.negated);
				break;
			case ARA_Q_CLOSE:
				if (b->ignored_depth > 0)
					b->ignored_depth--;
				else if (b->depth > 0)
					close_group(b);
				break;
			case ARA_Q_OR:
				next_alternative(b);
				break;
			default:
				add_operand(b, &item);
				break;
		}
	}
	do
		root = close_group(b);
	while (b->depth >= 0);
	if (root != NO_NODE)
		root = tree_bind(b->tree, root);
	return finish(b, root);
}

/* arabic_websearch_to_tsquery(regconfig, text) */
Datum
arabic_websearch_to_tsquery_byid(PG_FUNCTION_ARGS)
{
	PG_RETURN_TSQUERY(websearch(PG_GETARG_OID(0), PG_GETARG_TEXT_PP(1)));
}

/* arabic_websearch_to_tsquery(text): with the extension's own configuration arabic_fts */
Datum
arabic_websearch_to_tsquery(PG_FUNCTION_ARGS)
{
	PG_RETURN_TSQUERY(websearch(arabic_own_config(fcinfo, "arabic_fts"), PG_GETARG_TEXT_PP(0)));
}

/* The end of the piece of text that starts at p: between words, or, where it can't be, a character's end. */
static const char *
piece_end(const char *p, const char *end)
{
	const char *q = p + PIECE;

	if (end - p <= PIECE)
		return end;
	while (q > p + PIECE / 2 && strchr(" \t\r\n,;", *q) == NULL)
		q--;
	if (q == p + PIECE / 2)
		for (q = p + PIECE; ((unsigned char) *q & 0xC0) == 0x80;)
			q--;
	return q;
}

static TSQuery
any(Oid config, text *in)
{
	Builder    *b = create_builder(config);
	const char *p = VARDATA_ANY(in);
	const char *end = p + VARSIZE_ANY_EXHDR(in);
	int			root = tree_op(b->tree, OP_OR);

	while (p < end && !b->full)
	{
		const char *next = piece_end(p, end);
		ParsedText	prs;
		int			i;

		CHECK_FOR_INTERRUPTS();
		parse(b, p, (size_t) (next - p), &prs);
		for (i = 0; i < prs.curwords && !b->full; i++)
		{
			TreeMark	mark = tree_mark(b->tree);
			int			node = value(b, prs.words[i].word, prs.words[i].len, prs.words[i].flags & TSL_PREFIX);

			if (node == NO_NODE || !append_new(b, root, node))
				tree_take_back(b->tree, mark);
		}
		p = next;
	}
	return finish(b, tree_reduced(b->tree, root));
}

/* arabic_any_to_tsquery(regconfig, text) */
Datum
arabic_any_to_tsquery_byid(PG_FUNCTION_ARGS)
{
	PG_RETURN_TSQUERY(any(PG_GETARG_OID(0), PG_GETARG_TEXT_PP(1)));
}

/* arabic_any_to_tsquery(text): with the extension's own configuration arabic_fts */
Datum
arabic_any_to_tsquery(PG_FUNCTION_ARGS)
{
	PG_RETURN_TSQUERY(any(arabic_own_config(fcinfo, "arabic_fts"), PG_GETARG_TEXT_PP(0)));
}

/* arabic_relax(tsquery): the same query, one step wider */
Datum
arabic_relax(PG_FUNCTION_ARGS)
{
	TSQuery		query = PG_GETARG_TSQUERY(0);
	Builder    *b;

	if (query->size == 0)
		PG_RETURN_TSQUERY(query);
	b = create_builder(InvalidOid);
	PG_RETURN_TSQUERY(finish(b, tree_relax(b->tree, tree_from_tsquery(b->tree, query))));
}
