/*
 * date.c - one written date to year, month, day
 *
 * Reads the candidate from left to right; every word and number has to find
 * its place, so a sentence with a date in it is no date:
 *
 *     '28th, September 2023 GMT'   '2023-09-28T14:30:00+03:00'   '28/09/2023'
 *     weekday, 28 month/month 2023 - 14:30     in any digits
 *
 * The words are rows of src/data/months.tsv.
 */
#include <string.h>

#include "ara.h"
#include "blob.h"
#include "chartab.h"
#include "date.h"
#include "utf8.h"

/* Weekday, two month names, hour and zone take 120 bytes; what is longer is a text. */
#define MAX_DATE 256

const char *const ara_date_word_names[ARA_D_COUNT] = {
	"month", "weekday", "ordinal", "filler", "hijri", "era", "clock"
};

typedef struct Reader
{
	const char *p;
	const char *end;
	AraDate		date;			/* 0: not read yet */
	int			hijri;			/* the date is one of the Islamic calendar */
	AraDate		other;			/* the same day in the other calendar, read before it */
	int			other_hijri;
	int			weekday;		/* read already */
	int			time;			/* read already */
	int			hour;
	int			minute;
	int			second;
	int			after_time;		/* p is right behind an hour, white space aside */
	int			after_number;	/* p is right behind a number */
	int			english;		/* month before day; 2: and an English hour behind it */
} Reader;

static int
is_digit(const char *p, const char *end)
{
	return p < end && *p >= '0' && *p <= '9';
}

static int
is_letter(const char *p, const char *end)
{
	int			len;
	AraClass	class;

	if (p >= end)
		return 0;
	class = ara_class(ara_decode(p, end, &len));
	return class == ARA_C_ARABIC || class == ARA_C_LATIN || class == ARA_C_LETTER;
}

/* Reads digits at *p; returns how many, 0 when there are none or more than 4. */
static int
number(const char **p, const char *end, int *value)
{
	const char *q = *p;
	int			n;

	*value = 0;
	for (n = 0; is_digit(q, end); n++, q++)
		if (n < 4)
			*value = *value * 10 + (*q - '0');
	if (n == 0 || n > 4)
		return 0;
	*p = q;
	return n;
}

static int
month_days(int year, int month)
{
	static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int			leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* Sets a field that must not have been read with another value. */
static int
set(int *field, int value)
{
	if (value == 0 || (*field != 0 && *field != value))
		return 0;
	*field = value;
	return 1;
}

/*
 * A whole date is read, and what comes is of another one: in the other calendar,
 * that may be the same day.
 */
static int
next_date(Reader *r)
{
	if (r->date.year == 0 || r->date.month == 0 || r->date.day == 0 || r->other.year != 0)
		return 0;
	r->other = r->date;
	r->other_hijri = r->hijri;
	memset(&r->date, 0, sizeof(r->date));
	r->hijri = 0;
	return 1;
}

/* Sets a field of the date, or of the one that begins here. */
static int
set_part(Reader *r, int *field, int value)
{
	return set(field, value) || (next_date(r) && set(field, value));
}

/* Three numbers between the same two signs: year first when it has four digits, else day first. */
static int
numeric_date(Reader *r)
{
	const char *p = r->p;
	int			value[3];
	int			digits[3];
	char		between = 0;
	int			i;

	for (i = 0; i < 3; i++)
	{
		if (i > 0)
		{
			while (p < r->end && *p == ' ')
				p++;
			if (p == r->end || (*p != '-' && *p != '/' && *p != '.') || (i == 2 && *p != between))
				return 0;
			between = *p++;
			while (p < r->end && *p == ' ')
				p++;
		}
		digits[i] = number(&p, r->end, &value[i]);
		if (digits[i] == 0)
			return 0;
	}
	if (digits[1] > 2 || (digits[0] == 4) + (digits[2] == 4) != 1 ||
		digits[0] == 3 || digits[2] == 3 || is_digit(p, r->end))
		return 0;
	i = digits[0] == 4 ? 0 : 2;
	if (i == 2 && value[1] > 12 && value[1] <= 31 && value[0] <= 12)
	{
		/* the month first, as English has it: an English hour must say so */
		int			day = value[1];

		value[1] = value[0];
		value[0] = day;
		r->english = 1;
	}
	if (!set_part(r, &r->date.year, value[i]) || !set(&r->date.month, value[1]) ||
		!set(&r->date.day, value[2 - i]))
		return 0;
	r->p = p;
	return 1;
}

/* An hour: 14:30, 14:30:05, 14:30:05.123, with an offset from UTC right behind it. */
static int
clock_time(Reader *r)
{
	const char *p = r->p;
	int			value[3] = {0};
	int			i;

	for (i = 0; i < 3; i++)
	{
		int			n = number(&p, r->end, &value[i]);

		if (n == 0 || n > 2 || value[i] > (i == 0 ? 24 : 59))
			return 0;
		if (i == 2 || p == r->end || *p != ':' || !is_digit(p + 1, r->end))
			break;
		p++;
	}
	if (i == 0 || r->time)
		return 0;
	r->time = r->after_time = 1;
	r->hour = value[0];
	r->minute = value[1];
	r->second = value[2];
	if (p < r->end && *p == '.' && is_digit(p + 1, r->end))
		for (p++; is_digit(p, r->end);)
			p++;
	r->p = p;
	if (p < r->end && (*p == '+' || *p == '-'))
	{
		/* +03:00 or +0300; with fewer digits, a hyphen stands before the day */
		i = 0;
		for (p++; p < r->end && (is_digit(p, r->end) || *p == ':'); p++)
			i += *p != ':';
		if (i == 4)
			r->p = p;
	}
	return 1;
}

/* A number of its own is the year or the day. */
static int
lone_number(Reader *r)
{
	int			value;
	int			n = number(&r->p, r->end, &value);

	r->after_number = 1;
	if (n == 4)
		return (r->date.year == 0 || next_date(r)) && set(&r->date.year, value);
	return n > 0 && n < 3 && value > 0 && value <= 31 &&
		(r->date.day == 0 || next_date(r)) && set(&r->date.day, value);
}

/* A word for the part of the day: what it says of an hour of the clock with twelve. */
static int
part_of_day(Reader *r, int which)
{
	int			late = r->hour < 12;

	switch (which)
	{
		case ARA_DC_AM:
			late = 0;
			if (r->hour == 12)
				r->hour = 0;
			break;
		case ARA_DC_NOON:
			late = r->hour < 5;
			break;
		case ARA_DC_NIGHT:
			late = r->hour >= 6 && r->hour < 12;
			if (r->hour == 12)
				r->hour = 0;
			break;
		case ARA_DC_PM_OR_ERA:
			late = late && r->after_time;
			break;
	}
	if (r->time == 1 && late)
		r->hour += 12;
	if (r->time && (which != ARA_DC_PM_OR_ERA || r->after_time))
		r->time = 2;			/* said once */
	return 1;
}

const unsigned char *
ara_date_rows(const char *word, size_t len, const unsigned char **end)
{
	size_t		size;
	const unsigned char *s = ara_blob_section(ARA_S_MONTHS, &size);
	unsigned	second = len > 1 ? (unsigned char) word[1] : 0;

	*end = s + ara_u16(s + 2 * second + 2);
	return s + ara_u16(s + 2 * second);
}

/* The longest name of months.tsv that stands here as a whole word. */
static int
word(Reader *r)
{
	size_t		left = (size_t) (r->end - r->p);
	const unsigned char *best = NULL;
	const unsigned char *end;
	const unsigned char *row = ara_date_rows(r->p, left, &end);

	for (; row < end; row += 3 + row[2])
		if (row[2] <= left && (best == NULL || row[2] > best[2]) && memcmp(r->p, row + 3, row[2]) == 0 &&
			!is_letter(r->p + row[2], r->end))
			best = row;
	if (best == NULL)
		return 0;
	r->p += best[2];
	switch (best[0])
	{
		case ARA_D_MONTH:
			return set_part(r, &r->date.month, best[1]);
		case ARA_D_HIJRI:
			if (!set_part(r, &r->date.month, best[1]))
				return 0;
			r->hijri = 1;
			return 1;
		case ARA_D_ERA:
			r->hijri = 1;
			return 1;
		case ARA_D_CLOCK:
			if (r->english && (unsigned char) best[3] < 0x80)
				r->english = 2;
			return part_of_day(r, best[1]);
		case ARA_D_WEEKDAY:
			return r->weekday++ < 2;	/* again above the update, or in the other calendar */
		case ARA_D_ORDINAL:
			return r->after_number;
		default:
			return 1;
	}
}

/* Passes over one sign that may stand between the parts of a date. */
static int
sign(Reader *r)
{
	int			len;
	uint32_t	cp = ara_decode(r->p, r->end, &len);
	AraClass	class = ara_class(cp);

	r->p += len;
	if (class == ARA_C_SPACE)
		return 1;
	switch (cp)
	{
		case '+':				/* GMT+3 */
			while (r->p < r->end && (is_digit(r->p, r->end) || *r->p == ':'))
				r->p++;
			return 1;
		case ',':
		case ';':
		case '-':
		case '/':
		case '(':
		case ')':
		case '|':
		case '.':
		case ':':
		case 0x060C:			/* ARABIC COMMA */
		case 0x2010:			/* HYPHEN */
		case 0x2013:			/* EN DASH */
		case 0x2014:			/* EM DASH */
		case 0x2022:			/* BULLET */
			return 1;
	}
	return 0;
}

/* Is it a day, or what is left of one that is not written out? */
static int
is_date(const AraDate *d, int hijri)
{
	if (d->month > 12 || (d->month == 0 && d->day != 0))
		return 0;
	return d->day == 0 || d->day <= (hijri ? 30 : month_days(d->year ? d->year : 2000, d->month));
}

/* Years between which a date without the name of a month or an era is of the Islamic calendar. */
static int
is_hijri_year(int year)
{
	return year >= 1300 && year < 1500;
}

/* '202212:05' is a year and an hour: puts a space between them.  Returns the new end; there is room for it. */
static char *
part_year(char *s, char *e)
{
	char	   *p = s;
	char	   *run = s;

	for (; p < e; p++)
	{
		if (*p >= '0' && *p <= '9')
			continue;
		if (*p == ':' && (p - run == 5 || p - run == 6) && (memcmp(run, "19", 2) == 0 || memcmp(run, "20", 2) == 0))
		{
			memmove(run + 5, run + 4, (size_t) (e - run - 4));
			run[4] = ' ';
			return e + 1;
		}
		run = p + 1;
	}
	return e;
}

int
ara_datetime_parse(const char *s, size_t len, AraDateTime *d)
{
	return ara_datetime_read(s, len, d) == 1;
}

int
ara_datetime_read(const char *s, size_t len, AraDateTime *d)
{
	char		folded[MAX_DATE * ARA_MAP_GROWTH + 64];
	Reader		r = {0};

	if (len > MAX_DATE || ara_normalize_bound(len) >= sizeof(folded))
		return -1;
	r.p = folded;
	r.end = part_year(folded, folded + ara_normalize(s, len, folded, ARA_NORM_FOLD));
	while (r.p < r.end)
	{
		int			ok;

		if (is_digit(r.p, r.end))
			ok = clock_time(&r) || (r.after_time = 0, numeric_date(&r) || lone_number(&r));
		else if (is_letter(r.p, r.end))
		{
			ok = word(&r);
			r.after_time = r.after_number = 0;
		}
		else
		{
			ok = sign(&r);
			r.after_number = 0;
		}
		if (!ok)
			return -1;
	}
	if (r.english == 1)
		return 0;
	r.hijri |= is_hijri_year(r.date.year);
	r.other_hijri |= is_hijri_year(r.other.year);
	if (r.other.year != 0)
	{
		if (r.hijri == r.other_hijri || !is_date(&r.other, r.other_hijri) || r.date.year == 0)
			return 0;
		if (r.hijri)
		{
			AraDate		swap = r.date;

			r.date = r.other;
			r.other = swap;
			r.hijri = 0;
		}
	}
	if (!is_date(&r.date, r.hijri) || (r.date.year == 0 && r.date.day == 0))
		return 0;
	d->date = r.date;
	d->hijri = r.hijri;
	d->has_time = r.time && r.hour < 24;
	d->hour = r.hour;
	d->minute = r.minute;
	d->second = r.second;
	return 1;
}

int
ara_date_parse(const char *s, size_t len, AraDate *date)
{
	AraDateTime d;

	if (!ara_datetime_parse(s, len, &d) || d.hijri || d.date.year == 0)
		return 0;
	*date = d.date;
	return 1;
}
