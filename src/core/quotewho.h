/*
 * quotewho.h - speakers (quotespeaker.c), as quoteverb.c asks for them
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

/* Item number i, classified; outside of the window a line end. */
extern const AraQuoteItem *ara_quote_item(AraQuotes *r, int i);

/* The first item of the sentence that reaches up to item number at. */
extern int	ara_quote_sentence(AraQuotes *r, int at);

/* Is item number i a finite verb of the table? */
extern int	ara_quote_is_speech_verb(AraQuotes *r, int i);

/* The name phrase that begins with item first; returns how many items it has, 0: none. */
extern int	ara_quote_phrase(AraQuotes *r, int first, int limit, AraWho *w);

/* The subject of a finite verb, in its own sentence. */
extern int	ara_quote_subject(AraQuotes *r, int start, int verb, int limit, AraWho *w);

/* The subject of the sentence whose items are [start, at), for a verb with that grammar. */
extern int	ara_quote_same_subject(AraQuotes *r, int start, int at, uint32_t verb, AraWho *w);

/* The subject of a sentence before item number before, for a verb with that grammar. */
extern int	ara_quote_carried(AraQuotes *r, int before, uint32_t verb, AraWho *w);

#endif
