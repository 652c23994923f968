import child_process, { type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { closeSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { openLocked } from '../../../../src/hosts/local/lock/flock.js';
import { inDirectory } from '../../../resources/converge.js';
import { openFilesIn } from '../../open-files.js';
import { thisMachine } from '../../this-machine.js';

/** A program that does not start, or ends as it is told. */
class Tool extends EventEmitter {
  readonly stderr = new PassThrough();
}

describe('flock', () => {
  /** Locks a file, where flock is started by something else. */
  const locking = (happens: (tool: Tool) => void) =>
    inDirectory(async (directory) => {
      const { spawn } = child_process;
      child_process.spawn = (() => {
        const tool = new Tool();
        setImmediate(happens, tool);
        return tool as unknown as ChildProcess;
      }) as unknown as typeof spawn;
      syncBuiltinESMExports();
      try {
        const path = join(directory, 'lock');
        const outcome = await openLocked(thisMachine(), path).catch(({ message }: Error) =>
          message.replace(path, 'LOCK'),
        );
        if (typeof outcome === 'number') closeSync(outcome);
        expect(openFilesIn(directory), 'what was not closed').to.deep.equal([]);
        return outcome;
      } finally {
        child_process.spawn = spawn;
        syncBuiltinESMExports();
      }
    });
  const failing = (code: string) => (tool: Tool) =>
    tool.emit('error', Object.assign(new Error(`spawn flock ${code}`), { code }));
  const ending =
    (status: number, message = '') =>
    (tool: Tool) => {
      tool.stderr.end(message, () => setImmediate(() => tool.emit('close', status)));
    };

  it('has to be installed', async () => {
    expect(await locking(failing('ENOENT'))).to.equal(
      'cannot lock LOCK: flock is not installed; install util-linux',
    );
  });

  it('has to start', async () => {
    expect(await locking(failing('EACCES'))).to.equal('cannot lock LOCK: flock cannot be started (EACCES)');
  });

  it('has the last word where it fails', async () => {
    expect(await locking(ending(71, 'flock: no locks available\n'))).to.equal(
      'cannot lock LOCK: flock: no locks available',
    );
    expect(await locking(ending(71))).to.equal('cannot lock LOCK: flock ended with 71');
  });

  it('says who may go on', async () => {
    expect(await locking(ending(0))).to.be.a('number');
    expect(await locking(ending(1))).to.equal(undefined);
  });

  it('is asked about a file that stays as it is, and that each writes behind what is in it', () =>
    inDirectory(async (directory) => {
      const path = join(directory, 'lock');
      writeFileSync(path, 'before ');
      const descriptor = (await openLocked(thisMachine(), path)) as number;
      writeFileSync(path, 'somebody else has written ');
      writeFileSync(descriptor, 'and this process');
      closeSync(descriptor);
      expect(readFileSync(path, 'utf8')).to.equal('somebody else has written and this process');
    }));
});
