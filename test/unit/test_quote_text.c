/*
 * test_quote_text.c - how many quotations of test/data/quotes.txt are found, with the right speaker and verb
 *
 *     # 12 name of a passage
 *     text {"quoted"|speaker|verb} text
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/quote.h"
#include "../../src/core/quoteitem.h"

#define MAX_TEXT 8192
#define MAX_TRUTHS 32

typedef struct Truth
{
	size_t		start;			/* behind the opening mark */
	size_t		len;
	char		speaker[300];	/* alternatives, joined by '/' */
	char		verb[100];
} Truth;

static char text[MAX_TEXT];
static size_t text_len;
static Truth truths[MAX_TRUTHS];
static int	n_truths;
static int	wanted;
static int	found;
static int	hits;
static int	speakers;
static int	verbs;

/* Is what was found one of the alternatives, or one of them with its particle? */
static int
is_one_of(const char *s, size_t len, const char *alternatives, int particle)
{
	const char *p = alternatives;

	for (;;)
	{
		size_t		n = strcspn(p, "/");

		if (len == 0 ? n == 1 && *p == '-' : (n == len && memcmp(p, s, n) == 0))
			return 1;
		if (particle && len > 0 && n < len && memcmp(p, s, n) == 0 && s[n] == ' ')
			return 1;
		if (particle && len > 0 && n > len && memcmp(p + n - len, s, len) == 0 && p[n - len - 1] == ' ')
			return 1;
		if (p[n] == 0)
			return 0;
		p += n + 1;
	}
}

static void
check_passage(void)
{
	static AraQuotes r;
	AraQuote	q;
	int			i;

	if (text_len == 0)
		return;
	ara_quotes_init(&r, text, text_len);
	wanted += n_truths;
	while (ara_next_quote(&r, &q))
	{
		found++;
		for (i = 0; i < n_truths; i++)
			if (truths[i].start == (size_t) (q.start - text) && truths[i].len == q.len)
			{
				hits++;
				speakers += is_one_of(q.speaker, q.speaker_len, truths[i].speaker, 0);
				verbs += is_one_of(q.verb, q.verb_len, truths[i].verb, 1);
			}
	}
}

/* Bytes of the mark that opens or closes: straight, or a guillemet. */
static size_t
mark_len(const char *p)
{
	return *p == '"' ? 1 : 2;
}

/* Reads {QUOTED|SPEAKER|VERB} at p; returns where it ends. */
static const char *
read_truth(const char *p)
{
	const char *quoted = p + 1;
	const char *speaker = strchr(quoted, '|') + 1;
	const char *verb = strchr(speaker, '|') + 1;
	const char *end = strchr(verb, '}');
	Truth	   *t = &truths[n_truths++];
	const char *s = quoted + mark_len(quoted);
	const char *e = speaker - 1 - (speaker[-2] == '"' ? 1 : 2);

	while (*s == ' ')
		s++;
	while (e[-1] == ' ')
		e--;
	t->start = text_len + (size_t) (s - quoted);
	t->len = (size_t) (e - s);
	snprintf(t->speaker, sizeof(t->speaker), "%.*s", (int) (verb - 1 - speaker), speaker);
	snprintf(t->verb, sizeof(t->verb), "%.*s", (int) (end - verb), verb);
	memcpy(text + text_len, quoted, (size_t) (speaker - 1 - quoted));
	text_len += (size_t) (speaker - 1 - quoted);
	return end + 1;
}

static void
read_passages(const char *p)
{
	while (*p)
	{
		if (*p == '#' && p[-1] == '\n')
		{
			check_passage();
			text_len = 0;
			n_truths = 0;
			p += strcspn(p, "\n");
			p += *p == '\n';
		}
		else if (*p == '{')
			p = read_truth(p);
		else
			text[text_len++] = *p++;
	}
	check_passage();
}

static int
fact(int ok, const char *name, double value)
{
	printf("%s - %s %.3f\n", ok ? "ok" : "not ok", name, value);
	return ok;
}

int
main(int argc, char **argv)
{
	static char file[1 << 18];
	FILE	   *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
	size_t		n;
	int			passed = 0;
	double		f1;

	file[0] = '\n';
	if (f == NULL || (n = fread(file + 1, 1, sizeof(file) - 2, f)) == 0)
	{
		printf("FAILED: cannot read the passages\n0 passed, 1 failed\n");
		return 1;
	}
	fclose(f);
	file[n + 1] = 0;
	read_passages(file + 1);
	f1 = 2.0 * hits / (found + wanted > 0 ? found + wanted : 1);
	printf("# %d quotations, %d found, %d of them right\n", wanted, found, hits);
	passed += fact(f1 >= 0.97, "quotations of many outlets: F1 of exact spans", f1);
	passed += fact(speakers >= 0.92 * wanted, "the right speaker", (double) speakers / wanted);
	passed += fact(verbs >= 0.95 * wanted, "the right verb", (double) verbs / wanted);
	printf("%d passed, %d failed\n", passed, 3 - passed);
	return passed < 3;
}
