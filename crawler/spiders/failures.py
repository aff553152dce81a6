"""Why an address gave no answer: the error that Scrapy or Twisted raised -> Fetched, in words. Pure."""

from dataclasses import replace
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from OpenSSL.SSL import Error as TLSError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from service_identity import VerificationError
from twisted.internet.error import ConnectError

from archive.frontier import Address
from crawler.crawl.fetched import Fetched
from crawler.fetching.connections import HeadTooLarge
from crawler.middlewares import Refused, RobotsUnreachable

CUT_SHORT = "the answer was cut short"
# Nobody answered; a connection that was made and then dropped is an answer of a kind.
SILENCE = (CannotResolveHostError, DownloadConnectionRefusedError, DownloadTimeoutError, ConnectError)


def failed(address: Address, url: str, error: BaseException) -> Fetched:
    """What came of an address that was asked for at `url`; where a proxy stands between, that is named."""
    fetched = _told(address, error)
    if fetched.is_outage and (proxy := _proxy_of(url)):
        return replace(fetched, reason=f"{fetched.reason} (by the proxy {proxy})")
    return fetched


def _told(address: Address, error: BaseException) -> Fetched:
    if isinstance(error, Refused) or isinstance(error.__cause__, Refused):
        return Fetched(address, "refused", str(error))
    if isinstance(error, RobotsUnreachable):
        return Fetched(address, "failed", str(error), is_outage=True)
    if isinstance(error, ResponseDataLossError):
        return Fetched(address, "failed", CUT_SHORT)
    if isinstance(error, DownloadCancelledError):
        return Fetched(address, "failed", "the answer is larger than the limit", retry="tomorrow")
    if _holds(error, HeadTooLarge):
        return Fetched(address, "failed", "its headers are larger than the limit", retry="tomorrow")
    if _holds(error, VerificationError) or _holds(error, TLSError):
        return _without_tls(address, error)
    if isinstance(error, DownloadFailedError):
        return Fetched(address, "failed", "the connection was closed before the answer was whole")
    if isinstance(error, DownloadTimeoutError) or type(error).__name__ == "TimeoutError":      # the latter a browser's
        # a slow page is left for another run; a silent host is waited for
        return Fetched(address, "failed", "it took too long", retry="next run", is_outage=True)
    if isinstance(error, SILENCE):
        return Fetched(address, "failed", _silence(error), is_outage=True)
    if isinstance(error, IgnoreRequest) and "DOWNLOAD_MAXSIZE" in str(error):
        return Fetched(address, "failed", "the answer is larger than the limit once unpacked", retry="tomorrow")
    if isinstance(error, IgnoreRequest):
        return Fetched(address, "failed", str(error)[:200], retry="tomorrow")
    return Fetched(address, "failed", f"{type(error).__name__}: {error}".partition("\n")[0][:200])


def _without_tls(address: Address, error: BaseException) -> Fetched:
    if not _holds(error, TLSError) or "verify failed" in str(error):
        return Fetched(address, "failed", "its certificate is not to be trusted", retry="tomorrow")
    return Fetched(address, "failed", "it speaks no TLS that can be understood (or only http:)", is_outage=True)


def _proxy_of(url: str) -> str | None:
    """The proxy by which the environment has this address asked, without the password it may hold."""
    parts = urlsplit(url)
    proxy = None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)
    return proxy.rstrip("/").rpartition("@")[2].rpartition("/")[2] if proxy else None


def _holds(error: BaseException | None, kind: type[BaseException]) -> bool:
    """Whether an error of this kind lies behind the error, as Twisted and Scrapy pass them on."""
    while error is not None:
        reasons = (error, *getattr(error, "reasons", ()))
        if any(isinstance(getattr(reason, "value", reason), kind) for reason in reasons):
            return True
        error = error.__cause__
    return False


def _silence(error: BaseException) -> str:
    names: dict[type[BaseException], str] = {
        CannotResolveHostError: "its name can't be resolved",
        DownloadConnectionRefusedError: "the connection was refused"}
    return names.get(type(error), f"the connection failed ({error})"[:200])


