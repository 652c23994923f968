import { classType } from '../../catalog/index.js';
import { Anchor } from '../../resources/index.js';

const anchor = (name: string) => Anchor.ref(`swift::${name}`);

/** The order of installing, configuring and starting Swift, for other modules. */
export class Deps extends classType(
  'swift::deps',
  {},
  { doc: 'The order of Swift, as anchors for other modules.' },
) {
  override declare(): void {
    for (const phase of ['install', 'config', 'service']) {
      new Anchor(this, `swift::${phase}::begin`);
      new Anchor(this, `swift::${phase}::end`);
    }
    this.chain(anchor('install::begin')).notify(anchor('install::end')).before(anchor('config::begin'));
    this.chain(anchor('config::begin')).notify(anchor('config::end')).notify(anchor('service::begin'));
    this.chain(anchor('install::end')).notify(anchor('service::begin')).notify(anchor('service::end'));
  }
}
