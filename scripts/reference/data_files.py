#!/usr/bin/env python3
"""Writes one small table in every data format, by programs that know nothing of sparsesh.

    python3 scripts/reference/data_files.py scripts/reference/expected/files

The same 12 samples of 5 features in 3 classes go into every file, written by NumPy, SciPy,
scikit-learn, h5py and liac-arff; `table.json` holds them as plain numbers. Every value is an eighth, so that
it is the same in any width of float and in decimals. Needs numpy, scipy, scikit-learn, h5py, liac-arff and the
program compress.
"""

import gzip
import json
import os
import subprocess
import sys
import zipfile

import arff
import h5py
import numpy as np
import scipy.io
import scipy.sparse
from sklearn.datasets import dump_svmlight_file


def table():
    """Samples with many zeros, a whole column of them but for one, and classes 1, 2, 3."""
    stream = np.random.default_rng(20)
    samples = stream.integers(-40, 41, size=(12, 5)) / 8.0
    samples[stream.random(samples.shape) < 0.4] = 0
    samples[:, 4] = 0
    samples[7, 4] = 2.5
    return samples, np.array([1, 2, 3] * 4)


def name_class(item, name):
    """Names the class of an array as MATLAB does: a text of C, not of Fortran."""
    kind = h5py.h5t.C_S1.copy()
    kind.set_size(len(name))
    kind.set_strpad(h5py.h5t.STR_NULLTERM)
    space = h5py.h5s.create(h5py.h5s.SCALAR)
    attribute = h5py.h5a.create(item.id, b"MATLAB_class", kind, space)
    attribute.write(np.array(name.encode(), dtype="S%d" % len(name)), mtype=kind)


def matlab73(path, arrays):
    """A v7.3 file as MATLAB writes it: HDF5 behind 512 bytes, axes reversed, a class each."""
    with h5py.File(path, "w", userblock_size=512, libver=("earliest", "v108")) as file:
        for name, array in arrays.items():
            if scipy.sparse.issparse(array):
                sparse = array.tocsc()
                sparse.sort_indices()
                group = file.create_group(name)
                name_class(group, "double")
                group.attrs["MATLAB_sparse"] = np.uint64(sparse.shape[0])
                group["data"] = sparse.data
                group["ir"] = sparse.indices.astype("u8")
                group["jc"] = sparse.indptr.astype("u8")
                continue
            file[name] = np.atleast_2d(array).T if array.ndim == 1 else array.T
            kind = {"f8": "double", "f4": "single", "u1": "uint8"}[array.dtype.str[1:]]
            name_class(file[name], kind)
    text = b"MATLAB 7.3 MAT-file, Platform: GLNXA64, Created on: Mon Jan  1 00:00:00 2024 HDF5 schema 1.00 ."
    with open(path, "r+b") as file:
        file.write(text.ljust(116) + b"\0" * 8 + b"\x00\x02" + b"IM")


def main(folder):
    os.makedirs(folder, exist_ok=True)
    samples, labels = table()
    path = lambda name: os.path.join(folder, name)
    with open(path("table.json"), "w") as file:
        json.dump({"x": samples.tolist(), "y": labels.tolist()}, file)

    np.save(path("x-f8.npy"), samples)
    np.save(path("x-f4-columns.npy"), np.asfortranarray(samples.astype("<f4")))
    np.save(path("x-f8-big.npy"), samples.astype(">f8"))
    np.save(path("x-f2.npy"), samples.astype("<f2"))
    np.save(path("x-i2.npy"), (samples * 8).astype("<i2"))
    np.save(path("x-cube.npy"), samples[:, :4].reshape(12, 2, 2).copy(order="F"))
    np.save(path("y-i8.npy"), labels)
    np.save(path("y-text.npy"), labels.astype("<U7"))
    np.save(path("table.npy"), np.column_stack([labels, samples]))
    np.savez(path("table.npz"), X=samples, y=labels)
    np.savez_compressed(
        path("parts.npz"), x_train=samples[:9], y_train=labels[:9], x_test=samples[9:], y_test=labels[9:])

    columns = [("x%d" % index, "REAL") for index in range(5)] + [("class", ["1", "2", "3"])]
    rows = [list(row) + [str(label)] for row, label in zip(samples.tolist(), labels)]
    described = {"relation": "a table", "description": "twelve samples", "attributes": columns}
    with open(path("table.arff"), "w") as file:
        arff.dump({**described, "data": rows}, file)
    sparse = [{i: v for i, v in enumerate(row) if v not in (0, "1")} for row in rows]
    with open(path("sparse.arff"), "w") as file:
        file.write(arff.ArffEncoder().encode({**described, "data": sparse}))
    # What SciPy makes of the dense file is what was meant.
    read, _ = scipy.io.arff.loadarff(path("table.arff"))
    assert [list(row)[:5] for row in read.tolist()] == samples.tolist()

    dump_svmlight_file(samples, labels, path("table.svm"), zero_based=False, comment="twelve samples")
    dump_svmlight_file(samples, labels, path("table0.svm"), zero_based=True)

    scipy.io.savemat(path("v5.mat"), {"X": samples, "Y": labels[:, None].astype(float)})
    scipy.io.savemat(path("v5-packed.mat"), {"fea": samples, "gnd": labels.astype("u1")}, do_compression=True)
    scipy.io.savemat(path("v5-sparse.mat"), {"X": scipy.sparse.csc_matrix(samples), "y": labels.astype("i4")})
    scipy.io.savemat(path("v5-columns.mat"), {"X": samples.T.astype("f4"), "y": labels, "note": "a text"})
    matlab73(path("v73.mat"), {"X": samples, "Y": labels.astype("f8")})
    matlab73(path("v73-sparse.mat"), {"X": scipy.sparse.csc_matrix(samples), "Y": labels.astype("u1")})

    # As the smartphone set has it: two blanks, fields of 16 characters, exponents of three digits.
    def field(value):
        digits, _, exponent = ("%.7e" % value).partition("e")
        return ("%se%s%03d" % (digits, exponent[0], int(exponent[1:]))).rjust(16)

    with open(path("x_train.txt"), "w") as file:
        file.writelines("".join(map(field, row)) + "\n" for row in samples)
    with open(path("y_train.txt"), "w") as file:
        file.writelines("%d\n" % label for label in labels)

    # Unix compress, with codes of all widths and, in the long text, a table that is cleared.
    with open(path("long.txt"), "w") as file:
        file.writelines("%d\n" % (number * number % 99991) for number in range(9000))
        file.writelines(chr(97 + number * number % 23) for number in range(9000))
    for name in ["x_train.txt", "long.txt"]:
        with open(path(name + ".Z"), "wb") as target:
            bits = "12" if name == "long.txt" else "16"
            subprocess.run(["compress", "-c", "-b", bits, path(name)], stdout=target)
    os.remove(path("long.txt"))

    # As archives of data sets are: folders, an archive within, compressed files, shadows of macOS.
    with zipfile.ZipFile(path("inner.zip"), "w", zipfile.ZIP_DEFLATED) as inner:
        inner.write(path("y_train.txt"), "A Set/train/y_train.txt")
        inner.writestr("__MACOSX/A Set/train/._y_train.txt", "shadow")
        inner.writestr("A Set/again/y_train.txt", "another")
    with zipfile.ZipFile(path("nested.zip"), "w", zipfile.ZIP_DEFLATED) as outer:
        outer.write(path("x_train.txt.Z"), "x_train.txt.Z")
        outer.write(path("inner.zip"), "A Set.zip")
        outer.write(path("table.svm"), "folder/table.svm")
    os.remove(path("inner.zip"))

    for name in ["table.svm", "table.arff", "x-f8.npy", "v5.mat", "table.npz"]:
        with open(path(name), "rb") as source, open(path(name + ".gz"), "wb") as target:
            with gzip.GzipFile("", "wb", fileobj=target, mtime=0) as packed:
                packed.write(source.read())


if __name__ == "__main__":
    main(sys.argv[1])
