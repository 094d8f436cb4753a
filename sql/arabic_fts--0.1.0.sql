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
'options: Mode = exact (folded spelling), light (clitics and common endings off), lemma, root, rich (several levels), or names (the lemma, and how a name sounds); StopWords = on or off; Filter = on: pass the folded word on to the next dictionary';

CREATE TEXT SEARCH DICTIONARY arabic_exact (TEMPLATE = arabic, Mode = exact);
COMMENT ON TEXT SEARCH DICTIONARY arabic_exact IS
'folded spelling of any token, no stop words';

-- english_stem lower-cases by the database's locale: in a Turkish one, "INDIA" would be another word than elsewhere
CREATE TEXT SEARCH DICTIONARY arabic_fold (TEMPLATE = arabic, Mode = exact, Filter = on);
COMMENT ON TEXT SEARCH DICTIONARY arabic_fold IS
'passes the folded spelling on to the next dictionary';

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

CREATE TEXT SEARCH DICTIONARY arabic_names (TEMPLATE = arabic, Mode = names);
COMMENT ON TEXT SEARCH DICTIONARY arabic_names IS
'the lemma, and for names and Latin words, @ and how it sounds in either script (arabic_name_key); stop words out';

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
	asciiword, asciihword, hword_asciipart WITH arabic_fold, pg_catalog.english_stem;

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

CREATE TEXT SEARCH CONFIGURATION arabic_fts_names (COPY = arabic_fts);
COMMENT ON TEXT SEARCH CONFIGURATION arabic_fts_names IS
'as arabic_fts, and names are found in other spellings and in Latin letters (Putin, Poutine); Latin words are not stemmed';
ALTER TEXT SEARCH CONFIGURATION arabic_fts_names ALTER MAPPING FOR
	asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH arabic_names;

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
	published_at timestamp,
	author text,
	dateline text,
	agency text,
	reading_minutes integer,
	lead text,
	body text,
	sources text[],
	keywords text[],
	related arabic_related_article[]
);
COMMENT ON TYPE arabic_article IS
'fields of a raw article; NULL where the page does not give them; body has one paragraph or heading a line';
COMMENT ON COLUMN arabic_article.published_on IS 'day of publication; where only an Islamic date stands, the day that it is by Umm al-Qura''s calendar; else of the last change';
COMMENT ON COLUMN arabic_article.published_at IS 'day and hour of publication as the page writes them, in its own time zone; NULL without an hour';
COMMENT ON COLUMN arabic_article.dateline IS 'place of the dateline or byline, as written';
COMMENT ON COLUMN arabic_article.agency IS 'agency of the dateline, else the first source that is one, as written';
COMMENT ON COLUMN arabic_article.lead IS 'first paragraph of the body';
COMMENT ON COLUMN arabic_article.body IS 'paragraphs and headings, one a line, without advertisements, embeds and boxes';
COMMENT ON COLUMN arabic_article.sources IS 'in the order of the page, as written';
COMMENT ON COLUMN arabic_article.keywords IS 'in the order of the page; a line that joins them by spaces is cut as arabic_split_keywords does';

---- keywords --------------------------------------------------------------

CREATE TYPE arabic_keyword_stats;

CREATE FUNCTION arabic_keyword_stats_in(cstring) RETURNS arabic_keyword_stats
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_keyword_stats_in(cstring) IS 'I/O';
CREATE FUNCTION arabic_keyword_stats_out(arabic_keyword_stats) RETURNS cstring
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_keyword_stats_out(arabic_keyword_stats) IS 'I/O';

CREATE TYPE arabic_keyword_stats (
	INPUT = arabic_keyword_stats_in,
	OUTPUT = arabic_keyword_stats_out,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE arabic_keyword_stats IS
'the keywords of a collection of articles, and in how many of their lists each stands';

CREATE FUNCTION arabic_keyword_stats_transition(internal, text) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_keyword_stats_transition(internal, text) IS 'aggregate transition function';
CREATE FUNCTION arabic_keyword_stats_line_transition(internal, text, text) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_keyword_stats_line_transition(internal, text, text) IS 'aggregate transition function';
CREATE FUNCTION arabic_keyword_stats_combine(internal, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION arabic_keyword_stats_combine(internal, internal) IS 'aggregate combine function';
CREATE FUNCTION arabic_keyword_stats_serialize(internal) RETURNS bytea
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_keyword_stats_serialize(internal) IS 'aggregate serial function';
CREATE FUNCTION arabic_keyword_stats_deserialize(bytea, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_keyword_stats_deserialize(bytea, internal) IS 'aggregate deserial function';
CREATE FUNCTION arabic_keyword_stats_final(internal) RETURNS arabic_keyword_stats
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION arabic_keyword_stats_final(internal) IS 'aggregate final function';

CREATE AGGREGATE arabic_keyword_stats(text) (
	SFUNC = arabic_keyword_stats_transition,
	STYPE = internal,
	SSPACE = 100000,
	COMBINEFUNC = arabic_keyword_stats_combine,
	SERIALFUNC = arabic_keyword_stats_serialize,
	DESERIALFUNC = arabic_keyword_stats_deserialize,
	FINALFUNC = arabic_keyword_stats_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE arabic_keyword_stats(text) IS
'learns the keywords of a collection from raw articles, whose keyword lines may join them by spaces';

CREATE AGGREGATE arabic_keyword_stats(text, text) (
	SFUNC = arabic_keyword_stats_line_transition,
	STYPE = internal,
	SSPACE = 100000,
	COMBINEFUNC = arabic_keyword_stats_combine,
	SERIALFUNC = arabic_keyword_stats_serialize,
	DESERIALFUNC = arabic_keyword_stats_deserialize,
	FINALFUNC = arabic_keyword_stats_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE arabic_keyword_stats(text, text) IS
'the same from keyword lines and the texts of their articles';

CREATE FUNCTION arabic_keyword_phrases(arabic_keyword_stats, OUT keyword text, OUT lists bigint) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION arabic_keyword_phrases(arabic_keyword_stats) IS
'the keywords that statistics know, and in how many lists each stands';

-- not STRICT: without an article or statistics, the line is cut by what is left
CREATE FUNCTION arabic_split_keywords(line text, article text DEFAULT NULL, stats arabic_keyword_stats DEFAULT NULL) RETURNS text[]
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_split_keywords(text, text, arabic_keyword_stats) IS
'a line of keywords as a list: by its separators, or where spaces join them, by phrases of the article, known keywords, grammar and order';

-- not STRICT: markers and statistics may be NULL
CREATE FUNCTION arabic_article(
	article text,
	markers text[] DEFAULT NULL,
	keywords arabic_keyword_stats DEFAULT NULL
) RETURNS arabic_article
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_article(text, text[], arabic_keyword_stats) IS
'fields of a raw article page; markers: your own, in pairs: role (or role and place), text; keywords: statistics by which a line of keywords is cut';

---- HTML ------------------------------------------------------------------

CREATE FUNCTION arabic_html_to_text(text) RETURNS text
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_html_to_text(text) IS
'the article of an HTML page as arabic_article reads it: its title, then its readable blocks, one a line; text without a tag stays as it is';

CREATE FUNCTION arabic_article_from_html(
	html text,
	markers text[] DEFAULT NULL,
	keywords arabic_keyword_stats DEFAULT NULL
) RETURNS arabic_article
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION arabic_article_from_html(text, text[], arabic_keyword_stats) IS
'fields of an article from its HTML page: those of JSON-LD, Open Graph and other meta elements where the page has them, else as arabic_article(arabic_html_to_text(page))';

---- parts of articles -----------------------------------------------------

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

CREATE FUNCTION arabic_article_parts(
	text,
	markers text[],
	OUT part text,
	OUT article integer,
	OUT ordinal integer,
	OUT start integer,
	OUT length integer,
	OUT content text
) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 50;
COMMENT ON FUNCTION arabic_article_parts(text, text[]) IS
'the same with markers of your own, in pairs: role (or role and place), text';

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

CREATE FUNCTION arabic_article_to_tsvector(regconfig, text, markers text[]) RETURNS tsvector
AS 'MODULE_PATHNAME', 'arabic_article_to_tsvector_byid' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_article_to_tsvector(regconfig, text, text[]) IS
'the same with markers of your own, in pairs: role (or role and place), text';

---- queries ---------------------------------------------------------------

CREATE FUNCTION arabic_websearch_to_tsquery(regconfig, text) RETURNS tsquery
AS 'MODULE_PATHNAME', 'arabic_websearch_to_tsquery_byid' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_websearch_to_tsquery(regconfig, text) IS
'query of what people type: words, أو OR, ليس - NOT, "phrases", prefix*, =exact, (groups); any text is accepted, and no query matches everything';

CREATE FUNCTION arabic_websearch_to_tsquery(text) RETURNS tsquery
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_websearch_to_tsquery(text) IS
'the same with the configuration arabic_fts of the extension''s own schema';

CREATE FUNCTION arabic_any_to_tsquery(regconfig, text) RETURNS tsquery
AS 'MODULE_PATHNAME', 'arabic_any_to_tsquery_byid' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_any_to_tsquery(regconfig, text) IS
'query for any of the words of a text, each lexeme once, the first 1024: for ranking by how many match; nothing in the text is an operator';

CREATE FUNCTION arabic_any_to_tsquery(text) RETURNS tsquery
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_any_to_tsquery(text) IS
'the same with the configuration arabic_fts of the extension''s own schema';

CREATE FUNCTION arabic_relax(tsquery) RETURNS tsquery
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_relax(tsquery) IS
'the query one step wider: the outermost AND becomes OR, a phrase becomes AND (and OR when relaxed again); what is excluded stays excluded';

---- suggestions -----------------------------------------------------------

CREATE TYPE arabic_vocabulary;

CREATE FUNCTION arabic_vocabulary_in(cstring) RETURNS arabic_vocabulary
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_vocabulary_in(cstring) IS
'input of type arabic_vocabulary: word:documents ...';
CREATE FUNCTION arabic_vocabulary_out(arabic_vocabulary) RETURNS cstring
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_vocabulary_out(arabic_vocabulary) IS
'output of type arabic_vocabulary';

-- external: compression would save little, and cost each call of arabic_suggest more than its search
CREATE TYPE arabic_vocabulary (
	INPUT = arabic_vocabulary_in,
	OUTPUT = arabic_vocabulary_out,
	STORAGE = external
);
COMMENT ON TYPE arabic_vocabulary IS
'the words of a corpus and in how many documents each stands: made by the aggregate arabic_vocabulary, read by arabic_suggest';

CREATE FUNCTION arabic_vocabulary_add(internal, text, bigint) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION arabic_vocabulary_add(internal, text, bigint) IS
'transition function of arabic_vocabulary(text, bigint)';
CREATE FUNCTION arabic_vocabulary_add(internal, tsvector) RETURNS internal
AS 'MODULE_PATHNAME', 'arabic_vocabulary_add_tsvector' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION arabic_vocabulary_add(internal, tsvector) IS
'transition function of arabic_vocabulary(tsvector)';
CREATE FUNCTION arabic_vocabulary_final(internal) RETURNS arabic_vocabulary
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION arabic_vocabulary_final(internal) IS
'final function of the aggregates arabic_vocabulary';

CREATE AGGREGATE arabic_vocabulary(lexeme text, ndoc bigint) (
	SFUNC = arabic_vocabulary_add,
	STYPE = internal,
	FINALFUNC = arabic_vocabulary_final,
	FINALFUNC_MODIFY = READ_ONLY,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE arabic_vocabulary(text, bigint) IS
'vocabulary of words or lexemes (word and ndoc of ts_stat, or of any table); what is no word of 2 to 40 Arabic or Latin letters is passed over';

CREATE AGGREGATE arabic_vocabulary(tsvector) (
	SFUNC = arabic_vocabulary_add,
	STYPE = internal,
	FINALFUNC = arabic_vocabulary_final,
	FINALFUNC_MODIFY = READ_ONLY,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE arabic_vocabulary(tsvector) IS
'vocabulary of the lexemes of all documents, without ts_stat';

CREATE FUNCTION arabic_suggest(
	config regconfig,
	query text,
	vocabulary arabic_vocabulary,
	max_results integer DEFAULT 5,
	OUT suggestion text,
	OUT distance real,
	OUT ndoc integer
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'arabic_suggest_byid' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5;
COMMENT ON FUNCTION arabic_suggest(regconfig, text, arabic_vocabulary, integer) IS
'did you mean: the query with each word that the vocabulary has in no form replaced by one that it has, best first; distance 1 is one error, less for likely ones; ndoc is that of the rarest word put in; no rows if there is nothing to correct';

CREATE FUNCTION arabic_suggest(
	query text,
	vocabulary arabic_vocabulary,
	max_results integer DEFAULT 5,
	OUT suggestion text,
	OUT distance real,
	OUT ndoc integer
) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 5;
COMMENT ON FUNCTION arabic_suggest(text, arabic_vocabulary, integer) IS
'the same with the configuration arabic_fts of the extension''s own schema';

---- headlines -------------------------------------------------------------

-- IMMUTABLE as ts_headline(regconfig, ...) is; the forms without one read no setting either
CREATE FUNCTION arabic_headline(config regconfig, document text, query tsquery) RETURNS text
AS 'MODULE_PATHNAME', 'arabic_headline_byid' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_headline(regconfig, text, tsquery) IS
'the passage of a document that has most of a query''s terms, marked with <b> and </b>, the rest escaped for HTML';

CREATE FUNCTION arabic_headline(config regconfig, document text, query tsquery, options text) RETURNS text
AS 'MODULE_PATHNAME', 'arabic_headline_byid' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_headline(regconfig, text, tsquery, text) IS
'the same with ts_headline''s options (StartSel, StopSel, MaxWords, MinWords, ShortWord, HighlightAll, MaxFragments, FragmentDelimiter), EscapeHTML (on) and BidiIsolate (off, fragments or matches)';

CREATE FUNCTION arabic_headline(document text, query tsquery) RETURNS text
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_headline(text, tsquery) IS
'the same with the configuration arabic_fts of the extension''s own schema';

CREATE FUNCTION arabic_headline(document text, query tsquery, options text) RETURNS text
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION arabic_headline(text, tsquery, text) IS
'the same with the configuration arabic_fts of the extension''s own schema, and options';

---- ranking by BM25 -------------------------------------------------------

CREATE TYPE arabic_bm25_stats;

CREATE FUNCTION arabic_bm25_stats_in(cstring) RETURNS arabic_bm25_stats
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_stats_in(cstring) IS 'I/O';
CREATE FUNCTION arabic_bm25_stats_out(arabic_bm25_stats) RETURNS cstring
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_stats_out(arabic_bm25_stats) IS 'I/O';
CREATE FUNCTION arabic_bm25_stats_recv(internal) RETURNS arabic_bm25_stats
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_stats_recv(internal) IS 'I/O';
CREATE FUNCTION arabic_bm25_stats_send(arabic_bm25_stats) RETURNS bytea
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_stats_send(arabic_bm25_stats) IS 'I/O';

-- not compressed, so that binding a query reads a few parts of a long value instead of all of it
CREATE TYPE arabic_bm25_stats (
	INPUT = arabic_bm25_stats_in,
	OUTPUT = arabic_bm25_stats_out,
	RECEIVE = arabic_bm25_stats_recv,
	SEND = arabic_bm25_stats_send,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE arabic_bm25_stats IS
'what BM25 knows of a collection: number of documents, their total length in positions, and in how many documents each lexeme stands';

CREATE TYPE arabic_bm25_query;

CREATE FUNCTION arabic_bm25_query_in(cstring) RETURNS arabic_bm25_query
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_query_in(cstring) IS 'I/O';
CREATE FUNCTION arabic_bm25_query_out(arabic_bm25_query) RETURNS cstring
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_query_out(arabic_bm25_query) IS 'I/O';
CREATE FUNCTION arabic_bm25_query_recv(internal) RETURNS arabic_bm25_query
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_query_recv(internal) IS 'I/O';
CREATE FUNCTION arabic_bm25_query_send(arabic_bm25_query) RETURNS bytea
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_query_send(arabic_bm25_query) IS 'I/O';

CREATE TYPE arabic_bm25_query (
	INPUT = arabic_bm25_query_in,
	OUTPUT = arabic_bm25_query_out,
	RECEIVE = arabic_bm25_query_recv,
	SEND = arabic_bm25_query_send,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE arabic_bm25_query IS
'a query bound to statistics: its terms that are not negated, each with its weight (idf times how often the query has it), and the average length of a document';

CREATE FUNCTION arabic_bm25_stats_transition(internal, tsvector) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 50;
COMMENT ON FUNCTION arabic_bm25_stats_transition(internal, tsvector) IS 'aggregate transition function';
CREATE FUNCTION arabic_bm25_stats_merge_transition(internal, arabic_bm25_stats) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION arabic_bm25_stats_merge_transition(internal, arabic_bm25_stats) IS 'aggregate merge transition function';
CREATE FUNCTION arabic_bm25_stats_combine(internal, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_stats_combine(internal, internal) IS 'aggregate combine function';
CREATE FUNCTION arabic_bm25_stats_serialize(internal) RETURNS bytea
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_stats_serialize(internal) IS 'aggregate serial function';
CREATE FUNCTION arabic_bm25_stats_deserialize(bytea, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_stats_deserialize(bytea, internal) IS 'aggregate deserial function';
CREATE FUNCTION arabic_bm25_stats_final(internal) RETURNS arabic_bm25_stats
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_stats_final(internal) IS 'aggregate final function';

CREATE AGGREGATE arabic_bm25_stats(tsvector) (
	SFUNC = arabic_bm25_stats_transition,
	STYPE = internal,
	SSPACE = 1000000,
	COMBINEFUNC = arabic_bm25_stats_combine,
	SERIALFUNC = arabic_bm25_stats_serialize,
	DESERIALFUNC = arabic_bm25_stats_deserialize,
	FINALFUNC = arabic_bm25_stats_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE arabic_bm25_stats(tsvector) IS
'statistics of a collection for arabic_bm25; NULL is not a document; a document''s length is its number of positions, a lexeme without positions counts 1, and a tsvector keeps at most 255 of a lexeme';

CREATE AGGREGATE arabic_bm25_stats_merge(arabic_bm25_stats) (
	SFUNC = arabic_bm25_stats_merge_transition,
	STYPE = internal,
	SSPACE = 1000000,
	COMBINEFUNC = arabic_bm25_stats_combine,
	SERIALFUNC = arabic_bm25_stats_serialize,
	DESERIALFUNC = arabic_bm25_stats_deserialize,
	FINALFUNC = arabic_bm25_stats_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE arabic_bm25_stats_merge(arabic_bm25_stats) IS
'statistics of several partitions, shards or batches as one';

CREATE FUNCTION arabic_bm25_stats_add(arabic_bm25_stats, arabic_bm25_stats) RETURNS arabic_bm25_stats
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION arabic_bm25_stats_add(arabic_bm25_stats, arabic_bm25_stats) IS
'implementation of + operator';
CREATE FUNCTION arabic_bm25_stats_subtract(arabic_bm25_stats, arabic_bm25_stats) RETURNS arabic_bm25_stats
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION arabic_bm25_stats_subtract(arabic_bm25_stats, arabic_bm25_stats) IS
'implementation of - operator';

CREATE OPERATOR + (
	LEFTARG = arabic_bm25_stats,
	RIGHTARG = arabic_bm25_stats,
	FUNCTION = arabic_bm25_stats_add,
	COMMUTATOR = +
);
COMMENT ON OPERATOR + (arabic_bm25_stats, arabic_bm25_stats) IS
'statistics after documents have been added';
CREATE OPERATOR - (
	LEFTARG = arabic_bm25_stats,
	RIGHTARG = arabic_bm25_stats,
	FUNCTION = arabic_bm25_stats_subtract
);
COMMENT ON OPERATOR - (arabic_bm25_stats, arabic_bm25_stats) IS
'statistics after documents have been removed; an error if they were not among them';

CREATE FUNCTION arabic_bm25_documents(arabic_bm25_stats) RETURNS bigint
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_documents(arabic_bm25_stats) IS
'number of documents that statistics are of';

CREATE FUNCTION arabic_bm25_average_length(arabic_bm25_stats) RETURNS float8
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_average_length(arabic_bm25_stats) IS
'average length of a document in positions; NULL without documents';

CREATE FUNCTION arabic_bm25_df(arabic_bm25_stats, lexeme text) RETURNS bigint
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION arabic_bm25_df(arabic_bm25_stats, text) IS
'document frequency: in how many documents a lexeme stands';

CREATE FUNCTION arabic_bm25_lexemes(arabic_bm25_stats, OUT lexeme text, OUT df bigint) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100000;
COMMENT ON FUNCTION arabic_bm25_lexemes(arabic_bm25_stats) IS
'all lexemes with their document frequencies, in the order of tsvector';

CREATE FUNCTION arabic_bm25_query(tsquery, arabic_bm25_stats) RETURNS arabic_bm25_query
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_bm25_query(tsquery, arabic_bm25_stats) IS
'binds a query to statistics once, for any number of rows: its operands that are not below a NOT; one that stands twice counts twice; a prefix counts as one term';

-- by calling it, the planner loads the library, which then offers it the ranked scan
CREATE FUNCTION arabic_bm25_support(internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C STRICT PARALLEL SAFE;
COMMENT ON FUNCTION arabic_bm25_support(internal) IS 'planner support for arabic_bm25';

CREATE FUNCTION arabic_bm25(tsvector, arabic_bm25_query, k1 float8 DEFAULT 1.2, b float8 DEFAULT 0.75) RETURNS real
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 SUPPORT arabic_bm25_support;
COMMENT ON FUNCTION arabic_bm25(tsvector, arabic_bm25_query, float8, float8) IS
'BM25 score of a document for a bound query; terms below phrase operators count as terms, as for ts_rank; k1: how much repetition counts, b: how much length counts against a document';

CREATE FUNCTION arabic_bm25(weights real[], tsvector, arabic_bm25_query, k1 float8 DEFAULT 1.2, b float8 DEFAULT 0.75) RETURNS real
AS 'MODULE_PATHNAME', 'arabic_bm25_weighted' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 SUPPORT arabic_bm25_support;
COMMENT ON FUNCTION arabic_bm25(real[], tsvector, arabic_bm25_query, float8, float8) IS
'the same, each position counting the weight of its label: {D, C, B, A}, as for ts_rank; the length of a document is not weighted';

CREATE FUNCTION arabic_bm25(tsvector, tsquery, arabic_bm25_stats, k1 float8 DEFAULT 1.2, b float8 DEFAULT 0.75) RETURNS real
AS 'MODULE_PATHNAME', 'arabic_bm25_stats_score' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 SUPPORT arabic_bm25_support;
COMMENT ON FUNCTION arabic_bm25(tsvector, tsquery, arabic_bm25_stats, float8, float8) IS
'BM25 score of a document for a query; binds the query to the statistics when either changes, not for each row';

CREATE FUNCTION arabic_bm25(weights real[], tsvector, tsquery, arabic_bm25_stats, k1 float8 DEFAULT 1.2, b float8 DEFAULT 0.75) RETURNS real
AS 'MODULE_PATHNAME', 'arabic_bm25_stats_score_weighted' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 SUPPORT arabic_bm25_support;
COMMENT ON FUNCTION arabic_bm25(real[], tsvector, tsquery, arabic_bm25_stats, float8, float8) IS
'the same, each position counting the weight of its label: {D, C, B, A}, as for ts_rank; the length of a document is not weighted';

---- spans -----------------------------------------------------------------

CREATE FUNCTION arabic_sentences(
	text,
	OUT ordinal integer,
	OUT start integer,
	OUT length integer,
	OUT content text
) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 50;
COMMENT ON FUNCTION arabic_sentences(text) IS
'sentences, by stops and line ends; abbreviations, decimals, ellipses and stops inside quotations do not end one; start is 1-based and in characters';

CREATE FUNCTION arabic_numbers(
	text,
	OUT start integer,
	OUT length integer,
	OUT content text,
	OUT value numeric,
	OUT kind text,
	OUT unit text
) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 20;
COMMENT ON FUNCTION arabic_numbers(text) IS
'numbers in digits and words with their value; kind is cardinal, ordinal, percent (value 50 for 50 %), fraction, currency or measure, the last two with their unit as written; dates are not among them; start is 1-based and in characters';
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

---- entities --------------------------------------------------------------

CREATE FUNCTION arabic_entities(
	text,
	OUT entity text,
	OUT kind text,
	OUT canonical text,
	OUT start integer,
	OUT length integer,
	OUT confidence real,
	OUT part text
) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 30;
COMMENT ON FUNCTION arabic_entities(text) IS
'persons, places and organisations named in a text: as written without clitics, kind, canonical form, start (1-based) and length in characters, confidence from 0 to 1, and the part of the article: main, related, source, keywords, author, intrusion, boilerplate';

-- STABLE: reads the gazetteer's table.
CREATE FUNCTION arabic_entities(
	text,
	gazetteer regclass,
	OUT entity text,
	OUT kind text,
	OUT canonical text,
	OUT start integer,
	OUT length integer,
	OUT confidence real,
	OUT part text
) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'arabic_entities_gazetteer' LANGUAGE C STABLE PARALLEL SAFE COST 5000 ROWS 30;
COMMENT ON FUNCTION arabic_entities(text, regclass) IS
'the same with names of a table of the user (columns name, kind, optionally canonical), which come before what the extension knows; changes of the table are seen at once; NULL: no table';

CREATE FUNCTION arabic_name_key(text) RETURNS text
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION arabic_name_key(text) IS
'how a name sounds: the same key for its spellings in Arabic and Latin letters; for an index, a join, or grouping';

---- quotations ------------------------------------------------------------

CREATE FUNCTION arabic_quotes(
	text,
	OUT start integer,
	OUT length integer,
	OUT content text,
	OUT speaker_start integer,
	OUT speaker_length integer,
	OUT speaker text,
	OUT verb_start integer,
	OUT verb_length integer,
	OUT verb text,
	OUT kind text,
	OUT carried boolean,
	OUT document boolean,
	OUT closed boolean
) RETURNS SETOF record
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION arabic_quotes(text) IS
'what is quoted in a text and introduced as said, without its marks; kind quote or fragment; speaker and verb as written, NULL where there is none; carried: the speaker stands in a sentence before; document: a document says it; closed: a mark ends it; positions are 1-based and in characters';

---- views of entities -----------------------------------------------------

-- Bodies of the form BEGIN ATOMIC are bound to the extension's functions when they are made, wherever those move and
-- whatever search_path says, such as nothing when a dump is restored.

-- The sentence is the number of those that begin at or before the name: one sort, where a join would be quadratic.
CREATE FUNCTION arabic_mentions(
	content text,
	gazetteer regclass DEFAULT NULL,
	OUT ordinal integer,
	OUT entity text,
	OUT kind text,
	OUT canonical text,
	OUT start integer,
	OUT length integer,
	OUT confidence real,
	OUT part text,
	OUT sentence integer
) RETURNS SETOF record
LANGUAGE sql STABLE PARALLEL SAFE COST 10000 ROWS 30
BEGIN ATOMIC
	SELECT (row_number() OVER (ORDER BY x.start))::integer, x.entity, x.kind, x.canonical, x.start, x.length, x.confidence,
		x.part, x.sentence::integer
	FROM (
		SELECT e.*, count(*) FILTER (WHERE e.entity IS NULL) OVER (ORDER BY e.start, e.entity IS NULL DESC
			ROWS UNBOUNDED PRECEDING) AS sentence
		FROM (
			SELECT a.entity, a.kind, a.canonical, a.start, a.length, a.confidence, a.part
			FROM arabic_entities(content, gazetteer) a
			UNION ALL
			SELECT NULL, NULL, NULL, s.start, NULL, NULL, NULL FROM arabic_sentences(content) s
		) e
	) x
	WHERE x.entity IS NOT NULL
	ORDER BY x.start;
END;
COMMENT ON FUNCTION arabic_mentions(text, regclass) IS
'the rows of arabic_entities, numbered, each with the number of its sentence in arabic_sentences';

-- By sound alone, Hassan would be Hussein, and Salman Sulayman: a name that the lexicon has is compared by its lemma,
-- which stands for all its spellings, unless it has no root and is so long that the same sound is no accident.
CREATE FUNCTION arabic_entity_key(kind text, canonical text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 500
BEGIN ATOMIC
	SELECT CASE WHEN kind = 'person' THEN (
		SELECT string_agg(CASE WHEN a.root IS NOT NULL OR length(k.sound) < 3 THEN coalesce(a.lexeme, arabic_normalize(a.token))
				WHEN a.source = 'lexicon' AND length(k.sound) < 5 THEN '*' || a.lexeme
				ELSE '*' || k.sound END, ' ' ORDER BY a.start)
		FROM arabic_analyze(canonical) a, arabic_name_key(coalesce(a.lemma, a.token)) k(sound)
		WHERE a.reading = 1 AND a.kind IN ('word', 'asciiword', 'hword_part', 'hword_asciipart'))
	WHEN canonical ~ '[\u064B-\u0652]' THEN canonical -- marks tell Oman from Amman
	ELSE arabic_normalize(canonical) END;
END;
COMMENT ON FUNCTION arabic_entity_key(text, text) IS
'the same for spellings of one entity: of a person, each word by its lemma, or, long or unknown and without a root, by its sound (arabic_name_key), * before what has no root; of what is no person, the folded spelling, or the canonical form itself if it has vowel signs';

-- What the views hold, for format() with the extension's schema and the relations source, articles, mentions, names.
CREATE FUNCTION arabic_entity_views_query(part text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE part
	WHEN 'articles' THEN $q$
SELECT s.key, s.published_on, s.content_hash FROM %2$s s$q$
	-- Shortened, for a gazetteer may have what is too long for an index.
	WHEN 'mentions' THEN $q$
SELECT s.key, m.ordinal, m.entity, left(m.kind, 60) AS kind, left(m.canonical, 200) AS canonical, m.start, m.length,
	m.confidence, m.part, m.sentence
FROM %2$s s, LATERAL %1$s.arabic_mentions(s.content, s.gazetteer) m$q$
	-- A surname without a root is, alone, the person who bears it, if the collection has one such person and nobody who
	-- has it as a first name.  The son of Salman is not Salman.
	WHEN 'names' THEN $q$
WITH spelling AS (
	SELECT m.kind, m.canonical AS spelling, count(*) AS mentions,
		coalesce(%1$s.arabic_entity_key(m.kind, m.canonical), m.canonical) AS key
	FROM %4$s m GROUP BY m.kind, m.canonical
), surname AS (
	SELECT substring(key FROM '[^ ]+$') AS surname, min(key) AS key
	FROM spelling WHERE kind = 'person' AND key LIKE '%% %%'
	GROUP BY 1
	HAVING count(DISTINCT key) = 1 AND NOT bool_or(spelling ~ ' (بن|ابن|آل) [^ ]+$')
), first_name AS (
	SELECT DISTINCT split_part(key, ' ', 1) AS name FROM spelling WHERE kind = 'person' AND key LIKE '%% %%'
), one AS (
	SELECT s.kind, s.spelling, s.mentions, coalesce(u.key, s.key) AS key
	FROM spelling s LEFT JOIN surname u ON s.kind = 'person' AND s.key = u.surname AND s.key LIKE '*%%'
		AND s.key NOT IN (SELECT name FROM first_name)
)
SELECT kind, spelling, mentions, first_value(spelling) OVER (PARTITION BY kind, key
	ORDER BY spelling LIKE '%% %%' DESC, mentions DESC, length(spelling) DESC, spelling COLLATE "C") AS canonical
FROM one$q$
	WHEN 'entities' THEN $q$
SELECT n.canonical, n.kind, count(*) AS mentions, count(DISTINCT m.key) AS articles,
	min(a.published_on) AS first_seen, max(a.published_on) AS last_seen,
	array_agg(DISTINCT n.spelling) AS spellings
FROM %4$s m JOIN %5$s n ON n.kind = m.kind AND n.spelling = m.canonical JOIN %3$s a ON a.key = m.key
WHERE m.part = 'main' AND m.confidence >= 0.5
GROUP BY n.canonical, n.kind$q$
	-- 50 entities are 1,225 pairs of an article at most.
	WHEN 'pairs' THEN $q$
WITH present AS (
	SELECT * FROM (
		SELECT m.key, n.canonical, n.kind, array_agg(DISTINCT m.sentence) AS sentences,
			row_number() OVER (PARTITION BY m.key ORDER BY count(*) DESC, min(m.start)) AS place
		FROM %4$s m JOIN %5$s n ON n.kind = m.kind AND n.spelling = m.canonical
		WHERE m.part = 'main' AND m.confidence >= 0.5
		GROUP BY m.key, n.canonical, n.kind) x
	WHERE place <= 50
), article AS (
	SELECT a.canonical AS canonical_a, a.kind AS kind_a, b.canonical AS canonical_b, b.kind AS kind_b, count(*) AS articles
	FROM present a JOIN present b ON a.key = b.key
		AND (a.canonical COLLATE "C", a.kind COLLATE "C") < (b.canonical, b.kind)
	GROUP BY 1, 2, 3, 4
), said AS (
	SELECT key, canonical, kind, unnest(sentences) AS sentence FROM present
), sentence AS (
	SELECT a.canonical AS canonical_a, a.kind AS kind_a, b.canonical AS canonical_b, b.kind AS kind_b, count(*) AS sentences
	FROM said a JOIN said b ON a.key = b.key AND a.sentence = b.sentence
		AND (a.canonical COLLATE "C", a.kind COLLATE "C") < (b.canonical, b.kind)
	GROUP BY 1, 2, 3, 4
)
SELECT canonical_a, kind_a, canonical_b, kind_b, articles, coalesce(sentences, 0) AS sentences
FROM article LEFT JOIN sentence USING (canonical_a, kind_a, canonical_b, kind_b)$q$
	WHEN 'timeline' THEN $q$
SELECT a.published_on AS day, n.canonical, n.kind, count(*) AS mentions, count(DISTINCT m.key) AS articles
FROM %4$s m JOIN %5$s n ON n.kind = m.kind AND n.spelling = m.canonical JOIN %3$s a ON a.key = m.key
WHERE m.part = 'main' AND m.confidence >= 0.5 AND a.published_on IS NOT NULL
GROUP BY a.published_on, n.canonical, n.kind$q$
END;
COMMENT ON FUNCTION arabic_entity_views_query(text) IS
'the query of each view of arabic_create_entity_views, for format(query, schema of the extension, source, articles, mentions, names)';


-- One error a fact; the rest of a caller's mistakes are PostgreSQL's to tell.
CREATE FUNCTION arabic_entity_views_check(source regclass, prefix text, key name, content name, published name) RETURNS void
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	c record;
BEGIN
	IF source IS NULL OR key IS NULL OR content IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'source, key and content must not be NULL';
	END IF;
	IF prefix = '' OR octet_length(prefix) > 50 THEN
		RAISE name_too_long USING MESSAGE = format('the prefix of entity views must have 1 to 50 bytes, and "%s" has %s', prefix, octet_length(prefix)),
			HINT = 'Give a short one as the argument "prefix".';
	END IF;
	FOR c IN SELECT n.role, n.col, a.atttypid, t.typcategory, has_column_privilege(source, a.attnum, 'SELECT') AS may
		FROM (VALUES ('key', key), ('content', content), ('published', published)) n (role, col)
		LEFT JOIN pg_attribute a ON a.attrelid = source AND a.attname = n.col AND a.attnum > 0 AND NOT a.attisdropped
		LEFT JOIN pg_type t ON t.oid = a.atttypid
		WHERE n.col IS NOT NULL
	LOOP
		IF c.atttypid IS NULL THEN
			RAISE undefined_column USING MESSAGE = format('column "%s" of relation "%s" does not exist', c.col, source::text),
				HINT = format('It was given as the argument "%s".', c.role);
		ELSIF NOT c.may THEN
			RAISE insufficient_privilege USING MESSAGE = format('permission denied for column "%s" of relation "%s"', c.col, source::text);
		ELSIF c.role = 'content' AND c.typcategory <> 'S' OR c.role = 'published' AND c.typcategory <> 'D' THEN
			RAISE datatype_mismatch USING MESSAGE = format('column "%s" of relation "%s" has type %s', c.col, source::text, format_type(c.atttypid, NULL)),
				HINT = CASE c.role WHEN 'content' THEN 'The content must be text.' ELSE 'The date of publication must be a date or timestamp.' END;
		END IF;
	END LOOP;
END
$$;
COMMENT ON FUNCTION arabic_entity_views_check(regclass, text, name, name, name) IS
'raises an error if arabic_create_entity_views can''t use its arguments';


-- The first of the indexes is what REFRESH CONCURRENTLY needs.
CREATE FUNCTION arabic_entity_views_make(part text, relation text, query text, as_table boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET datestyle = ISO
AS $$
DECLARE
	indexed CONSTANT text[] := CASE part
		WHEN 'articles' THEN '{key,published_on}'
		WHEN 'mentions' THEN '{"key, ordinal","canonical, kind"}'
		WHEN 'names' THEN '{"spelling, kind","canonical, kind"}'
		WHEN 'entities' THEN '{"canonical, kind",mentions}'
		WHEN 'pairs' THEN '{"canonical_a, kind_a, canonical_b, kind_b","canonical_b, kind_b"}'
		WHEN 'timeline' THEN '{"day, canonical, kind","canonical, kind, day"}'
	END;
BEGIN
	EXECUTE format('CREATE %s %s AS %s', CASE WHEN as_table THEN 'TABLE' ELSE 'MATERIALIZED VIEW' END, relation, query);
	FOR i IN 1 .. cardinality(indexed) LOOP
		EXECUTE format(CASE WHEN i > 1 THEN 'CREATE INDEX ON %s (%s)' WHEN as_table THEN 'ALTER TABLE %s ADD PRIMARY KEY (%s)'
			ELSE 'CREATE UNIQUE INDEX ON %s (%s)' END, relation, indexed[i]);
	END LOOP;
EXCEPTION WHEN unique_violation THEN
	RAISE unique_violation USING MESSAGE = 'the key of the source of entity views is not unique',
		HINT = 'Make the views over a view of it whose key is unique.';
END
$$;
COMMENT ON FUNCTION arabic_entity_views_make(text, text, text, boolean) IS
'a step of arabic_create_entity_views';

-- It runs with the rights of its caller, who owns what it makes.
CREATE FUNCTION arabic_create_entity_views(
	source regclass,
	key name,
	content name,
	prefix text DEFAULT NULL,
	gazetteer regclass DEFAULT NULL,
	published name DEFAULT NULL,
	incremental boolean DEFAULT false
) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	x text := (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
		WHERE e.extname = 'arabic_fts');
	s record;
	made text[];		-- relations, in the order in which they need each other
	parts CONSTANT text[] := '{source,articles,mentions,names,entities,pairs,timeline}';
	query text;
BEGIN
	SELECT n.nspname AS schema, format('%I.%I', n.nspname, r.relname) AS relation, coalesce(prefix, r.relname) AS prefix
		FROM pg_class r JOIN pg_namespace n ON n.oid = r.relnamespace WHERE r.oid = source INTO s;
	EXECUTE format('SELECT %s.arabic_entity_views_check($1, $2, $3, $4, $5)', x) USING source, s.prefix, key, content, published;
	IF gazetteer IS NOT NULL THEN	-- so that its errors come now, even if the source is empty
		EXECUTE format('SELECT FROM %s.arabic_entities('''', $1)', x) USING gazetteer;
	END IF;
	FOR i IN 1 .. cardinality(parts) LOOP
		made[i] := format('%I.%I', s.schema, s.prefix || '_' || parts[i]);
		IF to_regclass(made[i]) IS NOT NULL THEN
			RAISE duplicate_table USING MESSAGE = format('relation %s already exists', made[i]),
				HINT = format('Give another prefix, or drop the entity views that are there: SELECT arabic_drop_entity_views(%L, %L).',
					s.prefix, s.schema);
		END IF;
	END LOOP;

	EXECUTE format('CREATE VIEW %1$s AS SELECT s.%2$I AS key, s.%3$I::text AS content, %4$s AS published_on, '
		'hashtextextended(s.%3$I::text, %5$s) AS content_hash, %6$L::regclass AS gazetteer '
		'FROM %7$s s WHERE s.%2$I IS NOT NULL AND s.%3$I IS NOT NULL',
		made[1], key, content,
		CASE WHEN published IS NULL THEN format('(%s.arabic_article(s.%I::text)).published_on', x, content)
			ELSE format('s.%I::date', published) END,
		CASE WHEN published IS NULL THEN '0' ELSE format('hashtextextended(coalesce(s.%I::date::text, ''''), 0)', published) END,
		gazetteer, s.relation);
	EXECUTE format('COMMENT ON VIEW %s IS %L', made[1], 'what the entity views are made from (arabic_create_entity_views)');
	FOR i IN 2 .. cardinality(parts) LOOP
		EXECUTE format('SELECT %s.arabic_entity_views_query($1)', x) USING parts[i] INTO query;
		EXECUTE format('SELECT %s.arabic_entity_views_make($1, $2, $3, $4)', x)
			USING parts[i], made[i], format(query, x, made[1], made[2], made[3], made[4]), incremental AND i <= 3;
	END LOOP;
	IF incremental THEN
		EXECUTE format('ALTER TABLE %s ADD FOREIGN KEY (key) REFERENCES %s ON DELETE CASCADE', made[3], made[2]);
	END IF;
END
$$;
COMMENT ON FUNCTION arabic_create_entity_views(regclass, name, name, text, regclass, name, boolean) IS
'makes, in the schema of the source, the materialized views PREFIX_mentions, _names, _entities, _pairs, _timeline over the texts of a relation, whose key must be unique; prefix: its name; published: its column with the date, else the date that arabic_article reads; incremental: a refresh reads only articles that are new or have changed';

-- Only what arabic_create_entity_views made has its comment.
CREATE FUNCTION arabic_entity_views_find(prefix text, schema name) RETURNS regclass[]
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	made regclass[];
BEGIN
	IF prefix IS NULL OR schema IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'prefix and schema of entity views must not be NULL';
	END IF;
	SELECT array_agg(to_regclass(format('%I.%I', schema, prefix || '_' || p.part)) ORDER BY p.ordinality)
		FROM unnest('{source,articles,mentions,names,entities,pairs,timeline}'::text[]) WITH ORDINALITY p(part) INTO made;
	IF made[1] IS NULL OR obj_description(made[1], 'pg_class') IS NULL
		OR obj_description(made[1], 'pg_class') !~ 'arabic_create_entity_views' OR array_position(made, NULL) IS NOT NULL THEN
		RAISE undefined_table USING MESSAGE = format('there are no entity views with the prefix "%s" in schema "%s"', prefix, schema),
			HINT = 'Name the schema as the argument "schema", or make them with arabic_create_entity_views.';
	END IF;
	RETURN made;
END
$$;
COMMENT ON FUNCTION arabic_entity_views_find(text, name) IS
'the relations that arabic_create_entity_views made, in the order in which they need each other';

CREATE FUNCTION arabic_refresh_entity_views(prefix text, concurrently boolean DEFAULT true, schema name DEFAULT current_schema())
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET datestyle = ISO
AS $$
DECLARE
	x text := (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
		WHERE e.extname = 'arabic_fts');
	made regclass[];
	r record;
	query text;
BEGIN
	EXECUTE format('SELECT %s.arabic_entity_views_find($1, $2)', x) USING prefix, schema INTO made;
	IF (SELECT relkind FROM pg_class WHERE oid = made[2]) = 'r' THEN	-- incremental
		EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', made[2]);
		EXECUTE format('DELETE FROM %s a WHERE NOT EXISTS '
			'(SELECT FROM %s s WHERE s.key = a.key AND s.content_hash = a.content_hash)', made[2], made[1]);
		EXECUTE format('SELECT %s.arabic_entity_views_query(''mentions'')', x) INTO query;
		EXECUTE format('WITH new AS (INSERT INTO %1$s SELECT s.key, s.published_on, s.content_hash FROM %2$s s '
			'WHERE NOT EXISTS (SELECT FROM %1$s a WHERE a.key = s.key) RETURNING key) '
			'INSERT INTO %3$s %4$s WHERE s.key IN (SELECT key FROM new)',
			made[2], made[1], made[3], format(query, x, made[1], made[2], made[3], made[4]));
	END IF;
	FOR r IN SELECT c.oid::regclass AS relation, c.relispopulated
		FROM unnest(made) WITH ORDINALITY m JOIN pg_class c ON c.oid = m.m WHERE c.relkind = 'm' ORDER BY m.ordinality
	LOOP
		EXECUTE format('REFRESH MATERIALIZED VIEW %s %s',
			CASE WHEN "concurrently" AND r.relispopulated THEN 'CONCURRENTLY' END, r.relation);
	END LOOP;
END
$$;
COMMENT ON FUNCTION arabic_refresh_entity_views(text, boolean, name) IS
'refreshes what arabic_create_entity_views made, in order; concurrently: readers go on reading, except the first time after a restore without data';

CREATE FUNCTION arabic_drop_entity_views(prefix text, schema name DEFAULT current_schema()) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	x text := (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
		WHERE e.extname = 'arabic_fts');
	made regclass[];
	r record;
BEGIN
	EXECUTE format('SELECT %s.arabic_entity_views_find($1, $2)', x) USING prefix, schema INTO made;
	FOR r IN SELECT c.oid::regclass AS relation, CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END AS kind
		FROM unnest(made) WITH ORDINALITY m JOIN pg_class c ON c.oid = m.m ORDER BY m.ordinality DESC
	LOOP
		EXECUTE format('DROP %s %s', r.kind, r.relation);
	END LOOP;
END
$$;
COMMENT ON FUNCTION arabic_drop_entity_views(text, name) IS
'drops what arabic_create_entity_views made; an error if other objects depend on it';
