import {
  matching,
  oneOf,
  parameter,
  property,
  secretOf,
  title,
  type ValueType,
  type WantedOf,
} from '../../catalog/index.js';

/** A value that the file has as text; a list is one with spaces, as yum reads it. */
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
const text = singleLineText(/^[^\r\n]*$/, 'a text of one line');
const number = singleLineText(/^(?:\d+|absent)$/, "a number or 'absent'");
const url = singleLineText(
  /^(?:(?:file|https?|ftp):\S*|absent)$/,
  "a URL with file, http, https or ftp, or 'absent'",
);
const urls = singleLineText(
  /^(?:(?:file|https?|ftp):\S*(?:\s+(?:file|https?|ftp):\S*)*|absent)$/,
  "URLs with file, http, https or ftp, or 'absent'",
);

/** White space tells words apart, whichever it is: a file may have a list over several lines. */
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
    'The id of the repository: the name of its section.',
    matching(/^[^\s[\]/]+$/, 'an id without blanks, slashes and brackets'),
  ),
  ensure: property(oneOf('present', 'absent'), 'Whether it is there.', { default: 'present' }),
  target: parameter(
    matching(/^\S+$/, 'the name of a file'),
    "The file that it stands in, below one of yum's directories; '.repo' is added where it is missing. A repository " +
      'in another file is moved. @default the file that it is in, else one of its own: NAME.repo',
  ),
  descr: setting(text, 'Its name for people: `name` in the file.'),
  mirrorlist: setting(url, 'Where a list of mirrors is.'),
  baseurl: setting(urls, 'Where the packages are.'),
  enabled: setting(yesOrNo, 'Whether packages are taken from it.'),
  gpgcheck: setting(yesOrNo, 'Whether signatures of packages are checked.'),
  payload_gpgcheck: setting(yesOrNo, "Whether signatures of packages' contents are checked."),
  repo_gpgcheck: setting(yesOrNo, 'Whether the signature of its index is checked.'),
  gpgkey: setting(urls, 'Where its keys are.'),
  mirrorlist_expire: setting(number, 'Seconds that the list of mirrors is good for.'),
  include: setting(url, 'A file with more of its configuration.'),
  exclude: setting(text, 'Packages that are never taken from it.'),
  gpgcakey: setting(url, 'The key of the authority that signs its keys.'),
  includepkgs: setting(text, 'The only packages that are taken from it.'),
  enablegroups: setting(yesOrNo, 'Whether its groups of packages count.'),
  module_hotfixes: setting(yesOrNo, 'Whether its packages count whatever streams of modules are chosen.'),
  failovermethod: setting(
    singleLineText(/^(?:roundrobin|priority|absent)$/, "'roundrobin', 'priority' or 'absent'"),
    'The order in which its addresses are tried.',
  ),
  keepalive: setting(yesOrNo, 'Whether connections are kept open.'),
  retries: setting(number, 'How often a file is tried; 0 is without end.'),
  http_caching: setting(
    singleLineText(/^(?:packages|all|none|absent)$/, "'packages', 'all', 'none' or 'absent'"),
    'What caches on the way may keep.',
  ),
  timeout: setting(number, 'Seconds to wait for a server.'),
  metadata_expire: setting(
    singleLineText(/^(?:\d+[dhm]?|never|absent)$/, "a number with d, h or m, 'never' or 'absent'"),
    'How long its index is good for: `6h`.',
  ),
  protect: setting(yesOrNo, 'Whether its packages are protected, with the plugin protectbase.'),
  priority: setting(
    singleLineText(/^(?:-?\d+|absent)$/, "a number or 'absent'"),
    'Which of several repositories wins: the lowest.',
  ),
  minrate: setting(number, 'Bytes a second that a server has to give.'),
  throttle: setting(
    singleLineText(/^(?:\d+[kMG%]?|absent)$/, "a number with k, M, G or %, or 'absent'"),
    'How much of the bandwidth is used.',
  ),
  bandwidth: setting(
    singleLineText(/^(?:\d+[kMG]?|absent)$/, "a number with k, M or G, or 'absent'"),
    'Bytes a second that there are.',
  ),
  cost: setting(number, 'How dear it is beside others with the same packages.'),
  proxy: setting(
    singleLineText(/^(?:(?:file|https?|ftp):\S*|_none_|absent)$/, "a URL, '_none_' or 'absent'", (value) =>
      value === '' ? '_none_' : value,
    ),
    'The proxy that it is reached through; `_none_` for none, which is written as an empty value from release 8 of Enterprise Linux on.',
  ),
  proxy_username: setting(text, 'Who asks the proxy.'),
  proxy_password: property(secret, 'The password for the proxy.'),
  s3_enabled: setting(yesOrNo, 'Whether it is in S3, with the plugin for it.'),
  sslcacert: setting(text, 'Certificates of the authorities that are trusted.'),
  sslverify: setting(yesOrNo, "Whether the server's certificate is checked."),
  sslclientcert: setting(text, 'The certificate that the server gets.'),
  sslclientkey: setting(text, 'The key of that certificate.'),
  metalink: setting(url, 'Where a metalink file with mirrors is.'),
  skip_if_unavailable: setting(yesOrNo, 'Whether the others are used where it does not answer.'),
  assumeyes: setting(yesOrNo, 'Whether its keys are taken without a question.'),
  deltarpm_percentage: setting(number, 'How small a delta must be to be used, in per cent of the package.'),
  deltarpm_metadata_percentage: setting(number, 'The same for the index of deltas.'),
  username: setting(text, 'Who asks the server.'),
  password: property(secret, 'The password for the server.'),
} as const;

/** A repository as its provider gets it. */
export type DesiredYumrepo = WantedOf<typeof attributes>;

/** The attributes that are settings of the file, with the names that they have there. */
export const settingNames: ReadonlyMap<string, string> = new Map(
  Object.entries(attributes)
    .filter(([name, { role }]) => role === 'property' && name !== 'ensure')
    .map(([name]) => [name, name === 'descr' ? 'name' : name]),
);
