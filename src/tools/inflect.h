/*
 * inflect.h - every form of a lemma
 */
#ifndef INFLECT_H
#define INFLECT_H

#include "data.h"
#include "phon.h"

/* Receives each form: its bare written spelling, its slot and what may stand around it (core/morph.h). */
typedef struct FormSink
{
	void		(*form) (struct FormSink *sink, const char *written, int slot, unsigned around);
} FormSink;

/* One row of paradigm-verb.tsv that fits a verb, its radicals and vowels filled in; empty string: none. */
typedef struct VerbStems
{
	char		perfect_v[PHON_MAX],
				perfect_c[PHON_MAX],
				passive_perfect_v[PHON_MAX],
				passive_perfect_c[PHON_MAX],
				imperfect_v[PHON_MAX],
				imperfect_c[PHON_MAX],
				passive_imperfect_v[PHON_MAX],
				passive_imperfect_c[PHON_MAX];
	char		prefix_vowel;
	int			causative;		/* form 2 or 4: may have two objects */
	char		imperative[PHON_MAX];	/* "=": from the imperfect; "'a=": the same behind 'a */
	char		masdar[PHON_MAX],
				active_participle[PHON_MAX],
				passive_participle[PHON_MAX];
} VerbStems;

#define MAX_STEMS 8

extern void verb_paradigms(const char *dir);	/* reads paradigm-verb.tsv */

/*
 * Finds the paradigms of a verb from its lemma, root (both in sounds), form
 * ("1" to "10", "q1" ...) and imperfect vowel (0 for other forms than 1).
 * Returns how many fit (at most MAX_STEMS); 0: lemma, root and form contradict one another.
 */
extern int	verb_stems(const char *lemma, const char *root, const char *form, char vowel, VerbStems *stems);

typedef enum VerbPassive
{
	PASSIVE_NONE,
	PASSIVE_IMPERSONAL,			/* third person masculine singular: ukhtulifa fiihi */
	PASSIVE_PERSONAL
} VerbPassive;

/* All finite forms of a verb. */
extern void verb_forms(const VerbStems *stems, VerbPassive passive, FormSink *sink);

/* Forms of a nominal stem in sounds. */
#define NOM_TANWIN 1			/* takes the alef of the accusative */
#define NOM_DUAL 2
#define NOM_SOUND_MASCULINE 4
#define NOM_SOUND_FEMININE 8
#define NOM_FEMININE 16			/* makes its feminine with ta marbuta */
#define NOM_PLURAL 32			/* the stem itself is a broken plural */
#define NOM_FIVE 64				/* one of the five nouns */
#define NOM_LOAN 128			/* final iy and uw are no endings of a root: taaksii, raadyuu */

extern void noun_forms(const char *stem, unsigned how, FormSink *sink);

#endif
