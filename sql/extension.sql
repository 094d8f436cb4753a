-- The extension itself: what it creates, and that everything public is described.
CREATE EXTENSION arabic_fts;
-- the library and the install script are of one version
SELECT arabic_fts_version() = extversion AS same_version FROM pg_extension WHERE extname = 'arabic_fts';
SELECT arabic_fts_data_version() ~ '^[0-9a-f]{8}$' AS data_version_has_its_form;
-- functions without a description, other than those that only the server calls
SELECT p.oid::regprocedure AS undescribed
FROM pg_depend d JOIN pg_proc p ON p.oid = d.objid AND d.classid = 'pg_proc'::regclass
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
  AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'arabic_fts')
  AND obj_description(p.oid, 'pg_proc') IS NULL AND p.proname !~ '^arabic_(parser|template)_'
ORDER BY 1;
SELECT cfgname, obj_description(oid, 'pg_ts_config') IS NOT NULL AS described
FROM pg_ts_config WHERE cfgname LIKE 'arabic\_%' ORDER BY 1;
SELECT dictname, obj_description(oid, 'pg_ts_dict') IS NOT NULL AS described
FROM pg_ts_dict WHERE dictname LIKE 'arabic\_%' AND dictname <> 'arabic_stem' ORDER BY 1;
-- it can be moved, and its functions find its configuration there whatever search_path says
CREATE SCHEMA fts;
ALTER EXTENSION arabic_fts SET SCHEMA fts;
SET search_path = pg_catalog;
SELECT fts.arabic_article_to_tsvector('مدارس'); -- schools
RESET search_path;
ALTER EXTENSION arabic_fts SET SCHEMA public;
DROP SCHEMA fts;
-- it goes away whole, and comes back
DROP EXTENSION arabic_fts;
SELECT count(*) FROM pg_ts_config WHERE cfgname LIKE 'arabic\_fts%';
CREATE EXTENSION arabic_fts;
