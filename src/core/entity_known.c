/*
 * entity_known.c - names that the gazetteer knows, against labels
 *
 * The tagger weighs; where a whole name is known, its bounds are:
 *
 *     N1   Latin letters, and known: that name        in Arabic text they are too rare to be learned
 *     N2   two known names without a sign between     lists of keywords
 *     N3   part of a known person or place            the whole of it
 *     N4   a known person or place, then a preposition   "to the states" is not of the name
 *     N5   a single letter                           no name
 */
#include "entity.h"
#include "namekey.h"

#define MIN_LATIN 4				/* letters */
#define LATIN_SURE 0.9f

#define MAX_SOUND 200			/* bytes of a name that is looked up by its sound */

uint32_t
ara_sounds_like(const AraGazetteer *g, const char *s, size_t len)
{
	char		key[2 * MAX_SOUND + 2];
	uint32_t	walk;
	uint32_t	what;

	if (len > MAX_SOUND)
		return 0;
	walk = ara_gazetteer_key_walk(key, ara_name_key(s, len, key));
	what = walk == 0 ? 0 : ara_gazetteer_find(g, walk);
	return what & ARA_G_EVERYDAY ? 0 : what & ARA_G_NAME;
}

int
ara_name_end(const AraNameToken *t, int n, int i)
{
	int			e = i + 1;

	while (e < n && t[e].label == t[i].label + 1 && !t[e].starts)
		e++;
	return e;
}

/* The label of the first word of a known name. */
static int
label_of(uint32_t match)
{
	return match & ARA_G_PERSON ? ARA_L_PERSON : match & ARA_G_PLACE ? ARA_L_PLACE : ARA_L_ORGANISATION;
}

static void
set_label(AraNameToken *t, int words, int label)
{
	int			k;

	for (k = 0; k < words; k++)
		t[k].label = (uint8_t) (label + (k > 0));
}

/* N1 */
static void
latin(const AraGazetteer *g, AraNameToken *t, int n, int i)
{
	int			words = t[i].match_words;
	int			k;

	if (t[i].w.nature == ARA_NN_LATIN && words == 0 && t[i].match == 0 && *t[i].start >= 'A' && *t[i].start <= 'Z' &&
		ara_sounds_like(g, t[i].start, t[i].len))
	{
		t[i].match = ARA_G_PERSON;
		words = 1;
	}
	if (t[i].w.nature != ARA_NN_LATIN || words == 0 || (t[i].match & ARA_G_EVERYDAY) || t[i].len < MIN_LATIN ||
		(t[i].label != ARA_L_NONE && ara_name_end(t, n, i) != i + words))
		return;
	for (k = 1; k < words; k++)
		if (t[i].label == ARA_L_NONE && t[i + k].label != ARA_L_NONE)
			return;
	set_label(t + i, words, label_of(t[i].match));
	for (k = 0; k < words; k++)
		if (t[i + k].sure < LATIN_SURE)
			t[i + k].sure = LATIN_SURE;
}

/* N2: cuts the name of tokens i to e before a known one that begins where a known one has ended. */
static void
split(AraNameToken *t, int i, int e)
{
	int			k;
	int			words = t[i].match_words;

	for (k = i + words; words > 1 && k < e && t[k].match_words > 0; k += words)
	{
		words = t[k].match_words;
		if (k + words > e)
			return;
		set_label(t + k, words, label_of(t[k].match));
		if (k + words < e)
			t[k + words].label = (uint8_t) (t[k + words].label - 1);
	}
}

/* N3: makes the name of tokens i to e the whole of the known one that it stands in. */
static void
extend(AraNameToken *t, int n, int i, int e)
{
	int			label = t[i].label;
	int			s = i;
	int			k;

	if (label != ARA_L_PERSON && label != ARA_L_PLACE)
		return;
	while (s > 0 && t[s].match && t[s].match_words == 0)
		s--;
	if (t[s].match_words < 2 || s + t[s].match_words < e || (s == i && s + t[s].match_words == e) ||
		label_of(t[s].match) != label || s + t[s].match_words > n)
		return;
	/* the generic head of a place and the title of a person stay outside */
	if (s < i && (t[s].w.roles & (ARA_TRIGGER_TITLE | ARA_TRIGGER_PLACE)))
		return;
	for (k = s; k < s + t[s].match_words; k++)
		if ((k < i || k >= e) && t[k].label != ARA_L_NONE)
			return;
	for (k = s; k < s + t[s].match_words; k++)
		if (k < i || k >= e)
			t[k].sure = t[i].sure;
	set_label(t + s, t[s].match_words, label);
}

/* N4 */
static void
cut(AraNameToken *t, int i, int e)
{
	int			k = i + t[i].match_words;

	if (t[i].label > ARA_L_PLACE || t[i].match_words < 2 || k >= e || t[k].w.clitic != ARA_NC_PREPOSITION)
		return;
	for (; k < e; k++)
		t[k].label = ARA_L_NONE;
}

void
ara_settle_known(const AraGazetteer *g, AraNameToken *t, int n)
{
	int			i;

	for (i = 0; i < n; i++)
	{
		latin(g, t, n, i);
		if (t[i].label & 1)
			split(t, i, ara_name_end(t, n, i));
		/* N5 */
		if ((t[i].label & 1) && t[i].w.letters == 1 && t[i].match == 0 && ara_name_end(t, n, i) == i + 1)
			t[i].label = ARA_L_NONE;
		if (t[i].label & 1)
			cut(t, i, ara_name_end(t, n, i));
		if (t[i].label & 1)
			extend(t, n, i, ara_name_end(t, n, i));
	}
}
