-- arabic_quotes: speaker and verb as written, and where each stands, in characters
\set text 'وقال الرئيس الفرنسي إيمانويل ماكرون: «لن نقبل بذلك أبدا». وأضاف أن بلاده "مستعدة للحوار".' -- President Macron said; and added that his country is "ready for dialogue"
SELECT start, length, content, kind, speaker, verb, carried, document, closed FROM arabic_quotes(:'text') ORDER BY start;
SELECT bool_and(substr(:'text', start, length) = content) AS content, bool_and(substr(:'text', speaker_start, speaker_length) = speaker) AS speaker,
       bool_and(substr(:'text', verb_start, verb_length) = verb) AS verb FROM arabic_quotes(:'text');
-- behind the quotation, and going on
SELECT content, speaker, verb, carried FROM arabic_quotes('“الوضع تحت السيطرة تماما” ، قال بوتين. “ونأمل أن يستمر ذلك طويلا.”') ORDER BY start;
-- documents
SELECT content, speaker, verb, document FROM arabic_quotes('وجاء في بيان مشترك: "نرفض التهديد". وأضاف البيان أن "السيادة خط أحمر". «القرار نهائي»، بحسب تقرير للوزارة.') ORDER BY start;
-- participles; a stray closing mark
SELECT content, speaker, verb FROM arabic_quotes('ولفتت الخارجية إلى أهمية الأطر الإقليمية"، مضيفة أنه "تم إجراء تقييم واقعي".') ORDER BY start;
-- across lines; never closed
SELECT length, speaker FROM arabic_quotes(E'قال الوزير: "نعمل اليوم.\nونصبر غدا".') ORDER BY start;
SELECT content, closed FROM arabic_quotes(E'قال الوزير: "نعمل اليوم\nوخرج') ORDER BY start;
-- names, titles, words kept at a distance
SELECT count(*) FROM arabic_quotes('حصد فيلم «الست» جائزة. قالت قوات مجموعة "الشمال" إنها تقدمت. توجيه “المناقشات”. وأضاف في منصة "إكس" أن الخطة جاهزة.');
-- a speaker far away: positions hold
SELECT bool_and(substr(t, speaker_start, speaker_length) = speaker) AS speaker, count(*)
FROM (SELECT 'قال بوتين: «نعم لهذا الاتفاق». ' || repeat('وأضاف: «ونعم للسلام أيضا». ', 300)) AS v(t), arabic_quotes(t);
-- any input
SELECT count(*) FROM arabic_quotes('');
SELECT count(*) FROM arabic_quotes(NULL);
SELECT count(*) FROM arabic_quotes(repeat('"', 100000));
SELECT count(*) FROM arabic_quotes(repeat('قال: «نحن ', 10000)); -- 10,000 opened, none closed
SELECT count(*) FROM arabic_quotes(repeat('"<a ', 100000));
