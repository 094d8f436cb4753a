/*
 * namekey.h - how a name sounds, across spellings and scripts
 */
#ifndef ARA_NAMEKEY_H
#define ARA_NAMEKEY_H

#include <stddef.h>

/* Bytes of room that suffice for the key of len bytes. */
extern size_t ara_name_key_bound(size_t len);

/*
 * Writes the key of a name to out, words separated by a space, and returns its
 * length: 0 if nothing sounds.  Names that sound alike in Arabic and Latin
 * letters have the same.
 */
extern size_t ara_name_key(const char *s, size_t len, char *out);

/* Words with a shorter key sound like too many others to be found by it. */
#define ARA_MIN_NAME_KEY 3

/* The same of one word, whatever its bytes. */
extern size_t ara_name_word_key(const char *s, size_t len, char *out);

#endif
