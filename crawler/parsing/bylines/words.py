"""The words of bylines in thirty languages, as data: what begins one, what ends one, what is no name. Lower case."""

# language -> words that begin a byline by themselves ("By A. Name"); a colon may follow.
LEADS: dict[str, str] = {
    "en": "by|written by|posted by|published by|story by|words by|text by|authored by|report by|reported by|article by|"
          "prepared by|contributed by|submitted by|guest post by|created by|compiled by|post by|a post by|opinion by|"
          "analysis by|commentary by|blog by|written and researched by|research by|produced by|issued by|released by|"
          "analysis prepared by|report prepared by|opening remarks by|closing remarks by|welcome address by|"
          "remarks by|remarks of|speech by|keynote by|keynote speech by|keynote address by|address by|lecture by|"
          "edited by|statement by|testimony by|testimony of|interview by|interviewed by",
    "de": "von|verfasst von|veröffentlicht von|geschrieben von|ein beitrag von|ein gastbeitrag von|"
          "text von|gastbeitrag von|ein kommentar von|rede von|rede des|rede der|interview von|vorgelegt von",
    "fr": "discours de|discours du|discours de la|allocution du|allocution de la|intervention du|"
          "discours prononcé par|allocution de|allocution prononcée par|intervention de|"
          "entretien réalisé par|par|rédigé par|publié par|écrit par|propos recueillis par|un texte de|texte de",
    "es": "discurso de|discurso del|discurso de la|palabras de|palabras del|palabras de la|"
          "discurso pronunciado por|intervención de|entrevista de|por|escrito por|publicado por|"
          "redactado por|texto de",
    "pt": "discurso do|discurso da|por|escrito por|publicado por|texto de|discurso de|intervenção de",
    "ca": "per|escrit per", "gl": "por",
    "it": "discorso del|discorso della|di|a cura di|scritto da|pubblicato da|discorso di|intervento di",
    "nl": "door|geschreven door|gepubliceerd door|geplaatst door", "ro": "de|scris de|publicat de",
    "sv": "av|skriven av|publicerad av", "no": "av|skrevet av|publisert av", "da": "af|skrevet af|udgivet af",
    "pl": "napisał|napisała|opublikowane przez|przez", "cs": "napsal|napsala", "hu": "írta",
    "el": "γράφει|γράφουν|από τον|από την",
    "ru": "подготовил|подготовила", "tr": "yazan|hazırlayan", "ar": "بقلم|كتب|كتبت|إعداد", "fa": "نوشته|به قلم",
    "he": "מאת", "hi": "द्वारा", "bn": "লিখেছেন", "vi": "bởi", "sq": "shkruar nga|nga", "ta": "எழுதியவர்",
    "id": "oleh|ditulis oleh", "th": "โดย|เขียนโดย",
    "zh": "撰文|撰稿", "ja": "執筆", "is": "eftir", "fi": "kirjoittanut", "ko": "기자명",
}
# language -> labels that begin a byline only with a colon, or alone on their line.
LABELS: dict[str, str] = {
    "en": "author|authors|author(s)|the author|lead author|lead authors|contributor|contributors|writer|writers|byline|"
          "words|reporting|text and photos|text and photo|words and photos|words and pictures|story and photos|"
          "from|speaker|creator|creators|asked by|tabled by|question by",
    "de": "autor|autorin|autoren|autor*innen|autor:innen|autorinnen und autoren|verfasser|text|text und foto|"
          "text und fotos|text & foto|text & fotos|redaktion|"
          "gestellt von|eingereicht von|fragesteller|fragestellerin",
    "fr": "auteur|auteurs|auteur de l'article|auteure|autrice|auteur(s)|auteur·e·s|texte|texte et photos|"
          "question de|déposée par",
    "es": "autor|autora|autores|autor/a|autor del artículo|autora del artículo|texto|texto y fotos|"
          "formulada por|presentada por",
    "pt": "autor|autora|autores|texto|texto e fotos|reportagem|autoria",
    "it": "autore|autori|autrice|testo|testo e foto|presentata da|primo firmatario",
    "nl": "auteur|auteurs|tekst|tekst en foto's|tekst en foto|indiener|indieners|ingediend door",
    "sv": "författare|skribent|text|text och foto|text & foto", "no": "forfatter|forfattere|tekst|tekst og foto",
    "da": "forfatter|forfattere|tekst|tekst og foto",
    "fi": "kirjoittaja|kirjoittajat|teksti|teksti ja kuvat|toimittaja",
    "is": "höfundur|höfundar", "pl": "autor|autorzy|autorka|autor tekstu|autor artykułu|autorka tekstu|opracowanie",
    "cs": "autor|autoři|autorka|autor článku|autor textu|text",
    "sk": "autor|autori|autorka|text", "hu": "szerző|szerzők|a cikk szerzője",
    "ro": "autor|autori|autoare|autoarea|autorul|autorii",
    "hr": "autor|autori|autorica|piše", "sl": "avtor|avtorica|avtorji", "sr": "аутор|аутори|пише",
    "el": "συντάκτης|συντάκτρια|συντάκτες|συγγραφέας|συγγραφείς|κείμενο|επιμέλεια",
    "ru": "автор|авторы|автор статьи|авторы статьи|автор текста|автор материала|текст",
    "uk": "автор|автори|автор статті|автор тексту|текст", "bg": "автор", "tr": "yazar|yazarlar|haber",
    "ar": "الكاتب|الكاتبة|المؤلف|المؤلفة|المؤلفون|الباحث|الباحثون|تأليف",
    "fa": "نویسنده|نویسندگان|نگارنده|نگارندگان|پژوهشگر",
    "ur": "مصنف|تحریر", "he": "מחבר|מחברת|מחברים|כתבה|כתיבה|כתב|כתבו|כותב|כותבת|כותבים",
    "hi": "लेखक|लेखिका|लेखकगण", "bn": "লেখক|লেখকবৃন্দ", "ta": "ஆசிரியர்|நூலாசிரியர்|கட்டுரையாளர்", "te": "రచయిత|రచయితలు",
    "kn": "ಲೇಖಕರು|ಲೇಖಕ", "ml": "ലേഖകൻ|രചയിതാവ്", "gu": "લેખક", "pa": "ਲੇਖਕ", "am": "ጸሐፊ",
    "vi": "tác giả|nhóm tác giả|người viết", "id": "penulis", "th": "ผู้เขียน", "sw": "mwandishi",
    "zh": "作者|本文作者|记者|記者|文|文章作者|编辑|責任編輯",
    "ja": "著者|筆者|執筆者|寄稿", "ko": "글|글쓴이|작성자|저자|필자|기자",
    "lt": "autorius|autoriai|autorė", "lv": "autors|autori|autore",
    "et": "autor|autorid", "ca": "autor|autora|autors", "eu": "egilea|egileak", "ka": "ავტორი|ავტორები",
    "hy": "հեղինակ|հեղինակներ", "az": "müəllif|müəlliflər", "ms": "penulis", "kk": "авторлар",
    "uz": "muallif|mualliflar", "be": "аўтар|аўтары", "ps": "لیکوال", "tg": "муаллиф|муаллифон",
    "my": "ရေးသားသူ", "km": "អ្នកនិពន្ធ",
    "cy": "awdur|awduron", "ga": "údar|údair", "af": "skrywer|skrywers", "sq": "autor|autorë", "tl": "may-akda",
}
# language -> headings of a box about who wrote it: like labels they begin a byline alone on their line, and they close
# the text.
ABOUT: dict[str, str] = {
    "en": "about the author|about the authors|about the contributor|about the contributors|about the writer",
    "de": "über den autor|über die autorin|über die autoren|zur autorin|zum autor|zur person|"
          "über die autorinnen und autoren",
    "fr": "à propos de l'auteur|à propos de l’auteur|à propos des auteurs|à propos de l'autrice",
    "es": "sobre el autor|sobre la autora|sobre los autores|acerca del autor|sobre la firma",
    "pt": "sobre o autor|sobre a autora|sobre os autores",
    "it": "l'autore|l’autore|gli autori|sull'autore|sull'autrice|sugli autori",
    "nl": "over de auteur|over de auteurs", "sv": "om författaren|om författarna",
    "no": "om forfatteren|om forfatterne",
    "fi": "kirjoittajasta|tietoa kirjoittajasta", "ro": "despre autor", "hi": "लेखक के बारे में",
    "pl": "o autorze|o autorce|o autorach", "cs": "o autorovi|o autorce|o autorech", "hu": "a szerzőről|a szerzőkről",
    "el": "για τον συγγραφέα|για τη συγγραφέα", "ru": "об авторе|об авторах", "uk": "про автора|про авторів",
    "tr": "yazar hakkında", "fa": "درباره نویسنده|درباره نویسندگان", "vi": "về tác giả", "id": "tentang penulis",
    "ar": "عن الكاتب|عن الكاتبة|عن الكاتبين|عن الكتاب|عن المؤلف|عن المؤلفين|نبذة عن الكاتب",
    "zh": "作者简介|作者簡介|作者介绍|作者介紹|关于作者|關於作者",
    "ja": "執筆者プロフィール|著者プロフィール|筆者プロフィール|執筆者紹介|著者紹介|筆者紹介|プロフィール",
    "ko": "필자 소개|저자 소개|글쓴이 소개",
}
# From here on a byline speaks of something else; matched at the beginning of a word.
STOPS = (
    "published|updated|posted|last updated|last modified|first published|modified|reviewed by|medically reviewed|"
    "edited by|"
    "editor:|fact checked|fact-checked|factchecked|photos by|photo by|photo:|photograph|photography|illustration|"
    "illustrated by|translated by|video by|filed under|read time|reading time|min read|minute read|"
    "minutes read|mins read|"
    "share|follow|view all|view profile|more from|more by|read more|see all|see more|contact|e-mail|email|comments|"
    "verified expert|full bio|author’s profile|author's profile|is an? |is the |was an? |has been|has written|"
    "writes about|"
    "covers |with files from|special to|advertiser disclosure|last reviewed|originally published|on behalf of|"
    "veröffentlicht|aktualisiert|stand:|lesezeit|foto:|fotos:|bearbeitet|publié le|mis à jour|temps de lecture|"
    "publicado|actualizado|lectura|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|"
    "oppdatert|opublikowano|aktualizacja|опубликовано|обновлено|güncelleme|yayınlanma|发布|更新|來源|来源|公開|입력|수정|등록|"
    "نشر في|نُشر|تاريخ النشر|تم النشر|آخر تحديث|تحديث|atualizado|mis en ligne|modifié le|udgivet|opdateret|"
    "julkaistu|päivitetty|publikováno|aktualizováno|vydáno|megjelent|frissítve|publicat|actualizat|опубліковано|"
    "оновлено|δημοσίευση|ενημέρωση|פורסם|עודכן|diterbitkan|dipublikasikan|diperbarui|xuất bản|cập nhật|प्रकाशित|अपडेट")
ROLES = frozenset("""
reporter reporters correspondent editor editors writer writers columnist columnists journalist author contributor
contributors analyst analysts economist director manager president chair chairman chairwoman ceo cfo cto coo cmo founder
co-founder cofounder owner partner associate professor lecturer researcher researchers fellow fellows scholar scientist
engineer developer designer consultant expert specialist strategist coach attorney lawyer nutritionist dietitian
physician doctor nurse student intern producer host photographer head lead leader officer coordinator secretary minister
ambassador adviser advisor assistant vp svp evp principal candidate representative blogger
governor deputy commissioner undersecretary chancellor counsel counselor
spokesperson spokesman spokeswoman member senator mayor vice-president vice-chair co-chair treasurer trustee
redakteur redakteurin korrespondent korrespondentin chefredakteur reporterin autor autorin journalistin volontär
rédacteur rédactrice journaliste correspondant correspondante directeur directrice professeur économiste
redactor redactora periodista corresponsal profesor profesora economista directora giornalista redattore redattrice
corrispondente redacteur verslaggever журналист корреспондент редактор обозреватель gazeteci muhabir editör
""".split())
AGENCIES = frozenset(
    "dpa ap afp reuters apa ansa efe tass epa kna epd afx pti ani ians upi bloomberg xinhua ntb ritzau belga anp lusa "
    "interfax yonhap kyodo jiji aap stt itar-tass sda keystone-sda".split())
CREDENTIALS = frozenset("""
phd ph.d ph.d. md m.d m.d. dds dmd rd rdn ld ldn ms m.s m.s. msc m.sc ma m.a m.a. mba mph m.p.h jd j.d j.d. esq esq.
llm cpa cfa cfp cfp® cepf cepf® cissp pmp rn bsn msn aprn np pa-c dvm edd ed.d psyd dnp facp faclm faan fand foma dabom
csc. drsc. ph.d.,
jr jr. sr sr. ii iii iv bsc ba lcsw lmft cscs rpt dpt obe cbe mbe frs kc qc mp mep mscp
""".split())
HONORIFICS = frozenset("""
dr dr. prof prof. professor mr mr. mrs mrs. ms. sir dame hon. rev rev. fr. sen. rep. gov. amb. gen. col. lt. capt. sgt.
ד"ר ד״ר פרופ' פרופ׳ الدكتور الدكتورة د. أ.د. دکتر डॉ. डॉ श्री श्रीमती ดร. รศ. นาย นาง นางสาว δρ δρ. д-р
hab. inż. mgr mgr. inz. phdr. judr. mudr. rndr. paeddr. thdr. doc. bc. arch. dipl. lic. arq. sra sr.a dña. sayın
dipl.-ing. ing. mag. dott. dott.ssa dra dra. sra. mme mme. mlle ir. drs. herr frau univ.-prof. проф.
""".split())
PARTICLES = frozenset(
    "de van von der den del della di da dos das do du la le el al bin ibn bint ter ten te y e af av zu zur zum bar ben "
    "abu o' san st st. d' l'".split())
# What somebody holds, said before the name: "Deputy Governor Ada One"; and what stands before or within an office.
OFFICES = frozenset("""
governor minister secretary president chair chairman chairwoman chairperson chancellor commissioner senator congressman
congresswoman representative councillor councilmember alderman ambassador mayor premier director judge justice speaker
administrator comptroller treasurer admiral undersecretary under-secretary under-secretary-general secretary-general
director-general vice-president vice-chair co-chair attorney-general governor-general taoiseach tánaiste
bundesminister bundesministerin ministerin staatsminister staatsministerin ministerpräsident ministerpräsidentin
bundeskanzler bundeskanzlerin bundespräsident staatssekretär staatssekretärin präsident präsidentin senatorin kommissar
kommissarin botschafter botschafterin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin landrat
ministre président présidente gouverneur gouverneure ambassadeur ambassadrice commissaire sénateur sénatrice
ministro ministra presidente presidenta gobernador gobernadora secretario secretaria senador senadora diputado diputada
embajador embajadora alcalde alcaldesa comisario comisaria consejero consejera governador governadora embaixador
secretário secretária prefeito prefeita governatore governatrice ambasciatore sindaco sindaca sottosegretario
staatssecretaris burgemeester commissaris statsminister statsråd finansminister utenriksminister udenrigsminister
ministeri pääministeri prezes premier prezydent wiceminister министр президент губернатор председатель міністр bakan
bakanı
""".split())
QUALIFIERS = frozenset("""
deputy vice acting assistant associate chief first prime foreign finance interior defence defense health trade energy
environment education labour labor home general executive former principal senior under permanent high
""".split())
OF_OFFICES = OFFICES | QUALIFIERS
# What a content system or template writes where nobody signs.
NOBODY = frozenset("""
admin administrator editor user guest root webmaster author anonymous unknown none null undefined superuser test
wordpress wpadmin wp-admin siteadmin website content default system moderator nobody demo dev name by written published
menu home share search subscribe login comments reply contact linkedin facebook twitter instagram posts topics
author-name view privacy policy cookie terms read more profile full about all our next previous back follow
article articles 管理员 系统管理员 管理員 网站管理员 管理者 編集部員 관리자 운영자 администратор админ адміністратор
yönetici quản trị ผู้ดูแลระบบ مدیر المدير مدير administrador amministratore administrateur beheerder
""".split())
# What begins a headline or a menu entry, never a name.
NO_FIRST_NAMES = frozenset("the a an it's it’s top best how why what when where who in on for to at is are this "
                           "that about "
                           "new more my your i we free get der die das ein eine le la les un une el los las".split())
JOINERS = ("and|und|et|y|e|och|og|en|ja|és|și|şi|ve|va|və|dhe|eta|agus|oraz|ir|un|и|і|й|та|және|και|dan|và|with|mit|"
           "avec|con|및|და|և|եւ")
# Those that are other words elsewhere: of bylines that a colon or one of these words opens.
SHORT_JOINERS = "a|i|na"
LEADS_OF_SHORT = frozenset(
    {"per", "escrit per", "napsal", "napsala", "napsali", "napisał", "napisała", "napisali", "piše"})
# In scripts without capitals, where they stand in the names of ministries, too.
CASELESS_JOINERS = "ও|এবং|और|एवं|तथा|व|आणि|र|اور|و|மற்றும்|మరియు|ಮತ್ತು|અને|ਅਤੇ|සහ|และ|กับ|ແລະ|နှင့်|និង|እና"
