"""All benchmarks, one after the other: `python -m tests.benchmarks [--data FOLDER] [NAME…]`.

Exit 1 where one of them finds a figure below its floor, or fails.
"""

import argparse
import subprocess
import sys
import time

# name -> the arguments it takes of those given here
BENCHES = {"reading": ("--data",), "judgement": ("--data",), "furniture": ("--data",), "store": (), "search": (),
           "clusters": (), "growth": (), "reparse": (), "crawl": (), "browse": ()}


def main() -> int:
    """Run those named, or all; 0 if all went well."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--data", help="the folder of labelled pages, for those that read them")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    given = parser.parse_args()
    if unknown := [name for name in given.names if name not in BENCHES]:
        parser.error(f"no benchmark '{unknown[0]}'; there are {', '.join(BENCHES)}")
    failed = []
    for name in given.names or BENCHES:
        print(f"\n=== {name}", flush=True)
        words = ["--data", given.data] if "--data" in BENCHES[name] and given.data else []
        began = time.monotonic()
        done = subprocess.run([sys.executable, "-m", f"tests.benchmarks.bench_{name}", *words], check=False)
        print(f"({time.monotonic() - began:.0f} s)", flush=True)
        if done.returncode:
            failed.append(name)
    if failed:
        print(f"\nbelow a floor, or failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
