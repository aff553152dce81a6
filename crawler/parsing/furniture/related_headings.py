"""Headings over publications that belong to the one on the page, by language, as data. Pure.

Phrases are separated by commas, in lower case; one that ends in `*` may go on ("more on*").
"""

RELATED: dict[str, str] = {
    "en": """
        more*, related*, related articles*, related article, related content*, related stories*, related story,
        related posts*, related post, related news*, related reading*, related publications*, related research*,
        related items*, related links*, related pages*, related reports*, related resources*, related materials*,
        related analysis*, related commentary*, related coverage*, related blogs*, related blog posts*,
        related insights*, related work, related works, related documents*, related papers*, related press releases*,
        related videos*, related topics and articles, related to this*, related briefs*, related features*,
        related studies*, related books*, related events and publications, related information*, related stuff,
        related opinion*, related podcasts*, related projects and publications, browse related*, see related*,
        explore related*, you may also like*, you might also like*, you may like*, you might like*,
        you may also be interested in*, you might also be interested in*, you may be interested in*,
        you might be interested in*, you may also enjoy*, you might also enjoy*, you'll also like*,
        you will also like*, also of interest, may interest you, of interest, people also read*, readers also liked*,
        readers also read*, others also read*, more on*, more about*, more from*, more like this*, more in*, more by*,
        more stories like this*, more related*, more to read, more to explore*, more articles like this*,
        more articles from*, more articles by*, more articles on*, more articles in*, more posts*, more reading,
        more coverage*, more of this topic, more information on this topic, further reading*, further reads,
        additional reading, suggested reading*, suggested articles*, suggested stories, suggested posts,
        suggested for you*, suggestions for you, recommended, recommended reading*, recommended articles*,
        recommended stories*, recommended posts, recommended content, recommended for you*, recommended resources,
        recommended by*, recommendations*, our recommendations, we recommend*, read also*, also read*, also see,
        see also*, read next*, what to read next*, up next*, next read, next up*, next in*, next story*, next article*,
        keep reading*, continue reading, keep exploring*, explore more*, explore further*, explore next,
        discover more*, dive deeper, go deeper*, dig deeper, learn more about this topic, read more*,
        similar articles*, similar stories*, similar posts*, similar news*, similar content, similar publications,
        from the same author*, from this author*, also by this author*, other articles by*, other articles in*,
        other posts by*, by the same author*, other stories*, other articles you may like*, other related*,
        other news in*, other articles, other posts, other publications*, in this series*, part of a series*,
        from this series*, in the same series, in this issue, on the same topic, on this topic*, in the same section*,
        in this package, in depth, background reading, handpicked for you, picked for you, selected for you,
        if you liked this*, if you enjoyed this*, don't miss, associated content, connected content, also from*,
        also in*, also on*, from our archive, from the archive*, from the archives*, in case you missed it*
    """,
    "de": """
        weitere*, mehr*,
        verwandte artikel*, verwandte beiträge*, verwandte themen und artikel, verwandte inhalte*,
        verwandte nachrichten, verwandte meldungen*, verwandte publikationen*, verwandte veröffentlichungen,
        ähnliche artikel*, ähnliche beiträge*, ähnliche themen und artikel, ähnliche meldungen, ähnliche inhalte,
        ähnliche publikationen, weitere artikel*, weitere beiträge*, weitere nachrichten*, weitere meldungen*,
        weitere inhalte*, weitere informationen zum thema*, weitere themen, weitere texte*, weitere publikationen*,
        weitere veröffentlichungen*, weitere analysen*, weiteres zum thema*, weiterlesen*, weiterführende artikel*,
        weiterführende beiträge, weiterführende informationen*, weiterführende links*, weiterführend*, mehr zum thema*,
        mehr zu*, mehr aus*, mehr von*, mehr über*, mehr artikel*, mehr lesen*, mehr dazu*, mehr nachrichten*,
        mehr beiträge*, das könnte sie auch interessieren*, das könnte dich auch interessieren*,
        das könnte sie interessieren*, das könnte dich interessieren*, das könnte ihnen auch gefallen*,
        das könnte dir auch gefallen*, auch interessant*, auch spannend, interessante artikel*, zum thema*,
        zum weiterlesen*, lesen sie auch*, lesen sie mehr*, lesen sie weiter*, lesen sie hier*, lies auch*, lies mehr*,
        lesetipps*, lesetipp, passend zum thema*, passende artikel*, passende beiträge, empfohlene artikel*,
        empfohlene beiträge*, empfohlener redaktioneller inhalt, empfehlungen*, unsere empfehlungen*,
        empfehlungen der redaktion*, empfehlung der redaktion*, siehe auch*, hintergrund, aus dem archiv*,
        themenverwandte artikel*, thematisch verwandt*, verwandt, dazu passend*, schwerpunkt, nächster artikel*,
        als nächstes lesen*
    """,
    "fr": """
        autres*,
        a lire aussi*, lire aussi*, lire également*, à lire*, à voir aussi*, voir aussi*, à découvrir*, à consulter*,
        articles liés*, articles similaires*, articles connexes*, articles associés*, articles recommandés*,
        articles en lien*, articles sur le même thème*, articles du même auteur*, sur le même sujet*,
        sur le même thème*, dans la même rubrique*, dans le même dossier*, dans la même série*, du même auteur*,
        contenus similaires*, contenus liés*, contenus associés*, contenu connexe*, publications liées*,
        publications connexes*, publications similaires*, publications associées*, autres articles*,
        autres publications*, autres actualités*, nos autres articles*, vous aimerez aussi*, vous aimerez peut-être*,
        vous pourriez aussi aimer*, vous pourriez aimer*, cela pourrait vous intéresser*,
        ces articles pourraient vous intéresser*, ceci pourrait vous intéresser*, cela peut vous intéresser*,
        ça peut vous intéresser*, vous êtes peut-être aussi intéressé*, susceptible de vous intéresser*,
        pour aller plus loin*, aller plus loin*, pour en savoir plus*, en savoir plus sur*, en lien*, en relation*,
        en complément*, poursuivez votre lecture*, poursuivre la lecture*, continuez votre lecture*, lire la suite*,
        plus sur ce sujet*, plus d'articles*, plus d'actualités*, plus de*, recommandé pour vous*,
        recommandés pour vous*, nos recommandations*, nous vous recommandons*, suggestions de lecture*,
        lectures recommandées*, la rédaction vous conseille*, la rédaction vous recommande*,
        notre sélection sur le sujet, dossier lié*, actualités liées*, actualités associées*, lire l'article suivant,
        article suivant*, les articles liés*
    """,
    "es": """
        más*, otros*, otras*,
        artículos relacionados*, artículo relacionado*, noticias relacionadas*, noticia relacionada*,
        contenido relacionado*, contenidos relacionados*, entradas relacionadas*, publicaciones relacionadas*,
        publicación relacionada*, temas y noticias relacionadas, relacionados*, relacionado*, relacionadas*,
        lecturas relacionadas*, información relacionada*, notas relacionadas*, nota relacionada*,
        historias relacionadas*, posts relacionados*, documentos relacionados*, te puede interesar*,
        también te puede interesar*, también te puede gustar*, también te podría gustar*, te podría interesar*,
        te podría gustar*, puede interesarte*, le puede interesar*, puede que te interese*, quizás te interese*,
        quizá te interese*, podría interesarte*, te recomendamos*, le recomendamos*, recomendados*, recomendado*,
        recomendado para ti*, recomendaciones*, nuestras recomendaciones, artículos recomendados*,
        lecturas recomendadas*, lea también*, lea además*, lee también*, leer también*, leer más*, lea más*, lee más*,
        ver también*, vea también*, véase también*, además lee*, más sobre*, más noticias*, más artículos*,
        más información*, más de*, más en*, más contenido*, más publicaciones*, otras noticias*, otros artículos*,
        otras publicaciones*, otras entradas*, sigue leyendo*, seguir leyendo*, continuar leyendo, siguiente artículo*,
        para saber más*, para profundizar*, del mismo autor*, en esta serie*, en este tema, sobre el mismo tema*,
        artículos similares*, no te pierdas*, no te lo pierdas*
    """,
    "it": """
        altri*, altre*, altro*,
        articoli correlati*, articolo correlato*, contenuti correlati*, notizie correlate*, post correlati*,
        pubblicazioni correlate*, correlati*, correlate*, approfondimenti*, per approfondire*, approfondisci*,
        leggi anche*, leggi pure*, leggi di più*, da leggere anche*, ti potrebbe interessare*, potrebbe interessarti*,
        potrebbero interessarti*, potrebbe piacerti anche*, ti potrebbero interessare*, articoli simili*,
        articoli consigliati*, consigliati per te*, consigliati*, consigliato*, ti consigliamo*, raccomandati*,
        raccomandati per te, vedi anche*, guarda anche*, altri articoli*, altre notizie*, altri contenuti*,
        altre pubblicazioni*, dello stesso autore*, sullo stesso argomento*, sullo stesso tema*, sull'argomento,
        nella stessa serie*, continua a leggere*, altro su*, altro in*, prossimo articolo*, scopri anche*
    """,
    "pt": """
        mais*, outros*, outras*,
        artigos relacionados*, artigo relacionado*, notícias relacionadas*, conteúdo relacionado*,
        conteúdos relacionados*, posts relacionados*, publicações relacionadas*, matérias relacionadas*,
        matéria relacionada*, reportagens relacionadas*, relacionados*, relacionadas*, relacionado*, leia também*,
        leia mais*, leia ainda*, ler também*, ler mais*, leia a seguir*, veja também*, veja mais*, ver também*,
        confira também*, saiba mais*, você também pode gostar*, você pode gostar*, você pode se interessar*,
        talvez você se interesse*, pode interessar*, pode interessar-lhe*, também lhe pode interessar*,
        também pode gostar*, poderá também gostar*, também poderá gostar*, recomendado para você*,
        recomendados para você*, recomendados*, recomendadas*, recomendamos*, recomendações*, sugestões de leitura*,
        sugestões*, mais sobre*, mais notícias*, mais artigos*, mais de*, mais em*, outras notícias*, outros artigos*,
        outras publicações*, do mesmo autor*, sobre o mesmo tema*, sobre este tema*, nesta série*,
        artigos semelhantes*, artigos similares*, continue lendo*, continue a ler*, continuar a ler*, próximo artigo*
    """,
    "nl": """
        andere*, overige*, meer*,
        gerelateerde artikelen*, gerelateerd artikel*, gerelateerd*, gerelateerde berichten*, gerelateerde content*,
        gerelateerde publicaties*, gerelateerd nieuws*, gerelateerde inhoud*, lees ook*, lees meer*, lees verder*,
        meer over*, meer lezen*, meer nieuws*, meer artikelen*, meer van*, meer uit*, meer berichten*,
        verwante artikelen*, verwante berichten*, verwante publicaties*, zie ook*, bekijk ook*,
        dit vind je misschien ook leuk*, dit vindt u misschien ook interessant*, misschien ook interessant*,
        ook interessant*, interessant voor jou*, aanbevolen*, aanbevolen voor jou*, aanbevolen artikelen*, aanraders*,
        andere artikelen*, andere publicaties*, overige artikelen, van dezelfde auteur*, in deze serie*,
        in dit dossier*, uit het archief*, verder lezen*, bekijk meer*, dossier*, volgend artikel*
    """,
    "sv": """
        fler*,
        relaterade artiklar*, relaterat*, relaterade nyheter*, relaterat innehåll*, relaterade inlägg*,
        relaterade publikationer*, läs även*, läs också*, läs mer*, läs vidare*, mer om*, mer från*, mer läsning*,
        fler artiklar*, fler nyheter*, mer i ämnet*, se även*, se också*, du kanske också gillar*, du kanske gillar*,
        andra läser*, andra har läst*, rekommenderat*, rekommenderad läsning*, rekommenderas*, liknande artiklar*,
        vidare läsning*, nästa artikel*
    """,
    "no": """
        flere*,
        relaterte artikler*, relatert*, relaterte saker*, relaterte nyheter*, relatert innhold*,
        relaterte publikasjoner*, les også*, les mer*, les videre*, mer om*, mer fra*, flere saker*, flere artikler*,
        flere nyheter*, se også*, du vil kanske også like*, kanskje du også liker*, anbefalt*, anbefalte artikler*,
        anbefalt for deg*, lignende artikler*, videre lesning*, saken fortsetter, neste artikkel*
    """,
    "da": """
        flere*,
        relaterede artikler*, relateret*, relaterede nyheder*, relateret indhold*, relaterede publikationer*,
        læs også*, læs mere*, læs videre*, mere om*, mere fra*, flere artikler*, flere nyheder*, se også*,
        du vil måske også kunne lide*, måske er du også interesseret i*, måske også interessant*, anbefalet*,
        anbefalede artikler*, anbefalet til dig*, lignende artikler*, næste artikel*
    """,
    "fi": """
        aiheeseen liittyvää*, aiheeseen liittyvät*, aiheeseen liittyviä*, aiheesta lisää*, lisää aiheesta*, lue myös*,
        lue lisää*, lue seuraavaksi*, katso myös*, saatat pitää myös*, sinua voisi kiinnostaa*,
        sinua saattaa kiinnostaa*, suosittelemme*, suositellut*, suositeltua*, muita artikkeleita*, lisää luettavaa*,
        samankaltaisia*, liittyvät artikkelit*, liittyvät uutiset*
    """,
    "is": """
        tengdar fréttir*, tengdar greinar*, tengt efni*, lesa meira*, lestu einnig*, sjá einnig*, lesa næst*,
        fleiri fréttir*, fleiri greinar*
    """,
    "pl": """
        inne*, więcej*,
        powiązane artykuły*, powiązane*, powiązane treści*, powiązane wpisy*, powiązane publikacje*, podobne artykuły*,
        podobne wpisy*, podobne*, czytaj także*, czytaj też*, czytaj również*, czytaj więcej*, czytaj dalej*,
        przeczytaj także*, przeczytaj też*, przeczytaj również*, zobacz także*, zobacz też*, zobacz również*,
        zobacz więcej*, sprawdź także*, może cię zainteresować*, może cię zainteresuje*, mogą cię zainteresować*,
        może cię też zainteresować*, polecane*, polecamy*, polecane artykuły*, rekomendowane*, więcej na temat*,
        więcej na ten temat*, więcej o*, więcej artykułów*, więcej z*, inne artykuły*, inne publikacje*, na ten temat*,
        tego samego autora*, następny artykuł*, warto przeczytać*
    """,
    "cs": """
        další*,
        související články*, související*, související obsah*, související témata a články, související zprávy*,
        podobné články*, mohlo by vás zajímat*, mohlo by vás také zajímat*, mohlo by se vám líbit*, čtěte také*,
        čtěte dále*, čtěte více*, přečtěte si*, viz také*, další články*, další zprávy*, doporučujeme*, doporučené*,
        doporučené články*, více k tématu*, více o*, více z*, k tématu*, další k tématu*, následující článek*
    """,
    "sk": """
        súvisiace články*, súvisiace*, súvisiaci obsah*, podobné články*, mohlo by vás zaujímať*, mohlo by vás zaujať*,
        čítajte aj*, čítajte tiež*, čítajte viac*, prečítajte si*, pozrite si aj*, ďalšie články*, odporúčame*,
        odporúčané*, odporúčané články*, viac k téme*, viac o*, k téme*
    """,
    "hu": """
        kapcsolódó cikkek*, kapcsolódó*, kapcsolódó tartalom*, kapcsolódó tartalmak*, kapcsolódó írások*,
        hasonló cikkek*, olvasd el ezt is*, olvassa el ezt is*, olvassa még*, olvass tovább*, ez is érdekelheti*,
        ez is érdekelhet*, érdekelheti*, ajánlott*, ajánlott cikkek*, ajánló*, ajánljuk*, lásd még*, további cikkek*,
        további hírek*, még több*, következő cikk*
    """,
    "ro": """
        articole similare*, articole asemănătoare*, articole conexe*, articole recomandate*, articole pe aceeași temă*,
        citește și*, citiți și*, citește mai mult*, citeste si*, vezi și*, vezi si*, s-ar putea să-ți placă*,
        s-ar putea să te intereseze*, te-ar putea interesa*, ți-ar putea plăcea*, recomandări*, recomandate*,
        recomandat*, recomandarea editorilor*, știri similare*, pe aceeași temă*, mai multe despre*,
        mai multe articole*, alte articole*, alte știri*
    """,
    "bg": """
        свързани статии*, свързани новини*, свързани публикации*, свързани*, подобни статии*, още по темата*,
        по темата*, прочетете още*, прочети още*, прочетете също*, вижте също*, виж още*, вижте още*,
        може да харесате*, може да ви хареса*, може да ви интересува*, препоръчани*, препоръчваме*, още от*,
        още новини*
    """,
    "hr": """
        povezani članci*, povezano*, povezane vijesti*, povezani sadržaj*, slični članci*, slične vijesti*,
        pročitajte još*, pročitajte i*, pročitaj još*, pročitaj više*, pogledajte još*, pogledajte i*, vidi još*,
        moglo bi vas zanimati*, možda vas zanima*, možda će vas zanimati*, preporučeno*, preporučujemo*, više o*,
        više iz*, još o*, još iz*, vezane vijesti*, vezani članci*
    """,
    "sr": """
        повезани чланци*, повезане вести*, повезано*, слични чланци*, сличне вести*, прочитајте још*, прочитајте и*,
        погледајте још*, можда ће вас занимати*, препоручујемо*, више о*, još vesti*, povezane vesti*, slične vesti*,
        povezani tekstovi*
    """,
    "sl": """
        povezani članki*, povezane novice*, povezane vsebine*, podobni članki*, preberite tudi*, preberite še*,
        preberi več*, glej tudi*, morda vas zanima*, morda vas bo zanimalo*, priporočamo*, priporočeno*, več o*,
        več iz*, sorodni članki*, sorodne vsebine*
    """,
    "el": """
        σχετικά άρθρα*, σχετικά*, σχετικές ειδήσεις*, σχετικά θέματα*, σχετικές δημοσιεύσεις*, σχετικό περιεχόμενο*,
        διαβάστε επίσης*, διαβάστε ακόμα*, διαβάστε ακόμη*, διαβάστε περισσότερα*, διάβασε επίσης*, δείτε επίσης*,
        δείτε ακόμα*, δείτε ακόμη*, μπορεί να σας αρέσει*, μπορεί να σας ενδιαφέρει*, ίσως σας ενδιαφέρει*,
        ίσως σας αρέσει*, προτεινόμενα*, προτείνουμε*, περισσότερα για*, περισσότερα από*, παρόμοια άρθρα*
    """,
    "ru": """
        другие*, ещё*,
        читайте также*, читайте ещё*, читайте еще*, читать также*, читать далее*, читайте далее*, читайте по теме*,
        по теме*, материалы по теме*, статьи по теме*, новости по теме*, ещё по теме*, еще по теме*, другие материалы*,
        другие статьи*, другие новости*, другие публикации*, похожие статьи*, похожие материалы*, похожие новости*,
        похожие публикации*, похожие записи*, похожее*, связанные статьи*, связанные материалы*, связанные новости*,
        связанные публикации*, смотрите также*, см. также*, вам может быть интересно*, вам может понравиться*,
        возможно, вам будет интересно*, возможно вас заинтересует*, вас может заинтересовать*, рекомендуем*,
        рекомендуемые*, рекомендованное*, рекомендации*, советуем прочитать*, больше по теме*, больше о*,
        подробнее по теме*, узнать больше*, узнайте больше*, сюжет*, следующая статья*
    """,
    "uk": """
        інші*,
        читайте також*, читати також*, читайте ще*, читайте далі*, дивіться також*, дивись також*, схожі статті*,
        схожі новини*, схожі матеріали*, пов'язані статті*, пов'язані новини*, пов’язані статті*, пов’язані матеріали*,
        за темою*, по темі*, матеріали по темі*, матеріали за темою*, новини по темі*, інші новини*, інші статті*,
        вам може бути цікаво*, вас може зацікавити*, рекомендуємо*, рекомендовані*, більше про*, більше за темою*,
        ще по темі*
    """,
    "tr": """
        ilgili haberler*, ilgili haber*, ilgili yazılar*, ilgili içerikler*, ilgili makaleler*,
        ilgili konular ve haberler, ilgili yayınlar*, benzer haberler*, benzer yazılar*, benzer içerikler*,
        bunları da beğenebilirsiniz*, bunlar da ilginizi çekebilir*, bunlar da hoşunuza gidebilir*,
        ilginizi çekebilir*, ilginizi çekebilecek*, bunu da okuyun*, bunları da okuyun*, ayrıca okuyun*,
        ayrıca bakınız*, önerilen*, önerilenler*, sizin için önerilenler*, sizin için seçtiklerimiz*,
        daha fazla haber*, devamını oku*, diğer haberler*, diğer yazılar*
    """,
    "ar": """
        مقالات ذات صلة*, أخبار ذات صلة*, مواضيع ذات صلة*, موضوعات ذات صلة*, ذات صلة*, محتوى ذو صلة*, منشورات ذات صلة*,
        مقالات مشابهة*, مواضيع مشابهة*, مقالات متعلقة*, اقرأ أيضا*, اقرأ أيضاً*, اقرأ أيضًا*, إقرأ أيضا*, اقرا ايضا*,
        إقرأ المزيد*, اقرأ المزيد*, شاهد أيضا*, شاهد أيضاً*, قد يعجبك*, قد يهمك*, موصى به*, نوصي بقراءة*, المزيد عن*,
        المزيد من*, المزيد حول*, في هذا الموضوع*, مقترحات*
    """,
    "he": """
        כתבות קשורות*, כתבות נוספות*, מאמרים קשורים*, מאמרים נוספים*, קשור*, תוכן קשור*, פוסטים קשורים*, אולי יעניין*,
        עוד בנושא*, עוד באותו נושא*, ראו גם*, קראו גם*, קראו עוד*, לקריאה נוספת*, מומלץ*, מומלצים*, כתבות מומלצות*,
        עוד כתבות*, עוד ב*
    """,
    "fa": """
        مطالب مرتبط*, اخبار مرتبط*, مقالات مرتبط*, مطالب مشابه*, بیشتر بخوانید*, همچنین بخوانید*, بخوانید*,
        مطالب پیشنهادی*, خبرهای مرتبط*, مرتبط*
    """,
    "zh": """
        相关文章*, 相关阅读*, 相关新闻*, 相关内容*, 相关报道*, 相关推荐*, 相关链接*, 相关资讯*, 相关稿件*, 相关信息*,
        相关文件*, 相关解读*, 延伸阅读*, 拓展阅读*, 推荐阅读*, 猜你喜欢*, 你可能喜欢*, 您可能感兴趣*, 你可能感兴趣*,
        您可能喜欢*, 更多相关*, 更多文章*, 更多报道*, 更多新闻*, 为你推荐*, 为您推荐*, 推荐文章*, 编辑推荐*, 上一篇*,
        下一篇*, 相關文章*, 相關新聞*, 相關閱讀*, 相關報導*, 相關報道*, 相關內容*, 相關資訊*, 延伸閱讀*, 推薦閱讀*,
        你可能也會喜歡*, 您可能也喜歡*, 你可能有興趣*, 您可能有興趣*, 你可能感興趣*, 更多相關*, 看更多*, 為你推薦*,
        推薦文章*, 編輯推薦*, 同主題*, 参考阅读*
    """,
    "ja": """
        関連記事*, 関連ニュース*, 関連する記事*, 関連コンテンツ*, 関連情報*, 関連リンク*, 関連トピックス*,
        関連レポート*, 関連資料*, 関連投稿*, 関連*, あわせて読みたい*, 併せて読みたい*, 合わせて読みたい*,
        こちらもおすすめ*, この記事もおすすめ*, おすすめ記事*, おすすめの記事*, オススメ記事*, おすすめ*,
        こんな記事も読まれています*, この記事を読んだ人*, この記事を読んだあなた*, この連載の記事*,
        同じカテゴリの記事*, 同じ著者の記事*, この著者の記事*, 次に読む*, もっと読む*, 続きを読む*,
        よく一緒に読まれている記事*, その他の記事*, 他の記事*, シリーズ記事*
    """,
    "ko": """
        관련기사*, 관련 기사*, 관련뉴스*, 관련 뉴스*, 관련 글*, 관련글*, 관련 콘텐츠*, 관련 자료*, 관련 게시물*,
        관련 정보*, 연관기사*, 연관 기사*, 함께 보면 좋은*, 함께 읽으면 좋은*, 함께 본 기사*, 추천 기사*, 추천기사*,
        추천 뉴스*, 추천뉴스*, 추천 글*, 추천*, 이 기사도 좋아요*, 이런 기사는 어때요*, 당신이 좋아할 만한*, 더 보기*,
        더 읽기*, 이 기자의 다른 기사*, 같은 섹션*, 다른 기사*, 이어서 읽기*
    """,
    "vi": """
        bài viết liên quan*, tin liên quan*, bài liên quan*, tin tức liên quan*, nội dung liên quan*, liên quan*,
        xem thêm*, đọc thêm*, đọc tiếp*, có thể bạn quan tâm*, có thể bạn thích*, bạn có thể quan tâm*,
        bạn có thể thích*, đề xuất*, gợi ý*, tin cùng chuyên mục*, cùng chuyên mục*, tin khác*, bài khác*,
        các tin khác*, tin cùng loại*
    """,
    "id": """
        artikel terkait*, berita terkait*, terkait*, konten terkait*, topik terkait dan berita, publikasi terkait*,
        pos terkait*, baca juga*, baca selengkapnya*, baca lainnya*, lihat juga*, simak juga*, anda mungkin juga suka*,
        anda mungkin suka*, mungkin anda suka*, rekomendasi*, rekomendasi untuk anda*, direkomendasikan*,
        artikel serupa*, artikel lainnya*, berita lainnya*, berita berkaitan*, artikel berkaitan*
    """,
    "th": """
        บทความที่เกี่ยวข้อง*, ข่าวที่เกี่ยวข้อง*, เรื่องที่เกี่ยวข้อง*, เนื้อหาที่เกี่ยวข้อง*, อ่านเพิ่มเติม*,
        อ่านต่อ*, คุณอาจสนใจ*, คุณอาจชอบ*, แนะนำ*, บทความแนะนำ*, ข่าวแนะนำ*, ดูเพิ่มเติม*
    """,
    "hi": """
        संबंधित खबरें*, संबंधित ख़बरें*, संबंधित लेख*, संबंधित समाचार*, संबंधित पोस्ट*, यह भी पढ़ें*, ये भी पढ़ें*,
        इसे भी पढ़ें*, और पढ़ें*, अधिक पढ़ें*, आपको यह भी पसंद आ सकता है*, अनुशंसित*, सुझाए गए*
    """,
    "bn": "সম্পর্কিত খবর*, সম্পর্কিত*, আরও পড়ুন*, আরো পড়ুন*, আরও খবর*, প্রাসঙ্গিক*",
    "ca": """
        articles relacionats*, notícies relacionades*, contingut relacionat*, relacionats*, et pot interessar*,
        també et pot interessar*, llegeix també*, llegiu també*, més sobre*, més informació sobre*, més notícies*
    """,
    "lt": """
        susiję straipsniai*, susijusios naujienos*, susiję*, skaitykite taip pat*, taip pat skaitykite*,
        skaityti daugiau*, jums gali patikti*, rekomenduojame*, panašūs straipsniai*, daugiau apie*
    """,
    "lv": """
        saistītie raksti*, saistītās ziņas*, saistītie*, lasi arī*, lasiet arī*, lasīt vairāk*, iesakām*, ieteicamie*,
        līdzīgi raksti*, vairāk par*
    """,
    "et": """
        seotud artiklid*, seotud uudised*, seotud*, loe ka*, loe lisaks*, loe veel*, vaata ka*, sulle võib meeldida*,
        soovitame*, sarnased artiklid*, rohkem teemal*
    """,
    "sw": "habari zinazohusiana*, makala zinazohusiana*, soma pia*, soma zaidi*",
}
