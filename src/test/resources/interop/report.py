"""Runs the tests of a module and prints one line for each: its name, and, if it failed, why.

    python3 report.py MODULE URL [CERTIFICATE]

The module finds URL and CERTIFICATE in settings.py.
"""

import importlib
import sys
import unittest

import settings


class Report(unittest.TestResult):
    def addSuccess(self, test):
        self.line(test)

    def addFailure(self, test, err):
        self.failed(test, err)

    def addError(self, test, err):
        self.failed(test, err)

    def addSkip(self, test, reason):
        self.line(test, "a test of the server must not be skipped: " + reason)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.failed(subtest, err)

    def failed(self, test, err):
        self.line(test, self._exc_info_to_string(err, test))

    def line(self, test, why=None):
        name = test.id().split(".", 1)[1]
        print(name if why is None else name + "\t" + escaped(why))


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    settings.url = sys.argv[2]
    settings.certificate = sys.argv[3] if len(sys.argv) > 3 else None
    tests = unittest.defaultTestLoader.loadTestsFromModule(importlib.import_module(sys.argv[1]))
    tests.run(Report())
