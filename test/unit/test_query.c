/*
 * test_query.c - facts about the reader of typed queries (core/query.h)
 *
 * What single queries mean is tested in sql/query.sql; here are the laws, over
 * random bytes and random operators: items lie inside the text, in order, none
 * is empty or too long, and the reader comes to an end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/query.h"
#include "fact.h"

#define MAX_TEXT 40000

/* Reads a text that stands in memory of exactly its size; returns whether the laws hold. */
static int
laws_hold(const char *text, size_t len)
{
	char	   *copy = malloc(len ? len : 1);
	char	   *out = malloc(ARA_MAX_OPERAND);
	const char *at = copy;
	AraQuery	q;
	AraQueryItem item;
	size_t		items = 0;
	int			ok = 1;

	memcpy(copy, text, len);
	ara_query_init(&q, copy, len);
	while (ok && ara_next_query_item(&q, &item) != ARA_Q_END)
	{
		ok = ++items <= len;
		if (item.kind != ARA_Q_WORD && item.kind != ARA_Q_PHRASE)
			continue;
		ok = ok && item.start >= at && item.len > 0 && item.start + item.len <= copy + len &&
			item.len <= ARA_MAX_OPERAND;
		if (ok)
		{
			at = item.start + item.len;
			ok = ara_query_words(item.start, item.len, out) <= item.len;
		}
	}
	ok = ok && q.pos == copy + len && ara_next_query_item(&q, &item) == ARA_Q_END;
	free(out);
	free(copy);
	return ok;
}

static unsigned
next_random(unsigned n)
{
	static unsigned state = 12345;

	state = state * 1103515245u + 12345u;
	return (state >> 8) % n;
}

static void
test_random(void)
{
	static const char *const pieces[] = {
		"a", "OR", "or", "AND", "NOT", "site:", "title:", " ", " ", " ", "(", ")", "\"", "-", "=", "+", "*",
		"#", "@", "_", ".", ",", ":", "/",
		"\xD9\x83\xD8\xAA\xD8\xA7\xD8\xA8",	/* kitab */
		"\xD8\xA3\xD9\x88", "\xD9\x84\xD9\x8A\xD8\xB3", /* aw, laysa */
		/* quotes, RIGHT-TO-LEFT MARK */
		"\xC2\xAB", "\xC2\xBB", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x8F",
		/* mark, comma, digit, minus, star, space */
		"\xD9\x8B", "\xD8\x8C", "\xD9\xA1", "\xE2\x88\x92", "\xD9\xAD", "\xC2\xA0"
	};
	char		text[MAX_TEXT];
	int			bytes = 1;
	int			syntax = 1;
	int			i;

	for (i = 0; i < 20000; i++)
	{
		size_t		len = 0;
		unsigned	n = next_random(24);

		while (n-- > 0)
		{
			const char *p = pieces[next_random(sizeof(pieces) / sizeof(*pieces))];

			memcpy(text + len, p, strlen(p));
			len += strlen(p);
		}
		syntax &= laws_hold(text, len);
		/* one byte of it changed: no longer UTF-8 */
		if (len > 0)
			text[next_random((unsigned) len)] = (char) next_random(256);
		bytes &= laws_hold(text, len);
	}
	fact(syntax, "laws hold for random operators and words");
	fact(bytes, "laws hold for ill-formed text");
}

static void
test_long(void)
{
	static const char *const repeated[] = {
		"a", "\xD8\xA8", "\xF0\x9F\x98\x80", "(", "\"", "\"a", "-", "*", "a*", "a-", "\xD9\x8B", "site:",
		"\xC2\xAB\xD8\xA8"
	};
	static char text[MAX_TEXT];
	size_t		i;
	size_t		len;

	for (i = 0; i < sizeof(repeated) / sizeof(*repeated); i++)
	{
		size_t		n = strlen(repeated[i]);

		for (len = 0; len + n <= MAX_TEXT; len += n)
			memcpy(text + len, repeated[i], n);
		fact(laws_hold(text, len), repeated[i]);
	}
}

int
main(void)
{
	fact(laws_hold("", 0), "no text");
	test_random();
	test_long();
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
