"""Writes the samples of the checkpoint events under src/test/resources/approved: canonical form and signature of docs/events.md,
implemented a second time.

It shares no code with the Java implementation: json, hashlib and Ed25519 as RFC 8032 section 5.1 writes it down. The key is the
one of RFC 8037 appendix A, which everybody knows. Run it from event-schema:
    python3 src/test/python/make_checkpoint_samples.py
The same input gives the same bytes; published samples are never changed.
"""

import base64
import hashlib
import json

SEED = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
STREAMS = {
    "registry": "whitelane.registry.organisation.v1",
    "whitelist": "whitelane.whitelist.entry.v1",
    "approval": "whitelane.approval.registration.v1",
    "notification": "whitelane.notification.subscription.v1",
}


def add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return (e * f, g * h, f * g, e * h)


def times(s, point):
    product = (0, 1, 1, 0)
    while s > 0:
        if s & 1:
            product = add(product, point)
        point = add(point, point)
        s >>= 1
    return product


def base_point():
    y = 4 * pow(5, P - 2, P) % P
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P)
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * pow(2, (P - 1) // 4, P) % P
    x = P - x if x & 1 else x
    return (x, y, 1, x * y % P)


def compressed(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | ((x & 1) << 255)).to_bytes(32, "little")


def number(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


def key_pair(seed):
    h = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(h[:32], "little") & ((1 << 254) - 8) | (1 << 254)
    return scalar, h[32:], compressed(times(scalar, base_point()))


def sign(seed, message):
    scalar, prefix, public = key_pair(seed)
    r = number(prefix, message) % Q
    big_r = compressed(times(r, base_point()))
    s = (r + number(big_r, public, message) % Q * scalar) % Q
    return big_r + s.to_bytes(32, "little")


def url64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def thumbprint(public):
    return url64(hashlib.sha256(canonical({"crv": "Ed25519", "kty": "OKP", "x": url64(public)})).digest())


def jws(seed, checkpoint):
    header = {"alg": "EdDSA", "kid": checkpoint["keyId"], "typ": "whitelane-checkpoint+jws"}
    signed = url64(canonical(header)) + "." + url64(canonical(checkpoint))
    return signed + "." + url64(sign(seed, signed.encode("ascii")))


def checkpoint(stream, seed):
    offsets = [40, 36, 41, 38, 37, 39]
    return {
        "stream": stream,
        "number": 2,
        "incarnation": "6f1f7d0e-1c1e-4b62-9a3e-0d4b5b0e8a11",
        "firstPosition": 118,
        "lastPosition": 231,
        "entries": 114,
        "chainHash": hashlib.sha256(stream.encode()).hexdigest(),
        "ends": [{"partition": p, "endOffset": end} for p, end in enumerate(offsets)],
        "takenAt": "2026-03-02T01:00:00Z",
        "previous": hashlib.sha256(b"previous of " + stream.encode()).hexdigest(),
        "keyId": thumbprint(key_pair(seed)[2]),
    }


if __name__ == "__main__":
    private = base64.urlsafe_b64decode(SEED + "=")
    for context, name in STREAMS.items():
        made = checkpoint(name, private)
        event = {"stream": name, "checkpoint": made, "jws": jws(private, made)}
        path = f"src/test/resources/approved/{context}/checkpoint-taken.v1.json"
        with open(path, "w", encoding="utf-8") as out:
            out.write(json.dumps(event, separators=(",", ":"), ensure_ascii=False))
