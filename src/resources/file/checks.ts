import { createHash } from 'node:crypto';
import { reveal } from '../../secrets/secret.js';
import { findSourceProblem, isWebAddress } from '../web/web-address.js';
import type { DesiredFile } from './attributes.js';
import { toBuffer } from './bytes.js';
import { findChecksumProblem, isTime } from './checksum.js';

/** Derives `ensure` from content, source and target. */
export function normalize(desired: DesiredFile): DesiredFile {
  const { ensure, target, recurse } = desired;
  // As in Puppet, a path as ensure is the target of a link.
  if (ensure?.startsWith('/')) return { ...desired, ensure: 'link', target: target ?? ensure };
  if (target !== undefined && recurse && (ensure === undefined || ensure === 'link'))
    return { ...desired, ensure: 'directory' };
  if (ensure !== undefined) return desired;
  if (target !== undefined) return { ...desired, ensure: 'link' };
  if (desired.content !== undefined) return { ...desired, ensure: 'file' };
  return desired.source === undefined ? desired : { ...desired, ensure: 'present' };
}

/** The attributes of which only one may determine the content of a file. */
const creatorNames = ['content', 'source', 'target'] as const;

/** Validates the attributes of a file together. */
export function* validate(desired: DesiredFile): Generator<string> {
  const { ensure, content, source, target, recurse, purge, path, links } = desired;
  const creators = creatorNames.filter((name) => desired[name] !== undefined);
  if (creators.length > 1)
    yield `${creators.join(' and ')} cannot be combined, because each determines the content; give one of them`;
  if (ensure === 'link' && target === undefined && (source === undefined || links === 'follow'))
    yield 'a link needs a target';
  if (ensure === 'link' && content !== undefined) yield 'a link has a target, not a content';
  if ((ensure === 'file' || (ensure === 'directory' && !recurse)) && target !== undefined) {
    yield `a target creates a link, and ensure is ${ensure}`;
  }
  if (ensure === 'directory' && content !== undefined)
    yield 'a directory has no content; to copy one, use source';
  if (recurse === 'remote' && source === undefined)
    yield "recurse: 'remote' copies the content of a source; give a source";
  if (recurse && (content !== undefined || ensure === 'file'))
    yield 'recurse applies to the content of a directory, and this is a file';
  if (purge && recurse !== true) yield 'purge removes what recurse: true finds; set recurse too';
  if (path === '/' && (ensure === 'absent' || purge)) yield 'the root directory cannot be removed';
  yield* validateRecursion(desired);
  yield* validateContent(desired);
  yield* validateChecksum(desired);
}

function* validateRecursion({
  recurse,
  recurselimit,
  max_files,
  sourceselect,
  source,
}: DesiredFile): Generator<string> {
  if (!recurse && recurselimit !== undefined)
    yield 'recurselimit limits the depth of recurse; set recurse too';
  if (!recurse && max_files > 0) yield 'max_files limits what recurse finds; set recurse too';
  if (sourceselect === 'all' && (!recurse || source === undefined))
    yield "sourceselect: 'all' copies the content of several directories; set source and recurse too";
  if (recurse && source?.some(isWebAddress))
    yield 'a web server cannot list directories: recurse needs a source that is a path';
}

function* validateContent(desired: DesiredFile): Generator<string> {
  const {
    content,
    source,
    validate_cmd: command,
    validate_replacement: placeholder,
    source_permissions,
  } = desired;
  if (typeof content === 'string' && /^\{\w+\}[0-9a-z]+$/i.test(content))
    yield `content is a string, and '${content.slice(0, content.indexOf('}') + 1)}…' would be written literally: Puppet would fetch the content with this checksum from a filebucket`;
  if (source_permissions !== 'ignore' && source === undefined)
    yield 'source_permissions copies the permissions of a source; give a source';
  for (const one of source ?? []) {
    const problem = findSourceProblem(one);
    if (problem !== undefined) yield `source '${one}' ${problem}`;
  }
  if (source_permissions !== 'ignore' && source?.some(isWebAddress))
    yield 'a web server has no permissions to copy: source_permissions needs a source that is a path';
  if (command === undefined) return;
  if (![command].flat().some((part) => part.includes(placeholder)))
    yield `validate_cmd must contain '${placeholder}' in the position of the path of the new content`;
}

function* validateChecksum({
  checksum,
  checksum_value: value,
  content,
  source,
  recurse,
}: DesiredFile): Generator<string> {
  if (isTime(checksum) && content !== undefined)
    yield `checksum => ${checksum} compares with a source, not with content`;
  if (checksum === 'none' && (content ?? source) !== undefined)
    yield "checksum: 'none' compares nothing; to leave an existing file as it is, set replace: false";
  if (value === undefined) return;
  const problem = findChecksumProblem(checksum, value);
  if (problem !== undefined) yield problem;
  else if (content === undefined && source === undefined)
    yield 'checksum_value is the checksum of a content or a source; give one of them';
  else if (recurse) yield 'checksum_value is the checksum of one file, and recurse copies many';
  else if (
    content !== undefined &&
    createHash(checksum)
      .update(toBuffer(reveal(content)))
      .digest('hex') !== value.toLowerCase()
  )
    yield 'content does not have the checksum of checksum_value';
}
