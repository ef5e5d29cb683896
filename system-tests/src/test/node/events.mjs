// What stands on the wire, docs/events.md "On the wire".

const REQUIRED = [
    ...['specversion', 'id', 'type', 'source', 'subject', 'time', 'dataschema', 'datacontenttype'],
    ...['aggregateversion', 'position', 'chainhash', 'privatedigest']
];
const HASH = /^[0-9a-f]{64}$/;
const COUNT = /^[1-9][0-9]*$/;

/** An event with its value's bytes and what is wrong with its form, if anything is. */
export function eventOf(record) {
    const event = { value: record.value, place: `partition ${record.partition}, offset ${record.offset}` };
    for (const [name, header] of Object.entries(record.headers ?? {})) {
        if (Array.isArray(header)) {
            return { ...event, fault: `header ${name} stands there ${header.length} times` };
        }
        event[name === 'content-type' ? 'datacontenttype' : name.replace(/^ce_/, '')] = header?.toString('utf8');
    }
    return { ...event, fault: fault(event, record.key) };
}

function fault(event, key) {
    const missing = REQUIRED.filter((name) => event[name] === undefined);
    if (missing.length > 0) {
        return `it has no ${missing.join(', no ')}`;
    }
    if (event.value === null) {
        return 'it has no value';
    }
    if (event.specversion !== '1.0' || event.datacontenttype !== 'application/json') {
        return `it is of specversion ${event.specversion} and ${event.datacontenttype}`;
    }
    if (key?.toString('utf8') !== event.subject) {
        return 'its key is not its subject';
    }
    if (![event.position, event.aggregateversion].every((number) => COUNT.test(number))) {
        return `its position is "${event.position}", its aggregate version "${event.aggregateversion}"`;
    }
    return [event.chainhash, event.privatedigest].every((hash) => HASH.test(hash)) ? undefined : 'its hashes are none';
}
