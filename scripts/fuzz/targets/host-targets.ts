import type { NativeType } from '../../../src/catalog/native-type.js';
import type { Facts } from '../../../src/data/facts.js';
import { inspect } from '../../../src/engine/inspect.js';
import { gatherFacts } from '../../../src/hosts/facts/gather-facts.js';
import type { Host } from '../../../src/hosts/host.js';
import type { HostFiles } from '../../../src/hosts/host-files.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import * as resources from '../../../src/resources/index.js';
import { encodeTerm } from '../../../src/resources/rabbitmq/erlang/encode-term.js';
import { atom, type Term, tuple } from '../../../src/resources/rabbitmq/erlang/term.js';
import { platform } from '../../../src/testing/platforms/platforms.js';
import * as samples from './samples.js';
import type { Target } from './target.js';

/** Creates a host on which every file has the same content, and every program the same output. */
function hostWith(input: Buffer, facts: Facts, stdout = input.toString('utf8')): Host {
  const machine = new SimulatedHost({ facts });
  const file = { mode: 0o644, uid: 0, gid: 0, size: input.length, modified: 0, accessed: 0, changed: 0 };
  const files: HostFiles = Object.create(machine.files, {
    read: { value: async (paths: readonly string[]) => paths.map(() => input) },
    list: { value: async () => ['one', 'two.repo', 'root'] },
    status: { value: async (paths: readonly string[]) => paths.map(() => ({ ...file, kind: 'file' })) },
    resolve: { value: async (paths: readonly string[]) => paths.map((path) => ({ path, entry: path })) },
  });
  return {
    name: machine.name,
    files,
    network: machine.network,
    facts: async () => facts,
    run: async () => ({ status: 0, signal: null, stdout, stderr: '', timedOut: false }),
    lock: (owner) => machine.lock(owner),
    holder: () => machine.holder(),
    close: () => machine.close(),
  };
}

const machine = {
  kernel: 'Linux',
  kernelRelease: '6.1.0',
  hardware: 'x86_64',
  hostname: 'one.example.org',
  memory: 1e9,
  processors: 2,
  interfaces: {
    eth0: [{ address: '10.0.2.15', netmask: '255.255.255.0', family: 'IPv4', mac: 'x', internal: false }],
  },
} as const;

/** Types whose resources are listed, or of which one is read by its title. */
const titles: Readonly<Record<string, readonly string[]>> = {
  service: ['glance-api', 'one'],
  package: ['bash', 'glance'],
  user: ['root', 'glance'],
  group: ['root', 'glance'],
  mysql_user: ['glance@%'],
  mysql_grant: ['glance@%/glance.*'],
  rabbitmq_user: ['guest'],
  rabbitmq_policy: ['ha@/'],
  rabbitmq_user_permissions: ['guest@/'],
  rabbitmq_exchange: ['x@/'],
  rabbitmq_queue: ['q@/'],
};

/** Returns the replies of the broker to three calls: that it runs, that it has started, and the input. */
function encodeBrokerReplies(term: Buffer): string {
  // The third reply and the end of the list follow.
  const head = encodeTerm([atom('true'), atom('false'), []]).subarray(0, -2);
  return `<<"${Buffer.concat([head, term.subarray(1), Buffer.from([106])]).toString('base64')}">>`;
}

const terms: readonly Term[] = [
  [tuple(Buffer.from('guest'), [atom('administrator')])],
  [[tuple(atom('user'), Buffer.from('guest')), tuple(atom('tags'), [atom('x')])]],
  [
    [
      tuple(atom('name'), Buffer.from('ha')),
      tuple(atom('pattern'), Buffer.from('.*')),
      tuple(atom('priority'), 1),
    ],
  ],
  tuple(atom('resource'), Buffer.from('/'), atom('queue'), Buffer.from('q')),
  tuple(
    atom('internal_user'),
    Buffer.from('guest'),
    Buffer.alloc(36),
    [],
    atom('rabbit_password_hashing_sha256'),
  ),
];

/** Types that read the state of a host. */
export const hostTargets: readonly Target[] = [
  {
    name: 'facts',
    samples: [samples.osRelease, samples.hosts, samples.passwd, samples.routes].map((one) =>
      Buffer.from(one),
    ),
    parse: (input) => gatherFacts(hostWith(input, {}).files, machine),
  },
  ...Object.values(resources as unknown as Readonly<Record<string, NativeType>>).flatMap(
    ({ definition }): Target[] =>
      /^(?:keystone_(?!.*config|.*ini)|glance_image$|exec|tidy|file$|filebucket|notify|anchor|schedule|resources|.*conn_validator|augeas)/.test(
        definition.name,
      )
        ? []
        : [
            {
              name: `inspect ${definition.name}`,
              samples: isOfBroker(definition.name)
                ? terms.map(encodeTerm)
                : samples.all.map((one) => Buffer.from(one)),
              parse: async (input) => {
                for (const { facts } of [platform('debian-12'), platform('centos-9')]) {
                  const said = isOfBroker(definition.name) ? encodeBrokerReplies(input) : undefined;
                  const host = hostWith(input, facts, said);
                  const desired = titles[definition.name];
                  const failures: unknown[] = [];
                  for (const some of desired === undefined ? [[]] : [[], desired])
                    await inspect(definition, host, some).catch((error: unknown) => failures.push(error));
                  // All failures are checked: the first one that is not a refusal is reported.
                  for (const failure of failures) if (!isRefusal(failure)) throw failure;
                }
              },
            },
          ],
  ),
];

function isOfBroker(type: string): boolean {
  return /^rabbitmq_(?!plugin|erlang)/.test(type);
}

/** Whether a failure is an intended error, so that the other failures may be checked. */
function isRefusal(failure: unknown): boolean {
  return failure instanceof Error && failure.constructor === Error;
}
