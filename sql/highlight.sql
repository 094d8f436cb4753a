-- arabic_headline marks the text as it was written, vowels and all
SELECT arabic_headline('وَقَالَ الوُزَرَاءُ إنّ المَدَارِسَ مفتوحةٌ', plainto_tsquery('arabic_fts', 'وزير مدرسة'));
-- with the extension's own configuration it is the same, whatever search_path and default say
SET default_text_search_config = 'pg_catalog.german';
SELECT arabic_headline('قال الوزراء', q) = arabic_headline('arabic_fts', 'قال الوزراء', q) AS same
FROM plainto_tsquery('arabic_fts', 'وزير') q;
RESET default_text_search_config;
-- other configurations
SELECT arabic_headline('english', 'The quick brown foxes jumped over the lazy dog', to_tsquery('english', 'fox & dogs'));
SELECT arabic_headline('simple', 'The quick brown foxes jumped over the lazy dog', to_tsquery('simple', 'fox & dog'));
SELECT c, arabic_headline(c::regconfig, 'التقى الوزراء مديري المدارس', plainto_tsquery(c::regconfig, 'مدارس'), 'StartSel=[, StopSel=]')
FROM unnest(ARRAY['arabic', 'arabic_fts', 'arabic_fts_exact', 'arabic_fts_light', 'arabic_fts_root', 'arabic_fts_rich']) c ORDER BY c COLLATE "C";

-- HTML of the text is escaped, that of the options is not
SELECT arabic_headline('الوزير: 3 < 5 & "نعم" > ''لا''', plainto_tsquery('arabic_fts', 'وزير'), 'StartSel="<mark class=""x"">", StopSel=</mark>');
SELECT arabic_headline('الوزير: 3 < 5 & "نعم"', plainto_tsquery('arabic_fts', 'وزير'), 'EscapeHTML=off');
-- a mark inside of what is escaped
SELECT arabic_headline('<وزير>', plainto_tsquery('arabic_fts', 'وزير'), 'HighlightAll=on');
-- tags are left out; those that a browser shows as a gap leave a space
SELECT arabic_headline('<p>قال <b>الوز</b>ير</p><p>إن المدرسة<br>قريبة</p>', plainto_tsquery('arabic_fts', 'مدرسة'));
SELECT arabic_headline('<script>alert("وزير")</script>الوزير', plainto_tsquery('arabic_fts', 'وزير'));
-- HighlightAll shows the whole text, tags escaped
SELECT arabic_headline('<p>قال الوزير</p>', plainto_tsquery('arabic_fts', 'وزير'), 'HighlightAll=on');
SELECT arabic_headline('<p>قال الوزير</p>', plainto_tsquery('arabic_fts', 'وزير'), 'HighlightAll=on, EscapeHTML=off');

-- compounds: the whole where it is asked for, else the part
SELECT arabic_headline('مسيرة #القدس_عاصمة اليوم', plainto_tsquery('arabic_fts', 'قدس'));
SELECT arabic_headline('مسيرة #القدس_عاصمة اليوم', plainto_tsquery('arabic_fts', '#القدس_عاصمة'));
SELECT arabic_headline('العلاقات الروسية-التركية', plainto_tsquery('arabic_fts', 'تركي'));
SELECT arabic_headline('بنسبة 50% اليوم', plainto_tsquery('arabic_fts', '50%'));
SELECT arabic_headline('english', 'see http://example.com/a/b.html today', to_tsquery('english', 'example.com'));
-- they are not cut
SELECT arabic_headline('aa bb cc dd #ee_ff_gg hh ii', to_tsquery('simple', 'gg'), 'MaxWords=3, MinWords=1');

-- the passage with most terms, not the first one
SELECT arabic_headline('simple', 'cat x1 x2 x3 x4 x5 x6 x7 x8 cat x9 dog x10 x11 x12', to_tsquery('simple', 'cat & dog'), 'MaxWords=5, MinWords=3');
-- of these, the one with most matches
SELECT arabic_headline('simple', 'cat dog x1 x2 x3 x4 x5 x6 x7 x8 cat dog cat x9 x10', to_tsquery('simple', 'cat & dog'), 'MaxWords=5, MinWords=3');
-- of these, the earliest
SELECT arabic_headline('simple', 'cat1 cat dog x1 x2 x3 x4 x5 x6 x7 x8 dog cat cat2', to_tsquery('simple', 'cat & dog'), 'MaxWords=5, MinWords=3');
-- a phrase counts where its words are in sequence
SELECT arabic_headline('simple', 'dog cat x1 x2 x3 x4 x5 x6 x7 x8 cat dog x9', to_tsquery('simple', 'cat <-> dog'), 'MaxWords=4, MinWords=2');
SELECT arabic_headline('simple', 'cat dog x1 x2 x3 x4 x5 x6 x7 x8 cat y dog x9', to_tsquery('simple', 'cat <2> dog'), 'MaxWords=4, MinWords=2');
SELECT arabic_headline('simple', 'rat dog x1 x2 x3 x4 x5 x6 x7 x8 cow dog x9', to_tsquery('simple', '(cat | cow) <-> dog'), 'MaxWords=4, MinWords=2');
-- its words are marked in any case
SELECT arabic_headline('simple', 'dog x1 cat', to_tsquery('simple', 'cat <-> dog'));
-- words that must not be there are not marked
SELECT arabic_headline('simple', 'cat dog', to_tsquery('simple', 'cat & !dog'));
SELECT arabic_headline('simple', 'cat dog cow', to_tsquery('simple', '!(dog & !cow)'));
-- prefixes
SELECT arabic_headline('simple', 'cat catalogue dog', to_tsquery('simple', 'cata:* | do:*'));
SELECT arabic_headline('التقى الوزراء مديري المدارس', to_tsquery('arabic_fts', 'مدر:*'));
-- weights have no say
SELECT arabic_headline('simple', 'cat dog', to_tsquery('simple', 'cat:A'));
-- rich levels: the lemma and the family are marked, four letters in common are not
SELECT arabic_headline('arabic_fts_rich', 'يقول الناس إن القول فعل والمقاولة عمل', plainto_tsquery('arabic_fts_rich', 'قال'));
-- and count as one word: two words win against one in its very form
SELECT arabic_headline('arabic_fts_rich', 'المدارس كثيرة في كل مكان يا ناس، وقال المعلم إن مدرسة وزير بعيدة',
	plainto_tsquery('arabic_fts_rich', 'المدارس الوزير'), 'MaxWords=4, MinWords=2');

-- a fragment is a sentence if the limits allow
SELECT arabic_headline('simple', 'Aa1 aa2 aa3. Bb1 bb2 cat bb3 bb4! Cc1 cc2 cc3?', to_tsquery('simple', 'cat'), 'MaxWords=6, MinWords=3');
SELECT arabic_headline('simple', E'aa1 aa2 aa3\nbb1 bb2 cat bb3 bb4؟ cc1 cc2 cc3', to_tsquery('simple', 'cat'), 'MaxWords=6, MinWords=3');
SELECT arabic_headline('simple', 'aa1 aa2 aa3<p>bb1 bb2 cat bb3 bb4</p>cc1 cc2 cc3', to_tsquery('simple', 'cat'), 'MaxWords=6, MinWords=3');
-- two, if one is too short
SELECT arabic_headline('simple', 'Aa1 aa2 aa3. Bb1 cat. Cc1 cc2 cc3؛ cc4', to_tsquery('simple', 'cat'), 'MaxWords=6, MinWords=4');
-- of two that would do, the one with more matches
SELECT arabic_headline('simple', 'Aa1 aa2 cat aa3. Bb1 cat. Cc1 cc2 cc3؛ cc4', to_tsquery('simple', 'cat'), 'MaxWords=6, MinWords=4');
-- part of one that is too long, from its start to a comma
SELECT arabic_headline('simple', 'Aa1. Bb1 bb2 cat bb3 bb4، bb5 bb6 bb7 bb8 bb9 bb10 bb11', to_tsquery('simple', 'cat'), 'MaxWords=7, MinWords=3');
-- or from a comma to its end
SELECT arabic_headline('simple', 'Aa1. Bb1 bb2 bb3 bb4, bb5 bb6 bb7 cat bb9 bb10 bb11. Cc1', to_tsquery('simple', 'cat'), 'MaxWords=7, MinWords=3');
-- quotes and brackets stay with their words
SELECT arabic_headline('simple', 'Aa1 aa2 aa3. «Bb1 cat (bb2)». Cc1 cc2', to_tsquery('simple', 'cat'), 'MaxWords=5, MinWords=3');
-- an abbreviation ends no sentence, an initial neither
SELECT arabic_headline('قالت وكالة أ.ف.ب. إن الوزير د. محمد سافر. وعاد الناس', plainto_tsquery('arabic_fts', 'محمد'), 'MaxWords=5, MinWords=2');
SELECT arabic_headline('simple', 'Aa1 aa2 aa3. Bb1 J. Cat bb2. Cc1', to_tsquery('simple', 'cat'), 'MaxWords=6, MinWords=3');
-- short words do not stand at the ends of what is cut elsewhere
SELECT arabic_headline('simple', 'aaaa aaaa aaaa aaaa في bbbb cat cccc dddd من eeee ffff gggg', to_tsquery('simple', 'cat'), 'MaxWords=6, MinWords=3');
SELECT arabic_headline('simple', 'aaaa aaaa aaaa aaaa في bbbb cat cccc dddd من eeee ffff gggg', to_tsquery('simple', 'cat'), 'MaxWords=6, MinWords=3, ShortWord=0');

-- fragments: the terms that all of them have together count
SELECT arabic_headline('simple', 'Cat aa1 aa2. Cat bb1 bb2 cat. Cc1 cc2 cc3 cc4 cc5. Cat dd1 cat cat. Ee1 ee2 ee3 ee4. Dog ff1 ff2.', to_tsquery('simple', 'cat & dog'),
	'MaxWords=5, MinWords=3, MaxFragments=2');
SELECT arabic_headline('simple', 'Cat aa1 aa2. Bb1 bb2 bb3 bb4 bb5. Cat dd1 cat cat. Ee1 ee2 ee3 ee4. Dog ff1 ff2.', to_tsquery('simple', 'cat & dog'),
	'MaxWords=5, MinWords=3, MaxFragments=9, FragmentDelimiter=" | "');
-- neighbours are joined
SELECT arabic_headline('simple', 'Cat aa1 aa2 aa3. <i>Dog</i> bb1 bb2 bb3. Cc1 cc2 cc3', to_tsquery('simple', 'cat & dog'), 'MaxWords=4, MinWords=3, MaxFragments=2');

-- without a match, the beginning
SELECT arabic_headline('simple', 'aa1 aa2 aa3 aa4 aa5 aa6 aa7', to_tsquery('simple', 'cat'), 'MaxWords=5, MinWords=3');
SELECT arabic_headline('simple', 'Aa1 aa2 aa3 aa4. Bb1 bb2 bb3', to_tsquery('simple', 'cat'), 'MaxWords=5, MinWords=3');
SELECT arabic_headline('simple', 'aa1 aa2 aa3 aa4 aa5', to_tsquery('simple', '!cat'), 'MaxWords=5, MinWords=3');
SET client_min_messages = error;
SELECT arabic_headline('simple', 'aa1 aa2 aa3 aa4 aa5', ''::tsquery, 'MaxWords=5, MinWords=3');
RESET client_min_messages;

-- bidi: an isolate (2068 ... 2069) around the fragment or around each match
CREATE FUNCTION bidi(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT translate($1, U&'\2068\2069\202B\202C\2067', '{}<>[')
$$;
SELECT bidi(arabic_headline('قال الوزير iPhone', plainto_tsquery('arabic_fts', 'وزير'), 'BidiIsolate=on'));
SELECT bidi(arabic_headline('قال الوزير iPhone', plainto_tsquery('arabic_fts', 'وزير'), 'BidiIsolate=matches'));
SELECT bidi(arabic_headline('قال الوزير iPhone', plainto_tsquery('arabic_fts', 'وزير'), 'BidiIsolate=fragments, HighlightAll=on'));
-- controls without a partner do not reach out of it
SELECT bidi(arabic_headline(U&'\202Bقال\2069 \202Cالوزير\2067 iPhone', plainto_tsquery('arabic_fts', 'وزير'), 'BidiIsolate=on, HighlightAll=on'));
SELECT bidi(arabic_headline(U&'\202Bقال\2069 \202Cالوزير\2067 iPhone', plainto_tsquery('arabic_fts', 'وزير'), 'BidiIsolate=off, HighlightAll=on'));
DROP FUNCTION bidi(text);

-- nothing and noise
SELECT arabic_headline('', q) = '' AS empty, arabic_headline('<p><br></p>', q) = '' AS tags, arabic_headline(U&'\202B\200F\064B', q) = '' AS controls,
	arabic_headline(NULL::text, q) IS NULL AS null_document, arabic_headline('x', NULL::tsquery) IS NULL AS null_query
FROM plainto_tsquery('arabic_fts', 'وزير') q;
-- what is no text is not shown
SELECT length(arabic_headline('وزير ' || repeat('-', 10000) || ' ' || repeat('x', 5000) || ' ناس', plainto_tsquery('arabic_fts', 'وزير')));
-- large text, from its beginning to its end and at either
SELECT arabic_headline(repeat('كلام ', 500000) || 'الوزير', plainto_tsquery('arabic_fts', 'وزير'), 'MaxWords=4, MinWords=2');
SELECT arabic_headline('الوزير' || repeat(' كلام', 500000), plainto_tsquery('arabic_fts', 'وزير'), 'MaxWords=4, MinWords=2');
SELECT length(arabic_headline(repeat('كلام ', 500000), plainto_tsquery('arabic_fts', 'وزير'), 'MaxWords=1000000, MinWords=999999'));
-- a large query
SELECT arabic_headline('simple', 'x y t77 z', string_agg('t' || i, ' | ')::tsquery) FROM generate_series(1, 10000) i;
SELECT arabic_headline('simple', 'x y t77 z', string_agg('t' || i || ':*', ' & ')::tsquery) FROM generate_series(1, 10000) i;
SELECT arabic_headline('simple', 'x y t77 t78 z', string_agg('t' || i, ' <-> ')::tsquery) FROM generate_series(1, 1000) i;

-- options that are wrong
SELECT arabic_headline('x', 'x'::tsquery, 'MaxWord=3');
SELECT arabic_headline('x', 'x'::tsquery, 'MaxWords=x');
SELECT arabic_headline('x', 'x'::tsquery, 'MaxWords=5000000000');
SELECT arabic_headline('x', 'x'::tsquery, 'MinWords=-1');
SELECT arabic_headline('x', 'x'::tsquery, 'MinWords=0');
SELECT arabic_headline('x', 'x'::tsquery, 'MinWords=35');
SELECT arabic_headline('x', 'x'::tsquery, 'ShortWord=-1');
SELECT arabic_headline('x', 'x'::tsquery, 'MaxFragments=-1');
SELECT arabic_headline('x', 'x'::tsquery, 'HighlightAll=perhaps');
SELECT arabic_headline('x', 'x'::tsquery, 'EscapeHTML=2');
SELECT arabic_headline('x', 'x'::tsquery, 'BidiIsolate=words');
SELECT arabic_headline('x', 'x'::tsquery, 'MaxWords');
-- they are not looked at with HighlightAll, as by ts_headline
SELECT arabic_headline('x y', 'x'::tsquery, 'MinWords=35, HighlightAll=true');
