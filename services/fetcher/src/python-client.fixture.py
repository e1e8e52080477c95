"""Evaluates what it is sent, a JSON string a line: the repr of the value, or of what was raised, as a JSON string a line.

At hand are `client`, and `named`: of each answer that it had, whether the server sent names along.
"""

import json
import sys

import grpc

import isochron_client

named: list[bool] = []
answer_of = isochron_client.answer_of


def noting_answer_of(response, known_names):
    named.append(len(response.longs.names) > 0)
    return answer_of(response, known_names)


isochron_client.answer_of = noting_answer_of
with isochron_client.FetcherClient(sys.argv[1]) as client:
    for line in sys.stdin:
        try:
            said = repr(eval(json.loads(line), {"client": client, "named": named}))
        except grpc.RpcError as error:
            said = f"RpcError {error.code().name}: {error.details()}"
        except ValueError as error:
            said = f"ValueError: {error}"
        print(json.dumps(said), flush=True)
