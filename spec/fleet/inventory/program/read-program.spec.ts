import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readInventory } from '../../../../src/fleet/inventory/index.js';
import {
  diagnosticsOf,
  hostOf,
  describe as line,
  readFiles,
  refusalsOf,
  removeFiles,
  writeFiles,
} from '../written-inventory.js';

const run = (script: string, programTimeout?: number) =>
  readFiles({ program: `#!/bin/sh\n${script}\n` }, { programs: 'execute', programTimeout });
const print = (json: unknown) => run(`cat <<'E'\n${JSON.stringify(json)}\nE`);

/** The only problem, without the folder of the program. */
async function refusalOf(work: () => unknown): Promise<string> {
  const [refused = '', ...others] = await refusalsOf(work);
  expect(others).to.deep.equal([]);
  return refused.replace(/\S*\/(?=program --)/, '');
}

describe('an inventory program', () => {
  afterEach(removeFiles);

  it('prints groups, and the variables of hosts', async () => {
    const inventory = await print({
      web: { hosts: ['h1', 'h2'], vars: { x: 1, ansible_password: 'geheim' }, children: ['eu'] },
      eu: ['h3'],
      _meta: { hostvars: { h1: { y: [1.5, null, '010'] }, h3: {} } },
    });
    expect([...inventory.hosts.keys()]).to.deep.equal(['h1', 'h2', 'h3']);
    const { groups, variables } = hostOf(inventory, 'h1');
    expect(groups).to.deep.equal(['web']);
    expect(variables.get('y')).to.deep.equal([1.5, null, '010']);
    expect(String(variables.get('ansible_password'))).to.equal('[redacted]');
    expect(hostOf(inventory, 'h3').variables.get('x')).to.equal(1);
  });

  it('is called for each host if it does not print the variables of hosts', async () => {
    const inventory = await run(
      `case $1 in --list) echo '{"all": ["h1", "h2", "h3"]}';; --host) test $2 = h3 || echo '{"name": "'$2'"}';; esac`,
    );
    expect(hostOf(inventory, 'h2').variables.get('name')).to.equal('h2');
    expect(hostOf(inventory, 'h3').variables.names).to.deep.equal([]);
  });

  it('has the environment and the directory of the command, and no input', async () => {
    process.env.GLANCE_APPLY_SPEC = 'a b';
    try {
      const inventory = await run(
        `read x; printf '{"all": {"hosts": ["h1"], "vars": {"e": "%s", "d": "%s", "x": "%s"}}, "_meta": {"hostvars": {}}}' "$GLANCE_APPLY_SPEC" "$PWD" "$x"`,
      );
      const { variables } = hostOf(inventory, 'h1');
      expect(['e', 'd', 'x'].map((name) => variables.get(name))).to.deep.equal(['a b', process.cwd(), '']);
    } finally {
      delete process.env.GLANCE_APPLY_SPEC;
    }
  });

  it('is not executed unless that is allowed, whatever its permissions', async () => {
    const folder = writeFiles({ program: '#!/bin/sh\ntouch "$0.ran"\n' });
    const path = join(folder, 'program');
    expect(await refusalOf(() => readInventory([path], { trust: 'any' }))).to.equal(
      'program:1: this inventory is a program, and programs are not executed',
    );
    expect(existsSync(`${path}.ran`)).to.equal(false);
  });

  it('is refused with its messages and its status if it fails', async () => {
    expect(await refusalOf(() => run('echo "no credentials" >&2; exit 3'))).to.equal(
      'program:1: program --list ended with status 3: no credentials',
    );
    expect(await refusalOf(() => run('kill -9 $$'))).to.equal(
      'program:1: program --list was ended by SIGKILL',
    );
    expect(await refusalOf(() => run('test $1 = --list || exit 4; echo \'{"all": ["h1"]}\''))).to.equal(
      'program:1: program --host h1 ended with status 4',
    );
    expect(
      await refusalOf(() => readFiles({ program: '#!/nonexistent\n' }, { programs: 'execute' })),
    ).to.match(/program --list could not be started/);
  });

  it('is ended with what it started if it hangs', async () => {
    const started = performance.now();
    expect(await refusalOf(() => run('sleep 1000 & sleep 1000', 0.3))).to.equal(
      'program:1: program --list did not end within 0.3 s and was stopped',
    );
    expect(performance.now() - started).to.be.below(20_000);
  });

  it('is refused for output that is not JSON, without quoting it', async () => {
    expect(await refusalOf(() => run('echo password=geheim; echo warning >&2'))).to.match(
      /^program:1: program --list did not print JSON: (?!.*geheim).*: warning$/,
    );
    expect(await refusalOf(() => run(':'))).to.equal('program:1: program --list printed nothing');
    expect(await refusalOf(() => run('echo "[]"'))).to.include('printed JSON that is not a hash of groups');
    expect(await refusalOf(() => run('head -c 5000 /dev/zero | tr "\\0" "["'))).to.include('nested deeper');
  });

  it('is refused for output that never ends, in limited memory', async function () {
    this.timeout(60_000);
    expect(await refusalOf(() => run('exec yes', 1))).to.include('did not end within 1 s');
    expect(await refusalOf(() => run('head -c 17000000 /dev/zero | tr "\\0" " "'))).to.include(
      'more than 16 MiB',
    );
  });

  it('is refused for JSON in another form', async () => {
    const refused = await diagnosticsOf(() =>
      print({
        a: { hosts: { h1: {} } },
        b: { vars: [] },
        c: { children: 'd' },
        d: { x: 1 },
        e: { hosts: [], host: [] },
        f: { hosts: [5, ''], vars: { n: 12345678901234567000 } },
        '': [],
        _meta: { hostvars: [] },
      }),
    );
    expect(
      refused.map(({ message }) => message.replace('the program printed JSON in another form: ', '')),
    ).to.deep.equal([
      'the hosts of the group a are not a list of names',
      'the vars of the group b are not a hash',
      'the children of the group c are not a list of names',
      'the group d has none of hosts, vars and children',
      "the group e has the unknown key 'host'",
      'the hosts of the group f are not a list of names',
      '12345678901234567000 is too large to be represented exactly',
      'a group has an empty name',
      '_meta.hostvars is not a hash of hosts',
    ]);
  });

  it('causes a warning for variables of hosts in no group', async () => {
    const { warnings } = await print({ a: ['h1'], _meta: { hostvars: { h1: {}, h2: {}, h3: {} } } });
    expect(warnings.map(line)).to.deep.equal(['program:1: _meta.hostvars has h2 and 1 more in no group']);
  });

  it('must be executable', async () => {
    const folder = writeFiles({ program: '\n' });
    const path = join(folder, 'script');
    writeFileSync(path, '#!/bin/sh\n', { mode: 0o644 });
    expect(
      await refusalsOf(() => readInventory([path], { trust: 'any', programs: 'execute' })),
    ).to.deep.equal(['script:1: this inventory begins with #! like a program, and is not executable']);
  });
});
