#!/bin/sh
# A database that is not UTF8 gets one clear error, and keeps nothing.
. test/t/lib.sh
psql -qXd postgres -c "CREATE DATABASE fts_latin1 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
is 'the error names the need' \
	"$(q fts_latin1 'CREATE EXTENSION arabic_fts' | sed -n 's/^ERROR: *//p')" \
	'arabic_fts needs a database with encoding UTF8'
is 'the detail names the encoding' \
	"$(q fts_latin1 'CREATE EXTENSION arabic_fts' | sed -n 's/^DETAIL: *//p')" \
	'The encoding of this database is LATIN1.'
is 'nothing is left' "$(q fts_latin1 "SELECT count(*) FROM pg_extension WHERE extname = 'arabic_fts'")" 0
psql -qXd postgres -c 'DROP DATABASE fts_latin1'
done_testing
