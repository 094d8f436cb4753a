/*
 * respell.c - a folded word as it is written
 *
 * The analyzer counts what the spelling disagrees with the lexicon, each letter
 * by itself (analyze.c); so for one letter after the other, the form that it
 * likes best is the lexicon's.
 */
#include "respell.h"

#include <string.h>

#include "analyze.h"
#include "ara.h"

/* What a folded letter may be, in UTF-8; itself first. */
static const char forms[][5][3] = {
	/* alef; with hamza above, below; with madda */
	{"\xD8\xA7", "\xD8\xA3", "\xD8\xA5", "\xD8\xA2", ""},
	/* yeh with hamza; hamza alone, on waw */
	{"\xD8\xA6", "\xD8\xA1", "\xD8\xA4", "", ""},
	/* heh; teh marbuta */
	{"\xD9\x87", "\xD8\xA9", "", "", ""},
	/* yeh; alef maqsura */
	{"\xD9\x8A", "\xD9\x89", "", "", ""}
};

#define ALEF forms[0][0]
#define HAMZA_ON_YEH forms[1][0]
#define HAMZA forms[1][1]
#define HAMZA_ON_WAW forms[1][2]
#define WAW "\xD9\x88"

static int
score(const char *folded, const char *spelled, size_t len, int *known)
{
	AraAnalysis a;

	*known = ara_analyze(folded, len, spelled, len, &a, 1) > 0;
	return *known ? a.score : 0;
}

size_t
ara_respell(const char *folded, size_t len, char *out)
{
	int			known;
	int			best;
	size_t		at,
				i,
				k;

	memcpy(out, folded, len);
	if (len > 2 * ARA_MAX_LETTERS)
		return len;
	best = score(folded, out, len, &known);
	if (!known)
	{
		if (len >= 4 && memcmp(out + len - 2, HAMZA_ON_YEH, 2) == 0 && memcmp(out + len - 4, ALEF, 2) == 0)
			memcpy(out + len - 2, HAMZA, 2);
		return len;
	}
	/* known words consist of letters of two bytes */
	for (at = 0; at < len; at += 2)
		for (i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		{
			const char *kept = forms[i][0];

			if (memcmp(folded + at, kept, 2) != 0)
				continue;
			for (k = 1; forms[i][k][0]; k++)
			{
				int			s;

				memcpy(out + at, forms[i][k], 2);
				s = score(folded, out, len, &known);
				/* before waw the lexicon has both: Egypt writes one, all others hamza on waw (mas'ul) */
				if (s == best && memcmp(forms[i][k], HAMZA_ON_WAW, 2) == 0 && at + 4 <= len &&
					memcmp(folded + at + 2, WAW, 2) == 0)
					kept = forms[i][k];
				if (s > best)
				{
					best = s;
					kept = forms[i][k];
				}
				memcpy(out + at, kept, 2);
			}
		}
	return len;
}
