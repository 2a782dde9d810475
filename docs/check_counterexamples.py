#!/usr/bin/env python3
"""Checks the counterexamples of an audit by arithmetic.

    python3 docs/check_counterexamples.py artifacts/audit/counterexamples

Reads each counterexamples/*.json of an audit folder: data, abbreviations and relations over them. What "holds" has to
be true, what "fails", the printed form, has to be false, at every combination of the listed values, and both sides have
to be those that the file gives. Rational data are computed exactly. Where a root or a logarithm is taken numbers are
enclosed between two rational ones, and a relation counts only if the enclosures decide it.

One line a file: "ok"; "none", where the file gives nothing that arithmetic could check; or "FAILED". What arithmetic
does not check of an "ok" is said behind it. Ends with 1 if a check failed, with 2 if there is nothing to read.

Python's standard library only; nothing here is shared with the program that wrote the files.
"""

import ast
import itertools
import json
import math
import pathlib
import sys
from decimal import Context, Decimal
from fractions import Fraction

DIGITS = 60  # of enclosures
SCALE = 10**DIGITS


class Bounds:
    """A number between two rational ones; exact where they are equal."""

    def __init__(self, lower, upper=None):
        self.lower = Fraction(lower)
        self.upper = self.lower if upper is None else Fraction(upper)

    def exact(self):
        if self.lower != self.upper:
            raise ValueError("an exact number is asked for")
        return self.lower

    def __neg__(self):
        return Bounds(-self.upper, -self.lower)

    def __add__(self, other):
        return Bounds(self.lower + other.lower, self.upper + other.upper)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        ends = [a * b for a in (self.lower, self.upper) for b in (other.lower, other.upper)]
        return Bounds(min(ends), max(ends))

    def __truediv__(self, other):
        if other.lower <= 0 <= other.upper:
            raise ValueError("a divisor may be 0")
        return self * Bounds(1 / other.upper, 1 / other.lower)

    def power(self, exponent):
        result = Bounds(1)
        for _ in range(abs(exponent)):
            result = result * self
        return result if exponent >= 0 else Bounds(1) / result

    def meets(self, other):
        return self.lower <= other.upper and other.lower <= self.upper


def larger(a, b):
    return Bounds(max(a.lower, b.lower), max(a.upper, b.upper))


def root(x):
    if x.lower < 0:
        raise ValueError("a root is taken of what may be negative")

    def floor(value):
        return Fraction(math.isqrt(value.numerator * value.denominator * SCALE**2), value.denominator * SCALE)

    lower, upper = floor(x.lower), floor(x.upper)
    if upper**2 != x.upper:
        upper += Fraction(1, x.upper.denominator * SCALE)
    return Bounds(lower, upper)


def logarithm(x):
    """Decimal's logarithm is rounded correctly: its error is half a unit of the last place, that of the quotient
    before it moves the logarithm by less than two."""
    if x.lower <= 0:
        raise ValueError("a logarithm is taken of what may be 0 or negative")

    def value(argument):
        if argument == 1:
            return Fraction(0), Fraction(0)
        context = Context(prec=DIGITS + 20)
        quotient = context.divide(Decimal(argument.numerator), Decimal(argument.denominator))
        return Fraction(context.ln(quotient)), Fraction(1, SCALE)

    (lower, below), (upper, above) = value(x.lower), value(x.upper)
    return Bounds(lower - below, upper + above)


class Matrix:
    def __init__(self, rows):
        self.rows = rows
        if not rows or any(len(row) != len(rows[0]) for row in rows):
            raise ValueError("the rows of a matrix differ in length")

    def shape(self):
        return len(self.rows), len(self.rows[0])

    def entries(self):
        return [entry for row in self.rows for entry in row]


def each(function, *arguments):
    """A function entry by entry; a number stands for a matrix of its value."""
    matrices = [a for a in arguments if isinstance(a, Matrix)]
    if not matrices:
        return function(*arguments)
    shape = matrices[0].shape()
    if any(m.shape() != shape for m in matrices):
        raise ValueError("matrices of different shapes")
    pick = lambda a, i, j: a.rows[i][j] if isinstance(a, Matrix) else a
    return Matrix([[function(*(pick(a, i, j) for a in arguments)) for j in range(shape[1])] for i in range(shape[0])])


def entries(a):
    return a.entries() if isinstance(a, Matrix) else [a]


def total(values):
    result = Bounds(0)
    for value in values:
        result = result + value
    return result


def product(a, b):
    if a.shape()[1] != b.shape()[0]:
        raise ValueError("the shapes of a product do not fit")
    columns = list(zip(*b.rows))
    return Matrix([[total(x * y for x, y in zip(row, column)) for column in columns] for row in a.rows])


def integer(a):
    value = a.exact()
    if value.denominator != 1:
        raise ValueError("an integer is asked for")
    return value.numerator


def eliminate(a):
    """Rank and determinant of exact entries."""
    rows = [[entry.exact() for entry in row] for row in a.rows]
    rank, determinant = 0, Fraction(1)
    for column in range(len(rows[0])):
        pivot = next((i for i in range(rank, len(rows)) if rows[i][column] != 0), None)
        if pivot is None:
            continue
        if pivot != rank:
            rows[rank], rows[pivot] = rows[pivot], rows[rank]
            determinant = -determinant
        determinant *= rows[rank][column]
        for i in range(rank + 1, len(rows)):
            factor = rows[i][column] / rows[rank][column]
            rows[i] = [x - factor * y for x, y in zip(rows[i], rows[rank])]
        rank += 1
        if rank == len(rows):
            break
    return rank, determinant if rank == len(rows) == len(rows[0]) else Fraction(0)


def diagonal(a):
    if a.shape()[0] != a.shape()[1]:
        raise ValueError("a square matrix is asked for")
    return [a.rows[i][i] for i in range(len(a.rows))]


def times(values):
    result = Bounds(1)
    for value in values:
        result = result * value
    return result


def by_rows(rows, columns, *values):
    rows, columns = integer(rows), integer(columns)
    if len(values) != rows * columns:
        raise ValueError("a matrix has another number of entries")
    return Matrix([list(values[i * columns:(i + 1) * columns]) for i in range(rows)])


def determinant(a):
    diagonal(a)
    return Bounds(eliminate(a)[1])


FUNCTIONS = {
    "transpose": lambda a: Matrix([list(column) for column in zip(*a.rows)]),
    "trace": lambda a: total(diagonal(a)),
    "det": determinant,
    "rank": lambda a: Bounds(eliminate(a)[0]),
    "diag": lambda a: Matrix([[entry] for entry in diagonal(a)]),
    "sum": lambda a: total(entries(a)),
    "prod": lambda a: times(entries(a)),
    "mean": lambda a: total(entries(a)) / Bounds(len(entries(a))),
    "sqrt": lambda a: each(root, a),
    "log": lambda a: each(logarithm, a),
    "abs": lambda a: each(lambda x: larger(x, -x), a),
    "max": lambda a, b: each(larger, a, b),
    "min": lambda a, b: each(lambda x, y: -larger(-x, -y), a, b),
    "range": lambda n: Matrix([[Bounds(i)] for i in range(integer(n))]),
    "matrix": by_rows,
    "entry": lambda a, i, j: a.rows[integer(i) - 1][integer(j) - 1],
}

OPERATIONS = {
    ast.Add: lambda a, b: each(lambda x, y: x + y, a, b),
    ast.Sub: lambda a, b: each(lambda x, y: x - y, a, b),
    ast.Mult: lambda a, b: each(lambda x, y: x * y, a, b),
    ast.Div: lambda a, b: each(lambda x, y: x / y, a, b),
    ast.MatMult: product,
    ast.Pow: lambda a, b: each(lambda x: x.power(integer(b)), a),
}


def evaluate(node, names):
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return Bounds(node.value)
    if isinstance(node, ast.Name):
        return names[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return each(lambda x: -x, evaluate(node.operand, names))
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
        return OPERATIONS[type(node.op)](evaluate(node.left, names), evaluate(node.right, names))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        return FUNCTIONS[node.func.id](*(evaluate(argument, names) for argument in node.args))
    raise ValueError("a formula contains what is none: " + ast.dump(node))


def all_of(answers):
    answers = list(answers)
    return False if False in answers else None if None in answers else True


def compare(sign, left, right):
    """True or False where that is certain, else None; of matrices entry by entry."""
    if sign is ast.NotEq:
        equal = compare(ast.Eq, left, right)
        return None if equal is None else not equal
    decide = {
        ast.Eq: lambda d: True if d.lower == d.upper == 0 else False if d.lower > 0 or d.upper < 0 else None,
        ast.Lt: lambda d: True if d.upper < 0 else False if d.lower >= 0 else None,
        ast.LtE: lambda d: True if d.upper <= 0 else False if d.lower > 0 else None,
        ast.Gt: lambda d: True if d.lower > 0 else False if d.upper <= 0 else None,
        ast.GtE: lambda d: True if d.lower >= 0 else False if d.upper < 0 else None,
    }[sign]
    return all_of(entries(each(lambda x, y: decide(x - y), left, right)))


def read(value):
    """p/q, an integer, two decimals with two dots between, or rows of these."""
    if isinstance(value, list):
        return Matrix([[read(entry) for entry in row] for row in value])
    ends = value.split("..")
    return Bounds(Fraction(ends[0]), Fraction(ends[-1]))


def same(mine, given):
    """Whether both may be one number: equal where both are exact, else overlapping."""
    if isinstance(mine, Matrix) != isinstance(given, Matrix):
        return False
    if isinstance(mine, Matrix) and mine.shape() != given.shape():
        return False
    return all(a.meets(b) for a, b in zip(entries(mine), entries(given)))


def combinations(document):
    names = list(document["each"])
    for values in itertools.product(*(document["each"][name] for name in names)):
        at = dict(zip(names, values))
        scope = {name: read(value) for name, value in [*document["data"].items(), *at.items()]}
        for name, formula in document["where"].items():
            scope[name] = evaluate(ast.parse(formula, mode="eval").body, scope)
        yield at, scope


def complaints(document):
    """What does not stand, in words; nothing if all does."""
    found = []
    scopes = list(combinations(document))
    for kind, wanted in (("holds", True), ("fails", False)):
        for relation in document[kind]:
            node = ast.parse(relation["relation"], mode="eval").body
            if not (isinstance(node, ast.Compare) and len(node.ops) == 1):
                raise ValueError(relation["relation"] + " is no relation")
            if [sides["at"] for sides in relation["sides"]] != [at for at, _ in scopes]:
                found.append(f"{relation['words']}: sides are given for other values than the listed ones")
                continue
            for sides, (at, scope) in zip(relation["sides"], scopes):
                left, right = evaluate(node.left, scope), evaluate(node.comparators[0], scope)
                place = relation["words"] + (f" at {at}" if at else "")
                answer = compare(type(node.ops[0]), left, right)
                if answer is not wanted:
                    found.append(f"{place}: {relation['relation']} is {'undecided' if answer is None else answer}, "
                                 f"and listed as what {kind}")
                if not (same(left, read(sides["left"])) and same(right, read(sides["right"]))):
                    found.append(f"{place}: the sides are not those that the file gives")
    return found


def counted(number, one, many):
    return f"{number} {one if number == 1 else many}"


def check(path):
    """The verdict on a file, and a line about it."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        name, rest = document["claim"], document["unchecked"]
        if not document["fails"]:
            if not rest:
                return "FAILED", f"{name}: it lists nothing that fails, and no reason why"
            return "none", f"{name}: {rest}"
        wrong = complaints(document)
        if wrong:
            return "FAILED", f"{name}: {'; '.join(wrong)}"
        cases = math.prod(len(values) for values in document["each"].values())
        steps = counted(len(document["holds"]), "premise or step", "premises or steps")
        forms = counted(len(document["fails"]), "printed relation fails", "printed relations fail")
        checked = f"{steps} checked, {forms} at {counted(cases, 'instance', 'instances')}"
        return "ok", f"{name}: {checked}" + (f"; not checked: {rest}" if rest else "")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError, ArithmeticError) as failure:
        return "FAILED", f"{path.name}: it cannot be read: {failure or type(failure).__name__}"


def main(arguments):
    folder = pathlib.Path(arguments[0]) if len(arguments) == 1 else None
    paths = sorted(folder.glob("*.json")) if folder else []
    if not paths:
        print(f"there is no counterexample in {folder}" if folder else __doc__.strip(), file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8")
    verdicts = []
    for path in paths:
        verdict, line = check(path)
        verdicts.append(verdict)
        print(f"{verdict:6} {line}")
    print(f"{verdicts.count('ok')} of {len(paths)} checked by arithmetic, {verdicts.count('none')} without anything to "
          f"check so, {verdicts.count('FAILED')} failed")
    return 1 if "FAILED" in verdicts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
