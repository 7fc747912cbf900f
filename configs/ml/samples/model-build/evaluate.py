"""Tests a model with the customers that it has not seen; a model that is not good enough ends the build."""

import argparse
import json
import pathlib
import sys

import customers

sys.path.insert(0, str(pathlib.Path(__file__).parent / "inference"))
import inference  # noqa: E402  the code that serves the model is the code that is tested


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--output", required=True, type=pathlib.Path)
    parser.add_argument("--at-least", required=True, type=float, help="accuracy below which the build fails")
    arguments = parser.parse_args()
    model = inference.model_fn(str(arguments.output))
    held_out = [row for row in customers.read(arguments.data) if customers.held_out(row[0])]
    predictions = inference.predict_fn([features for _, features, _ in held_out], model)
    right = sum((chance >= 0.5) == bool(label) for chance, (_, _, label) in zip(predictions, held_out))
    accuracy = right / len(held_out)
    report = {"accuracy": accuracy, "customers": len(held_out)}
    (arguments.output / "evaluation.json").write_text(json.dumps(report) + "\n", encoding="utf-8")
    print(f"accuracy {accuracy:.3f} on {len(held_out)} customers")
    if accuracy < arguments.at_least:
        sys.exit(f"the model is not good enough: {accuracy:.3f} is below {arguments.at_least}")


if __name__ == "__main__":
    main()
