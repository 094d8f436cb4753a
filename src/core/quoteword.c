/*
 * quoteword.c - what a word says about quotations
 *
 *     folded word --> table --> less proclitics --> table --> lexicon: verbs by their lemma,
 *     participles by the verb that they belong to, nouns by their lemma in the table
 */
#include <string.h>

#include "analyze.h"
#include "blob.h"
#include "chartab.h"
#include "gazetteer.h"
#include "hash.h"
#include "quoteitem.h"
#include "utf8.h"

/* Longer words are names. */
#define MAX_WORD 96

/* A reading counts if it is at most 16 times less likely than the best one. */
#define NEAR 16

/* A score below this is that of a word which news hardly has: more likely somebody's name. */
#define RARE 16

#define MAX_READINGS 6

/* What a noun is in all its forms. */
#define NOUN_ROLES (ARA_QR_TITLE | ARA_QR_BODY | ARA_QR_DOC | ARA_QR_NAMING | ARA_QR_OCCASION | \
					ARA_QR_SAYING | ARA_QR_LIMIT | ARA_QR_MEDIA)

const char *const ara_quote_role_names[ARA_QR_COUNT] = {
	"say", "act", "term", "weak", "within", "source", "saying", "that", "doc", "title", "body",
	"naming", "occasion", "time", "adverb", "prep", "relative", "was", "glued", "name", "as",
	"stop", "limit", "general", "of", "place", "media",
	"part", "relay", "relayed", "topic"
};

/* Words with one of these need no look at the lexicon. */
#define CLOSED_CLASS (ARA_QR_THAT | ARA_QR_PREP | ARA_QR_RELATIVE | ARA_QR_WAS | ARA_QR_STOP | \
					  ARA_QR_SOURCE | ARA_QR_ADVERB | ARA_QR_TIME | ARA_QR_AS | \
					  ARA_QR_GENERAL | ARA_QR_OF)

uint32_t
ara_quote_roles(const char *word, size_t len)
{
	size_t		size;
	const unsigned char *table = ara_blob_section(ARA_S_QUOTES, &size);
	uint32_t	mask;
	uint32_t	i;

	if (len == 0 || len > ARA_MAX_QUOTE_WORD)
		return 0;
	mask = ara_u32(table);
	for (i = ara_hash(word, len) & mask;; i = (i + 1) & mask)
	{
		const unsigned char *e = table + 4 * (size_t) ara_u16(table + 4 + 2 * (size_t) i);

		if (e == table)
			return 0;
		if (e[4] == len && memcmp(e + 5, word, len) == 0)
			return ara_u32(e);
	}
}

static int
begins(const char *s, const char *end, const char *with)
{
	size_t		len = strlen(with);

	return (size_t) (end - s) > len && memcmp(s, with, len) == 0;
}

/* Roles of a folded word, whole or without proclitics, which *gram gets. */
static uint32_t
surface_roles(char *p, const char *end, uint32_t *gram)
{
	uint32_t	roles = ara_quote_roles(p, (size_t) (end - p));
	uint32_t	cut = 0;

	if (roles == 0 && (begins(p, end, "\xd9\x88") || begins(p, end, "\xd9\x81")))
	{
		p += 2;
		cut = ARA_QG_AND;
		roles = ara_quote_roles(p, (size_t) (end - p));
	}
	if (roles == 0 && (begins(p, end, "\xd8\xa8") || begins(p, end, "\xd9\x84") ||
					   begins(p, end, "\xd9\x83")))
	{
		cut |= ARA_QG_PREP | (begins(p, end, "\xd9\x84") ? ARA_QG_LAM : 0);
		p += 2;
		roles = ara_quote_roles(p, (size_t) (end - p));
	}
	if (roles)
		*gram |= cut;
	return roles;
}

/* Roles in the table of a lemma's folded spelling. */
static uint32_t
lemma_roles(uint32_t lemma)
{
	char		fold[ARA_MAX_QUOTE_WORD * 2 * ARA_NORM_GROWTH + 64];
	size_t		len;
	const char *s = ara_lemma_vocalized(lemma, &len);

	if (len > ARA_MAX_QUOTE_WORD * 2)
		return 0;
	return ara_quote_roles(fold, ara_normalize(s, len, fold, ARA_NORM_FOLD));
}

static uint32_t
verb_roles(uint32_t lemma)
{
	size_t		len;
	const char *s = ara_lemma_vocalized(lemma, &len);

	return ara_quote_roles(s, len) & ARA_QR_VERBS;
}

/*
 * Is a lemma an active participle?  Of the first stem, its second letter is
 * the long a; of the others, it begins with mu and has an i.
 */
static int
is_active_participle(uint32_t lemma)
{
	size_t		len;
	const char *s = ara_lemma_vocalized(lemma, &len);
	size_t		i;
	int			kasra = 0;

	for (i = 0; i + 1 < len; i++)
		kasra |= s[i] == '\xd9' && s[i + 1] == '\x90';
	if (len < 8)
		return 0;
	if (memcmp(s, "\xd9\x85\xd9\x8f", 4) == 0)
		return kasra;
	return kasra && memcmp(s + 2, "\xd9\x8e\xd8\xa7", 4) == 0;
}

/* Reads a verb; returns its bits of grammar. */
static uint32_t
verb_grammar(const AraAnalysis *a)
{
	int			aspect = (a->slot >> 4) & 3;
	int			person = a->slot & 15;
	uint32_t	gram = ARA_QG_VERB;

	if (person > ARA_3FP || aspect == ARA_IMPERATIVE)
		return 0;
	if (aspect != ARA_PERFECT)
		gram |= ARA_QG_IMPERFECT;
	if (person == ARA_3FS || person == ARA_3FD || person == ARA_3FP)
		gram |= ARA_QG_FEMININE;
	if (person == ARA_3MP || person == ARA_3FP || person == ARA_3MD || person == ARA_3FD)
		gram |= ARA_QG_PLURAL;
	if (a->after)
		gram |= ARA_QG_PRONOUN;
	return gram;
}

/* Reads a noun, adjective, name or participle. */
static uint32_t
nominal_grammar(const AraAnalysis *a, uint32_t *roles)
{
	AraPos		pos = ara_lemma_pos(a->lemma);
	long		family = ara_lemma_family(a->lemma);
	uint32_t	gram = pos == ARA_NAME ? ARA_QG_NAME : pos == ARA_ADJECTIVE ? ARA_QG_ADJECTIVE :
		pos == ARA_FUNCTION ? ARA_QG_FUNCTION : ARA_QG_NOUN;

	*roles |= lemma_roles(a->lemma) & NOUN_ROLES;
	if (a->article)
		gram |= ARA_QG_ARTICLE;
	if (a->after)
		gram |= ARA_QG_PRONOUN;
	if (a->slot == ARA_TANWIN)
		gram |= ARA_QG_TANWIN;
	if (a->slot >= ARA_FEMININE && a->slot <= ARA_FEMININE_PLURAL)
		gram |= ARA_QG_FEMININE;
	if (family >= 0 && pos != ARA_VERB && pos != ARA_NAME)
	{
		int			active = is_active_participle(a->lemma);
		uint32_t	verb = verb_roles((uint32_t) family);

		if (active)
			gram |= ARA_QG_ACTIVE;
		else if (pos == ARA_NOUN)
			gram |= ARA_QG_MASDAR;
		if (active && verb && !a->article && !a->after &&
			(a->slot == ARA_TANWIN || a->slot == ARA_FEMININE || a->slot == ARA_DUAL ||
			 a->slot == ARA_SOUND_MASCULINE || a->slot == ARA_FEMININE_DUAL))
		{
			gram |= ARA_QG_PARTICIPLE;
			*roles |= verb;
		}
	}
	return gram;
}

/* The proclitics of a reading, from the letters that it takes for them. */
static uint32_t
proclitics(const AraAnalysis *a, const char *fold)
{
	size_t		n = 2 * (size_t) (a->before - (a->article ? 2 : 0));
	uint32_t	gram = 0;
	size_t		i;

	if (a->before < 2 && a->article)
		return 0;
	for (i = 0; i + 1 < 2 * (size_t) a->before && (i < n || i == 0); i += 2)
	{
		if (memcmp(fold + i, "\xd9\x88", 2) == 0 || memcmp(fold + i, "\xd9\x81", 2) == 0)
			gram |= ARA_QG_AND;
		else if (memcmp(fold + i, "\xd8\xa8", 2) == 0 || memcmp(fold + i, "\xd9\x83", 2) == 0)
			gram |= ARA_QG_PREP;
		else if (memcmp(fold + i, "\xd9\x84", 2) == 0)
			gram |= ARA_QG_PREP | ARA_QG_LAM;
	}
	return gram;
}

/* What the gazetteer knows of a word: a first or family name, an everyday word or not; a place. */
static uint32_t
personal_name(const char *fold, size_t len, uint32_t *roles)
{
	AraGazetteer g;
	uint32_t	what;
	uint32_t	person = 0;

	ara_gazetteer_builtin(&g);
	what = ara_gazetteer_find(&g, ara_gazetteer_hash(0, ara_hash(fold, len)));
	if ((what & ARA_G_PERSON) && !(what & ARA_G_EVERYDAY))
		person = ARA_QG_KNOWN_PERSON;
	if (!(what & (ARA_G_GIVEN | ARA_G_FAMILY)))
	{
		if ((what & ARA_G_PLACE) && !(what & ARA_G_EVERYDAY))
			*roles |= ARA_QR_PLACE;
		return person;
	}
	return person | (what & ARA_G_EVERYDAY ? ARA_QG_PERSONAL : ARA_QG_PERSONAL | ARA_QG_NAME);
}

/* Roles and grammar by the lexicon: the best reading says what it is, any near one that it speaks. */
static void
analyze(AraQuoteItem *it, const char *fold, size_t len)
{
	AraAnalysis a[MAX_READINGS];
	char		spelled[MAX_WORD * ARA_NORM_GROWTH + 64];
	size_t		spelled_len = ara_normalize(it->s, (size_t) (it->e - it->s), spelled,
											ARA_NORM_SPELLING);
	int			n = ara_analyze(fold, len, spelled, spelled_len, a, MAX_READINGS);
	int			i;

	if (n == 0 || (a[0].score < RARE && a[0].before == 0 && a[0].slot != ARA_TANWIN))
		it->gram |= ARA_QG_NAME;
	it->gram |= personal_name(fold, len, &it->roles);
	for (i = 0; i < n && a[i].score >= a[0].score - NEAR; i++)
	{
		uint32_t	roles = it->roles;
		uint32_t	gram;

		/* the readings of a function word are no others' */
		if (i > 0 && (it->gram & ARA_QG_FUNCTION))
			break;
		if (ara_lemma_pos(a[i].lemma) == ARA_VERB)
		{
			int			passive = a[i].slot >= 64;

			if (passive && i > 0)
				continue;
			gram = verb_grammar(&a[i]);
			if (gram)
			{
				/* of a passive, nobody is the speaker */
				if (!passive)
					roles |= verb_roles(a[i].lemma);
				it->gram |= ARA_QG_MAYBE_VERB;
			}
			if (i == 0 && gram)
				gram |= ARA_QG_SURELY_VERB;
		}
		else
			gram = nominal_grammar(&a[i], &roles);
		if (i > 0 && (roles & ~it->roles) == 0)
			continue;
		if (i == 0 || (roles & ~it->roles & ARA_QR_VERBS))
			gram |= proclitics(&a[i], fold);
		/* a speech verb's own agreement counts */
		if (i > 0 && (gram & ARA_QG_VERB))
			it->gram &= ~(uint32_t) ARA_QG_FEMININE;
		it->gram |= gram;
		it->roles = roles;
	}
	if ((it->gram & ARA_QG_SURELY_VERB) && (it->gram & (ARA_QG_NOUN | ARA_QG_ADJECTIVE)) &&
		!(it->roles & ARA_QR_VERBS))
		it->gram &= ~(uint32_t) ARA_QG_SURELY_VERB;
}

/* Takes a word off that a page has put in front of the sentence without a blank. */
static void
unglue(AraQuoteItem *it, const char *fold, size_t len)
{
	size_t		cut;

	if (it->e - it->s != (long) len)
		return;
	for (cut = 8; cut + 4 < len && cut < ARA_MAX_QUOTE_WORD; cut += 2)
		if (ara_quote_roles(fold, cut) & ARA_QR_GLUED)
		{
			AraQuoteItem rest = *it;

			rest.s += cut;
			rest.gram = rest.roles = 0;
			ara_quote_classify(&rest);
			if (rest.roles & ARA_QR_VERBS)
				*it = rest;
			return;
		}
}

void
ara_quote_classify(AraQuoteItem *it)
{
	char		fold[MAX_WORD * ARA_NORM_GROWTH + 64];
	size_t		len = (size_t) (it->e - it->s);

	if (it->gram & ARA_QG_KNOWN)
		return;
	it->gram = ARA_QG_KNOWN;
	if (it->kind != ARA_QI_WORD)
		return;
	if (len > MAX_WORD)
	{
		it->gram |= ARA_QG_NAME;
		return;
	}
	len = ara_normalize(it->s, len, fold, ARA_NORM_FOLD);
	it->roles = surface_roles(fold, fold + len, &it->gram);
	if (it->roles & CLOSED_CLASS)
		it->gram |= ARA_QG_FUNCTION | (it->roles & ARA_QR_PREP ? personal_name(fold, len, &it->roles) : 0);
	else
		analyze(it, fold, len);
	if ((it->gram & ARA_QG_NAME) && it->roles == 0)
		unglue(it, fold, len);
}
