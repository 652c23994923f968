import { existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Scope } from '../../src/catalog/index.js';
import { LocalHost } from '../../src/hosts/local/local-host.js';
import { configType } from '../../src/resources/config/config-type.js';
import { FileLine, Host, IniSetting, IniSubsetting } from '../../src/resources/index.js';
import { converge, inDirectory } from './converge.js';

/** Names under which one file is asked for. */
const names = ['real/file', 'linked/file', 'link', 'link-to-link', 'real/../linked/./file'];

/** A hard link to it: an edit gives the name that was asked for a file of its own. */
const hardLink = 'hard';

/** Declares one edit, which has a section, a line or a word to itself. */
type Declare = (site: Scope, title: string, path: string, number: number) => void;

const edits: Readonly<Record<string, Declare>> = {
  ini_setting: (site, title, path, number) =>
    void new IniSetting(site, title, { path, section: `s${number}`, setting: 'x', value: String(number) }),
  file_line: (site, title, path, number) =>
    void new FileLine(site, title, { path, line: `# line ${number}` }),
  host: (site, title, target, number) =>
    void new Host(site, `${title}.example.org`, { target, ip: `192.0.2.${number}` }),
  ini_subsetting: (site, title, path, number) =>
    void new IniSubsetting(site, title, {
      path,
      section: 'words',
      setting: 'all',
      subsetting: `w${number}w`,
    }),
  config: (site, _title, path, number) =>
    void new (typeOf(path))(site, `c${number}/y`, { value: String(number) }),
};

const types = new Map<string, ReturnType<typeof configType>>();

function typeOf(path: string): ReturnType<typeof configType> {
  const known = types.get(path);
  if (known !== undefined) return known;
  const made = configType(`config_${types.size}`, path, {
    group: 'root',
    anchor: 'service::install::end',
    packages: ['service'],
  });
  types.set(path, made);
  return made;
}

interface Edit {
  readonly type: string;
  readonly name: string;
}

/** While a file has a second name in the file system, all its names share one more lock: most plans do without. */
const plans = fc
  .oneof({ weight: 3, arbitrary: fc.constant(names) }, fc.constant([...names, hardLink]))
  .chain((some) =>
    fc.array(fc.record({ type: fc.constantFrom(...Object.keys(edits)), name: fc.constantFrom(...some) }), {
      minLength: 2,
      maxLength: 20,
    }),
  );

describe('one file that several types edit', () => {
  /** What is in the file and in its hard link, the order aside: which edit comes first is free. */
  const contents = (directory: string) =>
    [names[0] as string, hardLink]
      .filter((name) => existsSync(join(directory, name)))
      .map((name) =>
        readFileSync(join(directory, name), 'utf8').split('\n').map(sortedWords).filter(Boolean).sort(),
      );

  function prepare(directory: string, plan: readonly Edit[]): void {
    mkdirSync(join(directory, 'real'));
    writeFileSync(join(directory, 'real/file'), '# before\n[words]\nall = first\n');
    if (plan.some(({ name }) => name === hardLink)) {
      linkSync(join(directory, 'real/file'), join(directory, hardLink));
    }
    symlinkSync('real', join(directory, 'linked'));
    symlinkSync('linked/file', join(directory, 'link'));
    symlinkSync('link', join(directory, 'link-to-link'));
  }

  function declare(site: Scope, directory: string, plan: readonly (readonly [Edit, number])[]): void {
    for (const [{ type, name }, number] of plan) {
      edits[type]?.(site, `edit-${number}`, join(directory, name), number);
    }
  }

  it('ends in one run as it would if one edit came after the other, under whatever names, and then stays', () =>
    fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const numbered = plan.map((edit, number) => [edit, number] as const);
        await inDirectory(async (together) => {
          await inDirectory(async (alone) => {
            prepare(together, plan);
            prepare(alone, plan);
            const host = new LocalHost();
            const options = { stateDirectory: join(together, 'state') };
            const body = (site: Scope) => declare(site, together, numbered);
            const first = await converge(host, body, options);
            expect(first.resources.map(({ reason }) => reason).filter(Boolean)).to.deep.equal([]);
            expect(first.summary.changed).to.equal(plan.length);
            const second = await converge(host, body, options);
            expect(second.summary).to.include({ changed: 0, failed: 0, unchanged: plan.length });
            for (const one of numbered) {
              await converge(host, (site) => declare(site, alone, [one]), {
                stateDirectory: join(alone, 'state'),
              });
            }
            expect(contents(together)).to.deep.equal(contents(alone));
          });
        });
      }),
      { numRuns: 10 },
    ));
});

function sortedWords(line: string): string {
  return line.split(' ').sort().join(' ');
}
