/** What a host is called and how it is reached, before the configuration of SSH is consulted. */
export interface Target {
  /** The argument that `ssh` would be given: what `Host` blocks match. */
  readonly host: string;
  /** Outweighs the configuration. */
  readonly user?: string | undefined;
  /** Outweighs the configuration. */
  readonly port?: number | undefined;
}
