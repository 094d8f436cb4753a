#!/bin/sh
# The quotations of the five seed articles against gold/quotes.json: F1 of exact spans, share with the right speaker.
. test/t/lib.sh
gold quotes quotes.json <<-'SQL'
	SELECT coalesce(json_agg(json_build_object('start', start - 1, 'length', length, 'content', content,
		'speaker', speaker, 'carried', carried) ORDER BY start), '[]')
	FROM arabic_quotes(left(:'text', -1));
SQL
