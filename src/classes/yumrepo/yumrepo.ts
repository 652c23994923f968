import {
  absolutePath,
  anyOf,
  arrayOf,
  boolean,
  definedType,
  integer,
  matching,
  oneOf,
  parameter,
  string,
} from '../../catalog/index.js';
import { File, IniSetting } from '../../resources/index.js';

const absent = oneOf('absent');
const yesOrNo = anyOf(boolean, absent);
const text = anyOf(absent, string);
const texts = anyOf(absent, arrayOf(string));
const setting = <V>(...[value, doc]: Parameters<typeof parameter<V, V>>) => parameter(value, doc);

/** Parameters that are settings of the same name. */
const settings = {
  baseurl: setting(text, 'Where the packages are.'),
  mirrorlist: setting(text, 'Where a list of mirrors is.'),
  metalink: setting(text, 'Where a metalink file with mirrors is.'),
  enabled: setting(yesOrNo, 'Whether packages are taken from it.'),
  gpgcheck: setting(yesOrNo, 'Whether signatures of packages are checked.'),
  repo_gpgcheck: setting(yesOrNo, 'Whether the signature of its index is checked.'),
  gpgkey: setting(texts, 'Where its keys are.'),
  priority: setting(anyOf(integer({ min: 1 }), absent), 'Which of several repositories wins: the lowest.'),
  cost: setting(anyOf(integer({ min: 0 }), absent), 'How dear it is beside others with the same packages.'),
  exclude: setting(texts, 'Packages that are never taken from it.'),
  includepkgs: setting(texts, 'The only packages that are taken from it.'),
  proxy: setting(text, 'The proxy that it is reached through; `_none_` for none.'),
  proxy_username: setting(text, 'Who asks the proxy.'),
  sslverify: setting(yesOrNo, "Whether the server's certificate is checked."),
  sslcacert: setting(text, 'Certificates of the authorities that are trusted.'),
  skip_if_unavailable: setting(yesOrNo, 'Whether the others are used where it does not answer.'),
  module_hotfixes: setting(yesOrNo, 'Whether its packages count whatever streams of modules are chosen.'),
  metadata_expire: setting(text, 'How long its index is good for: `6h`.'),
  timeout: setting(anyOf(integer({ min: 0 }), absent), 'Seconds to wait for a server.'),
} as const;

/**
 * `yumrepo`: a repository of packages of Enterprise Linux. A setting that is not given is left as it is; `absent`
 * removes it.
 * @example
 * new Yumrepo(site, 'openstack-newton', { descr: 'OpenStack Newton', baseurl: 'https://…', gpgcheck: true })
 */
export class Yumrepo extends definedType(
  'yumrepo',
  {
    ensure: parameter(oneOf('present', 'absent'), 'Whether it is there.', { default: 'present' }),
    name: parameter(matching(/^[\w.:-]+$/, 'a name without spaces'), 'Its id, where it is not the title.'),
    descr: setting(text, 'Its name for people.'),
    target: parameter(
      absolutePath,
      'The file that it stands in. Left out: one of its own in /etc/yum.repos.d.',
    ),
    ...settings,
  },
  { doc: 'A repository of packages of Enterprise Linux, in /etc/yum.repos.d.' },
) {
  override declare(): void {
    const { ensure, name = this.title, target, descr, ...values } = this.parameters;
    const path = String(target ?? `/etc/yum.repos.d/${name}.repo`);
    if (ensure === 'absent') {
      if (target !== undefined) this.fail('a repository in a file with others is not removed', 'disable it');
      new File(this, path, { ensure: 'absent' });
      return;
    }
    this.declareUnlessThere(File, path, { ensure: 'file', owner: 'root', group: 'root', mode: '0644' });
    for (const [key, value] of Object.entries({ name: descr, ...values })) {
      if (value === undefined) continue;
      new IniSetting(this, `${path} [${name}] ${key}`, {
        path,
        section: String(name),
        setting: key,
        key_val_separator: '=',
        ...(value === 'absent' ? { ensure: 'absent' } : { value: written(value) }),
      });
    }
  }
}

/** As yum writes it: 1 and 0, and lists with spaces. */
function written(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) ? value.join(' ') : String(value);
}
