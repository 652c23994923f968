import { classType, parameter } from '../../../catalog/index.js';
import { Anchor, Exec } from '../../../resources/index.js';
import { scalarString } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';
import { glanceUser } from '../platform.js';

/** Loads Glance's metadata definitions after the schema exists. */
export class Metadefs extends classType(
  'glance::db::metadefs',
  {
    extra_params: parameter(scalarString, "Arguments between 'glance-manage' and 'db_load_metadefs'.", {
      default: '',
    }),
  },
  { doc: "Loads Glance's metadata definitions.", since: 'ocata' },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    new Exec(this, 'glance-manage db_load_metadefs', {
      command: `glance-manage ${this.parameters.extra_params} db_load_metadefs`,
      path: '/usr/bin',
      user: glanceUser,
      refreshonly: true,
      try_sleep: 5,
      tries: 10,
      logoutput: 'on_failure',
      subscribe: ['install::end', 'config::end', 'dbsync::end'].map((name) => Anchor.ref(`glance::${name}`)),
    });
  }
}
