# Reference values of IncompleteBetaTests: the positive series of DLMF 8.17.8 with 60 digits (python 3, mpmath 1.3).
#   python3 incomplete_beta_reference.py
from mpmath import mp, mpf, loggamma, exp, log, nstr

mp.dps = 60


def lower(x, a, b):
    term, total, k = mpf(1), mpf(1), 0
    while term > total * mpf(10) ** -50:
        term *= (a + b + k) / (a + 1 + k) * x
        total += term
        k += 1
    log_beta = loggamma(a) + loggamma(b) - loggamma(a + b)
    return exp(a * log(x) + b * log(1 - x) - log_beta) / a * total


for x, a, b in [
    (0.5, 1e6, 1e6), (0.4995, 1e6, 1e6), (0.001, 500.5, 4e5), (0.25, 0.5, 0.5), (1e-10, 0.5, 3.0), (0.999, 1e-3, 1e-3),
    (0.009, 2.5, 1000.0), (0.00001, 0.5, 1e5), (0.75, 1e-3, 50.0), (0.368, 7e5, 1.2e6), (0.3, 1e3, 1e3), (0.01, 20.0, 30.0),
]:
    x, a, b = mpf(x), mpf(a), mpf(b)
    print(f"[InlineData({float(x)!r}, {float(a)!r}, {float(b)!r}, {nstr(lower(x, a, b), 20)})]")
