import { type DesiredOf, nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { createNameAttribute, formatHost, sharedAttributes } from './shared-attributes.js';
import { createValidatorProvider } from './validator-provider.js';

const attributes = { name: createNameAttribute("'address:port'"), ...sharedAttributes };

type DesiredValidator = DesiredOf<typeof attributes>;

/** An address and a port; an IPv6 address is in brackets. */
const HOST_AND_PORT = /^(?:\[([0-9A-Fa-f:.%]+)\]|([^\s:/[\]]+)):(\d{1,5})$/;

/**
 * Waits until a TCP port accepts connections: a database or broker that the following resources use.
 * @example
 * new TcpConnValidator(site, 'database', { host: 'db.example.org', port: 3306, timeout: 120 });
 */
export class TcpConnValidator extends nativeType('tcp_conn_validator', attributes, {
  effects: 'opaque',
  doc: 'Waits until a TCP port accepts connections.',
  normalize: (desired) => {
    const [, inBrackets, plain, port] = HOST_AND_PORT.exec(desired.name) ?? [];
    return {
      ...desired,
      host: desired.host ?? inBrackets ?? plain,
      port: desired.port ?? (port ? Number(port) : undefined),
    };
  },
  validate: function* ({ host, port }) {
    if (host === undefined) yield "a host is required, unless the title has the form 'address:port'";
    if (port === undefined) yield "a port is required, unless the title has the form 'address:port'";
  },
}) {}

provide(
  TcpConnValidator,
  createValidatorProvider<typeof attributes>(
    (session, { host = '', port = 0 }, seconds, signal) =>
      session.host.network.connect(host, port, seconds, signal),
    ({ host = '', port }: DesiredValidator) => `${formatHost(host)}:${port}`,
  ),
);
