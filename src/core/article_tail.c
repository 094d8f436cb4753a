/*
 * article_tail.c - short lines below the text: initials, topics, counters, a name
 */
#include <string.h>

#include "article.h"
#include "utf8.h"

/* Initials, as of an editor: no word has more than three letters, and a sign stands between two. */
static int
is_initials(const AraLine *l)
{
	const char *p;
	int			letters = 0;
	int			signs = 0;
	int			len;

	for (p = l->s; p < l->e && *p != '('; p += len)
	{
		uint32_t	cp = ara_decode(p, l->e, &len);

		letters = ara_is_word_char(cp) ? letters + 1 : 0;
		signs += cp == '/' || cp == '.' || cp == '-';
		if (letters > 3)
			return 0;
	}
	return signs > 0;
}

/* Below a finished sentence, a line without an end above another such: a link. */
static int
is_link(const AraArticle *a, const AraLine *l)
{
	AraLine		next;

	return a->sentence_ended && ara_ending(l->s, l->e) == ARA_END_NONE &&
		memchr(l->s, '(', (size_t) (l->e - l->s)) == NULL &&
		ara_next_line(l->e, a->end, ARA_PEEK, &next) && ara_ending(next.s, next.e) == ARA_END_NONE &&
		!ara_is_longer(next.s, next.e, ARA_MAX_TAIL);
}

/*
 * A short line below the text, with no more text after it: initials, topics,
 * counters.  The name of a person there is the author's.
 */
int
ara_read_tail(AraArticle *a, const AraLine *l)
{
	AraLine		inner;
	const char *s;

	if (!a->have_text || a->state != ARA_A_BODY || ara_is_longer(l->s, l->e, ARA_MAX_TAIL) ||
		ara_ending(l->s, l->e) == ARA_END_FULL || ara_ending(l->s, l->e) == ARA_END_ASK)
		return 0;
	if (!is_initials(l) && ara_words(l->s, l->e, ARA_MAX_TAIL_WORDS) > ARA_MAX_TAIL_WORDS &&
		!ara_is_person(a, l->s, l->e) && ara_date_end(l->s, l->e) == NULL && !is_link(a, l))
		return 0;
	if (ara_text_ahead(a, l->e, ARA_TAIL_LINES))
		return 0;
	inner.s = memchr(l->s, '(', (size_t) (l->e - l->s));
	s = *l->s == '*' ? ara_skip_signs(l->s, l->e) : l->s;
	if (a->article == 0 && !a->have_author && ara_is_person(a, s, l->e))
	{
		ara_put(a, ARA_P_AUTHOR, a->article, s, l->e);
		a->have_author = 1;
	}
	else if (ara_date_end(l->s, l->e) == l->e)
		ara_put_line(a, ARA_P_DATE, l);
	else if (is_initials(l) && inner.s != NULL && inner.s > l->s && l->e[-1] == ')')
	{
		ara_put(a, ARA_P_BOILERPLATE, a->article, l->s, ara_trim(l->s, inner.s));
		ara_read_later(a, inner.s + 1, l->e - 1);
		a->in_sources = 1;
	}
	else
		ara_put_line(a, ARA_P_BOILERPLATE, l);
	a->state = ARA_A_FOOTER;
	return 1;
}
