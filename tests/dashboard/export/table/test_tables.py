"""Every exhibit's table as CSV, JSON and Parquet, read back by other programs."""

import csv
import dataclasses
import io
import json
import math

import pandas as pd
import pyarrow.parquet as pq
import pytest

from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.columns import columns_of
from dashboard.export.formats import FORMATS, file_of
from dashboard.export.table import tables
from dashboard.export.table.cells import safe_cell

from ..conftest import FORMULAS

each = pytest.mark.parametrize("name", EXHIBITS)
MAY_RUN = tuple("=+-@|%\t\r\n＝＋－＠")


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@each
def test_csv_holds_every_cell_exactly(exhibits, name):
    table = exhibits[name].table
    rows = rows_of(tables.csv(exhibits[name]))
    assert len(rows) == len(table) and list(rows[0]) == list(table.columns)
    for row, (_, wanted) in zip(rows, table.astype(object).iterrows(), strict=True):
        for column, value in wanted.items():
            if pd.isna(value):
                assert row[column] == ""
            elif is_number(value):
                assert float(row[column]) == value
            else:
                assert row[column].removeprefix("'") == str(value).removeprefix("'")


@each
def test_no_text_in_csv_begins_as_a_formula(exhibits, name):
    table = exhibits[name].table
    texts = [column for column in table if not pd.api.types.is_numeric_dtype(table[column])]
    for row in rows_of(tables.csv(exhibits[name])):
        assert not any(row[column].lstrip().startswith(MAY_RUN) for column in texts)


@each
def test_json_holds_table_receipt_and_meanings(exhibits, name):
    exhibit = exhibits[name]
    read = json.loads(tables.json(exhibit))
    assert (read["exhibit"], read["title"], read["reading"]) == (name, exhibit.title, exhibit.reading)
    assert read["receipt"] == json.loads(json.dumps(dataclasses.asdict(exhibit.receipt)))
    assert [column["meaning"] for column in read["columns"]] == [
        column.meaning for column in columns_of(name, exhibit.table.columns).values()
    ]
    for row, (_, wanted) in zip(read["rows"], exhibit.table.astype(object).iterrows(), strict=True):
        assert all(row[column] is None if pd.isna(value) else row[column] == value for column, value in wanted.items())


@each
def test_parquet_keeps_types_and_metadata(exhibits, name):
    exhibit = exhibits[name]
    read = pq.read_table(io.BytesIO(tables.parquet(exhibit)))
    frame = read.to_pandas()
    for column in exhibit.table:
        known = exhibit.table[column].dropna()
        assert frame[column].isna().equals(exhibit.table[column].isna())
        assert frame[column].dropna().tolist() == known.tolist()
        if exhibit.table[column].dtype != object:
            assert frame[column].dtype == exhibit.table[column].dtype
        assert read.schema.field(column).metadata[b"meaning"].decode().endswith(".")
    assert read.schema.metadata[b"reading"].decode() == exhibit.reading
    assert json.loads(read.schema.metadata[b"receipt"])["fingerprint"] == exhibit.receipt.fingerprint


@each
@pytest.mark.parametrize("ending", ["csv", "json", "parquet", "xlsx", "tex"])
def test_the_same_table_gives_the_same_bytes(exhibits, corpus, name, ending):
    assert file_of(corpus, exhibits[name], ending) == FORMATS[ending].make(corpus, exhibits[name], None)


def test_columns_of_whole_numbers_with_gaps_stay_whole(corpus):
    exhibit = make(corpus, "trends", events=("Brexit referendum",))
    assert exhibit.table["words"].isna().any()
    assert pq.read_table(io.BytesIO(tables.parquet(exhibit))).to_pandas()["words"].dtype == "Int64"
    kinds = {column["name"]: column["type"] for column in json.loads(tables.json(exhibit))["columns"]}
    assert kinds["words"] == "integer" and kinds["per_1000"] == "number" and kinds["event"] == "boolean"


def test_names_and_sentences_that_look_like_formulas_stay_text(formula_corpus):
    rows = rows_of(tables.csv(make(formula_corpus, "timeline")))
    assert [row["author"] for row in rows] == [f"'{formula}" for formula in FORMULAS]
    assert [row["title"] for row in rows] == [f"'{formula}" for formula in FORMULAS]
    left = {row["left"] for row in rows_of(tables.csv(make(formula_corpus, "concordance", query="trust")))}
    assert {"'=1+1 ", "'@SUM(A1) ", "Two "} <= left


@pytest.mark.parametrize(
    "text, written",
    [
        ("=1+1", "'=1+1"), ("  =1+1", "'  =1+1"), ("\t=1", "'\t=1"), ("\nx", "'\nx"), ("-2+3", "'-2+3"), ("@a", "'@a"),
        ("-2.5", "-2.5"), ("+4", "+4"), ("", ""), ("a=b", "a=b"), ("“quoted”", "“quoted”"), ("'=1", "'=1"),
    ],
)  # fmt: skip
def test_what_could_be_a_formula_gets_an_apostrophe(text, written):
    assert safe_cell(text) == written


def test_negative_numbers_stay_numbers(corpus):
    exhibit = make(corpus, "correspondence")
    assert (exhibit.table["axis_1"] < 0).any()
    read = [float(row["axis_1"]) for row in rows_of(tables.csv(exhibit))]
    assert read == exhibit.table["axis_1"].tolist()


def test_what_is_not_finite_is_null_and_letters_that_no_file_holds_are_left_out(exhibits):
    base = exhibits["term_rates"]
    table = base.table.assign(term=pd.Series("a\x01\ud800b", base.table.index, dtype=object), low=math.inf)
    read = json.loads(tables.json(dataclasses.replace(base, table=table)))
    assert read["rows"][0]["low"] is None and read["rows"][0]["term"] == "ab"
    assert rows_of(tables.csv(dataclasses.replace(base, table=table)))[0]["term"] == "ab"


def test_line_ends_quotes_and_commas_inside_a_cell_stay_inside(exhibits):
    base = exhibits["term_rates"]
    odd = 'one,"two"\r\nthree\nfour'
    (first, *_) = rows_of(tables.csv(dataclasses.replace(base, table=base.table.assign(term=odd))))
    assert first["term"] == odd


def test_an_empty_table_keeps_its_columns(corpus):
    empty = make(corpus, "concordance", query="zeppelin")
    assert tables.csv(empty).decode("utf-8-sig").strip() == ",".join(empty.table.columns)
    assert json.loads(tables.json(empty))["rows"] == []
    assert pq.read_table(io.BytesIO(tables.parquet(empty))).num_rows == 0
