#!/bin/sh
# The dates of the five seed articles against gold/articles.json: F1 of spans that overlap and have the value.
. test/t/lib.sh
if [ ! -f "$shared/gold/articles.json" ] || ! command -v python3 >/dev/null; then
	skip 'the seed articles, or python3, are not here'
	done_testing
	exit
fi
db=arabic_fts_gold_dates
psql -qXd postgres -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0"
q $db 'CREATE EXTENSION arabic_fts'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for f in "$shared"/seeds/*.txt; do
	# a related article has no date of its own, and must not borrow the main one's
	psql -qXAt -v ON_ERROR_STOP=1 -v text="$(cat "$f"; echo x)" -d $db <<-'SQL' >"$work/$(basename "$f")"
		SELECT coalesce(json_agg(json_build_object('start', p.start + d.start - 2, 'length', d.length, 'content', d.content,
			'from', d.date_from, 'to', d.date_to, 'precision', d.precision, 'relative', d.relative) ORDER BY p.start, d.start), '[]')
		FROM arabic_article(left(:'text', -1)) a, arabic_article_parts(left(:'text', -1)) p,
			arabic_dates(p.content, CASE WHEN p.article = 0 THEN a.published_on END) d
		WHERE p.part IN ('title', 'heading', 'paragraph', 'related_title', 'related_heading', 'related_paragraph');
	SQL
done
out=$(python3 test/t/gold_dates.py "$shared/gold/articles.json" "$work")
printf '%s\n' "$out" | grep -v ' passed, '
passed=$(printf '%s\n' "$out" | tail -1 | cut -d' ' -f1)
failed=$(printf '%s\n' "$out" | tail -1 | cut -d' ' -f3)
psql -qXd postgres -c "DROP DATABASE $db"
done_testing
