/*
 * html_json.c - JSON-LD: what a page says of its article to search engines
 *
 * Read by PostgreSQL's own JSON parser, whose errors come back as a code: what
 * is malformed is passed over.  An object of an article's type gives its fields
 * when it ends, wherever it stands: alone, in an array, in a @graph.  Authors
 * and publishers are strings, objects, or references to other objects (@id).
 */
#include "compat.h"

#include "common/jsonapi.h"
#include "mb/pg_wchar.h"
#include "nodes/pg_list.h"

#include "html.h"

#define MAX_NESTING 64
#define MAX_THINGS 200			/* objects with a name that others refer to */

/* An object or array being read. */
typedef struct Level
{
	bool		array;
	const char *field;			/* the member being read, or of an array, the one that it is */
	bool		is_article;
	char	   *headline;
	char	   *name;
	char	   *id;
	char	   *date;
	List	   *authors;		/* of char *: names, and "\001" before an id */
	List	   *keywords;
	char	   *site;			/* the same */
} Level;

typedef struct Thing
{
	char	   *id;
	char	   *name;
} Thing;

typedef struct Reader
{
	HtmlFields *fields;
	Level		level[MAX_NESTING];
	int			depth;
	Thing		things[MAX_THINGS];
	int			nthings;
	JsonLexContext *lex;
} Reader;

static Level *
top(Reader *r)
{
	return r->depth > 0 ? &r->level[r->depth - 1] : NULL;
}

/* The level of the object that the value being read is of, and the name of its member there. */
static Level *
owner(Reader *r, const char **field)
{
	int			i = r->depth - 1;

	while (i >= 0 && r->level[i].array)
		i--;
	*field = i >= 0 && r->level[i].field ? r->level[i].field : "";
	return i >= 0 ? &r->level[i] : NULL;
}

static void
push(Reader *r, bool array)
{
	Level	   *l = &r->level[r->depth++];	/* fits: the nesting was looked at before */

	memset(l, 0, sizeof(*l));
	l->array = array;
}

static bool
is_article_type(const char *type)
{
	Size		n = strlen(type);
	static const char *const ends[] = {"Article", "BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting"};
	int			i;

	for (i = 0; i < lengthof(ends); i++)
		if (n >= strlen(ends[i]) && strcmp(type + n - strlen(ends[i]), ends[i]) == 0)
			return true;
	return false;
}

static void
set(char **field, const char *value)
{
	if (*field == NULL)
		*field = html_clean(value, strlen(value));
}

static void
add(List **list, const char *value, bool reference)
{
	char	   *s = html_clean(value, strlen(value));

	if (s != NULL && list_length(*list) < 100)
		*list = lappend(*list, reference ? psprintf("\001%s", s) : s);
}

/* A reference is to the first object of that @id; NULL when there is none. */
static char *
resolve(Reader *r, char *value)
{
	int			i;

	if (value == NULL || value[0] != '\001')
		return value;
	for (i = 0; i < r->nthings; i++)
		if (strcmp(r->things[i].id, value + 1) == 0)
			return r->things[i].name;
	return NULL;
}

static void
give_article(Reader *r, Level *l)
{
	HtmlFields *f = r->fields;

	/* the first article is the page's */
	if (f->title != NULL)
		return;
	f->title = l->headline ? l->headline : l->name;
	f->date = l->date;
	f->authors = l->authors;
	f->keywords = l->keywords;
	f->site = l->site;
}

static void
end_object(Reader *r)
{
	Level	   *l = &r->level[--r->depth];
	const char *field;
	Level	   *in = owner(r, &field);

	if (l->is_article)
		give_article(r, l);
	if (l->id != NULL && l->name != NULL && r->nthings < MAX_THINGS)
	{
		r->things[r->nthings].id = l->id;
		r->things[r->nthings++].name = l->name;
	}
	if (in == NULL || (l->name == NULL && l->id == NULL))
		return;
	if (strcmp(field, "author") == 0)
		add(&in->authors, l->name ? l->name : l->id, l->name == NULL);
	else if (strcmp(field, "publisher") == 0 && in->site == NULL)
		in->site = l->name ? l->name : psprintf("\001%s", l->id);
}

static void
read_scalar(Reader *r, const char *value)
{
	const char *field;
	Level	   *l = owner(r, &field);

	if (l == NULL || value == NULL)
		return;
	if (strcmp(field, "@type") == 0)
		l->is_article |= is_article_type(value);
	else if (strcmp(field, "@id") == 0)
		set(&l->id, value);
	else if (strcmp(field, "headline") == 0)
		set(&l->headline, value);
	else if (strcmp(field, "name") == 0)
		set(&l->name, value);
	else if (strcmp(field, "datePublished") == 0)
		set(&l->date, value);
	else if (strcmp(field, "author") == 0)
		add(&l->authors, value, false);
	else if (strcmp(field, "keywords") == 0)
		add(&l->keywords, value, false);
	else if (strcmp(field, "publisher") == 0)
		set(&l->site, value);
}

/* ---- the parser's actions ---- */

static JSON_ACTION
on_object_start(void *state)
{
	push(state, false);
	JSON_ACTION_DONE;
}

static JSON_ACTION
on_object_end(void *state)
{
	end_object(state);
	JSON_ACTION_DONE;
}

static JSON_ACTION
on_array_start(void *state)
{
	push(state, true);
	JSON_ACTION_DONE;
}

static JSON_ACTION
on_array_end(void *state)
{
	((Reader *) state)->depth--;
	JSON_ACTION_DONE;
}

static JSON_ACTION
on_field(void *state, char *name, bool isnull)
{
	top(state)->field = name;
	JSON_ACTION_DONE;
}

static JSON_ACTION
on_scalar(void *state, char *token, JsonTokenType type)
{
	if (type == JSON_TOKEN_STRING)
		read_scalar(state, token);
	JSON_ACTION_DONE;
}

/* The deepest nesting of brackets, those in strings left out: PostgreSQL's parser calls itself. */
static int
nesting(const char *s, const char *end)
{
	int			depth = 0;
	int			deepest = 0;
	bool		quoted = false;

	for (; s < end; s++)
		if (quoted)
		{
			if (*s == '\\')
				s++;
			else if (*s == '"')
				quoted = false;
		}
		else if (*s == '"')
			quoted = true;
		else if (*s == '{' || *s == '[')
		{
			if (++depth > deepest)
				deepest = depth;
		}
		else if (*s == '}' || *s == ']')
			depth--;
	return deepest;
}

void
html_json(HtmlFields *fields, const char *json, Size len)
{
	const char *end = json + len;
	JsonSemAction actions;
	Reader	   *r;
	char	   *copy;
	ListCell   *cell;
	List	   *authors = NIL;

	/* some wrap it in comments or CDATA */
	while (json < end && *json != '{' && *json != '[')
		json++;
	if (end - json > 7 && strncmp(json, "[CDATA[", 7) == 0)
	{
		for (json += 7; json < end && *json != '{' && *json != '['; json++)
			;
		while (end > json && *--end != '>')
			;
		end = Max(json, end - 2);
	}
	while (end > json && end[-1] != '}' && end[-1] != ']')
		end--;
	if (json == end || fields->title != NULL || nesting(json, end) >= MAX_NESTING)
		return;
	copy = pnstrdup(json, end - json);
	r = palloc0(sizeof(Reader));
	r->fields = fields;
	memset(&actions, 0, sizeof(actions));
	actions.semstate = r;
	actions.object_start = on_object_start;
	actions.object_end = on_object_end;
	actions.array_start = on_array_start;
	actions.array_end = on_array_end;
	actions.object_field_start = on_field;
	actions.scalar = on_scalar;
	r->lex = JSON_LEX_STRING(copy, (int) (end - json));
	if (pg_parse_json(r->lex, &actions) != JSON_SUCCESS)
	{
		memset(fields, 0, sizeof(*fields));
		return;
	}
	foreach(cell, fields->authors)
	{
		char	   *name = resolve(r, lfirst(cell));

		if (name != NULL)
			authors = lappend(authors, name);
	}
	fields->authors = authors;
	fields->site = resolve(r, fields->site);
}
