/*
 * test_datespan.c - facts about ara_next_date
 *
 * A date is written as its text, first and last day, and 'r' if it is relative:
 *
 *     TEXT=2023-09-28..2023-09-28     TEXT=?r (unresolved)     several are joined by ';'
 *
 * The reference is Friday, 2023-10-06.  Hijri dates stand as written, with 'h'.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../src/core/datespan.h"
#include "fact.h"

static const AraDate reference = {2023, 10, 6};

static void
write_day(char *out, const AraDate *d)
{
	sprintf(out + strlen(out), "%04d-%02d-%02d", d->year, d->month, d->day);
}

/* Writes the dates of a text; returns how many, or -1 when a span leaves the text or comes out of order. */
static int
dates(const char *text, size_t len, const AraDate *ref, char *out, size_t room)
{
	/* of exactly its size, so that a sanitizer sees every read beside it */
	char	   *copy = malloc(len ? len : 1);
	const char *behind = copy;
	AraDates	d;
	AraDateSpan s;
	int			n = 0;

	memcpy(copy, text, len);
	if (room)
		*out = 0;
	ara_dates_init(&d, copy, len, ref);
	while (ara_next_date(&d, &s))
	{
		if (s.start < behind || s.len == 0 || s.len > (size_t) (copy + len - s.start))
		{
			free(copy);
			return -1;
		}
		behind = s.start + s.len;
		n++;
		if (room == 0 || room < strlen(out) + s.len + 64)
			continue;
		sprintf(out + strlen(out), "%s%.*s=", n > 1 ? ";" : "", (int) s.len, s.start);
		if (s.resolved || s.hijri)
		{
			write_day(out, &s.from);
			if (memcmp(&s.from, &s.to, sizeof(s.to)) != 0)
			{
				strcat(out, "..");
				write_day(out, &s.to);
			}
		}
		else
			strcat(out, "?");
		strcat(out, s.hijri ? "h" : "");
		strcat(out, s.relative ? "r" : "");
	}
	free(copy);
	return n;
}

static void
are(const char *text, const char *wanted, const char *name)
{
	char		got[4096];

	dates(text, strlen(text), &reference, got, sizeof(got));
	fact(strcmp(got, wanted) == 0, name);
	if (strcmp(got, wanted) != 0)
		printf("  got    %s\n  wanted %s\n", got, wanted);
}

static void
unresolved(const char *text, const char *name)
{
	AraDates	d;
	AraDateSpan s;

	ara_dates_init(&d, text, strlen(text), NULL);
	fact(ara_next_date(&d, &s) && !s.resolved && s.relative, name);
}

static void
written_dates(void)
{
	are("28 سبتمبر 2023", "28 سبتمبر 2023=2023-09-28", "day, month, year");
	are("24 فبراير/شباط 2022", "24 فبراير/شباط 2022=2022-02-24", "two names of a month");
	are("شباط (فبراير) 2021", "شباط (فبراير) 2021=2021-02-01..2021-02-28", "the second name in parentheses");
	are("5 تشرين الثاني 2020", "5 تشرين الثاني 2020=2020-11-05", "Levantine month of two words");
	are("7 جوان 2017 و8 غشت 2018", "7 جوان 2017=2017-06-07;8 غشت 2018=2018-08-08", "Maghrebi months");
	are("28th, September 2023 GMT", "28th, September 2023=2023-09-28", "English leftover");
	are("September 28, 2023", "September 28, 2023=2023-09-28", "English, month first");
	are("الأول من مايو 2021", "الأول من مايو 2021=2021-05-01", "the day in words");
	are("٢٨/٩/٢٠٢٣ ۲۸-۹-۲۰۲۳ 2023.9.28", "٢٨/٩/٢٠٢٣=2023-09-28;۲۸-۹-۲۰۲۳=2023-09-28;2023.9.28=2023-09-28",
		"digits of any kind");
	are("2023-09-28T14:30:00+03:00", "2023-09-28T14:30:00+03:00=2023-09-28", "ISO 8601 with an hour");
	are("28 / 9 / 2023", "28 / 9 / 2023=2023-09-28", "space around the signs");
	are("عام 2022 وسنة ٢٠٢١", "عام 2022=2022-01-01..2022-12-31;سنة ٢٠٢١=2021-01-01..2021-12-31", "years");
	are("عامي 2020 و2021", "عامي 2020=2020-01-01..2020-12-31;2021=2021-01-01..2021-12-31", "two years");
	are("صيف 2023", "صيف 2023=2023-06-01..2023-08-31", "season");
	are("القرن التاسع عشر", "القرن التاسع عشر=1801-01-01..1900-12-31", "century");
	are("الخميس الموافق 28 سبتمبر 2023", "الخميس الموافق 28 سبتمبر 2023=2023-09-28", "weekday and its date are one");
	are("28 سِبْتَمْبَر 2023", "28 سِبْتَمْبَر 2023=2023-09-28", "with vowel marks");
}

static void
hijri_dates(void)
{
	are("12 محرم 1437 هـ الموافق 25 أكتوبر 2015", "12 محرم 1437 هـ=1437-01-12h;25 أكتوبر 2015=2015-10-25", "pair");
	are("3 ربيع الآخر 1445", "3 ربيع الآخر 1445=1445-04-03h", "without the era");
	are("12/1/1437 هـ", "12/1/1437 هـ=1437-01-12h", "in digits");
	are("سنة 1445هـ", "سنة 1445هـ=1445-00-00h", "year");
	are("12 محرم 99999 هـ", "", "year 99999");
	are("31 محرم 1440", "", "day 31");
	are("فاز الفريق 3 صفر", "", "zero is no month");
}

static void
ranges(void)
{
	are("من 3 إلى 5 مايو 2024", "3 إلى 5 مايو 2024=2024-05-03..2024-05-05", "from, to");
	are("3-5 مايو 2024", "3-5 مايو 2024=2024-05-03..2024-05-05", "hyphen");
	are("بين 3 و5 مايو 2024", "3 و5 مايو 2024=2024-05-03..2024-05-05", "between");
	are("يومي 3 و4 مايو 2024", "3 و4 مايو 2024=2024-05-03..2024-05-04", "two days");
	are("1500 إلى 2000 وبين 1500 و2000 كتاب", "", "numbers that are no years");
	are("بين عامي 2010 و2015", "عامي 2010 و2015=2010-01-01..2015-12-31", "between years");
	are("عام 2019-2021", "عام 2019-2021=2019-01-01..2021-12-31", "years with a hyphen");
	are("28 ديسمبر - 3 يناير 2024", "28 ديسمبر - 3 يناير 2024=2023-12-28..2024-01-03", "over New Year");
	are("بين يناير ومارس 2024", "يناير ومارس 2024=2024-01-01..2024-03-31", "months");
}

static void
relative_dates(void)
{
	are("اليوم الخميس", "اليوم الخميس=2023-10-05r", "today, and its name: the last such day");
	are("الجمعة", "الجمعة=2023-10-06r", "a weekday is the last one, the reference included");
	are("الجمعة الماضي", "الجمعة الماضي=2023-09-29r", "last Friday");
	are("الجمعة المقبل", "الجمعة المقبل=2023-10-13r", "next Friday");
	are("أمس وأول أمس وغدا", "أمس=2023-10-05r;أول أمس=2023-10-04r;غدا=2023-10-07r", "yesterday, tomorrow");
	are("الأسبوع الماضي", "الأسبوع الماضي=2023-09-25..2023-10-01r", "last week, from Monday on");
	are("الشهر المقبل", "الشهر المقبل=2023-11-01..2023-11-30r", "next month");
	are("العام الماضي", "العام الماضي=2022-01-01..2022-12-31r", "last year");
	are("هذا الأسبوع", "هذا الأسبوع=2023-10-02..2023-10-08r", "this week");
	are("منذ يومين", "منذ يومين=2023-10-04r", "two days ago");
	are("قبل ثلاثة أيام", "قبل ثلاثة أيام=2023-10-03r", "three days ago");
	are("بعد أسبوعين", "بعد أسبوعين=2023-10-16..2023-10-22r", "in two weeks");
	are("بعد ثلاثة أيام من القتال", "", "after three days of something");
	are("الساعات الـ24 الماضية", "الساعات الـ24 الماضية=2023-10-05..2023-10-06r", "the last 24 hours");
	are("28 سبتمبر", "28 سبتمبر=2023-09-28r", "the nearest such day");
	are("30 ديسمبر", "30 ديسمبر=2023-12-30r", "the nearest may be to come");
	are("مارس الماضي", "مارس الماضي=2023-03-01..2023-03-31r", "last March");
	are("5 مايو من العام الماضي", "5 مايو من العام الماضي=2022-05-05r", "of last year");
	are("15 من الشهر الجاري", "15 من الشهر الجاري=2023-10-15r", "of this month");
	unresolved("الخميس", "weekday without a reference");
	unresolved("28 سبتمبر", "day and month without a reference");
	unresolved("الشهر الماضي", "month without a reference");
}

static void
no_dates(void)
{
	are("31 فبراير 2022", "", "31 February");
	are("29/2/2023 28/13/2023 0/5/2023", "", "no such date in digits");
	are("28/9 و3-1 و1.2.3 و10.20.30.40 و01-23-4567", "", "fraction, score, version, address, phone");
	are("2023-09-28-3 وv28/9/2023 و1/28/9/2023 و5/5/2023/7", "", "inside a longer chain");
	are("في 2014", "", "a number alone is no year");
	are("للعام الثالث على التوالي", "", "the third year");
	are("ما بين 3 و 5 أيام", "", "a number of days");
	are("اليوم التالي والمصري اليوم", "", "the next day; a newspaper");
	are("الأمين العام الحالي", "", "secretary-general");
	are("عام 1500 قبل الميلاد", "", "before the era");
	are("28\nسبتمبر", "", "a line break ends a date");
	are("مارس الرياضة", "", "a verb");
}

/* ---- any bytes, any length ---- */

static void
any_bytes(void)
{
	static const char *const bits[] = {
		"28", " ", "سبتمبر", "/", "-", "2023", "عام", "من", "إلى", "بين", "و", "الخميس", "اليوم", "(", ")", "\n",
		"قبل", "ثلاثة", "أيام", "الماضي", "محرم", "1437", "هـ", "الـ", "24", "\xd9", "\xff", "كانون", "الثاني",
		"القرن", "عشر", "الأول", "th", "،", "الموافق", "\xe2\x80\x8f", "2023-09-28", "99999"
	};
	unsigned	seed = 1;
	int			ok = 1;
	int			round;

	for (round = 0; round < 20000; round++)
	{
		char		text[1024] = "";
		char		got[64];
		int			n;

		for (n = 0; n < 20; n++)
		{
			seed = seed * 1103515245u + 12345u;
			strcat(text, bits[(seed >> 16) % (sizeof(bits) / sizeof(bits[0]))]);
			if (seed >> 30 & 1)
				strcat(text, " ");
		}
		ok &= dates(text, strlen(text), round & 1 ? &reference : NULL, got, sizeof(got)) >= 0;
	}
	fact(ok, "spans of random pieces are in order and inside the text");
}

static void
linear(const char *piece, const char *name)
{
	size_t		len = strlen(piece);
	size_t		n = 2000000 / len;
	char	   *text = malloc(n * len);
	char		got[1];
	clock_t		start;
	size_t		i;

	for (i = 0; i < n; i++)
		memcpy(text + i * len, piece, len);
	start = clock();
	fact(dates(text, n * len, &reference, got, 0) >= 0, name);
	fact((clock() - start) / CLOCKS_PER_SEC < 10, name);
	free(text);
}

int
main(void)
{
	AraDate		d;
	long		day;
	int			ok = 1;

	for (day = -719162; day < 2932896; day += 13)
	{
		d = ara_date_of_days(day);
		ok &= ara_date_days(&d) == day;
	}
	fact(ok, "days and dates are one to one");
	written_dates();
	hijri_dates();
	ranges();
	relative_dates();
	no_dates();
	any_bytes();
	linear("1-", "a chain of digits and hyphens");
	linear("28 ", "days without months");
	linear("بين 3 و", "openers");
	linear("كانون ", "first words of phrases");
	linear("(", "parentheses");
	linear("9", "digits");
	linear("2020 و", "years");
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}
