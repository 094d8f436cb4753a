-- What the analyzer brings together, and what it keeps apart; one fact a line
CREATE FUNCTION lexeme(word text) RETURNS text LANGUAGE sql AS $$ SELECT array_to_string(ts_lexize('arabic_lemma', word), ' ') $$;
SELECT a, b, lexeme(a) = lexeme(b) AS meet FROM (VALUES
	('مدارس', 'مدرسة'), -- schools, school
	('وزراء', 'وزير'), -- ministers, minister
	('يقولون', 'قال'), -- they say, he said
	('وبالمفاوضات', 'مفاوضة'), -- and by the negotiations, negotiation
	('قيل', 'قال'), -- it was said
	('دعوا', 'يدعو'), -- they called, he calls
	('مستشفيات', 'مستشفى'), -- hospitals, hospital
	('مستشفاهم', 'مستشفى'), -- their hospital
	('قضاة', 'القاضي'), -- judges, the judge
	('كبرى', 'أكبر'), -- greatest, feminine and masculine
	('للغة', 'لغات'), -- for the language, languages
	('زملاؤه', 'زميل'), -- his colleagues, colleague
	('يستخدمونها', 'استخدم'), -- they use it, he used
	('الجزائريين', 'جزائري'), -- the Algerians, Algerian
	('مسؤولين', 'مسئول'), -- responsible, two spellings
	('أوكرانيا', 'لاوكرانيا') -- Ukraine, for Ukraine without its hamza
) v(a, b) ORDER BY 1, 2;
SELECT a, b, lexeme(a) = lexeme(b) AS meet FROM (VALUES
	('وزير', 'زير'), -- minister, jar
	('كاتب', 'كتاب'), -- writer, book
	('مدرس', 'مدرسة'), -- teacher, school
	('وليد', 'ليد'), -- Walid is no and-Lid
	('بولندا', 'ولندا') -- Poland is no by-Wlanda
) v(a, b) ORDER BY 1, 2;
-- stop words with their clitics
SELECT w, lexeme(w) = '' AS stop FROM unnest(ARRAY['في', 'وفي', 'فإنه', 'وبأن', 'منها', 'والذي', 'عليهم', 'لذلك']) w ORDER BY w;
-- a name spelled like a stop word is none
SELECT lexeme('علي') <> '' AS the_name_ali;
-- every reading, best first, with what decided it
SELECT reading, proclitics, stem, enclitic, lemma, lexeme, root, pos, form, source FROM arabic_analyze('وبمدارسهم') ORDER BY reading;
SELECT token, start, length, kind, lexeme, source FROM arabic_analyze('قال Zelenskyy في #كييف 50%') WHERE reading = 1 ORDER BY start, length DESC;
-- start and length are in characters of the text
SELECT bool_and(substr(t, start, length) = token) AS spans_hold
FROM (VALUES ('وَقَالَ (الوزير) إنّ #القدس_عاصمة 50% من well-known')) v(t), arabic_analyze(t);
-- reading 1 decides the lexeme
SELECT count(*) AS differs FROM arabic_analyze('أعلنت وزارة الخارجية أن المفاوضات بين البلدين تقترب من اتفاق شامل') a
WHERE reading = 1 AND source = 'lexicon' AND ARRAY[lexeme] IS DISTINCT FROM ts_lexize('arabic_lemma', token);
-- an unknown word loses its article, and may lose one letter
SELECT ts_lexize('arabic_lemma', 'الغوغولبلكس') AS article, ts_lexize('arabic_lemma', 'وغوغولبلكس') AS letter;
SELECT arabic_lemmas('قال الوزراء إن المدارس ستفتح أبوابها'); -- the ministers said that the schools will open their doors
SELECT arabic_lemmas('') AS none, arabic_lemmas('123 abc') AS no_arabic;
SELECT arabic_root('يستخدمون') AS root, arabic_root('فلسطين') AS name, arabic_root('') AS empty;
DROP FUNCTION lexeme;
