/*
 * line.h - lines of a text, and what their ends and lengths say
 *
 * For files that read a text line by line.  All take [s, e) or [p, end), never
 * read outside, and need not be given well-formed UTF-8.
 */
#ifndef ARA_LINE_H
#define ARA_LINE_H

#include <stddef.h>
#include <stdint.h>

typedef struct AraLine
{
	const char *s;				/* without white space at the ends */
	const char *e;
	int			breaks;			/* line breaks before it; 2: set off by a blank line */
} AraLine;

/* The sign that a line ends with, quotes and brackets aside. */
typedef enum AraEnding
{
	ARA_END_NONE,
	ARA_END_FULL,				/* full stop, ellipsis */
	ARA_END_ASK,				/* question or exclamation mark: a heading may have it */
	ARA_END_OPEN				/* comma, colon: something follows */
} AraEnding;

extern int	ara_is_blank(uint32_t cp);
extern int	ara_is_word_char(uint32_t cp);
extern const char *ara_prev_char(const char *s, const char *p);
extern const char *ara_skip_blank(const char *p, const char *end);
extern const char *ara_trim(const char *s, const char *e);
extern const char *ara_skip_signs(const char *p, const char *end);
extern int	ara_is_longer(const char *s, const char *e, int max);
extern int	ara_next_line(const char *p, const char *end, size_t reach, AraLine *l);
extern AraEnding ara_ending(const char *s, const char *e);
extern int	ara_is_ornament(const AraLine *l);
extern int	ara_is_title_like(const AraLine *l, int max);

#endif
