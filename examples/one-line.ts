import { FileLine, manifest } from 'glance-apply';

/** One line of a file that somebody else keeps: put in the place of what it replaces, or added at the end. */
export default manifest((site) => {
  new FileLine(site, 'no password logins', {
    path: '/etc/ssh/sshd_config',
    line: 'PasswordAuthentication no',
    match: '^#?PasswordAuthentication ',
  });
});
