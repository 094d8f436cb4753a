/*
 * gazetteer.h - gazetteers in users' tables, compiled
 */
#ifndef ARABIC_FTS_GAZETTEER_H
#define ARABIC_FTS_GAZETTEER_H

#include "../core/gazetteer.h"

typedef struct UserGazetteer
{
	AraGazetteer g;
	int			nkinds;
	char	  **kinds;			/* by number; the first are core's own */
} UserGazetteer;

/*
 * The gazetteer in a table, as the query that calls the function sees it.  What it returns is valid up to the next call.  An error if the table has no
 * column name or kind, or may not be read.
 */
extern const UserGazetteer *arabic_user_gazetteer(Oid relid, FunctionCallInfo fcinfo);

#endif
