"""Calls that xmlrpc.client makes of the shipped handlers."""

import datetime
import math
import unittest
import xmlrpc.client
from xmlrpc.client import Binary, DateTime, Fault, MultiCall

import settings


class Calls(unittest.TestCase):
    def setUp(self):
        self.server = settings.proxy(allow_none=True)
        self.addCleanup(self.server("close"))

    def assertFault(self, code, text, method, *args):
        with self.assertRaises(Fault) as raised:
            method(*args)
        self.assertEqual((raised.exception.faultCode, raised.exception.faultString), (code, text))


class FirstLines(Calls):
    """What the documentation shows first."""

    def test_get_power(self):
        self.assertEqual(self.server.get_power(3, 2), 9)

    def test_today(self):
        answer = self.server.today()
        self.assertIsInstance(answer, DateTime)
        self.assertRegex(answer.value, r"^\d{8}T\d\d:\d\d:\d\d$")
        there = datetime.datetime.strptime(answer.value, "%Y%m%dT%H:%M:%S")
        self.assertLess(abs(datetime.datetime.now() - there), datetime.timedelta(minutes=1))

    def test_list_methods(self):
        names = self.server.system.listMethods()
        self.assertEqual(names, sorted(names))
        for name in ["get_power", "today", "sample.get_power", "system.multicall"]:
            self.assertIn(name, names)


class Validator1(Calls):
    """The eight methods of the validator1 suite."""

    def test_array_of_structs(self):
        structs = [{"moe": i, "larry": -i, "curly": 10 * i} for i in range(1, 8)]
        self.assertEqual(self.server.validator1.arrayOfStructsTest(structs), 280)

    def test_count_the_entities(self):
        self.assertEqual(
            self.server.validator1.countTheEntities("<<a>&&&b''''\"\"\"\"\"&amp;"),
            {
                "ctLeftAngleBrackets": 2,
                "ctRightAngleBrackets": 1,
                "ctAmpersands": 4,
                "ctApostrophes": 4,
                "ctQuotes": 5,
            },
        )

    def test_easy_struct(self):
        struct = {"moe": 1, "larry": 20, "curly": 300, "shemp": "more"}
        self.assertEqual(self.server.validator1.easyStructTest(struct), 321)

    def test_echo_struct(self):
        for struct in [{}, {"a": {"b": {}}, "c": [1, {"d": ""}]}]:
            self.assertEqual(self.server.validator1.echoStructTest(struct), struct)

    def test_many_types(self):
        many = [7, True, "<&>", -2.5, DateTime("19980717T14:08:55"), Binary(b"\x00\xff")]
        answer = self.server.validator1.manyTypesTest(*many)
        self.assertEqual(answer, many)
        self.assertEqual([type(value) for value in answer], [type(value) for value in many])

    def test_moderate_size_array(self):
        for size in [100, 150, 200]:
            array = ["number %d" % i for i in range(size)]
            self.assertEqual(
                self.server.validator1.moderateSizeArrayCheck(array), array[0] + array[-1]
            )

    def test_nested_struct(self):
        calendar = {
            str(year): {
                "%02d" % month: {"%02d" % day: {} for day in range(1, 29)} for month in range(1, 13)
            }
            for year in [1999, 2000]
        }
        calendar["2000"]["04"]["01"] = {"moe": 12, "larry": 14, "curly": 3}
        self.assertEqual(self.server.validator1.nestedStructTest(calendar), 29)

    def test_simple_struct_return(self):
        self.assertEqual(
            self.server.validator1.simpleStructReturnTest(-3),
            {"times10": -30, "times100": -300, "times1000": -3000},
        )


class Echo(Calls):
    """Every type there and back, equal and of the same type."""

    def check(self, *values):
        for value in values:
            with self.subTest(value=repr(value)[:60]):
                answer = self.server.sample.echo(value)
                self.assertEqual(answer, value)
                self.assertIs(type(answer), type(value))

    def test_ints(self):
        self.check(0, 1, -1, 2**31 - 1, -(2**31))

    def test_booleans(self):
        self.check(True, False)

    def test_none(self):
        self.check(None)

    def test_doubles(self):
        self.check(0.0, 1.5, -1.5, 0.1, 1e-07, 1e16, 1e22, 123456789.123456789)

    def test_extreme_doubles(self):
        self.check(5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -1.7976931348623157e308)

    def test_sign_of_zero(self):
        self.assertEqual(math.copysign(1, self.server.sample.echo(-0.0)), -1)

    def test_strings(self):
        self.check("", " ", "  a  ", "a\nb", "a\tb", "<tag/>", "&amp;", "]]>", "'\"", "<![CDATA[x]]>")

    def test_unicode(self):
        self.check("äöü", "Ελληνικά", "日本語", "\u00a0", "\u0085", "\u2028", "\ufeff", "\ufffd")

    def test_astral(self):
        self.check("\U00010000", "😀", "a\U0010fffdb", "\U0001f468\u200d\U0001f469")

    def test_carriage_return_is_read_as_xml_reads_it(self):
        # Python sends it bare, which XML makes a line feed.
        self.assertEqual(self.server.sample.echo("a\rb\r\nc"), "a\nb\nc")

    def test_big_string(self):
        self.check("x" * 1_000_000, "é😀" * 100_000)

    def test_lists(self):
        self.check([], [1], [1, "two", 3.0, True, None], [[], [[]], [[[1]]]])

    def test_long_list(self):
        self.check(list(range(10_000)))

    def test_structs(self):
        self.check({}, {"a": 1}, {"": "empty"}, {" b ": 2}, {"ä<&>": 3}, {"a": {"b": {"c": {}}}})

    def test_mixed(self):
        self.check([{"list": [1, [2, {"deep": [None, True, ""]}]], "none": None}, {}, []])

    def test_deep(self):
        value = 1
        for _ in range(32):
            value = [{"a": value}]
        self.check(value)

    def test_dates(self):
        self.check(*map(DateTime, ["19980717T14:08:55", "00010101T00:00:00", "99991231T23:59:59"]))

    def test_datetime_becomes_a_date(self):
        when = datetime.datetime(2026, 11, 24, 7, 8, 9)
        self.assertEqual(self.server.sample.echo(when), DateTime("20261124T07:08:09"))

    def test_binary(self):
        self.check(Binary(b""), Binary(b"\x00"), Binary(bytes(range(256)) * 100))

    def test_bytes_become_binary(self):
        self.assertEqual(self.server.sample.echo(b"abc"), Binary(b"abc"))

    def test_bytearray_becomes_binary(self):
        self.assertEqual(self.server.sample.echo(bytearray(b"abc")), Binary(b"abc"))

    def test_tuple_becomes_a_list(self):
        self.assertEqual(self.server.sample.echo((1, (2,))), [1, [2]])

    def test_object_becomes_a_struct(self):
        class Point:
            def __init__(self):
                self.x, self.y = 1, 2

        self.assertEqual(self.server.sample.echo(Point()), {"x": 1, "y": 2})

    def test_int_beyond_32_bit_never_leaves(self):
        with self.assertRaises(OverflowError):
            self.server.sample.echo(2**31)

    def test_int_beyond_32_bit_is_read(self):
        self.assertEqual(self.server.get_power(2, 40), 2**40)
        self.assertEqual(self.server.get_power(-2, 63), -(2**63))

    def test_none_never_leaves_unless_allowed(self):
        with settings.proxy() as strict, self.assertRaises(TypeError):
            strict.sample.echo(None)

    def test_not_finite_is_refused(self):
        for value in [math.nan, math.inf, -math.inf]:
            with self.assertRaises(Fault) as raised:
                self.server.sample.echo(value)
            self.assertEqual(raised.exception.faultCode, -32602)
            self.assertIn(
                'params[0]: expected a double, got "%r"' % value, raised.exception.faultString
            )

    def test_builtin_types(self):
        with settings.proxy(use_builtin_types=True) as server:
            for value in [datetime.datetime(2026, 11, 24, 7, 8, 9), b"\x00\xff", b""]:
                answer = server.sample.echo(value)
                self.assertEqual((answer, type(answer)), (value, type(value)))

    def test_datetime_option(self):
        with settings.proxy(use_datetime=True) as server:
            when = datetime.datetime(2026, 11, 24, 7, 8, 9)
            self.assertEqual(server.sample.echo(when), when)

    def test_other_encodings(self):
        for encoding in ["utf-8", "iso-8859-1", "utf-16", "us-ascii"]:
            with self.subTest(encoding), settings.proxy(encoding=encoding) as server:
                self.assertEqual(server.sample.echo("ä€😀"), "ä€😀")


class Sample(Calls):
    """The other shipped methods."""

    def test_records(self):
        people = [
            {"name": "Ada", "born": DateTime("18151210T00:00:00"), "email": "ada@example.org"},
            {"name": "Bob", "born": DateTime("19000101T00:00:00"), "tags": ["a", "b"]},
        ]
        answer = self.server.sample.oldest(people)
        self.assertEqual((answer["name"], answer["email"]), ("Ada", "ada@example.org"))
        self.assertIsNone(self.server.sample.oldest([]))

    def test_overloads(self):
        self.assertEqual(repr(self.server.sample.add(1, 2)), "3")
        self.assertEqual(repr(self.server.sample.add(1, 2.5, 3)), "6.5")
        self.assertEqual(repr(self.server.sample.add()), "0.0")

    def test_binary(self):
        self.assertEqual(self.server.sample.reverse(b"abc"), Binary(b"cba"))
        self.assertEqual(
            self.server.sample.sha256(b""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        )

    def test_dates(self):
        days = [DateTime("20240228T00:00:00"), DateTime("20240301T00:00:00")]
        self.assertEqual(self.server.sample.days_between(*days), 2)


class Faults(Calls):
    def test_fault_of_the_handler(self):
        self.assertFault(4, "division by zero", self.server.sample.divide, 1, 0)

    def test_text_of_the_fault_is_kept(self):
        self.assertFault(17, "ä <b>😀</b> &", self.server.sample.fail, 17, "ä <b>😀</b> &")

    def test_unknown_method(self):
        self.assertFault(-32601, "no method no.such", self.server.no.such, 1)

    def test_wrong_type(self):
        with self.assertRaises(Fault) as raised:
            self.server.get_power("3", 2)
        self.assertEqual(raised.exception.faultCode, -32602)
        self.assertIn("get_power", raised.exception.faultString)
        self.assertIn("string", raised.exception.faultString)

    def test_wrong_number(self):
        with self.assertRaises(Fault) as raised:
            self.server.get_power(3)
        self.assertEqual(raised.exception.faultCode, -32602)

    def test_control_character_is_not_well_formed(self):
        # Python sends it as it is.
        with self.assertRaises(Fault) as raised:
            self.server.sample.echo("a\x00b")
        self.assertEqual(raised.exception.faultCode, -32700)

    def test_next_call_is_answered(self):
        with self.assertRaises(Fault):
            self.server.sample.divide(1, 0)
        self.assertEqual(self.server.sample.divide(1, 4), 0.25)


class MultiCalls(Calls):
    def test_answers_in_order(self):
        calls = MultiCall(self.server)
        calls.get_power(3, 2)
        calls.sample.echo({"a": [1]})
        calls.validator1.easyStructTest({"moe": 1, "larry": 2, "curly": 3})
        self.assertEqual(list(calls()), [9, {"a": [1]}, 6])

    def test_faults_in_the_middle(self):
        calls = MultiCall(self.server)
        calls.get_power(2, 2)
        calls.sample.divide(1, 0)
        calls.no.such()
        calls.get_power("x", 1)
        calls.get_power(2, 3)
        answers = calls()
        self.assertEqual((answers[0], answers[4]), (4, 8))
        for place, code in [(1, 4), (2, -32601), (3, -32602)]:
            with self.assertRaises(Fault) as raised:
                answers[place]
            self.assertEqual(raised.exception.faultCode, code)

    def test_struct_that_looks_like_a_fault(self):
        calls = MultiCall(self.server)
        calls.sample.echo({"faultCode": 1, "faultString": "not one"})
        self.assertEqual(calls()[0], {"faultCode": 1, "faultString": "not one"})

    def test_none_and_empty(self):
        calls = MultiCall(self.server)
        calls.sample.echo(None)
        self.assertEqual(list(calls()), [None])
        self.assertEqual(list(MultiCall(self.server)()), [])

    def test_nested_is_refused(self):
        nested = [{"methodName": "system.multicall", "params": [[]]}]
        self.assertEqual(self.server.system.multicall(nested)[0]["faultCode"], -32600)

    def test_hundred_and_no_more(self):
        entry = {"methodName": "get_power", "params": [1, 1]}
        self.assertEqual(self.server.system.multicall([entry] * 100), [[1]] * 100)
        with self.assertRaises(Fault) as raised:
            self.server.system.multicall([entry] * 101)
        self.assertEqual(raised.exception.faultCode, -32002)


class Introspection(Calls):
    def test_every_method_has_help(self):
        for name in self.server.system.listMethods():
            with self.subTest(name):
                self.assertTrue(self.server.system.methodHelp(name).strip())

    def test_help_is_the_javadoc(self):
        self.assertIn("Raises a number to a power", self.server.system.methodHelp("get_power"))

    def test_signatures(self):
        self.assertEqual(
            self.server.system.methodSignature("validator1.easyStructTest"), [["int", "struct"]])
        self.assertEqual(
            self.server.system.methodSignature("today"), [["dateTime.iso8601"]])
        self.assertEqual(
            self.server.system.methodSignature("sample.reverse"), [["base64", "base64"]])

    def test_signatures_of_overloads(self):
        self.assertEqual(len(self.server.system.methodSignature("sample.add")), 2)

    def test_unknown_method(self):
        for method in [self.server.system.methodHelp, self.server.system.methodSignature]:
            with self.assertRaises(Fault):
                method("no.such")

    def test_existence(self):
        self.assertTrue(self.server.system.methodExist("get_power"))
        self.assertFalse(self.server.system.methodExist("no.such"))

    def test_capabilities(self):
        self.assertEqual(
            self.server.system.getCapabilities()["faults_interop"]["specVersion"], 20010516)

    def test_description(self):
        self.assertTrue(self.server.system.describe())
