/*
 * noun.c - declension: what dual, plural, feminine, tanwin and a following pronoun do to a stem's spelling
 */
#include <stdio.h>
#include <string.h>

#include "../core/morph.h"
#include "inflect.h"

#define NOMINAL (ARA_TAKES_ARTICLE | ARA_TAKES_PREPOSITION)

typedef struct Noun
{
	FormSink   *sink;
	unsigned	how;
} Noun;

static void
send(const Noun *n, const char *stem, size_t len, const char *ending, int slot, unsigned around)
{
	char		s[PHON_MAX * 3];
	char		written[PHON_MAX * 6];
	char		other[PHON_MAX * 6];

	if (n->how & NOM_NO_ARTICLE)
		around &= ~(unsigned) ARA_TAKES_ARTICLE;
	snprintf(s, sizeof(s), "%.*s%s", (int) len, stem, ending);
	phon_spell(s, 0, written);
	phon_spell(s, 1, other);
	n->sink->form(n->sink, written, slot, around);
	if (strcmp(written, other) != 0)
		n->sink->form(n->sink, other, slot, around);
}

/* the stem before a pronoun, in the three cases: a hamza at its end moves with them */
static void
send_bound(const Noun *n, const char *stem, size_t len, int slot)
{
	if (len > 0 && stem[len - 1] == '\'')
	{
		send(n, stem, len, "u", slot, ARA_TAKES_POSSESSIVE | ARA_TAKES_PREPOSITION);
		send(n, stem, len, "a", slot, ARA_TAKES_POSSESSIVE | ARA_TAKES_PREPOSITION);
		send(n, stem, len, "i", slot, ARA_TAKES_POSSESSIVE | ARA_TAKES_PREPOSITION);
	}
	else
		send(n, stem, len, "", slot, ARA_TAKES_POSSESSIVE | ARA_TAKES_PREPOSITION);
}

static void
send_dual(const Noun *n, const char *stem, size_t len, int slot, int construct)
{
	send(n, stem, len, "An", slot, ARA_ALONE | NOMINAL);
	send(n, stem, len, "ayn", slot, ARA_ALONE | NOMINAL);
	send(n, stem, len, "A", construct, ARA_ALONE | ARA_TAKES_POSSESSIVE | ARA_TAKES_PREPOSITION);
	send(n, stem, len, "ay", construct, ARA_ALONE | ARA_TAKES_POSSESSIVE | ARA_TAKES_PREPOSITION);
}

/* a hamza after a consonant keeps its line before the alef of tanwin and dual, or takes a seat: juz'an, 3ib'an */
static void
send_after_hamza(const Noun *n, const char *stem, size_t len, const char *ending, int slot, unsigned around)
{
	char		written[PHON_MAX * 4];
	char		s[PHON_MAX * 6];
	char		base[PHON_MAX];

	snprintf(base, sizeof(base), "%.*s", (int) len - 1, stem);
	phon_spell(base, 0, written);
	if (n->how & NOM_NO_ARTICLE)
		around &= ~(unsigned) ARA_TAKES_ARTICLE;
	snprintf(s, sizeof(s), "%s%s%s", written, "ء", ending);
	n->sink->form(n->sink, s, slot, around);
	snprintf(s, sizeof(s), "%s%s%s", written, "ئ", ending);
	n->sink->form(n->sink, s, slot, around);
}

static void
sound_feminine(const Noun *n, const char *stem, size_t len)
{
	send(n, stem, len, "At", ARA_SOUND_FEMININE, ARA_ALONE | ARA_TAKES_POSSESSIVE | NOMINAL);
}

/* a stem with ta marbuta, given without it */
static void
with_ta_marbuta(const Noun *n, const char *stem, size_t len, int slot, int dual, int dual_construct)
{
	char		t[PHON_MAX * 2];

	send(n, stem, len, "p", slot, ARA_ALONE | NOMINAL);
	snprintf(t, sizeof(t), "%.*st", (int) len, stem);
	send_bound(n, t, strlen(t), slot);
	if (n->how & (NOM_DUAL | NOM_FEMININE))
		send_dual(n, t, strlen(t), dual, dual_construct);
}

void
noun_forms(const char *stem, unsigned how, FormSink *sink)
{
	Noun		noun = {sink, how};
	const Noun *n = &noun;
	size_t		len = strlen(stem);
	int			base = how & NOM_PLURAL ? ARA_BROKEN : ARA_SINGULAR;
	char		last,
				before;
	int			defective,
				hamza_after_consonant;
	char		open[PHON_MAX * 2];	/* the stem before a vowel */
	size_t		olen;

	if (len == 0 || len >= PHON_MAX - 8)
		return;
	last = stem[len - 1];
	before = len > 1 ? stem[len - 2] : 0;

	if (last == 'p')
	{
		with_ta_marbuta(n, stem, len - 1, base, ARA_DUAL, ARA_DUAL_CONSTRUCT);
		if (how & NOM_SOUND_FEMININE)
		{
			/* fataap: fatayaat, salaap: salawaat: both, since the root decides */
			if (before == 'A')
			{
				snprintf(open, sizeof(open), "%.*say", (int) len - 2, stem);
				sound_feminine(n, open, strlen(open));
				snprintf(open, sizeof(open), "%.*saw", (int) len - 2, stem);
				sound_feminine(n, open, strlen(open));
				if (len > 5)	/* mubaaraap: mubaarayaat */
					send(n, stem, len - 1, "t", ARA_SOUND_FEMININE, ARA_TAKES_POSSESSIVE);
			}
			else
				sound_feminine(n, stem, len - 1);
		}
		return;
	}

	snprintf(open, sizeof(open), "%s", stem);
	olen = len;
	defective = last == 'y' && before == 'i' && len > 3;
	hamza_after_consonant = last == '\'' && before != 'a' && before != 'i' && before != 'u' && before != 'A';

	if (last == 'Y' || (last == 'A' && before == 'y'))
	{
		send(n, stem, len, "", base, ARA_ALONE | NOMINAL);
		snprintf(open, sizeof(open), "%.*sA", (int) len - 1, stem);
		send_bound(n, open, len, base);
		snprintf(open, sizeof(open), "%.*say", (int) len - 1, stem);
		olen = len + 1;
		if (how & NOM_DUAL)
			send_dual(n, open, olen, ARA_DUAL, ARA_DUAL_CONSTRUCT);
		if (how & NOM_SOUND_FEMININE)
			sound_feminine(n, open, olen);
		if (how & NOM_SOUND_MASCULINE)
		{
			send(n, stem, len - 1, "awn", ARA_SOUND_MASCULINE, ARA_ALONE | NOMINAL);
			send(n, stem, len - 1, "ayn", ARA_SOUND_MASCULINE, ARA_ALONE | NOMINAL);
			send(n, stem, len - 1, "aw", ARA_SOUND_MASCULINE_CONSTRUCT, ARA_TAKES_POSSESSIVE | ARA_ALONE);
			send(n, stem, len - 1, "ay", ARA_SOUND_MASCULINE_CONSTRUCT,
				 ARA_TAKES_POSSESSIVE | ARA_ALONE | ARA_TAKES_PREPOSITION);
		}
		if (how & NOM_FEMININE)
			with_ta_marbuta(n, (snprintf(open, sizeof(open), "%.*sA", (int) len - 1, stem), open), len,
							ARA_FEMININE, ARA_FEMININE_DUAL, ARA_FEMININE_DUAL_CONSTRUCT);
		return;
	}

	send(n, stem, len, "", base, ARA_ALONE | NOMINAL);
	if (defective)
	{
		/* qaaDi without its ya when indefinite */
		send(n, stem, len - 2, "", base, ARA_ALONE | ARA_TAKES_PREPOSITION);
	}
	send_bound(n, stem, len, base);
	if (how & NOM_FIVE)
	{
		send(n, stem, len, "uw", base, ARA_ALONE | ARA_TAKES_POSSESSIVE);
		send(n, stem, len, "A", base, ARA_ALONE | ARA_TAKES_POSSESSIVE);
		send(n, stem, len, "iy", base, ARA_ALONE | ARA_TAKES_POSSESSIVE | ARA_TAKES_PREPOSITION);
	}
	if (how & NOM_TANWIN)
	{
		if (hamza_after_consonant)
			send_after_hamza(n, stem, len, "ا", ARA_TANWIN, ARA_ALONE);
		else if (last != '\'' && last != 'A')
			send(n, open, olen, "A", ARA_TANWIN, ARA_ALONE);
		else if (last == '\'' && (before == 'i' || before == 'u'))
			send(n, open, olen, "A", ARA_TANWIN, ARA_ALONE);
	}
	if (how & NOM_DUAL)
	{
		if (hamza_after_consonant)
		{
			send_after_hamza(n, stem, len, "ان", ARA_DUAL, ARA_ALONE | NOMINAL);
			send_after_hamza(n, stem, len, "ا", ARA_DUAL_CONSTRUCT, ARA_ALONE | ARA_TAKES_POSSESSIVE);
		}
		if (last == '\'' && before == 'A')
		{
			char		w[PHON_MAX * 2];

			snprintf(w, sizeof(w), "%.*sw", (int) len - 1, stem);
			send_dual(n, w, len, ARA_DUAL, ARA_DUAL_CONSTRUCT);
		}
		if (last == 'A')
		{
			snprintf(open, sizeof(open), "%.*saw", (int) len - 1, stem);
			olen = len + 1;
		}
		send_dual(n, open, olen, ARA_DUAL, ARA_DUAL_CONSTRUCT);
	}
	if (how & NOM_SOUND_MASCULINE)
	{
		size_t		cut = defective ? len - 2 : len;

		send(n, stem, cut, "uwn", ARA_SOUND_MASCULINE, ARA_ALONE | NOMINAL);
		send(n, stem, cut, "iyn", ARA_SOUND_MASCULINE, ARA_ALONE | NOMINAL);
		send(n, stem, cut, "uw", ARA_SOUND_MASCULINE_CONSTRUCT, ARA_ALONE | ARA_TAKES_POSSESSIVE);
		send(n, stem, cut, "iy", ARA_SOUND_MASCULINE_CONSTRUCT,
			 ARA_ALONE | ARA_TAKES_POSSESSIVE | ARA_TAKES_PREPOSITION);
	}
	if (how & NOM_SOUND_FEMININE)
	{
		if (last == '\'' && before == 'A')
		{
			char		w[PHON_MAX * 2];

			snprintf(w, sizeof(w), "%.*sw", (int) len - 1, stem);
			sound_feminine(n, w, len);
		}
		if (last == 'A')
		{
			snprintf(open, sizeof(open), "%.*sh", (int) len, stem);
			sound_feminine(n, open, len + 1);
			snprintf(open, sizeof(open), "%.*saw", (int) len - 1, stem);
			sound_feminine(n, open, len + 1);
			send(n, stem, len, "t", ARA_SOUND_FEMININE, ARA_ALONE | ARA_TAKES_POSSESSIVE | NOMINAL);
		}
		else
			sound_feminine(n, stem, len);
	}
	if (how & NOM_FEMININE)
		with_ta_marbuta(n, stem, len, ARA_FEMININE, ARA_FEMININE_DUAL, ARA_FEMININE_DUAL_CONSTRUCT);
}
