-- Every text search function works with the configurations
SELECT to_tsvector('arabic_fts', 'التقى الوزراء في المدارس القديمة'); -- the ministers met in the old schools
SELECT to_tsquery('arabic_fts', 'وزير & (مدرسة | جامعة) & !حرب');
SELECT to_tsquery('arabic_fts', 'وزير <-> مدرسة');
SELECT plainto_tsquery('arabic_fts', 'وزراء في المدارس');
SELECT phraseto_tsquery('arabic_fts', 'وزراء المدارس');
SELECT websearch_to_tsquery('arabic_fts', '"وزراء المدارس" -حرب or سلام');
SELECT cfg, to_tsvector(cfg::regconfig, 'وزراء المدارس running') FROM unnest(ARRAY['arabic_fts', 'arabic_fts_exact', 'arabic_fts_light', 'arabic_fts_root']) cfg;
SELECT alias, token, dictionary, lexemes FROM ts_debug('arabic_fts', 'وزراء 2023') WHERE alias <> 'blank';
-- typed without hamza, with another keyboard, vocalized: the same words
SELECT count(DISTINCT to_tsvector('arabic_fts', t)) AS variants
FROM unnest(ARRAY['أوكرانيا والمدرسة', 'اوكرانيا والمدرسه', U&'\0623\064F\0648\0643\0631\0627\0646\064A\0627 \0648\0627\0644\0645\0640\062F\0631\0633\0629']) t;
-- prefix queries
SELECT to_tsvector('arabic_fts', 'المفاوضات') @@ to_tsquery('arabic_fts', 'مفاو:*') AS prefix;
-- weights
SELECT setweight(to_tsvector('arabic_fts', 'وزير'), 'A') @@ to_tsquery('arabic_fts', 'وزراء:A') AS weight_a,
       setweight(to_tsvector('arabic_fts', 'وزير'), 'D') @@ to_tsquery('arabic_fts', 'وزراء:A') AS weight_d;
-- a generated column with a GIN index
CREATE TABLE news (
	id int PRIMARY KEY,
	body text,
	tsv tsvector GENERATED ALWAYS AS (to_tsvector('arabic_fts', body)) STORED
);
CREATE INDEX ON news USING gin (tsv);
INSERT INTO news (id, body) VALUES
	(1, 'عقد الوزراء اجتماعا في المدرسة'), -- the ministers held a meeting in the school
	(2, 'فتحت المدارس أبوابها أمام الطلاب'), -- the schools opened their doors to the students
	(3, 'هطلت الأمطار على المدينة'); -- rain fell on the city
INSERT INTO news SELECT i, 'خبر رقم ' || i FROM generate_series(4, 3000) i;
ANALYZE news;
SET enable_seqscan = off;
SELECT id FROM news WHERE tsv @@ plainto_tsquery('arabic_fts', 'مدرسة') ORDER BY id;
SELECT id FROM news WHERE tsv @@ plainto_tsquery('arabic_fts', 'وبالمدارس') ORDER BY id;
SELECT id FROM news WHERE tsv @@ plainto_tsquery('arabic_fts', 'باب طالب') ORDER BY id;
RESET enable_seqscan;
SELECT id FROM news, plainto_tsquery('arabic_fts', 'وزير مدرسة') q WHERE tsv @@ q ORDER BY ts_rank(tsv, q) DESC, id;
-- parallel plans give the same
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
SET enable_indexscan = off;
SET enable_bitmapscan = off;
SELECT count(*) FROM news WHERE to_tsvector('arabic_fts', body) @@ plainto_tsquery('arabic_fts', 'الأخبار');
SELECT count(DISTINCT arabic_normalize(body)) FROM news;
DROP TABLE news;
