import { Cron, File, User } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const tests = 'cron_core spec/acceptance/tests/resource/cron';
const unit = 'cron_core spec/unit/type/cron_spec.rb';
const provider = 'cron_core spec/integration/provider/cron/crontab_spec.rb';

const account = 'useradd -M "$NAME"';
/** An account with a crontab of these lines. */
const table = (...lines: string[]) => `${account}
cat > table <<'EOF'
${lines.join('\n')}
EOF
crontab -u "$NAME" table`;
/** The crontab of the account has these lines, beside those in which Puppet says that it was here. */
const has = (...lines: string[]) => `crontab -u "$NAME" -l | grep -v '^# HEADER' > found || true
cat > expected <<'EOF'
${lines.join('\n')}
EOF
diff expected found`;
const byHand = ['# by hand', 'MAILTO=""', '5  4 * * sun   /bin/by  hand', ''];
const untouched = `if crontab -u "$NAME" -l; then exit 1; fi`;

export const peers: PeerCases = {
  packages: ['cron'],
  cleanup: 'crontab -u "$NAME" -r 2>/dev/null || true; userdel -rf "$NAME" 2>/dev/null || true',
  cases: {
    'makes a job that runs every minute': {
      source: `${tests}/should_create_cron_spec.rb`,
      prepare: account,
      manifest: (site, { name }) => void new Cron(site, 'crontest', { user: name, command: '/bin/true' }),
      verify: has('# Puppet Name: crontest', '* * * * * /bin/true'),
    },
    'leaves a job alone that is in sync': {
      source: `${tests}/should_be_idempotent_spec.rb`,
      prepare: table('# Puppet Name: crontest', '* * * * * /bin/true'),
      manifest: (site, { name }) => void new Cron(site, 'crontest', { user: name, command: '/bin/true' }),
      inSync: true,
    },
    'takes a job that nobody manages for its own where it does the same': {
      source: `${tests}/should_match_existing_spec.rb`,
      prepare: table('* * * * * /bin/true'),
      manifest: (site, { name }) => void new Cron(site, 'crontest', { user: name, command: '/bin/true' }),
      inSync: true,
      verify: has('* * * * * /bin/true'),
    },
    'takes a job that nobody manages for its own at whatever time, where it says none': {
      source: 'cron_core lib/puppet/provider/cron/crontab.rb, match',
      prepare: table('@daily /bin/true'),
      manifest: (site, { name }) => void new Cron(site, 'crontest', { user: name, command: '/bin/true' }),
      inSync: true,
    },
    'changes a job': {
      source: `${tests}/should_update_existing_spec.rb`,
      prepare: table('# Puppet Name: crontest', '* * * * * /bin/true'),
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/bin/true', hour: '0-6' }),
      verify: has('# Puppet Name: crontest', '* 0-6 * * * /bin/true'),
    },
    'changes the command and the time of a job, and keeps what it does not speak of': {
      source: `${tests}/should_allow_changing_parameters_spec.rb`,
      prepare: table('# Puppet Name: crontest', '1 2 3 * * /bin/false'),
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/usr/bin/true', minute: ['5', '10'] }),
      verify: has('# Puppet Name: crontest', '5,10 2 3 * * /usr/bin/true'),
    },
    'sets a field back to any': {
      source: `${unit}, absent`,
      prepare: table('# Puppet Name: crontest', '1 2 3 4 5 /bin/true'),
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', {
          ...{ user: name, command: '/bin/true', minute: 'absent', hour: '*', weekday: 'absent' },
        }),
      verify: has('# Puppet Name: crontest', '* * 3 4 * /bin/true'),
    },
    'removes a job': {
      source: `${tests}/should_remove_cron_spec.rb`,
      prepare: table('# Puppet Name: crontest', '* * * * * /bin/true', '# mine'),
      manifest: (site, { name }) => void new Cron(site, 'crontest', { ensure: 'absent', user: name }),
      verify: has('# mine'),
    },
    'removes a job that nobody manages and that does the same': {
      source: `${tests}/should_remove_matching_spec.rb`,
      prepare: table('* * * * * /bin/true', '# mine'),
      manifest: (site, { name }) =>
        void new Cron(site, 'bogus', { ensure: 'absent', user: name, command: '/bin/true' }),
      verify: has('# mine'),
    },
    'does nothing about a job that is absent already': {
      source: `${provider}, ensure => absent`,
      prepare: table('* * * * * /bin/true'),
      manifest: (site, { name }) => void new Cron(site, 'crontest', { ensure: 'absent', user: name }),
      inSync: true,
    },
    'removes a crontab in which nothing is left': {
      source: 'crontab(1), -r',
      prepare: table('# Puppet Name: crontest', '* * * * * /bin/true'),
      manifest: (site, { name }) => void new Cron(site, 'crontest', { ensure: 'absent', user: name }),
      verify: untouched,
      puppet: { differs: '0033' },
    },
    'removes white space around a command': {
      source: `${tests}/should_remove_leading_and_trailing_whitespace_spec.rb`,
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '   date > /dev/null    ' }),
      verify: has('# Puppet Name: crontest', '* * * * * date > /dev/null'),
    },
    'writes leading zeros as they are given': {
      source: `${tests}/should_write_leading_zeroes_spec.rb`,
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', {
          ...{ user: name, command: '/bin/true', minute: '05', hour: '007', monthday: '07', month: '0011' },
          weekday: '03',
        }),
      verify: has('# Puppet Name: crontest', '05 007 07 0011 03 /bin/true'),
    },
    'leaves a job alone that only lacks leading zeros': {
      source: 'crontab(5)',
      prepare: table('# Puppet Name: crontest', '5 1-5 * * */2 /bin/true'),
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', {
          ...{ user: name, command: '/bin/true', minute: '05', hour: '01-05', weekday: '*/02' },
        }),
      inSync: true,
      puppet: { differs: '0033' },
    },
    'leaves a job alone whose days and months are written as names': {
      source: 'crontab(5)',
      prepare: table('# Puppet Name: crontest', '0 0 * Jan mon-fri /bin/true'),
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', {
          ...{ user: name, command: '/bin/true', minute: '0', hour: '0', month: '1', weekday: '1-5' },
        }),
      inSync: true,
      puppet: { differs: '0033' },
    },
    'writes the names of months and days as numbers': {
      source: `${unit}, weekday and month`,
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', {
          ...{ user: name, command: '/bin/true', weekday: ['Mon', 'saturday'], month: ['DEC', 'may'] },
        }),
      verify: has('# Puppet Name: crontest', '* * * 12,5 1,6 /bin/true'),
    },
    'writes Sunday as 7 where it is given so, and is in sync with it': {
      source: `${unit}, weekday`,
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/bin/true', weekday: '7' }),
      verify: has('# Puppet Name: crontest', '* * * * 7 /bin/true'),
    },
    'writes ranges and steps': {
      source: `${unit}, step syntax`,
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', {
          ...{ user: name, command: '/bin/true', minute: ['*/10', '1-9/2'], hour: '2-4' },
        }),
      verify: has('# Puppet Name: crontest', '*/10,1-9/2 2-4 * * * /bin/true'),
    },
    ...Object.fromEntries(
      (
        [
          ['minute', '60'],
          ['minute', '-1'],
          ['minute', '*/A'],
          ['hour', '24'],
          ['hour', '2/4'],
          ['monthday', '0'],
          ['monthday', '32'],
          ['month', 'Sept'],
          ['month', '13'],
          ['weekday', '8'],
          ['weekday', 'Mon-Fri'],
        ] as const
      ).map(([field, value]) => [
        `refuses ${value} as the ${field}`,
        {
          source: `${unit}, ${field}`,
          prepare: account,
          manifest: (site, { name }) =>
            void new Cron(site, 'crontest', { user: name, command: '/bin/true', [field]: value }),
          refused: new RegExp(field),
          verify: untouched,
        } satisfies PeerCases['cases'][string],
      ]),
    ),
    'runs a job at a special time': {
      source: `${provider}, special`,
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/bin/true', special: 'reboot' }),
      verify: has('# Puppet Name: crontest', '@reboot /bin/true'),
    },
    'turns a special time into fields': {
      source: `${provider}, special => absent`,
      prepare: table('# Puppet Name: crontest', '@daily /bin/true'),
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', {
          ...{ user: name, command: '/bin/true', special: 'absent', hour: '15', minute: '30' },
        }),
      verify: has('# Puppet Name: crontest', '30 15 * * * /bin/true'),
    },
    'turns fields into a special time': {
      source: `${unit}, special`,
      prepare: table('# Puppet Name: crontest', '1 2 * * * /bin/true'),
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/bin/true', special: 'weekly' }),
      verify: has('# Puppet Name: crontest', '@weekly /bin/true'),
    },
    'takes fields that are absent beside a special time': {
      source: 'cron_core lib/puppet/type/cron.rb, validate',
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', {
          ...{ user: name, command: '/bin/true', special: 'daily', minute: 'absent', hour: 'absent' },
        }),
      verify: has('# Puppet Name: crontest', '@daily /bin/true'),
    },
    'refuses a special time and fields': {
      source: 'cron_core lib/puppet/type/cron.rb, validate',
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/bin/true', special: 'daily', hour: '1' }),
      refused: /both special and hour/,
      verify: untouched,
    },
    'refuses a special time that cron does not know': {
      source: `${unit}, special`,
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', {
          user: name,
          command: '/bin/true',
          special: 'fortnightly' as 'daily',
        }),
      refused: /special must be/,
      verify: untouched,
    },
    'writes variables between the name and the job': {
      source: `${provider}, environment`,
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', {
          ...{ user: name, command: '/bin/true', environment: ['PATH=/bin', 'MAILTO=ops@example.org'] },
        }),
      verify: has('# Puppet Name: crontest', 'PATH=/bin', 'MAILTO=ops@example.org', '* * * * * /bin/true'),
    },
    'leaves variables alone that only stand in another order': {
      source: `${unit}, environment`,
      prepare: table('# Puppet Name: crontest', 'A=b', 'C=d', '* * * * * /bin/true'),
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/bin/true', environment: ['C=d', 'A=b'] }),
      inSync: true,
    },
    'takes a variable with an empty value': {
      source: `${unit}, environment`,
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/bin/true', environment: 'MAILTO=""' }),
      verify: has('# Puppet Name: crontest', 'MAILTO=""', '* * * * * /bin/true'),
    },
    'takes the variables of a job away': {
      source: `${unit}, environment => absent`,
      prepare: table('# Puppet Name: crontest', 'A=b', '* * * * * /bin/true'),
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/bin/true', environment: 'absent' }),
      verify: has('# Puppet Name: crontest', '* * * * * /bin/true'),
      puppet: { differs: '0033' },
    },
    'refuses a variable without an equals sign': {
      source: `${unit}, environment`,
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/bin/true', environment: 'INVALID' }),
      refused: /environment must be/,
      verify: untouched,
    },
    'changes the time of a job whose command it does not know': {
      source: `${provider}, without a command`,
      prepare: table('# Puppet Name: crontest', '1 * * * * /bin/true'),
      manifest: (site, { name }) => void new Cron(site, 'crontest', { user: name, minute: '2' }),
      verify: has('# Puppet Name: crontest', '2 * * * * /bin/true'),
    },
    'makes no job without a command': {
      source: `${provider}, without a command`,
      prepare: account,
      manifest: (site, { name }) => void new Cron(site, 'crontest', { user: name, minute: '2' }),
      fails: /without a command it cannot be/,
      verify: untouched,
      puppet: { differs: '0033' },
    },
    'fails for a user who does not exist': {
      source: `${tests}/should_fail_to_write_a_nonexistent_users_crontab_spec.rb`,
      manifest: (site, { name }) => void new Cron(site, 'crontest', { user: name, command: '/bin/true' }),
      fails: /the user \S+ does not exist/,
    },
    'has nothing to remove of a user who does not exist': {
      source: 'cron_core lib/puppet/provider/cron/filetype.rb, read',
      manifest: (site, { name }) => void new Cron(site, 'crontest', { ensure: 'absent', user: name }),
      inSync: true,
    },
    'comes after the user of the same catalog': {
      source: `${tests}/should_write_new_users_crontab_after_puppet_creates_them_spec.rb`,
      manifest: (site, { name }) => {
        new Cron(site, 'crontest', { user: name, command: '/bin/true' });
        new User(site, name, { ensure: 'present' });
      },
      verify: has('# Puppet Name: crontest', '* * * * * /bin/true'),
    },
    'writes the crontab of a user who may not use cron, once that is permitted': {
      source: `${tests}/should_write_an_originally_unauthorized_users_crontab_if_puppet_authorizes_them_spec.rb`,
      prepare: `${account}; echo "$NAME" > /etc/cron.deny`,
      manifest: (site, { name }) => {
        new File(site, '/etc/cron.deny', { ensure: 'absent', before: [Cron.ref('crontest')] });
        new Cron(site, 'crontest', { user: name, command: '/bin/true' });
      },
      verify: has('# Puppet Name: crontest', '* * * * * /bin/true'),
      cleanup: 'rm -f /etc/cron.deny',
    },
    'leaves a crontab alone that it cannot read': {
      source: `${tests}/should_not_overwrite_crontab_file_on_file_read_error_spec.rb`,
      prepare: `${table('* * * * * /bin/true')}; mkdir /var/spool/cron/crontabs/"$NAME"x; useradd -M "$NAME"x`,
      manifest: (site, { name }) => {
        new Cron(site, 'first', { user: name, command: '/bin/first' });
        new Cron(site, 'second', { user: `${name}x`, command: '/bin/second' });
      },
      fails: /crontabs\/\S+x/,
      verify: `crontab -u "$NAME" -l | grep -q /bin/first; test -d /var/spool/cron/crontabs/"$NAME"x`,
      cleanup: 'rmdir /var/spool/cron/crontabs/"$NAME"x; userdel "$NAME"x',
      puppet: { differs: '0033' },
    },
    'takes target for the user': {
      source: `${unit}, target`,
      prepare: account,
      manifest: (site, { name }) => void new Cron(site, 'crontest', { target: name, command: '/bin/true' }),
      verify: has('# Puppet Name: crontest', '* * * * * /bin/true'),
    },
    'refuses a user and another target': {
      source: 'cron_core lib/puppet/type/cron.rb, target',
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, target: 'root', command: '/bin/true' }),
      refused: /user is '\S+' and target is 'root'/,
      verify: untouched,
    },
    'does not move a job of the same name from another crontab': {
      source: `${provider}, does not try to move an entry from one file to another`,
      prepare: `${account}
printf '# Puppet Name: moved\\n* * * * * /bin/true\\n' | crontab -`,
      manifest: (site, { name }) => void new Cron(site, 'moved', { user: name, command: '/bin/true' }),
      verify: `${has('# Puppet Name: moved', '* * * * * /bin/true')}; crontab -l | grep -q 'Puppet Name: moved'`,
      cleanup: 'crontab -r',
    },
    'keeps what was written by hand, byte by byte': {
      source: 'crontab(5)',
      prepare: table(...byHand, '# Puppet Name: crontest', '1 * * * * /bin/true', '# and more'),
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: '/bin/true', minute: '2' }),
      verify: has(...byHand, '# Puppet Name: crontest', '2 * * * * /bin/true', '# and more'),
      puppet: { differs: '0033' },
    },
    'keeps lines that are not in UTF-8': {
      source: 'crontab(5)',
      prepare: `${account}; printf '# caf\\351\\n5 4 * * * /bin/caf\\351\\n' > table; crontab -u "$NAME" table`,
      manifest: (site, { name }) => void new Cron(site, 'voilà', { user: name, command: '/bin/true' }),
      verify: `crontab -u "$NAME" -l | head -n 2 | cmp - table; crontab -u "$NAME" -l | grep -qx '# Puppet Name: voilà'`,
      puppet: { differs: '0033' },
    },
    'keeps a percent sign and quotes as they are': {
      source: 'crontab(5)',
      prepare: account,
      manifest: (site, { name }) =>
        void new Cron(site, 'crontest', { user: name, command: `/bin/date "+\\%F" | /bin/grep '$x' %in` }),
      verify: has('# Puppet Name: crontest', `* * * * * /bin/date "+\\%F" | /bin/grep '$x' %in`),
    },
  },
};

export default chosenCase(peers);
