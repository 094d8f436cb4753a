/*
 * forms.c - the lexicon's inflected forms near a typed word
 *
 * Walks the automaton (lexicon.h) letter by letter with a row of distances for
 * each, and turns back where all that follows is too far.
 */
#include "forms.h"

#include "blob.h"
#include "lexicon.h"

#define LETTER(a) ((a) & 63)
#define IS_LAST(a) ((a) & 64)
#define IS_FINAL(a) ((a) & 128)
#define TARGET(a) ((a) >> 8)

void
ara_forms_init(AraFormSearch *s, const AraTyped *typed, unsigned max)
{
	size_t		size;
	const unsigned char *lex = ara_blob_section(ARA_S_LEXICON, &size);

	s->typed = typed;
	s->max = max;
	s->start = lex + ara_u32(lex + 4 * ARA_LEX_START);
	s->arcs = lex + ara_u32(lex + 4 * ARA_LEX_ARCS);
	s->letter = 0;
	s->depth = 0;
	ara_first_row(typed, s->rows[0]);
	s->least[0] = 0;
}

/* Takes an arc to depth; returns 0 if what follows is too far. */
static int
take(AraFormSearch *s, int depth, uint32_t arc)
{
	s->key[depth - 1] = (uint8_t) (LETTER(arc) + (ARA_LEX_FIRST_LETTER & 0xFF));
	s->least[depth] = ara_next_row(s->typed, s->key + depth, depth, s->rows[depth > 1 ? depth - 2 : 0],
								   s->rows[depth - 1], s->rows[depth]);
	/* a swap may come back from the row before */
	return s->least[depth] <= s->max || s->least[depth - 1] + s->typed->swap <= s->max;
}

int
ara_forms_next(AraFormSearch *s, uint32_t steps)
{
	for (;;)
	{
		int			depth = s->depth;
		uint32_t	number,
					arc;

		if (depth == 0)
		{
			if (s->letter == ARA_LEX_LETTERS)
				return -1;
			s->pending[1] = ara_u32(s->start + 4 * s->letter++);
			s->depth = 1;
			continue;
		}
		number = s->pending[depth];
		if (number == 0)
		{
			s->depth--;
			continue;
		}
		if (steps-- == 0)
			return 0;
		arc = ara_u32(s->arcs + ARA_LEX_ARC_SIZE * (size_t) number);
		/* the start table has single arcs */
		s->pending[depth] = depth == 1 || IS_LAST(arc) ? 0 : number + 1;
		if (!take(s, depth, arc))
			continue;
		if (TARGET(arc) != 0 && depth < ARA_MAX_KEY)
		{
			s->pending[depth + 1] = TARGET(arc);
			s->depth = depth + 1;
		}
		if (IS_FINAL(arc) && s->rows[depth][s->typed->n] <= s->max)
		{
			s->n = depth;
			s->distance = s->rows[depth][s->typed->n];
			return 1;
		}
	}
}
