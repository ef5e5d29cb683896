// The published vectors: whoever makes other hashes of them has not understood the document.
import { genesis, leaf, next, privateDigest } from './chain.mjs';

const hex = (text) => Buffer.from(text, 'hex');

/** The largest value is given as a pattern, repeated and cut. */
const value = (vector) =>
    vector.pattern === undefined ? Buffer.from(vector.value, 'base64') : Buffer.alloc(vector.length, vector.pattern);

const leafOf = (vector) => leaf(vector.event, value(vector), hex(vector.privatedigest));

/** @returns {{checked: number, faults: string[]}} */
export function checkVectors(text) {
    // on the wire versions are text; as numbers of JavaScript the long ones would lose their last digits
    const vectors = JSON.parse(text.replace(/("aggregateversion": )(\d+)/g, '$1"$2"'));
    const faults = [];
    let checked = 0;
    const same = (what, made, published) => {
        checked++;
        if (made.toString('hex') !== published) {
            faults.push(`vector "${what}": made ${made.toString('hex')}, published is ${published}`);
        }
    };
    vectors.genesis.forEach((v) => same(`genesis of ${v.stream}`, genesis(v.stream, v.incarnation), v.hash));
    vectors.privateDigests.forEach((v) =>
        same('private digest', privateDigest(hex(v.salt), Buffer.from(v.part, 'base64')), v.digest)
    );
    vectors.leaves.forEach((v) => same(v.name, leafOf(v), v.leaf));
    for (const chain of vectors.chains) {
        let hash = hex(chain.previous);
        for (const link of chain.links) {
            same(`leaf of position ${link.position}`, leafOf(link), link.leaf);
            hash = next(hash, link.position, leafOf(link));
            same(`position ${link.position} of ${chain.stream}`, hash, link.chainhash);
        }
    }
    return { checked, faults };
}
