import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { FileEdits } from '../../src/engine/file-edits.js';
import { LocalHost } from '../../src/hosts/local/local-host.js';

describe('edits of files', () => {
  let directory: string;
  let kept: string[];
  let changes: number;
  let edits: FileEdits;
  const at = (name: string) => join(directory, name);
  const textOf = (name: string) => readFileSync(at(name), 'utf8');
  const append = (name: string, text: string) =>
    edits.rewrite(at(name), (before) => `${before ?? ''}${text}\n`);

  beforeEach(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), 'glance-apply-edits-')));
    kept = [];
    changes = 0;
    edits = new FileEdits({
      files: new LocalHost().files,
      backup: async (path, content) => kept.push(`${path.slice(directory.length + 1)}: ${content}`),
      changed: () => {
        changes++;
      },
    });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('are made one after the other, each on the result of the previous one', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => append('file', text)));
    expect(textOf('file')).to.equal('a\nb\nc\nd\n');
    expect(kept).to.deep.equal(['file: a\n', 'file: a\nb\n', 'file: a\nb\nc\n']);
    expect(changes).to.equal(4);
  });

  it('of different files do not wait for each other', async () => {
    let open = () => {};
    const slow = edits.exclusively([at('one')], () => new Promise<void>((resolve) => (open = resolve)));
    await append('two', 'x');
    expect(textOf('two')).to.equal('x\n');
    open();
    await slow;
  });

  it('are made one after the other under all names of a file, whether or not it exists', async () => {
    mkdirSync(at('real'));
    symlinkSync('real', at('linked'));
    symlinkSync(at('real/file'), at('link'));
    symlinkSync('link', at('second'));
    const names = [
      'real/file',
      'linked/file',
      'link',
      'real/../linked/../real//file',
      'second',
      './real/file',
    ];
    for (const round of ['first', 'second']) {
      await Promise.all(names.map((name) => append(name, `${round} ${name}`)));
    }
    const lines = textOf('real/file').split('\n').filter(Boolean);
    expect(lines).to.have.members(
      ['first', 'second'].flatMap((round) => names.map((name) => `${round} ${name}`)),
    );
  });

  it('are made one after the other under two names that are hard links', async () => {
    writeFileSync(at('one'), '');
    linkSync(at('one'), at('two'));
    const log: string[] = [];
    const hold = (name: string) =>
      edits.exclusively([at(name)], async () => {
        log.push(`${name} begins`);
        await sleep(5);
        log.push(`${name} ends`);
      });
    await Promise.all([hold('one'), hold('two')]);
    expect(log).to.deep.equal(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('wait for a task that has locked the file, whatever the number of its files', async () => {
    const log: string[] = [];
    const hold = (names: readonly string[]) =>
      edits.exclusively(names.map(at), async () => {
        log.push(`${names.join()} begins`);
        await sleep(2);
        log.push(`${names.join()} ends`);
      });
    await Promise.all([hold(['a', 'b']), hold(['b', 'c']), hold(['c', 'a']), hold(['a', 'b', 'c'])]);
    for (let index = 0; index < log.length; index += 2) {
      expect(log[index + 1]).to.equal(log[index]?.replace('begins', 'ends'));
    }
    expect(log).to.have.length(8);
  });

  it('proceed if a link has changed while they waited, and then wait for the new file', async () => {
    writeFileSync(at('old'), '');
    writeFileSync(at('new'), '');
    symlinkSync('old', at('link'));
    const first = edits.exclusively([at('link')], async () => {
      await sleep(5);
      rmSync(at('link'));
      symlinkSync('new', at('link'));
    });
    const log: string[] = [];
    const second = edits.exclusively([at('link')], async () => void log.push('link'));
    const third = edits.exclusively([at('new')], async () => {
      await sleep(20);
      log.push('new');
    });
    await Promise.all([first, second, third]);
    expect(log).to.deep.equal(['new', 'link']);
  });

  it('may be made, also concurrently, of the files that the enclosing task has locked', async () => {
    await edits.exclusively([at('file'), at('other')], async () => {
      await Promise.all([append('file', 'a'), append('file', 'b'), append('other', 'c')]);
    });
    expect([textOf('file'), textOf('other')]).to.deep.equal(['a\nb\n', 'c\n']);
  });

  it('of other files inside a task are refused, because two such tasks could wait for each other', async () => {
    const refused = await edits.exclusively([at('one')], () => append('two', 'x')).catch(String);
    expect(refused).to.contain(`cannot lock ${at('two')} inside a task that has locked other files`);
    expect(await append('two', 'x')).to.equal(true);
  });

  it('unlock the file if they fail', async () => {
    const fails = () => {
      throw new Error('no');
    };
    expect(await edits.rewrite(at('file'), fails).catch(String)).to.equal('Error: no');
    expect(await append('file', 'x')).to.equal(true);
  });

  it('write nothing if the content does not change', async () => {
    writeFileSync(at('file'), 'as it is');
    expect(await edits.rewrite(at('file'), () => 'as it is')).to.equal(false);
    expect(await edits.rewrite(at('file'), () => undefined)).to.equal(false);
    expect([kept, changes]).to.deep.equal([[], 0]);
  });

  it('write nothing before the backup is stored, and nothing at all if it cannot be stored', async () => {
    writeFileSync(at('file'), 'old');
    let kept = 'nothing';
    const files = new LocalHost().files;
    const slow = new FileEdits({
      files,
      backup: async () => {
        await sleep(20);
        kept = textOf('file');
      },
      changed: () => {},
    });
    await slow.rewrite(at('file'), () => 'new');
    expect([kept, textOf('file')]).to.deep.equal(['old', 'new']);
    const refusing = new FileEdits({
      files,
      backup: () => Promise.reject(new Error('the disk is full')),
      changed: () => changes++,
    });
    expect(await refusing.rewrite(at('file'), () => 'newer').catch(String)).to.equal(
      'Error: the disk is full',
    );
    expect([textOf('file'), changes]).to.deep.equal(['new', 0]);
  });

  it('store no backup if none is requested', async () => {
    writeFileSync(at('file'), 'old');
    await edits.rewrite(at('file'), () => 'new', { backup: false });
    expect(kept).to.deep.equal([]);
  });

  it('refuse what is not a file, and a directory that does not exist', async () => {
    mkdirSync(at('folder'));
    symlinkSync('/dev/null', at('device'));
    const refusals = await Promise.all(
      ['folder', 'device', 'no/such'].map((name) => append(name, 'x').catch((error: Error) => error.message)),
    );
    expect(refusals).to.deep.equal([
      `${at('folder')} is a directory, not a file; check the path`,
      `${at('device')} leads to /dev/null, which is a device, a pipe or a socket, not a file; check the path`,
      `cannot create ${at('no/such')}: the directory ${at('no')} does not exist; install the package that contains it, or declare File[${at('no')}]`,
    ]);
  });
});
