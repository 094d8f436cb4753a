/*
 * chartab.c - makes src/core/chartab.c from ICU and src/data/normalize.tsv
 *
 * Usage: chartab DIR > src/core/chartab.c, where DIR holds normalize.tsv.
 *
 * Run by a maintainer; what it prints is checked in, so that a lexeme never
 * depends on the ICU of the day.  Every rule is a row of normalize.tsv; the
 * properties and decompositions that rows name come from ICU.
 *
 *     cp --> first class row that fits ----> class byte ---> 128-entry blocks, deduplicated
 *     cp --> first spelling row that fits -> UTF-8 bytes --> 64-entry blocks of offsets into a pool
 *     U+0600-06FF, both levels ------------> AraQuick[2][256]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>

#include "../core/ara.h"
#include "../core/chartab.h"
#include "../core/utf8.h"
#include "data.h"

#define CODE_POINTS 0x110000
#define MAP_LIMIT 0x20000		/* above it, nothing but IGNORE is mapped */
#define MAX_ROWS 256
#define MAX_TO 8				/* code points that one may become */

typedef enum Action
{
	TO_CODE_POINTS,				/* nothing, or the row's code points */
	TO_SAME,
	TO_DIGIT,
	TO_NFKC
} Action;

typedef struct Text
{
	int			n;
	UChar32		cp[MAX_TO];
} Text;

typedef struct Row
{
	USet	   *from;
	Action		action;
	Text		to;
	int			class;
} Row;

typedef struct Level
{
	int			nrows;
	Row			rows[MAX_ROWS];
} Level;

static Level classes;
static Level spelling;
static Level fold;
static USet *accents;			/* marks that Latin, Greek and Cyrillic letters lose */

static const char *const class_names[] = {
	"other", "space", "arabic", "latin", "letter", "digit", "mark", "ignore"
};

static void
die(const char *what, unsigned long cp)
{
	fprintf(stderr, "chartab: %s (U+%04lX)\n", what, cp);
	exit(1);
}

static void
check(UErrorCode status, const char *what)
{
	if (U_FAILURE(status))
	{
		fprintf(stderr, "chartab: %s: %s\n", what, u_errorName(status));
		exit(1);
	}
}

static USet *
set_of(const char *pattern)
{
	UChar		buf[512];
	int32_t		len;
	UErrorCode	status = U_ZERO_ERROR;
	USet	   *set;

	u_strFromUTF8(buf, 512, &len, pattern, -1, &status);
	set = uset_openPattern(buf, len, &status);
	check(status, pattern);
	return set;
}

/* ---- reading normalize.tsv ---- */

static UChar32
hex(const Tsv *t, const char *s, char **end)
{
	unsigned long v = strtoul(s, end, 16);

	if (*end == s || v >= CODE_POINTS)
		tsv_fail(t, "'%s' does not begin with a code point in hex", s);
	return (UChar32) v;
}

static USet *
read_from(const Tsv *t, char *s)
{
	USet	   *set;

	if (*s == '[')
		return set_of(s);
	set = uset_openEmpty();
	for (;;)
	{
		UChar32		first = hex(t, s, &s);
		UChar32		last = first;

		if (*s == '-')
			last = hex(t, s + 1, &s);
		uset_addRange(set, first, last);
		if (*s == 0)
			return set;
		if (*s++ != ',')
			tsv_fail(t, "',' expected between ranges");
	}
}

static void
read_to(const Tsv *t, char *s, Row *row)
{
	row->action = TO_CODE_POINTS;
	if (strcmp(s, "-") == 0)
		return;
	if (strcmp(s, "=") == 0)
		row->action = TO_SAME;
	else if (strcmp(s, "digit") == 0)
		row->action = TO_DIGIT;
	else if (strcmp(s, "nfkc") == 0)
		row->action = TO_NFKC;
	else
		while (*s)
		{
			if (row->to.n == MAX_TO)
				tsv_fail(t, "more than %d code points", MAX_TO);
			row->to.cp[row->to.n++] = hex(t, s, &s);
			while (*s == ' ')
				s++;
		}
}

static void
read_rows(const char *dir)
{
	Tsv			t;

	tsv_open(&t, dir, "normalize.tsv");
	while (tsv_next(&t, 5, 5))
	{
		const char *name = t.fields[3];
		Level	   *level = strcmp(name, "class") == 0 ? &classes :
			strcmp(name, "spelling") == 0 ? &spelling : &fold;
		Row		   *row = &level->rows[level->nrows];

		if (level == &fold && strcmp(name, "fold") != 0)
			tsv_fail(&t, "level is class, spelling or fold");
		if (t.fields[1][0] != '[' && strchr(t.fields[1], ' ') != NULL)
			continue;			/* looks at its neighbours: normalize.c */
		if (level->nrows++ == MAX_ROWS)
			tsv_fail(&t, "more than %d rows of a level", MAX_ROWS);
		row->from = read_from(&t, t.fields[1]);
		if (level != &classes)
		{
			read_to(&t, t.fields[2], row);
			continue;
		}
		while (strcmp(class_names[row->class], t.fields[2]) != 0)
			if (++row->class > ARA_C_IGNORE)
				tsv_fail(&t, "no class '%s'", t.fields[2]);
	}
}

static const Row *
row_of(const Level *level, UChar32 cp)
{
	int			i;

	for (i = 0; i < level->nrows; i++)
		if (uset_contains(level->rows[i].from, cp))
			return &level->rows[i];
	return NULL;
}

/* ---- what a code point becomes ---- */

static int
class_of(UChar32 cp)
{
	const Row  *row = row_of(&classes, cp);

	return row != NULL ? row->class : ARA_C_OTHER;
}

/* Applies an ICU normalizer to a text; 0 when the outcome does not fit. */
static int
apply(const UNormalizer2 *norm, Text *t)
{
	UChar		from[2 * MAX_TO];
	UChar		to[64];
	int32_t		len;
	UErrorCode	status = U_ZERO_ERROR;

	u_strFromUTF32(from, 2 * MAX_TO, &len, t->cp, t->n, &status);
	len = unorm2_normalize(norm, from, len, to, 64, &status);
	check(status, "normalizing");
	u_strToUTF32(t->cp, MAX_TO, &t->n, to, len, &status);
	return status != U_BUFFER_OVERFLOW_ERROR;
}

static void
drop_accents(Text *t)
{
	int			n = 0;
	int			i;

	for (i = 0; i < t->n; i++)
		if (!uset_contains(accents, t->cp[i]))
			t->cp[n++] = t->cp[i];
	t->n = n;
}

static int
loses_accents(UChar32 cp)
{
	UErrorCode	status = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript(cp, &status);

	return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

/* The case-folded compatibility form of a letter; 0 when that holds what is no part of a word. */
static int
nfkc(UChar32 cp, Text *t)
{
	UErrorCode	status = U_ZERO_ERROR;
	const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
	const UNormalizer2 *nfkc_cf = unorm2_getNFKCCasefoldInstance(&status);
	int			i;

	check(status, "opening normalizers");
	t->n = 1;
	t->cp[0] = cp;
	if (!apply(nfkd, t))
		return 0;
	if (loses_accents(t->cp[0]))
	{
		/* accents off first: case folding makes a letter of U+0345, the iota subscript */
		drop_accents(t);
		apply(nfkc_cf, t);
		apply(nfkd, t);
		drop_accents(t);
	}
	else
	{
		t->n = 1;
		t->cp[0] = cp;
		apply(nfkc_cf, t);
	}
	for (i = 0; i < t->n; i++)
	{
		int			class = class_of(t->cp[i]);

		if (class == ARA_C_OTHER || class == ARA_C_SPACE)
			return 0;
	}
	return 1;
}

/* What cp becomes at the level SPELLING. */
static void
spell(UChar32 cp, int depth, Text *out)
{
	const Row  *row = row_of(&spelling, cp);
	Text		t;
	int			i;

	if (depth > 3)
		die("rows go in circles", (unsigned long) cp);
	out->n = 1;
	out->cp[0] = cp;
	if (row == NULL || row->action == TO_SAME)
		return;
	if (row->action == TO_DIGIT)
	{
		out->cp[0] = '0' + u_charDigitValue(cp);
		return;
	}
	if (row->action == TO_CODE_POINTS)
		t = row->to;
	else if (!nfkc(cp, &t))
		return;
	if (t.n == 1 && t.cp[0] == cp)
		return;

	out->n = 0;
	for (i = 0; i < t.n; i++)
	{
		Text		part;
		int			j;

		spell(t.cp[i], depth + 1, &part);
		for (j = 0; j < part.n; j++)
		{
			if (out->n == MAX_TO)
				die("becomes too long", (unsigned long) cp);
			out->cp[out->n++] = part.cp[j];
		}
	}
}

static int
encode(const Text *t, char *out)
{
	int			len = 0;
	int			i;

	for (i = 0; i < t->n; i++)
		len += ara_encode((uint32_t) t->cp[i], out + len);
	return len;
}

/* ---- printing ---- */

/* Prints an array of integers, as many to a line as fit. */
static void
print_array(const char *head, const unsigned *v, int n)
{
	int			column = 100;
	int			i;

	printf("\n%s[] = {", head);
	for (i = 0; i < n; i++)
	{
		char		s[16];
		int			len = sprintf(s, "%u,", v[i]);

		if (column + len > 96)
		{
			printf("\n\t");
			column = 0;
		}
		printf("%s", s);
		column += len;
	}
	printf("\n};\n");
}

/* Prints value[0..n) as a two-stage table with blocks of the given size, which is a power of 2. */
static void
print_stages(const char *type1, const char *name1, const char *type2, const char *name2,
			 const unsigned *value, int n, int size)
{
	unsigned   *stage1 = xalloc((size_t) (n / size) * sizeof(unsigned));
	unsigned   *stage2 = xalloc((size_t) n * sizeof(unsigned));
	size_t		bytes = (size_t) size * sizeof(unsigned);
	char		head[100];
	int			blocks = 0;
	int			b;

	for (b = 0; b < n / size; b++)
	{
		const unsigned *block = value + b * size;
		int			k = 0;

		while (k < blocks && memcmp(stage2 + k * size, block, bytes) != 0)
			k++;
		if (k == blocks)
			memcpy(stage2 + blocks++ * size, block, bytes);
		stage1[b] = (unsigned) k;
	}
	if (strstr(type1, "uint8_t") != NULL && blocks > 256)
		die("more blocks than a byte counts", (unsigned long) blocks);
	sprintf(head, "%s %s", type1, name1);
	print_array(head, stage1, n / size);
	sprintf(head, "%s %s", type2, name2);
	print_array(head, stage2, blocks * size);
}

static void
print_classes(void)
{
	unsigned   *value = xalloc(CODE_POINTS * sizeof(unsigned));
	UChar32		cp;

	for (cp = 0; cp < CODE_POINTS; cp++)
		value[cp] = (unsigned) class_of(cp);
	print_stages("const uint16_t", "ara_class_stage1", "const uint8_t", "ara_class_stage2",
				 value, CODE_POINTS, 128);
}

/* Returns the offset of a length and these bytes in the pool, adding them if they are new. */
static unsigned
in_pool(Buf *pool, const char *bytes, int len)
{
	size_t		at;

	for (at = 1; at < pool->len; at += 1 + (unsigned char) pool->data[at])
		if (pool->data[at] == len && memcmp(pool->data + at + 1, bytes, (size_t) len) == 0)
			return (unsigned) at;
	buf_u8(pool, (unsigned) len);
	buf_put(pool, bytes, (size_t) len);
	if (at > 65535)
		die("pool too large", 0);
	return (unsigned) at;
}

static void
print_map(void)
{
	unsigned   *value = xalloc(MAP_LIMIT * sizeof(unsigned));
	unsigned   *bytes;
	Buf			pool = {0};
	UChar32		cp;
	size_t		i;

	buf_u8(&pool, 0);			/* offset 0: unchanged */
	in_pool(&pool, "", 0);		/* offset 1: dropped */
	for (cp = 0; cp < CODE_POINTS; cp++)
	{
		Text		t;
		Text		again;
		char		to[4 * MAX_TO];
		char		same[4];
		int			len;
		int			j;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		spell(cp, 0, &t);
		if (t.n == 1 && t.cp[0] == cp)
		{
			if (class_of(cp) == ARA_C_IGNORE)
				die("is to be ignored and is not mapped", (unsigned long) cp);
			continue;
		}
		for (j = 0; j < t.n; j++)
		{
			spell(t.cp[j], 0, &again);
			if (again.n != 1 || again.cp[0] != t.cp[j])
				die("does not stay as it was mapped", (unsigned long) cp);
		}
		len = encode(&t, to);
		if (len > ARA_MAP_GROWTH * ara_encode((uint32_t) cp, same))
			die("grows too much", (unsigned long) cp);
		if (cp < MAP_LIMIT)
			value[cp] = in_pool(&pool, to, len);
		else if (len > 0 || class_of(cp) != ARA_C_IGNORE)
			die("is above the table", (unsigned long) cp);
	}
	print_stages("static const uint8_t", "map_stage1", "static const uint16_t", "map_stage2",
				 value, MAP_LIMIT, 64);

	bytes = xalloc(pool.len * sizeof(unsigned));
	for (i = 0; i < pool.len; i++)
		bytes[i] = (unsigned char) pool.data[i];
	print_array("static const uint8_t map_pool", bytes, (int) pool.len);
	printf("\nint\n"
		   "ara_map(uint32_t cp, const char **to, int *len)\n"
		   "{\n"
		   "\tunsigned\tat;\n"
		   "\n"
		   "\tif (cp < 0x%X)\n"
		   "\t\tat = map_stage2[(unsigned) map_stage1[cp >> 6] << 6 | (cp & 63)];\n"
		   "\telse\n"
		   "\t\tat = ara_class(cp) == ARA_C_IGNORE;\t/* offset 1: dropped */\n"
		   "\tif (at == 0)\n"
		   "\t\treturn 0;\n"
		   "\t*to = (const char *) map_pool + at + 1;\n"
		   "\t*len = map_pool[at];\n"
		   "\treturn 1;\n"
		   "}\n", MAP_LIMIT);
}

/*
 * Whether normalize.c must look at the neighbours of cp, which becomes from
 * at the level SPELLING and to at this level.
 */
static int
is_contextual(UChar32 cp, const Text *from, const Text *to, AraNorm norm)
{
	if ((cp >= 0x0653 && cp <= 0x0655) || cp == 0x066B || cp == 0x066C)
		return 1;				/* hamza and madda marks, number separators */
	if (norm == ARA_NORM_SPELLING || from->n == 0)
		return 0;
	if (from->cp[0] == 0x0621)
		return 1;

	/* a hamza after it must not see the waw or yeh that it only became by folding */
	return from->cp[0] != to->cp[0] && from->cp[0] != 0x0649 &&
		(to->cp[0] == 0x0648 || to->cp[0] == 0x064A);
}

static void
print_quick(void)
{
	int			norm;
	UChar32		cp;

	printf("\nconst AraQuick ara_quick[2][256] = {");
	for (norm = ARA_NORM_SPELLING; norm <= ARA_NORM_FOLD; norm++)
	{
		printf("%s\n\t{", norm == 0 ? "" : ",");
		for (cp = 0x600; cp < 0x700; cp++)
		{
			Text		from;
			Text		to;
			char		b[4 * MAX_TO] = {0};
			int			len;

			spell(cp, 0, &from);
			to = from;
			if (norm == ARA_NORM_FOLD && from.n == 1 && row_of(&fold, from.cp[0]) != NULL)
				to = row_of(&fold, from.cp[0])->to;
			len = encode(&to, b);
			if (to.n > 1 || len > 2)
				die("does not fit the table of the Arabic block", (unsigned long) cp);
			printf("%s{{%d, %d}, %d, %d}%s", cp % 4 == 0 ? "\n\t\t" : " ",
				   (unsigned char) b[0], (unsigned char) b[1], len,
				   is_contextual(cp, &from, &to, (AraNorm) norm), cp < 0x6FF ? "," : "");
		}
		printf("\n\t}");
	}
	printf("\n};\n");
}

/* Fold rows must lie in the Arabic block, apply to spelled text, and lead out of what is folded. */
static void
check_fold(void)
{
	UChar32		cp;

	for (cp = 0; cp < CODE_POINTS; cp++)
	{
		const Row  *row = row_of(&fold, cp);
		Text		t;

		if (row == NULL)
			continue;
		spell(cp, 0, &t);
		if (cp < 0x600 || cp > 0x6FF || t.n != 1 || t.cp[0] != cp)
			die("a fold row does not apply to it", (unsigned long) cp);
		if (row->action != TO_CODE_POINTS || row->to.n != 1)
			die("is not folded to one letter", (unsigned long) cp);
		spell(row->to.cp[0], 0, &t);
		if (row_of(&fold, row->to.cp[0]) != NULL || t.n != 1 || t.cp[0] != row->to.cp[0])
			die("is folded to what does not stay", (unsigned long) cp);
	}
}

int
main(int argc, char **argv)
{
	if (argc != 2)
	{
		fprintf(stderr, "usage: chartab DIR\n");
		return 1;
	}
	accents = set_of("[[[:M:]&[:Script=Inherited:]]-[\\u3099\\u309A]]");
	read_rows(argv[1]);
	check_fold();
	printf("/*\n"
		   " * chartab.c - classes and mappings of all code points\n"
		   " *\n"
		   " * Generated by src/tools/chartab (make chartab) from Unicode %s and\n"
		   " * src/data/normalize.tsv.  Do not edit.\n"
		   " */\n"
		   "#include \"chartab.h\"\n"
		   "\n"
		   "const char ara_unicode_version[] = \"%s\";\n", U_UNICODE_VERSION, U_UNICODE_VERSION);
	print_classes();
	print_map();
	print_quick();
	return 0;
}
