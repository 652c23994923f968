import { createHash } from 'node:crypto';
import { classType, parameter } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { Anchor } from '../../../resources/index.js';
import { reveal, Secret } from '../../../secrets/secret.js';
import * as openstacklib from '../../openstacklib/index.js';
import { scalarString, secretScalarString } from '../../shared/index.js';
import { Deps } from '../deps.js';

/** Glance's database and its user, on the PostgreSQL server. */
export class Postgresql extends classType(
  'glance::db::postgresql',
  {
    password: parameter(secretScalarString, 'Password of the user.', { required: true }),
    dbname: parameter(scalarString, 'Name of the database.', { default: 'glance' }),
    user: parameter(scalarString, 'Name of the user.', { default: 'glance' }),
    encoding: parameter(scalarString, "Encoding of the database; the server's by default."),
    privileges: parameter(scalarString, "The user's privileges on the database.", { default: 'ALL' }),
  },
  { doc: "Glance's database on the PostgreSQL server, with its user.", until: '2025.2' },
) {
  override declare(): void {
    this.include(Deps);
    const { password, ...others } = this.parameters;
    const secret = isReleaseBetween(this.release, undefined, 'ussuri')
      ? { password_hash: passwordHash(String(reveal(others.user)), reveal(password)) }
      : { password };
    new openstacklib.db.Postgresql(this, 'glance', { ...others, ...secret });
    this.chain(Anchor.ref('glance::db::begin')).notify(this).notify(Anchor.ref('glance::db::end'));
  }
}

/** Hashes a password for PostgreSQL's md5 method. */
function passwordHash(user: string, password: string): Secret<string> {
  return new Secret(`md5${createHash('md5').update(`${password}${user}`).digest('hex')}`);
}
