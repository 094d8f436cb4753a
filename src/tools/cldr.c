/*
 * cldr.c - names of countries and cities from CLDR, by way of the ICU installed here
 *
 *     cldr > cldr.tsv       canonical (Arabic), detail, variants, adjective, Latin: as in src/data/gazetteer
 *
 * Runs when the extension is built, so that no copy of CLDR's data is kept here.
 */
#include <stdio.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define ROOM 256

static void
print(const char *detail, const UChar *arabic, const UChar *latin)
{
	char		a[4 * ROOM],
				l[4 * ROOM];
	UErrorCode	status = U_ZERO_ERROR;

	u_strToUTF8(a, sizeof(a), NULL, arabic, -1, &status);
	u_strToUTF8(l, sizeof(l), NULL, latin, -1, &status);
	/* what has no Arabic name comes out as a code or in Latin letters; a shorter one is an everyday word too */
	if (U_SUCCESS(status) && u_strlen(arabic) > 3 && (unsigned char) a[0] >= 0xD8 && (unsigned char) a[0] <= 0xDB && strpbrk(a, "\t|") == NULL)
		printf("%s\t%s\t\t\t%s\n", a, detail, l);
}

static void
countries(void)
{
	const char *const *code;

	for (code = uloc_getISOCountries(); *code != NULL; code++)
	{
		char		locale[16];
		UChar		arabic[ROOM],
					latin[ROOM];
		UErrorCode	status = U_ZERO_ERROR;

		snprintf(locale, sizeof(locale), "und_%s", *code);
		uloc_getDisplayCountry(locale, "ar", arabic, ROOM, &status);
		uloc_getDisplayCountry(locale, "en", latin, ROOM, &status);
		if (U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING)
			print("country", arabic, latin);
	}
}

/* The city that stands for a time zone. */
static int
city(const UChar *zone, int32_t zone_len, const char *locale, UChar *out)
{
	static const UChar pattern[] = {'V', 'V', 'V', 0};
	UErrorCode	status = U_ZERO_ERROR;
	UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, zone, zone_len, pattern, 3, &status);

	udat_format(format, 0, out, ROOM, NULL, &status);
	udat_close(format);
	return U_SUCCESS(status);
}

static void
cities(void)
{
	UErrorCode	status = U_ZERO_ERROR;
	UEnumeration *zones = ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
	const UChar *zone;
	int32_t		len;

	while (U_SUCCESS(status) && (zone = uenum_unext(zones, &len, &status)) != NULL)
	{
		UChar		arabic[ROOM],
					latin[ROOM];

		if (city(zone, len, "ar", arabic) && city(zone, len, "en", latin))
			print("city", arabic, latin);
	}
	uenum_close(zones);
}

int
main(void)
{
	countries();
	cities();
	return 0;
}
