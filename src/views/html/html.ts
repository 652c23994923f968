/** Markup, as opposed to text that must be escaped. */
export class Html {
  constructor(readonly markup: string) {}

  static join(parts: readonly Html[]): Html {
    return new Html(parts.map(({ markup }) => markup).join('\n'));
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template tag for markup: interpolated values are escaped unless they are `Html`. */
export function html(strings: TemplateStringsArray, ...values: readonly (Html | string | number)[]): Html {
  const escaped = values.map((value) =>
    value instanceof Html ? value.markup : String(value).replace(/[&<>"']/g, (sign) => entities[sign] ?? ''),
  );
  return new Html(String.raw({ raw: strings }, ...escaped));
}

/** Formats data as JSON that cannot close a script element. */
export function scriptData(data: unknown): Html {
  return new Html(JSON.stringify(data).replaceAll('<', '\\u003c'));
}
