import { expect } from 'chai';
import { catalogPage, compile, File, manifest, Notify, Service, secret } from '../../../src/index.js';

const hostile = '</script><script>alert("1")</script>\u202e';

describe('the page of a catalog', () => {
  const page = async () => {
    const catalog = await compile(
      manifest((site) => {
        const file = new File(site, '/etc/web.conf', { content: secret('open sesame') });
        new Service(site, 'web', { ensure: 'running', subscribe: file });
        new Notify(site, hostile, { message: 'says open sesame', require: Service.ref('web') });
      }),
    );
    return catalogPage(catalog, { title: 'a <b>', directory: '/' });
  };

  it('contains no secret, not even in a text that repeats one', async () => {
    expect(await page())
      .to.contain('[redacted]')
      .and.not.to.contain('open sesame');
  });

  it('escapes titles, in markup and in data, and makes bidirectional control characters visible', async () => {
    const text = await page();
    expect(text).to.contain('a &lt;b&gt;').and.to.contain('\\u202e').and.not.to.contain('<script>alert');
    expect(text.split('</script>')).to.have.length(3);
    expect(text).not.to.contain('\u202e');
  });

  it('is self-contained: its policy permits no request to other servers', async () => {
    const text = await page();
    expect(text).to.contain('default-src &#39;none&#39;');
    expect(text).not.to.match(/(?:src|href)="(?!#)/);
  });

  it('puts resources further to the right the later they are applied', async () => {
    const columns = [...(await page()).matchAll(/class="cell c(\d)">[\s\S]*?title="(\w+)\[/g)].map(
      ([, column, type]) => `${type} ${column}`,
    );
    expect(columns).to.deep.equal(['File 0', 'Service 1', 'Notify 2']);
  });

  it('has a script that reads only fields that the data of the page has', async () => {
    const [, data = '', , script = ''] = (await page()).split(/<\/?script[^>]*>/);
    const fields = Object.keys(JSON.parse(data).resources[0]);
    const destructured = [
      ...script.matchAll(/const \{([^}]*)\} = resources\[/g),
      ...script.matchAll(/resources\.\w+\(\(\{([^}]*)\}/g),
    ].flatMap(([, names = '']) => names.split(','));
    const read = [...script.matchAll(/resources\[[^\]]*\]+\.(\w+)/g)].map(([, name = '']) => name);
    const names = new Set([...destructured, ...read].map((name) => name.trim()));
    expect([...names].sort()).to.deep.equal(fields.sort());
  });
});
