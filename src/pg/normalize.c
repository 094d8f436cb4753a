/*
 * normalize.c - arabic_normalize(text)
 */
#include "compat.h"

#include "utils/memutils.h"

#include "../core/ara.h"

PG_FUNCTION_INFO_V1(arabic_normalize);

Datum
arabic_normalize(PG_FUNCTION_ARGS)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	size_t		len = VARSIZE_ANY_EXHDR(in);
	text	   *out;
	size_t		n;

	/* the bound is several times the length, of which the untouched rest costs nothing */
	out = palloc_extended(VARHDRSZ + ara_normalize_bound(len), MCXT_ALLOC_HUGE);
	n = ara_normalize(VARDATA_ANY(in), len, VARDATA(out), ARA_NORM_FOLD);
	if (!AllocSizeIsValid(VARHDRSZ + n))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("normalized text is too long"),
				 errdetail("It would be %zu bytes.", n)));
	SET_VARSIZE(out, VARHDRSZ + n);
	PG_RETURN_TEXT_P(out);
}
