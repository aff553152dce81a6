"""What is wrong with a host's certificate, in words, as far as the certificate itself shows it. Pure.

Pages of a host with a faulty certificate are kept all the same: public bodies forget to renew theirs, and what they
publish is no secret. But whoever cites such a page should know that anybody might have answered.
"""

import ipaddress
from datetime import datetime

from cryptography import x509
from OpenSSL.crypto import X509
from service_identity import CertificateError, VerificationError
from service_identity.cryptography import verify_certificate_hostname, verify_certificate_ip_address


def certificate_fault(shown: X509, host: str, at: datetime) -> str | None:
    """Why the certificate proves nothing of this host at this time; None where nothing in it speaks against it.

    Who signed it is not looked up: many servers leave out what stands between them and a root.
    """
    try:
        return _fault(shown.to_cryptography(), host, at)
    except ValueError:             # dates and numbers that the standard does not allow
        return "can't be read"


def _fault(certificate: x509.Certificate, host: str, at: datetime) -> str | None:
    if at > certificate.not_valid_after_utc:
        return f"expired on {certificate.not_valid_after_utc:%Y-%m-%d}"
    if at < certificate.not_valid_before_utc:
        return f"is not valid before {certificate.not_valid_before_utc:%Y-%m-%d}"
    if not _is_for(certificate, host):
        return "is another host's"
    return "is signed by the host itself" if certificate.issuer == certificate.subject else None


def _is_for(certificate: x509.Certificate, host: str) -> bool:
    try:
        try:
            verify_certificate_ip_address(certificate, str(ipaddress.ip_address(host)))
        except ValueError:
            verify_certificate_hostname(certificate, host)
    except (VerificationError, CertificateError):      # the latter: it names none at all
        return False
    return True
