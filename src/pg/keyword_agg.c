/*
 * keyword_agg.c - the aggregate arabic_keyword_stats: keywords learned from a table
 *
 *     transition   an article's keyword line and which of its runs stand in the article: a record
 *     combine      records behind records
 *     final        the lines are cut, first by what stands in the texts of all articles, then again and
 *                  again by the keywords that the last round has found (keyword_learn.c)
 *
 *     record       u32 length of the line, u16 words, u8 separated, line, u8 found[words]
 */
#include "compat.h"

#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "../core/ara.h"
#include "../core/line.h"
#include "keyword_learn.h"

PG_FUNCTION_INFO_V1(arabic_keyword_stats_transition);
PG_FUNCTION_INFO_V1(arabic_keyword_stats_line_transition);
PG_FUNCTION_INFO_V1(arabic_keyword_stats_combine);
PG_FUNCTION_INFO_V1(arabic_keyword_stats_serialize);
PG_FUNCTION_INFO_V1(arabic_keyword_stats_deserialize);
PG_FUNCTION_INFO_V1(arabic_keyword_stats_final);

/* The state of the aggregate that calls us, made when there is none. */
static KeywordLines *
state(FunctionCallInfo fcinfo)
{
	MemoryContext context;
	MemoryContext old;
	KeywordLines *s;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "arabic_keyword_stats called outside an aggregate");
	if (!PG_ARGISNULL(0))
		return (KeywordLines *) PG_GETARG_POINTER(0);
	old = MemoryContextSwitchTo(context);
	s = palloc0(sizeof(KeywordLines));
	s->room = 1024;
	s->data = palloc(s->room);
	MemoryContextSwitchTo(old);
	return s;
}

static void
append(KeywordLines *s, const void *data, Size len)
{
	if (s->len + len > MaxAllocSize / 2)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many keyword lines for arabic_keyword_stats"),
				 errdetail("They take more than %zu MB.", (Size) (MaxAllocSize / 2) >> 20),
				 errhint("Learn from a part of the table: FROM ... TABLESAMPLE BERNOULLI (10).")));
	if (s->len + len > s->room)
	{
		s->room = Max(2 * s->room, s->len + len);
		s->data = repalloc(s->data, s->room);
	}
	memcpy(s->data + s->len, data, len);
	s->len += len;
}

/* Of a line of thousands of words, the rest teaches nothing. */
#define MAX_LINE 4096

/* Adds a line that stands in (or belongs to) a text. */
static void
add_line(KeywordLines *s, const char *line, Size len, const char *text, Size text_len)
{
	AraKeywordLine *l;
	const char *p = line;
	bool		inside = line >= text && line < text + text_len;
	KeywordRecord r;
	uint8		found[ARA_KEYWORD_WORDS];
	int			i;

	if (len > MAX_LINE)
		return;
	l = palloc(sizeof(AraKeywordLine));
	r.separated = ara_keyword_separated(line, len);
	r.words = 0;
	ara_keyword_read(l, &p, line + len);
	if (l->n > 0)
	{
		r.len = (uint32) (p - line);
		if (r.separated)
			r.len = (uint32) len;
		else
		{
			r.words = (uint16) l->n;
			ara_keyword_text(l, text, inside ? (Size) (line - text) : text_len);
			if (inside)
				ara_keyword_text(l, line + len, (Size) (text + text_len - (line + len)));
		}
		for (i = 0; i < r.words; i++)
			found[i] = l->word[i].found;
		append(s, &r, sizeof(r));
		append(s, line, r.len);
		append(s, found, r.words);
		s->lines++;
	}
	pfree(l);
}

/* arabic_keyword_stats(article text): raw articles, with their keyword lines inside */
Datum
arabic_keyword_stats_transition(PG_FUNCTION_ARGS)
{
	KeywordLines *s = state(fcinfo);

	if (!PG_ARGISNULL(1))
	{
		text	   *in = PG_GETARG_TEXT_PP(1);
		AraArticle	a;
		AraPart		p;

		ara_article_init(&a, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in));
		while (ara_next_part(&a, &p))
		{
			CHECK_FOR_INTERRUPTS();
			if (p.kind == ARA_P_KEYWORDS && p.article == 0)
			{
				add_line(s, p.start, p.len, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in));
				break;
			}
		}
		PG_FREE_IF_COPY(in, 1);
	}
	PG_RETURN_POINTER(s);
}

/* arabic_keyword_stats(line text, article text) */
Datum
arabic_keyword_stats_line_transition(PG_FUNCTION_ARGS)
{
	KeywordLines *s = state(fcinfo);

	if (!PG_ARGISNULL(1))
	{
		text	   *line = PG_GETARG_TEXT_PP(1);
		text	   *in = PG_ARGISNULL(2) ? NULL : PG_GETARG_TEXT_PP(2);

		add_line(s, VARDATA_ANY(line), VARSIZE_ANY_EXHDR(line),
				 in ? VARDATA_ANY(in) : "", in ? VARSIZE_ANY_EXHDR(in) : 0);
		PG_FREE_IF_COPY(line, 1);
		if (in != NULL)
			PG_FREE_IF_COPY(in, 2);
	}
	PG_RETURN_POINTER(s);
}

Datum
arabic_keyword_stats_combine(PG_FUNCTION_ARGS)
{
	KeywordLines *s = state(fcinfo);

	if (!PG_ARGISNULL(1))
	{
		KeywordLines *other = (KeywordLines *) PG_GETARG_POINTER(1);

		append(s, other->data, other->len);
		s->lines += other->lines;
	}
	PG_RETURN_POINTER(s);
}

Datum
arabic_keyword_stats_serialize(PG_FUNCTION_ARGS)
{
	KeywordLines *s = (KeywordLines *) PG_GETARG_POINTER(0);
	bytea	   *result = palloc(VARHDRSZ + sizeof(s->lines) + s->len);

	SET_VARSIZE(result, VARHDRSZ + sizeof(s->lines) + s->len);
	memcpy(VARDATA(result), &s->lines, sizeof(s->lines));
	memcpy(VARDATA(result) + sizeof(s->lines), s->data, s->len);
	PG_RETURN_BYTEA_P(result);
}

Datum
arabic_keyword_stats_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *in = PG_GETARG_BYTEA_PP(0);
	KeywordLines *s = palloc0(sizeof(KeywordLines));

	if (!AggCheckCallContext(fcinfo, NULL))
		elog(ERROR, "arabic_keyword_stats called outside an aggregate");
	memcpy(&s->lines, VARDATA_ANY(in), sizeof(s->lines));
	s->len = s->room = VARSIZE_ANY_EXHDR(in) - sizeof(s->lines);
	s->data = palloc(s->room + 1);
	memcpy(s->data, VARDATA_ANY(in) + sizeof(s->lines), s->len);
	PG_RETURN_POINTER(s);
}

/* Without any line, the statistics of none. */
Datum
arabic_keyword_stats_final(PG_FUNCTION_ARGS)
{
	KeywordLines none = {0};

	PG_RETURN_POINTER(keyword_learn(PG_ARGISNULL(0) ? &none : (KeywordLines *) PG_GETARG_POINTER(0)));
}
