import type { DefaultContext } from '../../catalog/attribute.js';
import { classType, integer, parameter, type Scope } from '../../catalog/index.js';
import type { Release } from '../../data/releases.js';
import { Exec } from '../../resources/index.js';
import type { Secret } from '../../secrets/secret.js';
import { passOn } from '../pass-on.js';
import { scalarString, toText } from '../shared/index.js';
import { findAnchor } from './declare-order.js';
import type { OpenStackService } from './openstack-service.js';

/** How a service migrates its database schema. */
export interface Migration {
  /** The command without arguments: `glance-manage`. */
  readonly command: string;
  /** Its last arguments: `db_sync`. */
  readonly subcommand: string;
  /** The default of `extra_params`. @default '' */
  readonly extraParams?: string | ((context: DefaultContext) => string);
  /** The first release with the parameter `db_sync_timeout`. @default every release has it */
  readonly timeoutSince?: Release;
  /** Returns the tags of the command. @default 'openstack-db' */
  readonly tagsOf?: (release: Release) => readonly string[];
}

/** Returns the parameters of a migration. */
export function createSyncParameters({ command, subcommand, extraParams = '', timeoutSince }: Migration) {
  return {
    extra_params: parameter(scalarString, `Arguments between '${command}' and '${subcommand}'.`, {
      default: extraParams,
    }),
    db_sync_timeout: parameter(integer({ min: 0 }), 'Timeout of one attempt, in seconds.', {
      default: 300,
      since: timeoutSince,
    }),
  } as const;
}

/**
 * Declares a migration, which runs after a change of package or configuration.
 * @param name Puppet's name of the service: `glance`.
 * @param user The account that runs it.
 */
export function declareSync(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  name: string,
  user: string | Secret<string>,
  { command, subcommand, tagsOf = () => ['openstack-db'] }: Migration,
): void {
  const { extra_params, db_sync_timeout } = scope.parameters;
  new Exec(scope, `${command} ${subcommand}`, {
    command: `${command} ${toText(extra_params)} ${subcommand}`,
    path: '/usr/bin',
    user,
    refreshonly: true,
    try_sleep: 5,
    tries: 10,
    timeout: passOn(db_sync_timeout),
    logoutput: 'on_failure',
    subscribe: (['install::end', 'config::end', 'dbsync::begin'] as const).map((phase) =>
      findAnchor(name, phase),
    ),
    notify: findAnchor(name, 'dbsync::end'),
    tag: tagsOf(scope.release),
  });
}

/** Returns the class `x::db::sync` of a service: it migrates the schema after a change of package or configuration. */
export function createSync({ name, title, user, deps, params }: OpenStackService, migration: Migration) {
  return class extends classType(`${name}::db::sync`, createSyncParameters(migration), {
    doc: `Migrates ${title}'s database schema after a change of package or configuration.`,
  }) {
    override declare(): void {
      this.include(deps);
      if (params !== undefined) this.include(params);
      declareSync(this, name, user, migration);
    }
  };
}
