-- arabic_suggest: did you mean, against a vocabulary of the user's own
CREATE TABLE news (id int PRIMARY KEY, body text, tsv tsvector GENERATED ALWAYS AS (to_tsvector('arabic_fts', body)) STORED);
INSERT INTO news (id, body) VALUES
	(1, 'عقد مجلس الأمن الدولي جلسة حول فلسطين'), -- the Security Council held a session about Palestine
	(2, 'وزير الخارجية المصري يزور مستشفى المدينة'), -- the Egyptian foreign minister visits the city's hospital
	(3, 'قال الوزير إن مجلس الوزراء أقر خطة المدرسة الجديدة'), -- ... the council of ministers approved the plan of the new school
	(4, 'ضابط في الجيش يتحدث عن اقتصاد البلاد'), -- an officer of the army speaks about the country's economy
	(5, 'رسالة من الأمم المتحدة إلى مجلس الأمن بشأن فلسطين'), -- a letter of the United Nations to the Security Council about Palestine
	(6, 'The government of America and the parliament of Britain'),
	(7, 'مؤتمر صحفي عن التعليم في المدارس'); -- a press conference about teaching in schools
-- from words as they are written: a materialized view, to be refreshed now and then
CREATE MATERIALIZED VIEW vocabulary AS
SELECT arabic_vocabulary(token, n) AS words
FROM (SELECT token, count(DISTINCT id) AS n FROM news, ts_parse('public.arabic', body) WHERE tokid IN (1, 2) GROUP BY token) t;
SELECT q, suggestion, distance, ndoc
FROM vocabulary, unnest(ARRAY['فلصطين', 'فلسطن', 'فلسططين', 'فلسيطن', 'فلسطبن']) WITH ORDINALITY AS q (q, n), arabic_suggest(q, words, 1) ORDER BY n; -- sound, left out, doubled, exchanged, key beside
SELECT suggestion AS sound FROM vocabulary, arabic_suggest('ظابط', words, 1);
SELECT suggestion AS latin, distance FROM vocabulary, arabic_suggest('goverment', words, 1);
SELECT suggestion AS latin_case FROM vocabulary, arabic_suggest('Ameirca', words, 1);
SELECT suggestion AS glued FROM vocabulary, arabic_suggest('مجلسالأمن', words, 1);
SELECT suggestion AS cut FROM vocabulary, arabic_suggest('مج لس الأمن', words, 1);
SELECT suggestion AS hamza_as_written FROM vocabulary, arabic_suggest('موتمر', words, 1); -- mu'tamar
SELECT suggestion AS with_clitics FROM vocabulary, arabic_suggest('والمدرصة', words, 1);
-- a query keeps its operators and its other words
SELECT suggestion FROM vocabulary, arabic_suggest('"مجلص الأمن" -فلصطين (وزير أو ظابط)', words, 1);
SELECT suggestion, distance, ndoc FROM vocabulary, arabic_suggest('مجلص الأمن', words, 3) ORDER BY distance;
-- nothing to correct: a word in any form that the vocabulary has, stop words, folded letters, prefixes, numbers
SELECT q, count(s.*) AS suggestions
FROM vocabulary, unnest(ARRAY['فلسطين', 'مجلس الامن', 'وبالمدارس', 'مستشفي', 'إلى من في', 'فلصط*', '2023', 'a', '', '  ', '"-()*']) q LEFT JOIN LATERAL arabic_suggest(q, (SELECT words FROM vocabulary)) s ON true GROUP BY q ORDER BY q;
-- no word is near
SELECT count(*) AS suggestions FROM vocabulary, arabic_suggest('خخخخخخخخ', words);
-- from the lexemes of ts_stat, or of the tsvectors: lemmas, of which other forms are suggested too
CREATE TABLE lemmas AS SELECT arabic_vocabulary(word, ndoc) AS words FROM ts_stat('SELECT tsv FROM news');
SELECT (SELECT words::text FROM lemmas) = arabic_vocabulary(tsv)::text AS the_same FROM news;
SELECT suggestion AS lemma FROM lemmas, arabic_suggest('المدرصة', words, 1);
SELECT suggestion AS plural FROM lemmas, arabic_suggest('المدارص', words, 1);
SELECT suggestion AS other_configuration FROM lemmas, arabic_suggest('arabic_fts_root', 'فلصطين', words, 1);
SELECT count(*) AS known_as_lemma FROM lemmas, arabic_suggest('المدارس', words);
SELECT count(*) > 0 AS unknown_as_written FROM lemmas, arabic_suggest('arabic_fts_exact', 'المدارس', words);
-- the type: words in order, each with its documents; homographs without what tells them apart
SELECT 'كلمة:3 word:2 كلمه:1 شيء:1'::arabic_vocabulary AS text_form;
SELECT arabic_vocabulary(w, n) AS merged FROM (VALUES ('قتال#ia', 2), ('قتال', 3), ('Word', 1), ('word', 1), ('a', 5), ('www.example.com', 5), ('12', 5), ('كتاب', 0), ('وزير', -1), (NULL, 1), ('وزير', NULL), ('', 1), ('#', 1), ('covid19', 1)) v (w, n);
SELECT words::text::arabic_vocabulary::text = words::text AS round_trip FROM vocabulary;
SELECT arabic_vocabulary(w, 4000000000) AS many_documents FROM unnest(ARRAY['وزير', 'وزراء', 'وزير']) w;
SELECT ''::arabic_vocabulary AS empty, arabic_vocabulary(tsv) AS of_no_rows FROM news WHERE false;
SELECT count(*) AS of_empty FROM arabic_suggest('فلصطين مج لس', '');
-- what is no vocabulary
SELECT 'كلمة'::arabic_vocabulary;
SELECT 'كلمة:'::arabic_vocabulary;
SELECT 'كلمة:0'::arabic_vocabulary;
SELECT 'كلمة:-1'::arabic_vocabulary;
SELECT 'كلمة:1x'::arabic_vocabulary;
SELECT 'كلمة:99999999999999999999'::arabic_vocabulary;
SELECT ':1'::arabic_vocabulary;
SELECT 'two words:1'::arabic_vocabulary;
SELECT 'a.b:1'::arabic_vocabulary;
SELECT (repeat('ب', 41) || ':1')::arabic_vocabulary;
\set VERBOSITY sqlstate
SELECT 'كلمة:'::arabic_vocabulary;
\set VERBOSITY default
-- bad arguments
SELECT * FROM arabic_suggest('فلصطين', 'فلسطين:1', 0);
SELECT * FROM arabic_suggest('فلصطين', 'فلسطين:1', 101);
SELECT count(*) AS null_arguments FROM arabic_suggest(NULL, 'فلسطين:1') a, arabic_suggest('فلصطين', NULL) b;
SELECT count(*) AS long_word FROM arabic_suggest(repeat('ب', 500000), 'فلسطين:1');
SELECT count(*) AS many_words FROM arabic_suggest(repeat('فلصطين ', 70000), 'فلسطين:1');
SELECT length(suggestion) AS characters, distance AS eight_words FROM arabic_suggest(repeat('فلصطين ', 100), 'فلسطين:1', 1);
-- many words: the answer does not depend on where a word stands in the vocabulary
CREATE TABLE large AS SELECT arabic_vocabulary(translate(i::text, '0123456789', 'بتجحدرسعقم'), 1) AS words FROM generate_series(100000, 199999) i;
SELECT count(*) AS words, count(*) FILTER (WHERE w = ANY (found)) AS found, min(distance), max(distance)
FROM (SELECT w, array_agg(suggestion) AS found, min(distance) AS distance
	FROM generate_series(100000, 199999, 997) i, translate(i::text, '0123456789', 'بتجحدرسعقم') w, large, arabic_suggest('simple', w || substr(w, 6), words) s
	GROUP BY w) x; -- the last letter doubled
DROP MATERIALIZED VIEW vocabulary;
DROP TABLE news, lemmas, large;
