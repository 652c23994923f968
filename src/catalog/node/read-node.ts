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

/** What reading a node needs beside the node. */
export interface ReadNodeOptions {
  /** What the node may name. */
  readonly vocabulary: Vocabulary;
  /** The file's name, for messages. @default 'the node' */
  readonly file?: string;
}

/** A node that is plain data, ready to be compiled: `compile(node.manifest, { parameters: node.parameters })`. */
export interface NodeManifest {
  readonly manifest: Manifest;
  /** Values of the node as a whole; `openstack_release` among them picks the release. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

const sections = ['classes', 'resources', 'parameters', 'environment'];

/**
 * Reads a node of the form in which Puppet's external node classifiers answer:
 * `{classes: {name: {parameter: value}}, resources: {type: {title: {attribute: value}}}, parameters: {…}}`.
 * What it names is looked up when it is compiled, so that all its faults are said at once.
 * @param source YAML, or the data that it stands for.
 * @throws {GlanceApplyError} where it is no YAML, or of another form as a whole.
 */
export async function readNode(source: unknown, options: ReadNodeOptions): Promise<NodeManifest> {
  const { vocabulary, file = 'the node' } = options;
  const node = typeof source === 'string' ? await parse(source, file) : locatePlain(source);
  const problems: Diagnostic[] = [];
  const members = new Map((readHash(node, 'a node', problems) ?? []).map((member) => [member.key, member]));
  for (const { key, place } of members.values()) {
    if (sections.includes(key)) continue;
    const hint = didYouMean(key, sections) ?? `a node has ${sections.slice(0, 3).join(', ')}`;
    problems.push(problem('node.key', `a node has no key named '${key}'`, { place, hint }));
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
  const parameters = readHash(member.value, 'parameters', problems, member.place) ?? [];
  const release = parameters.find(({ key }) => key === 'openstack_release');
  if (release !== undefined && !isRelease(String(release.value.value).toLowerCase())) {
    // Nothing can be compiled without knowing for what.
    throw new GlanceApplyError([
      ...problems,
      problem('release.unknown', `'${String(release.value.value)}' is not a known OpenStack release`, {
        place: release.value.place ?? release.place,
        hint: 'releases go by their names up to zed, and by year from 2023.1 on',
      }),
    ]);
  }
  return Object.fromEntries(parameters.map(({ key, value }) => [key, value.value]));
}
