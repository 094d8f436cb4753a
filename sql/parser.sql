-- The parser: ids 1 to 23 are the default parser's, name by name
SELECT tokid, alias FROM ts_token_type('arabic') WHERE tokid <= 23
EXCEPT SELECT tokid, alias FROM ts_token_type('default');
SELECT tokid, alias, description FROM ts_token_type('arabic') WHERE tokid > 23 ORDER BY tokid;
-- what English text holds is told apart as the default parser does
SELECT tokid, token FROM ts_parse('arabic', 'See http://example.com/a/b.html?x=1 or mail me@example.org, 3.14 -5 1e-7 v1.2.3, well-known &amp; <b>bold</b> /usr/lib/x.so mp3')
WHERE tokid <> 12
EXCEPT ALL
SELECT tokid, token FROM ts_parse('default', 'See http://example.com/a/b.html?x=1 or mail me@example.org, 3.14 -5 1e-7 v1.2.3, well-known &amp; <b>bold</b> /usr/lib/x.so mp3')
WHERE tokid <> 12;
-- Arabic words, and Arabic punctuation as a boundary
SELECT * FROM ts_parse('arabic', 'قال: «نعم»، ثم؛ هل؟ “لا”۔ كلا…'); -- he said: yes, then; did? no. never
-- vocalized words are one token
SELECT count(*) AS words FROM ts_parse('arabic', 'وَقَالَ الوُزَرَاءُ') WHERE tokid = 2; -- and the ministers said
-- a hyphenated word and its parts
SELECT * FROM ts_parse('arabic', 'السياسية-الاقتصادية'); -- political-economic
-- hashtags and mentions with their words
SELECT * FROM ts_parse('arabic', '#القدس_عاصمة @user_name'); -- Jerusalem_capital
-- abbreviations
SELECT * FROM ts_parse('arabic', 'أ.ف.ب د. محمد'); -- AFP, Dr. Muhammad
-- numbers
SELECT * FROM ts_parse('arabic', '٢٠٢٣ ١٬٢٣٤٫٥ 50% ٪٢٥ الـ24 كوفيد19');
-- nothing and noise
SELECT * FROM ts_parse('arabic', '');
SELECT * FROM ts_parse('arabic', U&'\064B\0652\0640\200F');
-- no character is lost or repeated, apart from the wholes of compounds
SELECT string_agg(token, '' ORDER BY n) = t AS partition_holds
FROM (VALUES ('وقال (أ.ف.ب) إن 50% من #القدس_عاصمة well-known http://a.com/x at-least ١٬٢٣٤')) v(t),
  ts_parse('arabic', t) WITH ORDINALITY AS p(tokid, token, n)
WHERE tokid NOT IN (5, 15, 16, 17, 24, 25, 28) GROUP BY t;
