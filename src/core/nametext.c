/*
 * nametext.c - the words of a text, as the tagger sees them (nametext.h)
 */
#include "nametext.h"

#include <string.h>

#include "chartab.h"
#include "hash.h"
#include "utf8.h"

/* A window ends with a sentence once no more than this many tokens of room are left. */
#define ROOM ARA_TAG_SENTENCE

void
ara_name_text_init(AraNameText *r, const char *text, size_t len, const AraGazetteer *g)
{
	ara_tokenizer_init(&r->t, text, len);
	r->g = g;
	r->starts = 1;
}

static int
sign(uint32_t cp)
{
	switch (cp)
	{
		case '.':
		case '!':
		case '?':
		case 0x061F:			/* ARABIC QUESTION MARK */
		case 0x06D4:			/* ARABIC FULL STOP */
		case 0x2026:			/* HORIZONTAL ELLIPSIS */
			return ARA_NN_STOP;
		case ',':
		case ';':
		case 0x060C:			/* ARABIC COMMA */
		case 0x061B:			/* ARABIC SEMICOLON */
			return ARA_NN_COMMA;
		case ':':
			return ARA_NN_COLON;
		case '(':
		case '[':
			return ARA_NN_OPEN;
		case ')':
		case ']':
			return ARA_NN_CLOSE;
		case '"':
		case '\'':
		case 0x00AB:			/* double angle quotation marks */
		case 0x00BB:
		case 0x2018:			/* single and double quotation marks */
		case 0x2019:
		case 0x201C:
		case 0x201D:
		case 0x201E:
			return ARA_NN_QUOTE;
		case '-':
		case 0x2013:			/* EN DASH */
		case 0x2014:			/* EM DASH */
			return ARA_NN_DASH;
		default:
			return ARA_NN_SIGN;
	}
}

/* The first sign of a blank token, as a token; 0 if there is none.  Line ends start sentences. */
static int
read_blank(AraNameText *r, const AraToken *token, AraNameToken *out)
{
	const char *p = token->start;
	const char *end = p + token->len;
	int			found = 0;
	int			len;

	for (; p < end; p += len)
	{
		uint32_t	cp = ara_decode(p, end, &len);
		AraClass	class = ara_class(cp);

		if (cp == '\n' || cp == 0x2029)
			r->starts = 1;
		if (found || class == ARA_C_SPACE || class == ARA_C_IGNORE)
			continue;
		found = 1;
		memset(out, 0, sizeof(*out));
		out->start = p;
		out->len = (uint32_t) len;
		out->w.nature = (uint8_t) sign(cp);
		out->w.lemma = out->w.nature + 1u;
		if (out->w.nature == ARA_NN_STOP)
			r->starts = 1;
	}
	return found;
}

static void
look(AraNameText *r, const AraToken *token, AraNameWord *w)
{
	uint32_t	i;

	if (token->len > ARA_NAME_CACHED)
	{
		ara_name_look(w, token, r->g);
		return;
	}
	i = ara_hash(token->start, token->len) & (ARA_NAME_CACHE - 1);
	if (r->cache[i].type != token->type || r->cache[i].len != token->len ||
		memcmp(r->cache[i].s, token->start, token->len) != 0)
	{
		ara_name_look(&r->cache[i].w, token, r->g);
		r->cache[i].type = (uint8_t) token->type;
		r->cache[i].len = (uint8_t) token->len;
		memcpy(r->cache[i].s, token->start, token->len);
	}
	*w = r->cache[i].w;
}

uint32_t
ara_name_match(const AraGazetteer *g, const AraNameToken *t, int n, int i, int *words)
{
	uint32_t	walk = ara_gazetteer_hash(0, t[i].w.stem);
	uint32_t	what = ara_gazetteer_find(g, walk);
	uint32_t	longest = 0;
	int			k = 1;

	*words = 0;
	while (what)
	{
		if (what & ARA_G_KINDS)
		{
			longest = what;
			*words = k;
		}
		if (!(what & ARA_G_LONGER) || k == ARA_GAZETTEER_WORDS || i + k >= n || t[i + k].w.whole == 0 || t[i + k].starts)
			break;
		walk = ara_gazetteer_hash(walk, t[i + k].w.whole);
		what = ara_gazetteer_find(g, walk);
		k++;
	}
	return longest;
}

int
ara_name_text_read(AraNameText *r, AraNameToken *out, int max)
{
	AraToken	token;
	int			n = 0;
	int			i,
				k,
				words;

	while (n < max && !(r->starts && n > max - ROOM) && ara_next_token(&r->t, &token) != ARA_T_EOF)
	{
		int			starts = r->starts;

		if (token.type == ARA_T_BLANK)
		{
			if (read_blank(r, &token, &out[n]))
				out[n++].starts = 0;
			continue;
		}
		if (ara_name_word(&token) == 0)
			continue;
		memset(&out[n], 0, sizeof(out[n]));
		out[n].start = token.start;
		out[n].len = (uint32_t) token.len;
		look(r, &token, &out[n].w);
		out[n].starts = (uint8_t) starts;
		r->starts = 0;
		n++;
	}
	for (i = 0; i < n; i += words > 0 ? words : 1)
	{
		uint32_t	what;

		words = 0;
		if (out[i].w.whole == 0 || (what = ara_name_match(r->g, out, n, i, &words)) == 0)
			continue;
		for (k = 0; k < words; k++)
			out[i + k].match = what;
		out[i].match_words = (uint8_t) words;
	}
	return n;
}

int
ara_name_sentence(const AraNameToken *t, int n, int i)
{
	int			e = i + 1;

	while (e < n && e - i < ARA_TAG_SENTENCE && !t[e].starts)
		e++;
	return e;
}
