import { expect } from 'chai';
import {
  changeAuthentication,
  formatIdentifiedBy,
  parseAuthentication,
} from '../../../../src/resources/mysql/mysql-user/authentication.js';

/** What MariaDB 10.11 keeps of root on a new Debian 12. */
const stored =
  '{"access":18446744073709551615,"plugin":"mysql_native_password","authentication_string":"invalid","auth_or":[{},{"plugin":"unix_socket"}]}';

const native = (hash: string) => ({ plugin: 'mysql_native_password', hash });
const socket = { plugin: 'unix_socket', hash: '' };
const hash = `*${'A'.repeat(40)}`;
const root = parseAuthentication(native('invalid'), stored);
const nothing = { plugin: undefined, hash: undefined };

describe('how an account logs in', () => {
  it('is by one method, or by any of several', () => {
    expect(parseAuthentication(native(hash), undefined)).to.deep.equal({ methods: [native(hash)], main: 0 });
    expect(root).to.deep.equal({ methods: [native('invalid'), socket], main: 0 });
  });

  it('is refused in a form that MariaDB does not keep it in', () => {
    for (const kept of [
      '',
      '5',
      'null',
      '{',
      '{"auth_or":5}',
      '{"auth_or":[null]}',
      '{"auth_or":[{"plugin":{}}]}',
    ])
      expect(() => parseAuthentication(native(hash), kept), kept).to.throw(
        'mysql.global_priv does not contain',
      );
    expect(parseAuthentication(native(hash), '{}').methods).to.deep.equal([native(hash)]);
  });

  it('keeps its other methods when the password changes', () => {
    expect(changeAuthentication(root, { ...nothing, hash }).methods).to.deep.equal([native(hash), socket]);
  });

  it('is by one method alone when that is changed', () => {
    const changed = changeAuthentication(root, { ...nothing, plugin: 'unix_socket' });
    expect(changed.methods).to.deep.equal([socket]);
  });

  it('is by password where one is given to an account that had none', () => {
    const old = { methods: [socket], main: 0 };
    expect(changeAuthentication(old, { ...nothing, hash }).methods).to.deep.equal([native(hash)]);
  });

  it('stays by a plugin whose hashes have another form', () => {
    const old = { methods: [{ plugin: 'ed25519', hash: 'old' }], main: 0 };
    expect(changeAuthentication(old, { ...nothing, hash: 'new' }).methods).to.deep.equal([
      { plugin: 'ed25519', hash: 'new' },
    ]);
  });

  it('is written as all servers understand it, and several methods as MariaDB does', () => {
    expect(formatIdentifiedBy({ methods: [native('')], main: 0 })).to.equal(
      "IDENTIFIED WITH `mysql_native_password` AS ''",
    );
    expect(formatIdentifiedBy(changeAuthentication(root, { ...nothing, hash }))).to.equal(
      `IDENTIFIED WITH \`mysql_native_password\` AS '${hash}' OR \`unix_socket\``,
    );
  });
});
