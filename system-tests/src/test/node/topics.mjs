// Reads whole topics with kafkajs, a public client: pure JavaScript, no dependencies, Node.js 14 and later.
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import kafkajs from 'kafkajs';

const { Kafka, logLevel } = kafkajs;

/** How long a topic may keep silent before it is called unreadable. */
const PATIENCE_MS = 60_000;

/** The file of a reader's client as the operator hands it out, in Java's own format. */
function settings(file) {
    const found = {};
    for (const line of readFileSync(file, 'latin1').split(/\r?\n/)) {
        const pair = /^\s*([^#!=\s][^=]*?)\s*=\s*(.*)$/.exec(line);
        if (pair) {
            found[pair[1]] = pair[2].replace(/\\(.)/g, '$1');
        }
    }
    return found;
}

export class Topics {
    constructor(clientFile) {
        const said = settings(clientFile);
        const login = said['sasl.jaas.config'] ?? '';
        const quoted = (name) => new RegExp(`${name}="([^"]*)"`).exec(login)?.[1];
        this.username = quoted('username');
        this.kafka = new Kafka({
            clientId: 'public-client',
            brokers: said['bootstrap.servers'].split(','),
            ssl: said['security.protocol'].endsWith('_SSL'),
            sasl: { mechanism: said['sasl.mechanism'].toLowerCase(), username: this.username, password: quoted('password') },
            logLevel: logLevel.NOTHING
        });
        this.admin = this.kafka.admin();
    }

    connect() {
        return this.admin.connect();
    }

    close() {
        return this.admin.disconnect();
    }

    /** All that this login may see. */
    async granted() {
        return (await this.admin.listTopics()).filter((name) => name.startsWith('whitelane.')).sort();
    }

    /** Every record of the topics up to their ends of now, as [topic, records]. */
    async read(names) {
        const records = new Map(names.map((name) => [name, []]));
        const open = new Map(); // where a partition ends that has not been read to its end
        for (const name of names) {
            for (const { partition, low, high } of await this.admin.fetchTopicOffsets(name)) {
                if (BigInt(high) > BigInt(low)) {
                    open.set(`${name}/${partition}`, BigInt(high));
                }
            }
        }
        if (open.size > 0) {
            await this.#consume(names, open, (name, record) => records.get(name).push(record));
        }
        return records;
    }

    async #consume(names, open, take) {
        // a group of the reader's own: its right is to all that begin with its name
        const groupId = `${this.username}.public-client-${randomUUID()}`;
        const consumer = this.kafka.consumer({ groupId, maxWaitTimeInMs: 200 });
        await consumer.connect();
        try {
            await consumer.subscribe({ topics: names, fromBeginning: true });
            await new Promise((resolve, reject) => {
                const silence = () => reject(new Error(`nothing came for a minute; not read: ${[...open.keys()].join(', ')}`));
                let watch = setTimeout(silence, PATIENCE_MS);
                const done = () => (clearTimeout(watch), resolve());
                consumer.on(consumer.events.CRASH, (event) => (clearTimeout(watch), reject(event.payload.error)));
                const eachBatch = async ({ batch }) => {
                    watch.refresh();
                    const place = `${batch.topic}/${batch.partition}`;
                    const end = open.get(place);
                    for (const message of batch.messages) {
                        if (end !== undefined && BigInt(message.offset) < end) {
                            take(batch.topic, { partition: batch.partition, ...message });
                        }
                    }
                    if (end !== undefined && BigInt(batch.lastOffset()) + 1n >= end) {
                        open.delete(place);
                    }
                    if (open.size === 0) {
                        done();
                    }
                };
                consumer.run({ autoCommit: false, eachBatch }).catch(reject);
            });
        } finally {
            await consumer.disconnect();
        }
    }
}
