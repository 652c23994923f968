/** A resource in Puppet's catalog format. */
export interface PuppetResource {
  /** Capitalised: `Glance_api_config`, `Oslo::Db`, `Class`. */
  readonly type: string;
  readonly title: string;
  readonly tags?: readonly string[];
  readonly file?: string;
  readonly line?: number;
  readonly exported?: boolean;
  /** What Puppet 6 and later say of the type: `compilable_type` for native types, `definition` for defined ones. */
  readonly kind?: string;
  /** Relationships among them, as `Type[title]` or a list of those. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The names of those whose values are secrets. */
  readonly sensitive_parameters?: readonly string[];
}

/** Containment: the source contains the target. */
export interface PuppetEdge {
  readonly source: string;
  readonly target: string;
}

/** A catalog as Puppet writes it: `puppet catalog compile`, the answer of a Puppet server, an agent's cache. */
export interface PuppetCatalog {
  readonly name?: string;
  /** Puppet's id of the configuration that it was compiled from. */
  readonly version?: string | number;
  /** The version of the format itself: 1, or 2 where values are of Puppet's rich data. */
  readonly catalog_format?: number;
  readonly resources: readonly PuppetResource[];
  readonly edges: readonly PuppetEdge[];
  readonly classes: readonly string[];
}
