import { arrayOf, boolean, definedType, matching, oneOf, parameter, string } from '../../catalog/index.js';
import { aptSourcePath, formatAptSource } from '../../formats/apt-source.js';
import { File } from '../../resources/index.js';
import { passOn } from '../pass-on.js';
import { formatOrFail } from '../shared/index.js';
import { Update } from './update.js';

const word = matching(/^[^\s\p{C}]+$/u, 'a word without spaces');

/**
 * `apt::source`: a repository of packages of Debian or Ubuntu, after a change of which the package index is updated.
 * @example
 * new apt.Source(site, 'openstack', { location: 'http://…', release: 'bookworm-zed', repos: 'main' })
 */
export class Source extends definedType(
  'apt::source',
  {
    ensure: parameter(oneOf('present', 'absent'), 'Whether it exists.', { default: 'present' }),
    location: parameter(word, 'URL of the repository.'),
    release: parameter(word, "The suite. @default the distribution's code name"),
    repos: parameter(arrayOf(word), 'Its components.', { default: ['main'] }),
    types: parameter(arrayOf(oneOf('deb', 'deb-src')), 'Binary packages, sources, or both.', {
      default: ['deb'],
    }),
    architecture: parameter(arrayOf(word), "The architectures. @default the host's"),
    keyring: parameter(
      matching(/^\/[^\s,\p{C}]*$/u, 'an absolute path without spaces and commas'),
      'The keyring that verifies its signature.',
    ),
    allow_unsigned: parameter(boolean, 'Whether it is trusted without a signature.', { default: false }),
    comment: parameter(string, 'A comment in the file.'),
    notify_update: parameter(boolean, 'Whether the package index is updated after a change.', {
      default: true,
    }),
  },
  { doc: 'A repository of packages of Debian or Ubuntu, in /etc/apt/sources.list.d.' },
) {
  override declare(): void {
    const { ensure, location, notify_update } = this.parameters;
    const path = formatOrFail(this, 'title', () => aptSourcePath(this.title));
    if (ensure === 'present' && location === undefined)
      this.fail('a repository needs a location', 'set location to its URL');
    const file =
      ensure === 'absent'
        ? new File(this, path, { ensure: 'absent' })
        : new File(this, path, { content: this.#content(), owner: 'root', group: 'root', mode: '0644' });
    if (notify_update === true) this.chain(file).notify(this.include(Update));
  }

  #content(): string {
    const { location, repos, types, architecture, keyring, allow_unsigned, comment } = this.parameters;
    const { release = this.facts.os?.distro?.codename } = this.parameters;
    if (release === undefined) this.fail('the code name of the distribution is unknown', 'set release');
    return formatAptSource(
      {
        Types: passOn(types),
        URIs: [String(location)],
        Suites: [String(release)],
        // A suite that ends with a slash is a directory without components.
        Components: String(release).endsWith('/') ? [] : (repos as readonly string[]),
        Architectures: (architecture as readonly string[] | undefined) ?? [],
        'Signed-By': keyring === undefined ? [] : [String(keyring)],
        Trusted: allow_unsigned === true ? ['yes'] : [],
      },
      comment === undefined ? undefined : String(comment),
    );
  }
}
