// Is a stream complete and unaltered? The first place that is not is named.
import { genesis, leaf, next } from './chain.mjs';

/** @returns {{last: number, head: string}} or throws, naming the first faulty entry */
export function follow(stream, incarnation, events, checkpoints) {
    const byPosition = new Map();
    for (const event of events) {
        const known = byPosition.get(Number(event.position));
        if (known !== undefined && (known.chainhash !== event.chainhash || leafOf(known) !== leafOf(event))) {
            throw new Error(`position ${event.position} stands there twice with different content, ids ${known.id} and ${event.id}`);
        }
        byPosition.set(Number(event.position), event);
    }
    const marks = new Map(checkpoints.map((checkpoint) => [checkpoint.lastPosition, checkpoint]));
    const end = Math.max(0, ...byPosition.keys(), ...marks.keys());
    const versions = new Map();
    let hash = genesis(stream, incarnation);
    for (let position = 1; position <= end; position++) {
        const event = byPosition.get(position);
        if (event === undefined) {
            throw new Error(`position ${position} is missing`);
        }
        hash = next(hash, position, Buffer.from(leafOf(event), 'hex'));
        const text = hash.toString('hex');
        if (text !== event.chainhash) {
            throw new Error(`position ${position}, id ${event.id}, is altered: its hash should be ${text}`);
        }
        const version = (versions.get(event.subject) ?? 0) + 1;
        if (Number(event.aggregateversion) !== version) {
            throw new Error(`position ${position} is version ${event.aggregateversion} of ${event.subject}, not ${version}`);
        }
        versions.set(event.subject, version);
        const mark = marks.get(position);
        if (mark !== undefined && (mark.chainHash !== text || mark.incarnation !== incarnation)) {
            throw new Error(`checkpoint ${mark.number} does not vouch for position ${position}: the chain was made anew`);
        }
    }
    return { last: end, head: hash.toString('hex') };
}

const leafOf = (event) => leaf(event, event.value, Buffer.from(event.privatedigest, 'hex')).toString('hex');
