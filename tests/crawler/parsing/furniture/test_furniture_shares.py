"""Share buttons that say little: their neighbours, endings, other scripts, rows that a script fills."""

import pytest

from crawler.parsing.furniture.finding import find_furniture
from tests.crawler.parsing.furniture.pages import OWN, PROSE, furniture_of
from tests.crawler.parsing.pages import outline_of

X = '<a href="https://x.com/intent/tweet?url=https://institute.example/a" title="X"></a>'
FACEBOOK = '<a href="https://www.facebook.com/sharer.php?u=https://institute.example/a" title="Facebook"></a>'


def networks_of(body: str) -> list[str]:
    return [link.network for link in furniture_of(body).share_links]


@pytest.mark.parametrize("label", ["Per E-Mail senden", "Envoyer par courriel", "Отправить по почте",
                                   "إرسال بالبريد الإلكتروني", "通过邮件发送", "Надіслати поштою"])
def test_button_in_a_row_of_share_buttons_need_not_say_that_it_shares(label: str) -> None:
    row = f'<div class="toolbar">{X}{FACEBOOK}<a href="#" role="button" title="{label}"></a></div>'
    assert networks_of(row) == ["x", "facebook", "email"]


def test_link_to_print_beside_a_way_back_is_lifted_with_it() -> None:
    row = '<p><a href="print.asp?id=3">Print</a> <a href="javascript:history.back()">Back</a></p>'
    found = furniture_of(f"<main>{PROSE}{row}</main>")
    (box,) = found.share_elements
    assert outline_of(f"<html lang='en'><body><main>{PROSE}{row}</main></body></html>", OWN).tags[box] == "p"


NETWORKS = {
    "button far from share buttons is none": (
        f'<div>{X}{FACEBOOK}</div><div class="box"><a href="#" title="E-mail"></a></div>', ["x", "facebook"]),
    "row that a script fills offers the networks it names": (
        '<div class="shariff" data-services="'
        '[&quot;facebook&quot;,&quot;twitter&quot;,&quot;mail&quot;,&quot;info&quot;]"></div>',
        ["facebook", "x", "email"]),
    "copy button is known by a name of several words": (
        f'<div class="social__share">{X}<a id="shareCopyLink" href="javascript:void(0)"></a></div>', ["x", "copy"]),
    "button of the sites own kind is known by its tag": (
        "<share-tools><copy-button></copy-button></share-tools>", ["copy"]),
    "message sent on facebook goes to its messenger": (
        '<a href="https://www.facebook.com/dialog/send?link=https://institute.example/a"></a>', ["other"]),
    "button of another network stays beside one with an address": (
        '<div class="share"><button class="kakaotalk" title="카카오톡 공유"></button><a '
        'href="https://share.naver.com/web/shareView?url=https://institute.example/a">네이버</a></div>',
        ["other", "other"]),
    "actions of a document share it": (
        '<div class="documentActions"><ul><li><a href="javascript:this.print();">Tisk</a></li>'
        '<li class="document-action-sendto"><a href="/a/sendto_form">Poslat odkaz</a></li></ul></div>',
        ["print", "email"]),
    "long label of a button that copies is known": (
        f'<div class="social-links">{FACEBOOK}<a title="link para Copiar para área de transferência" href="#"><i>'
        "</i></a></div>", ["facebook", "copy"]),
    "button that copies may say so in a sentence without spaces": (
        f'<div class="share">{FACEBOOK}<button>リンクをコピーする</button></div>', ["facebook", "copy"]),
    "spans that the script of sharethis makes buttons of share": (
        '<div class="sharethis-buttons"><div class="wrapper"><span class="st_twitter_custom tw"></span>'
        '<span class="st_linkedin_custom"></span></div></div>', ["x", "linkedin"]),
    "row that a script fills may print too": (
        '<ul class="sharebuttons" data-services="mail,drucken"></ul>', ["email", "print"]),
    "service that an attribute names may print": (
        f'<div class="share">{FACEBOOK}<span data-social-service="print"><span>Print</span></span></div>',
        ["facebook", "print"]),
    "button that copies the current link is known": (
        '<p><button title="Kopiere den aktuellen Link"><i></i></button></p>', ["copy"]),
    "item of a list that copies needs no attributes": (
        f'<div class="share-box">{FACEBOOK}<ul><li class="copy-current-link"><svg></svg><span>Copy the link</span></li>'
        "</ul></div>", ["facebook", "copy"]),
    "button that copies may be known by what it runs": (
        f'<div class="ab-share">{FACEBOOK}<a href="#" onclick="CopyURL2();return false;"><img src="g.svg"></a></div>',
        ["facebook", "copy"]),
    "items of a social row that hold the pages address share it": (
        f'<aside><ul class="social-buttons"><li class="social-button-linkedin" data-url="{OWN}">'
        '<svg></svg></li><li class="social-button-youtube"><svg></svg></li></ul></aside>', ["linkedin"]),
    "share mails to a recipient that is to be written over": (
        '<a href="mailto:info@example.com?subject=&body=https://institute.example/a"></a>'
        '<a href="mailto:your@email.address?subject=Tariffs&body=Read%20this"></a>', ["email", "email"]),
    "mail to the desk about the page is no share": (
        '<a href="mailto:desk@ministry.example?subject=Error&body=https://institute.example/a">Errors</a>', []),
    "share of one comment is none of the page": (
        f'{FACEBOOK}<ol class="comment-list"><li class="comment"><p>{"I agree. " * 9}</p><a href="https://x.com/intent/'
        'tweet?text=I%20agree&url=https://institute.example/a%23comment-7">X</a></li></ol>', ["facebook"]),
    "link in a sentence is no button to print": (
        "<p>The forms are ready, so it is time to <a href='/gallery/printable-forms'>print</a> and to send them "
        "to the office of the district in which the household is registered.</p>", []),
    "link to a part of the page is no button to print": ('<p><a href="#print-the-guide">Print the guide</a></p>', []),
    "footer named for copyright copies nothing": (
        '<footer><ul class="site-footer__copy"><li><button class="site-footer__copy-link">Cookie preferences</button>'
        "</li></ul></footer>", []),
    "text to be copied is no address": (
        '<div><button class="copy-button">Copy letter to clipboard</button></div>', []),
    "buttons beside those of profiles follow": (
        '<div class="social-media"><a href="https://youtube.com/c/i" class="icon"></a>'
        '<a href="#" class="icon" id="icon-twitter"></a></div>', []),
    "row that says that it follows shares nothing whatever its class": (
        '<div><h4>Follow us</h4><div class="share"><button class="share__item" aria-label="Institute Reddit"></button>'
        '<button class="share__item" aria-label="Institute LinkedIn"></button></div></div>', []),
    "button that shares to linkedin copies no link": (
        '<div><button aria-label="Share via LinkedIn"></button><button aria-label="Share LinkedIn"></button></div>',
        ["linkedin"]),
    "link named after printing may send": (
        '<ul class="share"><li><a href="/printmail/80" class="print-mail">Send by email</a></li></ul>', ["email"]),
    "older addresses of networks share": (
        '<a href="https://line.naver.jp/R/msg/text/?https://institute.example/a" title="LINE"></a>', ["line"]),
    "anchor without address shares what its script is told": (
        """<p><a alt="Tweet about this article" onclick="fireShareAnalytics('twitter')">Twitter</a></p>""", ["x"]),
    "mail without anything is a button like others of its row": (
        f'<ul class="share-buttons"><li>{FACEBOOK}</li><li><a href="mailto:" title="Email"></a></li></ul>',
        ["facebook", "email"]),
    "copy button is known by what is measured of it": (
        f'<div class="tools">{FACEBOOK}<button data-track-label="Copy link"></button></div>', ["facebook", "copy"]),
    "class that joins network and sharing in one word names the network": (
        '<div class="share-box"><div>Share this post</div><a href="#" class="linkedinshare-btn"></a>'
        '<a href="#" class="fbshare-btn"></a></div>', ["linkedin", "facebook"]),
    "mail to somebody made up is shared where its link says so": (
        f'<div>{FACEBOOK}<a href="mailto:yourfriend@mail.example" title="Share by email"></a></div>'
        '<a href="mailto:desk@institute.example">Desk</a>', ["facebook", "email"]),
}


@pytest.mark.parametrize(("page", "expected"), NETWORKS.values(), ids=NETWORKS)
def test_networks_of_a_page(page, expected):
    assert networks_of(page) == expected


@pytest.mark.parametrize(("label", "network"), [
    ("Jaa LinkedInissä", "linkedin"), ("Megosztás LinkedInen", "linkedin"), ("Sdílet na LinkedInu", "linkedin"),
    ("LinkedInでシェア", "linkedin"), ("Xでシェア", "x"), ("分享到X", "x"), ("X-en megosztás", "x"),
    ("페이스북으로 공유", "facebook"), ("엑스로 공유", "x"), ("مشاركة على واتساب", "whatsapp"),
    ("Поделиться в Фейсбуке", "facebook"), ("שתפו בטלגרם", "telegram")])
def test_network_is_known_with_endings_and_in_other_scripts(label: str, network: str) -> None:
    assert networks_of(f'<div class="share"><button title="{label}"></button></div>') == [network]


@pytest.mark.parametrize("label", ["Share this article", "Teilen", "Condividi:"])
def test_row_that_says_that_it_shares_needs_no_name(label: str) -> None:
    buttons = '<button aria-label="Facebook"></button><a href="#" title="X"></a>'
    assert networks_of(f'<div class="mt-8 flex"><span>{label}</span>{buttons}</div>') == ["facebook", "x"]


@pytest.mark.parametrize("row", [
    '<div class="mt-8"><span>Follow us</span><button aria-label="Facebook"></button></div>',
    '<div class="mt-8"><span>Accounts</span><button aria-label="Facebook"></button></div>',
    '<menu class="share"><button class="flex gap-x-[6px] overflow-x-auto">Summary</button></menu>'])
def test_row_that_does_not_say_so_shares_nothing(row: str) -> None:
    assert networks_of(row) == []


@pytest.mark.parametrize("button", [
    '<a href="#" class="share-link" fs-socialshare-element="viber"></a>',
    '<a href="#" class="share-link" data-service="viber"></a>',
    '<share-tools><share-button type="viber"></share-button></share-tools>'])
def test_network_is_named_by_an_attribute_made_for_it(button: str) -> None:
    assert networks_of(button) == ["other"]


def test_address_that_a_script_completes_is_none() -> None:
    call = "window.open('https://www.facebook.com/sharer/sharer.php?u=' + encodeURIComponent(location.href))"
    page = f'<html><body><a href="#" onclick="{call}" title="Facebook"></a></body></html>'
    found = find_furniture(outline_of(page, OWN)).share_links
    assert [(link.network, link.url) for link in found] == [("facebook", None)]


def test_page_made_for_printing_is_the_address_of_the_print_button() -> None:
    page = f'<html><body><a href="{OWN}?print=1" title="Print">Print</a></body></html>'
    found = find_furniture(outline_of(page, OWN)).share_links
    assert [(link.network, link.url) for link in found] == [("print", f"{OWN}?print=1")]


def test_share_address_has_no_fragment() -> None:
    page = '<p><a href="https://service.weibo.com/share/share.php?url=https://institute.example/a#top">微博</a></p>'
    found = find_furniture(outline_of(page, OWN))
    assert [link.url for link in found.share_links] == [
        "https://service.weibo.com/share/share.php?url=https://institute.example/a"]


def test_two_buttons_that_are_known_tell_what_the_others_of_their_row_are() -> None:
    empty = "".join(f'<a aria-label="{name}" class="{name} social-item" href="#"></a>'
                    for name in ("facebook", "twitter", "email", "whatsapp"))
    row = (f'<div class="social-links">{empty}<a href="https://www.pinterest.com/pin/create/button/"></a>'
           '<a class="print" aria-label="print" href="#"></a></div>')
    assert sorted(networks_of(f'<div class="article-menu">{row}</div>')) == [
        "email", "facebook", "pinterest", "print", "whatsapp", "x"]


def test_page_that_sends_itself_by_mail_is_the_address_of_the_button() -> None:
    row = f'<div class="share">{FACEBOOK}<a class="mail" title="Per E-Mail versenden" href="{OWN}?view=mail"></a></div>'
    assert [link.url for link in furniture_of(row).share_links if link.network == "email"] == [f"{OWN}?view=mail"]


def test_address_that_a_script_has_still_to_fill_in_is_none() -> None:
    row = ('<a href="https://x.com/intent/tweet?url=%url%&text=%title%">X</a>'
           '<a href="whatsapp://send?text=%title%%20%url%">WhatsApp</a>')
    found = furniture_of(f'<div class="share">{row}</div>').share_links
    assert [(link.network, link.url) for link in found] == [("x", None), ("whatsapp", None)]


def test_hidden_mail_without_its_key_is_a_button_of_its_row() -> None:
    row = "".join(f'<li><a href="{href}" aria-label="{said}"></a></li>' for href, said in (
        ("https://www.facebook.com/sharer/sharer.php?u=x", "Facebook Share"),
        ("https://twitter.com/share?url=x", "Twitter Share"), ("/cdn-cgi/l/email-protection", "Email")))
    assert [link.network for link in furniture_of(f"<ul>{row}</ul>{PROSE}").share_links] == ["facebook", "x", "email"]
