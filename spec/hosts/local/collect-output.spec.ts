import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { collectOutput } from '../../../src/hosts/local/collect-output.js';

/** A child that has ended already, and whose output is still open. */
class Ended extends EventEmitter {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();

  collected(onOutput?: (text: string) => void) {
    return collectOutput(this as unknown as ChildProcess, onOutput);
  }
}

describe('the output of a command that has ended', () => {
  it('is waited for until it is closed', async () => {
    const child = new Ended();
    const finished = child.collected().finish();
    for (const piece of ['one ', 'two ', 'three']) {
      await sleep(10);
      child.stdout.write(piece);
      child.stderr.write('.');
    }
    await sleep(10);
    child.emit('close');
    expect(await finished).to.deep.equal({ stdout: 'one two three', stderr: '...' });
  });

  it('is not waited for where nothing more comes, and what comes then is read and forgotten', async () => {
    const child = new Ended();
    const said: string[] = [];
    const collected = child.collected((text) => said.push(text));
    child.stdout.write('it was');
    expect(await collected.finish()).to.deep.equal({ stdout: 'it was', stderr: '' });
    child.stdout.write(' a service');
    await sleep(10);
    expect(child.stdout.readableLength).to.equal(0);
    expect(said).to.deep.equal(['it was']);
  });

  it('is given up where it never ends', async () => {
    const child = new Ended();
    const talk = setInterval(() => child.stderr.write('x'), 20);
    const { stderr } = await child.collected().finish();
    clearInterval(talk);
    expect(stderr).to.match(/^x{10,}$/);
  });
});
