"""The words that mark the lines of a saved page which aren't prose, in the languages of policy publishers. Data only.

All lower case, without closing punctuation.
"""

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

# the line ends the page's foot
RIGHTS = (
    "all rights reserved", "tous droits réservés", "alle rechte vorbehalten", "todos los derechos reservados",
    "tutti i diritti riservati", "todos os direitos reservados", "все права защищены",
)

# the line begins the page's foot or its sign-up box: what follows to the end is no part of the publication
FOOT = (
    "leave a reply", "leave a comment", "post a comment", "your email address will not be published",
    "about the author", "schreibe einen kommentar", "kommentar hinterlassen", "laisser un commentaire",
    "deja un comentario", "deixe um comentário", "lascia un commento", "geef een reactie", "dodaj komentarz",
    "добавить комментарий", "über den autor", "à propos de l'auteur", "sobre el autor", "sobre o autor", "©",
    "(c) 20", "copyright ©", "copyright 20", *RIGHTS,
)
