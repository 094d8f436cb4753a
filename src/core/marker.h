/*
 * marker.h - the markers of src/data/article.tsv, and how they are found
 *
 * One trie over the folded texts of all markers, so that looking a place up
 * costs a few steps however many markers there are (data_article.c writes it):
 *
 *     u8 first[256]      ARA_F_POST: this byte begins a post's mark
 *                        ARA_F_OPENER: it is the second byte of an opener's first letter
 *     node (the root)    u8 marks, u8 children,
 *                        marks x (u8 role, u8 where),  children x (u8 byte, u32 node), by byte
 *     node ...           a node is named by its offset in the section
 */
#ifndef ARA_MARKER_H
#define ARA_MARKER_H

#include <stddef.h>

#include "line.h"

/* What a marker says about the text at it or after it; the names in article.tsv are in marker.c. */
typedef enum AraRole
{
	ARA_R_NONE,
	ARA_R_TITLE,				/* label of the title */
	ARA_R_DATE,					/* label of the publication date */
	ARA_R_SOURCE,				/* label of the sources */
	ARA_R_AGENCY,				/* a source that stands alone on its line */
	ARA_R_SEPARATOR,			/* between the sources of one line */
	ARA_R_KEYWORDS,				/* label of the keywords */
	ARA_R_RELATED,				/* 'read also': a link, or after the footer another article */
	ARA_R_LINKS,				/* heads a list of links */
	ARA_R_BYLINE,				/* verb of a byline; an ordinary word outside the head */
	ARA_R_AUTHOR,				/* label of the author, anywhere */
	ARA_R_STAFF,				/* an author that stands alone on its line */
	ARA_R_READING,				/* reading time: before the number (prefix) or after it (inline) */
	ARA_R_SECTION,				/* name of a section above the title */
	ARA_R_MORE,					/* 'read more' */
	ARA_R_ADVERTISEMENT,
	ARA_R_SHARE,				/* share box: ends the body */
	ARA_R_COMMENT,				/* comment box: ends the page */
	ARA_R_END,					/* an agency's 'end' */
	ARA_R_BOILERPLATE,			/* any other line of the page that is not the article */
	ARA_R_POST,					/* address that ends an embedded post */
	ARA_R_ATTRIBUTION,			/* dash before the author of an embedded post */
	ARA_R_OPENER,				/* words that open a sentence: glued, they end a heading */
	ARA_R_SUFFIX,				/* ending of a word: what it follows is no glued marker */
	ARA_R_UPDATED,				/* label of the date of the last change */
	ARA_R_CAPTION,				/* begins the caption of a picture, or is its credit (inline) */
	ARA_R_PLACE,				/* a place that reports come from */
	ARA_R_NAME,					/* a given name, or a title of persons */
	ARA_R_FROM,					/* before the name of a reporter */
	ARA_R_COUNT
} AraRole;

typedef enum AraWhere
{
	ARA_W_LINE,					/* fills the line, but for punctuation around it */
	ARA_W_PREFIX,				/* starts the line; the rest is its value */
	ARA_W_GLUED,				/* starts the line or a sentence, glued to the next word */
	ARA_W_INLINE,				/* anywhere */
	ARA_W_COUNT
} AraWhere;

extern const char *const ara_role_names[ARA_R_COUNT];
extern const char *const ara_where_names[ARA_W_COUNT];

typedef struct AraMark
{
	AraRole		role;
	AraWhere	where;
	const char *start;
	const char *end;
} AraMark;

/* How many markers of one table can begin at one place (who makes it checks that), and of both. */
#define ARA_TABLE_MARKS 8
#define ARA_MAX_MARKS (2 * ARA_TABLE_MARKS)

/*
 * How many bytes a marker may take in a text, with marks, tatweel and runs of
 * white space inside it.  The longest is 70 bytes; beyond this it is not found.
 */
#define ARA_MARKER_REACH 256

/* Bytes of room for one folded code point. */
#define ARA_FOLDED 64

/*
 * Folds the code point of len bytes at s; returns the bytes written to out,
 * which has ARA_FOLDED bytes.  Each code point by itself, so that compiler and
 * library agree whatever stands beside it.
 */
extern size_t ara_fold_one(const char *s, int len, char *out);

/*
 * The markers whose text begins at s and ends before end, shortest first; returns
 * how many.  own: the caller's, in front of those of the data file; NULL for none.
 */
extern int	ara_markers_at(const unsigned char *own, const char *s, const char *end, AraMark marks[ARA_MAX_MARKS]);

/*
 * The longest marker of a line, prefix or glued row that fits the beginning of
 * a line, after a few signs if need be; 0 when there is none.
 */
extern int	ara_find_marker(const unsigned char *own, const AraLine *l, AraMark *m);

/* ---- markers of a caller (marker_build.c) ---- */

/* A marker's text as ara_markers_at sees it; out has ARA_FOLDED bytes for each of the text.  Returns its length. */
extern size_t ara_marker_fold(const char *text, size_t len, char *out);

typedef struct AraOwnMarker
{
	const char *text;			/* folded */
	size_t		len;
	unsigned char role;
	unsigned char where;
} AraOwnMarker;

extern int	ara_own_marker_cmp(const AraOwnMarker *a, const AraOwnMarker *b);

/* Belongs to ara_markers_build. */
typedef struct AraMarkerRange
{
	size_t		from;
	size_t		to;
	size_t		depth;
	size_t		slot;
} AraMarkerRange;

/*
 * Writes the table of n markers, sorted by ara_own_marker_cmp, whose texts have
 * `bytes` bytes together.  ranges has room for bytes + 1, out for the bound.
 */
#define ara_markers_bound(n, bytes) (256 + 2 * (n) + 7 * ((bytes) + 1))
extern size_t ara_markers_build(const AraOwnMarker *markers, size_t n, AraMarkerRange *ranges,
								unsigned char *out);

#define ARA_F_POST 1
#define ARA_F_OPENER 2

/* The table first[] above. */
extern const unsigned char *ara_marker_bytes(void);

#endif
