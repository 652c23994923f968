import { posix } from 'node:path';
import {
  absolutePath,
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
import { showContents } from './content.js';
import { fileMode } from './mode.js';

/** `/etc//glance/` is the same file as `/etc/glance`. */
const cleanPath: ValueType<string> = {
  ...absolutePath,
  munge: (value) =>
    typeof value === 'string' && value.startsWith('/')
      ? posix.join('/', value).replace(/(?<=.)\/$/, '')
      : value,
};

const sourcePath = matching(/^(?:\/[^\0]*|file:\/\/\/[^\0]*)$/, "an absolute path or a 'file:///' address");

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
  path: title('Absolute path. A slash at the end and doubled slashes do not count.', cleanPath),
  ensure: property(
    oneOf('present', 'file', 'directory', 'link', 'absent'),
    "What is there. 'present' is whatever is there already, else what source, content or target make, else an " +
      'empty file. Left out, content and source make a file and target a link, and of anything else only what ' +
      'exists is managed.',
    {
      insync: (is, should, { replace }) =>
        should === 'absent'
          ? is === 'absent'
          : is !== 'absent' && (should === 'present' || is === should || replace === false),
    },
  ),
  content: property(
    orSecret(string),
    'The whole content of the file, compared byte by byte. A new file with a secret content has the mode 0600 unless it is given one.',
    {
      show: (is, should, { show_diff }) => showContents(is, should, show_diff === true),
    },
  ),
  source: property(
    arrayOf(sourcePath),
    "What is copied: a path on the host, or a 'file:///' address on the machine that runs this (a manifest gives " +
      "its neighbour as import.meta.resolve('./motd')). Of several, the first that exists. A directory is copied " +
      'with all that is in it where recurse says so. A link given here is followed.',
    {
      show: (is, should) => {
        const contents = is as Contents | undefined;
        return typeof contents === 'object'
          ? showContents(contents.is, contents.should, true)
          : { from: is, to: should.join(', ') };
      },
    },
  ),
  target: property(string, 'Where a link points to, as it is written into the link.'),
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
    'How many levels deep recurse goes; 1 is the directory itself.',
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
    "Whether a link at the path is the thing that is managed, or what it points to; of a source's content too.",
    { default: 'manage' },
  ),
  replace: parameter(boolean, 'Whether something that is there already gets the content, source or target.', {
    default: true,
  }),
  backup: parameter(
    anyOf(boolean, string),
    'Whether what is replaced or removed is kept in the state directory, by its checksum, with passwords blanked and ' +
      'without any content that is a secret or has show_diff: false. A text that begins with a dot keeps it beside the ' +
      'file as it is, under that ending; any other text is the same as true.',
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
} as const;

/** A file resource as its provider gets it. */
export type WantedFile = WantedOf<typeof attributes>;
