/** Something that reads what others have written. */
export interface Target {
  readonly name: string;
  /** What it reads on real hosts, as a beginning of what it may be given. */
  readonly samples: readonly Buffer[];
  /** Further words that it looks for. */
  readonly words?: readonly string[];
  /** Inputs are JSON of another form, as often as they are no JSON any more. @default false */
  readonly json?: boolean;
  /** Reads an input; throws where it is refused. */
  parse(input: Buffer): unknown;
}

/** A target that reads text. */
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

/** A target that reads JSON. */
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
