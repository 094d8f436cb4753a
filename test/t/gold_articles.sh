#!/bin/sh
# The fields of the five seed articles, exactly as in gold/articles.json.
. test/t/lib.sh
if [ ! -f "$shared/gold/articles.json" ] || ! command -v python3 >/dev/null; then
	skip 'the seed articles, or python3, are not here'
	done_testing
	exit
fi
db=arabic_fts_gold
psql -qXd postgres -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0"
q $db 'CREATE EXTENSION arabic_fts'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for f in "$shared"/seeds/*.txt; do
	psql -qXAt -v ON_ERROR_STOP=1 -v text="$(cat "$f"; echo x)" -d $db <<-'SQL' >"$work/$(basename "$f")"
		SELECT json_build_object('article', row_to_json(a), 'parts', (SELECT json_agg(p ORDER BY p.start) FROM arabic_article_parts(left(:'text', -1)) p))
		FROM arabic_article(left(:'text', -1)) a;
	SQL
done
out=$(python3 test/t/gold_articles.py "$shared/gold/articles.json" "$work")
printf '%s\n' "$out" | grep -v ' passed, '
passed=$(printf '%s\n' "$out" | tail -1 | cut -d' ' -f1)
failed=$(printf '%s\n' "$out" | tail -1 | cut -d' ' -f3)
psql -qXd postgres -c "DROP DATABASE $db"
done_testing
