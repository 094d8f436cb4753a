#!/bin/sh
# The fields of the five seed articles, exactly as in gold/articles.json.
. test/t/lib.sh
gold articles articles.json <<-'SQL'
	SELECT json_build_object('article', row_to_json(a), 'parts', (SELECT json_agg(p ORDER BY p.start) FROM arabic_article_parts(left(:'text', -1)) p))
	FROM arabic_article(left(:'text', -1)) a;
SQL
