import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError, raise } from '../../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../../errors/source-location.js';
import { deriveSecret, Secret } from '../../../secrets/secret.js';
import type { Vault } from '../vault/vault.js';
import { EncryptedValue } from './encrypted-value.js';
import { LiteralText, type RawValue } from './raw-value.js';
import type { Layer, Variable } from './variable.js';

/**
 * The value of a variable: what JSON can represent, and secrets. Passwords for logins, and values that were encrypted,
 * are secrets.
 */
export type InventoryValue =
  | null
  | boolean
  | number
  | string
  | Secret<InventoryValue>
  | readonly InventoryValue[]
  | { readonly [name: string]: InventoryValue };

/** Where a variable of a host is defined. */
export interface VariableSource {
  /** Whose variable it is, in words: `group web`, `host db01`. */
  readonly owner: string;
  readonly location: SourceLocation;
}

/** The variables of a host or group. Those of a host are merged by Ansible's precedence: the last layer wins. */
export class InventoryVariables {
  readonly #layers: readonly Layer[];
  readonly #vault: Vault;
  #names: readonly string[] | undefined;

  /** @param layers From the lowest precedence to the highest. */
  constructor(layers: readonly Layer[], vault: Vault) {
    this.#layers = layers;
    this.#vault = vault;
  }

  /** The names of all variables, sorted. */
  get names(): readonly string[] {
    this.#names ??= [...new Set(this.#layers.flatMap((layer) => [...layer.keys()]))].sort();
    return this.#names;
  }

  has(name: string): boolean {
    return this.#layers.some((layer) => layer.has(name));
  }

  /**
   * Returns the value of a variable; undefined if there is none.
   * @throws {GlanceApplyError} if it contains a template of Jinja, or is encrypted and cannot be decrypted.
   */
  get(name: string): InventoryValue | undefined {
    const variable = this.#layers.findLast((layer) => layer.has(name))?.get(name);
    return variable === undefined ? undefined : this.#evaluate(variable.value, name, variable);
  }

  /** Returns every definition of a variable, from the one that counts to the one with the lowest precedence. */
  explain(name: string): readonly VariableSource[] {
    return this.#layers
      .flatMap((layer) => layer.get(name) ?? [])
      .map(({ owner, location }) => ({ owner, location }))
      .reverse();
  }

  #evaluate(value: RawValue, name: string, variable: Variable): InventoryValue {
    if (typeof value === 'string') return isTemplate(value) ? refuseTemplate(name, variable) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof LiteralText) return value.text;
    if (value instanceof EncryptedValue) return this.#decrypt(value, name, variable);
    if (Secret.is(value)) {
      const clear = value.reveal();
      return deriveSecret(this.#evaluate(clear as RawValue, name, variable), value);
    }
    if (Array.isArray(value)) return value.map((one: RawValue) => this.#evaluate(one, name, variable));
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, this.#evaluate(one, name, variable)]),
    );
  }

  #decrypt(value: EncryptedValue, name: string, { location }: Variable): Secret<InventoryValue> {
    try {
      return new Secret<InventoryValue>(this.#vault.decrypt(value));
    } catch (error) {
      if (!GlanceApplyError.is(error)) throw error;
      throw new GlanceApplyError(
        error.diagnostics.map((one) =>
          problem(one.code, `cannot read ${name}: ${one.message}`, { location, hint: one.hint }),
        ),
      );
    }
  }
}

/** Whether Ansible would evaluate a string. */
function isTemplate(text: string): boolean {
  return /\{[{%#]/.test(text);
}

function refuseTemplate(name: string, { location, owner }: Variable): never {
  return raise(
    'inventory.template',
    `the variable ${name} of ${owner} contains a template, which only Ansible can evaluate`,
    {
      location,
      confidential: true,
      hint: 'write the value itself, or !unsafe before a string in YAML that is not a template',
    },
  );
}
