"""Lets other recognisers name the answers of a file, and says how long they took.

    python3 peers.py PEER FILE...

A FILE holds an answer a line: {"status", "headers": [[name, value]], "body"}. Prints a line for each file: {"peer",
"version", "answers", "named", "seconds"}, where `seconds` is the median of several passes over `answers` answers.

Only the peer's own matching runs, on answers that are ready in memory: nothing is sent, and no string of an attack is
made. Reading and preparing the answers is not timed, and time is the processor's: a busy machine does not count against
the peer.
"""

import importlib
import importlib.metadata
import json
import random
import socket
import statistics
import sys
import time

# Seconds for one file, at most: a pass under way ends there, and counts with the answers that it has seen.
FILE_SECONDS = 8.0
# Passes over one file, at most.
PASSES = 3


def no_network(*_):
    raise OSError("the benchmark sends nothing")


def wafw00f():
    """Its plugins, in its own order, up to the first that says yes; the answer stands for all that it would ask for."""
    from requests import Response
    from requests.structures import CaseInsensitiveDict
    from wafw00f.main import WAFW00F

    peer = WAFW00F.__new__(WAFW00F)
    peer.Request = no_network
    plugins = [WAFW00F.wafdetections[name] for name in WAFW00F.checklist]

    class Ready(Response):
        text = ""  # decoded before: cheaper than what it does itself

    def prepare(answer):
        ready = Ready()
        ready.status_code = answer["status"]
        headers = CaseInsensitiveDict()
        for name, value in answer["headers"]:
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        ready.headers = headers
        ready.text = answer["body"]
        return ready

    def name(ready):
        peer.rq = peer.attackres = ready
        return any(plugin(peer) for plugin in plugins)

    return prepare, name


def identYwaf():
    """Its one pattern over the raw answer; what it finds out by sending attacks is left out."""
    peer = importlib.import_module("identYwaf.identYwaf")
    peer.load_data()

    def prepare(answer):
        headers = "".join(f"{name}: {value}\n" for name, value in answer["headers"])
        return f"HTTP/1.1 {answer['status']} \n{headers}\n{answer['body']}"

    return prepare, lambda raw: peer.non_blind_check(raw, silent=True)


def measure(name, answers):
    """Median seconds of a pass, the answers in a pass, and how many of them were named."""
    clock, end = time.process_time, time.perf_counter() + FILE_SECONDS
    passes = []
    while len(passes) < PASSES and time.perf_counter() < end:
        named, seen, start = 0, 0, clock()
        for answer in answers:
            named += bool(name(answer))
            seen += 1
            if time.perf_counter() > end:
                break
        seconds = clock() - start
        # A pass cut short counts only where there is no whole one.
        if seen == len(answers) or not passes:
            passes.append((seconds, seen, named))
    _, seen, named = passes[0]
    return statistics.median(seconds for seconds, _, _ in passes), seen, named


def main():
    which, *files = sys.argv[1:]
    socket.socket.connect = no_network
    prepare, name = {"wafw00f": wafw00f, "identYwaf": identYwaf}[which]()
    version = importlib.metadata.version(which)
    for file in files:
        with open(file, encoding="utf-8") as lines:
            answers = [prepare(json.loads(line)) for line in lines]
        # A pass that is cut short has then seen a fair part.
        random.Random(0).shuffle(answers)
        seconds, seen, named = measure(name, answers)
        row = {"peer": which, "version": version, "answers": seen, "named": named, "seconds": seconds}
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
