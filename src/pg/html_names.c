/*
 * html_names.c - what the names of elements and classes say
 */
#include "compat.h"

#include "html.h"

/* Sorted by name. */
static const HtmlElement elements[] = {
	{"a", 'h', 0}, {"address", 'b', 0}, {"article", 'x', 0}, {"aside", 's', 0}, {"blockquote", 'x', 0},
	{"body", 'x', 0}, {"br", 'b', 0}, {"button", 's', 0}, {"canvas", 's', 0}, {"caption", 'b', 0},
	{"center", 'x', 0}, {"dd", 'b', 'p'}, {"dialog", 's', 0}, {"div", 'x', 0}, {"dl", 'x', 0}, {"dt", 'b', 'p'},
	{"embed", 's', 0}, {"fieldset", 'b', 0}, {"figcaption", 's', 0}, {"figure", 'b', 0}, {"footer", 's', 0},
	{"form", 'x', 0}, {"frame", 's', 0}, {"h1", 'b', '1'}, {"h2", 'b', '2'}, {"h3", 'b', '3'}, {"h4", 'b', '4'},
	{"h5", 'b', '5'}, {"h6", 'b', '6'}, {"head", 'b', 0}, {"header", 'x', 0}, {"hr", 'b', 0}, {"html", 'b', 0},
	{"iframe", 's', 0}, {"input", 'b', 0}, {"li", 'b', 'l'}, {"main", 'x', 0}, {"map", 's', 0}, {"math", 's', 0},
	{"menu", 's', 0}, {"meta", 'h', 0}, {"nav", 's', 0}, {"noframes", 's', 0}, {"noscript", 's', 0}, {"object", 's', 0},
	{"ol", 'x', 0}, {"option", 's', 0}, {"p", 'b', 'p'}, {"pre", 'b', 'p'}, {"script", 's', 0}, {"section", 'x', 0},
	{"select", 's', 0}, {"style", 's', 0}, {"summary", 'b', 0}, {"svg", 's', 0}, {"table", 'x', 0}, {"tbody", 'b', 0},
	{"td", 'x', 0}, {"template", 's', 0}, {"textarea", 's', 0}, {"tfoot", 'b', 0}, {"th", 'b', 0}, {"thead", 'b', 0},
	{"time", 'h', 0}, {"title", 'h', 0}, {"tr", 'b', 0}, {"ul", 'x', 0}, {"video", 's', 0}
};

/*
 * Words of a class or id that name what stands beside an article; the word must
 * be whole between '-', '_' and the like.  Sites mark their boxes by these.
 */
static const char *const beside[] = {
	"ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "byline-share", "caption", "comment",
	"comments", "cookie", "cookies", "disqus", "footer", "menu", "modal", "nav", "navbar", "navigation",
	"newsletter", "pagination", "popup", "promo", "recommended", "respond", "share", "sharing", "sidebar",
	"social", "sponsored", "subscribe", "toolbar", "trending", "widget"
};

/* And words that name the article. */
static const char *const inside[] = {
	"article", "articlebody", "body", "content", "details", "entry", "main", "post", "story", "text"
};

const HtmlElement *
html_element(const char *name)
{
	int			lo = 0;
	int			hi = lengthof(elements);

	while (lo < hi)
	{
		int			mid = (lo + hi) / 2;
		int			c = strcmp(elements[mid].name, name);

		if (c == 0)
			return &elements[mid];
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

static bool
listed(const char *s, int len, const char *const *list, int n)
{
	int			i;

	for (i = 0; i < n; i++)
		if (strlen(list[i]) == len && pg_strncasecmp(s, list[i], len) == 0)
			return true;
	return false;
}

int
html_class_says(const char *value)
{
	int			says = 0;
	int			n;

	if (value == NULL)
		return 0;
	/* classes are separated by spaces, their words by signs */
	for (n = 0; *value && n < 64; n++)
	{
		int			class = 0;
		bool		about = false;	/* has-sidebar, no-sidebar, with-comments say nothing */

		for (; *value == ' '; value++)
			;
		while (*value && *value != ' ')
		{
			int			len = strcspn(value, " -_:.");

			if (listed(value, len, beside, lengthof(beside)))
				class = -1;
			else if (class == 0 && listed(value, len, inside, lengthof(inside)))
				class = 1;
			if ((len == 3 && strncmp(value, "has", 3) == 0) || (len == 2 && strncmp(value, "no", 2) == 0) ||
				(len == 4 && strncmp(value, "with", 4) == 0))
				about = true;
			value += len;
			if (*value && *value != ' ')
				value++;
		}
		if (!about && class != 0 && says <= 0)
			says = class;
	}
	return says;
}
