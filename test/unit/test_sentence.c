/*
 * test_sentence.c - facts about ara_next_sentence
 *
 * The wanted answer has a '|' between the sentences.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/ara.h"
#include "fact.h"

/* The text in memory of exactly its size, so that a sanitizer sees every read beside it. */
static void
answer(const char *text, size_t len, char *out)
{
	char	   *copy = malloc(len ? len : 1);
	const char *last;
	AraSentences r;
	AraSentence s;
	int			ok = 1;

	if (copy == NULL)
		exit(1);
	memcpy(copy, text, len);
	last = copy;
	*out = 0;
	ara_sentences_init(&r, copy, len);
	while (ara_next_sentence(&r, &s))
	{
		ok &= s.start >= last && s.len > 0 && s.start + s.len <= copy + len;
		ok &= strchr(" \n\t\r", s.start[0]) == NULL && strchr(" \n\t\r", s.start[s.len - 1]) == NULL;
		if (!ok)
			break;
		last = s.start + s.len;
		if (*out)
			strcat(out, "|");
		strncat(out, s.start, s.len);
	}
	fact(ok, "sentences are in order, inside the text, and trimmed");
	free(copy);
}

static void
sentences(const char *text, const char *wanted)
{
	char		got[4096];

	answer(text, strlen(text), got);
	fact(strcmp(got, wanted) == 0, text);
	if (strcmp(got, wanted) != 0)
		printf("  got    %s\n  wanted %s\n", got, wanted);
}

static void
test_noise(void)
{
	static const char *const pieces[] = {
		"قال", " ", ".", "..", "…", "\n", "\r\n", "\"", "«", "»", "“", "”", "(", ")", "؟", "!", "3.5", "د.", "أ.ف.ب", "U.S", "م.",
		"5", "\xFF", "\xD9", "\xE2\x80", "<b>", "&amp;", "example.com", "-", "#وسم"
	};
	uint32_t	seed = 1;
	char		text[600];
	char		got[2048];
	int			i;

	for (i = 0; i < 4000; i++)
	{
		size_t		len = 0;
		int			n;

		for (n = 0; n < 20; n++)
		{
			const char *piece;

			seed = seed * 1664525u + 1013904223u;
			piece = pieces[(seed >> 16) % (sizeof(pieces) / sizeof(pieces[0]))];
			memcpy(text + len, piece, strlen(piece));
			len += strlen(piece);
		}
		answer(text, len - seed % 3, got);
	}
}

int
main(void)
{
	sentences("", "");
	sentences(" \n. ", "");
	sentences("كلمة", "كلمة");
	sentences("جملة. جملة! جملة؟ جملة۔ جملة", "جملة.|جملة!|جملة؟|جملة۔|جملة");
	sentences("سطر\nسطر\r\n\r\nسطر", "سطر|سطر|سطر");
	sentences("جملة.وجملة", "جملة.|وجملة");	/* a lost blank */
	sentences("قال د. أحمد ثم م. سامي", "قال د. أحمد ثم م. سامي");
	sentences("نقلت أ.ف.ب عنه. ثم", "نقلت أ.ف.ب عنه.|ثم");
	sentences("ص.ب. 12 في المدينة", "ص.ب. 12 في المدينة");
	sentences("عام 2022 م. وقال", "عام 2022 م.|وقال");
	sentences("بلغ 3.5 و١٬٢٣٤٫٥ مترا. ثم", "بلغ 3.5 و١٬٢٣٤٫٥ مترا.|ثم");
	sentences("النسخة 1.2.3 صدرت", "النسخة 1.2.3 صدرت");
	sentences("بلغ 5. ثم", "بلغ 5.|ثم");
	sentences("زار example.com و U.S. Army", "زار example.com و U.S. Army");
	sentences("J. Smith قال", "J. Smith قال");
	sentences("نعم.. جاء… ثم ... ذهب..", "نعم.. جاء… ثم ... ذهب..");
	sentences("ذهب...\nجاء", "ذهب...|جاء");
	sentences("هل؟! نعم", "هل؟!|نعم");
	sentences("قال (؟) ذلك", "قال (؟) ذلك");
	sentences("(جاء.) ثم", "(جاء.)|ثم");
	sentences("قال: \"جاء.\" ثم", "قال: \"جاء.\"|ثم");
	sentences("قال: \"جاء\". ثم", "قال: \"جاء\".|ثم");
	sentences("قال: «جاء. ذهب. عاد» وسكت. ثم", "قال: «جاء. ذهب. عاد» وسكت.|ثم");
	sentences("قال “جاء. ذهب” ثم", "قال “جاء. ذهب” ثم");
	sentences("قال: «جاء. ذهب", "قال: «جاء.|ذهب");	/* never closed */
	sentences("قال: «جاء. ذهب\nعاد»", "قال: «جاء.|ذهب|عاد»");	/* not on its line */
	sentences("جاء. \"ذهب\" وعاد", "جاء.|\"ذهب\" وعاد");
	sentences("1. بند\n2. بند", "1. بند|2. بند");
	sentences("* * *\nجملة", "* * *\nجملة" + 6);
	test_noise();
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
