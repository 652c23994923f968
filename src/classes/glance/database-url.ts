import type { ValueType } from '../../catalog/index.js';
import { serviceDefault } from '../tables/index.js';

/** Where a database is, with who may use it: never to be shown, because a password stands in it. */
export const databaseUrl: ValueType<string> = {
  schema: {
    type: 'string',
    pattern: `^((sqlite|mysql(\\+pymysql)?|postgresql(\\+psycopg2)?)://|${serviceDefault}$)`,
  },
  expected:
    "the URL of a database, such as 'mysql+pymysql://user:password@host/glance' or 'sqlite:///var/lib/glance/glance.sqlite'",
  secret: true,
};
