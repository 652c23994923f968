import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import {
  type Catalog,
  catalogPage,
  compile,
  Exec,
  File,
  glance,
  manifest,
  Notify,
  Service,
  secret,
} from '../../../src/index.js';
import { Browser } from './browser.js';

const hostile = '</script><img src="http://192.0.2.1/x" onerror="document.title=1">';

describe('the page of a catalog, in Chromium', () => {
  let browser: Browser;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-'));
    browser = await Browser.open();
  });

  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const show = async (name: string, catalog: Catalog, fragment = '') => {
    const path = join(folder, name);
    await writeFile(path, catalogPage(catalog, { title: name, directory: folder }));
    await browser.visit(`${pathToFileURL(path)}${fragment}`);
  };
  const panel = async () => String(await browser.evaluate("document.getElementById('panel').innerText"));
  const chosen = (reference: string) =>
    browser.until(`document.querySelector('#panel h2').textContent === ${JSON.stringify(reference)}`);

  const small = () =>
    compile(
      manifest((site) => {
        const configuration = new File(site, '/etc/web.conf', { content: secret('open sesame') });
        const service = new Service(site, 'web', { ensure: 'running', subscribe: configuration });
        new Exec(site, '/bin/warm-up', { require: service });
        new Notify(site, hostile, { require: service });
      }),
    );

  it('follows from a resource to what it needs and what it refreshes, by mouse', async () => {
    await show('mouse.html', await small());
    await browser.click('[title="Service[web]"]');
    await chosen('Service[web]');
    expect(await panel()).to.match(/Refreshed by\s+File\[\/etc\/web\.conf\]\s+~> this \(subscribe/);
    expect(await browser.evaluate("document.querySelectorAll('#edges .refreshing').length")).to.equal(1);
    await browser.click('#panel li a');
    await chosen('File[/etc/web.conf]');
    expect(await panel()).to.match(/Refreshes\s+Service\[web\]/);
    expect(await panel())
      .to.contain('[redacted]')
      .and.not.to.contain('open sesame');
    await browser.evaluate('history.back()');
    await chosen('Service[web]');
  });

  it('is searched and walked through by keyboard', async () => {
    await show('keys.html', await small());
    await browser.press('/', '/');
    await browser.type('web.conf');
    await browser.until("document.querySelectorAll('.found').length === 1");
    await browser.press('Enter', '\r');
    await chosen('File[/etc/web.conf]');
    await browser.evaluate('document.activeElement.blur()');
    await browser.press('ArrowRight');
    await chosen('Service[web]');
    await browser.press('ArrowLeft');
    await chosen('File[/etc/web.conf]');
    await browser.press('Escape');
    await chosen('Choose a resource');
  });

  it('shows hostile titles as they are, asks for nothing, and keeps to its own policy', async () => {
    browser.requests.length = 0;
    browser.problems.length = 0;
    await show('hostile.html', await small());
    await browser.click('.chip:last-of-type');
    expect(await browser.evaluate("document.querySelectorAll('img').length")).to.equal(0);
    expect(await browser.evaluate('document.title')).to.equal('hostile.html: 4 resources');
    expect(
      await browser.evaluate(`[...document.querySelectorAll('.chip')].map((one) => one.textContent)`),
    ).to.include(hostile);
    expect(browser.requests.filter((address) => !address.startsWith('file:'))).to.deep.equal([]);
    expect(browser.problems).to.deep.equal([]);
  });

  it('is quick with 600 resources', async () => {
    const catalog = await compile(
      manifest((site) => {
        new glance.api.Authtoken(site, { password: secret('open sesame') });
        new glance.Api(site, { enabled_backends: ['local:file'], default_backend: 'local' });
        for (let number = 0; number < 500; number++)
          new File(site, `/srv/${number}`, {
            content: '',
            ...(number % 10 ? { require: File.ref(`/srv/${number - 1}`) } : {}),
          });
      }),
      { facts: { os: { name: 'Debian', family: 'Debian', release: { major: '12', full: '12.5' } } } },
    );
    const started = performance.now();
    await show('large.html', catalog);
    await browser.press('/', '/');
    await browser.type('/srv/499');
    await browser.press('Enter', '\r');
    await chosen('File[/srv/499]');
    expect(performance.now() - started).to.be.below(5000);
    expect(await browser.evaluate("document.querySelectorAll('.chip').length")).to.be.greaterThan(600);
  });
});
