// The chain of docs/events.md, "The chain", from the document alone.
import { createHash } from 'node:crypto';

const ABSENT = Buffer.from([0xff, 0xff, 0xff, 0xff]);

const sha256 = (...parts) => {
    const hash = createHash('sha256');
    parts.forEach((part) => hash.update(part));
    return hash.digest();
};

/** Length as 4 bytes, then the bytes; undefined is absent. */
function lp(value) {
    if (value === undefined) {
        return ABSENT;
    }
    const bytes = Buffer.isBuffer(value) ? value : Buffer.from(value, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}

export const genesis = (stream, incarnation) => sha256(Buffer.from([2]), lp(stream), lp(incarnation));

/** @param {object} event attributes by their plain names, as they stand on the wire */
export function leaf(event, value, privateDigest) {
    return sha256(
        Buffer.from([0]),
        ...['id', 'type', 'source', 'subject', 'time', 'dataschema', 'datacontenttype'].map((name) => lp(event[name])),
        lp(String(event.aggregateversion)),
        lp(event.correlationid),
        lp(event.causationid),
        lp(value),
        lp(privateDigest)
    );
}

export function next(previous, position, leafHash) {
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(position));
    return sha256(Buffer.from([1]), previous, number, leafHash);
}

export const privateDigest = (salt, part) => sha256(salt, part);
