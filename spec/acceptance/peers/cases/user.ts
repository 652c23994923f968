import { Exec, Group, SshAuthorizedKey, User } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const tests = 'puppet acceptance/tests/resource/user';
const unit = 'puppet spec/unit/type/user_spec.rb';
const useradd = 'puppet spec/unit/provider/user/useradd_spec.rb';
const keyTests = `${tests}/should_manage_purge_ssh_keys.rb`;

/** A hash as crypt(5) describes it, of no password in particular. */
const HASH = '$6$salt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/';

/** An account with a home directory and three keys, one without a comment. */
const keys = `useradd -m "$NAME"
install -d -m 0700 -o "$NAME" -g "$NAME" "/home/$NAME/.ssh"
printf '# by hand\\nssh-rsa AAAA wanted\\nssh-rsa BBBB stray\\nssh-rsa CCCC\\n' > "/home/$NAME/.ssh/authorized_keys"
chown "$NAME:" "/home/$NAME/.ssh/authorized_keys"; chmod 0600 "/home/$NAME/.ssh/authorized_keys"`;
const key = { type: 'ssh-rsa', key: 'AAAA' } as const;
const field = (number: number) => `getent passwd "$NAME" | cut -d: -f${number}`;
const shadow = (number: number) => `getent shadow "$NAME" | cut -d: -f${number}`;
const groupsOf = `getent group | grep -E "[:,]$NAME(,|\\$)" | cut -d: -f1 | sort | tr '\\n' ' '`;

export const peers: PeerCases = {
  cleanup: `userdel -rf "$NAME" 2>/dev/null || true; userdel -rf "$NAME"x 2>/dev/null || true
for group in "$NAME" "$NAME"a "$NAME"b "$NAME"c; do groupdel -f "$group" 2>/dev/null || true; done`,
  cases: {
    'creates an account that is not there': {
      source: `${tests}/should_create.rb`,
      manifest: (site, { name }) => void new User(site, name, { ensure: 'present' }),
      verify: 'getent passwd "$NAME"; getent group "$NAME"; test ! -e "/home/$NAME"',
    },
    'leaves an account alone that is there': {
      source: `${tests}/should_not_create_existing.rb`,
      prepare: 'useradd -M "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { ensure: 'present' }),
      inSync: true,
    },
    'takes -1 for days that are not limited': {
      source: 'chage(1): -1 removes the check',
      prepare: 'useradd -M "$NAME"; chage -m 1 -M 90 -W 7 "$NAME"',
      manifest: (site, { name }) =>
        void new User(site, name, { password_min_age: -1, password_max_age: -1, password_warn_days: -1 }),
      verify: 'getent shadow "$NAME" | grep -E "^$NAME:[^:]*:[^:]*::::"',
    },
    'removes an account': {
      source: `${tests}/should_destroy.rb`,
      prepare: 'useradd -M "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { ensure: 'absent' }),
      verify: '! getent passwd "$NAME"',
    },
    'does nothing about an account that is absent already': {
      source: `${tests}/should_not_destroy_unexisting.rb`,
      manifest: (site, { name }) => void new User(site, name, { ensure: 'absent' }),
      inSync: true,
    },
    'removes the home directory with the account where it manages both': {
      source: `${tests}/should_destroy_with_managehome.rb`,
      prepare: 'useradd -m "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { ensure: 'absent', managehome: true }),
      verify: 'test ! -e "/home/$NAME"; ! getent passwd "$NAME"',
    },
    'leaves the home directory of an account that it removes': {
      source: useradd,
      prepare: 'useradd -m "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { ensure: 'absent' }),
      verify: 'test -d "/home/$NAME"; ! getent passwd "$NAME"',
      cleanup: 'rm -rf "/home/$NAME"',
    },
    'removes an account whose home directory has gone already': {
      source: useradd,
      prepare: 'useradd -M "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { ensure: 'absent', managehome: true }),
      verify: '! getent passwd "$NAME"',
    },
    'makes the home directory of a new account, from /etc/skel': {
      source: `${tests}/should_create.rb`,
      manifest: (site, { name }) => void new User(site, name, { ensure: 'present', managehome: true }),
      verify: 'test -f "/home/$NAME/.profile"; test "$(stat -c %U "/home/$NAME")" = "$NAME"',
    },
    'makes the home directory where the manifest says': {
      source: useradd,
      manifest: (site, { name, dir }) => void new User(site, name, { managehome: true, home: `${dir}/home` }),
      verify: `test -f home/.profile; test "$(${field(6)})" = "$DIR/home"`,
    },
    'changes where home is, and leaves the directory where it was': {
      source: `${tests}/should_modify_when_not_managing_home.rb`,
      prepare: 'useradd -m "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { home: `/home/${name}_foo` }),
      verify: `test "$(${field(6)})" = "/home/$NAME"_foo; test -d "/home/$NAME"; test ! -e "/home/$NAME"_foo`,
      cleanup: 'rm -rf "/home/$NAME"',
    },
    'moves the home directory that it manages': {
      source: `${tests}/should_modify_while_managing_home.rb`,
      prepare: 'useradd -m "$NAME"; touch "/home/$NAME/mine"',
      manifest: (site, { name, dir }) =>
        void new User(site, name, { home: `${dir}/moved`, managehome: true }),
      verify: `test "$(${field(6)})" = "$DIR/moved"; test -f moved/mine; test ! -e "/home/$NAME"`,
      puppet: { differs: '0033' },
    },
    'does not make a home directory again that has gone': {
      source: `${unit}, managehome`,
      prepare: 'useradd -M "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { managehome: true }),
      inSync: true,
      verify: 'test ! -e "/home/$NAME"',
    },
    'refuses a home that is no absolute path': {
      source: 'useradd(8), -d',
      manifest: (site, { name }) => void new User(site, name, { home: 'srv' }),
      refused: /home must be an absolute path/,
      verify: 'if getent passwd "$NAME"; then exit 1; fi',
    },
    'sets the shell of a new account': {
      source: `${tests}/should_manage_shell.rb`,
      manifest: (site, { name }) => void new User(site, name, { shell: '/bin/sh' }),
      verify: `test "$(${field(7)})" = /bin/sh`,
    },
    'changes the shell of an account': {
      source: `${tests}/should_manage_shell.rb`,
      prepare: 'useradd -M -s /bin/sh "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { shell: '/bin/bash' }),
      verify: `test "$(${field(7)})" = /bin/bash`,
    },
    'makes no account with a shell that does not exist': {
      source: `${useradd}, check_valid_shell`,
      manifest: (site, { name }) => void new User(site, name, { shell: '/bin/nonexistent' }),
      fails: /shell \/bin\/nonexistent does not exist/,
      verify: '! getent passwd "$NAME"',
    },
    'makes no account with a shell that is not executable': {
      source: `${useradd}, check_valid_shell`,
      prepare: 'touch shell; chmod 0644 shell',
      manifest: (site, { name, dir }) => void new User(site, name, { shell: `${dir}/shell` }),
      fails: /is not an executable file/,
      verify: '! getent passwd "$NAME"',
    },
    'changes no shell to one that does not exist': {
      source: `${useradd}, check_valid_shell`,
      prepare: 'useradd -M -s /bin/sh "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { shell: '/bin/nonexistent' }),
      fails: /shell \/bin\/nonexistent does not exist/,
      verify: `test "$(${field(7)})" = /bin/sh`,
    },
    'leaves a shell alone that has gone since': {
      source: `${useradd}, check_valid_shell`,
      prepare: 'useradd -M -s /bin/gone "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { shell: '/bin/gone' }),
      inSync: true,
    },
    'takes a shell that is made earlier in the same run': {
      source: useradd,
      manifest: (site, { name, dir }) => {
        new Exec(site, `/bin/cp /bin/sh ${dir}/shell`, { creates: `${dir}/shell`, before: User.ref(name) });
        new User(site, name, { shell: `${dir}/shell` });
      },
      verify: `test "$(${field(7)})" = "$DIR/shell"`,
    },
    'takes a shell that is a link to one': {
      source: useradd,
      prepare: 'ln -s /bin/bash shell',
      manifest: (site, { name, dir }) => void new User(site, name, { shell: `${dir}/shell` }),
      verify: `test "$(${field(7)})" = "$DIR/shell"`,
    },
    'gives an account its number': {
      source: `${tests}/should_modify.rb`,
      manifest: (site, { name }) => void new User(site, name, { uid: 23101 }),
      verify: `test "$(${field(3)})" = 23101`,
    },
    'takes a number that is written as text': {
      source: unit,
      manifest: (site, { name }) => void new User(site, name, { uid: '23102' as never }),
      verify: `test "$(${field(3)})" = 23102`,
    },
    'changes the number of an account': {
      source: `${tests}/should_modify.rb`,
      prepare: 'useradd -M -u 23103 "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { uid: 23104 }),
      verify: `test "$(${field(3)})" = 23104`,
    },
    'gives no number twice': {
      source: `${useradd}, allowdupe`,
      prepare: 'useradd -M -u 23105 "$NAME"x',
      manifest: (site, { name }) => void new User(site, name, { uid: 23105 }),
      fails: /23105 is not unique/,
      verify: '! getent passwd "$NAME"',
    },
    'gives a number twice where that is allowed': {
      source: `${useradd}, allowdupe`,
      prepare: 'useradd -M -u 23106 "$NAME"x',
      manifest: (site, { name }) => void new User(site, name, { uid: 23106, allowdupe: true }),
      verify: `test "$(${field(3)})" = 23106`,
    },
    'changes a number to one that is taken where that is allowed': {
      source: `${useradd}, allowdupe`,
      prepare: 'useradd -M -u 23107 "$NAME"x; useradd -M "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { uid: 23107, allowdupe: true }),
      verify: `test "$(${field(3)})" = 23107`,
    },
    'gives a system account a low number, and no home directory': {
      source: `${useradd}, system`,
      manifest: (site, { name }) => void new User(site, name, { ensure: 'present', system: true }),
      verify: `test "$(${field(3)})" -lt 1000; test ! -e "/home/$NAME"`,
    },
    'leaves the number of an account alone that is to be a system account later': {
      source: `${unit}, system`,
      prepare: 'useradd -M -u 23108 "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { system: true }),
      inSync: true,
      verify: `test "$(${field(3)})" = 23108`,
    },
    'gives a new account its primary group by name': {
      source: `${tests}/should_create_with_gid.rb`,
      prepare: 'groupadd "$NAME"a',
      manifest: (site, { name }) => void new User(site, name, { gid: `${name}a` }),
      verify: 'test "$(id -gn "$NAME")" = "$NAME"a; ! getent group "$NAME"',
    },
    'gives a new account its primary group by number': {
      source: `${tests}/should_create_with_gid.rb`,
      prepare: 'groupadd -g 23109 "$NAME"a',
      manifest: (site, { name }) => void new User(site, name, { gid: '23109' }),
      verify: 'test "$(id -g "$NAME")" = 23109',
    },
    'comes after the group that the catalog gives its number to': {
      source: `${unit}, autorequire`,
      manifest: (site, { name }) => {
        new User(site, name, { gid: '23110' });
        new Group(site, `${name}a`, { gid: 23110 });
      },
      verify: 'test "$(id -gn "$NAME")" = "$NAME"a',
    },
    'changes the primary group, and keeps the others': {
      source: `${tests}/should_modify_gid.rb`,
      prepare: 'groupadd "$NAME"a; groupadd "$NAME"b; useradd -M -G "$NAME"b "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { gid: `${name}a` }),
      verify: `test "$(id -gn "$NAME")" = "$NAME"a; test "$(${groupsOf})" = "$NAME"'b '`,
    },
    'changes the primary group of an account that the files alone are asked for': {
      source: `${tests}/should_modify_gid_forcelocal.rb`,
      prepare: 'groupadd "$NAME"a; useradd -M "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { gid: `${name}a`, forcelocal: true }),
      verify: 'test "$(id -gn "$NAME")" = "$NAME"a',
    },
    'fails where the primary group does not exist': {
      source: `${unit}, gid`,
      prepare: 'useradd -M "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { gid: 'nonexistent' }),
      fails: /nonexistent.* does not exist/,
    },
    'takes a group of its own name that is there already': {
      source: `${useradd}, addcmd`,
      prepare: 'groupadd -g 23111 "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { ensure: 'present' }),
      verify: 'test "$(id -g "$NAME")" = 23111',
    },
    'gives a new account its groups': {
      source: `${tests}/should_manage_groups.rb`,
      prepare: 'groupadd "$NAME"a; groupadd "$NAME"b; groupadd "$NAME"c',
      manifest: (site, { name }) =>
        void new User(site, name, {
          ...{ gid: `${name}c`, groups: [`${name}b`, `${name}a`], membership: 'inclusive' },
        }),
      verify: `test "$(${groupsOf})" = "$NAME"a' '"$NAME"'b '`,
    },
    'adds groups to those that an account has': {
      source: `${tests}/should_manage_groups.rb`,
      prepare: 'groupadd "$NAME"a; groupadd "$NAME"b; useradd -M -G "$NAME"a "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { groups: [`${name}b`] }),
      verify: `test "$(${groupsOf})" = "$NAME"a' '"$NAME"'b '`,
    },
    'takes an account out of groups that are not among all that it may have': {
      source: `${tests}/should_manage_groups.rb`,
      prepare: 'groupadd "$NAME"a; groupadd "$NAME"b; useradd -M -G "$NAME"a,"$NAME"b "$NAME"',
      manifest: (site, { name }) =>
        void new User(site, name, { groups: [`${name}a`], membership: 'inclusive' }),
      verify: `test "$(${groupsOf})" = "$NAME"'a '`,
    },
    'takes an account out of all groups': {
      source: `${unit}, groups: an empty list means none`,
      prepare: 'groupadd "$NAME"a; useradd -M -G "$NAME"a "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { groups: [], membership: 'inclusive' }),
      verify: `test -z "$(${groupsOf})"`,
    },
    'leaves an account alone that has the groups which it must have': {
      source: `${tests}/should_manage_groups.rb`,
      prepare: 'groupadd "$NAME"a; groupadd "$NAME"b; useradd -M -G "$NAME"a,"$NAME"b "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { groups: [`${name}b`] }),
      inSync: true,
    },
    'fails where a group does not exist': {
      source: `${tests}/should_manage_groups.rb`,
      manifest: (site, { name }) => void new User(site, name, { groups: ['nonexistent'] }),
      fails: /nonexistent/,
      verify: '! getent passwd "$NAME"',
    },
    'refuses the number of a group among the groups': {
      source: `${unit}, groups`,
      manifest: (site, { name }) => void new User(site, name, { groups: ['4'] }),
      refused: /groups must be/,
      verify: '! getent passwd "$NAME"',
    },
    'refuses groups in one text': {
      source: `${unit}, groups`,
      manifest: (site, { name }) => void new User(site, name, { groups: ['adm,sudo'] }),
      refused: /groups must be/,
      verify: '! getent passwd "$NAME"',
    },
    'refuses an empty name among the groups': {
      source: `${unit}, groups`,
      manifest: (site, { name }) => void new User(site, name, { groups: [''] }),
      refused: /groups must be/,
      verify: '! getent passwd "$NAME"',
    },
    'writes a description with letters of all languages': {
      source: `${tests}/utf8_user_comments.rb`,
      manifest: (site, { name }) => void new User(site, name, { comment: 'Wäinö ᚠ 😄 Łukasz' }),
      verify: `test "$(${field(5)})" = 'Wäinö ᚠ 😄 Łukasz'`,
    },
    'changes a description with letters of all languages': {
      source: `${tests}/utf8_user_comments.rb`,
      prepare: `useradd -M -c 'Wäinö' "$NAME"`,
      manifest: (site, { name }) => void new User(site, name, { comment: '日本語' }),
      verify: `test "$(${field(5)})" = '日本語'`,
    },
    'sets the hash of a password': {
      source: `${tests}/should_create_modify_with_password.rb`,
      manifest: (site, { name }) => void new User(site, name, { password: HASH }),
      verify: `test "$(${shadow(2)})" = '${HASH}'`,
    },
    'changes the hash of a password': {
      source: `${tests}/should_create_modify_with_password.rb`,
      prepare: 'useradd -M -p "*" "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { password: HASH }),
      verify: `test "$(${shadow(2)})" = '${HASH}'`,
    },
    'locks a password': {
      source: `${useradd}, password`,
      prepare: `useradd -M -p '${HASH}' "$NAME"`,
      manifest: (site, { name }) => void new User(site, name, { password: '!' }),
      verify: `test "$(${shadow(2)})" = '!'`,
    },
    'refuses a password with a colon': {
      source: `${unit}, password`,
      manifest: (site, { name }) => void new User(site, name, { password: 'foo:bar' }),
      refused: /password must be/,
      verify: '! getent passwd "$NAME"',
    },
    'lets an account end on a day': {
      source: `${unit}, expiry`,
      prepare: 'useradd -M "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { expiry: '2030-01-31' }),
      verify: `test "$(${shadow(8)})" = 21945`,
    },
    'lets a new account never end': {
      source: `${tests}/should_create_with_expiry_absent.rb`,
      manifest: (site, { name }) => void new User(site, name, { expiry: 'absent' }),
      verify: `test -z "$(${shadow(8)})"`,
    },
    'lets an account never end that had a last day': {
      source: `${useradd}, expiry`,
      prepare: 'useradd -M -e 2030-01-31 "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { expiry: 'absent' }),
      verify: `test -z "$(${shadow(8)})"`,
    },
    'refuses a day that is not written YYYY-MM-DD': {
      source: `${unit}, expiry`,
      manifest: (site, { name }) => void new User(site, name, { expiry: '20-02-2010' }),
      refused: /expiry must be/,
      verify: '! getent passwd "$NAME"',
    },
    'sets the ages of the password of a new account': {
      source: `${useradd}, passcmd`,
      manifest: (site, { name }) =>
        void new User(site, name, { password_min_age: 5, password_max_age: 10, password_warn_days: 3 }),
      verify: 'getent shadow "$NAME" | cut -d: -f4-6 | grep -qx 5:10:3',
    },
    'changes the ages of a password': {
      source: useradd,
      prepare: 'useradd -M "$NAME"; chage -m 1 -M 90 -W 7 "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { password_max_age: 30 }),
      verify: 'getent shadow "$NAME" | cut -d: -f4-6 | grep -qx 1:30:7',
    },
    'makes a new account whose password is good for ever': {
      source: `${unit}, password_max_age`,
      manifest: (site, { name }) => void new User(site, name, { password_max_age: -1 }),
      verify: `test "$(${shadow(5)})" = "" || test "$(${shadow(5)})" = -1`,
    },
    'refuses an age that is no number': {
      source: `${unit}, password_max_age`,
      manifest: (site, { name }) => void new User(site, name, { password_max_age: 'eighty' as never }),
      refused: /password_max_age must be an integer/,
      verify: '! getent passwd "$NAME"',
    },
    'refuses what is for other systems': {
      source: `${unit}, manages_solaris_rbac`,
      manifest: (site, { name }) => void new User(site, name, { roles: ['operator'] } as object),
      refused: /roles is for Solaris/,
      verify: '! getent passwd "$NAME"',
    },
    'refuses a name with a colon': {
      source: 'passwd(5)',
      manifest: (site, { name }) => void new User(site, `${name}:x`),
      refused: /name must be an account name/,
    },
    'removes the keys of a user that the catalog does not want': {
      source: keyTests,
      prepare: keys,
      manifest: (site, { name }) => {
        new User(site, name, { purge_ssh_keys: true });
        new SshAuthorizedKey(site, 'wanted', { user: name, ...key });
      },
      verify: `test "$(grep -v HEADER "/home/$NAME/.ssh/authorized_keys")" = "$(printf '# by hand\\nssh-rsa AAAA wanted')"
test "$(stat -c '%U %a' "/home/$NAME/.ssh/authorized_keys")" = "$NAME 600"`,
    },
    'removes all keys of a user for whom the catalog has none': {
      source: keyTests,
      prepare: keys,
      manifest: (site, { name }) => void new User(site, name, { purge_ssh_keys: true }),
      verify: `test "$(grep -v HEADER "/home/$NAME/.ssh/authorized_keys")" = '# by hand'`,
    },
    'removes keys from the files that are named, below the home directory and elsewhere': {
      source: `${unit}, purge_ssh_keys`,
      prepare: `${keys}
cp "/home/$NAME/.ssh/authorized_keys" keys; cp -p "/home/$NAME/.ssh/authorized_keys" "/home/$NAME/.ssh/more"`,
      manifest: (site, { name, dir }) =>
        void new User(site, name, { purge_ssh_keys: ['%h/.ssh/more', `${dir}/keys`] }),
      verify: `printf '# by hand\\n' | cmp - "/home/$NAME/.ssh/more"; printf '# by hand\\n' | cmp - keys
grep -q stray "/home/$NAME/.ssh/authorized_keys"`,
      puppet: { differs: '0033' },
    },
    'leaves the keys of a user unchanged who has only declared keys': {
      source: keyTests,
      prepare: `${keys}; sed -i '3,$d' "/home/$NAME/.ssh/authorized_keys"`,
      manifest: (site, { name }) => {
        new User(site, name, { purge_ssh_keys: true });
        new SshAuthorizedKey(site, 'wanted', { user: name, ...key });
      },
      inSync: true,
    },
    'leaves all keys alone where nothing is said of a purge': {
      source: keyTests,
      prepare: keys,
      manifest: (site, { name }) => void new User(site, name, { purge_ssh_keys: false }),
      inSync: true,
    },
    'has no keys to remove of a user who is only just made': {
      source: `${unit}, purge_ssh_keys`,
      manifest: (site, { name }) => {
        new User(site, name, { purge_ssh_keys: true, managehome: true });
        new SshAuthorizedKey(site, `${name}key`, { user: name, ...key });
      },
      verify: 'grep -q AAAA "/home/$NAME/.ssh/authorized_keys"',
      puppet: { notApplicable: 'Puppet looks for the home directory before it makes the user' },
    },
    'refuses a file of keys that is neither absolute nor in the home directory': {
      source: `${unit}, purge_ssh_keys`,
      manifest: (site, { name }) => void new User(site, name, { purge_ssh_keys: 'keys' }),
      refused: /purge_ssh_keys must be/,
      verify: '! getent passwd "$NAME"',
    },
  },
};

export default chosenCase(peers);
