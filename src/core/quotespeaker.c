/*
 * quotespeaker.c - where a verb has its subject
 *
 *     said [adverbs] SPEAKER ...        the verb first, as usual
 *     was SPEAKER [already] said        SPEAKER says      SPEAKER, who said
 *     SPEAKER did ..., adding           a participle has the subject of its sentence
 *     added ...                         no subject: that of a sentence before
 */
#include <string.h>

#include "quotewho.h"
#include "utf8.h"

/* A longer sentence is cut: what no news text has costs less. */
#define MAX_SENTENCE 120

/* How many sentences back the subject of an elided one may stand. */
#define MAX_SENTENCES 8

const AraQuoteItem ara_quote_nothing = {NULL, NULL, 0, ARA_QG_KNOWN, ARA_QI_LINE};

int
ara_quote_is_speech_verb(AraQuotes *r, int i)
{
	const AraQuoteItem *it = item(r, i);

	/* 'via' that is 'expressed', 'after' that is 'remarked', at the beginning of a clause, somebody behind it */
	if ((it->roles & ARA_QR_VERBS) && (it->roles & (ARA_QR_PREP | ARA_QR_TIME)))
		return (kind(r, i - 1) != ARA_QI_WORD || (it->gram & ARA_QG_AND)) &&
			((roles(r, i + 1) & ARA_QR_TITLE) || (gram(r, i + 1) & (ARA_QG_NAME | ARA_QG_PERSONAL))) &&
			!(gram(r, i + 1) & (ARA_QG_PRONOUN | ARA_QG_PREP));
	if (!(it->roles & ARA_QR_VERBS) || !(it->gram & ARA_QG_VERB))
		return 0;
	/* 'repeated HIS REFUSAL', 'his refusal of the negotiations' */
	if ((it->gram & ARA_QG_PRONOUN) && !(it->gram & (ARA_QG_AND | ARA_QG_IMPERFECT)) &&
		(((roles(r, i - 1) & ARA_QR_VERBS) && (gram(r, i - 1) & ARA_QG_VERB)) ||
		 ((gram(r, i + 1) & ARA_QG_MASDAR) && (gram(r, i + 1) & ARA_QG_ARTICLE) && roles(r, i + 1) == 0)))
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
		/* after the meeting */
		else if (n > 0 && (roles(r, i + n - 1) & ARA_QR_TIME) && (it->roles & ARA_QR_OCCASION))
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
	uint32_t	bounds = (ARA_QR_BOUNDS & ~(uint32_t) ARA_QR_SOURCE) | (relative ? ARA_QR_PREP : 0);
	int			i = end;
	int			n;

	while (i > start && end - i < ARA_QUOTE_PHRASE)
	{
		const AraQuoteItem *it = item(r, i - 1);

		if (it->kind == ARA_QI_QUOTE ? !ara_quote_is_quoted_name(r, i - 1) : it->kind != ARA_QI_WORD)
			break;
		if ((it->roles & (ARA_QR_BOUNDS | ARA_QR_PREP)) &&
			!((it->roles & ARA_QR_GENERAL) && (roles(r, i - 2) & ARA_QR_TITLE)))
			break;
		if ((it->gram & ARA_QG_VERB) && (it->gram & ARA_QG_SURELY_VERB) &&
			!(it->gram & (ARA_QG_NOUN | ARA_QG_NAME)))
			break;
		i--;
	}
	/* 'met the ambassador, who said': from her title on */
	for (n = i; relative && n < end; n++)
		if ((roles(r, n) & ARA_QR_TITLE) && (gram(r, n) & ARA_QG_ARTICLE) &&
			ara_quote_phrase(r, n, end, w) == end - n)
			return 1;
	if (i == end || (i > start && kind(r, i - 1) == ARA_QI_WORD &&
					 !(roles(r, i - 1) & bounds) &&
					 !(relative && (gram(r, i - 1) & ARA_QG_SURELY_VERB))))
		return 0;
	return ara_quote_phrase(r, i, end, w) == end - i && w->speaks;
}

/* As for X, he said. */
static int
as_for(AraQuotes *r, int start, int verb, AraWho *w)
{
	const char *s = item(r, verb)->s;
	int			i;

	if (memcmp(s, "\xd9\x81", 2) != 0)
		return 0;
	for (i = verb - 1; i >= start && verb - i <= ARA_QUOTE_PHRASE + 1; i--)
		if (roles(r, i) & ARA_QR_TOPIC)
			return ara_quote_phrase(r, i + 1, verb, w) > 0;
	return 0;
}

/* The verb has its subject before it. */
static int
subject_before(AraQuotes *r, int start, int verb, AraWho *w)
{
	int			i = verb;
	int			relative = 0;

	if (gram(r, verb) & ARA_QG_AND)
		return as_for(r, start, verb, w);
	if (roles(r, i - 1) & ARA_QR_WAS)
	{
		int			was;

		i--;
		for (was = i - 1; was >= start && i - was < ARA_QUOTE_PHRASE; was--)
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
		/* the dot of a site's name */
		if (((unsigned char) *e >= 0xD8 && (unsigned char) *e <= 0xDB) || (*e >= 'a' && *e <= 'z'))
			return 0;
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
			(roles(r, i) & ARA_QR_VERBS) == ARA_QR_WITHIN || !agrees(verb, gram(r, i)))
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
