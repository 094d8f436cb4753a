/*
 * test_normalize.c - facts about ara_normalize
 *
 * Usage: test_normalize [DIR], DIR holding normalize.tsv (src/data).  Every
 * row of that file with code points is a fact; rows with ICU properties are
 * those of test_chartab.  Laws (idempotence, bounds, ...) are facts over
 * exhaustive and random inputs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/ara.h"
#include "../../src/core/chartab.h"
#include "../../src/core/utf8.h"
#include "fact.h"

#define MAX_TEXT 4096
#define GUARD 16
#define GUARD_BYTE 0x5A

/*
 * Normalizes into memory of exactly the promised size; *over is set when a
 * byte behind it changes.  Returns the length.
 */
static size_t
normalize(const char *s, size_t len, char *out, AraNorm norm, int *over)
{
	size_t		bound = ara_normalize_bound(len);
	size_t		n;
	int			i;

	memset(out + bound, GUARD_BYTE, GUARD);
	n = ara_normalize(s, len, out, norm);
	for (i = 0; i < GUARD; i++)
		if (out[bound + (size_t) i] != GUARD_BYTE)
			*over = 1;
	if (n > bound)
		*over = 1;
	return n;
}

static int
same(const char *a, size_t alen, const char *b, size_t blen)
{
	return alen == blen && memcmp(a, b, alen) == 0;
}

/* ---- laws ---- */

typedef struct Laws
{
	int			idempotent;
	int			fold_of_spelling;
	int			bound;
	char		culprit[200];	/* the first input that breaks one, in hex */
} Laws;

static void
blame(Laws *laws, const char *s, size_t len)
{
	size_t		i;

	if (laws->culprit[0] != 0)
		return;
	for (i = 0; i < len && i < 60; i++)
		sprintf(laws->culprit + 3 * i, "%02X ", (unsigned char) s[i]);
}

/* Holds one input of at most MAX_TEXT bytes against the laws. */
static void
try(Laws *laws, const char *text, size_t len)
{
	/* memory of its own, for the address sanitizer to see a read past its end */
	char	   *s = malloc(len);
	static char spelled[3 * MAX_TEXT + GUARD];
	static char folded[3 * MAX_TEXT + GUARD];
	static char again[9 * MAX_TEXT + GUARD];
	int			over = 0;
	int			ok = 1;
	size_t		nspelled;
	size_t		nfolded;
	size_t		n;

	if (s == NULL && len > 0)
		exit(1);
	if (len > 0)
		memcpy(s, text, len);
	nspelled = normalize(s, len, spelled, ARA_NORM_SPELLING, &over);
	nfolded = normalize(s, len, folded, ARA_NORM_FOLD, &over);
	if (over)
		laws->bound = ok = 0;
	n = normalize(spelled, nspelled, again, ARA_NORM_SPELLING, &over);
	if (!same(again, n, spelled, nspelled))
		laws->idempotent = ok = 0;
	n = normalize(folded, nfolded, again, ARA_NORM_FOLD, &over);
	if (!same(again, n, folded, nfolded))
		laws->idempotent = ok = 0;
	n = normalize(spelled, nspelled, again, ARA_NORM_FOLD, &over);
	if (!same(again, n, folded, nfolded))
		laws->fold_of_spelling = ok = 0;
	if (!ok)
		blame(laws, s, len);
	free(s);
}

static void
verdict(const Laws *laws, const char *over_what)
{
	char		name[200];

	if (laws->culprit[0] != 0)
		printf("%s: %s\n", over_what, laws->culprit);
	sprintf(name, "idempotent over %s", over_what);
	fact(laws->idempotent, name);
	sprintf(name, "FOLD of SPELLING is FOLD over %s", over_what);
	fact(laws->fold_of_spelling, name);
	sprintf(name, "bound holds over %s", over_what);
	fact(laws->bound, name);
}

static const Laws lawful = {1, 1, 1, ""};

static void
test_every_code_point(void)
{
	Laws		laws = lawful;
	uint32_t	cp;

	for (cp = 0; cp < 0x110000; cp++)
	{
		char		s[8];

		if (cp < 0xD800 || cp > 0xDFFF)
			try(&laws, s, (size_t) ara_encode(cp, s));
	}
	verdict(&laws, "every code point");
}

static void
test_arabic_pairs(void)
{
	Laws		laws = lawful;
	uint32_t	a;
	uint32_t	b;

	for (a = 0x600; a < 0x700; a++)
		for (b = 0x600; b < 0x700; b++)
		{
			char		s[8];

			ara_encode(a, s);
			ara_encode(b, s + 2);
			try(&laws, s, 4);
		}
	verdict(&laws, "every pair of the Arabic block");
}

/* What rules with neighbours meet: letters, marks, digits, separators, pieces of characters. */
static const char *const pieces[] = {
	"\xD8\xA1",					/* hamza */
	"\xD8\xA7",					/* alef */
	"\xD8\xA2",					/* alef with madda */
	"\xD9\xB1",					/* alef wasla */
	"\xD9\x88",					/* waw */
	"\xD8\xA4",					/* waw with hamza */
	"\xD9\x8A",					/* yeh */
	"\xD9\x89",					/* alef maqsura */
	"\xDB\x8C",					/* Persian yeh */
	"\xDB\x86",					/* Kurdish waw, folds to waw */
	"\xD8\xA8",					/* beh */
	"\xEF\xBB\xBB",				/* lam-alef ligature */
	"\xEF\xB7\xB2",				/* Allah ligature */
	"\xD9\xB4",					/* high hamza */
	"\xD9\x93",					/* madda mark */
	"\xD9\x94",					/* hamza above */
	"\xD9\x95",					/* hamza below */
	"\xD9\x8B",					/* fathatan */
	"\xD9\x80",					/* tatweel */
	"\xE2\x80\x8C",				/* zero-width non-joiner */
	"\xD9\xAB",					/* decimal separator */
	"\xD9\xAC",					/* thousands separator */
	"7",
	"\xD9\xA3",					/* Arabic-Indic three */
	" ",
	"x",
	"\xD9",						/* first byte of a letter */
	"\xE2\x80",					/* first bytes of a control */
	"\x8B"						/* a last byte */
};
#define NPIECES ((int) (sizeof(pieces) / sizeof(pieces[0])))

static void
test_pieces(void)
{
	Laws		laws = lawful;
	int			i;

	for (i = 0; i < NPIECES * NPIECES * NPIECES * NPIECES; i++)
	{
		char		s[32] = "";
		int			rest = i;
		int			k;

		for (k = 0; k < 4; k++, rest /= NPIECES)
			strcat(s, pieces[rest % NPIECES]);
		try(&laws, s, strlen(s));
	}
	verdict(&laws, "every four of the pieces that rules look at");
}

static uint32_t
random_number(void)
{
	static uint32_t x = 2463534242u;

	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	return x;
}

/* Writes up to max bytes: pieces, letters of the Arabic block, any code points, noise. */
static size_t
random_text(char *s, size_t max)
{
	size_t		len = 0;
	size_t		want = random_number() % max;

	while (len + 8 < want)
		switch (random_number() % 4)
		{
			case 0:
				strcpy(s + len, pieces[random_number() % (unsigned) NPIECES]);
				len += strlen(s + len);
				break;
			case 1:
				len += (size_t) ara_encode(0x600 + random_number() % 256, s + len);
				break;
			case 2:
				len += (size_t) ara_encode(random_number() % 0xD800, s + len);
				break;
			default:
				s[len++] = (char) (random_number() & 255);
		}
	return len;
}

static void
test_random(void)
{
	static char s[MAX_TEXT];
	Laws		laws = lawful;
	Laws		noise = lawful;
	int			i;

	for (i = 0; i < 100000; i++)
		try(&laws, s, random_text(s, i % 1000 == 0 ? MAX_TEXT : 64));
	verdict(&laws, "random text");
	for (i = 0; i < 100000; i++)
	{
		size_t		len = random_number() % 32;
		size_t		k;

		for (k = 0; k < len; k++)
			s[k] = (char) (random_number() & 255);
		try(&noise, s, len);
	}
	verdict(&noise, "random bytes");
}

/* A text becomes what its words become, with the same spaces between them. */
static void
test_words(void)
{
	static char s[MAX_TEXT];
	static char whole[3 * MAX_TEXT + GUARD];
	static char words[3 * MAX_TEXT + GUARD];
	int			ok = 1;
	int			i;

	for (i = 0; i < 20000; i++)
	{
		AraNorm		norm = i % 2 ? ARA_NORM_FOLD : ARA_NORM_SPELLING;
		size_t		len = random_text(s, 200);
		size_t		nwhole = ara_normalize(s, len, whole, norm);
		size_t		nwords = 0;
		size_t		from = 0;
		size_t		k;

		for (k = 0; k <= len; k++)
			if (k == len || s[k] == ' ')
			{
				nwords += ara_normalize(s + from, k - from, words + nwords, norm);
				if (k < len)
					words[nwords++] = ' ';
				from = k + 1;
			}
		ok &= same(whole, nwhole, words, nwords);
	}
	fact(ok, "a text becomes what its words become");
}

/* Linear time: what looks ahead is not looked at again and again. */
static void
test_long_runs(void)
{
	static char s[3 << 20];
	static char out[9 << 20];
	size_t		i;
	size_t		len;

	for (i = 0; i < sizeof(s); i += 2)
		memcpy(s + i, i == 0 ? "\xD8\xA1" : "\xD9\x94", 2);
	len = ara_normalize(s, sizeof(s), out, ARA_NORM_FOLD);
	fact(len == 2, "a hamza and 1.5 million marks become one hamza");
	for (i = 0; i < sizeof(s); i += 2)
		memcpy(s + i, "\xD8\xA1", 2);
	len = ara_normalize(s, sizeof(s), out, ARA_NORM_FOLD);
	fact(len == sizeof(s), "1.5 million hamzas stay");
	for (i = 0; i < sizeof(s); i += 3)
		memcpy(s + i, "\xEF\xB7\xB4", 3);
	len = ara_normalize(s, sizeof(s), out, ARA_NORM_FOLD);
	fact(len == sizeof(s) / 3 * 8 && len <= ara_normalize_bound(sizeof(s)),
		 "a million ligatures of four letters fit the bound");
}

/* ---- rows of normalize.tsv ---- */

static void
becomes(const char *from, const char *to, AraNorm norm, const char *name)
{
	char		out[3 * 256 + GUARD];
	int			over = 0;
	size_t		n = normalize(from, strlen(from), out, norm, &over);

	fact(!over && same(out, n, to, strlen(to)), name);
}

static void
spells(const char *from, const char *to, const char *name)
{
	becomes(from, to, ARA_NORM_SPELLING, name);
}

static void
folds(const char *from, const char *to, const char *name)
{
	becomes(from, to, ARA_NORM_FOLD, name);
}

/* Hex code points with spaces between them to a NUL-terminated UTF-8 string. */
static void
utf8_of(const char *s, char *out)
{
	int			len = 0;

	while (*s && *s != '-')
	{
		char	   *end;

		len += ara_encode((uint32_t) strtoul(s, &end, 16), out + len);
		s = *end == ' ' ? end + 1 : end;
	}
	out[len] = 0;
}

static int
class_is(uint32_t cp, const char *name)
{
	static const char *const names[] = {
		"other", "space", "arabic", "latin", "letter", "digit", "mark", "ignore"
	};

	return strcmp(names[ara_class(cp)], name) == 0;
}

/* Every code point of a row's ranges. */
static int
range_row(const char *from, const char *to, const char *level)
{
	int			ok = 1;

	while (*from)
	{
		char	   *end;
		uint32_t	cp = (uint32_t) strtoul(from, &end, 16);
		uint32_t	last = *end == '-' ? (uint32_t) strtoul(end + 1, &end, 16) : cp;

		for (; cp <= last; cp++)
		{
			AraNorm		norm = *level == 'f' ? ARA_NORM_FOLD : ARA_NORM_SPELLING;
			char		s[8];
			char		want[64];
			char		out[64];
			size_t		len = (size_t) ara_encode(cp, s);
			size_t		n = ara_normalize(s, len, out, norm);

			if (*level == 'c')
			{
				ok &= class_is(cp, to);
				continue;
			}
			s[len] = 0;
			if (*to == '=')
				strcpy(want, s);
			else
				utf8_of(to, want);
			ok &= same(out, n, want, strlen(want));
		}
		from = *end == ',' ? end + 1 : end;
	}
	return ok;
}

static void
test_rows(const char *dir)
{
	char		line[1000];
	FILE	   *f;
	int			rows = 0;

	sprintf(line, "%.900s/normalize.tsv", dir);
	f = fopen(line, "r");
	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
	{
		char	   *id = strtok(line, "\t");
		char	   *from = strtok(NULL, "\t");
		char	   *to = strtok(NULL, "\t");
		char	   *level = strtok(NULL, "\t");
		char		name[200];

		if (*id == '#' || level == NULL || *from == '[')
			continue;
		sprintf(name, "row %.150s", id);
		rows++;
		if (strchr(from, ' ') != NULL)
		{
			char		s[64];
			char		want[64];

			utf8_of(from, s);
			utf8_of(to, want);
			becomes(s, want, *level == 'f' ? ARA_NORM_FOLD : ARA_NORM_SPELLING, name);
		}
		else
			fact(range_row(from, to, level), name);
	}
	fact(rows > 50, "normalize.tsv is read");
	if (f != NULL)
		fclose(f);
}

/* ---- words ---- */

static void
test_spelling(void)
{
	spells("", "", "the empty text");
	spells("\xD8\xA7\xD9\x84\xD9\x92\xD8\xB9\xD9\x8E\xD8\xB1\xD9\x8E\xD8\xA8\xD9\x90\xD9\x8A"
		   "\xD9\x8E\xD9\x91\xD8\xA9\xD9\x8F", "العربية", /* al-arabiyya */ "vowels go");
	spells("ﺍﻟﻌﺮﺑﻴﺔ", "العربية", /* al-arabiyya */ "presentation forms");
	spells("ﻻ", "لا", /* la */ "the lam-alef ligature");
	spells("ﻷ\xD9\x8E\xD9\x86\xD9\x91", "لأن", /* la'anna */
		   "the lam-alef-hamza ligature with marks");
	spells("ﻻ\xD9\x94\xD9\x86", "لأن", /* la'anna */ "a hamza mark on the lam-alef ligature");
	spells("ﷲ", "الله", /* Allah */ "the Allah ligature");
	spells("محمد ﷺ", "محمد ﷺ", /* Muhammad */ "a blessing stays one sign");
	spells("\xD8\xA7\xD9\x94\xD8\xAD\xD9\x85\xD8\xAF", "أحمد", /* Ahmad */
		   "decomposed hamza above");
	spells("\xD8\xA7\xD9\x8E\xD9\x91\xD9\x94", "أ", /* alef */
		   "marks between a letter and its hamza");
	spells("\xD9\x85\xD8\xB3\xD9\x88\xD9\x94\xD9\x88\xD9\x84", "مسؤول", /* mas'ul */
		   "decomposed hamza on waw");
	spells("\xD8\xB1\xDB\x8C\xD9\x94\xDB\x8C\xD8\xB3", "رئيس", /* ra'is */
		   "decomposed hamza on Persian yeh");
	spells("\xD8\xA8\xD9\x94", "ب", /* beh */ "a hamza mark on another letter goes");
	spells("\xD9\x88\xD9\x93\xD9\x8A\xD9\x95", "وي", /* waw, yeh */
		   "waw and yeh take no other mark");
	spells("کتاب یہ", "كتاب يه", /* kitab yah */ "Persian and Urdu letters");
	spells("مــصـر", "مصر", /* Misr */ "tatweel goes");
	spells("\xE2\x80\x8F\xD9\x85\xE2\x80\x8C\xD8\xB5\xEF\xBB\xBF\xD8\xB1", "مصر", /* Misr */
		   "direction marks and joiners go");
	spells("أإآةىؤئء", "أإآةىؤئء", /* letters */ "what FOLD folds, SPELLING keeps");
	spells("۱۲۳ ١٢٣ １２３", "123 123 123", /* 123 */ "digits");
	spells("١٬٢٣٤٫٥", "1234.5", /* 1234.5 */ "number separators between digits");
	spells("1\xD9\xAC\xD9\x8B" "2", "12", "a mark between digits does not hide the separator");
	spells("نعم٫ لا٬", "نعم٫ لا٬", /* yes, no, */ "number separators elsewhere stay");
	spells("1٫ 2٬ 3٫", "1٫ 2٬ 3٫", "number separators with a digit on one side stay");
	spells("، ؛ ؟ « »", "، ؛ ؟ « »", "punctuation stays");
	spells("a\xC2\xA0" "b\xE3\x80\x80" "c\nd\te", "a b c\nd\te",
		   "spaces become the ASCII space, line ends stay");
}

static void
test_other_scripts(void)
{
	spells("@AMZ[ `amz{ 059", "@amz[ `amz{ 059", "ASCII letters are lower-cased, nothing else");
	spells("Ünïcödé", "unicode", "Latin accents go");
	spells("U\xCC\x88n", "un", "decomposed Latin accents go");
	spells("Straße", "strasse", "sharp s");
	spells("İIıi", "iiii", "Turkish i, dotted and not");
	spells("ﬁn Ｆｕｌｌ", "fin full", "ligatures and full-width letters");
	spells("Łódź Ærø Đilas", "lodz aero dilas", "Latin letters without decomposition");
	spells("Qurʾān ʿAlī", "quran ali", "romanized hamza and ain go");
	spells("Йод", "иод", /* yod */ "Cyrillic is lower-cased and loses its marks");
	spells("И\xCC\x86од", "иод", /* yod */ "decomposed Cyrillic is the same");
	spells("Ἀθῆναι ΣΟΦΌΣ", "αθηναι σοφοσ", /* Athens, wise */ "Greek accents and final sigma");
	spells("हिन्दी", "हिन्दी", /* Hindi */ "Indic vowel signs stay");
	spells("がな 中國", "がな 中國", /* kana, China */ "Japanese voicing and Han stay");
}

static void
test_fold(void)
{
	folds("أحمد إلى آمن ٱلله", "احمد الي امن الله", /* Ahmad, to, Amin, Allah */
		  "alef forms and alef maqsura");
	folds("مدرسة", "مدرسه", /* school */ "teh marbuta");
	folds("مسؤول", "مسئول", /* mas'ul */ "hamza on waw is hamza on yeh");
	folds("شؤون", "شئون", /* shu'un */ "hamza on waw before waw too");
	folds("سؤال", "سئال", /* su'al */ "a seated hamza before alef stays");
	folds("مئات", "مئات", /* mi'at */ "a hamza on yeh before alef stays");
	folds("قرءان", "قران", /* Qur'an */ "hamza and alef are alef with madda");
	folds("قرآن", "قران", /* Qur'an */ "alef with madda is alef");
	folds("ءامن", "امن", /* amana */ "hamza and alef at the beginning");
	folds("ءآمن", "امن", /* amana */ "hamza and alef with madda");
	folds("ﺀﺍﻣﻦ", "امن", /* amana */ "the same in presentation forms");
	folds("إجراءات", "اجرائات", /* ijra'at */ "a hamza after alef stays before the plural ending");
	folds("جزءا", "جزئا", /* juz'an */ "a hamza before a last alef stays");
	folds("جزءا من", "جزئا من", /* juz'an min */ "the next word is not a letter that follows");
	folds("شيء شيئا", "شيئ شيئا", /* shay', shay'an */
		  "a word and its ending with hamza share their stem");
	folds("ڤيينا پاريس ڨابس", "فيينا باريس قابس", /* Vienna, Paris, Gabes */ "foreign letters");
	folds("كۆماری", "كوماري", /* komari */ "Kurdish letters");
	folds("\xDB\x86\xD9\x94", "و", /* waw */ "a hamza mark takes no waw that only folding made");
}

static void
test_ill_formed(void)
{
	spells("\xD8", "\xD8", "a first byte alone stays");
	spells("\xA7", "\xA7", "a last byte alone stays");
	spells("\xED\xA0\x80", "\xED\xA0\x80", "a surrogate stays");
	spells("\xC0\x80", "\xC0\x80", "an overlong form stays");
	spells("A\xFF" "B", "a\xFF" "b", "letters around a bad byte are normalized");
	spells("\xD9\xD9\x80\x8B", "\xD9\xD9\x80\x8B",
		   "bytes around a tatweel do not join to a letter");
}

int
main(int argc, char **argv)
{
	test_spelling();
	test_other_scripts();
	test_fold();
	test_ill_formed();
	test_rows(argc > 1 ? argv[1] : "src/data");
	test_every_code_point();
	test_arabic_pairs();
	test_pieces();
	test_random();
	test_words();
	test_long_runs();
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
