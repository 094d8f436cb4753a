-- ts_headline marks the text as it was written
SELECT ts_headline('arabic_fts', 'وَقَالَ الوُزَرَاءُ إنّ المَدَارِسَ مفتوحةٌ', plainto_tsquery('arabic_fts', 'وزير مدرسة'));
SELECT ts_headline('arabic_fts_light', 'هذه المفاوضات مهمة', plainto_tsquery('arabic_fts_light', 'مفاوضة'));
SELECT ts_headline('arabic_fts_exact', 'هذه المدرسة مهمة', plainto_tsquery('arabic_fts_exact', 'المدرسه'));
-- compounds are shown once
SELECT ts_headline('arabic_fts', 'مسيرة #القدس_عاصمة اليوم بنسبة 50% يا @user_name', plainto_tsquery('arabic_fts', 'قدس'));
SELECT ts_headline('arabic_fts', 'العلاقات الروسية-التركية اليوم', plainto_tsquery('arabic_fts', 'تركي'));
-- options of the server's own function
SELECT ts_headline('arabic_fts', 'قال الوزير إن المدرسة القريبة من النهر ستفتح أبوابها غدا أمام التلاميذ وأهلهم وكل من يريد',
	plainto_tsquery('arabic_fts', 'مدارس'), 'StartSel=[, StopSel=], MaxWords=6, MinWords=3');
SELECT ts_headline('arabic_fts', '', plainto_tsquery('arabic_fts', 'مدارس')) = '' AS empty;
