import { expect } from 'chai';
import { compile, manifest } from '../../../src/catalog/index.js';
import { File } from '../../../src/resources/file/file.js';

describe('the attributes of a file', () => {
  const compiled = (attributes: ConstructorParameters<typeof File>[2], title = '/x') =>
    compile(
      manifest((site) => {
        new File(site, title, attributes);
      }),
    );
  async function errorOf(attributes: ConstructorParameters<typeof File>[2], title = '/x'): Promise<string> {
    return compiled(attributes, title).then(
      () => 'none',
      (error: Error) => error.message,
    );
  }

  const contradictory: readonly [ConstructorParameters<typeof File>[2], string][] = [
    [{ content: 'x', source: '/y' }, 'content and source'],
    [{ ensure: 'link' }, 'a link needs a target'],
    [{ ensure: 'directory', content: 'x' }, 'a directory has no content'],
    [{ ensure: 'file', target: 'y' }, 'a target creates a link'],
    [{ recurse: 'remote' }, 'copies the content of a source'],
    [{ purge: true }, 'set recurse too'],
    [{ content: 'x', validate_cmd: 'true' }, "must contain '%'"],
    [{ ensure: 'link', source: '/y', links: 'follow' }, 'a link needs a target'],
    [{ ensure: 'link', content: 'y', target: '/z' }, 'a link has a target, not a content'],
    [{ ensure: 'directory', target: '/y' }, 'a target creates a link'],
    [{ ensure: 'file', recurse: true }, 'this is a file'],
    [{ content: 'x', recurse: true }, 'this is a file'],
    [{ ensure: 'directory', recurse: 'remote', source: '/y', purge: true }, 'recurse: true'],
    [{ ensure: 'directory', recurselimit: 1 }, 'recurselimit limits the depth of recurse'],
    [{ ensure: 'directory', max_files: 1 }, 'max_files limits what recurse finds'],
    [{ ensure: 'directory', source: ['/y', '/z'], sourceselect: 'all' }, 'set source and recurse too'],
    [{ ensure: 'directory', recurse: true, sourceselect: 'all' }, 'set source and recurse too'],
    [{ recurse: true, source: 'https://example.com/x' }, 'a web server cannot list directories'],
    [{ source_permissions: 'use' }, 'copies the permissions of a source'],
    [
      { source: 'https://example.com/x', source_permissions: 'use' },
      'a web server has no permissions to copy',
    ],
    [{ content: 'x', checksum: 'mtime' }, 'checksum => mtime compares with a source'],
    [{ content: 'x', checksum: 'ctime' }, 'checksum => ctime compares with a source'],
    [{ content: 'x', checksum: 'none' }, "checksum: 'none' compares nothing"],
    [{ source: '/y', checksum: 'none' }, "checksum: 'none' compares nothing"],
    [{ checksum_value: 'a'.repeat(64) }, 'of a content or a source'],
    [{ source: '/y', checksum_value: 'a'.repeat(63) }, '64 hexadecimal digits, because checksum is sha256'],
    [{ source: '/y', checksum_value: 'g'.repeat(64) }, '64 hexadecimal digits'],
    [{ source: '/y', checksum: 'md5lite', checksum_value: 'a'.repeat(32) }, 'checksum is md5lite'],
    [{ source: '/y', recurse: true, checksum_value: 'a'.repeat(64) }, 'recurse copies many'],
    [{ content: 'x', checksum: 'md5', checksum_value: 'a'.repeat(32) }, 'does not have the checksum'],
    [{ content: '{sha256}3b9238769b03' }, "'{sha256}…' would be written literally"],
    [{ source: 'puppet:///modules/x/y' }, 'puppet:/// needs a Puppet server'],
    [{ source: 'https://me:secret@example.com/x' }, 'contains no password'],
    [{ source: ['/y', 'http://['] }, "source 'http://[' is not a valid URL"],
    [{ source: 'https://example.com:99999/x' }, 'is not a valid URL'],
    [{ source: 'ftp://example.com/x' }, "'http://' or 'https://'"],
    [{ ensure: 'present', mtime: 'now' as never }, 'mtime must be left out: it can only be read'],
    [{ ensure: 'present', ctime: 'now' as never }, 'ctime must be left out: it can only be read'],
    [{ ensure: 'present', type: 'file' as never }, 'type must be left out: it can only be read'],
    [{ selinux_ignore_defaults: false }, 'selinux_ignore_defaults must be true'],
  ];
  for (const [attributes, words] of contradictory) {
    it(`cannot be ${JSON.stringify(attributes)}`, async () => {
      expect(await errorOf(attributes)).to.contain(words);
    });
  }

  const fitting: readonly ConstructorParameters<typeof File>[2][] = [
    { content: 'x', checksum: 'md5', checksum_value: '9DD4E461268C8034F5C8564E155C67A6' },
    {
      content: Buffer.from('x'),
      checksum: 'sha1',
      checksum_value: '11f6ad8ec52a2984abaafd7c3b516503785c2072',
    },
    { content: 'x', checksum: 'sha256lite' },
    { checksum: 'none' },
    { ensure: '/etc/motd' },
    { ensure: 'link', source: '/y' },
    { source: 'HTTPS://example.com:8443/a/b?c=d' },
    { content: '{sha256} is a checksum' },
    { selinux_ignore_defaults: true },
  ];
  for (const attributes of fitting) {
    it(`can be ${JSON.stringify(attributes)}`, async () => {
      expect(await errorOf(attributes)).to.equal('none');
    });
  }

  it('take a mode as text alone', async () => {
    expect(await errorOf({ mode: 640 as never })).to.contain("octal digits such as '0640'");
    expect(await errorOf({ mode: '0888' })).to.contain("octal digits such as '0640'");
  });

  it('take an absolute path alone', async () => {
    expect(await errorOf({}, 'etc/motd')).to.contain('an absolute path');
  });

  it('do not care for slashes at the end of a path', async () => {
    expect(
      (await compiled({ ensure: 'directory' }, '/etc//glance/')).find('file', '/etc/glance')?.name,
    ).to.equal('/etc/glance');
  });
});
