/*
 * compat.h - every difference between the supported servers, 15 to 19
 */
#ifndef ARABIC_FTS_COMPAT_H
#define ARABIC_FTS_COMPAT_H

#include "postgres.h"
#include "fmgr.h"

#if PG_VERSION_NUM < 150000 || PG_VERSION_NUM >= 200000
#error "arabic_fts supports PostgreSQL 15 to 19"
#endif

/* 16 moved the macros of variable-length values out of postgres.h. */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/* 18 moved the functions that write a line of EXPLAIN to a header of their own. */
#if PG_VERSION_NUM >= 180000
#include "commands/explain_format.h"
#endif

/* Up to 15 a library shows all its symbols; we hide ours there too, except what SQL calls. */
#if PG_VERSION_NUM < 160000
#undef PGDLLEXPORT
#define PGDLLEXPORT __attribute__((visibility("default")))
#undef PG_FUNCTION_INFO_V1
#define PG_FUNCTION_INFO_V1(name) \
	extern PGDLLEXPORT Datum name(PG_FUNCTION_ARGS); \
	extern PGDLLEXPORT const Pg_finfo_record *CppConcat(pg_finfo_, name) (void); \
	const Pg_finfo_record * \
	CppConcat(pg_finfo_, name) (void) \
	{ \
		static const Pg_finfo_record info = {1}; \
		return &info; \
	} \
	extern int	no_such_variable
#endif

/* 18 gives a module a name and a version that SQL can ask for. */
#if PG_VERSION_NUM >= 180000
#define ARABIC_FTS_MODULE_MAGIC(v) PG_MODULE_MAGIC_EXT(.name = "arabic_fts", .version = v)
#else
#define ARABIC_FTS_MODULE_MAGIC(v) PG_MODULE_MAGIC
#endif

/* 16 lets the actions of the JSON parser return errors, 17 wants to know where its state is kept. */
#if PG_VERSION_NUM >= 160000
#define JSON_ACTION JsonParseErrorType
#define JSON_ACTION_DONE return JSON_SUCCESS
#else
#define JSON_ACTION void
#define JSON_ACTION_DONE return
#endif
#if PG_VERSION_NUM >= 170000
#define JSON_LEX_STRING(s, len) makeJsonLexContextCstringLen(NULL, s, len, PG_UTF8, true)
#else
#define JSON_LEX_STRING(s, len) makeJsonLexContextCstringLen(s, len, PG_UTF8, true)
#endif

/* 18 describes the direction of a sort by CompareType, and keeps members of children apart. */
#if PG_VERSION_NUM >= 180000
#define PATHKEY_DESCENDS(key) ((key)->pk_cmptype == COMPARE_GT)
#define MEMBER_ITERATOR EquivalenceMemberIterator
#define MEMBER_ITERATOR_INIT(it, ec, relids) setup_eclass_member_iterator(&(it), ec, relids)
#define MEMBER_ITERATOR_NEXT(it) eclass_member_iterator_next(&(it))
#else
#define PATHKEY_DESCENDS(key) ((key)->pk_strategy == BTGreaterStrategyNumber)
#define MEMBER_ITERATOR struct { List *members; int next; }
#define MEMBER_ITERATOR_INIT(it, ec, relids) ((it).members = (ec)->ec_members, (it).next = 0)
#define MEMBER_ITERATOR_NEXT(it) \
	((it).next < list_length((it).members) ? (EquivalenceMember *) list_nth((it).members, (it).next++) : NULL)
#endif

/*
 * 18 counts an index's scans for EXPLAIN, and gives the tuples of a bitmap's page
 * by a call of their own.  BITMAP_TUPLES copies them into an array and returns
 * their number, or -1 when only the page is known.
 */
#if PG_VERSION_NUM >= 180000
#define INDEX_BEGINSCAN_BITMAP(index, snapshot, nkeys) index_beginscan_bitmap(index, snapshot, NULL, nkeys)
#define BITMAP_ITERATOR TBMPrivateIterator
#define BITMAP_BEGIN(bitmap) tbm_begin_private_iterate(bitmap)
#define BITMAP_END(it) tbm_end_private_iterate(it)
#define BITMAP_PAGE TBMIterateResult
#define BITMAP_NEXT(it, page) tbm_private_iterate(it, &(page))
#define BITMAP_BLOCK(page) ((page).blockno)
#define BITMAP_TUPLES(page, array) \
	((page).lossy ? -1 : tbm_extract_page_tuple(&(page), array, lengthof(array)))
#else
#define INDEX_BEGINSCAN_BITMAP(index, snapshot, nkeys) index_beginscan_bitmap(index, snapshot, nkeys)
#define BITMAP_ITERATOR TBMIterator
#define BITMAP_BEGIN(bitmap) tbm_begin_iterate(bitmap)
#define BITMAP_END(it) tbm_end_iterate(it)
#define BITMAP_PAGE TBMIterateResult *
#define BITMAP_NEXT(it, page) (((page) = tbm_iterate(it)) != NULL)
#define BITMAP_BLOCK(page) ((page)->blockno)
#define BITMAP_TUPLES(page, array) \
	((page)->ntuples < 0 ? -1 : \
	 (memcpy(array, (page)->offsets, (page)->ntuples * sizeof(OffsetNumber)), (page)->ntuples))
#endif

/* 19 asks less of a unique index, names the join method whose enabling counts, and lets scans take flags. */
#if PG_VERSION_NUM >= 190000
#define HAVE_RANKED_SCAN false		/* its bitmaps are not ported to 19 yet: rankings are sorted there */
#define TABLE_BEGINSCAN(table, snapshot) table_beginscan(table, snapshot, 0, NULL, 0)
#define TABLE_INDEX_FETCH_BEGIN(table) table_index_fetch_begin(table, 0)
#define HAS_UNIQUE_INDEX(root, rel) relation_has_unique_index_for(root, rel, NIL, NULL)
#define COST_NESTLOOP(root, workspace, outer, inner, extra) \
	initial_cost_nestloop(root, workspace, JOIN_INNER, PGS_NESTLOOP_PLAIN, outer, inner, extra)
#else
#define HAVE_RANKED_SCAN true
#define TABLE_BEGINSCAN(table, snapshot) table_beginscan(table, snapshot, 0, NULL)
#define TABLE_INDEX_FETCH_BEGIN(table) table_index_fetch_begin(table)
#define HAS_UNIQUE_INDEX(root, rel) relation_has_unique_index_for(root, rel, NIL, NIL, NIL)
#define COST_NESTLOOP(root, workspace, outer, inner, extra) \
	initial_cost_nestloop(root, workspace, JOIN_INNER, outer, inner, extra)
#endif

#endif
