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

/* what records share, as the 8 bytes of a kind */
static uint64_t *kinds;
static size_t nkinds;
static uint32_t *kind_table;
#define KIND_SLOTS (1 << 17)

static uint32_t
kind_get(const Form *f)
{
	uint64_t	k = f->slot | (uint64_t) f->around << 8 | (uint64_t) lex->lemmas[f->lemma].pos << 16 |
		(uint64_t) f->signature << 32;
	uint64_t	h;

	if (kind_table == NULL)
	{
		kind_table = xalloc(KIND_SLOTS * sizeof(uint32_t));
		kinds = xalloc((KIND_SLOTS / 2) * sizeof(uint64_t));
	}
	for (h = k * 0xD6E8FEB86659FD93u >> 20; kind_table[h & (KIND_SLOTS - 1)]; h++)
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

/* What a derived lemma (lexicon.h) is less likely: three bits. */
#define DERIVED 12

/* 4 * log2 of the expected count, and room below for DERIVED */
static unsigned
score(const Lemma *l)
{
	double		s = DERIVED + 4 * log2(1 + l->count * 16) - (l->derived ? DERIVED : 0);

	return s > 255 ? 255 : (unsigned) s;
}

/* by falling count; equals by spelling, so that the order is the same on every run */
static int
compare_lemmas(const void *a, const void *b)
{
	const Lemma *x = &lex->lemmas[*(const uint32_t *) a],
			   *y = &lex->lemmas[*(const uint32_t *) b];

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return strcmp(x->vocalized, y->vocalized);
}

static int
compare_spellings(const void *a, const void *b)
{
	const Lemma *x = &lex->lemmas[*(const uint32_t *) a],
			   *y = &lex->lemmas[*(const uint32_t *) b];
	int			c = strcmp(x->folded, y->folded);

	return c != 0 ? c : compare_lemmas(a, b);
}

/* sorts the forms, and merges those of one lemma, word and spelling; returns how many are left */
static size_t
merge_forms(void)
{
	Form	   *forms = lex->forms;
	size_t		n = 0;
	size_t		i;

	qsort(forms, lex->nforms, sizeof(Form), compare_forms);
	for (i = 0; i < lex->nforms; i++)
	{
		if (n > 0 && strcmp(forms[n - 1].folded, forms[i].folded) == 0 && forms[n - 1].lemma == forms[i].lemma &&
			forms[n - 1].signature == forms[i].signature)
		{
			/* a form that stands without the article, too, does not need it */
			unsigned	needs = forms[n - 1].around & forms[i].around & ARA_NEEDS_ARTICLE;

			forms[n - 1].around |= forms[i].around;
			forms[n - 1].around &= (uint8_t) ~ARA_NEEDS_ARTICLE;
			forms[n - 1].around |= (uint8_t) needs;
		}
		else
			forms[n++] = forms[i];
	}
	return n;
}

/* The parts of the section, in order. */
enum
{
	STARTS, ARCS, BLOCKS, RECORDS, KINDS, SCORES, LEMMAS, ROOTS, POOL, PARTS
};

/* automaton and records; rank[lemma] is its number in the section */
static void
build_words(const uint32_t *rank, Buf *parts)
{
	size_t		n = merge_forms();
	const Form *forms = lex->forms;
	char	  **words = xalloc((n + 1) * sizeof(char *));
	double	   *weights = xalloc((n + 1) * sizeof(double));
	size_t	   *first = xalloc((n + 1) * sizeof(size_t));	/* form of each word */
	size_t	   *word_at;		/* word of each number */
	uint32_t   *numbers;
	size_t		nwords = 0;
	uint32_t	nrecords = 0;
	uint32_t	start;
	size_t		i,
				j;

	for (i = 0; i < n; i = j)
	{
		char		codes[256];

		for (j = i + 1; j < n && strcmp(forms[i].folded, forms[j].folded) == 0; j++)
			;
		if (!to_codes(forms[i].folded, codes))
			continue;
		words[nwords] = xalloc(strlen(codes) + 1);
		strcpy(words[nwords], codes);
		first[nwords] = i;
		for (; i < j; i++)
			weights[nwords] += lex->lemmas[forms[i].lemma].count;
		nwords++;
	}
	numbers = xalloc(nwords * sizeof(uint32_t));
	word_at = xalloc(nwords * sizeof(size_t));
	start = dawg_build(words, weights, nwords, &parts[ARCS], numbers);
	for (i = 0; i < nwords; i++)
		word_at[numbers[i]] = i;
	for (i = 0; i < ARA_LEX_LETTERS; i++)
		buf_u32(&parts[STARTS], 0);
	for (i = start;; i++)
	{
		const unsigned char *arc = (const unsigned char *) parts[ARCS].data + ARA_LEX_ARC_SIZE * i;

		buf_set_u32(&parts[STARTS], 4 * (size_t) (arc[0] & 63), (uint32_t) i);
		if (arc[0] & 64)
			break;
	}
	for (i = 0; i < nwords; i++)
	{
		size_t		f = first[word_at[i]];
		size_t		end;

		for (end = f + 1; end < n && strcmp(forms[f].folded, forms[end].folded) == 0; end++)
			;
		if (i % ARA_LEX_BLOCK == 0)
			buf_u32(&parts[BLOCKS], nrecords);
		for (; f < end; f++)
		{
			buf_u32(&parts[RECORDS], (uint32_t) (f == end - 1) | kind_get(&forms[f]) << 1 | rank[forms[f].lemma] << 16);
			nrecords++;
		}
	}
	for (i = 0; i < nkinds; i++)
	{
		buf_u32(&parts[KINDS], (uint32_t) kinds[i]);
		buf_u32(&parts[KINDS], (uint32_t) (kinds[i] >> 32));
	}
	printf("datac: lexicon: %lu lemmas, %lu words, %lu kinds of form\n",
		   (unsigned long) lex->nlemmas, (unsigned long) nwords, (unsigned long) nkinds);
}

/* lemmas in their order, and their roots */
static void
build_lemmas(const uint32_t *order, const uint32_t *rank, Buf *parts)
{
	uint32_t   *by_spelling = xalloc(lex->nlemmas * sizeof(uint32_t));
	char	   *homograph = xalloc(lex->nlemmas);
	const char **roots = xalloc((lex->nlemmas + 1) * sizeof(char *));
	size_t		nroots = 0;
	size_t		i;

	for (i = 0; i < lex->nlemmas; i++)
		by_spelling[i] = (uint32_t) i;
	qsort(by_spelling, lex->nlemmas, sizeof(uint32_t), compare_spellings);
	for (i = 1; i < lex->nlemmas; i++)
		homograph[by_spelling[i]] =
			strcmp(lex->lemmas[by_spelling[i]].folded, lex->lemmas[by_spelling[i - 1]].folded) == 0;
	for (i = 0; i < lex->nlemmas; i++)
	{
		const Lemma *l = &lex->lemmas[order[i]];
		size_t		r = 0;

		if (*l->root)
		{
			for (r = 0; r < nroots && strcmp(roots[r], l->root) != 0; r++)
				;
			if (r == nroots)
			{
				roots[nroots++] = l->root;
				buf_u32(&parts[ROOTS], (uint32_t) parts[POOL].len);
				put_string(&parts[POOL], l->root);
			}
			r++;
		}
		buf_u8(&parts[SCORES], score(l));
		buf_u32(&parts[LEMMAS], (uint32_t) parts[POOL].len | (uint32_t) l->pos << 24 |
				(homograph[order[i]] ? ARA_LEX_HOMOGRAPH << 24 : 0) | (l->derived ? ARA_LEX_DERIVED << 24 : 0) |
				(l->proper ? ARA_LEX_PROPER << 24 : 0) | (l->stop ? ARA_LEX_STOP << 24 : 0));
		buf_u16(&parts[LEMMAS], (unsigned) r);
		buf_u16(&parts[LEMMAS], l->family < 0 ? ARA_LEX_NO_FAMILY : rank[l->family]);
		put_string(&parts[POOL], l->vocalized);
	}
}

const Lexicon *
data_lexicon_of(const char *dir)
{
	if (lex == NULL)
	{
		lex = lexicon_read(dir);
		tsv_check();
	}
	return lex;
}

void
data_lexicon(Buf *out, const char *dir)
{
	Buf			parts[PARTS] = {{0}};
	uint32_t   *order;			/* lemma of each rank */
	uint32_t   *rank;			/* rank of each lemma */
	size_t		header = out->len;
	size_t		i;

	lex = data_lexicon_of(dir);
	order = xalloc(lex->nlemmas * sizeof(uint32_t));
	rank = xalloc(lex->nlemmas * sizeof(uint32_t));
	for (i = 0; i < lex->nlemmas; i++)
		order[i] = (uint32_t) i;
	qsort(order, lex->nlemmas, sizeof(uint32_t), compare_lemmas);
	for (i = 0; i < lex->nlemmas; i++)
		rank[order[i]] = (uint32_t) i;

	build_words(rank, parts);
	build_lemmas(order, rank, parts);
	for (i = 0; i < ARA_LEX_HEADER; i++)
		buf_u32(out, 0);
	for (i = 0; i < PARTS; i++)
	{
		buf_align(out, 8);
		buf_set_u32(out, header + 4 * i, (uint32_t) (out->len - header));
		buf_put(out, parts[i].data, parts[i].len);
	}
	buf_set_u32(out, header + 4 * ARA_LEX_NLEMMAS, (uint32_t) lex->nlemmas);
}
