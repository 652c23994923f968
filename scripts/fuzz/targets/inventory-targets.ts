import type { Inventory } from '../../../src/fleet/inventory/index.js';
import { readIni } from '../../../src/fleet/inventory/ini/read-ini.js';
import { readPythonLiteral } from '../../../src/fleet/inventory/ini/read-python-literal.js';
import { buildInventory } from '../../../src/fleet/inventory/model/build-inventory.js';
import { finishModel } from '../../../src/fleet/inventory/model/finish-model.js';
import { InventoryModel } from '../../../src/fleet/inventory/model/inventory-model.js';
import { expandHostPattern } from '../../../src/fleet/inventory/names/expand-host-pattern.js';
import { selectHosts } from '../../../src/fleet/inventory/patterns/select-hosts.js';
import { Problems } from '../../../src/fleet/inventory/problems.js';
import { applyProgramOutput } from '../../../src/fleet/inventory/program/apply-program-output.js';
import { parseProgramOutput } from '../../../src/fleet/inventory/program/parse-program-output.js';
import { EncryptedValue } from '../../../src/fleet/inventory/variables/encrypted-value.js';
import { Vault } from '../../../src/fleet/inventory/vault/vault.js';
import { readYaml } from '../../../src/fleet/inventory/yaml/read-yaml.js';
import { readYamlInventory } from '../../../src/fleet/inventory/yaml/read-yaml-inventory.js';
import { Secret } from '../../../src/secrets/secret.js';
import { jsonTarget, type Target, textTarget } from './target.js';

const vault = new Vault([new Secret('password')]);

/** Fills a model, and evaluates all variables of the inventory that it becomes. */
async function build(fill: (model: InventoryModel) => Promise<void> | void): Promise<Inventory> {
  const model = new InventoryModel(new Problems());
  await fill(model);
  const depths = finishModel(model);
  const inventory = buildInventory(model, {
    depths,
    beside: [],
    besideManifest: undefined,
    vault,
    files: [],
  });
  for (const { variables } of inventory.hosts.values())
    for (const name of variables.names) variables.get(name);
  return inventory;
}

const ini = `[web]
web[01:03].example.com a=5 b="[1, {'c': None}]" # comment
db:2222 ansible_password='a#b'
[prod:children]
web
[prod:vars]
ansible_group_priority=5
x = True # c
`;

const yaml = `all:
  hosts: {h1: &a {x: 010, y: [yes, 12:30, 2001-12-14]}, "h[2:3]:22": {<<: *a}}
  children:
    web: {vars: {z: !unsafe "{{ x }}"}}
`;

const output = {
  web: { hosts: ['h1', 'h2'], vars: { x: [1.5, null, { y: true }] }, children: ['eu'] },
  eu: ['h3'],
  _meta: { hostvars: { h1: { a: { __ansible_unsafe: '{{ x }}' } }, h3: {} } },
};

/** Inventories, what their programs print, and patterns. */
export const inventoryTargets: readonly Target[] = [
  textTarget('inventory in INI', [ini], (text) => build((model) => readIni(text, 'hosts', model))),
  textTarget('inventory in YAML', [yaml], (text) =>
    build(async (model) => readYamlInventory(await readYaml(text, 'hosts', model.problems), 'hosts', model)),
  ),
  jsonTarget('inventory of a program', [output], (text) =>
    build((model) => {
      const parsed = parseProgramOutput(text);
      if (typeof parsed !== 'string') applyProgramOutput(parsed, 'hosts', model);
    }),
  ),
  textTarget(
    'value in INI',
    ['[1, \'a\', {"b": None}]', "r'\\n' 'x'", '-1_000.5e3', '(1,)'],
    readPythonLiteral,
  ),
  textTarget('entry of hosts', ['web[01:10:3]-[a:f].example.com:22', '[2001:db8::1]:22'], expandHostPattern),
  textTarget('pattern of hosts', ['web*[0:2],!~db[0-9]{1,3}', 'all:&prod:!web[-1]'], async (text) =>
    // Files are not a part of it.
    selectHosts(await build((model) => readIni(ini, 'hosts', model)), text.replaceAll('@', '')),
  ),
  textTarget('vault', ['$ANSIBLE_VAULT;1.1;AES256\n3132333435360a61620a6364\n'], (text) =>
    new Vault([]).decrypt(new EncryptedValue(text)),
  ),
];
