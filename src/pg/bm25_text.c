/*
 * bm25_text.c - text and binary forms of arabic_bm25_stats and arabic_bm25_query
 *
 *     documents=4 length=23 'lexeme'=2 'other'=1
 *     average_length=5.75 'lexeme'=0.35 'prefix':*=0.7 'weighted':AB=1.2
 *
 * Lexemes are quoted as tsvector quotes them, and ascend.
 */
#include "compat.h"

#include <math.h>

#include "common/shortest_dec.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "bm25.h"

PG_FUNCTION_INFO_V1(arabic_bm25_stats_in);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_out);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_recv);
PG_FUNCTION_INFO_V1(arabic_bm25_stats_send);
PG_FUNCTION_INFO_V1(arabic_bm25_query_in);
PG_FUNCTION_INFO_V1(arabic_bm25_query_out);
PG_FUNCTION_INFO_V1(arabic_bm25_query_recv);
PG_FUNCTION_INFO_V1(arabic_bm25_query_send);

/* ---- reading text ---- */

typedef struct Parser
{
	const char *type;			/* for messages */
	const char *text;
	const char *pos;
	int			len;
	char		lexeme[MAXSTRLEN];
} Parser;

static void
fail(const Parser *p, const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s at byte %d", p->type, (int) (p->pos - p->text) + 1),
			 errdetail("%s", detail)));
}

static void
skip_space(Parser *p)
{
	while (*p->pos == ' ' || *p->pos == '\t' || *p->pos == '\n' || *p->pos == '\r')
		p->pos++;
}

static void
parse_field(Parser *p, const char *name)
{
	size_t		len = strlen(name);

	skip_space(p);
	if (strncmp(p->pos, name, len) != 0 || p->pos[len] != '=')
		fail(p, psprintf("Expected \"%s=\".", name));
	p->pos += len + 1;
}

static void
parse_char(Parser *p, char c)
{
	if (*p->pos != c)
		fail(p, psprintf("Expected \"%c\".", c));
	p->pos++;
}

static int64
parse_int(Parser *p)
{
	char	   *end;
	int64		x;

	errno = 0;
	x = strtoi64(p->pos, &end, 10);
	if (end == p->pos || *p->pos < '0' || *p->pos > '9' || errno != 0)
		fail(p, "Expected a whole number.");
	p->pos = end;
	return x;
}

static double
parse_float(Parser *p)
{
	char	   *end;
	double		x = strtod(p->pos, &end);

	if (end == p->pos || !isfinite(x) || x < 0)
		fail(p, "Expected a number that is not negative.");
	p->pos = end;
	return x;
}

/* Reads a quoted lexeme into p->lexeme; false at the end of the text. */
static bool
parse_lexeme(Parser *p)
{
	skip_space(p);
	if (*p->pos == '\0')
		return false;
	parse_char(p, '\'');
	for (p->len = 0; *p->pos != '\'' || p->pos[1] == '\''; p->pos++)
	{
		if (*p->pos == '\'' || *p->pos == '\\')
			p->pos++;
		if (*p->pos == '\0')
			fail(p, "The quote is not closed.");
		if (p->len >= MAXSTRLEN)
			fail(p, psprintf("A lexeme is at most %d bytes long.", MAXSTRLEN));
		p->lexeme[p->len++] = *p->pos;
	}
	if (p->len == 0)
		fail(p, "A lexeme is not empty.");
	p->pos++;
	return true;
}

static void
write_lexeme(StringInfo out, const char *lexeme, int len)
{
	int			i;

	appendStringInfoString(out, " '");
	for (i = 0; i < len; i++)
	{
		if (lexeme[i] == '\'' || lexeme[i] == '\\')
			appendStringInfoCharMacro(out, lexeme[i]);
		appendStringInfoCharMacro(out, lexeme[i]);
	}
	appendStringInfoCharMacro(out, '\'');
}

/* The shortest text that reads back as the same number, whatever extra_float_digits says. */
static void
write_float(StringInfo out, double x)
{
	char		buf[DOUBLE_SHORTEST_DECIMAL_LEN];

	double_to_shortest_decimal_buf(x, buf);
	appendStringInfoString(out, buf);
}

/* ---- arabic_bm25_stats ---- */

/* Adds a lexeme as it comes from outside; returns what is wrong with it, or NULL. */
static const char *
add_checked(Bm25Builder *b, const char *lexeme, int len, int64 df)
{
	if (b->lexemes > 0 && bm25_compare(b->last, b->last_len, lexeme, len) >= 0)
		return "Lexemes must ascend.";
	if (df < 1 || df > b->documents)
		return "A lexeme stands in one document at least, and in no more than there are.";
	bm25_build_add(b, lexeme, len, df);
	return NULL;
}

Datum
arabic_bm25_stats_in(PG_FUNCTION_ARGS)
{
	Parser		p = {"arabic_bm25_stats"};
	int64		documents;
	int64		length;
	Bm25Builder b;

	p.text = p.pos = PG_GETARG_CSTRING(0);
	parse_field(&p, "documents");
	documents = parse_int(&p);
	parse_field(&p, "length");
	length = parse_int(&p);
	bm25_build_init(&b, documents, length);
	while (parse_lexeme(&p))
	{
		const char *wrong;

		CHECK_FOR_INTERRUPTS();
		parse_char(&p, '=');
		wrong = add_checked(&b, p.lexeme, p.len, parse_int(&p));
		if (wrong != NULL)
			fail(&p, wrong);
	}
	PG_RETURN_POINTER(bm25_build_finish(&b));
}

Datum
arabic_bm25_stats_out(PG_FUNCTION_ARGS)
{
	const Bm25Stats *s = bm25_stats_checked(PG_GETARG_VARLENA_P(0));
	StringInfoData out;
	Bm25Reader	r;

	initStringInfo(&out);
	appendStringInfo(&out, "documents=" INT64_FORMAT " length=" INT64_FORMAT, s->documents, s->length);
	bm25_read_init(&r, s);
	while (bm25_read(&r))
	{
		CHECK_FOR_INTERRUPTS();
		write_lexeme(&out, r.lexeme, r.len);
		appendStringInfo(&out, "=" INT64_FORMAT, r.df);
	}
	PG_RETURN_CSTRING(out.data);
}

static void
bad_binary(const char *type, const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid binary value for type %s", type),
			 errdetail("%s", detail)));
}

/* A lexeme of the message: UTF-8 whatever the client's encoding is, as long as a lexeme may be. */
static const char *
receive_lexeme(StringInfo in, const char *type, int *len)
{
	const char *s;

	*len = pq_getmsgint(in, 4);
	if (*len < 1 || *len > MAXSTRLEN)
		bad_binary(type, psprintf("A lexeme is 1 to %d bytes long.", MAXSTRLEN));
	s = pq_getmsgbytes(in, *len);
	pg_verifymbstr(s, *len, false);
	return s;
}

static void
send_lexeme(StringInfo out, const char *lexeme, int len)
{
	pq_sendint32(out, len);
	pq_sendbytes(out, lexeme, len);
}

/* version, documents, length, count of lexemes, and of each: bytes, the bytes, df */
Datum
arabic_bm25_stats_recv(PG_FUNCTION_ARGS)
{
	static const char type[] = "arabic_bm25_stats";
	StringInfo	in = (StringInfo) PG_GETARG_POINTER(0);
	int64		documents;
	int64		length;
	uint32		n;
	Bm25Builder b;

	if (pq_getmsgint(in, 1) != BM25_STATS_VERSION)
		bad_binary(type, "Its version is unknown.");
	documents = pq_getmsgint64(in);
	length = pq_getmsgint64(in);
	if (documents < 0 || length < 0)
		bad_binary(type, "A number is negative.");
	bm25_build_init(&b, documents, length);
	for (n = pq_getmsgint(in, 4); n > 0; n--)
	{
		int			len;
		const char *lexeme = receive_lexeme(in, type, &len);
		const char *wrong = add_checked(&b, lexeme, len, pq_getmsgint64(in));

		CHECK_FOR_INTERRUPTS();
		if (wrong != NULL)
			bad_binary(type, wrong);
	}
	PG_RETURN_POINTER(bm25_build_finish(&b));
}

Datum
arabic_bm25_stats_send(PG_FUNCTION_ARGS)
{
	const Bm25Stats *s = bm25_stats_checked(PG_GETARG_VARLENA_P(0));
	StringInfoData out;
	Bm25Reader	r;

	pq_begintypsend(&out);
	pq_sendint8(&out, BM25_STATS_VERSION);
	pq_sendint64(&out, s->documents);
	pq_sendint64(&out, s->length);
	pq_sendint32(&out, s->lexemes);
	bm25_read_init(&r, s);
	while (bm25_read(&r))
	{
		CHECK_FOR_INTERRUPTS();
		send_lexeme(&out, r.lexeme, r.len);
		pq_sendint64(&out, r.df);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

/* ---- arabic_bm25_query ---- */

/* Words that come in one by one; their lexemes are copied. */
typedef struct Words
{
	Bm25Word   *words;
	int			n;
	int			room;
} Words;

static Bm25Word *
new_word(Words *w, const char *lexeme, int len)
{
	Bm25Word   *word;

	if (w->n == w->room)
	{
		w->room = w->room == 0 ? 16 : 2 * w->room;
		w->words = w->words == NULL ? palloc(sizeof(Bm25Word) * w->room) :
			repalloc(w->words, sizeof(Bm25Word) * (Size) w->room);
	}
	word = &w->words[w->n++];
	word->lexeme = memcpy(palloc(len), lexeme, len);
	word->len = len;
	word->mask = 0;
	word->prefix = false;
	return word;
}

/* ':' and any of '*' 'A' 'B' 'C' 'D', if there is a ':' */
static void
parse_flags(Parser *p, Bm25Word *word)
{
	if (*p->pos != ':')
		return;
	for (p->pos++; *p->pos != '='; p->pos++)
	{
		if (*p->pos == '*')
			word->prefix = true;
		else if (*p->pos >= 'A' && *p->pos <= 'D')
			word->mask |= 1 << ('D' - *p->pos);
		else
			fail(p, "Expected \"*\", weights A to D or \"=\".");
	}
}

Datum
arabic_bm25_query_in(PG_FUNCTION_ARGS)
{
	Parser		p = {"arabic_bm25_query"};
	double		average_length;
	Words		w = {0};

	p.text = p.pos = PG_GETARG_CSTRING(0);
	parse_field(&p, "average_length");
	average_length = parse_float(&p);
	while (parse_lexeme(&p))
	{
		Bm25Word   *word = new_word(&w, p.lexeme, p.len);

		CHECK_FOR_INTERRUPTS();
		parse_flags(&p, word);
		parse_char(&p, '=');
		word->weight = parse_float(&p);
	}
	PG_RETURN_POINTER(bm25_query_make(w.words, w.n, average_length));
}

Datum
arabic_bm25_query_out(PG_FUNCTION_ARGS)
{
	const Bm25Query *q = bm25_query_checked(PG_GETARG_VARLENA_P(0));
	StringInfoData out;
	uint32		i;

	initStringInfo(&out);
	appendStringInfoString(&out, "average_length=");
	write_float(&out, q->average_length);
	for (i = 0; i < q->exact + q->prefixes; i++)
	{
		const Bm25Term *t = &q->terms[i];
		int			weight;

		write_lexeme(&out, BM25_TERM_LEXEME(q, t), t->len);
		if (t->prefix || t->mask != 0)
			appendStringInfoChar(&out, ':');
		if (t->prefix)
			appendStringInfoChar(&out, '*');
		for (weight = 3; weight >= 0; weight--)
			if (t->mask & (1 << weight))
				appendStringInfoChar(&out, 'D' - weight);
		appendStringInfoChar(&out, '=');
		write_float(&out, t->weight);
	}
	PG_RETURN_CSTRING(out.data);
}

/* version, average length, count of terms, and of each: bytes, the bytes, prefix, mask, weight */
Datum
arabic_bm25_query_recv(PG_FUNCTION_ARGS)
{
	static const char type[] = "arabic_bm25_query";
	StringInfo	in = (StringInfo) PG_GETARG_POINTER(0);
	double		average_length;
	Words		w = {0};
	uint32		n;

	if (pq_getmsgint(in, 1) != BM25_QUERY_VERSION)
		bad_binary(type, "Its version is unknown.");
	average_length = pq_getmsgfloat8(in);
	for (n = pq_getmsgint(in, 4); n > 0; n--)
	{
		int			len;
		const char *lexeme = receive_lexeme(in, type, &len);
		Bm25Word   *word = new_word(&w, lexeme, len);

		CHECK_FOR_INTERRUPTS();
		word->prefix = pq_getmsgint(in, 1) != 0;
		word->mask = pq_getmsgint(in, 1) & 0x0f;
		word->weight = pq_getmsgfloat8(in);
		if (!isfinite(word->weight) || word->weight < 0)
			bad_binary(type, "A weight is not a number, or negative.");
	}
	if (!isfinite(average_length) || average_length < 0)
		bad_binary(type, "The average length is not a number, or negative.");
	PG_RETURN_POINTER(bm25_query_make(w.words, w.n, average_length));
}

Datum
arabic_bm25_query_send(PG_FUNCTION_ARGS)
{
	const Bm25Query *q = bm25_query_checked(PG_GETARG_VARLENA_P(0));
	StringInfoData out;
	uint32		i;

	pq_begintypsend(&out);
	pq_sendint8(&out, BM25_QUERY_VERSION);
	pq_sendfloat8(&out, q->average_length);
	pq_sendint32(&out, q->exact + q->prefixes);
	for (i = 0; i < q->exact + q->prefixes; i++)
	{
		const Bm25Term *t = &q->terms[i];

		send_lexeme(&out, BM25_TERM_LEXEME(q, t), t->len);
		pq_sendint8(&out, t->prefix);
		pq_sendint8(&out, t->mask);
		pq_sendfloat8(&out, t->weight);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}
