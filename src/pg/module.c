/*
 * module.c - what the library is, and what it asks of the database
 */
#include "compat.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "../core/ara.h"
#include "../core/blob.h"
#include "bm25_scan.h"

ARABIC_FTS_MODULE_MAGIC(ARABIC_FTS_VERSION);

PGDLLEXPORT void _PG_init(void);

PG_FUNCTION_INFO_V1(arabic_fts_version);
PG_FUNCTION_INFO_V1(arabic_fts_data_version);

/*
 * The core reads UTF-8 and nothing else.  Preloading has no database yet, and
 * CREATE EXTENSION comes by here before anything exists.
 */
void
_PG_init(void)
{
	if (OidIsValid(MyDatabaseId) && GetDatabaseEncoding() != PG_UTF8)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("arabic_fts needs a database with encoding UTF8"),
				 errdetail("The encoding of this database is %s.", GetDatabaseEncodingName()),
				 errhint("Create the database with ENCODING 'UTF8' TEMPLATE template0.")));
	bm25_path_init();
}

Datum
arabic_fts_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(ARABIC_FTS_VERSION));
}

Datum
arabic_fts_data_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(psprintf("%08x", ara_blob_hash())));
}
