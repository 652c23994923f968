import { KeystoneUser, KeystoneUserRole, manifest, secret } from 'glance-apply';

/** Two hundred users with a role each, whose passwords are set only when they are created. */
export default manifest((site) => {
  const password = secret.env('DEMO_PASS');
  for (let i = 0; i < 200; i++) {
    new KeystoneUser(site, `user${i}`, { password, replace_password: false });
    new KeystoneUserRole(site, `user${i}@demo`, { roles: ['member'] });
  }
});
