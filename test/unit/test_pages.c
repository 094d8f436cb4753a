/*
 * test_pages.c - the fields of pages in the style of many outlets
 *
 * Usage: test_pages [-v] DIRECTORY MIN_BODY: reads each .txt file of a
 * directory.  Its fields are marked in the page itself:
 *
 *     {T|the title}  {D 2023-09-28 14:30|date and hour as written}  {A|author}
 *     {C|place of the dateline}  {G|agency}  {R|3}  {H|heading}  {P|paragraph}
 *     {S|source}  {K|keywords}  {t|..} {h|..} {p|..} of a related article
 *
 * and what is outside of braces belongs to none.  A date of the Islamic
 * calendar that stands alone has an h behind it: {D 1437-01-12h|..}.
 *
 * Facts are: title and publication date are right, and the body's characters
 * (P and H) have an F1 of MIN_BODY; each beginning of the page is partitioned.  With -v, each fault is shown.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/ara.h"

#define MAX_PAGE 65536
#define MAX_PAGES 512

typedef struct Page
{
	char		text[MAX_PAGE];
	char		kind[MAX_PAGE]; /* of each byte: its letter, or 0 */
	size_t		len;
	char		date[64];
} Page;

/* What a field is measured by: pages right, of all pages. */
typedef struct Score
{
	const char *name;
	int			right;
} Score;

enum
{
	TITLE, DATE, CLOCK, AUTHOR, PLACE, AGENCY, READING, FIELDS
};

static Score scores[FIELDS] = {
	{"title", 0}, {"date", 0}, {"hour", 0}, {"author", 0}, {"place", 0}, {"agency", 0}, {"reading", 0}
};

static int	verbose;
static int	pages;
static int	passed;
static int	failed;
static double sum_f1;

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

/* Takes the braces out of a marked page. */
static int
read_page(const char *path, Page *page)
{
	FILE	   *f = fopen(path, "rb");
	int			c;
	char		kind = 0;

	if (f == NULL)
		return 0;
	page->len = 0;
	page->date[0] = 0;
	while ((c = getc(f)) != EOF && page->len < MAX_PAGE)
	{
		if (c == '{')
		{
			char		value[64] = "";
			size_t		n = 0;

			kind = (char) getc(f);
			while ((c = getc(f)) != '|' && c != EOF)
				if (n + 1 < sizeof(value) && (n > 0 || c != ' '))
					value[n++] = (char) c;
			value[n] = 0;
			if (kind == 'D' && page->date[0] == 0)
				strcpy(page->date, value);
		}
		else if (c == '}')
			kind = 0;
		else
		{
			page->text[page->len] = (char) c;
			page->kind[page->len++] = kind;
		}
	}
	fclose(f);
	return 1;
}

/* The first span of a kind in the truth, as a string. */
static void
wanted_field(const Page *page, char kind, char *out, size_t room)
{
	size_t		i = 0;
	size_t		n = 0;

	while (i < page->len && page->kind[i] != kind)
		i++;
	while (i < page->len && page->kind[i] == kind && n + 1 < room)
		out[n++] = page->text[i++];
	out[n] = 0;
}

static void
take(char *out, size_t room, const AraPart *p)
{
	if (out[0] == 0)
		snprintf(out, room, "%.*s", (int) p->len, p->start);
}

/* Counts a field; returns whether it is right. */
static int
compare(const char *file, int field, const char *got, const char *wanted)
{
	int			right = strcmp(got, wanted) == 0;

	scores[field].right += right;
	if (!right && verbose)
		printf("%s: %s: got [%s] wanted [%s]\n", file, scores[field].name, got, wanted);
	return right;
}

/* Is a byte of the page counted: the first of a character that can be seen? */
static int
counts(char c)
{
	return ((unsigned char) c & 0xC0) != 0x80 && (unsigned char) c > ' ';
}

static void
show(const char *what, const char *s, size_t len)
{
	if (verbose)
		printf("    %s %.*s\n", what, (int) (len > 160 ? 160 : len), s);
}

/* F1 of the characters in the body: got has a letter for each byte of the page. */
static double
body_f1(const char *file, const Page *page, const char *got)
{
	size_t		both = 0;
	size_t		in_got = 0;
	size_t		in_truth = 0;
	size_t		i;
	size_t		from;

	for (i = 0; i < page->len; i++)
		if (counts(page->text[i]))
		{
			int			g = got[i] == 'P' || got[i] == 'H';
			int			t = page->kind[i] == 'P' || page->kind[i] == 'H';

			both += (size_t) (g && t);
			in_got += (size_t) g;
			in_truth += (size_t) t;
		}
	if (verbose && both * 2 < in_got + in_truth)
	{
		printf("%s: body\n", file);
		for (from = i = 0; i <= page->len; i++)
			if (i == page->len || page->text[i] == '\n' || got[i] != got[from] || page->kind[i] != page->kind[from])
			{
				int			g = got[from] == 'P' || got[from] == 'H';
				int			t = page->kind[from] == 'P' || page->kind[from] == 'H';

				if (g != t && i - from > 2)
					show(g ? "+" : "-", page->text + from, i - from);
				from = i;
			}
	}
	return in_got + in_truth == 0 ? 1.0 : 2.0 * (double) both / (double) (in_got + in_truth);
}

/* Are the parts of each beginning of a page the whole of it? */
static int
is_partitioned(const Page *page)
{
	size_t		n;

	for (n = 0; n <= page->len; n++)
	{
		char	   *copy = malloc(n + 1);
		const char *pos = copy;
		AraArticle	a;
		AraPart		p;

		if (copy == NULL)
			exit(1);
		memcpy(copy, page->text, n);
		copy = realloc(copy, n > 0 ? n : 1);	/* so that a sanitizer sees every read behind it */
		pos = copy;
		ara_article_init(&a, copy, n);
		while (ara_next_part(&a, &p) && p.start == pos && p.len > 0)
			pos += p.len;
		if (pos != copy + n)
			return 0;
		free(copy);
	}
	return 1;
}

static void
test_page(const char *file, const Page *page, double min_body)
{
	static char got[MAX_PAGE];
	static const char letters[] = "TDARHPCGUcSKthpLIB_";
	char		field[FIELDS][1024] = {{0}};
	char		wanted[1024];
	AraArticle	a;
	AraPart		p;
	AraDateTime d;
	int			right;
	double		f1;

	ara_article_init(&a, page->text, page->len);
	while (ara_next_part(&a, &p))
	{
		memset(got + (p.start - page->text), letters[p.kind], p.len);
		if (p.article > 0)
			continue;
		if (p.kind == ARA_P_TITLE)
			take(field[TITLE], sizeof(field[0]), &p);
		else if (p.kind == ARA_P_AUTHOR)
			take(field[AUTHOR], sizeof(field[0]), &p);
		else if (p.kind == ARA_P_READING_TIME)
			take(field[READING], sizeof(field[0]), &p);
		else if (p.kind == ARA_P_PLACE)
			take(field[PLACE], sizeof(field[0]), &p);
		else if (p.kind == ARA_P_AGENCY ||
				 (p.kind == ARA_P_SOURCE && ara_is_agency(&a, p.start, p.len)))
			take(field[AGENCY], sizeof(field[0]), &p);
		else if ((p.kind == ARA_P_DATE || (p.kind == ARA_P_UPDATED && field[DATE][0] == 0)) &&
				 ara_datetime_parse(p.start, p.len, &d))
		{
			if (d.date.day > 0 && (field[DATE][0] == 0 || strchr(field[DATE], 'h')))
				snprintf(field[DATE], sizeof(field[0]), "%04d-%02d-%02d%s", d.date.year, d.date.month,
						 d.date.day, d.hijri ? "h" : "");
			if (d.has_time && field[CLOCK][0] == 0)
				snprintf(field[CLOCK], sizeof(field[0]), "%02d:%02d", d.hour, d.minute);
		}
	}
	wanted_field(page, 'T', wanted, sizeof(wanted));
	right = compare(file, TITLE, field[TITLE], wanted);
	wanted_field(page, 'A', wanted, sizeof(wanted));
	compare(file, AUTHOR, field[AUTHOR], wanted);
	wanted_field(page, 'C', wanted, sizeof(wanted));
	compare(file, PLACE, field[PLACE], wanted);
	wanted_field(page, 'G', wanted, sizeof(wanted));
	compare(file, AGENCY, field[AGENCY], wanted);
	wanted_field(page, 'R', wanted, sizeof(wanted));
	compare(file, READING, field[READING], wanted);
	snprintf(wanted, sizeof(wanted), "%.*s", strchr(page->date, 'h') ? 11 : 10, page->date);
	right &= compare(file, DATE, field[DATE], wanted);
	snprintf(wanted, sizeof(wanted), "%.5s", strlen(page->date) > 11 ? page->date + 11 : "");
	compare(file, CLOCK, field[CLOCK], wanted);
	f1 = body_f1(file, page, got);
	if (f1 < min_body && verbose)
		printf("%s: body F1 %.3f\n", file, f1);
	sum_f1 += f1;
	pages++;
	if (is_partitioned(page))
		passed++;
	else
	{
		failed++;
		printf("FAILED: %s: beginnings are partitioned\n", file);
	}
	if (right && f1 >= min_body)
		passed++;
	else
	{
		failed++;
		printf("FAILED: %s\n", file);
	}
}

int
main(int argc, char **argv)
{
	static Page page;
	static char *names[MAX_PAGES];
	const char *dir;
	double		min_body;
	DIR		   *d;
	struct dirent *e;
	int			n = 0;
	int			i;

	verbose = argc > 1 && strcmp(argv[1], "-v") == 0;
	argc -= verbose;
	argv += verbose;
	dir = argc > 1 ? argv[1] : "test/data/pages";
	min_body = argc > 2 ? atof(argv[2]) : 0.9;
	d = opendir(dir);
	if (d == NULL)
	{
		printf("%s is not there\n", dir);
		return 1;
	}
	while ((e = readdir(d)) != NULL && n < MAX_PAGES)
		if (strstr(e->d_name, ".txt") != NULL)
		{
			names[n] = malloc(strlen(dir) + strlen(e->d_name) + 2);
			if (names[n] == NULL)
				return 1;
			sprintf(names[n++], "%s/%s", dir, e->d_name);
		}
	closedir(d);
	qsort(names, (size_t) n, sizeof(names[0]), by_name);
	for (i = 0; i < n; i++)
	{
		if (read_page(names[i], &page))
			test_page(names[i], &page, min_body);
		free(names[i]);
	}
	printf("%d pages: body F1 %.3f", pages, pages ? sum_f1 / pages : 0);
	for (i = 0; i < FIELDS; i++)
		printf(", %s %d", scores[i].name, scores[i].right);
	printf("\n%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
