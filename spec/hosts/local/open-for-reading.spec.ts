import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const program = (name: string) => fileURLToPath(new URL(`./programs/${name}`, import.meta.url));

describe('a terminal that is read as a file of this machine', () => {
  before(function () {
    try {
      execFileSync('perl', ['-e', '']);
    } catch {
      this.skip();
    }
  });

  it('does not become that of the run, which would end with it', async () => {
    const terminal = spawn('perl', [program('open-terminal.pl')], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const [path] = await once(terminal.stdout, 'data');
      // In a session of its own, of which the first terminal that is opened becomes the terminal.
      const reader = spawn(
        process.execPath,
        ['--import', 'tsx', program('read-file.ts'), String(path).trim()],
        { detached: true, stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const [ruling] = await once(reader.stdout, 'data');
      expect(String(ruling)).to.equal('0\n');
      await once(reader, 'close');
    } finally {
      terminal.stdin.end();
    }
  });
});
