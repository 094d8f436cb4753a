/*
 * config.c - the extension's own text search objects, found without search_path
 */
#include "compat.h"

#include "catalog/pg_ts_config.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "config.h"

Oid
arabic_own_config(FunctionCallInfo fcinfo, const char *name)
{
	Oid			schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	Oid			config = GetSysCacheOid2(TSCONFIGNAMENSP, Anum_pg_ts_config_oid,
										 PointerGetDatum(name), ObjectIdGetDatum(schema));

	if (!OidIsValid(config))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("text search configuration \"%s.%s\" does not exist",
						get_namespace_name(schema), name),
				 errhint("Run ALTER EXTENSION arabic_fts UPDATE, or name a configuration.")));
	return config;
}
