/*
 * namekey.c - how a name sounds, across spellings and scripts (namekey.h)
 *
 * Consonants are kept, as classes of those that one script or another
 * interchanges; vowels are dropped but for the first and the last, since
 * Arabic does not write the short ones and Latin spells the long ones many
 * ways:
 *
 *     A  initial vowel, ain           B  b p                  D  d, dhal, dad
 *     F  f v ph                       G  g j gh zh, jeem      H  h, ha
 *     K  k q c kh x (= KS)            L  M  N  R              S  s z ts, zay, sad, zah
 *     T  t, tha, ta                   V  final vowel or h     W  initial w
 *     X  sh ch tch, sheen             Y  initial y
 *
 * Qaf is K, as most write it; jeem is G for the sake of Egypt and of Russian
 * zh.  The article (al-, el-) is dropped, double letters are one, and so are t
 * and a following s.  Abd and the name behind it are one word, as are a name
 * and Allah or Oglu behind it.
 */
#include "namekey.h"

#include <string.h>

#include "ara.h"
#include "utf8.h"

#define MAX_WORD 64				/* letters of a word that count */

size_t
ara_name_key_bound(size_t len)
{
	return 2 * len + 2;
}

/* A word while its key is written. */
typedef struct Key
{
	char	   *out;
	size_t		start;			/* of the word in out */
	size_t		n;
	int			joins;			/* the word before was Abd */
} Key;

static void
put(Key *k, char c)
{
	/* ts, tz */
	if (c == 'S' && k->n > k->start + 1 && k->out[k->n - 1] == 'T')
		k->n--;
	if (k->n - k->start < MAX_WORD)
		k->out[k->n++] = c;
}

/* The sound of an Arabic letter as it is folded: 'v' a vowel; 'w', 'y' one unless it is the first. */
static char
arabic_sound(uint32_t cp)
{
	switch (cp)
	{
		case 0x0628:			/* BEH */
		case 0x067E:			/* PEH */
			return 'B';
		case 0x062A:			/* TEH */
		case 0x062B:			/* THEH */
		case 0x0637:			/* TAH */
			return 'T';
		case 0x062C:			/* JEEM */
		case 0x063A:			/* GHAIN */
		case 0x0698:			/* JEH */
		case 0x06AF:			/* GAF */
			return 'G';
		case 0x062E:			/* KHAH */
		case 0x0642:			/* QAF */
		case 0x0643:			/* KAF */
		case 0x06A9:			/* KEHEH */
			return 'K';
		case 0x062F:			/* DAL */
		case 0x0630:			/* THAL */
		case 0x0636:			/* DAD */
			return 'D';
		case 0x062D:			/* HAH */
		case 0x0647:			/* HEH, and TEH MARBUTA */
			return 'H';
		case 0x0631:			/* REH */
			return 'R';
		case 0x0632:			/* ZAIN */
		case 0x0633:			/* SEEN */
		case 0x0635:			/* SAD */
		case 0x0638:			/* ZAH */
			return 'S';
		case 0x0634:			/* SHEEN */
		case 0x0686:			/* TCHEH */
			return 'X';
		case 0x0641:			/* FEH */
		case 0x06A4:			/* VEH */
			return 'F';
		case 0x0644:			/* LAM */
			return 'L';
		case 0x0645:			/* MEEM */
			return 'M';
		case 0x0646:			/* NOON */
			return 'N';
		case 0x0648:			/* WAW */
			return 'w';
		case 0x064A:			/* YEH */
			return 'y';
		default:
			return 'v';
	}
}

static const char abd[] = "\xD8\xB9\xD8\xA8\xD8\xAF";	/* AIN BEH DAL */

static int
equals(const char *s, const char *end, const char *word)
{
	size_t		len = strlen(word);

	return (size_t) (end - s) == len && memcmp(s, word, len) == 0;
}

static int
starts(const char *s, const char *end, const char *prefix)
{
	size_t		len = strlen(prefix);

	return (size_t) (end - s) >= len && memcmp(s, prefix, len) == 0;
}

/* Abd, of which the name behind it is a part. */
static void
put_abd(Key *k)
{
	put(k, 'A');
	put(k, 'B');
	put(k, 'D');
}

/* What a word ends in: a final h is heard as a vowel at most. */
static void
put_end(Key *k, char last)
{
	if (last == 'H' && k->n > k->start + 1)
		k->n--;
	if (last != 0 && strchr("vwyH", last) != NULL && k->n > k->start)
		put(k, 'V');
}

/* Letters of the folded word; without hamza over its alef, it may begin with the article. */
static void
arabic_word(Key *k, const char *s, const char *end, int hamza)
{
	static const char al[] = "\xD8\xA7\xD9\x84";	/* ALEF LAM */
	int			first = k->n == k->start;
	char		sound = 0;
	int			len;

	if (!hamza && end - s >= 8 && starts(s, end, al))
		s += 4;
	/* Abd al- written as one */
	else if (end - s >= 14 && starts(s, end, abd) && starts(s + 6, end, al))
	{
		put_abd(k);
		first = 0;
		s += 10;
	}
	for (; s < end; s += len, first = 0)
	{
		uint32_t	cp = ara_decode(s, end, &len);
		int			more;

		sound = arabic_sound(cp);
		/* Allah, written with the word before it */
		if (cp == 0x0644 && equals(s + len, end, "\xD9\x84\xD9\x87"))
			continue;
		/* TEH SHEEN is one sound */
		if (cp == 0x062A && s + len < end && ara_decode(s + len, end, &more) == 0x0634)
		{
			len += more;
			sound = 'X';
		}
		if (sound < 'a')
			put(k, sound);
		else if (first)
			put(k, sound == 'w' ? 'W' : sound == 'y' ? 'Y' : 'A');
	}
	put_end(k, sound);
}

/* ---- Latin letters ---- */

/* Letters that lose their sound with their mark, in UTF-8, and what has it; no longer. */
static const char *const marked[][2] = {
	{"\xC4\x8C", "ch"}, {"\xC4\x8D", "ch"}, {"\xC4\x86", "ch"}, {"\xC4\x87", "ch"}, /* c with caron, acute */
	{"\xC5\xA0", "sh"}, {"\xC5\xA1", "sh"}, {"\xC5\x9E", "sh"}, {"\xC5\x9F", "sh"}, /* s with caron, cedilla */
	{"\xC5\xBD", "zh"}, {"\xC5\xBE", "zh"}, /* z with caron */
	{"\xC4\x90", "dj"}, {"\xC4\x91", "dj"}, /* d with stroke */
	{"\xC3\x89", "i"}, {"\xC3\xA9", "i"}	/* e with acute: heard at the end, too */
};

static int
is_vowel(char c)
{
	return c != 0 && strchr("aeiouy", c) != NULL;
}

/* Writes a word to out with the marked letters spelled out. */
static size_t
spell_out(const char *s, size_t len, char *out)
{
	size_t		n = 0;
	size_t		i,
				j;

	for (i = 0; i < len; i++)
	{
		int			two = i + 1 < len;

		out[n++] = s[i];
		if ((unsigned char) s[i] < 0xC3 || !two)
			continue;
		for (j = 0; j < sizeof(marked) / sizeof(*marked); j++)
			if (memcmp(s + i, marked[j][0], 2) == 0)
			{
				memcpy(out + n - 1, marked[j][1], strlen(marked[j][1]));
				n += strlen(marked[j][1]) - 1;
				i++;
				break;
			}
		/* c with cedilla: French and Portuguese inside before a vowel, else Turkish */
		if (j == sizeof(marked) / sizeof(*marked) && s[i] == '\xC3' && (s[i + 1] == '\xA7' || s[i + 1] == '\x87'))
		{
			out[n - 1] = 's';
			if (i == 0 || i + 2 >= len || !is_vowel((char) (s[i + 2] | 0x20)))
			{
				out[n - 1] = 'c';
				out[n++] = 'h';
			}
			i++;
		}
	}
	return n;
}

/* Groups of letters with a sound of their own: anywhere, at the start, or as the end of a word. */
static const struct
{
	char		where;			/* 0, '^', '$' */
	const char *letters;
	char		sound;			/* 0: none */
}			groups[] = {
	{'^', "wr", 'R'}, {'^', "rh", 'R'}, {'^', "bh", 'B'}, {'^', "iou", 'y'},
	{'^', "oua", 'w'}, {'^', "oue", 'w'}, {'^', "oui", 'w'},
	{'$', "ovic", 'o'}, {'$', "evic", 'o'}, {'$', "eux", 'v'}, {'$', "aux", 'v'}, {'$', "oux", 'v'},
	{0, "chr", 'k'}, {0, "tsch", 'X'}, {0, "sch", 'X'}, {0, "tch", 'X'}, {0, "sh", 'X'}, {0, "ch", 'X'}, {0, "cz", 'X'},
	{0, "zh", 'G'}, {0, "ght", 'T'}, {0, "gh", 'G'}, {0, "dj", 'G'}, {0, "kh", 'K'}, {0, "ck", 'K'},
	{0, "ph", 'F'}, {0, "th", 'T'}, {0, "dh", 'D'},
	{0, "ohn", 'n'}, {0, "ohl", 'l'}, {0, "ou", 'v'}
};

/* The sound of one Latin letter, lower case, before next: 'v' a vowel, 0 none. */
static char
letter_sound(char c, char next)
{
	/*                           abcdefghijklmnopqrstuvwxyz */
	static const char sounds[] = "vBKDvFGHvGKLMNvBKRSTvFwxyS";

	if (c == 'c' && (next == 'e' || next == 'i' || next == 'y'))
		return 'S';
	if (c == '\'' || c == '`')
		return 0;
	return c >= 'a' && c <= 'z' ? sounds[c - 'a'] : 'v';
}

/* The sound of the letters at s, of which *n are read. */
static char
latin_sound(const char *s, const char *end, int first, int *n)
{
	size_t		i;

	for (i = 0; i < sizeof(groups) / sizeof(*groups); i++)
		if (*s == *groups[i].letters && starts(s, end, groups[i].letters) &&
			(groups[i].where != '^' || first) &&
			(groups[i].where != '$' || equals(s, end, groups[i].letters)))
		{
			*n = (int) strlen(groups[i].letters);
			return groups[i].sound;
		}
	*n = 1;
	return letter_sound(*s, s + 1 < end ? s[1] : 0);
}

static void
put_latin(Key *k, char sound, int first)
{
	switch (sound)
	{
		case 0:
			break;
		case 'v':				/* vowels */
		case 'w':
		case 'y':
			if (first)
				put(k, sound == 'v' ? 'A' : sound == 'w' ? 'W' : 'Y');
			break;
		case 'x':
			put(k, first ? 'X' : 'K');
			if (!first)
				put(k, 'S');
			break;
		case 'o':				/* ovic, evic */
			put(k, 'F');
			put(k, 'X');
			break;
		case 'k':				/* chr */
			put(k, 'K');
			put(k, 'R');
			break;
		case 'n':				/* ohn, ohl */
			put(k, 'N');
			break;
		case 'l':
			put(k, 'L');
			break;
		default:
			put(k, sound);
	}
}

/* Folded letters of a word. */
static void
latin_word(Key *k, const char *s, const char *end)
{
	const char *start = s;
	int			first = k->n == k->start;
	char		sound = 0;
	char		before;
	int			n;

	/* abdel, abdul, abder: their end is the article of what follows */
	if (first && end - s >= 5 && starts(s, end, "abd") && is_vowel(s[3]) &&
		(s[4] == 'l' || (end - s > 5 && s[4] == s[5])))
	{
		put_abd(k);
		k->joins = end - s == 5;
		s += 5;
		first = k->joins;
	}
	for (; s < end; s += n, first = 0)
	{
		before = sound;
		sound = latin_sound(s, end, first, &n);
		/* double letters, or two for the same sound */
		if (sound != before || sound > 'Z' || sound == 0)
			put_latin(k, sound, first);
	}
	/* an e after a consonant is mute */
	if (sound == 'v' && end - start >= 3 && end[-1] == 'e' && !is_vowel(end[-2]))
		return;
	put_end(k, sound);
}

/* Words that are part of the word before them. */
static int
is_end(const char *s, const char *end)
{
	return equals(s, end, "allah") || equals(s, end, "oglu") ||
		equals(s, end, "\xD8\xA7\xD9\x84\xD9\x84\xD9\x87") ||	/* ALEF LAM LAM HEH */
		equals(s, end, "\xD8\xA7\xD9\x88\xD8\xBA\xD9\x84\xD9\x88");	/* ALEF WAW GHAIN LAM WAW */
}

static void
word(Key *k, const char *raw, const char *s, const char *end)
{
	size_t		before = k->n;
	int			after_abd = k->joins;

	/* al-, el- */
	if (equals(s, end, "al") || equals(s, end, "el"))
		return;
	k->joins = 0;
	if (is_end(s, end) && k->n > k->start)
	{
		if (k->out[k->n - 1] == 'V')
			k->n--;
	}
	else if (!after_abd)
	{
		if (k->n > 0)
			k->out[k->n++] = ' ';
		k->start = k->n;
	}
	if ((unsigned char) s[0] >= 0xD8 && (unsigned char) s[0] <= 0xDB)
		arabic_word(k, s, end, memcmp(raw, "\xD8\xA3", 2) == 0 || memcmp(raw, "\xD8\xA5", 2) == 0);
	else
		latin_word(k, s, end);
	if (equals(s, end, abd) || equals(s, end, "abd"))
		k->joins = 1;
	if (k->n == k->start)
		k->n = before;
}

static void
token_word(Key *k, const char *s, size_t len)
{
	char		spelled[ARA_MAX_WORD];
	char		fold[ARA_NORM_GROWTH * ARA_MAX_WORD];
	size_t		n;

	if (len < 2 || len > ARA_MAX_WORD)
		return;
	n = ara_normalize(spelled, spell_out(s, len, spelled), fold, ARA_NORM_FOLD);
	if (n > 0)
		word(k, s, fold, fold + n);
}

size_t
ara_name_word_key(const char *s, size_t len, char *out)
{
	Key			k = {out, 0, 0, 0};

	token_word(&k, s, len);
	return k.n;
}

size_t
ara_name_key(const char *s, size_t len, char *out)
{
	AraTokenizer t;
	AraToken	token;
	Key			k = {out, 0, 0, 0};

	ara_tokenizer_init(&t, s, len);
	while (ara_next_token(&t, &token) != ARA_T_EOF)
		switch (token.type)
		{
			case ARA_T_WORD:
			case ARA_T_ASCIIWORD:
			case ARA_T_HWORD_PART:
			case ARA_T_HWORD_ASCIIPART:
				token_word(&k, token.start, token.len);
				break;
			default:
				break;
		}
	return k.n;
}
