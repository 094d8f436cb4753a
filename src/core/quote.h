/*
 * quote.h - quotations in running text, who said them, by which verb
 *
 *     bytes --> marks, in pairs --> a quotation
 *     tokens --> items (words with their roles, signs) before and behind it --> verb, speaker
 *
 * Words are rows of src/data/quotes.tsv, compiled (data_quotes.c) into a hash
 * table.  Verbs are keyed by the lexicon's vocalized lemma, other words by
 * their folded spelling:
 *
 *     u32 slots - 1        slots is a power of two, at most half of them taken
 *     u16 slot[slots]      offset of an entry from the section's start, divided by 4; 0: free
 *     entries, at multiples of 4: u32 roles, u8 bytes, the word
 */
#ifndef ARA_QUOTE_H
#define ARA_QUOTE_H

#include "ara.h"

/* Roles of a word, one bit each. */
typedef enum AraQuoteRole
{
	ARA_QR_SAY = 1 << 0,		/* verbs: says */
	ARA_QR_ACT = 1 << 1,		/* asks, warns, judges */
	ARA_QR_TERM = 1 << 2,		/* calls something by a word */
	ARA_QR_WEAK = 1 << 3,		/* says only where the words are led in */
	ARA_QR_WITHIN = 1 << 4,		/* it stands in a document */
	ARA_QR_SOURCE = 1 << 5,		/* according to */
	ARA_QR_SAYING = 1 << 6,		/* his saying */
	ARA_QR_THAT = 1 << 7,
	ARA_QR_DOC = 1 << 8,		/* a document */
	ARA_QR_TITLE = 1 << 9,		/* an office or a person */
	ARA_QR_BODY = 1 << 10,		/* a body that speaks */
	ARA_QR_NAMING = 1 << 11,	/* before a name */
	ARA_QR_OCCASION = 1 << 12,	/* where it was said */
	ARA_QR_TIME = 1 << 13,
	ARA_QR_ADVERB = 1 << 14,
	ARA_QR_PREP = 1 << 15,
	ARA_QR_RELATIVE = 1 << 16,
	ARA_QR_WAS = 1 << 17,		/* auxiliaries */
	ARA_QR_GLUED = 1 << 18,		/* stands in front of a word without a blank */
	ARA_QR_NAME = 1 << 19,		/* a name that is an ordinary word as well */
	ARA_QR_AS = 1 << 20,
	ARA_QR_STOP = 1 << 21,		/* looks like another */
	ARA_QR_LIMIT = 1 << 22,
	ARA_QR_GENERAL = 1 << 23,	/* behind a title */
	ARA_QR_OF = 1 << 24,		/* between title and body */
	ARA_QR_PLACE = 1 << 25,
	ARA_QR_MEDIA = 1 << 26,		/* spoken to as often as it speaks */
	ARA_QR_PART = 1 << 27,		/* of a name, with the next word */
	ARA_QR_RELAY = 1 << 28,		/* quotes somebody else ... */
	ARA_QR_RELAYED = 1 << 29,	/* ... who stands behind this word */
	ARA_QR_TOPIC = 1 << 30		/* as for */
} AraQuoteRole;

#define ARA_QR_COUNT 31
#define ARA_QR_VERBS (ARA_QR_SAY | ARA_QR_ACT | ARA_QR_TERM | ARA_QR_WEAK | ARA_QR_WITHIN | \
					  ARA_QR_RELAY)

extern const char *const ara_quote_role_names[ARA_QR_COUNT];

#define ARA_MAX_QUOTE_WORD 48	/* bytes of a word of the table */

/* What an item is. */
typedef enum AraQuoteItemKind
{
	ARA_QI_WORD,
	ARA_QI_NUMBER,
	ARA_QI_QUOTE,				/* a whole quotation, with its marks */
	ARA_QI_COMMA,
	ARA_QI_COLON,
	ARA_QI_DASH,
	ARA_QI_BRACKET,
	ARA_QI_STOP,				/* ends a sentence */
	ARA_QI_LINE,
	ARA_QI_OTHER
} AraQuoteItemKind;

/* Grammar of a word, one bit each. */
enum
{
	ARA_QG_KNOWN = 1 << 0,		/* the bits are set */
	ARA_QG_VERB = 1 << 1,		/* finite, third person */
	ARA_QG_PARTICIPLE = 1 << 2,	/* saying: a speech verb's, as an adverb */
	ARA_QG_NAME = 1 << 3,		/* or a word that the lexicon does not know */
	ARA_QG_NOUN = 1 << 4,
	ARA_QG_ADJECTIVE = 1 << 5,
	ARA_QG_ARTICLE = 1 << 6,
	ARA_QG_AND = 1 << 7,		/* U+0648 or U+0641 before it */
	ARA_QG_PREP = 1 << 8,		/* U+0628, U+0644 or U+0643 before it */
	ARA_QG_PRONOUN = 1 << 9,	/* behind it */
	ARA_QG_FEMININE = 1 << 10,
	ARA_QG_PLURAL = 1 << 11,
	ARA_QG_FUNCTION = 1 << 12,
	ARA_QG_MASDAR = 1 << 13,	/* noun of a verb */
	ARA_QG_TANWIN = 1 << 14,	/* indefinite accusative with alef */
	ARA_QG_SURELY_VERB = 1 << 15,	/* no other reading comes near */
	ARA_QG_LAM = 1 << 16,		/* the preposition is U+0644 */
	ARA_QG_MAYBE_VERB = 1 << 17,	/* it has the letters of a verb of the third person */
	ARA_QG_IMPERFECT = 1 << 18,
	ARA_QG_ACTIVE = 1 << 19,	/* active participle */
	ARA_QG_PERSONAL = 1 << 20,	/* first or family name, an everyday word or not */
	ARA_QG_KNOWN_PERSON = 1 << 21	/* it alone names somebody */
};

typedef struct AraQuoteItem
{
	const char *s;
	const char *e;
	uint32_t	roles;
	uint32_t	gram;
	AraQuoteItemKind kind;
} AraQuoteItem;

/* A quotation.  Where there is no speaker, or no verb, it is NULL. */
typedef struct AraQuote
{
	const char *start;			/* behind the opening mark */
	size_t		len;			/* bytes, up to the closing mark */
	const char *speaker;
	size_t		speaker_len;
	const char *verb;
	size_t		verb_len;
	int			fragment;		/* a few words inside a sentence */
	int			carried;		/* the speaker stands in a sentence before */
	int			document;		/* the speaker is a document */
	int			closed;			/* 0: no mark closes it; it ends with its line */
} AraQuote;

#define ARA_QUOTE_ITEMS 320

/* Belongs to quote.c. */
typedef struct AraQuotes
{
	const char *text;
	const char *end;
	const char *pos;			/* marks before here are done */
	AraTokenizer t;
	const char *read;			/* items reach up to here */
	const char *blank;			/* signs from here ... */
	const char *blank_end;		/* ... up to here are to be read */
	const char *no_close[3];	/* marks of a family before here are not closed */
	AraQuote	last;			/* the quotation before */
	int			last_feminine;
	int			n;
	AraQuoteItem items[ARA_QUOTE_ITEMS];
} AraQuotes;

extern void ara_quotes_init(AraQuotes *r, const char *text, size_t len);

/* Sets *quote to the next one and returns 1; returns 0 at the end.  Linear over a text. */
extern int	ara_next_quote(AraQuotes *r, AraQuote *quote);

#endif
