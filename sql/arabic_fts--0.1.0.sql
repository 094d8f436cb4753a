/* sql/arabic_fts--0.1.0.sql */

-- complain if script is sourced in psql, rather than via CREATE EXTENSION
\echo Use "CREATE EXTENSION arabic_fts" to load this file. \quit

---- versions -------------------------------------------------------------

CREATE FUNCTION arabic_fts_version() RETURNS text
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_fts_version() IS
'version of the loaded library';

CREATE FUNCTION arabic_fts_data_version() RETURNS text
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_fts_data_version() IS
'version of the data that decides lexemes: when it changes, recompute stored tsvectors and REINDEX expression indexes';

---- normalization --------------------------------------------------------

CREATE FUNCTION arabic_normalize(text) RETURNS text
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_normalize(text) IS
'text with marks, tatweel and controls removed and interchangeable letters, digits and case folded, as the dictionaries fold it; idempotent';

---- text search parser ---------------------------------------------------

CREATE FUNCTION arabic_parser_start(internal, integer) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION arabic_parser_nexttoken(internal, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION arabic_parser_end(internal) RETURNS void
AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION arabic_parser_headline(internal, internal, tsquery) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION arabic_parser_lextypes(internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;

CREATE TEXT SEARCH PARSER arabic (
	START = arabic_parser_start,
	GETTOKEN = arabic_parser_nexttoken,
	END = arabic_parser_end,
	HEADLINE = arabic_parser_headline,
	LEXTYPES = arabic_parser_lextypes
);
COMMENT ON TEXT SEARCH PARSER arabic IS
'the default parser''s token types, and hashtags, mentions, abbreviations, numbers and punctuation as Arabic writes them';

---- text search template and dictionaries --------------------------------

CREATE FUNCTION arabic_template_init(internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION arabic_template_lexize(internal, internal, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;

CREATE TEXT SEARCH TEMPLATE arabic (
	INIT = arabic_template_init,
	LEXIZE = arabic_template_lexize
);
COMMENT ON TEXT SEARCH TEMPLATE arabic IS
'options: Mode = exact (folded spelling), light (clitics and common endings off), lemma, root, or rich (several levels); StopWords = on or off';

CREATE TEXT SEARCH DICTIONARY arabic_exact (TEMPLATE = arabic, Mode = exact);
COMMENT ON TEXT SEARCH DICTIONARY arabic_exact IS
'folded spelling of any token, no stop words';

CREATE TEXT SEARCH DICTIONARY arabic_light (TEMPLATE = arabic, Mode = light);
COMMENT ON TEXT SEARCH DICTIONARY arabic_light IS
'Arabic words without clitics and common endings; stop words out';

CREATE TEXT SEARCH DICTIONARY arabic_lemma (TEMPLATE = arabic, Mode = lemma);
COMMENT ON TEXT SEARCH DICTIONARY arabic_lemma IS
'the lemma of an Arabic word, by a lexicon of all its forms; stop words out';

CREATE TEXT SEARCH DICTIONARY arabic_root (TEMPLATE = arabic, Mode = root);
COMMENT ON TEXT SEARCH DICTIONARY arabic_root IS
'the root of an Arabic word: finds much, and much that is only distantly related; stop words out';

CREATE TEXT SEARCH DICTIONARY arabic_rich (TEMPLATE = arabic, Mode = rich);
COMMENT ON TEXT SEARCH DICTIONARY arabic_rich IS
'several lexemes a word for best ranking: lemma, =surface, ~four letters, ^verb of its family; stop words out';

---- text search configurations -------------------------------------------

CREATE TEXT SEARCH CONFIGURATION arabic_fts_exact (PARSER = arabic);
COMMENT ON TEXT SEARCH CONFIGURATION arabic_fts_exact IS
'words as written, in folded spelling: no stop words, no stemming';
ALTER TEXT SEARCH CONFIGURATION arabic_fts_exact ADD MAPPING FOR
	asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart,
	email, url, host, url_path, file, sfloat, float, int, uint, version,
	hashtag, mention, abbreviation, number, percent
	WITH arabic_exact;

CREATE TEXT SEARCH CONFIGURATION arabic_fts_light (COPY = arabic_fts_exact);
COMMENT ON TEXT SEARCH CONFIGURATION arabic_fts_light IS
'Arabic words by light stemming, English words by english_stem';
ALTER TEXT SEARCH CONFIGURATION arabic_fts_light ALTER MAPPING FOR
	word, hword, hword_part WITH arabic_light;
ALTER TEXT SEARCH CONFIGURATION arabic_fts_light ALTER MAPPING FOR
	asciiword, asciihword, hword_asciipart WITH pg_catalog.english_stem;

CREATE TEXT SEARCH CONFIGURATION arabic_fts (COPY = arabic_fts_light);
COMMENT ON TEXT SEARCH CONFIGURATION arabic_fts IS
'the configuration to use: Arabic words by their lemma, English words by english_stem';
ALTER TEXT SEARCH CONFIGURATION arabic_fts ALTER MAPPING FOR
	word, hword, hword_part WITH arabic_lemma;

CREATE TEXT SEARCH CONFIGURATION arabic_fts_root (COPY = arabic_fts_light);
COMMENT ON TEXT SEARCH CONFIGURATION arabic_fts_root IS
'Arabic words by their root, English words by english_stem';
ALTER TEXT SEARCH CONFIGURATION arabic_fts_root ALTER MAPPING FOR
	word, hword, hword_part WITH arabic_root;

CREATE TEXT SEARCH CONFIGURATION arabic_fts_rich (COPY = arabic_fts);
COMMENT ON TEXT SEARCH CONFIGURATION arabic_fts_rich IS
'Arabic words at several levels, for best ranking with arabic_bm25; its tsvectors are several times as large as those of arabic_fts';
ALTER TEXT SEARCH CONFIGURATION arabic_fts_rich ALTER MAPPING FOR
	word, hword, hword_part WITH arabic_rich;

---- analysis --------------------------------------------------------------

CREATE FUNCTION arabic_analyze(
	text,
	OUT token text,
	OUT start integer,
	OUT length integer,
	OUT kind text,
	OUT reading integer,
	OUT proclitics text,
	OUT stem text,
	OUT enclitic text,
	OUT lemma text,
	OUT lexeme text,
	OUT root text,
	OUT pos text,
	OUT form text,
	OUT score real,
	OUT source text
) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 100;
COMMENT ON FUNCTION arabic_analyze(text) IS
'every reading of every token, best first: what the dictionaries of mode lemma and root see; reading 1 decides the lexeme; score is log2 of probability, up to a constant; start is 1-based and in characters';

CREATE FUNCTION arabic_lemmas(text) RETURNS text[]
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_lemmas(text) IS
'the vocalized lemma of each Arabic word, in order, stop words included; an unknown word stands for itself, folded, without the article';

CREATE FUNCTION arabic_root(text) RETURNS text
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_root(text) IS
'the root of the first Arabic word of a text; NULL if the lexicon does not know the word, or it has no root';

---- articles --------------------------------------------------------------

CREATE TYPE arabic_related_article AS (
	title text,
	body text
);
COMMENT ON TYPE arabic_related_article IS
'an article that a page shows below its main one';

CREATE TYPE arabic_article AS (
	title text,
	published_on date,
	author text,
	reading_minutes integer,
	lead text,
	body text,
	sources text[],
	keywords text,
	related arabic_related_article[]
);
COMMENT ON TYPE arabic_article IS
'fields of a raw article; NULL where the page does not give them; body has one paragraph or heading a line';
COMMENT ON COLUMN arabic_article.lead IS 'first paragraph of the body';
COMMENT ON COLUMN arabic_article.body IS 'paragraphs and headings, one a line, without advertisements, embeds and boxes';
COMMENT ON COLUMN arabic_article.sources IS 'in the order of the page, as written';
COMMENT ON COLUMN arabic_article.keywords IS 'the line of keywords as it stands, without its label';

CREATE FUNCTION arabic_article(text) RETURNS arabic_article
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_article(text) IS
'fields of a raw article page: title, date, author, reading time, lead, body, sources, keywords, related articles';

CREATE FUNCTION arabic_article_parts(
	text,
	OUT part text,
	OUT article integer,
	OUT ordinal integer,
	OUT start integer,
	OUT length integer,
	OUT content text
) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 50;
COMMENT ON FUNCTION arabic_article_parts(text) IS
'the whole text cut into named parts, each character in exactly one; article 0 is the main one, 1 and up are related; start is 1-based and in characters';

-- IMMUTABLE as to_tsvector(regconfig, text) is, for the same reason: generated columns and indexes need it, and
-- changing a configuration is rare enough to say that what depends on it must then be rebuilt.
CREATE FUNCTION arabic_article_to_tsvector(regconfig, text) RETURNS tsvector
AS 'MODULE_PATHNAME', 'arabic_article_to_tsvector_byid' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_article_to_tsvector(regconfig, text) IS
'tsvector of the main article: title weight A, keywords B, first paragraph C, the rest of the body D';

CREATE FUNCTION arabic_article_to_tsvector(text) RETURNS tsvector
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_article_to_tsvector(text) IS
'the same with the configuration arabic_fts of the extension''s own schema';

---- dates -----------------------------------------------------------------

-- STABLE: the calendar of Umm al-Qura comes from the server's ICU, whose tables may change with its version.
CREATE FUNCTION arabic_dates(
	text,
	reference date DEFAULT NULL,
	OUT start integer,
	OUT length integer,
	OUT content text,
	OUT date_from date,
	OUT date_to date,
	OUT calendar text,
	OUT "precision" text,
	OUT relative boolean
) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C STABLE PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION arabic_dates(text, date) IS
'dates and ranges in running text, first and last day each; calendar gregorian or hijri (Umm al-Qura); precision day, week, month, season, year, decade or century; relative: counted from the reference, and NULL without one; start is 1-based and in characters';
