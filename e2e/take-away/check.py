"""Reads a file that someone took away with what others use to read such files: check.py KIND FILE [SCHEMA].

Prints what it found; fails with what is wrong.
"""

import csv
import json
import sys


def fhir(path):
    """FHIR R4 (R4B has the same rules for these resources)."""
    from fhir.resources.R4B.bundle import Bundle

    with open(path, encoding="utf-8") as file:
        bundle = Bundle.model_validate_json(file.read())
    return sorted({type(entry.resource).__name__ for entry in bundle.entry})


def json_(path, schema):
    """JSON Schema, formats of dates and times included."""
    from jsonschema import Draft202012Validator

    with open(path, encoding="utf-8") as file, open(schema, encoding="utf-8") as rules:
        record, rules = json.load(file), json.load(rules)
    Draft202012Validator.check_schema(rules)
    Draft202012Validator(rules, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(record)
    return sorted({item["kind"]["id"] for item in record["items"]})


def calendar(path):
    from icalendar import Calendar

    with open(path, "rb") as file:
        events = Calendar.from_ical(file.read()).walk("VEVENT")
    return [f"{event['SUMMARY']} {event.decoded('DTSTART')} {event.decoded('DTEND')}" for event in events]


def csv_(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    assert len({len(row) for row in rows}) == 1, "rows of different lengths"
    return [row[1] for row in rows]


def pdf(path):
    with open(path, "rb") as file:
        begin, *_, end = file.read().splitlines()
    assert begin.startswith(b"%PDF-1.7") and end == b"%%EOF", (begin, end)
    return []


if __name__ == "__main__":
    kind, *rest = sys.argv[1:]
    read = {"fhir": fhir, "json": json_, "calendar": calendar, "csv": csv_, "pdf": pdf}[kind]
    print(json.dumps(read(*rest)))
