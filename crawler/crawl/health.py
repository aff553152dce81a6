"""At the end of a run: does it look like what the source expects, and like its own past? Pure.

Fixed thresholds are noisy, so besides the source's `[expect]` a run is compared with the source's earlier runs: a field
that was nearly always filled and now hardly ever is means that the publisher has changed its template.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crawler.crawl.tally import Past, Tally
from crawler.source import Source

LEAST_PUBLICATIONS = 10        # fewer say nothing about shares
FELL_BY = 0.4                  # a share that fell by so much has a cause
LEAST_FAILED_SHARE = 0.5
FEWER_NEW = 2                  # times as many as there is new
EMPTIED_SHARE = 0.5            # of what is kept was shown first by lists that show none of it now
LOST_SHARE = 0.5               # of the kept pages that were visited
# What a person can do about a host that lets nobody in.
_ADVICE = {
    "robots.txt forbids": "`robots = false` in a source file passes over that, where the publisher agrees",
    "robots.txt answers with a redirect": "until it is answered all is forbidden; has the site moved, and needs a new "
                                          "`home` in its source file?",
    "robots.txt answers": "until it is answered all is forbidden; the next run asks again",
    "answers 412": "it turns programs away; a browser may pass (`javascript = true` in a source file)",
    "answers 403": "it turns programs away; a browser may pass (`javascript = true` in a source file)",
}
SCRIPTED_SHARE = 0.02          # of all answers, with those of usual places for feeds among them


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a run that a person should look at."""

    weight: Literal["failure", "warning"]
    text: str


def examine(source: Source, tally: Tally, reason: str, past: Past) -> tuple[Finding, ...]:
    """What is off; empty where all is well."""
    shares = tally.of_pages.shares(least=LEAST_PUBLICATIONS)
    whole = _on_the_whole(source, tally, reason)
    more = () if whole else (*_home(source, tally, past), *_nothing(source, tally, reason, past))
    return (*_scripted(source, tally), *whole, *more,
            *_elsewhere(source, tally, past), *_unread(source, tally, past), *_unproven(tally), *_lost(source, tally),
            *_without_bytes(source, tally),
            *_emptied(source, tally, past), *_expected(source, tally, reason, past), *_fallen(source, shares, past))


def _scripted(source: Source, tally: Tally) -> list[Finding]:
    share = tally.counts["need JavaScript"] / tally.pages if tally.pages else 0.0
    if share < SCRIPTED_SHARE or source.javascript:
        return []
    return [Finding("warning", f"{source.key}: {share:.0%} of the answers seem to need JavaScript; "
                               "a source file with `javascript = true` has a browser render them")]


def _on_the_whole(source: Source, tally: Tally, reason: str) -> list[Finding]:
    mistake = [reason] if reason.startswith("a mistake of the program") else []
    found = [Finding("failure", f"{told}{_advice(told)}") for told in (*tally.silent_hosts, *mistake)]
    if any(finding.text.startswith(reason) for finding in found):
        return found
    if tally.counts["failed"] + tally.counts["refused"] and tally.pages == tally.counts["missing"]:
        worst = next(iter(tally.reasons.most_common(1)), ("", 0))[0]
        found.append(Finding("failure", f"{source.key}: nothing could be fetched ({worst}){_advice(worst)}"))
        return found
    answered = tally.pages - tally.counts["moved"] - tally.counts["notices"]   # neither has answered yet
    if tally.counts["failed"] > max(LEAST_PUBLICATIONS, LEAST_FAILED_SHARE * answered):
        found.append(Finding("failure", f"{source.key}: {tally.counts['failed']} addresses failed, "
                                        f"{answered} answered; `policy-archive status` says why"))
    return found


def _advice(reason: str) -> str:
    return next((f": {told}" for said, told in _ADVICE.items() if said in reason), "")


def _nothing(source: Source, tally: Tally, reason: str, past: Past) -> list[Finding]:
    """A whole run, and no publication to show for it."""
    if past.publications or reason != "finished" or not tally.pages or tally.counts["skipped"]:
        return []
    worst = next((f" (most often: {said})" for said, _ in tally.reasons.most_common(1)), "")
    return [Finding("warning", f"{source.key}: {tally.pages} answers, and no publication among them{worst}")]


def _home(source: Source, tally: Tally, past: Past) -> list[Finding]:
    """The first page is not there, or leads to another publisher's since this run."""
    if tally.home_missing is not None:
        return [Finding("warning", f"{source.key}: nothing stands at {source.home} ({tally.home_missing}): is the "
                                   "address right? The rest of the site was looked at all the same")]
    if tally.home_moved_to is None or not past.filled:
        return []
    instead = f"crawl {tally.home_moved_to} instead" if source.path is None else "give its source file that `home`"
    return [Finding("failure", f"{source.key}: {source.home} redirects to {tally.home_moved_to} now, where the crawl "
                               f"went on: if the publisher has moved there, {instead}")]


def _elsewhere(source: Source, tally: Tally, past: Past) -> list[Finding]:
    """Links lead to another host of the publisher's, more than there are publications: they may be there."""
    for host, links in tally.further_hosts.most_common(1):
        if not past.publications or links >= max(LEAST_PUBLICATIONS, past.publications):
            return [Finding("warning", f"{source.key}: links lead to {host} ({links}), which is not crawled: name it "
                                       "in `hosts` of a source file (`policy-archive sources add` writes one)")]
    return []


def _unread(source: Source, tally: Tally, past: Past) -> list[Finding]:
    """More documents than publications: the publisher's texts may be in a format that is not read."""
    documents = tally.counts["documents not read"]
    if documents < max(1 if not past.publications else LEAST_PUBLICATIONS, past.publications):
        return []
    return [Finding("warning", f"{source.key}: {documents} links lead to documents in formats that are not read (Word, "
                               "Excel, EPUB and their like)")]


def _unproven(tally: Tally) -> list[Finding]:
    """Hosts that cannot show to be who they say."""
    return [Finding("warning", f"{host}: its certificate {fault}; its pages are kept all the same (`--set "
                               "DOWNLOAD_VERIFY_CERTIFICATES=true` refuses them)")
            for host, fault in tally.certificates.items() if fault]


def _lost(source: Source, tally: Tally) -> list[Finding]:
    """Pages vanish one by one; where most do at once, the site does: it is down, sold, or built anew."""
    lost = tally.counts["lost"]
    visited = lost + sum(tally.counts[name] for name in ("changed", "same", "unchanged"))
    if lost < LEAST_PUBLICATIONS or lost < LOST_SHARE * visited:
        return []
    return [Finding("failure", f"{source.key}: {lost} of {visited} kept pages are not there any more, or show no "
                               "publication: is the site down, or has it moved?")]


def _without_bytes(source: Source, tally: Tally) -> list[Finding]:
    """Pages whose WARC file was deleted, left behind, or cut short with the power; the run has asked for them whole."""
    if not (lost := tally.counts["without their bytes"]):
        return []
    return [Finding("failure", f"{source.key}: the bytes of pages visited again ({lost}) were not there any more, and "
                               "are fetched anew: `policy-archive check` says what else a backup has to bring back")]


def _expected(source: Source, tally: Tally, reason: str, past: Past) -> list[Finding]:
    """What the source says of itself; its fields are looked for on pages, and in files where it has no pages at all."""
    expect, found = source.expect, list[Finding]()
    least, most = expect.min_publications, expect.max_publications
    if least is not None and reason == "finished" and past.publications < least:
        found.append(Finding("failure", f"{source.key}: {past.publications} publications, at least {least} expected"))
    if most is not None and past.publications > most:
        found.append(Finding("warning", f"{source.key}: {past.publications} publications, at most {most} expected"))
    has_pages = tally.of_pages.read or past.filled
    shares = (tally.of_pages if has_pages else tally.of_files).shares(least=LEAST_PUBLICATIONS)
    for name, share in expect.filled.items():
        if name in shares and shares[name] < share:
            where = f"on {shares[name]:.0%} of pages" if has_pages else f"in {shares[name]:.0%} of files"
            found.append(Finding("failure", f"{source.key}: {name} {where}, at least {share:.0%} expected"))
    return found


def _emptied(source: Source, tally: Tally, past: Past) -> list[Finding]:
    """The lists that showed most of what is kept show none of it, and hardly anything new: what comes is not found."""
    led = sum(tally.emptied.values())
    if led < max(LEAST_PUBLICATIONS, EMPTIED_SHARE * past.publications, FEWER_NEW * tally.counts["new"]):
        return []
    first = max(tally.emptied, key=lambda url: tally.emptied[url])
    return [Finding("warning", f"{source.key}: lists that led to {led} publications lead to none any more ({first}): "
                               "was the site built anew? `javascript = true` or `listings` in a source file may help")]


def _fallen(source: Source, shares: Mapping[str, float], past: Past) -> list[Finding]:
    found = []
    for name, share in shares.items():
        before = [run[name] for run in past.filled if name in run]
        usual = sorted(before)[len(before) // 2] if before else 0.0
        if usual - share >= FELL_BY:
            found.append(Finding("warning", f"{source.key}: {name} fell from {usual:.0%} to {share:.0%}: template "
                                            "changed?"))
    return found
