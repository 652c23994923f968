import { expect } from 'chai';
import {
  type AttributeTable,
  type ClassType,
  compile,
  type DefinedType,
  manifest,
} from '../../../src/catalog/index.js';
import { glanceClasses, glanceDefinedTypes } from '../../../src/classes/glance/vocabulary.js';
import { isRelease, isReleaseBetween, type Release, releases } from '../../../src/data/releases.js';
import { centos, debian } from './node.js';

const all = [...glanceClasses, ...glanceDefinedTypes].map((type) => type.definition);

/** Values for what must be given. */
function given(table: AttributeTable): Record<string, string> {
  const required = Object.entries(table).filter(([, { required }]) => required);
  return Object.fromEntries(required.map(([name]) => [name, `${name}-value`]));
}

describe('The tables of Glance’s classes', () => {
  it('document every parameter in a sentence', () => {
    const silent = all.flatMap(({ name, attributes }) =>
      Object.entries(attributes as AttributeTable)
        .filter(([, { doc }]) => !/^\S.*\S[.]$|^\S.*; .*$/.test(doc))
        .map(([parameter]) => `${name}::${parameter}`),
    );
    expect(silent).to.deep.equal([]);
  });

  it('refer to existing releases, and to existing replacements of parameters', () => {
    const known = new Set(
      all.flatMap(({ name, attributes }) => Object.keys(attributes).map((one) => `${name}::${one}`)),
    );
    const wrong = all.flatMap(({ name, attributes }) =>
      Object.entries(attributes as AttributeTable).flatMap(([parameter, { since, until, became }]) => {
        const target = became && (became.name.includes('::') ? became.name : `${name}::${became.name}`);
        const faults = [
          since !== undefined && !isRelease(since) ? `begins with ${since}` : '',
          // Older than any release that is known here, so that it is translated everywhere.
          until !== undefined && !isRelease(until) && until !== 'juno' ? `ended with ${until}` : '',
          target !== undefined && !known.has(target) ? `became ${target}` : '',
        ];
        return faults.filter((fault) => fault !== '').map((fault) => `${name}::${parameter} ${fault}`);
      }),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('mark every password and key as secret', () => {
    const open = all.flatMap(({ name, attributes }) =>
      Object.entries(attributes as AttributeTable)
        .filter(
          ([parameter, { value }]) =>
            /password$|(swift_store|access|secret)_key$|_connection$/.test(parameter) && !value.secret,
        )
        .map(([parameter]) => `${name}::${parameter}`),
    );
    expect(open).to.deep.equal([]);
  });

  for (const release of releases) {
    it(`compile alone with their defaults in ${release}`, async () => {
      for (const facts of [debian, centos]) {
        for (const type of glanceClasses as readonly unknown[] as readonly ClassType[]) {
          if (!compilesAlone(type, release)) continue;
          const site = manifest((scope) => void new type(scope, given(type.definition.attributes)));
          const catalog = await compile(site, { facts, release });
          expect(catalog.find('class', type.definition.name), type.definition.name).not.to.equal(undefined);
        }
        for (const type of glanceDefinedTypes as readonly unknown[] as readonly DefinedType[]) {
          if (!isReleaseBetween(release, type.definition.since, type.definition.until)) continue;
          const site = manifest((scope) => void new type(scope, 'store', given(type.definition.attributes)));
          const catalog = await compile(site, { facts, release });
          expect(
            catalog.warnings.map(({ message }) => message),
            type.definition.name,
          ).to.deep.equal([]);
        }
      }
    });
  }
});

/** Those that need a password of Glance's user, a datastore or Apache cannot stand alone. */
function compilesAlone({ definition: { name, since, until } }: ClassType, release: Release): boolean {
  const needy =
    /^glance::(api|registry|glare)(::authtoken)?$|^glance::backend::vsphere$|^glance::wsgi::apache$/;
  return isReleaseBetween(release, since, until) && !needy.test(name);
}
