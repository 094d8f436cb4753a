/*
 * signature.c - how a word was spelled where folding forgets it
 */
#include "lexicon.h"
#include "utf8.h"

unsigned
ara_signature(const char *word, size_t len)
{
	const char *end = word + len;
	unsigned	sig = 0;
	int			shift = 0;

	while (word < end && shift < 16)
	{
		int			n;
		uint32_t	cp = ara_decode(word, end, &n);
		unsigned	bits;

		word += n;
		switch (cp)
		{
			case 0x0627:		/* ALEF */
			case 0x0621:		/* HAMZA */
				bits = 0;
				break;
			case 0x0623:		/* ALEF WITH HAMZA ABOVE */
			case 0x0624:		/* WAW WITH HAMZA ABOVE */
				bits = 1;
				break;
			case 0x0625:		/* ALEF WITH HAMZA BELOW */
			case 0x0626:		/* YEH WITH HAMZA ABOVE */
				bits = 2;
				break;
			case 0x0622:		/* ALEF WITH MADDA ABOVE */
				bits = 3;
				break;
			case 0x0647:		/* HEH */
			case 0x064A:		/* YEH */
				if (word < end)
					continue;
				bits = 0;
				break;
			case 0x0629:		/* TEH MARBUTA */
			case 0x0649:		/* ALEF MAKSURA */
				bits = 1;
				break;
			default:
				continue;
		}
		sig |= bits << shift;
		shift += 2;
	}
	return sig;
}
