/*
 * headline.c - arabic_headline: the passages of a document that show best why a query found it
 *
 * The options, and the reading of the document: one pass over the tokens of the configuration's
 * parser, of which only a window is kept, and which ends when nothing better is to be expected.
 */
#include "headline.h"

#include "commands/defrem.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "../core/ara.h"
#include "config.h"

PG_FUNCTION_INFO_V1(arabic_headline);
PG_FUNCTION_INFO_V1(arabic_headline_byid);

/* No text has more words; multiples of it are valid numbers. */
#define MAX_WORDS (1 << 28)

/* ---- options ---- */

static int
get_int(DefElem *def, const char *name, int least)
{
	char	   *s = defGetString(def);
	char	   *end;
	long		value;

	errno = 0;
	value = strtol(s, &end, 10);
	if (end == s || *end != '\0')
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid value for parameter \"%s\": \"%s\"", name, s),
				 errhint("The value must be an integer.")));
	if (errno != 0 || value < least || value > PG_INT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("value %s is out of bounds for parameter \"%s\"", s, name),
				 errdetail("Valid values are between \"%d\" and \"%d\".", least, PG_INT32_MAX)));
	return (int) value;
}

static bool
get_bool(DefElem *def, const char *name)
{
	char	   *s = defGetString(def);
	bool		value;

	if (!parse_bool(s, &value))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid value for parameter \"%s\": \"%s\"", name, s),
				 errhint("Valid values are \"on\" and \"off\".")));
	return value;
}

/* "on" is by fragments: an isolate inside a sentence reorders neighbouring words of the other direction. */
static HeadlineBidi
get_bidi(DefElem *def, const char *name)
{
	char	   *s = defGetString(def);
	bool		value;

	if (pg_strcasecmp(s, "fragments") == 0)
		return BIDI_FRAGMENTS;
	if (pg_strcasecmp(s, "matches") == 0)
		return BIDI_MATCHES;
	if (!parse_bool(s, &value))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid value for parameter \"%s\": \"%s\"", name, s),
				 errhint("Valid values are \"fragments\" (or \"on\"), \"matches\" and \"off\".")));
	return value ? BIDI_FRAGMENTS : BIDI_OFF;
}

static void
get_option(HeadlineOptions *o, DefElem *def)
{
	if (pg_strcasecmp(def->defname, "MaxWords") == 0)
		o->max_words = get_int(def, "MaxWords", 0);
	else if (pg_strcasecmp(def->defname, "MinWords") == 0)
		o->min_words = get_int(def, "MinWords", 0);
	else if (pg_strcasecmp(def->defname, "ShortWord") == 0)
		o->short_word = get_int(def, "ShortWord", 0);
	else if (pg_strcasecmp(def->defname, "MaxFragments") == 0)
		o->max_fragments = get_int(def, "MaxFragments", 0);
	else if (pg_strcasecmp(def->defname, "StartSel") == 0)
		o->start_sel = defGetString(def);
	else if (pg_strcasecmp(def->defname, "StopSel") == 0)
		o->stop_sel = defGetString(def);
	else if (pg_strcasecmp(def->defname, "FragmentDelimiter") == 0)
		o->delimiter = defGetString(def);
	else if (pg_strcasecmp(def->defname, "HighlightAll") == 0)
		o->highlight_all = get_bool(def, "HighlightAll");
	else if (pg_strcasecmp(def->defname, "EscapeHTML") == 0)
		o->escape_html = get_bool(def, "EscapeHTML");
	else if (pg_strcasecmp(def->defname, "BidiIsolate") == 0)
		o->bidi = get_bidi(def, "BidiIsolate");
	else
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unrecognized headline parameter: \"%s\"", def->defname),
				 errhint("Valid parameters are StartSel, StopSel, MaxWords, MinWords, ShortWord, HighlightAll, "
						 "MaxFragments, FragmentDelimiter, EscapeHTML and BidiIsolate.")));
}

/* The options of the text in; ts_headline's defaults, and its rule that the last of two holds. */
static void
get_options(HeadlineOptions *o, text *in)
{
	ListCell   *l;

	memset(o, 0, sizeof(*o));
	o->start_sel = "<b>";
	o->stop_sel = "</b>";
	o->delimiter = " ... ";
	o->max_words = 35;
	o->min_words = 15;
	o->short_word = 3;
	o->escape_html = true;		/* who forgets the option must not serve a script that somebody wrote in a text */
	if (in != NULL)
		foreach(l, deserialize_deflist(PointerGetDatum(in)))
			get_option(o, (DefElem *) lfirst(l));
	if (o->highlight_all)
		return;
	if (o->min_words >= o->max_words)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("MinWords should be less than MaxWords")));
	if (o->min_words <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("MinWords should be positive")));
	o->max_words = Min(o->max_words, MAX_WORDS);
	o->min_words = Min(o->min_words, MAX_WORDS);
}

/* ---- tokens ---- */

typedef struct Token
{
	int			type;			/* 0: the end */
	int			start;
	int			end;
	uint64		hash;			/* of the matcher */
} Token;

/* Tokens are read some ahead (matcher_expect), at least one. */
#define AHEAD 32

typedef struct Reader
{
	const char *doc;
	int			len;
	Matcher    *m;
	TSConfigCacheEntry *config;
	TSParserCacheEntry *parser;
	void	   *state;			/* the parser's */
	Token		tokens[AHEAD];
	int			at;				/* the current token */
	int			ntokens;
	bool		whole;			/* it is the whole of a compound: the next starts inside it */
} Reader;

static void
next_token(Reader *r, Token *t, int previous_end)
{
	char	   *start = NULL;
	int			len = 0;

	t->type = DatumGetInt32(FunctionCall3(&r->parser->prstoken, PointerGetDatum(r->state),
										  PointerGetDatum(&start), PointerGetDatum(&len)));
	if (t->type <= 0)
	{
		t->type = 0;
		t->start = t->end = r->len;
		return;
	}
	/* some parsers may give copies */
	if (start < r->doc || start > r->doc + r->len)
	{
		if (len > r->len - previous_end || memcmp(start, r->doc + previous_end, len) != 0)
			ereport(ERROR,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("arabic_headline needs a text search parser whose tokens are parts of the document"),
					 errhint("Use ts_headline with this configuration.")));
		start = unconstify(char *, r->doc) + previous_end;
	}
	t->start = (int) (start - r->doc);
	t->end = t->start + len;
	t->hash = matcher_expect(r->m, r->config, t->type, start, len);
}

/* Reads on after the current token. */
static void
read_ahead(Reader *r)
{
	Token	   *t = r->tokens;
	int			previous_end = 0;

	CHECK_FOR_INTERRUPTS();
	r->ntokens -= r->at;
	memmove(r->tokens, r->tokens + r->at, sizeof(Token) * r->ntokens);
	r->at = 0;
	for (t = r->tokens + r->ntokens; t < r->tokens + AHEAD; t++)
	{
		if (t > r->tokens)
		{
			if (t[-1].type == 0)
				return;
			previous_end = t[-1].end;
		}
		next_token(r, t, previous_end);
		r->ntokens++;
	}
}

static void
read_begin(Reader *r, Oid config, Matcher *m, const char *doc, int len)
{
	r->doc = doc;
	r->len = len;
	r->m = m;
	r->config = lookup_ts_config_cache(config);
	r->parser = lookup_ts_parser_cache(r->config->prsId);
	r->state = DatumGetPointer(FunctionCall2(&r->parser->prsstart, PointerGetDatum(doc), Int32GetDatum(len)));
	r->ntokens = 0;
	r->at = 0;
}

/* The next token; NULL at the end. */
static const Token *
read_token(Reader *r)
{
	const Token *t;

	if (r->ntokens > 0)
		r->at++;
	if (r->at + 1 >= r->ntokens)
		read_ahead(r);
	t = &r->tokens[r->at];
	if (t->type == 0)
		return NULL;
	r->whole = t[1].type != 0 && t[1].start < t->end;
	return t;
}

static void
read_end(Reader *r)
{
	FunctionCall1(&r->parser->prsend, PointerGetDatum(r->state));
}

/* What a token matches. */
static inline void
read_matches(const Reader *r, const Token *t, TokenReading *matches)
{
	matcher_read(r->m, r->config, t->type, unconstify(char *, r->doc) + t->start, t->end - t->start,
				 t->hash, matches);
}

/* ---- the two ways ---- */

/*
 * Reads the document until enough is found; returns whether to its end.  Types of tokens are the
 * default parser's, by number, as for ts_headline.
 */
static bool
read_passages(Reader *r, Passages *p)
{
	const Token *token;
	HeadlineEdge edge = EDGE_SENTENCE;
	TokenReading t;
	int			position = 0;
	int			word_start = -1;	/* of the token before, if it was a word */
	int			compound_end = 0;	/* of the last one */
	int			glued = -1;		/* where the word to come starts, if what stands before belongs to it */
	bool		inside = false;	/* the word to come is not the first of its compound */
	bool		space;

	while ((token = read_token(r)) != NULL)
	{
		int			start = token->start;
		int			end = token->end;
		int			word = word_start;

		if (passages_enough(p, start))
			return false;
		word_start = -1;
		if (start >= compound_end)
		{
			if (inside)
				passages_extend_word(p, compound_end);
			inside = false;
			glued = -1;
		}
		switch (token->type)
		{
			case ARA_T_BLANK:
				if (end - start == 1 && r->doc[start] == ' ')
					continue;	/* most are */
				passages_blank(p, end - start);
				edge = Max(edge, headline_blank_edge(r->doc, r->len, start, end, word));
				continue;
			case ARA_T_TAG:
				edge = Max(edge, headline_tag_edge(r->doc + start, end - start, &space));
				passages_tag(p, start, end, space);
				continue;
			case ARA_T_ENTITY:
				passages_blank(p, end - start);
				continue;
			case ARA_T_PROTOCOL:
				passages_word(p, start, end, edge);
				edge = EDGE_WORD;
				inside = true;	/* so is the host that follows at once */
				compound_end = end + 1;
				continue;
		}
		if (end - start >= MAXSTRLEN)	/* data, not text */
		{
			passages_break(p);
			edge = EDGE_SENTENCE;
			continue;
		}
		read_matches(r, token, &t);
		if (r->whole)
		{
			if (glued < 0)
				glued = start;
			compound_end = Max(compound_end, end);
		}
		else
		{
			passages_word(p, glued >= 0 ? glued : start, end, inside ? EDGE_INSIDE : edge);
			edge = EDGE_WORD;
			word_start = start;
			inside = start < compound_end;
			glued = -1;
		}
		if (t.n > 0)
			passages_hits(p, start, end, r->whole, position, &t);
		position += t.advance;
	}
	if (inside)
		passages_extend_word(p, compound_end);
	return true;
}

/* Writes the whole document, with all matches marked. */
static void
write_all(Reader *r, HeadlineWriter *w)
{
	const Token *token;
	TokenReading t;

	writer_start(w, 0);
	while ((token = read_token(r)) != NULL)
	{
		read_matches(r, token, &t);
		if (t.n > 0 && token->start >= w->at)
			writer_mark(w, token->start, token->end);
	}
	writer_text(w, r->len);
	writer_end(w);
}

static text *
headline(FmgrInfo *flinfo, Oid config, text *in, TSQuery query, text *options)
{
	HeadlineOptions o;
	HeadlineWriter w;
	Matcher    *m;
	Reader		r;

	get_options(&o, options);
	m = matcher_get(flinfo, config, query);
	read_begin(&r, config, m, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in));
	writer_begin(&w, r.doc, r.len, &o);
	if (o.highlight_all)
		write_all(&r, &w);
	else
	{
		Passages   *p = passages_begin(r.doc, r.len, m, &o);
		HeadlineFragment *fragments;
		bool		at_end = read_passages(&r, p);
		int			n = passages_end(p, at_end, &fragments);
		int			i;

		for (i = 0; i < n; i++)
		{
			const HeadlineFragment *f = &fragments[i];
			bool		joined = i > 0 && f[-1].section == f->section && f[-1].last_word + 1 == f->first_word;
			bool		joins = i + 1 < n && f->section == f[1].section && f->last_word + 1 == f[1].first_word;

			if (i > 0 && !joined)
				appendStringInfoString(&w.out, o.delimiter);
			writer_fragment(&w, f, joined, joins ? f[1].start : -1);
		}
	}
	read_end(&r);
	SET_VARSIZE(w.out.data, w.out.len);
	return (text *) w.out.data;
}

/* arabic_headline(regconfig, text, tsquery [, text]) */
Datum
arabic_headline_byid(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(headline(fcinfo->flinfo, PG_GETARG_OID(0), PG_GETARG_TEXT_PP(1), PG_GETARG_TSQUERY(2),
							  PG_NARGS() > 3 ? PG_GETARG_TEXT_PP(3) : NULL));
}

/* arabic_headline(text, tsquery [, text]): with the extension's own configuration arabic_fts */
Datum
arabic_headline(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(headline(fcinfo->flinfo, arabic_own_config(fcinfo, "arabic_fts"), PG_GETARG_TEXT_PP(0),
							  PG_GETARG_TSQUERY(1), PG_NARGS() > 2 ? PG_GETARG_TEXT_PP(2) : NULL));
}
