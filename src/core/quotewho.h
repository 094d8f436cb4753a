/*
 * quotewho.h - speakers (quotephrase.c, quotespeaker.c), names (quotename.c), as quoteverb.c asks for them
 */
#ifndef ARA_QUOTEWHO_H
#define ARA_QUOTEWHO_H

#include "quoteitem.h"

typedef struct AraWho
{
	const char *s;
	const char *e;
	int			feminine;
	int			document;
	int			speaks;			/* has a name, or a word for one that speaks */
} AraWho;

/* A speaker has at most this many words and signs. */
#define ARA_QUOTE_PHRASE 14

/* Words that no name phrase goes across. */
#define ARA_QR_BOUNDS (ARA_QR_THAT | ARA_QR_RELATIVE | ARA_QR_WAS | ARA_QR_TIME | ARA_QR_ADVERB | \
					   ARA_QR_STOP | ARA_QR_SOURCE | ARA_QR_AS)

extern const AraQuoteItem ara_quote_nothing;

/* Item number i, classified; outside of the window a line end. */
static inline const AraQuoteItem *
ara_quote_item(AraQuotes *r, int i)
{
	if (i < 0 || i >= r->n)
		return &ara_quote_nothing;
	if (!(r->items[i].gram & ARA_QG_KNOWN))
		ara_quote_classify(&r->items[i]);
	return &r->items[i];
}

#define item ara_quote_item

static inline uint32_t
roles(AraQuotes *r, int i)
{
	return item(r, i)->roles;
}

static inline uint32_t
gram(AraQuotes *r, int i)
{
	return item(r, i)->gram;
}

/* Known without the lexicon. */
static inline int
kind(AraQuotes *r, int i)
{
	return i < 0 || i >= r->n ? (int) ARA_QI_LINE : (int) r->items[i].kind;
}

/* The first item of the sentence that reaches up to item number at. */
extern int	ara_quote_sentence(AraQuotes *r, int at);

/* Is item number i a finite verb of the table? */
extern int	ara_quote_is_speech_verb(AraQuotes *r, int i);

/* Is item number i a quotation so short that it may be a name? */
extern int	ara_quote_is_quoted_name(AraQuotes *r, int i);

/* The name phrase that begins with item first; returns how many items it has, 0: none. */
extern int	ara_quote_phrase(AraQuotes *r, int first, int limit, AraWho *w);

/* The subject of a finite verb, in its own sentence. */
extern int	ara_quote_subject(AraQuotes *r, int start, int verb, int limit, AraWho *w);

/* The subject of the sentence whose items are [start, at), for a verb with that grammar. */
extern int	ara_quote_same_subject(AraQuotes *r, int start, int at, uint32_t verb, AraWho *w);

/* The subject of a sentence before item number before, for a verb with that grammar. */
extern int	ara_quote_carried(AraQuotes *r, int before, uint32_t verb, AraWho *w);

/* Does 'that' or a colon stand in the items [i, at)? */
extern int	ara_quote_has_that(AraQuotes *r, int i, int at);

/* Words in a quotation, counted by its blanks, up to max. */
extern int	ara_quote_words(const AraQuote *q, int max);

/* Only the subject of the verb stands between it and item number at. */
extern int	ara_quote_verb_reaches(AraQuotes *r, int verb, int at);

/* Is item number i a passive like 'is called', by its last letters, a name behind it? */
extern int	ara_quote_is_called(AraQuotes *r, int i);

/* Is item number i the preposition U+0644, written beside a quotation? */
extern int	ara_quote_is_to(AraQuotes *r, int i);

/*
 * Is the quotation, item number at, a name or a title rather than words that
 * somebody said?  verb: what introduces it, or -1.
 */
extern int	ara_quote_is_name(AraQuotes *r, int start, int at, int verb, const AraQuote *q);

#endif
