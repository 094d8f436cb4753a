/*
 * test_keyword.c - facts about keyword lines (core/keyword.h)
 *
 * What lines mean is tested in sql/keywords.sql; here are the laws, over random
 * lines and texts in memory of exactly their size: keywords lie inside the
 * line, in order, and each word is in one; a phrase of the text is found; the
 * dictionary decides; order helps.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/keyword.h"
#include "fact.h"

#define MAX_TEXT 20000

/* Cuts a line that is one piece; returns it with '|' between the keywords. */
static const char *
cut(const char *line, const char *text, const AraKeywordDict *d)
{
	static AraKeywordLine l;
	static char out[4 * MAX_TEXT];
	const char *p = line;
	int			i;

	*out = '\0';
	ara_keyword_read(&l, &p, line + strlen(line));
	ara_keyword_text(&l, text, strlen(text));
	ara_keyword_join(&l);
	ara_keyword_cut(&l, d);
	for (i = 0; i < l.n; i++)
	{
		strcat(out, i == 0 ? "" : l.word[i].words ? "|" : " ");
		strncat(out, l.word[i].s, l.word[i].len);
	}
	return out;
}

/* Whether the laws hold for a line and a text, which are copied to their size. */
static int
laws_hold(const char *line, size_t len, const char *text, size_t text_len)
{
	static AraKeywordLine l;
	char	   *line_copy = malloc(len ? len : 1);
	char	   *text_copy = malloc(text_len ? text_len : 1);
	const char *p = line_copy;
	const char *last = line_copy;
	const char *s;
	size_t		n;
	int			ok = 1;

	memcpy(line_copy, line, len);
	memcpy(text_copy, text, text_len);
	while (ok && ara_keyword_read(&l, &p, line_copy + len) > 0)
	{
		int			left = 0;
		int			i;

		ara_keyword_text(&l, text_copy, text_len);
		ara_keyword_join(&l);
		ara_keyword_cut(&l, NULL);
		for (i = 0; i < l.n; i++, left--)
		{
			if ((left == 0) != (l.word[i].words > 0) || l.word[i].s < last ||
				l.word[i].s + l.word[i].len > line_copy + len)
				ok = 0;
			last = l.word[i].s + l.word[i].len;
			if (left == 0)
				left = l.word[i].words;
		}
		ok = ok && left == 0;
	}
	for (p = line_copy; ok && ara_next_separated(&p, line_copy + len, &s, &n);)
		ok = n > 0 && s >= line_copy && s + n <= p && p <= line_copy + len;
	ara_keyword_separated(line_copy, len);
	free(line_copy);
	free(text_copy);
	return ok;
}

static unsigned
next_random(void)
{
	static unsigned x = 12345;

	x = x * 1103515245u + 12345u;
	return x >> 8;
}

static void
test_random(void)
{
	static const char *const bits[] = {
		"\xD8\xA7\xD9\x84", "\xD9\x88", "\xD9\x85\xD8\xB5\xD8\xB1", " ", " ", "  ", "\n", ",", "\xD8\x8C", "#", "a",
		"\xFF", "\xD8", "-", "\"", "1", "\xD9\x8A", "\xDB\x8C", "\xD9\x81\xD9\x8A", "\xD9\x8B", "\xE2\x80\x8F"
	};
	char		line[2000];
	char		text[2000];
	int			ok = 1;
	int			i;

	for (i = 0; i < 3000 && ok; i++)
	{
		size_t		len = 0;
		size_t		text_len = 0;
		unsigned	n;

		for (n = next_random() % 300; n > 0; n--)
		{
			const char *b = bits[next_random() % (sizeof(bits) / sizeof(*bits))];

			memcpy(line + len, b, strlen(b));
			len += strlen(b);
			b = bits[next_random() % (sizeof(bits) / sizeof(*bits))];
			memcpy(text + text_len, b, strlen(b));
			text_len += strlen(b);
		}
		ok = laws_hold(line, len, text, text_len);
	}
	fact(ok, "random lines and texts");
}

static void
test_long(void)
{
	static const char *const repeated[] = {"a", "\xD8\xA8 ", " ", "a a ", "\"", ",", "\xD9\x8B", "\xFF ", "#a"};
	static char text[MAX_TEXT];
	size_t		i;
	size_t		len;

	for (i = 0; i < sizeof(repeated) / sizeof(*repeated); i++)
	{
		size_t		n = strlen(repeated[i]);

		for (len = 0; len + n <= MAX_TEXT; len += n)
			memcpy(text + len, repeated[i], n);
		fact(laws_hold(text, len, text, len), repeated[i]);
	}
}

/* A dictionary of up to 8 phrases. */
static const AraKeywordDict *
dict(const char *const *phrases, int n)
{
	static uint64_t hash[8];
	static uint32_t count[8];
	static AraKeywordDict d;
	int			i;
	int			j;

	for (i = 0; i < n; i++)
	{
		uint64_t	h = ara_keyword_phrase_hash(phrases[i], strlen(phrases[i]));

		for (j = i; j > 0 && hash[j - 1] > h; j--)
			hash[j] = hash[j - 1];
		hash[j] = h;
		count[i] = 50;
	}
	d.hash = hash;
	d.count = count;
	d.n = (uint32_t) n;
	d.total = 1000;
	return &d;
}

static void
test_evidence(void)
{
	static const char *const known[] = {"xa", "xb xc", "xd"};
	static const char *const other[] = {"xa xb", "xc", "xd"};

	fact(strcmp(cut("xa xa xa", "", NULL), "xa|xa|xa") == 0, "a word and itself are two keywords");
	fact(strcmp(cut("xa xa xb", "xa xb", NULL), "xa|xa xb") == 0, "a phrase of the text behind it");
	fact(strcmp(cut("xa xb - xc", "", NULL), "xa xb|xc") == 0, "signs alone are no words");
	fact(strcmp(cut("xa xb xc xd", "", dict(known, 3)), "xa|xb xc|xd") == 0, "known keywords decide");
	fact(strcmp(cut("xa xb xc xd", "", dict(other, 3)), "xa xb|xc|xd") == 0, "other known keywords decide otherwise");
	fact(strcmp(cut("xa xb  xc xd", "", NULL), "xa xb|xc xd") == 0, "a wide gap ends a keyword");
	fact(ara_keyword_phrase_hash("A  b.", 5) == ara_keyword_phrase_hash("a b", 3), "phrases are compared folded");
	fact(ara_keyword_phrase_hash(" . ", 3) == 0, "signs are no phrase");
	fact(ara_keyword_cost(dict(known, 3), ara_keyword_phrase_hash("xe", 2)) < 0, "what the dictionary has not");
	/* log2(1016 / 50) = 4.3 bits */
	fact(ara_keyword_cost(dict(known, 3), ara_keyword_phrase_hash("xd", 2)) == 69, "cost of what it has");
}

int
main(void)
{
	fact(laws_hold("", 0, "", 0), "no line");
	test_random();
	test_long();
	test_evidence();
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
