import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { hostsWithFiles } from '../../hosts-with-files.js';

for (const { name, openFiles } of hostsWithFiles) {
  describe(`a pipe that stands in the place of a file of ${name}`, () => {
    const files = openFiles();
    let folder: string;
    let pipe: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'glance-apply-pipe-'));
      pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
    });
    afterEach(() => rm(folder, { recursive: true }));

    for (const [doing, deed] of [
      ['read', () => files.read([pipe])],
      ['streamed', () => files.stream(pipe)],
      ['appended to', () => files.append(pipe, 'x')],
      ['written', () => files.write(pipe, 'x')],
      ['given another mode', () => files.setAccess(pipe, { mode: 0o600 })],
      ['removed', () => files.remove(pipe)],
    ] as const) {
      it(`holds nothing up when it is ${doing}`, async () => {
        const ended = deed().then(
          () => 'ended',
          () => 'ended',
        );
        expect(await Promise.race([ended, sleep(5000, 'it hangs')])).to.equal('ended');
      });
    }
  });
}
