"""Requests for money, membership or a subscription without form or class name: no text of the publication."""

import pytest

from tests.crawler.parsing.furniture.pages import LINES, texts_with

CALL = "Ready to move your freight through the northern ports?"


@pytest.mark.parametrize("box", [
    '<div><p>Independent research depends on readers like you. <a href="/donate">Donate today</a>.</p></div>',
    '<p><b>Support our work.</b> Help us keep it free for everyone. <a href="/membership">Join now</a></p>',
    '<p><i>Enjoying this? <a href="/newsletter">Sign up for our newsletter</a> and get the best every Friday.</i></p>',
    '<p>Please consider <a href="https://give.institute.example/now">making a donation</a>.</p>',
    '<div><h3>Stay informed</h3><p>Our weekly briefing, in your inbox.</p><a href="/subscribe">Subscribe</a></div>',
    '<div><p>Unabhängige Forschung braucht Ihre Hilfe. <a href="/spenden">Jetzt spenden</a></p></div>',
    '<p>Soutenez notre travail, qui reste gratuit. <a href="/don">Faire un don</a></p>',
    '<p>Suscríbete a nuestro boletín y recibe los análisis. <a href="/boletin">Suscribirse</a></p>',
    '<p>Apoie o jornalismo independente. <a href="/doar">Doe agora</a></p>',
    '<p>Поддержите нашу работу. <a href="/donate">Сделать пожертвование</a></p>',
    '<p>订阅我们的电子报，每周获取最新分析。<a href="/subscribe">立即订阅</a></p>',
    '<p>私たちの調査は皆さまのご寄付に支えられています。<a href="/donate">寄付する</a></p>',
    '<p>뉴스레터를 구독하고 매주 분석을 받아보세요. <a href="/newsletter">구독하기</a></p>',
    '<p>ادعموا عملنا المستقل بتبرعاتكم. <a href="/donate">تبرع الآن</a></p>',
    '<p>हमारे स्वतंत्र शोध का समर्थन करें। <a href="/donate">दान करें</a></p>',
])
def test_request_in_the_text_is_none_of_it(box: str) -> None:
    assert texts_with(box) == LINES


@pytest.mark.parametrize("paragraph", [
    '<p>Readers may donate to the victims through the <a href="https://relief.example/donate">Relief Fund</a>.</p>',
    '<p>Members of the guild may <a href="/donate">donate</a> to the fund, which closes next year.</p>',
    '<p>Towns should subscribe to the <a href="/newsletter">newsletter of the agency</a>, which tells levels.</p>',
    '<p><a href="https://relief.example/donate">Donate to the Relief Fund</a> or bring blankets to the harbour.</p>',
])
def test_paragraph_that_speaks_of_giving_stays(paragraph: str) -> None:
    assert len(texts_with(paragraph)) == 6


@pytest.mark.parametrize(("name", "lines"), [("cta-block", LINES), ("note", [LINES[0], LINES[1], CALL, *LINES[2:]])])
def test_box_that_calls_to_action_is_no_text(name: str, lines: list[str]) -> None:
    box = f'<div class="{name}"><h4>{CALL}</h4><p><a href="/contact">Talk to an expert today</a></p></div>'
    assert [text for text in texts_with(box) if text != "Talk to an expert today"] == lines


def test_line_of_a_box_that_calls_to_action_is_no_text() -> None:
    line = 'Answers on levels? Check out <a href="https://other.example/plan">Planner</a>, a partner of ours.'
    assert texts_with(f'<div class="blog-cta-snippet">{line}</div>') == LINES
