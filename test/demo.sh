# Sourced by test/run: what the extension does with raw pages, for a reader who knows nothing of it.
# The pages are those of $shared/seeds where they are, else the samples in test/data/articles.
set -- "$shared"/seeds/*.txt
if [ -f "$1" ]; then
	without_signs='الازمه الاوكرانيه'	# for al-azma al-ukraniyya, the Ukrainian crisis
	with_clitics='وبالمفاوضات'	# and by the negotiations
	plural='حروب'	# wars
	page_to_cut=001
else
	set -- test/data/articles/*.txt
	without_signs='القريه'	# for al-qarya, the village
	with_clitics='وللمدارس'	# and for the schools
	plural='مواعيد'	# dates, appointments
	page_to_cut=aggregator_economy
fi
bold='' plain='' sel='[' unsel=']'
if [ -t 1 ]; then
	bold=$(printf '\033[1m') plain=$(printf '\033[0m') sel=$bold unsel=$plain
fi

heading() { printf '\n%s%s%s\n\n' "$bold" "$1" "$plain"; }

sql() { psql -qXAt -v ON_ERROR_STOP=1 "$@"; }

sql -c 'CREATE EXTENSION arabic_fts' -c "
CREATE TABLE page (
	name text PRIMARY KEY,
	body text,
	tsv tsvector GENERATED ALWAYS AS (arabic_article_to_tsvector(body)) STORED,
	builtin tsvector GENERATED ALWAYS AS (arabic_article_to_tsvector('pg_catalog.arabic', body)) STORED
)" -c 'CREATE INDEX ON page USING gin (tsv)'
load() # into which table, the files
{
	table=$1
	shift
	for f in "$@"; do
		sql -v name="$(basename "$f" .txt)" <<-EOF
			\\set body \`cat '$f'\`
			INSERT INTO $table VALUES (:'name', :'body');
		EOF
	done
}
load page "$@"
sql -c "SELECT format('arabic_fts %s on PostgreSQL %s.  %s raw pages of Arabic news are in the table page (name, body).',
	arabic_fts_version(), split_part(current_setting('server_version'), ' ', 1), count(*)) FROM page"

heading '1. Fields of a raw page:  SELECT (arabic_article(body)).* FROM page'
sql <<-'EOF'
	SELECT format(E'%s\n  title     %s\n  date      %s\n  author    %s\n  sources   %s\n  keywords  %s\n  body      %s lines: %s ...\n  related   %s\n',
		name, title, coalesce(published_on::text, '-'), coalesce(author, '-'), coalesce(array_to_string(sources, ' | '), '-'),
		coalesce(left(array_to_string(keywords, ' | '), 70), '-'),
		cardinality(string_to_array(a.body, E'\n')), left(a.body, 60), coalesce(related[1].title, '-'))
	FROM page, arabic_article(page.body) a ORDER BY name;
EOF

heading '2. How a page is read:  SELECT * FROM arabic_article_parts(body)'
echo 'Every character of the page is in exactly one part (white space between parts is not shown here).  Search sees'
echo 'the title, headings, paragraphs and keywords of article 0, which is the main one, and nothing else of the page.'
echo
sql -v page="$page_to_cut%" <<-'EOF'
	SELECT format('  article %s  %s%s', article, rpad(part, 20), left(content, 60) || CASE WHEN length > 60 THEN ' ...' ELSE '' END)
	FROM page, arabic_article_parts(body) WITH ORDINALITY
	WHERE name LIKE :'page' AND part <> 'separator' ORDER BY ordinality;
EOF

heading '3. Search:  SELECT ... WHERE tsv @@ websearch_to_tsquery('\''arabic_fts'\'', ...)'
echo 'The column tsv is generated from the page and has a GIN index.  The best match comes first; a match in the title'
echo "counts most.  For comparison: how many pages PostgreSQL's own configuration 'arabic' finds in the same texts."

search() # what is shown, what was typed
{
	printf '\n%s%s: %s%s\n' "$bold" "$1" "$2" "$plain"
	sql -v typed="$2" -v marks="StartSel=\"$sel\", StopSel=\"$unsel\"" <<-'EOF'
		SELECT format('  pages found: %s (by ''arabic'': %s)   the query: %s',
			count(*) FILTER (WHERE tsv @@ q), count(*) FILTER (WHERE builtin @@ b), q)
		FROM page, websearch_to_tsquery('arabic_fts', :'typed') q, websearch_to_tsquery('arabic', :'typed') b GROUP BY q;
		SELECT format(E'  %s. rank %s  %s\n                %s', row_number() OVER (ORDER BY rank DESC, name), round(rank::numeric, 2),
			ts_headline('arabic_fts', a.title, q, 'HighlightAll=true, ' || :'marks'),
			regexp_replace(ts_headline('arabic_fts', a.body, q, 'MaxFragments=1, MaxWords=14, MinWords=8, ' || :'marks'), '\s+', ' ', 'g'))
		FROM page, websearch_to_tsquery('arabic_fts', :'typed') q, ts_rank(tsv, q) rank, arabic_article(page.body) a
		WHERE tsv @@ q ORDER BY rank DESC, name LIMIT 3;
	EOF
}

search 'Typed in a hurry, without hamza and with heh for teh marbuta' "$without_signs"
search "Typed with clitics (words such as 'and', 'by', 'the' are written on the next one)" "$with_clitics"
search 'Typed in the plural, an irregular one' "$plural"

heading '4. Why did these words meet?  SELECT * FROM arabic_analyze(text)'
echo 'Each word is taken apart and brought back to its lemma, whose lexeme is what the index holds.  First the word that'
echo 'was typed, then its forms in the pages.'
echo
sql -v typed="$with_clitics $plural" <<-'EOF'
	WITH typed AS (
		SELECT lexeme, start FROM arabic_analyze(:'typed') WHERE reading = 1),
	words AS (
		SELECT DISTINCT ON (lexeme, token) a.*, in_page
		FROM (SELECT :'typed' AS body, 0 AS in_page UNION ALL SELECT (arabic_article(body)).body, 1 FROM page) t, arabic_analyze(body) a
		WHERE reading = 1 AND lexeme IN (SELECT lexeme FROM typed) ORDER BY lexeme, token, in_page),
	numbered AS (
		SELECT w.*, t.start AS place, row_number() OVER (PARTITION BY lexeme ORDER BY in_page, token) AS n
		FROM words w JOIN typed t USING (lexeme))
	SELECT format('  %s %s = %s%s%s (%s), lemma %s, lexeme %s', CASE in_page WHEN 0 THEN 'typed' ELSE 'found' END, token,
		CASE WHEN proclitics <> '' THEN proclitics || ' + ' END, stem, CASE WHEN enclitic <> '' THEN ' + ' || enclitic END,
		form, lemma, lexeme)
	FROM numbered WHERE n <= 5 ORDER BY place, n;
EOF

heading '5. Who, where, with whom, when:  SELECT arabic_create_entity_views(...)'
echo 'Twelve articles of two weeks (test/data/demo, in the table story); the names in them, as materialized views.'
echo
sql -c "
CREATE TABLE story (
	name text PRIMARY KEY,
	body text,
	tsv tsvector GENERATED ALWAYS AS (arabic_article_to_tsvector(body)) STORED
)" -c 'CREATE TABLE sample (name text PRIMARY KEY, body text)'
load story test/data/demo/*.txt
load sample test/data/articles/*.txt
sql <<-'EOF'
	SELECT FROM arabic_create_entity_views('story', key => 'name', content => 'body') \g /dev/null
	SELECT format('  %s %s mentions in %s articles, from %s to %s', rpad(kind, 14), rpad(canonical || ':', 24) || lpad(mentions::text, 2),
		lpad(articles::text, 2), first_seen, last_seen)
	FROM story_entities ORDER BY articles DESC, mentions DESC, canonical COLLATE "C" LIMIT 8;
	SELECT E'\nTogether:\n';
	SELECT format('  %s and %s in %s articles, %s sentences', canonical_a, canonical_b, articles, sentences)
	FROM story_pairs WHERE kind_a = 'person' AND kind_b = 'person'
	ORDER BY articles DESC, sentences DESC, canonical_a COLLATE "C", canonical_b COLLATE "C" LIMIT 3;
EOF
psql -qX -v file=build/demo.html -f test/demo/page.sql

printf '\nThe server of this demonstration is stopped and removed now.  Go on with "Quick start" in README.md.\n'
printf '%sA page to look at, made by the same SQL:%s  %s\n' "$bold" "$plain" "$top/build/demo.html"
