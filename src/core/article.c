/*
 * article.c - a raw news page to the parts of its article
 *
 * A page is read line by line, and what a line is follows from the marker that
 * begins it (src/data/article.tsv), from where in the page it stands, and from
 * its shape.  The title is looked for first (article_head.c); then:
 *
 *     TITLE --> HEAD --> BODY --> FOOTER --> another article's TITLE ...
 *       |        |        |          |
 *       |        |        +----------+--> CLOSED (share box) --> OVER (comment box)
 *       |        dates, bylines, reading time
 *       sections, dates
 *
 * Only spans are ever stored: what a line needs to know of its neighbours is
 * looked up in a bounded stretch of the text, so memory is constant and time
 * linear.  Whatever no rule names lies between the spans put into pending[],
 * and comes out as separator (white space) or label (the rest): the parts are
 * the whole text by construction.
 */
#include <string.h>

#include "article.h"
#include "utf8.h"

/* Characters of a line of boilerplate; a longer one that begins alike is a paragraph. */
#define MAX_BOILERPLATE 300

/* Characters of a caption. */
#define MAX_CAPTION 250

/* Words of a keyword that has a line to itself. */
#define MAX_KEYWORD_WORDS 4

const char *
ara_part_name(AraPartKind kind)
{
	static const char *const names[] = {
		"title", "date", "author", "reading_time", "heading", "paragraph", "place", "agency", "updated",
		"caption", "source", "keywords",
		"related_title", "related_heading", "related_paragraph", "label", "intrusion",
		"boilerplate", "separator"
	};

	return (unsigned) kind <= ARA_P_LAST ? names[kind] : "unknown";
}

void
ara_put(AraArticle *a, AraPartKind kind, int article, const char *s, const char *e)
{
	AraPart    *p = &a->pending[a->npending];

	if (s >= e)
		return;
	a->have_date |= kind == ARA_P_DATE && article == 0;
	a->npending++;
	p->kind = kind;
	p->article = article;
	p->start = s;
	p->len = (size_t) (e - s);
}

/* Puts a part of the article being read, the main one or a related one. */
void
ara_put_text(AraArticle *a, AraPartKind kind, const char *s, const char *e)
{
	if (a->article > 0)
		kind = kind == ARA_P_TITLE ? ARA_P_RELATED_TITLE :
			kind == ARA_P_HEADING ? ARA_P_RELATED_HEADING : ARA_P_RELATED_PARAGRAPH;
	ara_put(a, kind, a->article, s, e);
}

void
ara_put_line(AraArticle *a, AraPartKind kind, const AraLine *l)
{
	ara_put(a, kind, a->article, l->s, l->e);
}

static void
put_link(AraArticle *a, const char *s, const char *e)
{
	ara_put(a, ARA_P_RELATED_TITLE, ++a->articles, s, e);
}

/* Leaves the line at p; what remains of it is text. */
void
ara_read_later(AraArticle *a, const char *p, const char *e)
{
	a->next = p;
	a->rest = p < e ? e : NULL;
}

/* Another article, or a link to one: 'read also' and its like. */
static int
read_related(AraArticle *a, const AraLine *l, const char *v)
{
	AraLine		value;

	if (v < l->e)
	{
		value.s = v;
		value.e = l->e;
		value.breaks = 0;
		if (a->state == ARA_A_TITLE || !ara_is_title_like(&value, ARA_MAX_LINK))
			return 0;
		ara_put(a, ARA_P_LABEL, a->articles + 1, l->s, ara_trim(l->s, v));
		put_link(a, v, l->e);
		return 1;
	}
	if (a->footer || a->article > 0)
	{
		/* the page has closed its article: what follows is a whole other one */
		a->article = ++a->articles;
		a->state = ARA_A_TITLE;
		a->footer = 0;
		a->head_lines = 0;
	}
	else
		a->in_links = 1;
	ara_put_line(a, ARA_P_LABEL, l);
	return 1;
}

/* Are the next two lines links? */
static int
links_follow(const AraArticle *a, const char *p)
{
	AraLine		l;

	return ara_next_line(p, a->end, ARA_PEEK, &l) && ara_is_title_like(&l, ARA_MAX_LINK) &&
		ara_ending(l.s, l.e) == ARA_END_NONE && ara_next_line(l.e, a->end, ARA_PEEK, &l) &&
		ara_is_title_like(&l, ARA_MAX_LINK) && ara_ending(l.s, l.e) == ARA_END_NONE;
}

/* A line that begins with a marker; 0 when the marker means nothing here: the line is text. */
static int
read_marker(AraArticle *a, const AraLine *l, const AraMark *m)
{
	const char *v = m->where == ARA_W_PREFIX ? ara_skip_colon(m->end, l->e) : l->e;
	int			short_line = !ara_is_longer(l->s, l->e, MAX_BOILERPLATE);
	AraLine		next;

	a->expect = ARA_R_NONE;
	/* in place of a title, a longer line that begins like a box is a title */
	if (a->state == ARA_A_TITLE && m->where == ARA_W_PREFIX && m->role >= ARA_R_MORE && m->role != ARA_R_UPDATED)
		return 0;
	switch (m->role)
	{
		case ARA_R_TITLE:
		case ARA_R_DATE:
		case ARA_R_UPDATED:
		case ARA_R_SOURCE:
		case ARA_R_KEYWORDS:
		case ARA_R_BYLINE:
		case ARA_R_AUTHOR:
		case ARA_R_READING:
			if (v < l->e)
				return ara_read_value(a, l, m->role, v,
									  memchr(m->start, ':', (size_t) (v - m->start)) != NULL);
			if (m->role == ARA_R_BYLINE || m->role == ARA_R_READING)
				return 0;
			a->expect = m->role;
			a->in_keywords = m->role == ARA_R_KEYWORDS;
			ara_put_line(a, ARA_P_LABEL, l);
			return 1;
		case ARA_R_RELATED:
			return read_related(a, l, v);
		case ARA_R_LINKS:
			if (a->state == ARA_A_TITLE || !short_line)
				return 0;
			a->in_links = 1;
			ara_put_line(a, ARA_P_INTRUSION, l);
			return 1;
		case ARA_R_AGENCY:
			if (a->state == ARA_A_TITLE)
				return 0;
			ara_put(a, ARA_P_SOURCE, a->article, m->start, m->end);
			return 1;
		case ARA_R_STAFF:
			if (a->state != ARA_A_HEAD)
				return 0;
			if (ara_in_next_byline(a, l))
				ara_put_line(a, ARA_P_BOILERPLATE, l);
			else
				ara_put(a, ARA_P_AUTHOR, a->article, m->start, m->end);
			return 1;
		case ARA_R_SECTION:
			if (a->state != ARA_A_TITLE || !ara_next_line(l->e, a->end, ARA_PEEK, &next) ||
				!ara_is_title_like(&next, ARA_MAX_TITLE))
				return 0;
			ara_put_line(a, ARA_P_BOILERPLATE, l);
			return 1;
		case ARA_R_CAPTION:
			if (a->state == ARA_A_TITLE || ara_is_longer(l->s, l->e, MAX_CAPTION) ||
				ara_ending(l->s, l->e) == ARA_END_FULL)
				return 0;
			ara_put_line(a, ARA_P_CAPTION, l);
			if (m->where == ARA_W_PREFIX && ara_words(m->end, l->e, 1) == 0)
				a->expect = ARA_R_CAPTION;
			return 1;
		case ARA_R_MORE:
		case ARA_R_ADVERTISEMENT:
			if (m->where == ARA_W_GLUED)
			{
				ara_put(a, ARA_P_INTRUSION, a->article, l->s, m->end);
				ara_read_later(a, m->end, l->e);
				a->rest_is_line = 1;
				return 1;
			}
			if (!short_line)
				return 0;
			ara_put_line(a, ARA_P_INTRUSION, l);
			a->in_links = l->e[-1] == ':' || links_follow(a, l->e);
			return 1;
		case ARA_R_SHARE:
		case ARA_R_COMMENT:
		case ARA_R_END:
		case ARA_R_BOILERPLATE:
			if (!short_line)
				return 0;
			ara_put_line(a, ARA_P_BOILERPLATE, l);
			if (a->state >= ARA_A_BODY && m->role == ARA_R_SHARE)
				a->state = ARA_A_CLOSED;
			else if (a->state >= ARA_A_BODY && m->role == ARA_R_COMMENT)
				a->state = ARA_A_OVER;
			else if (a->state == ARA_A_BODY && m->role == ARA_R_END)
				a->state = ARA_A_FOOTER;
			return 1;
		default:
			return 0;
	}
}

/* ---- the page ---- */

/* The value of a label that stood alone on the line before; 0 when the line can't be it. */
static int
read_expected(AraArticle *a, const AraLine *l)
{
	AraRole		role = (AraRole) a->expect;

	a->expect = ARA_R_NONE;
	if (role == ARA_R_KEYWORDS)
		a->in_keywords = ara_words(l->s, l->e, MAX_KEYWORD_WORDS) <= MAX_KEYWORD_WORDS;
	if (role == ARA_R_SOURCE && a->state == ARA_A_HEAD && ara_read_names(a, l))
		return 1;
	if (role == ARA_R_CAPTION)
	{
		if (ara_is_longer(l->s, l->e, MAX_CAPTION))
			return 0;
		ara_put_line(a, ARA_P_CAPTION, l);
		return 1;
	}
	if (role == ARA_R_SOURCE && ara_is_longer(l->s, l->e, ARA_MAX_NAME))
		return 0;
	return ara_read_value(a, l, role, l->s, 0);
}

static int
read_keyword(AraArticle *a, const AraLine *l)
{
	if (ara_words(l->s, l->e, MAX_KEYWORD_WORDS) > MAX_KEYWORD_WORDS || ara_ending(l->s, l->e) != ARA_END_NONE)
	{
		a->in_keywords = 0;
		return 0;
	}
	ara_put_line(a, ARA_P_KEYWORDS, l);
	return 1;
}

/* Takes the next line, or what was left of one, and moves a->next behind it; 0 when it is empty. */
static int
take_line(AraArticle *a, AraLine *l)
{
	if (a->rest == NULL)
	{
		a->rest_of_date = 0;
		if (!ara_next_line(a->next, a->end, (size_t) (a->end - a->next), l))
		{
			a->next = a->end;
			return 0;
		}
	}
	else
	{
		l->s = ara_skip_blank(a->next, a->rest);
		l->e = a->rest;
		l->breaks = 0;
	}
	a->next = l->e;
	a->rest = NULL;
	a->rest_is_line = 0;
	return l->s < l->e;
}

/* A line of the page above the main article's title, or that title; 0 when it is neither. */
static int
read_to_title(AraArticle *a, const AraLine *l)
{
	AraMark		m;

	if (a->title_at == NULL)
	{
		a->title_at = ara_find_title(a, l->s);
		if (a->title_at == NULL)
			a->title_at = a->end;	/* none: what is no field is text */
	}
	if (l->s < a->title_at && a->title_at < a->end)
	{
		ara_read_above_title(a, l);
		return 1;
	}
	return l->s == a->title_at && !(ara_find_marker(a->own, l, &m) && m.role == ARA_R_TITLE) &&
		ara_read_title(a, l);
}

/* What stands beside a date: another, an hour, a section, a counter. */
static void
read_beside_date(AraArticle *a, const AraLine *l)
{
	const char *date = ara_date_end(l->s, l->e);

	a->rest_of_date = 0;
	if (date == NULL)
	{
		const char *s = ara_skip_signs(l->s, l->e);

		if (!a->have_author && a->state <= ARA_A_HEAD && ara_is_person(a, s, l->e))
		{
			ara_put(a, ARA_P_AUTHOR, a->article, s, l->e);
			a->have_author = 1;
		}
		else
			ara_put_line(a, ARA_P_LABEL, l);
		return;
	}
	ara_put(a, ARA_P_DATE, a->article, l->s, date);
	ara_read_beside_date(a, date, l->e);
}

static void read_whole_line(AraArticle *a, const AraLine *line);

/* Behind a date on its line, glued to it or not, the label of the last change: where that begins, else NULL. */
static const char *
updated_inside(const AraArticle *a, const AraLine *l)
{
	const char *p;
	int			digits = 0;
	int			last = 0;
	int			len;

	if (!ara_has_digit(l->s, l->e) || ara_is_longer(l->s, l->e, ARA_MAX_VALUE))
		return NULL;
	for (p = l->s; p < l->e; p += len)
	{
		AraMark		marks[ARA_MAX_MARKS];
		int			i;
		int			digit;

		ara_decode(p, l->e, &len);
		digit = ara_has_digit(p, p + len);

		if (digits > 0 && !digit && p > l->s && ((unsigned char) p[-1] <= '9' || last))
			for (i = ara_markers_at(a->own, p, l->e, marks); i > 0; i--)
				if (marks[i - 1].role == ARA_R_UPDATED && marks[i - 1].where == ARA_W_PREFIX)
					return p;
		digits += digit;
		last = digit;
	}
	return NULL;
}

/* Reads one line, or what was left of it: puts its parts and moves a->next. */
static void
read_line(AraArticle *a)
{
	AraLine		l;
	const char *cut;
	int			whole = a->rest == NULL || a->rest_is_line;

	if (a->in_sources)
	{
		ara_read_source(a);
		return;
	}
	if (!take_line(a, &l))
		return;
	if (l.s < a->post_end)
	{
		const char *stop = a->post_end < l.e ? a->post_end : l.e;

		ara_put(a, ARA_P_INTRUSION, a->article, l.s, ara_trim(l.s, stop));
		ara_read_later(a, stop, l.e);
		return;
	}
	if (a->state == ARA_A_OVER || ara_is_ornament(&l))
	{
		ara_put_line(a, ARA_P_BOILERPLATE, &l);
		return;
	}
	if (!whole)
	{
		ara_read_paragraph(a, &l);
		return;
	}
	if (a->state == ARA_A_HEAD && (cut = updated_inside(a, &l)) != NULL)
	{
		const char *e = l.e;

		l.e = ara_trim(l.s, cut);
		read_whole_line(a, &l);
		if (a->rest == NULL)
		{
			ara_read_later(a, cut, e);
			a->rest_is_line = 1;
		}
		else
			a->rest = e;
		return;
	}
	read_whole_line(a, &l);
}

/* A line that no other has begun. */
static void
read_whole_line(AraArticle *a, const AraLine *line)
{
	AraLine		l = *line;
	AraMark		m;

	if (a->state == ARA_A_TITLE && a->article == 0 && read_to_title(a, &l))
		return;
	if (ara_find_marker(a->own, &l, &m) && read_marker(a, &l, &m))
	{
		if (m.role != ARA_R_LINKS && m.role != ARA_R_RELATED && m.role != ARA_R_MORE)
			a->in_links = 0;
		if (m.role != ARA_R_KEYWORDS)
			a->in_keywords = 0;
		a->beside_date = m.role == ARA_R_DATE;
		return;
	}
	if (a->rest_of_date)
	{
		read_beside_date(a, &l);
		return;
	}
	if (a->expect != ARA_R_NONE && read_expected(a, &l))
		return;
	if (a->in_keywords && read_keyword(a, &l))
		return;
	if (a->state == ARA_A_CLOSED)
	{
		ara_put_line(a, ARA_P_BOILERPLATE, &l);
		return;
	}
	if (a->in_links && ara_is_title_like(&l, ARA_MAX_LINK))
	{
		put_link(a, l.s, l.e);
		return;
	}
	a->in_links = 0;
	if (a->state <= ARA_A_HEAD && ara_read_head(a, &l))
		return;
	if (a->state == ARA_A_TITLE && ara_read_title(a, &l))
		return;
	if (a->state == ARA_A_TITLE)
		a->state = ARA_A_HEAD;
	ara_read_text(a, &l);
}

void
ara_article_init(AraArticle *a, const char *text, size_t len)
{
	memset(a, 0, sizeof(*a));
	a->text = a->pos = a->next = text;
	a->end = text + len;
	a->post_end = a->posts_seen = a->labels_seen = text;
}

/* What lies between pos and the next part: white space, or else the rest of a field's line. */
static void
read_gap(AraArticle *a, const char *upto, AraPart *part)
{
	const char *s = ara_skip_blank(a->pos, upto);

	part->article = a->article;
	part->kind = s > a->pos ? ARA_P_SEPARATOR : ARA_P_LABEL;
	part->start = a->pos;
	a->pos = s > a->pos ? s : ara_trim(s, upto);
	part->len = (size_t) (a->pos - part->start);
}

int
ara_next_part(AraArticle *a, AraPart *part)
{
	for (;;)
	{
		if (a->ipending < a->npending)
		{
			const AraPart *p = &a->pending[a->ipending];

			if (p->start > a->pos)
				read_gap(a, p->start, part);
			else
			{
				*part = *p;
				a->pos = p->start + p->len;
				a->ipending++;
			}
			return 1;
		}
		if (a->next == a->end)
		{
			if (a->pos == a->end)
				return 0;
			read_gap(a, a->end, part);
			return 1;
		}
		a->npending = a->ipending = 0;
		read_line(a);
	}
}
