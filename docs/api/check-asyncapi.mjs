// The document as AsyncAPI's own parser reads it; and each example against the schemas, which the parser leaves out in 3.0.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const WARNING = 1;
// docs/api/spectral.yaml says why: the parser repeats this advice of Spectral's
const NOT_FOLLOWED = new Set(['asyncapi-latest-version']);

const file = process.argv[2];
const { document, diagnostics } = await new Parser().parse(readFileSync(file, 'utf8'), { source: file });
const findings = diagnostics
  .filter(found => !NOT_FOLLOWED.has(found.code))
  .map(({ severity, code, path, message }) => ({ severity, text: `${code} ${path.join('.')}: ${message}` }));

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const messages = document?.messages().all() ?? [];
for (const message of messages) {
  for (const example of message.examples().all()) {
    check(message.headers(), example.headers(), `${message.name()} ${example.name()} headers`);
    check(message.payload(), example.payload(), `${message.name()} ${example.name()} payload`);
  }
}

for (const { text } of findings) {
  console.log(`${file} ${text}`);
}
if (document === undefined || findings.some(found => found.severity <= WARNING)) {
  process.exit(1);
}
const { length: channels } = document.channels().all();
const { length: operations } = document.operations().all();
console.log(`${file}: ${channels} channels, ${operations} operations, ${messages.length} messages and their examples hold`);

function check(schema, data, what) {
  const validate = ajv.compile(schema.json());
  if (!validate(data)) {
    findings.push({ severity: 0, text: `example-fits-schema ${what}: ${ajv.errorsText(validate.errors)}` });
  }
}
