#!/bin/sh
# The numbers of the five seed articles, as in gold/articles.json: F1 of value and place.
. test/t/lib.sh
gold numbers articles.json <<-'SQL'
	SELECT coalesce(json_agg(n ORDER BY n.start), '[]') FROM arabic_numbers(left(:'text', -1)) n;
SQL
