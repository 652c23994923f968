import type { Duplex } from 'node:stream';
import ssh2, { type Client } from 'ssh2';
import { keyTypeOf } from '../agent-keys.js';
import type { SshSettings } from '../config/settings.js';
import type { Deadline } from '../deadline.js';
import {
  closedEarly,
  describeTarget,
  loginRefused,
  noCommonAlgorithm,
  passwordExpired,
  timedOut,
} from '../failures.js';
import { type HostKeyPolicy, verifyHostKey } from '../known-hosts/verify-host-key.js';
import { chooseAlgorithms } from './algorithms.js';
import { Authentication, type LoginSecrets } from './authentication.js';
import { collectIdentities } from './identities.js';

/** What logging in to one host needs. */
export interface Login {
  readonly settings: SshSettings;
  readonly secrets: LoginSecrets;
  readonly hostKeys: HostKeyPolicy;
  readonly deadline: Deadline;
  readonly signal: AbortSignal | undefined;
}

/** How far a connection has come, as the end of "… closed the connection". */
type Phase = 'before it identified itself' | 'while keys were agreed on' | 'during the login';

/** What the server has not done, for each phase. */
const MISSING: Readonly<Record<Phase, string>> = {
  'before it identified itself': 'it did not identify itself as an SSH server',
  'while keys were agreed on': 'it did not agree on keys',
  'during the login': 'the login did not complete',
};

/** Seconds for a server to complete its part of the closing of a connection. */
const CLOSING = 1;

/** Agrees on keys over a stream, verifies the key of the host, and logs in. */
export async function logIn(stream: Duplex, login: Login): Promise<Client> {
  const { settings, deadline, signal } = login;
  const target = describeTarget(settings);
  const authentication = new Authentication(settings, await collectIdentities(settings), login.secrets);
  const client = new ssh2.Client();
  let phase: Phase = 'before it identified itself';
  // ssh2 reports a refusal in its own words; the one that describes it is kept here.
  let refusal: unknown;

  return new Promise<Client>((resolve, reject) => {
    const fail = (error: unknown) => {
      leave();
      reject(error);
      client.end();
      setTimeout(() => stream.destroy(), CLOSING * 1000).unref();
    };
    const onTimeout = () => fail(timedOut(target, deadline.seconds, MISSING[phase]));
    const onAbort = () => fail(signal?.reason);
    const leave = () => {
      deadline.signal.removeEventListener('abort', onTimeout);
      signal?.removeEventListener('abort', onAbort);
    };
    deadline.signal.addEventListener('abort', onTimeout, { once: true });
    signal?.addEventListener('abort', onAbort, { once: true });

    // A late error of a connection that has failed already must not end this process.
    client.on('error', (error) => {
      // A key that could not be used: the next one is tried, and the reason is in the notes.
      if (error.level === 'agent') return;
      fail(refusal ?? explain(error));
    });
    client.on('close', () => fail(refusal ?? closedEarly(target, phase)));
    client.on('handshake', () => {
      phase = 'during the login';
    });
    client.on('change password', () => {
      authentication.expire();
      fail(passwordExpired(target));
    });
    client.once('ready', () => {
      leave();
      resolve(client);
    });
    let accepted: Buffer | undefined;
    client.connect({
      sock: stream,
      username: settings.user,
      algorithms: chooseAlgorithms(settings),
      // `deadline` covers all of it.
      readyTimeout: 0,
      keepaliveInterval: settings.aliveInterval * 1000,
      keepaliveCountMax: Number.POSITIVE_INFINITY,
      // Not every server that supports streams to sockets is OpenSSH.
      strictVendor: false,
      authHandler: authentication.handler,
      hostVerifier: (key: Buffer, verify: (isValid: boolean) => void) => {
        // Called again whenever keys are exchanged.
        if (accepted !== undefined) {
          verify(accepted.equals(key));
          return;
        }
        const offered = { keyType: keyTypeOf(key), key };
        verifyHostKey(settings, offered, login.hostKeys).then(
          () => {
            accepted = Buffer.from(key);
            verify(true);
          },
          (error: unknown) => {
            refusal = error;
            verify(false);
          },
        );
      },
    });

    // Only now: before, the stream would begin to flow.
    stream.once('data', (chunk: Buffer) => {
      // A server that has too many connections may say so instead.
      if (/^SSH-/m.test(chunk.toString('latin1'))) phase = 'while keys were agreed on';
    });

    function explain(error: Error & { readonly level?: string }): unknown {
      const { tried, notes } = authentication;
      if (authentication.isPasswordExpired) return passwordExpired(target);
      if (error.level === 'client-authentication') return loginRefused(target, tried, notes);
      if (/no matching/.test(error.message)) return noCommonAlgorithm(target, error.message);
      if (phase === 'during the login' && error.level === undefined)
        return loginRefused(target, tried, notes, error.message);
      if (/lost before handshake/.test(error.message))
        return closedEarly(target, 'before it identified itself');
      return closedEarly(target, phase, error.message);
    }
  });
}
