/*
 * data_letters.c - which letters all forms have (core/letters.h)
 */
#include <stdlib.h>
#include <string.h>

#include "../core/ara.h"
#include "../core/letters.h"
#include "data.h"
#include "lexicon.h"

typedef struct Row
{
	uint32_t	key;
	uint32_t	letters;
} Row;

static int
compare_rows(const void *a, const void *b)
{
	const Row  *x = a,
			   *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

static Row
row(AraLettersOf of, const char *s, size_t len, uint32_t letters)
{
	Row			r;

	r.key = ara_letters_key(of, s, len);
	r.letters = letters;
	return r;
}

void
data_letters(Buf *out, const char *dir)
{
	const Lexicon *lex = data_lexicon_of(dir);
	uint32_t   *letters = xalloc((lex->nlemmas + 1) * sizeof(uint32_t));
	Row		   *rows = xalloc((3 * lex->nlemmas + 1) * sizeof(Row));
	size_t		header = out->len;
	size_t		n = 0;
	uint32_t	kept = 0;
	size_t		i;

	memset(letters, 0xFF, lex->nlemmas * sizeof(uint32_t));
	for (i = 0; i < lex->nforms; i++)
		letters[lex->forms[i].lemma] &= ara_folded_letters(lex->forms[i].folded, strlen(lex->forms[i].folded));
	for (i = 0; i < lex->nlemmas; i++)
	{
		const Lemma *l = &lex->lemmas[i];

		rows[n++] = row(ARA_LETTERS_LEMMA, l->folded, strlen(l->folded), letters[i]);
		if (*l->root)
		{
			char	   *root = xalloc(ara_normalize_bound(strlen(l->root)));

			rows[n++] = row(ARA_LETTERS_ROOT, root,
							ara_normalize(l->root, strlen(l->root), root, ARA_NORM_FOLD), letters[i]);
		}
		if (l->family >= 0)
		{
			const char *verb = lex->lemmas[l->family].folded;

			rows[n++] = row(ARA_LETTERS_FAMILY, verb, strlen(verb), letters[i]);
		}
	}
	qsort(rows, n, sizeof(Row), compare_rows);
	buf_u32(out, 0);
	buf_u32(out, 0);
	for (i = 0; i < n;)
	{
		Row			r = rows[i];

		for (; i < n && rows[i].key == r.key; i++)
			r.letters &= rows[i].letters;
		buf_u32(out, r.key);
		buf_u32(out, r.letters);
		kept++;
	}
	buf_set_u32(out, header, kept);
}
