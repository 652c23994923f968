import { createHash } from 'node:crypto';
import { reveal } from '../../secrets/secret.js';
import { isInvalidWebAddress, isWebAddress } from '../web/web-address.js';
import type { WantedFile } from './attributes.js';
import { toBuffer } from './bytes.js';
import { findChecksumProblem, isTime } from './checksum.js';

/** What a content, a source or a target says about what has to be there. */
export function normalize(wanted: WantedFile): WantedFile {
  const { ensure, target, recurse } = wanted;
  // As in Puppet, any path in the place of a word is where a link points to.
  if (ensure?.startsWith('/')) return { ...wanted, ensure: 'link', target: target ?? ensure };
  if (target !== undefined && recurse && (ensure === undefined || ensure === 'link'))
    return { ...wanted, ensure: 'directory' };
  if (ensure !== undefined) return wanted;
  if (target !== undefined) return { ...wanted, ensure: 'link' };
  if (wanted.content !== undefined) return { ...wanted, ensure: 'file' };
  return wanted.source === undefined ? wanted : { ...wanted, ensure: 'present' };
}

/** The attributes of which one alone may say what a file holds. */
const creatorNames = ['content', 'source', 'target'] as const;

/** Attributes that cannot both be meant. */
export function* validate(wanted: WantedFile): Generator<string> {
  const { ensure, content, source, target, recurse, purge, path, links } = wanted;
  const creators = creatorNames.filter((name) => wanted[name] !== undefined);
  if (creators.length > 1) yield `${creators.join(' and ')} cannot both say what it holds; give one of them`;
  if (ensure === 'link' && target === undefined && (source === undefined || links === 'follow'))
    yield 'a link needs a target';
  if (ensure === 'link' && content !== undefined) yield 'a link has a target, not a content';
  if ((ensure === 'file' || (ensure === 'directory' && !recurse)) && target !== undefined) {
    yield `a target makes a link, and ensure says ${ensure}`;
  }
  if (ensure === 'directory' && content !== undefined) yield 'a directory has no content; source copies one';
  if (recurse === 'remote' && source === undefined)
    yield "recurse: 'remote' copies what a source has; give one";
  if (recurse && (content !== undefined || ensure === 'file'))
    yield 'recurse is for what is in a directory, and this is a file';
  if (purge && recurse !== true) yield 'purge removes what recurse: true finds; set that too';
  if (path === '/' && (ensure === 'absent' || purge)) yield 'the root directory cannot be removed';
  yield* validateRecursion(wanted);
  yield* validateContent(wanted);
  yield* validateChecksum(wanted);
}

function* validateRecursion({
  recurse,
  recurselimit,
  max_files,
  sourceselect,
  source,
}: WantedFile): Generator<string> {
  if (!recurse && recurselimit !== undefined) yield 'recurselimit says how deep recurse goes; set that too';
  if (!recurse && max_files > 0) yield 'max_files says how much recurse may come to; set that too';
  if (sourceselect === 'all' && (!recurse || source === undefined))
    yield "sourceselect: 'all' copies the content of several directories; set source and recurse too";
  if (recurse && source?.some(isWebAddress))
    yield 'a web server has no directories: recurse needs a source that is a path';
}

function* validateContent(wanted: WantedFile): Generator<string> {
  const {
    content,
    source,
    validate_cmd: command,
    validate_replacement: placeholder,
    source_permissions,
  } = wanted;
  if (typeof content === 'string' && /^\{\w+\}[0-9a-z]+$/i.test(content))
    yield `content is a text, and '${content.slice(0, content.indexOf('}') + 1)}…' would be written as it stands: Puppet would fetch what it names from a filebucket`;
  if (source_permissions !== 'ignore' && source === undefined)
    yield 'source_permissions copies the permissions of a source; give one';
  for (const one of source ?? [])
    if (isInvalidWebAddress(one)) yield `source '${one}' is no valid URL; correct it`;
  if (source_permissions !== 'ignore' && source?.some(isWebAddress))
    yield 'a web server gives no permissions: source_permissions needs a source that is a path';
  if (command === undefined) return;
  if (![command].flat().some((part) => part.includes(placeholder)))
    yield `validate_cmd must have '${placeholder}' where the path of the new content belongs`;
}

function* validateChecksum({
  checksum,
  checksum_value: value,
  content,
  source,
  recurse,
}: WantedFile): Generator<string> {
  if (isTime(checksum) && content !== undefined)
    yield `checksum => ${checksum} compares with a source, not with content`;
  if (checksum === 'none' && (content ?? source) !== undefined)
    yield "checksum: 'none' compares nothing; to leave what is there as it is, set replace: false";
  if (value === undefined) return;
  const problem = findChecksumProblem(checksum, value);
  if (problem !== undefined) yield problem;
  else if (content === undefined && source === undefined)
    yield 'checksum_value is of a content or a source; give one';
  else if (recurse) yield 'checksum_value is of one file, and recurse copies many';
  else if (
    content !== undefined &&
    createHash(checksum)
      .update(toBuffer(reveal(content)))
      .digest('hex') !== value.toLowerCase()
  )
    yield 'content does not have the checksum that checksum_value gives';
}
