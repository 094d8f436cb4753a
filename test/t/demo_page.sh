#!/bin/sh
# The page of make demo: needs nothing from the network, and what articles say can't become markup.
. test/t/lib.sh
db=arabic_fts_page
psql -qXd postgres -c "DROP DATABASE IF EXISTS $db" -c "CREATE DATABASE $db ENCODING 'UTF8' TEMPLATE template0" 2>/dev/null
psql -qXAt -v ON_ERROR_STOP=1 -d $db >/dev/null <<-'SQL'
	CREATE EXTENSION arabic_fts;
	CREATE TABLE story (name text PRIMARY KEY, body text,
		tsv tsvector GENERATED ALWAYS AS (arabic_article_to_tsvector(body)) STORED);
	CREATE TABLE sample AS SELECT name, body FROM story;
	CREATE TABLE hostile (name text, kind text, canonical text);
	INSERT INTO hostile VALUES ('الشركة الشريرة', '<script>kind', '"><script>canonical</script>'); -- the evil company
SQL
page() { psql -qX -v ON_ERROR_STOP=1 -d $db -v file=build/demo_page.html -f test/demo/page.sql 2>&1; }
views() { q $db "SELECT arabic_create_entity_views('story', 'name', 'body', gazetteer => 'hostile')" >/dev/null; }

views
is 'without articles there still is a page' "$(page)$(tail -1 build/demo_page.html)" '</div></body></html>'
q $db "SELECT arabic_drop_entity_views('story')" >/dev/null
q $db "INSERT INTO story VALUES ('\"><script>key', E'<script>title</script> & \"quoted\" مياه دجلة\nتاريخ النشر: 2nd, March 2025 GMT\n'
	'قال الرئيس الفرنسي إيمانويل ماكرون <script>alert(1)</script> إن الشركة الشريرة في باريس & لندن، \"اتفاق\" على مياه دجلة.\n'
	'قال وزير الخارجية <img src=x onerror=y> في 4 مارس 2025 إن باريس <b>تدعم</b> الاتفاق.\n'
	'المصدر: <script>source\nكلمات دلالية: <script>keywords باريس\n')" >/dev/null
q $db 'INSERT INTO sample SELECT name, body FROM story' >/dev/null
views
is 'a page of hostile articles is made' "$(page)" ''
is 'with no markup of theirs' "$(grep -ciE '<(script|img|b>تدعم)' build/demo_page.html)" 0
is 'but their text' "$(grep -c '&lt;script&gt;alert(1)' build/demo_page.html | sed 's/[1-9][0-9]*/some/')" some
is 'nothing comes from elsewhere' "$(grep -ciE 'https?:|url\(|@import|<link|<script|<[^>]*(src|href)=' build/demo_page.html)" 0
if command -v python3 >/dev/null; then
	is 'every element is closed' "$(python3 - <<-'PY'
		from html.parser import HTMLParser
		open_elements, wrong = [], []
		class Page(HTMLParser):
		    def handle_starttag(self, tag, attrs):
		        if tag not in ('meta', 'br'): open_elements.append(tag)
		    def handle_startendtag(self, tag, attrs): pass
		    def handle_endtag(self, tag):
		        if not open_elements or open_elements.pop() != tag: wrong.append((tag, self.getpos()))
		Page().feed(open('build/demo_page.html', encoding='utf-8').read())
		print(open_elements, wrong[:3])
	PY
	)" '[] []'
else
	skip 'python3 is not installed'
fi
psql -qXd postgres -c "DROP DATABASE $db"
rm -f build/demo_page.html
done_testing
