/*
 * headline_query.c - what a query asks for: terms, units, phrases
 *
 * The terms are the different lexemes; one under a NOT is none, nor is a run of letters of mode
 * rich.  What mode rich asks for instead of a lemma (its surface, its family), and mode names (how
 * a name sounds), is one unit with it: what a passage covers is counted in units.  A phrase is a unit of its own, beside its words.
 */
#include "headline_match.h"

/*
 * A phrase that spans more positions is too wide for a fragment, and one of more operators could
 * exceed the stack: then it counts as its words.  So do the phrases after the first 64.
 */
#define MAX_PHRASE_SPAN 256
#define MAX_PHRASE_ITEMS 512

static int
add_term(Matcher *m, const char *s, int len, bool prefix)
{
	uint32		hash = HASH_START;
	int			i;
	int			found;

	for (i = 0; i < len; i++)
		hash = HASH_STEP(hash, s[i]);
	found = find_term(m, hash, s, len, prefix);
	if (found >= 0)
		return found;
	m->terms[m->nterms].lexeme = s;
	m->terms[m->nterms].len = len;
	m->terms[m->nterms].prefix = prefix;
	m->table[-1 - found] = m->nterms;
	if (prefix && len < MAXSTRLEN)
	{
		m->prefix_lengths[len / 64] |= UINT64CONST(1) << (len % 64);
		m->max_prefix = Max(m->max_prefix, len);
	}
	return m->nterms++;
}

static bool
is_gram(const char *s, int len)
{
	return len > 1 && s[0] == ARA_LEVEL_GRAM && s[1] != '/';	/* else it is a file name */
}

static bool
is_level(const char *s, int len)
{
	return len > 1 && (s[0] == ARA_LEVEL_SURFACE || s[0] == ARA_LEVEL_FAMILY || is_gram(s, len) ||
						ara_is_name_lexeme(s, (size_t) len));
}

/* Whether y is x without its first letter: what an unknown word is that may have a proclitic. */
static bool
is_stripped(const char *x, int xlen, const char *y, int ylen)
{
	return xlen == ylen + 2 && ylen > 0 && IS_HIGHBIT_SET(x[0]) && memcmp(x + 2, y, ylen) == 0;
}

/*
 * Units.  The operands of one word, from left to right, are those that tell a level of mode rich or
 * names behind one that does not, with OR between them (AND between grams), or an unknown word and what
 * it is without a proclitic.  Neighbours are the last operand of a left branch and the first of
 * the right one; the items have the right one first.
 */
static void
prepare_units(Matcher *m)
{
	QueryItem  *items = GETQUERY(m->query);
	char	   *operands = GETOPERAND(m->query);
	int			n = m->query->size;
	int		   *left = palloc(sizeof(int) * n); /* the neighbour of the same word */
	int		   *unit = palloc(sizeof(int) * n);
	int			i;

	memset(left, -1, sizeof(int) * n);
	for (i = 0; i < n; i++)
	{
		const QueryOperator *o = &items[i].qoperator;
		const QueryOperand *x,
				   *y;
		const char *xs,
				   *ys;
		int			l = i + o->left;

		if (items[i].type != QI_OPR || (o->oper != OP_OR && o->oper != OP_AND))
			continue;
		y = &items[l - 1].qoperand;
		if (y->type != QI_VAL)
			continue;
		while (items[l].type != QI_VAL)
			l++;
		x = &items[l].qoperand;
		xs = operands + x->distance;
		ys = operands + y->distance;
		if (o->oper == OP_OR ? is_level(ys, y->length) || is_stripped(xs, x->length, ys, y->length) :
			is_gram(xs, x->length) && is_gram(ys, y->length))
			left[i + o->left - 1] = l;
	}
	m->term_unit = palloc(sizeof(int) * Max(m->nterms, 1));
	memset(m->term_unit, -1, sizeof(int) * Max(m->nterms, 1));
	for (i = n - 1; i >= 0; i--)
	{
		int			term = m->item_term[i];

		unit[i] = left[i] >= 0 ? unit[left[i]] : -1;
		if (term < 0)
			continue;
		if (m->term_unit[term] < 0)
			m->term_unit[term] = unit[i] >= 0 ? unit[i] : m->nunits++;
		unit[i] = m->term_unit[term];
	}
	pfree(left);
	pfree(unit);
}

/*
 * Terms and phrases.  The items stand in Polish notation: an operator before its operands, the
 * right one next to it, so that a loop forwards hands down what a node inherits, and a loop
 * backwards hands up what it sums.
 */
void
matcher_prepare(Matcher *m)
{
	QueryItem  *items = GETQUERY(m->query);
	char	   *operands = GETOPERAND(m->query);
	int			n = m->query->size;
	bool	   *negated = palloc0(sizeof(bool) * n);
	bool	   *in_phrase = palloc0(sizeof(bool) * n);
	int		   *size = palloc(sizeof(int) * n);
	int		   *span = palloc(sizeof(int) * n);
	uint32		slots = 8;
	int			i,
				j;

	while (slots < 2 * (uint32) n)
		slots *= 2;
	m->mask = slots - 1;
	m->table = palloc(sizeof(int) * slots);
	memset(m->table, -1, sizeof(int) * slots);
	m->terms = palloc(sizeof(Term) * n);
	m->item_term = palloc(sizeof(int) * n);
	m->max_prefix = -1;

	for (i = 0; i < n; i++)
	{
		m->item_term[i] = -1;
		if (items[i].type == QI_VAL)
		{
			QueryOperand *o = &items[i].qoperand;

			if (!negated[i] && !is_gram(operands + o->distance, o->length))
				m->item_term[i] = add_term(m, operands + o->distance, o->length, o->prefix);
		}
		else if (items[i].type == QI_OPR)
		{
			QueryOperator *o = &items[i].qoperator;
			bool		phrase = in_phrase[i] || o->oper == OP_PHRASE;

			negated[i + 1] = negated[i] != (o->oper == OP_NOT);
			in_phrase[i + 1] = phrase;
			if (o->oper != OP_NOT)
			{
				negated[i + o->left] = negated[i];
				in_phrase[i + o->left] = phrase;
			}
		}
	}
	for (i = n - 1; i >= 0; i--)
	{
		size[i] = 1;
		span[i] = 0;
		if (items[i].type == QI_OPR)
		{
			QueryOperator *o = &items[i].qoperator;
			int			r = i + 1,
						l = i + (o->oper == OP_NOT ? 1 : o->left);

			size[i] += size[r] + (l != r ? size[l] : 0);
			span[i] = Max(span[l], span[r]);
			if (o->oper == OP_PHRASE)
				span[i] = Min(span[l] + span[r] + o->distance, MAX_PHRASE_SPAN + 1);
		}
	}
	m->term_phrases = palloc0(sizeof(PhraseSet) * Max(m->nterms, 1));
	for (i = 0; i < n && m->nphrases < MAX_PHRASES; i++)
	{
		if (items[i].type != QI_OPR || items[i].qoperator.oper != OP_PHRASE || in_phrase[i] || negated[i] ||
			span[i] > MAX_PHRASE_SPAN || size[i] > MAX_PHRASE_ITEMS)
			continue;
		m->phrases[m->nphrases].item = &items[i];
		m->phrases[m->nphrases].span = span[i];
		for (j = i; j < i + size[i]; j++)
			if (m->item_term[j] >= 0)
				m->term_phrases[m->item_term[j]] |= UINT64CONST(1) << m->nphrases;
		m->nphrases++;
	}
	pfree(negated);
	pfree(in_phrase);
	pfree(size);
	pfree(span);
	prepare_units(m);
}

int
matcher_units(const Matcher *m)
{
	return m->nunits;
}

int
matcher_phrases(const Matcher *m)
{
	return m->nphrases;
}

/* The phrases that a term is part of. */
PhraseSet
matcher_phrases_of(const Matcher *m, int term)
{
	return m->term_phrases[term];
}
