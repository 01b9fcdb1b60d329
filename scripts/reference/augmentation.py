#!/usr/bin/env python3
"""Images moved, mirrored and turned by SciPy, for `ImageTransformTests`.

    scripts/reference/augmentation.py > scripts/reference/expected/augmentation.json

An image is mirrored, turned about its centre (bilinear, zeros outside) and moved by whole pixels. Padding
before and cropping after keeps what a rotation alone would push over the edge and a shift brings back.
"""

import json
import math

import numpy as np
from scipy import ndimage

CASES = [
    # rows, columns, down, right, flips, angle in degrees
    (6, 6, 0, 0, False, 90.0),
    (6, 6, 0, 0, False, -90.0),
    (5, 5, 0, 0, True, 180.0),
    (7, 7, 0, 0, False, 10.0),
    (7, 7, 0, 0, True, -33.5),
    (5, 8, 1, -2, False, 7.25),
    (8, 5, -3, 1, True, -9.75),
    (6, 9, 2, 3, True, 0.0),
    (28, 28, -2, 3, True, 8.125),
]


def changed(image, down, right, flips, angle):
    room = max(image.shape) + abs(down) + abs(right)
    padded = np.pad(image, room)
    if flips:
        padded = padded[:, ::-1]
    if angle:
        padded = ndimage.rotate(
            padded, angle, reshape=False, order=1, mode="grid-constant", cval=0.0
        )
    moved = np.roll(padded, (down, right), axis=(0, 1))
    return moved[room:-room, room:-room]


def main():
    generator = np.random.default_rng(20190701)
    cases = []
    for rows, columns, down, right, flips, angle in CASES:
        image = generator.integers(0, 256, (rows, columns)).astype(np.float64)
        result = changed(image, down, right, flips, angle)
        # Bytes are rounded: no value may be so near to a half that the last digit decides.
        assert np.all(np.abs(result - np.floor(result) - 0.5) > 1e-9)
        if angle in (90.0, -90.0):
            assert np.allclose(result, np.rot90(image, math.copysign(1, angle)))
        cases.append(
            {
                "rows": rows,
                "columns": columns,
                "down": down,
                "right": right,
                "flips": flips,
                "angle": angle,
                "image": [int(v) for v in image.ravel()],
                "result": [round(float(v), 9) for v in result.ravel()],
            }
        )
    print(json.dumps(cases, separators=(",", ":")))


main()
