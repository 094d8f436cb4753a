/*
 * quotespeaker.c - whose words a name phrase says, and where a verb has its subject
 *
 *     said [adverbs] SPEAKER ...        the verb first, as usual
 *     was SPEAKER [already] said        SPEAKER says      SPEAKER, who said
 *     SPEAKER did ..., adding           a participle has the subject of its sentence
 *     added ...                         no subject: that of a sentence before
 */
#include <string.h>

#include "quotewho.h"
#include "utf8.h"

/* A speaker has at most this many words and signs. */
#define MAX_PHRASE 14

/* A quotation of more bytes is no name inside a speaker. */
#define MAX_QUOTED_NAME 60

/* A longer sentence is cut: what no news text has costs less. */
#define MAX_SENTENCE 120

/* How many sentences back the subject of an elided one may stand. */
#define MAX_SENTENCES 8

const AraQuoteItem *
ara_quote_item(AraQuotes *r, int i)
{
	static const AraQuoteItem nothing = {NULL, NULL, 0, ARA_QG_KNOWN, ARA_QI_LINE};

	if (i < 0 || i >= r->n)
		return &nothing;
	ara_quote_classify(&r->items[i]);
	return &r->items[i];
}

#define item ara_quote_item

static uint32_t
roles(AraQuotes *r, int i)
{
	return item(r, i)->roles;
}

static uint32_t
gram(AraQuotes *r, int i)
{
	return item(r, i)->gram;
}

static int
kind(AraQuotes *r, int i)
{
	return (int) item(r, i)->kind;
}

/* Words that no name phrase goes across. */
#define BOUNDS (ARA_QR_THAT | ARA_QR_RELATIVE | ARA_QR_WAS | ARA_QR_TIME | ARA_QR_ADVERB | \
				ARA_QR_STOP | ARA_QR_SOURCE | ARA_QR_AS)

/* Nouns that somebody speaks by. */
#define SPEAKS (ARA_QR_TITLE | ARA_QR_BODY | ARA_QR_DOC)

int
ara_quote_is_speech_verb(AraQuotes *r, int i)
{
	const AraQuoteItem *it = item(r, i);

	if (!(it->roles & ARA_QR_VERBS) || !(it->gram & ARA_QG_VERB))
		return 0;
	if (it->gram & ARA_QG_SURELY_VERB)
		return 1;
	/* a noun, by what stands before it */
	if (it->gram & (ARA_QG_PREP | ARA_QG_ARTICLE))
		return 0;
	if ((roles(r, i - 1) & ARA_QR_PREP) || (gram(r, i - 1) & ARA_QG_PREP))
		return 0;
	return (it->gram & ARA_QG_AND) || (roles(r, i + 1) & ARA_QR_THAT) ||
		!(gram(r, i - 1) & (ARA_QG_NOUN | ARA_QG_NAME | ARA_QG_ADJECTIVE));
}

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
		(it->gram & (ARA_QG_FUNCTION | ARA_QG_PRONOUN | ARA_QG_MASDAR)))
		return 0;
	return (it->roles & (ARA_QR_BODY | ARA_QR_TITLE)) ||
		(it->gram & (ARA_QG_ARTICLE | ARA_QG_NAME));
}

/* Nothing that a phrase goes on with follows item number i. */
static int
ends_phrase(AraQuotes *r, int i)
{
	const AraQuoteItem *next = item(r, i + 1);

	return next->kind != ARA_QI_WORD || (next->roles & (BOUNDS | ARA_QR_PREP)) ||
		(next->gram & (ARA_QG_FUNCTION | ARA_QG_AND | ARA_QG_PREP | ARA_QG_TANWIN));
}

static int
is_name(const AraQuoteItem *it)
{
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
	if (is_name(it))
		return !(it->roles & ARA_QR_PLACE) && !(p->head & ARA_QR_BODY);
	/* a family name that is a word as well */
	if (!is_name(item(r, i - 1)) && !p->guessed)
		return 0;
	if ((it->gram & ARA_QG_ARTICLE) ?
		(it->roles & SPEAKS) || (it->gram & ARA_QG_MASDAR) || ends_in_ta_marbuta(it) :
		!may_be_name(it) || !(ends_phrase(r, i) || is_name(item(r, i + 1))))
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

	if (!(p->any & ARA_QR_TITLE) || p->named || !may_be_name(it))
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

/* Does word number i, written with a preposition, go on with the phrase? */
static int
follows_with_prep(const AraQuoteItem *it, const Phrase *p)
{
	if (p->named || p->guessed || (it->roles & (ARA_QR_OCCASION | ARA_QR_TIME | ARA_QR_SAYING)))
		return 0;
	if (p->head & ARA_QR_DOC)
		return (it->gram & ARA_QG_LAM) != 0;
	if (!(p->any & (ARA_QR_TITLE | ARA_QR_BODY)))
		return 0;
	/* not to whom it is said */
	if (it->gram & ARA_QG_LAM)
		return ((it->gram & ARA_QG_ARTICLE) ||
				((it->roles & ARA_QR_BODY) && (p->any & ARA_QR_TITLE))) &&
			!(it->roles & (ARA_QR_TITLE | ARA_QR_MEDIA | ARA_QR_NAME));
	return (p->any & ARA_QR_TITLE) && p->definite;
}

/* Does word number i go on with the phrase?  Its first word is at first. */
static int
goes_on(AraQuotes *r, int first, int i, Phrase *p)
{
	const AraQuoteItem *it = item(r, i);

	/* Ali, which folds to a preposition, beside 'son of' */
	if ((i > first && (roles(r, i - 1) & ARA_QR_PART)) || (i == first && (roles(r, i + 1) & ARA_QR_PART)))
		return 1;
	if (it->roles & ARA_QR_PREP)
		return i > first && p->indefinite && !p->named && (p->any & ARA_QR_TITLE) &&
			!(it->gram & ARA_QG_PREP) && place_follows(r, i + 1);
	if (it->roles & BOUNDS)
		return 0;
	if (it->roles & ARA_QR_GENERAL)
		return (roles(r, i - 1) & (ARA_QR_TITLE | ARA_QR_BODY)) && !(roles(r, i + 1) & ARA_QR_TIME);
	if (it->roles & ARA_QR_OF)
		return i > first && (p->any & ARA_QR_TITLE);
	if (is_name(it) && !(it->gram & (ARA_QG_AND | ARA_QG_PREP)))
	{
		if (i == first)
			return 1;
		/* its object: a body complains of a country */
		if ((it->roles & ARA_QR_PLACE) && p->definite && !(gram(r, i + 1) & ARA_QG_NAME))
			return 0;
		return !p->named || follows_name(r, i, p);
	}
	/* a foreign name that looks like a function word with a letter before it */
	if (i == first && it->roles == 0 && (it->gram & ARA_QG_FUNCTION) && (it->gram & ARA_QG_PREP))
		return (item(r, i + 1)->gram & ARA_QG_NAME) != 0;
	if (it->gram & (ARA_QG_FUNCTION | ARA_QG_PARTICIPLE | ARA_QG_TANWIN))
		return 0;
	if (it->gram & ARA_QG_PREP)
	{
		/* a family name with the letter of a preposition */
		if (i > first && p->named && is_name(item(r, i - 1)) && kind(r, i + 1) != ARA_QI_WORD)
			return (it->gram & ARA_QG_LAM) && it->roles == 0 &&
				!(it->gram & (ARA_QG_ARTICLE | ARA_QG_NAME));
		return i > first && follows_with_prep(it, p);
	}
	if (it->gram & ARA_QG_AND)
		return i > first && (is_name(it) || (it->roles & SPEAKS));
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

/* A name inside quotation marks. */
static int
is_quoted_name(AraQuotes *r, int i)
{
	return kind(r, i) == ARA_QI_QUOTE && item(r, i)->e - item(r, i)->s <= MAX_QUOTED_NAME;
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
	for (i = first; i < limit && i < first + MAX_PHRASE; i++)
	{
		const AraQuoteItem *it = item(r, i);

		if (i > first && name_follows_comma(r, i, &p))
			continue;
		if (is_quoted_name(r, i) && (i == first || !p.named))
		{
			p.named++;
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
		if ((it->gram & ARA_QG_NAME) && (i == first || (!(it->roles & ARA_QR_PLACE) &&
			(!(roles(r, i - 1) & ARA_QR_TITLE) || !(gram(r, i + 1) & ARA_QG_ARTICLE)))))
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

/* How many items behind a verb stand between it and its subject. */
static int
skip_adverbs(AraQuotes *r, int i, int limit)
{
	int			n = 0;

	while (i + n < limit)
	{
		const AraQuoteItem *it = item(r, i + n);

		if (it->roles & (ARA_QR_ADVERB | ARA_QR_TIME))
			n++;
		else if ((it->roles & ARA_QR_PREP) && (roles(r, i + n + 1) & ARA_QR_ADVERB))
			n += 2;
		else if (it->kind == ARA_QI_COMMA && n == 0 && (roles(r, i + 1) & ARA_QR_TIME))
			n++;
		else if (it->kind == ARA_QI_COMMA && n > 0 && i + n + 1 < limit &&
				 kind(r, i + n + 1) == ARA_QI_WORD &&
				 !(gram(r, i + n + 1) & (ARA_QG_FUNCTION | ARA_QG_AND)))
			n++;
		/* to the journalists */
		else if ((it->gram & ARA_QG_LAM) && (it->gram & ARA_QG_ARTICLE))
			n++;
		else
			break;
	}
	return n;
}

/* The verb has its subject behind it. */
static int
subject_behind(AraQuotes *r, int verb, int limit, AraWho *w)
{
	int			i = verb + 1;

	i += skip_adverbs(r, i, limit);
	if (ara_quote_phrase(r, i, limit, w))
		return 1;
	/* to an agency, then the title of who speaks */
	if (gram(r, i) & ARA_QG_LAM)
	{
		int			end = i + 6 < limit ? i + 6 : limit;

		for (i += 2; i < end && kind(r, i) == ARA_QI_WORD; i++)
			if ((roles(r, i) & ARA_QR_TITLE) && !(gram(r, i) & (ARA_QG_PREP | ARA_QG_PRONOUN)))
				return ara_quote_phrase(r, i, limit, w);
	}
	return 0;
}

/* The phrase that ends right before item number end; it begins where nothing goes on from the left. */
static int
phrase_before(AraQuotes *r, int start, int end, int relative, AraWho *w)
{
	uint32_t	bounds = (BOUNDS & ~(uint32_t) ARA_QR_SOURCE) | (relative ? ARA_QR_PREP : 0);
	int			i = end;

	while (i > start && end - i < MAX_PHRASE)
	{
		const AraQuoteItem *it = item(r, i - 1);

		if (it->kind == ARA_QI_QUOTE ? !is_quoted_name(r, i - 1) : it->kind != ARA_QI_WORD)
			break;
		if (it->roles & (BOUNDS | ARA_QR_PREP))
			break;
		if ((it->gram & ARA_QG_VERB) && (it->gram & ARA_QG_SURELY_VERB) &&
			!(it->gram & (ARA_QG_NOUN | ARA_QG_NAME)))
			break;
		i--;
	}
	if (i == end || (i > start && kind(r, i - 1) == ARA_QI_WORD &&
					 !(roles(r, i - 1) & bounds) &&
					 !(relative && (gram(r, i - 1) & ARA_QG_SURELY_VERB))))
		return 0;
	return ara_quote_phrase(r, i, end, w) == end - i && w->speaks;
}

/* The verb has its subject before it. */
static int
subject_before(AraQuotes *r, int start, int verb, AraWho *w)
{
	int			i = verb;
	int			relative = 0;

	if (gram(r, verb) & ARA_QG_AND)
		return 0;
	if (roles(r, i - 1) & ARA_QR_WAS)
	{
		int			was;

		i--;
		for (was = i - 1; was >= start && i - was < MAX_PHRASE; was--)
			if (roles(r, was) & ARA_QR_WAS)
				return ara_quote_phrase(r, was + 1, i, w) > 0 && w->speaks;
	}
	if (i > start && (roles(r, i - 1) & ARA_QR_RELATIVE))
	{
		relative = 1;
		i--;
		if (i > start && kind(r, i - 1) == ARA_QI_COMMA)
			i--;
	}
	return phrase_before(r, start, i, relative, w);
}

int
ara_quote_subject(AraQuotes *r, int start, int verb, int limit, AraWho *w)
{
	return subject_behind(r, verb, limit, w) || subject_before(r, start, verb, w);
}

/* Does the quotation at item number i end its sentence? */
static int
ends_sentence(AraQuotes *r, int i)
{
	const char *e = item(r, i)->e;
	const char *s = item(r, i)->s;
	int			n;

	for (n = 0; n < 6 && e > s; n++)
	{
		e--;
		if (*e == '.' || *e == '!' || *e == '?')
			return 1;
	}
	return 0;
}

int
ara_quote_sentence(AraQuotes *r, int at)
{
	int			i;

	for (i = at; i > 0 && at - i < MAX_SENTENCE; i--)
	{
		int			k = kind(r, i - 1);

		if (k == ARA_QI_STOP)
			break;
		if (k == ARA_QI_LINE && !(i == at && kind(r, i - 2) == ARA_QI_COLON))
			break;
		if (k == ARA_QI_QUOTE && kind(r, i) != ARA_QI_COMMA && kind(r, i) != ARA_QI_STOP &&
			i < at && ends_sentence(r, i - 1))
			break;
	}
	return i;
}

/* Does a verb begin a clause, or is it inside one? */
static int
begins_clause(AraQuotes *r, int start, int i)
{
	const AraQuoteItem *before = item(r, i - 1);

	return i == start || (gram(r, i) & ARA_QG_AND) || before->kind != ARA_QI_WORD ||
		(before->roles & (ARA_QR_STOP | ARA_QR_AS | ARA_QR_ADVERB | ARA_QR_TIME)) ||
		((before->roles & ARA_QR_WAS) && i - 1 == start);
}

/* Do verb and subject agree, as far as can be seen? */
static int
agrees(uint32_t verb, uint32_t other)
{
	if ((verb | other) & ARA_QG_PLURAL)
		return 1;
	return ((verb ^ other) & ARA_QG_FEMININE) == 0;
}

/* The subject of the first verb, whatever it means, if somebody who speaks. */
static int
general_subject(AraQuotes *r, int start, int end, uint32_t verb, AraWho *w)
{
	int			i;

	for (i = start; i < end && i < start + 8; i++)
	{
		int			begins = i == start || kind(r, i - 1) != ARA_QI_WORD;
		uint32_t	g = gram(r, i);

		if (!((begins && (g & ARA_QG_MAYBE_VERB)) || (i < start + 3 && (g & ARA_QG_SURELY_VERB))))
			continue;
		return agrees(verb, g) && subject_behind(r, i, end, w) && w->speaks;
	}
	return 0;
}

/* The subject of the sentence [start, end) that agrees with a verb's grammar. */
static int
main_subject(AraQuotes *r, int start, int end, uint32_t verb, AraWho *w)
{
	int			i;
	int			first = -1;
	int			clause = -1;

	for (i = end - 1; i >= start; i--)
	{
		if (kind(r, i) != ARA_QI_WORD || !ara_quote_is_speech_verb(r, i) ||
			(roles(r, i) & ARA_QR_WITHIN) || !agrees(verb, gram(r, i)))
			continue;
		if (clause < 0 && begins_clause(r, start, i))
			clause = i;
		first = i;
	}
	i = clause >= 0 ? clause : first;
	if (i >= 0 && ara_quote_subject(r, start, i, end, w))
		return 1;
	if (i < 0 && general_subject(r, start, end, verb, w))
		return 1;
	return 0;
}

int
ara_quote_carried(AraQuotes *r, int before, uint32_t verb, AraWho *w)
{
	int			end = before;
	int			n;

	for (n = 0; n < MAX_SENTENCES && end > 0; n++)
	{
		int			start = ara_quote_sentence(r, end);

		if (start < end && main_subject(r, start, end, verb, w) && w->speaks)
			return 1;
		end = start;
		while (end > 0 && (kind(r, end - 1) == ARA_QI_STOP || kind(r, end - 1) == ARA_QI_LINE))
			end--;
		if (end == start && end > 0)
			end--;
	}
	if (r->last.speaker == NULL || (r->last_feminine >= 0 && !(verb & ARA_QG_PLURAL) &&
									r->last_feminine != ((verb & ARA_QG_FEMININE) != 0)))
		return 0;
	memset(w, 0, sizeof(*w));
	w->s = r->last.speaker;
	w->e = w->s + r->last.speaker_len;
	w->document = r->last.document;
	return 1;
}

int
ara_quote_same_subject(AraQuotes *r, int start, int at, uint32_t verb, AraWho *w)
{
	return main_subject(r, start, at, verb, w);
}
