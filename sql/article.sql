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
-- an agency's page: dateline with an Islamic date, agency, and the day that it is
\set page 'أمانة المنطقة تنهي صيانة الحدائق\nأبها 12 محرم 1437 هـ واس\nأنهت أمانة المنطقة أعمال الصيانة في حدائق المدينة ضمن خطتها السنوية لهذا العام.\n// انتهى //'
SELECT title, published_on, published_at, dateline, agency, body FROM arabic_article(:'page') \gx
-- a pair of dates in both calendars, with the hour; the last change does not count
\set page 'البلدية تفتح طريقا جديدا في المدينة\nسلمى الراشد\nنشر: 22:15-17 أغسطس 2023 م ـ 01 صفر 1445 هـ\nآخر تحديث: 18 أغسطس 2023\nفتحت البلدية طريقا جديدا في المدينة يربط السوق القديم بالميناء ويخفف الزحام.'
SELECT author, published_on, published_at FROM arabic_article(:'page');
-- what is written relative to an unknown day is no date
SELECT published_on FROM arabic_article(E'البلدية تفتح طريقا جديدا في المدينة\nمنذ 3 ساعات\nفتحت البلدية طريقا جديدا في المدينة يربط السوق القديم بالميناء ويخفف الزحام.');
-- days that are none
SELECT d, (arabic_article(E'البلدية تفتح طريقا جديدا في المدينة\nتاريخ النشر: ' || d || E'\nفتحت البلدية طريقا جديدا يربط السوق القديم بالميناء ويخفف الزحام في المدينة.')).published_on
FROM unnest(ARRAY['31/2/2023', '2023-13-01', '30 صفر 1445 هـ', '1 محرم 99999 هـ', '1 محرم 9999 هـ']) d;
-- keywords on lines of their own stay so
SELECT keywords FROM arabic_article(E'البلدية تفتح طريقا جديدا في المدينة\nفتحت البلدية طريقا جديدا يربط السوق القديم بالميناء ويخفف الزحام في المدينة.\nالوسوم\nطرق المدينة\nالميناء');
-- markers of the caller
\set page 'البلدية تفتح طريقا جديدا في المدينة\nفتحت البلدية طريقا جديدا يربط السوق القديم بالميناء ويخفف الزحام في المدينة.\nالجهة: بلدية المدينة\nحمل تطبيقنا من هنا مجانا.'
SELECT sources, body FROM arabic_article(:'page', ARRAY[['source', 'الجهة:'], ['boilerplate prefix', 'حمل تطبيقنا']]);
SELECT part, content FROM arabic_article_parts(:'page', ARRAY[['source', 'الجهة:'], ['boilerplate prefix', 'حمل تطبيقنا']]) WHERE part IN ('source', 'boilerplate');
SELECT arabic_article_to_tsvector('arabic_fts', :'page', ARRAY[['boilerplate prefix', 'حمل تطبيقنا']]) @@ to_tsquery('arabic_fts', 'مجانا') AS notice;
SELECT (arabic_article('كلمة', '{}')).title;
SELECT (arabic_article('كلمة', m)).title FROM (VALUES (ARRAY[['title', 'كل:']]), (ARRAY[['date', 'يوم']])) v (m);
SELECT arabic_article('x', ARRAY[['sources', 'الجهة:']]);
SELECT arabic_article('x', ARRAY[['source top', 'الجهة:']]);
SELECT arabic_article('x', ARRAY['source', 'الجهة:']);
SELECT arabic_article('x', ARRAY[['source', ' ']]);
SELECT arabic_article('x', ARRAY[['source', NULL]]);
SELECT arabic_article('x', ARRAY[['source', repeat('ط', 100)]]);
SELECT arabic_article('x', (SELECT array_agg(ARRAY['end', repeat('ط', n)]) FROM generate_series(1, 9) n));
