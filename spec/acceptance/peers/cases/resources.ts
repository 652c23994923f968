import { Cron, Group, Resources, SshAuthorizedKey, User } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const unit = 'puppet spec/unit/type/resources_spec.rb';
const purgeTest = 'puppet acceptance/tests/resource/user/should_purge.rb';
const gone = 'if getent passwd "$NAME"; then exit 1; fi';

export const peers: PeerCases = {
  packages: ['cron'],
  cleanup: `for user in "$NAME" "$NAME"x "$NAME"y; do
  crontab -u "$user" -r 2>/dev/null || true; userdel -rf "$user" 2>/dev/null || true; done
groupdel "$NAME" 2>/dev/null || true`,
  cases: {
    'removes accounts that the manifest does not name, and none of the system': {
      source: purgeTest,
      prepare: 'useradd -M "$NAME"; useradd -M "$NAME"x; useradd -r -M "$NAME"y',
      manifest: (site, { name }) => {
        new User(site, `${name}x`, { ensure: 'present' });
        new Resources(site, 'user', { purge: true, unless_system_user: true });
      },
      verify: `${gone}; getent passwd "$NAME"x "$NAME"y root nobody`,
    },
    'leaves accounts alone up to a number, itself included': {
      source: `${unit}, unless_system_user`,
      prepare: 'useradd -M -u 23301 "$NAME"x; useradd -M -u 23302 "$NAME"',
      manifest: (site) => void new Resources(site, 'user', { purge: true, unless_system_user: 23301 }),
      verify: `${gone}; getent passwd "$NAME"x nobody`,
    },
    'leaves accounts alone with certain numbers': {
      source: `${unit}, unless_uid`,
      prepare: 'useradd -M -u 23303 "$NAME"x; useradd -M -u 23304 "$NAME"y; useradd -M "$NAME"',
      manifest: (site) => void new Resources(site, 'user', { purge: true, unless_uid: [23303, 23304] }),
      verify: `${gone}; getent passwd "$NAME"x "$NAME"y`,
    },
    'leaves an account alone with a number that is written as text': {
      source: `${unit}, unless_uid`,
      prepare: 'useradd -M -u 23305 "$NAME"',
      manifest: (site) => void new Resources(site, 'user', { purge: true, unless_uid: '23305' as never }),
      inSync: true,
      verify: 'getent passwd "$NAME"',
    },
    'removes nothing where it does not purge': {
      source: `${unit}, purge`,
      prepare: 'useradd -M "$NAME"',
      manifest: (site) => void new Resources(site, 'user', { purge: false }),
      inSync: true,
      verify: 'getent passwd "$NAME"',
    },
    'only says what it would remove where it must not': {
      source: 'puppet lib/puppet/type/resources.rb, metaparameters are passed on',
      prepare: 'useradd -M "$NAME"',
      manifest: (site) => void new Resources(site, 'user', { purge: true, noop: true }),
      inSync: true,
      says: /Resources\[user\]/,
      verify: 'getent passwd "$NAME"',
    },
    'refuses a type that there is not': {
      source: `${unit}, name`,
      manifest: (site) => void new Resources(site, 'nonesuch', { purge: true }),
      refused: /the type 'nonesuch' does not exist/,
    },
    'refuses to purge what cannot be listed': {
      source: `${unit}, purge`,
      manifest: (site) => void new Resources(site, 'file', { purge: true }),
      refused: /'file' cannot be/,
    },
    'removes the jobs that the manifest does not name, of all users': {
      source: 'cron_core spec/integration/provider/cron/crontab_spec.rb, purge',
      prepare: `useradd -M "$NAME"; useradd -M "$NAME"x
printf '# mine\\n# Puppet Name: wanted\\n@daily /bin/true\\n@daily /bin/stray\\n' | crontab -u "$NAME" -
printf '# Puppet Name: other\\n@daily /bin/true\\n# mine\\n' | crontab -u "$NAME"x -`,
      manifest: (site, { name }) => {
        new Cron(site, 'wanted', { user: name, command: '/bin/true', special: 'daily' });
        new Resources(site, 'cron', { purge: true });
      },
      verify: `crontab -u "$NAME" -l | grep -q wanted; crontab -u "$NAME" -l | grep -q mine
if crontab -u "$NAME" -l | grep stray; then exit 1; fi
if crontab -u "$NAME"x -l | grep /bin; then exit 1; fi; crontab -u "$NAME"x -l | grep -q mine`,
    },
    'removes a job of a user that is declared for another': {
      source: 'cron_core lib/puppet/provider/cron/crontab.rb, resource_for_record',
      prepare: `useradd -M "$NAME"; useradd -M "$NAME"x
printf '# Puppet Name: moved\\n@daily /bin/true\\n' | tee table | crontab -u "$NAME" -; crontab -u "$NAME"x table`,
      manifest: (site, { name }) => {
        new Cron(site, 'moved', { user: name, command: '/bin/true', special: 'daily' });
        new Resources(site, 'cron', { purge: true });
      },
      verify: 'crontab -u "$NAME" -l | grep -q moved; if crontab -u "$NAME"x -l; then exit 1; fi',
      puppet: { differs: '0033' },
    },
    'removes keys of users alone that the manifest has keys of': {
      source: 'puppet lib/puppet/type/resources.rb, purge',
      prepare: `useradd -m "$NAME"; useradd -m "$NAME"x
for user in "$NAME" "$NAME"x; do
  install -d -m 0700 -o "$user" -g "$user" "/home/$user/.ssh"
  printf 'ssh-rsa AAAA wanted\\nssh-rsa BBBB stray\\n' > "/home/$user/.ssh/authorized_keys"
  chown "$user:" "/home/$user/.ssh/authorized_keys"
done
install -d -m 0700 /root/.ssh; echo 'ssh-rsa AAAA admin' > /root/.ssh/authorized_keys`,
      manifest: (site, { name }) => {
        new SshAuthorizedKey(site, 'wanted', { user: name, type: 'ssh-rsa', key: 'AAAA' });
        new Resources(site, 'ssh_authorized_key', { purge: true });
      },
      verify: `test "$(cat "/home/$NAME/.ssh/authorized_keys")" = 'ssh-rsa AAAA wanted'
grep -q stray "/home/$NAME"x/.ssh/authorized_keys; grep -q admin /root/.ssh/authorized_keys`,
      cleanup: 'rm -f /root/.ssh/authorized_keys',
      puppet: { differs: '0033' },
    },
    'removes what becomes a stray in the same run': {
      source: 'docs/decisions/0007-purging.md',
      manifest: (site, { name }) => {
        new Group(site, name);
        new User(site, `${name}x`, { gid: name });
        new Resources(site, 'user', { purge: true });
      },
      verify: 'getent passwd "$NAME"x; getent group "$NAME"',
    },
  },
};

export default chosenCase(peers);
