import { isHash } from '../../data/is-hash.js';
import { problem } from '../../errors/diagnostic.js';
import { GlanceApplyError, messageOf, raise } from '../../errors/glance-apply-error.js';
import type { PuppetEdge, PuppetResource } from './puppet-catalog.js';

/** The parts of a catalog that are read: everything else is derived from them. */
export interface ReadCatalog {
  readonly resources: readonly PuppetResource[];
  readonly edges: readonly PuppetEdge[];
}

/**
 * Reads the outer structure of a catalog; truncated content or content of another format is reported as one clear
 * error.
 */
export function readPuppetCatalog(source: unknown, file: string): ReadCatalog {
  const parsed = typeof source === 'string' ? parse(source, file) : source;
  // Older Puppet tools wrap the catalog: {"document_type": "Catalog", "data": {…}}.
  const outer = isHash(parsed) && isHash(parsed.data) && !('resources' in parsed) ? parsed.data : parsed;
  if (!isHash(outer) || !Array.isArray(outer.resources)) {
    return raise('catalog.form', "this is not a catalog in Puppet's format: it has no list of resources", {
      location: { file, line: 1 },
      hint: 'such a file is written by glance-apply catalog --format json, or by puppet catalog compile',
    });
  }
  refuseUnknownFormat(outer.catalog_format, file);
  const edges = Array.isArray(outer.edges) ? outer.edges.filter(isEdge) : [];
  const wrong = outer.resources.findIndex((one) => !isResource(one));
  if (wrong >= 0) {
    throw new GlanceApplyError(
      problem(
        'catalog.resource',
        `resource ${wrong + 1} of the catalog lacks a type, a title or a hash of parameters`,
        {
          location: { file, line: 1 },
        },
      ),
    );
  }
  return { resources: outer.resources, edges };
}

/** The supported versions of the format. Catalogs of Puppet before version 5 do not contain a version. */
const knownFormats: readonly unknown[] = [undefined, null, 1, 2];

function refuseUnknownFormat(format: unknown, file: string): void {
  if (knownFormats.includes(format)) return;
  raise(
    'catalog.version',
    `the catalog has the format ${JSON.stringify(format)}; this version reads 1 and 2`,
    {
      location: { file, line: 1 },
      hint: 'update glance-apply, or write the catalog with the version that is to apply it',
    },
  );
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const end = text.trimEnd();
    const cut = !end.endsWith('}');
    const line = end.split('\n').length;
    const what = cut
      ? 'the catalog ends in the middle: the file was cut off'
      : 'the catalog is not valid JSON';
    throw new GlanceApplyError(
      problem('catalog.json', `${what} (${messageOf(cause)})`, {
        location: { file, line: cut ? line : lineOf(text, messageOf(cause)) },
        hint: 'write or fetch it again',
      }),
      { cause },
    );
  }
}

/** Returns the line that an error message of JSON.parse refers to, if it contains a position. */
function lineOf(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
}

function isResource(value: unknown): value is PuppetResource {
  if (!isHash(value) || typeof value.type !== 'string' || typeof value.title !== 'string') return false;
  const { parameters, sensitive_parameters: sensitive } = value;
  if (sensitive !== undefined && sensitive !== null && !Array.isArray(sensitive)) return false;
  return parameters === undefined || parameters === null || isHash(parameters);
}

function isEdge(value: unknown): value is PuppetEdge {
  return isHash(value) && typeof value.source === 'string' && typeof value.target === 'string';
}
