import {
  GlanceImage,
  KeystoneDomain,
  KeystoneEndpoint,
  KeystoneRole,
  KeystoneService,
  KeystoneTenant,
  KeystoneUser,
  KeystoneUserRole,
  manifest,
  secret,
} from 'glance-apply';

/** Names that would mean something in an address, a shell or JSON, if they were let. */
const user = `o'brien "q" 100% ü/..?&=#`;
const project = `we'ird "p" & 100% /ü?#`;
const image = `im'age "i" \\ 100% /ü?#`;

const glance = 'http://127.0.0.1:9292';

export default manifest((site) => {
  new KeystoneUser(site, 'admin', { password: secret("ad'min") });
  new KeystoneDomain(site, 'second', { description: 'Another one' });
  new KeystoneTenant(site, 'services');
  new KeystoneTenant(site, project, { description: '50 % "off"' });
  const account = new KeystoneUser(site, 'glance', {
    password: secret('glance pw'),
    email: 'glance@localhost',
  });
  new KeystoneUser(site, 'glance::second', { password: secret('another pw') });
  new KeystoneUser(site, user, { password: secret(`p"w'% ü`) });
  new KeystoneUser(site, 'left alone', { password: secret('at first'), replace_password: false });
  new KeystoneRole(site, 'special role');
  const roles = new KeystoneUserRole(site, 'glance@services', { roles: ['admin', 'special role'] });
  new KeystoneUserRole(site, 'glance@::second', { roles: 'reader' });
  new KeystoneUserRole(site, 'glance::second@::::all', { roles: 'reader' });
  new KeystoneUserRole(site, `${user}@${project}`, { user, project, roles: 'member' });
  new KeystoneService(site, 'glance::image', { description: 'Images' });
  const here = new KeystoneEndpoint(site, 'RegionOne/glance::image', {
    public_url: glance,
    internal_url: glance,
    admin_url: glance,
  });
  new KeystoneEndpoint(site, 'RegionTwo/glance::image', { public_url: `${glance}/two` });

  for (const name of ['disk', image]) {
    new GlanceImage(site, name, {
      source: '/root/disk.img',
      container_format: 'bare',
      disk_format: 'raw',
      min_ram: 64,
      properties: { os_distro: 'debian', 'odd/na~me': 'x y' },
      tags: ['one', 'tw o'],
      project_name: 'services',
      // Glance is found by its endpoint, and asks Keystone as its user about whoever asks.
      require: [account, roles, here],
    });
  }
});
