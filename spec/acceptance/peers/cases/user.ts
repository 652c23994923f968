import { User } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

export const peers: PeerCases = {
  cleanup: 'userdel -rf "$NAME" 2>/dev/null || true; groupdel "$NAME" 2>/dev/null || true',
  cases: {
    'creates an account that is not there': {
      source: 'puppet acceptance/tests/resource/user/should_create.rb',
      manifest: (site, { name }) => void new User(site, name, { ensure: 'present' }),
      verify: 'getent passwd "$NAME"; getent group "$NAME"',
    },
    'leaves an account alone that is there': {
      source: 'puppet acceptance/tests/resource/user/should_not_create_existing.rb',
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
      source: 'puppet acceptance/tests/resource/user/should_destroy.rb',
      prepare: 'useradd -M "$NAME"',
      manifest: (site, { name }) => void new User(site, name, { ensure: 'absent' }),
      verify: '! getent passwd "$NAME"',
    },
  },
};

export default chosenCase(peers);
