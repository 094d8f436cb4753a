/*
 * keyword_stats.c - the value arabic_keyword_stats: made, read, shown
 *
 * As text, its first line has three numbers: keywords, lists, lists in order;
 * each next line the number of lists that have a phrase, and the phrase.
 */
#include "compat.h"

#include "access/detoast.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/tuplestore.h"

#include "callsite.h"
#include "keyword_stats.h"
#include "keywords.h"

PG_FUNCTION_INFO_V1(arabic_keyword_stats_in);
PG_FUNCTION_INFO_V1(arabic_keyword_stats_out);
PG_FUNCTION_INFO_V1(arabic_keyword_phrases);

/* ---- making ---- */

static int
compare_hashes(const void *a, const void *b)
{
	const KeywordPhrase *x = a;
	const KeywordPhrase *y = b;

	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

void
keyword_stats_sort(KeywordPhrase *phrases, uint32 n)
{
	qsort(phrases, n, sizeof(KeywordPhrase), compare_hashes);
}

static uint32 *
counts(const KeywordStats *s)
{
	return (uint32 *) &s->hash[s->n];
}

/* n + 1 of them */
static uint32 *
places(const KeywordStats *s)
{
	return counts(s) + s->n;
}

static char *
phrases(const KeywordStats *s)
{
	return (char *) (places(s) + s->n + 1);
}

KeywordStats *
keyword_stats_make(KeywordPhrase *p, uint32 n, uint64 total, uint32 lists, uint32 sorted)
{
	Size		size = offsetof(KeywordStats, hash) + n * (sizeof(uint64) + 2 * sizeof(uint32)) + sizeof(uint32);
	KeywordStats *s;
	uint32		at = 0;
	uint32		i;

	keyword_stats_sort(p, n);
	for (i = 0; i < n; i++)
		size += p[i].len;
	if (!AllocSizeIsValid(size))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("statistics of %u keywords are too long", n)));
	s = palloc0(size);
	SET_VARSIZE(s, size);
	s->version = KEYWORD_STATS_VERSION;
	s->n = n;
	s->lists = lists;
	s->sorted = sorted;
	s->total = total;
	for (i = 0; i < n; i++)
	{
		s->hash[i] = p[i].hash;
		counts(s)[i] = p[i].count;
		places(s)[i] = at;
		memcpy(phrases(s) + at, p[i].s, p[i].len);
		at += p[i].len;
	}
	places(s)[n] = at;
	return s;
}

/* ---- reading ---- */

static const KeywordStats *
checked(struct varlena *value)
{
	const KeywordStats *s = (const KeywordStats *) value;
	Size		size = VARSIZE(value);

	if (size < offsetof(KeywordStats, hash) + sizeof(uint32) || s->version != KEYWORD_STATS_VERSION ||
		(size - sizeof(uint32) - offsetof(KeywordStats, hash)) / (sizeof(uint64) + 2 * sizeof(uint32)) < s->n ||
		places(s)[s->n] > (char *) value + size - phrases(s))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("value of type arabic_keyword_stats is not in this version's format"),
				 errhint("Make it anew by the aggregate arabic_keyword_stats.")));
	return s;
}

/* What a function remembers of its dictionary: the rows of one query have the same. */
typedef struct Kept
{
	struct varatt_external pointer;
	KeywordStats *value;
	AraKeywordDict dict;
} Kept;

static void
open_dict(AraKeywordDict *d, const KeywordStats *s)
{
	d->hash = s->hash;
	d->count = counts(s);
	d->n = s->n;
	d->total = s->total;
	d->lists = s->lists;
	d->sorted = s->sorted;
}

const AraKeywordDict *
keywords_dict(FunctionCallInfo fcinfo, int n)
{
	struct varlena *value;
	Kept	   *k;

	if (n >= PG_NARGS() || PG_ARGISNULL(n))
		return NULL;
	k = call_site(fcinfo)->keywords;
	if (k == NULL)
		k = call_site(fcinfo)->keywords = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(Kept));
	value = (struct varlena *) PG_GETARG_POINTER(n);
	if (VARATT_IS_EXTERNAL_ONDISK(value))
	{
		struct varatt_external pointer;

		VARATT_EXTERNAL_GET_POINTER(pointer, value);
		if (k->value == NULL || memcmp(&pointer, &k->pointer, sizeof(pointer)) != 0)
		{
			MemoryContext old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);

			if (k->value != NULL)
				pfree(k->value);
			k->value = NULL;
			k->value = (KeywordStats *) detoast_attr(value);
			MemoryContextSwitchTo(old);
			k->pointer = pointer;
		}
		open_dict(&k->dict, checked((struct varlena *) k->value));
	}
	else
		open_dict(&k->dict, checked(PG_DETOAST_DATUM(PointerGetDatum(value))));
	return &k->dict;
}

/* ---- SQL ---- */

static void
bad_input(const char *line, size_t len)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s: \"%.*s\"", "arabic_keyword_stats",
					pg_mbcliplen(line, (int) Min(len, PG_INT32_MAX), 64), line),
			 errdetail("The first line has three numbers, each other line a number and a phrase."),
			 errhint("Make statistics by the aggregate arabic_keyword_stats.")));
}

/* Reads a number up to 2^32 - 1 and the space behind it. */
static uint64
read_number(const char **p, const char *end)
{
	const char *s = *p;
	uint64		x = 0;

	while (*p < end && **p >= '0' && **p <= '9' && x <= PG_UINT32_MAX)
		x = x * 10 + (*(*p)++ - '0');
	if (*p == s || x > PG_UINT32_MAX || (*p < end && **p != ' '))
		bad_input(s, end - s);
	if (*p < end)
		(*p)++;
	return x;
}

Datum
arabic_keyword_stats_in(PG_FUNCTION_ARGS)
{
	const char *p = PG_GETARG_CSTRING(0);
	const char *end = p + strcspn(p, "\n");
	uint64		total = read_number(&p, end);
	uint64		lists = read_number(&p, end);
	uint64		sorted = read_number(&p, end);
	KeywordPhrase *list = palloc(64 * sizeof(KeywordPhrase));
	uint32		room = 64;
	uint32		n = 0;
	uint32		i;

	if (p != end || sorted > lists)
		bad_input(PG_GETARG_CSTRING(0), end - PG_GETARG_CSTRING(0));
	for (p = end; *p; p = end)
	{
		const char *line = ++p;

		CHECK_FOR_INTERRUPTS();
		end = p + strcspn(p, "\n");
		if (p == end)
			continue;
		if (n == room)
			list = repalloc_huge(list, (room *= 2) * sizeof(KeywordPhrase));
		list[n].count = (uint32) read_number(&p, end);
		list[n].s = p;
		list[n].len = (uint32) (end - p);
		list[n].hash = ara_keyword_phrase_hash(p, end - p);
		if (list[n].hash == 0)
			bad_input(line, end - line);
		n++;
	}
	keyword_stats_sort(list, n);
	for (i = 1; i < n; i++)
		if (list[i].hash == list[i - 1].hash)
			bad_input(list[i].s, list[i].len);
	PG_RETURN_POINTER(keyword_stats_make(list, n, total, (uint32) lists, (uint32) sorted));
}

static int
compare_counts(const void *a, const void *b)
{
	const KeywordPhrase *x = a;
	const KeywordPhrase *y = b;
	int			c;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	c = memcmp(x->s, y->s, Min(x->len, y->len));
	return c ? c : (int) x->len - (int) y->len;
}

/* Its phrases, the most frequent first; palloc'd. */
static KeywordPhrase *
phrases_of(const KeywordStats *s)
{
	KeywordPhrase *list = palloc_extended(sizeof(KeywordPhrase) * (s->n + 1), MCXT_ALLOC_HUGE);
	uint32		i;

	for (i = 0; i < s->n; i++)
	{
		list[i].count = counts(s)[i];
		list[i].s = phrases(s) + places(s)[i];
		list[i].len = places(s)[i + 1] - places(s)[i];
	}
	qsort(list, s->n, sizeof(KeywordPhrase), compare_counts);
	return list;
}

Datum
arabic_keyword_stats_out(PG_FUNCTION_ARGS)
{
	const KeywordStats *s = checked(PG_GETARG_VARLENA_P(0));
	KeywordPhrase *list = phrases_of(s);
	StringInfoData out;
	uint32		i;

	initStringInfo(&out);
	appendStringInfo(&out, UINT64_FORMAT " %u %u", s->total, s->lists, s->sorted);
	for (i = 0; i < s->n; i++)
	{
		appendStringInfo(&out, "\n%u ", list[i].count);
		appendBinaryStringInfo(&out, list[i].s, (int) list[i].len);
	}
	PG_RETURN_CSTRING(out.data);
}

/* arabic_keyword_phrases(arabic_keyword_stats): one row a phrase, the most frequent first */
Datum
arabic_keyword_phrases(PG_FUNCTION_ARGS)
{
	const KeywordStats *s = checked(PG_GETARG_VARLENA_P(0));
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	KeywordPhrase *list = phrases_of(s);
	uint32		i;

	InitMaterializedSRF(fcinfo, 0);
	for (i = 0; i < s->n; i++)
	{
		Datum		values[2];
		bool		nulls[2] = {0};

		CHECK_FOR_INTERRUPTS();
		values[0] = PointerGetDatum(cstring_to_text_with_len(list[i].s, (int) list[i].len));
		values[1] = Int64GetDatum(list[i].count);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(DatumGetPointer(values[0]));
	}
	return (Datum) 0;
}
