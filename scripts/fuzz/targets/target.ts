/** A parser of input from hosts, servers or other programs. */
export interface Target {
  readonly name: string;
  /** Samples of real input, from which inputs are derived. */
  readonly samples: readonly Buffer[];
  /** Further words that the parser recognizes. */
  readonly words?: readonly string[];
  /** Whether half of the inputs are valid JSON with another structure. @default false */
  readonly json?: boolean;
  /** Parses an input; throws if it is refused. */
  parse(input: Buffer): unknown;
}

/** Creates a target that parses text. */
export function textTarget(
  name: string,
  samples: readonly string[],
  take: (text: string) => unknown,
): Target {
  return {
    name,
    samples: samples.map((one) => Buffer.from(one)),
    parse: (input) => take(input.toString('utf8')),
  };
}

/** Creates a target that parses JSON. */
export function jsonTarget(
  name: string,
  samples: readonly unknown[],
  take: (text: string) => unknown,
): Target {
  return {
    ...textTarget(
      name,
      samples.map((one) => JSON.stringify(one)),
      take,
    ),
    json: true,
  };
}
