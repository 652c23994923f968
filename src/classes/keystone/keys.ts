import type { Scope } from '../../catalog/index.js';
import { toShellWord } from '../../formats/shell.js';
import { Anchor, Exec, File } from '../../resources/index.js';
import { revealAll, Secret } from '../../secrets/secret.js';

/** A directory of keys and its owner. */
export interface KeyRepository {
  readonly path: string;
  readonly user: string;
  readonly group: string;
  /** The command of keystone-manage that creates the keys. */
  readonly setup: string;
  /** Files with keys, if keystone-manage does not create them. */
  readonly files: unknown;
  /** Further attributes of such files. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Declares the directory of keys, and either the keys or the command that creates them. */
export function declareKeys(
  scope: Scope,
  { path, user, group, setup, files, attributes }: KeyRepository,
): void {
  const installed = Anchor.ref('keystone::install::end');
  const owner = { owner: user, group, mode: '0600' };
  scope.ensureResource(File, path, { ensure: 'directory', ...owner, subscribe: installed });
  const clear = revealAll(files);
  if (typeof clear === 'object' && clear !== null) {
    for (const [file, own] of Object.entries(
      clear as Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    )) {
      const content = 'content' in own ? { content: new Secret(String(own.content)) } : {};
      new File(scope, file, {
        ...owner,
        ...attributes,
        show_diff: false,
        subscribe: installed,
        ...own,
        ...content,
      });
    }
    return;
  }
  new Exec(scope, `keystone-manage ${setup}`, {
    command: `keystone-manage ${setup} --keystone-user ${toShellWord(user)} --keystone-group ${toShellWord(group)}`,
    path: '/usr/bin',
    user,
    refreshonly: true,
    creates: `${path}/0`,
    notify: Anchor.ref('keystone::service::begin'),
    subscribe: [installed, Anchor.ref('keystone::config::end')],
    require: File.ref(path),
    tag: 'keystone-exec',
  });
}
