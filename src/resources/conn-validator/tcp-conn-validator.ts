import { nativeType, type WantedOf } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { createNameAttribute, formatHost, sharedAttributes } from './shared-attributes.js';
import { createValidatorProvider } from './validator-provider.js';

const attributes = { name: createNameAttribute("'address:port'"), ...sharedAttributes };

type DesiredValidator = WantedOf<typeof attributes>;

/** An address and a port, the address in brackets where it has colons itself. */
const HOST_AND_PORT = /^(?:\[([0-9A-Fa-f:.%]+)\]|([^\s:/[\]]+)):(\d{1,5})$/;

/** Waits until something listens at a TCP port. */
export class TcpConnValidator extends nativeType('tcp_conn_validator', attributes, {
  effects: 'opaque',
  doc: 'Waits until a TCP port takes connections.',
  normalize: (wanted) => {
    const [, inBrackets, plain, port] = HOST_AND_PORT.exec(wanted.name) ?? [];
    return {
      ...wanted,
      host: wanted.host ?? inBrackets ?? plain,
      port: wanted.port ?? (port ? Number(port) : undefined),
    };
  },
  validate: function* ({ host, port }) {
    if (host === undefined) yield "it needs a host, or a name of the form 'address:port'";
    if (port === undefined) yield "it needs a port, or a name of the form 'address:port'";
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
