-- arabic_websearch_to_tsquery: one fact a line; invisible characters are escaped
SELECT arabic_websearch_to_tsquery('وزراء المدارس') AS all_words; -- ministers, the schools
SELECT arabic_websearch_to_tsquery('arabic_fts_exact', 'وزراء المدارس') AS named_configuration;
SELECT arabic_websearch_to_tsquery('simple', 'Running -jumps') AS any_configuration;
SELECT arabic_websearch_to_tsquery(NULL) IS NULL AS null_stays;
-- OR
SELECT arabic_websearch_to_tsquery('وزير أو رئيس') AS or_word; -- minister or president
SELECT q, arabic_websearch_to_tsquery(q) = 'وزير | رئيس'::tsquery AS or_spelled
FROM unnest(ARRAY['وزير او رئيس', 'وزير OR رئيس', 'وزير or رئيس', 'وزير Or رئيس', U&'\0648\0632\064A\0631 \0623\064E\0648\0652 \0631\0626\064A\0633']) q ORDER BY q;
SELECT arabic_websearch_to_tsquery('وزير مدرسة أو رئيس جامعة') AS and_binds_tighter;
SELECT arabic_websearch_to_tsquery('"وزير أو رئيس"') AS word_in_quotes;
SELECT arabic_websearch_to_tsquery('أو وزير أو') AS or_at_the_ends;
SELECT arabic_websearch_to_tsquery('وزير أو أو OR رئيس') AS or_repeated;
-- NOT
SELECT arabic_websearch_to_tsquery('سلام -حرب') AS dash; -- peace without war
SELECT arabic_websearch_to_tsquery('سلام ليس حرب') AS laysa;
SELECT arabic_websearch_to_tsquery('سلام NOT حرب') AS not_word;
SELECT arabic_websearch_to_tsquery('peace not war') AS lower_case_is_a_word;
SELECT arabic_websearch_to_tsquery(U&'\0633\0644\0627\0645 \2212\062D\0631\0628') AS minus_sign;
SELECT arabic_websearch_to_tsquery('سلام - حرب') AS lone_dash_is_punctuation; -- as in titles
SELECT arabic_websearch_to_tsquery('سلام --حرب') AS dashes;
SELECT arabic_websearch_to_tsquery('سلام -"مجلس الحرب"') AS phrase_excluded;
SELECT arabic_websearch_to_tsquery('سلام -(حرب أو سلاح)') AS group_excluded;
SELECT arabic_websearch_to_tsquery('سلام -(حرب -سلاح)') AS exclusion_excluded;
SELECT arabic_websearch_to_tsquery('سلام -حرب،سلاح') AS dash_for_the_whole_chunk;
SELECT arabic_websearch_to_tsquery('سلام ليس') AS not_at_the_end;
SELECT arabic_websearch_to_tsquery('سلام -في') AS stop_word_excluded;
-- nothing that matches everything
SELECT q, numnode(arabic_websearch_to_tsquery(q)) AS nodes
FROM unnest(ARRAY['-حرب', 'ليس حرب', 'NOT حرب -سلام', '-(حرب سلام)', '-"حرب سلام"', '-حرب أو -سلام', '-(حرب أو سلام)', 'في من إلى', '-في']) q ORDER BY q;
SELECT arabic_websearch_to_tsquery('وزير أو -حرب') AS alternative_without_a_word;
SELECT arabic_websearch_to_tsquery('(وزير أو -حرب) -سلام') AS the_same_in_a_group;
SELECT arabic_websearch_to_tsquery('رئيس (وزير أو -حرب)') AS harmless_beside_a_word;
SELECT arabic_websearch_to_tsquery('-(-وزير)') AS double_negation;
-- phrases
SELECT q, arabic_websearch_to_tsquery(q) = '''وزير'' <-> ''مدرسه'''::tsquery AS phrase
FROM unnest(ARRAY['"وزراء المدارس"', '“وزراء المدارس”', '”وزراء المدارس“', '„وزراء المدارس“', '«وزراء المدارس»', '»وزراء المدارس«', '" وزراء المدارس "',
	'"وزراء المدارس', '«وزراء المدارس', '“وزراء المدارس"', '("وزراء المدارس', '"وزراء -المدارس)"']) q ORDER BY q;
SELECT arabic_websearch_to_tsquery('"وزراء في المدارس"') AS stop_word_keeps_distance;
SELECT arabic_websearch_to_tsquery('"في المدارس"') AS stop_word_first;
SELECT arabic_websearch_to_tsquery('"وزير" "مدرسة قديمة"') AS two_phrases;
SELECT arabic_websearch_to_tsquery('شاشة 24" جديدة') AS inches; -- a 24" screen
SELECT arabic_websearch_to_tsquery('وزير "') AS stray_quote, arabic_websearch_to_tsquery('وزير " مدرسة') AS stray_quote_inside;
SELECT arabic_websearch_to_tsquery('قال:"نعم للسلام"') AS quote_behind_colon;
SELECT numnode(arabic_websearch_to_tsquery('"" «» “ ”')) AS empty_phrases;
-- prefixes: what begins with the letters, or the word itself
SELECT arabic_websearch_to_tsquery('كتا*') AS prefix; -- kita...
SELECT arabic_websearch_to_tsquery('المفاو*') AS prefix_with_article;
SELECT arabic_websearch_to_tsquery('مدارس*') AS prefix_that_is_a_word;
SELECT arabic_websearch_to_tsquery('Runn*') AS latin_prefix;
SELECT arabic_websearch_to_tsquery('٢٠٢*') AS digits_prefix;
SELECT arabic_websearch_to_tsquery('#القد*') AS hashtag_prefix;
SELECT arabic_websearch_to_tsquery('مفاو٭ وزير') AS arabic_star;
SELECT arabic_websearch_to_tsquery('arabic_fts_exact', 'وزراء مدا*') AS exact_prefix;
SELECT arabic_websearch_to_tsquery('english', 'foundat*') AS foreign_prefix;
SELECT arabic_websearch_to_tsquery('وزير * ** م* *مدرسة') AS stars_alone;
SELECT to_tsvector('arabic_fts', 'المدارس') @@ arabic_websearch_to_tsquery('مدارس*') AS star_finds_no_less;
-- exact words
SELECT arabic_websearch_to_tsquery('=المدارس') AS no_exact_level, arabic_websearch_to_tsquery('arabic_fts_exact', '=المدارس') AS exact_level;
SELECT arabic_websearch_to_tsquery('سلام -=حرب = =') AS exact_excluded;
-- several levels of lexeme: the exact one for =, and nothing that finds more than the word where it is excluded
SELECT arabic_websearch_to_tsquery('arabic_fts_rich', '=المدارس') AS rich_exact;
SELECT arabic_websearch_to_tsquery('arabic_fts_rich', '=سلام -حرب') AS rich_excluded, arabic_websearch_to_tsquery('arabic_fts_rich', '=سلام -(سلاح حرب)') AS in_a_group;
SELECT v AS text, to_tsvector('arabic_fts_rich', v) @@ arabic_websearch_to_tsquery('arabic_fts_rich', 'مدار*') AS rich_prefix
FROM unnest(ARRAY['مدارس', 'مدرسة', 'مدار', 'دار']) v ORDER BY v;
SELECT to_tsvector('arabic_fts_rich', 'المدارس القديمة') @@ arabic_websearch_to_tsquery('arabic_fts_rich', '"مدرسة قديمة"') AS rich_phrase;
-- groups
SELECT arabic_websearch_to_tsquery('(وزير أو رئيس) مدرسة') AS group_of_alternatives;
SELECT arabic_websearch_to_tsquery('((وزير أو رئيس) مدرسة') AS never_closed;
SELECT arabic_websearch_to_tsquery('(وزير أو رئيس)) مدرسة') AS closed_twice;
SELECT arabic_websearch_to_tsquery(') وزير (') AS inside_out;
SELECT numnode(arabic_websearch_to_tsquery('() ( ) (()) ((')) AS empty_groups;
SELECT arabic_websearch_to_tsquery(repeat('(', 100) || 'وزير' || repeat(')', 50) || ' أو رئيس') AS deep_groups;
-- words as the parser and the dictionaries see them
SELECT arabic_websearch_to_tsquery('الروسية-التركية') AS hyphen;
SELECT v AS text, to_tsvector('arabic_fts', v) @@ arabic_websearch_to_tsquery('روسية-تركية') AS hyphen_finds
FROM unnest(ARRAY['الروسية-التركية', 'الروسية التركية', 'التركية الروسية']) v ORDER BY v;
SELECT arabic_websearch_to_tsquery('#القدس_عاصمة') AS hashtag;
SELECT arabic_websearch_to_tsquery('غزة،لبنان؛سوريا:اليمن') AS punctuation_without_space;
SELECT arabic_websearch_to_tsquery('وزير المدارس وزراء والوزير') AS each_once;
SELECT arabic_websearch_to_tsquery('١٢٣ ۱۲۳ 123 １２３') AS digits_of_any_kind;
SELECT arabic_websearch_to_tsquery('https://example.com/a?b=c') AS url;
SELECT arabic_websearch_to_tsquery('+وزير C++ & | ! :* <-> \') AS signs;
-- fields that we do not have
SELECT arabic_websearch_to_tsquery('site:aljazeera.net سلام') AS address_goes, arabic_websearch_to_tsquery('title:سلام author:') AS value_stays;
SELECT arabic_websearch_to_tsquery('-site:foo.com سلام') AS address_excluded, arabic_websearch_to_tsquery('الساعة:سلام') AS no_field;
-- mixed directions and bidi controls
SELECT arabic_websearch_to_tsquery(U&'\202B\0648\0632\064A\0631\202C \200F-\062D\0631\0628 \200E"NATO \2066summit\2069"') AS bidi_controls;
SELECT arabic_websearch_to_tsquery(U&'\0648\0632\064A\0631 \061C\0623\0648 \0631\0626\064A\0633') AS operator_behind_control;
-- nothing to search
SELECT replace(replace(q, U&'\200F', 'RLM '), U&'\202B', 'RLE') AS typed, numnode(arabic_websearch_to_tsquery(q)) AS nodes, numnode(arabic_any_to_tsquery(q)) AS any_nodes
FROM unnest(ARRAY['', ' ', '-', '*', '=', '"', '()', 'أو', 'OR', '- - -', '...', U&'\200F\202B', U&'\064B\0652']) q ORDER BY q COLLATE "C";
-- much text
SELECT numnode(arabic_websearch_to_tsquery(string_agg('word' || i, ' '))) AS ten_thousand_terms,
       numnode(arabic_any_to_tsquery(string_agg('word' || i, ' '))) AS any_of_them,
       to_tsvector('arabic_fts', 'word1000') @@ arabic_any_to_tsquery(string_agg('word' || i, ' ')) AS found
FROM generate_series(1, 10000) i;
SELECT numnode(arabic_websearch_to_tsquery('"' || string_agg('word' || i, ' '))) AS long_phrase FROM generate_series(1, 10000) i;
SET client_min_messages = warning; -- the server tells of words that are too long to be indexed
SELECT t, numnode(arabic_websearch_to_tsquery(repeat(t, 1000000 / octet_length(t)))) AS nodes, numnode(arabic_any_to_tsquery(repeat(t, 1000000 / octet_length(t)))) AS any_nodes
FROM unnest(ARRAY['وزير ', 'كتاب', 'في ', '(', '()', '-', '"', '" ', '(-', 'أو ', 'في,']) t ORDER BY t;
-- no text raises an error, none gives a query that matches a document without its words, relaxing loses nothing
CREATE TEMP TABLE pieces AS SELECT row_number() OVER () - 1 AS i, p FROM unnest(ARRAY[
	'وزير', 'مدارس', 'حرب', 'في', 'كتا*', '*', 'أو', 'OR', 'AND', 'NOT', 'ليس', '-', '=', '"', '“', '»', '(', ')', ' ', ' ', ' ', '،', ':', 'site:',
	'#', '@', '_', '.', '/', '١٢', '5', '%', '<b>', '&', '|', '!', '\', '''', U&'\200F', U&'\064B', 'Foo', 'foo-bar', 'ﷲ', 'é']) p;
CREATE TEMP TABLE texts AS
SELECT n, string_agg(p, '' ORDER BY k) AS t
FROM generate_series(1, 3000) n, generate_series(1, 12) k, pieces
WHERE i = ('x' || left(md5(n || '.' || k), 7))::bit(28)::int % 44 AND k <= 1 + n % 12
GROUP BY n;
SELECT count(*) AS texts,
       count(*) FILTER (WHERE ''::tsvector @@ q OR to_tsvector('arabic_fts', 'شجرة') @@ q) AS match_all,
       count(*) FILTER (WHERE q::text::tsquery::text <> q::text) AS broken,
       count(*) FILTER (WHERE v @@ q) > 0 AS some_match,
       count(*) FILTER (WHERE v @@ q AND NOT v @@ arabic_relax(q)) AS lost,
       count(*) FILTER (WHERE v @@ arabic_relax(q) AND NOT v @@ arabic_relax(arabic_relax(q))) AS lost_again
FROM (SELECT arabic_websearch_to_tsquery(a.t) AS q, to_tsvector('arabic_fts', b.t) AS v FROM texts a JOIN texts b ON b.n = a.n + 1) x;
-- arabic_any_to_tsquery
SELECT arabic_any_to_tsquery('هل زار الوزير المدارس في بغداد؟ الوزير زار') AS any_word; -- did the minister visit the schools in Baghdad?
SELECT arabic_any_to_tsquery('arabic_fts_exact', 'وزير وزراء') AS named_configuration;
SELECT arabic_any_to_tsquery('سلام -حرب "مدرسة* أو') AS no_operators;
SELECT arabic_any_to_tsquery(NULL) IS NULL AS null_stays;
-- arabic_relax
SELECT arabic_relax('a & b') AS and_becomes_or, arabic_relax('a <-> b') AS phrase_becomes_and, arabic_relax(arabic_relax('a <-> b')) AS twice;
SELECT arabic_relax('a & b & !c') AS exclusion_stays, arabic_relax('a & !(b & c)') AS inside_it_too;
SELECT arabic_relax('a <-> b & c & (d | e & f)') AS one_step, arabic_relax('a:*A & b:C') AS marks_stay;
SELECT arabic_relax('(a | !b) & c & d') AS alternative_without_a_word, arabic_relax('a <-> !b <-> c') AS exclusion_inside_a_phrase;
SELECT arabic_relax('a') AS word, arabic_relax('a | b') AS alternatives, arabic_relax('!a & !b') AS exclusions, numnode(arabic_relax('')) AS nothing;
RESET client_min_messages;
SELECT arabic_relax(arabic_relax(arabic_websearch_to_tsquery('arabic_fts_rich', '"مدرسة باب"'))) AS letters_of_a_word_stay_together;
-- one statement that searches, and searches wider if nothing is found
CREATE TABLE news (id int PRIMARY KEY, body text, tsv tsvector GENERATED ALWAYS AS (to_tsvector('arabic_fts', body)) STORED);
CREATE INDEX ON news USING gin (tsv);
INSERT INTO news (id, body) VALUES
	(1, 'زار الوزير المدرسة الجديدة في بغداد'), -- the minister visited the new school in Baghdad
	(2, 'مدرسة جديدة في البصرة'), -- a new school in Basra
	(3, 'أمطار غزيرة على دمشق'); -- heavy rain over Damascus
PREPARE search(text) AS
WITH strict AS MATERIALIZED (
	SELECT id, ts_rank(tsv, q) AS rank FROM news, arabic_websearch_to_tsquery($1) q WHERE tsv @@ q ORDER BY rank DESC, id LIMIT 10
), relaxed AS (
	SELECT id, ts_rank(tsv, q) AS rank FROM news, arabic_relax(arabic_relax(arabic_websearch_to_tsquery($1))) q
	WHERE NOT EXISTS (SELECT FROM strict) AND tsv @@ q ORDER BY rank DESC, id LIMIT 10
)
SELECT id, false AS relaxed FROM strict UNION ALL SELECT id, true FROM relaxed ORDER BY 1;
EXECUTE search('مدارس جديدة');
EXECUTE search('مدارس جديدة في دمشق -البصرة');
DEALLOCATE search;
DROP TABLE news;
