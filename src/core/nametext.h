/*
 * nametext.h - the words of a text, as the tagger sees them
 */
#ifndef ARA_NAMETEXT_H
#define ARA_NAMETEXT_H

#include "tagger.h"

#define ARA_NAME_CACHE 2048		/* a power of two */
#define ARA_NAME_CACHED 29		/* bytes of the longest word in it */

/*
 * Reads words and signs one after another.  How words look is remembered, from
 * text to text too: memory for a reader must be zero before its first use.
 */
typedef struct AraNameText
{
	AraTokenizer t;
	const AraGazetteer *g;
	int			starts;			/* the next token starts a sentence */
	struct
	{
		uint8_t		type;		/* of the token; 0: free */
		uint8_t		len;
		char		s[ARA_NAME_CACHED];
		AraNameWord w;
	}			cache[ARA_NAME_CACHE];
} AraNameText;

/* Begins a text; g is the same for all texts that a reader reads. */
extern void ara_name_text_init(AraNameText *r, const char *text, size_t len, const AraGazetteer *g);

/*
 * Reads up to max tokens, whole sentences if it can, with what names of the
 * gazetteer they stand in.  Returns how many; 0 at the end.
 */
extern int	ara_name_text_read(AraNameText *r, AraNameToken *out, int max);

/* The end of the sentence that starts at token i of n. */
extern int	ara_name_sentence(const AraNameToken *t, int n, int i);

/*
 * The longest name of a gazetteer that begins at token i: sets *words to its
 * words and returns what it is (ARA_G_*), 0 if none.
 */
extern uint32_t ara_name_match(const AraGazetteer *g, const AraNameToken *t, int n, int i, int *words);

#endif
