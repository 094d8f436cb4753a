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

#endif
