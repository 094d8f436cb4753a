/*
 * gazetteer.c - gazetteers in users' tables, compiled once a backend
 *
 *     table (name, kind [, canonical]) --> AraGazetteer in memory
 *
 * Whether what was compiled still is what the query would read is told by a
 * fingerprint of the rows that its snapshot sees: where each stands and which
 * transaction wrote it.  So it needs no trigger, and each query sees its own
 * transaction's changes, and others' when they are committed.  What isn't a
 * plain table, or shows different rows to different users, is compiled anew
 * for each query.
 */
#include "compat.h"

#include "access/relation.h"
#include "access/sysattr.h"
#include "access/table.h"
#include "access/tableam.h"
#include "catalog/pg_class.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/rls.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"

#include "../core/blob.h"
#include "../core/entity.h"
#include "callsite.h"
#include "gazetteer.h"

#define MAX_GAZETTEERS 8		/* kept compiled in a backend */
#define MAX_KINDS 200
#define MAX_NAME 1000			/* bytes; a longer one is found in no text */
#define FETCH 1000				/* rows at a time */

typedef struct Cached
{
	Oid			relid;			/* InvalidOid: free */
	bool		keep;			/* the fingerprint says whether it is current */
	uint64		fingerprint;
	uint64		used;			/* when last */
	uint64		stamp;			/* of this compilation */
	MemoryContext context;
	UserGazetteer gazetteer;
} Cached;

static Cached cached[MAX_GAZETTEERS];
static uint64 uses;
static uint64 stamps;

/* What a query's function call looked at first: it sees the same rows to its end. */
typedef struct Use
{
	Oid			relid;
	uint64		stamp;
} Use;

/* ---- fingerprint ---- */

static uint64
mix(uint64 h, uint64 v)
{
	h = (h ^ v) * UINT64CONST(0xD6E8FEB86659FD93);
	return h ^ h >> 32;
}

/* Order doesn't matter, so that a synchronized scan may start anywhere. */
static uint64
fingerprint(Relation rel)
{
	TupleTableSlot *slot = table_slot_create(rel, NULL);
	TableScanDesc scan = TABLE_BEGINSCAN(rel, GetActiveSnapshot());
	uint64		sum = mix(RelationGetRelid(rel), RelationGetNumberOfAttributes(rel));
	uint64		rows = 0;

	while (table_scan_getnextslot(scan, ForwardScanDirection, slot))
	{
		bool		isnull;
		TransactionId xmin = DatumGetTransactionId(slot_getsysattr(slot, MinTransactionIdAttributeNumber, &isnull));
		CommandId	cmin = DatumGetCommandId(slot_getsysattr(slot, MinCommandIdAttributeNumber, &isnull));
		uint64		h = mix(ItemPointerGetBlockNumber(&slot->tts_tid), ItemPointerGetOffsetNumber(&slot->tts_tid));

		sum += mix(mix(h, xmin), cmin);
		if ((++rows & 0x3FF) == 0)
			CHECK_FOR_INTERRUPTS();
	}
	table_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
	return mix(sum, rows);
}

/* ---- compilation ---- */

typedef struct Builder
{
	uint32	   *walks;			/* with flags, two numbers each */
	size_t		nwalks;
	size_t		max_walks;
	unsigned char *names;
	size_t		count;
	size_t		max_names;
	StringInfoData pool;
	UserGazetteer *out;
	MemoryContext context;
	int64		passed_over;
} Builder;

static void
add_walk(Builder *b, uint32 walk, uint32 what)
{
	if (b->nwalks == b->max_walks)
	{
		b->max_walks *= 2;
		b->walks = repalloc_huge(b->walks, b->max_walks * 2 * sizeof(uint32));
	}
	b->walks[2 * b->nwalks] = walk;
	b->walks[2 * b->nwalks++ + 1] = what;
}

static int
kind_number(Builder *b, const char *kind)
{
	UserGazetteer *g = b->out;
	int			i;

	for (i = 0; i < g->nkinds; i++)
		if (strcmp(g->kinds[i], kind) == 0)
			return i;
	if (g->nkinds == MAX_KINDS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a gazetteer has at most %d kinds", MAX_KINDS)));
	g->kinds[g->nkinds] = MemoryContextStrdup(b->context, kind);
	return g->nkinds++;
}

static void
add_name(Builder *b, const char *name, const char *kind, const char *canonical)
{
	uint32_t	steps[ARA_GAZETTEER_WORDS];
	size_t		len = strlen(canonical);
	int			n = strlen(name) > MAX_NAME || len > MAX_NAME ? 0 : ara_gazetteer_walk(name, strlen(name), steps);
	unsigned char *entry;
	int			i;

	if (n == 0)
	{
		b->passed_over++;
		return;
	}
	if (b->count == ARA_G_NAME)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a gazetteer has at most %u names", ARA_G_NAME)));
	if (b->count == b->max_names)
	{
		b->max_names *= 2;
		b->names = repalloc_huge(b->names, b->max_names * ARA_GAZETTEER_NAME);
	}
	entry = b->names + ARA_GAZETTEER_NAME * b->count++;
	ara_set_u32(entry, (uint32) b->pool.len);
	entry[4] = (unsigned char) len;
	entry[5] = (unsigned char) (len >> 8);
	entry[6] = (unsigned char) kind_number(b, kind);
	entry[7] = 0;
	appendBinaryStringInfo(&b->pool, canonical, (int) len);
	for (i = 0; i < n; i++)
		add_walk(b, steps[i], i + 1 < n ? ARA_G_LONGER : ARA_G_KINDS | (uint32) b->count);
}

static void
column_error(const char *table, const char *column)
{
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_COLUMN),
			 errmsg("gazetteer %s has no column \"%s\"", table, column),
			 errhint("A gazetteer has the columns name and kind, and may have canonical.")));
}

/* Reads the rows as the calling user, batch by batch. */
static void
read_rows(Builder *b, Oid relid)
{
	const char *table = quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)), get_rel_name(relid));
	bool		canonical = get_attnum(relid, "canonical") > 0;
	StringInfoData sql;
	Portal		portal;

	if (get_attnum(relid, "name") <= 0)
		column_error(table, "name");
	if (get_attnum(relid, "kind") <= 0)
		column_error(table, "kind");
	initStringInfo(&sql);
	/* an order of its own, so that of equal names the same one is found each time */
	appendStringInfo(&sql, "SELECT name::pg_catalog.text, kind::pg_catalog.text, %s FROM %s"
					 " WHERE name IS NOT NULL AND kind IS NOT NULL ORDER BY 1, 2, 3",
					 canonical ? "canonical::pg_catalog.text" : "NULL::pg_catalog.text", table);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	portal = SPI_cursor_open_with_args(NULL, sql.data, 0, NULL, NULL, NULL, true, 0);
	for (;;)
	{
		uint64		i;

		SPI_cursor_fetch(portal, true, FETCH);
		if (SPI_processed == 0)
			break;
		for (i = 0; i < SPI_processed; i++)
		{
			HeapTuple	row = SPI_tuptable->vals[i];
			char	   *name = SPI_getvalue(row, SPI_tuptable->tupdesc, 1);
			char	   *kind = SPI_getvalue(row, SPI_tuptable->tupdesc, 2);
			char	   *form = SPI_getvalue(row, SPI_tuptable->tupdesc, 3);

			add_name(b, name, kind, form != NULL && *form ? form : name);
			pfree(name);
			pfree(kind);
			if (form != NULL)
				pfree(form);
		}
		SPI_freetuptable(SPI_tuptable);
		CHECK_FOR_INTERRUPTS();
	}
	SPI_cursor_close(portal);
	SPI_finish();
	if (b->passed_over > 0)
		ereport(WARNING,
				(errmsg("gazetteer %s has " INT64_FORMAT " names that no text can have", table, b->passed_over),
				 errdetail("A name has 1 to %d words and at most %d bytes.", ARA_GAZETTEER_WORDS, MAX_NAME)));
}

static void
compile(UserGazetteer *out, Oid relid, MemoryContext context)
{
	MemoryContext work = AllocSetContextCreate(CurrentMemoryContext, "arabic_fts gazetteer rows", ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(work);
	Builder		b = {0};
	uint32		slots = 16;
	size_t		size;
	unsigned char *data;
	size_t		i;

	b.out = out;
	b.context = context;
	b.max_walks = b.max_names = 1024;
	b.walks = palloc(b.max_walks * 2 * sizeof(uint32));
	b.names = palloc(b.max_names * ARA_GAZETTEER_NAME);
	initStringInfo(&b.pool);
	out->kinds = MemoryContextAllocZero(context, MAX_KINDS * sizeof(char *));
	out->nkinds = 0;
	for (i = 0; i < ARA_E_USER; i++)
		kind_number(&b, ara_entity_kind_name((int) i));
	read_rows(&b, relid);
	while (slots < b.nwalks + b.nwalks / 2)
		slots *= 2;
	size = ARA_GAZETTEER_HEADER + 8 * (size_t) slots + ARA_GAZETTEER_NAME * b.count + b.pool.len;
	data = MemoryContextAllocExtended(context, size, MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	ara_set_u32(data, slots - 1);
	ara_set_u32(data + 4, ARA_GAZETTEER_HEADER + 8 * slots);
	ara_set_u32(data + 8, (uint32) (ARA_GAZETTEER_HEADER + 8 * slots + ARA_GAZETTEER_NAME * b.count));
	ara_set_u32(data + 12, (uint32) b.count);
	for (i = 0; i < b.nwalks; i++)
		ara_gazetteer_put(data + ARA_GAZETTEER_HEADER, slots - 1, b.walks[2 * i], b.walks[2 * i + 1]);
	memcpy(data + ARA_GAZETTEER_HEADER + 8 * (size_t) slots, b.names, ARA_GAZETTEER_NAME * b.count);
	memcpy(data + ARA_GAZETTEER_HEADER + 8 * (size_t) slots + ARA_GAZETTEER_NAME * b.count, b.pool.data, b.pool.len);
	ara_gazetteer_open(&out->g, data, size);
	MemoryContextSwitchTo(old);
	MemoryContextDelete(work);
}

/* ---- cache ---- */

static void
drop(Cached *c)
{
	if (c->context != NULL)
		MemoryContextDelete(c->context);
	memset(c, 0, sizeof(*c));
}

/* The table's definition changed, or it is gone.  In use or not, it is compiled anew when next asked for. */
static void
invalidate(Datum arg, Oid relid)
{
	int			i;

	for (i = 0; i < MAX_GAZETTEERS; i++)
		if (relid == InvalidOid || cached[i].relid == relid)
			cached[i].keep = false;
}

static Cached *
slot_for(Oid relid)
{
	Cached	   *oldest = &cached[0];
	int			i;

	for (i = 0; i < MAX_GAZETTEERS; i++)
	{
		if (cached[i].relid == relid)
			return &cached[i];
		if (cached[i].used < oldest->used)
			oldest = &cached[i];
	}
	return oldest;
}

static void
check_relation(Relation rel)
{
	switch (rel->rd_rel->relkind)
	{
		case RELKIND_RELATION:
		case RELKIND_PARTITIONED_TABLE:
		case RELKIND_MATVIEW:
		case RELKIND_VIEW:
		case RELKIND_FOREIGN_TABLE:
			return;
		default:
			ereport(ERROR,
					(errcode(ERRCODE_WRONG_OBJECT_TYPE),
					 errmsg("\"%s\" is no table", RelationGetRelationName(rel)),
					 errhint("A gazetteer is a table with the columns name and kind, and may have canonical.")));
	}
}

static Cached *
current(Oid relid)
{
	static bool registered = false;
	Relation	rel = relation_open(relid, AccessShareLock);
	Cached	   *c = slot_for(relid);
	bool		keep;
	uint64		print = 0;
	MemoryContext context;
	UserGazetteer compiled = {0};

	check_relation(rel);
	if (pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) != ACLCHECK_OK &&
		pg_attribute_aclcheck_all(relid, GetUserId(), ACL_SELECT, ACLMASK_ANY) != ACLCHECK_OK)
		aclcheck_error(ACLCHECK_NO_PRIV, get_relkind_objtype(rel->rd_rel->relkind), RelationGetRelationName(rel));
	keep = (rel->rd_rel->relkind == RELKIND_RELATION || rel->rd_rel->relkind == RELKIND_MATVIEW) &&
		pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) == ACLCHECK_OK &&
		check_enable_rls(relid, InvalidOid, true) == RLS_NONE;
	if (keep)
		print = fingerprint(rel);
	relation_close(rel, NoLock);
	c->used = ++uses;
	if (c->relid == relid && c->keep && keep && c->fingerprint == print)
		return c;
	if (!registered)
	{
		CacheRegisterRelcacheCallback(invalidate, (Datum) 0);
		registered = true;
	}
	/* it belongs to the caller until it is whole, so that an error leaves nothing behind */
	context = AllocSetContextCreate(CurrentMemoryContext, "arabic_fts gazetteer", ALLOCSET_DEFAULT_SIZES);
	compile(&compiled, relid, context);
	drop(c);
	MemoryContextSetParent(context, TopMemoryContext);
	c->context = context;
	c->gazetteer = compiled;
	c->relid = relid;
	c->keep = keep;
	c->fingerprint = print;
	c->used = uses;
	c->stamp = ++stamps;
	return c;
}

const UserGazetteer *
arabic_user_gazetteer(Oid relid, FunctionCallInfo fcinfo)
{
	Use		   *use = call_site(fcinfo)->gazetteer;
	Cached	   *c;
	int			i;

	for (i = 0; use != NULL && use->relid == relid && i < MAX_GAZETTEERS; i++)
		if (cached[i].stamp == use->stamp)
			return &cached[i].gazetteer;
	c = current(relid);
	if (use == NULL)
		use = call_site(fcinfo)->gazetteer = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, sizeof(Use));
	use->relid = relid;
	use->stamp = c->stamp;
	return &c->gazetteer;
}
