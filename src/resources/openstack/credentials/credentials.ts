/** Identifies a user, project or domain by its id, or by its name and domain. */
export interface EntityName {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** The domain, by its id or its name. */
  readonly domain?: { readonly id: string } | { readonly name: string } | undefined;
}

/** A method to log in, with what it needs. */
export type AuthMethod =
  | { readonly kind: 'password'; readonly user: EntityName; readonly password: string }
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'application';
      readonly application: EntityName;
      readonly secret: string;
      readonly user: EntityName;
    };

/** The project, domain or system that a token gives rights in. */
export type TokenScope =
  | { readonly project: EntityName }
  | { readonly domain: EntityName }
  | { readonly system: { readonly all: true } };

/** All that is needed to log in to a cloud. */
export interface Credentials {
  /** The source of the credentials, for messages. */
  readonly origin: string;
  /** Keystone's URL, with `/v3` at its end. */
  readonly authUrl: string;
  readonly auth: AuthMethod;
  /** Undefined for an application credential, which has a scope of its own. */
  readonly scope: TokenScope | undefined;
  readonly region: string | undefined;
  readonly interface: 'public' | 'internal' | 'admin';
  /** A file on the host with the certificates of authorities. */
  readonly caFile: string | undefined;
  /** Whether servers are refused whose certificate no authority has signed. */
  readonly verify: boolean;
  /** URLs that replace those of the catalog, by the type of the service. */
  readonly endpoints: Readonly<Record<string, string>>;
}

/** Returns the part of a login method that must never be displayed. */
export function extractSecret(auth: AuthMethod): string {
  if (auth.kind === 'password') return auth.password;
  return auth.kind === 'token' ? auth.token : auth.secret;
}
