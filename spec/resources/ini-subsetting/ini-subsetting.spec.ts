import { readFile, stat, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { IniSubsetting } from '../../../src/resources/ini-subsetting/ini-subsetting.js';
import { ConfigBench } from '../config/config-bench.js';
import { converge } from '../converge.js';
import { Workbench } from '../file/workbench.js';

type Attributes = NonNullable<ConstructorParameters<typeof IniSubsetting>[2]>;

/** The pipelines of a Keystone of Newton. */
const paste = `# Keystone PasteDeploy configuration file.
[pipeline:public_api]
# The last item in this pipeline must be public_service or an equivalent
pipeline = cors sizelimit url_normalize admin_token_auth json_body ec2_extension public_service

[pipeline:api_v3]
pipeline = cors admin_token_auth  json_body service_v3
`;

describe('ini_subsetting', () => {
  let bench: Workbench;
  let path: string;
  beforeEach(async () => {
    bench = await Workbench.open();
    path = bench.path('paste.ini');
  });
  afterEach(() => bench.close());

  const words =
    (...all: readonly Attributes[]) =>
    (site: Scope) => {
      for (const [index, attributes] of all.entries())
        new IniSubsetting(site, `word ${index}`, { path, ...attributes });
    };

  /** What becomes of a file; a second look must find nothing to do. */
  async function edited(before: string, ...all: readonly Attributes[]): Promise<string> {
    await writeFile(path, before);
    await bench.apply(words(...all));
    expect(await bench.apply(words(...all))).to.deep.equal({});
    return readFile(path, 'utf8');
  }
  const errorOf = (attributes: Attributes) =>
    bench.plan(words(attributes)).then(
      () => 'none',
      (error: Error) => error.message,
    );

  it('removes a filter from each pipeline that has it, and nothing else', async () => {
    const gone = { ensure: 'absent', setting: 'pipeline', subsetting: 'admin_token_auth' } as const;
    const after = await edited(
      paste,
      { ...gone, section: 'pipeline:public_api' },
      { ...gone, section: 'pipeline:admin_api' },
      { ...gone, section: 'pipeline:api_v3' },
    );
    expect(after).to.equal(
      paste.replace(' admin_token_auth json', ' json').replace(' admin_token_auth  json', ' json'),
    );
  });

  it('means every word that begins so, or with use_exact_match the very word', async () => {
    const before = '[p]\npipeline = auth_token auth\n';
    const word = { section: 'p', setting: 'pipeline', subsetting: 'auth', ensure: 'absent' } as const;
    expect(await edited(before, word)).to.equal('[p]\npipeline = \n');
    expect(await edited(before, { ...word, use_exact_match: true })).to.equal('[p]\npipeline = auth_token\n');
  });

  it('changes all words with one name if the first of them is not in sync', async () => {
    const word = { section: 'p', setting: 'x', subsetting: '-X', value: '9' };
    expect(await edited('[p]\nx = -Xa -v -Xb\n', word)).to.equal('[p]\nx = -X9 -v -X9\n');
    expect(await edited('[p]\nx = -X9 -v -Xb\n', word)).to.equal('[p]\nx = -X9 -v -Xb\n');
  });

  it('uses the first line of a setting that has several, and does not change the others', async () => {
    const word = { section: 'p', setting: 'x', subsetting: 'c' };
    expect(await edited('[p]\nx = a\n  y = 1\nx = b\n', word)).to.equal('[p]\nx = a c\n  y = 1\nx = b\n');
    const gone = { ...word, subsetting: 'a', ensure: 'absent', delete_if_empty: true } as const;
    expect(await edited('[p]\nx = a\nx = b\n', gone)).to.equal('[p]\nx = b\n');
  });

  it('finds the words of an indented setting, and preserves deeper lines below it', async () => {
    const word = { section: 'p', setting: 'x', subsetting: 'c' };
    expect(await edited('[p]\n  x = a\n    y = 1\n', word)).to.equal('[p]\n  x = a c\n    y = 1\n');
  });

  it('separates a word from its value, and finds the neighbour by its name alone', async () => {
    const word = { section: 'p', setting: 'x', subsetting_separator: ',', subsetting_key_val_separator: ':' };
    const c = { ...word, subsetting: 'c', value: '3', insert_type: 'after', insert_value: 'a' } as const;
    expect(await edited('[p]\nx = ab:0, a:1,b:2\n', c)).to.equal('[p]\nx = ab:0,a:1,c:3,b:2\n');
  });

  it('preserves the quotes of a value, whatever quote_char is', async () => {
    const word = { section: 'p', setting: 'x', subsetting: 'c', quote_char: '"' } as const;
    expect(await edited("[p]\nx = 'a'\n", word)).to.equal("[p]\nx = 'a c'\n");
    expect(await edited('[p]\nx = a\n', word)).to.equal('[p]\nx = "a c"\n');
  });

  it('neither displays values that must not be displayed, nor lets other users read them', async () => {
    const word = { section: 'p', setting: 'x', subsetting: 'c', value: '1', show_diff: false } as const;
    await bench.apply(words(word));
    expect((await stat(path)).mode & 0o777).to.equal(0o600);
    const desired = { ...word, insert_type: 'end', use_exact_match: false };
    expect([...(IniSubsetting.definition.secrets?.(desired as never) ?? [])]).to.deep.equal(['value']);
  });

  it('sets the value of a word within existing quotes', async () => {
    const heap = { setting: 'JAVA_ARGS', subsetting: '-Xmx', key_val_separator: '=' };
    expect(await edited('JAVA_ARGS="-Xmx192m -server"\n', { ...heap, value: '512m' })).to.equal(
      'JAVA_ARGS="-Xmx512m -server"\n',
    );
    expect(await edited('JAVA_ARGS="-server"\n', { ...heap, value: '512m' })).to.equal(
      'JAVA_ARGS="-server -Xmx512m"\n',
    );
    expect(await edited('', { ...heap, value: '512m', quote_char: '"' })).to.equal('JAVA_ARGS="-Xmx512m"\n');
  });

  it('inserts a new word at the given position', async () => {
    const at = (insertion: Attributes) =>
      edited('[p]\nx = a b\n', { section: 'p', setting: 'x', subsetting: 'c', ...insertion });
    expect(await at({})).to.equal('[p]\nx = a b c\n');
    expect(await at({ insert_type: 'start' })).to.equal('[p]\nx = c a b\n');
    expect(await at({ insert_type: 'before', insert_value: 'b' })).to.equal('[p]\nx = a c b\n');
    expect(await at({ insert_type: 'after', insert_value: 'a' })).to.equal('[p]\nx = a c b\n');
    expect(await at({ insert_type: 'index', insert_value: 1 })).to.equal('[p]\nx = a c b\n');
  });

  it('supports other separators, and removes a setting with its last word if that is set', async () => {
    const word = { section: 'p', setting: 'x', subsetting: 'b', subsetting_separator: ',' };
    expect(await edited('[p]\nx = a,b,c\n', { ...word, ensure: 'absent' })).to.equal('[p]\nx = a,c\n');
    expect(await edited('[p]\nx = b\n', { ...word, ensure: 'absent' })).to.equal('[p]\nx = \n');
    expect(await edited('[p]\nx = b\n', { ...word, ensure: 'absent', delete_if_empty: true })).to.equal(
      '[p]\n',
    );
  });

  it('is written with the others of its file at once, each after the one before it', async () => {
    const batch = new ConfigBench();
    const setting = { path: batch.path, section: 'p', setting: 'x' };
    await batch.apply((site) => {
      new IniSubsetting(site, 'c', { ...setting, subsetting: 'c' });
      new IniSubsetting(site, 'a', { ...setting, subsetting: 'a', insert_type: 'start' });
      new IniSubsetting(site, 'b', { ...setting, subsetting: 'b', insert_type: 'before', insert_value: 'c' });
      new IniSubsetting(site, 'd', { ...setting, setting: 'y', subsetting: 'd', value: '1' });
    });
    expect(batch.writes).to.deep.equal([batch.path]);
    expect(await readFile(batch.path, 'utf8')).to.equal('[p]\nx = a b c\ny = d1\n');
    batch.close();
  });

  it('does not remove a word with the same beginning as an added one', async () => {
    const one = (subsetting: string) => ({ section: 'a', setting: 'words', subsetting });
    for (const [order, after] of [
      [['w12', 'w13', 'w1'], 'w12 w13'],
      [['w1', 'w12', 'w13'], 'w1 w12 w13'],
      [['w12', 'w1', 'w13'], 'w12 w13'],
    ] as const) {
      await writeFile(path, '[a]\n');
      const body = (site: Scope) =>
        order.map((name) => new IniSubsetting(site, name, { path, ...one(name) }));
      await converge(bench.host, body, { stateDirectory: bench.path('state') });
      expect(await readFile(path, 'utf8')).to.equal(`[a]\nwords = ${after}\n`);
      const { resources } = await converge(bench.host, body, { stateDirectory: bench.path('state') });
      expect(resources).to.deep.equal([]);
    }
  });

  it('makes no file for a word that is not to be there', async () => {
    expect(
      await bench.apply(words({ ensure: 'absent', section: 'p', setting: 'x', subsetting: 'b' })),
    ).to.deep.equal({});
  });

  it('is refused if a position is necessary and missing', async () => {
    const word = { section: 'p', setting: 'x', subsetting: 'b' };
    expect(await errorOf({ ...word, insert_type: 'before' })).to.contain('needs an insert_value');
    expect(await errorOf({ ...word, use_exact_match: true, value: 'x' })).to.contain('cannot have a value');
  });
});
