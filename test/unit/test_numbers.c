/*
 * test_numbers.c - facts about ara_next_number
 *
 * The wanted answer lists the numbers of a text: "value kind [unit];".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/ara.h"
#include "fact.h"

/* The text in memory of exactly its size, so that a sanitizer sees every read beside it. */
static void
answer(const char *text, size_t len, char *out, size_t room, int content)
{
	char	   *copy = malloc(len ? len : 1);
	const char *last;
	AraNumbers	r;
	AraNumber	n;
	int			ok = 1;

	if (copy == NULL)
		exit(1);
	memcpy(copy, text, len);
	last = copy;
	*out = 0;
	ara_numbers_init(&r, copy, len);
	while (ara_next_number(&r, &n))
	{
		size_t		used = strlen(out);

		/* in order, inside the text, the unit inside the span */
		ok &= n.start >= last && n.len > 0 && n.start + n.len <= copy + len;
		ok &= n.unit == NULL || (n.unit >= n.start && n.unit + n.unit_len <= n.start + n.len);
		ok &= strspn(n.value, "-0123456789.") == strlen(n.value) && strlen(n.value) < ARA_VALUE_ROOM;
		last = n.start + n.len;
		if (content)
			snprintf(out + used, room - used, "%.*s;", (int) n.len, n.start);
		else
			snprintf(out + used, room - used, "%s %s%s%.*s;", n.value, ara_number_kind_name(n.kind),
					 n.unit ? " " : "", (int) n.unit_len, n.unit ? n.unit : "");
	}
	fact(ok && !ara_next_number(&r, &n), "spans are in order and inside the text");
	free(copy);
}

static void
same(const char *text, const char *wanted, int content)
{
	char		got[4096];

	answer(text, strlen(text), got, sizeof(got), content);
	fact(strcmp(got, wanted) == 0, text);
	if (strcmp(got, wanted) != 0)
		printf("  got    %s\n  wanted %s\n", got, wanted);
}

/* A text with one cardinal number; NULL: with none. */
static void
value(const char *text, const char *wanted)
{
	char		all[256] = "";

	if (wanted != NULL)
		snprintf(all, sizeof(all), "%s cardinal;", wanted);
	same(text, all, 0);
}

static void
test_digits(void)
{
	value("39 طائرة", "39");
	value("١٢٣", "123");
	value("۱۲۳", "123");
	value("١٬٢٣٤٫٥", "1234.5");
	value("1,234,567.89", "1234567.89");
	value("3.50", "3.5");
	value("007", "7");
	value("3,5 مليون", "3500000");
	same("3,5", "3 cardinal;5 cardinal;", 0);
	value("-5", "-5");
	value("1e3", "1000");
	value("و500", "500");
	value("الـ24", "24");
	value("بـ24", "24");
	value("كوفيد19", NULL);
	value("كوفيد-19", NULL);
	value("covid19", NULL);
	value("1.2.3", NULL);
	value("https://example.com/2023/50", NULL);
	value("99999999999999999999999999999999999999999999999999", NULL);
	value("99999999999999999999999999999999999999999999999999 مليون", NULL);
	value("999999999999999999999999999999999999999 مليون", NULL);
	value("0.00000000000000000000001", "0");
}

static void
test_words(void)
{
	value("ثلاثة", "3");
	value("ثلاث", "3");
	value("ثلاثة وعشرون", "23");
	value("ثَلَاثَةٌ وَعِشْرُونَ", "23");
	value("ثلاثه و عشرين", "23");
	value("خمسة عشر", "15");
	value("إحدى عشرة", "11");
	value("اثني عشر", "12");
	value("واحد وعشرون", "21");
	value("مئة", "100");
	value("مائة", "100");
	value("مئتي", "200");
	value("ثلاثمئة", "300");
	value("ثلاث مائة", "300");
	value("مئة وثلاثة وعشرون", "123");
	value("مئة وخمسة", "105");
	value("مئة وخمسون", "150");
	value("ألف", "1000");
	value("ألفي أسير", "2000");
	value("ألفا جندي", "2000");
	value("خمسة عشر ألفا", "15000");
	value("ألفين وثلاثة وعشرين", "2023");
	value("خمسة آلاف", "5000");
	value("بمليوني طلقة", "2000000");
	value("ستة ملايين وثلاثمئة ألف وخمسة وأربعون", "6300045");
	value("مئة ألف", "100000");
	value("ألف مليون", "1000000000");
	value("تريليون", "1000000000000");
	value("5 مليارات", "5000000000");
	value("3.5 مليون", "3500000");
	value("ألف و500", "1500");
	value("مليون و200 ألف", "1200000");
	value("نصف مليون", "500000");
	value("مليون ونصف", "1500000");
	value("مليون ونصف المليون", "1500000");
	value("خمسة ونصف", "5.5");
	value("الأربع المتبقية", "4");
	same("بين 3 و 5", "3 cardinal;5 cardinal;", 0);
	same("بين 3 آلاف و5 آلاف", "3000 cardinal;5000 cardinal;", 0);
	same("بين ثلاثة آلاف وخمسة آلاف", "3000 cardinal;5000 cardinal;", 0);
	same("خمسة، ستة", "5 cardinal;6 cardinal;", 0);
	same("خمسة\nوعشرون", "5 cardinal;20 cardinal;", 0);
	value("آلاف", NULL);		/* thousands */
	value("ملايين", NULL);		/* millions */
	value("واحد", NULL);		/* one */
	value("أحد", NULL);			/* one of */
	value("يوم الاثنين", NULL);	/* Monday */
	value("والاثنين", NULL);	/* and Monday */
	value("لست", NULL);			/* I am not */
	value("عشرات", NULL);		/* tens */
	value("بالمئة", NULL);		/* per cent */
}

static void
test_kinds(void)
{
	same("50%", "50 percent;", 0);
	same("٪50", "50 percent;", 0);
	same("٥٠٪", "50 percent;", 0);
	same("50 %", "50 percent;", 0);
	same("50 بالمئة", "50 percent;", 0);
	same("50 في المائة", "50 percent;", 0);
	same("سبعة ونصف بالمئة", "7.5 percent;", 0);
	same("نصف السكان", "0.5 fraction;", 0);
	same("ثلاثة أرباع", "0.75 fraction;", 0);
	same("ثلث", "0.3333333333333333 fraction;", 0);
	same("نصف نهائي", "", 0);	/* semi-final */
	same("النصف", "", 0);		/* the half */
	same("الربع الأول", "1 ordinal;", 0);
	same("الثالث عشر", "13 ordinal;", 0);
	same("الحادي والعشرين", "21 ordinal;", 0);
	same("لأول مرة", "1 ordinal;", 0);
	same("ثانية", "", 0);		/* a second, or again */
	same("الثامنة مساء", "", 0);	/* eight in the evening */
	same("أول أمس", "", 0);		/* the day before yesterday */
	same("5 دولارات", "5 currency دولارات;", 0);
	same("3.5 مليون دولار أميركي", "3500000 currency دولار أميركي;", 0);
	same("$50", "50 currency $;", 0);
	same("50 €", "50 currency €;", 0);
	same("مئة كيلومتر مربع", "100 measure كيلومتر مربع;", 0);
	same("10كلم", "10 measure كلم;", 0);
	same("نصف ساعة", "0.5 measure ساعة;", 0);
}

static void
test_dates(void)
{
	value("28/09/2023", NULL);
	value("2023-09-28", NULL);
	value("28.09.2023", NULL);
	value("14:30", NULL);
	value("24 فبراير/شباط 2022", NULL);
	value("24 فبراير 2022", NULL);
	value("فبراير 2022", NULL);
	value("1 كانون الثاني 2024", NULL);
	value("December 5, 2023", NULL);
	value("عام 2014", NULL);
	value("1437 هـ", NULL);
	same("الأول من أكتوبر", "", 0);
	same("تشرين الثاني", "", 0);
	value("2014 شخصا", "2014");
}

static void
test_spans(void)
{
	same("بمليوني طلقة", "مليوني;", 1);
	same("وثلاثة", "ثلاثة;", 1);
	same("وَثلاثة", "ثلاثة;", 1);
	same("والثلاثة", "الثلاثة;", 1);
	same("للأربعة", "أربعة;", 1);
	same("الـ24 ساعة", "24 ساعة;", 1);
	same("٪50 من", "٪50;", 1);
	same("50 في المئة من", "50 في المئة;", 1);
}

/* Any bytes have an answer, and none reads beside them. */
static void
test_noise(void)
{
	static const char *const pieces[] = {
		"ثلاثة", " و", " ", "ألف", "5", ".", ",", "%", "\xD9\xAA", "مئة", "نصف", "\n", "-", "/", "مليون", "$",
		"\xFF", "\xD9", "في المئة", "فبراير", "2022", "عام", "الثاني", "عشر", "أرباع", "م.", "e9", "\xE2\x82", "ال", "#"
	};
	uint32_t	seed = 1;
	char		text[600];
	char		got[8192];
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
		answer(text, len - seed % 3, got, sizeof(got), 0);
	}
}

int
main(void)
{
	test_digits();
	test_words();
	test_kinds();
	test_dates();
	test_spans();
	test_noise();
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
