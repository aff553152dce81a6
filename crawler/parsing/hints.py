"""What a source may tell the reader: selectors per field and removals, nothing else. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hints:
    """Selectors that override the general reader; CSS, or XPath where it begins with `/` or `(`."""

    fields: Mapping[str, str] = field(default_factory=dict)  # "title", "body", "published", … -> selector
    remove: tuple[str, ...] = ()                             # selectors of elements to leave out


NO_HINTS = Hints()
