/*
 * lexicon.h - the lexicon in memory, while the compiler reads and inflects it
 */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdint.h>

#include "../core/morph.h"
#include "inflect.h"

/* A lemma: one vocalized spelling.  Entries of several classes that share it are one lemma. */
typedef struct Lemma
{
	char	   *sounds;			/* phon.h */
	char	   *vocalized;
	char	   *folded;
	char	   *root;			/* UTF-8; empty: none */
	AraPos		pos;
	int			stop;
	int			proper;			/* a person, place, people or organisation has this name */
	int			derived;		/* less likely than its count: a participle that only its verb gives, or a
								 * noun that is also the feminine of an adjective */
	long		family;			/* the verb that it is masdar or participle of, or that it is; -1: none */
	double		count;			/* expected occurrences, from counts.tsv */
} Lemma;

/* An inflected form. */
typedef struct Form
{
	char	   *folded;
	uint16_t	signature;
	uint8_t		slot;
	uint8_t		around;
	uint32_t	lemma;
} Form;

typedef struct Lexicon
{
	Lemma	   *lemmas;
	size_t		nlemmas;
	Form	   *forms;
	size_t		nforms;
} Lexicon;

/* Reads src/data/lexicon and inflects it; errors go to tsv_complain. */
extern const Lexicon *lexicon_read(const char *dir);

/* The same, read once. */
extern const Lexicon *data_lexicon_of(const char *dir);

#endif
