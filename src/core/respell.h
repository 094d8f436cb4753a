/*
 * respell.h - a folded word as it is written
 */
#ifndef ARA_RESPELL_H
#define ARA_RESPELL_H

#include <stddef.h>

/*
 * Writes a folded word with the hamzas, teh marbuta and alef maqsura that its
 * most probable reading has, to out, which has room for len bytes: the letters
 * take as many.  A word that the lexicon does not know stays as it is, but for
 * a hamza at its end.  For showing only.  Returns the bytes written.
 */
extern size_t ara_respell(const char *folded, size_t len, char *out);

#endif
