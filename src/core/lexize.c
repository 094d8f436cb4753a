/*
 * lexize.c - from a token to its lexemes
 */
#include <string.h>

#include "analyze.h"
#include "ara.h"

/* the shortest stem that a proclitic is taken off for, in bytes of two-byte letters */
#define MIN_STEM 6

size_t
ara_lexize_bound(size_t len)
{
	size_t		bound = 2 * ara_normalize_bound(len);

	return bound < ARA_MAX_LEXEME ? ARA_MAX_LEXEME : bound;
}

static AraLexemes
one(size_t len)
{
	AraLexemes	r = {0};

	r.n = len > 0;
	r.len[0] = len;
	return r;
}

static int
starts(const char *word, size_t len, const char *prefix, size_t n)
{
	return len >= n + MIN_STEM && memcmp(word, prefix, n) == 0;
}

size_t
ara_unknown_article(const char *word, size_t len)
{
	/* wal, fal, bal, kal, ll, al */
	static const char articles[][7] = {
		"\xD9\x88\xD8\xA7\xD9\x84", "\xD9\x81\xD8\xA7\xD9\x84", "\xD8\xA8\xD8\xA7\xD9\x84",
		"\xD9\x83\xD8\xA7\xD9\x84", "\xD9\x84\xD9\x84", "\xD8\xA7\xD9\x84"
	};
	size_t		i;

	for (i = 0; i < sizeof(articles) / sizeof(*articles); i++)
		if (starts(word, len, articles[i], strlen(articles[i])))
			return strlen(articles[i]);
	return 0;
}

/*
 * A word that the lexicon does not know is most often a foreign name: only the
 * article, alone or with what goes before it, is surely no part of it.  A
 * single letter may be: the word is found with it and without.
 */
static AraLexemes
unknown(char *out, size_t len)
{
	/* w, f, b, l, k */
	static const char letters[][3] = {"\xD9\x88", "\xD9\x81", "\xD8\xA8", "\xD9\x84", "\xD9\x83"};
	AraLexemes	r = one(len);
	size_t		n = ara_unknown_article(out, len);
	size_t		i;

	if (n > 0)
	{
		memmove(out, out + n, len - n);
		r.len[0] = len - n;
		return r;
	}
	for (i = 0; i < sizeof(letters) / sizeof(*letters); i++)
		if (starts(out, len, letters[i], 2))
		{
			memcpy(out + len, out + 2, len - 2);
			r.len[1] = len - 2;
			r.n = 2;
			break;
		}
	return r;
}

static AraLexemes
lemma(const char *word, size_t word_len, char *out, size_t len, AraMode mode, int stop_words)
{
	char		spelled[ARA_NORM_GROWTH * ARA_MAX_WORD];
	AraAnalysis a;
	const char *root;

	if (word_len > ARA_MAX_WORD)
		return one(len);
	if (ara_analyze(out, len, spelled, ara_normalize(word, word_len, spelled, ARA_NORM_SPELLING), &a, 1) == 0)
		return unknown(out, len);
	if (stop_words && ara_lemma_is_stop(a.lemma))
		return one(0);
	if (mode == ARA_MODE_ROOT && *(root = ara_lemma_root(a.lemma, &len)))
		return one(ara_normalize(root, len, out, ARA_NORM_FOLD));
	return one(ara_lemma_lexeme(a.lemma, out));
}

/*
 * Writers differ in what is no word: an abbreviation's dots are left off by
 * some, so its lexeme has none; a percent sign stands on either side of its
 * number, so the lexeme has it behind.
 */
static size_t
tidy(char *s, size_t len)
{
	size_t		n = 0;
	size_t		i;

	if (s[0] == '%')
	{
		memmove(s, s + 1, len - 1);
		s[len - 1] = '%';
		return len;
	}
	if ((unsigned char) s[0] < 0xD8 || memchr(s, '.', len) == NULL)
		return len;
	for (i = 0; i < len; i++)
		if (s[i] != '.')
			s[n++] = s[i];
	return n;
}

AraLexemes
ara_lexize(const char *word, size_t len, char *out, AraMode mode, int stop_words)
{
	size_t		n = ara_normalize(word, len, out, ARA_NORM_FOLD);
	size_t		start,
				end;

	if (mode >= ARA_MODE_LEMMA)
		return lemma(word, len, out, n, mode, stop_words);
	if (stop_words && ara_is_stop(out, n))
		return one(0);
	if (mode == ARA_MODE_EXACT)
		return one(n > 0 ? tidy(out, n) : 0);
	ara_light_stem(out, n, &start, &end);
	if (start > 0)
		memmove(out, out + start, end - start);
	return one(end - start);
}
