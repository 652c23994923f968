/** The results of a machine's system calls, however they are made. */
export interface Machine {
  readonly hostname: string;
  /** `Linux`. */
  readonly kernel: string;
  /** `6.1.0-37-amd64`. */
  readonly kernelRelease: string;
  /** As `uname -m` prints it: `x86_64`. */
  readonly hardware: string;
  /** The number of usable processors, if the host does not report how many are online. */
  readonly processors: number;
  /** In bytes. */
  readonly memory: number;
  readonly interfaces: Readonly<Record<string, readonly InterfaceAddress[] | undefined>>;
}

/** An address of a network interface, in the form that Node returns. */
export interface InterfaceAddress {
  readonly address: string;
  readonly netmask: string;
  readonly family: 'IPv4' | 'IPv6';
  readonly mac: string;
  readonly internal: boolean;
}
