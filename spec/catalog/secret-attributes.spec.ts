import { inspect } from 'node:util';
import { serialize } from 'node:v8';
import { expect } from 'chai';
import {
  compile,
  hashOf,
  manifest,
  nativeType,
  orSecret,
  parameter,
  property,
  type Scope,
  secretString,
  string,
  title,
} from '../../src/catalog/index.js';
import { toProviderValues } from '../../src/catalog/secret-attributes.js';
import { deriveSecret, reveal, Secret, secret } from '../../src/secrets/secret.js';

class Vault extends nativeType(
  'vault',
  {
    name: title('Its name.'),
    password: property(secretString, 'Always a secret.'),
    note: property(orSecret(string), 'A secret where a manifest says so.'),
    owner: property(string, 'Usually no secret.'),
    labels: parameter(hashOf(string), 'Labels.'),
    token: parameter(secretString, 'With a default.', { default: 'guest' }),
  },
  { doc: 'For specs.' },
) {}

const compiled = (body: (site: Scope) => void) => compile(manifest(body));

/** Everything that printing, logging and copying makes of a value. */
function printed(value: unknown): string {
  const copies = [
    inspect(value, { depth: 20, showHidden: true }),
    inspect(value, { depth: 20, customInspect: false, getters: true }),
    JSON.stringify(value),
    String(value),
  ];
  return copies.join('\n');
}

describe('the secrets of a compiled catalog', () => {
  const body = (site: Scope) =>
    void new Vault(site, 'a', {
      password: 'hidden one',
      note: secret('hidden two'),
      owner: secret('hidden three'),
      labels: { one: secret.text`x=${secret('hidden four')}`, other: 'seen' } as never,
    });

  it('are printed by nothing that prints a catalog, a resource, or its desired state', async () => {
    const catalog = await compiled(body);
    for (const one of [catalog, catalog.resources, catalog.find('vault', 'a')?.desired]) {
      expect(printed(one)).not.to.contain('hidden');
    }
    const { desired, parameters } = catalog.find('vault', 'a') ?? {};
    expect(serialize(structuredClone([desired, parameters])).toString('latin1')).not.to.contain('hidden');
  });

  it('are not printed with a resource that was only declared', async () => {
    let shown = '';
    await compiled((site) => {
      const vault = new Vault(site, 'a', { password: 'hidden' });
      shown = inspect(vault, { depth: 3 }) + JSON.stringify(vault.given);
    });
    expect(shown).not.to.contain('hidden');
  });

  it('reach providers as secrets where the type of the attribute takes them so, and else in clear', async () => {
    const vault = (await compiled(body)).find('vault', 'a');
    const desired = vault && toProviderValues(vault);
    expect(desired?.password).to.be.instanceOf(Secret);
    expect(desired?.note).to.be.instanceOf(Secret);
    expect(desired?.token).to.be.instanceOf(Secret);
    expect(desired?.owner).to.equal('hidden three');
    expect(desired?.labels).to.deep.equal({ one: 'x=hidden four', other: 'seen' });
    expect([desired?.password, desired?.token].map(reveal)).to.deep.equal(['hidden one', 'guest']);
  });

  it('are known by the parts that are secret, and not by what stands beside them', async () => {
    const vault = (await compiled(body)).find('vault', 'a');
    const { labels, token } = (vault?.desired ?? {}) as Record<string, Secret<unknown>>;
    expect(new Set(labels?.parts)).to.deep.equal(new Set(['x=hidden four', 'hidden four']));
    expect(token?.parts).to.deep.equal([]);
  });
});

describe('a secret that is made of others', () => {
  it('knows them beside the whole', () => {
    const inner = secret.text`${secret('one')}-${secret('two')}`;
    const outer = deriveSecret('(one-two)', { list: [inner] });
    expect(outer.parts).to.deep.equal(['(one-two)', 'one-two', 'one', 'two']);
    expect(outer.reveal()).to.equal('(one-two)');
  });
});
