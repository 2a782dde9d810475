# Reference values of StudentTTests (python 3, mpmath 1.3): for many degrees of freedom 1 − I_z(1/2, nu/2), z = t²/(nu + t²), by the positive series
# of DLMF 8.17.8 with 300 digits, of which the difference keeps at least 100; for few the series of I_x(nu/2, 1/2) in x = nu/(nu + t²).
#   python3 student_t_reference.py
from mpmath import beta, exp, factorial, inf, log, loggamma, mp, mpf, nstr, nsum, rf

mp.dps = 300


def complement(t, nu):
    z, b = t * t / (nu + t * t), nu / 2
    a = mpf(1) / 2
    term, total, k = mpf(1), mpf(1), 0
    while term > total * mpf(10) ** -290:
        term *= (a + b + k) / (a + 1 + k) * z
        total += term
        k += 1
    return 1 - exp(a * log(z) + b * log(1 - z) - loggamma(a) - loggamma(b) + loggamma(a + b)) / a * total


def series(t, nu):
    x, a = nu / (nu + t * t), nu / 2
    total = nsum(lambda k: rf(mpf(1) / 2, k) * x**k / (factorial(k) * (a + k)), [0, inf]) if x > 1e-40 else 1 / a
    return x**a * total / beta(a, mpf(1) / 2)


for t, nu in (
    (2.306, 2e9), (2.306, 1e8), (1.0, 1e15), (0.001, 1e12), (5.0, 1e6), (30.0, 3e9), (10.0, 1e4),
    (1e200, 1.0), (1e300, 0.1), (1e308, 0.01), (1e50, 5.0), (1e10, 1e-3), (1e100, 3.0),
):
    method = complement if nu >= 1e4 else series
    print(f"[InlineData({t!r}, {nu!r}, {nstr(method(mpf(t), mpf(nu)), 20)})]")
