# Sourced by test/run: speed, side by side in one run.  On ../shared/eval's corpus repeated to 16 MB where it is
# there, else on the sample articles repeated.
rounds=${ROUNDS:-5}
work_tmp=$work/bench
mkdir -p "$work_tmp"
if [ -f "$shared/eval/retrieval/corpus.tsv" ]; then
	cut -f3 "$shared/eval/retrieval/corpus.tsv" >"$work_tmp/one"
	times=4
else
	say "the evaluation corpus is not here: the sample articles instead"
	cat test/data/articles/*.txt | tr '\t' ' ' | sed '/^ *$/d' >"$work_tmp/one"
	times=$((16000000 / $(wc -c <"$work_tmp/one") + 1))
fi
i=0; while [ $i -lt $times ]; do cat "$work_tmp/one"; i=$((i + 1)); done | sed 's/\\/\\\\/g' >"$work_tmp/docs"
cp test/bench/floor.c "$work_tmp/"
${CC:-cc} -O2 -shared -fPIC -I"$("$PG_CONFIG" --includedir-server)" -Isrc/pg -iquote test/bench -o "$work_tmp/floor.so" test/bench/floor.c
chmod -R a+rX "$work_tmp"
psql -qX -v ON_ERROR_STOP=1 -v floor="$work_tmp/floor" -f test/bench/floor.sql -f test/bench/bench.sql \
	-c 'CREATE EXTENSION arabic_fts' -c 'CREATE UNLOGGED TABLE docs (body text)' >/dev/null
psql -qX -c "\\copy docs from '$work_tmp/docs'" -c 'VACUUM ANALYZE docs' -c "SET max_parallel_workers_per_gather = 0"
psql -qXAt -c "SELECT 'documents: ' || count(*) || ', ' || pg_size_pretty(sum(octet_length(body))) FROM docs"

tsv() { printf "SELECT count(to_tsvector('%s', body)) FROM docs" "$1"; }
psql -qX -v ON_ERROR_STOP=1 <<SQL
SET max_parallel_workers_per_gather = 0;
\\pset footer off
\\echo
\\echo to_tsvector, all documents
WITH b AS MATERIALIZED (SELECT * FROM bench($rounds, \$\$$(tsv arabic)\$\$, \$\$$(tsv simple)\$\$, \$\$$(tsv arabic_fts_exact)\$\$,
	\$\$$(tsv arabic_fts_light)\$\$, \$\$$(tsv arabic_fts)\$\$, \$\$$(tsv arabic_fts_names)\$\$, \$\$$(tsv arabic_fts_root)\$\$, \$\$$(tsv floor)\$\$))
SELECT (regexp_match(statement, '''(.*)'''))[1] AS configuration, round(ms) AS ms,
	round((SELECT ms FROM b WHERE statement ~ '''arabic''') / ms, 2) AS "times arabic",
	round((SELECT ms FROM b WHERE statement ~ '''simple''') / ms, 2) AS "times simple",
	round((SELECT ms FROM b WHERE statement ~ '''floor''') / ms, 2) AS "of the floor"
FROM b ORDER BY ms DESC;
\\echo
\\echo ts_headline, 2000 documents, two words
CREATE TEMP TABLE sample AS SELECT body FROM docs LIMIT 2000;
WITH b AS MATERIALIZED (SELECT * FROM bench($rounds,
	\$\$SELECT count(ts_headline('arabic', body, plainto_tsquery('arabic', 'الحكومة الرئيس'))) FROM sample\$\$,
	\$\$SELECT count(ts_headline('arabic_fts_light', body, plainto_tsquery('arabic_fts_light', 'الحكومة الرئيس'))) FROM sample\$\$,
	\$\$SELECT count(ts_headline('arabic_fts', body, plainto_tsquery('arabic_fts', 'الحكومة الرئيس'))) FROM sample\$\$))
SELECT (regexp_match(statement, '''(.*?)'''))[1] AS configuration, round(ms) AS ms,
	round((SELECT ms FROM b WHERE statement ~ '''arabic''') / ms, 2) AS "times arabic"
FROM b ORDER BY ms DESC;
\\echo
\\echo arabic_headline, 40 documents of 100 kB, beside ts_headline of the built-in configuration
CREATE TEMP TABLE long AS SELECT string_agg(body, E'\\n' ORDER BY n) AS body
FROM (SELECT *, sum(octet_length(body)) OVER (ORDER BY n) / 100000 AS document FROM (SELECT body, row_number() OVER () AS n FROM docs) d) d
WHERE document < 40 GROUP BY document;
CREATE TEMP TABLE headlines AS SELECT words, f AS function, c AS configuration, format(
	'SELECT count(%s(%L, body, plainto_tsquery(%L, %L))) FROM long', f, c, c, query) AS statement
FROM (VALUES ('often', 'الحكومة الرئيس'), -- the government, the president
	('often, three words', 'الحكومة الرئيس الحرب'), -- the war
	('one of two never', 'الحكومة زقزوقستان'),
	('never', 'زقزوقستان قرقوزستان')) q(words, query),
	(VALUES ('ts_headline', 'arabic'), ('arabic_headline', 'arabic'), ('arabic_headline', 'arabic_fts'), ('arabic_headline', 'arabic_fts_rich')) v(f, c);
WITH b AS MATERIALIZED (SELECT h.*, ms FROM bench($rounds, VARIADIC (SELECT array_agg(statement) FROM headlines)) JOIN headlines h USING (statement))
SELECT b.words, b.function, b.configuration, round(b.ms / 40, 2) AS "ms a document", round(t.ms / b.ms, 1) AS "times ts_headline"
FROM b JOIN b t ON t.words = b.words AND t.function = 'ts_headline' ORDER BY words, b.ms DESC;
SQL

# texts of an article's length, as the functions are called
psql -qX -v ON_ERROR_STOP=1 <<SQL
SET max_parallel_workers_per_gather = 0;
\\pset footer off
\\echo
\\echo articles and spans in SQL, 4 MB
CREATE TABLE names AS SELECT 'اسم' || i || ' كبير' || i AS name, 'n' AS kind FROM generate_series(1, 100000) i;
CREATE TEMP TABLE articles AS SELECT body FROM docs LIMIT (SELECT ceil(4e6 / avg(octet_length(body))) FROM docs);
CREATE TEMP TABLE calls AS
SELECT ordinality AS n, call, format('SELECT count(*) FROM articles, %s AS x', call) AS statement
FROM unnest(ARRAY['to_tsvector(''arabic'', body)', 'arabic_article(body)', 'arabic_sentences(body)', 'arabic_numbers(body)',
	'arabic_dates(body)', 'arabic_quotes(body)', 'arabic_entities(body)', 'arabic_entities(body, ''names'')']) WITH ORDINALITY AS call;
WITH b AS MATERIALIZED (SELECT * FROM bench($rounds, VARIADIC (SELECT array_agg(statement) FROM calls)))
SELECT call, round((SELECT sum(octet_length(body)) FROM articles)::numeric / 1000 / ms::numeric, 1) AS "MB/s",
	round(((SELECT ms FROM b JOIN calls USING (statement) WHERE n = 1) / ms)::numeric, 2) AS "times to_tsvector"
FROM b JOIN calls USING (statement) ORDER BY n;
SQL

say ""
say "core alone, and the library in a backend"
${CC:-cc} -O2 -std=c99 -D_POSIX_C_SOURCE=199309L -DARA_BLOB_FILE='"build/arabic_fts.blob"' -o build/bench_core test/bench/core.c src/core/*.c -lm
build/bench_core "$work_tmp/one" "$PWD"
# Private_Dirty of smaps_rollup, read from outside so that the reading itself adds nothing.  Pages of a library
# that was just installed count as dirty until they are on disk.
sync
cat >"$work_tmp/memory.sql" <<'SQL'
SET max_parallel_workers_per_gather = 0;
SELECT count(body) AS n FROM (SELECT body FROM docs LIMIT 10) x \gset
SELECT pg_backend_pid() AS pid, clock_timestamp() AS t \gset
\setenv P :pid
\set before `awk '/Private_Dirty/ {print $2}' /proc/$P/smaps_rollup`
SELECT clock_timestamp() AS t0 \gset
SELECT length(to_tsvector(:'c', 'قال الوزير إن المدرسة')) AS n \gset
SELECT round(extract(epoch FROM clock_timestamp() - :'t0')::numeric * 1000, 1) AS first \gset
\set one `awk '/Private_Dirty/ {print $2}' /proc/$P/smaps_rollup`
SELECT format('%-16s first call %s ms; private memory + %s kB', :'c', :'first', :one - :before);
SQL
for c in arabic arabic_fts_light arabic_fts; do
	psql -qXAt -v ON_ERROR_STOP=1 -v c="$c" -f "$work_tmp/memory.sql"
done

say ""
say "search: the ten best by ts_rank and by BM25, and statistics"
if [ -f "$shared/eval/retrieval/queries.tsv" ]; then
	cut -f3 "$shared/eval/retrieval/queries.tsv" | awk 'NR % 26 == 1' >"$work_tmp/questions"
else
	awk 'NR % 20 == 1' "$work_tmp/one" | cut -d' ' -f1-7 | head -100 >"$work_tmp/questions"
fi
psql -qX -v ON_ERROR_STOP=1 <<SQL
SET max_parallel_workers_per_gather = 0;
\\pset footer off
CREATE UNLOGGED TABLE searched AS
SELECT row_number() OVER () AS id, to_tsvector('arabic_fts', body) AS tsv
FROM docs, generate_series(1, (SELECT ceil(20000.0 / count(*))::int FROM docs));
CREATE INDEX ON searched USING gin (tsv);
CREATE UNLOGGED TABLE hundred AS
SELECT tsv FROM searched, generate_series(1, (SELECT ceil(100000.0 / count(*))::int FROM searched)) LIMIT 100000;
VACUUM ANALYZE searched, hundred;
CREATE TABLE collection AS SELECT arabic_bm25_stats(tsv) AS stats FROM searched;
CREATE TABLE questions (question text);
\\copy questions from '$work_tmp/questions'
CREATE TABLE queries AS
SELECT q, arabic_bm25_query(q, stats) AS bound
FROM collection, (SELECT replace(plainto_tsquery('arabic_fts', question)::text, ' & ', ' | ')::tsquery AS q FROM questions) x
WHERE numnode(q) > 0;
-- the ten best for each question, all words optional; in score, q and bound stand for the query and the bound one
CREATE FUNCTION search(score text, ranked_scan bool) RETURNS void LANGUAGE plpgsql AS \$\$
DECLARE
	r record;
BEGIN
	PERFORM set_config('arabic_fts.enable_ranked_scan', ranked_scan::text, true);
	FOR r IN SELECT q, bound FROM queries LOOP
		EXECUTE format('SELECT id FROM searched WHERE tsv @@ %L::tsquery ORDER BY %s DESC LIMIT 10', r.q,
			replace(replace(score, ' q)', quote_literal(r.q) || '::tsquery)'), ' bound)', quote_literal(r.bound) || '::arabic_bm25_query)'));
	END LOOP;
END \$\$;
SELECT (SELECT count(*) FROM searched) AS documents, (SELECT count(*) FROM queries) AS questions,
	round((SELECT avg((SELECT count(*) FROM searched WHERE tsv @@ q)) FROM queries)) AS "found for each";
WITH b AS MATERIALIZED (SELECT * FROM bench($rounds, \$\$SELECT search('ts_rank(tsv, q)', false)\$\$,
	\$\$SELECT search('arabic_bm25(tsv, bound)', true)\$\$, \$\$SELECT search('arabic_bm25(tsv, bound)', false)\$\$))
SELECT (regexp_match(statement, '''(.*)'''))[1] || CASE WHEN statement ~ 'true' THEN ', ranked scan' ELSE ', sort' END AS "order by",
	round(ms / (SELECT count(*) FROM queries), 2) AS "ms a question",
	round((SELECT ms FROM b WHERE statement ~ 'ts_rank') / ms, 2) AS "times ts_rank"
FROM b ORDER BY ms DESC;
WITH b AS MATERIALIZED (SELECT * FROM bench($rounds, \$\$SELECT count(*) FROM ts_stat('SELECT tsv FROM hundred')\$\$,
	\$\$SELECT arabic_bm25_stats(tsv) FROM hundred\$\$))
SELECT CASE WHEN statement ~ 'ts_stat' THEN 'ts_stat' ELSE 'arabic_bm25_stats' END AS "100000 documents", round(ms) AS ms,
	round((SELECT ms FROM b WHERE statement ~ 'ts_stat') / ms, 2) AS "times ts_stat"
FROM b ORDER BY ms DESC;
SQL
