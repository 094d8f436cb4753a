/*
 * token_facts.h - handpicked texts and all their tokens, written alias[bytes] (for test_token.c)
 */
	{FACT("ascii: words, numbers", "foo Bar2 12 3.14 -5 +7 1e10 -1.5e-3 1.2.3 -1.2.3",
		  "asciiword[foo] blank[ ] numword[Bar2] blank[ ] uint[12] blank[ ] float[3.14] "
		  "blank[ ] int[-5] blank[ ] int[+7] blank[ ] sfloat[1e10] blank[ ] sfloat[-1.5e-3] "
		  "blank[ ] version[1.2.3] blank[ ] blank[-] version[1.2.3]")},
	{FACT("ascii: mp3, 5G, 2nd", "mp3 5G 2nd",
		  "numword[mp3] blank[ ] numword[5G] blank[ ] numword[2nd]")},
	{FACT("ascii: hyphenated words", "state-of-the-art e-mail B-52 covid-19 x2-y a-1b",
		  "asciihword[state-of-the-art] hword_asciipart[state] blank[-] hword_asciipart[of] "
		  "blank[-] hword_asciipart[the] blank[-] hword_asciipart[art] blank[ ] "
		  "asciihword[e-mail] hword_asciipart[e] blank[-] hword_asciipart[mail] blank[ ] "
		  "asciiword[B] int[-52] blank[ ] asciiword[covid] int[-19] blank[ ] numhword[x2-y] "
		  "hword_numpart[x2] blank[-] hword_asciipart[y] blank[ ] numhword[a-1b] "
		  "hword_asciipart[a] blank[-] hword_numpart[1b]")},
	{FACT("ascii: after a compound, '-' is no sign", "a-b-1 -1",
		  "asciihword[a-b] hword_asciipart[a] blank[-] hword_asciipart[b] blank[-] uint[1] "
		  "blank[ ] int[-1]")},
	{FACT("ascii: dates and phones", "2023-09-28 +970-59-123 10:30",
		  "uint[2023] int[-09] int[-28] blank[ ] int[+970] int[-59] int[-123] blank[ ] "
		  "uint[10] blank[:] uint[30]")},
	{FACT("ascii: dates, seasons and fractions have no path", "28/9/2023 2022/2023، /208 1/2%",
		  "uint[28] blank[/] uint[9] blank[/] uint[2023] blank[ ] uint[2022] blank[/] "
		  "uint[2023] blank[، ] blank[/] uint[208] blank[ ] uint[1] blank[/] percent[2%] "
		  "uint[2] blank[%]")},
	{FACT("ascii: paths with a letter do", "1/2a a/1 1/2.c 192.168.1.1/24",
		  "file[1/2a] blank[ ] file[a/1] blank[ ] file[1/2.c] blank[ ] version[192.168.1.1] "
		  "blank[/] uint[24]")},
	{FACT("ascii: underscores part words", "foo_bar _x_ foo_bar.com",
		  "asciiword[foo] blank[_] asciiword[bar] blank[ _] asciiword[x] blank[_ ] "
		  "host[foo_bar.com]")},
	{FACT("ascii: hosts, with port", "example.com www.example.co.uk:8080 a.b1 e.g. U.S.A.",
		  "host[example.com] blank[ ] host[www.example.co.uk:8080] blank[ ] file[a.b1] "
		  "blank[ ] file[e.g] blank[. ] file[U.S.A] blank[.]")},
	{FACT("ascii: URLs", "http://example.com/a/b?c=d&e=%20#f, example.com/ ftp://h",
		  "protocol[http://] url[example.com/a/b?c=d&e=%20#f,] host[example.com] "
		  "url_path[/a/b?c=d&e=%20#f,] blank[ ] host[example.com] blank[/ ] protocol[ftp://] "
		  "asciiword[h]")},
	{FACT("ascii: e-mails",
		  "user@example.com first.last@mail.example.org/x a@b 1@b.cc me@1e5.com",
		  "email[user@example.com] blank[ ] email[first.last@mail.example.org] file[/x] "
		  "blank[ ] asciiword[a] blank[@] asciiword[b] blank[ ] email[1@b.cc] blank[ ] "
		  "asciiword[me] blank[@] sfloat[1e5] blank[.] asciiword[com]")},
	{FACT("ascii: paths", "/usr/lib ~/x ./y ../z a/b.c-d and/or /etc/../x a/..",
		  "file[/usr/lib] blank[ ~] file[/x] blank[ .] file[/y] blank[ ..] file[/z] blank[ ] "
		  "file[a/b.c-d] blank[ ] file[and/or] blank[ ] file[/etc/../x] blank[ ] file[a/..]")},
	{FACT("ascii: path after a word only", "x~/y x./y x ~/y",
		  "asciiword[x] file[~/y] blank[ ] asciiword[x] file[./y] blank[ ] asciiword[x] "
		  "blank[ ~] file[/y]")},
	{FACT("ascii: tags",
		  "<b>x</b> <a href=\"x>y\" b='z'>t<br/> <!-- c > d --> <!DOCTYPE html> <?xml v?>",
		  "tag[<b>] asciiword[x] tag[</b>] blank[ ] tag[<a href=\"x>y\" b='z'>] asciiword[t] "
		  "tag[<br/>] blank[ ] tag[<!-- c > d -->] blank[ ] tag[<!DOCTYPE html>] blank[ ] "
		  "tag[<?xml v?>]")},
	{FACT("ascii: no tags", "a < b <c d>e <f $> <!-- g",
		  "asciiword[a] blank[ < ] asciiword[b] blank[ ] tag[<c d>] asciiword[e] blank[ ] "
		  "blank[<] asciiword[f] blank[ $> ] blank[<!-- ] asciiword[g]")},
	{FACT("ascii: script is blank",
		  "<script>var a = 1 < 2;</script>b<style type='x'>p{}</style>",
		  "tag[<script>] blank[var a = 1 ] blank[< 2;] tag[</script>] asciiword[b] "
		  "tag[<style type='x'>] blank[p{}] tag[</style>]")},
	{FACT("ascii: entities", "&amp; &#39; &#xAf; &#x; &nosemi &a.b-c;",
		  "entity[&amp;] blank[ ] entity[&#39;] blank[ ] entity[&#xAf;] blank[ ] blank[&] "
		  "blank[#] asciiword[x] blank[; ] blank[&] asciiword[nosemi] blank[ ] entity[&a.b-c;]")},
	{FACT("ascii: percent signs elsewhere", "50%20 %1$s foo%20bar %d 5.2%% %5.2f",
		  "uint[50] blank[%] uint[20] blank[ ] blank[%] uint[1] blank[$] asciiword[s] blank[ ] "
		  "asciiword[foo] blank[%] numword[20bar] blank[ %] asciiword[d] blank[ ] "
		  "percent[5.2%] float[5.2] blank[%% ] blank[%] float[5.2] asciiword[f]")},
	{FACT("latin: accents", "café naïve-café cafe\u0301 слово 中文 é2 2é",
		  "word[café] blank[ ] hword[naïve-café] hword_part[naïve] blank[-] hword_part[café] "
		  "blank[ ] word[cafe\u0301] blank[ ] word[слово] blank[ ] word[中文] blank[ ] "
		  "numword[é2] blank[ ] numword[2é]")},
	{FACT("latin: accented words have no host", "café.com",
		  "word[café] blank[.] asciiword[com]")},
	{FACT("latin: soft hyphen inside, not at the end", "co\u00adop x\u00ad y",
		  "word[co\u00adop] blank[ ] asciiword[x] blank[\u00ad ] asciiword[y]")},
	{FACT("arabic: words and punctuation", "قال: «نعم»، ثم ذهب؟ لا؛ بل عاد… (أمس).",
		  "word[قال] blank[: «] word[نعم] blank[»، ] word[ثم] blank[ ] word[ذهب] blank[؟ ] "
		  "word[لا] blank[؛ ] word[بل] blank[ ] word[عاد] blank[… (] word[أمس] blank[).]")},
	{FACT("arabic: marks and tatweel inside", "ك\u064eت\u064eب\u064e كـــتاب الرّحمٰن ٱلله",
		  "word[ك\u064eت\u064eب\u064e] blank[ ] word[كـــتاب] blank[ ] word[الرّحمٰن] blank[ ] "
		  "word[ٱلله]")},
	{FACT("arabic: marks and tatweel without a letter are blank", "ـ ـكتاب \u064eكتاب",
		  "blank[ـ ـ] word[كتاب] blank[ \u064e] word[كتاب]")},
	{FACT("arabic: letters of other languages", "پاکستان گچ ۆ ی",
		  "word[پاکستان] blank[ ] word[گچ] blank[ ] word[ۆ] blank[ ] word[ی]")},
	{FACT("arabic: presentation forms", "ﻛﺘﺎﺏ ﷲ ﻻ",
		  "word[ﻛﺘﺎﺏ] blank[ ] word[ﷲ] blank[ ] word[ﻻ]")},
	{FACT("arabic: honorifics are blank", "محمد\ufdfaقال \ufdfd",
		  "word[محمد] blank[\ufdfa] word[قال] blank[ \ufdfd]")},
	{FACT("arabic: zero width non-joiner inside, not at the end", "می\u200cخواهم ها\u200c ،",
		  "word[می\u200cخواهم] blank[ ] word[ها] blank[\u200c ،]")},
	{FACT("arabic: bidi controls around", "\u200fكلمة\u200f \u202bجملة\u202c",
		  "blank[\u200f] word[كلمة] blank[\u200f \u202b] word[جملة] blank[\u202c]")},
	{FACT("arabic: digits are apart", "الـ24 كوفيد19 24ساعة 1445هـ",
		  "word[الـ] uint[24] blank[ ] word[كوفيد] uint[19] blank[ ] uint[24] word[ساعة] "
		  "blank[ ] uint[1445] word[هـ]")},
	{FACT("arabic: Latin letters are apart", "بالـGPS وBBC iPhoneـ تويترTwitter",
		  "word[بالـ] asciiword[GPS] blank[ ] word[و] asciiword[BBC] blank[ ] "
		  "asciiword[iPhone] blank[ـ ] word[تويتر] asciiword[Twitter]")},
	{FACT("arabic: right-to-left mark after a number", "24\u200f م",
		  "uint[24] blank[\u200f ] word[م]")},
	{FACT("arabic: keycaps are numbers", "1\ufe0f\u20e3",
		  "uint[1] blank[\ufe0f\u20e3]")},
	{FACT("arabic: hyphenated words", "الثقافية-الاجتماعية بي-BBC عرب-48 أ-ب-٥",
		  "hword[الثقافية-الاجتماعية] hword_part[الثقافية] blank[-] hword_part[الاجتماعية] "
		  "blank[ ] hword[بي-BBC] hword_part[بي] blank[-] hword_asciipart[BBC] blank[ ] "
		  "word[عرب] int[-48] blank[ ] hword[أ-ب] hword_part[أ] blank[-] hword_part[ب] "
		  "blank[-] number[٥]")},
	{FACT("arabic: no compound over spaces or dashes",
		  "الثقافية -الاجتماعية الثقافية–الاجتماعية الثقافية--الاجتماعية",
		  "word[الثقافية] blank[ -] word[الاجتماعية] blank[ ] word[الثقافية] blank[–] "
		  "word[الاجتماعية] blank[ ] word[الثقافية] blank[--] word[الاجتماعية]")},
	{FACT("arabic: compound ends where scripts meet", "شرق-غربTV شرق-غرب24 24شرق-غرب",
		  "hword[شرق-غرب] hword_part[شرق] blank[-] hword_part[غرب] asciiword[TV] blank[ ] "
		  "hword[شرق-غرب] hword_part[شرق] blank[-] hword_part[غرب] uint[24] blank[ ] uint[24] "
		  "hword[شرق-غرب] hword_part[شرق] blank[-] hword_part[غرب]")},
	{FACT("arabic: dots of ellipsis are blank", "قال.. ثم ... عاد..",
		  "word[قال] blank[.. ] word[ثم] blank[ ... ] word[عاد] blank[..]")},
	{FACT("arabic: slash and underscore", "و/أو كلمة_أخرى",
		  "word[و] blank[/] word[أو] blank[ ] word[كلمة] blank[_] word[أخرى]")},
	{FACT("hashtag", "#القدس_عاصمة_فلسطين #غزة. #covid19 #كوفيد19",
		  "hashtag[#القدس_عاصمة_فلسطين] blank[#] word[القدس] blank[_] word[عاصمة] blank[_] "
		  "word[فلسطين] blank[ ] hashtag[#غزة] blank[#] word[غزة] blank[. ] hashtag[#covid19] "
		  "blank[#] numword[covid19] blank[ ] hashtag[#كوفيد19] blank[#] word[كوفيد] uint[19]")},
	{FACT("hashtag: starts with digits", "#25يناير #7_أكتوبر #2023 #_",
		  "hashtag[#25يناير] blank[#] uint[25] word[يناير] blank[ ] hashtag[#7_أكتوبر] "
		  "blank[#] uint[7] blank[_] word[أكتوبر] blank[ ] blank[#] uint[2023] blank[ ] "
		  "blank[#_]")},
	{FACT("hashtag: marks and non-joiner", "#مُح\u064eم\u064eّد #می\u200cخواهم\u200c",
		  "hashtag[#مُح\u064eم\u064eّد] blank[#] word[مُح\u064eم\u064eّد] blank[ ] "
		  "hashtag[#می\u200cخواهم] blank[#] word[می\u200cخواهم] blank[\u200c]")},
	{FACT("hashtag: fullwidth sign", "\uff03القدس \uff03 x",
		  "hashtag[\uff03القدس] blank[\uff03] word[القدس] blank[ ] blank[\uff03 ] asciiword[x]")},
	{FACT("hashtag: two", "#غزة#القدس ##غزة",
		  "hashtag[#غزة] blank[#] word[غزة] hashtag[#القدس] blank[#] word[القدس] blank[ #] "
		  "hashtag[#غزة] blank[#] word[غزة]")},
	{FACT("hashtag: ends at '-'", "#غزة-القدس #a-b",
		  "hashtag[#غزة] blank[#] word[غزة] blank[-] word[القدس] blank[ ] blank[#] "
		  "asciihword[a-b] hword_asciipart[a] blank[-] hword_asciipart[b]")},
	{FACT("hashtag: not after a word or '&'", "page#section C# &#x &#amp #.",
		  "asciiword[page] blank[#] asciiword[section] blank[ ] asciiword[C] blank[# ] "
		  "blank[&] blank[#] asciiword[x] blank[ ] blank[&] blank[#] asciiword[amp] blank[ #.]")},
	{FACT("hashtag: not a host, a path", "#a.b #example.com #a/b #a. b #x://y",
		  "blank[#] file[a.b] blank[ ] blank[#] host[example.com] blank[ ] blank[#] file[a/b] "
		  "blank[ ] hashtag[#a] blank[#] asciiword[a] blank[. ] asciiword[b] blank[ ] blank[#] "
		  "protocol[x://] asciiword[y]")},
	{FACT("mention", "@user_name: @القدس @3asafeer (@x) @",
		  "mention[@user_name] blank[@] asciiword[user] blank[_] asciiword[name] blank[: ] "
		  "mention[@القدس] blank[@] word[القدس] blank[ ] mention[@3asafeer] blank[@] "
		  "numword[3asafeer] blank[ (] mention[@x] blank[@] asciiword[x] blank[) @]")},
	{FACT("mention: not after a word", "foo@bar قال@user",
		  "asciiword[foo] blank[@] asciiword[bar] blank[ ] word[قال] blank[@] asciiword[user]")},
	{FACT("mention: not a host, an e-mail", "@example.com @a@example.com @babel/core",
		  "blank[@] host[example.com] blank[ ] blank[@] email[a@example.com] blank[ ] blank[@] "
		  "file[babel/core]")},
	{FACT("mention: ends with '_'", "@user_ ...",
		  "mention[@user_] blank[@] asciiword[user] blank[_ ...]")},
	{FACT("abbreviation: agencies", "(أ.ف.ب) د.ب.أ: أ.ش.أ",
		  "blank[(] abbreviation[أ.ف.ب] blank[) ] abbreviation[د.ب.أ] blank[: ] "
		  "abbreviation[أ.ش.أ]")},
	{FACT("abbreviation: the last of three dots is not in it", "أ.ف.ب. وقال أ.ف.ب.",
		  "abbreviation[أ.ف.ب] blank[. ] word[وقال] blank[ ] abbreviation[أ.ف.ب] blank[.]")},
	{FACT("abbreviation: the last of two is, before a letter", "أ.د. محمد ص.ب. 12 ق.م.",
		  "abbreviation[أ.د.] blank[ ] word[محمد] blank[ ] abbreviation[ص.ب] blank[. ] "
		  "uint[12] blank[ ] abbreviation[ق.م] blank[.]")},
	{FACT("abbreviation: title glued to a name", "د.محمد أ.د.محمد ب.ب.سي",
		  "abbreviation[د.] word[محمد] blank[ ] abbreviation[أ.د.] word[محمد] blank[ ] "
		  "abbreviation[ب.ب.] word[سي]")},
	{FACT("abbreviation: title and name", "د. محمد م.\u00a0أحمد ج. ك. رولينغ",
		  "abbreviation[د.] blank[ ] word[محمد] blank[ ] abbreviation[م.] blank[\u00a0] "
		  "word[أحمد] blank[ ] abbreviation[ج.] blank[ ] abbreviation[ك.] blank[ ] word[رولينغ]")},
	{FACT("abbreviation: a lone letter at the end is a word", "فيتامين د. فيتامين د.\nوقال",
		  "word[فيتامين] blank[ ] abbreviation[د.] blank[ ] word[فيتامين] blank[ ] word[د] "
		  "blank[.\n] word[وقال]")},
	{FACT("abbreviation: with tatweel and marks", "هـ. أحمد أ.هـ هـ.ش",
		  "abbreviation[هـ.] blank[ ] word[أحمد] blank[ ] abbreviation[أ.هـ] blank[ ] "
		  "abbreviation[هـ.ش]")},
	{FACT("abbreviation: not after a number", "24م. وقال 1445هـ. وكان",
		  "uint[24] word[م] blank[. ] word[وقال] blank[ ] uint[1445] word[هـ] blank[. ] "
		  "word[وكان]")},
	{FACT("abbreviation: two letters make a word", "قد. كان قد.كان",
		  "word[قد] blank[. ] word[كان] blank[ ] word[قد] blank[.] word[كان]")},
	{FACT("abbreviation: at most eight letters", "أ.ب.ت.ث.ج.ح.خ.د.ذ.ر",
		  "abbreviation[أ.ب.ت.ث.ج.ح.خ.د.] abbreviation[ذ.ر]")},
	{FACT("number: Arabic-Indic digits", "٢٠٢٣ ۲۰۲۳ -٥ +٥",
		  "number[٢٠٢٣] blank[ ] number[۲۰۲۳] blank[ ] number[-٥] blank[ ] number[+٥]")},
	{FACT("number: separators", "١٬٢٣٤٫٥ 1٬234٫5 ١٬٢٣٬٤٥٦ ٣٫١٤ -٣٫١٤",
		  "number[١٬٢٣٤٫٥] blank[ ] number[1٬234٫5] blank[ ] number[١٬٢٣٬٤٥٦] blank[ ] "
		  "number[٣٫١٤] blank[ ] number[-٣٫١٤]")},
	{FACT("number: comma groups of three", "١,٢٣٤,٥٦٧ ١,٢٣ ١٢٣٤,٥٦٧ ١,٢٣٤٥ 1,234",
		  "number[١,٢٣٤,٥٦٧] blank[ ] number[١] blank[,] number[٢٣] blank[ ] number[١٢٣٤] "
		  "blank[,] number[٥٦٧] blank[ ] number[١] blank[,] number[٢٣٤٥] blank[ ] uint[1] "
		  "blank[,] uint[234]")},
	{FACT("number: decimal point", "٣.٥ ٣. ٥ ٣.5",
		  "number[٣.٥] blank[ ] number[٣] blank[. ] number[٥] blank[ ] number[٣.5]")},
	{FACT("number: dates", "٢٠٢٣/٠٩/٢٨ ٢٨.٠٩.٢٠٢٣ ٢٠٢٣-٠٩-٢٨",
		  "number[٢٠٢٣] blank[/] number[٠٩] blank[/] number[٢٨] blank[ ] number[٢٨] blank[.] "
		  "number[٠٩] blank[.] number[٢٠٢٣] blank[ ] number[٢٠٢٣] number[-٠٩] number[-٢٨]")},
	{FACT("number: times and ranges", "١٢:٣٠ ٢٠-٣٠",
		  "number[١٢] blank[:] number[٣٠] blank[ ] number[٢٠] number[-٣٠]")},
	{FACT("number: no letters", "٢٤ساعة ساعة٢٤ ٥G G٥ 5٥",
		  "number[٢٤] word[ساعة] blank[ ] word[ساعة] number[٢٤] blank[ ] number[٥] "
		  "asciiword[G] blank[ ] asciiword[G] number[٥] blank[ ] number[5٥]")},
	{FACT("number: separators alone", "٬٫ ٣٫ 3٬ ٫٥",
		  "blank[٬٫ ] number[٣] blank[٫ ] uint[3] blank[٬ ٫] number[٥]")},
	{FACT("number: Arabic comma parts numbers", "١،٢",
		  "number[١] blank[،] number[٢]")},
	{FACT("percent", "50% 2.5% -3% 1e3% ٥٠٪ ٥٠% 50٪ ٣٫٥٪",
		  "percent[50%] uint[50] blank[% ] percent[2.5%] float[2.5] blank[% ] percent[-3%] "
		  "int[-3] blank[% ] percent[1e3%] sfloat[1e3] blank[% ] percent[٥٠٪] number[٥٠] "
		  "blank[٪ ] percent[٥٠%] number[٥٠] blank[% ] percent[50٪] uint[50] blank[٪ ] "
		  "percent[٣٫٥٪] number[٣٫٥] blank[٪]")},
	{FACT("percent: sign first", "%50 ٪٥٠ %٥٠ (%2.5) ٪ %",
		  "percent[%50] blank[%] uint[50] blank[ ] percent[٪٥٠] blank[٪] number[٥٠] blank[ ] "
		  "percent[%٥٠] blank[%] number[٥٠] blank[ (] percent[%2.5] blank[%] float[2.5] "
		  "blank[) ٪ %]")},
	{FACT("percent: not of a version, a word", "1.2.3% a1% 5 %",
		  "version[1.2.3] blank[% ] numword[a1] blank[% ] uint[5] blank[ %]")},
	{FACT("percent: then a blank", "50%، أو 60%.",
		  "percent[50%] uint[50] blank[%، ] word[أو] blank[ ] percent[60%] uint[60] blank[%.]")},
	{FACT("other: digits of other scripts are letters", "५० a५",
		  "word[५०] blank[ ] word[a५]")},
	{FACT("other: ill-formed bytes", "a\xff" "b \xd8 \xd9ك",
		  "asciiword[a] blank[\xff] asciiword[b] blank[ \xd8 \xd9] word[ك]")},
	{FACT("other: NUL", "a\0" "b",
		  "asciiword[a] blank[\0] asciiword[b]")},
