/*
 * verb.c - conjugation
 *
 * A row of paradigm-verb.tsv gives the stems of a form and class of root; this
 * file puts radicals and vowels in, and the endings on.
 */
#include <stdio.h>
#include <string.h>

#include "../core/morph.h"
#include "inflect.h"

#define COLUMNS 16

enum
{
	FORM, CLASS, COND, PERFECT_V, PERFECT_C, PASSIVE_PERFECT_V, PASSIVE_PERFECT_C, IMPERFECT_V, IMPERFECT_C,
	PASSIVE_IMPERFECT_V, PASSIVE_IMPERFECT_C, PREFIX, IMPERATIVE, MASDAR, ACTIVE_PARTICIPLE, PASSIVE_PARTICIPLE
};

#define MAX_ROWS 128
static char *rows[MAX_ROWS][COLUMNS];
static int	nrows;

void
verb_paradigms(const char *dir)
{
	Tsv			t;
	int			i;

	tsv_open(&t, dir, "lexicon/paradigm-verb.tsv");
	while (tsv_next(&t, COLUMNS, COLUMNS))
	{
		if (nrows == MAX_ROWS)
			tsv_fail(&t, "more than %d rows", MAX_ROWS);
		for (i = 0; i < COLUMNS; i++)
			rows[nrows][i] = t.fields[i];
		nrows++;
	}
}

/* The ways in which form 8 joins the first radical and its t; "" ends the list. */
static const char *const *
form8(char r1)
{
	static const char *const s_S[] = {"ST", "SS", ""};
	static const char *const s_D[] = {"DT", "DD", ""};
	static const char *const s_T[] = {"TT", ""};
	static const char *const s_Z[] = {"ZZ", "ZT", ""};
	static const char *const s_d[] = {"dd", ""};
	static const char *const s_dh[] = {"dd", "**", ""};
	static const char *const s_z[] = {"zd", ""};
	static const char *const s_v[] = {"vv", "tt", "vt", ""};
	static const char *const s_w[] = {"tt", ""};
	static const char *const s_hamza[] = {"'t", "tt", ""};
	static const char *const s_t[] = {"tt", ""};
	static const char *const none[] = {"1t", ""};

	switch (r1)
	{
		case 'S':
			return s_S;
		case 'D':
			return s_D;
		case 'T':
			return s_T;
		case 'Z':
			return s_Z;
		case 'd':
			return s_d;
		case '*':
			return s_dh;
		case 'z':
			return s_z;
		case 'v':
			return s_v;
		case 'w':
		case 'y':
			return s_w;
		case '\'':
			return s_hamza;
		case 't':
			return s_t;
		default:
			return none;
	}
}

/* puts radicals and vowels into a template */
static void
fill(const char *template, const char *root, char p, char v, const char *join, char *out)
{
	size_t		n = 0;
	char		before = 0;

	if (strcmp(template, "-") == 0)
	{
		*out = 0;
		return;
	}
	for (; *template; before = *template++)
	{
		char		c = *template;

		if (c >= '1' && c <= '4')
		{
			c = root[c - '1'];
			/* a long u and the radical waw after it are no doubled waw: quuwim */
			if (c == 'w' && before == 'w')
				out[n++] = '.';
		}
		else if (c == 'P')
			c = p;
		else if (c == 'V')
			c = v;
		else if (c == '^')
		{
			out[n++] = join[0] == '1' ? root[0] : join[0];
			c = join[1];
		}
		out[n++] = c;
	}
	out[n] = 0;
	phon_smooth(out);
}

static char
radical(const char *root, char which)
{
	size_t		i = (size_t) (which - '1');

	return i < strlen(root) ? root[i] : 0;
}

/* whether a list with commas holds the root */
static int
listed(const char *list, size_t len, const char *root)
{
	size_t		n = strlen(root);
	size_t		i;

	for (i = 0; i + n <= len; i++)
		if (memcmp(list + i, root, n) == 0 && (i == 0 || list[i - 1] == ',') &&
			(i + n == len || list[i + n] == ','))
			return 1;
	return 0;
}

/* cond: words such as r1=w, r2=wy (one of), r2=r3, V=ia, P=u, root='x*,'kl; all must hold */
static int
condition(const char *cond, const char *root, char p, char v)
{
	if (strcmp(cond, "-") == 0)
		return 1;
	while (*cond)
	{
		const char *is = strchr(cond, '=') + 1;
		size_t		len = strcspn(is, " ");
		int			ok;

		if (strncmp(cond, "root", 4) == 0)
			ok = listed(is, len, root);
		else
		{
			char		have = *cond == 'V' ? v : *cond == 'P' ? p : radical(root, cond[1]);

			if (is[0] == 'r' && is[1] >= '1' && is[1] <= '4')
				ok = have == radical(root, is[1]);
			else
				ok = have != 0 && memchr(is, have, len) != NULL;
		}
		if (!ok)
			return 0;
		cond = is + len;
		while (*cond == ' ')
			cond++;
	}
	return 1;
}

/* the third person masculine singular of a perfect stem */
static void
lemma_of(const char *stem, char *out)
{
	size_t		n = strlen(stem);
	char		last = n ? stem[n - 1] : 0;

	memcpy(out, stem, n + 1);
	if (last == 'W')
		out[n - 1] = 'A';
	else if (last == 'I')
		memcpy(out + n - 1, "iya", 4);
	else if (last != 'Y')
		memcpy(out + n, "a", 2);
}

/* comparison that forgives an unwritten vowel before its long letter */
static int
same_word(const char *a, const char *b)
{
	for (;;)
	{
		while (*a == 'i' && a[1] == 'y')
			a++;
		while (*a == 'u' && a[1] == 'w')
			a++;
		while (*b == 'i' && b[1] == 'y')
			b++;
		while (*b == 'u' && b[1] == 'w')
			b++;
		/* after ya the final long a is written as an alef, whichever it is */
		if ((*a == 'Y' && *b == 'A') || (*a == 'A' && *b == 'Y'))
		{
			if (a[1] == 0 && b[1] == 0)
				return a[-1] == 'y';
			return 0;
		}
		if (*a != *b)
			return 0;
		if (*a == 0)
			return 1;
		a++;
		b++;
	}
}

int
verb_stems(const char *lemma, const char *root, const char *form, char vowel, VerbStems *stems)
{
	static const char vowels[] = "aiu";
	int			n = 0;
	int			i;

	if (strlen(root) != (form[0] == 'q' ? 4u : 3u))
		return 0;
	for (i = 0; i < nrows; i++)
	{
		const char *const *join;
		int			found = 0;

		if (strcmp(rows[i][FORM], form) != 0)
			continue;
		for (join = form8(root[0]); **join && !found; join++)
		{
			int			k;

			for (k = 0; k < 3 && !found; k++)
			{
				char		stem[PHON_MAX * 2],
							got[PHON_MAX * 2];
				VerbStems  *s = &stems[n];

				if (!condition(rows[i][COND], root, vowels[k], vowel))
					continue;
				fill(rows[i][PERFECT_V], root, vowels[k], vowel, *join, stem);
				lemma_of(stem, got);
				if (!same_word(got, lemma))
					continue;
				found = 1;
#define FILL(column, field) fill(rows[i][column], root, vowels[k], vowel, *join, s->field)
				FILL(PERFECT_V, perfect_v);
				FILL(PERFECT_C, perfect_c);
				FILL(PASSIVE_PERFECT_V, passive_perfect_v);
				FILL(PASSIVE_PERFECT_C, passive_perfect_c);
				FILL(IMPERFECT_V, imperfect_v);
				FILL(IMPERFECT_C, imperfect_c);
				FILL(PASSIVE_IMPERFECT_V, passive_imperfect_v);
				FILL(PASSIVE_IMPERFECT_C, passive_imperfect_c);
				FILL(MASDAR, masdar);
				FILL(ACTIVE_PARTICIPLE, active_participle);
				FILL(PASSIVE_PARTICIPLE, passive_participle);
				FILL(IMPERATIVE, imperative);
#undef FILL
				s->prefix_vowel = rows[i][PREFIX][0];
				s->causative = strcmp(form, "2") == 0 || strcmp(form, "4") == 0;
				n++;
				if (!strchr(rows[i][CLASS], '+'))
					return n;
			}
		}
	}
	return n;
}

#define FINITE (ARA_ALONE | ARA_TAKES_OBJECT)
#define OF_IMPERFECT (ARA_TAKES_LI | ARA_TAKES_SA)

/*
 * Sends prefix + stem + ending in both spellings; a final short vowel is heard
 * only before a pronoun, if there is no dot behind it.  What is left of one
 * letter (qi, of waqaa) is no word alone.
 */
static void
send(FormSink *sink, const char *prefix, const char *stem, size_t len, const char *ending, int slot,
	 unsigned around)
{
	char		s[PHON_MAX * 3];
	char		written[PHON_MAX * 6];
	char		other[PHON_MAX * 6];
	size_t		n;
	int			pass;

	snprintf(s, sizeof(s), "%s%.*s%s", prefix, (int) len, stem, ending);
	phon_smooth(s);
	if (s[0] && (!s[1] || (strchr("aiu", s[1]) && (!s[2] || s[2] == '.'))))
		around &= ~(unsigned) ARA_ALONE;
	for (pass = 0; pass < 2; pass++)
	{
		unsigned	what = around;

		n = strlen(s);
		if (pass == 1)
		{
			if (n == 0 || !strchr("aiu", s[n - 1]) || !(around & ARA_ALONE))
				return;
			s[n - 1] = 0;
			what &= ~(unsigned) ARA_TAKES_OBJECT;
		}
		else if (n > 0 && strchr("aiu", s[n - 1]))
			what &= ~(unsigned) ARA_ALONE;
		if ((what & (ARA_ALONE | ARA_TAKES_OBJECT)) == 0)
			continue;
		phon_spell(s, 0, written);
		phon_spell(s, 1, other);
		sink->form(sink, written, slot, what);
		if (strcmp(written, other) != 0)
			sink->form(sink, other, slot, what);
	}
}

/* Which of its persons and objects a verb has. */
typedef struct Voice
{
	int			passive;
	int			impersonal;		/* "it was ...-ed" alone, as verbs without an object have it */
	unsigned	finite;			/* what may stand around: a passive's object is its subject, but what makes
								 * somebody do a thing keeps a second one (yu3Taahu) */
}			Voice;

static void
perfect(const char *v, const char *c, const Voice *voice, FormSink *sink)
{
	size_t		n = strlen(v);
	size_t		m;
	char		last;
	const char *before_c;
	char		weak[PHON_MAX * 2];
	const unsigned any = voice->finite;
	const unsigned bound = any & ARA_TAKES_OBJECT;
#define SLOT(person) ARA_VERB_SLOT(ARA_PERFECT, person, voice->passive)

	if (n == 0)
		return;
	last = v[n - 1];
	if (voice->impersonal)
	{
		if (last == 'I')
			send(sink, "", v, n - 1, "iy", SLOT(ARA_3MS), ARA_ALONE);
		else
			send(sink, "", v, n, "", SLOT(ARA_3MS), ARA_ALONE);
		return;
	}
	if (strchr("WYI", last))
	{
		size_t		b = n - 1;

		if (last == 'I')
		{
			send(sink, "", v, b, "iya", SLOT(ARA_3MS), any);
			send(sink, "", v, b, "iyat", SLOT(ARA_3FS), any);
			send(sink, "", v, b, "iyA", SLOT(ARA_3MD), any);
			send(sink, "", v, b, "iyatA", SLOT(ARA_3FD), any);
			send(sink, "", v, b, "uwA", SLOT(ARA_3MP), ARA_ALONE);
			send(sink, "", v, b, "uw", SLOT(ARA_3MP), bound);
			snprintf(weak, sizeof(weak), "%.*siy", (int) b, v);
		}
		else
		{
			send(sink, "", v, b, last == 'W' ? "A" : "Y", SLOT(ARA_3MS), ARA_ALONE);
			send(sink, "", v, b, "A", SLOT(ARA_3MS), bound);
			send(sink, "", v, b, "at", SLOT(ARA_3FS), any);
			send(sink, "", v, b, last == 'W' ? "awA" : "ayA", SLOT(ARA_3MD), any);
			send(sink, "", v, b, "atA", SLOT(ARA_3FD), any);
			send(sink, "", v, b, "awA", SLOT(ARA_3MP), ARA_ALONE);
			send(sink, "", v, b, "aw", SLOT(ARA_3MP), bound);
			snprintf(weak, sizeof(weak), "%.*s%s", (int) b, v, last == 'W' ? "aw" : "ay");
		}
		before_c = weak;
	}
	else
	{
		send(sink, "", v, n, "a", SLOT(ARA_3MS), any);
		send(sink, "", v, n, "at", SLOT(ARA_3FS), any);
		send(sink, "", v, n, "A", SLOT(ARA_3MD), any);
		send(sink, "", v, n, "atA", SLOT(ARA_3FD), any);
		/* saruwa: saruwaa, not saruwuwaa */
		m = n > 2 && last == 'w' && v[n - 2] == 'u' ? n - 2 : n;
		send(sink, "", v, m, "uwA", SLOT(ARA_3MP), ARA_ALONE);
		send(sink, "", v, m, "uw", SLOT(ARA_3MP), bound);
		before_c = c;
	}
	m = strlen(before_c);
	send(sink, "", before_c, m, "na", SLOT(ARA_3FP), any);
	send(sink, "", before_c, m, "tu", SLOT(ARA_1S), any);
	send(sink, "", before_c, m, "tumA", SLOT(ARA_2D), any);
	send(sink, "", before_c, m, "tum", SLOT(ARA_2MP), ARA_ALONE);
	send(sink, "", before_c, m, "tumuw", SLOT(ARA_2MP), bound);
	send(sink, "", before_c, m, "tunna", SLOT(ARA_2FP), any);
	send(sink, "", before_c, m, "nA", SLOT(ARA_1P), any);
#undef SLOT
}

/* endings of the imperfect and the imperative: v before a vowel, c before a consonant */
typedef struct Endings
{
	const char *plural,			/* masculine, before a final n */
			   *plural_open,	/* before the alef of the subjunctive */
			   *feminine,		/* second person */
			   *dual,
			   *women;			/* between stem and na */
}			Endings;

static const Endings *
weak_endings(char last)
{
	static const Endings u = {"uw", "uw", "iy", "uwA", "uw"};
	static const Endings i = {"uw", "uw", "iy", "iyA", "iy"};
	static const Endings y = {"aw", "aw", "ay", "ayA", "ay"};
	static const Endings none = {"uw", "uw", "iy", "A", ""};

	return last == 'U' ? &u : last == 'I' ? &i : last == 'Y' ? &y : &none;
}

/* what the apocopate keeps of a weak letter: yan'a, not yan' */
static const char *
apocope(char last)
{
	return last == 'U' ? "u." : last == 'I' ? "i." : last == 'Y' ? "a." : "";
}

static void
send_ending(FormSink *sink, const char *prefix, const char *stem, size_t len, const char *a,
			const char *b, int slot, unsigned around)
{
	char		ending[16];

	snprintf(ending, sizeof(ending), "%s%s", a, b);
	send(sink, prefix, stem, len, ending, slot, around);
}

/* a stem that ends in a doubled letter is also the apocopated one */
static int
doubled(const char *stem)
{
	size_t		n = strlen(stem);

	return n > 1 && stem[n - 1] == stem[n - 2];
}

static void
imperfect(const char *v, const char *c, char prefix_vowel, const Voice *voice, FormSink *sink)
{
	static const struct
	{
		char		letter;
		AraPerson	singular,
					dual,
					plural,
					women;
		int			has_plural;
	}			persons[] = {
		{'y', ARA_3MS, ARA_3MD, ARA_3MP, ARA_3FP, 1},
		{'t', ARA_3FS, ARA_3FD, ARA_2MP, ARA_2FP, 1},
		{'\'', ARA_1S, 0, 0, 0, 0},
		{'n', ARA_1P, 0, 0, 0, 0}
	};
	size_t		n = strlen(v),
				m = strlen(c);
	char		last;
	const Endings *e;
	int			weak;
	size_t		i;
	const unsigned any = voice->finite;
	const unsigned bound = any & ARA_TAKES_OBJECT;
#define SLOT(person) ARA_VERB_SLOT(ARA_IMPERFECT, person, voice->passive)
#define JUSSIVE(person) ARA_VERB_SLOT(ARA_JUSSIVE, person, voice->passive)

	if (n == 0)
		return;
	last = v[n - 1];
	e = weak_endings(last);
	weak = strchr("UIY", last) != NULL;
	if (weak)
	{
		n--;
		c = v;
		m = n;
	}
	for (i = 0; i < 4; i++)
	{
		char		prefix[3];

		prefix[0] = persons[i].letter;
		prefix[1] = prefix_vowel;
		prefix[2] = 0;
		if (last == 'Y')
		{
			send(sink, prefix, v, n, "Y", SLOT(persons[i].singular), ARA_ALONE | OF_IMPERFECT);
			send(sink, prefix, v, n, "A", SLOT(persons[i].singular), bound | OF_IMPERFECT);
		}
		else if (weak)
			send(sink, prefix, v, n, last == 'U' ? "uw" : "iy", SLOT(persons[i].singular), any | OF_IMPERFECT);
		else
		{
			send(sink, prefix, v, n, "u", SLOT(persons[i].singular), any | OF_IMPERFECT);
			send(sink, prefix, v, n, "a", SLOT(persons[i].singular), bound | OF_IMPERFECT);
		}
		send(sink, prefix, c, m, apocope(last), JUSSIVE(persons[i].singular), any | ARA_TAKES_LI);
		if (doubled(v))
			send(sink, prefix, v, n, "", JUSSIVE(persons[i].singular), any | ARA_TAKES_LI);
		if (voice->impersonal)
			return;
		if (!persons[i].has_plural)
			continue;
		send_ending(sink, prefix, v, n, e->dual, "ni", SLOT(persons[i].dual), any | OF_IMPERFECT);
		send(sink, prefix, v, n, e->dual, JUSSIVE(persons[i].dual), any | OF_IMPERFECT);
		send_ending(sink, prefix, v, n, e->plural, "na",
					SLOT(persons[i].plural), any | OF_IMPERFECT);
		send_ending(sink, prefix, v, n, e->plural_open, "A",
					JUSSIVE(persons[i].plural), ARA_ALONE | OF_IMPERFECT);
		send(sink, prefix, v, n, e->plural_open, JUSSIVE(persons[i].plural), bound | OF_IMPERFECT);
		send_ending(sink, prefix, c, m, e->women, "na",
					SLOT(persons[i].women), any | OF_IMPERFECT);
		if (persons[i].letter == 't')
		{
			send_ending(sink, prefix, v, n, e->feminine, "na", SLOT(ARA_2FS), any | OF_IMPERFECT);
			send(sink, prefix, v, n, e->feminine, JUSSIVE(ARA_2FS), any | OF_IMPERFECT);
		}
	}
#undef SLOT
#undef JUSSIVE
}

/* No word begins with two consonants: an alef with the vowel of the stem, u or i, comes before them. */
static const char *
connecting(const char *stem)
{
	if (!stem[0] || !stem[1] || phon_is_vowel(stem[1]) || strchr("UI", stem[1]))
		return "";
	return stem[2] == 'u' || stem[2] == 'U' ? "{u" : "{i";
}

static void
imperative(const VerbStems *s, FormSink *sink)
{
	const char *v = s->imperative;
	const char *c = s->imperative;
	const char *prefix = NULL;
	size_t		n,
				m;
	const Endings *e;
#define SLOT(person) ARA_VERB_SLOT(ARA_IMPERATIVE, person, 0)

	if (strcmp(s->imperative, "=") == 0 || strcmp(s->imperative, "'a=") == 0)
	{
		v = s->imperfect_v;
		c = *s->imperfect_c ? s->imperfect_c : v;
		if (s->imperative[0] == '\'')
			prefix = "'a";
	}
	n = m = strlen(v);
	if (n == 0)
		return;
	e = weak_endings(v[n - 1]);
	if (strchr("UIY", v[n - 1]))
	{
		c = v;
		m = --n;
	}
	else
		m = strlen(c);
#define BEFORE(stem) (prefix ? prefix : connecting(stem))
	send(sink, BEFORE(c), c, m, apocope(v[strlen(v) - 1]), SLOT(ARA_2MS), FINITE);
	if (doubled(v))
		send(sink, BEFORE(v), v, n, "", SLOT(ARA_2MS), FINITE);
	send(sink, BEFORE(v), v, n, e->feminine, SLOT(ARA_2FS), FINITE);
	send_ending(sink, BEFORE(v), v, n, e->plural_open, "A", SLOT(ARA_2MP), ARA_ALONE);
	send(sink, BEFORE(v), v, n, e->plural_open, SLOT(ARA_2MP), ARA_TAKES_OBJECT);
	send(sink, BEFORE(v), v, n, e->dual, SLOT(ARA_2D), FINITE);
	send_ending(sink, BEFORE(c), c, m, e->women, "na", SLOT(ARA_2FP), FINITE);
#undef BEFORE
#undef SLOT
}

void
verb_forms(const VerbStems *s, VerbPassive passive, FormSink *sink)
{
	Voice		voice = {0, 0, FINITE};

	perfect(s->perfect_v, s->perfect_c, &voice, sink);
	imperfect(s->imperfect_v, s->imperfect_c, s->prefix_vowel, &voice, sink);
	imperative(s, sink);
	if (passive == PASSIVE_NONE)
		return;
	voice.passive = 1;
	voice.impersonal = passive == PASSIVE_IMPERSONAL;
	voice.finite = s->causative ? FINITE : ARA_ALONE;
	perfect(s->passive_perfect_v, s->passive_perfect_c, &voice, sink);
	imperfect(s->passive_imperfect_v, s->passive_imperfect_c, 'u', &voice, sink);
}
