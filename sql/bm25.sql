CREATE TABLE docs (id int PRIMARY KEY, tsv tsvector);
INSERT INTO docs VALUES
	(1, 'ant:1,5 bee:2,3,4 cow:6'),
	(2, 'ant:1A bee:2B cow:3C dog:4'),
	(3, 'bee:1 beetle:2,3 beehive:4 fly:5,6,7,8'),
	(4, 'dog:1,2,3,4,5,6,7,8,9'),
	(5, 'ant cow'), -- no positions: each counts 1
	(6, ''),
	(7, NULL); -- not a document
-- The numbers
SELECT arabic_bm25_stats(tsv) FROM docs;
SELECT s, quote_literal(s) || '::arabic_bm25_stats' AS stats FROM (SELECT arabic_bm25_stats(tsv) AS s FROM docs) x \gset
SELECT arabic_bm25_documents(:stats), arabic_bm25_average_length(:stats) = 29 / 6.0 AS average;
SELECT lexeme, arabic_bm25_df(:stats, lexeme) FROM unnest(ARRAY['ant', 'bee', 'be', 'zoo', '', 'antler']) lexeme;
SELECT * FROM arabic_bm25_lexemes(:stats) ORDER BY lexeme;
SELECT arabic_bm25_stats(tsv) FROM docs WHERE false;
SELECT arabic_bm25_average_length(arabic_bm25_stats(tsv)) IS NULL AS unknown FROM docs WHERE false;

-- The score is that of plain SQL
CREATE FUNCTION plain_bm25(doc int, terms text[], k1 float8 DEFAULT 1.2, b float8 DEFAULT 0.75) RETURNS float8
LANGUAGE sql AS $$
	WITH postings AS (
		SELECT id, lexeme, coalesce(array_length(positions, 1), 1) AS tf FROM docs, unnest(tsv)
	), n AS (
		SELECT count(tsv)::float8 AS n, (SELECT sum(tf) FROM postings) / count(tsv)::float8 AS average FROM docs
	)
	SELECT coalesce(sum(ln(1 + (n - df + 0.5) / (df + 0.5)) *
		tf * (k1 + 1) / (tf + k1 * (1 - b + b * (SELECT sum(tf) FROM postings WHERE id = doc) / average))), 0)
	FROM n, unnest(terms) term, LATERAL (SELECT count(*) AS df FROM postings WHERE lexeme = term) d,
		LATERAL (SELECT tf FROM postings WHERE lexeme = term AND id = doc) t
$$;
CREATE VIEW compared AS
SELECT q, id, k1, b, arabic_bm25(tsv, q::tsquery, s, k1, b) AS score,
	arabic_bm25(tsv, arabic_bm25_query(q::tsquery, s), k1, b) AS bound_score, plain_bm25(id, terms, k1, b) AS plain
FROM docs, (SELECT arabic_bm25_stats(tsv) AS s FROM docs) x, (VALUES
	('ant', ARRAY['ant']),
	('ant | bee', ARRAY['ant', 'bee']),
	('bee & fly & zoo', ARRAY['bee', 'fly', 'zoo']),
	('ant | ant | bee', ARRAY['ant', 'ant', 'bee']), -- twice in the query counts twice
	('ant <-> bee <2> cow', ARRAY['ant', 'bee', 'cow']), -- a phrase counts as its terms
	('cow & !(ant | !bee) & dog', ARRAY['cow', 'dog']) -- what must not be there adds nothing
) v (q, terms), (VALUES (1.2, 0.75), (0, 0.75), (2, 0), (1.5, 1)) p (k1, b)
WHERE tsv IS NOT NULL;
SELECT count(*), count(*) FILTER (WHERE plain > 0) AS positive, max(abs(score - plain)) < 0.00001 AS equal,
	count(*) FILTER (WHERE score <> bound_score) AS differently_bound
FROM compared;
-- the defaults
SELECT count(*) FROM compared, docs d WHERE k1 = 1.2 AND b = 0.75 AND d.id = compared.id
	AND score <> arabic_bm25(tsv, q::tsquery, :stats);
-- rows that do not match have a score, too
SELECT id, round(arabic_bm25(tsv, 'ant & bee & fly', :stats)::numeric, 4) AS score FROM docs ORDER BY id;

-- A bound query
SELECT arabic_bm25_query('ant | bee:* | dog:AB | !cow | ant', :stats);
SELECT arabic_bm25_query('ant | bee:*BA | x:*', :stats)::text::arabic_bm25_query::text =
	arabic_bm25_query('ant | bee:*BA | x:*', :stats)::text AS same;
-- lexemes with every character that is quoted
SELECT arabic_bm25_query($$ 'it''s' | 'back\\slash' | 'a b' $$, 'documents=0 length=0') AS q \gset
SELECT :'q'::arabic_bm25_query::text = :'q' AS same;
-- terms may have weights of one's own
SELECT arabic_bm25('ant:1 bee:2', 'average_length=2 ''ant''=3 ''b'':*=0.5');

-- A prefix is one term: it occurs wherever a lexeme starts so, and is as rare as if these were independent
SELECT round(arabic_bm25(tsv, 'bee:*', :stats)::numeric, 4) AS score, round((ln(1 + (6 - df + 0.5) / (df + 0.5)) * 4 * 2.2 /
	(4 + 1.2 * (0.25 + 0.75 * 8 / (29 / 6.0))))::numeric, 4) AS plain
FROM docs, (SELECT 6 * (1 - (1 - 3 / 6.0) * (1 - 1 / 6.0) * (1 - 1 / 6.0)) AS df) d WHERE id = 3;
SELECT arabic_bm25(tsv, 'zoo:*', :stats) FROM docs WHERE id = 3;

-- Weights in the query choose the positions that count; as for @@, a lexeme without positions has any
SELECT id, arabic_bm25(tsv, 'ant:A', :stats) > 0 AS a, arabic_bm25(tsv, 'ant:BC', :stats) > 0 AS bc,
	arabic_bm25(tsv, 'ant:ABCD', :stats) = arabic_bm25(tsv, 'ant', :stats) AS any
FROM docs WHERE tsv @@ 'ant' ORDER BY id;
-- Weights of the fields: {D, C, B, A}
SELECT id, arabic_bm25('{1, 1, 1, 1}', tsv, 'ant | bee | cow', :stats) = arabic_bm25(tsv, 'ant | bee | cow', :stats) AS all_one,
	arabic_bm25('{0, 1, 1, 1}', tsv, 'ant | bee | cow', :stats) > 0 AS labelled,
	round(arabic_bm25('{0.1, 0.2, 0.4, 3}', tsv, arabic_bm25_query('ant', :stats))::numeric, 4) AS ant
FROM docs WHERE tsv @@ 'ant' ORDER BY id;

-- Statistics of parts add up to those of the whole
SELECT arabic_bm25_stats_merge(s)::text = :'s' AS merged
FROM (SELECT arabic_bm25_stats(tsv) AS s FROM docs GROUP BY id % 3 UNION ALL SELECT NULL) x;
SELECT ((SELECT arabic_bm25_stats(tsv) FROM docs WHERE id < 4) + (SELECT arabic_bm25_stats(tsv) FROM docs WHERE id >= 4))::text = :'s' AS added;
SELECT (:stats - (SELECT arabic_bm25_stats(tsv) FROM docs WHERE id < 4))::text =
	(SELECT arabic_bm25_stats(tsv) FROM docs WHERE id >= 4)::text AS subtracted;
SELECT :stats - :stats AS nothing;
SELECT 'documents=1 length=1 ''ant''=1'::arabic_bm25_stats - 'documents=2 length=1 ''ant''=1';
SELECT 'documents=2 length=9 ''ant''=1'::arabic_bm25_stats - 'documents=1 length=1 ''bee''=1';
SELECT 'documents=2 length=9 ''ant''=2'::arabic_bm25_stats - 'documents=1 length=1';
SELECT 'documents=9223372036854775807 length=1'::arabic_bm25_stats + 'documents=1 length=1';
SELECT arabic_bm25_stats_merge('documents=9223372036854775807 length=1') FROM generate_series(1, 2);

-- More lexemes than one block holds, some long: in memory, stored, and through text and binary
CREATE TABLE words AS
SELECT i AS id, array_to_tsvector(ARRAY['w' || i % 3000, 'x' || i % 7, repeat(chr(1570 + i % 30), i % 1000 + 1), 'y']) AS tsv
FROM generate_series(1, 20000) i;
CREATE TABLE stats AS SELECT arabic_bm25_stats(tsv) AS s FROM words;
SELECT count(*), bool_and(arabic_bm25_df(s, lexeme) = df) AS found, bool_and(lexeme > before COLLATE "C") AS ascending
FROM stats, LATERAL (SELECT lexeme, df, lag(lexeme) OVER (ROWS UNBOUNDED PRECEDING) AS before FROM arabic_bm25_lexemes(s)) l;
SELECT count(*) AS different
FROM stats, LATERAL arabic_bm25_lexemes(s) l
FULL JOIN (SELECT word, ndoc FROM ts_stat('SELECT tsv FROM words')) t ON word = lexeme AND ndoc = df
WHERE word IS NULL OR lexeme IS NULL;
SELECT arabic_bm25_df(s, 'w'), arabic_bm25_df(s, 'w2999'), arabic_bm25_df(s, 'zzz'), arabic_bm25_df(s, '!') FROM stats;
CREATE TABLE copied (s arabic_bm25_stats, q arabic_bm25_query);
COPY (SELECT s, arabic_bm25_query('w1 | w2:*A | x:B', s) FROM stats) TO PROGRAM 'cat >bm25.copy' (FORMAT binary);
COPY copied FROM PROGRAM 'cat bm25.copy' (FORMAT binary);
COPY (SELECT s, arabic_bm25_query('w1 | w2:*A | x:B', s) FROM stats) TO PROGRAM 'cat >bm25.copy';
COPY copied FROM PROGRAM 'cat bm25.copy; rm bm25.copy';
SELECT count(*), bool_and(c.s::text = stats.s::text) AS same_statistics,
	bool_and(q::text = arabic_bm25_query('w1 | w2:*A | x:B', stats.s)::text) AS same_query
FROM copied c, stats;
-- a plain value, one toasted in parts, one compressed, and a short one give the same scores
ALTER TABLE copied ALTER s SET STORAGE extended;
TRUNCATE copied;
INSERT INTO copied SELECT s::text::arabic_bm25_stats FROM stats;
SELECT count(*) AS differing
FROM words w, stats, (SELECT s FROM copied) copied, (SELECT s::text::arabic_bm25_stats AS s FROM stats OFFSET 0) plain,
	(VALUES ('w1 | x3'), ('w:* & y'), ('x:* | w12:* | w5')) v (q)
WHERE id % 50 = 0 AND (arabic_bm25(tsv, q::tsquery, stats.s) <> arabic_bm25(tsv, q::tsquery, copied.s)
	OR arabic_bm25(tsv, q::tsquery, stats.s) <> arabic_bm25(tsv, arabic_bm25_query(q::tsquery, plain.s)));
-- the value may change from row to row
SELECT id, round(arabic_bm25('ant:1', 'ant', s)::numeric, 4) AS score
FROM (VALUES (1, 'documents=9 length=9 ''ant''=1'::arabic_bm25_stats), (2, 'documents=9 length=9 ''ant''=2'),
	(3, 'documents=8 length=9 ''ant''=2')) v (id, s) ORDER BY id;

-- Parallel aggregation gives the same
CREATE TABLE serial AS SELECT arabic_bm25_stats(tsv)::text AS s FROM words;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
CREATE FUNCTION plan_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) ' || statement INTO plan;
	RETURN plan;
END $$;
SELECT plan_of('SELECT arabic_bm25_stats(tsv) FROM words') LIKE '%"Partial"%' AS is_parallel;
SELECT arabic_bm25_stats(tsv)::text = (SELECT s FROM serial) AS same FROM words;
SELECT count(*), bool_and(parts.s = whole.s) AS same
FROM (SELECT id % 5 AS part, arabic_bm25_stats(tsv)::text AS s FROM words GROUP BY 1) parts
JOIN (SELECT part, (SELECT arabic_bm25_stats(tsv)::text FROM words WHERE id % 5 = part) AS s FROM generate_series(0, 4) part) whole USING (part);
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;
RESET max_parallel_workers_per_gather;

-- What is odd, and still has an answer
SET client_min_messages = warning;
SELECT arabic_bm25('ant:1,2 bee:3', '', :stats) AS empty_query;
SELECT arabic_bm25('', 'ant', :stats) AS empty_document;
SELECT arabic_bm25('ant:1,2 bee:3', '!ant', :stats) AS all_negated;
SELECT arabic_bm25('ant:1,2 bee:3', 'ant', none) > arabic_bm25('ant:1 bee:2,3', 'ant', none) AS empty_statistics FROM (SELECT 'documents=0 length=0'::arabic_bm25_stats AS none) x;
SELECT arabic_bm25('ant:1', 'ant', 'documents=7 length=70 ''other''=3'::arabic_bm25_stats) > 0 AS statistics_of_others;
SELECT arabic_bm25('ant:1', 'ant', 'documents=7 length=0'::arabic_bm25_stats) > 0 AS empty_documents;
SELECT arabic_bm25(NULL, 'ant', :stats) IS NULL AND arabic_bm25('ant', NULL, :stats) IS NULL AND arabic_bm25('ant', 'ant', NULL::arabic_bm25_stats) IS NULL AS unknown;
RESET client_min_messages;
-- 10000 terms, over short and long documents
SELECT string_agg('w' || i, ' | ') || ' | w29:* | x:*' AS q FROM generate_series(1, 10000) i \gset
SELECT count(*), bool_and(abs(arabic_bm25(tsv, q, s) - arabic_bm25(tsv, short, s)) < 0.00001) AS same
FROM words, stats, (SELECT :'q'::tsquery AS q) x, LATERAL (SELECT ('w' || id % 3000 || CASE WHEN id % 3000 = 0 THEN '0' ELSE '' END || ' | w29:* | x:*')::tsquery AS short) y
WHERE id % 100 = 7;

-- Errors
SELECT arabic_bm25('ant', 'ant', :stats, -1);
SELECT arabic_bm25('ant', 'ant', :stats, 'nan');
SELECT arabic_bm25('ant', 'ant', :stats, 1.2, 1.1);
SELECT arabic_bm25('{1,2,3}', 'ant', 'ant', :stats);
SELECT arabic_bm25('{1,2,3,NULL}', 'ant', 'ant', :stats);
SELECT arabic_bm25('{1,2,3,-4}', 'ant', 'ant', :stats);
CREATE FUNCTION error_of(type text, value text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	state text;
	message text;
	detail text;
BEGIN
	EXECUTE format('SELECT %L::%s', value, type);
	RETURN 'no error';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
	RETURN state || ': ' || message || ': ' || detail;
END $$;
SELECT left(value, 50) AS value, error_of('arabic_bm25_stats', value) AS error
FROM unnest(ARRAY['', 'documents=1', 'documents=x length=1', 'documents=-1 length=1', 'documents=99999999999999999999 length=1',
	'documents=1 length=1 ant=1', 'documents=1 length=1 ''ant', 'documents=1 length=1 ''ant''', 'documents=1 length=1 ''ant''=0',
	'documents=1 length=1 ''ant''=2', 'documents=1 length=1 ''bee''=1 ''ant''=1', 'documents=1 length=1 ''ant''=1 ''ant''=1',
	'documents=1 length=1 ''''=1', 'documents=1 length=1 ''ant''=1x', 'documents=1 length=1 ''' || repeat('a', 2048) || '''=1',
	'documents=1 length=1 ''ant\']) value;
SELECT value, error_of('arabic_bm25_query', value) AS error
FROM unnest(ARRAY['', 'average_length=', 'average_length=-1', 'average_length=nan', 'average_length=1 ''ant''', 'average_length=1 ''ant'':=1',
	'average_length=1 ''ant'':E=1', 'average_length=1 ''ant'':A', 'average_length=1 ''ant''=-1', 'average_length=1 ''ant''=inf']) value;
COPY copied FROM PROGRAM 'printf "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\2\0\0\0\2\1\0\377\377\377\377"' (FORMAT binary);
SELECT count(*) AS copied FROM copied;

-- The ranked scan: rows by score from a GIN index, few of them looked at
INSERT INTO words SELECT 20000 + i, to_tsvector('simple', 'w' || i % 50 || ' y w' || i % 50) FROM generate_series(1, 500) i;
INSERT INTO words SELECT 21000 + i, setweight(to_tsvector('simple', 'w' || i % 50 || ' w' || i % 60 || ' x1 ' || 'y'), 'B') FROM generate_series(1, 500) i;
INSERT INTO words VALUES (0, NULL);
CREATE INDEX ON words USING gin (tsv);
UPDATE words SET id = -id WHERE id % 10 = 3;
DELETE FROM words WHERE id % 10 = 5;
ANALYZE words;
SELECT arabic_bm25_stats(tsv) AS s FROM words \gset
SET client_min_messages = warning;
-- the same rows with the same scores as by sorting, in a query and its condition of any form
CREATE FUNCTION ranked(condition text, score text, rest text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	statement text := format('SELECT string_agg(concat_ws('' '', id, score), '','') FROM (SELECT id, %2$s AS score FROM words WHERE %1$s ORDER BY %2$s DESC, id %3$s) x', condition, score, rest);
	sorted text;
	ranked text;
BEGIN
	PERFORM set_config('arabic_fts.enable_ranked_scan', 'off', true);
	EXECUTE statement INTO sorted;
	PERFORM set_config('arabic_fts.enable_ranked_scan', 'on', true);
	PERFORM set_config('enable_sort', 'off', true);
	PERFORM set_config('jit', 'off', true);
	EXECUTE statement INTO ranked;
	RETURN CASE WHEN sorted IS NOT DISTINCT FROM ranked THEN 'same' ELSE 'different' END ||
		CASE WHEN plan_of(statement) LIKE '%ArabicRankedScan%' THEN ', ranked' ELSE ', sorted' END;
END $$;
SELECT v.*, ranked(format('tsv @@ %L::tsquery', condition), format('arabic_bm25(tsv, %L, %L::arabic_bm25_stats)', query, :'s'), rest)
FROM (VALUES
	('w1', 'w1', 'LIMIT 10'),
	('w1 | w11 | x1', 'w1 | w11 | x1', 'LIMIT 10'),
	('w1 | w11 | x1', 'w1 | w11 | x1', 'LIMIT 20 OFFSET 50'),
	('w1 | x1', 'w1 | x1', ''), -- all rows
	('w1:* | x2', 'w1:* | x2', 'LIMIT 10'),
	('w1:A | w1:B | x2:B', 'w1:A | w1:B | x2:B', 'LIMIT 10'),
	('w1 & x1 & y', 'w1 & x1 & y', 'LIMIT 10'),
	('y & (w1 | w2 | w3) & !x1', 'y & (w1 | w2 | w3) & !x1', 'LIMIT 10'),
	('y & !x1', 'y & !x1', 'LIMIT 10'),
	('!x1', '!x1', 'LIMIT 10'), -- all scores are 0
	('w1 <-> w1 | w2 <-> y', 'w1 <-> w1 | w2 <-> y', 'LIMIT 10'),
	('w1 | w2', 'w2 | w3', 'LIMIT 400'), -- the condition and the score are about different words
	('w1', 'w1 | w2', 'LIMIT 10'),
	('w1 | w2', '', 'LIMIT 10'),
	('', 'w1', 'LIMIT 10'),
	('zoo | zebra', 'zoo | zebra', 'LIMIT 10')) v (condition, query, rest);
SELECT ranked('tsv @@ ''w1 | x2'' AND id % 2 = 0', format('arabic_bm25(''{0.1,0.2,5,1}''::real[], tsv, arabic_bm25_query(''w1 | x2'', %L), 3, 0.1)', :'s'), 'LIMIT 10') AS weighted;
SELECT ranked('tsv @@ ''w1 | x2''', 'arabic_bm25(tsv, NULL::arabic_bm25_query)', 'LIMIT 10') AS null_query;
SELECT ranked('tsv @@ ''w1 | x2''', 'arabic_bm25(tsv, (SELECT arabic_bm25_query(''w1 | x2'', s) FROM stats))', 'LIMIT 10') AS subquery;
SELECT ranked('''w1 | x2'' @@ tsv', 'arabic_bm25(tsv, (SELECT arabic_bm25_query(''w1 | x2'', s) FROM stats))', 'LIMIT 10') AS commuted;
SELECT ranked('tsv @@ (''w1 | x2'' || CASE WHEN random() >= 0 THEN '''' END)::tsquery', 'arabic_bm25(tsv, ''w1'', (SELECT s FROM stats))', 'LIMIT 10') AS volatile;
-- with too little memory for the lists of frequent words
SET work_mem = '64kB';
SET hash_mem_multiplier = 1;
SELECT query, ranked(format('tsv @@ %L::tsquery', query), format('arabic_bm25(tsv, %L, %L::arabic_bm25_stats)', query, :'s'), rest)
FROM (VALUES
	('w1 | w11 | x1', 'LIMIT 10'),
	('w1 | y', 'LIMIT 200'),
	('x1 | x2 | x3 | x4 | y', 'LIMIT 100'),
	('y & !x1', 'LIMIT 100')) v (query, rest);
RESET work_mem;
RESET hash_mem_multiplier;
-- for each row of something else, and for one row by a join
SELECT count(*) AS differing FROM unnest(ARRAY['w1 | x1', 'w2 | x2 | w3', 'w7:* & x3']) q,
	LATERAL (SELECT array_agg(id) AS ranked FROM (SELECT id FROM words WHERE tsv @@ q::tsquery
		ORDER BY arabic_bm25(tsv, q::tsquery, (SELECT s FROM stats)) DESC, id LIMIT 5) x) a,
	LATERAL (SELECT array_agg(id) AS sorted FROM (SELECT id FROM words WHERE tsv @@ q::tsquery
		ORDER BY arabic_bm25(tsv, q::tsquery, (SELECT s FROM stats)) + 0 DESC, id LIMIT 5) x) b
WHERE ranked <> sorted;
CREATE FUNCTION joined(one_row text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	statement text := 'SELECT string_agg(id::text, '','') FROM (SELECT id FROM words, ' || one_row || ' AS one (q, bound) WHERE tsv @@ q ORDER BY arabic_bm25(tsv, bound) DESC, id LIMIT 10) x';
	ranked text;
	sorted text;
BEGIN
	PERFORM set_config('arabic_fts.enable_ranked_scan', 'off', true);
	EXECUTE statement INTO sorted;
	PERFORM set_config('arabic_fts.enable_ranked_scan', 'on', true);
	PERFORM set_config('enable_sort', 'off', true);
	EXECUTE statement INTO ranked;
	RETURN CASE WHEN sorted = ranked THEN 'same' ELSE 'different' END ||
		CASE WHEN plan_of(statement) LIKE '%ArabicRankedScan%' THEN ', ranked' ELSE ', sorted' END;
END $$;
CREATE TABLE bound_queries (name text PRIMARY KEY, q tsquery, bound arabic_bm25_query);
INSERT INTO bound_queries SELECT q, q::tsquery, arabic_bm25_query(q::tsquery, s) FROM stats, unnest(ARRAY['w1 | x1', 'w2 | x2']) q;
SELECT joined('(SELECT q, bound FROM bound_queries WHERE name = ''w1 | x1'')') AS unique_key;
SELECT joined('(SELECT ''w1 | x1''::tsquery, arabic_bm25_query(''w1 | x1'', s) FROM stats LIMIT 1)') AS subquery;
SELECT joined('(SELECT q, bound FROM bound_queries)') AS many_rows;
-- partitions are merged
CREATE TABLE parted (id int, tsv tsvector) PARTITION BY HASH (id);
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX ON parted USING gin (tsv);
INSERT INTO parted SELECT * FROM words WHERE tsv IS NOT NULL;
ANALYZE parted;
SELECT plan_of('SELECT id FROM parted WHERE tsv @@ ''w1 | x1'' ORDER BY arabic_bm25(tsv, ''w1 | x1'', (SELECT s FROM stats)) DESC, id LIMIT 20') ~ 'ArabicRankedScan.*ArabicRankedScan' AS ranked;
SELECT array_agg(p.id ORDER BY p.n) = array_agg(w.id ORDER BY w.n) AS same
FROM (SELECT id, row_number() OVER () AS n FROM (SELECT id FROM parted WHERE tsv @@ 'w1 | x1'
	ORDER BY arabic_bm25(tsv, 'w1 | x1', (SELECT s FROM stats)) DESC, id LIMIT 20) x) p
JOIN (SELECT id, row_number() OVER () AS n FROM (SELECT id FROM words WHERE tsv @@ 'w1 | x1'
	ORDER BY arabic_bm25(tsv, 'w1 | x1', (SELECT s FROM stats)) DESC, id LIMIT 20) x) w USING (n);
-- a cursor goes both ways, and stops where it is told to
BEGIN;
DECLARE c SCROLL CURSOR FOR SELECT id FROM words WHERE tsv @@ 'w1 | w11' ORDER BY arabic_bm25(tsv, 'w1 | w11', (SELECT s FROM stats)) DESC, id;
FETCH 3 c;
MOVE ABSOLUTE 2 c;
FETCH 2 c;
COMMIT;
DROP TABLE docs, words, stats, copied, serial, bound_queries, parted CASCADE;
DROP FUNCTION plain_bm25, plan_of, error_of, ranked, joined;
