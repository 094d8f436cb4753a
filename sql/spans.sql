-- arabic_sentences: stops, but not those of abbreviations, decimals and closed quotations
\set text 'قال د. أحمد إن 3.5 مليون شخص تأثروا (أ.ف.ب). وأضاف: "هذا خبر. وهذا آخر." هل جاء؟ نعم.. جاء\nسطر جديد'
SELECT * FROM arabic_sentences(:'text') ORDER BY ordinal;
SELECT bool_and(substr(:'text', start, length) = content) AS spans_hold FROM arabic_sentences(:'text');
SELECT * FROM arabic_sentences('');
SELECT * FROM arabic_sentences(NULL);
-- a long text of unclosed quotations is read in linear time
SELECT count(*) FROM arabic_sentences(repeat('«جملة. ', 100000));
-- arabic_numbers: digits and words, with their value
\set text 'بلغت 5 مليارات دولار و3.5 مليون، وثلاثة وعشرون ألفاً. ألف و500 شخص. ٪50 و50 بالمئة. بمليوني طلقة خلال الـ24 ساعة. في الدور الثالث عشر. ثلاثة أرباع السكان. ١٬٢٣٤٫٥ طن'
SELECT * FROM arabic_numbers(:'text') ORDER BY start;
SELECT bool_and(substr(:'text', start, length) = content) AS spans_hold FROM arabic_numbers(:'text');
-- dates, versions and words that only look like numbers are none
SELECT * FROM arabic_numbers('28/09/2023 و24 فبراير 2022 وعام 2014 و1.2.3 وكوفيد-19 يوم الاثنين واحد من آلاف نصف نهائي');
-- nor are digits beyond all meaning
SELECT content, value FROM arabic_numbers(repeat('9', 1000) || ' مليون، 7');
SELECT * FROM arabic_numbers('');
SELECT * FROM arabic_numbers(NULL);
SELECT count(*), sum(value) FROM arabic_numbers(repeat('ألف و', 100000));
