/*
 * analyze.c - arabic_analyze, arabic_lemmas, arabic_root: what the dictionaries see in a word
 */
#include "compat.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "../core/analyze.h"
#include "../core/ara.h"

PG_FUNCTION_INFO_V1(arabic_analyze);
PG_FUNCTION_INFO_V1(arabic_lemmas);
PG_FUNCTION_INFO_V1(arabic_root);

/* Columns of arabic_analyze, in the order of the install script. */
enum
{
	C_TOKEN, C_START, C_LENGTH, C_KIND, C_READING, C_PROCLITICS, C_STEM, C_ENCLITIC, C_LEMMA, C_LEXEME, C_ROOT,
	C_POS, C_FORM, C_SCORE, C_SOURCE, COLUMNS
};

/* A word in both normalizations and its readings. */
typedef struct Word
{
	char		folded[ARA_MAX_WORD * ARA_NORM_GROWTH];
	char		spelled[ARA_MAX_WORD * ARA_NORM_GROWTH];
	size_t		folded_len,
				spelled_len;
	AraAnalysis readings[ARA_MAX_ANALYSES];
	int			n;
} Word;

static bool
is_word(const AraToken *t)
{
	return (t->type == ARA_T_WORD || t->type == ARA_T_HWORD_PART) && t->len <= ARA_MAX_WORD;
}

static void
analyze(const AraToken *t, Word *w)
{
	w->folded_len = ara_normalize(t->start, t->len, w->folded, ARA_NORM_FOLD);
	w->spelled_len = ara_normalize(t->start, t->len, w->spelled, ARA_NORM_SPELLING);
	w->n = ara_analyze(w->folded, w->folded_len, w->spelled, w->spelled_len, w->readings, ARA_MAX_ANALYSES);
}

static Datum
text_datum(const char *s, size_t len)
{
	return PointerGetDatum(cstring_to_text_with_len(s, (int) len));
}

/* the bytes of a folded word's letters from..to */
static Datum
letters_datum(const Word *w, int from, int to)
{
	return text_datum(w->folded + 2 * from, 2 * (size_t) (to - from));
}

static void
reading_columns(const Word *w, int i, Datum *values, bool *nulls)
{
	const AraAnalysis *a = &w->readings[i];
	int			letters = (int) (w->folded_len / 2);
	char		lexeme[ARA_MAX_LEXEME];
	const char *s;
	const char *person;
	size_t		len;

	values[C_PROCLITICS] = letters_datum(w, 0, a->before);
	values[C_STEM] = letters_datum(w, a->before, letters - a->after);
	values[C_ENCLITIC] = letters_datum(w, letters - a->after, letters);
	s = ara_lemma_vocalized(a->lemma, &len);
	values[C_LEMMA] = text_datum(s, len);
	values[C_LEXEME] = text_datum(lexeme, ara_lemma_lexeme(a->lemma, lexeme));
	s = ara_lemma_root(a->lemma, &len);
	values[C_ROOT] = text_datum(s, len);
	nulls[C_ROOT] = len == 0;
	values[C_POS] = CStringGetTextDatum(ara_pos_name(ara_lemma_pos(a->lemma)));
	s = ara_form_name(a->slot, &person);
	values[C_FORM] = CStringGetTextDatum(*person ? psprintf("%s %s", s, person) : s);
	values[C_SCORE] = Float4GetDatum((float4) a->score / 4);
	values[C_SOURCE] = CStringGetTextDatum(ara_lemma_is_stop(a->lemma) ? "stop word" : "lexicon");
}

/* the rows of a token that the lexicon does not know, or that is no Arabic word: one for each lexeme */
static void
other_rows(const AraToken *t, const Word *w, Datum *values, bool *nulls, ReturnSetInfo *rsinfo)
{
	AraMode		mode = is_word(t) ? ARA_MODE_LEMMA : ARA_MODE_EXACT;
	char	   *out = palloc(ara_lexize_bound(t->len));
	AraLexemes	lexemes = ara_lexize(t->start, t->len, out, mode, 0);
	size_t		at = 0;
	int			i;

	memset(nulls + C_PROCLITICS, true, C_SOURCE - C_PROCLITICS);
	values[C_SOURCE] = CStringGetTextDatum(is_word(t) ? "unknown" : "token");
	for (i = 0; i < lexemes.n; i++)
	{
		/* what was taken off stands before the lexeme */
		if (is_word(t))
		{
			values[C_PROCLITICS] = text_datum(w->folded, w->folded_len - lexemes.len[i]);
			nulls[C_PROCLITICS] = false;
			values[C_STEM] = text_datum(out + at, lexemes.len[i]);
			nulls[C_STEM] = false;
		}
		values[C_READING] = Int32GetDatum(i + 1);
		values[C_LEXEME] = text_datum(out + at, lexemes.len[i]);
		nulls[C_LEXEME] = false;
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		at += lexemes.len[i];
	}
}

/* arabic_analyze(text): a row for each reading of each token, best first */
Datum
arabic_analyze(PG_FUNCTION_ARGS)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext row = AllocSetContextCreate(CurrentMemoryContext, "arabic_analyze row",
											  ALLOCSET_SMALL_SIZES);
	MemoryContext old;
	AraTokenizer t;
	AraToken	token;
	const char *at = VARDATA_ANY(in);
	int64		start = 1;		/* in characters */

	InitMaterializedSRF(fcinfo, 0);
	ara_tokenizer_init(&t, at, VARSIZE_ANY_EXHDR(in));
	old = MemoryContextSwitchTo(row);
	while (ara_next_token(&t, &token) != ARA_T_EOF)
	{
		Datum		values[COLUMNS];
		bool		nulls[COLUMNS];
		Word		w;
		int			i;

		CHECK_FOR_INTERRUPTS();
		/* the parts of a compound start where the whole did */
		if (token.start >= at)
			start += pg_mbstrlen_with_len(at, (int) (token.start - at));
		else
			start -= pg_mbstrlen_with_len(token.start, (int) (at - token.start));
		at = token.start;
		if (token.type == ARA_T_BLANK)
			continue;
		MemoryContextReset(row);
		memset(nulls, true, sizeof(nulls));
		nulls[C_TOKEN] = nulls[C_START] = nulls[C_LENGTH] = nulls[C_KIND] = nulls[C_READING] = false;
		nulls[C_SOURCE] = false;
		values[C_TOKEN] = text_datum(token.start, token.len);
		values[C_START] = Int32GetDatum((int32) start);
		values[C_LENGTH] = Int32GetDatum(pg_mbstrlen_with_len(token.start, (int) token.len));
		values[C_KIND] = CStringGetTextDatum(ara_token_alias(token.type));
		values[C_READING] = Int32GetDatum(1);
		w.n = 0;
		if (is_word(&token))
		{
			analyze(&token, &w);
			for (i = C_PROCLITICS; i < COLUMNS; i++)
				nulls[i] = false;
		}
		for (i = 0; i < w.n; i++)
		{
			values[C_READING] = Int32GetDatum(i + 1);
			reading_columns(&w, i, values, nulls);
			tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		}
		if (w.n == 0)
			other_rows(&token, &w, values, nulls, rsinfo);
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(row);
	return (Datum) 0;
}

/* arabic_lemmas(text): the vocalized lemma of each Arabic word; of an unknown one, what is left of it without the article */
Datum
arabic_lemmas(PG_FUNCTION_ARGS)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	ArrayBuildState *lemmas = initArrayResult(TEXTOID, CurrentMemoryContext, false);
	AraTokenizer t;
	AraToken	token;

	ara_tokenizer_init(&t, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in));
	while (ara_next_token(&t, &token) != ARA_T_EOF)
	{
		Word		w;
		const char *s;
		size_t		len;

		CHECK_FOR_INTERRUPTS();
		if (!is_word(&token))
			continue;
		analyze(&token, &w);
		if (w.n > 0)
			s = ara_lemma_vocalized(w.readings[0].lemma, &len);
		else
		{
			size_t		n = ara_unknown_article(w.folded, w.folded_len);

			s = w.folded + n;
			len = w.folded_len - n;
		}
		if (len > 0)
			accumArrayResult(lemmas, text_datum(s, len), false, TEXTOID, CurrentMemoryContext);
	}
	PG_RETURN_DATUM(makeArrayResult(lemmas, CurrentMemoryContext));
}

/* arabic_root(text): the root of the first Arabic word of a text, NULL if it has none that the lexicon knows */
Datum
arabic_root(PG_FUNCTION_ARGS)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	AraTokenizer t;
	AraToken	token;

	ara_tokenizer_init(&t, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in));
	while (ara_next_token(&t, &token) != ARA_T_EOF)
	{
		Word		w;
		const char *s;
		size_t		len = 0;

		CHECK_FOR_INTERRUPTS();
		if (!is_word(&token))
			continue;
		analyze(&token, &w);
		if (w.n == 0)
			PG_RETURN_NULL();
		s = ara_lemma_root(w.readings[0].lemma, &len);
		if (len == 0)
			PG_RETURN_NULL();
		PG_RETURN_DATUM(text_datum(s, len));
	}
	PG_RETURN_NULL();
}
