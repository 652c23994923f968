import { anything, boolean, nativeType, type NativeType, parameter, property, string, title } from '../catalog/index.js';

function stub(name: string) {
  return nativeType(
    name,
    {
      name: title('section/option'),
      ensure: property(string, 'ensure'),
      value: property(anything, 'value'),
      secret: parameter(boolean, 'secret'),
      ensure_absent_val: parameter(anything, 'marker'),
    },
    { doc: name },
  );
}

/** The configuration types by Puppet's names. */
export const configTypes: ReadonlyMap<string, NativeType> = new Map(
  [
    'glance_api_config',
    'glance_cache_config',
    'glance_registry_config',
    'glance_glare_config',
    'glance_swift_config',
    'glance_image_import_config',
    'glance_rootwrap_config',
    'glance_property_protections_config',
    'glance_api_paste_ini',
    'glance_registry_paste_ini',
    'glance_glare_paste_ini',
    'glance_api_uwsgi_config',
    'keystone_config',
  ].map((name) => [name, stub(name) as unknown as NativeType]),
);
