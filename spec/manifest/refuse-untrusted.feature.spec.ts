import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { type LoadOptions, loadManifest } from '../../src/manifest/index.js';

/** A user who is neither root nor the one who called sudo. */
const STRANGER = 12345;

describe('a manifest that root is to run', () => {
  let base: string;
  const at = (path: string) => join(base, path);
  const put = (path: string, content: string) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), content);
  };

  before(function () {
    if (process.geteuid?.() !== 0) this.skip();
  });
  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'glance-apply-foreign-')));
    put('above/site/site.ts', MANIFEST);
    put(
      'above/site/helper.ts',
      `import { writeFileSync } from 'node:fs'; writeFileSync('${at('ran')}', ''); export const x = 1;`,
    );
    put('above/site/node_modules/tool/package.json', '{"name": "tool", "main": "index.js"}');
    put('above/site/node_modules/tool/index.js', 'exports.y = 2;');
    put('above/tsconfig.json', '{}');
    put('above/package.json', '{}');
    put('above/site/node.yaml', 'classes: {}\n');
    put('above/site/catalog.json', '{"resources": [], "edges": []}');
  });
  afterEach(() => {
    delete process.env.SUDO_UID;
    rmSync(base, { recursive: true });
  });

  const refusal = async (file = 'site.ts', options: LoadOptions = {}) => {
    try {
      await loadManifest(at(`above/site/${file}`), options);
    } catch (error) {
      if (GlanceApplyError.is(error)) return error.message;
      throw error;
    }
    return 'none';
  };

  it('is run where nobody else can change it', async () => {
    expect(await refusal()).to.equal('none');
    expect(existsSync(at('ran'))).to.equal(true);
    expect(await refusal('node.yaml')).to.equal('none');
    expect(await refusal('catalog.json')).to.equal('none');
  });

  const parts: readonly (readonly [name: string, path: string])[] = [
    ['itself', 'above/site/site.ts'],
    ['its folder', 'above/site'],
    ['the folder above', 'above'],
    ['a module that it imports', 'above/site/helper.ts'],
    ['the folder of its packages', 'above/site/node_modules'],
    ['a package', 'above/site/node_modules/tool'],
    ['the code of a package', 'above/site/node_modules/tool/index.js'],
    ['a tsconfig.json above it', 'above/tsconfig.json'],
    ['a package.json above it', 'above/package.json'],
  ];
  for (const [name, path] of parts) {
    it(`is refused where others can write ${name}, before anything of it is run`, async () => {
      chmodSync(at(path), 0o777);
      const words = new RegExp(
        `root does not run a manifest that other users can modify: ${at(path)} can be changed by everybody`,
      );
      expect(await refusal())
        .to.match(words)
        .and.to.match(/--trust-manifest/);
      expect(existsSync(at('ran'))).to.equal(false);
    });

    it(`is refused where another user owns ${name}, and also when it has been run before`, async () => {
      expect(await refusal()).to.equal('none');
      rmSync(at('ran'));
      chownSync(at(path), STRANGER, STRANGER);
      expect(await refusal()).to.match(new RegExp(`${at(path)} belongs to the user ${STRANGER}`));
    });
  }

  it('is refused as a node or a catalog, too', async () => {
    for (const file of ['node.yaml', 'catalog.json']) {
      chmodSync(at(`above/site/${file}`), 0o666);
      expect(await refusal(file)).to.match(/can be changed by everybody/);
    }
  });

  it('is refused behind a link that another user can point elsewhere', async () => {
    mkdirSync(at('shared'));
    chmodSync(at('shared'), 0o1777);
    symlinkSync(at('above/site/site.ts'), at('shared/link.ts'));
    lchownSync(at('shared/link.ts'), STRANGER, STRANGER);
    const error = await loadManifest(at('shared/link.ts')).catch((one: Error) => one);
    expect(error)
      .to.have.property('message')
      .which.matches(/link\.ts is a symbolic link of the user/);
  });

  it('may be that of the user who called sudo, in a group that this user has alone or not at all', async () => {
    for (const path of ['above', 'above/site', 'above/site/site.ts']) chownSync(at(path), STRANGER, STRANGER);
    process.env.SUDO_UID = String(STRANGER);
    expect(await refusal()).to.equal('none');
    chmodSync(at('above/site'), 0o775);
    expect(await refusal()).to.match(/site can be changed by its group/);
    process.env.SUDO_UID = '1';
    expect(await refusal()).to.match(/belongs to the user 12345/);
  });

  it('is run all the same where that is asked for', async () => {
    chmodSync(at('above'), 0o777);
    expect(await refusal('site.ts', { trust: 'any' })).to.equal('none');
    expect(existsSync(at('ran'))).to.equal(true);
  });
});

const MANIFEST = `
import { manifest } from 'glance-apply';
import { y } from 'tool';
import { x } from './helper.js';
export default manifest(() => { if (x + y !== 3) throw new Error('lost'); });
`;
