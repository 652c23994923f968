import { classType } from '../../catalog/index.js';
import { GlanceApiConfig } from '../../resources/index.js';
import { declareOptions, option } from '../shared/index.js';
import { toBracketedList } from './bracketed-list.js';
import { Deps } from './deps.js';
import { Params } from './params.js';

const list = (name: string, doc: string) =>
  option(`import_filtering_opts/${name}`, doc, { write: toBracketedList });

const options = {
  allowed_schemes: list('allowed_schemes', 'URL schemes from which images can be imported.'),
  disallowed_schemes: list('disallowed_schemes', 'URL schemes from which images cannot be imported.'),
  allowed_hosts: list('allowed_hosts', 'Hosts from which images can be imported.'),
  disallowed_hosts: list('disallowed_hosts', 'Hosts from which images cannot be imported.'),
  allowed_ports: list('allowed_ports', 'Ports from which images can be imported.'),
  disallowed_ports: list('disallowed_ports', 'Ports from which images cannot be imported.'),
};

/** The addresses from which images can be imported. */
export class ImportFilteringOpts extends classType('glance::import_filtering_opts', options, {
  doc: 'The addresses from which images can be imported: [import_filtering_opts] of glance-api.conf.',
  since: '2024.2',
}) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    declareOptions(this, GlanceApiConfig, options);
  }
}
