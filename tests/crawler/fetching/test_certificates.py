"""What a certificate shows of itself."""

import ipaddress
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from OpenSSL.crypto import X509

from crawler.fetching.certificates import certificate_fault

AT = datetime(2026, 5, 1, tzinfo=UTC)
KEY = ec.generate_private_key(ec.SECP256R1())


def certificate(names: list[x509.GeneralName], *, days: int = 30, since: int = 30, issuer: str = "Them") -> X509:
    """One of so many days to come and gone, signed by `issuer`; its own name is "us"."""
    def name(words: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])

    made = x509.CertificateBuilder().subject_name(name("us")).issuer_name(name(issuer)).public_key(KEY.public_key())
    made = made.serial_number(7).not_valid_before(AT - timedelta(since)).not_valid_after(AT + timedelta(days))
    if names:
        made = made.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return X509.from_cryptography(made.sign(KEY, hashes.SHA256()))


HERE = ipaddress.ip_address("127.0.0.1")


@pytest.mark.parametrize(("host", "name"), [
    ("papers.us.example", x509.DNSName("*.us.example")), ("127.0.0.1", x509.IPAddress(HERE))])
def test_a_good_certificate_has_no_fault(host: str, name: x509.GeneralName) -> None:
    assert certificate_fault(certificate([name]), host, AT) is None


@pytest.mark.parametrize(("shown", "fault"), [
    (certificate([x509.DNSName("us.example")], days=-1), "expired on 2026-04-30"),
    (certificate([x509.DNSName("us.example")], since=-2), "is not valid before 2026-05-03"),
    (certificate([x509.DNSName("us.example")], issuer="us"), "is signed by the host itself"),
    (certificate([x509.DNSName("them.example")]), "is another host's"), (certificate([]), "is another host's")])
def test_what_is_wrong_with_a_certificate_is_told(shown: X509, fault: str) -> None:
    assert certificate_fault(shown, "us.example", AT) == fault
