/*
 * bm25_agg.c - the aggregates arabic_bm25_stats(tsvector) and arabic_bm25_stats_merge(arabic_bm25_stats)
 *
 * Both fill one hash table of lexemes.  Between processes a state travels as
 * the finished value, which is short and sorted.
 */
#include "compat.h"

#include "common/hashfn.h"
#include "common/int.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "tsearch/ts_type.h"
#include "utils/memutils.h"

#include "bm25.h"

PG_FUNCTION_INFO_V1(arabic_bm25_stats_transition);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_merge_transition);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_combine);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_serialize);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_deserialize);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_final);

typedef struct Slot
{
	uint32		hash;
	uint32		len;			/* 0: the slot is empty, for there is no empty lexeme */
	char	   *lexeme;
	int64		df;
} Slot;

#define FIRST_SLOTS 64			/* GROUP BY may want many small states */
#define MAX_CHUNK (256 * 1024)

typedef struct State
{
	MemoryContext context;
	int64		documents;
	int64		length;
	Bm25Stats  *flat;			/* from another process: these, and no table */
	Slot	   *slots;
	uint32		mask;			/* number of slots, less one */
	uint32		lexemes;
	char	   *chunk;			/* memory for lexemes */
	Size		chunk_left;
	Size		chunk_size;
} State;

static State *
new_state(MemoryContext context)
{
	State	   *s = MemoryContextAllocZero(context, sizeof(State));

	s->context = context;
	s->mask = FIRST_SLOTS - 1;
	s->slots = MemoryContextAllocZero(context, sizeof(Slot) * FIRST_SLOTS);
	s->chunk_size = 1024;
	return s;
}

/* The state of the aggregate that calls us, made when there is none. */
static State *
get_state(FunctionCallInfo fcinfo)
{
	MemoryContext context;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "arabic_bm25_stats called outside an aggregate");
	return PG_ARGISNULL(0) ? new_state(context) : (State *) PG_GETARG_POINTER(0);
}

static void
grow(State *s)
{
	uint64		size = ((uint64) s->mask + 1) * 2;
	uint32		mask = (uint32) (size - 1);
	Slot	   *slots;
	uint32		i;

	if (size > PG_INT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many lexemes for arabic_bm25_stats")));
	slots = MemoryContextAllocExtended(s->context, sizeof(Slot) * size, MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	for (i = 0; i <= s->mask; i++)
	{
		uint32		j;

		if (s->slots[i].len == 0)
			continue;
		for (j = s->slots[i].hash & mask; slots[j].len != 0; j = (j + 1) & mask)
			;
		slots[j] = s->slots[i];
	}
	pfree(s->slots);
	s->slots = slots;
	s->mask = mask;
}

static char *
keep(State *s, const char *lexeme, uint32 len)
{
	char	   *result;

	if (s->chunk_left < len)
	{
		s->chunk_size = Min(s->chunk_size * 2, MAX_CHUNK);
		s->chunk_left = Max(s->chunk_size, len);
		s->chunk = MemoryContextAlloc(s->context, s->chunk_left);
	}
	result = s->chunk;
	memcpy(result, lexeme, len);
	s->chunk += len;
	s->chunk_left -= len;
	return result;
}

static inline void
count(State *s, const char *lexeme, uint32 len, uint32 hash, int64 df)
{
	uint32		i = hash & s->mask;
	Slot	   *slot;

	for (slot = &s->slots[i]; slot->len != 0; slot = &s->slots[i = (i + 1) & s->mask])
		if (slot->hash == hash && slot->len == len && memcmp(slot->lexeme, lexeme, len) == 0)
		{
			slot->df += df;
			return;
		}
	slot->hash = hash;
	slot->len = len;
	slot->lexeme = keep(s, lexeme, len);
	slot->df = df;
	if (++s->lexemes > s->mask / 4 * 3)
		grow(s);
}

static void
count_documents(State *s, int64 documents, int64 length)
{
	if (pg_add_s64_overflow(s->documents, documents, &s->documents) ||
		pg_add_s64_overflow(s->length, length, &s->length))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("statistics out of range")));
}

static void
count_stats(State *s, const Bm25Stats *stats)
{
	Bm25Reader	r;

	count_documents(s, stats->documents, stats->length);
	bm25_read_init(&r, stats);
	while (bm25_read(&r))
	{
		CHECK_FOR_INTERRUPTS();
		count(s, r.lexeme, r.len, hash_bytes((unsigned char *) r.lexeme, r.len), r.df);
	}
}

/* How many lexemes are hashed, and their slots fetched, before the first is looked at. */
#define BATCH 16

Datum
arabic_bm25_stats_transition(PG_FUNCTION_ARGS)
{
	State	   *s = get_state(fcinfo);
	TSVector	v;
	const WordEntry *e;
	char	   *strings;
	int64		length = 0;
	int			i;

	if (PG_ARGISNULL(1))
		PG_RETURN_POINTER(s);
	v = PG_GETARG_TSVECTOR(1);
	e = ARRPTR(v);
	strings = STRPTR(v);
	for (i = 0; i < v->size; i += BATCH)
	{
		uint32		hash[BATCH];
		int			n = Min(BATCH, v->size - i);
		int			k;

		for (k = 0; k < n; k++)
		{
			hash[k] = hash_bytes((unsigned char *) strings + e[i + k].pos, e[i + k].len);
#ifdef __GNUC__
			__builtin_prefetch(&s->slots[hash[k] & s->mask]);
#endif
		}
		for (k = 0; k < n; k++)
		{
			count(s, strings + e[i + k].pos, e[i + k].len, hash[k], 1);
			length += e[i + k].haspos ? POSDATALEN(v, &e[i + k]) : 1;
		}
	}
	count_documents(s, 1, length);
	PG_FREE_IF_COPY(v, 1);
	PG_RETURN_POINTER(s);
}

Datum
arabic_bm25_stats_merge_transition(PG_FUNCTION_ARGS)
{
	State	   *s = get_state(fcinfo);

	if (!PG_ARGISNULL(1))
	{
		struct varlena *value = PG_GETARG_VARLENA_P(1);

		count_stats(s, bm25_stats_checked(value));
		PG_FREE_IF_COPY(value, 1);
	}
	PG_RETURN_POINTER(s);
}

Datum
arabic_bm25_stats_combine(PG_FUNCTION_ARGS)
{
	State	   *s = get_state(fcinfo);
	State	   *other = PG_ARGISNULL(1) ? NULL : (State *) PG_GETARG_POINTER(1);
	uint32		i;

	if (other == NULL)
		PG_RETURN_POINTER(s);
	if (other->flat != NULL)
	{
		count_stats(s, other->flat);
		PG_RETURN_POINTER(s);
	}
	count_documents(s, other->documents, other->length);
	for (i = 0; i <= other->mask; i++)
	{
		Slot	   *slot = &other->slots[i];

		if (slot->len > 0)
			count(s, slot->lexeme, slot->len, slot->hash, slot->df);
	}
	PG_RETURN_POINTER(s);
}

/* A slot, and the first bytes of its lexeme as a number that sorts like them. */
typedef struct Sorted
{
	uint64		head;
	const Slot *slot;
} Sorted;

static int
compare_sorted(const void *a, const void *b)
{
	const Sorted *x = a;
	const Sorted *y = b;

	if (x->head != y->head)
		return x->head < y->head ? -1 : 1;
	return bm25_compare(x->slot->lexeme, x->slot->len, y->slot->lexeme, y->slot->len);
}

#define ST_SORT sort_slots
#define ST_ELEMENT_TYPE Sorted
#define ST_COMPARE(a, b) compare_sorted(a, b)
#define ST_CHECK_FOR_INTERRUPTS
#define ST_SCOPE static
#define ST_DEFINE
#include "lib/sort_template.h"

static Bm25Stats *
finish(State *s)
{
	Sorted	   *sorted = palloc_extended(sizeof(Sorted) * (Size) Max(s->lexemes, 1), MCXT_ALLOC_HUGE);
	Bm25Builder build;
	uint32		n = 0;
	uint32		i;

	for (i = 0; i <= s->mask; i++)
	{
		const Slot *slot = &s->slots[i];
		unsigned char head[8] = {0};
		int			k;

		if (slot->len == 0)
			continue;
		memcpy(head, slot->lexeme, Min(slot->len, sizeof(head)));
		sorted[n].head = 0;
		for (k = 0; k < 8; k++)
			sorted[n].head = sorted[n].head << 8 | head[k];
		sorted[n++].slot = slot;
	}
	sort_slots(sorted, n);
	bm25_build_init(&build, s->documents, s->length);
	for (i = 0; i < n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		bm25_build_add(&build, sorted[i].slot->lexeme, sorted[i].slot->len, sorted[i].slot->df);
	}
	pfree(sorted);
	return bm25_build_finish(&build);
}

Datum
arabic_bm25_stats_serialize(PG_FUNCTION_ARGS)
{
	PG_RETURN_BYTEA_P(finish((State *) PG_GETARG_POINTER(0)));
}

Datum
arabic_bm25_stats_deserialize(PG_FUNCTION_ARGS)
{
	State	   *s;

	if (!AggCheckCallContext(fcinfo, NULL))
		elog(ERROR, "arabic_bm25_stats called outside an aggregate");
	s = palloc0(sizeof(State));
	/* a copy is aligned, a bytea need not be */
	s->flat = (Bm25Stats *) PG_GETARG_BYTEA_P_COPY(0);
	PG_RETURN_POINTER(s);
}

/* Without any row, the statistics of no document. */
Datum
arabic_bm25_stats_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(finish(PG_ARGISNULL(0) ? new_state(CurrentMemoryContext) : (State *) PG_GETARG_POINTER(0)));
}
