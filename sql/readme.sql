-- The examples of README.md, written by test/readme.pl: edit them there.
SET client_min_messages = warning;
DROP EXTENSION IF EXISTS arabic_fts CASCADE;
RESET client_min_messages;
SET datestyle = ISO;
CREATE EXTENSION arabic_fts;
SELECT config, to_tsvector(config, 'فإنه زار مدارس فلسطين') -- for he visited schools in Palestine
FROM unnest(ARRAY['arabic', 'arabic_fts']::regconfig[]) AS config;
SELECT example, to_tsvector('arabic', doc) @@ plainto_tsquery('arabic', typed) AS arabic,
       to_tsvector('arabic_fts', doc) @@ plainto_tsquery('arabic_fts', typed) AS arabic_fts
FROM (VALUES
  (1, 'مدرسة', 'school finds schools', 'مدارس'),
  (2, 'قال', 'he said finds they say', 'يقولون'),
  (3, 'اتفاقية', 'agreement finds and by the agreements', 'وبالاتفاقيات'),
  (4, 'المانيا', 'Germany typed without hamza finds Germany', 'ألمانيا'),
  (5, 'المدرسه', 'the school typed with heh finds the school', 'المدرسة'),
  (6, 'زير', 'jar finds minister', 'وزير')) AS v(n, typed, example, doc)
ORDER BY n;
CREATE TABLE news (
    id int PRIMARY KEY,
    body text,
    tsv tsvector GENERATED ALWAYS AS (to_tsvector('arabic_fts', body)) STORED
);
CREATE INDEX ON news USING gin (tsv);
INSERT INTO news (id, body) VALUES
  (1, 'عقد وزراء الخارجية اجتماعا لبحث الاتفاقيات مع أوكرانيا'), -- foreign ministers met about the agreements with Ukraine
  (2, 'فتحت المدارس أبوابها أمام الأطفال في القدس'), -- the schools opened their doors to the children in Jerusalem
  (3, 'قال وزير التعليم إن المدرسة الجديدة ستفتح غدا'); -- the minister of education said the new school will open tomorrow
SELECT id, round(ts_rank(tsv, query)::numeric, 3) AS rank, ts_headline('arabic_fts', body, query)
FROM news, websearch_to_tsquery('arabic_fts', 'وزير') AS query -- minister
WHERE tsv @@ query ORDER BY rank DESC, id;
SELECT id, ts_headline('arabic_fts', body, query)
FROM news, websearch_to_tsquery('arabic_fts', 'اتفاقيه اوكرانيا') AS query -- agreement Ukraine, without dots and hamza
WHERE tsv @@ query;
SELECT websearch_to_tsquery('arabic_fts', '"وزير الخارجية" or مدارس -حرب');
SELECT setweight(to_tsvector('arabic_fts', 'افتتاح المدارس'), 'A') || to_tsvector('arabic_fts', 'قال الوزير');
SELECT config, to_tsvector(config, 'وقالت المدرسات في لندن') -- and the teachers said in London
FROM unnest(ARRAY['arabic_fts', 'arabic_fts_light', 'arabic_fts_root', 'arabic_fts_exact']::regconfig[]) AS config;
CREATE TEXT SEARCH CONFIGURATION arabic_french (COPY = arabic_fts);
ALTER TEXT SEARCH CONFIGURATION arabic_french
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart WITH arabic_fold, french_stem;
SELECT to_tsvector('arabic_french', 'المدارس continuation');
SELECT to_tsvector('arabic_fts_exact', 'أخبار المدارس') @@ to_tsquery('arabic_fts_exact', 'المدا:*');
SELECT arabic_normalize('أَحْمَد في المَدْرَسَـــةِ ١٢٫٥ Café');
SELECT arabic_lemmas('وقال الوزراء إن المدارس مفتوحة'); -- and the ministers said that the schools are open
SELECT arabic_root('والمدارس');
SELECT token, proclitics, stem, enclitic, lemma, lexeme, root, pos, form, source
FROM arabic_analyze('وبمدارسهم') WHERE reading = 1 \gx
SELECT arabic_fts_version();
SELECT alias, token, lexemes FROM ts_debug('arabic_fts', 'زار د. أحمد #القدس_عاصمة بنسبة ٢٥٫٥٪')
WHERE alias <> 'blank';
CREATE TEXT SEARCH DICTIONARY arabic_lemma_all (TEMPLATE = arabic, Mode = lemma, StopWords = off);
SELECT ts_lexize('arabic_lemma', 'في') AS without_stop_words, ts_lexize('arabic_lemma_all', 'في') AS with_them; -- in
SELECT ts_lexize('arabic_lemma', 'استقالة') AS lemma; -- resignation
SELECT ts_lexize('arabic_rich', 'استقالة') AS rich;
SELECT to_tsvector('arabic_fts', 'وكوبيلمان') @@ plainto_tsquery('arabic_fts', 'كوبيلمان') AS found; -- and Copelman, Copelman
SELECT arabic_websearch_to_tsquery('«وزراء الخارجية» أو مدارس -حرب');
WITH q AS (SELECT arabic_websearch_to_tsquery('اتفاقيات المدارس') AS strict),
     hits AS (SELECT id FROM news, q WHERE tsv @@ strict)
SELECT id FROM hits
UNION ALL
SELECT id FROM news, q WHERE NOT EXISTS (SELECT FROM hits) AND tsv @@ arabic_relax(strict)
ORDER BY id;
CREATE TABLE news_stats AS SELECT arabic_bm25_stats(tsv) AS stats FROM news;
SELECT id, round(arabic_bm25(tsv, q, (SELECT stats FROM news_stats))::numeric, 3) AS score
FROM news, arabic_any_to_tsquery('وزير المدرسة') AS q
WHERE tsv @@ q ORDER BY score DESC, id;
UPDATE news_stats SET stats = stats + (SELECT arabic_bm25_stats(tsv) FROM news WHERE id > 2);
SELECT arabic_bm25_documents(stats), arabic_bm25_df(stats, 'مدرسه') FROM news_stats;
SELECT to_tsvector('arabic_fts_rich', 'استخدام');
CREATE TABLE vocabulary AS
SELECT arabic_vocabulary(token, n) AS words
FROM (SELECT token, count(*) AS n FROM news, ts_parse('arabic', body) WHERE tokid IN (1, 2) GROUP BY token) AS t;
SELECT suggestion, round(distance::numeric, 1) AS distance FROM vocabulary, arabic_suggest('المدارص', words, 1);
SELECT arabic_headline('قال <b>الوزير</b> & مساعدوه إن المدارس ستفتح غدا.', arabic_websearch_to_tsquery('مدرسة'));
CREATE TABLE page (
    id int PRIMARY KEY,
    body text,
    tsv tsvector GENERATED ALWAYS AS (arabic_article_to_tsvector(body)) STORED
);
INSERT INTO page (id, body) VALUES (1, 'مكتبة القرية تفتح أبوابها من جديد
تاريخ النشر: 3rd, May 2024 GMT
افتتحت البلدية، اليوم الجمعة، مكتبة القرية بعد ترميمها.
إقرأ المزيدوقالت مديرة المكتبة إن عدد الكتب تضاعف.
المصدر: وكالات + صحيفة البلد
كلمات دلالية: مكتبات القراءة
إقرأ أيضاً:
معرض الزهور يبدأ غدا
يبدأ معرض الزهور غدا في العاصمة.');
SELECT a.title, published_on, author, lead, a.body, sources, keywords, related[1].title AS related_title
FROM page, arabic_article(page.body) AS a \gx
SELECT title, published_at, dateline, agency, sources, a.body
FROM arabic_article('المجلس البلدي يقر خطة التشجير
الخميس 25 أكتوبر 2018 - 4:30 م
الرياض (واس) - أقر المجلس البلدي خطة لتشجير الأحياء الجنوبية خلال ثلاثة أعوام.
الجهة: أمانة المدينة
حمل تطبيقنا من هنا مجانا', ARRAY[['source', 'الجهة:'], ['boilerplate prefix', 'حمل تطبيقنا']]) AS a \gx
SELECT p.part, p.article, p.start, p.length, p.content
FROM page, arabic_article_parts(page.body) AS p WHERE p.part <> 'separator' ORDER BY p.start;
SELECT tsv @@ to_tsquery('arabic_fts', 'مكتبات:A') AS library_in_title,
       tsv @@ to_tsquery('arabic_fts', 'زهور') AS flowers_from_the_related_article
FROM page;
SELECT ordinal, start, length, content
FROM arabic_sentences('قال د. أحمد إن 3.5 مليون شخص تأثروا. وأضاف: "هذا خبر. وهذا آخر." هل من جديد؟') ORDER BY ordinal;
SELECT content, value, kind, unit
FROM arabic_numbers('بقيمة 5 مليارات دولار و3,5 مليون يورو، بمليوني طلقة وثلاثة وعشرين ألفاً. ٪٥٠ أو 50 بالمئة. ألف و500 كيلومتر مربع. في الدور الثالث عشر. نصف السكان')
ORDER BY start;
SELECT d.content, d.date_from, d.date_to, d.precision, d.relative, p.article
FROM page, arabic_article(page.body) AS a, arabic_article_parts(page.body) AS p,
     arabic_dates(p.content, CASE p.article WHEN 0 THEN a.published_on END) AS d
WHERE p.part IN ('title', 'paragraph', 'related_title', 'related_paragraph') ORDER BY p.start, d.start;
SELECT content, date_from, date_to, calendar, precision, relative
FROM arabic_dates('في 12 محرم 1437 هـ الموافق 25 تشرين الأول/أكتوبر 2015، ومن 3 إلى 5 جوان 2024، وعام ٢٠٢٢، والأسبوع الماضي، والجمعة المقبل',
                  '2024-06-20') ORDER BY start;
DROP TABLE news, page, news_stats, vocabulary;
DROP TEXT SEARCH CONFIGURATION arabic_french;
DROP TEXT SEARCH DICTIONARY arabic_lemma_all;
RESET datestyle;
