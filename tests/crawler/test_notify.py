"""People are told over real channels: an HTTP server, an SMTP server, a command."""

import json
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from shlex import quote

import pytest
from aiosmtpd.controller import Controller

from archive.errors import WrongUse
from crawler.notify import Message, check_channels, notify

FAILED = Message("institute: the crawl fell short", "published fell from 98% to 12%", "failure", {"kept": 3})


class Hook(BaseHTTPRequestHandler):
    status = 200

    def do_POST(self):
        self.server.got.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *words):
        pass


@pytest.fixture
def hook():
    server = HTTPServer(("127.0.0.1", 0), Hook)
    server.got, server.status = [], 200
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


class Box:
    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.mails.append(envelope)
        return "250 OK"


@pytest.fixture
def mailbox():
    box = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:  # the controller can't be asked which port it got
        box.port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    yield box
    controller.stop()


def address(server: HTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}/secret-path"


def test_webhook_gets_subject_text_and_data(hook):
    assert notify(FAILED, {"POLICY_ARCHIVE_WEBHOOK": address(hook)}) == []
    assert hook.got[0] == {"subject": FAILED.subject, "text": FAILED.text, "weight": "failure", "data": {"kept": 3}}


def test_slack_gets_text_alone(hook):
    notify(FAILED, {"POLICY_ARCHIVE_WEBHOOK": address(hook), "POLICY_ARCHIVE_WEBHOOK_FORMAT": "slack"})
    assert list(hook.got[0]) == ["text"]


def test_refusing_webhook_is_a_line_without_its_secret_path(hook):
    hook.status = 500
    assert notify(FAILED, {"POLICY_ARCHIVE_WEBHOOK": address(hook)}) == ["webhook at 127.0.0.1: answered 500"]


def test_webhook_that_nobody_serves_is_a_line_without_its_secret_path():
    assert notify(FAILED, {"POLICY_ARCHIVE_WEBHOOK": "http://127.0.0.1:9/secret"}) == [
        "webhook at 127.0.0.1: ConnectError"]


def test_mail_reaches_a_real_server(mailbox):
    told = notify(FAILED, {"POLICY_ARCHIVE_SMTP": f"smtp://127.0.0.1:{mailbox.port}",
                           "POLICY_ARCHIVE_MAIL_TO": "desk@institute.example"})
    assert (told, mailbox.mails[0].rcpt_tos) == ([], ["desk@institute.example"])
    assert b"published fell" in mailbox.mails[0].content


def test_subject_with_a_line_break_cannot_add_a_header(mailbox):
    sly = Message("a\nBcc: all@example.org", "text", "failure")
    notify(sly, {"POLICY_ARCHIVE_SMTP": f"smtp://127.0.0.1:{mailbox.port}",
                 "POLICY_ARCHIVE_MAIL_TO": "desk@institute.example"})
    assert mailbox.mails[0].rcpt_tos == ["desk@institute.example"]


def test_command_gets_json_on_standard_input(tmp_path):
    out = tmp_path / "got.json"
    script = f"import sys; open({str(out)!r}, 'w').write(sys.stdin.read())"
    assert notify(FAILED, {"POLICY_ARCHIVE_NOTIFY_COMMAND": f'{quote(sys.executable)} -c "{script}"'}) == []
    assert json.loads(out.read_text())["data"] == {"kept": 3}


def test_missing_command_is_one_line():
    assert notify(FAILED, {"POLICY_ARCHIVE_NOTIFY_COMMAND": "/no/such/program"}) == [
        "notify command '/no/such/program': FileNotFoundError"]


def test_change_is_not_told_to_those_who_asked_for_failures(hook):
    notify(Message("3 new", "", "change"), {"POLICY_ARCHIVE_WEBHOOK": address(hook)})
    assert hook.got == []


def test_unknown_level_is_wrong_use():
    with pytest.raises(WrongUse, match="failure, change or always"):
        notify(FAILED, {"POLICY_ARCHIVE_NOTIFY": "sometimes"})


@pytest.mark.parametrize(("name", "value"), [
    ("NOTIFY", "loud"), ("WEBHOOK", "hooks.example/secret"), ("WEBHOOK_FORMAT", "xml"), ("SMTP", "smtp://mail.example"),
    ("MAIL_TO", "desk@institute.example"), ("NOTIFY_COMMAND", "mail 'desk"), ("NOTIFY_COMMAND", " "),
    ("NOTIFY_COMMAND", "no-such-command-at-all"),
])
def test_what_could_reach_nobody_is_wrong_use_before_a_crawl(name, value):
    with pytest.raises(WrongUse, match=r"POLICY_ARCHIVE_\w+") as told:
        check_channels({f"POLICY_ARCHIVE_{name}": value})
    assert "secret" not in str(told.value)


def test_a_mail_server_is_named_by_its_scheme():
    with pytest.raises(WrongUse, match="smtp://"):
        check_channels({"POLICY_ARCHIVE_SMTP": "mail.example:25", "POLICY_ARCHIVE_MAIL_TO": "desk@institute.example"})


def test_a_channel_that_is_whole_or_empty_is_fine():
    check_channels({"POLICY_ARCHIVE_SMTP": "smtps://user:word@mail.example", "POLICY_ARCHIVE_MAIL_TO": "a@b.example",
                    "POLICY_ARCHIVE_WEBHOOK": "", "POLICY_ARCHIVE_NOTIFY_COMMAND": quote(sys.executable)})


def test_an_address_of_several_lines_is_a_line_told(mailbox):
    said = notify(FAILED, {"POLICY_ARCHIVE_SMTP": f"smtp://127.0.0.1:{mailbox.port}",
                           "POLICY_ARCHIVE_MAIL_TO": "a@b.example\nBcc: c@d.example"})
    assert (said, mailbox.mails) == ([f"mail by 127.0.0.1:{mailbox.port}: ValueError"], [])
