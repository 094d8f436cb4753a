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
SELECT name, arabic_name_key(name)
FROM unnest(ARRAY['فلاديمير بوتين', 'Vladimir Putin', 'زيلنسكي', 'Zelenskyy', 'عبد الرحمن', 'Abdul-Rahman']) AS name;
SELECT to_tsvector('arabic_fts_names', 'قال الوزير لبوتين') AS document, -- the minister said to Putin
       arabic_websearch_to_tsquery('arabic_fts_names', 'Putin وزير') AS query;
SELECT arabic_headline('arabic_fts_names', 'رد زيلنسكي على بوتين', arabic_websearch_to_tsquery('arabic_fts_names', 'Zelenskyy Poutine'));
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
SELECT arabic_split_keywords('الأزمة الاقتصادية مجلس الوزراء محمد العلوي الحرب في السودان تونس');
CREATE TABLE raw AS
SELECT id, format(E'خبر رقم %s\nتاريخ النشر: 3rd, May 2024 GMT\nهذا نص الخبر، وهو عن %s.\nكلمات دلالية: %s',
                  id, about[1 + id % 3], lines[1 + id % 5]) AS body
FROM generate_series(1, 40) AS id,
     (VALUES (ARRAY['وادي القمر', 'كرة الماء', 'أحوال'],
              ARRAY['تونس وادي القمر كرة الماء', 'كرة الماء أحوال وادي القمر', 'أحوال كرة الماء تونس',
                    'وادي القمر أحوال', 'تونس أحوال'])) AS v(about, lines);
CREATE TABLE learned AS SELECT arabic_keyword_stats(body) AS keywords FROM raw;
SELECT keyword, lists FROM learned, arabic_keyword_phrases(keywords) ORDER BY lists DESC, keyword;
SELECT id, (arabic_article(body, keywords => learned.keywords)).keywords FROM raw, learned WHERE id <= 3 ORDER BY id;
DROP TABLE raw, learned;
SELECT title, published_on, author, a.body, sources, keywords FROM arabic_article_from_html('<html><head>
<title>مكتبة القرية تفتح أبوابها | صحيفة البلد</title><meta property="og:site_name" content="صحيفة البلد">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "مكتبة القرية تفتح أبوابها",
  "datePublished": "2024-05-03T09:30:00+03:00", "author": {"@type": "Person", "name": "سلمى أحمد"}}</script></head>
<body><nav><a href="/">الرئيسية</a></nav><div class="share">شارك</div>
<p>افتتحت البلدية، اليوم الجمعة، مكتبة القرية بعد ترميمها.<p>وقالت مديرتها إن عدد الكتب &laquo;تضاعف&raquo;.
<p>كلمات دلالية: مكتبة القرية كتب</body></html>') AS a \gx
SELECT arabic_html_to_text('<h1>عنوان</h1><script>x()</script><p>نص <b>أول</b><p>نص ثان &amp; أخير') AS text;
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
SELECT content, speaker, verb, kind, carried, document
FROM arabic_quotes('قالت وزيرة الصحة سعاد كريم، أمس، إن «الوضع تحت السيطرة»، مؤكدة أن المستشفيات "جاهزة".
وأضافت: “لدينا ما يكفي من اللقاحات”. وجاء في بيان مشترك للوزارة ومنظمة «أطباء بلا حدود»: "نواصل العمل معا".
"لا داعي للقلق"، بحسب الطبيب سامي حداد. وعرض فيلم «الوباء» في المدينة.') ORDER BY start;
SELECT entity, kind, canonical, start, length
FROM arabic_entities('التقى وزير الخارجية السعودي فيصل بن فرحان نظيره التركي هاكان فيدان في أنقرة. وقال فيدان إن بلاده تدعم جهود الأمم المتحدة في سوريا، وإن Erdogan سيزور الرياض.')
ORDER BY start;
CREATE TABLE my_names (name text, kind text, canonical text);
INSERT INTO my_names VALUES ('الجدار الأزرق', 'project', 'Blue Wall'), ('الجدار', 'project', 'Blue Wall');
SELECT entity, kind, canonical FROM arabic_entities('وافق البرلمان على الجدار الأزرق، وكلفة الجدار مليونا دولار.', 'my_names')
ORDER BY start;
SELECT name, arabic_name_key(name)
FROM unnest(ARRAY['زيلينسكي', 'زيلنسكي', 'Zelenskyy', 'دميتري', 'ديمتري', 'عبد الفتاح السيسي', 'Abdel Fattah el-Sisi']) AS name;
CREATE TABLE wire (id int PRIMARY KEY, story text, day date);
INSERT INTO wire VALUES
  (1, 'التقى الرئيس الروسي فلاديمير بوتين الرئيس التركي رجب طيب أردوغان في موسكو. وقال بوتين إن روسيا وتركيا ستتعاونان.', '2024-05-01'), -- Putin met Erdoğan in Moscow
  (2, 'قال الرئيس الأوكراني فولوديمير زيلينسكي في كييف إن أوكرانيا تشكر تركيا.', '2024-05-02'), -- Zelenskyy thanked Turkey
  (3, 'أعلن الرئيس الأوكراني فولوديمير زيلنسكي أن أوكرانيا وروسيا تبادلتا الأسرى.', '2024-05-03'); -- the same, spelled otherwise
SELECT arabic_create_entity_views('wire', key => 'id', content => 'story', published => 'day');
SELECT canonical, kind, mentions, articles, first_seen, last_seen
FROM wire_entities WHERE kind = 'person' ORDER BY first_seen, canonical COLLATE "C";
SELECT canonical_a, canonical_b, articles, sentences FROM wire_pairs
WHERE 'رجب طيب أردوغان' IN (canonical_a, canonical_b) ORDER BY sentences DESC, canonical_a COLLATE "C", canonical_b COLLATE "C";
SELECT arabic_refresh_entity_views('wire');
SELECT arabic_drop_entity_views('wire');
DROP TABLE news, page, news_stats, vocabulary, wire;
DROP TEXT SEARCH CONFIGURATION arabic_french;
DROP TEXT SEARCH DICTIONARY arabic_lemma_all;
RESET datestyle;
