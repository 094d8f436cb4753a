/*
 * vocabulary.c - the words of a corpus, packed (vocabulary.h)
 */
#include "vocabulary.h"

#include <string.h>

#include "blob.h"

#define SPELLED 0x80u

int
ara_vocabulary_open(AraVocabulary *v, const void *data, size_t len)
{
	const unsigned char *p = data;
	size_t		before;

	if (len < ARA_VOCABULARY_HEADER || ara_u32(p) != ARA_VOCABULARY_MAGIC)
		return 0;
	v->n = ara_u32(p + 4);
	v->max_ndoc = ara_u32(p + 8);
	before = ara_vocabulary_index(v->n);
	if (len < before || len - before != ara_u32(p + 12))
		return 0;
	v->index = p + ARA_VOCABULARY_HEADER;
	v->entries = p + before;
	v->shared = v->index + (before - ARA_VOCABULARY_HEADER) / 5 * 4;
	v->end = p + len;
	return 1;
}

void
ara_vocabulary_reader(AraVocabularyReader *r, const AraVocabulary *v)
{
	r->v = v;
	r->pos = v->entries;
	r->i = 0;
}

/* The end of what stands behind an entry's letters. */
static const unsigned char *
skip_rest(const unsigned char *p, unsigned flags)
{
	while (*p++ & 0x80)
		;
	return flags & SPELLED ? p + 1 + *p : p;
}

/* Reads what stands behind an entry's letters; returns its end. */
static const unsigned char *
read_rest(const unsigned char *p, unsigned flags, AraVocabularyWord *word)
{
	int			shift = 0;

	word->ndoc = 0;
	do
	{
		word->ndoc |= (uint32_t) (*p & 0x7F) << shift;
		shift += 7;
	} while (*p++ & 0x80);
	word->spelled = NULL;
	if (flags & SPELLED)
	{
		word->spelled_len = *p;
		word->spelled = (const char *) p + 1;
		p += 1 + *p;
	}
	return p;
}

int
ara_vocabulary_next(AraVocabularyReader *r, AraVocabularyWord *word)
{
	const unsigned char *p = r->pos;
	int			shared,
				more;
	unsigned	flags;

	if (r->i == r->v->n)
		return 0;
	shared = r->i++ % ARA_VOCABULARY_BLOCK == 0 ? 0 : p[0];
	flags = p[1];
	more = (int) (flags & ~SPELLED);
	memcpy(word->key + shared, p + 2, (size_t) more);
	word->n = shared + more;
	r->pos = read_rest(p + 2 + more, flags, word);
	return 1;
}

static int
compare(const uint8_t *a, int na, const uint8_t *b, int nb)
{
	int			c = memcmp(a, b, (size_t) (na < nb ? na : nb));

	return c != 0 ? c : na - nb;
}

int
ara_vocabulary_find(const AraVocabulary *v, const uint8_t *key, int n, AraVocabularyWord *word)
{
	uint32_t	low = 0,
				high = (v->n + ARA_VOCABULARY_BLOCK - 1) / ARA_VOCABULARY_BLOCK;
	AraVocabularyReader r;

	/* the last block whose first key is not behind the key */
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		const unsigned char *p = v->entries + ara_u32(v->index + 4 * (size_t) middle);

		if (compare(p + 2, (int) (p[1] & ~SPELLED), key, n) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return 0;
	low--;
	r.v = v;
	r.i = low * ARA_VOCABULARY_BLOCK;
	r.pos = v->entries + ara_u32(v->index + 4 * (size_t) low);
	while (ara_vocabulary_next(&r, word))
	{
		int			c = compare(word->key, word->n, key, n);

		if (c == 0)
			return 1;
		if (c > 0)
			break;
	}
	return 0;
}

size_t
ara_vocabulary_entry(unsigned char *out, uint32_t i, const AraVocabularyWord *previous,
					 const AraVocabularyWord *word)
{
	unsigned char *p = out;
	uint32_t	ndoc = word->ndoc;
	int			shared = 0;
	int			from;

	if (i > 0)
		while (shared < previous->n && shared < word->n && previous->key[shared] == word->key[shared])
			shared++;
	from = i % ARA_VOCABULARY_BLOCK == 0 ? 0 : shared;
	*p++ = (unsigned char) shared;
	*p++ = (unsigned char) ((unsigned) (word->n - from) | (word->spelled ? SPELLED : 0));
	memcpy(p, word->key + from, (size_t) (word->n - from));
	p += word->n - from;
	for (; ndoc > 0x7F; ndoc >>= 7)
		*p++ = (unsigned char) (ndoc | 0x80);
	*p++ = (unsigned char) ndoc;
	if (word->spelled)
	{
		*p++ = (unsigned char) word->spelled_len;
		memcpy(p, word->spelled, word->spelled_len);
		p += word->spelled_len;
	}
	return (size_t) (p - out);
}

void
ara_search_init(AraSearch *s, const AraVocabulary *v, const AraTyped *typed, unsigned max)
{
	s->typed = typed;
	s->max = max;
	ara_vocabulary_reader(&s->reader, v);
	s->dead = ARA_MAX_KEY + 1;
	ara_first_row(typed, s->rows[0]);
	s->least[0] = 0;
}

/* Works out the rows of the word's letters from depth on; 0 if they get too far. */
static int
descend(AraSearch *s, int depth)
{
	int			i;

	for (i = depth + 1; i <= s->word.n; i++)
	{
		s->least[i] = ara_next_row(s->typed, s->word.key + i, i, s->rows[i > 1 ? i - 2 : 0], s->rows[i - 1],
								   s->rows[i]);
		/* a swap may come back from the row before */
		if (s->least[i] > s->max && s->least[i - 1] + s->typed->swap > s->max)
		{
			s->dead = i;
			return 0;
		}
	}
	return 1;
}

/* At the start of a block: passes over those that are too far as a whole. */
static void
skip_blocks(AraSearch *s)
{
	AraVocabularyReader *r = &s->reader;
	const AraVocabulary *v = r->v;
	uint32_t	blocks = (v->n + ARA_VOCABULARY_BLOCK - 1) / ARA_VOCABULARY_BLOCK;
	uint32_t	block = r->i / ARA_VOCABULARY_BLOCK;

	if (v->shared[block] < s->dead)
		return;
	while (++block < blocks && v->shared[block] >= s->dead)
		;
	r->i = block == blocks ? v->n : block * ARA_VOCABULARY_BLOCK;
	if (block < blocks)
		r->pos = v->entries + ara_u32(v->index + 4 * (size_t) block);
}

int
ara_search_next(AraSearch *s, uint32_t steps)
{
	AraVocabularyReader *r = &s->reader;
	uint32_t	n = r->v->n;

	while (r->i < n)
	{
		const unsigned char *p;
		int			shared,
					more,
					first;
		unsigned	flags;

		if (steps-- == 0)
			return 0;
		if (r->i % ARA_VOCABULARY_BLOCK == 0)
		{
			skip_blocks(s);
			if (r->i == n)
				break;
		}
		p = r->pos;
		shared = p[0];
		flags = p[1];
		more = (int) (flags & ~SPELLED);
		first = r->i % ARA_VOCABULARY_BLOCK == 0 ? 0 : shared;
		r->i++;
		p += 2;
		if (shared >= s->dead)
		{
			r->pos = skip_rest(p + more, flags);
			continue;
		}
		s->dead = ARA_MAX_KEY + 1;
		memcpy(s->word.key + first, p, (size_t) more);
		s->word.n = first + more;
		r->pos = skip_rest(p + more, flags);
		if (!descend(s, shared) || s->rows[s->word.n][s->typed->n] > s->max)
			continue;
		s->distance = s->rows[s->word.n][s->typed->n];
		read_rest(p + more, flags, &s->word);
		return 1;
	}
	return -1;
}
