"""`python -m peer_steps run FOLDER`, `check`, and for one process `one` and `check-one`.

`run` starts a process for every peer, case and number of threads, since the libraries read their
number of threads at start, and prints each one's line on standard output as soon as it is there.
"""

import argparse
import json
import os
import subprocess
import sys

from .job import Job
from .network import Unsupported
from .peers import PEERS, environments

#: Seconds that a process may take beyond the time asked for: loading, compiling, checking, and two
#: evolutions of tens of millions of connections.
_GRACE = 900

#: Lines of a failed process to repeat.
_SAID = 6


def main():
    parser = argparse.ArgumentParser(prog="peers", description="times other libraries' training steps")
    verbs = parser.add_subparsers(dest="verb", required=True)
    run = verbs.add_parser("run", help="run all cases of a job folder")
    run.add_argument("folder")
    run.add_argument("--peer", action="append", choices=PEERS, help="only this one; repeatable")
    verbs.add_parser("check", help="hold every peer against plain NumPy")
    one = verbs.add_parser("one", help="run one peer on one case in this process")
    one.add_argument("folder")
    one.add_argument("case", type=int)
    one.add_argument("peer")
    one.add_argument("threads", type=int)
    one.add_argument("seconds", type=float)
    check_one = verbs.add_parser("check-one", help="hold one peer against plain NumPy")
    check_one.add_argument("peer")
    arguments = parser.parse_args()
    sys.exit({"run": _run, "check": _check, "one": _one, "check-one": _check_one}[arguments.verb](
        arguments))


def _run(arguments):
    try:
        job = Job.read(arguments.folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        _note(f"{arguments.folder}/job.json cannot be read: {error}")
        return 2
    for number, case in enumerate(job.cases):
        for peer in arguments.peer or PEERS:
            for threads in job.threads:
                _note(f"{case.name}: {peer}, {_count(threads)}")
                line = _best(arguments.folder, job, number, peer, threads)
                print(json.dumps(line), flush=True)
    return 0


def _best(folder, job, number, peer, threads):
    """The line of a peer in the best of the environments worth trying, which share the time."""
    ways = environments(peer, threads)
    seconds = job.seconds / len(ways)
    best = {"peer": peer, "case": job.cases[number].name, "threads": threads}
    for way in ways:
        words = ["one", folder, str(number), peer, str(threads), str(seconds)]
        output, fault = _start(words, way, seconds + _GRACE)
        line = {**best, "skipped": fault} if fault else json.loads(output)
        if "ms" not in best and "skipped" in line:
            best = line
        elif "ms" in line and line["ms"] < best.get("ms", float("inf")):
            best = {**line, "wait_policy": way.get("OMP_WAIT_POLICY", "default").lower()}
    return best


def _one(arguments):
    from .measure import measure

    job = Job.read(arguments.folder)
    case = job.cases[arguments.case]
    try:
        line = measure(arguments.peer, case, arguments.threads, arguments.seconds)
    except Unsupported as error:
        line = {"peer": arguments.peer, "case": case.name, "threads": arguments.threads,
                "skipped": str(error)}
    print(json.dumps(line))
    return 0


def _check(arguments):
    failed = False
    for peer in PEERS:
        for threads in (1, 2):
            output, fault = _start(["check-one", peer], environments(peer, threads)[-1], _GRACE)
            said = f"{peer}: {fault}" if fault else output
            print(f"{said} ({_count(threads)})", flush=True)
            failed = failed or bool(fault)
    return 1 if failed else 0


def _check_one(arguments):
    from .check import check

    try:
        print(check(arguments.peer))
    except Unsupported as error:
        print(f"{arguments.peer}: skipped, {error}")
    return 0


def _start(words, variables, seconds):
    """What a process of its own prints, and what went wrong, if something did."""
    try:
        ended = subprocess.run(
            [sys.executable, "-m", __package__, *words], capture_output=True, text=True,
            env={**os.environ, **variables}, timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return "", f"it took longer than {seconds:.0f} s"
    if ended.returncode != 0:
        said = ended.stderr.strip().splitlines() or [f"exit status {ended.returncode}"]
        _note(*said[-_SAID:])
        return "", f"it failed: {said[-1]}"
    return ended.stdout.strip(), None


def _count(threads):
    return f"{threads} thread{'s' if threads != 1 else ''}"


def _note(*lines):
    for line in lines:
        print(f"peers: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
