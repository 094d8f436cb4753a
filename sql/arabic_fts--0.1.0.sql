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
'options: Mode = exact (folded spelling), light (clitics and common endings off), lemma, root, or rich (several levels); StopWords = on or off; Filter = on: pass the folded word on to the next dictionary';

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
	keywords text,
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
COMMENT ON COLUMN arabic_article.keywords IS 'the line of keywords as it stands, without its label; keywords on lines of their own stay so';

CREATE FUNCTION arabic_article(text) RETURNS arabic_article
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_article(text) IS
'fields of a raw article page: title, date, author, reading time, lead, body, sources, keywords, related articles';

CREATE FUNCTION arabic_article(text, markers text[]) RETURNS arabic_article
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION arabic_article(text, text[]) IS
'the same with markers of your own, in pairs: role (or role and place), text';

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
