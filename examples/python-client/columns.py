"""Rows of a request as the columns that the server takes, by its types."""

import operator
from typing import Any, Iterable, Mapping, Sequence

from isochron.fetcher.v1 import fetcher_pb2 as messages

Row = Mapping[str, Any]


def columns_of(rows: Sequence[Row], fields: Iterable[messages.Field]) -> dict[str, messages.Column]:
    """ValueError says which row has what where something else should stand, before anything is sent."""
    types = {field.name: field.type for field in fields}
    for at, row in enumerate(rows):
        for name in row:
            if name not in types:
                raise ValueError(f'Row {at} has "{name}", and it is asked by {", ".join(types) or "nothing"}.')
    given = [name for name in types if any(name in row for row in rows)]
    return {name: _column_of(name, types[name], rows) for name in given}


def _column_of(name: str, type: str, rows: Sequence[Row]) -> messages.Column:
    kind, checked, nothing = _KINDS.get(type, _DECIMAL)
    column = messages.Column()
    for at, row in enumerate(rows):
        if name not in row:
            raise ValueError(f'Row {at} has no "{name}", and others have; give None where there is none.')
        value = row[name]
        if value is None:
            column.nulls.append(at)
        try:
            getattr(column, kind).append(nothing if value is None else checked(value))
        except (TypeError, ValueError):
            raise ValueError(f'"{name}" of row {at} is {value!r:.80}, and should be of type {type}.') from None
    return column


def _long(value: Any) -> int:
    """Whole numbers of any library, but True and False."""
    if isinstance(value, bool):
        raise TypeError
    return operator.index(value)


def _double(value: Any) -> float:
    if isinstance(value, (bool, str, bytes)):
        raise TypeError
    return float(value)


def _exactly(*types: type):
    def checked(value: Any) -> Any:
        if not isinstance(value, types):
            raise TypeError
        return value

    return checked


# The field of a Column, what checks a value, and what stands in the place of a null: that does not count, and must be readable.
_LONG = ("longs", _long, 0)
_DECIMAL = ("strings", _exactly(str), "0")
_KINDS = {
    "INT64": _LONG,
    "TIMESTAMP": _LONG,
    "FLOAT64": ("doubles", _double, 0.0),
    "BOOL": ("bools", _exactly(bool), False),
    "BYTES": ("blobs", _exactly(bytes), b""),
    "STRING": ("strings", _exactly(str), ""),
    "DATE": ("strings", _exactly(str), "1970-01-01"),
}
