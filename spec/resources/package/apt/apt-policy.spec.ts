import { expect } from 'chai';
import { findPolicy, parsePolicy } from '../../../../src/resources/package/apt/apt-policy.js';

const ANSWER = `apt:
  Installed: 2.6.1
  Candidate: 2.6.2
  Version table:
     2.6.2 500
        500 http://mirror.example.org/debian-security bookworm-security/main amd64 Packages
 *** 2.6.1 500
        500 http://mirror.example.org/debian bookworm/main amd64 Packages
        100 /var/lib/dpkg/status
     2.6.0 -1
        500 http://archive/debian bookworm/main amd64 Packages
libc6:i386:
  Installed: (none)
  Candidate: 2.36-9
  Version table:
     2.36-9 500 (phased 20%)
        500 http://archive/debian bookworm/main i386 Packages
mail-transport-agent:
  Installed: (none)
  Candidate: (none)
  Version table:
`;

describe("apt's policy", () => {
  const policies = parsePolicy(ANSWER);

  it('gives the candidate and all versions, the newest first', () => {
    const { candidate, versions } = policies.get('apt') ?? {};
    expect({ candidate, versions }).to.deep.equal({
      candidate: '2.6.2',
      versions: ['2.6.2', '2.6.1', '2.6.0'],
    });
  });

  it('knows what a pin with a negative priority bars', () => {
    expect([...(policies.get('apt')?.barred ?? [])]).to.deep.equal(['2.6.0']);
  });

  it('keeps a foreign architecture in the name, and phased versions', () => {
    expect(policies.get('libc6:i386')).to.deep.include({ candidate: '2.36-9', versions: ['2.36-9'] });
  });

  it('knows a virtual package, which has no candidate', () => {
    expect(policies.get('mail-transport-agent')).to.deep.include({ candidate: undefined, versions: [] });
  });

  it('does not know what apt left out', () => {
    expect(findPolicy(policies, 'nosuch')).to.equal(undefined);
  });

  it("finds a package under its own architecture's name", () => {
    expect(findPolicy(policies, 'apt:amd64')?.candidate).to.equal('2.6.2');
  });

  it('reads an empty answer', () => {
    expect(parsePolicy('').size).to.equal(0);
  });
});
