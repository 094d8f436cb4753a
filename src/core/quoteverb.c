/*
 * quoteverb.c - who introduces what stands between two marks
 *
 *     X said: "..."    X said that the plan "..."    adding "..."      before it, in its sentence
 *     "...", X said.   "...", according to X.                          behind it
 *     X: "..."                                                         a headline
 *     "..." X said. "..."                                              goes on
 *
 * What nobody introduces is no quotation: a title, a name, a word that the
 * writer keeps at a distance.
 */
#include <string.h>

#include "quotewho.h"
#include "utf8.h"

/* With at most this many words, and not led in by its verb, a quotation is a fragment. */
#define FRAGMENT_WORDS 7

/* The same, led in without a colon. */
#define LED_WORDS 2

/* A verb further away does not introduce it. */
#define MAX_CLAUSE 90

/* A shorter quotation does not stand for itself. */
#define SELF_WORDS 4

/* ---- the verb before ---- */

/* Is it a participle that says how the words were said, not an adjective or a noun? */
static int
is_participle(AraQuotes *r, int i)
{
	const AraQuoteItem *it = item(r, i);
	const AraQuoteItem *next = item(r, i + 1);

	if (!(it->gram & ARA_QG_PARTICIPLE) || !(it->roles & ARA_QR_VERBS) ||
		(it->gram & (ARA_QG_PREP | ARA_QG_ARTICLE)) || (roles(r, i - 1) & ARA_QR_PREP))
		return 0;
	return (it->gram & ARA_QG_TANWIN) || kind(r, i - 1) != ARA_QI_WORD ||
		next->kind != ARA_QI_WORD ||
		(next->roles & (ARA_QR_THAT | ARA_QR_PREP | ARA_QR_TIME)) || (next->gram & ARA_QG_PREP);
}

/* A document behind 'it stands in'. */
static int
stands_in_document(AraQuotes *r, int i)
{
	if (roles(r, i + 1) & ARA_QR_PREP)
		return (roles(r, i + 2) & ARA_QR_DOC) != 0;
	/* a statement in which stood */
	if (roles(r, i + 1) & ARA_QR_ADVERB)
		return (roles(r, i - 1) & ARA_QR_DOC) && kind(r, i + 2) == ARA_QI_COLON;
	return (gram(r, i + 1) & ARA_QG_PREP) && (roles(r, i + 1) & ARA_QR_DOC);
}

/* Is a noun like 'his saying' what leads the words in? */
static int
is_saying(AraQuotes *r, int i)
{
	const AraQuoteItem *it = item(r, i);

	if (!(it->roles & ARA_QR_SAYING) || (it->roles & ARA_QR_NAMING) || (it->gram & ARA_QG_VERB))
		return 0;
	return (it->gram & ARA_QG_PRONOUN) ||
		((it->gram & ARA_QG_PREP) && (it->gram & ARA_QG_ARTICLE)) ||
		(roles(r, i - 1) & (ARA_QR_LIMIT | ARA_QR_SOURCE));
}

static int
led_in_by_word(AraQuotes *r, int at)
{
	return kind(r, at - 1) == ARA_QI_COLON || (roles(r, at - 1) & ARA_QR_THAT) ||
		(kind(r, at - 1) == ARA_QI_LINE && kind(r, at - 2) == ARA_QI_COLON);
}

int
ara_quote_has_that(AraQuotes *r, int i, int at)
{
	for (; i < at; i++)
		if ((roles(r, i) & ARA_QR_THAT) || kind(r, i) == ARA_QI_COLON)
			return 1;
	return 0;
}

/* Says only where the words are led in, by all its readings. */
static int
is_weak(const AraQuoteItem *it)
{
	return (it->roles & ARA_QR_WEAK) && !(it->roles & (ARA_QR_SAY | ARA_QR_ACT | ARA_QR_TERM));
}

/* What stands in a document and, by another reading, what somebody answers. */
static int
answers(const AraQuoteItem *it)
{
	return (it->roles & ARA_QR_VERBS & ~(uint32_t) ARA_QR_WITHIN) != 0;
}

/* Is item number i a verb, participle or noun that can introduce the quotation at? */
static int
introduces(AraQuotes *r, int i, int at)
{
	const AraQuoteItem *it = item(r, i);

	if (it->kind != ARA_QI_WORD)
		return 0;
	if (!(it->roles & (ARA_QR_VERBS | ARA_QR_SAYING)))
		return 0;
	/* who is called "..." */
	if ((it->roles & ARA_QR_TERM) && (roles(r, i - 1) & ARA_QR_RELATIVE) && i + 1 == at &&
		!(it->gram & ARA_QG_PRONOUN))
		return 0;
	if (ara_quote_is_called(r, i))
		return 0;
	if (is_participle(r, i) && !(it->roles & ARA_QR_WITHIN))
		return !is_weak(it) || led_in_by_word(r, at) || i + 1 == at;
	if (ara_quote_is_speech_verb(r, i))
	{
		if ((it->roles & ARA_QR_WITHIN) && (stands_in_document(r, i) || !answers(it)))
			return stands_in_document(r, i);
		return !is_weak(it) || ara_quote_has_that(r, i, at) || i + 1 == at;
	}
	return is_saying(r, i);
}

/* Does a verb only say more of the noun before it? */
static int
is_relative(AraQuotes *r, int start, int i)
{
	if (roles(r, i - 1) & ARA_QR_RELATIVE)
		return 1;
	return i > start && (gram(r, i) & ARA_QG_VERB) && (gram(r, i) & ARA_QG_PRONOUN) &&
		!(gram(r, i) & ARA_QG_AND) && kind(r, i - 1) == ARA_QI_WORD &&
		(gram(r, i - 1) & (ARA_QG_NOUN | ARA_QG_ADJECTIVE));
}

/* Does a verb tell more of an indefinite subject: a study published in ... found? */
static int
is_attribute(AraQuotes *r, int start, int i)
{
	return i > start + 1 && (gram(r, i) & ARA_QG_VERB) && !(gram(r, i) & ARA_QG_AND) &&
		(roles(r, i) & ARA_QR_WEAK) && (gram(r, i - 1) & ARA_QG_NOUN) &&
		!(gram(r, i - 1) & (ARA_QG_ARTICLE | ARA_QG_PRONOUN | ARA_QG_NAME)) &&
		ara_quote_is_speech_verb(r, i - 2);
}

/* And he, and she: a verb is behind it. */
static int
is_pronoun(AraQuotes *r, int i)
{
	return kind(r, i) == ARA_QI_WORD && (gram(r, i) & ARA_QG_FUNCTION) && (gram(r, i) & ARA_QG_AND) &&
		roles(r, i) == 0;
}

/*
 * The item that introduces the quotation at, or -1: the nearest one, unless
 * it is in a relative clause, or only says 'with the words'.
 */
static int
find_verb(AraQuotes *r, int start, int at)
{
	int			fallback = -1;
	int			i;

	for (i = at - 1; i >= start && i > at - MAX_CLAUSE; i--)
	{
		if (kind(r, i) != ARA_QI_WORD)
			continue;
		if (!introduces(r, i, at))
		{
			/* any verb right before the colon, if there is no better one */
			if (i + 2 == at && kind(r, i + 1) == ARA_QI_COLON && kind(r, i) == ARA_QI_WORD &&
				((gram(r, i) & ARA_QG_SURELY_VERB) ||
				 ((gram(r, i) & ARA_QG_MAYBE_VERB) && is_pronoun(r, i - 1))))
				fallback = i;
			continue;
		}
		if ((is_relative(r, start, i) || is_attribute(r, start, i)) && i + 3 < at)
		{
			if (fallback < 0)
				fallback = i;
			continue;
		}
		if ((roles(r, i) & ARA_QR_SAYING) && !(gram(r, i) & ARA_QG_PRONOUN) &&
			(gram(r, i) & ARA_QG_PREP))
		{
			fallback = i;
			continue;
		}
		return i;
	}
	return fallback;
}

/* 'according to' at the beginning of the sentence, when no verb is there. */
static int
find_source(AraQuotes *r, int start, int at)
{
	int			i;

	for (i = start; i < at && i < start + 3; i++)
		if (roles(r, i) & ARA_QR_SOURCE)
			return i;
	return -1;
}

static void
set_verb(AraQuotes *r, AraQuote *q, int i)
{
	const AraQuoteItem *it = item(r, i);
	const char *e = it->e;

	if ((it->roles & ARA_QR_WITHIN) && stands_in_document(r, i) && (roles(r, i + 1) & ARA_QR_PREP))
		e = item(r, i + 1)->e;
	else if (is_participle(r, i) && is_saying(r, i + 1) && (gram(r, i + 1) & ARA_QG_PREP))
		e = item(r, i + 1)->e;
	q->verb = it->s;
	q->verb_len = (size_t) (e - it->s);
}

static void
set_speaker(AraQuotes *r, AraQuote *q, const AraWho *w, uint32_t verb, int carried)
{
	AraMark		m;
	const char *s = w->s;
	const char *e = w->e;

	/* a name in quotes is the speaker without them */
	if (ara_quote_mark(r, s, s + 1, &m))
	{
		AraMark		close;

		if (ara_quote_close(r, &m, 0, &close) && close.e == e)
		{
			s = m.e;
			e = close.s;
		}
	}
	q->speaker = s;
	q->speaker_len = (size_t) (e - s);
	q->carried = carried;
	q->document = w->document;
	r->last_feminine = verb & ARA_QG_VERB && !(verb & ARA_QG_PLURAL) ?
		(verb & ARA_QG_FEMININE) != 0 : -1;
}

/* Who is meant by 'his saying', item number i. */
static void
speaker_of_saying(AraQuotes *r, int start, int i, int limit, AraQuote *q)
{
	AraWho		w;
	int			j;

	if (!(gram(r, i) & ARA_QG_PRONOUN) && !(gram(r, i) & ARA_QG_ARTICLE) &&
		ara_quote_phrase(r, i + 1, limit, &w))
	{
		set_speaker(r, q, &w, 0, 0);
		return;
	}
	/* an agency quoted X as saying */
	for (j = i - 1; j >= start && i - j < 14; j--)
		if ((roles(r, j) & ARA_QR_PREP) && ara_quote_phrase(r, j + 1, i, &w) == i - j - 1 &&
			j + 1 < i && w.speaks)
		{
			set_speaker(r, q, &w, 0, 0);
			return;
		}
	if (ara_quote_same_subject(r, start, i, ARA_QG_PLURAL, &w))
		set_speaker(r, q, &w, ARA_QG_PLURAL, 0);
	else if (ara_quote_carried(r, start, ARA_QG_PLURAL, &w))
		set_speaker(r, q, &w, ARA_QG_PLURAL, 1);
}

/* Whom does a medium quote?  He stands behind a preposition. */
static int
relayed(AraQuotes *r, int i, int limit, AraWho *w)
{
	for (i++; i < limit; i++)
		if (roles(r, i) & ARA_QR_RELAYED)
			return ara_quote_phrase(r, i + 1, limit, w) > 0;
	return 0;
}

/* Sets verb and speaker by item number i, which introduces; its subject ends before limit. */
static void
take_verb(AraQuotes *r, int start, int i, int limit, AraQuote *q)
{
	uint32_t	g = gram(r, i);
	AraWho		w;

	set_verb(r, q, i);
	if ((roles(r, i) & ARA_QR_WITHIN) && stands_in_document(r, i))
	{
		int			doc = i + ((roles(r, i + 1) & ARA_QR_PREP) ? 2 : 1);

		if (roles(r, i + 1) & ARA_QR_ADVERB)
		{
			memset(&w, 0, sizeof(w));
			w.s = item(r, i - 1)->s;
			w.e = item(r, i - 1)->e;
			w.document = 1;
			set_speaker(r, q, &w, 0, 0);
		}
		else if (ara_quote_phrase(r, doc, limit, &w))
			set_speaker(r, q, &w, 0, 0);
	}
	else if ((roles(r, i) & ARA_QR_RELAY) && relayed(r, i, limit, &w))
		set_speaker(r, q, &w, 0, 0);
	else if (is_saying(r, i) && !is_participle(r, i))
		speaker_of_saying(r, start, i, limit, q);
	else if (is_participle(r, i))
	{
		if (ara_quote_same_subject(r, start, i, g, &w))
			set_speaker(r, q, &w, g | ARA_QG_VERB, 0);
		else if (ara_quote_carried(r, start, g, &w))
			set_speaker(r, q, &w, g | ARA_QG_VERB, 1);
	}
	else if (ara_quote_subject(r, start, i, limit, &w))
		set_speaker(r, q, &w, g, 0);
	else if (ara_quote_same_subject(r, start, i, g, &w) || ara_quote_carried(r, start, g, &w))
		set_speaker(r, q, &w, g, 1);
}

/* Sets the speaker by 'according to', item number i. */
static int
take_source(AraQuotes *r, int start, int i, int limit, AraQuote *q)
{
	int			j = i + 1;
	AraWho		w;

	while (j < limit && (roles(r, j) & (ARA_QR_RELATIVE | ARA_QR_PREP | ARA_QR_ADVERB)))
		j++;
	if (j < limit && ara_quote_is_speech_verb(r, j))
	{
		take_verb(r, start, j, limit, q);
		return 1;
	}
	if (j < limit && is_saying(r, j))
	{
		take_verb(r, start, j, limit, q);
		return q->speaker != NULL;
	}
	if (j >= limit)
		return 0;
	/* to a ministry: one word with its preposition */
	if (gram(r, j) & ARA_QG_LAM)
	{
		int			n = ara_quote_phrase(r, j + 1, limit, &w);

		if (n == 0)
			w.e = item(r, j)->e;
		w.s = item(r, j)->s;
		w.document = (roles(r, j) & ARA_QR_DOC) != 0;
		/* the letter is the preposition's, unless it is the article's as well */
		if (w.e - w.s > 4 && memcmp(w.s, "\xd9\x84\xd9\x84", 4) != 0)
			w.s += 2;
	}
	else if (!ara_quote_phrase(r, j, limit, &w))
		return 0;
	q->verb = item(r, i)->s;
	q->verb_len = (size_t) (item(r, i)->e - item(r, i)->s);
	set_speaker(r, q, &w, 0, 0);
	return 1;
}

/* ---- the verb behind ---- */

/* Where the clause that begins with item i ends: at a sign. */
static int
clause_end(AraQuotes *r, int i)
{
	while (i < r->n && (kind(r, i) == ARA_QI_WORD || kind(r, i) == ARA_QI_NUMBER))
		i++;
	/* an appositional name behind a comma is the phrase's to take */
	return i < r->n && kind(r, i) == ARA_QI_COMMA ? i + 3 < r->n ? i + 3 : r->n : i;
}

static int
said_behind(AraQuotes *r, int at, AraQuote *q)
{
	int			i = at + 1;
	int			end;
	int			sign;

	while (kind(r, i) == ARA_QI_COMMA || kind(r, i) == ARA_QI_DASH)
		i++;
	if (i >= r->n || kind(r, i) != ARA_QI_WORD)
		return 0;
	end = clause_end(r, i);
	if ((roles(r, i) & ARA_QR_SOURCE))
		return take_source(r, at, i, end, q);
	if (roles(r, i) & ARA_QR_AS)
	{
		if (!ara_quote_is_speech_verb(r, i + 1) && !ara_quote_is_speech_verb(r, ++i + 1))
			return 0;
		take_verb(r, at, i + 1, end, q);
		return 1;
	}
	if ((roles(r, i) & ARA_QR_PREP) && (roles(r, i + 1) & ARA_QR_LIMIT) && is_saying(r, i + 2))
	{
		take_verb(r, at, i + 2, end, q);
		return 1;
	}
	if (!ara_quote_is_speech_verb(r, i) || (gram(r, i) & ARA_QG_AND) ||
		(roles(r, i) & (ARA_QR_WITHIN | ARA_QR_TERM)))
		return 0;
	/* "name" said that ...: its subject, or the next quotation's verb */
	for (sign = i; sign < end && kind(r, sign) == ARA_QI_WORD; sign++)
		;
	if (ara_quote_has_that(r, i, sign) || kind(r, sign) == ARA_QI_COLON || kind(r, end) == ARA_QI_COLON)
		return 0;
	take_verb(r, at, i, end, q);
	return 1;
}

/* ---- all together ---- */

/* A headline: a name phrase, a colon, the words. */
static int
headline(AraQuotes *r, int start, int at, AraQuote *q)
{
	AraWho		w;
	int			i = start;
	int			end;

	if (kind(r, at - 1) != ARA_QI_COLON || ara_quote_words(q, SELF_WORDS) < SELF_WORDS)
		return 0;
	/* the following statement */
	for (end = at - 2; end > at - 4 && end >= start; end--)
		if ((roles(r, end) & ARA_QR_DOC) && (gram(r, end) & ARA_QG_ARTICLE))
			i = end;
	end = i + ara_quote_phrase(r, i, at - 1, &w);
	if (end == i || !w.speaks)
		return 0;
	/* to a paper */
	if (gram(r, end) & ARA_QG_LAM)
		end += 1 + (kind(r, end + 1) == ARA_QI_QUOTE || kind(r, end + 1) == ARA_QI_WORD);
	else if (ara_quote_is_to(r, end) && kind(r, end + 1) == ARA_QI_QUOTE)
		end += 2;
	if (end != at - 1)
		return 0;
	set_speaker(r, q, &w, 0, 0);
	return 1;
}

/* On banners, in chants: of a few words, it is rather what these are called. */
static int
chanted(AraQuotes *r, int start, int at, AraQuote *q)
{
	AraWho		w;
	int			i;

	if (ara_quote_words(q, SELF_WORDS) < SELF_WORDS - 1)
		return 0;
	for (i = at - 1; i >= start && i > at - 6; i--)
		if ((roles(r, i) & ARA_QR_SAYING) && (roles(r, i) & ARA_QR_NAMING))
		{
			if (ara_quote_same_subject(r, start, i, ARA_QG_PLURAL, &w))
				set_speaker(r, q, &w, ARA_QG_PLURAL, 0);
			return i + 1 < at;
		}
	return 0;
}

/* The words go on behind 'he said': nothing but that stands between, and nothing else around. */
static int
goes_on(AraQuotes *r, int start, int at, AraQuote *q)
{
	const AraQuote *last = &r->last;
	int			i;

	if (start != at || last->speaker == NULL || ara_quote_words(q, SELF_WORDS) < SELF_WORDS ||
		kind(r, at + 1) == ARA_QI_WORD)
		return 0;
	for (i = at - 1; i >= 0 && i > at - 14; i--)
	{
		if (kind(r, i) == ARA_QI_LINE)
			return 0;
		if (kind(r, i) == ARA_QI_QUOTE)
			break;
	}
	if (kind(r, i) != ARA_QI_QUOTE || last->start < item(r, i)->s || last->start > item(r, i)->e)
		return 0;
	/* said behind it, or at once */
	if (i < at - 1 && last->verb != NULL && last->verb < last->start && kind(r, i + 1) != ARA_QI_STOP)
		return 0;
	q->speaker = last->speaker;
	q->speaker_len = last->speaker_len;
	q->verb = last->verb;
	q->verb_len = last->verb_len;
	q->document = last->document;
	q->carried = 1;
	return 1;
}

int
ara_quote_attribute(AraQuotes *r, int at, AraQuote *q)
{
	int			start = ara_quote_sentence(r, at);
	int			verb = find_verb(r, start, at);
	int			led = led_in_by_word(r, at) || (verb >= 0 && ara_quote_verb_reaches(r, verb, at));

	q->fragment = kind(r, at - 1) != ARA_QI_COLON &&
		ara_quote_words(q, FRAGMENT_WORDS + 1) <= (led ? LED_WORDS : FRAGMENT_WORDS);
	if (ara_quote_is_name(r, start, at, verb, q))
		return 0;
	if (verb >= 0)
	{
		take_verb(r, start, verb, at, q);
		/* a few words that nobody says: the writer keeps them at a distance */
		return q->speaker != NULL || !q->fragment || ara_quote_words(q, SELF_WORDS) == SELF_WORDS;
	}
	if (said_behind(r, at, q))
	{
		q->fragment = 0;
		return 1;
	}
	q->fragment = 0;
	verb = find_source(r, start, at);
	if (verb >= 0 && take_source(r, start, verb, at, q))
		return 1;
	return headline(r, start, at, q) || chanted(r, start, at, q) || goes_on(r, start, at, q);
}

int
ara_quote_led_in(AraQuotes *r, int at)
{
	return led_in_by_word(r, at) || ara_quote_is_speech_verb(r, at - 1) || is_participle(r, at - 1);
}

int
ara_quote_attribute_open(AraQuotes *r, AraQuote *q)
{
	int			at = r->n;
	int			start;
	int			verb;

	if (!led_in_by_word(r, at))
		return 0;
	start = ara_quote_sentence(r, at);
	verb = find_verb(r, start, at);
	if (verb < 0)
		return 0;
	take_verb(r, start, verb, at, q);
	return 1;
}
