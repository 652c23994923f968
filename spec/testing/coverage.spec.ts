import { expect } from 'chai';
import { GlanceApiConfig, glance, Service } from '../../src/index.js';
import { compile, coverage } from '../../src/testing/index.js';
import { failureOf, Pair, Thing } from './things.js';

describe('coverage', () => {
  afterEach(() => void coverage.stop());

  it('is the share of the declared resources that an assertion has named', async () => {
    coverage.start();
    const catalog = await compile((site) => {
      new Thing(site, 'a', { before: Thing.ref('b') });
      new Thing(site, 'b');
      for (const name of ['c', 'd']) new Thing(site, name);
    });
    expect(catalog).to.contain(Thing, 'a').that.comesBefore(Thing, 'b');
    const report = coverage.report();
    expect(report.percent).to.equal(50);
    expect(report.untouched).to.deep.equal(['Thing[c]', 'Thing[d]']);
    expect(String(report)).to.match(
      /^2 of 4 .*\(50.0 %\)\n {2}not named: Thing\[c\] \(.*coverage\.spec\.ts:\d+:\d+\)/,
    );
    expect(coverage.atLeast(50)).to.deep.equal(report);
    expect(failureOf(() => coverage.atLeast(51)))
      .to.include('below 51 %')
      .and.to.include('Thing[d]');
  });

  it('counts what classes of the manifest declare, but not what those of the library do', async () => {
    coverage.start();
    const catalog = await compile((site) => {
      new glance.Api(site, { keystone_password: 'x' });
      new Pair(site);
    });
    expect([...coverage.report().declared.keys()]).to.deep.equal([
      'Class[Glance::Api]',
      'Class[Site::Pair]',
      'Thing[first]',
      'Thing[second]',
    ]);
    expect(catalog).to.contain(Service, 'glance-api').that.subscribesTo(GlanceApiConfig, 'DEFAULT/bind_host');
    expect(coverage.report().touched.size).to.equal(0);
  });

  it('counts the resources that an option selects', async () => {
    coverage.start({ counts: ({ type }) => type === 'service' });
    const catalog = await compile((site) => void new glance.Api(site, { keystone_password: 'x' }));
    expect(coverage.report().untouched).to.deep.equal(['Service[glance-api]']);
    expect(catalog).to.contain(Service, 'glance-api');
    expect(coverage.stop().percent).to.equal(100);
    expect(failureOf(() => coverage.atLeast(1))).to.include('never started');
  });
});
