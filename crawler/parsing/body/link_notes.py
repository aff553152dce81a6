"""Words beside a link that tell how it opens, which are no part of the sentence: "(opens in a new window)". Pure."""

import re

_OPENS = (r"(?:(?:links?|lien|enlace) )?(?:opens?|opening|will open|öffnet|öffnen|s['’]ouvre|ouvre|ouverture|"
          r"(?:se )?abre|(?:si )?apre|otwiera|åpnes|åpner|öppnas|öppnar|åbner|åbnes|avautuu|otevře|opent|открывается|"
          r"відкривається)")
_WHERE = (r"(?:window|tab|fenster|fenêtre|onglet|ventana|pestaña|janela|aba|finestra|scheda|oknie|karcie|okně|vindu|"
          r"fane|fönster|flik|vindue|ikkunaan|ikkunassa|välilehteen|venster|tabblad|окне|вкладке|вікні)")
_ELSEWHERE = (r"external (?:link|site|website)|externer link|lien externe|enlace externo|link externo|ligação externa|"
              r"collegamento esterno|externe (?:link|website)|ekstern lenke|eksternt link|extern länk|ulkoinen linkki")
_NOTE = re.compile(
    rf"(?:\s-)?\s?[(\[]\s?(?:{_OPENS}\b[^()\[\]]{{0,40}}\b{_WHERE}\b[^()\[\]]{{0,20}}|{_ELSEWHERE})\s?[)\]]"
    r"|\s?[(（][^()（）]{0,12}(?:ウ[ィイ]ンドウ|タブ|外部サイト|外部リンク)[^()（）]{0,14}[)）]|\s?[（(]另开窗口[)）]",
    re.IGNORECASE)


def without_link_notes(text: str) -> str:
    """The text of links and what stands beside them, without such notes.

    >>> without_link_notes("See the report (opens in a new window) for more.")
    'See the report for more.'
    """
    return _NOTE.sub("", text) if "(" in text or "（" in text or "[" in text else text
