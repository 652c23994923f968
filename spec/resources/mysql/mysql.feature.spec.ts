import { expect } from 'chai';
import { compile, manifest } from '../../../src/catalog/index.js';
import { mysqlPassword } from '../../../src/classes/mysql/index.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { MysqlGrant, MysqlUser } from '../../../src/resources/index.js';

async function desiredOf(declare: Parameters<typeof manifest>[0]) {
  return (await compile(manifest(declare))).resources[1]?.desired;
}

describe('Accounts and privileges of MySQL', () => {
  it('know hosts in small letters alone', async () => {
    const desired = await desiredOf((site) => void new MysqlUser(site, 'Glance@DB.Example.Com'));
    expect(desired?.name).to.equal('Glance@db.example.com');
  });

  it('are spelled as the server spells them', async () => {
    const privileges = ['select (b, a)', 'insert', 'GRANT', 'insert'];
    const desired = await desiredOf(
      (site) => void new MysqlGrant(site, 'u@h/d.*', { user: 'u@h', table: 'd.*', privileges }),
    );
    expect(desired?.privileges).to.deep.equal(['INSERT', 'SELECT (a, b)']);
  });

  it('are refused if title, user and table contradict each other', async () => {
    const error: unknown = await desiredOf(
      (site) => void new MysqlGrant(site, 'u@h/x.*', { user: 'u@h', table: 'd.*', privileges: 'ALL' }),
    ).catch((reason: unknown) => reason);
    expect(GlanceApplyError.is(error) && error.message).to.contain("must be 'u@h/d.*'");
  });

  it('have passwords hashed as mysql_native_password hashes them', () => {
    expect(mysqlPassword('s3cret').reveal()).to.equal('*B865CAE8F340F6CE1485A06F4492BB49718DF1EC');
    expect(mysqlPassword('*B865CAE8F340F6CE1485A06F4492BB49718DF1EC').reveal()).to.match(/^\*B865/);
    expect(String(mysqlPassword('s3cret'))).to.equal('[redacted]');
  });
});
