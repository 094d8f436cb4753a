/*
 * phon.c - sounds and spellings (alphabet in phon.h)
 */
#include "phon.h"

#include <string.h>

#include "../core/utf8.h"

/* letter, code point; the hamza's seats are read here and chosen in seat() */
static const struct
{
	char		sound;
	unsigned	cp;
}			letters[] = {
	{'\'', 0x621}, {'A', 0x627}, {'b', 0x628}, {'p', 0x629}, {'t', 0x62A}, {'v', 0x62B}, {'j', 0x62C},
	{'H', 0x62D}, {'x', 0x62E}, {'d', 0x62F}, {'*', 0x630}, {'r', 0x631}, {'z', 0x632}, {'s', 0x633},
	{'$', 0x634}, {'S', 0x635}, {'D', 0x636}, {'T', 0x637}, {'Z', 0x638}, {'E', 0x639}, {'g', 0x63A},
	{'f', 0x641}, {'q', 0x642}, {'k', 0x643}, {'l', 0x644}, {'m', 0x645}, {'n', 0x646}, {'h', 0x647},
	{'w', 0x648}, {'Y', 0x649}, {'y', 0x64A},
	{'P', 0x67E}, {'C', 0x686}, {'J', 0x698}, {'V', 0x6A4}, {'G', 0x6AF},
	{'a', 0x64E}, {'u', 0x64F}, {'i', 0x650},
	{'\'', 0x623}, {'\'', 0x624}, {'\'', 0x625}, {'\'', 0x626}
};

#define NLETTERS (sizeof(letters) / sizeof(*letters))

int
phon_is_vowel(char c)
{
	return c == 'a' || c == 'i' || c == 'u' || c == 'A' || c == 'Y';
}

static int
short_vowel(char c)
{
	return c == 'a' || c == 'i' || c == 'u';
}

int
phon_read(const char *utf8, char *out)
{
	const char *end = utf8 + strlen(utf8);
	size_t		n = 0;

	while (utf8 < end)
	{
		int			len;
		unsigned	cp = ara_decode(utf8, end, &len);
		size_t		i;

		utf8 += len;
		if (n + 4 >= PHON_MAX)
			return 0;
		if (cp == 0x652 || cp == 0x640 || cp == 0x670)	/* sukun, tatweel, superscript alef */
			continue;
		if (cp >= 0x64B && cp <= 0x64D) /* tanwin */
			continue;
		if (cp == 0x651)		/* shadda doubles the letter before its vowel */
		{
			if (n > 0 && short_vowel(out[n - 1]))
			{
				if (n < 2)
					return 0;
				out[n] = out[n - 1];
				out[n - 1] = out[n - 2];
				n++;
			}
			else if (n > 0)
			{
				out[n] = out[n - 1];
				n++;
			}
			else
				return 0;
			continue;
		}
		if (cp == 0x622)		/* alef with madda */
		{
			out[n++] = '\'';
			out[n++] = 'A';
			continue;
		}
		if (cp == 0x671 || (cp == 0x627 && n == 0))
		{
			out[n++] = '{';
			continue;
		}
		for (i = 0; i < NLETTERS && letters[i].cp != cp; i++)
			;
		if (i == NLETTERS)
			return 0;
		/* the vowel before a long vowel or ta marbuta is part of it */
		if ((cp == 0x627 || cp == 0x649) && n > 0 && out[n - 1] == 'a')
			n--;
		out[n++] = letters[i].sound;
	}
	out[n] = 0;
	/* an unvocalized ta marbuta's fatha */
	if (n > 1 && out[n - 1] == 'p' && out[n - 2] == 'a')
	{
		out[n - 2] = 'p';
		out[n - 1] = 0;
	}
	return n > 0;
}

void
phon_smooth(char *s)
{
	size_t		i;

	for (i = 0; s[i]; i++)
	{
		char		c = s[i],
					d = s[i + 1],
					e = d ? s[i + 2] : 0;

		/* two hamzas at the start: 'a'mana, 'i'maan */
		if (c == '\'' && short_vowel(d) && e == '\'' && i == 0 && s[i + 3] && !phon_is_vowel(s[i + 3]))
		{
			if (d == 'a')
			{
				s[i + 1] = 'A';
				memmove(s + i + 2, s + i + 3, strlen(s + i + 3) + 1);
			}
			else if (d == 'i')
				s[i + 2] = 'y';
			/* 'u'minu is both said and written with either: seat() */
		}
		/* hamza-vowel-hamza-long a: 'a'A to 'A is not regular and does not occur */
		if (c == 'i' && d == 'w' && e && !phon_is_vowel(e) && e != 'w')
			s[i + 1] = 'y';
		if (c == 'u' && d == 'y' && e && !phon_is_vowel(e) && e != 'y')
			s[i + 1] = 'w';
		/* jA'i' to jA'iy */
		if (c == '\'' && d == 'i' && e == '\'' && s[i + 3] == 0 && i > 0)
			s[i + 2] = 'y';
	}
}

/* whether the letter before the vowel or the hamza at s[i] joins it in writing */
static int
joined(const char *s, size_t i)
{
	if (i > 0 && short_vowel(s[i - 1]))
		i--;
	return i > 0 && !strchr("Ad*rzw'{", s[i - 1]);
}

/*
 * The seat of the hamza at s[i]; *eat is set when the long a after it goes
 * into U+0622.  The vowel before and the vowel after it decide, i before u
 * before a; variant 1 is what other schools and careless writers do.
 */
static unsigned
seat(const char *s, size_t i, int variant, int *eat)
{
	const char *after = s + i + (s[i + 1] == '\'' ? 2 : 1);
	const char	next = *after;
	char		prev,
				before;
	int			dual;

	*eat = 0;
	if (i == 0)
	{
		if (next == 'A')
		{
			*eat = 1;
			return 0x622;
		}
		return next == 'i' ? 0x625 : 0x623;
	}
	prev = s[i - 1];
	before = i > 1 ? s[i - 2] : 0;
	dual = strcmp(after, "ayn") == 0 || strcmp(after, "ay") == 0;
	/* 'uminu, 'u'minu */
	if (i == 2 && prev == 'u' && before == '\'' && next && !phon_is_vowel(next))
		return variant ? 0x624 : 0x648;
	/* the alef of mi'atu spelled with one is silent */
	if (next == 'i' || prev == 'i' || (prev == 'A' && before == 'i'))
		return 0x626;
	if (prev == 'y')
	{
		if (next == 0)
			return 0x621;
		/* a radical yeh: yay'asu; not hay'atu, shay'ayni */
		if (next == 'a' && after[1] && after[1] != 't' && !dual && before != 'i')
			return variant ? 0x626 : 0x623;
		return 0x626;
	}
	if (next == 'u')
	{
		/* variants before a long u: qara'uu with the alef kept; mas'uul, ru'uus as Egypt spells them */
		if (variant && after[1] == 'w')
		{
			if (prev == 'a' && (after[2] == 0 || after[2] == 'A' || after[2] == 'n'))
				return 0x623;
			return prev != 'A' && joined(s, i) ? 0x626 : 0x621;
		}
		return prev == 'w' ? 0x621 : 0x624;
	}
	if (prev == 'u')
		return 0x624;
	if (prev == 'w' && before != 0)
	{
		/* taw'am */
		if (next == 'a' && after[1] && !dual && before != 'u' && !variant)
			return 0x623;
		return 0x621;
	}
	if (prev == 'A')
		return 0x621;
	if (next == 'A')
	{
		*eat = 1;
		return 0x622;
	}
	if (next == 0 && prev != 'a')
		return 0x621;
	return 0x623;
}

static size_t
put(unsigned cp, char *out, size_t n)
{
	return n + (size_t) ara_encode(cp, out + n);
}

static unsigned
letter(char c)
{
	size_t		i;

	if (c == '{')
		return 0x627;
	for (i = 0; i < NLETTERS; i++)
		if (letters[i].sound == c)
			return letters[i].cp;
	return '?';
}

static void
write_word(const char *s, int variant, int vowels, char *out)
{
	size_t		i,
				n = 0;

	for (i = 0; s[i]; i++)
	{
		int			doubled = !phon_is_vowel(s[i]) && s[i] == s[i + 1];

		if (s[i] == '.')
			continue;
		if (short_vowel(s[i]))
		{
			if (vowels)
				n = put(letter(s[i]), out, n);
			continue;
		}
		if (s[i] == '\'')
		{
			int			eat;

			n = put(seat(s, i, variant, &eat), out, n);
			i += (size_t) (doubled + eat);
		}
		else if (s[i] == 'A' || s[i] == 'Y' || s[i] == 'p')
		{
			if (vowels && i > 0 && s[i - 1] != 'A')
				n = put(0x64E, out, n);
			/* after ya the final long a is an alef: U+062F U+0646 U+064A U+0627 */
			n = put(s[i] == 'Y' && i > 0 && s[i - 1] == 'y' ? 0x627 : letter(s[i]), out, n);
			continue;
		}
		else
		{
			n = put(letter(s[i]), out, n);
			i += (size_t) doubled;
		}
		if (doubled && vowels)
			n = put(0x651, out, n);
	}
	out[n] = 0;
}

void
phon_spell(const char *sounds, int variant, char *utf8)
{
	write_word(sounds, variant, 0, utf8);
}

void
phon_vocalize(const char *sounds, char *utf8)
{
	write_word(sounds, 0, 1, utf8);
}
