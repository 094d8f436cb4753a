/*
 * data.c - growing buffers and TSV files for the data compiler
 */
#include "data.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/utf8.h"

void *
xalloc(size_t size)
{
	void	   *p = calloc(1, size ? size : 1);

	if (p == NULL)
	{
		fprintf(stderr, "datac: out of memory\n");
		exit(1);
	}
	return p;
}

static void
grow(Buf *b, size_t more)
{
	size_t		cap = b->cap ? b->cap : 4096;

	while (cap < b->len + more)
		cap *= 2;
	if (cap == b->cap)
		return;
	b->data = realloc(b->data, cap);
	if (b->data == NULL)
	{
		fprintf(stderr, "datac: out of memory\n");
		exit(1);
	}
	b->cap = cap;
}

void
buf_put(Buf *b, const void *data, size_t len)
{
	grow(b, len);
	if (len > 0)
		memcpy(b->data + b->len, data, len);
	b->len += len;
}

void
buf_u8(Buf *b, unsigned v)
{
	char		c = (char) (v & 255);

	buf_put(b, &c, 1);
}

void
buf_u16(Buf *b, unsigned v)
{
	buf_u8(b, v);
	buf_u8(b, v >> 8);
}

void
buf_u32(Buf *b, uint32_t v)
{
	buf_u16(b, v & 0xFFFF);
	buf_u16(b, v >> 16);
}

void
buf_align(Buf *b, size_t to)
{
	while (b->len % to != 0)
		buf_u8(b, 0);
}

void
buf_set_u32(Buf *b, size_t at, uint32_t v)
{
	int			i;

	for (i = 0; i < 4; i++)
		b->data[at + (size_t) i] = (char) (v >> (8 * i) & 255);
}

void
tsv_open(Tsv *t, const char *dir, const char *name)
{
	size_t		pathlen = strlen(dir) + strlen(name) + 2;
	char	   *path = xalloc(pathlen);
	Buf			b = {0};
	FILE	   *f;
	size_t		i;

	snprintf(path, pathlen, "%s/%s", dir, name);
	memset(t, 0, sizeof(*t));
	t->path = path;
	f = fopen(path, "rb");
	if (f == NULL)
		tsv_fail(t, "cannot open the file");
	for (;;)
	{
		size_t		n;

		grow(&b, 65536);
		n = fread(b.data + b.len, 1, 65536, f);
		if (n == 0)
			break;
		b.len += n;
	}
	fclose(f);
	buf_u8(&b, 0);
	t->line = 1;
	for (i = 0; i + 1 < b.len;)
	{
		int			len;

		if (ara_decode(b.data + i, b.data + b.len, &len) == ARA_BAD_BYTE || b.data[i] == 0)
			tsv_fail(t, "the line is not UTF-8 text");
		if (b.data[i] == '\n')
			t->line++;
		i += (size_t) len;
	}
	t->line = 0;
	t->text = t->next = b.data;
}

int
tsv_next(Tsv *t, int min, int max)
{
	while (*t->next)
	{
		char	   *p = t->next;
		char	   *eol = strchr(p, '\n');

		if (eol != NULL)
		{
			*eol = 0;
			t->next = eol + 1;
		}
		else
			t->next = p + strlen(p);
		t->line++;
		if (*p == 0 || *p == '#')
			continue;
		t->nfields = 0;
		for (;;)
		{
			char	   *tab = strchr(p, '\t');

			if (t->nfields == TSV_MAX_FIELDS)
				tsv_fail(t, "more than %d fields", TSV_MAX_FIELDS);
			t->fields[t->nfields++] = p;
			if (tab == NULL)
				break;
			*tab = 0;
			p = tab + 1;
		}
		if (t->nfields < min || t->nfields > max)
			tsv_fail(t, "%d fields where %d to %d are allowed", t->nfields, min, max);
		return 1;
	}
	return 0;
}

static int	complaints;

static void
complain(const Tsv *t, const char *fmt, va_list ap)
{
	fprintf(stderr, "%s:%d: ", t->path, t->line);
	vfprintf(stderr, fmt, ap);
	fprintf(stderr, "\n");
	complaints++;
}

void
tsv_fail(const Tsv *t, const char *fmt,...)
{
	va_list		ap;

	va_start(ap, fmt);
	complain(t, fmt, ap);
	va_end(ap);
	exit(1);
}

void
tsv_complain(const Tsv *t, const char *fmt,...)
{
	va_list		ap;

	va_start(ap, fmt);
	complain(t, fmt, ap);
	va_end(ap);
}

void
tsv_check(void)
{
	if (complaints > 0)
		exit(1);
}
