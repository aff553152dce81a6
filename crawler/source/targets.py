"""What a user asks to crawl, a source's key or an address -> the source. Reads source files; no network."""

import re
from dataclasses import replace
from pathlib import Path

from archive.errors import WrongUse
from crawler.source import Source, source_of_url
from crawler.source.file import load_source, own_folder, read_source, source_files


def source_of_target(target: str) -> Source:
    """The source with this key, at this path of a file, or at this address; WrongUse where there is none."""
    if "://" in target:
        return source_at(target)
    if target not in source_files() and Path(target).is_file() and not target.endswith(".toml"):
        raise WrongUse(f"{target} is a file: `policy-archive ingest` reads files")
    if target not in source_files() and Path(f"{target}.toml").is_file():
        raise WrongUse(f"no source '{target}'; did you mean the file {target}.toml?")
    is_like_address = "/" in target or ":" in target or ("." in target and not target.endswith(".toml"))
    if is_like_address and target not in source_files() and not Path(target).exists():
        scheme, rest = re.fullmatch(r"(?:(https?)(?::/*|/+))?(.*)", target, re.IGNORECASE | re.DOTALL).groups()  # type: ignore[union-attr] # matches anything
        raise WrongUse(f"'{target}' is neither a source's key nor an address; "
                       f"did you mean '{scheme or 'https'}://{rest}'?")
    return load_source(target)


def source_at(url: str) -> Source:
    """The source of the user's own whose home is on the address's host, crawled from there; else all we know: its host.

    Shipped sources are asked for by their keys: nobody has compared them with the site.
    """
    bare = source_of_url(url)
    for path in sorted(own_folder().glob("*.toml")):
        source = read_source(path)
        if bare_key(source) == bare.key:
            start = tuple(dict.fromkeys((*source.discover.start, *bare.discover.start)))
            return replace(source, discover=replace(source.discover, start=start))
    return bare


def bare_key(source: Source) -> str | None:
    """The key under which the source was crawled before it had a file; None where it has none."""
    return None if source.path is None else source_of_url(source.home).key
