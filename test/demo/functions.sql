-- Functions of this session that make the parts of the page.  What comes from the articles goes through esc().
CREATE FUNCTION pg_temp.esc(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT replace(replace(replace(replace(replace(t, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;')
$$;

CREATE FUNCTION pg_temp.day(d date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT extract(day FROM d) || ' ' || (ARRAY['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر',
		'أكتوبر', 'نوفمبر', 'ديسمبر'])[extract(month FROM d)::int] || ' ' || extract(year FROM d)
$$;

-- The kinds that have a colour; a gazetteer may bring others.
CREATE FUNCTION pg_temp.class(kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE WHEN kind IN ('person', 'place', 'organisation') THEN kind ELSE 'other' END
$$;

-- A number for SVG
CREATE FUNCTION pg_temp.n(v double precision) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT round(v::numeric, 1)::text
$$;

-- A label that must not be longer than its room
CREATE FUNCTION pg_temp.shortened(t text, room double precision) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE WHEN length(t) > room THEN rtrim(left(t, room::int - 1)) || '…' ELSE t END
$$;

CREATE FUNCTION pg_temp.chips(words text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce('<ul class="chips">' || string_agg('<li>' || pg_temp.esc(word) || '</li>', '' ORDER BY n) || '</ul>', '')
	FROM unnest(words) WITH ORDINALITY w(word, n)
$$;

-- How many articles, as Arabic counts
CREATE FUNCTION pg_temp.articles(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE WHEN n = 1 THEN 'خبر واحد' WHEN n = 2 THEN 'خبران' WHEN n % 100 BETWEEN 3 AND 10 THEN n || ' أخبار'
		WHEN n % 100 BETWEEN 11 AND 99 THEN n || ' خبرا' ELSE n || ' خبر' END
$$;

-- A stretch of an article, its names and dates marked: its spans follow each other, with text before, between and behind.
CREATE FUNCTION pg_temp.marked(story text, raw text, published_on date, from_char int, chars int) RETURNS text
LANGUAGE sql STABLE AS $$
	WITH name AS (
		SELECT m.start, m.length, pg_temp.class(m.kind) AS class, n.canonical AS title
		FROM story_mentions m JOIN story_names n ON n.kind = m.kind AND n.spelling = m.canonical
		WHERE m.key = story AND m.start >= from_char AND m.start + m.length <= from_char + chars AND m.confidence >= 0.5
	), span AS (
		TABLE name
		UNION ALL
		SELECT from_char + d.start - 1, d.length, 'date', coalesce(pg_temp.day(d.date_from)
			|| CASE WHEN d.date_to > d.date_from THEN ' – ' || pg_temp.day(d.date_to) END, pg_temp.day(d.date_from))
		FROM arabic_dates(substr(raw, from_char, chars), published_on) d
		WHERE NOT EXISTS (SELECT FROM name
			WHERE name.start < from_char + d.start - 1 + d.length AND from_char + d.start - 1 < name.start + name.length)
	), piece AS (
		SELECT *, coalesce(lag(start + length) OVER (ORDER BY start), from_char) AS behind FROM span
	)
	SELECT coalesce(string_agg(pg_temp.esc(substr(raw, behind, start - behind))
			|| format('<span class="%s" title="%s">%s</span>', class, pg_temp.esc(coalesce(title, '')),
				pg_temp.esc(substr(raw, start, length))), '' ORDER BY start), '')
		|| pg_temp.esc(substr(raw, coalesce(max(start + length), from_char),
			from_char + chars - coalesce(max(start + length), from_char)))
	FROM piece
$$;

-- The entities with the most ties, on an ellipse, those of a kind side by side.  An even number of them, none at the very
-- top, so that each label has a line of its own on its side.
CREATE FUNCTION pg_temp.network(class text, nodes int, w float, h float, rx float, ry float, size float) RETURNS text
LANGUAGE sql STABLE AS $$
	WITH tie AS (
		SELECT canonical_a AS canonical, kind_a AS kind, articles, sentences FROM story_pairs
		UNION ALL SELECT canonical_b, kind_b, articles, sentences FROM story_pairs
	), best AS (
		SELECT e.canonical, e.kind, e.mentions, sum(t.articles) AS ties,
			row_number() OVER (ORDER BY sum(t.articles) DESC, sum(t.sentences) DESC, e.canonical COLLATE "C") AS place
		FROM tie t JOIN story_entities e USING (canonical, kind) GROUP BY e.canonical, e.kind, e.mentions
	), chosen AS (
		SELECT *, row_number() OVER (ORDER BY kind DESC, ties DESC, canonical COLLATE "C") AS i, count(*) OVER () AS n,
			max(mentions) OVER () AS most
		FROM best WHERE place <= nodes
	), node AS (
		SELECT *, size * (0.4 + 0.7 * sqrt(mentions::float / most)) AS r,
			sin(2 * pi() * (i - 0.5) / n) AS dx, -cos(2 * pi() * (i - 0.5) / n) AS dy
		FROM chosen
	), ranked AS (
		SELECT p.articles, p.sentences, p.articles::float / max(p.articles) OVER () AS weight,
			p.canonical_a, p.canonical_b, a.i AS a, b.i AS b, a.dx AS ax, a.dy AS ay, b.dx AS bx, b.dy AS "by",
			row_number() OVER (ORDER BY p.articles DESC, p.sentences DESC, a.i, b.i) AS place
		FROM story_pairs p
		JOIN node a ON a.canonical = p.canonical_a AND a.kind = p.kind_a
		JOIN node b ON b.canonical = p.canonical_b AND b.kind = p.kind_b
	), edge AS (	-- the strongest, and the strongest of each
		SELECT * FROM ranked WHERE place <= 3 * nodes OR place IN (
			SELECT min(r.place) FROM node, ranked r WHERE node.i IN (r.a, r.b) GROUP BY node.i)
	)
	SELECT format('<svg class="%s network" viewBox="0 0 %s %s" role="img" aria-label="من ذُكر مع من">', class, w, h)
		|| coalesce((SELECT string_agg(format('<path class="tie" d="M%s %sQ%s %s %s %s" stroke-width="%s" opacity="%s"><title>%s — %s: %s</title></path>',
			pg_temp.n(w / 2 + rx * ax), pg_temp.n(h / 2 + ry * ay),
			pg_temp.n(w / 2 + rx * 0.15 * (ax + bx)), pg_temp.n(h / 2 + ry * 0.15 * (ay + "by")),
			pg_temp.n(w / 2 + rx * bx), pg_temp.n(h / 2 + ry * "by"),
			pg_temp.n(size * (0.04 + 0.36 * weight)), round((0.12 + 0.5 * weight)::numeric, 2),
			pg_temp.esc(canonical_a), pg_temp.esc(canonical_b), articles), E'\n' ORDER BY articles) FROM edge), '')
		|| coalesce((SELECT string_agg(format('<g class="%s"><circle cx="%s" cy="%s" r="%s"><title>%s: %s</title></circle>'
				'<text x="%s" y="%s" font-size="%s" text-anchor="%s">%s</text></g>',
			pg_temp.class(kind), pg_temp.n(w / 2 + rx * dx), pg_temp.n(h / 2 + ry * dy), pg_temp.n(r), pg_temp.esc(canonical), mentions,
			pg_temp.n(w / 2 + rx * dx + sign(round(dx::numeric, 6)) * (r + size * 0.4)), pg_temp.n(h / 2 + (ry + (r + size * 0.2) * abs(dy) ^ 4) * dy + size * 0.35), size,
			-- of a text from right to left, the end is on its left
			CASE sign(round(dx::numeric, 6)) WHEN 1 THEN 'end' WHEN -1 THEN 'start' ELSE 'middle' END,
			pg_temp.esc(pg_temp.shortened(canonical, (w / 2 - rx * abs(dx) - r - size * 0.5) / (size * 0.46)))), E'\n' ORDER BY i) FROM node), '')
		|| '</svg>'
$$;
