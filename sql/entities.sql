-- names in running text: what they are, where they stand, and names of the user's own
\pset null -
-- kinds; clitics stay outside of the name
SELECT entity, kind, canonical, start, length
FROM arabic_entities('قال الرئيس الفرنسي جاك شيراك في باريس إن الأمم المتحدة ستدعم لبنان وسوريا.');	-- Jacques Chirac, Paris, the United Nations, Lebanon, Syria
SELECT bool_and(substr(t, start, length) = entity) AS spans_are_in_characters
FROM (SELECT 'التقى محمود عباس بوزير الخارجية الأمريكي جون كيري في عمّان، ثم سافر إلى القاهرة.'::text AS t) x, arabic_entities(t);	-- Abbas, Kerry, Amman, Cairo
-- li- and the article share their lam; the canonical form has its alef again
SELECT entity, canonical FROM arabic_entities('وقدم تقريرا للأمم المتحدة.');	-- to the United Nations
-- a surname alone is the person whose full name the text has
SELECT entity, canonical FROM arabic_entities('وصل الوزير سامر الخطيبي إلى الدوحة. وقال الخطيبي إن المحادثات كانت مثمرة.')	-- an invented person
WHERE kind = 'person';
-- li- takes the alef of the article only where the canonical form begins with that article
SELECT entity, canonical FROM arabic_entities('قال الدكتور ماهر الخضراوي إنه سعيد، ثم قدمت الوزارة جائزة للخضراوي.');	-- to al-Khadrawi
-- spellings of a well-known person lead to one form, Latin ones as well
SELECT DISTINCT canonical FROM arabic_entities('اجتمع فلاديمير بوتين مع مستشاريه. وقال Putin إن بوتين لن يسافر.') WHERE kind = 'person';	-- Putin
SELECT DISTINCT canonical
FROM unnest(ARRAY['قال فولوديمير زيلينسكي', 'قال فولوديمير زيلنسكي', 'قال زيلينسكي']) t, arabic_entities(t);	-- Zelensky
-- adjectives of peoples and titles alone are no names
SELECT entity FROM arabic_entities('رحب المسؤولون الروس بالموقف الألماني، وقال الوزير إن الشعب الكردي سعيد بالاتفاق.');	-- Russian officials, German position, the Kurdish people, happy
-- the part of the article
SELECT entity, part FROM arabic_entities(E'زيارة إلى بغداد\nتاريخ النشر: 3 مايو 2024\nوصل الوفد إلى بغداد قادما من أنقرة بعد جولة طويلة في المنطقة.\nالمصدر: رويترز\nكلمات دلالية: العراق\nإقرأ أيضاً:\nلقاء في الرباط\nعقد الوفدان لقاء مطولا في الرباط مساء أمس لبحث العلاقات.');	-- Baghdad, Ankara, Reuters, Iraq, Rabat
-- nothing to find
SELECT count(*) FROM arabic_entities('');
SELECT count(*) FROM arabic_entities(U&'\064E\0650\0640 "" (( »» 12 % ..');	-- marks and signs
SELECT count(*) FROM arabic_entities(NULL);
-- any text: long words, names only, no sentence ends
SELECT count(*) > 1000 FROM arabic_entities(repeat('باريس لندن ', 1000));	-- Paris London
SELECT count(*) FROM arabic_entities(repeat(U&'\0627', 100000));	-- one word of 100,000 alefs

-- a gazetteer of the user's own
CREATE TABLE gazetteer (name text, kind text, canonical text);
INSERT INTO gazetteer VALUES ('الدرع الأزرق', 'weapon', 'Blue Shield'), ('شارع الورد', 'place', NULL), ('بوتين', 'ship', 'باخرة بوتين');	-- a weapon, Flower Street, a ship named Putin
SELECT entity, kind, canonical, confidence FROM arabic_entities('عرض الجيش منظومة الدرع الأزرق في شارع الورد أمام باخرة بوتين.', 'gazetteer');
-- with its clitics
SELECT entity, kind FROM arabic_entities('وبالدرع الأزرق', 'gazetteer');
-- changes are seen at once: in the transaction, after it is rolled back, by the next statement
BEGIN;
INSERT INTO gazetteer VALUES ('منظومة', 'word', NULL);	-- system
SELECT count(*) FROM arabic_entities('منظومة', 'gazetteer');
ROLLBACK;
SELECT count(*) FROM arabic_entities('منظومة', 'gazetteer');
UPDATE gazetteer SET kind = 'system' WHERE kind = 'weapon';
SELECT kind FROM arabic_entities('الدرع الأزرق', 'gazetteer');
DELETE FROM gazetteer WHERE kind = 'system';
SELECT count(*) FROM arabic_entities('الدرع الأزرق', 'gazetteer');
TRUNCATE gazetteer;
SELECT count(*) FROM arabic_entities('شارع الورد الجديد', 'gazetteer') WHERE kind = 'place' AND confidence = 1;
ALTER TABLE gazetteer DROP COLUMN canonical;
INSERT INTO gazetteer VALUES ('شارع الورد', 'street');
SELECT kind, canonical FROM arabic_entities('في شارع الورد', 'gazetteer');
-- a view, and a partitioned table
CREATE VIEW streets AS SELECT name, 'road'::text AS kind FROM gazetteer;
SELECT kind FROM arabic_entities('في شارع الورد', 'streets');
CREATE TABLE parts (name text, kind text) PARTITION BY LIST (kind);
CREATE TABLE parts_a PARTITION OF parts DEFAULT;
INSERT INTO parts VALUES ('شارع الورد', 'avenue');
SELECT kind FROM arabic_entities('في شارع الورد', 'parts');
-- rows that can't be names: NULL, empty, signs only, 10 kB; duplicates
INSERT INTO gazetteer VALUES (NULL, 'x'), ('شارع', NULL), ('', 'x'), ('!!', 'x'), (repeat('ش', 10000), 'x'), ('شارع الورد', 'street');
SELECT kind FROM arabic_entities('في شارع الورد', 'gazetteer');
-- no gazetteer
CREATE TABLE no_kind (name text);
SELECT * FROM arabic_entities('x', 'no_kind');
CREATE SEQUENCE no_table;
SELECT * FROM arabic_entities('x', 'no_table');
SELECT * FROM arabic_entities('x', 'no_such_table');
SELECT * FROM arabic_entities('x', 0::regclass);
SELECT entity FROM arabic_entities('زار باريس', NULL);	-- Paris
-- names of tables are no way to other tables
CREATE TABLE "quoted""name; DROP TABLE gazetteer" (name text, kind text);
INSERT INTO "quoted""name; DROP TABLE gazetteer" VALUES ('الورد', 'flower');
SELECT kind FROM arabic_entities('الورد', '"quoted""name; DROP TABLE gazetteer"');
-- rights, and rows that a user may not see
CREATE ROLE arabic_fts_reader;
SET ROLE arabic_fts_reader;
SELECT * FROM arabic_entities('في شارع الورد', 'gazetteer');
RESET ROLE;
GRANT SELECT ON gazetteer TO arabic_fts_reader;
ALTER TABLE gazetteer ENABLE ROW LEVEL SECURITY;
CREATE POLICY no_streets ON gazetteer FOR SELECT USING (kind <> 'street');
SET ROLE arabic_fts_reader;
SELECT count(*) FROM arabic_entities('في شارع الورد', 'gazetteer') WHERE kind = 'street';
RESET ROLE;
SELECT count(*) FROM arabic_entities('في شارع الورد', 'gazetteer') WHERE kind = 'street';

-- how a name sounds
SELECT name, arabic_name_key(name) FROM unnest(ARRAY['بوتين', 'Putin', 'زيلينسكي', 'زيلنسكي', 'Zelenskyy', 'ديمتري', 'دميتري', 'Dmitry',
	'بيلاروس', 'بيلاروسيا', 'عبد الفتاح السيسي', 'Abdel Fattah el-Sisi', '', '!', 'ا']) name;
DROP TABLE gazetteer CASCADE;
DROP TABLE parts, no_kind, "quoted""name; DROP TABLE gazetteer";
DROP SEQUENCE no_table;
DROP ROLE arabic_fts_reader;
