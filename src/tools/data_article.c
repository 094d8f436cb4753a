/*
 * data_article.c - article.tsv and months.tsv to the sections of core/marker.h and core/date.h
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/ara.h"
#include "../core/date.h"
#include "../core/marker.h"
#include "data.h"

typedef struct Node
{
	unsigned char marks[ARA_TABLE_MARKS][2];
	unsigned	nmarks;
	struct Node *children[256];
	uint32_t	at;				/* offset in the section */
} Node;

/* The place of a word in a list of names. */
static unsigned
index_of(const Tsv *t, const char *what, const char *word, const char *const *names, unsigned n)
{
	unsigned	i;

	for (i = 0; i < n && strcmp(word, names[i]) != 0; i++)
		;
	if (i == n)
		tsv_fail(t, "unknown %s \"%s\"", what, word);
	return i;
}

/* A marker's text as ara_markers_at sees it. */
static Buf
folded(const char *text)
{
	size_t		len = strlen(text);
	char	   *out = xalloc(len * ARA_FOLDED + 1);
	Buf			b = {0};

	buf_put(&b, out, ara_marker_fold(text, len, out));
	return b;
}

/* Ids name rules in comments, tests and reports: one row each. */
static void
check_id(const Tsv *t, char **ids, size_t n)
{
	size_t		i;

	for (i = 0; i < n; i++)
		if (strcmp(ids[i], t->fields[0]) == 0)
			tsv_fail(t, "the id \"%s\" is taken", t->fields[0]);
	ids[n] = t->fields[0];
}

static void
add(const Tsv *t, Node *node, const Buf *text, unsigned role, unsigned where)
{
	unsigned	marks = 0;		/* on the way */
	size_t		i;

	for (i = 0; i < text->len; i++)
	{
		Node	  **child = &node->children[(unsigned char) text->data[i]];

		if (*child == NULL)
			*child = xalloc(sizeof(Node));
		node = *child;
		marks += node->nmarks;
	}
	for (i = 0; i < node->nmarks; i++)
		if (node->marks[i][0] == role && node->marks[i][1] == where)
			tsv_fail(t, "\"%s\" folds to a text that an earlier row has", t->fields[3]);
	if (marks == ARA_TABLE_MARKS)
		tsv_fail(t, "\"%s\" is one of more than %d markers that begin alike", t->fields[3],
				 ARA_TABLE_MARKS);
	node->marks[node->nmarks][0] = (unsigned char) role;
	node->marks[node->nmarks++][1] = (unsigned char) where;
}

/* Longest chain of marks on one path: as many can begin at one place of a text. */
static unsigned
most_marks(const Node *node)
{
	unsigned	most = 0;
	int			i;

	for (i = 0; i < 256; i++)
		if (node->children[i] != NULL)
		{
			unsigned	n = most_marks(node->children[i]);

			most = n > most ? n : most;
		}
	return node->nmarks + most;
}

/* Writes a node and what is below it; the depth is that of the longest marker. */
static void
write_node(Buf *out, Node *node)
{
	unsigned	n = 0;
	size_t		slot;
	int			i;

	node->at = (uint32_t) out->len;
	for (i = 0; i < 256; i++)
		n += node->children[i] != NULL;
	buf_u8(out, node->nmarks);
	buf_u8(out, n);
	buf_put(out, node->marks, 2 * node->nmarks);
	slot = out->len;
	for (i = 0; i < 256; i++)
		if (node->children[i] != NULL)
		{
			buf_u8(out, (unsigned) i);
			buf_u32(out, 0);
		}
	for (i = 0; i < 256; i++)
		if (node->children[i] != NULL)
		{
			write_node(out, node->children[i]);
			buf_set_u32(out, slot + 1, node->children[i]->at);
			slot += 5;
		}
}

void
data_article(Buf *out, const char *dir)
{
	static char *ids[4096];
	unsigned char first[256] = {0};
	Node	   *root = xalloc(sizeof(Node));
	size_t		n = 0;
	Tsv			t;

	tsv_open(&t, dir, "article.tsv");
	while (tsv_next(&t, 5, 5))
	{
		unsigned	role = index_of(&t, "role", t.fields[1], ara_role_names, ARA_R_COUNT);
		unsigned	where = index_of(&t, "place", t.fields[2], ara_where_names, ARA_W_COUNT);
		Buf			text = folded(t.fields[3]);
		const unsigned char *lead;
		int			arabic;

		if (n == sizeof(ids) / sizeof(ids[0]))
			tsv_fail(&t, "too many rows");
		check_id(&t, ids, n++);
		if (text.len == 0)
			tsv_fail(&t, "the text is empty");
		if (text.len * 2 > ARA_MARKER_REACH)
			tsv_fail(&t, "the text is longer than %d bytes", ARA_MARKER_REACH / 2);
		add(&t, root, &text, role, where);
		lead = (const unsigned char *) t.fields[3];
		arabic = (lead[0] & 0xFC) == 0xD8;
		if (role == ARA_R_POST || role == ARA_R_ATTRIBUTION)
		{
			/* found by its first byte as written, so this must be a rare one */
			if (arabic)
				tsv_fail(&t, "the mark of a post may not begin with an Arabic letter");
			first[lead[0]] |= ARA_F_POST;
			if (lead[0] >= 'a' && lead[0] <= 'z')
				first[lead[0] - 32] |= ARA_F_POST;
		}
		if (role == ARA_R_OPENER)
		{
			if (!arabic)
				tsv_fail(&t, "an opener must begin with an Arabic letter");
			first[lead[1]] |= ARA_F_OPENER;
		}
		if (most_marks(root) > ARA_TABLE_MARKS)
			tsv_fail(&t, "more than %d markers begin alike", ARA_TABLE_MARKS);
	}
	buf_put(out, first, sizeof(first));
	write_node(out, root);
}

/* The rows stand by the second byte of their names, which tells Arabic letters apart (layout: core/date.h). */
void
data_months(Buf *out, const char *dir)
{
	static char *ids[1024];
	static Buf	rows[256];
	unsigned	n = 0;
	unsigned	at = 2 * 257;
	int			i;
	Tsv			t;

	tsv_open(&t, dir, "months.tsv");
	while (tsv_next(&t, 6, 7))
	{
		unsigned	kind = index_of(&t, "kind", t.fields[1], ara_date_word_names, ARA_D_COUNT);
		int			month = atoi(t.fields[2]);
		size_t		len = strlen(t.fields[3]);
		char	   *name = xalloc(ara_normalize_bound(len));

		if (n == sizeof(ids) / sizeof(ids[0]))
			tsv_fail(&t, "too many rows");
		check_id(&t, ids, n++);
		if (kind == ARA_D_MONTH || kind == ARA_D_HIJRI ? month < 1 || month > 12 :
			kind == ARA_D_WEEKDAY ? month < 1 || month > 7 :
			kind == ARA_D_CLOCK ? month < 1 || month > 5 : strcmp(t.fields[2], "-") != 0)
			tsv_fail(&t, "the number is \"%s\": 1 to 12 for a month, 1 to 7 for a weekday, "
					 "1 to 5 for a part of the day, else -",
					 t.fields[2]);
		len = ara_normalize(t.fields[3], len, name, ARA_NORM_FOLD);
		if (len == 0 || len > 255)
			tsv_fail(&t, "the name is empty or too long");
		/* behind a name of one byte may come any */
		for (i = 0; i < 256; i++)
			if (len == 1 || i == (unsigned char) name[1])
			{
				buf_u8(&rows[i], kind);
				buf_u8(&rows[i], (unsigned) month);
				buf_u8(&rows[i], (unsigned) len);
				buf_put(&rows[i], name, len);
			}
	}
	for (i = 0; i < 256; at += (unsigned) rows[i++].len)
		buf_u16(out, at);
	buf_u16(out, at);
	for (i = 0; i < 256; i++)
		buf_put(out, rows[i].data, rows[i].len);
}
