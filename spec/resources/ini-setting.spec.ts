import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { compile, manifest, type Scope } from '../../src/catalog/index.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { IniSetting } from '../../src/resources/ini-setting.js';
import { ConfigBench } from './config/config-bench.js';

type Attributes = NonNullable<ConstructorParameters<typeof IniSetting>[2]>;

describe('ini_setting', () => {
  let bench: ConfigBench;
  beforeEach(() => {
    bench = new ConfigBench();
  });
  afterEach(() => bench.close());

  const wanting =
    (...all: Attributes[]) =>
    (site: Scope) => {
      all.forEach(
        (one, index) => void new IniSetting(site, `setting ${index}`, { path: bench.path, ...one }),
      );
    };

  /** Applies to a text; makes sure that doing it again changes nothing. */
  async function applied(text: string | undefined, ...all: Attributes[]): Promise<string> {
    if (text !== undefined) writeFileSync(bench.path, text);
    await bench.apply(wanting(...all));
    const result = readFileSync(bench.path, 'utf8');
    expect(await bench.apply(wanting(...all))).to.deep.equal([]);
    return result;
  }

  async function complaint(attributes: Attributes): Promise<string> {
    try {
      await compile(manifest(wanting(attributes)));
    } catch (error) {
      if (GlanceApplyError.is(error)) return error.message;
      throw error;
    }
    return 'none';
  }

  it("writes 'name = value' into a new file, which all may read", async () => {
    const text = await applied(undefined, { section: 'php', setting: 'memory_limit', value: '128M' });
    expect(text).to.equal('[php]\nmemory_limit = 128M\n');
    expect(statSync(bench.path).mode & 0o777).to.equal(0o644);
  });

  it('lets nobody else read a new file with a value that must not be shown', async () => {
    await applied(undefined, { section: 'client', setting: 'password', value: 'x', show_diff: false });
    expect(statSync(bench.path).mode & 0o777).to.equal(0o600);
  });

  it('follows the style of the file, and leaves true and false as they are', async () => {
    expect(await applied('[a]\nx=1\n', { section: 'a', setting: 'y', value: true })).to.equal(
      '[a]\nx=1\ny=true\n',
    );
  });

  it('writes before any section where none is named', async () => {
    expect(await applied('x=1\n\n[a]\n', { setting: 'y', value: 2 })).to.equal('x=1\ny=2\n\n[a]\n');
  });

  it('does not take a colon for a separator', async () => {
    expect(await applied('[a]\nc:d=1\n', { section: 'a', setting: 'c:d', value: 2 })).to.equal(
      '[a]\nc:d=2\n',
    );
  });

  it('separates by what key_val_separator says, white space too', async () => {
    expect(await applied('x\t1\nflag\n', { setting: 'y', value: 'a b', key_val_separator: ' ' })).to.equal(
      'x\t1\nflag\ny a b\n',
    );
    expect(await applied('x => 1\n', { setting: 'x', value: 2, key_val_separator: ' => ' })).to.equal(
      'x => 2\n',
    );
  });

  it('knows sections by other signs', async () => {
    const signs = { section_prefix: '-- ', section_suffix: ' --' };
    expect(await applied('-- a --\nx=1\n', { section: 'a', setting: 'x', value: 2, ...signs })).to.equal(
      '-- a --\nx=2\n',
    );
    expect(await applied('', { section: 'a', setting: 'x', value: 2, ...signs })).to.equal(
      '-- a --\nx = 2\n',
    );
  });

  it('indents new lines as told, as far as the lines around them allow', async () => {
    const tabs = { indent_char: '\t', indent_width: 1 };
    expect(await applied('[a]\n', { section: 'a', setting: 'x', value: 1, ...tabs })).to.equal(
      '[a]\n\tx = 1\n',
    );
    expect(await applied('[a]\ny = 0\n', { section: 'a', setting: 'x', value: 1, ...tabs })).to.equal(
      '[a]\ny = 0\nx = 1\n',
    );
  });

  it('makes no section where it must not', async () => {
    const only = { setting: 'x', value: 1, force_new_section_creation: false };
    expect(await applied('[a]\n', { section: 'a', ...only }, { section: 'b', ...only })).to.equal(
      '[a]\nx = 1\n',
    );
  });

  it('makes a section alone', async () => {
    expect(await applied('[a]\n', { section: 'b' })).to.equal('[a]\n\n[b]\n');
  });

  it('removes a setting', async () => {
    expect(await applied('[a]\nx=1\ny=2\nx=3\n', { section: 'a', setting: 'x', ensure: 'absent' })).to.equal(
      '[a]\ny=2\n',
    );
  });

  it('writes settings of several dialects into one file at once', async () => {
    await applied('', { setting: 'x', value: 1 }, { setting: 'y', value: 2, key_val_separator: ':' });
    expect(bench.writes).to.deep.equal([bench.path]);
  });

  it('hides values whose difference must not be shown', async () => {
    for (const show_diff of [false, 'md5'] as const) {
      const catalog = await compile(manifest(wanting({ setting: 'x', value: 1, show_diff })));
      expect([...(catalog.find('ini_setting', 'setting 0')?.secrets ?? [])]).to.deep.equal(['value']);
    }
  });

  it('refuses what it could not read back', async () => {
    expect(await complaint({ setting: 'x', value: 'a\nb' })).to.contain('line break');
    expect(await complaint({ setting: 'a=b', value: 1 })).to.contain("has '=' in it");
    expect(await complaint({ section: 'a\nb', setting: 'x', value: 1 })).to.contain('line break');
    expect(await complaint({ setting: 'x', value: 1, section_prefix: '', section_suffix: '' })).to.contain(
      'one of them',
    );
    expect(await complaint({ setting: 'x', value: 1, indent_char: 'x' })).to.contain('a space or a tab');
    expect(await complaint({ value: 1 })).to.contain('needs a setting');
    expect(await complaint({ ensure: 'absent' })).to.contain('whole sections are not removed');
  });

  it('needs an absolute path', async () => {
    expect(await complaint({ path: 'x.ini', setting: 'x', value: 1 })).to.contain('absolute path');
    expect(await complaint({ path: undefined, setting: 'x', value: 1 })).to.contain(
      "needs a value for 'path'",
    );
  });

  it('comes after its file and its directory', () => {
    const required =
      IniSetting.definition.autorequire?.({ path: '/etc/php/php.ini' } as never, { has: () => true }) ?? [];
    expect([...required].map(String)).to.deep.equal(['File[/etc/php/php.ini]', 'File[/etc/php]']);
  });
});
