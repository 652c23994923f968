import type { WantedFile } from './attributes.js';

/** What a content, a source or a target says about what has to be there. */
export function withEnsure(wanted: WantedFile): WantedFile {
  if (wanted.ensure !== undefined) return wanted;
  if (wanted.target !== undefined) return { ...wanted, ensure: 'link' };
  if (wanted.content !== undefined) return { ...wanted, ensure: 'file' };
  return wanted.source === undefined ? wanted : { ...wanted, ensure: 'present' };
}

/** The attributes of which one alone may say what a file holds. */
const creatorNames = ['content', 'source', 'target'] as const;

/** Attributes that cannot both be meant. */
export function* contradictions(wanted: WantedFile): Generator<string> {
  const { ensure, content, source, target, recurse, purge, path } = wanted;
  const creators = creatorNames.filter((name) => wanted[name] !== undefined);
  if (creators.length > 1) yield `${creators.join(' and ')} cannot both say what it holds; give one of them`;
  if (ensure === 'link' && target === undefined) yield 'a link needs a target';
  if (ensure === 'link' && (content !== undefined || source !== undefined))
    yield 'a link has a target, not a content';
  if ((ensure === 'file' || ensure === 'directory') && target !== undefined) {
    yield `a target makes a link, and ensure says ${ensure}`;
  }
  if (ensure === 'directory' && content !== undefined) yield 'a directory has no content; source copies one';
  if (recurse === 'remote' && source === undefined)
    yield "recurse => 'remote' copies what a source has; give one";
  if (purge && recurse !== true) yield 'purge removes what recurse => true finds; set that too';
  if (path === '/' && (ensure === 'absent' || purge)) yield 'the root directory cannot be removed';
  const { validate_cmd: command, validate_replacement: placeholder } = wanted;
  if (command !== undefined && ![command].flat().some((part) => part.includes(placeholder))) {
    yield `validate_cmd must have '${placeholder}' where the path of the new content belongs`;
  }
}
