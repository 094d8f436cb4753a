/*
 * parser.c - the text search parser "arabic" over the core tokenizer
 */
#include "compat.h"

#include "miscadmin.h"
#include "tsearch/ts_public.h"
#include "utils/fmgrprotos.h"

#include "../core/ara.h"

PG_FUNCTION_INFO_V1(arabic_parser_start);
PG_FUNCTION_INFO_V1(arabic_parser_nexttoken);
PG_FUNCTION_INFO_V1(arabic_parser_end);
PG_FUNCTION_INFO_V1(arabic_parser_lextypes);
PG_FUNCTION_INFO_V1(arabic_parser_headline);

Datum
arabic_parser_start(PG_FUNCTION_ARGS)
{
	AraTokenizer *t = palloc(sizeof(AraTokenizer));

	ara_tokenizer_init(t, (const char *) PG_GETARG_POINTER(0), (size_t) PG_GETARG_INT32(1));
	PG_RETURN_POINTER(t);
}

Datum
arabic_parser_nexttoken(PG_FUNCTION_ARGS)
{
	AraTokenizer *t = (AraTokenizer *) PG_GETARG_POINTER(0);
	const char **start = (const char **) PG_GETARG_POINTER(1);
	int		   *len = (int *) PG_GETARG_POINTER(2);
	AraToken	token;

	CHECK_FOR_INTERRUPTS();
	if (ara_next_token(t, &token) == ARA_T_EOF)
		PG_RETURN_INT32(0);
	*start = token.start;
	*len = (int) token.len;
	PG_RETURN_INT32(token.type);
}

Datum
arabic_parser_end(PG_FUNCTION_ARGS)
{
	pfree(PG_GETARG_POINTER(0));
	PG_RETURN_VOID();
}

Datum
arabic_parser_lextypes(PG_FUNCTION_ARGS)
{
	LexDescr   *d = palloc(sizeof(LexDescr) * (ARA_T_LAST + 1));
	int			i;

	for (i = 0; i < ARA_T_LAST; i++)
	{
		d[i].lexid = i + 1;
		d[i].alias = pstrdup(ara_token_alias(i + 1));
		d[i].descr = pstrdup(ara_token_description(i + 1));
	}
	d[ARA_T_LAST].lexid = 0;
	PG_RETURN_POINTER(d);
}

/*
 * The default parser's headline function knows its own 23 types by number.  The
 * wholes of our compounds are shown by their parts, as those of a hyphenated
 * word are, so they go to it under that type; the others are words to it.  Four
 * letters in common (mode rich) help to rank, and are nothing to show.
 */
Datum
arabic_parser_headline(PG_FUNCTION_ARGS)
{
	HeadlineParsedText *prs = (HeadlineParsedText *) PG_GETARG_POINTER(0);
	const char *operands = GETOPERAND(PG_GETARG_TSQUERY(2));
	int			i;

	for (i = 0; i < prs->curwords; i++)
	{
		int			type = prs->words[i].type;
		const QueryOperand *item = prs->words[i].item;

		if (item != NULL && item->length > 0 && operands[item->distance] == ARA_LEVEL_GRAM)
			prs->words[i].item = NULL;

		if (type == ARA_T_HASHTAG || type == ARA_T_MENTION || type == ARA_T_PERCENT)
			prs->words[i].type = ARA_T_HWORD;
		else if (type == ARA_T_NUMBER)
			prs->words[i].type = ARA_T_FLOAT;
		else if (type > ARA_T_ENTITY)
			prs->words[i].type = ARA_T_WORD;
	}
	return prsd_headline(fcinfo);
}
