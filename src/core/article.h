/*
 * article.h - what the files of the article parser share
 *
 *     article.c          the page: states, and what each line is
 *     article_head.c     above the text: which line is the title
 *     article_top.c      from the first line to the text
 *     article_name.c     persons and places
 *     article_place.c    datelines, bylines without a verb
 *     article_field.c    labelled values: dates, bylines, sources, ...
 *     article_tail.c     short lines below the text
 *     article_text.c     running text: paragraphs, headings, posts inside them
 *
 * Each function that reads a line puts its parts and returns 1, or puts nothing
 * and returns 0 when the line is something else.
 */
#ifndef ARA_ARTICLE_H
#define ARA_ARTICLE_H

#include "ara.h"
#include "line.h"
#include "marker.h"

/*
 * Lengths that tell kinds of line apart, in characters (others are beside their
 * use).  In the five pages of ../shared/seeds, titles have 45 to 78, section
 * headings 18 and 46, paragraphs 48 to 306, half of them 174 or more: the limits
 * leave room for twice the longest.
 */
#define ARA_MAX_TITLE 200
#define ARA_MAX_LINK 160		/* title of another article in a list */
#define ARA_MAX_NAME 60			/* an author */
#define ARA_MAX_BYLINE 100		/* author, date and reading time */
#define ARA_MAX_VALUE 200		/* sources, a date with its trimmings */

/* How far a line looks at the next one, in bytes: over a byline, and to see that it is long. */
#define ARA_PEEK 600

/* Characters and words of a line of names, initials or signs below the text. */
#define ARA_MAX_TAIL 60
#define ARA_MAX_TAIL_WORDS 3

/* How many lines of a tail are looked at for more text. */
#define ARA_TAIL_LINES 12

/* Where in the page the parser stands. */
enum
{
	ARA_A_TITLE,				/* before the title */
	ARA_A_HEAD,					/* before the first paragraph */
	ARA_A_BODY,
	ARA_A_FOOTER,				/* below sources or keywords */
	ARA_A_CLOSED,				/* below a share box: only fields count */
	ARA_A_OVER					/* below a comment box: nothing counts */
};

/* article.c: puts a part; without an article's number, of the article being read. */
extern void ara_put(AraArticle *a, AraPartKind kind, int article, const char *s, const char *e);
extern void ara_put_text(AraArticle *a, AraPartKind kind, const char *s, const char *e);
extern void ara_put_line(AraArticle *a, AraPartKind kind, const AraLine *l);

/* article.c: leaves the line at p; what remains of it up to e is text. */
extern void ara_read_later(AraArticle *a, const char *p, const char *e);

/* article_head.c */
extern int	ara_words(const char *s, const char *e, int max);
extern int	ara_has_arabic(const char *s, const char *e);
extern int	ara_is_marker(const AraArticle *a, const char *s, const char *e, AraRole role);
extern int	ara_is_menu(const AraArticle *a, const AraLine *l);
extern int	ara_text_ahead(const AraArticle *a, const char *p, int lines);
extern int	ara_field_ahead(const AraArticle *a, const char *p, int lines);
extern int	ara_date_next(const AraArticle *a, const char *p);
extern const char *ara_find_title(const AraArticle *a, const char *p);
extern const char *ara_behind_path(const char *s, const char *e);
extern int	ara_is_caption(const AraArticle *a, const AraLine *l);
extern int	ara_read_glued_head(AraArticle *a, const AraLine *l);

/* article_top.c */
extern int	ara_read_head(AraArticle *a, const AraLine *l);
extern void ara_read_above_title(AraArticle *a, const AraLine *l);
extern int	ara_read_title(AraArticle *a, const AraLine *l);

/* article_name.c */
extern const char *ara_word_of(const AraArticle *a, const char *s, const char *e, AraRole role);
extern const char *ara_behind_name(const AraArticle *a, const char *s, const char *e);
extern int	ara_is_outlet(const AraArticle *a, const char *s, const char *e);
extern int	ara_is_buttons(const AraArticle *a, const char *s, const char *e);
extern int	ara_is_words(const char *s, const char *e);
extern int	ara_is_person(const AraArticle *a, const char *s, const char *e);
extern int	ara_may_be_person(const char *s, const char *e);
extern int	ara_is_place(const AraArticle *a, const char *s, const char *e);

/* article_place.c */
extern const char *ara_date_at(const char *p, const char *e);
extern int	ara_read_dateline(AraArticle *a, const AraLine *l);
extern int	ara_read_names(AraArticle *a, const AraLine *l);

/* article_field.c */
extern int	ara_has_digit(const char *s, const char *e);
extern const char *ara_skip_colon(const char *p, const char *end);
extern const char *ara_date_end(const char *v, const char *e);
extern const char *ara_date_front(const char *s, const char *e);
extern const char *ara_reading_time(const AraArticle *a, const char *s, const char *e,
									const char **number, const char **number_end);
extern const char *ara_date_tail(const char *s, const char *e, const char **before);
extern int	ara_in_next_byline(const AraArticle *a, const AraLine *l);
extern int	ara_read_value(AraArticle *a, const AraLine *l, AraRole role, const char *v, int colon);
extern void ara_read_beside_date(AraArticle *a, const char *p, const char *e);
extern void ara_read_source(AraArticle *a);

/* article_tail.c */
extern int	ara_read_tail(AraArticle *a, const AraLine *l);

/* article_text.c: a heading, a paragraph, the first piece of one with something else inside. */
extern void ara_read_text(AraArticle *a, const AraLine *l);
extern int	ara_is_label(const AraArticle *a, const char *p, const char *e);
extern void ara_read_paragraph(AraArticle *a, const AraLine *l);

#endif
