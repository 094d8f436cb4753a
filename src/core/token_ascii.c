/*
 * token_ascii.c - hosts, paths, numbers, tags, entities and words, as the default parser reads them
 *
 * src/backend/tsearch/wparser_def.c of PostgreSQL is the reference: a machine of 76 states that
 * tries one reading after another from the same place and takes the first that succeeds.  Here
 * each reading is a loop of its own.  The order of the tries is the default parser's:
 *
 *     letters, then  .  host, path          digits, then  .  host, decimal
 *                    -  host, compound                    e  scientific
 *                    _  host                              -  _  @  host, e-mail
 *                    @  e-mail                            /  path
 *                    :  protocol                     letter  host, word with digits
 *                    /  path
 *                digit  host, word with digits
 *
 * Where a failed reading has looked far ahead, the tokenizer remembers it (no_host_before and so
 * on), so that the same bytes are not read again from the next word.
 */
#include "token.h"

const uint8_t ara_byte[256] = {
	0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x88, 0x88, 0x88, 0x88, 0x88, 0x00, 0x00,
	0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
	0x88, 0x10, 0x00, 0x58, 0x10, 0x58, 0x58, 0x10, 0x10, 0x10, 0x10, 0x50, 0x10, 0x7C, 0x3C, 0x78,
	0x3E, 0x3E, 0x3E, 0x3E, 0x3E, 0x3E, 0x3E, 0x3E, 0x3E, 0x3E, 0x3C, 0x10, 0x40, 0x18, 0x00, 0x18,
	0x70, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D,
	0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x10, 0x00, 0x10, 0x00, 0x3C,
	0x00, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D,
	0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x1D, 0x00, 0x00, 0x00, 0x18, 0x00,
	0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20,
	0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20,
	0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20,
	0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20,
	0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20,
	0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20,
	0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20,
	0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20
};

/* ---- hosts, e-mails, URLs ---- */

/*
 * Reads labels of ASCII letters and digits with one '.', '-' or '_' between.  A host ends after
 * a last label that begins with two letters after '.', and has no digit at its end:
 *
 *     example.com   a-b.example.org:8080   1.2.example    but not   e.g   a.b1   1.2
 *
 * Returns its end, or NULL.  *stop is where reading ended, *mail says that '@' may go on there.
 */
static const char *
host_end(const char *p, const char *end, const char **stop, int *mail)
{
	enum
	{
		LABEL,					/* in a label that cannot be the last */
		SEPARATOR,				/* after '-' or '_' */
		DOT,
		DOT_LETTER,				/* after '.' and a letter */
		LAST					/* after '.' and letters: could be the end */
	}			state = LABEL;
	const char *host = NULL;

	for (;; p++)
	{
		unsigned	c = at(p, end);

		if (ara_byte[c] & B_LETTER)
			state = state == DOT ? DOT_LETTER : state >= DOT_LETTER ? LAST : LABEL;
		else if (ara_byte[c] & B_DIGIT)
			state = LABEL;
		else
		{
			if (state == LAST)
				host = p;
			*stop = p;
			*mail = 0;
			if (state == DOT || state == SEPARATOR)
				return host;
			if (c == '.')
				state = DOT;
			else if (c == '-' || c == '_')
				state = SEPARATOR;
			else
			{
				*mail = c == '@';
				break;
			}
		}
	}
	if (host == p && at(p, end) == ':' && is(p + 1, end, B_DIGIT))
		host = skip_digits(p + 1, end);
	return host;
}

/* The end of "e", sign, digits at p; NULL if it is not there. */
static const char *
exponent_end(const char *p, const char *end)
{
	if (at(p, end) != 'e' && at(p, end) != 'E')
		return NULL;
	p++;
	if (at(p, end) == '+' || at(p, end) == '-')
		p++;
	return is(p, end, B_DIGIT) ? skip_digits(p, end) : NULL;
}

/* The end of the host at p, after '@'; NULL if there is none. */
static const char *
mail_end(const char *p, const char *end)
{
	const char *stop;
	int			mail;

	if (!is(p, end, B_ALNUM))
		return NULL;
	if (is(p, end, B_DIGIT) && exponent_end(skip_digits(p, end), end))
		return NULL;			/* the default parser sees a number */
	return host_end(p, end, &stop, &mail);
}

/* A host, an e-mail or a URL without protocol. */
static int
scan_host(AraTokenizer *t, const char *p, AraScan *s)
{
	const char *stop;
	const char *host;
	const char *e;
	int			mail;

	if (p < t->no_host_before)
		return 0;
	host = host_end(p, t->end, &stop, &mail);
	if (mail && (e = mail_end(stop + 1, t->end)) != NULL)
	{
		scan_set(s, ARA_T_EMAIL, e);
		return 1;
	}
	/* another start in these labels would read the same, and end as this one did */
	t->no_host_before = stop;
	if (host == NULL)
		return 0;
	if (at(host, t->end) == '/' && is(host + 1, t->end, B_URL))
	{
		for (e = host + 2; is(e, t->end, B_URL); e++)
			;
		scan_pair(s, ARA_T_URL, ARA_T_HOST, host, ARA_T_URL_PATH, e);
	}
	else
		scan_set(s, ARA_T_HOST, host);
	return 1;
}

/* ---- paths ---- */

typedef enum PathState
{
	PATH_NAME,					/* in a name */
	PATH_SLASH,					/* after '/' */
	PATH_TILDE,
	PATH_SLASH_DOT,				/* after "/." */
	PATH_DOT,					/* after '.' without slash before it */
	PATH_DOTS					/* after ".." */
} PathState;

/* Returns the end of the path that goes on at p, or NULL: it is none. */
static const char *
path_end(AraTokenizer *t, const char *p, PathState state)
{
	const char *end = t->end;
	const char *best = NULL;

	for (;; p++)
	{
		unsigned	c = at(p, end);
		int			name = ara_byte[c] & B_ALNUM || c == '_';

		if (state == PATH_NAME)
		{
			if (name || c == '-')
				continue;
			if (c == '.' && (is(p + 1, end, B_ALNUM) || at(p + 1, end) == '_'))
				continue;
			if (c != '/')
				return p;
			best = p;
			state = PATH_SLASH;
		}
		else if (state == PATH_DOTS)
		{
			if (p == end || ara_byte[c] & B_SPACE)
				return p;
			if (c != '/')
				break;
			best = p;
			state = PATH_SLASH;
		}
		else if (state == PATH_SLASH && p < t->no_file_before)
			break;
		else if (name && state != PATH_DOT)
			state = PATH_NAME;
		else if (c == '/' && state != PATH_SLASH)
			state = PATH_SLASH;
		else if (c == '.' && state == PATH_SLASH)
			state = PATH_SLASH_DOT;
		else if (c == '.' && state != PATH_TILDE)
			state = PATH_DOTS;
		else if (c == '~' && state == PATH_SLASH)
			state = PATH_TILDE;
		else
			break;
	}
	/* all slashes up to here lead here */
	if (best == NULL && p > t->no_file_before)
		t->no_file_before = p;
	return best;
}

/* D10: whether the path [p, e) is a date, a season or a fraction: 28/9/2023, 2022/2023, 1/2 */
static int
is_numbers(AraTokenizer *t, const char *p, const char *e)
{
	const char *q = p;

	while (q < e && (is(q, e, B_DIGIT) || *q == '/'))
		q++;
	while (q < e && *q == '-')
		q++;
	if (q < e)
		return 0;
	t->no_file_before = e;
	return 1;
}

/* A path that starts with '/', '~' or '.' at p. */
int
ara_scan_path(AraTokenizer *t, const char *p, AraScan *s)
{
	unsigned	c = at(p, t->end);
	const char *e = path_end(t, p + 1, c == '/' ? PATH_SLASH : c == '~' ? PATH_TILDE : PATH_DOT);

	if (e == NULL || is_numbers(t, p, e) || (c == '.' && e == p + 2))
		return 0;				/* D2: ".." is an ellipsis */
	scan_set(s, ARA_T_FILE, e);
	return 1;
}

/* A path that goes on with '.' or '/' at e, after a word. */
static int
scan_path_after(AraTokenizer *t, const char *e, AraScan *s)
{
	if (at(e, t->end) == '/')
		e = path_end(t, e + 1, PATH_SLASH);
	else if (is(e + 1, t->end, B_ALNUM) || at(e + 1, t->end) == '_')
		e = path_end(t, e + 1, PATH_NAME);
	else
		e = NULL;
	if (e == NULL)
		return 0;
	scan_set(s, ARA_T_FILE, e);
	return 1;
}

/* ---- words ---- */

/* The end of the part of a compound at p, after '-': a word, or digits and a word; p if neither. */
static const char *
hyphen_part_end(const char *p, const char *end, int *what)
{
	const char *q = skip_digits(p, end);
	uint32_t	cp;
	int			len;

	if (is(q, end, B_LETTER))
		return ara_latin_run(p, end, what);
	if (at(q, end) < 0x80 || is_arabic_digit(q, end))
		return p;
	switch (class_at(q, end, &cp, &len))
	{
		case ARA_C_LATIN:
		case ARA_C_LETTER:
		case ARA_C_DIGIT:
			return ara_latin_run(p, end, what);
		case ARA_C_ARABIC:
			if (q > p)
				return p;		/* D4: digits and Arabic letters are apart */
			*what |= W_NONASCII;
			return ara_arabic_run(p, end);
		default:
			return p;
	}
}

/* A compound of the word [p, e), whose letters and digits are in what, and parts after '-' at e. */
int
ara_scan_hyphen(AraTokenizer *t, const char *p, const char *e, int what, AraScan *s)
{
	const char *last = e;
	int			parts = 1;

	if (p < t->no_hyphen_before)
		return 0;
	while (at(last, t->end) == '-')
	{
		const char *q = hyphen_part_end(last + 1, t->end, &what);

		if (q == last + 1)
			break;
		last = q;
		parts++;
	}
	if (parts == 1)
		return 0;
	if (parts > MAX_HYPHEN_PARTS || last - p > MAX_HYPHEN_BYTES)
	{
		t->no_hyphen_before = last;
		return 0;
	}
	scan_set(s, what & W_DIGIT ? ARA_T_NUMHWORD :
			 what & W_NONASCII ? ARA_T_HWORD : ARA_T_ASCIIHWORD, last);
	s->parts_end = last;
	/* as in the default parser, '-' between a compound and a number is no sign */
	if (at(last, t->end) == '-' && is_digit(last + 1, t->end))
		s->parts_end++;
	return 1;
}

/* The word [p, e) of more than ASCII letters, and what it may be the start of. */
static void
scan_word(AraTokenizer *t, const char *p, const char *e, int what, AraScan *s)
{
	unsigned	c = at(e, t->end);
	const char *m;

	if (c == '-' && ara_scan_hyphen(t, p, e, what, s))
		return;
	if (!(what & W_DIGIT))
	{
		scan_set(s, ARA_T_WORD, e);
		return;
	}
	if (c == '@' && (m = mail_end(e + 1, t->end)) != NULL)
		scan_set(s, ARA_T_EMAIL, m);
	else if ((c != '.' && c != '/') || !scan_path_after(t, e, s))
		scan_set(s, ARA_T_NUMWORD, e);
}

/* A word that starts with a letter other than ASCII or Arabic at p. */
void
ara_scan_latin_word(AraTokenizer *t, const char *p, AraScan *s)
{
	int			what = 0;
	const char *e = ara_latin_run(p, t->end, &what);

	scan_word(t, p, e, what, s);
}

/* What starts with an ASCII letter at p. */
void
ara_scan_ascii_word(AraTokenizer *t, const char *p, AraScan *s)
{
	const char *end = t->end;
	const char *e = p + 1;
	const char *q;
	int			what = 0;

	while (is(e, end, B_LETTER))
		e++;
	if (is(e, end, B_MORE))
	{
		switch (at(e, end))
		{
			case '.':
				if (scan_host(t, p, s) || scan_path_after(t, e, s))
					return;
				break;
			case '-':
				if (scan_host(t, p, s) || ara_scan_hyphen(t, p, e, 0, s))
					return;
				break;
			case '_':
			case '@':
				if (scan_host(t, p, s))
					return;
				break;
			case ':':
				if (at(e + 1, end) == '/' && at(e + 2, end) == '/')
				{
					scan_set(s, ARA_T_PROTOCOL, e + 3);
					return;
				}
				break;
			case '/':
				if (scan_path_after(t, e, s))
					return;
				break;
			default:
				if (is(e, end, B_DIGIT) && scan_host(t, p, s))
					return;
				q = ara_latin_run(e, end, &what);
				if (q > e)
				{
					scan_word(t, p, q, what, s);
					return;
				}
		}
	}
	scan_set(s, ARA_T_ASCIIWORD, e);
}

/* ---- numbers ---- */

/* The decimals from the '.' at e on: float, scientific or version. */
static void
scan_decimals(AraTokenizer *t, const char *e, AraScan *s)
{
	const char *end = t->end;
	const char *q;

	e = skip_digits(e + 1, end);
	if (at(e, end) == '.' && is(e + 1, end, B_DIGIT))
	{
		while (at(e, end) == '.' && is(e + 1, end, B_DIGIT))
			e = skip_digits(e + 1, end);
		scan_set(s, ARA_T_VERSION, e);
	}
	else if ((q = exponent_end(e, end)) != NULL)
		scan_set(s, ARA_T_SFLOAT, q);
	else
		scan_set(s, ARA_T_FLOAT, e);
}

/* A number with a sign at p. */
int
ara_scan_signed(AraTokenizer *t, const char *p, AraScan *s)
{
	const char *end = t->end;
	const char *e = skip_digits(p + 1, end);
	const char *q;

	if ((q = ara_number_end(t, p + 1)) != NULL)
	{
		scan_set(s, ARA_T_NUMBER, q);
		return 1;
	}
	if (e == p + 1)
		return 0;
	if (at(e, end) == '.' && is(e + 1, end, B_DIGIT))
	{
		scan_decimals(t, e, s);
		if (s->type == ARA_T_VERSION)
			scan_set(s, ARA_T_BLANK, p + 1);	/* a version has no sign */
	}
	else if ((q = exponent_end(e, end)) != NULL)
		scan_set(s, ARA_T_SFLOAT, q);
	else
		scan_set(s, ARA_T_INT, e);
	return 1;
}

/* Whether a letter other than Arabic is at p, which makes a word of digits before it. */
int
ara_is_word_letter(const char *p, const char *end)
{
	uint32_t	cp;
	int			len;

	if (at(p, end) < 0x80)
		return is(p, end, B_LETTER);
	switch (class_at(p, end, &cp, &len))
	{
		case ARA_C_LATIN:
		case ARA_C_LETTER:
		case ARA_C_DIGIT:
			return !is_arabic_digit(p, end);
		default:
			return 0;
	}
}

/* What starts with an ASCII digit at p. */
void
ara_scan_digits(AraTokenizer *t, const char *p, AraScan *s)
{
	const char *end = t->end;
	const char *e = skip_digits(p, end);
	const char *q;
	int			what = W_DIGIT;

	switch (at(e, end))
	{
		case '.':
			if (scan_host(t, p, s))
				return;
			if (is(e + 1, end, B_DIGIT))
			{
				scan_decimals(t, e, s);
				return;
			}
			break;
		case '-':
		case '_':
		case '@':
			if (scan_host(t, p, s))
				return;
			break;
		case '/':
			if (scan_path_after(t, e, s) && !is_numbers(t, p, s->end))
				return;
			break;
		default:
			if ((q = exponent_end(e, end)) != NULL)
			{
				scan_set(s, ARA_T_SFLOAT, q);
				return;
			}
			if (is(e, end, B_LETTER) && scan_host(t, p, s))
				return;
			if (ara_is_word_letter(e, end))
			{
				e = ara_latin_run(e, end, &what);
				scan_word(t, p, e, what, s);
				return;
			}
			if (at(e, end) >= 0x80 && (q = ara_number_end(t, p)) != NULL)
			{
				scan_set(s, ARA_T_NUMBER, q);
				return;
			}
	}
	scan_set(s, ARA_T_UINT, e);
}
