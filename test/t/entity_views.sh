#!/bin/sh
# Views of entities survive pg_dump and restore, which works with an empty search_path, and can be refreshed then.
. test/t/lib.sh
: "${PGBIN:=$("${PG_CONFIG:-pg_config}" --bindir)}"
from=arabic_fts_dumped to=arabic_fts_restored
for db in $from $to; do
	psql -qXd postgres -c "DROP DATABASE IF EXISTS $db" -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0" 2>/dev/null
done
psql -qXAt -v ON_ERROR_STOP=1 -d $from >/dev/null <<-'SQL'
	CREATE SCHEMA fts;
	CREATE EXTENSION arabic_fts SCHEMA fts;
	CREATE TABLE news (id int PRIMARY KEY, body text);
	INSERT INTO news VALUES (1, 'قال الرئيس الفرنسي إيمانويل ماكرون في باريس إن العاصفة دانا اقتربت.'); -- Macron in Paris on the storm Dana
	CREATE TABLE storms (name text, kind text);
	INSERT INTO storms VALUES ('دانا', 'storm');
	SELECT fts.arabic_create_entity_views('news', 'id', 'body', 'a "b', 'storms');
	SELECT fts.arabic_create_entity_views('news', 'id', 'body', 'grown', 'storms', incremental => true);
SQL
r=0
"$PGBIN/pg_dump" $from | psql -qXAt -v ON_ERROR_STOP=1 -d $to >/dev/null 2>build/restore.log || r=1
is 'a dump is restored without errors' "$r$(cat build/restore.log)" 0
for view in '"a ""b_entities"' '"a ""b_pairs"' '"a ""b_names"' grown_entities grown_mentions; do
	sql="SELECT x FROM $view x ORDER BY x::text"
	is "the same after the restore: $view" "$(q $to "$sql")" "$(q $from "$sql")"
done
is 'names of the gazetteer are among them' "$(q $to "SELECT kind FROM grown_entities WHERE canonical = 'دانا'")" storm
q $to "INSERT INTO news VALUES (2, 'زار وزير الخارجية الألماني روما.')" >/dev/null # the German minister visited Rome
for prefix in 'a "b' grown; do
	q $to "SET search_path = fts; SELECT arabic_refresh_entity_views('$prefix', schema => 'public')" >/dev/null
done
is 'refreshed after the restore' "$(q $to 'SELECT count(*) FROM "a ""b_articles"') $(q $to 'SELECT count(*) FROM grown_articles')" '2 2'
is 'and still the same' "$(q $to 'SELECT count(*) FROM (TABLE "a ""b_entities" EXCEPT TABLE grown_entities) x')" 0
# a dump without data leaves views that a concurrent refresh can't fill
psql -qXd postgres -c "DROP DATABASE $to" -c "CREATE DATABASE $to ENCODING 'UTF8' TEMPLATE template0"
"$PGBIN/pg_dump" --schema-only $from | psql -qXAt -v ON_ERROR_STOP=1 -d $to >/dev/null 2>&1
q $to "SELECT fts.arabic_refresh_entity_views('a \"b')" >/dev/null
is 'views without data are filled by a refresh' "$(q $to 'SELECT count(*) FROM "a ""b_entities"')" 0
q $to "ALTER EXTENSION arabic_fts SET SCHEMA public; SELECT arabic_refresh_entity_views('a \"b'); SELECT arabic_drop_entity_views('a \"b')" >/dev/null
is 'they are refreshed and dropped when the extension has moved' "$(q $to "SELECT count(*) FROM pg_class WHERE relname LIKE 'a \"b%'")" 0
for db in $from $to; do psql -qXd postgres -c "DROP DATABASE $db"; done
done_testing
