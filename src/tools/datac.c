/*
 * datac.c - the data compiler: src/data in, one blob out (core/blob.h)
 *
 *     datac DATA_DIR CLDR_FILE OUT_FILE
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/ara.h"
#include "../core/blob.h"
#include "../core/chartab.h"
#include "../core/utf8.h"
#include "data.h"

/*
 * Part of the data version: raise it when code changes a lexeme (tokenizer,
 * analyzer, rich.c, lexize.c).  The vocabulary test fails until then.
 */
#define CODE_REVISION 1

/*
 * In the order of AraSection.  A section that can change a lexeme is part of
 * the data version (arabic_fts_data_version).
 */
static const struct
{
	const char *name;
	void		(*build) (Buf *out, const char *dir);
	int			lexemes;
}			sections[ARA_S_COUNT] = {
	{"light", data_light, 1},
	{"stop", data_stop, 1},
	{"lexicon", data_lexicon, 1},
	{"clitics", data_clitics, 1},
	{"article", data_article, 1},	/* decides what of a page arabic_article_to_tsvector indexes */
	{"months", data_months, 0},
	{"confusions", data_confusions, 0},
	{"letters", data_letters, 0},	/* behind the lexicon, which it reads */
	{"numbers", data_numbers, 0},
	{"units", data_units, 0},
	{"dates", data_dates, 0},
	{"gazetteer", data_gazetteer, 0},
	{"triggers", data_triggers, 0},
	{"tagger", data_tagger, 0},
	{"quotes", data_quotes, 0},
};

static uint32_t
hash(uint32_t h, const char *data, size_t len)
{
	size_t		i;

	for (i = 0; i < len; i++)
		h = (h ^ (unsigned char) data[i]) * 16777619u;	/* FNV-1a */
	return h;
}

/* what the library folds each code point to decides lexemes as much as the data does */
static uint32_t
hash_folding(uint32_t h)
{
	uint32_t	cp;

	for (cp = 1; cp <= 0x10FFFF; cp++)
	{
		char		in[4];
		char		out[4 * ARA_NORM_GROWTH + 1];
		size_t		n;

		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		n = ara_normalize(in, (size_t) ara_encode(cp, in), out, ARA_NORM_FOLD);
		out[n] = (char) ara_class(cp);
		h = hash(h, out, n + 1);
	}
	return h;
}

int
main(int argc, char **argv)
{
	Buf			out = {0};
	uint32_t	version = 2166136261u + CODE_REVISION;
	FILE	   *f;
	int			i;

	if (argc != 4)
	{
		fprintf(stderr, "usage: datac DATA_DIR CLDR_FILE OUT_FILE\n");
		return 1;
	}
	data_cldr = argv[2];
	buf_u32(&out, ARA_BLOB_MAGIC);
	buf_u32(&out, 0);			/* data version, below */
	for (i = 0; i < 2 * ARA_S_COUNT; i++)
		buf_u32(&out, 0);
	for (i = 0; i < ARA_S_COUNT; i++)
	{
		Buf			b = {0};

		sections[i].build(&b, argv[1]);
		buf_align(&out, 8);
		buf_set_u32(&out, 8 + 8 * (size_t) i, (uint32_t) out.len);
		buf_set_u32(&out, 12 + 8 * (size_t) i, (uint32_t) b.len);
		buf_put(&out, b.data, b.len);
		if (sections[i].lexemes)
			version = hash(version, b.data, b.len);
		printf("datac: %-9s %8lu bytes\n", sections[i].name, (unsigned long) b.len);
	}
	buf_set_u32(&out, 4, hash_folding(version));
	f = fopen(argv[3], "wb");
	if (f == NULL || fwrite(out.data, 1, out.len, f) != out.len || fclose(f) != 0)
	{
		fprintf(stderr, "datac: cannot write %s\n", argv[3]);
		return 1;
	}
	return 0;
}
