/*
 * template.h - what dictionaries of the template "arabic" do, for those who build queries
 */
#ifndef ARABIC_FTS_TEMPLATE_H
#define ARABIC_FTS_TEMPLATE_H

#include "tsearch/ts_cache.h"

/* Sets *mode and returns true if a dictionary is of this template. */
extern bool arabic_dictionary_mode(const TSDictionaryCacheEntry *dictionary, AraMode *mode);

/* Whether a dictionary of this template hands its lexeme on to the next one; else it answers every token. */
extern bool arabic_dictionary_filters(const TSDictionaryCacheEntry *dictionary);

#endif
