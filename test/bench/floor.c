/*
 * floor.c - how fast PostgreSQL's text search pipeline can be: a parser that splits at spaces and a
 * dictionary that copies eight bytes.  What is left is the server's own work.
 */
#include "../../src/pg/compat.h"

#include "tsearch/ts_public.h"

PG_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(floor_start);
PG_FUNCTION_INFO_V1(floor_next);
PG_FUNCTION_INFO_V1(floor_end);
PG_FUNCTION_INFO_V1(floor_types);
PG_FUNCTION_INFO_V1(floor_lexize);

typedef struct Floor
{
	char	   *pos;
	char	   *end;
} Floor;

Datum
floor_start(PG_FUNCTION_ARGS)
{
	Floor	   *f = palloc(sizeof(Floor));

	f->pos = (char *) PG_GETARG_POINTER(0);
	f->end = f->pos + PG_GETARG_INT32(1);
	PG_RETURN_POINTER(f);
}

Datum
floor_next(PG_FUNCTION_ARGS)
{
	Floor	   *f = (Floor *) PG_GETARG_POINTER(0);
	char	  **token = (char **) PG_GETARG_POINTER(1);
	int		   *len = (int *) PG_GETARG_POINTER(2);
	char	   *space;

	while (f->pos < f->end && *f->pos == ' ')
		f->pos++;
	if (f->pos == f->end)
		PG_RETURN_INT32(0);
	space = memchr(f->pos, ' ', f->end - f->pos);
	*token = f->pos;
	f->pos = space ? space : f->end;
	*len = (int) (f->pos - *token);
	PG_RETURN_INT32(1);
}

Datum
floor_end(PG_FUNCTION_ARGS)
{
	PG_RETURN_VOID();
}

Datum
floor_types(PG_FUNCTION_ARGS)
{
	LexDescr   *d = palloc0(sizeof(LexDescr) * 2);

	d[0].lexid = 1;
	d[0].alias = pstrdup("word");
	d[0].descr = pstrdup("word");
	PG_RETURN_POINTER(d);
}

Datum
floor_lexize(PG_FUNCTION_ARGS)
{
	TSLexeme   *res = palloc0(sizeof(TSLexeme) * 2);
	int			len = PG_GETARG_INT32(2);

	res->lexeme = pnstrdup((char *) PG_GETARG_POINTER(1), len < 8 ? len : 8);
	PG_RETURN_POINTER(res);
}
