"""Share buttons that say little: their neighbours, endings, other scripts, rows that a script fills."""

import pytest

from archive.records import Page
from crawler.parsing.document import read_document
from crawler.parsing.furniture import find_furniture
from crawler.parsing.outline import read_outline

OWN = "https://institute.example/papers/2025/carbon-border"
X = '<a href="https://x.com/intent/tweet?url=https://institute.example/a" title="X"></a>'
FACEBOOK = '<a href="https://www.facebook.com/sharer.php?u=https://institute.example/a" title="Facebook"></a>'


def networks_of(body: str) -> list[str]:
    page = f"<html><head><title>Carbon border</title></head><body>{body}</body></html>"
    found = find_furniture(read_outline(read_document(Page.from_bytes(page.encode(), url=OWN))))
    return [link.network for link in found.share_links]


@pytest.mark.parametrize("label", ["Per E-Mail senden", "Envoyer par courriel", "Отправить по почте",
                                   "إرسال بالبريد الإلكتروني", "通过邮件发送", "Надіслати поштою"])
def test_button_in_a_row_of_share_buttons_need_not_say_that_it_shares(label: str) -> None:
    row = f'<div class="toolbar">{X}{FACEBOOK}<a href="#" role="button" title="{label}"></a></div>'
    assert networks_of(row) == ["x", "facebook", "email"]


def test_button_far_from_share_buttons_is_none() -> None:
    assert networks_of(f'<div>{X}{FACEBOOK}</div><div class="box"><a href="#" title="E-mail"></a></div>') == [
        "x", "facebook"]


@pytest.mark.parametrize(("label", "network"), [
    ("Jaa LinkedInissä", "linkedin"), ("Megosztás LinkedInen", "linkedin"), ("Sdílet na LinkedInu", "linkedin"),
    ("LinkedInでシェア", "linkedin"), ("Xでシェア", "x"), ("分享到X", "x"), ("X-en megosztás", "x"),
    ("페이스북으로 공유", "facebook"), ("엑스로 공유", "x"), ("مشاركة على واتساب", "whatsapp"),
    ("Поделиться в Фейсбуке", "facebook"), ("שתפו בטלגרם", "telegram")])
def test_network_is_known_with_endings_and_in_other_scripts(label: str, network: str) -> None:
    assert networks_of(f'<div class="share"><button title="{label}"></button></div>') == [network]


def test_row_that_a_script_fills_offers_the_networks_it_names() -> None:
    services = "[&quot;facebook&quot;,&quot;twitter&quot;,&quot;mail&quot;,&quot;info&quot;]"
    assert networks_of(f'<div class="shariff" data-services="{services}"></div>') == ["facebook", "x", "email"]


def test_copy_button_is_known_by_a_name_of_several_words() -> None:
    assert networks_of(f'<div class="social__share">{X}<a id="shareCopyLink" href="javascript:void(0)"></a></div>') == [
        "x", "copy"]
