/*
 * tagger.c - features, scores and the best labelling (tagger.h)
 */
#include "tagger.h"

#include <math.h>
#include <string.h>

#include "blob.h"

#define HEADER (8 + 2 * (ARA_LABELS + 1) * ARA_LABELS)
#define START ARA_LABEL_START
#define IMPOSSIBLE (-30000)

/* What features look at, of one token. */
typedef struct View
{
	uint32_t	lemma;
	uint32_t	stem;
	uint32_t	nature;			/* with the clitic */
	uint32_t	known;			/* what the gazetteer says of the word, in few bits */
	uint32_t	match;			/* of the phrase it stands in */
	uint32_t	roles;
} View;

static const AraNameToken nothing;

static View
view(const AraNameToken *t, int n, int i)
{
	const AraNameToken *k = i < 0 || i >= n ? &nothing : &t[i];
	View		v;

	v.lemma = k->w.lemma;
	v.stem = k->w.stem;
	v.nature = k->w.nature * 8u + k->w.clitic;
	v.known = (k->w.what >> 21 & 0x7Fu) << 1 | k->w.name;
	v.match = k->match == 0 ? 0 : (k->match >> 21 & 7u) << 2 | (uint32_t) (k->match_words > 0) << 1 | (k->match_words > 1);
	if (k->match && k->match_words == 0)
		v.match |= 64;
	v.roles = k->w.roles;
	return v;
}

static uint32_t
mix(uint32_t template, uint32_t a, uint32_t b)
{
	uint64_t	h = (a ^ (uint64_t) template * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;

	h = (h ^ h >> 32 ^ (uint64_t) b << 17) * 0xD6E8FEB86659FD93u;
	return (uint32_t) (h >> 32);
}

#define F(x, y) (out[k] = mix((uint32_t) k + 1, x, y), k++)

int
ara_tag_features(const AraNameToken *t, int n, int i, uint32_t *out)
{
	View		a = view(t, n, i - 2),
				b = view(t, n, i - 1),
				c = view(t, n, i),
				d = view(t, n, i + 1),
				e = view(t, n, i + 2);
	const AraNameWord *w = &t[i].w;
	uint32_t	shape = w->letters * 16u + (w->name ? 8u : 0) + (i == 0);
	int			k = 0;

	/* the word */
	F(c.lemma, 0);
	F(c.stem, 0);
	F(c.nature, w->other);
	F(c.nature, c.known);
	F(w->affix[0], w->nature);
	F(w->affix[1], 0);
	F(w->affix[2], w->nature);
	F(w->affix[3], 0);
	F(shape, w->nature);
	F(c.known, c.match);
	F(c.roles, c.nature);
	F(w->frequency, c.known);
	F(w->frequency, w->nature);
	F(mix(0, w->frequency, c.known), b.nature);
	/* its neighbours */
	F(b.lemma, 0);
	F(d.lemma, 0);
	F(a.lemma, 0);
	F(e.lemma, 0);
	F(b.lemma, c.lemma);
	F(c.lemma, d.lemma);
	F(a.lemma, b.lemma);
	F(b.lemma, w->nature);
	F(d.lemma, w->nature);
	F(b.lemma, c.known);
	F(d.lemma, c.known);
	/* classes */
	F(b.nature, c.nature);
	F(c.nature, d.nature);
	F(mix(0, b.nature, c.nature), d.nature);
	F(mix(0, a.nature, b.nature), c.nature);
	F(mix(0, b.known, c.known), w->nature);
	F(mix(0, c.known, d.known), w->nature);
	F(mix(0, b.known, c.known), d.known);
	F(b.match, c.match);
	F(c.match, d.match);
	F(c.match, c.nature);
	F(mix(0, b.match, c.known), b.nature);
	F(b.roles, w->nature);
	F(b.roles, c.known);
	F(mix(0, a.roles, b.nature), w->nature);
	F(mix(0, a.roles, b.roles), c.known);
	F(d.roles, w->nature);
	F(mix(0, b.roles, c.match), d.nature);
	F(mix(0, a.nature, b.nature), mix(0, c.nature, d.nature));
	F(a.known, c.known);
	F(mix(0, d.known, e.known), w->nature);
	return k;
}

int
ara_tag_document_features(const AraNameToken *t, int n, int i, uint32_t *out)
{
	View		c = view(t, n, i);
	int			k = 0;

	if (t[i].document == 0 && (i == 0 || t[i - 1].document == 0) && (i + 1 == n || t[i + 1].document == 0))
		return 0;
	F(mix(99, t[i].document, 0), 0);
	F(mix(99, t[i].document, 0), t[i].w.nature);
	F(mix(99, t[i].document, 0), c.known);
	F(mix(99, t[i].document, i > 0 ? t[i - 1].document : 0), i + 1 < n ? t[i + 1].document : 0);
	return k;
}

#undef F

static const unsigned char *
model(void)
{
	size_t		len;
	const unsigned char *m = ara_blob_section(ARA_S_TAGGER, &len);

	return len < HEADER ? NULL : m;
}

static int
i16(const unsigned char *p)
{
	return (int16_t) ara_u16(p);
}

/* Which byte of an integer of eight byte k is in memory. */
static int
little_endian(int k)
{
	static const uint64_t one = 1;

	return *(const char *) &one ? k : 7 - k;
}

/*
 * Adds the rows of some features.  The eight weights of a row are added as
 * lanes of two integers: even bytes, odd bytes.
 */
static void
add_rows(const unsigned char *m, const uint32_t *f, int nf, int16_t out[ARA_LABELS])
{
	static const uint64_t lanes = 0x00FF00FF00FF00FFu;
	const unsigned char *rows = m + HEADER;
	unsigned	shift = 32 - ara_u32(m);
	uint64_t	even = 0,
				odd = 0;
	int			k;

	for (k = 0; k < nf; k++)
	{
		uint64_t	row;

		memcpy(&row, rows + (size_t) (f[k] >> shift) * ARA_ROW, ARA_ROW);
		even += row & lanes;
		odd += row >> 8 & lanes;
	}
	for (k = 0; k < ARA_ROW; k += 2)
	{
		out[little_endian(k) + 1] = (int16_t) (out[little_endian(k) + 1] + (int) (even >> 8 * k & 0xFFFF) - 128 * nf);
		out[little_endian(k + 1) + 1] = (int16_t) (out[little_endian(k + 1) + 1] + (int) (odd >> 8 * k & 0xFFFF) - 128 * nf);
	}
}

void
ara_tag_score(AraNameToken *t, int n)
{
	const unsigned char *m = model();
	uint32_t	f[ARA_MAX_FEATURES];
	int			i;

	for (i = 0; i < n; i++)
	{
		memset(t[i].words, 0, sizeof(t[i].words));
		if (m != NULL)
			add_rows(m, f, ara_tag_features(t, n, i, f), t[i].words);
	}
}

static void
load_pairs(const unsigned char *m, int pairs[ARA_LABELS + 1][ARA_LABELS])
{
	int			a,
				b;

	for (a = 0; a <= ARA_LABELS; a++)
		for (b = 0; b < ARA_LABELS; b++)
			pairs[a][b] = !ara_label_follows(a, b) ? IMPOSSIBLE : m == NULL ? 0 : i16(m + 8 + 2 * (a * ARA_LABELS + b));
}

static void
viterbi(AraNameToken *t, int n, int pairs[ARA_LABELS + 1][ARA_LABELS])
{
	int			best[2][ARA_LABELS];
	uint8_t		from[ARA_TAG_SENTENCE][ARA_LABELS];
	int			i,
				a,
				b;

	for (b = 0; b < ARA_LABELS; b++)
		best[0][b] = pairs[START][b] + t[0].score[b];
	for (i = 1; i < n; i++)
	{
		const int  *before = best[(i - 1) & 1];
		int		   *now = best[i & 1];

		for (b = 0; b < ARA_LABELS; b++)
		{
			/* a further word has only two labels before it */
			int			more = b != ARA_L_NONE && !(b & 1);
			int			top = more ? b - 1 : 0;

			for (a = top + 1; a <= (more ? b : ARA_LABELS - 1); a++)
				if (before[a] + pairs[a][b] > before[top] + pairs[top][b])
					top = a;
			from[i][b] = (uint8_t) top;
			now[b] = before[top] + pairs[top][b] + t[i].score[b];
		}
	}
	for (b = 0, a = 1; a < ARA_LABELS; a++)
		if (best[(n - 1) & 1][a] > best[(n - 1) & 1][b])
			b = a;
	for (i = n - 1; i >= 0; b = from[i][b], i--)
		t[i].label = (uint8_t) b;
}

/* The probability of each token's label, given the whole sentence. */
static void
marginals(AraNameToken *t, int n, int pairs[ARA_LABELS + 1][ARA_LABELS], float unit)
{
	float		e[ARA_LABELS + 1][ARA_LABELS];
	float		alpha[ARA_TAG_SENTENCE][ARA_LABELS];
	float		beta[2][ARA_LABELS];
	float		own[ARA_TAG_SENTENCE][ARA_LABELS];
	int			i,
				a,
				b;

	for (a = 0; a <= ARA_LABELS; a++)
		for (b = 0; b < ARA_LABELS; b++)
			e[a][b] = pairs[a][b] == IMPOSSIBLE ? 0 : expf((float) pairs[a][b] / unit);
	for (i = 0; i < n; i++)
	{
		float		sum = 0;
		int			top = t[i].score[0];

		for (b = 1; b < ARA_LABELS; b++)
			if (t[i].score[b] > top)
				top = t[i].score[b];
		for (b = 0; b < ARA_LABELS; b++)
		{
			float		in = i == 0 ? e[START][b] : 0;

			own[i][b] = expf((float) (t[i].score[b] - top) / unit);
			for (a = 0; i > 0 && a < ARA_LABELS; a++)
				in += alpha[i - 1][a] * e[a][b];
			sum += alpha[i][b] = in * own[i][b];
		}
		for (b = 0; b < ARA_LABELS; b++)
			alpha[i][b] = sum > 0 ? alpha[i][b] / sum : 1.0f / ARA_LABELS;
	}
	for (b = 0; b < ARA_LABELS; b++)
		beta[(n - 1) & 1][b] = 1;
	for (i = n - 1; i >= 0; i--)
	{
		float	   *now = beta[i & 1];
		float		all = 0;
		float		sum = 0;

		for (b = 0; b < ARA_LABELS; b++)
			all += alpha[i][b] * now[b];
		t[i].sure = all > 0 ? alpha[i][t[i].label] * now[t[i].label] / all : 0;
		if (i == 0)
			break;
		for (a = 0; a < ARA_LABELS; a++)
		{
			float		out = 0;

			for (b = 0; b < ARA_LABELS; b++)
				out += e[a][b] * own[i][b] * now[b];
			sum += beta[(i - 1) & 1][a] = out;
		}
		for (a = 0; a < ARA_LABELS; a++)
			beta[(i - 1) & 1][a] = sum > 0 ? beta[(i - 1) & 1][a] / sum : 1.0f / ARA_LABELS;
	}
}

void
ara_tag_decode(AraNameToken *t, int n)
{
	const unsigned char *m = model();
	int			pairs[ARA_LABELS + 1][ARA_LABELS];
	uint32_t	f[ARA_MAX_FEATURES];
	int			i;

	for (i = 0; i < n; i++)
	{
		memcpy(t[i].score, t[i].words, sizeof(t[i].score));
		if (m != NULL)
			add_rows(m, f, ara_tag_document_features(t, n, i, f), t[i].score);
	}
	load_pairs(m, pairs);
	viterbi(t, n, pairs);
}

void
ara_tag_confidence(AraNameToken *t, int n)
{
	const unsigned char *m = model();
	int			pairs[ARA_LABELS + 1][ARA_LABELS];

	load_pairs(m, pairs);
	marginals(t, n, pairs, m == NULL ? 1 : (float) ara_u32(m + 4));
}
