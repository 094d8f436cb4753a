/*
 * tagger.h - which words are names: a linear-chain conditional random field
 *
 * Each word of a sentence gets a label.  The score of a labelling is the sum
 * of the weights of each word's features for its label, and of the weights of
 * each pair of neighbouring labels; the best one is found by Viterbi's
 * algorithm, and how sure it is by the forward-backward algorithm.
 *
 * Features are hashed, and their hash is the row of their weights: no feature
 * is stored, and two that fall into one row share it.  tools/train.c learns
 * the weights from src/data/corpus with the same code that reads text here.
 *
 *     section ARA_S_TAGGER
 *     u32 bits                       2 to the power of it rows
 *     u32 unit                       a weight of 1.0, in steps of the integers below
 *     i16 pairs[ARA_LABELS + 1][ARA_LABELS]   from label (the last: a sentence's start), to label
 *     u8  rows[2 ** bits][ARA_LABELS - 1]     of the labels from 1 on, plus 128; label 0 counts as 0
 */
#ifndef ARA_TAGGER_H
#define ARA_TAGGER_H

#include "nameword.h"

typedef enum AraLabel
{
	ARA_L_NONE,
	ARA_L_PERSON,				/* the first word of one */
	ARA_L_PERSON_MORE,			/* a further word */
	ARA_L_PLACE, ARA_L_PLACE_MORE,
	ARA_L_ORGANISATION, ARA_L_ORGANISATION_MORE,
	ARA_L_INSTITUTION, ARA_L_INSTITUTION_MORE,	/* of a state, under its generic name */
	ARA_LABELS
} AraLabel;

#define ARA_LABEL_START ARA_LABELS	/* before the first word of a sentence */

/* May label b follow label a?  A further word follows a word of the same kind. */
static inline int
ara_label_follows(int a, int b)
{
	return b == ARA_L_NONE || (b & 1) || (a != ARA_LABEL_START && (a == b || a == b - 1));
}

/* What the document has told of a word so far. */
#define ARA_DOC_FIRST 1			/* first word of a person's name of several */
#define ARA_DOC_LAST 2			/* a further one */
#define ARA_DOC_PLACE 4
#define ARA_DOC_ORGANISATION 8

/* A word or a sign of a text. */
typedef struct AraNameToken
{
	const char *start;
	uint32_t	len;			/* bytes */
	uint32_t	match;			/* in the gazetteer's name that begins or goes on here: ARA_G_* */
	AraNameWord w;
	uint8_t		match_words;	/* where it begins: its words; where it goes on: 0 */
	uint8_t		document;		/* ARA_DOC_* */
	uint8_t		label;
	uint8_t		starts;			/* a sentence starts here */
	uint8_t		again;			/* the sentence that starts here has to be labelled again */
	uint8_t		user_words;		/* words of the name of the user's gazetteer that begins here */
	uint32_t	user;			/* and that name; 0: none */
	float		sure;			/* probability of the label */
	int16_t		words[ARA_LABELS];	/* score by its words */
	int16_t		score[ARA_LABELS];	/* and by what the document knows */
} AraNameToken;

#define ARA_MAX_FEATURES 64
#define ARA_ROW (ARA_LABELS - 1)	/* bytes: eight, which ara_tag_score adds at once */

/*
 * Writes the hashes of the features of token i of a sentence of n, and returns
 * how many: those of its words, and those of what the document knows.
 */
extern int	ara_tag_features(const AraNameToken *t, int n, int i, uint32_t *out);
extern int	ara_tag_document_features(const AraNameToken *t, int n, int i, uint32_t *out);

/* Sets what the words of a sentence give its tokens' labels. */
extern void ara_tag_score(AraNameToken *t, int n);

/* A sentence has at most this many tokens; longer ones are cut. */
#define ARA_TAG_SENTENCE 128

/* Sets the labels of a sentence's tokens, from their scores and from what the document knows. */
extern void ara_tag_decode(AraNameToken *t, int n);

/* Sets how sure the labels are, which ara_tag_decode has just set. */
extern void ara_tag_confidence(AraNameToken *t, int n);

#endif
