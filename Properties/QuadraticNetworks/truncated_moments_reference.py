"""Conditional moments E[x^n | |x| <= c] of Gaussian and Laplace (variance 1) coordinates, for TruncatedMomentsTests. Needs mpmath."""
from mpmath import mp, quad, exp, sqrt, mpf, linspace

mp.dps = 30
densities = {"gaussian": lambda x: exp(-x * x / 2), "laplace": lambda x: exp(-sqrt(2) * x)}
for name, density in densities.items():
    for c in (1, 2, 3, 5, 8, 16):
        def integral(n):
            return quad(lambda x: x ** n * density(x), linspace(0, mpf(c), 17))
        print(f'        {{ "{name}", {c}, {mp.nstr(integral(2) / integral(0), 17)}, {mp.nstr(integral(4) / integral(0), 17)} }},')
