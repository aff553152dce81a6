"""The words that lead to a page's tags, as data: labels in thirty languages, class names, parts of addresses."""

import re

from crawler.parsing.word_files import any_of

# language -> labels that stand before a page's tags or categories, lower case; a colon may follow.
LABELS: dict[str, str] = {
    "en": "tags|tag|tagged|tagged as|tagged with|tagged in|topics|topic|topics:|keywords|categories|category|"
          "filed under|filed in|posted in|published in|related topics|read more about|explore more on these topics|"
          "more on this topic|more on these topics|"
          "subjects|subject|themes|theme|issues|areas of work|in this topic|article tags|"
          "blog tags|post tags|article topics|blog topics|blog categories|"
          "more on|browse related|sector|sectors|market sector|market sectors|research areas|program areas|"
          "policy areas|policy area|research area|policy theme",
    "de": "schlagwörter|schlagworte|themen|thema|kategorie|kategorien|stichwörter|stichworte|mehr zum thema|mehr zu|"
          "mehr zu diesen themen|lesen sie mehr zu diesen themen|lesen sie mehr zum thema|"
          "mehr lesen über|mehr zu den themen|verwandte themen|ähnliche themen|zugehörige themen",
    "fr": "mots-clés|mots clés|thèmes|thème|catégorie|catégories|sujets|étiquettes|classé dans|thématiques|"
          "thématique|rubrique|thèmes associés|thèmes liés|sujets associés|thématiques associées|"
          "mots-clés associés",
    "es": "etiquetas|temas|tema|temas relacionados|etiquetas relacionadas|temas asociados|categoría|"
          "categorías|palabras clave|archivado en|más sobre",
    "ca": "etiquetes|temes",
    "pt": "tópicos|assuntos|temas|temas relacionados|tópicos relacionados|assuntos relacionados|"
          "categoria|categorias|palavras-chave|marcadores",
    "gl": "etiquetas",
    "it": "argomenti|categoria|categorie|parole chiave|temi|argomenti correlati|temi correlati",
    "nl": "trefwoorden|onderwerpen|gerelateerde onderwerpen|thema's|categorie|categorieën",
    "sv": "taggar|ämnen|ämne|ämnesområde|ämnesområden|nyckelord|kategorier|kategori",
    "no": "emner|emne|emneord|stikkord|temaer|tema|kategorier|kategori",
    "da": "emner|emne|emneord|nøgleord|kategorier|kategori",
    "fi": "avainsanat|aiheet|aihe|asiasanat|aihealueet|kategoria|kategoriat", "is": "efnisorð",
    "pl": "tagi|tematy|powiązane tematy|słowa kluczowe|kategoria|kategorie",
    "cs": "štítky|témata|klíčová slova|rubrika", "sk": "štítky|témy|kategória|kľúčové slová",
    "hu": "címkék|témák|kategória|kategóriák|rovat", "ro": "etichete|teme|cuvinte cheie|categorie|categorii|subiecte",
    "hr": "oznake|ključne riječi|teme|kategorija|kategorije", "sl": "oznake|ključne besede|teme|kategorija",
    "el": "ετικέτες|θέματα|θέμα|κατηγορία|κατηγορίες|λέξεις κλειδιά", "lt": "žymos|temos|raktažodžiai|kategorija",
    "lv": "birkas|tēmas|atslēgvārdi|kategorija", "et": "sildid|teemad|märksõnad",
    "ru": "теги|метки|темы|связанные темы|ключевые слова|рубрики|рубрика|категория",
    "uk": "теги|мітки|теми|ключові слова|рубрика|рубрики|категорія|категорії",
    "bg": "тагове|ключови думи|теми|категория|категории", "sr": "тагови|ознаке|кључне речи|категорија",
    "tr": "etiketler|etiket|konular|konu|ilgili konular|ilgili etiketler|anahtar kelimeler|kategori|kategoriler",
    "ar": "الوسوم|الكلمات المفتاحية|كلمات مفتاحية|مواضيع|التصنيفات|التصنيف|القسم|وسوم",
    "fa": "برچسب‌ها|برچسب ها|کلیدواژه", "he": "תגיות|נושאים|קטגוריה|קטגוריות", "hi": "टैग|विषय|श्रेणी",
    "vi": "từ khóa|từ khoá|chủ đề|chuyên mục|danh mục", "id": "kata kunci|topik|kategori",
    "th": "แท็ก|หมวดหมู่", "zh": "标签|標籤|关键词|關鍵字|关键字|主题|主題|相关主题|相关标签|相关话题|分类|分類",
    "bn": "ট্যাগ|ট্যাগস|বিষয়|বিভাগ", "ur": "ٹیگز|موضوعات|زمرہ", "ta": "குறிச்சொற்கள்|தலைப்புகள்|வகை",
    "mr": "टॅग|टॅग्स|विषय", "ne": "ट्याग|विषयहरू", "ka": "თეგები|ტეგები|თემები|კატეგორია",
    "hy": "պիտակներ|թեմաներ|բաժին", "az": "etiketlər|açar sözlər|mövzular|teqlər|kateqoriya",
    "mk": "тагови|ознаки|клучни зборови|теми|категорија", "sq": "etiketat|etiketa|temat|kategoria|fjalë kyçe",
    "be": "тэгі|меткі|тэмы|ключавыя словы|рубрыка", "eu": "etiketak|gaiak|gaia|kategoriak|gako-hitzak",
    "ms": "topik|kata kunci|kategori|tag",
    "cy": "tagiau|pynciau|categorïau", "ga": "clibeanna|catagóirí", "af": "etikette|onderwerpe", "ky": "тегдер|темалар",
    "te": "ట్యాగ్‌లు|టాగ్లు", "gu": "ટેગ|ટેગ્સ|ટૅગ્સ", "kn": "ಟ್ಯಾಗ್‌ಗಳು|ಟ್ಯಾಗ್ಸ್", "ml": "ടാഗുകൾ|വിഷയങ്ങൾ", "pa": "ਟੈਗ",
    "si": "ටැග්", "lo": "ແທັກ", "km": "ស្លាក",
    "ja": "タグ|キーワード|カテゴリ|カテゴリー|関連テーマ|関連タグ|関連キーワード|関連トピック",
    "ko": "태그|키워드|주제|카테고리|관련 태그|관련태그|관련 키워드|관련 주제",
}
# what the last step of a trail may call the page itself
PAGE_ITSELF = frozenset("article|artikel|記事|文章|기사|detail|details|detay|detalle|detalhe|dettaglio|szczegóły|"
                        "current page|this page|news detail|detail page|article detail|item|news item|content|contents|"
                        "detailansicht|detailseite|detail berita|view|read|正文|正文内容|详情|詳情|詳細|内容|查看|상세|"
                        "상세보기|보기|詳細ページ".split("|"))
# what templates state where a page has no section
NO_SECTIONS = frozenset("article|other|others|post|page|none|null|undefined|default|n/a|misc|unassigned|untagged|"
                        "artikel|artikkel|artykuł|articolo|artigo|artículo|статья|記事|기사|文章|sonstiges|autre|autres|otros|otras|outros|altro|overig".split("|"))
# those of them that tell where the page stands
CATEGORY_WORDS = frozenset(
    "category|categories|section|filed under|filed in|posted in|published in|kategorie|kategorien|rubrik|catégorie|"
    "catégories|rubrique|classé dans|categoría|categorías|archivado en|categoria|categorias|categorie|categorieën|"
    "kategori|kategorier|kategoria|rubrika|rovat|kategória|kategóriák|kategorija|kategorije|categorii|kategoriler|"
    "рубрики|рубрика|категория|категории|категорія|категорії|категорија|κατηγορία|κατηγορίες|التصنيفات|التصنيف|القسم|"
    "קטגוריה|קטגוריות|श्रेणी|বিভাগ|زمرہ|კატეგორია|բաժին|kateqoriya|рубрыка|kategoriak|chuyên mục|danh mục|หมวดหมู่|"
    "分类|分類|カテゴリ|カテゴリー|카테고리".split("|"))
LABEL_WORDS = frozenset(word for line in LABELS.values() for word in line.split("|"))
# A label alone, or with its tags behind it: after a colon, or after words that can't begin a sentence ("Filed under").
LABEL = re.compile(rf"\s*(?:(?P<alone>{any_of(sorted(LABEL_WORDS))})\s*(?:[:：]\s*|$)|"
                   r"(?:posted in|filed under|tagged)\s+|(?:posted in)(?=[A-Z]))", re.IGNORECASE)
# The first word of each label: what begins with none of them is not worth a closer look.
FIRST_WORDS = frozenset(label.split()[0] for label in LABEL_WORDS)
TAG_NAMES = re.compile(
    r"(?<![a-z])(?:tags?|topics?|taxonomy|categor(?:y|ies)|keywords?|cat-?links|subjects?|hashtags?|tag-?list|terms|"
    r"themes?(?![-_]+(?!lists?|links?|items?|names?|tags?))|themen|schlagw\w+|etiquetas|(?:post-?)?cats|post-?cat|subtopics|entities|"
    r"etiket(?:ler)?|tagi|stitk[ya]|cimk[ek]k?|trefwoord(?:en)?|emneord|nyckelord|mots-?cles|assuntos|palavras-?chave|"
    r"palabras-?clave|parole-?chiave)(?![a-z])")
TAG_WORDS = ("tag", "topic", "taxonomy", "cat", "keyword", "subject", "term", "theme", "schlagw", "etiquetas",
             "entities", "etiket", "stitk", "cimk", "trefwoord", "emneord", "nyckelord", "mots", "assuntos",
             "palavras", "palabras", "parole")
KICKER_NAMES = re.compile(
    r"kicker|eyebrow|overline|rubric|rubrik|(?<![a-z])(?:categor(?:y|ies)|cat|cats|section|slug|label|badge|topic|topics|"
    r"tags?|post-?type|supertitle|surtitle|pretitle|dachzeile|spitzmarke|channel|flag|series)(?![a-z])")
# What speaks of the one publication where nothing links it: "Zoo Leipzig", above "A door for the lions".
OVERLINE_NAMES = re.compile(r"overline|(?:super|sur|pre)-?title|topline|dachzeile|spitzmarke")
# What stands above titles beside kickers: the credit of a picture, the trail of the breadcrumb.
NO_KICKERS = re.compile(r"copyright|credits?(?![a-z])|(?<![a-z])crumb(?![a-z])|topicpath|"
                        r"pankuzu|rootline|kruimel|okruszk|murupolku|"
                        r"(?<![a-z])(?:organi[sz]ation|institution|department|ministry)(?![a-z])")
TRAIL_LEAD = re.compile(             # what a trail of links begins with
    r"(?:you are here|sie sind hier|vous êtes ici|(?:usted )?est[áa]s? aqu[íi]|você está(?: aqui)?|sei qui|ti trovi in|"
    r"u bevindt zich(?: hier)?|du är här|du er her|jesteś tutaj|nacházíte se(?: zde)?|jste zde|вы здесь|ви тут|"
    r"\w{0,4}(?:当前|現在|现在|目前)?(?:的)?位置|현재 ?위치)\s*[:：]", re.IGNORECASE)
CATEGORY_FOLDERS = frozenset(        # of addresses of categories
    "category categories categorie categories categoria categorias kategorie kategorien kategori kategorier kategoria "
    "kategorije rubrik rubrique rubriques rubrika rubrics".split())
TOPIC_FOLDERS = frozenset(
    "tag tags topic topics category categories keyword keywords subject subjects theme themes section sections issues "
    "thema themen schlagwort sujet sujets thematique thematiques etiqueta etiquetas tema temas categoria categorias "
    "argomenti onderwerpen trefwoord trefwoorden emne emneord amne tone series label tudo-sobre topico topicos assunto "
    "assuntos mot-cle mots-cles motscles schlagworte stichwort temat tematy tagi stitek stitky cimke cimkek etiket "
    "etiketler avainsana eticheta topik tu-khoa chu-de".split())
TOPIC_PATH = re.compile(
    rf"/(?:{'|'.join(sorted(TOPIC_FOLDERS))})/[^/?#]+(?:/[^/?#]+)?/?(?:[?#]|$)|"     # no "/assuntos/2025/maio/…"
    r"[?&](?:tags?|topics?|category|keywords?|subject)(?:%5b\w*%5d)?=[^&#]|=(?:tag|topic)%3a", re.IGNORECASE)
