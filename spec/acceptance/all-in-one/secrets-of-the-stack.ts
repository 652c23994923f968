import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { bootSystemdHost } from '../lab/systemd-host.js';
import { first, passwordsIn, printed, second, watch } from './stack-passwords.js';

describe('the passwords of manifests/all-in-one.ts', () => {
  let host: LabHost;
  before(async () => {
    host = await bootSystemdHost({ [checkoutInHost]: await builtCheckout() });
    await watch(host);
  });
  after(() => host?.stop());

  const print = (passwords: typeof first, ...words: readonly string[]) => printed(host, passwords, words);

  /** Fails with the name of the password and of the form in which it stands somewhere, and shows neither. */
  function expectNone(where: string, text: string): void {
    expect(passwordsIn(text), where).to.deep.equal([]);
  }

  const manifest = 'manifests/all-in-one.ts';
  for (const [what, passwords] of [
    ['a bare host', first],
    ['a host where they are replaced', second],
  ] as const) {
    it(`are printed by no plan and no run on ${what}`, async () => {
      expectNone('the plan', await print(passwords, 'plan', manifest));
      expectNone('the events of the plan', await print(passwords, 'plan', manifest, '--json'));
      expectNone('the run', await print(passwords, 'apply', manifest, '--json'));
      expectNone('a second run', await print(passwords, 'apply', manifest));
    });
  }

  it('are printed by no other command', async () => {
    for (const format of ['json', 'dot', 'html'])
      expectNone(`the catalog as ${format}`, await print(second, 'catalog', manifest, '--format', format));
    expectNone('the check', await print(second, 'check', manifest));
    for (const type of [
      'glance_api_config',
      'keystone_config',
      'user',
      'rabbitmq_user',
      'mysql_user',
      'keystone_user',
    ])
      expectNone(`what the host has of ${type}`, await print(second, 'inspect', type));
    const settings = [
      'Glance_api_config[database/connection]',
      'File[/root/.my.cnf]',
      'Rabbitmq_user[openstack]',
    ];
    for (const setting of settings)
      expectNone(`the explanation of ${setting}`, await print(second, 'explain', manifest, setting));
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
