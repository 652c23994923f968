import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'ssh2';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { SshSettings } from '../config/settings.js';
import type { SshOptions } from '../connect-options.js';
import type { SshConnection } from '../connection.js';
import { Deadline } from '../deadline.js';
import { describeTarget, timedOut, unreachable } from '../failures.js';
import type { Route } from '../route.js';
import { beginHandshake } from './handshakes.js';
import { logIn } from './log-in.js';
import { makeSecrets } from './make-secrets.js';
import { openSocket } from './open-socket.js';
import { Ssh2Connection } from './ssh2-connection.js';

/** Seconds for each host on the way, if neither the caller nor the configuration sets a limit. */
const TIMEOUT = 30;

/** Commands at the same time, as many as sshd permits by default. */
const CHANNELS = 10;

/** Milliseconds before a server that dropped a connection at its start is asked again; doubled each time. */
const FIRST_PAUSE = 250;

/** How a connection is named. */
export interface Naming {
  readonly name: string;
  readonly target: string;
  readonly transport: string;
}

/** Connects by ssh2: to the first host of a route, and through each to the next. */
export async function connectBySsh2(
  naming: Naming,
  { hops }: Route,
  options: SshOptions,
): Promise<SshConnection> {
  let below: Ssh2Connection | undefined;
  try {
    for (const settings of hops) {
      const isLast = settings === hops.at(-1);
      below = await connectHop(settings, below, isLast ? naming : nameHop(settings, naming), options, isLast);
    }
  } catch (error) {
    await below?.close();
    throw error;
  }
  if (below === undefined) throw new TypeError('a route without hosts');
  return below;
}

function nameHop(settings: SshSettings, { name, transport }: Naming): Naming {
  const target = describeTarget(settings);
  return { name: `${target} (on the way to ${name})`, target, transport };
}

async function connectHop(
  settings: SshSettings,
  below: Ssh2Connection | undefined,
  naming: Naming,
  options: SshOptions,
  isLast: boolean,
): Promise<Ssh2Connection> {
  const seconds = options.timeout ?? settings.connectTimeout ?? TIMEOUT;
  const deadline = new Deadline(seconds);
  const signal =
    options.signal === undefined ? deadline.signal : AbortSignal.any([deadline.signal, options.signal]);
  const address = `${below?.target ?? ''} ${settings.hostname}:${settings.port}`;
  const secrets = makeSecrets(settings, options, deadline, isLast);
  const ask = options.ask?.hostKey?.bind(options.ask);
  const hostKeys = {
    acceptNew: options.acceptNewHostKeys === true,
    ask:
      ask === undefined
        ? undefined
        : (question: Parameters<typeof ask>[0]) => deadline.pause(() => ask(question)),
  };
  // Waiting for others is not this host's fault.
  const release = await deadline.pause(() =>
    beginHandshake(address, options.signal ?? new AbortController().signal),
  );
  try {
    let dropped: unknown;
    for (let pause = FIRST_PAUSE; ; pause *= 2) {
      const stream = await openStream(settings, below, signal, deadline, options.signal);
      try {
        const client = await logIn(stream, { settings, secrets, hostKeys, deadline, signal: options.signal });
        return finish(client, stream);
      } catch (error) {
        stream.destroy();
        // What the host did before the time was up says more than that it is up.
        if (!isDroppedAtStart(error)) throw deadline.signal.aborted ? (dropped ?? error) : error;
        dropped = error;
        // Spread out, because others were probably dropped at the same time.
        await sleep(pause * (0.5 + Math.random()), undefined, { signal }).catch(() => {
          throw error;
        });
      }
    }
  } finally {
    release();
    deadline.clear();
  }

  function finish(client: Client, stream: Duplex): Ssh2Connection {
    return new Ssh2Connection({
      ...naming,
      client,
      stream,
      silence: settings.aliveInterval * (settings.aliveCount + 1),
      channels: options.channels ?? CHANNELS,
      closeBelow: async () => below?.close(),
    });
  }
}

async function openStream(
  settings: SshSettings,
  below: Ssh2Connection | undefined,
  signal: AbortSignal,
  deadline: Deadline,
  caller: AbortSignal | undefined,
): Promise<Duplex> {
  const target = describeTarget(settings);
  try {
    if (below === undefined) return await openSocket(settings, signal);
    const to = { address: settings.hostname, port: settings.port };
    return await below.forward(to, deadline.seconds, signal);
  } catch (error) {
    if (caller?.aborted === true) throw caller.reason;
    if (deadline.signal.aborted) throw timedOut(target, deadline.seconds, 'it did not accept the connection');
    throw unreachable(target, error);
  }
}

/** Whether a server closed a connection before it identified itself, as one that has too many does. */
function isDroppedAtStart(error: unknown): boolean {
  return (
    GlanceApplyError.is(error) &&
    error.diagnostics.some(
      ({ code, message }) => code === 'ssh.closed' && /before it identified itself/.test(message),
    )
  );
}
