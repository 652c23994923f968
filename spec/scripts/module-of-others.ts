/** A module that somebody builds on this library, compiled by a spec with the types that are published. */
import {
  Cron,
  classType,
  definedType,
  engine,
  File,
  glance,
  type hosts,
  manifest,
  nativeType,
  parameter,
  property,
  provide,
  query,
  secret,
  title,
  User,
  value,
} from 'glance-apply';
import { assertProviderConforms, compile, conformsToHost, SimulatedHost } from 'glance-apply/testing';

export class Motd extends nativeType(
  'motd',
  {
    path: title('Where.'),
    text: property(value.string, 'What.'),
    token: property(value.secretString, 'Secret.'),
    tags: parameter(value.anyOf(value.boolean, value.arrayOf(value.string)), 'Mixed', { default: false }),
    map: parameter(value.hashOf(value.orSecret(value.string)), 'Map'),
  },
  { doc: 'A message.' },
) {}
provide(Motd, {
  read: async ({ host }, subjects) => new Map(subjects.map(({ title }) => [title, { text: host.name }])),
  change: async (session, { desired }) => {
    await session.rewrite('/x', () => `${desired.text}`);
  },
});
export const Site = classType(
  'site',
  { port: parameter(value.integer({ min: 1 }), 'Port.', { default: 80 }) },
  { doc: 'S' },
);
export class Two extends definedType('two', { n: parameter(value.number, 'N') }, { doc: 'D' }) {
  override declare() {
    new File(this, '/x', { content: `${this.parameters.n}` });
  }
}
export const wide = { ...glance.Api.definition.attributes };
export class Extended extends nativeType(
  'extended',
  { ...Motd.definition.attributes, more: property(value.string, 'M') },
  { doc: 'E' },
) {}
export default manifest((site) => {
  new Cron(site, 'x', { command: 'true', minute: 0, hour: [3, 15] });
  new User(site, 'u', { gid: 1000, password: secret.env('P') });
  site.collect(File, query.not({ path: '/x' }));
  new Motd(site, 'a', { text: 1, token: 'x' });
});
export const catalog = await compile((site) => void new Motd(site, '/etc/motd'));
export class MyHost implements Pick<hosts.Host, 'name' | 'run'> {
  name = 'my';
  async run(command: hosts.Command): Promise<hosts.CommandResult> {
    return { status: 0, signal: null, stdout: command.argv.join(' '), stderr: '', timedOut: false };
  }
}

export const conform = async () => {
  const host: hosts.Host = new SimulatedHost({ programs: { true: () => '' } });
  conformsToHost('mine', async () => ({
    ...{ host, directory: '/tmp', uid: 0, gid: 0, isRoot: true, dispose: async () => {} },
  }));
  await assertProviderConforms(host, (site) => void new Motd(site, '/etc/motd'), {
    disturb: ({ files }) => files.write('/etc/motd', ''),
  });
  return (await engine.run(catalog, host)).runId;
};
