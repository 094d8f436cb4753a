/*
 * headline_passage.h - what headline_passage.c keeps of the document while it reads, and
 * headline_fragment.c cuts fragments out of
 */
#ifndef ARABIC_FTS_HEADLINE_PASSAGE_H
#define ARABIC_FTS_HEADLINE_PASSAGE_H

#include "headline.h"

typedef struct Word
{
	int			start;
	int			end;
	HeadlineEdge edge;			/* before it */
} Word;

typedef struct Pending
{
	bool		set;
	int			first;			/* words of its first and last hit */
	int			last;
	int			coverage;
	int			hits;
	PhraseSet	phrases;
	int			phrases_first;	/* words that the phrases span; none: first > last */
	int			phrases_last;
} Pending;

struct Passages
{
	const char *doc;
	int			len;
	Matcher    *m;
	int			min_words;
	int			max_words;
	int			short_word;
	int			keep;			/* fragments to return at most */
	bool		single;			/* one, the best: windows may overlap what is settled */

	/* the last words, hits and tags; numbers of the whole document less their base are indexes */
	int			nwords;
	int			word_base;
	int			words_size;
	Word	   *words;
	int			nhits;
	int			hit_base;
	int			hits_size;
	HeadlineHit *hits;
	int			ntags;
	int			tags_size;
	HeadlineTag *tags;

	int			section;
	int			section_start;	/* word */
	int			floor;			/* no fragment starts before this word ... */
	int			ceiling;		/* ... or ends behind this one */
	int			gap_bytes;		/* since the last word */
	int			gap_tags;

	/* the window: hits [head, next) */
	int			head;
	int			next;
	int		   *count;			/* of each unit */
	int			covered;		/* units with count > 0 */
	int			window_hits;	/* tokens */
	int			phrase_first[MAX_PHRASES];	/* latest occurrence; -1: none */
	int			phrase_last[MAX_PHRASES];
	Pending		pending;
	Pending		best;			/* single: what is settled */

	HeadlineFragment *kept;
	int			nkept;
	int			kept_size;
	int		   *held;			/* how many kept fragments have a unit or phrase */
	int			nheld;			/* units and phrases that at least one has */
	int		   *stamps;			/* marks units and phrases that were seen in one look */
	int			stamp;
	int		   *core_count;		/* of find_core; zero outside */
	HeadlineFragment beginning;
	bool		have_beginning;
	int			enough_at;		/* -1: not found yet */
};

static inline Word *
word_at(const Passages *p, int word)
{
	Assert(word >= p->word_base && word < p->nwords);
	return &p->words[word - p->word_base];
}

static inline HeadlineHit *
hit_at(const Passages *p, int hit)
{
	Assert(hit >= p->hit_base && hit < p->nhits);
	return &p->hits[hit - p->hit_base];
}

/* The first hit at a word or behind it. */
static inline int
first_hit(const Passages *p, int word)
{
	int			lo = p->hit_base,
				hi = p->nhits;

	while (lo < hi)
	{
		int			mid = lo + (hi - lo) / 2;

		if (hit_at(p, mid)->word < word)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static inline HeadlineEdge
edge_before(const Passages *p, int word)
{
	return word == p->section_start ? EDGE_SENTENCE : word_at(p, word)->edge;
}

static inline HeadlineEdge
edge_after(const Passages *p, int word, bool at_end)
{
	if (word == p->nwords - 1)
		return at_end ? EDGE_SENTENCE : EDGE_WORD;
	return word_at(p, word + 1)->edge;
}

/* headline_fragment.c */
extern void fragment_cut(const Passages *p, int *first, int *last, bool at_end);
extern void fragment_core(Passages *p, int *first, int *last);
extern void fragment_make(Passages *p, HeadlineFragment *f, int first, int last, bool at_end);
extern void fragment_free(HeadlineFragment *f);
extern bool fragment_keep(Passages *p, const HeadlineFragment *f);
extern void fragments_clear(Passages *p);

#endif
