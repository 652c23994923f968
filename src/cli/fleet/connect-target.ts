import type { Diagnostic } from '../../errors/diagnostic.js';
import { raise } from '../../errors/glance-apply-error.js';
import { connectionOf, type HostConnection } from '../../fleet/inventory/index.js';
import type { Host } from '../../hosts/host.js';
import type { SshOptions, SshQuestions } from '../../hosts/ssh/connect-options.js';
import type { SudoOptions } from '../../hosts/ssh/session/open-session.js';
import type { Secret } from '../../secrets/secret.js';
import type { Io } from '../io.js';
import type { HostOptions } from './host-options.js';
import type { Target } from './open-targets.js';

/** How targets are connected to. */
export interface ConnectSettings {
  readonly options: HostOptions;
  readonly io: Io;
  /** Whom questions are asked; undefined without a terminal. */
  readonly ask: SshQuestions | undefined;
  readonly signal: AbortSignal;
  /** Returns the password of sudo that was given for all hosts; undefined if none was. */
  becomePassword(): Promise<Secret | undefined>;
  warn(host: string, diagnostic: Diagnostic): void;
}

/**
 * Connects to a host: by the variables of the inventory and the configuration of SSH, or without SSH if it is this
 * machine (`ansible_connection=local`).
 * @throws {GlanceApplyError} `ssh.…`, `inventory.connection`
 */
export async function connectTarget(target: Target, settings: ConnectSettings): Promise<Host> {
  const { name } = target;
  const variables = target.variables === undefined ? undefined : connectionOf(target);
  refuseUnsupported(name, variables);
  if (variables?.transport === 'local') return openLocal(name, variables, settings.io);
  const [{ connect }, { SshHost }] = await Promise.all([
    import('../../hosts/ssh/connect.js'),
    import('../../hosts/ssh/ssh-host.js'),
  ]);
  const connection = await connect(name, toSshOptions(name, variables, settings));
  try {
    return await SshHost.open(connection, { name, sudo: await findSudo(target, variables, settings) });
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Returns how commands get the rights of root. What the inventory says of a host counts more than options. */
async function findSudo(
  target: Target,
  variables: HostConnection | undefined,
  { options, becomePassword }: ConnectSettings,
): Promise<SudoOptions | undefined> {
  const isDecided = (target.variables?.get('ansible_become') ?? undefined) !== undefined;
  if (variables?.become === undefined && (isDecided || !options.become)) return undefined;
  return { password: variables?.become?.password ?? (await becomePassword()) };
}

async function openLocal(name: string, { become }: HostConnection, { lockFile }: Io): Promise<Host> {
  if (become !== undefined && process.getuid?.() !== 0) {
    raise('inventory.connection', `cannot use sudo on ${name}: ansible_connection is local`, {
      hint: 'run the command as root, or reach this machine over SSH',
    });
  }
  const { LocalHost } = await import('../../hosts/local/local-host.js');
  return new LocalHost({ lockFile });
}

function toSshOptions(
  name: string,
  variables: HostConnection | undefined,
  { options, ask, signal, warn }: ConnectSettings,
): SshOptions {
  return {
    address: variables?.address,
    port: variables?.port,
    user: variables?.user,
    keyFile: variables?.privateKeyFile,
    password: variables?.password,
    timeout: variables?.timeout,
    configFile: options['ssh-config'],
    transport: options.transport,
    acceptNewHostKeys: options['accept-new-host-keys'],
    ask,
    signal,
    warn: (diagnostic) => warn(name, diagnostic),
  };
}

/** Refuses variables that would be ignored otherwise. */
function refuseUnsupported(name: string, variables: HostConnection | undefined): void {
  if (variables === undefined) return;
  const refuse = (what: string, hint: string) =>
    raise('inventory.connection', `cannot connect to ${name}: ${what}`, { hint });
  if (variables.sshArguments.length > 0)
    refuse(
      `the arguments for ssh (${variables.sshArguments.join(' ')}) are not supported`,
      'write the options for the host into ~/.ssh/config, which is read',
    );
  if (variables.checksHostKey === false)
    refuse(
      'ansible_host_key_checking is false, and keys of hosts are always verified',
      'remove the variable; --accept-new-host-keys accepts the keys of hosts that are not known yet',
    );
  if (variables.become !== undefined && variables.become.user !== 'root')
    refuse(`ansible_become_user is ${variables.become.user}`, 'only root is supported');
}
