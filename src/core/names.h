/*
 * names.h - what a name names, by its folded word
 *
 *     u32 rows, u32 0
 *     row     u32 hash (ara_hash), u32 kinds      sorted by hash
 */
#ifndef ARA_NAMES_H
#define ARA_NAMES_H

#include <stddef.h>
#include <stdint.h>

#define ARA_NAMES_HEADER 8
#define ARA_NAMES_ROW 8

#define ARA_NAME_GIVEN 1		/* a person's first name */
#define ARA_NAME_FAMILY 2
#define ARA_NAME_OTHER 4		/* of a place, an organisation, ... */

/* The kinds of a folded word without article; 0: the lexicon has no such name. */
extern unsigned ara_name_kinds(const char *word, size_t len);

#endif
