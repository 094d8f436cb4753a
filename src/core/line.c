/*
 * line.c - lines of a text, and what their ends and lengths say
 */
#include "chartab.h"
#include "line.h"
#include "utf8.h"

/* White space, and controls that show nothing; variation selectors belong to their emoji. */
int
ara_is_blank(uint32_t cp)
{
	AraClass	class = ara_class(cp);

	return class == ARA_C_SPACE || (class == ARA_C_IGNORE && !(cp >= 0xFE00 && cp <= 0xFE0F));
}

int
ara_is_word_char(uint32_t cp)
{
	AraClass	class = ara_class(cp);

	return class == ARA_C_ARABIC || class == ARA_C_LATIN || class == ARA_C_LETTER ||
		class == ARA_C_DIGIT || class == ARA_C_MARK;
}

static int
is_newline(uint32_t cp)
{
	return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

const char *
ara_prev_char(const char *s, const char *p)
{
	int			n;

	for (n = 0, p--; p > s && n < 3 && ((unsigned char) *p & 0xC0) == 0x80; n++)
		p--;
	return p;
}

const char *
ara_skip_blank(const char *p, const char *end)
{
	int			len;

	while (p < end && ara_is_blank(ara_decode(p, end, &len)))
		p += len;
	return p;
}

const char *
ara_trim(const char *s, const char *e)
{
	while (e > s)
	{
		const char *p = ara_prev_char(s, e);
		int			len;

		if (!ara_is_blank(ara_decode(p, e, &len)) || p + len != e)
			break;
		e = p;
	}
	return e;
}

/* Passes over signs and white space, at most 8 of them: what stands around a marker. */
const char *
ara_skip_signs(const char *p, const char *end)
{
	int			n;
	int			len;

	for (n = 0; n < 8 && p < end; n++, p += len)
		if (ara_is_word_char(ara_decode(p, end, &len)))
			break;
	return p;
}

/* Has [s, e) more than max characters?  Looks at no more than it must. */
int
ara_is_longer(const char *s, const char *e, int max)
{
	int			n = 0;

	if (e - s > 4 * (ptrdiff_t) max)
		return 1;
	if (e - s <= max)
		return 0;
	for (; s < e && n <= max; s++)
		n += ((unsigned char) *s & 0xC0) != 0x80;
	return n > max;
}

/* The first line break at or after p, else end. */
static const char *
line_end(const char *p, const char *end)
{
	/* 1: a line break; 2: may begin one */
	static const unsigned char table[256] = {
		['\n'] = 1, ['\v'] = 1, ['\f'] = 1, ['\r'] = 1, [0xC2] = 2, [0xE2] = 2
	};

	for (; p < end; p++)
	{
		int			found = table[(unsigned char) *p];
		int			len;

		if (found == 1 || (found == 2 && is_newline(ara_decode(p, end, &len))))
			break;
	}
	return p;
}

/*
 * Finds the next line that is not blank, of which it looks at no more than
 * reach bytes.  Returns 0 when there is none.
 */
int
ara_next_line(const char *p, const char *end, size_t reach, AraLine *l)
{
	uint32_t	before = 0;
	uint32_t	cp;
	int			len;

	for (l->breaks = 0; p < end && ara_is_blank(cp = ara_decode(p, end, &len)); p += len)
	{
		if (is_newline(cp) && !(cp == '\n' && before == '\r') && l->breaks < 2)
			l->breaks++;
		before = cp;
	}
	if (p == end)
		return 0;
	if ((size_t) (end - p) > reach)
		end = p + reach;
	l->s = p;
	l->e = ara_trim(p, line_end(p, end));
	return 1;
}

AraEnding
ara_ending(const char *s, const char *e)
{
	int			n;

	for (n = 0; n < 6 && e > s; n++)
	{
		const char *p = ara_prev_char(s, e);
		int			len;
		uint32_t	cp = ara_decode(p, e, &len);

		switch (cp)
		{
			case '.':
			case 0x2026:		/* HORIZONTAL ELLIPSIS */
			case 0x06D4:		/* ARABIC FULL STOP */
				return ARA_END_FULL;
			case '!':
			case '?':
			case 0x061F:		/* ARABIC QUESTION MARK */
				return ARA_END_ASK;
			case ',':
			case ':':
			case ';':
			case '-':
			case 0x060C:		/* ARABIC COMMA */
			case 0x061B:		/* ARABIC SEMICOLON */
				return ARA_END_OPEN;
			case '"':
			case '\'':
			case ')':
			case ']':
			case 0x00BB:		/* RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK */
			case 0x201C:		/* LEFT DOUBLE QUOTATION MARK, used to close as well */
			case 0x201D:		/* RIGHT DOUBLE QUOTATION MARK */
			case 0x2019:		/* RIGHT SINGLE QUOTATION MARK */
				break;
			default:
				if (!ara_is_blank(cp))
					return ARA_END_NONE;
		}
		e = p;
	}
	return ARA_END_NONE;
}

/* A line of signs only ('* * *', '-----') is neither title nor text. */
int
ara_is_ornament(const AraLine *l)
{
	const char *p;
	int			len;

	if (l->e - l->s > 256)
		return 0;
	for (p = l->s; p < l->e; p += len)
		if (ara_is_word_char(ara_decode(p, l->e, &len)))
			return 0;
	return 1;
}

/* Looks like the title of something: short, and no sentence that has ended. */
int
ara_is_title_like(const AraLine *l, int max)
{
	AraEnding		end = ara_ending(l->s, l->e);

	return !ara_is_longer(l->s, l->e, max) && end != ARA_END_FULL && end != ARA_END_OPEN;
}
