#!/bin/sh
# What users run beside us, where it is installed: pg_trgm over arabic_normalize, pg_textsearch over arabic_fts.
. test/t/lib.sh
available() { [ "$(q postgres "SELECT count(*) FROM pg_available_extensions WHERE name = '$1'")" = 1 ]; }
db=arabic_fts_others
psql -qXd postgres -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0"
psql -qXAt -d $db >/dev/null <<-'SQL'
	CREATE EXTENSION arabic_fts;
	CREATE TABLE t (id int PRIMARY KEY, body text);
	INSERT INTO t VALUES (1, 'عقد الوزراء اجتماعا في المدرسة'), (2, 'فتحت المدارس أبوابها'), (3, 'هطلت الأمطار على أوكرانيا');
	INSERT INTO t SELECT i, 'خبر رقم ' || i FROM generate_series(4, 500) i;
SQL
if available pg_trgm; then
	q $db 'CREATE EXTENSION pg_trgm; CREATE INDEX t_trgm ON t USING gin (arabic_normalize(body) gin_trgm_ops)' >/dev/null
	is 'pg_trgm: a part of a word, without its hamza' \
		"$(q $db "SET enable_seqscan = off; SELECT id FROM t WHERE arabic_normalize(body) LIKE '%' || arabic_normalize('اوكران') || '%'")" 3
else
	skip 'pg_trgm is not installed'
fi
if available pg_textsearch && q $db 'CREATE EXTENSION pg_textsearch' >/dev/null; then
	q $db "CREATE INDEX t_bm25 ON t USING bm25 (body) WITH (text_config = 'public.arabic_fts')" >/dev/null
	is 'pg_textsearch: a plural finds its singular' \
		"$(q $db "SELECT string_agg(id::text, ' ' ORDER BY id) FROM (SELECT id FROM t ORDER BY body <@> to_bm25query('مدارس', 't_bm25') LIMIT 2) x")" '1 2'
else
	skip 'pg_textsearch is not installed'
fi
psql -qXd postgres -c "DROP DATABASE $db"
done_testing
