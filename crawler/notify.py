"""Telling people what a run brought: by webhook, e-mail or a command of theirs.

In: a Message, and the environment, which alone holds addresses and secrets. Out: what could not be told, in words
that hold no secret. A channel that fails never stops a crawl.

| variable | meaning |
| --- | --- |
| POLICY_ARCHIVE_NOTIFY | `failure` (default), `change` (failures too) or `always` |
| POLICY_ARCHIVE_WEBHOOK | an http(s) address that gets a JSON POST |
| POLICY_ARCHIVE_WEBHOOK_FORMAT | `json` (default: subject, text, data) or `slack` (text only) |
| POLICY_ARCHIVE_SMTP | `smtp://user:password@host:25`; `smtps://` for TLS from the start, `?starttls=1` to begin it |
| POLICY_ARCHIVE_MAIL_TO, POLICY_ARCHIVE_MAIL_FROM | addresses, comma-separated; from defaults to the first of to |
| POLICY_ARCHIVE_NOTIFY_COMMAND | a command, without a shell around it, that gets the JSON on standard input |
"""

import json
import re
import shlex
import shutil
import smtplib
import ssl
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from email.message import EmailMessage
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

from archive.errors import WrongUse
from archive.urls import is_web_address

Weight = Literal["failure", "change", "nothing"]
_TIMEOUT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Message:
    """What there is to tell; `weight` says how much it matters."""

    subject: str
    text: str
    weight: Weight
    data: Mapping[str, Any] = field(default_factory=dict)


def notify(message: Message, environment: Mapping[str, str]) -> list[str]:
    """Tells every channel that the environment names, if it asks for such messages; what failed, a line each."""
    if not wants(environment.get("POLICY_ARCHIVE_NOTIFY") or "failure", message.weight):
        return []
    return [problem for problem in (
        _post(message, environment), _mail(message, environment), _command(message, environment)) if problem]


def check_channels(environment: Mapping[str, str]) -> None:
    """WrongUse, in words without secrets, for an environment by which nobody could be told; before a crawl begins."""
    def value(name: str) -> str:
        return environment.get(f"POLICY_ARCHIVE_{name}") or ""

    wants(value("NOTIFY") or "failure", "failure")
    if value("WEBHOOK") and not is_web_address(value("WEBHOOK")):
        raise WrongUse("POLICY_ARCHIVE_WEBHOOK is no web address; write it with its scheme, as in https://example.org/x")
    if value("WEBHOOK_FORMAT") not in ("", "json", "slack"):
        raise WrongUse(f"POLICY_ARCHIVE_WEBHOOK_FORMAT is {value('WEBHOOK_FORMAT')!r}; it must be json or slack")
    if bool(value("SMTP")) != bool(value("MAIL_TO")):
        raise WrongUse("a mail needs both POLICY_ARCHIVE_SMTP and POLICY_ARCHIVE_MAIL_TO")
    if value("SMTP") and not re.match(r"smtps?://[^/\s]", value("SMTP")):
        raise WrongUse("POLICY_ARCHIVE_SMTP is no mail server; write it as smtp://user:password@host:25")
    try:
        words = shlex.split(value("NOTIFY_COMMAND"))
    except ValueError as error:
        raise WrongUse(f"POLICY_ARCHIVE_NOTIFY_COMMAND can't be read as a command: {error}") from error
    if value("NOTIFY_COMMAND") and not (words and shutil.which(words[0])):
        raise WrongUse(f"POLICY_ARCHIVE_NOTIFY_COMMAND: there is no command {' '.join(words[:1])!r} that can be run")


def wants(level: str, weight: Weight) -> bool:
    """Whether someone who asked for `level` wants a message of this weight; WrongUse for an unknown level.

    >>> wants("change", "failure"), wants("failure", "change")
    (True, False)
    """
    levels: dict[str, tuple[Weight, ...]] = {
        "failure": ("failure",), "change": ("failure", "change"), "always": ("failure", "change", "nothing")}
    if level not in levels:
        raise WrongUse(f"POLICY_ARCHIVE_NOTIFY is {level!r}; it must be failure, change or always")
    return weight in levels[level]


def _post(message: Message, environment: Mapping[str, str]) -> str | None:
    url = environment.get("POLICY_ARCHIVE_WEBHOOK")
    if not url:
        return None
    if environment.get("POLICY_ARCHIVE_WEBHOOK_FORMAT") == "slack":
        body: dict[str, Any] = {"text": f"*{message.subject}*\n{message.text}"}
    else:
        body = asdict(message)
    import httpx  # takes a twentieth of a second: not for those who want no webhook

    try:
        httpx.post(url, json=body, timeout=_TIMEOUT_SECONDS).raise_for_status()
    except httpx.HTTPStatusError as error:
        return f"webhook at {urlsplit(url).hostname}: answered {error.response.status_code}"
    except (httpx.HTTPError, httpx.InvalidURL) as error:  # its text may hold the address, which is a secret
        return f"webhook at {urlsplit(url).hostname}: {type(error).__name__}"
    return None


def _mail(message: Message, environment: Mapping[str, str]) -> str | None:
    server, to = environment.get("POLICY_ARCHIVE_SMTP"), environment.get("POLICY_ARCHIVE_MAIL_TO")
    if not server or not to:
        return None
    try:
        mail = _letter(message, to, environment.get("POLICY_ARCHIVE_MAIL_FROM"))
        with _connection(server) as connection:
            connection.send_message(mail)
    except (smtplib.SMTPException, OSError, ValueError) as error:
        return f"mail by {server.rpartition('@')[2].removeprefix('smtp://')}: {type(error).__name__}"
    return None


def _letter(message: Message, to: str, sender: str | None) -> EmailMessage:
    """ValueError for an address that is more than one line."""
    mail = EmailMessage()
    mail["Subject"] = " ".join(message.subject.split())
    mail["To"] = to
    mail["From"] = sender or to.split(",")[0].strip()
    mail.set_content(message.text + "\n")
    return mail


@contextmanager
def _connection(server: str) -> Iterator[smtplib.SMTP]:
    """An open connection to the mail server, logged in where the address says so."""
    parts = urlsplit(server)
    context = ssl.create_default_context()
    opened = (smtplib.SMTP_SSL(parts.hostname or "", parts.port or 465, timeout=_TIMEOUT_SECONDS, context=context)
              if parts.scheme == "smtps" else
              smtplib.SMTP(parts.hostname or "", parts.port or 25, timeout=_TIMEOUT_SECONDS))
    with opened as connection:
        if parse_qs(parts.query).get("starttls", ["0"])[0] in {"1", "true", "yes"}:
            connection.starttls(context=context)
        if parts.username:
            connection.login(unquote(parts.username), unquote(parts.password or ""))
        yield connection


def _command(message: Message, environment: Mapping[str, str]) -> str | None:
    command = environment.get("POLICY_ARCHIVE_NOTIFY_COMMAND")
    if not command:
        return None
    words = shlex.split(command)
    try:
        done = subprocess.run(words, input=json.dumps(asdict(message)), text=True, capture_output=True,  # noqa: S603
                              timeout=_TIMEOUT_SECONDS, check=False)  # the user's own command, not a shell's
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"notify command {words[0]!r}: {type(error).__name__}"
    return f"notify command {words[0]!r}: exit code {done.returncode}" if done.returncode else None
