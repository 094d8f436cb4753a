/*
 * nameword.c - what the tagger sees of a word (nameword.h)
 *
 * Which letters in front of a word are proclitics decides what else it is.
 * A name that is known with these letters (walid) or without (wa-rusiya) says
 * so; else the lexicon does; else, of an unknown word, only the article's
 * forms are sure, and "wa" before three letters or more.
 */
#include "nameword.h"

#include <string.h>

#include "analyze.h"
#include "blob.h"
#include "hash.h"

#define LETTER 2				/* bytes of a folded Arabic letter */

/* U+0627 U+0644 */
static const char al[] = "\xD8\xA7\xD9\x84";

const char *const ara_trigger_roles[ARA_TRIGGER_ROLES] = {
	"title", "place", "organisation", "institution", "speech", "motion", "kin", "month"
};

/* A folded word, and its readings. */
typedef struct Word
{
	const char *s;
	size_t		len;
	AraAnalysis a[ARA_MAX_ANALYSES];
	int			n;
} Word;

static uint32_t
nonzero(uint32_t h)
{
	return h == 0 ? 1 : h;
}

uint32_t
ara_name_word(const AraToken *token)
{
	char		fold[ARA_NORM_GROWTH * ARA_MAX_WORD];
	size_t		len;

	switch (token->type)
	{
		case ARA_T_BLANK:
		case ARA_T_TAG:
		case ARA_T_ENTITY:
		case ARA_T_PROTOCOL:
		case ARA_T_EOF:
			/* wholes, whose parts follow */
		case ARA_T_URL:
		case ARA_T_NUMHWORD:
		case ARA_T_ASCIIHWORD:
		case ARA_T_HWORD:
		case ARA_T_HASHTAG:
		case ARA_T_MENTION:
		case ARA_T_PERCENT:
			return 0;
		default:
			break;
	}
	if (token->len > ARA_MAX_WORD)
		return nonzero(ara_hash(token->start, token->len));
	len = ara_normalize(token->start, token->len, fold, ARA_NORM_FOLD);
	return len == 0 ? 0 : nonzero(ara_hash(fold, len));
}

static int
starts(const Word *w, size_t at, const char *prefix)
{
	size_t		n = strlen(prefix);

	return w->len >= at + n && memcmp(w->s + at, prefix, n) == 0;
}

/* The hash of what is left of a word behind skip letters; of li-l-, the article's alef is put back. */
static uint32_t
stem_hash(const Word *w, int skip)
{
	size_t		at = (size_t) skip * LETTER;

	if (skip > 0 && starts(w, at - LETTER, "\xD9\x84\xD9\x84"))
	{
		char		with[ARA_NORM_GROWTH * ARA_MAX_WORD + LETTER];

		memcpy(with, al, LETTER);
		memcpy(with + LETTER, w->s + at, w->len - at);
		return nonzero(ara_hash(with, w->len - at + LETTER));
	}
	return nonzero(ara_hash(w->s + at, w->len - at));
}

/* Letters at the beginning that may be proclitics: and/so, then a preposition.  Bit n: n letters. */
static unsigned
possible_skips(const Word *w)
{
	unsigned	bits = 0;
	size_t		at = 0;

	if (starts(w, 0, "\xD9\x88") || starts(w, 0, "\xD9\x81"))
	{
		at = LETTER;
		bits |= 2;
	}
	if (starts(w, at, "\xD8\xA8") || starts(w, at, "\xD9\x84") || starts(w, at, "\xD9\x83"))
		bits |= 2u << (at / LETTER);
	if (w->len < 3 * LETTER)
		return 0;
	return w->len < 4 * LETTER ? bits & 2 : bits;
}

/* Whether the article's lam stands behind the letters: its alef is written, or is li's lam before. */
static int
article_behind(const Word *w, int skip)
{
	size_t		at = (size_t) skip * LETTER;

	return starts(w, at, al) || (skip > 0 && starts(w, at - LETTER, "\xD9\x84\xD9\x84"));
}

/*
 * Does what stands behind i letters in the gazetteer make proclitics of them?
 * Foreign names begin with these letters often, so short ones need more; ka-
 * is rare before names.
 */
static int
may_strip(const Word *w, int i, uint32_t rest)
{
	size_t		letters = w->len / LETTER - (size_t) i;
	int			wa = i == 1 && (starts(w, 0, "\xD9\x88") || starts(w, 0, "\xD9\x81"));
	int			ka = starts(w, (size_t) (i - 1) * LETTER, "\xD9\x83");

	if (rest & ARA_G_KINDS)
		return letters >= (ka ? 4u : 3u);
	return (rest & ~ARA_G_LONGER) && !ka && letters >= (wa ? 3u : 4u);
}

static int
find_skip(const Word *w, const AraGazetteer *g, uint32_t *what)
{
	unsigned	bits = possible_skips(w);
	uint32_t	whole = ara_gazetteer_find(g, ara_gazetteer_hash(0, stem_hash(w, 0)));
	int			skip = 0;
	int			i;

	*what = whole;
	/* function words and verbs are what the lexicon says */
	if (w->n > 0 && (ara_lemma_pos(w->a[0].lemma) == ARA_FUNCTION || (ara_lemma_pos(w->a[0].lemma) == ARA_VERB && !(whole & ~ARA_G_LONGER))))
		skip = -1;
	else if (whole & ~ARA_G_LONGER)
		return 0;
	else
	{
		for (i = 1; i <= 2; i++)
			if (bits >> i & 1)
			{
				uint32_t	rest = ara_gazetteer_find(g, ara_gazetteer_hash(0, stem_hash(w, i)));

				if (may_strip(w, i, rest))
				{
					*what = rest;
					return i;
				}
			}
	}
	if (w->n > 0)
	{
		const AraAnalysis *a = &w->a[0];

		skip = a->before;
		if (a->article)
			skip -= starts(w, (size_t) (a->before - 2) * LETTER, al) ? 2 : 1;
		/* sa- of the future and what stands before it are no clitics of a name */
		if (!(bits >> skip & 1))
			skip = 0;
	}
	else
	{
		skip = 0;
		for (i = 1; i <= 2; i++)
			if ((bits >> i & 1) && article_behind(w, i) && w->len >= (size_t) (i + 4) * LETTER)
				skip = i;
		if (skip == 0 && starts(w, 0, "\xD9\x88") && w->len >= 5 * LETTER)
			skip = 1;
	}
	if (skip > 0)
		*what = ara_gazetteer_find(g, ara_gazetteer_hash(0, stem_hash(w, skip)));
	return skip;
}

static uint8_t
nature(const AraAnalysis *a)
{
	AraPos		pos = ara_lemma_pos(a->lemma);
	int			form;

	if (a->slot < ARA_NOMINAL)
		form = (a->slot >> 4 & 3) + 4 * (a->slot >> 6 & 1) + 8 * ((a->slot & 15) > ARA_3FP);
	else
		form = a->slot - ARA_NOMINAL;
	return (uint8_t) (ARA_NN_KNOWN + (unsigned) pos * 32 + (a->article ? 16 : 0) + (unsigned) (form & 15));
}

static int
clitic_of(const Word *w, int skip)
{
	if (skip == 0)
		return ARA_NC_NONE;
	if (skip == 2)
		return ARA_NC_AND_PREPOSITION;
	return starts(w, 0, "\xD9\x88") || starts(w, 0, "\xD9\x81") ? ARA_NC_AND : ARA_NC_PREPOSITION;
}

/* Roles of a word, by its stem, without the article, or by its lemma. */
static uint8_t
roles_of(uint32_t word)
{
	size_t		len;
	const unsigned char *t = ara_blob_section(ARA_S_TRIGGERS, &len);
	uint32_t	mask,
				i;

	if (len < 4)
		return 0;
	mask = ara_u32(t);
	for (i = word & mask;; i = (i + 1) & mask)
	{
		uint32_t	h = ara_u32(t + 4 + 8 * (size_t) i);

		if (h == word)
			return (uint8_t) (ara_u32(t + 8 + 8 * (size_t) i) >> ARA_TRIGGER_SHIFT);
		if (h == 0)
			return 0;
	}
}

static void
affixes(AraNameWord *w, const char *s, size_t len)
{
	size_t		n;

	for (n = 2; n <= 3; n++)
	{
		size_t		bytes = n * LETTER < len ? n * LETTER : len;

		w->affix[n - 2] = ara_hash(s, bytes);
		w->affix[n] = ara_hash(s + len - bytes, bytes) + 1;
	}
}

/* Eight steps of a score are a factor of four. */
static uint8_t
frequency(int score)
{
	int			step = score / 8 - 1;

	return (uint8_t) (step < 1 ? 1 : step > 7 ? 7 : step);
}

static void
arabic(AraNameWord *out, Word *w, const char *spelled, size_t spelled_len, const AraGazetteer *g)
{
	char		lexeme[ARA_MAX_LEXEME];
	size_t		at,
				len;
	int			i;

	w->n = ara_analyze(w->s, w->len, spelled, spelled_len, w->a, 8);
	out->skip = (uint8_t) find_skip(w, g, &out->what);
	out->clitic = (uint8_t) clitic_of(w, out->skip);
	out->stem = stem_hash(w, out->skip);
	at = (size_t) out->skip * LETTER;
	if (article_behind(w, out->skip))
		at += starts(w, at, al) ? 2 * LETTER : LETTER;
	if (at >= w->len)
		at = 0;
	len = w->len - at;
	affixes(out, w->s + at, len);
	out->letters = (uint8_t) (len / LETTER > 15 ? 15 : len / LETTER);
	out->lemma = nonzero(ara_hash(w->s + at, len));
	out->roles = roles_of(out->lemma);
	out->nature = article_behind(w, out->skip) ? ARA_NN_UNKNOWN_ARTICLE : ARA_NN_UNKNOWN;
	if (w->n == 0)
		return;
	out->nature = nature(&w->a[0]);
	if (w->a[0].slot < ARA_NOMINAL && w->a[0].before > 0)
		out->clitic = ARA_NC_VERBAL;
	out->lemma = nonzero(ara_hash(lexeme, ara_lemma_lexeme(w->a[0].lemma, lexeme)));
	out->roles |= roles_of(out->lemma);
	out->frequency = frequency(ara_lemma_score(w->a[0].lemma));
	for (i = 0; i < w->n; i++)
	{
		AraPos		pos = ara_lemma_pos(w->a[i].lemma);

		out->name |= pos == ARA_NAME && w->a[i].score > w->a[0].score - 24;
		if (out->other == 0 && pos != ara_lemma_pos(w->a[0].lemma) && w->a[i].score > w->a[0].score - 16)
			out->other = nature(&w->a[i]);
	}
}

void
ara_name_look(AraNameWord *out, const AraToken *token, const AraGazetteer *g)
{
	char		fold[ARA_NORM_GROWTH * ARA_MAX_WORD];
	char		spelled[ARA_NORM_GROWTH * ARA_MAX_WORD];
	Word		w;

	memset(out, 0, sizeof(*out));
	out->whole = ara_name_word(token);
	out->stem = out->lemma = out->whole;
	out->nature = ARA_NN_SIGN;
	if (token->len > ARA_MAX_WORD)
		return;
	w.s = fold;
	w.len = ara_normalize(token->start, token->len, fold, ARA_NORM_FOLD);
	switch (token->type)
	{
		case ARA_T_WORD:
		case ARA_T_HWORD_PART:
			if ((unsigned char) fold[0] >= 0xD8 && (unsigned char) fold[0] <= 0xDB)
			{
				arabic(out, &w, spelled, ara_normalize(token->start, token->len, spelled, ARA_NORM_SPELLING), g);
				return;
			}
			/* FALLTHROUGH */
		case ARA_T_ASCIIWORD:
		case ARA_T_HWORD_ASCIIPART:
		case ARA_T_NUMWORD:
		case ARA_T_HWORD_NUMPART:
			out->nature = ARA_NN_LATIN;
			break;
		case ARA_T_ABBREVIATION:
			out->nature = ARA_NN_ABBREVIATION;
			break;
		case ARA_T_INT:
		case ARA_T_UINT:
		case ARA_T_FLOAT:
		case ARA_T_SFLOAT:
		case ARA_T_VERSION:
		case ARA_T_NUMBER:
			out->nature = ARA_NN_NUMBER;
			out->lemma = 1;
			return;
		default:
			return;
	}
	out->what = ara_gazetteer_find(g, ara_gazetteer_hash(0, out->stem));
	affixes(out, fold, w.len);
	out->letters = (uint8_t) (w.len > 15 ? 15 : w.len);
}
