#!/bin/sh
# The dates of the five seed articles against gold/articles.json: F1 of spans that overlap and have the value.
. test/t/lib.sh
# a related article has no date of its own, and must not borrow the main one's
gold dates articles.json <<-'SQL'
	SELECT coalesce(json_agg(json_build_object('start', p.start + d.start - 2, 'length', d.length, 'content', d.content,
		'from', d.date_from, 'to', d.date_to, 'precision', d.precision, 'relative', d.relative) ORDER BY p.start, d.start), '[]')
	FROM arabic_article(left(:'text', -1)) a, arabic_article_parts(left(:'text', -1)) p,
		arabic_dates(p.content, CASE WHEN p.article = 0 THEN a.published_on END) d
	WHERE p.part IN ('title', 'heading', 'paragraph', 'related_title', 'related_heading', 'related_paragraph');
SQL
