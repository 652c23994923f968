import {
  anyOf,
  arrayOf,
  boolean,
  integer,
  matching,
  oneOf,
  orSecret,
  parameter,
  property,
  string,
  title,
  type ValueType,
  type WantedOf,
} from '../../catalog/index.js';
import { fileContent } from './bytes.js';
import { checksumType } from './checksum.js';
import { cleanPath } from './clean-path.js';
import { fileMode } from './mode.js';
import { selinuxAttributes } from './selinux-attributes.js';
import { showContents } from './show-contents.js';

const sourcePath = matching(
  /^(?:\/[^\0]*|file:\/\/\/[^\0]*|[hH][tT][tT][pP][sS]?:\/\/[^\0\s@/]+(?:\/[^\0\s]*)?)$/,
  "an absolute path, or an address that begins with 'file:///', 'http://' or 'https://' and holds no password; puppet:/// needs a Puppet server",
);

/** What only the host says: it can be read, and a manifest has no say in it. */
const readOnly: ValueType<never> = { schema: { not: {} }, expected: 'left out: it can only be read' };

/** What a file is, or as in Puppet where a link points to. */
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

/** A text is for the shell, and must not become a list of one program. */
const commandLine: ValueType<string | readonly string[]> = {
  schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] },
  expected: 'a text for the shell, or a list of a program and its arguments',
};

/** What a source and what is there hold, where they are not the same. */
interface Contents {
  readonly is: string | undefined;
  readonly should: string;
}

export const attributes = {
  path: title('Absolute path. A slash at the end and doubled slashes do not count.', cleanPath, {
    text: 'lines',
  }),
  ensure: property(
    ensureValue,
    "What is there. 'present' is whatever is there already, else what source, content or target make, else an " +
      'empty file. Left out, content and source make a file and target a link, and of anything else only what ' +
      'exists is managed. A path makes a link that points there.',
    {
      insync: (is, should, { replace }) =>
        should === 'absent'
          ? is === 'absent'
          : is !== 'absent' && (should === 'present' || is === should || replace === false),
    },
  ),
  content: property(
    orSecret(fileContent),
    'The whole content of the file, compared byte by byte: a text, or bytes as a Buffer or Uint8Array. A new file with a secret content has the mode 0600 unless it is given one.',
    {
      text: 'bytes',
      show: (is, should, { show_diff }) => showContents(is, should, show_diff === true),
    },
  ),
  source: property(
    arrayOf(sourcePath),
    "What is copied: a path on the host, a 'file:///' address on the machine that runs this (a manifest gives " +
      "its neighbour as import.meta.resolve('./motd')), or an 'http://' or 'https://' address that the host " +
      'fetches. Of several, the first that exists. A directory is copied with all that is in it where recurse says ' +
      'so. A link is copied as the link that it is, unless links is follow or ensure says file or directory. What ' +
      'a web server has is compared by the checksum that it gives, else by its time and size, else by fetching it; ' +
      'checksum_value makes it certain.',
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
    'Of several directories in source: the first that exists, or the content of all of them, of which the first has the say.',
    { default: 'first' },
  ),
  source_permissions: parameter(
    oneOf('ignore', 'use', 'use_when_creating'),
    'Whether owner, group and mode that are not given are those of the source: never, always, or of what is new.',
    { default: 'ignore' },
  ),
  checksum: parameter(
    checksumType,
    "How contents are compared. Whole checksums all mean the same: byte by byte. Those that end in 'lite' look at " +
      "the first 512 bytes alone. 'mtime' and 'ctime' take a file for the same that is not older than its source. " +
      'With checksum_value, which checksum that is.',
    { default: 'sha256' },
  ),
  checksum_value: parameter(
    string,
    'The checksum of the content, in hexadecimal digits. A file that has it is left alone, without a look at the ' +
      'source; a source or content that does not have it is refused.',
  ),
  target: property(
    string,
    'Where a link points to, as it is written into the link. With recurse, a directory whose content is linked one by one.',
    { text: 'lines' },
  ),
  owner: property(string, 'The user that owns it, by name or number.'),
  group: property(string, 'The group that owns it, by name or number.'),
  mode: property(
    fileMode,
    "Permissions in octal digits ('0640'), or changes of those that are there ('u=rw,g-w,o='). Whoever may read a " +
      'directory by octal digits may also search it. A link has none of its own.',
  ),
  recurse: property(
    anyOf(boolean, oneOf('remote')),
    'Whether owner, group and mode hold for all that is in a directory, and what its source has in it is copied: ' +
      "true for all that is there, 'remote' for what the source has alone. What other file resources manage, and " +
      'what is below it, is theirs.',
    { show: (is) => ({ from: undefined, to: is ?? 'all that is in it' }) },
  ),
  purge: property(
    boolean,
    'Removes from a directory what neither its source nor another file resource has.',
    {
      show: (is, should) => (Array.isArray(is) ? { from: is, to: [] } : { from: is, to: should }),
    },
  ),
  recurselimit: parameter(
    integer({ min: 0 }),
    'How many levels deep recurse goes; 1 is what is directly in the directory, 0 the directory alone.',
  ),
  max_files: parameter(
    integer({ min: -1 }),
    'How many files and directories recurse may come to; more of them are an error. 0 and -1 for any number.',
    { default: 0 },
  ),
  ignore: parameter(
    arrayOf(string),
    'Names that recursion passes over, as shell patterns: `*.bak`, `.git`. They are neither copied nor purged.',
    { default: [] },
  ),
  force: parameter(
    boolean,
    'A directory may be removed, with all that is in it: to be absent, to become a file or a link, to be purged.',
    { default: false },
  ),
  links: parameter(
    oneOf('manage', 'follow'),
    'Whether a link at the path is the thing that is managed, or what it points to; the same of a source, and of what is in it.',
    { default: 'manage' },
  ),
  replace: parameter(boolean, 'Whether something that is there already gets the content, source or target.', {
    default: true,
  }),
  backup: parameter(
    anyOf(boolean, string),
    'Whether what is replaced or removed is kept in the state directory, by its checksum, with passwords blanked and ' +
      'without any content that is a secret or has show_diff: false. A text that begins with a dot keeps it beside the ' +
      'file or directory as it is, under that ending; any other text is the name of a filebucket, which has to be declared; the one called puppet is the state directory.',
    { default: true },
  ),
  validate_cmd: parameter(
    commandLine,
    "A command that must succeed before new content is put in place; '%' in it is the path of a file that holds " +
      'the content and that only its owner may read. A list of arguments is run as it is, a text by the shell.',
  ),
  validate_replacement: parameter(string, "What stands for the path in validate_cmd in place of '%'.", {
    default: '%',
  }),
  show_diff: parameter(
    boolean,
    'Whether plans and reports show what changes in a content, or checksums alone.',
    {
      default: true,
    },
  ),
  ...selinuxAttributes,
  ctime: parameter(readOnly, 'When it was last changed in any way. Read-only.'),
  mtime: parameter(readOnly, 'When its content was last changed. Read-only.'),
  type: parameter(readOnly, 'What it is: file, directory, link, and so on. Read-only.'),
} as const;

/** A file resource as its provider gets it. */
export type WantedFile = WantedOf<typeof attributes>;
