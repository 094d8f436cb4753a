#!/bin/sh
# Very long and very odd input: right or empty answers, in linear time, and a query that can be cancelled.
. test/t/lib.sh
db=arabic_fts_limits
psql -qXd postgres -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0"
q $db 'CREATE EXTENSION arabic_fts'

is 'a text of 100 MB is normalized' "$(q $db "SELECT length(arabic_normalize(repeat('مَدْرَسَةٌ ', 5500000)))")" 33000000
is 'a text of 100 MB of one word has one lexeme' "$(q $db "SELECT to_tsvector('arabic_fts', repeat('المدرسة ', 6600000)) IS NOT NULL")" t
is 'a text of 100 MB is an article' "$(q $db "SELECT length((arabic_article(repeat('قال الوزير إن المدرسة. ', 2500000))).body)")" 57499999
is 'a word of 1 MB is passed over' "$(q $db "SET client_min_messages = error; SELECT to_tsvector('arabic_fts', repeat('ب', 500000) || ' مدرسة')")" "'مدرسه':1"
is 'only marks give nothing' "$(q $db "SELECT to_tsvector('arabic_fts', repeat(U&'\\064B\\0652\\0640', 100000))")" ''
is 'unpaired controls give nothing' "$(q $db "SELECT to_tsvector('arabic_fts', repeat(U&'\\202E\\2067', 100000))")" ''
is 'a page of 50 MB without a line break is an article' "$(q $db "SELECT (arabic_article('الوزارة تعلن موعد المشروع 5 مايو 2024 10:30 ' || repeat('قال الوزير إن المدرسة. ', 1250000))).published_on")" 2024-05-05
is 'a page of 50 MB of short lines is an article' "$(q $db "SELECT (arabic_article(repeat(E'محمد علي\n', 3000000))).title")" 'محمد علي'
is '50 MB of markers have no body' "$(q $db "SELECT (arabic_article(repeat(E'كلمات دلالية: خبر\nإقرأ أيضاً:\n', 1000000))).body IS NULL")" t
is 'markers only have no title' "$(q $db "SELECT (arabic_article(repeat(E'المصدر: \\n', 1000))).title IS NULL")" t
is 'an empty text is an empty article' "$(q $db "SELECT arabic_article('')")" '(,,,,,,,,,,,)'
is 'an empty text has no parts' "$(q $db "SELECT count(*) FROM arabic_article_parts('')")" 0
is 'NULL stays NULL' "$(q $db "SELECT arabic_article(NULL) IS NULL, arabic_article_to_tsvector(NULL::text) IS NULL")" 't|t'
is 'parts put together are the text' "$(q $db "SELECT string_agg(content, '' ORDER BY start) = t FROM (VALUES (repeat(E'قال «فلان»:\\r\\n\\n إعلان x\\t', 5000))) v(t), arabic_article_parts(t) GROUP BY t")" t
is '20 MB of names are names' "$(q $db "SELECT count(*) FROM arabic_entities(repeat('باريس لندن ', 1000000))")" 2000000
is 'a word of 20 MB names nobody' "$(q $db "SELECT count(*) FROM arabic_entities(repeat('ا', 10000000))")" 0
is '50 MB of brackets name nobody' "$(q $db "SELECT count(*) FROM arabic_entities(repeat('(', 50000000))")" 0
is '20 MB of verbs and short quotations end' "$(q $db "SELECT count(*) FROM arabic_quotes(repeat('قال \"ا\" ', 1500000))")" 0
is 'a search for names is cancelled soon' "$(q $db "SET statement_timeout = 50; SELECT count(*) FROM arabic_entities(repeat('باريس لندن ', 1000000))" | sed -n 's/^ERROR: *//p')" \
	'canceling statement due to statement timeout'
is 'a long text is cancelled soon' "$(q $db "SET statement_timeout = 50; SELECT to_tsvector('arabic_fts', repeat('المدرسة والجامعة ', 20000000))" | sed -n 's/^ERROR: *//p')" \
	'canceling statement due to statement timeout'
psql -qXd postgres -c "DROP DATABASE $db"
done_testing
