/*
 * keyword.c - where the keywords of a line begin
 *
 * The cheapest way to cut the line is found from left to right.  Its state is
 * how many words the last keyword has, since whether the next one sorts behind
 * it counts: once with an advantage for lists in order, once without.
 */
#include <string.h>

#include "ara.h"
#include "chartab.h"
#include "keyword.h"
#include "line.h"
#include "utf8.h"

#define BIT ARA_KEYWORD_BIT
#define NEVER (1 << 28)

/* ---- explicit separators ---- */

static int
is_separator(uint32_t cp)
{
	switch (cp)
	{
		case 0x060C:			/* ARABIC COMMA */
		case 0x061B:			/* ARABIC SEMICOLON */
		case 0x2022:			/* BULLET */
		case 0x00B7:			/* MIDDLE DOT */
		case 0x3001:			/* IDEOGRAPHIC COMMA, of some input methods */
		case ',':
		case ';':
		case '|':
		case '#':
		case '\n':
		case '\r':
		case '\t':
			return 1;
		default:
			return 0;
	}
}

/* A separator at p, which may be a stroke between spaces; *size gets its bytes. */
static int
separator_at(const char *p, const char *start, const char *end, int *size)
{
	uint32_t	cp = ara_decode(p, end, size);

	if (is_separator(cp))
		return 1;
	return (cp == '/' || cp == '-' || cp == 0x2013) && p > start && p[-1] == ' ' &&
		p + *size < end && p[*size] == ' ';
}

int
ara_keyword_separated(const char *s, size_t len)
{
	const char *end = ara_trim(s, s + len);
	const char *p;
	int			size;

	for (p = ara_skip_blank(s, end); p < end; p += size)
		if (separator_at(p, s, end, &size))
			return 1;
	return 0;
}

int
ara_next_separated(const char **p, const char *end, const char **keyword, size_t *len)
{
	while (*p < end)
	{
		const char *start = *p;
		const char *q = start;
		int			size = 0;

		while (q < end && !separator_at(q, start, end, &size))
			q += size;
		*p = q < end ? q + size : end;
		start = ara_skip_blank(start, q);
		q = ara_trim(start, q);
		if (start < q)
		{
			*keyword = start;
			*len = (size_t) (q - start);
			return 1;
		}
	}
	return 0;
}

/* ---- words ---- */

/* Reads the next word at or behind *p, also one of signs only (hash 0); returns 0 at the end. */
static int
next_word(const char **p, const char *end, AraKeywordWord *w)
{
	const char *s = ara_skip_blank(*p, end);
	const char *e = s;
	const char *word;
	int			size;

	memset(w, 0, sizeof(*w));
	if (s >= end)
		return 0;
	w->first = s - *p > 1;		/* a wide gap: a keyword was joined with its own spaces */
	for (; e < end; e += size)
		if (ara_is_blank(ara_decode(e, end, &size)))
			break;
	w->s = s;
	w->len = (size_t) (e - s);
	*p = e;
	word = ara_skip_signs(s, e);
	while (e > word && !ara_is_word_char(ara_decode(ara_prev_char(word, e), e, &size)))
		e = ara_prev_char(word, e);
	w->hash = ara_keyword_word_hash(word, (size_t) (e - word));
	return 1;
}

int
ara_keyword_read(AraKeywordLine *l, const char **p, const char *end)
{
	l->n = 0;
	while (l->n < ARA_KEYWORD_WORDS && next_word(p, end, &l->word[l->n]))
		if (l->word[l->n].hash != 0)
			l->n++;
	if (l->n > 0)
		l->word[0].first = 1;
	return l->n;
}

uint64_t
ara_keyword_phrase_hash(const char *s, size_t len)
{
	const char *p = s;
	uint64_t	hash = 0;
	AraKeywordWord w;

	while (next_word(&p, s + len, &w))
		if (w.hash != 0)
			hash = ara_keyword_hash(hash, w.hash);
	return hash;
}

/* ---- costs ---- */

/* 16 * log2(x), x > 0, by squaring: the same on every platform. */
static int
log2_16(uint64_t x)
{
	int			whole = 0;
	int			part = 0;
	int			i;

	while (x >> whole > 1)
		whole++;
	x = whole > 31 ? x >> (whole - 31) : x << (31 - whole);
	for (i = 0; i < 4; i++)
	{
		x = x * x >> 31;
		part <<= 1;
		if (x >> 32)
		{
			part |= 1;
			x >>= 1;
		}
	}
	return whole * 16 + part;
}

int
ara_keyword_cost(const AraKeywordDict *d, uint64_t hash)
{
	uint32_t	lo = 0;
	uint32_t	hi = d->n;
	int			cost;

	while (lo < hi)
	{
		uint32_t	mid = lo + (hi - lo) / 2;

		if (d->hash[mid] < hash)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo >= d->n || d->hash[lo] != hash || d->count[lo] == 0)
		return -1;
	cost = log2_16(d->total + 16) - log2_16(d->count[lo]);
	return cost < 0 ? 0 : cost;
}

/* The cost of the keyword of k words that begins with word i; joined: the costs of joining them. */
static int
phrase_cost(const AraKeywordLine *l, const AraKeywordDict *d, int i, int k, uint64_t hash, int joined)
{
	int			cost = ARA_KEYWORD_NEW + joined;
	int			known;

	/* J1, J2 */
	if ((l->word[i].kind | l->word[i + k - 1].kind) & ARA_KW_FUNCTION)
		cost += 16 * BIT;
	if (l->word[i].kind & ARA_KW_CLITIC)
		cost += 8 * BIT;

	else if (k > 1 && (l->word[i].found >> (k - 1) & 1) && cost > ARA_KEYWORD_NEW)
		cost = ARA_KEYWORD_NEW;
	if (d != NULL && (known = ara_keyword_cost(d, hash)) >= 0 && known < cost)
		cost = known;
	return cost;
}

/* ---- cutting ---- */

/* best[j][k]: words before j are cut, the last keyword has k words. */
typedef struct Cut
{
	int			cost[ARA_KEYWORD_WORDS + 1][ARA_KEYWORD_PHRASE + 1];
	uint8_t		before[ARA_KEYWORD_WORDS + 1][ARA_KEYWORD_PHRASE + 1];
	const uint8_t *rank;
} Cut;

/* Whether the line from word i on sorts before the line from word j on, code point by code point. */
static int
sorts_before(const AraKeywordLine *l, int i, int j)
{
	const char *end = l->word[l->n - 1].s + l->word[l->n - 1].len;
	size_t		len = (size_t) (end - (l->word[i].s > l->word[j].s ? l->word[i].s : l->word[j].s));
	int			c = memcmp(l->word[i].s, l->word[j].s, len);

	return c < 0 || (c == 0 && i > j);
}

/* The place of each word in the order of keywords that begin with it. */
static void
rank_words(const AraKeywordLine *l, uint8_t *rank)
{
	uint8_t		order[ARA_KEYWORD_WORDS];
	int			i;

	for (i = 0; i < l->n; i++)
	{
		int			lo = 0;
		int			hi = i;

		while (lo < hi)
		{
			int			mid = (lo + hi) / 2;

			if (sorts_before(l, order[mid], i))
				lo = mid + 1;
			else
				hi = mid;
		}
		memmove(order + lo + 1, order + lo, (size_t) (i - lo));
		order[lo] = (uint8_t) i;
	}
	for (i = 0; i < l->n; i++)
		rank[order[i]] = (uint8_t) i;
}

/* Fills c and returns the least cost; *last gets the words of the last keyword. */
static int
cut(const AraKeywordLine *l, const AraKeywordDict *d, Cut *c, int ordered, int unordered, int *last)
{
	int			best = NEVER;
	int			i;
	int			k;
	int			m;

	for (i = 0; i <= l->n; i++)
		for (k = 0; k <= ARA_KEYWORD_PHRASE; k++)
			c->cost[i][k] = NEVER;
	c->cost[0][0] = 0;
	for (i = 0; i < l->n; i++)
	{
		uint64_t	hash = 0;
		int			joined = 0;

		for (k = 1; k <= ARA_KEYWORD_PHRASE && i + k <= l->n; k++)
		{
			const AraKeywordWord *w = &l->word[i + k - 1];
			int			cost;

			if (k > 1 && w->first)
				break;
			joined += k > 1 ? w->join : 0;
			hash = ara_keyword_hash(hash, w->hash);
			cost = phrase_cost(l, d, i, k, hash, joined);
			for (m = 0; m <= ARA_KEYWORD_PHRASE; m++)
			{
				int			total = c->cost[i][m];

				if (total == NEVER)
					continue;
				total += cost;
				if (m > 0)
					total += c->rank[i - m] < c->rank[i] ? ordered : unordered;
				if (total < c->cost[i + k][k])
				{
					c->cost[i + k][k] = total;
					c->before[i + k][k] = (uint8_t) m;
				}
			}
		}
	}
	for (k = 1; k <= ARA_KEYWORD_PHRASE; k++)
		if (c->cost[l->n][k] < best)
		{
			best = c->cost[l->n][k];
			*last = k;
		}
	return best;
}

/*
 * What order is worth: a list of k keywords in order is one of k! lists, about
 * log2(k / e) bits a keyword.
 */
#define OUT_OF_ORDER (8 * BIT)

/* -log2 of the share of lists that are in order, or are not, as the dictionary knows it; half without one. */
static int
order_cost(const AraKeywordDict *d, int sorted)
{
	uint64_t	lists = d ? d->lists : 0;
	uint64_t	n = d ? (sorted ? d->sorted : d->lists - d->sorted) : 0;

	return log2_16(lists + 2) - log2_16(n + 1);
}

int
ara_keyword_cut(AraKeywordLine *l, const AraKeywordDict *d)
{
	Cut			free_cut;
	Cut			sorted_cut;
	Cut		   *c = &free_cut;
	uint8_t		rank[ARA_KEYWORD_WORDS];
	int			keywords = l->n * 5 / 8;	/* about */
	int			worth = keywords > 3 ? log2_16((uint64_t) keywords) - 23 : 0;	/* 23: log2(e) */
	int			last = 0;
	int			other_last = 0;
	int			free_cost;
	int			sorted_cost;
	int			sorted = 0;
	int			i;
	int			k;

	if (l->n == 0)
		return 0;
	rank_words(l, rank);
	free_cut.rank = sorted_cut.rank = rank;
	free_cost = cut(l, d, &free_cut, 0, 0, &last) + order_cost(d, 0);
	if (worth > 0)
	{
		sorted_cost = cut(l, d, &sorted_cut, -worth, OUT_OF_ORDER, &other_last) + order_cost(d, 1);
		if (sorted_cost < free_cost)
		{
			sorted = 1;
			last = other_last;
			c = &sorted_cut;
		}
	}
	for (i = 0; i < l->n; i++)
		l->word[i].words = 0;
	for (i = l->n, k = last; i > 0 && k > 0;)
	{
		int			m = c->before[i][k];

		i -= k;
		l->word[i].words = (uint8_t) k;
		k = m;
	}
	return sorted;
}
