import { expect } from 'chai';
import fc from 'fast-check';
import { KeyedLocks } from '../../src/engine/keyed-locks.js';

const turn = () => new Promise(setImmediate);

describe('locks by key', () => {
  let locks: KeyedLocks;
  beforeEach(() => {
    locks = new KeyedLocks();
  });

  /** Asks for keys; the name is logged once they are had. */
  const ask = (keys: string, name: string, log: string[]) =>
    locks.acquire(new Set(keys)).then((release) => {
      log.push(name);
      return release;
    });

  it('have one holder at a time, and are not granted before they are released', async () => {
    const log: string[] = [];
    const release = await ask('a', 'first', log);
    const second = ask('a', 'second', log);
    await turn();
    expect(log).to.deep.equal(['first']);
    release();
    await second;
    expect(log).to.deep.equal(['first', 'second']);
  });

  it('are granted all or none: a waiting request holds no lock', async () => {
    const log: string[] = [];
    const release = await ask('a', 'a', log);
    void ask('ab', 'both', log);
    (await locks.acquire(new Set('c')))();
    release();
    await turn();
    expect(log).to.deep.equal(['a', 'both']);
  });

  it('are granted in the order of the requests, although requests for other keys go ahead', async () => {
    const log: string[] = [];
    const release = await ask('a', 'a', log);
    const both = ask('ab', 'a and b', log);
    // The key is free, and somebody before this waits for it.
    const late = ask('b', 'b', log);
    await ask('c', 'c', log);
    await turn();
    expect(log).to.deep.equal(['a', 'c']);
    release();
    const free = await both;
    await turn();
    expect(log).to.deep.equal(['a', 'c', 'a and b']);
    free();
    await late;
    expect(log).to.deep.equal(['a', 'c', 'a and b', 'b']);
  });

  it('have one holder each, are granted to every request, and to the earliest first, for any keys', async () => {
    const requests = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(requests, async (all) => {
        const held = new Set<string>();
        const served: number[] = [];
        await Promise.all(
          all.map(async (keys, at) => {
            const release = await locks.acquire(new Set(keys));
            expect(keys.filter((key) => held.has(key))).to.deep.equal([]);
            for (const key of keys) held.add(key);
            served.push(at);
            await turn();
            for (const key of keys) held.delete(key);
            release();
          }),
        );
        expect(served).to.have.length(all.length);
        for (const key of ['a', 'b', 'c'] as const) {
          const order = served.filter((at) => all[at]?.includes(key));
          expect(order).to.deep.equal([...order].sort((one, other) => one - other));
        }
      }),
    );
  });
});
