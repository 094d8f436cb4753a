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

#include "ara.h"
#include "blob.h"
#include "clitics.h"
#include "lexicon.h"
#include "utf8.h"

/*
 * Costs of disagreement with the standard spelling, in quarters of a bit of
 * log-probability.  Leaving a sign off is common, so it costs little; a sign
 * that the standard does not have there speaks for another word.
 */
#ifndef ARA_CAREFUL_TEXT
#define COST_HAMZA_OFF 6		/* bare alef for alef with hamza or madda; another seat */
#define COST_HEH 14				/* heh for teh marbuta */
#define COST_YEH 6				/* yeh for alef maqsura */
#define COST_MAQSURA 4			/* alef maqsura for yeh, as Egypt writes, or for a pronoun */
#define COST_VERB 2				/* of two equals the noun: it is what people search for */
#else							/* edited prose, which the estimator (em.c) reads */
#define COST_HAMZA_OFF 10
#define COST_HEH 16
#define COST_YEH 16
#define COST_MAQSURA 16
#define COST_VERB 0
#endif
#define COST_HAMZA_ON 28		/* another hamza than the standard's */
#define COST_TEH_MARBUTA 28		/* teh marbuta for heh, or for a pronoun */
#define COST_YEH_FUNCTION 40	/* yeh for alef maqsura in a function word: U+0639 U+0644 U+064A is a name, not "on" */
#define COST_NO_ARTICLE 24		/* a name without the article that it has */

/*
 * A reading below this is less likely than that the word is none of the
 * lexicon's: 1.5 % of words are not, and spell themselves at three and a half
 * bits a letter.  What is left of it speaks for a name rather than for the
 * dual of a rare noun with a pronoun.
 */
#ifndef UNKNOWN
#define UNKNOWN 40
#endif
#define UNKNOWN_SCORE(letters) (UNKNOWN - 14 * (letters))

#define CODE(cp) ((cp) - ARA_LEX_FIRST_LETTER)

/* What the spelling of a letter says: four costs, one for each sign that the standard may have there. */
typedef struct Sign
{
	uint8_t		at;				/* index of the letter */
	uint8_t		only_last;		/* counts only where it ends the form */
	uint8_t		typed_yeh;
	uint8_t		cost[4];
} Sign;

typedef struct Word
{
	uint8_t		code[ARA_MAX_LETTERS];	/* folded */
	int			n;
	Sign		signs[ARA_MAX_LETTERS];
	int			nsigns;
	int			no_pronoun;		/* what the spelling of its last letter says against a pronoun */
} Word;

/* Where the analyses go: all of them, sorted, or the best one alone. */
typedef struct Readings
{
	AraAnalysis *out;
	int			max;
	int			n;
} Readings;

/* Addresses inside the blob. */
typedef struct Data
{
	const unsigned char *start,
			   *arcs,
			   *blocks,
			   *records,
			   *kinds,
			   *scores;
	const unsigned char *first,
			   *before,
			   *after,
			   *slot_costs;
	int			nafter;
} Data;

static void
get_data(Data *d)
{
	size_t		size;
	const unsigned char *lex = ara_blob_section(ARA_S_LEXICON, &size);
	const unsigned char *clitics = ara_blob_section(ARA_S_CLITICS, &size);

	d->start = lex + ara_u32(lex + 4 * ARA_LEX_START);
	d->arcs = lex + ara_u32(lex + 4 * ARA_LEX_ARCS);
	d->blocks = lex + ara_u32(lex + 4 * ARA_LEX_BLOCKS);
	d->records = lex + ara_u32(lex + 4 * ARA_LEX_RECORDS);
	d->kinds = lex + ara_u32(lex + 4 * ARA_LEX_KINDS);
	d->scores = lex + ara_u32(lex + 4 * ARA_LEX_SCORES);
	d->nafter = (int) ara_u32(clitics + 4);
	d->first = clitics + 8;
	d->before = clitics + ARA_CLITIC_HEADER;
	d->after = d->before + ARA_CLITIC_ENTRY * ara_u32(clitics);
	d->slot_costs = d->after + ARA_CLITIC_ENTRY * d->nafter;
}

/* Whether the n (at most 7) letters of a clitic stand at code. */
static int
same_letters(const unsigned char *clitic, int n, const uint8_t *code)
{
	int			i;

	for (i = 0; i < n; i++)
		if (clitic[ARA_CLITIC_CODES + i] != code[i])
			return 0;
	return 1;
}

/* letters as codes; -1 if there are too many, or one has none */
static int
to_codes(const char *s, size_t len, uint8_t *codes)
{
	const unsigned char *p = (const unsigned char *) s;
	size_t		i;

	if (len > 2 * ARA_MAX_LETTERS || len % 2 != 0)
		return -1;
	for (i = 0; i < len; i += 2)
	{
		/* U+0620 to U+065F: D8 A0 to D9 9F */
		unsigned	c = ((unsigned) p[i] << 6 | (p[i + 1] & 63)) - (0xD8u << 6 | 0x20);

		if (c >= ARA_LEX_LETTERS)
			return -1;
		codes[i / 2] = (uint8_t) c;
	}
	return (int) (len / 2);
}

static void
set_costs(Sign *sign, unsigned typed, uint8_t bare, uint8_t other)
{
	int			i;

	for (i = 0; i < 4; i++)
		sign->cost[i] = (unsigned) i == typed ? 0 : typed == 0 ? bare : other;
}

/* Lines up the word as spelled with its folded letters; where it can't, the spelling has no say. */
static void
read_signs(Word *w, const uint8_t *spelled)
{
	int			i;

	for (i = 0; i < w->n; i++)
	{
		Sign	   *s = &w->signs[w->nsigns];

		s->at = (uint8_t) i;
		s->only_last = 0;
		s->typed_yeh = spelled[i] == CODE(0x064A);
		switch (w->code[i])
		{
			case CODE(0x0627):
				set_costs(s, spelled[i] == CODE(0x0623) ? 1 : spelled[i] == CODE(0x0625) ? 2 :
						  spelled[i] == CODE(0x0622) ? 3 : 0, COST_HAMZA_OFF, COST_HAMZA_ON);
				break;
			case CODE(0x0621):
			case CODE(0x0626):
				/* the seat of a hamza varies even among careful writers */
				set_costs(s, spelled[i] == CODE(0x0624) ? 1 : spelled[i] == CODE(0x0626) ? 2 : 0,
						  COST_HAMZA_OFF, COST_HAMZA_OFF);
				break;
			case CODE(0x0647):
				s->only_last = 1;
				set_costs(s, spelled[i] == CODE(0x0629), COST_HEH, COST_TEH_MARBUTA);
				break;
			case CODE(0x064A):
				s->only_last = 1;
				set_costs(s, spelled[i] == CODE(0x0649), COST_YEH, COST_MAQSURA);
				break;
			default:
				continue;
		}
		w->nsigns++;
	}
	w->no_pronoun = spelled[w->n - 1] == CODE(0x0629) ? COST_TEH_MARBUTA :
		spelled[w->n - 1] == CODE(0x0649) ? COST_MAQSURA : 0;
}

/* what the letters first..last-1 of the word disagree with a form's signature */
static int
disagreement(const Word *w, int first, int last, unsigned signature, unsigned pos)
{
	int			cost = 0;
	int			i;

	for (i = 0; i < w->nsigns; i++)
	{
		const Sign *s = &w->signs[i];

		if (s->at < first || s->at >= last || (s->only_last && s->at != last - 1))
			continue;
		if (pos == ARA_FUNCTION && s->typed_yeh && (signature & 3) == 1)
			cost += COST_YEH_FUNCTION;
		else
			cost += s->cost[signature & 3];
		signature >>= 2;
	}
	return cost;
}

static void
insert(Readings *r, const AraAnalysis *a)
{
	AraAnalysis *out = r->out;
	int			i;

	/* one reading for each lemma behind the same proclitics: the best */
	for (i = 0; i < r->n; i++)
		if (out[i].lemma == a->lemma && out[i].before == a->before)
		{
			if (out[i].score >= a->score)
				return;
			memmove(out + i, out + i + 1, sizeof(*out) * (size_t) (r->n - i - 1));
			r->n--;
			break;
		}
	if (r->n == r->max)
	{
		if (out[r->n - 1].score >= a->score)
			return;
		r->n--;
	}
	for (i = r->n; i > 0 && out[i - 1].score < a->score; i--)
		out[i] = out[i - 1];
	out[i] = *a;
	r->n++;
}

/* all records of automaton word number, as readings with these clitics */
static void
records(const Data *d, const Word *w, uint32_t number, int before_entry, int after_entry, Readings *r)
{
	const unsigned char *before = d->before + ARA_CLITIC_ENTRY * before_entry;
	const unsigned char *after = d->after + ARA_CLITIC_ENTRY * after_entry;
	const unsigned char *rec = d->records +
		4 * (size_t) ara_u32(d->blocks + 4 * (size_t) (number / ARA_LEX_BLOCK));
	uint32_t	skip = number % ARA_LEX_BLOCK;
	int			first = before[ARA_CLITIC_LETTERS];
	int			last = w->n - after[ARA_CLITIC_LETTERS];
	unsigned	before_needs = before[ARA_CLITIC_NEEDS];
	unsigned	after_needs = after[ARA_CLITIC_NEEDS];
	int			ending = 0;
	uint32_t	v;

	if (after[ARA_CLITIC_LETTERS] == 1)
		ending = w->no_pronoun;
	for (; skip > 0; rec += 4)
		skip -= rec[0] & 1;
	do
	{
		const unsigned char *kind;
		unsigned	around;
		unsigned	pos;
		int			score;
		AraAnalysis a;

		v = ara_u32(rec);
		rec += 4;
		kind = d->kinds + ARA_LEX_KIND_SIZE * (size_t) (v >> 1 & 0x7FFF);
		around = kind[1];
		pos = kind[2];
		if ((before_needs != 0 && (around & before_needs) == 0) || (around & after_needs) == 0)
			continue;
		score = d->scores[v >> 16] - d->slot_costs[kind[0]] - before[ARA_CLITIC_COST + pos] -
			after[ARA_CLITIC_COST + pos] - ending -
			(pos == ARA_VERB ? COST_VERB : 0);
		if ((around & ARA_NEEDS_ARTICLE) && !before[ARA_CLITIC_ARTICLE])
			score -= COST_NO_ARTICLE;
		/* what follows only lowers it */
		if (r->n == r->max && score <= r->out[r->n - 1].score)
			continue;
		a.score = score - disagreement(w, first, last, ara_u16(kind + 4), pos);
		a.lemma = v >> 16;
		a.slot = kind[0];
		a.before = (uint8_t) first;
		a.after = after[ARA_CLITIC_LETTERS];
		a.article = before[ARA_CLITIC_ARTICLE];
		a.before_entry = (uint8_t) before_entry;
		a.after_entry = (uint8_t) after_entry;
		insert(r, &a);
	} while ((v & 1) == 0);
}

/* readings whose form begins behind the proclitics of one entry */
static void
walk(const Data *d, const Word *w, int before_entry, Readings *r)
{
	const unsigned char *before = d->before + ARA_CLITIC_ENTRY * before_entry;
	int			i = before[ARA_CLITIC_LETTERS];
	uint32_t	at = ara_u32(d->start + 4 * (size_t) w->code[i]);
	uint32_t	number = 0;

	while (at != 0)
	{
		const unsigned char *arc = d->arcs + ARA_LEX_ARC_SIZE * (size_t) at;
		uint32_t	a;
		int			rest;

		/* the start table has the arc itself, later nodes are searched */
		while (((a = ara_u32(arc)) & 63) != w->code[i])
		{
			if (a & 64)
				return;
			arc += ARA_LEX_ARC_SIZE;
		}
		number += ara_u32(arc + 4);
		rest = w->n - ++i;
		if (a & 128)
		{
			int			e;

			if (rest == 0)
				records(d, w, number, before_entry, 0, r);
			else if (rest <= ARA_CLITIC_AFTER_MAX && !before[ARA_CLITIC_ARTICLE])
				for (e = 1; e < d->nafter; e++)
				{
					const unsigned char *pronoun = d->after + ARA_CLITIC_ENTRY * e;

					if (pronoun[ARA_CLITIC_LETTERS] == rest && same_letters(pronoun, rest, w->code + i))
						records(d, w, number, before_entry, e, r);
				}
			number++;
		}
		if (rest == 0)
			return;
		at = a >> 8;
	}
}

int
ara_analyze(const char *folded, size_t folded_len, const char *spelled, size_t spelled_len, AraAnalysis *out, int max)
{
	Data		d;
	Word		w;
	Readings	r;
	uint8_t		codes[ARA_MAX_LETTERS];
	int			e;

	w.n = to_codes(folded, folded_len, w.code);
	if (w.n <= 0)
		return 0;
	w.nsigns = 0;
	w.no_pronoun = 0;
	if (to_codes(spelled, spelled_len, codes) == w.n)
		read_signs(&w, codes);
	get_data(&d);
	r.out = out;
	r.max = max;
	r.n = 0;
	walk(&d, &w, 0, &r);
	/* entries are sorted, and most words begin with no proclitic's first letter */
	for (e = d.first[w.code[0]]; e < d.first[w.code[0] + 1]; e++)
	{
		const unsigned char *before = d.before + ARA_CLITIC_ENTRY * e;
		int			n = before[ARA_CLITIC_LETTERS];

		if (n < w.n && same_letters(before, n, w.code))
			walk(&d, &w, e, &r);
	}
	while (r.n > 0 && r.out[r.n - 1].score < UNKNOWN_SCORE(w.n))
		r.n--;
	return r.n;
}

/* ---- lemmas ---- */

static const unsigned char *
lexicon_part(int part)
{
	size_t		size;
	const unsigned char *lex = ara_blob_section(ARA_S_LEXICON, &size);

	return lex + ara_u32(lex + 4 * part);
}

static const unsigned char *
lemma_entry(uint32_t lemma)
{
	return lexicon_part(ARA_LEX_LEMMAS) + ARA_LEX_LEMMA_SIZE * (size_t) lemma;
}

static unsigned
lemma_flags(uint32_t lemma)
{
	return lemma_entry(lemma)[3];
}

static const char *
pool_string(uint32_t offset, size_t *len)
{
	const unsigned char *s = lexicon_part(ARA_LEX_POOL) + offset;

	*len = s[0];
	return (const char *) s + 1;
}

const char *
ara_lemma_vocalized(uint32_t lemma, size_t *len)
{
	return pool_string(ara_u32(lemma_entry(lemma)) & 0xFFFFFF, len);
}

size_t
ara_lemma_lexeme(uint32_t lemma, char *out)
{
	size_t		len;
	const char *s = ara_lemma_vocalized(lemma, &len);
	size_t		n = ara_normalize(s, len, out, ARA_NORM_FOLD);
	size_t		i;

	if ((lemma_flags(lemma) & ARA_LEX_HOMOGRAPH) == 0)
		return n;
	/* its vowels, U+064E to U+0651, tell it from the more frequent lemma of the same letters */
	out[n++] = '#';
	for (i = 0; i + 1 < len; i++)
		if ((unsigned char) s[i] == 0xD9 && (unsigned char) s[i + 1] >= 0x8E && (unsigned char) s[i + 1] <= 0x91)
			out[n++] = "aui~"[(unsigned char) s[i + 1] - 0x8E];
	return n;
}

const char *
ara_lemma_root(uint32_t lemma, size_t *len)
{
	unsigned	root = ara_u16(lemma_entry(lemma) + 4);

	*len = 0;
	if (root == 0)
		return "";
	return pool_string(ara_u32(lexicon_part(ARA_LEX_ROOTS) + 4 * (size_t) (root - 1)), len);
}

long
ara_lemma_family(uint32_t lemma)
{
	unsigned	family = ara_u16(lemma_entry(lemma) + 6);

	return family == ARA_LEX_NO_FAMILY ? -1 : (long) family;
}

AraPos
ara_lemma_pos(uint32_t lemma)
{
	return (AraPos) (lemma_flags(lemma) & ARA_LEX_POS);
}

int
ara_lemma_is_stop(uint32_t lemma)
{
	return (lemma_flags(lemma) & ARA_LEX_STOP) != 0;
}

int
ara_lemma_is_proper(uint32_t lemma)
{
	return (lemma_flags(lemma) & ARA_LEX_PROPER) != 0;
}

int
ara_lemma_is_derived(uint32_t lemma)
{
	return (lemma_flags(lemma) & ARA_LEX_DERIVED) != 0;
}

int
ara_lemma_score(uint32_t lemma)
{
	return lexicon_part(ARA_LEX_SCORES)[lemma];
}
