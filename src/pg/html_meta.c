/*
 * html_meta.c - what a page's meta elements and links say, as clean values
 */
#include "compat.h"

#include "mb/pg_wchar.h"
#include "nodes/pg_list.h"

#include "html.h"

/* Decodes the character reference at *s, which begins with '&'; returns its bytes at out, 0: it is none. */
static int
reference(const char **s, const char *end, char *out)
{
	const char *p = *s + 1;
	const char *semicolon = memchr(p, ';', Min(end - p, 12));
	char		name[16];
	unsigned long cp = 0;

	if (semicolon == NULL || semicolon == p)
		return 0;
	memcpy(name, p, semicolon - p);
	name[semicolon - p] = '\0';
	if (name[0] == '#')
		cp = name[1] == 'x' || name[1] == 'X' ? strtoul(name + 2, NULL, 16) : strtoul(name + 1, NULL, 10);
	else
		cp = html_entity(name);
	if (cp < ' ' || !is_valid_unicode_codepoint(cp) || (cp >= 0xD800 && cp < 0xE000))
		return 0;
	*s = semicolon + 1;
	unicode_to_utf8((pg_wchar) cp, (unsigned char *) out);
	return pg_utf_mblen((unsigned char *) out);
}

char *
html_clean(const char *s, Size len)
{
	const char *end = s + Min(len, HTML_MAX_FIELD);
	char	   *out;
	int			n = 0;
	bool		space = false;

	if (len > HTML_MAX_FIELD)
		end = s + pg_mbcliplen(s, (int) Min(len, PG_INT32_MAX), HTML_MAX_FIELD);
	out = palloc(2 * (end - s) + 8);
	while (s < end)
	{
		char		c[8];
		int			size = 1;

		if (*s != '&' || (size = reference(&s, end, c)) == 0)
		{
			c[0] = *s++;
			size = 1;
		}
		if (size == 1 && html_is_space(c[0]))
		{
			space = true;
			continue;
		}
		if (space && n > 0)
			out[n++] = ' ';
		space = false;
		memcpy(out + n, c, size);
		n += size;
	}
	out[n] = '\0';
	return n > 0 ? out : NULL;
}

static void
set(char **field, const char *value)
{
	if (*field == NULL)
		*field = html_clean(value, strlen(value));
}

static void
add(List **list, const char *value)
{
	char	   *s = list_length(*list) < 100 ? html_clean(value, strlen(value)) : NULL;
	ListCell   *cell;

	if (s == NULL)
		return;
	foreach(cell, *list)
		if (strcmp(lfirst(cell), s) == 0)
			return;
	*list = lappend(*list, s);
}

static bool
is_one_of(const char *name, const char *names)
{
	const char *p = names;
	Size		len = strlen(name);

	while (*p)
	{
		Size		n = strcspn(p, " ");

		if (n == len && pg_strncasecmp(p, name, n) == 0)
			return true;
		p += n + (p[n] == ' ');
	}
	return false;
}

/* Open Graph, Dublin Core and what else pages use; of names of one field, what stands first in the page counts. */
void
html_meta(HtmlPage *page, const char *name, const char *content)
{
	HtmlFields *f = &page->meta;

	if (is_one_of(name, "og:title twitter:title dc.title sailthru.title headline"))
		set(&f->title, content);
	else if (is_one_of(name, "article:published_time datePublished published_time pubdate publishdate publish_date "
					   "publish-date date dc.date dc.date.issued dcterms.created parsely-pub-date sailthru.date "
					   "og:published_time"))
		set(&f->date, content);
	else if (is_one_of(name, "author article:author dc.creator parsely-author sailthru.author byl"))
	{
		/* a person's page is no name */
		if (f->authors == NIL && strstr(content, "://") == NULL)
			add(&f->authors, content);
	}
	else if (is_one_of(name, "keywords news_keywords article:tag parsely-tags"))
		add(&f->keywords, content);
	else if (is_one_of(name, "og:site_name application-name dc.publisher"))
		set(&f->site, content);
	else if (strcmp(name, "time") == 0)
		set(&page->time, content);
	else if (strcmp(name, HTML_REL_TAG) == 0)
		add(&page->tags, content);
	else if (strcmp(name, HTML_REL_AUTHOR) == 0)
		set(&page->writer, content);
}
