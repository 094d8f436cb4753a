/*
 * test_article.c - facts about ara_next_part and ara_date_parse
 *
 * Usage: test_article [SAMPLES [SEEDS]]: the directories of the articles of
 * this project (test/data/articles) and of the five pages with gold spans,
 * which are not part of it: without them, those facts are skipped.
 *
 * One letter names a part, in the order of AraPartKind:
 *
 *     T title  D date  A author  R reading time  H heading  P paragraph  S source  K keywords
 *     C place  G agency  U updated  c caption  t h p of a related article
 *     L label  I intrusion  B boilerplate  _ separator
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/ara.h"

static const char letters[] = "TDARHPCGUcSKthpLIB_";

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

static void
same_text(const char *got, const char *wanted, const char *name)
{
	fact(strcmp(got, wanted) == 0, name);
	if (strcmp(got, wanted) != 0)
		printf("  got    %s\n  wanted %s\n", got, wanted);
}

/* The bytes in memory of exactly their size, so that a sanitizer sees every read beside them. */
static char *
exactly(const char *s, size_t len)
{
	char	   *copy = malloc(len ? len : 1);

	if (copy == NULL)
		exit(1);
	memcpy(copy, s, len);
	return len ? copy : copy + 1;
}

static void
release(char *copy, size_t len)
{
	free(len ? copy : copy - 1);
}

/* Are the parts the whole text, in order, none empty, without white space at their ends? */
static int
is_partition(const char *s, size_t len)
{
	char	   *copy = exactly(s, len);
	const char *pos = copy;
	AraArticle	a;
	AraPart		p;
	int			ok = 1;

	ara_article_init(&a, copy, len);
	while (ok && ara_next_part(&a, &p))
	{
		ok = p.start == pos && p.len > 0 && p.len <= (size_t) (copy + len - pos) &&
			p.article >= 0 && (unsigned) p.kind <= ARA_P_LAST;
		if (ok && p.kind != ARA_P_SEPARATOR)
			ok = memchr(" \t\r\n", p.start[0], 4) == NULL &&
				memchr(" \t\r\n", p.start[p.len - 1], 4) == NULL;
		pos += p.len;
	}
	if (pos != copy + len || ara_next_part(&a, &p))
		ok = 0;
	release(copy, len);
	return ok;
}

/* The letters of the parts, separators aside. */
static void
shape(const char *s, size_t len, char *out, size_t room)
{
	char	   *copy = exactly(s, len);
	AraArticle	a;
	AraPart		p;

	ara_article_init(&a, copy, len);
	while (ara_next_part(&a, &p))
		if (p.kind != ARA_P_SEPARATOR && room > 1)
		{
			*out++ = letters[p.kind];
			room--;
		}
	*out = 0;
	release(copy, len);
}

static void
shape_is(const char *text, const char *wanted, const char *name)
{
	char		got[256];

	shape(text, strlen(text), got, sizeof(got));
	same_text(got, wanted, name);
	fact(is_partition(text, strlen(text)), name);
}

/* The nth part of a kind is the given text. */
static void
part_is(const char *text, AraPartKind kind, int n, const char *wanted, const char *name)
{
	AraArticle	a;
	AraPart		p;
	char		got[512] = "(none)";

	ara_article_init(&a, text, strlen(text));
	while (ara_next_part(&a, &p))
		if (p.kind == kind && n-- == 1)
			snprintf(got, sizeof(got), "%.*s", (int) p.len, p.start);
	same_text(got, wanted, name);
}

static char *
read_file(const char *dir, const char *name, size_t *len)
{
	static char buf[1 << 20];
	char		path[1024];
	FILE	   *f;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	f = fopen(path, "rb");
	if (f == NULL)
		return NULL;
	*len = fread(buf, 1, sizeof(buf), f);
	fclose(f);
	return buf;
}

/* ---- the five pages ---- */

/* Letter, first character, end (0-based, the end excluded), as in ../shared/gold/articles.json. */
static const struct
{
	const char *file;
	const char *spans;
}			gold[] = {
	{"000_a1cd432ffd3eedc7.txt",
		"T0-78 D92-116 P117-296 P297-426 P427-495 P496-618 P619-757 S766-775 K790-814 "
		"t827-894 p895-1034 p1035-1140 p1141-1341 p1342-1447 p1448-1585 p1586-1634 "
		"h1635-1645 p1645-1857 p1858-2088 I2089-2094 p2094-2241 p2242-2406"},
	{"001_06ddb654909b3257.txt",
		"T0-72 D86-106 P107-280 I281-292 P292-412 P413-665 P666-932 I933-944 P944-1189 "
		"P1190-1347 P1348-1538 S1547-1550 S1559-1568 K1583-1779 t1792-1852 p1853-2038 "
		"p2039-2245 p2246-2417 p2418-2632 p2633-2829 p2830-2992 p2993-3174 p3175-3403 "
		"p3404-3638 p3639-3892 p3893-4163 p4164-4307"},
	{"002_4af9fadfdc09d4ea.txt",
		"T0-45 D59-81 P82-182 P183-297 P298-442 P443-497 P498-641 P642-779 I780-793 "
		"S802-815 K830-871 t884-946 p947-1145 p1146-1397 p1398-1580 p1581-1724 p1725-1878 "
		"p1879-2122 p2123-2374"},
	{"003_cb3bc4d5c45cf85e.txt",
		"T0-71 D85-104 P105-244 P245-550 P551-769 P770-966 P967-1183 P1184-1333 I1334-1345 "
		"P1345-1509 P1510-1666 P1667-1769 P1770-1939 S1948-1951 S1952-1954 S1963-1972 "
		"K1987-2231 t2244-2298 p2299-2461 p2462-2666 I2666-2752 I2753-2796 p2797-3103"},
	{"004_b3efb0efba47aa73.txt",
		"T0-66 B68-80 A85-97 R98-99 I114-119 P121-349 P351-545 P547-647 P649-866 P868-1041 "
		"H1043-1089 P1091-1195 P1197-1427 P1429-1598 P1600-1781 H1783-1801 P1803-2020 "
		"P2022-2200 P2202-2440 P2442-2557 P2559-2801 P2803-2862 I2864-2869 P2871-3045 "
		"B3047-3058 B3059-3070 B3072-3084 B3086-3153"},
};

static size_t
count(const char *s, const char *e)
{
	size_t		n = 0;

	for (; s < e; s++)
		n += ((unsigned char) *s & 0xC0) != 0x80;
	return n;
}

static void
test_gold(const char *dir)
{
	size_t		i;
	size_t		len;

	if (read_file(dir, gold[0].file, &len) == NULL)
	{
		printf("%s is not there: the facts about the five pages are skipped\n", dir);
		return;
	}
	for (i = 0; i < sizeof(gold) / sizeof(gold[0]); i++)
	{
		char	   *text = read_file(dir, gold[i].file, &len);
		char		got[4096] = "";
		size_t		n = 0;
		AraArticle	a;
		AraPart		p;

		if (text == NULL)
			continue;
		ara_article_init(&a, text, len);
		while (ara_next_part(&a, &p) && n + 64 < sizeof(got))
			if (p.kind != ARA_P_SEPARATOR && p.kind != ARA_P_LABEL)
			{
				size_t		start = count(text, p.start);

				n += (size_t) snprintf(got + n, sizeof(got) - n, "%s%c%lu-%lu", n ? " " : "",
									   letters[p.kind], (unsigned long) start,
									   (unsigned long) (start + count(p.start, p.start + p.len)));
			}
		same_text(got, gold[i].spans, gold[i].file);
	}
}

/* ---- the articles of this project ---- */

static const struct
{
	const char *file;
	const char *shape;
}			samples[] = {
	{"agency_dateline_sudan.txt", "TCLGLPPPPPBB"},
	{"aggregator_economy_morocco.txt", "TLDPIPPPIPPLSLSLKLtpphpp"},
	{"aggregator_health_jordan.txt", "TLDPPPIPPLSLSLKLtpppIIp"},
	{"aggregator_sport_tunisia.txt", "TLDPPPIPPILSLSLKLtppIp"},
	{"newspaper_kuwait.txt", "BTLALDPPPLtPBBLKB"},
	{"plain_algeria.txt", "TPPPP"},
	{"tweets_libya.txt", "TLDPPIIPIIPIIPLSLS"},
	{"wordpress_culture_iraq.txt", "BTLALDRLBPPHPLtPHPPLKIttB"},
	{"wordpress_environment_oman.txt", "TLARLPPPPHPIPBBB"},
	{"wordpress_tech_emirates.txt", "TBLARLIPPHPIPHPPBBBBBBB"},
};

static void
test_samples(const char *dir)
{
	size_t		i;
	size_t		len;

	for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++)
	{
		char	   *text = read_file(dir, samples[i].file, &len);
		char		got[256];
		size_t		n;
		int			ok = 1;

		if (text == NULL)
		{
			printf("%s/%s is not there\n", dir, samples[i].file);
			failed++;
			continue;
		}
		shape(text, len, got, sizeof(got));
		same_text(got, samples[i].shape, samples[i].file);
		for (n = 0; n <= len && ok; n++)
			ok = is_partition(text, n);
		fact(ok, "every beginning of a sample is partitioned");
	}
}

/* ---- single facts ---- */

#define PARA \
	"قالت الوزارة في بيان إن العمل في المشروع الجديد سيبدأ في " \
	"مطلع العام المقبل بعد أن تكتمل الدراسات اللازمة له.\n"
#define HEADLINE "الوزارة تعلن موعد المشروع\n"

static void
test_shapes(void)
{
	shape_is("", "", "an empty text has no part");
	shape_is(" \n\t\n", "", "white space is a separator");
	shape_is("خبر", "T", "one short line is a title");
	shape_is(PARA, "P", "one sentence is a paragraph");
	shape_is(HEADLINE PARA PARA, "TPP", "title and paragraphs");
	shape_is("* * *\n" HEADLINE "-----\n" PARA, "BTBP", "ornaments are no text");
	shape_is("\xEF\xBB\xBF" HEADLINE PARA, "TP", "a byte order mark is no text");
	shape_is("عنوان\r\n\r\n" PARA, "TP", "CR LF");
	shape_is("عنوان الخبر\xE2\x80\xA8" PARA, "TP", "U+2028 ends a line");

	/* head */
	shape_is("سياسة\n" HEADLINE PARA, "BTP", "a section name above the title");
	shape_is("سياسة\n" PARA, "TP", "a section name above a paragraph is all the title there is");
	shape_is(HEADLINE "الخميس 28 سبتمبر 2023\n" PARA, "TDP", "a date without a label");
	shape_is(HEADLINE "28/9/2023|آخر تحديث: 28/9/2023 10:30 م (بتوقيت مكة المكرمة)\n" PARA, "TDLUP",
			 "a date and when it was updated");
	shape_is(HEADLINE "نُشر: 20:15-4 مايو 2024 م ـ 25 شوّال 1445 هـ\n" PARA, "TLDP",
			 "a date and its Hijri pair");
	shape_is("2023-09-28\n" HEADLINE PARA, "DTP", "a date above the title");
	shape_is(HEADLINE "تاريخ النشر : 28 سبتمبر 2023 | 10:30 | عربي\n" PARA, "TLDLP",
			 "white space before the colon");
	shape_is(HEADLINE "نشر في العدد الأخير مقال طويل عن الزراعة في الجبال.\n", "TP",
			 "a label without colon and date is text");
	shape_is(HEADLINE "تاريخ النشر: منذ ساعتين\n" PARA, "TLDP", "a date in words keeps its label");
	shape_is(HEADLINE "تاريخ النشر:\n28 سبتمبر 2023\n" PARA, "TLDP",
			 "a label with its value on the next line");
	shape_is(HEADLINE HEADLINE PARA, "TBP", "the title again");
	shape_is(HEADLINE "كتب سالم الراشد\n" PARA, "TLAP", "byline");
	shape_is(HEADLINE "كتب سالم الراشد في 3 أيار 2024\n" PARA, "TLALDP", "byline with a date");
	shape_is(HEADLINE "بقلم: سالم الراشد | ٥ دقائق للقراءة\n" PARA, "TLALRLP",
			 "byline with a reading time");
	shape_is("كتب ممنوعة في معرض الكتاب\n" PARA, "TP", "books in a title are no byline");
	shape_is(HEADLINE "مدة القراءة: 3 دقائق\n" PARA, "TLRLP", "reading time of its own");
	shape_is(HEADLINE PARA "كتب سالم الراشد على الجدار\n", "TPP",
			 "a byline's verb in the body is text");
	shape_is(HEADLINE "فريق التحرير\n" PARA, "TAP", "the desk as author");
	shape_is(HEADLINE "شارك الخبر\n" PARA PARA, "TBPP",
			 "a share box below the title ends nothing");

	/* above the title */
	shape_is("أخبار لبنان\n" HEADLINE PARA, "BTP", "a section's name of two words above the title");
	shape_is("تسجيل الدخول\nاتصل بنا\nبحث\n" HEADLINE PARA, "BBBTP", "a menu above the title");
	shape_is("الرئيسية > أخبار > محليات\n" HEADLINE PARA, "BTP", "a path above the title");
	shape_is("الرئيسية > أخبار > " HEADLINE PARA, "BTP", "a path in front of the title");
	shape_is("«البلدية» تعلن موعد المشروع\n" PARA, "TP", "a quotation closes no path");
	shape_is("كتبت هند عادل الخميس، 18 أغسطس 2022 03:00 ص\n" HEADLINE PARA, "LALDTP",
			 "a byline above the title");
	shape_is("العدد 10894 الثلاثاء 5 فبراير 2019\n" HEADLINE PARA, "LDTP", "an issue's number and date");
	shape_is("Skip to content\n" HEADLINE PARA, "BTP", "an English button above an Arabic title");
	shape_is("خريف المدينة\n" PARA, "TP", "a short title is one when no longer line follows");

	/* names, places */
	shape_is(HEADLINE "محمد علي\n" PARA, "TAP", "a name on its line");
	shape_is(HEADLINE "القاهرة - محمد علي\n" PARA, "TCLAP", "a place and a name");
	shape_is(HEADLINE "أحمد المالكي (القنفذة)\n" PARA, "TALCLP", "a name and its place in brackets");
	shape_is(HEADLINE "محمد علي - 5 أكتوبر 2023\n" PARA, "TALDP", "a name and the date");
	shape_is(HEADLINE "فلفول فلافل\n5 أكتوبر 2023\n" PARA, "TADP", "an unknown name above the date");
	shape_is(HEADLINE "مراسل الشؤون العلمية\n" PARA, "TBP", "an office is neither name nor text");
	shape_is(HEADLINE PARA "محمد علي\n", "TPA", "a name below the text");

	/* datelines */
	shape_is(HEADLINE "القاهرة (رويترز) - " PARA, "TCLGLP", "place (agency) -");
	shape_is(HEADLINE "القاهرة - " PARA, "TCLP", "a place and a dash");
	shape_is(HEADLINE "القاهرة وغيرها - " PARA, "TP", "more than a place is text");
	shape_is(HEADLINE "دبي في 16 فبراير 2020 / وام / " PARA, "TCDLGLP", "place, date / agency /");
	shape_is(HEADLINE "أبها 12 محرم 1437 هـ واس\n" PARA, "TCDGP", "a dateline on its line");
	shape_is(HEADLINE "بورتسودان 17 يناير (وكالة أنباء النيل) - " PARA, "TCLGLP",
			 "a day without a year is no date");
	shape_is(HEADLINE "دمشق-سانا\n" PARA, "TCLGP", "place-agency");
	shape_is(HEADLINE "رام الله - وفا - " PARA, "TCLGLP", "place - agency -");
	shape_is(HEADLINE "شفق نيوز/ " PARA, "TGLP", "agency/");
	shape_is(HEADLINE "الأخبار (روصو) - " PARA, "TGLCLP", "outlet (place) -");
	shape_is(HEADLINE PARA "القاهرة (رويترز) - " PARA, "TPP", "no dateline inside the text");

	/* captions, tails */
	shape_is(HEADLINE "ميناء الحديدة قبل وصول السفينة (رويترز)\n" PARA, "TcP", "a caption with its credit");
	shape_is(HEADLINE PARA "صدر الصورة، Getty Images\n" PARA, "TPcP", "a caption's label");
	shape_is(HEADLINE "\n" PARA PARA "م ن/ ر ق\n12/10/2022 13:44:02\n", "TPPBD", "initials and date below the text");
	shape_is(HEADLINE PARA PARA "ح.س/ م.ع.ج (د ب أ، رويترز)\n", "TPPBLSLSB", "initials and agencies");
	shape_is(HEADLINE PARA PARA "اليابان\nالبيئة\n", "TPPBB", "topics without a label");
	shape_is(HEADLINE PARA "الكلمات المفتاحية\nغزة\nميناء غزة\n", "TPLKK", "a keyword on each line");
	shape_is(HEADLINE PARA "https://example.com/1\n" PARA, "TPBP", "an address on its line");
	shape_is(HEADLINE "قالت الوزارة إن العمل سيبدأ. المصدر: واس كلمات دلالية: عمل\n", "TPLSLK",
			 "labels whose line breaks are lost");
	shape_is(HEADLINE "قالت الوزارة إن العمل سيبدأ.(النهاية)\n", "TPB", "an agency's end behind the last sentence");
	shape_is("الوزارة تعلن موعد المشروع الخميس 5 أكتوبر 2023 14:30 قالت الوزارة إن العمل سيبدأ. وأضافت أن المشروع كبير وأنه "
			 "سيكتمل بعد عامين إذا لم يتأخر تسليم المواد التي تأتي من الخارج كما حدث في العام الماضي وفي الذي قبله.",
			 "TDP", "no line breaks at all");
	shape_is(HEADLINE PARA "عرض هذا المنشور على Instagram\n" PARA, "TPIP", "the frame of an embedded post");
	shape_is(HEADLINE PARA "سطر أول من المنشور 💔\nسطر ثان\n#وسم\npic.twitter.com/Ab1\n" PARA, "TPIIIIP",
			 "a post of several lines");
	shape_is(HEADLINE PARA PARA "مرسلة بواسطة منجي الرقيق في 14 مارس 2014 8:12 ص\n", "TPPLALD",
			 "a byline with its date below the text");

	/* intrusions */
	shape_is(HEADLINE PARA "إقرأ المزيدوأوضحت الوزارة ذلك.\n", "TPIP", "glued button");
	shape_is(HEADLINE PARA "اقرأ المزيدوأوضحت الوزارة ذلك.\n", "TPIP",
			 "glued button, other hamza");
	shape_is(HEADLINE PARA "إعلانوأضافت الوزارة ذلك.\n", "TPIP", "glued advertisement");
	shape_is(HEADLINE PARA "إعلان\n" PARA, "TPIP", "advertisement on its line");
	shape_is(HEADLINE PARA "إعلان الحرب على الفساد شعار الحملة الجديدة.\n", "TPP",
			 "the noun is text");
	shape_is(HEADLINE PARA "إعلانات الطرق تشتت السائقين وتسبب الحوادث.\n", "TPP",
			 "its plural is text");
	shape_is(HEADLINE PARA "إعلانهم جاء متأخرا كما قالت الصحف.\n", "TPP",
			 "its inflected form is text");
	shape_is(HEADLINE PARA "انتهت الجلسة بلا اتفاق.إقرأ المزيد\n" PARA, "TPPIP",
			 "button glued to the end of a sentence");
	shape_is(HEADLINE PARA "دعم أوروبيفي الأثناء، قال المتحدث ذلك.\n", "TPHP",
			 "heading glued to its paragraph");
	shape_is(HEADLINE PARA "وأضاف الوزير وفي المقابل لم يعلق أحد.\n", "TPP",
			 "a proclitic glues no heading");
	shape_is(HEADLINE PARA "نقلت ذلك وكالة أ.ف.ب عن مصادرها.\n", "TPP",
			 "dots inside an abbreviation");

	/* posts */
	shape_is(HEADLINE PARA "الخبر كما نشر.⚡️ نص التغريدة\nسطر ثان pic.twitter.com/Ab1\n" PARA,
			 "TPPIIP",
			 "a post glued to a sentence, over two lines");
	shape_is(HEADLINE PARA "الخبر كما نشر.نص التغريدة pic.twitter.com/Ab1وقال الوزير ذلك.\n",
			 "TPPIP",
			 "a post between two glued sentences");
	shape_is(HEADLINE PARA "نص التغريدة\n— فلان (@fulan) May 1, 2024\n" PARA, "TPIIP",
			 "a post and its author");
	shape_is(HEADLINE PARA "الرقم – كما قيل – صحيح.\n", "TPP", "dashes are text");
	part_is(HEADLINE PARA "نص— فلان (@fulan) May 1, 2024وقال الوزير ذلك.\n", ARA_P_PARAGRAPH, 2,
			"وقال الوزير ذلك.", "a post ends with the year");

	/* headings */
	shape_is(HEADLINE "\n" PARA "\nعنوان فرعي\n\n" PARA, "TPHP", "heading between blank lines");
	shape_is(HEADLINE "\n" PARA "\nماذا بعد؟\n\n" PARA, "TPHP", "a question as heading");
	shape_is(HEADLINE "\n" PARA "\nجملة قصيرة.\n\n" PARA, "TPPP",
			 "a short sentence is no heading");
	shape_is(HEADLINE "\n" PARA "\nوجاء فيه:\n\n" PARA, "TPPP",
			 "what ends in a colon is no heading");
	shape_is(HEADLINE "\n" PARA "\nسطر أخير\n", "TPB", "no heading at the end");
	shape_is(HEADLINE PARA "عنوان فرعي\n" PARA, "TPHP", "heading between lines");
	shape_is("أغنية\nيا ليل يا عين\nيا ليل يا قمر\nيا ليل يا نجوم\n", "TPPP",
			 "a song has no headings");

	/* footer and after */
	shape_is(HEADLINE PARA "المصدر: تاس+RT\n", "TPLSLS", "two sources on a line");
	shape_is(HEADLINE PARA "المصدر\nالجزيرة + وكالات\n", "TPLSLS",
			 "a label with its values on the next line");
	part_is(HEADLINE PARA "المصدر: تاس+RT\n", ARA_P_SOURCE, 2, "RT", "the second source");
	shape_is(HEADLINE PARA "المصدر: أ ف ب / رويترز\n", "TPLSLS", "sources with a stroke between");
	shape_is("تقرير: ارتفاع أسعار القمح\n" PARA, "TP", "a report in a title is no byline");
	shape_is(HEADLINE "كتب الوزير على حسابه في المنصة أنه مستعد للحوار\n" PARA, "THP",
			 "a sentence is no byline");
	shape_is("1 يناير 2024 - يوم جديد للمدينة القديمة وأهلها\n" PARA, "TP",
			 "a title may begin with a date");
	shape_is(HEADLINE "1 يناير 2024 - بدأ يوم جديد للمدينة القديمة وأهلها بعد انقطاع الكهرباء.\n",
			 "TP",
			 "a paragraph may begin with a date");
	shape_is(HEADLINE PARA "المصدر:\nإعلان\nنص قصير.\n", "TPLIP",
			 "a label waits for the next line only");
	shape_is(HEADLINE PARA "المصدر الرئيسي للدخل هو الزراعة.\n", "TPP",
			 "the word for source without a colon is text");
	shape_is(HEADLINE PARA "(رويترز)\n", "TPLSL", "an agency on its line");
	shape_is(HEADLINE PARA "إقرأ أيضاً: خبر آخر\n" PARA, "TPLtP", "a link inside the body");
	shape_is(HEADLINE PARA "إقرأ أيضاً\nخبر آخر\n" PARA, "TPLtP", "the same on two lines");
	shape_is(HEADLINE PARA "المصدر: واس\nإقرأ أيضاً:\nخبر آخر\n" PARA
			 "كلمات دلالية: أ ب\nإقرأ أيضا:\nثالث\n" PARA,
			 "TPLSLtpLKLtp", "one related article after another");
	shape_is(HEADLINE PARA "المصدر: واس\nإقرأ أيضاً:\nخبر آخر\n" PARA "إقرأ أيضا:\nثالث\n" PARA,
			 "TPLSLtpLtp", "one related article after another without fields between them");
	shape_is(HEADLINE PARA "أخبار ذات صلة\nخبر أول\nخبر ثان\n" PARA, "TPIttP", "a list of links");
	shape_is(HEADLINE PARA "شارك المقال\nنص آخر\nالمصدر: واس\n", "TPBBLS",
			 "after the share box only fields count");
	shape_is(HEADLINE PARA "اترك تعليقاً\nالمصدر: واس\n" PARA, "TPBBB",
			 "after the comment box nothing counts");
	shape_is(HEADLINE PARA "// انتهى //\n" PARA, "TPBP", "an agency's end");
	shape_is("المصدر:\nكلمات دلالية:\nإقرأ أيضاً:\nإعلان\nشارك المقال\n", "LLLIB", "markers only");
}

/* ---- any bytes ---- */

static void
test_noise(void)
{
	static const char *const pieces[] = {
		"إعلان", "إقرأ المزيد", "و", ".", "⚡️", "pic.twitter.com/", "—", "(@", ")", "\n", "\n\n",
		" ", "2024",
		"المصدر:", "+", "كتب ", "كلمات دلالية:", "إقرأ أيضاً:", "شارك المقال", "نص", "\xFF",
		"\xD8", "\xE2\x80",
		"\r", "؟", "4 دقيقة للقراءة", "سبتمبر", "#", "تاريخ النشر:", "أخبار ذات صلة", "في الأثناء",
		":", "\xE2\x80\x8F",
		"القاهرة", "(رويترز)", "محمد ", "/", " - ", "»", "© ", "12 محرم 1437 هـ ", "10:30 م", "ـ", "|", ">",
		"https://t.co/", "فريق التحرير", "\xC2\x85", "\"", "الحكومة"
	};
	static char buf[4096];
	uint32_t	seed = 1;
	int			ok = 1;
	int			i;

	for (i = 0; i < 20000 && ok; i++)
	{
		size_t		len = 0;

		for (;;)
		{
			const char *piece;

			seed = seed * 1664525 + 1013904223;
			piece = pieces[(seed >> 8) % (sizeof(pieces) / sizeof(pieces[0]))];
			if ((seed >> 24) % 40 == 0 || len + strlen(piece) > sizeof(buf))
				break;
			memcpy(buf + len, piece, strlen(piece));
			len += strlen(piece);
		}
		ok = is_partition(buf, len);
	}
	fact(ok, "any heap of markers is partitioned");
	for (i = 0; i < 1000 && ok; i++)
	{
		size_t		len = (size_t) i;

		memset(buf, 'a', len);
		strcpy(buf + len, ".\n\xE2\x80\x94 name (@account) May 1, 2024");
		ok = is_partition(buf, strlen(buf));
	}
	fact(ok, "a line of any length above the author of a post is partitioned");
	for (i = 0; i < 2000 && ok; i++)
	{
		size_t		n;

		for (n = 0; n < 512; n++)
		{
			seed = seed * 1664525 + 1013904223;
			buf[n] = (char) (seed >> 24);
		}
		ok = is_partition(buf, (seed >> 8) % 512);
	}
	fact(ok, "any bytes are partitioned");
}

/* Two MB of each: a rule that looks at a byte more than a few times would take minutes. */
static void
test_long(void)
{
	static const char *const pieces[] = {
		"a", " ", "\n", "a\n", "إعلان", "إعلان\n", "— ", "—(@", "قال.⚡", "قال.وقال",
		"pic.twitter.com/", "المصدر: +",
		"كتب فلان\n", "إقرأ أيضاً:\n", "كلمات دلالية: خبر\nإقرأ أيضاً:\n",
		"عنوان\n\nنص أطول من العنوان\n\n", "\xFF"
	};
	const size_t len = 2000000;
	char	   *text = malloc(len);
	size_t		i;
	size_t		n;

	if (text == NULL)
		exit(1);
	for (i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++)
	{
		size_t		piece = strlen(pieces[i]);

		for (n = 0; n < len; n++)
			text[n] = pieces[i][n % piece];
		fact(is_partition(text, len), pieces[i]);
	}
	free(text);
}

/* ---- dates ---- */

static void
date_is(const char *s, int year, int month, int day)
{
	size_t		len = strlen(s);
	char	   *copy = exactly(s, len);
	AraDate		d = {-1, -1, -1};
	int			ok = ara_date_parse(copy, len, &d);

	fact(year == 0 ? !ok : ok && d.year == year && d.month == month && d.day == day, s);
	release(copy, len);
}

/* "year-month-day[h][ hour:minute]", or "" for none. */
static void
datetime_is(const char *s, const char *wanted)
{
	size_t		len = strlen(s);
	char	   *copy = exactly(s, len);
	AraDateTime d;
	char		got[64] = "";
	int			n;

	if (ara_datetime_parse(copy, len, &d))
	{
		n = snprintf(got, sizeof(got), "%04d-%02d-%02d%s", d.date.year, d.date.month, d.date.day, d.hijri ? "h" : "");
		if (d.has_time)
			snprintf(got + n, sizeof(got) - (size_t) n, " %02d:%02d", d.hour, d.minute);
	}
	same_text(got, wanted, s);
	release(copy, len);
}

static void
test_dates(void)
{
	char		long_date[400];

	date_is("28th, September 2023 GMT", 2023, 9, 28);
	date_is("1st, March 2024 GMT", 2024, 3, 1);
	date_is("September 28, 2023", 2023, 9, 28);
	date_is("Thu, 28 Sep 2023 14:30:00 GMT", 2023, 9, 28);
	date_is("2023-09-28", 2023, 9, 28);
	date_is("2023-09-28T14:30:00+03:00", 2023, 9, 28);
	date_is("2023-09-28T14:30:00.000Z", 2023, 9, 28);
	date_is("28/09/2023", 2023, 9, 28);
	date_is("28.9.2023", 2023, 9, 28);
	date_is("2023/9/28 - 14:30", 2023, 9, 28);
	date_is("٢٨/٠٩/٢٠٢٣", 2023, 9, 28);
	date_is("۲۸/۰۹/۲۰۲۳", 2023, 9, 28);
	date_is("28 سبتمبر 2023", 2023, 9, 28);
	date_is("28 سبتمبر، 2023", 2023, 9, 28);
	date_is("سبتمبر 28, 2023", 2023, 9, 28);
	date_is("28 أيلول/سبتمبر 2023", 2023, 9, 28);
	date_is("28 سبتمبر (أيلول) 2023", 2023, 9, 28);
	date_is("1 كانون الثاني/يناير 2024", 2024, 1, 1);
	date_is("1 كانون الأول 2024", 2024, 12, 1);
	date_is("3 جويلية 2022", 2022, 7, 3);
	date_is("3 غشت 2022", 2022, 8, 3);
	date_is("3 ابريل 2022", 2022, 4, 3);
	date_is("الخميس 28 سبتمبر 2023 - 14:30", 2023, 9, 28);
	date_is("الخميس، ٢٨ سبتمبر ٢٠٢٣م | الساعة ١٠:٠٥ مساءً بتوقيت غرينتش", 2023, 9, 28);
	date_is("الخميس الموافق 28-سبتمبر-2023", 2023, 9, 28);
	date_is("20:15-4 مايو 2024 م", 2024, 5, 4);
	date_is("10:30 م الخميس 28 سبتمبر 2023", 2023, 9, 28);
	date_is("29 فبراير 2024", 2024, 2, 29);
	date_is("سبتمبر 2023", 2023, 9, 0);
	date_is("2023", 2023, 0, 0);

	date_is("", 0, 0, 0);
	date_is(" ", 0, 0, 0);
	date_is("31 فبراير 2023", 0, 0, 0);
	date_is("29 فبراير 2023", 0, 0, 0);
	date_is("31/04/2023", 0, 0, 0);
	date_is("01/13/2023", 0, 0, 0);
	date_is("2023-13-01", 0, 0, 0);
	date_is("0/1/2023", 0, 0, 0);
	date_is("1/1/0", 0, 0, 0);
	date_is("28/09/23", 0, 0, 0);
	date_is("28-09/2023", 0, 0, 0);
	date_is("99999999999999999999", 0, 0, 0);
	date_is("28 سبتمبر", 0, 0, 0);
	date_is("28", 0, 0, 0);
	date_is("الخميس", 0, 0, 0);
	date_is("28 سبتمبر 2023 قال الوزير", 0, 0, 0);
	date_is("قال الوزير 28 سبتمبر 2023", 0, 0, 0);
	date_is("28 سبتمبر أكتوبر 2023", 0, 0, 0);
	date_is("28 29 سبتمبر 2023", 0, 0, 0);
	datetime_is("12 محرم 1437", "1437-01-12h");
	datetime_is("12/01/1437", "1437-01-12h");
	datetime_is("12 محرم 1437 هـ الموافق 25 أكتوبر 2015 م", "2015-10-25");
	datetime_is("الثلاثاء 5 فبراير 2019 الموافق 30 جمادى الأولى 1440", "2019-02-05");
	datetime_is("02:35 م الخميس 05 أكتوبر 2023", "2023-10-05 14:35");
	datetime_is("الخميس، 18 أغسطس 2022 12:05 ص", "2022-08-18 00:05");
	datetime_is("24 مارس 2018 04:20 مساءً", "2018-03-24 16:20");
	datetime_is("24 مارس 2018 12:20 ظهراً", "2018-03-24 12:20");
	datetime_is("24 مارس 2018 11:20 ليلاً", "2018-03-24 23:20");
	datetime_is("20:15-4 مايو 2024 م ـ 25 شوّال 1445 هـ", "2024-05-04 20:15");
	datetime_is("2020-12-11T13:02:44+02:00", "2020-12-11 13:02");
	datetime_is("10.07.2023 | 17:54 GMT", "2023-07-10 17:54");
	datetime_is("31/يوليو/2021 - 10:05 ص", "2021-07-31 10:05");
	datetime_is("17 يناير", "0000-01-17");
	datetime_is("25:30 17 يناير 2020", "");
	datetime_is("5 محرم 1440 6 صفر 1440", "");
	datetime_is("31 محرم 1440", "");
	datetime_is("1 محرم 99999", "");
	date_is("12 محرم 1437", 0, 0, 0);
	date_is("12 محرم 1437 هـ", 0, 0, 0);
	date_is("14:30", 0, 0, 0);
	date_is("th 28 September 2023", 0, 0, 0);
	date_is("\xFF\xFE", 0, 0, 0);
	memset(long_date, ' ', sizeof(long_date));
	memcpy(long_date + sizeof(long_date) - 11, "2023-09-28", 11);
	date_is(long_date, 0, 0, 0);
}

int
main(int argc, char **argv)
{
	fact(strcmp(ara_part_name(ARA_P_TITLE), "title") == 0 &&
		 strcmp(ara_part_name(ARA_P_LAST), "separator") == 0, "parts have names");
	test_shapes();
	test_dates();
	test_noise();
	test_long();
	test_samples(argc > 1 ? argv[1] : "test/data/articles");
	test_gold(argc > 2 ? argv[2] : "../shared/seeds");
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
