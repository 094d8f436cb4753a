/*
 * marker_build.c - a caller's own markers to the table of marker.h, in memory of the caller
 */
#include <string.h>

#include "chartab.h"
#include "marker.h"
#include "utf8.h"

size_t
ara_marker_fold(const char *text, size_t len, char *out)
{
	const char *end = text + len;
	size_t		n = 0;
	int			step;

	for (; text < end; text += step)
	{
		AraClass	class = ara_class(ara_decode(text, end, &step));

		if (class == ARA_C_SPACE)
		{
			if (n == 0 || out[n - 1] != ' ')
				out[n++] = ' ';
		}
		else if (class != ARA_C_MARK && class != ARA_C_IGNORE)
			n += ara_fold_one(text, step, out + n);
	}
	return n;
}

int
ara_own_marker_cmp(const AraOwnMarker *a, const AraOwnMarker *b)
{
	int			order = memcmp(a->text, b->text, a->len < b->len ? a->len : b->len);

	return order != 0 ? order : a->len < b->len ? -1 : a->len > b->len;
}

static void
put_u32(unsigned char *p, uint32_t value)
{
	int			i;

	for (i = 0; i < 4; i++)
		p[i] = (unsigned char) (value >> 8 * i);
}

size_t
ara_markers_build(const AraOwnMarker *markers, size_t n, AraMarkerRange *ranges, unsigned char *out)
{
	size_t		todo = 0;
	size_t		made = 1;
	size_t		at = 256;

	memset(out, 0, 256);
	ranges[0].from = 0;
	ranges[0].to = n;
	ranges[0].depth = 0;
	ranges[0].slot = 0;
	for (; todo < made; todo++)
	{
		const AraMarkerRange r = ranges[todo];
		unsigned char *node = out + at;
		size_t		i;

		if (r.slot != 0)
			put_u32(out + r.slot, (uint32_t) at);
		node[0] = node[1] = 0;
		at += 2;
		for (i = r.from; i < r.to && markers[i].len == r.depth; i++)
		{
			node[0]++;
			out[at++] = markers[i].role;
			out[at++] = markers[i].where;
		}
		while (i < r.to)
		{
			AraMarkerRange *next = &ranges[made++];
			char		byte = markers[i].text[r.depth];

			node[1]++;
			out[at] = (unsigned char) byte;
			next->slot = at + 1;
			at += 5;
			next->depth = r.depth + 1;
			for (next->from = i; i < r.to && markers[i].text[r.depth] == byte;)
				i++;
			next->to = i;
		}
	}
	return at;
}
