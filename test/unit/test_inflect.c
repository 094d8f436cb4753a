/*
 * test_inflect.c - the inflector against paradigms written by hand
 *
 * Usage: test_inflect, from the root of the repository: it inflects the
 * lexicon in src/data as the data compiler does.  The tables are in
 * inflect_verbs.h and inflect_nouns.h.
 *
 * Each form of a table is a fact.  Where a table gives a whole paradigm, each
 * place is one, and must hold nothing but the forms given: so what the
 * inflector makes too much fails as well.  Forms are compared as the lexicon
 * keeps them: folded, with the signature of their spelling (core/lexicon.h).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inflect.h"
#include "../core/ara.h"
#include "../core/lexicon.h"
#include "../core/morph.h"
#include "../tools/lexicon.h"

/*
 * Places of a paradigm are separated by spaces; '-' is an empty place, '/'
 * stands between spellings in use, '?' before one that may be there or not.
 * In the lists, '+' stands between a form and its clitics.
 */
typedef struct VerbFacts
{
	const char *lemma;
	const char *perfect;		/* 3ms 3fs 3md 3fd 3mp 3fp 1s 2d 2mp 2fp 1p */
	const char *imperfect;		/* 3ms 3fs 3md 3fd 3mp 3fp 2fs 2mp 2fp 1s 1p */
	const char *jussive;		/* and subjunctive: 3ms 3fs 3md 3fd 3mp 2fs 2mp 1s 1p */
	const char *imperative;		/* 2ms 2fs 2d 2mp 2fp */
	const char *passive;		/* perfect 3ms 3fs 3mp 3fp 1s, imperfect 3ms 3mp 3fp, jussive 3ms */
	const char *nominals;		/* lemmas of participles and masdars */
	const char *right;			/* further forms */
	const char *wrong;			/* what is none of its forms */
} VerbFacts;

typedef struct NounFacts
{
	const char *lemmas;			/* whose forms these are, with spaces between them */
	const char *right;
	const char *wrong;
} NounFacts;

#include "inflect_verbs.h"
#include "inflect_nouns.h"

static const Lexicon *lex;
static int	passed;
static int	failed;

static void
fact(int ok, const char *lemma, const char *form, const char *what)
{
	if (ok)
		passed++;
	else
	{
		failed++;
		printf("FAIL %s: %s %s\n", lemma, form, what);
	}
}

/* ---- the lexicon's lemmas and forms ---- */

static size_t *first_form;		/* forms ordered by lemma: where each lemma's begin */
static size_t *by_lemma;

static void
order_forms(void)
{
	size_t		i;
	size_t	   *next = xalloc((lex->nlemmas + 1) * sizeof(*next));

	first_form = xalloc((lex->nlemmas + 2) * sizeof(*first_form));
	by_lemma = xalloc((lex->nforms + 1) * sizeof(*by_lemma));
	for (i = 0; i < lex->nforms; i++)
		first_form[lex->forms[i].lemma + 1]++;
	for (i = 0; i < lex->nlemmas; i++)
		first_form[i + 1] += first_form[i];
	memcpy(next, first_form, lex->nlemmas * sizeof(*next));
	for (i = 0; i < lex->nforms; i++)
		by_lemma[next[lex->forms[i].lemma]++] = i;
	free(next);
}

/* vowels that may be left off before their long letter are */
static void
bare_lengths(const char *s, char *out)
{
	for (; *s; s++)
		if (!((*s == 'i' && s[1] == 'y' && s[2] != 'y') || (*s == 'u' && s[1] == 'w' && s[2] != 'w')))
			*out++ = *s;
	*out = 0;
}

/* the number of a vocalized lemma, -1 if there is none */
static long
find_lemma(const char *vocalized)
{
	char		sounds[PHON_MAX],
				want[PHON_MAX],
				have[PHON_MAX];
	size_t		i;

	if (!phon_read(vocalized, sounds))
		return -1;
	bare_lengths(sounds, want);
	for (i = 0; i < lex->nlemmas; i++)
	{
		bare_lengths(lex->lemmas[i].sounds, have);
		if (strcmp(have, want) == 0)
			return (long) i;
	}
	return -1;
}

/* A spelling as the lexicon keeps it. */
typedef struct Key
{
	char		folded[128];
	unsigned	signature;
} Key;

static Key
key_of(const char *word)
{
	char		spelled[128];
	Key			k;

	if (strlen(word) > 40)
	{
		printf("FAIL the table holds a word of %d bytes\n", (int) strlen(word));
		exit(1);
	}
	k.folded[ara_normalize(word, strlen(word), k.folded, ARA_NORM_FOLD)] = 0;
	k.signature = ara_signature(spelled, ara_normalize(word, strlen(word), spelled, ARA_NORM_SPELLING));
	return k;
}

static int
same(const Form *f, const Key *k)
{
	return f->signature == (uint16_t) k->signature && strcmp(f->folded, k->folded) == 0;
}

/* ---- lists ---- */

/* Copies the next item up to the separator and moves on; 0 at the end. */
static int
next_item(const char **list, char separator, char *item, size_t size)
{
	size_t		n;

	while (**list == ' ')
		(*list)++;
	if (**list == 0)
		return 0;
	for (n = 0; (*list)[n] && (*list)[n] != separator && (*list)[n] != ' '; n++)
		;
	snprintf(item, size, "%.*s", (int) n, *list);
	*list += n + ((*list)[n] == separator);
	return 1;
}

static const char *const before[] = {"ال", "ب", "ك", "ل", "س", NULL};
static const unsigned before_needs[] = {
	ARA_TAKES_ARTICLE, ARA_TAKES_PREPOSITION, ARA_TAKES_PREPOSITION, ARA_TAKES_PREPOSITION | ARA_TAKES_LI,
	ARA_TAKES_SA
};
static const char *const after[] = {
	"ي", "ني", "ه", "ها", "هما", "هم", "هن", "ك", "كما", "كم", "كن", "نا", NULL
};

static int
index_of(const char *const *list, const char *s)
{
	int			i;

	for (i = 0; list[i]; i++)
		if (strcmp(list[i], s) == 0)
			return i;
	return -1;
}

/* whether a lemma has the form, with the clitics that + divides from it */
static int
generated(long lemma, const char *form)
{
	char		part[3][64];
	const char *list = form;
	int			n = 0;
	int			stem;
	unsigned	needs_before = 0;
	int			bound = 0;
	Key			k;
	size_t		i;

	while (n < 3 && next_item(&list, '+', part[n], sizeof(part[n])))
		n++;
	stem = n == 3 || (n == 2 && index_of(after, part[1]) < 0);
	if (stem)
	{
		int			b = index_of(before, part[0]);

		if (b < 0)
		{
			printf("FAIL the table has unknown clitics: %s\n", form);
			exit(1);
		}
		needs_before = before_needs[b];
	}
	bound = n > stem + 1;
	k = key_of(part[stem]);
	for (i = first_form[lemma]; i < first_form[lemma + 1]; i++)
	{
		const Form *f = &lex->forms[by_lemma[i]];
		unsigned	needs = !bound ? ARA_ALONE : f->slot < ARA_NOMINAL ? ARA_TAKES_OBJECT : ARA_TAKES_POSSESSIVE;

		if (same(f, &k) && (f->around & needs) && (!needs_before || (f->around & needs_before)))
			return 1;
	}
	return 0;
}

/* ---- verbs ---- */

static const AraPerson perfect_persons[] = {
	ARA_3MS, ARA_3FS, ARA_3MD, ARA_3FD, ARA_3MP, ARA_3FP, ARA_1S, ARA_2D, ARA_2MP, ARA_2FP, ARA_1P
};
static const AraPerson imperfect_persons[] = {
	ARA_3MS, ARA_3FS, ARA_3MD, ARA_3FD, ARA_3MP, ARA_3FP, ARA_2FS, ARA_2MP, ARA_2FP, ARA_1S, ARA_1P
};
static const AraPerson jussive_persons[] = {
	ARA_3MS, ARA_3FS, ARA_3MD, ARA_3FD, ARA_3MP, ARA_2FS, ARA_2MP, ARA_1S, ARA_1P
};
static const AraPerson imperative_persons[] = {ARA_2MS, ARA_2FS, ARA_2D, ARA_2MP, ARA_2FP};
static const AraPerson passive_persons[] = {
	ARA_3MS, ARA_3FS, ARA_3MP, ARA_3FP, ARA_1S, ARA_3MS, ARA_3MP, ARA_3FP, ARA_3MS
};
static const AraAspect passive_aspects[] = {
	ARA_PERFECT, ARA_PERFECT, ARA_PERFECT, ARA_PERFECT, ARA_PERFECT, ARA_IMPERFECT, ARA_IMPERFECT, ARA_IMPERFECT,
	ARA_JUSSIVE
};

/* One place of a paradigm: each spelling given is generated there, and no other. */
static void
place(long lemma, const char *name, const char *spellings, int slot)
{
	char		one[64];
	const char *list = spellings;
	Key			keys[8];
	int			n = 0;
	size_t		i;
	int			k;

	if (strcmp(spellings, "-") != 0)
		while (n < 8 && next_item(&list, '/', one, sizeof(one)))
		{
			int			optional = one[0] == '?';
			int			found = optional;

			keys[n] = key_of(one + optional);
			for (i = first_form[lemma]; i < first_form[lemma + 1] && !found; i++)
			{
				const Form *f = &lex->forms[by_lemma[i]];

				found = f->slot == slot && (f->around & ARA_ALONE) && same(f, &keys[n]);
			}
			fact(found, name, one, "is not generated in its place");
			n++;
		}
	for (i = first_form[lemma]; i < first_form[lemma + 1]; i++)
	{
		const Form *f = &lex->forms[by_lemma[i]];

		if (f->slot != slot || !(f->around & ARA_ALONE))
			continue;
		for (k = 0; k < n && !same(f, &keys[k]); k++)
			;
		if (k == n)
			fact(0, name, f->folded, "is generated in a place where it is wrong");
	}
	if (n == 0)
		passed++;
}

static void
paradigm(long lemma, const char *name, const char *forms, AraAspect aspect, const AraPerson *persons, int n)
{
	char		spellings[256];
	int			i;

	for (i = 0; i < n; i++)
	{
		int			passive = persons == passive_persons;

		if (!next_item(&forms, ' ', spellings, sizeof(spellings)))
		{
			fact(0, name, "", "has a table with too few places");
			return;
		}
		place(lemma, name, spellings,
			  ARA_VERB_SLOT(passive ? passive_aspects[i] : aspect, persons[i], passive));
	}
	if (next_item(&forms, ' ', spellings, sizeof(spellings)))
		fact(0, name, spellings, "is one place too many in its table");
}

#define PARADIGM(forms, aspect, persons) \
	if ((forms) != NULL) \
		paradigm(lemma, v->lemma, forms, aspect, persons, (int) (sizeof(persons) / sizeof(*persons)))

static void
verb(const VerbFacts *v)
{
	long		lemma = find_lemma(v->lemma);
	const char *list;
	char		item[128];

	if (lemma < 0)
	{
		fact(0, v->lemma, "", "is not in the lexicon");
		return;
	}
	PARADIGM(v->perfect, ARA_PERFECT, perfect_persons);
	PARADIGM(v->imperfect, ARA_IMPERFECT, imperfect_persons);
	PARADIGM(v->jussive, ARA_JUSSIVE, jussive_persons);
	PARADIGM(v->imperative, ARA_IMPERATIVE, imperative_persons);
	PARADIGM(v->passive, ARA_PERFECT, passive_persons);
	for (list = v->nominals ? v->nominals : ""; next_item(&list, ' ', item, sizeof(item));)
	{
		long		l = find_lemma(item);

		fact(l >= 0 && strcmp(lex->lemmas[l].root, lex->lemmas[lemma].root) == 0, v->lemma, item,
			 "is not derived");
	}
	for (list = v->right ? v->right : ""; next_item(&list, ' ', item, sizeof(item));)
		fact(generated(lemma, item), v->lemma, item, "is not generated");
	for (list = v->wrong ? v->wrong : ""; next_item(&list, ' ', item, sizeof(item));)
		fact(!generated(lemma, item), v->lemma, item, "is generated and wrong");
}

/* ---- nouns ---- */

static void
noun(const NounFacts *n)
{
	long		lemmas[8];
	int			nlemmas = 0;
	const char *list = n->lemmas;
	char		item[128];
	int			i;

	while (nlemmas < 8 && next_item(&list, ' ', item, sizeof(item)))
	{
		lemmas[nlemmas] = find_lemma(item);
		if (lemmas[nlemmas] < 0)
		{
			fact(0, item, "", "is not in the lexicon");
			return;
		}
		nlemmas++;
	}
	for (list = n->right; next_item(&list, ' ', item, sizeof(item));)
	{
		for (i = 0; i < nlemmas && !generated(lemmas[i], item); i++)
			;
		fact(i < nlemmas, n->lemmas, item, "is not generated");
	}
	for (list = n->wrong; next_item(&list, ' ', item, sizeof(item));)
		for (i = 0; i < nlemmas; i++)
			fact(!generated(lemmas[i], item), n->lemmas, item, "is generated and wrong");
}

int
main(void)
{
	size_t		i;

	lex = lexicon_read("src/data");
	order_forms();
	for (i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
		verb(&verbs[i]);
	for (i = 0; i < sizeof(nouns) / sizeof(*nouns); i++)
		noun(&nouns[i]);
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
