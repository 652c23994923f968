import { connect } from 'node:net';

/** The messages of the agent's protocol. */
const REQUEST_IDENTITIES = 11;
const IDENTITIES_ANSWER = 12;

/** Seconds for the agent to answer. */
const TIMEOUT = 5;

/** More than any agent sends. */
const ANSWER = 4 * 1024 * 1024;

/**
 * Lists the public keys of an agent, in the format of the protocol. ssh2 leaves out those that it does not support, such
 * as certificates.
 * @throws if the agent cannot be reached.
 */
export async function listAgentKeys(socket: string): Promise<Buffer[]> {
  const answer = await ask(socket);
  if (answer[0] !== IDENTITIES_ANSWER) throw new Error('the agent refused to list its keys');
  const keys: Buffer[] = [];
  let at = 5;
  for (let left = answer.readUInt32BE(1); left > 0; left -= 1) {
    const size = answer.readUInt32BE(at);
    keys.push(answer.subarray(at + 4, at + 4 + size));
    at += 4 + size;
    at += 4 + answer.readUInt32BE(at);
  }
  return keys;
}

/** Returns the type of a public key in the format of the protocol: `ssh-ed25519`. */
export function keyTypeOf(key: Buffer): string {
  return key.length < 4 ? '' : key.toString('latin1', 4, 4 + key.readUInt32BE(0));
}

function ask(socket: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const connection = connect(socket, () => connection.write(Buffer.from([0, 0, 0, 1, REQUEST_IDENTITIES])));
    let received = Buffer.alloc(0);
    connection.setTimeout(TIMEOUT * 1000, () => connection.destroy(new Error('the agent does not answer')));
    connection.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const size = received.length < 4 ? undefined : received.readUInt32BE(0);
      if (size !== undefined && size > ANSWER) connection.destroy(new Error('the agent sends too much'));
      else if (size !== undefined && received.length >= 4 + size) {
        resolve(received.subarray(4, 4 + size));
        connection.destroy();
      }
    });
    connection.once('error', reject);
    connection.once('close', () => reject(new Error('the agent closed the connection')));
  });
}
