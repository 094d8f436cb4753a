/*
 * html.h - a page of HTML while it is read
 *
 *     html_read.c     libxml2's events --> blocks of text, and what the head says
 *     html_names.c    what the names of elements and classes say
 *     html_meta.c     what meta elements and links say
 *     html_blocks.c   which blocks are the article
 *     html_json.c     JSON-LD
 *     html.c          SQL
 *
 * All memory is of PostgreSQL's contexts, except libxml2's own, which a callback
 * of the context frees.
 */
#ifndef ARABIC_FTS_HTML_H
#define ARABIC_FTS_HTML_H

#include "lib/stringinfo.h"
#include "nodes/pg_list.h"

/* What a page says of its article; NULL: nothing.  Values are UTF-8, entities decoded. */
typedef struct HtmlFields
{
	char	   *title;
	char	   *date;
	char	   *site;
	List	   *authors;		/* of char * */
	List	   *keywords;		/* lists or single ones, as given */
} HtmlFields;

/* A run of text between two block elements. */
typedef struct HtmlBlock
{
	int			start;			/* in the page's text */
	int			len;
	int			linked;			/* bytes of it inside links */
	int			box;			/* the element that holds it */
	char		tag;			/* '1' to '6': heading; 'p'; 'l': list item; 't': time; 0: other */
} HtmlBlock;

/* An element that can hold an article. */
typedef struct HtmlBox
{
	int			parent;			/* -1: none */
	int			first;			/* block that begins at it or behind */
	int			last;			/* behind its last block */
	int			bonus;			/* its tag and attributes say 'article' */
	double		score;
} HtmlBox;

typedef struct HtmlPage
{
	StringInfoData text;
	HtmlBlock  *blocks;
	int			nblocks;
	int			rblocks;
	HtmlBox    *boxes;
	int			nboxes;
	int			rboxes;
	HtmlFields	meta;			/* meta elements, <title>, <time> */
	HtmlFields	linked;			/* JSON-LD */
	List	   *tags;			/* of char *: texts of <a rel=tag> */
	char	   *writer;			/* of the first <a rel=author> */
	char	   *time;			/* of the first <time> */
	Size		beside;			/* bytes of text passed over because of a class or id */
	char	   *h1;
	char	   *doc_title;
	int			h1_block;		/* -1: none */
} HtmlPage;

/* The most bytes of a field; the rest is cut off. */
#define HTML_MAX_FIELD 4000

/* Names under which html_meta gets the texts of links with these relations. */
#define HTML_REL_TAG "rel:tag"
#define HTML_REL_AUTHOR "rel:author"

/* What elements are; a name of no row is inline. */
typedef struct HtmlElement
{
	const char *name;
	char		kind;			/* 's': skipped, 'b': block, 'x': box, 'h': inline but known */
	char		tag;
} HtmlElement;

static inline bool
html_is_space(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* What an element is; NULL: inline. */
extern const HtmlElement *html_element(const char *name);

/* Reads the words of a class or id: -1, it stands beside an article; 1, it is one; 0, nothing. */
extern int	html_class_says(const char *value);

/* Takes over what a meta element says. */
extern void html_meta(HtmlPage *page, const char *name, const char *content);

/* The code point of a named character reference; 0: none. */
extern uint32 html_entity(const char *name);

/*
 * Reads a page; classes: passes over boxes whose class or id names what stands
 * beside an article.  Reports an error when the library was built without libxml2.
 */
extern void html_read(HtmlPage *page, const char *html, Size len, bool classes);

/* The article's lines: title, then the readable blocks. */
extern void html_lines(HtmlPage *page, StringInfo out);

/* The title, without the name of the site; palloc'd; NULL: the page has none. */
extern char *html_title(const HtmlPage *page);

/* Adds what a JSON-LD script says; what is malformed is passed over. */
extern void html_json(HtmlFields *fields, const char *json, Size len);

/* Text with white space collapsed and character references decoded, palloc'd; NULL when nothing is left. */
extern char *html_clean(const char *s, Size len);

#endif
