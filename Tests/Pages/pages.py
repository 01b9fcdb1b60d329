"""The pages that are looked at: reports of every kind of result, made once by the built command."""
import os
import pathlib
import struct
import subprocess

BINARY = os.environ["SPARSESH_BINARY"]

# What names, labels and paths may hold; none of it may be taken for markup.
HOSTILE = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title><h1>x</h1>",
    "a & b &amp; c", "it's \"so\"", "</script><svg onload=alert(1)>", "\u202ereversed",
    "<!--<script>", "${alert(1)}", "`x`",
]

SCRIPT = """
mad = data madelon generate=true features=60 samples=300 test_samples=100 seed=2
net = network in-60*3-out sparse=epsilon(8)
first = train net data=mad policy=set(zeta=30%) epochs=40 batch=50 lr=0.1 seed=1 quiet=true
report first to="run.html"
report first show=[removal] to="removal.html"
report mad to="dataset.html"
report net to="network.html"

swirl = data spirals samples=120 test_samples=60
small = network in-24-out sparse=density(40%)
study = compare small data=swirl epochs=250 batch=60 lr=0.1 quiet=true over policy=[static, set(zeta=30%), set(zeta=10%), codacorset(zeta=30%)] seed=1..3
report study to="study.html"

tiles = data "images.idx" train_labels="labels.idx" test=20% scale=minmax
eye = network in-30-out sparse=density(20%)
picture = train eye data=tiles epochs=12 batch=20 lr=0.05 quiet=true
report picture to="images.html"

tiny = network 6-5-3 sparse=density(40%)
change = evolve tiny policy=set(zeta=50%) seed=3
report change to="evolve.html"
"""

MADELON = """
mad = data madelon
net = network in-200-out sparse=epsilon(10)
real = train net data=mad policy=set epochs=3 batch=200 lr=0.1 quiet=true
report real show=[summary, topology, removal] to="madelon.html"
"""


def images(folder):
    """60 images of 12 × 8 pixels in IDX: what tells the classes apart lies in the middle."""
    state, pixels, labels = 7, bytearray(), bytearray()
    for sample in range(60):
        label = sample % 3
        labels.append(label)
        for row in range(12):
            for column in range(8):
                state = (state * 1103515245 + 12345) % (1 << 31)
                inside = 4 <= row < 8 and 2 <= column < 6
                pixels.append((state >> 16) % 60 + (label * 90 if inside else 0))
    (folder / "images.idx").write_bytes(struct.pack(">IIII", 0x803, 60, 12, 8) + pixels)
    (folder / "labels.idx").write_bytes(struct.pack(">II", 0x801, 60) + labels)


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def escaped(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def hostile(folder):
    """A table whose columns and labels are hostile, in a file that is, and a script that uses it."""
    name = "\"><img src=x onerror=alert(1)> & 'q'.csv"
    columns = HOSTILE[:6]
    rows = [",".join(quoted(c) for c in columns) + ",class"]
    for sample in range(80):
        values = [str((sample * (k + 3) * 7919) % 101 / 10) for k in range(len(columns))]
        rows.append(",".join(values) + "," + quoted(HOSTILE[sample % len(HOSTILE)]))
    (folder / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    return f"""
# <script>alert('in the script')</script> \u202e --> ]]>
bad = data "{escaped(name)}" test=25%
net = network in-12-out sparse=density(50%)
trained = train net data=bad epochs=6 batch=10 quiet=true
report trained show=[summary, accuracy, confusion, layers, evolution, topology, features, removal, reproducibility] to="hostile.html"
report bad to="hostile-data.html"
save trained to="<b>bold<b>.npz"
""".replace("\u202e", "")


def made(folder):
    """All pages, by name."""
    folder = pathlib.Path(folder)
    images(folder)
    programs = {"all": SCRIPT, "hostile": hostile(folder)}
    data = os.environ.get("SPARSESH_DATA")
    if data and (pathlib.Path(data) / "madelon").is_dir():
        programs["madelon"] = MADELON
    for name, program in programs.items():
        (folder / f"{name}.sparse").write_text(program, encoding="utf-8")
        subprocess.run([BINARY, f"{name}.sparse"], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL)
    return {path.stem: path for path in sorted(folder.glob("*.html"))}
