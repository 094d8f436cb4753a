/*
 * entity.c - arabic_entities: the names in a text
 */
#include "compat.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "../core/entity.h"
#include "../core/namekey.h"
#include "callsite.h"
#include "gazetteer.h"
#include "place.h"

PG_FUNCTION_INFO_V1(arabic_entities);
PG_FUNCTION_INFO_V1(arabic_entities_gazetteer);
PG_FUNCTION_INFO_V1(arabic_name_key);

/* Walks the parts of an article beside the names, to say which part each stands in. */
typedef struct Parts
{
	AraArticle	article;
	AraPart		part;
	bool		more;
} Parts;

static void
start_parts(Parts *p, const char *text, size_t len)
{
	ara_article_init(&p->article, text, len);
	p->more = ara_next_part(&p->article, &p->part);
}

/* The part that a name stands in; NULL for what a page says of itself, which names nobody. */
static const char *
part_of(Parts *p, const char *at)
{
	while (p->more && p->part.start + p->part.len <= at)
		p->more = ara_next_part(&p->article, &p->part);
	if (!p->more)
		return "main";
	if (p->part.article > 0)
		return "related";
	switch (p->part.kind)
	{
		case ARA_P_DATE:
		case ARA_P_UPDATED:
		case ARA_P_READING_TIME:
		case ARA_P_LABEL:
			return NULL;
		case ARA_P_SOURCE:
		case ARA_P_KEYWORDS:
		case ARA_P_AUTHOR:
		case ARA_P_INTRUSION:
		case ARA_P_BOILERPLATE:
			return ara_part_name(p->part.kind);
		default:
			return "main";
	}
}

/* The canonical form; the article's alef is put back where li- took it. */
static Datum
canonical_datum(const AraEntity *e)
{
	static const char alef[] = "\xD8\xA7";	/* ARABIC LETTER ALEF */
	size_t		more = e->article ? strlen(alef) : 0;
	text	   *t = palloc(VARHDRSZ + more + e->canonical_len);

	SET_VARSIZE(t, VARHDRSZ + more + e->canonical_len);
	memcpy(VARDATA(t), alef, more);
	memcpy(VARDATA(t) + more, e->canonical, e->canonical_len);
	return PointerGetDatum(t);
}

/* One for all rows of a query: it remembers how words look. */
static AraEntities *
reader(FunctionCallInfo fcinfo)
{
	CallSite   *site = call_site(fcinfo);

	if (site->entities == NULL)
		site->entities = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(AraEntities));
	return site->entities;
}

static Datum
entities(FunctionCallInfo fcinfo, const UserGazetteer *user)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	const char *s = VARDATA_ANY(in);
	size_t		len = VARSIZE_ANY_EXHDR(in);
	Place		place = {s, 0};
	AraEntities *r = reader(fcinfo);
	Parts		parts;
	AraEntity	e;
	const char *part;

	InitMaterializedSRF(fcinfo, 0);
	start_parts(&parts, s, len);
	ara_entities_init(r, s, len, user == NULL ? NULL : &user->g);
	while (ara_next_entity(r, &e))
	{
		Datum		values[7];
		bool		nulls[7] = {0};

		CHECK_FOR_INTERRUPTS();
		if ((part = part_of(&parts, e.start)) == NULL)
			continue;
		values[0] = PointerGetDatum(cstring_to_text_with_len(e.start, (int) e.len));
		values[1] = CStringGetTextDatum(e.from_user ? user->kinds[e.kind] : ara_entity_kind_name(e.kind));
		values[2] = canonical_datum(&e);
		values[3] = position_datum(&place, e.start);
		values[4] = length_datum(e.start, e.len);
		values[5] = Float4GetDatum(e.confidence);
		values[6] = CStringGetTextDatum(part);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(DatumGetPointer(values[0]));
		pfree(DatumGetPointer(values[1]));
		pfree(DatumGetPointer(values[2]));
		pfree(DatumGetPointer(values[6]));
	}
	return (Datum) 0;
}

/* arabic_entities(text): one row a name */
Datum
arabic_entities(PG_FUNCTION_ARGS)
{
	return entities(fcinfo, NULL);
}

/* arabic_entities(text, regclass): the same, with the names of a table; NULL for none */
Datum
arabic_entities_gazetteer(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0))
	{
		InitMaterializedSRF(fcinfo, 0);
		return (Datum) 0;
	}
	if (PG_ARGISNULL(1))
		return entities(fcinfo, NULL);
	return entities(fcinfo, arabic_user_gazetteer(PG_GETARG_OID(1), fcinfo));
}

/* arabic_name_key(text): how a name sounds */
Datum
arabic_name_key(PG_FUNCTION_ARGS)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	size_t		len = VARSIZE_ANY_EXHDR(in);
	text	   *out = palloc_extended(VARHDRSZ + ara_name_key_bound(len), MCXT_ALLOC_HUGE);

	SET_VARSIZE(out, VARHDRSZ + ara_name_key(VARDATA_ANY(in), len, VARDATA(out)));
	PG_RETURN_TEXT_P(out);
}
