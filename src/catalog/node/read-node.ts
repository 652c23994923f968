import { isRelease } from '../../data/releases.js';
import { type Diagnostic, problem } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { compilerOf } from '../container.js';
import { type Manifest, manifest } from '../manifest.js';
import type { Vocabulary } from '../vocabulary.js';
import { declareNode } from './declare-node.js';
import { type LocatedMember, type LocatedValue, locatePlain } from './located-value.js';
import { readHash } from './read-hash.js';

/** What reading a node file needs besides its content. */
export interface ReadNodeOptions {
  /** What the node file may name. */
  readonly vocabulary: Vocabulary;
  /** The name of the file, for messages. @default 'the node' */
  readonly file?: string;
}

/**
 * A node file as a manifest and parameters, ready to be compiled:
 * `compile(node.manifest, { parameters: node.parameters })`.
 */
export interface NodeManifest {
  readonly manifest: Manifest;
  /** Values for the host as a whole; `openstack_release` selects the release. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

const sections = ['classes', 'resources', 'parameters', 'environment'];

/**
 * Reads a node in the format of Puppet's external node classifiers:
 * `{classes: {name: {parameter: value}}, resources: {type: {title: {attribute: value}}}, parameters: {…}}`.
 * The names in it are resolved when it is compiled, so that all its errors are reported at once.
 * @param source YAML, or the parsed data.
 * @throws {GlanceApplyError} if it is not valid YAML, or does not have this structure at all.
 */
export async function readNode(source: unknown, options: ReadNodeOptions): Promise<NodeManifest> {
  const { vocabulary, file = 'the node' } = options;
  const node = typeof source === 'string' ? await parse(source, file) : locatePlain(source);
  const problems: Diagnostic[] = [];
  const members = new Map((readHash(node, 'a node', problems) ?? []).map((member) => [member.key, member]));
  for (const { key, location } of members.values()) {
    if (sections.includes(key)) continue;
    const hint = didYouMean(key, sections) ?? `a node has ${sections.slice(0, 3).join(', ')}`;
    problems.push(problem('node.key', `a node has no key named '${key}'`, { location, hint }));
  }
  const parameters = readParameters(members.get('parameters'), problems);
  if (members.size === 0 && problems.length > 0) throw new GlanceApplyError(problems);
  return {
    parameters,
    manifest: manifest((site) => {
      for (const one of problems) compilerOf(site).compilation.report(one);
      declareNode(site, vocabulary, members.get('classes'), members.get('resources'));
    }),
  };
}

async function parse(text: string, file: string): Promise<LocatedValue> {
  const { readYaml } = await import('./read-yaml.js');
  return readYaml(text, file);
}

function readParameters(
  member: LocatedMember | undefined,
  problems: Diagnostic[],
): Readonly<Record<string, unknown>> {
  if (member === undefined) return {};
  const parameters = readHash(member.value, 'parameters', problems, member.location) ?? [];
  const release = parameters.find(({ key }) => key === 'openstack_release');
  if (release !== undefined && !isRelease(String(release.value.value).toLowerCase())) {
    // Without a release, nothing can be compiled.
    throw new GlanceApplyError([
      ...problems,
      problem('release.unknown', `'${String(release.value.value)}' is not a known OpenStack release`, {
        location: release.value.location ?? release.location,
        hint: 'releases go by their names up to zed, and by year from 2023.1 on',
      }),
    ]);
  }
  return Object.fromEntries(parameters.map(({ key, value }) => [key, value.value]));
}
