/*
 * keywords.c - keyword lines as lists
 */
#include "compat.h"

#include "access/detoast.h"
#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "../core/ara.h"
#include "../core/line.h"
#include "keyword_stats.h"
#include "keywords.h"

PG_FUNCTION_INFO_V1(arabic_split_keywords);

/* A list while keywords come in; one that is there already, but for its spelling, is passed over. */
typedef struct Keywords
{
	ArrayBuildState *array;
	uint64	   *seen;
	int			n;
	int			room;
} Keywords;

static void
add(Keywords *list, const char *s, size_t len, bool hashtag)
{
	uint64		hash = ara_keyword_phrase_hash(s, len);
	char	   *copy;
	size_t		i;

	if (hash == 0)
		return;
	/* beyond this, nobody's list: repetitions stay */
	for (i = 0; i < list->n && list->n < 1000; i++)
		if (list->seen[i] == hash)
			return;
	if (list->n == list->room)
	{
		list->room = list->room ? 2 * list->room : 16;
		list->seen = list->seen ? repalloc_huge(list->seen, list->room * sizeof(uint64)) :
			palloc(list->room * sizeof(uint64));
	}
	list->seen[list->n++] = hash;
	copy = pnstrdup(s, len);
	for (i = 0; hashtag && i < len; i++)
		if (copy[i] == '_')
			copy[i] = ' ';
	list->array = accumArrayResult(list->array, PointerGetDatum(cstring_to_text_with_len(copy, (int) len)), false,
								   TEXTOID, CurrentMemoryContext);
	pfree(copy);
}

static void
split_spaces(Keywords *list, const char *line, size_t len, const char *text, size_t text_len, const AraKeywordDict *dict)
{
	AraKeywordLine *l = palloc(sizeof(AraKeywordLine));
	const char *p = line;
	const char *end = line + len;
	bool		inside = line >= text && end <= text + text_len;
	int			i;

	while (ara_keyword_read(l, &p, end) > 0)
	{
		CHECK_FOR_INTERRUPTS();
		/* of a list of thousands of words, the text is not read again for each piece */
		if (p == end || l->word[0].s == ara_skip_blank(line, end))
		{
			ara_keyword_text(l, text, inside ? (size_t) (line - text) : text_len);
			if (inside)
				ara_keyword_text(l, end, (size_t) (text + text_len - end));
		}
		ara_keyword_join(l);
		ara_keyword_cut(l, dict);
		for (i = 0; i < l->n; i++)
			if (l->word[i].words > 0)
			{
				const AraKeywordWord *last = &l->word[i + l->word[i].words - 1];

				add(list, l->word[i].s, (size_t) (last->s + last->len - l->word[i].s), false);
			}
	}
	pfree(l);
}

Datum
keywords_datum(const char *line, size_t len, const char *text, size_t text_len, const AraKeywordDict *dict)
{
	Keywords		list = {0};

	if (ara_keyword_separated(line, len))
	{
		const char *p = line;
		const char *s;
		size_t		n;
		bool		hashtag = memchr(line, '#', len) != NULL;

		while (ara_next_separated(&p, line + len, &s, &n))
		{
			CHECK_FOR_INTERRUPTS();
			add(&list, s, n, hashtag);
		}
	}
	else
		split_spaces(&list, line, len, text, text_len, dict);
	if (list.seen != NULL)
		pfree(list.seen);
	return list.array ? makeArrayResult(list.array, CurrentMemoryContext) : (Datum) 0;
}

/* arabic_split_keywords(line text [, article text [, arabic_keyword_stats]]) */
Datum
arabic_split_keywords(PG_FUNCTION_ARGS)
{
	text	   *line;
	text	   *article = NULL;
	Datum		result;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	line = PG_GETARG_TEXT_PP(0);
	if (PG_NARGS() > 1 && !PG_ARGISNULL(1))
		article = PG_GETARG_TEXT_PP(1);
	result = keywords_datum(VARDATA_ANY(line), VARSIZE_ANY_EXHDR(line),
							article ? VARDATA_ANY(article) : "", article ? VARSIZE_ANY_EXHDR(article) : 0,
							keywords_dict(fcinfo, 2));
	if (result == (Datum) 0)
		PG_RETURN_ARRAYTYPE_P(construct_empty_array(TEXTOID));
	PG_RETURN_DATUM(result);
}
