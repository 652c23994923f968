import { expect } from 'chai';
import { isTrustedUser, isWritableByTrustedOnly } from '../../src/hosts/trusted-owner.js';

describe('whom a run trusts', () => {
  it('is root and the user whose run it is', () => {
    expect(isTrustedUser(0, 1000)).to.equal(true);
    expect(isTrustedUser(1000, 1000)).to.equal(true);
    expect(isTrustedUser(1001, 1000)).to.equal(false);
    expect(isTrustedUser(1000, 0)).to.equal(false);
  });

  it('takes for its own what nobody else can write', () => {
    expect(isWritableByTrustedOnly({ uid: 0, mode: 0o755 }, 1000)).to.equal(true);
    expect(isWritableByTrustedOnly({ uid: 1000, mode: 0o700 }, 1000)).to.equal(true);
    expect(isWritableByTrustedOnly({ uid: 1001, mode: 0o755 }, 1000)).to.equal(false);
    expect(isWritableByTrustedOnly({ uid: 0, mode: 0o775 }, 1000)).to.equal(false);
    expect(isWritableByTrustedOnly({ uid: 0, mode: 0o1777 }, 1000)).to.equal(false);
  });

  it('asks for the user of this process where none is named', () => {
    expect(isTrustedUser(process.geteuid?.() ?? 0)).to.equal(true);
  });
});
