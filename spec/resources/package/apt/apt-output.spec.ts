import { expect } from 'chai';
import {
  classifyFailure,
  createProgressReader,
  extractFailure,
  parseProgress,
  suggestRemedy,
} from '../../../../src/resources/package/apt/apt-output.js';

describe("apt's output", () => {
  const progress: readonly (readonly [string, string | undefined])[] = [
    [
      'Get:3 http://archive/debian bookworm/main amd64 memcached amd64 1.6.18-1 [206 kB]',
      'downloading memcached',
    ],
    ['Get:1 http://archive/debian bookworm InRelease [151 kB]', undefined],
    ['Get:4 http://archive/debian bookworm/main amd64 Packages [8,693 kB]', undefined],
    ['Unpacking libevent-2.1-7:amd64 (2.1.12-8) ...', 'unpacking libevent-2.1-7:amd64'],
    ['Setting up memcached (1.6.18-1) ...', 'setting up memcached'],
    ['Removing memcached (1.6.18-1) ...', 'removing memcached'],
    [
      'Waiting for cache lock: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 77 (unattended-upgr)...',
      'waiting for unattended-upgr (process 77), which changes packages',
    ],
    ['Reading package lists...', undefined],
  ];
  for (const [line, text] of progress) {
    it(`${text === undefined ? 'takes nothing' : `reads '${text}'`} from '${line.slice(0, 50)}'`, () => {
      expect(parseProgress(line)).to.equal(text);
    });
  }

  it('is read line by line, however it is cut into pieces', () => {
    const told: string[] = [];
    const read = createProgressReader((text) => told.push(text));
    for (const piece of ['Setting', ' up a (1)', ' ...\nUnpacking b (2', ') ...\r\nSetting up c (3) ...'])
      read(piece);
    expect(told).to.deep.equal(['setting up a', 'unpacking b']);
  });

  const troubles: readonly (readonly [string, ReturnType<typeof classifyFailure>])[] = [
    [
      "E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem.",
      'interrupted',
    ],
    ['E: Could not get lock /var/lib/apt/lists/lock. It is held by process 9 (apt-get)', 'locked'],
    [
      'E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?',
      'denied',
    ],
    ["E: You don't have enough free space in /var/cache/apt/archives/.", 'full'],
    ['E: Failed to fetch http://archive/pool/a.deb  404  Not Found [IP: 1.2.3.4 80]', 'outdated'],
    ['E: Unable to locate package x', undefined],
  ];
  for (const [text, trouble] of troubles) {
    it(`tells ${trouble ?? 'no special trouble'} from '${text.slice(0, 50)}', and has a remedy for it`, () => {
      expect(classifyFailure(text)).to.equal(trouble);
      expect(suggestRemedy(trouble) === undefined).to.equal(trouble === undefined);
    });
  }

  it('is cut down to the lines that say why: conflicts, scripts and errors, and no noise', () => {
    const stdout =
      'Reading package lists...\nThe following packages have unmet dependencies:\n a : Depends: b (>= 2) but 1 is to be installed\n';
    const stderr =
      'W: chatter\ndebconf: delaying package configuration\nE: Unable to correct problems, you have held broken packages.\nE: Sub-process /usr/bin/dpkg returned an error code (1)\n';
    expect(extractFailure(stdout, stderr).split('\n')).to.deep.equal([
      'a : Depends: b (>= 2) but 1 is to be installed',
      'E: Unable to correct problems, you have held broken packages.',
    ]);
  });

  it('never grows beyond a few lines', () => {
    expect(extractFailure('', 'E: again\n'.repeat(500)).split('\n')).to.have.length.at.most(12);
  });
});
