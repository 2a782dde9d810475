# Makes IncompleteBetaReference.cs: both tails of the incomplete Beta function at random arguments over the documented range, by the positive
# series of DLMF 8.17.8 with 70 digits (python 3, mpmath 1.3), which runs on the side of the mean where it converges fast.
#   python3 incomplete_beta_random_reference.py > IncompleteBetaReference.cs
import math
import random

from mpmath import exp, log, loggamma, mp, mpf, nstr

mp.dps = 70
MOST_TERMS = 20000


def tail(x, y, a, b):
    term, total, k = mpf(1), mpf(1), 0
    while term > total * mpf(10) ** -60:
        term *= (a + b + k) / (a + 1 + k) * x
        total += term
        k += 1
        if k > MOST_TERMS:
            return None
    return exp(a * log(x) + b * log(y) - loggamma(a) - loggamma(b) + loggamma(a + b)) / a * total


def tails(x, a, b):
    x, a, b = mpf(x), mpf(a), mpf(b)
    if x * (a + b) <= a:
        lower = tail(x, 1 - x, a, b)
        return lower and (lower, 1 - lower)
    upper = tail(1 - x, x, b, a)
    return upper and (1 - upper, upper)


def draw(source, largest):
    a, b = (10 ** source.uniform(-3, largest) for _ in range(2))
    kind = source.randrange(4)
    if kind == 0:
        return source.betavariate(a, b), a, b
    if kind == 1:
        return 10 ** source.uniform(-12, 0), a, b
    if kind == 2:
        return 1 - 10 ** source.uniform(-12, 0), a, b
    return a / (a + b) * math.exp(source.gauss(0, 3 / math.sqrt(min(a, b) + 0.1))), a, b


print("namespace Verification.Properties.Numerics.Probability;\n")
print("/// <summary>Made by incomplete_beta_random_reference.py: x, a, b, I_x(a, b) and 1 − I_x(a, b).</summary>")
print("internal static class IncompleteBetaReference\n{")
print("    public static ReadOnlySpan<double> Rows =>\n    [")
for seed, largest, count in ((1, math.log10(2000), 120), (2, 6, 120)):
    source = random.Random(seed)
    while count > 0:
        x, a, b = draw(source, largest)
        found = tails(x, a, b) if 0 < x < 1 else None
        if found and min(found) > 1e-290:
            print(f"        {x!r}, {a!r}, {b!r}, {nstr(found[0], 20)}, {nstr(found[1], 20)},", flush=True)
            count -= 1
print("    ];\n}")
