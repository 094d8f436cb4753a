-- arabic_article on a page in the style of news aggregators
\set page 'بلدية المدينة تفتتح حديقة جديدة\nتاريخ النشر: 3rd, May 2024 GMT\nافتتحت البلدية، اليوم الجمعة، حديقة عامة جديدة وسط المدينة.\nإقرأ المزيدوقال رئيس البلدية إن الحديقة مفتوحة للجميع.\nالمصدر: وكالة الأنباء\nالمصدر: صحيفة المدينة\nكلمات دلالية: حديقة بلدية المدينة\nإقرأ أيضاً:\nافتتاح مكتبة في الحي القديم\nافتتحت مكتبة عامة في الحي القديم أمس.\n'
SELECT * FROM arabic_article(:'page') \gx
SELECT part, article, ordinal, start, length, content FROM arabic_article_parts(:'page') WHERE part <> 'separator' ORDER BY start;
-- the parts are the whole text, each character once
SELECT string_agg(content, '' ORDER BY start) = :'page' AS whole FROM arabic_article_parts(:'page');
SELECT bool_and(substr(:'page', start, length) = content) AS spans_hold FROM arabic_article_parts(:'page');
-- title A, keywords B, first paragraph C, the rest D; the related article is not in it
SELECT ts_filter(v, '{a}') AS a, ts_filter(v, '{b}') AS b, v @@ to_tsquery('arabic_fts', 'جمعة:c') AS c, v @@ to_tsquery('arabic_fts', 'رئيس:d') AS d, v @@ to_tsquery('arabic_fts', 'مكتبة') AS related
FROM arabic_article_to_tsvector(:'page') v;
SELECT arabic_article_to_tsvector('arabic_fts', :'page') = arabic_article_to_tsvector(:'page') AS same;
-- a generated column
CREATE TABLE pages (raw text, tsv tsvector GENERATED ALWAYS AS (arabic_article_to_tsvector(raw)) STORED);
INSERT INTO pages VALUES (:'page');
SELECT count(*) FROM pages WHERE tsv @@ plainto_tsquery('arabic_fts', 'الحدائق');
DROP TABLE pages;
-- a page in the style of blogs
\set page 'المناخ يغير خريطة الزراعة\n\nهيئة التحرير\nكتب هيئة التحرير 3 دقيقة للقراءة\nإعلان\n\nتتغير مواسم الزراعة عاما بعد عام، ويقول المزارعون إن المطر لم يعد يأتي في موعده كما كان في السابق.\n\nما الذي تغير\n\nتقول الدراسات إن درجات الحرارة ارتفعت في معظم المناطق خلال العقدين الماضيين، وإن هذا الارتفاع سيستمر.\n\nشارك المقال\nاترك تعليقاً\nلن يتم نشر عنوان بريدك الإلكتروني.'
SELECT title, author, reading_minutes, lead, body FROM arabic_article(:'page') \gx
-- what is no article is a text
SELECT title, body, related FROM arabic_article('كلمة');
SELECT * FROM arabic_article('');
