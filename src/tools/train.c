/*
 * train.c - learns the tagger's weights from marked text (core/tagger.h)
 *
 *     train [-b BITS] [-e EPOCHS] OUT.tsv CORPUS.txt ...
 *
 * The format of a corpus is described in src/data/corpus/README.md.  A
 * document ends at a line that begins with '#'.  Words become features through
 * the library's own code, so what is learned here is what is seen there.
 *
 * Maximum likelihood by stochastic gradient (AdaGrad), one sentence a step.  A
 * text knows more names than any gazetteer, and more words than any corpus, so
 * in training, part of what is known is hidden: names from the gazetteer, and
 * what the document knows.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/blob.h"
#include "../core/nametext.h"
#include "data.h"

#define RATE 0.04f
#define DECAY 3e-2f				/* L2, a step */
#define HIDE_NAME 50			/* per cent of the names in the gazetteer ... */
#define HIDE_DOCUMENT 20		/* ... of what the document knows ... */
#define HIDE_MENTION 10			/* ... of the mentions that it knows it by ... */
#define HIDE_WORD 30			/* ... and of words that may be names, that a pass does not see */
#define UNIT 24					/* steps of a weight of 1.0 */
#define LEAST 2					/* a row that has no weight of so many steps is left out */

typedef struct Document
{
	AraNameToken *t;
	int		   *gold;			/* label of each token */
	int			n;
} Document;

static Document *documents;
static int	ndocuments;
static AraGazetteer gazetteer;

static unsigned bits = 17;
static float *weights,
		   *squares;
static float pairs[ARA_LABELS + 1][ARA_LABELS];
static float pair_squares[ARA_LABELS + 1][ARA_LABELS];

static uint32_t random_state = 2463534242u;

static uint32_t
random32(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return random_state;
}

static void *
grow(void *p, size_t size)
{
	p = realloc(p, size);
	if (p == NULL)
	{
		fprintf(stderr, "train: out of memory\n");
		exit(1);
	}
	return p;
}

/* ---- the corpus ---- */

typedef struct Mark
{
	size_t		start,
				end;
	int			label;
} Mark;

static int
label_of(char kind)
{
	switch (kind)
	{
		case 'P':
			return ARA_L_PERSON;
		case 'L':
			return ARA_L_PLACE;
		case 'O':
			return ARA_L_ORGANISATION;
		case 'I':
			return ARA_L_INSTITUTION;
		default:
			return 0;
	}
}

/* Takes the marks out of a text.  Complains, with its line, of what is no mark. */
static int
unmark(const char *path, int line, const char *s, size_t len, Buf *text, Mark **marks)
{
	Mark	   *m = NULL;
	int			n = 0;
	size_t		i;
	int			open = 0;

	for (i = 0; i < len; i++)
	{
		line += s[i] == '\n';
		if (s[i] == '{' && !open && i + 2 < len && s[i + 2] == ' ' && label_of(s[i + 1]))
		{
			m = grow(m, sizeof(Mark) * (size_t) (n + 1));
			m[n].start = text->len;
			m[n].label = label_of(s[i + 1]);
			open = 1;
			i += 2;
		}
		else if (s[i] == '}' && open)
		{
			m[n++].end = text->len;
			open = 0;
		}
		else if (s[i] == '{' || s[i] == '}' || (s[i] == '\n' && open))
			fprintf(stderr, "%s:%d: a mark is not closed, or none\n", path, line), open = 0;
		else
			buf_put(text, s + i, 1);
	}
	*marks = m;
	return n;
}

static long wrong_skips,
			all_skips,
			wrong_ends;

/* A token that begins in a mark, or in which a mark begins, has its label. */
static void
set_gold(Document *d, const char *text, const Mark *m, int nmarks)
{
	int			i,
				k = 0;

	for (i = 0; i < d->n; i++)
	{
		size_t		start = (size_t) (d->t[i].start - text);
		size_t		end = start + d->t[i].len;
		const char *p;

		while (k < nmarks && m[k].end <= start)
			k++;
		d->gold[i] = 0;
		if (k == nmarks || m[k].start >= end)
			continue;
		d->gold[i] = start <= m[k].start ? m[k].label : m[k].label + 1;
		if (end > m[k].end && ++wrong_ends < 40)
			fprintf(stderr, "train: a mark ends inside of \"%.*s\"\n", (int) (end - start), text + start);
		if (start > m[k].start)
			continue;
		for (p = text + start; p < text + m[k].start; p++)
			start += (*p & 0xC0) != 0x80;
		all_skips++;
		wrong_skips += (int) (start - (size_t) (d->t[i].start - text)) != d->t[i].w.skip;
		if (getenv("SKIPS") && (int) (start - (size_t) (d->t[i].start - text)) != d->t[i].w.skip)
			fprintf(stderr, "skip %d: %.*s\n", d->t[i].w.skip, (int) d->t[i].len, d->t[i].start);
	}
}

static void
add_document(const char *path, int line, const char *s, size_t len)
{
	static AraNameText reader;
	Buf			text = {0};
	Mark	   *marks;
	Document   *d;
	int			n = unmark(path, line, s, len, &text, &marks);
	int			max = (int) text.len + ARA_TAG_SENTENCE + 1;
	int			got;

	if (text.len == 0)
		return;
	documents = grow(documents, sizeof(Document) * (size_t) (ndocuments + 1));
	d = &documents[ndocuments++];
	d->t = grow(NULL, sizeof(AraNameToken) * (size_t) max);
	d->n = 0;
	ara_name_text_init(&reader, text.data, text.len, &gazetteer);
	while ((got = ara_name_text_read(&reader, d->t + d->n, max - d->n)) > 0)
		d->n += got;
	d->t = grow(d->t, sizeof(AraNameToken) * (size_t) (d->n + 1));
	d->gold = grow(NULL, sizeof(int) * (size_t) (d->n + 1));
	set_gold(d, text.data, marks, n);
}

static void
read_corpus(const char *path)
{
	FILE	   *f = fopen(path, "rb");
	Buf			b = {0};
	char		chunk[65536];
	size_t		n;
	char	   *p,
			   *start;
	int			line = 1,
				first = 1;

	if (f == NULL)
	{
		fprintf(stderr, "train: cannot read %s\n", path);
		exit(1);
	}
	while ((n = fread(chunk, 1, sizeof(chunk), f)) > 0)
		buf_put(&b, chunk, n);
	fclose(f);
	buf_put(&b, "\n#", 3);
	for (p = start = b.data; *p; p++)
	{
		if (*p == '#' && (p == b.data || p[-1] == '\n'))
		{
			add_document(path, first, start, (size_t) (p - start));
			while (*p && *p != '\n')
				p++;
			start = p;
			first = line;
			if (!*p)
				break;
		}
		line += *p == '\n';
	}
}

/* ---- what a pass sees ---- */

/* The end of the mention that starts at token i. */
static int
mention_end(const Document *d, int i)
{
	int			e = i + 1;

	while (e < d->n && d->gold[e] == d->gold[i] + 1)
		e++;
	return e;
}

static int
document_bit(int label, int first, int words)
{
	if (label == ARA_L_PERSON)
		return first && words > 1 ? ARA_DOC_FIRST : ARA_DOC_LAST;
	return label == ARA_L_PLACE ? ARA_DOC_PLACE : ARA_DOC_ORGANISATION;
}

/* What other mentions in the document say of each token. */
static void
see_document(Document *d)
{
	static struct
	{
		uint32_t	stem;
		uint32_t	mention;
		int			bit;
	}			known[65536];
	int			nknown = 0;
	int			i,
				k,
				e;

	for (i = 0; i < d->n; i = e)
	{
		e = i + 1;
		if (!(d->gold[i] & 1))
			continue;
		e = mention_end(d, i);
		if (random32() % 100 < HIDE_MENTION)
			continue;
		for (k = i; k < e && nknown < 65536; k++, nknown++)
		{
			known[nknown].stem = k == i ? d->t[k].w.stem : d->t[k].w.whole;
			known[nknown].mention = (uint32_t) i;
			known[nknown].bit = document_bit(d->gold[i], k == i, e - i);
		}
	}
	for (i = 0; i < d->n; i++)
	{
		int			own = i;

		while (own > 0 && d->gold[own] && !(d->gold[own] & 1))
			own--;
		d->t[i].document = 0;
		if (d->t[i].w.whole == 0)
			continue;
		for (k = 0; k < nknown; k++)
			if ((known[k].stem == d->t[i].w.stem || known[k].stem == d->t[i].w.whole) && known[k].mention != (uint32_t) own)
				d->t[i].document |= (uint8_t) known[k].bit;
	}
}

/* ---- one step ---- */

static void
update(float *w, float *square, float gradient)
{
	gradient -= DECAY * *w;
	*square += gradient * gradient;
	*w += RATE * gradient / (sqrtf(*square) + 1e-3f);
}

/* A sentence: t[0..n), as this pass sees it. */
static double
step(const AraNameToken *t, const int *gold, int n)
{
	static uint32_t f[ARA_TAG_SENTENCE][ARA_MAX_FEATURES];
	static double own[ARA_TAG_SENTENCE][ARA_LABELS],
				alpha[ARA_TAG_SENTENCE][ARA_LABELS],
				beta[ARA_TAG_SENTENCE][ARA_LABELS];
	static double e[ARA_LABELS + 1][ARA_LABELS];
	int			nf = 0;
	double		likelihood = 0;
	int			i,
				k,
				a,
				b;

	for (a = 0; a <= ARA_LABELS; a++)
		for (b = 0; b < ARA_LABELS; b++)
			e[a][b] = ara_label_follows(a, b) ? exp(pairs[a][b]) : 0;
	for (i = 0; i < n; i++)
	{
		float		sum[ARA_LABELS] = {0};
		float		top = -1e9f;
		double		all = 0;

		nf = ara_tag_features(t, n, i, f[i]);
		nf += ara_tag_document_features(t, n, i, f[i] + nf);
		for (k = 0; k < nf; k++)
		{
			const float *w = weights + (size_t) (f[i][k] >> (32 - bits)) * ARA_LABELS;

			for (b = 0; b < ARA_LABELS; b++)
				sum[b] += w[b];
		}
		for (b = 0; b < ARA_LABELS; b++)
			if (sum[b] > top)
				top = sum[b];
		for (b = 0; b < ARA_LABELS; b++)
		{
			double		in = i == 0 ? e[ARA_LABELS][b] : 0;

			own[i][b] = exp(sum[b] - top);
			for (a = 0; i > 0 && a < ARA_LABELS; a++)
				in += alpha[i - 1][a] * e[a][b];
			all += alpha[i][b] = in * own[i][b];
		}
		for (b = 0; b < ARA_LABELS; b++)
			alpha[i][b] /= all;
	}
	for (b = 0; b < ARA_LABELS; b++)
		beta[n - 1][b] = 1;
	for (i = n - 1; i > 0; i--)
	{
		double		all = 0;

		for (a = 0; a < ARA_LABELS; a++)
		{
			beta[i - 1][a] = 0;
			for (b = 0; b < ARA_LABELS; b++)
				beta[i - 1][a] += e[a][b] * own[i][b] * beta[i][b];
			all += beta[i - 1][a];
		}
		for (a = 0; a < ARA_LABELS; a++)
			beta[i - 1][a] /= all;
	}
	for (i = 0; i < n; i++)
	{
		double		p[ARA_LABELS];
		double		all = 0;
		double		joint[ARA_LABELS][ARA_LABELS];

		for (b = 0; b < ARA_LABELS; b++)
			all += p[b] = alpha[i][b] * beta[i][b];
		for (b = 0; b < ARA_LABELS; b++)
			p[b] /= all;
		likelihood += log(p[gold[i]] + 1e-30);
		for (k = 0; k < nf; k++)
			for (b = 0; b < ARA_LABELS; b++)
			{
				float		g = (float) ((b == gold[i]) - p[b]);
				size_t		at = (size_t) (f[i][k] >> (32 - bits)) * ARA_LABELS + (size_t) b;

				if (g > 1e-4f || g < -1e-4f)
					update(&weights[at], &squares[at], g);
			}
		if (i == 0)
		{
			for (b = 0; b < ARA_LABELS; b++)
				if (ara_label_follows(ARA_LABELS, b))
					update(&pairs[ARA_LABELS][b], &pair_squares[ARA_LABELS][b], (float) ((b == gold[0]) - p[b]));
			continue;
		}
		all = 0;
		for (a = 0; a < ARA_LABELS; a++)
			for (b = 0; b < ARA_LABELS; b++)
				all += joint[a][b] = alpha[i - 1][a] * e[a][b] * own[i][b] * beta[i][b];
		for (a = 0; a < ARA_LABELS; a++)
			for (b = 0; b < ARA_LABELS; b++)
				if (ara_label_follows(a, b))
					update(&pairs[a][b], &pair_squares[a][b],
						   (float) ((gold[i - 1] == a && gold[i] == b) - joint[a][b] / all));
	}
	return likelihood;
}

/* Forgets a share of the names, the same for all words of one. */
static void
hide(AraNameToken *t, int n)
{
	int			i,
				k;

	for (i = 0; i < n; i++)
	{
		int			may_be_name = t[i].w.name || (t[i].w.nature >= ARA_NN_LATIN && t[i].w.nature <= ARA_NN_UNKNOWN_ARTICLE);

		if (t[i].w.whole && random32() % 100 < (may_be_name ? HIDE_WORD : HIDE_WORD / 4))
			t[i].w.lemma = t[i].w.stem = random32() | 1;
		if (random32() % 100 < HIDE_NAME)
		{
			t[i].w.what &= ARA_G_PEOPLE;
			if (random32() % 2)
				t[i].w.name = 0;
		}
		if (t[i].match_words > 0 && random32() % 100 < HIDE_NAME)
			for (k = t[i].match_words - 1; k >= 0; k--)
				if (i + k < n)
				{
					t[i + k].match = 0;
					t[i + k].match_words = 0;
					t[i + k].w.what &= ~ARA_G_KINDS;
				}
	}
}

typedef struct Sentence
{
	int			document,
				start,
				end;
} Sentence;

static Sentence *sentences;
static int	nsentences;

static void
list_sentences(void)
{
	int			d,
				i;

	for (d = 0; d < ndocuments; d++)
		for (i = 0; i < documents[d].n; i = sentences[nsentences - 1].end)
		{
			sentences = grow(sentences, sizeof(Sentence) * (size_t) (nsentences + 1));
			sentences[nsentences].document = d;
			sentences[nsentences].start = i;
			sentences[nsentences++].end = ara_name_sentence(documents[d].t, documents[d].n, i);
		}
}

static void
pass(int number)
{
	static AraNameToken t[ARA_TAG_SENTENCE];
	double		likelihood = 0;
	long		words = 0;
	int			i,
				k;

	for (i = 0; i < ndocuments; i++)
		see_document(&documents[i]);
	for (i = nsentences - 1; i > 0; i--)
	{
		int			other = (int) (random32() % (uint32_t) (i + 1));
		Sentence	s = sentences[i];

		sentences[i] = sentences[other];
		sentences[other] = s;
	}
	for (i = 0; i < nsentences; i++)
	{
		const Document *d = &documents[sentences[i].document];
		int			n = sentences[i].end - sentences[i].start;

		memcpy(t, d->t + sentences[i].start, sizeof(*t) * (size_t) n);
		hide(t, n);
		if (random32() % 100 < HIDE_DOCUMENT)
			for (k = 0; k < n; k++)
				t[k].document = 0;
		likelihood += step(t, d->gold + sentences[i].start, n);
		words += n;
	}
	printf("train: pass %d, log likelihood a word %.4f\n", number, likelihood / (double) words);
	fflush(stdout);
}

static int
rounded(float w, int max)
{
	int			v = (int) lroundf(w * UNIT);

	return v > max ? max : v < -max ? -max : v;
}

static void
write_model(const char *path)
{
	FILE	   *f = fopen(path, "w");
	size_t		row;
	int			a,
				b;

	if (f == NULL)
	{
		fprintf(stderr, "train: cannot write %s\n", path);
		exit(1);
	}
	fprintf(f, "# Weights of the tagger, made by 'make tagger' from src/data/corpus; format: tools/data_tagger.c\n");
	fprintf(f, "model\t%u\t%d\n", bits, UNIT);
	for (a = 0; a <= ARA_LABELS; a++)
	{
		fprintf(f, "pair\t%d", a);
		for (b = 0; b < ARA_LABELS; b++)
			fprintf(f, "\t%d", rounded(pairs[a][b], 32000));
		fprintf(f, "\n");
	}
	for (row = 0; row < (size_t) 1 << bits; row++)
	{
		const float *w = weights + row * ARA_LABELS;
		int			most = 0;

		for (b = 1; b < ARA_LABELS; b++)
			if (abs(rounded(w[b] - w[0], 127)) > most)
				most = abs(rounded(w[b] - w[0], 127));
		if (most < LEAST)
			continue;
		fprintf(f, "row\t%lu", (unsigned long) row);
		for (b = 1; b < ARA_LABELS; b++)
			fprintf(f, "\t%d", rounded(w[b] - w[0], 127));
		fprintf(f, "\n");
	}
	fclose(f);
}

int
main(int argc, char **argv)
{
	int			passes = 8;
	int			i = 1;
	long		words = 0,
				marked = 0;

	for (; i + 1 < argc && argv[i][0] == '-'; i += 2)
		if (argv[i][1] == 'b')
			bits = (unsigned) atoi(argv[i + 1]);
		else
			passes = atoi(argv[i + 1]);
	if (argc - i < 2 || bits < 8 || bits > 24)
	{
		fprintf(stderr, "usage: train [-b BITS] [-e PASSES] OUT.tsv CORPUS.txt ...\n");
		return 1;
	}
	ara_gazetteer_builtin(&gazetteer);
	weights = xalloc(sizeof(float) * ARA_LABELS << bits);
	squares = xalloc(sizeof(float) * ARA_LABELS << bits);
	for (int k = i + 1; k < argc; k++)
		read_corpus(argv[k]);
	list_sentences();
	for (int d = 0; d < ndocuments; d++)
	{
		words += documents[d].n;
		for (int k = 0; k < documents[d].n; k++)
			marked += documents[d].gold[k] & 1;
	}
	printf("train: %d documents, %d sentences, %ld tokens, %ld names, clitics otherwise than marked %.3f\n", ndocuments,
		   nsentences, words, marked, (double) wrong_skips / (double) (all_skips + 1));
	for (int p = 1; p <= passes; p++)
		pass(p);
	write_model(argv[i]);
	return 0;
}
