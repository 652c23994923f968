import type { Duplex } from 'node:stream';
import { ByteStream } from './byte-stream.js';

/** The port of Erlang's port mapper, unless ERL_EPMD_PORT is set. */
export const EPMD_PORT = 4369;

const PORT_PLEASE2 = 122;

/**
 * Queries the port mapper at the other end of a connection for the port of a node; undefined if it has no such node.
 * @param timeout Seconds.
 */
export async function lookUpPort(
  stream: Duplex,
  alive: string,
  timeout: number,
): Promise<number | undefined> {
  const name = Buffer.from(alive, 'utf8');
  const request = Buffer.alloc(3);
  request.writeUInt16BE(name.length + 1, 0);
  request[2] = PORT_PLEASE2;
  const bytes = new ByteStream(stream);
  try {
    bytes.write(Buffer.concat([request, name]));
    const [, result] = await bytes.within(timeout, bytes.read(2));
    return result === 0 ? (await bytes.within(timeout, bytes.read(2))).readUInt16BE(0) : undefined;
  } finally {
    bytes.destroy();
  }
}
