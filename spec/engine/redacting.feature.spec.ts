import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { addCatalogSecrets } from '../../src/catalog/add-catalog-secrets.js';
import { compile, Exec, manifest, secret } from '../../src/index.js';
import { File, IniSetting } from '../../src/resources/index.js';
import { Redactor } from '../../src/secrets/redactor.js';
import { Bench, Thing } from './world.js';

/** What a run with this environment of a command says of a text. */
async function redacted(environment: ConstructorParameters<typeof Exec>[2], text: string): Promise<string> {
  const catalog = await compile(manifest((site) => void new Exec(site, '/bin/true', environment)));
  return addCatalogSecrets(new Redactor(), catalog.resources).text(text);
}

describe('secrets within other values', () => {
  const text = "the service 'keystone' has the password hunter2!";

  it('are redacted alone in a list of strings NAME=value', async () => {
    const environment = ['SERVICE=keystone', secret.text`PASSWORD=${secret('hunter2!')}`];
    expect(await redacted({ environment }, text)).to.equal(
      "the service 'keystone' has the password [redacted]",
    );
  });

  it('are redacted alone in a hash', async () => {
    const environment = { SERVICE: 'keystone', PASSWORD: secret('hunter2!') };
    expect(await redacted({ environment }, text)).to.equal(
      "the service 'keystone' has the password [redacted]",
    );
  });

  it('are redacted with the rest if the whole value is a secret', async () => {
    const environment = { environment: secret('SERVICE=keystone') as never };
    expect(await redacted(environment, text)).to.equal("the service '[redacted]' has the password hunter2!");
  });
});

describe('the secrets of a run', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  /** All that the run has said, and that its state directory holds. */
  async function saidAndWritten(): Promise<string> {
    const files = await readdir(join(bench.directory, 'state'), { recursive: true, withFileTypes: true });
    const written = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
    return JSON.stringify(bench.events) + (await Promise.all(written)).join('\n');
  }

  it('are not in the backup when they are replaced, whether they are known, previous or other secrets', async () => {
    const path = (name: string) => join(bench.directory, name);
    await writeFile(
      path('a.conf'),
      '[a]\nconnection = mysql://u:old-one@h/d\nx = 1\nother_password = old-two\n',
    );
    await writeFile(path('key'), 'old-three\nold-four and more\n');
    await writeFile(path('hidden'), 'old-five\n');
    await writeFile(path('latin1.conf'), Buffer.from('[a]\nvalue = old-six \xe9\n', 'latin1'));
    const report = await bench.apply((site) => {
      new IniSetting(site, 'url', {
        path: path('a.conf'),
        section: 'a',
        setting: 'connection',
        value: secret('mysql://u:new-one@h/d'),
      });
      new File(site, path('key'), { content: secret('new-three\n') });
      new File(site, path('hidden'), { content: 'new-five\n', show_diff: false });
      new IniSetting(site, 'latin1', {
        path: path('latin1.conf'),
        section: 'a',
        setting: 'value',
        value: secret('new-six'),
      });
    });
    expect(report.summary).to.include({ changed: 4, failed: 0 });
    const all = await saidAndWritten();
    expect(all).not.to.match(/old-|new-/);
    expect(all).to.contain('x = 1');
    expect(all.match(/"confidential":true/g)).to.have.length(2);
  });

  it('are redacted in output that a pipe has split, in lines without an end, and across lines', async () => {
    await bench.apply((site) => {
      new Exec(
        site,
        "/bin/sh -c \"printf hun; sleep 0.1; printf 'ter2! and\\nfirst li'; sleep 0.1; printf 'ne\\nsecond line'\"",
        {
          environment: { A: secret('hunter2!'), B: secret('first line\nsecond line') },
          logoutput: true,
        },
      );
    });
    const texts = bench.events.flatMap((event) => (event.type === 'message' ? [event.text] : []));
    expect(texts).to.deep.equal(['[redacted] and', '[redacted]', '[redacted]']);
  });

  it('include the secrets of the host, once they are read', async () => {
    bench.world.before = (name, session) => {
      session.conceal('found-on-the-host');
      throw new Error(`${name} was refused with found-on-the-host`);
    };
    const report = await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
    expect(report.resources[0]?.reason).to.equal('a was refused with [redacted]');
  });
});
