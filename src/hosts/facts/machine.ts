/** What a machine's system calls tell, however they were reached. */
export interface Machine {
  readonly hostname: string;
  /** `Linux`. */
  readonly kernel: string;
  /** `6.1.0-37-amd64`. */
  readonly kernelRelease: string;
  /** As `uname -m` prints it: `x86_64`. */
  readonly hardware: string;
  /** How many may be used, where the host does not say how many are online. */
  readonly processors: number;
  /** Bytes. */
  readonly memory: number;
  readonly interfaces: Readonly<Record<string, readonly InterfaceAddress[] | undefined>>;
}

/** An address of a network interface, in the form in which node gives it. */
export interface InterfaceAddress {
  readonly address: string;
  readonly netmask: string;
  readonly family: 'IPv4' | 'IPv6';
  readonly mac: string;
  readonly internal: boolean;
}
