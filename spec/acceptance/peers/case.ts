import type { Scope } from 'glance-apply';

/** What a case may use for itself alone. */
export interface Premises {
  /** An empty directory: `$DIR` in scripts. */
  readonly dir: string;
  /** A name that no other case has, good for accounts, jobs and hosts: `$NAME` in scripts. */
  readonly name: string;
}

/** What Puppet does with the same catalog. */
export type InPuppet = 'same' | { readonly differs: string } | { readonly notApplicable: string };

/** One behaviour: a host as it is before, a manifest, and the host as it has to be afterwards. */
export interface PeerCase {
  /** Where the behaviour is defined: an acceptance test, a page of the reference, a module's README. */
  readonly source: string;
  /** A script for sh that prepares the host, run as root in `$DIR`. */
  readonly prepare?: string;
  readonly manifest: (site: Scope, premises: Premises) => void;
  /** A script for sh that looks at the host afterwards; the first command that fails fails the case. */
  readonly verify?: string;
  /** The whole content that files must have afterwards, by path; relative paths are below `$DIR`. */
  readonly files?: Readonly<Record<string, string>>;
  /** The host is in sync already: the first run changes nothing. @default false */
  readonly inSync?: boolean;
  /** The run fails, with this message. */
  readonly fails?: RegExp;
  /** The manifest is refused before anything is touched, with this message. */
  readonly refused?: RegExp;
  /** The run says this, whatever it does. */
  readonly says?: RegExp;
  /** Why a second run may change something, where it may. */
  readonly again?: string;
  /** A script that removes what the case left outside of `$DIR`. */
  readonly cleanup?: string;
  /**
   * What Puppet does. `differs` is the number of the decision that says why; a difference that no longer exists
   * fails as well. A manifest that is refused has no catalog, so that Puppet gets `resources` instead, or nothing.
   * @default 'same'
   */
  readonly puppet?: InPuppet;
  /** For a manifest that is refused: the same in plain data, by type and title, for Puppet alone. */
  readonly resources?: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** The cases of a type. */
export interface PeerCases {
  /** Debian packages that the cases need on the host. */
  readonly packages?: readonly string[];
  /** A script that is run after every case, whatever became of it. */
  readonly cleanup?: string;
  /** What Puppet does with all cases that say nothing of it themselves. @default 'same' */
  readonly puppet?: InPuppet;
  /** By title. */
  readonly cases: Readonly<Record<string, PeerCase>>;
}
