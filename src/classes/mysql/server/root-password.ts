import { boolean, classType, parameter, secretString, string } from '../../../catalog/index.js';
import { formatOptionFile } from '../../../formats/option-file.js';
import { File, MysqlUser } from '../../../resources/index.js';
import { deriveSecret, reveal } from '../../../secrets/secret.js';
import { formatOrFail } from '../../shared/index.js';
import { mysqlPassword } from '../password.js';

/** `mysql::server::root_password`: root's password, and the file by which root logs in with it. */
export class RootPassword extends classType(
  'mysql::server::root_password',
  {
    root_password: parameter(
      secretString,
      'The password; without one, root logs in only through the socket.',
    ),
    create_root_user: parameter(boolean, 'Whether the password is set in the server.', { default: true }),
    create_root_my_cnf: parameter(boolean, 'Whether /root/.my.cnf is written.', { default: true }),
    socket: parameter(string, "The server's Unix socket.", { required: true }),
  },
  { doc: "Root's password, and the file by which root logs in with it." },
) {
  override declare(): void {
    const { root_password, create_root_user, create_root_my_cnf, socket } = this.parameters;
    if (root_password === undefined || reveal(root_password) === 'UNSET') return;
    if (create_root_user === true) {
      new MysqlUser(this, 'root@localhost', { password_hash: mysqlPassword(root_password) });
    }
    if (create_root_my_cnf !== true) return;
    const client = { user: 'root', host: 'localhost', socket: String(socket) };
    formatOrFail(this, 'socket', () => formatOptionFile({ client }));
    const password = String(reveal(root_password));
    new File(this, '/root/.my.cnf', {
      content: deriveSecret(
        formatOrFail(this, 'root_password', () => formatOptionFile({ client: { ...client, password } })),
        root_password,
      ),
      owner: 'root',
      group: 'root',
      mode: '0600',
      show_diff: false,
      // Before this change, root could no longer log in with the file.
      ...(create_root_user === true ? { require: MysqlUser.ref('root@localhost') } : {}),
    });
  }
}
