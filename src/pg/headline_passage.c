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
#include "headline_passage.h"

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

/* words of a compound that may go with the MaxWords of a fragment, at either end */
#define MAX_COMPOUND 256

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

	fragment_core(p, &first, &last);
	fragment_cut(p, &first, &last, at_end);
	fragment_make(p, f, first, last, at_end);
}

/* Keeps a fragment, or forgets it. */
static void
offer(Passages *p, HeadlineFragment *f)
{
	if (fragment_keep(p, f))
		p->enough_at = f->end + Min(p->len - f->end,
									p->nkept == p->keep && p->nheld == matcher_units(p->m) + matcher_phrases(p->m) ?
									ENOUGH_COMPLETE : ENOUGH_PARTIAL);
	else
		fragment_free(f);
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
		fragments_clear(p);
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

/*
 * The document's beginning, for when it has no match: MinWords, on to the end of the sentence if
 * MaxWords allow.
 */
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
	fragment_make(p, &p->beginning, first, last, at_end);
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
