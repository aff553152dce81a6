"""`policy-archive browse`: the web reader, on loopback unless told otherwise."""

import contextlib
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.cli.options import db_option
from archive.errors import WrongUse

if TYPE_CHECKING:
    from archive.browse.safety import App

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PASSWORD_VARIABLE = "POLICY_ARCHIVE_AUTH"  # noqa: S105 - the name of it


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True,
              help="0 takes any that is free.")
@click.option("--host", default="127.0.0.1", show_default=True,
              help="Address to listen on; this machine's own alone, unless given.")
@click.option("--auth", metavar="USER:PASSWORD",
              help=f"Ask for these before showing anything (or {PASSWORD_VARIABLE}).")
@click.option("--open", "open_browser", is_flag=True, help="Open it in your web browser.")
@db_option
def browse(port: int, host: str, auth: str | None, open_browser: bool, db: Path) -> None:
    """Search and read an archive in your web browser.

    Prints the address it answers at and runs until Ctrl+C. Nothing can be changed through it.
    """
    from archive.database import open_archive

    user, password = _credentials(os.environ.get(PASSWORD_VARIABLE) or None if auth is None else auth)
    open_archive(db, read_only=True).close()       # today's schema, or a plain error; Datasette would serve any file
    listening = _listen(host, port)
    app = _app(db, host, user, password)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    if host not in LOOPBACK and not user:
        click.echo(f"policy-archive: anyone who can reach {address} can read this archive: add --auth USER:PASSWORD, "
                   "or leave out --host", err=True)
    click.echo(address)
    click.echo(f"Showing {db} there; Ctrl+C ends it.", err=True)
    if open_browser:
        click.launch(address)
    _serve(app, listening)


def _credentials(given: str | None) -> tuple[str, str]:
    if given is None:
        return "", ""
    user, colon, password = given.partition(":")
    if not colon or not user or not password:
        raise WrongUse("--auth wants a user and a password: --auth USER:PASSWORD")
    return user, password


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()         # whoever asks as soon as the address is printed waits, and is not turned away
    except OSError as error:
        listening.close()
        raise WrongUse(f"can't listen on {host} port {port} ({error.strerror or error}): "
                       "give another --port, or --port 0 for any") from error
    return listening


def _app(db: Path, host: str, user: str, password: str) -> "App":
    import asyncio

    from archive.browse.app import open_reader
    from archive.browse.safety import with_known_hosts, with_password

    datasette = open_reader(db)
    asyncio.run(datasette.invoke_startup())
    app: App = datasette.app()
    if user:
        app = with_password(app, user, password)
    if host in LOOPBACK:
        app = with_known_hosts(app, LOOPBACK | {"[::1]"})
    return app


def _serve(app: "App", listening: socket.socket) -> None:
    import uvicorn

    with listening, contextlib.suppress(KeyboardInterrupt):      # Ctrl+C is how it ends, no failure
        uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on")).run(sockets=[listening])
