import { Group } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

export const peers: PeerCases = {
  cleanup: 'groupdel "$NAME" 2>/dev/null || true',
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
  },
};

export default chosenCase(peers);
