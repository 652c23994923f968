/** Somebody or something, by its id or by its name and domain. */
export interface EntityName {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** The domain, by its id or its name. */
  readonly domain?: { readonly id: string } | { readonly name: string } | undefined;
}

/** How to prove who one is. */
export type AuthMethod =
  | { readonly kind: 'password'; readonly user: EntityName; readonly password: string }
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'application';
      readonly application: EntityName;
      readonly secret: string;
      readonly user: EntityName;
    };

/** What a token is for; undefined for what the proof itself says. */
export type TokenScope =
  | { readonly project: EntityName }
  | { readonly domain: EntityName }
  | { readonly system: { readonly all: true } };

/** How to log in to a cloud. */
export interface Credentials {
  /** Where they come from, for messages. */
  readonly origin: string;
  /** Keystone's address, up to and with `/v3`. */
  readonly authUrl: string;
  readonly auth: AuthMethod;
  readonly scope: TokenScope | undefined;
  readonly region: string | undefined;
  readonly interface: 'public' | 'internal' | 'admin';
  /** A file with certificates of authorities, on the host. */
  readonly caFile: string | undefined;
  /** Refuse servers whose certificate no authority has signed. */
  readonly verify: boolean;
  /** Addresses of APIs that count in place of the catalog's, by the service's type. */
  readonly endpoints: Readonly<Record<string, string>>;
}

/** What of a proof nobody may see. */
export function extractSecret(proof: AuthMethod): string {
  if (proof.kind === 'password') return proof.password;
  return proof.kind === 'token' ? proof.token : proof.secret;
}
