import { openSync } from 'node:fs';
import { expect } from 'chai';
import { toHostError } from '../../src/hosts/system-error.js';

describe('a refusal of the system', () => {
  it('does not say by what name the system was asked where nobody knows that', () => {
    const error = Object.assign(
      new Error("EXDEV: cross-device link not permitted, rename '/proc/self/fd/9/a' -> '/b'"),
      {
        code: 'EXDEV',
        syscall: 'rename',
      },
    );
    expect(toHostError('write', '/etc/a', error).message).to.equal(
      'cannot write /etc/a: cross-device link not permitted (EXDEV)',
    );
  });

  it('is explained where there is something to do about it', () => {
    let thrown: unknown;
    try {
      openSync('/none/at/all', 'r');
    } catch (error) {
      thrown = error;
    }
    expect(toHostError('read', '/none/at/all', thrown).message).to.contain(
      'or the directory /none/at does not; make that first',
    );
  });

  it('keeps the words of other errors', () => {
    expect(toHostError('read', '/x', new Error('odd: a, b')).message).to.equal('cannot read /x: odd: a, b');
  });
});
