#!/usr/bin/env python3
"""Writes scenarios/diaries/made_up_conditioning.csv: made-up training with cues of its own, for examples and tests.

No real person was trained here. In room 0 a tone (for two persons a light) goes with hurt and the other does not; then
both come without hurt in room 1; at last both come once more in either room, and hurt is not asked. The same file every
time (fixed seed).

    python3 scripts/made_up_conditioning.py > scenarios/diaries/made_up_conditioning.csv
"""
import random

draw = random.Random(20240301)
TRAINING, WITHOUT = 24, 16  # trials


def order(trials):
    cues = ["tone", "light"] * (trials // 2)
    draw.shuffle(cues)
    return cues


print("person,paired,hour,tone,light,room,hurt")
for person, paired in [("made_up_K", "tone"), ("made_up_L", "tone"), ("made_up_M", "light"), ("made_up_N", "light")]:
    trials = [(cue, 0, draw.randrange(70, 91) if cue == paired else draw.randrange(0, 11)) for cue in order(TRAINING)]
    trials += [(cue, 1, draw.randrange(0, 11)) for cue in order(WITHOUT)]
    trials += [(cue, room, "") for room in (1, 0) for cue in ("tone", "light")]
    for hour, (cue, room, hurt) in enumerate(trials):
        print(f"{person},{paired},{hour},{int(cue == 'tone')},{int(cue == 'light')},{room},{hurt}")
