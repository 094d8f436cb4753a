/*
 * bm25_stats.c - the value arabic_bm25_stats: written, read, searched, added and subtracted
 *
 * bm25.h shows its layout.
 */
#include "compat.h"

#include <math.h>

#include "access/detoast.h"
#include "common/hashfn.h"
#include "common/int.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "bm25.h"

PG_FUNCTION_INFO_V1(arabic_bm25_documents);
PG_FUNCTION_INFO_V1(arabic_bm25_average_length);
PG_FUNCTION_INFO_V1(arabic_bm25_df);
PG_FUNCTION_INFO_V1(arabic_bm25_lexemes);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_add);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_subtract);

/* A block is closed when it is this long: one chunk of TOAST holds 1996 bytes. */
#define BLOCK_TARGET 1900

/* A toasted value up to this size is read whole: one scan of 32 chunks costs what five slices cost. */
#define WHOLE_LIMIT (64 * 1024)

/* ---- writing ---- */

void
bm25_build_init(Bm25Builder *b, int64 documents, int64 length)
{
	b->documents = documents;
	b->length = length;
	b->lexemes = 0;
	b->block_start = 0;
	b->last_len = 0;
	initStringInfo(&b->directory);
	initStringInfo(&b->keys);
	initStringInfo(&b->body);
}

static void
append_number(StringInfo s, uint64 x)
{
	while (x >= 0x80)
	{
		appendStringInfoCharMacro(s, (char) (x | 0x80));
		x >>= 7;
	}
	appendStringInfoCharMacro(s, (char) x);
}

static int
shared_prefix(const char *a, int alen, const char *b, int blen)
{
	int			n = Min(alen, blen);
	int			i = 0;

	while (i < n && a[i] == b[i])
		i++;
	return i;
}

/* Adds a lexeme that is greater than the one before. */
void
bm25_build_add(Bm25Builder *b, const char *lexeme, int len, int64 df)
{
	int			shared = shared_prefix(b->last, b->last_len, lexeme, len);

	if (b->lexemes == 0 || b->body.len - b->block_start >= BLOCK_TARGET)
	{
		Bm25Block	ref;

		ref.key = b->keys.len;
		ref.start = b->body.len;
		appendBinaryStringInfo(&b->directory, (char *) &ref, sizeof(ref));
		if (b->lexemes > 0)
			appendBinaryStringInfo(&b->keys, lexeme, shared + 1);
		b->block_start = b->body.len;
		shared = 0;
	}
	append_number(&b->body, shared);
	append_number(&b->body, len - shared);
	appendBinaryStringInfo(&b->body, lexeme + shared, len - shared);
	append_number(&b->body, df);
	memcpy(b->last + shared, lexeme + shared, len - shared);
	b->last_len = len;
	b->lexemes++;
}

/* Returns the value, palloc'd, and frees what the builder holds. */
Bm25Stats *
bm25_build_finish(Bm25Builder *b)
{
	uint32		blocks = b->directory.len / sizeof(Bm25Block);
	Size		keys = offsetof(Bm25Stats, directory) + (blocks + 1) * sizeof(Bm25Block);
	Size		body = keys + b->keys.len;
	Size		size = body + b->body.len;
	Size		hashed = offsetof(Bm25Stats, lexemes);
	Bm25Stats  *s;
	uint32		i;

	if (!AllocSizeIsValid(size))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("statistics of %u lexemes are too long", b->lexemes),
				 errdetail("They would be %zu bytes.", size)));
	s = palloc0(size);
	SET_VARSIZE(s, size);
	s->version = BM25_STATS_VERSION;
	s->documents = b->documents;
	s->length = b->length;
	s->lexemes = b->lexemes;
	s->blocks = blocks;
	s->body = body;
	memcpy(s->directory, b->directory.data, b->directory.len);
	for (i = 0; i < blocks; i++)
	{
		s->directory[i].key += keys;
		s->directory[i].start += body;
	}
	s->directory[blocks].key = body;
	s->directory[blocks].start = size;
	memcpy((char *) s + keys, b->keys.data, b->keys.len);
	memcpy((char *) s + body, b->body.data, b->body.len);
	s->fingerprint = hash_bytes_extended((unsigned char *) s + hashed, (int) (size - hashed),
										 hash_bytes_extended((unsigned char *) &s->documents,
															 2 * sizeof(int64), 0));
	pfree(b->directory.data);
	pfree(b->keys.data);
	pfree(b->body.data);
	return s;
}

/* ---- reading ---- */

const Bm25Stats *
bm25_stats_checked(struct varlena *value)
{
	const Bm25Stats *s = (const Bm25Stats *) value;

	if (VARSIZE(value) < offsetof(Bm25Stats, directory) || s->version != BM25_STATS_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("arabic_bm25_stats was written by another version of arabic_fts"),
				 errhint("Compute the statistics again.")));
	return s;
}

const Bm25Stats *
bm25_stats_header(Datum stats)
{
	return bm25_stats_checked(PG_DETOAST_DATUM_SLICE(stats, 0, offsetof(Bm25Stats, directory) - VARHDRSZ));
}

static void
corrupted(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED),
			 errmsg("arabic_bm25_stats is corrupted"),
			 errhint("Compute the statistics again.")));
}

static uint64
read_number(Bm25Reader *r)
{
	uint64		x = 0;
	int			shift = 0;

	for (;;)
	{
		if (r->pos >= r->end || shift > 63)
			corrupted();
		x |= (uint64) (*r->pos & 0x7f) << shift;
		if (!(*r->pos++ & 0x80))
			return x;
		shift += 7;
	}
}

static void
read_from(Bm25Reader *r, const void *start, Size len)
{
	r->pos = start;
	r->end = r->pos + len;
	r->len = 0;
}

void
bm25_read_init(Bm25Reader *r, const Bm25Stats *s)
{
	if (s->body > VARSIZE(s))
		corrupted();
	read_from(r, (const char *) s + s->body, VARSIZE(s) - s->body);
}

bool
bm25_read(Bm25Reader *r)
{
	uint64		shared;
	uint64		rest;

	if (r->pos >= r->end)
		return false;
	shared = read_number(r);
	rest = read_number(r);
	if (shared > r->len || rest > sizeof(r->lexeme) - shared || rest > r->end - r->pos)
		corrupted();
	memcpy(r->lexeme + shared, r->pos, rest);
	r->pos += rest;
	r->len = (int) (shared + rest);
	r->df = (int64) read_number(r);
	return true;
}

/* ---- searching ---- */

void
bm25_source_init(Bm25Source *src, Datum stats)
{
	struct varlena *value = (struct varlena *) DatumGetPointer(stats);

	src->toasted = NULL;
	src->loaded = NULL;
	if (VARATT_IS_EXTERNAL_ONDISK(value))
	{
		struct varatt_external pointer;

		VARATT_EXTERNAL_GET_POINTER(pointer, value);
		if (!VARATT_EXTERNAL_IS_COMPRESSED(pointer) && VARATT_EXTERNAL_GET_EXTSIZE(pointer) > WHOLE_LIMIT)
			src->toasted = value;
	}
	if (src->toasted == NULL)
		src->head = bm25_stats_checked(PG_DETOAST_DATUM(stats));
	else
		src->head = bm25_stats_checked(detoast_attr_slice(value, 0, bm25_stats_header(stats)->body - VARHDRSZ));
	if (src->head->body > VARSIZE(src->head))
		corrupted();
}

static void
read_block(Bm25Source *src, uint32 block, Bm25Reader *r)
{
	const Bm25Block *ref = &src->head->directory[block];

	if (src->toasted == NULL)
	{
		read_from(r, (const char *) src->head + ref[0].start, ref[1].start - ref[0].start);
		return;
	}
	if (src->loaded == NULL || src->block != block)
	{
		if (src->loaded != NULL)
			pfree(src->loaded);
		src->loaded = detoast_attr_slice(src->toasted, ref[0].start - VARHDRSZ, ref[1].start - ref[0].start);
		src->block = block;
	}
	read_from(r, VARDATA(src->loaded), VARSIZE(src->loaded) - VARHDRSZ);
}

/* The block where a lexeme stands, if it is there. */
static uint32
find_block(const Bm25Stats *head, const char *lexeme, int len)
{
	uint32		lo = 0;
	uint32		hi = head->blocks;

	/* keys up to lo are not above the lexeme, those from hi are */
	while (hi - lo > 1)
	{
		uint32		mid = lo + (hi - lo) / 2;
		const Bm25Block *ref = &head->directory[mid];

		if (bm25_compare((const char *) head + ref[0].key, ref[1].key - ref[0].key, lexeme, len) <= 0)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

double
bm25_df(Bm25Source *src, const char *lexeme, int len, bool prefix)
{
	const Bm25Stats *head = src->head;
	double		none = 0;		/* logarithm of the share of documents without any of them */
	bool		found = false;
	uint32		block;
	Bm25Reader	r;

	if (head->blocks == 0)
		return 0;
	for (block = find_block(head, lexeme, len); block < head->blocks; block++)
	{
		CHECK_FOR_INTERRUPTS();
		read_block(src, block, &r);
		while (bm25_read(&r))
		{
			int			c = bm25_compare(r.lexeme, r.len, lexeme, len);

			if (c < 0)
				continue;
			if (!prefix)
				return c == 0 ? (double) r.df : 0;
			if (r.len < len || memcmp(r.lexeme, lexeme, len) != 0)
				return found ? -expm1(none) * head->documents : 0;
			found = true;
			if (r.df >= head->documents)
				return head->documents;
			none += log1p(-(double) r.df / head->documents);
		}
		if (!prefix)
			return 0;
	}
	return found ? -expm1(none) * head->documents : 0;
}

/* ---- SQL: what a value says ---- */

Datum
arabic_bm25_documents(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(bm25_stats_header(PG_GETARG_DATUM(0))->documents);
}

/* NULL when there is no document */
Datum
arabic_bm25_average_length(PG_FUNCTION_ARGS)
{
	const Bm25Stats *s = bm25_stats_header(PG_GETARG_DATUM(0));

	if (s->documents == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8((double) s->length / s->documents);
}

Datum
arabic_bm25_df(PG_FUNCTION_ARGS)
{
	text	   *lexeme = PG_GETARG_TEXT_PP(1);
	Bm25Source	src;

	bm25_source_init(&src, PG_GETARG_DATUM(0));
	PG_RETURN_INT64((int64) bm25_df(&src, VARDATA_ANY(lexeme), VARSIZE_ANY_EXHDR(lexeme), false));
}

Datum
arabic_bm25_lexemes(PG_FUNCTION_ARGS)
{
	const Bm25Stats *s = bm25_stats_checked(PG_GETARG_VARLENA_P(0));
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Bm25Reader	r;

	InitMaterializedSRF(fcinfo, 0);
	bm25_read_init(&r, s);
	while (bm25_read(&r))
	{
		Datum		values[2];
		bool		nulls[2] = {0};

		CHECK_FOR_INTERRUPTS();
		values[0] = PointerGetDatum(cstring_to_text_with_len(r.lexeme, r.len));
		values[1] = Int64GetDatum(r.df);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(DatumGetPointer(values[0]));
	}
	return (Datum) 0;
}

/* ---- SQL: + and - ---- */

static void
not_a_part(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("cannot subtract statistics that are not a part of the others"),
			 errdetail("More documents would be taken away than there are.")));
}

static int64
combined(int64 a, int64 b, int sign)
{
	int64		result;

	if (sign > 0)
	{
		if (pg_add_s64_overflow(a, b, &result))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("statistics out of range")));
		return result;
	}
	if (b > a)
		not_a_part();
	return a - b;
}

/* Merges two ascending sequences: linear, and no more memory than the result. */
static Bm25Stats *
merge(const Bm25Stats *a, const Bm25Stats *b, int sign)
{
	Bm25Reader	ra;
	Bm25Reader	rb;
	bool		more_a;
	bool		more_b;
	Bm25Builder build;

	bm25_build_init(&build, combined(a->documents, b->documents, sign), combined(a->length, b->length, sign));
	bm25_read_init(&ra, a);
	bm25_read_init(&rb, b);
	more_a = bm25_read(&ra);
	more_b = bm25_read(&rb);
	while (more_a || more_b)
	{
		int			c = !more_a ? 1 : !more_b ? -1 : bm25_compare(ra.lexeme, ra.len, rb.lexeme, rb.len);
		int64		df = combined(c <= 0 ? ra.df : 0, c >= 0 ? rb.df : 0, sign);

		CHECK_FOR_INTERRUPTS();
		if (df > build.documents)
			not_a_part();
		if (df > 0)
			bm25_build_add(&build, c <= 0 ? ra.lexeme : rb.lexeme, c <= 0 ? ra.len : rb.len, df);
		if (c <= 0)
			more_a = bm25_read(&ra);
		if (c >= 0)
			more_b = bm25_read(&rb);
	}
	return bm25_build_finish(&build);
}

Datum
arabic_bm25_stats_add(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(merge(bm25_stats_checked(PG_GETARG_VARLENA_P(0)),
							bm25_stats_checked(PG_GETARG_VARLENA_P(1)), 1));
}

Datum
arabic_bm25_stats_subtract(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(merge(bm25_stats_checked(PG_GETARG_VARLENA_P(0)),
							bm25_stats_checked(PG_GETARG_VARLENA_P(1)), -1));
}
