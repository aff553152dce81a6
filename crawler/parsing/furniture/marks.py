"""Class and id names -> what they say of an element: share row, ad slot, related list, menu, … Pure.

A name is the lower-cased class and id of an element, as the outline has it. Words are told apart at anything that is no
letter, so that "ad" is found in "top-ad" and not in "header", "download", "adapt" or "gradient".
"""

import re
from functools import lru_cache


class Mark:
    """What the names of an element may say; several at once, so bits of a number (enum.Flag is ten times slower)."""

    SHARE = 1          # a share row or button
    SOCIAL = 2         # social networks, sharing or following
    FOLLOW = 4         # profiles of the publisher
    AD = 8             # an ad slot
    SPONSORED = 16     # content that somebody paid for
    RELATED = 32       # other publications that go with this one
    POPULAR = 64       # most read, newest, chosen
    PROMO = 128        # a card or line inside the body that offers something
    SIGNUP = 256       # newsletter, donation, membership, subscription
    NOTICE = 512       # cookie and consent notices
    CHROME = 1024      # menus, breadcrumbs, page header and footer, pagers, comments
    TOPICS = 2048      # tags and categories
    PEOPLE = 4096      # authors, staff, profiles
    TOOL = 8192        # citation, embedding, republishing, gift links


# Each word is a pattern; it must stand between letters that are none.
_WORDS: tuple[tuple[int, str], ...] = (
    (Mark.SHARE, """
        share[a-z]* sharing[a-z]* [a-z]*share(bar|box|r)? shr addthis addtoany a2a shariff sharethis st_[a-z]+
        jetpack-sharing sharedaddy sd-social heateor ssba essb monarch shareaholic partag[a-z]* compartir
        condivid[a-z]* teilen delen udostepnij paylas compartilh[a-z]* bagikan social(share|sharing)[a-z]* tweet
        article-?tools page-?tools page-?actions article-?actions post-?actions
     """),
    (Mark.SOCIAL, """
        social[a-z]* sns
     """),
    (Mark.FOLLOW, """
        follow[a-z]* connect(-with)?-us connect join-us channels?
     """),
    (Mark.AD, """
        ads? adv advert adverts advertis[a-z]* ads?by[a-z]*
        ads?(slot|unit|container|wrapper|wrap|box|block|zone|space|place|placeholder|banner|label|item|frame|holder)s?
        ads?(area|row|spot|tag|sense|choices|tech|manager|hesion|thrive) bannerads? google[-_]?ads?[a-z]* gpt gptads?
        dfp[a-z]* doubleclick taboola outbrain ob[-_]widget revcontent mgid zergnet teads criteo prebid ezoic[a-z]*
        mediavine raptive freestar nativo seedtag sharethrough plista ligatus dianomi adsterra connatix primis
        leaderboard skyscraper mpu werbung anzeigen? publicidade? publicite pubblicita reklam[ae]? annons annonce
        mainos iklan hirdetes reclam[ae] oglasi?
     """),
    (Mark.SPONSORED, """
        sponsor sponsors sponsored[a-z]* sponsor-?content paid-?(post|content|partner[a-z]*) partner-?content
        branded-?content native-?ad advertorial promoted
     """),
    (Mark.RELATED, """
        related[a-z]* [a-z]*related recommend[a-z]* recirc[a-z]* similar[a-z]* suggest(ed|ion|ions)[a-z]*
        you-?(may|might)(-?also)?-?like also-?like see-?also read-?(also|next|more-?(stories|articles|posts))
        more-?(on|from|about|like|in) up-?next yarpp crp jp-relatedposts relatedposts
        more-?(stories|articles|posts|news) further-?reading keep-?reading next-?(article|story|read|post)s?
        verwandt[a-z]* aehnlich[a-z]* relacionad[a-z]* correlat[a-z]* similaires? connexes? gerelateerd[a-z]*
        relaterad[a-z]* relatert[a-z]* powiazane souvisejici pohozhie
     """),
    (Mark.POPULAR, """
        popular[a-z]* most-?(read|viewed|popular|shared|commented|recent) trending top-?(stories|news|posts|articles)
        latest[a-z]* recent-?(posts?|articles?|news|entries|stories) recentposts editors?-?(picks?|choice)
        featured-?(posts?|articles?|stories|news) headlines meistgelesen mas-?leid[ao]s? plus-?lus piu-?letti
        mais-?lidas meest-?gelezen mest-?last[ae]? ranking
     """),
    (Mark.PROMO, """
        promo[a-z]* teaser[a-z]* inline-?(promo|related|link|article|story|card)s? callout cta read-?more readmore
        pull-?(link|promo) insettwocolumn article-?(embed|card|link|promo) story-?(embed|card|link) inset bucket
        interstitial-?link lire-?aussi leggi-?anche lea-?tambien internal-?link
     """),
    (Mark.SIGNUP, """
        newsletter[a-z]* signup sign-?up subscri(be|ption|bers?)[a-z-]* donat(e|ion)[a-z-]* membership paywall[a-z]*
        mailchimp mc_embed[a-z_]* mc4wp[a-z-]* email-?(signup|capture|form|subscribe) piano optin opt-in abonnement
        spenden boletin
     """),
    (Mark.NOTICE, """
        cookies?[a-z-]* consent[a-z-]* gdpr[a-z-]* ccpa onetrust[a-z-]* cmp[a-z]* didomi[a-z-]* cc-banner cc-window
        eu-cookie[a-z-]* cli-bar[a-z-]*
     """),
    (Mark.CHROME, """
        nav navs navbar navigation menus? submenu mega-?menu breadcrumbs? site-?(header|footer|nav)
        page-?(header|footer) masthead topbar global-?(header|footer|nav) footer pager pagination paging
        prev-?next[a-z-]* post-?navigation nav-?links comments? comment-?list disqus[a-z_]* skip-?link toc
        table-of-contents search-?form language-?switcher sitemap
     """),
    (Mark.TOPICS, """
        tags? tag-?(list|cloud|links) topics? categor(y|ies) keywords? taxonomy
     """),
    (Mark.PEOPLE, """
        authors? author-?[a-z]+ bylines? bios? contributors? staff people persons? experts? team speakers? contacts?
     """),
    (Mark.TOOL, """
        gift[a-z]* republish[a-z]* embed-?(code|dialog|modal) cite citation[a-z]* syndicat[a-z]*
     """),
)
_PATTERNS = tuple((mark, re.compile(rf"(?<![a-z])(?:{'|'.join(words.split())})(?![a-z])")) for mark, words in _WORDS)
# One quick look that nearly all names fail; the rest are asked one by one.
_ANY = re.compile("|".join("""
shar shr addt a2a social sns follow connect join channel ad banner google gpt dfp double taboola outbrain ob[_-]w
content mgid zerg teads criteo ezoic mediavine raptive free nativo seedtag plista ligatus dianomi connatix primis
leaderb skysc mpu werb anzeig public pubbl reklam annon mainos iklan hirdet recla oglas sponsor paid partner brand
native promo relat recirc recom similar suggest like also read more next yarpp crp verwandt aehnlich relacion correl
connex powiaz souvis pohoz popular most trend top latest recent editor featured headline meist leid plus letti lidas
gelezen mest ranking teaser inline callout cta pull inset article story bucket lire leggi lea- internal letter sign
subscri donat member wall mail mc[4_] piano opt abonn spend boletin cookie consent gdpr ccpa trust cmp didomi cc- cli-
nav menu bread site page masthead bar footer paging prev comment disqus skip toc table search language tag topic categ
keyw taxon author byline bio contrib staff people person expert team speak contact gift republ embed cit syndic sd-
heateor ssb essb monarch partag compart condivid teilen delen udost paylas bagikan tweet st_ action tool
""".split()))


@lru_cache(maxsize=1 << 15)
def marks_of(name: str) -> int:
    """What a name says.

    >>> marks_of("post-share-links") == Mark.SHARE, marks_of("site-header download adapt gradient") == Mark.CHROME
    (True, True)
    >>> marks_of("top-ad") == Mark.AD, marks_of("entry-content")
    (True, 0)
    """
    found = 0
    if _ANY.search(name):
        for mark, pattern in _PATTERNS:
            if pattern.search(name):
                found |= mark
    return found
