/*
 * markers.h - the markers of article pages that a caller adds (markers.c)
 */
#ifndef ARABIC_FTS_MARKERS_H
#define ARABIC_FTS_MARKERS_H

/*
 * The table of the markers in argument argno, if the function was called with
 * one; NULL when there are none.  Compiled once per call site; lasts until the
 * next call from there with other markers.
 */
extern const unsigned char *own_markers(FunctionCallInfo fcinfo, int argno);

#endif
