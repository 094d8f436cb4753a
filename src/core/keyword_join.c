/*
 * keyword_join.c - whether two words that stand side by side are of one keyword
 *
 *     id    words                                              reason
 *     J1    preposition, and what stands around it             it begins no keyword and ends none
 *     J2    word with a proclitic (and the, for the)           the same
 *     J3    definite noun or adjective + definite adjective    the adjective has its noun's article
 *     J4    indefinite noun + definite noun or name            first and second part of an idafa
 *     J5    indefinite noun + indefinite adjective             as J3
 *     J6    first name + another, or one unknown               a person
 *     J7    unknown word + unknown word or family name         a foreign person
 *     J11   ibn, bint, al, abu + any word, any word + ibn      inside a name
 *     J8    number behind a word                               year of an event, version
 *     J9    a word and itself                                  two keywords that share it
 *     J10   Arabic yeh or kaf + Persian ones, or the reverse   typed at another keyboard
 *
 * A rule's cost is how much a keyword of both words costs beyond one: below
 * ARA_KEYWORD_NEW it joins, above it separates.  These are plausible defaults;
 * the text and a dictionary outweigh them.
 */
#include <string.h>

#include "analyze.h"
#include "ara.h"
#include "chartab.h"
#include "gazetteer.h"
#include "hash.h"
#include "keyword.h"
#include "utf8.h"

#define BITS(n) ((n) * ARA_KEYWORD_BIT)

/* How many of a word's analyses are asked: a definite adjective is often read as a noun first. */
#define READINGS 4

static unsigned
word_kind(const AraKeywordWord *w)
{
	char		folded[ARA_MAX_WORD * ARA_NORM_GROWTH + 16];
	char		spelled[ARA_MAX_WORD * ARA_NORM_GROWTH + 16];
	AraAnalysis a[READINGS];
	size_t		nfolded;
	size_t		nspelled;
	unsigned	kind = 0;
	AraGazetteer g;
	uint32_t	what;
	int			size;
	int			n;
	int			i;

	if (w->len > ARA_MAX_WORD)
		return ARA_KW_UNKNOWN;	/* too long for the buffers */
	if (ara_class(ara_decode(w->s, w->s + w->len, &size)) == ARA_C_DIGIT)
		return ARA_KW_DIGIT;
	nfolded = ara_normalize(w->s, w->len, folded, ARA_NORM_FOLD);
	nspelled = ara_normalize(w->s, w->len, spelled, ARA_NORM_SPELLING);
	n = ara_analyze(folded, nfolded, spelled, nspelled, a, READINGS);
	if (n == 0)
		return ara_unknown_article(folded, nfolded) > 0 ? ARA_KW_UNKNOWN | ARA_KW_DEFINITE : ARA_KW_UNKNOWN;
	ara_gazetteer_builtin(&g);
	what = ara_gazetteer_find(&g, ara_gazetteer_hash(0, ara_hash(folded, nfolded)));
	kind |= (what & ARA_G_GIVEN ? ARA_KW_GIVEN : 0) | (what & ARA_G_FAMILY ? ARA_KW_FAMILY : 0);
	if (a[0].article)
		kind |= ARA_KW_DEFINITE;
	if (a[0].before > (a[0].article ? 2 : 0) && a[0].after == 0 && what == 0 &&
		ara_lemma_pos(a[0].lemma) != ARA_FUNCTION)
		kind |= ARA_KW_CLITIC;
	for (i = 0; i < n; i++)
	{
		AraPos		pos = ara_lemma_pos(a[i].lemma);

		if (pos == ARA_FUNCTION && i == 0)
			return ARA_KW_FUNCTION;
		if (a[i].article != a[0].article || (a[i].before > 0) != (a[0].before > 0))
			continue;
		if (pos == ARA_NOUN || pos == ARA_NUMERAL)
			kind |= ARA_KW_NOUN;
		if (pos == ARA_ADJECTIVE)
			kind |= ARA_KW_ADJECTIVE;
		if (pos == ARA_NAME && i == 0)
			kind |= ARA_KW_NAME;
		if (pos == ARA_ADJECTIVE && i == 0)
			kind |= ARA_KW_ADJECTIVE_FIRST;
	}
	return kind;
}

static int
ends_in_teh(const AraKeywordWord *w)
{
	return w->len > 2 && memcmp(w->s + w->len - 2, "\xD8\xA9", 2) == 0;	/* TEH MARBUTA */
}

#define PERSON 7				/* bits, a number that no other rule has */

/* Whether two words may be a person's names: J6, J7 */
static int
is_person(const AraKeywordWord *a, const AraKeywordWord *b)
{
	if (a->kind & ARA_KW_GIVEN && b->kind & ARA_KW_DEFINITE)
		return (b->kind & (ARA_KW_ADJECTIVE_FIRST | ARA_KW_FAMILY | ARA_KW_UNKNOWN)) != 0;
	if (b->kind & (ARA_KW_DEFINITE | ARA_KW_DIGIT))
		return 0;
	if (a->kind & ARA_KW_GIVEN)
		return (b->kind & (ARA_KW_GIVEN | ARA_KW_FAMILY | ARA_KW_UNKNOWN)) != 0;
	return a->kind & ARA_KW_UNKNOWN && b->kind & (ARA_KW_UNKNOWN | ARA_KW_FAMILY);
}

/* J11: BEH NOON; BEH NOON TEH; ALEF BEH NOON; ALEF WITH MADDA, LAM; ALEF WITH HAMZA, BEH, WAW */
static int
is_kin(const AraKeywordWord *w)
{
	static const char *const kin[] = {
		"\xD8\xA8\xD9\x86", "\xD8\xA8\xD9\x86\xD8\xAA", "\xD8\xA7\xD8\xA8\xD9\x86",
		"\xD8\xA2\xD9\x84", "\xD8\xA3\xD8\xA8\xD9\x88"
	};
	size_t		i;

	for (i = 0; i < sizeof(kin) / sizeof(kin[0]); i++)
		if (w->len == strlen(kin[i]) && memcmp(w->s, kin[i], w->len) == 0)
			return 1;
	return 0;
}

static int
join_cost(const AraKeywordWord *a, const AraKeywordWord *b)
{
	if (a->hash == b->hash)
		return BITS(30);		/* J9 */
	if (b->kind & ARA_KW_FUNCTION || a->kind & ARA_KW_FUNCTION)
		return BITS(0);			/* J1 */
	if (b->kind & ARA_KW_CLITIC)
		return BITS(0);			/* J2 */
	if (is_kin(a) || (is_kin(b) && !(a->kind & ARA_KW_DEFINITE)))
		return BITS(0);			/* J11 */
	if (b->kind & ARA_KW_DIGIT)
		return BITS(5);			/* J8 */
	if (a->kind & ARA_KW_DEFINITE && b->kind & ARA_KW_DEFINITE && b->kind & ARA_KW_ADJECTIVE)
	{
		/* two adjectives of one noun agree with each other */
		if (a->kind & ARA_KW_ADJECTIVE_FIRST && ends_in_teh(a) != ends_in_teh(b))
			return BITS(14);
		return b->kind & ARA_KW_ADJECTIVE_FIRST ? BITS(3) : BITS(9);	/* J3 */
	}
	if (is_person(a, b))
		return BITS(PERSON);	/* J6, J7 */
	if (a->kind & ARA_KW_NOUN && !(a->kind & (ARA_KW_DEFINITE | ARA_KW_NAME)))
	{
		if (b->kind & (ARA_KW_DEFINITE | ARA_KW_NAME))
			return a->kind & ARA_KW_ADJECTIVE ? BITS(9) : BITS(6);	/* J4 */
		if (b->kind & ARA_KW_ADJECTIVE && (!(b->kind & ARA_KW_NOUN) || b->kind & ARA_KW_ADJECTIVE_FIRST))
			return BITS(4);		/* J5 */
	}
	return BITS(14);
}

/* Which keyboard typed a word: 1 Arabic, 2 Persian, 0 not to be told. */
static int
keyboard(const AraKeywordWord *w)
{
	const char *end = w->s + w->len;
	const char *p;
	int			seen = 0;
	int			size;

	for (p = w->s; p < end; p += size)
		switch (ara_decode(p, end, &size))
		{
			case 0x064A:		/* ARABIC LETTER YEH */
			case 0x0643:		/* ARABIC LETTER KAF */
				seen |= 1;
				break;
			case 0x06CC:		/* ARABIC LETTER FARSI YEH */
			case 0x06A9:		/* ARABIC LETTER KEHEH */
				seen |= 2;
				break;
			default:
				break;
		}
	return seen == 3 ? 0 : seen;
}

void
ara_keyword_join(AraKeywordLine *l)
{
	int			persons = 0;	/* words joined by J6 or J7 in a row */
	int			board = 0;
	int			i;

	for (i = 0; i < l->n; i++)
		l->word[i].kind = word_kind(&l->word[i]);
	for (i = 1; i < l->n; i++)
	{
		AraKeywordWord *w = &l->word[i];

		w->join = join_cost(w - 1, w);
		if (board == 0)
			board = keyboard(w - 1);
		if (board + keyboard(w) == 3)
		{
			w->first = 1;		/* J10 */
			board = 0;
		}
		/* most persons are called by two names */
		persons = w->join == BITS(PERSON) ? persons + 1 : 0;
		if (persons % 2 == 0 && persons > 0)
			w->join += BITS(6);
		if (w[-1].found & 2)
			w->join = 0;
		else if (i > 1 && w[-2].found & 2 && w->join > 0)
			w->join += BITS(5); /* a phrase of the text ends before it */
	}
}
