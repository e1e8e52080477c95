"""Apache Thrift's own Python runtime, asked over standard input and output.

Each line is a JSON object. The first describes the structs; each other line holds cases of one struct in one protocol, and is answered by a
line: what the runtime writes for each value, and what it reads from each case's bytes. Structs are made from their description, as generated
code in the runtime's dynamic style would be, so that reading and writing are the runtime's alone.
"""

import base64
import json
import struct
import sys

from thrift.protocol.TBase import TBase
from thrift.protocol.TBinaryProtocol import TBinaryProtocolFactory
from thrift.protocol.TCompactProtocol import TCompactProtocolFactory
from thrift.Thrift import TType
from thrift.TSerialization import deserialize, serialize

PROTOCOLS = {"binary": TBinaryProtocolFactory(), "compact": TCompactProtocolFactory()}

SCALARS = {
    "bool": TType.BOOL,
    "byte": TType.BYTE,
    "i16": TType.I16,
    "i32": TType.I32,
    "i64": TType.I64,
    "double": TType.DOUBLE,
    "string": TType.STRING,
    "list": TType.LIST,
    "map": TType.MAP,
    "struct": TType.STRUCT,
}


def make_classes(structs):
    """A class for each struct. Specifications are filled in afterwards, because structs may hold one another."""
    classes = {name: type(name, (TBase,), {"thrift_spec": []}) for name in structs}
    for name, fields in structs.items():
        spec = classes[name].thrift_spec
        spec.extend([None] * (max(field["id"] for field in fields) + 1))
        for field in fields:
            kind = field["type"]["kind"]
            spec[field["id"]] = (field["id"], SCALARS[kind], field["name"], arguments(field["type"], classes), None)
    return classes


def arguments(kind, classes):
    """What the runtime is told of a type besides its number."""
    if kind["kind"] == "string":
        return "UTF8"
    if kind["kind"] == "list":
        element = kind["element"]
        return (SCALARS[element["kind"]], arguments(element, classes), False)
    if kind["kind"] == "map":
        key, value = kind["key"], kind["value"]
        return (SCALARS[key["kind"]], arguments(key, classes), SCALARS[value["kind"]], arguments(value, classes), False)
    if kind["kind"] == "struct":
        return [classes[kind["struct"]], classes[kind["struct"]].thrift_spec]
    return None


class Values:
    """Values as they travel in JSON: doubles by their bits, longs as text, maps as pairs in their order."""

    def __init__(self, structs, classes):
        self.structs = structs
        self.classes = classes

    def read(self, kind, value):
        name = kind["kind"]
        if name == "i64":
            return int(value)
        if name == "double":
            return struct.unpack(">d", bytes.fromhex(value))[0]
        if name == "list":
            return [self.read(kind["element"], each) for each in value]
        if name == "map":
            return {self.read(kind["key"], key): self.read(kind["value"], each) for key, each in value}
        if name == "struct":
            made = self.classes[kind["struct"]]()
            for field in self.structs[kind["struct"]]:
                given = value.get(field["name"])
                setattr(made, field["name"], None if given is None else self.read(field["type"], given))
            return made
        return value

    def write(self, kind, value):
        name = kind["kind"]
        if name == "i64":
            return str(value)
        if name == "double":
            return struct.pack(">d", value).hex()
        if name == "list":
            return [self.write(kind["element"], each) for each in value]
        if name == "map":
            return [[self.write(kind["key"], key), self.write(kind["value"], each)] for key, each in value.items()]
        if name == "struct":
            fields = self.structs[kind["struct"]]
            given = [(field, getattr(value, field["name"], None)) for field in fields]
            return {field["name"]: self.write(field["type"], each) for field, each in given if each is not None}
        return value


def answer(values, request):
    kind = {"kind": "struct", "struct": request["struct"]}
    factory = PROTOCOLS[request["protocol"]]
    answers = []
    for case in request["cases"]:
        try:
            written = serialize(values.read(kind, case["value"]), factory)
            empty = values.classes[request["struct"]]()
            read = deserialize(empty, base64.b64decode(case["bytes"]), factory)
            answers.append({"bytes": base64.b64encode(written).decode(), "value": values.write(kind, read)})
        except Exception as error:  # The one who asks is told, whatever it is.
            answers.append({"error": f"{type(error).__name__}: {error}"})
    return answers


def main():
    structs = json.loads(sys.stdin.readline())["structs"]
    values = Values(structs, make_classes(structs))
    for line in sys.stdin:
        print(json.dumps({"answers": answer(values, json.loads(line))}), flush=True)


main()
