/*
 * markers.c - the markers of article pages that a caller adds to those of the data file
 *
 *     ARRAY[['source', 'text:'], ['boilerplate prefix', 'text'], ...]
 *
 * Each has a role, with or without the place where it counts, and a text.
 */
#include "compat.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "../core/ara.h"
#include "../core/marker.h"
#include "callsite.h"
#include "markers.h"

#define MAX_OWN_MARKERS 1000

/* What a call site remembers: the argument, and the table made of it. */
typedef struct OwnMarkers
{
	MemoryContext context;		/* of both */
	ArrayType  *argument;
	unsigned char *table;
} OwnMarkers;

/* The roles that a caller can give; the others are found by tables that he has no part in. */
static bool
is_open_role(AraRole role)
{
	return role != ARA_R_NONE && role != ARA_R_SEPARATOR && role != ARA_R_POST &&
		role != ARA_R_ATTRIBUTION && role != ARA_R_OPENER && role != ARA_R_SUFFIX;
}

/* Reads 'role' or 'role place'; the text says where a role alone counts. */
static void
read_role(const char *cell, const char *text, AraOwnMarker *m)
{
	const char *space = strchr(cell, ' ');
	size_t		len = space ? (size_t) (space - cell) : strlen(cell);
	int			role;
	int			where;

	for (role = 0; role < ARA_R_COUNT; role++)
		if (strlen(ara_role_names[role]) == len && strncmp(ara_role_names[role], cell, len) == 0)
			break;
	if (role == ARA_R_COUNT || !is_open_role((AraRole) role))
	{
		StringInfoData names;
		int			i;

		initStringInfo(&names);
		for (i = 0; i < ARA_R_COUNT; i++)
			if (is_open_role((AraRole) i))
				appendStringInfo(&names, "%s%s", names.len > 0 ? ", " : "", ara_role_names[i]);
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unknown role \"%s\" of an article marker", pnstrdup(cell, len)),
				 errhint("Roles are: %s.", names.data)));
	}
	if (space != NULL)
	{
		for (where = 0; where < ARA_W_COUNT; where++)
			if (strcmp(ara_where_names[where], space + 1) == 0)
				break;
		if (where == ARA_W_COUNT)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unknown place \"%s\" of an article marker", space + 1),
					 errhint("Places are: line, prefix, glued, inline.")));
	}
	else if (role == ARA_R_PLACE || role == ARA_R_NAME || role == ARA_R_FROM)
		where = ARA_W_INLINE;
	else
		where = *text != 0 && text[strlen(text) - 1] == ':' ? ARA_W_PREFIX : ARA_W_LINE;
	m->role = (unsigned char) role;
	m->where = (unsigned char) where;
}

static int
compare(const void *a, const void *b)
{
	return ara_own_marker_cmp((const AraOwnMarker *) a, (const AraOwnMarker *) b);
}

/* Markers that begin alike are on one way through the table, which is not longer than its reader can take. */
static void
check_overlap(const AraOwnMarker *m, int n)
{
	int			i;
	int			j;

	for (i = 0; i < n; i++)
	{
		int			alike = 0;

		for (j = i; j >= 0 && m[j].len > 0 && m[j].text[0] == m[i].text[0]; j--)
			if (m[j].len <= m[i].len && memcmp(m[j].text, m[i].text, m[j].len) == 0)
				alike++;
		if (alike > ARA_TABLE_MARKS)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("more than %d article markers begin as \"%s\" does", ARA_TABLE_MARKS,
							pnstrdup(m[i].text, m[i].len))));
	}
}

/* The table of an array's markers, in the current memory context. */
static unsigned char *
compile(ArrayType *array)
{
	Datum	   *cells;
	bool	   *nulls;
	int			n;
	int			i;
	size_t		bytes = 0;
	AraOwnMarker *markers;
	unsigned char *table;

	if (ARR_NDIM(array) == 0)
		return NULL;
	if (ARR_NDIM(array) != 2 || ARR_DIMS(array)[1] != 2)
		ereport(ERROR,
				(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("article markers must be an array of pairs of role and text"),
				 errhint("For example: ARRAY[['source', 'text:'], ['boilerplate', 'text']].")));
	if (ARR_DIMS(array)[0] > MAX_OWN_MARKERS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("more than %d article markers", MAX_OWN_MARKERS)));
	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &cells, &nulls, &n);
	n /= 2;
	markers = palloc0(sizeof(AraOwnMarker) * n);
	for (i = 0; i < n; i++)
	{
		char	   *written;
		char	   *out;
		size_t		len;

		if (nulls[2 * i] || nulls[2 * i + 1])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("role and text of an article marker may not be null")));
		written = TextDatumGetCString(cells[2 * i + 1]);
		len = strlen(written);
		if (len > ARA_MARKER_REACH / 2)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("an article marker may have no more than %d bytes", ARA_MARKER_REACH / 2)));
		out = palloc(len * ARA_FOLDED + 1);
		markers[i].text = out;
		markers[i].len = ara_marker_fold(written, len, out);
		if (markers[i].len == 0 || (markers[i].len == 1 && *out == ' '))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("the text of an article marker is empty")));
		if (markers[i].len > ARA_MARKER_REACH / 2)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("an article marker may have no more than %d bytes", ARA_MARKER_REACH / 2)));
		read_role(TextDatumGetCString(cells[2 * i]), written, &markers[i]);
		bytes += markers[i].len;
	}
	qsort(markers, n, sizeof(AraOwnMarker), compare);
	check_overlap(markers, n);
	table = palloc(ara_markers_bound(n, bytes));
	ara_markers_build(markers, n, palloc(sizeof(AraMarkerRange) * (bytes + 1)), table);
	return table;
}

const unsigned char *
own_markers(FunctionCallInfo fcinfo, int argno)
{
	OwnMarkers *own;
	MemoryContext old;
	ArrayType  *array;

	if (PG_NARGS() <= argno || PG_ARGISNULL(argno))
		return NULL;
	own = call_site(fcinfo)->markers;
	array = PG_GETARG_ARRAYTYPE_P(argno);
	if (own == NULL)
	{
		own = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(OwnMarkers));
		own->context = AllocSetContextCreate(fcinfo->flinfo->fn_mcxt, "article markers", ALLOCSET_SMALL_SIZES);
		call_site(fcinfo)->markers = own;
	}
	if (own->argument != NULL && VARSIZE(own->argument) == VARSIZE(array) &&
		memcmp(own->argument, array, VARSIZE(array)) == 0)
		return own->table;
	own->argument = NULL;
	MemoryContextReset(own->context);
	old = MemoryContextSwitchTo(own->context);
	own->table = compile(array);
	own->argument = memcpy(palloc(VARSIZE(array)), array, VARSIZE(array));
	MemoryContextSwitchTo(old);
	return own->table;
}
