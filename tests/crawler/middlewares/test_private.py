"""Private networks are closed, in every spelling."""

import pytest

from crawler.middlewares import Refused
from crawler.middlewares.private import name_target, refuse_private


@pytest.mark.parametrize("url", [
    "http://127.0.0.1/", "http://localhost/", "http://a.localhost/", "http://2130706433/", "http://0x7f.1/",
    "http://0177.0.0.1/", "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://10.1.2.3/", "http://192.168.1.1/",
    "http://169.254.169.254/latest/", "http://100.64.0.1/", "http://0.0.0.0/", "file:///etc/passwd", "ftp://example.org/"])
def test_a_private_address_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        refuse_private(url)


@pytest.mark.parametrize("url", ["https://example.org/", "http://93.184.216.34/"])
def test_a_public_address_is_not(url: str) -> None:
    refuse_private(url)


def test_the_one_that_the_target_names_is_open_and_its_neighbours_are_not() -> None:
    name_target("http://127.0.0.1:48123/")
    refuse_private("http://127.0.0.1:48123/a")
    with pytest.raises(Refused):
        refuse_private("http://127.0.0.1:48124/a")
