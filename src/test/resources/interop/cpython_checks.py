"""What CPython's own test_xmlrpc.py checks of a server, with the methods that ours has."""

import http.client
import socket
import unittest
import xmlrpc.client
from xmlrpc.client import Fault, MultiCall, ProtocolError

import settings


class RecordingTransport(xmlrpc.client.Transport):
    """Keeps what was received, and over which connections."""

    def __init__(self, **options):
        super().__init__(**options)
        self.ports, self.encodings, self.sent_encodings = [], [], []

    def send_content(self, connection, request_body):
        super().send_content(connection, request_body)
        self.ports.append(connection.sock.getsockname()[1])

    def parse_response(self, response):
        self.encodings.append(response.getheader("Content-Encoding"))
        return super().parse_response(response)


class ZippingTransport(RecordingTransport):
    encode_threshold = 0

    def send_content(self, connection, request_body):
        put = connection.putheader

        def putheader(name, *values):
            if name == "Content-Encoding":
                self.sent_encodings += values
            put(name, *values)

        connection.putheader = putheader
        super().send_content(connection, request_body)


class BrokenZippingTransport(xmlrpc.client.Transport):
    """Says that the body is compressed, and it is not."""

    def send_headers(self, connection, headers):
        super().send_headers(connection, headers + [("Content-Encoding", "gzip")])


class Checks(unittest.TestCase):
    def proxy(self, transport=None, **options):
        server = xmlrpc.client.ServerProxy(settings.url, transport=transport, **options)
        self.addCleanup(server("close"))
        return server

    def other(self, path, **options):
        host, port = settings.address()
        server = xmlrpc.client.ServerProxy("http://%s:%d%s" % (host, port, path), **options)
        self.addCleanup(server("close"))
        return server

    def raw(self, text):
        """Sends text and then nothing more; what comes back."""
        with socket.create_connection(settings.address(), timeout=10) as connection:
            connection.sendall(text)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def assertAnswers(self):
        self.assertEqual(self.proxy().get_power(6, 8), 6**8)


class SimpleServer(Checks):
    def test_simple1(self):
        self.assertAnswers()

    def test_nonascii(self):
        start, end = "P\N{LATIN SMALL LETTER Y WITH CIRCUMFLEX}t", "h\N{LATIN SMALL LETTER O WITH HORN}n"
        self.assertEqual(
            self.proxy().validator1.moderateSizeArrayCheck([start] + [""] * 100 + [end]), start + end)

    def test_client_encoding(self):
        self.assertEqual(self.proxy(encoding="iso-8859-1").sample.echo("\u20ac\xa4"), "\u20ac\xa4")

    def test_other_client_encoding_is_refused(self):
        """It is accepted where the server reads leniently: lenient.py."""
        with self.assertRaises(Fault) as raised:
            self.proxy(encoding="iso-8859-15").sample.echo("\u20ac")
        self.assertEqual(
            (raised.exception.faultCode, raised.exception.faultString),
            (-32701, "the encoding ISO-8859-15 is not accepted; send UTF-8"))

    def test_nonascii_methodname(self):
        with self.assertRaises(Fault) as raised:
            getattr(self.proxy(encoding="ascii"), "t\xea\u0161t")(42)
        self.assertEqual(raised.exception.faultCode, -32601)
        self.assertEqual(raised.exception.faultString, "no method t\xea\u0161t")

    def test_404(self):
        # Who answers is the container's servlet for files: Jetty's allows no POST at all.
        for method, statuses in [("GET", [404]), ("POST", [404, 405])]:
            connection = http.client.HTTPConnection(*settings.address(), timeout=10)
            self.addCleanup(connection.close)
            connection.request(method, "/this-is-not-valid")
            self.assertIn(connection.getresponse().status, statuses)
        self.assertAnswers()

    def test_introspection1(self):
        expected = {"get_power", "today", "sample.echo", "system.listMethods", "system.methodHelp",
                    "system.methodSignature", "system.multicall"}
        self.assertLessEqual(expected, set(self.proxy().system.listMethods()))

    def test_introspection2(self):
        self.assertIn("Divides two numbers", self.proxy().system.methodHelp("sample.divide"))

    def test_introspection3(self):
        self.assertIn("Calls several methods", self.proxy().system.methodHelp("system.multicall"))

    def test_introspection4(self):
        self.assertEqual(
            self.proxy().system.methodSignature("sample.divide"), [["double", "double", "double"]])

    def test_multicall(self):
        calls = MultiCall(self.proxy())
        calls.sample.add(2, 3)
        calls.get_power(6, 8)
        calls.sample.divide(127, 42)
        self.assertEqual(list(calls()), [5, 6**8, 127 / 42])

    def test_non_existing_multicall(self):
        calls = MultiCall(self.proxy())
        calls.this_is_not_exists()
        result = calls()
        self.assertEqual(result.results[0]["faultCode"], -32601)
        self.assertEqual(result.results[0]["faultString"], "no method this_is_not_exists")

    def test_non_existing_method(self):
        with self.assertRaises(Fault) as raised:
            self.proxy().this_is_not_exists()
        self.assertEqual(raised.exception.faultCode, -32601)

    def test_dotted_attribute(self):
        for name in ["sample.__class__", "sample.getClass", "sample.getClass.forName",
                     "sample.echo.getClass", "system.listMethods.x", "__a", "get_power.__call__"]:
            with self.subTest(name), self.assertRaises(Fault) as raised:
                getattr(self.proxy(), name)()
            self.assertEqual(raised.exception.faultCode, -32601)
        self.assertAnswers()

    def test_unicode_host(self):
        host, port = settings.address()
        server = xmlrpc.client.ServerProxy("http://%s:%d/RPC2" % (str(host), port))
        self.addCleanup(server("close"))
        self.assertEqual(server.sample.echo("a\xe9"), "a\xe9")

    def test_partial_post(self):
        head = (b"POST /RPC2 HTTP/1.0\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
                b"Content-Length: 100\r\n\r\n")
        self.assertRegex(self.raw(head + b"<methodCall>"), b"^HTTP/1.[01] 400 ")
        # What is no XML from its first byte is refused for that, whatever would come behind.
        self.assertIn(b"-32700", self.raw(head + b"bye HTTP/1.1\r\nHost: localhost\r\n"))
        self.assertAnswers()

    def test_context_manager(self):
        with xmlrpc.client.ServerProxy(settings.url) as server:
            server.get_power(2, 3)
            self.assertNotEqual(server("transport")._connection, (None, None))
        self.assertEqual(server("transport")._connection, (None, None))

    def test_context_manager_method_error(self):
        with self.assertRaises(Fault), xmlrpc.client.ServerProxy(settings.url) as server:
            server.sample.divide(1, 0)
        self.assertEqual(server("transport")._connection, (None, None))


class Paths(Checks):
    def test_default_path(self):
        self.assertEqual(self.other("").get_power(6, 8), 6**8)

    def test_invalid_path(self):
        for path in ["/foo", "/RPC2/", "/RPC2/foo", "/rpc2", "/foo/RPC2"]:
            with self.subTest(path), self.assertRaises(ProtocolError) as raised:
                self.other(path).get_power(6, 8)
            # Jetty's servlet for files answers here, and to a POST it answers 405.
            self.assertIn(raised.exception.errcode, [404, 405])

    def test_path_query(self):
        self.assertEqual(self.other("/RPC2?k=v").get_power(6, 8), 6**8)


class KeepAlive(Checks):
    def test_two(self):
        transport = RecordingTransport()
        server = self.proxy(transport)
        for _ in range(3):
            self.assertEqual(server.get_power(6, 8), 6**8)
        self.assertEqual(len(set(transport.ports)), 1)

    def test_fault_keeps_the_connection(self):
        transport = RecordingTransport()
        server = self.proxy(transport)
        for method in [server.no.such, server.sample.divide, server.today]:
            try:
                method()
            except Fault:
                pass
        self.assertEqual(len(set(transport.ports)), 1)

    def test_close(self):
        transport = RecordingTransport()
        server = self.proxy(transport)
        for _ in range(2):
            self.assertEqual(server.get_power(6, 8), 6**8)
            self.assertEqual(server.get_power(6, 8), 6**8)
            server("close")()
        self.assertEqual(len(transport.ports), 4)
        self.assertEqual(len(set(transport.ports)), 2)


class Gzip(Checks):
    def test_gzip_request(self):
        transport = ZippingTransport()
        self.assertEqual(self.proxy(transport).sample.echo("a" * 10_000), "a" * 10_000)
        self.assertEqual(transport.sent_encodings, ["gzip"])

    def test_bad_gzip_request(self):
        with self.assertRaisesRegex(ProtocolError, r"\b400\b"):
            self.proxy(BrokenZippingTransport()).get_power(6, 8)
        self.assertAnswers()

    def test_gzip_response(self):
        transport = RecordingTransport()
        server = self.proxy(transport)
        self.assertEqual(server.sample.echo("a" * 10_000), "a" * 10_000)
        self.assertEqual(server.sample.echo("a" * 1_000_000), "a" * 1_000_000)
        self.assertEqual(server.get_power(6, 8), 6**8)
        self.assertEqual(transport.encodings, ["gzip", "gzip", None])

    def test_no_gzip_response_unless_asked_for(self):
        transport = RecordingTransport()
        transport.accept_gzip_encoding = False
        self.assertEqual(self.proxy(transport).sample.echo("a" * 10_000), "a" * 10_000)
        self.assertEqual(transport.encodings, [None])


class Headers(Checks):
    def test_headers_of_the_caller_do_not_matter(self):
        headers = [("X-Test", "Test Me"), ("X-Test", "Again"), ("Cookie", "a=b")]
        self.assertEqual(self.proxy(headers=headers).get_power(6, 8), 6**8)


class UseBuiltinTypes(Checks):
    def test_use_builtin_types(self):
        server = self.proxy(use_builtin_types=True)
        self.assertEqual(server.sample.echo(b"my data"), b"my data")
        self.assertEqual(server.today().tzinfo, None)


class FailingServer(Checks):
    def test_fail_no_info(self):
        """Nothing of the inside is told: no class, no trace."""
        server = self.proxy()
        for method, args in [(server.get_power, ("3", 2)), (server.sample.oldest, ([{}],)),
                             (server.validator1.moderateSizeArrayCheck, ([],))]:
            with self.assertRaises(Fault) as raised:
                method(*args)
            self.assertNotRegex(raised.exception.faultString, r"java\.|farcall\.|Exception|\n")
        self.assertAnswers()

    def test_no_headers_of_exceptions(self):
        connection = http.client.HTTPConnection(*settings.address(), timeout=10)
        self.addCleanup(connection.close)
        connection.request("POST", "/RPC2", b"not xml", {"Content-Type": "text/xml"})
        response = connection.getresponse()
        self.assertEqual(response.status, 200)
        self.assertIsNone(response.getheader("X-exception"))
        self.assertIsNone(response.getheader("X-traceback"))
