#!/bin/sh
# arabic_headline marks the very words that ts_headline marks, in every configuration, and is several times as fast
# on long text; on the evaluation corpus, or on the sample articles where it is not here.
. test/t/lib.sh
psql -qXd postgres -c "CREATE DATABASE fts_headline ENCODING 'UTF8' TEMPLATE template0"
q fts_headline 'CREATE EXTENSION arabic_fts'
dir=$(mktemp -d)
if [ -f "$shared/eval/retrieval/corpus.tsv" ]; then
	cut -f3 "$shared/eval/retrieval/corpus.tsv" | sed -n '1~4p'
else
	cat test/data/articles/*.txt | tr '\t' ' ' | sed '/^ *$/d'
fi | sed 's/\\/\\\\/g' >"$dir/docs"
psql -qXd fts_headline -v ON_ERROR_STOP=1 -c 'CREATE TABLE docs (id int GENERATED ALWAYS AS IDENTITY, body text)' \
	-c "\\copy docs (body) from '$dir/docs'"
rm -r "$dir"
# four words of each text, whichever
psql -qXd fts_headline -v ON_ERROR_STOP=1 <<'SQL'
SET client_min_messages = warning;
CREATE TABLE queries AS SELECT id, string_agg(quote_literal(w), ' | ') AS words
FROM docs, LATERAL (SELECT regexp_replace(w, '[^[:alpha:]]', '', 'g') AS w FROM regexp_split_to_table(body, '\s+') w
	WHERE length(w) > 2 ORDER BY md5(w || id) LIMIT 4) x
WHERE w <> '' GROUP BY id;
SQL
for c in arabic arabic_fts arabic_fts_exact arabic_fts_light arabic_fts_names arabic_fts_rich arabic_fts_root; do
	is "$c: the same marks as ts_headline" "$(q fts_headline "SET client_min_messages = warning;
		SELECT count(*) > 20, count(*) FILTER (WHERE arabic_headline('$c', body, q, 'HighlightAll=on, EscapeHTML=off') <>
			ts_headline('$c', body, q, 'HighlightAll=on'))
		FROM docs JOIN queries USING (id), LATERAL (SELECT to_tsquery('$c', words) AS q) q" | tail -1)" 't|0'
done
# promised is 4 times; a busy machine gets some allowance
is 'several times as fast on 100 kB' "$(q fts_headline "SET client_min_messages = warning;
	CREATE TABLE long AS SELECT string_agg(body, ' ') AS body FROM (SELECT body, sum(octet_length(body)) OVER (ORDER BY r, id) / 100000 AS n
		FROM docs, generate_series(1, 200) r LIMIT 4000) d GROUP BY n HAVING sum(octet_length(body)) > 80000 ORDER BY n LIMIT 10;
	DO \$\$
	DECLARE t timestamptz; a numeric[]; b numeric[]; n int;
	BEGIN
		FOR r IN 1..5 LOOP
			t := clock_timestamp();
			SELECT count(ts_headline('arabic', body, to_tsquery('arabic', 'زقزوقستان'))) INTO n FROM long;
			a := a || extract(epoch FROM clock_timestamp() - t);
			t := clock_timestamp();
			SELECT count(arabic_headline('arabic_fts', body, to_tsquery('arabic_fts', 'زقزوقستان'))) INTO n FROM long;
			b := b || extract(epoch FROM clock_timestamp() - t);
		END LOOP;
		CREATE TABLE ratio AS SELECT (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x) FROM unnest(a) x) /
			(SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x) FROM unnest(b) x) AS times;
	END \$\$;
	SELECT CASE WHEN times > 3 THEN 'yes' ELSE 'only ' || round(times::numeric, 1) || ' times' END FROM ratio" | tail -1)" yes
psql -qXd postgres -c 'DROP DATABASE fts_headline'
done_testing
