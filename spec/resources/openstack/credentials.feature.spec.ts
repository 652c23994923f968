import { expect } from 'chai';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { readSection } from '../../../src/resources/config/read-section.js';
import { toCredentials } from '../../../src/resources/openstack/credentials/auth-options.js';
import { parseAuthtokenSection } from '../../../src/resources/openstack/credentials/authtoken.js';
import { parseCloudsFile } from '../../../src/resources/openstack/credentials/clouds-file.js';
import type { Credentials } from '../../../src/resources/openstack/credentials/credentials.js';
import { findCredentials } from '../../../src/resources/openstack/credentials/find-credentials.js';
import { parseOpenrc } from '../../../src/resources/openstack/credentials/openrc.js';
import { hostWith } from './web-server.js';

const openrc = `# An openrc as walkthroughs have it
export OS_PROJECT_DOMAIN_NAME=Default
export OS_USERNAME=admin   # who
export OS_PASSWORD='it''s "a" $ecret'\\'
OS_PROJECT_NAME="ad\\"min"
export OS_AUTH_URL=http://controller:5000/v3
export OS_COMPUTED=$(hostname)
`;

const clouds = (name: string, scope: string) => `  ${name}:
    auth:
      auth_url: http://cloud:5000
      username: admin
      password: "12345"
      ${scope}
    region_name: RegionOne
    verify: false
    cacert: /etc/ca.pem
`;

describe('Credentials', () => {
  it('are read from a file to be sourced, as far as no shell is needed', () => {
    expect(parseOpenrc(openrc)).to.deep.equal({
      project_domain_name: 'Default',
      username: 'admin',
      password: `its "a" $ecret'`,
      project_name: 'ad"min',
      auth_url: 'http://controller:5000/v3',
    });
  });

  it('are read from a clouds.yaml, each cloud for itself', async () => {
    const text = `clouds:\n${clouds('project', 'project_name: admin')}${clouds('system', 'system_scope: all')}`;
    const found = await parseCloudsFile(text);
    expect([...found.keys()]).to.deep.equal(['project', 'system']);
    const credentials = toCredentials('x', found.get('system') ?? {});
    expect(credentials).to.deep.include({
      authUrl: 'http://cloud:5000/v3',
      scope: { system: { all: true } },
      region: 'RegionOne',
      verify: false,
      caFile: '/etc/ca.pem',
    });
    expect(credentials?.auth).to.deep.include({ kind: 'password', password: '12345' });
  });

  it("are read from a service's own configuration, in its present and its older form", () => {
    const now =
      '[keystone_authtoken]\nauth_url = http://k:5000\nusername = glance\npassword = p\nproject_name = services\n';
    const older =
      '[keystone_authtoken]\nidentity_uri=http://k:35357\nadmin_user=glance\nadmin_password=p\nadmin_tenant_name=services\n';
    const read = (text: string) =>
      toCredentials('x', parseAuthtokenSection(readSection(text, 'keystone_authtoken'))) as Credentials;
    expect(read(older)).to.deep.equal({ ...read(now), authUrl: 'http://k:35357/v3' });
    expect(read(now).scope).to.deep.equal({ project: { name: 'services', domain: { name: 'Default' } } });
  });

  it('may be those of an application, which say what they are for themselves', () => {
    const options = {
      auth_url: 'http://k/v2.0/',
      application_credential_id: 'i',
      application_credential_secret: 's',
    };
    expect(toCredentials('x', { ...options, project_name: 'p' })).to.deep.include({
      authUrl: 'http://k/v3',
      scope: undefined,
      auth: {
        kind: 'application',
        application: { id: 'i' },
        secret: 's',
        user: { name: undefined, domain: { name: 'Default' } },
      },
    });
  });

  it('are taken from the environment first, then from the files of Puppet, then from an openrc', async () => {
    const puppet = `clouds:\n${clouds('system', 'system_scope: all')}${clouds('project', 'project_name: admin')}`;
    const files = { '/etc/openstack/puppet/admin-clouds.yaml': puppet, '/root/openrc': openrc };
    const environment = { OS_AUTH_URL: 'http://e:5000', OS_USERNAME: 'u', OS_PASSWORD: 'p' };
    const origins = async (host: ReturnType<typeof hostWith>, variables = {}) =>
      (await findCredentials(host, 'identity', variables)).map(({ origin }) => origin);
    expect(await origins(hostWith(files), environment)).to.deep.equal(["the environment's OS_ variables"]);
    expect(await origins(hostWith(files))).to.deep.equal([
      "the cloud 'project' in /etc/openstack/puppet/admin-clouds.yaml",
      "the cloud 'system' in /etc/openstack/puppet/admin-clouds.yaml",
    ]);
    expect(await origins(hostWith({ '/root/openrc': openrc }))).to.deep.equal(['/root/openrc']);
  });

  it('may be in a cloud that OS_CLOUD names, or it is said that there is none', async () => {
    const host = hostWith({ '/etc/openstack/clouds.yaml': `clouds:\n${clouds('mine', 'project_name: p')}` });
    const found = await findCredentials(host, 'image', { OS_CLOUD: 'mine' });
    expect(found.map(({ origin }) => origin)).to.deep.equal([
      "the cloud 'mine' in /etc/openstack/clouds.yaml",
    ]);
    const error: unknown = await findCredentials(host, 'image', { OS_CLOUD: 'yours' }).catch(
      (reason) => reason,
    );
    expect(String(error)).to.contain("OS_CLOUD names the cloud 'yours'");
  });

  it('in a file that is no YAML are said to be there', async () => {
    const host = hostWith({ '/etc/openstack/puppet/clouds.yaml': 'clouds: [' });
    const error: unknown = await findCredentials(host, 'identity', {}).catch((reason) => reason);
    expect(String(error)).to.contain('cannot parse /etc/openstack/puppet/clouds.yaml: ');
  });

  it('are not believed where others could have written them', async () => {
    const files = ['/root/openrc', '/etc/openstack/puppet/clouds.yaml', '/etc/openstack/clouds.yaml'];
    for (const file of files) {
      for (const access of [{ uid: 1000 }, { mode: 0o666 }]) {
        const text = file.endsWith('rc') ? openrc : `clouds:\n${clouds('project', 'project_name: p')}`;
        const host = hostWith({ [file]: text });
        await host.files.setAccess(file, access);
        const environment = file === files[2] ? { OS_CLOUD: 'project' } : {};
        const error: unknown = await findCredentials(host, 'identity', environment).catch((reason) => reason);
        expect(String(error)).to.match(
          new RegExp(`${file} is not trusted, because other users could .*: ${file} `),
        );
      }
    }
  });

  it('of a clouds.yaml that is none are an error without a line of it, and nothing is printed', async () => {
    const warnings: Error[] = [];
    const heard = (warning: Error) => warnings.push(warning);
    process.on('warning', heard);
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[at]}`)}]`),
    ];
    for (const text of [
      'clouds: {a: {auth: {password: hunter2!}}',
      'clouds: @hunter2!',
      'clouds: &hunter2!: x',
      bomb.join('\n'),
    ]) {
      const failure = await parseCloudsFile(text).catch((error: Error) => error);
      if (failure instanceof Error) {
        expect(failure.constructor, text).to.equal(GlanceApplyError);
        expect(failure.message).not.to.match(/hunter2|\n/);
      }
    }
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', heard);
    expect(warnings).to.deep.equal([]);
  });
});
