"""Asks the fetcher for vectors of features over gRPC."""

import time
from typing import Callable, Optional, Sequence

import grpc
from isochron.fetcher.v1 import fetcher_pb2 as messages
from isochron.fetcher.v1 import fetcher_pb2_grpc as services

from answer import BLOCKS, Answer, answer_of
from columns import Row, columns_of

_SCHEMAS_MAX = 1_000


class FetcherClient:
    """One is enough for a process: it keeps one connection, and threads may share it. Close it, or use it with `with`."""

    def __init__(
        self,
        address: str,
        credentials: Optional[grpc.ChannelCredentials] = None,
        token: Optional[Callable[[], str]] = None,
    ):
        """`host:port`. Answers may be of any size.

        With `credentials`, as grpc.ssl_channel_credentials makes them, it speaks TLS; without, in the clear. `token` is asked before each call for the bearer token that
        the call shows. ValueError where that would go in the clear to another machine.
        """
        if token is not None and credentials is None and not _is_this_machine(address):
            raise ValueError(f"A token must not go in the clear to {address}: give credentials for TLS.")
        options = [("grpc.max_receive_message_length", -1)]
        if credentials is None:
            self._channel = grpc.insecure_channel(address, options)
        else:
            self._channel = grpc.secure_channel(address, credentials, options)
        self._token = token
        self._fetcher = services.FetcherStub(self._channel)
        self._schemas: dict[tuple[str, ...], messages.Schema] = {}

    def fetch_join(
        self,
        join: str,
        keys: Sequence[Row],
        context: Optional[Sequence[Row]] = None,
        at_ms: Optional[int] = None,
        features: Optional[Sequence[str]] = None,
        timeout: float = 1.0,
    ) -> Answer:
        """The vectors of a Join, a row for each of `keys`; None is a key that is missing.

        `context` has what the caller knows besides: a row each, or one for all. `at_ms` is the instant that the features are of, in milliseconds since the epoch;
        None is now. `features` are the only ones wanted; None is all. `timeout` is in seconds, for all that it takes together.

        Raises grpc.RpcError, whose details() is the server's sentence, and ValueError for what is not of the server's types.
        """
        deadline = time.monotonic() + timeout
        wanted = list(features or ())
        known_as = (join, *wanted)

        def fetch(schema: messages.Schema) -> Answer:
            request = messages.FetchJoinRequest(
                join=join,
                rows=len(keys),
                keys=columns_of(keys, schema.keys),
                context=columns_of(context or (), schema.context),
                at_ms=at_ms,
                features=wanted,
                schema_hash=schema.hash,
            )
            response = self._fetcher.FetchJoin(request, timeout=_left(deadline), metadata=self._proof())
            if response.schema_hash != schema.hash:
                # Whoever has the old schema gets the new names with the answer; the schema itself is asked for by the next call.
                self._schemas.pop(known_as, None)
            return answer_of(response, _names_of(schema))

        known = self._schemas.get(known_as)
        if known is not None:
            try:
                return fetch(known)
            except (ValueError, grpc.RpcError) as error:
                # What a Join is asked by may have changed as well, which only the schema says.
                if not _is_refusal(error):
                    raise
        return fetch(self._asked_schema(known_as, deadline))

    def schema(self, join: str, features: Optional[Sequence[str]] = None, timeout: float = 1.0) -> messages.Schema:
        """What a Join takes and gives, as the server says it now."""
        return self._asked_schema((join, *(features or ())), time.monotonic() + timeout)

    def close(self) -> None:
        self._channel.close()

    def __enter__(self) -> "FetcherClient":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _proof(self) -> Sequence[tuple[str, str]]:
        return () if self._token is None else (("authorization", f"Bearer {self._token()}"),)

    def _asked_schema(self, known_as: tuple[str, ...], deadline: float) -> messages.Schema:
        join, *features = known_as
        request = messages.GetJoinSchemaRequest(join=join, features=features)
        schema = self._fetcher.GetJoinSchema(request, timeout=_left(deadline), metadata=self._proof())
        if len(self._schemas) >= _SCHEMAS_MAX:
            self._schemas.clear()
        self._schemas[known_as] = schema
        return schema


def _is_this_machine(address: str) -> bool:
    host = address.rpartition(":")[0].strip("[]")
    return host in ("localhost", "::1") or host.startswith("127.")


def _left(deadline: float) -> float:
    return max(deadline - time.monotonic(), 0.0)


def _is_refusal(error: Exception) -> bool:
    return isinstance(error, ValueError) or error.code() == grpc.StatusCode.INVALID_ARGUMENT


def _names_of(schema: messages.Schema) -> dict[str, list[str]]:
    """The numbers of blocks are those of their order, from 1 on."""
    names: dict[str, list[str]] = {kind: [] for kind in BLOCKS}
    for feature in schema.features:
        names[BLOCKS[feature.block - 1]].append(feature.name)
    return names
