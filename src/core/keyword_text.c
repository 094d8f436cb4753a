/*
 * keyword_text.c - which runs of a line's words stand in a text
 *
 * The text is read word by word.  For each place of the line where its word
 * stands, the run that ends there is one longer than the run that ended at the
 * place before with the text's word before.  Proclitics are allowed on the
 * first word of a run only; signs other than quotation marks end all runs.
 */
#include <string.h>

#include "ara.h"
#include "chartab.h"
#include "keyword.h"
#include "line.h"
#include "utf8.h"

/* A word that stands in a line more often than this counts at its first places only. */
#define MAX_PLACES 8

/* Whether U+0600 to U+067F begins at s. */
static int
is_arabic(const char *s)
{
	return ((unsigned char) s[0] & 0xFE) == 0xD8;
}

/* Which of these, less U+0600. */
static int
low_of(const char *s)
{
	return ((unsigned char) s[0] & 1) << 6 | ((unsigned char) s[1] & 0x3F);
}

#define WAW 0x48
#define FEH 0x41
#define BEH 0x28
#define KAF 0x43
#define LAM 0x44
#define ALEF 0x27
#define HEH 0x47
#define YEH 0x4A

/* Letters with which a word of the text may be one of the line's: most others need not be folded. */
static void
index_letters(AraKeywordLine *l)
{
	static const uint8_t proclitics[] = {WAW, FEH, BEH, KAF, LAM};
	char		folded[ARA_MAX_WORD * ARA_NORM_GROWTH + 16];
	size_t		k;
	int			i;

	memset(l->letter, 1, 0x27);	/* what folds to ALEF, WAW, YEH is among these */
	memset(l->letter + 0x27, 0, 0x4B - 0x27);
	memset(l->letter + 0x4B, 1, 0x80 - 0x4B);	/* marks and rare letters */
	l->letter[0x40] = 1;		/* TATWEEL */
	for (k = 0; k < sizeof(proclitics); k++)
		l->letter[proclitics[k]] = 1;
	for (i = 0; i < l->n; i++)
	{
		const AraKeywordWord *w = &l->word[i];
		const char *s = ara_skip_signs(w->s, w->s + w->len);

		if (w->len <= ARA_MAX_WORD &&
			ara_normalize(s, (size_t) (w->s + w->len - s), folded, ARA_NORM_FOLD) >= 2 &&
			is_arabic(folded))
			l->letter[low_of(folded)] = 1;
	}
	if (l->letter[HEH])
		l->letter[0x29] = 1;	/* TEH MARBUTA */
	if (l->letter[YEH])
		l->letter[0x49] = 1;	/* ALEF MAKSURA */
}

static void
index_words(AraKeywordLine *l)
{
	int			i;

	memset(l->slot, -1, sizeof(l->slot));
	memset(l->run, 0, sizeof(l->run));
	memset(l->place, 0, sizeof(l->place));
	l->places = 0;
	for (i = l->n - 1; i >= 0; i--)
	{
		int16_t    *slot = &l->slot[l->word[i].hash & (ARA_KEYWORD_SLOTS - 1)];

		l->next[i] = *slot;
		*slot = (int16_t) i;
	}
}

/* Notes the runs that end with the word of this hash; exact: it may continue one. */
static void
note(AraKeywordLine *l, uint64_t hash, int exact)
{
	int			now = (int) (l->places & 1);
	int			places = 0;
	int			i;

	for (i = l->slot[hash & (ARA_KEYWORD_SLOTS - 1)]; i >= 0; i = l->next[i])
	{
		int			run = 1;
		int			k;

		if (l->word[i].hash != hash)
			continue;
		if (++places > MAX_PLACES)
			break;
		if (exact && i > 0 && l->places > 0 && l->place[!now][i - 1] == l->places - 1)
			run += l->run[!now][i - 1];
		if (run > ARA_KEYWORD_PHRASE)
			run = ARA_KEYWORD_PHRASE;
		if (l->place[now][i] == l->places && l->run[now][i] >= run)
			continue;
		l->place[now][i] = l->places;
		l->run[now][i] = (uint8_t) run;
		for (k = 1; k <= run; k++)
			l->word[i - k + 1].found |= (uint8_t) (1 << (k - 1));
	}
}

static uint64_t
hash_folded(const char *s, size_t n)
{
	uint64_t	h = UINT64_C(0xCBF29CE484222325);
	size_t		i;

	for (i = 0; i < n; i++)
		h = (h ^ (unsigned char) s[i]) * UINT64_C(0x100000001B3);
	h ^= h >> 32;
	return h ? h : 1;
}

uint64_t
ara_keyword_word_hash(const char *s, size_t len)
{
	char		folded[ARA_MAX_WORD * ARA_NORM_GROWTH + 16];
	size_t		n;

	if (len > ARA_MAX_WORD)
		return 0;
	n = ara_normalize(s, len, folded, ARA_NORM_FOLD);
	return n ? hash_folded(folded, n) : 0;
}

/* Whether the two bytes at s are U+0600 + low. */
static int
is_letter(const char *s, int low)
{
	return (unsigned char) s[0] == (0xC0 | (0x600 + low) >> 6) && (unsigned char) s[1] == (0x80 | (low & 0x3F));
}

/*
 * The word without each chain of proclitics that it may begin with: U+0648 or
 * U+0641, then U+0628, U+0643 or U+0644 (clitics.tsv C01 to C22).  Two LAM hide
 * an ALEF: they are the preposition and the article.
 */
static void
note_stripped(AraKeywordLine *l, char *word, size_t n)
{
	size_t		at = 0;

	if (n > 4 && (is_letter(word, WAW) || is_letter(word, FEH)))
	{
		at = 2;
		note(l, hash_folded(word + 2, n - 2), 0);
	}
	if (n - at > 6 && is_letter(word + at, LAM) && is_letter(word + at + 2, LAM))
	{
		word[at] = (char) 0xD8;
		word[at + 1] = (char) (0x80 | ALEF);
		note(l, hash_folded(word + at, n - at), 0);
	}
	else if (n - at > 4 && (is_letter(word + at, BEH) || is_letter(word + at, KAF) || is_letter(word + at, LAM)))
		note(l, hash_folded(word + at + 2, n - at - 2), 0);
}

static int
is_quote(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == 0xAB || cp == 0xBB || (cp >= 0x2018 && cp <= 0x201F);
}

/* Ends all runs when a sign of [s, e) is no quotation mark. */
static void
read_signs(AraKeywordLine *l, const char *s, const char *e)
{
	int			size;

	for (; s < e; s += size)
		if (!is_quote(ara_decode(s, e, &size)))
		{
			l->places += 2;
			return;
		}
}

static void
read_word(AraKeywordLine *l, const char *s, const char *e)
{
	char		folded[ARA_MAX_WORD * ARA_NORM_GROWTH + 16];
	const char *word = s;
	const char *word_end = e;
	size_t		n = 0;
	int			size;

	while (word < e && !ara_is_word_char(ara_decode(word, e, &size)))
		word += size;
	while (word_end > word && !ara_is_word_char(ara_decode(ara_prev_char(word, word_end), word_end, &size)))
		word_end = ara_prev_char(word, word_end);
	read_signs(l, s, word);
	if (word_end > word && word_end - word <= ARA_MAX_WORD)
		n = ara_normalize(word, (size_t) (word_end - word), folded, ARA_NORM_FOLD);
	if (n > 0)
	{
		l->places++;
		note(l, hash_folded(folded, n), 1);
		note_stripped(l, folded, n);
	}
	else if (word_end > word)
		l->places += 2;
	read_signs(l, word_end, e);
}

/* The end of the word at p: white space. */
static const char *
word_end(const char *p, const char *end)
{
	while (p < end && *p != ' ')
	{
		int			size;

		if (is_arabic(p) && end - p > 1 && ((unsigned char) p[1] & 0xC0) == 0x80 &&
			!is_letter(p, 0x1C))
			size = 2;			/* an Arabic letter or sign; U+061C is ARABIC LETTER MARK */
		else if (ara_is_blank(ara_decode(p, end, &size)))
			break;
		p += size;
	}
	return p;
}

void
ara_keyword_text(AraKeywordLine *l, const char *text, size_t len)
{
	const char *p = text;
	const char *end = text + len;
	int			size;

	if (l->n == 0)
		return;
	index_words(l);
	index_letters(l);
	for (;;)
	{
		const char *s;

		while (p < end && (*p == ' ' || ara_is_blank(ara_decode(p, end, &size))))
		{
			if (*p == '\n')
				l->places += 2;
			p += *p == ' ' ? 1 : size;
		}
		if (p >= end)
			break;
		s = p;
		p = word_end(p, end);
		if (is_arabic(s) && p - s > 1 && !l->letter[low_of(s)])
			l->places++;
		else
			read_word(l, s, p);
	}
}
