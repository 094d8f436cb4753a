SET datestyle = ISO;
-- arabic_dates: start and length in characters
\set text 'وقال في 24 فبراير/شباط 2022 إنه سيعود الأسبوع المقبل' -- 24 February/Shubat 2022, next week
SELECT start, length, date_from, date_to, calendar, precision, relative FROM arabic_dates(:'text', '2023-09-28') ORDER BY start;
SELECT bool_and(substr(:'text', start, length) = content) AS spans_hold FROM arabic_dates(:'text');
-- what is relative is NULL without a reference
SELECT start, date_from, date_to, relative FROM arabic_dates(:'text') ORDER BY start;
SELECT start, date_from, relative FROM arabic_dates('الخميس 28 سبتمبر؛ أمس؛ 12 محرم', 'infinity') ORDER BY start;
-- Hijri dates, by Umm al-Qura, agree with the Gregorian ones beside them
SELECT calendar, precision, date_from, date_to FROM arabic_dates('12 محرم 1437 هـ الموافق 25 أكتوبر 2015') ORDER BY start; -- 12 Muharram 1437, 25 October 2015
SELECT calendar, precision, date_from, date_to FROM arabic_dates('12/1/1437هـ، رمضان 1445، سنة 1445 هـ') ORDER BY start;
-- Hijri dates without a year: nearest, next, last
SELECT start, date_from, date_to, relative FROM arabic_dates('12 محرم، رمضان المقبل، رمضان الماضي، 5 شوال الجاري', '2023-10-06') ORDER BY start;
SELECT start, date_from, relative FROM arabic_dates('12 محرم، رمضان المقبل') ORDER BY start;
SELECT date_from, date_to FROM arabic_dates('من 25 ذي الحجة إلى 5 محرم 1446 هـ');
-- ranges
SELECT start, length, date_from, date_to FROM arabic_dates('من 3 إلى 5 مايو 2024، بين عامي 2010 و2015، 3-5 مايو', '2024-06-01') ORDER BY start;
-- weekdays: on or before the reference, a Friday
SELECT start, date_from FROM arabic_dates('الجمعة، الخميس، الجمعة الماضي، الجمعة المقبل، أمس الخميس، غدا السبت', '2023-10-06') ORDER BY start;
-- units: weeks begin on Monday
SELECT start, precision, date_from, date_to FROM arabic_dates('هذا الأسبوع، الشهر الماضي، العام المقبل، منذ يومين، قبل ثلاثة أعوام، القرن الماضي', '2023-10-06') ORDER BY start;
-- no dates
SELECT count(*) FROM arabic_dates('31 فبراير 2022، 28/13/2023، 12 محرم 99999 هـ، 28/9، 3-1، 1.2.3، في 2014، للعام الثالث');
SELECT count(*) FROM arabic_dates('');
SELECT count(*) FROM arabic_dates(NULL);
SELECT count(*) FROM arabic_dates(repeat('28 سبتمبر ', 10000)); -- linear
-- references at the ends of what a date can be
SELECT count(date_from) FROM arabic_dates('العام الماضي، القرن الماضي، قبل 9999 سنة، قبل 9999 قرنا، بعد 9999 عقدا', '0001-01-01');
SELECT count(date_from) FROM arabic_dates('العام المقبل، القرن المقبل، بعد 9999 سنة، أمس، رمضان', '5874897-12-31');
-- the related article must not use the date of the main one
\set page 'بلدية المدينة تفتتح حديقة جديدة\nتاريخ النشر: 3rd, May 2024 GMT\nافتتحت البلدية، اليوم الجمعة، حديقة عامة جديدة وسط المدينة.\nالمصدر: وكالة الأنباء\nكلمات دلالية: حديقة\nإقرأ أيضاً:\nافتتاح مكتبة في الحي القديم\nافتتحت مكتبة عامة في الحي القديم أمس الخميس.\n'
SELECT p.part, d.date_from, d.relative
FROM arabic_article(:'page') a, arabic_article_parts(:'page') p, arabic_dates(p.content, CASE p.article WHEN 0 THEN a.published_on END) d
WHERE p.part IN ('paragraph', 'related_paragraph') ORDER BY p.start;
-- a date in both calendars is one day, which the Gregorian one says; unless they are far apart, or on two lines
SELECT content, date_from, calendar
FROM arabic_dates('13 محرم 1437هـ الموافق 25 أكتوبر 2015م. 24 أكتوبر 2015 (12 محرم 1437هـ). وفي 20 محرم 1437 هـ الموافق 25 أكتوبر 2015.') ORDER BY start;	-- 13 Muharram, corresponding to 25 October
SELECT content, date_from FROM arabic_dates(E'13 محرم 1437هـ\n25 أكتوبر 2015م') ORDER BY start;
