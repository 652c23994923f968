import { anything, classType, hashOf, parameter } from '../../../catalog/index.js';
import { MysqlDatabase, MysqlGrant, MysqlUser } from '../../../resources/index.js';
import { reveal } from '../../../secrets/secret.js';

const resources = hashOf(hashOf(anything));

/** Attributes by the resources' titles. */
type Declarations = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** `mysql::server::providers`: databases, accounts and grants that are given as data. */
export class Providers extends classType(
  'mysql::server::providers',
  {
    databases: parameter(resources, 'Databases by name.', { default: {} }),
    users: parameter(resources, 'Accounts by user@host.', { default: {} }),
    grants: parameter(resources, 'Grants by user@host/database.table.', { default: {} }),
  },
  { doc: 'Databases, accounts and grants that are given as data.' },
) {
  override declare(): void {
    const { databases, users, grants } = this.parameters;
    for (const [title, given] of entries(databases)) new MysqlDatabase(this, title, given);
    for (const [title, given] of entries(users)) new MysqlUser(this, title, given);
    for (const [title, given] of entries(grants)) new MysqlGrant(this, title, given);
  }
}

function entries(declarations: unknown): [string, Readonly<Record<string, unknown>>][] {
  return Object.entries(reveal(declarations) as Declarations);
}
