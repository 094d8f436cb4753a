/*
 * bm25.c - arabic_bm25: BM25 of a tsvector for a query
 *
 *     sum over terms t of   weight(t) * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average length))
 *     weight(t) = idf(t) * how often the query has t * weight of t's level
 *     idf(t)    = ln(1 + (N - df + 0.5) / (df + 0.5))
 *
 * (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; the idf
 * that is never negative is Lucene's.)  tf is the number of positions of t in
 * the tsvector, which keeps 255 at most, and length their sum over all lexemes;
 * a lexeme without positions counts 1.
 *
 * All that does not depend on the row is in an arabic_bm25_query.  A row costs
 * a walk over its entries for its length and a binary search a term; nothing is
 * allocated but what a toasted tsvector takes.
 */
#include "compat.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "tsearch/ts_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "../core/ara.h"
#include "bm25.h"

PG_FUNCTION_INFO_V1(arabic_bm25_query);
PG_FUNCTION_INFO_V1(arabic_bm25);
PG_FUNCTION_INFO_V1(arabic_bm25_weighted);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_score);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_score_weighted);

/* With it, no score overflows on the way. */
#define MAX_K1 1000000

/* What the level of a lexeme counts in a score: the middle of a flat optimum, on the collection of test/eval.sh. */
static double
level_weight(const char *lexeme, int len)
{
	switch (len > 0 ? lexeme[0] : 0)
	{
		case ARA_LEVEL_SURFACE:
			return 0.15f;
		case ARA_LEVEL_GRAM:
			return 0.35f;
		case ARA_LEVEL_FAMILY:
			return 0.3f;
		case ARA_LEVEL_NAME:
			return ara_is_name_lexeme(lexeme, (size_t) len) ? 0.4f : 1;
		default:
			return 1;
	}
}

/* ---- binding a query to statistics ---- */

const Bm25Query *
bm25_query_checked(struct varlena *value)
{
	const Bm25Query *q = (const Bm25Query *) value;

	if (VARSIZE(value) < offsetof(Bm25Query, terms) || q->version != BM25_QUERY_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("arabic_bm25_query was written by another version of arabic_fts"),
				 errhint("Call arabic_bm25_query again.")));
	return q;
}

static int
compare_words(const void *a, const void *b)
{
	const Bm25Word *x = a;
	const Bm25Word *y = b;
	int			c;

	if (x->prefix != y->prefix)
		return x->prefix - y->prefix;
	c = bm25_compare(x->lexeme, x->len, y->lexeme, y->len);
	return c != 0 ? c : x->mask - y->mask;
}

Bm25Query *
bm25_query_make(Bm25Word *words, int n, double average_length)
{
	Size		bytes = 0;
	Size		head;
	Bm25Query  *q;
	uint32		pos = 0;
	int			kept = 0;
	int			i;

	for (i = 0; i < n; i++)
		if (words[i].mask == 0x0f)
			words[i].mask = 0;
	if (n > 1)
		qsort(words, n, sizeof(Bm25Word), compare_words);
	for (i = 0; i < n; i++)
	{
		if (kept > 0 && compare_words(&words[kept - 1], &words[i]) == 0)
			words[kept - 1].weight += words[i].weight;
		else
		{
			words[kept++] = words[i];
			bytes += words[i].len;
		}
	}
	head = offsetof(Bm25Query, terms) + sizeof(Bm25Term) * kept;
	q = palloc0(head + bytes);
	SET_VARSIZE(q, head + bytes);
	q->version = BM25_QUERY_VERSION;
	q->average_length = average_length;
	for (i = 0; i < kept; i++)
	{
		Bm25Term   *t = &q->terms[i];

		t->weight = words[i].weight;
		t->pos = pos;
		t->len = words[i].len;
		t->mask = words[i].mask;
		t->prefix = words[i].prefix;
		memcpy((char *) q + head + pos, words[i].lexeme, words[i].len);
		pos += words[i].len;
		if (words[i].prefix)
			q->prefixes++;
		else
			q->exact++;
	}
	return q;
}

/* The number of items of the subtree at item i; an operator stands before its operands. */
static int
subtree(const QueryItem *items, int i)
{
	int			start = i;
	int			want;

	for (want = 1; want > 0; i++)
	{
		if (items[i].type == QI_VAL)
			want--;
		else if (items[i].qoperator.oper != OP_NOT)
			want++;
	}
	return i - start;
}

Bm25Query *
bm25_bind(TSQuery query, Datum stats)
{
	const QueryItem *items = GETQUERY(query);
	const char *strings = GETOPERAND(query);
	Bm25Word   *words = palloc(sizeof(Bm25Word) * Max(query->size, 1));
	double		documents;
	double		length;
	Bm25Source	src;
	int			n = 0;
	int			i;

	bm25_source_init(&src, stats);
	documents = src.head->documents;
	length = src.head->length;
	for (i = 0; i < query->size; i++)
	{
		const QueryOperand *o = &items[i].qoperand;
		Bm25Word   *w = &words[n];
		double		df;

		CHECK_FOR_INTERRUPTS();
		if (items[i].type == QI_OPR)
		{
			/* what must not be there adds nothing */
			if (items[i].qoperator.oper == OP_NOT)
				i += subtree(items, i) - 1;
			continue;
		}
		w->lexeme = strings + o->distance;
		w->len = o->length;
		w->mask = o->weight;
		w->prefix = o->prefix;
		df = bm25_df(&src, w->lexeme, w->len, w->prefix);
		w->weight = log(1 + (documents - df + 0.5) / (df + 0.5)) * level_weight(w->lexeme, w->len);
		n++;
	}
	return bm25_query_make(words, n, documents > 0 ? length / documents : 0);
}

/* The binding of the last call, kept with the call's place in the plan. */
typedef struct Binding
{
	MemoryContext context;		/* of what follows */
	TSQuery		query;
	struct varlena *stats;		/* what tells the statistics apart, see stats_identity */
	Size		identity;
	Bm25Query  *bound;
} Binding;

/*
 * How many bytes of a value as it comes tell it from all others: of a toasted
 * one its pointer, of a plain one its header, in which there is a fingerprint.
 * 0: it can't be told.
 */
static Size
stats_identity(const struct varlena *value)
{
	if (VARATT_IS_EXTERNAL_ONDISK(value))
		return VARSIZE_EXTERNAL(value);
	if (VARATT_IS_EXTERNAL(value))
		return 0;
	if (VARATT_IS_COMPRESSED(value) || VARATT_IS_SHORT(value))
		return VARSIZE_ANY(value);
	return Min(VARSIZE(value), offsetof(Bm25Stats, directory));
}

static void *
copy(const void *value, Size size)
{
	return memcpy(palloc(Max(size, 1)), value, size);
}

static const Bm25Query *
get_binding(FunctionCallInfo fcinfo, TSQuery query, Datum stats)
{
	struct varlena *value = (struct varlena *) DatumGetPointer(stats);
	Size		identity = stats_identity(value);
	Binding    *b = fcinfo->flinfo->fn_extra;
	MemoryContext old;
	Bm25Query  *bound;

	if (b != NULL && b->bound != NULL && identity > 0 && b->identity == identity &&
		memcmp(b->stats, value, identity) == 0 &&
		VARSIZE(b->query) == VARSIZE(query) && memcmp(b->query, query, VARSIZE(query)) == 0)
		return b->bound;
	if (b == NULL)
	{
		b = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(Binding));
		b->context = AllocSetContextCreate(fcinfo->flinfo->fn_mcxt, "arabic_bm25", ALLOCSET_SMALL_SIZES);
		fcinfo->flinfo->fn_extra = b;
	}
	b->bound = NULL;
	MemoryContextReset(b->context);
	/* what binding leaves behind goes with the row's memory */
	bound = bm25_bind(query, stats);
	old = MemoryContextSwitchTo(b->context);
	b->query = copy(query, VARSIZE(query));
	b->stats = copy(value, identity);
	b->identity = identity;
	b->bound = copy(bound, VARSIZE(bound));
	MemoryContextSwitchTo(old);
	return b->bound;
}

/* arabic_bm25_query(tsquery, arabic_bm25_stats) */
Datum
arabic_bm25_query(PG_FUNCTION_ARGS)
{
	TSQuery		query = PG_GETARG_TSQUERY(0);
	const Bm25Query *bound = get_binding(fcinfo, query, PG_GETARG_DATUM(1));

	PG_FREE_IF_COPY(query, 0);
	PG_RETURN_POINTER(copy(bound, VARSIZE(bound)));
}

/* ---- scoring a row ---- */

/* How an occurrence counts. */
typedef struct Formula
{
	double		k1;
	double		b;
	const float4 *weights;		/* of positions D, C, B, A; NULL: all 1 */
	double		norm;			/* of a row: what tf is weighed against */
} Formula;

/* The number of positions. */
static int64
document_length(TSVector v)
{
	const WordEntry *e = ARRPTR(v);
	const WordEntry *end = e + v->size;
	const char *strings = STRPTR(v);
	int64		length = 0;

	for (; e < end; e++)
		length += e->haspos ? *(const uint16 *) (strings + SHORTALIGN(e->pos + e->len)) : 1;
	return length;
}

/* The occurrences of an entry that count for a term; as for @@, one without positions has any weight. */
static double
frequency(TSVector v, const WordEntry *e, uint8 mask, const float4 *weights)
{
	const WordEntryPos *p;
	double		tf = 0;
	int			n;
	int			i;

	if (!e->haspos)
		return weights != NULL ? weights[0] : 1;
	n = POSDATALEN(v, e);
	if (mask == 0 && weights == NULL)
		return n;
	p = POSDATAPTR(v, e);
	for (i = 0; i < n; i++)
	{
		int			weight = WEP_GETWEIGHT(p[i]);

		if (mask == 0 || mask & (1 << weight))
			tf += weights != NULL ? weights[weight] : 1;
	}
	return tf;
}

/* The first entry from lo on that is not less than a lexeme; sets whether it is equal. */
static int
find_entry(TSVector v, int lo, const char *lexeme, int len, bool *equal)
{
	const WordEntry *e = ARRPTR(v);
	const char *strings = STRPTR(v);
	int			hi = v->size;

	*equal = false;
	while (lo < hi)
	{
		int			mid = (lo + hi) / 2;
		int			c = bm25_compare(strings + e[mid].pos, e[mid].len, lexeme, len);

		if (c < 0)
			lo = mid + 1;
		else
		{
			hi = mid;
			if (c == 0)
			{
				*equal = true;
				return mid;
			}
		}
	}
	return lo;
}

/* The first of the terms lo..hi that is not less than a lexeme. */
static uint32
find_term(const Bm25Query *q, uint32 lo, uint32 hi, const char *lexeme, int len)
{
	while (lo < hi)
	{
		uint32		mid = (lo + hi) / 2;
		const Bm25Term *t = &q->terms[mid];

		if (bm25_compare(BM25_TERM_LEXEME(q, t), t->len, lexeme, len) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* What tf occurrences of a term add to the score. */
static inline double
part(const Bm25Term *t, double tf, const Formula *f)
{
	return tf > 0 ? t->weight * tf * (f->k1 + 1) / (tf + f->norm) : 0;
}

static double
exact_terms(TSVector v, const Bm25Query *q, const Formula *f)
{
	double		sum = 0;
	int			at = 0;
	uint32		i;

	for (i = 0; i < q->exact && at < v->size; i++)
	{
		const Bm25Term *t = &q->terms[i];
		bool		equal;

		at = find_entry(v, at, BM25_TERM_LEXEME(q, t), t->len, &equal);
		if (equal)
			sum += part(t, frequency(v, &ARRPTR(v)[at], t->mask, f->weights), f);
	}
	return sum;
}

/* The same for a query with more terms than the tsvector: looks its lexemes up in the query. */
static double
exact_terms_of_many(TSVector v, const Bm25Query *q, const Formula *f)
{
	double		sum = 0;
	uint32		i = 0;
	int			at;

	for (at = 0; at < v->size && i < q->exact; at++)
	{
		const WordEntry *e = &ARRPTR(v)[at];
		const char *lexeme = STRPTR(v) + e->pos;

		for (i = find_term(q, i, q->exact, lexeme, e->len); i < q->exact; i++)
		{
			const Bm25Term *t = &q->terms[i];

			/* as many terms are equal as differ in their weights */
			if (bm25_compare(BM25_TERM_LEXEME(q, t), t->len, lexeme, e->len) != 0)
				break;
			sum += part(t, frequency(v, e, t->mask, f->weights), f);
		}
	}
	return sum;
}

/* A prefix is one term, which occurs wherever a lexeme starts so. */
static double
prefix_terms(TSVector v, const Bm25Query *q, const Formula *f)
{
	const WordEntry *e = ARRPTR(v);
	const char *strings = STRPTR(v);
	double		sum = 0;
	int			at = 0;
	uint32		i;

	for (i = q->exact; i < q->exact + q->prefixes; i++)
	{
		const Bm25Term *t = &q->terms[i];
		const char *prefix = BM25_TERM_LEXEME(q, t);
		double		tf = 0;
		bool		equal;
		int			k;

		CHECK_FOR_INTERRUPTS();
		at = find_entry(v, at, prefix, t->len, &equal);
		for (k = at; k < v->size && e[k].len >= t->len && memcmp(strings + e[k].pos, prefix, t->len) == 0; k++)
			tf += frequency(v, &e[k], t->mask, f->weights);
		sum += part(t, tf, f);
	}
	return sum;
}

static float4
score(TSVector v, const Bm25Query *q, Formula *f)
{
	double		ratio = q->average_length > 0 ? document_length(v) / q->average_length : 1;

	f->norm = f->k1 * (1 - f->b + f->b * ratio);
	return (float4) ((q->exact <= v->size ? exact_terms(v, q, f) : exact_terms_of_many(v, q, f)) +
					 prefix_terms(v, q, f));
}

static Formula
get_formula(FunctionCallInfo fcinfo, int first, ArrayType *weights)
{
	Formula		f;
	int			i;

	f.k1 = PG_GETARG_FLOAT8(first);
	f.b = PG_GETARG_FLOAT8(first + 1);
	f.weights = NULL;
	f.norm = 0;
	if (!(f.k1 >= 0 && f.k1 <= MAX_K1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("k1 must be from 0 to %d", MAX_K1),
				 errdetail("It is %g.", f.k1)));
	if (!(f.b >= 0 && f.b <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("b must be from 0 to 1"),
				 errdetail("It is %g.", f.b)));
	if (weights == NULL)
		return f;
	if (ARR_NDIM(weights) != 1 || ARR_DIMS(weights)[0] != 4 || array_contains_nulls(weights) ||
		ARR_ELEMTYPE(weights) != FLOAT4OID)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("weights must be an array of four numbers: of D, C, B, A")));
	f.weights = (const float4 *) ARR_DATA_PTR(weights);
	for (i = 0; i < 4; i++)
		if (!(f.weights[i] >= 0 && isfinite(f.weights[i])))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("weights must not be negative"),
					 errdetail("One is %g.", f.weights[i])));
	return f;
}

/* arabic_bm25(tsvector, arabic_bm25_query, k1, b) */
Datum
arabic_bm25(PG_FUNCTION_ARGS)
{
	TSVector	v = PG_GETARG_TSVECTOR(0);
	struct varlena *q = PG_GETARG_VARLENA_P(1);
	Formula		f = get_formula(fcinfo, 2, NULL);
	float4		result = score(v, bm25_query_checked(q), &f);

	PG_FREE_IF_COPY(v, 0);
	PG_FREE_IF_COPY(q, 1);
	PG_RETURN_FLOAT4(result);
}

/* arabic_bm25(real[], tsvector, arabic_bm25_query, k1, b) */
Datum
arabic_bm25_weighted(PG_FUNCTION_ARGS)
{
	ArrayType  *weights = PG_GETARG_ARRAYTYPE_P(0);
	TSVector	v = PG_GETARG_TSVECTOR(1);
	struct varlena *q = PG_GETARG_VARLENA_P(2);
	Formula		f = get_formula(fcinfo, 3, weights);
	float4		result = score(v, bm25_query_checked(q), &f);

	PG_FREE_IF_COPY(weights, 0);
	PG_FREE_IF_COPY(v, 1);
	PG_FREE_IF_COPY(q, 2);
	PG_RETURN_FLOAT4(result);
}

/* arabic_bm25(tsvector, tsquery, arabic_bm25_stats, k1, b) */
Datum
arabic_bm25_stats_score(PG_FUNCTION_ARGS)
{
	TSVector	v = PG_GETARG_TSVECTOR(0);
	TSQuery		query = PG_GETARG_TSQUERY(1);
	Formula		f = get_formula(fcinfo, 3, NULL);
	float4		result = score(v, get_binding(fcinfo, query, PG_GETARG_DATUM(2)), &f);

	PG_FREE_IF_COPY(v, 0);
	PG_FREE_IF_COPY(query, 1);
	PG_RETURN_FLOAT4(result);
}

/* arabic_bm25(real[], tsvector, tsquery, arabic_bm25_stats, k1, b) */
Datum
arabic_bm25_stats_score_weighted(PG_FUNCTION_ARGS)
{
	ArrayType  *weights = PG_GETARG_ARRAYTYPE_P(0);
	TSVector	v = PG_GETARG_TSVECTOR(1);
	TSQuery		query = PG_GETARG_TSQUERY(2);
	Formula		f = get_formula(fcinfo, 4, weights);
	float4		result = score(v, get_binding(fcinfo, query, PG_GETARG_DATUM(3)), &f);

	PG_FREE_IF_COPY(weights, 0);
	PG_FREE_IF_COPY(v, 1);
	PG_FREE_IF_COPY(query, 2);
	PG_RETURN_FLOAT4(result);
}
