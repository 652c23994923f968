import { chmod } from 'node:fs/promises';
import { expect } from 'chai';
import { generateManifest } from '../../../src/cli/generate-manifest.js';
import type { State } from '../../../src/engine/provider.js';
import {
  GlanceApiConfig,
  GlanceApiPasteIni,
  GlanceSwiftConfig,
  KeystoneConfig,
  KeystoneRole,
  RabbitmqBinding,
  RabbitmqParameter,
} from '../../../src/resources/index.js';
import { CommandLine } from '../command-line.js';

describe('inspect', () => {
  let command: CommandLine;

  before(async () => {
    command = await CommandLine.open();
  });

  after(() => command.close());

  it('prints the observed state as a manifest that compiles and changes nothing', async () => {
    const file = await command.write("it's a file", '');
    await chmod(file, 0o640);
    const { status, stdout } = await command.call('inspect', 'File', file);
    expect(status).to.equal(0);
    expect(stdout)
      .to.include(`new File(site, '${file.replace("'", "\\'")}', {\n    ensure: 'file',`)
      .and.to.include(`mode: '0640'`);
    const site = await command.write('inspected.ts', stdout);
    expect(await command.call('check', site, '--time-limit', '0')).to.include({ status: 0, stderr: '' });
    expect((await command.call('plan', site, '--time-limit', '0')).stdout).to.match(/^plan: 1 unchanged/);
  });

  it('escapes characters that a terminal or a reader could misinterpret', () => {
    const value = JSON.parse('{"__proto__": "a\\u202eb\\u009b"}');
    const code = generateManifest(
      RabbitmqParameter.definition as never,
      new Map([['a@/', { value } as State]]),
    );
    expect(code).to.contain("value: { ['__proto__']: 'a\\u202eb\\u009b' }");
  });

  it('reports that a resource is absent', async () => {
    expect((await command.call('inspect', 'file', '/no/such/file')).stdout).to.include(`ensure: 'absent'`);
  });

  it('reads secrets from the environment and never prints them', () => {
    const states = new Map([
      ['DEFAULT/debug', { ensure: 'present', value: ['true'] }],
      ['keystone_authtoken/password', { ensure: 'present', value: ['hunter2'] }],
      ['database/connection', { ensure: 'present', value: ['mysql://glance:hunter2@db/glance'] }],
    ]);
    const code = generateManifest(GlanceApiConfig.definition as never, states);
    expect(code)
      .to.include(`value: 'true'`)
      .and.to.include(`value: secret.env('KEYSTONE_AUTHTOKEN_PASSWORD')`);
    expect(code).to.include(`import { manifest, secret, GlanceApiConfig } from 'glance-apply';`);
    expect(code).not.to.include('hunter2');
  });

  it('recognizes a secret setting by its name, whatever its section', () => {
    const set = (title: string) => [title, { ensure: 'present', value: ['kept'] }] as const;
    const shown = ['keystone_authtoken/auth_type', 'token/expiration', 'credential/key_repository'];
    const hidden = ['token/secret', 'keystone_authtoken/password', 'ref1/key', 'store/DEFAULT/rbd_key'];
    for (const { definition } of [GlanceApiConfig, GlanceSwiftConfig, KeystoneConfig, GlanceApiPasteIni]) {
      const code = generateManifest(definition as never, new Map([...shown, ...hidden].map(set)));
      expect(code.match(/'kept'/g)).to.have.length(shown.length);
      expect(code.match(/secret\.env/g)).to.have.length(hidden.length);
      expect(code).to.include(
        `site, 'ref1/key', {\n    ensure: 'present',\n    value: secret.env('REF1_KEY')`,
      );
    }
  });

  it('redacts secrets deep in a hash, and passwords in addresses', () => {
    const value = {
      'src-uri': ['amqp://u:hunter2@a', 'amqp://b'],
      ttl: 5,
      'delete-after': 'never',
      secret: 'x',
    };
    const states = new Map([['s@/', { ensure: 'present', component_name: 'shovel', value }]]);
    expect(generateManifest(RabbitmqParameter.definition as never, states)).to.include(
      `value: { 'src-uri': [secret.env('S_SRC_URI_1'), 'amqp://b'], ttl: 5, 'delete-after': 'never', secret: secret.env('S_SECRET') }`,
    );
  });

  it('prints what the title and the defaults do not determine, and lists in hashes as lists', () => {
    const state = {
      ensure: 'present',
      ...{ source: 'e', destination: 'q', vhost: 'v', routing_key: 'a', destination_type: 'queue' },
      arguments: { list: [5] },
    };
    expect(
      generateManifest(
        RabbitmqBinding.definition as never,
        new Map([
          ['e@q@v', state],
          ['another', { ...state, arguments: {} }],
        ] as [string, State][]),
      ),
    )
      .to.include(
        `'e@q@v', {\n    ensure: 'present',\n    routing_key: 'a',\n    arguments: { list: [5] },\n  });`,
      )
      .and.to.include(
        `'another', {\n    ensure: 'present',\n    source: 'e',\n    destination: 'q',\n    vhost: 'v',\n    routing_key: 'a',\n  });`,
      );
    expect(
      generateManifest(
        KeystoneRole.definition as never,
        new Map([['admin', { ensure: 'present', id: 'f00' }]]),
      ),
    ).not.to.include('f00');
  });

  it('refuses unknown types, and types that cannot be listed', async () => {
    expect((await command.call('inspect', 'fil')).stderr).to.include(`hint: did you mean 'file'?`);
    expect(await command.call('inspect', 'exec')).to.include({ status: 1 });
  });
});
