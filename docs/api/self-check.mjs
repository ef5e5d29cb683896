// A linter that finds nothing may be a linter that looks at nothing: each fault below must be found in a broken copy, by name.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [ruleset, asyncapi] = process.argv.slice(2);
const copies = join(here, 'self-check');
mkdirSync(copies, { recursive: true });

const problem = { description: 'Refused.', content: { 'application/problem+json': { schema: { type: 'object' } } } };
const good = () => ({
  openapi: '3.1.0',
  info: { title: 'Example', description: 'Example.', version: '1', contact: { name: 'x', url: 'https://whitelane.org' } },
  servers: [{ url: 'https://whitelane.org' }],
  tags: [{ name: 'things', description: 'Things.' }],
  paths: {
    '/api/v1/things': {
      post: {
        operationId: 'addThing',
        summary: 'Add a thing to the list',
        description: 'Adds a thing.',
        tags: ['things'],
        requestBody: { content: { 'application/json': { schema: { type: 'object' }, example: { a: 1 } } } },
        responses: {
          200: { description: 'Added.' },
          400: problem,
          429: { ...problem, 'x-policies': ['client'] },
          503: { ...problem, 'x-codes': ['overloaded'] },
        },
      },
    },
  },
});
const post = document => document.paths['/api/v1/things'].post;
const firstMessage = document => Object.values(document.components.messages)[0];

const faults = [
  ['openapi', 'whitelane-operation-id-style', d => { post(d).operationId = 'add_thing_1'; }],
  ['openapi', 'operation-operationId', d => { delete post(d).operationId; }],
  ['openapi', 'whitelane-summary-says-more', d => { post(d).summary = 'Thing add'; }],
  ['openapi', 'whitelane-summary-says-more', d => { delete post(d).summary; }],
  ['openapi', 'whitelane-limits-told', d => { delete post(d).responses[429]; }],
  ['openapi', 'whitelane-limits-told', d => { delete post(d).responses[503]['x-codes']; }],
  ['openapi', 'oas3-unused-component', d => { d.components = { responses: { Nobody: problem } }; }],
  ['openapi', 'whitelane-problem-responses', d => { post(d).responses[400] = { description: 'Refused.' }; }],
  ['openapi', 'whitelane-request-examples', d => { delete post(d).requestBody.content['application/json'].example; }],
  ['openapi', 'whitelane-responses-told', d => { delete post(d).responses[400]; }],
  ['openapi', 'oas3-schema', d => { post(d).parameters = 'none'; }],
  ['openapi', 'invalid-ref', d => { post(d).responses[401] = { $ref: '#/components/responses/Nowhere' }; }],
  ['asyncapi', 'whitelane-topic-name', d => { Object.values(d.channels)[0].address = 'organisations'; }],
  ['asyncapi', 'whitelane-channel-partitions', d => { delete Object.values(d.channels)[0].bindings.kafka.partitions; }],
  ['asyncapi', 'whitelane-message-complete', d => { delete firstMessage(d).bindings.kafka.key; }],
  ['asyncapi', 'asyncapi-3-document-resolved', d => { Object.values(d.operations)[0].action = 'shout'; }],
  ['asyncapi', 'invalid-ref', d => { firstMessage(d).payload = { $ref: '#/components/schemas/nowhere' }; }],
  ['parser', 'example-fits-schema', d => { delete firstMessage(d).examples[0].headers.ce_id; }],
  ['parser', 'example-fits-schema', d => { delete firstMessage(d).examples[0].payload.organisationId; }],
];

function run(command, args) {
  try {
    return { code: 0, output: execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) };
  } catch (failure) {
    return { code: failure.status, output: failure.stdout + failure.stderr };
  }
}
const lint = (kind, file) =>
  kind === 'parser'
    ? run('node', [join(here, 'check-asyncapi.mjs'), file])
    : run(join(here, 'node_modules/.bin/spectral'), ['lint', '--ruleset', ruleset, '--fail-severity', 'hint', file]);

let wrong = 0;
function expect(name, fine, output) {
  if (!fine) {
    wrong++;
    console.log(`self-check: ${name}\n${output}`);
  }
}
function write(name, document) {
  const file = join(copies, `${name}.json`);
  writeFileSync(file, JSON.stringify(document, null, 2));
  return file;
}

const clean = lint('openapi', write('good.openapi', good()));
expect('the sound document has findings', clean.code === 0, clean.output);
faults.forEach(([kind, rule, damage], i) => {
  const document = kind === 'openapi' ? good() : JSON.parse(readFileSync(asyncapi, 'utf8'));
  damage(document);
  const { code, output } = lint(kind, write(`${i}.${kind === 'openapi' ? 'openapi' : 'asyncapi'}`, document));
  expect(`${rule} did not find the fault (exit code ${code})`, code !== 0 && output.includes(rule), output);
});
console.log(`bin/lint-api --self-check: ${faults.length - wrong} of ${faults.length} planted faults found`);
process.exit(wrong === 0 ? 0 : 1);
