/*
 * number_item.c - the items that numbers are made of: words with their role, and digits
 *
 *     tokens --> items --> a ring of those looked at --> number.c
 */
#include <string.h>

#include "chartab.h"
#include "line.h"
#include "number.h"
#include "utf8.h"

void
ara_numbers_init(AraNumbers *r, const char *text, size_t len)
{
	r->text = r->read = r->taken = text;
	r->end = text + len;
	r->head = r->count = 0;
	memset(r->before, 0, sizeof(r->before));
	r->before[0].s = r->before[0].e = r->before[1].s = r->before[1].e = text;
	ara_tokenizer_init(&r->t, text, len);
}

/* What stands between two items: 2 blanks or nothing, 1 with a comma, 0 anything else. */
static int
gap(const char *p, const char *e)
{
	int			result = 2;
	int			len;

	if (e - p > 8)
		return 0;
	for (; p < e; p += len)
	{
		uint32_t	cp = ara_decode(p, e, &len);

		if (cp == ',' || cp == 0x060C)
			result = 1;
		else if (cp == '\n' || cp == '\r' || cp == 0x2028 || cp == 0x2029 || !ara_is_blank(cp))
			return 0;
	}
	return result;
}

/* Fills *item from the next token that is one; role ARA_NR_END at the end. */
static void
read_item(AraNumbers *r, AraNumberItem *item, const AraNumberItem *last)
{
	AraToken	token;
	int			type;
	int			g;

	/* all but the value, which only digits have */
	memset(item, 0, offsetof(AraNumberItem, value));
	do
	{
		type = ara_next_token(&r->t, &token);
	}
	while (type != ARA_T_EOF && (type == ARA_T_BLANK || token.start < r->read));
	if (type == ARA_T_EOF)
	{
		item->s = item->e = item->number = r->end;
		item->role = ARA_NR_END;
		return;
	}
	item->s = item->number = token.start;
	item->e = token.start + token.len;
	switch (type)
	{
		case ARA_T_WORD:
		case ARA_T_HWORD_PART:
			ara_number_word(item);
			break;
		case ARA_T_ABBREVIATION:
			/* an abbreviated unit or era, whose dot may end the sentence */
			if (item->e[-1] == '.')
				item->e--;
			ara_number_word(item);
			break;
		case ARA_T_PERCENT:
			item->percent = 1;
			while (item->s < r->end && (*item->s == '%' || (unsigned char) *item->s == 0xD9))
			{
				/* the sign stands before: '%' or U+066A */
				if (*item->s != '%' && (unsigned char) item->s[1] != 0xAA)
					break;
				item->s += *item->s == '%' ? 1 : 2;
			}
			/* FALLTHROUGH */
		case ARA_T_UINT:
		case ARA_T_INT:
		case ARA_T_FLOAT:
		case ARA_T_SFLOAT:
		case ARA_T_NUMBER:
			{
				const char *token_end = item->e;

				item->role = ara_number_literal(item, r->text, r->end) ? ARA_NR_LITERAL : ARA_NR_OTHER;
				item->number = token.start;
				if (item->e < token_end)
					item->e = token_end;
				/* letters right before digits are proclitics, or they make a name of both */
				if (token.start == last->e && last->e > last->s && !ara_is_proclitics(last->s, last->e))
					item->role = ARA_NR_OTHER;
				item->num = item->role == ARA_NR_OTHER ? ARA_NO_NUMBER : 0;
				break;
			}
		default:
			break;
	}
	g = gap(last->e, token.start);
	item->s = token.start;
	item->joined = g == 2;
	item->near = g > 0;
	r->read = item->e;
}

/* The item i places ahead, i < ARA_NUMBER_WINDOW. */
AraNumberItem *
ara_number_peek(AraNumbers *r, unsigned i)
{
	while (r->count <= i)
	{
		AraNumberItem *item = &r->items[(r->head + r->count) & (ARA_NUMBER_WINDOW - 1)];
		const AraNumberItem *last = r->count == 0 ? &r->before[0] :
			&r->items[(r->head + r->count - 1) & (ARA_NUMBER_WINDOW - 1)];

		read_item(r, item, last);
		r->count++;
	}
	return &r->items[(r->head + i) & (ARA_NUMBER_WINDOW - 1)];
}

void
ara_number_consume(AraNumbers *r, unsigned n)
{
	for (; n > 0; n--)
	{
		/* their values are not asked for again */
		memcpy(&r->before[1], &r->before[0], offsetof(AraNumberItem, value));
		memcpy(&r->before[0], ara_number_peek(r, 0), offsetof(AraNumberItem, value));
		r->head = (r->head + 1) & (ARA_NUMBER_WINDOW - 1);
		r->count--;
	}
}
