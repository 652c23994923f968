import { File, Group, manifest, User } from 'glance-apply';

/** An account, its group and its home directory. Users are applied after their groups automatically. */
export default manifest((site) => {
  new File(site, '/srv/deploy', { ensure: 'directory', owner: 'deploy', group: 'deploy', mode: '0750' });
  new User(site, 'deploy', { gid: 'deploy', home: '/srv/deploy', shell: '/bin/bash', system: true });
  new Group(site, 'deploy', { system: true });
});
