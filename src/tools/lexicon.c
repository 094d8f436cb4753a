/*
 * lexicon.c - the lexicon in memory: lemmas, forms, kin; and the files of src/data/lexicon it is read from
 *
 * What a row of a file says is lexicon_row.c's.  A second line for the same
 * word and class is an error.
 */
#include "lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/ara.h"
#include "../core/lexicon.h"
#include "lexicon_row.h"

static Lexicon lex;
static size_t lemma_cap,
			form_cap;

/* ---- lemmas by their sounds ---- */

#define MAX_LEMMAS 65536		/* as many as a record has bits for (core/lexicon.h) */
#define LEMMA_SLOTS (1 << 18)
static uint32_t lemma_table[LEMMA_SLOTS];

static uint32_t
hash_string(const char *s)
{
	uint32_t	h = 2166136261u;

	for (; *s; s++)
		h = (h ^ (unsigned char) *s) * 16777619u;
	return h;
}

static char *
copy(const char *s)
{
	char	   *c = xalloc(strlen(s) + 1);

	return strcpy(c, s);
}

static void
fold(const char *s, AraNorm norm, char *out)
{
	out[ara_normalize(s, strlen(s), out, norm)] = 0;
}

/* one spelling of the sounds, so that a vowel left off before its long letter makes no second lemma */
static void
canonical(const char *sounds, char *out)
{
	for (; *sounds; sounds++)
		if (!((*sounds == 'i' && sounds[1] == 'y' && sounds[2] != 'y') ||
			  (*sounds == 'u' && sounds[1] == 'w' && sounds[2] != 'w')))
			*out++ = *sounds;
	*out = 0;
}

/* the slot of a lemma, taken or free */
static uint32_t *
lemma_slot(const char *sounds)
{
	char		key[PHON_MAX * 2];
	char		k[PHON_MAX * 2];
	uint32_t	h;

	canonical(sounds, key);
	for (h = hash_string(key); lemma_table[h & (LEMMA_SLOTS - 1)]; h++)
	{
		canonical(lex.lemmas[lemma_table[h & (LEMMA_SLOTS - 1)] - 1].sounds, k);
		if (strcmp(k, key) == 0)
			break;
	}
	return &lemma_table[h & (LEMMA_SLOTS - 1)];
}

long
lemma_find(const char *sounds)
{
	return (long) *lemma_slot(sounds) - 1;
}

uint32_t
lemma_get(const char *sounds, const char *root, AraPos pos)
{
	char		text[PHON_MAX * 8];
	char		folded[PHON_MAX * 8];
	uint32_t   *slot = lemma_slot(sounds);
	Lemma	   *l;

	if (*slot)
	{
		l = &lex.lemmas[*slot - 1];
		if (*l->root == 0 && *root)
			l->root = copy(root);
		l->derived = 0;
		return *slot - 1;
	}
	if (lex.nlemmas == MAX_LEMMAS)
	{
		fprintf(stderr, "datac: more than %d lemmas\n", MAX_LEMMAS);
		exit(1);
	}
	if (lex.nlemmas == lemma_cap)
	{
		lemma_cap = lemma_cap ? lemma_cap * 2 : 1 << 14;
		lex.lemmas = realloc(lex.lemmas, lemma_cap * sizeof(Lemma));
		if (lex.lemmas == NULL)
			exit(1);
	}
	*slot = (uint32_t) lex.nlemmas + 1;
	l = &lex.lemmas[lex.nlemmas];
	memset(l, 0, sizeof(*l));
	l->sounds = copy(sounds);
	phon_vocalize(sounds, text);
	l->vocalized = copy(text);
	phon_spell(sounds, 0, text);
	fold(text, ARA_NORM_FOLD, folded);
	l->folded = copy(folded);
	l->root = copy(root);
	l->family = -1;
	l->pos = pos;
	return (uint32_t) lex.nlemmas++;
}

Lemma *
lemma_of(uint32_t id)
{
	return &lex.lemmas[id];
}

/* ---- forms ---- */

void
collect_form(FormSink *sink, const char *written, int slot, unsigned around)
{
	const Collector *c = (const Collector *) sink;
	char		spelled[PHON_MAX * 8];
	char		folded[PHON_MAX * 8];
	Form	   *f;

	fold(written, ARA_NORM_SPELLING, spelled);
	fold(written, ARA_NORM_FOLD, folded);
	if (*folded == 0)
		return;
	if (lex.nforms == form_cap)
	{
		form_cap = form_cap ? form_cap * 2 : 1 << 18;
		lex.forms = realloc(lex.forms, form_cap * sizeof(Form));
		if (lex.forms == NULL)
			exit(1);
	}
	f = &lex.forms[lex.nforms++];
	f->folded = copy(folded);
	f->signature = (uint16_t) ara_signature(spelled, strlen(spelled));
	f->slot = (uint8_t) (c->slot ? c->slot : slot);
	f->around = (uint8_t) (around | c->also);
	f->lemma = c->lemma;
}

FormSink *
collector(Collector *c, uint32_t lemma, int slot, unsigned also)
{
	c->sink.form = collect_form;
	c->lemma = lemma;
	c->slot = slot;
	c->also = also;
	return &c->sink;
}

/* ---- kin ---- */

/* Verbs and what is derived from them; a lemma may be of several verbs. */
typedef struct Kin
{
	uint32_t	lemma,
				verb;
} Kin;

static Kin *kin;
static size_t nkin,
			kin_cap;

void
add_kin(uint32_t lemma, uint32_t verb)
{
	if (nkin == kin_cap)
	{
		kin_cap = kin_cap ? kin_cap * 2 : 1 << 14;
		kin = realloc(kin, kin_cap * sizeof(Kin));
		if (kin == NULL)
			exit(1);
	}
	kin[nkin].lemma = lemma;
	kin[nkin++].verb = verb;
}

/* of several verbs, the most frequent */
static void
choose_families(void)
{
	size_t		i;

	for (i = 0; i < nkin; i++)
	{
		Lemma	   *l = &lex.lemmas[kin[i].lemma];

		if (l->family < 0 || lex.lemmas[l->family].count < lex.lemmas[kin[i].verb].count)
			l->family = (long) kin[i].verb;
	}
}

/* ---- files ---- */

static void
read_file(const char *dir, const char *name, int min, int max, void (*row) (const Tsv *t), const char *key_columns)
{
	Tsv			t;
	char		path[64];
	size_t		seen_slots = 1 << 15;
	char	  **seen = xalloc(seen_slots * sizeof(char *));

	snprintf(path, sizeof(path), "lexicon/%s", name);
	tsv_open(&t, dir, path);
	while (tsv_next(&t, min, max))
	{
		char		key[1024];
		uint32_t	h;
		size_t		i;

		key[0] = 0;
		for (i = 0; key_columns[i]; i++)
			snprintf(key + strlen(key), sizeof(key) - strlen(key), "%s\t", t.fields[key_columns[i] - '0']);
		for (h = hash_string(key); seen[h & (seen_slots - 1)] && strcmp(seen[h & (seen_slots - 1)], key) != 0; h++)
			;
		if (seen[h & (seen_slots - 1)])
			tsv_complain(&t, "a second line for the same word and class");
		seen[h & (seen_slots - 1)] = copy(key);
		row(&t);
	}
	free(seen);
}

/*
 * A noun that is spelled and voiced as the feminine of an adjective is most
 * often just that.
 */
static void
mark_feminines(void)
{
	size_t		i;

	for (i = 0; i < lex.nlemmas; i++)
	{
		char		s[PHON_MAX];
		size_t		n = strlen(lex.lemmas[i].sounds);
		long		adj;

		if (lex.lemmas[i].pos != ARA_NOUN || lex.lemmas[i].sounds[n - 1] != 'p')
			continue;
		memcpy(s, lex.lemmas[i].sounds, n);
		s[n - 1] = 0;
		adj = lemma_find(s);
		if (adj >= 0 && lex.lemmas[adj].pos == ARA_ADJECTIVE && !lex.lemmas[adj].derived)
			lex.lemmas[i].derived = 1;
	}
}

const Lexicon *
lexicon_read(const char *dir)
{
	static const char *const numbered[] = {"1", "2", "3", "4", NULL};
	int			i;

	verb_paradigms(dir);
	read_file(dir, "function.tsv", 3, 6, function_row, "01");
	for (i = 0; numbered[i]; i++)
	{
		char		name[32];

		snprintf(name, sizeof(name), "noun-%s.tsv", numbered[i]);
		read_file(dir, name, 4, 6, noun_row, "02");
		snprintf(name, sizeof(name), "verb-%s.tsv", numbered[i]);
		read_file(dir, name, 5, 5, verb_row, "012");
	}
	read_file(dir, "noun-num.tsv", 4, 6, noun_row, "02");
	read_file(dir, "name-1.tsv", 2, 4, name_row, "01");
	read_file(dir, "name-2.tsv", 2, 4, name_row, "01");
	mark_feminines();
	read_file(dir, "counts.tsv", 2, 2, count_row, "0");
	choose_families();
	return &lex;
}
