#!/bin/sh
# The names in the five seed articles against gold/entities.json: spans, kinds, canonical forms.
. test/t/lib.sh
gold entities entities.json <<-'SQL'
	SELECT coalesce(json_agg(e ORDER BY start), '[]') FROM arabic_entities(left(:'text', -1)) e;
SQL
