"""Boxes that ask before they load a film, post or map from elsewhere: no text of the publication."""

import pytest

from tests.crawler.parsing.furniture.pages import LINES, texts_with


@pytest.mark.parametrize("box", [
    "<div><div><h3>Allow content provided by a third party?</h3><p>This article includes content of video.example. "
    "We ask for your permission before anything is loaded, as the provider may be using cookies and other technologies."
    "</p><button>Allow and continue</button></div></div>",
    "<section><h3>Empfohlener externer Inhalt</h3><p>An dieser Stelle finden Sie einen externen Inhalt, der den Text "
    "ergänzt.</p><div><input type=checkbox id=c><label for=c>Externen Inhalt anzeigen</label></div><p>Ich bin damit "
    "einverstanden, dass personenbezogene Daten an Drittplattformen übermittelt werden.</p></section>",
    "<div><strong>Contenu externe</strong><p>Ce contenu est hébergé par un site tiers et peut déposer des traceurs sur "
    "votre appareil.</p><button>Charger le contenu</button></div>",
    "<div><h4>Contenuto esterno</h4><p>Mostrando il contenuto esterno accetti le condizioni di chi lo ospita.</p>"
    "<button>Mostra il contenuto</button></div>",
    "<div><p>Este vídeo é alojado por terceiros. Ao reproduzi-lo, aceita as suas condições.</p>"
    "<button>Reproduzir vídeo</button></div>",
    "<div><p>Voor het tonen van deze post hebben wij je toestemming nodig.</p><button>Toon de post</button></div>",
    "<div><h4>Video</h4><p>Giv samtykke til cookies fra tredjeparter for at se indholdet.</p>"
    "<button>Giv samtykke og vis</button></div>",
    "<div><div><p>Aby zobaczyć film, zaakceptuj pliki cookie.</p><button>Zaakceptuj i wyświetl</button></div></div>",
    "<div><p>A videó megtekintéséhez engedélyezze a sütiket.</p><button>Sütik engedélyezése</button></div>",
    "<div><p>Чтобы посмотреть видео, нужно разрешить сторонним сервисам использовать файлы cookie.</p>"
    "<button>Разрешить</button></div>",
    "<div><p>このコンテンツを表示するには、クッキーの使用に同意する必要があります。</p><button>同意して表示</button></div>",
    "<div class='brlbs-cmpnt-content-blocker'><p>You are currently viewing a placeholder content.</p><a href='#'>More "
    "Information</a><a href='#'>Unblock content</a></div>",
])
def test_box_that_asks_before_it_loads_is_no_text(box: str) -> None:
    assert texts_with(box) == LINES


@pytest.mark.parametrize("paragraph", [
    "<div><p>Two sites in three set cookies before any were accepted, the authority found in its review.</p></div>",
    "<div><p>The ministry lets third parties dredge, and the towns along the river pay them for it since May.</p>"
    "<p>The towns below the dam say that nobody has asked them before, and that all of the silt ends where their own "
    "boats lie.</p><button>Show the map</button></div>",
])
def test_text_that_speaks_of_cookies_or_third_parties_stays(paragraph: str) -> None:
    assert len(texts_with(paragraph)) > len(LINES)
