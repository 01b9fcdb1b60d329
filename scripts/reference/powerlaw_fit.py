#!/usr/bin/env python3
"""Power laws fitted to degree distributions, by SciPy and by the `powerlaw` package.

An oracle for sparsesh, written from Clauset, Shalizi & Newman (SIAM Review 51, 2009). Needs NumPy,
SciPy and powerlaw (2.0).

    python3 scripts/reference/powerlaw_fit.py > scripts/reference/expected/powerlaw.json

`alpha`, `minimum`, `distance` and `log_likelihood` are the paper's, with SciPy's zeta function. The
package is asked for the most likely alpha at the same minimum, and for its likelihood. Its own
distance is another one: it looks only at the steps just before each value (P(X < x)), not at those
behind them, so that it is at most the paper's. Beyond an alpha of about 50 its likelihood is infinite, and
nothing of it is recorded.
"""

import json
import warnings

import numpy as np
import powerlaw
import scipy.optimize
from scipy.special import zeta

BOOTSTRAPS = 200


def log_zeta(alpha, q):
    """ln(q^alpha zeta(alpha, q)); where the power would underflow, by the sum itself."""
    alpha = np.asarray(alpha, dtype=float)
    if alpha.max() < 30:
        return np.log(zeta(alpha, q)) + alpha * np.log(q)
    return np.log(np.sum((q / (q + np.arange(1000.0))) ** alpha[..., None], axis=-1))


def law_of(tail, minimum):
    """The most likely alpha: the root of the derivative of the likelihood."""
    mean = np.log(tail / minimum).mean()
    places = np.array([-3, -2, -1, 1, 2, 3])
    weights = np.array([-1, 9, -45, 45, -9, 1]) / 60

    def slope(alpha):
        # A difference quotient of sixth order; its error is about 1e-11.
        h = 2e-3 * min(alpha - 1, 1)
        return weights @ log_zeta(alpha + places * h, minimum) / h + mean

    return scipy.optimize.brentq(slope, 1 + 1e-3, 5000, xtol=1e-11)


def distance_of(tail, alpha, minimum):
    """max |S(x) - P(x)| over every whole x of the tail's range."""
    x = np.arange(minimum, tail.max() + 1)
    scale = log_zeta(alpha, float(minimum))
    theory = np.cumsum(np.exp(alpha * np.log(minimum / x) - scale))
    share = np.searchsorted(np.sort(tail), x, side="right") / len(tail)
    return np.abs(theory - share).max()


def fit(values):
    best = None
    for minimum in np.unique(values)[:-1]:
        tail = values[values >= minimum]
        alpha = law_of(tail, float(minimum))
        distance = distance_of(tail, alpha, int(minimum))
        if best is None or distance < best[2]:
            best = (alpha, int(minimum), distance)
    return best


def likelihood(values, alpha, minimum):
    tail = values[values >= minimum]
    return -len(tail) * np.log(zeta(alpha, minimum)) - alpha * np.log(tail).sum()


def draw(rng, alpha, minimum, count, table=1 << 15):
    """By inversion of P(X >= x) from a table; the rare draws beyond it by doubling."""
    tails = zeta(alpha, minimum + np.arange(table, dtype=float)) / zeta(alpha, minimum)
    u = rng.random(count)
    # The greatest x with P(X >= x) >= u.
    x = minimum + np.searchsorted(-tails, -u, side="right") - 1
    return x.astype(np.int64)


def plausibility(values, alpha, minimum, distance, rng):
    body = values[values < minimum]
    farther = 0
    for _ in range(BOOTSTRAPS):
        below = rng.binomial(len(values), len(body) / len(values))
        parts = [draw(rng, alpha, minimum, len(values) - below)]
        if below:
            parts.append(rng.choice(body, below))
        farther += fit(np.concatenate(parts))[2] >= distance
    return farther / BOOTSTRAPS


def by_package(values, minimum):
    """The package's alpha, its search for it made to go on until 1e-10 (its own is 1e-4)."""
    tight = scipy.optimize.minimize

    def minimize(*arguments, **keys):
        keys["tol"] = 1e-10
        return tight(*arguments, **keys)

    scipy.optimize.minimize = minimize
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = powerlaw.Power_Law(
                data=values.astype(float), xmin=float(minimum), discrete=True, verbose=0,
                estimate_discrete=False, parameter_ranges={"alpha": [1.01, 60]})
    finally:
        scipy.optimize.minimize = tight
    return float(found.alpha), float(found.loglikelihood), float(found.D)


def cases():
    rng = np.random.default_rng(1)
    yield "pure", draw(rng, 2.5, 1, 400)
    yield "upper", np.concatenate([rng.integers(1, 8, 150), draw(rng, 2.8, 8, 250)])
    yield "heavy", np.minimum(draw(rng, 1.6, 1, 150), 3000)
    yield "poisson", rng.poisson(20, 400)
    # As the inputs of a network after training: many with few connections, 20 with very many.
    yield "features", np.concatenate([rng.poisson(14, 480), rng.integers(166, 211, 20)])
    yield "steep", np.concatenate([np.full(60, 30), [30, 31, 31, 32, 0, 0]])


def main():
    result = []
    rng = np.random.default_rng(2)
    for name, degrees in cases():
        values = degrees[degrees > 0]
        alpha, minimum, distance = fit(values)
        package = by_package(values, minimum) if alpha < 50 else (None, None, None)
        case = {
            "name": name, "degrees": [int(d) for d in degrees], "alpha": alpha, "minimum": minimum,
            "distance": distance, "log_likelihood": likelihood(values, alpha, minimum),
            "fitted": int((values >= minimum).sum()), "package_alpha": package[0],
            "package_log_likelihood": package[1], "package_distance": package[2],
            "plausibility": None,
        }
        if name in ("upper", "features"):
            case["plausibility"] = plausibility(values, alpha, minimum, distance, rng)
        result.append(case)
    print(json.dumps(result))


main()
