/*
 * test_entity.c - facts about ara_next_entity
 *
 * The wanted answer has the names, each with the first letter of its kind: "P:name|L:name".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/entity.h"
#include "fact.h"

static AraEntities r;

/* The text in memory of exactly its size, so that a sanitizer sees every read beside it. */
static int
answer(const char *text, size_t len, char *out, size_t room)
{
	char	   *copy = malloc(len ? len : 1);
	const char *last = copy;
	AraEntity	e;
	size_t		n = 0;
	int			ok = 1;

	if (copy == NULL)
		exit(1);
	memcpy(copy, text, len);
	out[0] = '\0';
	ara_entities_init(&r, copy, len, NULL);
	while (ara_next_entity(&r, &e))
	{
		ok &= e.start >= last && e.len > 0 && e.start + e.len <= copy + len && e.confidence >= 0 && e.confidence <= 1 &&
			e.canonical_len > 0;
		last = e.start + e.len;
		if (n + e.len + 4 < room)
			n += (size_t) sprintf(out + n, "%s%c:%.*s", n ? "|" : "", "PLO"[e.kind], (int) e.len, e.start);
	}
	free(copy);
	return ok;
}

static void
names(const char *text, const char *wanted)
{
	char		got[4096];
	int			ok = answer(text, strlen(text), got, sizeof(got));

	fact(ok, "names are in order and in the text");
	fact(strcmp(got, wanted) == 0, text);
	if (strcmp(got, wanted) != 0)
		printf("  got    %s\n  wanted %s\n", got, wanted);
}

/* Sentences of other outlets and decades than the corpus; each is what a rule or the model must not lose. */
static void
kinds(void)
{
	names("قال الرئيس الأمريكي باراك أوباما إن بلاده ستسحب قواتها من العراق.", "P:باراك أوباما|L:العراق");
	names("أعلنت شركة مايكروسوفت في واشنطن عن أرباحها.", "O:مايكروسوفت|L:واشنطن");
	names("اجتمع مجلس الأمن الدولي في نيويورك أمس.", "O:مجلس الأمن الدولي|L:نيويورك");
	names("وصل إلى مدينة حلب وفد من منظمة الصحة العالمية.", "L:حلب|O:منظمة الصحة العالمية");
	names("فاز نادي برشلونة على ريال مدريد بهدفين.", "O:برشلونة|O:ريال مدريد");
	/* clitics */
	names("اتفقت مصر وفرنسا وألمانيا على ذلك.", "L:مصر|L:فرنسا|L:ألمانيا");
	names("سلم الرسالة للأمم المتحدة وللاتحاد الأوروبي.", "O:لأمم المتحدة|O:لاتحاد الأوروبي");
	/* letters that look like clitics */
	names("زار بولندا ولبنان وفنلندا.", "L:بولندا|L:لبنان|L:فنلندا");
	/* adjectives, titles, months, ordinary words */
	names("قال مسؤول سعودي كبير إن المحادثات الروسية الأمريكية مفيدة.", "");
	names("عقد الاجتماع في نيسان الماضي في إطار التعاون.", "");
}

static void
documents(void)
{
	AraEntity	e;
	const char *text = "وصل المهندس سامر القطاوي إلى عمان. وقال القطاوي إنه متفائل.";
	int			found = 0;

	ara_entities_init(&r, text, strlen(text), NULL);
	while (ara_next_entity(&r, &e))
		found += e.kind == ARA_E_PERSON && e.canonical_len == strlen("سامر القطاوي") &&
			memcmp(e.canonical, "سامر القطاوي", e.canonical_len) == 0;
	fact(found == 2, "a surname alone is the person named in full before");
}

static void
bad_input(void)
{
	static char big[400000];
	char		out[64];
	size_t		i;
	unsigned	seed = 1;

	fact(answer("", 0, out, sizeof(out)), "empty");
	fact(answer("\xD8", 1, out, sizeof(out)), "half a letter");
	memset(big, '(', sizeof(big));
	fact(answer(big, sizeof(big), out, sizeof(out)), "brackets only");
	for (i = 0; i + 12 <= sizeof(big); i += 11)
		memcpy(big + i, "\xD8\xA8\xD8\xA7\xD8\xB1\xD9\x8A\xD8\xB3 ", 11);	/* Paris */
	fact(answer(big, i, out, sizeof(out)), "names only, without an end of sentence");
	for (i = 0; i < sizeof(big); i++)
	{
		seed = seed * 1103515245u + 12345;
		big[i] = (char) (seed >> 16);
	}
	fact(answer(big, sizeof(big), out, sizeof(out)), "noise");
	for (i = 0; i < sizeof(big); i++)
		big[i] = (char) (i % 2 ? 0x80 + (seed = seed * 1103515245u + 12345, seed >> 16) % 64 : 0xD8 + i / 2 % 2);
	fact(answer(big, sizeof(big), out, sizeof(out)), "one word of random letters");
}

int
main(void)
{
	kinds();
	documents();
	bad_input();
	printf("%d passed, %d failed\n", passed, failed);
	return failed > 0;
}
