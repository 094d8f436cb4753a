/*
 * entity.h - names in running text: who, where, which organisation
 */
#ifndef ARA_ENTITY_H
#define ARA_ENTITY_H

#include "nametext.h"

typedef enum AraEntityKind
{
	ARA_E_PERSON, ARA_E_PLACE, ARA_E_ORGANISATION,
	ARA_E_USER					/* and up: kinds of the user's gazetteer */
} AraEntityKind;

extern const char *ara_entity_kind_name(int kind);

typedef struct AraEntity
{
	const char *start;			/* without the clitics */
	size_t		len;			/* bytes */
	int			kind;
	const char *canonical;		/* in the text or in a gazetteer */
	size_t		canonical_len;
	int			article;		/* canonical lacks the alef of the article, which li- took: put it in front */
	int			from_user;		/* found by the user's gazetteer */
	float		confidence;		/* 0 to 1 */
} AraEntity;

#define ARA_ENTITY_WINDOW 1024	/* tokens that are labelled at a time */
#define ARA_ENTITY_MEMORY 2048	/* words of names that are remembered, a power of two */

/* A word of a name that the document had. */
typedef struct AraKnownWord
{
	uint32_t	word;			/* hash; 0: free */
	uint16_t	count[4];		/* names that it stood in, by the bits of ARA_DOC_* */
	uint16_t	rank;			/* of the person's name that it is known by, 0 none */
	const char *name;
	uint32_t	name_len;
	uint32_t	entry;			/* in the gazetteer, 0 none */
} AraKnownWord;

/*
 * Reads the names one after another.  Large: some 450 kB, which must be zero
 * before the first use, and serve for any number of texts.
 */
typedef struct AraEntities
{
	/* all of it belongs to entity.c */
	AraNameText text;
	AraGazetteer builtin;
	const AraGazetteer *user;
	int			nknown;
	int			n;				/* tokens of the window */
	int			i;				/* the next to be looked at */
	AraKnownWord known[ARA_ENTITY_MEMORY];
	AraNameToken t[ARA_ENTITY_WINDOW];
} AraEntities;

/* The end of the labelled name that begins at token i. */
extern int	ara_name_end(const AraNameToken *t, int n, int i);

/* Corrects the bounds of labelled names by those of names that the gazetteer knows (entity_known.c). */
extern void ara_settle_known(const AraGazetteer *g, AraNameToken *t, int n);

/* A person of the gazetteer whose name sounds like this one (its number); 0: none, or several. */
extern uint32_t ara_sounds_like(const AraGazetteer *g, const char *s, size_t len);

/* user may be NULL; it must live as long as r. */
extern void ara_entities_init(AraEntities *r, const char *text, size_t len, const AraGazetteer *user);

/* Sets *entity to the next name and returns 1; returns 0 at the end.  Linear over a text. */
extern int	ara_next_entity(AraEntities *r, AraEntity *entity);

#endif
