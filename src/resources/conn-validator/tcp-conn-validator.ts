import { nativeType, type WantedOf } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { bracketed, shared, validatorName } from './attributes.js';
import { waitingProvider } from './wait.js';

const attributes = { name: validatorName("'address:port'"), ...shared };

type TcpWanted = WantedOf<typeof attributes>;

/** An address and a port, the address in brackets where it has colons itself. */
const NAMED = /^(?:\[([0-9A-Fa-f:.%]+)\]|([^\s:/[\]]+)):(\d{1,5})$/;

/** Waits until something listens at a TCP port. */
export class TcpConnValidator extends nativeType('tcp_conn_validator', attributes, {
  effects: 'opaque',
  doc: 'Waits until a TCP port takes connections.',
  normalize: (wanted) => {
    const [, inBrackets, plain, port] = NAMED.exec(wanted.name) ?? [];
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
  waitingProvider<typeof attributes>(
    (session, { host = '', port = 0 }, seconds, signal) =>
      session.host.network.connect(host, port, seconds, signal),
    ({ host = '', port }: TcpWanted) => `${bracketed(host)}:${port}`,
  ),
);
