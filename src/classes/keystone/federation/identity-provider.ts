import { absolutePath, anything, classType, parameter } from '../../../catalog/index.js';
import { compareReleases, isReleaseBetween } from '../../../data/releases.js';
import { toShellWord } from '../../../formats/shell.js';
import { Anchor, Exec, File, KeystoneConfig, Package } from '../../../resources/index.js';
import { ensurePackage } from '../../ensure-package.js';
import {
  asText,
  declareOptions,
  isSet,
  type OptionOptions,
  type OptionValue,
  option,
  perRelease,
  serviceDefault,
  text,
} from '../../tables/index.js';
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
  idp_entity_id: key('idp_entity_id', 'The name of this identity provider, as an address.', {
    required: true,
  }),
  idp_sso_endpoint: key('idp_sso_endpoint', 'Where users log in.', { required: true }),
  idp_metadata_path: key('idp_metadata_path', 'File in which the provider describes itself.', {
    required: true,
    value: absolutePath,
  }),
  idp_organization_name: key('idp_organization_name', 'Who runs it.'),
  idp_organization_display_name: key('idp_organization_display_name', 'The same, for people.'),
  idp_organization_url: key('idp_organization_url', 'Where that organization is found.'),
  idp_contact_company: key('idp_contact_company', 'The company of who is asked about it.'),
  idp_contact_name: key('idp_contact_name', 'Their first name.'),
  idp_contact_surname: key('idp_contact_surname', 'Their surname.'),
  idp_contact_email: key('idp_contact_email', 'Their address.'),
  idp_contact_telephone: key('idp_contact_telephone', 'Their telephone.'),
  idp_contact_type: key('idp_contact_type', 'What they are asked about: `technical`, `billing`.'),
};

const contacts: readonly unknown[] = ['technical', 'support', 'administrative', 'billing', 'other'];

/** `keystone::federation::identity_provider`: Keystone vouches for its users elsewhere. */
export class IdentityProvider extends classType(
  'keystone::federation::identity_provider',
  {
    ...options,
    user: parameter(text, 'The user that Keystone runs as.', { default: 'keystone' }),
    package_ensure: parameter(anything, 'The state of the packages for SAML.', { default: 'present' }),
  },
  {
    doc: 'Keystone as an identity provider, which vouches for its users elsewhere: [saml] of keystone.conf.',
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
      // A file that is there and empty is no description: that of a command that failed.
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
      this.complain(
        `'${asText(idp_contact_type)}' is no kind of contact`,
        contacts.join(', '),
        'idp_contact_type',
      );
    }
    if (this.parametersOf('keystone')?.service_name !== 'httpd') {
      this.fail('Keystone has to run below Apache', "set service_name of the class keystone to 'httpd'");
    }
  }

  #packages(): void {
    const { package_ensure: ensure } = this.parameters;
    const tag = 'keystone-support-package';
    if (compareReleases(this.release, 'train') < 0) {
      for (const title of ['xmlsec1', 'python-pysaml2']) ensurePackage(this, title, { ensure, tag });
      return;
    }
    new Package(this, 'xmlsec1', { ensure: ensure as string, tag });
    if (isReleaseBetween(this.release, undefined, '2023.1')) {
      const { pysaml2Package: name } = this.include(Params);
      new Package(this, 'python-pysaml2', { ensure: ensure as string, name, tag });
    }
  }
}
