import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { bootSystemdHost } from '../lab/systemd-host.js';
import { formsOf } from './forms-of.js';

const first = {
  ADMIN_PASS: "adm'in-1 p%ss$1",
  DEMO_PASS: 'dem"o-1; `id`',
  RABBIT_PASS: 'rab@bit-1/"%',
  // Keystone's own command refuses a URL with a percent sign in it.
  KEYSTONE_DBPASS: 'k-1.2~3_x-1',
  GLANCE_DBPASS: "g'l@%/+-1",
  GLANCE_PASS: 'gl;#an-1 "ce',
  MYSQL_ROOT_PASS: 'r\\oot-1',
};

/** All that can be replaced while the administrator stays logged in. */
const second = {
  ...first,
  DEMO_PASS: 'dem"o-2; `id`',
  RABBIT_PASS: 'rab@bit-2/"%',
  KEYSTONE_DBPASS: 'k-1.2~3_x-2',
  GLANCE_DBPASS: "g'l@%/+-2",
  GLANCE_PASS: 'gl;#an-2 "ce',
  MYSQL_ROOT_PASS: 'r\\oot-2',
};

/** Notes the arguments of every process, until the host stops. */
const watcher = `
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const seen = new Set();
setInterval(() => {
  const before = seen.size;
  for (const pid of readdirSync('/proc')) {
    if (!/^[0-9]+$/.test(pid)) continue;
    try { seen.add(readFileSync('/proc/' + pid + '/cmdline', 'latin1').replaceAll('\\0', ' ')); } catch {}
  }
  if (seen.size > before) writeFileSync('/run/arguments', [...seen].join('\\n'));
}, 20);
`;

describe('the passwords of manifests/all-in-one.ts', () => {
  let host: LabHost;
  before(async () => {
    host = await bootSystemdHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(
      ['sh', '-c', 'cat > /run/watcher.cjs; setsid node /run/watcher.cjs </dev/null >/dev/null 2>&1 &'],
      {
        input: watcher,
      },
    );
  });
  after(() => host?.stop());

  /** All that a command prints; the passwords come from a file, because the lab's own arguments can be seen as well. */
  async function printed(
    passwords: Readonly<Record<string, string>>,
    ...words: readonly string[]
  ): Promise<string> {
    const quoted = Object.entries(passwords).map(
      ([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`,
    );
    await host.must(['sh', '-c', 'umask 077; cat > /root/passwords'], { input: quoted.join('') });
    const { stdout, stderr, status } = await host.run(
      [
        'sh',
        '-c',
        '. /root/passwords; exec "$@"',
        'sh',
        'node',
        `${checkoutInHost}/dist/glance-apply.js`,
        ...words,
      ],
      { directory: checkoutInHost },
    );
    expect(status, stdout.slice(-2000) + stderr.slice(-2000)).to.equal(0);
    return stdout + stderr;
  }

  /** Fails with the name of the password and of the form in which it stands somewhere, and shows neither. */
  function expectNone(where: string, text: string): void {
    const found = [first, second].flatMap((passwords) =>
      Object.entries(passwords).flatMap(([name, password]) =>
        [...formsOf(password)].flatMap(([form, encoded]) =>
          text.includes(encoded) ? [`${name}: ${form}`] : [],
        ),
      ),
    );
    expect([...new Set(found)], where).to.deep.equal([]);
  }

  const manifest = 'manifests/all-in-one.ts';
  for (const [what, passwords] of [
    ['a bare host', first],
    ['a host where they are replaced', second],
  ] as const) {
    it(`are printed by no plan and no run on ${what}`, async () => {
      expectNone('the plan', await printed(passwords, 'plan', manifest));
      expectNone('the events of the plan', await printed(passwords, 'plan', manifest, '--json'));
      expectNone('the run', await printed(passwords, 'apply', manifest, '--json'));
      expectNone('a second run', await printed(passwords, 'apply', manifest));
    });
  }

  it('are printed by no other command', async () => {
    for (const format of ['json', 'dot', 'html'])
      expectNone(`the catalog as ${format}`, await printed(second, 'catalog', manifest, '--format', format));
    expectNone('the check', await printed(second, 'check', manifest));
    for (const type of [
      'glance_api_config',
      'keystone_config',
      'user',
      'rabbitmq_user',
      'mysql_user',
      'keystone_user',
    ])
      expectNone(`what the host has of ${type}`, await printed(second, 'inspect', type));
    const settings = [
      'Glance_api_config[database/connection]',
      'File[/root/.my.cnf]',
      'Rabbitmq_user[openstack]',
    ];
    for (const setting of settings)
      expectNone(`the explanation of ${setting}`, await printed(second, 'explain', manifest, setting));
  });

  it('are in no file of the state directory: no backup, report, journal or ledger', async () => {
    const files = await host.must(['sh', '-c', 'cd /var/lib/glance-apply && find . -type f | sort']);
    expect(files).to.contain('./report.json').and.to.contain('./backups/');
    expectNone(
      'the state directory',
      await host.must(['sh', '-c', 'cat $(find /var/lib/glance-apply -type f)']),
    );
  });

  it('were never among the arguments of a process', async () => {
    const seen = await host.must(['cat', '/run/arguments']);
    expect(seen).to.contain('glance-apply.js apply').and.to.contain('rabbitmq');
    expectNone('arguments', seen);
  });
});
