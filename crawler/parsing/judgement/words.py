"""Words that tell kinds of pages: in addresses, class names, short lines and schema.org types. Data only."""

LISTING_TYPES = frozenset({"CollectionPage", "ItemList", "SearchResultsPage", "OfferCatalog", "Blog", "DataCatalog",
                           "MediaGallery", "ImageGallery"})
PRODUCT_TYPES = frozenset({"Product", "ProductGroup", "IndividualProduct", "SoftwareApplication", "Offer",
                           "AggregateOffer", "Vehicle", "Apartment", "Hotel", "JobPosting"})
THREAD_TYPES = frozenset({"DiscussionForumPosting", "QAPage", "Question", "Comment"})
SEARCH_KEYS = frozenset({"q", "s", "query", "search", "keyword", "keywords", "keys", "k", "searchtext", "search_api"})
ADDRESS_WORDS = {
    "listing": frozenset(
        "category categories tag tags topic topics archive archives collection collections list listing directory "
        "browse search all index catalog catalogue shop store kategorie thema themen rubrique etiqueta etiquetas "
        "categoria categorias recherche suche buscar results explore best top deals department departments".split()),
    "forum": frozenset(
        "forum forums thread threads viewtopic showthread phpbb reddit topic".split()),
    "product": frozenset(
        "product products p dp item items buy produkt produkte produit producto prodotto pd sku itm goods".split()),
    "publication": frozenset(
        "blog blogs news article articles press release releases report reports publication publications post posts "
        "story stories insights paper papers guide guides learn resources actualites noticias nachrichten aktuelles "
        "presse research briefing analysis opinion commentary speeches statements documents doc docs".split()),
}
FORUM_FOLDERS = frozenset("discussion discussions community t comments answers ask r".split())    # whole ones only
_CLASS_WORDS = {
    "listing":
        "pagination pager paginate loadmore load-more grid listing listings list results result facet facets filter "
        "filters sort sorting card cards tile tiles collection teaser teasers archive category categories subcategory "
        "column columns item items summary excerpt carousel slider masonry feed stream",
    "forum":
        "post posts reply replies thread threads topic topics comment comments vote votes voting upvote forum forums "
        "message messages username avatar reputation author-name member user signature "
        "discussion quote karma score postbody usercard",
    "product":
        "product products price prices cart sku variant variants swatch swatches quantity qty buy rating ratings stock "
        "wishlist checkout basket shop shopify badge-sale reviews review gallery thumbnails addtocart spec specs "
        "specification specifications minicart",
    "publication":
        "article byline entry author published dateline headline story prose richtext rich-text post-content lede "
        "standfirst dek references footnotes footnote toc abstract citation paragraph figure caption blockquote",
    "service":
        "hero cta feature features testimonial testimonials pricing logo logos banner faq demo benefit benefits "
        "solution solutions plan plans client clients partner partners trial section-title",
}
_LINE_WORDS = {
    "product":
        "add to cart|add to bag|add to basket|add to wishlist|add to wish list|buy now|in stock|out of stock|"
        "free shipping|quantity|qty|checkout|customer reviews|sku|warenkorb|in den warenkorb|ajouter au panier|"
        "añadir al carrito|"
        "aggiungi al carrello|in winkelwagen|カートに入れる|加入购物车|shop now|size|color|colour|specifications|"
        "write a review|reviews|sold out|sale price|regular price|description|shipping|delivery|select options|compare",
    "forum":
        "reply|replies|quote|joined|member since|posts|post|views|view|upvote|downvote|thread|last post|like|likes|"
        "log in to reply|sign in to comment|sign in to reply|antworten|répondre|responder|ответить|vote|votes|"
        "accepted answer|best answer|topics|new topic|start a new topic|report|permalink|follow|share|comments|"
        "comment|add a comment|ask question|solved|moderator|member|location|messages|offline|online|op|author",
    "listing":
        "load more|show more|view all|see all|read more|next page|previous page|older posts|newer posts|sort by|sort|"
        "filter|filters|filter by|results|showing|items per page|mehr laden|weiterlesen|alle anzeigen|voir plus|"
        "lire la suite|ver más|leer más|leia mais|leggi tutto|lees meer|läs mer|もっと見る|続きを読む|"
        "查看更多|更多|ещё|"
        "читать далее|clear all|learn more|next|previous|next »|« previous|older|newer|page|relevance|newest|popular|"
        "apply|reset|categories|all categories|view more|more|explore|browse|continue reading|subcategories|grid|list",
    "login":
        "forgot password|forgot your password|forgotten password|sign in|log in|login|create an account|create account|"
        "passwort vergessen|mot de passe oublié|register|remember me|username|password|email address|sign up",
    "publication":
        "published|updated|min read|minute read|minutes read|share this|share this article|references|citation|"
        "download pdf|veröffentlicht|publié|publicado|pubblicato|опубликовано|key takeaways|table of contents|"
        "footnotes|notes|abstract|about the author|written by|related articles|conclusion|introduction|summary|"
        "overview|contents|"
        "faq|faqs|frequently asked questions|acknowledgements|bibliography|sources|methodology|recommendations",
    "service":
        "get started|contact us|request a demo|book a demo|learn more|get a quote|free trial|start free trial|"
        "schedule a call|our services|testimonials|why choose us|what our clients say|trusted by|pricing|sign up free|"
        "request a quote|get in touch|call now|talk to sales|contact sales|start for free|try it free|how it works",
}
CLASS_KINDS: dict[str, tuple[str, ...]] = {}
LINE_KINDS: dict[str, tuple[str, ...]] = {}
for _kind, _words in _CLASS_WORDS.items():
    for _word in _words.split():
        CLASS_KINDS[_word] = (*CLASS_KINDS.get(_word, ()), _kind)
for _kind, _words in _LINE_WORDS.items():
    for _word in _words.split("|"):
        LINE_KINDS[_word] = (*LINE_KINDS.get(_word, ()), _kind)
SECTION_WORDS = frozenset(
    "news blog blogs articles article publications publication press reports research insights resources events "
    "stories posts latest newsroom media archive archives library topics updates features podcasts videos "
    "actualites noticias "
    "nachrichten aktuelles presse notizie nyheter nieuws aktualnosci recipes reviews guides papers".split())
CURRENCIES = frozenset("$€£¥₹")
