import type { Scope } from '../../catalog/index.js';
import { toShellWord } from '../../formats/shell.js';
import { Anchor, Exec, File } from '../../resources/index.js';
import { isServiceDefault } from '../shared/index.js';

/** Declares the command that creates the certificate of PKI tokens, in releases up to Rocky. */
export function declarePki(scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> }): void {
  const { enable_pki_setup, signing_keyfile, cache_dir, keystone_user, keystone_group } = scope.parameters;
  if (enable_pki_setup !== true) return;
  if (isServiceDefault(signing_keyfile)) {
    scope.fail('enable_pki_setup needs signing_keyfile', 'set signing_keyfile', 'enable_pki_setup');
  }
  new File(scope, String(cache_dir), { ensure: 'directory' });
  const [user, group] = [keystone_user, keystone_group].map((name) => toShellWord(String(name)));
  new Exec(scope, 'keystone-manage pki_setup', {
    command: `keystone-manage pki_setup --keystone-user ${user} --keystone-group ${group}`,
    path: '/usr/bin',
    user: String(keystone_user),
    refreshonly: true,
    creates: String(signing_keyfile),
    notify: Anchor.ref('keystone::service::begin'),
    subscribe: ['install::end', 'config::end'].map((name) => Anchor.ref(`keystone::${name}`)),
    tag: 'keystone-exec',
  });
}
