"""Python's own XML-RPC server, on a free port of 127.0.0.1, until its standard input ends.

    python3 server.py [--doc] [--key FILE [--clients-of FILE]] [--no-introspection] [--multicall]
        [--no-none]

It prints its port as the first line. The files are PEM: --key has the key and the certificate,
--clients-of the authority of the clients, which then have to show a certificate.
"""

import argparse
import datetime
import socketserver
import ssl
import sys
import threading
import xmlrpc.client
import xmlrpc.server


def get_power(x, y):
    """Raises a number to a power."""
    return x**y


def today():
    """The time it is, without a zone."""
    return datetime.datetime.now().replace(microsecond=0)


def add(x, y):
    return x + y


def echo(value):
    return value


def count(*values):
    return len(values)


def nothing():
    return None


def moment():
    return xmlrpc.client.DateTime("20261124T07:08:09")


def reverse(data):
    return xmlrpc.client.Binary(data.data[::-1])


def connection():
    """One for each connection, since each has a thread of its own."""
    return threading.current_thread().name


def fail(code, text):
    raise xmlrpc.client.Fault(code, text)


def crash(text):
    raise ValueError(text)


FUNCTIONS = [get_power, today, add, echo, count, nothing, moment, reverse, connection, fail, crash]


class Threads(socketserver.ThreadingMixIn):
    """A caller that keeps its connection must not keep out the others."""

    daemon_threads = True


class Handler(xmlrpc.server.SimpleXMLRPCRequestHandler):
    protocol_version = "HTTP/1.1"


class DocHandler(xmlrpc.server.DocXMLRPCRequestHandler):
    protocol_version = "HTTP/1.1"


class Simple(Threads, xmlrpc.server.SimpleXMLRPCServer):
    handler = Handler


class Doc(Threads, xmlrpc.server.DocXMLRPCServer):
    handler = DocHandler


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--doc", dest="kind", action="store_const", const=Doc, default=Simple)
    parser.add_argument("--key")
    parser.add_argument("--clients-of")
    parser.add_argument("--no-introspection", dest="introspection", action="store_false")
    parser.add_argument("--multicall", action="store_true")
    parser.add_argument("--no-none", dest="none", action="store_false")
    return parser.parse_args()


def secured(listening, args):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=args.clients_of)
    context.load_cert_chain(args.key)
    if args.clients_of is not None:
        context.verify_mode = ssl.CERT_REQUIRED
    # Within the thread of the connection, since a caller may be slow to shake hands, or refuse to.
    return context.wrap_socket(listening, server_side=True, do_handshake_on_connect=False)


def main():
    args = arguments()
    server = args.kind(
        ("127.0.0.1", 0), args.kind.handler, logRequests=False, allow_none=args.none
    )
    for function in FUNCTIONS:
        server.register_function(function)
    if args.introspection:
        server.register_introspection_functions()
    if args.multicall:
        server.register_multicall_functions()
    if args.key is not None:
        server.socket = secured(server.socket, args)
    # A caller that breaks off, or that trusts nobody, is what some tests are about.
    server.handle_error = lambda request, address: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
