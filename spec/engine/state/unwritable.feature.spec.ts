import { expect } from 'chai';
import { Journal } from '../../../src/engine/state/journal.js';
import { Ledger } from '../../../src/engine/state/ledger.js';
import { StateDirectory } from '../../../src/engine/state/state-directory.js';
import { temporaryName } from '../../../src/hosts/temporary-name.js';
import { StateBench, things } from './state-bench.js';

const writing = ['write', 'append', 'remove', 'makeDirectory'];

/** Has one write to the host fail, after a while in which whoever does not wait for it goes on; gives their number. */
function failWrite({ host }: StateBench, failing: number): () => number {
  let writes = 0;
  const files = new Proxy(host.files, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as unknown;
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        if (!writing.includes(String(name)) || ++writes !== failing)
          return Reflect.apply(method, target, args);
        return new Promise((_resolve, reject) => setTimeout(() => reject(new Error('the disk is full')), 5));
      };
    },
  });
  Object.assign(host, { files });
  return () => writes;
}

describe('the use of the state directory', () => {
  const content = Buffer.from('old');
  const because = ['Thing[config]'];

  for (const [what, writes, prepare] of [
    [
      'making it',
      3,
      async ({ host }: StateBench) =>
        () =>
          new StateDirectory(host, '/srv/fresh').create(),
    ],
    [
      'removing temporary files of killed runs',
      2,
      async ({ host, directory }: StateBench) => {
        for (const name of ['journal.ndjson', 'backups/index.ndjson'])
          host.files.put(temporaryName(directory.file(name)), '');
        return () => directory.create();
      },
    ],
    [
      'storing a backup',
      2,
      async ({ directory }: StateBench) =>
        () =>
          directory.backup('/etc/a', content),
    ],
    [
      'storing a backup in a filebucket',
      13,
      async ({ directory }: StateBench) =>
        () =>
          directory.backup('/etc/a', content, '/bucket'),
    ],
    [
      'recording that something confidential was replaced',
      1,
      async ({ directory }: StateBench) =>
        () =>
          directory.backup('/etc/a', undefined),
    ],
    [
      'opening a journal with an unreadable line',
      2,
      async (bench: StateBench) => {
        bench.put('journal.ndjson', '{"owed":["Thing[a]"]}\nnonsense\n');
        return () => Journal.open(bench.directory, 'site', true);
      },
    ],
    [
      'noting a refresh, withdrawing it, and closing the journal',
      3,
      async (bench: StateBench) => {
        const [a] = await things('a');
        return async () => {
          const journal = await Journal.open(bench.directory, 'site', true);
          await journal.note(new Map([[a, because]]));
          await journal.withdraw([a.reference]);
          await journal.close();
        };
      },
    ],
    [
      'removing a refresh that was made, and dropping another one',
      2,
      async (bench: StateBench) => {
        const [a, b] = await things('a', 'b');
        const earlier = await Journal.open(bench.directory, 'site', true);
        await earlier.note(new Map([a, b].map((one) => [one, because])));
        return async () => {
          const journal = await Journal.open(bench.directory, 'site', true);
          await journal.markDone(a);
          await journal.drop([b.reference]);
        };
      },
    ],
    [
      'opening an unreadable ledger, and closing it',
      2,
      async (bench: StateBench) => {
        const [a] = await things('a');
        bench.put('ledger.json', 'nonsense\n');
        return async () => {
          const ledger = await Ledger.open(bench.directory, 'site', true);
          ledger.note(a);
          await ledger.close(new Set([a.reference]));
        };
      },
    ],
  ] as const) {
    it(`waits for every write, and fails if it fails: ${what}`, async () => {
      for (let failing = 1; failing <= writes + 1; failing++) {
        const bench = await StateBench.open();
        const work = await prepare(bench);
        const written = failWrite(bench, failing);
        const ending = await work().then(
          () => 'done',
          (error: Error) => error.message,
        );
        expect(ending, `write ${failing}`).to.equal(failing <= writes ? 'the disk is full' : 'done');
        if (failing > writes) expect(written()).to.equal(writes);
      }
    });
  }
});
