#!/bin/sh
# The names in the five seed articles against gold/entities.json: spans, kinds, canonical forms.
. test/t/lib.sh
if [ ! -f "$shared/gold/entities.json" ] || ! command -v python3 >/dev/null; then
	skip 'the seed articles, or python3, are not here'
	done_testing
	exit
fi
db=arabic_fts_gold_entities
psql -qXd postgres -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0"
q $db 'CREATE EXTENSION arabic_fts'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for f in "$shared"/seeds/*.txt; do
	psql -qXAt -v ON_ERROR_STOP=1 -v text="$(cat "$f"; echo x)" -d $db <<-'SQL' >"$work/$(basename "$f")"
		SELECT coalesce(json_agg(e ORDER BY start), '[]') FROM arabic_entities(left(:'text', -1)) e;
	SQL
done
out=$(python3 test/t/gold_entities.py "$shared/gold/entities.json" "$work")
printf '%s\n' "$out" | grep -v ' passed, '
passed=$(printf '%s\n' "$out" | tail -1 | cut -d' ' -f1)
failed=$(printf '%s\n' "$out" | tail -1 | cut -d' ' -f3)
psql -qXd postgres -c "DROP DATABASE $db"
done_testing
