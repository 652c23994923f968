import { managedFile, nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { changeYumrepo } from './change.js';
import { listYumrepos, readYumrepos } from './read.js';

/**
 * A package repository of yum and dnf on Enterprise Linux.
 * @example
 * new Yumrepo(site, 'openstack-dalmatian', {
 *   descr: 'OpenStack Dalmatian',
 *   baseurl: 'https://mirror.stream.centos.org/SIGs/9-stream/cloud/x86_64/openstack-dalmatian/',
 *   gpgcheck: true,
 *   gpgkey: 'file:///etc/pki/rpm-gpg/RPM-GPG-KEY-CentOS-SIG-Cloud',
 * });
 */
export class Yumrepo extends nativeType('yumrepo', attributes, {
  doc:
    "A repository of yum and dnf: a section of a file in one of yum's directories, whichever file contains it. " +
    "Settings that are not declared are left unchanged; 'absent' removes one.",
  *validate({ ensure, name }) {
    if (ensure === 'absent' && name === 'main')
      yield "'main' is not a repository but yum's own configuration";
  },
  paths: ({ name, target }) =>
    managedFile(
      target?.startsWith('/')
        ? target
        : `/etc/yum.repos.d/${target ?? name}${target?.endsWith('.repo') ? '' : '.repo'}`,
    ),
}) {}

provide(Yumrepo, {
  read: readYumrepos,
  change: changeYumrepo,
  list: listYumrepos,

  // The file of a repository depends on all files together.
  locks: () => ['yum repositories'],
  edits: ({ desired: { target } }) => (target?.startsWith('/') ? [target] : []),
});
