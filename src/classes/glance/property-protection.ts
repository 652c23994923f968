import { anything, boolean, classType, hashOf, oneOf, parameter } from '../../catalog/index.js';
import {
  Anchor,
  File,
  GlanceApiConfig,
  GlancePropertyProtectionsConfig,
  Resources,
} from '../../resources/index.js';
import { reveal } from '../../secrets/secret.js';
import { declareSettings, joinAny, serviceDefault } from '../shared/index.js';
import { Deps } from './deps.js';
import { Params } from './params.js';
import { glanceGroup } from './platform.js';

const path = '/etc/glance/property-protections.conf';

/** The rules for reading and changing properties of images. */
export class PropertyProtection extends classType(
  'glance::property_protection',
  {
    property_protection_rule_format: parameter(
      oneOf('roles', 'policies'),
      'Whether the rules refer to roles or to policies; without it properties are not protected.',
    ),
    rules: parameter(hashOf(hashOf(anything)), "Rules, each as { 'property/create': { value: roles } }.", {
      default: {},
    }),
    purge_config: parameter(boolean, 'Whether rules that are not declared are removed.', { default: false }),
  },
  {
    doc: 'The rules for reading and changing properties of images: property-protections.conf.',
    since: '2024.1',
  },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    const { property_protection_rule_format: format, purge_config } = this.parameters;
    new Resources(this, 'glance_property_protections_config', { purge: purge_config });
    const order = { require: Anchor.ref('glance::config::begin'), notify: Anchor.ref('glance::config::end') };
    declareSettings(this, GlanceApiConfig, {
      'DEFAULT/property_protection_file': format === undefined ? serviceDefault : path,
      'DEFAULT/property_protection_rule_format': format ?? serviceDefault,
    });
    if (format === undefined) {
      new File(this, path, { ensure: 'absent', ...order });
      return;
    }
    // The packages do not contain this file.
    const file = new File(this, path, {
      ensure: 'file',
      owner: 'root',
      group: glanceGroup,
      mode: '0640',
      ...order,
    });
    this.#rules();
    this.chain(file).before(this.collect(GlancePropertyProtectionsConfig));
  }

  #rules(): void {
    for (const [name, rule] of Object.entries(reveal(this.parameters.rules) ?? {})) {
      const { value, ...others } = rule;
      const joined = value === undefined ? {} : { value: joinAny(value) };
      declareSettings(this, GlancePropertyProtectionsConfig, { [name]: { ...others, ...joined } });
    }
  }
}
