import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { compile, manifest, type Scope } from '../../src/catalog/index.js';
import type { Report } from '../../src/engine/report.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { File } from '../../src/resources/file/file.js';
import { IniSetting } from '../../src/resources/ini-setting.js';
import { IniSubsetting } from '../../src/resources/ini-subsetting/ini-subsetting.js';
import { ConfigBench } from './config/config-bench.js';
import { converge } from './converge.js';

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

  async function errorOf(attributes: Attributes): Promise<string> {
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

  it('lets only the owner read a new file with a value that must not be displayed', async () => {
    await applied(undefined, { section: 'client', setting: 'password', value: 'x', show_diff: false });
    expect(statSync(bench.path).mode & 0o777).to.equal(0o600);
  });

  it('leaves true and false as they are', async () => {
    expect(await applied('[a]\nx=1\n', { section: 'a', setting: 'y', value: true })).to.equal(
      '[a]\nx=1\ny = true\n',
    );
  });

  it('writes before any section if none is given, separated from the first one', async () => {
    const x = { setting: 'x', value: 1 };
    const y = { setting: 'y', value: 2 };
    expect(await applied('x=1\n\n[a]\n', y)).to.equal('x=1\ny = 2\n\n[a]\n');
    expect(await applied('[a]\n', x, y)).to.equal('x = 1\ny = 2\n\n[a]\n');
    expect(await applied('', { section: 'a', ...y }, x)).to.equal('x = 1\n\n[a]\ny = 2\n');
  });

  it('treats no line as a part of the value above it, however deep it is', async () => {
    const four = 'four = five\n [one]\n two = three\n';
    expect(await applied(four, { setting: 'four', ensure: 'absent' })).to.equal(' [one]\n two = three\n');
    expect(await applied(four, { section: 'one', setting: 'two', ensure: 'absent' })).to.equal(
      'four = five\n [one]\n',
    );
    expect(await applied('[a]\nx = 1\n  y = 2\n', { section: 'a', setting: 'x', value: 3 })).to.equal(
      '[a]\nx = 3\n  y = 2\n',
    );
    expect(await applied('[a]\nx = 1\n  more text\n', { section: 'a', setting: 'x', value: 3 })).to.equal(
      '[a]\nx = 3\n  more text\n',
    );
  });

  it('writes a setting behind its first commented sample, and leaves the sample', async () => {
    const before = '[a]\n# x = 1\n;x = 2\ny = 3\n\n[b]\n';
    expect(await applied(before, { section: 'a', setting: 'x', value: 9 })).to.equal(
      '[a]\n# x = 1\nx = 9\n;x = 2\ny = 3\n\n[b]\n',
    );
  });

  it('writes a setting with several lines at the position of the last one', async () => {
    expect(await applied('[a]\nx=1\ny=2\nx= 3\n', { section: 'a', setting: 'x', value: 4 })).to.equal(
      '[a]\ny=2\nx= 4\n',
    );
  });

  it('puts several values in the order of the manifest', async () => {
    const x = { section: 'a', setting: 'x' };
    expect(await applied('[a]\nx=1\nx=2\n', { ...x, value: [2, 1] })).to.equal('[a]\nx=2\nx=1\n');
    expect(await applied('[a]\n', { ...x, value: ['b', 'a'] })).to.equal('[a]\nx = b\nx = a\n');
  });

  it('ends every line of a file that it changes, the last one too', async () => {
    expect(await applied('[a]\nx = 1', { section: 'a', setting: 'y', value: 2 })).to.equal(
      '[a]\nx = 1\ny = 2\n',
    );
  });

  it('preserves carriage returns, a byte order mark and white space after values', async () => {
    const before = '\uFEFF[a]\r\nx = 1 \r\ny = 2\r\n';
    expect(await applied(before, { section: 'a', setting: 'y', value: 3 })).to.equal(
      '\uFEFF[a]\r\nx = 1 \r\ny = 3\r\n',
    );
    await applied(before, { section: 'a', setting: 'x', value: 1 });
    expect(bench.writes).to.have.length(1);
  });

  it('finds a section wherever it is carried on, and adds to its last part', async () => {
    const before = '[a]\nx = 1\n[b]\n[a]\ny = 2\n';
    expect(
      await applied(
        before,
        { section: 'a', setting: 'x', value: 3 },
        { section: 'a', setting: 'z', value: 4 },
      ),
    ).to.equal('[a]\nx = 3\n[b]\n[a]\ny = 2\nz = 4\n');
  });

  it('does not take a colon for a separator', async () => {
    expect(await applied('[a]\nc:d=1\n', { section: 'a', setting: 'c:d', value: 2 })).to.equal(
      '[a]\nc:d=2\n',
    );
  });

  it('separates with key_val_separator, also white space', async () => {
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

  it('indents new lines as configured, or like the least indented setting of the section', async () => {
    const tabs = { indent_char: '\t', indent_width: 1 };
    expect(await applied('[a]\n', { section: 'a', setting: 'x', value: 1, ...tabs })).to.equal(
      '[a]\n\tx = 1\n',
    );
    expect(await applied('[a]\ny = 0\n', { section: 'a', setting: 'x', value: 1, ...tabs })).to.equal(
      '[a]\ny = 0\n\tx = 1\n',
    );
    const x = { section: 'a', setting: 'x', value: 1 };
    expect(await applied('[a]\n    y = 0\n  z = 0\n', x)).to.equal('[a]\n    y = 0\n  z = 0\n  x = 1\n');
    expect(await applied('[a]\n\ty = 0\n', { ...x, indent_char: '\t' })).to.equal('[a]\n\ty = 0\n\tx = 1\n');
    expect(await applied('[a]\n  x = 0\n', { ...x, indent_width: 9 })).to.equal('[a]\n  x = 1\n');
  });

  it('creates no section if it must not', async () => {
    const only = { setting: 'x', value: 1, force_new_section_creation: false };
    expect(await applied('[a]\n', { section: 'a', ...only }, { section: 'b', ...only })).to.equal(
      '[a]\nx = 1\n',
    );
  });

  describe('that must not create a section, if another one of the run creates it', () => {
    const path = '/x.ini';
    const making = (site: Scope) =>
      new IniSetting(site, 'making', { path, section: 'b', setting: 'y', value: 2 });
    const staying = (site: Scope) =>
      new IniSetting(site, 'staying', {
        path,
        section: 'b',
        setting: 'x',
        value: 1,
        force_new_section_creation: false,
      });
    const outcomes = ({ resources }: Report) =>
      Object.fromEntries(resources.map(({ title, outcome }) => [title, outcome]));

    const bodies: Readonly<Record<string, (site: Scope) => unknown>> = {
      'behind it': (site) => [making(site), staying(site)],
      'before it': (site) => [staying(site), making(site)],
      'after it by a relation': (site) => site.chain(making(site)).before(staying(site)),
      'before it by a relation': (site) => site.chain(staying(site)).before(making(site)),
      'beside an ini_subsetting that makes it': (site) => [
        staying(site),
        new IniSubsetting(site, 'making', { path, section: 'b', setting: 'y', subsetting: '2' }),
      ],
      'beside a section alone': (site) => [
        staying(site),
        new IniSetting(site, 'making', { path, section: 'b' }),
      ],
    };
    for (const [where, body] of Object.entries(bodies)) {
      it(`is set in the same run: ${where}`, async () => {
        const host = new SimulatedHost({ files: { [path]: '[a]\n' } });
        const plan = await converge(host, (site) => void body(site), { mode: 'plan' });
        expect(outcomes(plan)).to.deep.equal({ making: 'will', staying: 'will' });
        const report = await converge(host, (site) => void body(site));
        expect(outcomes(report)).to.deep.equal({ making: 'changed', staying: 'changed' });
        expect((await converge(host, (site) => void body(site))).resources).to.deep.equal([]);
        expect(String((await host.files.read([path]))[0])).to.match(/^\[a\]\n\n\[b\]\n/);
      });
    }

    it('is not set if the other one does not create it', async () => {
      for (const given of [
        { ensure: 'absent' },
        { noop: true, value: 2 },
        { section: 'c', value: 2 },
        { path: '/y.ini', value: 2 },
      ] as const) {
        const host = new SimulatedHost({ files: { [path]: '[a]\n' } });
        await converge(host, (site) => {
          new IniSetting(site, 'other', { path, section: 'b', setting: 'y', ...given });
          staying(site);
        });
        expect(String((await host.files.read([path]))[0])).not.to.include('[b]');
      }
    });
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

  it('writes settings that are separated in several ways in the order of the manifest', async () => {
    const colon = { section: 'a', key_val_separator: ': ' };
    const text = await applied(
      undefined,
      { ...colon, setting: 'x', value: 1 },
      { section: 'a', setting: 'y', value: 2 },
      { ...colon, setting: 'z', value: 3 },
    );
    expect(text).to.equal('[a]\nx: 1\ny = 2\nz: 3\n');
  });

  it('hides values whose difference must not be shown', async () => {
    for (const show_diff of [false, 'md5'] as const) {
      const catalog = await compile(manifest(wanting({ setting: 'x', value: 1, show_diff })));
      expect([...(catalog.find('ini_setting', 'setting 0')?.secrets ?? [])]).to.deep.equal(['value']);
    }
  });

  it('refuses what it could not parse again', async () => {
    expect(await errorOf({ setting: 'x', value: 'a\nb' })).to.contain('line break');
    expect(await errorOf({ setting: 'a=b', value: 1 })).to.contain("has '=' in it");
    expect(await errorOf({ section: 'a\nb', setting: 'x', value: 1 })).to.contain('line break');
    expect(await errorOf({ setting: 'x', value: 1, section_prefix: '', section_suffix: '' })).to.contain(
      'one of them',
    );
    expect(await errorOf({ setting: 'x', value: 1, indent_char: 'x' })).to.contain('a space or a tab');
    const headers = { section_prefix: '', section_suffix: ':' };
    expect(await errorOf({ setting: 'x', value: 'a:', ...headers })).to.contain('the header of a section');
    expect(await errorOf({ value: 1 })).to.contain('needs a setting');
    expect(await errorOf({ ensure: 'absent' })).to.contain('whole sections are not removed');
  });

  describe('with refreshonly', () => {
    const before = '[a]\nx = 1\n';
    const manifestOf =
      (attributes: Attributes, message?: string) =>
      (site: Scope): void => {
        const setting = new IniSetting(site, 'x', {
          ...{ path: '/srv/x.ini', section: 'a', setting: 'x', refreshonly: true },
          ...attributes,
        });
        new File(site, '/srv/trigger', { content: message ?? 'old', notify: setting });
      };
    const result = async (attributes: Attributes, message?: string) => {
      const host = new SimulatedHost({ files: { '/srv/x.ini': before, '/srv/trigger': 'old' } });
      await converge(host, manifestOf(attributes, message));
      const [content] = await host.files.read(['/srv/x.ini']);
      return String(content);
    };

    it('is left alone while nothing notifies it', async () => {
      expect(await result({ value: 2 })).to.equal(before);
      expect(await result({ ensure: 'absent' })).to.equal(before);
    });

    it('is changed when something that notifies it has changed', async () => {
      expect(await result({ value: 2 }, 'new')).to.equal('[a]\nx = 2\n');
      expect(await result({ ensure: 'absent' }, 'new')).to.equal('[a]\n');
    });
  });

  it('needs an absolute path', async () => {
    expect(await errorOf({ path: 'x.ini', setting: 'x', value: 1 })).to.contain('absolute path');
    expect(await errorOf({ path: undefined, setting: 'x', value: 1 })).to.contain("needs a value for 'path'");
  });

  it('comes after its file and its directory', () => {
    const uses = IniSetting.definition.paths?.({ path: '/etc/php/php.ini' } as never) ?? [];
    expect([...uses]).to.deep.equal([
      { use: 'manages', path: '/etc/php/php.ini' },
      { use: 'needs', path: '/etc/php' },
    ]);
  });
});
