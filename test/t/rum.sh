#!/bin/sh
# A RUM index serves the configurations, where RUM is installed.
. test/t/lib.sh
if [ "$(q postgres "SELECT count(*) FROM pg_available_extensions WHERE name = 'rum'")" = 0 ]; then
	skip 'RUM is not installed'
	done_testing
	exit
fi
db=arabic_fts_rum
psql -qXd postgres -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0"
psql -qXAt -d $db >/dev/null <<-'SQL'
	CREATE EXTENSION arabic_fts;
	CREATE EXTENSION rum;
	CREATE TABLE t (id int, tsv tsvector);
	INSERT INTO t SELECT i, to_tsvector('arabic_fts', CASE i % 100 WHEN 0 THEN 'وزراء المدارس' WHEN 1 THEN 'المدارس بعيدة عن الوزير' ELSE 'خبر رقم' END) FROM generate_series(0, 999) i;
	CREATE INDEX t_rum ON t USING rum (tsv rum_tsvector_ops);
	ANALYZE t;
SQL
is 'words' "$(q $db "SET enable_seqscan = off; SELECT count(*) FROM t WHERE tsv @@ plainto_tsquery('arabic_fts', 'وزير مدرسة')")" 20
is 'phrases' "$(q $db "SET enable_seqscan = off; SELECT count(*) FROM t WHERE tsv @@ phraseto_tsquery('arabic_fts', 'وزير مدرسة')")" 10
is 'order by distance' "$(q $db "SET enable_seqscan = off; SELECT id % 100 FROM t WHERE tsv @@ plainto_tsquery('arabic_fts', 'وزير مدرسة') ORDER BY tsv <=> plainto_tsquery('arabic_fts', 'وزير مدرسة') LIMIT 1")" 0
psql -qXd postgres -c "DROP DATABASE $db"
done_testing
