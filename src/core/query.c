/*
 * query.c - what people type into a search box, cut into operands and operators
 *
 * Words end at white space, parentheses, quotes, and the punctuation that
 * writers of Arabic set without a space behind it; what is inside of a word
 * (host names, numbers, hyphens) is left to the text search parser.
 */
#include <string.h>

#include "ara.h"
#include "chartab.h"
#include "query.h"
#include "utf8.h"

/* Words of at most this many bytes are looked at as operators: vocalized, in presentation forms. */
#define MAX_OPERATOR 32

/*
 * Search engines' fields, which we do not have.  What is said about addresses
 * and time goes with its value, since no text would match it; of the others,
 * the value is searched.
 */
static const struct
{
	const char *name;
	int			with_value;
}			fields[] = {
	{"after", 1}, {"allintext", 0}, {"allintitle", 0}, {"author", 0}, {"before", 1},
	{"cache", 1}, {"ext", 1}, {"filetype", 1}, {"intext", 0}, {"intitle", 0}, {"inurl", 1},
	{"lang", 1}, {"link", 1}, {"related", 1}, {"since", 1}, {"site", 1}, {"source", 0},
	{"title", 0}, {"until", 1}, {"url", 1}
};

typedef struct Char
{
	uint32_t	cp;
	AraClass	class;
	int			len;
} Char;

static Char
char_at(const char *p, const char *end)
{
	Char		c = {0, ARA_C_SPACE, 0};

	if (p < end)
	{
		c.cp = ara_decode(p, end, &c.len);
		c.class = ara_class(c.cp);
	}
	return c;
}

static Char
char_before(const char *start, const char *p)
{
	const char *q = p;
	Char		c = {0, ARA_C_SPACE, 0};

	if (p == start)
		return c;
	do
		q--;
	while (q > start && p - q < 4 && ((unsigned char) *q & 0xC0) == 0x80);
	c = char_at(q, p);
	if (q + c.len != p)
		c.class = ARA_C_OTHER;
	return c;
}

static int
in_word(AraClass class)
{
	return class == ARA_C_ARABIC || class == ARA_C_LATIN || class == ARA_C_LETTER ||
		class == ARA_C_DIGIT || class == ARA_C_MARK;
}

static int
is_letter(AraClass class)
{
	return class == ARA_C_ARABIC || class == ARA_C_LATIN || class == ARA_C_LETTER;
}

/* '*', U+066D ARABIC FIVE POINTED STAR, U+FF0A FULLWIDTH ASTERISK */
static int
is_star(uint32_t cp)
{
	return cp == '*' || cp == 0x066D || cp == 0xFF0A;
}

/* '-', U+2212 MINUS SIGN, U+FF0D FULLWIDTH HYPHEN-MINUS */
static int
is_dash(uint32_t cp)
{
	return cp == '-' || cp == 0x2212 || cp == 0xFF0D;
}

/* '-', U+2010 HYPHEN, U+2011 NON-BREAKING HYPHEN */
static int
is_hyphen(uint32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

typedef enum Quote
{
	NO_QUOTE, ANGLE, DOUBLE
} Quote;

/*
 * The family of a quotation mark: any of a family closes what any of it opens,
 * since right-to-left text and phone keyboards mix them up.  *opens tells the
 * marks that open a quotation wherever they stand.
 */
static Quote
quote(uint32_t cp, int *opens)
{
	*opens = cp == 0x00AB || cp == 0x2039 || cp == 0x201C || cp == 0x201E || cp == 0x201F;
	switch (cp)
	{
		case 0x00AB:			/* LEFT-POINTING DOUBLE ANGLE QUOTATION MARK */
		case 0x00BB:			/* RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK */
		case 0x2039:			/* SINGLE LEFT-POINTING ANGLE QUOTATION MARK */
		case 0x203A:			/* SINGLE RIGHT-POINTING ANGLE QUOTATION MARK */
			return ANGLE;
		case '"':
		case 0x201C:			/* LEFT DOUBLE QUOTATION MARK */
		case 0x201D:			/* RIGHT DOUBLE QUOTATION MARK */
		case 0x201E:			/* DOUBLE LOW-9 QUOTATION MARK */
		case 0x201F:			/* DOUBLE HIGH-REVERSED-9 QUOTATION MARK */
		case 0xFF02:			/* FULLWIDTH QUOTATION MARK */
			return DOUBLE;
		default:
			return NO_QUOTE;
	}
}

/*
 * Whether a word ends at punctuation c between the characters before and after.
 * Not between two digits, where it may be part of a number; and ASCII
 * punctuation only beside an Arabic letter, since it may be part of a URL.
 */
static int
ends_word(uint32_t cp, AraClass before, AraClass after)
{
	if (before == ARA_C_DIGIT && after == ARA_C_DIGIT)
		return 0;
	switch (cp)
	{
		case 0x060C:			/* ARABIC COMMA */
		case 0x061B:			/* ARABIC SEMICOLON */
		case 0x061F:			/* ARABIC QUESTION MARK */
		case 0x06D4:			/* ARABIC FULL STOP */
		case 0x2013:			/* EN DASH */
		case 0x2014:			/* EM DASH */
		case 0x2022:			/* BULLET */
		case 0x2026:			/* HORIZONTAL ELLIPSIS */
			return 1;
		case ',':
		case ';':
		case ':':
		case '!':
		case '?':
			return before == ARA_C_ARABIC || after == ARA_C_ARABIC;
		default:
			return 0;
	}
}

void
ara_query_init(AraQuery *q, const char *text, size_t len)
{
	memset(q, 0, sizeof(*q));
	q->text = q->pos = text;
	q->end = text + len;
}

/* *item is an operand or '(': what was read before applies to it, and to nothing behind it. */
static AraQueryKind
operand(AraQuery *q, AraQueryItem *item, AraQueryKind kind)
{
	item->kind = kind;
	item->negated = q->negate || q->dash;
	item->exact = q->exact;
	q->negate = q->exact = 0;
	/* a dash goes on over punctuation inside of what it stands before, up to a space */
	if (kind != ARA_Q_WORD)
		q->dash = 0;
	return kind;
}

/*
 * At a quotation mark: reads a phrase into *item, or passes over the mark and
 * returns ARA_Q_END if it starts none.  An unpaired mark that can only open is
 * a phrase still being typed, which goes to the end.
 */
static AraQueryKind
phrase(AraQuery *q, AraQueryItem *item, Quote family, int opens, int mark_len)
{
	const char *start = q->pos + mark_len;
	const char *p = start;
	int			words = 0;
	int			closed = 0;
	Char		c;
	int			ignored;

	if (!opens && in_word(char_before(q->text, q->pos).class))
	{
		q->pos = start;
		return ARA_Q_END;
	}
	for (; p < q->end; p += c.len)
	{
		c = char_at(p, q->end);
		if (quote(c.cp, &ignored) == family)
		{
			closed = 1;
			break;
		}
		words |= in_word(c.class);
	}
	if (!closed && !opens && char_at(start, q->end).class == ARA_C_SPACE)
	{
		q->pos = start;
		return ARA_Q_END;
	}
	item->start = start;
	item->len = (size_t) (p - start);
	q->pos = closed ? p + c.len : p;
	if (!words)
		return ARA_Q_END;
	if (item->len > ARA_MAX_OPERAND)
	{
		item->len = ARA_MAX_OPERAND;
		while (((unsigned char) start[item->len] & 0xC0) == 0x80)
			item->len--;
	}
	return operand(q, item, ARA_Q_PHRASE);
}

/* Whether the name of a field stands at p[0..len), and a colon behind it: its index, or -1. */
static int
field(const char *p, size_t len, size_t *name_len)
{
	size_t		i,
				k;

	for (i = 0; i < sizeof(fields) / sizeof(*fields); i++)
	{
		const char *name = fields[i].name;

		for (k = 0; name[k] && k < len && (p[k] | 0x20) == name[k]; k++)
			;
		if (name[k] == '\0' && k < len && p[k] == ':')
		{
			*name_len = k + 1;
			return (int) i;
		}
	}
	return -1;
}

/* The operators that are words. */
enum
{
	NO_OPERATOR, OPERATOR_OR, OPERATOR_AND, OPERATOR_NOT
};

static int
word_operator(const char *p, size_t len)
{
	char		folded[MAX_OPERATOR * ARA_NORM_GROWTH];
	size_t		n;

	if (len > MAX_OPERATOR)
		return NO_OPERATOR;
	/* the lower-case English words are words of sentences; 'or' alone is an operator elsewhere too */
	if (len == 3 && memcmp(p, "AND", 3) == 0)
		return OPERATOR_AND;
	if (len == 3 && memcmp(p, "NOT", 3) == 0)
		return OPERATOR_NOT;
	n = ara_normalize(p, len, folded, ARA_NORM_FOLD);
	if (n == 2 && memcmp(folded, "or", 2) == 0)
		return OPERATOR_OR;
	if (n == 4 && memcmp(folded, "\xD8\xA7\xD9\x88", 4) == 0)	/* aw, with or without its hamza */
		return OPERATOR_OR;
	if (n == 6 && memcmp(folded, "\xD9\x84\xD9\x8A\xD8\xB3", 6) == 0)	/* laysa */
		return OPERATOR_NOT;
	return NO_OPERATOR;
}

/* Takes the punctuation behind a word off, and the stars, if any; returns whether there were. */
static int
take_stars(const char *start, size_t *len)
{
	const char *end = start + *len;
	const char *p = end;
	int			stars = 0;

	while (p > start && strchr(".,;:!?", p[-1]) != NULL)
		p--;
	for (;;)
	{
		Char		c = char_before(start, p);

		if (c.class == ARA_C_IGNORE)
			p -= c.len;
		else if (c.len > 0 && is_star(c.cp))
		{
			p -= c.len;
			stars = 1;
		}
		else
			break;
	}
	if (stars)
		*len = (size_t) (p - start);
	return stars;
}

/* Reads the word at q->pos; returns ARA_Q_END if there is none, or none to search. */
static AraQueryKind
word(AraQuery *q, AraQueryItem *item)
{
	const char *start = q->pos;
	const char *end = q->end;
	const char *p = start;
	size_t		len,
				name_len;
	AraClass	before = ARA_C_SPACE;	/* of the last character but marks and controls */
	int			letters = 0;
	int			hyphens = 0;
	int			mixed = 0;
	int			tag = 0;
	int			ignored;
	int			i;

	if (end - p > ARA_MAX_OPERAND)
		end = p + ARA_MAX_OPERAND;
	while (p < end)
	{
		Char		c = char_at(p, q->end);
		Char		next = char_at(p + c.len, q->end);

		if (c.class == ARA_C_SPACE || c.cp == '(' || c.cp == ')')
			break;
		if (quote(c.cp, &ignored) && (!in_word(before) || !in_word(next.class)))
			break;
		if (c.class == ARA_C_OTHER && p > start && ends_word(c.cp, before, next.class))
			break;
		p += c.len;
		if (c.class == ARA_C_MARK || c.class == ARA_C_IGNORE)
			continue;
		if (in_word(c.class))
			letters++;
		else if (is_hyphen(c.cp) && is_letter(before) && is_letter(next.class))
			hyphens = 1;
		else if (letters == 0 && !mixed && (c.cp == '#' || c.cp == '@'))
			tag = 1;
		else if (!is_star(c.cp) && !(tag && c.cp == '_'))
			mixed = 1;
		before = c.class;
	}
	len = (size_t) (p - start);
	q->pos = p;
	if (!q->dash && !q->exact)
		switch (word_operator(start, len))
		{
			case OPERATOR_OR:
				q->negate = 0;
				return ARA_Q_OR;
			case OPERATOR_NOT:
				q->negate = 1;
				return ARA_Q_END;
			case OPERATOR_AND:
				return ARA_Q_END;
		}
	i = field(start, (size_t) (q->end - start), &name_len);
	if (i >= 0)
	{
		if (!fields[i].with_value)
			q->pos = start + name_len;
		else
		{
			if (len < name_len)
				q->pos = start + name_len;
			q->negate = q->dash = q->exact = 0;
		}
		return ARA_Q_END;
	}
	if (letters == 0)
		return ARA_Q_END;
	item->start = start;
	item->prefix = take_stars(start, &len) && letters >= ARA_MIN_PREFIX;
	item->len = len;
	item->shape = mixed || (tag && hyphens) ? ARA_Q_MIXED :
		tag ? ARA_Q_TAG : hyphens ? ARA_Q_HYPHENS : ARA_Q_PLAIN;
	return operand(q, item, ARA_Q_WORD);
}

AraQueryKind
ara_next_query_item(AraQuery *q, AraQueryItem *item)
{
	memset(item, 0, sizeof(*item));
	while (q->pos < q->end)
	{
		Char		c = char_at(q->pos, q->end);
		Char		next = char_at(q->pos + c.len, q->end);
		AraQueryKind kind = ARA_Q_END;
		int			opens;
		Quote		family;

		if (c.class == ARA_C_SPACE)
		{
			q->dash = q->exact = 0;
			q->pos += c.len;
		}
		else if (c.cp == '(')
		{
			q->pos++;
			return operand(q, item, ARA_Q_OPEN);
		}
		else if (c.cp == ')')
		{
			q->pos++;
			q->negate = q->dash = q->exact = 0;
			return item->kind = ARA_Q_CLOSE;
		}
		else if (is_dash(c.cp))
		{
			q->dash = 1;
			q->pos += c.len;
		}
		else if (c.cp == '=')
		{
			q->exact = 1;
			q->pos++;
		}
		else if (c.class == ARA_C_IGNORE || is_star(c.cp) ||
				 (c.cp == '+' && next.class != ARA_C_DIGIT) ||
				 (c.class == ARA_C_OTHER && ends_word(c.cp, ARA_C_OTHER, next.class)))
			q->pos += c.len;
		else if ((family = quote(c.cp, &opens)) != NO_QUOTE)
			kind = phrase(q, item, family, opens, c.len);
		else
			kind = word(q, item);
		if (kind != ARA_Q_END)
			return item->kind = kind;
	}
	return item->kind = ARA_Q_END;
}

size_t
ara_query_words(const char *s, size_t len, char *out)
{
	const char *end = s + len;
	AraClass	before = ARA_C_SPACE;
	char	   *start = out;

	while (s < end)
	{
		Char		c = char_at(s, end);

		if (is_hyphen(c.cp) && is_letter(before) && is_letter(char_at(s + c.len, end).class))
			*out++ = ' ';
		else
		{
			memcpy(out, s, (size_t) c.len);
			out += c.len;
		}
		if (c.class != ARA_C_MARK && c.class != ARA_C_IGNORE)
			before = c.class;
		s += c.len;
	}
	return (size_t) (out - start);
}
