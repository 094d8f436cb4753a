/*
 * em.c - estimates from raw text how often lemmas, forms and clitics are used
 *
 *     em DATA_DIR TEXT... : writes DATA_DIR/lexicon/counts.tsv and weights.tsv
 *
 * Expectation maximization over word types: each type shares its occurrences
 * among its readings by the probability that the last round gave them, and the
 * shares are the next round's counts.  No text is annotated; what tells
 * readings apart is that each lemma has other forms that are less ambiguous.
 * Only counts leave this program, no text.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/analyze.h"
#include "../core/ara.h"
#include "../core/blob.h"
#include "../core/clitics.h"
#include "../core/hash.h"
#include "../core/lexicon.h"
#include "data.h"

#define ROUNDS 30
#define SURE_ROUNDS 5			/* first, only words with one lemma count, so that no guess gets a lead */
#define PRIOR 0.0625			/* of a lemma; what data_lexicon.c's score gives a count of 0 */

/*
 * What a word with several readings counts for the lemmas it shares out to.
 * A lemma whose every form is also another's (muwaaqi3 beside the plural of
 * mawqi3) would else live on its own guesses.  Function words are all like
 * that, and are no guesses.
 */
#ifndef AMBIGUOUS
#define AMBIGUOUS 0.25
#endif

#define DERIVED 0.125			/* what data_lexicon.c takes off the score of a derived lemma */
#define PASSIVE 0.2			/* as many passives as this of the same active form, at least */
#define SLOT_PRIOR 2.0
#define CLITIC_PRIOR 1.0

typedef struct Reading
{
	AraAnalysis a;
	AraPos		pos;
	double		fixed;			/* what the spelling disagrees, as a probability */
} Reading;

typedef struct Type
{
	char	   *word;
	size_t		len;
	double		count;
	Reading    *readings;
	int			n;
} Type;

#define TYPE_SLOTS (1 << 21)
static Type *types[TYPE_SLOTS];
static size_t ntypes;

static double lemmas[65536];
static double slots[ARA_SLOTS];
static double before[ARA_POS_COUNT][256];
static double after[ARA_POS_COUNT][256];

/* forms compete within their class: verbs, nominals, function words */
static int
class_of(size_t slot)
{
	return slot < ARA_NOMINAL ? 0 : slot < ARA_FUNCTION_WORD ? 1 : 2;
}

static void
slot_totals(double *totals)
{
	size_t		i;

	totals[0] = totals[1] = totals[2] = 0;
	for (i = 0; i < ARA_SLOTS; i++)
		totals[class_of(i)] += slots[i] + SLOT_PRIOR;
}

static void
count_word(const char *word, size_t len)
{
	uint32_t	h = ara_hash(word, len);
	Type	   *t;

	for (; (t = types[h & (TYPE_SLOTS - 1)]) != NULL; h++)
		if (t->len == len && memcmp(t->word, word, len) == 0)
			break;
	if (t == NULL)
	{
		if (++ntypes > TYPE_SLOTS / 2)
			return;
		t = types[h & (TYPE_SLOTS - 1)] = xalloc(sizeof(Type));
		t->word = xalloc(len);
		memcpy(t->word, word, len);
		t->len = len;
	}
	t->count++;
}

static void
read_text(const char *path)
{
	FILE	   *f = fopen(path, "rb");
	Buf			b = {0};
	char		chunk[65536];
	size_t		n;
	AraTokenizer t;
	AraToken	token;

	if (f == NULL)
	{
		fprintf(stderr, "em: cannot read %s\n", path);
		exit(1);
	}
	while ((n = fread(chunk, 1, sizeof(chunk), f)) > 0)
		buf_put(&b, chunk, n);
	fclose(f);
	ara_tokenizer_init(&t, b.data, b.len);
	while (ara_next_token(&t, &token) != ARA_T_EOF)
		if ((token.type == ARA_T_WORD || token.type == ARA_T_HWORD_PART) && token.len <= ARA_MAX_WORD)
		{
			char		spelled[ARA_MAX_WORD * ARA_NORM_GROWTH];

			count_word(spelled, ara_normalize(token.start, token.len, spelled, ARA_NORM_SPELLING));
		}
}

static void
analyze(Type *t)
{
	size_t		size;
	const unsigned char *clitics = ara_blob_section(ARA_S_CLITICS, &size);
	int			nbefore = (int) ara_u32(clitics);
	int			nafter = (int) ara_u32(clitics + 4);
	const unsigned char *b = clitics + ARA_CLITIC_HEADER;
	const unsigned char *e = b + ARA_CLITIC_ENTRY * nbefore;
	const unsigned char *s = e + ARA_CLITIC_ENTRY * nafter;
	AraAnalysis a[ARA_MAX_ANALYSES];
	char		folded[ARA_MAX_WORD * ARA_NORM_GROWTH * 3];
	size_t		len = ara_normalize(t->word, t->len, folded, ARA_NORM_FOLD);
	int			i;

	t->n = ara_analyze(folded, len, t->word, t->len, a, ARA_MAX_ANALYSES);
	t->readings = xalloc(sizeof(Reading) * (size_t) t->n);
	for (i = 0; i < t->n; i++)
	{
		Reading    *r = &t->readings[i];
		int			known;

		r->a = a[i];
		r->pos = ara_lemma_pos(a[i].lemma);
		known = ara_lemma_score(a[i].lemma) - s[a[i].slot] -
			b[ARA_CLITIC_ENTRY * a[i].before_entry + ARA_CLITIC_COST + r->pos] -
			e[ARA_CLITIC_ENTRY * a[i].after_entry + ARA_CLITIC_COST + r->pos];
		r->fixed = pow(2, (a[i].score - known) / 4.0) * (ara_lemma_is_derived(a[i].lemma) ? DERIVED : 1);
	}
}

static double
sum(const double *p, size_t n, double prior)
{
	double		s = 0;
	size_t		i;

	for (i = 0; i < n; i++)
		s += p[i] + prior;
	return s;
}

static void
round_of_em(double ambiguous)
{
	static double new_lemmas[65536],
				new_slots[ARA_SLOTS],
				new_before[ARA_POS_COUNT][256],
				new_after[ARA_POS_COUNT][256];
	double		slot_sum[3],
				before_sum[ARA_POS_COUNT],
				after_sum[ARA_POS_COUNT];
	size_t		i;
	int			p;

	memset(new_lemmas, 0, sizeof(new_lemmas));
	memset(new_slots, 0, sizeof(new_slots));
	memset(new_before, 0, sizeof(new_before));
	memset(new_after, 0, sizeof(new_after));
	slot_totals(slot_sum);
	for (p = 0; p < ARA_POS_COUNT; p++)
	{
		before_sum[p] = sum(before[p], 32, CLITIC_PRIOR);
		after_sum[p] = sum(after[p], 16, CLITIC_PRIOR);
	}
	for (i = 0; i < TYPE_SLOTS; i++)
	{
		const Type *t = types[i];
		double		share[ARA_MAX_ANALYSES];
		double		total = 0;
		double		trust;
		int			k;

		if (t == NULL || t->n == 0)
			continue;
		for (k = 0; k < t->n; k++)
		{
			const Reading *r = &t->readings[k];

			share[k] = r->fixed * (lemmas[r->a.lemma] + PRIOR) *
				(slots[r->a.slot] + SLOT_PRIOR) / slot_sum[class_of(r->a.slot)] *
				(before[r->pos][r->a.before_entry] + CLITIC_PRIOR) / before_sum[r->pos] *
				(after[r->pos][r->a.after_entry] + CLITIC_PRIOR) / after_sum[r->pos];
			total += share[k];
		}
		for (k = 1; k < t->n && t->readings[k].a.lemma == t->readings[0].a.lemma; k++)
			;
		trust = k == t->n ? 1 : ambiguous;
		for (k = 0; k < t->n; k++)
		{
			const Reading *r = &t->readings[k];
			double		c = t->count * share[k] / total;

			new_lemmas[r->a.lemma] += r->pos == ARA_FUNCTION ? c : c * trust;
			new_slots[r->a.slot] += c;
			new_before[r->pos][r->a.before_entry] += c;
			new_after[r->pos][r->a.after_entry] += c;
		}
	}
	memcpy(lemmas, new_lemmas, sizeof(lemmas));
	memcpy(slots, new_slots, sizeof(slots));
	/* most passives are spelled like the active of another verb or form, which would take them all */
	for (i = 64; i < ARA_NOMINAL; i++)
		if (slots[i] < PASSIVE * slots[i - 64])
			slots[i] = PASSIVE * slots[i - 64];
	memcpy(before, new_before, sizeof(before));
	memcpy(after, new_after, sizeof(after));
}

static int
cost(double count, double prior, double total)
{
	double		c = -4 * log2((count + prior) / total);

	return c > 255 ? 255 : (int) (c + .5);
}

static FILE *
create(const char *dir, const char *name)
{
	char		path[4096];
	FILE	   *f;

	snprintf(path, sizeof(path), "%s/lexicon/%s", dir, name);
	f = fopen(path, "w");
	if (f == NULL)
	{
		fprintf(stderr, "em: cannot write %s\n", path);
		exit(1);
	}
	return f;
}

static void
put_clitics(FILE *f, const char *side, const unsigned char *entries, int n, double (*counts)[256], int size)
{
	int			i,
				p;

	for (p = 0; p < ARA_POS_COUNT; p++)
	{
		double		total = sum(counts[p], (size_t) size, CLITIC_PRIOR);

		for (i = 0; i < n; i++)
		{
			const unsigned char *e = entries + ARA_CLITIC_ENTRY * i;
			int			k;

			fprintf(f, "%s\t", side);
			for (k = 0; k < e[0]; k++)
			{
				unsigned	cp = e[ARA_CLITIC_CODES + k] + ARA_LEX_FIRST_LETTER;

				fprintf(f, "%c%c", (int) (0xC0 | cp >> 6), (int) (0x80 | (cp & 63)));
			}
			fprintf(f, "%s\t%d\t%d\n", e[0] ? "" : "-", p, cost(counts[p][i], CLITIC_PRIOR, total));
		}
	}
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

int
main(int argc, char **argv)
{
	size_t		size;
	const unsigned char *lex = ara_blob_section(ARA_S_LEXICON, &size);
	const unsigned char *clitics = ara_blob_section(ARA_S_CLITICS, &size);
	const unsigned char *entries = clitics + ARA_CLITIC_HEADER;
	int			nbefore = (int) ara_u32(clitics);
	int			nafter = (int) ara_u32(clitics + 4);
	size_t		nlemmas = ara_u32(lex + 4 * ARA_LEX_NLEMMAS);
	size_t		i,
				known = 0,
				n = 0;
	double		tokens = 0,
				known_tokens = 0;
	char	  **lines;
	FILE	   *f;
	double		totals[3];
	int			r;

	if (argc < 3)
	{
		fprintf(stderr, "usage: em DATA_DIR TEXT...\n");
		return 1;
	}
	for (r = 2; r < argc; r++)
		read_text(argv[r]);
	for (i = 0; i < TYPE_SLOTS; i++)
		if (types[i] != NULL)
		{
			analyze(types[i]);
			tokens += types[i]->count;
			known += types[i]->n > 0;
			known_tokens += types[i]->n > 0 ? types[i]->count : 0;
		}
	/* where nothing else decides, a function word is meant, and a common word rather than a name */
	for (i = 0; i < nlemmas; i++)
	{
		AraPos		pos = ara_lemma_pos((uint32_t) i);

		lemmas[i] = pos == ARA_FUNCTION ? 1000 : pos == ARA_NAME ? 0.5 : 1;
	}
	for (r = 0; r < ROUNDS; r++)
		round_of_em(r < SURE_ROUNDS ? 0 : AMBIGUOUS);

	lines = xalloc(sizeof(char *) * nlemmas);
	for (i = 0; i < nlemmas; i++)
		if (lemmas[i] >= 0.05)
		{
			size_t		len;
			const char *s = ara_lemma_vocalized((uint32_t) i, &len);

			lines[n] = xalloc(len + 32);
			snprintf(lines[n++], len + 32, "%.*s\t%.*f", (int) len, s, lemmas[i] < 10, lemmas[i]);
		}
	qsort(lines, n, sizeof(char *), compare);
	f = create(argv[1], "counts.tsv");
	fprintf(f, "# Expected occurrences of lemmas in %.0f words of raw text: written by src/tools/em.c, not by hand.\n", tokens);
	for (i = 0; i < n; i++)
		fprintf(f, "%s\n", lines[i]);
	fclose(f);

	f = create(argv[1], "weights.tsv");
	fprintf(f, "# Costs of clitics and forms: written by src/tools/em.c, not by hand.  kind, key, pos (AraPos), -4 log2 p\n");
	put_clitics(f, "before", entries, nbefore, before, 32);
	put_clitics(f, "after", entries + ARA_CLITIC_ENTRY * nbefore, nafter, after, 16);
	slot_totals(totals);
	for (i = 0; i < ARA_SLOTS; i++)
		fprintf(f, "slot\t%lu\t0\t%d\n", (unsigned long) i, cost(slots[i], SLOT_PRIOR, totals[class_of(i)]));
	fclose(f);
	printf("em: %.0f words, %.1f %% known; %lu types, %.1f %% known\n", tokens, 100 * known_tokens / tokens,
		   (unsigned long) ntypes, 100.0 * (double) known / (double) ntypes);
	return 0;
}
