/*
 * marker.c - finding markers (layout in marker.h)
 */
#include "ara.h"
#include "blob.h"
#include "chartab.h"
#include "line.h"
#include "marker.h"
#include "utf8.h"

const char *const ara_role_names[ARA_R_COUNT] = {
	"none", "title", "date", "source", "agency", "separator", "keywords", "related", "links",
	"byline", "author", "staff", "reading", "section", "more", "advertisement", "share", "comment",
	"end", "boilerplate", "post", "attribution", "opener", "suffix", "updated", "caption", "place", "name",
	"from"
};

const char *const ara_where_names[ARA_W_COUNT] = {"line", "prefix", "glued", "inline"};

const unsigned char *
ara_marker_bytes(void)
{
	size_t		size;

	return ara_blob_section(ARA_S_ARTICLE, &size);
}

size_t
ara_fold_one(const char *s, int len, char *out)
{
	if ((unsigned char) *s < 0x80)
	{
		*out = (char) (*s >= 'A' && *s <= 'Z' ? *s + 32 : *s);
		return 1;
	}
	if (ara_normalize_bound((size_t) len) > ARA_FOLDED)
		return 0;
	return ara_normalize(s, (size_t) len, out, ARA_NORM_FOLD);
}

/* The node that a byte leads to from another; NULL when there is none. */
static const unsigned char *
child(const unsigned char *base, const unsigned char *node, unsigned char byte)
{
	const unsigned char *c = node + 2 + 2 * node[0];
	int			lo = 0;
	int			hi = node[1];

	while (lo < hi)
	{
		int			mid = (lo + hi) / 2;

		if (c[5 * mid] < byte)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < node[1] && c[5 * lo] == byte ? base + ara_u32(c + 5 * lo + 1) : NULL;
}

/* A mark or control belongs to the letter before it. */
static const char *
skip_marks(const char *s, const char *end)
{
	int			len;

	while (s < end)
	{
		AraClass	class = ara_class(ara_decode(s, end, &len));

		if (class != ARA_C_MARK && class != ARA_C_IGNORE)
			break;
		s += len;
	}
	return s;
}

static int
is_newline(uint32_t cp)
{
	return cp == '\n' || cp == '\r';
}

/* Passes over white space on the line. */
static const char *
skip_spaces(const char *p, const char *end)
{
	int			len;

	while (p < end)
	{
		uint32_t	cp = ara_decode(p, end, &len);

		if (ara_class(cp) != ARA_C_SPACE || is_newline(cp))
			break;
		p += len;
	}
	return p;
}

/* Walks one trie; adds to the n marks found. */
static int
walk(const unsigned char *base, const char *s, const char *end, AraMark marks[ARA_MAX_MARKS], int n)
{
	const unsigned char *node = base + 256;
	const char *p = s;

	if (end - s > ARA_MARKER_REACH)
		end = s + ARA_MARKER_REACH;
	while (p < end)
	{
		const unsigned char *next = node;
		char		folded[ARA_FOLDED];
		size_t		size;
		size_t		i;
		int			len;
		uint32_t	cp = ara_decode(p, end, &len);
		AraClass	class = ara_class(cp);

		if (class == ARA_C_MARK || class == ARA_C_IGNORE)
		{
			p += len;
			continue;
		}
		if (class == ARA_C_SPACE)
		{
			/* a run of white space is one space; none is needed before a colon */
			if (is_newline(cp))
				break;
			p = skip_spaces(p, end);
			folded[0] = ' ';
			size = 1;
			if (p < end && *p == ':')
				continue;
		}
		else
		{
			size = ara_fold_one(p, len, folded);
			p += len;
		}
		for (i = 0; i < size && next != NULL; i++)
			next = child(base, next, (unsigned char) folded[i]);
		if (next == NULL)
			break;
		if (next == node)
			continue;
		for (node = next, i = 0; i < node[0] && n < ARA_MAX_MARKS; i++, n++)
		{
			marks[n].role = (AraRole) node[2 + 2 * i];
			marks[n].where = (AraWhere) node[3 + 2 * i];
			marks[n].start = s;
			marks[n].end = skip_marks(p, end);
		}
	}
	return n;
}

int
ara_markers_at(const unsigned char *own, const char *s, const char *end, AraMark marks[ARA_MAX_MARKS])
{
	int			n = walk(ara_marker_bytes(), s, end, marks, 0);

	/* the last is tried first: the caller's win over the data file's */
	return own != NULL ? walk(own, s, end, marks, n) : n;
}

/* Does a glued marker end where a new word begins, rather than inside an inflected one? */
static int
is_glued(const unsigned char *own, const char *p, const char *end)
{
	AraMark		marks[ARA_MAX_MARKS];
	int			len;
	uint32_t	cp;
	int			i;

	if (p == end)
		return 0;
	cp = ara_decode(p, end, &len);
	if (!ara_is_word_char(cp) && cp != '"' && cp != 0x00AB && cp != 0x201C)
		return 0;
	for (i = ara_markers_at(own, p, end, marks); i > 0; i--)
		if (marks[i - 1].role == ARA_R_SUFFIX &&
			(marks[i - 1].end == end || !ara_is_word_char(ara_decode(marks[i - 1].end, end, &len))))
			return 0;
	return 1;
}

static int
fits(const unsigned char *own, const AraMark *m, const AraLine *l)
{
	const char *last = ara_prev_char(m->start, m->end);
	int			len;

	switch (m->where)
	{
		case ARA_W_LINE:
			return ara_skip_signs(m->end, l->e) == l->e;
		case ARA_W_PREFIX:
			return m->end == l->e || !ara_is_word_char(ara_decode(last, m->end, &len)) ||
				!ara_is_word_char(ara_decode(m->end, l->e, &len));
		case ARA_W_GLUED:
			return m->start == l->s && m->role != ARA_R_SUFFIX && is_glued(own, m->end, l->e);
		default:
			return 0;
	}
}

int
ara_find_marker(const unsigned char *own, const AraLine *l, AraMark *m)
{
	AraMark		marks[ARA_MAX_MARKS];
	const char *p = l->s;
	int			pass;
	int			i;

	for (pass = 0; pass < 2; pass++)
	{
		for (i = ara_markers_at(own, p, l->e, marks); i > 0; i--)
			if (fits(own, &marks[i - 1], l))
			{
				*m = marks[i - 1];
				return 1;
			}
		p = ara_skip_signs(l->s, l->e);
		if (p == l->s || p == l->e)
			break;
	}
	return 0;
}
