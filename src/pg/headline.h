/*
 * headline.h - what the files of arabic_headline share
 *
 *     document --> headline.c: options, the document's tokens one after another
 *                    |  headline_query.c, headline_match.c: which terms of the query a token matches
 *                    |  headline_text.c: where sentences end
 *                    v
 *                  headline_passage.c: the best passages, by a window over the matches
 *                  headline_fragment.c: the fragments cut out of them
 *                    v
 *                  headline_text.c: the fragments with their marks, escaped --> result
 *
 * Offsets are bytes of the document, ends exclusive.  Words are numbered from 0; blanks, tags and
 * the wholes of compounds are no words.  All ranges of words are inclusive.
 */
#ifndef ARABIC_FTS_HEADLINE_H
#define ARABIC_FTS_HEADLINE_H

#include "compat.h"

#include "lib/stringinfo.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_utils.h"

typedef enum HeadlineBidi
{
	BIDI_OFF,
	BIDI_FRAGMENTS,				/* each fragment in an isolate */
	BIDI_MATCHES				/* each match in an isolate */
} HeadlineBidi;

typedef struct HeadlineOptions
{
	char	   *start_sel;
	char	   *stop_sel;
	char	   *delimiter;
	int			max_words;
	int			min_words;
	int			short_word;
	int			max_fragments;
	bool		highlight_all;
	bool		escape_html;
	HeadlineBidi bidi;
} HeadlineOptions;

/* How well a fragment may be cut between two words. */
typedef enum HeadlineEdge
{
	EDGE_INSIDE = -1,			/* a compound: not at all */
	EDGE_WORD,
	EDGE_CLAUSE,
	EDGE_SENTENCE
} HeadlineEdge;

/* ---- headline_query.c, headline_match.c ---- */

/* One term of the query that a token matches. */
typedef struct TokenMatch
{
	int			term;
	int			unit;			/* terms that stand for the same word of the query have one */
	int			offset;			/* the lexeme's position, counted from the token before */
} TokenMatch;

typedef struct TokenReading
{
	int			advance;		/* positions that the token takes in a tsvector */
	int			n;
	const TokenMatch *matches;	/* the matcher's, good until the next reading */
} TokenReading;

/* A match in the document. */
typedef struct HeadlineHit
{
	int			start;
	int			end;
	int			word;			/* of the whole of a compound: its first word */
	int			position;		/* as in a tsvector */
	int			term;
	int			unit;
	bool		first;			/* of the hits of its token */
} HeadlineHit;

/* The query, prepared; it is kept from row to row. */
typedef struct Matcher Matcher;

/* A set of phrases of the query. */
typedef uint64 PhraseSet;
#define MAX_PHRASES 64

extern Matcher *matcher_get(FmgrInfo *flinfo, Oid config, TSQuery query);
extern int	matcher_units(const Matcher *m);
extern int	matcher_phrases(const Matcher *m);
extern PhraseSet matcher_phrases_of(const Matcher *m, int term);
extern uint64 matcher_expect(Matcher *m, const TSConfigCacheEntry *cfg, int type, const char *token,
							 int len);
extern void matcher_read(Matcher *m, const TSConfigCacheEntry *cfg, int type, char *token, int len,
						 uint64 hash, TokenReading *r);
extern int	matcher_phrase(Matcher *m, int phrase, const HeadlineHit *hits, int n);

/* ---- headline_passage.c ---- */

typedef struct HeadlineSpan
{
	int			start;
	int			end;
} HeadlineSpan;

/* Markup that is left out. */
typedef struct HeadlineTag
{
	int			start;
	int			end;
	bool		space;			/* it parts what stands before from what stands after */
} HeadlineTag;

typedef struct HeadlineFragment
{
	int			start;
	int			end;
	int			first_word;
	int			last_word;
	int			section;
	int			nunits;			/* different units and phrases of the query in it */
	int		   *units;
	int			hits;
	int			nmarks;
	HeadlineSpan *marks;
	int			ntags;
	HeadlineTag *tags;
} HeadlineFragment;

typedef struct Passages Passages;

extern Passages *passages_begin(const char *doc, int len, Matcher *m, const HeadlineOptions *o);
extern void passages_word(Passages *p, int start, int end, HeadlineEdge edge);
extern void passages_extend_word(Passages *p, int end);
extern void passages_hits(Passages *p, int start, int end, bool whole, int position, const TokenReading *r);
extern void passages_tag(Passages *p, int start, int end, bool space);
extern void passages_blank(Passages *p, int len);
extern void passages_break(Passages *p);
extern bool passages_enough(const Passages *p, int offset);
extern int	passages_end(Passages *p, bool at_end, HeadlineFragment **fragments);

/* ---- headline_text.c ---- */

extern HeadlineEdge headline_blank_edge(const char *doc, int len, int start, int end, int word);
extern HeadlineEdge headline_tag_edge(const char *tag, int len, bool *space);
extern int	headline_letters(const char *s, int len);
extern int	headline_opening(const char *doc, int limit, int start);
extern int	headline_closing(const char *doc, int end, int limit);

/* Writes parts of the document, in their order, with marks. */
typedef struct HeadlineWriter
{
	StringInfoData out;
	const char *doc;
	int			len;
	const HeadlineOptions *o;
	int			at;				/* the document is written, or left out, up to here */
	int			depth;
	char		open[128];		/* bidi controls not yet closed */
} HeadlineWriter;

extern void writer_begin(HeadlineWriter *w, const char *doc, int len, const HeadlineOptions *o);
extern void writer_text(HeadlineWriter *w, int end);
extern void writer_mark(HeadlineWriter *w, int start, int end);
extern void writer_fragment(HeadlineWriter *w, const HeadlineFragment *f, bool joined, int next);
extern void writer_start(HeadlineWriter *w, int start);
extern void writer_end(HeadlineWriter *w);

#endif
