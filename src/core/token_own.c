/*
 * token_own.c - what Arabic text has and the default parser does not know
 *
 *     abbreviation   letters with dots, and titles     U+0623 . U+0641 . U+0628
 *     hashtag        '#' and words joined by '_'       mention: the same with '@'
 *     number         Arabic-Indic digits, U+066B as decimal and U+066C as thousands separator
 *     percent        a number with '%' or U+066A after it, or before it
 */
#include "token.h"

/* Whether a word or a number ends right before p. */
static int
word_before(const AraTokenizer *t, const char *p)
{
	const char *q = p;
	uint32_t	cp;
	int			len;

	if (p == t->text)
		return 0;
	if ((unsigned char) p[-1] < 0x80)
		return p[-1] == '_' || ara_byte[(unsigned char) p[-1]] & B_ALNUM;
	do
		q--;
	while (q > t->text && p - q < 4 && ((unsigned char) *q & 0xC0) == 0x80);
	switch (class_at(q, p, &cp, &len))
	{
		case ARA_C_ARABIC:
		case ARA_C_LATIN:
		case ARA_C_LETTER:
		case ARA_C_DIGIT:
		case ARA_C_MARK:
			return q + len == p;
		default:
			return 0;
	}
}

/* ---- abbreviations ---- */

/* The end of one Arabic letter and its marks at p; NULL if there is none, or two. */
static const char *
lone_letter_end(const char *p, const char *end)
{
	uint32_t	cp;
	int			len;
	int			letters = 0;

	while (at(p, end) >= 0x80)
	{
		AraClass	class = class_at(p, end, &cp, &len);

		if (class == ARA_C_ARABIC ? ++letters > 1 : class != ARA_C_MARK)
			break;
		if (letters == 0)
			return NULL;
		p += len;
	}
	return letters == 1 ? p : NULL;
}

static int
is_letter(const char *p, const char *end)
{
	uint32_t	cp;
	int			len;
	AraClass	class;

	if (at(p, end) < 0x80)
		return is(p, end, B_LETTER);
	class = class_at(p, end, &cp, &len);
	return class == ARA_C_ARABIC || class == ARA_C_LATIN || class == ARA_C_LETTER;
}

/*
 * An abbreviation, at the Arabic word [p, e) with a dot at e.
 *
 * Whether the last dot belongs to it: a letter right after it says yes (a title glued to its
 * name).  After one or two letters, so does a blank and a letter (a title, or initials).  After
 * three or more it may end the sentence, and is left out.  A lone letter whose dot is left out is
 * a word, and so is one right after a number (a unit: metre, or year of an era).
 */
int
ara_scan_abbreviation(AraTokenizer *t, const char *p, const char *e, AraScan *s)
{
	const char *end = t->end;
	const char *q;
	int			letters = 1;
	int			with_dot = 0;

	if (lone_letter_end(p, end) != e || word_before(t, p))
		return 0;
	while (letters < MAX_ABBREVIATION && at(e, end) == '.' &&
		   (q = lone_letter_end(e + 1, end)) != NULL)
	{
		e = q;
		letters++;
	}
	if (at(e, end) == '.')
	{
		q = e + 1;
		with_dot = is_letter(q, end);
		if (!with_dot && letters <= 2)
		{
			if (at(q, end) == ' ')
				with_dot = is_letter(q + 1, end);
			else if (is_pair(q, end, 0xC2, 0xA0))	/* U+00A0 NO-BREAK SPACE */
				with_dot = is_letter(q + 2, end);
		}
	}
	if (letters == 1 && !with_dot)
		return 0;
	scan_set(s, ARA_T_ABBREVIATION, e + with_dot);
	return 1;
}

/* ---- hashtags and mentions ---- */

/* The end of the letters, digits, marks and '_' at p; p if they are no name. */
static const char *
name_end(const char *p, const char *end)
{
	const char *start = p;
	const char *name = p;
	uint32_t	cp;
	int			len;
	int			letters = 0;

	for (;; p += len)
	{
		AraClass	class;

		len = 1;
		if (is(p, end, B_ALNUM) || at(p, end) == '_')
		{
			letters |= is(p, end, B_LETTER);
			name = p + 1;
			continue;
		}
		if (at(p, end) < 0x80)
			break;
		class = class_at(p, end, &cp, &len);
		if (class == ARA_C_OTHER || class == ARA_C_SPACE)
			break;
		if (class == ARA_C_MARK || class == ARA_C_IGNORE)
		{
			if (name == start)
				break;
		}
		else if (class != ARA_C_DIGIT)
			letters = 1;
		if (class != ARA_C_IGNORE)
			name = p + len;
	}
	return letters && name - start <= MAX_NAME_BYTES ? name : start;
}

/* Whether the default parser would read on at e, after an ASCII word: host, path, compound, ... */
static int
reads_on(const char *e, const char *end)
{
	unsigned	next = at(e + 1, end);

	switch (at(e, end))
	{
		case '.':
			return ara_byte[next] & B_ALNUM || next == '_';
		case '/':
			return ara_byte[next] & B_ALNUM || next == '_' || next == '.' || next == '~';
		case '-':
		case '@':
			return ara_byte[next] & B_ALNUM;
		case ':':
			return next == '/' && at(e + 2, end) == '/';
		default:
			return 0;
	}
}

/*
 * A hashtag or a mention, whose '#', U+FF03 or '@' is at p.  Not after a word, which it would cut
 * in two (page#section, user@host), and not where a name in ASCII is the start of something longer
 * (#a-b, @example.com).
 */
int
ara_scan_tagged_name(AraTokenizer *t, const char *p, AraScan *s)
{
	const char *end = t->end;
	const char *name = p + (*p == '#' || *p == '@' ? 1 : 3);
	const char *e;

	if (*p == '@' ? word_before(t, p) :
		p > t->text && ((unsigned char) p[-1] < 0x80) && (p[-1] == '&' || word_before(t, p)))
		return 0;
	e = name_end(name, end);
	if (e == name || (at(e - 1, end) < 0x80 && reads_on(e, end)))
		return 0;
	scan_set(s, *p == '@' ? ARA_T_MENTION : ARA_T_HASHTAG, e);
	s->parts_end = e;
	return 1;
}

/* ---- numbers ---- */

/* ASCII and Arabic-Indic digits at p; *arabic tells whether one is Arabic-Indic. */
static const char *
any_digits(const char *p, const char *end, int *arabic)
{
	for (;;)
	{
		if (is(p, end, B_DIGIT))
			p++;
		else if (is_arabic_digit(p, end))
		{
			*arabic = 1;
			p += 2;
		}
		else
			return p;
	}
}

/* Whether exactly three Arabic-Indic digits stand at p, and no other after them. */
static int
three_digits(const char *p, const char *end)
{
	return is_arabic_digit(p, end) && is_arabic_digit(p + 2, end) &&
		is_arabic_digit(p + 4, end) && !is_digit(p + 6, end);
}

/*
 * The end of the number at p, if it has an Arabic-Indic digit or an Arabic separator; else NULL.
 *
 *     digits { U+066C digits | ',' three digits } [ U+066B digits | '.' digits ]
 *
 * ',' only after Arabic-Indic digits, at most three of them at first.  '.' only once between two
 * runs of digits: more of them make a date.
 */
const char *
ara_number_end(AraTokenizer *t, const char *p)
{
	const char *end = t->end;
	const char *start = p;
	const char *q;
	int			arabic = 0;
	int			separated = 0;
	int			commas;

	p = any_digits(p, end, &arabic);
	if (p == start)
		return NULL;
	commas = p - start <= 6 && arabic;
	for (;;)
	{
		if (IS_THOUSANDS_SEPARATOR(p, end) && is_digit(p + 2, end))
		{
			p = any_digits(p + 2, end, &arabic);
			separated = 1;
			commas = 0;
		}
		else if (commas && at(p, end) == ',' && three_digits(p + 1, end))
			p += 7;
		else
			break;
	}
	if (IS_DECIMAL_SEPARATOR(p, end) && is_digit(p + 2, end))
	{
		p = any_digits(p + 2, end, &arabic);
		separated = 1;
	}
	else if (at(p, end) == '.' && is_digit(p + 1, end) && (arabic || separated))
	{
		q = any_digits(p + 1, end, &arabic);
		if (!(at(q, end) == '.' && is_digit(q + 1, end)) &&
			!(start - t->text >= 2 && start[-1] == '.' && word_before(t, start - 1)))
			p = q;
	}
	return arabic || separated ? p : NULL;
}

/* ---- percents ---- */

/* Makes *s, a number, a percent if its sign follows. */
void
ara_scan_percent_suffix(AraTokenizer *t, AraScan *s)
{
	const char *end = t->end;
	const char *e = s->end;

	if (at(e, end) == '%')
		e++;
	else if (IS_ARABIC_PERCENT(e, end))
		e += 2;
	else
		return;
	/* 50%20 is an escape of URLs */
	if (!is_digit(e, end) && s->type != ARA_T_VERSION)
		scan_pair(s, ARA_T_PERCENT, s->type, s->end, ARA_T_BLANK, e);
}

/* A percent whose sign is before the number, at p. */
int
ara_scan_percent_prefix(AraTokenizer *t, const char *p, AraScan *s)
{
	const char *end = t->end;
	const char *number = p + (*p == '%' ? 1 : 2);
	const char *e;
	AraTokenType type;

	if (!is_digit(number, end) || word_before(t, p))
		return 0;
	if ((e = ara_number_end(t, number)) != NULL)
		type = ARA_T_NUMBER;
	else
	{
		e = skip_digits(number, end);
		type = ARA_T_UINT;
		if (at(e, end) == '.' && is(e + 1, end, B_DIGIT))
		{
			e = skip_digits(e + 1, end);
			type = ARA_T_FLOAT;
		}
	}
	/* not formats (%1$s, %5.2f), nor escapes of URLs */
	if (ara_is_word_letter(e, end) || at(e, end) == '$' || at(e, end) == '_' || at(e, end) == '%' ||
		IS_ARABIC_PERCENT(e, end) || reads_on(e, end))
		return 0;
	scan_pair(s, ARA_T_PERCENT, ARA_T_BLANK, number, type, e);
	return 1;
}
