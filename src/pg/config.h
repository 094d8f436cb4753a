/*
 * config.h - the extension's own text search objects
 */
#ifndef ARABIC_FTS_CONFIG_H
#define ARABIC_FTS_CONFIG_H

/*
 * The configuration of this name in the schema of the function that is called,
 * so that neither search_path nor default_text_search_config has a say and the
 * function may be IMMUTABLE; an error with a hint if it is gone.
 */
extern Oid	arabic_own_config(FunctionCallInfo fcinfo, const char *name);

#endif
