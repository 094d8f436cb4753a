/*
 * quotephrase.c - name phrases: where the words for a speaker end
 *
 *     [titles] [body | place] [name ...]     the minister of health, Ahmad Hasan | , said
 *     title PREPOSITION place                a source in the ministry | that
 *     document                               a joint statement of both countries | :
 *
 * A name that is an everyday word as well is told by what stands beside it.
 */
#include <string.h>

#include "quotewho.h"
#include "utf8.h"

/* A quotation of more bytes is no name inside a speaker. */
#define MAX_QUOTED_NAME 60

/* Nouns that somebody speaks by. */
#define SPEAKS (ARA_QR_TITLE | ARA_QR_BODY | ARA_QR_DOC)

/* What a name phrase is made of so far. */
typedef struct Phrase
{
	int			named;			/* names in it */
	int			guessed;		/* words in it that are taken for names */
	int			behind_name;	/* other words behind a name */
	int			definite;		/* the last word has the article */
	int			indefinite;		/* no word has it */
	uint32_t	head;			/* roles of the first word */
	uint32_t	any;			/* roles of all */
} Phrase;

/* May the word behind a preposition go on with a phrase like 'a source in the ministry'? */
static int
place_follows(AraQuotes *r, int i)
{
	const AraQuoteItem *it = item(r, i);

	if (it->kind != ARA_QI_WORD || (it->roles & (ARA_QR_OCCASION | ARA_QR_TIME)) ||
		(it->gram & (ARA_QG_FUNCTION | ARA_QG_PRONOUN)) ||
		/* an act, unless the adjective makes it a body: the coordination framework */
		((it->gram & ARA_QG_MASDAR) && !((it->gram & ARA_QG_ARTICLE) && (gram(r, i + 1) & ARA_QG_ARTICLE))))
		return 0;
	return (it->roles & (ARA_QR_BODY | ARA_QR_TITLE)) ||
		(it->gram & (ARA_QG_ARTICLE | ARA_QG_NAME));
}

/* Nothing that a phrase goes on with follows item number i. */
static int
ends_phrase(AraQuotes *r, int i)
{
	const AraQuoteItem *next = item(r, i + 1);

	return next->kind != ARA_QI_WORD || (next->roles & (ARA_QR_BOUNDS | ARA_QR_PREP)) ||
		(next->gram & (ARA_QG_FUNCTION | ARA_QG_AND | ARA_QG_PREP | ARA_QG_TANWIN));
}

static int
is_name(const AraQuoteItem *it)
{
	if ((it->gram & ARA_QG_NAME) && (it->roles & ARA_QR_NAMING) && (it->roles & ARA_QR_SAYING))
		return 0;
	return (it->gram & ARA_QG_NAME) || (it->roles & (ARA_QR_NAME | ARA_QR_PLACE | ARA_QR_PART));
}

/* An indefinite word without clitics, that could be somebody's name. */
static int
may_be_name(const AraQuoteItem *it)
{
	return it->kind == ARA_QI_WORD && !(it->roles & ~(uint32_t) (ARA_QR_VERBS | ARA_QR_NAME)) &&
		!(it->gram & (ARA_QG_ARTICLE | ARA_QG_AND | ARA_QG_PREP | ARA_QG_PRONOUN | ARA_QG_TANWIN |
					  ARA_QG_FUNCTION | ARA_QG_FEMININE | ARA_QG_PLURAL)) &&
		(!(it->gram & ARA_QG_SURELY_VERB) || !(it->gram & ARA_QG_IMPERFECT));
}

/* What a man did rather than what he is called: family names with the article are masculine. */
static int
ends_in_ta_marbuta(const AraQuoteItem *it)
{
	return it->e - it->s > 2 && memcmp(it->e - 2, "\xd8\xa9", 2) == 0;
}

/*
 * A known first or family name without clitics, whatever else the word means.
 * Ali, which folds to a preposition, only as it is written with dots.
 */
static int
is_personal(AraQuotes *r, int i)
{
	const AraQuoteItem *it = item(r, i);

	if (!(it->gram & ARA_QG_PERSONAL) || (it->gram & (ARA_QG_PREP | ARA_QG_TANWIN)))
		return 0;
	if (it->roles & ARA_QR_PREP)
		return it->e - it->s == 6 && memcmp(it->e - 2, "\xd9\x8a", 2) == 0;
	return !(it->roles & (ARA_QR_BOUNDS | ARA_QR_BODY | ARA_QR_DOC));
}

/* Does word number i go on with a phrase that has a name? */
static int
follows_name(AraQuotes *r, int i, Phrase *p)
{
	const AraQuoteItem *it = item(r, i);

	/* son of */
	if ((roles(r, i - 1) & ARA_QR_PART) && !(it->gram & ARA_QG_FUNCTION))
		return 1;
	if (p->behind_name > 0)
		return 0;
	/* the president called somebody else that */
	if ((it->gram & ARA_QG_KNOWN_PERSON) && (gram(r, i - 1) & ARA_QG_KNOWN_PERSON))
		return 0;
	if (is_name(it))
		return !(it->roles & ARA_QR_PLACE) && !(p->head & ARA_QR_BODY);
	/* behind a name, or a word taken for one, another that is a word as well */
	if (is_personal(r, i) && (is_personal(r, i - 1) || is_name(item(r, i - 1))))
		return !(it->roles & ARA_QR_TITLE) || (it->gram & ARA_QG_ARTICLE) || ends_phrase(r, i) || is_personal(r, i + 1);
	/* a family name that is no known one */
	if (!is_name(item(r, i - 1)) && !p->guessed)
		return 0;
	if ((it->gram & ARA_QG_ARTICLE) ?
		(it->roles & SPEAKS) || (it->gram & ARA_QG_MASDAR) || ends_in_ta_marbuta(it) :
		!may_be_name(it) || (ends_in_ta_marbuta(it) && !is_personal(r, i - 1)) || !(ends_phrase(r, i) || is_name(item(r, i + 1))))
		return 0;
	p->behind_name++;
	return 1;
}

/* Behind a definite title: is it a name that is a word as well, not what the verb is about? */
static int
guess_name(AraQuotes *r, int i, Phrase *p)
{
	const AraQuoteItem *it = item(r, i);
	const AraQuoteItem *next = item(r, i + 1);

	if (p->named)
		return 0;
	if (is_personal(r, i) && !(it->gram & ARA_QG_ARTICLE) &&
		((p->any & ARA_QR_TITLE) || !(p->head & ARA_QR_BODY)) &&
		(is_personal(r, i + 1) || is_name(next) ||
		 ((p->any & ARA_QR_TITLE) && (ends_phrase(r, i) || (may_be_name(next) && ends_phrase(r, i + 1))))))
	{
		p->guessed = 1;
		return 1;
	}
	if (!(p->any & ARA_QR_TITLE) || !may_be_name(it))
		return 0;
	if ((it->gram & ARA_QG_ADJECTIVE) || is_name(next) ||
		(!(it->gram & ARA_QG_MASDAR) && (next->gram & ARA_QG_ARTICLE)) ||
		(it->gram & ARA_QG_NAME))
	{
		p->guessed = 1;
		return 1;
	}
	return 0;
}

/* Does a noun or adjective go on with a phrase without a name? */
static int
follows_noun(AraQuotes *r, int i, Phrase *p)
{
	const AraQuoteItem *it = item(r, i);

	if (!p->definite || ((it->roles & ARA_QR_TITLE) && (it->gram & ARA_QG_ARTICLE)))
		return 1;
	/* 'the president' and an indefinite noun, 'the ministry' and another one: what the verb is about */
	if (!(it->gram & ARA_QG_ARTICLE))
		return guess_name(r, i, p);
	return (it->gram & (ARA_QG_ADJECTIVE | ARA_QG_ACTIVE)) || (it->roles & ARA_QR_BODY) ||
		!(gram(r, i - 1) & ARA_QG_ARTICLE);
}

/* The second half of what an office or a body is for: of health and population, of foreign and emigrants' affairs. */
static int
second_field(AraQuotes *r, int i, const Phrase *p)
{
	const AraQuoteItem *it = item(r, i);

	if (!(p->any & (ARA_QR_TITLE | ARA_QR_BODY)) || p->named || p->guessed ||
		!(it->gram & ARA_QG_NOUN) || (it->gram & (ARA_QG_PRONOUN | ARA_QG_TANWIN)))
		return 0;
	/* of one word, it is who speaks that the second one would stand beside */
	if (!p->definite)
		return (p->head & ARA_QR_BODY) && (it->gram & ARA_QG_MASDAR) && (gram(r, i + 1) & ARA_QG_ARTICLE);
	if ((gram(r, i - 2) & ARA_QG_ARTICLE) && !((it->gram & ARA_QG_ARTICLE) && (p->any & ARA_QR_TITLE)))
		return 0;
	if (it->gram & ARA_QG_ARTICLE)
		return !(it->roles & ARA_QR_OCCASION);
	return !(it->gram & ARA_QG_SURELY_VERB) && !(it->roles & ARA_QR_VERBS) &&
		(gram(r, i + 1) & ARA_QG_ARTICLE);
}

/* Does word number i, written with a preposition, go on with the phrase? */
static int
follows_with_prep(AraQuotes *r, int i, const Phrase *p)
{
	const AraQuoteItem *it = item(r, i);

	if (p->named || p->guessed || (it->roles & (ARA_QR_OCCASION | ARA_QR_TIME | ARA_QR_SAYING)))
		return 0;
	if (p->head & ARA_QR_DOC)
		return (it->gram & ARA_QG_LAM) != 0;
	if (!(p->any & (ARA_QR_TITLE | ARA_QR_BODY)))
		return 0;
	/* the commissioner of the agency, by the name behind it */
	if ((it->gram & ARA_QG_LAM) && (it->gram & ARA_QG_ARTICLE) && (it->roles & ARA_QR_MEDIA) && (p->any & ARA_QR_TITLE) &&
		(gram(r, i + 1) & ARA_QG_NAME))
		return 1;
	/* not to whom it is said */
	if (it->gram & ARA_QG_LAM)
		return ((it->gram & ARA_QG_ARTICLE) ||
				((it->roles & ARA_QR_BODY) && (p->any & ARA_QR_TITLE))) &&
			!(it->roles & (ARA_QR_TITLE | ARA_QR_MEDIA | ARA_QR_NAME));
	return (p->any & ARA_QR_TITLE) && p->definite;
}

/* A name inside quotation marks. */
int
ara_quote_is_quoted_name(AraQuotes *r, int i)
{
	return kind(r, i) == ARA_QI_QUOTE && item(r, i)->e - item(r, i)->s <= MAX_QUOTED_NAME;
}

/* The researcher in THE CENTRE "..." AHMAD: a body, and the name that the title is of. */
static int
body_and_name(AraQuotes *r, int i)
{
	int			n;

	int			body = ara_quote_is_quoted_name(r, i) || (roles(r, i) & ARA_QR_BODY);

	if (roles(r, i) & (ARA_QR_OCCASION | ARA_QR_TIME))
		return 0;
	for (n = 1; n < 5 && (kind(r, i + n) == ARA_QI_WORD || kind(r, i + n) == ARA_QI_QUOTE); n++)
	{
		if (is_personal(r, i + n) || ((gram(r, i + n) & ARA_QG_NAME) && !(roles(r, i + n) & ARA_QR_PLACE)))
			return !(gram(r, i + n) & (ARA_QG_AND | ARA_QG_PREP)) &&
				(body || (is_personal(r, i + n) && (gram(r, i + n) & ARA_QG_NAME)));
		if (roles(r, i + n) & (ARA_QR_BOUNDS | ARA_QR_PREP))
			return 0;
	}
	return 0;
}

/* Does word number i go on with the phrase?  Its first word is at first. */
static int
goes_on(AraQuotes *r, int first, int i, Phrase *p)
{
	const AraQuoteItem *it = item(r, i);

	/* Ali, which folds to a preposition, beside 'son of' */
	if ((i > first && (roles(r, i - 1) & ARA_QR_PART)) || (i == first && (roles(r, i + 1) & ARA_QR_PART)))
		return 1;
	if ((it->roles & ARA_QR_PREP) && is_personal(r, i) &&
		(is_personal(r, i + 1) || is_name(item(r, i + 1)) ||
		 (may_be_name(item(r, i + 1)) && ends_phrase(r, i + 1)) ||
		 ((gram(r, i + 1) & ARA_QG_ARTICLE) && (gram(r, i + 1) & ARA_QG_ADJECTIVE) &&
		  !ends_in_ta_marbuta(item(r, i + 1)))))
	{
		if (i > first && !p->definite && !p->named && !p->guessed && kind(r, i - 1) != ARA_QI_QUOTE)
			return 0;
		p->guessed = 1;
		return 1;
	}
	if (it->roles & ARA_QR_PREP)
		return i > first && !p->named && (p->any & ARA_QR_TITLE) && !(it->gram & ARA_QG_PREP) &&
			(p->indefinite ? place_follows(r, i + 1) : body_and_name(r, i + 1));
	if (it->roles & ARA_QR_BOUNDS)
		return 0;
	/* a first name that is a word as well, by the name behind it */
	if (i == first && it->roles == 0 && is_personal(r, i) && !(it->gram & ARA_QG_AND) &&
		(is_personal(r, i + 1) || is_name(item(r, i + 1))))
	{
		p->guessed = 1;
		return 1;
	}
	if (it->roles & ARA_QR_GENERAL)
		return (roles(r, i - 1) & (ARA_QR_TITLE | ARA_QR_BODY)) && !(roles(r, i + 1) & ARA_QR_TIME);
	if (it->roles & ARA_QR_OF)
		return i > first && (p->any & ARA_QR_TITLE);
	if (is_name(it) && !(it->gram & (ARA_QG_AND | ARA_QG_PREP)))
	{
		if (i == first)
			return 1;
		/* a rare word and 'its' */
		if ((it->gram & ARA_QG_PRONOUN) && (it->gram & ARA_QG_NOUN) && !is_personal(r, i))
			return 0;
		/* its object: a body complains of a country */
		if ((it->roles & ARA_QR_PLACE) && p->definite && !(gram(r, i + 1) & ARA_QG_NAME))
			return 0;
		return !p->named || follows_name(r, i, p);
	}
	/* a foreign name that looks like a function word with a letter before it */
	if (i == first && it->roles == 0 && (it->gram & ARA_QG_FUNCTION) && (it->gram & ARA_QG_PREP))
		return (item(r, i + 1)->gram & ARA_QG_NAME) != 0;
	/* a woman's name that is a function word as well */
	if ((it->gram & ARA_QG_FUNCTION) && it->roles == 0 && is_personal(r, i) &&
		(is_personal(r, i + 1) || is_name(item(r, i + 1))))
		return guess_name(r, i, p);
	if (it->gram & (ARA_QG_FUNCTION | ARA_QG_PARTICIPLE | ARA_QG_TANWIN))
		return 0;
	if (it->gram & ARA_QG_PREP)
	{
		/* a family name with the letter of a preposition */
		if (i > first && p->named && is_name(item(r, i - 1)) && kind(r, i + 1) != ARA_QI_WORD)
			return (it->gram & ARA_QG_LAM) && it->roles == 0 &&
				!(it->gram & (ARA_QG_ARTICLE | ARA_QG_NAME));
		return i > first && follows_with_prep(r, i, p);
	}
	if (it->gram & ARA_QG_AND)
		return i > first && (is_name(it) || (it->roles & SPEAKS) || second_field(r, i, p));
	if (i == first && (it->gram & ARA_QG_SURELY_VERB))
		return may_be_name(it) && is_name(item(r, i + 1));
	if (p->named || p->guessed)
		return follows_name(r, i, p);
	if (it->gram & ARA_QG_SURELY_VERB)
		return p->definite && guess_name(r, i, p);
	if (!(it->gram & (ARA_QG_NOUN | ARA_QG_ADJECTIVE)))
		return 0;
	return i == first || follows_noun(r, i, p);
}

/* A comma between a title and its name? */
static int
name_follows_comma(AraQuotes *r, int i, const Phrase *p)
{
	const AraQuoteItem *it = item(r, i + 1);

	return kind(r, i) == ARA_QI_COMMA && !p->named && (p->any & ARA_QR_TITLE) &&
		it->kind == ARA_QI_WORD && (it->gram & ARA_QG_NAME) && !(it->gram & ARA_QG_AND) &&
		!(it->roles & ~(uint32_t) ARA_QR_NAME);
}

int
ara_quote_phrase(AraQuotes *r, int first, int limit, AraWho *w)
{
	Phrase		p = {0};
	int			i;

	p.indefinite = 1;
	memset(w, 0, sizeof(*w));
	for (i = first; i < limit && i < first + ARA_QUOTE_PHRASE; i++)
	{
		const AraQuoteItem *it = item(r, i);

		if (i > first && name_follows_comma(r, i, &p))
			continue;
		if (ara_quote_is_quoted_name(r, i) && (i == first || !p.named))
		{
			/* the coach of "the reds" has a name of his own */
			p.named += i == first || !(p.any & ARA_QR_TITLE);
			p.any |= ARA_QR_BODY;
		}
		else if (it->kind != ARA_QI_WORD || !goes_on(r, first, i, &p))
			break;
		if (i == first)
		{
			w->s = it->s;
			p.head = it->roles;
		}
		/* and somebody else, with titles of his own */
		if (i > first && it->kind == ARA_QI_WORD && (it->gram & ARA_QG_AND))
			p.named = p.guessed = p.behind_name = 0;
		p.any |= it->roles;
		p.definite = (it->gram & ARA_QG_ARTICLE) != 0;
		p.indefinite &= !p.definite;
		/* the name of a body or a country does not end a title */
		if ((it->gram & ARA_QG_NAME) && (!(it->roles & ARA_QR_TITLE) || is_personal(r, i)) && (i == first || (!(it->roles & ARA_QR_PLACE) &&
			(!(roles(r, i - 1) & (ARA_QR_TITLE | ARA_QR_BODY)) || !(gram(r, i + 1) & ARA_QG_ARTICLE)))))
			p.named++;
		w->e = it->e;
	}
	if (w->s == NULL)
		return 0;
	w->feminine = (gram(r, first) & ARA_QG_FEMININE) != 0;
	w->document = (p.head & ARA_QR_DOC) && !(p.head & ARA_QR_TITLE);
	w->speaks = p.named || (p.any & SPEAKS);
	return i - first;
}
