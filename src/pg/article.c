/*
 * article.c - raw articles: their parts as rows, their fields, their tsvector
 *
 * All three read the same stream of parts (core/article.c).
 */
#include "compat.h"

#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "tsearch/ts_utils.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"
#include "utils/typcache.h"

#include "../core/ara.h"
#include "article.h"
#include "calendar.h"
#include "config.h"
#include "markers.h"

PG_FUNCTION_INFO_V1(arabic_article_parts);
PG_FUNCTION_INFO_V1(arabic_article);
PG_FUNCTION_INFO_V1(arabic_article_to_tsvector);
PG_FUNCTION_INFO_V1(arabic_article_to_tsvector_byid);

/* Begins to read argument argno; the one after it may be markers. */
static void
begin(FunctionCallInfo fcinfo, int argno, AraArticle *a)
{
	text	   *in = PG_GETARG_TEXT_PP(argno);

	ara_article_init(a, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in));
	a->own = own_markers(fcinfo, argno + 1);
}

/* arabic_article_parts(text [, markers]): one row a part, which together are the whole text */
Datum
arabic_article_parts(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	int			ordinals[2][ARA_P_LAST + 1] = {{0}};	/* of the main article, of the last related one */
	int			related = 0;
	int64		start = 1;		/* in characters */
	AraArticle	a;
	AraPart		p;

	InitMaterializedSRF(fcinfo, 0);
	begin(fcinfo, 0, &a);
	while (ara_next_part(&a, &p))
	{
		int			length = pg_mbstrlen_with_len(p.start, (int) p.len);
		int		   *ordinal = ordinals[p.article > 0];
		Datum		values[6];
		bool		nulls[6] = {0};

		CHECK_FOR_INTERRUPTS();
		if (p.article > 0 && p.article != related)
		{
			related = p.article;
			memset(ordinal, 0, sizeof(ordinals[1]));
		}
		values[0] = CStringGetTextDatum(ara_part_name(p.kind));
		values[1] = Int32GetDatum(p.article);
		values[2] = Int32GetDatum(++ordinal[p.kind]);
		values[3] = Int32GetDatum((int32) start);
		values[4] = Int32GetDatum(length);
		values[5] = PointerGetDatum(cstring_to_text_with_len(p.start, (int) p.len));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(DatumGetPointer(values[0]));
		pfree(DatumGetPointer(values[5]));
		start += length;
	}
	return (Datum) 0;
}

static void
append_line(StringInfo s, const AraPart *p)
{
	if (s->len > 0)
		appendStringInfoChar(s, '\n');
	appendBinaryStringInfo(s, p->start, (int) p->len);
}

static Datum
text_datum(const AraPart *p)
{
	return PointerGetDatum(cstring_to_text_with_len(p->start, (int) p->len));
}

/* The number that the digits of a part give, in any script; NULL when there is none or it is absurd. */
static Datum
minutes_datum(const AraPart *p, bool *isnull)
{
	char		digits[64];
	size_t		n;
	size_t		i;
	int			value = 0;

	*isnull = true;
	if (p->len > sizeof(digits) / 4)
		return (Datum) 0;
	n = ara_normalize(p->start, p->len, digits, ARA_NORM_FOLD);
	for (i = 0; i < n && value < 100000; i++)
		if (digits[i] >= '0' && digits[i] <= '9')
		{
			value = value * 10 + (digits[i] - '0');
			*isnull = false;
		}
	return Int32GetDatum(value);
}

/* When a page was published, or changed. */
typedef struct Published
{
	bool		found;
	bool		hijri;			/* only the Islamic date is known */
	bool		has_time;
	int			julian;
	int64		time;			/* seconds of the day */
} Published;

/* Umm al-Qura's calendar begins with the first year; its tables end with this one. */
#define LAST_HIJRI_YEAR 1600

/* Takes over the date of a part: the first, a Gregorian one before an Islamic one; its hour may stand further down. */
static void
take_date(Published *pub, const AraPart *p)
{
	AraDateTime d;
	int			julian;

	if (!ara_datetime_parse(p->start, p->len, &d) || d.date.year == 0 || d.date.month == 0 || d.date.day == 0 ||
		(pub->found && d.hijri) || (d.hijri && d.date.year > LAST_HIJRI_YEAR))
		return;
	if (d.hijri)
	{
		HijriCalendar *calendar = hijri_open();

		julian = hijri_to_julian(calendar, d.date.year, d.date.month, d.date.day);
		hijri_close(calendar);
	}
	else
		julian = date2j(d.date.year, d.date.month, d.date.day);
	if (!pub->found || (pub->hijri && !d.hijri))
	{
		pub->found = true;
		pub->hijri = d.hijri;
		pub->julian = julian;
	}
	if (d.has_time && !pub->has_time && julian == pub->julian)
	{
		pub->has_time = true;
		pub->time = (d.hour * 60 + d.minute) * 60 + d.second;
	}
}

/* Columns of the composite type arabic_article, in the order of the install script. */
enum
{
	A_TITLE, A_PUBLISHED_ON, A_PUBLISHED_AT, A_AUTHOR, A_DATELINE, A_AGENCY, A_READING_MINUTES, A_LEAD, A_BODY,
	A_SOURCES, A_KEYWORDS, A_RELATED,
	A_COLUMNS
};

/* Related articles while their lines come in: a link inside one stands between its lines. */
typedef struct Related
{
	Datum		title;
	bool		has_title;
	StringInfoData body;		/* without data before the first line */
} Related;

typedef struct RelatedList
{
	Related    *items;
	int			n;
	int			room;
} RelatedList;

static Related *
related_item(RelatedList *list, int number)
{
	while (number > list->room)
	{
		int			room = list->room ? 2 * list->room : 8;

		list->items = list->items ? repalloc_huge(list->items, sizeof(Related) * room) : palloc(sizeof(Related) * room);
		memset(list->items + list->room, 0, sizeof(Related) * (room - list->room));
		list->room = room;
	}
	list->n = Max(list->n, number);
	return &list->items[number - 1];
}

static void
related_part(RelatedList *list, const AraPart *p)
{
	Related    *r = related_item(list, p->article);

	if (p->kind == ARA_P_RELATED_TITLE)
	{
		r->title = text_datum(p);
		r->has_title = true;
		return;
	}
	if (r->body.data == NULL)
		initStringInfo(&r->body);
	append_line(&r->body, p);
}

/* Those that have a title or text, as an array of rows of the given type; NULL when there are none. */
static ArrayBuildState *
related_array(RelatedList *list, TupleDesc desc)
{
	ArrayBuildState *all = NULL;
	int			i;

	for (i = 0; i < list->n; i++)
	{
		Related    *r = &list->items[i];
		Datum		values[2] = {r->title, (Datum) 0};
		bool		nulls[2] = {!r->has_title, r->body.data == NULL};

		if (nulls[0] && nulls[1])
			continue;
		if (!nulls[1])
			values[1] = PointerGetDatum(cstring_to_text_with_len(r->body.data, r->body.len));
		all = accumArrayResult(all, HeapTupleGetDatum(heap_form_tuple(desc, values, nulls)), false,
							   desc->tdtypeid, CurrentMemoryContext);
	}
	return all;
}

TupleDesc
article_desc(FunctionCallInfo fcinfo)
{
	TupleDesc	desc;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE || desc->natts != A_COLUMNS)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("the result must be the type arabic_article of the same extension version")));
	return BlessTupleDesc(desc);
}

void
article_fields(text *in, const unsigned char *markers, TupleDesc desc, const AraKeywordDict *dict,
			   Datum *values, bool *nulls)
{
	ArrayBuildState *sources = NULL;
	ArrayBuildState *related = NULL;
	TupleDesc	related_desc;
	StringInfoData body;
	StringInfoData keywords;
	Published	published = {0};
	Published	updated = {0};
	RelatedList others = {0};
	AraArticle	a;
	AraPart		p;
	AraPart		line = {0};		/* the first of keywords */
	int			i;

	related_desc = lookup_rowtype_tupdesc_copy(get_element_type(TupleDescAttr(desc, A_RELATED)->atttypid), -1);
	for (i = 0; i < A_COLUMNS; i++)
	{
		values[i] = (Datum) 0;
		nulls[i] = true;
	}
	initStringInfo(&body);
	initStringInfo(&keywords);

	ara_article_init(&a, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in));
	a.own = markers;
	while (ara_next_part(&a, &p))
	{
		int			column = -1;

		CHECK_FOR_INTERRUPTS();
		if (p.kind >= ARA_P_RELATED_TITLE && p.kind <= ARA_P_RELATED_PARAGRAPH)
		{
			related_part(&others, &p);
			continue;
		}
		/* a related article may have fields of its own */
		if (p.article > 0)
			continue;
		switch (p.kind)
		{
			case ARA_P_TITLE:
				column = A_TITLE;
				break;
			case ARA_P_AUTHOR:
				column = A_AUTHOR;
				break;
			case ARA_P_KEYWORDS:
				if (keywords.len == 0)
					line = p;
				append_line(&keywords, &p);
				break;
			case ARA_P_PLACE:
				column = A_DATELINE;
				break;
			case ARA_P_AGENCY:
				column = A_AGENCY;
				break;
			case ARA_P_DATE:
				take_date(&published, &p);
				break;
			case ARA_P_UPDATED:
				take_date(&updated, &p);
				break;
			case ARA_P_READING_TIME:
				if (nulls[A_READING_MINUTES])
					values[A_READING_MINUTES] = minutes_datum(&p, &nulls[A_READING_MINUTES]);
				break;
			case ARA_P_PARAGRAPH:
				if (nulls[A_LEAD])
					column = A_LEAD;
				append_line(&body, &p);
				break;
			case ARA_P_HEADING:
				append_line(&body, &p);
				break;
			case ARA_P_SOURCE:
				sources = accumArrayResult(sources, text_datum(&p), false, TEXTOID, CurrentMemoryContext);
				if (ara_is_agency(&a, p.start, p.len))
					column = A_AGENCY;
				break;
			default:
				break;
		}
		if (column >= 0 && nulls[column])
		{
			values[column] = text_datum(&p);
			nulls[column] = false;
		}
	}
	related = related_array(&others, related_desc);
	if (body.len > 0)
	{
		values[A_BODY] = PointerGetDatum(cstring_to_text_with_len(body.data, body.len));
		nulls[A_BODY] = false;
	}
	if (keywords.len > 0)
	{
		/* one line is told apart from the page it stands in */
		bool		alone = keywords.len == line.len;

		values[A_KEYWORDS] = keywords_datum(alone ? line.start : keywords.data, keywords.len,
											VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in), dict);
		nulls[A_KEYWORDS] = values[A_KEYWORDS] == (Datum) 0;
	}
	if (!published.found)
		published = updated;
	nulls[A_PUBLISHED_ON] = !published.found;
	values[A_PUBLISHED_ON] = DateADTGetDatum(published.julian - POSTGRES_EPOCH_JDATE);
	nulls[A_PUBLISHED_AT] = !published.has_time;
	values[A_PUBLISHED_AT] = TimestampGetDatum((published.julian - POSTGRES_EPOCH_JDATE) * USECS_PER_DAY +
											   published.time * USECS_PER_SEC);
	if (sources != NULL)
	{
		values[A_SOURCES] = makeArrayResult(sources, CurrentMemoryContext);
		nulls[A_SOURCES] = false;
	}
	if (related != NULL)
	{
		values[A_RELATED] = makeArrayResult(related, CurrentMemoryContext);
		nulls[A_RELATED] = false;
	}
}

/* arabic_article(text, markers, arabic_keyword_stats): the fields */
Datum
arabic_article(PG_FUNCTION_ARGS)
{
	TupleDesc	desc;
	Datum		values[A_COLUMNS];
	bool		nulls[A_COLUMNS];

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	desc = article_desc(fcinfo);
	article_fields(PG_GETARG_TEXT_PP(0), own_markers(fcinfo, 1), desc, keywords_dict(fcinfo, 2), values, nulls);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(desc, values, nulls)));
}

/*
 * The main article's tsvector: title A, keywords B, first paragraph C, the rest
 * D, in the order title, first paragraph, rest, keywords.
 */
static TSVector
article_to_tsvector(FunctionCallInfo fcinfo, Oid config, int argno)
{
	static const char weights[] = {'A', 'C', 'D', 'B'};
	enum
	{
		TITLE, LEAD, BODY, KEYWORDS, GROUPS
	};
	ParsedText	prs[GROUPS];
	TSVector	result = NULL;
	bool		have_lead = false;
	AraArticle	a;
	AraPart		p;
	int			i;

	for (i = 0; i < GROUPS; i++)
	{
		prs[i].lenwords = 64;
		prs[i].curwords = 0;
		prs[i].pos = 0;
		prs[i].words = palloc(sizeof(ParsedWord) * prs[i].lenwords);
	}
	begin(fcinfo, argno, &a);
	while (ara_next_part(&a, &p))
	{
		int			group;

		if (p.article > 0)
			continue;
		switch (p.kind)
		{
			case ARA_P_TITLE:
				group = TITLE;
				break;
			case ARA_P_PARAGRAPH:
				group = have_lead ? BODY : LEAD;
				have_lead = true;
				break;
			case ARA_P_HEADING:
				group = BODY;
				break;
			case ARA_P_KEYWORDS:
				group = KEYWORDS;
				break;
			default:
				continue;
		}
		parsetext(config, &prs[group], unconstify(char *, p.start), (int) p.len);
	}
	for (i = 0; i < GROUPS; i++)
	{
		Datum		v = DirectFunctionCall2(tsvector_setweight,
											TSVectorGetDatum(make_tsvector(&prs[i])),
											CharGetDatum(weights[i]));

		if (result != NULL)
			v = DirectFunctionCall2(tsvector_concat, TSVectorGetDatum(result), v);
		result = DatumGetTSVector(v);
	}
	return result;
}

/* arabic_article_to_tsvector(regconfig, text [, markers]) */
Datum
arabic_article_to_tsvector_byid(PG_FUNCTION_ARGS)
{
	PG_RETURN_TSVECTOR(article_to_tsvector(fcinfo, PG_GETARG_OID(0), 1));
}

/* arabic_article_to_tsvector(text): with the extension's own configuration arabic_fts */
Datum
arabic_article_to_tsvector(PG_FUNCTION_ARGS)
{
	PG_RETURN_TSVECTOR(article_to_tsvector(fcinfo, arabic_own_config(fcinfo, "arabic_fts"), 0));
}
