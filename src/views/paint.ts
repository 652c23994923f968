/** Colours text, or returns it unchanged. */
export type Painter = (text: string) => string;

/** The colours of the views, named by their meaning. The words convey the same meaning without colours. */
export interface Paint {
  readonly strong: Painter;
  readonly faint: Painter;
  readonly good: Painter;
  readonly bad: Painter;
  readonly warn: Painter;
  readonly info: Painter;
}

const codes = {
  strong: [1, 22],
  faint: [2, 22],
  good: [32, 39],
  bad: [31, 39],
  warn: [33, 39],
  info: [36, 39],
} as const satisfies Record<keyof Paint, readonly [number, number]>;

/** Creates a `Paint` that uses ANSI codes, or one that does not colour. */
export function makePaint(colours: boolean): Paint {
  const painter = (name: keyof Paint): Painter => {
    const [on, off] = codes[name];
    return colours ? (text) => (text === '' ? '' : `\x1b[${on}m${text}\x1b[${off}m`) : (text) => text;
  };
  return {
    strong: painter('strong'),
    faint: painter('faint'),
    good: painter('good'),
    bad: painter('bad'),
    warn: painter('warn'),
    info: painter('info'),
  };
}

/**
 * Returns whether output to a stream is coloured: on a terminal, unless `NO_COLOR` is set (no-color.org) or `TERM` is
 * `dumb`. `FORCE_COLOR` overrides both; `0` and `false` disable colours.
 */
export function wantsColours(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = environment;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return stream.isTTY === true && TERM !== 'dumb';
}
