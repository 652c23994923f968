import { expect } from 'chai';
import fc from 'fast-check';
import type { Account } from '../../../../src/resources/mysql/account.js';
import { type Grant, parseGrants } from '../../../../src/resources/mysql/mysql-grant/parse-show-grants.js';
import { quoteIdentifier } from '../../../../src/resources/mysql/quote.js';
import { cpuTime } from '../../../cpu-time.js';

const glance: Account = { user: 'glance', host: '%' };

function told(lines: readonly string[], whose = glance) {
  const grants: [string, Pick<Grant, 'privileges' | 'grantable'>][] = [...parseGrants(lines, whose)].map(
    ([target, { privileges, grantable }]) => [target, { privileges, grantable }],
  );
  return Object.fromEntries(grants);
}

describe('what SHOW GRANTS says', () => {
  it('of MariaDB 10.11', () => {
    const lines = [
      "GRANT PROCESS, BINLOG MONITOR ON *.* TO `glance`@`%` IDENTIFIED BY PASSWORD '*00A51F3F48415C7D4E8908980D443C29C69B60C9' REQUIRE SUBJECT '/CN=WITH GRANT OPTION' WITH MAX_USER_CONNECTIONS 3",
      'GRANT ALL PRIVILEGES ON `glance`.* TO `glance`@`%` WITH GRANT OPTION',
      'GRANT SELECT (`b`, `a`), INSERT ON `test\\_%`.`t` TO `glance`@`%`',
      'GRANT EXECUTE, ALTER ROUTINE ON FUNCTION `glance`.`f` TO `glance`@`%`',
      "GRANT PROXY ON ''@'%' TO 'glance'@'%' WITH GRANT OPTION",
    ];
    expect(told(lines)).to.deep.equal({
      '*.*': { privileges: ['PROCESS', 'REPLICATION CLIENT'], grantable: false },
      'glance.*': { privileges: ['ALL'], grantable: true },
      'test\\_%.t': { privileges: ['INSERT', 'SELECT (a, b)'], grantable: false },
      'FUNCTION glance.f': { privileges: ['ALTER ROUTINE', 'EXECUTE'], grantable: false },
      '@%': { privileges: ['PROXY'], grantable: true },
    });
  });

  it('of MySQL 8, which has a second line for dynamic privileges', () => {
    const lines = [
      'GRANT SELECT, RELOAD ON *.* TO `glance`@`%`',
      'GRANT BACKUP_ADMIN,BINLOG_ADMIN ON *.* TO `glance`@`%`',
    ];
    expect(told(lines)['*.*']).to.deep.equal({
      privileges: ['BACKUP_ADMIN', 'BINLOG_ADMIN', 'RELOAD', 'SELECT'],
      grantable: false,
    });
  });

  it('of MySQL 5.5, which quotes accounts with other signs', () => {
    expect(told(["GRANT USAGE ON *.* TO 'glance'@'%' IDENTIFIED BY PASSWORD '*00'"])).to.deep.equal({
      '*.*': { privileges: ['USAGE'], grantable: false },
    });
  });

  it('is left out where it is about roles, or about somebody else', () => {
    expect(
      told([
        'GRANT `admin` TO `glance`@`%` WITH ADMIN OPTION',
        'SET DEFAULT ROLE `admin` FOR `glance`@`%`',
        'GRANT SELECT ON `x`.* TO `admin`',
        'GRANT SELECT ON `x`.* TO `other`@`%`',
        'GRANT SELECT ON `x`.* TO PUBLIC',
      ]),
    ).to.deep.equal({});
  });

  it('is read in time, whatever it is', () => {
    const size = 1_000_000;
    const lines = [
      `GRANT '${"\\'".repeat(size)}`,
      `GRANT "${'""'.repeat(size)}`,
      `GRANT ${"'\\".repeat(size)}`,
      `GRANT \`a${' '.repeat(size)}b\` ON *.* TO glance@'%'`,
      `GRANT \`${' ('.repeat(size)}\` ON *.* TO glance@'%'`,
    ];
    for (const line of lines) {
      const spent = cpuTime(() => void parseGrants([line], glance));
      expect(spent, line.slice(0, 12)).to.be.below(6000);
    }
  });

  it('is understood whatever things are called', () => {
    const name = fc.string({
      unit: fc.constantFrom('`', "'", '"', '\\', ' ', '.', ',', '(', ')', '@', 'a', 'ON', ' TO '),
      minLength: 1,
    });
    fc.assert(
      fc.property(name, name, name, (database, user, host) => {
        const line = `GRANT SELECT, INSERT ON ${quoteIdentifier(database)}.* TO ${quoteIdentifier(user)}@${quoteIdentifier(host)} WITH GRANT OPTION`;
        expect(told([line], { user, host })).to.deep.equal({
          [`${database}.*`]: { privileges: ['INSERT', 'SELECT'], grantable: true },
        });
      }),
    );
  });
});
