import type { ValueType } from '../../catalog/index.js';

/** Bytes as plain data, in the form that Puppet's catalogs have for them: `Binary` with its bytes in base64. */
export interface Bytes {
  readonly __ptype: 'Binary';
  readonly __pvalue: string;
}

/** The content of a file: a string, which is written as UTF-8, or bytes. */
export const fileContent: ValueType<string | Uint8Array | Bytes, string | Bytes> = {
  schema: {
    anyOf: [
      { type: 'string' },
      {
        type: 'object',
        properties: { __ptype: { const: 'Binary' }, __pvalue: { type: 'string' } },
        required: ['__ptype', '__pvalue'],
        additionalProperties: false,
      },
    ],
  },
  expected: 'a string, or bytes as a Buffer or Uint8Array',
  munge: (value) => {
    if (typeof value === 'number') return String(value);
    return value instanceof Uint8Array ? toBytes(value) : value;
  },
};

/** Converts bytes to plain data. */
function toBytes(value: Uint8Array): Bytes {
  return { __ptype: 'Binary', __pvalue: Buffer.from(value).toString('base64') };
}

/** Converts a content to the bytes to write. */
export function toBuffer(content: string | Bytes): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.__pvalue, 'base64');
}
