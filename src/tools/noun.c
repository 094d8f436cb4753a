/*
 * noun.c - declension: what dual, plural, feminine, tanwin and a following pronoun do to a stem's spelling
 */
#include <stdio.h>
#include <string.h>

#include "../core/morph.h"
#include "inflect.h"

#define NOMINAL (ARA_TAKES_ARTICLE | ARA_TAKES_PREPOSITION)
/* a construct that no preposition contradicts */
#define GENITIVE (ARA_ALONE | ARA_TAKES_POSSESSIVE | ARA_TAKES_PREPOSITION)

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
	send(n, stem, len, "A", construct, ARA_ALONE | ARA_TAKES_POSSESSIVE);
	send(n, stem, len, "ay", construct, GENITIVE);
}

/* sends written + ending, both as they are written */
static void
send_written(const Noun *n, const char *written, const char *ending, int slot, unsigned around)
{
	char		s[PHON_MAX * 6];

	snprintf(s, sizeof(s), "%s%s", written, ending);
	n->sink->form(n->sink, s, slot, around);
}

/*
 * Tanwin and dual of a stem that ends in a consonant and a hamza (juz', 3ib').
 * Before an alef the hamza stands on yeh if the letter before joins it (3ib'an,
 * 3ib'aani), else on the line (juz'an, juz'aani); the dual has it like that or
 * as the sounds ask (juz'ayni with alef).
 */
static void
after_hamza(const Noun *n, const char *stem, size_t len)
{
	char		written[PHON_MAX * 4];
	char		base[PHON_MAX];
	int			joins = !strchr("d*rzw", stem[len - 2]);

	snprintf(base, sizeof(base), "%.*s", (int) len - 1, stem);
	phon_spell(base, 0, written);
	strcat(written, joins ? "ئ" : "ء");
	if (n->how & NOM_TANWIN)
		send_written(n, written, "ا", ARA_TANWIN, ARA_ALONE);
	if (!(n->how & NOM_DUAL))
		return;
	send_written(n, written, "ان", ARA_DUAL, ARA_ALONE | NOMINAL);
	send_written(n, written, "ين", ARA_DUAL, ARA_ALONE | NOMINAL);
	send_written(n, written, "ا", ARA_DUAL_CONSTRUCT, ARA_ALONE | ARA_TAKES_POSSESSIVE);
	send_written(n, written, "ي", ARA_DUAL_CONSTRUCT, GENITIVE);
	if (joins)
	{
		send(n, stem, len, "ayn", ARA_DUAL, ARA_ALONE | NOMINAL);
		send(n, stem, len, "ay", ARA_DUAL_CONSTRUCT, GENITIVE);
	}
	else
		send_dual(n, stem, len, ARA_DUAL, ARA_DUAL_CONSTRUCT);
}

static void
sound_feminine(const Noun *n, const char *stem, size_t len)
{
	send(n, stem, len, "At", n->how & NOM_FEMININE ? ARA_FEMININE_PLURAL : ARA_SOUND_FEMININE,
		 ARA_ALONE | ARA_TAKES_POSSESSIVE | NOMINAL);
}

static void
sound_masculine(const Noun *n, const char *stem, size_t len, const char *nominative, const char *genitive)
{
	char		ending[8];

	snprintf(ending, sizeof(ending), "%sn", nominative);
	send(n, stem, len, ending, ARA_SOUND_MASCULINE, ARA_ALONE | NOMINAL);
	snprintf(ending, sizeof(ending), "%sn", genitive);
	send(n, stem, len, ending, ARA_SOUND_MASCULINE, ARA_ALONE | NOMINAL);
	send(n, stem, len, nominative, ARA_SOUND_MASCULINE_CONSTRUCT, ARA_ALONE | ARA_TAKES_POSSESSIVE);
	send(n, stem, len, genitive, ARA_SOUND_MASCULINE_CONSTRUCT, GENITIVE);
}

/* a stem with ta marbuta, given without it */
static void
with_ta_marbuta(const Noun *n, const char *stem, size_t len, int slot, int dual, int dual_construct)
{
	char		t[PHON_MAX * 2];

	send(n, stem, len, "p", slot, ARA_ALONE | NOMINAL);
	snprintf(t, sizeof(t), "%.*s%s", (int) len, stem, stem[len - 1] == 'A' ? "t" : "at");
	send_bound(n, t, strlen(t), slot);
	if (n->how & NOM_DUAL)
		send_dual(n, t, strlen(t), dual, dual_construct);
}

/* mubaaraap: mubaarayaat (a plural like qanawaat has its own place in the lexicon) */
static void
ends_in_ta_marbuta(const Noun *n, const char *stem, size_t len, int base)
{
	char		open[PHON_MAX * 2];

	with_ta_marbuta(n, stem, len - 1, base, ARA_DUAL, ARA_DUAL_CONSTRUCT);
	if (!(n->how & NOM_SOUND_FEMININE))
		return;
	if (len > 2 && stem[len - 2] == 'A')
	{
		snprintf(open, sizeof(open), "%.*say", (int) len - 2, stem);
		sound_feminine(n, open, len);
	}
	else
		sound_feminine(n, stem, len - 1);
}

/* mustashfaY: mustashfaA-hu, mustashfayaan; dunyaA likewise */
static void
ends_in_maqsura(const Noun *n, const char *stem, size_t len, int base)
{
	char		open[PHON_MAX * 2];

	send(n, stem, len, "", base, ARA_ALONE | NOMINAL);
	snprintf(open, sizeof(open), "%.*sA", (int) len - 1, stem);
	send_bound(n, open, len, base);
	if (n->how & NOM_FEMININE)
		with_ta_marbuta(n, open, len, ARA_FEMININE, ARA_FEMININE_DUAL, ARA_FEMININE_DUAL_CONSTRUCT);
	if (n->how & NOM_SOUND_MASCULINE)
		sound_masculine(n, stem, len - 1, "aw", "ay");
	snprintf(open, sizeof(open), "%.*say", (int) len - 1, stem);
	if (n->how & NOM_DUAL)
		send_dual(n, open, len + 1, ARA_DUAL, ARA_DUAL_CONSTRUCT);
	if (n->how & NOM_SOUND_FEMININE)
		sound_feminine(n, open, len + 1);
}

/* 3aSaA: 3aSawaan; and loans: kaamiraA: kaamiraat, kaamirataan */
static void
ends_in_alef(const Noun *n, const char *stem, size_t len, int base)
{
	char		open[PHON_MAX * 2];

	send(n, stem, len, "", base, ARA_ALONE | NOMINAL);
	send_bound(n, stem, len, base);
	if (len <= 4)
	{
		snprintf(open, sizeof(open), "%.*saw", (int) len - 1, stem);
		if (n->how & NOM_DUAL)
			send_dual(n, open, len + 1, ARA_DUAL, ARA_DUAL_CONSTRUCT);
		if (n->how & NOM_SOUND_FEMININE)
			sound_feminine(n, open, len + 1);
	}
	else if (n->how & NOM_SOUND_FEMININE)
	{
		sound_feminine(n, stem, len - 1);
		snprintf(open, sizeof(open), "%.*sat", (int) len - 1, stem);
		if (n->how & NOM_DUAL)
			send_dual(n, open, len + 1, ARA_DUAL, ARA_DUAL_CONSTRUCT);
	}
}

/* the hamza of a feminine ending (SaHraa', kibriyaa'), which becomes w; not binaa', ijraa', bannaa' */
static int
feminine_hamza(const char *stem, size_t len)
{
	if (len < 6 || stem[len - 1] != '\'' || stem[len - 2] != 'A')
		return 0;
	if (strcmp(stem + len - 4, "iyA'") == 0)
		return stem[0] != '{' && stem[0] != '\'';
	return len == 6 && stem[1] == 'a' && stem[2] != stem[3] &&
		!phon_is_vowel(stem[2]) && !phon_is_vowel(stem[3]);
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
	int			defective;
	char		open[PHON_MAX * 2];	/* the stem before the endings of dual and feminine plural */
	size_t		olen = len;

	if (len < 2 || len >= PHON_MAX - 8)
		return;
	last = stem[len - 1];
	before = stem[len - 2];
	if (last == 'p')
	{
		ends_in_ta_marbuta(n, stem, len, base);
		return;
	}
	/* dunyaa, Humayyaa: after y the final long a is an alef; a longer word is a loan or a plural */
	if (last == 'Y' || (last == 'A' && before == 'y' && (len <= 5 || stem[len - 3] == 'y')))
	{
		ends_in_maqsura(n, stem, len, base);
		return;
	}
	if (last == 'A')
	{
		ends_in_alef(n, stem, len, base);
		return;
	}

	snprintf(open, sizeof(open), "%s", stem);
	defective = last == 'y' && before == 'i' && len > 3 && !(how & NOM_LOAN);
	send(n, stem, len, "", base, ARA_ALONE | NOMINAL);
	if ((how & NOM_LOAN) && last == 'w' && before == 'u')	/* raadyuu */
		noun.how = how &= ~(unsigned) (NOM_TANWIN | NOM_DUAL);
	/* qaaDi without its ya when indefinite */
	if (defective)
		send(n, stem, len - 2, "", ARA_SHORTENED, ARA_ALONE | ARA_TAKES_PREPOSITION);
	if (how & NOM_FIVE)
	{
		/* abuu-hu, abaa-hu, abii-hi; abawaani */
		send(n, stem, len, "uw", base, ARA_ALONE | ARA_TAKES_POSSESSIVE);
		send(n, stem, len, "A", base, ARA_ALONE | ARA_TAKES_POSSESSIVE);
		send(n, stem, len, "iy", base, ARA_ALONE | ARA_TAKES_POSSESSIVE | ARA_TAKES_PREPOSITION);
		snprintf(open, sizeof(open), "%saw", stem);
		olen = len + 2;
	}
	else
		send_bound(n, stem, len, base);
	if (feminine_hamza(stem, len))
		open[len - 1] = 'w';
	if (last == '\'' && !phon_is_vowel(before) && before != 'w' && before != 'y')
		after_hamza(n, stem, len);
	else
	{
		/* maa'an, mabda'an have no alef */
		if ((how & NOM_TANWIN) && !(last == '\'' && (before == 'A' || before == 'a')))
			send(n, stem, len, "A", ARA_TANWIN, ARA_ALONE);
		if (how & NOM_DUAL)
			send_dual(n, open, olen, ARA_DUAL, ARA_DUAL_CONSTRUCT);
	}
	if (how & NOM_SOUND_MASCULINE)
		sound_masculine(n, stem, defective ? len - 2 : len, "uw", "iy");
	if (how & NOM_SOUND_FEMININE)
		sound_feminine(n, open, olen);
	if (how & NOM_FEMININE)
		with_ta_marbuta(n, stem, len, ARA_FEMININE, ARA_FEMININE_DUAL, ARA_FEMININE_DUAL_CONSTRUCT);
}
