/*
 * test_vocabulary.c - facts about distances, packed vocabularies and their searches
 *
 * The searches (core/vocabulary.h, core/forms.h) work out a row once for many
 * words; here a plain distance of every word disbelieves them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/analyze.h"
#include "../../src/core/ara.h"
#include "../../src/core/forms.h"
#include "../../src/core/respell.h"
#include "../../src/core/vocabulary.h"
#include "fact.h"

#define WORDS 5000

static unsigned
next_random(unsigned n)
{
	static unsigned state = 99;

	state = state * 1103515245u + 12345u;
	return (state >> 8) % n;
}

static int
key_of(const char *word, uint8_t *key)
{
	char		folded[256];

	return ara_key(folded, ara_normalize(word, strlen(word), folded, ARA_NORM_FOLD), key);
}

static unsigned
distance(const char *typed, const char *meant)
{
	static AraTyped t;
	uint8_t		key[ARA_MAX_KEY];

	ara_typed_init(&t, key, key_of(typed, key));
	return ara_distance(&t, key, key_of(meant, key));
}

static void
test_distance(void)
{
	uint8_t		key[ARA_MAX_KEY];
	char		word[2 * ARA_MAX_KEY];
	char		long_word[ARA_MAX_KEY + 2];
	int			n;

	fact(distance("كتاب", "كتاب") == 0, "a word is itself");
	fact(distance("مدرسه", "مدرسة") == 0, "folded letters cost nothing");
	fact(distance("ظابط", "ضابط") < 50, "dad and zah sound alike");
	fact(distance("كتااب", "كتاب") < 50 && distance("كتاب", "كتااب") < 50, "a doubled letter");
	fact(distance("كتبا", "كتاب") < ARA_DISTANCE_ONE, "two letters exchanged");
	fact(distance("خالد", "والد") == ARA_DISTANCE_ONE, "any other letter");
	fact(distance("كتاب", "كتابي") == distance("كتابي", "كتاب"), "left out or put in: the same");
	fact(distance("colour", "color") < ARA_DISTANCE_ONE, "Latin vowels");
	n = key_of("گچپ12az", key);
	fact(n == 7 && ara_key_word(key, n, word) == 10, "letters of two scripts and digits");
	fact(memcmp(word, "\xD9\x83\xD8\xAC\xD8\xA8" "12az", 10) == 0, "a key gives its folded word back");
	fact(key_of("a.b", key) == -1 && key_of("12", key) == -1 && key_of("", key) == -1 && key_of("日", key) == -1,
		 "no words");
	memset(long_word, 'a', sizeof(long_word));
	fact(ara_key(long_word, ARA_MAX_KEY, key) == ARA_MAX_KEY && ara_key(long_word, ARA_MAX_KEY + 1, key) == -1,
		 "the longest word");
}

static int
compare(const void *a, const void *b)
{
	const AraVocabularyWord *x = a,
			   *y = b;
	int			c = memcmp(x->key, y->key, (size_t) (x->n < y->n ? x->n : y->n));

	return c ? c : x->n - y->n;
}

static AraVocabularyWord words[WORDS];
static unsigned char packed[WORDS * ARA_MAX_ENTRY];
static size_t packed_len;

static void
put(size_t at, uint32_t v)
{
	int			i;

	for (i = 0; i < 4; i++)
		packed[at + (size_t) i] = (unsigned char) (v >> (8 * i));
}

/* Random words of few letters, so that many are near each other. */
static uint32_t
make_words(void)
{
	static const uint8_t letters[] = {0x27, 0x28, 0x2A, 0x31, 0x36, 0x38, 0x48, 'a' - 'a' + 1};
	uint32_t	n = 0;
	uint32_t	i,
				k;

	for (i = 0; i < WORDS; i++)
	{
		words[i].n = 2 + (int) next_random(i % 50 == 0 ? ARA_MAX_KEY - 1 : 7);
		for (k = 0; k < (uint32_t) words[i].n; k++)
			words[i].key[k] = letters[next_random(sizeof(letters))];
		words[i].ndoc = 1 + next_random(1u << next_random(22));
		words[i].spelled = next_random(4) == 0 ? "abcdef" : NULL;
		words[i].spelled_len = words[i].spelled ? 1 + next_random(6) : 0;
	}
	qsort(words, WORDS, sizeof(*words), compare);
	for (i = 0; i < WORDS; i++)
		if (n == 0 || compare(&words[n - 1], &words[i]) != 0)
			words[n++] = words[i];
	return n;
}

static void
pack(uint32_t n)
{
	size_t		index = ARA_VOCABULARY_HEADER;
	size_t		shared = index + (ara_vocabulary_index(n) - index) / 5 * 4;
	size_t		at = ara_vocabulary_index(n);
	uint32_t	i;

	put(0, ARA_VOCABULARY_MAGIC);
	put(4, n);
	put(8, 1);
	for (i = 0; i < n; i++)
	{
		uint32_t	block = i / ARA_VOCABULARY_BLOCK;
		unsigned char *entry = packed + at;

		if (i % ARA_VOCABULARY_BLOCK == 0)
		{
			put(index + 4 * block, (uint32_t) (at - ara_vocabulary_index(n)));
			packed[shared + block] = ARA_MAX_KEY;
		}
		at += ara_vocabulary_entry(entry, i, i ? &words[i - 1] : NULL, &words[i]);
		if (entry[0] < packed[shared + block])
			packed[shared + block] = entry[0];
	}
	put(12, (uint32_t) (at - ara_vocabulary_index(n)));
	packed_len = at;
}

static int
same_word(const AraVocabularyWord *a, const AraVocabularyWord *b)
{
	return compare(a, b) == 0 && a->ndoc == b->ndoc && (a->spelled == NULL) == (b->spelled == NULL) &&
		(a->spelled == NULL ||
		 (a->spelled_len == b->spelled_len && memcmp(a->spelled, b->spelled, a->spelled_len) == 0));
}

/* Whether a search in steps finds all words within max, and no other. */
static int
search_is_right(const AraVocabulary *v, uint32_t n, const AraTyped *t, unsigned max, uint32_t steps)
{
	static AraSearch s;
	uint32_t	i = 0;
	int			found;

	ara_search_init(&s, v, t, max);
	for (;;)
	{
		while ((found = ara_search_next(&s, steps)) == 0)
			;
		while (i < n && ara_distance(t, words[i].key, words[i].n) > max)
			i++;
		if (found < 0)
			return i == n;
		if (i == n || !same_word(&s.word, &words[i]) || s.distance != ara_distance(t, words[i].key, words[i].n))
			return 0;
		i++;
	}
}

static void
test_vocabulary(void)
{
	static AraTyped t;
	uint32_t	n = make_words();
	AraVocabulary v;
	AraVocabularyReader r;
	AraVocabularyWord word,
				other;
	uint32_t	i;
	int			ok = 1;

	pack(n);
	fact(ara_vocabulary_open(&v, packed, packed_len) && v.n == n, "a vocabulary opens");
	ara_vocabulary_reader(&r, &v);
	for (i = 0; i < n; i++)
		ok &= ara_vocabulary_next(&r, &word) && same_word(&word, &words[i]);
	fact(ok && !ara_vocabulary_next(&r, &word), "all words are read back");
	for (ok = 1, i = 0; i < n; i++)
		ok &= ara_vocabulary_find(&v, words[i].key, words[i].n, &word) && same_word(&word, &words[i]);
	fact(ok, "each word is found");
	for (ok = 1, i = 0; i < n; i++)
	{
		other = words[i];
		other.key[other.n - 1] ^= 0x80;
		ok &= !ara_vocabulary_find(&v, other.key, other.n, &word);
	}
	fact(ok, "no other is found");
	for (ok = 1, i = 0; i < 300; i++)
	{
		const AraVocabularyWord *w = &words[next_random(n)];

		ara_typed_init(&t, w->key, w->n);
		ok &= search_is_right(&v, n, &t, 50 * next_random(6), 1 + next_random(3000));
	}
	fact(ok, "a search finds what is near, and nothing else");
	for (ok = 1, i = 0; i < packed_len && i < 2000; i++)
		ok &= !ara_vocabulary_open(&v, packed, i);
	fact(ok, "a part of a vocabulary does not open");
	pack(0);
	fact(ara_vocabulary_open(&v, packed, packed_len) && !ara_vocabulary_find(&v, words[0].key, words[0].n, &word) &&
		 search_is_right(&v, 0, &t, 200, 10), "an empty vocabulary");
}

static void
test_forms(void)
{
	static const char *const typed[] = {"المدرصه", "مدارص", "وزراا", "كتب", "زز", "abc", "يكتبوون"};	/* mistyped */
	static AraTyped t;
	static AraFormSearch s;
	AraAnalysis a;
	size_t		i;
	int			ok = 1;
	int			all = 0;
	int			alone = 0;
	int			plural = 0;

	for (i = 0; i < sizeof(typed) / sizeof(*typed); i++)
	{
		uint8_t		key[ARA_MAX_KEY];
		char		word[2 * ARA_MAX_KEY];
		int			found;

		ara_typed_init(&t, key, key_of(typed[i], key));
		ara_forms_init(&s, &t, 100);
		while ((found = ara_forms_next(&s, 1 + next_random(100))) >= 0)
		{
			size_t		len;

			if (found == 0)
				continue;
			all++;
			len = ara_key_word(s.key, s.n, word);
			ok &= s.distance <= 100 && s.distance == ara_distance(&t, s.key, s.n);
			/* some stand before a pronoun only */
			alone += ara_analyze(word, len, word, len, &a, 1) > 0;
			plural |= len == 10 && memcmp(word, "مدارس", 10) == 0;
		}
	}
	fact(ok && all > 0, "each form found is near");
	fact(alone > all / 2, "most are words that the analyzer knows");
	fact(plural, "a plural is found");
}

static void
test_respell(void)
{
	/* school, hospital, Ahmad, Islam, affairs, conference, the Quran, the responsibility, ministers, book */
	static const char *const written[] = {
		"مدرسة", "مستشفى", "أحمد", "إسلام", "شؤون", "مؤتمر", "القرآن", "المسؤولية", "وزراء", "كتاب"
	};
	char		folded[64];
	char		out[64];
	size_t		i;

	for (i = 0; i < sizeof(written) / sizeof(*written); i++)
	{
		size_t		len = ara_normalize(written[i], strlen(written[i]), folded, ARA_NORM_FOLD);

		fact(ara_respell(folded, len, out) == len && len == strlen(written[i]) &&
			 memcmp(out, written[i], len) == 0, written[i]);
	}
}

int
main(void)
{
	test_distance();
	test_vocabulary();
	test_forms();
	test_respell();
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
