import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

/** What esbuild says of its bundles, as far as it counts here. */
interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, object>> }>>;
}

const script = new URL('../../scripts/third-party-notices.mjs', import.meta.url).href;
const { thirdPartyNotices } = (await import(script)) as {
  thirdPartyNotices(root: string, metafile: Metafile): Promise<string>;
};

describe('the notices of bundled packages', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'notices-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  /** A package with these files, and the path of a file in it. */
  async function bundled(
    folder: string,
    license: string,
    files: Readonly<Record<string, string>>,
  ): Promise<string> {
    const name = folder.replace(/^.*node_modules\//, '');
    await mkdir(join(root, folder), { recursive: true });
    await writeFile(join(root, folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
    for (const [file, text] of Object.entries(files)) await writeFile(join(root, folder, file), text);
    return `${folder}/lib/index.js`;
  }
  const notices = (...inputs: string[]) =>
    thirdPartyNotices(root, {
      outputs: { 'out.js': { inputs: Object.fromEntries(inputs.map((one) => [one, {}])) } },
    });
  const refusal = (...inputs: string[]) =>
    notices(...inputs).then(
      () => '',
      (error: Error) => error.message,
    );

  it('include packages that name their licence in the old form, as a list', async () => {
    const file = await bundled('node_modules/old', 'MIT', { LICENSE: 'Copyright Old\n' });
    const manifest = {
      name: 'old',
      version: '1.2.3',
      licenses: [{ type: 'MIT', url: 'https://example.org' }],
    };
    await writeFile(join(root, 'node_modules/old/package.json'), JSON.stringify(manifest));
    expect(await notices(file)).to.match(/^old 1\.2\.3 \(MIT\)$/m);
  });

  it('have the name, the version and the text of each, once, and nothing of the library itself', async () => {
    const text = await notices(
      await bundled('node_modules/one', 'MIT', { LICENSE: 'Copyright One\n' }),
      await bundled('node_modules/two/node_modules/@scope/three', 'ISC', {
        'license.md': 'Three',
        NOTICE: 'Noted',
      }),
      await bundled('node_modules/four/node_modules/one', 'MIT', { LICENSE: 'Copyright One\n' }),
      'src/index.ts',
    );
    expect(text.match(/^one 1\.2\.3 \(MIT\)$/gm)).to.have.lengthOf(1);
    expect(text)
      .to.contain('Copyright One')
      .and.to.match(/@scope\/three 1\.2\.3 \(ISC\)\n-+\n\nNoted\n\nThree\n/);
    expect(text).not.to.contain('src/');
  });

  it('are refused if a text is missing or empty, and all packages without one are named', async () => {
    const message = await refusal(
      await bundled('node_modules/one', 'MIT', {}),
      await bundled('node_modules/two', 'MIT', { LICENSE: ' \n' }),
      await bundled('node_modules/three', 'MIT', { NOTICE: 'noted' }),
    );
    for (const name of ['one', 'two', 'three'])
      expect(message).to.contain(`the text of the licence MIT of ${name} 1.2.3 is missing`);
  });

  it('are refused if a licence is not in the list of allowed ones', async () => {
    const message = await refusal(await bundled('node_modules/one', 'GPL-3.0', { LICENSE: 'x' }));
    expect(message).to.contain('one 1.2.3').and.to.contain('the licence GPL-3.0 of');
  });
});
