import { expect } from 'chai';
import { checkData } from '../../src/catalog/check-data.js';
import {
  type CompileOptions,
  classType,
  compile,
  hashOf,
  integer,
  manifest,
  parameter,
  type Scope,
  secretString,
  string,
} from '../../src/catalog/index.js';
import { type Hierarchy, openHierarchy } from '../../src/data/hierarchy/index.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { Secret, secret } from '../../src/secrets/secret.js';
import { DataFolder } from '../data/hierarchy/data-folder.js';

class Web extends classType(
  'web::server',
  {
    port: parameter(integer({ min: 1, max: 65535 }), 'Where it listens.', { default: 80 }),
    password: parameter(secretString, 'Of its administrator.'),
    name: parameter(string, 'Its name.', { default: 'web' }),
    old: parameter(string, 'What it was called.', { until: 'queens', became: { name: 'name' } }),
  },
  { doc: 'A class of the specs.' },
) {
  override declare(): void {
    if (this.parameters.name === 'refused') this.fail('this name is not allowed', undefined, 'name');
  }
}

const vocabulary = { classes: new Map([['web::server', Web]]) };

describe('data of a compilation', () => {
  let folder: DataFolder;
  afterEach(() => folder.remove());

  async function opened(text: string): Promise<Hierarchy> {
    folder = new DataFolder({ 'common.yaml': text });
    return openHierarchy(folder.path, { processEnvironment: { PASSWORD: 'of the specs' } });
  }

  async function parametersWith(text: string, given = {}) {
    let found: Web | undefined;
    const data = await opened(text);
    await compile(
      manifest((site) => {
        found = new Web(site, given);
      }),
      { data },
    );
    return found?.parameters;
  }

  it('gives class parameters after the manifest and before the default; null gives none', async () => {
    expect(await parametersWith('web::server::port: 81\nweb::server::name: ~\n')).to.include({
      port: 81,
      name: 'web',
    });
    expect(await parametersWith('web::server::port: 81\n', { port: 82 })).to.include({ port: 82 });
  });

  it('gives encrypted and referenced values as secrets', async () => {
    const parameters = await parametersWith('web::server::name: "%{env(\'PASSWORD\')}"\n');
    expect(Secret.is(parameters?.name)).to.equal(true);
  });

  it('is the location of errors about its values, including those of the class itself', async () => {
    const wrong = await refused('\nweb::server::port: 99999\n', (site) => new Web(site));
    expect(wrong).to.match(/common\.yaml:2:1: .*port must be an integer from 1 to 65535, not 99999/);
    const refusal = await refused('web::server::name: refused\n', (site) => new Web(site));
    expect(refusal).to.match(/common\.yaml:1:1: .*this name is not allowed/);
    const unreadable = await refused(
      'web::server::password: "%{env(\'NOWHERE\')}"\n',
      (site) => new Web(site),
    );
    expect(unreadable).to.match(/common\.yaml:1:1: .*NOWHERE/);
  });

  it('is looked up by a manifest, with a type, a merge and a default', async () => {
    const data = await opened(
      'size: "7"\nlimits: {a: 1}\nnothing: ~\npassword: of the specs\nlist: [1, 1]\n',
    );
    await compiled(data, (site) => {
      expect(site.lookup('size', integer())).to.equal(7);
      expect(site.lookup('limits', hashOf(integer()))).to.deep.equal({ a: 1 });
      expect(site.lookup('limits.a')).to.equal(1);
      expect(site.lookup('nothing', string, { default: 'x' })).to.equal('x');
      expect(site.lookup('nowhere', string, { default: 'x' })).to.equal('x');
      expect(Secret.is(site.lookup('password', secretString))).to.equal(true);
      expect(site.lookup('size', integer(), { merge: 'first' })).to.equal(7);
    });
  });

  it('reports a missing value at the call, and a value of another type at the file', async () => {
    expect(await refused('', (site) => site.lookup('nowhere'))).to.match(
      /data\.feature\.spec\.ts:\d+:\d+: data has no value for 'nowhere'/,
    );
    expect(await refused('size: "%{env(\'PASSWORD\')}"\n', (site) => site.lookup('size', string))).to.match(
      /data\.feature\.spec\.ts:\d+:\d+: 'size' is a secret/,
    );
    expect(await refused('size: large\n', (site) => site.lookup('size', integer()))).to.match(
      /common\.yaml:1:1: data: size must be an integer, not 'large'/,
    );
  });

  it('asks a default that is a function only where data has nothing', async () => {
    await compiled(await opened('size: 7\n'), (site) => {
      expect(site.lookup('size', integer(), { default: () => expect.fail('it was asked') })).to.equal(7);
      expect(site.lookup('nowhere', integer(), { default: () => 8 })).to.equal(8);
    });
  });

  it('names every secret that is neither there nor in the environment, at once', async () => {
    const { diagnostics } = await failure('', (site) => {
      for (const name of ['FIRST', 'SECOND'])
        site.lookup(name, secretString, { default: () => secret.env(`GLANCE_APPLY_SPEC_${name}`) });
    });
    expect(diagnostics.map(({ message }) => message.split(' ')[3])).to.deep.equal([
      'GLANCE_APPLY_SPEC_FIRST',
      'GLANCE_APPLY_SPEC_SECOND',
    ]);
    for (const { location, hint } of diagnostics) {
      expect(location?.file).to.match(/data\.feature\.spec\.ts$/);
      expect(hint).to.match(/^set it for this command: .*, or give data a value for '(FIRST|SECOND)'$/);
    }
  });

  it('says which of its keys nothing looked up', async () => {
    const data = await opened(
      'web::server::port: 81\nweb::other: 1\nused: "%{lookup(\'inner\')}"\ninner: 1\n',
    );
    data.peek('used');
    await compiled(data, (site) => {
      new Web(site);
      site.lookup('used');
    });
    expect(data.unused().map(({ key, location }) => [key, location.line])).to.deep.equal([['web::other', 2]]);
  });

  it('can still be a function or a hash', async () => {
    for (const data of [{ key: 1 }, (key: string) => (key === 'key' ? 1 : undefined)]) {
      await compiled(data, (site) => {
        expect(site.lookup('key')).to.equal(1);
        expect(site.lookup('toString', string, { default: 'none' })).to.equal('none');
      });
    }
  });

  it('is held against the classes before anything is compiled, all of it at once', async () => {
    const data = await opened(
      'web::server::prot: 1\nweb::server::port: many\nweb::servre::port: 1\nweb::thing: 1\nweb::server::old: x\nother::x: 1\n',
    );
    const found = checkData(data, vocabulary, 'zed');
    expect(
      found.map(({ severity, message, hint, location }) => [severity, location?.line, message, hint]),
    ).to.deep.equal([
      ['error', 1, "web::server has no parameter named 'prot'", "did you mean 'port'?"],
      ['error', 2, "web::server: port must be an integer from 1 to 65535, not 'many'", undefined],
      [
        'warning',
        3,
        "web::servre::port: the class 'web::servre' does not exist",
        "did you mean 'web::server'?",
      ],
      ['warning', 5, 'web::server::old has no effect in zed', 'it is called name there'],
    ]);
    expect(data.unused(), 'being checked is no use').to.have.length(6);
  });

  async function failure(text: string, work: (site: Scope) => unknown): Promise<GlanceApplyError> {
    try {
      await compiled(await opened(text), work);
    } catch (error) {
      if (GlanceApplyError.is(error)) return error;
      throw error;
    }
    throw new Error('it compiled');
  }

  async function refused(text: string, work: (site: Scope) => unknown): Promise<string> {
    return (await failure(text, work)).message;
  }
});

async function compiled(data: CompileOptions['data'], work: (site: Scope) => unknown): Promise<void> {
  const body = manifest((site) => void work(site));
  await compile(body, data === undefined ? {} : { data });
}
