import { expect } from 'chai';
import type { Catalog, ClassType, DefinedType } from '../../src/catalog/index.js';
import { validatorFor } from '../../src/catalog/values/validate.js';
import { vocabulary } from '../../src/classes/vocabulary.js';
import type { Facts } from '../../src/data/facts.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { revealAll, Secret } from '../../src/secrets/secret.js';
import { centos, debian, nodeOf } from './glance/node.js';

/** Values that one or the other parameter takes, in the forms that data has them in. */
const samples: readonly unknown[] = [
  'hunter22',
  '/hunter22',
  ['hunter22'],
  '10.0.0.7',
  { 'DEFAULT/aa': { value: 'hunter22' } },
  { AA: { key: 'aa', value: 'hunter22' } },
  { AA: 'hunter22' },
  { AA: { ensure: 'present' } },
];

type Values = Readonly<Record<string, unknown>>;
type Declared = ClassType | DefinedType;
type Parameter = Declared['definition']['attributes'][string];

/** Everything that a catalog has of native types, in clear. A file with a secret may have another mode. */
function contentOf({ resources }: Catalog): string {
  return JSON.stringify(
    resources.flatMap(({ definition, reference, desired }) =>
      definition === undefined ? [] : [[reference, revealAll({ ...desired, mode: undefined })]],
    ),
  );
}

/** A value with every text in it a secret. */
function concealed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return new Secret(value);
  if (Array.isArray(value)) return value.map(concealed);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, concealed(one)]));
}

/** What a catalog has where it is declared with some values; undefined where they are refused. */
async function compiled(type: Declared, values: Values, facts: Facts): Promise<string | undefined> {
  const declare = type as unknown as new (...given: unknown[]) => unknown;
  const title = vocabulary.classes.has(type.definition.name) ? [] : ['aa'];
  try {
    return contentOf(await nodeOf((site) => new declare(site, ...title, values), 'zed', facts));
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    return undefined;
  }
}

/** What has to be given in any case. */
function needed({ definition }: Declared): Values {
  const required = Object.entries(definition.attributes).filter(([, { required = false }]) => required);
  return Object.fromEntries(required.map(([name, parameter]) => [name, fitting(parameter)[0]]));
}

function fitting({ value }: Parameter): unknown[] {
  return samples.filter((one) => validatorFor(value.schema)(value.munge?.(one) ?? one));
}

/** The first of the samples that shows in the catalog. */
async function telling(type: Declared, name: string, parameter: Parameter, base: Values, facts: Facts) {
  const without = await compiled(type, base, facts);
  for (const sample of fitting(parameter)) {
    const content = await compiled(type, { ...base, [name]: sample }, facts);
    if (content !== undefined && content !== without) return { sample, content };
  }
  return undefined;
}

describe('a secret value of a parameter that is not declared secret', () => {
  for (const [name, type] of [...vocabulary.classes, ...vocabulary.definedTypes]) {
    // Classes of one family alone declare nothing on the other.
    const facts = name.startsWith('network::') ? centos : debian;
    // Options of services are declared by one function, which all classes share.
    const parameters = Object.entries(type.definition.attributes).filter(
      ([, table]) => table.value.secret !== true && !('option' in table),
    );
    if (parameters.length === 0) continue;
    it(`of ${name} has the same effect as its content, or is refused`, async () => {
      const base = needed(type);
      for (const [parameter, table] of parameters) {
        const found = await telling(type, parameter, table, base, facts);
        if (found === undefined) continue;
        for (const given of [new Secret(found.sample), concealed(found.sample)]) {
          const content = await compiled(type, { ...base, [parameter]: given }, facts);
          if (content !== undefined) expect(content, parameter).to.equal(found.content);
        }
      }
    });
  }
});
