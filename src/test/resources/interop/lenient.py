"""What a server takes when it reads leniently."""

import math
import unittest

import settings


class Lenient(unittest.TestCase):
    def test_client_encoding(self):
        for encoding in ["iso-8859-15", "windows-1252"]:
            with self.subTest(encoding), settings.proxy(encoding=encoding) as server:
                self.assertEqual(server.sample.echo("\u20ac\xe9"), "\u20ac\xe9")

    def test_not_finite(self):
        with settings.proxy() as server:
            self.assertEqual(server.sample.echo(math.inf), math.inf)
            self.assertEqual(server.sample.echo(-math.inf), -math.inf)
            self.assertTrue(math.isnan(server.sample.echo(math.nan)))
