-- Options of the template: what is wrong is named, with what is allowed
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = arabic);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = arabic, Mode = heavy);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = arabic, Mode = light, Colour = red);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = arabic, Mode = light, Mode = exact);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = arabic, Mode = light, StopWords = perhaps);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = arabic, Mode = light, Filter = on);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = arabic, Mode = exact, StopWords = on);
SELECT ts_lexize('d', 'وفي') AS stop, ts_lexize('d', 'وزير') AS word; -- and in, minister
ALTER TEXT SEARCH DICTIONARY d (StopWords = off);
SELECT ts_lexize('d', 'وفي');
DROP TEXT SEARCH DICTIONARY d;
-- exact: the folded spelling
SELECT ts_lexize('arabic_exact', 'المَدْرَسَة') AS exact;
SELECT ts_lexize('arabic_exact', 'Résumé') AS latin;
-- light: proclitics and endings, three letters remain
SELECT w, ts_lexize('arabic_light', w) FROM unnest(ARRAY['وبالمفاوضات', 'مفاوضة', 'والمدرسون', 'كتابهم', 'للغة', 'وليد', 'ابن']) w;
-- stop words with their clitics
SELECT w, ts_lexize('arabic_light', w) FROM unnest(ARRAY['في', 'وفي', 'فإنه', 'وبأن', 'منها', 'والذي', 'عليهم']) w;
-- what is no Arabic word goes through
SELECT ts_lexize('arabic_light', 'москва') AS cyrillic, ts_lexize('arabic_light', '123') AS digits;
SELECT ts_lexize('arabic_light', '') AS empty, ts_lexize('arabic_light', U&'\064B\0652') AS marks;
-- a word of 1 MB is answered, with its own letters
SELECT length((ts_lexize('arabic_exact', repeat('ب', 1000)))[1]);
SELECT ts_lexize('arabic_light', repeat('ب', 1000000)) AS longer_than_a_lexeme_may_be;
