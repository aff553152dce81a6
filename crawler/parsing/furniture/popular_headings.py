"""Headings over a publisher's most read, newest or chosen publications, by language, as data. Pure.

Phrases are separated by commas, in lower case; one that ends in `*` may go on ("latest from*").
"""

POPULAR: dict[str, str] = {
    "en": """
        popular, popular articles*, popular posts*, popular stories*, popular now*, popular news*, popular content*,
        popular on*, popular in*, popular this week, popular reads, popular publications, most popular*, most read*,
        most viewed*, most shared*, most commented*, most recent, most clicked*, most watched*, most emailed*,
        most discussed*, most downloaded*, most cited*, top stories*, top news*, top articles*, top posts*, top reads*,
        top headlines*, top picks*, top 10*, top 5*, trending*, what's trending*, trending now*,
        trending topics and stories, what's hot, hot topics and stories, hot right now, latest*, latest news*,
        latest stories*, latest articles*, latest posts*, latest updates*, latest publications*, latest from*,
        latest insights*, latest headlines*, latest research*, latest reports*, latest analysis*, the latest,
        our latest, recent, recent posts*, recent articles*, recent news*, recent stories*, recent publications*,
        recent blog posts*, recent updates*, recent entries*, recent comments and posts, recently published*,
        recently added*, newest*, new articles*, new posts, new on*, new from*, new this week, new releases*,
        what's new*, news, in the news, news feed, newsfeed, breaking news*, headlines*, editor's picks*,
        editors' picks*, editor's pick*, editor's choice*, editors' choice*, editor’s picks*, editors’ picks*,
        editor’s choice*, staff picks*, our picks*, our top picks*, subscriber picks*, reader favorites*,
        reader favourites*, readers' choice*, must read*, must-read*, must reads*, must-reads*, featured,
        featured articles*, featured stories*, featured posts*, featured content*, featured news*,
        featured publications*, featured insights*, featured research*, featured reports*, featured resources*,
        spotlight*, in focus*, highlights*, best of*, the best of*, more stories*, more news*, more top stories*,
        more articles, more headlines*, more latest*, other news, all news, top of the news, today's top*,
        this week's*, in other news*, expert insights*, from our blog*, from the blog*, on the blog*,
        from around the web*, around the web*, from the web*, elsewhere*, opinion, opinions, daily digest,
        live updates*, news in brief, happening now
    """,
    "de": """
        meistgelesen*, meist gelesen*, meistgelesene artikel*, am meisten gelesen*, meistgeklickt*, meistgesehen*,
        meistgeteilt*, meistkommentiert*, beliebt*, beliebte artikel*, beliebte beiträge*, beliebteste*, aktuell*,
        aktuelle artikel*, aktuelle beiträge*, aktuelle nachrichten*, aktuelle meldungen*, aktuelles*,
        aktuelle themen und artikel, aktuelle publikationen*, neueste*, neueste artikel*, neueste beiträge*,
        neueste nachrichten*, neueste meldungen*, neues*, neu auf*, neu bei*, neu erschienen*, die neuesten*,
        das neueste*, letzte beiträge*, letzte meldungen*, top-themen*, topthemen*, top themen*, top-artikel*,
        top-news*, top-meldungen*, top 5*, top 10*, schlagzeilen*, trends*, im trend, im fokus*, im blickpunkt*,
        redaktionstipps*, tipps der redaktion*, startseite*, jetzt lesen*, derzeit beliebt*, unsere topthemen*,
        eilmeldungen*, newsticker*, heute wichtig*, die wichtigsten*
    """,
    "fr": """
        les plus lus*, le plus lu*, plus lus*, les plus consultés*, les plus partagés*, les plus populaires*,
        les plus commentés*, populaire*, populaires*, articles populaires*, tendances*, tendance*, à la une*, la une*,
        dernières actualités*, dernières nouvelles*, derniers articles*, dernières publications*, dernière minute*,
        dernières infos*, les dernières*, les derniers*, articles récents*, publications récentes*, récents*,
        actualités récentes*, l'actualité*, actualités*, le fil info*, fil d'actualité*, en continu*, nos derniers*,
        nos dernières*, en ce moment*, le choix de la rédaction*, les choix de la rédaction*, coups de coeur*,
        incontournables*, l'essentiel*, nouveautés*, à ne pas manquer*, à ne pas rater*, plus d'infos*, en vedette*
    """,
    "es": """
        lo más leído*, lo más visto*, lo más compartido*, lo más comentado*, lo más popular*, más leídas*, más leídos*,
        más vistas*, las más leídas*, los más leídos*, lo + leído*, más populares*, popular*, populares*,
        artículos populares*, entradas populares*, tendencias*, tendencia*, últimas noticias*, últimos artículos*,
        últimas publicaciones*, últimas entradas*, última hora*, lo último*, últimos posts*, lo más reciente*,
        recientes*, entradas recientes*, artículos recientes*, publicaciones recientes*, noticias recientes*,
        destacados*, destacadas*, destacado*, noticias destacadas*, artículos destacados*, actualidad*, noticias*,
        titulares*, novedades*, la selección del editor*, selección del editor*, lo mejor de*, en portada*,
        ahora en portada*, hoy en*, imprescindibles*, lo nuevo*
    """,
    "it": """
        più letti*, i più letti*, le più lette*, più lette*, i più visti*, i più condivisi*, più popolari*,
        i più popolari*, popolari*, articoli popolari*, di tendenza*, tendenze*, ultime notizie*, ultime news*,
        ultimi articoli*, ultime*, ultima ora*, ultimi post*, gli ultimi*, le ultime*, articoli recenti*, recenti*,
        notizie recenti*, pubblicazioni recenti*, in evidenza*, in primo piano*, primo piano*, in vetrina*,
        scelti dalla redazione*, scelti per voi*, la scelta dell'editore*, da non perdere*, le notizie del giorno*,
        notizie*, novità*, top news*, oggi in*
    """,
    "pt": """
        mais lidas*, mais lidos*, as mais lidas*, os mais lidos*, mais vistas*, mais vistos*, mais populares*,
        mais acessadas*, mais compartilhadas*, populares*, em alta*, tendências*, últimas notícias*, últimas*,
        últimos artigos*, últimos posts*, últimas publicações*, artigos recentes*, posts recentes*, notícias recentes*,
        publicações recentes*, recentes*, destaques*, em destaque*, destaque*, notícias*, novidades*, manchetes*,
        escolha do editor*, escolhas do editor*, escolhas da redação*, agora*, mais recentes*, imperdível*, não perca*
    """,
    "nl": """
        meest gelezen*, best gelezen*, populair*, populaire artikelen*, populaire berichten*, meest bekeken*,
        meest gedeeld*, trending*, laatste nieuws*, het laatste nieuws*, laatste artikelen*, laatste berichten*,
        nieuwste*, nieuwste artikelen*, recent, recente artikelen*, recente berichten*, recent nieuws*,
        recente publicaties*, actueel*, uitgelicht*, in de kijker*, net binnen*, tip van de redactie*,
        keuze van de redactie*, nieuws*, topverhalen*, hoogtepunten*
    """,
    "sv": """
        mest läst*, mest lästa*, mest sett*, mest delat*, populärt*, populära artiklar*, populärast*, senaste nytt*,
        senaste nyheterna*, senaste*, senaste artiklarna*, senaste inläggen*, just nu*, aktuellt*, nyheter*,
        topplista*, toppnyheter*, redaktionens val*, i fokus*, utvalt*, trendar*
    """,
    "no": """
        mest lest*, mest leste*, mest sett*, mest delt*, populært*, populære artikler*, siste nytt*, siste nyheter*,
        siste saker*, siste*, nyeste*, akkurat nå*, aktuelt*, nyheter*, toppsaker*, redaksjonens utvalgte*, fremhevet*,
        trender nå*
    """,
    "da": """
        mest læste*, mest læst*, mest sete*, mest delte*, populære*, populært*, populære artikler*, seneste nyt*,
        seneste nyheder*, seneste*, seneste artikler*, nyeste*, lige nu*, aktuelt*, nyheder*, topnyheder*,
        redaktionens udvalgte*, fremhævet*, udvalgte*
    """,
    "fi": """
        luetuimmat*, katsotuimmat*, suosituimmat*, suosittua*, suosittua nyt*, suositut*, tuoreimmat*, uusimmat*,
        uusimmat artikkelit*, uusimmat uutiset*, viimeisimmät*, viimeisimmät uutiset*, juuri nyt*, ajankohtaista*,
        uutiset*, toimituksen valinnat*, pääuutiset*, nostot*
    """,
    "is": "mest lesið*, mest lesnar*, nýjustu fréttir*, nýjast*, vinsælt*, helstu fréttir*",
    "pl": """
        najczęściej czytane*, najpopularniejsze*, popularne*, popularne artykuły*, popularne wpisy*,
        najchętniej czytane*, najnowsze*, najnowsze artykuły*, najnowsze wiadomości*, najnowsze wpisy*,
        najnowsze publikacje*, ostatnie wpisy*, ostatnie artykuły*, ostatnio dodane*, aktualności*, wiadomości*,
        na topie*, trendy*, wybór redakcji*, wyróżnione*, warto wiedzieć*, z ostatniej chwili*, gorące tematy*,
        w centrum uwagi*
    """,
    "cs": """
        nejčtenější*, nejčtenější články*, nejpopulárnější*, populární*, populární články*, nejnovější*,
        nejnovější články*, nejnovější zprávy*, poslední články*, poslední zprávy*, nejsledovanější*, aktuálně*,
        aktuality*, zprávy*, výběr redakce*, hlavní zprávy*, právě se čte*, top články*, novinky*
    """,
    "sk": """
        najčítanejšie*, najčítanejšie články*, najpopulárnejšie*, populárne*, najnovšie*, najnovšie články*,
        najnovšie správy*, posledné články*, aktuálne*, aktuality*, správy*, výber redakcie*, novinky*
    """,
    "hu": """
        legolvasottabb*, legolvasottabbak*, legnépszerűbb*, népszerű*, népszerű cikkek*, legfrissebb*,
        legfrissebb hírek*, friss hírek*, friss*, friss cikkek*, legújabb*, legutóbbi*, aktuális*, hírek*,
        a szerkesztő ajánlja*, szerkesztői ajánló*, kiemelt*, top hírek*
    """,
    "ro": """
        cele mai citite*, cele mai populare*, cele mai vizualizate*, populare*, articole populare*, cele mai noi*,
        ultimele știri*, ultimele articole*, ultimele noutăți*, ultima oră*, recente*, articole recente*,
        știri recente*, în trend, actualitate*, știri*, alegerea editorilor*, top știri*, noutăți*
    """,
    "bg": """
        най-четени*, най-четено*, най-популярни*, популярни*, популярно*, най-нови*, най-новото*, последни новини*,
        последни*, последни публикации*, последни статии*, актуално*, новини*, избор на редактора*, топ новини*,
        водещи новини*
    """,
    "hr": """
        najčitanije*, najčitaniji*, najpopularnije*, popularno*, najnovije*, najnovije vijesti*, najnoviji članci*,
        zadnje vijesti*, posljednje vijesti*, nedavno*, nedavni članci*, aktualno*, vijesti*, izbor urednika*,
        izdvojeno*, istaknuto*, u fokusu*, u trendu*
    """,
    "sr": """
        најчитаније*, најновије*, најновије вести*, популарно*, последње вести*, вести*, издвајамо*, актуелно*,
        najnovije vesti*, vesti*, izdvajamo*, aktuelno*
    """,
    "sl": """
        najbolj brano*, najbolj brani*, najbolj priljubljeno*, priljubljeno*, najnovejše*, zadnje novice*,
        zadnji članki*, aktualno*, novice*, izbor urednika*, izpostavljeno*, v fokusu*
    """,
    "el": """
        δημοφιλή*, δημοφιλέστερα*, πιο δημοφιλή*, τα πιο δημοφιλή*, πιο διαβασμένα*, τα πιο διαβασμένα*,
        τελευταία νέα*, τελευταία άρθρα*, τελευταίες ειδήσεις*, τελευταία*, πρόσφατα*, πρόσφατα άρθρα*,
        πρόσφατες δημοσιεύσεις*, επικαιρότητα*, νέα*, ειδήσεις*, ροή ειδήσεων*, επιλογές συντακτών*,
        κορυφαίες ειδήσεις*, τάσεις*
    """,
    "ru": """
        самое читаемое*, самые читаемые*, читаемое*, популярное*, популярные статьи*, популярные новости*,
        популярные материалы*, самое популярное*, самые популярные*, самое обсуждаемое*, обсуждаемое*, главное*,
        главные новости*, главное за день*, последние новости*, последние статьи*, последние публикации*,
        последние материалы*, последние записи*, последнее*, свежие новости*, свежие записи*, свежие статьи*, новости*,
        лента новостей*, новое*, новые статьи*, новые публикации*, недавние записи*, недавние публикации*, актуальное*,
        актуально*, выбор редакции*, важное*, топ новостей*, топ-5*, топ-10*, в тренде*, тренды*, лучшее*,
        ещё новости*, еще новости*
    """,
    "uk": """
        найпопулярніше*, популярне*, популярні*, популярні новини*, найчитаніше*, найбільш читані*, останні новини*,
        останні статті*, останні публікації*, останні*, свіжі новини*, новини*, стрічка новин*, головне*,
        головні новини*, актуальне*, актуально*, вибір редакції*, топ новин*, важливо*, найважливіше*, недавні записи*
    """,
    "tr": """
        en çok okunanlar*, en çok okunan*, çok okunanlar*, çok okunan haberler*, en çok izlenenler*,
        en çok paylaşılanlar*, popüler*, popüler haberler*, popüler yazılar*, en popüler*, son haberler*, son dakika*,
        son yazılar*, son eklenenler*, en son*, en yeni*, en yeniler*, güncel*, güncel haberler*, gündem*, haberler*,
        öne çıkanlar*, öne çıkan haberler*, editörün seçtikleri*, editörün seçimi*, trend, manşetler*,
        günün haberleri*
    """,
    "ar": """
        الأكثر قراءة*, الأكثر قراءةً*, الأكثر مشاهدة*, الأكثر شعبية*, الأكثر تداولا*, الأكثر مشاركة*, الأكثر رواجا*,
        الأكثر شيوعا*, رائج*, شائع*, آخر الأخبار*, أحدث الأخبار*, أحدث المقالات*, أحدث المنشورات*, آخر المقالات*,
        آخر التحديثات*, أحدث*, الأحدث*, المقالات الأخيرة*, أخبار*, الأخبار*, أهم الأخبار*, أبرز الأخبار*, مختارات*,
        اخترنا لكم*, اختيارات المحرر*, مختارات المحرر*, عاجل*, جديد*, مميز*
    """,
    "he": """
        הנקראות ביותר*, הכי נקראות*, הנצפות ביותר*, פופולרי*, פופולריים*, הפופולריים*, חדשות אחרונות*,
        הכתבות האחרונות*, כתבות אחרונות*, פוסטים אחרונים*, חדש*, חדשות*, בחירת העורך*, בחירת העורכים*, חם*, טרנדי*
    """,
    "fa": """
        پربازدیدترین*, پربازدید*, پربیننده‌ترین*, پربحث‌ترین*, آخرین اخبار*, آخرین مطالب*, تازه‌ترین*, جدیدترین*,
        اخبار*, محبوب‌ترین*, برگزیده*, منتخب*
    """,
    "zh": """
        热门文章*, 热门新闻*, 热门推荐*, 热门*, 热点*, 热点新闻*, 热点推荐*, 热文*, 热榜*, 阅读排行*, 阅读排行榜*,
        点击排行*, 排行榜*, 热读*, 最新文章*, 最新新闻*, 最新消息*, 最新资讯*, 最新动态*, 最新发布*, 最新*, 今日头条*,
        今日要闻*, 要闻*, 头条*, 新闻*, 精选*, 精选文章*, 精彩推荐*, 人气*, 最受欢迎*, 最多阅读*, 最热*, 熱門文章*,
        熱門新聞*, 熱門*, 熱點*, 最新新聞*, 頭條*, 焦點*, 人氣*, 最多人看*, 最多閱讀*, 點閱排行*, 精選*, 精選文章*,
        即時新聞*, 今日焦點*
    """,
    "ja": """
        人気記事*, 人気の記事*, 人気記事ランキング*, 人気ランキング*, アクセスランキング*, 記事ランキング*,
        閲覧ランキング*, ランキング*, 人気*, よく読まれている記事*, よく読まれています*, よく読まれた記事*,
        今読まれている記事*, 最新記事*, 新着記事*, 新着*, 新着ニュース*, 新着情報*, 最新ニュース*, 最新情報*,
        最新の記事*, 最近の記事*, 最近の投稿*, 最新の投稿*, 最新*, ニュース*, トピックス*, 注目記事*, 注目の記事*,
        注目*, ピックアップ*, 編集部おすすめ*, 編集部のおすすめ*, 特集*, 話題の記事*, トレンド*, 主要ニュース*, 速報*
    """,
    "ko": """
        인기기사*, 인기 기사*, 인기뉴스*, 인기 뉴스*, 인기글*, 인기 글*, 많이본*, 많이 본*, 가장 많이 본*,
        가장 많이 읽은*, 많이 읽은*, 최신기사*, 최신 기사*, 최신뉴스*, 최신 뉴스*, 최신글*, 최신 글*, 최근 글*,
        최근글*, 최근 게시물*, 주요뉴스*, 주요 뉴스*, 주요기사*, 오늘의 뉴스*, 핫이슈*, 핫뉴스*, 이슈*, 실시간*,
        실시간 뉴스*, 랭킹*, 랭킹뉴스*, 속보*, 헤드라인*, 뉴스*, 편집자 추천*, 에디터 추천*, 편집자 픽*
    """,
    "vi": """
        đọc nhiều*, tin đọc nhiều*, xem nhiều*, được quan tâm*, phổ biến*, nổi bật*, tin nổi bật*, bài viết nổi bật*,
        tin mới*, mới nhất*, bài viết mới*, bài mới*, tin tức*, xu hướng*, thịnh hành*, tin nóng*, tiêu điểm*
    """,
    "id": """
        terpopuler*, berita terpopuler*, populer*, artikel populer*, berita populer*, paling banyak dibaca*,
        banyak dibaca*, terbanyak dibaca*, terbaru*, berita terbaru*, artikel terbaru*, pos terbaru*, berita terkini*,
        terkini*, trending*, sorotan*, berita utama*, pilihan editor*, pilihan redaksi*, headline*, terlaris*,
        paling popular*
    """,
    "th": """
        ยอดนิยม*, ข่าวยอดนิยม*, บทความยอดนิยม*, อ่านมากที่สุด*, ข่าวล่าสุด*, บทความล่าสุด*, ล่าสุด*, ข่าวเด่น*,
        มาใหม่*, ข่าว*, กำลังเป็นที่นิยม*
    """,
    "hi": """
        सबसे ज्यादा पढ़ी गई*, सबसे लोकप्रिय*, लोकप्रिय*, लोकप्रिय खबरें*, ताज़ा खबरें*, ताजा खबरें*, ताज़ा समाचार*,
        नवीनतम*, हाल की पोस्ट*, ट्रेंडिंग*, मुख्य समाचार*, बड़ी खबरें*, टॉप न्यूज*
    """,
    "bn": "সর্বাধিক পঠিত*, জনপ্রিয়*, সর্বশেষ*, সর্বশেষ খবর*, সাম্প্রতিক*",
    "ca": """
        el més llegit*, més llegides*, més llegits*, popular*, darreres notícies*, últimes notícies*,
        últimes publicacions*, entrades recents*, destacats*, notícies*
    """,
    "lt": """
        skaitomiausi*, populiariausi*, populiaru*, naujausi*, naujausios naujienos*, naujienos*, paskutinės naujienos*,
        redakcija rekomenduoja*
    """,
    "lv": """
        lasītākie*, populārākie*, populārākais*, jaunākie*, jaunākās ziņas*, ziņas*, aktuāli*, redakcijas izvēle*
    """,
    "et": """
        loetumad*, populaarsed*, populaarseimad*, viimased uudised*, uusimad*, värsked uudised*, uudised*,
        toimetuse valik*
    """,
    "sw": "habari mpya*, zilizosomwa zaidi*, maarufu*",
}
