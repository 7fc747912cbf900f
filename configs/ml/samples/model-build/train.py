"""Trains a logistic regression by gradient descent, with Python's standard library alone."""

import argparse
import json
import math
import pathlib

import customers

ROUNDS = 400
RATE = 0.5


def moments(rows):
    """Mean and standard deviation of each feature."""
    columns = list(zip(*rows))
    means = [sum(column) / len(column) for column in columns]
    deviations = [
        math.sqrt(sum((value - mean) ** 2 for value in column) / len(column)) or 1.0
        for column, mean in zip(columns, means)
    ]
    return means, deviations


def scaled(features, means, deviations):
    return [(value - mean) / deviation for value, mean, deviation in zip(features, means, deviations)]


def probability(weights, bias, features):
    total = bias + sum(weight * value for weight, value in zip(weights, features))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def train(rows, labels):
    means, deviations = moments(rows)
    examples = [scaled(row, means, deviations) for row in rows]
    weights, bias = [0.0] * len(examples[0]), 0.0
    for _ in range(ROUNDS):
        errors = [probability(weights, bias, row) - label for row, label in zip(examples, labels)]
        for index in range(len(weights)):
            slope = sum(error * row[index] for error, row in zip(errors, examples)) / len(examples)
            weights[index] -= RATE * slope
        bias -= RATE * sum(errors) / len(examples)
    return {
        "features": list(customers.FEATURES),
        "means": means,
        "deviations": deviations,
        "weights": weights,
        "bias": bias,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--output", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    learned_from = [row for row in customers.read(arguments.data) if not customers.held_out(row[0])]
    model = train([features for _, features, _ in learned_from], [label for _, _, label in learned_from])
    arguments.output.mkdir(parents=True, exist_ok=True)
    (arguments.output / "model.json").write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")
    print(f"trained on {len(learned_from)} customers")


if __name__ == "__main__":
    main()
