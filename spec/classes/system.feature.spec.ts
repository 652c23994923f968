import { expect } from 'chai';
import {
  apt,
  hostname,
  keystone,
  network,
  openstack_extras,
  secret,
  selinux,
  yumrepo,
} from '../../src/index.js';
import { reveal } from '../../src/secrets/secret.js';
import { centos, comesBefore, debian, nodeOf, refusalOf, said, warningsOf } from './glance/node.js';

const bookworm = { ...debian, os: { ...debian.os, distro: { codename: 'bookworm' } } };

describe('a package repository', () => {
  it('of Enterprise Linux has the given settings, as yum writes them', async () => {
    const catalog = await nodeOf(
      (site) =>
        new yumrepo.Yumrepo(site, 'openstack', {
          descr: 'OpenStack Newton',
          baseurl: ['http://mirror.example.com/newton/', 'https://other.example.com/'],
          enabled: true,
          gpgcheck: 'no',
          cost: 5,
          exclude: ['a', 'b'],
          proxy: '',
          timeout: 'absent',
        }),
      'newton',
      centos,
    );
    expect(catalog.find('yumrepo', 'openstack')?.desired).to.include({
      baseurl: 'http://mirror.example.com/newton/ https://other.example.com/',
      enabled: 'True',
      gpgcheck: 'No',
      cost: '5',
      exclude: 'a b',
      proxy: '_none_',
      timeout: 'absent',
    });
  });

  it('of Debian is a file, after whose change the index is updated', async () => {
    const catalog = await nodeOf(
      (site) =>
        new apt.Source(site, 'openstack', {
          location: 'http://mirror.example.com/debian',
          repos: ['main', 'contrib'],
          keyring: '/usr/share/keyrings/openstack.gpg',
        }),
      'zed',
      bookworm,
    );
    const path = '/etc/apt/sources.list.d/openstack.sources';
    expect(said(catalog, 'file', path)?.content).to.equal(
      'Types: deb\nURIs: http://mirror.example.com/debian\nSuites: bookworm\nComponents: main contrib\n' +
        'Signed-By: /usr/share/keyrings/openstack.gpg\n',
    );
    expect(comesBefore(catalog, ['file', path], ['exec', 'apt_update'])).to.equal(true);
    expect(said(catalog, 'exec', 'apt_update')).to.include({ refreshonly: true });
  });

  it('of Debian requires an address and a suite', async () => {
    const [nowhere] = await refusalOf((site) => new apt.Source(site, 'x'));
    expect(nowhere?.message).to.contain('needs a location');
    const [unknown] = await refusalOf((site) => new apt.Source(site, 'x', { location: 'http://x' }));
    expect(unknown?.message).to.contain('code name');
  });
});

describe('the host', () => {
  it('has its name immediately and after a reboot', async () => {
    const catalog = await nodeOf((site) => new hostname.Hostname(site, { hostname: 'controller' }));
    expect(said(catalog, 'file', '/etc/hostname')?.content).to.equal('controller\n');
    expect(said(catalog, 'exec', 'set hostname')?.command).to.deep.equal(['hostname', 'controller']);
    const [refusal] = await refusalOf((site) => new hostname.Hostname(site, { hostname: 'a b; reboot' }));
    expect(refusal?.message).to.contain('hostname');
  });

  it('has SELinux disabled in its file, and permissive until the reboot', async () => {
    const catalog = await nodeOf((site) => new selinux.Selinux(site, { mode: 'disabled' }));
    expect(said(catalog, 'ini_setting', 'set-selinux-config-mode')).to.include({
      path: '/etc/selinux/config',
      setting: 'SELINUX',
      value: 'disabled',
    });
    const exec = said(catalog, 'exec', 'change-selinux-status-to-disabled');
    expect(exec?.command).to.deep.equal(['setenforce', '0']);
    expect(exec?.onlyif).to.deep.equal([['grep', '-qx', '1', '/sys/fs/selinux/enforce']]);
    const strict = await nodeOf((site) => new selinux.Selinux(site, { mode: 'enforcing', type: 'targeted' }));
    expect(said(strict, 'exec', 'change-selinux-status-to-enforcing')?.command).to.deep.equal([
      'setenforce',
      '1',
    ]);
    expect(said(strict, 'ini_setting', 'set-selinux-config-type')?.value).to.equal('targeted');
  });

  it('has interfaces whose files keep unmanaged settings', async () => {
    const catalog = await nodeOf(
      (site) =>
        new network.Interface(site, 'eno1', {
          ipaddress: '192.168.70.2',
          netmask: '255.255.255.0',
          nm_controlled: false,
          options: { MTU: '9000' },
        }),
    );
    const path = '/etc/sysconfig/network-scripts/ifcfg-eno1';
    const variable = (name: string) => said(catalog, 'ini_setting', `${path} ${name}`)?.value;
    expect(['BOOTPROTO', 'IPADDR', 'ONBOOT', 'NM_CONTROLLED', 'MTU'].map(variable)).to.deep.equal([
      'none',
      '192.168.70.2',
      'yes',
      'no',
      '9000',
    ]);
    expect(variable('HWADDR')).to.equal(undefined);
    const dynamic = await nodeOf((site) => new network.Interface(site, 'eno1'));
    expect(said(dynamic, 'ini_setting', `${path} BOOTPROTO`)?.value).to.equal('dhcp');
  });
});

describe('an openrc', () => {
  it('is quoted for the shell, and readable only by its owner', async () => {
    const catalog = await nodeOf(
      (site) =>
        new openstack_extras.AuthFile(site, '/root/demo-openrc', {
          username: 'demo',
          project_name: 'demo',
          password: secret("it's $HOME"),
        }),
    );
    const file = catalog.find('file', '/root/demo-openrc');
    expect(file?.desired.mode).to.equal('0600');
    expect(file?.secrets.has('content')).to.equal(true);
    const lines = String(reveal(file?.desired.content)).split('\n');
    expect(lines).to.include("export OS_PASSWORD='it'\\''s $HOME'");
    expect(lines).to.include('export OS_AUTH_URL=http://127.0.0.1:5000/v3');
    expect(lines).to.include('export OS_PROJECT_NAME=demo');
  });
});

describe('the token of administrators', () => {
  it('is removed from three pipelines after the administrator was created', async () => {
    const body = (site: Parameters<Parameters<typeof nodeOf>[0]>[0]) => {
      new keystone.DisableAdminTokenAuth(site);
      new keystone.roles.Admin(site, { email: 'root@localhost', password: 'p' });
    };
    const catalog = await nodeOf(body, 'newton');
    for (const pipeline of ['public_api', 'admin_api', 'api_v3']) {
      const title = `${pipeline}/admin_token_auth`;
      expect(said(catalog, 'ini_subsetting', title)).to.include({
        ensure: 'absent',
        section: `pipeline:${pipeline}`,
      });
      expect(comesBefore(catalog, ['keystone_role', 'admin'], ['ini_subsetting', title])).to.equal(true);
    }
    expect(warningsOf(await nodeOf(body)).join()).to.contain('Keystone no longer has this filter');
  });
});
