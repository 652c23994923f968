import { managedFile, nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes, type DesiredYumrepo } from './attributes.js';
import { provider } from './change.js';

/**
 * A repository of packages of Enterprise Linux. A setting that is not given is left as it is; `absent` removes it.
 * @example
 * new Yumrepo(site, 'openstack-newton', { descr: 'OpenStack Newton', baseurl: 'https://…', gpgcheck: true });
 */
export class Yumrepo extends nativeType('yumrepo', attributes, {
  doc:
    "A repository of yum and dnf: a section of a file in one of yum's directories, wherever it stands already. " +
    "Settings that are not given stay; 'absent' removes one.",
  paths: ({ name, target }) =>
    managedFile(
      target?.startsWith('/')
        ? target
        : `/etc/yum.repos.d/${target ?? name}${target?.endsWith('.repo') ? '' : '.repo'}`,
    ),
  *validate({ ensure, name }: DesiredYumrepo) {
    if (ensure === 'absent' && name === 'main') yield "'main' is no repository but yum's own configuration";
  },
}) {}

provide(Yumrepo, provider);
