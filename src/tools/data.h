/*
 * data.h - what the parts of the data compiler share: TSV in, bytes out
 *
 * The compiler (datac.c) turns src/data into one blob (core/blob.h).  Each
 * section has a file data_NAME.c with one function that reads its TSV files
 * and appends the section's bytes.  A line with an error stops the build with
 * file, line and reason.
 */
#ifndef DATA_H
#define DATA_H

#include <stddef.h>
#include <stdint.h>

/* A byte buffer that grows; zero-initialized is empty. */
typedef struct Buf
{
	char	   *data;
	size_t		len;
	size_t		cap;
} Buf;

extern void *xalloc(size_t size);	/* zeroed; exits on failure; the compiler never frees */
extern void buf_put(Buf *b, const void *data, size_t len);
extern void buf_u8(Buf *b, unsigned v);
extern void buf_u16(Buf *b, unsigned v);	/* integers are stored little-endian */
extern void buf_u32(Buf *b, uint32_t v);
extern void buf_align(Buf *b, size_t to);	/* zero bytes up to a multiple */
extern void buf_set_u32(Buf *b, size_t at, uint32_t v);

/* A TSV file: '#' lines and empty lines are passed over, fields[] are NUL-terminated. */
#define TSV_MAX_FIELDS 16
typedef struct Tsv
{
	const char *path;
	int			line;			/* 1-based, of the current row */
	int			nfields;
	char	   *fields[TSV_MAX_FIELDS];
	char	   *text;			/* the rest belongs to data.c */
	char	   *next;
} Tsv;

/* Opens dir/name; exits with a message if it can't be read or is not UTF-8. */
extern void tsv_open(Tsv *t, const char *dir, const char *name);

/* Reads the next row; 0 at the end.  Rows with fewer than min or more than max fields are errors. */
extern int	tsv_next(Tsv *t, int min, int max);

/* Prints "path:line: reason" and exits with 1. */
extern void tsv_fail(const Tsv *t, const char *fmt,...)
#ifdef __GNUC__
			__attribute__((format(printf, 2, 3), noreturn))
#endif
		   ;

/* Prints the same and goes on; tsv_check exits with 1 if that ever happened, so that one run shows all errors. */
extern void tsv_complain(const Tsv *t, const char *fmt,...)
#ifdef __GNUC__
			__attribute__((format(printf, 2, 3)))
#endif
		   ;
extern void tsv_check(void);

/* The names that cldr.c wrote. */
extern const char *data_cldr;

/* One function a section. */
extern void data_article(Buf *out, const char *dir);
extern void data_confusions(Buf *out, const char *dir);
extern void data_letters(Buf *out, const char *dir);
extern void data_dates(Buf *out, const char *dir);
extern void data_gazetteer(Buf *out, const char *dir);
extern void data_triggers(Buf *out, const char *dir);
extern void data_tagger(Buf *out, const char *dir);
extern void data_quotes(Buf *out, const char *dir);
extern void data_lexicon(Buf *out, const char *dir);
extern void data_months(Buf *out, const char *dir);
extern void data_numbers(Buf *out, const char *dir);
extern void data_units(Buf *out, const char *dir);
extern void data_clitics(Buf *out, const char *dir);
extern void data_light(Buf *out, const char *dir);
extern void data_stop(Buf *out, const char *dir);

#endif
