import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parse } from 'yaml';
import type { Catalog, Scope } from '../../src/catalog/index.js';
import type { Facts } from '../../src/data/facts.js';
import {
  apt,
  chrony,
  glance,
  memcached,
  mysql,
  network,
  openstack_extras,
  openstacklib,
  rabbitmq,
} from '../../src/index.js';
import { RabbitmqErlangCookie } from '../../src/resources/index.js';
import { parseOpenrc } from '../../src/resources/openstack/credentials/openrc.js';
import { reveal, secret } from '../../src/secrets/secret.js';
import { apiSetting, centos, debian, nodeOf, refusalOf, said } from './glance/node.js';

/** A text that would be a command, the end of a line, of a quotation and of a comment, if it were let. */
const hostile = "x\"; touch /tmp/canary; $(touch /tmp/canary) `touch /tmp/canary` 'y' #\\\n: %d $HOME";
const hostileLine = hostile.replace('\n', ' ');

const here = fileURLToPath(import.meta.url);
const lines = readFileSync(here, 'utf8').split('\n');

function content(catalog: Catalog, path: string): string {
  return String(reveal(catalog.find('file', path)?.desired.content));
}

/** Runs a script in a real shell that finds no program; gives its status and what it prints. */
function shell(script: string, ...words: string[]): readonly [status: number | null, output: string] {
  const { status, stdout } = spawnSync('/bin/sh', ['-s', ...words], {
    input: script,
    encoding: 'utf8',
    env: { PATH: '/nonexistent' },
  });
  return [status, stdout];
}

describe('values that another program could execute as code', () => {
  it('remain values in the script that prevents the start of services', async () => {
    const catalog = await nodeOf((site) => new openstacklib.Policyrcd(site, { services: ['ok', hostile] }));
    const written = content(catalog, '/usr/sbin/policy-rc.d');
    expect(written).to.contain('if [ "$1" == "ok" ]\n');
    // Bash compares with two signs, and a POSIX shell with one.
    const script = written.replaceAll('"$1" ==', '"$1" =');
    const statuses = ['ok', hostile, 'other'].map((service) => shell(script, service)[0]);
    expect(statuses).to.deep.equal([101, 101, 0]);
  });

  it("remain values in the broker's environment, with or without quotes", async () => {
    const environment_variables = {
      A: hostile,
      B: '"in quotes"',
      C: "'in quotes'",
      D: '"$(touch /x)"',
      E: 'plain',
    };
    const catalog = await nodeOf((site) => new rabbitmq.Rabbitmq(site, { environment_variables }));
    const written = content(catalog, '/etc/rabbitmq/rabbitmq-env.conf');
    expect(written).to.contain('\nB="in quotes"\n').and.to.contain('\nE=plain\n');
    expect(shell(`${written}\nprintf '%s|' "$A" "$B" "$C" "$D"`)[1]).to.equal(
      `${hostile}|in quotes|in quotes|"$(touch /x)"|`,
    );
  });

  it('remain values in a file for `source`, which reads them back', async () => {
    const catalog = await nodeOf(
      (site) =>
        new openstack_extras.AuthFile(site, '/root/openrc', { password: hostile, username: "o'neill" }),
    );
    const written = content(catalog, '/root/openrc');
    expect(shell(`${written}\nprintf '%s|' "$OS_PASSWORD" "$OS_USERNAME"`)[1]).to.equal(
      `${hostile}|o'neill|`,
    );
    expect(parseOpenrc(written)).to.include({ password: hostile, username: "o'neill" });
  });

  it('remain values in the clouds file', async () => {
    for (const password of [hostile, '@begins with a sign', 'yes', '0123', 'a\n    username: root']) {
      const catalog = await nodeOf(
        (site) =>
          new openstacklib.Clouds(site, '/etc/clouds.yaml', {
            password: secret(password),
            username: 'admin',
            auth_url: 'http://127.0.0.1:5000',
            project_name: 'admin',
          }),
      );
      const { auth } = parse(content(catalog, '/etc/clouds.yaml'), { version: '1.1' }).clouds.project;
      expect(auth).to.include({ password, username: 'admin' });
      expect(catalog.find('file', '/etc/clouds.yaml')?.secrets.has('content')).to.equal(true);
    }
  });

  it("remain values in the file of a network interface, which root's scripts source", async () => {
    const catalog = await nodeOf(
      (site) => new network.Interface(site, 'eth0', { options: { MTU: hostileLine }, ipaddress: '10.0.0.1' }),
      'zed',
      centos,
    );
    const path = '/etc/sysconfig/network-scripts/ifcfg-eth0';
    const variables = catalog.resources.flatMap(({ type, desired }) =>
      type === 'ini_setting' ? [`${desired.setting}=${desired.value}\n`] : [],
    );
    expect(variables).to.include('IPADDR=10.0.0.1\n').and.to.include('ONBOOT=yes\n');
    expect(catalog.find('ini_setting', `${path} MTU`)?.desired.path).to.equal(path);
    expect(shell(`${variables.join('')}\nprintf '%s' "$MTU"`)[1]).to.equal(hostileLine);
  });

  it('remain values in the rules of a policy', async () => {
    const rules = { get_images: "role:a'b", 'a.b|c': 'x\ny: !', plain: 'role:reader' };
    const policies = Object.fromEntries(Object.entries(rules).map(([key, value]) => [key, { key, value }]));
    const path = '/etc/glance/policy.yaml';
    const catalog = await nodeOf(
      (site) => new openstacklib.Policy(site, path, { policies, file_format: 'yaml' }),
    );
    const written = Object.keys(rules).map((key) => said(catalog, 'file_line', `${path}-${key}`) ?? {});
    expect(parse(written.map(({ line }) => `${line}\n`).join(''))).to.deep.equal(rules);
    for (const { line, match } of written) expect(String(line)).to.match(new RegExp(String(match)));
    expect(written[1]?.match).not.to.equal(undefined);
    expect('axb|c: old').not.to.match(new RegExp(String(written[1]?.match)));
    expect(written[2]).to.include({
      line: "'plain': 'role:reader'",
      match: '^[\'"]?plain(?!:)[\'"]?\\s*:.+',
    });
  });

  it('remain values in the command of a cron job, in which percent signs are special', async () => {
    const catalog = await nodeOf(
      (site) => new glance.cron.DbPurge(site, { destination: '/var/log/a b%;reboot.log' }),
    );
    expect(said(catalog, 'cron', 'glance-manage db purge')?.command).to.match(
      />>'\/var\/log\/a b\\%;reboot\.log' 2>&1$/,
    );
  });

  it('remain values if a database or a file of statements has the name of an option', async () => {
    const catalog = await nodeOf(
      (site) =>
        new mysql.Db(site, 'x', {
          dbname: '-e x',
          user: 'u',
          password: secret('p'),
          sql: ['/a b.sql', '-n'],
        }),
    );
    expect(catalog.find('exec', '-e x-import')?.desired.command).to.equal(
      "cat '/a b.sql' ./-n | mysql '--database=-e x'",
    );
  });

  it('remain values in glance-api.conf, in which a dollar sign refers to another option', async () => {
    const catalog = await nodeOf(
      (site) => new glance.api.Authtoken(site, { password: secret("'p$debug%'") }),
    );
    expect(apiSetting(catalog, 'keystone_authtoken/password')).to.equal('"\'p$$debug%\'"');
  });
});

type Attack = readonly [what: string, body: (site: Scope) => unknown, message: RegExp, facts?: Facts];

const clouds = { password: 'p', auth_url: 'http://x', project_name: 'p' } as const;
const source = { location: 'http://x', release: 'bookworm' } as const;

const attacks: readonly Attack[] = [
  [
    'a NUL character in a password for the shell',
    (site) => new openstack_extras.AuthFile(site, '/root/openrc', { username: 'u', password: 'a\0b' }),
    /password.*NUL/,
  ],
  [
    'half a surrogate pair in a YAML file',
    (site) => new openstacklib.Clouds(site, '/c.yaml', { ...clouds, username: '\ud800' }),
    /username.*surrogate/,
  ],
  [
    'a source of packages that leads out of its directory',
    (site) => new apt.Source(site, '../../cron.d/x', source),
    /cannot be the name/,
  ],
  [
    'a line break in the keyring of a source',
    (site) => new apt.Source(site, 'x', { ...source, keyring: '/k\nTrusted: yes' }),
    /keyring/,
  ],
  [
    'a blank in the suite of a source',
    (site) => new apt.Source(site, 'x', { ...source, release: 'a\tb' }),
    /release/,
  ],
  [
    'a line break in the name of an option of MySQL',
    (site) => new mysql.Server(site, { override_options: { mysqld: { 'a\ninit-file': 1 } } }),
    /override_options.*name of an option/,
  ],
  [
    'a group of options of MySQL that ends early',
    (site) => new mysql.Server(site, { override_options: { 'a]\n[client': {} } }),
    /override_options.*group/,
  ],
  [
    'a value of MySQL that is read as two lines',
    (site) => new mysql.Server(site, { override_options: { mysqld: { a: 'x'.repeat(5000) } } }),
    /override_options.*4000 bytes/,
  ],
  [
    'a secret in a file of MySQL that every user may read',
    (site) => new mysql.Server(site, { override_options: { client: { password: secret('p') } } }),
    /override_options.*secret/,
  ],
  [
    "a variable of the broker's that is more than one",
    (site) => new rabbitmq.Rabbitmq(site, { environment_variables: { 'A=1\nB': 'x' } }),
    /Class\[Rabbitmq\]: environment_variables.*name for a shell variable/,
  ],
  [
    "a term of the broker's that ends the list",
    (site) => new rabbitmq.Rabbitmq(site, { config_variables: { a: 'true}, {loopback_users, []' } }),
    /config_variables.*one Erlang term/,
  ],
  [
    "a local user of the broker's with a line break",
    (site) => new rabbitmq.Rabbitmq(site, { loopback_users: ['a\nb'] }),
    /loopback_users.*name of a setting/,
  ],
  [
    "a service of the broker's that leads out of its directory",
    (site) => new rabbitmq.Rabbitmq(site, { service_name: '../x', file_limit: '5' }),
    /service_name/,
  ],
  [
    'an option in place of the service to stop',
    (site) => new RabbitmqErlangCookie(site, '/c', { content: 'a', service_name: '--status-all' }),
    /service_name/,
  ],
  [
    'an interface that leads out of its directory',
    (site) => new network.Interface(site, '../../cron.d/x'),
    /name of an interface/,
    centos,
  ],
  [
    'a variable of an interface that is more than one',
    (site) => new network.Interface(site, 'eth0', { options: { 'A=1;B': 'x' } }),
    /name of a variable/,
    centos,
  ],
  [
    'a line break in a variable of an interface',
    (site) => new network.Interface(site, 'eth0', { options: { A: 'x\ny' } }),
    /options.*line break/,
    centos,
  ],
  [
    'a time server with a line break',
    (site) => new chrony.Client(site, { servers: ['a iburst\rallow'] }),
    /servers/,
  ],
  [
    'an address of memcached that is a command',
    (site) => new memcached.Server(site, { listen: ['$(reboot)'] }),
    /listen/,
  ],
  ['a user of memcached with a quote', (site) => new memcached.Server(site, { user: 'a"b' }), /user/],
  [
    "a line break in a job's file",
    (site) => new glance.cron.DbPurge(site, { destination: '/a\n* * * * * reboot' }),
    /destination.*line break/,
  ],
  [
    'a line break in a password of oslo.config',
    (site) => new glance.api.Authtoken(site, { password: 'a\nb' }),
    /password.*line break/,
  ],
  [
    'a line break in a password of Swift',
    (site) => new glance.backend.Swift(site, { swift_store_user: 'u', swift_store_key: 'a\nb' }),
    /line break/,
  ],
  [
    'a policy whose rule has half a surrogate pair',
    (site) =>
      new openstacklib.Policy(site, '/p.yaml', {
        file_format: 'yaml',
        policies: { a: { key: 'a', value: '\ud800' } },
      }),
    /value.*surrogate/,
  ],
];

describe('values that a format cannot represent are refused where they are declared:', () => {
  for (const [what, body, message, facts = debian] of attacks) {
    it(what, async () => {
      const diagnostics = await refusalOf(body, 'zed', facts);
      const found = diagnostics.find((one) => message.test(one.message));
      expect(found, diagnostics.map((one) => one.message).join('\n')).not.to.equal(undefined);
      expect(found?.location?.file).to.equal(here);
      // The value stands within a few lines of its name above.
      const line = lines.findIndex((one) => one.includes(what)) + 1;
      expect(found?.location?.line).to.be.within(line, line + 12);
      expect(found?.location?.column).to.be.a('number');
    });
  }
});
