#!/usr/bin/python3
"""In which share of a regions journal some numbers of a claim lie above 0, whatever their bounds.

    scripts/order_in_regions.py JOURNAL CLAIM EXPECTATION...      for example  out/regions/regions.jsonl 33 2 3

Claim 33: an order of arms is there where every smallest step is above 0. Share with Wilson's 95 % interval.
"""
import json
import math
import sys


def wilson(hits, draws, z=1.959964):
    share, spread = hits / draws, z * z / draws
    middle = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / draws + spread / (4 * draws)) / (1 + spread)
    return middle - half, middle + half


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        header, *draws = [json.loads(line) for line in file]
    place = header["claims"].index(int(sys.argv[2]))
    wanted = [int(one) - 1 for one in sys.argv[3:]]

    def above(number):
        return number[0] is not None and number[0] > 0
    hits = sum(all(above(draw["found"][place][one]) for one in wanted) for draw in draws)
    low, high = wilson(hits, len(draws))
    print(f"{hits} of {len(draws)} draws: {100 * hits / len(draws):.1f} % [{100 * low:.1f}, {100 * high:.1f}]")
