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
  async function complaint(attributes: ConstructorParameters<typeof File>[2], title = '/x'): Promise<string> {
    return compiled(attributes, title).then(
      () => 'none',
      (error: Error) => error.message,
    );
  }

  const contradictory: readonly [ConstructorParameters<typeof File>[2], string][] = [
    [{ content: 'x', source: '/y' }, 'content and source'],
    [{ ensure: 'link' }, 'a link needs a target'],
    [{ ensure: 'directory', content: 'x' }, 'a directory has no content'],
    [{ ensure: 'file', target: 'y' }, 'a target makes a link'],
    [{ recurse: 'remote' }, 'copies what a source has'],
    [{ purge: true }, 'set that too'],
    [{ content: 'x', validate_cmd: 'true' }, "must have '%'"],
  ];
  for (const [attributes, words] of contradictory) {
    it(`cannot be ${JSON.stringify(attributes)}`, async () => {
      expect(await complaint(attributes)).to.contain(words);
    });
  }

  it('take a mode as text alone', async () => {
    expect(await complaint({ mode: 640 as never })).to.contain("octal digits such as '0640'");
    expect(await complaint({ mode: '0888' })).to.contain("octal digits such as '0640'");
  });

  it('take an absolute path alone', async () => {
    expect(await complaint({}, 'etc/motd')).to.contain('an absolute path');
  });

  it('do not care for slashes at the end of a path', async () => {
    expect(
      (await compiled({ ensure: 'directory' }, '/etc//glance/')).find('file', '/etc/glance')?.name,
    ).to.equal('/etc/glance');
  });
});
