/*
 * date.h - the words of dates (src/data/months.tsv), as compiled
 *
 *     u16 rows, then a row: u8 kind, u8 number, u8 bytes, the folded name
 *
 * The number is 1 to 12 for a month, 1 (Sunday) to 7 for a weekday, else 0.
 */
#ifndef ARA_DATE_H
#define ARA_DATE_H

typedef enum AraDateWord
{
	ARA_D_MONTH,
	ARA_D_WEEKDAY,
	ARA_D_ORDINAL,				/* English ending of the day: st, nd, rd, th */
	ARA_D_FILLER,				/* says nothing about the day: hour, zone, era, preposition */
	ARA_D_HIJRI,				/* month of the Islamic calendar; ara_date_parse reads none */
	ARA_D_COUNT
} AraDateWord;

extern const char *const ara_date_word_names[ARA_D_COUNT];

#endif
