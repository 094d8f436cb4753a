/*
 * test_chartab.c - the tables of src/core/chartab.c against the installed ICU
 *
 * Usage: test_chartab [DIR], DIR holding normalize.tsv (src/data).
 *
 * Every code point must have the class and the mapping that follow from its
 * properties today, or a hand-made row of normalize.tsv.  Code points that
 * the tables' Unicode version does not know, or the installed ICU does not
 * know, may differ; so may those in changed[], whose properties Unicode
 * itself changed after it had published them.  The expectation is written
 * here a second time, from properties, and shares no code with the generator.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "../../src/core/chartab.h"
#include "../../src/core/utf8.h"
#include "fact.h"

#define MAX_ROWS 512
#define MAX_TEXT 32				/* UTF-16 units that one code point may become */

typedef struct Range
{
	UChar32		first;
	UChar32		last;
	char		to[64];			/* as in the file */
} Range;

/*
 * Code points whose properties an ICU later than the tables changed: none from
 * Unicode 15.0 to 17.0 (ICU 72, 76, 78), as far as the tables go by them.  A
 * later one adds its line here, or the tables are made anew.
 */
static const UChar32 changed[] = {
	U_SENTINEL
};

static Range class_rows[MAX_ROWS];
static Range spelling_rows[MAX_ROWS];
static int	nclass_rows;
static int	nspelling_rows;

/* Keeps the rows with ranges of code points; those with properties are tested by properties. */
static void
read_rows(const char *dir)
{
	char		line[1000];
	FILE	   *f;

	sprintf(line, "%.900s/normalize.tsv", dir);
	f = fopen(line, "r");
	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
	{
		char	   *id = strtok(line, "\t");
		char	   *from = strtok(NULL, "\t");
		char	   *to = strtok(NULL, "\t");
		char	   *level = strtok(NULL, "\t");

		if (*id == '#' || level == NULL || *level == 'f' || strpbrk(from, "[ ") != NULL)
			continue;
		while (*from && nclass_rows < MAX_ROWS && nspelling_rows < MAX_ROWS)
		{
			Range	   *r = *level == 'c' ? &class_rows[nclass_rows++] :
				&spelling_rows[nspelling_rows++];

			r->first = (UChar32) strtoul(from, &from, 16);
			r->last = *from == '-' ? (UChar32) strtoul(from + 1, &from, 16) : r->first;
			sprintf(r->to, "%.63s", to);
			from += *from == ',';
		}
	}
	if (f != NULL)
		fclose(f);
}

static const char *
row_of(const Range *rows, int n, UChar32 c)
{
	int			i;

	for (i = 0; i < n; i++)
		if (c >= rows[i].first && c <= rows[i].last)
			return rows[i].to;
	return NULL;
}

static UScriptCode
script_of(UChar32 c)
{
	UErrorCode	status = U_ZERO_ERROR;

	return uscript_getScript(c, &status);
}

static int
is_mark(UChar32 c)
{
	return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

static AraClass
expected_class(UChar32 c)
{
	static const char *const names[] = {
		"other", "space", "arabic", "latin", "letter", "digit", "mark", "ignore"
	};
	const char *row = row_of(class_rows, nclass_rows, c);
	int			i;

	for (i = 0; row != NULL && i <= ARA_C_IGNORE; i++)
		if (strcmp(row, names[i]) == 0)
			return (AraClass) i;
	if (!u_isdefined(c))
		return ARA_C_OTHER;
	if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
		return ARA_C_IGNORE;
	if (u_isUWhiteSpace(c))
		return ARA_C_SPACE;
	if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER)
		return ARA_C_DIGIT;
	if (is_mark(c))
		return ARA_C_MARK;
	if ((U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_NL_MASK)) == 0 && !u_isUAlphabetic(c))
		return ARA_C_OTHER;
	return script_of(c) == USCRIPT_ARABIC ? ARA_C_ARABIC :
		script_of(c) == USCRIPT_LATIN ? ARA_C_LATIN : ARA_C_LETTER;
}

/* ---- mappings, as UTF-8 with a NUL at the end ---- */

static int
is_accent(UChar32 c)
{
	return is_mark(c) && script_of(c) == USCRIPT_INHERITED && c != 0x3099 && c != 0x309A;
}

/* Appends what a row says; returns 0 when no row is about c. */
static int
by_row(UChar32 c, char *out)
{
	const char *to = row_of(spelling_rows, nspelling_rows, c);

	if (to == NULL)
		return 0;
	out += strlen(out);
	if (*to == '=')
		out += ara_encode((uint32_t) c, out);
	else
		while (*to && *to != '-')
		{
			char	   *end;

			out += ara_encode((uint32_t) strtoul(to, &end, 16), out);
			to = *end == ' ' ? end + 1 : end;
		}
	*out = 0;
	return 1;
}

static int32_t
normalized(const UNormalizer2 *norm, const UChar *from, int32_t n, UChar *to)
{
	UErrorCode	status = U_ZERO_ERROR;

	n = unorm2_normalize(norm, from, n, to, MAX_TEXT, &status);
	return U_SUCCESS(status) ? n : 0;
}

static int32_t
without_accents(UChar *s, int32_t n)
{
	int32_t		i;
	int32_t		k = 0;

	for (i = 0; i < n;)
	{
		UChar32		c;
		int32_t		from = i;

		U16_NEXT(s, i, n, c);
		if (!is_accent(c))
			while (from < i)
				s[k++] = s[from++];
	}
	return k;
}

/* A letter without compatibility, case and (in three scripts) accents; then the rows apply. */
static void
letter(UChar32 c, char *out)
{
	UErrorCode	status = U_ZERO_ERROR;
	const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
	const UNormalizer2 *nfkc_cf = unorm2_getNFKCCasefoldInstance(&status);
	UChar		one[2];
	UChar		a[MAX_TEXT];
	UChar		b[MAX_TEXT];
	UChar32		first;
	UScriptCode script;
	int32_t		none = 0;
	int32_t		n = 0;
	int32_t		i;

	U16_APPEND_UNSAFE(one, none, c);
	n = normalized(nfkd, one, none, a);
	U16_GET(a, 0, 0, n, first);
	script = script_of(first);
	if (script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC)
	{
		n = normalized(nfkc_cf, a, without_accents(a, n), b);
		n = without_accents(a, normalized(nfkd, b, n, a));
	}
	else
		n = normalized(nfkc_cf, one, none, a);

	for (i = 0; i < n;)
	{
		AraClass	class;

		U16_NEXT(a, i, n, first);
		class = expected_class(first);
		if (class == ARA_C_OTHER || class == ARA_C_SPACE)
		{
			/* a space or sign would cut the word */
			out[ara_encode((uint32_t) c, out)] = 0;
			return;
		}
	}
	for (i = 0; i < n;)
	{
		U16_NEXT(a, i, n, first);
		if (by_row(first, out) || (is_mark(first) && script_of(first) == USCRIPT_ARABIC))
			continue;
		if (u_charType(first) == U_DECIMAL_DIGIT_NUMBER)
			first = '0' + u_charDigitValue(first);
		out += strlen(out);
		out[ara_encode((uint32_t) first, out)] = 0;
	}
}

static void
expected_map(UChar32 c, char *out)
{
	AraClass	class = expected_class(c);
	UScriptCode script = script_of(c);

	*out = 0;
	if (by_row(c, out))
		return;
	if (class == ARA_C_IGNORE ||
		(class == ARA_C_MARK && (script == USCRIPT_ARABIC || is_accent(c))))
		return;
	if (u_charType(c) == U_SPACE_SEPARATOR)
		strcpy(out, " ");
	else if (class == ARA_C_DIGIT)
		sprintf(out, "%d", (int) u_charDigitValue(c));
	else if (class >= ARA_C_ARABIC && class <= ARA_C_LETTER &&
			 script != USCRIPT_HAN && script != USCRIPT_HANGUL)
		letter(c, out);
	else
		out[ara_encode((uint32_t) c, out)] = 0;
}

static void
actual_map(UChar32 c, char *out)
{
	const char *to;
	int			len;

	if (ara_map((uint32_t) c, &to, &len))
		memcpy(out, to, (size_t) len);
	else
		len = ara_encode((uint32_t) c, out);
	out[len] = 0;
}

/* ---- versions ---- */

/* Whether both the tables and the installed ICU know c, with the same properties. */
static int
comparable(UChar32 c)
{
	UVersionInfo age;
	UVersionInfo tables;
	UVersionInfo icu;
	size_t		i;

	u_charAge(c, age);
	u_versionFromString(tables, ara_unicode_version);
	u_getUnicodeVersion(icu);
	if (memcmp(age, tables, sizeof(age)) > 0)
		return 0;				/* came after the tables */
	if (age[0] == 0 && memcmp(icu, tables, sizeof(icu)) < 0)
		return 0;				/* came after the installed ICU, perhaps */
	for (i = 0; i < sizeof(changed) / sizeof(changed[0]); i++)
		if (c == changed[i])
			return 0;
	return 1;
}

static void
test_code_points(void)
{
	int			classes = 1;
	int			maps = 1;
	int			growth = 1;
	UChar32		c;

	for (c = 0; c <= 0x10FFFF; c++)
	{
		char		want[256];
		char		is[256];
		char		self[8];

		if (!comparable(c))
			continue;
		if (expected_class(c) != ara_class((uint32_t) c))
		{
			printf("U+%04X: class %d, expected %d\n", (unsigned) c, ara_class((uint32_t) c),
				   expected_class(c));
			classes = 0;
		}
		if (U_IS_SURROGATE(c))
			continue;
		expected_map(c, want);
		actual_map(c, is);
		if (strcmp(want, is) != 0)
		{
			printf("U+%04X: becomes '%s', expected '%s'\n", (unsigned) c, is, want);
			maps = 0;
		}
		growth &= (int) strlen(is) <= ARA_MAP_GROWTH * ara_encode((uint32_t) c, self);
	}
	fact(classes, "every code point has the class of its properties");
	fact(maps, "every code point becomes what its properties and rows say");
	fact(growth, "no code point grows more than ARA_MAP_GROWTH times");
	fact(ara_class(0x110000) == ARA_C_OTHER && ara_class(ARA_BAD_BYTE) == ARA_C_OTHER,
		 "what is no code point is OTHER");
}

/* The table of the Arabic block is ara_map again, for speed. */
static void
test_quick(void)
{
	int			ok = 1;
	UChar32		c;

	for (c = 0x600; c < 0x700; c++)
	{
		const AraQuick *q = &ara_quick[0][c & 255];
		char		is[256];

		actual_map(c, is);
		ok &= strlen(is) == q->len && memcmp(is, q->to, q->len) == 0;
	}
	fact(ok, "the table of the Arabic block agrees with ara_map");
}

int
main(int argc, char **argv)
{
	read_rows(argc > 1 ? argv[1] : "src/data");
	fact(nclass_rows > 5 && nspelling_rows > 50, "normalize.tsv is read");
	test_code_points();
	test_quick();
	printf("tables: Unicode %s; ICU %s: Unicode %s\n", ara_unicode_version, U_ICU_VERSION,
		   U_UNICODE_VERSION);
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
