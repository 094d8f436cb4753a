/*
 * html_read.c - HTML to blocks of text, by libxml2's tolerant reader
 *
 * The page is pushed into the reader in small pieces, and taken as events: no
 * tree is built.  Callbacks never raise errors, so nothing jumps through
 * libxml2; what they need room for is made ready before each piece, and what
 * they collect is looked at after it.  Neither external nor internal entities
 * are read: HTML has none.
 *
 * The reader looks at all open elements where one ends, so a page that nests
 * deeper than MAX_DEPTH goes on in a new reader, which keeps the whole linear.
 */
#include "compat.h"

#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "html.h"

#ifdef USE_LIBXML_HTML

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#define PIECE 1024				/* bytes pushed at once; an element takes 3 or more */
#define MAX_DEPTH 256
#define MAX_ATTRIBUTES 128		/* of a tag; twice for those with a value in quotation marks */
#define MAX_JSON (1024 * 1024)	/* bytes of a JSON-LD script */

/* What is done with the text inside an element. */
enum
{
	M_TEXT, M_SKIP, M_BESIDE, M_JSON, M_TITLE
};

/* Links whose text says something, also where the rest of the text is skipped. */
enum
{
	L_NONE, L_TAG, L_AUTHOR
};

static const char *const label_names[] = {NULL, HTML_REL_TAG, HTML_REL_AUTHOR};

/* An open element. */
typedef struct Open
{
	unsigned char mode;
	unsigned char link;			/* it or one around it is a link */
	unsigned char block;		/* its end ends a block */
	unsigned char label;		/* a link whose text is kept: L_* */
	char		tag;			/* HtmlBlock.tag */
	int			box;
} Open;

/* Where the filter stands. */
typedef struct Tag
{
	bool		open;
	char		quote;			/* inside a value with this quotation mark; 0: none */
	char		last;			/* character that is no white space */
	int			attributes;
} Tag;

typedef struct Reader
{
	HtmlPage   *page;
	htmlParserCtxtPtr ctxt;
	bool		classes;		/* are looked at */
	Tag			tag;
	Open		stack[2 * MAX_DEPTH + PIECE];
	int			depth;
	int			lost;			/* open elements that found no room in the stack */
	int			start;			/* of the block being read */
	int			linked;
	bool		space;			/* white space before the next character */
	bool		heading;		/* in the first h1 */
	StringInfoData json;		/* of the script being read; full when it is too long */
	bool		json_done;		/* it is to be read */
	StringInfoData title;
	StringInfoData label;
	StringInfoData attributes;	/* of meta elements of this piece: three strings each */
	int			metas;
} Reader;

static const char *
attribute(const xmlChar **atts, const char *name)
{
	for (; atts != NULL && atts[0] != NULL; atts += 2)
		if (pg_strcasecmp((const char *) atts[0], name) == 0)
			return atts[1] ? (const char *) atts[1] : "";
	return NULL;
}

/* ---- events ---- */

static void
end_block(Reader *r)
{
	HtmlPage   *page = r->page;
	int			len = page->text.len - r->start;

	r->space = false;
	if (len > 0 && page->nblocks < page->rblocks)
	{
		HtmlBlock  *b = &page->blocks[page->nblocks++];
		int			i;

		b->start = r->start;
		b->len = len;
		b->linked = Min(r->linked, len);
		b->box = r->depth > 0 ? r->stack[r->depth - 1].box : -1;
		b->tag = 0;
		for (i = r->depth - 1; i >= 0 && b->tag == 0 && i >= r->depth - 8; i--)
			b->tag = r->stack[i].tag;
		if (b->tag == '1' && page->h1_block < 0)
			page->h1_block = page->nblocks - 1;
	}
	r->start = page->text.len;
	r->linked = 0;
}

static int
open_box(Reader *r, int parent, const char *name, int says, const xmlChar **atts)
{
	HtmlPage   *page = r->page;
	HtmlBox    *box;
	const char *prop = attribute(atts, "itemprop");

	if (page->nboxes == page->rboxes)
		return parent;
	box = &page->boxes[page->nboxes];
	memset(box, 0, sizeof(*box));
	box->parent = parent;
	box->first = page->nblocks;
	box->last = -1;
	box->bonus = says;
	if (strcmp(name, "article") == 0 || strcmp(name, "main") == 0)
		box->bonus += 1;
	if (prop != NULL && pg_strcasecmp(prop, "articleBody") == 0)
		box->bonus += 4;
	return page->nboxes++;
}

static bool
hidden(const xmlChar **atts)
{
	const char *style = attribute(atts, "style");
	const char *aria = attribute(atts, "aria-hidden");

	return attribute(atts, "hidden") != NULL || (aria != NULL && strcmp(aria, "true") == 0) ||
		(style != NULL && (strstr(style, "display:none") != NULL || strstr(style, "display: none") != NULL));
}

/* Keeps what a meta or time element says, for read_metas. */
static void
keep_meta(Reader *r, const char *name, const char *content)
{
	int			nlen = name ? strlen(name) : 0;
	int			clen = content ? strlen(content) : 0;

	if (nlen == 0 || clen == 0 || nlen > 100 || clen > HTML_MAX_FIELD ||
		r->attributes.len + nlen + clen + 3 > r->attributes.maxlen)
		return;
	appendBinaryStringInfo(&r->attributes, name, nlen + 1);
	appendBinaryStringInfo(&r->attributes, content, clen + 1);
	r->metas++;
}

/* What the text of a link of this rel is; categories are not what the article is about. */
static int
label_of(const char *rel)
{
	if (rel == NULL || strstr(rel, "category") != NULL)
		return L_NONE;
	return strstr(rel, "tag") != NULL ? L_TAG : strstr(rel, "author") != NULL ? L_AUTHOR : L_NONE;
}

static void
start_element(void *arg, const xmlChar *xname, const xmlChar **atts)
{
	Reader	   *r = arg;
	const char *name = (const char *) xname;
	const HtmlElement *e = html_element(name);
	char		kind = e ? e->kind : 'i';
	Open	   *around = r->depth > 0 ? &r->stack[r->depth - 1] : NULL;
	Open		o;

	o.mode = around ? around->mode : M_TEXT;
	o.link = around && around->link;
	o.label = around ? around->label : L_NONE;
	o.box = around ? around->box : -1;
	o.block = kind == 'b' || kind == 'x';
	o.tag = e ? e->tag : 0;
	if (kind == 'h' && strcmp(name, "meta") == 0)
	{
		const char *key = attribute(atts, "property");

		if (key == NULL)
			key = attribute(atts, "name");
		if (key == NULL)
			key = attribute(atts, "itemprop");
		keep_meta(r, key, attribute(atts, "content"));
	}
	else if (kind == 'h' && strcmp(name, "a") == 0)
	{
		o.link = 1;
		o.label = label_of(attribute(atts, "rel"));
		resetStringInfo(&r->label);
	}
	else if (kind == 'h' && strcmp(name, "title") == 0)
		o.mode = r->title.len == 0 && o.mode != M_SKIP ? M_TITLE : M_SKIP;
	else if (kind == 'h' && strcmp(name, "time") == 0)
		keep_meta(r, o.mode == M_SKIP ? NULL : "time", attribute(atts, "datetime"));
	else if (strcmp(name, "script") == 0)
	{
		const char *type = attribute(atts, "type");

		o.mode = M_SKIP;
		if (type != NULL && pg_strncasecmp(type, "application/ld+json", 19) == 0 && !r->json_done)
		{
			o.mode = M_JSON;
			resetStringInfo(&r->json);
		}
	}
	else if (kind == 's' || hidden(atts))
		o.mode = M_SKIP;
	/* captions and counters, beside or inside the text */
	if (o.mode == M_TEXT && r->classes && (strcmp(name, "p") == 0 || strcmp(name, "span") == 0) &&
		html_class_says(attribute(atts, "class")) < 0)
		o.mode = M_BESIDE;
	if (o.mode == M_TEXT && kind == 'x' && strcmp(name, "body") != 0)
	{
		int			says = html_class_says(attribute(atts, "class"));

		if (says <= 0)
		{
			int			id = html_class_says(attribute(atts, "id"));

			says = says == 0 || id > 0 ? id : says;
		}
		if (says < 0 && r->classes && strcmp(name, "article") != 0 && strcmp(name, "main") != 0)
			o.mode = M_BESIDE;
		if (o.mode == M_TEXT)
		{
			end_block(r);
			o.box = open_box(r, o.box, name, Max(says, 0), atts);
		}
	}
	if (o.block && o.mode == M_TEXT)
		end_block(r);
	if (r->depth < lengthof(r->stack))
		r->stack[r->depth++] = o;
	else
		r->lost++;
}

static void
end_element(void *arg, const xmlChar *name)
{
	Reader	   *r = arg;
	Open	   *o;

	if (r->lost > 0)
	{
		r->lost--;
		return;
	}
	if (r->depth == 0)
		return;
	o = &r->stack[r->depth - 1];
	if (o->block && o->mode == M_TEXT)
		end_block(r);
	if (o->mode == M_JSON)
		r->json_done = true;
	if (o->label != L_NONE && strcmp((const char *) name, "a") == 0)
		keep_meta(r, label_names[o->label], r->label.data);
	r->depth--;
	if (o->box >= 0 && (r->depth == 0 || r->stack[r->depth - 1].box != o->box))
		r->page->boxes[o->box].last = r->page->nblocks;
}

/* Bytes of the white space at s, 0: there is none.  Pages fill empty blocks with NO-BREAK SPACE. */
static inline int
blank(const char *s, const char *end)
{
	if (html_is_space(*s))
		return 1;
	return (unsigned char) *s == 0xC2 && end - s > 1 && (unsigned char) s[1] == 0xA0 ? 2 : 0;
}

/* Appends text with its white space collapsed; the room is there (the text is not longer than the page). */
static void
characters(void *arg, const xmlChar *chars, int len)
{
	Reader	   *r = arg;
	Open	   *o = r->depth > 0 ? &r->stack[r->depth - 1] : NULL;
	StringInfo	text = &r->page->text;
	const char *s = (const char *) chars;
	const char *end = s + len;

	if (o != NULL && o->mode == M_JSON)
	{
		if (r->json.len + len < r->json.maxlen)
			appendBinaryStringInfo(&r->json, s, len);
		return;
	}
	if (o != NULL && o->mode == M_TITLE)
	{
		if (r->title.len + len < r->title.maxlen)
			appendBinaryStringInfo(&r->title, s, len);
		return;
	}
	if (o != NULL && o->label != L_NONE && r->label.len + len < r->label.maxlen)
		appendBinaryStringInfo(&r->label, s, len);
	if (o != NULL && o->mode == M_BESIDE)
		r->page->beside += len;
	if (o != NULL && o->mode != M_TEXT)
		return;
	while (s < end)
	{
		const char *word;
		int			before = text->len;
		int			n;

		for (; s < end && (n = blank(s, end)) > 0; s += n)
			r->space = true;
		for (word = s; s < end && blank(s, end) == 0; s++)
			;
		if (s == word || text->len + (s - word) + 2 > text->maxlen)
			continue;
		if (r->space && text->len > r->start)
			text->data[text->len++] = ' ';
		memcpy(text->data + text->len, word, s - word);
		text->len += s - word;
		r->space = false;
		if (o != NULL && o->link)
			r->linked += text->len - before;
	}
}

static void
be_silent(void *arg, const char *message, ...)
{
}

/* ---- the page ---- */

/* Room for all elements and blocks of the next piece. */
static void
make_room(HtmlPage *page)
{
	if (page->rblocks - page->nblocks < 2 * PIECE)
	{
		page->rblocks += page->rblocks / 2 + 2 * PIECE;
		page->blocks = page->blocks ? repalloc_huge(page->blocks, page->rblocks * sizeof(HtmlBlock)) :
			palloc(page->rblocks * sizeof(HtmlBlock));
	}
	if (page->rboxes - page->nboxes < PIECE)
	{
		page->rboxes += page->rboxes / 2 + PIECE;
		page->boxes = page->boxes ? repalloc_huge(page->boxes, page->rboxes * sizeof(HtmlBox)) :
			palloc(page->rboxes * sizeof(HtmlBox));
	}
}

/* Takes over what the head says, or a link. */
static void
read_metas(Reader *r)
{
	const char *p = r->attributes.data;
	int			i;

	for (i = 0; i < r->metas; i++)
	{
		const char *name = p;
		const char *content = name + strlen(name) + 1;

		html_meta(r->page, name, content);
		p = content + strlen(content) + 1;
	}
	r->metas = 0;
	resetStringInfo(&r->attributes);
}

static void
free_parser(void *arg)
{
	Reader	   *r = arg;

	if (r->ctxt != NULL)
		htmlFreeParserCtxt(r->ctxt);
	r->ctxt = NULL;
}

static void
open_parser(Reader *r)
{
	static const char none[4] = "";
	htmlSAXHandler sax;

	memset(&sax, 0, sizeof(sax));
	sax.startElement = start_element;
	sax.endElement = end_element;
	sax.characters = characters;
	sax.ignorableWhitespace = characters;
	sax.cdataBlock = characters;
	sax.warning = be_silent;
	sax.error = be_silent;
	free_parser(r);
	r->depth = r->lost = 0;
	r->ctxt = htmlCreatePushParserCtxt(&sax, r, none, 0, NULL, XML_CHAR_ENCODING_UTF8);
	if (r->ctxt == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_OUT_OF_MEMORY),
				 errmsg("out of memory"),
				 errdetail("libxml2 made no parser.")));
	/* the text is UTF-8 whatever it says of itself */
	htmlCtxtUseOptions(r->ctxt, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
					   HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
}

/*
 * The reader compares each attribute of a tag with all others, so those behind
 * the first MAX_ATTRIBUTES are left out.  Copies a piece to out without them;
 * returns the bytes.
 */
static int
filter(Tag *t, const char *s, Size len, char *out)
{
	int			n = 0;
	Size		i;

	for (i = 0; i < len; i++)
	{
		char		c = s[i];

		if (t->quote != 0)
		{
			if (c == t->quote)
			{
				t->quote = 0;
				t->attributes++;
			}
		}
		else if (!t->open)
		{
			bool		letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

			t->open = t->last == '<' && letter;
			t->attributes = 0;
		}
		else if (c == '>')
			t->open = false;
		else if ((c == '"' || c == '\'') && t->last == '=')
			t->quote = c;
		else if (html_is_space(c))
			t->attributes++;
		if (!html_is_space(c))
			t->last = c;
		if (!t->open || t->attributes <= MAX_ATTRIBUTES)
			out[n++] = c;
	}
	return n;
}

/* Takes over what the callbacks have kept. */
static void
after_piece(Reader *r)
{
	read_metas(r);
	if (r->json_done)
	{
		html_json(&r->page->linked, r->json.data, r->json.len);
		resetStringInfo(&r->json);
		r->json_done = false;
	}
}

static void
push(Reader *r, const char *s, int len)
{
	make_room(r->page);
	htmlParseChunk(r->ctxt, s, len, 0);
	after_piece(r);
}

/* Goes on in a new reader, with what the old one has not read yet, such as the beginning of a tag. */
static void
change_parser(Reader *r)
{
	int			len = (int) (r->ctxt->input->end - r->ctxt->input->cur);
	char	   *rest = palloc(len + 1);

	memcpy(rest, r->ctxt->input->cur, len);
	end_block(r);
	open_parser(r);
	push(r, rest, len);
	pfree(rest);
}

static void
init_string(StringInfo s, Size room)
{
	s->data = palloc_extended(room, MCXT_ALLOC_HUGE);
	s->data[0] = '\0';
	s->len = 0;
	s->maxlen = (int) Min(room, PG_INT32_MAX);
	s->cursor = 0;
}

/* The bytes of a document type with definitions in it, which are for XML, and the reader would take for text. */
static Size
skip_doctype(const char *html, Size len)
{
	const char *end = html + len;
	const char *p = html;
	const char *close;

	while (p < end && (html_is_space(*p) || (unsigned char) *p >= 0x80))
		p++;					/* byte order mark */
	if (end - p < 10 || pg_strncasecmp(p, "<!doctype", 9) != 0)
		return 0;
	while (p < end && *p != '[' && *p != '>')
		p++;
	if (p == end || *p == '>')
		return 0;
	while ((close = memchr(p, ']', end - p)) != NULL)
	{
		for (p = close + 1; p < end && html_is_space(*p); p++)
			;
		if (p < end && *p == '>')
			return p + 1 - html;
	}
	return 0;
}

void
html_read(HtmlPage *page, const char *html, Size len, bool classes)
{
	MemoryContextCallback *callback = palloc(sizeof(MemoryContextCallback));
	Reader	   *r = palloc0(sizeof(Reader));
	Size		at;
	int			i;

	memset(page, 0, sizeof(*page));
	page->h1_block = -1;
	/* text is no longer than its source, but for the signs put for bytes that are no characters */
	init_string(&page->text, Min(len + len / 2 + 64, (Size) PG_INT32_MAX));
	init_string(&r->json, Min(len + 64, MAX_JSON));
	init_string(&r->title, HTML_MAX_FIELD);
	init_string(&r->label, HTML_MAX_FIELD);
	init_string(&r->attributes, Min(len + 64, 64 * 1024));
	r->page = page;
	r->classes = classes;
	callback->func = free_parser;
	callback->arg = r;
	MemoryContextRegisterResetCallback(CurrentMemoryContext, callback);
	open_parser(r);
	for (at = skip_doctype(html, len); at < len; at += PIECE)
	{
		char		piece[PIECE];

		CHECK_FOR_INTERRUPTS();
		push(r, piece, filter(&r->tag, html + at, Min(PIECE, len - at), piece));
		if (r->ctxt->nameNr > MAX_DEPTH)
			change_parser(r);
	}
	make_room(page);
	htmlParseChunk(r->ctxt, html, 0, 1);
	after_piece(r);
	end_block(r);
	free_parser(r);
	xmlResetLastError();
	for (i = 0; i < page->nboxes; i++)
		if (page->boxes[i].last < 0)
			page->boxes[i].last = page->nblocks;
	page->doc_title = html_clean(r->title.data, r->title.len);
	if (page->h1_block >= 0)
		page->h1 = html_clean(page->text.data + page->blocks[page->h1_block].start,
							  page->blocks[page->h1_block].len);
}

uint32
html_entity(const char *name)
{
	const htmlEntityDesc *e = htmlEntityLookup((const xmlChar *) name);

	return e != NULL ? e->value : 0;
}

#else							/* without libxml2 */

void
html_read(HtmlPage *page, const char *html, Size len, bool classes)
{
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
			 errmsg("this build of arabic_fts does not read HTML"),
			 errdetail("It was built without libxml2."),
			 errhint("Install libxml2-dev and build arabic_fts anew, without NO_LIBXML=1.")));
}

uint32
html_entity(const char *name)
{
	return 0;
}

#endif
