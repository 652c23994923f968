import { expect } from 'chai';
import {
  areSamePrivileges,
  formatPrivileges,
  isPrivilege,
  normalizePrivileges,
  planPrivilegeChanges,
} from '../../../../src/resources/mysql/mysql-grant/compare-privileges.js';
import { parseTarget, type Target } from '../../../../src/resources/mysql/target.js';

const database = parseTarget('glance.*') as Target;
const everything = parseTarget('*.*') as Target;

const ofDatabase =
  'SELECT,INSERT,UPDATE,DELETE,CREATE,DROP,REFERENCES,INDEX,ALTER,CREATE TEMPORARY TABLES,LOCK TABLES,EXECUTE,' +
  'CREATE VIEW,SHOW VIEW,CREATE ROUTINE,ALTER ROUTINE,EVENT,TRIGGER';

/** What MySQL 8.0 says of root, its dynamic privileges left out. */
const mysql8 =
  'SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, SHUTDOWN, PROCESS, FILE, REFERENCES, INDEX, ALTER, SHOW DATABASES, ' +
  'SUPER, CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, REPLICATION SLAVE, REPLICATION CLIENT, CREATE VIEW, SHOW VIEW, ' +
  'CREATE ROUTINE, ALTER ROUTINE, CREATE USER, EVENT, TRIGGER, CREATE TABLESPACE, CREATE ROLE, DROP ROLE';

const list = (text: string) => normalizePrivileges(text.split(','));

describe('privileges', () => {
  it('have one spelling', () => {
    expect(
      normalizePrivileges(['update', ' select ( b,`a` )', 'Select(c)', 'GRANT OPTION', 'update']),
    ).to.deep.equal(['SELECT (a, b)', 'SELECT (c)', 'UPDATE']);
    expect(normalizePrivileges(['SELECT', 'all privileges'])).to.deep.equal(['ALL']);
  });

  it('are known by their older names, too', () => {
    expect(normalizePrivileges(['BINLOG MONITOR', 'REPLICATION REPLICA'])).to.deep.equal([
      'REPLICATION CLIENT',
      'REPLICATION SLAVE',
    ]);
  });

  it('are words, with columns or without', () => {
    expect(['SELECT', 'CREATE VIEW', 'BINLOG_ADMIN', 'SELECT (a, b)'].map(isPrivilege)).to.deep.equal(
      Array(4).fill(true),
    );
    expect(
      ['SELECT; DROP', 'SELECT ON X', "X'", 'SELECT (a) TO (b)', 'select'].map(isPrivilege),
    ).to.deep.equal(Array(5).fill(false));
  });

  describe('are the same', () => {
    const same: readonly [what: string, is: string, should: string, about: Target, expected: boolean][] = [
      ['as themselves in another order', 'SELECT,INSERT', 'INSERT,SELECT', database, true],
      ['as ALL where all of a database are listed', 'ALL', ofDatabase, database, true],
      ['as ALL where MariaDB lists one more', 'ALL', `${ofDatabase},DELETE HISTORY`, database, true],
      ['as ALL where MySQL lists all of everything', mysql8, 'ALL', everything, true],
      ['not where one is missing', 'SELECT', 'INSERT,SELECT', database, false],
      ['not where ALL has more', 'ALL', 'INSERT,SELECT', database, false],
      ['not where ALL lacks one', ofDatabase.replace('DROP,', ''), 'ALL', database, false],
      ['not where columns differ', 'SELECT (a)', 'SELECT (a, b)', database, false],
    ];
    for (const [what, is, should, about, expected] of same) {
      it(what, () => {
        const columns = is.includes('(');
        const [left, right] = columns ? [[is], [should]] : [list(is), list(should)];
        expect(areSamePrivileges(left, right, about)).to.equal(expected);
      });
    }
  });

  describe('change', () => {
    const changes: readonly [
      what: string,
      is: string[],
      should: string[],
      revoke?: string,
      grant?: string,
    ][] = [
      [
        'by what is missing and what is too much',
        ['DELETE', 'SELECT'],
        ['INSERT', 'SELECT'],
        'DELETE',
        'INSERT',
      ],
      ['to all at once', ['SELECT'], ['ALL'], undefined, 'ALL PRIVILEGES'],
      ['from all to some', ['ALL'], ['SELECT'], 'ALL PRIVILEGES', 'SELECT'],
      ['column by column', ['SELECT (a, b)'], ['SELECT (b, c)'], 'SELECT (`a`)', 'SELECT (`c`)'],
      ['from a table to a column of it', ['SELECT'], ['SELECT (a)'], 'SELECT', 'SELECT (`a`)'],
    ];
    for (const [what, is, should, revoke, grant] of changes) {
      it(what, () => expect(planPrivilegeChanges(is, should)).to.deep.equal({ revoke, grant }));
    }
  });

  it('quote the names of columns', () => {
    expect(formatPrivileges(['SELECT (a`b)', 'USAGE'])).to.equal('USAGE, SELECT (`a``b`)');
  });
});
