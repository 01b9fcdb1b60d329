#!/usr/bin/env python3
"""Saved networks in other programs' hands: NumPy, SciPy, safetensors, ONNX Runtime, networkx.

    python3 scripts/reference/networks.py --write scripts/reference/expected/networks
    python3 scripts/reference/networks.py --recorded scripts/reference/expected/networks
    python3 scripts/reference/networks.py --check .build/debug/sparsesh

The first form has NumPy and SciPy write small networks of every activation, in all the ways in which
such a file may be laid out, each with samples and the logits that NumPy finds for them. Tests load them,
and record what they are saved as for other programs. The second form runs the recorded `.onnx` files in
ONNX Runtime and holds them against those logits. The third trains networks with the built command, saves
them in every format, and holds the predictions of each against the command's own; and has the command load
what SciPy wrote. `scripts/check-networks` runs the last two. The first needs NumPy and SciPy alone.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import scipy.sparse as sparse

CLOSE = 1e-4


# What a network computes, in float64.

def texts_of(arrays):
    """The texts of a .npz file: `meta.NAME`, of bytes or of UTF-32."""
    found = {}
    for name in arrays:
        if name.startswith("meta."):
            value = arrays[name][()]
            found[name[5:]] = value.decode() if isinstance(value, bytes) else str(value)
    return found


def activated(z, layer, activation, arrays):
    name, _, argument = activation.rstrip(")").partition("(")
    if name == "tanh":
        return np.tanh(z)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "srelu":
        left, a, right, b = (np.asarray(arrays["%d.%s" % (layer, n)], dtype=np.float64)
                             for n in ("t_left", "a_left", "t_right", "a_right"))
        right = left + np.abs(right)
        return np.where(z < left, left + a * (z - left), np.where(z > right, right + b * (z - right), z))
    slope = float(argument.rpartition("=")[2] or 0)
    slope = {"relu": 0, "linear": 1, "leaky_relu": slope, "all_relu": slope if layer % 2 == 0 else -slope}[name]
    return np.where(z > 0, z, slope * z)


def logits_of(arrays, texts, samples):
    """The scores of the classes, from arrays by their names in the file."""
    values = np.asarray(samples, dtype=np.float64)
    if "input.mean" in arrays:
        mean, deviation = (np.asarray(arrays["input." + n], dtype=np.float64) for n in ("mean", "deviation"))
        values = np.where(deviation > 0, (values - mean) / np.where(deviation > 0, deviation, 1), 0)
    layers = 1
    while "%d.indptr" % (layers + 1) in arrays or "%d.weight" % (layers + 1) in arrays:
        layers += 1
    for k in range(1, layers + 1):
        if "%d.weight" % k in arrays:
            values = values @ np.asarray(arrays["%d.weight" % k], dtype=np.float64)
        else:
            data, indices, indptr = (
                np.asarray(arrays["%d.%s" % (k, name)], dtype=kind)
                for name, kind in (("data", np.float64), ("indices", np.int64), ("indptr", np.int64)))
            weights = sparse.csr_matrix(
                (data, indices, indptr), shape=(len(indptr) - 1, next_width(arrays, texts, k)))
            values = (weights.T @ values.T).T
        if "%d.bias" % k in arrays:
            values = values + np.asarray(arrays["%d.bias" % k], dtype=np.float64)
        if k < layers:
            values = activated(values, k, activation_of(arrays, texts, k), arrays)
    return values


def activation_of(arrays, texts, k):
    """The activation of a hidden layer: its own, the one of all, or what its parameters are those of."""
    if "activations" in texts:
        return json.loads(texts["activations"])[k - 1]
    return texts.get("activation") or ("srelu" if "%d.t_left" % k in arrays else None)


def next_width(arrays, texts, k):
    """How many columns layer k has, which compressed rows do not say."""
    if "%d.indptr" % (k + 1) in arrays:
        return len(arrays["%d.indptr" % (k + 1)]) - 1
    if "%d.weight" % (k + 1) in arrays:
        return arrays["%d.weight" % (k + 1)].shape[0]
    return len(arrays["%d.bias" % k]) if "%d.bias" % k in arrays else len(json.loads(texts["classes"]))


# Small networks that NumPy and SciPy write.

def shuffled_rows(matrix, stream):
    """The same matrix with each row's entries in another order."""
    order = np.concatenate([stream.permutation(np.arange(a, b)) for a, b in zip(matrix.indptr, matrix.indptr[1:])])
    return matrix.data[order], matrix.indices[order], matrix.indptr


def cases():
    """Name, arrays and texts of each network, and whether the file is compressed."""
    stream = np.random.default_rng(44)
    widths = [5, 7, 6, 3]

    def weights(k):
        return sparse.random(widths[k - 1], widths[k], density=0.6, format="csr", random_state=stream,
                             data_rvs=lambda n: stream.normal(size=n)).astype(np.float32)

    def csr(arrays, k, index=np.int32, data=np.float32, shuffle=False):
        matrix = weights(k)
        parts = shuffled_rows(matrix, stream) if shuffle else (matrix.data, matrix.indices, matrix.indptr)
        arrays["%d.data" % k] = parts[0].astype(data)
        arrays["%d.indices" % k] = parts[1].astype(index)
        arrays["%d.indptr" % k] = parts[2].astype(index)

    def vector(n):
        return stream.normal(size=n).astype(np.float32)

    def dense(k):
        return stream.normal(size=(widths[k - 1], widths[k])).astype(np.float32)

    def base(**how):
        arrays = {}
        csr(arrays, 1, **how)
        csr(arrays, 2, **how)
        arrays["3.weight"] = dense(3)
        for k in (1, 2, 3):
            arrays["%d.bias" % k] = vector(widths[k])
        return arrays

    yield "relu", base(), {"activation": "relu"}, False

    arrays = base(index=np.int64, data=np.float64, shuffle=True)
    for k in (1, 2):
        for name in ("t_left", "a_left", "t_right", "a_right"):
            arrays["%d.%s" % (k, name)] = vector(widths[k]) * np.float32(0.5)
    arrays["input.mean"] = vector(5)
    arrays["input.deviation"] = np.array([0.5, 2, 0, 1, 1.25], dtype=np.float32)
    yield "srelu", arrays, {
        "classes": json.dumps(["a", "b & <c>", "ö"]),
        "features": json.dumps(["width", "a, \"b\"", "=1+1", "ö", "x4"])}, False

    arrays = base(shuffle=True)
    arrays["3.weight"] = np.asfortranarray(arrays["3.weight"].astype(np.float64))
    del arrays["1.bias"]
    yield "leaky_relu", arrays, {"activation": "leaky_relu(0.125)"}, True

    arrays = base(index=np.dtype(">i4"), data=np.dtype(">f8"))
    yield "all_relu", arrays, {"activation": b"all_relu(alpha=0.3)"}, False

    arrays = base()
    del arrays["3.weight"]
    csr(arrays, 3)
    yield "tanh", arrays, {"activation": "tanh"}, True

    arrays = base()
    arrays["1.indptr"] = arrays["1.indptr"].astype(np.int64)
    yield "sigmoid", arrays, {"activation": "sigmoid"}, False

    arrays = base()
    for k in (1, 2, 3):
        del arrays["%d.bias" % k]
    yield "linear", arrays, {"activation": "linear", "classes": json.dumps(["0", "1", "2"])}, False


def write(folder):
    os.makedirs(folder, exist_ok=True)
    samples = np.random.default_rng(45).normal(size=(8, 5)).astype(np.float32)
    for name, arrays, texts, compressed in cases():
        named = dict(arrays, **{"meta." + n: np.array(t) for n, t in texts.items()})
        (np.savez_compressed if compressed else np.savez)(os.path.join(folder, name + ".npz"), **named)
        logits = logits_of(arrays, texts_of(named), samples)
        with open(os.path.join(folder, name + ".json"), "w") as file:
            json.dump({"samples": samples.tolist(), "logits": logits.round(9).tolist()}, file)
            file.write("\n")


# What other programs make of what the command saved.

def run_onnx(path, samples):
    """Logits and probabilities by ONNX Runtime, and the texts, of a file that ONNX's own checker passes."""
    import onnx
    import onnxruntime
    onnx.checker.check_model(path, full_check=True)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    logits, probabilities = session.run(
        ["logits", "probabilities"], {"features": np.asarray(samples, dtype=np.float32)})
    return logits, probabilities, session.get_modelmeta().custom_metadata_map


def agree(what, logits, expected):
    """Ends the check unless every arg-max is the same and no logit is further than 1e-4 off."""
    distance = np.abs(logits - expected).max()
    same = (logits.argmax(axis=1) == expected.argmax(axis=1)).mean()
    print("%-40s %4d samples, arg-max %.1f%%, logits within %.1e" % (what, len(expected), 100 * same, distance))
    if same < 1 or not distance <= CLOSE:
        sys.exit("networks: %s differs" % what)


def recorded(folder):
    names = sorted(n[:-5] for n in os.listdir(folder) if n.endswith(".onnx"))
    if len(names) != 7:
        sys.exit("networks: 7 recorded networks were expected in %s, not %d" % (folder, len(names)))
    for name in names:
        with open(os.path.join(folder, name + ".json")) as file:
            case = json.load(file)
        expected = np.array(case["logits"])
        logits, probabilities, _ = run_onnx(os.path.join(folder, name + ".onnx"), case["samples"])
        agree("recorded %s.onnx" % name, logits, expected)
        shifted = np.exp(expected - expected.max(axis=1, keepdims=True))
        if np.abs(probabilities - shifted / shifted.sum(axis=1, keepdims=True)).max() > CLOSE:
            sys.exit("networks: the probabilities of %s.onnx differ" % name)


def make_data(folder):
    """Four clouds in nine features, one of them constant, one far from zero, with names."""
    stream = np.random.default_rng(46)
    names = ["width", "height", "a,b"] + ["f%d" % i for i in range(6)]
    classes = ["red", "green", "blue", "none of these"]
    means = stream.normal(size=(4, 9)) * 1.2
    for part, count in (("train", 400), ("test", 200)):
        labels = stream.integers(0, 4, size=count)
        samples = means[labels] + stream.normal(size=(count, 9))
        samples[:, 3] = 7
        samples[:, 4] = samples[:, 4] * 0.01 + 1000
        with open(os.path.join(folder, part + ".csv"), "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(names + ["colour"])
            rows.writerows([repr(float(np.float32(v))) for v in s] + [classes[c]] for s, c in zip(samples, labels))
    with open(os.path.join(folder, "test.csv"), newline="") as file:
        return np.array([[np.float32(v) for v in row[:-1]] for row in list(csv.reader(file))[1:]])


SETTINGS = [
    ("srelu", "sparse=epsilon(3) activation=srelu dropout=20%", "policy=set", ""),
    ("all_relu", "sparse=density(30%) activation=all_relu(0.6) output=sparse", "policy=codacorset", "scale=minmax"),
    ("dense", "sparse=none activation=tanh bias=false", "", "scale=none drop=[5]"),
]

SCRIPT = """
d = data "train.csv" test="test.csv" {data}
net = network in-24-16-out {network}
first = train net data=d {train} epochs=4 batch=20 lr=0.05 seed=3 threads=1
save first to="net.npz"
save first to="net.safetensors"
save first to="net.csv"
save first to="net.onnx"
save first to="net.graphml"
report predictions(first) to="own.csv"
"""


def run(command, script, folder, fails=False):
    done = subprocess.run([command, "--quiet", "-e", script], cwd=folder, capture_output=True, text=True)
    if (done.returncode != 0) != fails:
        sys.exit("networks: `%s` ended with %d\n%s" % (script, done.returncode, done.stdout + done.stderr))
    return done.stderr


def own_logits(path):
    with open(path, newline="") as file:
        rows = list(csv.reader(file))
    return np.array([[float(v) for v in row[3:]] for row in rows[1:]])


def check(command):
    command = os.path.abspath(command)
    for name, network, train, data in SETTINGS:
        with tempfile.TemporaryDirectory() as folder:
            samples = make_data(folder)
            if "drop" in data:
                samples = np.delete(samples, 4, axis=1)
            run(command, SCRIPT.format(data=data, network=network, train=train), folder)
            check_saved(name, folder, samples)
            check_loading(name, command, folder, samples, data)


def check_saved(name, folder, samples):
    from safetensors import safe_open
    from safetensors.numpy import load_file
    path = os.path.join(folder, "net")
    expected = own_logits(os.path.join(folder, "own.csv"))
    arrays = dict(np.load(path + ".npz"))
    texts = texts_of(arrays)
    agree("%s.npz in NumPy and SciPy" % name, logits_of(arrays, texts, samples), expected)
    with safe_open(path + ".safetensors", "np") as file:
        metadata = file.metadata()
    agree("%s.safetensors in NumPy and SciPy" % name,
          logits_of(load_file(path + ".safetensors"), metadata, samples), expected)
    logits, _, onnx_texts = run_onnx(path + ".onnx", samples)
    agree("%s.onnx in ONNX Runtime" % name, logits, expected)
    if not texts == metadata == onnx_texts:
        sys.exit("networks: the texts of %s differ between formats" % name)
    check_edges(name, path, arrays, texts)


def check_edges(name, path, arrays, texts):
    """The edge list and the graph hold the same connections as the arrays."""
    import networkx
    edges = {}
    for k in range(1, 4):
        if "%d.weight" % k in arrays:
            matrix = arrays["%d.weight" % k]
            edges.update({(k, i, j): matrix[i, j] for i, j in np.ndindex(matrix.shape)})
        else:
            data, indices, indptr = (arrays["%d.%s" % (k, n)] for n in ("data", "indices", "indptr"))
            rows = np.repeat(np.arange(len(indptr) - 1), np.diff(indptr))
            edges.update({(k, int(i), int(j)): w for i, j, w in zip(rows, indices, data)})
    features = json.loads(texts["features"])
    with open(path + ".csv", newline="") as file:
        listed = {}
        for row in csv.DictReader(file):
            key = (int(row["layer"]), int(row["input"]), int(row["output"]))
            listed[key] = np.float32(row["weight"])
            if row["feature"] != (features[key[1]] if key[0] == 1 else ""):
                sys.exit("networks: %s.csv names a feature wrongly" % name)
    graph = networkx.read_graphml(path + ".graphml")
    drawn = {}
    for source, target, values in graph.edges(data=True):
        layer, row = source.split(".")
        drawn[(int(layer) + 1, int(row), int(target.split(".")[1]))] = np.float32(values["weight"])
    if not edges == listed == drawn:
        sys.exit("networks: the connections of %s differ between formats" % name)
    named = [graph.nodes["0.%d" % i]["name"] for i in range(len(features))]
    if named != features or [graph.nodes["3.%d" % i]["name"] for i in range(4)] != json.loads(texts["classes"]):
        sys.exit("networks: the names of %s.graphml differ" % name)
    print("%-40s %4d connections, the same in .csv and .graphml" % (name, len(edges)))


def check_loading(name, command, folder, samples, data):
    """Weights that SciPy changed and wrote, with our texts or with none but the activation."""
    stream = np.random.default_rng(47)
    arrays = {n: a for n, a in np.load(os.path.join(folder, "net.npz")).items() if "velocity" not in n}
    first = arrays.get("1.weight")
    if first is None:
        parts = (arrays["1.data"], arrays["1.indices"], arrays["1.indptr"])
        first = sparse.csr_matrix(parts, shape=(samples.shape[1], 24)).toarray()
    pruned = sparse.csr_matrix(np.where(np.abs(first) > 0.1, first, 0).astype(np.float64))
    arrays.pop("1.weight", None)
    arrays["1.data"], arrays["1.indices"], arrays["1.indptr"] = shuffled_rows(pruned, stream)
    texts = texts_of(arrays)
    np.savez_compressed(os.path.join(folder, "pruned.npz"), **arrays)
    bare = {n: a for n, a in arrays.items() if not n.startswith("meta.")}
    # Classes are matched by name; the rest of the texts has defaults.
    bare["meta.activation"], bare["meta.classes"] = json.loads(texts["activations"])[0], texts["classes"]
    np.savez(os.path.join(folder, "bare.npz"), **bare)
    expected = logits_of(arrays, texts, samples)
    for file in ("pruned", "bare"):
        run(command, 'd = data "train.csv" test="test.csv" %s\nn = load "%s.npz"\n'
            'report predictions(n, data=d) to="own.csv"' % (data, file), folder)
        agree("%s, SciPy's %s.npz loaded" % (name, file), own_logits(os.path.join(folder, "own.csv")), expected)
    twice = bare["1.indices"].copy()
    row = int(np.argmax(np.diff(bare["1.indptr"])))
    start = bare["1.indptr"][row]
    twice[start + 1] = twice[start]
    np.savez(os.path.join(folder, "twice.npz"), **dict(bare, **{"1.indices": twice}))
    if "E0655" not in run(command, 'load "twice.npz"', folder, fails=True):
        sys.exit("networks: a doubled connection was not refused as E0655")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", metavar="FOLDER")
    parser.add_argument("--recorded", metavar="FOLDER")
    parser.add_argument("--check", metavar="COMMAND")
    arguments = parser.parse_args()
    if arguments.write:
        write(arguments.write)
    if arguments.recorded:
        recorded(arguments.recorded)
    if arguments.check:
        check(arguments.check)


main()
