import { expect } from 'chai';
import { isOnlyOurs, isTrusted } from '../../src/hosts/owner-rule.js';

describe('whom a run trusts', () => {
  it('is root and the user whose run it is', () => {
    expect(isTrusted(0, 1000)).to.equal(true);
    expect(isTrusted(1000, 1000)).to.equal(true);
    expect(isTrusted(1001, 1000)).to.equal(false);
    expect(isTrusted(1000, 0)).to.equal(false);
  });

  it('takes for its own what nobody else can write', () => {
    expect(isOnlyOurs({ uid: 0, mode: 0o755 }, 1000)).to.equal(true);
    expect(isOnlyOurs({ uid: 1000, mode: 0o700 }, 1000)).to.equal(true);
    expect(isOnlyOurs({ uid: 1001, mode: 0o755 }, 1000)).to.equal(false);
    expect(isOnlyOurs({ uid: 0, mode: 0o775 }, 1000)).to.equal(false);
    expect(isOnlyOurs({ uid: 0, mode: 0o1777 }, 1000)).to.equal(false);
  });

  it('asks for the user of this process where none is named', () => {
    expect(isTrusted(process.geteuid?.() ?? 0)).to.equal(true);
  });
});
