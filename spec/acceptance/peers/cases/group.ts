import { Group, User } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const unit = 'puppet spec/unit/type/group_spec.rb';
const groupadd = 'puppet spec/unit/provider/group/groupadd_spec.rb';
const memberTests = 'puppet acceptance/tests/resource/group/should_manage_members.rb';
/** Puppet has members of a group where libuser is installed only. */
const noMembers = { notApplicable: "Debian's Puppet has no members of groups without libuser" } as const;
const members = `getent group "$NAME" | cut -d: -f4`;
const number = `getent group "$NAME" | cut -d: -f3`;

export const peers: PeerCases = {
  cleanup: `for user in "$NAME" "$NAME"a "$NAME"b; do userdel -rf "$user" 2>/dev/null || true; done
for group in "$NAME" "$NAME"x "$NAME"a "$NAME"b; do groupdel -f "$group" 2>/dev/null || true; done`,
  cases: {
    'creates a group that is not there': {
      source: 'puppet acceptance/tests/resource/group/should_create.rb',
      manifest: (site, { name }) => void new Group(site, name, { ensure: 'present' }),
      verify: 'getent group "$NAME"',
    },
    'leaves a group alone that is there': {
      source: 'puppet acceptance/tests/resource/group/should_not_create_existing.rb',
      prepare: 'groupadd "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { ensure: 'present' }),
      inSync: true,
      verify: 'getent group "$NAME"',
    },
    'removes a group': {
      source: 'puppet acceptance/tests/resource/group/should_destroy.rb',
      prepare: 'groupadd "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { ensure: 'absent' }),
      verify: '! getent group "$NAME"',
    },
    'does nothing about a group that is absent already': {
      source: 'puppet acceptance/tests/resource/group/should_not_destroy_unexisting.rb',
      manifest: (site, { name }) => void new Group(site, name, { ensure: 'absent' }),
      inSync: true,
      verify: '! getent group "$NAME"',
    },
    'changes the number of a group': {
      source: 'puppet acceptance/tests/resource/group/should_modify_gid.rb',
      prepare: 'groupadd -g 23001 "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { gid: 23002 }),
      verify: 'getent group "$NAME" | grep ":23002:"',
    },
    'refuses to remove the primary group of a user': {
      source: 'groupdel(8)',
      prepare: 'useradd -M "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { ensure: 'absent' }),
      fails: /cannot remove the primary group/,
      verify: 'getent group "$NAME"',
      cleanup: 'userdel "$NAME"',
    },
    'refuses a negative number': {
      source: 'puppet lib/puppet/type/group.rb',
      manifest: (site, { name }) => void new Group(site, name, { gid: -1 }),
      refused: /gid/,
      verify: '! getent group "$NAME"',
    },
    'gives a new group its number': {
      source: groupadd,
      manifest: (site, { name }) => void new Group(site, name, { gid: 23201 }),
      verify: `test "$(${number})" = 23201`,
    },
    'takes a number that is written as text': {
      source: unit,
      manifest: (site, { name }) => void new Group(site, name, { gid: '23202' as never }),
      verify: `test "$(${number})" = 23202`,
    },
    'refuses a number that is none': {
      source: unit,
      manifest: (site, { name }) => void new Group(site, name, { gid: 'wheel' as never }),
      refused: /gid must be an integer/,
      verify: '! getent group "$NAME"',
    },
    'gives no number twice': {
      source: `${groupadd}, allowdupe`,
      prepare: 'groupadd -g 23203 "$NAME"x',
      manifest: (site, { name }) => void new Group(site, name, { gid: 23203 }),
      fails: /23203.* already exists/,
      verify: '! getent group "$NAME"',
    },
    'gives a number twice where that is allowed': {
      source: `${groupadd}, allowdupe`,
      prepare: 'groupadd -g 23204 "$NAME"x',
      manifest: (site, { name }) => void new Group(site, name, { gid: 23204, allowdupe: true }),
      verify: `test "$(${number})" = 23204`,
    },
    'changes a number to one that is taken where that is allowed': {
      source: `${groupadd}, allowdupe`,
      prepare: 'groupadd -g 23205 "$NAME"x; groupadd "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { gid: 23205, allowdupe: true }),
      verify: `test "$(${number})" = 23205`,
    },
    'changes no number to one that is taken': {
      source: groupadd,
      prepare: 'groupadd -g 23206 "$NAME"x; groupadd -g 23207 "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { gid: 23206 }),
      fails: /23206.* already exists/,
      verify: `test "$(${number})" = 23207`,
    },
    'takes the accounts along that have the number as their primary group': {
      source: 'groupmod(8), -g',
      prepare: 'groupadd -g 23208 "$NAME"; useradd -M -g "$NAME" "$NAME"a',
      manifest: (site, { name }) => void new Group(site, name, { gid: 23209 }),
      verify: `test "$(${number})" = 23209; test "$(id -g "$NAME"a)" = 23209`,
    },
    'gives a system group a low number': {
      source: `${groupadd}, system`,
      manifest: (site, { name }) => void new Group(site, name, { system: true }),
      verify: `test "$(${number})" -lt 1000`,
    },
    'leaves the number of a group alone that is to be a system group later': {
      source: `${groupadd}, system`,
      prepare: 'groupadd -g 23210 "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { system: true }),
      inSync: true,
    },
    'looks at the files alone where it is told to': {
      source: `${groupadd}, forcelocal`,
      manifest: (site, { name }) => void new Group(site, name, { forcelocal: true, gid: 23211 }),
      verify: `grep -q "^$NAME:" /etc/group; test "$(${number})" = 23211`,
    },
    'leaves a group alone that has the number already': {
      source: 'puppet acceptance/tests/resource/group/should_query.rb',
      prepare: 'groupadd -g 23212 "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { gid: 23212 }),
      inSync: true,
    },
    'makes a group with members': {
      source: memberTests,
      prepare: 'useradd -M "$NAME"a; useradd -M "$NAME"b',
      manifest: (site, { name }) => void new Group(site, name, { members: [`${name}b`, `${name}a`] }),
      verify: `test "$(${members})" = "$NAME"a,"$NAME"b`,
      puppet: noMembers,
    },
    'adds members to those that a group has': {
      source: memberTests,
      prepare: 'useradd -M "$NAME"a; useradd -M "$NAME"b; groupadd "$NAME"; gpasswd -M "$NAME"a "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { members: [`${name}b`] }),
      verify: `test "$(${members})" = "$NAME"a,"$NAME"b`,
      puppet: noMembers,
    },
    'takes out members that are not among all that it may have': {
      source: `${memberTests}, auth_membership`,
      prepare: 'useradd -M "$NAME"a; useradd -M "$NAME"b; groupadd "$NAME"; gpasswd -M "$NAME"a "$NAME"',
      manifest: (site, { name }) =>
        void new Group(site, name, { members: [`${name}b`], auth_membership: true }),
      verify: `test "$(${members})" = "$NAME"b`,
      puppet: noMembers,
    },
    'takes out all members': {
      source: `${memberTests}, auth_membership`,
      prepare: 'useradd -M "$NAME"a; groupadd "$NAME"; gpasswd -M "$NAME"a "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { members: [], auth_membership: true }),
      verify: `test -z "$(${members})"`,
      puppet: noMembers,
    },
    'leaves a group alone that has the members which it must have': {
      source: memberTests,
      prepare:
        'useradd -M "$NAME"a; useradd -M "$NAME"b; groupadd "$NAME"; gpasswd -M "$NAME"a,"$NAME"b "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { members: [`${name}b`] }),
      inSync: true,
    },
    'takes no member that does not exist': {
      source: memberTests,
      prepare: 'groupadd "$NAME"',
      manifest: (site, { name }) => void new Group(site, name, { members: ['nonexistent'] }),
      fails: /nonexistent/,
      verify: `test -z "$(${members})"`,
      puppet: noMembers,
    },
    'comes after the members that the catalog makes': {
      source: memberTests,
      manifest: (site, { name }) => {
        new Group(site, name, { members: [`${name}a`] });
        new User(site, `${name}a`);
      },
      verify: `test "$(${members})" = "$NAME"a`,
      puppet: noMembers,
    },
    'is removed after the account whose primary group it is': {
      source: 'puppet lib/puppet/type/user.rb, autorequire',
      prepare: 'groupadd "$NAME"; useradd -M -g "$NAME" "$NAME"a',
      manifest: (site, { name }) => {
        new Group(site, name, { ensure: 'absent' });
        new User(site, `${name}a`, { ensure: 'absent', gid: name });
      },
      verify: '! getent group "$NAME"',
      puppet: { differs: '0033' },
    },
    'refuses what is for other systems': {
      source: unit,
      manifest: (site, { name }) => void new Group(site, name, { ia_load_module: 'files' } as object),
      refused: /ia_load_module is for AIX/,
      verify: '! getent group "$NAME"',
    },
    'refuses a name with a colon': {
      source: 'group(5)',
      manifest: (site, { name }) => void new Group(site, `${name}:x`),
      refused: /name must be an account name/,
    },
  },
};

export default chosenCase(peers);
