import type { ValueType } from '../../catalog/index.js';
import { serviceDefault } from '../shared/index.js';

/** The URL of a database, which is secret because it contains a password. */
export const databaseUrl: ValueType<string> = {
  schema: {
    type: 'string',
    pattern: `^((sqlite|mysql(\\+pymysql)?|postgresql(\\+psycopg2)?)://|${serviceDefault}$)`,
  },
  expected:
    "the URL of a database, such as 'mysql+pymysql://user:password@host/glance' or 'sqlite:///var/lib/glance/glance.sqlite'",
  secret: true,
};
