"""What the server answers, row by row."""

from dataclasses import dataclass
from typing import Any, Mapping, Optional, Sequence

from isochron.fetcher.v1 import fetcher_pb2 as messages

BLOCKS = ("doubles", "longs", "strings", "bools", "blobs", "values")
# The value is given where its status is one of these.
_GIVEN = frozenset((messages.STATUS_PRESENT, messages.STATUS_APPROXIMATE, messages.STATUS_STALE))
_STATUS_NAMES = {number: name.removeprefix("STATUS_") for name, number in messages.Status.items()}


@dataclass(frozen=True)
class Fault:
    """gRPC's name of a code, and a sentence."""

    code: str
    message: str


@dataclass(frozen=True)
class Part:
    """One part of an answer: the upload that it is of, and the first thing that went wrong with it."""

    name: str
    generation: Optional[int]
    # The end of the upload's events, in milliseconds since the epoch.
    batch_end_ms: Optional[int]
    # A row each: from the end of what is known to the instant asked for; None where nothing is known.
    ages_ms: Sequence[Optional[int]]
    fault: Optional[Fault]


@dataclass(frozen=True)
class Answer:
    """Features are in the order of their kinds (BLOCKS), those of one kind in the order of the schema."""

    # A row each, by name; None where there is no value.
    rows: Sequence[Mapping[str, Any]]
    # Why: PRESENT, NULL, APPROXIMATE, STALE, NOT_FOUND or ERROR.
    statuses: Sequence[Mapping[str, str]]
    parts: Sequence[Part]
    # The instant that the features are of, in milliseconds since the epoch.
    at_ms: int
    schema_hash: str
    # What failed first of the derivations.
    derivation_fault: Optional[Fault]


def answer_of(response: messages.FetchResponse, known_names: Mapping[str, Sequence[str]]) -> Answer:
    """The names of features are the answer's own where it has them, and those that are known where it leaves them out."""
    rows: list[dict[str, Any]] = [{} for _ in range(response.rows)]
    statuses: list[dict[str, str]] = [{} for _ in range(response.rows)]
    for kind in BLOCKS:
        if not response.HasField(kind):
            continue
        block = getattr(response, kind)
        names = block.names or known_names.get(kind, ())
        values = list(block.values)
        for row in range(response.rows):
            for place, name in enumerate(names, row * len(names)):
                status = block.statuses[place]
                statuses[row][name] = _STATUS_NAMES[status]
                rows[row][name] = _plain(values[place]) if status in _GIVEN else None
    return Answer(
        rows=rows,
        statuses=statuses,
        parts=[_part_of(part, response.rows) for part in response.parts],
        at_ms=response.at_ms,
        schema_hash=response.schema_hash,
        derivation_fault=_fault_of(response, "derivation_fault"),
    )


def _part_of(part: messages.Part, rows: int) -> Part:
    ages = [None if age < 0 else age for age in part.ages_ms]
    return Part(
        name=part.name,
        generation=part.generation if part.HasField("generation") else None,
        batch_end_ms=part.batch_end_ms if part.HasField("batch_end_ms") else None,
        ages_ms=ages * rows if len(ages) == 1 else ages,
        fault=_fault_of(part, "fault"),
    )


def _fault_of(message: Any, field: str) -> Optional[Fault]:
    fault = getattr(message, field)
    return Fault(fault.code, fault.message) if message.HasField(field) else None


def _plain(value: Any) -> Any:
    return _value_of(value) if isinstance(value, messages.Value) else value


def _value_of(value: messages.Value) -> Any:
    """A map as a dict, a list and the fields of a struct as a list; its type's null as None."""
    kind = value.WhichOneof("kind")
    if kind is None:
        return None
    held = getattr(value, kind)
    if kind == "list":
        return [_value_of(item) for item in held.items]
    if kind == "map":
        return {_value_of(key): _value_of(of) for key, of in zip(held.keys, held.values)}
    if kind == "struct":
        return [_value_of(field) for field in held.fields]
    return held
