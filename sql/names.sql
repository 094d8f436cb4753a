-- Names in every spelling and script: arabic_name_key, and the configuration arabic_fts_names
SELECT name, arabic_name_key(name) FROM unnest(ARRAY['بوتين', 'Putin', 'Poutine', 'فلاديمير بوتين', 'Zelenskyy', 'زيلنسكي',
	'عبد الرحمن', 'Abdul-Rahman', 'نصر الله', 'Nasrallah', 'Vučić', 'فوتشيتش', '12', '']) name;
SELECT arabic_name_key(NULL) IS NULL AS null_in_null_out;
-- in an index
CREATE TABLE people (name text);
CREATE INDEX ON people (arabic_name_key(name));
INSERT INTO people VALUES ('إيمانويل ماكرون'), ('أنجيلا ميركل'), ('نتنياهو'), ('محمد بن سلمان');
SET enable_seqscan = off;
SELECT name FROM people WHERE arabic_name_key(name) = arabic_name_key('Angela Merkel');
SELECT name FROM people WHERE arabic_name_key(name) = arabic_name_key('Netanyahu');
RESET enable_seqscan;
DROP TABLE people;
-- lexemes: a name has its key, other words have none
SELECT word, ts_lexize('arabic_names', word)
FROM unnest(ARRAY['بوتين', 'وبوتين', 'Putin', 'محمود', 'زقزوقي', 'وزقزوقي', 'والزقزوق', 'كتاب', 'الحكومة', 'الحرب', 'يناير', 'في', 'of', 'Xi', 'Ben-Gvir']) word;
-- one finds the other, both ways
WITH spellings(name, a, b) AS (VALUES
	('Putin', ARRAY['Putin', 'PUTIN', 'Poutine'], ARRAY['بوتين', 'وبوتين', 'لبوتين']),
	('Zelenskyy', ARRAY['Zelenskyy', 'Zelensky', 'زيلنسكي'], ARRAY['زيلينسكي', 'لزيلنسكي', 'زلينسكي']),
	('Erdogan', ARRAY['Erdogan', 'Erdoğan'], ARRAY['أردوغان', 'اردوغان', 'وأردوجان']),
	('Netanyahu', ARRAY['Netanyahu'], ARRAY['نتنياهو', 'ونتانياهو']),
	('Mahmoud', ARRAY['Mahmoud', 'Mahmud'], ARRAY['محمود', 'ومحمود']))
SELECT name, count(*) AS pairs,
	count(*) FILTER (WHERE to_tsvector('arabic_fts_names', y) @@ websearch_to_tsquery('arabic_fts_names', x)) AS there,
	count(*) FILTER (WHERE to_tsvector('arabic_fts_names', x) @@ websearch_to_tsquery('arabic_fts_names', y)) AS back
FROM spellings, unnest(a) x, unnest(b) y GROUP BY name ORDER BY name;
-- a name does not find another, nor another word
SELECT a, b, to_tsvector('arabic_fts_names', a) @@ plainto_tsquery('arabic_fts_names', b) AS found
FROM (VALUES ('بوتين', 'Biden'), ('ماكرون', 'Merkel'), ('غزة', 'Gates'), ('بتن', 'Putin'), ('كتاب', 'Kitab')) v(a, b);
-- queries
SELECT plainto_tsquery('arabic_fts_names', 'الرئيس بوتين');
SELECT phraseto_tsquery('arabic_fts_names', 'الرئيس بوتين');
SELECT arabic_websearch_to_tsquery('arabic_fts_names', '"الرئيس Putin" -Trump');
SELECT arabic_websearch_to_tsquery('arabic_fts_names', 'zelen* او =بوتين');
SELECT arabic_any_to_tsquery('arabic_fts_names', 'التقى Putin نتنياهو');
SELECT to_tsquery('arabic_fts_names', 'netan:*');
SELECT to_tsvector('arabic_fts_names', 'قال الرئيس بوتين') @@ phraseto_tsquery('arabic_fts_names', 'الرئيس Putin') AS phrase,
       to_tsvector('arabic_fts_names', 'بوتين الرئيس') @@ phraseto_tsquery('arabic_fts_names', 'الرئيس Putin') AS other_order;
SELECT to_tsvector('arabic_fts_names', 'قال زيلنسكي') @@ arabic_websearch_to_tsquery('arabic_fts_names', 'zelen*') AS prefix,
       to_tsvector('arabic_fts_names', 'قال بوتين') @@ arabic_websearch_to_tsquery('arabic_fts_names', 'قال -Putin') AS excluded;
-- highlights
SELECT ts_headline('arabic_fts_names', 'قال الوزير لبوتين إن Vladimir Putin في موسكو', plainto_tsquery('arabic_fts_names', 'Poutine'));
SELECT arabic_headline('arabic_fts_names', 'قال الوزير لبوتين إن Vladimir Putin في موسكو', plainto_tsquery('arabic_fts_names', 'Poutine'));
SELECT arabic_headline('arabic_fts_names', 'قال الوزير لبوتين إن Vladimir Putin في موسكو', arabic_websearch_to_tsquery('arabic_fts_names', '"vladimir بوتين"'));
SELECT arabic_headline('arabic_fts_names', 'لا أحد هنا غير زيلنسكي', plainto_tsquery('arabic_fts_names', 'Zelenskyy'));
-- ranking: the spelling that was asked for first, a mention is a word of its own
CREATE TABLE articles (id int, tsv tsvector);
INSERT INTO articles SELECT id, to_tsvector('arabic_fts_names', body) FROM (VALUES
	(1, 'وصل بوتين إلى موسكو'), (2, 'Putin arrived in Moscow today'), (3, 'وصل الوزير إلى المدينة'), (4, '@putin replied to all')) v(id, body);
SELECT id, round(arabic_bm25(tsv, bound)::numeric, 2) AS score
FROM articles, (SELECT plainto_tsquery('arabic_fts_names', 'بوتين') AS q) q,
	LATERAL (SELECT arabic_bm25_query(q, arabic_bm25_stats(tsv)) AS bound FROM articles) b
WHERE tsv @@ q ORDER BY score DESC, id;
DROP TABLE articles;
-- a long word and odd bytes are words like others
SELECT length(ts_lexize('arabic_names', repeat('بوتين', 100))::text) > 0 AS long_word;
SELECT ts_lexize('arabic_names', 'ـــ') AS only_tatweel, ts_lexize('arabic_names', '') AS empty;
