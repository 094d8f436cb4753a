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
	return !(roles(r, i - 1) & ARA_QR_PREP) && !(gram(r, i - 1) & ARA_QG_PREP);
}

/* What a name phrase is made of so far. */
typedef struct Phrase
{
	int			named;			/* names in it */
	int			behind_name;	/* definite words behind a name */
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

/* Does word number i go on with a phrase that has a name? */
static int
follows_name(AraQuotes *r, int i, Phrase *p)
{
	const AraQuoteItem *it = item(r, i);

	if ((it->gram & ARA_QG_NAME) || (it->roles & ARA_QR_NAME))
		return p->behind_name == 0;
	/* a family name that is a word as well */
	return (it->gram & ARA_QG_ARTICLE) && !(it->roles & SPEAKS) && p->behind_name++ == 0 &&
		(gram(r, i - 1) & ARA_QG_NAME);
}

/* Does word number i go on with the phrase?  Its first word is at first. */
static int
goes_on(AraQuotes *r, int first, int i, Phrase *p)
{
	const AraQuoteItem *it = item(r, i);
	int			name = (it->gram & ARA_QG_NAME) || (it->roles & ARA_QR_NAME);

	if (it->roles & ARA_QR_PREP)
		return i > first && p->indefinite && !p->named && (p->any & ARA_QR_TITLE) &&
			!(it->gram & ARA_QG_PREP) && place_follows(r, i + 1);
	if (it->roles & BOUNDS)
		return 0;
	if (name && !(it->gram & ARA_QG_AND) && !(it->gram & ARA_QG_PREP))
		return i == first || !p->named || follows_name(r, i, p);
	if (it->gram & (ARA_QG_FUNCTION | ARA_QG_PARTICIPLE | ARA_QG_TANWIN))
		return 0;
	if (it->gram & ARA_QG_PREP)
		return i > first && !p->named && (p->any & (ARA_QR_TITLE | ARA_QR_DOC)) &&
			((it->gram & ARA_QG_ARTICLE) || (it->roles & (ARA_QR_BODY | ARA_QR_TITLE)) ||
			 !(it->gram & ARA_QG_LAM)) &&
			!(it->roles & (ARA_QR_OCCASION | ARA_QR_TIME | ARA_QR_SAYING));
	if (it->gram & ARA_QG_SURELY_VERB)
		return 0;
	if (it->gram & ARA_QG_AND)
		return i > first && (name || (it->roles & SPEAKS));
	if (!(it->gram & (ARA_QG_NOUN | ARA_QG_ADJECTIVE)))
		return 0;
	if (i == first)
		return 1;
	if (p->named)
		return follows_name(r, i, p);
	/* 'the president' and an indefinite noun: its object */
	return !p->definite || (it->gram & ARA_QG_ARTICLE) || (it->roles & ARA_QR_TITLE);
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
		p.any |= it->roles;
		p.definite = (it->gram & ARA_QG_ARTICLE) != 0;
		p.indefinite &= !p.definite;
		/* the name of a body or a country does not end a title */
		if ((it->gram & ARA_QG_NAME) &&
			(!(roles(r, i - 1) & ARA_QR_TITLE) || i == first || !(gram(r, i + 1) & ARA_QG_ARTICLE)))
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
phrase_before(AraQuotes *r, int start, int end, AraWho *w)
{
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
					 !(roles(r, i - 1) & (BOUNDS & ~(uint32_t) ARA_QR_SOURCE))))
		return 0;
	return ara_quote_phrase(r, i, end, w) == end - i && w->speaks;
}

/* The verb has its subject before it. */
static int
subject_before(AraQuotes *r, int start, int verb, AraWho *w)
{
	int			i = verb;

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
		i--;
		if (i > start && kind(r, i - 1) == ARA_QI_COMMA)
			i--;
	}
	return phrase_before(r, start, i, w);
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

	for (i = at; i > 0; i--)
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

/* The subject of the sentence [start, end) that agrees with a verb's grammar. */
static int
main_subject(AraQuotes *r, int start, int end, uint32_t verb, AraWho *w, int *elided)
{
	int			i;
	int			first = -1;
	int			clause = -1;

	*elided = 0;
	for (i = end - 1; i >= start; i--)
	{
		if (kind(r, i) != ARA_QI_WORD || !ara_quote_is_speech_verb(r, i) ||
			!agrees(verb, gram(r, i)))
			continue;
		if (clause < 0 && begins_clause(r, start, i))
			clause = i;
		first = i;
	}
	i = clause >= 0 ? clause : first;
	if (i >= 0 && ara_quote_subject(r, start, i, end, w))
		return 1;
	if (i < 0)
		for (i = start; i < end && i < start + 3; i++)
			if ((gram(r, i) & ARA_QG_SURELY_VERB || (i == start && (gram(r, i) & ARA_QG_MAYBE_VERB))) &&
				agrees(verb, gram(r, i)))
				return subject_behind(r, i, end, w) && w->speaks;
	*elided = 1;
	return 0;
}

int
ara_quote_carried(AraQuotes *r, int before, uint32_t verb, AraWho *w)
{
	int			end = before;
	int			n;
	int			elided;

	for (n = 0; n < MAX_SENTENCES && end > 0; n++)
	{
		int			start = ara_quote_sentence(r, end);

		if (start < end && main_subject(r, start, end, verb, w, &elided))
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
	int			elided;

	return main_subject(r, start, at, verb, w, &elided);
}
