/*
 * token.c - the tokenizer of the text search parser 'arabic'
 *
 *     bytes --> ara_next_token --+-- Arabic word, or space before one: here, at once
 *                                +-- anything else: token_scan.c, which asks token_ascii.c,
 *                                    token_markup.c or token_own.c
 *
 * For ASCII text, tokens are the default parser's, except as listed here.  Neighbouring blanks,
 * which it cuts at '-', '+', '/', '&', '<', are one here where nothing can start at them.
 *
 *     id   here                                            reason
 *     D1   whole hashtag, mention, percent before its      to be found as such
 *          parts; in a name, 1e5 is a word, and '-'
 *          ends it unless all is ASCII
 *     D2   ".." alone is blank                             it says "path", also after Arabic words
 *     D3   combining marks after digits, and invisible     it says "word" of a number with a
 *          controls at the end of a word, are blank;       right-to-left mark after it, and cuts
 *          between letters, controls do not end a word     words at U+200C
 *     D4   Arabic letters are apart from Latin ones and    clitics are written on foreign names
 *          from digits                                     and numbers
 *     D5   Arabic-Indic digits make numbers                it says "word"
 *     D6   compounds of hyphens have a limit               bounded look-ahead
 *     D7   tags and entities are ASCII outside quotes      not worth a table
 *     D8   classes of characters come from Unicode, not    the same tokens everywhere
 *          from the locale
 *     D9   all text is tokens                              it drops the text from a tag on with an
 *                                                          open quote, if the last character but
 *                                                          one is a backslash
 *     D10  digits and '/' alone (28/9/2023, 2022/2023)     it says "path"; a search for the year
 *          are numbers, as Arabic-Indic ones are           should find it
 */
#include "token.h"

static const char *const aliases[] = {
	NULL,
	"asciiword",
	"word",
	"numword",
	"email",
	"url",
	"host",
	"sfloat",
	"version",
	"hword_numpart",
	"hword_part",
	"hword_asciipart",
	"blank",
	"tag",
	"protocol",
	"numhword",
	"asciihword",
	"hword",
	"url_path",
	"file",
	"float",
	"int",
	"uint",
	"entity",
	"hashtag",
	"mention",
	"abbreviation",
	"number",
	"percent"
};

static const char *const descriptions[] = {
	NULL,
	"Word, all ASCII",
	"Word, all letters",
	"Word, letters and digits",
	"Email address",
	"URL",
	"Host",
	"Scientific notation",
	"Version number",
	"Hyphenated word part, letters and digits",
	"Hyphenated word part, all letters",
	"Hyphenated word part, all ASCII",
	"Space symbols",
	"XML tag",
	"Protocol head",
	"Hyphenated word, letters and digits",
	"Hyphenated word, all ASCII",
	"Hyphenated word, all letters",
	"URL path",
	"File or path name",
	"Decimal notation",
	"Signed integer",
	"Unsigned integer",
	"XML entity",
	"Hashtag",
	"Mention of a user",
	"Abbreviation, Arabic letters and dots",
	"Number, Arabic digits or separators",
	"Percentage"
};

const char *
ara_token_alias(int type)
{
	return type > ARA_T_EOF && type <= ARA_T_LAST ? aliases[type] : NULL;
}

const char *
ara_token_description(int type)
{
	return type > ARA_T_EOF && type <= ARA_T_LAST ? descriptions[type] : NULL;
}

void
ara_tokenizer_init(AraTokenizer *t, const char *text, size_t len)
{
	memset(t, 0, sizeof(*t));
	t->text = t->pos = text;
	t->end = text + len;
	t->no_host_before = t->no_file_before = t->no_hyphen_before = text;
}

/* ---- the fast path ---- */

/* Whether a common Arabic letter is at p: U+0620 - U+063F, U+0641 - U+064A. */
static inline int
common_letter(const char *p)
{
	unsigned	pair = (unsigned) (unsigned char) p[0] << 8 | (unsigned char) p[1];

	return (pair - 0xD8A0 < 0x20) | (pair - 0xD981 < 10);	/* no branch: it would be a coin toss */
}

/*
 * Eight bytes at once.  The letters above and the marks U+0640, U+064B - U+065F are
 *
 *     1101 1000  101x xxxx   and
 *     1101 1001  100x xxxx
 *
 * so the last bit of the first byte differs from the third of the second, and the rest is fixed.
 * Returns 0 if p[0..8) are four such pairs; else, the number of pairs before the first other two
 * bytes is the number of the lowest bit set, divided by 16.
 */
#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define HAVE_COMMON_8

static inline uint64_t
uncommon_bits(const char *p)
{
	uint64_t	x;

	memcpy(&x, p, 8);
	return ((x & UINT64_C(0xC0FEC0FEC0FEC0FE)) ^ UINT64_C(0x80D880D880D880D8)) |
		(~(x ^ x >> 13) & UINT64_C(0x0001000100010001));
}
#endif

/* The end of an Arabic word: letters, marks, and invisible controls between them. */
const char *
ara_arabic_run(const char *p, const char *end)
{
	for (;;)
	{
		const char *q;

#ifdef HAVE_COMMON_8
		while (end - p >= 16)
		{
			uint64_t	first = uncommon_bits(p);
			uint64_t	all_common = (uint64_t) 0 - (first == 0);
			uint64_t	bits = first | (uncommon_bits(p + 8) & all_common);

			p += all_common & 8;	/* no branch here either */
			if (bits)
			{
				p += __builtin_ctzll(bits) / 16 * 2;
				break;
			}
			p += 8;
		}
#endif
		if (at(p, end) < 0x80)
			return p;
		q = ara_arabic_step(p, end);
		if (q == p)
			return p;
		p = q;
	}
}

int
ara_next_token(AraTokenizer *t, AraToken *token)
{
	const char *p = t->pos;
	const char *end = t->end;

	/* an Arabic word, or a space between two: nearly every token of Arabic text */
	if (t->mode == IN_TEXT && end - p >= 3)
	{
		if (common_letter(p))
		{
			const char *e = ara_arabic_run(p + 2, end);
			unsigned	c = at(e, end);

			if (c != '-' && c != '.')
				return ara_emit(t, token, ARA_T_WORD, e);
		}
		else if (*p == ' ' && common_letter(p + 1))
			return ara_emit(t, token, ARA_T_BLANK, p + 1);
	}
	return ara_next_other(t, token);
}
