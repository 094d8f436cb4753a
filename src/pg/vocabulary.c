/*
 * vocabulary.c - the type arabic_vocabulary and the aggregates that make one
 *
 * As text it is its words, a space between them, each with a colon and in how
 * many documents it stands.  Input takes them in any order and merges repeated
 * ones, as the aggregates do.
 */
#include "compat.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "tsearch/ts_type.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

#include "../core/ara.h"
#include "../core/chartab.h"
#include "../core/respell.h"
#include "../core/utf8.h"
#include "vocabulary.h"

PG_FUNCTION_INFO_V1(arabic_vocabulary_in);
PG_FUNCTION_INFO_V1(arabic_vocabulary_out);
PG_FUNCTION_INFO_V1(arabic_vocabulary_add);
PG_FUNCTION_INFO_V1(arabic_vocabulary_add_tsvector);
PG_FUNCTION_INFO_V1(arabic_vocabulary_final);

typedef struct Entry
{
	uint8		key[ARA_MAX_KEY];	/* zero bytes behind its letters */
	uint32		ndoc;
	uint32		best;			/* documents of the spelling that is kept */
	char	   *spelled;		/* NULL: as folded */
} Entry;

/* Words being collected. */
typedef struct Builder
{
	MemoryContext context;
	HTAB	   *words;
} Builder;

static Builder *
create_builder(MemoryContext context)
{
	HASHCTL		ctl;
	Builder    *b = MemoryContextAlloc(context, sizeof(Builder));

	memset(&ctl, 0, sizeof(ctl));
	ctl.keysize = ARA_MAX_KEY;
	ctl.entrysize = sizeof(Entry);
	ctl.hcxt = context;
	b->context = context;
	b->words = hash_create("arabic_vocabulary", 1024, &ctl, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	return b;
}

/* Whether a spelling can be shown, and read back: letters and digits. */
static bool
is_word(const char *s, size_t len)
{
	const char *end = s + len;
	int			size;

	for (; s < end; s += size)
		switch (ara_class(ara_decode(s, end, &size)))
		{
			case ARA_C_ARABIC:
			case ARA_C_LATIN:
			case ARA_C_DIGIT:
				break;
			default:
				return false;
		}
	return true;
}

/* Adds a word, or a lexeme without what tells homographs apart; false if it is no word of letters. */
static bool
add(Builder *b, const char *s, size_t len, int64 ndoc)
{
	char		folded[ARA_MAX_WORD * ARA_NORM_GROWTH];
	char		spelled[ARA_MAX_WORD * ARA_NORM_GROWTH];
	uint8		key[ARA_MAX_KEY] = {0};
	const char *mark;
	size_t		folded_len,
				spelled_len;
	Entry	   *e;
	bool		found;

	mark = len > 0 ? memchr(s, '#', len) : NULL;
	if (mark != NULL && mark > s)
		len = (size_t) (mark - s);
	if (len > ARA_MAX_WORD)
		return false;
	folded_len = ara_normalize(s, len, folded, ARA_NORM_FOLD);
	if (ara_key(folded, folded_len, key) < ARA_MIN_KEY)
		return false;
	e = hash_search(b->words, key, HASH_ENTER, &found);
	if (!found)
	{
		e->ndoc = e->best = 0;
		e->spelled = NULL;
	}
	ndoc = Min(ndoc, PG_INT32_MAX);
	if (ndoc > e->best)
	{
		e->best = (uint32) ndoc;
		spelled_len = ara_normalize(s, len, spelled, ARA_NORM_SPELLING);
		if (e->spelled != NULL)
			pfree(e->spelled);
		e->spelled = NULL;
		if ((spelled_len != folded_len || memcmp(spelled, folded, folded_len) != 0) &&
			spelled_len <= ARA_MAX_SPELLED && is_word(spelled, spelled_len))
		{
			e->spelled = MemoryContextAlloc(b->context, spelled_len + 1);
			memcpy(e->spelled, spelled, spelled_len);
			e->spelled[spelled_len] = '\0';
		}
	}
	e->ndoc = (uint32) Min(e->ndoc + ndoc, PG_INT32_MAX);
	return true;
}

static int
compare(const void *a, const void *b)
{
	return memcmp((*(Entry *const *) a)->key, (*(Entry *const *) b)->key, ARA_MAX_KEY);
}

/* little-endian, as everything that the core reads */
static char *
put_u32(char *p, uint32 v)
{
	int			i;

	for (i = 0; i < 4; i++)
		*p++ = (char) (v >> (8 * i) & 0xFF);
	return p;
}

/* The value of what was collected; b may be NULL. */
static struct varlena *
finish(Builder *b)
{
	uint32		n = b == NULL ? 0 : (uint32) hash_get_num_entries(b->words);
	uint32		nindex = (n + ARA_VOCABULARY_BLOCK - 1) / ARA_VOCABULARY_BLOCK;
	Size		before = ara_vocabulary_index(n);
	Entry	  **entries = palloc_extended(sizeof(Entry *) * (n + 1), MCXT_ALLOC_HUGE);
	uint32	   *index = palloc_extended(sizeof(uint32) * (nindex + 1), MCXT_ALLOC_HUGE);
	uint8	   *shared = palloc_extended(nindex + 1, MCXT_ALLOC_HUGE);
	char	   *p;
	AraVocabularyWord words[2];
	StringInfoData out;
	struct varlena *result;
	uint32		max_ndoc = 0;
	uint32		i;

	if (n > 0)
	{
		HASH_SEQ_STATUS scan;
		Entry	   *e;

		hash_seq_init(&scan, b->words);
		for (i = 0; (e = hash_seq_search(&scan)) != NULL; i++)
			entries[i] = e;
		qsort(entries, n, sizeof(Entry *), compare);
	}
	initStringInfo(&out);
	for (i = 0; i < n; i++)
	{
		AraVocabularyWord *word = &words[i % 2];
		unsigned char *entry;

		if (i % 4096 == 0)
			CHECK_FOR_INTERRUPTS();
		memcpy(word->key, entries[i]->key, ARA_MAX_KEY);
		word->n = (int) strnlen((char *) word->key, ARA_MAX_KEY);
		word->ndoc = entries[i]->ndoc;
		max_ndoc = Max(max_ndoc, word->ndoc);
		word->spelled = entries[i]->spelled;
		word->spelled_len = word->spelled ? strlen(word->spelled) : 0;
		enlargeStringInfo(&out, ARA_MAX_ENTRY);
		entry = (unsigned char *) out.data + out.len;
		if (i % ARA_VOCABULARY_BLOCK == 0)
		{
			index[i / ARA_VOCABULARY_BLOCK] = (uint32) out.len;
			shared[i / ARA_VOCABULARY_BLOCK] = ARA_MAX_KEY;
		}
		out.len += (int) ara_vocabulary_entry(entry, i, &words[(i + 1) % 2], word);
		shared[i / ARA_VOCABULARY_BLOCK] = Min(shared[i / ARA_VOCABULARY_BLOCK], entry[0]);
	}
	if (!AllocSizeIsValid(VARHDRSZ + before + out.len))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("vocabulary is too large"),
				 errdetail("It has %u words.", n),
				 errhint("Leave out words that stand in few documents.")));
	result = palloc(VARHDRSZ + before + out.len);
	SET_VARSIZE(result, VARHDRSZ + before + out.len);
	p = put_u32(VARDATA(result), ARA_VOCABULARY_MAGIC);
	p = put_u32(p, n);
	p = put_u32(p, max_ndoc);
	p = put_u32(p, (uint32) out.len);
	for (i = 0; i < nindex; i++)
		p = put_u32(p, index[i]);
	memcpy(p, shared, nindex);
	memcpy(p + nindex, out.data, out.len);
	pfree(out.data);
	pfree(entries);
	pfree(index);
	pfree(shared);
	return result;
}

void
vocabulary_open(AraVocabulary *v, const struct varlena *value)
{
	if (!ara_vocabulary_open(v, VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("value of type arabic_vocabulary is not in this version's format"),
				 errhint("Make it anew by the aggregate arabic_vocabulary.")));
}

size_t
vocabulary_spelled(const AraVocabularyWord *word, char *out)
{
	char		folded[2 * ARA_MAX_KEY];

	if (word->spelled == NULL)
		return ara_respell(folded, ara_key_word(word->key, word->n, folded), out);
	memcpy(out, word->spelled, word->spelled_len);
	return word->spelled_len;
}

/* Reads one "word:number" of text input, and adds it. */
static void
add_text(Builder *b, const char *s, size_t len)
{
	const char *colon = memchr(s, ':', len);
	int64		ndoc = 0;
	const char *p;

	if (colon != NULL)
		for (p = colon + 1; p < s + len && *p >= '0' && *p <= '9' && ndoc <= PG_INT32_MAX; p++)
			ndoc = ndoc * 10 + (*p - '0');
	if (colon == NULL || p < s + len || ndoc < 1 || ndoc > PG_INT32_MAX ||
		!add(b, s, (size_t) (colon - s), ndoc))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type %s: \"%.*s\"", "arabic_vocabulary",
						pg_mbcliplen(s, (int) Min(len, PG_INT32_MAX), 64), s),
				 errdetail("A vocabulary is words of letters, "
						   "each with a colon and a number of documents of 1 to %d.", PG_INT32_MAX),
				 errhint("Make vocabularies by the aggregate arabic_vocabulary.")));
}

Datum
arabic_vocabulary_in(PG_FUNCTION_ARGS)
{
	const char *p = PG_GETARG_CSTRING(0);
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "arabic_vocabulary input",
												  ALLOCSET_DEFAULT_SIZES);
	Builder    *b = create_builder(context);
	struct varlena *result;

	for (p += strspn(p, " \t\r\n"); *p; p += strspn(p, " \t\r\n"))
	{
		size_t		len = strcspn(p, " \t\r\n");

		CHECK_FOR_INTERRUPTS();
		add_text(b, p, len);
		p += len;
	}
	result = finish(b);
	MemoryContextDelete(context);
	PG_RETURN_POINTER(result);
}

Datum
arabic_vocabulary_out(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_DETOAST_DATUM_PACKED(PG_GETARG_DATUM(0));
	AraVocabulary v;
	AraVocabularyReader reader;
	AraVocabularyWord word;
	StringInfoData out;

	vocabulary_open(&v, value);
	initStringInfo(&out);
	ara_vocabulary_reader(&reader, &v);
	while (ara_vocabulary_next(&reader, &word))
	{
		char		folded[2 * ARA_MAX_KEY];

		CHECK_FOR_INTERRUPTS();
		if (out.len > 0)
			appendStringInfoChar(&out, ' ');
		if (word.spelled)
			appendBinaryStringInfo(&out, word.spelled, (int) word.spelled_len);
		else
			appendBinaryStringInfo(&out, folded, (int) ara_key_word(word.key, word.n, folded));
		appendStringInfo(&out, ":%u", word.ndoc);
	}
	PG_RETURN_CSTRING(out.data);
}

/* The aggregates' state, made at the first row. */
static Builder *
state(FunctionCallInfo fcinfo)
{
	MemoryContext context;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "aggregate function called in non-aggregate context");
	return PG_ARGISNULL(0) ? create_builder(context) : (Builder *) PG_GETARG_POINTER(0);
}

/* arabic_vocabulary(lexeme text, ndoc bigint): rows without a word, or in no document, are passed over */
Datum
arabic_vocabulary_add(PG_FUNCTION_ARGS)
{
	Builder    *b = state(fcinfo);

	if (!PG_ARGISNULL(1) && !PG_ARGISNULL(2) && PG_GETARG_INT64(2) > 0)
	{
		text	   *word = PG_GETARG_TEXT_PP(1);

		add(b, VARDATA_ANY(word), VARSIZE_ANY_EXHDR(word), PG_GETARG_INT64(2));
	}
	PG_RETURN_POINTER(b);
}

/* arabic_vocabulary(tsvector): each row is one document */
Datum
arabic_vocabulary_add_tsvector(PG_FUNCTION_ARGS)
{
	Builder    *b = state(fcinfo);

	if (!PG_ARGISNULL(1))
	{
		TSVector	v = PG_GETARG_TSVECTOR(1);
		WordEntry  *e = ARRPTR(v);
		int			i;

		for (i = 0; i < v->size; i++)
			add(b, STRPTR(v) + e[i].pos, e[i].len, 1);
		PG_FREE_IF_COPY(v, 1);
	}
	PG_RETURN_POINTER(b);
}

Datum
arabic_vocabulary_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(finish(PG_ARGISNULL(0) ? NULL : (Builder *) PG_GETARG_POINTER(0)));
}
