/*
 * template.h - what others may know about a dictionary of the template "arabic"
 */
#ifndef ARABIC_FTS_TEMPLATE_H
#define ARABIC_FTS_TEMPLATE_H

#include "tsearch/ts_cache.h"

#include "../core/ara.h"

/* Whether a dictionary is of the template, and if so, its mode.  Such a dictionary knows every word. */
extern bool arabic_template_mode(const TSDictionaryCacheEntry *dict, AraMode *mode);

#endif
