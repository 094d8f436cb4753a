/*
 * entity.c - names in running text (entity.h)
 *
 *     tokens --> gazetteer, lexicon, triggers --> scores --> labels --> names
 *                                                  ^            |
 *                                                  +- document -+
 *
 * A window of text is labelled twice: what the first labelling found tells the
 * second that a surname alone is the person whose full name stood elsewhere.
 * What a window found stays known in those behind it.
 */
#include "entity.h"

#include <string.h>

#include "chartab.h"
#include "utf8.h"

/* Words of a person's full name; what is longer may be two names. */
#define MAX_FULL_NAME 4

const char *
ara_entity_kind_name(int kind)
{
	static const char *const names[] = {"person", "place", "organisation"};

	return kind >= 0 && kind < ARA_E_USER ? names[kind] : NULL;
}

void
ara_entities_init(AraEntities *r, const char *text, size_t len, const AraGazetteer *user)
{
	ara_gazetteer_builtin(&r->builtin);
	r->user = user != NULL && user->count > 0 ? user : NULL;
	ara_name_text_init(&r->text, text, len, &r->builtin);
	if (r->nknown > 0)
		memset(r->known, 0, sizeof(r->known));
	r->n = r->i = r->nknown = 0;
}

/* ---- what the document knows ---- */

/* The slot of a word; NULL if it is not known and can't be added. */
static AraKnownWord *
known_word(AraEntities *r, uint32_t word, int add)
{
	uint32_t	i = word & (ARA_ENTITY_MEMORY - 1);

	for (; r->known[i].word; i = (i + 1) & (ARA_ENTITY_MEMORY - 1))
		if (r->known[i].word == word)
			return &r->known[i];
	if (!add || r->nknown >= ARA_ENTITY_MEMORY / 4 * 3)
		return NULL;
	r->nknown++;
	r->known[i].word = word;
	return &r->known[i];
}

static int
name_end(const AraEntities *r, int i)
{
	return ara_name_end(r->t, r->n, i);
}

static uint32_t
word_of(const AraNameToken *t, int first)
{
	return first ? t->w.stem : t->w.whole;
}

/* Which of the counts a word of a name belongs to. */
static int
count_of(int label, int first, int words)
{
	if (label == ARA_L_PERSON)
		return first && words > 1 ? 0 : 1;
	return label == ARA_L_PLACE ? 2 : 3;
}

/* A pointer behind the first n letters of a token. */
static const char *
skip_letters(const char *s, const char *end, int n)
{
	const char *p;
	int			len;

	for (p = s; p < end; p += len)
	{
		AraClass	class = ara_class(ara_decode(p, end, &len));

		if (class == ARA_C_MARK || class == ARA_C_IGNORE)
			continue;
		if (n-- == 0)
			return p;
	}
	return s;
}

static const char *
name_start(const AraNameToken *t)
{
	return t->w.skip == 0 ? t->start : skip_letters(t->start, t->start + t->len, t->w.skip);
}

/* Counts the words of the name of tokens i to e as known, or takes them back (by -1). */
static void
remember(AraEntities *r, int i, int e, int by)
{
	int			k;

	for (k = i; k < e; k++)
	{
		AraKnownWord *w;
		uint16_t   *count;

		if (r->t[k].w.whole == 0 || (w = known_word(r, word_of(&r->t[k], k == i), by > 0)) == NULL)
			continue;
		count = &w->count[count_of(r->t[i].label, k == i, e - i)];
		if (by > 0 ? *count < 60000 : *count > 0)
			*count = (uint16_t) (*count + by);
	}
}

/* The name of a person by which its words are known: one of the gazetteer, else that of most words, in reason. */
static void
remember_person(AraEntities *r, int i, int e)
{
	const char *s = name_start(&r->t[i]);
	size_t		len = (size_t) (r->t[e - 1].start + r->t[e - 1].len - s);
	uint32_t	entry = r->t[i].match_words == e - i && (r->t[i].match & ARA_G_PERSON) ? r->t[i].match & ARA_G_NAME :
		ara_sounds_like(&r->builtin, s, len);
	int			rank = entry ? MAX_FULL_NAME + 1 : e - i > MAX_FULL_NAME ? 0 : e - i;
	int			k;

	for (k = i; k < e; k++)
	{
		AraKnownWord *w = r->t[k].w.whole == 0 ? NULL : known_word(r, word_of(&r->t[k], k == i), 0);

		if (w == NULL || w->rank >= rank)
			continue;
		w->rank = (uint16_t) rank;
		w->name = s;
		w->name_len = (uint32_t) len;
		w->entry = entry;
	}
}

/* What names other than its own say of a word. */
static int
document_bits(AraEntities *r, const AraNameToken *t, int own)
{
	int			bits = 0;
	int			i,
				k;

	for (k = 0; k < 2; k++)
	{
		AraKnownWord *w;

		if (k == 1 && t->w.whole == t->w.stem)
			break;
		w = known_word(r, k == 0 ? t->w.stem : t->w.whole, 0);
		for (i = 0; w != NULL && i < 4; i++)
			if (w->count[i] > (i == own))
				bits |= 1 << i;
	}
	return bits;
}

/* ---- a window ---- */

static void
score(AraEntities *r)
{
	int			i,
				e;

	for (i = 0; i < r->n; i = e)
	{
		e = ara_name_sentence(r->t, r->n, i);
		ara_tag_score(r->t + i, e - i);
		ara_tag_decode(r->t + i, e - i);
	}
}

/* Remembers all names of the window, or takes them back. */
static void
remember_all(AraEntities *r, int by)
{
	int			i,
				e;

	for (i = 0; i < r->n; i = e)
	{
		e = i + 1;
		if (r->t[i].label & 1)
			remember(r, i, e = name_end(r, i), by);
	}
}

/* Tells the words of tokens i to e what the document knows; returns whether that is new. */
static int
tell(AraEntities *r, int i, int e, int name)
{
	int			changed = 0;
	int			k;

	for (k = i; k < e; k++)
	{
		int			bits;

		if (r->t[k].w.whole == 0)
			continue;
		bits = document_bits(r, &r->t[k], name ? count_of(r->t[i].label, k == i, e - i) : -1);
		changed |= bits != r->t[k].document;
		r->t[k].document = (uint8_t) bits;
	}
	return changed;
}

/*
 * Labels those sentences anew of which the document now knows more.  A name
 * does not count as evidence for itself.
 */
static void
label_again(AraEntities *r)
{
	int			i,
				e,
				k,
				next;

	remember_all(r, 1);
	for (i = 0; i < r->n; i = e)
	{
		e = ara_name_sentence(r->t, r->n, i);
		r->t[i].again = 0;
		for (k = i; k < e; k = next)
		{
			int			name = r->t[k].label & 1;

			next = name ? name_end(r, k) : k + 1;
			if (next > e)
				next = e;
			r->t[i].again |= (uint8_t) tell(r, k, next, name);
		}
	}
	remember_all(r, -1);
	for (i = 0; i < r->n; i = e)
	{
		e = ara_name_sentence(r->t, r->n, i);
		if (r->t[i].again)
			ara_tag_decode(r->t + i, e - i);
	}
	remember_all(r, 1);
}

static void
set_confidence(AraEntities *r)
{
	int			i,
				e,
				k;

	for (i = 0; i < r->n; i = e)
	{
		e = ara_name_sentence(r->t, r->n, i);
		for (k = i; k < e && r->t[k].label == ARA_L_NONE; k++)
			;
		if (k < e)
			ara_tag_confidence(r->t + i, e - i);
	}
}

static int
kind_of(int label)
{
	return label == ARA_L_PERSON ? ARA_E_PERSON : label == ARA_L_PLACE ? ARA_E_PLACE : ARA_E_ORGANISATION;
}

/* A label that was for a word of a name goes, and what was left of that name with it. */
static void
unlabel(AraEntities *r, int i)
{
	int			e;

	while (i > 0 && r->t[i].label && !(r->t[i].label & 1))
		i--;
	for (e = name_end(r, i); i < e; i++)
		r->t[i].label = ARA_L_NONE;
}

/*
 * Names of the user's gazetteer are what the user says.  Only a longer name
 * of the same kind that the tagger found stays.
 */
static void
match_user(AraEntities *r)
{
	int			i,
				k,
				words;

	for (i = 0; i < r->n; i += words > 0 ? words : 1)
	{
		uint32_t	what;
		int			name = i;

		words = 0;
		if (r->t[i].w.whole == 0 || (what = ara_name_match(r->user, r->t, r->n, i, &words)) == 0)
			continue;
		while (name > 0 && r->t[name].label && !(r->t[name].label & 1))
			name--;
		if ((r->t[name].label & 1) && name_end(r, name) - name > words && name_end(r, name) >= i + words &&
			kind_of(r->t[name].label) == ara_gazetteer_kind(r->user, what & ARA_G_NAME))
			continue;
		for (k = i; k < i + words; k++)
			if (r->t[k].label)
				unlabel(r, k);
		r->t[i].user = what & ARA_G_NAME;
		r->t[i].user_words = (uint8_t) words;
	}
}

static int
read_window(AraEntities *r)
{
	int			i,
				e;

	r->i = 0;
	r->n = ara_name_text_read(&r->text, r->t, ARA_ENTITY_WINDOW);
	if (r->n == 0)
		return 0;
	if (r->nknown >= ARA_ENTITY_MEMORY / 2)
	{
		memset(r->known, 0, sizeof(r->known));
		r->nknown = 0;
	}
	tell(r, 0, r->n, 0);
	score(r);
	label_again(r);
	for (i = 0; i < r->n; i = e)
	{
		e = i + 1;
		if (r->t[i].label == ARA_L_PERSON)
			remember_person(r, i, e = name_end(r, i));
	}
	set_confidence(r);
	ara_settle_known(&r->builtin, r->t, r->n);
	if (r->user != NULL)
		match_user(r);
	return 1;
}

/* ---- names ---- */

static const uint32_t kind_flags[] = {ARA_G_PERSON, ARA_G_PLACE, ARA_G_ORGANISATION};

static void
canonical(AraEntities *r, int i, int e, AraEntity *entity)
{
	const AraNameToken *t = &r->t[i];

	if (t->match_words == e - i && (t->match & ARA_G_NAME) && (t->match & kind_flags[entity->kind]))
	{
		entity->canonical = ara_gazetteer_canonical(&r->builtin, t->match & ARA_G_NAME, &entity->canonical_len);
		entity->article = 0;
		return;
	}
	if (entity->kind == ARA_E_PERSON)
	{
		AraKnownWord *w = known_word(r, word_of(&r->t[e - 1], e - 1 == i), 0);
		uint32_t	alike = ara_sounds_like(&r->builtin, entity->start, entity->len);

		if (alike)
			entity->canonical = ara_gazetteer_canonical(&r->builtin, alike, &entity->canonical_len);
		else if (w != NULL && w->rank > e - i)
		{
			if (w->entry)
				entity->canonical = ara_gazetteer_canonical(&r->builtin, w->entry, &entity->canonical_len);
			else
			{
				entity->canonical = w->name;
				entity->canonical_len = w->name_len;
			}
		}
		/* another's first letter is not the article's lam */
		entity->article &= entity->canonical == entity->start;
	}
}

/* Where the name of tokens i to e stands.  Of li-l-, the second lam is the article's. */
static void
place(const AraEntities *r, int i, int e, AraEntity *entity)
{
	const AraNameToken *t = &r->t[i];

	entity->start = name_start(t);
	entity->len = (size_t) (r->t[e - 1].start + r->t[e - 1].len - entity->start);
	entity->canonical = entity->start;
	entity->canonical_len = entity->len;
	entity->article = entity->start > t->start && memcmp(entity->start - 2, "\xD9\x84\xD9\x84", 4) == 0;
}

static int
user_entity(AraEntities *r, int i, AraEntity *entity)
{
	const AraNameToken *t = &r->t[i];

	place(r, i, i + t->user_words, entity);
	entity->kind = ara_gazetteer_kind(r->user, t->user);
	entity->canonical = ara_gazetteer_canonical(r->user, t->user, &entity->canonical_len);
	entity->article = 0;
	entity->confidence = 1;
	entity->from_user = 1;
	r->i = i + t->user_words;
	return 1;
}

int
ara_next_entity(AraEntities *r, AraEntity *entity)
{
	for (;;)
	{
		int			i,
					e,
					k;

		if (r->i >= r->n && !read_window(r))
			return 0;
		i = r->i;
		if (r->t[i].user)
			return user_entity(r, i, entity);
		if (!(r->t[i].label & 1))
		{
			r->i++;
			continue;
		}
		r->i = e = name_end(r, i);
		/* signs at the end are no part of a name */
		while (e > i + 1 && r->t[e - 1].w.whole == 0)
			e--;
		if (r->t[i].w.whole == 0)
			continue;
		place(r, i, e, entity);
		entity->kind = kind_of(r->t[i].label);
		entity->from_user = 0;
		entity->confidence = 1;
		for (k = i; k < e; k++)
			if (r->t[k].sure < entity->confidence)
				entity->confidence = r->t[k].sure;
		canonical(r, i, e, entity);
		return 1;
	}
}
