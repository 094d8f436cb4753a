#!/bin/sh
# The vocabulary file: words, and what each dictionary makes of them.  A release that changes a lexeme changes
# arabic_fts_data_version(), and this file with it: make vocabulary.
. test/t/lib.sh
db=arabic_fts_vocabulary
psql -qXd postgres -c "DROP DATABASE IF EXISTS $db" -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0"
q $db 'CREATE EXTENSION arabic_fts'
file=test/data/vocabulary.tsv
words=$(mktemp) got=$(mktemp)
trap 'rm -f "$words" "$got"' EXIT
if [ -n "${RECORD:-}" ]; then
	cat test/data/articles/*.txt test/data/words.txt
else
	sed 1d "$file" | cut -f1
fi | tr -s '[:space:]' '\n' | tr -d '\\' >"$words"
{
	echo "# data version $(q $db 'SELECT arabic_fts_data_version()')"
	psql -qXAt -v ON_ERROR_STOP=1 -d $db <<-SQL
		CREATE TEMP TABLE w (word text);
		\\copy w from '$words'
		CREATE TEMP VIEW v AS SELECT DISTINCT token FROM w, ts_parse('arabic', word) WHERE tokid = 2;
		SELECT concat_ws(E'\\t', token, ts_lexize('arabic_exact', token)::text, ts_lexize('arabic_light', token)::text,
			ts_lexize('arabic_lemma', token)::text, ts_lexize('arabic_root', token)::text)
		FROM v ORDER BY token COLLATE "C";
	SQL
} >"$got"
[ -z "${RECORD:-}" ] || cp "$got" "$file"
is 'the lexemes are the recorded ones' "$(diff "$got" "$file" | head -20)" ''
psql -qXd postgres -c "DROP DATABASE $db"
done_testing
