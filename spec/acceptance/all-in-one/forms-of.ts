/** A text as it may be found where it should not be: as it is, and as programs encode it. */
export function formsOf(text: string): ReadonlyMap<string, string> {
  const json = JSON.stringify(text).slice(1, -1);
  const percent = encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${hexOf(sign)}`);
  const forms: Record<string, string> = {
    verbatim: text,
    JSON: json,
    'JSON in JSON': JSON.stringify(json).slice(1, -1),
    encodeURIComponent: encodeURIComponent(text),
    'percent encoding': percent,
    'percent encoding in lower case': percent.replace(/%../g, (code) => code.toLowerCase()),
    'form encoding': new URLSearchParams({ a: text }).toString().slice(2),
    'single quotes of a shell': text.replaceAll("'", "'\\''"),
    'doubled single quotes': text.replaceAll("'", "''"),
    'doubled double quotes': text.replaceAll('"', '""'),
    backslashes: text.replace(/['"\\]/g, (sign) => `\\${sign}`),
    HTML: text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
    'HTML with names': text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    hexadecimal: Buffer.from(text).toString('hex'),
    'upper-case hexadecimal': Buffer.from(text).toString('hex').toUpperCase(),
  };
  for (const before of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64');
    const whole = Math.floor(((before + Buffer.byteLength(text)) * 8) / 6);
    forms[`base64 after ${before} bytes`] = encoded.slice(Math.ceil((before * 8) / 6), whole);
  }
  return new Map(Object.entries(forms));
}

function hexOf(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase();
}
