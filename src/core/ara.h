/*
 * ara.h - the core library: Arabic text in, tokens, lexemes and spans out
 *
 * Pure C99.  Every function takes a pointer and a length, writes to memory of
 * the caller, and keeps no state of its own: no malloc, no locale, no mutable
 * static, no recursion on input.  Any byte string is accepted as input.  All
 * data is in one read-only, pointer-free blob (blob.h) inside the library.
 *
 *     bytes -> ara_next_token -> ara_lexemes (dictionary)
 *                            \-> ara_article, ... (spans)
 */
#ifndef ARA_H
#define ARA_H

#include <stddef.h>
#include <stdint.h>

/* ---- normalization (normalize.c; rows and reasons in src/data/normalize.tsv) ---- */

typedef enum AraNorm
{
	ARA_NORM_SPELLING,			/* marks, tatweel, controls off; one code point a letter; hamza, ta marbuta,
								 * alef maqsura as written */
	ARA_NORM_FOLD				/* the same, and the letters that writers interchange folded together */
} AraNorm;

/* Normalized text is at most this many times as long. */
#define ARA_NORM_GROWTH 3

/* Bytes of room that always suffice for ara_normalize of len bytes. */
extern size_t ara_normalize_bound(size_t len);

/*
 * Normalizes s[0..len) into out, which has room for ara_normalize_bound(len)
 * bytes.  Returns the bytes written.  Idempotent.  Ill-formed bytes are copied.
 */
extern size_t ara_normalize(const char *s, size_t len, char *out, AraNorm norm);

/* ---- tokens (token.c) ---- */

/* 1 to 23 are the default parser's, with its names: prsd_headline tells tokens apart by number. */
typedef enum AraTokenType
{
	ARA_T_EOF = 0,
	ARA_T_ASCIIWORD = 1,
	ARA_T_WORD = 2,
	ARA_T_NUMWORD = 3,
	ARA_T_EMAIL = 4,
	ARA_T_URL = 5,
	ARA_T_HOST = 6,
	ARA_T_SFLOAT = 7,
	ARA_T_VERSION = 8,
	ARA_T_HWORD_NUMPART = 9,
	ARA_T_HWORD_PART = 10,
	ARA_T_HWORD_ASCIIPART = 11,
	ARA_T_BLANK = 12,
	ARA_T_TAG = 13,
	ARA_T_PROTOCOL = 14,
	ARA_T_NUMHWORD = 15,
	ARA_T_ASCIIHWORD = 16,
	ARA_T_HWORD = 17,
	ARA_T_URL_PATH = 18,
	ARA_T_FILE = 19,
	ARA_T_FLOAT = 20,
	ARA_T_INT = 21,
	ARA_T_UINT = 22,
	ARA_T_ENTITY = 23,
	ARA_T_HASHTAG = 24,			/* '#' and its words; its words follow as tokens of their own */
	ARA_T_MENTION = 25,			/* '@' and a name; the name follows as a token of its own */
	ARA_T_ABBREVIATION = 26,	/* Arabic letters with dots: U+0623 . U+0641 . U+0628 */
	ARA_T_NUMBER = 27,			/* number with Arabic-Indic digits or separators U+066B U+066C */
	ARA_T_PERCENT = 28,			/* number and % or U+066A; the number follows as a token of its own */
	ARA_T_LAST = 28
} AraTokenType;

/* Name and description of a type, as ts_token_type shows them; NULL when there is no such type. */
extern const char *ara_token_alias(int type);
extern const char *ara_token_description(int type);

typedef struct AraToken
{
	AraTokenType type;
	const char *start;
	size_t		len;			/* bytes */
} AraToken;

/*
 * Reads tokens one after another.  The tokens other than the whole of a
 * compound (URL, hyphenated word, hashtag, mention, percent) partition the
 * text: no byte is lost, none stands in two tokens.
 */
typedef struct AraTokenizer
{
	const char *text;
	const char *end;
	const char *pos;
	/* the rest belongs to token.c */
	int			mode;			/* plain text, in a script element, or inside a compound */
	int			compound;		/* inside a compound: its type */
	const char *part_end;		/* inside a compound: where its parts end */
	const char *split;			/* if it has two parts of known type: where the second starts */
	int			part_types[2];	/* and these types */
	/* what look-ahead has learned; keeps the whole linear */
	const char *no_host_before; /* no host name ends in [pos, here) */
	const char *no_file_before; /* a slash before here starts no path */
	const char *no_hyphen_before;	/* words before here stand in a chain too long for a compound */
	int			no_comment_end;	/* no "-->" up to the end */
} AraTokenizer;

extern void ara_tokenizer_init(AraTokenizer *t, const char *text, size_t len);

/* Sets *token to the next token and returns its type; ARA_T_EOF (0) at the end.  Linear over a text. */
extern int	ara_next_token(AraTokenizer *t, AraToken *token);

/* ---- lexemes (lexize.c) ---- */

typedef enum AraMode
{
	ARA_MODE_EXACT,				/* the folded word */
	ARA_MODE_LIGHT,				/* the folded word without its clitics and common endings */
	ARA_MODE_LEMMA,				/* the lemma of the best analysis (analyze.h) */
	ARA_MODE_ROOT,				/* the root of that lemma */
	ARA_MODE_RICH,				/* several levels of lexeme (ara_lexize_rich) */
	ARA_MODE_NAMES				/* the lemma, and how a name sounds (ara_lexize_names) */
} AraMode;

/* A token longer than this is no word of a language: it is normalized, and not analyzed. */
#define ARA_MAX_WORD 256

/* A lexeme is at most this long if the token was a word that the lexicon knows. */
#define ARA_MAX_LEXEME 128

/*
 * The lexemes of one token: most have one, an unknown word that may begin with
 * a one-letter proclitic has two, with and without it.
 */
typedef struct AraLexemes
{
	int			n;				/* 0: a stop word, or nothing remains (marks only) */
	size_t		len[2];			/* bytes; the second stands right behind the first */
} AraLexemes;

/* Bytes of room that suffice for ara_lexize of a token of len bytes. */
extern size_t ara_lexize_bound(size_t len);

/* Writes the lexemes of a token one behind the other to out. */
extern AraLexemes ara_lexize(const char *word, size_t len, char *out, AraMode mode, int stop_words);

/*
 * Levels of lexeme for best ranking: the lemma as mode lemma gives it, and
 * beside it lexemes whose first byte tells their level.
 */
#define ARA_LEVEL_SURFACE '='	/* the folded word */
#define ARA_LEVEL_GRAM '~'		/* four letters of it, its edges marked with '_' */
#define ARA_LEVEL_FAMILY '^'	/* the verb of which the word is a form, masdar or participle */

#define ARA_MAX_LEVELS 48		/* lexemes of one token */

typedef struct AraLevel
{
	size_t		at,				/* in the output */
				len;
	int			variant;		/* lexemes of one variant are asked for together, variants instead of one another */
} AraLevel;

/* Bytes of room that suffice for ara_lexize_rich of a token of len bytes. */
extern size_t ara_lexize_rich_bound(size_t len);

/*
 * Writes the lexemes of a token at all levels to out and where they stand to
 * levels, which has room for ARA_MAX_LEVELS.  Returns how many; 0 for a stop
 * word.
 */
extern int	ara_lexize_rich(const char *word, size_t len, char *out, AraLevel *levels, int stop_words);

/*
 * The lexemes of mode lemma, and for what can be a name, in Arabic or Latin
 * letters, its key (namekey.h) in capitals behind this sign, as a variant of
 * its own.  A mention, which has the sign too, is folded to small letters.
 */
#define ARA_LEVEL_NAME '@'

static inline int
ara_is_name_lexeme(const char *lexeme, size_t len)
{
	return len > 1 && lexeme[0] == ARA_LEVEL_NAME && lexeme[1] >= 'A' && lexeme[1] <= 'Z';
}

/* Bytes of room that suffice for ara_lexize_names of a token of len bytes. */
extern size_t ara_lexize_names_bound(size_t len);

/* As ara_lexize_rich. */
extern int	ara_lexize_names(const char *word, size_t len, char *out, AraLevel *levels, int stop_words);

/*
 * How many letters the lexicon's unknown-word rule takes for the article and
 * what goes before it, in bytes of a folded word; 0: none.
 */
extern size_t ara_unknown_article(const char *word, size_t len);

/* The affixes that mode light takes off a folded word: the stem is word[*start..*end). */
extern void ara_light_stem(const char *word, size_t len, size_t *start, size_t *end);

/* Whether a folded word is a stop word, alone or with clitics. */
extern int	ara_is_stop(const char *word, size_t len);

/* ---- letters (letters.c) ---- */

/*
 * Sets of letters, one bit each: a token can have a lexeme in a mode only if the letters of the
 * lexeme are a subset of the token's.  Those of a lexeme are the letters that all tokens have for
 * which ara_lexize (ara_lexize_rich) gives it, or fewer; those of a token, all that it has once it
 * is folded, or more.
 */
typedef struct AraLetterTable
{
	uint32_t	letters[256];	/* of U+0600 + i */
} AraLetterTable;

extern void ara_letter_table(AraLetterTable *t);
extern uint32_t ara_token_letters(const AraLetterTable *t, const char *token, size_t len);
extern uint32_t ara_lexeme_letters(const char *lexeme, size_t len, AraMode mode);

/* ---- articles (article.c; markers in src/data/article.tsv, months in src/data/months.tsv) ---- */

typedef enum AraPartKind
{
	ARA_P_TITLE,
	ARA_P_DATE,					/* publication date, without its label */
	ARA_P_AUTHOR,				/* name, without the byline's verb */
	ARA_P_READING_TIME,			/* the number of minutes */
	ARA_P_HEADING,				/* of a section, inside the body */
	ARA_P_PARAGRAPH,
	ARA_P_PLACE,				/* of a dateline or byline */
	ARA_P_AGENCY,				/* of a dateline */
	ARA_P_UPDATED,				/* date of the last change, without its label */
	ARA_P_CAPTION,				/* of a picture, with its credit */
	ARA_P_SOURCE,				/* one source, without its label */
	ARA_P_KEYWORDS,				/* the raw line, without its label */
	ARA_P_RELATED_TITLE,
	ARA_P_RELATED_HEADING,
	ARA_P_RELATED_PARAGRAPH,
	ARA_P_LABEL,				/* the label of a field, such as the word for 'source' with its colon */
	ARA_P_INTRUSION,			/* 'read more', 'advertisement', embedded posts */
	ARA_P_BOILERPLATE,			/* share and comment boxes, repeated bylines */
	ARA_P_SEPARATOR,			/* white space and unseen controls between the parts */
	ARA_P_LAST = ARA_P_SEPARATOR
} AraPartKind;

/* Name of a part as arabic_article_parts shows it ("title", "related_paragraph", ...). */
extern const char *ara_part_name(AraPartKind kind);

typedef struct AraPart
{
	AraPartKind kind;
	int			article;		/* 0: the main article; 1, 2, ...: related ones */
	const char *start;
	size_t		len;			/* bytes, white space at the ends trimmed */
} AraPart;

/* Reads the parts one after another; they partition the text: each byte is in exactly one. */
typedef struct AraArticle
{
	const char *text;
	const char *end;
	const char *pos;
	/* the rest belongs to article.c */
	const char *next;			/* read up to here; what lies between pos and here is pending */
	const char *rest;			/* inside a line that is not read whole: its end; else NULL */
	const unsigned char *own;	/* the caller's markers (ara_markers_compile), NULL for none; set it after init */
	const char *title_at;		/* where the main article's title stands; NULL: not looked for yet */
	const char *title;			/* of the article being read */
	size_t		title_len;
	const char *post_end;		/* an embedded post reaches to here */
	const char *post;			/* the last post's mark found ... */
	const char *posts_seen;		/* ... and no other mark before here */
	const char *label;			/* the same of a label inside a line */
	const char *labels_seen;
	int			article;
	int			articles;		/* the highest number given */
	int			state;
	int			expect;			/* role of a label whose value stands on the next line */
	int			rest_of_date;	/* rest stands beside a date */
	int			rest_is_line;	/* rest is read as if it were on a line of its own */
	int			in_sources;		/* rest is a list of sources */
	int			in_links;		/* the lines are links to other articles */
	int			footer;			/* sources or keywords stood below the body */
	int			sentence_ended; /* the paragraph before ended with its sentence */
	int			head_lines;
	int			beside_date;	/* the line before held the date */
	int			before_date;	/* the next line holds the date */
	int			have_author;
	int			have_date;
	int			have_dateline;
	int			have_deck;
	int			have_text;		/* a paragraph of some length stood above */
	int			in_keywords;	/* one on each line */
	int			npending;
	int			ipending;
	AraPart		pending[8];
} AraArticle;

extern void ara_article_init(AraArticle *a, const char *text, size_t len);

/* Is [s, s + len) the name or sign of a news agency? */
extern int	ara_is_agency(const AraArticle *a, const char *s, size_t len);

/* Sets *part to the next part and returns 1; returns 0 at the end.  Linear over a text. */
extern int	ara_next_part(AraArticle *a, AraPart *part);

/* ---- dates (date.c) ---- */

typedef struct AraDate
{
	int			year;			/* proleptic Gregorian, 1 to 9999 */
	int			month;			/* 1 to 12; 0: not given */
	int			day;			/* 1 to 31 as the month allows; 0: not given */
} AraDate;

/* Reads one date that fills s[0..len) (white space and a zone name aside).  Returns 1, or 0 if it is none. */
extern int	ara_date_parse(const char *s, size_t len, AraDate *date);

/* A day, as written, with its hour. */
typedef struct AraDateTime
{
	AraDate		date;			/* year 0: not written; day 0: only month and year, or only the year */
	int			hijri;			/* of the Islamic calendar; of a pair, the Gregorian date is given */
	int			has_time;
	int			hour;			/* 0 to 23 */
	int			minute;
	int			second;
} AraDateTime;

/* The same for all that a page may write: Islamic dates, pairs, hours, a day and month alone. */
extern int	ara_datetime_read(const char *s, size_t len, AraDateTime *d);	/* -1: nor the beginning of one */
extern int	ara_datetime_parse(const char *s, size_t len, AraDateTime *d);

/* ---- sentences (sentence.c) ---- */

typedef struct AraSentence
{
	const char *start;
	size_t		len;			/* bytes, white space at the ends trimmed */
} AraSentence;

/* Reads the sentences one after another; between them lie white space, and signs without a word. */
typedef struct AraSentences
{
	const char *end;
	/* the rest belongs to sentence.c */
	AraTokenizer t;
	const char *start;			/* of the sentence being read; NULL: none yet */
	const char *word_end;		/* of its last word */
	size_t		word_bytes;		/* of that word */
	const char *pos;			/* signs before here have been read */
	const char *signs_end;		/* and those up to here are to be read */
	const char *quote_end;		/* stops before here stand inside a quotation or brackets */
	const char *no_close[3];	/* no closing sign of this kind up to here */
	int			words;			/* of the sentence, 2 standing for more */
	int			word_kind;		/* of the last word */
} AraSentences;

extern void ara_sentences_init(AraSentences *r, const char *text, size_t len);

/* Sets *sentence to the next one and returns 1; returns 0 at the end.  Linear over a text. */
extern int	ara_next_sentence(AraSentences *r, AraSentence *sentence);

/* ---- numbers (number.c; words in src/data/numbers.tsv, units in src/data/units.tsv) ---- */

typedef enum AraNumberKind
{
	ARA_N_CARDINAL,
	ARA_N_ORDINAL,
	ARA_N_PERCENT,				/* value 50 for 50 % */
	ARA_N_FRACTION,				/* half, three quarters: a part of what follows */
	ARA_N_CURRENCY,
	ARA_N_MEASURE,
	ARA_N_LAST = ARA_N_MEASURE
} AraNumberKind;

/* Name of a kind as arabic_numbers shows it. */
extern const char *ara_number_kind_name(AraNumberKind kind);

/* Decimal digits before and after the point; what needs more is no number that a text means. */
#define ARA_DECIMAL_INT 40
#define ARA_DECIMAL_FRACTION 16

typedef struct AraDecimal
{
	unsigned char digit[ARA_DECIMAL_INT + ARA_DECIMAL_FRACTION];	/* the highest first */
} AraDecimal;

/* Room for a value as text: sign, digits, point, NUL. */
#define ARA_VALUE_ROOM (ARA_DECIMAL_INT + ARA_DECIMAL_FRACTION + 3)

typedef struct AraNumber
{
	AraNumberKind kind;
	const char *start;			/* proclitics left out; sign of per cent and unit included */
	size_t		len;			/* bytes */
	const char *unit;			/* as written; NULL: none */
	size_t		unit_len;
	char		value[ARA_VALUE_ROOM];	/* decimal, as numeric reads it */
} AraNumber;

/* A word or a number in digits, with what number.c has to know of it. */
typedef struct AraNumberItem
{
	const char *s;				/* with its proclitics */
	const char *e;
	const char *number;			/* without them */
	unsigned char role;			/* number.h */
	unsigned char num;
	unsigned char den;
	char		conj;			/* 'w' or 'f': the proclitic; 0: none */
	char		prep;			/* 'b', 'l', 'k' */
	char		article;
	char		joined;			/* only blanks, or nothing, between it and the item before */
	char		near;			/* the same, and a comma may be there */
	char		negative;
	char		percent;		/* has its sign of per cent */
	char		plain;			/* digits only */
	AraDecimal	value;			/* of digits */
} AraNumberItem;

#define ARA_NUMBER_WINDOW 32	/* a power of two */

/* Reads the numbers one after another. */
typedef struct AraNumbers
{
	const char *text;
	const char *end;
	/* the rest belongs to number.c */
	AraTokenizer t;
	const char *read;			/* items reach up to here */
	const char *taken;			/* the last number reaches up to here */
	AraNumberItem before[2];	/* the last items consumed, the last one first */
	AraNumberItem items[ARA_NUMBER_WINDOW];	/* a ring: looked at, not yet consumed */
	unsigned	head;
	unsigned	count;
} AraNumbers;

extern void ara_numbers_init(AraNumbers *r, const char *text, size_t len);

/* Sets *number to the next one and returns 1; returns 0 at the end.  Linear over a text. */
extern int	ara_next_number(AraNumbers *r, AraNumber *number);

#endif
