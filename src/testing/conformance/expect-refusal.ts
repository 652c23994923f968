import assert from 'node:assert/strict';
import { HostError } from '../../hosts/host-error.js';

/** A refusal of a host has the system's code, the path, and a sentence with the path in it. */
export async function expectRefusal(
  action: Promise<unknown>,
  code: string,
  path: string,
): Promise<HostError> {
  const error = await action.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert(error instanceof HostError, `expected a HostError with ${code}, got ${String(error)}`);
  assert.deepEqual({ code: error.code, path: error.path }, { code, path });
  assert(error.message.includes(path), `the message does not name ${path}: ${error.message}`);
  assert.match(error.message, /^cannot .*: \S/);
  return error;
}
