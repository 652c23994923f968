import { inspect as inspect$1 } from 'node:util';
import { Readable, Duplex, Writable as Writable$1 } from 'node:stream';
interface Facts {
  readonly os?: {
      readonly family?: string;
      readonly name?: string;
      readonly architecture?: string;
      readonly release?: {
          readonly full?: string;
          readonly major?: string;
          readonly minor?: string;
      };
      readonly distro?: {
          readonly codename?: string;
          readonly id?: string;
          readonly description?: string;
      };
      readonly selinux?: {
          readonly enabled?: boolean;
          readonly current_mode?: string;
      };
  };
  readonly kernel?: string;
  readonly kernelrelease?: string;
  readonly networking?: {
      readonly hostname?: string;
      readonly domain?: string;
      readonly fqdn?: string;
      readonly ip?: string;
      readonly ip6?: string;
      readonly interfaces?: Readonly<Record<string, unknown>>;
  };
  readonly processors?: {
      readonly count?: number;
      readonly models?: readonly string[];
  };
  readonly memory?: {
      readonly system?: {
          readonly total_bytes?: number;
          readonly total?: string;
      };
  };
  readonly service_provider?: string;
  readonly package_provider?: string;
  readonly [name: string]: unknown;
}
declare function factAt(facts: Facts, path: string): unknown;
declare const releases: readonly [
  'newton',
  'ocata',
  'pike',
  'queens',
  'rocky',
  'stein',
  'train',
  'ussuri',
  'victoria',
  'wallaby',
  'xena',
  'yoga',
  'zed',
  '2023.1',
  '2023.2',
  '2024.1',
  '2024.2',
  '2025.1',
  '2025.2',
  '2026.1'
];
type Release = (typeof releases)[number];
type EarlierRelease = 'juno' | 'kilo' | 'liberty' | 'mitaka';
declare const REDACTED = "[redacted]";
declare class Secret<T = string> {
  #private;
  constructor(value: T, parts?: readonly unknown[]);
  reveal(): T;
  get parts(): readonly unknown[];
  toString(): string;
  toJSON(): string;
  [inspect$1.custom](): string;
  static is(value: unknown): value is Secret<unknown>;
}
declare function reveal<T>(value: T | Secret<T>): T;
type Clear<T> = T extends Secret<infer V> ? V : T;
declare function makeSecret<T>(value: T): Secret<T>;
declare function fromEnvironment(name: string): Secret<string>;
declare function fromFile(path: string): Secret<string>;
declare function fromTemplate(strings: TemplateStringsArray, ...values: readonly unknown[]): Secret<string>;
declare const secret: typeof makeSecret & {
  env: typeof fromEnvironment;
  file: typeof fromFile;
  text: typeof fromTemplate;
};
type TextForm = 'line' | 'lines' | 'bytes';
type JsonSchema = Readonly<Record<string, unknown>>;
interface ValueType<In, Out = In> {
  readonly schema: JsonSchema;
  readonly expected: string;
  readonly munge?: ((value: unknown) => unknown) | undefined;
  readonly secret?: boolean | undefined;
  readonly keepsSecret?: boolean | undefined;
  readonly types?: {
      readonly in: In;
      readonly out: Out;
  };
}
type Writable<V> = Clear<V> | Secret<Clear<V>>;
declare function secretOf<In, Out>(type: ValueType<In, Out>): ValueType<In, Secret<Out>> & {
  readonly secret: true;
};
declare function orSecret<In, Out>(type: ValueType<In, Out>): ValueType<In, Out | Secret<Out>>;
type Compound<Out, C> = [
  Extract<Out, Secret<unknown>>
] extends [
  never
] ? C : Secret<C>;
type AttributeRole = 'title' | 'property' | 'parameter';
interface DefaultContext {
  readonly facts: Facts;
  readonly release: Release;
}
interface Successor {
  readonly name: string;
  readonly translate?: (value: unknown) => unknown;
}
type Default$2<V> = NoInfer<Clear<V>> | ((context: DefaultContext) => NoInfer<Clear<V>> | undefined);
interface AttributeOptions<V> {
  readonly default?: Default$2<V> | undefined;
  readonly required?: boolean | undefined;
  readonly assigned?: boolean | undefined;
  readonly since?: Release | undefined;
  readonly until?: Release | EarlierRelease | undefined;
  readonly became?: Successor | undefined;
  readonly obsolete?: string | undefined;
  readonly text?: TextForm | undefined;
  readonly deprecated?: {
      readonly since?: Release;
      readonly hint: string;
  } | undefined;
  readonly insync?: Insync<NonNullable<Clear<V>>> | undefined;
  readonly show?: Show<NonNullable<Clear<V>>> | undefined;
}
type Insync<V> = {
  compare(is: unknown, should: V, desired: Readonly<Record<string, unknown>>): boolean;
}['compare'];
type Show<V> = {
  present(is: unknown, should: V, desired: Readonly<Record<string, unknown>>): DisplayedValues;
}['present'];
interface DisplayedValues {
  readonly from: unknown;
  readonly to: unknown;
}
interface Attribute<In, Out, Role extends AttributeRole = AttributeRole> extends AttributeOptions<Out> {
  readonly role: Role;
  readonly value: ValueType<In, unknown>;
  readonly doc: string;
  readonly out?: Out;
}
type AttributeTable = Readonly<Record<string, Attribute<unknown, unknown>>>;
declare function title<T extends string = string>(doc: string, value?: ValueType<string> | ValueType<string | number, string>, { text }?: Pick<AttributeOptions<string>, 'text'>): TitleAttribute<T>;
interface TitleAttribute<T extends string = string> extends Attribute<string, string, 'title'> {
  readonly form?: T;
}
type Given<Out> = {
  readonly default: NoInfer<Clear<Out>> | ((context: DefaultContext) => NoInfer<Clear<Out>>);
} | {
  readonly required: true;
};
declare function property<In, Out>(value: ValueType<In, Out>, doc: string, options: AttributeOptions<Out> & Given<Out>): Attribute<In, Out, 'property'>;
declare function property<In, Out>(value: ValueType<In, Out>, doc: string, options?: AttributeOptions<Out>): Attribute<In, Out | undefined, 'property'>;
declare function parameter<In, Out>(value: ValueType<In, Out>, doc: string, options: AttributeOptions<Out> & Given<Out>): Attribute<In, Out, 'parameter'>;
declare function parameter<In, Out>(value: ValueType<In, Out>, doc: string, options?: AttributeOptions<Out>): Attribute<In, Out | undefined, 'parameter'>;
type AttributesOf<A extends AttributeTable> = {
  readonly [K in keyof A]?: A[K] extends Attribute<infer In, unknown> ? Writable<In> | undefined : never;
};
type DesiredOf<A extends AttributeTable> = {
  readonly [K in keyof A]: A[K] extends Attribute<unknown, infer Out> ? Out : never;
};
type ParametersOf<A extends AttributeTable> = {
  readonly [K in keyof A]: A[K] extends Attribute<unknown, infer Out> ? Writable<NonNullable<Out>> | Extract<Out, undefined> : never;
};
declare const codeGroups: {
  readonly 'Manifests and node files': {
      readonly 'library.copies': {
          readonly cause: 'A resource was built by another copy of glance-apply than the one that compiles the manifest.';
          readonly remedy: 'Keep one version in the project: list glance-apply in peerDependencies of packages with types of their own, then run npm ls glance-apply to find the second copy.';
      };
      readonly 'manifest.cache': {
          readonly cause: 'The bundled manifest could not be written to the cache directory or to the temporary directory.';
          readonly remedy: 'Free space or fix the permissions of ~/.cache and /tmp.';
      };
      readonly 'manifest.directory': {
          readonly cause: 'The path on the command line is a directory.';
          readonly remedy: 'Name a file in it: a module (.ts, .js), a node file (.yaml) or a catalog (.json).';
      };
      readonly 'manifest.endless': {
          readonly cause: 'The manifest ran longer than --time-limit without returning to the event loop, as in a loop that never ends.';
          readonly remedy: 'Fix the loop at the reported location, or raise --time-limit.';
      };
      readonly 'manifest.esbuild': {
          readonly cause: 'esbuild, which bundles manifests, could not be loaded.';
          readonly remedy: 'Reinstall the dependencies with their optional ones: npm ci without --omit=optional.';
      };
      readonly 'manifest.exit': {
          readonly cause: 'The manifest, or a package that it imports, called process.exit.';
          readonly remedy: 'Remove the call. A manifest refuses to be compiled by throwing an error or with site.fail.';
      };
      readonly 'manifest.export': {
          readonly cause: 'The module does not export a manifest as default.';
          readonly remedy: 'Write: export default manifest((site) => { … }).';
      };
      readonly 'manifest.fleet': {
          readonly cause: 'The manifest is of several hosts, and the command was given none, or supports only one.';
          readonly remedy: 'Name the hosts with --inventory FILE or --host HOST.';
      };
      readonly 'manifest.foreign': {
          readonly cause: 'The command runs as root, and a user other than root could change the manifest, a module that it imports, its data, or a directory above them.';
          readonly remedy: 'Give the files and directories to root and remove write permission for others, or pass --trust-manifest if they are trusted.';
      };
      readonly 'manifest.form': {
          readonly cause: 'compile was called with a value that is not a manifest.';
          readonly remedy: 'Pass the result of manifest((site) => { … }).';
      };
      readonly 'manifest.import': {
          readonly cause: 'An import of the manifest could not be resolved, or names something that the module does not export.';
          readonly remedy: 'Correct the path or the name, or install the package that is missing.';
      };
      readonly 'manifest.kind': {
          readonly cause: 'The file extension is not one that a manifest has.';
          readonly remedy: 'Use .ts or .js for a module, .yaml for a node file, .json for a catalog.';
      };
      readonly 'manifest.missing': {
          readonly cause: 'The manifest file does not exist.';
          readonly remedy: 'Check the path; relative paths are resolved from the current directory.';
      };
      readonly 'manifest.stuck': {
          readonly cause: 'The function of the manifest awaits something that can no longer happen: nothing is left in the event loop.';
          readonly remedy: 'Find the promise that is never resolved, usually a callback that is never called.';
      };
      readonly 'manifest.syntax': {
          readonly cause: 'The module, or one that it imports, has a syntax error.';
          readonly remedy: 'Fix it at the reported location.';
      };
      readonly 'manifest.threw': {
          readonly cause: 'The manifest threw an error while it was loaded or run.';
          readonly remedy: 'Fix the error at the reported location.';
      };
      readonly 'manifest.type-error': {
          readonly cause: 'TypeScript reports a type error in the manifest or in a module that it imports.';
          readonly remedy: 'Fix it at the reported location. The number in the message is the one of the TypeScript diagnostic.';
      };
      readonly 'manifest.types-unchecked': {
          readonly cause: 'The TypeScript compiler failed without reporting a type error.';
          readonly remedy: 'Read its output in the message; most often tsconfig.json is invalid.';
      };
      readonly 'manifest.unfinished': {
          readonly cause: 'The function of the manifest has returned while work that it started, such as a timer or a request, still runs.';
          readonly remedy: 'Make the function async and await what it starts. Call unref() on timers that must not be awaited.';
      };
      readonly 'manifest.unreadable': {
          readonly cause: 'The manifest file exists and cannot be read.';
          readonly remedy: 'Check its permissions.';
      };
      readonly 'node.form': {
          readonly cause: 'A part of a node file has the wrong form, such as a list where a hash is expected.';
          readonly remedy: 'A node file has the form {classes: {name: {parameter: value}}, resources: {type: {title: {…}}}, parameters: {…}}.';
      };
      readonly 'node.key': {
          readonly cause: 'A node file has a top-level key other than classes, resources, parameters and environment.';
          readonly remedy: 'Correct the key; the hint has the nearest known one.';
      };
      readonly 'yaml.alias': {
          readonly cause: 'An alias in a node file has no anchor before it, is inside its own anchor, or expands to too many values.';
          readonly remedy: 'Write the values out.';
      };
      readonly 'yaml.form': {
          readonly cause: 'A node file is not valid YAML, or << is given something other than hashes.';
          readonly remedy: 'Fix it at the reported location.';
      };
  };
  readonly Catalogs: {
      readonly 'attribute.both': {
          readonly cause: 'A parameter was given under its old and its new name, with different values.';
          readonly remedy: 'Keep the name of the release that the host runs.';
      };
      readonly 'attribute.contradiction': {
          readonly cause: 'Attributes of one resource contradict each other.';
          readonly remedy: 'The message names them; remove one.';
      };
      readonly 'attribute.deprecated': {
          readonly cause: 'A deprecated parameter was given. It still has an effect.';
          readonly remedy: 'Follow the hint, which names the replacement.';
      };
      readonly 'attribute.elsewhere': {
          readonly cause: 'An attribute that only has an effect on other operating systems was given.';
          readonly remedy: 'Remove it for this host.';
      };
      readonly 'attribute.missing': {
          readonly cause: 'A required attribute or parameter has no value.';
          readonly remedy: 'Give it in the manifest, or in data under class::parameter.';
      };
      readonly 'attribute.obsolete': {
          readonly cause: 'A parameter has no meaning in the release that the host runs and is ignored.';
          readonly remedy: 'Remove it.';
      };
      readonly 'attribute.release': {
          readonly cause: 'A parameter does not exist in the release that the host runs.';
          readonly remedy: 'Remove it, or set openstack_release to the intended release.';
      };
      readonly 'attribute.renamed': {
          readonly cause: 'A parameter was given under the name that it has in another release, and was translated.';
          readonly remedy: 'Use the name of the release that the host runs.';
      };
      readonly 'attribute.secret': {
          readonly cause: 'A secret was interpolated into a plain string, so that the string contains the placeholder instead of the secret.';
          readonly remedy: 'Build the string with the template tag secret.text; the result is a secret as a whole.';
      };
      readonly 'attribute.text': {
          readonly cause: 'A string contains a character that cannot be written where it belongs, such as a line break in a one-line value.';
          readonly remedy: 'Remove the character.';
      };
      readonly 'attribute.unknown': {
          readonly cause: 'The type or class has no attribute of this name.';
          readonly remedy: 'Correct the name; glance-apply describe TYPE lists the attributes.';
      };
      readonly 'attribute.value': {
          readonly cause: 'The value of an attribute is not one that it accepts.';
          readonly remedy: 'Use a value of the form that the message names.';
      };
      readonly 'audit.unknown': {
          readonly cause: "Puppet's metaparameter audit was given, which glance-apply does not support.";
          readonly remedy: 'Remove it; a plan reports what differs from the manifest.';
      };
      readonly 'catalog.form': {
          readonly cause: "The JSON file is not a catalog in Puppet's format.";
          readonly remedy: 'Write one with glance-apply catalog --format json or puppet catalog compile.';
      };
      readonly 'catalog.json': {
          readonly cause: 'The catalog file is not valid JSON.';
          readonly remedy: 'Fix it at the reported location, or write the file again.';
      };
      readonly 'catalog.resource': {
          readonly cause: 'A resource of the catalog file has no type, no title or no hash of parameters.';
          readonly remedy: 'Compile the catalog again.';
      };
      readonly 'catalog.version': {
          readonly cause: 'The catalog file has a version of the format that this version of glance-apply does not read.';
          readonly remedy: 'Update glance-apply, or write the catalog again with the version that is to apply it.';
      };
      readonly 'class.async': {
          readonly cause: 'The declare method of a class or defined type is async.';
          readonly remedy: 'Await in the function of the manifest, and pass the result as a parameter.';
      };
      readonly 'class.refused': {
          readonly cause: 'A class refused its parameters or the host with this.fail.';
          readonly remedy: 'The message and the hint are from the class.';
      };
      readonly 'class.release': {
          readonly cause: 'A class does not exist in the release that the host runs.';
          readonly remedy: 'Remove it, or set openstack_release to the intended release.';
      };
      readonly 'class.threw': {
          readonly cause: 'The declare method of a class or defined type threw an error.';
          readonly remedy: 'Fix the class; with a class of glance-apply itself, report a bug.';
      };
      readonly 'class.unknown': {
          readonly cause: 'A node file names a class that does not exist.';
          readonly remedy: 'Correct the name; glance-apply describe lists all classes.';
      };
      readonly 'class.virtual': {
          readonly cause: 'A class was declared with virtual: true.';
          readonly remedy: 'Remove virtual, and include the class where it is needed.';
      };
      readonly 'class.warning': {
          readonly cause: 'A class reports something about its parameters with this.warn.';
          readonly remedy: 'The message and the hint are from the class.';
      };
      readonly 'collector.attribute': {
          readonly cause: 'The query of a collector names an attribute that the type does not have.';
          readonly remedy: 'Correct the name.';
      };
      readonly 'collector.class': {
          readonly cause: 'A collector was made for a class.';
          readonly remedy: 'Collect native types or defined types. Give parameters of a class where it is declared, or in data.';
      };
      readonly 'collector.late': {
          readonly cause: 'A collector overrides a parameter of a defined type after the body of that instance has run.';
          readonly remedy: 'Create the collector in the manifest, before the bodies of classes run.';
      };
      readonly 'declaration.late': {
          readonly cause: 'Something was declared after the manifest was compiled.';
          readonly remedy: 'Make the function of the manifest async and await what it starts.';
      };
      readonly 'graph.cycle': {
          readonly cause: 'Relations form a cycle, so that no order exists.';
          readonly remedy: 'Remove or reverse one of the relations that the message lists with their locations.';
      };
      readonly 'option.deprecated': {
          readonly cause: 'A setting is written under a name that the service has deprecated in this release.';
          readonly remedy: 'Use the new name from the hint.';
      };
      readonly 'option.release': {
          readonly cause: 'A setting is one that the service reads in other releases only.';
          readonly remedy: 'Remove it, or set openstack_release to the intended release.';
      };
      readonly 'option.unknown': {
          readonly cause: 'A setting is not an option that the service documents in this release.';
          readonly remedy: 'Correct the section or the name; the hint has the nearest known one.';
      };
      readonly 'option.value': {
          readonly cause: 'The value of a setting is not one that the service accepts.';
          readonly remedy: 'Use a value of the form that the message names.';
      };
      readonly 'realize.missing': {
          readonly cause: 'realize names a resource that no manifest or class declares.';
          readonly remedy: 'Declare it with virtual: true, or correct the reference.';
      };
      readonly 'reference.unknown': {
          readonly cause: 'A resource refers to one that it cannot work without and that is not declared.';
          readonly remedy: 'Declare the other resource, or correct the title.';
      };
      readonly 'relation.dangling': {
          readonly cause: 'A relation names a resource that is not declared.';
          readonly remedy: 'Declare it, or correct the title.';
      };
      readonly 'relation.elsewhere': {
          readonly cause: 'A relation or a chain names what is declared on another host, where only this host can be named.';
          readonly remedy: 'Compile the hosts as one fleet; in place of a chain, use before, require, notify or subscribe.';
      };
      readonly 'relation.form': {
          readonly cause: 'The value of a relation is not a resource, a reference or a collector.';
          readonly remedy: "Pass a resource, Type.ref('title'), or a collector.";
      };
      readonly 'relation.virtual': {
          readonly cause: 'A relation names a resource that is virtual and not realized.';
          readonly remedy: 'Realize or collect it.';
      };
      readonly 'release.unknown': {
          readonly cause: 'The OpenStack release does not exist or is not supported.';
          readonly remedy: 'Use a name up to zed, or a number from 2023.1 on.';
      };
      readonly 'resource.alias': {
          readonly cause: 'Two resources manage the same thing under different titles.';
          readonly remedy: 'Keep one of them.';
      };
      readonly 'resource.duplicate': {
          readonly cause: 'Two resources of one type have the same title.';
          readonly remedy: 'Keep one, or change the other with a collector. The message has both locations.';
      };
      readonly 'schedule.unknown': {
          readonly cause: 'A resource names a schedule that is not declared.';
          readonly remedy: "Declare it, or use one that always exists, such as 'daily'.";
      };
      readonly 'stage.class': {
          readonly cause: 'The metaparameter stage was given to a resource that is not a class.';
          readonly remedy: 'Put the resource into a class, and the class into the stage.';
      };
      readonly 'stage.unknown': {
          readonly cause: 'A class names a stage that is not declared.';
          readonly remedy: "Declare it: new Stage(site, 'name', { before: Stage.ref('main') }).";
      };
      readonly 'tag.form': {
          readonly cause: 'A tag contains characters that tags must not have.';
          readonly remedy: 'Use lower-case letters, digits, and _ : . -, beginning with a letter, a digit or _.';
      };
      readonly 'title.form': {
          readonly cause: 'The title does not have the form that the type requires, such as user@host.';
          readonly remedy: 'Use the form that the message names.';
      };
      readonly 'type.unknown': {
          readonly cause: 'A node file or a catalog names a type that does not exist.';
          readonly remedy: 'Correct the name; glance-apply describe lists all types.';
      };
  };
  readonly 'Data, facts and secrets': {
      readonly 'data.alias': {
          readonly cause: 'An alias in data cannot be resolved, expands to too many values, or is only a part of a value.';
          readonly remedy: 'Write the value out, or use lookup in place of alias inside a longer string.';
      };
      readonly 'data.class': {
          readonly cause: 'A key in data has the form class::parameter, and the class does not exist.';
          readonly remedy: 'Correct the key; glance-apply describe lists all classes.';
      };
      readonly 'data.convert': {
          readonly cause: 'convert_to names an unknown type, or the value cannot be converted to it.';
          readonly remedy: 'Correct the type in lookup_options or the value.';
      };
      readonly 'data.depth': {
          readonly cause: 'Values are nested, or refer to one another, more deeply than is supported.';
          readonly remedy: 'Check where the file comes from; shorten the chain of lookups.';
      };
      readonly 'data.dig': {
          readonly cause: 'A dotted key descends into a value that is neither a hash nor a list.';
          readonly remedy: 'Correct the key; quote a key that contains dots itself.';
      };
      readonly 'data.duplicate': {
          readonly cause: 'A data file has the same key twice in one hash.';
          readonly remedy: 'Remove one of the two.';
      };
      readonly 'data.editor': {
          readonly cause: 'The editor could not be started, or ended with an error.';
          readonly remedy: 'Set EDITOR to an editor that waits until the file is closed.';
      };
      readonly 'data.encrypted': {
          readonly cause: 'The value that is to be encrypted is already encrypted.';
          readonly remedy: 'Nothing is to be done; use data edit to change it.';
      };
      readonly 'data.encryption': {
          readonly cause: 'An encrypted value cannot be decrypted: it is encrypted for other recipients, with an unknown method, or is damaged.';
          readonly remedy: 'Pass the right identity with --identity, or have a recipient run glance-apply data rotate after adding yours.';
      };
      readonly 'data.expression': {
          readonly cause: 'An interpolation in data calls an unknown function, or a function where only variables are allowed.';
          readonly remedy: 'Correct the function; paths and options of hiera.yaml accept variables only.';
      };
      readonly 'data.form': {
          readonly cause: 'A data file does not contain a hash.';
          readonly remedy: 'Write one `key: value` per line.';
      };
      readonly 'data.generate': {
          readonly cause: 'A value is marked to be generated and has not been generated yet.';
          readonly remedy: 'Run glance-apply data encrypt FILE.';
      };
      readonly 'data.identity': {
          readonly cause: 'An identity file cannot be read or written, or contains no identity.';
          readonly remedy: 'Create one with glance-apply data identity FILE; an identity is a line that begins with AGE-SECRET-KEY-1.';
      };
      readonly 'data.key': {
          readonly cause: 'A key is not valid: a quote is not closed, a part is empty, or it is not a string.';
          readonly remedy: "Join names with dots, and quote a name that contains dots: 'a.b'.c.";
      };
      readonly 'data.lookup-options': {
          readonly cause: 'lookup_options does not have the form {key: {merge: …, convert_to: …}}, or a module sets it for keys of others.';
          readonly remedy: 'Correct it at the reported location.';
      };
      readonly 'data.loop': {
          readonly cause: 'Values refer to one another in a circle.';
          readonly remedy: 'Give one of them a value of its own.';
      };
      readonly 'data.merge': {
          readonly cause: 'A merge strategy is unknown, its options are wrong, or values of different kinds are to be merged.';
          readonly remedy: 'Use first, unique, hash or deep, and make the values of all levels of one kind.';
      };
      readonly 'data.merge-key': {
          readonly cause: 'The YAML merge key << is given a value that is not a hash or a list of hashes.';
          readonly remedy: 'Correct the value.';
      };
      readonly 'data.missing': {
          readonly cause: 'The data directory or hiera.yaml does not exist.';
          readonly remedy: 'Check the path after --data.';
      };
      readonly 'data.no-file': {
          readonly cause: 'A value is read from a file, and the file cannot be read.';
          readonly remedy: 'Create the file with the value as its content, or correct the path.';
      };
      readonly 'data.no-key': {
          readonly cause: 'A value is encrypted, and no key to decrypt it is available.';
          readonly remedy: 'Pass --identity FILE or set GLANCE_APPLY_IDENTITY_FILE; for eyaml, name the key in hiera.yaml.';
      };
      readonly 'data.no-variable': {
          readonly cause: 'A value is read from an environment variable that is not set.';
          readonly remedy: 'Set the variable for the command.';
      };
      readonly 'data.not-found': {
          readonly cause: 'No data file has a value for the key, and the lookup has no default.';
          readonly remedy: 'Add the value, or a default; glance-apply lookup KEY --explain shows which files were read.';
      };
      readonly 'data.outside': {
          readonly cause: 'A level of hiera.yaml leads out of its data directory.';
          readonly remedy: 'Set datadir for files that are elsewhere.';
      };
      readonly 'data.parameter': {
          readonly cause: 'A key in data has the form class::parameter, and the class has no such parameter.';
          readonly remedy: 'Correct the key; glance-apply describe CLASS lists the parameters.';
      };
      readonly 'data.recipient': {
          readonly cause: 'No recipient is listed for the data directory, or a listed one is not valid.';
          readonly remedy: 'List one age recipient (age1…) per line in recipients.txt; glance-apply data identity FILE prints one.';
      };
      readonly 'data.release': {
          readonly cause: 'A key in data sets a parameter that does not exist in the release that the host runs.';
          readonly remedy: 'Move it to a level of the hierarchy that only hosts of the right release read.';
      };
      readonly 'data.scalar': {
          readonly cause: 'A plain value in a YAML data file is not valid, such as a date that does not exist.';
          readonly remedy: 'Correct it, or quote it to make it a string.';
      };
      readonly 'data.secret': {
          readonly cause: 'A secret was looked up with a type that is not secret.';
          readonly remedy: 'Look it up as secretString or without a type, and pass it on unchanged.';
      };
      readonly 'data.size': {
          readonly cause: 'A data file, or a value that is made of others, is too large.';
          readonly remedy: 'Split the file; check for values that refer to others many times.';
      };
      readonly 'data.sort': {
          readonly cause: 'A merged list is to be sorted and contains values of different kinds.';
          readonly remedy: 'Remove sort_merged_arrays.';
      };
      readonly 'data.syntax': {
          readonly cause: 'A data file is not valid YAML or JSON.';
          readonly remedy: 'Fix it at the reported location.';
      };
      readonly 'data.tag': {
          readonly cause: 'A data file has a YAML tag that stands for a Ruby object or another unsupported kind of value.';
          readonly remedy: 'Write a plain value.';
      };
      readonly 'data.unreadable': {
          readonly cause: 'A data file cannot be read, is not a regular file, or is not UTF-8.';
          readonly remedy: 'Check its permissions and its encoding.';
      };
      readonly 'data.unwritable': {
          readonly cause: 'A data file could not be written.';
          readonly remedy: 'Check the permissions of the file and its directory; the file is unchanged.';
      };
      readonly 'facts.form': {
          readonly cause: 'The facts file does not contain a hash.';
          readonly remedy: 'Write one with facter --json.';
      };
      readonly 'facts.missing': {
          readonly cause: 'The facts file does not exist.';
          readonly remedy: 'Check the path after --facts.';
      };
      readonly 'facts.syntax': {
          readonly cause: 'The facts file is not valid JSON or YAML.';
          readonly remedy: 'Fix it at the reported location.';
      };
      readonly 'facts.unreadable': {
          readonly cause: 'The facts file cannot be read.';
          readonly remedy: 'Check its permissions.';
      };
      readonly 'hiera.form': {
          readonly cause: 'hiera.yaml is not a valid configuration.';
          readonly remedy: 'Correct it at the reported location; docs/data.md describes what is supported.';
      };
      readonly 'hiera.version': {
          readonly cause: 'hiera.yaml has a version other than 5.';
          readonly remedy: 'Convert it to version 5, with name and path for each level.';
      };
      readonly 'secret.no-file': {
          readonly cause: 'secret.file names a file that cannot be read.';
          readonly remedy: 'Create the file with the secret as its content, or correct the path.';
      };
      readonly 'secret.no-variable': {
          readonly cause: 'secret.env names an environment variable that is not set.';
          readonly remedy: 'Set the variable for the command.';
      };
  };
  readonly Inventories: {
      readonly 'inventory.alias': {
          readonly cause: 'An alias in an inventory cannot be resolved, or aliases expand to too many values.';
          readonly remedy: 'Write the value out.';
      };
      readonly 'inventory.comment': {
          readonly cause: 'A # in an inventory probably does not mean what was intended: a comment, or a part of a value.';
          readonly remedy: 'Quote the value if it contains the #; write comments on lines of their own.';
      };
      readonly 'inventory.connection': {
          readonly cause: 'A variable says in a way that is not supported how a host is reached.';
          readonly remedy: 'Correct or remove the variable; options of SSH belong in ~/.ssh/config.';
      };
      readonly 'inventory.depth': {
          readonly cause: 'A folder of an inventory is nested too deeply, as if a link led to a folder above it.';
          readonly remedy: 'Remove the link.';
      };
      readonly 'inventory.duplicate': {
          readonly cause: 'A hash in an inventory has the same key twice, and the last one counts.';
          readonly remedy: 'Remove one of the two.';
      };
      readonly 'inventory.form': {
          readonly cause: 'A part of an inventory is a list, a string or a number, and has to be a hash, or the reverse.';
          readonly remedy: 'Correct it at the reported location.';
      };
      readonly 'inventory.host': {
          readonly cause: 'The name of a host, or a range of names, is not valid.';
          readonly remedy: 'Write a name, an address, or a range such as web[01:10].';
      };
      readonly 'inventory.loop': {
          readonly cause: 'Groups of an inventory contain each other.';
          readonly remedy: 'Remove one of the reported lines.';
      };
      readonly 'inventory.merge-key': {
          readonly cause: 'The YAML merge key << is given a value that is not a hash or a list of hashes.';
          readonly remedy: 'Correct the value.';
      };
      readonly 'inventory.missing': {
          readonly cause: 'An inventory does not exist.';
          readonly remedy: 'Correct the path; a list of hosts without a file needs a comma, as in db01,db02.';
      };
      readonly 'inventory.name': {
          readonly cause: 'A host and a group have the same name. Usually a section [group:children] lacks its :children.';
          readonly remedy: 'Add :children, or rename one of the two.';
      };
      readonly 'inventory.newline': {
          readonly cause: 'A password in an inventory ends with a line break.';
          readonly remedy: 'In YAML, begin the block with |- instead of |; encrypt with printf instead of echo.';
      };
      readonly 'inventory.no-match': {
          readonly cause: 'A pattern, or a part of one, selects no host.';
          readonly remedy: 'Correct the name; check that the group has hosts.';
      };
      readonly 'inventory.no-vault-password': {
          readonly cause: 'A value is encrypted with Ansible Vault, and no password is given.';
          readonly remedy: 'Give the file that contains the password.';
      };
      readonly 'inventory.pattern': {
          readonly cause: 'A pattern that selects hosts is not valid.';
          readonly remedy: 'Write names of hosts and groups, separated by commas, with ! or & in front, or with wildcards.';
      };
      readonly 'inventory.plugin': {
          readonly cause: 'An inventory configures a plugin of Ansible, which only Ansible can run.';
          readonly remedy: 'Use a program that prints the inventory: exec ansible-inventory -i FILE --list.';
      };
      readonly 'inventory.port': {
          readonly cause: 'An inventory mentions one host with two ports.';
          readonly remedy: 'Remove one, or give the second one a name of its own and set ansible_host.';
      };
      readonly 'inventory.priority': {
          readonly cause: 'ansible_group_priority is not an integer, or is set where it has no effect.';
          readonly remedy: 'Set it to a number among the variables of a group, in the inventory itself.';
      };
      readonly 'inventory.program': {
          readonly cause: 'An inventory is a program, and programs are not allowed, or it failed.';
          readonly remedy: 'Allow it with --inventory-programs; run it by hand to see what it prints.';
      };
      readonly 'inventory.section': {
          readonly cause: 'A section of an inventory in INI, or a key of a group in YAML, is unknown.';
          readonly remedy: 'Use [group], [group:children] and [group:vars], or hosts, children and vars.';
      };
      readonly 'inventory.size': {
          readonly cause: 'An inventory is too large, or a range stands for too many hosts.';
          readonly remedy: 'Correct the range, or split the inventory.';
      };
      readonly 'inventory.syntax': {
          readonly cause: 'An inventory is not valid INI or YAML.';
          readonly remedy: 'Correct it at the reported location.';
      };
      readonly 'inventory.tag': {
          readonly cause: 'An inventory has a YAML tag that is not supported.';
          readonly remedy: 'Write a plain value; !vault and !unsafe are supported.';
      };
      readonly 'inventory.template': {
          readonly cause: 'A variable that is used contains a template of Jinja, which only Ansible can evaluate.';
          readonly remedy: 'Write the value itself; !unsafe in YAML marks a string that is not a template.';
      };
      readonly 'inventory.unknown-group': {
          readonly cause: 'An inventory in INI refers to a group that it does not declare.';
          readonly remedy: 'Correct the name, or declare the group with a section of its own.';
      };
      readonly 'inventory.unreadable': {
          readonly cause: 'An inventory cannot be read, is not a regular file, or is not UTF-8.';
          readonly remedy: 'Check its permissions and its encoding.';
      };
      readonly 'inventory.unused-file': {
          readonly cause: 'A file beside an inventory is not read, and its name looks as if it should be.';
          readonly remedy: 'Rename it, or move it out of the folder.';
      };
      readonly 'inventory.unused-host': {
          readonly cause: 'An inventory program prints variables of a host that is in no group.';
          readonly remedy: 'Add the host to a group, such as all.';
      };
      readonly 'inventory.value': {
          readonly cause: 'A value in an inventory is not valid, or JSON does not have it.';
          readonly remedy: 'Quote it to make it a string.';
      };
      readonly 'inventory.vault': {
          readonly cause: 'A value that Ansible Vault encrypted cannot be decrypted.';
          readonly remedy: 'Check the password, and that the value is complete.';
      };
  };
  readonly Fleets: {
      readonly 'export.class': {
          readonly cause: 'A class has the metaparameter exported, and only resources can be exported.';
          readonly remedy: 'Export the resources that the class declares.';
      };
      readonly 'fleet.deadline': {
          readonly cause: 'The run on a host has taken longer than the deadline allows.';
          readonly remedy: 'Find out what blocks there, such as a network file system that does not answer, or raise the deadline.';
      };
      readonly 'fleet.empty-group': {
          readonly cause: 'once was given a group that contains no host.';
          readonly remedy: 'Add a host to the group in the inventory, or remove the part.';
      };
      readonly 'fleet.incomplete-exports': {
          readonly cause: 'A host collects exported resources, and at least one host of the fleet could not be compiled.';
          readonly remedy: 'Make the facts of that host available: until then, what it exports is missing on the others.';
      };
      readonly 'fleet.machine': {
          readonly cause: 'Two hosts of the inventory are the same machine.';
          readonly remedy: 'Remove one of the names. If they are clones of one image, give each a machine id of its own.';
      };
      readonly 'fleet.order': {
          readonly cause: 'A host waits for a host of a later step of the rollout, which does not begin before this one has ended.';
          readonly remedy: 'Change the order of the hosts, the steps of the rollout, or the relation.';
      };
      readonly 'fleet.rollout': {
          readonly cause: 'An option of the rollout has a value that is out of range, or names an unknown group.';
          readonly remedy: 'The message says which values are possible.';
      };
      readonly 'fleet.unknown-group': {
          readonly cause: 'A fleet gives a part to a group that the inventory does not contain.';
          readonly remedy: 'Correct the name, or add the group to the inventory.';
      };
      readonly 'fleet.unknown-host': {
          readonly cause: 'A fleet or a run names a host that the inventory does not contain.';
          readonly remedy: 'Correct the name, or add the host to the inventory.';
      };
      readonly 'fleet.unreachable': {
          readonly cause: 'There is no connection to the host, or it was lost.';
          readonly remedy: 'The message says why. Run again when the host is back: the run continues where it ended.';
      };
      readonly 'fleet.without-part': {
          readonly cause: 'The fleet gives a host of the inventory nothing to do.';
          readonly remedy: 'Give it a part, or leave it out of the run.';
      };
      readonly 'refresh.remote': {
          readonly cause: string;
          readonly remedy: 'Run both hosts again: the refresh is then made.';
      };
  };
  readonly Runs: {
      readonly 'bucket.foreign': {
          readonly cause: 'A user other than root could change the directory of a filebucket, which keeps copies of files.';
          readonly remedy: 'Give it and the directories above it to root, or use another path for the filebucket.';
      };
      readonly 'converge.unknown': {
          readonly cause: 'The fail option of converge, in a spec, names a resource that the catalog does not have.';
          readonly remedy: 'Correct the reference.';
      };
      readonly 'describe.unknown': {
          readonly cause: 'describe was given a name that is not a type, class or diagnostic code.';
          readonly remedy: 'Correct the name; glance-apply describe without a name lists all of them.';
      };
      readonly 'explain.unknown': {
          readonly cause: 'explain was given a reference that the catalog does not have.';
          readonly remedy: 'Correct the reference: Type[title].';
      };
      readonly 'host.no-temporary-directory': {
          readonly cause: 'None of the directories for temporary files exists on the host.';
          readonly remedy: 'Create one of those that the message names.';
      };
      readonly 'host.refused': {
          readonly cause: 'The operating system refused an operation on a file, or what exists at a path makes the operation unsafe or impossible.';
          readonly remedy: 'The message names the path and the reason. Run as root to apply; a plan needs fewer rights.';
      };
      readonly 'init.folder': {
          readonly cause: 'init cannot create or write the directory.';
          readonly remedy: 'Check its permissions, or name another directory.';
      };
      readonly 'init.not-empty': {
          readonly cause: 'init was given a directory that contains files.';
          readonly remedy: 'Name an empty directory, or one that does not exist.';
      };
      readonly 'inspect.incomplete': {
          readonly cause: 'inspect was given a title that does not identify a resource of this type completely.';
          readonly remedy: 'Leave the title out to list all resources of the type.';
      };
      readonly 'inspect.provider': {
          readonly cause: 'The type has no provider for this host.';
          readonly remedy: 'Import the module that provides it.';
      };
      readonly 'inspect.unknown': {
          readonly cause: 'inspect was given a name that is not a native type.';
          readonly remedy: 'Correct the name; glance-apply describe lists all types.';
      };
      readonly 'inspect.unlisted': {
          readonly cause: 'The resources of this type cannot be listed.';
          readonly remedy: 'Name one: glance-apply inspect TYPE TITLE.';
      };
      readonly 'inspect.unreadable': {
          readonly cause: 'The state of the resource cannot be read.';
          readonly remedy: 'The message has the reason: missing rights, a missing tool, a server that does not answer.';
      };
      readonly 'internal.error': {
          readonly cause: 'An unexpected error occurred in glance-apply or in a type of another package.';
          readonly remedy: 'Report it with the stack trace.';
      };
      readonly 'platform.unknown': {
          readonly cause: 'A spec names a platform that no facts are available for.';
          readonly remedy: 'Use one of the listed platforms, or pass facts to compile.';
      };
      readonly 'provider.missing': {
          readonly cause: 'The catalog contains a type without a provider.';
          readonly remedy: 'Import the module that calls provide for the type.';
      };
      readonly 'purge.type': {
          readonly cause: 'resources with purge: true names a type that cannot be purged.';
          readonly remedy: 'Remove it; the message states why.';
      };
      readonly 'refresh.dropped': {
          readonly cause: 'An earlier run left a refresh pending for a resource that the manifest no longer declares.';
          readonly remedy: 'Restart what the resource was, if it still runs with an old configuration.';
      };
      readonly 'resource.undone': {
          readonly cause: 'A property that one resource set differs again at the end of the run, because another resource changed the same file.';
          readonly remedy: 'Find the other resource that edits the file, and let only one of them set the value.';
      };
      readonly 'resource.warning': {
          readonly cause: 'A provider reports something about a resource that it applied anyway.';
          readonly remedy: 'The message and the hint are from the provider.';
      };
      readonly 'run.at-work': {
          readonly cause: 'A plan was made while another run changes the host.';
          readonly remedy: 'Plan again when the other run has ended.';
      };
      readonly 'run.fault': {
          readonly cause: 'The run itself failed in part, for example because its report could not be written.';
          readonly remedy: 'The message has the reason. Run again after fixing it.';
      };
      readonly 'run.locked': {
          readonly cause: 'Another run holds the lock of the host.';
          readonly remedy: 'Wait until it has ended; the message names its process.';
      };
      readonly 'run.unclosed': {
          readonly cause: 'Something that the run had opened, such as a connection, could not be closed. What the run changed is not affected.';
          readonly remedy: 'The message has the reason.';
      };
      readonly 'run.unordered': {
          readonly cause: 'A resource failed, and resources that are declared above it were changed only after it had started. A relation may be missing.';
          readonly remedy: 'Add require or before if the resource needs one of those that the message lists.';
      };
      readonly 'state.denied': {
          readonly cause: 'A plan runs without the right to read the state directory, so that pending refreshes are unknown.';
          readonly remedy: 'Run it as root to include them.';
      };
      readonly 'state.foreign': {
          readonly cause: 'A user other than root could change the state directory.';
          readonly remedy: 'Give it and the directories above it to root, or name another one with --state-dir.';
      };
      readonly 'state.misplaced': {
          readonly cause: 'A path in the state directory has the wrong kind, such as a directory in place of a file.';
          readonly remedy: 'Move it away; the next run creates a new one.';
      };
      readonly 'state.newer': {
          readonly cause: 'A file of the state directory was written by a newer version of glance-apply.';
          readonly remedy: 'Run that version, or remove the file; the hint says what is lost.';
      };
      readonly 'state.unreadable': {
          readonly cause: 'A part of the state directory is damaged. It was moved aside, and the run continues.';
          readonly remedy: 'Restart services whose refresh may have been lost; the hint says what is affected.';
      };
      readonly 'usage.argument': {
          readonly cause: 'The command line has an argument too few or too many, or an unknown one.';
          readonly remedy: 'See glance-apply COMMAND --help.';
      };
      readonly 'usage.command': {
          readonly cause: 'The command does not exist.';
          readonly remedy: 'See glance-apply --help.';
      };
      readonly 'usage.option': {
          readonly cause: 'An option does not exist, or its value is not valid.';
          readonly remedy: 'See glance-apply COMMAND --help.';
      };
  };
  readonly Hosts: {
      readonly 'host.shell': {
          readonly cause: 'A host behind SSH did not start a POSIX shell, or lacks a tool that is needed there.';
          readonly remedy: 'Give the account a login shell that runs commands, and install coreutils and util-linux. The message contains what the host sent instead.';
      };
      readonly 'host.sudo': {
          readonly cause: 'sudo on a host behind SSH refused to start a shell.';
          readonly remedy: 'Allow the account to run /bin/sh with sudo, with NOPASSWD or with the right password. The message contains the words of sudo.';
      };
  };
  readonly Resources: {
      readonly 'account.group': {
          readonly cause: 'A resource names a group that does not exist on the host.';
          readonly remedy: 'Declare the group, or the package that creates it, before the resource.';
      };
      readonly 'account.member': {
          readonly cause: 'A group names members that do not exist on the host.';
          readonly remedy: 'Declare the users, or the package that creates them, before the group.';
      };
      readonly 'apt.failed': {
          readonly cause: 'apt-get or dpkg ended with an error.';
          readonly remedy: 'The message has the last lines of the output, the hint what usually helps.';
      };
      readonly 'apt.missing': {
          readonly cause: 'apt-get or dpkg could not be run.';
          readonly remedy: 'Use another package provider on hosts without apt.';
      };
      readonly 'augeas.failed': {
          readonly cause: 'augtool failed, a command of it was refused, or Augeas cannot read the file.';
          readonly remedy: 'Correct the commands or the file; the message has what augtool printed.';
      };
      readonly 'augeas.surplus': {
          readonly cause: 'An augeas command has more arguments than it uses.';
          readonly remedy: 'Quote values that contain spaces.';
      };
      readonly 'conn_validator.failed': {
          readonly cause: 'The server could not be reached within the timeout, or answered with another status than the expected one.';
          readonly remedy: 'Check the service and its address; raise timeout if it starts slowly.';
      };
      readonly 'cron.unreadable': {
          readonly cause: 'The crontab of a user cannot be read.';
          readonly remedy: 'The message has the reason.';
      };
      readonly 'dnf.failed': {
          readonly cause: 'dnf or yum ended with an error.';
          readonly remedy: 'The message has the reason that it printed.';
      };
      readonly 'dnf.missing': {
          readonly cause: 'dnf or yum could not be run.';
          readonly remedy: 'Use another package provider on hosts without them.';
      };
      readonly 'dpkg.no-source': {
          readonly cause: "The package provider 'dpkg' has no file to install from.";
          readonly remedy: "Give the path of the package file as source, or use the provider 'apt'.";
      };
      readonly 'dpkg.other-package': {
          readonly cause: 'The package file contains another package than the one that is declared.';
          readonly remedy: 'Correct the title or the source.';
      };
      readonly 'dpkg.unreadable': {
          readonly cause: 'The package database of dpkg cannot be read.';
          readonly remedy: 'The message has the reason; dpkg --audit may say more.';
      };
      readonly 'exec.condition': {
          readonly cause: 'A condition of an exec (onlyif, unless) could not be evaluated: it took too long or was ended.';
          readonly remedy: 'Fix the command of the condition, or raise timeout.';
      };
      readonly 'exec.environment': {
          readonly cause: 'The environment of an exec sets a variable twice, or overrides path.';
          readonly remedy: 'Keep one of the two.';
      };
      readonly 'exec.failed': {
          readonly cause: 'The command of an exec could not be run, or ended with a status that returns does not list.';
          readonly remedy: 'The message has the status and the last lines of the output.';
      };
      readonly 'file.backup': {
          readonly cause: 'The backup of a file would overwrite an older backup of the same name.';
          readonly remedy: 'Move the older one away, or use backup: true.';
      };
      readonly 'file.force': {
          readonly cause: 'Something of another kind exists at the path, such as a directory in place of a file.';
          readonly remedy: 'Move it away, or set force: true.';
      };
      readonly 'file.group': {
          readonly cause: 'The group of a file does not exist on the host.';
          readonly remedy: 'Declare the group, or the package that creates it, before the file.';
      };
      readonly 'file.mount-point': {
          readonly cause: 'A file is itself a mount point, so that it is overwritten in place instead of being replaced. Readers may see a part of the content for a moment.';
          readonly remedy: 'Nothing is to be done, unless a service reads the file while it is written.';
      };
      readonly 'file.owner': {
          readonly cause: 'The owner of a file does not exist on the host.';
          readonly remedy: 'Declare the user, or the package that creates it, before the file.';
      };
      readonly 'file.parent': {
          readonly cause: 'The directory of a file does not exist.';
          readonly remedy: "Declare it with ensure: 'directory', or the package that creates it.";
      };
      readonly 'file.partly': {
          readonly cause: 'Some entries of a recursively managed directory failed; the others were changed.';
          readonly remedy: 'The message lists them.';
      };
      readonly 'file.recursion': {
          readonly cause: 'A directory that is copied or linked recursively contains something that cannot be, or its target is not a directory.';
          readonly remedy: 'Name it in ignore, or correct the source or target.';
      };
      readonly 'file.replaced': {
          readonly cause: 'Another process replaced the new content of a file while it was validated.';
          readonly remedy: 'Find out which process writes below the directory of temporary files, and run again.';
      };
      readonly 'file.selinux': {
          readonly cause: 'The SELinux label of a file could not be read or set.';
          readonly remedy: 'The message has what the tool printed. Labels are set as root, on file systems that have them.';
      };
      readonly 'file.source': {
          readonly cause: 'The source of a file cannot be used.';
          readonly remedy: 'The message has the reason.';
      };
      readonly 'file.validation': {
          readonly cause: 'The validate_cmd of a file rejected the new content.';
          readonly remedy: 'Fix the content; the file is unchanged.';
      };
      readonly 'file_line.encoding': {
          readonly cause: 'A file that is edited by lines contains bytes that are not text in its encoding.';
          readonly remedy: 'Convert the file, or give its encoding.';
      };
      readonly 'file_line.file': {
          readonly cause: 'A line is to be added to a file that does not exist.';
          readonly remedy: 'Declare the file before its lines.';
      };
      readonly 'glance_image.source': {
          readonly cause: 'The file or address that an image is to be created from does not exist or cannot be read.';
          readonly remedy: 'Correct source, or declare the file before the image.';
      };
      readonly 'glance_image.upload': {
          readonly cause: 'The data of an image could not be uploaded, or Glance stored something else.';
          readonly remedy: 'Run again if the connection was interrupted; otherwise check the log and the store of Glance.';
      };
      readonly 'http.redirects': {
          readonly cause: 'A server redirects too many times.';
          readonly remedy: 'Use the final address as the source.';
      };
      readonly 'mount.entry': {
          readonly cause: 'A file system is to be mounted, and the table of file systems has no complete entry for it.';
          readonly remedy: 'Give device and fstype.';
      };
      readonly 'mount.no-point': {
          readonly cause: 'The mount point could not be created.';
          readonly remedy: 'Declare it as a directory before the mount.';
      };
      readonly 'mysql.answer': {
          readonly cause: 'A database server answered in a way that is not allowed or not understood.';
          readonly remedy: 'Check the address and port: something else may listen there.';
      };
      readonly 'mysql.unreadable': {
          readonly cause: 'The accounts, grants or databases of a server cannot be read.';
          readonly remedy: 'The message has the reason: the server is down, or refuses the login.';
      };
      readonly 'mysql.value': {
          readonly cause: 'A name, privilege or option cannot be used in a statement.';
          readonly remedy: 'Use a value of the form that the message names.';
      };
      readonly 'openstack.ambiguous': {
          readonly cause: 'Several objects of OpenStack have the name, so that the intended one is not known.';
          readonly remedy: 'Remove all but one, or use the id.';
      };
      readonly 'openstack.answer': {
          readonly cause: 'An OpenStack service answered with too much, too little, or in another form than expected.';
          readonly remedy: 'Follow the message; it names the setting of the service, if there is one.';
      };
      readonly 'openstack.connection': {
          readonly cause: 'No connection to an OpenStack service can be opened for this address.';
          readonly remedy: 'Use http:// or https:// in the address.';
      };
      readonly 'openstack.credentials': {
          readonly cause: 'The file clouds.yaml is not valid.';
          readonly remedy: 'Correct it at the reported location.';
      };
      readonly 'openstack.missing': {
          readonly cause: 'A project, domain, user, role or service that a resource refers to does not exist in Keystone.';
          readonly remedy: 'Declare it, or correct the name.';
      };
      readonly 'package.no-file': {
          readonly cause: 'The source of a package is a file that does not exist or cannot be read.';
          readonly remedy: 'Declare the file before the package.';
      };
      readonly 'package.no-version': {
          readonly cause: 'The repositories do not have the version of the package that is declared.';
          readonly remedy: 'Use a version that the hint lists.';
      };
      readonly 'package.no-versionlock': {
          readonly cause: 'A package is to be held, and the versionlock plugin is not installed.';
          readonly remedy: 'Declare the package of the plugin before it.';
      };
      readonly 'package.not-done': {
          readonly cause: 'The package tool reported success, and the package is not in the desired state.';
          readonly remedy: 'Check pins, excludes and conflicting packages.';
      };
      readonly 'package.tool-failed': {
          readonly cause: 'pip, gem or npm ended with an error.';
          readonly remedy: 'The message has the reason that it printed.';
      };
      readonly 'package.unknown': {
          readonly cause: 'No repository has a package of this name.';
          readonly remedy: 'Check the name, and that its repository is enabled.';
      };
      readonly 'package.unreadable': {
          readonly cause: 'The state of a package cannot be read after the change.';
          readonly remedy: 'The message has the reason.';
      };
      readonly 'package.virtual': {
          readonly cause: 'The name is a virtual package that cannot be installed as such.';
          readonly remedy: 'Name one of the packages that provide it.';
      };
      readonly 'rabbitmq.answer': {
          readonly cause: 'RabbitMQ or rabbitmqctl failed, or answered in another form than expected.';
          readonly remedy: 'The message has the answer; the log of the broker may say more.';
      };
      readonly 'rabbitmq.refused': {
          readonly cause: 'A change of RabbitMQ is not possible as declared.';
          readonly remedy: 'Follow the message, which says what has to be given or removed first.';
      };
      readonly 'rabbitmq.unreadable': {
          readonly cause: 'The list of enabled plugins cannot be read.';
          readonly remedy: 'Correct the file that the message names.';
      };
      readonly 'rpm.unreadable': {
          readonly cause: 'The package database of rpm cannot be read.';
          readonly remedy: 'The message has the reason; rpm --rebuilddb may repair it.';
      };
      readonly 'selmodule.file': {
          readonly cause: 'The file of an SELinux module does not exist, is compressed, or cannot be compared.';
          readonly remedy: 'Follow the message.';
      };
      readonly 'service.boot': {
          readonly cause: 'The tool that enables services at boot ended with an error.';
          readonly remedy: 'The message has its output. Services are changed as root.';
      };
      readonly 'service.command': {
          readonly cause: 'A command that starts, stops or restarts a service ended with an error.';
          readonly remedy: 'The message has its output; the log of the service may say more.';
      };
      readonly 'service.no-boot-tool': {
          readonly cause: 'The host has neither update-rc.d nor chkconfig.';
          readonly remedy: 'Install init-system-helpers (Debian) or chkconfig (Enterprise Linux).';
      };
      readonly 'service.no-mask': {
          readonly cause: 'enable: mask was declared for an init script, which cannot be masked.';
          readonly remedy: 'Use enable: false.';
      };
      readonly 'service.not-running': {
          readonly cause: 'The service does not run although it was started.';
          readonly remedy: 'The message has the last lines of its log.';
      };
      readonly 'service.not-stopped': {
          readonly cause: 'The service still runs after it was stopped.';
          readonly remedy: 'Find out what starts it again: another unit, a supervisor, a stop command without effect.';
      };
      readonly 'service.systemctl': {
          readonly cause: 'systemctl ended with an error.';
          readonly remedy: 'The message has its output. Services are changed as root.';
      };
      readonly 'service.unknown': {
          readonly cause: 'The host has no unit or init script of this name.';
          readonly remedy: 'Declare the package that contains it before the service, or correct the name.';
      };
      readonly 'service.unreadable': {
          readonly cause: 'The state of a service cannot be read.';
          readonly remedy: 'The message has the reason.';
      };
      readonly 'ssh_authorized_key.file': {
          readonly cause: 'The file of the authorized keys cannot be used: its user or directory does not exist, or it is not a text file.';
          readonly remedy: 'Declare the user and the directory before the key, or remove what is in the place of the file.';
      };
      readonly 'tidy.limit': {
          readonly cause: 'A directory that is to be tidied contains more entries than max_files.';
          readonly remedy: 'Raise max_files, or choose a smaller directory.';
      };
      readonly 'tool.failed': {
          readonly cause: 'A program that a provider uses could not be run, or ended with an error.';
          readonly remedy: 'The message has the last lines of its output.';
      };
      readonly 'user.refused': {
          readonly cause: 'A user cannot be created or changed as declared.';
          readonly remedy: 'Follow the message.';
      };
  };
  readonly 'Connections over SSH': {
      'ssh.algorithms': {
          cause: string;
          remedy: string;
      };
      'ssh.channel': {
          cause: string;
          remedy: string;
      };
      'ssh.client': {
          cause: string;
          remedy: string;
      };
      'ssh.closed': {
          cause: string;
          remedy: string;
      };
      'ssh.config': {
          cause: string;
          remedy: string;
      };
      'ssh.config-unsupported': {
          cause: string;
          remedy: string;
      };
      'ssh.destination': {
          cause: string;
          remedy: string;
      };
      'ssh.host-key-changed': {
          cause: string;
          remedy: string;
      };
      'ssh.host-key-revoked': {
          cause: string;
          remedy: string;
      };
      'ssh.host-key-unknown': {
          cause: string;
          remedy: string;
      };
      'ssh.jump-loop': {
          cause: string;
          remedy: string;
      };
      'ssh.known-hosts': {
          cause: string;
          remedy: string;
      };
      'ssh.login': {
          cause: string;
          remedy: string;
      };
      'ssh.lost': {
          cause: string;
          remedy: string;
      };
      'ssh.no-openssh': {
          cause: string;
          remedy: string;
      };
      'ssh.password-expired': {
          cause: string;
          remedy: string;
      };
      'ssh.stream': {
          cause: string;
          remedy: string;
      };
      'ssh.timeout': {
          cause: string;
          remedy: string;
      };
      'ssh.unreachable': {
          cause: string;
          remedy: string;
      };
  };
};
type UnionOfKeys<T> = T extends unknown ? keyof T : never;
type DiagnosticCode = UnionOfKeys<(typeof codeGroups)[keyof typeof codeGroups]>;
interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly unquoted?: true;
}
type ExtensionCode = `${string}/${string}`;
interface RelatedLocation {
  readonly message: string;
  readonly location: SourceLocation | undefined;
}
interface Diagnostic {
  readonly code: DiagnosticCode | ExtensionCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly location?: SourceLocation | undefined;
  readonly related?: readonly RelatedLocation[] | undefined;
  readonly hint?: string | undefined;
  readonly outcomeUnknown?: boolean | undefined;
  readonly confidential?: boolean | undefined;
}
declare function problem(code: Diagnostic['code'], message: string, rest?: Omit<Partial<Diagnostic>, 'code' | 'message' | 'severity'>): Diagnostic;
declare function warning(code: Diagnostic['code'], message: string, rest?: Omit<Partial<Diagnostic>, 'code' | 'message' | 'severity'>): Diagnostic;
interface Retry {
  readonly tries: number;
  readonly delay?: number;
}
declare const logLevels: readonly [
  'emerg',
  'alert',
  'crit',
  'err',
  'warning',
  'notice',
  'info',
  'debug'
];
type LogLevel = (typeof logLevels)[number];
declare const relationships: {
  readonly before: {
      readonly forward: true;
      readonly refresh: false;
  };
  readonly notify: {
      readonly forward: true;
      readonly refresh: true;
  };
  readonly require: {
      readonly forward: false;
      readonly refresh: false;
  };
  readonly subscribe: {
      readonly forward: false;
      readonly refresh: true;
  };
};
type Relationship = keyof typeof relationships;
declare class Reference {
  readonly type: string;
  readonly title: string;
  constructor(type: string, title: string);
  get key(): string;
  toString(): string;
  static is(value: unknown): value is Reference;
  static parse(text: string): Reference | undefined;
}
interface ValueSource {
  readonly kind: 'given' | 'collector' | 'data' | 'title' | 'default';
  readonly location: SourceLocation | undefined;
  readonly by?: string | undefined;
}
interface Provenance {
  readonly declaredBy: Reference | undefined;
  readonly realizedBy: {
      readonly collector: string | undefined;
      readonly location: SourceLocation | undefined;
  } | undefined;
  sourceOf(attribute: string): ValueSource;
}
interface ResourceView {
  readonly index: number;
  readonly type: string;
  readonly title: string;
  readonly reference: string;
  readonly containers: readonly number[];
  readonly declaredIn: number | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly desired: Readonly<Record<string, unknown>>;
  readonly secrets: ReadonlySet<string>;
  readonly name: string;
  readonly noop: boolean | undefined;
  readonly loglevel: LogLevel;
  readonly schedule: string | undefined;
  readonly retry: Required<Retry>;
  readonly tags: ReadonlySet<string>;
  readonly location: SourceLocation | undefined;
  readonly provenance: Provenance;
}
interface LintFinding {
  readonly resource: ResourceView;
  readonly code: Diagnostic['code'];
  readonly message: string;
  readonly hint?: string | undefined;
  readonly location?: SourceLocation | undefined;
}
interface Decision {
  readonly location: SourceLocation | undefined;
  readonly warned: boolean;
}
interface LintContext {
  readonly release: Release;
  find(type: string, title: string): ResourceView | undefined;
  findDecision(resource: ResourceView, attribute: string, parameters: readonly string[]): Decision | undefined;
}
interface PathUse {
  readonly path: string;
  readonly use: 'manages' | 'creates' | 'needs' | 'reads' | 'names' | 'mounts';
}
declare function managedFile(path: string): Generator<PathUse>;
interface CatalogView {
  has(type: string, title: string): boolean;
  all(type: string): readonly Pick<ResourceView, 'title' | 'name' | 'desired'>[];
}
type AutoRelations<A extends AttributeTable> = (desired: DesiredOf<A>, catalog: CatalogView) => Iterable<Reference>;
interface NativeTypeOptions<A extends AttributeTable> {
  readonly doc: string;
  readonly parseTitle?: (title: string) => Readonly<Record<string, unknown>> | string;
  readonly nameOf?: (desired: DesiredOf<A>) => string;
  readonly normalize?: (desired: DesiredOf<A>) => DesiredOf<A>;
  readonly elsewhere?: Readonly<Record<string, string>>;
  readonly validate?: (desired: DesiredOf<A>) => Iterable<string>;
  readonly lint?: (resources: readonly ResourceView[], catalog: LintContext) => Iterable<LintFinding>;
  readonly refersTo?: (desired: DesiredOf<A>) => Iterable<Reference>;
  readonly secrets?: (desired: DesiredOf<A>) => Iterable<keyof A & string>;
  readonly identity?: (desired: DesiredOf<A>) => string;
  readonly paths?: (desired: DesiredOf<A>) => Iterable<PathUse>;
  readonly autorequire?: AutoRelations<A>;
  readonly autobefore?: AutoRelations<A>;
  readonly autonotify?: AutoRelations<A>;
  readonly autosubscribe?: AutoRelations<A>;
  readonly effects?: 'opaque' | 'supplies' | 'consumes';
  readonly several?: boolean;
  readonly transparent?: boolean;
}
interface NativeTypeDefinition<A extends AttributeTable = AttributeTable> extends NativeTypeOptions<A> {
  readonly name: string;
  readonly attributes: A;
  readonly titleAttribute: string;
}
type Caller = (abstract new (...args: never[]) => unknown) | ((...args: never[]) => unknown);
type AttributeLocations = Readonly<Record<string, SourceLocation>>;
declare class Position {
  #private;
  readonly stack?: string;
  constructor(caller: Caller | {
      readonly location: SourceLocation | undefined;
  }, attributes?: AttributeLocations);
  static at(location: SourceLocation | undefined, attributes?: AttributeLocations): Position;
  locationOf(attribute: string): SourceLocation | undefined;
  get location(): SourceLocation | undefined;
}
declare abstract class Resource {
  readonly parent: Resource | undefined;
  readonly type: string;
  readonly title: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly position: Position;
  protected constructor(parent: Resource | undefined, type: string, title: string, given: Readonly<Record<string, unknown>>, position: Position);
  get reference(): Reference;
  get isVirtual(): boolean;
  get isExported(): boolean;
  get location(): SourceLocation | undefined;
  locationOf(attribute: string): SourceLocation | undefined;
  hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
  toString(): string;
  static is(value: unknown): value is Resource;
}
type RelationOrigin = Relationship | 'chain';
interface Relation<R = Resource> {
  readonly source: R;
  readonly target: R;
  readonly refresh: boolean;
  readonly origin: RelationOrigin;
  readonly location: SourceLocation | undefined;
}
interface CatalogResource extends ResourceView {
  readonly definition: NativeTypeDefinition | undefined;
}
interface Catalog {
  readonly resources: readonly CatalogResource[];
  readonly relations: readonly Relation<number>[];
  readonly facts: Facts;
  readonly release: Release;
  readonly warnings: readonly Diagnostic[];
  find(type: string, title: string): CatalogResource | undefined;
}
type Query = {
  readonly kind: 'is';
  readonly attribute: string;
  readonly value: unknown;
} | {
  readonly kind: 'not';
  readonly query: Query;
} | {
  readonly kind: 'all';
  readonly queries: readonly Query[];
} | {
  readonly kind: 'either';
  readonly queries: readonly Query[];
};
type QueryLike = Query | Readonly<Record<string, unknown>>;
declare function not(query: QueryLike): Query;
declare function allOf(...queries: readonly QueryLike[]): Query;
declare function eitherOf(...queries: readonly QueryLike[]): Query;
declare class Seal {
  #private;
  readonly late: Diagnostic[];
  close(): void;
  refuseLate(what: () => string, owner: {
      readonly location: SourceLocation | undefined;
  }): void;
}
interface Override {
  readonly set: Readonly<Record<string, unknown>>;
  readonly add: Readonly<Record<string, unknown>>;
}
declare class Collector {
  #private;
  private readonly seal;
  readonly type: string;
  readonly attributes: AttributeTable | undefined;
  readonly query: Query | undefined;
  readonly position: Position;
  readonly findsExports: boolean;
  overrides: Override | undefined;
  constructor(seal: Seal, type: string, attributes: AttributeTable | undefined, query: Query | undefined, position: Position, findsExports?: boolean);
  override(set: Readonly<Record<string, unknown>>, add?: Readonly<Record<string, unknown>>): this;
  get unknownInQuery(): readonly string[];
  get unknownInOverrides(): readonly string[];
  isOf(seal: Seal): boolean;
  toString(): string;
}
interface RemoteEnd {
  readonly host: string;
  readonly target: Reference | Collector;
}
declare class RemoteTarget {
  readonly ends: readonly RemoteEnd[];
  readonly hosts: string;
  constructor(ends: readonly RemoteEnd[], hosts: string);
  toString(): string;
}
type LocalTarget = Resource | Reference | Collector | string;
type LocalTargets = LocalTarget | readonly LocalTarget[];
type Target = LocalTarget | RemoteTarget;
type Targets = Target | readonly Target[];
interface Metaparameters {
  readonly before?: Targets | undefined;
  readonly require?: Targets | undefined;
  readonly notify?: Targets | undefined;
  readonly subscribe?: Targets | undefined;
  readonly tag?: string | readonly string[] | undefined;
  readonly noop?: boolean | undefined;
  readonly schedule?: string | undefined;
  readonly stage?: string | undefined;
  readonly loglevel?: LogLevel | 'verbose' | undefined;
  readonly alias?: string | readonly string[] | undefined;
  readonly retry?: number | Retry | undefined;
  readonly virtual?: boolean | undefined;
  readonly exported?: boolean | undefined;
}
interface ChainLink {
  readonly refresh: boolean;
  readonly to: LocalTargets;
}
declare class Chain {
  #private;
  private readonly seal;
  readonly start: LocalTargets;
  readonly position: Position;
  readonly links: ChainLink[];
  constructor(seal: Seal, start: LocalTargets, position: Position);
  before(to: LocalTargets): this;
  notify(to: LocalTargets): this;
}
declare class GlanceApplyError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: Diagnostic | readonly Diagnostic[], options?: ErrorOptions);
  static is(error: unknown): error is GlanceApplyError;
}
interface NodeOptions {
  readonly certname?: string;
  readonly environment?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}
declare const strategies: readonly [
  'first',
  'unique',
  'hash',
  'deep'
];
type MergeStrategy = (typeof strategies)[number];
interface MergeOptions {
  readonly strategy: MergeStrategy;
  readonly knockout_prefix?: string;
  readonly sort_merged_arrays?: boolean;
  readonly merge_hash_arrays?: boolean;
}
type Merge = MergeStrategy | MergeOptions;
interface Source$1 {
  readonly key: string;
  readonly location: SourceLocation;
  readonly level: string;
  readonly layer: string;
}
interface Found {
  readonly value: unknown;
  readonly sources: readonly Source$1[];
  readonly merge: MergeOptions;
}
interface LookupCallOptions {
  readonly merge?: Merge | undefined;
}
declare class Hierarchy {
  #private;
  private readonly context;
  lookup(key: string, options?: LookupCallOptions): Found | undefined;
  peek(key: string, options?: LookupCallOptions): Found | undefined;
  files(): string[];
  unused(): {
      readonly key: string;
      readonly location: SourceLocation;
  }[];
}
interface FileExplanation {
  readonly path: string;
  readonly declared: string;
  readonly outcome: 'no such file' | 'no such key' | 'used' | 'overridden' | 'refused';
  readonly location?: SourceLocation | undefined;
  readonly value?: unknown;
  readonly reason?: string;
}
interface LevelExplanation {
  readonly name: string;
  readonly files: readonly FileExplanation[];
}
interface Explanation {
  readonly key: string;
  readonly found: Found | undefined;
  readonly refused: GlanceApplyError | undefined;
  readonly merge: MergeOptions | undefined;
  readonly mergeFrom: 'the call' | 'lookup_options' | 'nobody';
  readonly convertTo: readonly unknown[] | undefined;
  readonly layers: readonly {
      readonly name: string;
      readonly config: string;
      readonly levels: readonly LevelExplanation[];
  }[];
}
declare function explain(data: Hierarchy, key: string, merge?: Merge): Explanation;
interface HierarchyOptions extends NodeOptions {
  readonly facts?: Facts;
  readonly global?: string;
  readonly modules?: readonly string[];
  readonly identity?: string;
  readonly processEnvironment?: NodeJS.ProcessEnv;
}
declare function openHierarchy(path: string, options?: HierarchyOptions): Promise<Hierarchy>;
type index_d$R_Explanation = Explanation;
type index_d$R_FileExplanation = FileExplanation;
type index_d$R_Found = Found;
type index_d$R_Hierarchy = Hierarchy;
declare const index_d$R_Hierarchy: typeof Hierarchy;
type index_d$R_HierarchyOptions = HierarchyOptions;
type index_d$R_LevelExplanation = LevelExplanation;
type index_d$R_Merge = Merge;
type index_d$R_MergeOptions = MergeOptions;
declare const index_d$R_explain: typeof explain;
declare const index_d$R_openHierarchy: typeof openHierarchy;
declare namespace index_d$R {
  export { index_d$R_Hierarchy as Hierarchy, index_d$R_explain as explain, index_d$R_openHierarchy as openHierarchy };
  export type { index_d$R_Explanation as Explanation, index_d$R_FileExplanation as FileExplanation, index_d$R_Found as Found, index_d$R_HierarchyOptions as HierarchyOptions, index_d$R_LevelExplanation as LevelExplanation, index_d$R_Merge as Merge, index_d$R_MergeOptions as MergeOptions, Source$1 as Source };
}
interface ContainerOptions {
  readonly doc: string;
  readonly since?: Release;
  readonly until?: Release;
  readonly replacedBy?: string;
}
interface ContainerDefinition<A extends AttributeTable = AttributeTable> extends ContainerOptions {
  readonly name: string;
  readonly attributes: A;
  readonly defined: Position;
}
interface LookupOptions<Out> {
  readonly merge?: Merge;
  readonly default?: Out | (() => Out);
}
interface IncludableClass<C extends Resource> {
  new (scope: Scope): C;
  readonly definition: {
      readonly name: string;
  };
}
interface TitledType<A extends AttributeTable> {
  new (scope: Scope, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
  readonly definition: {
      readonly name: string;
      readonly attributes: A;
  };
}
interface CollectedType {
  readonly definition: {
      readonly name: string;
      readonly attributes?: AttributeTable;
  };
}
interface Scope extends Resource {
  readonly facts: Facts;
  readonly release: Release;
  include<C extends Resource>(type: IncludableClass<C>): C;
  contain<C extends Resource>(type: IncludableClass<C>): C;
  lookup(key: string): unknown;
  lookup<In, Out>(key: string, type: ValueType<In, Out> & {
      readonly secret: true;
  }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
  lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
  collect(type: CollectedType, query?: QueryLike): Collector;
  collectExported(type: CollectedType, query?: QueryLike): Collector;
  chain(start: LocalTargets): Chain;
  realize(...references: readonly Reference[]): void;
  ensureResource<A extends AttributeTable>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
  find<C extends Resource>(type: IncludableClass<C>): C | undefined;
  find<A extends AttributeTable>(type: TitledType<A>, title: string): Resource | undefined;
  has(reference: Reference): boolean;
  parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
  warn(message: string, hint?: string): void;
  fail(message: string, hint?: string, parameter?: string): never;
  reportError(message: string, hint?: string, parameter?: string): void;
}
interface DeclaringScope<P> extends Scope {
  readonly parameters: P;
  declare(): void;
}
type ClassResource<A extends AttributeTable = AttributeTable> = DeclaringScope<ParametersOf<A>>;
interface ClassType<A extends AttributeTable = AttributeTable> {
  new (scope: Scope, parameters?: AttributesOf<A> & Metaparameters, position?: Position): ClassResource<A>;
  readonly definition: ContainerDefinition<A>;
  ref(): Reference;
}
declare function classType<const A extends AttributeTable>(name: string, attributes: A, options: ContainerOptions): ClassType<A>;
type DefinedResource<A extends AttributeTable = AttributeTable> = DeclaringScope<ParametersOf<A>>;
interface DefinedType<A extends AttributeTable = AttributeTable> {
  new (scope: Scope, title: string, parameters?: AttributesOf<A> & Metaparameters, position?: Position): DefinedResource<A>;
  readonly definition: ContainerDefinition<A>;
  ref(title: string): Reference;
}
declare function definedType<const A extends AttributeTable>(name: string, attributes: A, options: ContainerOptions): DefinedType<A>;
declare class NativeResource<A extends AttributeTable = AttributeTable> extends Resource {
  readonly definition: NativeTypeDefinition<A>;
  constructor(scope: Scope, definition: NativeTypeDefinition<A>, title: string, attributes: Readonly<Record<string, unknown>>, position: Position);
}
interface NativeType<A extends AttributeTable = AttributeTable> {
  new (scope: Scope, title: string, attributes?: AttributesOf<A> & Metaparameters, position?: Position): NativeResource<A>;
  readonly definition: NativeTypeDefinition<A>;
  ref(title: string): Reference;
}
declare function nativeType<const A extends AttributeTable>(name: string, attributes: A, options: NativeTypeOptions<A>): NativeType<A>;
interface Vocabulary {
  readonly types: ReadonlyMap<string, NativeType>;
  readonly classes: ReadonlyMap<string, ClassType>;
  readonly definedTypes: ReadonlyMap<string, DefinedType>;
}
declare function checkData(data: Hierarchy, { classes }: Pick<Vocabulary, 'classes'>, release: Release): Diagnostic[];
interface DataSource {
  lookup(key: string, options?: {
      readonly merge?: Merge | undefined;
  }): Found | undefined;
}
type Data = DataSource | ((key: string) => unknown) | Readonly<Record<string, unknown>>;
interface CompileOptions {
  readonly facts?: Facts;
  readonly release?: string;
  readonly data?: Data;
  readonly parameters?: Readonly<Record<string, unknown>>;
}
declare const brand$1: unique symbol;
interface Manifest {
  readonly [brand$1]: true;
  readonly body: (site: Scope) => void | Promise<void>;
}
declare function manifest(body: Manifest['body']): Manifest;
declare function compile(manifest: Manifest, options?: CompileOptions): Promise<Catalog>;
interface ReadNodeOptions {
  readonly vocabulary: Vocabulary;
  readonly file?: string;
}
interface NodeManifest {
  readonly manifest: Manifest;
  readonly parameters: Readonly<Record<string, unknown>>;
}
declare function readNode(source: unknown, options: ReadNodeOptions): Promise<NodeManifest>;
interface ReadOptions extends Pick<CompileOptions, 'facts' | 'release'> {
  readonly types: ReadonlyMap<string, NativeType>;
  readonly file?: string;
}
declare function fromPuppetCatalog(source: unknown, options: ReadOptions): Catalog;
interface PuppetResource {
  readonly type: string;
  readonly title: string;
  readonly tags?: readonly string[];
  readonly file?: string;
  readonly line?: number;
  readonly exported?: boolean;
  readonly kind?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly sensitive_parameters?: readonly string[];
}
interface PuppetEdge {
  readonly source: string;
  readonly target: string;
}
interface PuppetCatalog {
  readonly name?: string;
  readonly version?: string | number;
  readonly catalog_format?: number;
  readonly resources: readonly PuppetResource[];
  readonly edges: readonly PuppetEdge[];
  readonly classes: readonly string[];
}
interface PuppetFormatOptions {
  readonly showSecrets?: boolean;
  readonly name?: string;
}
declare function toPuppetCatalog(catalog: Catalog, options?: PuppetFormatOptions): PuppetCatalog;
declare const queryOperators_d_allOf: typeof allOf;
declare const queryOperators_d_eitherOf: typeof eitherOf;
declare const queryOperators_d_not: typeof not;
declare namespace queryOperators_d {
  export { queryOperators_d_allOf as allOf, queryOperators_d_eitherOf as eitherOf, queryOperators_d_not as not, };
}
declare const Stage_base: DefinedType<{}>;
declare class Stage extends Stage_base {
}
declare function arrayOf<In, Out>(item: ValueType<In, Out>): ValueType<In | readonly In[], Compound<Out, readonly Clear<Out>[]>>;
declare function hashOf<In, Out>(item: ValueType<In, Out>): ValueType<Readonly<Record<string, In>>, Compound<Out, Readonly<Record<string, Clear<Out>>>>>;
declare function anyOf<const T extends readonly ValueType<unknown>[]>(...types: T): ValueType<In<T[number]>, Compound<Out<T[number]>, Clear<Out<T[number]>>>>;
type In<T> = T extends ValueType<infer I, unknown> ? I : never;
type Out<T> = T extends ValueType<unknown, infer O> ? O : never;
declare const anything: ValueType<unknown>;
declare const string: ValueType<string | number, string>;
declare const secretString: ValueType<string | number, Secret<string>> & {
  readonly secret: true;
};
declare const boolean: ValueType<boolean | 'true' | 'false', boolean>;
declare function integer(bounds?: {
  min?: number;
  max?: number;
}): ValueType<number | `${bigint}`, number>;
declare const number: ValueType<number | `${number}`, number>;
declare function oneOf<const W extends string>(...words: readonly W[]): ValueType<W>;
declare function matching(pattern: RegExp, expected: string): ValueType<string | number, string>;
declare const absolutePath: ValueType<string>;
declare const index_d$Q_absolutePath: typeof absolutePath;
declare const index_d$Q_anyOf: typeof anyOf;
declare const index_d$Q_anything: typeof anything;
declare const index_d$Q_arrayOf: typeof arrayOf;
declare const index_d$Q_boolean: typeof boolean;
declare const index_d$Q_hashOf: typeof hashOf;
declare const index_d$Q_integer: typeof integer;
declare const index_d$Q_matching: typeof matching;
declare const index_d$Q_number: typeof number;
declare const index_d$Q_oneOf: typeof oneOf;
declare const index_d$Q_orSecret: typeof orSecret;
declare const index_d$Q_secretOf: typeof secretOf;
declare const index_d$Q_secretString: typeof secretString;
declare const index_d$Q_string: typeof string;
declare namespace index_d$Q {
  export { index_d$Q_absolutePath as absolutePath, index_d$Q_anyOf as anyOf, index_d$Q_anything as anything, index_d$Q_arrayOf as arrayOf, index_d$Q_boolean as boolean, index_d$Q_hashOf as hashOf, index_d$Q_integer as integer, index_d$Q_matching as matching, index_d$Q_number as number, index_d$Q_oneOf as oneOf, index_d$Q_orSecret as orSecret, index_d$Q_secretOf as secretOf, index_d$Q_secretString as secretString, index_d$Q_string as string, };
}
type Mode = 'apply' | 'plan';
type Outcome = 'unchanged' | 'changed' | 'will' | 'may' | 'failed' | 'skipped';
interface PropertyChange {
  readonly property: string;
  readonly from: unknown;
  readonly to: unknown;
}
interface ResourceReport {
  readonly reference: string;
  readonly type: string;
  readonly title: string;
  readonly location: SourceLocation | undefined;
  readonly outcome: Outcome;
  readonly loglevel: LogLevel;
  readonly changes: readonly PropertyChange[];
  readonly refresh: 'no' | 'done' | 'will' | 'may' | 'failed';
  readonly refreshedBy: readonly string[];
  readonly corrective: boolean;
  readonly reason: string | undefined;
  readonly code: string | undefined;
  readonly cause: string | undefined;
  readonly noop: boolean;
  readonly duration: number;
}
type Summary = Readonly<Record<Outcome, number>> & {
  readonly total: number;
  readonly refreshed: number;
};
declare const FORMAT_VERSION$1 = 1;
interface RunIdentity {
  readonly formatVersion: typeof FORMAT_VERSION$1;
  readonly runId: string;
  readonly host: string;
}
interface Report extends RunIdentity {
  readonly mode: Mode;
  readonly started: string;
  readonly duration: number;
  readonly interrupted: boolean;
  readonly interruption: string | undefined;
  readonly remarks: readonly string[];
  readonly faults: readonly string[];
  readonly summary: Summary;
  readonly resources: readonly ResourceReport[];
}
interface FileStatus {
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly modified: number;
  readonly accessed: number;
  readonly changed: number;
  readonly special?: 'pipe' | 'socket' | 'device' | undefined;
  readonly target?: string | undefined;
}
interface Access {
  readonly mode?: number | undefined;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}
type Links = 'trusted' | 'none' | 'any';
interface PathOptions {
  readonly links?: Links | undefined;
}
interface WriteOptions extends Access, PathOptions {
  readonly plain?: boolean;
}
interface RemoveOptions extends PathOptions {
  readonly recursive?: boolean;
  readonly empty?: boolean;
}
type FileContent = Buffer | string | Readable;
interface RealFile {
  readonly path: string;
  readonly entry: string;
  readonly shared?: string | undefined;
}
interface FileStream {
  readonly status: FileStatus;
  readonly content: Readable;
  unchanged(): Promise<boolean>;
}
interface HostFiles {
  status(paths: readonly string[], options?: PathOptions): Promise<(FileStatus | undefined | Error)[]>;
  resolve(paths: readonly string[], options?: PathOptions): Promise<(RealFile | Error)[]>;
  read(paths: readonly string[], options?: PathOptions): Promise<(Buffer | undefined | Error)[]>;
  stream(path: string, options?: PathOptions): Promise<FileStream | undefined>;
  list(path: string, options?: PathOptions): Promise<string[] | undefined>;
  write(path: string, content: FileContent, options?: WriteOptions): Promise<void>;
  guard?(path: string): Promise<(() => void) | undefined>;
  makeDirectory(path: string, access?: Access, options?: PathOptions): Promise<void>;
  link(path: string, target: string, options?: PathOptions): Promise<void>;
  remove(path: string, options?: RemoveOptions): Promise<void>;
  setAccess(path: string, access: Access, options?: PathOptions): Promise<void>;
  append(path: string, content: string): Promise<void>;
}
interface Command {
  readonly argv: readonly [
      program: string,
      ...args: string[]
  ];
  readonly environment?: Readonly<Record<string, string | Secret>> | undefined;
  readonly directory?: string | undefined;
  readonly links?: Links | undefined;
  readonly user?: string | undefined;
  readonly group?: string | undefined;
  readonly umask?: string | undefined;
  readonly input?: string | Buffer | Secret | undefined;
  readonly timeout?: number | undefined;
  readonly detaches?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onOutput?: ((text: string) => void) | undefined;
}
interface CommandResult {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  readonly failure?: string | undefined;
}
interface HttpRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly verifyPeer?: boolean | undefined;
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}
interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
type StreamAddress = {
  readonly path: string;
} | {
  readonly address: string;
  readonly port: number;
};
interface HostNetwork {
  request(request: HttpRequest): Promise<HttpAnswer>;
  connect(address: string, port: number, timeout: number, signal?: AbortSignal): Promise<void>;
  open?(address: StreamAddress, timeout: number, signal?: AbortSignal): Promise<Duplex>;
}
interface RunLock {
  readonly lost: AbortSignal;
  release(): Promise<void>;
}
interface LockConflict {
  readonly heldBy: string;
}
interface Host$1 {
  readonly name: string;
  readonly files: HostFiles;
  readonly network: HostNetwork;
  readonly lost?: AbortSignal;
  facts(): Promise<Facts>;
  run(command: Command): Promise<CommandResult>;
  lock(owner: string): Promise<RunLock | LockConflict>;
  holder(): Promise<string | undefined>;
  close(): Promise<void>;
}
interface PendingElsewhere {
  readonly run: string;
  readonly references: readonly string[];
}
interface Message {
  readonly type: 'message';
  readonly reference: string;
  readonly text: string;
  readonly level?: LogLevel;
  readonly bare?: boolean;
}
type RunEventBody = {
  readonly type: 'run-started';
  readonly mode: Mode;
  readonly resources: number;
  readonly pendingRefreshes: readonly string[];
  readonly pendingElsewhere: readonly PendingElsewhere[];
  readonly atWork?: string;
} | {
  readonly type: 'work-started';
  readonly id: number;
  readonly action: 'read' | 'change' | 'refresh';
  readonly references: readonly string[];
} | {
  readonly type: 'work-progress';
  readonly id: number;
  readonly text: string;
} | {
  readonly type: 'work-finished';
  readonly id: number;
  readonly duration: number;
} | {
  readonly type: 'resource-finished';
  readonly resource: ResourceReport;
  readonly finished: number;
} | Message | {
  readonly type: 'warning';
  readonly diagnostic: Diagnostic;
} | {
  readonly type: 'interrupted';
  readonly inFlight: readonly string[];
  readonly reason?: string;
} | {
  readonly type: 'run-finished';
  readonly report: Report;
};
type RunEvent = RunIdentity & RunEventBody;
type Listener = (event: RunEvent) => void;
declare const orderings: readonly [
  'manifest',
  'relations',
  'sequential'
];
type Ordering = (typeof orderings)[number];
type Rewrite = (before: Buffer | undefined) => Buffer | string | undefined;
interface RewriteOptions {
  readonly fresh?: Access | (() => Promise<Access>);
  readonly access?: Access;
  readonly backup?: boolean;
}
interface BackupOptions {
  readonly confidential?: boolean;
  readonly bucket?: string | undefined;
}
interface Session {
  readonly host: Host$1;
  readonly facts: Facts;
  readonly stateDirectory: string;
  readonly stop: AbortSignal;
  readonly signal: AbortSignal;
  readonly planning: boolean;
  once<T>(key: string, read: () => Promise<T>): Promise<T>;
  shared<T>(key: string, open: () => Promise<T>, close: (opened: T) => Promise<void>): Promise<T>;
  readonly prefetching: boolean;
  readonly changed: boolean;
  progress(text: string): void;
  message(reference: string, text: string, how?: Pick<Message, 'level' | 'bare'>): void;
  conceal(secret: unknown): void;
  warn(reference: string, message: string, hint?: string): void;
  rewrite(path: string, rewrite: Rewrite, options?: RewriteOptions): Promise<boolean>;
  exclusively<T>(paths: readonly string[], task: () => Promise<T>): Promise<T>;
  backup(path: string, content: Buffer, options?: BackupOptions): Promise<void>;
  declared(type: string, title: string): CatalogResource['desired'] | undefined;
  managed(type: string, condition?: (resource: Pick<CatalogResource, 'desired' | 'noop'>) => boolean): ReadonlySet<string>;
}
type State = Readonly<Record<string, unknown>>;
declare class Unreadable {
  readonly reason: string;
  readonly denied: boolean;
  readonly unknown: boolean;
  readonly incompatible: boolean;
  readonly found?: State | undefined;
  constructor(reason: string, denied?: boolean, unknown?: boolean, incompatible?: boolean, found?: State | undefined);
  get isUncertain(): boolean;
  static incompatible(reason: string): Unreadable;
  static blocked(reason: string, found: State): Unreadable;
  static uncertain(reason: string, found: State): Unreadable;
  static because(error: unknown): Unreadable;
}
interface Subject<A extends AttributeTable = AttributeTable> {
  readonly reference: string;
  readonly title: string;
  readonly name: string;
  readonly desired: DesiredOf<A>;
  readonly secrets: ReadonlySet<string>;
  readonly loglevel: LogLevel;
  readonly tags: ReadonlySet<string>;
}
interface Difference {
  readonly property: string;
  readonly is: unknown;
  readonly should: unknown;
}
interface Diff {
  readonly is: State;
  readonly differences: readonly Difference[];
  has(property: string): boolean;
  readonly creates: boolean;
  readonly removes: boolean;
}
interface WholeFile {
  readonly path: string;
  readonly follow: boolean;
}
interface Change<A extends AttributeTable = AttributeTable> {
  readonly subject: Subject<A>;
  readonly diff: Diff;
}
interface Provider<A extends AttributeTable = AttributeTable> {
  read(session: Session, subjects: readonly Subject<A>[]): Promise<ReadonlyMap<string, State | Unreadable>>;
  change?(session: Session, subject: Subject<A>, diff: Diff): Promise<void>;
  changeAll?(session: Session, changes: readonly Change<A>[]): Promise<void>;
  refresh?(session: Session, subject: Subject<A>): Promise<void | false>;
  refreshes?(subject: Subject<A>, is: State): boolean | 'perhaps';
  supersedesRefresh?(diff: Diff, subject: Subject<A>): boolean;
  list?(session: Session, subjects: readonly Subject<A>[]): Promise<ReadonlyMap<string, State>>;
  listUnmanaged?(session: Session, subjects: readonly Subject<A>[]): Promise<ReadonlyMap<string, State>>;
  drifts?(subject: Subject<A>, diff: Diff): boolean;
  edits?(subject: Subject<A>): readonly string[];
  isFile?(subject: Subject<A>): WholeFile;
  readonly signals?: boolean;
  batchBy?(subject: Subject<A>): string;
  readonly concurrency?: number | ((facts: Facts) => number);
  locks?(subject: Subject<A>): readonly string[];
  readonly waitsForAll?: boolean;
  readonly prefetchable?: boolean;
  disturbs?(subject: Subject<A>, diff: Diff | undefined): boolean;
  undisturbed?(subject: Subject<A>): boolean;
  blank?(subject: Subject<A>): State | undefined;
}
interface ProviderChoice<A extends AttributeTable = AttributeTable> {
  readonly providers: Readonly<Record<string, Provider<A>>>;
  choose(facts: Facts, desired: DesiredOf<A>): string;
}
declare function provide<A extends AttributeTable>(type: {
  readonly definition: NativeTypeDefinition<A>;
}, provider: Provider<A> | ProviderChoice<A>): void;
type ProviderLookup = (definition: NativeTypeDefinition) => ProviderChoice | undefined;
interface RunOptions {
  readonly mode?: Mode;
  readonly listener?: Listener;
  readonly name?: string;
  readonly stateDirectory?: string;
  readonly stop?: AbortSignal;
  readonly abort?: AbortSignal;
  readonly remarks?: () => readonly string[];
  readonly types?: ReadonlyMap<string, NativeTypeDefinition>;
  readonly ordering?: Ordering;
  readonly providers?: ProviderLookup;
}
interface ApplyCatalogOptions extends Omit<RunOptions, 'types'>, Pick<ReadOptions, 'file' | 'release'> {
  readonly types?: ReadOptions['types'];
}
declare function applyCatalog(source: unknown, host: Host$1, options?: ApplyCatalogOptions): Promise<Report>;
declare const Source_base: DefinedType<{
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "parameter">;
  readonly location: Attribute<string | number, string | undefined, "parameter">;
  readonly release: Attribute<string | number, string | undefined, "parameter">;
  readonly repos: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly types: Attribute<"deb" | "deb-src" | readonly ("deb" | "deb-src")[], readonly ("deb" | "deb-src")[], "parameter">;
  readonly architecture: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
  readonly keyring: Attribute<string | number, string | undefined, "parameter">;
  readonly allow_unsigned: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly comment: Attribute<string | number, string | undefined, "parameter">;
  readonly notify_update: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Source extends Source_base {
  #private;
  declare(): void;
}
declare const Update_base: ClassType<{
  readonly timeout: Attribute<number | `${bigint}`, number, "parameter">;
  readonly tries: Attribute<number | `${bigint}`, number, "parameter">;
}>;
declare class Update extends Update_base {
  declare(): void;
}
type index_d$P_Source = Source;
declare const index_d$P_Source: typeof Source;
type index_d$P_Update = Update;
declare const index_d$P_Update: typeof Update;
declare namespace index_d$P {
  export { index_d$P_Source as Source, index_d$P_Update as Update, };
}
declare const Chrony_base: ClassType<{
  readonly servers: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly pools: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly package_ensure: Attribute<string | number, string, "parameter">;
  readonly service_manage: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_ensure: Attribute<"running" | "stopped", "running" | "stopped", "parameter">;
  readonly config: Attribute<string, string | undefined, "parameter">;
  readonly makestep_seconds: Attribute<number | `${bigint}`, number, "parameter">;
  readonly makestep_updates: Attribute<number | `${bigint}`, number, "parameter">;
  readonly allow: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly local_stratum: Attribute<number | "absent" | `${bigint}`, number | "absent", "parameter">;
}>;
declare class Chrony extends Chrony_base {
  declare(): void;
}
declare const Client_base$4: ClassType<{
  readonly servers: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly pools: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly package_ensure: Attribute<string | number, string, "parameter">;
  readonly service_manage: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_ensure: Attribute<"running" | "stopped", "running" | "stopped", "parameter">;
  readonly config: Attribute<string, string | undefined, "parameter">;
  readonly makestep_seconds: Attribute<number | `${bigint}`, number, "parameter">;
  readonly makestep_updates: Attribute<number | `${bigint}`, number, "parameter">;
}>;
declare class Client$4 extends Client_base$4 {
  declare(): void;
}
declare const Server_base$3: ClassType<{
  readonly servers: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly pools: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly package_ensure: Attribute<string | number, string, "parameter">;
  readonly service_manage: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_ensure: Attribute<"running" | "stopped", "running" | "stopped", "parameter">;
  readonly config: Attribute<string, string | undefined, "parameter">;
  readonly makestep_seconds: Attribute<number | `${bigint}`, number, "parameter">;
  readonly makestep_updates: Attribute<number | `${bigint}`, number, "parameter">;
  readonly allow: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly local_stratum: Attribute<number | "absent" | `${bigint}`, number | "absent", "parameter">;
}>;
declare class Server$3 extends Server_base$3 {
  declare(): void;
}
type index_d$O_Chrony = Chrony;
declare const index_d$O_Chrony: typeof Chrony;
declare namespace index_d$O {
  export { index_d$O_Chrony as Chrony, Client$4 as Client, Server$3 as Server, };
}
type OptionScalar = string | number | boolean;
type OptionValue = OptionScalar | readonly OptionScalar[];
interface OptionParameter<V = OptionValue> extends Attribute<V, V, 'parameter'> {
  readonly option: string;
  readonly marked: boolean | Release;
  readonly write: ((value: unknown, release: Release) => unknown) | undefined;
}
declare const Authtoken_base$3: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly auth_section: OptionParameter<OptionValue>;
      readonly auth_version: OptionParameter<OptionValue>;
      readonly cache: OptionParameter<OptionValue>;
      readonly cafile: OptionParameter<OptionValue>;
      readonly certfile: OptionParameter<OptionValue>;
      readonly check_revocations_for_cached: OptionParameter<OptionValue>;
      readonly delay_auth_decision: OptionParameter<OptionValue>;
      readonly enforce_token_bind: OptionParameter<OptionValue>;
      readonly hash_algorithms: OptionParameter<OptionValue>;
      readonly http_connect_timeout: OptionParameter<OptionValue>;
      readonly http_request_max_retries: OptionParameter<OptionValue>;
      readonly include_service_catalog: OptionParameter<OptionValue>;
      readonly keyfile: OptionParameter<OptionValue>;
      readonly memcache_pool_conn_get_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_dead_retry: OptionParameter<OptionValue>;
      readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
      readonly memcache_pool_socket_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
      readonly memcache_secret_key: OptionParameter<OptionValue>;
      readonly memcache_security_strategy: OptionParameter<OptionValue>;
      readonly memcache_use_advanced_pool: OptionParameter<OptionValue>;
      readonly memcached_servers: OptionParameter<OptionValue>;
      readonly region_name: OptionParameter<OptionValue>;
      readonly revocation_cache_time: OptionParameter<OptionValue>;
      readonly signing_dir: OptionParameter<OptionValue>;
      readonly token_cache_time: OptionParameter<OptionValue>;
      readonly system_scope: OptionParameter<OptionValue>;
      readonly insecure: OptionParameter<OptionValue>;
      readonly service_token_roles: OptionParameter<OptionValue>;
      readonly service_token_roles_required: OptionParameter<OptionValue>;
      readonly service_type: OptionParameter<OptionValue>;
      readonly interface: OptionParameter<OptionValue>;
      readonly manage_memcache_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly username: OptionParameter<OptionValue>;
      readonly password: OptionParameter<OptionValue>;
      readonly auth_url: OptionParameter<OptionValue>;
      readonly project_name: OptionParameter<OptionValue>;
      readonly user_domain_name: OptionParameter<OptionValue>;
      readonly project_domain_name: OptionParameter<OptionValue>;
      readonly auth_type: OptionParameter<OptionValue>;
      readonly auth_uri: OptionParameter<OptionValue>;
      readonly www_authenticate_uri: OptionParameter<OptionValue>;
      readonly params: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly auth_section: OptionParameter<OptionValue>;
          readonly auth_version: OptionParameter<OptionValue>;
          readonly cache: OptionParameter<OptionValue>;
          readonly cafile: OptionParameter<OptionValue>;
          readonly certfile: OptionParameter<OptionValue>;
          readonly check_revocations_for_cached: OptionParameter<OptionValue>;
          readonly delay_auth_decision: OptionParameter<OptionValue>;
          readonly enforce_token_bind: OptionParameter<OptionValue>;
          readonly hash_algorithms: OptionParameter<OptionValue>;
          readonly http_connect_timeout: OptionParameter<OptionValue>;
          readonly http_request_max_retries: OptionParameter<OptionValue>;
          readonly include_service_catalog: OptionParameter<OptionValue>;
          readonly keyfile: OptionParameter<OptionValue>;
          readonly memcache_pool_conn_get_timeout: OptionParameter<OptionValue>;
          readonly memcache_pool_dead_retry: OptionParameter<OptionValue>;
          readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
          readonly memcache_pool_socket_timeout: OptionParameter<OptionValue>;
          readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
          readonly memcache_secret_key: OptionParameter<OptionValue>;
          readonly memcache_security_strategy: OptionParameter<OptionValue>;
          readonly memcache_use_advanced_pool: OptionParameter<OptionValue>;
          readonly memcached_servers: OptionParameter<OptionValue>;
          readonly region_name: OptionParameter<OptionValue>;
          readonly revocation_cache_time: OptionParameter<OptionValue>;
          readonly signing_dir: OptionParameter<OptionValue>;
          readonly token_cache_time: OptionParameter<OptionValue>;
          readonly system_scope: OptionParameter<OptionValue>;
          readonly insecure: OptionParameter<OptionValue>;
          readonly service_token_roles: OptionParameter<OptionValue>;
          readonly service_token_roles_required: OptionParameter<OptionValue>;
          readonly service_type: OptionParameter<OptionValue>;
          readonly interface: OptionParameter<OptionValue>;
          readonly manage_memcache_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
          readonly username: OptionParameter<OptionValue>;
          readonly password: OptionParameter<OptionValue>;
          readonly auth_url: OptionParameter<OptionValue>;
          readonly project_name: OptionParameter<OptionValue>;
          readonly user_domain_name: OptionParameter<OptionValue>;
          readonly project_domain_name: OptionParameter<OptionValue>;
          readonly auth_type: OptionParameter<OptionValue>;
          readonly auth_uri: OptionParameter<OptionValue>;
          readonly www_authenticate_uri: OptionParameter<OptionValue>;
          readonly params: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly auth_section: OptionParameter<OptionValue>;
      readonly auth_version: OptionParameter<OptionValue>;
      readonly cache: OptionParameter<OptionValue>;
      readonly cafile: OptionParameter<OptionValue>;
      readonly certfile: OptionParameter<OptionValue>;
      readonly check_revocations_for_cached: OptionParameter<OptionValue>;
      readonly delay_auth_decision: OptionParameter<OptionValue>;
      readonly enforce_token_bind: OptionParameter<OptionValue>;
      readonly hash_algorithms: OptionParameter<OptionValue>;
      readonly http_connect_timeout: OptionParameter<OptionValue>;
      readonly http_request_max_retries: OptionParameter<OptionValue>;
      readonly include_service_catalog: OptionParameter<OptionValue>;
      readonly keyfile: OptionParameter<OptionValue>;
      readonly memcache_pool_conn_get_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_dead_retry: OptionParameter<OptionValue>;
      readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
      readonly memcache_pool_socket_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
      readonly memcache_secret_key: OptionParameter<OptionValue>;
      readonly memcache_security_strategy: OptionParameter<OptionValue>;
      readonly memcache_use_advanced_pool: OptionParameter<OptionValue>;
      readonly memcached_servers: OptionParameter<OptionValue>;
      readonly region_name: OptionParameter<OptionValue>;
      readonly revocation_cache_time: OptionParameter<OptionValue>;
      readonly signing_dir: OptionParameter<OptionValue>;
      readonly token_cache_time: OptionParameter<OptionValue>;
      readonly system_scope: OptionParameter<OptionValue>;
      readonly insecure: OptionParameter<OptionValue>;
      readonly service_token_roles: OptionParameter<OptionValue>;
      readonly service_token_roles_required: OptionParameter<OptionValue>;
      readonly service_type: OptionParameter<OptionValue>;
      readonly interface: OptionParameter<OptionValue>;
      readonly manage_memcache_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly username: OptionParameter<OptionValue>;
      readonly password: OptionParameter<OptionValue>;
      readonly auth_url: OptionParameter<OptionValue>;
      readonly project_name: OptionParameter<OptionValue>;
      readonly user_domain_name: OptionParameter<OptionValue>;
      readonly project_domain_name: OptionParameter<OptionValue>;
      readonly auth_type: OptionParameter<OptionValue>;
      readonly auth_uri: OptionParameter<OptionValue>;
      readonly www_authenticate_uri: OptionParameter<OptionValue>;
      readonly params: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
  }>;
  ref(): Reference;
};
declare class Authtoken$3 extends Authtoken_base$3 {
  declare(): void;
}
declare const Db_base$5: ClassType<{
  readonly database_connection: Attribute<string, string, "parameter">;
  readonly database_idle_timeout: OptionParameter<OptionValue>;
  readonly database_connection_recycle_time: OptionParameter<OptionValue>;
  readonly database_min_pool_size: OptionParameter<OptionValue>;
  readonly database_max_pool_size: OptionParameter<OptionValue>;
  readonly database_max_retries: OptionParameter<OptionValue>;
  readonly database_retry_interval: OptionParameter<OptionValue>;
  readonly database_max_overflow: OptionParameter<OptionValue>;
  readonly database_pool_timeout: OptionParameter<OptionValue>;
  readonly mysql_enable_ndb: OptionParameter<OptionValue>;
  readonly database_db_max_retries: OptionParameter<OptionValue>;
}>;
declare class Db$5 extends Db_base$5 {
  declare(): void;
}
declare const Logging_base$4: ClassType<{
  readonly debug: OptionParameter<OptionValue>;
  readonly use_syslog: OptionParameter<OptionValue>;
  readonly use_json: OptionParameter<OptionValue>;
  readonly use_stderr: OptionParameter<OptionValue>;
  readonly log_facility: OptionParameter<OptionValue>;
  readonly log_dir: OptionParameter<OptionValue>;
  readonly log_file: OptionParameter<OptionValue>;
  readonly watch_log_file: OptionParameter<OptionValue>;
  readonly logging_context_format_string: OptionParameter<OptionValue>;
  readonly logging_default_format_string: OptionParameter<OptionValue>;
  readonly logging_debug_format_suffix: OptionParameter<OptionValue>;
  readonly logging_exception_prefix: OptionParameter<OptionValue>;
  readonly log_config_append: OptionParameter<OptionValue>;
  readonly default_log_levels: OptionParameter<Readonly<Record<string, OptionScalar>> | OptionValue>;
  readonly publish_errors: OptionParameter<OptionValue>;
  readonly fatal_deprecations: OptionParameter<OptionValue>;
  readonly instance_format: OptionParameter<OptionValue>;
  readonly instance_uuid_format: OptionParameter<OptionValue>;
  readonly log_date_format: OptionParameter<OptionValue>;
  readonly verbose: Attribute<unknown, unknown, "parameter">;
  readonly use_journal: OptionParameter<OptionValue>;
}>;
declare class Logging$4 extends Logging_base$4 {
  declare(): void;
}
declare namespace index_d$N {
  export { Authtoken$3 as Authtoken, Db$5 as Db, Logging$4 as Logging, };
}
declare const Api_base: ClassType<{
  readonly keystone_password: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly auth_type: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly auth_uri: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly identity_uri: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly keystone_tenant: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly keystone_user: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly memcached_servers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly signing_dir: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly token_cache_time: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly debug: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly log_dir: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly use_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly use_stderr: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly log_facility: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly verbose: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly container_formats: OptionParameter<OptionValue>;
  readonly disk_formats: OptionParameter<OptionValue>;
  readonly require_image_format_match: OptionParameter<OptionValue>;
  readonly hashing_algorithm: OptionParameter<OptionValue>;
  readonly image_size_cap: OptionParameter<OptionValue>;
  readonly user_storage_quota: OptionParameter<OptionValue>;
  readonly image_member_quota: OptionParameter<OptionValue>;
  readonly image_property_quota: OptionParameter<OptionValue>;
  readonly image_tag_quota: OptionParameter<OptionValue>;
  readonly image_location_quota: OptionParameter<OptionValue>;
  readonly use_keystone_limits: OptionParameter<OptionValue>;
  readonly delayed_delete: OptionParameter<OptionValue>;
  readonly scrub_time: OptionParameter<OptionValue>;
  readonly enabled_import_methods: OptionParameter<OptionValue>;
  readonly node_staging_uri: OptionParameter<OptionValue>;
  readonly worker_self_reference_url: OptionParameter<OptionValue>;
  readonly task_time_to_live: OptionParameter<OptionValue>;
  readonly task_executor: OptionParameter<OptionValue>;
  readonly task_work_dir: OptionParameter<OptionValue>;
  readonly taskflow_engine_mode: OptionParameter<OptionValue>;
  readonly taskflow_max_workers: OptionParameter<OptionValue>;
  readonly conversion_format: OptionParameter<OptionValue>;
  readonly image_import_plugins: OptionParameter<OptionValue>;
  readonly image_conversion_output_format: OptionParameter<OptionValue>;
  readonly inject_metadata_properties: OptionParameter<OptionValue>;
  readonly ignore_user_roles: OptionParameter<OptionValue>;
  readonly registry_host: OptionParameter<OptionValue>;
  readonly registry_port: OptionParameter<OptionValue>;
  readonly registry_client_protocol: OptionParameter<OptionValue>;
  readonly registry_client_ca_file: OptionParameter<OptionValue>;
  readonly registry_client_cert_file: OptionParameter<OptionValue>;
  readonly registry_client_key_file: OptionParameter<OptionValue>;
  readonly bind_host: OptionParameter<OptionValue>;
  readonly bind_port: OptionParameter<OptionValue>;
  readonly backlog: OptionParameter<OptionValue>;
  readonly workers: OptionParameter<OptionValue>;
  readonly public_endpoint: OptionParameter<OptionValue>;
  readonly limit_param_default: OptionParameter<OptionValue>;
  readonly api_limit_max: OptionParameter<OptionValue>;
  readonly show_image_direct_url: OptionParameter<OptionValue>;
  readonly show_multiple_locations: OptionParameter<OptionValue>;
  readonly location_strategy: OptionParameter<OptionValue>;
  readonly enforce_secure_rbac: OptionParameter<OptionValue>;
  readonly cert_file: OptionParameter<OptionValue>;
  readonly key_file: OptionParameter<OptionValue>;
  readonly ca_file: OptionParameter<OptionValue>;
  readonly enable_v1_api: OptionParameter<OptionValue>;
  readonly enable_v2_api: OptionParameter<OptionValue>;
  readonly paste_deploy_config_file: OptionParameter<OptionValue>;
  readonly image_cache_dir: OptionParameter<OptionValue>;
  readonly image_cache_stall_time: OptionParameter<OptionValue>;
  readonly image_cache_max_size: OptionParameter<OptionValue>;
  readonly image_cache_driver: OptionParameter<OptionValue>;
  readonly cache_prefetcher_interval: OptionParameter<OptionValue>;
  readonly filesystem_store_metadata_file: OptionParameter<OptionValue>;
  readonly filesystem_store_file_perm: OptionParameter<OptionValue>;
  readonly os_region_name: OptionParameter<OptionValue>;
  readonly database_connection: Attribute<string, string | undefined, "parameter">;
  readonly database_idle_timeout: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_min_pool_size: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_max_pool_size: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_max_retries: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_retry_interval: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_max_overflow: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly package_ensure: Attribute<string | number | boolean, string, "parameter">;
  readonly manage_service: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_name: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly sync_db: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly auth_strategy: Attribute<OptionValue, OptionValue, "parameter">;
  readonly paste_deploy_flavor: Attribute<string | number, string, "parameter">;
  readonly pipeline: Attribute<string | number, string, "parameter">;
  readonly enabled_backends: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly default_backend: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly stores: Attribute<string | false | readonly string[], string | false | readonly string[] | undefined, "parameter">;
  readonly default_store: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly known_stores: Attribute<string | false | readonly string[], string | false | readonly string[] | undefined, "parameter">;
  readonly multi_store: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly lock_path: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly enable_proxy_headers_parsing: Attribute<OptionValue, OptionValue, "parameter">;
  readonly max_request_body_size: Attribute<OptionValue, OptionValue, "parameter">;
  readonly keymgr_backend: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly keymgr_encryption_api_url: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly keymgr_encryption_auth_url: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly validate: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly validation_options: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  readonly auth_region: Attribute<OptionValue, OptionValue | undefined, "parameter">;
}>;
declare class Api extends Api_base {
  #private;
  declare(): void;
}
declare const Cinder_base$2: ClassType<{
  readonly multi_store: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly glare_enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly cinder_api_insecure: OptionParameter<OptionValue>;
  readonly cinder_catalog_info: OptionParameter<OptionValue>;
  readonly cinder_http_retries: OptionParameter<OptionValue>;
  readonly cinder_endpoint_template: OptionParameter<OptionValue>;
  readonly cinder_ca_certificates_file: OptionParameter<OptionValue>;
  readonly cinder_store_auth_address: OptionParameter<OptionValue>;
  readonly cinder_store_project_name: OptionParameter<OptionValue>;
  readonly cinder_store_user_name: OptionParameter<OptionValue>;
  readonly cinder_store_password: OptionParameter<OptionValue>;
  readonly cinder_os_region_name: OptionParameter<OptionValue>;
  readonly os_region_name: Attribute<OptionValue, OptionValue | undefined, "parameter">;
}>;
declare class Cinder$2 extends Cinder_base$2 {
  declare(): void;
}
declare const Cinder_base$1: ClassType<{
  cinder_api_insecure: OptionParameter<OptionValue>;
  cinder_catalog_info: OptionParameter<OptionValue>;
  cinder_http_retries: OptionParameter<OptionValue>;
  cinder_endpoint_template: OptionParameter<OptionValue>;
  cinder_ca_certificates_file: OptionParameter<OptionValue>;
  cinder_store_auth_address: OptionParameter<OptionValue>;
  cinder_store_project_name: OptionParameter<OptionValue>;
  cinder_store_user_name: OptionParameter<OptionValue>;
  cinder_store_password: OptionParameter<OptionValue>;
  cinder_os_region_name: OptionParameter<OptionValue>;
  cinder_store_user_domain_name: OptionParameter<OptionValue>;
  cinder_store_project_domain_name: OptionParameter<OptionValue>;
  cinder_volume_type: OptionParameter<OptionValue>;
  cinder_enforce_multipath: OptionParameter<OptionValue>;
  cinder_use_multipath: OptionParameter<OptionValue>;
  cinder_mount_point_base: OptionParameter<OptionValue>;
  cinder_do_extend_attached: OptionParameter<OptionValue>;
}>;
declare class Cinder$1 extends Cinder_base$1 {
  declare(): void;
}
declare const File_base$3: ClassType<{
  filesystem_store_chunk_size: OptionParameter<OptionValue>;
  filesystem_thin_provisioning: OptionParameter<OptionValue>;
  filesystem_store_metadata_file: OptionParameter<OptionValue>;
  filesystem_store_file_perm: OptionParameter<OptionValue>;
  filesystem_store_datadir: OptionParameter<OptionValue>;
}>;
declare class File$3 extends File_base$3 {
  declare(): void;
}
declare const Rbd_base$2: ClassType<{
  readonly rbd_store_ceph_conf: OptionParameter<OptionValue>;
  readonly rbd_store_user: OptionParameter<OptionValue>;
  readonly rbd_store_pool: OptionParameter<OptionValue>;
  readonly rbd_store_chunk_size: OptionParameter<OptionValue>;
  readonly rbd_thin_provisioning: OptionParameter<OptionValue>;
  readonly rados_connect_timeout: OptionParameter<OptionValue>;
}>;
declare class Rbd$2 extends Rbd_base$2 {
  declare(): void;
}
declare const S3_base$2: ClassType<{
  readonly s3_store_host: OptionParameter<OptionValue>;
  readonly s3_store_access_key: OptionParameter<OptionValue>;
  readonly s3_store_secret_key: OptionParameter<OptionValue>;
  readonly s3_store_bucket: OptionParameter<OptionValue>;
  readonly s3_store_create_bucket_on_put: OptionParameter<OptionValue>;
  readonly s3_store_bucket_url_format: OptionParameter<OptionValue>;
  readonly s3_store_large_object_size: OptionParameter<OptionValue>;
  readonly s3_store_large_object_chunk_size: OptionParameter<OptionValue>;
  readonly s3_store_thread_pools: OptionParameter<OptionValue>;
}>;
declare class S3$2 extends S3_base$2 {
  declare(): void;
}
declare const Swift_base$2: ClassType<{
  swift_store_region: OptionParameter<OptionValue>;
  swift_store_container: OptionParameter<OptionValue>;
  swift_store_create_container_on_put: OptionParameter<OptionValue>;
  swift_store_large_object_size: OptionParameter<OptionValue>;
  swift_store_large_object_chunk_size: OptionParameter<OptionValue>;
  swift_store_endpoint_type: OptionParameter<OptionValue>;
  swift_store_service_type: OptionParameter<OptionValue>;
  swift_buffer_on_upload: OptionParameter<OptionValue>;
  swift_upload_buffer_dir: OptionParameter<OptionValue>;
  swift_store_retry_get_count: OptionParameter<OptionValue>;
}>;
declare class Swift$2 extends Swift_base$2 {
  declare(): void;
}
declare namespace index_d$M {
  export { Cinder$1 as Cinder, File$3 as File, Rbd$2 as Rbd, S3$2 as S3, Swift$2 as Swift, };
}
declare const File_base$2: ClassType<{
  readonly multi_store: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly glare_enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly filesystem_store_datadir: OptionParameter<OptionValue>;
  readonly filesystem_thin_provisioning: OptionParameter<OptionValue>;
}>;
declare class File$2 extends File_base$2 {
  declare(): void;
}
declare const Cinder_base: DefinedType<{
  readonly store_description: OptionParameter<OptionValue>;
  readonly weight: OptionParameter<OptionValue>;
  readonly cinder_api_insecure: OptionParameter<OptionValue>;
  readonly cinder_catalog_info: OptionParameter<OptionValue>;
  readonly cinder_http_retries: OptionParameter<OptionValue>;
  readonly cinder_endpoint_template: OptionParameter<OptionValue>;
  readonly cinder_ca_certificates_file: OptionParameter<OptionValue>;
  readonly cinder_store_auth_address: OptionParameter<OptionValue>;
  readonly cinder_store_project_name: OptionParameter<OptionValue>;
  readonly cinder_store_user_name: OptionParameter<OptionValue>;
  readonly cinder_store_password: OptionParameter<OptionValue>;
  readonly cinder_os_region_name: OptionParameter<OptionValue>;
  readonly cinder_store_user_domain_name: OptionParameter<OptionValue>;
  readonly cinder_store_project_domain_name: OptionParameter<OptionValue>;
  readonly cinder_volume_type: OptionParameter<OptionValue>;
  readonly cinder_enforce_multipath: OptionParameter<OptionValue>;
  readonly cinder_use_multipath: OptionParameter<OptionValue>;
  readonly cinder_mount_point_base: OptionParameter<OptionValue>;
  readonly cinder_do_extend_attached: OptionParameter<OptionValue>;
}>;
declare class Cinder extends Cinder_base {
  declare(): void;
}
declare const File_base$1: DefinedType<{
  readonly store_description: OptionParameter<OptionValue>;
  readonly weight: OptionParameter<OptionValue>;
  readonly filesystem_store_datadir: OptionParameter<OptionValue>;
  readonly filesystem_store_datadirs: OptionParameter<OptionValue>;
  readonly filesystem_store_chunk_size: OptionParameter<OptionValue>;
  readonly filesystem_thin_provisioning: OptionParameter<OptionValue>;
  readonly filesystem_store_metadata_file: OptionParameter<OptionValue>;
  readonly filesystem_store_file_perm: OptionParameter<OptionValue>;
}>;
declare class File$1 extends File_base$1 {
  declare(): void;
}
declare const Http_base: DefinedType<{
  readonly https_ca_certificates_file: OptionParameter<OptionValue>;
  readonly https_insecure: OptionParameter<OptionValue>;
  readonly http_proxy_information: OptionParameter<OptionValue>;
  readonly weight: OptionParameter<OptionValue>;
}>;
declare class Http extends Http_base {
  declare(): void;
}
declare const Rbd_base$1: DefinedType<{
  readonly store_description: OptionParameter<OptionValue>;
  readonly weight: OptionParameter<OptionValue>;
  readonly rbd_store_ceph_conf: OptionParameter<OptionValue>;
  readonly rbd_store_user: OptionParameter<OptionValue>;
  readonly rbd_store_pool: OptionParameter<OptionValue>;
  readonly rbd_store_chunk_size: OptionParameter<OptionValue>;
  readonly rbd_thin_provisioning: OptionParameter<OptionValue>;
  readonly rados_connect_timeout: OptionParameter<OptionValue>;
  readonly manage_packages: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly package_ensure: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class Rbd$1 extends Rbd_base$1 {
  declare(): void;
}
declare const S3_base$1: DefinedType<{
  readonly store_description: OptionParameter<OptionValue>;
  readonly weight: OptionParameter<OptionValue>;
  readonly s3_store_host: OptionParameter<OptionValue>;
  readonly s3_store_access_key: OptionParameter<OptionValue>;
  readonly s3_store_secret_key: OptionParameter<OptionValue>;
  readonly s3_store_bucket: OptionParameter<OptionValue>;
  readonly s3_store_create_bucket_on_put: OptionParameter<OptionValue>;
  readonly s3_store_bucket_url_format: OptionParameter<OptionValue>;
  readonly s3_store_large_object_size: OptionParameter<OptionValue>;
  readonly s3_store_large_object_chunk_size: OptionParameter<OptionValue>;
  readonly s3_store_thread_pools: OptionParameter<OptionValue>;
  readonly manage_packages: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly package_ensure: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class S3$1 extends S3_base$1 {
  declare(): void;
}
declare const Swift_base$1: DefinedType<{
  readonly store_description: OptionParameter<OptionValue>;
  readonly weight: OptionParameter<OptionValue>;
  readonly swift_store_region: OptionParameter<OptionValue>;
  readonly swift_store_container: OptionParameter<OptionValue>;
  readonly swift_store_create_container_on_put: OptionParameter<OptionValue>;
  readonly swift_store_large_object_size: OptionParameter<OptionValue>;
  readonly swift_store_large_object_chunk_size: OptionParameter<OptionValue>;
  readonly swift_store_endpoint_type: OptionParameter<OptionValue>;
  readonly default_swift_reference: OptionParameter<OptionValue>;
  readonly swift_store_service_type: OptionParameter<OptionValue>;
  readonly swift_buffer_on_upload: OptionParameter<OptionValue>;
  readonly swift_upload_buffer_dir: OptionParameter<OptionValue>;
  readonly swift_store_retry_get_count: OptionParameter<OptionValue>;
  readonly swift_store_user: OptionParameter<OptionValue>;
  readonly swift_store_key: OptionParameter<OptionValue>;
  readonly swift_store_auth_address: OptionParameter<OptionValue>;
  readonly swift_store_auth_version: OptionParameter<OptionValue>;
  readonly swift_store_auth_user_domain_id: OptionParameter<OptionValue>;
  readonly swift_store_auth_project_domain_id: OptionParameter<OptionValue>;
  readonly swift_store_auth_user_domain_name: OptionParameter<OptionValue>;
  readonly swift_store_auth_project_domain_name: OptionParameter<OptionValue>;
  readonly swift_store_config_file: OptionParameter<OptionValue>;
}>;
declare class Swift$1 extends Swift_base$1 {
  declare(): void;
}
declare const Vsphere_base$1: DefinedType<{
  readonly store_description: OptionParameter<OptionValue>;
  readonly weight: OptionParameter<OptionValue>;
  readonly vmware_insecure: OptionParameter<OptionValue>;
  readonly vmware_ca_file: OptionParameter<OptionValue>;
  readonly vmware_server_host: OptionParameter<OptionValue>;
  readonly vmware_server_username: OptionParameter<OptionValue>;
  readonly vmware_server_password: OptionParameter<OptionValue>;
  readonly vmware_store_image_dir: OptionParameter<OptionValue>;
  readonly vmware_task_poll_interval: OptionParameter<OptionValue>;
  readonly vmware_api_retry_count: OptionParameter<OptionValue>;
  readonly vmware_datastores: OptionParameter<OptionValue>;
}>;
declare class Vsphere$1 extends Vsphere_base$1 {
  declare(): void;
}
type index_d$L_Cinder = Cinder;
declare const index_d$L_Cinder: typeof Cinder;
type index_d$L_Http = Http;
declare const index_d$L_Http: typeof Http;
declare namespace index_d$L {
  export { index_d$L_Cinder as Cinder, File$1 as File, index_d$L_Http as Http, Rbd$1 as Rbd, S3$1 as S3, Swift$1 as Swift, Vsphere$1 as Vsphere, };
}
declare const Rbd_base: ClassType<{
  readonly multi_store: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly glare_enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly rbd_store_ceph_conf: OptionParameter<OptionValue>;
  readonly rbd_store_user: OptionParameter<OptionValue>;
  readonly rbd_store_pool: OptionParameter<OptionValue>;
  readonly rbd_store_chunk_size: OptionParameter<OptionValue>;
  readonly rbd_thin_provisioning: OptionParameter<OptionValue>;
  readonly rados_connect_timeout: OptionParameter<OptionValue>;
  readonly manage_packages: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly package_ensure: Attribute<string | number | boolean, string, "parameter">;
  readonly show_image_direct_url: Attribute<OptionValue, OptionValue | undefined, "parameter">;
}>;
declare class Rbd extends Rbd_base {
  #private;
  declare(): void;
}
declare const Staging_base: ClassType<{
  readonly filesystem_store_datadir: OptionParameter<OptionValue>;
  readonly filesystem_store_file_perm: OptionParameter<OptionValue>;
  readonly filesystem_store_chunk_size: OptionParameter<OptionValue>;
  readonly filesystem_thin_provisioning: OptionParameter<OptionValue>;
}>;
declare class Staging extends Staging_base {
  declare(): void;
}
declare const Tasks_base: ClassType<{
  readonly filesystem_store_datadir: OptionParameter<OptionValue>;
  readonly filesystem_store_file_perm: OptionParameter<OptionValue>;
  readonly filesystem_store_chunk_size: OptionParameter<OptionValue>;
  readonly filesystem_thin_provisioning: OptionParameter<OptionValue>;
}>;
declare class Tasks extends Tasks_base {
  declare(): void;
}
type index_d$K_Staging = Staging;
declare const index_d$K_Staging: typeof Staging;
type index_d$K_Tasks = Tasks;
declare const index_d$K_Tasks: typeof Tasks;
declare namespace index_d$K {
  export { index_d$K_Staging as Staging, index_d$K_Tasks as Tasks, };
}
declare const S3_base: ClassType<{
  readonly multi_store: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly glare_enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly access_key: OptionParameter<OptionValue>;
  readonly secret_key: OptionParameter<OptionValue>;
  readonly host: OptionParameter<OptionValue>;
  readonly bucket: OptionParameter<OptionValue>;
  readonly bucket_url_format: OptionParameter<OptionValue>;
  readonly create_bucket_on_put: OptionParameter<OptionValue>;
  readonly large_object_size: OptionParameter<OptionValue>;
  readonly large_object_chunk_size: OptionParameter<OptionValue>;
  readonly thread_pools: OptionParameter<OptionValue>;
  readonly object_buffer_dir: OptionParameter<OptionValue>;
  readonly default_store: Attribute<OptionValue, OptionValue | undefined, "parameter">;
}>;
declare class S3 extends S3_base {
  #private;
  declare(): void;
}
declare const Swift_base: ClassType<{
  readonly multi_store: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly glare_enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly swift_store_region: OptionParameter<OptionValue>;
  readonly swift_store_container: OptionParameter<OptionValue>;
  readonly swift_store_create_container_on_put: OptionParameter<OptionValue>;
  readonly swift_store_large_object_size: OptionParameter<OptionValue>;
  readonly swift_store_large_object_chunk_size: OptionParameter<OptionValue>;
  readonly swift_store_endpoint_type: OptionParameter<OptionValue>;
  readonly default_swift_reference: OptionParameter<OptionValue>;
  readonly swift_store_user: OptionParameter<OptionValue>;
  readonly swift_store_key: OptionParameter<OptionValue>;
  readonly swift_store_auth_address: OptionParameter<OptionValue>;
  readonly swift_store_auth_version: OptionParameter<OptionValue>;
  readonly swift_store_auth_user_domain_id: OptionParameter<OptionValue>;
  readonly swift_store_auth_project_domain_id: OptionParameter<OptionValue>;
  readonly swift_store_auth_user_domain_name: OptionParameter<OptionValue>;
  readonly swift_store_auth_project_domain_name: OptionParameter<OptionValue>;
}>;
declare class Swift extends Swift_base {
  #private;
  declare(): void;
}
declare const Vsphere_base: ClassType<{
  readonly multi_store: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly glare_enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly vcenter_insecure: OptionParameter<OptionValue>;
  readonly vcenter_ca_file: OptionParameter<OptionValue>;
  readonly vcenter_host: OptionParameter<OptionValue>;
  readonly vcenter_user: OptionParameter<OptionValue>;
  readonly vcenter_password: OptionParameter<OptionValue>;
  readonly vcenter_image_dir: OptionParameter<OptionValue>;
  readonly vcenter_task_poll_interval: OptionParameter<OptionValue>;
  readonly vcenter_api_retry_count: OptionParameter<OptionValue>;
  readonly vcenter_datastores: OptionParameter<OptionValue>;
  readonly vcenter_datacenter: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly vcenter_datastore: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly vcenter_api_insecure: Attribute<OptionValue, OptionValue | undefined, "parameter">;
}>;
declare class Vsphere extends Vsphere_base {
  #private;
  declare(): void;
}
type index_d$J_Rbd = Rbd;
declare const index_d$J_Rbd: typeof Rbd;
type index_d$J_S3 = S3;
declare const index_d$J_S3: typeof S3;
type index_d$J_Swift = Swift;
declare const index_d$J_Swift: typeof Swift;
type index_d$J_Vsphere = Vsphere;
declare const index_d$J_Vsphere: typeof Vsphere;
declare namespace index_d$J {
  export { Cinder$2 as Cinder, File$2 as File, index_d$J_Rbd as Rbd, index_d$J_S3 as S3, index_d$J_Swift as Swift, index_d$J_Vsphere as Vsphere, index_d$M as defaults, index_d$L as multistore, index_d$K as reserved, };
}
declare const Cleaner_base: ClassType<{
  readonly minute: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly hour: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly monthday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly month: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly weekday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly maxdelay: Attribute<number | `${bigint}`, number, "parameter">;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "parameter">;
  readonly command_options: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class Cleaner extends Cleaner_base {
  declare(): void;
}
declare const Logging_base$3: ClassType<{
  readonly debug: OptionParameter<OptionValue>;
  readonly use_syslog: OptionParameter<OptionValue>;
  readonly use_json: OptionParameter<OptionValue>;
  readonly use_stderr: OptionParameter<OptionValue>;
  readonly log_facility: OptionParameter<OptionValue>;
  readonly log_dir: OptionParameter<OptionValue>;
  readonly log_file: OptionParameter<OptionValue>;
  readonly watch_log_file: OptionParameter<OptionValue>;
  readonly logging_context_format_string: OptionParameter<OptionValue>;
  readonly logging_default_format_string: OptionParameter<OptionValue>;
  readonly logging_debug_format_suffix: OptionParameter<OptionValue>;
  readonly logging_exception_prefix: OptionParameter<OptionValue>;
  readonly log_config_append: OptionParameter<OptionValue>;
  readonly default_log_levels: OptionParameter<Readonly<Record<string, OptionScalar>> | OptionValue>;
  readonly publish_errors: OptionParameter<OptionValue>;
  readonly fatal_deprecations: OptionParameter<OptionValue>;
  readonly instance_format: OptionParameter<OptionValue>;
  readonly instance_uuid_format: OptionParameter<OptionValue>;
  readonly log_date_format: OptionParameter<OptionValue>;
  readonly verbose: Attribute<unknown, unknown, "parameter">;
}>;
declare class Logging$3 extends Logging_base$3 {
  declare(): void;
}
declare const Pruner_base: ClassType<{
  readonly minute: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly hour: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly monthday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly month: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly weekday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly maxdelay: Attribute<number | `${bigint}`, number, "parameter">;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "parameter">;
  readonly command_options: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class Pruner extends Pruner_base {
  declare(): void;
}
type index_d$I_Cleaner = Cleaner;
declare const index_d$I_Cleaner: typeof Cleaner;
type index_d$I_Pruner = Pruner;
declare const index_d$I_Pruner: typeof Pruner;
declare namespace index_d$I {
  export { index_d$I_Cleaner as Cleaner, Logging$3 as Logging, index_d$I_Pruner as Pruner, };
}
declare const Client_base$3: ClassType<{
  readonly ensure: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class Client$3 extends Client_base$3 {
  declare(): void;
}
declare const Config_base$3: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly api_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly api_paste_ini_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly registry_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly registry_paste_ini_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly glare_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly glare_paste_ini_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly cache_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly image_import_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly rootwrap_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly api_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
          readonly api_paste_ini_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
          readonly registry_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
          readonly registry_paste_ini_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
          readonly glare_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
          readonly glare_paste_ini_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
          readonly cache_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
          readonly image_import_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
          readonly rootwrap_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly api_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly api_paste_ini_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly registry_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly registry_paste_ini_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly glare_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly glare_paste_ini_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly cache_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly image_import_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly rootwrap_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  }>;
  ref(): Reference;
};
declare class Config$3 extends Config_base$3 {
}
declare const Cors_base$2: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly allowed_origin: OptionParameter<unknown>;
      readonly allow_credentials: OptionParameter<unknown>;
      readonly expose_headers: OptionParameter<unknown>;
      readonly max_age: OptionParameter<unknown>;
      readonly allow_methods: OptionParameter<unknown>;
      readonly allow_headers: OptionParameter<unknown>;
  }> & Metaparameters) | undefined, position?: Position): {
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly allowed_origin: OptionParameter<unknown>;
          readonly allow_credentials: OptionParameter<unknown>;
          readonly expose_headers: OptionParameter<unknown>;
          readonly max_age: OptionParameter<unknown>;
          readonly allow_methods: OptionParameter<unknown>;
          readonly allow_headers: OptionParameter<unknown>;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly allowed_origin: OptionParameter<unknown>;
      readonly allow_credentials: OptionParameter<unknown>;
      readonly expose_headers: OptionParameter<unknown>;
      readonly max_age: OptionParameter<unknown>;
      readonly allow_methods: OptionParameter<unknown>;
      readonly allow_headers: OptionParameter<unknown>;
  }>;
  ref(): Reference;
};
declare class Cors$2 extends Cors_base$2 {
}
declare const DbPurge_base: ClassType<{
  readonly minute: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly hour: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly monthday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly month: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly weekday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "parameter">;
  readonly user: Attribute<string | number | boolean, string, "parameter">;
  readonly age: Attribute<number | `${bigint}`, number, "parameter">;
  readonly max_rows: Attribute<number | `${bigint}`, number, "parameter">;
  readonly destination: Attribute<string | number | boolean, string, "parameter">;
  readonly maxdelay: Attribute<number | `${bigint}`, number, "parameter">;
}>;
declare class DbPurge extends DbPurge_base {
  declare(): void;
}
declare const DbPurgeImagesTable_base: ClassType<{
  readonly minute: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly hour: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly monthday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly month: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly weekday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "parameter">;
  readonly user: Attribute<string | number | boolean, string, "parameter">;
  readonly age: Attribute<number | `${bigint}`, number, "parameter">;
  readonly max_rows: Attribute<number | `${bigint}`, number, "parameter">;
  readonly destination: Attribute<string | number | boolean, string, "parameter">;
  readonly maxdelay: Attribute<number | `${bigint}`, number, "parameter">;
}>;
declare class DbPurgeImagesTable extends DbPurgeImagesTable_base {
  declare(): void;
}
type index_d$H_DbPurge = DbPurge;
declare const index_d$H_DbPurge: typeof DbPurge;
type index_d$H_DbPurgeImagesTable = DbPurgeImagesTable;
declare const index_d$H_DbPurgeImagesTable: typeof DbPurgeImagesTable;
declare namespace index_d$H {
  export { index_d$H_DbPurge as DbPurge, index_d$H_DbPurgeImagesTable as DbPurgeImagesTable, };
}
declare const Metadefs_base: ClassType<{
  readonly extra_params: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class Metadefs extends Metadefs_base {
  declare(): void;
}
declare const Mysql_base$2: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly password: Attribute<string, string, "parameter">;
      readonly dbname: Attribute<string | number | boolean, string, "parameter">;
      readonly user: Attribute<string | number | boolean, string, "parameter">;
      readonly host: Attribute<string | number | boolean, string, "parameter">;
      readonly allowed_hosts: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[] | undefined, "parameter">;
      readonly charset: Attribute<string | number | boolean, string, "parameter">;
      readonly collate: Attribute<string | number | boolean, string, "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      declare(): void;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly password: Attribute<string, string, "parameter">;
          readonly dbname: Attribute<string | number | boolean, string, "parameter">;
          readonly user: Attribute<string | number | boolean, string, "parameter">;
          readonly host: Attribute<string | number | boolean, string, "parameter">;
          readonly allowed_hosts: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[] | undefined, "parameter">;
          readonly charset: Attribute<string | number | boolean, string, "parameter">;
          readonly collate: Attribute<string | number | boolean, string, "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly password: Attribute<string, string, "parameter">;
      readonly dbname: Attribute<string | number | boolean, string, "parameter">;
      readonly user: Attribute<string | number | boolean, string, "parameter">;
      readonly host: Attribute<string | number | boolean, string, "parameter">;
      readonly allowed_hosts: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[] | undefined, "parameter">;
      readonly charset: Attribute<string | number | boolean, string, "parameter">;
      readonly collate: Attribute<string | number | boolean, string, "parameter">;
  }>;
  ref(): Reference;
};
declare class Mysql$2 extends Mysql_base$2 {
}
declare const Postgresql_base$2: ClassType<{
  readonly password: Attribute<string | number | boolean, string, "parameter">;
  readonly dbname: Attribute<string | number | boolean, string, "parameter">;
  readonly user: Attribute<string | number | boolean, string, "parameter">;
  readonly encoding: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly privileges: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class Postgresql$2 extends Postgresql_base$2 {
  declare(): void;
}
declare const Sync_base$1: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly extra_params: Attribute<string | number | boolean, string, "parameter">;
      readonly db_sync_timeout: Attribute<number | `${bigint}`, number, "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly extra_params: Attribute<string | number | boolean, string, "parameter">;
          readonly db_sync_timeout: Attribute<number | `${bigint}`, number, "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly extra_params: Attribute<string | number | boolean, string, "parameter">;
      readonly db_sync_timeout: Attribute<number | `${bigint}`, number, "parameter">;
  }>;
  ref(): Reference;
};
declare class Sync$1 extends Sync_base$1 {
}
type index_d$G_Metadefs = Metadefs;
declare const index_d$G_Metadefs: typeof Metadefs;
declare namespace index_d$G {
  export { index_d$G_Metadefs as Metadefs, Mysql$2 as Mysql, Postgresql$2 as Postgresql, Sync$1 as Sync, };
}
declare const Deps_base$2: {
  new (scope: Scope, parameters?: (AttributesOf<{}> & Metaparameters) | undefined, position?: Position): {
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{}>;
  };
  readonly definition: ContainerDefinition<{}>;
  ref(): Reference;
};
declare class Deps$2 extends Deps_base$2 {
  #private;
  declare(): void;
}
declare const Glance_base: ClassType<{
  readonly package_ensure: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class Glance extends Glance_base {
  declare(): void;
}
declare const Authtoken_base$2: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly auth_section: OptionParameter<OptionValue>;
      readonly auth_version: OptionParameter<OptionValue>;
      readonly cache: OptionParameter<OptionValue>;
      readonly cafile: OptionParameter<OptionValue>;
      readonly certfile: OptionParameter<OptionValue>;
      readonly check_revocations_for_cached: OptionParameter<OptionValue>;
      readonly delay_auth_decision: OptionParameter<OptionValue>;
      readonly enforce_token_bind: OptionParameter<OptionValue>;
      readonly hash_algorithms: OptionParameter<OptionValue>;
      readonly http_connect_timeout: OptionParameter<OptionValue>;
      readonly http_request_max_retries: OptionParameter<OptionValue>;
      readonly include_service_catalog: OptionParameter<OptionValue>;
      readonly keyfile: OptionParameter<OptionValue>;
      readonly memcache_pool_conn_get_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_dead_retry: OptionParameter<OptionValue>;
      readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
      readonly memcache_pool_socket_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
      readonly memcache_secret_key: OptionParameter<OptionValue>;
      readonly memcache_security_strategy: OptionParameter<OptionValue>;
      readonly memcache_use_advanced_pool: OptionParameter<OptionValue>;
      readonly memcached_servers: OptionParameter<OptionValue>;
      readonly region_name: OptionParameter<OptionValue>;
      readonly revocation_cache_time: OptionParameter<OptionValue>;
      readonly signing_dir: OptionParameter<OptionValue>;
      readonly token_cache_time: OptionParameter<OptionValue>;
      readonly system_scope: OptionParameter<OptionValue>;
      readonly insecure: OptionParameter<OptionValue>;
      readonly service_token_roles: OptionParameter<OptionValue>;
      readonly service_token_roles_required: OptionParameter<OptionValue>;
      readonly service_type: OptionParameter<OptionValue>;
      readonly interface: OptionParameter<OptionValue>;
      readonly manage_memcache_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly username: OptionParameter<OptionValue>;
      readonly password: OptionParameter<OptionValue>;
      readonly auth_url: OptionParameter<OptionValue>;
      readonly project_name: OptionParameter<OptionValue>;
      readonly user_domain_name: OptionParameter<OptionValue>;
      readonly project_domain_name: OptionParameter<OptionValue>;
      readonly auth_type: OptionParameter<OptionValue>;
      readonly auth_uri: OptionParameter<OptionValue>;
      readonly www_authenticate_uri: OptionParameter<OptionValue>;
      readonly params: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly auth_section: OptionParameter<OptionValue>;
          readonly auth_version: OptionParameter<OptionValue>;
          readonly cache: OptionParameter<OptionValue>;
          readonly cafile: OptionParameter<OptionValue>;
          readonly certfile: OptionParameter<OptionValue>;
          readonly check_revocations_for_cached: OptionParameter<OptionValue>;
          readonly delay_auth_decision: OptionParameter<OptionValue>;
          readonly enforce_token_bind: OptionParameter<OptionValue>;
          readonly hash_algorithms: OptionParameter<OptionValue>;
          readonly http_connect_timeout: OptionParameter<OptionValue>;
          readonly http_request_max_retries: OptionParameter<OptionValue>;
          readonly include_service_catalog: OptionParameter<OptionValue>;
          readonly keyfile: OptionParameter<OptionValue>;
          readonly memcache_pool_conn_get_timeout: OptionParameter<OptionValue>;
          readonly memcache_pool_dead_retry: OptionParameter<OptionValue>;
          readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
          readonly memcache_pool_socket_timeout: OptionParameter<OptionValue>;
          readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
          readonly memcache_secret_key: OptionParameter<OptionValue>;
          readonly memcache_security_strategy: OptionParameter<OptionValue>;
          readonly memcache_use_advanced_pool: OptionParameter<OptionValue>;
          readonly memcached_servers: OptionParameter<OptionValue>;
          readonly region_name: OptionParameter<OptionValue>;
          readonly revocation_cache_time: OptionParameter<OptionValue>;
          readonly signing_dir: OptionParameter<OptionValue>;
          readonly token_cache_time: OptionParameter<OptionValue>;
          readonly system_scope: OptionParameter<OptionValue>;
          readonly insecure: OptionParameter<OptionValue>;
          readonly service_token_roles: OptionParameter<OptionValue>;
          readonly service_token_roles_required: OptionParameter<OptionValue>;
          readonly service_type: OptionParameter<OptionValue>;
          readonly interface: OptionParameter<OptionValue>;
          readonly manage_memcache_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
          readonly username: OptionParameter<OptionValue>;
          readonly password: OptionParameter<OptionValue>;
          readonly auth_url: OptionParameter<OptionValue>;
          readonly project_name: OptionParameter<OptionValue>;
          readonly user_domain_name: OptionParameter<OptionValue>;
          readonly project_domain_name: OptionParameter<OptionValue>;
          readonly auth_type: OptionParameter<OptionValue>;
          readonly auth_uri: OptionParameter<OptionValue>;
          readonly www_authenticate_uri: OptionParameter<OptionValue>;
          readonly params: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly auth_section: OptionParameter<OptionValue>;
      readonly auth_version: OptionParameter<OptionValue>;
      readonly cache: OptionParameter<OptionValue>;
      readonly cafile: OptionParameter<OptionValue>;
      readonly certfile: OptionParameter<OptionValue>;
      readonly check_revocations_for_cached: OptionParameter<OptionValue>;
      readonly delay_auth_decision: OptionParameter<OptionValue>;
      readonly enforce_token_bind: OptionParameter<OptionValue>;
      readonly hash_algorithms: OptionParameter<OptionValue>;
      readonly http_connect_timeout: OptionParameter<OptionValue>;
      readonly http_request_max_retries: OptionParameter<OptionValue>;
      readonly include_service_catalog: OptionParameter<OptionValue>;
      readonly keyfile: OptionParameter<OptionValue>;
      readonly memcache_pool_conn_get_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_dead_retry: OptionParameter<OptionValue>;
      readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
      readonly memcache_pool_socket_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
      readonly memcache_secret_key: OptionParameter<OptionValue>;
      readonly memcache_security_strategy: OptionParameter<OptionValue>;
      readonly memcache_use_advanced_pool: OptionParameter<OptionValue>;
      readonly memcached_servers: OptionParameter<OptionValue>;
      readonly region_name: OptionParameter<OptionValue>;
      readonly revocation_cache_time: OptionParameter<OptionValue>;
      readonly signing_dir: OptionParameter<OptionValue>;
      readonly token_cache_time: OptionParameter<OptionValue>;
      readonly system_scope: OptionParameter<OptionValue>;
      readonly insecure: OptionParameter<OptionValue>;
      readonly service_token_roles: OptionParameter<OptionValue>;
      readonly service_token_roles_required: OptionParameter<OptionValue>;
      readonly service_type: OptionParameter<OptionValue>;
      readonly interface: OptionParameter<OptionValue>;
      readonly manage_memcache_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly username: OptionParameter<OptionValue>;
      readonly password: OptionParameter<OptionValue>;
      readonly auth_url: OptionParameter<OptionValue>;
      readonly project_name: OptionParameter<OptionValue>;
      readonly user_domain_name: OptionParameter<OptionValue>;
      readonly project_domain_name: OptionParameter<OptionValue>;
      readonly auth_type: OptionParameter<OptionValue>;
      readonly auth_uri: OptionParameter<OptionValue>;
      readonly www_authenticate_uri: OptionParameter<OptionValue>;
      readonly params: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
  }>;
  ref(): Reference;
};
declare class Authtoken$2 extends Authtoken_base$2 {
}
declare const Db_base$4: ClassType<{
  readonly database_connection: Attribute<string, string, "parameter">;
  readonly database_idle_timeout: OptionParameter<OptionValue>;
  readonly database_connection_recycle_time: OptionParameter<OptionValue>;
  readonly database_min_pool_size: OptionParameter<OptionValue>;
  readonly database_max_pool_size: OptionParameter<OptionValue>;
  readonly database_max_retries: OptionParameter<OptionValue>;
  readonly database_retry_interval: OptionParameter<OptionValue>;
  readonly database_max_overflow: OptionParameter<OptionValue>;
  readonly database_pool_timeout: OptionParameter<OptionValue>;
}>;
declare class Db$4 extends Db_base$4 {
  declare(): void;
}
declare const Logging_base$2: ClassType<{
  readonly debug: OptionParameter<OptionValue>;
  readonly use_syslog: OptionParameter<OptionValue>;
  readonly use_json: OptionParameter<OptionValue>;
  readonly use_stderr: OptionParameter<OptionValue>;
  readonly log_facility: OptionParameter<OptionValue>;
  readonly log_dir: OptionParameter<OptionValue>;
  readonly log_file: OptionParameter<OptionValue>;
  readonly watch_log_file: OptionParameter<OptionValue>;
  readonly logging_context_format_string: OptionParameter<OptionValue>;
  readonly logging_default_format_string: OptionParameter<OptionValue>;
  readonly logging_debug_format_suffix: OptionParameter<OptionValue>;
  readonly logging_exception_prefix: OptionParameter<OptionValue>;
  readonly log_config_append: OptionParameter<OptionValue>;
  readonly default_log_levels: OptionParameter<Readonly<Record<string, OptionScalar>> | OptionValue>;
  readonly publish_errors: OptionParameter<OptionValue>;
  readonly fatal_deprecations: OptionParameter<OptionValue>;
  readonly instance_format: OptionParameter<OptionValue>;
  readonly instance_uuid_format: OptionParameter<OptionValue>;
  readonly log_date_format: OptionParameter<OptionValue>;
  readonly verbose: Attribute<unknown, unknown, "parameter">;
}>;
declare class Logging$2 extends Logging_base$2 {
  declare(): void;
}
declare namespace index_d$F {
  export { Authtoken$2 as Authtoken, Db$4 as Db, Logging$2 as Logging, };
}
declare const Glare_base: ClassType<{
  readonly keystone_password: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly auth_type: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly auth_uri: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly identity_uri: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly keystone_tenant: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly keystone_user: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly memcached_servers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly signing_dir: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly token_cache_time: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly bind_host: OptionParameter<OptionValue>;
  readonly bind_port: OptionParameter<OptionValue>;
  readonly backlog: OptionParameter<OptionValue>;
  readonly workers: OptionParameter<OptionValue>;
  readonly os_region_name: OptionParameter<OptionValue>;
  readonly cert_file: OptionParameter<OptionValue>;
  readonly key_file: OptionParameter<OptionValue>;
  readonly ca_file: OptionParameter<OptionValue>;
  readonly package_ensure: Attribute<string | number | boolean, string, "parameter">;
  readonly manage_service: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly auth_strategy: Attribute<OptionValue, OptionValue, "parameter">;
  readonly pipeline: Attribute<string | number, string, "parameter">;
  readonly stores: Attribute<string | false | readonly string[], string | false | readonly string[] | undefined, "parameter">;
  readonly default_store: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly multi_store: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly auth_region: Attribute<OptionValue, OptionValue | undefined, "parameter">;
}>;
declare class Glare extends Glare_base {
  declare(): void;
}
declare const Healthcheck_base$2: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly detailed: OptionParameter<unknown>;
      readonly backends: OptionParameter<unknown>;
      readonly disable_by_file_path: OptionParameter<unknown>;
      readonly disable_by_file_paths: OptionParameter<unknown>;
      readonly enable_by_file_paths: OptionParameter<unknown>;
      readonly allowed_source_ranges: OptionParameter<unknown>;
      readonly ignore_proxied_requests: OptionParameter<unknown>;
  }> & Metaparameters) | undefined, position?: Position): {
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly detailed: OptionParameter<unknown>;
          readonly backends: OptionParameter<unknown>;
          readonly disable_by_file_path: OptionParameter<unknown>;
          readonly disable_by_file_paths: OptionParameter<unknown>;
          readonly enable_by_file_paths: OptionParameter<unknown>;
          readonly allowed_source_ranges: OptionParameter<unknown>;
          readonly ignore_proxied_requests: OptionParameter<unknown>;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly detailed: OptionParameter<unknown>;
      readonly backends: OptionParameter<unknown>;
      readonly disable_by_file_path: OptionParameter<unknown>;
      readonly disable_by_file_paths: OptionParameter<unknown>;
      readonly enable_by_file_paths: OptionParameter<unknown>;
      readonly allowed_source_ranges: OptionParameter<unknown>;
      readonly ignore_proxied_requests: OptionParameter<unknown>;
  }>;
  ref(): Reference;
};
declare class Healthcheck$2 extends Healthcheck_base$2 {
}
declare const ImportFilteringOpts_base: ClassType<{
  allowed_schemes: OptionParameter<OptionValue>;
  disallowed_schemes: OptionParameter<OptionValue>;
  allowed_hosts: OptionParameter<OptionValue>;
  disallowed_hosts: OptionParameter<OptionValue>;
  allowed_ports: OptionParameter<OptionValue>;
  disallowed_ports: OptionParameter<OptionValue>;
}>;
declare class ImportFilteringOpts extends ImportFilteringOpts_base {
  declare(): void;
}
declare const ServiceUser_base$2: ClassType<{
  readonly password: OptionParameter<OptionValue>;
  readonly insecure: OptionParameter<OptionValue>;
  readonly auth_version: OptionParameter<OptionValue>;
  readonly cafile: OptionParameter<OptionValue>;
  readonly certfile: OptionParameter<OptionValue>;
  readonly keyfile: OptionParameter<OptionValue>;
  readonly region_name: OptionParameter<OptionValue>;
  readonly username: OptionParameter<OptionValue>;
  readonly auth_url: OptionParameter<OptionValue>;
  readonly project_name: OptionParameter<OptionValue>;
  readonly user_domain_name: OptionParameter<OptionValue>;
  readonly project_domain_name: OptionParameter<OptionValue>;
  readonly system_scope: OptionParameter<OptionValue>;
  readonly auth_type: OptionParameter<OptionValue>;
}>;
declare class ServiceUser$2 extends ServiceUser_base$2 {
  declare(): void;
}
declare namespace index_d$E {
  export { ServiceUser$2 as ServiceUser, };
}
declare const Barbican_base$1: ClassType<{
  barbican_endpoint: OptionParameter<unknown>;
  barbican_api_version: OptionParameter<unknown>;
  auth_endpoint: OptionParameter<unknown>;
  retry_delay: OptionParameter<unknown>;
  number_of_retries: OptionParameter<unknown>;
  barbican_endpoint_type: OptionParameter<unknown>;
  barbican_region_name: OptionParameter<unknown>;
  send_service_user_token: OptionParameter<unknown>;
}>;
declare class Barbican$1 extends Barbican_base$1 {
  declare(): void;
}
declare namespace index_d$D {
  export { Barbican$1 as Barbican, index_d$E as barbican, };
}
declare const KeyManager_base$1: ClassType<{
  readonly backend: OptionParameter<unknown>;
}>;
declare class KeyManager$1 extends KeyManager_base$1 {
  declare(): void;
}
declare const Auth_base: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly password: Attribute<string, string, "parameter">;
      readonly email: Attribute<string | number | boolean, string, "parameter">;
      readonly auth_name: Attribute<string | number | boolean, string, "parameter">;
      readonly configure_endpoint: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly configure_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly configure_user_role: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly service_name: Attribute<string | number | boolean, string, "parameter">;
      readonly service_type: Attribute<string | number | boolean, string, "parameter">;
      readonly service_description: Attribute<string | number | boolean, string, "parameter">;
      readonly region: Attribute<string | number | boolean, string, "parameter">;
      readonly tenant: Attribute<string | number | boolean, string, "parameter">;
      readonly public_url: Attribute<string | number | boolean, string, "parameter">;
      readonly admin_url: Attribute<string | number | boolean, string, "parameter">;
      readonly internal_url: Attribute<string | number | boolean, string, "parameter">;
      readonly public_address: Attribute<string | number | boolean, string | undefined, "parameter">;
      readonly admin_address: Attribute<string | number | boolean, string | undefined, "parameter">;
      readonly internal_address: Attribute<string | number | boolean, string | undefined, "parameter">;
  } & {
      readonly roles: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[], "parameter">;
      readonly system_scope: Attribute<string | number | boolean, string, "parameter">;
      readonly system_roles: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[], "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly password: Attribute<string, string, "parameter">;
          readonly email: Attribute<string | number | boolean, string, "parameter">;
          readonly auth_name: Attribute<string | number | boolean, string, "parameter">;
          readonly configure_endpoint: Attribute<"false" | "true" | boolean, boolean, "parameter">;
          readonly configure_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
          readonly configure_user_role: Attribute<"false" | "true" | boolean, boolean, "parameter">;
          readonly service_name: Attribute<string | number | boolean, string, "parameter">;
          readonly service_type: Attribute<string | number | boolean, string, "parameter">;
          readonly service_description: Attribute<string | number | boolean, string, "parameter">;
          readonly region: Attribute<string | number | boolean, string, "parameter">;
          readonly tenant: Attribute<string | number | boolean, string, "parameter">;
          readonly public_url: Attribute<string | number | boolean, string, "parameter">;
          readonly admin_url: Attribute<string | number | boolean, string, "parameter">;
          readonly internal_url: Attribute<string | number | boolean, string, "parameter">;
          readonly public_address: Attribute<string | number | boolean, string | undefined, "parameter">;
          readonly admin_address: Attribute<string | number | boolean, string | undefined, "parameter">;
          readonly internal_address: Attribute<string | number | boolean, string | undefined, "parameter">;
      } & {
          readonly roles: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[], "parameter">;
          readonly system_scope: Attribute<string | number | boolean, string, "parameter">;
          readonly system_roles: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[], "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly password: Attribute<string, string, "parameter">;
      readonly email: Attribute<string | number | boolean, string, "parameter">;
      readonly auth_name: Attribute<string | number | boolean, string, "parameter">;
      readonly configure_endpoint: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly configure_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly configure_user_role: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly service_name: Attribute<string | number | boolean, string, "parameter">;
      readonly service_type: Attribute<string | number | boolean, string, "parameter">;
      readonly service_description: Attribute<string | number | boolean, string, "parameter">;
      readonly region: Attribute<string | number | boolean, string, "parameter">;
      readonly tenant: Attribute<string | number | boolean, string, "parameter">;
      readonly public_url: Attribute<string | number | boolean, string, "parameter">;
      readonly admin_url: Attribute<string | number | boolean, string, "parameter">;
      readonly internal_url: Attribute<string | number | boolean, string, "parameter">;
      readonly public_address: Attribute<string | number | boolean, string | undefined, "parameter">;
      readonly admin_address: Attribute<string | number | boolean, string | undefined, "parameter">;
      readonly internal_address: Attribute<string | number | boolean, string | undefined, "parameter">;
  } & {
      readonly roles: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[], "parameter">;
      readonly system_scope: Attribute<string | number | boolean, string, "parameter">;
      readonly system_roles: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[], "parameter">;
  }>;
  ref(): Reference;
};
declare class Auth extends Auth_base {
}
declare const GlareAuth_base: ClassType<{
  readonly password: Attribute<string, string, "parameter">;
  readonly email: Attribute<string | number | boolean, string, "parameter">;
  readonly auth_name: Attribute<string | number | boolean, string, "parameter">;
  readonly configure_endpoint: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly configure_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly configure_user_role: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_name: Attribute<string | number | boolean, string, "parameter">;
  readonly service_type: Attribute<string | number | boolean, string, "parameter">;
  readonly service_description: Attribute<string | number | boolean, string, "parameter">;
  readonly region: Attribute<string | number | boolean, string, "parameter">;
  readonly tenant: Attribute<string | number | boolean, string, "parameter">;
  readonly public_url: Attribute<string | number | boolean, string, "parameter">;
  readonly admin_url: Attribute<string | number | boolean, string, "parameter">;
  readonly internal_url: Attribute<string | number | boolean, string, "parameter">;
  readonly public_address: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly admin_address: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly internal_address: Attribute<string | number | boolean, string | undefined, "parameter">;
}>;
declare class GlareAuth extends GlareAuth_base {
  declare(): void;
}
type index_d$C_Auth = Auth;
declare const index_d$C_Auth: typeof Auth;
type index_d$C_GlareAuth = GlareAuth;
declare const index_d$C_GlareAuth: typeof GlareAuth;
declare namespace index_d$C {
  export { index_d$C_Auth as Auth, index_d$C_GlareAuth as GlareAuth, };
}
declare const Limit_base$1: ClassType<{
  readonly endpoint_id: OptionParameter<OptionValue>;
  readonly password: OptionParameter<OptionValue>;
  readonly username: OptionParameter<OptionValue>;
  readonly auth_url: OptionParameter<OptionValue>;
  readonly project_name: OptionParameter<OptionValue>;
  readonly user_domain_name: OptionParameter<OptionValue>;
  readonly project_domain_name: OptionParameter<OptionValue>;
  readonly system_scope: OptionParameter<OptionValue>;
  readonly auth_type: OptionParameter<OptionValue>;
  readonly service_type: OptionParameter<OptionValue>;
  readonly valid_interfaces: OptionParameter<OptionValue>;
  readonly region_name: OptionParameter<OptionValue>;
  readonly endpoint_override: OptionParameter<OptionValue>;
}>;
declare class Limit$1 extends Limit_base$1 {
  declare(): void;
}
declare const Rabbitmq_base$2: ClassType<{
  readonly rabbit_notification_exchange: OptionParameter<OptionValue>;
  readonly rabbit_password: OptionParameter<OptionValue>;
  readonly rabbit_userid: OptionParameter<OptionValue>;
  readonly rabbit_host: OptionParameter<OptionValue>;
  readonly rabbit_port: OptionParameter<OptionValue>;
  readonly rabbit_hosts: OptionParameter<OptionValue>;
  readonly rabbit_virtual_host: OptionParameter<OptionValue>;
  readonly rabbit_ha_queues: OptionParameter<OptionValue>;
  readonly rabbit_heartbeat_timeout_threshold: OptionParameter<OptionValue>;
  readonly rabbit_heartbeat_rate: OptionParameter<OptionValue>;
  readonly rabbit_heartbeat_in_pthread: OptionParameter<OptionValue>;
  readonly rabbit_use_ssl: OptionParameter<OptionValue>;
  readonly kombu_ssl_ca_certs: OptionParameter<OptionValue>;
  readonly kombu_ssl_certfile: OptionParameter<OptionValue>;
  readonly kombu_ssl_keyfile: OptionParameter<OptionValue>;
  readonly kombu_ssl_version: OptionParameter<OptionValue>;
  readonly kombu_reconnect_delay: OptionParameter<OptionValue>;
  readonly kombu_failover_strategy: OptionParameter<OptionValue>;
  readonly kombu_compression: OptionParameter<OptionValue>;
  readonly amqp_durable_queues: OptionParameter<OptionValue>;
  readonly default_transport_url: OptionParameter<unknown>;
  readonly rpc_response_timeout: OptionParameter<unknown>;
  readonly control_exchange: OptionParameter<unknown>;
  readonly notification_transport_url: OptionParameter<unknown>;
  readonly notification_driver: OptionParameter<unknown>;
  readonly rabbit_notification_topic: OptionParameter<unknown>;
}>;
declare class Rabbitmq$2 extends Rabbitmq_base$2 {
  #private;
  declare(): void;
}
declare namespace index_d$B {
  export { Rabbitmq$2 as Rabbitmq, };
}
declare const OsBrick_base: ClassType<{
  lock_path: OptionParameter<OptionValue>;
  wait_mpath_device_attempts: OptionParameter<OptionValue>;
  wait_mpath_device_interval: OptionParameter<OptionValue>;
}>;
declare class OsBrick extends OsBrick_base {
  declare(): void;
}
declare const Params_base$3: ClassType<{}>;
declare class Params$3 extends Params_base$3 {
  declare(): void;
}
declare const Policy_base$3: ClassType<{
  readonly enforce_scope: Attribute<OptionValue, OptionValue, "parameter">;
  readonly enforce_new_defaults: Attribute<OptionValue, OptionValue, "parameter">;
  readonly policies: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  readonly policy_path: Attribute<string | number | boolean, string, "parameter">;
  readonly policy_default_rule: Attribute<OptionValue, OptionValue, "parameter">;
  readonly policy_dirs: Attribute<OptionValue, OptionValue, "parameter">;
  readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Policy$3 extends Policy_base$3 {
  #private;
  declare(): void;
}
declare const PropertyProtection_base: ClassType<{
  readonly property_protection_rule_format: Attribute<"policies" | "roles", "policies" | "roles" | undefined, "parameter">;
  readonly rules: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class PropertyProtection extends PropertyProtection_base {
  #private;
  declare(): void;
}
declare const Authtoken_base$1: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly auth_section: OptionParameter<OptionValue>;
      readonly auth_version: OptionParameter<OptionValue>;
      readonly cache: OptionParameter<OptionValue>;
      readonly cafile: OptionParameter<OptionValue>;
      readonly certfile: OptionParameter<OptionValue>;
      readonly check_revocations_for_cached: OptionParameter<OptionValue>;
      readonly delay_auth_decision: OptionParameter<OptionValue>;
      readonly enforce_token_bind: OptionParameter<OptionValue>;
      readonly hash_algorithms: OptionParameter<OptionValue>;
      readonly http_connect_timeout: OptionParameter<OptionValue>;
      readonly http_request_max_retries: OptionParameter<OptionValue>;
      readonly include_service_catalog: OptionParameter<OptionValue>;
      readonly keyfile: OptionParameter<OptionValue>;
      readonly memcache_pool_conn_get_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_dead_retry: OptionParameter<OptionValue>;
      readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
      readonly memcache_pool_socket_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
      readonly memcache_secret_key: OptionParameter<OptionValue>;
      readonly memcache_security_strategy: OptionParameter<OptionValue>;
      readonly memcache_use_advanced_pool: OptionParameter<OptionValue>;
      readonly memcached_servers: OptionParameter<OptionValue>;
      readonly region_name: OptionParameter<OptionValue>;
      readonly revocation_cache_time: OptionParameter<OptionValue>;
      readonly signing_dir: OptionParameter<OptionValue>;
      readonly token_cache_time: OptionParameter<OptionValue>;
      readonly system_scope: OptionParameter<OptionValue>;
      readonly insecure: OptionParameter<OptionValue>;
      readonly service_token_roles: OptionParameter<OptionValue>;
      readonly service_token_roles_required: OptionParameter<OptionValue>;
      readonly service_type: OptionParameter<OptionValue>;
      readonly interface: OptionParameter<OptionValue>;
      readonly manage_memcache_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly username: OptionParameter<OptionValue>;
      readonly password: OptionParameter<OptionValue>;
      readonly auth_url: OptionParameter<OptionValue>;
      readonly project_name: OptionParameter<OptionValue>;
      readonly user_domain_name: OptionParameter<OptionValue>;
      readonly project_domain_name: OptionParameter<OptionValue>;
      readonly auth_type: OptionParameter<OptionValue>;
      readonly auth_uri: OptionParameter<OptionValue>;
      readonly www_authenticate_uri: OptionParameter<OptionValue>;
      readonly params: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly auth_section: OptionParameter<OptionValue>;
          readonly auth_version: OptionParameter<OptionValue>;
          readonly cache: OptionParameter<OptionValue>;
          readonly cafile: OptionParameter<OptionValue>;
          readonly certfile: OptionParameter<OptionValue>;
          readonly check_revocations_for_cached: OptionParameter<OptionValue>;
          readonly delay_auth_decision: OptionParameter<OptionValue>;
          readonly enforce_token_bind: OptionParameter<OptionValue>;
          readonly hash_algorithms: OptionParameter<OptionValue>;
          readonly http_connect_timeout: OptionParameter<OptionValue>;
          readonly http_request_max_retries: OptionParameter<OptionValue>;
          readonly include_service_catalog: OptionParameter<OptionValue>;
          readonly keyfile: OptionParameter<OptionValue>;
          readonly memcache_pool_conn_get_timeout: OptionParameter<OptionValue>;
          readonly memcache_pool_dead_retry: OptionParameter<OptionValue>;
          readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
          readonly memcache_pool_socket_timeout: OptionParameter<OptionValue>;
          readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
          readonly memcache_secret_key: OptionParameter<OptionValue>;
          readonly memcache_security_strategy: OptionParameter<OptionValue>;
          readonly memcache_use_advanced_pool: OptionParameter<OptionValue>;
          readonly memcached_servers: OptionParameter<OptionValue>;
          readonly region_name: OptionParameter<OptionValue>;
          readonly revocation_cache_time: OptionParameter<OptionValue>;
          readonly signing_dir: OptionParameter<OptionValue>;
          readonly token_cache_time: OptionParameter<OptionValue>;
          readonly system_scope: OptionParameter<OptionValue>;
          readonly insecure: OptionParameter<OptionValue>;
          readonly service_token_roles: OptionParameter<OptionValue>;
          readonly service_token_roles_required: OptionParameter<OptionValue>;
          readonly service_type: OptionParameter<OptionValue>;
          readonly interface: OptionParameter<OptionValue>;
          readonly manage_memcache_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
          readonly username: OptionParameter<OptionValue>;
          readonly password: OptionParameter<OptionValue>;
          readonly auth_url: OptionParameter<OptionValue>;
          readonly project_name: OptionParameter<OptionValue>;
          readonly user_domain_name: OptionParameter<OptionValue>;
          readonly project_domain_name: OptionParameter<OptionValue>;
          readonly auth_type: OptionParameter<OptionValue>;
          readonly auth_uri: OptionParameter<OptionValue>;
          readonly www_authenticate_uri: OptionParameter<OptionValue>;
          readonly params: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly auth_section: OptionParameter<OptionValue>;
      readonly auth_version: OptionParameter<OptionValue>;
      readonly cache: OptionParameter<OptionValue>;
      readonly cafile: OptionParameter<OptionValue>;
      readonly certfile: OptionParameter<OptionValue>;
      readonly check_revocations_for_cached: OptionParameter<OptionValue>;
      readonly delay_auth_decision: OptionParameter<OptionValue>;
      readonly enforce_token_bind: OptionParameter<OptionValue>;
      readonly hash_algorithms: OptionParameter<OptionValue>;
      readonly http_connect_timeout: OptionParameter<OptionValue>;
      readonly http_request_max_retries: OptionParameter<OptionValue>;
      readonly include_service_catalog: OptionParameter<OptionValue>;
      readonly keyfile: OptionParameter<OptionValue>;
      readonly memcache_pool_conn_get_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_dead_retry: OptionParameter<OptionValue>;
      readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
      readonly memcache_pool_socket_timeout: OptionParameter<OptionValue>;
      readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
      readonly memcache_secret_key: OptionParameter<OptionValue>;
      readonly memcache_security_strategy: OptionParameter<OptionValue>;
      readonly memcache_use_advanced_pool: OptionParameter<OptionValue>;
      readonly memcached_servers: OptionParameter<OptionValue>;
      readonly region_name: OptionParameter<OptionValue>;
      readonly revocation_cache_time: OptionParameter<OptionValue>;
      readonly signing_dir: OptionParameter<OptionValue>;
      readonly token_cache_time: OptionParameter<OptionValue>;
      readonly system_scope: OptionParameter<OptionValue>;
      readonly insecure: OptionParameter<OptionValue>;
      readonly service_token_roles: OptionParameter<OptionValue>;
      readonly service_token_roles_required: OptionParameter<OptionValue>;
      readonly service_type: OptionParameter<OptionValue>;
      readonly interface: OptionParameter<OptionValue>;
      readonly manage_memcache_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly username: OptionParameter<OptionValue>;
      readonly password: OptionParameter<OptionValue>;
      readonly auth_url: OptionParameter<OptionValue>;
      readonly project_name: OptionParameter<OptionValue>;
      readonly user_domain_name: OptionParameter<OptionValue>;
      readonly project_domain_name: OptionParameter<OptionValue>;
      readonly auth_type: OptionParameter<OptionValue>;
      readonly auth_uri: OptionParameter<OptionValue>;
      readonly www_authenticate_uri: OptionParameter<OptionValue>;
      readonly params: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
  }>;
  ref(): Reference;
};
declare class Authtoken$1 extends Authtoken_base$1 {
}
declare const Db_base$3: ClassType<{
  readonly database_connection: Attribute<string, string, "parameter">;
  readonly database_idle_timeout: OptionParameter<OptionValue>;
  readonly database_connection_recycle_time: OptionParameter<OptionValue>;
  readonly database_min_pool_size: OptionParameter<OptionValue>;
  readonly database_max_pool_size: OptionParameter<OptionValue>;
  readonly database_max_retries: OptionParameter<OptionValue>;
  readonly database_retry_interval: OptionParameter<OptionValue>;
  readonly database_max_overflow: OptionParameter<OptionValue>;
  readonly database_pool_timeout: OptionParameter<OptionValue>;
  readonly database_db_max_retries: OptionParameter<OptionValue>;
}>;
declare class Db$3 extends Db_base$3 {
  declare(): void;
}
declare const Logging_base$1: ClassType<{
  readonly debug: OptionParameter<OptionValue>;
  readonly use_syslog: OptionParameter<OptionValue>;
  readonly use_json: OptionParameter<OptionValue>;
  readonly use_stderr: OptionParameter<OptionValue>;
  readonly log_facility: OptionParameter<OptionValue>;
  readonly log_dir: OptionParameter<OptionValue>;
  readonly log_file: OptionParameter<OptionValue>;
  readonly watch_log_file: OptionParameter<OptionValue>;
  readonly logging_context_format_string: OptionParameter<OptionValue>;
  readonly logging_default_format_string: OptionParameter<OptionValue>;
  readonly logging_debug_format_suffix: OptionParameter<OptionValue>;
  readonly logging_exception_prefix: OptionParameter<OptionValue>;
  readonly log_config_append: OptionParameter<OptionValue>;
  readonly default_log_levels: OptionParameter<Readonly<Record<string, OptionScalar>> | OptionValue>;
  readonly publish_errors: OptionParameter<OptionValue>;
  readonly fatal_deprecations: OptionParameter<OptionValue>;
  readonly instance_format: OptionParameter<OptionValue>;
  readonly instance_uuid_format: OptionParameter<OptionValue>;
  readonly log_date_format: OptionParameter<OptionValue>;
  readonly verbose: Attribute<unknown, unknown, "parameter">;
  readonly use_journal: OptionParameter<OptionValue>;
}>;
declare class Logging$1 extends Logging_base$1 {
  declare(): void;
}
declare namespace index_d$A {
  export { Authtoken$1 as Authtoken, Db$3 as Db, Logging$1 as Logging, };
}
interface TransportUrlParts {
  readonly transport: string;
  readonly host?: string;
  readonly hosts?: readonly string[];
  readonly port?: string | number;
  readonly username?: string;
  readonly password?: string | Secret<string>;
  readonly virtual_host?: string;
  readonly ssl?: string | boolean;
  readonly query?: Readonly<Record<string, unknown>>;
}
declare function osTransportUrl(parts: TransportUrlParts): string | Secret<string>;
interface DatabaseConnectionParts {
  readonly dialect: string;
  readonly database: string;
  readonly host?: string;
  readonly port?: string | number;
  readonly username?: string;
  readonly password?: string | Secret<string>;
  readonly charset?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}
declare function osDatabaseConnection(parts: DatabaseConnectionParts): string | Secret<string>;
declare const Registry_base: ClassType<{
  readonly keystone_password: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly auth_type: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly auth_uri: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly identity_uri: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly keystone_tenant: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly keystone_user: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly memcached_servers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly signing_dir: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly token_cache_time: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly debug: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly log_dir: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly use_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly use_stderr: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly log_facility: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly verbose: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_connection: Attribute<string, string | undefined, "parameter">;
  readonly database_idle_timeout: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_min_pool_size: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_max_pool_size: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_max_retries: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_retry_interval: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_max_overflow: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly workers: OptionParameter<OptionValue>;
  readonly bind_host: OptionParameter<OptionValue>;
  readonly bind_port: OptionParameter<OptionValue>;
  readonly enable_v1_registry: OptionParameter<OptionValue>;
  readonly cert_file: OptionParameter<OptionValue>;
  readonly key_file: OptionParameter<OptionValue>;
  readonly ca_file: OptionParameter<OptionValue>;
  readonly os_region_name: OptionParameter<OptionValue>;
  readonly package_ensure: Attribute<string | number | boolean, string, "parameter">;
  readonly manage_service: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly sync_db: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly auth_strategy: Attribute<OptionValue, OptionValue, "parameter">;
  readonly pipeline: Attribute<string | number, string, "parameter">;
}>;
declare class Registry extends Registry_base {
  declare(): void;
}
declare const Reports_base: ClassType<{
  log_dir: OptionParameter<OptionValue>;
  file_event_handler: OptionParameter<OptionValue>;
  file_event_handler_interval: OptionParameter<OptionValue>;
}>;
declare class Reports extends Reports_base {
  declare(): void;
}
declare const Apache_base$2: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly servername: Attribute<string | number | boolean, string | undefined, "parameter">;
      readonly port: Attribute<OptionValue, OptionValue, "parameter">;
      readonly bind_host: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly path: Attribute<string | number | boolean, string, "parameter">;
      readonly ssl: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly workers: Attribute<OptionValue, OptionValue, "parameter">;
      readonly threads: Attribute<OptionValue, OptionValue, "parameter">;
      readonly priority: Attribute<OptionValue, OptionValue, "parameter">;
      readonly wsgi_process_display_name: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_cert: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_key: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_chain: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_ca: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_crl_path: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_crl: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_certs_dir: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly access_log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly access_log_pipe: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly access_log_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly access_log_format: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly access_log_env_var: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly error_log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly error_log_pipe: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly error_log_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly custom_wsgi_process_options: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
      readonly headers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly request_headers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly vhost_custom_fragment: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly servername: Attribute<string | number | boolean, string | undefined, "parameter">;
          readonly port: Attribute<OptionValue, OptionValue, "parameter">;
          readonly bind_host: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly path: Attribute<string | number | boolean, string, "parameter">;
          readonly ssl: Attribute<"false" | "true" | boolean, boolean, "parameter">;
          readonly workers: Attribute<OptionValue, OptionValue, "parameter">;
          readonly threads: Attribute<OptionValue, OptionValue, "parameter">;
          readonly priority: Attribute<OptionValue, OptionValue, "parameter">;
          readonly wsgi_process_display_name: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly ssl_cert: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly ssl_key: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly ssl_chain: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly ssl_ca: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly ssl_crl_path: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly ssl_crl: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly ssl_certs_dir: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly access_log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly access_log_pipe: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly access_log_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly access_log_format: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly access_log_env_var: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly error_log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly error_log_pipe: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly error_log_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly custom_wsgi_process_options: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
          readonly headers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly request_headers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
          readonly vhost_custom_fragment: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly servername: Attribute<string | number | boolean, string | undefined, "parameter">;
      readonly port: Attribute<OptionValue, OptionValue, "parameter">;
      readonly bind_host: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly path: Attribute<string | number | boolean, string, "parameter">;
      readonly ssl: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      readonly workers: Attribute<OptionValue, OptionValue, "parameter">;
      readonly threads: Attribute<OptionValue, OptionValue, "parameter">;
      readonly priority: Attribute<OptionValue, OptionValue, "parameter">;
      readonly wsgi_process_display_name: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_cert: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_key: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_chain: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_ca: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_crl_path: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_crl: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly ssl_certs_dir: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly access_log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly access_log_pipe: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly access_log_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly access_log_format: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly access_log_env_var: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly error_log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly error_log_pipe: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly error_log_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly custom_wsgi_process_options: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
      readonly headers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly request_headers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
      readonly vhost_custom_fragment: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  }>;
  ref(): Reference;
};
declare class Apache$2 extends Apache_base$2 {
}
declare const Uwsgi_base$1: ClassType<{
  processes: OptionParameter<OptionValue>;
  threads: OptionParameter<OptionValue>;
  listen_queue_size: OptionParameter<OptionValue>;
}>;
declare class Uwsgi$1 extends Uwsgi_base$1 {
  declare(): void;
}
declare namespace index_d$z {
  export { Apache$2 as Apache, Uwsgi$1 as Uwsgi, };
}
declare const Wsgi_base$1: ClassType<{
  task_pool_threads: OptionParameter<OptionValue>;
  python_interpreter: OptionParameter<OptionValue>;
}>;
declare class Wsgi$1 extends Wsgi_base$1 {
  declare(): void;
}
type index_d$y_Api = Api;
declare const index_d$y_Api: typeof Api;
type index_d$y_Glance = Glance;
declare const index_d$y_Glance: typeof Glance;
type index_d$y_Glare = Glare;
declare const index_d$y_Glare: typeof Glare;
type index_d$y_ImportFilteringOpts = ImportFilteringOpts;
declare const index_d$y_ImportFilteringOpts: typeof ImportFilteringOpts;
type index_d$y_OsBrick = OsBrick;
declare const index_d$y_OsBrick: typeof OsBrick;
type index_d$y_PropertyProtection = PropertyProtection;
declare const index_d$y_PropertyProtection: typeof PropertyProtection;
type index_d$y_Registry = Registry;
declare const index_d$y_Registry: typeof Registry;
type index_d$y_Reports = Reports;
declare const index_d$y_Reports: typeof Reports;
declare namespace index_d$y {
  export { index_d$y_Api as Api, Client$3 as Client, Config$3 as Config, Cors$2 as Cors, Deps$2 as Deps, index_d$y_Glance as Glance, index_d$y_Glare as Glare, Healthcheck$2 as Healthcheck, index_d$y_ImportFilteringOpts as ImportFilteringOpts, KeyManager$1 as KeyManager, Limit$1 as Limit, index_d$y_OsBrick as OsBrick, Params$3 as Params, Policy$3 as Policy, index_d$y_PropertyProtection as PropertyProtection, index_d$y_Registry as Registry, index_d$y_Reports as Reports, Wsgi$1 as Wsgi, index_d$N as api, index_d$J as backend, index_d$I as cache, index_d$H as cron, index_d$G as db, index_d$F as glare, index_d$D as key_manager, index_d$C as keystone, index_d$B as notify, index_d$A as registry, index_d$z as wsgi, };
}
declare const Hostname_base: ClassType<{
  readonly hostname: Attribute<string | number, string, "parameter">;
}>;
declare class Hostname extends Hostname_base {
  declare(): void;
}
type index_d$x_Hostname = Hostname;
declare const index_d$x_Hostname: typeof Hostname;
declare namespace index_d$x {
  export { index_d$x_Hostname as Hostname, };
}
declare const Bootstrap_base: ClassType<{
  readonly password: Attribute<string | number, Secret<string>, "parameter">;
  readonly username: Attribute<string | number, string, "parameter">;
  readonly email: Attribute<string | number, string, "parameter">;
  readonly project_name: Attribute<string | number, string, "parameter">;
  readonly service_project_name: Attribute<string | number, string, "parameter">;
  readonly role_name: Attribute<string | number, string, "parameter">;
  readonly service_name: Attribute<string | number, string, "parameter">;
  readonly admin_url: Attribute<string | number, string, "parameter">;
  readonly public_url: Attribute<string | number, string, "parameter">;
  readonly internal_url: Attribute<string | number, string | undefined, "parameter">;
  readonly region: Attribute<string | number, string, "parameter">;
  readonly interface: Attribute<string | number, string, "parameter">;
  readonly bootstrap: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Bootstrap extends Bootstrap_base {
  #private;
  declare(): void;
}
declare const Cache_base$1: ClassType<{
  readonly config_prefix: OptionParameter<OptionValue>;
  readonly expiration_time: OptionParameter<OptionValue>;
  readonly backend: OptionParameter<OptionValue>;
  readonly backend_argument: OptionParameter<OptionValue>;
  readonly proxies: OptionParameter<OptionValue>;
  readonly enabled: OptionParameter<OptionValue>;
  readonly debug_cache_backend: OptionParameter<OptionValue>;
  readonly memcache_servers: OptionParameter<OptionValue>;
  readonly memcache_dead_retry: OptionParameter<OptionValue>;
  readonly memcache_socket_timeout: OptionParameter<OptionValue>;
  readonly enable_socket_keepalive: OptionParameter<OptionValue>;
  readonly socket_keepalive_idle: OptionParameter<OptionValue>;
  readonly socket_keepalive_interval: OptionParameter<OptionValue>;
  readonly socket_keepalive_count: OptionParameter<OptionValue>;
  readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
  readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
  readonly memcache_pool_connection_get_timeout: OptionParameter<OptionValue>;
  readonly tls_enabled: OptionParameter<OptionValue>;
  readonly tls_cafile: OptionParameter<OptionValue>;
  readonly tls_certfile: OptionParameter<OptionValue>;
  readonly tls_keyfile: OptionParameter<OptionValue>;
  readonly tls_allowed_ciphers: OptionParameter<OptionValue>;
  readonly enable_retry_client: OptionParameter<OptionValue>;
  readonly retry_attempts: OptionParameter<OptionValue>;
  readonly retry_delay: OptionParameter<OptionValue>;
  readonly hashclient_retry_attempts: OptionParameter<OptionValue>;
  readonly hashclient_retry_delay: OptionParameter<OptionValue>;
  readonly dead_timeout: OptionParameter<OptionValue>;
  readonly manage_backend_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly token_caching: OptionParameter<unknown>;
}>;
declare class Cache$1 extends Cache_base$1 {
  #private;
  declare(): void;
}
declare const Client_base$2: ClassType<{
  readonly client_package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly ensure: Attribute<unknown, unknown, "parameter">;
}>;
declare class Client$2 extends Client_base$2 {
  declare(): void;
}
declare const Config_base$2: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly keystone_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly keystone_paste_ini: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly keystone_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
          readonly keystone_paste_ini: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly keystone_config: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly keystone_paste_ini: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  }>;
  ref(): Reference;
};
declare class Config$2 extends Config_base$2 {
}
declare const Cors_base$1: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly allowed_origin: OptionParameter<unknown>;
      readonly allow_credentials: OptionParameter<unknown>;
      readonly expose_headers: OptionParameter<unknown>;
      readonly max_age: OptionParameter<unknown>;
      readonly allow_methods: OptionParameter<unknown>;
      readonly allow_headers: OptionParameter<unknown>;
  }> & Metaparameters) | undefined, position?: Position): {
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly allowed_origin: OptionParameter<unknown>;
          readonly allow_credentials: OptionParameter<unknown>;
          readonly expose_headers: OptionParameter<unknown>;
          readonly max_age: OptionParameter<unknown>;
          readonly allow_methods: OptionParameter<unknown>;
          readonly allow_headers: OptionParameter<unknown>;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly allowed_origin: OptionParameter<unknown>;
      readonly allow_credentials: OptionParameter<unknown>;
      readonly expose_headers: OptionParameter<unknown>;
      readonly max_age: OptionParameter<unknown>;
      readonly allow_methods: OptionParameter<unknown>;
      readonly allow_headers: OptionParameter<unknown>;
  }>;
  ref(): Reference;
};
declare class Cors$1 extends Cors_base$1 {
}
declare const FernetRotate_base: ClassType<{
  readonly minute: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly hour: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly monthday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly month: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly weekday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "parameter">;
  readonly maxdelay: Attribute<number | `${bigint}`, number, "parameter">;
  readonly user: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class FernetRotate extends FernetRotate_base {
  declare(): void;
}
declare const TokenFlush_base: ClassType<{
  readonly minute: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly hour: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly monthday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly month: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly weekday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "parameter">;
  readonly maxdelay: Attribute<number | `${bigint}`, number, "parameter">;
  readonly user: Attribute<string | number | boolean, string, "parameter">;
  readonly destination: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class TokenFlush extends TokenFlush_base {
  declare(): void;
}
declare const TrustFlush_base: ClassType<{
  readonly minute: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly hour: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly monthday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly month: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly weekday: Attribute<string | number | readonly (string | number)[], string | readonly string[], "parameter">;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "parameter">;
  readonly maxdelay: Attribute<number | `${bigint}`, number, "parameter">;
  readonly user: Attribute<string | number | boolean, string, "parameter">;
  readonly age: Attribute<number | `${bigint}`, number, "parameter">;
  readonly destination: Attribute<string | number | boolean, string, "parameter">;
}>;
declare class TrustFlush extends TrustFlush_base {
  declare(): void;
}
type index_d$w_FernetRotate = FernetRotate;
declare const index_d$w_FernetRotate: typeof FernetRotate;
type index_d$w_TokenFlush = TokenFlush;
declare const index_d$w_TokenFlush: typeof TokenFlush;
type index_d$w_TrustFlush = TrustFlush;
declare const index_d$w_TrustFlush: typeof TrustFlush;
declare namespace index_d$w {
  export { index_d$w_FernetRotate as FernetRotate, index_d$w_TokenFlush as TokenFlush, index_d$w_TrustFlush as TrustFlush, };
}
declare const Db_base$2: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly database_connection: Attribute<string, string, "parameter">;
      readonly database_idle_timeout: OptionParameter<OptionValue>;
      readonly database_connection_recycle_time: OptionParameter<OptionValue>;
      readonly database_min_pool_size: OptionParameter<OptionValue>;
      readonly database_max_pool_size: OptionParameter<OptionValue>;
      readonly database_max_retries: OptionParameter<OptionValue>;
      readonly database_retry_interval: OptionParameter<OptionValue>;
      readonly database_max_overflow: OptionParameter<OptionValue>;
      readonly database_pool_timeout: OptionParameter<OptionValue>;
      readonly database_db_max_retries: OptionParameter<OptionValue>;
      readonly mysql_enable_ndb: OptionParameter<OptionValue>;
  }> & Metaparameters) | undefined, position?: Position): {
      warn(message: string, hint?: string): void;
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly database_connection: Attribute<string, string, "parameter">;
          readonly database_idle_timeout: OptionParameter<OptionValue>;
          readonly database_connection_recycle_time: OptionParameter<OptionValue>;
          readonly database_min_pool_size: OptionParameter<OptionValue>;
          readonly database_max_pool_size: OptionParameter<OptionValue>;
          readonly database_max_retries: OptionParameter<OptionValue>;
          readonly database_retry_interval: OptionParameter<OptionValue>;
          readonly database_max_overflow: OptionParameter<OptionValue>;
          readonly database_pool_timeout: OptionParameter<OptionValue>;
          readonly database_db_max_retries: OptionParameter<OptionValue>;
          readonly mysql_enable_ndb: OptionParameter<OptionValue>;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly database_connection: Attribute<string, string, "parameter">;
      readonly database_idle_timeout: OptionParameter<OptionValue>;
      readonly database_connection_recycle_time: OptionParameter<OptionValue>;
      readonly database_min_pool_size: OptionParameter<OptionValue>;
      readonly database_max_pool_size: OptionParameter<OptionValue>;
      readonly database_max_retries: OptionParameter<OptionValue>;
      readonly database_retry_interval: OptionParameter<OptionValue>;
      readonly database_max_overflow: OptionParameter<OptionValue>;
      readonly database_pool_timeout: OptionParameter<OptionValue>;
      readonly database_db_max_retries: OptionParameter<OptionValue>;
      readonly mysql_enable_ndb: OptionParameter<OptionValue>;
  }>;
  ref(): Reference;
};
declare class Db$2 extends Db_base$2 {
  #private;
  declare(): void;
}
declare const Mysql_base$1: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly password: Attribute<string, string, "parameter">;
      readonly dbname: Attribute<string | number | boolean, string, "parameter">;
      readonly user: Attribute<string | number | boolean, string, "parameter">;
      readonly host: Attribute<string | number | boolean, string, "parameter">;
      readonly allowed_hosts: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[] | undefined, "parameter">;
      readonly charset: Attribute<string | number | boolean, string, "parameter">;
      readonly collate: Attribute<string | number | boolean, string, "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      declare(): void;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly password: Attribute<string, string, "parameter">;
          readonly dbname: Attribute<string | number | boolean, string, "parameter">;
          readonly user: Attribute<string | number | boolean, string, "parameter">;
          readonly host: Attribute<string | number | boolean, string, "parameter">;
          readonly allowed_hosts: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[] | undefined, "parameter">;
          readonly charset: Attribute<string | number | boolean, string, "parameter">;
          readonly collate: Attribute<string | number | boolean, string, "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly password: Attribute<string, string, "parameter">;
      readonly dbname: Attribute<string | number | boolean, string, "parameter">;
      readonly user: Attribute<string | number | boolean, string, "parameter">;
      readonly host: Attribute<string | number | boolean, string, "parameter">;
      readonly allowed_hosts: Attribute<string | number | boolean | readonly (string | number | boolean)[], readonly string[] | undefined, "parameter">;
      readonly charset: Attribute<string | number | boolean, string, "parameter">;
      readonly collate: Attribute<string | number | boolean, string, "parameter">;
  }>;
  ref(): Reference;
};
declare class Mysql$1 extends Mysql_base$1 {
}
declare const Postgresql_base$1: ClassType<{
  readonly password: Attribute<string | number, Secret<string>, "parameter">;
  readonly dbname: Attribute<string | number, string, "parameter">;
  readonly user: Attribute<string | number, string, "parameter">;
  readonly encoding: Attribute<string | number, string | undefined, "parameter">;
  readonly privileges: Attribute<unknown, unknown, "parameter">;
}>;
declare class Postgresql$1 extends Postgresql_base$1 {
  declare(): void;
}
declare const Sync_base: ClassType<{
  readonly extra_params: Attribute<string | number | boolean, string, "parameter">;
  readonly db_sync_timeout: Attribute<number | `${bigint}`, number, "parameter">;
  readonly keystone_user: Attribute<string | number, string, "parameter">;
}>;
declare class Sync extends Sync_base {
  declare(): void;
}
type index_d$v_Sync = Sync;
declare const index_d$v_Sync: typeof Sync;
declare namespace index_d$v {
  export { Mysql$1 as Mysql, Postgresql$1 as Postgresql, index_d$v_Sync as Sync, };
}
declare const Deps_base$1: {
  new (scope: Scope, parameters?: (AttributesOf<{}> & Metaparameters) | undefined, position?: Position): {
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{}>;
  };
  readonly definition: ContainerDefinition<{}>;
  ref(): Reference;
};
declare class Deps$1 extends Deps_base$1 {
  #private;
  declare(): void;
}
declare const DisableAdminTokenAuth_base: ClassType<{}>;
declare class DisableAdminTokenAuth extends DisableAdminTokenAuth_base {
  declare(): void;
}
declare const Endpoint_base: ClassType<{
  readonly public_url: Attribute<string | number, string, "parameter">;
  readonly internal_url: Attribute<string | number, string | undefined, "parameter">;
  readonly admin_url: Attribute<string | number, string, "parameter">;
  readonly region: Attribute<string | number, string, "parameter">;
  readonly user_domain: Attribute<string | number, string | undefined, "parameter">;
  readonly project_domain: Attribute<string | number, string | undefined, "parameter">;
  readonly default_domain: Attribute<string | number, string | undefined, "parameter">;
  readonly version: Attribute<string | number, string, "parameter">;
}>;
declare class Endpoint extends Endpoint_base {
  declare(): void;
}
declare const Federation_base: ClassType<{
  trusted_dashboards: OptionParameter<OptionValue>;
  remote_id_attribute: OptionParameter<OptionValue>;
}>;
declare class Federation extends Federation_base {
  declare(): void;
}
declare const IdentityProvider_base: ClassType<{
  readonly certfile: OptionParameter<OptionValue>;
  readonly keyfile: OptionParameter<OptionValue>;
  readonly idp_entity_id: OptionParameter<OptionValue>;
  readonly idp_sso_endpoint: OptionParameter<OptionValue>;
  readonly idp_metadata_path: OptionParameter<OptionValue>;
  readonly idp_organization_name: OptionParameter<OptionValue>;
  readonly idp_organization_display_name: OptionParameter<OptionValue>;
  readonly idp_organization_url: OptionParameter<OptionValue>;
  readonly idp_contact_company: OptionParameter<OptionValue>;
  readonly idp_contact_name: OptionParameter<OptionValue>;
  readonly idp_contact_surname: OptionParameter<OptionValue>;
  readonly idp_contact_email: OptionParameter<OptionValue>;
  readonly idp_contact_telephone: OptionParameter<OptionValue>;
  readonly idp_contact_type: OptionParameter<OptionValue>;
  readonly user: Attribute<string | number | boolean, string, "parameter">;
  readonly package_ensure: Attribute<unknown, unknown, "parameter">;
}>;
declare class IdentityProvider extends IdentityProvider_base {
  #private;
  declare(): void;
}
declare const Mellon_base: ClassType<{
  readonly methods: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly template_order: Attribute<number | `${bigint}`, number, "parameter">;
  readonly admin_port: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly main_port: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly module_plugin: Attribute<"keystone.auth.plugins.mapped.Mapped", "keystone.auth.plugins.mapped.Mapped", "parameter">;
  readonly idp_name: Attribute<string | number, string, "parameter">;
  readonly protocol_name: Attribute<string | number, string, "parameter">;
  readonly package_ensure: Attribute<unknown, unknown, "parameter">;
  readonly enable_websso: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly trusted_dashboards: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
}>;
declare class Mellon extends Mellon_base {
  declare(): void;
}
declare const Openidc_base: ClassType<{
  readonly methods: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly template_order: Attribute<number | `${bigint}`, number, "parameter">;
  readonly admin_port: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly main_port: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly module_plugin: Attribute<"keystone.auth.plugins.mapped.Mapped", "keystone.auth.plugins.mapped.Mapped", "parameter">;
  readonly keystone_url: Attribute<string | number, string, "parameter">;
  readonly idp_name: Attribute<string | number, string, "parameter">;
  readonly openidc_provider_metadata_url: Attribute<string | number, string | undefined, "parameter">;
  readonly openidc_metadata_dir: Attribute<string | number, string | undefined, "parameter">;
  readonly openidc_client_id: Attribute<string | number, string, "parameter">;
  readonly openidc_client_secret: Attribute<string | number | boolean, string, "parameter">;
  readonly openidc_crypto_passphrase: Attribute<OptionValue, OptionValue, "parameter">;
  readonly openidc_response_type: Attribute<string | number, string, "parameter">;
  readonly openidc_scope: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly openidc_response_mode: Attribute<string | number, string | undefined, "parameter">;
  readonly openidc_cache_type: Attribute<string | number, string | undefined, "parameter">;
  readonly openidc_cache_shm_max: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly openidc_cache_shm_entry_size: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly openidc_cache_dir: Attribute<string | number, string | undefined, "parameter">;
  readonly openidc_cache_clean_interval: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly openidc_claim_delimiter: Attribute<string | number, string | undefined, "parameter">;
  readonly openidc_enable_oauth: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly openidc_introspection_endpoint: Attribute<string | number, string | undefined, "parameter">;
  readonly openidc_verify_jwks_uri: Attribute<string | number, string | undefined, "parameter">;
  readonly openidc_verify_method: Attribute<"introspection" | "jwks", "introspection" | "jwks", "parameter">;
  readonly openidc_pass_userinfo_as: Attribute<"claims" | "json" | "jwt", "claims" | "json" | "jwt" | undefined, "parameter">;
  readonly openidc_pass_claim_as: Attribute<"both" | "environment" | "headers" | "none", "both" | "environment" | "headers" | "none" | undefined, "parameter">;
  readonly openidc_xforwarded_headers: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly openidc_redirect_uri: Attribute<string | number, string | undefined, "parameter">;
  readonly memcached_servers: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
  readonly redis_server: Attribute<string | number, string | undefined, "parameter">;
  readonly redis_password: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly redis_username: Attribute<string | number, string | undefined, "parameter">;
  readonly redis_database: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly redis_connect_timeout: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly redis_timeout: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly additional_locations: Attribute<Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[], readonly Readonly<Record<string, unknown>>[] | undefined, "parameter">;
  readonly remote_id_attribute: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly package_ensure: Attribute<unknown, unknown, "parameter">;
}>;
declare class Openidc extends Openidc_base {
  #private;
  declare(): void;
}
declare const OpenidcHttpdConfiguration_base: DefinedType<{
  readonly port: Attribute<unknown, unknown, "parameter">;
  readonly keystone_endpoint: Attribute<unknown, unknown, "parameter">;
}>;
declare class OpenidcHttpdConfiguration extends OpenidcHttpdConfiguration_base {
  declare(): void;
}
declare const Shibboleth_base: ClassType<{
  readonly methods: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly template_order: Attribute<number | `${bigint}`, number, "parameter">;
  readonly admin_port: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly main_port: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly module_plugin: Attribute<"keystone.auth.plugins.mapped.Mapped", "keystone.auth.plugins.mapped.Mapped", "parameter">;
  readonly suppress_warning: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly yum_repo_name: Attribute<string | number, string, "parameter">;
}>;
declare class Shibboleth extends Shibboleth_base {
  declare(): void;
}
type index_d$u_IdentityProvider = IdentityProvider;
declare const index_d$u_IdentityProvider: typeof IdentityProvider;
type index_d$u_Mellon = Mellon;
declare const index_d$u_Mellon: typeof Mellon;
type index_d$u_Openidc = Openidc;
declare const index_d$u_Openidc: typeof Openidc;
type index_d$u_OpenidcHttpdConfiguration = OpenidcHttpdConfiguration;
declare const index_d$u_OpenidcHttpdConfiguration: typeof OpenidcHttpdConfiguration;
type index_d$u_Shibboleth = Shibboleth;
declare const index_d$u_Shibboleth: typeof Shibboleth;
declare namespace index_d$u {
  export { index_d$u_IdentityProvider as IdentityProvider, index_d$u_Mellon as Mellon, index_d$u_Openidc as Openidc, index_d$u_OpenidcHttpdConfiguration as OpenidcHttpdConfiguration, index_d$u_Shibboleth as Shibboleth, };
}
declare const Healthcheck_base$1: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly detailed: OptionParameter<unknown>;
      readonly backends: OptionParameter<unknown>;
      readonly disable_by_file_path: OptionParameter<unknown>;
      readonly disable_by_file_paths: OptionParameter<unknown>;
      readonly enable_by_file_paths: OptionParameter<unknown>;
      readonly allowed_source_ranges: OptionParameter<unknown>;
      readonly ignore_proxied_requests: OptionParameter<unknown>;
  }> & Metaparameters) | undefined, position?: Position): {
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly detailed: OptionParameter<unknown>;
          readonly backends: OptionParameter<unknown>;
          readonly disable_by_file_path: OptionParameter<unknown>;
          readonly disable_by_file_paths: OptionParameter<unknown>;
          readonly enable_by_file_paths: OptionParameter<unknown>;
          readonly allowed_source_ranges: OptionParameter<unknown>;
          readonly ignore_proxied_requests: OptionParameter<unknown>;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly detailed: OptionParameter<unknown>;
      readonly backends: OptionParameter<unknown>;
      readonly disable_by_file_path: OptionParameter<unknown>;
      readonly disable_by_file_paths: OptionParameter<unknown>;
      readonly enable_by_file_paths: OptionParameter<unknown>;
      readonly allowed_source_ranges: OptionParameter<unknown>;
      readonly ignore_proxied_requests: OptionParameter<unknown>;
  }>;
  ref(): Reference;
};
declare class Healthcheck$1 extends Healthcheck_base$1 {
}
declare const Keystone_base: ClassType<{
  readonly memcache_dead_retry: OptionParameter<OptionValue>;
  readonly memcache_socket_timeout: OptionParameter<OptionValue>;
  readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
  readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
  readonly token_caching: OptionParameter<OptionValue>;
  readonly cache_config_prefix: OptionParameter<OptionValue>;
  readonly cache_expiration_time: OptionParameter<OptionValue>;
  readonly cache_backend: OptionParameter<OptionValue>;
  readonly cache_backend_argument: OptionParameter<OptionValue>;
  readonly cache_proxies: OptionParameter<OptionValue>;
  readonly cache_enabled: OptionParameter<OptionValue>;
  readonly debug_cache_backend: OptionParameter<OptionValue>;
  readonly cache_memcache_servers: OptionParameter<OptionValue>;
  readonly memcache_pool_connection_get_timeout: OptionParameter<OptionValue>;
  readonly memcache_servers: Attribute<OptionValue, OptionValue, "parameter">;
  readonly rabbit_host: OptionParameter<OptionValue>;
  readonly rabbit_hosts: OptionParameter<OptionValue>;
  readonly rabbit_password: OptionParameter<OptionValue>;
  readonly rabbit_port: OptionParameter<OptionValue>;
  readonly rabbit_userid: OptionParameter<OptionValue>;
  readonly rabbit_virtual_host: OptionParameter<OptionValue>;
  readonly public_bind_host: OptionParameter<OptionValue>;
  readonly admin_bind_host: OptionParameter<OptionValue>;
  readonly public_port: OptionParameter<OptionValue>;
  readonly admin_port: OptionParameter<OptionValue>;
  readonly admin_workers: OptionParameter<OptionValue>;
  readonly public_workers: OptionParameter<OptionValue>;
  readonly admin_endpoint: OptionParameter<OptionValue>;
  readonly paste_config: OptionParameter<OptionValue>;
  readonly database_connection: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly database_idle_timeout: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_max_retries: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_retry_interval: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_min_pool_size: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_max_pool_size: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly database_max_overflow: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly debug: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly use_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly use_stderr: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly log_facility: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly log_dir: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly admin_password: Attribute<string, string | undefined, "parameter">;
  readonly enable_bootstrap: Attribute<unknown, unknown, "parameter">;
  readonly admin_token: OptionParameter<OptionValue>;
  readonly token_driver: OptionParameter<OptionValue>;
  readonly member_role_id: OptionParameter<OptionValue>;
  readonly member_role_name: OptionParameter<OptionValue>;
  readonly signing_certfile: OptionParameter<OptionValue>;
  readonly signing_keyfile: OptionParameter<OptionValue>;
  readonly signing_ca_certs: OptionParameter<OptionValue>;
  readonly signing_ca_key: OptionParameter<OptionValue>;
  readonly signing_cert_subject: OptionParameter<OptionValue>;
  readonly signing_key_size: OptionParameter<OptionValue>;
  readonly enable_pki_setup: Attribute<"false" | "true" | boolean, boolean | undefined, "parameter">;
  readonly cache_dir: Attribute<OptionValue, OptionValue, "parameter">;
  readonly validate_service: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly validate_insecure: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly validate_auth_url: Attribute<unknown, unknown, "parameter">;
  readonly validate_cacert: Attribute<unknown, unknown, "parameter">;
  readonly service_provider: Attribute<unknown, unknown, "parameter">;
  readonly verbose: Attribute<unknown, unknown, "parameter">;
  readonly enable_ssl: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ssl_certfile: Attribute<unknown, unknown, "parameter">;
  readonly ssl_keyfile: Attribute<unknown, unknown, "parameter">;
  readonly ssl_ca_certs: Attribute<unknown, unknown, "parameter">;
  readonly ssl_ca_key: Attribute<unknown, unknown, "parameter">;
  readonly ssl_cert_subject: Attribute<unknown, unknown, "parameter">;
  readonly public_endpoint: OptionParameter<OptionValue>;
  readonly token_expiration: OptionParameter<OptionValue>;
  readonly password_hash_algorithm: OptionParameter<OptionValue>;
  readonly password_hash_rounds: OptionParameter<OptionValue>;
  readonly revoke_driver: OptionParameter<OptionValue>;
  readonly policy_driver: OptionParameter<OptionValue>;
  readonly catalog_template_file: OptionParameter<OptionValue>;
  readonly token_provider: OptionParameter<OptionValue>;
  readonly max_token_size: OptionParameter<OptionValue>;
  readonly notification_format: OptionParameter<OptionValue>;
  readonly notification_opt_out: OptionParameter<OptionValue>;
  readonly revoke_by_id: OptionParameter<OptionValue>;
  readonly fernet_max_active_keys: OptionParameter<OptionValue>;
  readonly credential_key_repository: OptionParameter<OptionValue>;
  readonly default_transport_url: Attribute<OptionValue, OptionValue, "parameter">;
  readonly rpc_response_timeout: Attribute<OptionValue, OptionValue, "parameter">;
  readonly control_exchange: Attribute<OptionValue, OptionValue, "parameter">;
  readonly notification_transport_url: Attribute<OptionValue, OptionValue, "parameter">;
  readonly notification_driver: Attribute<OptionValue, OptionValue, "parameter">;
  readonly notification_topics: Attribute<OptionValue, OptionValue, "parameter">;
  readonly rabbit_heartbeat_timeout_threshold: Attribute<OptionValue, OptionValue, "parameter">;
  readonly rabbit_heartbeat_rate: Attribute<OptionValue, OptionValue, "parameter">;
  readonly rabbit_heartbeat_in_pthread: Attribute<OptionValue, OptionValue, "parameter">;
  readonly rabbit_use_ssl: Attribute<OptionValue, OptionValue, "parameter">;
  readonly rabbit_ha_queues: Attribute<OptionValue, OptionValue, "parameter">;
  readonly amqp_durable_queues: Attribute<OptionValue, OptionValue, "parameter">;
  readonly kombu_ssl_ca_certs: Attribute<OptionValue, OptionValue, "parameter">;
  readonly kombu_ssl_certfile: Attribute<OptionValue, OptionValue, "parameter">;
  readonly kombu_ssl_keyfile: Attribute<OptionValue, OptionValue, "parameter">;
  readonly kombu_ssl_version: Attribute<OptionValue, OptionValue, "parameter">;
  readonly kombu_reconnect_delay: Attribute<OptionValue, OptionValue, "parameter">;
  readonly kombu_failover_strategy: Attribute<OptionValue, OptionValue, "parameter">;
  readonly kombu_compression: Attribute<OptionValue, OptionValue, "parameter">;
  readonly package_ensure: Attribute<unknown, unknown, "parameter">;
  readonly client_package_ensure: Attribute<unknown, unknown, "parameter">;
  readonly catalog_driver: Attribute<unknown, unknown, "parameter">;
  readonly catalog_type: Attribute<unknown, unknown, "parameter">;
  readonly manage_service: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_name: Attribute<string | number, string | undefined, "parameter">;
  readonly sync_db: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly enable_fernet_setup: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly fernet_key_repository: Attribute<unknown, unknown, "parameter">;
  readonly fernet_keys: Attribute<false | Readonly<Record<string, unknown>>, false | Readonly<Record<string, unknown>>, "parameter">;
  readonly fernet_replace_keys: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly enable_credential_setup: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly credential_keys: Attribute<false | Readonly<Record<string, unknown>>, false | Readonly<Record<string, unknown>>, "parameter">;
  readonly default_domain: Attribute<string | number, string | undefined, "parameter">;
  readonly using_domain_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly domain_config_directory: Attribute<string, string, "parameter">;
  readonly keystone_user: Attribute<string | number, string, "parameter">;
  readonly keystone_group: Attribute<string | number, string, "parameter">;
  readonly manage_policyrcd: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly enable_proxy_headers_parsing: Attribute<OptionValue, OptionValue, "parameter">;
  readonly max_request_body_size: Attribute<OptionValue, OptionValue, "parameter">;
  readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Keystone extends Keystone_base {
  #private;
  declare(): void;
}
declare const Ldap_base: ClassType<{
  readonly url: OptionParameter<OptionValue>;
  readonly user: OptionParameter<OptionValue>;
  readonly password: OptionParameter<OptionValue>;
  readonly suffix: OptionParameter<OptionValue>;
  readonly query_scope: OptionParameter<OptionValue>;
  readonly page_size: OptionParameter<OptionValue>;
  readonly user_tree_dn: OptionParameter<OptionValue>;
  readonly user_filter: OptionParameter<OptionValue>;
  readonly user_objectclass: OptionParameter<OptionValue>;
  readonly user_id_attribute: OptionParameter<OptionValue>;
  readonly user_name_attribute: OptionParameter<OptionValue>;
  readonly user_description_attribute: OptionParameter<OptionValue>;
  readonly user_mail_attribute: OptionParameter<OptionValue>;
  readonly user_enabled_attribute: OptionParameter<OptionValue>;
  readonly user_enabled_mask: OptionParameter<OptionValue>;
  readonly user_enabled_default: OptionParameter<OptionValue>;
  readonly user_enabled_invert: OptionParameter<OptionValue>;
  readonly user_attribute_ignore: OptionParameter<OptionValue>;
  readonly user_default_project_id_attribute: OptionParameter<OptionValue>;
  readonly user_allow_create: OptionParameter<OptionValue>;
  readonly user_allow_update: OptionParameter<OptionValue>;
  readonly user_allow_delete: OptionParameter<OptionValue>;
  readonly user_pass_attribute: OptionParameter<OptionValue>;
  readonly user_enabled_emulation: OptionParameter<OptionValue>;
  readonly user_enabled_emulation_dn: OptionParameter<OptionValue>;
  readonly user_additional_attribute_mapping: OptionParameter<OptionValue>;
  readonly project_tree_dn: OptionParameter<OptionValue>;
  readonly project_filter: OptionParameter<OptionValue>;
  readonly project_objectclass: OptionParameter<OptionValue>;
  readonly project_id_attribute: OptionParameter<OptionValue>;
  readonly project_member_attribute: OptionParameter<OptionValue>;
  readonly project_desc_attribute: OptionParameter<OptionValue>;
  readonly project_name_attribute: OptionParameter<OptionValue>;
  readonly project_enabled_attribute: OptionParameter<OptionValue>;
  readonly project_domain_id_attribute: OptionParameter<OptionValue>;
  readonly project_attribute_ignore: OptionParameter<OptionValue>;
  readonly project_allow_create: OptionParameter<OptionValue>;
  readonly project_allow_update: OptionParameter<OptionValue>;
  readonly project_allow_delete: OptionParameter<OptionValue>;
  readonly project_enabled_emulation: OptionParameter<OptionValue>;
  readonly project_enabled_emulation_dn: OptionParameter<OptionValue>;
  readonly project_additional_attribute_mapping: OptionParameter<OptionValue>;
  readonly role_tree_dn: OptionParameter<OptionValue>;
  readonly role_filter: OptionParameter<OptionValue>;
  readonly role_objectclass: OptionParameter<OptionValue>;
  readonly role_id_attribute: OptionParameter<OptionValue>;
  readonly role_name_attribute: OptionParameter<OptionValue>;
  readonly role_member_attribute: OptionParameter<OptionValue>;
  readonly role_attribute_ignore: OptionParameter<OptionValue>;
  readonly role_allow_create: OptionParameter<OptionValue>;
  readonly role_allow_update: OptionParameter<OptionValue>;
  readonly role_allow_delete: OptionParameter<OptionValue>;
  readonly role_additional_attribute_mapping: OptionParameter<OptionValue>;
  readonly group_tree_dn: OptionParameter<OptionValue>;
  readonly group_filter: OptionParameter<OptionValue>;
  readonly group_objectclass: OptionParameter<OptionValue>;
  readonly group_id_attribute: OptionParameter<OptionValue>;
  readonly group_name_attribute: OptionParameter<OptionValue>;
  readonly group_member_attribute: OptionParameter<OptionValue>;
  readonly group_members_are_ids: OptionParameter<OptionValue>;
  readonly group_desc_attribute: OptionParameter<OptionValue>;
  readonly group_attribute_ignore: OptionParameter<OptionValue>;
  readonly group_allow_create: OptionParameter<OptionValue>;
  readonly group_allow_update: OptionParameter<OptionValue>;
  readonly group_allow_delete: OptionParameter<OptionValue>;
  readonly group_additional_attribute_mapping: OptionParameter<OptionValue>;
  readonly chase_referrals: OptionParameter<OptionValue>;
  readonly use_tls: OptionParameter<OptionValue>;
  readonly tls_cacertdir: OptionParameter<OptionValue>;
  readonly tls_cacertfile: OptionParameter<OptionValue>;
  readonly tls_req_cert: OptionParameter<OptionValue>;
  readonly connection_timeout: OptionParameter<OptionValue>;
  readonly use_pool: OptionParameter<OptionValue>;
  readonly pool_size: OptionParameter<OptionValue>;
  readonly pool_retry_max: OptionParameter<OptionValue>;
  readonly pool_retry_delay: OptionParameter<OptionValue>;
  readonly pool_connection_timeout: OptionParameter<OptionValue>;
  readonly pool_connection_lifetime: OptionParameter<OptionValue>;
  readonly use_auth_pool: OptionParameter<OptionValue>;
  readonly auth_pool_size: OptionParameter<OptionValue>;
  readonly auth_pool_connection_lifetime: OptionParameter<OptionValue>;
  readonly package_ensure: Attribute<unknown, unknown, "parameter">;
  readonly manage_packages: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly identity_driver: OptionParameter<OptionValue>;
  readonly assignment_driver: OptionParameter<OptionValue>;
  readonly credential_driver: OptionParameter<OptionValue>;
}>;
declare class Ldap extends Ldap_base {
  declare(): void;
}
declare const LdapBackend_base: DefinedType<{
  readonly url: OptionParameter<OptionValue>;
  readonly user: OptionParameter<OptionValue>;
  readonly password: OptionParameter<OptionValue>;
  readonly suffix: OptionParameter<OptionValue>;
  readonly query_scope: OptionParameter<OptionValue>;
  readonly page_size: OptionParameter<OptionValue>;
  readonly user_tree_dn: OptionParameter<OptionValue>;
  readonly user_filter: OptionParameter<OptionValue>;
  readonly user_objectclass: OptionParameter<OptionValue>;
  readonly user_id_attribute: OptionParameter<OptionValue>;
  readonly user_name_attribute: OptionParameter<OptionValue>;
  readonly user_description_attribute: OptionParameter<OptionValue>;
  readonly user_mail_attribute: OptionParameter<OptionValue>;
  readonly user_enabled_attribute: OptionParameter<OptionValue>;
  readonly user_enabled_mask: OptionParameter<OptionValue>;
  readonly user_enabled_default: OptionParameter<OptionValue>;
  readonly user_enabled_invert: OptionParameter<OptionValue>;
  readonly user_attribute_ignore: OptionParameter<OptionValue>;
  readonly user_default_project_id_attribute: OptionParameter<OptionValue>;
  readonly user_allow_create: OptionParameter<OptionValue>;
  readonly user_allow_update: OptionParameter<OptionValue>;
  readonly user_allow_delete: OptionParameter<OptionValue>;
  readonly user_pass_attribute: OptionParameter<OptionValue>;
  readonly user_enabled_emulation: OptionParameter<OptionValue>;
  readonly user_enabled_emulation_dn: OptionParameter<OptionValue>;
  readonly user_additional_attribute_mapping: OptionParameter<OptionValue>;
  readonly project_tree_dn: OptionParameter<OptionValue>;
  readonly project_filter: OptionParameter<OptionValue>;
  readonly project_objectclass: OptionParameter<OptionValue>;
  readonly project_id_attribute: OptionParameter<OptionValue>;
  readonly project_member_attribute: OptionParameter<OptionValue>;
  readonly project_desc_attribute: OptionParameter<OptionValue>;
  readonly project_name_attribute: OptionParameter<OptionValue>;
  readonly project_enabled_attribute: OptionParameter<OptionValue>;
  readonly project_domain_id_attribute: OptionParameter<OptionValue>;
  readonly project_attribute_ignore: OptionParameter<OptionValue>;
  readonly project_allow_create: OptionParameter<OptionValue>;
  readonly project_allow_update: OptionParameter<OptionValue>;
  readonly project_allow_delete: OptionParameter<OptionValue>;
  readonly project_enabled_emulation: OptionParameter<OptionValue>;
  readonly project_enabled_emulation_dn: OptionParameter<OptionValue>;
  readonly project_additional_attribute_mapping: OptionParameter<OptionValue>;
  readonly role_tree_dn: OptionParameter<OptionValue>;
  readonly role_filter: OptionParameter<OptionValue>;
  readonly role_objectclass: OptionParameter<OptionValue>;
  readonly role_id_attribute: OptionParameter<OptionValue>;
  readonly role_name_attribute: OptionParameter<OptionValue>;
  readonly role_member_attribute: OptionParameter<OptionValue>;
  readonly role_attribute_ignore: OptionParameter<OptionValue>;
  readonly role_allow_create: OptionParameter<OptionValue>;
  readonly role_allow_update: OptionParameter<OptionValue>;
  readonly role_allow_delete: OptionParameter<OptionValue>;
  readonly role_additional_attribute_mapping: OptionParameter<OptionValue>;
  readonly group_tree_dn: OptionParameter<OptionValue>;
  readonly group_filter: OptionParameter<OptionValue>;
  readonly group_objectclass: OptionParameter<OptionValue>;
  readonly group_id_attribute: OptionParameter<OptionValue>;
  readonly group_name_attribute: OptionParameter<OptionValue>;
  readonly group_member_attribute: OptionParameter<OptionValue>;
  readonly group_members_are_ids: OptionParameter<OptionValue>;
  readonly group_desc_attribute: OptionParameter<OptionValue>;
  readonly group_attribute_ignore: OptionParameter<OptionValue>;
  readonly group_allow_create: OptionParameter<OptionValue>;
  readonly group_allow_update: OptionParameter<OptionValue>;
  readonly group_allow_delete: OptionParameter<OptionValue>;
  readonly group_additional_attribute_mapping: OptionParameter<OptionValue>;
  readonly chase_referrals: OptionParameter<OptionValue>;
  readonly use_tls: OptionParameter<OptionValue>;
  readonly tls_cacertdir: OptionParameter<OptionValue>;
  readonly tls_cacertfile: OptionParameter<OptionValue>;
  readonly tls_req_cert: OptionParameter<OptionValue>;
  readonly connection_timeout: OptionParameter<OptionValue>;
  readonly use_pool: OptionParameter<OptionValue>;
  readonly pool_size: OptionParameter<OptionValue>;
  readonly pool_retry_max: OptionParameter<OptionValue>;
  readonly pool_retry_delay: OptionParameter<OptionValue>;
  readonly pool_connection_timeout: OptionParameter<OptionValue>;
  readonly pool_connection_lifetime: OptionParameter<OptionValue>;
  readonly use_auth_pool: OptionParameter<OptionValue>;
  readonly auth_pool_size: OptionParameter<OptionValue>;
  readonly auth_pool_connection_lifetime: OptionParameter<OptionValue>;
  readonly package_ensure: Attribute<unknown, unknown, "parameter">;
  readonly manage_packages: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly group_ad_nesting: OptionParameter<OptionValue>;
  readonly identity_driver: OptionParameter<OptionValue>;
  readonly credential_driver: OptionParameter<OptionValue>;
  readonly assignment_driver: OptionParameter<OptionValue>;
  readonly create_domain_entry: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class LdapBackend extends LdapBackend_base {
  #private;
  declare(): void;
}
declare const Logging_base: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly debug: OptionParameter<OptionValue>;
      readonly use_syslog: OptionParameter<OptionValue>;
      readonly use_json: OptionParameter<OptionValue>;
      readonly use_stderr: OptionParameter<OptionValue>;
      readonly log_facility: OptionParameter<OptionValue>;
      readonly log_dir: OptionParameter<OptionValue>;
      readonly log_file: OptionParameter<OptionValue>;
      readonly watch_log_file: OptionParameter<OptionValue>;
      readonly logging_context_format_string: OptionParameter<OptionValue>;
      readonly logging_default_format_string: OptionParameter<OptionValue>;
      readonly logging_debug_format_suffix: OptionParameter<OptionValue>;
      readonly logging_exception_prefix: OptionParameter<OptionValue>;
      readonly log_config_append: OptionParameter<OptionValue>;
      readonly default_log_levels: OptionParameter<Readonly<Record<string, OptionScalar>> | OptionValue>;
      readonly publish_errors: OptionParameter<OptionValue>;
      readonly fatal_deprecations: OptionParameter<OptionValue>;
      readonly instance_format: OptionParameter<OptionValue>;
      readonly instance_uuid_format: OptionParameter<OptionValue>;
      readonly log_date_format: OptionParameter<OptionValue>;
      readonly verbose: Attribute<unknown, unknown, "parameter">;
      readonly use_journal: OptionParameter<OptionValue>;
  }> & Metaparameters) | undefined, position?: Position): {
      declare(): void;
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly debug: OptionParameter<OptionValue>;
          readonly use_syslog: OptionParameter<OptionValue>;
          readonly use_json: OptionParameter<OptionValue>;
          readonly use_stderr: OptionParameter<OptionValue>;
          readonly log_facility: OptionParameter<OptionValue>;
          readonly log_dir: OptionParameter<OptionValue>;
          readonly log_file: OptionParameter<OptionValue>;
          readonly watch_log_file: OptionParameter<OptionValue>;
          readonly logging_context_format_string: OptionParameter<OptionValue>;
          readonly logging_default_format_string: OptionParameter<OptionValue>;
          readonly logging_debug_format_suffix: OptionParameter<OptionValue>;
          readonly logging_exception_prefix: OptionParameter<OptionValue>;
          readonly log_config_append: OptionParameter<OptionValue>;
          readonly default_log_levels: OptionParameter<Readonly<Record<string, OptionScalar>> | OptionValue>;
          readonly publish_errors: OptionParameter<OptionValue>;
          readonly fatal_deprecations: OptionParameter<OptionValue>;
          readonly instance_format: OptionParameter<OptionValue>;
          readonly instance_uuid_format: OptionParameter<OptionValue>;
          readonly log_date_format: OptionParameter<OptionValue>;
          readonly verbose: Attribute<unknown, unknown, "parameter">;
          readonly use_journal: OptionParameter<OptionValue>;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly debug: OptionParameter<OptionValue>;
      readonly use_syslog: OptionParameter<OptionValue>;
      readonly use_json: OptionParameter<OptionValue>;
      readonly use_stderr: OptionParameter<OptionValue>;
      readonly log_facility: OptionParameter<OptionValue>;
      readonly log_dir: OptionParameter<OptionValue>;
      readonly log_file: OptionParameter<OptionValue>;
      readonly watch_log_file: OptionParameter<OptionValue>;
      readonly logging_context_format_string: OptionParameter<OptionValue>;
      readonly logging_default_format_string: OptionParameter<OptionValue>;
      readonly logging_debug_format_suffix: OptionParameter<OptionValue>;
      readonly logging_exception_prefix: OptionParameter<OptionValue>;
      readonly log_config_append: OptionParameter<OptionValue>;
      readonly default_log_levels: OptionParameter<Readonly<Record<string, OptionScalar>> | OptionValue>;
      readonly publish_errors: OptionParameter<OptionValue>;
      readonly fatal_deprecations: OptionParameter<OptionValue>;
      readonly instance_format: OptionParameter<OptionValue>;
      readonly instance_uuid_format: OptionParameter<OptionValue>;
      readonly log_date_format: OptionParameter<OptionValue>;
      readonly verbose: Attribute<unknown, unknown, "parameter">;
      readonly use_journal: OptionParameter<OptionValue>;
  }>;
  ref(): Reference;
};
declare class Logging extends Logging_base {
}
declare const Amqp_base$1: ClassType<{
  readonly amqp_pre_settled: OptionParameter<OptionValue>;
  readonly amqp_idle_timeout: OptionParameter<OptionValue>;
  readonly amqp_ssl_ca_file: OptionParameter<OptionValue>;
  readonly amqp_ssl_cert_file: OptionParameter<OptionValue>;
  readonly amqp_ssl_key_file: OptionParameter<OptionValue>;
  readonly amqp_ssl_key_password: OptionParameter<OptionValue>;
  readonly amqp_sasl_mechanisms: OptionParameter<OptionValue>;
}>;
declare class Amqp$1 extends Amqp_base$1 {
  declare(): void;
}
declare namespace index_d$t {
  export { Amqp$1 as Amqp, };
}
declare const Params_base$2: ClassType<{}>;
declare class Params$2 extends Params_base$2 {
  #private;
  declare(): void;
  readonly user = "keystone";
  readonly group = "keystone";
  get clientPackage(): string;
  get package(): string;
  get wsgiScriptPath(): string;
  get memcachePackage(): string;
  get ldappoolPackage(): string;
  get pysaml2Package(): string;
  get mellonPackage(): string;
  get openidcPackage(): string;
}
declare const Policy_base$2: {
  new (scope: Scope, parameters?: (AttributesOf<{
      readonly enforce_scope: OptionParameter<unknown>;
      readonly enforce_new_defaults: OptionParameter<unknown>;
      readonly policy_dirs: OptionParameter<unknown>;
      readonly policies: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly policy_path: Attribute<string, string, "parameter">;
      readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  }> & Metaparameters) | undefined, position?: Position): {
      readonly parent: Resource | undefined;
      readonly type: string;
      readonly title: string;
      readonly given: Readonly<Record<string, unknown>>;
      readonly position: Position;
      get reference(): Reference;
      get isVirtual(): boolean;
      declare(): void;
      get isExported(): boolean;
      get location(): SourceLocation | undefined;
      locationOf(attribute: string): SourceLocation | undefined;
      hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean;
      toString(): string;
      readonly facts: Facts;
      readonly release: Release;
      include<C extends Resource>(type: IncludableClass<C>): C;
      contain<C extends Resource>(type: IncludableClass<C>): C;
      lookup(key: string): unknown;
      lookup<In, Out>(key: string, type: ValueType<In, Out> & {
          readonly secret: true;
      }, options?: LookupOptions<Secret<Clear<Out>>>): Secret<Clear<Out>>;
      lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
      collect(type: CollectedType, query?: QueryLike): Collector;
      collectExported(type: CollectedType, query?: QueryLike): Collector;
      chain(start: LocalTargets): Chain;
      realize(...references: readonly Reference[]): void;
      ensureResource<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
      find<C extends Resource>(type: IncludableClass<C>): C | undefined;
      find<A extends Readonly<Record<string, Attribute<unknown, unknown, AttributeRole>>>>(type: TitledType<A>, title: string): Resource | undefined;
      has(reference: Reference): boolean;
      parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;
      warn(message: string, hint?: string): void;
      fail(message: string, hint?: string, parameter?: string): never;
      reportError(message: string, hint?: string, parameter?: string): void;
      readonly parameters: ParametersOf<{
          readonly enforce_scope: OptionParameter<unknown>;
          readonly enforce_new_defaults: OptionParameter<unknown>;
          readonly policy_dirs: OptionParameter<unknown>;
          readonly policies: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
          readonly policy_path: Attribute<string, string, "parameter">;
          readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
      }>;
  };
  readonly definition: ContainerDefinition<{
      readonly enforce_scope: OptionParameter<unknown>;
      readonly enforce_new_defaults: OptionParameter<unknown>;
      readonly policy_dirs: OptionParameter<unknown>;
      readonly policies: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
      readonly policy_path: Attribute<string, string, "parameter">;
      readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  }>;
  ref(): Reference;
};
declare class Policy$2 extends Policy_base$2 {
}
declare const Python_base$1: ClassType<{
  readonly client_package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly ensure: Attribute<unknown, unknown, "parameter">;
}>;
declare class Python$1 extends Python_base$1 {
  declare(): void;
}
declare const Authtoken_base: DefinedType<{
  readonly auth_section: OptionParameter<OptionValue>;
  readonly auth_uri: OptionParameter<OptionValue>;
  readonly www_authenticate_uri: OptionParameter<OptionValue>;
  readonly auth_type: OptionParameter<OptionValue>;
  readonly auth_version: OptionParameter<OptionValue>;
  readonly cache: OptionParameter<OptionValue>;
  readonly cafile: OptionParameter<OptionValue>;
  readonly certfile: OptionParameter<OptionValue>;
  readonly check_revocations_for_cached: OptionParameter<OptionValue>;
  readonly collect_timing: OptionParameter<OptionValue>;
  readonly delay_auth_decision: OptionParameter<OptionValue>;
  readonly enforce_token_bind: OptionParameter<OptionValue>;
  readonly hash_algorithms: OptionParameter<OptionValue>;
  readonly http_connect_timeout: OptionParameter<OptionValue>;
  readonly http_request_max_retries: OptionParameter<OptionValue>;
  readonly include_service_catalog: OptionParameter<OptionValue>;
  readonly keyfile: OptionParameter<OptionValue>;
  readonly memcache_pool_conn_get_timeout: OptionParameter<OptionValue>;
  readonly memcache_pool_dead_retry: OptionParameter<OptionValue>;
  readonly memcache_pool_maxsize: OptionParameter<OptionValue>;
  readonly memcache_pool_socket_timeout: OptionParameter<OptionValue>;
  readonly memcache_pool_unused_timeout: OptionParameter<OptionValue>;
  readonly memcache_secret_key: OptionParameter<OptionValue>;
  readonly memcache_security_strategy: OptionParameter<OptionValue>;
  readonly memcache_use_advanced_pool: OptionParameter<OptionValue>;
  readonly memcached_servers: OptionParameter<OptionValue>;
  readonly region_name: OptionParameter<OptionValue>;
  readonly revocation_cache_time: OptionParameter<OptionValue>;
  readonly signing_dir: OptionParameter<OptionValue>;
  readonly token_cache_time: OptionParameter<OptionValue>;
  readonly auth_url: OptionParameter<OptionValue>;
  readonly username: OptionParameter<OptionValue>;
  readonly password: OptionParameter<OptionValue>;
  readonly user_domain_name: OptionParameter<OptionValue>;
  readonly project_name: OptionParameter<OptionValue>;
  readonly project_domain_name: OptionParameter<OptionValue>;
  readonly system_scope: OptionParameter<OptionValue>;
  readonly insecure: OptionParameter<OptionValue>;
  readonly service_token_roles: OptionParameter<OptionValue>;
  readonly service_token_roles_required: OptionParameter<OptionValue>;
  readonly service_type: OptionParameter<OptionValue>;
  readonly interface: OptionParameter<OptionValue>;
  readonly manage_memcache_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Authtoken extends Authtoken_base {
  #private;
  declare(): void;
}
declare const ServiceIdentity_base: DefinedType<{
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "parameter">;
  readonly admin_url: Attribute<string | boolean, string | boolean, "parameter">;
  readonly internal_url: Attribute<string | boolean, string | boolean, "parameter">;
  readonly public_url: Attribute<string | boolean, string | boolean, "parameter">;
  readonly password: Attribute<string | false, string | false, "parameter">;
  readonly service_type: Attribute<string | boolean, string | boolean, "parameter">;
  readonly auth_name: Attribute<string | number, string | undefined, "parameter">;
  readonly configure_endpoint: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly configure_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly configure_user_role: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly configure_service: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly email: Attribute<string | number, string | undefined, "parameter">;
  readonly region: Attribute<string | number, string, "parameter">;
  readonly service_name: Attribute<string | number, string | undefined, "parameter">;
  readonly service_description: Attribute<string | number, string | undefined, "parameter">;
  readonly tenant: Attribute<string | number, string, "parameter">;
  readonly ignore_default_tenant: Attribute<unknown, unknown, "parameter">;
  readonly roles: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly system_scope: Attribute<string | number, string, "parameter">;
  readonly system_roles: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly user_domain: Attribute<string | number, string | undefined, "parameter">;
  readonly project_domain: Attribute<string | number, string | undefined, "parameter">;
  readonly default_domain: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class ServiceIdentity extends ServiceIdentity_base {
  #private;
  declare(): void;
}
declare const ServiceUser_base$1: DefinedType<{
  auth_type: OptionParameter<OptionValue>;
  auth_version: OptionParameter<OptionValue>;
  cafile: OptionParameter<OptionValue>;
  certfile: OptionParameter<OptionValue>;
  keyfile: OptionParameter<OptionValue>;
  region_name: OptionParameter<OptionValue>;
  auth_url: OptionParameter<OptionValue>;
  username: OptionParameter<OptionValue>;
  password: OptionParameter<OptionValue>;
  user_domain_name: OptionParameter<OptionValue>;
  project_name: OptionParameter<OptionValue>;
  project_domain_name: OptionParameter<OptionValue>;
  system_scope: OptionParameter<OptionValue>;
  send_service_user_token: OptionParameter<OptionValue>;
  insecure: OptionParameter<OptionValue>;
}>;
declare class ServiceUser$1 extends ServiceUser_base$1 {
  declare(): void;
}
type index_d$s_Authtoken = Authtoken;
declare const index_d$s_Authtoken: typeof Authtoken;
type index_d$s_ServiceIdentity = ServiceIdentity;
declare const index_d$s_ServiceIdentity: typeof ServiceIdentity;
declare namespace index_d$s {
  export { index_d$s_Authtoken as Authtoken, index_d$s_ServiceIdentity as ServiceIdentity, ServiceUser$1 as ServiceUser, };
}
declare const Admin_base: ClassType<{
  readonly email: Attribute<string | number, string, "parameter">;
  readonly password: Attribute<string | number, Secret<string>, "parameter">;
  readonly admin: Attribute<string | number, string, "parameter">;
  readonly admin_tenant: Attribute<string | number, string, "parameter">;
  readonly admin_roles: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly service_tenant: Attribute<string | number, string, "parameter">;
  readonly admin_tenant_desc: Attribute<string | number, string, "parameter">;
  readonly service_tenant_desc: Attribute<string | number, string, "parameter">;
  readonly configure_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly configure_user_role: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly admin_user_domain: Attribute<string | number, string | undefined, "parameter">;
  readonly admin_project_domain: Attribute<string | number, string | undefined, "parameter">;
  readonly service_project_domain: Attribute<string | number, string | undefined, "parameter">;
  readonly target_admin_domain: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class Admin extends Admin_base {
  #private;
  declare(): void;
}
type index_d$r_Admin = Admin;
declare const index_d$r_Admin: typeof Admin;
declare namespace index_d$r {
  export { index_d$r_Admin as Admin, };
}
declare const SecurityCompliance_base: ClassType<{
  change_password_upon_first_use: OptionParameter<OptionValue>;
  disable_user_account_days_inactive: OptionParameter<OptionValue>;
  lockout_duration: OptionParameter<OptionValue>;
  lockout_failure_attempts: OptionParameter<OptionValue>;
  minimum_password_age: OptionParameter<OptionValue>;
  password_expires_days: OptionParameter<OptionValue>;
  password_regex: OptionParameter<OptionValue>;
  password_regex_description: OptionParameter<OptionValue>;
  unique_last_password_count: OptionParameter<OptionValue>;
}>;
declare class SecurityCompliance extends SecurityCompliance_base {
  declare(): void;
}
declare const Service_base$4: ClassType<{
  readonly ensure: Attribute<unknown, unknown, "parameter">;
  readonly service_name: Attribute<string | number, string | undefined, "parameter">;
  readonly enable: Attribute<unknown, unknown, "parameter">;
  readonly hasstatus: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly hasrestart: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly validate: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly admin_token: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly admin_endpoint: Attribute<string | number, string, "parameter">;
  readonly retries: Attribute<number | `${bigint}`, number, "parameter">;
  readonly delay: Attribute<number | `${number}`, number, "parameter">;
  readonly insecure: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly cacert: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class Service$4 extends Service_base$4 {
  #private;
  declare(): void;
}
declare const Apache_base$1: ClassType<{
  readonly public_port: Attribute<OptionValue, OptionValue, "parameter">;
  readonly admin_port: Attribute<OptionValue, OptionValue, "parameter">;
  readonly public_path: Attribute<string | number | boolean, string, "parameter">;
  readonly admin_path: Attribute<string | number | boolean, string, "parameter">;
  readonly servername_admin: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly admin_bind_host: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly ssl_cert_admin: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly ssl_key_admin: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly wsgi_public_script_source: Attribute<string | number | boolean, string, "parameter">;
  readonly wsgi_admin_script_source: Attribute<string | number | boolean, string, "parameter">;
  readonly wsgi_script_ensure: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly servername: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly bind_host: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly port: Attribute<OptionValue, OptionValue, "parameter">;
  readonly api_port: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly path: Attribute<string | number | boolean, string, "parameter">;
  readonly ssl: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly workers: Attribute<OptionValue, OptionValue, "parameter">;
  readonly threads: Attribute<OptionValue, OptionValue, "parameter">;
  readonly priority: Attribute<OptionValue, OptionValue, "parameter">;
  readonly ssl_cert: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly ssl_key: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly ssl_chain: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly ssl_ca: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly ssl_crl_path: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly ssl_crl: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly ssl_certs_dir: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly wsgi_process_display_name: Attribute<OptionValue, OptionValue, "parameter">;
  readonly wsgi_application_group: Attribute<string | number | boolean, string, "parameter">;
  readonly wsgi_pass_authorization: Attribute<string | number | boolean, string, "parameter">;
  readonly wsgi_chunked_request: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly wsgi_script_source: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly access_log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly access_log_pipe: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly access_log_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly access_log_format: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly error_log_file: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly error_log_pipe: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly error_log_syslog: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly headers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly request_headers: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly vhost_custom_fragment: Attribute<OptionValue, OptionValue | undefined, "parameter">;
  readonly custom_wsgi_process_options: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
}>;
declare class Apache$1 extends Apache_base$1 {
  #private;
  declare(): void;
}
declare const Uwsgi_base: ClassType<{
  processes: OptionParameter<OptionValue>;
  threads: OptionParameter<OptionValue>;
  listen_queue_size: OptionParameter<OptionValue>;
}>;
declare class Uwsgi extends Uwsgi_base {
  declare(): void;
}
type index_d$q_Uwsgi = Uwsgi;
declare const index_d$q_Uwsgi: typeof Uwsgi;
declare namespace index_d$q {
  export { Apache$1 as Apache, index_d$q_Uwsgi as Uwsgi, };
}
type index_d$p_Bootstrap = Bootstrap;
declare const index_d$p_Bootstrap: typeof Bootstrap;
type index_d$p_DisableAdminTokenAuth = DisableAdminTokenAuth;
declare const index_d$p_DisableAdminTokenAuth: typeof DisableAdminTokenAuth;
type index_d$p_Endpoint = Endpoint;
declare const index_d$p_Endpoint: typeof Endpoint;
type index_d$p_Federation = Federation;
declare const index_d$p_Federation: typeof Federation;
type index_d$p_Keystone = Keystone;
declare const index_d$p_Keystone: typeof Keystone;
type index_d$p_Ldap = Ldap;
declare const index_d$p_Ldap: typeof Ldap;
type index_d$p_LdapBackend = LdapBackend;
declare const index_d$p_LdapBackend: typeof LdapBackend;
type index_d$p_Logging = Logging;
declare const index_d$p_Logging: typeof Logging;
type index_d$p_SecurityCompliance = SecurityCompliance;
declare const index_d$p_SecurityCompliance: typeof SecurityCompliance;
declare namespace index_d$p {
  export { index_d$p_Bootstrap as Bootstrap, Cache$1 as Cache, Client$2 as Client, Config$2 as Config, Cors$1 as Cors, Db$2 as Db, Deps$1 as Deps, index_d$p_DisableAdminTokenAuth as DisableAdminTokenAuth, index_d$p_Endpoint as Endpoint, index_d$p_Federation as Federation, Healthcheck$1 as Healthcheck, index_d$p_Keystone as Keystone, index_d$p_Ldap as Ldap, index_d$p_LdapBackend as LdapBackend, index_d$p_Logging as Logging, Params$2 as Params, Policy$2 as Policy, Python$1 as Python, index_d$p_SecurityCompliance as SecurityCompliance, Service$4 as Service, index_d$w as cron, index_d$v as db, index_d$u as federation, index_d$t as messaging, index_d$s as resource, index_d$r as roles, index_d$q as wsgi, };
}
declare const Memcached_base: ClassType<{
  readonly package_ensure: Attribute<string | number, string, "parameter">;
  readonly service_manage: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_ensure: Attribute<"running" | "stopped", "running" | "stopped", "parameter">;
  readonly service_restart: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly listen: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly tcp_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly udp_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly max_memory: Attribute<string | number, string | number, "parameter">;
  readonly max_connections: Attribute<number | `${bigint}`, number, "parameter">;
  readonly max_item_size: Attribute<string | number, string, "parameter">;
  readonly processorcount: Attribute<number | `${bigint}`, number, "parameter">;
  readonly user: Attribute<string | number, string | undefined, "parameter">;
  readonly verbosity: Attribute<"" | "v" | "vv" | "vvv", "" | "v" | "vv" | "vvv", "parameter">;
  readonly extended_opts: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
}>;
declare class Memcached extends Memcached_base {
  declare(): void;
}
declare const Server_base$2: ClassType<{
  readonly package_ensure: Attribute<string | number, string, "parameter">;
  readonly service_manage: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_ensure: Attribute<"running" | "stopped", "running" | "stopped", "parameter">;
  readonly service_restart: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly listen: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly tcp_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly udp_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly max_memory: Attribute<string | number, string | number, "parameter">;
  readonly max_connections: Attribute<number | `${bigint}`, number, "parameter">;
  readonly max_item_size: Attribute<string | number, string, "parameter">;
  readonly processorcount: Attribute<number | `${bigint}`, number, "parameter">;
  readonly user: Attribute<string | number, string | undefined, "parameter">;
  readonly verbosity: Attribute<"" | "v" | "vv" | "vvv", "" | "v" | "vv" | "vvv", "parameter">;
  readonly extended_opts: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
}>;
declare class Server$2 extends Server_base$2 {
  declare(): void;
}
type index_d$o_Memcached = Memcached;
declare const index_d$o_Memcached: typeof Memcached;
declare namespace index_d$o {
  export { index_d$o_Memcached as Memcached, Server$2 as Server, };
}
declare const ClientDev_base: ClassType<Record<never, never>>;
declare class ClientDev extends ClientDev_base {
}
declare const DaemonDev_base: ClassType<Record<never, never>>;
declare class DaemonDev extends DaemonDev_base {
}
declare const Java_base: ClassType<Record<never, never>>;
declare class Java extends Java_base {
}
declare const Perl_base: ClassType<Record<never, never>>;
declare class Perl extends Perl_base {
}
declare const Php_base: ClassType<Record<never, never>>;
declare class Php extends Php_base {
}
declare const Python_base: ClassType<Record<never, never>>;
declare class Python extends Python_base {
}
declare const Ruby_base: ClassType<Record<never, never>>;
declare class Ruby extends Ruby_base {
}
type index_d$n_ClientDev = ClientDev;
declare const index_d$n_ClientDev: typeof ClientDev;
type index_d$n_DaemonDev = DaemonDev;
declare const index_d$n_DaemonDev: typeof DaemonDev;
type index_d$n_Java = Java;
declare const index_d$n_Java: typeof Java;
type index_d$n_Perl = Perl;
declare const index_d$n_Perl: typeof Perl;
type index_d$n_Php = Php;
declare const index_d$n_Php: typeof Php;
type index_d$n_Python = Python;
declare const index_d$n_Python: typeof Python;
type index_d$n_Ruby = Ruby;
declare const index_d$n_Ruby: typeof Ruby;
declare namespace index_d$n {
  export { index_d$n_ClientDev as ClientDev, index_d$n_DaemonDev as DaemonDev, index_d$n_Java as Java, index_d$n_Perl as Perl, index_d$n_Php as Php, index_d$n_Python as Python, index_d$n_Ruby as Ruby, };
}
declare const Bindings_base: ClassType<{
  readonly install_options: Attribute<unknown, unknown, "parameter">;
  readonly java_enable: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly java_package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly java_package_ensure: Attribute<string | number, string, "parameter">;
  readonly perl_enable: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly perl_package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly perl_package_ensure: Attribute<string | number, string, "parameter">;
  readonly php_enable: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly php_package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly php_package_ensure: Attribute<string | number, string, "parameter">;
  readonly python_enable: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly python_package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly python_package_ensure: Attribute<string | number, string, "parameter">;
  readonly ruby_enable: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ruby_package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly ruby_package_ensure: Attribute<string | number, string, "parameter">;
  readonly client_dev: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly client_dev_package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly client_dev_package_ensure: Attribute<string | number, string, "parameter">;
  readonly daemon_dev: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly daemon_dev_package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly daemon_dev_package_ensure: Attribute<string | number, string, "parameter">;
}>;
declare class Bindings extends Bindings_base {
  declare(): void;
}
declare const Client_base$1: ClassType<{
  readonly bindings_enable: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly install_options: Attribute<unknown, unknown, "parameter">;
  readonly package_manage: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly package_ensure: Attribute<string | number, string, "parameter">;
}>;
declare class Client$1 extends Client_base$1 {
  declare(): void;
}
declare const Db_base$1: DefinedType<{
  readonly user: Attribute<string | number, string, "parameter">;
  readonly password: Attribute<string | number, Secret<string>, "parameter">;
  readonly tls_options: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
  readonly dbname: Attribute<string | number, string | undefined, "parameter">;
  readonly charset: Attribute<string | number, string, "parameter">;
  readonly collate: Attribute<string | number, string, "parameter">;
  readonly host: Attribute<string | number, string, "parameter">;
  readonly grant: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly grant_options: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
  readonly sql: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
  readonly enforce_sql: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "parameter">;
  readonly import_timeout: Attribute<number | `${bigint}`, number, "parameter">;
  readonly import_cat_cmd: Attribute<string | number, string, "parameter">;
  readonly mysql_exec_path: Attribute<string | number | readonly (string | number)[], string | readonly string[] | undefined, "parameter">;
}>;
declare class Db$1 extends Db_base$1 {
  #private;
  declare(): void;
}
declare function mysqlPassword(password: string | Secret<string>): Secret<string>;
declare const AccountSecurity_base: ClassType<{}>;
declare class AccountSecurity extends AccountSecurity_base {
  declare(): void;
}
declare const Config_base$1: ClassType<{
  readonly path: Attribute<string, string, "parameter">;
  readonly options: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  readonly includedir: Attribute<string, string | undefined, "parameter">;
  readonly purge: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly group: Attribute<string | number, string, "parameter">;
}>;
declare class Config$1 extends Config_base$1 {
  declare(): void;
}
declare const Install_base$1: ClassType<{
  readonly package_name: Attribute<string | number, string, "parameter">;
  readonly package_ensure: Attribute<string | number, string, "parameter">;
  readonly install_options: Attribute<unknown, unknown, "parameter">;
}>;
declare class Install$1 extends Install_base$1 {
  declare(): void;
}
declare const Providers_base: ClassType<{
  readonly databases: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  readonly users: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  readonly grants: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
}>;
declare class Providers extends Providers_base {
  declare(): void;
}
declare const RootPassword_base: ClassType<{
  readonly root_password: Attribute<string | number, Secret<string> | undefined, "parameter">;
  readonly create_root_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly create_root_my_cnf: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly socket: Attribute<string | number, string, "parameter">;
}>;
declare class RootPassword extends RootPassword_base {
  declare(): void;
}
declare const Service_base$3: ClassType<{
  readonly service_name: Attribute<string | number, string, "parameter">;
  readonly service_enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_provider: Attribute<"init" | "systemd", "init" | "systemd" | undefined, "parameter">;
}>;
declare class Service$3 extends Service_base$3 {
  declare(): void;
}
type index_d$m_AccountSecurity = AccountSecurity;
declare const index_d$m_AccountSecurity: typeof AccountSecurity;
type index_d$m_Providers = Providers;
declare const index_d$m_Providers: typeof Providers;
type index_d$m_RootPassword = RootPassword;
declare const index_d$m_RootPassword: typeof RootPassword;
declare namespace index_d$m {
  export { index_d$m_AccountSecurity as AccountSecurity, Config$1 as Config, Install$1 as Install, index_d$m_Providers as Providers, index_d$m_RootPassword as RootPassword, Service$3 as Service, };
}
declare const Server_base$1: ClassType<{
  readonly config_file: Attribute<string, string | undefined, "parameter">;
  readonly includedir: Attribute<string, string | undefined, "parameter">;
  readonly manage_config_file: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly purge_conf_dir: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly override_options: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  readonly package_manage: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly package_name: Attribute<string | number, string | undefined, "parameter">;
  readonly package_ensure: Attribute<string | number, string, "parameter">;
  readonly install_options: Attribute<unknown, unknown, "parameter">;
  readonly service_manage: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_name: Attribute<string | number, string | undefined, "parameter">;
  readonly service_enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly service_provider: Attribute<"init" | "systemd", "init" | "systemd" | undefined, "parameter">;
  readonly restart: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly root_password: Attribute<string | number, Secret<string> | undefined, "parameter">;
  readonly root_group: Attribute<string | number, string, "parameter">;
  readonly create_root_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly create_root_my_cnf: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly remove_default_accounts: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly databases: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  readonly users: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  readonly grants: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
  readonly enabled: Attribute<"false" | "true" | boolean, boolean | undefined, "parameter">;
  readonly manage_service: Attribute<"false" | "true" | boolean, boolean | undefined, "parameter">;
}>;
declare class Server$1 extends Server_base$1 {
  #private;
  declare(): void;
  get socket(): string;
}
type index_d$l_Bindings = Bindings;
declare const index_d$l_Bindings: typeof Bindings;
declare const index_d$l_mysqlPassword: typeof mysqlPassword;
declare namespace index_d$l {
  export { index_d$l_Bindings as Bindings, Client$1 as Client, Db$1 as Db, Server$1 as Server, index_d$n as bindings, index_d$l_mysqlPassword as mysqlPassword, index_d$m as server, };
}
declare const Interface_base: DefinedType<{
  readonly interface: Attribute<string | number, string | undefined, "parameter">;
  readonly type: Attribute<string | number, string, "parameter">;
  readonly bootproto: Attribute<"dhcp" | "none" | "static", "dhcp" | "none" | "static" | undefined, "parameter">;
  readonly ipaddress: Attribute<string | number, string | undefined, "parameter">;
  readonly netmask: Attribute<string | number, string | undefined, "parameter">;
  readonly gateway: Attribute<string | number, string | undefined, "parameter">;
  readonly dns1: Attribute<string | number, string | undefined, "parameter">;
  readonly onboot: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly nm_controlled: Attribute<"false" | "true" | boolean, boolean | undefined, "parameter">;
  readonly options: Attribute<Readonly<Record<string, string | number>>, Readonly<Record<string, string>>, "parameter">;
}>;
declare class Interface extends Interface_base {
  declare(): void;
}
type index_d$k_Interface = Interface;
declare const index_d$k_Interface: typeof Interface;
declare namespace index_d$k {
  export { index_d$k_Interface as Interface, };
}
declare const AuthFile_base: DefinedType<{
  readonly password: Attribute<string | number, Secret<string>, "parameter">;
  readonly auth_url: Attribute<string | number, string, "parameter">;
  readonly username: Attribute<string | number, string, "parameter">;
  readonly project_name: Attribute<string | number, string, "parameter">;
  readonly user_domain_name: Attribute<string | number, string, "parameter">;
  readonly project_domain_name: Attribute<string | number, string, "parameter">;
  readonly region_name: Attribute<string | number, string, "parameter">;
  readonly os_interface: Attribute<string | number, string | undefined, "parameter">;
  readonly path: Attribute<string, string | undefined, "parameter">;
  readonly owner: Attribute<string | number, string, "parameter">;
  readonly group: Attribute<string | number, string, "parameter">;
}>;
declare class AuthFile extends AuthFile_base {
  #private;
  declare(): void;
}
type index_d$j_AuthFile = AuthFile;
declare const index_d$j_AuthFile: typeof AuthFile;
declare namespace index_d$j {
  export { index_d$j_AuthFile as AuthFile, };
}
declare const Clouds_base: DefinedType<{
  readonly username: Attribute<string | number, string, "parameter">;
  readonly password: Attribute<string | number, Secret<string>, "parameter">;
  readonly auth_url: Attribute<string | number, string, "parameter">;
  readonly path: Attribute<string, string | undefined, "parameter">;
  readonly user_domain_name: Attribute<string | number, string, "parameter">;
  readonly project_name: Attribute<string | number, string | undefined, "parameter">;
  readonly project_domain_name: Attribute<string | number, string, "parameter">;
  readonly system_scope: Attribute<string | number, string | undefined, "parameter">;
  readonly interface: Attribute<string | number, string | undefined, "parameter">;
  readonly region_name: Attribute<string | number, string | undefined, "parameter">;
  readonly api_versions: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
}>;
declare class Clouds extends Clouds_base {
  #private;
  declare(): void;
}
declare const HostAccess_base: DefinedType<{
  readonly user: Attribute<string | number, string, "parameter">;
  readonly password_hash: Attribute<string | number, Secret<string>, "parameter">;
  readonly database: Attribute<string | number, string, "parameter">;
  readonly privileges: Attribute<unknown, unknown, "parameter">;
  readonly plugin: Attribute<string | number, string | undefined, "parameter">;
  readonly create_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly create_grant: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly tls_options: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
}>;
declare class HostAccess$1 extends HostAccess_base {
  declare(): void;
}
declare namespace index_d$i {
  export { HostAccess$1 as HostAccess, };
}
declare const Mysql_base: DefinedType<{
  readonly password: Attribute<string | number, Secret<string> | undefined, "parameter">;
  readonly password_hash: Attribute<string | number, Secret<string> | undefined, "parameter">;
  readonly plugin: Attribute<string | number, string | undefined, "parameter">;
  readonly dbname: Attribute<string | number, string | undefined, "parameter">;
  readonly user: Attribute<string | number, string | undefined, "parameter">;
  readonly host: Attribute<string | number, string, "parameter">;
  readonly charset: Attribute<string | number, string, "parameter">;
  readonly collate: Attribute<string | number, string, "parameter">;
  readonly allowed_hosts: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly privileges: Attribute<unknown, unknown, "parameter">;
  readonly create_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly create_grant: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly tls_options: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
}>;
declare class Mysql extends Mysql_base {
  #private;
  declare(): void;
}
declare const Postgresql_base: DefinedType<{
  readonly password: Attribute<string | number, Secret<string> | undefined, "parameter">;
  readonly password_hash: Attribute<string | number, Secret<string> | undefined, "parameter">;
  readonly dbname: Attribute<string | number, string | undefined, "parameter">;
  readonly user: Attribute<string | number, string | undefined, "parameter">;
  readonly encoding: Attribute<string | number, string | undefined, "parameter">;
  readonly privileges: Attribute<unknown, unknown, "parameter">;
}>;
declare class Postgresql extends Postgresql_base {
  declare(): void;
}
type index_d$h_Mysql = Mysql;
declare const index_d$h_Mysql: typeof Mysql;
type index_d$h_Postgresql = Postgresql;
declare const index_d$h_Postgresql: typeof Postgresql;
declare namespace index_d$h {
  export { index_d$h_Mysql as Mysql, index_d$h_Postgresql as Postgresql, index_d$i as mysql, };
}
declare const Defaults_base: ClassType<{}>;
declare class Defaults extends Defaults_base {
  get pythonVersion(): string;
}
declare const Iscsid_base: ClassType<{
  readonly enabled: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly manage_service: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly package_ensure: Attribute<unknown, unknown, "parameter">;
}>;
declare class Iscsid extends Iscsid_base {
  declare(): void;
}
declare const Rabbitmq_base$1: DefinedType<{
  readonly userid: Attribute<string | number, string, "parameter">;
  readonly password: Attribute<string | number, Secret<string>, "parameter">;
  readonly virtual_host: Attribute<string | number, string, "parameter">;
  readonly is_admin: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly configure_permission: Attribute<string | number, string, "parameter">;
  readonly write_permission: Attribute<string | number, string, "parameter">;
  readonly read_permission: Attribute<string | number, string, "parameter">;
  readonly manage_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly manage_user_permissions: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly manage_vhost: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Rabbitmq$1 extends Rabbitmq_base$1 {
  declare(): void;
}
declare namespace index_d$g {
  export { Rabbitmq$1 as Rabbitmq, };
}
declare const Openstackclient_base: ClassType<{
  readonly package_name: Attribute<string | number, string, "parameter">;
  readonly package_ensure: Attribute<unknown, unknown, "parameter">;
}>;
declare class Openstackclient extends Openstackclient_base {
  declare(): void;
}
declare const Params_base$1: ClassType<{}>;
declare class Params$1 extends Params_base$1 {
  declare(): void;
  get iscsiPackage(): string;
}
declare const Base_base: DefinedType<{
  readonly file_mode: Attribute<string | number, string, "parameter">;
  readonly file_user: Attribute<unknown, unknown, "parameter">;
  readonly file_group: Attribute<unknown, unknown, "parameter">;
  readonly file_format: Attribute<string | number, string, "parameter">;
  readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly file_path: Attribute<string, string, "parameter">;
  readonly key: Attribute<string | number, string, "parameter">;
  readonly value: Attribute<unknown, unknown, "parameter">;
}>;
declare class Base extends Base_base {
  #private;
  declare(): void;
}
declare const Default_base$1: DefinedType<{
  readonly file_mode: Attribute<string | number, string, "parameter">;
  readonly file_user: Attribute<unknown, unknown, "parameter">;
  readonly file_group: Attribute<unknown, unknown, "parameter">;
  readonly file_format: Attribute<string | number, string, "parameter">;
  readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly file_path: Attribute<string, string | undefined, "parameter">;
}>;
declare class Default$1 extends Default_base$1 {
  #private;
  declare(): void;
}
type index_d$f_Base = Base;
declare const index_d$f_Base: typeof Base;
declare namespace index_d$f {
  export { index_d$f_Base as Base, Default$1 as Default, };
}
declare const Policy_base$1: DefinedType<{
  readonly file_mode: Attribute<string | number, string, "parameter">;
  readonly file_user: Attribute<unknown, unknown, "parameter">;
  readonly file_group: Attribute<unknown, unknown, "parameter">;
  readonly file_format: Attribute<string | number, string, "parameter">;
  readonly purge_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly policy_path: Attribute<string, string | undefined, "parameter">;
  readonly policies: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
}>;
declare class Policy$1 extends Policy_base$1 {
  declare(): void;
}
declare const PolicyClass_base: ClassType<{
  readonly policies: Attribute<Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>, "parameter">;
}>;
declare class PolicyClass extends PolicyClass_base {
  declare(): void;
}
declare const Policyrcd_base: ClassType<{
  readonly services: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
}>;
declare class Policyrcd extends Policyrcd_base {
  declare(): void;
}
declare const ServiceValidation_base: DefinedType<{
  readonly command: Attribute<string | number, string, "parameter">;
  readonly service_name: Attribute<string | number, string | undefined, "parameter">;
  readonly path: Attribute<unknown, unknown, "parameter">;
  readonly provider: Attribute<string | number, string, "parameter">;
  readonly refreshonly: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly timeout: Attribute<OptionValue, OptionValue, "parameter">;
  readonly tries: Attribute<OptionValue, OptionValue, "parameter">;
  readonly try_sleep: Attribute<OptionValue, OptionValue, "parameter">;
  readonly onlyif: Attribute<unknown, unknown, "parameter">;
  readonly unless: Attribute<unknown, unknown, "parameter">;
  readonly environment: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
}>;
declare class ServiceValidation extends ServiceValidation_base {
  declare(): void;
}
declare const Apache_base: DefinedType<{
  service_name: Attribute<string | number, string | undefined, "parameter">;
  servername: Attribute<unknown, unknown, "parameter">;
  bind_host: Attribute<unknown, unknown, "parameter">;
  bind_port: Attribute<unknown, unknown, "parameter">;
  group: Attribute<string | number, string | undefined, "parameter">;
  user: Attribute<string | number, string | undefined, "parameter">;
  path: Attribute<string | number, string, "parameter">;
  priority: Attribute<unknown, unknown, "parameter">;
  threads: Attribute<unknown, unknown, "parameter">;
  workers: Attribute<unknown, unknown, "parameter">;
  setenv: Attribute<unknown, unknown, "parameter">;
  ssl: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  ssl_ca: Attribute<unknown, unknown, "parameter">;
  ssl_cert: Attribute<unknown, unknown, "parameter">;
  ssl_certs_dir: Attribute<unknown, unknown, "parameter">;
  ssl_chain: Attribute<unknown, unknown, "parameter">;
  ssl_crl: Attribute<unknown, unknown, "parameter">;
  ssl_crl_path: Attribute<unknown, unknown, "parameter">;
  ssl_key: Attribute<unknown, unknown, "parameter">;
  ssl_verify_client: Attribute<unknown, unknown, "parameter">;
  wsgi_daemon_process: Attribute<unknown, unknown, "parameter">;
  wsgi_process_display_name: Attribute<unknown, unknown, "parameter">;
  wsgi_process_group: Attribute<unknown, unknown, "parameter">;
  wsgi_script_dir: Attribute<string | number, string, "parameter">;
  wsgi_script_file: Attribute<string | number, string | undefined, "parameter">;
  wsgi_script_source: Attribute<string | number, string | undefined, "parameter">;
  wsgi_application_group: Attribute<unknown, unknown, "parameter">;
  wsgi_pass_authorization: Attribute<unknown, unknown, "parameter">;
  wsgi_chunked_request: Attribute<unknown, unknown, "parameter">;
  set_wsgi_import_script: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  wsgi_import_script: Attribute<unknown, unknown, "parameter">;
  wsgi_import_script_options: Attribute<unknown, unknown, "parameter">;
  headers: Attribute<unknown, unknown, "parameter">;
  request_headers: Attribute<unknown, unknown, "parameter">;
  aliases: Attribute<unknown, unknown, "parameter">;
  custom_wsgi_process_options: Attribute<unknown, unknown, "parameter">;
  custom_wsgi_script_aliases: Attribute<unknown, unknown, "parameter">;
  vhost_custom_fragment: Attribute<unknown, unknown, "parameter">;
  allow_encoded_slashes: Attribute<unknown, unknown, "parameter">;
  access_log_file: Attribute<unknown, unknown, "parameter">;
  access_log_pipe: Attribute<unknown, unknown, "parameter">;
  access_log_syslog: Attribute<unknown, unknown, "parameter">;
  access_log_format: Attribute<unknown, unknown, "parameter">;
  error_log_file: Attribute<unknown, unknown, "parameter">;
  error_log_pipe: Attribute<unknown, unknown, "parameter">;
  error_log_syslog: Attribute<unknown, unknown, "parameter">;
  log_level: Attribute<unknown, unknown, "parameter">;
}>;
declare class Apache extends Apache_base {
  declare(): void;
}
type index_d$e_Apache = Apache;
declare const index_d$e_Apache: typeof Apache;
declare namespace index_d$e {
  export { index_d$e_Apache as Apache, };
}
type index_d$d_Clouds = Clouds;
declare const index_d$d_Clouds: typeof Clouds;
type index_d$d_DatabaseConnectionParts = DatabaseConnectionParts;
type index_d$d_Defaults = Defaults;
declare const index_d$d_Defaults: typeof Defaults;
type index_d$d_Iscsid = Iscsid;
declare const index_d$d_Iscsid: typeof Iscsid;
type index_d$d_Openstackclient = Openstackclient;
declare const index_d$d_Openstackclient: typeof Openstackclient;
type index_d$d_PolicyClass = PolicyClass;
declare const index_d$d_PolicyClass: typeof PolicyClass;
type index_d$d_Policyrcd = Policyrcd;
declare const index_d$d_Policyrcd: typeof Policyrcd;
type index_d$d_ServiceValidation = ServiceValidation;
declare const index_d$d_ServiceValidation: typeof ServiceValidation;
type index_d$d_TransportUrlParts = TransportUrlParts;
declare const index_d$d_osDatabaseConnection: typeof osDatabaseConnection;
declare const index_d$d_osTransportUrl: typeof osTransportUrl;
declare namespace index_d$d {
  export { index_d$d_Clouds as Clouds, index_d$d_Defaults as Defaults, index_d$d_Iscsid as Iscsid, index_d$d_Openstackclient as Openstackclient, Params$1 as Params, Policy$1 as Policy, index_d$d_PolicyClass as PolicyClass, index_d$d_Policyrcd as Policyrcd, index_d$d_ServiceValidation as ServiceValidation, index_d$h as db, index_d$g as messaging, index_d$d_osDatabaseConnection as osDatabaseConnection, index_d$d_osTransportUrl as osTransportUrl, index_d$f as policy, index_d$e as wsgi };
  export type { index_d$d_DatabaseConnectionParts as DatabaseConnectionParts, index_d$d_TransportUrlParts as TransportUrlParts };
}
declare const Cache_base: DefinedType<{
  config_prefix: OptionParameter<OptionValue>;
  expiration_time: OptionParameter<OptionValue>;
  backend: OptionParameter<OptionValue>;
  backend_argument: OptionParameter<OptionValue>;
  proxies: OptionParameter<OptionValue>;
  enabled: OptionParameter<OptionValue>;
  debug_cache_backend: OptionParameter<OptionValue>;
  memcache_servers: OptionParameter<OptionValue>;
  memcache_dead_retry: OptionParameter<OptionValue>;
  memcache_socket_timeout: OptionParameter<OptionValue>;
  enable_socket_keepalive: OptionParameter<OptionValue>;
  socket_keepalive_idle: OptionParameter<OptionValue>;
  socket_keepalive_interval: OptionParameter<OptionValue>;
  socket_keepalive_count: OptionParameter<OptionValue>;
  memcache_pool_maxsize: OptionParameter<OptionValue>;
  memcache_pool_unused_timeout: OptionParameter<OptionValue>;
  memcache_pool_connection_get_timeout: OptionParameter<OptionValue>;
  tls_enabled: OptionParameter<OptionValue>;
  tls_cafile: OptionParameter<OptionValue>;
  tls_certfile: OptionParameter<OptionValue>;
  tls_keyfile: OptionParameter<OptionValue>;
  tls_allowed_ciphers: OptionParameter<OptionValue>;
  enable_retry_client: OptionParameter<OptionValue>;
  retry_attempts: OptionParameter<OptionValue>;
  retry_delay: OptionParameter<OptionValue>;
  hashclient_retry_attempts: OptionParameter<OptionValue>;
  hashclient_retry_delay: OptionParameter<OptionValue>;
  dead_timeout: OptionParameter<OptionValue>;
  manage_backend_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  package_ensure: Attribute<unknown, unknown, "parameter">;
}>;
declare class Cache extends Cache_base {
  #private;
  declare(): void;
}
declare const Concurrency_base: DefinedType<{
  readonly disable_process_locking: OptionParameter<unknown>;
  readonly lock_path: OptionParameter<unknown>;
}>;
declare class Concurrency extends Concurrency_base {
}
declare const Coordination_base: DefinedType<{
  backend_url: OptionParameter<OptionValue>;
  manage_backend_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  package_ensure: Attribute<unknown, unknown, "parameter">;
  manage_config: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Coordination extends Coordination_base {
  #private;
  declare(): void;
}
declare const Cors_base: DefinedType<{
  readonly allowed_origin: OptionParameter<unknown>;
  readonly allow_credentials: OptionParameter<unknown>;
  readonly expose_headers: OptionParameter<unknown>;
  readonly max_age: OptionParameter<unknown>;
  readonly allow_methods: OptionParameter<unknown>;
  readonly allow_headers: OptionParameter<unknown>;
}>;
declare class Cors extends Cors_base {
}
declare const Db_base: DefinedType<{
  config: Attribute<string | number, string | undefined, "parameter">;
  config_group: Attribute<string | number, string, "parameter">;
  sqlite_db: OptionParameter<OptionValue>;
  sqlite_synchronous: OptionParameter<OptionValue>;
  backend: OptionParameter<OptionValue>;
  manage_backend_package: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  backend_package_ensure: Attribute<unknown, unknown, "parameter">;
  connection: OptionParameter<OptionValue>;
  slave_connection: OptionParameter<OptionValue>;
  mysql_sql_mode: OptionParameter<OptionValue>;
  idle_timeout: OptionParameter<OptionValue>;
  connection_recycle_time: OptionParameter<OptionValue>;
  min_pool_size: OptionParameter<OptionValue>;
  max_pool_size: OptionParameter<OptionValue>;
  max_retries: OptionParameter<OptionValue>;
  retry_interval: OptionParameter<OptionValue>;
  max_overflow: OptionParameter<OptionValue>;
  connection_debug: OptionParameter<OptionValue>;
  connection_trace: OptionParameter<OptionValue>;
  pool_timeout: OptionParameter<OptionValue>;
  use_db_reconnect: OptionParameter<OptionValue>;
  db_retry_interval: OptionParameter<OptionValue>;
  db_inc_retry_interval: OptionParameter<OptionValue>;
  db_max_retry_interval: OptionParameter<OptionValue>;
  db_max_retries: OptionParameter<OptionValue>;
  use_tpool: OptionParameter<OptionValue>;
  mysql_enable_ndb: OptionParameter<OptionValue>;
}>;
declare class Db extends Db_base {
  #private;
  declare(): void;
}
declare const Healthcheck_base: DefinedType<{
  readonly detailed: OptionParameter<unknown>;
  readonly backends: OptionParameter<unknown>;
  readonly disable_by_file_path: OptionParameter<unknown>;
  readonly disable_by_file_paths: OptionParameter<unknown>;
  readonly enable_by_file_paths: OptionParameter<unknown>;
  readonly allowed_source_ranges: OptionParameter<unknown>;
  readonly ignore_proxied_requests: OptionParameter<unknown>;
}>;
declare class Healthcheck extends Healthcheck_base {
}
declare const ServiceUser_base: DefinedType<{
  username: OptionParameter<OptionValue>;
  password: OptionParameter<OptionValue>;
  auth_url: OptionParameter<OptionValue>;
  project_name: OptionParameter<OptionValue>;
  user_domain_name: OptionParameter<OptionValue>;
  project_domain_name: OptionParameter<OptionValue>;
  system_scope: OptionParameter<OptionValue>;
  insecure: OptionParameter<OptionValue>;
  auth_type: OptionParameter<OptionValue>;
  auth_version: OptionParameter<OptionValue>;
  cafile: OptionParameter<OptionValue>;
  certfile: OptionParameter<OptionValue>;
  keyfile: OptionParameter<OptionValue>;
  region_name: OptionParameter<OptionValue>;
}>;
declare class ServiceUser extends ServiceUser_base {
  declare(): void;
}
type index_d$c_ServiceUser = ServiceUser;
declare const index_d$c_ServiceUser: typeof ServiceUser;
declare namespace index_d$c {
  export { index_d$c_ServiceUser as ServiceUser, };
}
declare const Barbican_base: DefinedType<{
  readonly config: Attribute<string | number, string | undefined, "parameter">;
  readonly barbican_endpoint: OptionParameter<unknown>;
  readonly barbican_api_version: OptionParameter<unknown>;
  readonly auth_endpoint: OptionParameter<unknown>;
  readonly retry_delay: OptionParameter<unknown>;
  readonly number_of_retries: OptionParameter<unknown>;
  readonly barbican_endpoint_type: OptionParameter<unknown>;
  readonly barbican_region_name: OptionParameter<unknown>;
  readonly send_service_user_token: OptionParameter<unknown>;
}>;
declare class Barbican extends Barbican_base {
}
type index_d$b_Barbican = Barbican;
declare const index_d$b_Barbican: typeof Barbican;
declare namespace index_d$b {
  export { index_d$b_Barbican as Barbican, index_d$c as barbican, };
}
declare const KeyManager_base: DefinedType<{
  readonly config: Attribute<string | number, string | undefined, "parameter">;
  readonly backend: OptionParameter<unknown>;
}>;
declare class KeyManager extends KeyManager_base {
}
declare const Limit_base: DefinedType<{
  endpoint_id: OptionParameter<OptionValue>;
  username: OptionParameter<OptionValue>;
  password: OptionParameter<OptionValue>;
  auth_url: OptionParameter<OptionValue>;
  project_name: OptionParameter<OptionValue>;
  user_domain_name: OptionParameter<OptionValue>;
  project_domain_name: OptionParameter<OptionValue>;
  system_scope: OptionParameter<OptionValue>;
  auth_type: OptionParameter<OptionValue>;
  service_type: OptionParameter<OptionValue>;
  valid_interfaces: OptionParameter<OptionValue>;
  region_name: OptionParameter<OptionValue>;
  endpoint_override: OptionParameter<OptionValue>;
}>;
declare class Limit extends Limit_base {
  declare(): void;
}
declare const Log_base: DefinedType<{
  debug: OptionParameter<OptionValue>;
  log_config_append: OptionParameter<OptionValue>;
  log_date_format: OptionParameter<OptionValue>;
  log_file: OptionParameter<OptionValue>;
  log_dir: OptionParameter<OptionValue>;
  watch_log_file: OptionParameter<OptionValue>;
  use_syslog: OptionParameter<OptionValue>;
  use_journal: OptionParameter<OptionValue>;
  use_json: OptionParameter<OptionValue>;
  syslog_log_facility: OptionParameter<OptionValue>;
  use_stderr: OptionParameter<OptionValue>;
  logging_context_format_string: OptionParameter<OptionValue>;
  logging_default_format_string: OptionParameter<OptionValue>;
  logging_debug_format_suffix: OptionParameter<OptionValue>;
  logging_exception_prefix: OptionParameter<OptionValue>;
  logging_user_identity_format: OptionParameter<OptionValue>;
  default_log_levels: OptionParameter<Readonly<Record<string, OptionScalar>> | OptionValue>;
  publish_errors: OptionParameter<OptionValue>;
  instance_format: OptionParameter<OptionValue>;
  instance_uuid_format: OptionParameter<OptionValue>;
  fatal_deprecations: OptionParameter<OptionValue>;
  verbose: Attribute<unknown, unknown, "parameter">;
}>;
declare class Log extends Log_base {
  declare(): void;
}
declare const Amqp_base: DefinedType<{
  addressing_mode: OptionParameter<OptionValue>;
  server_request_prefix: OptionParameter<OptionValue>;
  broadcast_prefix: OptionParameter<OptionValue>;
  group_request_prefix: OptionParameter<OptionValue>;
  rpc_address_prefix: OptionParameter<OptionValue>;
  notify_address_prefix: OptionParameter<OptionValue>;
  multicast_address: OptionParameter<OptionValue>;
  unicast_address: OptionParameter<OptionValue>;
  anycast_address: OptionParameter<OptionValue>;
  default_notification_exchange: OptionParameter<OptionValue>;
  default_rpc_exchange: OptionParameter<OptionValue>;
  pre_settled: OptionParameter<OptionValue>;
  container_name: OptionParameter<OptionValue>;
  idle_timeout: OptionParameter<OptionValue>;
  trace: OptionParameter<OptionValue>;
  ssl: OptionParameter<OptionValue>;
  ssl_ca_file: OptionParameter<OptionValue>;
  ssl_cert_file: OptionParameter<OptionValue>;
  ssl_key_file: OptionParameter<OptionValue>;
  ssl_key_password: OptionParameter<OptionValue>;
  allow_insecure_clients: OptionParameter<OptionValue>;
  sasl_mechanisms: OptionParameter<OptionValue>;
  sasl_config_dir: OptionParameter<OptionValue>;
  sasl_config_name: OptionParameter<OptionValue>;
  sasl_default_realm: OptionParameter<OptionValue>;
  username: OptionParameter<OptionValue>;
  password: OptionParameter<OptionValue>;
  default_send_timeout: OptionParameter<OptionValue>;
  default_notify_timeout: OptionParameter<OptionValue>;
}>;
declare class Amqp extends Amqp_base {
  declare(): void;
}
declare const Default_base: DefinedType<{
  readonly executor_thread_pool_size: OptionParameter<unknown>;
  readonly rpc_response_timeout: OptionParameter<unknown>;
  readonly transport_url: OptionParameter<unknown>;
  readonly control_exchange: OptionParameter<unknown>;
}>;
declare class Default extends Default_base {
}
declare const Notifications_base: DefinedType<{
  readonly driver: OptionParameter<unknown>;
  readonly transport_url: OptionParameter<unknown>;
  readonly topics: OptionParameter<unknown>;
}>;
declare class Notifications extends Notifications_base {
}
declare const Rabbit_base: DefinedType<{
  amqp_durable_queues: OptionParameter<OptionValue>;
  heartbeat_rate: OptionParameter<OptionValue>;
  heartbeat_in_pthread: OptionParameter<OptionValue>;
  heartbeat_timeout_threshold: OptionParameter<OptionValue>;
  kombu_compression: OptionParameter<OptionValue>;
  kombu_failover_strategy: OptionParameter<OptionValue>;
  kombu_missing_consumer_retry_timeout: OptionParameter<OptionValue>;
  kombu_reconnect_delay: OptionParameter<OptionValue>;
  rabbit_interval_max: OptionParameter<OptionValue>;
  rabbit_login_method: OptionParameter<OptionValue>;
  rabbit_max_retries: OptionParameter<OptionValue>;
  rabbit_password: OptionParameter<OptionValue>;
  rabbit_retry_backoff: OptionParameter<OptionValue>;
  rabbit_retry_interval: OptionParameter<OptionValue>;
  rabbit_transient_queues_ttl: OptionParameter<OptionValue>;
  rabbit_use_ssl: OptionParameter<OptionValue>;
  rabbit_userid: OptionParameter<OptionValue>;
  rabbit_virtual_host: OptionParameter<OptionValue>;
  rabbit_qos_prefetch_count: OptionParameter<OptionValue>;
  rabbit_hosts: OptionParameter<OptionValue>;
  rabbit_port: OptionParameter<OptionValue>;
  rabbit_host: OptionParameter<OptionValue>;
  rabbit_ha_queues: OptionParameter<OptionValue>;
  kombu_ssl_ca_certs: OptionParameter<OptionValue>;
  kombu_ssl_certfile: OptionParameter<OptionValue>;
  kombu_ssl_keyfile: OptionParameter<OptionValue>;
  kombu_ssl_version: OptionParameter<OptionValue>;
}>;
declare class Rabbit extends Rabbit_base {
  #private;
  declare(): void;
}
declare const Zmq_base: DefinedType<{
  rpc_cast_timeout: OptionParameter<OptionValue>;
  rpc_poll_timeout: OptionParameter<OptionValue>;
  rpc_zmq_bind_address: OptionParameter<OptionValue>;
  rpc_zmq_bind_port_retries: OptionParameter<OptionValue>;
  rpc_zmq_concurrency: OptionParameter<OptionValue>;
  rpc_zmq_contexts: OptionParameter<OptionValue>;
  rpc_zmq_host: OptionParameter<OptionValue>;
  rpc_zmq_ipc_dir: OptionParameter<OptionValue>;
  rpc_zmq_matchmaker: OptionParameter<OptionValue>;
  rpc_zmq_max_port: OptionParameter<OptionValue>;
  rpc_zmq_min_port: OptionParameter<OptionValue>;
  rpc_zmq_topic_backlog: OptionParameter<OptionValue>;
  use_pub_sub: OptionParameter<OptionValue>;
  zmq_target_expire: OptionParameter<OptionValue>;
}>;
declare class Zmq extends Zmq_base {
  declare(): void;
}
type index_d$a_Amqp = Amqp;
declare const index_d$a_Amqp: typeof Amqp;
type index_d$a_Default = Default;
declare const index_d$a_Default: typeof Default;
type index_d$a_Notifications = Notifications;
declare const index_d$a_Notifications: typeof Notifications;
type index_d$a_Rabbit = Rabbit;
declare const index_d$a_Rabbit: typeof Rabbit;
type index_d$a_Zmq = Zmq;
declare const index_d$a_Zmq: typeof Zmq;
declare namespace index_d$a {
  export { index_d$a_Amqp as Amqp, index_d$a_Default as Default, index_d$a_Notifications as Notifications, index_d$a_Rabbit as Rabbit, index_d$a_Zmq as Zmq, };
}
declare const Middleware_base: DefinedType<{
  readonly max_request_body_size: OptionParameter<unknown>;
  readonly enable_proxy_headers_parsing: OptionParameter<unknown>;
  readonly http_basic_auth_user_file: OptionParameter<unknown>;
}>;
declare class Middleware extends Middleware_base {
}
declare const Oslo_base: ClassType<{}>;
declare class Oslo extends Oslo_base {
  declare(): void;
}
interface OsloPackages {
  readonly sqlite: string | undefined;
  readonly pymysql: string | undefined;
  readonly pymongo: string | undefined;
  readonly pylibmc: string;
  readonly memcache: string;
  readonly pymemcache: string;
  readonly redis: string;
  readonly etcd3gw: string;
  readonly etcd3: string | undefined;
}
declare const Params_base: ClassType<{}>;
declare class Params extends Params_base {
  declare(): void;
  get packages(): OsloPackages;
}
declare const Policy_base: DefinedType<{
  readonly enforce_scope: OptionParameter<unknown>;
  readonly enforce_new_defaults: OptionParameter<unknown>;
  readonly policy_file: OptionParameter<unknown>;
  readonly policy_default_rule: OptionParameter<unknown>;
  readonly policy_dirs: OptionParameter<unknown>;
}>;
declare class Policy extends Policy_base {
}
declare const Privsep_base: DefinedType<{
  config: Attribute<string | number, string, "parameter">;
  entrypoint: Attribute<string | number, string | undefined, "parameter">;
  config_group: Attribute<string | number, string | undefined, "parameter">;
  user: OptionParameter<OptionValue>;
  group: OptionParameter<OptionValue>;
  capabilities: OptionParameter<OptionValue>;
  thread_pool_size: OptionParameter<OptionValue>;
  helper_command: OptionParameter<OptionValue>;
  logger_name: OptionParameter<OptionValue>;
}>;
declare class Privsep extends Privsep_base {
  declare(): void;
}
declare const Ssl_base: DefinedType<{
  readonly ca_file: OptionParameter<unknown>;
  readonly cert_file: OptionParameter<unknown>;
  readonly ciphers: OptionParameter<unknown>;
  readonly key_file: OptionParameter<unknown>;
  readonly version: OptionParameter<unknown>;
}>;
declare class Ssl extends Ssl_base {
}
declare const Wsgi_base: DefinedType<{
  readonly api_paste_config: OptionParameter<unknown>;
  readonly client_socket_timeout: OptionParameter<unknown>;
  readonly max_header_line: OptionParameter<unknown>;
  readonly tcp_keepidle: OptionParameter<unknown>;
  readonly wsgi_default_pool_size: OptionParameter<unknown>;
  readonly wsgi_keep_alive: OptionParameter<unknown>;
  readonly wsgi_log_format: OptionParameter<unknown>;
}>;
declare class Wsgi extends Wsgi_base {
}
type index_d$9_Ssl = Ssl;
declare const index_d$9_Ssl: typeof Ssl;
type index_d$9_Wsgi = Wsgi;
declare const index_d$9_Wsgi: typeof Wsgi;
declare namespace index_d$9 {
  export { index_d$9_Ssl as Ssl, index_d$9_Wsgi as Wsgi, };
}
declare const Service_base$2: DefinedType<{
  readonly api_paste_config: OptionParameter<unknown>;
  readonly backdoor_port: OptionParameter<unknown>;
  readonly backdoor_socket: OptionParameter<unknown>;
  readonly client_socket_timeout: OptionParameter<unknown>;
  readonly graceful_shutdown_timeout: OptionParameter<unknown>;
  readonly log_options: OptionParameter<unknown>;
  readonly max_header_line: OptionParameter<unknown>;
  readonly run_external_periodic_tasks: OptionParameter<unknown>;
  readonly tcp_keepidle: OptionParameter<unknown>;
  readonly wsgi_default_pool_size: OptionParameter<unknown>;
  readonly wsgi_keep_alive: OptionParameter<unknown>;
  readonly wsgi_log_format: OptionParameter<unknown>;
  readonly ca_file: OptionParameter<unknown>;
  readonly cert_file: OptionParameter<unknown>;
  readonly ciphers: OptionParameter<unknown>;
  readonly key_file: OptionParameter<unknown>;
  readonly version: OptionParameter<unknown>;
}>;
declare class Service$2 extends Service_base$2 {
}
declare const Versionedobjects_base: DefinedType<{
  readonly fatal_exception_format_errors: OptionParameter<unknown>;
}>;
declare class Versionedobjects extends Versionedobjects_base {
}
type index_d$8_Cache = Cache;
declare const index_d$8_Cache: typeof Cache;
type index_d$8_Concurrency = Concurrency;
declare const index_d$8_Concurrency: typeof Concurrency;
type index_d$8_Coordination = Coordination;
declare const index_d$8_Coordination: typeof Coordination;
type index_d$8_Cors = Cors;
declare const index_d$8_Cors: typeof Cors;
type index_d$8_Db = Db;
declare const index_d$8_Db: typeof Db;
type index_d$8_Healthcheck = Healthcheck;
declare const index_d$8_Healthcheck: typeof Healthcheck;
type index_d$8_KeyManager = KeyManager;
declare const index_d$8_KeyManager: typeof KeyManager;
type index_d$8_Limit = Limit;
declare const index_d$8_Limit: typeof Limit;
type index_d$8_Log = Log;
declare const index_d$8_Log: typeof Log;
type index_d$8_Middleware = Middleware;
declare const index_d$8_Middleware: typeof Middleware;
type index_d$8_Oslo = Oslo;
declare const index_d$8_Oslo: typeof Oslo;
type index_d$8_Params = Params;
declare const index_d$8_Params: typeof Params;
type index_d$8_Policy = Policy;
declare const index_d$8_Policy: typeof Policy;
type index_d$8_Privsep = Privsep;
declare const index_d$8_Privsep: typeof Privsep;
type index_d$8_Versionedobjects = Versionedobjects;
declare const index_d$8_Versionedobjects: typeof Versionedobjects;
declare namespace index_d$8 {
  export { index_d$8_Cache as Cache, index_d$8_Concurrency as Concurrency, index_d$8_Coordination as Coordination, index_d$8_Cors as Cors, index_d$8_Db as Db, index_d$8_Healthcheck as Healthcheck, index_d$8_KeyManager as KeyManager, index_d$8_Limit as Limit, index_d$8_Log as Log, index_d$8_Middleware as Middleware, index_d$8_Oslo as Oslo, index_d$8_Params as Params, index_d$8_Policy as Policy, index_d$8_Privsep as Privsep, Service$2 as Service, index_d$8_Versionedobjects as Versionedobjects, index_d$b as key_manager, index_d$a as messaging, index_d$9 as service, };
}
declare const Config_base: ClassType<{}>;
declare class Config extends Config_base {
  #private;
  declare(): void;
}
declare const Install_base: ClassType<{}>;
declare class Install extends Install_base {
  declare(): void;
}
declare const Management_base: ClassType<{}>;
declare class Management extends Management_base {
  declare(): void;
}
declare const Rabbitmq_base: ClassType<{
  readonly port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly node_ip_address: Attribute<string | number, string | undefined, "parameter">;
  readonly package_name: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly service_name: Attribute<string | number, string, "parameter">;
  readonly service_ensure: Attribute<"running" | "stopped", "running" | "stopped", "parameter">;
  readonly service_manage: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly delete_guest_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly config_stomp: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly stomp_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly config_cluster: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly cluster_nodes: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly cluster_node_type: Attribute<"disc" | "disk" | "ram", "disc" | "disk" | "ram", "parameter">;
  readonly erlang_cookie: Attribute<string | number, Secret<string> | undefined, "parameter">;
  readonly wipe_db_on_cookie_change: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly admin_enable: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly auth_backends: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
  readonly cluster_partition_handling: Attribute<string | number, string, "parameter">;
  readonly collect_statistics_interval: Attribute<number | `${bigint}`, number | undefined, "parameter">;
  readonly config_path: Attribute<string, string, "parameter">;
  readonly config_variables: Attribute<Readonly<Record<string, string | number | boolean>>, Readonly<Record<string, string>>, "parameter">;
  readonly config_kernel_variables: Attribute<Readonly<Record<string, string | number | boolean>>, Readonly<Record<string, string>>, "parameter">;
  readonly config_management_variables: Attribute<Readonly<Record<string, string | number | boolean>>, Readonly<Record<string, string>>, "parameter">;
  readonly config_additional_variables: Attribute<Readonly<Record<string, string | number | boolean>>, Readonly<Record<string, string>>, "parameter">;
  readonly config_shovel: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly default_user: Attribute<string | number, string, "parameter">;
  readonly default_pass: Attribute<string | number | boolean, string, "parameter">;
  readonly env_config_path: Attribute<string, string, "parameter">;
  readonly environment_variables: Attribute<Readonly<Record<string, string | number | boolean>>, Readonly<Record<string, string>>, "parameter">;
  readonly file_limit: Attribute<string | number, string | undefined, "parameter">;
  readonly heartbeat: Attribute<number | `${bigint}`, number | undefined, "parameter">;
  readonly interface: Attribute<string | number, string | undefined, "parameter">;
  readonly ipv6: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ldap_auth: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ldap_server: Attribute<string | number, string, "parameter">;
  readonly ldap_user_dn_pattern: Attribute<string | number, string | undefined, "parameter">;
  readonly ldap_other_bind: Attribute<string | number, string, "parameter">;
  readonly ldap_use_ssl: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ldap_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly ldap_log: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly loopback_users: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly management_ip_address: Attribute<string | number, string | undefined, "parameter">;
  readonly management_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly management_ssl: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly package_ensure: Attribute<string | number, string, "parameter">;
  readonly rabbitmq_user: Attribute<string | number, string, "parameter">;
  readonly rabbitmq_group: Attribute<string | number, string, "parameter">;
  readonly rabbitmq_home: Attribute<string, string, "parameter">;
  readonly service_restart: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ssl: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ssl_only: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ssl_cacert: Attribute<string, string | undefined, "parameter">;
  readonly ssl_cert: Attribute<string, string | undefined, "parameter">;
  readonly ssl_key: Attribute<string, string | undefined, "parameter">;
  readonly ssl_cert_password: Attribute<string | number | boolean, string | undefined, "parameter">;
  readonly ssl_depth: Attribute<number | `${bigint}`, number | undefined, "parameter">;
  readonly ssl_dhfile: Attribute<string, string | undefined, "parameter">;
  readonly ssl_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly ssl_interface: Attribute<string | number, string | undefined, "parameter">;
  readonly ssl_management_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly ssl_management_verify: Attribute<"verify_none" | "verify_peer", "verify_none" | "verify_peer", "parameter">;
  readonly ssl_management_fail_if_no_peer_cert: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ssl_stomp_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly ssl_verify: Attribute<"verify_none" | "verify_peer", "verify_none" | "verify_peer", "parameter">;
  readonly ssl_fail_if_no_peer_cert: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ssl_versions: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
  readonly ssl_ciphers: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly ssl_honor_cipher_order: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ssl_reuse_sessions: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ssl_secure_renegotiate: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly stomp_ensure: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly stomp_ssl_only: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly tcp_backlog: Attribute<number | `${bigint}`, number, "parameter">;
  readonly tcp_keepalive: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly tcp_recbuf: Attribute<number | `${bigint}`, number | undefined, "parameter">;
  readonly tcp_sndbuf: Attribute<number | `${bigint}`, number | undefined, "parameter">;
}>;
declare class Rabbitmq extends Rabbitmq_base {
  #private;
  declare(): void;
}
declare const Server_base: ClassType<{
  readonly port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly node_ip_address: Attribute<string | number, string | undefined, "parameter">;
  readonly package_name: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly service_name: Attribute<string | number, string, "parameter">;
  readonly service_ensure: Attribute<"running" | "stopped", "running" | "stopped", "parameter">;
  readonly service_manage: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly delete_guest_user: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly config_stomp: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly stomp_port: Attribute<number | `${bigint}`, number, "parameter">;
  readonly config_cluster: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly cluster_nodes: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly cluster_node_type: Attribute<"disc" | "disk" | "ram", "disc" | "disk" | "ram", "parameter">;
  readonly erlang_cookie: Attribute<string | number, Secret<string> | undefined, "parameter">;
  readonly wipe_db_on_cookie_change: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Server extends Server_base {
  declare(): void;
}
declare const Service_base$1: ClassType<{}>;
declare class Service$1 extends Service_base$1 {
  declare(): void;
}
type index_d$7_Config = Config;
declare const index_d$7_Config: typeof Config;
type index_d$7_Install = Install;
declare const index_d$7_Install: typeof Install;
type index_d$7_Management = Management;
declare const index_d$7_Management: typeof Management;
type index_d$7_Rabbitmq = Rabbitmq;
declare const index_d$7_Rabbitmq: typeof Rabbitmq;
type index_d$7_Server = Server;
declare const index_d$7_Server: typeof Server;
declare namespace index_d$7 {
  export { index_d$7_Config as Config, index_d$7_Install as Install, index_d$7_Management as Management, index_d$7_Rabbitmq as Rabbitmq, index_d$7_Server as Server, Service$1 as Service, };
}
declare const Selinux_base: ClassType<{
  readonly mode: Attribute<"disabled" | "enforcing" | "permissive", "disabled" | "enforcing" | "permissive" | undefined, "parameter">;
  readonly type: Attribute<"minimum" | "mls" | "targeted", "minimum" | "mls" | "targeted" | undefined, "parameter">;
}>;
declare class Selinux extends Selinux_base {
  declare(): void;
}
type index_d$6_Selinux = Selinux;
declare const index_d$6_Selinux: typeof Selinux;
declare namespace index_d$6 {
  export { index_d$6_Selinux as Selinux, };
}
declare const Client_base: ClassType<{}>;
declare class Client extends Client_base {
  declare(): void;
}
declare const Deps_base: ClassType<{}>;
declare class Deps extends Deps_base {
  declare(): void;
}
type index_d$5_Client = Client;
declare const index_d$5_Client: typeof Client;
type index_d$5_Deps = Deps;
declare const index_d$5_Deps: typeof Deps;
declare namespace index_d$5 {
  export { index_d$5_Client as Client, index_d$5_Deps as Deps, };
}
declare const vocabulary: Vocabulary;
declare const Anchor_base: NativeType<{
  readonly name: TitleAttribute<string>;
}>;
declare class Anchor extends Anchor_base {
}
declare const Augeas_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly changes: Attribute<string | readonly string[], readonly string[], "property">;
  readonly context: Attribute<string | number, string, "parameter">;
  readonly incl: Attribute<string, string | undefined, "parameter">;
  readonly lens: Attribute<string | number, string | undefined, "parameter">;
  readonly onlyif: Attribute<string | number, string, "parameter">;
  readonly force: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly load_path: Attribute<string | number | readonly (string | number)[], string | readonly string[] | undefined, "parameter">;
  readonly root: Attribute<string, string, "parameter">;
  readonly show_diff: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly type_check: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Augeas extends Augeas_base {
}
declare const HttpConnValidator_base: NativeType<{
  ensure: Attribute<"present", "present", "property">;
  host: Attribute<string | readonly string[], string | undefined, "parameter">;
  port: Attribute<number | `${bigint}`, number | undefined, "parameter">;
  timeout: Attribute<number | `${number}`, number, "parameter">;
  try_sleep: Attribute<number | `${number}`, number, "parameter">;
  name: TitleAttribute<string>;
  use_ssl: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  test_url: Attribute<string | number, string, "parameter">;
  expected_code: Attribute<number | `${bigint}`, number, "parameter">;
  verify_peer: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class HttpConnValidator extends HttpConnValidator_base {
}
declare const TcpConnValidator_base: NativeType<{
  ensure: Attribute<"present", "present", "property">;
  host: Attribute<string | readonly string[], string | undefined, "parameter">;
  port: Attribute<number | `${bigint}`, number | undefined, "parameter">;
  timeout: Attribute<number | `${number}`, number, "parameter">;
  try_sleep: Attribute<number | `${number}`, number, "parameter">;
  name: TitleAttribute<string>;
}>;
declare class TcpConnValidator extends TcpConnValidator_base {
}
declare const Cron_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  command: Attribute<string | number, string | undefined, "property">;
  special: Attribute<"absent" | "annually" | "daily" | "hourly" | "midnight" | "monthly" | "reboot" | "weekly" | "yearly", "absent" | "annually" | "daily" | "hourly" | "midnight" | "monthly" | "reboot" | "weekly" | "yearly" | undefined, "property">;
  minute: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  hour: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  monthday: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  month: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  weekday: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  environment: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  user: Attribute<string | number, string | undefined, "parameter">;
  target: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class Cron extends Cron_base {
}
type CommandLine = string | readonly string[];
declare const Exec_base: NativeType<{
  command: Attribute<string | readonly (string | number)[], CommandLine, "title">;
  returns: Attribute<number | readonly (number | `${bigint}`)[] | `${bigint}`, readonly number[], "property">;
  provider: Attribute<"posix" | "shell", "posix" | "shell", "parameter">;
  path: Attribute<string | readonly string[], readonly string[] | undefined, "parameter">;
  creates: Attribute<string | readonly string[], readonly string[] | undefined, "parameter">;
  onlyif: Attribute<readonly (string | readonly (string | number)[])[] | (string | readonly (string | number)[]), readonly CommandLine[] | undefined, "parameter">;
  unless: Attribute<readonly (string | readonly (string | number)[])[] | (string | readonly (string | number)[]), readonly CommandLine[] | undefined, "parameter">;
  refreshonly: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  refresh: Attribute<string | readonly (string | number)[], CommandLine | undefined, "parameter">;
  user: Attribute<string | number, string | undefined, "parameter">;
  group: Attribute<string | number, string | undefined, "parameter">;
  cwd: Attribute<string, string | undefined, "parameter">;
  environment: Attribute<string | Readonly<Record<string, Writable<string> | Writable<number>>> | readonly Writable<string>[], Readonly<Record<string, string>> | Secret<Readonly<Record<string, string>>> | undefined, "parameter">;
  umask: Attribute<string, string | undefined, "parameter">;
  timeout: Attribute<number | `${number}`, number, "parameter">;
  tries: Attribute<number | `${bigint}`, number, "parameter">;
  try_sleep: Attribute<number | `${number}`, number, "parameter">;
  logoutput: Attribute<"false" | "on_failure" | "true" | boolean, "on_failure" | boolean, "parameter">;
}>;
declare class Exec extends Exec_base {
}
interface Bytes {
  readonly __ptype: 'Binary';
  readonly __pvalue: string;
}
declare const File_base: NativeType<{
  readonly seluser: Attribute<string | number, string | undefined, "property">;
  readonly selrole: Attribute<string | number, string | undefined, "property">;
  readonly seltype: Attribute<string | number, string | undefined, "property">;
  readonly selrange: Attribute<string | number, string | undefined, "property">;
  readonly selinux_ignore_defaults: Attribute<"false" | "true" | boolean, boolean | undefined, "parameter">;
  readonly path: TitleAttribute<string>;
  readonly ensure: Attribute<`/${string}` | ("absent" | "directory" | "file" | "link" | "present"), ("absent" | "directory" | "file" | "link" | "present") | undefined, "property">;
  readonly content: Attribute<string | Bytes | Uint8Array<ArrayBufferLike>, string | Bytes | Secret<string | Bytes> | undefined, "property">;
  readonly source: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  readonly sourceselect: Attribute<"all" | "first", "all" | "first", "parameter">;
  readonly source_permissions: Attribute<"ignore" | "use" | "use_when_creating", "ignore" | "use" | "use_when_creating", "parameter">;
  readonly checksum: Attribute<"ctime" | "md5" | "md5lite" | "mtime" | "none" | "sha1" | "sha1lite" | "sha224" | "sha256" | "sha256lite" | "sha384" | "sha512", "ctime" | "md5" | "md5lite" | "mtime" | "none" | "sha1" | "sha1lite" | "sha224" | "sha256" | "sha256lite" | "sha384" | "sha512", "parameter">;
  readonly checksum_value: Attribute<string | number, string | undefined, "parameter">;
  readonly target: Attribute<string | number, string | undefined, "property">;
  readonly owner: Attribute<string | number, string | undefined, "property">;
  readonly group: Attribute<string | number, string | undefined, "property">;
  readonly mode: Attribute<string, string | undefined, "property">;
  readonly recurse: Attribute<"false" | "remote" | "true" | boolean, "remote" | boolean | undefined, "property">;
  readonly purge: Attribute<"false" | "true" | boolean, boolean | undefined, "property">;
  readonly recurselimit: Attribute<number | `${bigint}`, number | undefined, "parameter">;
  readonly max_files: Attribute<number | `${bigint}`, number, "parameter">;
  readonly ignore: Attribute<string | number | readonly (string | number)[], readonly string[], "parameter">;
  readonly force: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly links: Attribute<"follow" | "manage", "follow" | "manage", "parameter">;
  readonly replace: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly backup: Attribute<string | number | boolean, string | boolean, "parameter">;
  readonly validate_cmd: Attribute<string | readonly string[], string | readonly string[] | undefined, "parameter">;
  readonly validate_replacement: Attribute<string | number, string, "parameter">;
  readonly show_diff: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ctime: Attribute<never, undefined, "parameter">;
  readonly mtime: Attribute<never, undefined, "parameter">;
  readonly type: Attribute<never, undefined, "parameter">;
}>;
declare class File extends File_base {
}
declare const FileLine_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly line: Attribute<string, string | undefined, "property">;
  readonly path: Attribute<string, string, "parameter">;
  readonly match: Attribute<string | number, string | undefined, "parameter">;
  readonly match_for_absence: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly multiple: Attribute<"false" | "true" | boolean, boolean | undefined, "parameter">;
  readonly after: Attribute<string | number, string | undefined, "parameter">;
  readonly replace: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly replace_all_matches_not_matching_line: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly append_on_no_match: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly encoding: Attribute<string, string, "parameter">;
}>;
declare class FileLine extends FileLine_base {
}
declare const Filebucket_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly path: Attribute<string | boolean, string | boolean | undefined, "parameter">;
  readonly server: Attribute<string | number, string | undefined, "parameter">;
  readonly port: Attribute<number | `${bigint}`, number | undefined, "parameter">;
}>;
declare class Filebucket extends Filebucket_base {
}
declare const FirewalldService_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly service: Attribute<string | number, string | undefined, "parameter">;
  readonly zone: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class FirewalldService extends FirewalldService_base {
}
type Scalar = string | number | bigint | boolean | Secret<string>;
declare const attributes: {
  readonly ensure: Attribute<"absent" | "present", "absent" | "present" | undefined, "property">;
  readonly value: Attribute<readonly Scalar[] | Scalar, readonly string[] | Secret<readonly string[]> | undefined, "property">;
  readonly secret: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ensure_absent_val: Attribute<readonly Scalar[] | Scalar, readonly string[], "parameter">;
  readonly key_val_separator: Attribute<string | number, string | undefined, "parameter">;
  readonly name: TitleAttribute<`${string}/${string}`>;
};
type ConfigAttributes = typeof attributes;
type ConfigType = NativeType<ConfigAttributes>;
declare const GlanceApiConfig_base: ConfigType;
declare class GlanceApiConfig extends GlanceApiConfig_base {
}
declare const GlanceApiPasteIni_base: ConfigType;
declare class GlanceApiPasteIni extends GlanceApiPasteIni_base {
}
declare const GlanceApiUwsgiConfig_base: ConfigType;
declare class GlanceApiUwsgiConfig extends GlanceApiUwsgiConfig_base {
}
declare const GlanceCacheConfig_base: ConfigType;
declare class GlanceCacheConfig extends GlanceCacheConfig_base {
}
declare const GlanceGlareConfig_base: ConfigType;
declare class GlanceGlareConfig extends GlanceGlareConfig_base {
}
declare const GlanceGlarePasteIni_base: ConfigType;
declare class GlanceGlarePasteIni extends GlanceGlarePasteIni_base {
}
declare const GlanceImageImportConfig_base: ConfigType;
declare class GlanceImageImportConfig extends GlanceImageImportConfig_base {
}
declare const GlancePropertyProtectionsConfig_base: ConfigType;
declare class GlancePropertyProtectionsConfig extends GlancePropertyProtectionsConfig_base {
}
declare const GlanceRegistryConfig_base: ConfigType;
declare class GlanceRegistryConfig extends GlanceRegistryConfig_base {
}
declare const GlanceRegistryPasteIni_base: ConfigType;
declare class GlanceRegistryPasteIni extends GlanceRegistryPasteIni_base {
}
declare const GlanceRootwrapConfig_base: ConfigType;
declare class GlanceRootwrapConfig extends GlanceRootwrapConfig_base {
}
declare const GlanceSwiftConfig_base: ConfigType;
declare class GlanceSwiftConfig extends GlanceSwiftConfig_base {
}
declare const GlanceImage_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  id: Attribute<string | number, string | undefined, "property">;
  is_public: Attribute<string | boolean, boolean, "property">;
  visibility: Attribute<"community" | "private" | "public" | "shared", "community" | "private" | "public" | "shared" | undefined, "property">;
  protected: Attribute<"false" | "true" | boolean, boolean | undefined, "property">;
  container_format: Attribute<"aki" | "ami" | "ari" | "bare" | "compressed" | "docker" | "ova" | "ovf", "aki" | "ami" | "ari" | "bare" | "compressed" | "docker" | "ova" | "ovf" | undefined, "property">;
  disk_format: Attribute<"aki" | "ami" | "ari" | "iso" | "ploop" | "qcow2" | "raw" | "vdi" | "vhd" | "vhdx" | "vmdk", "aki" | "ami" | "ari" | "iso" | "ploop" | "qcow2" | "raw" | "vdi" | "vhd" | "vhdx" | "vmdk" | undefined, "property">;
  min_ram: Attribute<number | `${bigint}`, number | undefined, "property">;
  min_disk: Attribute<number | `${bigint}`, number | undefined, "property">;
  properties: Attribute<string | Readonly<Record<string, Writable<string | number>>>, Readonly<Record<string, string>> | undefined, "property">;
  image_tag: Attribute<string | number, string | undefined, "property">;
  tags: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  members: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  project_id: Attribute<string | number, string | undefined, "property">;
  project_name: Attribute<string | number, string | undefined, "property">;
  source: Attribute<string | number, string | undefined, "parameter">;
  location: Attribute<string | number, string | undefined, "parameter">;
  proxy: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class GlanceImage extends GlanceImage_base {
}
declare const Group_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  gid: Attribute<number | `${bigint}`, number | undefined, "property">;
  members: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  auth_membership: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  system: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  allowdupe: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  forcelocal: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Group extends Group_base {
}
declare const Host_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  ip: Attribute<string | number, string | undefined, "property">;
  host_aliases: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  comment: Attribute<string | number, string | undefined, "property">;
  target: Attribute<string, string, "parameter">;
}>;
declare class Host extends Host_base {
}
declare const IniSetting_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly path: Attribute<string, string, "parameter">;
  readonly section: Attribute<string | number, string, "parameter">;
  readonly setting: Attribute<string | number, string | undefined, "parameter">;
  readonly value: Attribute<readonly Scalar[] | Scalar, readonly string[] | Secret<readonly string[]> | undefined, "property">;
  readonly key_val_separator: Attribute<string | number, string, "parameter">;
  readonly section_prefix: Attribute<string | number, string, "parameter">;
  readonly section_suffix: Attribute<string | number, string, "parameter">;
  readonly indent_char: Attribute<string | number, string, "parameter">;
  readonly indent_width: Attribute<number | `${bigint}`, number | undefined, "parameter">;
  readonly force_new_section_creation: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly refreshonly: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly show_diff: Attribute<"false" | "md5" | "true" | boolean, "md5" | boolean, "parameter">;
}>;
declare class IniSetting extends IniSetting_base {
}
declare const IniSubsetting_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly path: Attribute<string, string, "parameter">;
  readonly section: Attribute<string | number, string, "parameter">;
  readonly setting: Attribute<string | number, string, "parameter">;
  readonly subsetting: Attribute<string | number, string, "parameter">;
  readonly value: Attribute<string | number, string | undefined, "property">;
  readonly show_diff: Attribute<"false" | "md5" | "true" | boolean, "md5" | boolean, "parameter">;
  readonly subsetting_separator: Attribute<string | number, string, "parameter">;
  readonly subsetting_key_val_separator: Attribute<string | number, string, "parameter">;
  readonly use_exact_match: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly insert_type: Attribute<"after" | "before" | "end" | "index" | "start", "after" | "before" | "end" | "index" | "start", "parameter">;
  readonly insert_value: Attribute<string | number, string | number | undefined, "parameter">;
  readonly quote_char: Attribute<"" | "\"" | "'", "" | "\"" | "'", "parameter">;
  readonly delete_if_empty: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly key_val_separator: Attribute<string | number, string, "parameter">;
}>;
declare class IniSubsetting extends IniSubsetting_base {
}
declare const KeystoneConfig_base: ConfigType;
declare class KeystoneConfig extends KeystoneConfig_base {
}
declare const KeystoneDomainConfig_base: NativeType<{
  readonly ensure: Attribute<"absent" | "present", "absent" | "present" | undefined, "property">;
  readonly value: Attribute<readonly Scalar[] | Scalar, readonly string[] | Secret<readonly string[]> | undefined, "property">;
  readonly secret: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly ensure_absent_val: Attribute<readonly Scalar[] | Scalar, readonly string[], "parameter">;
  readonly key_val_separator: Attribute<string | number, string | undefined, "parameter">;
  readonly name: TitleAttribute<`${string}::${string}/${string}`>;
}>;
declare class KeystoneDomainConfig extends KeystoneDomainConfig_base {
}
declare const KeystonePasteIni_base: ConfigType;
declare class KeystonePasteIni extends KeystonePasteIni_base {
}
declare const KeystoneUwsgiConfig_base: ConfigType;
declare class KeystoneUwsgiConfig extends KeystoneUwsgiConfig_base {
}
declare const KeystoneDomain_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  enabled: Attribute<"false" | "true" | boolean, boolean, "property">;
  description: Attribute<string | number, string | undefined, "property">;
  is_default: Attribute<"false" | "true" | boolean, boolean | undefined, "property">;
  id: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class KeystoneDomain extends KeystoneDomain_base {
}
declare const KeystoneEndpoint_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  region: Attribute<string | number, string, "parameter">;
  type: Attribute<string | number, string | undefined, "parameter">;
  public_url: Attribute<string | number, string | undefined, "property">;
  internal_url: Attribute<string | number, string | undefined, "property">;
  admin_url: Attribute<string | number, string | undefined, "property">;
  id: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class KeystoneEndpoint extends KeystoneEndpoint_base {
}
declare const KeystoneRole_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  id: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class KeystoneRole extends KeystoneRole_base {
}
declare const KeystoneService_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  type: Attribute<string | number, string, "parameter">;
  description: Attribute<string | number, string, "property">;
  id: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class KeystoneService extends KeystoneService_base {
}
declare const KeystoneTenant_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  enabled: Attribute<"false" | "true" | boolean, boolean, "property">;
  description: Attribute<string | number, string | undefined, "property">;
  domain: Attribute<string | number, string, "parameter">;
  id: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class KeystoneTenant extends KeystoneTenant_base {
}
declare const KeystoneUser_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  enabled: Attribute<"false" | "true" | boolean, boolean, "property">;
  password: Attribute<string | false, Secret<string | false> | undefined, "property">;
  replace_password: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  email: Attribute<string | number, string | undefined, "property">;
  description: Attribute<string | number, string | undefined, "property">;
  domain: Attribute<string | number, string, "parameter">;
  id: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class KeystoneUser extends KeystoneUser_base {
}
declare const KeystoneUserRole_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  user: Attribute<string | number, string, "parameter">;
  user_domain: Attribute<string | number, string, "parameter">;
  project: Attribute<string | number, string | undefined, "parameter">;
  project_domain: Attribute<string | number, string, "parameter">;
  domain: Attribute<string | number, string | undefined, "parameter">;
  system: Attribute<string | number, string | undefined, "parameter">;
  roles: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
}>;
declare class KeystoneUserRole extends KeystoneUserRole_base {
}
declare const Mailalias_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly recipient: Attribute<string | readonly string[], readonly string[] | undefined, "property">;
  readonly file: Attribute<string, string | undefined, "property">;
  readonly target: Attribute<string, string, "parameter">;
}>;
declare class Mailalias extends Mailalias_base {
}
declare const Mount_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "defined" | "mounted" | "present" | "unmounted", "absent" | "defined" | "mounted" | "present" | "unmounted", "property">;
  device: Attribute<string | number, string | undefined, "property">;
  fstype: Attribute<string | number, string | undefined, "property">;
  options: Attribute<string | number, string | undefined, "property">;
  dump: Attribute<number | `${bigint}`, number, "property">;
  pass: Attribute<number | `${bigint}`, number, "property">;
  atboot: Attribute<"false" | "true" | boolean, boolean | undefined, "parameter">;
  remounts: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  target: Attribute<string, string, "parameter">;
}>;
declare class Mount extends Mount_base {
}
declare const MysqlDatabase_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly provider: Attribute<"mysql", "mysql" | undefined, "parameter">;
  readonly charset: Attribute<string | number, string, "property">;
  readonly collate: Attribute<string | number, string, "property">;
}>;
declare class MysqlDatabase extends MysqlDatabase_base {
}
declare const MysqlGrant_base: NativeType<{
  name: TitleAttribute<`${string}@${string}/${string}`>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  provider: Attribute<"mysql", "mysql" | undefined, "parameter">;
  privileges: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  table: Attribute<string | number, string | undefined, "property">;
  user: Attribute<string | number, string | undefined, "property">;
  options: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
}>;
declare class MysqlGrant extends MysqlGrant_base {
}
declare const MysqlPlugin_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly provider: Attribute<"mysql", "mysql" | undefined, "parameter">;
  readonly soname: Attribute<string | number, string | undefined, "property">;
}>;
declare class MysqlPlugin extends MysqlPlugin_base {
}
declare const MysqlSecureInstallation_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly anonymous_users: Attribute<string | number | readonly (string | number)[], readonly string[], "property">;
  readonly remote_root: Attribute<string | number | readonly (string | number)[], readonly string[], "property">;
  readonly test_databases: Attribute<string | number | readonly (string | number)[], readonly string[], "property">;
}>;
declare class MysqlSecureInstallation extends MysqlSecureInstallation_base {
}
declare const MysqlUser_base: NativeType<{
  name: TitleAttribute<`${string}@${string}`>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  provider: Attribute<"mysql", "mysql" | undefined, "parameter">;
  password_hash: Attribute<string | number, Secret<string> | undefined, "property">;
  plugin: Attribute<string | number, string | undefined, "property">;
  max_user_connections: Attribute<number | `${bigint}`, number | undefined, "property">;
  max_connections_per_hour: Attribute<number | `${bigint}`, number | undefined, "property">;
  max_queries_per_hour: Attribute<number | `${bigint}`, number | undefined, "property">;
  max_updates_per_hour: Attribute<number | `${bigint}`, number | undefined, "property">;
  tls_options: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
}>;
declare class MysqlUser extends MysqlUser_base {
}
declare const Notify_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly message: Attribute<unknown, unknown, "parameter">;
  readonly withpath: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Notify extends Notify_base {
}
declare const Package_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "held" | "installed" | "latest" | "present" | "purged" | (string & {}), string, "property">;
  mark: Attribute<"hold" | "none", "hold" | "none" | undefined, "property">;
  provider: Attribute<"apt" | "dnf" | "dpkg" | "gem" | "npm" | "pip" | "pip3" | "yum", "apt" | "dnf" | "dpkg" | "gem" | "npm" | "pip" | "pip3" | "yum" | undefined, "parameter">;
  source: Attribute<string | number, string | undefined, "parameter">;
  command: Attribute<string, string | undefined, "parameter">;
  allow_virtual: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  configfiles: Attribute<"keep" | "replace", "keep" | "replace", "parameter">;
  responsefile: Attribute<string, string | undefined, "parameter">;
  install_options: Attribute<string | number | Readonly<Record<string, string | number>> | readonly (string | number | Readonly<Record<string, string | number>>)[], readonly (string | Readonly<Record<string, string>>)[] | undefined, "parameter">;
  uninstall_options: Attribute<string | number | Readonly<Record<string, string | number>> | readonly (string | number | Readonly<Record<string, string | number>>)[], readonly (string | Readonly<Record<string, string>>)[] | undefined, "parameter">;
  start_services: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  reinstall_on_refresh: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Package extends Package_base {
}
declare const RabbitmqBinding_base: NativeType<{
  readonly user: Attribute<string | number, string, "parameter">;
  readonly password: Attribute<string | number, Secret<string>, "parameter">;
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly source: Attribute<string | number, string, "parameter">;
  readonly destination: Attribute<string | number, string, "parameter">;
  readonly vhost: Attribute<string | number, string, "parameter">;
  readonly routing_key: Attribute<string | number, string, "parameter">;
  readonly destination_type: Attribute<"exchange" | "queue", "exchange" | "queue", "parameter">;
  readonly arguments: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
  readonly provider: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class RabbitmqBinding extends RabbitmqBinding_base {
}
declare const RabbitmqErlangCookie_base: NativeType<{
  readonly path: TitleAttribute<string>;
  readonly content: Attribute<string | number, Secret<string> | undefined, "property">;
  readonly force: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly rabbitmq_user: Attribute<string | number, string, "parameter">;
  readonly rabbitmq_group: Attribute<string | number, string, "parameter">;
  readonly rabbitmq_home: Attribute<string, string, "parameter">;
  readonly service_name: Attribute<string | number, string, "parameter">;
}>;
declare class RabbitmqErlangCookie extends RabbitmqErlangCookie_base {
}
declare const RabbitmqExchange_base: NativeType<{
  readonly user: Attribute<string | number, string, "parameter">;
  readonly password: Attribute<string | number, Secret<string>, "parameter">;
  readonly name: TitleAttribute<`${string}@${string}`>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly type: Attribute<string | number, string | undefined, "parameter">;
  readonly durable: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly auto_delete: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly internal: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly arguments: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
  readonly provider: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class RabbitmqExchange extends RabbitmqExchange_base {
}
declare const RabbitmqParameter_base: NativeType<{
  readonly name: TitleAttribute<`${string}@${string}`>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly component_name: Attribute<string | number, string, "parameter">;
  readonly value: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>> | undefined, "property">;
  readonly autoconvert: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly provider: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class RabbitmqParameter extends RabbitmqParameter_base {
}
declare const RabbitmqPlugin_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly mode: Attribute<"best" | "offline" | "online", "best" | "offline" | "online", "parameter">;
  readonly umask: Attribute<string | number, string, "parameter">;
  readonly provider: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class RabbitmqPlugin extends RabbitmqPlugin_base {
}
declare const RabbitmqPolicy_base: NativeType<{
  readonly name: TitleAttribute<`${string}@${string}`>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly pattern: Attribute<string | number, string | undefined, "property">;
  readonly applyto: Attribute<"all" | "classic_queues" | "exchanges" | "queues" | "quorum_queues" | "streams", "all" | "classic_queues" | "exchanges" | "queues" | "quorum_queues" | "streams", "property">;
  readonly definition: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>> | undefined, "property">;
  readonly priority: Attribute<number | `${bigint}`, number, "property">;
  readonly provider: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class RabbitmqPolicy extends RabbitmqPolicy_base {
}
declare const RabbitmqQueue_base: NativeType<{
  readonly user: Attribute<string | number, string, "parameter">;
  readonly password: Attribute<string | number, Secret<string>, "parameter">;
  readonly name: TitleAttribute<`${string}@${string}`>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly durable: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly auto_delete: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly arguments: Attribute<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, "parameter">;
  readonly provider: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class RabbitmqQueue extends RabbitmqQueue_base {
}
declare const RabbitmqUser_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly password: Attribute<string | number, Secret<string> | undefined, "property">;
  readonly admin: Attribute<"false" | "true" | boolean, boolean, "property">;
  readonly tags: Attribute<string | number | readonly (string | number)[], readonly string[], "property">;
  readonly provider: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class RabbitmqUser extends RabbitmqUser_base {
}
declare const RabbitmqUserPermissions_base: NativeType<{
  readonly name: TitleAttribute<`${string}@${string}`>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly configure_permission: Attribute<string | number, string | undefined, "property">;
  readonly read_permission: Attribute<string | number, string | undefined, "property">;
  readonly write_permission: Attribute<string | number, string | undefined, "property">;
  readonly provider: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class RabbitmqUserPermissions extends RabbitmqUserPermissions_base {
}
declare const RabbitmqVhost_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly description: Attribute<string | number, string | undefined, "property">;
  readonly default_queue_type: Attribute<"classic" | "quorum" | "stream", "classic" | "quorum" | "stream" | undefined, "property">;
  readonly tags: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  readonly provider: Attribute<string | number, string | undefined, "parameter">;
}>;
declare class RabbitmqVhost extends RabbitmqVhost_base {
}
declare const Resources_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly purge: Attribute<"false" | "true" | boolean, boolean | undefined, "property">;
  readonly unless_system_user: Attribute<number | "false" | "true" | boolean | `${bigint}`, number | boolean, "parameter">;
  readonly unless_uid: Attribute<number | readonly (number | `${bigint}`)[] | `${bigint}`, readonly number[] | undefined, "parameter">;
}>;
declare class Resources extends Resources_base {
}
declare const Schedule_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly period: Attribute<"daily" | "hourly" | "monthly" | "never" | "weekly", "daily" | "hourly" | "monthly" | "never" | "weekly" | undefined, "parameter">;
  readonly periodmatch: Attribute<"distance" | "number", "distance" | "number", "parameter">;
  readonly repeat: Attribute<number | `${bigint}`, number, "parameter">;
  readonly range: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
  readonly weekday: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
}>;
declare class Schedule extends Schedule_base {
}
declare const Selboolean_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly value: Attribute<"false" | "off" | "on" | "true" | boolean, "off" | "on", "property">;
  readonly persistent: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class Selboolean extends Selboolean_base {
}
declare const Selmodule_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly selmoduledir: Attribute<string, string, "parameter">;
  readonly selmodulepath: Attribute<string, string | undefined, "parameter">;
  readonly syncversion: Attribute<"false" | "true" | boolean, boolean | undefined, "property">;
}>;
declare class Selmodule extends Selmodule_base {
}
type Enable = boolean | 'manual' | 'mask' | 'delayed';
declare const Service_base: NativeType<{
  flags: Attribute<string | number, string | undefined, "parameter">;
  control: Attribute<string | number, string | undefined, "parameter">;
  manifest: Attribute<string | number, string | undefined, "parameter">;
  logonaccount: Attribute<string | number, string | undefined, "parameter">;
  logonpassword: Attribute<string | number, string | undefined, "parameter">;
  name: TitleAttribute<string>;
  ensure: Attribute<"running" | "stopped" | boolean, "running" | "stopped" | undefined, "property">;
  enable: Attribute<Enable, Enable | undefined, "property">;
  provider: Attribute<"init" | "systemd", "init" | "systemd" | undefined, "parameter">;
  hasstatus: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  hasrestart: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  pattern: Attribute<string | number, string | undefined, "parameter">;
  start: Attribute<string | number, string | undefined, "parameter">;
  stop: Attribute<string | number, string | undefined, "parameter">;
  restart: Attribute<string | number, string | undefined, "parameter">;
  status: Attribute<string | number, string | undefined, "parameter">;
  path: Attribute<string | readonly string[], readonly string[], "parameter">;
  binary: Attribute<string, string | undefined, "parameter">;
  timeout: Attribute<number | `${bigint}`, number, "parameter">;
  watch: Attribute<number | `${bigint}`, number | undefined, "parameter">;
}>;
declare class Service extends Service_base {
}
declare const SshAuthorizedKey_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly type: Attribute<string, string | undefined, "property">;
  readonly key: Attribute<string | number, string | undefined, "property">;
  readonly options: Attribute<string | number | readonly (string | number)[], readonly string[], "property">;
  readonly user: Attribute<string | number, string | undefined, "parameter">;
  readonly target: Attribute<string, string | undefined, "parameter">;
  readonly drop_privileges: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class SshAuthorizedKey extends SshAuthorizedKey_base {
}
declare const Sshkey_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly type: Attribute<string, string, "parameter">;
  readonly key: Attribute<string | number, string | undefined, "property">;
  readonly host_aliases: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  readonly target: Attribute<string, string, "parameter">;
}>;
declare class Sshkey extends Sshkey_base {
}
declare const Tidy_base: NativeType<{
  readonly path: TitleAttribute<string>;
  readonly recurse: Attribute<number | "inf" | boolean, number | boolean, "property">;
  readonly age: Attribute<string | number, string | undefined, "parameter">;
  readonly size: Attribute<string | number, string | undefined, "parameter">;
  readonly type: Attribute<"atime" | "ctime" | "mtime", "atime" | "ctime" | "mtime", "parameter">;
  readonly matches: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "parameter">;
  readonly rmdirs: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  readonly max_files: Attribute<number | `${bigint}`, number, "parameter">;
  readonly backup: Attribute<string | number | boolean, string | boolean, "parameter">;
}>;
declare class Tidy extends Tidy_base {
}
declare const User_base: NativeType<{
  name: TitleAttribute<string>;
  ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  uid: Attribute<number | `${bigint}`, number | undefined, "property">;
  gid: Attribute<string | number, string | undefined, "property">;
  groups: Attribute<string | number | readonly (string | number)[], readonly string[] | undefined, "property">;
  comment: Attribute<string | number, string | undefined, "property">;
  home: Attribute<string, string | undefined, "property">;
  shell: Attribute<string, string | undefined, "property">;
  password: Attribute<string | number, Secret<string> | undefined, "property">;
  password_min_age: Attribute<number | `${bigint}`, number | undefined, "property">;
  password_max_age: Attribute<number | `${bigint}`, number | undefined, "property">;
  password_warn_days: Attribute<number | `${bigint}`, number | undefined, "property">;
  expiry: Attribute<string | number, string | undefined, "property">;
  purge_ssh_keys: Attribute<string | number | boolean | readonly (string | number)[], boolean | readonly string[] | undefined, "property">;
  managehome: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  membership: Attribute<"inclusive" | "minimum", "inclusive" | "minimum", "parameter">;
  system: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  allowdupe: Attribute<"false" | "true" | boolean, boolean, "parameter">;
  forcelocal: Attribute<"false" | "true" | boolean, boolean, "parameter">;
}>;
declare class User extends User_base {
}
declare const Yumrepo_base: NativeType<{
  readonly name: TitleAttribute<string>;
  readonly ensure: Attribute<"absent" | "present", "absent" | "present", "property">;
  readonly target: Attribute<string | number, string | undefined, "parameter">;
  readonly descr: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly mirrorlist: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly baseurl: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly enabled: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly gpgcheck: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly payload_gpgcheck: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly repo_gpgcheck: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly gpgkey: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly mirrorlist_expire: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly include: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly exclude: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly gpgcakey: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly includepkgs: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly enablegroups: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly module_hotfixes: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly failovermethod: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly keepalive: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly retries: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly http_caching: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly timeout: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly metadata_expire: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly protect: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly priority: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly minrate: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly throttle: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly bandwidth: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly cost: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly proxy: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly proxy_username: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly proxy_password: Attribute<string | number | boolean | readonly string[], Secret<string> | undefined, "property">;
  readonly s3_enabled: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly sslcacert: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly sslverify: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly sslclientcert: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly sslclientkey: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly metalink: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly skip_if_unavailable: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly assumeyes: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly deltarpm_percentage: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly deltarpm_metadata_percentage: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly username: Attribute<string | number | boolean | readonly string[], string | undefined, "property">;
  readonly password: Attribute<string | number | boolean | readonly string[], Secret<string> | undefined, "property">;
}>;
declare class Yumrepo extends Yumrepo_base {
}
type index_d$4_Yumrepo = Yumrepo;
declare const index_d$4_Yumrepo: typeof Yumrepo;
declare namespace index_d$4 {
  export { index_d$4_Yumrepo as Yumrepo, };
}
type EdgeOrigin = RelationOrigin | 'contains' | 'autorequire' | 'autobefore' | 'autonotify' | 'autosubscribe' | 'purge' | 'supply' | 'manifest' | 'elsewhere';
interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly origin: EdgeOrigin;
  readonly inwards: boolean;
  readonly refresh: boolean;
  readonly location: SourceLocation | undefined;
}
interface DependencyPath {
  readonly resource: string;
  readonly type: string;
  readonly steps: readonly PathStep[];
}
interface ExplainedValue {
  readonly name: string;
  readonly value: unknown;
  readonly source: ValueSource;
  readonly passedOn?: {
      readonly parameter: string;
      readonly of: string;
      readonly source: ValueSource;
  } | undefined;
}
interface Declared {
  readonly reference: string;
  readonly location: SourceLocation | undefined;
}
interface ResourceExplanation extends Declared {
  readonly declaredBy: readonly Declared[];
  readonly realizedBy: Provenance['realizedBy'];
  readonly containedIn: readonly string[];
  readonly contains: number | undefined;
  readonly values: readonly ExplainedValue[];
  readonly before: readonly DependencyPath[];
  readonly after: readonly DependencyPath[];
  readonly refreshedBy: readonly DependencyPath[];
  readonly refreshes: readonly DependencyPath[];
  readonly inAll: {
      readonly before: number;
      readonly after: number;
  };
}
declare function explainResource(catalog: Catalog, resource: CatalogResource): ResourceExplanation;
declare function inspect(definition: NativeTypeDefinition, host: Host$1, titles?: readonly string[]): Promise<ReadonlyMap<string, State>>;
declare function run(catalog: Catalog, host: Host$1, options?: RunOptions): Promise<Report>;
declare const index_d$3_explainResource: typeof explainResource;
declare const index_d$3_inspect: typeof inspect;
declare const index_d$3_run: typeof run;
declare namespace index_d$3 {
  export { index_d$3_explainResource as explainResource, index_d$3_inspect as inspect, index_d$3_run as run, };
}
declare class PartialFailure extends GlanceApplyError {
  private readonly failures;
  constructor(failures: ReadonlyMap<string, Diagnostic>);
  of(title: string): GlanceApplyError | undefined;
}
declare const index_d$2_problem: typeof problem;
declare const index_d$2_warning: typeof warning;
declare namespace index_d$2 {
  export { index_d$2_problem as problem, index_d$2_warning as warning, };
}
interface FleetVariables {
  get(name: string): unknown;
}
interface FleetHost {
  readonly name: string;
  readonly groups: readonly string[];
  readonly variables?: FleetVariables | undefined;
  readonly location?: SourceLocation | undefined;
}
interface FleetInventory<H extends FleetHost = FleetHost> {
  readonly hosts: ReadonlyMap<string, H>;
  readonly groups?: ReadonlyMap<string, unknown> | undefined;
}
declare const brand: unique symbol;
type PartBody = (node: Scope, host: FleetHost) => void | Promise<void>;
interface TitledReferable {
  ref(title: string): Reference;
}
interface ClassReferable {
  ref(): Reference;
}
interface FleetPart {
  readonly hosts: readonly FleetHost[];
  ref(type: ClassReferable): RemoteTarget;
  ref(type: TitledReferable, title: string): RemoteTarget;
  collect(type: CollectedType, query?: QueryLike): RemoteTarget;
}
interface FleetScope {
  readonly hosts: ReadonlyMap<string, FleetHost>;
  host(name: string, part: PartBody): FleetPart;
  group(name: string, part: PartBody): FleetPart;
  once(group: string, part: PartBody): FleetPart;
}
interface Fleet {
  readonly [brand]: true;
  readonly body: (site: FleetScope) => void | Promise<void>;
  readonly location: SourceLocation | undefined;
}
declare function fleet(body: Fleet['body']): Fleet;
interface FleetNode {
  readonly host: string;
  readonly reference: string;
  readonly index: number | undefined;
}
interface FleetEdge {
  readonly source: FleetNode;
  readonly target: FleetNode;
  readonly refresh: boolean;
  readonly origin: RelationOrigin;
  readonly location: SourceLocation | undefined;
}
interface FleetCatalog {
  readonly inventory: FleetInventory;
  readonly catalogs: ReadonlyMap<string, Catalog>;
  readonly edges: readonly FleetEdge[];
  readonly failures: ReadonlyMap<string, GlanceApplyError>;
  readonly omitted: ReadonlySet<string>;
  readonly warnings: readonly Diagnostic[];
}
declare const FORMAT_VERSION = 1;
interface FleetJson {
  readonly format_version: typeof FORMAT_VERSION;
  readonly hosts: Readonly<Record<string, PuppetCatalog>>;
  readonly edges: readonly {
      readonly source: {
          readonly host: string;
          readonly resource: string;
      };
      readonly target: {
          readonly host: string;
          readonly resource: string;
      };
      readonly refresh: boolean;
      readonly relation: string;
      readonly file?: string;
      readonly line?: number;
  }[];
}
declare function toFleetJson({ catalogs, edges }: FleetCatalog, options?: Pick<PuppetFormatOptions, 'showSecrets'>): FleetJson;
type HostOutcome = 'done' | 'incomplete' | 'failed' | 'unreachable' | 'not-attempted';
interface HostResult {
  readonly host: string;
  readonly outcome: HostOutcome;
  readonly reason: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly report: Report | undefined;
}
interface Assumption {
  readonly assumed: string;
  readonly for: readonly string[];
  readonly location: SourceLocation | undefined;
}
interface FleetReport extends Omit<RunIdentity, 'host'> {
  readonly mode: Mode;
  readonly started: string;
  readonly duration: number;
  readonly interrupted: boolean;
  readonly interruption: string | undefined;
  readonly hosts: readonly HostResult[];
  readonly assumptions: readonly Assumption[];
}
type HostEventBody = {
  readonly type: 'host-started';
} | {
  readonly type: 'host-waiting';
  readonly waiting: boolean;
} | {
  readonly type: 'host-finished';
  readonly result: HostResult;
};
type FleetEvent = RunEvent | (RunIdentity & HostEventBody) | (Omit<RunIdentity, 'host'> & {
  readonly type: 'fleet-finished';
  readonly report: FleetReport;
});
type FleetListener = (event: FleetEvent) => void;
interface FleetCompileOptions<H extends FleetHost = FleetHost> {
  readonly inventory: FleetInventory<H>;
  readonly optionsOf?: (host: H) => CompileOptions | undefined | Promise<CompileOptions | undefined>;
}
declare function compileFleet<H extends FleetHost>(source: Fleet | Manifest, { inventory, optionsOf }: FleetCompileOptions<H>): Promise<FleetCatalog>;
declare class EncryptedValue {
  readonly text: string;
  constructor(text: string);
}
declare class Vault {
  #private;
  private readonly passwords;
  constructor(passwords: readonly Secret<string>[]);
  decrypt({ text }: EncryptedValue): string;
}
type RawValue = null | boolean | number | string | LiteralText | EncryptedValue | Secret<RawValue> | readonly RawValue[] | {
  readonly [name: string]: RawValue;
};
declare class LiteralText {
  readonly text: string;
  constructor(text: string);
}
interface Variable {
  readonly value: RawValue;
  readonly location: SourceLocation;
  readonly owner: string;
}
type Layer = ReadonlyMap<string, Variable>;
type InventoryValue = null | boolean | number | string | Secret<InventoryValue> | readonly InventoryValue[] | {
  readonly [name: string]: InventoryValue;
};
interface VariableSource {
  readonly owner: string;
  readonly location: SourceLocation;
}
declare class InventoryVariables {
  #private;
  constructor(layers: readonly Layer[], vault: Vault);
  get names(): readonly string[];
  has(name: string): boolean;
  get(name: string): InventoryValue | undefined;
  explain(name: string): readonly VariableSource[];
}
interface Inventory {
  readonly hosts: ReadonlyMap<string, InventoryHost>;
  readonly groups: ReadonlyMap<string, InventoryGroup>;
  readonly localhost: InventoryHost;
  readonly files: readonly string[];
  readonly warnings: readonly Diagnostic[];
}
interface InventoryHost {
  readonly name: string;
  readonly location: SourceLocation | undefined;
  readonly groups: readonly string[];
  readonly variables: InventoryVariables;
}
interface InventoryGroup {
  readonly name: string;
  readonly location: SourceLocation | undefined;
  readonly hosts: readonly string[];
  readonly children: readonly string[];
  readonly variables: InventoryVariables;
}
interface HostConnection {
  readonly transport: 'ssh' | 'local';
  readonly address: string;
  readonly port: number | undefined;
  readonly user: string | undefined;
  readonly password: Secret<string> | undefined;
  readonly privateKeyFile: string | undefined;
  readonly sshArguments: readonly string[];
  readonly timeout: number | undefined;
  readonly checksHostKey: boolean | undefined;
  readonly become: BecomeOptions | undefined;
}
interface BecomeOptions {
  readonly user: string;
  readonly password: Secret<string> | undefined;
}
declare function connectionOf(host: InventoryHost): HostConnection;
declare function selectHosts(inventory: Inventory, pattern: string): readonly InventoryHost[];
type ManifestTrust = 'own' | 'any';
interface ReadInventoryOptions {
  readonly manifestFolder?: string | undefined;
  readonly programs?: 'refuse' | 'execute' | undefined;
  readonly programTimeout?: number | undefined;
  readonly vaultPasswords?: readonly Secret<string>[] | undefined;
  readonly trust?: ManifestTrust | undefined;
  readonly signal?: AbortSignal | undefined;
}
declare function readInventory(sources: readonly string[], options?: ReadInventoryOptions): Promise<Inventory>;
type HostShare = number | `${number}%`;
type HostAccess = Host$1 | (() => Promise<Host$1>);
type Steps = HostShare | readonly HostShare[];
type Serial = Steps | Readonly<Record<string, Steps>>;
interface FleetRunOptions extends Omit<RunOptions, 'listener' | 'providers' | 'remarks'> {
  readonly listener?: FleetListener;
  readonly providersOf?: (host: string) => ProviderLookup;
  readonly limit?: ReadonlySet<string>;
  readonly forks?: number;
  readonly serial?: Serial;
  readonly maxFailures?: HostShare;
  readonly deadline?: number;
}
declare function runFleet(catalog: FleetCatalog, hosts: ReadonlyMap<string, HostAccess>, options?: FleetRunOptions): Promise<FleetReport>;
declare class Unreachable extends Error {
  constructor(cause: unknown);
  get diagnostics(): readonly Diagnostic[];
}
type index_d$1_FleetCompileOptions<H extends FleetHost = FleetHost> = FleetCompileOptions<H>;
type index_d$1_FleetRunOptions = FleetRunOptions;
type index_d$1_HostAccess = HostAccess;
type index_d$1_HostConnection = HostConnection;
type index_d$1_Inventory = Inventory;
type index_d$1_InventoryGroup = InventoryGroup;
type index_d$1_InventoryHost = InventoryHost;
type index_d$1_InventoryValue = InventoryValue;
type index_d$1_InventoryVariables = InventoryVariables;
declare const index_d$1_InventoryVariables: typeof InventoryVariables;
type index_d$1_ReadInventoryOptions = ReadInventoryOptions;
type index_d$1_Unreachable = Unreachable;
declare const index_d$1_Unreachable: typeof Unreachable;
type index_d$1_VariableSource = VariableSource;
declare const index_d$1_compileFleet: typeof compileFleet;
declare const index_d$1_connectionOf: typeof connectionOf;
declare const index_d$1_readInventory: typeof readInventory;
declare const index_d$1_runFleet: typeof runFleet;
declare const index_d$1_selectHosts: typeof selectHosts;
declare const index_d$1_toFleetJson: typeof toFleetJson;
declare namespace index_d$1 {
  export { index_d$1_InventoryVariables as InventoryVariables, index_d$1_Unreachable as Unreachable, index_d$1_compileFleet as compileFleet, index_d$1_connectionOf as connectionOf, index_d$1_readInventory as readInventory, index_d$1_runFleet as runFleet, index_d$1_selectHosts as selectHosts, index_d$1_toFleetJson as toFleetJson };
  export type { index_d$1_FleetCompileOptions as FleetCompileOptions, index_d$1_FleetRunOptions as FleetRunOptions, index_d$1_HostAccess as HostAccess, index_d$1_HostConnection as HostConnection, index_d$1_Inventory as Inventory, index_d$1_InventoryGroup as InventoryGroup, index_d$1_InventoryHost as InventoryHost, index_d$1_InventoryValue as InventoryValue, index_d$1_ReadInventoryOptions as ReadInventoryOptions, index_d$1_VariableSource as VariableSource };
}
declare class HostError extends Error {
  readonly code: string | undefined;
  readonly path: string;
  constructor(message: string, code: string | undefined, path: string, options?: ErrorOptions);
}
interface LocalHostOptions {
  readonly lockFile?: string | undefined;
}
declare class LocalHost implements Host$1 {
  #private;
  readonly name = "localhost";
  readonly files: HostFiles;
  readonly network: HostNetwork;
  constructor({ lockFile }?: LocalHostOptions);
  facts(): Promise<Facts>;
  run(command: Command): Promise<CommandResult>;
  lock(owner: string): Promise<RunLock | LockConflict>;
  holder(): Promise<string | undefined>;
  close(): Promise<void>;
}
interface SshConnection {
  readonly name: string;
  readonly target: string;
  readonly transport: string;
  exec(command: string, signal?: AbortSignal): Promise<SshChannel>;
  forward(to: StreamAddress, timeout: number, signal?: AbortSignal): Promise<Duplex>;
  readonly closed: AbortSignal;
  close(): Promise<void>;
}
interface SshChannel {
  readonly input: Writable$1;
  readonly output: Readable;
  readonly errors: Readable;
  readonly ended: Promise<ChannelEnd>;
  close(): void;
}
interface ChannelEnd {
  readonly status: number | null;
  readonly signal: string | null;
}
interface SudoOptions {
  readonly password?: string | Secret | undefined;
}
interface SshHostOptions {
  readonly sudo?: SudoOptions | undefined;
  readonly lockFile?: string | undefined;
  readonly name?: string | undefined;
}
declare class SshHost implements Host$1 {
  #private;
  private readonly connection;
  private readonly opened;
  readonly name: string;
  readonly files: HostFiles;
  readonly network: HostNetwork;
  private constructor();
  static open(connection: SshConnection, options?: SshHostOptions): Promise<SshHost>;
  get lost(): AbortSignal;
  facts(): Promise<Facts>;
  run(command: Command): Promise<CommandResult>;
  lock(owner: string): Promise<RunLock | LockConflict>;
  holder(): Promise<string | undefined>;
  close(): Promise<void>;
}
type index_d_Access = Access;
type index_d_ChannelEnd = ChannelEnd;
type index_d_Command = Command;
type index_d_CommandResult = CommandResult;
type index_d_FileContent = FileContent;
type index_d_FileStatus = FileStatus;
type index_d_FileStream = FileStream;
type index_d_HostError = HostError;
declare const index_d_HostError: typeof HostError;
type index_d_HostFiles = HostFiles;
type index_d_HostNetwork = HostNetwork;
type index_d_HttpAnswer = HttpAnswer;
type index_d_HttpRequest = HttpRequest;
type index_d_Links = Links;
type index_d_LocalHost = LocalHost;
declare const index_d_LocalHost: typeof LocalHost;
type index_d_LockConflict = LockConflict;
type index_d_PathOptions = PathOptions;
type index_d_RealFile = RealFile;
type index_d_RemoveOptions = RemoveOptions;
type index_d_RunLock = RunLock;
type index_d_SshChannel = SshChannel;
type index_d_SshConnection = SshConnection;
type index_d_SshHost = SshHost;
declare const index_d_SshHost: typeof SshHost;
type index_d_SshHostOptions = SshHostOptions;
type index_d_StreamAddress = StreamAddress;
type index_d_SudoOptions = SudoOptions;
type index_d_WriteOptions = WriteOptions;
declare namespace index_d {
  export { index_d_HostError as HostError, index_d_LocalHost as LocalHost, index_d_SshHost as SshHost };
  export type { index_d_Access as Access, index_d_ChannelEnd as ChannelEnd, index_d_Command as Command, index_d_CommandResult as CommandResult, index_d_FileContent as FileContent, index_d_FileStatus as FileStatus, index_d_FileStream as FileStream, Host$1 as Host, index_d_HostFiles as HostFiles, index_d_HostNetwork as HostNetwork, index_d_HttpAnswer as HttpAnswer, index_d_HttpRequest as HttpRequest, index_d_Links as Links, index_d_LockConflict as LockConflict, index_d_PathOptions as PathOptions, index_d_RealFile as RealFile, index_d_RemoveOptions as RemoveOptions, index_d_RunLock as RunLock, index_d_SshChannel as SshChannel, index_d_SshConnection as SshConnection, index_d_SshHostOptions as SshHostOptions, index_d_StreamAddress as StreamAddress, index_d_SudoOptions as SudoOptions, index_d_WriteOptions as WriteOptions };
}
type ManifestKind = 'module' | 'node' | 'catalog';
interface LoadedManifest {
  readonly file: string;
  readonly kind: ManifestKind;
  compile(options?: CompileOptions): Promise<Catalog>;
}
interface LoadOptions {
  readonly trust?: ManifestTrust | undefined;
}
declare function loadManifest(path: string, { trust }?: LoadOptions): Promise<LoadedManifest>;
declare function catalogPage(catalog: Catalog, { title, directory }: {
  readonly title: string;
  readonly directory: string;
}): string;
type Painter = (text: string) => string;
interface Paint {
  readonly strong: Painter;
  readonly faint: Painter;
  readonly good: Painter;
  readonly bad: Painter;
  readonly warn: Painter;
  readonly info: Painter;
}
declare function makePaint(colours: boolean): Paint;
interface Style {
  readonly paint: Paint;
  readonly width: number;
  readonly directory: string;
}
interface Output {
  result(line: string): void;
  note(line: string): void;
}
declare class TerminalView {
  #private;
  private readonly style;
  private readonly output;
  constructor(output: Output, style: Style);
  readonly handle: (event: RunEventBody) => void;
  flush(): Promise<void>;
}
declare function formatDuration(milliseconds: number): string;
declare function jsonLine(event: RunEvent | FleetEvent): string;
type SourceReader = (file: string) => string | undefined;
declare function renderDiagnostic(diagnostic: Diagnostic, style: Style, source?: SourceReader): string;
export { Anchor, Augeas, Chain, Collector, Cron, Exec, File, FileLine, Filebucket, FirewalldService, GlanceApiConfig, GlanceApiPasteIni, GlanceApiUwsgiConfig, GlanceApplyError, GlanceCacheConfig, GlanceGlareConfig, GlanceGlarePasteIni, GlanceImage, GlanceImageImportConfig, GlancePropertyProtectionsConfig, GlanceRegistryConfig, GlanceRegistryPasteIni, GlanceRootwrapConfig, GlanceSwiftConfig, Group, Host, HttpConnValidator, IniSetting, IniSubsetting, KeystoneConfig, KeystoneDomain, KeystoneDomainConfig, KeystoneEndpoint, KeystonePasteIni, KeystoneRole, KeystoneService, KeystoneTenant, KeystoneUser, KeystoneUserRole, KeystoneUwsgiConfig, Mailalias, Mount, MysqlDatabase, MysqlGrant, MysqlPlugin, MysqlSecureInstallation, MysqlUser, NativeResource, Notify, Package, PartialFailure, REDACTED, RabbitmqBinding, RabbitmqErlangCookie, RabbitmqExchange, RabbitmqParameter, RabbitmqPlugin, RabbitmqPolicy, RabbitmqQueue, RabbitmqUser, RabbitmqUserPermissions, RabbitmqVhost, Reference, RemoteTarget, Resource, Resources, Schedule, Secret, Selboolean, Selmodule, Service, SshAuthorizedKey, Sshkey, Stage, TcpConnValidator, TerminalView, Tidy, Unreadable, User, Yumrepo, applyCatalog, index_d$P as apt, catalogPage, checkData, index_d$O as chrony, classType, compile, index_d$R as data, definedType, index_d$2 as diagnostic, index_d$3 as engine, factAt, fleet, index_d$1 as fleets, formatDuration, fromPuppetCatalog, index_d$y as glance, index_d$x as hostname, index_d as hosts, jsonLine, index_d$p as keystone, loadManifest, makePaint, managedFile, manifest, index_d$o as memcached, index_d$l as mysql, nativeType, index_d$k as network, index_d$j as openstack_extras, index_d$d as openstacklib, index_d$8 as oslo, parameter, property, provide, queryOperators_d as query, index_d$7 as rabbitmq, readNode, releases, renderDiagnostic, reveal, secret, index_d$6 as selinux, index_d$5 as swift, title, toPuppetCatalog, index_d$Q as value, vocabulary, index_d$4 as yumrepo };
export type { ApplyCatalogOptions, Assumption, Attribute, AttributeOptions, AttributeRole, AttributeTable, AttributesOf, AutoRelations, BackupOptions, Catalog, CatalogResource, CatalogView, Change, ClassResource, ClassType, Clear, CompileOptions, Compound, ContainerDefinition, ContainerOptions, Data, DataSource, Decision, DeclaringScope, DefaultContext, DefinedResource, DefinedType, DependencyPath, DesiredOf, Diagnostic, DiagnosticCode, Diff, Difference, DisplayedValues, EdgeOrigin, ExplainedValue, Explanation, ExtensionCode, Facts, FileExplanation, Fleet, FleetCatalog, FleetEdge, FleetEvent, FleetHost, FleetInventory, FleetJson, FleetListener, FleetNode, FleetPart, FleetReport, FleetRunOptions, FleetScope, FleetVariables, Found, HierarchyOptions, HostEventBody, HostOutcome, HostResult, HostShare, Insync, JsonSchema, LevelExplanation, LintContext, LintFinding, Listener, LoadOptions, LoadedManifest, LocalTarget, LocalTargets, LogLevel, LookupOptions, Manifest, ManifestKind, ManifestTrust, Merge, MergeOptions, Message, Metaparameters, Mode, NativeType, NativeTypeDefinition, NativeTypeOptions, NodeManifest, OptionParameter, OptionScalar, OptionValue, Ordering, Outcome, Output, Paint, Painter, ParametersOf, PartBody, PathStep, PathUse, PendingElsewhere, PropertyChange, Provenance, Provider, ProviderChoice, ProviderLookup, PuppetCatalog, PuppetEdge, PuppetFormatOptions, PuppetResource, QueryLike, ReadNodeOptions, ReadOptions, RelatedLocation, Relation, RelationOrigin, Release, RemoteEnd, Report, ResourceExplanation, ResourceReport, Retry, Rewrite, RewriteOptions, RunEvent, RunEventBody, RunIdentity, RunOptions, Scope, Serial, Session, Show, Source$1 as Source, SourceLocation, SourceReader, State, Steps, Style, Subject, Successor, Summary, Target, Targets, TextForm, TitleAttribute, ValueSource, ValueType, Vocabulary, WholeFile, Writable };
