// A regulator who shares no code with the suite: reads topics with a public client, holds every record against the published
// schemas, makes every hash again from the genesis, and asks signed checkpoints that he kept what is missing at the end.
//   node regulator.mjs --client regulator.properties --feed https://…/api/v1 --schemas DIR --vectors FILE --kept DIR [TOPIC[=STREAM]]...
// Without a topic: all that the login may read. TOPIC=STREAM holds a topic against another stream. Ends 0 if all holds, 1 if not.
// The bearer token for the feeds, which tell a stream's incarnation and head, is in WHITELANE_TOKEN.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Checkpoints } from './checkpoints.mjs';
import { eventOf } from './events.mjs';
import { Schemas } from './schemas.mjs';
import { follow } from './stream.mjs';
import { Topics } from './topics.mjs';
import { checkVectors } from './vectors.mjs';

const text = { type: 'string' };
const { values: given, positionals } = parseArgs({
    options: { client: text, feed: text, schemas: text, vectors: text, kept: text },
    allowPositionals: true
});
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const kept = (prefix) => readdirSync(given.kept).filter((name) => name.startsWith(prefix)).map((name) => join(given.kept, name));
const PATHS = { approval: 'approvals' };

async function feedOf(stream) {
    const context = stream.split('.')[1];
    const answer = await fetch(`${given.feed}/${PATHS[context] ?? context}/feed/${stream}?limit=1`, {
        headers: { authorization: `Bearer ${process.env.WHITELANE_TOKEN}` }
    });
    if (answer.status !== 200) {
        throw new Error(`the feed answered ${answer.status}`);
    }
    return answer.json();
}

async function check(stream, events, schemas, checkpoints) {
    for (const event of events) {
        const fault = event.fault ?? schemas.fault(event, event.value);
        if (fault !== undefined) {
            throw new Error(`position ${event.position ?? '?'}, id ${event.id ?? '?'}, ${event.place}: ${fault}`);
        }
    }
    const broken = checkpoints.broken(stream);
    if (broken !== undefined) {
        throw new Error(broken);
    }
    const feed = await feedOf(stream);
    const { last, head } = follow(stream, feed.incarnation, events, checkpoints.of(stream));
    // the feed was asked after the topic was read: it may have gone on, and never back
    if (feed.head.position < last || (feed.head.position === last && last > 0 && feed.head.chainHash !== head)) {
        throw new Error(`the feed ends at position ${feed.head.position} with ${feed.head.chainHash}, the topic at ${last} with ${head}`);
    }
    const newest = checkpoints.of(stream).at(-1);
    const vouched = newest === undefined ? 'no checkpoint' : `checkpoint ${newest.number} vouches up to ${newest.lastPosition}`;
    const types = new Set(events.map((event) => event.type)).size;
    return `${events.length} records of ${types} types valid, complete and unaltered up to position ${last}; ${vouched}`;
}

async function main() {
    const vectors = checkVectors(readFileSync(given.vectors, 'utf8'));
    const faults = [...vectors.faults];
    console.log(`${faults.length === 0 ? 'HOLDS' : 'BROKEN'} chain vectors: ${vectors.checked} hashes made`);
    const schemas = new Schemas(given.schemas);
    const topics = new Topics(given.client);
    await topics.connect();
    try {
        const pairs = (positionals.length > 0 ? positionals : await topics.granted()).map((word) => word.split('='));
        const records = await topics.read(pairs.map(([topic]) => topic));
        const checkpoints = new Checkpoints(kept('key-').map(json));
        kept('checkpoint-').forEach((file) => checkpoints.add({ jws: json(file).jws }, file));
        const streams = pairs.map(([topic, stream = topic]) => [topic, stream, records.get(topic).map(eventOf)]);
        for (const [topic, stream, events] of streams) {
            if (stream.includes('.checkpoint.')) {
                events.forEach((event) => checkpoints.add(JSON.parse(event.value), `${topic} position ${event.position}`));
            }
        }
        faults.push(...checkpoints.faults);
        for (const [topic, stream, events] of streams) {
            try {
                console.log(`HOLDS ${topic}: ${await check(stream, events, schemas, checkpoints)}`);
            } catch (e) {
                faults.push(`${topic}: ${e.message}`);
            }
        }
        console.log(`${topics.username} read ${streams.length} topics`);
    } finally {
        await topics.close();
    }
    faults.forEach((fault) => console.log(`BROKEN ${fault}`));
    process.exitCode = faults.length === 0 ? 0 : 1;
}

await main();
