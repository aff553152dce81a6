"""A site of our own making, with its own truth: every way to list publications, every trap, every fault.

    with serving(Site()) as server: … server.url, server.log, server.site.truth
"""

from tests.site.routes import Reply, Site
from tests.site.server import Asked, Server, serving

__all__ = ["Asked", "Reply", "Server", "Site", "serving"]
