/*
 * rich.c - several levels of lexeme for one word
 *
 *     word       lemma     surface   four letters             family
 *     وبالكتب    كتاب      =وبالكتب  ~_وبا ~وبال ~بالك ...    ^كتب
 *
 * The lemma finds most; the surface prefers the very form that was asked for;
 * letters find names in other spellings and words that no lexicon knows; the
 * family finds the masdar in the text for the verb in the question.
 */
#include <string.h>

#include "analyze.h"
#include "ara.h"
#include "utf8.h"

#define GRAM 4					/* letters */

/* in variants: the lemma, or the surface, or all of the grams, or the family */
enum
{
	V_LEMMA = 1, V_SURFACE, V_GRAMS, V_FAMILY
};

typedef struct Out
{
	char	   *buf;
	size_t		len;
	AraLevel   *levels;
	int			n;
} Out;

size_t
ara_lexize_rich_bound(size_t len)
{
	/* lemma or unknown word twice, surface, family, and the grams of a word that is not too long */
	return 4 * ara_lexize_bound(len) + ARA_MAX_LEVELS * (1 + GRAM * 4);
}

static void
add(Out *o, char mark, const char *s, size_t len, int variant)
{
	AraLevel   *l = &o->levels[o->n];

	if (o->n == ARA_MAX_LEVELS || len == 0)
		return;
	l->at = o->len;
	l->variant = variant;
	if (mark)
		o->buf[o->len++] = mark;
	memcpy(o->buf + o->len, s, len);
	o->len += len;
	l->len = o->len - l->at;
	o->n++;
}

/* all runs of GRAM letters of _word_ */
static void
add_grams(Out *o, const char *word, size_t len)
{
	char		padded[ARA_NORM_GROWTH * ARA_MAX_WORD + 2];
	size_t		start[ARA_NORM_GROWTH * ARA_MAX_WORD + 3];
	size_t		n = 0;
	size_t		i;

	if (len > sizeof(padded) - 2)
		return;
	padded[0] = '_';
	memcpy(padded + 1, word, len);
	padded[len + 1] = '_';
	for (i = 0; i < len + 2;)
	{
		int			bytes;

		start[n++] = i;
		ara_decode(padded + i, padded + len + 2, &bytes);
		i += (size_t) bytes;
	}
	start[n] = len + 2;
	if (n <= GRAM)
	{
		add(o, ARA_LEVEL_GRAM, padded, len + 2, V_GRAMS);
		return;
	}
	for (i = 0; i + GRAM <= n && i < ARA_MAX_LEVELS - 8; i++)
		add(o, ARA_LEVEL_GRAM, padded + start[i], start[i + GRAM] - start[i], V_GRAMS);
}

int
ara_lexize_rich(const char *word, size_t len, char *out, AraLevel *levels, int stop_words)
{
	Out			o = {out, 0, levels, 0};
	char		folded[ARA_NORM_GROWTH * ARA_MAX_WORD];
	char		spelled[ARA_NORM_GROWTH * ARA_MAX_WORD];
	char		lexeme[ARA_MAX_LEXEME];
	size_t		n;
	AraAnalysis a;

	if (len > ARA_MAX_WORD)
	{
		n = ara_normalize(word, len, out, ARA_NORM_FOLD);
		levels[0].at = 0;
		levels[0].len = n;
		levels[0].variant = 0;
		return n > 0;
	}
	n = ara_normalize(word, len, folded, ARA_NORM_FOLD);
	if (n == 0)
		return 0;
	if (ara_analyze(folded, n, spelled, ara_normalize(word, len, spelled, ARA_NORM_SPELLING), &a, 1) > 0)
	{
		long		family = ara_lemma_family(a.lemma);

		if (stop_words && ara_lemma_is_stop(a.lemma))
			return 0;
		add(&o, 0, lexeme, ara_lemma_lexeme(a.lemma, lexeme), V_LEMMA);
		if (family >= 0)
			add(&o, ARA_LEVEL_FAMILY, lexeme, ara_lemma_lexeme((uint32_t) family, lexeme), V_FAMILY);
	}
	else
	{
		char		both[2 * ARA_NORM_GROWTH * ARA_MAX_WORD + ARA_MAX_LEXEME];
		AraLexemes	r = ara_lexize(word, len, both, ARA_MODE_LEMMA, stop_words);

		if (r.n > 0)
			add(&o, 0, both, r.len[0], V_LEMMA);
		if (r.n > 1)
			add(&o, 0, both + r.len[0], r.len[1], V_LEMMA);
	}
	add(&o, ARA_LEVEL_SURFACE, folded, n, V_SURFACE);
	add_grams(&o, folded, n);
	return o.n;
}
