/** How to reach one host: the configuration of SSH, with what outweighs it. */
export interface SshSettings {
  /** The name that `ssh` would be given. */
  readonly host: string;
  /** The name or the address that is connected to. */
  readonly hostname: string;
  readonly port: number;
  readonly user: string;
  /** The keys to offer, in this order. */
  readonly identityFiles: readonly IdentityFile[];
  /** Whether the agent may offer only the keys of `identityFiles`. */
  readonly identitiesOnly: boolean;
  /** The socket of the agent; undefined if none is to be used. */
  readonly agent: string | undefined;
  /** The hosts that it is reached through, from the first to the last, as written. */
  readonly jumps: readonly string[];
  /** Files with known keys of hosts: the first is the one that new keys are added to. */
  readonly userKnownHostsFiles: readonly string[];
  readonly globalKnownHostsFiles: readonly string[];
  /** The name under which keys of the host are looked up, if it is not `hostname`. */
  readonly hostKeyAlias: string | undefined;
  /** What to do with an unknown key of a host. */
  readonly unknownHostKey: 'ask' | 'accept' | 'refuse';
  readonly hashKnownHosts: boolean;
  /** Seconds; undefined if the configuration does not say. */
  readonly connectTimeout: number | undefined;
  /** Seconds of silence after which the server is asked for a sign of life. */
  readonly aliveInterval: number;
  /** How many such questions may remain unanswered. */
  readonly aliveCount: number;
  readonly addressFamily: 0 | 4 | 6;
  readonly bindAddress: string | undefined;
  readonly methods: Readonly<Record<'publickey' | 'password' | 'keyboard-interactive', boolean>>;
  readonly algorithms: AlgorithmLists;
  /** Whether nobody may be asked for anything: `BatchMode`. */
  readonly isBatch: boolean;
  /** Options that only the client of OpenSSH supports, as `ProxyCommand` or `GSSAPIAuthentication`. */
  readonly beyondSsh2: readonly string[];
}

/** A key that the configuration names. */
export interface IdentityFile {
  readonly path: string;
  /** Whether the user has named it; otherwise it is one of those that OpenSSH tries by default. */
  readonly isExplicit: boolean;
}

/** The algorithms that the configuration permits; undefined for the usual ones. */
export interface AlgorithmLists {
  readonly kex?: readonly string[] | undefined;
  readonly ciphers?: readonly string[] | undefined;
  readonly macs?: readonly string[] | undefined;
  readonly hostKeys?: readonly string[] | undefined;
}
