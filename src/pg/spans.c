/*
 * spans.c - what stands in a text: sentences, numbers
 *
 * Core gives spans in bytes, in order; place.h counts them in characters.
 */
#include "compat.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/tuplestore.h"

#include "../core/ara.h"
#include "place.h"

PG_FUNCTION_INFO_V1(arabic_sentences);
PG_FUNCTION_INFO_V1(arabic_numbers);

static Datum
text_datum(const char *s, size_t len)
{
	return PointerGetDatum(cstring_to_text_with_len(s, (int) len));
}

/* arabic_sentences(text): one row a sentence */
Datum
arabic_sentences(PG_FUNCTION_ARGS)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Place		place = {VARDATA_ANY(in), 0};
	int			ordinal = 0;
	AraSentences r;
	AraSentence s;

	InitMaterializedSRF(fcinfo, 0);
	ara_sentences_init(&r, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in));
	while (ara_next_sentence(&r, &s))
	{
		Datum		values[4];
		bool		nulls[4] = {0};

		CHECK_FOR_INTERRUPTS();
		values[0] = Int32GetDatum(++ordinal);
		values[1] = position_datum(&place, s.start);
		values[2] = length_datum(s.start, s.len);
		values[3] = text_datum(s.start, s.len);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(DatumGetPointer(values[3]));
	}
	return (Datum) 0;
}

/* arabic_numbers(text): one row a number */
Datum
arabic_numbers(PG_FUNCTION_ARGS)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Place		place = {VARDATA_ANY(in), 0};
	AraNumbers	r;
	AraNumber	n;

	InitMaterializedSRF(fcinfo, 0);
	ara_numbers_init(&r, VARDATA_ANY(in), VARSIZE_ANY_EXHDR(in));
	while (ara_next_number(&r, &n))
	{
		Datum		values[6];
		bool		nulls[6] = {0};

		CHECK_FOR_INTERRUPTS();
		values[0] = position_datum(&place, n.start);
		values[1] = length_datum(n.start, n.len);
		values[2] = text_datum(n.start, n.len);
		values[3] = DirectFunctionCall3(numeric_in, CStringGetDatum(n.value),
										ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
		values[4] = CStringGetTextDatum(ara_number_kind_name(n.kind));
		nulls[5] = n.unit == NULL;
		values[5] = nulls[5] ? (Datum) 0 : text_datum(n.unit, n.unit_len);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(DatumGetPointer(values[2]));
		pfree(DatumGetPointer(values[3]));
		pfree(DatumGetPointer(values[4]));
		if (!nulls[5])
			pfree(DatumGetPointer(values[5]));
	}
	return (Datum) 0;
}
