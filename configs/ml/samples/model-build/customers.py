"""Reads the customers, and parts them into those that a model learns from and those that it is tested with."""

import csv
import hashlib

FEATURES = ("months", "monthly_charge", "support_calls", "on_contract")
LABEL = "churned"


def read(path):
    """Rows of the file as (id, features, label), the label 0 or 1."""
    with open(path, newline="", encoding="utf-8") as file:
        return [
            (row["id"], [float(row[name]) for name in FEATURES], int(row[LABEL]))
            for row in csv.DictReader(file)
        ]


def held_out(customer_id):
    """Whether a customer is kept for the test: one in five, the same ones in every run."""
    return hashlib.sha256(customer_id.encode()).digest()[0] % 5 == 0
