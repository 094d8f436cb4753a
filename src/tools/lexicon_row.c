/*
 * lexicon_row.c - a row of src/data/lexicon (format in its README.md) to a lemma and its inflected forms
 *
 * A line that contradicts itself is an error: a word that is not vocalized
 * Arabic, an unknown class, a verb whose lemma its root and form do not give.
 */
#include "lexicon_row.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads a vocalized field; complains and returns 0 when it is none. */
static int
word(const Tsv *t, const char *field, char *sounds)
{
	if (phon_read(field, sounds))
		return 1;
	tsv_complain(t, "\"%s\" is not a vocalized Arabic word", field);
	return 0;
}

/* C-a-C-A-C-i-C, C-a-C-A-C-i-y-C, C-a-C-A-C-C: broken plurals take no tanwin; samAwiyy and taDAhiy are none */
static int
is_diptote(const char *s, int plural)
{
	size_t		n = strlen(s);

	if (n < 6 || s[1] != 'a' || s[3] != 'A' || s[n - 1] == 'p')
		return 0;
	if (s[5] == 'i')
		return plural || (s[n - 1] != 'y');
	return s[5] == s[4] && n == 6;
}

/* a sound feminine plural, whose t is no radical as that of 'aSwAt */
static int
is_sound_feminine(const char *s)
{
	size_t		n = strlen(s);

	return n > 4 && strcmp(s + n - 2, "At") == 0 && !(n == 6 && s[0] == '\'' && s[1] == 'a');
}

/* 'akbar, 'ashadd, 'aHmar: not 'awwal */
static int
is_elative(const char *s)
{
	size_t		n = strlen(s);

	return n == 6 && s[0] == '\'' && s[1] == 'a' &&
		((s[4] == 'a' && s[2] != s[3] && !phon_is_vowel(s[3])) || (s[3] == 'a' && s[4] == s[5]));
}

static void
adjective(const char *sounds, const char *root, unsigned how)
{
	Collector	c;

	noun_forms(sounds, how, collector(&c, lemma_get(sounds, root, ARA_ADJECTIVE), 0, 0));
}

#define ADJECTIVE (NOM_TANWIN | NOM_DUAL | NOM_SOUND_MASCULINE | NOM_SOUND_FEMININE | NOM_FEMININE)

static uint32_t
participle(const char *sounds, const char *root)
{
	int			is_new = lemma_find(sounds) < 0;
	int			derived = is_new || lemma_of((uint32_t) lemma_find(sounds))->derived;

	adjective(sounds, root, ADJECTIVE);
	lemma_of((uint32_t) lemma_find(sounds))->derived = derived;
	return (uint32_t) lemma_find(sounds);
}

/* the value of key in "key=value;key=value", or NULL; a key without a value gives "" */
static const char *
value(const char *more, const char *key, char *out, size_t size)
{
	size_t		n = strlen(key);

	while (*more)
	{
		const char *end = strchr(more, ';');
		size_t		len = end ? (size_t) (end - more) : strlen(more);

		if (len >= n && memcmp(more, key, n) == 0 && (len == n || more[n] == '='))
		{
			size_t		m = len > n ? len - n - 1 : 0;

			if (m >= size)
				m = size - 1;
			memcpy(out, more + len - m, m);
			out[m] = 0;
			return out;
		}
		more += len + (end != NULL);
	}
	return NULL;
}

/* complains about a key that is not among the allowed (a list with spaces around each) */
static void
check_keys(const Tsv *t, const char *more, const char *allowed)
{
	while (*more)
	{
		size_t		len = strcspn(more, ";");
		size_t		key = strcspn(more, ";=");
		char		k[32];

		snprintf(k, sizeof(k), " %.*s ", (int) (key < 28 ? key : 28), more);
		if (!strstr(allowed, k))
			tsv_complain(t, "unknown key%s", k);
		more += len + (more[len] == ';');
	}
}

/* calls for each item of a list */
static char *
item(char **list, const char *separators)
{
	char	   *s = *list;
	size_t		n;

	if (s == NULL || *s == 0)
		return NULL;
	n = strcspn(s, separators);
	*list = s[n] ? s + n + 1 : s + n;
	s[n] = 0;
	while (*s == ' ')
		s++;
	return s;
}

void
verb_row(const Tsv *t)
{
	char		lemma[PHON_MAX],
				root[PHON_MAX],
				masdar[PHON_MAX];
	VerbStems	stems[MAX_STEMS];
	Collector	c;
	const char *form = t->fields[2];
	char		f[4];
	char	   *list = t->fields[3];
	const char *use = t->fields[4];
	char	   *m;
	int			n = 0;
	int			nth = 0;
	int			is_new;
	int			i;
	uint32_t	id,
				m_id;

	if (!word(t, t->fields[0], lemma) || !word(t, t->fields[1], root))
		return;
	for (i = 0; root[i]; i++)
		if (root[i] == '{' || root[i] == 'A')
		{
			tsv_complain(t, "the root \"%s\" has an alef: hamza, waw or yeh is meant", t->fields[1]);
			return;
		}
	if (strcmp(use, "t") != 0 && strcmp(use, "i") != 0 && strcmp(use, "i+pp") != 0)
		tsv_complain(t, "use is \"%s\": t, i or i+pp", use);
	if (form[0] == '1' && form[1] != '0')
	{
		/* 1u, 1u/1i */
		for (i = 0; form[i]; i += form[i] == '/' ? 1 : 0)
		{
			if (form[i] != '1' || !form[i + 1] || !strchr("aiu", form[i + 1]) || n > MAX_STEMS - 4)
			{
				tsv_complain(t, "form is \"%s\": form 1 has an imperfect vowel, as in 1u", form);
				return;
			}
			n += verb_stems(lemma, root, "1", form[i + 1], stems + n);
			i += 2;
		}
	}
	else
	{
		snprintf(f, sizeof(f), "%s", form);
		n = verb_stems(lemma, root, f, 0, stems);
	}
	if (n == 0)
	{
		tsv_complain(t, "root %s and form %s do not give %s", t->fields[1], form, t->fields[0]);
		return;
	}
	id = lemma_get(lemma, t->fields[1], ARA_VERB);
	for (i = 0; i < n; i++)
		verb_forms(&stems[i], strcmp(use, "t") == 0 ? PASSIVE_PERSONAL : strcmp(use, "i") == 0 ? PASSIVE_NONE :
				   PASSIVE_IMPERSONAL, collector(&c, id, 0, 0));
	if (*stems[0].active_participle)
		add_kin(participle(stems[0].active_participle, t->fields[1]), id);
	if (*stems[0].passive_participle && strcmp(use, "i") != 0)
		add_kin(participle(stems[0].passive_participle, t->fields[1]), id);
	add_kin(id, id);
	while ((m = item(&list, ",")) != NULL)
	{
		unsigned	how = NOM_TANWIN;

		if (strcmp(m, "-") == 0)
			continue;
		if (strcmp(m, "=") == 0)
		{
			if (!*stems[0].masdar)
			{
				tsv_complain(t, "form %s has no regular masdar", form);
				continue;
			}
			strcpy(masdar, stems[0].masdar);
		}
		else if (!word(t, m, masdar))
			continue;
		if (strchr("23456789q", form[0]) || strcmp(form, "10") == 0)
			how |= NOM_DUAL | NOM_SOUND_FEMININE;
		/* the masdars after the first are the less usual ones */
		is_new = lemma_find(masdar) < 0;
		m_id = lemma_get(masdar, t->fields[1], ARA_NOUN);
		if (nth++ > 0 && is_new)
			lemma_of(m_id)->derived = 1;
		add_kin(m_id, id);
		noun_forms(masdar, how, collector(&c, m_id, 0, 0));
	}
}

void
noun_row(const Tsv *t)
{
	char		lemma[PHON_MAX],
				s[PHON_MAX],
				v[512];
	const char *root = strcmp(t->fields[1], "-") == 0 ? "" : t->fields[1];
	const char *pos = t->fields[2];
	char	   *plural = t->nfields > 4 ? t->fields[4] : NULL;
	const char *more = t->nfields > 5 && strcmp(t->fields[5], "-") != 0 ? t->fields[5] : "";
	int			adj = strcmp(pos, "adj") == 0;
	int			col = strcmp(pos, "col") == 0;
	int			num = strcmp(pos, "num") == 0;
	unsigned	how = NOM_TANWIN | NOM_DUAL;
	Collector	c;
	uint32_t	id;
	char	   *p,
			   *list;

	if (!adj && !col && !num && strcmp(pos, "n") != 0)
	{
		tsv_complain(t, "unknown class \"%s\"", pos);
		return;
	}
	if (!word(t, t->fields[0], lemma) || (*root && !word(t, root, s)))
		return;
	if (strlen(t->fields[3]) != 1 || !strchr("mfb", t->fields[3][0]))
		tsv_complain(t, "gender is \"%s\": m, f or b", t->fields[3]);
	check_keys(t, more, " f  fem  nisba  elative  abstract  alt  five  forms  val  nodual  notanwin  people ");
	id = lemma_get(lemma, root, adj ? ARA_ADJECTIVE : num ? ARA_NUMERAL : ARA_NOUN);
	if (adj)
		how = ADJECTIVE;
	/* what has no plural is an abstract or a mass; of a person with a feminine the feminine has one */
	if (value(more, "nodual", v, sizeof(v)) ||
		(!adj && !num && (plural == NULL || strcmp(plural, "-") == 0) && !value(more, "f", v, sizeof(v))))
		how &= ~(unsigned) NOM_DUAL;
	if (value(more, "notanwin", v, sizeof(v)) || is_diptote(lemma, 0) || (adj && is_elative(lemma)) ||
		(t->fields[3][0] == 'f' && is_sound_feminine(lemma)))
		how &= ~(unsigned) NOM_TANWIN;
	if (!*root && !adj)
		how |= NOM_LOAN;
	if (value(more, "five", v, sizeof(v)))
		how |= NOM_FIVE;
	if (value(more, "f", v, sizeof(v)))
		how |= NOM_FEMININE | NOM_SOUND_FEMININE;
	if (value(more, "fem", v, sizeof(v)))
	{
		char	   *f = v;
		char	   *plurals;

		how &= ~(unsigned) (NOM_FEMININE | NOM_SOUND_FEMININE | NOM_SOUND_MASCULINE);
		list = v;
		f = item(&list, "/");
		if (word(t, f, s))
			noun_forms(s, NOM_DUAL, collector(&c, id, ARA_FEMININE, 0));
		plurals = list;
		while ((f = item(&plurals, ",/")) != NULL)
			if (word(t, f, s))
				noun_forms(s, NOM_PLURAL, collector(&c, id, 0, 0));
	}
	while ((p = item(&plural, ",")) != NULL)
	{
		if (strcmp(p, "ات") == 0)
			how |= NOM_SOUND_FEMININE;
		else if (strcmp(p, "ون") == 0)
			how |= NOM_SOUND_MASCULINE;
		else if (strcmp(p, "-") == 0)
		{
			if (adj)
				how &= ~(unsigned) NOM_SOUND_MASCULINE;
		}
		else if (word(t, p, s) && is_sound_feminine(s))
			noun_forms(s, NOM_PLURAL, collector(&c, id, ARA_SOUND_FEMININE, 0));
		else if (word(t, p, s))
			noun_forms(s, NOM_PLURAL | (is_diptote(s, 1) ? 0 : NOM_TANWIN), collector(&c, id, 0, 0));
	}
	noun_forms(lemma, how, collector(&c, id, 0, 0));
	if (col)
	{
		snprintf(s, sizeof(s), "%.*sp", PHON_MAX - 2, lemma);
		noun_forms(s, NOM_DUAL | NOM_SOUND_FEMININE, collector(&c, id, 0, 0));
	}
	if (value(more, "alt", v, sizeof(v)))
		for (list = v; (p = item(&list, ",")) != NULL;)
			if (word(t, p, s))
				noun_forms(s, how, collector(&c, id, 0, 0));
	if (value(more, "forms", v, sizeof(v)))
		for (list = v; (p = item(&list, ",")) != NULL;)
			if (word(t, p, s))
				noun_forms(s, 0, collector(&c, id, num ? ARA_SINGULAR : ARA_OTHER_FORM, 0));
	if (value(more, "nisba", v, sizeof(v)))
		for (list = v; (p = item(&list, ",")) != NULL;)
			if (word(t, p, s))
				adjective(s, root, ADJECTIVE);
	if (value(more, "elative", v, sizeof(v)))
		for (list = v; (p = item(&list, ",")) != NULL;)
			if (word(t, p, s))
				adjective(s, root, NOM_DUAL);
	if (value(more, "abstract", v, sizeof(v)))
		for (list = v; (p = item(&list, ",")) != NULL;)
			if (word(t, p, s))
				noun_forms(s, NOM_DUAL | NOM_SOUND_FEMININE, collector(&c, lemma_get(s, root, ARA_NOUN), 0, 0));
}

/* whether a name is written with the article, which is then no part of the lemma */
static int
has_article(const char *sounds)
{
	return strncmp(sounds, "{l", 2) == 0 && !strchr("iau", sounds[2]) && strlen(sounds) > 4;
}

/* one spelling of a name; with the article if it is written so, and not taken as a whole */
static void
name_forms(const Tsv *t, const char *field, uint32_t id, unsigned how, int whole)
{
	char		s[PHON_MAX];
	char		written[PHON_MAX * 8];
	Collector	c;
	unsigned	around = ARA_ALONE | ARA_TAKES_PREPOSITION;
	const char *stem = s;

	if (!word(t, field, s))
		return;
	if (whole)
	{
		/* as written: a doubled lam is two letters here */
		collect_form(collector(&c, id, 0, 0), field, ARA_SINGULAR, around);
		return;
	}
	if (has_article(s))
	{
		stem += 2;
		around |= ARA_TAKES_ARTICLE | ARA_NEEDS_ARTICLE;
		how = 0;
	}
	phon_spell(stem, 0, written);
	collect_form(collector(&c, id, 0, 0), written, ARA_SINGULAR, around);
	if (how & NOM_TANWIN && !strchr("pYA'y", stem[strlen(stem) - 1]))
	{
		strcat(written, "ا");
		collect_form(&c.sink, written, ARA_TANWIN, ARA_ALONE);
	}
}

/* the relative adjective of a name, in all its spellings, and the plural that names the people */
static void
nisba_forms(const Tsv *t, char *list, const char *more)
{
	char		s[PHON_MAX],
				people[512];
	Collector	c;
	int			first = 1;
	char	   *p;

	while ((p = item(&list, ",")) != NULL)
	{
		if (!word(t, p, s))
			continue;
		if (first)
			collector(&c, lemma_get(s, "", ARA_ADJECTIVE), 0, 0);
		first = 0;
		noun_forms(s, ADJECTIVE, &c.sink);
	}
	if (first || !value(more, "people", people, sizeof(people)))
		return;
	for (list = people; (p = item(&list, ",")) != NULL;)
		if (word(t, p, s))
			noun_forms(s, NOM_PLURAL, &c.sink);
}

void
name_row(const Tsv *t)
{
	static const char kinds[] =
		" given  family  country  city  region  place  people  org  month  day  faith ";
	char		s[PHON_MAX],
				v[512],
				kind[32];
	const char *more = t->nfields > 3 && strcmp(t->fields[3], "-") != 0 ? t->fields[3] : "";
	unsigned	how = 0;
	uint32_t	id;
	const char *stem = s;
	int			whole;
	char	   *list,
			   *p;

	snprintf(kind, sizeof(kind), " %.28s ", t->fields[1]);
	if (!strstr(kinds, kind))
	{
		tsv_complain(t, "unknown kind \"%s\"", t->fields[1]);
		return;
	}
	if (!word(t, t->fields[0], s))
		return;
	check_keys(t, more, " nisba  people  alt  whole ");
	whole = value(more, "whole", v, sizeof(v)) != NULL;
	if (has_article(s) && !whole)
		stem += 2;
	/* nobody writes muHammad's alef on a name that is no man's first; women's names and sulaymaan, 'aHmad have none */
	if (strcmp(t->fields[1], "given") == 0 && strcmp(t->fields[2], "m") == 0 && !is_elative(s) &&
		(strlen(s) < 3 || strcmp(s + strlen(s) - 2, "An") != 0))
		how = NOM_TANWIN;
	id = lemma_get(stem, "", ARA_NAME);
	if (!strstr(" month  day  faith ", kind))
		lemma_of(id)->proper = 1;
	name_forms(t, t->fields[0], id, how, whole);
	if (value(more, "alt", v, sizeof(v)))
		for (list = v; (p = item(&list, ",")) != NULL;)
			name_forms(t, p, id, how, whole);
	if (value(more, "nisba", v, sizeof(v)))
		nisba_forms(t, v, more);
}

/* Function words: their forms are listed; what may follow or go before is in the row. */
void
function_row(const Tsv *t)
{
	static const char classes[] =
		" prep  conj  pron  dem  rel  inter  neg  part  adv  det  aux ";
	char		s[PHON_MAX],
				kind[32],
				written[PHON_MAX * 8];
	const char *proclitics = t->nfields > 3 ? t->fields[3] : "-";
	int			pronoun = t->nfields > 4 && strcmp(t->fields[4], "p") == 0;
	char	   *forms = t->nfields > 5 && strcmp(t->fields[5], "-") != 0 ? t->fields[5] : t->fields[0];
	unsigned	around = 0;
	Collector	c;
	uint32_t	id;
	char	   *form;

	snprintf(kind, sizeof(kind), " %.28s ", t->fields[1]);
	if (!strstr(classes, kind))
		tsv_complain(t, "unknown class \"%s\"", t->fields[1]);
	if (strcmp(t->fields[2], "0") != 0 && strcmp(t->fields[2], "1") != 0)
		tsv_complain(t, "stop is \"%s\": 0 or 1", t->fields[2]);
	if (!word(t, t->fields[0], s))
		return;
	id = lemma_get(s, "", ARA_FUNCTION);
	if (t->fields[2][0] == '1')
		lemma_of(id)->stop = 1;
	if (strstr(proclitics, "ب") || strstr(proclitics, "ك"))
		around |= ARA_TAKES_PREPOSITION;
	if (strstr(proclitics, "ل"))
		around |= ARA_TAKES_PREPOSITION | ARA_TAKES_LI;
	if (strstr(proclitics, "س"))
		around |= ARA_TAKES_SA;
	collector(&c, id, 0, 0);
	while ((form = item(&forms, ",")) != NULL)
	{
		size_t		len = strlen(form);
		int			bound = len > 0 && form[len - 1] == '+';
		unsigned	what = around;

		if (bound)
			form[len - 1] = 0;
		if (!word(t, form, s))
			continue;
		phon_spell(s, 0, written);
		if (!bound)
			what |= ARA_ALONE;
		if (bound || pronoun)
			what |= ARA_TAKES_POSSESSIVE | ARA_TAKES_OBJECT;
		collect_form(&c.sink, written, ARA_FUNCTION_WORD, what);
		/* lilladhii: the alef of the article is not written after the preposition lam */
		if ((around & ARA_TAKES_LI) && strncmp(written, "ال", 4) == 0)
		{
			memcpy(written, "ل", 2);
			memmove(written + 4, written + 4, strlen(written + 4) + 1);
			collect_form(&c.sink, written, ARA_FUNCTION_WORD, what);
		}
	}
}

/* expected occurrences of lemmas, which a maintainer's tool estimates from raw text */
void
count_row(const Tsv *t)
{
	char		s[PHON_MAX];
	long		id;

	if (phon_read(t->fields[0], s) && (id = lemma_find(s)) >= 0)
		lemma_of((uint32_t) id)->count = atof(t->fields[1]);
}
