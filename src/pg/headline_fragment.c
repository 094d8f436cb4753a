/*
 * headline_fragment.c - fragments: where they start and end, what is in them, which are kept
 */
#include "headline_passage.h"

#include "miscadmin.h"

/* sentence edges looked at on either side of the core, the nearest ones */
#define MAX_EDGES 64

/* ---- cutting fragments ---- */

/* Whether a fragment should rather not start or end with a word: it is short, and no match. */
static bool
is_short(const Passages *p, int word)
{
	const Word *w = word_at(p, word);
	int			hit = first_hit(p, word);

	return headline_letters(p->doc + w->start, w->end - w->start) <= p->short_word &&
		!(hit < p->nhits && hit_at(p, hit)->word == word);
}

/* The best word of first..last to start with, the earliest of the best. */
static int
choose_start(const Passages *p, int first, int last)
{
	int			w;

	for (w = first; w <= last; w++)
		if (edge_before(p, w) >= EDGE_CLAUSE)
			return w;
	for (w = first; w < last; w++)
		if (edge_before(p, w) != EDGE_INSIDE && !is_short(p, w))
			return w;
	for (w = first; w < last && edge_before(p, w) == EDGE_INSIDE; w++)
		;
	return w;
}

/* The best word of first..last to end with, the last of the best. */
static int
choose_end(const Passages *p, int first, int last, bool at_end)
{
	int			w;

	for (w = last; w >= first; w--)
		if (edge_after(p, w, at_end) >= EDGE_CLAUSE)
			return w;
	for (w = last; w > first; w--)
		if (edge_after(p, w, at_end) != EDGE_INSIDE && !is_short(p, w))
			return w;
	for (w = last; w > first && edge_after(p, w, at_end) == EDGE_INSIDE; w--)
		;
	return w;
}

/*
 * Extends the words *first..*last to a fragment of MinWords to MaxWords: of the pairs of sentence
 * edges around them, the one with most hits between, then the shortest, then the latest.  If none
 * fits, one sentence edge and a clause or word edge; else two of the latter, with the words to add
 * divided evenly.
 */
void
fragment_cut(const Passages *p, int *first, int *last, bool at_end)
{
	int			lowest = Max(Max(p->section_start, p->floor), p->word_base);
	int			highest = Min(p->nwords - 1, p->ceiling);
	int			starts[MAX_EDGES],
				ends[MAX_EDGES];
	int			nstarts = 0,
				nends = 0;
	int			core_first = *first,
				core_last = *last;
	int			best_hits = -1;
	int			best_len = 0;
	int			spare;
	int			i,
				j,
				w;

	while (core_first > lowest && edge_before(p, core_first) == EDGE_INSIDE)
		core_first--;
	while (core_last < highest && edge_after(p, core_last, at_end) == EDGE_INSIDE)
		core_last++;
	lowest = Min(core_first, Max(lowest, core_last - p->max_words + 1));
	highest = Max(core_last, Min(highest, core_first + p->max_words - 1));
	for (w = core_first; w >= lowest && nstarts < MAX_EDGES; w--)
		if (edge_before(p, w) == EDGE_SENTENCE)
			starts[nstarts++] = w;
	for (w = core_last; w <= highest && nends < MAX_EDGES; w++)
		if (edge_after(p, w, at_end) == EDGE_SENTENCE)
			ends[nends++] = w;

	for (i = 0; i < nstarts; i++)
		for (j = 0; j < nends; j++)
		{
			int			len = ends[j] - starts[i] + 1;
			int			hits;

			if (len > p->max_words)
				break;
			/* fewer words only where there are no more */
			if (len < p->min_words && !(starts[i] == lowest && at_end && ends[j] == p->nwords - 1))
				continue;
			hits = first_hit(p, ends[j] + 1) - first_hit(p, starts[i]);
			if (hits > best_hits || (hits == best_hits && len < best_len))
			{
				best_hits = hits;
				best_len = len;
				*first = starts[i];
				*last = ends[j];
			}
		}
	if (best_hits >= 0)
		return;

	for (i = 0; i < nstarts; i++)
	{
		int			from = Max(core_last, starts[i] + p->min_words - 1);
		int			to = Min(highest, starts[i] + p->max_words - 1);

		if (from <= to)
		{
			*first = starts[i];
			*last = choose_end(p, from, to, at_end);
			return;
		}
	}
	for (j = 0; j < nends; j++)
	{
		int			from = Max(lowest, ends[j] - p->max_words + 1);
		int			to = Min(core_first, ends[j] - p->min_words + 1);

		if (from <= to)
		{
			*first = choose_start(p, from, to);
			*last = ends[j];
			return;
		}
	}
	spare = Max(p->max_words - (core_last - core_first + 1), 0);
	*first = choose_start(p, Max(lowest, core_first - spare / 2), core_first);
	*last = choose_end(p, Min(highest, Max(core_last, *first + p->min_words - 1)),
					   Min(highest, Max(core_last, *first + p->max_words - 1)), at_end);
}

/*
 * The fewest words that have all the units of the pending window, and its phrases: between two
 * hits, the second of which moves on, and the first follows as far as it can.
 */
void
fragment_core(Passages *p, int *first, int *last)
{
	int			from = first_hit(p, p->pending.first);
	int			to = first_hit(p, p->pending.last + 1);
	int		   *count = p->core_count;
	int			best_len = PG_INT32_MAX;
	int			missing = 0;
	int			lo;
	int			i;

	*first = p->pending.first;
	*last = p->pending.last;
	for (i = from; i < to; i++)
		missing += count[hit_at(p, i)->unit]++ == 0;
	for (i = from; i < to; i++)
		count[hit_at(p, i)->unit] = 0;
	for (i = lo = from; i < to; i++)
	{
		int			a,
					b;

		missing -= count[hit_at(p, i)->unit]++ == 0;
		while (count[hit_at(p, lo)->unit] > 1)
			count[hit_at(p, lo++)->unit]--;
		a = Min(hit_at(p, lo)->word, p->pending.phrases_first);
		b = Max(hit_at(p, i)->word, p->pending.phrases_last);
		if (missing == 0 && b - a < best_len)
		{
			best_len = b - a;
			*first = a;
			*last = b;
		}
	}
	for (i = lo; i < to; i++)
		count[hit_at(p, i)->unit] = 0;
}

/* Makes a fragment of words, with what is to be marked and left out in it. */
void
fragment_make(Passages *p, HeadlineFragment *f, int first, int last, bool at_end)
{
	int			from = first_hit(p, first);
	int			to = first_hit(p, last + 1);
	int			phrases = matcher_phrases(p->m);
	int			marked;
	int			i;

	memset(f, 0, sizeof(*f));
	f->first_word = first;
	f->last_word = last;
	f->section = p->section;
	f->start = headline_opening(p->doc, first > p->word_base && first > p->section_start ?
								word_at(p, first - 1)->end : 0, word_at(p, first)->start);
	f->end = headline_closing(p->doc, word_at(p, last)->end, last < p->nwords - 1 ?
							  word_at(p, last + 1)->start : at_end ? p->len : word_at(p, last)->end);

	f->marks = palloc(sizeof(HeadlineSpan) * (to - from + 1));
	f->units = palloc(sizeof(int) * (to - from + phrases + 1));
	p->stamp++;
	marked = f->start;
	for (i = from; i < to; i++)
	{
		const HeadlineHit *h = hit_at(p, i);

		if (p->stamps[h->unit] != p->stamp)
		{
			p->stamps[h->unit] = p->stamp;
			f->units[f->nunits++] = h->unit;
		}
		f->hits += h->first;
		if (h->start < marked || h->end > f->end)
			continue;			/* part of a compound that is marked whole */
		f->marks[f->nmarks].start = h->start;
		f->marks[f->nmarks++].end = marked = h->end;
	}
	if (p->pending.set)
		for (i = 0; i < phrases; i++)
			if (p->pending.phrases >> i & 1)
				f->units[f->nunits++] = matcher_units(p->m) + i;

	for (from = p->ntags; from > 0 && p->tags[from - 1].start >= f->start; from--)
		;
	to = p->ntags;
	if (last < p->nwords - 1)	/* with those up to the next word, in case the next fragment starts there */
		for (to = from; to < p->ntags && p->tags[to].start < word_at(p, last + 1)->start; to++)
			;
	f->ntags = to - from;
	f->tags = palloc(sizeof(HeadlineTag) * (f->ntags + 1));
	memcpy(f->tags, p->tags + from, sizeof(HeadlineTag) * f->ntags);
}

void
fragment_free(HeadlineFragment *f)
{
	pfree(f->units);
	pfree(f->marks);
	pfree(f->tags);
}

/* ---- keeping fragments ---- */

/* Adds or takes away what a fragment has. */
static void
hold(Passages *p, const HeadlineFragment *f, int n)
{
	int			i;

	for (i = 0; i < f->nunits; i++)
	{
		int		   *held = &p->held[f->units[i]];

		p->nheld -= *held > 0;
		*held += n;
		p->nheld += *held > 0;
	}
}

/*
 * Keeps a fragment if there is room, or if it is better than one that is kept: the terms that all
 * of them together have count first, then the terms of each, then its hits; of equals, the earlier
 * stays.
 */
bool
fragment_keep(Passages *p, const HeadlineFragment *f)
{
	int			worst = -1;
	int			worst_loss = 0;
	int			gain = 0;
	int			i,
				j;

	if (p->nkept < p->keep)
	{
		if (p->nkept == p->kept_size)
		{
			p->kept_size = Max(4, 2 * p->kept_size);
			p->kept = p->kept == NULL ? palloc(sizeof(HeadlineFragment) * p->kept_size) :
				repalloc_huge(p->kept, sizeof(HeadlineFragment) * p->kept_size);
		}
		p->kept[p->nkept++] = *f;
		hold(p, f, 1);
		return true;
	}

	p->stamp++;
	for (i = 0; i < f->nunits; i++)
	{
		p->stamps[f->units[i]] = p->stamp;
		gain += p->held[f->units[i]] == 0;
	}
	for (j = 0; j < p->nkept; j++)
	{
		const HeadlineFragment *k = &p->kept[j];
		const HeadlineFragment *w = &p->kept[Max(worst, 0)];
		int			loss = 0;

		for (i = 0; i < k->nunits; i++)
			loss += p->held[k->units[i]] == 1 && p->stamps[k->units[i]] != p->stamp;
		if (worst < 0 || loss < worst_loss ||
			(loss == worst_loss && (k->nunits < w->nunits || (k->nunits == w->nunits && k->hits <= w->hits))))
		{
			worst = j;
			worst_loss = loss;
		}
	}
	CHECK_FOR_INTERRUPTS();
	if (gain < worst_loss)
		return false;
	if (gain == worst_loss)
	{
		const HeadlineFragment *w = &p->kept[worst];

		if (f->nunits < w->nunits || (f->nunits == w->nunits && f->hits <= w->hits))
			return false;
	}
	hold(p, &p->kept[worst], -1);
	fragment_free(&p->kept[worst]);
	memmove(&p->kept[worst], &p->kept[worst + 1], sizeof(HeadlineFragment) * (p->nkept - worst - 1));
	p->kept[p->nkept - 1] = *f;
	hold(p, f, 1);
	return true;
}

/* Forgets all fragments. */
void
fragments_clear(Passages *p)
{
	while (p->nkept > 0)
	{
		hold(p, &p->kept[--p->nkept], -1);
		fragment_free(&p->kept[p->nkept]);
	}
}
