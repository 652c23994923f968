import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { LocalHost } from '../../../../src/hosts/local/local-host.js';
import { findListeningUnits } from '../../../../src/resources/service/systemd/find-listening-units.js';
import type { Unit } from '../../../../src/resources/service/systemd/unit.js';
import { unit } from './systemd-host.js';

describe('the main process of a unit', () => {
  const started: ChildProcess[] = [];
  afterEach(() => {
    for (const child of started.splice(0)) child.kill();
  });

  /** A process of Node that runs a program, and says something when it has done so. */
  async function process(program: string): Promise<string> {
    const child = spawn('node', ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    started.push(child);
    await once(child.stdout, 'data');
    return String(child.pid);
  }

  const server = (address: string) =>
    process(`require('net').createServer().listen(0, '${address}', () => console.log('ready'))`);
  const idle = () => process("console.log('ready'); setInterval(() => {}, 1000)");

  const heard = async (pid: string, given: Partial<Unit> = {}) =>
    (await findListeningUnits(new LocalHost(), [unit('a.service', { MainPID: pid, ...given })])).has(
      'a.service',
    );

  it('listens where it has a TCP socket of its own that does', async () => {
    expect(await heard(await server('127.0.0.1'))).to.equal(true);
  });

  it('does not listen because another process does', async () => {
    await server('127.0.0.1');
    expect(await heard(await idle())).to.equal(false);
  });

  it('does not listen where it has ended, or where there is none', async () => {
    expect(await heard('4194304')).to.equal(false);
    expect(await heard('0')).to.equal(false);
    expect(await heard('')).to.equal(false);
  });

  it('says nothing by it where a unit of sockets listens in its name', async () => {
    expect(await heard(await server('127.0.0.1'), { TriggeredBy: 'a.socket' })).to.equal(false);
  });

  it('says nothing by it where the unit is not up', async () => {
    expect(await heard(await server('127.0.0.1'), { ActiveState: 'activating' })).to.equal(false);
  });
});
