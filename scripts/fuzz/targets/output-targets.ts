import { filePathOf, parseMatches, parsePrinted } from '../../../src/resources/augeas/augtool-syntax.js';
import { parseGrants } from '../../../src/resources/mysql/mysql-grant/parse-show-grants.js';
import {
  classifyFailure,
  extractFailure,
  parseProgress,
} from '../../../src/resources/package/apt/apt-output.js';
import { parsePolicy } from '../../../src/resources/package/apt/apt-policy.js';
import { parseReverseProvides } from '../../../src/resources/package/apt/apt-virtual.js';
import { compareDebianVersions } from '../../../src/resources/package/apt/debian-version.js';
import * as dnf from '../../../src/resources/package/rpm/dnf-output.js';
import { parseProvides, parseRpmList } from '../../../src/resources/package/rpm/rpm-database.js';
import { compareEvr } from '../../../src/resources/package/rpm/rpm-version.js';
import { compareGemVersions } from '../../../src/resources/package/tools/gem-version.js';
import { comparePythonVersions } from '../../../src/resources/package/tools/pip-version.js';
import {
  findFailure as failureOfBroker,
  toText as textOfTerm,
  toPlainData,
} from '../../../src/resources/rabbitmq/broker/results.js';
import { decodeTerms } from '../../../src/resources/rabbitmq/erlang/decode-term.js';
import { encodeTerm } from '../../../src/resources/rabbitmq/erlang/encode-term.js';
import { atom, Charlist, Opaque, TermMap, tuple } from '../../../src/resources/rabbitmq/erlang/term.js';
import { parseBooleanList } from '../../../src/resources/selboolean.js';
import { parseModuleList } from '../../../src/resources/selmodule/semodule.js';
import { parseUnits } from '../../../src/resources/service/systemd/unit.js';
import * as samples from './samples.js';
import { type Target, textTarget } from './target.js';

const term = encodeTerm([
  tuple(atom('resource'), Buffer.from('/'), atom('queue'), Buffer.from('name')),
  tuple(atom('badrpc'), tuple(atom('EXIT'), tuple(atom('undef'), []))),
  new TermMap([
    [Buffer.from('key'), 5],
    [atom('list'), [1, 2n ** 70n, -1, 1.5, new Charlist(Buffer.from('abc'))]],
  ]),
  new Opaque(Buffer.from([88, 119, 1, 97, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3])),
]);

/** Creates a function that compares the lines of a text with each other. */
const comparing = (compare: (one: string, other: string) => number) => (one: string) => {
  const lines = one.split('\n').slice(0, 200);
  for (const [at, line] of lines.entries()) compare(line, lines[at + 1] ?? '');
};

/** Parsers of the output of programs and services. */
export const outputTargets: readonly Target[] = [
  textTarget('systemctl show', [samples.units], parseUnits),
  textTarget('apt-cache policy', [samples.policy], parsePolicy),
  textTarget('apt-cache showpkg', [samples.showpkg], parseReverseProvides),
  textTarget('apt-get', [samples.aptGet], (one) => [
    one.split('\n').map(parseProgress),
    extractFailure(one, one),
    classifyFailure(one),
  ]),
  textTarget('rpm --query', [samples.rpm], parseRpmList),
  textTarget('rpm provides', ['bash\t/bin/sh\nbash\tbash\n'], parseProvides),
  textTarget('dnf', [samples.dnf], (one) => [
    dnf.parseUpdates(one),
    dnf.parseVersions(one),
    dnf.parseUnknownPackages(one),
    one.split('\n').map(dnf.parseProgress),
    dnf.extractFailure(one),
  ]),
  textTarget('versions of Debian', ['1:2.3~rc1-4+b2\n2.3-4\n1.0\n'], comparing(compareDebianVersions)),
  textTarget('versions of rpm', ['1:2.3~rc1-4.el9\n2.3^git-4\n1.0\n'], comparing(compareEvr)),
  textTarget(
    'versions of Python',
    ['1!2.0rc1.post2.dev3+local\n2.0\n1.0a1\n'],
    comparing(comparePythonVersions),
  ),
  textTarget('versions of gems', ['2.0.0.rc1\n2.0\n1.0.a\n'], comparing(compareGemVersions)),
  textTarget('getsebool', ['httpd_can_network_connect --> on\nx --> off\n'], parseBooleanList),
  textTarget('semodule', [`glance sha256:${'0123456789abcdef'.repeat(4)}\n`], parseModuleList),
  textTarget('augtool', [samples.augtool], (one) => {
    const nodes = parsePrinted(one);
    return [parseMatches(one, nodes), [...nodes.keys()].map(filePathOf)];
  }),
  textTarget('grants', [samples.grants], (one) =>
    parseGrants(one.split('\n'), { user: 'glance', host: '%' }),
  ),
  {
    name: 'Erlang terms',
    samples: [term, encodeTerm(tuple(atom('ok'), [Buffer.alloc(300, 1)]))],
    parse: (input) => {
      for (const one of decodeTerms(input)) {
        JSON.stringify(toPlainData(one), (_key, value) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        failureOfBroker(one);
        textOfTerm(one);
      }
    },
  },
];
