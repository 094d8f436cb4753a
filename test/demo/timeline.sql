-- Days from right to left: the mentions of each as a bar, its kinds one on another; below, the entities, a disc a day.
CREATE FUNCTION pg_temp.timeline(class text, w float, labels float, size float, shown int) RETURNS text
LANGUAGE sql STABLE AS $$
	WITH bounds AS (
		SELECT greatest(min(day), max(day) - 30) AS first_day, max(day) AS last_day FROM story_timeline
	), lay AS (
		SELECT first_day, (w - labels) / (last_day - first_day + 1) AS step, size * 9 AS base, size * 2.3 AS line FROM bounds
	), day AS (
		SELECT d::date AS day, w - labels - step * (d::date - first_day + 0.5) AS x FROM bounds JOIN lay USING (first_day),
			generate_series(first_day, last_day, '1 day') d
	), kind AS (
		SELECT day, pg_temp.class(t.kind) AS kind, sum(mentions) AS mentions FROM story_timeline t GROUP BY 1, 2
	), stacked AS (
		SELECT *, sum(mentions) OVER (PARTITION BY day ORDER BY kind) AS top, sum(mentions) OVER (PARTITION BY day) AS total
		FROM kind JOIN day USING (day)
	), scale AS (
		SELECT size * 6.5 / max(total) AS unit FROM stacked
	), entity AS (
		SELECT canonical, kind, row_number() OVER (ORDER BY articles DESC, mentions DESC, canonical COLLATE "C") AS line_number
		FROM story_entities ORDER BY line_number LIMIT shown
	), disc AS (
		SELECT e.line_number, e.kind, e.canonical, d.day, d.x, t.mentions, max(t.mentions) OVER () AS most
		FROM entity e JOIN story_timeline t USING (canonical, kind) JOIN day d USING (day)
	)
	SELECT format('<svg class="%s timeline" viewBox="0 0 %s %s" role="img" aria-label="يوما بيوم">', class, w,
			pg_temp.n(base + size * 2.4 + line * (SELECT count(*) FROM entity)))
		|| coalesce((SELECT string_agg(format('<rect class="%s" x="%s" y="%s" width="%s" height="%s"><title>%s: %s</title></rect>',
			kind, pg_temp.n(x - step * 0.32), pg_temp.n(base - top * unit), pg_temp.n(step * 0.64), pg_temp.n(mentions * unit),
			pg_temp.day(day), mentions), E'\n' ORDER BY day, kind) FROM stacked, scale), '')
		|| coalesce((SELECT string_agg(DISTINCT format('<text class="count" x="%s" y="%s" font-size="%s" text-anchor="middle">%s</text>',
			pg_temp.n(x), pg_temp.n(base - total * unit - size * 0.4), pg_temp.n(size * 0.85), total), E'\n') FROM stacked, scale), '')
		|| format('<path class="axis" d="M0 %sH%s"/>', pg_temp.n(base), pg_temp.n(w - labels))
		|| (SELECT string_agg(format('<text class="day" x="%s" y="%s" font-size="%s" text-anchor="middle">%s</text>',
			pg_temp.n(x), pg_temp.n(base + size * 1.4), pg_temp.n(size * 0.9), extract(day FROM day)), E'\n' ORDER BY day) FROM day)
		|| coalesce((SELECT string_agg(format('<path class="axis faint" d="M0 %sH%s"/><text class="%s" x="%s" y="%s" font-size="%s">%s</text>',
			pg_temp.n(base + size * 2 + line * (line_number - 0.5)), pg_temp.n(w - labels), pg_temp.class(kind), w,
			pg_temp.n(base + size * 2.35 + line * (line_number - 0.5)), size,
			pg_temp.esc(pg_temp.shortened(canonical, labels / (size * 0.52)))), E'\n' ORDER BY line_number)
			FROM entity), '')
		|| coalesce((SELECT string_agg(format('<circle class="%s" cx="%s" cy="%s" r="%s"><title>%s، %s: %s</title></circle>',
			pg_temp.class(kind), pg_temp.n(x), pg_temp.n(base + size * 2 + line * (line_number - 0.5)),
			pg_temp.n(least(step * 0.48, size) * (0.3 + 0.7 * sqrt(mentions::float / most))),
			pg_temp.esc(canonical), pg_temp.day(day), mentions), E'\n' ORDER BY line_number, day) FROM disc), '')
		|| '</svg>'
	FROM lay
$$;
