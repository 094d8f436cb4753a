/*
 * test_namekey.c - facts about how names sound
 *
 * The spellings of test/data/names.tsv; a key's form; that keys are few enough to meet, and many
 * enough to tell names apart (the names of the lexicon); and any bytes.
 *
 * Usage: test_namekey [DATA], in the project's directory
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/ara.h"
#include "../../src/core/namekey.h"
#include "fact.h"

/* The key, in memory of just the size that is promised to do, so that the sanitizer sees more. */
static size_t
key_of(const char *s, size_t len, char *out, size_t room)
{
	char	   *exact = malloc(ara_name_key_bound(len));
	size_t		n = ara_name_key(s, len, exact);

	if (n >= room)
		n = room - 1;
	memcpy(out, exact, n);
	out[n] = '\0';
	free(exact);
	return n;
}

static void
key(const char *name, const char *want)
{
	char		have[256];
	char		label[600];

	key_of(name, strlen(name), have, sizeof(have));
	snprintf(label, sizeof(label), "%s is %s, not %s", name, want, have);
	fact(strcmp(have, want) == 0, label);
}

/* ---- spellings of one name ---- */

static int	met;
static int	missed;

static void
check_line(char *line)
{
	char		first[256];
	char	   *name = strtok(line, "\t\n");

	if (name == NULL || *name == '#')
		return;
	key_of(name, strlen(name), first, sizeof(first));
	while ((name = strtok(NULL, "\t\n")) != NULL)
	{
		int			known = *name == '~';
		char		have[256];
		char		label[600];
		int			same;

		key_of(name + known, strlen(name + known), have, sizeof(have));
		same = strcmp(first, have) == 0;
		met += same;
		missed += !same;
		snprintf(label, sizeof(label), "%s: %s, not %s", name, first, have);
		fact(same == !known, label);
	}
}

static void
spellings(void)
{
	static char line[4096];
	FILE	   *f = fopen("test/data/names.tsv", "rb");

	if (f == NULL)
	{
		fact(0, "test/data/names.tsv is there");
		return;
	}
	while (fgets(line, sizeof(line), f))
		check_line(line);
	fclose(f);
	printf("spellings with the key of their name: %d of %d\n", met, met + missed);
}

/* ---- different names ---- */

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

/* Pairs of different names of the lexicon with the same key: at most 300 in a million. */
static void
different(const char *data)
{
	static char line[4096];
	static char path[4096];
	static char *keys[20000];
	static const char *const files[] = {"name-1", "name-2"};
	long		n = 0;
	long		same = 0;
	long		run = 0;
	long		i;

	for (i = 0; i < 2; i++)
	{
		FILE	   *f;

		snprintf(path, sizeof(path), "%s/lexicon/%s.tsv", data, files[i]);
		if ((f = fopen(path, "rb")) == NULL)
			continue;
		while (n < 20000 && fgets(line, sizeof(line), f))
			if (*line != '#' && *line != '\n')
			{
				keys[n] = malloc(256);
				key_of(line, strcspn(line, "\t\n"), keys[n++], 256);
			}
		fclose(f);
	}
	if (n == 0)
	{
		printf("skip: no lexicon\n");
		return;
	}
	qsort(keys, (size_t) n, sizeof(*keys), compare);
	for (i = 1; i < n; i++)
	{
		run = strcmp(keys[i - 1], keys[i]) == 0 ? run + 1 : 0;
		same += run;
	}
	printf("of a million pairs of the %ld names, %.0f have the same key\n", n, same * 2e6 / ((double) n * (n - 1)));
	fact(same * 2e6 / ((double) n * (n - 1)) < 300, "different names");
	while (n > 0)
		free(keys[--n]);
}

static void
differ(const char *a, const char *b)
{
	char		x[256];
	char		y[256];
	char		label[600];

	key_of(a, strlen(a), x, sizeof(x));
	key_of(b, strlen(b), y, sizeof(y));
	snprintf(label, sizeof(label), "%s and %s are both %s", a, b, x);
	fact(strcmp(x, y) != 0, label);
}

static void
different_pairs(void)
{
	static const char *const pairs[][2] = {
		{"Putin", "Pompeo"}, {"Merkel", "Macron"}, {"Assad", "Sisi"}, {"Gaza", "Gates"},
		{"Gaza", "Qais"}, {"Jenin", "Ghana"}, {"Obama", "Osama"}, {"Trump", "Trudeau"}, {"Lavrov", "Laurel"},
		{"Iran", "Iraq"}, {"Syria", "Seoul"}, {"Beirut", "Berlin"},
		{"Zelensky", "Zalmai"}, {"Riyadh", "Rabat"}, {"Tehran", "Tirana"}
	};
	size_t		i;

	for (i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		differ(pairs[i][0], pairs[i][1]);
}

/* ---- any bytes ---- */

static unsigned state = 7;

static unsigned
random_below(unsigned n)
{
	state = state * 1664525u + 1013904223u;
	return (state >> 8) % n;
}

static int
has_form(const char *s, size_t n)
{
	size_t		i;

	for (i = 0; i < n; i++)
		if (s[i] == ' ' ? i == 0 || i + 1 == n || s[i - 1] == ' ' : s[i] < 'A' || s[i] > 'Y')
			return 0;
	return 1;
}

/* Mode names: whether its lexemes stand one behind the other, and are as many as they may be. */
static int
names_in(const char *word, size_t len, char *out)
{
	AraLevel	levels[ARA_MAX_LEVELS];
	int			n = ara_lexize_names(word, len, out, levels, 0);
	int			keys = 0;
	size_t		end = 0;
	int			i;

	for (i = 0; i < n; i++)
	{
		if (levels[i].at != end || levels[i].len == 0)
			return 0;
		end += levels[i].len;
		keys += ara_is_name_lexeme(out + levels[i].at, levels[i].len);
	}
	return n <= 4 && keys <= 2 && end <= ara_lexize_names_bound(len);
}

static void
any_bytes(void)
{
	static const char *const pieces[] = {
		"abd", "el", "al", "x", "X", "\xD8\xB9\xD8\xA8\xD8\xAF", "\xD8\xA7\xD9\x84", "\xD9\x84\xD9\x87", "allah", "oglu",
		" ", "-", "\xC4", "\xC4\x8D", "\xC3\xA7", "\xC3", "h", "e", "\xD9\x8E", "\xD8", "ovic", "iou", "#", "@", "\xEF\xB7\xB2", ""
	};
	int			i;
	int			bound = 1;
	int			form = 1;
	int			lexemes = 1;

	for (i = 0; i < 200000; i++)
	{
		char		s[200];
		size_t		len = 0;
		unsigned	n = random_below(12);
		char	   *exact;
		char	   *in;
		size_t		got;

		while (n-- > 0)
		{
			const char *p = pieces[random_below(sizeof(pieces) / sizeof(*pieces))];

			if (*p == '\0')
				s[len++] = (char) random_below(256);
			memcpy(s + len, p, strlen(p));
			len += strlen(p);
		}
		/* both of just the size, so that a byte too far is seen */
		in = malloc(len + (len == 0));
		memcpy(in, s, len);
		exact = malloc(ara_name_key_bound(len));
		got = ara_name_key(in, len, exact);
		bound &= got <= ara_name_key_bound(len);
		form &= has_form(exact, got);
		got = ara_name_word_key(in, len, exact);
		bound &= got <= ara_name_key_bound(len);
		form &= has_form(exact, got);
		free(exact);
		exact = malloc(ara_lexize_names_bound(len));
		lexemes &= names_in(in, len, exact);
		free(exact);
		free(in);
	}
	fact(lexemes, "random bytes: lexemes within the bound, at most two of them keys");
	fact(bound, "random bytes: within the bound");
	fact(form, "random bytes: letters and single spaces");
}

int
main(int argc, char **argv)
{
	key("", "");
	key("12 . \xD9\x8E", "");
	key("\xD8\xA8\xD9\x88\xD8\xAA\xD9\x8A\xD9\x86", "BTN");	/* BEH WAW TEH YEH NOON */
	key("PUTIN", "BTN");
	key("Vladimir  Putin", "FLDMR BTN");
	key("Abd al-Rahman", "ABDRHMN");
	key("al-", "");
	key("x", "");
	spellings();
	different_pairs();
	different(argc > 1 ? argv[1] : "src/data");
	any_bytes();
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
