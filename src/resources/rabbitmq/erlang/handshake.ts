import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ByteStream } from './byte-stream.js';

/** The capabilities of this side: only those that a node of Erlang 23 and later requires. */
const FLAGS =
  0x4n | // extended references
  0x10n | // functions
  0x80n | // newer functions
  0x100n | // extended processes and ports
  0x200n | // functions by name
  0x400n | // strings of bits
  0x800n | // newer floats
  0x10000n | // atoms in UTF-8
  0x20000n | // maps
  0x40000n | // big creations
  0x1000000n | // this form of the handshake
  0x2000000n | // numbered unlinks
  0x400000000n; // newer processes, ports and references

/** The number of characters of a response that a message quotes. */
const MAX_QUOTED = 100;

/** The node has refused the connection, or has not proved that it knows the cookie. */
export class HandshakeRefused extends Error {}

/**
 * Connects this process to a node as a hidden node, to which no other node connects. Both sides prove that they know the
 * cookie, which is never sent.
 * @param creation Distinguishes this process from an earlier one with the same name.
 * @throws {HandshakeRefused}
 */
export async function performHandshake(
  bytes: ByteStream,
  name: string,
  creation: number,
  cookie: string,
): Promise<void> {
  send(bytes, encodeName(name, creation));
  const status = (await receive(bytes)).toString('latin1');
  if (status !== 'sok' && status !== 'sok_simultaneous')
    throw new HandshakeRefused(`the node answered '${status.slice(1, MAX_QUOTED)}'`);

  const challenge = await receive(bytes);
  if (challenge[0] !== 0x4e || challenge.length < 19)
    throw new HandshakeRefused('the node uses an older version of the protocol');
  const ours = randomBytes(4).readUInt32BE(0);
  const reply = Buffer.alloc(5);
  reply[0] = 0x72;
  reply.writeUInt32BE(ours, 1);
  send(bytes, Buffer.concat([reply, digest(cookie, challenge.readUInt32BE(9))]));

  const proof = await receive(bytes).catch(() => Buffer.alloc(0));
  const expected = digest(cookie, ours);
  if (proof.length !== 17 || !timingSafeEqual(proof.subarray(1), expected))
    throw new HandshakeRefused('the node has a different cookie');
}

function encodeName(name: string, creation: number): Buffer {
  const head = Buffer.alloc(15);
  head[0] = 0x4e;
  head.writeBigUInt64BE(FLAGS, 1);
  head.writeUInt32BE(creation, 9);
  head.writeUInt16BE(Buffer.byteLength(name), 13);
  return Buffer.concat([head, Buffer.from(name, 'utf8')]);
}

function digest(cookie: string, challenge: number): Buffer {
  return createHash('md5').update(`${cookie}${challenge}`).digest();
}

function send(bytes: ByteStream, message: Buffer): void {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(message.length, 0);
  bytes.write(Buffer.concat([size, message]));
}

async function receive(bytes: ByteStream): Promise<Buffer> {
  const size = (await bytes.read(2)).readUInt16BE(0);
  return Buffer.from(await bytes.read(size));
}
