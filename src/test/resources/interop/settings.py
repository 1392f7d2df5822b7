"""Where the server is. report.py fills this in."""

import ssl
import urllib.parse
import xmlrpc.client

url = ""
certificate = None


def context():
    """An SSL context that verifies, and trusts only our certificate; None for http."""
    return None if certificate is None else ssl.create_default_context(cafile=certificate)


def proxy(**options):
    return xmlrpc.client.ServerProxy(url, context=context(), **options)


def address():
    """Host and port."""
    parts = urllib.parse.urlsplit(url)
    return parts.hostname, parts.port
