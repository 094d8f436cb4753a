/*
 * html_blocks.c - which blocks of a page are its article
 *
 * Text that is long and not made of links speaks for the element that holds it,
 * less for those around that.  The best one, or the <article> around it, is
 * taken with all its blocks except those that are links; and what stands
 * between the headline and it, such as a byline.  What else does not belong
 * there is left to the article parser, which knows it by its words.
 */
#include "compat.h"

#include "miscadmin.h"
#include "nodes/pg_list.h"

#include "../core/marker.h"
#include "html.h"

#define MIN_TEXT 60				/* bytes: shorter blocks are captions, links, buttons */
#define MAX_TEXT 800			/* a longer one counts no more */
#define LEVELS 4				/* of elements that a block speaks for */
#define MIN_SCORE 200			/* below, the page has no article to be told from the rest */
#define MAX_HEAD 12				/* blocks between headline and article */
#define MAX_FOOT 30				/* blocks behind it that may be fields of it */
#define MIN_HEADLINE 20			/* bytes */

static void
score_boxes(HtmlPage *page)
{
	int			i;

	for (i = 0; i < page->nblocks; i++)
	{
		const HtmlBlock *b = &page->blocks[i];
		double		points = Min(b->len, MAX_TEXT);
		int			box = b->box;
		int			level;

		if (b->len < MIN_TEXT || b->linked * 5 > b->len * 2 || (b->tag >= '1' && b->tag <= '6'))
			continue;
		if (b->tag == 'l')
			points /= 2;
		for (level = 0; level < LEVELS && box >= 0; level++)
		{
			page->boxes[box].score += points;
			points /= 2;
			box = page->boxes[box].parent;
		}
	}
}

/* The element of the article; -1: none stands out. */
static int
best_box(const HtmlPage *page)
{
	double		best_score = MIN_SCORE;
	int			best = -1;
	int			level;
	int			i;

	for (i = 0; i < page->nboxes; i++)
	{
		double		score = page->boxes[i].score * (1 + 0.2 * page->boxes[i].bonus);

		if (score > best_score)
		{
			best_score = score;
			best = i;
		}
	}
	if (best >= 0 && page->boxes[best].bonus < 2)
		for (i = page->boxes[best].parent, level = 0; i >= 0 && level < LEVELS; i = page->boxes[i].parent, level++)
			if (page->boxes[i].bonus >= 2)
				return i;
	return best;
}

/* A title without the name of the site behind a stroke, which an h1 need not tell; palloc'd. */
static char *
without_site(const char *title, const char *site, const char *h1)
{
	static const char *const strokes[] = {" | ", " - ", " \xE2\x80\x93 ", " \xC2\xBB ", " :: "};
	char	   *result = pstrdup(title);
	Size		len = strlen(result);
	int			i;

	for (i = 0; i < lengthof(strokes); i++)
	{
		if (h1 != NULL && strncmp(title, h1, strlen(h1)) == 0 &&
			strncmp(title + strlen(h1), strokes[i], strlen(strokes[i])) == 0)
			return pstrdup(h1);
	}
	for (i = 0; i < lengthof(strokes); i++)
	{
		Size		n = site ? strlen(site) + strlen(strokes[i]) : 0;

		if (site != NULL && len > n && strcmp(result + len - strlen(site), site) == 0 &&
			strncmp(result + len - n, strokes[i], strlen(strokes[i])) == 0)
			result[len - n] = '\0';
	}
	return result;
}

static void
append_line(StringInfo out, const char *s, Size len)
{
	if (out->len > 0)
		appendStringInfoChar(out, '\n');
	appendBinaryStringInfo(out, s, (int) len);
}

static bool
is_text(const HtmlPage *page, const HtmlBlock *b, const char *s)
{
	return s != NULL && strlen(s) == b->len && memcmp(s, page->text.data + b->start, b->len) == 0;
}

/*
 * Without an h1, the longest block that the page's title begins or ends with,
 * beside the name of the site, is the headline.
 */
static void
find_headline(HtmlPage *page)
{
	const char *title = page->doc_title;
	int			len = title ? strlen(title) : 0;
	int			best = MIN_HEADLINE - 1;
	int			i;

	if (page->h1_block >= 0)
		return;
	for (i = 0; i < page->nblocks; i++)
	{
		const HtmlBlock *b = &page->blocks[i];
		const char *s = page->text.data + b->start;

		if (b->len <= best || b->len > len)
			continue;
		if ((memcmp(title, s, b->len) == 0 && (b->len == len || title[b->len] == ' ')) ||
			(memcmp(title + len - b->len, s, b->len) == 0 && title[len - b->len - 1] == ' '))
		{
			best = b->len;
			page->h1_block = i;
		}
	}
	if (page->h1_block >= 0)
		page->h1 = pnstrdup(page->text.data + page->blocks[page->h1_block].start, best);
}

/* Whether a line beside the article has a label of one of its fields. */
static bool
is_field(const HtmlPage *page, const HtmlBlock *b)
{
	AraLine		line = {page->text.data + b->start, page->text.data + b->start + b->len, 1};
	AraMark		mark;

	if (!ara_find_marker(NULL, &line, &mark))
		return false;
	return mark.role == ARA_R_KEYWORDS || mark.role == ARA_R_SOURCE || mark.role == ARA_R_DATE ||
		mark.role == ARA_R_AUTHOR;
}

char *
html_title(const HtmlPage *page)
{
	const char *site = page->linked.site ? page->linked.site : page->meta.site;
	const char *title = page->linked.title;

	if (title == NULL)
		title = page->meta.title;
	if (title == NULL)
		title = page->h1;
	if (title == NULL)
		title = page->doc_title;
	return title ? without_site(title, site, page->h1) : NULL;
}

void
html_lines(HtmlPage *page, StringInfo out)
{
	char	   *title;
	int			box;
	int			first = 0;
	int			last = page->nblocks;
	int			i;

	find_headline(page);
	title = html_title(page);
	score_boxes(page);
	box = best_box(page);
	if (box >= 0)
	{
		first = page->boxes[box].first;
		last = page->boxes[box].last;
		if (page->h1_block >= 0 && page->h1_block < first && first - page->h1_block <= MAX_HEAD)
			first = page->h1_block;
	}
	if (title != NULL)
		append_line(out, title, strlen(title));
	for (i = first; i < last; i++)
	{
		const HtmlBlock *b = &page->blocks[i];
		bool		heading = b->tag >= '1' && b->tag <= '6';

		if (i % 1024 == 0)
			CHECK_FOR_INTERRUPTS();
		if (is_text(page, b, title) || (b->tag == '1' && is_text(page, b, page->h1) && title != NULL))
			continue;
		if (box >= 0 && !heading && b->linked * 10 > b->len * 9)
			continue;
		append_line(out, page->text.data + b->start, b->len);
	}
	for (; i < page->nblocks && i < last + MAX_FOOT; i++)
		if (is_field(page, &page->blocks[i]))
			append_line(out, page->text.data + page->blocks[i].start, page->blocks[i].len);
}
