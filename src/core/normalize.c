/*
 * normalize.c - one spelling for what writers spell in several ways
 *
 * Rules and reasons are in src/data/normalize.tsv; names in quotes below are
 * ids of its rows.  A text goes by in one pass:
 *
 *     U+0600-06FF -----------------------------> ara_quick, one look-up
 *     ASCII -----------------------------------> lower case
 *     the rest, and hamzas, separators, and
 *     others whose neighbours have a say ------> slow()
 *
 * Idempotence and FOLD(SPELLING(x)) = FOLD(x) hold because a rule that looks
 * back looks at the output, a rule that looks ahead looks at mapped code
 * points, and no output is the input of a rule.
 */
#include <string.h>

#include "ara.h"
#include "chartab.h"
#include "utf8.h"

#define ALEF		0x0627
#define HAMZA		0x0621
#define WAW			0x0648
#define YEH			0x064A

typedef struct Normalizer
{
	const char *p;				/* what is still to be read */
	const char *end;
	char	   *start;			/* of the output */
	char	   *out;			/* where it goes on */
	AraNorm		norm;
} Normalizer;

/* A code point as it is spelled, and where it stands in the input. */
typedef struct Spelled
{
	uint32_t	first;			/* first code point of what it becomes; ARA_BAD_BYTE at the end */
	int			more;			/* whether it becomes more than one */
	const char *start;
	const char *next;
} Spelled;

size_t
ara_normalize_bound(size_t len)
{
	return ARA_MAP_GROWTH * len;
}

/* The first code point at p or behind it that is not dropped. */
static Spelled
peek(const char *p, const char *end)
{
	Spelled		s = {ARA_BAD_BYTE, 0, end, end};

	while (p < end)
	{
		const char *to;
		int			len;
		int			to_len;
		uint32_t	cp = ara_decode(p, end, &len);

		s.start = p;
		s.next = p + len;
		s.first = cp;
		if (cp == ARA_BAD_BYTE || !ara_map(cp, &to, &to_len))
			return s;
		if (to_len > 0)
		{
			s.first = ara_decode(to, to + to_len, &len);
			s.more = len < to_len;
			return s;
		}
		s.start = p += len;
		s.first = ARA_BAD_BYTE;
	}
	return s;
}

/* The last code point of the output, if of two bytes as Arabic letters are; else ARA_BAD_BYTE. */
static uint32_t
last_letter(const Normalizer *n)
{
	uint32_t	cp;
	int			len;

	if (n->out - n->start < 2)
		return ARA_BAD_BYTE;
	cp = ara_decode(n->out - 2, n->out, &len);
	return len == 2 ? cp : ARA_BAD_BYTE;
}

static int
is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* Hamza or madda mark: the letter before it takes it up ("hamza-above" to "madda"), or it goes. */
static void
compose(Normalizer *n, uint32_t mark)
{
	uint32_t	base = last_letter(n);
	uint32_t	to = 0;

	if (mark == 0x0654 && base == WAW)
		to = 0x0624;
	else if (mark == 0x0654 && (base == YEH || base == 0x0649))
		to = 0x0626;
	else if (base == ALEF)
		to = mark == 0x0653 ? 0x0622 : mark == 0x0654 ? 0x0623 : 0x0625;
	if (to != 0)
		memcpy(n->out - 2, ara_quick[n->norm][to & 255].to, 2);
}

/* Separators U+066B, U+066C between two digits ("decimal-separator", "thousands-separator"). */
static int
separator(Normalizer *n, uint32_t cp)
{
	if (n->out == n->start || !is_digit((unsigned char) n->out[-1]) ||
		!is_digit(peek(n->p, n->end).first))
		return 0;
	if (cp == 0x066B)
		*n->out++ = '.';
	return 1;
}

/*
 * FOLD: a hamza before alef and another letter goes, but not after a long
 * vowel ("fold-hamza-alef" to "fold-long-waw-hamza").  Marks on it go with
 * it, lest the letter before take them up.
 */
static int
hamza_before_alef(Normalizer *n)
{
	uint32_t	before = last_letter(n);
	Spelled		alef;

	if (before == ALEF || before == WAW)
		return 0;
	alef = peek(n->p, n->end);
	if ((alef.first >> 8) != 6 ||
		memcmp(ara_quick[ARA_NORM_FOLD][alef.first & 255].to, "\xD8\xA7", 2) != 0)
		return 0;
	if (!alef.more && ara_class(peek(alef.next, n->end).first) != ARA_C_ARABIC)
		return 0;
	n->p = alef.start;
	return 1;
}

/* Writes a spelled code point of len bytes at to, folding it when the level asks for that. */
static void
emit(Normalizer *n, const char *to, int len)
{
	uint32_t	cp;
	int			used;
	const AraQuick *q;

	if (n->norm == ARA_NORM_SPELLING || len != 2)
	{
		memcpy(n->out, to, (size_t) len);
		n->out += len;
		return;
	}
	cp = ara_decode(to, to + len, &used);
	if (cp == HAMZA && hamza_before_alef(n))
		return;
	if (cp >> 8 != 6)
	{
		memcpy(n->out, to, 2);
		n->out += 2;
		return;
	}
	q = &ara_quick[ARA_NORM_FOLD][cp & 255];
	memcpy(n->out, q->to, 2);
	n->out += q->len;
	if (q->contextual)
		n->p = peek(n->p, n->end).start;	/* a hamza mark finds no waw or yeh here */
}

/* One code point by the full rules. */
static void
slow(Normalizer *n)
{
	const char *at = n->p;
	const char *to;
	const char *to_end;
	int			len;
	uint32_t	cp = ara_decode(at, n->end, &len);

	n->p += len;
	if (cp == ARA_BAD_BYTE)
	{
		/*
		 * What comes next is not dropped: the bad byte could make a character
		 * of the bytes behind it, which the next normalization would see.
		 */
		*n->out++ = *at;
		if (n->p < n->end && ara_decode(n->p, n->end, &len) != ARA_BAD_BYTE &&
			peek(n->p, n->end).start != n->p)
		{
			memcpy(n->out, n->p, (size_t) len);
			n->out += len;
			n->p += len;
		}
		return;
	}
	if (cp >= 0x0653 && cp <= 0x0655)
	{
		compose(n, cp);
		return;
	}
	if ((cp == 0x066B || cp == 0x066C) && separator(n, cp))
		return;
	if (!ara_map(cp, &to, &len))
	{
		emit(n, at, len);
		return;
	}
	for (to_end = to + len; to < to_end; to += len)
	{
		ara_decode(to, to_end, &len);
		emit(n, to, len);
	}
}

size_t
ara_normalize(const char *s, size_t len, char *out, AraNorm norm)
{
	const AraQuick *quick = ara_quick[norm];
	Normalizer	n;
	const unsigned char *p = (const unsigned char *) s;
	const unsigned char *end = p + len;
	char	   *start = out;

	while (p < end)
	{
		/* words */
		while (end - p >= 2)
		{
			unsigned	pair = p[0] | (unsigned) p[1] << 8;
			const AraQuick *q = &quick[(pair & 3) << 6 | (pair >> 8 & 63)];

			if ((pair & 0xC0FC) != 0x80D8 || q->contextual)
				break;
			memcpy(out, q->to, 2);
			out += q->len;
			p += 2;
		}

		/* what stands between them */
		if (p < end && *p < 0x80)
		{
			do
			{
				unsigned	c = *p++;

				*out++ = (char) (c - 'A' < 26 ? c | 0x20 : c);
			} while (p < end && *p < 0x80);
			continue;
		}
		if (p == end)
			break;

		n.p = (const char *) p;
		n.end = (const char *) end;
		n.start = start;
		n.out = out;
		n.norm = norm;
		slow(&n);
		p = (const unsigned char *) n.p;
		out = n.out;
	}
	return (size_t) (out - start);
}
