/*
 * gazetteer.c - look-up of names (gazetteer.h)
 */
#include "gazetteer.h"

#include <string.h>

#include "ara.h"
#include "blob.h"
#include "hash.h"
#include "nameword.h"

void
ara_gazetteer_open(AraGazetteer *g, const unsigned char *data, size_t len)
{
	memset(g, 0, sizeof(*g));
	if (len < ARA_GAZETTEER_HEADER)
		return;
	g->mask = ara_u32(data);
	g->slots = data + ARA_GAZETTEER_HEADER;
	g->names = data + ara_u32(data + 4);
	g->pool = (const char *) data + ara_u32(data + 8);
	g->count = ara_u32(data + 12);
}

void
ara_gazetteer_builtin(AraGazetteer *g)
{
	size_t		len;
	const unsigned char *data = ara_blob_section(ARA_S_GAZETTEER, &len);

	ara_gazetteer_open(g, data, len);
}

uint32_t
ara_gazetteer_find(const AraGazetteer *g, uint32_t walk)
{
	uint32_t	i;

	if (g->slots == NULL)
		return 0;
	for (i = walk & g->mask;; i = (i + 1) & g->mask)
	{
		uint32_t	h = ara_u32(g->slots + 8 * (size_t) i);

		if (h == walk)
			return ara_u32(g->slots + 8 * (size_t) i + 4);
		if (h == 0)
			return 0;
	}
}

int
ara_gazetteer_walk(const char *name, size_t len, uint32_t steps[ARA_GAZETTEER_WORDS])
{
	AraTokenizer t;
	AraToken	token;
	uint32_t	walk = 0;
	int			n = 0;

	ara_tokenizer_init(&t, name, len);
	while (ara_next_token(&t, &token) != ARA_T_EOF)
	{
		uint32_t	word = ara_name_word(&token);

		if (word == 0)
			continue;
		if (n == ARA_GAZETTEER_WORDS)
			return 0;
		steps[n++] = walk = ara_gazetteer_hash(walk, word);
	}
	return n;
}

uint32_t
ara_gazetteer_key_walk(const char *key, size_t len)
{
	/* shorter ones are too many people's */
	if (len < 5)
		return 0;
	return ara_gazetteer_hash(0x4B657973, ara_hash(key, len));
}

void
ara_gazetteer_put(unsigned char *slots, uint32_t mask, uint32_t walk, uint32_t what)
{
	uint32_t	i = walk & mask;
	unsigned char *slot;
	uint32_t	h;

	while (slot = slots + 8 * (size_t) i, h = ara_u32(slot), h != 0 && h != walk)
		i = (i + 1) & mask;
	if (h == 0)
		ara_set_u32(slot, walk);
	h = ara_u32(slot + 4);
	/* the first name that is spelled so stays */
	ara_set_u32(slot + 4, (h & ARA_G_NAME) ? h | (what & ~ARA_G_NAME) : h | what);
}

const char *
ara_gazetteer_canonical(const AraGazetteer *g, uint32_t name, size_t *len)
{
	const unsigned char *n = g->names + ARA_GAZETTEER_NAME * (size_t) (name - 1);

	*len = ara_u16(n + 4);
	return g->pool + ara_u32(n);
}

int
ara_gazetteer_kind(const AraGazetteer *g, uint32_t name)
{
	return g->names[ARA_GAZETTEER_NAME * (size_t) (name - 1) + 6];
}
