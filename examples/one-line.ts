import { FileLine, manifest } from 'glance-apply';

/** One line of a file that is otherwise not managed: replaces a matching line, or is added at the end. */
export default manifest((site) => {
  new FileLine(site, 'no password logins', {
    path: '/etc/ssh/sshd_config',
    line: 'PasswordAuthentication no',
    match: '^#?PasswordAuthentication ',
  });
});
