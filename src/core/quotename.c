/*
 * quotename.c - is what stands between two marks a name or a title?
 *
 *     the film "..."    the movement "..."    "Reuters"    to "the paper"
 */
#include <string.h>

#include "quotewho.h"
#include "utf8.h"

/* A quotation of at most so many words may be a name; of more, only behind a word like 'titled'. */
#define NAME_WORDS 4

/* More words than a name is asked about. */
#define MANY_WORDS 8

int
ara_quote_words(const AraQuote *q, int max)
{
	const char *p = q->start;
	const char *e = p + q->len;
	int			n = 1;

	for (; p < e && n < max; p++)
		n += (*p == ' ' || *p == '\n') && p[1] != ' ' && p[1] != '\n';
	return n;
}

/* Are all words of a short quotation names, its first one a body's, or its only one a particle? */
static int
has_only_names(const AraQuote *q, int words)
{
	AraTokenizer t;
	AraToken	token;
	int			n = 0;

	ara_tokenizer_init(&t, q->start, q->len);
	while (ara_next_token(&t, &token) != ARA_T_EOF)
	{
		AraQuoteItem it = {NULL, NULL, 0, 0, ARA_QI_WORD};

		if (token.type == ARA_T_BLANK)
			continue;
		it.s = token.start;
		it.e = token.start + token.len;
		ara_quote_classify(&it);
		if (n == 0 && (it.roles & ARA_QR_BODY) && (it.roles & ARA_QR_NAMING))
			return 1;
		if (words == 1 && (it.roles & (ARA_QR_THAT | ARA_QR_PREP | ARA_QR_RELATIVE | ARA_QR_STOP)))
			return 1;
		if (!(it.gram & ARA_QG_NAME) && !(it.roles & (ARA_QR_NAME | ARA_QR_BODY)))
			return 0;
		n++;
	}
	return n > 0;
}

/* Does a word that a name follows stand before the quotation, adjectives between? */
static int
named_before(AraQuotes *r, int start, int at, int far)
{
	int			i;

	for (i = at - 1; i >= start && at - i <= far; i--)
	{
		const AraQuoteItem *it = item(r, i);

		if (it->kind == ARA_QI_QUOTE && (gram(r, i + 1) & ARA_QG_AND))
			continue;
		if (it->kind != ARA_QI_WORD || (it->roles & (ARA_QR_THAT | ARA_QR_RELATIVE)) ||
			(it->gram & ARA_QG_FUNCTION))
			return 0;
		if (it->roles & ARA_QR_NAMING)
			return !(it->gram & ARA_QG_ARTICLE);
		if (!(it->gram & (ARA_QG_ADJECTIVE | ARA_QG_ARTICLE | ARA_QG_PREP)))
			return 0;
	}
	return 0;
}

int
ara_quote_verb_reaches(AraQuotes *r, int verb, int at)
{
	AraWho		w;

	return verb + 1 >= at || verb + 1 + ara_quote_phrase(r, verb + 1, at, &w) >= at;
}

/* Does the quotation end its clause? */
static int
ends_clause(AraQuotes *r, int at)
{
	const AraQuoteItem *next = item(r, at + 1);

	return next->kind != ARA_QI_WORD || (next->roles & (ARA_QR_PREP | ARA_QR_TIME)) || (next->gram & ARA_QG_PREP);
}

/* 'That his team "..."', 'that the situation "..."': what is said of it, where no verb comes that could say it. */
static int
is_predicate(AraQuotes *r, int at, const AraQuote *q, int words)
{
	const AraQuoteItem *before = item(r, at - 1);

	if (before->kind != ARA_QI_WORD || !(roles(r, at - 2) & ARA_QR_THAT) || !ends_clause(r, at))
		return 0;
	if (before->gram & ARA_QG_PRONOUN)
		return (before->gram & ARA_QG_NOUN) && (before->roles & (ARA_QR_BODY | ARA_QR_TITLE));
	/* the film "...", rather than that the agreement "is weak" */
	if ((before->roles & ARA_QR_NAMING) && (words < 2 || memcmp(q->start, "\xd8\xa7\xd9\x84", 4) == 0))
		return 0;
	return (before->gram & ARA_QG_ARTICLE) != 0;
}

/* To "the foreign ministry": a preposition, then nothing but nouns with the article. */
static int
is_definite(const AraQuote *q, int words)
{
	const char *p = q->start;
	const char *e = p + q->len;
	int			n;

	for (n = 0; p + 4 < e; n++)
	{
		if (memcmp(p, "\xd9\x88", 2) == 0 && n > 0)
			p += 2;
		if (e - p < 5 || memcmp(p, "\xd8\xa7\xd9\x84", 4) != 0)
			return 0;
		p = memchr(p, ' ', (size_t) (e - p));
		if (p == NULL)
			return n + 1 == words;
		p++;
	}
	return 0;
}

/* Does a quotation of several words begin with a finite verb, and end the clause of 'that'? */
static int
is_clause(AraQuotes *r, int start, int at, const AraQuote *q, int words)
{
	AraQuoteItem it = {NULL, NULL, 0, 0, ARA_QI_WORD};
	const char *blank = memchr(q->start, ' ', q->len);

	if (words < 2 || blank == NULL || !ends_clause(r, at) || !ara_quote_has_that(r, start, at))
		return 0;
	it.s = q->start;
	it.e = blank;
	ara_quote_classify(&it);
	return (it.roles & ARA_QR_WAS) || ((it.gram & ARA_QG_SURELY_VERB) && (it.gram & ARA_QG_IMPERFECT));
}

/* Ain or meem, and alef maksura: the ends of yud'a and yusamma. */
#define CALLED_1 "\xd8\xb9\xd9\x89"
#define CALLED_2 "\xd9\x85\xd9\x89"

int
ara_quote_is_called(AraQuotes *r, int i)
{
	const AraQuoteItem *it = item(r, i);

	return (it->gram & ARA_QG_IMPERFECT) && it->e - it->s > 4 &&
		(memcmp(it->e - 4, CALLED_1, 4) == 0 || memcmp(it->e - 4, CALLED_2, 4) == 0) &&
		(kind(r, i + 1) == ARA_QI_QUOTE || (gram(r, i + 1) & (ARA_QG_NAME | ARA_QG_PERSONAL)));
}

int
ara_quote_is_to(AraQuotes *r, int i)
{
	const AraQuoteItem *it = item(r, i);

	return it->kind == ARA_QI_WORD && (it->roles & ARA_QR_PREP) && it->e - it->s <= 4 &&
		memcmp(it->s, "\xd9\x84", 2) == 0;
}

int
ara_quote_is_name(AraQuotes *r, int start, int at, int verb, const AraQuote *q)
{
	int			words = ara_quote_words(q, MANY_WORDS);
	const AraQuoteItem *before = item(r, at - 1);
	int			attached = before->kind == ARA_QI_WORD && before->e + 4 >= item(r, at)->s &&
		before->e == item(r, at)->s;

	if (before->kind == ARA_QI_COLON || is_predicate(r, at, q, words) ||
		is_clause(r, start, at, q, words))
		return 0;
	if ((before->roles & ARA_QR_NAMING) && !(before->gram & ARA_QG_ARTICLE))
		return words <= NAME_WORDS || !(roles(r, at - 1) & ARA_QR_DOC);
	if (words > NAME_WORDS)
		return 0;
	if (named_before(r, start, at, 4))
		return 1;
	/* the coach of "the reds" */
	if ((before->roles & ARA_QR_TITLE) && !(before->gram & (ARA_QG_ARTICLE | ARA_QG_PRONOUN | ARA_QG_TANWIN)) &&
		!attached && verb >= 0 && ara_quote_verb_reaches(r, verb, at))
		return 1;
	/* to "name" */
	if (attached && ara_quote_is_to(r, at - 1))
		return 1;
	if (ara_quote_is_called(r, at - 1))
		return 1;
	/* of "name" and "name" */
	if (attached && before->e - before->s == 2 && kind(r, at - 2) == ARA_QI_QUOTE &&
		memcmp(before->s, "\xd9\x88", 2) == 0 &&
		(r->last.start == NULL || r->last.start < item(r, at - 2)->s))
		return 1;
	/* he wrote in "title": "..." */
	if (kind(r, at + 1) == ARA_QI_COLON && (before->roles & ARA_QR_PREP) && !attached)
		return 1;
	/* "name" asked him; "name": "..." */
	if (verb == at - 1 && verb >= 0 && !(roles(r, verb) & ARA_QR_TERM) && !(gram(r, verb) & ARA_QG_PARTICIPLE) &&
		((gram(r, verb) & ARA_QG_PRONOUN) || kind(r, at + 1) == ARA_QI_COLON))
		return 1;
	if (verb >= 0 && (roles(r, verb) & ARA_QR_TERM))
		return 0;
	/* unknown words of a dialect, and who said them */
	if (kind(r, at + 1) == ARA_QI_COMMA && ara_quote_is_speech_verb(r, at + 2) &&
		!(gram(r, at + 2) & ARA_QG_AND))
		return 0;
	if (has_only_names(q, words))
		return 1;
	/* "name" said that */
	if ((roles(r, at + 1) & ARA_QR_THAT) && verb == at - 1)
		return 1;
	if ((words == 1 || is_definite(q, words)) && ((before->roles & ARA_QR_PREP) && !attached) && verb >= 0)
		return !ara_quote_verb_reaches(r, verb, at - 1);
	return 0;
}
