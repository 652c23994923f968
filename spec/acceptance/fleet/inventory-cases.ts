import { type InventoryCase, ini, refusedIni, refusedYaml, yaml } from './inventory-case.js';

/** Values of variables on the line of a host, after the shell-like reading of quotes. */
const hostValues = [
  ...['5', '"5"', `'"5"'`, '0o10', '0x1F', '0b11', '1_000', '1e3', '1.5', '1.', '.5', '-5', '+5', '--5', '-0', '-0.0', '010'],
  ...['00', '0_0', '1__0', '56L', '09.5', '09', '1j0', 'None', 'True', 'False', 'true', 'false', 'yes', 'no', 'null', 'on'],
  ...['"[1, 2]"', '[1,2]', '"[1, \'a\']"', `"{'a': 1}"`, `"{2: 'a', True: None}"`, '"(1, 2)"', '"(1)"', '"()"', '1,2', '1,', 'a,b'],
  ...['"[1, [2, [3]]]"', '"[1, 2"', '"[a, b]"', `"'a' 'b'"`, `"['a' 'b', 'c']"`, `"r'\\\\n'"`, `"u'x'"`, `"b'x'"`, `"f'x'"`],
  ...[String.raw`"'a\\nb'"`, String.raw`"'\\x41\\u00e9\\101\\q'"`, String.raw`"'''a'b'''"`, "\"'a\"", '::1', '2001:db8::1', '10.0.0.1'],
  ...['2020-01-01', '2020-1-1', '12:30', '1-2', '1+2', '1*2', 'a=b', '==', '', '""', '"a b"', "'a b'", String.raw`a\ b`, 'a"b"c'],
  ...[String.raw`a\\b`, String.raw`"a\"b"`, String.raw`"a\$b"`, String.raw`'a\b'`, 'é', '"é è"', '$HOME', '`id`', '%(x)s', '~', '*', '"# x"'],
  ...["'[1, 2] # c'", '"True # c"', '"1 # c"', '"x # c"', '1e400', '1E-3', '1_0.0_1e1_0', '"  5"', '"5  "', '"not True"', 'lambda', '"1 if 1 else 2"'],
];

/** Values of variables in a section [group:vars], where nothing is unquoted. */
const sectionValues = [
  ...['5', '"5"', "'a b'", 'a b c', 'True # c', '/a/b # c', '# c', "'x' # c", "'x'y", '[1, 2] # c', 'a=b', 'x; y', '"unclosed'],
  ...["it's", 'a\\tb', "'a\\tb'", '1,2,3', '{"a": [1, {"b": None}]}', '{}', '[]', '[1,]', '[,]', '(1,)', '{1: 2', "{'a': 1,}", '1 2'],
  ...['-1', '- 1', '1 # 2', '#', "''", '""', "'''x'''", '0777', '1_000_000', '10.0', '2024.1', 'None', '...x', 'u"x"', 'R"\\n"'],
];

/** Plain scalars of YAML. */
const scalars = [
  ...['010', '0o10', '0x1F', '0b11', '1_000', '1e3', '1.0e3', '1.0e+3', '1.5', '1.', '.5', '-.5', '+5', '-5', '0', '-0', '08', '09'],
  ...['1.10', '12:30', '22:22', '12:30:45', '1:60', '190:20:30.15', '-1:30', 'yes', 'no', 'on', 'off', 'Yes', 'YES', 'yEs', 'y', 'n'],
  ...['true', 'True', 'TRUE', 'tRue', 'false', 'null', 'Null', '~', '', 'none', 'None', '2001-12-14', '2001-1-1', '2001-12-14 21:59:43'],
  ...['2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.1 -5', '2001-12-14T21:59:43Z', '2001-12-14 21:59', '.inf', '-.INF', '.nan'],
  ...['"5"', "'yes'", '!!str 5', '!!int "5"', '!!float 5', '!!bool "on"', '!!null x', '!!str', '1,000', '1_', '0_', '_1', '+.5', '1e+3'],
  ...['[1, yes, a]', '{a: 010, b: [x]}', '- x', '"a\\nb"', "'it''s'", '::1', 'a:b', 'a #b', 'a#b', '"a #b"', '.', '-', '+', '1-2', '0.0'],
  ...['!unsafe "{{ x }}"', '!unsafe 5', 'a: b', '"\\x41\\u00e9"', '0777', '0999', '1__0', '--1', '5L', '0b', '0xg', '123456789012'],
];

const numbered = (values: readonly string[], separator: string) =>
  values.map((value, index) => `v${index}${separator}${value}`);

const values: readonly InventoryCase[] = [
  ...numbered(hostValues, '=').map((variable) => ini(`the host variable ${variable}`, `h1 ${variable} w=1\n`)),
  ...numbered(sectionValues, '=').map((variable) =>
    ini(`the group variable ${variable}`, `[g]\nh1\n[g:vars]\n${variable}\nw=1\n`),
  ),
  ...numbered(scalars, ': ').map((variable) =>
    yaml(`the YAML variable ${variable}`, `all:\n  hosts:\n    h1:\n      ${variable}\n      w: 1\n`),
  ),
  ...['hosts', 'hosts.json'].map((name) => ({
    title: `JSON in ${name}`,
    files: { [name]: '{"all": {"hosts": {"h1": {"a": 1e3, "b": "010", "c": 010.5, "d": null}}}}'.replace('010.5', '1.0') },
  })),
];

const ranges: readonly InventoryCase[] = [
  ...[
    ...['[1:3]', '[01:10]', '[01:100]', '[1:010]', '[01:10:3]', '[:3]', '[1:]', '[3:3]', '[a:c]', '[a:c:2]', '[X:z]', '[aa:c]'],
    ...['[1:3]-[a:b]', '[1:2].[1:2].example.com', '[1:3', '1:3]', '[1]', '[1:2:3:4]', '[1:3:0]', '[a:3]', '[001:3]', '[00:02]', '[0:02]'],
    ...['[1:3]:2222', '[1:3]:', '', ':22', ':x', '.example.com:22', '[1:2]x:22', '-', '_', '[9:11]', '[09:11]'],
  ].map((range) => ini(`the host h${range}`, `h${range}\n`)),
  ...['::1', '2001:db8::1', '[2001:db8::1]:22', '10.0.0.1:22', '10.0.0.[1:3]', 'fe80::[1:3]', '2001:db8::[a:c]', 'ä.example.com:22', 'a@b:22'].map(
    (name) => ini(`the host ${name}`, `${name} x=1\n`),
  ),
  ...['h[1:3]:', '"h[01:02]:22":', '"10.0.0.1:22":', '? "::1"\n    :', '"h[1]":'].map((name) =>
    yaml(`the YAML host ${name}`, `all:\n  hosts:\n    ${name}\n`),
  ),
  refusedIni('a range that ends before it begins', 'inventory.host', 'h[3:1]\n'),
];

const sections: readonly InventoryCase[] = [
  ini('comments and blank lines', '# a\n; b\n\n  h1   # c\n[g] # d\nh2 x=1 # e\n[g:vars]\n; f\n y = 1 \n'),
  ini('a comment within a word', 'h1 p=a#b w=1\nh2 p="a#b" w=1\nh3 p=\'a b#c\'\nh4#x\n'),
  ini('lines that end with a carriage return', '[g]\r\nh1 a=1\r\n[g:vars]\r\nb=x\r\n'),
  ini('children before and after their declaration', '[a:children]\nb\nc\n[b]\nh1\n[c:children]\nd\n[d]\nh2\n', 'a', 'c', 'a:!d'),
  ini('a group that is only a child and variables', '[a:children]\nb\n[b:vars]\nx=1\n'),
  ini('variables of an unknown group', '[a:vars]\nx=1\n'),
  ini('variables before the group', '[a:vars]\nx=1\n[a]\nh1\n'),
  ini('an unknown child', '[a:children]\nb\n'),
  ini('an unknown type of section', '[a:hots]\nh1\n'),
  ini('spaces in a section', '[a b]\nh1\n'),
  ini('a section without a name', '[]\nh1\n'),
  ini('a loop', '[a:children]\nb\n[b:children]\na\n'),
  ini('a longer loop', '[a:children]\nb\n[b:children]\nc\n[c:children]\na\n'),
  ini('a group within itself', '[a:children]\na\n'),
  ini('a host with a word after it', 'h1 x\n'),
  ini('a quote that is not closed', 'h1 x="a\n'),
  ini('a backslash at the end', 'h1 x=a\\\n'),
  ini('a section without variables', '[a]\nh1\n[a:vars]\nx\n'),
  ini('variables with spaces around =', '[a]\nh1\n[a:vars]\nx = a b \ny=  1\nz  =2\n'),
  ini('a host variable with spaces around =', 'h1 x = 1\n'),
  ini('the same host in several groups', '[a]\nh1 x=1\n[b]\nh1 y=2\nh2\n[c]\nh1 x=3\n', 'a', 'b', 'a:&b', 'b:!a'),
  ini('explicit all and ungrouped', 'h0\n[all]\nh1\n[ungrouped]\nh2\n[g]\nh2\nh3\n[all:vars]\nx=1\n[ungrouped:vars]\ny=2\n', 'all', 'ungrouped'),
  ini('group names with signs', '[web-usa]\nh1\n[web.eu]\nh2\n[a/b]\nh3\n[ü]\nh4\n[web-usa:vars]\nx=1\n', 'web-usa', 'web.eu', 'web*', 'ü'),
  ini('a group without hosts', '[a]\n[b]\nh1\n', 'b:!a', 'b,a'),
  ini('an empty file', ''),
  ini('only comments', '# nothing\n'),
  ini('a host named like a YAML document', '---\n'),
  ini('a host with two ports that are equal', '[a]\nh1:22\n[b]\nh1:22\n'),
  ini('localhost', 'localhost x=1\nh1\n', 'localhost', '127.0.0.1', 'all', 'all:!localhost'),
  ini('implicit localhost', 'h1\n[all:vars]\nx=1\n', 'localhost', '127.0.0.1', '::1', 'all', 'h1,localhost'),
  ini('a template', 'h1 ansible_host="{{ lan_ip }}" lan_ip=10.0.0.1 plain=1\n[g]\nh2\n[g:vars]\nx={% if a %}b{% endif %}\n'),
  refusedIni('a host with the name of a group', 'inventory.name', '[prod]\nweb\n[web]\nh1\n'),
  refusedIni('a host with two ports', 'inventory.port', '[a]\nh1:22\n[b]\nh1:2222\n'),
  refusedIni('an integer that is too large', 'inventory.value', 'h1 x=12345678901234567890\n'),
];

const yamls: readonly InventoryCase[] = [
  yaml('nested groups', 'all:\n  hosts:\n    h0:\n  children:\n    a:\n      hosts:\n        h1: {x: 1}\n      children:\n        b:\n          hosts:\n            h2:\n      vars: {y: 2}\nother:\n  hosts: {h1: , h3: }\n', 'a', 'b', 'other:&a', 'all'),
  yaml('hosts that are a list', 'all:\n  hosts:\n    - h1\n    - h2\n'),
  yaml('a single host as a string', 'g:\n  hosts: h1\n'),
  yaml('an empty group', 'all:\n  children:\n    a:\n    b:\n      hosts:\n'),
  yaml('a host that is a number', 'all:\n  hosts:\n    5:\n'),
  yaml('a group that is a number', 'all:\n  children:\n    5:\n      hosts:\n        h1:\n'),
  yaml('variables of a host that are a list', 'all:\n  hosts:\n    h1: [a]\n'),
  yaml('a list of groups', '- all\n'),
  yaml('a loop', 'a:\n  children:\n    b:\n      children:\n        a:\n'),
  yaml('duplicate keys', 'all:\n  hosts:\n    h1: {a: 1, a: 2}\n'),
  yaml('aliases and merged keys', 'all:\n  hosts:\n    h1: &common {a: 1, b: 2}\n    h2: {<<: *common, b: 3}\n    h3: *common\n    h4: {b: 4, <<: [*common, {a: 9, c: 3}]}\n'),
  yaml('an alias without an anchor', 'all:\n  hosts: *x\n'),
  yaml('block scalars', 'all:\n  hosts:\n    h1:\n      a: |\n        one\n        two\n      b: >-\n        one\n        two\n      c: |+\n        one\n\n'),
  yaml('keys that are not strings', 'all:\n  hosts:\n    h1:\n      x: {2: a, yes: b, 1.5: c, ~: d}\n'),
  yaml('a document with a marker', '---\nall:\n  hosts:\n    h1:\n...\n'),
  yaml('two documents', 'all:\n  hosts:\n    h1:\n---\nall:\n  hosts:\n    h2:\n'),
  yaml('tabs', 'all:\n\thosts:\n'),
  yaml('a date that does not exist', 'all:\n  hosts:\n    h1: {d: 2001-02-30}\n'),
  yaml('an unknown tag', 'all:\n  hosts:\n    h1: {d: !foo bar}\n'),
  yaml('priorities', 'all:\n  children:\n    a: {hosts: {h1: }, vars: {x: a, ansible_group_priority: 10}}\n    b: {hosts: {h1: }, vars: {x: b}}\n    c: {hosts: {h1: }, vars: {x: c, y: c, ansible_group_priority: 5}}\n'),
  { title: 'YAML without an ending', files: { hosts: 'all:\n  hosts:\n    h1: {x: 010}\n' } },
  { title: 'INI without an ending', files: { hosts: 'h1 x=1\n[g]\nh2\n' } },
  { title: 'INI with another ending', files: { 'hosts.cfg': '[g]\nh1 x=010\n' } },
  { title: 'a file .ini that is given by name', files: { 'hosts.ini': '[g]\nh1\n' }, patterns: ['g'] },
  refusedYaml('an unknown key of a group', 'inventory.section', 'all:\n  host:\n    h1:\n'),
  yaml('a group that is a string', 'all:\n  children:\n    a: h1\n'),
];

const group = (name: string, text: string) => `[${name}]\n${text}\n`;

const precedence: readonly InventoryCase[] = [
  ini('the depth of groups', `${group('a', 'h1')}${group('b:children', 'a')}${group('c', 'h1')}${group('a:vars', 'x=a')}${group('b:vars', 'x=b\ny=b\nz=b')}${group('c:vars', 'x=c\ny=c')}${group('all:vars', 'x=all\nw=all')}`),
  ini('the names of groups', `${group('a', 'h1')}${group('c', 'h1')}${group('b', 'h1')}${group('a:vars', 'x=a')}${group('b:vars', 'x=b')}${group('c:vars', 'x=c')}`),
  ini('the priorities of groups', `${group('a', 'h1')}${group('b', 'h1')}${group('a:vars', 'x=a\nansible_group_priority=10')}${group('b:vars', 'x=b')}`),
  ini('priorities below depth', `${group('a', 'h1')}${group('b:children', 'a')}${group('a:vars', 'x=a')}${group('b:vars', 'x=b\nansible_group_priority=99')}`),
  ini('a priority that is not a number', `${group('a', 'h1')}${group('a:vars', 'ansible_group_priority=high')}`),
  ini('several paths to a group', `${group('a', 'h1')}${group('b:children', 'a')}${group('c:children', 'b')}${group('d:children', 'a')}${group('d', 'h1')}${group('b:vars', 'x=b')}${group('c:vars', 'x=c')}${group('d:vars', 'x=d')}`),
  {
    title: 'files of variables',
    files: {
      hosts: '[a]\nh1 x=ini i=ini\nh2\n[b:children]\na\n[a:vars]\nx=a y=1\nv=ini\n',
      'group_vars/all.yml': 'x: all\nall: 1\nv: all\n',
      'group_vars/a.yml': 'x: a\na: 010\n',
      'group_vars/b': 'x: b\nb: yes\n',
      'group_vars/ungrouped.yml': 'u: 1\n',
      'host_vars/h1.json': '{"x": "h1", "j": 1e3}',
      'host_vars/h2/a.yml': 'x: one\n',
      'host_vars/h2/b.yaml': 'x: two\ny: 1\n',
      'host_vars/h2/.hidden.yml': 'x: three\n',
      'host_vars/h2/c.yml~': 'x: four\n',
      'host_vars/h2/d.txt': 'x: five\n',
      'host_vars/h2/sub/e.yml': 'z: 1\n',
      'host_vars/h2/sub.d/e.yml': 'z: 2\n',
      'host_vars/h3.yml': 'x: 1\n',
    },
    sources: ['hosts'],
  },
  {
    title: 'files of variables beside the playbook',
    files: {
      'inventory/hosts': '[a]\nh1\n[b:children]\na\n',
      'inventory/group_vars/all.yml': 'x: all-inventory\n',
      'inventory/group_vars/a.yml': 'x: a-inventory\ny: a-inventory\n',
      'inventory/host_vars/h1.yml': 'z: inventory\n',
      'site/group_vars/all.yml': 'x: all-playbook\nw: all-playbook\n',
      'site/group_vars/a.yml': 'y: a-playbook\n',
      'site/group_vars/b.yml': 'x: b-playbook\n',
      'site/host_vars/h1.yml': 'z: playbook\n',
    },
    sources: ['inventory/hosts'],
    playbook: 'site',
  },
  {
    title: 'files of variables of several inventories',
    files: {
      'one/hosts': '[a]\nh1\n[b:children]\na\n',
      'one/group_vars/a.yml': 'x: a-one\n',
      'one/group_vars/all.yml': 'w: one\n',
      'two/hosts': '[b]\nh2\n[a:vars]\nv=two\n',
      'two/group_vars/b.yml': 'x: b-two\n',
      'two/group_vars/all.yml': 'w: two\n',
    },
    sources: ['one/hosts', 'two/hosts'],
    patterns: ['a', 'b'],
  },
  {
    title: 'a folder of variables beside a file of the same name',
    files: { hosts: '[a]\nh1\n', 'group_vars/a/x.yml': 'x: 1\n', 'group_vars/a.yml': 'x: 2\ny: 2\n' },
    sources: ['hosts'],
  },
  { title: 'an empty file of variables', files: { hosts: 'h1\n', 'host_vars/h1.yml': '---\n' }, sources: ['hosts'] },
  { title: 'a file of variables that is a list', files: { hosts: 'h1\n', 'host_vars/h1.yml': '- a\n' }, sources: ['hosts'] },
  { title: 'a file of variables in INI', files: { hosts: 'h1\n', 'host_vars/h1': 'x=1\n' }, sources: ['hosts'] },
  {
    title: 'a priority in a file of variables',
    files: { hosts: '[a]\nh1\n', 'group_vars/a.yml': 'ansible_group_priority: 5\n' },
    sources: ['hosts'],
    refused: 'inventory.priority',
  },
];

const folders: readonly InventoryCase[] = [
  {
    title: 'a folder of inventories',
    files: {
      'inv/01-a': '[a]\nh1 x=1\n',
      'inv/02-b.yml': 'b: {hosts: {h2: {x: 2}}, children: {a: }}\n',
      'inv/03-c': '[a]\nh1 x=3\n',
      'inv/README.md': '# nothing\n',
      'inv/hosts.orig': 'h9\n',
      'inv/.hidden': 'h9\n',
      'inv/old.bak': 'h9\n',
      'inv/old~': 'h9\n',
      'inv/ignored.ini': 'h9\n',
      'inv/ansible.cfg': '[defaults]\n',
      'inv/site.retry': 'h9\n',
      'inv/group_vars/a.yml': 'g: 1\n',
      'inv/sub/04-d': '[d]\nh4\n',
      'inv/sub/group_vars/d.yml': 'not: read\n',
    },
    sources: ['inv'],
    patterns: ['a', 'b', 'd', 'all'],
  },
  {
    title: 'a parent in a file before that of its child',
    files: { 'inv/01-a': '[a:children]\nb\n', 'inv/02-b': '[b]\nh1\n' },
    sources: ['inv'],
  },
  {
    title: 'a parent in a file after that of its child',
    files: { 'inv/01-b': '[b]\nh1\n', 'inv/02-a': '[a:children]\nb\n' },
    sources: ['inv'],
    patterns: ['a'],
  },
  {
    title: 'later sources',
    files: { one: '[a]\nh1 x=1 y=1\n[a:vars]\nz=1\n', two: '[a]\nh1 x=2\n[a:vars]\nz=2\n' },
    sources: ['one', 'two'],
  },
  { title: 'a list of hosts', files: { unused: '' }, sources: ['h1,h2:22, h3 ,'], patterns: ['h1', 'ungrouped'] },
  { title: 'a file that does not exist', files: { unused: '' }, sources: ['nothing'] },
];

const program = (text: string) => `#!/bin/sh\ncase $1 in --list) cat <<'E'\n${text}\nE\n;; --host) echo '{"own": "'$2'"}';; esac\n`;

const programs: readonly InventoryCase[] = [
  {
    title: 'a program with variables of hosts',
    files: {
      hosts: program('{"a": {"hosts": ["h1", "h2"], "vars": {"x": 1.0, "y": [null, {"z": "010"}]}, "children": ["b"]}, "b": ["h3"], "_meta": {"hostvars": {"h1": {"v": true}, "h3": {"w": "yes"}}}}'),
      'group_vars/b.yml': 'f: 1\n',
    },
    sources: ['hosts'],
    patterns: ['a', 'b', 'h*'],
  },
  { title: 'a program without variables of hosts', files: { hosts: program('{"a": {"hosts": ["h1", "h2"]}, "all": {"vars": {"x": 1}}}') }, patterns: ['a'] },
  { title: 'a program with an encrypted value', files: { hosts: program('{"a": {"hosts": ["h1"], "vars": {"x": {"__ansible_unsafe": "{{ y }}"}}}, "_meta": {"hostvars": {}}}') } },
  { title: 'a program that prints nothing', files: { hosts: '#!/bin/sh\nexit 0\n' } },
  { title: 'a program that fails', files: { hosts: '#!/bin/sh\necho "no credentials" >&2\nexit 3\n' } },
  { title: 'a program that prints no JSON', files: { hosts: '#!/bin/sh\necho "loading..."\necho "{}"\n' } },
  { title: 'a program with a list', files: { hosts: program('["h1"]') } },
  { title: 'a program with hosts that are a hash', files: { hosts: program('{"a": {"hosts": {"h1": {}}}}') } },
  { title: 'a program with variables that are a list', files: { hosts: program('{"a": {"hosts": ["h1"], "vars": []}}') } },
  { title: 'a program with a loop', files: { hosts: program('{"a": {"children": ["b"]}, "b": {"children": ["a"]}, "_meta": {"hostvars": {}}}') } },
  { title: 'a program without groups', files: { hosts: program('{}') } },
];

const five = '[web]\nweb[1:5]\n[db]\ndb[01:05]\n[eu]\nweb[1:2]\ndb01\n[both:children]\nweb\ndb\n[empty]\n';

const patterns: readonly InventoryCase[] = [
  ini(
    'patterns',
    five,
    ...['all', '*', 'web', 'web1', 'web*', 'web?', 'web[12]', 'web[!12]', 'web[1:3]', 'web[0]', 'web[-1]', 'web[-2]', 'web[1:]', 'web[:3]', 'web[0:0]'],
    ...['web[2-3]', 'web[9]', 'web[9:12]', 'web[3:99]', 'db[0:2]', 'db[00:02]', 'both[0:2]', 'eu', 'eu:web', 'eu,web', 'web:db', 'web:&eu', 'web:!eu'],
    ...['!eu', '&eu', 'all:!web:!db', 'web:&eu:!web1', '!web1:web:&eu', 'web1:web2', 'web2:web1', 'web,db,!eu', 'web, db', ' web ', 'web:', ':web', 'web::db'],
    ...['~web[0-9]', '~w', '~eb', '~^(?!db)', '~(web|db)0', '~web\\d$', '!~web', '&~web[12]', 'all:!~db', '~web[1', 'typo', 'web,typo', 'web:!typo', 'web:&typo'],
    ...['empty', 'web:!empty', 'web:&empty', 'ungrouped', 'WEB', 'web1,web1', 'w*[0]', 'w*[0:2]', '*[0]', 'db0?', 'db0[1-3]', 'db0[13]', 'db.01', 'db01[0]', 'web1[0]'],
    ...['we', 'web1.', '[w]eb', '[w]eb1', '[]w]eb1', 'web[!]', '***', 'web1*', 'a*', 'al*', 'u*', '!all', 'all:all', 'localhost', 'web1,localhost', 'all:!localhost'],
    ...['web[0],db[0]', 'web[0]:db[0]', 'web[0:1]:db[0:1]', 'both:!web[0:2]', 'both:&web[0:2]', 'web[1:3:2]', 'web[x]', 'web[]', '~web,db', '~web:db', '~web.*:!~web[12]'],
  ),
  ini(
    'patterns of addresses and long names',
    '10.0.0.[1:3]\n2001:db8::1\nfe80::[1:2]\na.b.example.com\n[10.0.0]\nh1\n[x.y]\nh2\n',
    ...['10.0.0.1', '10.0.0.*', '2001:db8::1', '2001:db8::1,h1', 'fe80::*', 'fe80::1', '!2001:db8::1', 'all:!10.0.0.1', '10.0.0', 'x.y', 'a.b.*', '*.com', 'h1:h2'],
  ),
  {
    ...ini('names of digits', `${Array.from({ length: 9 }, (_, index) => `[00${index + 1}]\nh${index + 1}\n`).join('')}`, '001', '001,002'),
    beyond: {
      '001:002': ['h1', 'h2'],
      '001:002:003:004:005:006:007:008': ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7', 'h8'],
      '001:002:003:004:005:006:007:008:009': ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7', 'h8', 'h9'],
    },
  },
  {
    ...ini('a regular expression with a comma', 'web[1:100]\nweb1-backup\n', '~web[0-9]+$', '~web1'),
    beyond: { '~web[0-9]{3,4}': ['web100'], '~(?:web99|web98)': ['web98', 'web99'] },
  },
];

/** Inventories that people write, well and badly. */
export const inventoryCases: readonly InventoryCase[] = [
  ...values,
  ...ranges,
  ...sections,
  ...yamls,
  ...precedence,
  ...folders,
  ...programs,
  ...patterns,
];
