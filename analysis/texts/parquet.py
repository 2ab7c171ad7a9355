"""Reading Parquet: what the file says of its size is looked at first."""

from __future__ import annotations

import io

from ..errors import CorpusError
from .reading import MOST_TEXTS, Read, ReadingChoices
from .table_rows import Table, require_few_columns, texts_of

MOST_BYTES = 200_000_000


def read_parquet(name: str, content: bytes, choices: ReadingChoices) -> Read:
    """A row a text. CorpusError where it is no Parquet file, or larger than is read."""
    if not content:
        raise CorpusError(f"{name} is empty: check that it was saved, or choose another file.")
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(io.BytesIO(content), pre_buffer=False, thrift_string_size_limit=50_000_000)
        about = file.metadata
        require_few_columns(name, about.num_columns)
        if about.num_rows > MOST_TEXTS:
            raise CorpusError(
                f"{name} has {about.num_rows:,} rows, and {MOST_TEXTS:,} texts are read at most: cut it into parts."
            )
        if sum(about.row_group(group).total_byte_size for group in range(about.num_row_groups)) > MOST_BYTES:
            raise CorpusError(f"{name} unpacks to more than {MOST_BYTES // 1_000_000} MB: cut it into parts.")
        table = file.read(use_threads=False)
    except CorpusError:
        raise
    except (pa.ArrowException, OSError, ValueError):
        raise CorpusError(f"{name} is no Parquet file or is damaged: save it anew.") from None
    columns = [[_cell(value) for value in column.to_pylist()] for column in table.columns]
    rows = [list(row) for row in zip(*columns, strict=True)]
    return texts_of(name, Table(table.column_names, rows, "parquet"), choices)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
