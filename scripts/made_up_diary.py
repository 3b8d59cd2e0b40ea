#!/usr/bin/env python3
"""Writes scenarios/diaries/made_up.csv: a made-up diary of four invented persons, for examples and tests.

No real person answered anything here, and the rule below is not the model's: hurt rises with warmth, distance follows
hurt and carries over to the next prompt. The same file every time (fixed seed).

    python3 scripts/made_up_diary.py > scenarios/diaries/made_up.csv
"""
import datetime
import random

draw = random.Random(20240229)


def rating(value):
    return str(round(min(100, max(0, value))))


print("person,when,warmth,hurt,kept_distance")
for person, sensitivity in [("made_up_A", 0.1), ("made_up_B", 0.4), ("made_up_C", 0.7), ("made_up_D", 0.9)]:
    distance = 20.0
    for prompt in range(42):
        hour = (9, 14, 20)[prompt % 3]
        when = datetime.datetime(2024, 3, 1 + prompt // 3, hour, draw.randrange(60))
        warmth = draw.gauss(55, 20)
        hurt = sensitivity * max(0.0, warmth - 40) + draw.gauss(10, 8)
        distance = 0.4 * distance + 0.6 * hurt + draw.gauss(8, 8)
        cells = [rating(warmth), rating(hurt), rating(distance)]
        if draw.random() < 0.08:
            cells = ["", "", ""]  # a missed prompt
        elif draw.random() < 0.03:
            cells[draw.randrange(3)] = ""  # one question skipped
        print(",".join([person, when.strftime("%Y-%m-%d %H:%M"), *cells]))
