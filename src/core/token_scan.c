/*
 * token_scan.c - one scanner for each first byte; blanks; the parts of compounds
 */
#include "token.h"

/* ---- words ---- */

static const char *
skip_ignored(const char *p, const char *end)
{
	uint32_t	cp;
	int			len;

	while (at(p, end) >= 0x80 && class_at(p, end, &cp, &len) == ARA_C_IGNORE)
		p += len;
	return p;
}

/* One character more of an Arabic word, at p, which is not ASCII; returns p if it is of none. */
const char *
ara_arabic_step(const char *p, const char *end)
{
	uint32_t	cp;
	int			len;
	const char *q = p;
	AraClass	class = class_at(p, end, &cp, &len);

	if (class == ARA_C_IGNORE)
	{
		q = skip_ignored(p + len, end);
		if (at(q, end) < 0x80)
			return p;
		class = class_at(q, end, &cp, &len);
	}
	return class == ARA_C_ARABIC || class == ARA_C_MARK ? q + len : p;
}

/*
 * The end of a word of ASCII digits, marks, and letters of other scripts than Arabic; *what gets
 * what is in it.  Digits of those scripts count as letters, as in the default parser.
 */
const char *
ara_latin_run(const char *p, const char *end, int *what)
{
	for (;;)
	{
		const char *q;
		uint32_t	cp;
		int			len;
		AraClass	class;

		for (; is(p, end, B_ALNUM); p++)
		{
			if (is(p, end, B_DIGIT))
				*what |= W_DIGIT;
		}
		q = skip_ignored(p, end);
		if (at(q, end) < 0x80)
		{
			if (q == p || !is(q, end, B_ALNUM))
				return p;
			p = q;
		}
		else
		{
			class = class_at(q, end, &cp, &len);
			if (class == ARA_C_MARK ? cp == 0x0640 :	/* ARABIC TATWEEL */
				class == ARA_C_DIGIT ? is_arabic_digit(q, end) :
				class != ARA_C_LATIN && class != ARA_C_LETTER)
				return p;
			p = q + len;
		}
		*what |= W_NONASCII;
	}
}

/* ---- blanks ---- */

/* Whether the character at p, with which something can start, has the right neighbour. */
static int
may_start(const char *p, const char *end)
{
	unsigned	c = at(p + 1, end);

	switch (*p)
	{
		case '<':
			return ara_byte[c] & B_LETTER || (c != 0 && strchr("/!?:_", (int) c) != NULL);
		case '&':
			return ara_byte[c] & B_LETTER || c == '#' || c == ':' || c == '_';
		case '/':
			return ara_byte[c] & B_ALNUM || c == '.' || c == '_' || c == '~';
		case '#':
		case '@':
			return ara_byte[c] & B_ALNUM || c == '_' || c >= 0x80;
		default:				/* '+', '-', '%' */
			return is_digit(p + 1, end);
	}
}

/* The server warns of each token of 2 kB or more, blank or not: a longer blank is several. */
#define MAX_BLANK 1024

/* The end of the blank that goes on at p. */
static const char *
blank_end(const char *p, const char *end)
{
	const char *start = p;
	uint32_t	cp;
	int			len;

	while (p < end && p - start < MAX_BLANK)
	{
		unsigned	c = (unsigned char) *p;

		if (c < 0x80)
		{
			if (ara_byte[c] & B_ALNUM || (ara_byte[c] & B_START && may_start(p, end)))
				break;
			p++;
			continue;
		}
		switch (class_at(p, end, &cp, &len))
		{
			case ARA_C_ARABIC:
			case ARA_C_LATIN:
			case ARA_C_LETTER:
			case ARA_C_DIGIT:
				return p;
			default:
				if (cp == 0xFF03)	/* FULLWIDTH NUMBER SIGN */
					return p;
				if (cp == 0x066A && is_digit(p + len, end))
					return p;
				p += len;
		}
	}
	return p;
}

/* ---- compounds ---- */

/* The next word, number or blank of a hyphenated word, hashtag or mention. */
static int
part_end(AraTokenizer *t, const char *p, const char **part)
{
	const char *end = t->part_end;
	const char *e = skip_digits(p, end);
	uint32_t	cp;
	int			len;
	int			what = e > p ? W_DIGIT : 0;
	AraClass	class = e < end ? class_at(e, end, &cp, &len) : ARA_C_OTHER;

	if (class == ARA_C_LATIN || class == ARA_C_LETTER ||
		(class == ARA_C_DIGIT && !is_arabic_digit(e, end)))
	{
		*part = ara_latin_run(p, end, &what);
		return what & W_DIGIT ? ARA_T_NUMWORD : what ? ARA_T_WORD : ARA_T_ASCIIWORD;
	}
	*part = e;
	if (e > p)
		return ARA_T_UINT;
	if (class == ARA_C_ARABIC)
	{
		*part = ara_arabic_run(p, end);
		return ARA_T_WORD;
	}
	if (class == ARA_C_DIGIT)
	{
		while (is_arabic_digit(*part, end))
			*part += 2;
		return ARA_T_NUMBER;
	}
	/* '-', '_', '#', '@', or a mark after '_' */
	do
	{
		e += len;
		class = e < end ? class_at(e, end, &cp, &len) : ARA_C_LETTER;
	} while (class == ARA_C_OTHER || class == ARA_C_MARK || class == ARA_C_IGNORE);
	*part = e;
	return ARA_T_BLANK;
}

static int
next_part(AraTokenizer *t, AraToken *token)
{
	const char *e;
	int			type;

	if (t->split != NULL)
	{
		int			second = t->pos >= t->split;

		e = second ? t->part_end : t->split;
		type = t->part_types[second];
	}
	else
	{
		type = part_end(t, t->pos, &e);
		if (t->compound != ARA_T_HASHTAG && t->compound != ARA_T_MENTION)
			type = type == ARA_T_ASCIIWORD ? ARA_T_HWORD_ASCIIPART :
				type == ARA_T_WORD ? ARA_T_HWORD_PART :
				type == ARA_T_NUMWORD ? ARA_T_HWORD_NUMPART : type;
	}
	if (e == t->part_end)
	{
		t->mode = IN_TEXT;
		if (type == ARA_T_BLANK)
			e = blank_end(e, t->end);
	}
	return ara_emit(t, token, type, e);
}

/* ---- one token after another ---- */

/* What starts with a character that is not ASCII. */
static int
scan_other(AraTokenizer *t, const char *p, AraScan *s, int *len)
{
	uint32_t	cp;
	const char *e;

	switch (class_at(p, t->end, &cp, len))
	{
		case ARA_C_ARABIC:
			e = ara_arabic_run(p + *len, t->end);
			if (!(at(e, t->end) == '-' && ara_scan_hyphen(t, p, e, W_NONASCII, s)) &&
				!(at(e, t->end) == '.' && ara_scan_abbreviation(t, p, e, s)))
				scan_set(s, ARA_T_WORD, e);
			return 1;
		case ARA_C_DIGIT:
			if ((e = ara_number_end(t, p)) != NULL)
			{
				scan_set(s, ARA_T_NUMBER, e);
				return 1;
			}
			/* FALLTHROUGH */
		case ARA_C_LATIN:
		case ARA_C_LETTER:
			ara_scan_latin_word(t, p, s);
			return 1;
		default:
			if (cp == 0xFF03)	/* FULLWIDTH NUMBER SIGN */
				return ara_scan_tagged_name(t, p, s);
			return cp == 0x066A && ara_scan_percent_prefix(t, p, s);
	}
}

static int
scan(AraTokenizer *t, const char *p, AraScan *s, int *len)
{
	unsigned	c = (unsigned char) *p;

	*len = 1;
	if (ara_byte[c] & B_LETTER)
	{
		ara_scan_ascii_word(t, p, s);
		return 1;
	}
	if (ara_byte[c] & B_DIGIT)
	{
		ara_scan_digits(t, p, s);
		return 1;
	}
	if (c >= 0x80)
		return scan_other(t, p, s, len);
	switch (c)
	{
		case '<':
			return ara_scan_tag(t, p, s);
		case '&':
			return ara_scan_entity(t, p, s);
		case '+':
		case '-':
			return ara_scan_signed(t, p, s);
		case '.':
		case '/':
		case '~':
			return ara_scan_path(t, p, s);
		case '#':
		case '@':
			return ara_scan_tagged_name(t, p, s);
		case '%':
			return ara_scan_percent_prefix(t, p, s);
		default:
			return 0;
	}
}

/* Any token.  ara_next_token has tried the two most common ones. */
int
ara_next_other(AraTokenizer *t, AraToken *token)
{
	const char *p = t->pos;
	AraScan		s;
	int			len = 1;

	if (t->mode == IN_COMPOUND)
		return next_part(t, token);
	if (p == t->end)
		return ara_emit(t, token, ARA_T_EOF, p);

	if (t->mode == IN_SCRIPT ? *p == '<' && ara_scan_tag(t, p, &s) : scan(t, p, &s, &len))
	{
		if (s.type == ARA_T_UINT || s.type == ARA_T_INT || s.type == ARA_T_FLOAT ||
			s.type == ARA_T_SFLOAT || s.type == ARA_T_NUMBER)
			ara_scan_percent_suffix(t, &s);
		if (s.parts_end == NULL)
			return ara_emit(t, token, s.type, s.end);
		token->type = s.type;
		token->start = p;
		token->len = (size_t) (s.end - p);
		t->mode = IN_COMPOUND;
		t->compound = s.type;
		t->part_end = s.parts_end;
		t->split = s.split;
		t->part_types[0] = s.parts[0];
		t->part_types[1] = s.parts[1];
		return s.type;
	}

	if (t->mode == IN_SCRIPT)	/* perhaps since just now */
	{
		p++;
		if (p < t->end)
			p = memchr(p, '<', (size_t) (t->end - p));
		if (p == NULL)
			p = t->end;
		return ara_emit(t, token, ARA_T_BLANK, p - t->pos > MAX_BLANK ? t->pos + MAX_BLANK : p);
	}
	return ara_emit(t, token, ARA_T_BLANK, blank_end(p + len, t->end));
}
