"""The words that mark the lines of a saved page which aren't prose, in the languages of policy publishers. Data only.

All lower case, without closing punctuation. Where a phrase takes a name or a date after it, it stands as a prefix.
"""

# "By NAME", "Published by NAME": a byline; longest first where one begins another
BYLINE = (
    r"published by", r"posted by", r"written by", r"authored by", r"article by", r"report by", r"reported by",
    r"story by", r"text by", r"words by", r"by", r"author:", r"authors:", r"author", r"contributor:", r"publié par",
    r"écrit par", r"rédigé par", r"par", r"auteur :", r"auteur:", r"auteurs :", r"auteurs:", r"veröffentlicht von",
    r"geschrieben von", r"verfasst von", r"von", r"autor:", r"autorin:", r"autoren:", r"publicado por",
    r"escrito por", r"redactado por", r"por", r"autora:", r"autores:", r"pubblicato da", r"scritto da",
    r"a cura di", r"di", r"autore:", r"autori:", r"gepubliceerd door", r"geschreven door", r"door",
    r"opublikowane przez", r"autor", r"przez", r"publicerad av", r"skriven av", r"av", r"skrevet av", r"udgivet af",
    r"skrevet af", r"af", r"kirjoittanut", r"kirjoittaja:", r"napsal", r"napsala", r"szerző:", r"írta:",
    r"publicat de", r"scris de", r"de", r"автор:", r"авторы:", r"автори:", r"от", r"συντάκτης:", r"του", r"της",
    r"yazan:", r"yazar:", r"oleh", r"penulis:", r"tác giả:", r"著者:", r"著者：", r"文：", r"文:", r"作者：",
    r"作者:", r"글:", r"글쓴이:", r"بقلم:", r"بقلم", r"كتب:", r"מאת:", r"מאת", r"लेखक:", r"نویسنده:",
)

# "Published July 18, 2025": what stands before the day of publication
PUBLISHED = (
    "on", "published on", "published at", "published", "posted on", "posted", "publication date", "date published",
    "release date", "released on", "released", "first published", "date", "issued on", "issued", "created",
    "publié le", "publiée le", "mis en ligne le", "paru le", "date de publication", "le", "veröffentlicht am",
    "veröffentlicht", "erschienen am", "erstellt am", "stand", "datum", "vom", "am", "publicado el",
    "fecha de publicación", "publicada el", "publicado en", "fecha", "pubblicato il", "pubblicata il",
    "data di pubblicazione", "data", "publicado em", "publicada em", "data de publicação", "publicado",
    "gepubliceerd op", "gepubliceerd", "geplaatst op", "publicatiedatum", "publicerad den", "publicerad",
    "publicerat", "publisert", "udgivet", "offentliggjort", "julkaistu", "opublikowano", "data publikacji",
    "opublikowany", "dodano", "zveřejněno", "publikováno", "vydáno", "zverejnené", "közzétéve", "megjelent",
    "publicat pe", "publicat la", "publicat", "publicat el", "objavljeno", "objavljen", "опубликовано",
    "дата публикации", "опубліковано", "дата публікації", "публикувано на", "публикувано", "дата", "δημοσιεύθηκε",
    "δημοσιεύθηκε στις", "δημοσιεύτηκε στις", "δημοσιεύτηκε", "ημερομηνία", "yayınlanma tarihi", "yayın tarihi",
    "yayınlandı", "tarih", "diterbitkan", "tanggal", "ngày đăng", "xuất bản", "発行日", "公開日", "掲載日",
    "投稿日", "发布时间", "发布日期", "发布于", "發布日期", "發佈日期", "게시일", "등록일", "입력", "발행일",
    "نشر في", "تاريخ النشر", "نُشر في", "פורסם", "פורסם בתאריך", "प्रकाशित", "प्रकाशन तिथि", "تاریخ انتشار",
    "paskelbta", "publicēts", "avaldatud", "birt", "cyhoeddwyd",
)

# "Updated 3 August 2025": what stands before the day of the last change
MODIFIED = (
    r"last updated on", r"last updated", r"updated on", r"updated at", r"updated", r"last modified", r"modified on",
    r"modified", r"last reviewed", r"mis à jour le", r"mise à jour le", r"mis à jour", r"dernière mise à jour",
    r"modifié le", r"aktualisiert am", r"aktualisiert", r"zuletzt aktualisiert", r"letzte änderung", r"geändert am",
    r"actualizado el", r"actualizado", r"última actualización", r"aggiornato il", r"aggiornato",
    r"ultimo aggiornamento", r"atualizado em", r"atualizado", r"última atualização", r"bijgewerkt op",
    r"bijgewerkt", r"laatst bijgewerkt", r"uppdaterad", r"senast uppdaterad", r"oppdatert", r"sist oppdatert",
    r"opdateret", r"senest opdateret", r"päivitetty", r"zaktualizowano", r"aktualizacja", r"aktualizováno",
    r"aktualizované", r"frissítve", r"actualizat", r"ažurirano", r"обновлено", r"оновлено", r"актуализирано",
    r"ενημερώθηκε", r"güncellendi", r"güncelleme", r"diperbarui", r"cập nhật", r"更新日", r"最終更新日",
    r"更新时间", r"更新日期", r"수정", r"수정일", r"آخر تحديث", r"تحديث", r"עודכן", r"अपडेट", r"atnaujinta",
)

# "3 min read" is a number with one of these; "Reading time: 3 minutes" has one of these and a number
READING_TIME = (
    r"min(?:ute)?s?\.?\s*(?:of\s+)?read(?:ing)?(?:\s+time)?", r"reading\s+time", r"time\s+to\s+read",
    r"read\s+time", r"min(?:utes?)?\s+de\s+lecture", r"temps\s+de\s+lecture", r"lecture\s*:",
    r"min(?:uten)?\.?\s+(?:lesezeit|lesedauer)", r"lesezeit", r"lesedauer",
    r"min(?:utos)?\s+de\s+(?:lectura|leitura)", r"tiempo\s+de\s+lectura", r"tempo\s+de\s+leitura",
    r"min(?:uti)?\s+di\s+lettura", r"tempo\s+di\s+lettura", r"min(?:uten)?\s+leestijd", r"leestijd",
    r"min(?:uter|utter)?\s+(?:läsning|lesing|læsning)", r"lästid", r"lesetid", r"læsetid", r"lukuaika",
    r"min(?:uty?)?\s+czytania", r"czas\s+czytania", r"doba\s+čtení", r"min(?:ut)?\s+čtení", r"olvasási\s+idő",
    r"perc(?:es)?\s+olvas", r"timp\s+de\s+citire", r"мин(?:ут\w?)?\.?\s+(?:чтения|читання|четене)",
    r"время\s+чтения", r"час\s+читання", r"λεπτ\w+\s+ανάγνωσ", r"χρόνος\s+ανάγνωσης", r"dk\.?\s+oku",
    r"dakika(?:lık)?\s+oku", r"okuma\s+süresi", r"menit\s+(?:mem)?baca", r"phút\s+đọc", r"分で読め", r"読了時間",
    r"阅读时间", r"分钟阅读", r"閱讀時間", r"분\s*(?:읽기|소요)", r"دقائق?\s+قراءة", r"وقت\s+القراءة",
    r"דקות\s+קריאה", r"मिनट\s+(?:में\s+)?पढ़", r"дқ\s+оқу",
)

# words around the names of networks in a share row, beside those of the furniture tables: "Share on X or by email"
SHARE_LEADS = (
    r"share by", r"share to", r"share with", r"click to share on", r"opens in new window", r"tweet this",
    r"post on", r"by", r"on", r"via", r"or", r"and", r"to", r"per", r"auf", r"sur", r"par", r"en", r"por", r"su",
    r"no", r"na", r"op", r"på",
)

# words that name a network only in a row with others
WEAK_NETWORKS = (
    "tweet", "pin", "pin it", "buffer", "line", "line it", "print", "copy", "x",
)

# words that the furniture tables take for a network by the button they stand on, and that a line may say otherwise
NO_NETWORKS = (
    "link", "signal", "permalink", "mix", "teams",
)

# lines of the page's frame: dropped wherever they stand alone
FRAME = (
    "skip to content", "skip to main content", "skip to navigation", "menu", "search", "home", "log in", "login",
    "sign in", "subscribe", "back to top", "print this page", "listen to this article", "listen", "cookie settings",
    "accept all", "privacy policy", "terms of use", "terms and conditions", "contact us", "about us", "sitemap",
    "share", "comments", "leave a comment", "leave a reply", "no comments", "previous", "next", "previous article",
    "next article", "close", "aller au contenu", "zum inhalt springen", "saltar al contenido", "vai al contenuto",
    "ir para o conteúdo", "retour en haut", "nach oben", "volver arriba", "suche", "recherche", "accueil",
    "startseite", "inicio", "for immediate release", "as prepared for delivery", "as prepared", "as delivered",
    "check against delivery", "es gilt das gesprochene wort", "seul le prononcé fait foi", "contents",
    "table of contents", "on this page", "in this article", "in this report", "in this paper",
    "in this brief", "in this section", "inhaltsverzeichnis", "sommaire", "table des matières",
    "spis treści", "оглавление", "目次", "目录", "目錄", "ページの先頭へ", "返回顶部", "回到頂端", "맨 위로", "목차",
)

# buttons below a notice on cookies
CONSENT = (
    "accept", "accept all", "accept cookies", "accept all cookies", "reject", "reject all", "decline", "agree",
    "i agree", "ok", "got it", "settings", "cookie settings", "preferences", "manage preferences", "customise",
    "customize", "learn more", "more information", "necessary only", "akzeptieren", "alle akzeptieren", "ablehnen",
    "alle ablehnen", "einstellungen", "zustimmen", "mehr erfahren", "tout accepter", "tout refuser", "accepter",
    "refuser", "paramétrer", "personnaliser", "en savoir plus", "aceptar", "aceptar todo", "rechazar", "configurar",
    "accetta", "accetta tutti", "rifiuta", "impostazioni", "aceitar", "rejeitar", "configurações", "accepteren",
    "weigeren", "zaakceptuj", "odrzuć", "принять", "отклонить", "настройки", "kabul et", "reddet", "同意", "拒否",
    "接受", "拒绝", "동의", "거부",
)

# links of the page's foot: no titles of a list above it
FOOT_LINKS = (
    "imprint", "impressum", "datenschutz", "datenschutzerklärung", "privacy", "cookies",
    "cookie policy", "terms", "legal notice", "legal", "accessibility", "contact", "kontakt", "about", "über uns",
    "agb",
    "mentions légales", "confidentialité", "politique de confidentialité", "plan du site", "aviso legal", "contacto",
    "política de privacidad", "note legali", "contatti", "chi siamo", "contato", "política de privacidade",
    "quem somos",
    "colofon", "om oss", "om os", "kontakta oss", "regulamin", "polityka prywatności", "o nas", "o nás", "kapcsolat",
    "rss", "newsletter", "facebook", "instagram", "youtube", "контакты", "о нас", "контакти", "про нас", "επικοινωνία",
    "iletişim", "hakkımızda", "من نحن", "اتصل بنا", "צור קשר", "关于我们", "联系我们", "お問い合わせ", "会社概要",
)

# the line begins the page's foot or its sign-up box: what follows to the end is no part of the publication
FOOT = (
    "leave a reply", "leave a comment", "post a comment", "your email address will not be published",
    "about the author", "schreibe einen kommentar", "kommentar hinterlassen", "laisser un commentaire",
    "deja un comentario", "deixe um comentário", "lascia un commento", "geef een reactie", "dodaj komentarz",
    "добавить комментарий", "über den autor", "à propos de l'auteur", "sobre el autor", "sobre o autor", "©",
    "(c) 20", "copyright ©", "copyright 20", "all rights reserved", "tous droits réservés",
    "alle rechte vorbehalten", "todos los derechos reservados", "tutti i diritti riservati",
    "todos os direitos reservados", "все права защищены",
)

# the line ends the page's foot
RIGHTS = (
    "all rights reserved", "tous droits réservés", "alle rechte vorbehalten", "todos los derechos reservados",
    "tutti i diritti riservati", "todos os direitos reservados", "все права защищены",
)

# "Tags: trade, tariffs"
TOPICS = (
    r"tags", r"tag", r"topics", r"topic", r"filed under", r"tagged", r"keywords", r"categories", r"subjects",
    r"mots-clés", r"thèmes", r"schlagwörter", r"schlagworte", r"themen", r"etiquetas", r"temas", r"palabras clave",
    r"parole chiave", r"argomenti", r"palavras-chave", r"trefwoorden", r"onderwerpen", r"nyckelord", r"ämnen",
    r"emneord", r"avainsanat", r"tagi", r"słowa kluczowe", r"klíčová slova", r"címkék", r"cuvinte cheie", r"теги",
    r"ключевые слова", r"темы", r"ключові слова", r"ετικέτες", r"etiketler", r"标签", r"关键词", r"タグ",
    r"キーワード", r"태그", r"키워드", r"الوسوم", r"كلمات مفتاحية", r"תגיות",
)
