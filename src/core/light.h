/*
 * light.h - layout of the affix rows, shared with the data compiler (drawing in light.c)
 */
#ifndef ARA_LIGHT_H
#define ARA_LIGHT_H

#define ARA_LIGHT_GROUPS 4
#define ARA_LIGHT_INDEX (2 * 257)
#define ARA_LIGHT_ROW 12
#define ARA_LIGHT_KEEP 0		/* as min letters: the word keeps its beginning */

#endif
