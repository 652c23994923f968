/**
 * What the compiler must say of specs. Never run: each line below a directive is a mistake that has to be refused,
 * and everything else has to be accepted.
 */
import { expect } from 'chai';
import {
  Cron,
  compile as compileForHost,
  File,
  GlanceApiConfig,
  glance,
  manifest,
  oslo,
  RabbitmqUserPermissions,
  Service,
  secret,
  User,
} from 'glance-apply';
import {
  assertContains,
  assertEffect,
  assertLacks,
  compile,
  converge,
  coverage,
  existingResource,
  Match,
  platform,
  platforms,
} from 'glance-apply/testing';

const site = manifest((scope) => void new glance.Api(scope));
const catalog = await compile(site, { platform: 'centos-7', data: { 'glance::api::workers': 2 } });
const untyped: ReturnType<typeof JSON.parse> = JSON.parse('{}');
const computed: string = ['DEFAULT', 'debug'].join('/');

// What must be accepted.
manifest((scope) => {
  new Cron(scope, 'rotate', { command: 'true', minute: 0, hour: [3, 15], weekday: '1' });
  new User(scope, 'glance', { uid: '64062', gid: 64062, managehome: 'true' });
  new glance.Api(scope, { bind_port: 9292, workers: '4', registry_port: '9191' });
});
expect(catalog).to.compile.with.allDependencies();
expect(await compileForHost(site))
  .to.be.an('object')
  .that.has.property('resources');
expect(catalog).to.contain(GlanceApiConfig, 'DEFAULT/bind_host').with({ value: '192.0.2.11' });
expect(catalog)
  .to.contain(GlanceApiConfig, computed)
  .with({ value: [1, 'two'], secret: true });
expect(catalog)
  .to.contain(GlanceApiConfig, `DEFAULT/${computed}`)
  .with({ value: secret('x') });
expect(catalog).to.contain(Service, 'glance-api').that.subscribesTo(GlanceApiConfig, 'DEFAULT/bind_host');
expect(catalog)
  .to.contain(Service, 'glance-api')
  .with({ enable: (value: boolean) => value, tag: Match.anything() });
expect(catalog)
  .to.contain(glance.Api)
  .with({ bind_host: /^192/, enabled_backends: ['a:file', /^b/] });
expect(catalog).to.contain(oslo.Db, 'glance_api_config').that.requires(glance.Deps);
expect(catalog).to.contain(Service).that.requires(Service.ref('x')).and.comesBefore(File, '/etc');
expect(catalog).to.not.contain(RabbitmqUserPermissions, 'glance@/');
expect(catalog).to.have.resourceCount(Service, 1).and.classCount(3);
expect(untyped).to.nested.include({ a: 1 });
expect([1, 2]).to.include(1);
await expect(compile(site)).to.refuse(/password/);
const run = await converge(catalog, {
  state: [existingResource(Service, 'glance-api', { ensure: 'stopped' })],
  fail: [Service.ref('glance-api'), { refresh: Service.ref('x') }],
});
expect(run).to.have.changed(Service, 'glance-api').after(GlanceApiConfig, 'DEFAULT/debug');
expect(await run.again()).to.changeNothing();
expect(run.changed).to.include('Service[glance-api]');
coverage.atLeast(80);

// @ts-expect-error — there are no facts of this platform
platforms('debian-12', 'solaris-10');
// @ts-expect-error — there are no facts of this platform
platform('debian');
// @ts-expect-error — a manifest is compiled, not its path
await compile('manifests/glance.ts');
// @ts-expect-error — compile has no such option
await compile(site, { hiera: {} });

// @ts-expect-error — a type is a class, not its name
expect(catalog).to.contain('Service', 'glance-api');
// @ts-expect-error — a class has no title
expect(catalog).to.contain(glance.Api, 'glance');
// @ts-expect-error — a title is a text
expect(catalog).to.contain(Service, 5);
// @ts-expect-error — a title of this type is of the form section/setting
expect(catalog).to.contain(GlanceApiConfig, 'bind_host');
// @ts-expect-error — a title of this type is of the form user@vhost
expect(catalog).not.to.contain(RabbitmqUserPermissions, 'glance');
// @ts-expect-error — the type has no such attribute
expect(catalog).to.contain(Service, 'glance-api').with({ enabled: true });
// @ts-expect-error — the attribute has no such value
expect(catalog).to.contain(Service, 'glance-api').with({ ensure: 'active' });
// @ts-expect-error — the class has no such parameter
expect(catalog).to.contain(glance.Api).with({ bind_hosts: '192.0.2.11' });
// @ts-expect-error — the type has no such attribute
expect(catalog).to.contain(Service, 'glance-api').without(['enabled']);
// @ts-expect-error — the type has no such attribute
expect(catalog).to.contain(Service, 'glance-api').only.with({ enabled: true });
// @ts-expect-error — a title of this type is of the form section/setting
expect(catalog).to.contain(Service, 'glance-api').that.requires(GlanceApiConfig, 'bind_host');
// @ts-expect-error — a class has no title
expect(catalog).to.contain(Service, 'glance-api').that.requires(glance.Api, 'glance');
// @ts-expect-error — nothing more can be said of what is not there
expect(catalog).not.to.contain(Service, 'glance-api').with({ ensure: 'running' });
// @ts-expect-error — a count is a number
expect(catalog).to.have.resourceCount(Service, '3');

// @ts-expect-error — the type has no such attribute
assertContains(catalog, Service, 'glance-api').with({ enabled: true });
// @ts-expect-error — a title of this type is of the form section/setting
assertLacks(catalog, GlanceApiConfig, 'bind_host');
// @ts-expect-error — a run does no such thing
assertEffect(run, 'created', Service, 'glance-api');

// @ts-expect-error — the property has no such value
existingResource(Service, 'glance-api', { ensure: 'present' });
// @ts-expect-error — a parameter is no state
existingResource(Service, 'glance-api', { hasstatus: true });
// @ts-expect-error — what fails is a reference
await converge(catalog, { fail: ['Service[glance-api]'] });
// @ts-expect-error — a catalog is not a run
expect(catalog).to.changeNothing();
// @ts-expect-error — a run is not a catalog
expect(run).to.contain(Service, 'glance-api');
// @ts-expect-error — coverage is a number of percent
coverage.atLeast('80%');
