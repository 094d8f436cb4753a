-- a page of news with JSON-LD in a @graph, whose author is a reference
\set page '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="windows-1256"><title>افتتاح الجسر الجديد | صحيفة النهر</title><meta property="og:site_name" content="صحيفة النهر"><meta property="og:title" content="افتتاح الجسر الجديد"><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","@id":"#site","name":"موقع"},{"@type":["Article","NewsArticle"],"headline":"افتتاح الجسر الجديد &quot;رسميا&quot;","datePublished":"2024-05-03T23:30:00+03:00","author":{"@id":"#p1"},"publisher":{"@type":"Organization","name":"صحيفة النهر"},"keywords":["الجسر الجديد","النقل"]},{"@type":"Person","@id":"#p1","name":"سلمى أحمد"}]}</script><style>p{color:red}</style></head><body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav><div class="main-content"><h1>افتتاح الجسر الجديد</h1><div class="post-share">شارك</div><div class="entry-content"><p>افتتحت البلدية اليوم الجمعة الجسر الجديد على النهر، بعد عامين من العمل فيه.</p><script>var x = "<p>لا يقرأ</p>";</script><p>وقال رئيس البلدية إن الجسر <b>يخفف</b> الازدحام&nbsp;عن وسط المدينة &amp; ضواحيها.</p><p style="display:none">نص مخفي لا يراه القارئ في الصفحة مهما طال هذا النص.</p></div></div><aside><p>خبر آخر في عمود جانبي لا صلة له بالمقال الذي تعرضه هذه الصفحة.</p></aside><footer>جميع الحقوق محفوظة</footer></body></html>'
SELECT * FROM arabic_article_from_html(:'page') \gx
SELECT arabic_html_to_text(:'page');
-- the same as WordPress writes it: no JSON-LD, meta elements, a byline, a list of links, a comment box
\set page '<html><head><title>المناخ يغير خريطة الزراعة - مدونة الحقل</title><meta name="author" content="admin"><meta property="og:site_name" content="مدونة الحقل"><meta property="article:published_time" content="2023-11-20T08:00:00Z"><meta property="article:tag" content="المناخ"><meta property="article:tag" content="الزراعة"></head><body class="single no-sidebar"><div id="page"><header class="site-header"><a href="/">مدونة الحقل</a></header><article class="post"><h1 class="entry-title">المناخ يغير خريطة الزراعة</h1><div class="meta">كتب <a href="/a">هيئة التحرير</a> 3 دقيقة للقراءة</div><div class="entry"><p>تتغير مواسم الزراعة عاما بعد عام، ويقول المزارعون إن المطر لم يعد يأتي في موعده كما كان.</p><h2>ما الذي تغير</h2><p>تقول الدراسات إن درجات الحرارة ارتفعت في معظم المناطق خلال العقدين الماضيين.</p><ul><li><a href="/1">مقال آخر عن الماء وما يقال عنه في القرى البعيدة</a></li></ul></div></article><div id="comments" class="comments-area"><p>تعليق أول طويل بما يكفي ليظن أنه فقرة من المقال وليس كذلك أبدا.</p></div></div></body></html>'
SELECT title, published_on, author, reading_minutes, body, sources, keywords FROM arabic_article_from_html(:'page') \gx
-- tables, no meta elements, line breaks instead of paragraphs, elements that nobody closes
\set page '<HTML><BODY><TABLE width=100%><TR><TD><A href=1>أخبار</A><BR><A href=2>رياضة</A><TD><FONT size=5>عودة القطار إلى الخط القديم</FONT><BR><BR>عاد القطار أمس إلى الخط القديم بعد انقطاع دام سنوات طويلة في هذه المنطقة.<BR><BR>وقال مدير المحطة إن الرحلات ستكون ثلاث رحلات في اليوم الواحد.<TD><A href=3>إعلان</A></TABLE>'
SELECT arabic_html_to_text(:'page');
-- broken: tags cut off, crossed, unknown, quotes that stay open
SELECT arabic_html_to_text('<div><p>نص <b>أول <i>مائل</b> بعده</i><p>نص ثان <unknown x="1>2">مجهول</unknown></div></div></p><a href="');
SELECT arabic_html_to_text('<p>قبل <!-- تعليق <b>x</b> --> بعد<p>نهاية');
-- character references, by name and number
SELECT arabic_html_to_text('<p>&laquo;قال&raquo; &#1605;&#x631; &amp;lt; &nbsp; &nosuch; 5 &lt; 6');
SELECT arabic_html_to_text('<p>نص &#0; &#xD800; &#x110000; &#99999999999999; &') ~ '^نص' AS no_characters;
-- text that is no HTML keeps its lines
SELECT arabic_html_to_text(E'سطر أول\nسطر ثان 5 < 6') AS plain, arabic_html_to_text('') AS empty, arabic_html_to_text('<>') AS signs;
SELECT title, body FROM arabic_article_from_html(E'عنوان قصير هنا\nفقرة طويلة بما يكفي من الكلمات لتكون متن المقال كله.');
SELECT arabic_article_from_html('') IS NULL AS no_fields, arabic_article_from_html(NULL) IS NULL AS none;
SELECT title, body FROM arabic_article_from_html('<html><head></head><body></body></html>');
-- malformed JSON-LD is passed over: cut off, a bad escape, nested too deep
SELECT title FROM arabic_article_from_html('<script type="application/ld+json">{"@type":"Article","headline":"ع"</script><p>نص');
SELECT title, published_on FROM arabic_article_from_html('<title>عنوان الصفحة</title><script type="application/ld+json">{"@type":"Article","headline":"\u0000"}</script><script type="application/ld+json">' || repeat('[', 100000) || '</script><script type="application/ld+json">[{"@type":"NewsArticle","headline":"عنوان الخبر","datePublished":"2024-13-45","author":["أ","ب"]}]</script><p>نص');
SELECT author FROM arabic_article_from_html('<script type="application/ld+json">//<![CDATA[' || E'\n{"@type":"NewsArticle","headline":"x","author":[{"name":"سعاد"},{"name":"ليلى"}]}\n//]]></script><p>نص');
-- a shop's product and an organization are no article; what does not say its type is none
SELECT title, author FROM arabic_article_from_html('<title>ع</title><script type="application/ld+json">[{"@type":"Product","name":"سلعة","author":"تاجر"},{"headline":"بلا نوع"}]</script><p>نص');
-- keywords of a meta element that joins them by spaces are cut by the article
SELECT keywords FROM arabic_article_from_html('<meta name="keywords" content="سوق السمك ميناء"><h1>عن سوق السمك</h1><p>فتح سوق السمك أبوابه صباح اليوم أمام الزبائن بعد شهر من الإغلاق.</p>');
-- links that say what they are, though the box around them is skipped
SELECT author, keywords FROM arabic_article_from_html('<h1>افتتاح المكتبة</h1><a rel="author" href="/a">سعاد علي</a><p>افتتحت المكتبة أبوابها صباح اليوم أمام القراء بعد شهر من الإغلاق.</p><footer><a rel="category tag" href="/c">ثقافة</a> <a rel="tag" href="/t">المكتبات العامة</a> <a href="/t" rel="tag">قراءة</a></footer>');
-- entities that a document defines are not read
SELECT length(arabic_html_to_text('<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]><html><body><p>&c;&c;&c;&d;</p></body></html>')) AS length;
-- long and deep: linear, and the text is still there
SELECT arabic_html_to_text(repeat('<div>', 100000) || '<p>في العمق') AS deep;
SELECT arabic_html_to_text(repeat('<b>', 100000) || 'ا' || repeat('</i>', 100000)) AS crossed;
SELECT length(arabic_html_to_text('<p ' || (SELECT string_agg('a' || g || '="x"', ' ') FROM generate_series(1, 100000) g) || '>نص')) AS attributes;
SELECT arabic_html_to_text(repeat('<p', 100000)) IS NOT NULL AS no_end, arabic_html_to_text('<p>' || repeat('&', 100000)) IS NOT NULL AS signs, arabic_html_to_text('<!--' || repeat('-', 100000)) IS NOT NULL AS comment;
SELECT length(arabic_html_to_text('<html><body>' || repeat('<p>فقرة من صفحة طويلة جدا تكرر نفسها مرة بعد مرة حتى تملأ الصفحة كلها.</p>', 70000) || '</body></html>')) AS ten_megabytes;
