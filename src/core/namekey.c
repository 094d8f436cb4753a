/*
 * namekey.c - how a name sounds, across spellings and scripts (namekey.h)
 *
 * Consonants are kept, as classes of those that one script or another
 * interchanges; vowels are dropped but for an initial one, since Arabic
 * does not write the short ones and Latin spells the long ones many ways:
 *
 *     A  initial vowel, ain           B  b p                  D  d, dhal, dad
 *     F  f v ph                       H  h, ha                K  k q g j c gh kh x (= KS)
 *     L  M  N  R                      S  s z ts, zay, sad, dha
 *     T  t, tha, ta                   X  sh ch tch zh         W  initial w
 *
 * The article (al-, el-) and doubled sounds are dropped, and so is a final h,
 * and t before s.  Abd and the name behind it are one word.
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
	if (k->n > k->start && k->out[k->n - 1] == c)
		return;
	/* ts, tz */
	if (c == 'S' && k->n > k->start + 1 && k->out[k->n - 1] == 'T')
		k->n--;
	if (k->n - k->start < MAX_WORD)
		k->out[k->n++] = c;
}

/* The sound of an Arabic letter as it is folded: 'v' a vowel, 0 none. */
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
		case 0x062E:			/* KHAH */
		case 0x063A:			/* GHAIN */
		case 0x0642:			/* QAF */
		case 0x0643:			/* KAF */
		case 0x06AF:			/* GAF */
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
		case 0x0698:			/* JEH */
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
		default:
			return 'v';
	}
}

static const char abd[] = "\xD8\xB9\xD8\xA8\xD8\xAF";	/* AIN BEH DAL */

static void
arabic_word(Key *k, const char *s, const char *end)
{
	static const char al[] = "\xD8\xA7\xD9\x84";	/* ALEF LAM */
	int			first = k->n == k->start;
	int			len;

	if (end - s >= 8 && memcmp(s, al, 4) == 0)
		s += 4;
	/* Abd al- written as one */
	else if (end - s > 14 && memcmp(s, abd, 6) == 0 && memcmp(s + 6, al, 4) == 0)
	{
		put(k, 'A');
		put(k, 'B');
		put(k, 'D');
		first = 0;
		s += 10;
	}
	for (; s < end; s += len, first = 0)
	{
		uint32_t	cp = ara_decode(s, end, &len);
		char		sound = arabic_sound(cp);
		int			more;

		/* TEH SHEEN is one sound */
		if (cp == 0x062A && s + len < end && ara_decode(s + len, end, &more) == 0x0634)
		{
			len += more;
			sound = 'X';
		}
		if (sound == 'w')
			sound = first ? 'W' : 'v';
		if (sound != 'v')
			put(k, sound);
		else if (first)
			put(k, 'A');
	}
}

static int
is_vowel(char c)
{
	return c != 0 && strchr("aeiouy", c) != NULL;
}

/* The sound of the Latin letters at s, of which *n are read; lower case, marks off. */
static char
latin_sound(const char *s, const char *end, int first, int *n)
{
	static const struct
	{
		const char *letters;
		char		sound;
	}			groups[] = {
		{"tsch", 'X'}, {"sch", 'X'}, {"tch", 'X'}, {"sh", 'X'}, {"ch", 'X'}, {"zh", 'X'}, {"cz", 'X'},
		{"kh", 'K'}, {"gh", 'K'}, {"ph", 'F'}, {"th", 'T'}, {"dh", 'D'}, {"ck", 'K'}, {"dj", 'K'}, {"ou", 'v'}
	};
	size_t		i;
	char		next;

	for (i = 0; i < sizeof(groups) / sizeof(*groups); i++)
	{
		size_t		len = strlen(groups[i].letters);

		if ((size_t) (end - s) >= len && memcmp(s, groups[i].letters, len) == 0)
		{
			*n = (int) len;
			return groups[i].sound;
		}
	}
	*n = 1;
	next = s + 1 < end ? s[1] : 0;
	switch (*s)
	{
		case 'b':
		case 'p':
			return 'B';
		case 't':
			return 'T';
		case 'd':
			return 'D';
		case 'f':
		case 'v':
			return 'F';
		case 'k':
		case 'q':
		case 'g':
		case 'j':
			return 'K';
		case 'c':
			return next == 'e' || next == 'i' || next == 'y' ? 'S' : 'K';
		case 'x':
			return first ? 'X' : 'x';
		case 's':
		case 'z':
			return 'S';
		case 'h':
			return 'H';
		case 'l':
			return 'L';
		case 'm':
			return 'M';
		case 'n':
			return 'N';
		case 'r':
			return 'R';
		case 'w':
			return first ? 'W' : 'v';
		case '\'':
		case '`':
			return 0;
		default:
			return 'v';
	}
}

static int
is_article(const char *s, const char *end)
{
	return end - s == 2 && (s[0] == 'a' || s[0] == 'e') && s[1] == 'l';
}

static void
latin_word(Key *k, const char *s, const char *end)
{
	int			first = k->n == k->start;
	int			n;

	if (is_article(s, end))
	{
		k->joins = k->n > k->start && k->n >= 3;
		return;
	}
	/* abdel, abdul: their end is the article of what follows */
	if (first && end - s >= 5 && memcmp(s, "abd", 3) == 0 && is_vowel(s[3]) && s[4] == 'l')
	{
		put(k, 'A');
		put(k, 'B');
		put(k, 'D');
		k->joins = end - s == 5;
		s += 5;
		first = 0;
	}
	for (; s < end; s += n, first = 0)
	{
		char		sound = latin_sound(s, end, first, &n);

		if (sound == 'x')
		{
			put(k, 'K');
			put(k, 'S');
		}
		else if (sound == 'v')
		{
			if (first)
				put(k, 'A');
		}
		else if (sound)
			put(k, sound);
	}
}

static void
word(Key *k, const char *s, size_t len)
{
	size_t		before = k->n;

	if (k->joins)
		k->joins = 0;
	else
	{
		if (k->n > 0)
			k->out[k->n++] = ' ';
		k->start = k->n;
	}
	if ((unsigned char) s[0] >= 0xD8 && (unsigned char) s[0] <= 0xDB)
		arabic_word(k, s, s + len);
	else
		latin_word(k, s, s + len);
	if ((len == 6 && memcmp(s, abd, 6) == 0) || (len == 3 && memcmp(s, "abd", 3) == 0))
		k->joins = 1;
	/* a final h is not heard */
	if (k->n > k->start + 1 && k->out[k->n - 1] == 'H')
		k->n--;
	if (k->n == k->start)
		k->n = before;
}

size_t
ara_name_key(const char *s, size_t len, char *out)
{
	AraTokenizer t;
	AraToken	token;
	Key			k = {out, 0, 0, 0};

	ara_tokenizer_init(&t, s, len);
	while (ara_next_token(&t, &token) != ARA_T_EOF)
	{
		char		fold[ARA_NORM_GROWTH * ARA_MAX_WORD];
		size_t		n;

		switch (token.type)
		{
			case ARA_T_WORD:
			case ARA_T_ASCIIWORD:
			case ARA_T_HWORD_PART:
			case ARA_T_HWORD_ASCIIPART:
				break;
			default:
				continue;
		}
		if (token.len > ARA_MAX_WORD)
			continue;
		n = ara_normalize(token.start, token.len, fold, ARA_NORM_FOLD);
		if (n > 0)
			word(&k, fold, n);
	}
	return k.n;
}
