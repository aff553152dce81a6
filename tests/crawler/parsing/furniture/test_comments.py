"""Comments of readers are found, to leave the body; what only is called so stays."""

import pytest

from crawler.parsing.furniture.finding import find_furniture
from tests.crawler.parsing.pages import outline_of

PROSE = "".join(f"<p>The levy moves the cost of carbon to the border in year {n}, and the border moves it to the buyer "
                "of steel, cement and glass, who has no other choice but to pay.</p>" for n in range(6))
SAID = "I have lived at the border for forty years and nobody has ever asked me what I think of this levy."


def comments_on(below: str) -> list[str]:
    outline = outline_of(f"<main><article><h1>Carbon</h1>{PROSE}</article>{below}</main>")
    return [outline.names[i] for i in sorted(find_furniture(outline).comment_elements)]


@pytest.mark.parametrize(("below", "found"), [
    (f'<div id="comments"><ol class="comment-list"><li class="comment"><p>{SAID}</p></li>'
     f'<li class="comment"><p>{SAID}</p></li></ol></div>', ["comments"]),
    (f'<section class="comments-area"><p>{SAID}</p><form><textarea></textarea></form></section>', ["comments-area"]),
    (f'<div class="post-comment"><p>{SAID}</p></div><div class="post-comment"><p>{SAID}</p></div>',
     ["post-comment", "post-comment"]),
    (f'<div class="kommentare"><div class="kommentar">{SAID}</div><div class="kommentar">No</div></div>',
     ["kommentare"]),
])
def test_comments_of_readers_are_found(below: str, found: list[str]) -> None:
    assert [name.strip() for name in comments_on(below)] == found


@pytest.mark.parametrize("below", [
    f'<section id="response-to-comments"><h2>Response to comments</h2><p>{SAID}</p></section>',
    f'<table><tr><td>1</td><td class="comment">{SAID}</td><td class="comment">{SAID}</td></tr></table>',
    '<pre><span class="hljs-comment"># one</span> x = 1 <span class="hljs-comment"># two</span></pre>',
    '<div class="recent-comments"><a href="/papers/tax">Anna on Tax</a></div>',
])
def test_what_is_only_called_comments_is_none(below: str) -> None:
    assert comments_on(below) == []


def test_comments_come_after_the_text() -> None:
    outline = outline_of(f'<div class="comments"><div class="comment">A</div><div class="comment">B</div></div>{PROSE}')
    assert not find_furniture(outline).comment_elements
