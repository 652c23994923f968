import { SshAuthorizedKey, User } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const tests = 'sshkeys_core spec/acceptance/tests/resource/ssh_authorized_key';
const unit = 'sshkeys_core spec/unit/type/ssh_authorized_key_spec.rb';
const provider = 'sshkeys_core lib/puppet/provider/ssh_authorized_key/parsed.rb';
const rsa = { type: 'ssh-rsa', key: 'AAAAB3NzaC1yc2EAAAADAQABAAABAQD' } as const;

/** An account with a home directory. */
const account = 'useradd -m "$NAME"';
const file = '"/home/$NAME/.ssh/authorized_keys"';
/** The account with a file of two keys. */
const keys = `${account}
install -d -m 0700 -o "$NAME" -g "$NAME" "/home/$NAME/.ssh"
printf '# by hand\\nssh-rsa AAAAold '"$NAME"'key\\nssh-dss AAAAother other@example.org\\n' > ${file}
chown "$NAME:" ${file}; chmod 0600 ${file}`;
const mine = (name: string) => `${name}key`;

export const peers: PeerCases = {
  cleanup: 'userdel -rf "$NAME" 2>/dev/null || true; groupdel "$NAME" 2>/dev/null || true',
  cases: {
    'adds a key for a user who has none, in a directory and a file of the user alone': {
      source: `${tests}/create_spec.rb`,
      prepare: account,
      manifest: (site, { name }) => void new SshAuthorizedKey(site, mine(name), { user: name, ...rsa }),
      verify: `grep -qx "ssh-rsa ${rsa.key} $NAME"key ${file}
test "$(stat -c '%U %G %a' ${file})" = "$NAME $NAME 600"
test "$(stat -c '%U %G %a' "/home/$NAME/.ssh")" = "$NAME $NAME 700"`,
    },
    'adds a key behind the others': {
      source: `${tests}/create_spec.rb`,
      prepare: keys,
      manifest: (site, { name }) => void new SshAuthorizedKey(site, 'new@here', { user: name, ...rsa }),
      verify: `test "$(tail -n 1 ${file})" = "ssh-rsa ${rsa.key} new@here"; test "$(wc -l < ${file})" = 4`,
    },
    'removes what a killed run left of the user beside the keys, and nothing of others': {
      source: 'docs/decisions/0022: leftovers of killed runs',
      prepare: `${keys}
left="/home/$NAME/.ssh/.authorized_keys.glance-apply-"
install -o "$NAME" -g "$NAME" -m 0600 /dev/null "$left"0123456789ab; touch "$left"ba9876543210`,
      manifest: (site, { name }) => void new SshAuthorizedKey(site, 'new@here', { user: name, ...rsa }),
      verify: `grep -q new@here ${file}
test "$(ls -A "/home/$NAME/.ssh" | sort | tr '\\n' ' ')" = '.authorized_keys.glance-apply-ba9876543210 authorized_keys '`,
      puppet: { notApplicable: 'Puppet names its temporary files otherwise' },
    },
    'leaves a key alone that is in sync': {
      source: 'sshkeys_core spec/integration/provider/ssh_authorized_key_spec.rb',
      prepare: keys,
      manifest: (site, { name }) =>
        void new SshAuthorizedKey(site, mine(name), { user: name, type: 'rsa', key: 'AAAAold' }),
      inSync: true,
    },
    'changes a key in its place, and keeps comments and the other keys': {
      source: `${tests}/modify_spec.rb`,
      prepare: keys,
      manifest: (site, { name }) => void new SshAuthorizedKey(site, mine(name), { user: name, ...rsa }),
      verify: `test "$(sed -n 2p ${file})" = "ssh-rsa ${rsa.key} $NAME"key
grep -qx '# by hand' ${file}; grep -qx 'ssh-dss AAAAother other@example.org' ${file}; test "$(wc -l < ${file})" = 3`,
    },
    'removes a key, and leaves the others': {
      source: `${tests}/destroy_spec.rb`,
      prepare: keys,
      manifest: (site, { name }) =>
        void new SshAuthorizedKey(site, mine(name), { ensure: 'absent', user: name }),
      verify: `if grep -q "$NAME"key ${file}; then exit 1; fi; grep -q other@example.org ${file}`,
    },
    'does nothing about a key that is absent already': {
      source: `${tests}/destroy_spec.rb`,
      prepare: keys,
      manifest: (site, { name }) =>
        void new SshAuthorizedKey(site, 'nobody@nowhere', { ensure: 'absent', user: name }),
      inSync: true,
    },
    'writes options before the key, with their quotes': {
      source: unit,
      prepare: account,
      manifest: (site, { name }) =>
        void new SshAuthorizedKey(site, mine(name), {
          ...{ user: name, ...rsa },
          options: ['command="/bin/echo hello, world"', 'no-pty', 'from="10.0.0.1,10.0.0.2"'],
        }),
      verify: `grep -Fqx 'command="/bin/echo hello, world",no-pty,from="10.0.0.1,10.0.0.2" ssh-rsa ${rsa.key} '"$NAME"key ${file}`,
    },
    'takes options away that the manifest does not have': {
      source: unit,
      prepare: `${account}
install -d -m 0700 -o "$NAME" -g "$NAME" "/home/$NAME/.ssh"
printf 'no-pty,environment="A=\\\\"b\\\\"" ssh-rsa ${rsa.key} %skey\\n' "$NAME" > ${file}; chown "$NAME:" ${file}`,
      manifest: (site, { name }) => void new SshAuthorizedKey(site, mine(name), { user: name, ...rsa }),
      verify: `grep -qx "ssh-rsa ${rsa.key} $NAME"key ${file}`,
    },
    'takes short names of types': {
      source: unit,
      prepare: account,
      manifest: (site, { name }) =>
        void new SshAuthorizedKey(site, mine(name), { user: name, type: 'ed25519', key: 'AAAAC3' }),
      verify: `grep -qx "ssh-ed25519 AAAAC3 $NAME"key ${file}`,
    },
    'comes after the user of the same catalog': {
      source: 'sshkeys_core lib/puppet/type/ssh_authorized_key.rb, autorequire',
      manifest: (site, { name }) => {
        new SshAuthorizedKey(site, mine(name), { user: name, ...rsa });
        new User(site, name, { managehome: true });
      },
      verify: `grep -q "$NAME"key ${file}; test "$(stat -c %U ${file})" = "$NAME"`,
      puppet: { notApplicable: 'Puppet looks for the home directory before it makes the user' },
    },
    'writes to another file with the rights of the user': {
      source: 'sshkeys_core spec/integration/provider/ssh_authorized_key_spec.rb',
      prepare: `${account}; install -d -o "$NAME" keys`,
      manifest: (site, { name, dir }) =>
        void new SshAuthorizedKey(site, mine(name), { user: name, target: `${dir}/keys/mine`, ...rsa }),
      verify: `grep -q "$NAME"key keys/mine; test "$(stat -c '%U %a' keys/mine)" = "$NAME 600"`,
    },
    'cannot write where the user cannot': {
      source: provider,
      prepare: `${account}; install -d -m 0755 keys`,
      manifest: (site, { name, dir }) =>
        void new SshAuthorizedKey(site, mine(name), { user: name, target: `${dir}/keys/mine`, ...rsa }),
      fails: /[Pp]ermission denied/,
      verify: 'test ! -e keys/mine',
    },
    'writes as root in a directory that is root alone, for the user to own': {
      source: `${provider}, drop_privileges`,
      prepare: `${account}; install -d -m 0755 keys`,
      manifest: (site, { name, dir }) =>
        void new SshAuthorizedKey(site, mine(name), {
          ...{ user: name, target: `${dir}/keys/mine`, drop_privileges: false, ...rsa },
        }),
      verify: `grep -q "$NAME"key keys/mine; test "$(stat -c '%U %G %a' keys/mine)" = "$NAME $NAME 600"`,
    },
    'writes nothing as root where others can change the directory': {
      source: `${provider}, trusted_path`,
      prepare: `${account}; install -d -m 0777 keys`,
      manifest: (site, { name, dir }) =>
        void new SshAuthorizedKey(site, mine(name), {
          ...{ user: name, target: `${dir}/keys/mine`, drop_privileges: false, ...rsa },
        }),
      fails: /can be changed by users other|not trusted/,
      verify: 'test ! -e keys/mine',
    },
    'follows no link that the user has put in the place of the file': {
      source: `${provider}, CVE-2011-3870`,
      prepare: `${account}; install -d -m 0700 -o "$NAME" -g "$NAME" "/home/$NAME/.ssh"
printf 'secret\\n' > secret; chmod 0600 secret; ln -s "$DIR/secret" ${file}`,
      manifest: (site, { name }) => void new SshAuthorizedKey(site, mine(name), { user: name, ...rsa }),
      fails: /is a link|[Pp]ermission denied/,
      verify: `test "$(cat secret)" = secret; test -L ${file}`,
    },
    'writes nowhere else where the directory of keys is a link': {
      source: `${provider}, CVE-2011-3870`,
      prepare: `${account}; install -d -m 0755 elsewhere; ln -s "$DIR/elsewhere" "/home/$NAME/.ssh"`,
      manifest: (site, { name }) => void new SshAuthorizedKey(site, mine(name), { user: name, ...rsa }),
      fails: /[Pp]ermission denied/,
      verify: 'test -z "$(ls elsewhere)"',
    },
    'fails for a user who does not exist': {
      source: provider,
      manifest: (site, { name }) => void new SshAuthorizedKey(site, mine(name), { user: name, ...rsa }),
      fails: /does not exist|Cannot write/,
    },
    'refuses a key with white space': {
      source: unit,
      manifest: (site, { name }) =>
        void new SshAuthorizedKey(site, mine(name), { user: name, type: 'ssh-rsa', key: 'AAA BBB' }),
      refused: /white space/,
    },
    'refuses several options in one text': {
      source: unit,
      manifest: (site, { name }) =>
        void new SshAuthorizedKey(site, mine(name), {
          user: name,
          ...rsa,
          options: ['no-pty,no-X11-forwarding'],
        }),
      refused: /each as an element/,
    },
    'refuses a type that no key has': {
      source: unit,
      manifest: (site, { name }) =>
        void new SshAuthorizedKey(site, mine(name), { user: name, type: 'ssh-md5', key: 'AAAA' }),
      refused: /type/,
    },
    'refuses a key that is nobody’s': {
      source: unit,
      manifest: (site, { name }) => void new SshAuthorizedKey(site, mine(name), rsa),
      refused: /needs a user/,
    },
  },
};

export default chosenCase(peers);
