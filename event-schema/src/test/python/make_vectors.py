"""Writes src/main/resources/chain/vectors.json: the hash chain of docs/events.md, implemented a second time.

It shares no code with the Java implementation and needs hashlib and struct only. Run it from event-schema:
    python3 src/test/python/make_vectors.py
The same input gives the same bytes; published vectors are never changed, only added to.
"""

import base64
import hashlib
import json
import struct

ABSENT = b"\xff\xff\xff\xff"
FIELDS = ["id", "type", "source", "subject", "time", "dataschema", "datacontenttype"]
BASE = "org.whitelane.registry.organisation-registered.v1"


def sha256(data):
    return hashlib.sha256(data).digest()


def lp(data):
    return ABSENT if data is None else struct.pack(">I", len(data)) + data


def text(value):
    return lp(None if value is None else value.encode("utf-8"))


def genesis(stream, incarnation):
    return sha256(b"\x02" + text(stream) + text(incarnation))


def leaf(event, value, digest):
    fields = b"".join(text(event[name]) for name in FIELDS)
    fields += text(str(event["aggregateversion"]))
    fields += text(event.get("correlationid")) + text(event.get("causationid"))
    return sha256(b"\x00" + fields + lp(value) + lp(digest))


def link(previous, position, leaf_hash):
    return sha256(b"\x01" + previous + struct.pack(">Q", position) + leaf_hash)


def private_digest(salt, part):
    return sha256(salt + part)


def event(**changes):
    made = {
        "id": "01890a5d-ac96-774b-bcce-b302099a8057",
        "type": BASE,
        "source": "/whitelane/registry",
        "subject": "01890a5d-ac96-774b-bcce-b302099a8058",
        "time": "2026-03-02T01:02:03.456Z",
        "dataschema": "https://whitelane.org/schema/registry/organisation-registered.v1.schema.json",
        "datacontenttype": "application/json",
        "aggregateversion": 1,
        "correlationid": "c0ffee00-0000-4000-8000-000000000001",
        "causationid": "01890a5d-ac96-774b-bcce-b302099a8056",
    }
    made.update(changes)
    return {name: value for name, value in made.items() if value is not None}


DIGEST = private_digest(bytes(range(32)), b'{"actor":"a"}')

CASES = [
    ("every field present", event(), b'{"a":1}'),
    ("no correlation id", event(correlationid=None), b'{"a":1}'),
    ("no causation id", event(causationid=None), b'{"a":1}'),
    ("neither of the two ids", event(correlationid=None, causationid=None), b'{"a":1}'),
    ("an empty correlation id is not an absent one", event(correlationid=""), b'{"a":1}'),
    ("empty texts", event(source="", subject="", correlationid="", causationid=""), b'{"a":1}'),
    ("a subject outside ASCII", event(subject="示例-Ω-é"), b'{"a":1}'),
    ("a subject outside the basic plane", event(subject="𠮷野-🧬"), b'{"a":1}'),
    ("a text moved to the next field", event(source="/whitelane/registr", subject="y-1"), b'{"a":1}'),
    ("an aggregate version of many digits", event(aggregateversion=9223372036854775807), b"{}"),
    ("an empty value", event(), b""),
    ("a value outside ASCII", event(), '{"nameZh":"右旋糖酐"}'.encode("utf-8")),
    ("a value of every byte", event(), bytes(range(256))),
    ("a value with a space is another value", event(), b'{"a": 1}'),
]
LARGE = 900 * 1024
CHAIN = [
    (event(id=f"01890a5d-ac96-774b-bcce-b302099a81{n:02x}", aggregateversion=n), f'{{"n":{n}}}'.encode())
    for n in range(1, 6)
]


def leaf_vector(name, made, value):
    return {
        "name": name,
        "event": made,
        "value": base64.b64encode(value).decode(),
        "privatedigest": DIGEST.hex(),
        "leaf": leaf(made, value, DIGEST).hex(),
    }


def large_vector():
    value = (b"0123456789abcdef" * (LARGE // 16 + 1))[:LARGE]
    return {
        "name": "the largest value, 900 KiB: the pattern repeated and cut",
        "event": event(),
        "pattern": "0123456789abcdef",
        "length": LARGE,
        "privatedigest": DIGEST.hex(),
        "leaf": leaf(event(), value, DIGEST).hex(),
    }


def chain_vector(stream, incarnation, first_position, previous, events):
    start, links = previous, []
    for offset, (made, value) in enumerate(events):
        part = private_digest(bytes([offset]) * 32, b"{}")
        leaf_hash = leaf(made, value, part)
        previous = link(previous, first_position + offset, leaf_hash)
        links.append(
            {
                "position": first_position + offset,
                "event": made,
                "value": base64.b64encode(value).decode(),
                "privatedigest": part.hex(),
                "leaf": leaf_hash.hex(),
                "chainhash": previous.hex(),
            }
        )
    return {"stream": stream, "incarnation": incarnation, "previous": start.hex(), "links": links}


GENESES = [
    ("whitelane.registry.organisation.v1", "6f1f7d0e-1c1e-4b62-9a3e-0d4b5b0e8a11"),
    ("whitelane.registry.organisation.v1", "6f1f7d0e-1c1e-4b62-9a3e-0d4b5b0e8a12"),
    ("registry.internal", "6f1f7d0e-1c1e-4b62-9a3e-0d4b5b0e8a11"),
    ("", ""),
    ("流", "é"),
]
PARTS = [
    (bytes(32), b""),
    (bytes(range(32)), b'{"actor":"a"}'),
    (b"\xff" * 32, '{"reason":"更正"}'.encode("utf-8")),
]
STREAM, INCARNATION = GENESES[0]

VECTORS = {
    "algorithm": "SHA-256 chain, version 1, see docs/events.md",
    "genesis": [{"stream": s, "incarnation": i, "hash": genesis(s, i).hex()} for s, i in GENESES],
    "privateDigests": [
        {"salt": salt.hex(), "part": base64.b64encode(part).decode(), "digest": private_digest(salt, part).hex()}
        for salt, part in PARTS
    ],
    "leaves": [leaf_vector(*case) for case in CASES] + [large_vector()],
    "chains": [
        chain_vector(STREAM, INCARNATION, 1, genesis(STREAM, INCARNATION), CHAIN),
        chain_vector(STREAM, INCARNATION, 2**40, sha256(b"far along"), CHAIN[:2]),
    ],
}

if __name__ == "__main__":
    with open("src/main/resources/chain/vectors.json", "w", encoding="utf-8") as out:
        json.dump(VECTORS, out, ensure_ascii=False, indent=1)
        out.write("\n")
