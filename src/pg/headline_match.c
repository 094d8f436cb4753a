/*
 * headline_match.c - which terms of the query a token of the document matches
 *
 *     token --> filter --> memo --known--> terms
 *                  |         \--new--> the configuration's dictionaries --> lexemes --> hash of terms
 *                  \--> none
 *
 * The filter knows by its letters that a word can't have a lexeme of the query (our dictionaries
 * only, core/letters.c).  The memo answers the words that repeat, in one document and from row to
 * row.
 */
#include "headline_match.h"

#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/syscache.h"

/*
 * The memo doubles while it fills: a short text must not pay for a large table.  100 kB of news
 * have 4,000 different words, 5 MB have 60,000.
 *
 * A hash of 64 bits stands for the token: where a billion different words meet a full memo, the
 * chance is less than one in 200,000 that one of them is taken for another.
 */
#define MEMO_MIN 256
#define MEMO_MAX 65536
/* matches that the memo holds; then it starts anew */
#define MEMO_MATCHES 65536

/* Instead of the hash of a token. */
#define HASH_NOT_INDEXED 0
#define HASH_FILTERED 1
#define HASH_FIRST 2

/* ---- from row to row ---- */

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
	matcher_prepare(m);
	ara_letter_table(&m->letters);
	m->slots = MEMO_MIN;
	m->memo = palloc0(sizeof(MemoSlot) * m->slots);
	MemoryContextSwitchTo(old);
	flinfo->fn_extra = m;
	return m;
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
	TSDictionaryCacheEntry *dictionary;
	AraMode		mode;
	int			i;

	f->state = FILTER_NOT_INDEXED;
	if (type >= cfg->lenmap || cfg->map[type].len == 0)
		return;
	f->state = FILTER_OFF;
	dictionary = lookup_ts_dictionary_cache(cfg->map[type].dictIds[0]);
	if (!arabic_dictionary_mode(dictionary, &mode) || arabic_dictionary_filters(dictionary))
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
matcher_read(Matcher *m, const TSConfigCacheEntry *cfg, int type, char *token, int len, uint64 hash,
			 TokenReading *r)
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
