/*
 * token_markup.c - tags and entities of HTML and XML, as the default parser reads them
 *
 * Names, and attributes outside quotes, are ASCII (D7 in token.c); inside quotes anything goes.
 */
#include "token.h"

/* Whether the bytes [p, e) are name, an ASCII string in lower case. */
static int
is_name(const char *p, const char *e, const char *name)
{
	for (; *name != '\0'; name++, p++)
	{
		if (p == e || ((unsigned char) *p | 0x20) != (unsigned char) *name)
			return 0;
	}
	return p == e;
}

/*
 * The content of script and style elements is blank.  The default parser decides so when it has
 * read the name, even when the tag does not end well.
 */
static void
enter_or_leave_script(AraTokenizer *t, const char *p, const char *e)
{
	if (p == e)
		return;
	if (*p == '/')
	{
		if (is_name(p + 1, e, "script") || is_name(p + 1, e, "style"))
			t->mode = IN_TEXT;
	}
	else if (is_name(p, e, "script") || is_name(p, e, "style"))
		t->mode = IN_SCRIPT;
}

/* The end of the attributes from p on, after '>'; NULL if something does not belong in a tag. */
static const char *
tag_end(const char *p, const char *end)
{
	unsigned	quote;

	for (; p < end; p++)
	{
		if (*p == '>')
			return p + 1;
		if (*p == '\'' || *p == '"')
		{
			for (quote = at(p++, end); at(p, end) != quote; p++)
			{
				if (p >= end)
					return NULL;
				if (*p == '\\' && p + 1 < end)
					p++;
			}
		}
		else if (!is(p, end, B_TAG))
			return NULL;
	}
	return NULL;
}

/* The end of the comment whose text starts at p; NULL if it is open. */
static const char *
comment_end(AraTokenizer *t, const char *p)
{
	const char *text = p;

	if (t->no_comment_end)
		return NULL;
	while (p < t->end && (p = memchr(p, '>', (size_t) (t->end - p))) != NULL)
	{
		if (p - text >= 2 && p[-1] == '-' && p[-2] == '-')
			return p + 1;
		p++;
	}
	t->no_comment_end = 1;
	return NULL;
}

/*
 * A tag, comment or declaration that starts with '<' at p.
 *
 * Linear without memory: a later '<' is read over only inside quotes.  Of the tags that are open at
 * some byte, one at most is outside quotes, one inside ' and one inside ", because all of them
 * change together: each byte is read three times at most.
 */
int
ara_scan_tag(AraTokenizer *t, const char *p, AraScan *s)
{
	const char *end = t->end;
	const char *name = p + 1;
	const char *e = NULL;
	unsigned	c = at(name, end);

	if (c == '!')
	{
		c = at(name + 1, end) | 0x20;
		if (c == 'd')
			e = tag_end(name + 2, end);
		else if (at(name + 1, end) == '-' && at(name + 2, end) == '-')
			e = comment_end(t, name + 3);
	}
	else if (c == '?')
	{
		if (at(name + 1, end) == 'x')
			e = tag_end(name + 2, end);
	}
	else
	{
		const char *q = name;

		if (c == '/' ? !is(++q, end, B_LETTER) :
			!(ara_byte[c] & B_LETTER) && c != ':' && c != '_')
			return 0;
		while (is(q, end, B_NAME))
			q++;
		if (at(q, end) == '/')
			e = at(q + 1, end) == '>' ? q + 2 : NULL;
		else if (at(q, end) == '>' || is(q, end, B_SPACE))
		{
			enter_or_leave_script(t, name, q);
			e = tag_end(q, end);
		}
	}
	if (e == NULL)
		return 0;
	scan_set(s, ARA_T_TAG, e);
	return 1;
}

/* An entity or character reference that starts with '&' at p. */
int
ara_scan_entity(AraTokenizer *t, const char *p, AraScan *s)
{
	const char *end = t->end;
	const char *e = p + 1;

	if (at(e, end) == '#' && (at(e + 1, end) | 0x20) == 'x')
	{
		const char *q = e += 2;

		while (is(e, end, B_DIGIT) || ((at(e, end) | 0x20) >= 'a' && (at(e, end) | 0x20) <= 'f'))
			e++;
		if (e == q)
			return 0;
	}
	else if (at(e, end) == '#')
	{
		const char *q = e + 1;

		e = skip_digits(q, end);
		if (e == q)
			return 0;
	}
	else if (is(e, end, B_LETTER) || at(e, end) == ':' || at(e, end) == '_')
	{
		while (is(e, end, B_NAME))
			e++;
	}
	if (e == p + 1 || at(e, end) != ';')
		return 0;
	scan_set(s, ARA_T_ENTITY, e + 1);
	return 1;
}
