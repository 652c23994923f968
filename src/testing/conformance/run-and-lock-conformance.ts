import type { RunLock } from '../../hosts/run-lock.js';
import type { HostUnderTest } from './host-under-test.js';

/** Declares the specs of `Host.run` and `Host.lock`. */
export function runAndLockConform(tested: HostUnderTest): void {
  const { expect } = tested;

  describe('run', () => {
    it('gives the reason where the program is not there', async () => {
      const result = await tested.host.run({ argv: ['a-program-that-nobody-has', 'argument'] });
      expect(result).to.include({ status: null, failure: 'ENOENT', timedOut: false });
    });
  });

  describe('lock', () => {
    it('is held by one, names the holder to the others, and can be taken again once it was released', async () => {
      const first = (await tested.host.lock('process 17, since 12:04:11')) as RunLock;
      expect(first.lost.aborted).to.equal(false);
      expect(await tested.host.lock('process 18')).to.deep.equal({ heldBy: 'process 17, since 12:04:11' });
      await first.release();
      const second = (await tested.host.lock('process 18')) as RunLock;
      expect(await tested.host.lock('process 19')).to.deep.equal({ heldBy: 'process 18' });
      await second.release();
    });
  });
}
