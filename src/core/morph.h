/*
 * morph.h - what an inflected form is, shared by the inflector, the analyzer and SQL
 *
 * A slot says which form of its lemma a word is:
 *
 *     verbs      0 to 127    passive * 64 + aspect * 16 + person
 *     nominals   128 and up  AraNominal
 */
#ifndef ARA_MORPH_H
#define ARA_MORPH_H

typedef enum AraAspect
{
	ARA_PERFECT, ARA_IMPERFECT, ARA_JUSSIVE, ARA_IMPERATIVE
} AraAspect;

typedef enum AraPerson
{
	ARA_3MS, ARA_3FS, ARA_3MD, ARA_3FD, ARA_3MP, ARA_3FP, ARA_2MS, ARA_2FS, ARA_2D, ARA_2MP, ARA_2FP, ARA_1S, ARA_1P
} AraPerson;

#define ARA_VERB_SLOT(aspect, person, passive) ((passive) * 64 + (aspect) * 16 + (person))
#define ARA_NOMINAL 128

typedef enum AraNominal
{
	ARA_SINGULAR = ARA_NOMINAL, ARA_TANWIN, ARA_DUAL, ARA_DUAL_CONSTRUCT, ARA_SOUND_MASCULINE,
	ARA_SOUND_MASCULINE_CONSTRUCT, ARA_SOUND_FEMININE, ARA_BROKEN, ARA_FEMININE, ARA_FEMININE_DUAL,
	ARA_FEMININE_DUAL_CONSTRUCT, ARA_FEMININE_PLURAL, ARA_SHORTENED, ARA_OTHER_FORM, ARA_FUNCTION_WORD, ARA_SLOTS
} AraNominal;

/* What may stand around a form. */
#define ARA_ALONE 1				/* nothing need follow */
#define ARA_TAKES_POSSESSIVE 2	/* a pronoun of a noun or preposition may follow */
#define ARA_TAKES_OBJECT 4		/* a pronoun of a verb may follow */
#define ARA_TAKES_ARTICLE 8
#define ARA_TAKES_PREPOSITION 16	/* U+0628 U+0643 U+0644 before a noun */
#define ARA_TAKES_LI 32			/* U+0644 before a verb */
#define ARA_TAKES_SA 64			/* U+0633 of the future */
#define ARA_NEEDS_ARTICLE 128	/* a name that always has it */

typedef enum AraPos
{
	ARA_NOUN, ARA_ADJECTIVE, ARA_VERB, ARA_NUMERAL, ARA_NAME, ARA_FUNCTION
} AraPos;

extern const char *ara_pos_name(AraPos pos);

/* The name of a slot; *person gets that of a verb's person, else "". */
extern const char *ara_form_name(int slot, const char **person);

#endif
