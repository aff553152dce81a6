"""The web reader: a Datasette plugin, read-only.

    request ──routes──> page (find: SQL -> frozen values) ──template──> HTML with a strict Content-Security-Policy

Datasette finds templates/ and static/ beside this module, which is why the hooks are named here.
"""

from archive.browse.plugin import (
    asgi_wrapper,
    handle_exception,
    prepare_jinja2_environment,
    register_routes,
    render_cell,
    startup,
)

__all__ = ["asgi_wrapper", "handle_exception", "prepare_jinja2_environment", "register_routes", "render_cell",
           "startup"]
