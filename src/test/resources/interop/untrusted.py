"""A client that does not trust the certificate."""

import ssl
import unittest
import xmlrpc.client

import settings


class Untrusted(unittest.TestCase):
    def test_default_context_refuses_the_certificate(self):
        with xmlrpc.client.ServerProxy(settings.url) as server:
            with self.assertRaises(ssl.SSLCertVerificationError):
                server.get_power(3, 2)
