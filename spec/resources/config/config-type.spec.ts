import { expect } from 'chai';
import type { CatalogResource } from '../../../src/catalog/catalog.js';
import { compile, manifest } from '../../../src/catalog/index.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { GlanceApiConfig } from '../../../src/resources/glance/config/glance-api-config.js';
import { GlanceRegistryPasteIni } from '../../../src/resources/glance/config/glance-registry-paste-ini.js';
import { KeystoneConfig } from '../../../src/resources/keystone/config/keystone-config.js';
import { secret } from '../../../src/secrets/secret.js';

type Attributes = ConstructorParameters<typeof GlanceApiConfig>[2];

async function compiled(attributes: Attributes, title = 'DEFAULT/debug'): Promise<CatalogResource> {
  const catalog = await compile(manifest((site) => void new GlanceApiConfig(site, title, attributes)));
  return catalog.find('glance_api_config', title) as CatalogResource;
}

async function message(attributes: Attributes, title?: string): Promise<string> {
  try {
    await compiled(attributes, title);
  } catch (error) {
    if (GlanceApplyError.is(error)) return error.message;
    throw error;
  }
  return 'none';
}

describe('A configuration type', () => {
  describe('a value', () => {
    for (const [given, written] of [
      [true, ['True']],
      [false, ['False']],
      ['TRUE', ['True']],
      ['false', ['False']],
      [9292, ['9292']],
      [0, ['0']],
      [1.5, ['1.5']],
      ['  padded  ', ['padded']],
      ['a\tb', ['a\tb']],
      ['', ['']],
      [
        [1, 'two', true],
        ['1', 'two', 'True'],
      ],
    ] as const) {
      it(`${JSON.stringify(given)} is written ${JSON.stringify(written)}`, async () => {
        const { desired } = await compiled({ value: given });
        expect(desired).to.include({ ensure: 'present' });
        expect(desired.value).to.deep.equal(written);
      });
    }

    it('with a line break is refused, and not quoted', async () => {
      expect(await message({ value: 'hidden\nadmin = True' }))
        .to.match(/Glance_api_config\[DEFAULT\/debug\]: value has a line break/)
        .and.not.contain('hidden');
      expect(await message({ value: ['fine', 'a\rb'] })).to.contain('line break');
    });

    it('with a NUL character is refused', async () => {
      expect(await message({ value: 'a\0b' })).to.contain('NUL');
    });

    it('that is not a scalar is refused', async () => {
      expect(await message({ value: { a: 1 } } as unknown as Attributes)).to.contain(
        'value must be a string, a number, true or false',
      );
    });
  });

  describe('a title', () => {
    it('is the section up to the first slash, and the setting behind it', async () => {
      expect((await compiled({ value: 'x' }, 'composite:root//v2')).desired.name).to.equal(
        'composite:root//v2',
      );
    });

    for (const title of ['debug', '/debug', 'DEFAULT/', '']) {
      it(`'${title}' is refused`, async () => {
        expect(await message({ value: 1 }, title)).to.match(/section\/setting|not empty/);
      });
    }

    for (const title of ['a/#b', 'a/b=c', 'a/b:c', 'a/[b', 'a/ b']) {
      it(`${JSON.stringify(title)} is refused: nobody could read it back`, async () => {
        expect(await message({ value: 1 }, title)).to.contain('the name of the ');
      });
    }

    for (const title of ['a\nb/c', 'a/b\nc']) {
      it(`${JSON.stringify(title)} is refused: it would be two lines`, async () => {
        expect(await message({ value: 1 }, title)).to.contain('line break');
      });
    }
  });

  describe('the desired state', () => {
    it('is absent if the value is the marker, which the catalog still contains', async () => {
      const { desired, parameters } = await compiled({ value: '<SERVICE DEFAULT>' });
      expect(desired).to.include({ ensure: 'absent', value: undefined });
      expect(parameters).to.deep.equal({ value: '<SERVICE DEFAULT>' });
    });

    it('is the marker itself if ensure_absent_val is another', async () => {
      const literal = await compiled({ value: '<SERVICE DEFAULT>', ensure_absent_val: 'toto' });
      expect(literal.desired.value).to.deep.equal(['<SERVICE DEFAULT>']);
      expect((await compiled({ value: 'toto', ensure_absent_val: 'toto' })).desired.ensure).to.equal(
        'absent',
      );
      expect((await compiled({ value: true, ensure_absent_val: true })).desired.ensure).to.equal('absent');
    });

    it('is never the marker among other values', async () => {
      expect(await message({ value: ['a', '<SERVICE DEFAULT>'] })).to.contain(
        'cannot be one of several values',
      );
    });

    for (const attributes of [{}, { value: '<_IMMUTABLE_>' }, { value: [] }, { value: undefined }]) {
      it(`is nothing of ${JSON.stringify(attributes)}`, async () => {
        expect((await compiled(attributes)).desired)
          .to.include({ value: undefined })
          .and.not.include({ ensure: 'present' });
        expect((await compiled(attributes)).desired.ensure).to.equal(undefined);
      });
    }

    it('is absent if ensure is, whatever the value is', async () => {
      expect((await compiled({ ensure: 'absent', value: 'x' })).desired).to.include({
        ensure: 'absent',
        value: undefined,
      });
    });
  });

  it('hides values that are marked as secret, and values that are secrets', async () => {
    expect([...(await compiled({ value: 'x', secret: true })).secrets]).to.deep.equal(['value']);
    expect([...(await compiled({ value: secret('x') })).secrets]).to.deep.equal(['value']);
    expect([...(await compiled({ value: ['a', secret('x')] })).secrets]).to.deep.equal(['value']);
    expect([...(await compiled({ value: 'x' })).secrets]).to.deep.equal([]);
  });

  it('comes after the package of its file', () => {
    const required = (type: { readonly definition: typeof GlanceApiConfig.definition }) =>
      [...(type.definition.autorequire?.({} as never, { has: () => true, all: () => [] }) ?? [])].map(String);
    expect(required(GlanceApiConfig)).to.deep.equal([
      'Anchor[glance::install::end]',
      'Package[glance-api]',
      'Package[openstack-glance]',
    ]);
    expect([...(GlanceApiConfig.definition.paths?.({} as never) ?? [])]).to.deep.equal([
      { use: 'manages', path: '/etc/glance/glance-api.conf' },
      { use: 'needs', path: '/etc/glance' },
    ]);
    expect(required(GlanceRegistryPasteIni)).to.include('Package[glance-registry]');
    expect(required(KeystoneConfig)).to.include('Anchor[keystone::install::end]');
  });
});
