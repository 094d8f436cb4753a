/*
 * headline_match.c - which terms of the query a token of the document matches
 *
 *     token --> filter --> memo --known--> terms
 *                  |         \--new--> the configuration's dictionaries --> lexemes --> hash of the query's
 *                  \--> none
 *
 * The terms are the different lexemes that the query asks for; one under a NOT is none, nor is a
 * run of letters of mode rich.  What mode rich asks for instead of a lemma (its surface, its
 * family) is one unit with it: what a passage covers is counted in units.
 *
 * The filter knows by its letters that a word can't have a lexeme of the query (our dictionaries only,
 * core/letters.c).  The memo answers the words that repeat, in one document and from row to row.
 */
#include "headline.h"

#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/syscache.h"

#include "template.h"

/*
 * A phrase that spans more positions is too wide for a fragment, and one of more operators could
 * exceed the stack: then it counts as its words.  So do the phrases after the first 64.
 */
#define MAX_PHRASE_SPAN 256
#define MAX_PHRASE_ITEMS 512

/* of one token; more are not counted */
#define MAX_TOKEN_MATCHES 16

/*
 * The memo doubles while it fills: a short text must not pay for a large table.  100 kB of news
 * have 4,000 different words, 5 MB have 60,000.
 *
 * A hash of 64 bits stands for the token: where a billion different words meet a full memo, the
 * chance is one in 200,000 that one of them is taken for another.
 */
#define MEMO_MIN 256
#define MEMO_MAX 65536
/* matches that the memo holds; then it starts anew */
#define MEMO_MATCHES 65536

typedef struct MemoSlot
{
	uint64		hash;			/* less than HASH_FIRST: empty */
	int			first;			/* of its matches */
	uint8		n;
	uint8		advance;
} MemoSlot;

/* Types of tokens with a filter, and sets of letters that one looks for; with more there is no filter. */
#define MAX_FILTER_TYPES 64
#define MAX_FILTER_SETS 32

typedef enum FilterState
{
	FILTER_UNKNOWN,				/* not yet looked into */
	FILTER_NOT_INDEXED,			/* tokens of the type have no lexemes */
	FILTER_OFF,
	FILTER_ON
} FilterState;

typedef struct Filter
{
	FilterState state;
	int			nsets;
	uint32		sets[MAX_FILTER_SETS];
} Filter;

/* Instead of the hash of a token. */
#define HASH_NOT_INDEXED 0
#define HASH_FILTERED 1
#define HASH_FIRST 2

typedef struct Term
{
	const char *lexeme;
	int			len;
	bool		prefix;
} Term;

typedef struct Phrase
{
	QueryItem  *item;
	int			span;
} Phrase;

struct Matcher
{
	MemoryContext context;
	MemoryContext scratch;
	Oid			config;
	uint64		generation;
	TSQuery		query;

	int			nterms;
	Term	   *terms;
	PhraseSet  *term_phrases;
	int		   *term_unit;
	int			nunits;
	int		   *item_term;		/* by item of the query; -1: none */
	uint32		mask;
	int		   *table;			/* hash of terms; -1: empty */
	int			max_prefix;		/* length of the longest prefix; -1: there is none */
	uint64		prefix_lengths[(MAXSTRLEN + 64) / 64];

	int			nphrases;
	Phrase		phrases[MAX_PHRASES];

	AraLetterTable letters;
	Filter		filters[MAX_FILTER_TYPES];

	uint32		slots;
	uint32		used;
	MemoSlot   *memo;
	int			npool;
	int			pool_size;
	TokenMatch *pool;
	TokenMatch	found[MAX_TOKEN_MATCHES];	/* of a token that the memo does not hold */
};

/* ---- the query ---- */

/* FNV-1a, byte by byte, so that one walk over a lexeme passes the hashes of all its prefixes. */
#define HASH_START 2166136261u
#define HASH_STEP(h, c) (((h) ^ (unsigned char) (c)) * 16777619u)

static inline int
find_term(const Matcher *m, uint32 hash, const char *s, int len, bool prefix)
{
	uint32		i;

	for (i = (hash ^ hash >> 15) & m->mask; m->table[i] >= 0; i = (i + 1) & m->mask)
	{
		const Term *t = &m->terms[m->table[i]];

		if (t->len == len && t->prefix == prefix && memcmp(t->lexeme, s, len) == 0)
			return m->table[i];
	}
	return -1 - (int) i;
}

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
	return len > 1 && s[0] == ARA_LEVEL_GRAM && (s[1] == '_' || IS_HIGHBIT_SET(s[1]));
}

static bool
is_level(const char *s, int len)
{
	return len > 1 && (s[0] == ARA_LEVEL_SURFACE || s[0] == ARA_LEVEL_FAMILY || is_gram(s, len));
}

/* Whether y is x without its first letter: what an unknown word is that may have a proclitic. */
static bool
is_stripped(const char *x, int xlen, const char *y, int ylen)
{
	return xlen == ylen + 2 && ylen > 0 && IS_HIGHBIT_SET(x[0]) && memcmp(x + 2, y, ylen) == 0;
}

/*
 * Units.  The operands of one word, from left to right, are those that tell a level of mode rich
 * behind one that does not, with OR between them (AND between grams), or an unknown word and what
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
static void
prepare_query(Matcher *m)
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

/* Changes whenever a configuration or a dictionary may have: what the memo knows is void then. */
static uint64 generation = 0;

static void
dictionaries_changed(Datum arg, int cacheid, uint32 hashvalue)
{
	generation++;
}

/*
 * The matcher of a query, prepared anew unless the row before had the same.  It lives as long as
 * the function's call site.
 */
Matcher *
matcher_get(FmgrInfo *flinfo, Oid config, TSQuery query)
{
	static bool registered = false;
	Matcher    *m = flinfo->fn_extra;
	MemoryContext context;
	MemoryContext old;

	if (!registered)
	{
		/* cast, because servers may declare cacheid as an enum */
		SyscacheCallbackFunction changed = (SyscacheCallbackFunction) dictionaries_changed;

		CacheRegisterSyscacheCallback(TSCONFIGOID, changed, (Datum) 0);
		CacheRegisterSyscacheCallback(TSCONFIGMAP, changed, (Datum) 0);
		CacheRegisterSyscacheCallback(TSDICTOID, changed, (Datum) 0);
		registered = true;
	}
	if (m != NULL)
	{
		if (m->config == config && m->generation == generation && VARSIZE(m->query) == VARSIZE(query) &&
			memcmp(m->query, query, VARSIZE(query)) == 0)
			return m;
		flinfo->fn_extra = NULL;
		MemoryContextDelete(m->context);
	}
	context = AllocSetContextCreate(flinfo->fn_mcxt, "arabic_headline query", ALLOCSET_DEFAULT_SIZES);
	old = MemoryContextSwitchTo(context);
	m = palloc0(sizeof(Matcher));
	m->context = context;
	m->scratch = AllocSetContextCreate(context, "arabic_headline lexemes", ALLOCSET_SMALL_SIZES);
	m->config = config;
	m->generation = generation;
	m->query = palloc(VARSIZE(query));
	memcpy(m->query, query, VARSIZE(query));
	prepare_query(m);
	ara_letter_table(&m->letters);
	m->slots = MEMO_MIN;
	m->memo = palloc0(sizeof(MemoSlot) * m->slots);
	MemoryContextSwitchTo(old);
	flinfo->fn_extra = m;
	return m;
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

/* ---- tokens ---- */

static int
add_match(Matcher *m, int n, int term, int offset)
{
	if (term >= 0 && n < MAX_TOKEN_MATCHES)
	{
		m->found[n].term = term;
		m->found[n].unit = m->term_unit[term];
		m->found[n++].offset = offset;
	}
	return n;
}

/* Adds the terms that a lexeme matches to the n in m->found; returns how many there are then. */
static int
match_lexeme(Matcher *m, int n, const char *s, int offset)
{
	uint32		hash = HASH_START;
	int			len;

	for (len = 0;; len++)
	{
		if (len <= m->max_prefix && m->prefix_lengths[len / 64] >> (len % 64) & 1)
			n = add_match(m, n, find_term(m, hash, s, len, true), offset);
		if (s[len] == '\0')
			break;
		hash = HASH_STEP(hash, s[len]);
	}
	return add_match(m, n, find_term(m, hash, s, len, false), offset);
}

/*
 * Runs a token through the dictionaries of its type, as the server's LexizeExec does, except that
 * a dictionary that asks for the next word (thesaurus) must do with the one.  Leaves the terms it
 * matches in m->found.
 */
static void
lexize(Matcher *m, const ListDictionary *map, char *token, int len, TokenReading *r)
{
	MemoryContext old;
	int			i;

	MemoryContextReset(m->scratch);
	old = MemoryContextSwitchTo(m->scratch);
	for (i = 0; i < map->len; i++)
	{
		TSDictionaryCacheEntry *dict = lookup_ts_dictionary_cache(map->dictIds[i]);
		DictSubState state = {0};
		TSLexeme   *lexemes;

		lexemes = (TSLexeme *) DatumGetPointer(FunctionCall4(&dict->lexize, PointerGetDatum(dict->dictData),
															 PointerGetDatum(token), Int32GetDatum(len),
															 PointerGetDatum(&state)));
		if (lexemes == NULL)
			continue;
		if (lexemes->flags & TSL_FILTER)
		{
			token = lexemes->lexeme;
			len = (int) strlen(token);
			continue;
		}
		for (r->advance = 1; lexemes->lexeme != NULL; lexemes++)
		{
			if (lexemes->flags & TSL_ADDPOS)
				r->advance++;
			r->n = match_lexeme(m, r->n, lexemes->lexeme, r->advance);
		}
		break;
	}
	MemoryContextSwitchTo(old);
}

/* Eight bytes a step, as ara_hash: tokens of the same type and up to eight bytes never collide. */
static inline uint64
memo_hash(int type, const char *token, int len)
{
	uint64		hash = UINT64CONST(0x9E3779B97F4A7C15) ^ (uint64) type << 32 ^ (uint64) len;
	uint64		v;

	for (; len > 0; len -= 8, token += 8)
	{
		v = 0;
		if (len >= 8)
			memcpy(&v, token, 8);
		else if (len >= 4)
		{
			uint32		lo,
						hi;

			memcpy(&lo, token, 4);
			memcpy(&hi, token + len - 4, 4);
			v = (uint64) hi << 32 | lo;
		}
		else
			v = (uint64) (unsigned char) token[0] | (uint64) (unsigned char) token[len / 2] << 8 |
				(uint64) (unsigned char) token[len - 1] << 16;
		hash = (hash ^ v) * UINT64CONST(0xD6E8FEB86659FD93);
		hash ^= hash >> 32;
	}
	return hash < HASH_FIRST ? hash + HASH_FIRST : hash;
}

/* The slot of a token, or the one to use for it: its first choice, unless only the second is free. */
static inline MemoSlot *
memo_slot(MemoSlot *memo, uint32 slots, uint64 hash)
{
	uint32		i = (uint32) hash & (slots - 1);
	MemoSlot   *s = &memo[i];
	MemoSlot   *t = &memo[i ^ 1];

	if (s->hash == hash)
		return s;
	if (t->hash == hash || (s->hash != 0 && t->hash == 0))
		return t;
	return s;
}

static void
memo_grow(Matcher *m)
{
	uint32		slots = 2 * m->slots;
	MemoSlot   *memo = MemoryContextAllocZero(m->context, sizeof(MemoSlot) * slots);
	uint32		i;

	for (i = 0; i < m->slots; i++)
		if (m->memo[i].hash != 0)
			*memo_slot(memo, slots, m->memo[i].hash) = m->memo[i];
	pfree(m->memo);
	m->memo = memo;
	m->slots = slots;
}

static void
memo_add(Matcher *m, uint64 hash, const TokenReading *r)
{
	MemoSlot   *s;

	if (m->npool + r->n > MEMO_MATCHES)
	{
		memset(m->memo, 0, sizeof(MemoSlot) * m->slots);
		m->npool = m->used = 0;
	}
	if (m->npool + r->n > m->pool_size)
	{
		int			pool_size = Max(2 * m->pool_size, 64);

		m->pool = m->pool == NULL ? MemoryContextAlloc(m->context, sizeof(TokenMatch) * pool_size) :
			repalloc(m->pool, sizeof(TokenMatch) * pool_size);
		m->pool_size = pool_size;
	}
	if (m->used >= m->slots / 2 && m->slots < MEMO_MAX)
		memo_grow(m);
	s = memo_slot(m->memo, m->slots, hash);
	m->used += s->hash == 0;
	s->hash = hash;
	s->advance = (uint8) r->advance;
	s->n = (uint8) r->n;
	s->first = m->npool;
	if (r->n > 0)
		memcpy(m->pool + m->npool, m->found, sizeof(TokenMatch) * r->n);
	m->npool += r->n;
}

/* Adds a set of letters to look for; those that have it as a subset need not be looked for. */
static void
add_set(Filter *f, uint32 set)
{
	int			n = 0;
	int			i;

	for (i = 0; i < f->nsets; i++)
	{
		if ((f->sets[i] & ~set) == 0)
			return;
		if ((set & ~f->sets[i]) != 0)
			f->sets[n++] = f->sets[i];
	}
	if (n == MAX_FILTER_SETS)
		n = set = 0;
	f->sets[n] = set;
	f->nsets = n + 1;
}

/* What is known of the tokens of a type before one looks at them. */
static void
prepare_filter(Matcher *m, const TSConfigCacheEntry *cfg, int type)
{
	Filter	   *f = &m->filters[type];
	AraMode		mode;
	int			i;

	f->state = FILTER_NOT_INDEXED;
	if (type >= cfg->lenmap || cfg->map[type].len == 0)
		return;
	f->state = FILTER_OFF;
	if (!arabic_template_mode(lookup_ts_dictionary_cache(cfg->map[type].dictIds[0]), &mode))
		return;
	f->nsets = 0;
	for (i = 0; i < m->nterms; i++)
	{
		const Term *t = &m->terms[i];

		/* the forms of the lemmas that begin so may have any letters */
		if (t->prefix && mode >= ARA_MODE_LEMMA)
			return;
		add_set(f, ara_lexeme_letters(t->lexeme, t->len, mode));
		if (f->sets[0] == 0)	/* the only one, and always there */
			return;
	}
	f->state = FILTER_ON;
}

static bool
may_match(const Matcher *m, const Filter *f, const char *token, int len)
{
	uint32		letters = ara_token_letters(&m->letters, token, len);
	int			i;

	for (i = 0; i < f->nsets; i++)
		if ((f->sets[i] & ~letters) == 0)
			return true;
	return false;
}

/*
 * To be called some tokens ahead of matcher_read, which gets the result: fetches from memory what
 * it will look at.  The memo may be larger than the caches near the processor.
 */
uint64
matcher_expect(Matcher *m, const TSConfigCacheEntry *cfg, int type, const char *token, int len)
{
	uint64		hash;

	if (len >= MAXSTRLEN)
		return HASH_NOT_INDEXED;
	if (type < MAX_FILTER_TYPES)
	{
		const Filter *f = &m->filters[type];

		if (f->state == FILTER_UNKNOWN)
			prepare_filter(m, cfg, type);
		if (f->state == FILTER_NOT_INDEXED)
			return HASH_NOT_INDEXED;
		if (f->state == FILTER_ON && !may_match(m, f, token, len))
			return HASH_FILTERED;
	}
	else if (type >= cfg->lenmap || cfg->map[type].len == 0)
		return HASH_NOT_INDEXED;
	hash = memo_hash(type, token, len);
#ifdef __GNUC__
	__builtin_prefetch(&m->memo[(uint32) hash & (m->slots - 1)]);
#endif
	return hash;
}

/* Sets *r to what a token matches. */
void
matcher_read(Matcher *m, const TSConfigCacheEntry *cfg, int type, char *token, int len, uint64 hash, TokenReading *r)
{
	const MemoSlot *s;

	r->n = 0;
	r->advance = hash != HASH_NOT_INDEXED;
	if (hash < HASH_FIRST)
		return;
	s = memo_slot(m->memo, m->slots, hash);
	if (s->hash == hash)
	{
		r->advance = s->advance;
		r->n = s->n;
		r->matches = m->pool + s->first;
		return;
	}
	r->advance = 0;
	lexize(m, &cfg->map[type], token, len, r);
	r->matches = m->found;
	if (r->advance <= PG_UINT8_MAX)
		memo_add(m, hash, r);
}

/* ---- phrases ---- */

typedef struct PhraseCheck
{
	const Matcher *m;
	const HeadlineHit *hits;
	int			n;
	int			base;			/* the position before the first one looked at */
} PhraseCheck;

/* TSExecuteCallback: where an operand of the phrase stands among the hits */
static TSTernaryValue
operand_positions(void *arg, QueryOperand *operand, ExecPhraseData *data)
{
	const PhraseCheck *c = arg;
	int			term = c->m->item_term[(QueryItem *) operand - GETQUERY(c->m->query)];
	int			i;
	bool		found = false;

	for (i = 0; i < c->n && term >= 0; i++)
	{
		int			position = c->hits[i].position - c->base;

		if (c->hits[i].term != term || position >= MAXENTRYPOS)
			continue;
		found = true;
		if (data == NULL)
			break;
		if (data->pos == NULL)
		{
			data->pos = palloc(sizeof(WordEntryPos) * c->n);
			data->allocated = true;
		}
		if (data->npos == 0 || data->pos[data->npos - 1] < position)
			data->pos[data->npos++] = (WordEntryPos) position;
	}
	return found ? TS_YES : TS_NO;
}

/*
 * Whether a phrase ends with the last of n hits, its positions in sequence: the word of its first
 * hit; -1 if it does not.
 */
int
matcher_phrase(Matcher *m, int phrase, const HeadlineHit *hits, int n)
{
	const Phrase *p = &m->phrases[phrase];
	PhraseCheck c;
	MemoryContext old;
	bool		found;
	int			i;

	c.m = m;
	c.base = hits[n - 1].position - p->span - 1;
	for (i = n; i > 0 && hits[i - 1].position > c.base; i--)
		;
	c.hits = hits + i;
	c.n = n - i;
	MemoryContextReset(m->scratch);
	old = MemoryContextSwitchTo(m->scratch);
	found = TS_execute(p->item, &c, TS_EXEC_EMPTY, operand_positions);
	MemoryContextSwitchTo(old);
	if (!found)
		return -1;
	while (!(m->term_phrases[hits[i].term] >> phrase & 1))
		i++;
	return hits[i].word;
}
