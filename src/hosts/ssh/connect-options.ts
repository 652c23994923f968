import type { Diagnostic } from '../../errors/diagnostic.js';
import type { Secret } from '../../secrets/secret.js';
import type { HostKeyQuestion } from './known-hosts/verify-host-key.js';

/** How to connect to a host. What is given here outweighs the configuration of SSH, as variables of Ansible's inventories do. */
export interface SshOptions {
  /** The address to connect to, in place of the name: `ansible_host`. `Host` blocks of the configuration match it. */
  readonly address?: string | undefined;
  readonly port?: number | undefined;
  readonly user?: string | undefined;
  /** A private key, which is offered before all others. */
  readonly keyFile?: string | undefined;
  /** Sent once, and only if no key was accepted. */
  readonly password?: Secret | undefined;
  /** Read in place of the configuration of the user and the system, as by `ssh -F`. */
  readonly configFile?: string | undefined;
  /** Which client to use. @default ssh2, unless the configuration asks for something that it lacks */
  readonly transport?: Transport | undefined;
  /** Seconds for each host on the way: to connect, agree on keys and log in. @default `ConnectTimeout`, or else 30 */
  readonly timeout?: number | undefined;
  /** The maximum number of commands that run at the same time. @default 10, the default of sshd's `MaxSessions` */
  readonly channels?: number | undefined;
  /** Whether keys of hosts that are not known yet are accepted and stored. @default false */
  readonly acceptNewHostKeys?: boolean | undefined;
  /** Asks a person at a terminal. @default nobody is asked, and what would need an answer is refused */
  readonly ask?: SshQuestions | undefined;
  /** Receives warnings, for instance about options that are not supported. */
  readonly warn?: ((warning: Diagnostic) => void) | undefined;
  /** Ends the attempt to connect, but not the connection. */
  readonly signal?: AbortSignal | undefined;
}

/** A client of SSH. */
export type Transport = 'ssh2' | 'openssh';

/** What a person is asked while connecting. The time to answer does not count as part of the timeout. */
export interface SshQuestions {
  /** Whether to trust the key of a host that is not known yet. */
  hostKey?(question: HostKeyQuestion): Promise<boolean>;
  /** The passphrase of a private key; undefined to do without the key. */
  passphrase?(keyFile: string): Promise<Secret | undefined>;
  /** The password of an account, as `user@host`; undefined to do without. */
  password?(account: string): Promise<Secret | undefined>;
}
