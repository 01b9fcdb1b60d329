#!/usr/bin/env python3
"""Paired t tests, intervals and Holm's correction, by SciPy and statsmodels.

An oracle for sparsesh. Needs NumPy, SciPy and statsmodels.

    python3 scripts/reference/significance.py > scripts/reference/expected/significance.json
"""

import json

import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests


def family(rng, pairs, shifts):
    """One baseline and what is held against it; accuracies, as on a test set of 600 samples."""
    base = np.round(rng.normal(0.7, 0.02, pairs) * 600) / 600
    tests = []
    for shift in shifts:
        other = np.round((base + rng.normal(shift, 0.01, pairs)) * 600) / 600
        found = stats.ttest_rel(other, base)
        low, high = stats.t.interval(
            0.95, pairs - 1, other.mean(), stats.sem(other))
        tests.append({
            "values": other.tolist(), "mean": other.mean(), "sd": other.std(ddof=1), "low": low,
            "high": high, "t": found.statistic, "p": found.pvalue})
    corrected = multipletests([test["p"] for test in tests], method="holm")[1]
    for test, p in zip(tests, corrected):
        test["corrected"] = p
    return {"baseline": base.tolist(), "tests": tests}


rng = np.random.default_rng(1)
print(json.dumps([
    family(rng, 3, [0.01, 0.0, -0.03]), family(rng, 5, [0.03, 0.02, 0.01, 0.0, -0.01]),
    family(rng, 2, [0.05]), family(rng, 30, [0.002, 0.004, -0.02, 0.0])]))
