/*
 * core.c - throughput of the core alone, on one file
 *
 *     bench_core TEXT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../src/core/analyze.h"
#include "../../src/core/ara.h"
#include "../../src/core/datespan.h"
#include "../../src/core/entity.h"
#include "../../src/core/quote.h"

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
}

static size_t sink;

static size_t
tokens(const char *s, size_t len)
{
	AraTokenizer t;
	AraToken	k;
	size_t		n = 0;

	ara_tokenizer_init(&t, s, len);
	while (ara_next_token(&t, &k) != ARA_T_EOF)
		n++;
	return n;
}

static size_t
normalized(const char *s, size_t len)
{
	AraTokenizer t;
	AraToken	k;
	char		out[65536];
	size_t		n = 0;

	ara_tokenizer_init(&t, s, len);
	while (ara_next_token(&t, &k) != ARA_T_EOF)
		if (k.type != ARA_T_BLANK && k.len < sizeof(out) / ARA_NORM_GROWTH)
			n += ara_normalize(k.start, k.len, out, ARA_NORM_FOLD);
	return n;
}

static size_t
lexemes(const char *s, size_t len, AraMode mode)
{
	AraTokenizer t;
	AraToken	k;
	char		out[4096];
	size_t		n = 0;

	ara_tokenizer_init(&t, s, len);
	while (ara_next_token(&t, &k) != ARA_T_EOF)
		if (k.type == ARA_T_WORD && k.len < 256)
		{
			sink += ara_lexize(k.start, k.len, out, mode, 1).len[0];
			n++;
		}
	return n;
}

static size_t
light(const char *s, size_t len)
{
	return lexemes(s, len, ARA_MODE_LIGHT);
}

static size_t
lemma(const char *s, size_t len)
{
	return lexemes(s, len, ARA_MODE_LEMMA);
}

static size_t
parts(const char *s, size_t len)
{
	AraArticle	a;
	AraPart		p;
	size_t		n = 0;

	ara_article_init(&a, s, len);
	while (ara_next_part(&a, &p))
		n++;
	return n;
}

static size_t
sentences(const char *s, size_t len)
{
	AraSentences r;
	AraSentence sentence;
	size_t		n = 0;

	ara_sentences_init(&r, s, len);
	while (ara_next_sentence(&r, &sentence))
		n++;
	return n;
}

static size_t
numbers(const char *s, size_t len)
{
	AraNumbers	r;
	AraNumber	number;
	size_t		n = 0;

	ara_numbers_init(&r, s, len);
	while (ara_next_number(&r, &number))
		n++;
	return n;
}

static size_t
dates(const char *s, size_t len)
{
	static AraDates r;
	AraDateSpan date;
	size_t		n = 0;

	ara_dates_init(&r, s, len, NULL);
	while (ara_next_date(&r, &date))
		n++;
	return n;
}

static size_t
quotes(const char *s, size_t len)
{
	static AraQuotes r;
	AraQuote	quote;
	size_t		n = 0;

	ara_quotes_init(&r, s, len);
	while (ara_next_quote(&r, &quote))
		n++;
	return n;
}

static size_t
entities(const char *s, size_t len)
{
	static AraEntities r;
	AraEntity	entity;
	size_t		n = 0;

	ara_entities_init(&r, s, len, NULL);
	while (ara_next_entity(&r, &entity))
		n++;
	return n;
}

static void
run(const char *name, size_t (*f) (const char *, size_t), const char *s, size_t len)
{
	double		best = 1e9;
	size_t		n = 0;
	int			i;

	for (i = 0; i < 7; i++)
	{
		double		t = now();

		n = f(s, len);
		t = now() - t;
		if (t < best)
			best = t;
	}
	printf("%-24s %6.0f MB/s  %6.1f million a second\n", name, (double) len / best / 1e6, (double) n / best / 1e6);
	sink += n;
}

int
main(int argc, char **argv)
{
	FILE	   *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
	char	   *s;
	size_t		len;

	if (f == NULL)
		return 1;
	s = malloc(1 << 26);
	len = fread(s, 1, 1 << 26, f);
	run("tokens", tokens, s, len);
	run("tokens, normalized", normalized, s, len);
	run("words, light", light, s, len);
	run("words, lemma, no cache", lemma, s, len);
	run("article parts", parts, s, len);
	run("sentences", sentences, s, len);
	run("numbers", numbers, s, len);
	run("dates", dates, s, len);
	run("quotations", quotes, s, len);
	run("entities", entities, s, len);
	return sink == 1;
}
