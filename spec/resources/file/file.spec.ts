import { chmod, lstat, mkdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { File } from '../../../src/resources/file/file.js';
import { secret } from '../../../src/secrets/secret.js';
import { Workbench } from './workbench.js';

describe('file', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
  });
  afterEach(() => bench.close());

  /** A manifest of one file, in the temporary directory. */
  const one = (name: string, attributes: ConstructorParameters<typeof File>[2]) => (site: Scope) => {
    new File(site, bench.path(name), attributes);
  };
  const mode = async (name: string) => (await stat(bench.path(name))).mode & 0o7777;
  const text = (name: string) => readFile(bench.path(name), 'utf8');

  async function failure(work: Promise<unknown>): Promise<string> {
    try {
      await work;
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('it did not fail');
  }

  describe('content', () => {
    it('makes a file that was not there, with its mode, and finds it in sync afterwards', async () => {
      const motd = one('motd', { content: 'hello\n', mode: '0600' });
      expect(await bench.apply(motd))
        .to.have.property(bench.path('motd'))
        .that.includes('ensure');
      expect(await text('motd')).to.equal('hello\n');
      expect(await mode('motd')).to.equal(0o600);
      expect(await bench.apply(motd)).to.deep.equal({});
    });

    it('makes a file with a secret content for its owner alone, unless a mode is given', async () => {
      await bench.apply(one('key', { content: secret('s3cret\n') }));
      expect(await mode('key')).to.equal(0o600);
      await bench.apply(one('shared', { content: secret('s3cret\n'), mode: '0640' }));
      expect(await mode('shared')).to.equal(0o640);
    });

    it('replaces a different content, preserves the mode, and backs up the old content', async () => {
      await writeFile(bench.path('motd'), 'before\n');
      await chmod(bench.path('motd'), 0o640);
      expect(await bench.apply(one('motd', { content: 'after\n' }))).to.deep.equal({
        [bench.path('motd')]: ['content'],
      });
      expect(await text('motd')).to.equal('after\n');
      expect(await mode('motd')).to.equal(0o640);
      expect(bench.kept.get(bench.path('motd'))).to.equal('before\n');
    });

    it('reports both texts, so that a diff can be displayed', async () => {
      await writeFile(bench.path('motd'), 'a\nb\n');
      const diff = (await bench.plan(one('motd', { content: 'a\nc\n' }))).get(`File[${bench.path('motd')}]`);
      expect(diff).to.have.deep.property('differences', [
        { property: 'content', is: 'a\nb\n', should: 'a\nc\n' },
      ]);
    });

    it('does not take bytes that are no text for the text that they look like', async () => {
      await writeFile(bench.path('motd'), Buffer.from([0xff]));
      expect(await bench.apply(one('motd', { content: '\uFFFD' }))).to.not.deep.equal({});
      expect(await text('motd')).to.equal('\uFFFD');
    });

    it('leaves a file alone that must not be replaced', async () => {
      await writeFile(bench.path('motd'), 'mine\n');
      expect(await bench.apply(one('motd', { content: 'theirs\n', replace: false }))).to.deep.equal({});
    });

    it('creates a copy beside the file if backup is a suffix, and none if it is false', async () => {
      await writeFile(bench.path('motd'), 'one\n');
      await bench.apply(one('motd', { content: 'two\n', backup: '.orig' }));
      await bench.apply(one('motd', { content: 'three\n', backup: false }));
      expect(await text('motd.orig')).to.equal('one\n');
      expect([...bench.kept]).to.deep.equal([]);
    });

    it('backs up in the state directory if backup is the built-in filebucket', async () => {
      await writeFile(bench.path('motd'), 'one\n');
      await bench.apply(one('motd', { content: 'two\n', backup: 'puppet' }));
      expect([...bench.kept]).to.deep.equal([[bench.path('motd'), 'one\n']]);
    });

    it('manages nothing if nothing is desired', async () => {
      expect(await bench.apply(one('motd', { mode: '0600' }))).to.deep.equal({});
    });

    it('names the missing directory', async () => {
      const message = await failure(bench.apply(one('no/where/motd', { content: 'x' })));
      expect(message).to.contain(`the directory ${bench.path('no/where')} does not exist`);
    });
  });

  describe('an existing file', () => {
    it('replaces a link by a file, and does not change its target', async () => {
      await writeFile(bench.path('other'), 'other\n');
      await symlink('other', bench.path('motd'));
      await bench.apply(one('motd', { ensure: 'file', content: 'mine\n' }));
      expect((await lstat(bench.path('motd'))).isFile()).to.equal(true);
      expect(await text('other')).to.equal('other\n');
      expect(await mode('motd')).to.equal(0o644);
    });

    it('replaces a file by a link, and backs up the file', async () => {
      await writeFile(bench.path('motd'), 'mine\n');
      const link = one('motd', { ensure: 'link', target: 'other', mode: '0600' });
      await bench.apply(link);
      expect(await readlink(bench.path('motd'))).to.equal('other');
      expect(bench.kept.get(bench.path('motd'))).to.equal('mine\n');
      expect(await bench.apply(link)).to.deep.equal({});
    });

    it('points a link elsewhere', async () => {
      await symlink('one', bench.path('link'));
      expect(await bench.apply(one('link', { target: 'two' }))).to.deep.equal({
        [bench.path('link')]: ['target'],
      });
      expect(await readlink(bench.path('link'))).to.equal('two');
    });

    it('writes to the target of a link if links are followed', async () => {
      await writeFile(bench.path('real'), 'old\n');
      await symlink('real', bench.path('link'));
      const followed = one('link', { content: 'new\n', links: 'follow' });
      await bench.apply(followed);
      expect(await readlink(bench.path('link'))).to.equal('real');
      expect(await text('real')).to.equal('new\n');
      expect(await bench.apply(followed)).to.deep.equal({});
    });

    it('fails if links form a cycle', async () => {
      await symlink('b', bench.path('a'));
      await symlink('a', bench.path('b'));
      const plan = await bench.plan(one('a', { content: 'x', links: 'follow' }));
      expect(plan.get(`File[${bench.path('a')}]`)).to.contain('form a cycle');
    });

    for (const ensure of ['absent', 'file', 'link'] as const) {
      it(`removes a directory to make it ${ensure} by force alone`, async () => {
        await mkdir(bench.path('d'));
        await writeFile(bench.path('d/x'), 'x');
        const target = ensure === 'link' ? { target: 'y' } : {};
        const message = await failure(bench.apply(one('d', { ensure, ...target })));
        expect(message).to.contain('is a directory').and.to.contain('force');
        expect(await text('d/x')).to.equal('x');

        const forced = one('d', { ensure, ...target, force: true });
        await bench.apply(forced);
        expect(bench.kept.get(bench.path('d/x'))).to.equal('x');
        expect(await bench.apply(forced)).to.deep.equal({});
      });
    }

    it('removes a link and not its target', async () => {
      await writeFile(bench.path('real'), 'x');
      await symlink('real', bench.path('link'));
      await bench.apply(one('link', { ensure: 'absent', links: 'follow' }));
      expect(await text('real')).to.equal('x');
      expect(await bench.host.files.status([bench.path('link')])).to.deep.equal([undefined]);
    });

    it('creates a directory with the permission to search for all who may read it', async () => {
      const directory = one('d', { ensure: 'directory', mode: '0640' });
      await bench.apply(directory);
      expect(await mode('d')).to.equal(0o750);
      expect(await bench.apply(directory)).to.deep.equal({});
    });

    it('sees that a directory is not searchable though its digits are those that were given', async () => {
      await mkdir(bench.path('d'));
      await chmod(bench.path('d'), 0o640);
      expect(await bench.apply(one('d', { ensure: 'directory', mode: '0640' }))).to.deep.equal({
        [bench.path('d')]: ['mode'],
      });
      expect(await mode('d')).to.equal(0o750);
    });
  });

  describe('owner and group', () => {
    it('names a user that does not exist, and writes nothing', async () => {
      const message = await failure(bench.apply(one('motd', { content: 'x', owner: 'no-such-user' })));
      expect(message).to.contain("'no-such-user'").and.to.contain('User[no-such-user]');
      expect(await bench.host.files.status([bench.path('motd')])).to.deep.equal([undefined]);
    });

    it('treats the name and the ID of an account as equal', async () => {
      await writeFile(bench.path('motd'), 'x');
      const { uid, gid } = await stat(bench.path('motd'));
      expect(await bench.apply(one('motd', { owner: String(uid), group: String(gid) }))).to.deep.equal({});
    });
  });

  describe('validate_cmd', () => {
    it('puts content in place that the command approves of', async () => {
      const grep = one('motd', { content: 'good\n', validate_cmd: ['grep', '-q', 'good', '%'] });
      await bench.apply(grep);
      expect(await text('motd')).to.equal('good\n');
    });

    it('does not change the file if the command fails, and reports its output', async () => {
      await writeFile(bench.path('motd'), 'good\n');
      const refused = one('motd', {
        content: 'bad\n',
        validate_cmd: "grep good % || { echo 'no good'; exit 3; }",
      });
      const message = await failure(bench.apply(refused));
      expect(message).to.contain('ended with status 3').and.to.contain('no good');
      expect(await text('motd')).to.equal('good\n');
      expect(await bench.host.files.list(bench.directory)).to.deep.equal(['motd']);
    });

    it('reports how a command ended that was killed, or why it could not be started', async () => {
      const validate = (validate_cmd: string | string[]) =>
        failure(bench.apply(one('motd', { content: 'x\n', validate_cmd })));
      expect(await validate(': %; kill -9 $$')).to.contain('was ended by SIGKILL');
      expect(await validate(['/no/such/check', '%'])).to.contain(
        'could not be started: /no/such/check does not exist',
      );
    });

    it('lets only the owner read the content during validation', async () => {
      const seen = bench.path('seen');
      await bench.apply(
        one('motd', {
          content: 'secret\n',
          mode: '0644',
          validate_cmd: `stat -c %a @ > ${seen}`,
          validate_replacement: '@',
        }),
      );
      expect((await text('seen')).trim()).to.equal('600');
    });
  });

  describe('source', () => {
    it('copies a file of the host, and compares it byte by byte', async () => {
      await writeFile(bench.path('from'), Buffer.from([0, 1, 2, 255]));
      const copy = one('to', { source: bench.path('from') });
      await bench.apply(copy);
      expect(await readFile(bench.path('to'))).to.deep.equal(Buffer.from([0, 1, 2, 255]));
      expect(await bench.apply(copy)).to.deep.equal({});
      await writeFile(bench.path('from'), Buffer.from([0, 1, 3, 255]));
      expect(await bench.apply(copy)).to.deep.equal({ [bench.path('to')]: ['source'] });
    });

    it('uses the first source that exists, and addresses of the machine that runs this', async () => {
      await writeFile(bench.path('second'), '2');
      const source = [bench.path('first'), `file://${bench.path('second')}`];
      await bench.apply(one('to', { source }));
      expect(await text('to')).to.equal('2');
    });

    it('names all sources if none exists', async () => {
      const plan = await bench.plan(one('to', { source: bench.path('first') }));
      expect(plan.get(`File[${bench.path('to')}]`)).to.equal(
        `its source ${bench.path('first')} does not exist`,
      );
    });
  });
});
