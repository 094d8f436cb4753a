/*
 * headline_passage.c - the best passages of a document, found in one reading
 *
 *         words    . . . . . . . . . . . . . . . . . . . . . . . .   only the last few MaxWords are kept
 *         hits           a       b   a               b
 *         window               |<----- MaxWords ------>|             ends at each hit in turn
 *         core                     |<----------------->|             the least that has all the window has
 *         fragment         [ . . . . . . . . . . . . . . . ]         from edge to edge around the core
 *
 * The best window so far is pending until no window that overlaps it can be better and the words
 * behind it are read; then it is settled: its fragment is cut out and kept.  With MaxFragments one
 * goes on behind that fragment, else with the next window that is better.
 *
 * A section is what fragments do not reach beyond: text between long stretches that are no words
 * (scripts, rulers, data).
 */
#include "headline.h"

#include "miscadmin.h"

/*
 * How far to read on, in bytes, for something better than what is found.  The first suffices for
 * the articles that people write, which so are read whole; it is for more matches of the same
 * terms.  The second is for terms that are missing yet; a long book is shorter.
 */
#define ENOUGH_COMPLETE 16384
#define ENOUGH_PARTIAL (4 * 1024 * 1024)

/* more text or tags than this between two words end a section */
#define MAX_GAP_BYTES 256
#define MAX_GAP_TAGS 64

/* sentence edges looked at on either side of the core, the nearest ones */
#define MAX_EDGES 64

/* words of a compound that may go with the MaxWords of a fragment, at either end */
#define MAX_COMPOUND 256

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

Passages *
passages_begin(const char *doc, int len, Matcher *m, const HeadlineOptions *o)
{
	Passages   *p = palloc0(sizeof(Passages));
	int			units = matcher_units(m) + matcher_phrases(m);

	p->doc = doc;
	p->len = len;
	p->m = m;
	p->max_words = o->max_words;
	p->min_words = o->min_words;
	p->short_word = o->short_word;
	p->keep = Max(o->max_fragments, 1);
	p->single = o->max_fragments == 0;
	p->words_size = p->hits_size = p->tags_size = 64;
	p->words = palloc(sizeof(Word) * p->words_size);
	p->hits = palloc(sizeof(HeadlineHit) * p->hits_size);
	p->tags = palloc(sizeof(HeadlineTag) * p->tags_size);
	p->count = palloc0(sizeof(int) * (matcher_units(m) + 1));
	p->held = palloc0(sizeof(int) * (units + 1));
	p->stamps = palloc0(sizeof(int) * (units + 1));
	p->core_count = palloc0(sizeof(int) * (matcher_units(m) + 1));
	memset(p->phrase_first, -1, sizeof(p->phrase_first));
	p->ceiling = PG_INT32_MAX;
	p->enough_at = -1;
	return p;
}

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
static int
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

static HeadlineEdge
edge_before(const Passages *p, int word)
{
	return word == p->section_start ? EDGE_SENTENCE : word_at(p, word)->edge;
}

static HeadlineEdge
edge_after(const Passages *p, int word, bool at_end)
{
	if (word == p->nwords - 1)
		return at_end ? EDGE_SENTENCE : EDGE_WORD;
	return word_at(p, word + 1)->edge;
}

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
static void
cut(const Passages *p, int *first, int *last, bool at_end)
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
static void
find_core(Passages *p, int *first, int *last)
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
static void
make_fragment(Passages *p, HeadlineFragment *f, int first, int last, bool at_end)
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

static void
free_fragment(HeadlineFragment *f)
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
static bool
keep(Passages *p, const HeadlineFragment *f)
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
	free_fragment(&p->kept[worst]);
	memmove(&p->kept[worst], &p->kept[worst + 1], sizeof(HeadlineFragment) * (p->nkept - worst - 1));
	p->kept[p->nkept - 1] = *f;
	hold(p, f, 1);
	return true;
}

/* ---- the window ---- */

/* Empties the window, to go on with the hits from the first one at a word. */
static void
restart_window(Passages *p, int word)
{
	int			i;

	for (i = p->head; i < p->next; i++)
		p->count[hit_at(p, i)->unit] = 0;
	p->covered = p->window_hits = 0;
	p->head = p->next = first_hit(p, word);
	memset(p->phrase_first, -1, sizeof(p->phrase_first));
}

/* Cuts the fragment of the pending window out. */
static void
cut_pending(Passages *p, HeadlineFragment *f, bool at_end)
{
	int			first,
				last;

	find_core(p, &first, &last);
	cut(p, &first, &last, at_end);
	make_fragment(p, f, first, last, at_end);
}

/* Keeps a fragment, or forgets it. */
static void
offer(Passages *p, HeadlineFragment *f)
{
	if (keep(p, f))
		p->enough_at = f->end + Min(p->len - f->end,
									p->nkept == p->keep && p->nheld == matcher_units(p->m) + matcher_phrases(p->m) ?
									ENOUGH_COMPLETE : ENOUGH_PARTIAL);
	else
		free_fragment(f);
}

/*
 * The best window of those that better ones have displaced, between the floor and the fragment
 * that starts at a word; its fragment goes where there is room.
 */
static void
settle_displaced(Passages *p, int word, bool at_end)
{
	Pending		settled = p->pending;
	int			from = first_hit(p, Max(p->floor, p->word_base));
	int			to = first_hit(p, word);
	int			head = from;
	int		   *count = p->core_count;
	int			covered = 0;
	int			i;

	p->pending.set = false;
	p->pending.coverage = p->pending.hits = 0;
	p->pending.phrases = 0;
	p->pending.phrases_first = PG_INT32_MAX;
	p->pending.phrases_last = -1;
	for (i = from; i < to; i++)
	{
		covered += count[hit_at(p, i)->unit]++ == 0;
		while (hit_at(p, head)->word <= hit_at(p, i)->word - p->max_words)
			covered -= --count[hit_at(p, head++)->unit] == 0;
		if (covered > p->pending.coverage || (covered == p->pending.coverage && i - head > p->pending.hits))
		{
			p->pending.set = true;
			p->pending.coverage = covered;
			p->pending.hits = i - head;
			p->pending.first = hit_at(p, head)->word;
			p->pending.last = hit_at(p, i)->word;
		}
	}
	for (i = head; i < to; i++)
		count[hit_at(p, i)->unit] = 0;
	if (p->pending.set)
	{
		HeadlineFragment f;

		p->ceiling = word - 1;
		cut_pending(p, &f, at_end);
		p->ceiling = PG_INT32_MAX;
		offer(p, &f);
	}
	p->pending = settled;
}

static void
settle(Passages *p, bool at_end)
{
	HeadlineFragment f;

	if (p->pending.first >= p->nwords)	/* the whole of a compound without words */
	{
		p->pending.set = false;
		restart_window(p, p->nwords + 1);
		return;
	}
	p->pending.last = Min(p->pending.last, p->nwords - 1);
	if (p->single)
	{
		p->best = p->pending;
		if (p->nkept > 0)
		{
			hold(p, &p->kept[0], -1);
			free_fragment(&p->kept[0]);
			p->nkept = 0;
		}
	}
	cut_pending(p, &f, at_end);
	if (!p->single)
	{
		settle_displaced(p, f.first_word, at_end);
		p->floor = f.last_word + 1;
		restart_window(p, p->floor);
	}
	offer(p, &f);
	p->pending.set = false;
}

/* Notes the phrases that end with the hits up to next. */
static void
find_phrases(Passages *p, PhraseSet phrases)
{
	int			i;

	for (i = 0; phrases != 0; i++, phrases >>= 1)
		if (phrases & 1)
		{
			int			first = matcher_phrase(p->m, i, p->hits, p->next - p->hit_base);

			if (first >= p->floor)
			{
				p->phrase_first[i] = first;
				p->phrase_last[i] = hit_at(p, p->next - 1)->word;
			}
		}
}

/* Makes the window that ends at the last hit pending, if it is better. */
static void
compare_window(Passages *p)
{
	const Pending *bar = p->pending.set ? &p->pending : &p->best;
	Pending		w = {0};
	int			phrases = matcher_phrases(p->m);
	int			i;

	w.set = true;
	w.first = hit_at(p, p->head)->word;
	w.last = hit_at(p, p->next - 1)->word;
	w.coverage = p->covered;
	w.hits = p->window_hits;
	w.phrases_first = PG_INT32_MAX;
	w.phrases_last = -1;
	for (i = 0; i < phrases; i++)
		if (p->phrase_first[i] >= w.first)
		{
			w.coverage++;
			w.phrases |= UINT64CONST(1) << i;
			w.phrases_first = Min(w.phrases_first, p->phrase_first[i]);
			w.phrases_last = Max(w.phrases_last, p->phrase_last[i]);
		}
	if (w.coverage > bar->coverage || (w.coverage == bar->coverage && w.hits > bar->hits))
		p->pending = w;
}

/* Moves the window over the hits that have come. */
static void
move_window(Passages *p)
{
	while (p->next < p->nhits)
	{
		int			word = hit_at(p, p->next)->word;
		PhraseSet	phrases = 0;

		if (p->pending.set && word >= p->pending.last + p->max_words)
		{
			settle(p, false);
			continue;
		}
		do						/* the terms of one token */
		{
			const HeadlineHit *h = hit_at(p, p->next);

			p->covered += p->count[h->unit]++ == 0;
			p->window_hits += h->first;
			phrases |= matcher_phrases_of(p->m, h->term);
		} while (++p->next < p->nhits && !hit_at(p, p->next)->first);
		while (hit_at(p, p->head)->word <= word - p->max_words)
		{
			p->covered -= --p->count[hit_at(p, p->head)->unit] == 0;
			p->window_hits -= hit_at(p, p->head)->first;
			p->head++;
		}
		find_phrases(p, phrases);
		compare_window(p);
	}
}

/* ---- what the reader of the document tells ---- */

/* Forgets words, hits and tags that no fragment can reach any more. */
static void
forget(Passages *p)
{
	int			word = Max(p->word_base, p->nwords - 3 * p->max_words - MAX_COMPOUND);
	int			hit;
	int			tag = 0;

	hit = Min(first_hit(p, word), p->head);
	if (word < p->nwords)
		while (tag < p->ntags && p->tags[tag].end <= word_at(p, word)->start)
			tag++;
	memmove(p->words, p->words + (word - p->word_base), sizeof(Word) * (p->nwords - word));
	memmove(p->hits, p->hits + (hit - p->hit_base), sizeof(HeadlineHit) * (p->nhits - hit));
	memmove(p->tags, p->tags + tag, sizeof(HeadlineTag) * (p->ntags - tag));
	p->word_base = word;
	p->hit_base = hit;
	p->ntags -= tag;
}

/* The document's beginning, for when it has no match: MinWords, on to the end of the sentence if MaxWords allow. */
static void
make_beginning(Passages *p, bool at_end)
{
	int			first = p->section_start;
	int			last = Min(first + p->min_words, p->nwords) - 1;
	int			w;

	p->have_beginning = true;
	for (w = last; w < p->nwords && w - first < p->max_words; w++)
		if (edge_after(p, w, at_end) == EDGE_SENTENCE)
			break;
	if (w < p->nwords && w - first < p->max_words)
		last = w;
	else
		while (last < p->nwords - 1 && edge_after(p, last, at_end) == EDGE_INSIDE)
			last++;
	make_fragment(p, &p->beginning, first, last, at_end);
}

static void
end_section(Passages *p, bool at_end)
{
	while (p->pending.set)
	{
		settle(p, at_end);
		move_window(p);
	}
	if (!p->have_beginning && p->nkept == 0 && p->nwords > p->section_start)
		make_beginning(p, at_end);
}

/* What comes next is in another section. */
void
passages_break(Passages *p)
{
	p->gap_bytes = p->gap_tags = 0;
	if (p->nwords == p->section_start)
		return;
	end_section(p, true);
	restart_window(p, p->nwords);
	p->section++;
	p->section_start = p->floor = p->word_base = p->nwords;
	p->head = p->next = p->hit_base = p->nhits;
	p->ntags = 0;
}

static void
end_gap(Passages *p)
{
	if (p->gap_bytes > MAX_GAP_BYTES || p->gap_tags > MAX_GAP_TAGS)
		passages_break(p);
	p->gap_bytes = p->gap_tags = 0;
}

/* A word, and the edge before it. */
void
passages_word(Passages *p, int start, int end, HeadlineEdge edge)
{
	Word	   *w;

	end_gap(p);
	if (p->nwords - p->word_base == p->words_size)
	{
		forget(p);
		if (p->nwords - p->word_base > p->words_size / 2)
		{
			p->words_size *= 2;
			p->words = repalloc_huge(p->words, sizeof(Word) * p->words_size);
		}
	}
	w = &p->words[p->nwords++ - p->word_base];
	w->start = start;
	w->end = end;
	w->edge = edge;

	if (p->pending.set && p->nwords > p->pending.last + p->max_words)
	{
		settle(p, false);
		move_window(p);
	}
	else if (p->nwords == p->max_words + 1 && !p->have_beginning && !p->pending.set && p->nkept == 0)
		make_beginning(p, false);
}

/* The last word was the last of a compound that goes on to end. */
void
passages_extend_word(Passages *p, int end)
{
	if (p->nwords > p->word_base)
		word_at(p, p->nwords - 1)->end = Max(word_at(p, p->nwords - 1)->end, end);
}

/* What a token matches: the last word, or the whole of a compound whose first word comes next. */
void
passages_hits(Passages *p, int start, int end, bool whole, int position, const TokenReading *r)
{
	int			i;

	if (whole)
		end_gap(p);
	if (p->nhits - p->hit_base + r->n > p->hits_size)
	{
		forget(p);
		if (p->nhits - p->hit_base + r->n > p->hits_size / 2)
		{
			p->hits_size *= 2;
			p->hits = repalloc_huge(p->hits, sizeof(HeadlineHit) * p->hits_size);
		}
	}
	for (i = 0; i < r->n; i++)
	{
		HeadlineHit *h = &p->hits[p->nhits++ - p->hit_base];

		h->start = start;
		h->end = end;
		h->word = p->nwords - !whole;
		h->position = position + r->matches[i].offset;
		h->term = r->matches[i].term;
		h->unit = r->matches[i].unit;
		h->first = i == 0;
	}
	move_window(p);
}

/* A tag, which is left out. */
void
passages_tag(Passages *p, int start, int end, bool space)
{
	HeadlineTag *t = p->ntags > 0 ? &p->tags[p->ntags - 1] : NULL;

	if (p->nwords == p->section_start || p->gap_tags > MAX_GAP_TAGS)
		return;
	/* tags side by side are one */
	if (t != NULL && t->end == start)
	{
		t->end = end;
		t->space |= space;
		return;
	}
	p->gap_tags++;
	if (p->ntags == p->tags_size)
	{
		forget(p);
		if (p->ntags > p->tags_size / 2)
		{
			p->tags_size *= 2;
			p->tags = repalloc_huge(p->tags, sizeof(HeadlineTag) * p->tags_size);
		}
	}
	t = &p->tags[p->ntags++];
	t->start = start;
	t->end = end;
	t->space = space;
}

/* Text between words. */
void
passages_blank(Passages *p, int len)
{
	p->gap_bytes = Min(p->gap_bytes + len, MAX_GAP_BYTES + 1);
}

/* Whether one may stop reading at an offset. */
bool
passages_enough(const Passages *p, int offset)
{
	if (p->pending.set)
		return false;
	if (p->enough_at >= 0)
		return offset > p->enough_at;
	return p->have_beginning && matcher_units(p->m) == 0;
}

static int
by_start(const void *a, const void *b)
{
	const HeadlineFragment *x = a;
	const HeadlineFragment *y = b;

	return (x->start > y->start) - (x->start < y->start);
}

/*
 * Ends the reading, at the end of the document or before it.  Returns the number of fragments;
 * *fragments gets them, in the order of the document.
 */
int
passages_end(Passages *p, bool at_end, HeadlineFragment **fragments)
{
	end_section(p, at_end);
	*fragments = p->kept;
	if (p->nkept == 0)
	{
		*fragments = &p->beginning;
		return p->have_beginning;
	}
	qsort(p->kept, p->nkept, sizeof(HeadlineFragment), by_start);
	return p->nkept;
}
