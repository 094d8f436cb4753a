/*
 * analyze.c - proclitics, form, enclitic: every reading of a word, weighed
 *
 *     w-b-  al-  mufaawaDaat       for each chain of proclitics that the word begins with,
 *     \before/   \__ form __/\after/    one walk through the automaton finds every form
 *                                       that ends where the word or an enclitic does
 *
 * A reading's score is the log-probability of its lemma, of the form's slot
 * and of the clitics (all estimated from raw text), less what the spelling
 * disagrees.  Agreement is soft: writers drop hamza and dots.
 */
#include "analyze.h"

#include <string.h>

#include "blob.h"
#include "clitics.h"
#include "lexicon.h"
#include "utf8.h"

/*
 * Costs of disagreement with the standard spelling, in quarters of a bit of
 * log-probability.  Leaving a sign off is common, so it costs little; a sign
 * that the standard does not have there speaks for another word.
 */
#define COST_HAMZA_OFF 10		/* bare alef for alef with hamza or madda */
#define COST_HAMZA_ON 28		/* another hamza than the standard's */
#define COST_DOTS_OFF 16		/* heh for teh marbuta, alef maqsura for yeh */
#define COST_DOTS_ON 28			/* teh marbuta for heh */
#define COST_YEH 16				/* yeh for alef maqsura */
#define COST_NO_ARTICLE 24		/* a name without the article that it has */

#define CODE(cp) ((cp) - ARA_LEX_FIRST_LETTER)

typedef struct Word
{
	uint8_t		code[ARA_MAX_LETTERS];	/* folded */
	uint8_t		sign[ARA_MAX_LETTERS];	/* as ara_signature sees the letter as spelled */
	int			n;
	int			signs;			/* whether the spelling lines up with the folded letters */
} Word;

static int
to_codes(const char *s, size_t len, uint8_t *codes)
{
	const char *end = s + len;
	int			n = 0;

	while (s < end)
	{
		int			bytes;
		uint32_t	cp = ara_decode(s, end, &bytes);

		if (n == ARA_MAX_LETTERS || cp <= ARA_LEX_FIRST_LETTER ||
			cp >= ARA_LEX_FIRST_LETTER + ARA_LEX_LETTERS)
			return -1;
		codes[n++] = (uint8_t) CODE(cp);
		s += bytes;
	}
	return n;
}

/* two bits of ara_signature for one spelled letter */
static uint8_t
sign_of(uint8_t code)
{
	switch (code)
	{
		case CODE(0x0623):
		case CODE(0x0624):
		case CODE(0x0629):
		case CODE(0x0649):
			return 1;
		case CODE(0x0625):
		case CODE(0x0626):
			return 2;
		case CODE(0x0622):
			return 3;
		default:
			return 0;
	}
}

static int
cost_of_alef(unsigned typed, unsigned standard)
{
	if (typed == standard)
		return 0;
	return typed == 0 ? COST_HAMZA_OFF : COST_HAMZA_ON;
}

/* what the letters first..last-1 of the word disagree with a form's signature */
static int
disagreement(const Word *w, int first, int last, unsigned signature)
{
	int			cost = 0;
	int			shift = 0;
	int			i;

	if (!w->signs)
		return 0;
	for (i = first; i < last && shift < 16; i++)
	{
		unsigned	standard = signature >> shift & 3;

		switch (w->code[i])
		{
			case CODE(0x0627):
				cost += cost_of_alef(w->sign[i], standard);
				break;
			case CODE(0x0621):
			case CODE(0x0626):
				/* the seat of a hamza varies even among careful writers */
				cost += w->sign[i] == standard ? 0 : COST_HAMZA_OFF;
				break;
			case CODE(0x0647):
				if (i < last - 1)
					continue;
				cost += w->sign[i] == standard ? 0 : w->sign[i] == 0 ? COST_DOTS_OFF : COST_DOTS_ON;
				break;
			case CODE(0x064A):
				if (i < last - 1)
					continue;
				cost += w->sign[i] == standard ? 0 : w->sign[i] == 0 ? COST_YEH : COST_DOTS_OFF;
				break;
			default:
				continue;
		}
		shift += 2;
	}
	return cost;
}

static void
insert(AraAnalysis *out, int *n, const AraAnalysis *a)
{
	int			i;

	/* one reading a lemma: the best */
	for (i = 0; i < *n; i++)
		if (out[i].lemma == a->lemma && out[i].before == a->before)
		{
			if (out[i].score >= a->score)
				return;
			memmove(out + i, out + i + 1, sizeof(*out) * (size_t) (*n - i - 1));
			(*n)--;
			break;
		}
	if (*n == ARA_MAX_ANALYSES)
	{
		if (out[*n - 1].score >= a->score)
			return;
		(*n)--;
	}
	for (i = *n; i > 0 && out[i - 1].score < a->score; i--)
		out[i] = out[i - 1];
	out[i] = *a;
	(*n)++;
}

/* all records of automaton word number, as readings with these clitics */
static void
records(const unsigned char *lex, const Word *w, uint32_t number, const unsigned char *slot_costs,
		const unsigned char *before, int before_entry, const unsigned char *after, int after_entry,
		AraAnalysis *out, int *n)
{
	uint32_t	r = ara_u32(lex + ara_u32(lex + 4 * ARA_LEX_BLOCKS) + 4 * (size_t) (number / ARA_LEX_BLOCK));
	const unsigned char *recs = lex + ara_u32(lex + 4 * ARA_LEX_RECORDS);
	const unsigned char *forms = lex + ara_u32(lex + 4 * ARA_LEX_FORMS);
	const unsigned char *lemmas = lex + ara_u32(lex + 4 * ARA_LEX_LEMMAS);
	uint32_t	skip = number % ARA_LEX_BLOCK;
	int			first = before[ARA_CLITIC_LETTERS];
	int			last = w->n - after[ARA_CLITIC_LETTERS];
	unsigned	before_needs = before[ARA_CLITIC_NEEDS];
	unsigned	after_needs = after[ARA_CLITIC_NEEDS];

	while (skip > 0)
		skip -= ara_u32(recs + 4 * (size_t) r++) & 1;
	for (;; r++)
	{
		uint32_t	rec = ara_u32(recs + 4 * (size_t) r);
		const unsigned char *form = forms + 4 * (size_t) (rec >> 1 & 0x7FFF);
		const unsigned char *lemma = lemmas + 8 * (size_t) (rec >> 16);
		unsigned	around = form[1];
		unsigned	pos = lemma[4] & 127;

		if ((before_needs == 0 || (around & before_needs) != 0) && (around & after_needs) != 0 &&
			!(before[ARA_CLITIC_ARTICLE] && after[ARA_CLITIC_LETTERS] > 0))
		{
			AraAnalysis a;

			a.lemma = rec >> 16;
			a.slot = form[0];
			a.before = (uint8_t) first;
			a.after = after[ARA_CLITIC_LETTERS];
			a.article = before[ARA_CLITIC_ARTICLE];
			a.before_entry = (uint8_t) before_entry;
			a.after_entry = (uint8_t) after_entry;
			a.score = lemma[5] - slot_costs[form[0]] - before[ARA_CLITIC_COST + pos] -
				after[ARA_CLITIC_COST + pos] - disagreement(w, first, last, ara_u16(form + 2));
			if ((around & ARA_NEEDS_ARTICLE) && !a.article)
				a.score -= COST_NO_ARTICLE;
			/* a final teh marbuta or alef maqsura is no pronoun */
			if (w->signs && a.after == 1 && w->sign[w->n - 1] != 0)
				a.score -= COST_DOTS_ON;
			insert(out, n, &a);
		}
		if (rec & 1)
			return;
	}
}

int
ara_analyze(const char *folded, size_t folded_len, const char *spelled, size_t spelled_len, AraAnalysis *out)
{
	size_t		size;
	const unsigned char *lex = ara_blob_section(ARA_S_LEXICON, &size);
	const unsigned char *clitics = ara_blob_section(ARA_S_CLITICS, &size);
	int			nbefore = (int) ara_u32(clitics);
	int			nafter = (int) ara_u32(clitics + 4);
	const unsigned char *before = clitics + ARA_CLITIC_HEADER;
	const unsigned char *after = before + ARA_CLITIC_ENTRY * nbefore;
	const unsigned char *slot_costs = after + ARA_CLITIC_ENTRY * nafter;
	const unsigned char *arcs = lex + ara_u32(lex + 4 * ARA_LEX_ARCS);
	uint32_t	start = ara_u32(lex + 4 * ARA_LEX_ROOT_ARC);
	Word		w;
	int			n = 0;
	int			b;

	w.n = to_codes(folded, folded_len, w.code);
	if (w.n <= 0)
		return 0;
	w.signs = to_codes(spelled, spelled_len, w.sign) == w.n;
	if (w.signs)
		for (b = 0; b < w.n; b++)
			w.sign[b] = sign_of(w.sign[b]);

	for (b = 0; b < nbefore; b++)
	{
		const unsigned char *clitic = before + ARA_CLITIC_ENTRY * b;
		int			i = clitic[ARA_CLITIC_LETTERS];
		uint32_t	node = start;
		uint32_t	number = 0;

		if (i >= w.n || memcmp(clitic + ARA_CLITIC_CODES, w.code, (size_t) i) != 0)
			continue;
		while (node != 0 && i < w.n)
		{
			const unsigned char *arc = arcs + 8 * (size_t) node;
			uint32_t	a;

			for (;;)
			{
				a = ara_u32(arc);
				if ((a & 63) == w.code[i])
					break;
				if (a & 64 || (a & 63) > w.code[i])
				{
					a = 0;
					break;
				}
				arc += 8;
			}
			if (a == 0)
				break;
			number += ara_u32(arc + 4);
			i++;
			if (a & 128)
			{
				int			rest = w.n - i;
				int			e;

				if (rest <= 3)
					for (e = 0; e < nafter; e++)
					{
						const unsigned char *pronoun = after + ARA_CLITIC_ENTRY * e;

						if (pronoun[ARA_CLITIC_LETTERS] == rest &&
							memcmp(pronoun + ARA_CLITIC_CODES, w.code + i, (size_t) rest) == 0)
							records(lex, &w, number, slot_costs, clitic, b, pronoun, e, out, &n);
					}
				number++;
			}
			node = a >> 8;
		}
	}
	return n;
}

static const unsigned char *
lemma_entry(uint32_t lemma, const unsigned char **pool)
{
	size_t		size;
	const unsigned char *lex = ara_blob_section(ARA_S_LEXICON, &size);

	*pool = lex + ara_u32(lex + 4 * ARA_LEX_POOL);
	return lex + ara_u32(lex + 4 * ARA_LEX_LEMMAS) + 8 * (size_t) lemma;
}

const char *
ara_lemma_lexeme(uint32_t lemma, size_t *len)
{
	const unsigned char *pool;
	const unsigned char *l = lemma_entry(lemma, &pool);
	const unsigned char *s = pool + ara_u32(l);

	*len = s[0];
	return (const char *) s + 1;
}

const char *
ara_lemma_vocalized(uint32_t lemma, size_t *len)
{
	const char *s = ara_lemma_lexeme(lemma, len) + *len;

	*len = (unsigned char) s[0];
	return s + 1;
}

const char *
ara_lemma_root(uint32_t lemma, size_t *len)
{
	size_t		size;
	const unsigned char *lex = ara_blob_section(ARA_S_LEXICON, &size);
	const unsigned char *pool;
	const unsigned char *l = lemma_entry(lemma, &pool);
	unsigned	root = ara_u16(l + 6);
	const unsigned char *s;

	*len = 0;
	if (root == 0)
		return "";
	s = pool + ara_u32(lex + ara_u32(lex + 4 * ARA_LEX_ROOTS) + 4 * (size_t) (root - 1));
	*len = s[0];
	return (const char *) s + 1;
}

AraPos
ara_lemma_pos(uint32_t lemma)
{
	const unsigned char *pool;

	return (AraPos) (lemma_entry(lemma, &pool)[4] & 127);
}

int
ara_lemma_is_stop(uint32_t lemma)
{
	const unsigned char *pool;

	return lemma_entry(lemma, &pool)[4] >> 7;
}
