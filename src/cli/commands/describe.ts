import { printableJson } from '../../views/index.js';
import { defineCommand } from '../command.js';
import { createStyle } from '../create-style.js';
import { type DocumentedType, findDocumentedTypes, listDocumentedTypes } from '../documented-types.js';
import { exitStatus } from '../exit-status.js';
import type { Io } from '../io.js';
import { flag, type OptionSpecs, type OptionValues, string } from '../option-spec.js';
import { dataOptions, factsOption, trustOption } from '../options.js';
import { renderDiagnosticCode, renderDiagnosticCodes } from '../render-codes.js';
import { renderOverview, renderType } from '../render-type.js';
import { refuseUntrustedData, toTrust } from '../trust.js';
import { readTypeExample } from '../type-example.js';

const options = {
  json: flag('print JSON, with the JSON Schema of each attribute'),
  match: string('TEXT', 'list only names that contain this text'),
  ...dataOptions,
  ...factsOption,
  ...trustOption,
} satisfies OptionSpecs;

/** Documents types, classes and diagnostic codes. */
export const describe = defineCommand({
  name: 'describe',
  summary: 'types, classes and diagnostic codes',
  description: `Describes a native type, a class or a defined type with its attributes and their values, or the cause and the remedy of a diagnostic code. Without NAME it lists all of them.

NAME is spelled as in Puppet (glance::api, glance_api_config) or as in a manifest (glance.Api, GlanceApiConfig).`,
  args: [{ name: 'NAME', required: false }],
  options,
  examples: [
    { line: 'glance-apply describe', doc: 'All types, classes and codes.' },
    { line: 'glance-apply describe --match rbd', doc: 'Everything for Ceph.' },
    { line: 'glance-apply describe glance::backend::rbd', doc: 'One class, with its parameters.' },
    { line: 'glance-apply describe resource.duplicate', doc: 'What a diagnostic code means.' },
    {
      line: 'glance-apply describe glance::api --data data',
      doc: 'With the value in the data for each parameter, and its location.',
    },
  ],
  async run({ args: [name], options, io }) {
    const [{ vocabulary }, { documentedCodes }] = await Promise.all([
      import('../../classes/vocabulary.js'),
      import('../../errors/codes/index.js'),
    ]);
    const all = listDocumentedTypes(vocabulary);
    const match = options.match?.toLowerCase() ?? '';
    const documentation = documentedCodes.get(name ?? '');
    if (name !== undefined && documentation !== undefined) {
      const lines = options.json
        ? [printableJson([{ name, kind: 'code', ...documentation }], 2)]
        : renderDiagnosticCode(name, documentation, createStyle(io.stdout, io));
      io.stdout.write(`${lines.join('\n')}\n`);
      return exitStatus.ok;
    }
    const codes = [...documentedCodes].filter(([code]) => name === undefined && code.includes(match));
    const chosen =
      name === undefined
        ? all.filter(({ definition }) => definition.name.includes(match))
        : findDocumentedTypes(name, all, documentedCodes.keys());
    if (options.json) {
      const plain = [
        ...(await Promise.all(chosen.map(toPlainObject))),
        ...codes.map(([code, text]) => ({ name: code, kind: 'code', ...text })),
      ];
      io.stdout.write(`${printableJson(plain, 2)}\n`);
      return exitStatus.ok;
    }
    const style = createStyle(io.stdout, io);
    const sayings = await describeData(name === undefined ? [] : chosen, options, io);
    if (name === undefined) {
      const lines = [...renderOverview(chosen, style), ...renderDiagnosticCodes(codes, style)];
      io.stdout.write(`${lines.join('\n')}\n`);
      return exitStatus.ok;
    }
    const descriptions = await Promise.all(
      chosen.map(async (one) => renderType(one, style, sayings.get(one) ?? new Map(), await exampleOf(one))),
    );
    io.stdout.write(`${descriptions.map((lines) => lines.join('\n')).join('\n\n')}\n`);
    return exitStatus.ok;
  },
});

async function exampleOf({ kind, definition, typescript }: DocumentedType): Promise<string | undefined> {
  return kind === 'type' ? await readTypeExample(definition.name, typescript) : undefined;
}

/** Describes the values in the data for the parameters of the classes among these. */
async function describeData(
  chosen: readonly DocumentedType[],
  values: OptionValues<typeof options>,
  io: Io,
): Promise<ReadonlyMap<DocumentedType, ReadonlyMap<string, string>>> {
  const classes = chosen.filter(({ kind }) => kind === 'class');
  if (values.data === undefined || classes.length === 0) return new Map();
  const [{ openData }, { resolveFacts }, { describeClassData }] = await Promise.all([
    import('../open-data.js'),
    import('../resolve-facts.js'),
    import('../describe-class-data.js'),
  ]);
  const data = await openData(values, await resolveFacts(values), io);
  if (data === undefined) return new Map();
  const sayings = new Map(classes.map((one) => [one, describeClassData(data, one.definition)] as const));
  await refuseUntrustedData(data.files(), toTrust(values));
  return sayings;
}

async function toPlainObject(described: DocumentedType): Promise<object> {
  const { kind, definition } = described;
  const { name, doc, attributes, since, until, replacedBy } = definition;
  const plain = Object.entries(attributes).map(([key, attribute]) => {
    const {
      role,
      doc: meaning,
      value,
      required = false,
      default: fallback,
      since: first,
      until: last,
    } = attribute;
    const known = typeof fallback === 'function' ? undefined : fallback;
    const rest = { required, default: known, since: first, until: last, secret: value.secret };
    return [key, { role, doc: meaning, expected: value.expected, schema: value.schema, ...rest }];
  });
  const rest = { since, until, replacedBy };
  return {
    name,
    kind,
    typescript: described.typescript,
    doc,
    example: await exampleOf(described),
    ...rest,
    attributes: Object.fromEntries(plain),
  };
}
