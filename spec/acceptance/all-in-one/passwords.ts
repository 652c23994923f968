/** Passwords of the stack, with signs that a shell, a URL, SQL or a configuration file would trip over. */
export const passwords = {
  ADMIN_PASS: "adm'in p%ss$1",
  DEMO_PASS: 'dem"o; `id`',
  RABBIT_PASS: 'rab@bit/"%',
  // Keystone's own command refuses a URL with a percent sign in it.
  KEYSTONE_DBPASS: 'k-1.2~3_x',
  GLANCE_DBPASS: "g'l@%/+",
  GLANCE_PASS: 'gl;#an "ce',
  MYSQL_ROOT_PASS: 'r\\oot',
} as const;
