-- Writes to the file :file one page of HTML from the tables story and sample and the views of entities: nothing but SQL,
-- psql and a style sheet.
\set ON_ERROR_STOP 1
\pset format unaligned
\pset tuples_only on
\set QUIET 1
\i test/demo/functions.sql
\i test/demo/timeline.sql
\set style `cat test/demo/style.css`
\o :file
SELECT format('<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>من ذُكر، وأين، ومع من، ومتى</title>
<style>
%s
</style>
</head>
<body><div class="page">', :'style');

SELECT format('<header class="masthead"><div class="kicker">arabic_fts %s · PostgreSQL %s</div>
<h1>من ذُكر، وأين، ومع من، ومتى</h1>
<p class="standfirst">من صفحات أخبار خام إلى عناوين وأسماء وعلاقات وتواريخ وبحث: هذه الصفحة كلها صنعتها استعلامات SQL داخل قاعدة البيانات.</p>
<div class="tiles">', arabic_fts_version(), split_part(current_setting('server_version'), ' ', 1));
SELECT format('<div class="tile"><b>%s</b>%s</div>', value, label)
FROM (VALUES
	(1, (SELECT count(*) FROM story_articles), 'خبرا'),
	(2, (SELECT count(*) FROM story_entities WHERE kind = 'person'), 'شخصا'),
	(3, (SELECT count(*) FROM story_entities WHERE kind = 'place'), 'مكانا'),
	(4, (SELECT count(*) FROM story_entities WHERE kind = 'organisation'), 'جهة'),
	(5, (SELECT sum(mentions) FROM story_entities), 'مرة ذُكر فيها اسم')) v (n, value, label) ORDER BY n;
\qecho '</div></header>'

\qecho '<section><h2>أكثر من ذُكر</h2><p class="note">كم مرة، وفي كم خبر. اللقب وحده والاسم الكامل وصور كتابته شخص واحد. <code>story_entities</code></p><div class="three">'
SELECT format('<div><h3 class="%s">%s</h3><ol class="bars">', k.kind, k.label)
	|| coalesce(string_agg(format('<li class="%s"><span>%s</span><small>%s · %s</small><i style="--w:%s%%"></i></li>',
		k.kind, pg_temp.esc(e.canonical), e.mentions, pg_temp.articles(e.articles), 100 * e.mentions / e.most), E'\n'
		ORDER BY e.mentions DESC, e.articles DESC, e.canonical COLLATE "C"), '')
	|| '</ol></div>'
FROM (VALUES (1, 'person', 'أشخاص'), (2, 'place', 'أماكن'), (3, 'organisation', 'جهات')) k (n, kind, label)
LEFT JOIN (SELECT *, max(mentions) OVER () AS most,
		row_number() OVER (PARTITION BY kind ORDER BY mentions DESC, articles DESC, canonical COLLATE "C") AS place
	FROM story_entities) e ON e.kind = k.kind AND e.place <= 8
GROUP BY k.n, k.kind, k.label ORDER BY k.n;
\qecho '</div></section>'

\set legend '<ul class="legend"><li class="person">أشخاص</li><li class="place">أماكن</li><li class="organisation">جهات</li></ul>'
\qecho '<section><h2>من مع من</h2><p class="note">يصل الخط بين اسمين وردا في خبر واحد، ويزداد عرضه بعدد الأخبار. <code>story_pairs</code></p>' :legend
SELECT pg_temp.network('wide', 18, 1100, 640, 300, 270, 17);
SELECT pg_temp.network('narrow', 12, 360, 430, 74, 180, 12);
\qecho '</section>'

\qecho '<section><h2>يوما بيوم</h2><p class="note">'
SELECT format('الأسماء في أخبار كل يوم، من %s إلى %s، من اليمين إلى اليسار. <code>story_timeline</code></p>',
	pg_temp.day(min(day)), pg_temp.day(max(day))) FROM story_timeline;
\qecho :legend
SELECT pg_temp.timeline('wide', 1100, 190, 16, 9);
SELECT pg_temp.timeline('narrow', 360, 118, 11.5, 7);
\qecho '</section>'

\qecho '<section><h2>البحث</h2><p class="note">ما يكتبه الناس كما يكتبونه، والأقرب أولا. <code>arabic_websearch_to_tsquery</code> <code>arabic_bm25</code> <code>arabic_headline</code></p>'
CREATE TEMP TABLE search AS SELECT * FROM (VALUES
	(1, 'اتفاقات مياه دجله', 'بلا نقطتين على التاء المربوطة، وبجمع غير الذي في النص'),
	(2, 'محطة للتحليه -فرنسا', 'كلمتان بلا كلمة ثالثة'),
	(3, '"وزير الخارجية" أو مهندسين', 'عبارة، أو كلمة أخرى في أي صورة لها')) v (n, typed, about);
WITH stats AS (
	SELECT arabic_bm25_stats(tsv) AS stats FROM story
), hit AS (
	SELECT s.n, s.typed, s.about, a.title, q.q, a.body, arabic_bm25(story.tsv, arabic_bm25_query(q.q, stats.stats)) AS score,
		count(*) OVER (PARTITION BY s.n) AS found,
		row_number() OVER (PARTITION BY s.n ORDER BY arabic_bm25(story.tsv, arabic_bm25_query(q.q, stats.stats)) DESC, story.name) AS place
	FROM search s, arabic_websearch_to_tsquery(s.typed) q(q), stats, story, arabic_article(story.body) a WHERE story.tsv @@ q.q
)
SELECT format('<div class="search"><div class="typed">%s</div><p class="note">%s. عدد النتائج: %s.</p><ol>', pg_temp.esc(typed), about, found)
	|| string_agg(format('<li><span class="score">BM25 %s</span><b>%s</b><p>%s</p></li>', round(score::numeric, 2),
		arabic_headline(title, q, 'HighlightAll=on, StartSel=<mark>, StopSel=</mark>'),
		arabic_headline(body, q, 'MaxWords=26, MinWords=14, StartSel=<mark>, StopSel=</mark>')), E'\n' ORDER BY place)
	|| '</ol></div>'
FROM hit WHERE place <= 3 GROUP BY n, typed, about, found ORDER BY n;
\qecho '</section>'

SELECT to_regprocedure('arabic_quotes(text)') IS NOT NULL AS quotes \gset
\if :quotes
\qecho '<section><h2>قالوا</h2><p class="note">ما بين علامات الاقتباس، ومن قاله. <code>arabic_quotes</code></p><div class="three quotes">'
SELECT format('<figure><blockquote>%s</blockquote><figcaption><b>%s</b>%s<br>%s</figcaption></figure>', pg_temp.esc(content), pg_temp.esc(speaker),
	coalesce(' · ' || pg_temp.day(published_on), ''), pg_temp.esc(title))
FROM (SELECT DISTINCT ON (story.name) q.content, q.speaker, a.published_on, a.title, story.name
	FROM story, arabic_article(story.body) a, arabic_quotes(a.body) q
	WHERE q.kind = 'quote' AND q.speaker IS NOT NULL ORDER BY story.name, length(q.content) DESC, q.start) x
ORDER BY published_on DESC, name LIMIT 6;
\qecho '</div></section>'
\endif

\qecho '<section><div class="two"><div><h2>مواعيد في النصوص</h2><p class="note">ما ينتظر بعد يوم النشر. <code>arabic_dates</code></p><table>'
SELECT format('<tr><td>%s</td><td>%s</td></tr>', pg_temp.esc(content), CASE WHEN date_from = date_to THEN pg_temp.day(date_from)
	ELSE pg_temp.day(date_from) || ' – ' || pg_temp.day(date_to) END)
FROM (SELECT DISTINCT ON (d.date_from, d.date_to) d.content, d.date_from, d.date_to
	FROM story, arabic_article(story.body) a, arabic_dates(a.body, a.published_on) d
	WHERE d.date_to > a.published_on AND d.date_from IS NOT NULL AND isfinite(d.date_to)
	ORDER BY d.date_from, d.date_to, length(d.content) DESC, d.content COLLATE "C") x
ORDER BY date_from, date_to LIMIT 10;
\qecho '</table></div><div><h2>مبالغ ونسب</h2><p class="note">الأعداد بالأرقام والحروف وما تساويه. <code>arabic_numbers</code></p><table>'
SELECT format('<tr><td>%s</td><td dir="ltr">%s</td></tr>', pg_temp.esc(content),
	CASE kind WHEN 'percent' THEN trim_scale(value) || ' %' ELSE to_char(value, 'FM999,999,999,999,999') END)
FROM (SELECT DISTINCT ON (f.value, f.unit) f.content, f.value, f.kind
	FROM story, arabic_article(story.body) a, arabic_numbers(a.body) f
	WHERE f.kind IN ('currency', 'percent', 'cardinal') AND (f.kind = 'percent' OR f.value > 30)
	ORDER BY f.value, f.unit, f.content COLLATE "C") x
ORDER BY kind = 'percent', value DESC LIMIT 10;
\qecho '</table></div></div></section>'

\qecho '<section><h2>الأخبار كما قُرئت</h2><p class="note">العنوان والتاريخ والمصدر والمقدمة والمتن والكلمات الدلالية من صفحة خام واحدة. <code>arabic_article</code> <code>arabic_mentions</code></p><ul class="legend"><li class="person">أشخاص</li><li class="place">أماكن</li><li class="organisation">جهات</li><li class="date">تواريخ</li></ul><div class="stories">'
WITH part AS (
	SELECT story.name, p.part, p.start, row_number() OVER (PARTITION BY story.name ORDER BY p.start) AS n,
		pg_temp.marked(story.name, story.body, (a).published_on, p.start, p.length) AS html
	FROM story, arabic_article(story.body) a, arabic_article_parts(story.body) p
	WHERE p.article = 0 AND p.part IN ('title', 'heading', 'paragraph')
), told AS (
	SELECT name, max(html) FILTER (WHERE part = 'title') AS headline, max(html) FILTER (WHERE n = 2) AS opening,
		string_agg(format(CASE part WHEN 'heading' THEN '<h3>%s</h3>' ELSE '<p>%s</p>' END, html), E'\n' ORDER BY n) FILTER (WHERE n > 2) AS rest
	FROM part GROUP BY name
), listed AS (
	SELECT told.*, (a).*, row_number() OVER (ORDER BY (a).published_on DESC NULLS LAST, name) AS place
	FROM told JOIN story USING (name), arabic_article(story.body) a
)
SELECT format('<article%s><div class="meta">%s</div><div class="text"><h3>%s</h3><p class="lead">%s</p>',
		CASE place WHEN 1 THEN ' class="first"' END,
		pg_temp.esc(concat_ws(' · ', pg_temp.day(published_on), author, array_to_string(sources, '، '))), headline, opening)
	|| coalesce(format(CASE place WHEN 1 THEN '%s' ELSE '<details><summary>بقية الخبر</summary>%s</details>' END, rest), '')
	|| '</div>' || pg_temp.chips(keywords)
	|| '</article>'
FROM listed ORDER BY place;
\qecho '</div></section>'
\qecho '<section><h2>وصفحات بأشكال أخرى</h2><p class="note">برقيات وكالات، ومدونات، وصفحات مجمّعة: لكل منها ترتيب، والحقول واحدة. <code>arabic_article</code></p><div class="stories three">'
SELECT format('<article><div class="meta">%s</div><h3>%s</h3><p>%s</p>', pg_temp.esc(concat_ws(' · ', pg_temp.day(published_on), author,
		array_to_string(sources, '، '))), pg_temp.esc(title), pg_temp.esc(pg_temp.shortened(lead, 220)))
	|| pg_temp.chips(keywords)
	|| coalesce(format('<p class="keywords">خبر آخر في الصفحة: %s</p>', pg_temp.esc(related[1].title)), '') || '</article>'
FROM sample, arabic_article(sample.body) ORDER BY (author IS NULL)::int + (published_on IS NULL)::int + (sources IS NULL)::int, name LIMIT 6;
\qecho '</div></section>'
\qecho '<footer>الصحف والوكالات والمنتدى وما قيل فيه من وضع هذا المشروع، ولا خبر هنا عن حدث وقع. لا شيء في الصفحة يُجلب من الشبكة.</footer>'
\qecho '</div></body></html>'
\o
