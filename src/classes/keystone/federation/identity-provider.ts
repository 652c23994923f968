import { absolutePath, anything, classType, parameter } from '../../../catalog/index.js';
import { compareReleases, isReleaseBetween } from '../../../data/releases.js';
import { toShellWord } from '../../../formats/shell.js';
import { Anchor, Exec, File, KeystoneConfig, Package } from '../../../resources/index.js';
import { ensurePackage } from '../../ensure-package.js';
import { passOn } from '../../pass-on.js';
import {
  declareOptions,
  isSet,
  type OptionOptions,
  type OptionValue,
  option,
  perRelease,
  scalarString,
  serviceDefault,
  toText,
} from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';

const key = (name: string, doc: string, options: OptionOptions<OptionValue> = {}) =>
  option(`saml/${name}`, doc, {
    default: perRelease<OptionValue | undefined>({ newton: undefined, zed: serviceDefault }),
    ...options,
  });

const ownCertificate = {
  default: perRelease<OptionValue | undefined>({ newton: undefined, '2023.1': serviceDefault }),
};

const options = {
  certfile: key('certfile', 'Certificate that assertions are signed with.', ownCertificate),
  keyfile: key('keyfile', 'Key of that certificate.', ownCertificate),
  idp_entity_id: key('idp_entity_id', 'The entity ID of this identity provider: a URI.', {
    required: true,
  }),
  idp_sso_endpoint: key('idp_sso_endpoint', 'URL at which users log in.', { required: true }),
  idp_metadata_path: key('idp_metadata_path', "File of the provider's metadata.", {
    required: true,
    value: absolutePath,
  }),
  idp_organization_name: key('idp_organization_name', 'Name of the organization that runs it.'),
  idp_organization_display_name: key('idp_organization_display_name', 'Display name of the organization.'),
  idp_organization_url: key('idp_organization_url', 'URL of the organization.'),
  idp_contact_company: key('idp_contact_company', 'Company of the contact person.'),
  idp_contact_name: key('idp_contact_name', 'First name of the contact person.'),
  idp_contact_surname: key('idp_contact_surname', 'Surname of the contact person.'),
  idp_contact_email: key('idp_contact_email', 'Email address of the contact person.'),
  idp_contact_telephone: key('idp_contact_telephone', 'Telephone number of the contact person.'),
  idp_contact_type: key('idp_contact_type', 'Type of the contact person: `technical`, `billing`.'),
};

const contacts: readonly unknown[] = ['technical', 'support', 'administrative', 'billing', 'other'];

/** `keystone::federation::identity_provider`: Keystone as a SAML identity provider. */
export class IdentityProvider extends classType(
  'keystone::federation::identity_provider',
  {
    ...options,
    user: parameter(scalarString, 'The user that Keystone runs as.', { default: 'keystone' }),
    package_ensure: parameter(anything, 'The state of the packages for SAML.', { default: 'present' }),
  },
  {
    doc: 'Keystone as a SAML identity provider for other services: [saml] of keystone.conf.',
  },
) {
  override declare(): void {
    this.include(Deps);
    this.#examine();
    this.#packages();
    const { certfile, keyfile, user } = this.parameters;
    const keystone = this.parametersOf('keystone') ?? {};
    declareOptions(this, KeystoneConfig, options, {
      instead: {
        certfile: certfile ?? keystone.ssl_ca_certs,
        keyfile: keyfile ?? keystone.ssl_ca_key,
      },
    });
    const path = String(this.parameters.idp_metadata_path);
    const metadata = new Exec(this, 'saml_idp_metadata', {
      path: ['/usr/bin'],
      user,
      provider: 'shell',
      command: `keystone-manage saml_idp_metadata > ${toShellWord(path)}`,
      // An existing empty file is not metadata: it is left by a command that failed.
      unless: [['test', '-s', path]],
      subscribe: Anchor.ref('keystone::config::end'),
      notify: Anchor.ref('keystone::service::end'),
      tag: 'keystone-exec',
    });
    new File(this, path, { ensure: 'present', mode: '0600', owner: user, require: metadata });
  }

  #examine(): void {
    const { idp_contact_type } = this.parameters;
    if (isSet(idp_contact_type) && !contacts.includes(idp_contact_type)) {
      this.reportError(
        `'${toText(idp_contact_type)}' is not a type of contact`,
        contacts.join(', '),
        'idp_contact_type',
      );
    }
    if (this.parametersOf('keystone')?.service_name !== 'httpd') {
      this.fail('Keystone must run in Apache', "set service_name of the class keystone to 'httpd'");
    }
  }

  #packages(): void {
    const { package_ensure: ensure } = this.parameters;
    const tag = 'keystone-support-package';
    if (compareReleases(this.release, 'train') < 0) {
      for (const title of ['xmlsec1', 'python-pysaml2']) ensurePackage(this, title, { ensure, tag });
      return;
    }
    new Package(this, 'xmlsec1', { ensure: passOn(ensure), tag });
    if (isReleaseBetween(this.release, undefined, '2023.1')) {
      const { pysaml2Package: name } = this.include(Params);
      new Package(this, 'python-pysaml2', { ensure: passOn(ensure), name, tag });
    }
  }
}
