/*
 * morph.c - names of what the analyzer finds
 */
#include "morph.h"

const char *
ara_pos_name(AraPos pos)
{
	static const char names[][12] = {"noun", "adjective", "verb", "numeral", "name", "function"};

	return names[pos];
}

const char *
ara_form_name(int slot, const char **person)
{
	static const char aspects[][20] = {
		"perfect", "imperfect", "jussive", "imperative", "passive perfect", "passive imperfect",
		"passive jussive", "passive imperative"
	};
	static const char persons[][4] = {
		"3ms", "3fs", "3md", "3fd", "3mp", "3fp", "2ms", "2fs", "2d", "2mp", "2fp", "1s", "1p", "", "", ""
	};
	static const char nominals[][28] = {
		"singular", "accusative with alef", "dual", "dual construct", "masculine plural",
		"masculine plural construct", "plural in -at", "broken plural", "feminine", "feminine dual",
		"feminine dual construct", "feminine plural", "indefinite without yeh", "form", "word"
	};

	*person = "";
	if (slot >= ARA_NOMINAL)
		return nominals[slot - ARA_NOMINAL];
	*person = persons[slot & 15];
	return aspects[slot >> 4];
}
