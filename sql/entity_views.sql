-- Views of entities over a table of articles
SET client_min_messages = warning;
\set SHOW_CONTEXT never
CREATE TABLE wire (id int PRIMARY KEY, body text, day date);
INSERT INTO wire VALUES
	(1, 'التقى الرئيس الروسي فلاديمير بوتين الرئيس التركي رجب طيب أردوغان في موسكو. وقال بوتين إن روسيا وتركيا ستتعاونان.', '2024-05-01'), -- Putin met Erdogan in Moscow
	(2, 'قال الرئيس الأوكراني فولوديمير زيلينسكي في كييف إن أوكرانيا تشكر تركيا.', '2024-05-02'), -- Zelenskyy thanked Turkey
	(3, 'أعلن الرئيس الأوكراني فولوديمير زيلنسكي أن أوكرانيا وروسيا تبادلتا الأسرى. وقال زيلنسكي إن كييف ترحب.', '2024-05-02'), -- the same, spelled otherwise
	(4, NULL, '2024-05-03'),
	(5, 'هطلت أمطار غزيرة.', NULL); -- heavy rain
SELECT arabic_create_entity_views('wire', 'id', 'body', published => 'day');
SELECT key, published_on FROM wire_articles ORDER BY key;
-- sentences are those of arabic_sentences
SELECT ordinal, entity, kind, canonical, start, length, part, sentence FROM wire_mentions WHERE key = 1 ORDER BY ordinal;
-- spellings of one person are one
SELECT canonical, kind, mentions, articles, first_seen, last_seen, spellings FROM wire_entities ORDER BY canonical COLLATE "C", kind;
SELECT canonical_a, canonical_b, articles, sentences FROM wire_pairs
WHERE 'روسيا' IN (canonical_a, canonical_b) ORDER BY canonical_a COLLATE "C", canonical_b COLLATE "C"; -- Russia
SELECT * FROM wire_timeline WHERE kind = 'person' ORDER BY day, canonical COLLATE "C";

-- A new article is there after a refresh; a deleted one no more
INSERT INTO wire VALUES (6, 'زار الرئيس التركي رجب طيب أردوغان مدينة أنقرة.', '2024-05-04'); -- Erdogan visited Ankara
SELECT arabic_refresh_entity_views('wire');
SELECT canonical, articles, last_seen FROM wire_entities WHERE canonical ~ 'أردوغان';
DELETE FROM wire WHERE id = 6;
SELECT arabic_refresh_entity_views('wire', concurrently => false);
SELECT canonical, articles, last_seen FROM wire_entities WHERE canonical ~ 'أردوغان';
-- each view has a unique index without a condition or expression
SELECT c.relname FROM pg_class c
WHERE c.relname LIKE 'wire\_%' AND c.relkind = 'm' AND NOT EXISTS (
	SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL)
ORDER BY 1;
-- they must not be there twice, and go away whole
SELECT arabic_create_entity_views('wire', 'id', 'body');
SELECT arabic_drop_entity_views('wire');
SELECT count(*) FROM pg_class WHERE relname LIKE 'wire\_%' AND relkind IN ('v', 'm', 'r');
SELECT arabic_drop_entity_views('wire');
-- what others made under such a name is left alone
CREATE VIEW wire_source AS SELECT 1 AS one;
SELECT arabic_drop_entity_views('wire');
DROP VIEW wire_source;

-- Which names are one
SELECT arabic_entity_key('person', a) = arabic_entity_key('person', b) AS one, a, b
FROM (VALUES
	(1, 'فولوديمير زيلينسكي', 'فلاديمير زيلنسكي'), -- Volodymyr Zelenskyy, Vladimir Zelenskyy
	(2, 'فولوديمير زيلينسكي', 'Volodymyr Zelenskyy'),
	(3, 'دميتري ميدفيديف', 'ديمتري ميدفيديف'), -- Dmitry Medvedev
	(4, 'محمد حسن', 'محمود حسن'), -- Muhammad, Mahmoud
	(5, 'حسن علي', 'حسين علي'), -- Hassan, Hussein
	(6, 'محمد بن سلمان', 'محمد بن سليمان'), -- son of Salman, of Sulayman
	(7, 'أحمد سالم', 'احمد سالم')) v (n, a, b) ORDER BY n;
SELECT arabic_entity_key('place', 'سوريا') = arabic_entity_key('place', 'صور') AS syria_is_tyre,
	arabic_entity_key('place', 'عُمان') = arabic_entity_key('place', 'عمان') AS oman_is_amman;
SELECT arabic_entity_key('person', ''), arabic_entity_key('person', '...');
-- a foreign surname alone is the one person who bears it; a name that is somebody's first is not
CREATE TABLE surname (id int PRIMARY KEY, body text);
INSERT INTO surname VALUES (1, 'قال غريغوري فلورينسكي'), (2, 'وقال فلورينسكي'), (3, 'وزار غريغوري فلورنسكي تونس'), -- Grigory Florinsky
	(4, 'قال محمد سليم'), (5, 'قال سليم'), (6, 'وصل أندريه غوستافسون وبيتر غوستافسون'), (7, 'وصل غوستافسون'); -- Salim; two Gustafssons, one of them
CREATE TABLE people AS SELECT name, 'person' AS kind FROM unnest(ARRAY['غريغوري فلورينسكي', 'غريغوري فلورنسكي', 'فلورينسكي',
	'محمد سليم', 'سليم', 'أندريه غوستافسون', 'بيتر غوستافسون', 'غوستافسون']) name;
SELECT arabic_create_entity_views('surname', 'id', 'body', gazetteer => 'people');
SELECT * FROM surname_names WHERE kind = 'person' ORDER BY spelling COLLATE "C";
SELECT arabic_drop_entity_views('surname');

-- With a gazetteer of one's own
CREATE TABLE terms (name text, kind text, canonical text);
INSERT INTO terms VALUES ('أمطار', 'weather', NULL), ('أسرى', 'topic', repeat('طويل', 2000)); -- rain; prisoners, long
SELECT arabic_create_entity_views('wire', 'id', 'body', 'terms', 'terms');
SELECT canonical, kind, mentions, first_seen FROM terms_entities WHERE kind = 'weather';
SELECT arabic_drop_entity_views('terms');
CREATE TABLE no_gazetteer (a int);
SELECT arabic_create_entity_views('wire', 'id', 'body', 'terms', 'no_gazetteer');
DROP TABLE no_gazetteer;

-- Names that must be quoted
CREATE SCHEMA "my ""schema";
CREATE TABLE "my ""schema"."قصص; DROP TABLE wire" ("the 'key" text PRIMARY KEY, "content"" %1$s" varchar, "s" timestamptz);
INSERT INTO "my ""schema"."قصص; DROP TABLE wire" VALUES ('a', 'في القاهرة', '2024-05-01 12:00'); -- in Cairo
SELECT arabic_create_entity_views('"my ""schema"."قصص; DROP TABLE wire"', 'the ''key', 'content" %1$s', published => 's');
SELECT relname FROM pg_class WHERE relnamespace = '"my ""schema"'::regnamespace AND relname ~ 'entities$';
SELECT arabic_refresh_entity_views('قصص; DROP TABLE wire', schema => 'my "schema');
SELECT canonical, mentions FROM "my ""schema"."قصص; DROP TABLE wire_entities";
SELECT arabic_drop_entity_views('قصص; DROP TABLE wire', 'my "schema');
DROP SCHEMA "my ""schema" CASCADE;
SELECT prefix, arabic_create_entity_views('wire', 'id', 'body', prefix), arabic_refresh_entity_views(prefix), arabic_drop_entity_views(prefix)
FROM unnest(ARRAY['"; DROP TABLE wire; --', ''' || ''', '%1$s%2$I%', 'a.b', '$$', E'a\nb', '\', 'عناوين', repeat('x', 50)]) prefix;
SELECT count(*) FROM wire;

-- Errors
SELECT arabic_create_entity_views('wire', 'id', 'body', '');
SELECT arabic_create_entity_views('wire', 'id', 'body', repeat('ب', 26)); -- two bytes a letter
SELECT arabic_create_entity_views('wire', 'no', 'body');
SELECT arabic_create_entity_views('wire', 'id', 'day');
SELECT arabic_create_entity_views('wire', 'id', 'body', published => 'id');
SELECT arabic_create_entity_views('wire', 'ctid', 'body');
SELECT arabic_create_entity_views(NULL, 'id', 'body');
SELECT arabic_create_entity_views('wire_pkey', 'id', 'body');
SELECT arabic_create_entity_views('nowhere', 'id', 'body');
SELECT arabic_refresh_entity_views('wire');
SELECT arabic_refresh_entity_views(NULL);
SELECT arabic_drop_entity_views('wire', NULL);
INSERT INTO wire VALUES (7, 'x', '2024-05-02');
SELECT arabic_create_entity_views('wire', 'day', 'body'); -- not unique
DELETE FROM wire WHERE id = 7;
SELECT count(*) FROM pg_class WHERE relname LIKE 'wire\_%' AND relkind IN ('v', 'm', 'r');

-- An empty source
CREATE VIEW empty AS SELECT id, body FROM wire WHERE false;
SELECT arabic_create_entity_views('empty', 'id', 'body');
SELECT arabic_refresh_entity_views('empty');
SELECT (SELECT count(*) FROM empty_entities), (SELECT count(*) FROM empty_pairs), (SELECT count(*) FROM empty_timeline);
SELECT arabic_drop_entity_views('empty');

-- The caller's rights
CREATE ROLE regress_arabic_reporter;
CREATE SCHEMA desk AUTHORIZATION regress_arabic_reporter;
CREATE TABLE desk.secret (id int PRIMARY KEY, body text);
SET ROLE regress_arabic_reporter;
SELECT arabic_create_entity_views('desk.secret', 'id', 'body');
SELECT arabic_create_entity_views('wire', 'id', 'body');
RESET ROLE;
GRANT SELECT ON wire TO regress_arabic_reporter;
CREATE VIEW desk.news AS SELECT * FROM wire;
GRANT SELECT ON desk.news TO regress_arabic_reporter;
SET ROLE regress_arabic_reporter;
SELECT arabic_create_entity_views('desk.news', 'id', 'body');
SELECT count(*) > 0 AS found FROM desk.news_entities;
SET search_path = desk, public;
SELECT arabic_refresh_entity_views('news');
RESET search_path;
RESET ROLE;
SELECT DISTINCT relowner::regrole FROM pg_class WHERE relnamespace = 'desk'::regnamespace AND relname LIKE 'news\_%';
CREATE ROLE regress_arabic_other;
GRANT USAGE ON SCHEMA desk TO regress_arabic_other;
SET ROLE regress_arabic_other;
-- its words differ between PostgreSQL 16 and 17
\set VERBOSITY sqlstate
SELECT arabic_refresh_entity_views('news', schema => 'desk');
\set VERBOSITY default
SELECT arabic_drop_entity_views('news', 'desk');
RESET ROLE;
DROP SCHEMA desk CASCADE;
REVOKE ALL ON wire FROM regress_arabic_reporter;
DROP ROLE regress_arabic_reporter, regress_arabic_other;

-- Incremental: tables of articles and mentions, of which a refresh changes only what is new
SELECT arabic_create_entity_views('wire', 'id', 'body', 'grown', published => 'day', incremental => true);
CREATE TABLE before AS SELECT key, ctid AS place FROM grown_mentions;
INSERT INTO wire VALUES (8, 'زار وفد من اليابان تونس.', '2024-05-05'); -- a delegation from Japan visited Tunis
UPDATE wire SET body = 'هطلت أمطار في لبنان.' WHERE id = 5; -- rain in Lebanon
UPDATE wire SET day = '2024-05-06' WHERE id = 2;
DELETE FROM wire WHERE id = 3;
SELECT arabic_refresh_entity_views('grown');
SELECT key, published_on FROM grown_articles ORDER BY key;
SELECT m.key, count(*), bool_and(b.key IS NOT NULL) AS kept
FROM grown_mentions m LEFT JOIN before b ON b.key = m.key AND b.place = m.ctid GROUP BY m.key ORDER BY m.key;
-- the views over them are those that are made at once
SELECT arabic_create_entity_views('wire', 'id', 'body', 'whole', published => 'day');
(TABLE grown_entities EXCEPT TABLE whole_entities) UNION ALL (TABLE whole_entities EXCEPT TABLE grown_entities);
(TABLE grown_pairs EXCEPT TABLE whole_pairs) UNION ALL (TABLE whole_pairs EXCEPT TABLE grown_pairs);
(TABLE grown_timeline EXCEPT TABLE whole_timeline) UNION ALL (TABLE whole_timeline EXCEPT TABLE grown_timeline);
-- to read all again, as after a change of the gazetteer
TRUNCATE grown_articles CASCADE;
SELECT arabic_refresh_entity_views('grown');
(TABLE grown_mentions EXCEPT TABLE whole_mentions) UNION ALL (TABLE whole_mentions EXCEPT TABLE grown_mentions);
SELECT arabic_drop_entity_views('grown'), arabic_drop_entity_views('whole');

-- An article of very many names stays bounded
INSERT INTO wire SELECT 9, string_agg(name, '، ' ORDER BY name) FROM (SELECT 'مدينة ' || chr(1575 + a) || chr(1600 + b) || 'ستان' AS name
	FROM generate_series(1, 19) a, generate_series(1, 10) b) x;
INSERT INTO terms SELECT 'مدينة ' || chr(1575 + a) || chr(1600 + b) || 'ستان', 'town', NULL FROM generate_series(1, 19) a, generate_series(1, 10) b;
SELECT arabic_create_entity_views('wire', 'id', 'body', 'many', 'terms');
SELECT count(DISTINCT canonical) > 100 AS many FROM many_mentions WHERE key = 9;
SELECT count(*) AS pairs FROM many_pairs WHERE kind_a = 'town' AND kind_b = 'town';
SELECT arabic_drop_entity_views('many');
DROP VIEW empty;
DROP TABLE wire, surname, people, terms, before;
RESET client_min_messages;
