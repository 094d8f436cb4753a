#!/bin/sh
# The numbers of the five seed articles, as in gold/articles.json: F1 of value and place.
. test/t/lib.sh
if [ ! -f "$shared/gold/articles.json" ] || ! command -v python3 >/dev/null; then
	skip 'the seed articles, or python3, are not here'
	done_testing
	exit
fi
db=arabic_fts_gold_numbers
psql -qXd postgres -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0"
q $db 'CREATE EXTENSION arabic_fts'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for f in "$shared"/seeds/*.txt; do
	psql -qXAt -v ON_ERROR_STOP=1 -v text="$(cat "$f"; echo x)" -d $db <<-'SQL' >"$work/$(basename "$f")"
		SELECT coalesce(json_agg(n ORDER BY n.start), '[]') FROM arabic_numbers(left(:'text', -1)) n;
	SQL
done
out=$(python3 test/t/gold_numbers.py "$shared/gold/articles.json" "$shared/seeds" "$work")
printf '%s\n' "$out" | grep '^#'
f1=$(printf '%s\n' "$out" | tail -1)
is 'F1 of the numbers of the seeds is .97 or more' "$(awk "BEGIN { print ($f1 >= 0.97) }")" 1
psql -qXd postgres -c "DROP DATABASE $db"
done_testing
