#!/usr/bin/python3
"""Reads run.nc as a user of Python does: Debian's xarray, nothing of nearness.

    read_run.py PROGRAM    runs small.toml in a temporary folder and reads every group and variable of what came out;
                           then the diary of the shipped made-up one
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile

import numpy
import xarray

HERE = pathlib.Path(__file__).resolve().parent
ROWS = {  # rows of a group, where the scenario says how many, and dimensions of columns that have two
    "curve": (4 * (3 + 1), {"predicted_pain": "closeness"}),
    "moment": (4 * (104 + 26 + 26), {}),  # the second arm lives only `together` anew
    "session": (4 * 5, {"sud": "set"}),
    "event": (4 * 2, {}),
    "template": (None, {"prototype": "cue", "weight": "signal"}),
    "diary": (0, {"cues": "cue"}),
    "beat": (0, {}),
    "failure": (0, {}),
}
UNITS = {"1", "s", "days", "years"}


def described(variable, name):
    assert variable.attrs["long_name"], f"{name} has no long name"
    if variable.dtype.kind in "OSU":
        assert all(isinstance(text, str) and text for text in variable.values), f"{name}: {variable.values}"
    else:
        assert variable.attrs["units"] in UNITS, f"{name} has the units {variable.attrs['units']}"


def read_root(path, summary):
    with xarray.open_dataset(path, decode_times=False) as run:
        assert dict(run.sizes) == {"arm": 2, "person": 4, "chapter": 3, "cue": 9}, run.sizes
        assert list(run["arm_id"].values) == ["as written", "emdr"]
        assert list(run["chapter_id"].values) == ["childhood", "quiet", "together"]
        assert list(run["cue_name"].values)[:2] == ["closeness", "attention"]
        assert run.attrs["plan_hash"] == summary["plan_hash"] and run.attrs["seed"] == "7"
        assert run.attrs["scenario"] == (HERE / "small.toml").read_text(encoding="utf-8")
        for name, variable in run.variables.items():
            described(variable, name)
        for name, entry in summary["codebook"].items():
            assert run[name].dims == ("arm", "person", "chapter"), name
            assert run[name].attrs["units"] == entry["unit"] and run[name].attrs["long_name"] == entry["says"], name
            for arm in range(2):
                for chapter in range(3):
                    spread = summary["arms"][arm]["chapters"][chapter]["quantities"][name]
                    read = run[name].values[arm, :, chapter]
                    if spread is None:
                        assert numpy.isnan(read).all(), (name, arm, chapter)
                    else:
                        assert math.isclose(numpy.nanmean(read), spread["mean"], rel_tol=1e-12, abs_tol=1e-15), name
        # As a user would: the mean edge of the last chapter as written.
        edge = float(run["edge"].isel(arm=0, chapter=-1).mean("person"))
        assert math.isclose(edge, summary["arms"][0]["chapters"][2]["quantities"]["edge"]["mean"], rel_tol=1e-12)
        return len(run.variables)


def read_group(path, group, rows, across):
    with xarray.open_dataset(path, group=group, decode_times=False) as table:
        for name, variable in table.variables.items():
            described(variable, f"{group}/{name}")
            if name.endswith("_name"):
                assert variable.dims == (name.replace("_name", "_index"),), name
            elif name in table.coords:
                assert variable.dims == (name,), name
            else:
                assert variable.dims == (("row", across[name]) if name in across else ("row",)), (name, variable.dims)
            variable.values  # decompresses
        assert rows is None or table.sizes["row"] == rows, (group, dict(table.sizes))
        assert rows == 0 or (table["person_index"].values.max() == 3 and table["arm_index"].values.max() == 1), group
        if group == "moment":
            pain = table["pain"].values
            assert ((pain >= 0) & (pain <= 1)).all()
            assert set(numpy.unique(table["strategy"])) <= set(range(table.sizes["strategy_index"]))
        if group == "event":
            assert set(table["kind_name"].values[table["kind"].values]) == {"stressor"}
        if group == "session":
            plans = table["plan_name"].values[table["plan"].values]
            assert sorted(set(plans)) == ["after-emdr", "emdr"], plans
            therapies = table["therapy_name"].values[table["therapy"].values]
            assert sorted(set(therapies)) == ["emdr", "graded closeness"], therapies
            emdr = table["sud"].values[therapies == "emdr"]
            assert emdr.shape == (12, 10) and ((emdr >= 0) & (emdr <= 10)).all()
            assert numpy.isnan(table["sud"].values[therapies != "emdr"]).all()
        return len(table.variables)


def read_diary(path):
    with xarray.open_dataset(path, group="diary", decode_times=False) as diary:
        assert diary.sizes["row"] > 100 and diary["cues"].dims == ("row", "cue")
        cues = diary["cues"].values
        assert numpy.isnan(cues).any() and (cues[~numpy.isnan(cues)] <= 1).all()
        assert diary["predicted_pain"].notnull().all()
    with xarray.open_dataset(path) as run:
        assert len(run["person_id"]) == 4 and all(run["person_id"].values), run["person_id"].values


def read_own_cues(path):
    with xarray.open_dataset(path) as run:
        assert list(run["study_cue_name"].values) == ["tone", "light", "room"]
        assert list(run["study_cue_kind"].values) == ["signal", "signal", "context"]
    with xarray.open_dataset(path, group="diary", decode_times=False) as diary:
        cues = diary["study_cues"]
        assert cues.dims == ("row", "study_cue") and set(numpy.unique(cues.values)) == {0, 1}
        assert diary["cues"].isnull().all()
    with xarray.open_dataset(path, group="template", decode_times=False) as template:
        assert template["study_prototype"].dims == ("row", "study_cue") and template["study_prototype"].notnull().all()
        weights = template["study_weight"].values
        assert numpy.isnan(weights[:, 2]).all() and weights[:, :2].max() > 0.5


def run(program, scenario, folder):
    subprocess.run([program, "run", scenario, "--quiet", "--out", folder], check=True)
    return pathlib.Path(folder) / "run.nc"


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        path = run(program, HERE / "small.toml", folder)
        summary = json.loads(path.with_name("summary.json").read_text(encoding="utf-8"))
        variables = read_root(path, summary)
        variables += sum(read_group(path, group, *expected) for group, expected in ROWS.items())
    with tempfile.TemporaryDirectory() as folder:
        read_diary(run(program, HERE.parents[1] / "scenarios" / "made_up_diary.toml", folder))
    with tempfile.TemporaryDirectory() as folder:
        read_own_cues(run(program, HERE.parents[1] / "scenarios" / "made_up_conditioning.toml", folder))
    print(f"OK: {variables} variables of run.nc read with xarray")


if __name__ == "__main__":
    main()
