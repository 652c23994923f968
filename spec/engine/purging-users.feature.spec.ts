import { expect } from 'chai';
import { findProtectedUsers } from '../../src/engine/protected-users.js';
import type { Session } from '../../src/engine/session.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { Resources, User } from '../../src/resources/index.js';
import { converge } from '../resources/converge.js';

const passwd = [
  'root:x:0:0::/root:/bin/bash',
  'daemon:x:1:1::/:/usr/sbin/nologin',
  'svc:x:499:499::/:/usr/sbin/nologin',
  'limit:x:500:500::/:/bin/sh',
  'low:x:999:999::/:/bin/sh',
  'ada:x:1000:1000::/home/ada:/bin/sh',
  'eve:x:1001:1001::/home/eve:/bin/sh',
  'nobody:x:65534:65534::/:/usr/sbin/nologin',
];

/** Whom a purge of users would remove, by what `resources` says. */
async function purged(
  limits: { unless_system_user?: boolean | number; unless_uid?: number | number[] },
  definitions?: string,
): Promise<unknown> {
  const host = new SimulatedHost({
    files: {
      '/etc/passwd': `${passwd.join('\n')}\n`,
      '/etc/group': 'root:x:0:\n',
      '/etc/shadow': '',
      ...(definitions === undefined ? {} : { '/etc/login.defs': definitions }),
    },
  });
  const report = await converge(
    host,
    (site) => {
      new User(site, 'ada', { ensure: 'present' });
      new Resources(site, 'user', { purge: true, ...limits });
    },
    { mode: 'plan', types: new Map([['user', User.definition as never]]) },
  );
  const purge = report.resources.find(({ reference }) => reference === 'Resources[user]');
  return purge?.changes[0]?.from ?? [];
}

describe('a purge of users', () => {
  it('keeps users below UID_MIN, and the accounts that the system needs whatever their user ids', async () => {
    expect(await purged({})).to.deep.equal(['eve']);
    expect(await purged({}, '# UID_MIN 5\nUID_MIN\t\t  500\n')).to.deep.equal(['eve', 'limit', 'low']);
  });

  it('keeps users up to the given user id, that id included', async () => {
    expect(await purged({ unless_system_user: 499 })).to.deep.equal(['eve', 'limit', 'low']);
    expect(await purged({ unless_system_user: 500 })).to.deep.equal(['eve', 'low']);
  });

  it('keeps users with the given user ids', async () => {
    expect(await purged({ unless_uid: 1001 })).to.deep.equal([]);
    expect(await purged({ unless_system_user: 499, unless_uid: [500, 1001] })).to.deep.equal(['low']);
  });

  it('keeps a user whose user id is unknown', async () => {
    const session = {} as Session;
    const isSpared = await findProtectedUsers(session, { unless_system_user: 499 });
    expect([isSpared('ghost', {}), isSpared('ghost', { uid: '500' })]).to.deep.equal([true, false]);
  });

  it('removes all users if system users are not protected', async () => {
    expect(await purged({ unless_system_user: false, unless_uid: 1001 })).to.deep.equal([
      'daemon',
      'eve',
      'limit',
      'low',
      'nobody',
      'root',
      'svc',
    ]);
  });
});
