import fc from 'fast-check';
import type { InventoryCase } from './inventory-case.js';

/** Text from which values of Python and YAML are made, valid or not. */
const pieces = fc.constantFrom(
  ...[
    '1',
    '0',
    '5',
    '00',
    '_',
    '.',
    'e',
    '-',
    '+',
    '0x',
    '0o',
    '0b',
    ':',
    ',',
    ' ',
    "'",
    '"',
    '\\',
    '#',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
  ],
  ...[
    'True',
    'False',
    'None',
    'yes',
    'no',
    'null',
    '~',
    'a',
    'b',
    'n',
    'x',
    'u',
    'r',
    '\\n',
    '\\x41',
    "'a'",
    '"b"',
    "[1, 'a']",
    "{'k': 1}",
  ],
);
const value = fc.oneof(
  { weight: 3, arbitrary: fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }).map((text) => text.replace(/[^ -~]/g, '')) },
);

const hostNames = ['h1', 'h2', 'h3', 'h4', 'web1', 'web2', 'db[1:3]', 'node[08:11]'];
const groupNames = ['a', 'b', 'c', 'd', 'e', 'web', 'db-eu'];
const variableNames = ['v', 'w', 'x', 'y'];

interface GroupPlan {
  readonly hosts: readonly string[];
  readonly children: readonly string[];
  readonly variables: Readonly<Record<string, number>>;
  readonly priority: number | undefined;
  readonly inFile: Readonly<Record<string, number>>;
}

const variables = fc.dictionary(fc.constantFrom(...variableNames), fc.integer({ min: 0, max: 99 }), {
  maxKeys: 3,
});

/** A group of a certain level contains only groups after it, so that few inventories have loops. */
const plan = (index: number): fc.Arbitrary<GroupPlan> =>
  fc.record({
    hosts: fc.uniqueArray(fc.constantFrom(...hostNames), { maxLength: 4 }),
    children: fc.subarray(groupNames.slice(index + 1, index + 4)),
    variables,
    priority: fc.option(fc.integer({ min: -2, max: 5 }), { nil: undefined, freq: 3 }),
    inFile: variables,
  });

/** Of half of the inventories, only the last groups contain others: then the order of their hosts is defined. */
const plans = fc
  .tuple(fc.boolean(), ...groupNames.map((_, index) => plan(index)))
  .map(([isFlat, ...planned]) =>
    planned.map((one, index) => (isFlat && index !== groupNames.length - 3 ? { ...one, children: [] } : one)),
  );

const element = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '&'),
    fc.oneof(
      fc.constantFrom(
        ...groupNames,
        'h1',
        'h2',
        'web1',
        'db1',
        'node09',
        'all',
        'ungrouped',
        'localhost',
        'typo',
      ),
      fc.constantFrom('h*', 'web*', '*1', '?1', 'db[12]', '[!h]*', '~h[12]', '~.*1$', '~^d', 'n*'),
    ),
    fc.constantFrom('', '', '', '', '[0]', '[-1]', '[1:2]', '[0:]', '[:1]', '[3]'),
  )
  .map(([sign, name, slice]) => `${sign}${name}${name.startsWith('~') ? '' : slice}`);

const pattern = fc
  .tuple(fc.array(element, { minLength: 1, maxLength: 3 }), fc.constantFrom(':', ',', ', '))
  .map(([elements, separator]) => elements.join(separator));

const patterns = fc.array(pattern, { minLength: 5, maxLength: 10 });

const groups: fc.Arbitrary<InventoryCase> = fc
  .tuple(plans, patterns, fc.boolean(), variables)
  .map(([planned, selecting, asYaml, ofHost]) => ({
    title: 'generated groups',
    files: {
      [asYaml ? 'hosts.yml' : 'hosts.ini']: asYaml ? toYaml(planned, ofHost) : toIni(planned, ofHost),
      ...filesOf(planned),
    },
    patterns: selecting,
  }));

function toIni(planned: readonly GroupPlan[], ofHost: Readonly<Record<string, number>>): string {
  const assignments = Object.entries(ofHost).map(([name, number]) => `${name}=${number}`);
  return [
    `h1 ${assignments.join(' ')}`,
    ...planned.flatMap(({ hosts, children, variables: own, priority }, index) => {
      const name = groupNames[index];
      return [
        `[${name}]`,
        ...hosts,
        `[${name}:children]`,
        ...children,
        `[${name}:vars]`,
        ...Object.entries(own).map(([variable, number]) => `${variable}=${name}${number}`),
        ...(priority === undefined ? [] : [`ansible_group_priority=${priority}`]),
      ];
    }),
  ].join('\n');
}

function toYaml(planned: readonly GroupPlan[], ofHost: Readonly<Record<string, number>>): string {
  const groupsByName = planned.map(({ hosts, children, variables: own, priority }, index) => [
    groupNames[index],
    {
      hosts: Object.fromEntries(hosts.map((host) => [host, host === 'h1' ? ofHost : null])),
      children: Object.fromEntries(children.map((child) => [child, null])),
      vars: { ...own, ...(priority === undefined ? {} : { ansible_group_priority: priority }) },
    },
  ]);
  return `# ${groupsByName.length} groups\n${JSON.stringify(Object.fromEntries(groupsByName), undefined, 1)}`;
}

function filesOf(planned: readonly GroupPlan[]): Record<string, string> {
  return Object.fromEntries(
    planned.flatMap(({ inFile }, index) =>
      Object.keys(inFile).length === 0
        ? []
        : [[`group_vars/${groupNames[index]}.yml`, JSON.stringify(inFile)]],
    ),
  );
}

const hostVariable = value.map((text) => ({
  title: `the generated host variable ${text}`,
  files: { 'hosts.ini': `h1 v=${text} w=1\n` },
}));

const groupVariable = value.map((text) => ({
  title: `the generated group variable ${text}`,
  files: { 'hosts.ini': `[g]\nh1\n[g:vars]\nv=${text}\nw=1\n` },
}));

// PyYAML allows fewer characters in names of tags and anchors, comments without a space, and has a type for a single =.
const yamlVariable = value
  .filter((text) => !/[&!*]|[^ ]#|^ *= *$/.test(text))
  .map((text) => ({
    title: `the generated YAML variable ${text}`,
    files: { 'hosts.yml': `all:\n  hosts:\n    h1:\n      v: ${text}\n      w: 1\n` },
  }));

/** Generates inventories; the same ones for the same seed. */
export function generateInventories(seed: number, count: number): readonly InventoryCase[] {
  return fc.sample<InventoryCase>(fc.oneof(groups, hostVariable, groupVariable, yamlVariable), {
    seed,
    numRuns: count,
  });
}
