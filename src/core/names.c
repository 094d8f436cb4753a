/*
 * names.c - lexemes with which a name is found in every spelling and script
 *
 *     word       lexemes
 *     وبوتين     بوتين  @BTN          a name of the lexicon
 *     لزقزوق     لزقزوق  زقزوق  @LSKSK  @SKSK     unknown: with and without its first letter
 *     Putin      putin  @BTN
 *     الحكومة    حكومه                no name
 *
 * What a search asks for is any of them.
 */
#include <string.h>

#include "analyze.h"
#include "ara.h"
#include "namekey.h"

/* A reading as a name counts if it is at most so much less likely than the best (4 * log2): a half. */
#define NEAR 4

/*
 * A noun or adjective that is a name, too, counts as one unless it is more
 * frequent than this (4 * log2): 'asad (lion), not Harb (war).
 */
#define EVERYDAY 57

/* readings looked at */
#define READINGS 6

size_t
ara_lexize_names_bound(size_t len)
{
	/* the lexemes, and a key of each; that of a lemma may be longer than the word */
	return ara_lexize_bound(len) + 2 * (1 + ara_name_key_bound(len < ARA_MAX_LEXEME ? ARA_MAX_LEXEME : len));
}

/* Adds a lexeme, a variant of its own; returns how many there are. */
static int
add(AraLevel *levels, int n, size_t at, size_t len)
{
	levels[n].at = at;
	levels[n].len = len;
	levels[n].variant = n + 1;
	return n + 1;
}

/* Writes the key of a word to out + at and adds it, unless it is short, or that of several words. */
static int
add_key(const char *word, size_t len, char *out, size_t at, AraLevel *levels, int n)
{
	size_t		key = ara_name_word_key(word, len, out + at + 1);

	if (key < ARA_MIN_NAME_KEY || memchr(out + at + 1, ' ', key) != NULL)
		return n;
	out[at] = ARA_LEVEL_NAME;
	return add(levels, n, at, 1 + key);
}

static int
is_name(const AraAnalysis *a)
{
	return ara_lemma_is_proper(a->lemma) && (ara_lemma_pos(a->lemma) == ARA_NAME ||
											 (a->slot == ARA_SINGULAR && ara_lemma_score(a->lemma) <= EVERYDAY));
}

/* The first reading as a name that is as likely as others, or nearly; -1: none. */
static long
name_reading(const AraAnalysis *a, int n)
{
	int			i;

	for (i = 0; i < n && a[i].score + NEAR >= a[0].score; i++)
		if (is_name(&a[i]))
			return (long) a[i].lemma;
	return -1;
}

/* A word that the lexicon does not know: its lexemes, and what they sound like. */
static int
unknown(const char *word, size_t len, char *out, AraLevel *levels)
{
	AraLexemes	r = ara_lexize(word, len, out, ARA_MODE_LEMMA, 0);
	size_t		end = 0;
	int			alef;
	int			n = 0;
	int			i;

	for (i = 0; i < r.n; i++)
	{
		n = add(levels, n, end, r.len[i]);
		end += r.len[i];
	}
	/* the parts of a word with a hyphen are words of their own */
	if (r.n == 0 || len > ARA_MAX_WORD || memchr(word, '-', len) != NULL)
		return n;
	/*
	 * The word itself has marks, which tell sounds, and a hamza, which tells
	 * what is no article; but not without its article behind w- or l-.
	 */
	alef = len > 1 && word[0] == '\xD8' && (word[1] == '\xA7' || word[1] == '\xA3' || word[1] == '\xA5');
	if (r.n == 1 && !alef && (unsigned char) word[0] >= 0xD8)
		n = add_key(out, r.len[0], out, end, levels, n);
	else
		n = add_key(word, len, out, end, levels, n);
	if (r.n > 1)
		n = add_key(out + r.len[0], r.len[1], out, n > r.n ? end + levels[n - 1].len : end, levels, n);
	return n;
}

int
ara_lexize_names(const char *word, size_t len, char *out, AraLevel *levels, int stop_words)
{
	char		folded[ARA_NORM_GROWTH * ARA_MAX_WORD];
	char		spelled[ARA_NORM_GROWTH * ARA_MAX_WORD];
	AraAnalysis a[READINGS];
	const char *lemma;
	size_t		lexeme;
	size_t		n;
	long		name;
	int			readings;

	if (len > ARA_MAX_WORD)
		return unknown(word, len, out, levels);
	n = ara_normalize(word, len, folded, ARA_NORM_FOLD);
	readings = ara_analyze(folded, n, spelled, ara_normalize(word, len, spelled, ARA_NORM_SPELLING), a, READINGS);
	if (readings == 0)
		return unknown(word, len, out, levels);
	if (stop_words && ara_lemma_is_stop(a[0].lemma))
		return 0;
	lexeme = ara_lemma_lexeme(a[0].lemma, out);
	add(levels, 0, 0, lexeme);
	name = name_reading(a, readings);
	if (name < 0)
		return 1;
	lemma = ara_lemma_vocalized((uint32_t) name, &n);
	return add_key(lemma, n, out, lexeme, levels, 1);
}
