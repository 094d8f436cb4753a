#!/bin/sh
# One machine outgrown: a table over several servers by postgres_fdw.  Search and ranking go to where the rows are, the
# shards' statistics are merged, and the best ten are those of one server.  Starts two servers beside the running one.
. test/t/lib.sh
: "${PGBIN:=$("${PG_CONFIG:-pg_config}" --bindir)}"
. test/server.sh
if [ "$(q postgres "SELECT count(*) FROM pg_available_extensions WHERE name = 'postgres_fdw'")" = 0 ]; then
	skip 'postgres_fdw is not installed'
	done_testing
	exit
fi
db=arabic_fts_shards
shards=
stop_all()
{
	trap - EXIT
	for dir in $shards; do cluster_stop "$dir"; done
	psql -qXd postgres -c "DROP DATABASE IF EXISTS $db"
}
trap stop_all EXIT
trap 'exit 1' INT TERM HUP

psql -qXd postgres -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0"
# The table that users see, with no rows of its own, and for comparison one table that has them all
psql -qXAt -v ON_ERROR_STOP=1 -d $db <<-'SQL'
	CREATE EXTENSION arabic_fts;
	CREATE EXTENSION postgres_fdw;
	CREATE TABLE news (
		id int NOT NULL,
		body text,
		tsv tsvector GENERATED ALWAYS AS (to_tsvector('arabic_fts', body)) STORED
	) PARTITION BY HASH (id);
	CREATE TABLE whole (LIKE news INCLUDING GENERATED);
SQL
# extensions: what may be sent; fdw_tuple_cost: as from PostgreSQL 18 on, so that rows are not fetched to be sorted here
for n in 0 1; do
	dir=$(mktemp -d "${TMPDIR:-/tmp}/arabic_fts.XXXXXX")
	shards="$shards $dir"
	cluster_start "$dir" || exit 1
	PGHOST=$dir/socket psql -qXAt -v ON_ERROR_STOP=1 -d postgres <<-'SQL'
		CREATE EXTENSION arabic_fts;
		CREATE TABLE news (
			id int PRIMARY KEY,
			body text,
			tsv tsvector GENERATED ALWAYS AS (to_tsvector('arabic_fts', body)) STORED
		);
		CREATE INDEX ON news USING gin (tsv);
	SQL
	psql -qXAt -v ON_ERROR_STOP=1 -d $db <<-SQL
		CREATE SERVER shard_$n FOREIGN DATA WRAPPER postgres_fdw
			OPTIONS (host '$dir/socket', port '5432', dbname 'postgres', extensions 'arabic_fts',
				use_remote_estimate 'true', fdw_tuple_cost '0.2', fetch_size '20');
		CREATE USER MAPPING FOR CURRENT_USER SERVER shard_$n OPTIONS (user 'postgres');
		CREATE FOREIGN TABLE news_$n PARTITION OF news FOR VALUES WITH (MODULUS 2, REMAINDER $n)
			SERVER shard_$n OPTIONS (table_name 'news');
	SQL
done

# 4000 texts of 5 to 60 of 1000 words, some words frequent and some rare; always the same ones
psql -qXAt -v ON_ERROR_STOP=1 -d $db <<-'SQL'
	-- four letters none of which is a clitic or an ending
	CREATE FUNCTION word(n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
		SELECT translate(to_char(n, 'FM0000'), '0123456789', 'حجدرسعطغخش')
	$$;
	INSERT INTO whole (id, body)
	SELECT id, string_agg(word((1000 * power((hashint8(id * 1000 + k) & 65535) / 65536.0, 1.5))::int), ' ' ORDER BY k)
	FROM generate_series(1, 4000) id, LATERAL generate_series(1, 5 + id % 56) k GROUP BY id;
	CREATE INDEX ON whole USING gin (tsv);
	INSERT INTO news (id, body) SELECT id, body FROM whole;
	ANALYZE whole;
SQL
for dir in $shards; do PGHOST=$dir/socket psql -qXAt -d postgres -c 'VACUUM ANALYZE news'; done
is 'each shard has its rows' "$(q $db 'SELECT count(*) FROM news_0') $(q $db 'SELECT count(*) FROM news_1')" "$(q $db 'SELECT count(*) FILTER (WHERE tableoid = '"'news_0'"'::regclass) || '"' '"' || count(*) FILTER (WHERE tableoid = '"'news_1'"'::regclass) FROM news')"
is 'together they have all' "$(q $db 'SELECT count(*) FROM news')" 4000

# ---- statistics ----
# remote SQL: what the plan of a statement sends to the shards
remote()
{
	q $db "EXPLAIN (VERBOSE, COSTS OFF) $1" | sed -n 's/^ *Remote SQL: //p'
}

is 'each shard counts its own rows' \
	"$(remote 'SELECT arabic_bm25_stats(tsv) FROM news_0')" 'SELECT public.arabic_bm25_stats(tsv) FROM public.news'
psql -qXAt -v ON_ERROR_STOP=1 -d $db <<-'SQL'
	CREATE MATERIALIZED VIEW news_stats AS
	SELECT arabic_bm25_stats_merge(stats) AS stats
	FROM (SELECT arabic_bm25_stats(tsv) AS stats FROM news_0 UNION ALL SELECT arabic_bm25_stats(tsv) FROM news_1) shards;
SQL
is 'merged statistics are those of one table' \
	"$(q $db 'SELECT stats::text = (SELECT arabic_bm25_stats(tsv)::text FROM whole) FROM news_stats')" t

# ---- search ----
# best TABLE QUERY: the statement that shows the best ten
best()
{
	cat <<-SQL
		SELECT id, arabic_bm25(tsv, bound) AS score
		FROM $1, (SELECT arabic_bm25_query('$2', stats) AS bound FROM news_stats LIMIT 1) x
		WHERE tsv @@ '$2'
		ORDER BY arabic_bm25(tsv, bound) DESC, id LIMIT 10
	SQL
}

# the query bound to the statistics of all, which is what goes to a shard, as a constant
bind()
{
	q $db "SELECT quote_literal(arabic_bm25_query('$1', stats)) || '::arabic_bm25_query' FROM news_stats"
}

# best_bound TABLE QUERY BOUND
best_bound()
{
	echo "SELECT id, arabic_bm25(tsv, $3) AS score FROM $1 WHERE tsv @@ '$2' ORDER BY arabic_bm25(tsv, $3) DESC, id LIMIT 10"
}

words='حححج | حححد | حجدر' # numbers 1, 2 and 123
bound=$(bind "$words")
sent=$(remote "$(best_bound news "$words" "$bound")")
is 'the condition goes to each shard' "$(printf '%s\n' "$sent" | grep -c "WHERE ((tsv @@ ")" 2
is 'the ranking goes to each shard' "$(printf '%s\n' "$sent" | grep -c 'ORDER BY public\.arabic_bm25(tsv, .*) DESC')" 2
is 'the results are merged, not sorted' "$(q $db "EXPLAIN (COSTS OFF) $(best_bound news "$words" "$bound")" | grep -oE '(Merge Append|Sort)$')" 'Merge Append'
sent=$(remote "$(best_bound news_0 "$words" "$bound")")
is 'for one shard, the limit goes there, too' "$(printf '%s\n' "$sent" | grep -c 'ORDER BY public\.arabic_bm25(tsv, .*) DESC.* LIMIT 10::bigint$')" 1
# the limit goes to every shard when each is asked for its best ten
union()
{
	echo "SELECT * FROM (($(best_bound news_0 "$1" "$2")) UNION ALL ($(best_bound news_1 "$1" "$2"))) x ORDER BY score DESC, id LIMIT 10"
}
is 'asked one by one, every shard gets the limit' \
	"$(remote "$(union "$words" "$bound")" | grep -c 'ORDER BY public\.arabic_bm25(tsv, .*) DESC.* LIMIT 10::bigint$')" 2
# a shard finds its best rows by its index
dir=${shards##* }
if [ "$(q postgres "SHOW server_version_num")" -ge 190000 ]; then
	skip "the ranked scan is not ported to PostgreSQL 19 yet"
else
	is "a shard can scan by rank" "$(PGHOST=$dir/socket q postgres "SET enable_sort = off; EXPLAIN $(best_bound news "$words" "$(printf %s "$bound" | sed 's/arabic_bm25_query/public.&/')")" | grep -c ArabicRankedScan)" 1
fi

for words in 'حححح' "$words" 'حجدر | حسعط | حغخش | مدرسه' 'حححج & حححد' 'ححج:* | حسعط' 'حححج & !حححد'; do
	bound=$(bind "$words")
	want=$(q $db "$(best_bound whole "$words" "$bound")")
	is "the best ten of one server: $words" "$(q $db "$(best_bound news "$words" "$bound")")" "$want"
	is "asked one by one: $words" "$(q $db "$(union "$words" "$bound")")" "$want"
	is "bound in the statement: $words" "$(q $db "$(best news "$words")")" "$want"
done
is 'there is something to compare' "$(printf '%s\n' "$(q $db "$(best whole 'حححح')")" | wc -l)" 10
done_testing
