-- arabic_normalize: one fact a line; invisible characters are escaped
SELECT arabic_normalize('') = '' AS empty_stays;
SELECT arabic_normalize(NULL) IS NULL AS null_stays;
SELECT arabic_normalize(U&'\0645\064F\062F\064E\0631\0651\0650\0633\064C') = 'مدرس' AS marks_go; -- mudarrisun
SELECT arabic_normalize(U&'\0643\0640\0640\062A\0627\0628') = 'كتاب' AS tatweel_goes; -- kitab
SELECT arabic_normalize(U&'\0647\0670\0630\0627') = 'هذا' AS superscript_alef_goes; -- hadha
SELECT arabic_normalize('أحمد إلى آمن ٱلله') AS alefs; -- hamza above, below, madda, wasla
SELECT arabic_normalize(U&'\0627\0654\062D\0645\062F') = arabic_normalize('أحمد') AS decomposed_hamza;
SELECT arabic_normalize('مسؤول') = arabic_normalize('مسئول') AS hamza_seats; -- mas'ul
SELECT arabic_normalize('شؤون') = arabic_normalize('شئون') AS hamza_seats; -- shu'un
SELECT arabic_normalize('قرءان') = arabic_normalize('قرآن') AS hamza_before_alef; -- quran
SELECT arabic_normalize('مدرسة') = arabic_normalize('مدرسه') AS ta_marbuta; -- madrasa
SELECT arabic_normalize('مستشفى') = arabic_normalize('مستشفي') AS alef_maqsura; -- mustashfa
SELECT arabic_normalize('کتابی') = arabic_normalize('كتابي') AS persian_letters; -- kitabi
SELECT arabic_normalize(U&'\FEDB\FE98\FE8E\FE8F') = 'كتاب' AS presentation_forms; -- kitab
SELECT arabic_normalize(U&'\FEFB') = 'لا' AS lam_alef; -- la
SELECT arabic_normalize('ﷲ') AS allah_ligature, arabic_normalize('﷼') AS rial;
SELECT arabic_normalize('١٢٣ ۱۲۳') AS digits;
SELECT arabic_normalize('١٬٢٣٤٫٥') AS separators;
SELECT arabic_normalize(U&'\0643\200C\062A\0627\0628\200F') = 'كتاب' AS controls_go; -- kitab with ZWNJ, RLM
SELECT arabic_normalize('Café ÉCOLE Straße ﬁn') AS latin;
SELECT arabic_normalize(U&'\064B\064C\0652') = '' AS only_marks;
-- idempotent, and the same word by word, over every character of the Arabic blocks and some others
SELECT count(*) AS not_idempotent
FROM generate_series(1, 65535) c
WHERE c NOT BETWEEN 55296 AND 57343
  AND arabic_normalize(arabic_normalize('ا' || chr(c) || 'ب')) <> arabic_normalize('ا' || chr(c) || 'ب');
-- fit for an expression index
CREATE TABLE normalize_t (name text);
CREATE INDEX ON normalize_t (arabic_normalize(name));
DROP TABLE normalize_t;
