// The published JSON Schemas, found by the $id that each record names.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const PUBLISHED = 'https://whitelane.org/schema/';

export class Schemas {
    constructor(folder) {
        this.ajv = new Ajv2020.default({ allErrors: true, strict: false });
        addFormats.default(this.ajv);
        for (const name of readdirSync(folder, { recursive: true })) {
            if (name.endsWith('.schema.json')) {
                this.ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')));
            }
        }
    }

    /** What is wrong with the data of an event, undefined if nothing is. */
    fault({ type, dataschema }, value) {
        const [, context, name] = /^org\.whitelane\.([a-z]+)\.([a-z0-9.-]+)$/.exec(type) ?? [];
        if (dataschema !== `${PUBLISHED}${context}/${name}.schema.json`) {
            return `type ${type} names another type's schema, ${dataschema}`;
        }
        const validate = this.ajv.getSchema(dataschema);
        if (validate === undefined) {
            return `schema ${dataschema} is not published`;
        }
        try {
            const data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(value));
            return validate(data) ? undefined : this.ajv.errorsText(validate.errors, { dataVar: '' });
        } catch (e) {
            return `it is not JSON: ${e.message}`;
        }
    }
}
