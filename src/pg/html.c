/*
 * html.c - pages of HTML: as text, and as articles
 */
#include "compat.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "nodes/pg_list.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"

#include "../core/ara.h"
#include "article.h"
#include "html.h"
#include "keywords.h"
#include "markers.h"

PG_FUNCTION_INFO_V1(arabic_html_to_text);
PG_FUNCTION_INFO_V1(arabic_article_from_html);

/* Whether a text has a tag: without one it is no HTML, and its lines are kept. */
static bool
has_tag(const char *s, const char *end)
{
	while ((s = memchr(s, '<', end - s)) != NULL && ++s < end)
		if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || *s == '!' || *s == '/')
			return true;
	return false;
}

/* Below this, a page whose text is nearly all in boxes of telling names has misleading names. */
#define MIN_LINES 400

/* Reads a page and gives its lines. */
static void
read_page(HtmlPage *page, const text *in, StringInfo lines)
{
	html_read(page, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in), true);
	initStringInfo(lines);
	html_lines(page, lines);
	if (lines->len < MIN_LINES && page->beside > 2 * lines->len)
	{
		html_read(page, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in), false);
		resetStringInfo(lines);
		html_lines(page, lines);
	}
}

/* arabic_html_to_text(text): title and readable blocks, one a line */
Datum
arabic_html_to_text(PG_FUNCTION_ARGS)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	StringInfoData out;
	HtmlPage	page;

	if (!has_tag(VARDATA_ANY(in), VARDATA_ANY(in) + VARSIZE_ANY_EXHDR(in)))
		PG_RETURN_TEXT_P(in);
	read_page(&page, in, &out);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(out.data, out.len));
}

/* ---- fields ---- */

/* The number of a column by its name; -1: this version's type has none. */
static int
column(TupleDesc desc, const char *name)
{
	int			i;

	for (i = 0; i < desc->natts; i++)
		if (strcmp(NameStr(TupleDescAttr(desc, i)->attname), name) == 0)
			return i;
	return -1;
}

/*
 * A date as the page's head writes it: ISO 8601, or any that pages write.  The
 * hour is the local one as written; one in UTC ("Z") is too.
 */
static bool
read_date(const char *s, AraDateTime *d)
{
	return s != NULL && ara_datetime_parse(s, strlen(s), d) && !d->hijri && d->date.year && d->date.month && d->date.day;
}

static char *
join(List *list, const char *separator)
{
	StringInfoData s;
	ListCell   *cell;

	initStringInfo(&s);
	foreach(cell, list)
	{
		if (s.len > 0)
			appendStringInfoString(&s, separator);
		appendStringInfoString(&s, lfirst(cell));
	}
	return s.data;
}

static void
set(TupleDesc desc, Datum *values, bool *nulls, const char *name, Datum value)
{
	int			i = column(desc, name);

	if (i >= 0 && value != (Datum) 0)
	{
		values[i] = value;
		nulls[i] = false;
	}
}

/* A datum may be 0 here. */
static void
set_date(TupleDesc desc, Datum *values, bool *nulls, const AraDateTime *d)
{
	int			on = column(desc, "published_on");
	int			at = column(desc, "published_at");
	int			day = date2j(d->date.year, d->date.month, d->date.day) - POSTGRES_EPOCH_JDATE;

	values[on] = DateADTGetDatum(day);
	nulls[on] = false;
	values[at] = TimestampGetDatum(day * USECS_PER_DAY + ((d->hour * 60 + d->minute) * 60 + d->second) * USECS_PER_SEC);
	nulls[at] = !d->has_time;
}

static bool
is_null(TupleDesc desc, const bool *nulls, const char *name)
{
	int			i = column(desc, name);

	return i < 0 || nulls[i];
}

static void
set_keywords(TupleDesc desc, Datum *values, bool *nulls, List *keywords, const text *body, const AraKeywordDict *dict)
{
	char	   *line = join(keywords, "\n");	/* several are a list that needs no cutting */

	set(desc, values, nulls, "keywords",
		keywords_datum(line, strlen(line), VARDATA_ANY(body), VARSIZE_ANY_EXHDR(body), dict));
}

/* What the head of the page says goes before what its text looks like; a byline goes before a meta element's author. */
static void
set_fields(const HtmlPage *page, TupleDesc desc, Datum *values, bool *nulls, const text *body,
		   const AraKeywordDict *dict)
{
	const HtmlFields *linked = &page->linked;
	const HtmlFields *meta = &page->meta;
	const char *site = linked->site ? linked->site : meta->site;
	char	   *title = html_title(page);
	AraDateTime date;

	if (title != NULL)
		set(desc, values, nulls, "title", CStringGetTextDatum(title));
	if (read_date(linked->date, &date) || read_date(meta->date, &date))
		set_date(desc, values, nulls, &date);
	else if (is_null(desc, nulls, "published_on") && read_date(page->time, &date))
		set_date(desc, values, nulls, &date);
	if (linked->authors != NIL)
		set(desc, values, nulls, "author", CStringGetTextDatum(join(linked->authors, "\xD8\x8C ")));
	else if (is_null(desc, nulls, "author") && page->writer != NULL)
		set(desc, values, nulls, "author", CStringGetTextDatum(page->writer));
	else if (is_null(desc, nulls, "author") && meta->authors != NIL)
		set(desc, values, nulls, "author", CStringGetTextDatum(join(meta->authors, "\xD8\x8C ")));
	if (linked->keywords != NIL)
		set_keywords(desc, values, nulls, linked->keywords, body, dict);
	else if (meta->keywords != NIL)
		set_keywords(desc, values, nulls, meta->keywords, body, dict);
	else if (page->tags != NIL)
		set_keywords(desc, values, nulls, page->tags, body, dict);
	if (site != NULL && is_null(desc, nulls, "sources"))
	{
		Datum		source = CStringGetTextDatum(site);

		set(desc, values, nulls, "sources",
			PointerGetDatum(construct_array(&source, 1, TEXTOID, -1, false, TYPALIGN_INT)));
	}
}

/* arabic_article_from_html(text, markers, arabic_keyword_stats) */
Datum
arabic_article_from_html(PG_FUNCTION_ARGS)
{
	TupleDesc	desc = article_desc(fcinfo);
	Datum	   *values = palloc(desc->natts * sizeof(Datum));
	bool	   *nulls = palloc(desc->natts * sizeof(bool));
	const AraKeywordDict *dict = keywords_dict(fcinfo, 2);
	text	   *in;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	in = PG_GETARG_TEXT_PP(0);
	if (!has_tag(VARDATA_ANY(in), VARDATA_ANY(in) + VARSIZE_ANY_EXHDR(in)))
		article_fields(in, own_markers(fcinfo, 1), desc, dict, values, nulls);
	else
	{
		StringInfoData out;
		HtmlPage	page;
		text	   *body;

		read_page(&page, in, &out);
		body = cstring_to_text_with_len(out.data, out.len);
		article_fields(body, own_markers(fcinfo, 1), desc, dict, values, nulls);
		set_fields(&page, desc, values, nulls, body, dict);
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(desc, values, nulls)));
}
