/*
 * test_token.c - facts about the tokenizer
 *
 * Handpicked texts with all their tokens; laws over random texts (the tokens partition the text,
 * an Arabic word is what a simple loop says it is); time that grows no faster than the text.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../src/core/ara.h"
#include "fact.h"
#include "../../src/core/chartab.h"
#include "../../src/core/utf8.h"

#define MAX_TEXT 4096
#define BIG 5000000

/* ---- texts and their tokens: alias[bytes] ... ---- */

typedef struct Fact
{
	const char *name;
	const char *text;
	size_t		len;
	const char *tokens;
	size_t		tokens_len;
} Fact;

#define FACT(name, text, tokens) name, text, sizeof(text) - 1, tokens, sizeof(tokens) - 1

static const Fact facts[] = {
#include "token_facts.h"
};

/* Writes the tokens of text as the facts have them; returns the length. */
static size_t
render(const char *text, size_t len, char *out)
{
	AraTokenizer t;
	AraToken	token;
	char	   *o = out;

	ara_tokenizer_init(&t, text, len);
	while (ara_next_token(&t, &token))
	{
		if (o > out)
			*o++ = ' ';
		o += sprintf(o, "%s[", ara_token_alias(token.type));
		memcpy(o, token.start, token.len);
		o += token.len;
		*o++ = ']';
	}
	return (size_t) (o - out);
}

static void
test_facts(void)
{
	static char out[64 * MAX_TEXT];
	size_t		i;

	for (i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
	{
		const Fact *f = &facts[i];
		size_t		n = render(f->text, f->len, out);
		int			ok = n == f->tokens_len && memcmp(out, f->tokens, n) == 0;

		fact(ok, f->name);
		if (!ok)
			printf("  expected %s\n  got      %.*s\n", f->tokens, (int) n, out);
	}
}

static void
test_names(void)
{
	int			i;
	int			complete = 1;

	for (i = 1; i <= ARA_T_LAST; i++)
		complete &= ara_token_alias(i) != NULL && ara_token_description(i) != NULL;
	fact(complete, "every type has a name and a description");
	fact(ara_token_alias(0) == NULL && ara_token_alias(ARA_T_LAST + 1) == NULL &&
		 ara_token_alias(-1) == NULL && ara_token_description(ARA_T_LAST + 1) == NULL,
		 "no other type has");
	fact(strcmp(ara_token_alias(ARA_T_ENTITY), "entity") == 0 &&
		 strcmp(ara_token_description(ARA_T_URL_PATH), "URL path") == 0 &&
		 strcmp(ara_token_alias(ARA_T_PERCENT), "percent") == 0, "names stand at their numbers");
}

/* ---- limits ---- */

/* The type of the first token of n times piece, then last. */
static int
first_type(const char *piece, int n, const char *last)
{
	char		text[MAX_TEXT];
	char	   *o = text;
	AraTokenizer t;
	AraToken	token;

	while (n-- > 0)
		o += sprintf(o, "%s", piece);
	o += sprintf(o, "%s", last);
	ara_tokenizer_init(&t, text, (size_t) (o - text));
	return ara_next_token(&t, &token);
}

/* How many tokens of a type the text has. */
static int
count(const char *text, int type)
{
	AraTokenizer t;
	AraToken	token;
	int			n = 0;

	ara_tokenizer_init(&t, text, strlen(text));
	while (ara_next_token(&t, &token))
		n += token.type == (AraTokenType) type;
	return n;
}

static void
test_limits(void)
{
	fact(first_type("a-", 15, "a") == ARA_T_ASCIIHWORD, "limit: 16 parts are a compound");
	fact(first_type("a-", 16, "a") == ARA_T_ASCIIWORD, "limit: 17 parts are words");
	fact(count("a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a a-a", ARA_T_ASCIIHWORD) == 1,
		 "limit: no compound inside a chain too long, but after it");
	fact(first_type("\u0628", 120, "-\u0628") == ARA_T_HWORD, "limit: 243 bytes are a compound");
	fact(first_type("\u0628", 128, "-\u0628") == ARA_T_WORD, "limit: 259 bytes are not");
	fact(first_type("#", 1, "a") == ARA_T_HASHTAG, "limit: a short hashtag");
	fact(first_type("#a", 1, "") == ARA_T_HASHTAG, "limit: a hashtag of one letter");
	{
		char		text[400];

		memset(text, 'a', sizeof(text));
		text[0] = '#';
		text[257] = '\0';
		fact(count(text, ARA_T_HASHTAG) == 1, "limit: a hashtag's name has at most 256 bytes");
		text[257] = 'a';
		text[258] = '\0';
		fact(count(text, ARA_T_HASHTAG) == 0, "limit: a longer one is a word");
	}
	fact(first_type("", 0, "") == ARA_T_EOF, "no text has no tokens");
}

/* ---- laws ---- */

static uint64_t seed = 88172645463325252u;

static unsigned
rnd(unsigned n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned) (seed >> 33) % n;
}

static int
is_whole(int type)
{
	return type == ARA_T_URL || type == ARA_T_NUMHWORD || type == ARA_T_ASCIIHWORD ||
		type == ARA_T_HWORD || type == ARA_T_HASHTAG || type == ARA_T_MENTION ||
		type == ARA_T_PERCENT;
}

/* Whether all tokens but wholes partition the text, and each whole starts where its parts do. */
static int
partitions(const char *text, size_t len)
{
	AraTokenizer t;
	AraToken	token;
	const char *pos = text;
	const char *whole_end = NULL;

	ara_tokenizer_init(&t, text, len);
	while (ara_next_token(&t, &token))
	{
		const char *e = token.start + token.len;

		if (token.start != pos || token.len == 0 || token.len > (size_t) (text + len - pos))
			return 0;
		if (ara_token_alias(token.type) == NULL)
			return 0;
		if (is_whole(token.type))
		{
			if (whole_end != NULL)
				return 0;		/* a whole inside a whole */
			whole_end = e;
		}
		else
		{
			/* only a blank may stand over the end of a whole */
			if (whole_end != NULL && e > whole_end && token.type != ARA_T_BLANK)
				return 0;
			if (whole_end != NULL && e >= whole_end)
				whole_end = NULL;
			pos = e;
		}
	}
	return pos == text + len && whole_end == NULL && ara_next_token(&t, &token) == ARA_T_EOF;
}

static const char *const pieces[] = {
	"\u0643", "\u0645\u062d\u0645\u062f", "\u064e", "\u0640", "\u200f", "\u200c", "\u0663",
	"\u06f4", "\u066b", "\u066c", "\u066a", "\u060c", "\u061f", "\u0647\u0640", "\ufedb",
	"\ufdfa", "\u0670", "\u0671", "\u00e9", "\u0301", "\u0441", "\u4e2d", "\uff03", "\u00a0",
	"\u00ad", "\u096b", "\u2013", "\U00010330", "a", "b", "ab", "a.bc", "1", "23", "1e5", "-",
	"-", ".", ".", "_", "/", "@", "#", "%", "&", "<", ">", "~", "+", ":", ";", ",", " ", " ", " ",
	"\n", "'", "\"", "\\", "=", "!", "?", "x", "<script>", "</script>", "<style ", "<!--", "-->",
	"http://", "&#x", "\xd8", "\xd9", "\x80", "\xef\xbb", "\xf0", "\xff"
};

static size_t
random_text(char *text, size_t max)
{
	size_t		len = 0;
	size_t		want = rnd((unsigned) max - 16);

	while (len < want)
	{
		const char *piece = pieces[rnd(sizeof(pieces) / sizeof(pieces[0]))];

		memcpy(text + len, piece, strlen(piece));
		len += strlen(piece);
	}
	return len;
}

static void
test_partition(void)
{
	int			i;
	int			bad = 0;

	for (i = 0; i < 200000; i++)
	{
		char		buf[128];
		size_t		len = random_text(buf, i % 10 ? 40 : 120);
		char	   *text = malloc(len + 1); /* just its size, for tools that watch reads */

		memcpy(text, buf, len);
		bad += !partitions(text, len);
		free(text);
	}
	fact(bad == 0, "tokens partition texts made of pieces");
	for (bad = i = 0; i < 20000; i++)
	{
		char		buf[256];
		size_t		len = rnd(sizeof(buf));
		size_t		j;

		for (j = 0; j < len; j++)
			buf[j] = (char) rnd(256);
		bad += !partitions(buf, len);
	}
	fact(bad == 0, "tokens partition random bytes");
}

/* The end of an Arabic word at p, slowly; p if there is none. */
static const char *
slow_word(const char *p, const char *end)
{
	const char *word = p;
	int			len;
	AraClass	class = p < end ? ara_class(ara_decode(p, end, &len)) : ARA_C_OTHER;

	if (class != ARA_C_ARABIC)
		return p;
	while (class == ARA_C_ARABIC || class == ARA_C_MARK || class == ARA_C_IGNORE)
	{
		p += len;
		if (class != ARA_C_IGNORE)
			word = p;
		class = p < end ? ara_class(ara_decode(p, end, &len)) : ARA_C_OTHER;
	}
	return word;
}

/* Whether the Arabic words of text, which has no '-' and no '.', are what slow_word says. */
static int
words_agree(const char *text, size_t len)
{
	AraTokenizer t;
	AraToken	token;

	ara_tokenizer_init(&t, text, len);
	while (ara_next_token(&t, &token))
	{
		const char *e = slow_word(token.start, text + len);

		if (e > token.start ? token.type != ARA_T_WORD || token.start + token.len != e :
			token.type == ARA_T_WORD)
			return 0;
	}
	return 1;
}

static void
test_words(void)
{
	static const char *const arabic[] = {
		"\u0627", "\u0644", "\u0643", "\u064a", "\u0621", "\u063a", "\u064e", "\u0651", "\u0640",
		"\u0670", "\u0671", "\u06a9", "\ufedb", "\u200c", "\u200f", " ", " ", "\u060c", "1",
		"\u0663"
	};
	char		text[256];
	int			bad = 0;
	int			lead;
	int			second;
	int			i;

	for (lead = 0xD8; lead <= 0xDB; lead++)
	{
		for (second = 0; second < 256; second++)
		{
			/* alone, after a letter, and at each place of the eight bytes that are read at once */
			if (second == '-' || second == '.')
				continue;
			for (i = 0; i < 20; i++)
			{
				size_t		j;

				for (j = 0; j < 40; j += 2)
					memcpy(text + j, "\u0628", 2);
				text[2 * i] = (char) lead;
				text[2 * i + 1] = (char) second;
				for (j = 2 * (size_t) i; j <= 40; j += 2)
					bad += !words_agree(text + j % 8, 40 - j % 8) || !words_agree(text, j);
			}
		}
	}
	fact(bad == 0, "Arabic words: each letter at each place");
	for (bad = i = 0; i < 100000; i++)
	{
		size_t		len = 0;

		while (len < sizeof(text) - 8 && rnd(60))
		{
			const char *piece = arabic[rnd(rnd(2) ? 6 : sizeof(arabic) / sizeof(arabic[0]))];

			memcpy(text + len, piece, strlen(piece));
			len += strlen(piece);
		}
		bad += !words_agree(text, len);
	}
	fact(bad == 0, "Arabic words: random ones");
}

/* ---- time ---- */

static double
seconds(const char *text, size_t len)
{
	AraTokenizer t;
	AraToken	token;
	clock_t		start = clock();

	ara_tokenizer_init(&t, text, len);
	while (ara_next_token(&t, &token))
		;
	return (double) (clock() - start) / CLOCKS_PER_SEC;
}

/* Five megabytes of a piece may take three times what half of it takes, and a bit. */
static void
test_linear(char *text)
{
	static const char *const worst[] = {
		"<", "a-", "a.", "&", "http://", "@", "#", "1e", "//", "a@", "<a ", "-", "1", "a",
		"\u064e", "\u0623.", "%", "<a '", "<a \"", "<a '\"", "<!--", "<!", "<script>", "<script ",
		"&a", "&#x", "a_", "1-", "1_", "1.", "1.1", "/.", "/~", "../", "./", "a/./", "a/../",
		"~/", "/..", "a@b.c-", "aa.bb-", "aa.bb/", "1@", "a1@", "a1.", "\u00e91@", "a:",
		"aa.bb:1", "-1", "+1.", "\u0663", "\u0663.", "\u0663,", "\u0663\u066c", "\u0663\u066b",
		"1\u066b", "\u0628-", "\u0628_", "#\u0628_", "#a_", "@a_", "\u0628\u200c", "\u200c",
		"a\u200c", "\u00ad", "\u00e9-", "\u066a1", "%1.", "1%", "\u0623\u064e.", "1/", "/1-",
		"1/1@", " ", "\u060c ", "\xd8", "\xff", "\uff03", "#\uff03a", "\u0628\u0628-\u0628.",
		"a-1-", "a-1b-1"
	};
	size_t		i;

	for (i = 0; i < sizeof(worst) / sizeof(worst[0]); i++)
	{
		size_t		n = strlen(worst[i]);
		size_t		j;
		int			attempt;
		int			ok = 0;

		for (j = 0; j < BIG; j++)
			text[j] = worst[i][j % n];
		for (attempt = 0; attempt < 3 && !ok; attempt++)
			ok = seconds(text, BIG) <= 3 * seconds(text, BIG / 2) + 0.05;
		if (i % 4 == 0)
			ok &= partitions(text, BIG / 5);
		fact(ok, worst[i]);
	}
	/* one long run of look-ahead after many starts */
	memset(text, ' ', BIG);
	for (i = 0; i + 4 < BIG / 2; i += 4)
		memcpy(text + i, "<a \"", 4);
	fact(seconds(text, BIG) < 2.0, "tags with quotes, then blanks");
}

int
main(void)
{
	char	   *text = malloc(BIG);

	if (text == NULL)
		return 1;
	test_names();
	test_facts();
	test_limits();
	test_partition();
	test_words();
	test_linear(text);
	free(text);
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
