import { expect } from 'chai';
import fc from 'fast-check';
import { parseMountPoints } from '../../../src/hosts/mount-points.js';
import { formatFstab, parseFstab, toFstabLine } from '../../../src/resources/mount/fstab.js';

const word = fc.string({ minLength: 1 }).filter((text) => /^[^\s#\\]+$/.test(text));
const entry = fc.record({
  device: fc.string({ minLength: 1 }).filter((text) => !/[^\x20-\x7e]/.test(text)),
  name: fc
    .array(fc.string({ minLength: 1 }))
    .map((parts) => `/${parts.join('/').replace(/[^\x20-\x7e]|\/+$/g, '')}`),
  fstype: word,
  options: word,
  dump: fc.nat(2),
  pass: fc.nat(2),
});

describe('a file system table', () => {
  it('is parsed with blanks in names, and defaults for missing fields', () => {
    const lines = parseFstab('# x\nUUID=1 / ext4 rw 0 1\n\n//nas/a\\040b  /mnt/a\\040b/ cifs\nbroken\n');
    expect(lines.map((line) => line.entry)).to.deep.equal([
      undefined,
      { device: 'UUID=1', name: '/', fstype: 'ext4', options: 'rw', dump: 0, pass: 1 },
      undefined,
      { device: '//nas/a b', name: '/mnt/a b', fstype: 'cifs', options: 'defaults', dump: 0, pass: 0 },
      undefined,
    ]);
  });

  it('is printed as it was read, but for a missing line break at its end', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string(),
          entry.map((one) => toFstabLine(one).text),
        ),
      )
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (before) => {
        const after = formatFstab(parseFstab(before));
        expect(after).to.equal(before === '' || before.endsWith('\n') ? before : `${before}\n`);
      }),
    );
  });

  it('contains what was added', () => {
    fc.assert(
      fc.property(entry, (one) => {
        expect(parseFstab(formatFstab([toFstabLine(one)])).map((line) => line.entry)).to.deep.equal([one]);
      }),
    );
  });
});

describe('the table of mounts', () => {
  it('contains mount points, also with blanks', () => {
    const points = parseMountPoints(
      '22 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw\n23 22 0:5 / /mnt/a\\040b rw - tmpfs t rw\n',
    );
    expect([...points]).to.deep.equal(['/', '/mnt/a b']);
  });
});
