/*
 * data_lexicon.c - the inflected lexicon to the section of core/lexicon.h
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/lexicon.h"
#include "../core/utf8.h"
#include "dawg.h"
#include "lexicon.h"

static const Lexicon *lex;

/* folded text to letter codes; 0 if a letter has none */
static int
to_codes(const char *s, char *out)
{
	const char *end = s + strlen(s);

	while (s < end)
	{
		int			n;
		uint32_t	cp = ara_decode(s, end, &n);

		if (cp <= ARA_LEX_FIRST_LETTER || cp >= ARA_LEX_FIRST_LETTER + ARA_LEX_LETTERS)
			return 0;
		*out++ = (char) (cp - ARA_LEX_FIRST_LETTER);
		s += n;
	}
	*out = 0;
	return 1;
}

static int
compare_forms(const void *a, const void *b)
{
	const Form *x = a,
			   *y = b;
	int			c = strcmp(x->folded, y->folded);

	if (c != 0)
		return c;
	if (x->lemma != y->lemma)
		return x->lemma < y->lemma ? -1 : 1;
	if (x->signature != y->signature)
		return x->signature < y->signature ? -1 : 1;
	return (int) x->slot - (int) y->slot;
}

/* what the records share: slot, around, signature */
static uint32_t *kinds;
static size_t nkinds;
static uint32_t *kind_table;
#define KIND_SLOTS (1 << 17)

static uint32_t
kind_get(const Form *f)
{
	uint32_t	k = f->slot | (uint32_t) f->around << 8 | (uint32_t) f->signature << 16;
	uint32_t	h;

	if (kind_table == NULL)
	{
		kind_table = xalloc(KIND_SLOTS * sizeof(uint32_t));
		kinds = xalloc((KIND_SLOTS / 2) * sizeof(uint32_t));
	}
	for (h = k * 2654435761u >> 8; kind_table[h & (KIND_SLOTS - 1)]; h++)
		if (kinds[kind_table[h & (KIND_SLOTS - 1)] - 1] == k)
			return kind_table[h & (KIND_SLOTS - 1)] - 1;
	if (nkinds == 32768)
	{
		fprintf(stderr, "datac: more than 32768 kinds of form\n");
		exit(1);
	}
	kinds[nkinds] = k;
	kind_table[h & (KIND_SLOTS - 1)] = (uint32_t) ++nkinds;
	return (uint32_t) nkinds - 1;
}

static void
put_string(Buf *pool, const char *s)
{
	buf_u8(pool, (unsigned) strlen(s));
	buf_put(pool, s, strlen(s));
}

/* log2 of the expected count in quarters, 0 to 255 */
static unsigned
score(double count)
{
	double		s = 4 * log2(1 + count * 16);

	return s > 255 ? 255 : (unsigned) s;
}

static int
compare_lemmas(const void *a, const void *b)
{
	const Lemma *x = *(const Lemma *const *) a,
			   *y = *(const Lemma *const *) b;
	int			c = strcmp(x->folded, y->folded);

	if (c != 0)
		return c;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return strcmp(x->vocalized, y->vocalized);
}

/* What tells lemmas of one spelling apart: their vowels, in ASCII. */
static void
vowels_of(const char *sounds, char *out)
{
	for (; *sounds; sounds++)
	{
		if (strchr("aiu", *sounds))
			*out++ = *sounds;
		else if (*sounds == sounds[1])
			*out++ = '~';
	}
	*out = 0;
}

void
data_lexicon(Buf *out, const char *dir)
{
	char	  **words;
	Form	   *forms;
	size_t		nwords = 0,
				n = 0,
				i,
				j;
	Buf			arcs = {0},
				blocks = {0},
				records = {0},
				pool = {0},
				roots = {0};
	uint32_t	start;
	uint32_t	nrecords = 0;
	const Lemma **sorted;
	char	  **lexemes;
	char	  **root_list;
	size_t		nroots = 0;
	size_t		header;

	lex = lexicon_read(dir);
	tsv_check();
	forms = lex->forms;
	qsort(forms, lex->nforms, sizeof(Form), compare_forms);
	for (i = 0; i < lex->nforms; i++)
	{
		if (n > 0 && strcmp(forms[n - 1].folded, forms[i].folded) == 0 && forms[n - 1].lemma == forms[i].lemma &&
			forms[n - 1].signature == forms[i].signature)
			forms[n - 1].around |= forms[i].around;
		else
			forms[n++] = forms[i];
	}

	words = xalloc((n + 1) * sizeof(char *));
	for (i = 0; i < n; i = j)
	{
		char		codes[256];

		for (j = i + 1; j < n && strcmp(forms[i].folded, forms[j].folded) == 0; j++)
			;
		if (!to_codes(forms[i].folded, codes))
			continue;
		if (nwords % ARA_LEX_BLOCK == 0)
			buf_u32(&blocks, nrecords);
		words[nwords] = xalloc(strlen(codes) + 1);
		strcpy(words[nwords++], codes);
		for (; i < j; i++)
		{
			buf_u32(&records, (uint32_t) (i == j - 1) | kind_get(&forms[i]) << 1 | forms[i].lemma << 16);
			nrecords++;
		}
	}
	start = dawg_build(words, nwords, &arcs);

	/* lexemes: the bare spelling; for all but the most frequent lemma of a spelling, its vowels behind it */
	sorted = xalloc(lex->nlemmas * sizeof(*sorted));
	lexemes = xalloc(lex->nlemmas * sizeof(*lexemes));
	for (i = 0; i < lex->nlemmas; i++)
		sorted[i] = &lex->lemmas[i];
	qsort(sorted, lex->nlemmas, sizeof(*sorted), compare_lemmas);
	for (i = 0; i < lex->nlemmas; i++)
	{
		char		s[512];
		char		vowels[PHON_MAX];

		vowels[0] = 0;
		if (i > 0 && strcmp(sorted[i]->folded, sorted[i - 1]->folded) == 0)
			vowels_of(sorted[i]->sounds, vowels);
		snprintf(s, sizeof(s), "%s%s%s", sorted[i]->folded, vowels[0] ? "#" : "", vowels);
		lexemes[sorted[i] - lex->lemmas] = xalloc(strlen(s) + 1);
		strcpy(lexemes[sorted[i] - lex->lemmas], s);
	}

	header = out->len;
	for (i = 0; i < ARA_LEX_HEADER; i++)
		buf_u32(out, 0);
#define SECTION(which) buf_set_u32(out, header + 4 * (which), (uint32_t) (out->len - header))
	SECTION(ARA_LEX_ARCS);
	buf_put(out, arcs.data, arcs.len);
	SECTION(ARA_LEX_BLOCKS);
	buf_put(out, blocks.data, blocks.len);
	SECTION(ARA_LEX_RECORDS);
	buf_put(out, records.data, records.len);
	SECTION(ARA_LEX_FORMS);
	for (i = 0; i < nkinds; i++)
		buf_u32(out, kinds[i]);
	SECTION(ARA_LEX_LEMMAS);
	root_list = xalloc((lex->nlemmas + 1) * sizeof(char *));
	for (i = 0; i < lex->nlemmas; i++)
	{
		const Lemma *l = &lex->lemmas[i];
		size_t		r = 0;

		if (*l->root)
		{
			for (r = 0; r < nroots && strcmp(root_list[r], l->root) != 0; r++)
				;
			if (r == nroots)
			{
				root_list[nroots++] = l->root;
				buf_u32(&roots, (uint32_t) pool.len);
				put_string(&pool, l->root);
			}
			r++;
		}
		buf_u32(out, (uint32_t) pool.len);
		buf_u8(out, (unsigned) l->pos | (l->stop ? 128u : 0));
		buf_u8(out, score(l->count));
		buf_u16(out, (unsigned) r);
		put_string(&pool, lexemes[i]);
		put_string(&pool, l->vocalized);
	}
	SECTION(ARA_LEX_ROOTS);
	buf_put(out, roots.data, roots.len);
	SECTION(ARA_LEX_POOL);
	buf_put(out, pool.data, pool.len);
#undef SECTION
	buf_set_u32(out, header + 4 * ARA_LEX_ROOT_ARC, start);
	buf_set_u32(out, header + 4 * ARA_LEX_NLEMMAS, (uint32_t) lex->nlemmas);
	printf("datac: lexicon: %lu lemmas, %lu roots, %lu forms, %lu words, %lu kinds; arcs %lu, records %lu, strings %lu bytes\n",
		   (unsigned long) lex->nlemmas, (unsigned long) nroots, (unsigned long) n, (unsigned long) nwords,
		   (unsigned long) nkinds, (unsigned long) arcs.len, (unsigned long) records.len, (unsigned long) pool.len);
}
