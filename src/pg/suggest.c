/*
 * suggest.c - arabic_suggest: did you mean, against the user's own vocabulary
 *
 *     mjls alamnn aldwly      tokens: is any form of the word in the vocabulary?
 *          \____/             if not, candidates: words near it, with the clitics that it
 *                             begins with put back; two words; one word with its neighbour
 *     mjls alamn aldwly       the best way through the text by one candidate for each
 */
#include "compat.h"

#include <math.h>

#include "funcapi.h"
#include "miscadmin.h"
#include "tsearch/ts_utils.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/tuplestore.h"

#include "../core/ara.h"
#include "../core/analyze.h"
#include "../core/forms.h"
#include "../core/respell.h"
#include "config.h"
#include "vocabulary.h"

PG_FUNCTION_INFO_V1(arabic_suggest);
PG_FUNCTION_INFO_V1(arabic_suggest_byid);

/* Longer texts are not typed into a search box, and get no suggestions. */
#define MAX_TEXT 2048

/* Words of a text that are looked at; of these, how many are searched for: that reads the whole vocabulary. */
#define MAX_WORDS 64
#define MAX_SEARCHED 8

/* A shorter word is near too many. */
#define MIN_SEARCHED 3

#define MAX_RESULTS 100

/* Entries of the vocabulary passed between two looks for a cancel request: some tenths of a millisecond. */
#define STEPS 16384

/* A part of a word cut in two has so many letters at least, or is a stop word of MIN_STOP. */
#define MIN_PART 3
#define MIN_STOP 2

/*
 * Candidates are ordered by rank: distance, and in the same unit what makes
 * them less likely.  Tried on 3,000 words of news with errors made by chance,
 * on vocabularies of words and of lemmas: without the frequencies, the right
 * word was first 54 times in a hundred, with them 85; values of half or twice
 * these lose one or two.
 */
#define RARITY_RANK 8			/* for each halving of a word's frequency */
#define FORM_RANK 3				/* for each halving of the share that a form has in its lemma */
#define CLITIC_RANK 20			/* found without the clitics of the typed word: not attested with them */
#define SPLIT_RANK 20			/* two words: most words can be cut somewhere */

/* Forms of the lexicon are searched up to this distance: there are many. */
#define MAX_FORM_DISTANCE 100

/* the Arabic article, al */
#define ARTICLE "\xD8\xA7\xD9\x84"
#define ARTICLE_LEN 4

/* A word with a single-letter proclitic taken off has at least so many letters left. */
#define MIN_AFTER_LETTER 4

/*
 * What may be put in the place of count words.  Its rank, lower is better, is
 * its distance and a little for each halving of its frequency: of two likely
 * errors, the one that makes a rare word is the less likely.
 */
typedef struct Candidate
{
	int			count;
	unsigned	rank;
	unsigned	distance;
	uint32		ndoc;
	char	   *text;
} Candidate;

/* The best max candidates, best first, no text twice. */
typedef struct Candidates
{
	Candidate  *list;
	int			n;
	int			max;
} Candidates;

typedef struct Token
{
	const char *start;
	size_t		len;
	char	   *folded;
	size_t		folded_len;
	bool		joins;			/* only spaces between it and the next token */
	bool		known;
	Candidates	candidates;
} Token;

/* Text so far, and what it took. */
typedef struct Path
{
	unsigned	rank;
	unsigned	distance;
	uint32		ndoc;			/* of the rarest word put in */
	char	   *text;
} Path;

typedef struct Suggest
{
	AraVocabulary vocabulary;
	Oid			config;
	int			max;			/* results */
	Token		tokens[MAX_WORDS];
	int			n;
	const char *end;			/* of the text */
	AraTyped	typed;
	AraSearch	search;
	AraFormSearch forms;
} Suggest;

/*
 * The number of documents of a key; 0 if the vocabulary does not have it.
 */
static uint32
key_ndoc(const Suggest *s, const char *folded, size_t len)
{
	uint8_t		key[ARA_MAX_KEY];
	int			n = ara_key(folded, len, key);
	AraVocabularyWord word;

	return n > 0 && ara_vocabulary_find(&s->vocabulary, key, n, &word) ? word.ndoc : 0;
}

/*
 * In how many documents a folded word stands in any of its forms (as written,
 * stem, lemma): vocabularies are made of any of these.  PG_UINT32_MAX for a
 * stop word, 0 for an unknown word.
 */
static uint32
word_ndoc(const Suggest *s, const char *folded, size_t len)
{
	uint32		ndoc = key_ndoc(s, folded, len);
	ParsedText	prs;
	int			i;

	prs.lenwords = 8;
	prs.curwords = 0;
	prs.pos = 0;
	prs.words = palloc(sizeof(ParsedWord) * prs.lenwords);
	parsetext(s->config, &prs, unconstify(char *, folded), (int) len);
	if (prs.curwords == 0 && ndoc == 0)
		return PG_UINT32_MAX;
	for (i = 0; i < prs.curwords; i++)
	{
		const char *word = prs.words[i].word;
		const char *mark = memchr(word, '#', prs.words[i].len);
		size_t		n = mark != NULL ? (size_t) (mark - word) : prs.words[i].len;
		char		definite[sizeof(ARTICLE) + 2 * ARA_MAX_KEY];

		ndoc = Max(ndoc, key_ndoc(s, word, n));
		/* many a noun of a vocabulary of words as written stands there with its article only */
		if (ndoc > 0 || n > 2 * ARA_MAX_KEY)
			continue;
		memcpy(definite, ARTICLE, ARTICLE_LEN);
		memcpy(definite + ARTICLE_LEN, word, n);
		ndoc = key_ndoc(s, definite, ARTICLE_LEN + n);
	}
	return ndoc;
}

/* What a word's frequency adds to its rank. */
static unsigned
rarity(const Suggest *s, uint32 ndoc)
{
	uint32		max_ndoc = s->vocabulary.max_ndoc;

	return ndoc >= max_ndoc ? 0 : (unsigned) (RARITY_RANK * log2((double) max_ndoc / Max(ndoc, 1)));
}

static void
add_candidate(Candidates *c, const Candidate *new)
{
	int			i;

	for (i = 0; i < c->n; i++)
		if (c->list[i].count == new->count && strcmp(c->list[i].text, new->text) == 0)
		{
			if (c->list[i].rank <= new->rank)
				return;
			memmove(c->list + i, c->list + i + 1, sizeof(Candidate) * (c->n - i - 1));
			c->n--;
			break;
		}
	if (c->n == c->max)
	{
		if (c->list[c->n - 1].rank <= new->rank)
			return;
		c->n--;
	}
	for (i = c->n++; i > 0 && new->rank < c->list[i - 1].rank; i--)
		c->list[i] = c->list[i - 1];
	c->list[i] = *new;
	c->list[i].text = pstrdup(new->text);
}

/* How far a word may be from a typed one of n letters: a short word has many neighbours. */
static unsigned
max_distance(int n)
{
	return n <= 3 ? 60 : n <= 4 ? 100 : n <= 6 ? 150 : 200;
}

/* The vocabulary's words near folded[before..len). */
static void
search_words(Suggest *s, Token *t, size_t before)
{
	Candidates *c = &t->candidates;
	int			found;

	ara_search_init(&s->search, &s->vocabulary, &s->typed, max_distance(s->typed.n));
	while ((found = ara_search_next(&s->search, STEPS)) >= 0)
	{
		const AraVocabularyWord *word = &s->search.word;
		char		text[2 * ARA_MAX_KEY + ARA_MAX_SPELLED + 1];
		Candidate	new = {1, 0, s->search.distance, word->ndoc, text};
		size_t		len;

		if (found == 0)
		{
			CHECK_FOR_INTERRUPTS();
			continue;
		}
		new.rank = new.distance + rarity(s, word->ndoc) + (before > 0 ? CLITIC_RANK : 0);
		if (c->n == c->max)
		{
			s->search.max = Min(s->search.max, c->list[c->n - 1].rank);
			if (new.rank >= c->list[c->n - 1].rank)
				continue;
		}
		memcpy(text, t->folded, before);
		len = before + vocabulary_spelled(word, text + before);
		text[len] = '\0';
		add_candidate(c, &new);
	}
}

/* A folded word as it is shown. */
static char *
spelled(const char *folded, size_t len)
{
	char	   *out = palloc(len + 1);

	out[ara_respell(folded, len, out)] = '\0';
	return out;
}

/* What the rarity of a form among those of its lemma adds to a rank. */
static unsigned
form_rarity(const AraAnalysis *a)
{
	int			quarters = ara_lemma_score(a->lemma) - a->score;

	return quarters > 0 ? (unsigned) (FORM_RANK * quarters / 4) : 0;
}

/*
 * The lexicon's forms near folded[before..len) of words that the vocabulary has
 * in another form: a plural, say, in a vocabulary of lemmas.
 */
static void
search_forms(Suggest *s, Token *t, size_t before)
{
	Candidates *c = &t->candidates;
	int			found;

	ara_forms_init(&s->forms, &s->typed, Min(max_distance(s->typed.n), MAX_FORM_DISTANCE));
	while ((found = ara_forms_next(&s->forms, STEPS)) >= 0)
	{
		char		folded[4 * ARA_MAX_KEY + 8];
		Candidate	new = {1, 0, s->forms.distance};
		AraAnalysis a;
		size_t		len;

		if (found == 0)
		{
			CHECK_FOR_INTERRUPTS();
			continue;
		}
		new.rank = new.distance + (before > 0 ? CLITIC_RANK : 0);
		if (c->n == c->max)
		{
			s->forms.max = Min(s->forms.max, c->list[c->n - 1].rank);
			if (new.rank >= c->list[c->n - 1].rank)
				continue;
		}
		memcpy(folded, t->folded, before);
		len = before + ara_key_word(s->forms.key, s->forms.n, folded + before);
		new.ndoc = word_ndoc(s, folded, len);
		if (new.ndoc == 0 || new.ndoc == PG_UINT32_MAX ||
			ara_analyze(folded, len, folded, len, &a, 1) == 0)
			continue;
		/* of the lemma's documents, few may have it in this form */
		new.rank += rarity(s, new.ndoc) + form_rarity(&a);
		new.text = spelled(folded, len);
		add_candidate(c, &new);
	}
}

/* The number of documents of a part of a word cut in two; 0 if it should not be cut there. */
static uint32
part_ndoc(const Suggest *s, const char *folded, size_t len, int letters)
{
	uint32		ndoc = word_ndoc(s, folded, len);

	return letters >= MIN_PART || ndoc == PG_UINT32_MAX ? ndoc : 0;
}

static unsigned
part_rarity(const Suggest *s, const char *folded, size_t len)
{
	AraAnalysis a;

	if (key_ndoc(s, folded, len) > 0 || ara_analyze(folded, len, folded, len, &a, 1) == 0)
		return 0;
	return form_rarity(&a);
}

/* Two words written as one. */
static void
split(Suggest *s, Token *t)
{
	const char *folded = t->folded;
	size_t		len = t->folded_len;
	size_t		at;
	int			letters = 0;
	int			all = 0;

	for (at = 0; at < len; at++)
		all += ((unsigned char) folded[at] & 0xC0) != 0x80;
	for (at = 0; at < len; at++)
	{
		Candidate	new = {1, 0, ara_space_cost()};
		uint32		first,
					second;

		if (((unsigned char) folded[at] & 0xC0) == 0x80)
			continue;
		if (letters++ < MIN_STOP || all - letters + 1 < MIN_STOP)
			continue;
		first = part_ndoc(s, folded, at, letters - 1);
		second = first == 0 ? 0 : part_ndoc(s, folded + at, len - at, all - letters + 1);
		if (second == 0 || Min(first, second) == PG_UINT32_MAX)
			continue;
		new.ndoc = Min(first, second);
		new.rank = new.distance + SPLIT_RANK + rarity(s, first) + rarity(s, second) + part_rarity(s, folded, at) +
			part_rarity(s, folded + at, len - at);
		new.text = psprintf("%s %s", spelled(folded, at), spelled(folded + at, len - at));
		add_candidate(&t->candidates, &new);
	}
}

/* One word written as two, this and the next. */
static void
join(Suggest *s, Token *t)
{
	size_t		len = t->folded_len + t[1].folded_len;
	char		both[2 * ARA_MAX_KEY];
	Candidate	new = {2, 0, ara_space_cost()};

	if (len > sizeof(both))
		return;
	memcpy(both, t->folded, t->folded_len);
	memcpy(both + t->folded_len, t[1].folded, t[1].folded_len);
	new.ndoc = word_ndoc(s, both, len);
	if (new.ndoc == 0 || new.ndoc == PG_UINT32_MAX)
		return;
	new.rank = new.distance + rarity(s, new.ndoc);
	new.text = spelled(both, len);
	add_candidate(&t->candidates, &new);
}

/* Words near folded[before..len), with the letters before that put back. */
static void
search(Suggest *s, Token *t, size_t before)
{
	uint8_t		key[ARA_MAX_KEY];
	int			n = ara_key(t->folded + before, t->folded_len - before, key);

	if (n < MIN_SEARCHED)
		return;
	ara_typed_init(&s->typed, key, n);
	search_words(s, t, before);
	search_forms(s, t, before);
}

/* How many bytes of a folded word may be a one-letter proclitic: waw, feh, beh, lam, kaf. */
static size_t
letter_proclitic(const char *folded, size_t len)
{
	static const char letters[][3] = {"\xD9\x88", "\xD9\x81", "\xD8\xA8", "\xD9\x84", "\xD9\x83"};
	int			i;

	if (len >= 2 + 2 * MIN_AFTER_LETTER)
		for (i = 0; i < lengthof(letters); i++)
			if (memcmp(folded, letters[i], 2) == 0)
				return 2;
	return 0;
}

static void
find_candidates(Suggest *s, Token *t)
{
	size_t		before = ara_unknown_article(t->folded, t->folded_len);

	search(s, t, 0);
	/* w-al- and the like: with the article, and without */
	if (before > ARTICLE_LEN && memcmp(t->folded + before - ARTICLE_LEN, ARTICLE, ARTICLE_LEN) == 0)
		search(s, t, before - ARTICLE_LEN);
	if (before == 0)
		before = letter_proclitic(t->folded, t->folded_len);
	if (before > 0)
		search(s, t, before);
	split(s, t);
}

static bool
is_word(const AraToken *t)
{
	return t->type == ARA_T_WORD || t->type == ARA_T_ASCIIWORD || t->type == ARA_T_NUMWORD ||
		t->type == ARA_T_HWORD_PART || t->type == ARA_T_HWORD_ASCIIPART || t->type == ARA_T_HWORD_NUMPART;
}

/* Reads the words of a text, and which of them are not in the vocabulary. */
static void
read_tokens(Suggest *s, const char *text, size_t len)
{
	AraTokenizer tokenizer;
	AraToken	token;

	s->end = text + len;
	ara_tokenizer_init(&tokenizer, text, len);
	while (s->n < MAX_WORDS && ara_next_token(&tokenizer, &token) != ARA_T_EOF)
	{
		Token	   *t = &s->tokens[s->n];
		uint8_t		key[ARA_MAX_KEY];
		const char *p;

		if (!is_word(&token))
			continue;
		memset(t, 0, sizeof(*t));
		t->start = token.start;
		t->len = token.len;
		t->folded = palloc(ara_normalize_bound(token.len) + 1);
		t->folded_len = ara_normalize(token.start, token.len, t->folded, ARA_NORM_FOLD);
		if (s->n > 0)
		{
			for (p = t[-1].start + t[-1].len; p < t->start && *p == ' '; p++)
				;
			t[-1].joins = p == t->start;
		}
		/* a prefix of a query is no word */
		t->known = ara_key(t->folded, t->folded_len, key) < ARA_MIN_KEY ||
			(token.start + token.len < s->end && token.start[token.len] == '*') ||
			word_ndoc(s, t->folded, t->folded_len) > 0;
		s->n++;
	}
}

/* Adds a path to the best max, best first. */
static void
add_path(Path *paths, int *n, int max, const Path *p)
{
	int			i;

	if (*n == max)
	{
		if (p->rank >= paths[max - 1].rank)
			return;
		(*n)--;
	}
	for (i = (*n)++; i > 0 && p->rank < paths[i - 1].rank; i--)
		paths[i] = paths[i - 1];
	paths[i] = *p;
}

/*
 * The best texts, with one candidate for each word that is not in the
 * vocabulary, and what stands between the words as it was.  Returns how many.
 */
static int
best_paths(Suggest *s, const char *text, Path *result)
{
	Path	   *paths[MAX_WORDS + 1];
	int			n[MAX_WORDS + 1] = {0};
	int			i,
				k,
				c;

	for (i = 0; i <= s->n; i++)
		paths[i] = palloc(sizeof(Path) * (s->max + 2));
	paths[0][0].rank = paths[0][0].distance = 0;
	paths[0][0].ndoc = PG_UINT32_MAX;
	paths[0][0].text = "";
	n[0] = 1;
	for (i = 0; i < s->n; i++)
	{
		const Token *t = &s->tokens[i];
		const char *gap = i == 0 ? text : t[-1].start + t[-1].len;

		CHECK_FOR_INTERRUPTS();
		for (k = 0; k < n[i]; k++)
		{
			const Path *from = &paths[i][k];
			bool		replaced = false;
			Path		p;

			for (c = 0; c < t->candidates.n; c++)
			{
				const Candidate *with = &t->candidates.list[c];

				replaced |= with->count == 1;
				p.rank = from->rank + with->rank;
				p.distance = from->distance + with->distance;
				p.ndoc = Min(from->ndoc, with->ndoc);
				p.text = psprintf("%s%.*s%s", from->text, (int) (t->start - gap), gap, with->text);
				add_path(paths[i + with->count], &n[i + with->count], s->max + 1, &p);
			}
			if (!replaced)
			{
				p = *from;
				p.text = psprintf("%s%.*s%.*s", from->text, (int) (t->start - gap), gap, (int) t->len, t->start);
				add_path(paths[i + 1], &n[i + 1], s->max + 1, &p);
			}
		}
	}
	/* what was not changed at all is no suggestion */
	for (i = k = 0; i < n[s->n] && k < s->max; i++)
		if (paths[s->n][i].distance > 0)
			result[k++] = paths[s->n][i];
	return k;
}

static void
put_row(Suggest *s, const Path *p, ReturnSetInfo *rsinfo)
{
	const Token *last = &s->tokens[s->n - 1];
	const char *rest = last->start + last->len;
	Datum		values[3];
	bool		nulls[3] = {false};

	values[0] = CStringGetTextDatum(psprintf("%s%.*s", p->text, (int) (s->end - rest), rest));
	values[1] = Float4GetDatum((float4) p->distance / ARA_DISTANCE_ONE);
	values[2] = Int32GetDatum((int32) Min(p->ndoc, PG_INT32_MAX));
	tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
}

/* Rows of suggestion, distance, ndoc, best first.  Arguments from first on: text, vocabulary, max_results. */
static void
suggest(FunctionCallInfo fcinfo, Oid config, int first)
{
	text	   *in = PG_GETARG_TEXT_PP(first);
	int			max = PG_GETARG_INT32(first + 2);
	const char *text = VARDATA_ANY(in);
	size_t		len = VARSIZE_ANY_EXHDR(in);
	MemoryContext context,
				old;
	Suggest    *s;
	Path	   *paths;
	int			searched = 0;
	int			i,
				n;

	if (max < 1 || max > MAX_RESULTS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("max_results must be between 1 and %d", MAX_RESULTS)));
	InitMaterializedSRF(fcinfo, 0);
	if (len > MAX_TEXT)
		return;
	context = AllocSetContextCreate(CurrentMemoryContext, "arabic_suggest", ALLOCSET_DEFAULT_SIZES);
	old = MemoryContextSwitchTo(context);
	s = palloc0(sizeof(Suggest));
	vocabulary_open(&s->vocabulary, PG_DETOAST_DATUM_PACKED(PG_GETARG_DATUM(first + 1)));
	s->config = config;
	s->max = max;
	read_tokens(s, text, len);
	for (i = 0; i < s->n; i++)
	{
		Token	   *t = &s->tokens[i];

		t->candidates.max = max;
		t->candidates.list = palloc(sizeof(Candidate) * (max + 1));
		if (!t->known && searched++ < MAX_SEARCHED)
			find_candidates(s, t);
		if (t->joins && (!t->known || !t[1].known))
			join(s, t);
	}
	paths = palloc(sizeof(Path) * max);
	n = best_paths(s, text, paths);
	for (i = 0; i < n; i++)
		put_row(s, &paths[i], (ReturnSetInfo *) fcinfo->resultinfo);
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
}

/* arabic_suggest(regconfig, text, arabic_vocabulary, max_results) */
Datum
arabic_suggest_byid(PG_FUNCTION_ARGS)
{
	suggest(fcinfo, PG_GETARG_OID(0), 1);
	return (Datum) 0;
}

/* arabic_suggest(text, arabic_vocabulary, max_results): with the extension's own configuration arabic_fts */
Datum
arabic_suggest(PG_FUNCTION_ARGS)
{
	suggest(fcinfo, arabic_own_config(fcinfo, "arabic_fts"), 0);
	return (Datum) 0;
}
