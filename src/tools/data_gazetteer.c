/*
 * data_gazetteer.c - src/data/gazetteer to the sections of core/gazetteer.h and core/nameword.h
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../core/ara.h"
#include "../core/blob.h"
#include "../core/gazetteer.h"
#include "../core/hash.h"
#include "../core/namekey.h"
#include "../core/nameword.h"
#include "data.h"

#define SLOTS (1u << 17)
const char *data_cldr;

#define TRIGGER_SLOTS 2048u

typedef struct Builder
{
	unsigned char *slots;
	uint32_t	used;
	Buf			names;
	Buf			pool;
	uint32_t	count;
} Builder;

/* Adds a phrase; the walks of its beginnings say that it goes on. */
static void
add_phrase(const Tsv *t, Builder *b, const char *phrase, size_t len, uint32_t what)
{
	uint32_t	steps[ARA_GAZETTEER_WORDS];
	int			n = ara_gazetteer_walk(phrase, len, steps);
	int			i;

	if (n == 0)
	{
		tsv_complain(t, "\"%.*s\" has no word, or more than %d", (int) len, phrase, ARA_GAZETTEER_WORDS);
		return;
	}
	for (i = 0; i < n; i++)
	{
		if (ara_u32(b->slots + 8 * (steps[i] & (SLOTS - 1))) == 0 && ++b->used > SLOTS / 4 * 3)
			tsv_fail(t, "too many names: raise SLOTS");
		ara_gazetteer_put(b->slots, SLOTS - 1, steps[i], i + 1 < n ? ARA_G_LONGER : what);
	}
}

/* A person's name by how it sounds; several persons who sound alike are told by nothing. */
static void
add_key(Builder *b, const char *phrase, size_t len, uint32_t what)
{
	char	   *key = xalloc(ara_name_key_bound(len));
	uint32_t	walk = ara_gazetteer_key_walk(key, ara_name_key(phrase, len, key));
	AraGazetteer g = {0};
	uint32_t	known;

	if (walk == 0)
		return;
	g.slots = b->slots;
	g.mask = SLOTS - 1;
	known = ara_gazetteer_find(&g, walk);
	if (known == 0)
		b->used++;
	if (known != 0 && ((known ^ what) & ARA_G_NAME))
		what |= ARA_G_EVERYDAY;
	ara_gazetteer_put(b->slots, SLOTS - 1, walk, what);
}

/* Calls add_phrase for each of the phrases that '|' separates. */
static void
add_phrases(const Tsv *t, Builder *b, const char *list, uint32_t what, const char *before, const char *behind)
{
	while (*list)
	{
		size_t		len = strcspn(list, "|");
		char	   *s = xalloc(strlen(before) + len + strlen(behind) + 1);

		sprintf(s, "%s%.*s%s", before, (int) len, list, behind);
		add_phrase(t, b, s, strlen(s), what);
		if (what & ARA_G_PERSON)
			add_key(b, s, strlen(s), what);
		list += len + (list[len] == '|');
	}
}

/* The forms of a nisba that running text has: gender, plurals, article. */
static void
add_people(const Tsv *t, Builder *b, const char *list)
{
	static const char *const before[] = {"", "\xd8\xa7\xd9\x84"};
	static const char *const behind[] = {"", "\xd8\xa9", "\xd9\x8a\xd9\x86", "\xd9\x8a\xd8\xa9", "\xd9\x88\xd9\x86", "\xd8\xa7\xd8\xaa", "\xd8\xa7"};
	size_t		i,
				k;

	for (i = 0; i < 2; i++)
		for (k = 0; k < sizeof(behind) / sizeof(*behind); k++)
			add_phrases(t, b, list, ARA_G_PEOPLE, before[i], behind[k]);
}

/* What a phrase is so far; 0: nothing. */
static uint32_t
find_phrase(const Builder *b, const char *phrase)
{
	AraGazetteer g = {0};
	uint32_t	steps[ARA_GAZETTEER_WORDS];
	int			n = ara_gazetteer_walk(phrase, strlen(phrase), steps);

	g.slots = b->slots;
	g.mask = SLOTS - 1;
	return n == 0 ? 0 : ara_gazetteer_find(&g, steps[n - 1]);
}

static int
kind_of(const Tsv *t, const char *file, uint32_t *what)
{
	static const char *const names[] = {"person-", "place-", "organisation-"};
	static const uint32_t flags[] = {ARA_G_PERSON, ARA_G_PLACE, ARA_G_ORGANISATION};
	int			i;

	for (i = 0; i < 3; i++)
		if (strncmp(file, names[i], strlen(names[i])) == 0)
		{
			*what = flags[i];
			return i;
		}
	tsv_fail(t, "a gazetteer file is place-, organisation-, person- or names-, not %s", file);
	return -1;
}

/* Arabic text calls a person in Latin letters by the surname; one that several have tells nobody. */
static void
add_latin_surnames(const Tsv *t, Builder *b, const char *list, uint32_t what)
{
	while (*list)
	{
		size_t		len = strcspn(list, "|");
		size_t		at = len;

		while (at > 0 && list[at - 1] != ' ')
			at--;
		if (at > 0 && len - at > 4)
		{
			char	   *s = xalloc(len - at + 1);
			uint32_t	known;

			memcpy(s, list + at, len - at);
			known = find_phrase(b, s);
			if (known == 0)
				add_phrase(t, b, s, len - at, what | ARA_G_SHORT);
			else if ((known ^ what) & ARA_G_NAME)
				add_phrase(t, b, s, len - at, ARA_G_EVERYDAY);
		}
		list += len + (list[len] == '|');
	}
}

static void
add_name(const Tsv *t, Builder *b, int kind, uint32_t what)
{
	const char *canonical = t->fields[0];

	b->count++;
	buf_u32(&b->names, (uint32_t) b->pool.len);
	buf_u16(&b->names, (unsigned) strlen(canonical));
	buf_u8(&b->names, (unsigned) kind);
	buf_u8(&b->names, 0);
	buf_put(&b->pool, canonical, strlen(canonical));
	what |= b->count;
	add_phrase(t, b, canonical, strlen(canonical), what);
	if (what & ARA_G_PERSON)
		add_key(b, canonical, strlen(canonical), what);
	if (t->nfields > 2)
		add_phrases(t, b, t->fields[2], kind == 0 ? what | ARA_G_SHORT : what, "", "");
	if (t->nfields > 3 && *t->fields[3])
		add_people(t, b, t->fields[3]);
	if (t->nfields > 4)
	{
		add_phrases(t, b, t->fields[4], what, "", "");
		if (kind == 0)
			add_latin_surnames(t, b, t->fields[4], what);
	}
}

/* A name of CLDR's.  Where it is known, or has another spelling, ours stays; only its Latin name is new. */
static void
add_cldr(const Tsv *t, Builder *b)
{
	uint32_t	known = find_phrase(b, t->fields[0]) & (ARA_G_NAME | ARA_G_PLACE);

	if (!(known & ARA_G_PLACE))
		add_name(t, b, 1, ARA_G_PLACE);
	else if (known & ARA_G_NAME)
		add_phrases(t, b, t->fields[4], known, "", "");
}

static void
add_part(const Tsv *t, Builder *b)
{
	uint32_t	what = strcmp(t->fields[1], "given") == 0 ? ARA_G_GIVEN :
		strcmp(t->fields[1], "family") == 0 ? ARA_G_FAMILY :
		strcmp(t->fields[1], "both") == 0 ? ARA_G_GIVEN | ARA_G_FAMILY : 0;

	if (what == 0)
		tsv_fail(t, "\"%s\" is none of given, family, both", t->fields[1]);
	if (t->nfields > 2 && strcmp(t->fields[2], "ambiguous") == 0)
		what |= ARA_G_EVERYDAY;
	if (strchr(t->fields[0], ' ') == NULL)
		add_phrase(t, b, t->fields[0], strlen(t->fields[0]), what);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

/* The gazetteer's files but the triggers, in the order of their names: persons last, so that a place keeps its spelling. */
static int
list_files(const char *dir, char **files, int max)
{
	DIR		   *d = opendir(dir);
	struct dirent *e;
	int			n = 0;

	while (d != NULL && (e = readdir(d)) != NULL)
		if (strchr(e->d_name, '-') != NULL && strstr(e->d_name, ".tsv") != NULL && n < max)
		{
			files[n] = xalloc(strlen(e->d_name) + 1);
			strcpy(files[n++], e->d_name);
		}
	if (d != NULL)
		closedir(d);
	qsort(files, (size_t) n, sizeof(*files), compare);
	return n;
}

void
data_gazetteer(Buf *out, const char *dir)
{
	char	   *files[64];
	char	   *path = xalloc(strlen(dir) + 16);
	Builder		b = {0};
	Tsv			t;
	int			n,
				i;

	sprintf(path, "%s/gazetteer", dir);
	n = list_files(path, files, 64);
	b.slots = xalloc(8 * SLOTS);
	for (i = 0; i < n; i++)
	{
		tsv_open(&t, path, files[i]);
		while (tsv_next(&t, 2, 5))
			if (strncmp(files[i], "names-", 6) == 0)
				add_part(&t, &b);
			else
			{
				uint32_t	what;
				int			kind = kind_of(&t, files[i], &what);

				add_name(&t, &b, kind, what);
			}
	}
	tsv_open(&t, ".", data_cldr);
	while (tsv_next(&t, 5, 5))
		add_cldr(&t, &b);
	tsv_check();
	buf_u32(out, SLOTS - 1);
	buf_u32(out, ARA_GAZETTEER_HEADER + 8 * SLOTS);
	buf_u32(out, (uint32_t) (ARA_GAZETTEER_HEADER + 8 * SLOTS + b.names.len));
	buf_u32(out, b.count);
	buf_put(out, b.slots, 8 * SLOTS);
	buf_put(out, b.names.data, b.names.len);
	buf_put(out, b.pool.data, b.pool.len);
}

static void
add_trigger(const Tsv *t, unsigned char *slots, const char *word, int role)
{
	static int	used;
	char	   *fold = xalloc(ara_normalize_bound(strlen(word)));
	uint32_t	h = ara_hash(fold, ara_normalize(word, strlen(word), fold, ARA_NORM_FOLD));

	if (++used > (int) TRIGGER_SLOTS / 4 * 3)
		tsv_fail(t, "too many triggers: raise TRIGGER_SLOTS");
	ara_gazetteer_put(slots, TRIGGER_SLOTS - 1, h == 0 ? 1 : h, 1u << (ARA_TRIGGER_SHIFT + role));
}

/* The last role is that of the months of months.tsv: they are no places. */
void
data_triggers(Buf *out, const char *dir)
{
	unsigned char *slots = xalloc(8 * TRIGGER_SLOTS);
	char	   *path = xalloc(strlen(dir) + 16);
	Tsv			t;

	sprintf(path, "%s/gazetteer", dir);
	tsv_open(&t, path, "triggers.tsv");
	while (tsv_next(&t, 4, 4))
	{
		int			role = 0;

		while (role < ARA_TRIGGER_ROLES && strcmp(ara_trigger_roles[role], t.fields[1]) != 0)
			role++;
		if (role == ARA_TRIGGER_ROLES)
			tsv_fail(&t, "unknown role \"%s\"", t.fields[1]);
		add_trigger(&t, slots, t.fields[2], role);
	}
	tsv_open(&t, dir, "months.tsv");
	while (tsv_next(&t, 6, 7))
		if (strcmp(t.fields[1], "month") == 0 || strcmp(t.fields[1], "hijri") == 0 || strcmp(t.fields[1], "weekday") == 0)
			add_trigger(&t, slots, t.fields[3], ARA_TRIGGER_ROLES - 1);
	buf_u32(out, TRIGGER_SLOTS - 1);
	buf_put(out, slots, 8 * TRIGGER_SLOTS);
}
