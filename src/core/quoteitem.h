/*
 * quoteitem.h - what the files of quotations share
 *
 *     quote.c         marks in pairs; items; one quotation after another
 *     quotemark.c     which way a mark faces, which one closes it
 *     quoteword.c     what a word is: its roles and grammar
 *     quoteverb.c     who introduces a quotation: is it one?
 *     quotename.c     is it a title or a name?
 *     quotespeaker.c  subjects of verbs
 *     quotephrase.c   name phrases
 */
#ifndef ARA_QUOTEITEM_H
#define ARA_QUOTEITEM_H

#include "quote.h"

/* ---- marks ---- */

typedef enum AraMarkFamily
{
	ARA_M_DOUBLE,				/* straight, curly, German, or two single ones */
	ARA_M_GUILLEMET,
	ARA_M_SINGLE
} AraMarkFamily;

typedef enum AraMarkFace
{
	ARA_M_EITHER,
	ARA_M_OPEN,
	ARA_M_CLOSE
} AraMarkFace;

typedef struct AraMark
{
	const char *s;
	const char *e;
	AraMarkFamily family;
	AraMarkFace glyph;			/* by its shape */
	AraMarkFace place;			/* by what stands beside it */
	AraMarkFace face;			/* by both */
} AraMark;

/* The first mark at or behind p; returns 0 if there is none before limit. */
extern int	ara_quote_mark(const AraQuotes *r, const char *p, const char *limit, AraMark *m);

/* The mark that closes m, which opens; across lines only if told so.  Returns 0 if there is none. */
extern int	ara_quote_close(AraQuotes *r, const AraMark *m, int lines, AraMark *close);

/* ---- words ---- */

/* Sets roles and grammar of a word once. */
extern void ara_quote_classify(AraQuoteItem *it);

/* The entry of a word of the table: its roles; 0 if it has none. */
extern uint32_t ara_quote_roles(const char *word, size_t len);

/* ---- who said it ---- */

/*
 * Sets verb and speaker of *q from the items around the quotation, which is
 * item number at.  Returns 0 if it is not what somebody said.
 */
extern int	ara_quote_attribute(AraQuotes *r, int at, AraQuote *q);

/* The same for words that nothing closes: returns 1 only if they are led in by a verb and a colon. */
extern int	ara_quote_attribute_open(AraQuotes *r, AraQuote *q);

/* Is the item before number at a sign or word that leads in what is said? */
extern int	ara_quote_led_in(AraQuotes *r, int at);

#endif
