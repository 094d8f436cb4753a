/*
 * template.c - the text search template "arabic": options, and a token to its lexemes
 *
 * The dictionary's own context holds its options and a cache of the words that
 * it met last; the data is in the library's read-only pages.
 */
#include "compat.h"

#include "commands/defrem.h"
#include "tsearch/ts_public.h"
#include "utils/builtins.h"

#include "../core/ara.h"
#include "../core/hash.h"
#include "template.h"

PG_FUNCTION_INFO_V1(arabic_template_init);
PG_FUNCTION_INFO_V1(arabic_template_lexize);

/* tsvector's limit on a lexeme (MAXSTRLEN); parsetext drops longer tokens before they come here */
#define MAX_LEXEME 2046

/* tokens up to this many bytes are worked on without an allocation of their size */
#define STACK_TOKEN 128

/*
 * Running text repeats its words: of 5 MB of news, 8192 slots answer two words
 * in three, in 384 kB.  One slot a hash value, the newest word wins.
 */
#define CACHE_SLOTS 8192
#define CACHE_BYTES 46

typedef struct CacheSlot
{
	uint8		token_len;		/* 0: empty */
	uint8		lexeme_len;		/* 0: stop word */
	char		bytes[CACHE_BYTES]; /* the token, then its lexeme */
} CacheSlot;

typedef struct Dictionary
{
	AraMode		mode;
	bool		stop_words;
	bool		filter;			/* the lexeme is what the next dictionary gets as its token */
	CacheSlot  *cache;			/* NULL where looking up costs as much as the work */
} Dictionary;

static const struct
{
	const char *name;
	AraMode		mode;
}			modes[] = {
	{"exact", ARA_MODE_EXACT},
	{"light", ARA_MODE_LIGHT},
	{"lemma", ARA_MODE_LEMMA},
	{"root", ARA_MODE_ROOT},
	{"rich", ARA_MODE_RICH},
	{"names", ARA_MODE_NAMES}
};

#define VALID_MODES "Valid values are \"exact\", \"light\", \"lemma\", \"root\", \"rich\" and \"names\"."

static AraMode
get_mode(DefElem *def)
{
	const char *s = defGetString(def);
	int			i;

	for (i = 0; i < lengthof(modes); i++)
		if (pg_strcasecmp(s, modes[i].name) == 0)
			return modes[i].mode;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("invalid value for parameter \"%s\": \"%s\"", "mode", s),
			 errhint(VALID_MODES)));
	return ARA_MODE_EXACT;		/* keep compiler quiet */
}

static bool
get_switch(DefElem *def)
{
	const char *s = defGetString(def);
	bool		value;

	if (!parse_bool(s, &value))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid value for parameter \"%s\": \"%s\"", def->defname, s),
				 errhint("Valid values are \"on\" and \"off\".")));
	return value;
}

Datum
arabic_template_init(PG_FUNCTION_ARGS)
{
	List	   *options = (List *) PG_GETARG_POINTER(0);
	Dictionary *d = palloc0(sizeof(Dictionary));
	bool		have_mode = false;
	bool		have_stop = false;
	bool		have_filter = false;
	ListCell   *l;

	foreach(l, options)
	{
		DefElem    *def = (DefElem *) lfirst(l);
		bool	   *have;

		if (strcmp(def->defname, "mode") == 0)
			have = &have_mode;
		else if (strcmp(def->defname, "stopwords") == 0)
			have = &have_stop;
		else if (strcmp(def->defname, "filter") == 0)
			have = &have_filter;
		else
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized parameter \"%s\" of text search template \"arabic\"", def->defname),
					 errhint("Valid parameters are \"mode\", \"stopwords\" and \"filter\".")));
		if (*have)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("parameter \"%s\" is given more than once", def->defname)));
		*have = true;
		if (have == &have_mode)
			d->mode = get_mode(def);
		else
			*(have == &have_stop ? &d->stop_words : &d->filter) = get_switch(def);
	}
	if (!have_mode)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("parameter \"mode\" of text search template \"arabic\" is missing"),
				 errhint(VALID_MODES)));
	if (d->filter && d->mode != ARA_MODE_EXACT)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("parameter \"filter\" goes with mode \"exact\" only")));
	/* exact keeps every word, as the dictionary "simple" does; the others are for finding */
	if (!have_stop)
		d->stop_words = d->mode != ARA_MODE_EXACT;
	if (d->mode == ARA_MODE_LEMMA || d->mode == ARA_MODE_ROOT || d->mode == ARA_MODE_NAMES)
		d->cache = palloc0(sizeof(CacheSlot) * CACHE_SLOTS);
	PG_RETURN_POINTER(d);
}

/* a palloc'd array of n lexemes and its end mark */
static TSLexeme *
lexeme_array(int n)
{
	return palloc0(sizeof(TSLexeme) * (n + 1));
}

/* The cache's slot for a token; NULL: none. */
static CacheSlot *
cache_slot(const Dictionary *d, const char *token, int len)
{
	if (d->cache == NULL || len == 0 || len >= CACHE_BYTES)
		return NULL;
	return &d->cache[ara_hash(token, (size_t) len) & (CACHE_SLOTS - 1)];
}

/* Keeps what a token gives, one lexeme or none. */
static void
cache_put(CacheSlot *slot, const char *token, int len, const char *lexeme, size_t lexeme_len)
{
	if (slot == NULL || len + lexeme_len > CACHE_BYTES)
		return;
	slot->token_len = (uint8) len;
	slot->lexeme_len = (uint8) lexeme_len;
	memcpy(slot->bytes, token, (size_t) len);
	memcpy(slot->bytes + len, lexeme, lexeme_len);
}

/* modes rich and names: the lexemes of all levels */
static TSLexeme *
lexize_levels(const Dictionary *d, const char *token, int len, CacheSlot *slot)
{
	bool		rich = d->mode == ARA_MODE_RICH;
	AraLevel	levels[ARA_MAX_LEVELS];
	char	   *out = palloc(rich ? ara_lexize_rich_bound((size_t) len) : ara_lexize_names_bound((size_t) len));
	int			n = (rich ? ara_lexize_rich : ara_lexize_names) (token, (size_t) len, out, levels, d->stop_words);
	TSLexeme   *res = lexeme_array(n);
	int			kept = 0;
	int			i;

	for (i = 0; i < n; i++)
		if (levels[i].len <= MAX_LEXEME)
		{
			res[kept].nvariant = (uint16) levels[i].variant;
			res[kept++].lexeme = pnstrdup(out + levels[i].at, levels[i].len);
		}
	if (n < 2)
		cache_put(slot, token, len, out, n == 0 ? 0 : levels[0].len);
	pfree(out);
	return res;
}

/* Never NULL ("unknown"): every token is answered, with an empty array for a stop word. */
Datum
arabic_template_lexize(PG_FUNCTION_ARGS)
{
	Dictionary *d = (Dictionary *) PG_GETARG_POINTER(0);
	const char *token = (const char *) PG_GETARG_POINTER(1);
	int			len = PG_GETARG_INT32(2);
	TSLexeme   *res;
	char		stack[STACK_TOKEN * 2 * ARA_NORM_GROWTH];
	char	   *out = stack;
	AraLexemes	lexemes;
	CacheSlot  *slot = cache_slot(d, token, len);
	size_t		at = 0;
	int			n = 0;
	int			i;

	if (slot != NULL && slot->token_len == len && memcmp(slot->bytes, token, (size_t) len) == 0)
	{
		res = lexeme_array(1);
		if (slot->lexeme_len > 0)
			res->lexeme = pnstrdup(slot->bytes + len, slot->lexeme_len);
		PG_RETURN_POINTER(res);
	}
	if (d->mode == ARA_MODE_RICH || d->mode == ARA_MODE_NAMES)
		PG_RETURN_POINTER(lexize_levels(d, token, len, slot));
	if (len > STACK_TOKEN)
		out = palloc(ara_lexize_bound((size_t) len));
	lexemes = ara_lexize(token, (size_t) len, out, d->mode, d->stop_words);
	res = lexeme_array(lexemes.n);
	for (i = 0; i < lexemes.n; i++)
	{
		if (lexemes.len[i] <= MAX_LEXEME)
		{
			/* of an unknown word with and without its first letter, a query asks for either */
			res[n].nvariant = (uint16) (lexemes.n > 1 ? i + 1 : 0);
			if (d->filter)
				res[n].flags = TSL_FILTER;
			res[n++].lexeme = pnstrdup(out + at, lexemes.len[i]);
		}
		at += lexemes.len[i];
	}
	if (lexemes.n < 2)
		cache_put(slot, token, len, out, at);
	if (out != stack)
		pfree(out);
	PG_RETURN_POINTER(res);
}

bool
arabic_dictionary_mode(const TSDictionaryCacheEntry *dictionary, AraMode *mode)
{
	if (dictionary->lexize.fn_addr != arabic_template_lexize)
		return false;
	*mode = ((const Dictionary *) dictionary->dictData)->mode;
	return true;
}

bool
arabic_dictionary_filters(const TSDictionaryCacheEntry *dictionary)
{
	return ((const Dictionary *) dictionary->dictData)->filter;
}
