# The peers' figures for the rows of docs/performance.md, on one core: NumPy's normals, and OpenBLAS and LAPACK through NumPy.
# Debian: apt-get install python3-numpy libopenblas0-pthread, then
#   env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE OPENBLAS_NUM_THREADS=1 /usr/bin/python3 Benchmarks/peers.py
# Without libopenblas0-pthread NumPy calls the reference library, which is ten times slower: then the script refuses.
import glob
import time

import numpy


def best(action, seconds=1.0):
    action()
    least, end = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        action()
        least = min(least, time.perf_counter() - start)
    return least


with open("/proc/self/maps") as maps:
    if "openblas" not in maps.read():
        raise SystemExit("NumPy runs without OpenBLAS: install libopenblas0-pthread (found: " + ", ".join(glob.glob("/usr/lib/*/libblas.so.3")) + ").")

generator = numpy.random.Generator(numpy.random.Philox(1))
print(f"normals       {best(lambda: generator.standard_normal(65536)) / 65536 * 1e9:8.2f} ns a number (Philox, ziggurat)")
for n in (128, 512, 1024):
    a, b, c = (generator.standard_normal((n, n)) for _ in range(3))
    time_of = best(lambda: numpy.matmul(a, b, out=c))
    print(f"product {n:5} {2 * n**3 / time_of / 1e9:8.1f} GFLOP/s {time_of * 1e3:8.3f} ms")
for n in (128, 512, 1500):
    a = generator.standard_normal((n, n))
    a += a.T
    print(f"values  {n:5} {best(lambda: numpy.linalg.eigvalsh(a)) * 1e3:8.2f} ms")
    print(f"vectors {n:5} {best(lambda: numpy.linalg.eigh(a)) * 1e3:8.2f} ms")


def path():
    """The ends of the flow of depth 2 at 21 scales, by Newton's method on the dual with halved steps, warm starts."""
    multiplier, steps = numpy.zeros(m), 0
    for scale in 10.0 ** numpy.linspace(2, -8, 21):
        def dual(v):
            z = X.T @ v
            return numpy.inf if abs(z).max() > 600 else 2 * scale * numpy.cosh(z).sum() - v @ y
        value = dual(multiplier)
        for _ in range(100):
            z = X.T @ multiplier
            gradient = X @ (2 * scale * numpy.sinh(z)) - y
            step = -numpy.linalg.solve((X * (2 * scale * numpy.cosh(z))) @ X.T, gradient)
            steps, t, slope = steps + 1, 1.0, gradient @ step
            while dual(multiplier + t * step) > value + 1e-4 * t * slope and t > 1e-9:
                t /= 2
            multiplier = multiplier + t * step
            value = dual(multiplier)
            if numpy.linalg.norm(gradient) <= 1e-10 * numpy.linalg.norm(y):
                break
    return steps


m, d, k = 100, 1000, 5
X = generator.standard_normal((m, d))
y = X[:, :k].sum(axis=1) / k**0.5 + 0.1 * generator.standard_normal(m)
print(f"sparse path   {best(path, 3.0) * 1e3:8.0f} ms, {path()} Newton steps (d = 1000, m = 100, 21 scales)")
