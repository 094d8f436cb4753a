/*
 * article_name.c - is a line the name of a person, or of a place?
 *
 * A given name of the markers (src/data/article.tsv, or the caller's) begins a
 * person; so does what the gazetteer knows as a given name and as nothing else.
 * A word that is an everyday one too needs a known name behind it.
 */
#include "article.h"
#include "chartab.h"
#include "gazetteer.h"
#include "hash.h"
#include "letters.h"
#include "utf8.h"

/* Words of a person, and the longest word of a name, in bytes. */
#define MAX_PERSON_WORDS 5
#define MAX_NAME_WORD 48

/* Words of a trade behind a name. */
#define MAX_TRADE_WORDS 2

/* Words of a place. */
#define MAX_PLACE_WORDS 3

/* The end of the word at s. */
static const char *
word_end(const char *s, const char *e)
{
	int			len;

	for (; s < e && !ara_is_blank(ara_decode(s, e, &len)); s += len)
		;
	return s;
}

/* Where the walk of a name leads with the word [s, e); *what: what the name so far is. */
static uint32_t
step(const AraGazetteer *g, uint32_t walk, const char *s, const char *e, uint32_t *what)
{
	char		fold[MAX_NAME_WORD * ARA_MAP_GROWTH + 64];
	size_t		len = (size_t) (e - s);
	uint32_t	hash;

	*what = 0;
	if (len == 0 || len > MAX_NAME_WORD || ara_normalize_bound(len) > sizeof(fold))
		return 0;
	len = ara_normalize(s, len, fold, ARA_NORM_FOLD);
	if (len == 0)
		return 0;
	hash = ara_hash(fold, len);
	walk = ara_gazetteer_hash(walk, hash == 0 ? 1 : hash);
	*what = ara_gazetteer_find(g, walk);
	return walk;
}

/* Does [s, e) begin with a word of the role?  Returns where that ends, else NULL. */
const char *
ara_word_of(const AraArticle *a, const char *s, const char *e, AraRole role)
{
	AraMark		marks[ARA_MAX_MARKS];
	int			len;
	int			i;

	for (i = ara_markers_at(a->own, s, e, marks); i > 0; i--)
		if (marks[i - 1].role == role &&
			(marks[i - 1].end == e || !ara_is_word_char(ara_decode(marks[i - 1].end, e, &len))))
			return marks[i - 1].end;
	return NULL;
}

/* Where a name ends before the trade of its bearer, or before a button: [s, e) has more than that. */
const char *
ara_behind_name(const AraArticle *a, const char *s, const char *e)
{
	const char *p = e;
	int			n;
	int			len;

	for (n = 0; n < MAX_TRADE_WORDS; n++)
	{
		AraMark		marks[ARA_MAX_MARKS];
		int			i;

		p = ara_trim(s, p);
		while (p > s && !ara_is_blank(ara_decode(ara_prev_char(s, p), e, &len)))
			p = ara_prev_char(s, p);
		if (ara_words(s, p, 1) == 0)
			break;
		for (i = ara_markers_at(a->own, p, e, marks); i > 0; i--)
			if (marks[i - 1].role == ARA_R_STAFF && marks[i - 1].where == ARA_W_INLINE &&
				marks[i - 1].end == e)
				return ara_trim(s, p);
	}
	return e;
}

/* Does [s, e) begin with a word for an outlet ('page', 'portal', 'newspaper')? */
int
ara_is_outlet(const AraArticle *a, const char *s, const char *e)
{
	AraMark		marks[ARA_MAX_MARKS];
	int			len;
	int			i;

	for (i = ara_markers_at(a->own, s, e, marks); i > 0; i--)
		if (marks[i - 1].role == ARA_R_SECTION && marks[i - 1].where == ARA_W_INLINE && marks[i - 1].end < e &&
			!ara_is_word_char(ara_decode(marks[i - 1].end, e, &len)))
			return 1;
	return 0;
}

/* Two buttons or more on one line, and nothing else: the networks of a share box. */
int
ara_is_buttons(const AraArticle *a, const char *s, const char *e)
{
	int			buttons = 0;

	if (ara_is_longer(s, e, ARA_MAX_BYLINE))
		return 0;
	for (s = ara_skip_signs(s, e); s < e; s = ara_skip_signs(s, e))
	{
		AraMark		marks[ARA_MAX_MARKS];
		int			i;
		int			len;

		for (i = ara_markers_at(a->own, s, e, marks); i > 0; i--)
			if (marks[i - 1].where == ARA_W_LINE &&
				(marks[i - 1].role == ARA_R_SHARE || marks[i - 1].role == ARA_R_BOILERPLATE) &&
				(marks[i - 1].end == e || !ara_is_word_char(ara_decode(marks[i - 1].end, e, &len))))
				break;
		if (i == 0)
			return 0;
		s = marks[i - 1].end;
		buttons++;
	}
	return buttons >= 2;
}

/* Words only: letters, marks, full stops of abbreviations; no sign of a sentence. */
int
ara_is_words(const char *s, const char *e)
{
	int			len;

	for (; s < e; s += len)
	{
		uint32_t	cp = ara_decode(s, e, &len);

		if (!ara_is_word_char(cp) && !ara_is_blank(cp) && cp != '.' && cp != '\'' && cp != 0x200F)
			return 0;
	}
	return 1;
}

/* Is it a person's name: see above; every sign and number in it says no. */
int
ara_is_person(const AraArticle *a, const char *s, const char *e)
{
	int			words = ara_words(s, e, MAX_PERSON_WORDS);
	int			family = 0;
	int			given;
	uint32_t	what;
	AraGazetteer g;
	const char *p;

	if (words < 2 || words > MAX_PERSON_WORDS || !ara_is_words(s, e) || ara_has_digit(s, e) ||
		ara_ending(s, e) != ARA_END_NONE)
		return 0;
	if (ara_word_of(a, s, e, ARA_R_NAME) != NULL)
		return 1;
	ara_gazetteer_builtin(&g);
	p = word_end(s, e);
	step(&g, 0, s, p, &what);
	if ((what & ARA_G_GIVEN) && !(what & ARA_G_EVERYDAY))
		return 1;
	given = what & ARA_G_GIVEN;
	while (p < e)
	{
		s = ara_skip_blank(p, e);
		p = word_end(s, e);
		step(&g, 0, s, p, &what);
		family += (what & (ARA_G_GIVEN | ARA_G_FAMILY)) && !(what & ARA_G_EVERYDAY);
	}
	return words <= 4 && (given ? family > 0 : family >= 2 && family == words - 1);
}

/* Two words or three, one of them a name that may be an everyday word as well: where a name is expected. */
int
ara_may_be_person(const char *s, const char *e)
{
	int			words = ara_words(s, e, MAX_PERSON_WORDS);
	uint32_t	what;
	AraGazetteer g;

	if (words < 2 || words > 3 || !ara_is_words(s, e))
		return 0;
	ara_gazetteer_builtin(&g);
	while (s < e)
	{
		const char *p = word_end(s, e);

		step(&g, 0, s, p, &what);
		if (what & (ARA_G_GIVEN | ARA_G_FAMILY))
			return 1;
		s = ara_skip_blank(p, e);
	}
	return 0;
}

/* Is [s, e) a place, by the markers or by the gazetteer? */
int
ara_is_place(const AraArticle *a, const char *s, const char *e)
{
	uint32_t	what = 0;
	uint32_t	walk = 0;
	AraGazetteer g;
	int			n;

	if (ara_word_of(a, s, e, ARA_R_PLACE) == e)
		return 1;
	ara_gazetteer_builtin(&g);
	for (n = 0; n < MAX_PLACE_WORDS && s < e; n++)
	{
		const char *p = word_end(s, e);

		walk = step(&g, walk, s, p, &what);
		if (walk == 0 || what == 0)
			return 0;
		s = ara_skip_blank(p, e);
	}
	return s == e && (what & ARA_G_PLACE) && !(what & ARA_G_EVERYDAY);
}
