"""The figures of the cohort command, by pandas, from the same results, as JSON.

with_pandas.py INSTRUMENT HASH RESULTS: reads in chunks, and keeps one byte per answer.
"""

import json
import sys

import numpy
import pandas

CHUNK = 20_000
MISSING, NOT_APPLICABLE = 0, -1


def answers(instrument, identity, results):
    """Per form, one row per result and one column per item: keyed 1 to 5, or one of the above."""
    reverse = {item["id"] for item in instrument["items"] if item["keying"] == "reverse"}
    kept = {form: [] for form in instrument["forms"]}
    reader = pandas.read_json(results, lines=True, chunksize=CHUNK, dtype=False)
    for chunk in reader:
        reference = pandas.DataFrame(chunk["instrument"].tolist())
        for form, items in instrument["forms"].items():
            own = ((reference["hash"] == identity) & (reference["form"] == form)).to_numpy()
            if not own.any():
                continue
            listed = pandas.DataFrame(chunk["responses"][own].tolist()).reindex(columns=items)
            columns = {}
            for item in items:
                numbers = pandas.to_numeric(listed[item], errors="coerce")
                keyed = (6 - numbers if item in reverse else numbers).fillna(MISSING)
                keyed = keyed.mask(listed[item] == "not_applicable", NOT_APPLICABLE)
                columns[item] = keyed.astype("int8")
            kept[form].append(pandas.DataFrame(columns))
    return {form: pandas.concat(frames, ignore_index=True) for form, frames in kept.items() if frames}


def row(form, kind, name, frame, applies):
    """The figures of one set; `applies` has the items that apply to each person."""
    given = frame.where(frame > 0)
    answered = given.notna().where(applies).sum(axis=1)
    scored = (answered >= 2) & (2 * answered > applies.sum(axis=1))
    score = 25 * (given.where(applies).sum(axis=1) - answered) / answered.where(scored)
    score = score[scored]
    whole = (answered == frame.shape[1]) & scored
    complete, items = frame[whole].astype("float64"), frame.shape[1]
    alpha = error = None
    if len(complete) > 1 and complete.sum(axis=1).var() > 0:
        share = complete.var().sum() / complete.sum(axis=1).var()
        alpha = items / (items - 1) * (1 - share)
        if alpha >= 0:
            error = score[whole[scored]].std() * numpy.sqrt(1 - alpha)
    return {
        "form": form,
        "kind": kind,
        "id": name,
        "items": items,
        "scored": int(scored.sum()),
        "mean": score.mean(),
        "sd": score.std(),
        "complete": len(complete),
        "alpha": alpha,
        "sem": error,
    }


def figures(instrument, identity, results):
    """One dictionary per form and set."""
    scale = {item["id"]: item["scale"] for item in instrument["items"]}
    facet = {item["id"]: item.get("facet") for item in instrument["items"]}
    rows = []
    for form, frame in sorted(answers(instrument, identity, results).items()):
        applies = pandas.DataFrame(True, index=frame.index, columns=frame.columns)
        for name in {each["id"] for each in instrument["scales"]}:
            own = [item for item in frame if scale[item] == name]
            gone = (frame[own] == NOT_APPLICABLE).all(axis=1)
            applies.loc[gone.to_numpy(), own] = False
        for kind, of in [("scale", scale), ("facet", facet)]:
            for name in [each["id"] for each in instrument.get(kind + "s", [])]:
                own = [item for item in frame if of[item] == name]
                rows.append(row(form, kind, name, frame[own], applies[own]))
    return rows


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        questionnaire = json.load(file)
    json.dump(figures(questionnaire, *sys.argv[2:]), sys.stdout)
