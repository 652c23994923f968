import { expect } from 'chai';
import { operatingSystem, parseOsRelease } from '../../../src/hosts/facts/operating-system.js';

const debian = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
`;

/** What the files of a system say, and what Facter makes of it. */
const systems = [
  {
    texts: { osRelease: debian, debianVersion: '12.11\n' },
    hardware: 'x86_64',
    fact: {
      name: 'Debian',
      family: 'Debian',
      architecture: 'amd64',
      release: { full: '12.11', major: '12', minor: '11' },
      codename: 'bookworm',
    },
  },
  {
    texts: { osRelease: 'ID=debian\nVERSION_CODENAME=forky\n', debianVersion: 'forky/sid\n' },
    hardware: 'aarch64',
    fact: {
      name: 'Debian',
      family: 'Debian',
      architecture: 'aarch64',
      release: { full: 'forky/sid', major: 'forky/sid' },
      codename: 'forky',
    },
  },
  {
    texts: {
      osRelease: 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="22.04"\nVERSION_CODENAME=jammy\n',
      debianVersion: 'bookworm/sid\n',
    },
    hardware: 'x86_64',
    fact: {
      name: 'Ubuntu',
      family: 'Debian',
      architecture: 'amd64',
      release: { full: '22.04', major: '22.04' },
      codename: 'jammy',
    },
  },
  {
    texts: {
      osRelease: 'ID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="7"\nVERSION="7 (Core)"\n',
      redhatRelease: 'CentOS Linux release 7.9.2009 (Core)\n',
    },
    hardware: 'x86_64',
    fact: {
      name: 'CentOS',
      family: 'RedHat',
      architecture: 'x86_64',
      release: { full: '7.9.2009', major: '7', minor: '9' },
      codename: 'Core',
    },
  },
  {
    texts: {
      osRelease: 'ID="rhel"\nID_LIKE="fedora"\nVERSION_ID="9.4"\nVERSION="9.4 (Plow)"\n',
      redhatRelease: 'Red Hat Enterprise Linux release 9.4 (Plow)\n',
    },
    hardware: 'x86_64',
    fact: {
      name: 'RedHat',
      family: 'RedHat',
      architecture: 'x86_64',
      release: { full: '9.4', major: '9', minor: '4' },
      codename: 'Plow',
    },
  },
  {
    texts: {
      osRelease: 'ID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.3"\nVERSION="9.3 (Blue Onyx)"\n',
      redhatRelease: 'Rocky Linux release 9.3 (Blue Onyx)\n',
    },
    hardware: 'x86_64',
    fact: {
      name: 'Rocky',
      family: 'RedHat',
      architecture: 'x86_64',
      release: { full: '9.3', major: '9', minor: '3' },
      codename: 'Blue Onyx',
    },
  },
  {
    texts: { osRelease: 'ID="centos"\nVERSION_ID="9"\n', redhatRelease: 'CentOS Stream release 9\n' },
    hardware: 'x86_64',
    fact: {
      name: 'CentOS',
      family: 'RedHat',
      architecture: 'x86_64',
      release: { full: '9', major: '9' },
      codename: undefined,
    },
  },
  {
    texts: { osRelease: 'ID=alpine\nVERSION_ID=3.20.3\n' },
    hardware: 'i686',
    fact: {
      name: 'Alpine',
      family: 'Alpine',
      architecture: 'i386',
      release: { full: '3.20.3', major: '3', minor: '20' },
      codename: undefined,
    },
  },
];

describe('the fact os', () => {
  for (const { texts, hardware, fact } of systems) {
    it(`names ${fact.name} ${fact.release.full} as Facter does`, () => {
      const os = operatingSystem(texts, hardware);
      const { name, family, architecture, release } = os;
      const { codename } = os.distro ?? {};
      expect({ name, family, architecture, release, codename }).to.deep.equal(fact);
    });
  }

  it('has the description of the distribution', () => {
    const { distro } = operatingSystem({ osRelease: debian, debianVersion: '12.11\n' }, 'x86_64');
    expect(distro).to.include({ id: 'Debian', description: 'Debian GNU/Linux 12 (bookworm)' });
  });

  it('is there, if with little in it, where the host tells nothing', () => {
    expect(operatingSystem({ osRelease: undefined }, 'x86_64')).to.include({
      name: 'Linux',
      family: 'Linux',
    });
  });

  it('reads the quoting of os-release', () => {
    const text = `# comment\nA="with \\"quotes\\" and \\$"\nB='single'\nC=plain\nD=\nbad line\n`;
    expect(parseOsRelease(text)).to.deep.equal({ A: 'with "quotes" and $', B: 'single', C: 'plain', D: '' });
  });
});
