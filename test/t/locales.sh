#!/bin/sh
# The same lexemes in every locale and on every server: checksums of all token types and lexemes, recorded in
# test/data/checksums.*.  After a change that is meant to change lexemes: make vocabulary.  What english_stem makes of
# English words is the server's, and 19 made it another, so it is left out.
. test/t/lib.sh
texts=$(mktemp)
trap 'rm -f "$texts"' EXIT

# checksum DATABASE: over the texts in the file, one a line, for each configuration
checksum()
{
	psql -qXAt -v ON_ERROR_STOP=1 -d "$1" <<-SQL
		CREATE EXTENSION IF NOT EXISTS arabic_fts;
		CREATE TEMP TABLE t (n int GENERATED ALWAYS AS IDENTITY, body text);
		\\copy t (body) from '$texts'
		CREATE FUNCTION pg_temp.without_english(cfg text) RETURNS regconfig LANGUAGE plpgsql AS \$\$
		BEGIN
			EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = %I)', cfg || '_only', cfg);
			EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING FOR asciiword, asciihword, hword_asciipart WITH arabic_exact', cfg || '_only');
			RETURN (cfg || '_only')::regconfig;
		END \$\$;
		SELECT cfg || ' ' || md5(string_agg(md5(to_tsvector(own, body)::text), '' ORDER BY n))
		FROM (SELECT cfg, pg_temp.without_english(cfg) AS own FROM unnest(ARRAY['arabic_fts', 'arabic_fts_exact', 'arabic_fts_light', 'arabic_fts_names', 'arabic_fts_rich', 'arabic_fts_root']) cfg OFFSET 0) c, t
		GROUP BY cfg ORDER BY cfg;
		SELECT 'tokens ' || md5(string_agg((SELECT md5(string_agg(tokid || token, ' ' ORDER BY o)) FROM ts_parse('arabic', body) WITH ORDINALITY p(tokid, token, o)), '' ORDER BY n)) FROM t;
	SQL
}

# compare NAME RECORDED: the checksums of the texts in each locale are the recorded ones
compare()
{
	for locale in "C" "C.UTF-8" "icu"; do
		case $locale in
		icu)
			version=$(q postgres 'SHOW server_version_num')
			options="LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR' LOCALE 'C'" ;;
		*) options="LC_COLLATE '$locale' LC_CTYPE '$locale'" ;;
		esac
		psql -qXd postgres -c 'DROP DATABASE IF EXISTS fts_locale'
		if ! out=$(q postgres "CREATE DATABASE fts_locale ENCODING 'UTF8' TEMPLATE template0 $options"); then
			skip "$1 in locale $locale: $out"
			continue
		fi
		got=$(checksum fts_locale)
		if [ -n "${RECORD:-}" ]; then
			printf '%s\n' "$got" >"$2"
		fi
		[ -n "$got" ] || got='no checksum'
		is "$1: same tokens and lexemes in locale $locale" "$got" "$(cat "$2")"
	done
	psql -qXd postgres -c 'DROP DATABASE IF EXISTS fts_locale'
}

cat test/data/articles/*.txt | tr -d '\\\r' | sed '/^[[:space:]]*$/d' >"$texts"
compare samples test/data/checksums.samples
if [ -f "$shared/eval/retrieval/corpus.tsv" ]; then
	cut -f3 "$shared/eval/retrieval/corpus.tsv" | tr -d '\\\r' >"$texts"
	compare corpus test/data/checksums.corpus
else
	skip 'the evaluation corpus is not here'
fi
done_testing
