import { setTimeout as sleep } from 'node:timers/promises';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { SshSettings } from '../config/settings.js';
import type { SshOptions } from '../connect-options.js';
import type { SshConnection } from '../connection.js';
import { Deadline } from '../deadline.js';
import { describeTarget, passwordExpired, timedOut } from '../failures.js';
import type { Route } from '../route.js';
import { QuestionAnswers } from './answer-question.js';
import { Askpass } from './askpass.js';
import { explainClientError } from './explain-client-error.js';
import { Master } from './master.js';
import { OpenSshConnection } from './openssh-connection.js';
import { makePrivateDirectory } from './private-directory.js';

/** Seconds for each host on the way, if neither the caller nor the configuration sets a limit. */
const TIMEOUT = 30;

/** Commands at the same time, as many as sshd permits by default. */
const CHANNELS = 10;

/** Milliseconds before a server that dropped a connection at its start is asked again; doubled each time. */
const FIRST_PAUSE = 250;

/** What a connection for commands alone must not do, whatever the configuration says. */
const WITHOUT = [
  'ClearAllForwardings=yes',
  'ForwardAgent=no',
  'ForwardX11=no',
  'Tunnel=no',
  'RemoteCommand=none',
  'RequestTTY=no',
  'PermitLocalCommand=no',
  'ForkAfterAuthentication=no',
  'ControlPersist=no',
  'LogLevel=INFO',
  'NumberOfPasswordPrompts=1',
];

/** Connects by the client of OpenSSH, which finds the way to the host by itself. */
export async function connectByOpenSsh(
  naming: { readonly name: string; readonly target: string; readonly transport: string },
  { hops }: Route,
  options: SshOptions,
): Promise<SshConnection> {
  const settings = hops[hops.length - 1] ?? hops[0];
  const seconds = (options.timeout ?? settings.connectTimeout ?? TIMEOUT) * hops.length;
  const deadline = new Deadline(seconds);
  try {
    let dropped: unknown;
    for (let pause = FIRST_PAUSE; ; pause *= 2) {
      try {
        return await startMaster(naming, settings, options, deadline);
      } catch (error) {
        // What the host did before the time was up says more than that it is up.
        if (!isDroppedAtStart(error)) throw deadline.signal.aborted ? (dropped ?? error) : error;
        dropped = error;
        await sleep(pause * (0.5 + Math.random()), undefined, { signal: deadline.signal }).catch(() => {
          throw error;
        });
      }
    }
  } finally {
    deadline.clear();
  }
}

async function startMaster(
  naming: { readonly name: string; readonly target: string; readonly transport: string },
  settings: SshSettings,
  options: SshOptions,
  deadline: Deadline,
): Promise<SshConnection> {
  const target = describeTarget(settings);
  const directory = makePrivateDirectory();
  const answers = new QuestionAnswers(settings, options, deadline);
  const askpass = new Askpass(directory.path, (question) => answers.answer(question));
  const master = new Master(
    directory.path,
    argumentsFor(settings, options, deadline.seconds),
    askpass.environment,
  );
  const { signal: caller } = options;
  const signal = caller === undefined ? deadline.signal : AbortSignal.any([deadline.signal, caller]);
  try {
    if (await master.isReady(signal).catch(() => false))
      return new OpenSshConnection({
        ...naming,
        master,
        directory: directory.path,
        channels: options.channels ?? CHANNELS,
      });
    caller?.throwIfAborted();
    if (answers.isPasswordExpired) throw passwordExpired(target);
    if (deadline.signal.aborted) throw timedOut(target, deadline.seconds, 'the login did not complete');
    throw explainClientError(target, master.printed, deadline.seconds);
  } catch (error) {
    await master.close();
    directory.remove();
    throw error;
  } finally {
    askpass.end();
  }
}

function argumentsFor(settings: SshSettings, options: SshOptions, seconds: number): string[] {
  const { host, user, port, aliveInterval, aliveCount } = settings;
  const option = (text: string) => ['-o', text];
  return [
    ...(options.configFile === undefined ? [] : ['-F', options.configFile]),
    ...(options.keyFile === undefined ? [] : ['-i', options.keyFile]),
    ...WITHOUT.flatMap(option),
    ...option(`ServerAliveInterval=${aliveInterval}`),
    ...option(`ServerAliveCountMax=${aliveCount}`),
    ...option(`ConnectTimeout=${Math.ceil(seconds)}`),
    ...(options.acceptNewHostKeys === true ? option('StrictHostKeyChecking=accept-new') : []),
    '-l',
    user,
    '-p',
    String(port),
    '--',
    host,
  ];
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
