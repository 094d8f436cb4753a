/*
 * nameword.h - what the tagger sees of a word
 */
#ifndef ARA_NAMEWORD_H
#define ARA_NAMEWORD_H

#include <stddef.h>
#include <stdint.h>

#include "ara.h"
#include "gazetteer.h"

/* Proclitics in front of a name. */
typedef enum AraNameClitic
{
	ARA_NC_NONE, ARA_NC_AND, ARA_NC_PREPOSITION, ARA_NC_AND_PREPOSITION, ARA_NC_VERBAL
} AraNameClitic;

/* Roles of trigger words (src/data/gazetteer/triggers.tsv), one bit each, in this order. */
extern const char *const ara_trigger_roles[];
#define ARA_TRIGGER_ROLES 8
#define ARA_TRIGGER_TITLE 1
#define ARA_TRIGGER_PLACE 2
#define ARA_TRIGGER_SHIFT 20	/* of the bits in the compiled table, which is built as a gazetteer's is */

/*
 * Nature of a word: a class small enough to be combined with others.  Signs
 * come first, then unknown words, then the readings of the lexicon.
 */
enum
{
	ARA_NN_NONE,				/* before the first word, behind the last */
	ARA_NN_STOP, ARA_NN_COMMA, ARA_NN_COLON, ARA_NN_OPEN, ARA_NN_CLOSE, ARA_NN_QUOTE, ARA_NN_DASH, ARA_NN_SIGN,
	ARA_NN_NUMBER, ARA_NN_LATIN, ARA_NN_ABBREVIATION, ARA_NN_UNKNOWN, ARA_NN_UNKNOWN_ARTICLE,
	ARA_NN_KNOWN = 16			/* + AraPos * 32 + article * 16 + form */
};

typedef struct AraNameWord
{
	uint32_t	whole;			/* hash of the folded word */
	uint32_t	stem;			/* of the word without proclitics other than the article */
	uint32_t	lemma;			/* of its lemma; unknown: of the stem without article */
	uint32_t	affix[4];		/* of its first two and three letters, its last two and three */
	uint32_t	what;			/* what the stem is in the gazetteer (ARA_G_*) */
	uint8_t		nature;
	uint8_t		other;			/* nature of the next best reading that is of another part of speech */
	uint8_t		roles;			/* as a trigger */
	uint8_t		clitic;			/* AraNameClitic */
	uint8_t		skip;			/* letters of these proclitics */
	uint8_t		letters;
	uint8_t		name;			/* some reading is a name */
	uint8_t		frequency;		/* of the best reading's lemma, 1 (rare) to 7; 0: unknown */
} AraNameWord;

/* Hash of a token as a word of a name; 0 for what is no word, and for wholes of which parts follow. */
extern uint32_t ara_name_word(const AraToken *token);

/* Looks a word up; token is one for which ara_name_word is not 0. */
extern void ara_name_look(AraNameWord *w, const AraToken *token, const AraGazetteer *g);

#endif
