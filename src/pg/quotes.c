/*
 * quotes.c - quotations as rows
 */
#include "compat.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "../core/quote.h"
#include "place.h"

PG_FUNCTION_INFO_V1(arabic_quotes);

/* Sets start, length and text of a span, or all three NULL. */
static void
span(Place *place, const char *s, size_t len, Datum *values, bool *nulls)
{
	nulls[0] = nulls[1] = nulls[2] = s == NULL;
	if (s == NULL)
		return;
	values[0] = position_datum(place, s);
	values[1] = length_datum(s, len);
	values[2] = PointerGetDatum(cstring_to_text_with_len(s, (int) len));
}

/* arabic_quotes(text): one row a quotation */
Datum
arabic_quotes(PG_FUNCTION_ARGS)
{
	text	   *in = PG_GETARG_TEXT_PP(0);
	const char *s = VARDATA_ANY(in);
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Place		quote_place = {s, 0};
	Place		speaker_place = {s, 0};
	Place		verb_place = {s, 0};
	AraQuotes  *r;
	AraQuote	q;

	InitMaterializedSRF(fcinfo, 0);
	r = palloc(sizeof(AraQuotes));
	ara_quotes_init(r, s, VARSIZE_ANY_EXHDR(in));
	while (ara_next_quote(r, &q))
	{
		Datum		values[13];
		bool		nulls[13] = {0};
		int			i;

		CHECK_FOR_INTERRUPTS();
		span(&quote_place, q.start, q.len, values, nulls);
		span(&speaker_place, q.speaker, q.speaker_len, values + 3, nulls + 3);
		span(&verb_place, q.verb, q.verb_len, values + 6, nulls + 6);
		values[9] = CStringGetTextDatum(q.fragment ? "fragment" : "quote");
		values[10] = BoolGetDatum(q.carried != 0);
		values[11] = BoolGetDatum(q.document != 0);
		values[12] = BoolGetDatum(q.closed != 0);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(DatumGetPointer(values[9]));
		for (i = 2; i <= 8; i += 3)
			if (!nulls[i])
				pfree(DatumGetPointer(values[i]));
	}
	return (Datum) 0;
}
