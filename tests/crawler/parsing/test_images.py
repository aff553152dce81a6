import pytest

from archive.records import Image, Page
from crawler.parsing.choices import read_choices

URL = "https://www.bank.example/papers/7"
TEXT = "".join(f"<p>Paragraph {i} of a report about rates, which is long enough to be read as the text of a page.</p>"
               for i in range(4))


def images(body: str, head: str = "") -> tuple[Image, ...]:
    markup = f"<html><head>{head}</head><body><main><h1>Rates</h1>{TEXT}{body}{TEXT}</main></body></html>"
    page = Page.from_bytes(markup.encode(), url=URL, content_type="text/html; charset=utf-8")
    return read_choices(page).images


def test_image_of_the_body_has_alt_and_caption():
    assert images('<figure><img src="/rates.png" alt="A chart"><figcaption>Rates since 2000</figcaption></figure>') == (
        Image("https://www.bank.example/rates.png", "A chart", "Rates since 2000"),)


def test_lazy_image_has_its_own_address():
    assert images('<img src="data:image/gif;base64,R0" data-src="/rates.png">')[0].url.endswith("/rates.png")


def test_largest_of_a_set_is_taken():
    found = images('<img srcset="/rates-400.png 400w, /rates-800.png 800w" src="/rates-200.png">')
    assert found[0].url.endswith("-800.png")


def test_lead_image_of_the_head_stands_first():
    found = images('<img src="/chart.png">', '<meta property="og:image" content="/lead.jpg">')
    assert [image.url.rsplit("/", 1)[1] for image in found] == ["lead.jpg", "chart.png"]


def test_lead_image_that_the_page_shows_is_taken_once():
    assert len(images('<img src="/lead-1024x576.jpg">', '<meta property="og:image" content="/lead.jpg">')) == 1


def test_portrait_of_the_author_is_no_picture_of_the_page():
    author = '<div><img src="/team/ada.jpg" alt="Ada One"><div>Ada One</div><div>Senior Fellow</div></div>'
    page = f"<main><h1>Rates</h1>{author}{TEXT}</main>"
    assert read_choices(Page.from_bytes(page.encode(), url=URL)).images == ()


def test_line_named_a_caption_beside_the_only_image_of_a_box_is_its_caption():
    box = '<div class="picture"><img src="/rates.png"><span class="caption">Rates since 2000</span></div>'
    assert images(box)[0].caption == "Rates since 2000"
    two = '<div><img src="/a.png"><img src="/b.png"><span class="caption">Rates since 2000</span></div>'
    assert images(two)[0].caption is None


def test_lead_image_that_only_json_ld_states_is_taken_where_the_page_shows_none():
    stated = ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rates", "image": '
              '[{"@type": "ImageObject", "url": "/i/rates.jpg"}]}</script>')
    assert [image.url for image in images("", stated)] == ["https://www.bank.example/i/rates.jpg"]
    assert [image.url for image in images('<img src="/i/other.jpg">', stated)] == ["https://www.bank.example/i/other.jpg"]


@pytest.mark.parametrize("shown", [
    '<img src="/pixel.gif" width="1" height="1">', '<img src="/icons/share.png">', '<img src="/a.png" width="16">',
    '<div class="author-bio"><img src="/ada.jpg" alt="Ada One"></div>', '<img src="/img/cc-by-nc-nd-4.0.png">',
    '<img src="https://licensebuttons.net/l/by/4.0/88x31.png">'])
def test_icons_pixels_portraits_and_marks_of_licences_are_no_images(shown):
    assert images(shown) == ()
