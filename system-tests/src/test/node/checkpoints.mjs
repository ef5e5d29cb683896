// Signed checkpoints, docs/events.md "Checkpoints": what a JWS says counts, the fields beside it do not.
import { createHash, createPublicKey, verify } from 'node:crypto';

const TYPE = 'whitelane-checkpoint+jws';

/** RFC 7638: the name of a key, made of the key alone. */
function thumbprint({ crv, kty, x }) {
    return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

/** RFC 8785, as far as texts and whole numbers go. */
function canonical(value) {
    if (Array.isArray(value)) {
        return `[${value.map(canonical).join(',')}]`;
    }
    if (value !== null && typeof value === 'object') {
        const members = Object.keys(value).sort();
        return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
    }
    return JSON.stringify(value);
}

export class Checkpoints {
    /** @param {object[]} keySets JWK sets that the reader has kept */
    constructor(keySets) {
        this.keys = new Map();
        for (const jwk of keySets.flatMap((set) => set.keys)) {
            this.keys.set(thumbprint(jwk), createPublicKey({ key: jwk, format: 'jwk' }));
        }
        this.byStream = new Map();
        this.faults = [];
    }

    /** Takes one with its place, or notes why it vouches for nothing. */
    add(item, place) {
        try {
            const checkpoint = this.#open(item.jws);
            if (item.checkpoint !== undefined && canonical(item.checkpoint) !== canonical(checkpoint)) {
                throw new Error('what stands beside the signature is not what was signed');
            }
            const known = this.of(checkpoint.stream);
            const same = known.find((other) => other.number === checkpoint.number);
            if (same === undefined) {
                known.push(checkpoint);
                this.byStream.set(checkpoint.stream, known.sort((a, b) => a.number - b.number));
            } else if (canonical(same) !== canonical(checkpoint)) {
                throw new Error(`checkpoint ${checkpoint.number} of ${checkpoint.stream} was signed with two contents`);
            }
        } catch (e) {
            this.faults.push(`${place}: ${e.message}`);
        }
    }

    of(stream) {
        return this.byStream.get(stream) ?? [];
    }

    #open(jws) {
        const parts = jws.split('.');
        const bytes = parts.map((part) => Buffer.from(part, 'base64url'));
        const header = JSON.parse(bytes[0]);
        const key = this.keys.get(header.kid);
        if (parts.length !== 3 || header.alg !== 'EdDSA' || header.typ !== TYPE || key === undefined) {
            throw new Error(`not signed as a checkpoint with a key that was kept: ${bytes[0]}`);
        }
        if (!verify(null, Buffer.from(`${parts[0]}.${parts[1]}`), key, bytes[2])) {
            throw new Error(`its signature is wrong for key ${header.kid}`);
        }
        const checkpoint = JSON.parse(bytes[1]);
        if (canonical(checkpoint) !== bytes[1].toString('utf8') || checkpoint.keyId !== header.kid) {
            throw new Error('its payload is not in canonical form, or names another key');
        }
        return checkpoint;
    }

    /** What is wrong with a stream's checkpoints, each named by the next one. */
    broken(stream) {
        let before;
        for (const now of this.of(stream)) {
            // of those before the first that is known nothing can be said
            if (before !== undefined || now.number === 1) {
                const previous = before && createHash('sha256').update(canonical(before)).digest('hex');
                if (now.number !== (before?.number ?? 0) + 1 || now.previous !== previous) {
                    return `checkpoint ${now.number} does not follow checkpoint ${before?.number ?? 0}`;
                }
                const first = (before?.lastPosition ?? 0) + 1;
                if (now.firstPosition !== first || now.entries !== now.lastPosition - first + 1) {
                    return `checkpoint ${now.number} counts ${now.entries} from ${now.firstPosition} to ${now.lastPosition}`;
                }
            }
            before = now;
        }
        return undefined;
    }
}
