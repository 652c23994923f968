import {
  type DesiredOf,
  matching,
  oneOf,
  parameter,
  property,
  secretOf,
  title,
  type ValueType,
} from '../../catalog/index.js';

/** A value that is a string in the file; a list is joined by spaces, as yum reads it. */
function singleLineText(
  pattern: RegExp,
  expected: string,
  write: (value: string) => string = (value) => value,
): ValueType<string | number | boolean | readonly string[], string> {
  return {
    ...matching(pattern, expected),
    munge: (value) => {
      if (Array.isArray(value)) return value.map(String).join(' ');
      const plain = ['string', 'number', 'boolean'].includes(typeof value);
      return plain && value !== 'absent' ? write(String(value)) : value;
    },
  };
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const yesOrNo = singleLineText(
  /^(?:True|False|0|1|No|Yes|absent)$/,
  "true, false, 1, 0, 'yes', 'no' or 'absent'",
  capitalized,
);
const text = singleLineText(/^[^\r\n]*$/, 'a string of one line');
const number = singleLineText(/^(?:\d+|absent)$/, "a number or 'absent'");
const url = singleLineText(
  /^(?:(?:file|https?|ftp):\S*|absent)$/,
  "a URL with file, http, https or ftp, or 'absent'",
);
const urls = singleLineText(
  /^(?:(?:file|https?|ftp):\S*(?:\s+(?:file|https?|ftp):\S*)*|absent)$/,
  "URLs with file, http, https or ftp, or 'absent'",
);

/** Compared regardless of the kind of white space: a list in a file may have several lines. */
const setting = <V extends ValueType<unknown, unknown>>(value: V, doc: string) =>
  property(value as ValueType<string | number | boolean | readonly string[], string>, doc, {
    insync: (is, should) => normalizeSpaces(is) === normalizeSpaces(should),
  });

function normalizeSpaces(value: unknown): string {
  return String(value ?? 'absent')
    .trim()
    .split(/\s+/)
    .join(' ');
}

const secret = secretOf(text);

export const attributes = {
  name: title(
    'The ID of the repository: the name of its section.',
    matching(/^[^\s[\]/]+$/, 'an ID without spaces, slashes and brackets'),
  ),
  ensure: property(oneOf('present', 'absent'), 'Whether it exists.', { default: 'present' }),
  target: parameter(
    matching(/^\S+$/, 'the name of a file'),
    "The file that contains it, in one of yum's directories; '.repo' is added if it is missing. A repository " +
      'in another file is moved. @default the file that contains it, otherwise a new one: NAME.repo',
  ),
  descr: setting(text, 'Its human-readable name: `name` in the file.'),
  mirrorlist: setting(url, 'The URL of a list of mirrors.'),
  baseurl: setting(urls, 'The URLs of the packages.'),
  enabled: setting(yesOrNo, 'Whether it is used.'),
  gpgcheck: setting(yesOrNo, 'Whether the signatures of packages are verified.'),
  payload_gpgcheck: setting(yesOrNo, "Whether the signatures of packages' payloads are verified."),
  repo_gpgcheck: setting(yesOrNo, 'Whether the signature of its metadata is verified.'),
  gpgkey: setting(urls, 'The URLs of its keys.'),
  mirrorlist_expire: setting(number, 'Seconds until the list of mirrors expires.'),
  include: setting(url, 'The URL of a further configuration file.'),
  exclude: setting(text, 'Packages that are never installed from it.'),
  gpgcakey: setting(url, 'The URL of the key of the authority that signs its keys.'),
  includepkgs: setting(text, 'The only packages that are installed from it.'),
  enablegroups: setting(yesOrNo, 'Whether its package groups are used.'),
  module_hotfixes: setting(
    yesOrNo,
    'Whether its packages are available regardless of the enabled module streams.',
  ),
  failovermethod: setting(
    singleLineText(/^(?:roundrobin|priority|absent)$/, "'roundrobin', 'priority' or 'absent'"),
    'The order in which its URLs are tried.',
  ),
  keepalive: setting(yesOrNo, 'Whether connections are kept open.'),
  retries: setting(number, 'The maximum number of tries of a download; 0 for no limit.'),
  http_caching: setting(
    singleLineText(/^(?:packages|all|none|absent)$/, "'packages', 'all', 'none' or 'absent'"),
    'Which files HTTP caches are allowed to store.',
  ),
  timeout: setting(number, 'Seconds to wait for a server.'),
  metadata_expire: setting(
    singleLineText(/^(?:\d+[dhm]?|never|absent)$/, "a number with d, h or m, 'never' or 'absent'"),
    'The validity period of its metadata: `6h`.',
  ),
  protect: setting(yesOrNo, 'Whether its packages are protected, with the plugin protectbase.'),
  priority: setting(
    singleLineText(/^(?:-?\d+|absent)$/, "a number or 'absent'"),
    'Its priority among repositories: the lowest number wins.',
  ),
  minrate: setting(number, 'The minimum speed of a server, in bytes per second.'),
  throttle: setting(
    singleLineText(/^(?:\d+[kMG%]?|absent)$/, "a number with k, M, G or %, or 'absent'"),
    'The share of the bandwidth that is used.',
  ),
  bandwidth: setting(
    singleLineText(/^(?:\d+[kMG]?|absent)$/, "a number with k, M or G, or 'absent'"),
    'The available bandwidth, in bytes per second.',
  ),
  cost: setting(number, 'Its cost relative to other repositories with the same packages.'),
  proxy: setting(
    singleLineText(/^(?:(?:file|https?|ftp):\S*|_none_|absent)$/, "a URL, '_none_' or 'absent'", (value) =>
      value === '' ? '_none_' : value,
    ),
    'The proxy through which it is reached; `_none_` for none, which is written as an empty value on Enterprise Linux 8 and later.',
  ),
  proxy_username: setting(text, 'The user name for the proxy.'),
  proxy_password: property(secret, 'The password for the proxy.'),
  s3_enabled: setting(yesOrNo, 'Whether it is in S3; needs the plugin for that.'),
  sslcacert: setting(text, 'The certificates of the trusted authorities.'),
  sslverify: setting(yesOrNo, "Whether the server's certificate is verified."),
  sslclientcert: setting(text, 'The client certificate.'),
  sslclientkey: setting(text, 'The key of the client certificate.'),
  metalink: setting(url, 'The URL of a metalink file with mirrors.'),
  skip_if_unavailable: setting(yesOrNo, 'Whether the other repositories are used if it is not available.'),
  assumeyes: setting(yesOrNo, 'Whether its keys are accepted without a prompt.'),
  deltarpm_percentage: setting(number, 'The maximum size of a delta, in percent of the package.'),
  deltarpm_metadata_percentage: setting(
    number,
    'The maximum size of the metadata of deltas, in percent of the packages.',
  ),
  username: setting(text, 'The user name for the server.'),
  password: property(secret, 'The password for the server.'),
} as const;

/** A repository as the catalog declares it. */
export type DesiredYumrepo = DesiredOf<typeof attributes>;

/** The attributes that are settings of the file, with their names in it. */
export const settingNames: ReadonlyMap<string, string> = new Map(
  Object.entries(attributes)
    .filter(([name, { role }]) => role === 'property' && name !== 'ensure')
    .map(([name]) => [name, name === 'descr' ? 'name' : name]),
);
