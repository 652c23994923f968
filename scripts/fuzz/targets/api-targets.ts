import { createServer } from 'node:http';
import { Duplex, PassThrough } from 'node:stream';
import type { AttributeTable } from '../../../src/catalog/index.js';
import type { NativeType } from '../../../src/catalog/native-type.js';
import { inspect } from '../../../src/engine/inspect.js';
import type { Host } from '../../../src/hosts/host.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import * as resources from '../../../src/resources/index.js';
import {
  describeUnexpectedResponse,
  extractMessage,
} from '../../../src/resources/openstack/describe-response.js';
import { readAllPages } from '../../../src/resources/openstack/pages.js';
import { parseJson } from '../../../src/resources/openstack/parse-json.js';
import { findServiceUrl, parseToken } from '../../../src/resources/openstack/token.js';
import * as samples from './samples.js';
import { jsonTarget, type Target, textTarget } from './target.js';

const asked = { server: 'Keystone', method: 'GET', path: '/x', as: undefined } as const;

/** Parses JSON; returns undefined for invalid JSON, which readers of responses refuse themselves. */
function parsed(text: string): unknown {
  try {
    return parseJson(text).value;
  } catch {
    return undefined;
  }
}

/** Creates a host on which every web server sends the same response. */
function hostWhere(answer: string): Host {
  const machine = new SimulatedHost({
    files: {
      '/root/openrc': samples.openrc,
      '/etc/glance/glance-api.conf': '[paste_deploy]\nflavor = keystone\n',
    },
  });
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'x-subject-token': 'token', 'content-type': 'application/json' }).end(answer);
  });
  const open = async () => {
    const [there, back] = [new PassThrough(), new PassThrough()];
    server.emit('connection', Duplex.from({ readable: there, writable: back }));
    return Duplex.from({ readable: back, writable: there });
  };
  return {
    name: machine.name,
    files: machine.files,
    network: { request: () => Promise.reject(new Error('none')), connect: async () => {}, open },
    facts: () => machine.facts(),
    run: (command) => machine.run(command),
    lock: (owner) => machine.lock(owner),
    holder: () => machine.holder(),
    close: () => machine.close(),
  };
}

const types: readonly NativeType<AttributeTable>[] = [
  resources.KeystoneUser,
  resources.KeystoneRole,
  resources.KeystoneTenant,
  resources.KeystoneDomain,
  resources.KeystoneService,
  resources.KeystoneEndpoint,
  resources.KeystoneUserRole,
  resources.GlanceImage,
] as unknown as readonly NativeType<AttributeTable>[];

/** Parsers of responses of OpenStack services. */
export const apiTargets: readonly Target[] = [
  jsonTarget('token', [samples.cloud], (one) => {
    const token = parseToken('value', parsed(one));
    return token && findServiceUrl(token.catalog, 'image', { interface: 'public', region: 'RegionOne' });
  }),
  jsonTarget('list', [samples.cloud, { users: [{ id: 'a' }], next: '/v2/images?marker=a' }], async (one) => {
    const body = parsed(one);
    await readAllPages('users', {}, async () => ({ headers: {}, body, size: one.length }), {
      pages: 5,
      listBytes: 1e6,
      list: 5,
    });
  }),
  textTarget(
    'refusal',
    ['<html><head><title>x</title></head><body><h1>502</h1>&nbsp;Bad</body>', '{"error":{"message":"no"}}'],
    (one) => [extractMessage(one), describeUnexpectedResponse(asked, 200, 'text/html', one)],
  ),
  ...types.map(
    ({ definition }): Target =>
      jsonTarget(`inspect ${definition.name}`, [samples.cloud], (one) => inspect(definition, hostWhere(one))),
  ),
];
