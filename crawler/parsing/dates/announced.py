"""Sightings -> the day for which the page announces what will stand there: "Release date: 9 December 2026". Pure."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from crawler.parsing.dates.sighting import Sighting

_AHEAD = timedelta(hours=14)          # so far are clocks ahead of UTC at most
_DAY = 10                             # characters of a day
# What a label says that speaks of publication; "Date:" may be that of an event.
_OF_PUBLICATION = re.compile(
    r"publi|releas|issue|embargo|veröffentl|erschein|sperrfrist|paru|en ligne|diffu|gepubl|verschen|utgiv|offentlig|"
    r"udgiv|utgitt|julkais|zveřejn|zverejn|közzét|megjelen|objav|опублик|опублік|публикув|yayı?[nm]|δημοσ|نشر|公開|公表|"
    r"発表|発行|发布|發佈|發布|公布|발표|공개|diterbit|dipublik", re.IGNORECASE)


def announced_day(sightings: Iterable[Sighting], latest: datetime) -> str | None:
    """The day to come that a label calls that of publication; None where one that is over is called so, too."""
    today = (latest + _AHEAD).date().isoformat()
    said = [seen.date.value[:_DAY] for seen in sightings if "label published" in seen.traits
            and len(seen.date.value) >= _DAY and _OF_PUBLICATION.search(seen.origin)]
    return said[0] if said and min(said) > today else None
