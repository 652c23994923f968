import { expect } from 'chai';
import {
  compile,
  manifest,
  nativeType,
  parameter,
  type Scope,
  string,
  title,
} from '../../src/catalog/index.js';
import type { NativeTypeDefinition } from '../../src/catalog/native-type-definition.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import * as resources from '../../src/resources/index.js';
import { secret } from '../../src/secrets/secret.js';

/** All attributes that hold more than a line: whoever adds one has made sure that it becomes no line of a file. */
const LONGER = [
  'augeas changes: lines',
  'augeas onlyif: lines',
  'exec command: lines',
  'exec environment: lines',
  'exec onlyif: lines',
  'exec refresh: lines',
  'exec unless: lines',
  'file content: bytes',
  'file path: lines',
  'file target: lines',
  'glance_image properties: lines',
  'keystone_domain description: lines',
  'keystone_service description: lines',
  'keystone_tenant description: lines',
  'keystone_user description: lines',
  'notify message: lines',
  'notify name: lines',
  'rabbitmq_parameter value: lines',
  'rabbitmq_vhost description: lines',
  'service restart: lines',
  'service start: lines',
  'service status: lines',
  'service stop: lines',
];

const { Cron, Exec, Host, Mailalias, Mount, SshAuthorizedKey, User, Package, Sshkey, Yumrepo } = resources;

const key = { user: 'a', type: 'ssh-rsa', key: 'AAAA' } as const;

/** Values that would have begun another line, or ended a text early. */
const ATTACKS: readonly [name: string, declares: (site: Scope) => void][] = [
  ['a command of cron', (site) => void new Cron(site, 'x', { command: 'a\0b' })],
  ['a user of cron', (site) => void new Cron(site, 'x', { command: 'a', user: 'root\0' })],
  ['the title of a job', (site) => void new Cron(site, 'x\n* * * * * root', { command: 'a' })],
  ['a variable of cron', (site) => void new Cron(site, 'x', { command: 'a', environment: 'A=1\nB=2' })],
  ['a variable of a command', (site) => void new Exec(site, '/bin/a', { environment: { A: '1\0B=2' } })],
  ['the name of a variable', (site) => void new Exec(site, '/bin/a', { environment: { 'A\nB': '1' } })],
  ['a command', (site) => void new Exec(site, ['/bin/a', 'b\0c'].join(' '))],
  ['a directory', (site) => void new Exec(site, '/bin/a', { cwd: '/a\nb' })],
  ['the comment of a user', (site) => void new User(site, 'a', { comment: 'A\rroot:x:0:0' })],
  ['the home of a user', (site) => void new User(site, 'a', { home: '/a:/bin/sh\nb:x:0:0::/' })],
  ['the shell of a user', (site) => void new User(site, 'a', { shell: '/bin/sh\nb:x:0:0::/:/bin/sh' })],
  [
    'an alias of a host',
    (site) => void new Host(site, 'a', { ip: '10.0.0.1', host_aliases: ['b\n10.0.0.2 c'] }),
  ],
  [
    'the options of a mount',
    (site) => void new Mount(site, '/a', { device: 'b', fstype: 'ext4', options: 'ro\nx' }),
  ],
  ['a mount point', (site) => void new Mount(site, '/a\nb', { device: 'b', fstype: 'ext4' })],
  [
    'an option of a key',
    (site) => void new SshAuthorizedKey(site, 'a', { ...key, options: ['command="a\nb"'] }),
  ],
  ['the name of a key', (site) => void new SshAuthorizedKey(site, 'a\nssh-rsa BBBB', key)],
  ['a host key', (site) => void new Sshkey(site, 'a', { type: 'ssh-rsa', key: 'AAAA\nb' })],
  ['a recipient', (site) => void new Mailalias(site, 'a', { recipient: ['b\nroot: |/bin/sh'] })],
  ['a package', (site) => void new Package(site, 'a\0b')],
  [
    'an option of an installation',
    (site) => void new Package(site, 'a', { install_options: ['-o', 'a\nb'] }),
  ],
  ['a base address', (site) => void new Yumrepo(site, 'a', { baseurl: 'http://a\ngpgcheck=0' })],
];

async function errorsOf(
  declares: (site: Scope) => void,
): Promise<readonly { message: string; line?: number | undefined }[]> {
  try {
    await compile(manifest(declares));
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    return error.diagnostics.map(({ message, location }) => ({ message, line: location?.line }));
  }
  return [];
}

describe('the text of an attribute', () => {
  it('is one line, but for those that are scripts, messages and contents', () => {
    const longer = Object.values(resources).flatMap((type) => {
      const { name, attributes } = type.definition as unknown as NativeTypeDefinition;
      return Object.entries(attributes).flatMap(([attribute, { text = 'line' }]) =>
        text === 'line' ? [] : [`${name} ${attribute}: ${text}`],
      );
    });
    expect(longer.sort()).to.deep.equal(LONGER);
  });

  for (const [name, declares] of ATTACKS) {
    it(`that is ${name} is refused with its place where it holds a line break or a NUL character`, async () => {
      const [first, ...others] = await errorsOf(declares);
      expect(first?.message).to.match(/line break|NUL character|must be|has options? of|option "/);
      expect(first?.line).to.be.greaterThan(0);
      expect(others).to.deep.equal([]);
    });
  }

  it('is not quoted, and searched where it is a secret and wherever it stands in lists and hashes', async () => {
    const attributes = { name: title('x'), given: parameter({ schema: {}, expected: 'any value' }, 'x') };
    class Anything extends nativeType('anything', attributes, { doc: 'x' }) {}
    for (const given of [secret('s3cret\n'), [['s3cret\r']], { a: [{ b: 's3cret\0' }] }, { 's3cret\n': 1 }]) {
      const [first] = await errorsOf((site) => void new Anything(site, 'x', { given }));
      expect(first?.message).to.match(/^Anything\[x\]: given has a (line break|NUL character)/);
      expect(first?.message).not.to.include('s3cret');
    }
  });

  it('may be several lines where the attribute says so, and only then', async () => {
    const attributes = {
      name: title('x'),
      message: parameter(string, 'x', { text: 'lines' }),
      bytes: parameter(string, 'x', { text: 'bytes' }),
    };
    class Letter extends nativeType('letter', attributes, { doc: 'x' }) {}
    const of = (given: object) => errorsOf((site) => void new Letter(site, 'x', given));
    expect(await of({ message: 'a\nb', bytes: 'a\0b' })).to.deep.equal([]);
    expect((await of({ message: 'a\0b' }))[0]?.message).to.include('NUL character');
  });
});
