/*
 * keyword_learn.c - keywords, learned from many lines that join them by spaces
 *
 *     pairs     for two words that stand side by side in lines: in how many articles both stand somewhere,
 *               and in how many of these side by side too; and how seldom either goes with other words
 *     rounds    all lines are cut by these costs of joining; what comes out is counted, and is the
 *               dictionary by which they are cut again
 *
 * Words and phrases are told apart by 64-bit hashes of their folded spelling.
 */
#include "compat.h"

#include "miscadmin.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

#include "../core/ara.h"
#include "keyword_learn.h"

#define ROUNDS 4

#define BITS(n) ((n) * ARA_KEYWORD_BIT)

typedef struct Pair
{
	uint64		hash;
	uint32		n;				/* in lines */
	uint32		both;			/* both words stand in the article */
	uint32		joined;			/* side by side */
} Pair;

typedef struct Word
{
	uint64		hash;
	uint32		before;			/* lines in which another word follows */
	uint32		behind;			/* or stands before it */
} Word;

/* What the rounds need of a word, in the order of the lines. */
typedef struct Known
{
	int16		join;
	uint16		kind:15,
				first:1;
} Known;

/* A walk through the records; zero-initialized, before the first. */
typedef struct RecordScan
{
	Size		at;				/* of the next */
	KeywordRecord r;
	const char *line;			/* its text */
	const uint8 *found;			/* of each of its words */
} RecordScan;

typedef struct Learner
{
	MemoryContext context;
	const KeywordLines *lines;
	AraKeywordLine line;
	HTAB	   *pairs;
	HTAB	   *words;
	HTAB	   *phrases;		/* KeywordPhrase */
	uint64		total;
	uint32		lists;
	uint32		sorted;
	Known	   *known;			/* of all words of all lines */
	AraKeywordDict dict;
} Learner;

static HTAB *
create_table(MemoryContext context, Size entry)
{
	HASHCTL		ctl;

	memset(&ctl, 0, sizeof(ctl));
	ctl.keysize = sizeof(uint64);
	ctl.entrysize = entry;
	ctl.hcxt = context;
	return hash_create("arabic_keyword_stats", 1024, &ctl, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
}

/* Reads the next record; false at the end. */
static bool
next_record(const KeywordLines *lines, RecordScan *s)
{
	CHECK_FOR_INTERRUPTS();
	if (s->at >= lines->len)
		return false;
	memcpy(&s->r, lines->data + s->at, sizeof(s->r));
	s->line = lines->data + s->at + sizeof(s->r);
	s->found = (const uint8 *) s->line + s->r.len;
	s->at += sizeof(s->r) + s->r.len + s->r.words;
	return true;
}

static void
read_line(AraKeywordLine *l, const RecordScan *s)
{
	const char *line = s->line;
	int			i;

	ara_keyword_read(l, &line, line + s->r.len);
	for (i = 0; i < l->n; i++)
		l->word[i].found = s->found[i];
}

/* ---- pairs ---- */

static Word *
get_word(Learner *e, uint64 hash)
{
	bool		seen;
	Word	   *w = hash_search(e->words, &hash, HASH_ENTER, &seen);

	if (!seen)
		w->before = w->behind = 0;
	return w;
}

static void
count_pairs(Learner *e)
{
	AraKeywordLine *l = &e->line;
	RecordScan	s = {0};
	int			i;

	while (next_record(e->lines, &s))
	{
		if (s.r.separated)
			continue;
		read_line(l, &s);
		for (i = 1; i < l->n; i++)
		{
			uint64		hash = ara_keyword_hash(ara_keyword_hash(0, l->word[i - 1].hash), l->word[i].hash);
			bool		seen;
			Pair	   *p = hash_search(e->pairs, &hash, HASH_ENTER, &seen);

			if (!seen)
				p->n = p->both = p->joined = 0;
			p->n++;
			p->both += l->word[i - 1].found && l->word[i].found;
			p->joined += (l->word[i - 1].found & 2) != 0;
			get_word(e, l->word[i - 1].hash)->before++;
			get_word(e, l->word[i].hash)->behind++;
		}
	}
}

/* log2 of a / b, in whole bits, at most 6 either way */
static int
bits_of(uint32 a, uint32 b)
{
	int			bits = 0;

	while (a > b && bits < 6)
	{
		b = 2 * b + (b == 0);
		bits++;
	}
	while (b > a && bits > -6)
	{
		a = 2 * a + (a == 0);
		bits--;
	}
	return bits;
}

/* What the table says of joining two words, added to what grammar and their own article say. */
static int
learned_join(Learner *e, const AraKeywordWord *a, const AraKeywordWord *b)
{
	uint64		hash = ara_keyword_hash(ara_keyword_hash(0, a->hash), b->hash);
	Pair	   *p = hash_search(e->pairs, &hash, HASH_FIND, NULL);
	int			cost = b->join;

	if (p == NULL)
		return cost;
	if (p->both > 0)
		cost += BITS(-3 * bits_of(2 * p->joined + 1, 2 * (p->both - p->joined) + 1));
	if (p->n > 2)
	{
		uint32		most = Min(get_word(e, a->hash)->before, get_word(e, b->hash)->behind);
		uint32		least = Max(get_word(e, a->hash)->before, get_word(e, b->hash)->behind);

		/* nearly always together, or both go with many others */
		if (p->n * 10 > most * 9)
			cost -= BITS(4);
		else if (p->n * 4 < most && p->n * 4 < least)
			cost += BITS(4);
	}
	return Max(BITS(-2), Min(cost, BITS(24)));
}

static void
set_joins(Learner *e)
{
	AraKeywordLine *l = &e->line;
	RecordScan	s = {0};
	Size		n = 0;
	int			i;

	while (next_record(e->lines, &s))
		n += s.r.words;
	e->known = MemoryContextAllocHuge(e->context, sizeof(Known) * (n + 1));
	for (s.at = 0, n = 0; next_record(e->lines, &s);)
	{
		if (s.r.separated)
			continue;
		read_line(l, &s);
		ara_keyword_join(l);
		for (i = 0; i < l->n; i++, n++)
		{
			e->known[n].join = (int16) (i > 0 ? learned_join(e, &l->word[i - 1], &l->word[i]) : 0);
			e->known[n].kind = l->word[i].kind;
			e->known[n].first = l->word[i].first;
		}
	}
}

/* ---- rounds ---- */

static void
count_phrase(Learner *e, const char *s, Size len, uint64 hash)
{
	bool		seen;
	KeywordPhrase *p;

	if (hash == 0)
		return;
	p = hash_search(e->phrases, &hash, HASH_ENTER, &seen);
	if (!seen)
		p->count = 0;
	/* of several spellings the least, whatever the order of rows */
	if (!seen || memcmp(s, p->s, Min(len, p->len)) < 0)
	{
		p->s = s;
		p->len = (uint32) len;
	}
	p->count++;
	e->total++;
}

static void
count_line(Learner *e)
{
	AraKeywordLine *l = &e->line;
	int			keywords = 0;
	bool		sorted = ara_keyword_cut(l, e->dict.n > 0 ? &e->dict : NULL);
	int			i;

	for (i = 0; i < l->n; i++)
	{
		uint64		hash = 0;
		int			k = l->word[i].words;
		int			j;

		for (j = 0; j < k; j++)
			hash = ara_keyword_hash(hash, l->word[i + j].hash);
		if (k > 0)
		{
			count_phrase(e, l->word[i].s, l->word[i + k - 1].s + l->word[i + k - 1].len - l->word[i].s, hash);
			keywords++;
		}
	}
	if (keywords > 3)
	{
		e->lists++;
		e->sorted += sorted;
	}
}

static void
count_separated(Learner *e, const char *line, Size len)
{
	const char *p = line;
	const char *s;
	size_t		n;

	while (ara_next_separated(&p, line + len, &s, &n))
		count_phrase(e, s, n, ara_keyword_phrase_hash(s, n));
}

/* Cuts all lines by the dictionary, and counts anew. */
static void
count_round(Learner *e)
{
	AraKeywordLine *l = &e->line;
	RecordScan	s = {0};
	Size		n = 0;
	int			i;

	e->phrases = create_table(e->context, sizeof(KeywordPhrase));
	e->total = 0;
	e->lists = e->sorted = 0;
	while (next_record(e->lines, &s))
	{
		if (s.r.separated)
		{
			count_separated(e, s.line, s.r.len);
			continue;
		}
		read_line(l, &s);
		for (i = 0; i < l->n; i++, n++)
		{
			l->word[i].join = e->known[n].join;
			l->word[i].kind = e->known[n].kind;
			l->word[i].first = e->known[n].first;
		}
		count_line(e);
	}
}

/* The phrases that recur, in any order; *n gets how many. */
static KeywordPhrase *
recurring(Learner *e, uint32 *n)
{
	KeywordPhrase *list = MemoryContextAllocHuge(e->context, sizeof(KeywordPhrase) *
												 (hash_get_num_entries(e->phrases) + 1));
	HASH_SEQ_STATUS scan;
	KeywordPhrase *p;

	*n = 0;
	hash_seq_init(&scan, e->phrases);
	while ((p = hash_seq_search(&scan)) != NULL)
		if (p->count > 1)
			list[(*n)++] = *p;
	keyword_stats_sort(list, *n);
	return list;
}

static void
set_dict(Learner *e, const KeywordPhrase *list, uint32 n)
{
	uint64	   *hash = MemoryContextAllocHuge(e->context, sizeof(uint64) * (n + 1));
	uint32	   *count = MemoryContextAllocHuge(e->context, sizeof(uint32) * (n + 1));
	uint32		i;

	for (i = 0; i < n; i++)
	{
		hash[i] = list[i].hash;
		count[i] = list[i].count;
	}
	e->dict.hash = hash;
	e->dict.count = count;
	e->dict.n = n;
	e->dict.total = e->total;
	e->dict.lists = e->lists;
	e->dict.sorted = e->sorted;
}

KeywordStats *
keyword_learn(const KeywordLines *lines)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "arabic_keyword_stats",
												  ALLOCSET_DEFAULT_SIZES);
	Learner    *e = MemoryContextAllocZero(context, sizeof(Learner));
	KeywordStats *result;
	KeywordPhrase *list;
	uint32		n;
	int			round;

	e->context = context;
	e->lines = lines;
	e->pairs = create_table(context, sizeof(Pair));
	e->words = create_table(context, sizeof(Word));
	count_pairs(e);
	set_joins(e);
	for (round = 0;; round++)
	{
		count_round(e);
		list = recurring(e, &n);
		if (round == ROUNDS - 1)
			break;
		set_dict(e, list, n);
		hash_destroy(e->phrases);
		pfree(list);
	}
	result = keyword_stats_make(list, n, e->total, e->lists, e->sorted);
	MemoryContextDelete(context);
	return result;
}
