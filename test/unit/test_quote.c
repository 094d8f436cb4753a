/*
 * test_quote.c - facts about ara_next_quote
 *
 * A quotation is written as its text, speaker, verb, and letters: f fragment,
 * c carried over, d document, o never closed:
 *
 *     TEXT<SPEAKER/VERB     TEXT<SPEAKER/VERB=fc     several are joined by ';'
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../src/core/analyze.h"
#include "../../src/core/quoteitem.h"

static int	passed;
static int	failed;

static void
fact(int ok, const char *name)
{
	if (ok)
		passed++;
	else
	{
		failed++;
		printf("FAILED: %s\n", name);
	}
}

static int
inside(const char *text, size_t len, const char *s, size_t n)
{
	return s == NULL ? n == 0 : n > 0 && s >= text && n <= (size_t) (text + len - s);
}

/* Writes the quotations of a text; returns how many, or -1 when a span leaves the text or comes out of order. */
static int
quotes(const char *text, size_t len, char *out, size_t room)
{
	/* of exactly its size, so that a sanitizer sees every read beside it */
	char	   *copy = malloc(len ? len : 1);
	const char *behind = copy;
	static AraQuotes r;
	AraQuote	q;
	int			n = 0;

	if (copy == NULL)
		exit(1);
	memcpy(copy, text, len);
	if (room)
		*out = 0;
	ara_quotes_init(&r, copy, len);
	while (ara_next_quote(&r, &q))
	{
		if (q.start < behind || !inside(copy, len, q.start, q.len) ||
			!inside(copy, len, q.speaker, q.speaker_len) || !inside(copy, len, q.verb, q.verb_len))
		{
			free(copy);
			return -1;
		}
		behind = q.start + q.len;
		n++;
		if (room < 64 || room - 64 < strlen(out) + q.len + q.speaker_len + q.verb_len)
			continue;
		sprintf(out + strlen(out), "%s%.*s<%.*s/%.*s%s%s%s%s%s", n > 1 ? ";" : "",
				(int) q.len, q.start, (int) q.speaker_len, q.speaker ? q.speaker : "",
				(int) q.verb_len, q.verb ? q.verb : "",
				q.fragment || q.carried || q.document || !q.closed ? "=" : "",
				q.fragment ? "f" : "", q.carried ? "c" : "", q.document ? "d" : "",
				q.closed ? "" : "o");
	}
	free(copy);
	return n;
}

static void
are(const char *text, const char *wanted, const char *name)
{
	char		got[4096];

	quotes(text, strlen(text), got, sizeof(got));
	fact(strcmp(got, wanted) == 0, name);
	if (strcmp(got, wanted) != 0)
		printf("  got    %s\n  wanted %s\n", got, wanted);
}

static void
marks(void)
{
	are("قال الوزير: \"لن نتراجع أبدا\".", "لن نتراجع أبدا<الوزير/قال", "straight marks");
	are("قال الوزير: “لن نتراجع أبدا”.", "لن نتراجع أبدا<الوزير/قال", "curly marks");
	are("قال الوزير: ”لن نتراجع أبدا“.", "لن نتراجع أبدا<الوزير/قال", "curly marks the wrong way round");
	are("قال الوزير: «لن نتراجع أبدا».", "لن نتراجع أبدا<الوزير/قال", "guillemets");
	are("قال الوزير: »لن نتراجع أبدا«.", "لن نتراجع أبدا<الوزير/قال", "guillemets the wrong way round");
	are("قال الوزير: « لن نتراجع أبدا ».", "لن نتراجع أبدا<الوزير/قال", "blanks inside the marks");
	are("قال الوزير: „لن نتراجع أبدا“.", "لن نتراجع أبدا<الوزير/قال", "German marks");
	are("قال الوزير: ''لن نتراجع أبدا''.", "لن نتراجع أبدا<الوزير/قال", "two single marks");
	are("قال الوزير: \"\"لن نتراجع أبدا\"\".", "لن نتراجع أبدا<الوزير/قال", "doubled marks");
	are("قال الوزير: ‘لن نتراجع أبدا’.", "لن نتراجع أبدا<الوزير/قال", "single marks");
	are("قال الوزير: \"لن نتراجع أبدا”.", "لن نتراجع أبدا<الوزير/قال", "a mixed pair");
	are("قال الوزير: «لن نتراجع أبدا\".", "لن نتراجع أبدا<الوزير/قال", "a guillemet and a straight mark");
	are("قال الوزير: \" لن نتراجع أبدا \" .", "لن نتراجع أبدا<الوزير/قال", "straight marks between blanks");
	are("قال الوزير:\"لن نتراجع أبدا\"ثم خرج", "لن نتراجع أبدا<الوزير/قال", "lost blanks");
	are("قال الوزير: \"نرفض \"صفقة القرن\" رفضا تاما\".", "نرفض \"صفقة القرن\" رفضا تاما<الوزير/قال",
		"marks inside marks");
	are("قال الوزير: \"أولا نعمل.\nوثانيا نصبر\". انتهى", "أولا نعمل.\nوثانيا نصبر<الوزير/قال", "across a line");
	are("قال الوزير:\n«أولا نعمل.\n\n«وثانيا نصبر.\n\n«وثالثا ننتصر».", "أولا نعمل.\n\n«وثانيا نصبر.\n\n«وثالثا ننتصر<الوزير/قال",
		"each paragraph opened again");
	are("في الأطر الإقليمية\"، مضيفا أنه \"جرى تقييم واقعي للتعاون\".", "جرى تقييم واقعي للتعاون</مضيفا",
		"a stray closing mark");
	are("قال الوزير: \"لن نتراجع أبدا\nوخرج من القاعة", "لن نتراجع أبدا<الوزير/قال=o", "never closed: up to its line end");
	are("كلمة \"لم تغلق أبدا\nوقال الوزير: \"نحن هنا اليوم\".", "نحن هنا اليوم<الوزير/وقال", "an opening mark that nothing closes");
	are("<a title=\"قال\" href=\"x\">قال الوزير</a>: «نحن هنا اليوم»", "نحن هنا اليوم<الوزير/قال", "marks in a tag are none");
	are("it's Smith's book, don't", "", "apostrophes");
}

static void
verbs(void)
{
	are("قالت الوزيرة إن «الخطة جاهزة للتنفيذ»", "الخطة جاهزة للتنفيذ<الوزيرة/قالت", "feminine");
	are("ويقول أحمد: «الخطة جاهزة للتنفيذ»", "الخطة جاهزة للتنفيذ<أحمد/ويقول", "imperfect");
	are("وكان ترامب قد صرح بأن «الخطة جاهزة للتنفيذ»", "الخطة جاهزة للتنفيذ<ترامب/صرح", "subject between auxiliary and verb");
	are("أعلن بوتين الهدنة، مؤكدا أن «الخطة جاهزة للتنفيذ»", "الخطة جاهزة للتنفيذ<بوتين/مؤكدا", "participle");
	are("رفع بوتين الجلسة قائلا: «الخطة جاهزة للتنفيذ»", "الخطة جاهزة للتنفيذ<بوتين/قائلا", "participle of a verb that says nothing");
	are("وتابع الوزير بالقول إن «الخطة جاهزة للتنفيذ»", "الخطة جاهزة للتنفيذ<الوزير/وتابع", "with the words");
	are("ونقلت الوكالة عن مصدر أمني قوله إن «الخطة جاهزة للتنفيذ»", "الخطة جاهزة للتنفيذ<مصدر أمني/قوله", "whom an agency quotes");
	are("«الخطة جاهزة للتنفيذ»، قال بوتين. «سنبدأ يوم الأحد القادم.»",
		"الخطة جاهزة للتنفيذ<بوتين/قال;سنبدأ يوم الأحد القادم.<بوتين/قال=c", "behind it, and going on");
	are("«الخطة جاهزة للتنفيذ»، بحسب وزير الدفاع.", "الخطة جاهزة للتنفيذ<وزير الدفاع/بحسب", "according to, behind it");
	are("«الخطة جاهزة للتنفيذ»، وفق ما أعلنته منظمة العفو الدولية.", "الخطة جاهزة للتنفيذ<منظمة العفو الدولية/أعلنته",
		"by what a body said");
	are("«الخطة جاهزة للتنفيذ» على حد قول الوزير", "الخطة جاهزة للتنفيذ<الوزير/قول", "his saying");
	are("وفقا لوزارة الصحة، «بلغ عدد المصابين عشرين شخصا»", "بلغ عدد المصابين عشرين شخصا<وزارة الصحة/وفقا", "according to, before it");
	are("وصف الناشط القرار بأنه «خطوة إلى الوراء»", "خطوة إلى الوراء<الناشط/وصف", "calls it so");
	are("ترامب: «سنصل إلى اتفاق قريبا»", "سنصل إلى اتفاق قريبا<ترامب/", "headline");
	are("إعلانوأضافت كالاس «الخطة جاهزة للتنفيذ»", "الخطة جاهزة للتنفيذ<كالاس/وأضافت", "a word of the page glued to the verb");
}

static void
speakers(void)
{
	are("قال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن «الوضع خطير جدا»",
		"الوضع خطير جدا<الأمين العام للأمم المتحدة أنطونيو غوتيريش/قال", "title and name");
	are("قال ديمتري بيسكوف المتحدث باسم الكرملين: «الوضع خطير جدا»", "الوضع خطير جدا<ديمتري بيسكوف/قال",
		"what the title behind a name says is not the name");
	are("قالت كايا كالاس مسؤولة السياسة الخارجية: «الوضع خطير جدا»", "الوضع خطير جدا<كايا كالاس/قالت", "the same, indefinite");
	are("أكد الشيخ نهيان بن مبارك آل نهيان أن «الوضع خطير جدا»", "الوضع خطير جدا<الشيخ نهيان بن مبارك آل نهيان/أكد", "son of");
	are("وتساءل النائب حسن مراد: «أين ذهبت الأموال؟»", "أين ذهبت الأموال؟<النائب حسن مراد/وتساءل", "a name that is an adjective");
	are("حذر ماركو روبيو الأسبوع الماضي من أن «الوضع خطير جدا»", "الوضع خطير جدا<ماركو روبيو/حذر", "a word of time ends it");
	are("اقترح الرئيس الروسي إجراء محادثات «دون أي شروط مسبقة»", "دون أي شروط مسبقة<الرئيس الروسي/اقترح=f", "the object is not in it");
	are("اتهمت الخارجية الروسية كييف بـ«التصعيد المتعمد»", "التصعيد المتعمد<الخارجية الروسية/اتهمت=f", "a country complained of");
	are("قال مصدر مسؤول في الهيئة لـ«عكاظ»: «الوضع خطير جدا»", "الوضع خطير جدا<مصدر مسؤول في الهيئة/قال", "to whom it was said");
	are("وأكدت Zelenskyy أن «الوضع خطير جدا»", "الوضع خطير جدا<Zelenskyy/وأكدت", "Latin letters");
	are("قال، أمس الثلاثاء، الوزير كريم سالم: «الوضع خطير جدا»", "الوضع خطير جدا<الوزير كريم سالم/قال", "time before the subject");
	are("وصل بوتين إلى المدينة. وأضاف: «الوضع خطير جدا»", "الوضع خطير جدا<بوتين/وأضاف=c", "carried over");
	are("قالت كالاس إن الخطة جاهزة. وأكد بوتين الخبر. وأضافت: «الوضع خطير جدا»", "الوضع خطير جدا<كالاس/وأضافت=c",
		"carried over from the one of the same gender");
	are("وقالت معلمة العلوم ليلى حداد، التي قالت: «الوضع خطير جدا»", "الوضع خطير جدا<معلمة العلوم ليلى حداد/قالت",
		"subject before who");
	are("وقال رئيس الوفد الإيراني محمود أحمدي نجاد: «الوضع خطير جدا»", "الوضع خطير جدا<رئيس الوفد الإيراني محمود أحمدي نجاد/وقال",
		"a name with a word in the middle");
	are("وأضاف: «الوضع خطير جدا»", "الوضع خطير جدا</وأضاف", "nobody to carry over");
	are("وجاء في بيان مشترك عقب المحادثات: «الوضع خطير جدا»", "الوضع خطير جدا<بيان مشترك/وجاء في=d", "document");
	are("وأضاف البيان أن «الوضع خطير جدا»", "الوضع خطير جدا<البيان/وأضاف=d", "document as subject");
	are("وقالت وزارة الخارجية في بيان: «الوضع خطير جدا»", "الوضع خطير جدا<وزارة الخارجية/وقالت", "body");
	are("وذكرت صحيفة «هآرتس» أن الخطة «جاهزة للتنفيذ»", "جاهزة للتنفيذ<صحيفة «هآرتس»/وذكرت=f", "a name in quotes in the speaker");
}

static void
no_quotes(void)
{
	are("حصد فيلم «الست» ثلاث جوائز في مهرجان «الجونة»", "", "titles and names");
	are("قالت الوزارة إن قوات مجموعة \"الشمال\" تقدمت", "", "a name in what is said");
	are("كشف مصدر لـ«الشرق الأوسط» أن الاتصالات مستمرة", "", "to a newspaper");
	are("بوتين مفتوح لتوجيه “المناقشات” مع أوكرانيا", "", "a word kept at a distance");
	are("وأطلقت الوزارة حملة بعنوان «صيف آمن لكل أطفال المدينة»", "", "titled");
	are("ذكرت «رويترز» أن الخطة جاهزة", "", "the speaker is what stands in quotes");
	are("يلتقي «الزعيم» مع «العالمي» غدا", "", "nicknames");
	are("ويضاف إلى ذلك أنها «جاهزة للتنفيذ اليوم»", "", "a passive has no speaker");
	are("«» \"\" قال \" \"", "", "empty");
	are("", "", "no text");
}

/* ---- data ---- */

static int
speaks(const char *s, const char *e)
{
	AraQuoteItem it = {NULL, NULL, 0, 0, ARA_QI_WORD};

	it.s = s;
	it.e = e;
	ara_quote_classify(&it);
	return (it.roles & ARA_QR_VERBS) && (it.gram & ARA_QG_VERB);
}

/* Forms of verbs, with proclitics. */
static void
table(void)
{
	static const char *const sample[] = {"قالت", "وأضاف", "يؤكد", "وشددوا", "ذكروا", "اعتبرت", "ورأى", "وستعلن"};
	size_t		i;

	for (i = 0; i < sizeof(sample) / sizeof(sample[0]); i++)
	{
		fact(speaks(sample[i], sample[i] + strlen(sample[i])), sample[i]);
	}
}

/* Rows of verbs in the data: he did, she did, or both, are read as verbs that speak. */
static void
verb_rows(const char *dir)
{
	char		path[1024];
	char		line[1024];
	FILE	   *f;
	int			n = 0;

	snprintf(path, sizeof(path), "%s/quotes.tsv", dir);
	f = fopen(path, "r");
	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
	{
		char	   *word = strchr(line, '\t');
		char		plain[512];
		size_t		len;

		if (line[0] != 'V' || word == NULL)
			continue;
		len = ara_normalize(word + 1, strcspn(word + 1, "\t"), plain, ARA_NORM_SPELLING);
		memcpy(plain + len, "\xd8\xaa", 2);
		n++;
		if (!speaks(plain, plain + len) && !speaks(plain, plain + len + 2))
			fact(0, line);
	}
	if (f != NULL)
		fclose(f);
	fact(n > 100, "the verbs of the table are read");
}

/* ---- any bytes, any length ---- */

static void
any_bytes(void)
{
	static const char *const bits[] = {
		"قال", " ", "\"", "«", "»", "“", "”", "'", "''", ":", "،", ".", "\n", "وأضاف", "مؤكدا", "أن", "الوزير",
		"بوتين", "بحسب", "على حد", "قوله", "في", "بيان", "جاء", "<a x=\"", ">", "<<", "\xff", "\xd9", "\xe2\x80", "لـ", "#",
		"إعلانوقال", "عن", "كان", "قد", "الذي", "٣", "؟", "\xc2", "نقلت", "و"
	};
	unsigned	seed = 1;
	int			ok = 1;
	int			round;

	for (round = 0; round < 20000; round++)
	{
		char		text[1024] = "";
		char		got[64];
		int			n;

		for (n = 0; n < 30; n++)
		{
			seed = seed * 1103515245u + 12345u;
			strcat(text, bits[(seed >> 16) % (sizeof(bits) / sizeof(bits[0]))]);
			if (seed >> 30 & 1)
				strcat(text, " ");
		}
		ok &= quotes(text, strlen(text), got, 0) >= 0;
	}
	fact(ok, "spans of random pieces are in order and inside the text");
}

static void
linear(const char *piece, const char *name)
{
	size_t		len = strlen(piece);
	size_t		n = 2000000 / len;
	char	   *text = malloc(n * len);
	clock_t		start;
	size_t		i;

	for (i = 0; i < n; i++)
		memcpy(text + i * len, piece, len);
	start = clock();
	fact(quotes(text, n * len, NULL, 0) >= 0, name);
	fact((clock() - start) / CLOCKS_PER_SEC < 15, name);
	free(text);
}

int
main(int argc, char **argv)
{
	marks();
	verbs();
	speakers();
	no_quotes();
	table();
	if (argc > 1)
		verb_rows(argv[1]);
	any_bytes();
	linear("\"", "straight marks only");
	linear("\" ", "marks between blanks");
	linear("«", "openers only");
	linear("قال: \"نحن ", "openers behind a verb");
	linear("قال: \"نحن هنا\n", "one opener a line");
	linear("\"a\" ", "names only");
	linear("وأضاف: «كلمة أولى وثانية وثالثة». ", "nobody to carry over");
	linear("\"<a ", "tags without end");
	linear("\"a\" <!-- ", "comments without end");
	linear("' 'a", "single marks");
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}
