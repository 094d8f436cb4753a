-- separators end keywords
SELECT arabic_split_keywords('اقتصاد، سوق العمل,طاقة؛ نفط') AS commas;
SELECT arabic_split_keywords('اقتصاد | سوق العمل | ') AS bars, arabic_split_keywords(E'اقتصاد\nسوق العمل\n') AS lines, arabic_split_keywords('اقتصاد • سوق العمل') AS bullets, arabic_split_keywords('اقتصاد - سوق العمل - ما-بعد') AS dashes;
SELECT arabic_split_keywords('#سوق_العمل #اقتصاد') AS hashtags;
-- repeated keywords stand once, whatever their spelling
SELECT arabic_split_keywords('القاهرة، قاهرة، القاهره') AS once;
-- nothing to split
SELECT arabic_split_keywords('') AS empty, arabic_split_keywords(' ، | ') AS signs, arabic_split_keywords(NULL) IS NULL AS no_line;
-- spaces join them: phrases of the article are keywords, with a proclitic or the article's lam too
SELECT arabic_split_keywords('مدينة الزهور بلدية حديقة كبيرة', 'افتتحت بلدية المدينة حديقة، كبيرة هي، في مدينة الزهور.') AS phrase;
SELECT arabic_split_keywords('غزل البنات مصنع', 'عرض جديد لغزل البنات هذا المساء') AS proclitic, arabic_split_keywords('النادي الكبير ملعب', 'فاز بالنادي الكبير وللنادي الكبير') AS article_joined;
-- two words apart, or with a conjunction, are no phrase
SELECT arabic_split_keywords('تونس ليبيا', 'بين تونس وليبيا') AS countries;
-- grammar: a preposition ends no keyword, an adjective follows its noun, an idafa stays together
SELECT arabic_split_keywords('الحرب في السودان') AS preposition, arabic_split_keywords('الأزمة الاقتصادية مصر') AS adjective, arabic_split_keywords('وزارة الصحة تونس') AS idafa;
-- a first name and what follows it
SELECT arabic_split_keywords('محمد العلوي تونس') AS person;
SELECT arabic_split_keywords('تميم بن حمد قطر') AS with_ibn;
-- in a list in the order of its letters, a word that goes back goes on
SELECT arabic_split_keywords('أوبك إيران ملعب بيروت تونس سوق ذهب غاز نفط هواء يورو') AS line;
-- a word typed at another keyboard, with the Persian letters of U+06A9 and U+06CC, begins a keyword
SELECT arabic_split_keywords('وزارة الخارجية الروسية فی أوکرانیا') AS keyboards;
-- keywords learned from a table
CREATE TABLE page (id int, body text);
INSERT INTO page SELECT g, format(E'خبر رقم %s\nتاريخ النشر: 3rd, May 2024 GMT\nنص الخبر رقم %1$s عن %s وما حولها.\nكلمات دلالية: %s\n', g,
	(ARRAY['وادي القمر', 'كرة الماء', 'أحوال'])[1 + g % 3],
	(ARRAY['تونس وادي القمر كرة الماء', 'كرة الماء أحوال وادي القمر', 'أحوال كرة الماء تونس', 'وادي القمر أحوال', 'تونس أحوال'])[1 + g % 5]) FROM generate_series(1, 60) g;
SELECT * FROM arabic_keyword_phrases((SELECT arabic_keyword_stats(body) FROM page)) ORDER BY lists DESC, keyword;
SELECT arabic_split_keywords('أحوال كرة الماء وادي القمر تونس', NULL, (SELECT arabic_keyword_stats(body) FROM page)) AS learned;
SELECT (arabic_article(body, keywords => stats)).keywords FROM page, (SELECT arabic_keyword_stats(body) AS stats FROM page) s WHERE id = 1;
SELECT (arabic_article(body, keywords => NULL)).keywords = (arabic_article(body)).keywords AS same FROM page WHERE id = 1;
-- from lines that stand in a column of their own, separated ones too
SELECT arabic_keyword_stats(line, body) FROM (VALUES ('وادي القمر، تونس', NULL), ('تونس وادي القمر', 'في وادي القمر'), (NULL, 'نص'), ('', '')) v(line, body);
-- as text and back
SELECT s::text::arabic_keyword_stats::text = s::text AS same FROM (SELECT arabic_keyword_stats(body) AS s FROM page) q;
SELECT arabic_keyword_stats(body) FROM page WHERE false;
SELECT ''::arabic_keyword_stats;
SELECT E'1 1 1\nx كلمة'::arabic_keyword_stats;
SELECT E'1 1 1\n1 كلمة\n2 كلمه'::arabic_keyword_stats;
-- the same from several workers
BEGIN;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
SET LOCAL max_parallel_workers_per_gather = 2;
ALTER TABLE page SET (parallel_workers = 2);
SELECT arabic_keyword_stats(body)::text AS parallel FROM page \gset
SET LOCAL max_parallel_workers_per_gather = 0;
SELECT arabic_keyword_stats(body)::text = :'parallel' AS same FROM page;
COMMIT;
DROP TABLE page;
-- any text
SELECT cardinality(arabic_split_keywords(repeat('كلمة أخرى ', 100000), repeat('كلمة أخرى ', 100000))) > 0 AS long;
SELECT arabic_split_keywords(repeat('ا', 1000)) = '{}' AS no_word, arabic_split_keywords(repeat('ا ', 3000)) AS same;
