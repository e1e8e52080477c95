"""python fetch.py ADDRESS JOIN NAME=VALUE... [--at MILLISECONDS]: one row of keys, and of what is given besides, by name."""

import argparse
import sys
from pathlib import Path
from typing import Callable, Optional

import grpc

from answer import Answer
from isochron_client import FetcherClient

_READERS = {"INT64": int, "TIMESTAMP": int, "FLOAT64": float, "BOOL": {"true": True, "false": False}.__getitem__, "BYTES": bytes.fromhex}


def main() -> int:
    parser = argparse.ArgumentParser(description="Fetches the features of one row. Bytes are given in hex.")
    parser.add_argument("address", help="host:port")
    parser.add_argument("join", help="flights/serving.boarding__1")
    parser.add_argument("values", nargs="+", metavar="NAME=VALUE", help="keys, and contextual features")
    parser.add_argument("--at", type=int, metavar="MILLISECONDS", help="since the epoch; default: now")
    parser.add_argument("--tls", action="store_true", help="speak TLS, and trust the usual certificates")
    parser.add_argument("--ca", type=Path, metavar="FILE", help="speak TLS, and trust the certificates of a file")
    parser.add_argument("--token", type=Path, metavar="FILE", help="show the token that stands in a file")
    parser.add_argument("--timeout", type=float, default=5.0, metavar="SECONDS")
    asked = parser.parse_args()
    try:
        with FetcherClient(asked.address, credentials_of(asked), token_of(asked)) as client:
            print_answer(fetch(client, asked))
    except grpc.RpcError as error:
        print(f"{error.code().name}: {error.details()}", file=sys.stderr)
        return 1
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def credentials_of(asked: argparse.Namespace) -> Optional[grpc.ChannelCredentials]:
    if asked.ca is not None:
        return grpc.ssl_channel_credentials(asked.ca.read_bytes())
    return grpc.ssl_channel_credentials() if asked.tls else None


def token_of(asked: argparse.Namespace) -> Optional[Callable[[], str]]:
    """Read anew for each call, for tokens are renewed."""
    return None if asked.token is None else lambda: asked.token.read_text().strip()


def fetch(client: FetcherClient, asked: argparse.Namespace) -> Answer:
    schema = client.schema(asked.join, timeout=asked.timeout)
    texts = dict(split(text) for text in asked.values)
    context_names = {field.name for field in schema.context}
    types = {field.name: field.type for field in (*schema.keys, *schema.context)}
    values = {name: read(name, text, types.get(name, "STRING")) for name, text in texts.items()}
    return client.fetch_join(
        asked.join,
        keys=[{name: value for name, value in values.items() if name not in context_names}],
        context=[{name: value for name, value in values.items() if name in context_names}],
        at_ms=asked.at,
        timeout=asked.timeout,
    )


def split(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ValueError(f'"{text}" is not NAME=VALUE.')
    return name, value


def read(name: str, text: str, type: str):
    try:
        return _READERS.get(type, str)(text)
    except (KeyError, ValueError):
        raise ValueError(f'"{name}" is "{text}", and should be of type {type}.') from None


def print_answer(answer: Answer) -> None:
    width = max((len(name) for name in answer.rows[0]), default=0)
    for name, value in answer.rows[0].items():
        print(f"{name:{width}}  {answer.statuses[0][name]:11}  {value!r}")
    for part in answer.parts:
        fault = f", {part.fault.code}: {part.fault.message}" if part.fault else ""
        print(f"{part.name}: generation {part.generation}, batch end {part.batch_end_ms} ms, age {part.ages_ms[0]} ms{fault}")


if __name__ == "__main__":
    sys.exit(main())
