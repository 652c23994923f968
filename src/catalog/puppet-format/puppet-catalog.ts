/** A resource in Puppet's catalog format. */
export interface PuppetResource {
  /** Capitalized: `Glance_api_config`, `Oslo::Db`, `Class`. */
  readonly type: string;
  readonly title: string;
  readonly tags?: readonly string[];
  readonly file?: string;
  readonly line?: number;
  readonly exported?: boolean;
  /**
   * The kind of the type in catalogs of Puppet 6 and later: `compilable_type` for native types, `definition` for
   * defined types.
   */
  readonly kind?: string;
  /** Attributes by name; relationships are `Type[title]` or a list of such references. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The names of the parameters whose values are secrets. */
  readonly sensitive_parameters?: readonly string[];
}

/** Containment: the source contains the target. */
export interface PuppetEdge {
  readonly source: string;
  readonly target: string;
}

/**
 * A catalog as Puppet writes it: the output of `puppet catalog compile`, the response of a Puppet server, the cache of
 * an agent.
 */
export interface PuppetCatalog {
  readonly name?: string;
  /** Puppet's id of the configuration that the catalog was compiled from. */
  readonly version?: string | number;
  /** The version of the format itself: 1, or 2 if values are Puppet's rich data. */
  readonly catalog_format?: number;
  readonly resources: readonly PuppetResource[];
  readonly edges: readonly PuppetEdge[];
  readonly classes: readonly string[];
}
