"""Serves the model in SageMaker's scikit-learn container, which calls these four functions; needs no library itself."""

import json
import math
import os


def model_fn(model_dir):
    with open(os.path.join(model_dir, "model.json"), encoding="utf-8") as file:
        return json.load(file)


def input_fn(body, content_type):
    if content_type == "application/json":
        return json.loads(body)
    if content_type == "text/csv":
        text = body.decode() if isinstance(body, bytes) else body
        return [[float(value) for value in line.split(",")] for line in text.splitlines() if line.strip()]
    raise ValueError(f"{content_type} is not understood: send text/csv or application/json")


def predict_fn(rows, model):
    """The chance of each customer to leave, 0 to 1."""
    chances = []
    for row in rows:
        total = model["bias"]
        for value, mean, deviation, weight in zip(row, model["means"], model["deviations"], model["weights"]):
            total += weight * (value - mean) / deviation
        chances.append(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))))
    return chances


def output_fn(prediction, accept):
    return json.dumps(prediction), "application/json"
