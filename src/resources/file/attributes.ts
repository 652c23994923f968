import {
  anyOf,
  arrayOf,
  boolean,
  type DesiredOf,
  integer,
  matching,
  oneOf,
  orSecret,
  parameter,
  property,
  string,
  title,
  type ValueType,
} from '../../catalog/index.js';
import { fileContent } from './bytes.js';
import { checksumType } from './checksum.js';
import { cleanPath } from './clean-path.js';
import { fileMode } from './mode.js';
import { selinuxAttributes } from './selinux-attributes.js';
import { showContents } from './show-contents.js';

const sourcePath = matching(
  /^(?:\/[^\0]*|file:\/\/\/[^\0]*|[hH][tT][tT][pP][sS]?:\/\/[^\0\s@/]+(?:\/[^\0\s]*)?)$/,
  "an absolute path, or an address that begins with 'file:///', 'http://' or 'https://' and contains no password; puppet:/// needs a Puppet server",
);

/** A property that can be read, and not set. */
const readOnly: ValueType<never> = { schema: { not: {} }, expected: 'left out: it can only be read' };

/** The kind of a file, or as in Puppet the target of a link. */
const ensureValue: ValueType<Kind | `/${string}`, Kind> = {
  schema: {
    anyOf: [
      { enum: ['present', 'file', 'directory', 'link', 'absent'] },
      { type: 'string', pattern: '^/[^\\0]*$' },
    ],
  },
  expected: "'present', 'file', 'directory', 'link' or 'absent', or an absolute path that a link points to",
};

type Kind = 'present' | 'file' | 'directory' | 'link' | 'absent';

/** A string is run by the shell, and must not become a list of one program. */
const commandLine: ValueType<string | readonly string[]> = {
  schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] },
  expected: 'a string for the shell, or a list of a program and its arguments',
};

/** The contents of a source and of the existing file, if they differ. */
interface Contents {
  readonly is: string | undefined;
  readonly should: string;
}

/** The attributes of a file. */
export const attributes = {
  path: title('The absolute path. A slash at the end and repeated slashes are ignored.', cleanPath, {
    text: 'lines',
  }),
  ensure: property(
    ensureValue,
    "The kind of file. 'present': any kind that exists already, otherwise the kind that source, content or target create, otherwise an " +
      'empty file. Without it, content and source create a file and target a link; without those, only an existing ' +
      'file is managed. A path creates a link to it.',
    {
      insync: (is, should, { replace }) =>
        should === 'absent'
          ? is === 'absent'
          : is !== 'absent' && (should === 'present' || is === should || replace === false),
    },
  ),
  content: property(
    orSecret(fileContent),
    'The whole content of the file, compared byte by byte: a string, or bytes as a Buffer or Uint8Array. A new file with a secret content has the mode 0600 by default.',
    {
      text: 'bytes',
      show: (is, should, { show_diff }) => showContents(is, should, show_diff === true),
    },
  ),
  source: property(
    arrayOf(sourcePath),
    "The source of the content: a path on the host, a 'file:///' address on the machine that runs glance-apply (for a file beside " +
      "the manifest, import.meta.resolve('./motd')), or an 'http://' or 'https://' address that the host " +
      'fetches. Of several sources, the first one that exists is used. A directory is copied with its content if recurse is set. ' +
      'A link is copied as a link, unless links is follow or ensure is file or directory. A file on a web server ' +
      'is compared by the checksum that the server declares, otherwise by its time and size, otherwise by downloading it; ' +
      'checksum_value makes the comparison certain.',
    {
      show: (is, should) => {
        const contents = is as Contents | undefined;
        return typeof contents === 'object'
          ? showContents(contents.is, contents.should, true)
          : { from: is, to: should.join(', ') };
      },
    },
  ),
  sourceselect: parameter(
    oneOf('first', 'all'),
    'Of several directories in source: the first that exists, or the content of all of them; the first one wins.',
    { default: 'first' },
  ),
  source_permissions: parameter(
    oneOf('ignore', 'use', 'use_when_creating'),
    'Whether owner, group and mode default to those of the source: never, always, or for new files.',
    { default: 'ignore' },
  ),
  checksum: parameter(
    checksumType,
    "How contents are compared. All whole checksums have the same effect: a comparison byte by byte. Those that end in 'lite' compare only " +
      "the first 512 bytes. With 'mtime' and 'ctime', a file that is not older than its source is in sync. " +
      'With checksum_value, the type of that checksum.',
    { default: 'sha256' },
  ),
  checksum_value: parameter(
    string,
    'The checksum of the content, in hexadecimal digits. A file with this checksum is in sync, and its source is ' +
      'not read; a source or content with another checksum is refused.',
  ),
  target: property(
    string,
    'The target of a link, as it is written into the link. With recurse, a directory for whose files links are created.',
    { text: 'lines' },
  ),
  owner: property(string, 'The owner, by name or number.'),
  group: property(string, 'The group, by name or number.'),
  mode: property(
    fileMode,
    "Permissions in octal digits ('0640'), or changes of the existing ones ('u=rw,g-w,o='). Octal digits that allow to " +
      'read a directory also allow to search it. A link has no permissions.',
  ),
  recurse: property(
    anyOf(boolean, oneOf('remote')),
    'Whether owner, group and mode apply to the content of a directory, and the content of its source is copied: ' +
      "true for everything in it, 'remote' only for what the source contains. Paths of other file resources, " +
      'and everything below them, are left unchanged.',
    { show: (is) => ({ from: undefined, to: is ?? 'everything in it' }) },
  ),
  purge: property(
    boolean,
    'Whether paths in a directory are removed if they are neither in its source nor managed by another file resource.',
    {
      show: (is, should) => (Array.isArray(is) ? { from: is, to: [] } : { from: is, to: should }),
    },
  ),
  recurselimit: parameter(
    integer({ min: 0 }),
    'The depth of recurse; 1 is the content of the directory, 0 only the directory.',
  ),
  max_files: parameter(
    integer({ min: -1 }),
    'The maximum number of files and directories that recurse may find; more are an error. 0 and -1 for any number.',
    { default: 0 },
  ),
  ignore: parameter(
    arrayOf(string),
    'Names that recursion ignores, as shell patterns: `*.bak`, `.git`. They are neither copied nor purged.',
    { default: [] },
  ),
  force: parameter(
    boolean,
    'Whether a directory may be removed with its content: to be absent, to become a file or a link, to be purged.',
    { default: false },
  ),
  links: parameter(
    oneOf('manage', 'follow'),
    'Whether a link at the path is managed itself, or its target; the same for a source and its content.',
    { default: 'manage' },
  ),
  replace: parameter(boolean, 'Whether an existing file is changed to the content, source or target.', {
    default: true,
  }),
  backup: parameter(
    anyOf(boolean, string),
    'Whether a replaced or removed file is backed up in the state directory, by its checksum, with passwords redacted; ' +
      'content that is secret or has show_diff: false is not backed up. A string that begins with a dot is a suffix: the backup is ' +
      'an unchanged copy beside the file or directory. Any other string is the name of a filebucket, which must be declared; the one named puppet is the state directory.',
    { default: true },
  ),
  validate_cmd: parameter(
    commandLine,
    "A command that must succeed before new content is put in place; '%' in it is the path of a file with the " +
      'content, which only its owner can read. A list of arguments is run directly, a string by the shell.',
  ),
  validate_replacement: parameter(string, 'The placeholder for the path in validate_cmd.', {
    default: '%',
  }),
  show_diff: parameter(
    boolean,
    'Whether plans and reports show the difference of contents, or only checksums.',
    {
      default: true,
    },
  ),
  ...selinuxAttributes,
  ctime: parameter(readOnly, 'The time of the last change of any kind. Read-only.'),
  mtime: parameter(readOnly, 'The time of the last change of the content. Read-only.'),
  type: parameter(readOnly, 'The kind of file: file, directory, link, and so on. Read-only.'),
} as const;

/** The desired state of a file. */
export type DesiredFile = DesiredOf<typeof attributes>;
