// src/errors/this-copy.ts
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
var fromSources = import.meta.url.endsWith(".ts");
var thisCopy = {
  folder: fileURLToPath(new URL(fromSources ? ".." : ".", import.meta.url)),
  // Read on demand, because it is rarely needed.
  get version() {
    const manifest2 = new URL(fromSources ? "../../package.json" : "../package.json", import.meta.url);
    const { version } = JSON.parse(readFileSync(manifest2, "utf8"));
    return version;
  }
};

// src/errors/brand-class.ts
var copyKey = /* @__PURE__ */ Symbol.for("glance-apply.copy");
function brandClass(type, name) {
  const brand4 = /* @__PURE__ */ Symbol.for(`glance-apply.${name}`);
  Object.defineProperties(type.prototype, { [brand4]: { value: true }, [copyKey]: { value: thisCopy } });
  Object.defineProperty(type, Symbol.hasInstance, {
    value(value) {
      if (this !== type) return Function.prototype[Symbol.hasInstance].call(this, value);
      return typeof value === "object" && value !== null && brand4 in value;
    }
  });
}
function findCreatingCopy(value) {
  return copyKey in value ? value[copyKey] : void 0;
}

// src/errors/diagnostic.ts
function problem(code, message, rest = {}) {
  return { code, severity: "error", message, ...rest };
}
function warning(code, message, rest = {}) {
  return { code, severity: "warning", message, ...rest };
}

// src/errors/source-location.ts
function formatLocation(location) {
  return location.column === void 0 ? `${location.file}:${location.line}` : `${location.file}:${location.line}:${location.column}`;
}

// src/errors/glance-apply-error.ts
var GlanceApplyError = class _GlanceApplyError extends Error {
  static {
    brandClass(_GlanceApplyError, "error");
  }
  diagnostics;
  constructor(diagnostics, options) {
    const list = Array.isArray(diagnostics) ? diagnostics : [diagnostics];
    super(list.map(plainText).join("\n"), options);
    this.name = "GlanceApplyError";
    this.diagnostics = list;
  }
  /** Returns whether a value is an error of any copy of the library, because a process may load several. */
  static is(error) {
    return error instanceof _GlanceApplyError;
  }
};
function raise(code, message, { cause, ...rest } = {}) {
  throw new GlanceApplyError(problem(code, message, rest), cause === void 0 ? void 0 : { cause });
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
function plainText(diagnostic) {
  const location = diagnostic.location ? `${formatLocation(diagnostic.location)}: ` : "";
  const related = (diagnostic.related ?? []).map(
    (other) => `
  ${other.message}${other.location ? ` at ${formatLocation(other.location)}` : ""}`
  );
  const hint = diagnostic.hint ? `
  ${diagnostic.hint}` : "";
  return `${location}${diagnostic.message}${related.join("")}${hint}`;
}

// src/hosts/system-error.ts
import { dirname } from "node:path";

// src/errors/error-code.ts
function codeOf(error) {
  if (typeof error !== "object" || error === null || !("code" in error)) return void 0;
  return typeof error.code === "string" ? error.code : void 0;
}

// src/hosts/host-error.ts
var HostError = class _HostError extends Error {
  constructor(message, code, path, options) {
    super(message, options);
    this.code = code;
    this.path = path;
    this.name = "HostError";
  }
  code;
  path;
  static {
    brandClass(_HostError, "host-error");
  }
};

// src/hosts/system-error.ts
var explanations = {
  EACCES: () => "permission is denied; run this as root, or as a user who may",
  EPERM: () => "the system does not permit it; run this as root, and see whether the file is immutable (lsattr)",
  EROFS: () => "its file system is mounted read-only; mount it for writing",
  ENOSPC: () => "its file system is full; free some space (df shows how much, df -i how many files) and run this again",
  EDQUOT: () => "the disk quota is used up; free some space or raise the quota",
  EFBIG: () => "it is larger than the system, a limit of this process (ulimit -f) or this program allows",
  ENOENT: (path) => `it does not exist, or the directory ${dirname(path)} does not; make that first`,
  ENOTDIR: () => "a part of its path is not a directory",
  EISDIR: () => "it is a directory; remove it first, if that is what you want",
  ENOTSUP: () => "it is a device, a pipe or a socket; name a file",
  ENXIO: () => "it is a device that is not there, a pipe or a socket; name a file",
  EEXIST: () => "something else is there already; remove it first, if that is what you want",
  ENOTEMPTY: () => "the directory is not empty",
  ELOOP: () => "its path leads through too many symbolic links, or to itself",
  ENAMETOOLONG: () => "its name is too long",
  EBUSY: () => "it is in use, for instance as a mount point",
  ETXTBSY: () => "it is a program that is running",
  EMFILE: () => "too many files are open (ulimit -n)",
  ENFILE: () => "too many files are open on this machine",
  EIO: () => "the device reports an error; look into the kernel log"
};
function isPermissionDenied(error) {
  return ["EACCES", "EPERM"].includes(codeOf(error) ?? "");
}
function isNotFound(error) {
  return !(error instanceof HostError) && ["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "");
}
function toHostError(doing, path, cause) {
  if (cause instanceof HostError) return cause;
  const code = codeOf(cause);
  const reason = explanations[code ?? ""]?.(path) ?? descriptionOf(cause);
  return new HostError(
    `cannot ${doing} ${path}: ${reason}${code === void 0 ? "" : ` (${code})`}`,
    code,
    path,
    {
      cause
    }
  );
}
function descriptionOf(cause) {
  const message = messageOf(cause);
  const isSystems = cause instanceof Error && "syscall" in cause;
  return (isSystems ? /^\w+: ([^,]+), \w+/.exec(message)?.[1] : void 0) ?? message;
}

// src/engine/provider.ts
var Unreadable = class _Unreadable {
  constructor(reason, denied = false, unknown = false, incompatible = false, found) {
    this.reason = reason;
    this.denied = denied;
    this.unknown = unknown;
    this.incompatible = incompatible;
    this.found = found;
  }
  reason;
  denied;
  unknown;
  incompatible;
  found;
  static {
    brandClass(_Unreadable, "unreadable");
  }
  /** Whether the desired state may be reachable from what was `found` nevertheless. */
  get isUncertain() {
    return this.found !== void 0 && this.unknown;
  }
  /** Returns the result for something that exists and cannot be changed to the desired state; see `misfit`. */
  static incompatible(reason) {
    return new _Unreadable(reason, false, true, true);
  }
  /**
   * Returns the result for a state that was read, if the desired state cannot be reached because something else is
   * missing: a plan reports the error of an apply, or 'may change' while an outstanding change may provide it.
   * @param reason The error of the change.
   */
  static blocked(reason, found) {
    return new _Unreadable(reason, false, false, false, found);
  }
  /**
   * Returns the result for a state that was read, if only the change can find out whether the desired state can be
   * reached: a plan reports 'may change'.
   * @param reason Why the change may fail.
   */
  static uncertain(reason, found) {
    return new _Unreadable(reason, false, true, false, found);
  }
  /** Returns the result for an error; `denied` if the system refused this user the permission. */
  static because(error) {
    return new _Unreadable(messageOf(error), isPermissionDenied(error));
  }
};
var providersKey = /* @__PURE__ */ Symbol.for("glance-apply.providers");
function provide(type, provider) {
  const { definition } = type;
  if (providersKey in definition)
    throw new Error(`the type ${definition.name} has providers already: call provide once per type`);
  const choice = "providers" in provider ? provider : { providers: { default: provider }, choose: () => "default" };
  Object.defineProperty(definition, providersKey, { value: choice });
}
function providersOf(definition) {
  return providersKey in definition ? definition[providersKey] : void 0;
}

// src/catalog/position.ts
import { fileURLToPath as fileURLToPath2 } from "node:url";
var ofNode = /[( ]node:/;
var frame = /\(?((?:file:\/\/)?\/[^()]+?):(\d+):(\d+)\)?$/;
var Position = class _Position {
  #location = null;
  #attributes;
  /** Captures the location of the call to `caller`, usually a constructor, or uses a location in data. */
  constructor(caller, attributes = {}) {
    this.#attributes = attributes;
    if (typeof caller === "function") Error.captureStackTrace(this, caller);
    else this.#location = caller.location;
  }
  /** Returns the position of a resource that is declared by data: YAML of a node, a catalog in Puppet's format. */
  static at(location, attributes) {
    return new _Position({ location }, attributes);
  }
  /** Returns the source location of an attribute's value, if data set it. */
  locationOf(attribute) {
    return Object.hasOwn(this.#attributes, attribute) ? this.#attributes[attribute] : void 0;
  }
  /** The innermost location outside the library; undefined if only library code was running. */
  get location() {
    if (this.#location === null) this.#location = firstUserFrame(this.stack ?? "");
    return this.#location;
  }
};
var nowhere = Position.at(void 0);
var declaresForLibrary = /* @__PURE__ */ Symbol.for("glance-apply.declares-for-library");
function positionIn(scope, caller) {
  return declaresForLibrary in scope && scope[declaresForLibrary] === true ? nowhere : new Position(caller);
}
function isOfLibrary(file) {
  return file.startsWith(thisCopy.folder) || file.includes("/node_modules/glance-apply/");
}
function firstUserFrame(stack) {
  for (const line of stack.split("\n")) {
    if (line.includes("at async ") || ofNode.test(line)) continue;
    const match = frame.exec(line);
    if (match === null) continue;
    const [, address = "", row = "", column = ""] = match;
    const file = address.startsWith("file://") ? fileURLToPath2(address) : address;
    if (isOfLibrary(file)) continue;
    return { file, line: Number(row), column: Number(column) };
  }
  return void 0;
}

// src/catalog/diagnose-manifest-error.ts
function diagnoseManifestError(error, during, file) {
  const location = frameOf(error);
  if (GlanceApplyError.is(error)) {
    const located = error.diagnostics.map((one) => one.location ? one : { ...one, location });
    return new GlanceApplyError(located, { cause: error });
  }
  const name = error instanceof Error && error.name !== "Error" ? `${error.name}: ` : "";
  const what2 = error instanceof Error ? `${name}${messageOf(error)}` : `${inWords(error)}, which is not an Error`;
  return new GlanceApplyError(
    problem("manifest.threw", `the manifest threw while ${during}: ${what2}`, {
      location: location ?? (file === void 0 ? void 0 : { file, line: 1 })
    }),
    { cause: error }
  );
}
function frameOf(error) {
  return error instanceof Error ? firstUserFrame(error.stack ?? "") : void 0;
}
function inWords(thrown) {
  return typeof thrown === "object" && thrown !== null ? "an object" : JSON.stringify(thrown) ?? String(thrown);
}

// src/catalog/is-thenable.ts
function isThenable(value) {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}

// src/catalog/manifest.ts
var brand = /* @__PURE__ */ Symbol.for("glance-apply.manifest");
function isManifest(value) {
  return typeof value === "object" && value !== null && brand in value;
}

// src/catalog/pending-work.ts
import { AsyncLocalStorage, createHook } from "node:async_hooks";
import { setImmediate as setImmediate2, setTimeout as setTimeout2 } from "node:timers/promises";
var GRACE = 1e3;
var INTERVAL = 5;
var PendingWork = class {
  #context = new AsyncLocalStorage();
  #pending = /* @__PURE__ */ new Map();
  #note = (id, type, _trigger, resource) => {
    const counts = hasReference(resource) || type === "ZLIB" || kindOf(type, resource) !== void 0;
    if (this.#context.getStore() !== true || !counts) return;
    this.#pending.set(id, { type, resource, position: new Position(this.#note) });
  };
  #hook = createHook({
    init: this.#note,
    promiseResolve: (id) => this.#pending.delete(id),
    // A request has ended when its callback has run, even if its object lives on.
    after: (id) => {
      const pending = this.#pending.get(id);
      if (pending !== void 0 && kindOf(pending.type, pending.resource) === "request")
        this.#pending.delete(id);
    },
    destroy: (id) => this.#pending.delete(id)
  });
  /** Runs code and records the work that it starts. */
  watch(code) {
    this.#hook.enable();
    return this.#context.run(true, code);
  }
  /**
   * Waits until all the work has ended, for one second at most.
   * @param enough Called repeatedly; the wait ends when it returns true.
   * @returns the oldest work that is still unfinished.
   */
  async waitForEnd(enough) {
    const deadline = performance.now() + GRACE;
    await setImmediate2();
    let unfinished = this.#unfinished();
    while (unfinished !== void 0 && !enough() && performance.now() < deadline) {
      await setTimeout2(INTERVAL);
      unfinished = this.#unfinished();
    }
    return unfinished;
  }
  stop() {
    this.#hook.disable();
    this.#context.disable();
    this.#pending.clear();
  }
  #unfinished() {
    for (const { type, resource, position } of this.#pending.values()) {
      const kind = kindOf(type, resource);
      if (kind === "promise" ? !startedByUser(position) : kind === void 0) continue;
      return { what: names[type] ?? `work of the kind ${type}`, location: position.location };
    }
    return void 0;
  }
};
var names = {
  PROMISE: "a promise",
  Timeout: "a timer",
  Immediate: "a timer",
  PROCESSWRAP: "a command",
  TCPWRAP: "a connection",
  PIPEWRAP: "a connection",
  TCPSERVERWRAP: "a server",
  PIPESERVERWRAP: "a server",
  MESSAGEPORT: "a message port",
  WORKER: "a worker",
  ZLIB: "compression",
  FSREQPROMISE: "work on a file",
  FSREQCALLBACK: "work on a file"
};
var REQUESTS = /REQ|^(?:QUERYWRAP|UDPSENDWRAP)$/;
function kindOf(type, resource) {
  if (type === "PROMISE") return "promise";
  if (type === "ZLIB") return "buffer" in resource && resource.buffer ? "handle" : void 0;
  if (hasReference(resource)) return resource.hasRef() === true ? "handle" : void 0;
  return REQUESTS.test(type) && !type.startsWith("HTTP") ? "request" : void 0;
}
function hasReference(resource) {
  return "hasRef" in resource && typeof resource.hasRef === "function";
}
function startedByUser({ stack = "" }) {
  const innermost = stack.split("\n").find((line) => /:\d+:\d+\)?$/.test(line) && !line.includes("node:internal/async_hooks"));
  return innermost !== void 0 && !/[( ]node:|\/node_modules\//.test(innermost);
}

// src/catalog/unfinished.ts
function diagnoseUnfinished({ what: what2, location }) {
  return problem("manifest.unfinished", `the manifest has ended, and ${what2} that it started has not`, {
    location,
    hint: "make its function async and await it; what is meant to go on, such as a timer of a library, is let go of by unref()"
  });
}

// src/catalog/query.ts
function toQuery(like) {
  if (like === void 0) return void 0;
  if ("kind" in like && typeof like.kind === "string" && ["is", "not", "all", "either"].includes(like.kind)) {
    return like;
  }
  const queries = Object.entries(like).map(([attribute, value]) => ({ kind: "is", attribute, value }));
  return queries.length === 1 ? queries[0] : { kind: "all", queries };
}
function matchesQuery(query, resource, look) {
  if (query === void 0) return true;
  switch (query.kind) {
    case "not":
      return !matchesQuery(query.query, resource, look);
    case "all":
      return query.queries.every((one) => matchesQuery(one, resource, look));
    case "either":
      return query.queries.some((one) => matchesQuery(one, resource, look));
    case "is": {
      if (query.attribute === "tag") return look.tags(resource).has(String(query.value).toLowerCase());
      if (query.attribute === "title") return resource.title === query.value;
      const value = look.attribute(resource, query.attribute);
      return Array.isArray(value) ? value.includes(query.value) : value === query.value;
    }
  }
}
function* findAttributeNames(query) {
  if (query.kind === "is") yield query.attribute;
  else if (query.kind === "not") yield* findAttributeNames(query.query);
  else for (const one of query.queries) yield* findAttributeNames(one);
}
function describeQuery(query) {
  switch (query.kind) {
    case "is":
      return `${query.attribute} == ${typeof query.value === "string" ? `'${query.value}'` : String(query.value)}`;
    case "not":
      return `!(${describeQuery(query.query)})`;
    case "all":
      return query.queries.map(describeQuery).join(" and ");
    case "either":
      return query.queries.map((one) => `(${describeQuery(one)})`).join(" or ");
  }
}

// src/catalog/tags.ts
var tagPattern = /^[\p{L}\p{N}_][\p{L}\p{N}_:.-]*$/u;
function isTag(text) {
  return tagPattern.test(text.replace(/^::/, ""));
}
var Tags = class {
  constructor(attribute) {
    this.attribute = attribute;
  }
  attribute;
  #known = /* @__PURE__ */ new Map();
  of(resource) {
    let tags = this.#known.get(resource);
    if (tags === void 0) {
      const all = new Set(resource.parent === void 0 ? [] : this.of(resource.parent));
      const own = this.attribute(resource, "tag");
      const words = [
        resource.type,
        resource.title,
        ...Array.isArray(own) ? own : own === void 0 ? [] : [own]
      ];
      for (const word of words) {
        if (!isTag(String(word))) continue;
        const tag = String(word).replace(/^::/, "").toLowerCase();
        all.add(tag);
        for (const segment of tag.split("::")) all.add(segment);
      }
      this.#known.set(resource, all);
      tags = all;
    }
    return tags;
  }
  /** Overrides of collectors may change tags, and with them the tags of all contained resources. */
  clear() {
    this.#known.clear();
  }
};

// src/fleet/compiling/collect-exports.ts
function collectExports(hosts2) {
  refuseExportedClasses(hosts2);
  const tags = new Tags((resource, name) => resource.given[name]);
  const look = {
    attribute: (resource, name) => resource.given[name],
    tags: (resource) => tags.of(resource)
  };
  const taken = new Map(hosts2.map((host) => [host, /* @__PURE__ */ new Set()]));
  for (let isNew = true; isNew; ) {
    isNew = false;
    const exported = findExports(hosts2);
    if (exported.size === 0) return;
    for (const [host, known] of taken) {
      const { compilation } = host;
      const collectors = compilation.collectors.filter(({ findsExports }) => findsExports);
      const found = collectors.flatMap(
        ({ type, query }) => (exported.get(type) ?? []).filter((one) => matchesQuery(query, one, look))
      );
      for (const resource of new Set(found)) {
        if (known.has(resource) || compilation.owns(resource)) continue;
        known.add(resource);
        isNew = true;
        declareOn(host, resource);
      }
      host.declarePending();
    }
  }
}
function refuseExportedClasses(hosts2) {
  for (const { compilation } of hosts2) {
    for (const resource of compilation.resources) {
      if (resource.type !== "class" || !resource.isExported) continue;
      compilation.report(
        problem("export.class", `${resource} cannot be exported: only resources can`, {
          location: resource.locationOf("exported")
        })
      );
    }
  }
}
function findExports(hosts2) {
  const exported = /* @__PURE__ */ new Map();
  for (const { compilation, failure } of hosts2) {
    if (failure !== void 0) continue;
    for (const resource of compilation.resources) {
      if (!resource.isExported || resource.type === "class") continue;
      const known = exported.get(resource.type);
      if (known === void 0) exported.set(resource.type, [resource]);
      else known.push(resource);
    }
  }
  return exported;
}
function declareOn(host, resource) {
  const { exported: _, virtual: __, ...given } = resource.given;
  const type = resource.constructor;
  try {
    host.compilation.collectedExports.add(new type(host.site, resource.title, given, resource.position));
  } catch (error) {
    host.fail(error);
  }
}

// src/catalog/remote-target.ts
var RemoteTarget = class _RemoteTarget {
  constructor(ends, hosts2) {
    this.ends = ends;
    this.hosts = hosts2;
  }
  ends;
  hosts;
  static {
    brandClass(_RemoteTarget, "remote-target");
  }
  /** The form of messages: `Service[mysql] on db01`. */
  toString() {
    return `${this.ends[0]?.target ?? "nothing"} on ${this.hosts}`;
  }
};

// src/errors/nearest.ts
import { distance } from "fastest-levenshtein";
function findNearest(word, candidates, most = Math.max(2, Math.floor(word.length / 3))) {
  let best;
  let smallest = most + 1;
  for (const candidate of candidates) {
    const apart = distance(word.toLowerCase(), candidate.toLowerCase());
    if (apart < smallest) {
      smallest = apart;
      best = candidate;
    }
  }
  return best;
}
function didYouMean(word, candidates, most) {
  const suggestion = findNearest(word, candidates, most);
  return suggestion === void 0 ? void 0 : `did you mean '${suggestion}'?`;
}

// src/fleet/fleet-host.ts
function hostsOfGroup({ hosts: hosts2, groups }, name) {
  const all = [...hosts2.values()];
  if (name === "all") return all;
  const members = all.filter((host) => host.groups.includes(name));
  return members.length > 0 || groups?.has(name) ? members : void 0;
}
function groupNames({ hosts: hosts2, groups }) {
  return [
    .../* @__PURE__ */ new Set(["all", ...groups?.keys() ?? [], ...[...hosts2.values()].flatMap((host) => host.groups)])
  ];
}

// src/fleet/compiling/fleet-site.ts
var FleetSite = class {
  constructor(inventory2, collect) {
    this.inventory = inventory2;
    this.collect = collect;
  }
  inventory;
  collect;
  parts = [];
  diagnostics = [];
  get hosts() {
    return this.inventory.hosts;
  }
  host(name, body) {
    const host = this.inventory.hosts.get(name);
    if (host === void 0) {
      this.diagnostics.push(
        problem("fleet.unknown-host", `the inventory has no host named '${name}'`, {
          location: new Position(this.host).location,
          hint: didYouMean(name, [...this.inventory.hosts.keys()])
        })
      );
    }
    return this.#give(host === void 0 ? [] : [host], name, body);
  }
  group(name, body) {
    return this.#give(this.#members(name, this.group), `the hosts of ${name}`, body);
  }
  once(group, body) {
    const members = this.#members(group, this.once);
    const [first] = members;
    if (first === void 0 && hostsOfGroup(this.inventory, group) !== void 0) {
      this.diagnostics.push(
        problem("fleet.empty-group", `the group ${group} contains no host, and once needs one`, {
          location: new Position(this.once).location
        })
      );
    }
    return this.#give(first === void 0 ? [] : [first], first?.name ?? group, body);
  }
  #members(name, caller) {
    const members = hostsOfGroup(this.inventory, name);
    if (members !== void 0) return members;
    this.diagnostics.push(
      problem("fleet.unknown-group", `the inventory has no group named '${name}'`, {
        location: new Position(caller).location,
        hint: didYouMean(name, groupNames(this.inventory))
      })
    );
    return [];
  }
  #give(hosts2, words, body) {
    this.parts.push({ hosts: hosts2, body });
    return new Part(hosts2, words, this.collect);
  }
};
var Part = class {
  constructor(hosts2, words, collectOn) {
    this.hosts = hosts2;
    this.words = words;
    this.collectOn = collectOn;
  }
  hosts;
  words;
  collectOn;
  ref(type, title2 = "") {
    const target = type.ref(title2);
    return new RemoteTarget(
      this.hosts.map(({ name }) => ({ host: name, target })),
      this.words
    );
  }
  collect(type, query) {
    const ends = this.hosts.flatMap(({ name }) => {
      const target = this.collectOn(name, type, query);
      return target === void 0 ? [] : [{ host: name, target }];
    });
    return new RemoteTarget(ends, this.words);
  }
};

// src/errors/ensure-defined.ts
function ensureDefined(value) {
  if (value === void 0) throw new TypeError("a value is missing that the code relies on");
  return value;
}

// src/secrets/secret.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { inspect } from "node:util";
var REDACTED = "[redacted]";
var Secret = class _Secret {
  static {
    brandClass(_Secret, "secret");
  }
  #value;
  #parts;
  /**
   * @param parts What must not be shown, if that is not exactly the value: the secrets that it was built from, or the
   *   secrets among other values. @default the value
   */
  constructor(value, parts) {
    this.#value = value;
    this.#parts = parts ?? [value];
  }
  /** Returns the value in plain text. */
  reveal() {
    return this.#value;
  }
  /** The plain text that a redactor has to hide. */
  get parts() {
    return this.#parts;
  }
  toString() {
    return REDACTED;
  }
  toJSON() {
    return REDACTED;
  }
  [inspect.custom]() {
    return `Secret(${REDACTED})`;
  }
  /** Returns whether a value is a secret of any copy of the library. */
  static is(value) {
    return value instanceof _Secret;
  }
};
function reveal(value) {
  return Secret.is(value) ? value.reveal() : value;
}
function isTainted(value) {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return false;
  return Secret.is(value) || Object.values(value).some(isTainted);
}
function revealAll(value) {
  if (!isTainted(value)) return value;
  if (Secret.is(value)) return revealAll(value.reveal());
  if (Array.isArray(value)) return value.map(revealAll);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revealAll(one)]));
}
function findSecrets(value) {
  if (typeof value !== "object" || value === null) return [];
  return Secret.is(value) ? [value] : Object.values(value).flatMap(findSecrets);
}
function deriveSecret(value, sources) {
  return new Secret(value, [value, ...findSecrets(sources).flatMap(({ parts }) => parts)]);
}
function makeSecret(value) {
  return new Secret(value);
}
function fromEnvironment(name) {
  const value = process.env[name];
  if (value === void 0 || value === "") {
    return raise(
      "secret.no-variable",
      `the environment variable ${name} is not set, but a secret is read from it`,
      {
        hint: `set it for this command: ${name}=\u2026 glance-apply \u2026`
      }
    );
  }
  return new Secret(value);
}
function fromFile(path) {
  try {
    return new Secret(readFileSync2(path, "utf8").replace(/\r?\n$/, ""));
  } catch (cause) {
    return raise("secret.no-file", `the secret in ${path} cannot be read: ${messageOf(cause)}`, {
      hint: "the file must contain only the secret; a final newline is ignored"
    });
  }
}
function fromTemplate(strings, ...values) {
  const text = String.raw({ raw: strings }, ...values.map((value) => String(revealAll(value))));
  return deriveSecret(text, values);
}
var secret = Object.assign(makeSecret, {
  env: fromEnvironment,
  file: fromFile,
  text: fromTemplate
});

// src/secrets/secret-encodings.ts
import { isUtf8 } from "node:buffer";
var secretEncodings = [
  { name: "base64", encode: (text) => encodeBase64(text, "base64") },
  { name: "base64 for URLs", encode: (text) => encodeBase64(text, "base64url") },
  { name: "hexadecimal", encode: (text) => bothCases(Buffer.from(text, "utf8").toString("hex")) },
  { name: "UTF-8 read as Latin-1", encode: (text) => [Buffer.from(text, "utf8").toString("latin1")] }
];
var escapeSchemes = [
  {
    name: "percent encoding",
    sign: "%",
    escapes: /%[0-7][\da-f]|(?:%[89a-f][\da-f])+/gi,
    unescape: decodePercent
  },
  {
    name: "form encoding",
    sign: "+",
    escapes: /\+|%[0-7][\da-f]|(?:%[89a-f][\da-f])+/gi,
    unescape: (sequence) => sequence === "+" ? " " : decodePercent(sequence)
  },
  {
    // JSON, JavaScript, Python, C, YAML, MySQL, and shells outside quotes and in $'…'.
    name: "backslashes",
    sign: "\\",
    escapes: /\\u[\dA-Fa-f]{4}|\\u\{[\dA-Fa-f]{1,6}\}|\\U[\dA-Fa-f]{8}|\\x[0-7][\dA-Fa-f]|(?:\\x[89A-Fa-f][\dA-Fa-f])+|\\[01][0-7]{2}|(?:\\[23][0-7]{2})+|\\./gs,
    unescape: decodeBackslash
  },
  {
    name: "HTML and XML entities",
    sign: "&",
    escapes: /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi,
    unescape: decodeEntity
  },
  {
    name: "a shell's single quotes",
    sign: "'",
    escapes: /'\\''|'"'"'/g,
    unescape: () => "'"
  },
  // SQL, YAML and CSV double one kind of quote and leave the others unchanged.
  ...["'", '"', "`"].map((quote2) => ({
    name: `doubled ${quote2}`,
    sign: quote2 + quote2,
    escapes: new RegExp(quote2 + quote2, "g"),
    unescape: () => quote2
  })),
  {
    name: "lines broken at a width",
    // base64 of mail, PEM and many tools
    sign: "\n",
    escapes: /(?<=[\w+/-])\r?\n[ \t]*(?=[\w+/=-])/g,
    unescape: () => ""
  }
];
function encodeBase64(text, encoding) {
  const bytes = Buffer.from(text, "utf8");
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString(encoding);
    const whole = Math.floor((before + bytes.length) * 8 / 6);
    return encoded.slice(Math.ceil(before * 8 / 6), whole);
  });
}
function bothCases(text) {
  return [text, text.toUpperCase()];
}
function decodePercent(sequence) {
  return decodeBytes(Buffer.from(sequence.replaceAll("%", ""), "hex"));
}
var CONTROL = {
  n: "\n",
  r: "\r",
  t: "	",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  e: "\x1B",
  "0": "\0"
};
function decodeBackslash(sequence) {
  const kind = sequence.charAt(1);
  if (sequence.length === 2) return CONTROL[kind] ?? kind;
  if (kind === "u" || kind === "U") return codePoint(sequence.replace(/[\\uU{}]/g, ""), 16);
  if (kind === "x") return decodeBytes(Buffer.from(sequence.replaceAll("\\x", ""), "hex"));
  return decodeBytes(
    Buffer.from((sequence.match(/[0-7]{3}/g) ?? []).map((octal) => Number.parseInt(octal, 8)))
  );
}
var ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
function decodeEntity(sequence) {
  const name = sequence.slice(1, -1).toLowerCase();
  if (name.startsWith("#x")) return codePoint(name.slice(2), 16);
  return name.startsWith("#") ? codePoint(name.slice(1), 10) : ENTITIES[name] ?? sequence;
}
function codePoint(digits, radix) {
  const code = Number.parseInt(digits, radix);
  return code <= 1114111 ? String.fromCodePoint(code) : "";
}
function decodeBytes(bytes) {
  return bytes.toString(isUtf8(bytes) ? "utf8" : "latin1");
}

// src/secrets/span-index.ts
var SHORTEST_SPAN = 4;
var FILTER_SIZE = 1 << 18;
var LONGEST_PART = 16 * 1024;
var SpanIndex = class {
  /** Whether a string begins with four characters of this hash, which rules out nearly every position immediately. */
  #filter;
  #byBeginning = /* @__PURE__ */ new Map();
  get isEmpty() {
    return this.#filter === void 0;
  }
  add(text) {
    if (text.length < SHORTEST_SPAN) return;
    this.#filter ??= new Uint8Array(FILTER_SIZE);
    this.#filter[hashAt(text, 0)] = 1;
    const beginning = text.slice(0, SHORTEST_SPAN);
    let byLength = this.#byBeginning.get(beginning);
    if (byLength === void 0) {
      byLength = /* @__PURE__ */ new Map();
      this.#byBeginning.set(beginning, byLength);
    }
    const known = byLength.get(text.length);
    if (known === void 0) byLength.set(text.length, /* @__PURE__ */ new Set([text]));
    else known.add(text);
  }
  /** Returns the parts of a text that occurrences cover, in order. At each position the longest occurrence counts. */
  find(text) {
    const filter = this.#filter;
    const found = [];
    if (filter === void 0) return found;
    const last = text.length - SHORTEST_SPAN;
    for (let start = 0; start <= last; start += 1) {
      if (filter[hashAt(text, start)] !== 1) continue;
      const length = this.#longestAt(text, start);
      if (length === 0) continue;
      const before = found.at(-1);
      if (before !== void 0 && start <= before.end) before.end = Math.max(before.end, start + length);
      else found.push({ start, end: start + length });
    }
    return found;
  }
  /** Returns the part of a text before `end` that is the beginning of a string whose rest was cut off there. */
  findBeginning(text, end) {
    for (let start = Math.max(0, end - LONGEST_PART); start <= end - SHORTEST_SPAN; start += 1) {
      const part = text.slice(start, end);
      for (const [length, texts] of this.#byBeginning.get(part.slice(0, SHORTEST_SPAN)) ?? []) {
        if (length <= part.length) continue;
        for (const one of texts) if (one.startsWith(part)) return { start, end };
      }
    }
    return void 0;
  }
  /** Returns the part of a text after `start` that is the end of a string whose beginning was cut off there. */
  findEnd(text, start) {
    const first = text.slice(start, start + SHORTEST_SPAN);
    if (first.length < SHORTEST_SPAN) return void 0;
    let longest = 0;
    for (const byLength of this.#byBeginning.values())
      for (const texts of byLength.values())
        for (const one of texts) {
          const from = Math.max(1, one.length - LONGEST_PART);
          for (let at = one.indexOf(first, from); at >= 0; at = one.indexOf(first, at + 1))
            if (one.length - at > longest && text.startsWith(one.slice(at), start)) longest = one.length - at;
        }
    return longest === 0 ? void 0 : { start, end: start + longest };
  }
  #longestAt(text, start) {
    const byLength = this.#byBeginning.get(text.slice(start, start + SHORTEST_SPAN));
    let longest = 0;
    for (const [length, texts] of byLength ?? []) {
      if (length > longest && texts.has(text.slice(start, start + length))) longest = length;
    }
    return longest;
  }
};
function hashAt(text, at) {
  const mixed = Math.imul(text.charCodeAt(at), 2654435761) ^ Math.imul(text.charCodeAt(at + 1), 2246822519) ^ Math.imul(text.charCodeAt(at + 2), 3266489917) ^ Math.imul(text.charCodeAt(at + 3), 668265263);
  return (mixed ^ mixed >>> 15) & FILTER_SIZE - 1;
}

// src/secrets/unescape-text.ts
function unescapeText(text, escaping) {
  if (!text.includes(escaping.sign)) return void 0;
  const starts = [];
  const ends = [];
  const meantStarts = [];
  const meantEnds = [];
  const pieces = [];
  let copied = 0;
  let length = 0;
  for (const match of text.matchAll(escaping.escapes)) {
    const meant = escaping.unescape(match[0]);
    pieces.push(text.slice(copied, match.index), meant);
    length += match.index - copied;
    copied = match.index + match[0].length;
    starts.push(match.index);
    ends.push(copied);
    meantStarts.push(length);
    length += meant.length;
    meantEnds.push(length);
  }
  if (starts.length === 0) return void 0;
  pieces.push(text.slice(copied));
  const before = (position) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = low + high >>> 1;
      if (ensureDefined(meantStarts[middle]) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const outside = (position, nearest) => nearest < 0 ? position : ensureDefined(ends[nearest]) + position - ensureDefined(meantEnds[nearest]);
  return {
    text: pieces.join(""),
    origin({ start, end }) {
      const first = before(start + 1) - 1;
      const last = before(end) - 1;
      const isInFirst = first >= 0 && start < ensureDefined(meantEnds[first]);
      const isInLast = last >= 0 && end <= ensureDefined(meantEnds[last]);
      return {
        start: isInFirst ? ensureDefined(starts[first]) : outside(start, first),
        end: isInLast ? ensureDefined(ends[last]) : outside(end, last)
      };
    }
  };
}

// src/secrets/redactor.ts
var LOGIN = /(?:[a-z][a-z\d+.-]{0,30}:\/\/|,)[^\s:/@,]{0,1000}:(?=([^\s@]{1,1000})@)(?=(\S{0,1000})@)/gi;
var CUT = /…|\n\[\d+ bytes left out\]\n/g;
var MAX_CUTS = 100;
var MAX_LOGINS = 1e3;
var DEPTH = 2;
var Redactor = class {
  #spans = new SpanIndex();
  /** Secrets that are too short to be searched for inside other text. */
  #short = /* @__PURE__ */ new Set();
  #known = /* @__PURE__ */ new Set();
  #plainWords;
  /**
   * @param options.plainWords Whether secrets that consist only of letters are redacted as well: with the password
   *   'password' a message about a manifest would become incomprehensible. @default true
   */
  constructor({ plainWords = true } = {}) {
    this.#plainWords = plainWords;
  }
  /** Adds a secret: a string, or a value that contains secrets or strings. */
  add(value) {
    if (Secret.is(value)) this.add(value.parts);
    else if (typeof value === "string") this.#addText(value);
    else if (Array.isArray(value)) for (const item of value) this.add(item);
    else if (value instanceof Uint8Array) this.#addText(Buffer.from(value).toString("utf8"));
    else if (typeof value === "object" && value !== null)
      for (const item of Object.values(value)) this.add(item);
    else if (typeof value === "number" || typeof value === "bigint") this.#addText(String(value));
  }
  /** Redacts every known secret in a text. A very short secret is redacted only if it is the whole text. */
  text(text) {
    if (this.#short.has(text.trim())) return REDACTED;
    if (this.#spans.isEmpty || text.length < SHORTEST_SPAN) return text;
    const spans = [...this.#find(text, DEPTH), ...this.#findCut(text)];
    if (spans.length === 0) return text;
    spans.sort((a, b) => a.start - b.start);
    let [result, copied] = ["", 0];
    for (const { start, end } of spans) {
      if (start >= copied) result += `${text.slice(copied, start)}${REDACTED}`;
      copied = Math.max(copied, end);
    }
    return result + text.slice(copied);
  }
  /** Redacts every known secret in the messages of a diagnostic. */
  diagnostic(diagnostic) {
    const { message, hint, related } = diagnostic;
    return {
      ...diagnostic,
      message: this.text(message),
      ...hint === void 0 ? {} : { hint: this.text(hint) },
      ...related === void 0 ? {} : { related: related.map((other) => ({ ...other, message: this.text(other.message) })) }
    };
  }
  /** Returns a copy of plain data in which every secret is redacted. */
  value(value) {
    return this.#walk(value);
  }
  #find(text, depth) {
    const spans = this.#spans.find(text);
    if (depth === 0) return spans;
    for (const escaping of escapeSchemes) {
      const meant = unescapeText(text, escaping);
      if (meant === void 0) continue;
      for (const span of this.#find(meant.text, depth - 1)) spans.push(meant.origin(span));
    }
    return spans;
  }
  /** Finds the parts of secrets next to the points where something was left out. */
  *#findCut(text) {
    let cuts = 0;
    for (const { 0: cut, index } of text.matchAll(CUT)) {
      if (++cuts > MAX_CUTS) return;
      const parts = [
        this.#spans.findBeginning(text, index),
        cut === "\u2026" ? void 0 : this.#spans.findEnd(text, index + cut.length)
      ];
      for (const part of parts) if (part !== void 0) yield part;
    }
  }
  #walk(value) {
    if (Secret.is(value)) return REDACTED;
    if (typeof value === "string") return this.text(value);
    if (typeof value === "number" || typeof value === "bigint")
      return this.#known.has(String(value)) ? REDACTED : value;
    if (Array.isArray(value)) return value.map((item) => this.#walk(item));
    if (value instanceof Uint8Array) {
      const text = Buffer.from(value).toString("latin1");
      return this.text(text) === text ? value : REDACTED;
    }
    if (typeof value !== "object" || value === null) return value;
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.text(key), this.#walk(item)]));
  }
  #addText(text) {
    if (this.#known.has(text) || !this.#plainWords && /^[a-z_]+$/i.test(text)) return;
    this.#known.add(text);
    for (const line of [text, ...text.split(/\r?\n|\r/)]) {
      const trimmed = line.trim();
      for (const form of trimmed === line ? [line] : [line, trimmed]) {
        if (form.length >= SHORTEST_SPAN) this.#addSpans(form);
        else if (form !== "") this.#short.add(form);
      }
    }
    if (!text.includes("@")) return;
    let logins = 0;
    for (const [, shortest = "", longest = ""] of text.matchAll(LOGIN)) {
      if (++logins > MAX_LOGINS) break;
      for (const password of [shortest, longest]) {
        if (password === "") continue;
        this.#addText(password);
        this.#addText(decodePercentEncoding(password));
      }
    }
  }
  #addSpans(text) {
    this.#spans.add(text);
    for (const { encode } of secretEncodings) for (const span of encode(text)) this.#spans.add(span);
  }
};
function decodePercentEncoding(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/catalog/add-catalog-secrets.ts
function addCatalogSecrets(redactor, resources2) {
  for (const { desired, parameters } of resources2) {
    for (const secret2 of [...findSecrets(desired), ...findSecrets(parameters)]) redactor.add(secret2);
  }
  return redactor;
}

// src/catalog/reference.ts
function capitalize(name) {
  if (!name.includes("::")) return name.charAt(0).toUpperCase() + name.slice(1);
  return name.split("::").map((segment) => segment.charAt(0).toUpperCase() + segment.slice(1)).join("::");
}
function normalizeName(name) {
  return name.replace(/^::/, "").toLowerCase();
}
function referenceKey(type, title2) {
  return type === "class" ? `class[${normalizeName(title2)}]` : `${type}[${title2}]`;
}
var Reference = class _Reference {
  constructor(type, title2) {
    this.type = type;
    this.title = title2;
  }
  type;
  title;
  static {
    brandClass(_Reference, "reference");
  }
  get key() {
    return referenceKey(this.type, this.title);
  }
  toString() {
    return `${capitalize(this.type)}[${this.type === "class" ? capitalize(normalizeName(this.title)) : this.title}]`;
  }
  static is(value) {
    return value instanceof _Reference;
  }
  /** Parses `Type[title]`; undefined if the string is not a reference. */
  static parse(text) {
    const match = /^\s*(::)?([A-Za-z][\w]*(?:::\w+)*)\[\s*(?:'([^']*)'|"([^"]*)"|([\s\S]*?))\s*\]\s*$/.exec(
      text
    );
    if (match === null) return void 0;
    const type = normalizeName(match[2] ?? "");
    const name = match[3] ?? match[4] ?? match[5] ?? "";
    return new _Reference(type, type === "class" ? normalizeName(name) : name);
  }
};

// src/catalog/catalog.ts
function catalogIndex(resources2, aliases) {
  const byTitle = new Map(
    resources2.map((resource) => [referenceKey(resource.type, resource.title), resource])
  );
  return (type, title2) => {
    const key = referenceKey(type, title2);
    const alias = aliases.get(key);
    return byTitle.get(key) ?? (alias === void 0 ? void 0 : resources2[alias]);
  };
}

// src/catalog/build-provenance.ts
import isNil from "lodash/isNil.js";

// src/catalog/attribute.ts
var nonEmpty = {
  schema: { type: "string", minLength: 1 },
  expected: "a string that is not empty"
};
function title(doc, value = nonEmpty, { text } = {}) {
  return { role: "title", value, doc, text };
}
function property(value, doc, options = {}) {
  return { role: "property", value, doc, ...options };
}
function parameter(value, doc, options = {}) {
  return { role: "parameter", value, doc, ...options };
}

// src/data/is-hash.ts
function isHash(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/catalog/values/compounds.ts
function arrayOf(item) {
  return {
    schema: { type: "array", items: item.schema },
    expected: `a list, each item ${item.expected}`,
    munge: (value) => (Array.isArray(value) ? value : value === void 0 ? [] : [value]).map(
      (one) => item.munge?.(one) ?? one
    ),
    ...secrecyOf(item)
  };
}
function anyOf(...types) {
  return {
    schema: { anyOf: types.map((type) => type.schema) },
    expected: types.map((type) => type.expected).join(", or "),
    munge: (value) => {
      if (types.some((type) => type.schema.type === jsonType(value))) return value;
      for (const type of types) {
        if (type.munge === void 0) continue;
        const munged = type.munge(value);
        if (munged !== value) return munged;
      }
      return value;
    },
    ...secrecyOf(types.find((type) => type.secret))
  };
}
function secrecyOf(item) {
  return { secret: item?.secret, keepsSecret: item?.secret && item.keepsSecret };
}
function jsonType(value) {
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "boolean" ? "boolean" : void 0;
}

// src/catalog/values/value-type.ts
function secretOf(type) {
  const { types: _, ...described } = type;
  return { ...described, secret: true, keepsSecret: true };
}

// src/catalog/values/scalars.ts
function toText(value) {
  return typeof value === "number" ? String(value) : value;
}
var string = {
  schema: { type: "string" },
  expected: "a string",
  munge: toText
};
var secretString = secretOf({ ...string, expected: "a secret string" });
var boolean = {
  schema: { type: "boolean" },
  expected: "true or false",
  munge: (value) => value === "true" ? true : value === "false" ? false : value
};
function integer(bounds = {}) {
  const { min, max } = bounds;
  const range = min !== void 0 && max !== void 0 ? ` from ${min} to ${max}` : min !== void 0 ? ` of at least ${min}` : max !== void 0 ? ` of at most ${max}` : "";
  return {
    schema: {
      type: "integer",
      ...min === void 0 ? {} : { minimum: min },
      ...max === void 0 ? {} : { maximum: max }
    },
    expected: `an integer${range}`,
    munge: (value) => typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value
  };
}
function oneOf(...words) {
  const listed = words.map((word) => `'${word}'`);
  return {
    schema: { type: "string", enum: words },
    expected: listed.length === 1 ? `${listed[0]}` : `${listed.slice(0, -1).join(", ")} or ${listed.at(-1)}`
  };
}
function stringOf(pattern, expected) {
  return { schema: { type: "string", pattern: pattern.source }, expected };
}
var absolutePath = stringOf(/^\/[^\0]*$/, "an absolute path");

// src/catalog/metaparameter-table.ts
var logLevels = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"];
var relationships = {
  before: { forward: true, refresh: false },
  notify: { forward: true, refresh: true },
  require: { forward: false, refresh: false },
  subscribe: { forward: false, refresh: true }
};
var retry = {
  schema: {
    anyOf: [
      { type: "integer", minimum: 1 },
      {
        type: "object",
        properties: { tries: { type: "integer", minimum: 1 }, delay: { type: "number", minimum: 0 } },
        required: ["tries"],
        additionalProperties: false
      }
    ]
  },
  expected: "a number of tries, or { tries, delay }",
  munge: (value) => integer().munge?.(value) ?? value
};
var metaparameters = {
  tag: parameter(anyOf(string, arrayOf(string)), "Names to find it by in collectors."),
  noop: parameter(boolean, "Planned, never changed. Passed on to what a class or defined type contains."),
  alias: parameter(anyOf(string, arrayOf(string)), "Further titles that references may use."),
  retry: parameter(
    retry,
    "Further tries of a change that fails: a number, or { tries, delay } with seconds between two tries. Passed on."
  ),
  virtual: parameter(boolean, "Declared, and left out until it is realized or a collector asks for it."),
  exported: parameter(
    boolean,
    "Declared to be collected on any host of the fleet; on its own host it is virtual."
  ),
  loglevel: parameter(
    oneOf(...logLevels, "verbose"),
    "How much it matters; below notice a change is not told on the terminal. Passed on."
  ),
  schedule: parameter(string, "The schedule that says when it may be looked at and changed. Passed on."),
  stage: parameter(string, "Of classes alone: the stage that it belongs to.")
};
var metaparameterNames = /* @__PURE__ */ new Set([
  ...Object.keys(relationships),
  ...Object.keys(metaparameters),
  // A metaparameter of Puppet that is refused: runs are not compared with each other.
  "audit"
]);

// src/catalog/collector.ts
function applyOverride(attributes, { set, add }) {
  const changed = { ...attributes, ...set };
  for (const [name, value] of Object.entries(add)) changed[name] = [changed[name] ?? [], value].flat();
  return changed;
}
var Collector = class _Collector {
  constructor(seal, type, attributes, query, position, findsExports = false) {
    this.seal = seal;
    this.type = type;
    this.attributes = attributes;
    this.query = query;
    this.position = position;
    this.findsExports = findsExports;
    seal.refuseLate(() => `${this} is collected`, position);
  }
  seal;
  type;
  attributes;
  query;
  position;
  findsExports;
  static {
    brandClass(_Collector, "collector");
  }
  overrides;
  /**
   * Changes attributes of all resources that are found; `add` appends whereas `set` replaces. Earlier overrides remain
   * in effect.
   */
  override(set, add = {}) {
    this.seal.refuseLate(() => `${this} is overridden`, this.position);
    const before = this.overrides ?? { set: {}, add: {} };
    this.overrides = { set: { ...before.set, ...set }, add: mergeAdditions(before.add, add) };
    return this;
  }
  /** Names in the query that no resource of the type has, so that the query never finds anything. */
  get unknownInQuery() {
    return this.#unknown(this.query === void 0 ? [] : [...findAttributeNames(this.query)]);
  }
  /** Names of overrides that no resource of the type has. */
  get unknownInOverrides() {
    return this.#unknown(Object.keys({ ...this.overrides?.set, ...this.overrides?.add }));
  }
  #unknown(names3) {
    const { attributes } = this;
    if (attributes === void 0) return [];
    return names3.filter(
      (name) => name !== "title" && !metaparameterNames.has(name) && !Object.hasOwn(attributes, name)
    );
  }
  /** Whether it was created in the compilation that a seal belongs to. */
  isOf(seal) {
    return this.seal === seal;
  }
  /** Returns the Puppet spelling, for messages: `Package<| tag == 'x' |>`, `Package<<| tag == 'x' |>>` for exports. */
  toString() {
    const query = this.query ? describeQuery(this.query) : "";
    return capitalize(this.type) + (this.findsExports ? `<<| ${query} |>>` : `<| ${query} |>`);
  }
};
function mergeAdditions(before, more) {
  const all = { ...before };
  for (const [name, value] of Object.entries(more))
    all[name] = name in all ? [all[name], value].flat() : value;
  return all;
}

// src/catalog/chain.ts
var Chain = class {
  constructor(seal, start, position) {
    this.seal = seal;
    this.start = start;
    this.position = position;
    this.#refuseLate();
  }
  seal;
  start;
  position;
  links = [];
  /** `->`: the previous resources are applied before these. */
  before(to) {
    this.#refuseLate();
    this.links.push({ refresh: false, to });
    return this;
  }
  /** `~>`: the previous resources are applied before these, and refresh them when they change. */
  notify(to) {
    this.#refuseLate();
    this.links.push({ refresh: true, to });
    return this;
  }
  #refuseLate() {
    this.seal.refuseLate(() => "a chain is made", this.position);
  }
};

// src/catalog/compilation-failure.ts
var CompilationFailure = class _CompilationFailure extends Error {
  constructor(message, hint, parameter2, by) {
    super(message);
    this.hint = hint;
    this.parameter = parameter2;
    this.by = by;
    this.name = "CompilationFailure";
  }
  hint;
  parameter;
  by;
  static {
    brandClass(_CompilationFailure, "compilation-failure");
  }
};
function diagnoseError(container, error) {
  if (error instanceof CompilationFailure) return [diagnoseFailure(container, error)];
  if (GlanceApplyError.is(error)) {
    const diagnostics = error.diagnostics.map((one) => ({
      ...one,
      location: one.location ?? container.location
    }));
    if (diagnostics.some(({ severity }) => severity === "error")) return diagnostics;
  }
  return [
    problem("class.threw", `${container} failed while it was compiled: ${messageOf(error)}`, {
      location: container.location
    })
  ];
}
function diagnoseFailure(container, failure) {
  const { by = container, message, hint, parameter: parameter2 } = failure;
  return problem("class.refused", `${by}: ${message}`, {
    location: parameter2 === void 0 ? by.location : by.locationOf(parameter2),
    hint
  });
}

// src/catalog/container-state.ts
var ContainerState = class {
  constructor(container, definition) {
    this.container = container;
    this.definition = definition;
  }
  container;
  definition;
  /** Whether its content has been declared. */
  phase = "waiting";
  /** Its parameters: given, from data or by default, with the changes of collectors. */
  parameters = {};
  /** The classes that name it in `contain`, in addition to the resource that declared it. */
  containers = /* @__PURE__ */ new Set();
  /** Source locations of parameters that were not given in the declaration but in data or by a collector. */
  locationsElsewhere = /* @__PURE__ */ new Map();
  /** Collectors whose overrides were applied before its content was declared. */
  appliedCollectors = /* @__PURE__ */ new Set();
  /** Parameters with a warning that does not depend on their value, such as deprecated ones. */
  warnedParameters = /* @__PURE__ */ new Set();
  /** Whether the body of a class or defined type of the library is declaring its content. */
  get declaresForLibrary() {
    const { definition, container } = this;
    return this.phase === "declaring" && (definition?.defined ?? container.position).location === void 0;
  }
};

// src/catalog/text-form.ts
function findTextError(value, form) {
  if (form === "bytes") return void 0;
  for (const text of findStrings(value)) {
    const textError = describeTextError(text, form);
    if (textError !== void 0) return textError;
  }
  return void 0;
}
function* findStrings(value) {
  const waiting = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === "string") yield one;
    else if (Array.isArray(one)) for (const item of one) waiting.push(item);
    else if (typeof one === "object" && one !== null && isPlain(one))
      for (const [name, inner] of Object.entries(one)) waiting.push(name, inner);
  }
}
function describeTextError(text, form) {
  if (text.includes("\0")) return "a NUL character, at which the system ends a string; remove it";
  if (form === "line" && /[\r\n]/.test(text)) return "a line break, but must be one line; remove it";
  return void 0;
}
function isPlain(value) {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

// src/catalog/values/validate.ts
import { createRequire } from "node:module";

// src/catalog/values/precompiled.ts
var precompiled = {};
function schemaKey(schema) {
  return JSON.stringify(schema);
}

// src/catalog/values/validate.ts
var bySchema = /* @__PURE__ */ new WeakMap();
var byKey = new Map(Object.entries(precompiled));
var ajv;
function validatorFor(schema) {
  let validator = bySchema.get(schema);
  if (validator === void 0) {
    const key = schemaKey(schema);
    validator = byKey.get(key) ?? compile(schema);
    byKey.set(key, validator);
    bySchema.set(schema, validator);
  }
  return validator;
}
function compile(schema) {
  if (ajv === void 0) {
    const { Ajv } = createRequire(import.meta.url)("ajv");
    ajv = new Ajv({ strict: true, allowUnionTypes: true });
  }
  return ajv.compile(schema);
}

// src/catalog/check-value.ts
function checkValue(owner, name, attribute, given, text = "lines") {
  const clear = revealAll(given);
  const value = attribute.value.munge?.(clear) ?? clear;
  if (containsPlaceholder(value)) return { problem: lostSecret(owner, name) };
  if (validatorFor(attribute.value.schema)(value)) {
    const textError = findTextError(value, attribute.text ?? text);
    return textError === void 0 ? { value } : { problem: invalidText(owner, name, textError) };
  }
  const confidential = isTainted(given) || attribute.value.secret === true;
  const shown = confidential ? REDACTED : quote(given);
  return {
    problem: problem(
      "attribute.value",
      `${owner}: ${name} must be ${attribute.value.expected}, not ${shown}`,
      {
        location: locationOf(owner, name),
        ...confidential ? { confidential } : {}
      }
    )
  };
}
function invalidText(owner, name, textError) {
  return problem("attribute.text", `${owner}: ${name} has ${textError}`, {
    location: locationOf(owner, name)
  });
}
function containsPlaceholder(value) {
  for (const text of findStrings(value)) if (text.includes(REDACTED)) return true;
  return false;
}
function lostSecret(owner, name) {
  return problem("attribute.secret", `${owner}: ${name} contains '${REDACTED}' instead of a secret`, {
    location: locationOf(owner, name),
    hint: "build a string that contains a secret with the template tag secret.text; the whole string is then a secret"
  });
}
function unknownAttribute(owner, name, table2, others) {
  return problem("attribute.unknown", `${owner} has no parameter named '${name}'`, {
    location: locationOf(owner, name),
    hint: didYouMean(name, [...Object.keys(table2), ...others])
  });
}
function inapplicableAttribute(owner, name, system) {
  return problem("attribute.elsewhere", `${owner}: ${name} is for ${system} and would have no effect here`, {
    location: locationOf(owner, name),
    hint: `leave ${name} out`
  });
}
function locationOf(owner, name) {
  return owner.locationOf?.(name) ?? owner.location;
}
function quote(value) {
  if (typeof value === "string") return `'${value.length > 60 ? `${value.slice(0, 57)}...` : value}'`;
  if (typeof value === "function") return "a function";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

// src/catalog/lookup.ts
function lookUp(compilation, key, type, options, position) {
  const found = compilation.data.lookup(key, options.merge === void 0 ? {} : { merge: options.merge });
  if (found === void 0 || found.value === null) {
    if (options.default instanceof Function)
      return callDefault(compilation, key, type, options.default, position);
    if ("default" in options) return options.default;
    return raise("data.not-found", `data has no value for '${key}'`, {
      location: position.location,
      hint: "add it to a data file, or give the lookup a default"
    });
  }
  if (type === void 0) return found.value;
  const location = found.sources[0]?.location ?? position.location;
  const owner = { location, toString: () => "data" };
  const checked = checkValue(owner, key, { role: "parameter", value: type, doc: "" }, found.value);
  if ("problem" in checked) throw new GlanceApplyError(checked.problem);
  if (type.secret === true && type.schema.type === "string") return new Secret(checked.value);
  if (!isTainted(found.value) && type.secret !== true) return checked.value;
  return raise("data.secret", `'${key}' is a secret, and is looked up as if it was none`, {
    location: position.location,
    hint: "look it up as secretString, or without a type, and hand it on as it is"
  });
}
function callDefault(compilation, key, type, value, position) {
  try {
    return value();
  } catch (error) {
    if (type?.secret !== true || !GlanceApplyError.is(error)) throw error;
    for (const { hint, ...diagnostic } of error.diagnostics) {
      compilation.report({
        ...diagnostic,
        location: position.location,
        hint: [hint, `or give data a value for '${key}'`].filter(Boolean).join(", ")
      });
    }
    return new Secret("missing");
  }
}

// src/catalog/resource.ts
import { isDeepStrictEqual } from "node:util";
var Resource = class _Resource {
  constructor(parent, type, title2, given, position) {
    this.parent = parent;
    this.type = type;
    this.title = title2;
    this.given = given;
    this.position = position;
    if (parent !== void 0) refuseOtherVersion(this, parent);
  }
  parent;
  type;
  title;
  given;
  position;
  static {
    brandClass(_Resource, "resource");
  }
  /** The name of the resource for relationships in data: `Service[glance-api]`. */
  get reference() {
    return new Reference(this.type, this.title);
  }
  /** Whether it is part of the catalog only if it is realized. */
  get isVirtual() {
    return isTrue(this.given.virtual) || this.isExported;
  }
  /** Whether it can be collected on other hosts. */
  get isExported() {
    return isTrue(this.given.exported);
  }
  /** Where it was declared; resources of a library class have the location at which the class was declared. */
  get location() {
    return this.position.location ?? this.parent?.location;
  }
  /** Returns where one of its attributes was given, as far as that is known. */
  locationOf(attribute) {
    return this.position.locationOf(attribute) ?? this.location;
  }
  /** Returns whether it has these attributes with these values; undefined counts as not given. */
  hasAttributes(attributes) {
    return Object.entries(attributes).every(
      ([name, value]) => name in relationships || isDeepStrictEqual(revealAll(this.given[name]), revealAll(value))
    );
  }
  toString() {
    return this.reference.toString();
  }
  static is(value) {
    return value instanceof _Resource;
  }
};
function isTrue(value) {
  return value === true || value === "true";
}
function refuseOtherVersion(resource, scope) {
  const compiling = findCreatingCopy(scope);
  if (compiling === thisCopy || compiling?.version === thisCopy.version) return;
  const inWords4 = ({ version, folder }) => `glance-apply ${version} (${folder})`;
  raise(
    "library.copies",
    `${resource} is of ${inWords4(thisCopy)}, and is declared in a manifest that ${compiling === void 0 ? "another version of glance-apply" : inWords4(compiling)} compiles`,
    {
      location: resource.location,
      hint: "have one copy of glance-apply: a package that others use names it among its peerDependencies"
    }
  );
}

// src/catalog/container.ts
var compilerOfContainer = /* @__PURE__ */ Symbol.for("glance-apply.compiler");
var Container = class _Container extends Resource {
  static {
    brandClass(_Container, "container");
  }
  [compilerOfContainer];
  constructor(compiler, parent, type, title2, given, position, definition) {
    super(parent, type, title2, given, position);
    this[compilerOfContainer] = compiler;
    compiler.addContainer(new ContainerState(this, definition));
  }
  get [declaresForLibrary]() {
    return this.#state?.declaresForLibrary === true;
  }
  locationOf(attribute) {
    return this.#state?.locationsElsewhere.get(attribute) ?? super.locationOf(attribute);
  }
  /** Overridden by classes and defined types. */
  declare() {
  }
  get parameters() {
    return this.#state?.parameters ?? {};
  }
  get facts() {
    return this.#compilation.facts;
  }
  get release() {
    return this.#compilation.release;
  }
  include(type) {
    const known = this.find(type) ?? new type(this);
    this[compilerOfContainer].declareNow(known);
    return known;
  }
  contain(type) {
    const included = this.include(type);
    this.#refuseLate(() => `${included} is contained`, this.contain);
    this.#compilation.containerState(included)?.containers.add(this);
    return included;
  }
  lookup(key, type, options = {}) {
    return lookUp(this.#compilation, key, type, options, new Position(this.lookup));
  }
  collect({ definition }, query) {
    const { collectors, seal } = this.#compilation;
    const { name, attributes } = definition;
    const collector = new Collector(seal, name, attributes, toQuery(query), positionIn(this, this.collect));
    collectors.push(collector);
    return collector;
  }
  collectExported({ definition }, query) {
    const { collectors, seal } = this.#compilation;
    const { name, attributes } = definition;
    const position = positionIn(this, this.collectExported);
    const collector = new Collector(seal, name, attributes, toQuery(query), position, true);
    collectors.push(collector);
    return collector;
  }
  chain(start) {
    const { chains, seal } = this.#compilation;
    const chain = new Chain(seal, start, positionIn(this, this.chain));
    chains.push(chain);
    return chain;
  }
  realize(...references) {
    this.#refuseLate(() => `${references.join(", ")} is realized`, this.realize);
    for (const reference of references)
      this.#compilation.realizations.push({ reference, position: positionIn(this, this.realize) });
  }
  ensureResource(type, title2, attributes = {}) {
    const existing = this.find(type, title2);
    return existing?.hasAttributes(attributes) ? existing : new type(this, title2, attributes);
  }
  find({ definition }, title2) {
    return title2 === void 0 ? this.#compilation.find("class", definition.name) : this.#compilation.find(definition.name, title2);
  }
  has({ type, title: title2 }) {
    return this.#compilation.has(type, title2);
  }
  parametersOf(className) {
    const found = this.#compilation.find("class", normalizeName(className));
    return found && this.#compilation.containerState(found)?.parameters;
  }
  warn(message, hint) {
    this.#refuseLate(() => `${this} warns`, this.warn);
    this.#compilation.report(
      warning("class.warning", `${this}: ${message}`, { location: this.location, hint })
    );
  }
  fail(message, hint, parameter2) {
    throw new CompilationFailure(message, hint, parameter2, this);
  }
  reportError(message, hint, parameter2) {
    this.#refuseLate(() => `${this} refuses the catalog`, this.reportError);
    this.#compilation.report(diagnoseFailure(this, new CompilationFailure(message, hint, parameter2)));
  }
  get #compilation() {
    return this[compilerOfContainer].compilation;
  }
  /** Undefined only while the container is being built. */
  get #state() {
    return this.#compilation.containerState(this);
  }
  #refuseLate(what2, caller) {
    const container = this;
    this.#compilation.seal.refuseLate(what2, {
      get location() {
        return positionIn(container, caller).location;
      }
    });
  }
};
function compilerOf(scope) {
  if (scope instanceof Container) return scope[compilerOfContainer];
  throw new TypeError(
    "resources are declared in the scope that a manifest, a class or a defined type is given"
  );
}
function createSite(compiler, position) {
  return new Container(compiler, void 0, "class", "main", {}, position);
}

// src/catalog/secret-attributes.ts
function toProviderValues({ definition, desired, secrets }) {
  if (secrets.size === 0) return desired;
  const opened = { ...desired };
  for (const name of secrets) {
    const value = desired[name];
    if (Secret.is(value) && !definition?.attributes[name]?.value.keepsSecret) opened[name] = value.reveal();
  }
  return opened;
}
function withSecrets(values, names3, given) {
  const concealed = { ...values };
  for (const name of names3) {
    const value = values[name];
    if (value !== void 0 && value !== null && !isTainted(value))
      concealed[name] = concealAs(value, given[name]);
  }
  return concealed;
}
function concealAs(value, given) {
  return new Secret(value, findSecretParts(value, given));
}
function concealLiterals(values, table2) {
  const names3 = Object.keys(values).filter((name) => Object.hasOwn(table2, name) && table2[name]?.value.secret);
  return names3.length === 0 ? values : withSecrets(values, names3, {});
}
function findSecretParts(value, given) {
  if (typeof given !== "object" || given === null || !isTainted(given)) return [value];
  if (Secret.is(given)) return [value, ...given.parts];
  const parts = findSecrets(given).flatMap((one) => one.parts);
  if (typeof value !== "object" || value === null) return [value, ...parts];
  if (Array.isArray(given) === Array.isArray(value)) {
    const values = { ...value };
    const inner = Object.entries(given).filter(([, one]) => isTainted(one));
    return inner.flatMap(([key, one]) => findSecretParts(values[key], one));
  }
  const texts = findSecrets(given).map((one) => String(revealAll(one)));
  return Object.values(value).filter((one) => texts.some((text) => text.includes(String(one)))).concat(parts);
}

// src/catalog/native-type.ts
var NativeResource = class _NativeResource extends Resource {
  constructor(scope, definition, title2, attributes, position) {
    super(scope, definition.name, title2, concealLiterals(attributes, definition.attributes), position);
    this.definition = definition;
    compilerOf(scope).compilation.add(this);
  }
  definition;
  static {
    brandClass(_NativeResource, "native-resource");
  }
};
function nativeType(name, attributes, options) {
  const titleAttribute = Object.keys(attributes).find(
    (key) => ensureDefined(attributes[key]).role === "title"
  );
  if (titleAttribute === void 0) throw new TypeError(`the type ${name} has no title attribute`);
  const definition = { ...options, name, attributes, titleAttribute };
  return class extends NativeResource {
    static definition = definition;
    constructor(scope, resourceTitle, given = {}, position = positionIn(scope, new.target)) {
      super(scope, definition, resourceTitle, given, position);
    }
    static ref(resourceTitle) {
      return new Reference(name, resourceTitle);
    }
  };
}

// src/catalog/build-provenance.ts
function buildProvenance(resource, final) {
  const table2 = tableOf(resource, final);
  return {
    declaredBy: resource.parent?.reference,
    get realizedBy() {
      const by = final.realizerOf(resource);
      if (by === void 0) return void 0;
      return by instanceof Collector ? { collector: by.toString(), location: by.position.location } : { collector: void 0, location: by.location };
    },
    sourceOf(name) {
      const collector = final.overriderOf(resource, name);
      if (collector !== void 0) {
        return { kind: "collector", location: collector.position.location, by: collector.toString() };
      }
      const written = [name, ...olderNames(name, table2)].find((one) => !isNil(resource.given[one]));
      if (written !== void 0) return { kind: "given", location: resource.locationOf(written) };
      const location = resource.location;
      return findInData(resource, name, final) ?? (isInTitle(resource, name) ? { kind: "title", location } : defaultSource);
    }
  };
}
var defaultSource = { kind: "default", location: void 0 };
function tableOf(resource, { compilation }) {
  const definition = resource instanceof NativeResource ? resource.definition : compilation.containerState(resource)?.definition;
  return definition?.attributes ?? {};
}
function isInTitle(resource, name) {
  if (!(resource instanceof NativeResource)) return false;
  const { parseTitle, titleAttribute } = resource.definition;
  const parts = parseTitle?.(resource.title);
  return typeof parts === "object" ? !isNil(parts[name]) : name === titleAttribute;
}
function olderNames(name, table2) {
  return Object.keys(table2).filter((other) => table2[other]?.became?.name === name);
}
function findInData(resource, name, { compilation }) {
  if (resource.type !== "class" || resource.title === "main") return void 0;
  try {
    const found = compilation.data.lookup(`${resource.title}::${name}`);
    if (found === void 0 || found.value === null) return void 0;
    const [source] = found.sources;
    return { kind: "data", location: source?.location, by: source?.level };
  } catch (error) {
    if (GlanceApplyError.is(error)) return void 0;
    throw error;
  }
}

// src/catalog/compiled-resource.ts
var oneTry = { tries: 1, delay: 1 };
var nothing = /* @__PURE__ */ new Set();
var CompiledResource = class {
  type;
  title;
  reference;
  parameters;
  definition;
  desired;
  secrets;
  name;
  index;
  containers;
  declaredIn;
  noop;
  loglevel;
  schedule;
  retry;
  #source;
  #final;
  constructor(source, { index, containers, declaredIn, final, passedOn }) {
    this.index = index;
    this.containers = containers;
    this.declaredIn = declaredIn;
    this.#source = source;
    this.#final = final;
    this.type = source.type;
    this.title = source.title;
    this.reference = source.toString();
    const attributes = final.attributes(source);
    this.parameters = withoutRelationships(attributes);
    this.definition = source instanceof NativeResource ? source.definition : void 0;
    this.noop = passedOn.noop;
    this.retry = toRetry(passedOn.retry);
    this.loglevel = passedOn.loglevel ?? "notice";
    this.schedule = passedOn.schedule;
    this.parameters = { ...passedOn, ...this.parameters };
    if (this.definition === void 0) {
      const state = final.compilation.containerState(source);
      this.parameters = { ...this.parameters, ...state?.parameters };
      this.desired = {};
      this.secrets = nothing;
      this.name = source.title;
    } else {
      const { desired, secrets } = resolveAttributes(source, this.definition, attributes, final);
      const concealed = (values) => secrets.size === 0 ? values : withSecrets(values, secrets, attributes);
      this.desired = concealed(desired);
      this.parameters = concealed(this.parameters);
      this.secrets = secrets;
      const { nameOf, titleAttribute } = this.definition;
      this.name = nameOf?.(desired) ?? String(desired[titleAttribute] ?? source.title);
    }
  }
  get location() {
    return this.#source.location;
  }
  get provenance() {
    return buildProvenance(this.#source, this.#final);
  }
  get tags() {
    return this.#final.tags(this.#source);
  }
};
function withoutRelationships(attributes) {
  const kept = {};
  for (const name in attributes) {
    if (!(name in relationships) && name !== "virtual" && name !== "exported" && attributes[name] !== void 0)
      kept[name] = attributes[name];
  }
  return kept;
}
function toRetry(given) {
  if (given === void 0) return oneTry;
  return typeof given === "number" ? { ...oneTry, tries: given } : { ...oneTry, ...given };
}
function resolveAttributes(source, definition, attributes, final) {
  const { compilation } = final;
  const table2 = definition.attributes;
  const checking = new AttributeChecker(source, table2, final);
  const { values } = checking;
  const titled = definition.parseTitle?.(source.title) ?? { [definition.titleAttribute]: source.title };
  if (typeof titled === "string") {
    compilation.report(problem("title.form", `${source}: ${titled}`, { location: source.location }));
    return { desired: values, secrets: nothing };
  }
  for (const name in titled)
    if (attributes[name] === void 0 || attributes[name] === null) checking.set(name, titled[name]);
  for (const name in attributes) {
    const given = attributes[name];
    if (given === void 0 || given === null || metaparameterNames.has(name)) continue;
    if (Object.hasOwn(table2, name)) checking.set(name, given);
    else {
      const system = definition.elsewhere?.[name];
      checking.report(
        name,
        system === void 0 ? unknownAttribute(source, name, table2, metaparameterNames) : inapplicableAttribute(source, name, system)
      );
    }
  }
  checking.applyDefaults();
  if (!checking.isValid) return { desired: values, secrets: checking.secrets };
  const desired = definition.normalize?.(values) ?? values;
  for (const message of definition.validate?.(desired) ?? []) {
    compilation.report(
      problem("attribute.contradiction", `${source}: ${message}`, { location: source.location })
    );
  }
  for (const name of definition.secrets?.(desired) ?? []) checking.markSecret(name);
  return { desired, secrets: checking.secrets };
}
var AttributeChecker = class {
  constructor(owner, table2, final) {
    this.owner = owner;
    this.table = table2;
    this.final = final;
  }
  owner;
  table;
  final;
  values = {};
  isValid = true;
  #secrets;
  get secrets() {
    return this.#secrets ?? nothing;
  }
  markSecret(name) {
    this.#secrets ??= /* @__PURE__ */ new Set();
    this.#secrets.add(name);
  }
  report(attribute, diagnostic) {
    this.isValid = false;
    const location = this.final.overriderOf(this.owner, attribute)?.position.location ?? diagnostic.location;
    this.final.compilation.report({ ...diagnostic, location });
  }
  set(name, given) {
    const attribute = this.table[name];
    if (attribute === void 0) return;
    const checked = checkValue(this.owner, name, attribute, given, "line");
    if ("problem" in checked) this.report(name, checked.problem);
    else this.values[name] = checked.value;
    if (!isTainted(given) && !attribute.value.secret) return;
    this.markSecret(name);
    if ("value" in checked && attribute.value.keepsSecret)
      this.values[name] = concealAs(checked.value, given);
  }
  applyDefaults() {
    const { owner, table: table2, values } = this;
    const { facts, release } = this.final.compilation;
    for (const name in table2) {
      if (values[name] !== void 0) continue;
      const attribute = ensureDefined(table2[name]);
      const { default: fallback, required } = attribute;
      if (fallback !== void 0) {
        const value = typeof fallback === "function" ? fallback({ facts, release }) : fallback;
        const conceals = attribute.value.secret && attribute.value.keepsSecret;
        values[name] = conceals ? new Secret(value, []) : value;
      } else if (required) {
        this.report(
          name,
          problem("attribute.missing", `${owner} needs a value for '${name}'`, { location: owner.location })
        );
      }
    }
  }
};

// src/catalog/effective-metaparameters.ts
var table = new Map(Object.entries(metaparameters));
var inheritable = /* @__PURE__ */ new Set(["noop", "retry", "loglevel", "schedule"]);
var nothing2 = Object.freeze({});
var EffectiveMetaparameters = class {
  constructor(final) {
    this.final = final;
  }
  final;
  #ofContainers = /* @__PURE__ */ new Map();
  of(resource) {
    if (this.final.compilation.containerState(resource) === void 0) return this.#merged(resource);
    const known = this.#ofContainers.get(resource);
    if (known !== void 0) return known;
    this.#ofContainers.set(resource, nothing2);
    const found = this.#merged(resource);
    this.#ofContainers.set(resource, found);
    return found;
  }
  #merged(resource) {
    const own = this.#own(resource);
    const inherited = this.final.compilation.containersOf(resource).filter((container) => this.final.isReal(container)).map((container) => this.of(container)).filter((one) => one !== nothing2);
    const [first, ...others] = inherited;
    if (first === void 0) return own;
    return own === nothing2 && others.length === 0 ? first : Object.assign({}, ...inherited.reverse(), own);
  }
  /** Returns the metaparameters of the resource itself, and reports errors to the compilation. */
  #own(resource) {
    const attributes = this.final.attributes(resource);
    let own;
    for (const name in attributes) {
      const given = attributes[name];
      if (given === void 0 || given === null) continue;
      if (name === "audit")
        this.#refuse(resource, name, "audit.unknown", "audit is not known here", auditHint);
      if (name === "stage" && resource.type !== "class")
        this.#refuse(resource, name, "stage.class", "only classes belong to a stage", stageHint);
      if (name === "tag") this.#refuseTags(resource, given);
      const attribute = table.get(name);
      if (attribute === void 0) continue;
      const checked = checkValue(resource, name, attribute, given);
      if ("problem" in checked) this.final.compilation.report(checked.problem);
      else if (inheritable.has(name)) {
        own ??= {};
        own[name] = checked.value === "verbose" ? "info" : checked.value;
      }
    }
    return own ?? nothing2;
  }
  /** Refuses strings that cannot be tags: no query would find them. */
  #refuseTags(resource, given) {
    for (const tag of [given].flat()) {
      if (typeof tag === "string" && !isTag(tag))
        this.#refuse(resource, "tag", "tag.form", `'${tag}' cannot be a tag`, tagHint);
    }
  }
  #refuse(resource, name, code, message, hint) {
    const location = this.final.overriderOf(resource, name)?.position.location ?? resource.locationOf(name);
    this.final.compilation.report(problem(code, `${resource}: ${message}`, { location, hint }));
  }
};
var auditHint = "give the attribute its desired value: a plan then reports when it was changed";
var tagHint = "tags are made of letters, digits and _ : . -, and begin with a letter, a digit or _";
var stageHint = "put the resource into a class, and give the class the stage";

// src/catalog/final-resources.ts
var FinalResources = class {
  constructor(compiler) {
    this.compiler = compiler;
    const { compilation } = compiler;
    this.compilation = compilation;
    this.#resolve();
    for (const collector of compilation.collectors) {
      this.#refuseClass(collector);
      this.#refuseUnknown(collector);
    }
  }
  compiler;
  #overridden = /* @__PURE__ */ new Map();
  #overriders = /* @__PURE__ */ new Map();
  #real = /* @__PURE__ */ new Map();
  #found = /* @__PURE__ */ new Map();
  /** How often a collector has changed a resource. */
  #overrides = 0;
  #tags = new Tags((resource, name) => this.attribute(resource, name));
  compilation;
  /** Returns the attributes of a resource with the changes of collectors. */
  attributes(resource) {
    return this.#overridden.get(resource) ?? resource.given;
  }
  attribute(resource, name) {
    return this.attributes(resource)[name];
  }
  /** Returns the last collector that overrides an attribute, if there is one. */
  overriderOf(resource, attribute) {
    return this.#overriders.get(resource)?.get(attribute);
  }
  /** Returns what realized a virtual resource: a collector, or the source location of a `realize`. */
  realizerOf(resource) {
    return this.#real.get(resource);
  }
  tags(resource) {
    return this.#tags.of(resource);
  }
  /** Returns the resources that a collector found, in the order of declaration. */
  foundBy(collector) {
    return this.#found.get(collector) ?? [];
  }
  /** Returns whether the resource is part of the catalog: neither it nor any of its containers is virtual any more. */
  isReal(resource) {
    if (resource.isVirtual && !this.#real.has(resource)) return false;
    return resource.parent === void 0 || this.isReal(resource.parent);
  }
  #resolve() {
    const { compilation } = this;
    let seen = -1;
    let realized = -1;
    let overrides = -1;
    while (seen !== compilation.resources.length || realized !== this.#real.size || overrides !== this.#overrides) {
      seen = compilation.resources.length;
      realized = this.#real.size;
      overrides = this.#overrides;
      for (const { reference, position } of compilation.realizations) {
        const resource = compilation.find(reference.type, reference.title);
        if (resource !== void 0) this.#realize(resource, position);
        else if (!compilation.diagnostics.some((known) => known.code === "realize.missing")) {
          compilation.report(
            problem("realize.missing", `${reference} is realized, but nothing declares it`, {
              location: position.location
            })
          );
        }
      }
      for (const collector of compilation.collectors) this.#collect(collector);
    }
  }
  #collect(collector) {
    let found = this.#found.get(collector);
    if (found === void 0) {
      found = /* @__PURE__ */ new Set();
      this.#found.set(collector, found);
    }
    const look = { attribute: this.attribute.bind(this), tags: this.tags.bind(this) };
    for (const resource of this.compilation.resources) {
      if (resource.type !== collector.type || found.has(resource)) continue;
      if (collector.findsExports && !this.compilation.isExport(resource)) continue;
      if (!matchesQuery(collector.query, resource, look)) continue;
      found.add(resource);
      this.#realize(resource, collector);
      if (collector.overrides !== void 0) this.#override(resource, collector, collector.overrides);
    }
  }
  #realize(resource, by) {
    if (!resource.isVirtual || this.#real.has(resource)) return;
    this.#real.set(resource, by);
    this.compiler.declareNow(resource);
  }
  #override(resource, by, override) {
    this.#overrides += 1;
    this.#overridden.set(resource, applyOverride(this.attributes(resource), override));
    const overriders = this.#overriders.get(resource) ?? /* @__PURE__ */ new Map();
    const names3 = Object.keys({ ...override.set, ...override.add });
    for (const name of names3) overriders.set(name, by);
    this.#overriders.set(resource, overriders);
    if (names3.includes("tag")) this.#tags.clear();
    const state = this.compilation.containerState(resource);
    if (state !== void 0 && !state.appliedCollectors.has(by))
      this.#reportLateOverride(resource, by, names3);
  }
  /** Refuses collectors of classes: a class exists once, under its own name, so there is nothing to find. */
  #refuseClass({ type, position }) {
    if (!this.compilation.has("class", type)) return;
    this.compilation.report(
      problem("collector.class", `the class ${type} cannot be collected`, {
        location: position.location,
        hint: "give its parameters where it is declared, or in data; in relations, use the class itself"
      })
    );
  }
  /** Refuses names that are not attributes of the type: they would find or change nothing. */
  #refuseUnknown(collector) {
    const { attributes = {}, position, unknownInQuery, unknownInOverrides } = collector;
    const found = (this.#found.get(collector)?.size ?? 0) > 0;
    for (const name of /* @__PURE__ */ new Set([...unknownInQuery, ...found ? [] : unknownInOverrides])) {
      this.compilation.report(
        problem("collector.attribute", `${collector}: ${collector.type} has no attribute named '${name}'`, {
          location: position.location,
          hint: didYouMean(name, [...Object.keys(attributes), ...metaparameterNames, "title"])
        })
      );
    }
  }
  /** Reports overrides of an instance of a defined type whose content was already declared with other values. */
  #reportLateOverride(container, by, names3) {
    const late = names3.filter((name) => !metaparameterNames.has(name));
    if (late.length === 0 || !this.compilation.resources.some(({ parent }) => parent === container)) return;
    this.compilation.report(
      problem(
        "collector.late",
        `${by} changes ${late.join(", ")} of ${container} after its content was declared`,
        {
          location: by.position.location,
          related: [{ message: `${container} is declared`, location: container.location }],
          hint: "have the collector stand in the manifest, or in a class that comes before"
        }
      )
    );
  }
};

// src/catalog/lint.ts
function lintCatalog(catalog2, sources, compilation) {
  const byType = /* @__PURE__ */ new Map();
  for (const resource of catalog2.resources) {
    if (resource.definition?.lint === void 0) continue;
    const known = byType.get(resource.definition);
    if (known === void 0) byType.set(resource.definition, [resource]);
    else known.push(resource);
  }
  const context = {
    find: catalog2.find,
    release: catalog2.release,
    findDecision: ({ index }, attribute, parameters) => {
      const source = sources[index];
      return source && findDecision(source, attribute, parameters, compilation);
    }
  };
  const warnings = [];
  for (const [definition, resources2] of byType) {
    for (const { resource, code, message, hint, location } of definition?.lint?.(resources2, context) ?? [])
      warnings.push(
        warning(code, `${resource.reference}: ${message}`, { location: location ?? resource.location, hint })
      );
  }
  return warnings;
}
function findDecision(source, attribute, parameters, compilation) {
  if (isOfManifest(source)) return { location: source.locationOf(attribute), warned: false };
  for (let container = source.parent; container !== void 0; container = container.parent) {
    for (const name of parameters) {
      const location = container.locationOf(name);
      const given = (container.given[name] ?? void 0) !== void 0;
      if (given && isOfManifest(container) || location !== container.location)
        return {
          location,
          warned: compilation.containerState(container)?.warnedParameters.has(name) === true
        };
    }
  }
  return void 0;
}
function isOfManifest({ parent, position }) {
  return position.location !== void 0 || parent !== void 0 && parent.parent === void 0;
}

// src/catalog/report-missing-resources.ts
function reportMissingResources(compiled2, sources, compilation) {
  for (const { definition, desired, index } of compiled2) {
    for (const { type, title: title2 } of definition?.refersTo?.(desired) ?? []) {
      const known = compiled2.filter((other) => other.type === type).flatMap((other) => [other.title, other.name]);
      if (known.includes(title2)) continue;
      compilation.report(
        problem(
          "reference.unknown",
          `${sources[index]} names the ${type} '${title2}', which nothing declares`,
          {
            location: sources[index]?.location,
            hint: didYouMean(title2, known) ?? `declare ${new Reference(type, title2)}`
          }
        )
      );
    }
  }
}

// src/data/keys-of.ts
function keysOf(table2) {
  return Object.keys(table2);
}

// src/catalog/resolve-relations.ts
function resolveRelations(final, byAlias) {
  const relations = [];
  const { compilation } = final;
  const resolve = (target, relation) => {
    const { owner, location, elsewhere } = relation;
    if (target instanceof RemoteTarget) {
      return target.ends.flatMap((end) => {
        if (end.host === compilation.hostName) return [...resolve(end.target, relation)];
        elsewhere(end);
        return [];
      });
    }
    if (target instanceof Collector) {
      if (target.isOf(compilation.seal)) return final.foundBy(target);
      elsewhere(target);
      return [];
    }
    if (Resource.is(target) && !compilation.owns(target)) {
      elsewhere(target);
      return [];
    }
    const reference = Resource.is(target) ? target.reference : Reference.is(target) ? target : Reference.parse(String(target));
    const found = reference && (compilation.find(reference.type, reference.title) ?? byAlias.get(reference.key));
    if (found !== void 0 && final.isReal(found)) return [found];
    if (reference === void 0) {
      const message = `${owner} names '${String(target)}', which is not a reference of the form Type[title]`;
      compilation.report(problem("relation.form", message, { location: location() }));
    } else if (found !== void 0) {
      const hint = "realize it, or collect it";
      compilation.report(
        problem("relation.virtual", `${owner} names ${reference}, which is virtual`, {
          location: location(),
          hint
        })
      );
    } else {
      const titles = compilation.resources.filter((one) => one.type === reference.type).map((one) => one.title);
      compilation.report(
        problem("relation.dangling", `${owner} names ${reference}, which nothing declares`, {
          location: location(),
          hint: didYouMean(reference.title, titles)
        })
      );
    }
    return [];
  };
  const resolveAll = (targets, relation) => (Array.isArray(targets) ? targets.flat(2) : [targets]).flatMap((one) => [
    ...resolve(one, relation)
  ]);
  const refuseElsewhere = ({ owner, location }, hint) => compilation.report(
    problem("relation.elsewhere", `${owner} names what is declared on another host`, {
      location: location(),
      hint
    })
  );
  for (const resource of compilation.resources) {
    if (!final.isReal(resource)) continue;
    const attributes = final.attributes(resource);
    for (const name of keysOf(relationships)) {
      const targets = attributes[name];
      if (targets === void 0 || targets === null) continue;
      const { forward, refresh } = relationships[name];
      const named = { owner: `${resource}: ${name}`, location: () => resource.location };
      const elsewhere = (target) => {
        if (compilation.hostName === void 0)
          refuseElsewhere(named, "only the hosts of one fleet know each other");
        else compilation.remoteRelations.push({ owner: resource, relationship: name, target });
      };
      for (const other of resolveAll(targets, { ...named, elsewhere })) {
        const [source, target] = forward ? [resource, other] : [other, resource];
        relations.push(new DeclaredRelation(source, target, refresh, name, resource));
      }
    }
  }
  for (const chain of compilation.chains) {
    const named = { owner: "a chain", location: () => chain.position.location };
    const elsewhere = () => refuseElsewhere(named, "use before, require, notify or subscribe of a resource instead of the chain");
    let from = resolveAll(chain.start, { ...named, elsewhere });
    for (const { to, refresh } of chain.links) {
      const next = resolveAll(to, { ...named, elsewhere });
      for (const source of from) {
        for (const target of next) {
          if (source !== target)
            relations.push(new DeclaredRelation(source, target, refresh, "chain", chain.position));
        }
      }
      if (next.length > 0) from = next;
    }
  }
  return relations;
}
var DeclaredRelation = class {
  constructor(source, target, refresh, origin, owner) {
    this.source = source;
    this.target = target;
    this.refresh = refresh;
    this.origin = origin;
    this.#owner = owner;
  }
  source;
  target;
  refresh;
  origin;
  #owner;
  get location() {
    return this.#owner.location;
  }
};

// src/catalog/schedules.ts
var builtinSchedules = new Map([
  ["puppet", { period: "hourly", repeat: 2 }],
  ...["hourly", "daily", "weekly", "monthly", "never"].map(
    (period) => [period, { period }]
  )
]);
function reportUnknownSchedules(compiled2, sources, compilation) {
  const declared = compiled2.filter(({ type }) => type === "schedule").map(({ title: title2 }) => title2);
  const known = /* @__PURE__ */ new Set([...builtinSchedules.keys(), ...declared]);
  for (const { schedule, index, containers } of compiled2) {
    if (schedule === void 0 || known.has(schedule)) continue;
    if (containers.some((container) => compiled2[container]?.schedule === schedule)) continue;
    compilation.report(
      problem(
        "schedule.unknown",
        `${sources[index]} has the schedule '${schedule}', which nothing declares`,
        {
          location: sources[index]?.locationOf("schedule"),
          hint: didYouMean(schedule, known) ?? `these are there by themselves: ${[...builtinSchedules.keys()].join(", ")}`
        }
      )
    );
  }
}

// src/catalog/defined-type.ts
function definedType(name, attributes, options) {
  const defined = new Position(definedType);
  const definition = { ...options, name, attributes, defined };
  return class extends Container {
    static definition = definition;
    constructor(scope, title2, given = {}, position = positionIn(scope, new.target)) {
      super(compilerOf(scope), scope, name, title2, given, position, definition);
    }
    get parameters() {
      return super.parameters;
    }
    static ref(title2) {
      return new Reference(name, title2);
    }
  };
}

// src/catalog/stage.ts
var MAIN = "main";
var Stage = class extends definedType(
  "stage",
  {},
  {
    doc: "A part of the run that classes are put into with the metaparameter 'stage'; relations order stages."
  }
) {
};
function addMainStage(compilation, site2) {
  const stages = compilation.resources.some(({ type }) => type === "stage");
  if (stages && !compilation.has("stage", MAIN)) new Stage(site2, MAIN, {}, Position.at(void 0));
}
function stageOf(resource, final) {
  const { compilation } = final;
  if (resource.type !== "class") return void 0;
  const owner = nearestWithStage(resource, final);
  const name = owner === void 0 ? MAIN : String(final.attribute(owner, "stage"));
  const stage = compilation.find("stage", name);
  if (stage === void 0 && owner === resource) {
    const titles = compilation.resources.filter(({ type }) => type === "stage").map(({ title: title2 }) => title2);
    compilation.report(
      problem("stage.unknown", `${resource} belongs to the stage '${name}', which nothing declares`, {
        location: resource.locationOf("stage"),
        hint: didYouMean(name, titles) ?? `new Stage(site, '${name}', { before: Stage.ref('main') })`
      })
    );
  }
  return stage;
}
function nearestWithStage(resource, final) {
  for (let one = resource; one !== void 0; one = one.parent) {
    if (one.type === "class" && (final.attribute(one, "stage") ?? void 0) !== void 0) return one;
  }
  return void 0;
}

// src/catalog/build-catalog.ts
function buildCatalog(compiler, site2) {
  const { compilation } = compiler;
  addMainStage(compilation, site2);
  const final = new FinalResources(compiler);
  const metaparameters2 = new EffectiveMetaparameters(final);
  const real = compilation.resources.filter((resource) => final.isReal(resource));
  const indexOf = new Map(real.map((resource, index) => [resource, index]));
  const compiled2 = real.map(
    (resource, index) => new CompiledResource(resource, {
      index,
      containers: containerIndices(resource, indexOf, final),
      declaredIn: resource.parent && indexOf.get(resource.parent),
      final,
      passedOn: metaparameters2.of(resource)
    })
  );
  reportUnknownSchedules(compiled2, real, compilation);
  reportMissingResources(compiled2, real, compilation);
  const aliases = indexAliases(compiled2, indexOf, compilation);
  reportDuplicates(compiled2, compilation);
  const byAlias = new Map([...aliases].map(([key, index]) => [key, ensureDefined(real[index])]));
  const relations = resolveRelations(final, byAlias).map((relation) => toIndices(relation, indexOf));
  const errors = compilation.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new GlanceApplyError(redactDiagnostics(errors, compiled2));
  const resources2 = compiled2;
  const catalog2 = {
    resources: resources2,
    relations,
    facts: compilation.facts,
    release: compilation.release,
    find: catalogIndex(resources2, aliases)
  };
  const said = compilation.diagnostics.filter(({ severity }) => severity === "warning");
  const warnings = redactDiagnostics([...said, ...lintCatalog(catalog2, real, compilation)], compiled2);
  return {
    catalog: { ...catalog2, warnings },
    indexOf: (resource) => indexOf.get(resource),
    foundBy: (collector) => [...final.foundBy(collector)].flatMap((one) => indexOf.get(one) ?? [])
  };
}
function redactDiagnostics(diagnostics, resources2) {
  if (diagnostics.length === 0) return [];
  const redactor = addCatalogSecrets(new Redactor({ plainWords: false }), resources2);
  return diagnostics.map((diagnostic) => redactor.diagnostic(diagnostic));
}
function containerIndices(resource, indexOf, final) {
  const stage = stageOf(resource, final);
  const containers = final.compilation.containersOf(resource);
  const all = stage === void 0 ? containers : /* @__PURE__ */ new Set([stage, ...containers]);
  return [...all].flatMap((container) => indexOf.get(container) ?? []);
}
function toIndices(relation, indexOf) {
  return new IndexedRelation(
    relation,
    ensureDefined(indexOf.get(relation.source)),
    ensureDefined(indexOf.get(relation.target))
  );
}
var IndexedRelation = class {
  constructor(relation, source, target) {
    this.source = source;
    this.target = target;
    this.refresh = relation.refresh;
    this.origin = relation.origin;
    this.#relation = relation;
  }
  source;
  target;
  refresh;
  origin;
  #relation;
  get location() {
    return this.#relation.location;
  }
};
function indexAliases(compiled2, indexOf, compilation) {
  const owners = /* @__PURE__ */ new Map();
  for (const resource of compiled2) {
    if (resource.definition?.several) continue;
    const explicit = resource.parameters.alias;
    if (explicit === void 0 && resource.name === resource.title) continue;
    const others = resource.definition === void 0 ? [] : [resource.name];
    for (const alias of [
      ...others,
      ...Array.isArray(explicit) ? explicit : explicit === void 0 ? [] : [explicit]
    ]) {
      const key = referenceKey(resource.type, String(alias));
      const byTitle = compilation.find(resource.type, String(alias));
      const holder = byTitle === void 0 ? owners.get(key) : indexOf.get(byTitle);
      if (holder === resource.index) continue;
      if (holder === void 0) {
        owners.set(key, resource.index);
        continue;
      }
      const first = ensureDefined(compiled2[holder]);
      if (first.definition !== void 0 && !explicit && first.name !== resource.name) continue;
      compilation.report(duplicateResource(resource, first, String(alias)));
    }
  }
  return owners;
}
function reportDuplicates(compiled2, compilation) {
  const known = /* @__PURE__ */ new Map();
  for (const resource of compiled2) {
    const identity = resource.definition?.identity?.(toProviderValues(resource));
    if (identity === void 0) continue;
    const first = known.get(`${resource.type} ${identity}`);
    if (first === void 0) known.set(`${resource.type} ${identity}`, resource);
    else compilation.report(duplicateResource(resource, first, identity));
  }
}
function duplicateResource(resource, first, what2) {
  return problem("resource.alias", `${resource.reference} and ${first.reference} are both about '${what2}'`, {
    location: resource.location,
    related: [{ message: "the other is declared", location: first.location }],
    hint: "a resource has one owner: keep one of the two"
  });
}

// src/data/releases.ts
var releases = [
  "newton",
  "ocata",
  "pike",
  "queens",
  "rocky",
  "stein",
  "train",
  "ussuri",
  "victoria",
  "wallaby",
  "xena",
  "yoga",
  "zed",
  "2023.1",
  "2023.2",
  "2024.1",
  "2024.2",
  "2025.1",
  "2025.2",
  "2026.1"
];
var platformReleases = {
  "Debian 10": "rocky",
  "Debian 11": "victoria",
  "Debian 12": "zed",
  "Debian 13": "2025.1",
  "Ubuntu 16.04": "newton",
  "Ubuntu 18.04": "queens",
  "Ubuntu 20.04": "ussuri",
  "Ubuntu 22.04": "yoga",
  "Ubuntu 24.04": "2024.1",
  "CentOS 7": "newton",
  "RedHat 7": "newton",
  "CentOS 8": "victoria",
  "CentOS 9": "zed",
  "RedHat 9": "zed"
};
function isRelease(name) {
  const names3 = releases;
  return names3.includes(name);
}
function platformRelease(facts) {
  const { name, release } = facts.os ?? {};
  const major = name === "Ubuntu" ? release?.full : release?.major;
  return platformReleases[`${name} ${major}`] ?? "zed";
}
function compareReleases(a, b) {
  const names3 = releases;
  return names3.indexOf(a) - names3.indexOf(b);
}
function isReleaseBetween(release, since, until) {
  return (since === void 0 || compareReleases(release, since) >= 0) && (until === void 0 || compareReleases(release, until) <= 0);
}

// src/catalog/seal.ts
var Seal = class {
  /** The errors of declarations that came too late. */
  late = [];
  #isClosed = false;
  /** Refuses all declarations from now on. */
  close() {
    this.#isClosed = true;
  }
  /**
   * Called by everything that adds to the catalog.
   * @param what Returns a sentence about the operation: `Package[x] is declared`.
   * @throws {GlanceApplyError} at its source location if the catalog has already been built.
   */
  refuseLate(what2, owner) {
    if (!this.#isClosed) return;
    const late = problem("declaration.late", `${what2()} after the manifest was compiled`, {
      // Read only now: finding it in the stack is expensive, and every declaration calls this method.
      location: owner.location,
      hint: "make the function of the manifest async and await what it starts; for\u2026of waits where forEach does not"
    });
    this.late.push(late);
    throw new GlanceApplyError(late);
  }
};

// src/catalog/compilation.ts
var Compilation = class {
  facts;
  release;
  parameters;
  /** Where class parameters and lookups of the manifest find values. */
  data;
  resources = [];
  chains = [];
  collectors = [];
  realizations = [];
  diagnostics = [];
  /** The host that is compiled, if it is one of a fleet. */
  hostName;
  /** Relations with other hosts of the fleet. */
  remoteRelations = [];
  /** Resources that other hosts export and this one collects. */
  collectedExports = /* @__PURE__ */ new Set();
  seal = new Seal();
  #index = /* @__PURE__ */ new Map();
  #containers = /* @__PURE__ */ new Map();
  constructor(options, hostName) {
    this.hostName = hostName;
    this.facts = options.facts ?? {};
    this.parameters = options.parameters ?? {};
    this.data = toDataSource(options.data ?? {});
    this.release = chooseRelease(options.release ?? this.parameters.openstack_release, this.facts);
  }
  report(diagnostic) {
    this.diagnostics.push(diagnostic);
  }
  find(type, title2) {
    return this.#index.get(referenceKey(type, title2));
  }
  has(type, title2) {
    return this.#index.has(referenceKey(type, title2));
  }
  /** Adds a resource; a second one of the same type and title is an error that names both source locations. */
  add(resource) {
    this.seal.refuseLate(() => `${resource} is declared`, resource);
    const key = referenceKey(resource.type, resource.title);
    const first = this.#index.get(key);
    if (first !== void 0) {
      this.report(duplicateDeclaration(resource, first));
      return false;
    }
    this.#index.set(key, resource);
    this.resources.push(resource);
    return true;
  }
  /** Whether a resource is exported by this host, or was collected from another one. */
  isExport(resource) {
    return resource.isExported || this.collectedExports.has(resource);
  }
  /** Whether a resource was declared in this compilation, and not on another host of the fleet. */
  owns(resource) {
    let outermost = resource;
    while (outermost.parent !== void 0) outermost = outermost.parent;
    return outermost === this.resources[0];
  }
  /** Records the state of a container, which `containerState` then returns. */
  track(state) {
    this.#containers.set(state.container, state);
  }
  /** Returns the state of a container; undefined for native resources. */
  containerState(resource) {
    return this.#containers.get(resource);
  }
  /**
   * Returns the containers of a resource: of a class, the classes that `contain` it; of any other, the resource that
   * declared it.
   */
  containersOf(resource) {
    if (resource.type === "class") return [...this.containerState(resource)?.containers ?? []];
    return resource.parent === void 0 || resource.type === "stage" ? [] : [resource.parent];
  }
};
function chooseRelease(requested, facts) {
  if (requested === void 0) return platformRelease(facts);
  const name = String(requested).toLowerCase();
  if (isRelease(name)) return name;
  return raise("release.unknown", `'${name}' is not a known OpenStack release`, {
    hint: "releases go by their names up to zed, and by year from 2023.1 on"
  });
}
function toDataSource(data) {
  if (isDataSource(data)) return data;
  return {
    lookup(key) {
      const value = typeof data === "function" ? data(key) : Object.hasOwn(data, key) ? data[key] : void 0;
      return value === void 0 ? void 0 : { value, sources: [], merge: { strategy: "first" } };
    }
  };
}
function isDataSource(data) {
  return typeof data === "object" && typeof data.lookup === "function";
}
function duplicateDeclaration(again, first) {
  const owner = again.parent !== void 0 && again.parent.title !== "main" ? ` by ${again.parent}` : "";
  return problem("resource.duplicate", `${again} is declared a second time${owner}`, {
    location: again.location,
    related: [
      {
        message: `the first declaration${first.parent && first.parent.title !== "main" ? `, by ${first.parent},` : ""} is`,
        location: first.location
      }
    ],
    hint: "a resource has one owner: keep one of the two, or change the other through a collector"
  });
}

// src/catalog/resolve-parameters.ts
import isEqual from "lodash/isEqual.js";
import isNil2 from "lodash/isNil.js";
function resolveParameters(state, definition, compilation) {
  const { container } = state;
  const table2 = definition.attributes;
  const resolved = {};
  if (!isReleaseBetween(compilation.release, definition.since, definition.until)) return resolved;
  const report2 = createReporter(state, compilation);
  const given = translateParameters(state, container.given, table2, compilation, report2);
  const context = { facts: compilation.facts, release: compilation.release };
  for (const [name, parameter2] of Object.entries(table2)) {
    if (!isAvailable(parameter2, compilation.release) && given[name] === void 0) continue;
    let value = given[name];
    if (value === void 0 && container.type === "class")
      value = lookUpParameter(state, definition, name, compilation, report2)?.value;
    if (isNil2(value)) {
      resolved[name] = resolveDefault(parameter2, context);
      if (resolved[name] === void 0 && parameter2.required) {
        report2(
          problem("attribute.missing", `${container} needs a value for the parameter '${name}'`, {
            location: container.location,
            hint: parameter2.doc
          })
        );
      }
      continue;
    }
    const checked = checkParameter(container, name, parameter2, value, report2);
    if (checked !== void 0) resolved[name] = checked;
  }
  return resolved;
}
function resolveChangedParameters(state, { attributes: table2 }, changed, compilation) {
  const { facts, release } = compilation;
  const report2 = createReporter(state, compilation);
  const resolved = {};
  for (const [name, value] of Object.entries(changed)) {
    const parameter2 = table2[name];
    if (parameter2 !== void 0 && isNil2(value))
      resolved[name] = resolveDefault(parameter2, { facts, release });
  }
  for (const [name, value] of Object.entries(
    translateParameters(state, changed, table2, compilation, report2)
  )) {
    const parameter2 = ensureDefined(table2[name]);
    const checked = checkParameter(state.container, name, parameter2, value, report2);
    if (checked !== void 0) resolved[name] = checked;
  }
  return resolved;
}
function createReporter(state, compilation) {
  return (diagnostic) => {
    compilation.report(diagnostic);
    state.phase = "declared";
  };
}
function checkParameter(container, name, parameter2, value, report2) {
  const checked = checkValue(container, name, parameter2, value);
  if ("problem" in checked) return report2(checked.problem);
  return isTainted(value) || parameter2.value.secret ? concealAs(checked.value, value) : checked.value;
}
function lookUpParameter(state, definition, name, { data }, report2) {
  try {
    const found = data.lookup(`${definition.name}::${name}`);
    const location = found?.sources[0]?.location;
    if (location !== void 0 && found?.value !== null) state.locationsElsewhere.set(name, location);
    return found;
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    for (const diagnostic of error.diagnostics) report2(diagnostic);
    return void 0;
  }
}
function resolveDefault(parameter2, context) {
  return typeof parameter2.default === "function" ? parameter2.default(context) : parameter2.default;
}
function translateParameters({ container, warnedParameters }, declared, table2, compilation, report2) {
  const { release } = compilation;
  const given = {};
  const give = (name, value) => {
    if (!isTainted(given[name])) given[name] = value;
  };
  for (const [name, value] of Object.entries(declared)) {
    if (metaparameterNames.has(name) || isNil2(value)) continue;
    if (!Object.hasOwn(table2, name)) {
      report2(unknownAttribute(container, name, table2, metaparameterNames));
      continue;
    }
    const parameter2 = ensureDefined(table2[name]);
    const { deprecated, obsolete } = parameter2;
    const warn = (code, message, hint) => {
      warnedParameters.add(name);
      compilation.report(
        warning(code, `${container}: ${message}`, { location: container.locationOf(name), hint })
      );
    };
    if (isAvailable(parameter2, release)) {
      give(name, value);
      if (deprecated !== void 0 && isReleaseBetween(release, deprecated.since, void 0)) {
        warn("attribute.deprecated", `the parameter '${name}' is deprecated`, deprecated.hint);
      }
      continue;
    }
    const other = findSuccessor(table2, parameter2, release) ?? findPredecessor(table2, name, release);
    if (other === void 0 && obsolete !== void 0 && !isReleaseBetween(release, void 0, parameter2.until)) {
      warn(
        "attribute.obsolete",
        `the parameter '${name}' has no effect in ${release} and is ignored`,
        obsolete
      );
      continue;
    }
    if (other === void 0) {
      const span = parameter2.until ? `ended with ${parameter2.until}` : `begins with ${parameter2.since}`;
      report2(
        problem(
          "attribute.release",
          `${container}: the parameter '${name}' ${span}; this node is ${release}`,
          {
            location: container.locationOf(name),
            hint: "leave it out, or set openstack_release to the release that you mean"
          }
        )
      );
      continue;
    }
    warn("attribute.renamed", `in ${release} the parameter '${name}' is called '${other.name}'`);
    const translated = other.translate ? other.translate(value) : value;
    const called = other.name.includes("::") ? name : other.name;
    const rival = called === name ? void 0 : declared[called] ?? given[called];
    if (!isNil2(rival) && !isEqual(revealAll(rival), revealAll(translated))) {
      report2(
        problem(
          "attribute.both",
          `${container}: '${name}' and '${called}' are the same parameter in two releases`,
          {
            location: container.locationOf(name),
            hint: `their values differ: leave '${name}' out`
          }
        )
      );
      continue;
    }
    give(called, translated);
  }
  return given;
}
function isAvailable(parameter2, release) {
  return isReleaseBetween(release, parameter2.since, parameter2.until);
}
function findSuccessor(table2, parameter2, release) {
  const next = parameter2.became;
  if (next === void 0 || isReleaseBetween(release, void 0, parameter2.until)) return void 0;
  if (next.name.includes("::")) return next;
  const target = table2[next.name];
  return target && isAvailable(target, release) ? next : void 0;
}
function findPredecessor(table2, name, release) {
  const older = Object.entries(table2).find(
    ([, other]) => other.became?.name === name && other.became.translate === void 0 && isAvailable(other, release)
  );
  return older && { name: older[0] };
}

// src/catalog/compiler.ts
var Compiler = class {
  constructor(compilation) {
    this.compilation = compilation;
  }
  compilation;
  #pending = [];
  /** Tags as resources are declared: the tags that collectors add are known only when everything is declared. */
  #tags = new Tags((resource, name) => resource.given[name]);
  /** While the manifest itself is declaring, bodies wait: what it declares later must exist when they run. */
  #manifestDeclares = true;
  /** Whether a body or the queue of bodies is running: containers that are declared meanwhile join the queue. */
  #busy = false;
  /** Adds a container with its parameters, and queues its body. */
  addContainer(state) {
    const { compilation } = this;
    const { container, definition } = state;
    compilation.track(state);
    if (definition === void 0) {
      state.phase = "declared";
      compilation.add(container);
      return;
    }
    state.parameters = resolveParameters(state, definition, compilation);
    if (!compilation.add(container)) return;
    if (!isReleaseBetween(compilation.release, definition.since, definition.until)) {
      state.phase = "declared";
      compilation.report(diagnoseRelease(container, definition, compilation.release));
      return;
    }
    if (container.isVirtual) {
      if (container.type === "class") compilation.report(diagnoseVirtualClass(container));
      return;
    }
    this.#pending.push(state);
  }
  /**
   * Runs the body of a container unless it has already run; postponed while the manifest is still declaring. As in
   * Puppet, an included class is evaluated immediately, and any other container that a body declares after the bodies
   * before it have finished.
   */
  declareNow(resource) {
    const state = this.compilation.containerState(resource);
    if (state !== void 0 && !this.#manifestDeclares) this.#declare(state);
  }
  /** Runs every waiting body in the order of the queue, once the manifest has declared everything. */
  declarePending() {
    this.#manifestDeclares = false;
    this.#busy = true;
    for (let next = this.#pending.shift(); next !== void 0; next = this.#pending.shift())
      this.#declare(next);
    this.#busy = false;
  }
  #declare(state) {
    if (state.phase !== "waiting") return;
    this.#applyCollectors(state);
    if (!isWaiting(state)) return;
    const { container } = state;
    state.phase = "declaring";
    const outermost = !this.#busy;
    this.#busy = true;
    try {
      const returned = container.declare();
      if (isThenable(returned)) this.#refuseAsync(container, returned);
    } catch (error) {
      for (const diagnostic of diagnoseError(container, error)) this.compilation.report(diagnostic);
    }
    state.phase = "declared";
    if (outermost) this.declarePending();
  }
  /** Bodies run one after the other, and what one declares must exist when the next one looks for it. */
  #refuseAsync(container, body) {
    this.compilation.report(
      problem("class.async", `${container} declares its content in an async function`, {
        location: container.location,
        hint: "declare must not be async: what has to be awaited belongs into the manifest, and is given as a parameter"
      })
    );
    body.then(void 0, () => {
    });
  }
  /**
   * Applies collectors to an instance of a defined type before it is evaluated, as far as they are known. Puppet does
   * the same.
   */
  #applyCollectors(state) {
    const { compilation } = this;
    const { container, definition } = state;
    const collectors = compilation.collectors.filter(
      ({ type, overrides }) => overrides && type === container.type
    );
    if (collectors.length === 0) return;
    const look = {
      attribute: (resource, name) => resource.given[name],
      tags: (resource) => this.#tags.of(resource)
    };
    let attributes = container.given;
    const changed = {};
    for (const collector of collectors) {
      const { query, overrides, position } = collector;
      if (overrides === void 0 || !matchesQuery(query, container, look)) continue;
      state.appliedCollectors.add(collector);
      attributes = applyOverride(attributes, overrides);
      for (const name of Object.keys({ ...overrides.set, ...overrides.add })) {
        changed[name] = attributes[name];
        if (position.location !== void 0) state.locationsElsewhere.set(name, position.location);
      }
    }
    if (state.appliedCollectors.size > 0 && definition !== void 0) {
      const parameters = resolveChangedParameters(state, definition, changed, compilation);
      state.parameters = { ...state.parameters, ...parameters };
    }
  }
};
function isWaiting({ phase }) {
  return phase === "waiting";
}
function diagnoseVirtualClass(container) {
  return problem("class.virtual", `${container} cannot be virtual: only resources can`, {
    location: container.locationOf("virtual"),
    hint: "include it where it is needed"
  });
}
function diagnoseRelease(container, definition, release) {
  const span = definition.until ? `ended with ${definition.until}` : `begins with ${definition.since}`;
  const message = `${container} ${span}, and this node is ${release}`;
  const { location } = container;
  return definition.replacedBy === void 0 ? problem("class.release", message, { location, hint: "leave it out, or set openstack_release" }) : warning("class.release", `${message}: it is left out`, { location, hint: definition.replacedBy });
}

// src/fleet/compiling/host-compilation.ts
var HostCompilation = class {
  /** @throws {GlanceApplyError} `release.unknown` */
  constructor(host, options, position) {
    this.host = host;
    this.compilation = new Compilation(options, host.name);
    this.#compiler = new Compiler(this.compilation);
    this.site = createSite(this.#compiler, position);
  }
  host;
  compilation;
  site;
  #compiler;
  #failure;
  #built;
  /** Why the host has no catalog. */
  get failure() {
    return this.#failure;
  }
  /** The catalog, when it has been built. */
  get built() {
    return this.#failure === void 0 ? this.#built : void 0;
  }
  /** Runs the bodies of classes and defined types that are waiting. */
  declarePending() {
    this.#attempt(() => this.#compiler.declarePending());
  }
  build() {
    this.#attempt(() => {
      this.#built = buildCatalog(this.#compiler, this.site);
    });
  }
  /** Refuses declarations from now on. */
  close() {
    this.compilation.seal.close();
  }
  /** Ends the compilation with an error that the manifest threw; the errors before it remain true. */
  fail(error) {
    if (this.#failure !== void 0) return;
    const found = this.compilation.diagnostics.filter(({ severity }) => severity === "error");
    const thrown = diagnoseManifestError(error, "it was compiled");
    this.#failure = new GlanceApplyError([...found, ...thrown.diagnostics], { cause: error });
  }
  /** Ends the compilation with errors that are found when all hosts are compiled. */
  refuse(problems) {
    this.#failure = new GlanceApplyError([...this.#failure?.diagnostics ?? [], ...problems]);
  }
  #attempt(task) {
    if (this.#failure !== void 0) return;
    try {
      task();
    } catch (error) {
      if (GlanceApplyError.is(error)) this.#failure = error;
      else this.fail(error);
    }
  }
};

// src/fleet/compiling/resolve-edges.ts
var EdgeResolver = class {
  constructor(hosts2, inventory2) {
    this.inventory = inventory2;
    this.#hosts = new Map(hosts2.map((one) => [one.host.name, one]));
  }
  inventory;
  #hosts;
  /** Refuses hosts whose relations name what does not exist, until all others are known to have a catalog. */
  refuseDangling() {
    for (const host of this.#hosts.values()) {
      const problems = host.compilation.remoteRelations.flatMap((relation) => this.#check(relation));
      if (problems.length > 0) host.refuse(problems);
    }
  }
  /** Returns the relations, each pair of resources once. */
  edges() {
    const edges = /* @__PURE__ */ new Map();
    for (const host of this.#hosts.values()) {
      for (const relation of host.compilation.remoteRelations) {
        const { owner, relationship } = relation;
        const { forward, refresh } = relationships[relationship];
        const own = nodeOf(owner, host);
        for (const other of this.#ends(relation)) {
          const [source, target] = forward ? [own, other] : [other, own];
          const key = JSON.stringify([source.host, source.reference, target.host, target.reference]);
          const known = edges.get(key);
          if (known === void 0)
            edges.set(key, { source, target, refresh, origin: relationship, location: owner.location });
          else if (refresh && !known.refresh) edges.set(key, { ...known, refresh });
        }
      }
    }
    return [...edges.values()];
  }
  #check({ owner, relationship, target }) {
    if (target instanceof Collector || isResource(target)) return [];
    const { host, target: named } = target;
    if (named instanceof Collector) return [];
    const other = this.#hosts.get(host);
    if (other === void 0 || other.failure !== void 0) return [];
    if (other.built?.catalog.find(named.type, named.title) !== void 0) return [];
    const declared = other.compilation.find(named.type, named.title);
    const related = [
      declared === void 0 ? { message: `${host} is`, location: this.inventory.hosts.get(host)?.location } : { message: "it is declared", location: declared.location }
    ].filter(({ location }) => location !== void 0);
    const lead = `${owner} on ${this.#nameOf(owner)}: ${relationship} names ${named} on ${host}`;
    if (declared !== void 0) {
      return [
        problem("relation.virtual", `${lead}, which is virtual`, {
          location: owner.location,
          related,
          hint: `realize or collect it on ${host}`
        })
      ];
    }
    const titles = other.compilation.resources.filter(({ type }) => type === named.type);
    return [
      problem("relation.dangling", `${lead}, which nothing declares there`, {
        location: owner.location,
        related,
        hint: didYouMean(
          named.title,
          titles.map(({ title: title2 }) => title2)
        )
      })
    ];
  }
  /** Returns what a relation names on the other host. */
  #ends({ target }) {
    if (target instanceof Collector || isResource(target)) {
      const host2 = this.#hostOf(target);
      return host2 === void 0 ? [] : this.#find(host2, target);
    }
    const host = this.#hosts.get(target.host);
    if (host === void 0) return [{ host: target.host, reference: `${target.target}`, index: void 0 }];
    return this.#find(host, target.target);
  }
  #find(host, target) {
    const { name } = host.host;
    const { built } = host;
    if (built === void 0) return [{ host: name, reference: `${target}`, index: void 0 }];
    const { catalog: catalog2 } = built;
    const indices = target instanceof Collector ? built.foundBy(target) : [Reference.is(target) ? catalog2.find(target.type, target.title)?.index : built.indexOf(target)];
    return indices.flatMap((index) => {
      const resource = index === void 0 ? void 0 : catalog2.resources[index];
      return resource === void 0 ? [] : [{ host: name, reference: resource.reference, index }];
    });
  }
  #hostOf(target) {
    return [...this.#hosts.values()].find(
      ({ compilation }) => target instanceof Collector ? target.isOf(compilation.seal) : compilation.owns(target)
    );
  }
  #nameOf(owner) {
    return this.#hostOf(owner)?.host.name ?? "";
  }
};
function nodeOf(resource, { host, built }) {
  return { host: host.name, reference: `${resource}`, index: built?.indexOf(resource) };
}
function isResource(target) {
  return "parent" in target;
}

// src/fleet/fleet.ts
var brand2 = /* @__PURE__ */ Symbol.for("glance-apply.fleet");
function fleet(body) {
  const position = new Position(fleet);
  return {
    [brand2]: true,
    body,
    get location() {
      return position.location;
    }
  };
}
function isFleet(value) {
  return typeof value === "object" && value !== null && brand2 in value;
}

// src/engine/gates/host-gates.ts
var none = [];
var HostGates = class {
  constructor(context, gates) {
    this.context = context;
    this.gates = gates;
    for (const gate of gates?.outgoing ?? []) {
      const node = context.graph.last(gate.source);
      const known = this.#outgoing.get(node);
      if (known === void 0) this.#outgoing.set(node, [gate]);
      else known.push(gate);
    }
  }
  context;
  gates;
  #outgoing = /* @__PURE__ */ new Map();
  #remote = [];
  #indices = /* @__PURE__ */ new Map();
  /** References of other hosts' resources that have been received as causes. */
  #fromElsewhere = /* @__PURE__ */ new Set();
  #changedElsewhere = false;
  get incoming() {
    return this.gates?.incoming ?? [];
  }
  /** Returns the node that waits for a gate. */
  nodeBehind({ target }) {
    return this.context.graph.first(target);
  }
  /** Returns the gates that a node opens when it has ended. */
  outgoingOf(node) {
    return this.#outgoing.get(node) ?? none;
  }
  /** Waits for a gate to open; meanwhile other hosts may take the place of this one. */
  async idle(until) {
    await (this.gates === void 0 ? until : this.gates.idle(until));
  }
  /** Returns a resource of the catalog or of another host; undefined for -1. */
  resource(index) {
    const { resources: resources2 } = this.context.graph.catalog;
    return resources2[index] ?? this.#remote[index - resources2.length];
  }
  /** Returns why a resource of another host was not applied, unless it has failed there. */
  reasonOf(index) {
    return this.#remote[index - this.context.graph.catalog.resources.length]?.reason;
  }
  /** Converts the result of a predecessor on another host to what a predecessor on this host propagates. */
  receive(result) {
    const { event, causes, disturber, awaited, failure, changed } = result;
    if (changed) {
      this.#changedElsewhere = true;
      this.context.changes.increment();
    }
    for (const cause of causes) this.#fromElsewhere.add(cause);
    return {
      event,
      causes,
      disturber: this.#indexOf(disturber),
      awaited: this.#indexOf(awaited),
      failure: this.#indexOf(failure)
    };
  }
  /** Opens the gates of a node. */
  open(node, { event, causes, disturber, awaited, failure }) {
    const gates = this.outgoingOf(node);
    if (gates.length === 0) return;
    const result = {
      event,
      causes: causes.map((reference) => this.#nameOf(reference)),
      disturber: this.#remoteOf(disturber),
      awaited: this.#remoteOf(awaited),
      failure: this.#remoteOf(failure),
      changed: this.#changedElsewhere || this.context.changes.count > 0
    };
    for (const gate of gates) gate.open(result);
  }
  #indexOf(remote) {
    if (remote === void 0) return -1;
    const key = JSON.stringify([remote.reference, remote.noop, remote.reason]);
    let index = this.#indices.get(key);
    if (index === void 0) {
      index = this.context.graph.catalog.resources.length + this.#remote.length;
      this.#remote.push(remote);
      this.#indices.set(key, index);
    }
    return index;
  }
  #remoteOf(index) {
    if (index < 0) return void 0;
    const { resources: resources2 } = this.context.graph.catalog;
    const own = resources2[index];
    if (own === void 0) return ensureDefined(this.#remote[index - resources2.length]);
    return { reference: this.#nameOf(own.reference), noop: own.noop === true };
  }
  /** Names a resource with its host; what another host has caused has one already. */
  #nameOf(reference) {
    return this.#fromElsewhere.has(reference) ? reference : nameOnHost(reference, this.context.hostName);
  }
};
function nameOnHost(reference, host) {
  return `${reference} on ${host}`;
}

// src/engine/graph/automatic-edges.ts
function automaticEdges(catalog2, { firsts, lasts }) {
  const edges = [];
  let byType;
  const view = {
    has: (type, title2) => catalog2.find(type, title2) !== void 0,
    all: (type) => {
      byType ??= groupByType(catalog2);
      return byType.get(type) ?? [];
    }
  };
  const add = (resource, origin, relations) => {
    if (relations === void 0) return;
    const forward = origin === "autobefore" || origin === "autonotify";
    const refresh = origin === "autonotify" || origin === "autosubscribe";
    for (const reference of relations(toProviderValues(resource), view)) {
      const other = catalog2.find(reference.type, reference.title);
      if (other === void 0 || other === resource) continue;
      const [before, after] = forward ? [resource, other] : [other, resource];
      const [source, target] = [ensureDefined(lasts[before.index]), ensureDefined(firsts[after.index])];
      edges.push({ source, target, refresh, origin, relation: -1 });
    }
  };
  for (const resource of catalog2.resources) {
    const { definition } = resource;
    if (definition === void 0) continue;
    add(resource, "autorequire", definition.autorequire);
    add(resource, "autobefore", definition.autobefore);
    add(resource, "autonotify", definition.autonotify);
    add(resource, "autosubscribe", definition.autosubscribe);
  }
  return edges;
}
function groupByType({ resources: resources2 }) {
  const byType = /* @__PURE__ */ new Map();
  for (const resource of resources2) {
    const known = byType.get(resource.type);
    if (known === void 0) byType.set(resource.type, [resource]);
    else known.push(resource);
  }
  return byType;
}

// src/engine/graph/edges.ts
var automatic = /* @__PURE__ */ new Set([
  "autorequire",
  "autobefore",
  "autonotify",
  "autosubscribe",
  "purge"
]);
var FULL = 0;
var SUPPLY = 1;
var ORDER_ONLY = 2;
function groupEdges(edges, by) {
  const groups = /* @__PURE__ */ new Map();
  for (const edge of edges) {
    const known = groups.get(edge[by]);
    if (known === void 0) groups.set(edge[by], [edge]);
    else known.push(edge);
  }
  return groups;
}
var Adjacency = class {
  offsets;
  targets;
  /** 1 if a change of the source refreshes the target. */
  refresh;
  /** `FULL`, `SUPPLY` or `ORDER_ONLY`. */
  strength;
  constructor(nodes, edges) {
    this.offsets = new Int32Array(nodes + 1);
    for (const { source } of edges) this.offsets[source + 1] = ensureDefined(this.offsets[source + 1]) + 1;
    for (let node = 0; node < nodes; node++) {
      this.offsets[node + 1] = ensureDefined(this.offsets[node + 1]) + ensureDefined(this.offsets[node]);
    }
    this.targets = new Int32Array(edges.length);
    this.refresh = new Uint8Array(edges.length);
    this.strength = new Uint8Array(edges.length);
    const next = this.offsets.slice();
    for (const { source, target, refresh, origin } of edges) {
      const slot = ensureDefined(next[source]);
      next[source] = slot + 1;
      this.targets[slot] = target;
      this.refresh[slot] = refresh ? 1 : 0;
      this.strength[slot] = origin === "manifest" || origin === "elsewhere" ? ORDER_ONLY : origin === "supply" ? SUPPLY : FULL;
    }
  }
  /** Returns the number of predecessors of each node. */
  countPredecessors() {
    const counts = new Int32Array(this.offsets.length - 1);
    for (const target of this.targets) counts[target] = ensureDefined(counts[target]) + 1;
    return counts;
  }
  /** Returns the start and the end (exclusive) of a node's successors in `targets`. */
  range(node) {
    return [ensureDefined(this.offsets[node]), ensureDefined(this.offsets[node + 1])];
  }
};

// src/engine/graph/describe-cycle.ts
var relationPhrases = {
  before: "is before",
  notify: "notifies",
  require: "is required by",
  subscribe: "is subscribed to by",
  chain: "is chained before",
  elsewhere: "is before, through other hosts,"
};
function describeCycle(graph, nodes) {
  const cycle = shortestCycle(graph, nodes);
  const references = cycle.map((edge) => graph.resource(edge.source).reference);
  const path = [...references, references[0]].filter((reference, at, all) => reference !== all[at - 1]);
  return problem("graph.cycle", `these resources depend on each other: ${path.join(" \u2192 ")}`, {
    location: cycle.map((edge) => locationOf2(graph, edge)).find((location) => location !== void 0),
    related: cycle.flatMap((edge) => describeEdge(graph, edge)),
    hint: "remove or reverse one of these relations"
  });
}
function describeEdge(graph, edge) {
  const source = graph.resource(edge.source);
  const target = graph.resource(edge.target);
  const location = locationOf2(graph, edge);
  if (source === target) return [];
  if (edge.origin !== "contains") {
    const phrase = relationPhrases[edge.origin];
    return [{ message: `${source.reference} ${phrase} ${target.reference}`, location }];
  }
  const isInwards = edge.target === graph.first(target.index) && target.containers.includes(source.index);
  const message = isInwards ? `${source.reference} contains ${target.reference}` : `${source.reference} is contained in ${target.reference}`;
  return [{ message, location }];
}
function locationOf2(graph, edge) {
  const relation = graph.catalog.relations[edge.relation];
  if (relation !== void 0) return relation.location;
  return graph.resource(edge.origin === "contains" ? edge.target : edge.source).location;
}
function shortestCycle(graph, nodes) {
  const members = new Set(nodes);
  const inside = graph.edges.filter(({ source, target }) => members.has(source) && members.has(target));
  const bySource = groupEdges(inside, "source");
  let best = [];
  for (const start of nodes.slice(0, 64)) {
    const cycle = cycleThrough(start, bySource, best.length || Number.POSITIVE_INFINITY);
    if (cycle !== void 0) best = cycle;
  }
  return best;
}
function cycleThrough(start, bySource, limit) {
  const edgeTo = /* @__PURE__ */ new Map();
  let level = [start];
  for (let length = 1; length < limit && level.length > 0; length++) {
    const next = [];
    for (const node of level) {
      for (const edge of bySource.get(node) ?? []) {
        if (edge.target === start) return [...pathTo(node, edgeTo), edge];
        if (edgeTo.has(edge.target)) continue;
        edgeTo.set(edge.target, edge);
        next.push(edge.target);
      }
    }
    level = next;
  }
  return void 0;
}
function pathTo(node, edgeTo) {
  const path = [];
  for (let edge = edgeTo.get(node); edge !== void 0; edge = edgeTo.get(edge.source)) path.push(edge);
  return path.reverse();
}

// src/engine/graph/layout.ts
var Layout = class {
  firsts;
  lasts;
  indexOf;
  transparent;
  size;
  constructor(catalog2) {
    const { resources: resources2 } = catalog2;
    this.firsts = new Int32Array(resources2.length);
    this.lasts = new Int32Array(resources2.length);
    let size = 0;
    for (const { index, definition } of resources2) {
      this.firsts[index] = size++;
      this.lasts[index] = definition === void 0 ? size++ : size - 1;
    }
    this.size = size;
    this.indexOf = new Int32Array(size);
    this.transparent = new Uint8Array(size);
    for (const { index, definition } of resources2) {
      const [first, last] = [ensureDefined(this.firsts[index]), ensureDefined(this.lasts[index])];
      this.indexOf[first] = index;
      this.indexOf[last] = index;
      if (definition === void 0 || definition.transparent) {
        this.transparent[first] = 1;
        this.transparent[last] = 1;
      }
    }
  }
};

// src/engine/graph/manifest-sequence.ts
import TinyQueue from "tinyqueue";
function manifestSequence(graph) {
  const { size, successors } = graph;
  const positions = manifestPositions(graph);
  const waiting = successors.countPredecessors();
  const free = [...waiting.keys()].filter((node) => waiting[node] === 0);
  const queue = new TinyQueue(free, (a, b) => ensureDefined(positions[a]) - ensureDefined(positions[b]));
  const sequence = new Int32Array(size);
  let length = 0;
  for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
    sequence[length++] = node;
    const [start, end] = successors.range(node);
    for (let slot = start; slot < end; slot++) {
      const next = ensureDefined(successors.targets[slot]);
      const left = ensureDefined(waiting[next]) - 1;
      waiting[next] = left;
      if (left === 0) queue.push(next);
    }
  }
  return sequence;
}
function manifestPositions({ catalog: catalog2, size, first, last }) {
  const children = /* @__PURE__ */ new Map();
  const open = [];
  for (const { index, declaredIn } of catalog2.resources) {
    if (declaredIn === void 0) open.push({ index, isEnd: false });
    else if (children.has(declaredIn)) children.get(declaredIn)?.push(index);
    else children.set(declaredIn, [index]);
  }
  const positions = new Int32Array(size);
  let position = 0;
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const { index, isEnd } = next;
    positions[isEnd ? last(index) : first(index)] = position++;
    if (isEnd || first(index) === last(index)) continue;
    open.push({ index, isEnd: true });
    for (const child of (children.get(index) ?? []).reverse()) open.push({ index: child, isEnd: false });
  }
  return positions;
}

// src/engine/graph/path-edges.ts
var MIN_DEPTH = 2;
function pathEdges(index, { firsts, lasts }) {
  const edges = [];
  const edge = (before, after) => {
    if (before === after) return;
    const [source, target] = [ensureDefined(lasts[before]), ensureDefined(firsts[after])];
    edges.push({ source, target, refresh: false, origin: "autorequire", relation: -1 });
  };
  for (const { use, path, index: user } of index.uses) {
    if (use === "manages") for (const file of index.files(path)) edge(file, user);
    if (use === "needs" || use === "reads" || use === "mounts")
      for (const manager of index.nearest(path)) edge(manager, user);
    if (use === "reads") for (const manager of index.below(path)) edge(manager, user);
    if (use === "mounts") for (const manager of index.below(path)) edge(user, manager);
  }
  return edges;
}
function* findUnorderedPairs(index) {
  for (const { use, path, index: user } of index.uses) {
    if (use !== "names") continue;
    for (const manager of findRelated(index, { path })) if (manager !== user) yield [manager, user];
  }
}
function findRelated(index, { path }) {
  const isDeep = path.split("/").length > MIN_DEPTH;
  return isDeep ? [...index.nearest(path), ...index.below(path)] : index.at(path);
}

// src/engine/graph/predecessor-set.ts
var GraphExtension = class {
  constructor(size) {
    this.size = size;
  }
  size;
  edges = [];
  addEdge(source, target, strong) {
    const origin = strong ? "supply" : "manifest";
    this.edges.push({ source, target, refresh: false, origin, relation: -1 });
  }
  addNode() {
    return this.size++;
  }
};
var PredecessorSet = class {
  constructor(extension, strong = false) {
    this.extension = extension;
    this.strong = strong;
  }
  extension;
  strong;
  #sources = [];
  get isEmpty() {
    return this.#sources.length === 0;
  }
  addPredecessor(node) {
    this.#sources.push(node);
  }
  /** Replaces all predecessors by one that waits for all of them itself. */
  replacePredecessors(node) {
    this.#sources = [node];
  }
  /** Orders a node after all predecessors so far. */
  addSuccessor(node) {
    if (this.#sources.length > 1) {
      const joined = this.extension.addNode();
      for (const source2 of this.#sources) this.extension.addEdge(source2, joined, this.strong);
      this.#sources = [joined];
    }
    const [source] = this.#sources;
    if (source !== void 0) this.extension.addEdge(source, node, this.strong);
  }
};

// src/engine/graph/manifest-edges.ts
function manifestEdges(graph, paths, ordering) {
  const { size, catalog: catalog2 } = graph;
  if (ordering === "sequential") return sequentialEdges(graph);
  const hasEffects = catalog2.resources.some(({ definition }) => definition?.effects !== void 0);
  return ordering === "manifest" && hasEffects ? new ManifestOrderBuilder(graph).build(paths) : { edges: [], size };
}
function sequentialEdges(graph) {
  const extension = new GraphExtension(graph.size);
  let before;
  for (const node of manifestSequence(graph)) {
    if (graph.isTransparent(node)) continue;
    if (before !== void 0) extension.addEdge(before, node, false);
    before = node;
  }
  return extension;
}
var ManifestOrderBuilder = class {
  constructor(graph) {
    this.graph = graph;
    this.#extension = new GraphExtension(graph.size);
    this.#supplied = new Uint8Array(graph.size);
  }
  graph;
  #extension;
  /** What a body declares itself: the bodies inside it wait for that. */
  #own = /* @__PURE__ */ new Map();
  /** What a body and the bodies inside it declare: the resources of the body itself wait for that. */
  #whole = /* @__PURE__ */ new Map();
  /** 1 for nodes that a relation orders after a resource that supplies. */
  #supplied;
  build(paths) {
    const { graph } = this;
    const sequence = manifestSequence(graph);
    const positions = new Int32Array(sequence.length);
    for (const [position, node] of sequence.entries()) {
      positions[node] = position;
      if (!graph.isTransparent(node)) this.#addEdges(node, graph.resource(node));
      this.#markSupplied(node, graph.resource(node));
    }
    for (const pair of findUnorderedPairs(paths)) {
      const nodes = pair.map((index) => graph.first(index));
      const [before = 0, after = 0] = nodes.sort(
        (a, b) => ensureDefined(positions[a]) - ensureDefined(positions[b])
      );
      this.#extension.addEdge(before, after, true);
    }
    return this.#extension;
  }
  #markSupplied(node, { definition }) {
    if (this.#supplied[node] === 0 && definition?.effects !== "supplies") return;
    const { successors } = this.graph;
    const [start, end] = successors.range(node);
    for (let slot = start; slot < end; slot++) this.#supplied[ensureDefined(successors.targets[slot])] = 1;
  }
  #addEdges(node, { definition, declaredIn }) {
    const effects = definition?.effects;
    const bodies = this.#bodiesAround(declaredIn);
    const [body = -1, ...outer] = bodies;
    const before = [this.#progress(this.#whole, body), ...outer.map((one) => this.#progress(this.#own, one))];
    for (const { supplies, commands, groundwork, allButServices, all } of before) {
      if (effects !== "supplies") supplies.addSuccessor(node);
      if (effects === "opaque") all.addSuccessor(node);
      else if (effects === "consumes") allButServices.addSuccessor(node);
      else commands.addSuccessor(node);
      if (effects === "supplies") groundwork.addSuccessor(node);
    }
    const isGroundwork = effects === void 0 && this.#supplied[node] === 0 && before.every(({ supplies }) => supplies.isEmpty);
    const followers = [
      this.#progress(this.#own, body),
      ...bodies.map((one) => this.#progress(this.#whole, one))
    ];
    for (const [at, progress] of followers.entries()) {
      const add = (predecessors) => effects === "opaque" && at < 2 ? predecessors.replacePredecessors(node) : predecessors.addPredecessor(node);
      add(progress.all);
      if (effects !== "consumes") add(progress.allButServices);
      if (effects === "opaque") add(progress.commands);
      if (effects === "supplies") add(progress.supplies);
      if (isGroundwork) add(progress.groundwork);
    }
  }
  /** Returns the bodies that enclose a resource, the innermost first. */
  #bodiesAround(innermost) {
    const bodies = [];
    const { graph } = this;
    for (let at = innermost; at !== void 0; at = graph.resource(graph.first(at)).declaredIn)
      bodies.push(at);
    return bodies;
  }
  #progress(of, body) {
    let progress = of.get(body);
    if (progress === void 0) {
      const [supplies, ...others] = [true, false, false, false, false].map(
        (strong) => new PredecessorSet(this.#extension, strong)
      );
      const [commands, groundwork, allButServices, all] = others;
      progress = { supplies, commands, groundwork, allButServices, all };
      of.set(body, progress);
    }
    return progress;
  }
};

// src/engine/graph/path-index.ts
import { posix } from "node:path";
import sortedIndex from "lodash/sortedIndex.js";
var PathIndex = class {
  constructor(catalog2) {
    this.catalog = catalog2;
    this.uses = catalog2.resources.flatMap(
      (resource) => [...resource.definition?.paths?.(toProviderValues(resource)) ?? []].map((use) => ({
        ...use,
        index: resource.index,
        // Not normalized: if a directory is a link, its '..' is not its parent in the path.
        path: use.path.replace(/\/+/g, "/").replace(/(?<=.)\/$/, "")
      }))
    );
    for (const { use, path, index } of this.uses) {
      if (use !== "manages" && use !== "creates") continue;
      const known = this.#managers.get(path);
      if (known === void 0) this.#managers.set(path, [index]);
      else known.push(index);
    }
  }
  catalog;
  uses;
  #managers = /* @__PURE__ */ new Map();
  #sorted;
  /** Returns the file resources of a path. */
  files(path) {
    return this.at(path).filter((index) => this.catalog.resources[index]?.type === "file");
  }
  /** Returns the resources that manage or create a path. */
  at(path) {
    return this.#managers.get(path) ?? [];
  }
  /** Returns the resources that manage the path, or else the nearest managed directory above it. */
  nearest(path) {
    for (let at = path; ; at = posix.dirname(at)) {
      const found = this.at(at);
      if (found.length > 0 || at === "/" || at === ".") return found;
    }
  }
  /** Returns the resources that manage a path below a directory. */
  below(directory) {
    this.#sorted ??= [...this.#managers.keys()].sort();
    const paths = this.#sorted;
    const prefix = directory === "/" ? "/" : `${directory}/`;
    const found = [];
    for (let at = sortedIndex(paths, prefix); paths[at]?.startsWith(prefix); at++)
      if (paths[at] !== prefix) found.push(...this.at(ensureDefined(paths[at])));
    return found;
  }
};

// src/engine/graph/purge-edges.ts
function purgeEdges(catalog2, layout, explicit) {
  const edges = [];
  const purges = catalog2.resources.filter(({ type }) => type === "resources");
  for (const purge of purges) {
    const node = ensureDefined(layout.firsts[purge.index]);
    const members = /* @__PURE__ */ new Set();
    for (const { type, index } of catalog2.resources) {
      if (type === purge.name) members.add(ensureDefined(layout.firsts[index]));
    }
    const edge = (source, target, refresh) => edges.push({ source, target, refresh, origin: "purge", relation: -1 });
    for (const member of members) edge(member, node, false);
    for (const { source, target, refresh, origin } of explicit) {
      if (members.has(source) && target !== node && origin !== "contains") edge(node, target, refresh);
    }
  }
  return edges;
}

// src/engine/graph/strongly-connected.ts
function findComponents(adjacency, size) {
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const componentOf = new Int32Array(size).fill(-1);
  const position = new Int32Array(size);
  const path = [];
  const open = [];
  const cyclic = [];
  let time = 0;
  let count = 0;
  const enter = (node) => {
    order[node] = time;
    low[node] = time++;
    position[node] = adjacency.range(node)[0];
    path.push(node);
    open.push(node);
    onStack[node] = 1;
  };
  const leave = (node) => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== void 0) low[parent] = Math.min(ensureDefined(low[parent]), ensureDefined(low[node]));
    if (low[node] !== order[node]) return;
    const members = [];
    let member;
    do {
      member = ensureDefined(open.pop());
      onStack[member] = 0;
      componentOf[member] = count;
      members.push(member);
    } while (member !== node);
    count++;
    if (members.length > 1 || hasSelfEdge(adjacency, node)) cyclic.push(members.reverse());
  };
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const node = ensureDefined(path.at(-1));
      const slot = ensureDefined(position[node]);
      if (slot === adjacency.range(node)[1]) {
        leave(node);
        continue;
      }
      position[node] = slot + 1;
      const next = ensureDefined(adjacency.targets[slot]);
      if (order[next] === -1) enter(next);
      else if (onStack[next] === 1)
        low[node] = Math.min(ensureDefined(low[node]), ensureDefined(order[next]));
    }
  }
  return { componentOf, cyclic };
}
function hasSelfEdge(adjacency, node) {
  const [start, end] = adjacency.range(node);
  for (let slot = start; slot < end; slot++) if (adjacency.targets[slot] === node) return true;
  return false;
}

// src/engine/graph/build-graph.ts
function buildGraph(catalog2, ordering = "manifest", orders = []) {
  const layout = new Layout(catalog2);
  const explicit = explicitEdges(catalog2, layout);
  const paths = new PathIndex(catalog2);
  const extra = [
    ...automaticEdges(catalog2, layout),
    ...pathEdges(paths, layout),
    ...purgeEdges(catalog2, layout, explicit)
  ];
  const related = removeContradictions(
    layout.size,
    mergeDuplicates([...explicit, ...elsewhereEdges(orders, layout), ...extra], layout.size)
  );
  const graph = createGraph(catalog2, layout, related, layout.size);
  const cycle = findComponents(graph.successors, layout.size);
  if (cycle.cyclic.length > 0)
    throw new GlanceApplyError(cycle.cyclic.map((nodes) => describeCycle(graph, nodes)));
  const { edges, size } = manifestEdges(graph, paths, ordering);
  return edges.length === 0 ? graph : createGraph(catalog2, layout, [...related, ...edges], size);
}
function explicitEdges(catalog2, layout) {
  return [...containmentEdges(catalog2, layout), ...relationEdges(catalog2, layout)];
}
function createGraph(catalog2, layout, edges, size) {
  return {
    catalog: catalog2,
    size,
    resource: (node) => ensureDefined(catalog2.resources[ensureDefined(layout.indexOf[node])]),
    first: (index) => ensureDefined(layout.firsts[index]),
    last: (index) => ensureDefined(layout.lasts[index]),
    isTransparent: (node) => node >= layout.size || layout.transparent[node] === 1,
    isJunction: (node) => node >= layout.size,
    successors: new Adjacency(size, edges),
    edges
  };
}
function containmentEdges(catalog2, { firsts, lasts }) {
  const edges = [];
  const filled = /* @__PURE__ */ new Set();
  const edge = (source, target) => edges.push({ source, target, refresh: true, origin: "contains", relation: -1 });
  for (const { index, containers } of catalog2.resources) {
    for (const container of containers) {
      filled.add(container);
      edge(ensureDefined(firsts[container]), ensureDefined(firsts[index]));
      edge(ensureDefined(lasts[index]), ensureDefined(lasts[container]));
    }
  }
  for (const { index, definition } of catalog2.resources) {
    if (definition === void 0 && !filled.has(index))
      edge(ensureDefined(firsts[index]), ensureDefined(lasts[index]));
  }
  return edges;
}
function relationEdges(catalog2, { firsts, lasts }) {
  return catalog2.relations.map(({ source, target, refresh, origin }, relation) => ({
    source: ensureDefined(lasts[source]),
    target: ensureDefined(firsts[target]),
    refresh,
    origin,
    relation
  }));
}
function elsewhereEdges(orders, { firsts, lasts }) {
  return orders.map(({ before, after }) => ({
    source: ensureDefined(lasts[before]),
    target: ensureDefined(firsts[after]),
    refresh: false,
    origin: "elsewhere",
    relation: -1
  }));
}
function mergeDuplicates(edges, size) {
  const known = /* @__PURE__ */ new Map();
  for (const edge of edges) {
    const key = edge.source * size + edge.target;
    const other = known.get(key);
    if (other === void 0) known.set(key, edge);
    else if (edge.refresh && !other.refresh) known.set(key, { ...other, refresh: true });
  }
  return [...known.values()];
}
function removeContradictions(size, edges) {
  if (!edges.some(({ origin }) => automatic.has(origin))) return edges;
  const { componentOf, cyclic } = findComponents(new Adjacency(size, edges), size);
  if (cyclic.length === 0) return edges;
  const inCycle = new Set(cyclic.flat());
  return edges.filter(
    ({ source, target, origin }) => !(automatic.has(origin) && inCycle.has(source) && componentOf[source] === componentOf[target])
  );
}

// src/fleet/order/host-reach.ts
var HostReach = class {
  constructor(catalog2, exits) {
    this.exits = exits;
    this.#graph = explicitGraph(catalog2);
  }
  exits;
  #known = /* @__PURE__ */ new Map();
  #graph;
  /** Replaces the relations of the manifest by a graph that has automatic relations and the order of declarations too. */
  extend(graph) {
    this.#graph = graph;
    this.#known.clear();
  }
  /** Returns the exits that come after a resource, itself included. */
  exitsAfter(index) {
    let found = this.#known.get(index);
    if (found === void 0) {
      found = this.#search(index);
      this.#known.set(index, found);
    }
    return found;
  }
  #search(index) {
    const { size, first, last, successors } = this.#graph;
    const seen = new Uint8Array(size);
    const open = [first(index)];
    seen[first(index)] = 1;
    for (let node = open.pop(); node !== void 0; node = open.pop()) {
      const [start, end] = successors.range(node);
      for (let slot = start; slot < end; slot++) {
        const next = ensureDefined(successors.targets[slot]);
        if (seen[next] === 1) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    return new Set([...this.exits].filter((exit) => seen[last(exit)] === 1));
  }
};
function explicitGraph(catalog2) {
  const layout = new Layout(catalog2);
  return {
    size: layout.size,
    first: (index) => ensureDefined(layout.firsts[index]),
    last: (index) => ensureDefined(layout.lasts[index]),
    successors: new Adjacency(layout.size, explicitEdges(catalog2, layout))
  };
}

// src/fleet/order/fleet-order.ts
var FleetOrder = class {
  constructor(catalogs, edges) {
    this.catalogs = catalogs;
    for (const crossing of findMutual(edges.flatMap(toCrossing))) {
      const { host, index } = crossing.source;
      const ofHost = this.#from.get(host) ?? /* @__PURE__ */ new Map();
      this.#from.set(host, ofHost);
      const known = ofHost.get(index);
      if (known === void 0) ofHost.set(index, [crossing]);
      else known.push(crossing);
    }
    for (const [host, exits] of this.#from)
      this.#reach.set(host, new HostReach(ensureDefined(catalogs.get(host)), new Set(exits.keys())));
  }
  catalogs;
  #reach = /* @__PURE__ */ new Map();
  /** The relations between such hosts, by host and index of their source. */
  #from = /* @__PURE__ */ new Map();
  /** Describes one cycle for each set of resources that depend on each other through several hosts. */
  describeCycles() {
    const crossings = [...this.#from.values()].flatMap((exits) => [...exits.values()].flat());
    const numbers = new Map(crossings.map((crossing, number2) => [crossing, number2]));
    const edges = crossings.flatMap(
      (crossing, source) => [...this.#next(crossing)].map((next) => {
        const target = ensureDefined(numbers.get(next));
        return { source, target, refresh: false, origin: "require", relation: -1 };
      })
    );
    const { cyclic } = findComponents(new Adjacency(crossings.length, edges), crossings.length);
    return cyclic.map((members) => {
      const inside = new Set(members.map((number2) => ensureDefined(crossings[number2])));
      return this.#describe(this.#shortestCycle(inside));
    });
  }
  /**
   * Returns for each host the order of its resources that follows from relations with other hosts, so that its graph adds
   * nothing that contradicts them. The hosts are ordered one after the other, each consistently with those before it.
   */
  orders(ordering) {
    const orders = /* @__PURE__ */ new Map();
    for (const [host, exits] of this.#from) {
      const own = [...exits.keys()].flatMap(
        (before) => [...this.#returnsTo(host, before)].map((after) => ({ before, after }))
      );
      orders.set(host, own);
      this.#reach.get(host)?.extend(buildGraph(ensureDefined(this.catalogs.get(host)), ordering, own));
    }
    return orders;
  }
  /** Yields the relations that begin with resources after the target of a relation. */
  *#next({ target }) {
    const exits = this.#reach.get(target.host)?.exitsAfter(target.index) ?? [];
    for (const exit of exits) yield* this.#from.get(target.host)?.get(exit) ?? [];
  }
  /** Returns the resources of a host that come after one of its resources through other hosts. */
  #returnsTo(host, index) {
    const found = /* @__PURE__ */ new Set();
    const seen = /* @__PURE__ */ new Set();
    const open = [...this.#from.get(host)?.get(index) ?? []];
    for (let crossing = open.pop(); crossing !== void 0; crossing = open.pop()) {
      if (seen.has(crossing)) continue;
      seen.add(crossing);
      if (crossing.target.host === host) found.add(crossing.target.index);
      else open.push(...this.#next(crossing));
    }
    return found;
  }
  #shortestCycle(inside) {
    let best = [];
    for (const start of [...inside].slice(0, 64)) {
      const cycle = this.#cycleThrough(start, inside);
      if (cycle.length > 0 && (best.length === 0 || cycle.length < best.length)) best = cycle;
    }
    return best;
  }
  #cycleThrough(start, inside) {
    const before = /* @__PURE__ */ new Map();
    const open = [start];
    for (let at = 0; at < open.length; at++) {
      const crossing = ensureDefined(open[at]);
      for (const next of this.#next(crossing)) {
        if (next === start) {
          const cycle = [crossing];
          for (let one = before.get(crossing); one !== void 0; one = before.get(one)) cycle.push(one);
          return cycle.reverse();
        }
        if (!inside.has(next) || before.has(next)) continue;
        before.set(next, crossing);
        open.push(next);
      }
    }
    return [];
  }
  #describe(cycle) {
    const names3 = cycle.flatMap(({ source, target }) => [inWords2(source), inWords2(target)]);
    const path = [...names3, ensureDefined(names3[0])].filter((name, at, all) => name !== all[at - 1]);
    const related = cycle.flatMap(({ edge, source, target }, at) => {
      const { source: exit } = ensureDefined(cycle[(at + 1) % cycle.length]);
      const crossing = {
        message: `${inWords2(source)} ${relationPhrases[edge.origin]} ${inWords2(target)}`,
        location: edge.location
      };
      if (exit.index === target.index) return [crossing];
      const location = this.catalogs.get(exit.host)?.resources[exit.index]?.location;
      return [crossing, { message: `${inWords2(target)} is before ${inWords2(exit)}`, location }];
    });
    return problem("graph.cycle", `these resources depend on each other: ${path.join(" \u2192 ")}`, {
      location: cycle.map(({ edge }) => edge.location).find((location) => location !== void 0),
      related,
      hint: "remove or reverse one of these relations"
    });
  }
};
function inWords2({ reference, host }) {
  return nameOnHost(reference, host);
}
function toCrossing(edge) {
  const { source, target } = edge;
  if (source.index === void 0 || target.index === void 0) return [];
  return [{ edge, source: { ...source, index: source.index }, target: { ...target, index: target.index } }];
}
function findMutual(crossings) {
  const numbers = /* @__PURE__ */ new Map();
  const numberOf = (host) => {
    const known = numbers.get(host) ?? numbers.size;
    numbers.set(host, known);
    return known;
  };
  const pairs = /* @__PURE__ */ new Set();
  const edges = crossings.flatMap(({ source, target }) => {
    const [from, to] = [numberOf(source.host), numberOf(target.host)];
    if (pairs.has(`${from} ${to}`)) return [];
    pairs.add(`${from} ${to}`);
    return [{ source: from, target: to, refresh: false, origin: "require", relation: -1 }];
  });
  const { componentOf } = findComponents(new Adjacency(numbers.size, edges), numbers.size);
  return crossings.filter(
    ({ source, target }) => componentOf[numberOf(source.host)] === componentOf[numberOf(target.host)]
  );
}

// src/fleet/compile-fleet.ts
async function compileFleet(source, { inventory: inventory2, optionsOf = () => ({}) }) {
  if (!isFleet(source) && !isManifest(source)) {
    return raise(
      "manifest.form",
      "compileFleet was called with a value that is neither a fleet nor a manifest",
      {
        hint: "pass the result of fleet((site) => { \u2026 }), with fleet from 'glance-apply'"
      }
    );
  }
  const position = new Position(compileFleet);
  const failures = /* @__PURE__ */ new Map();
  const omitted = /* @__PURE__ */ new Set();
  const compilations = /* @__PURE__ */ new Map();
  const options = await Promise.allSettled(
    [...inventory2.hosts.values()].map(async (host) => optionsOf(host))
  );
  for (const [at, host] of [...inventory2.hosts.values()].entries()) {
    const given = options[at];
    try {
      if (given?.status !== "fulfilled") throw given?.reason;
      if (given.value === void 0) omitted.add(host.name);
      else compilations.set(host.name, new HostCompilation(host, given.value, position));
    } catch (error) {
      failures.set(host.name, diagnoseManifestError(error, "it was compiled"));
    }
  }
  const compiler = new FleetCompiler(inventory2, compilations);
  const work = new PendingWork();
  try {
    const edges = await work.watch(() => compiler.compile(source));
    const late = () => compiler.late;
    const unfinished = await work.waitForEnd(() => late().length > 0);
    if (late().length > 0) throw new GlanceApplyError(late());
    if (unfinished !== void 0) throw new GlanceApplyError(diagnoseUnfinished(unfinished));
    for (const { host, failure } of compilations.values())
      if (failure !== void 0) failures.set(host.name, failure);
    const built = [...compilations.values()].flatMap(
      ({ host, built: one }) => one === void 0 ? [] : [[host.name, one.catalog]]
    );
    return {
      inventory: inventory2,
      catalogs: new Map(built),
      edges,
      failures,
      omitted,
      warnings: incompleteExports(compilations, [...failures.keys(), ...omitted])
    };
  } finally {
    work.stop();
  }
}
var FleetCompiler = class {
  constructor(inventory2, hosts2) {
    this.inventory = inventory2;
    this.hosts = hosts2;
    this.#all = [...hosts2.values()];
  }
  inventory;
  hosts;
  #all;
  /** The errors of declarations that came too late. */
  get late() {
    return this.#all.flatMap(({ compilation }) => compilation.seal.late);
  }
  async compile(source) {
    const site2 = new FleetSite(
      this.inventory,
      (host, type, query) => this.hosts.get(host)?.site.collect(type, query)
    );
    if (isFleet(source)) await source.body(site2);
    else site2.group("all", (node) => source.body(node));
    this.#refuseWithoutPart(site2, isFleet(source) ? source.location : void 0);
    if (site2.diagnostics.length > 0) throw new GlanceApplyError(site2.diagnostics);
    for (const part of site2.parts) await this.#declare(part);
    return this.#finish();
  }
  async #declare({ hosts: hosts2, body }) {
    for (const host of hosts2) {
      const compilation = this.hosts.get(host.name);
      if (compilation === void 0 || compilation.failure !== void 0) continue;
      try {
        const returned = body(compilation.site, host);
        if (isThenable(returned)) await returned;
      } catch (error) {
        compilation.fail(error);
      }
    }
  }
  /** Runs synchronously, so that nothing can be declared in between. */
  #finish() {
    try {
      for (const one of this.#all) one.declarePending();
      collectExports(this.#all);
      for (const one of this.#all) one.build();
    } finally {
      for (const one of this.#all) one.close();
    }
    const resolver = new EdgeResolver(this.#all, this.inventory);
    resolver.refuseDangling();
    const edges = resolver.edges();
    const catalogs = this.#all.flatMap(
      ({ host, built }) => built === void 0 ? [] : [[host.name, built.catalog]]
    );
    const cycles = new FleetOrder(new Map(catalogs), edges).describeCycles();
    if (cycles.length > 0) throw new GlanceApplyError(cycles);
    return edges;
  }
  #refuseWithoutPart(site2, location) {
    const given = new Set(site2.parts.flatMap(({ hosts: hosts2 }) => hosts2.map(({ name }) => name)));
    for (const { host } of this.#all) {
      if (given.has(host.name)) continue;
      site2.diagnostics.push(
        problem("fleet.without-part", `the fleet gives ${host.name} no part`, {
          location: host.location ?? location,
          ...host.location === void 0 ? {} : { related: [{ message: "the fleet is", location }] },
          hint: `give it one: site.host('${host.name}', \u2026), or a group that it belongs to; or leave it out of the run`
        })
      );
    }
  }
};
function incompleteExports(compilations, missing) {
  if (missing.length === 0) return [];
  return [...compilations.values()].flatMap(({ host, compilation, built }) => {
    const collector = built && compilation.collectors.find(({ findsExports }) => findsExports);
    if (collector === void 0) return [];
    const names3 = missing.length > 3 ? `${missing.length} hosts` : missing.join(", ");
    return warning(
      "fleet.incomplete-exports",
      `${collector} on ${host.name} does not find what ${names3} may export: there is no catalog`,
      { location: collector.position.location }
    );
  });
}

// src/fleet/run-fleet.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { setMaxListeners as setMaxListeners2 } from "node:events";
import PQueue3 from "p-queue";

// src/engine/report.ts
var FORMAT_VERSION = 1;

// src/fleet/running/failure-limit.ts
function shareOf(share, total, option) {
  const percentage = typeof share === "string" ? /^(\d+(?:\.\d+)?)%$/.exec(share)?.[1] : void 0;
  if (percentage !== void 0 && Number(percentage) <= 100) return Number(percentage) * total / 100;
  if (typeof share === "number" && Number.isInteger(share) && share >= 0) return share;
  return raise("fleet.rollout", `${option} cannot be '${share}'`, {
    hint: "give a number of hosts, such as 2, or a percentage up to '100%'"
  });
}
var FailureLimit = class {
  constructor(share, total) {
    this.share = share;
    this.total = total;
    this.#maximum = share === void 0 ? Number.POSITIVE_INFINITY : shareOf(share, total, "maxFailures");
  }
  share;
  total;
  #failed = /* @__PURE__ */ new Set();
  #exceeded = new AbortController();
  #maximum;
  /** Aborted when too many hosts have failed; the reason is an `Error`. */
  get exceeded() {
    return this.#exceeded.signal;
  }
  /** Counts a host once, however often it fails. */
  count(host) {
    this.#failed.add(host);
    if (this.#failed.size <= this.#maximum || this.#exceeded.signal.aborted) return;
    const names3 = [...this.#failed].slice(0, 3).join(", ");
    this.#exceeded.abort(
      new Error(
        `${this.#failed.size} of ${this.total} hosts have failed (${names3}), and at most ${this.share} may`
      )
    );
  }
};

// src/engine/node-state.ts
var NO_EVENT = 0;
var CERTAIN_EVENT = 1;
var POSSIBLE_EVENT = 2;
var MAX_CAUSES = 8;
var NodeState = class {
  constructor(waiting) {
    this.waiting = waiting;
    const size = waiting.length;
    this.event = new Uint8Array(size);
    this.disturber = new Int32Array(size).fill(-1);
    this.awaited = new Int32Array(size).fill(-1);
    this.failure = new Int32Array(size).fill(-1);
    this.finished = new Uint8Array(size);
    this.#causes = new Array(size);
  }
  waiting;
  event;
  disturber;
  awaited;
  failure;
  finished;
  #causes;
  /** Adds a predecessor that is not in the graph. */
  await(node) {
    this.waiting[node] = ensureDefined(this.waiting[node]) + 1;
  }
  causes(node) {
    return this.#causes[node] ?? [];
  }
  /**
   * Receives what a predecessor propagates. Returns true if it was the last predecessor.
   * @param strength Of the edge between them: `FULL`, `SUPPLY` or `ORDER_ONLY`.
   */
  receive(node, from, refresh, strength) {
    if (from.disturber >= 0 && strength !== ORDER_ONLY && this.disturber[node] === -1)
      this.disturber[node] = from.disturber;
    if (from.awaited >= 0 && this.awaited[node] === -1) this.awaited[node] = from.awaited;
    if (from.failure >= 0 && strength === FULL && this.failure[node] === -1)
      this.failure[node] = from.failure;
    if (refresh && from.event !== NO_EVENT) {
      this.event[node] = ensureDefined(this.event[node]) | from.event;
      const known = this.#causes[node];
      this.#causes[node] = known === void 0 ? from.causes : mergeCauses(known, from.causes);
    }
    const left = ensureDefined(this.waiting[node]) - 1;
    this.waiting[node] = left;
    return left === 0;
  }
  /** What a transparent node propagates. */
  propagation(node) {
    return {
      event: ensureDefined(this.event[node]),
      causes: this.causes(node),
      disturber: ensureDefined(this.disturber[node]),
      awaited: ensureDefined(this.awaited[node]),
      failure: ensureDefined(this.failure[node])
    };
  }
};
function mergeCauses(known, more) {
  if (known.length >= MAX_CAUSES || more === known) return known;
  return [.../* @__PURE__ */ new Set([...known, ...more])].slice(0, MAX_CAUSES);
}

// src/fleet/running/gate-board.ts
var done = {
  event: NO_EVENT,
  causes: [],
  disturber: void 0,
  awaited: void 0,
  failure: void 0,
  changed: false
};
var GateBoard = class {
  #results = /* @__PURE__ */ new Map();
  #bySource = /* @__PURE__ */ new Map();
  #byTarget = /* @__PURE__ */ new Map();
  #assumed = /* @__PURE__ */ new Map();
  /** @param isOfRun Whether a host is part of the run; what the others have counts as applied. */
  constructor({ edges, failures, catalogs }, isOfRun) {
    for (const edge of edges) {
      const { source, target } = edge;
      let open = () => {
      };
      const promise = new Promise((resolve) => open = resolve);
      this.#results.set(edge, { promise, open });
      push(this.#bySource, source.host, edge);
      push(this.#byTarget, target.host, edge);
      if (isOfRun(source.host) && (catalogs.has(source.host) || failures.has(source.host))) continue;
      open(done);
      if (isOfRun(target.host)) push(this.#assumed, inWords3(source), edge);
    }
  }
  /** The relations whose target is on a host. */
  into(host) {
    return this.#byTarget.get(host) ?? [];
  }
  /** The relations whose source is on a host. */
  outOf(host) {
    return this.#bySource.get(host) ?? [];
  }
  /** Resolves when the source of a relation has ended, or when it is certain that it will not be applied. */
  result(edge) {
    return this.#results.get(edge)?.promise ?? Promise.resolve(done);
  }
  open(edge, result) {
    this.#results.get(edge)?.open(result);
  }
  /** Opens all gates of a host that has ended: what has not been applied until now will not be. */
  close(host, reason) {
    for (const edge of this.outOf(host)) {
      const reference = inWords3(edge.source);
      const failure = { reference, noop: false, reason: `${reference} was not applied: ${reason}` };
      this.open(edge, { ...done, failure });
    }
  }
  get assumptions() {
    return [...this.#assumed].map(([assumed, edges]) => ({
      assumed,
      for: edges.map(({ target }) => inWords3(target)),
      location: edges[0]?.location
    }));
  }
};
function inWords3({ reference, host }) {
  return nameOnHost(reference, host);
}
function push(lists, key, value) {
  const known = lists.get(key);
  if (known === void 0) lists.set(key, [value]);
  else known.push(value);
}

// src/fleet/running/host-access.ts
var Unreachable = class extends Error {
};
async function connect(access2) {
  if (typeof access2 !== "function") return access2;
  try {
    return await access2();
  } catch (cause) {
    throw new Unreachable(messageOf(cause), { cause });
  }
}
var Machines = class {
  #names = /* @__PURE__ */ new Map();
  /** @throws {GlanceApplyError} `fleet.machine` */
  async claim(name, host) {
    const [content] = await host.files.read(["/etc/machine-id"]);
    const id = Buffer.isBuffer(content) ? content.toString("utf8").trim() : "";
    if (!/^[0-9a-f]{32}$/.test(id)) return;
    const other = this.#names.get(id) ?? name;
    this.#names.set(id, other);
    if (other === name) return;
    throw new GlanceApplyError(
      problem("fleet.machine", `${name} and ${other} are the same machine: both have the machine id ${id}`, {
        hint: "remove one of the names; clones of one image need machine ids of their own (systemd-machine-id-setup)"
      })
    );
  }
};

// src/fleet/running/host-gates.ts
function createGates(host, board, orders, keeper) {
  return {
    orders,
    incoming: board.into(host).flatMap((edge) => {
      const { index } = edge.target;
      return index === void 0 ? [] : [{ target: index, refresh: edge.refresh, opened: board.result(edge) }];
    }),
    outgoing: board.outOf(host).flatMap((edge) => {
      const { index } = edge.source;
      if (index === void 0) return [];
      return [
        {
          source: index,
          refresh: edge.refresh,
          note: (because) => keeper.note(edge, because),
          open: (result) => board.open(edge, result)
        }
      ];
    }),
    idle: (until) => keeper.idle(until),
    settle: () => keeper.settle()
  };
}

// src/engine/open-run.ts
import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";

// src/engine/change-counter.ts
var ChangeCounter = class {
  #changes = 0;
  get count() {
    return this.#changes;
  }
  /** Called before and after something on the host is changed. */
  increment() {
    this.#changes++;
  }
};

// src/engine/group.ts
function groupByProvider(catalog2, facts, lookup) {
  const groups = /* @__PURE__ */ new Map();
  const byResource = /* @__PURE__ */ new Map();
  for (const resource of catalog2.resources) {
    const { definition } = resource;
    if (definition === void 0 || definition.transparent) continue;
    const choice = lookup(definition);
    const [name, reason] = choose(resource, choice, facts);
    const key = `${definition.name}/${name}/${reason ?? ""}`;
    let group = groups.get(key);
    if (group === void 0) {
      const several = choice !== void 0 && Object.keys(choice.providers).length > 1;
      const provider = reason === void 0 ? choice?.providers[name] : void 0;
      group = {
        name: several ? `${definition.name} (${name})` : definition.name,
        provider,
        reason,
        subjects: /* @__PURE__ */ new Map()
      };
      groups.set(key, group);
    }
    group.subjects.set(resource.index, toSubject(resource));
    byResource.set(resource.index, group);
  }
  return byResource;
}
function choose(resource, choice, facts) {
  const { type } = resource;
  if (choice === void 0) return ["", `the type ${type} has no provider`];
  try {
    const name = choice.choose(facts, toProviderValues(resource));
    if (Object.hasOwn(choice.providers, name)) return [name];
    const known = Object.keys(choice.providers);
    const hint = didYouMean(name, known) ?? `choose one of ${known.join(", ")}`;
    return [name, `the type ${type} has no provider '${name}': ${hint}`];
  } catch (error) {
    return ["", messageOf(error)];
  }
}
function refuseWithoutProvider(catalog2, lookup) {
  const problems = catalog2.resources.flatMap((resource) => {
    const { definition, reference } = resource;
    if (definition === void 0 || definition.transparent || lookup(definition) !== void 0) return [];
    if (definition.name === "resources") return [];
    return problem(
      "provider.missing",
      `${reference} cannot be applied: the type ${definition.name} has no provider`,
      {
        // Finding it in the stack is expensive.
        location: resource.location,
        hint: "a module that defines a type must call provide for it"
      }
    );
  });
  if (problems.length > 0) throw new GlanceApplyError(problems);
}
function toSubject(resource) {
  const { reference, title: title2, name, loglevel, secrets } = resource;
  return {
    reference,
    title: title2,
    name,
    desired: toProviderValues(resource),
    secrets,
    loglevel,
    // Computed on demand: few providers need them.
    get tags() {
      return resource.tags;
    }
  };
}

// src/engine/limits.ts
import PQueue from "p-queue";
var MAX_PER_PROVIDER = 8;
var MAX_IN_ALL = 16;
var Limits = class {
  constructor(facts) {
    this.facts = facts;
  }
  facts;
  #all = new PQueue({ concurrency: MAX_IN_ALL });
  #providers = /* @__PURE__ */ new Map();
  #locks = /* @__PURE__ */ new Map();
  /** Runs a task when a slot is free. */
  run(provider, { locks, urgency }, task) {
    const { concurrency = MAX_PER_PROVIDER } = provider;
    const queues = [
      getQueue(
        this.#providers,
        provider,
        typeof concurrency === "number" ? concurrency : concurrency(this.facts)
      ),
      ...[...new Set(locks)].sort().map((lock) => getQueue(this.#locks, lock, 1)),
      this.#all
    ];
    const nested = queues.reduceRight((inner, queue) => () => queue.add(inner, { priority: urgency }), task);
    return nested();
  }
};
function getQueue(queues, key, concurrency) {
  let queue = queues.get(key);
  if (queue === void 0) {
    queue = new PQueue({ concurrency });
    queues.set(key, queue);
  }
  return queue;
}

// src/engine/protected-users.ts
var FIRST_USER = 1e3;
var SYSTEM_USERS = /* @__PURE__ */ new Set(["root", "nobody", "bin", "noaccess", "daemon", "sys"]);
async function findProtectedUsers(session, { unless_system_user: limit = true, unless_uid = [] }) {
  if (limit === false) return () => false;
  const last = limit === true ? await firstUser(session) - 1 : limit;
  return (name, { uid }) => {
    const number2 = Number(uid);
    return SYSTEM_USERS.has(name) || Number.isNaN(number2) || number2 <= last || unless_uid.includes(number2);
  };
}
async function firstUser({ host }) {
  const [content] = await host.files.read(["/etc/login.defs"]);
  const configured = Buffer.isBuffer(content) ? /^[ \t]*UID_MIN\s+(\d+)/m.exec(content.toString("utf8"))?.[1] : void 0;
  return configured === void 0 ? FIRST_USER : Number(configured);
}

// src/engine/purge.ts
var removal = (is) => ({
  is,
  differences: [{ property: "ensure", is: is.ensure ?? "present", should: "absent" }],
  has: (property2) => property2 === "ensure",
  creates: false,
  removes: true
});
function createPurgeProvider(catalog2, types) {
  const listUnmanaged = async (session, { name, desired }) => {
    const { provider: provider2, definition } = types.get(name);
    const subjects = catalog2.resources.filter(({ type }) => type === name).map(toSubject);
    if (provider2.listUnmanaged !== void 0) return provider2.listUnmanaged(session, subjects);
    const names3 = new Set(subjects.flatMap((subject) => [subject.name, subject.title]));
    const existing = await provider2.list(session, subjects);
    const isKnown = (title2, state) => names3.has(title2) || names3.has(createSubject(definition, title2, state).name);
    const isProtected = name === "user" ? await findProtectedUsers(session, desired) : () => false;
    return new Map(
      [...existing].filter(([title2, state]) => !isKnown(title2, state) && !isProtected(title2, state))
    );
  };
  const provider = {
    prefetchable: false,
    read: async (session, subjects) => {
      const states = /* @__PURE__ */ new Map();
      for (const subject of subjects) {
        const { purge } = subject.desired;
        const found = purge ? await listUnmanaged(session, subject).catch(toUnreadable) : /* @__PURE__ */ new Map();
        states.set(subject.title, found instanceof Unreadable ? found : purgeState(purge === true, found));
      }
      return states;
    },
    change: async (session, subject) => {
      const { provider: remover, definition } = types.get(subject.name);
      const changes = [...await listUnmanaged(session, subject)].map(([title2, is]) => ({
        subject: createSubject(definition, title2, is),
        diff: removal(is)
      }));
      if (remover.changeAll !== void 0) await remover.changeAll(session, changes);
      else for (const change of changes) await remover.change?.(session, change.subject, change.diff);
    }
  };
  return { providers: { default: provider }, choose: () => "default" };
}
function purgeState(purge, found) {
  return { purge: found.size === 0 ? purge : [...found.keys()].sort() };
}
function toUnreadable(error) {
  if (isPermissionDenied(error)) return new Unreadable(messageOf(error), true);
  throw error;
}
function createSubject(definition, title2, is) {
  const { titleAttribute, parseTitle, nameOf } = definition;
  const parsed = parseTitle?.(title2);
  const desired = concealLiterals(
    {
      ...defaultValues(definition),
      [titleAttribute]: title2,
      ...typeof parsed === "object" ? parsed : {},
      ...is,
      ensure: "absent"
    },
    definition.attributes
  );
  return {
    reference: `${definition.name}[${title2}]`,
    title: title2,
    name: nameOf?.(desired) ?? String(desired[titleAttribute]),
    desired,
    secrets: /* @__PURE__ */ new Set(),
    loglevel: "notice",
    tags: /* @__PURE__ */ new Set()
  };
}
function defaultValues({ attributes }) {
  const withDefault = Object.entries(attributes).filter(
    ([, { default: value }]) => value !== void 0 && typeof value !== "function"
  );
  return Object.fromEntries(withDefault.map(([name, attribute]) => [name, attribute.default]));
}

// src/engine/purged-types.ts
var PurgedTypes = class {
  /** @param types Types that may be purged even if the catalog has no resource of them. */
  constructor(catalog2, types, facts, lookup) {
    this.catalog = catalog2;
    this.facts = facts;
    this.lookup = lookup;
    const known = new Map(types);
    for (const { definition } of catalog2.resources)
      if (definition !== void 0) known.set(definition.name, definition);
    this.#known = known;
  }
  catalog;
  facts;
  lookup;
  #known;
  /** Returns a type that `refuse` has accepted. */
  get(type) {
    const found = this.#find(type);
    if (typeof found === "string") throw new Error(found);
    return found;
  }
  /**
   * Refuses a catalog with types that cannot be purged, before anything is changed.
   * @throws {GlanceApplyError} `purge.type`, one diagnostic per purge.
   */
  refuse() {
    const problems = this.catalog.resources.flatMap((resource) => {
      const { definition, name, reference, desired } = resource;
      if (definition?.name !== "resources" || desired.purge !== true) return [];
      const found = this.#find(name);
      if (typeof found !== "string") return [];
      return problem("purge.type", `${reference}: ${found}`, { location: resource.location });
    });
    if (problems.length > 0) throw new GlanceApplyError(problems);
  }
  /** Returns a type, or why it cannot be purged. */
  #find(type) {
    const definition = this.#known.get(type);
    if (definition === void 0) {
      const hint = didYouMean(type, this.#known.keys()) ?? "see glance-apply describe";
      return `the type '${type}' does not exist: ${hint}`;
    }
    const { ensure } = definition.attributes;
    if (ensure === void 0 || !validatorFor(ensure.value.schema)("absent"))
      return `the type '${type}' cannot be purged: its resources cannot be made absent`;
    const choice = this.lookup(definition);
    const provider = choice?.providers[choice.choose(this.facts, {})];
    const list = provider?.list;
    if (list === void 0) return `the type '${type}' cannot be purged: its resources cannot be listed`;
    return { definition, provider };
  }
};

// src/engine/refresh-targets.ts
var MAX_ORIGINS = 5;
function refreshTargets(graph, nodes, outgoing) {
  const { successors } = graph;
  const targets = /* @__PURE__ */ new Map();
  const gates = /* @__PURE__ */ new Map();
  const transparentNodes = /* @__PURE__ */ new Map();
  for (const origin of nodes) {
    const open = [origin];
    for (let node = open.pop(); node !== void 0; node = open.pop()) {
      for (const gate of outgoing?.outgoingOf(node) ?? []) if (gate.refresh) addOrigin(gates, gate, origin);
      const [start, end] = successors.range(node);
      for (let slot = start; slot < end; slot++) {
        const next = ensureDefined(successors.targets[slot]);
        if (successors.refresh[slot] === 0) continue;
        const isTransparent = graph.isTransparent(next);
        if (addOrigin(isTransparent ? transparentNodes : targets, next, origin) && isTransparent)
          open.push(next);
      }
    }
  }
  return { resources: targets, gates };
}
function addOrigin(origins, target, origin) {
  const known = origins.get(target);
  if (known === void 0) origins.set(target, [origin]);
  else if (known.length === MAX_ORIGINS || known.at(-1) === origin) return false;
  else known.push(origin);
  return true;
}

// src/engine/state/store-in-bucket.ts
import { posix as posix2 } from "node:path";

// src/hosts/untrusted-path.ts
import { dirname as dirname2, join } from "node:path/posix";

// src/hosts/account-files.ts
var NUMBER = /^\d+$/;
function parsePasswd(text) {
  return fieldsOf(text).flatMap(
    ([name = "", , uid = "", gid = "", comment = "", home = "", shell = ""]) => NUMBER.test(uid) && NUMBER.test(gid) ? [{ name, uid: Number(uid), gid: Number(gid), comment, home, shell }] : []
  );
}
function parseGroup(text) {
  return fieldsOf(text).flatMap(
    ([name = "", , gid = "", members = ""]) => NUMBER.test(gid) ? [{ name, gid: Number(gid), members: members.split(",").filter((member) => member !== "") }] : []
  );
}
function fieldsOf(text) {
  return text.split("\n").filter((line) => /^[^#+\-\s:]/.test(line)).map((line) => line.split(":"));
}

// src/hosts/describe-kind.ts
function describeKind({ kind, special }) {
  return kind === "other" ? special ?? "device" : kind;
}

// src/hosts/max-links.ts
var MAX_LINKS = 40;

// src/hosts/trusted-owner.ts
function isTrustedUser(uid, self = currentUid()) {
  return uid === 0 || uid === self;
}
function currentUid() {
  return process.geteuid?.() ?? 0;
}

// src/hosts/untrusted-path.ts
var STICKY = 512;
var GROUP_WRITES = 16;
var OTHERS_WRITE = 2;
async function findUntrusted(files, path) {
  return findFirstUntrusted(files, [path]);
}
async function findFirstUntrusted(files, paths, trust = {}) {
  const search = new Search(files, trust);
  for (const path of paths) {
    const found = await search.checkPath(path);
    if (found !== void 0) return found;
  }
  return void 0;
}
async function findUntrustedWithin(files, directory) {
  const search = new Search(files, {});
  return await search.checkPath(directory) ?? search.checkTree(directory);
}
async function describeUntrusted({ path, status, fault }, files) {
  switch (fault) {
    case "owner": {
      const [passwd] = await files.read(["/etc/passwd"]);
      const users = Buffer.isBuffer(passwd) ? parsePasswd(passwd.toString("utf8")) : [];
      const nameOf = (uid) => users.find((user2) => user2.uid === uid)?.name ?? `${uid}`;
      const self = nameOf(currentUid());
      const user = nameOf(status.uid);
      if (status.kind === "link")
        return `${path} is a symbolic link of the user ${user}, who could change it; if it leads where it should, make ${self} its owner (chown -h ${self} ${path})`;
      return status.kind === "directory" ? `${path} belongs to the user ${user}, who could exchange what is in it; use a directory of ${self}'s instead, or make ${self} the owner of this one (chown ${self} ${path})` : `${path} belongs to the user ${user}, who could change it; if it says what it should, make ${self} its owner (chown ${self} ${path})`;
    }
    case "mode": {
      const who = (status.mode & OTHERS_WRITE) === 0 ? "its group" : "everybody";
      const mode = status.mode.toString(8).padStart(4, "0");
      return `${path} can be changed by ${who} (mode ${mode}); take that away (chmod go-w ${path})`;
    }
    case "kind":
      return `${path} is a ${describeKind(status)}, and nothing that a run makes; find out whose it is and remove it`;
    case "names":
      return `${path} has other names as well (hard links), under which others may change it; find out whose it is and remove it`;
  }
}
var Search = class {
  constructor(files, trust) {
    this.files = files;
    this.trust = trust;
  }
  files;
  trust;
  #known = /* @__PURE__ */ new Map();
  #accounts;
  async checkPath(path) {
    const names3 = (path.startsWith("/") ? path : `${process.cwd()}/${path}`).split("/");
    let directory = "/";
    let shared = false;
    for (let links = 0; names3.length > 0; ) {
      const name = ensureDefined(names3.shift());
      if (name === "..") directory = dirname2(directory);
      if (name === "." || name === "..") continue;
      const at = join(directory, name);
      const status = await this.#look(at);
      if (status === void 0) return void 0;
      const isLink = status.kind === "link";
      if (!this.#isOwn(status) && (!isLink || shared)) return { path: at, status, fault: "owner" };
      if (status.target !== void 0) {
        links += 1;
        if (links > MAX_LINKS) return { path: at, status, fault: "kind" };
        names3.unshift(...status.target.split("/"));
        if (status.target.startsWith("/")) directory = "/";
        continue;
      }
      const isLast = names3.every((one) => one === "" || one === ".");
      const writable = await this.#isWritable(status);
      shared = writable && status.kind === "directory" && (status.mode & STICKY) !== 0;
      if (writable && (isLast || !shared)) return { path: at, status, fault: "mode" };
      directory = at;
    }
    return void 0;
  }
  async checkTree(directory) {
    const waiting = [directory];
    const seen = /* @__PURE__ */ new Set();
    for (let folder = waiting.pop(); folder !== void 0; folder = waiting.pop()) {
      const above = folder;
      const names3 = await this.files.list(above).catch(() => void 0);
      const paths = (names3 ?? []).map((name) => join(above, name));
      const [statuses, real] = await Promise.all([this.files.status(paths), this.files.resolve(paths)]);
      for (const [index, path] of paths.entries()) {
        const [status, end] = [statuses[index], real[index]];
        if (status === void 0 || status instanceof Error) continue;
        const found = status.kind === "link" && this.#isOwn(status) ? await this.checkPath(path) : await this.#entry(path, status, end);
        if (found !== void 0) return found;
        if (end === void 0 || end instanceof Error || seen.has(end.path)) continue;
        seen.add(end.path);
        if (status.kind !== "file") waiting.push(end.path);
      }
    }
    return void 0;
  }
  async #entry(path, status, end) {
    if (!this.#isOwn(status)) return { path, status, fault: "owner" };
    if (status.kind === "other") return { path, status, fault: "kind" };
    if (await this.#isWritable(status)) return { path, status, fault: "mode" };
    const isShared = end !== void 0 && !(end instanceof Error) && end.shared !== void 0;
    return isShared ? { path, status, fault: "names" } : void 0;
  }
  async #look(path) {
    if (this.#known.has(path)) return this.#known.get(path);
    const [status] = await this.files.status([path]);
    if (status instanceof Error && !isPermissionDenied(status)) throw status;
    const found = status instanceof Error ? void 0 : status;
    this.#known.set(path, found);
    return found;
  }
  #isOwn({ uid }) {
    return isTrustedUser(uid) || (this.trust.users ?? []).includes(uid);
  }
  async #isWritable({ mode, uid, gid }) {
    if ((mode & OTHERS_WRITE) !== 0) return true;
    if ((mode & GROUP_WRITES) === 0) return false;
    this.#accounts ??= await accountsOf(this.files);
    return !isPrivateGroup(this.#accounts, uid, gid);
  }
};
async function accountsOf(files) {
  const [passwd, group] = await files.read(["/etc/passwd", "/etc/group"]);
  return {
    users: Buffer.isBuffer(passwd) ? parsePasswd(passwd.toString("utf8")) : [],
    groups: Buffer.isBuffer(group) ? parseGroup(group.toString("utf8")) : []
  };
}
function isPrivateGroup({ users, groups }, uid, gid) {
  return users.every((user) => user.gid !== gid || user.uid === uid) && groups.some(
    ({ name, gid: own, members }) => own === gid && users.some((user) => user.name === name && user.gid === gid) && members.every((member) => member === name)
  );
}

// src/engine/state/make-directories.ts
async function makeDirectories(files, path, above) {
  const names3 = path.split("/").filter(Boolean);
  const all = names3.map((_name, index) => `/${names3.slice(0, index + 1).join("/")}`);
  const found = await files.status(all);
  for (const [index, one] of all.entries()) {
    if (found[index] !== void 0) continue;
    try {
      await files.makeDirectory(one, { mode: index === all.length - 1 ? 448 : above });
    } catch (error) {
      if (!(error instanceof HostError && error.code === "EEXIST")) throw error;
    }
  }
}

// src/engine/state/store-in-bucket.ts
async function describeForeignBucket(files, ...paths) {
  const untrusted = await findFirstUntrusted(files, paths);
  if (untrusted === void 0) return void 0;
  return `cannot store backups where other users could read or replace them: ${await describeUntrusted(untrusted, files)}`;
}
async function storeInBucket(files, bucket, copy) {
  const { path, content, checksum } = copy;
  const folder = posix2.join(bucket, ...checksum.slice(0, 8), checksum);
  const contents = posix2.join(folder, "contents");
  const paths = posix2.join(folder, "paths");
  const refuse = async () => {
    const reason = await describeForeignBucket(files, contents, paths);
    if (reason !== void 0) raise("bucket.foreign", reason);
  };
  await refuse();
  await makeDirectories(files, folder, 448);
  await refuse();
  const [known, names3] = await files.read([contents, paths]);
  if (!Buffer.isBuffer(known) || !known.equals(content))
    await files.write(contents, content, { mode: 384 });
  const before = Buffer.isBuffer(names3) ? names3.toString("utf8") : "";
  if (!before.split("\n").includes(path)) await files.append(paths, `${path}
`);
}

// src/engine/refuse-foreign-buckets.ts
async function refuseForeignBuckets({ resources: resources2 }, files) {
  const buckets = resources2.filter(({ type }) => type === "filebucket");
  const problems = await Promise.all(
    buckets.map(async ({ desired, location, reference }) => {
      const { path } = desired;
      const reason = typeof path === "string" ? await describeForeignBucket(files, path) : void 0;
      return reason === void 0 ? [] : [problem("bucket.foreign", `${reference}: ${reason}`, { location })];
    })
  );
  const found = problems.flat();
  if (found.length > 0) throw new GlanceApplyError(found);
}

// src/engine/state/record.ts
import { createHash } from "node:crypto";
var FORMAT = 2;
var tail = /,"format":(\d+),"checksum":"([0-9a-f]{16})"\}$/;
function encodeRecord(record) {
  const text = JSON.stringify(record);
  return `${text.slice(0, -1)},"format":${FORMAT},"checksum":"${checksumOf(text)}"}`;
}
function decodeRecord(line) {
  const found = tail.exec(line);
  try {
    if (found === null) return decodeFormat1(JSON.parse(line));
    const [, format, checksum] = found;
    if (Number(format) > FORMAT) {
      return { why: `it was written by a newer version of glance-apply (format ${format})`, newer: true };
    }
    const text = `${line.slice(0, found.index)}}`;
    return checksumOf(text) === checksum ? { record: JSON.parse(text) } : { why: damaged };
  } catch {
    return { why: damaged };
  }
}
var damaged = "it is damaged or cut off";
function decodeFormat1(record) {
  const isObject = typeof record === "object" && record !== null;
  return isObject && ("format" in record || "checksum" in record) ? { why: damaged } : { record };
}
function checksumOf(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

// src/engine/state/state-files.ts
function asideName(name) {
  return name.replace(/\.\w+$/, ".unreadable");
}
var stateFiles = {
  journal: "journal.ndjson",
  outbox: "outbox.ndjson",
  ledger: "ledger.json",
  schedules: "schedules.json",
  report: "report.json",
  copies: "backups/index.ndjson"
};
var { journal, outbox, ledger, schedules } = stateFiles;
var allStateFiles = [
  ...Object.values(stateFiles),
  ...[journal, outbox, ledger, schedules].map(asideName)
];

// src/engine/state/single-record.ts
var SingleRecord = class {
  constructor(directory, name, parse2, loss) {
    this.directory = directory;
    this.name = name;
    this.parse = parse2;
    this.loss = loss;
  }
  directory;
  name;
  parse;
  loss;
  /**
   * Reads the file.
   * @param movesUnreadable Whether a file that cannot be read is moved aside.
   * @throws {GlanceApplyError} `state.newer` if a newer version has written it.
   */
  async read(movesUnreadable) {
    const text = await this.directory.read(this.name);
    if (text === void 0) return { content: void 0, warnings: [] };
    const found = decodeRecord(text.trimEnd());
    const content = "why" in found ? void 0 : this.parse(found.record);
    if (content !== void 0) return { content, warnings: [] };
    const message = `${this.directory.file(this.name)} cannot be read: ${"why" in found ? found.why : "it is not in the expected format"}`;
    if ("newer" in found)
      return raise("state.newer", message, { hint: `run that version, or remove the file: ${this.loss}` });
    const aside = asideName(this.name);
    if (movesUnreadable) await this.directory.write(aside, text);
    const moved = movesUnreadable ? `, and the old one was moved to ${this.directory.file(aside)}` : "";
    const hint = `a new one is created${moved}: ${this.loss}`;
    return { content: void 0, warnings: [warning("state.unreadable", message, { hint })] };
  }
  /** Replaces the file. */
  write(content) {
    return this.directory.write(this.name, `${encodeRecord(content)}
`);
  }
};

// src/engine/schedules/deferral-reason.ts
var HOUR = 3600;
var secondsPerPeriod = {
  hourly: HOUR,
  daily: 24 * HOUR,
  weekly: 7 * 24 * HOUR,
  monthly: 30 * 24 * HOUR
};
var weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
function deferralReason(times, last, now) {
  const { period, range, weekday } = times;
  if (period === "never") return "its period is never";
  const onDays = weekday === void 0 ? "" : ` on ${weekday.join(", ")}`;
  if (range === void 0) {
    if (!isDay(weekday, now)) return `only${onDays}`;
  } else if (!range.some((hours) => isWithin(hours, weekday, now))) {
    return `outside its range ${range.join(", ")}${onDays}`;
  }
  if (period === void 0 || last === void 0 || hasPassed(times, period, last, now)) return void 0;
  const { repeat = 1 } = times;
  return `already applied in this period: ${period}${repeat === 1 ? "" : `, ${repeat} times`}`;
}
function hasPassed(times, period, last, now) {
  if (times.periodmatch === "number") return periodKey(period, last) !== periodKey(period, now);
  const elapsed = (now.getTime() - last.getTime()) / 1e3;
  return elapsed < 0 || elapsed >= secondsPerPeriod[period] / (times.repeat ?? 1);
}
function periodKey(period, time) {
  const [year, month, day] = [time.getFullYear(), time.getMonth(), time.getDate()];
  switch (period) {
    case "hourly":
      return `${year}-${month}-${day} ${time.getHours()}`;
    case "daily":
      return `${year}-${month}-${day}`;
    case "weekly":
      return new Date(year, month, day - time.getDay()).toDateString();
    case "monthly":
      return `${year}-${month}`;
  }
}
function isWithin(range, weekday, now) {
  const [from = 0, to = 0] = range.split("-").map(secondOfDay);
  const second = secondOfDay(`${now.getHours()}:${now.getMinutes()}:${now.getSeconds()}`);
  if (from < to) return second >= from && second <= to && isDay(weekday, now);
  if (second >= from) return isDay(weekday, now);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return second <= to && isDay(weekday, yesterday);
}
function secondOfDay(text) {
  const [hours = 0, minutes = 0, seconds = 0] = text.trim().split(":").map(Number);
  return hours * HOUR + minutes * 60 + seconds;
}
function isDay(weekday, time) {
  if (weekday === void 0) return true;
  const today = time.getDay();
  return weekday.some(
    (day) => day === String(today) || day.slice(0, 3).toLowerCase() === weekdayNames[today]
  );
}

// src/engine/schedules/schedules.ts
var LONGEST_PERIOD = (31 * 24 + 1) * 36e5;
var Schedules = class _Schedules {
  constructor(file, catalog2, now, last, warnings) {
    this.file = file;
    this.catalog = catalog2;
    this.now = now;
    this.last = last;
    this.warnings = warnings;
  }
  file;
  catalog;
  now;
  last;
  warnings;
  /** By schedule and reason. */
  #deferrals = /* @__PURE__ */ new Map();
  #modified = false;
  /**
   * Reads the records of earlier runs; a catalog without schedules needs none.
   * @param movesUnreadable Whether a file that cannot be read is moved aside.
   * @throws {GlanceApplyError} `state.newer` if a newer version has written the file.
   */
  static async open(directory, catalog2, movesUnreadable, now) {
    const file = new SingleRecord(
      directory,
      stateFiles.schedules,
      parse,
      "resources with a schedule are checked once more than their schedules allow"
    );
    const used = catalog2.resources.some(({ schedule }) => schedule !== void 0);
    const { content = /* @__PURE__ */ new Map(), warnings } = used ? await file.read(movesUnreadable) : { warnings: [] };
    return new _Schedules(file, catalog2, now, content, warnings);
  }
  /** Whether a resource must not be applied in this run. */
  defers(resource) {
    return this.#reason(resource) !== void 0;
  }
  #reason({ schedule, reference }) {
    if (schedule === void 0) return void 0;
    const declared = this.catalog.find("schedule", schedule)?.desired;
    const times = declared ?? builtinSchedules.get(schedule) ?? {};
    const last = this.last.get(reference);
    return deferralReason(times, last === void 0 ? void 0 : new Date(last), this.now);
  }
  /** Records that a resource is deferred. */
  noteDeferral(resource) {
    const { schedule = "", reference } = resource;
    const reason = this.#reason(resource) ?? "";
    const key = JSON.stringify([schedule, reason]);
    const known = this.#deferrals.get(key);
    if (known === void 0) this.#deferrals.set(key, { schedule, reason, references: [reference] });
    else known.references.push(reference);
  }
  /** Records that a resource was checked and is in sync. */
  noteApplied({ schedule, reference }) {
    if (schedule === void 0) return;
    this.last.set(reference, this.now.getTime());
    this.#modified = true;
  }
  /** All deferred resources, by schedule and reason. */
  get deferrals() {
    return [...this.#deferrals.values()];
  }
  /** Writes the records. Those of other manifests of this host are kept until every period has passed. */
  async close() {
    if (!this.#modified) return;
    const now = this.now.getTime();
    const current = [...this.last].filter(([, time]) => now - time < LONGEST_PERIOD);
    await this.file.write(Object.fromEntries(current));
  }
};
function parse(value) {
  if (typeof value !== "object" || value === null) return void 0;
  const times = Object.entries(value);
  return times.every(([, time]) => typeof time === "number") ? new Map(times) : void 0;
}

// src/engine/state/fingerprint.ts
function fingerprint({ desired, secrets }) {
  const attributes = secrets.size === 0 ? desired : Object.entries(desired).filter(([name]) => !secrets.has(name));
  return digest(JSON.stringify(attributes));
}
function digest(text) {
  let one = 2166136261;
  let two = text.length;
  for (let index = 0; index < text.length; index++) {
    one = Math.imul(one ^ text.charCodeAt(index), 16777619);
    two = Math.imul(two ^ one >>> 13, 2246822507);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36).padStart(7, "0");
}

// src/engine/state/journal-record.ts
function parseJournalRecord(value) {
  if (!isHash(value)) return void 0;
  const { run, pending, owed, done: done2, because = [] } = value;
  if (run !== void 0 && typeof run !== "string") return void 0;
  if (isStringArray(done2)) return { run, done: done2 };
  if (!isStringArray(because)) return void 0;
  if (isStringArray(owed)) return { run, because, pending: owed.map((reference) => [reference, void 0]) };
  if (!isPending(pending)) return void 0;
  return { run, because, pending: pending.map(([reference, wants]) => [reference, wants ?? void 0]) };
}
function isStringArray(value) {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
function isPending(value) {
  return Array.isArray(value) && value.every(
    (one) => Array.isArray(one) && typeof one[0] === "string" && (one[1] == null || typeof one[1] === "string")
  );
}

// src/engine/state/record-log.ts
var beginnings = /\{"\w+":/g;
var RecordLog = class {
  constructor(directory, name, parse2) {
    this.directory = directory;
    this.name = name;
    this.parse = parse2;
  }
  directory;
  name;
  parse;
  /** Whether the file is known to end with a whole line. */
  #whole = false;
  /** Reads the records, and the lines that are not records. */
  async read() {
    const text = await this.directory.read(this.name) ?? "";
    this.#whole = text === "" || text.endsWith("\n");
    const records = [];
    const unreadable = [];
    for (const [index, line] of text.split("\n").entries()) {
      if (line === "") continue;
      const found = this.#decode(line);
      if (!("why" in found)) {
        records.push(found.record);
        continue;
      }
      const rescued = this.#rescue(line);
      records.push(...rescued.records);
      unreadable.push({
        line: index + 1,
        text: rescued.lost,
        why: found.why,
        newer: found.newer === true
      });
    }
    return { records, unreadable };
  }
  /** Appends records; when the promise resolves, they are on the disk. */
  async append(records) {
    const lead = this.#whole ? "" : "\n";
    this.#whole = false;
    await this.directory.append(this.name, lead + toLines(records));
    this.#whole = true;
  }
  /** Replaces all records at once. */
  async replace(records) {
    await this.directory.write(this.name, toLines(records));
    this.#whole = true;
  }
  async remove() {
    await this.directory.remove(this.name);
    this.#whole = true;
  }
  #decode(line) {
    const found = decodeRecord(line);
    if ("why" in found) return found;
    const record = this.parse(found.record);
    return record === void 0 ? { why: `it is not a record of ${this.name}` } : { record };
  }
  /** Returns the record after one that was cut off on the same line, and the rest of the line. */
  #rescue(line) {
    for (const { index } of line.matchAll(beginnings)) {
      const found = index === 0 ? void 0 : this.#decode(line.slice(index));
      if (found !== void 0 && "record" in found)
        return { records: [found.record], lost: line.slice(0, index) };
    }
    return { records: [], lost: line };
  }
};
function toLines(records) {
  return records.map((record) => `${encodeRecord(record)}
`).join("");
}

// src/engine/state/journal.ts
var FILE = stateFiles.journal;
var ASIDE = asideName(FILE);
var Journal = class _Journal {
  constructor(log, run, records, warnings) {
    this.log = log;
    this.run = run;
    this.warnings = warnings;
    this.#pending = replayRecords(records);
    this.#grown = records.length > 0;
    for (const reference of this.#own.keys()) this.#claims.set(reference, Number.POSITIVE_INFINITY);
  }
  log;
  run;
  warnings;
  /** By the name of the run that noted them; undefined for none. */
  #pending;
  /** The number of changes of this run that each pending refresh is noted for. */
  #claims = /* @__PURE__ */ new Map();
  /** Whether the file contains more than what is pending. */
  #grown;
  /** Resolves when the last requested entry has been written. */
  #written = Promise.resolve();
  /**
   * Opens the journal, with the pending refreshes of earlier runs.
   * @param run The name of this run.
   * @param movesUnreadable Whether lines that cannot be read are moved aside.
   * @throws {GlanceApplyError} `state.newer` if a newer version has written a line.
   */
  static async open(directory, run, movesUnreadable) {
    const log = new RecordLog(directory, FILE, parseJournalRecord);
    const { records, unreadable } = await log.read();
    const newer = unreadable.find((line) => line.newer);
    if (newer !== void 0) {
      return raise("state.newer", `${directory.file(FILE)}:${newer.line} cannot be read: ${newer.why}`, {
        hint: "run that version, or remove the line, and the refreshes that it notes will not be made"
      });
    }
    const warnings = unreadable.map((line) => unreadableWarning(directory, line, movesUnreadable));
    const journal2 = new _Journal(log, run, records, warnings);
    if (movesUnreadable && unreadable.length > 0) {
      await directory.append(ASIDE, unreadable.map(({ text }) => `${text}
`).join(""));
      await journal2.#compact();
    }
    return journal2;
  }
  /**
   * Returns the causes of a refresh that an earlier run has left pending, as references; undefined if there is none.
   */
  pendingFor(resource) {
    if (this.#pending.size === 0) return void 0;
    for (const run of this.#runsWith(resource)) {
      const isOfEarlierRun = run !== this.run || this.#claims.get(resource.reference) === Number.POSITIVE_INFINITY;
      if (isOfEarlierRun) return this.#of(run).get(resource.reference)?.because;
    }
    return void 0;
  }
  /** References of the pending refreshes of this run's name, whether or not the catalog contains the resources. */
  get own() {
    return [...this.#own.keys()];
  }
  /** Returns the pending refreshes that a run of these resources leaves to runs of other names. */
  pendingElsewhere(resources2) {
    const mine = new Map(resources2.map((resource) => [resource.reference, resource]));
    const others = [...this.#pending].flatMap(([run, pending]) => {
      if (run === void 0 || run === this.run) return [];
      const references = [...pending].filter(([reference, { wants }]) => {
        const resource = mine.get(reference);
        return resource === void 0 || wants !== fingerprint(resource);
      }).map(([reference]) => reference);
      return references.length === 0 ? [] : [{ run, references }];
    });
    return others;
  }
  /**
   * Notes refreshes that changes are about to cause.
   * @param refreshes The resources to refresh, each with the references of its causes.
   */
  note(refreshes) {
    return this.#enqueue(() => this.#note(refreshes));
  }
  async #note(refreshes, writes = true) {
    const fresh = /* @__PURE__ */ new Map();
    for (const [resource, because] of refreshes) {
      if (!this.#own.has(resource.reference))
        fresh.set(resource.reference, { because, wants: fingerprint(resource) });
    }
    if (fresh.size > 0 && writes) {
      this.#grown = true;
      await this.log.append(toRecords(this.run, fresh));
    }
    const own = this.#own;
    for (const [reference, pending] of fresh) own.set(reference, pending);
    this.#pending.set(this.run, own);
    for (const { reference } of refreshes.keys())
      this.#claims.set(reference, (this.#claims.get(reference) ?? 0) + 1);
  }
  /**
   * Notes refreshes that changes of earlier runs on other hosts have caused, as if this run's predecessor had left them.
   * @param writes Whether they are written to the disk; a plan only takes them into account.
   */
  adopt(refreshes, writes) {
    return this.#enqueue(async () => {
      await this.#note(refreshes, writes);
      for (const { reference } of refreshes.keys()) this.#claims.set(reference, Number.POSITIVE_INFINITY);
    });
  }
  /** Withdraws what `note` has noted, because the change was not made; what other changes have noted stays. */
  withdraw(references) {
    return this.#enqueue(async () => {
      const free = [];
      for (const reference of references) {
        const claims = (this.#claims.get(reference) ?? 0) - 1;
        this.#claims.set(reference, claims);
        if (claims === 0) free.push(reference);
      }
      await this.#remove(this.run, free);
    });
  }
  /** Removes the refresh of a resource, which has been made. */
  markDone(resource) {
    return this.#enqueue(async () => {
      for (const run of [...this.#runsWith(resource)]) await this.#remove(run, [resource.reference]);
    });
  }
  /** Removes refreshes of this run's name that no run will make. */
  drop(references) {
    return this.#enqueue(() => this.#remove(this.run, references));
  }
  /** Rewrites the file so that it contains only what is pending. */
  close() {
    return this.#enqueue(async () => {
      if (this.#grown) await this.#compact();
    });
  }
  get #own() {
    return this.#of(this.run);
  }
  #of(run) {
    return this.#pending.get(run) ?? /* @__PURE__ */ new Map();
  }
  /** Yields the names of the runs whose pending refresh of a resource this run makes. */
  *#runsWith(resource) {
    const { reference } = resource;
    for (const [run, pending] of this.#pending) {
      const found = pending.get(reference);
      if (found === void 0) continue;
      if (run === this.run || run === void 0 || found.wants === fingerprint(resource)) yield run;
    }
  }
  /**
   * Writes entries one after the other. A refresh that is being removed counts as pending until the removal is on the
   * disk: a change that notes the same refresh in the meantime would rely on an entry that is about to be removed.
   */
  #enqueue(write) {
    const written = this.#written.then(write);
    this.#written = written.catch(() => void 0);
    return written;
  }
  async #remove(run, references) {
    const pending = this.#of(run);
    const known = references.filter((reference) => pending.has(reference));
    if (known.length === 0) return;
    this.#grown = true;
    await this.log.append([{ run, done: known }]);
    for (const reference of known) pending.delete(reference);
  }
  async #compact() {
    const records = [...this.#pending].flatMap(([run, pending]) => toRecords(run, pending));
    if (records.length === 0) await this.log.remove();
    else await this.log.replace(records);
    this.#grown = false;
  }
};
function replayRecords(records) {
  const byRun = /* @__PURE__ */ new Map();
  for (const record of records) {
    const pending = byRun.get(record.run) ?? /* @__PURE__ */ new Map();
    byRun.set(record.run, pending);
    if ("done" in record) for (const reference of record.done) pending.delete(reference);
    else
      for (const [reference, wants] of record.pending)
        pending.set(reference, { because: record.because, wants });
  }
  return byRun;
}
function toRecords(run, refreshes) {
  const byCauses = /* @__PURE__ */ new Map();
  for (const [reference, { because, wants }] of refreshes) {
    const causes = JSON.stringify(because);
    const known = byCauses.get(causes);
    if (known === void 0) byCauses.set(causes, { because, pending: [[reference, wants]] });
    else known.pending.push([reference, wants]);
  }
  return [...byCauses.values()].map(({ because, pending }) => ({ run, pending, because }));
}
function unreadableWarning(directory, { line, why }, movesUnreadable) {
  const moved = movesUnreadable ? `the line was moved to ${directory.file(ASIDE)}; ` : "";
  return warning("state.unreadable", `${directory.file(FILE)}:${line} cannot be read: ${why}`, {
    hint: `${moved}a refresh that it noted will not be made: restart the services that may need it`
  });
}

// src/engine/state/ledger-record.ts
function parseLedger(value) {
  if (Array.isArray(value)) return parseEntries(value, 2, []);
  if (!isHash(value)) return void 0;
  const { runs, entries } = value;
  if (!Array.isArray(runs) || !Array.isArray(entries)) return void 0;
  const known = runs.map((run) => {
    const [name, used] = Array.isArray(run) ? run : [];
    return typeof name === "string" && typeof used === "number" ? { name, used } : void 0;
  });
  return known.every((run) => run !== void 0) ? parseEntries(entries, 3, known) : void 0;
}
function parseEntries(list, width, runs) {
  const entries = /* @__PURE__ */ new Map();
  for (let at = 0; at < list.length; at += width) {
    const [reference, fingerprint2, bits = 0] = list.slice(at, at + width);
    if (typeof reference !== "string" || typeof fingerprint2 !== "string" || typeof bits !== "number")
      return void 0;
    entries.set(reference, { fingerprint: fingerprint2, runs: bits });
  }
  return { entries, runs };
}

// src/engine/state/ledger.ts
var MAX_RUNS = 30;
var Ledger = class _Ledger {
  constructor(file, run, { entries, runs }, warnings) {
    this.file = file;
    this.warnings = warnings;
    this.#entries = entries;
    this.#runs = runs;
    this.#bit = 1 << this.#findSlot(run);
  }
  file;
  warnings;
  #entries;
  #runs;
  /** The bit of this run. */
  #bit;
  #modified = false;
  /**
   * Opens the ledger as the last runs have written it.
   * @param run The name of this run.
   * @param movesUnreadable Whether a ledger that cannot be read is moved aside.
   * @throws {GlanceApplyError} `state.newer` if a newer version has written it.
   */
  static async open(directory, run, movesUnreadable) {
    const file = new SingleRecord(
      directory,
      stateFiles.ledger,
      parseLedger,
      "this run does not detect drift"
    );
    const { content = { entries: /* @__PURE__ */ new Map(), runs: [] }, warnings } = await file.read(movesUnreadable);
    return new _Ledger(file, run, content, warnings);
  }
  /** Whether the last run has applied the same desired state, so that a difference is drift. */
  isDrift(resource) {
    const known = this.#entries.get(resource.reference);
    return known !== void 0 && known.fingerprint === fingerprint(resource);
  }
  /** Records that a resource is in sync. */
  note(resource) {
    const current = fingerprint(resource);
    const known = this.#entries.get(resource.reference);
    const runs = (known?.runs ?? 0) | this.#bit;
    if (known?.fingerprint === current && known.runs === runs) return;
    this.#entries.set(resource.reference, { fingerprint: current, runs });
    this.#modified = true;
  }
  /** Removes the record of a resource: whether it is in sync is unknown. */
  forget({ reference }) {
    this.#modified = this.#entries.delete(reference) || this.#modified;
  }
  /** Writes the ledger if it has changed, without the resources that no manifest of a recorded run contains any more. */
  async close(references) {
    for (const [reference, entry] of this.#entries) {
      if ((entry.runs & this.#bit) !== 0 && !references.has(reference)) this.#forget(reference, entry);
    }
    if (!this.#modified) return;
    const runs = this.#runs.map(({ name, used }) => [name, used]);
    const entries = [...this.#entries].flatMap(([reference, one]) => [reference, one.fingerprint, one.runs]);
    await this.file.write({ runs, entries });
  }
  /** Returns the slot of a run: its own, a free one, or that of the least recent run. */
  #findSlot(name) {
    let slot = this.#runs.findIndex((run) => run.name === name);
    if (slot < 0) slot = this.#runs.length < MAX_RUNS ? this.#runs.length : this.#clearOldest();
    this.#runs[slot] = { name, used: 1 + Math.max(0, ...this.#runs.map(({ used }) => used)) };
    return slot;
  }
  #clearOldest() {
    const times = this.#runs.map(({ used }) => used);
    const slot = times.indexOf(Math.min(...times));
    for (const [reference, entry] of this.#entries) {
      if ((entry.runs & 1 << slot) !== 0) this.#forget(reference, entry, 1 << slot);
    }
    return slot;
  }
  #forget(reference, { fingerprint: known, runs }, bit = this.#bit) {
    const remaining = runs & ~bit;
    if (remaining === 0) this.#entries.delete(reference);
    else this.#entries.set(reference, { fingerprint: known, runs: remaining });
    this.#modified = true;
  }
};

// src/engine/state/outbox.ts
var FILE2 = stateFiles.outbox;
var Outbox = class _Outbox {
  constructor(log, run, records, warnings) {
    this.log = log;
    this.run = run;
    this.warnings = warnings;
    for (const record of records) {
      const entries = this.#of(record.run);
      if ("reference" in record) entries.set(keyOf(record.host, record.reference), toEntry(record));
      else for (const reference of record.delivered) entries.delete(keyOf(record.host, reference));
    }
    for (const key of this.#of(run).keys()) this.#claims.set(key, Number.POSITIVE_INFINITY);
    this.#modified = records.length > 0;
  }
  log;
  run;
  warnings;
  /** By the name of the run, and by host and reference. */
  #entries = /* @__PURE__ */ new Map();
  /** How many changes of this run rely on an entry; infinite for entries of earlier runs. */
  #claims = /* @__PURE__ */ new Map();
  #modified = false;
  #written = Promise.resolve();
  /**
   * Opens the outbox as the last runs have left it.
   * @param run The name of this run.
   * @param movesUnreadable Whether lines that cannot be read are moved aside.
   * @throws {GlanceApplyError} `state.newer` if a newer version has written a line.
   */
  static async open(directory, run, movesUnreadable) {
    const log = new RecordLog(directory, FILE2, parseRecord);
    const { records, unreadable } = await log.read();
    const lead = (line, why) => `${directory.file(FILE2)}:${line} cannot be read: ${why}`;
    const newer = unreadable.find((line) => line.newer);
    if (newer !== void 0) {
      return raise("state.newer", lead(newer.line, newer.why), {
        hint: "run that version, or remove the line, and the refreshes that it notes will not be made"
      });
    }
    const hint = "a refresh on another host that it noted will not be made: restart the services that may need it";
    const warnings = unreadable.map(
      ({ line, why }) => warning("state.unreadable", lead(line, why), { hint })
    );
    const outbox2 = new _Outbox(log, run, records, warnings);
    if (movesUnreadable && unreadable.length > 0) {
      await directory.append(asideName(FILE2), unreadable.map(({ text }) => `${text}
`).join(""));
      await outbox2.#compact();
    }
    return outbox2;
  }
  /** The entries of this run's name. */
  get entries() {
    return [...this.#of(this.run).values()];
  }
  /** Records a refresh that a change is about to cause. */
  note(entry) {
    const key = keyOf(entry.host, entry.reference);
    return this.#enqueue(async () => {
      if (!this.#of(this.run).has(key)) {
        this.#modified = true;
        await this.log.append([{ run: this.run, ...entry }]);
        this.#of(this.run).set(key, entry);
      }
      this.#claims.set(key, (this.#claims.get(key) ?? 0) + 1);
    });
  }
  /** Withdraws what `note` has recorded, because the change was not made. */
  withdraw({ host, reference }) {
    const key = keyOf(host, reference);
    return this.#enqueue(async () => {
      const claims = (this.#claims.get(key) ?? 0) - 1;
      this.#claims.set(key, claims);
      if (claims === 0) await this.#remove(host, [reference]);
    });
  }
  /** Removes entries that the other host has recorded, or that no run will deliver. */
  remove(host, references) {
    return this.#enqueue(() => this.#remove(host, references));
  }
  /** Rewrites the file so that it contains only what has yet to be delivered. */
  close() {
    return this.#enqueue(async () => {
      if (this.#modified) await this.#compact();
    });
  }
  #of(run) {
    let entries = this.#entries.get(run);
    if (entries === void 0) {
      entries = /* @__PURE__ */ new Map();
      this.#entries.set(run, entries);
    }
    return entries;
  }
  /** Writes records one after the other. */
  #enqueue(write) {
    const written = this.#written.then(write);
    this.#written = written.catch(() => void 0);
    return written;
  }
  async #remove(host, references) {
    const entries = this.#of(this.run);
    const known = references.filter((reference) => entries.has(keyOf(host, reference)));
    if (known.length === 0) return;
    this.#modified = true;
    await this.log.append([{ run: this.run, host, delivered: known }]);
    for (const reference of known) entries.delete(keyOf(host, reference));
  }
  async #compact() {
    const records = [...this.#entries].flatMap(
      ([run, entries]) => [...entries.values()].map((entry) => ({ run, ...entry }))
    );
    if (records.length === 0) await this.log.remove();
    else await this.log.replace(records);
    this.#modified = false;
  }
};
function keyOf(host, reference) {
  return JSON.stringify([host, reference]);
}
function toEntry({ host, reference, because }) {
  return { host, reference, because };
}
function parseRecord(value) {
  if (!isHash(value)) return void 0;
  const { run, host, reference, because, delivered } = value;
  if (typeof run !== "string" || typeof host !== "string") return void 0;
  if (isStringArray2(delivered)) return { run, host, delivered };
  if (typeof reference !== "string" || !isStringArray2(because)) return void 0;
  return { run, host, reference, because };
}
function isStringArray2(value) {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

// src/engine/state/state-directory.ts
import { createHash as createHash2 } from "node:crypto";

// src/hosts/temporary-name.ts
var DIGITS = 12;
var TEMPORARY = new RegExp(`^(\\..*\\.glance-apply-)[0-9a-f]{${DIGITS}}$`, "s");
function isAnyTemporaryName(name) {
  return TEMPORARY.test(name);
}

// src/engine/state/state-directory.ts
var defaultStateDirectory = "/var/lib/glance-apply";
var StateDirectory = class {
  constructor(host, path = defaultStateDirectory) {
    this.host = host;
    this.path = path;
  }
  host;
  path;
  #denied = false;
  #copies = new RecordLog(
    this,
    stateFiles.copies,
    (value) => typeof value === "object" && value !== null ? value : void 0
  );
  /** Whether this user was refused access to one of its files. */
  get denied() {
    return this.#denied;
  }
  /**
   * Refuses a directory, a link, a pipe or a device at the path of one of its files, and anything but a directory at the
   * path of one of its folders: an error at the first change would be too late.
   * @throws {GlanceApplyError} `state.misplaced`, one diagnostic per path.
   */
  async refuseNonFiles() {
    const { files } = this.host;
    const folders = (await files.resolve([this.path, this.file("backups")])).flatMap(
      (folder) => folder instanceof Error ? [] : [folder.path]
    );
    const names3 = allStateFiles.map((name) => this.file(name));
    const statuses = await files.status([...folders, ...names3]);
    const problems = [...folders, ...names3].flatMap((path, index) => {
      const status = statuses[index];
      const expected = index < folders.length ? "directory" : "file";
      if (status === void 0 || status instanceof Error || status.kind === expected) return [];
      return [misplaced(path, describeKind(status), expected)];
    });
    if (problems.length > 0) throw new GlanceApplyError(problems);
  }
  /**
   * Refuses a directory in which other users can create or replace files: its content is trusted, and some of it is
   * executed.
   * @throws {GlanceApplyError} `state.foreign`
   */
  async refuseForeign() {
    await this.#refuse(await findUntrustedWithin(this.host.files, this.path));
  }
  /**
   * Creates the directory and those above it, if they are missing.
   * @throws {GlanceApplyError} `state.foreign`, as `refuseForeign` does
   */
  async create() {
    await this.#refuse(await findUntrusted(this.host.files, this.path));
    await makeDirectories(this.host.files, this.path, 493);
    await this.refuseForeign();
    await this.#createFolder("backups");
    await this.#removeLeftovers("");
    await this.#removeLeftovers("backups/");
  }
  file(name) {
    return `${this.path}/${name}`;
  }
  /** Reads one of its files; undefined if it does not exist, or this user lacks the permission to read it. */
  async read(name) {
    const [content] = await this.host.files.read([this.file(name)]);
    if (content instanceof Error) {
      if (!isPermissionDenied(content)) throw content;
      this.#denied = true;
      return void 0;
    }
    return content?.toString("utf8");
  }
  async write(name, content) {
    await this.host.files.write(this.file(name), content, { mode: 384, plain: true });
  }
  async append(name, content) {
    await this.host.files.append(this.file(name), content);
  }
  async remove(name) {
    await this.host.files.remove(this.file(name));
  }
  /**
   * Stores the content of a file under its checksum, and records its path and the time; without content, only records
   * them. A damaged backup with the same checksum is written again.
   * @param bucket The directory of a filebucket to store the content in.
   */
  async backup(path, content, bucket) {
    const time = (/* @__PURE__ */ new Date()).toISOString();
    if (content === void 0) {
      await this.#copies.append([{ time, path, confidential: true }]);
      return;
    }
    const checksum = sha256(content);
    if (bucket !== void 0) {
      await storeInBucket(this.host.files, bucket, { path, content, checksum });
      await this.#copies.append([{ time, path, sha256: checksum, bucket }]);
      return;
    }
    const copy = this.file(`backups/${checksum}`);
    const [known] = await this.host.files.read([copy]);
    if (!Buffer.isBuffer(known) || sha256(known) !== checksum)
      await this.host.files.write(copy, content, { mode: 384 });
    await this.#copies.append([{ time, path, sha256: checksum }]);
  }
  async #refuse(untrusted) {
    if (untrusted === void 0) return;
    raise(
      "state.foreign",
      `cannot rely on the state directory ${this.path}: ${await describeUntrusted(untrusted, this.host.files)}`,
      { hint: "use another directory: --state-dir, or stateDirectory in the library" }
    );
  }
  /** Removes the temporary files of runs that were killed while they wrote. Nothing else writes in this directory. */
  async #removeLeftovers(folder) {
    const names3 = await this.host.files.list(this.file(folder)) ?? [];
    for (const name of names3.filter(isAnyTemporaryName)) await this.remove(`${folder}${name}`);
  }
  async #createFolder(name) {
    const [status] = await this.host.files.status([this.file(name)]);
    if (status === void 0) await this.host.files.makeDirectory(this.file(name), { mode: 448 });
  }
};
function misplaced(path, kind, expected) {
  return problem(
    "state.misplaced",
    `${path} is a ${kind}, but must be a ${expected}: runs store their state in it`,
    {
      hint: "move it away: the next run creates a new one"
    }
  );
}
function sha256(content) {
  return createHash2("sha256").update(content).digest("hex");
}

// src/engine/tally.ts
var Tally = class {
  #counts = {
    unchanged: 0,
    changed: 0,
    will: 0,
    may: 0,
    failed: 0,
    skipped: 0
  };
  #reports = [];
  #refreshed = 0;
  #total = 0;
  /** Counts a report. Returns the number of reports so far. */
  add(report2) {
    this.#counts[report2.outcome]++;
    if (report2.refresh !== "no" && report2.refresh !== "failed") this.#refreshed++;
    if (report2.outcome !== "unchanged") this.#reports.push(report2);
    return ++this.#total;
  }
  get summary() {
    return { ...this.#counts, total: this.#total, refreshed: this.#refreshed };
  }
  /** The reports that are not unchanged, in the order in which the steps ended. */
  get reports() {
    return this.#reports;
  }
};

// src/engine/apply-step.ts
import partition from "lodash/partition.js";

// src/engine/batch-refreshes.ts
var BatchRefreshes = class {
  constructor(context, nodes) {
    this.context = context;
    this.#targets = refreshTargets(context.graph, nodes, context.gates);
  }
  context;
  #targets;
  #remote = /* @__PURE__ */ new Map();
  /** Notes the refreshes, before the changes are made. */
  async note() {
    const { graph, journal: journal2 } = this.context;
    const causes = [...this.#targets.resources].map(
      ([target, origins]) => [graph.resource(target), this.#references(origins)]
    );
    const noted = await Promise.allSettled([
      journal2.note(new Map(causes)),
      ...[...this.#targets.gates].map(([gate, origins]) => this.#noteBehind(gate, origins))
    ]);
    const failed = noted.find((one) => one.status === "rejected");
    if (failed === void 0) return;
    await Promise.allSettled([...this.#remote.values()].map((note) => note.withdraw()));
    throw failed.reason;
  }
  /**
   * Withdraws the refreshes that no alteration has caused.
   * @param altered The nodes of resources of which something was altered, or may have been.
   */
  async withdraw(altered) {
    const isUncaused = (origins) => (
      // With the maximum of origins there may be further ones, and one of those may have been altered.
      altered.size === 0 || origins.length < MAX_ORIGINS && !origins.some((origin) => altered.has(origin))
    );
    const { resources: resources2, gates } = this.#targets;
    const uncaused = [...resources2].flatMap(([target, origins]) => isUncaused(origins) ? [target] : []);
    await Promise.all([
      this.context.journal.withdraw(this.#references(uncaused)),
      ...[...this.#remote].map(async ([gate, note]) => {
        if (isUncaused(gates.get(gate) ?? [])) await note.withdraw();
        else note.keep();
      })
    ]);
  }
  /** Leaves all refreshes pending, because what was changed is unknown. */
  keep() {
    for (const note of this.#remote.values()) note.keep();
  }
  async #noteBehind(gate, origins) {
    const { hostName } = this.context;
    const causes = this.#references(origins).map((reference) => nameOnHost(reference, hostName));
    this.#remote.set(gate, await gate.note(causes));
  }
  #references(nodes) {
    return nodes.map((node) => this.context.graph.resource(node).reference);
  }
};

// src/engine/batches.ts
import sortBy from "lodash/sortBy.js";

// src/engine/graph/heights.ts
function computeHeights({ successors, size, isTransparent }) {
  const order = new Int32Array(size);
  for (const [node, component] of findComponents(successors, size).componentOf.entries())
    order[component] = node;
  const heights = new Int32Array(size);
  for (const node of order) {
    const [start, end] = successors.range(node);
    let longest = 0;
    for (let slot = start; slot < end; slot++) {
      longest = Math.max(longest, ensureDefined(heights[ensureDefined(successors.targets[slot])]));
    }
    heights[node] = longest + (isTransparent(node) ? 0 : 1);
  }
  return heights;
}

// src/engine/batches.ts
var Batches = class {
  constructor(graph) {
    this.graph = graph;
  }
  graph;
  #heights;
  /** Builds the batches of resources of one provider, the most urgent first. */
  build(provider, compared) {
    this.#heights ??= computeHeights(this.graph);
    const nodeHeights = this.#heights;
    const batches = splitIntoCalls(provider, compared).map(
      (members) => ({
        members,
        urgency: members.reduce((most, { step }) => Math.max(most, ensureDefined(nodeHeights[step.node])), 0)
      })
    );
    return sortBy(batches, ({ urgency }) => -urgency);
  }
};
function splitIntoCalls(provider, compared) {
  if (provider.changeAll === void 0) return compared.map((one) => [one]);
  const buckets = /* @__PURE__ */ new Map();
  for (const one of compared) {
    const key = one.diff === void 0 ? `refresh ${one.step.node}` : provider.batchBy?.(one.step.subject) ?? "";
    const members = buckets.get(key);
    if (members === void 0) buckets.set(key, [one]);
    else members.push(one);
  }
  return [...buckets.values()];
}

// src/engine/failed-change.ts
import isEqual3 from "lodash/isEqual.js";

// src/errors/outcome-unknown.ts
var brand3 = /* @__PURE__ */ Symbol.for("glance-apply.unsettled");
function isOutcomeUnknown(error) {
  const seen = /* @__PURE__ */ new Set();
  for (let one = error; typeof one === "object" && one !== null && !seen.has(one); ) {
    if (brand3 in one) return true;
    if (GlanceApplyError.is(one) && one.diagnostics.some((diagnostic) => diagnostic.outcomeUnknown))
      return true;
    seen.add(one);
    one = "cause" in one ? one.cause : void 0;
  }
  return false;
}

// src/engine/attributes-of.ts
function attributesOf({ definition }) {
  return definition?.attributes ?? {};
}

// src/engine/compare.ts
import isEqual2 from "lodash/isEqual.js";
var ABSENT = Object.freeze({ ensure: "absent" });
var EMPTY = Object.freeze({});
function absentState(resource) {
  return "ensure" in attributesOf(resource) ? ABSENT : EMPTY;
}
function compare(resource, is = absentState(resource)) {
  const desired = toProviderValues(resource);
  const attributes = attributesOf(resource);
  const isAbsent = is.ensure === "absent" || is.ensure === "purged";
  const isRemoval = desired.ensure === "absent" || desired.ensure === "purged";
  const differences = [];
  for (const property2 in attributes) {
    const attribute = attributes[property2];
    const should = reveal(desired[property2]);
    if (attribute?.role !== "property" || should === void 0) continue;
    if (isRemoval && property2 !== "ensure") continue;
    const isInSync = attribute.insync ? attribute.insync(is[property2], should, desired) : isEqual2(is[property2], should);
    if (!isInSync) differences.push({ property: property2, is: is[property2], should });
  }
  if (differences.length === 0) return void 0;
  const differsInEnsure = differences.some(({ property: property2 }) => property2 === "ensure");
  return {
    is,
    differences,
    has: (property2) => differences.some((difference) => difference.property === property2),
    creates: differsInEnsure && isAbsent && !isRemoval,
    removes: differsInEnsure && !isAbsent && isRemoval
  };
}
function unknownProperty(resource, state) {
  const attributes = attributesOf(resource);
  return Object.keys(state).find((property2) => !Object.hasOwn(attributes, property2));
}

// src/engine/plan-step.ts
var CHANGE_OUTSTANDING = "something before it has yet to change";
var PlanStep = class {
  constructor(results) {
    this.results = results;
  }
  results;
  /** The result of a step whose state cannot be read. */
  unreadable(step, why) {
    if (why.found !== void 0) return this.#unmakeable(step, why, why.found);
    if (why.denied) return this.results.may(step, { reason: `its state cannot be read: ${why.reason}` });
    if (why.unknown && step.resource.noop === true && !why.incompatible)
      return this.results.may(step, { reason: why.reason });
    if (!this.#mayBecomePossible(step))
      return this.results.failed(step, { reason: `its state cannot be read: ${why.reason}` });
    const { provider } = step.group;
    const assumed = provider?.blank ? provider.blank(step.subject) : absentState(step.resource);
    const diff = why.unknown ? void 0 : assumed && compare(step.resource, assumed);
    if (diff === void 0) return this.results.may(step, { reason: why.reason });
    return this.results.will(step, { diff });
  }
  /** The result of a step whose desired state cannot be reached from the observed one now. */
  #unmakeable(step, { reason, isUncertain }, is) {
    const diff = compare(step.resource, is);
    if (step.resource.noop === true || diff === void 0) return this.compared({ step, is, diff });
    if (this.#mayBecomePossible(step)) return this.results.may(step, { diff, reason: CHANGE_OUTSTANDING });
    return isUncertain ? this.results.may(step, { diff, reason }) : this.results.failed(step, { reason });
  }
  /**
   * Whether an outstanding change may provide what a resource needs. A change that `noop` prevents counts only for
   * resources that have `noop` themselves.
   */
  #mayBecomePossible({ awaited, resource }) {
    return awaited >= 0 && (resource.noop === true || this.results.resource(awaited)?.noop !== true);
  }
  /** The result of a step whose state was read. */
  compared({ step, is, diff }) {
    const { provider } = step.group;
    const { refresh, refreshedBy } = this.#refresh({ step, is, diff });
    const known = { diff, refresh, refreshedBy };
    const isDisturbed = step.disturber >= 0;
    if (refresh === "will") return this.results.will(step, known);
    if (isDisturbed && provider?.undisturbed?.(step.subject) !== true && managesProperty(step.resource)) {
      return this.results.may(step, { ...known, reason: CHANGE_OUTSTANDING });
    }
    if (diff !== void 0) return this.results.will(step, known);
    return refresh === "may" ? this.results.may(step, known) : this.results.unchanged(step);
  }
  #refresh({ step, is, diff }) {
    const { provider } = step.group;
    const none2 = { refresh: "no", refreshedBy: [] };
    if (provider?.refresh === void 0 || !(step.notified || step.perhapsNotified)) return none2;
    if (diff !== void 0 && provider.supersedesRefresh?.(diff, step.subject) === true) return none2;
    const answer = provider.refreshes?.(step.subject, is) ?? true;
    const isDisturbed = step.disturber >= 0;
    if (answer === false && !isDisturbed) return none2;
    const certain = step.notified && answer === true && !(isDisturbed && diff !== void 0);
    return { refresh: certain ? "will" : "may", refreshedBy: step.causes };
  }
};
function managesProperty(resource) {
  const attributes = Object.entries(attributesOf(resource));
  return attributes.some(([name, { role }]) => role === "property" && resource.desired[name] !== void 0);
}
function compareStep(step, observed) {
  if (observed instanceof Unreadable || observed instanceof Error) return observed;
  const is = observed ?? absentState(step.resource);
  return { step, is, diff: compare(step.resource, is) };
}

// src/engine/failed-change.ts
async function determineEffect({ step, is }, reader, { failure, cutOff }) {
  const { index } = step.resource;
  const now = compareStep(step, (await reader.read(step.group, [index])).get(index));
  if (now instanceof Unreadable || now instanceof Error) return "unknown";
  if (!isEqual3(now.is, is)) return "some";
  return cutOff || isOutcomeUnknown(failure) ? "unknown" : "none";
}

// src/engine/partial-failure.ts
var PartialFailure = class _PartialFailure extends GlanceApplyError {
  /** @param failures The errors by title. */
  constructor(failures) {
    super([...failures.values()]);
    this.failures = failures;
    this.name = "PartialFailure";
  }
  failures;
  static {
    brandClass(_PartialFailure, "partial-failure");
  }
  /** Returns the error of a member; undefined if it is in sync. */
  of(title2) {
    const why = this.failures.get(title2);
    return why && new GlanceApplyError(why);
  }
};

// src/engine/pause.ts
import { setTimeout as sleep } from "node:timers/promises";
async function pause(seconds, stop) {
  await sleep(seconds * 1e3, void 0, { signal: stop }).catch(() => void 0);
  return !stop.aborted;
}

// src/engine/redact-changes.ts
function redactChanges(resource, diff, redactor) {
  return diff.differences.map(({ property: property2, is, should }) => {
    if (!resource.secrets.has(property2)) {
      const { from, to } = formatForDisplay(resource, property2, is, should);
      return { property: property2, from: redactor.value(from), to: redactor.value(to) };
    }
    redactor.add(is);
    return { property: property2, from: is === void 0 ? void 0 : REDACTED, to: REDACTED };
  });
}
function formatForDisplay(resource, property2, is, should) {
  const attribute = attributesOf(resource)[property2];
  return should !== void 0 && should !== null && attribute?.show ? attribute.show(is, should, toProviderValues(resource)) : { from: is, to: should };
}

// src/engine/step-results.ts
var INTERRUPTED = "the run was interrupted before its step";
var StepResults = class {
  constructor(context) {
    this.context = context;
  }
  context;
  /** The result of a step without a change or refresh. */
  unchanged(step, fields = {}) {
    const signals = step.group.provider?.signals === true && step.resource.noop !== true;
    return {
      report: this.#report(step, { ...fields, outcome: "unchanged" }),
      propagation: this.#propagate(step, signals ? CERTAIN_EVENT : NO_EVENT)
    };
  }
  /** The result of a step with a change, a refresh, or both. */
  changed(step, fields) {
    return {
      report: this.#report(step, { ...fields, outcome: "changed" }),
      propagation: this.#propagate(step, CERTAIN_EVENT)
    };
  }
  /** The result of a planned step that an apply will certainly change or refresh. */
  will(step, fields) {
    return this.#planned(step, { ...fields, outcome: "will" }, CERTAIN_EVENT);
  }
  /** The result of a planned step that an apply may change or refresh. */
  may(step, fields) {
    const cause = this.resource(step.disturber < 0 ? step.awaited : step.disturber)?.reference;
    return this.#planned(step, { ...fields, cause, outcome: "may" }, POSSIBLE_EVENT);
  }
  /** The result of a step that is not applied, because of a plan or `noop`. */
  #planned(step, fields, event) {
    const noop = step.resource.noop === true;
    const disturbs = this.#disturbs(step, fields.diff);
    return {
      report: this.#report(step, { ...fields, noop }),
      propagation: this.#propagate(step, noop ? NO_EVENT : event, disturbs, noop)
    };
  }
  /**
   * The result of a failed step.
   * @param isPartial Whether something was changed nevertheless, or may have been: then it notifies others.
   */
  failed(step, fields, isPartial = false) {
    const propagation = this.#propagate(step, isPartial ? CERTAIN_EVENT : NO_EVENT);
    return {
      report: this.#report(step, { ...fields, outcome: "failed" }),
      propagation: { ...propagation, failure: step.resource.index }
    };
  }
  /** The result of a step that is skipped because of a failure before it, or (with -1) because the run ended early. */
  skipped(step, reason, failure) {
    const cause = this.resource(failure)?.reference;
    const propagation = { ...this.#propagate(step, NO_EVENT), failure };
    return { report: this.#report(step, { outcome: "skipped", reason, cause }), propagation };
  }
  /**
   * The result of a step that is skipped because a resource before it failed, or because a resource on another host was
   * not applied there.
   */
  blocked(step, failure) {
    const elsewhere = this.context.gates.reasonOf(failure);
    if (elsewhere === void 0) return this.skipped(step, "something that it depends on failed", failure);
    const { report: report2, propagation } = this.skipped(step, elsewhere, failure);
    return { report: { ...report2, cause: void 0, location: step.resource.location }, propagation };
  }
  /** Returns a resource by its index, also one of another host; undefined for -1. */
  resource(index) {
    return this.context.gates.resource(index);
  }
  /** @param noop Whether the change is not made: then it alters no later resource, and cannot provide what one needs. */
  #propagate(step, event, disturbs = false, noop = false) {
    const causes = event === NO_EVENT ? [] : [step.resource.reference];
    const { index } = step.resource;
    const disturber = step.disturber < 0 && disturbs && !noop ? index : step.disturber;
    const awaited = step.awaited < 0 && disturbs ? index : step.awaited;
    return { event, causes, disturber, awaited: disturber < 0 ? awaited : disturber, failure: -1 };
  }
  #disturbs(step, diff) {
    return step.group.provider?.disturbs?.(step.subject, diff) === true;
  }
  #report(step, { diff, error, ...fields }) {
    const { resource } = step;
    const { redactor, ledger: ledger2 } = this.context;
    return {
      reference: resource.reference,
      type: resource.type,
      title: resource.title,
      outcome: "unchanged",
      loglevel: resource.loglevel,
      changes: diff === void 0 ? [] : redactChanges(resource, diff, redactor),
      refresh: "no",
      refreshedBy: [],
      corrective: this.#mayBeDrift(step, diff) && ledger2.isDrift(resource),
      cause: void 0,
      noop: false,
      duration: 0,
      ...fields,
      reason: fields.reason === void 0 ? void 0 : redactor.text(fields.reason),
      code: GlanceApplyError.is(error) ? error.diagnostics[0]?.code : void 0,
      // Computed on demand: most reports are of unchanged resources, whose source location is not displayed.
      get location() {
        return resource.location;
      }
    };
  }
  /** Whether a difference may be drift. Fingerprints omit secrets, so a new secret in the manifest must not count. */
  #mayBeDrift({ resource, group, subject }, diff) {
    const { definition, secrets } = resource;
    if (diff === void 0 || definition?.several) return false;
    if (group.provider?.drifts?.(subject, diff) === false) return false;
    return diff.differences.some(({ property: property2 }) => !secrets.has(property2));
  }
};

// src/engine/apply-step.ts
var killedReason = "the second interrupt ended it, and it may be incomplete: the next run completes it";
var unknownEffectReason = "; whether anything was changed is unknown: the refreshes that a change would cause stay pending for the next run";
var ApplyStep = class {
  constructor(context, sessions, reader, calls, results, finish) {
    this.context = context;
    this.sessions = sessions;
    this.reader = reader;
    this.calls = calls;
    this.results = results;
    this.finish = finish;
    this.#batches = new Batches(context.graph);
  }
  context;
  sessions;
  reader;
  calls;
  results;
  finish;
  #batches;
  /** The nodes whose change had a command killed or timed out. */
  #cutOff = /* @__PURE__ */ new Set();
  /** Changes and refreshes resources of one provider that are ready together. */
  async apply(group, compared) {
    const { provider } = group;
    if (provider === void 0) return;
    const pending = new BatchRefreshes(
      this.context,
      compared.map(({ step }) => step.node)
    );
    try {
      await pending.note();
    } catch (error) {
      const [refreshing, others] = partition(compared, ({ step }) => this.#causesRefresh(step.node));
      const reason = `nothing was changed, because the refreshes that follow cannot be recorded: ${messageOf(error)}`;
      for (const { step, diff } of refreshing)
        this.finish(step, this.results.failed(step, { diff, reason, error }));
      if (others.length > 0) await this.apply(group, others);
      return;
    }
    const batches = this.#batches.build(provider, compared);
    const settled = await Promise.allSettled(batches.map((batch) => this.#applyBatch(provider, batch)));
    const faults = settled.filter((batch) => batch.status === "rejected");
    if (faults[0] !== void 0) {
      pending.keep();
      throw faults[0].reason;
    }
    const altered = settled.flatMap((batch) => batch.status === "fulfilled" ? batch.value : []);
    await pending.withdraw(new Set(altered));
  }
  /** Whether a change of a node refreshes a resource. */
  #causesRefresh(node) {
    const { resources: resources2, gates } = refreshTargets(this.context.graph, [node], this.context.gates);
    return resources2.size + gates.size > 0;
  }
  /** Applies one batch. Returns the nodes of which something on the host was altered, or may have been. */
  async #applyBatch(provider, { members, urgency }) {
    const locks = members.flatMap(({ step }) => provider.locks?.(step.subject) ?? []);
    return this.context.limits.run(provider, { locks, urgency }, async () => {
      if (this.context.stop.aborted) {
        for (const { step } of members) this.finish(step, this.results.skipped(step, INTERRUPTED, -1));
        return [];
      }
      return this.#changeAndRefresh(provider, members);
    });
  }
  async #changeAndRefresh(provider, batch) {
    const started = performance.now();
    const changes = batch.filter((compared) => compared.diff !== void 0);
    const failure = await this.#change(provider, changes);
    const altered = [];
    const alone = changes.length > 1 && !this.context.abort.aborted;
    if (alone && failure !== void 0 && !(failure instanceof PartialFailure)) {
      for (const one of batch) altered.push(...await this.#changeAndRefresh(provider, [one]));
      return altered;
    }
    for (const one of batch) {
      const { title: title2 } = one.step.resource;
      const own = failure instanceof PartialFailure ? failure.of(title2) : failure;
      if (one.diff !== void 0 && own !== void 0) {
        if (alone && one.step.resource.retry.tries > 1)
          altered.push(...await this.#changeAndRefresh(provider, [one]));
        else if (await this.#fail(one, own, started)) altered.push(one.step.node);
      } else if (await this.#conclude(provider, one, started)) {
        altered.push(one.step.node);
      }
    }
    return altered;
  }
  /** Makes the changes of a batch, with the retries that a single resource declares; returns the error, if any. */
  async #change(provider, changes) {
    const [only] = changes;
    if (only === void 0) return void 0;
    const { tries, delay } = changes.length === 1 ? only.step.resource.retry : { tries: 1, delay: 0 };
    const references = changes.map(({ step }) => step.resource.reference);
    for (let attempt = 1; ; attempt++) {
      try {
        await this.calls.report("change", references, (progress) => this.#call(provider, changes, progress));
        return void 0;
      } catch (error) {
        const failure = error ?? new Error("it failed without a reason");
        if (attempt >= tries || !await pause(delay, this.context.stop)) return failure;
      }
    }
  }
  async #call(provider, changes, progress) {
    const session = this.sessions.open(progress, {
      onCutOff: () => {
        for (const { step } of changes) this.#cutOff.add(step.node);
      }
    });
    this.context.changes.increment();
    try {
      if (provider.changeAll !== void 0) {
        await provider.changeAll(
          session,
          changes.map(({ step, diff }) => ({ subject: step.subject, diff }))
        );
      } else if (provider.change !== void 0) {
        for (const { step, diff } of changes) await provider.change(session, step.subject, diff);
      } else {
        throw new Error("its provider cannot change resources: it has neither change nor changeAll");
      }
    } finally {
      this.context.changes.increment();
    }
  }
  /** Returns why a step failed: the output of a killed command is not a reason. */
  #reasonOf(failure, lead = "") {
    return this.context.abort.aborted ? killedReason : `${lead}${messageOf(failure)}`;
  }
  /** Ends the step of a failed change. Returns whether something was altered nevertheless, or may have been. */
  async #fail(compared, failure, started) {
    const { step, diff } = compared;
    const cutOff = this.context.abort.aborted || this.#cutOff.has(step.node);
    const effect = await determineEffect(compared, this.reader, { failure, cutOff });
    const staysPending = effect === "unknown" && this.#causesRefresh(step.node);
    const reason = `${this.#reasonOf(failure)}${staysPending ? unknownEffectReason : ""}`;
    const duration = performance.now() - started;
    this.finish(
      step,
      this.results.failed(step, { diff, reason, error: failure, duration }, effect !== "none")
    );
    return effect !== "none";
  }
  /** Ends a step whose change succeeded, after its refresh. Returns whether a change or a refresh was made. */
  async #conclude(provider, { step, is, diff }, started) {
    const { journal: journal2, ledger: ledger2 } = this.context;
    const { notified, causes: refreshedBy } = step;
    let refreshed = false;
    try {
      refreshed = notified && await this.#refresh(provider, step, is, diff);
      if (notified) await journal2.markDone(step.resource);
    } catch (error) {
      const reason = this.#reasonOf(error, "its refresh failed: ");
      const duration2 = performance.now() - started;
      this.finish(
        step,
        this.results.failed(
          step,
          { diff, reason, error, refresh: "failed", refreshedBy, duration: duration2 },
          diff !== void 0
        )
      );
      return true;
    }
    const duration = performance.now() - started;
    const result = diff === void 0 && !refreshed ? this.results.unchanged(step, { duration }) : this.results.changed(step, {
      diff,
      duration,
      ...refreshed ? { refresh: "done", refreshedBy } : {}
    });
    ledger2.note(step.resource);
    this.finish(step, result);
    return diff !== void 0 || refreshed;
  }
  async #refresh(provider, step, is, diff) {
    if (provider.refresh === void 0) return false;
    if (diff !== void 0 && provider.supersedesRefresh?.(diff, step.subject) === true) return false;
    const now = diff === void 0 ? is : { ...is, ...Object.fromEntries(diff.differences.map((d) => [d.property, d.should])) };
    if (provider.refreshes?.(step.subject, now) === false) return false;
    this.context.changes.increment();
    try {
      const answer = await this.calls.report(
        "refresh",
        [step.resource.reference],
        async (progress) => provider.refresh?.(this.sessions.open(progress), step.subject)
      );
      return answer !== false;
    } finally {
      this.context.changes.increment();
    }
  }
};

// src/hosts/mount-points.ts
var MOUNTS = "/proc/self/mountinfo";
function parseMountPoints(mountinfo) {
  const points = /* @__PURE__ */ new Set();
  for (const line of mountinfo.split("\n")) {
    const point = line.split(" ")[4];
    if (point !== void 0) points.add(unescapeField(point));
  }
  return points;
}
function unescapeField(field) {
  return field.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

// src/engine/edited-files.ts
var EditedFiles = class {
  constructor(context, reader) {
    this.context = context;
    this.reader = reader;
  }
  context;
  reader;
  /** The step that edits a file, by the path as it is declared. */
  #edited = /* @__PURE__ */ new Map();
  #inSync = [];
  /** Records the report of a step. */
  record(step, { outcome, changes }) {
    const { provider } = step.group;
    if (provider?.edits === void 0) return;
    if (outcome === "changed" || outcome === "unchanged") this.#inSync.push(step);
    if (changes.length === 0 || outcome === "failed") return;
    for (const path of provider.edits(step.subject)) {
      if (!this.#edited.has(path)) this.#edited.set(path, step);
    }
  }
  /** Warns about mount points, and after an apply about edits that were undone. */
  async report() {
    if (this.#edited.size === 0) return;
    await this.#reportMountPoints();
    if (this.context.mode === "apply" && !this.context.stop.aborted) await this.#reportUndoneEdits();
  }
  /** Warns about mount points, such as a container's /etc/hosts, which cannot be replaced atomically. */
  async #reportMountPoints() {
    const { host } = this.context;
    const [table2] = await host.files.read([MOUNTS]);
    if (!Buffer.isBuffer(table2)) return;
    const points = parseMountPoints(table2.toString("utf8"));
    const realFiles = await host.files.resolve([...this.#edited.keys()]);
    const reported = /* @__PURE__ */ new Set();
    for (const [at, step] of [...this.#edited.values()].entries()) {
      const realFile = realFiles[at];
      if (realFile === void 0 || realFile instanceof Error || !points.has(realFile.path) || reported.has(realFile.path))
        continue;
      reported.add(realFile.path);
      this.#warn(
        step,
        "file.mount-point",
        `${realFile.path} is a mount point and is overwritten in place: for a moment, readers may see an incomplete file`
      );
    }
  }
  /**
   * Reads the edited files again. If one resource has undone another, this run has caused the difference, and the ledger
   * must not report it as drift.
   */
  async #reportUndoneEdits() {
    const byGroup = /* @__PURE__ */ new Map();
    for (const step of this.#inSync) {
      const { group, subject, resource } = step;
      if (group.provider?.edits?.(subject).some((path) => this.#edited.has(path)) !== true) continue;
      const steps = byGroup.get(group) ?? /* @__PURE__ */ new Map();
      byGroup.set(group, steps.set(resource.index, step));
    }
    for (const [group, steps] of byGroup) {
      const observations = await this.reader.read(group, [...steps.keys()]);
      for (const [index, step] of steps) {
        const compared = compareStep(step, observations.get(index));
        if (!("diff" in compared) || compared.diff === void 0) continue;
        this.context.ledger.forget(step.resource);
        this.#warn(
          step,
          "resource.undone",
          "something else that this run changed has undone it",
          "find the other resource that edits the same file, and remove one of the two"
        );
      }
    }
  }
  #warn({ resource }, code, message, hint) {
    const { emit, redactor } = this.context;
    const text = redactor.text(`${resource.reference}: ${message}`);
    emit({ type: "warning", diagnostic: warning(code, text, { location: resource.location, hint }) });
  }
};

// src/engine/missing-relations.ts
import sortBy2 from "lodash/sortBy.js";
var MAX_LISTED = 3;
var MissingRelations = class {
  constructor(graph) {
    this.graph = graph;
  }
  graph;
  #time = 0;
  #began = /* @__PURE__ */ new Map();
  #changed = /* @__PURE__ */ new Map();
  #failed = [];
  /** Records that the steps of nodes have begun. */
  begin(nodes) {
    this.#time++;
    for (const node of nodes) this.#began.set(node, this.#time);
  }
  /** Records that the step of a node has ended. */
  end(node, outcome) {
    if (outcome === "changed") this.#changed.set(node, ++this.#time);
    else if (outcome === "failed") this.#failed.push(node);
  }
  /** Returns the warnings about such failures, when the run has ended. */
  warnings() {
    if (this.#failed.length === 0 || this.#changed.size === 0) return [];
    const positions = manifestPositions(this.graph);
    const found = sortBy2(this.#failed, (node) => positions[node]).flatMap((node) => {
      const nearest = this.#changedTooLate(node, positions);
      return nearest.length === 0 ? [] : [{ failed: this.graph.resource(node), nearest }];
    });
    const [first, ...more] = found;
    return first === void 0 ? [] : [createWarning(first, more)];
  }
  /** Returns what is declared above a failed resource and was changed only after its step had begun, the nearest first. */
  #changedTooLate(node, positions) {
    const began = this.#began.get(node) ?? Number.POSITIVE_INFINITY;
    const position = ensureDefined(positions[node]);
    const above = [...this.#changed].filter(
      ([other, time]) => time > began && ensureDefined(positions[other]) < position
    );
    return sortBy2(above, ([other]) => -ensureDefined(positions[other])).slice(0, MAX_LISTED).map(([other]) => this.graph.resource(other));
  }
};
function createWarning({ failed, nearest }, more) {
  const others = nearest.map(({ reference }) => reference).join(", ");
  const references = more.slice(0, MAX_LISTED).map((one) => one.failed.reference);
  const rest = more.length > MAX_LISTED ? ` and ${more.length - MAX_LISTED} more` : "";
  return warning(
    "run.unordered",
    `${failed.reference} failed, and resources declared above it were changed only after its step had begun: ${others}`,
    {
      location: failed.location,
      related: [
        ...nearest.map((one) => ({ message: `${one.reference} is declared`, location: one.location })),
        ...more.length === 0 ? [] : [{ message: `the same applies to ${references.join(", ")}${rest}`, location: void 0 }]
      ],
      hint: "if it needs one of them, add a relation, such as require; or apply resources one after the other: --ordering sequential"
    }
  );
}

// src/engine/provider-calls.ts
var REPORT_AFTER = 1e3;
var ProviderCalls = class {
  constructor(context) {
    this.context = context;
  }
  context;
  #inFlight = /* @__PURE__ */ new Map();
  #last = 0;
  /** References of the resources that are being read, changed or refreshed. */
  get inFlight() {
    return [...this.#inFlight.values()].flat();
  }
  /** Runs a task, with an event at its begin and one at its end. */
  async report(action, references, task) {
    const { begin: begin2, progress, end } = this.#call(action, references);
    begin2();
    try {
      return await task(progress);
    } finally {
      end();
    }
  }
  /** Runs a task, with events only if it takes long. */
  async reportIfSlow(action, references, task) {
    const { begin: begin2, progress, end } = this.#call(action, references);
    const timer = setTimeout(begin2, REPORT_AFTER);
    try {
      return await task(progress);
    } finally {
      clearTimeout(timer);
      end();
    }
  }
  #call(action, references) {
    const id = ++this.#last;
    const started = performance.now();
    let begun = false;
    return {
      begin: () => {
        begun = true;
        this.#inFlight.set(id, references);
        this.context.emit({ type: "work-started", id, action, references });
      },
      progress: (text) => {
        if (begun) this.context.emit({ type: "work-progress", id, text });
      },
      end: () => {
        if (!begun) return;
        this.#inFlight.delete(id);
        this.context.emit({ type: "work-finished", id, duration: performance.now() - started });
      }
    };
  }
};

// src/engine/provider-sessions.ts
import { isUtf8 as isUtf82 } from "node:buffer";

// src/secrets/likely-secrets.ts
var SECRET_NAME = String.raw`[\w./-]*(?:passw|passphrase|secret|token|credential|cookie|private_?key|api_?key|access_?key|auth_?key|encryption_?key)[\w./-]*|[\w./-]*_key|key|pass|pwd|pw`;
var LOGIN2 = /([a-z][a-z\d+.-]*:\/\/[^\s:/@'"]*:|,[^\s:/@,'"]*:)([^\s@'"]+)(?=@)/gi;
var LIKELY = [
  [LOGIN2, `$1${REDACTED}`],
  // A setting on its own line, also in a comment: everything after its name.
  [
    new RegExp(
      String.raw`^([\t #;]*(?:export\s+|set\s+)?["']?(?:${SECRET_NAME})["']?[\t ]*[=:][\t ]*)\S.*$`,
      "gim"
    ),
    `$1${REDACTED}`
  ],
  // A setting among others on one line.
  [
    new RegExp(
      String.raw`(["'\s,;&?(](?:${SECRET_NAME})["']?\s?[=:]\s?)("[^"\n]*"|'[^'\n]*'|[^\s,;&"')]+)`,
      "gi"
    ),
    `$1${REDACTED}`
  ],
  [/\b(DEC(?:\(\d+\))?::\w+\[).*?(\]!)/gs, `$1${REDACTED}$2`],
  [/(\b(?:password|passwd|identified by)\s+)('[^'\n]*'|"[^"\n]*"|[^\s'"=:]+)/gi, `$1${REDACTED}`],
  // Password hashes of crypt(5), and private key blocks.
  [/\$(?:[0-9][a-z]?|y|gy|sha1|md5)\$[^\s:'"]+/g, REDACTED],
  [/(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [A-Z ]*PRIVATE KEY-----|$)/gs, `$1
${REDACTED}
$2`],
  // A file that contains only a key.
  [/^\s*(?=\S*[A-Z])[\w+/=-]{16,}\s*$/, `${REDACTED}
`]
];
var LITERALS = [
  [LOGIN2, `$1${REDACTED}`],
  [/\b(secret\s*(?:<[^>]*>)?\(\s*)("[^"]*"?|'[^']*'?|`[^`]*`?)/g, `$1${REDACTED}`],
  [/\b(secret\.text\s*)(`[^`]*`?)/g, `$1${REDACTED}`],
  [/\b(DEC(?:\(\d+\))?::\w+\[)(.*?)(\]!|$)/g, `$1${REDACTED}$3`],
  [/(?<=\bsecret["']?\s*:\s*true\b.*?)(\bvalue["']?\s*:\s*)("[^"]*"?|'[^']*'?|`[^`]*`?)/g, `$1${REDACTED}`],
  [/(\bvalue["']?\s*:\s*)("[^"]*"?|'[^']*'?|`[^`]*`?)(?=.*\bsecret["']?\s*:\s*true\b)/g, `$1${REDACTED}`],
  [
    new RegExp(
      String.raw`((?<![\w-])["']?(?:[\w:]+::)?(?:${SECRET_NAME})["']?\s*[=:]>?\s*)("[^"]*"?|'[^']*'?|\`[^\`]*\`?)`,
      "gi"
    ),
    `$1${REDACTED}`
  ],
  // YAML without quotes.
  [
    new RegExp(
      String.raw`^(\s*(?:- )?["']?(?:[\w:]+::)?(?:${SECRET_NAME})["']?:\s+)(?!\[redacted\]|secret[.(]|[{[|>&*!])([^\s,].*)$`,
      "gi"
    ),
    `$1${REDACTED}`
  ]
];
function redactLikelySecrets(text) {
  return LIKELY.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}

// src/engine/file-edits.ts
import { dirname as dirname3 } from "node:path/posix";

// src/hosts/resolve-file.ts
async function resolveFile(files, path) {
  const [real] = await files.resolve([path]);
  if (real instanceof Error) throw real;
  const found = real?.path ?? path;
  const [status] = await files.status([found]);
  if (status instanceof Error) throw status;
  if (status === void 0 || status.kind === "file") return found;
  if (status.kind === "link") {
    throw new HostError(
      `cannot follow ${path}: its links lead to no file; check where they point`,
      "ELOOP",
      path
    );
  }
  const what2 = status.kind === "directory" ? "a directory" : "a device, a pipe or a socket";
  const where = found === path ? path : `${path} leads to ${found}, which`;
  throw new HostError(`${where} is ${what2}, not a file; check the path`, void 0, path);
}

// src/engine/file-locks.ts
import { AsyncLocalStorage as AsyncLocalStorage2 } from "node:async_hooks";

// src/engine/keyed-locks.ts
var KeyedLocks = class {
  #held = /* @__PURE__ */ new Set();
  #waiting = [];
  /** Waits until all keys are free and acquires them. Returns the function that releases them. */
  async acquire(keys) {
    await new Promise((grant) => {
      this.#waiting = [...this.#waiting, { keys, grant }];
      this.#grantRequests();
    });
    return () => {
      for (const key of keys) this.#held.delete(key);
      this.#grantRequests();
    };
  }
  #grantRequests() {
    const unavailable = new Set(this.#held);
    this.#waiting = this.#waiting.filter(({ keys, grant }) => {
      const canGrant = [...keys].every((key) => !unavailable.has(key));
      for (const key of keys) unavailable.add(key);
      if (!canGrant) return true;
      for (const key of keys) this.#held.add(key);
      grant();
      return false;
    });
  }
};

// src/engine/file-locks.ts
var lockedFiles = new AsyncLocalStorage2();
var FileLocks = class {
  constructor(files) {
    this.files = files;
  }
  files;
  #locks = new KeyedLocks();
  /** Runs a task while no other task has one of these files. */
  async runExclusively(paths, task) {
    const enclosing = lockedFiles.getStore();
    const outer = enclosing?.owner === this ? enclosing : void 0;
    const locks = outer?.parts ?? this.#locks;
    for (; ; ) {
      const keys = await this.#keysOf(paths);
      if (outer !== void 0 && !isSubset(keys, outer.keys)) {
        throw new Error(
          `cannot lock ${paths.join(", ")} inside a task that has locked other files: lock all of them in one call`
        );
      }
      const release = await locks.acquire(keys);
      try {
        if (isSubset(await this.#keysOf(paths), keys)) {
          return await lockedFiles.run({ owner: this, keys, parts: new KeyedLocks() }, task);
        }
      } finally {
        release();
      }
    }
  }
  /** Returns the keys of the names and of the files that they lead to, so that a task that changes a link has both. */
  async #keysOf(paths) {
    const keys = /* @__PURE__ */ new Set();
    for (const [index, file] of (await this.files.resolve(paths, { links: "any" })).entries()) {
      if (file instanceof Error) {
        if (!isPermissionDenied(file)) throw file;
        keys.add(ensureDefined(paths[index]));
        continue;
      }
      keys.add(file.path).add(file.entry);
      if (file.shared !== void 0) keys.add(file.shared);
    }
    return keys;
  }
};
function isSubset(keys, all) {
  return [...keys].every((key) => all.has(key));
}

// src/engine/file-edits.ts
var FileEdits = class {
  constructor(context) {
    this.context = context;
    this.#locks = new FileLocks(context.files);
  }
  context;
  #locks;
  /** Runs a task while nothing else edits these files. */
  exclusively(paths, task) {
    return this.#locks.runExclusively(paths, task);
  }
  /** Rewrites a file atomically. Returns whether anything was written. */
  rewrite(path, rewrite, options = {}) {
    return this.#locks.runExclusively([path], async () => {
      const real = await resolveFile(this.context.files, path);
      const release = await this.context.files.guard?.(real);
      try {
        return await this.#write(real, rewrite, options);
      } finally {
        release?.();
      }
    });
  }
  async #write(path, rewrite, { fresh = {}, access: access2, backup = true }) {
    const { files } = this.context;
    const before = await this.#read(path);
    const after = rewrite(before);
    if (after === void 0 || before?.equals(Buffer.from(after)) === true) return false;
    if (before === void 0) {
      await this.#requireDirectory(path);
      await files.write(path, after, typeof fresh === "function" ? await fresh() : fresh);
    } else {
      if (backup) await this.context.backup(path, before);
      await files.write(path, after, access2);
    }
    this.context.changed();
    return true;
  }
  async #read(path) {
    const [content] = await this.context.files.read([path]);
    if (content instanceof Error) throw content;
    return content;
  }
  async #requireDirectory(path) {
    const directory = dirname3(path);
    const [status] = await this.context.files.status([directory]);
    if (status !== void 0) return;
    throw new HostError(
      `cannot create ${path}: the directory ${directory} does not exist; install the package that contains it, or declare File[${directory}]`,
      "ENOENT",
      path
    );
  }
};

// src/engine/resource-pool.ts
var ResourcePool = class {
  #entries = /* @__PURE__ */ new Map();
  /** Returns what is open under a key, or opens it. A failed attempt is not cached. */
  acquire(key, open, close) {
    const known = this.#entries.get(key);
    if (known !== void 0) return known.value;
    const value = open();
    const closed = () => value.then(
      (opened) => close(opened),
      () => {
      }
    );
    this.#entries.set(key, { value, close: closed });
    value.catch(() => this.#entries.delete(key));
    return value;
  }
  /** Closes everything, even if some of it fails. Returns the errors by key. */
  async close() {
    const entries = [...this.#entries];
    this.#entries.clear();
    const failures = /* @__PURE__ */ new Map();
    const closing = entries.map(
      ([key, entry]) => entry.close().catch((error) => void failures.set(key, error))
    );
    await Promise.all(closing);
    return failures;
  }
};

// src/engine/watch-commands.ts
function watchCommands(host, onCutOff) {
  return {
    name: host.name,
    files: host.files,
    network: host.network,
    facts: () => host.facts(),
    run: async (command) => {
      const result = await host.run(command);
      if (result.timedOut || result.signal !== null || command.signal?.aborted === true) onCutOff();
      return result;
    },
    lock: (owner) => host.lock(owner),
    holder: () => host.holder(),
    close: () => host.close()
  };
}

// src/engine/provider-sessions.ts
var ProviderSessions = class {
  constructor(context) {
    this.context = context;
    const { host, changes } = context;
    this.#edits = new FileEdits({
      files: host.files,
      backup: (path, content) => this.#backup(path, content),
      changed: () => changes.increment()
    });
  }
  context;
  #readings = /* @__PURE__ */ new Map();
  #pool = new ResourcePool();
  #warnings = /* @__PURE__ */ new Set();
  #managed = /* @__PURE__ */ new Map();
  #edits;
  /** Creates a session for one call of a provider. */
  open(progress, { prefetching = false, onCutOff } = {}) {
    const { catalog: catalog2, facts, mode, stop, abort, emit, redactor, changes, directory } = this.context;
    const host = onCutOff === void 0 ? this.context.host : watchCommands(this.context.host, onCutOff);
    return {
      host,
      facts,
      stateDirectory: directory.path,
      stop,
      signal: abort,
      planning: mode === "plan",
      prefetching,
      once: (key, read) => this.#once(key, read),
      shared: (key, open, close) => this.#pool.acquire(key, open, close),
      get changed() {
        return changes.count > 0;
      },
      progress: (text) => progress(redactor.text(text)),
      message: (reference, text, how) => emit({ type: "message", reference, text: redactor.text(text), ...how }),
      conceal: (secret2) => redactor.add(secret2),
      warn: (reference, message, hint) => this.#warn(reference, message, hint),
      rewrite: (path, rewrite, options) => this.#edits.rewrite(path, rewrite, options),
      exclusively: (paths, task) => this.#edits.exclusively(paths, task),
      backup: (path, content, options) => this.#backup(path, content, options),
      declared: (type, title2) => catalog2.find(type, title2)?.desired,
      managed: (type, condition) => this.#managedNames(type, condition)
    };
  }
  /** Closes everything that providers share, and warns about what cannot be closed. */
  async close() {
    const { emit, redactor } = this.context;
    for (const [key, error] of await this.#pool.close()) {
      const text = redactor.text(`cannot close ${key}: ${messageOf(error)}`);
      emit({ type: "warning", diagnostic: warning("run.unclosed", text) });
    }
  }
  #once(key, read) {
    const { count: changes } = this.context.changes;
    const known = this.#readings.get(key);
    if (known?.changes === changes) return known.value;
    const value = read();
    this.#readings.set(key, { changes, value });
    value.catch(() => this.#readings.delete(key));
    return value;
  }
  #warn(reference, message, hint) {
    const { catalog: catalog2, emit, redactor } = this.context;
    const text = redactor.text(`${reference}: ${message}`);
    if (this.#warnings.has(text)) return;
    this.#warnings.add(text);
    const location = catalog2.resources.find((resource) => resource.reference === reference)?.location;
    emit({ type: "warning", diagnostic: warning("resource.warning", text, { location, hint }) });
  }
  #backup(path, content, { confidential = false, bucket } = {}) {
    const { directory, redactor } = this.context;
    if (confidential) return directory.backup(path, void 0);
    const encoding = isUtf82(content) ? "utf8" : "latin1";
    const text = redactLikelySecrets(redactor.text(content.toString(encoding)));
    return directory.backup(path, Buffer.from(text, encoding), bucket);
  }
  #managedNames(type, condition) {
    const known = condition === void 0 ? this.#managed.get(type) : void 0;
    if (known !== void 0) return known;
    const resources2 = this.context.catalog.resources.filter((resource) => resource.type === type);
    const names3 = new Set((condition ? resources2.filter(condition) : resources2).map(({ name }) => name));
    if (condition === void 0) this.#managed.set(type, names3);
    return names3;
  }
};

// src/engine/ready-queue.ts
var ReadyQueue = class {
  constructor(context, state, groupOf) {
    this.context = context;
    this.state = state;
    this.groupOf = groupOf;
  }
  context;
  state;
  groupOf;
  /** Nodes that only order others. */
  transparent = [];
  /** Nodes that depend on something that failed. */
  blocked = [];
  /** Nodes that their schedule excludes now. */
  unscheduled = [];
  /** Nodes to read, by group. */
  #groups = /* @__PURE__ */ new Map();
  /** Whether a node is ready that does not need the host. */
  get hasImmediate() {
    return this.transparent.length + this.blocked.length + this.unscheduled.length > 0;
  }
  /** Adds a node whose predecessors have all ended. */
  add(node) {
    if (this.context.graph.isTransparent(node)) {
      this.transparent.push(node);
      return;
    }
    if (ensureDefined(this.state.failure[node]) >= 0) {
      this.blocked.push(node);
      return;
    }
    const resource = this.context.graph.resource(node);
    if (this.context.schedules.defers(resource)) {
      this.unscheduled.push(node);
      return;
    }
    const group = ensureDefined(this.groupOf.get(resource.index));
    const waiting = this.#groups.get(group);
    if (waiting === void 0) this.#groups.set(group, [node]);
    else waiting.push(node);
  }
  /**
   * Removes and returns the nodes of one group, which are read together, in their order.
   * @param idle Whether no other step is in flight.
   */
  takeGroup(idle) {
    const next = this.#nextGroup(idle);
    if (next === void 0) return void 0;
    const [group, nodes] = next;
    this.#groups.delete(group);
    return [group, nodes.sort((a, b) => a - b)];
  }
  #nextGroup(idle) {
    for (const entry of this.#groups) if (!entry[0].provider?.waitsForAll) return entry;
    return idle ? this.#groups.entries().next().value : void 0;
  }
};

// src/engine/same-file.ts
import { basename, dirname as dirname4, join as join2 } from "node:path/posix";
async function findSameFiles({ catalog: catalog2, host }, groups) {
  const owners = /* @__PURE__ */ new Map();
  const claims = [...groups].flatMap(
    ({ provider, subjects }) => provider?.isFile === void 0 ? [] : [...subjects].map(([index, subject]) => ({ index, file: ensureDefined(provider.isFile?.(subject)) }))
  );
  const realOf = await realPaths(
    host.files,
    claims.map(({ file }) => file)
  );
  for (const { index, file } of claims) {
    const path = realOf(file);
    const resource = catalog2.resources[index];
    if (path === void 0 || resource === void 0) continue;
    const known = owners.get(path);
    if (known === void 0) owners.set(path, [resource]);
    else known.push(resource);
  }
  const refusals = /* @__PURE__ */ new Map();
  for (const [path, resources2] of owners) {
    if (resources2.length === 1) continue;
    for (const one of resources2) {
      const others = resources2.filter((other) => other !== one).map(describe);
      refusals.set(
        one.index,
        `on this host it is the same file as ${others.join(" and ")}: ${path}; keep one of them`
      );
    }
  }
  return refusals;
}
async function realPaths(files, wholeFiles) {
  const paths = [...new Set(wholeFiles.map(({ path, follow }) => follow ? path : dirname4(path)))];
  const real = new Map((await files.resolve(paths, { links: "any" })).map((one, at) => [paths[at], one]));
  return ({ path, follow }) => {
    const found = real.get(follow ? path : dirname4(path));
    if (found === void 0 || found instanceof Error) return void 0;
    return follow ? found.path : join2(found.path, basename(path));
  };
}
function describe({ reference, location }) {
  return location === void 0 ? reference : `${reference}, which is declared at ${formatLocation(location)}`;
}

// src/engine/state-reader.ts
var StateReader = class {
  constructor(context, sessions, calls) {
    this.context = context;
    this.sessions = sessions;
    this.calls = calls;
  }
  context;
  sessions;
  calls;
  #prefetched = /* @__PURE__ */ new Map();
  /** Starts to read everything that may be prefetched. */
  prefetch(groups) {
    for (const group of groups) {
      if (group.provider === void 0 || group.provider.prefetchable === false) continue;
      const entry = {
        promise: this.#read(group, [...group.subjects.keys()], true)
      };
      this.#prefetched.set(group, entry);
      entry.promise.then(
        (result) => {
          entry.result = result;
        },
        () => {
        }
      );
    }
  }
  /** Returns the prefetched observations of a group, if they are complete and still valid. */
  prefetched(group) {
    return this.context.changes.count === 0 ? this.#prefetched.get(group)?.result : void 0;
  }
  /** Reads resources of one group, or waits until they are prefetched. */
  async read(group, indices) {
    const prefetched = this.#prefetched.get(group);
    if (prefetched !== void 0 && this.context.changes.count === 0) {
      const result = await prefetched.promise;
      if (this.context.changes.count === 0) return result;
    }
    return this.#read(group, indices);
  }
  async #read(group, indices, prefetching = false) {
    const { provider } = group;
    if (provider === void 0) return new Map(indices.map((index) => [index, new Error(group.reason)]));
    const subjects = indices.map((index) => ensureDefined(group.subjects.get(index)));
    const references = subjects.map(({ reference }) => reference);
    try {
      const states = await this.calls.reportIfSlow(
        "read",
        references,
        (progress) => provider.read(this.sessions.open(progress, { prefetching }), subjects)
      );
      return new Map(
        indices.map((index, at) => [
          index,
          this.#check(index, states.get(ensureDefined(subjects[at]).title))
        ])
      );
    } catch (error) {
      if (indices.length === 1) {
        const observed = isPermissionDenied(error) ? Unreadable.because(error) : toError(error);
        return /* @__PURE__ */ new Map([[ensureDefined(indices[0]), observed]]);
      }
      const alone = await Promise.all(indices.map((index) => this.#read(group, [index], prefetching)));
      return new Map(alone.flatMap((observations) => [...observations]));
    }
  }
  #check(index, state) {
    const resource = this.context.catalog.resources[index];
    if (state === void 0 || resource === void 0) return state;
    if (state instanceof Unreadable) {
      const found = state.found === void 0 ? void 0 : this.#check(index, state.found);
      if (found === void 0 || found instanceof Error) return found ?? state;
      const known = found;
      return state.isUncertain ? Unreadable.uncertain(state.reason, known) : Unreadable.blocked(state.reason, known);
    }
    const unknown = unknownProperty(resource, state);
    return unknown === void 0 ? this.#reveal(resource, state) : new Error(
      `the provider of ${resource.type} returned '${unknown}', which is not an attribute of the type`
    );
  }
  /** Reveals a state for the comparison. The observed value of a secret attribute is a secret, likely the previous one. */
  #reveal({ secrets }, state) {
    for (const name of secrets) this.context.redactor.add(state[name]);
    return revealAll(state);
  }
};
function toError(error) {
  return error instanceof Error ? error : new Error(messageOf(error));
}

// src/engine/walk.ts
var MAX_BLOCKING = 40;
var Walk = class {
  constructor(context, lookup, onResult) {
    this.context = context;
    this.onResult = onResult;
    this.#state = new NodeState(context.graph.successors.countPredecessors());
    for (const gate of context.gates.incoming) this.#state.await(context.gates.nodeBehind(gate));
    this.#closedGates = context.gates.incoming.length;
    this.#groups = groupByProvider(context.catalog, context.facts, lookup);
    this.#ready = new ReadyQueue(context, this.#state, this.#groups);
    this.#sessions = new ProviderSessions(context);
    this.#calls = new ProviderCalls(context);
    this.#reader = new StateReader(context, this.#sessions, this.#calls);
    this.#editedFiles = new EditedFiles(context, this.#reader);
    this.#results = new StepResults(context);
    this.#plan = new PlanStep(this.#results);
    this.#missingRelations = new MissingRelations(context.graph);
    const finish = (step, result) => this.#finish(step, result);
    this.#apply = new ApplyStep(context, this.#sessions, this.#reader, this.#calls, this.#results, finish);
  }
  context;
  onResult;
  #state;
  #groups;
  #ready;
  #sessions;
  #calls;
  #reader;
  #results;
  #plan;
  #apply;
  #editedFiles;
  /** Why resources are refused that are one file under several names, by index in the catalog. */
  #refused = /* @__PURE__ */ new Map();
  #missingRelations;
  #inFlight = 0;
  /** The number of predecessors on other hosts that have not ended. */
  #closedGates;
  #wake = () => {
  };
  #faults = [];
  /** References of the resources that are being read, changed or refreshed. */
  get inFlight() {
    return this.#calls.inFlight;
  }
  /** Closes what providers share for the whole run. */
  close() {
    return this.#sessions.close();
  }
  /**
   * Walks until every step has ended. Returns the errors of the run itself, such as a journal on a full disk: no step
   * begins after the first of them, and the steps in flight are finished.
   */
  async run() {
    const groups = new Set(this.#groups.values());
    this.#reader.prefetch(groups);
    this.#refused = await findSameFiles(this.context, groups);
    for (let node = 0; node < this.context.graph.size; node++) {
      if (this.#state.waiting[node] === 0) this.#ready.add(node);
    }
    const unwatch = this.#watchGates();
    for (; ; ) {
      const busy = this.#pump();
      if (busy) await new Promise(setImmediate);
      else if (this.#inFlight > 0) await this.#awaken();
      else if (this.#isIdle) await this.context.gates.idle(this.#awaken());
      else break;
    }
    unwatch();
    if (this.context.stop.aborted) this.#skipRemaining(INTERRUPTED);
    else if (this.#faults.length > 0) this.#skipRemaining("the run ended early because of an internal error");
    await this.#editedFiles.report();
    for (const diagnostic of this.#missingRelations.warnings())
      this.context.emit({ type: "warning", diagnostic });
    return this.#faults;
  }
  /** Whether nothing can be done until a step on another host has ended. */
  get #isIdle() {
    return this.#closedGates > 0 && !this.context.stop.aborted && this.#faults.length === 0;
  }
  #awaken() {
    return new Promise((resolve) => this.#wake = resolve);
  }
  /** Waits for the gates to open, and for an interrupt. The returned function stops listening for the latter. */
  #watchGates() {
    const { gates, stop } = this.context;
    if (this.#closedGates === 0) return () => {
    };
    const wake = () => this.#wake();
    stop.addEventListener("abort", wake);
    for (const gate of gates.incoming) {
      void gate.opened.then((result) => {
        this.#closedGates--;
        const node = gates.nodeBehind(gate);
        if (this.#state.receive(node, gates.receive(result), gate.refresh, FULL)) this.#ready.add(node);
        this.#wake();
      });
    }
    return () => stop.removeEventListener("abort", wake);
  }
  /** Starts the steps that are ready. Returns true if it paused with more of them to start. */
  #pump() {
    const started = performance.now();
    while (!this.context.stop.aborted && this.#faults.length === 0) {
      if (performance.now() - started > MAX_BLOCKING) return true;
      if (this.#ready.hasImmediate) {
        this.#passTransparent();
        this.#skipBlocked();
        this.#deferUnscheduled();
        continue;
      }
      const next = this.#ready.takeGroup(this.#inFlight === 0);
      if (next === void 0) return false;
      const [group, nodes] = next;
      const steps = nodes.map((node) => this.#step(node));
      try {
        this.#start(group, steps);
      } catch (error) {
        this.#fault(error, steps);
      }
    }
    return false;
  }
  #passTransparent() {
    const { transparent } = this.#ready;
    for (let node = transparent.pop(); node !== void 0; node = transparent.pop()) {
      this.#propagate(node, this.#state.propagation(node));
    }
  }
  #skipBlocked() {
    const { blocked } = this.#ready;
    for (let node = blocked.pop(); node !== void 0; node = blocked.pop()) {
      const step = this.#step(node);
      this.#finish(step, this.#results.blocked(step, ensureDefined(this.#state.failure[node])));
    }
  }
  /** Defers the resources that their schedules exclude now. Their refreshes stay in the journal. */
  #deferUnscheduled() {
    const { unscheduled } = this.#ready;
    for (let node = unscheduled.pop(); node !== void 0; node = unscheduled.pop()) {
      const step = this.#step(node);
      this.context.schedules.noteDeferral(step.resource);
      this.onResult(this.#results.unchanged(step));
      this.#propagate(node, { ...this.#state.propagation(node), event: NO_EVENT, causes: [] });
    }
  }
  #start(group, steps) {
    this.#missingRelations.begin(steps.map(({ node }) => node));
    const known = this.#reader.prefetched(group);
    if (known !== void 0) {
      this.#decide(group, steps, known);
      return;
    }
    const indices = steps.map(({ resource }) => resource.index);
    this.#track(
      steps,
      this.#reader.read(group, indices).then((observed) => this.#decide(group, steps, observed))
    );
  }
  /** Ends the steps that need no change, and changes the others. */
  #decide(group, steps, observations) {
    const { mode, ledger: ledger2 } = this.context;
    const changing = [];
    for (const step of steps) {
      const compared = this.#compare(step, observations.get(step.resource.index));
      if (compared === void 0) continue;
      const isNotified = step.notified || step.perhapsNotified;
      if (compared.diff === void 0 && !isNotified && step.disturber < 0) {
        if (mode === "apply") ledger2.note(step.resource);
        this.#finish(step, this.#results.unchanged(step));
      } else if (mode === "plan" || step.resource.noop === true) {
        this.#finish(step, this.#plan.compared(compared));
      } else {
        changing.push(compared);
      }
    }
    if (changing.length > 0)
      this.#track(
        changing.map(({ step }) => step),
        this.#apply.apply(group, changing)
      );
  }
  #compare(step, observed) {
    const refusal = this.#refused.get(step.resource.index);
    const compared = refusal === void 0 ? compareStep(step, observed) : new Error(refusal);
    if (compared instanceof Error) {
      this.#finish(step, this.#results.failed(step, { reason: compared.message, error: compared }));
      return void 0;
    }
    if (!(compared instanceof Unreadable)) return compared;
    const reason = compared.found === void 0 ? `its state cannot be read: ${compared.reason}` : compared.reason;
    const result = (
      // A resource with noop is planned in an apply, too.
      this.context.mode === "plan" || step.resource.noop === true ? this.#plan.unreadable(step, compared) : this.#results.failed(step, { reason })
    );
    this.#finish(step, result);
    return void 0;
  }
  #step(node) {
    const { graph, journal: journal2 } = this.context;
    const resource = graph.resource(node);
    const group = ensureDefined(this.#groups.get(resource.index));
    const event = ensureDefined(this.#state.event[node]);
    const pending = journal2.pendingFor(resource);
    const causes = this.#state.causes(node);
    return {
      node,
      resource,
      group,
      subject: ensureDefined(group.subjects.get(resource.index)),
      notified: (event & CERTAIN_EVENT) !== 0 || pending !== void 0,
      perhapsNotified: (event & POSSIBLE_EVENT) !== 0,
      causes: causes.length > 0 ? causes : pending ?? [],
      disturber: ensureDefined(this.#state.disturber[node]),
      awaited: ensureDefined(this.#state.awaited[node])
    };
  }
  #finish(step, result) {
    const { outcome } = result.report;
    if (outcome === "unchanged" || outcome === "changed") this.context.schedules.noteApplied(step.resource);
    this.#editedFiles.record(step, result.report);
    this.onResult(result);
    this.#missingRelations.end(step.node, result.report.outcome);
    this.#propagate(step.node, result.propagation);
    this.#wake();
  }
  #propagate(node, propagation) {
    const { successors } = this.context.graph;
    this.#state.finished[node] = 1;
    const [start, end] = successors.range(node);
    for (let slot = start; slot < end; slot++) {
      const next = ensureDefined(successors.targets[slot]);
      if (this.#state.receive(
        next,
        propagation,
        successors.refresh[slot] === 1,
        ensureDefined(successors.strength[slot])
      ))
        this.#ready.add(next);
    }
    this.context.gates.open(node, propagation);
  }
  #skipRemaining(reason) {
    const { graph } = this.context;
    for (let node = 0; node < graph.size; node++) {
      if (this.#state.finished[node] === 1 || graph.isTransparent(node)) continue;
      const step = this.#step(node);
      this.onResult(this.#results.skipped(step, reason, -1));
    }
  }
  /** Ends the steps that an error of the run itself has left open. What they may have changed is unknown. */
  #fault(error, steps) {
    const message = messageOf(error);
    if (!this.#faults.includes(message)) this.#faults.push(message);
    for (const step of steps) {
      if (this.#state.finished[step.node] === 1) continue;
      this.#state.finished[step.node] = 1;
      this.onResult(this.#results.failed(step, { reason: `the run itself failed: ${message}`, error }));
    }
  }
  /** Counts asynchronous work on some steps, and wakes the walk when it is done. */
  #track(steps, promise) {
    this.#inFlight++;
    promise.catch((error) => this.#fault(error, steps)).finally(() => {
      this.#inFlight--;
      this.#wake();
    });
  }
};

// src/engine/open-run.ts
var OpenRun = class _OpenRun {
  #context;
  #options;
  #identity;
  #lock;
  #started = /* @__PURE__ */ new Date();
  #startTime = performance.now();
  /** In a plan: the concurrent run that changes the host. */
  #concurrentRun;
  #outbox;
  constructor(context, options, opened) {
    this.#context = context;
    this.#options = options;
    this.#identity = opened.identity;
    this.#lock = opened.lock;
    this.#concurrentRun = opened.concurrentRun;
    this.#outbox = opened.outbox;
  }
  /**
   * Locks the host for an apply, and opens the records of earlier runs.
   * @throws {GlanceApplyError} `graph.cycle`, `run.locked`, or an error of the state directory.
   */
  static async open(catalog2, host, options) {
    const graph = buildGraph(catalog2, options.ordering, options.gates?.orders);
    const lock = options.mode === "plan" ? void 0 : await lockHost(host);
    try {
      return await _OpenRun.#openRecords(catalog2, host, options, { graph, lock });
    } catch (error) {
      await lock?.release();
      throw error;
    }
  }
  static async #openRecords(catalog2, host, options, { graph, lock }) {
    const { mode = "apply", name = "default", listener = () => {
    }, hostName = host.name } = options;
    const { runId = randomUUID() } = options;
    const identity = { formatVersion: FORMAT_VERSION, runId, host: hostName };
    const isApply = mode === "apply";
    const directory = new StateDirectory(host, options.stateDirectory ?? defaultStateDirectory);
    const holder = () => mode === "plan" ? host.holder() : void 0;
    const before = await holder();
    await directory.refuseNonFiles();
    await (isApply ? directory.create() : directory.refuseForeign());
    await refuseForeignBuckets(catalog2, host.files);
    const [facts, journal2, ledger2, schedules2, outbox2] = await Promise.all([
      host.facts(),
      Journal.open(directory, name, isApply),
      Ledger.open(directory, name, isApply),
      Schedules.open(directory, catalog2, isApply, /* @__PURE__ */ new Date()),
      options.gates === void 0 ? void 0 : Outbox.open(directory, name, isApply)
    ]);
    const concurrentRun = before ?? await holder();
    if (isApply && directory.denied) raise("state.denied", deniedMessage(directory));
    const never = new AbortController().signal;
    const stop = AbortSignal.any([options.stop ?? never, lock?.lost ?? never]);
    const abort = options.abort ?? never;
    setMaxListeners(0, stop, abort);
    const changes = new ChangeCounter();
    const context = {
      catalog: catalog2,
      graph,
      host,
      hostName,
      gates: new HostGates({ hostName, graph, changes }, options.gates),
      facts,
      mode,
      emit: (event) => listener({ ...identity, ...event }),
      redactor: addCatalogSecrets(new Redactor(), catalog2.resources),
      limits: new Limits(facts),
      directory,
      journal: journal2,
      ledger: ledger2,
      schedules: schedules2,
      stop,
      abort,
      changes
    };
    return new _OpenRun(context, options, { identity, lock, concurrentRun, outbox: outbox2 });
  }
  /** The refreshes on other hosts that earlier runs could not record there; undefined for a run without gates. */
  get outbox() {
    return this.#outbox;
  }
  /**
   * Records the refreshes that a change on another host is about to cause.
   * @param reference The resource that it refreshes, or a container whose contents it refreshes.
   */
  async note(reference, because) {
    await this.#context.journal.note(new Map(this.#refreshed(reference).map((one) => [one, because])));
  }
  /** Withdraws what `note` has recorded. */
  async withdraw(reference) {
    await this.#context.journal.withdraw(this.#refreshed(reference).map((one) => one.reference));
  }
  /**
   * Takes over a refresh that a change of an earlier run on another host has caused.
   * @returns Whether the catalog contains the resource.
   */
  async adopt(reference, because) {
    const { journal: journal2, mode } = this.#context;
    const resources2 = this.#refreshed(reference);
    await journal2.adopt(new Map(resources2.map((one) => [one, because])), mode === "apply");
    return this.#find(reference) !== void 0;
  }
  /**
   * Compares the catalog with the host and applies the differences, or reports them.
   * @throws {GlanceApplyError} `provider.missing`, or that a type cannot be purged.
   */
  async execute() {
    const context = this.#context;
    const { catalog: catalog2, journal: journal2, ledger: ledger2, schedules: schedules2, directory, mode, emit, host } = context;
    const { providers = providersOf, types = /* @__PURE__ */ new Map() } = this.#options;
    const tally = new Tally();
    const purged = new PurgedTypes(catalog2, types, context.facts, providers);
    const purge = createPurgeProvider(catalog2, purged);
    const lookup = (definition) => definition.name === "resources" ? purge : providers(definition);
    refuseWithoutProvider(catalog2, providers);
    purged.refuse();
    const walk = new Walk(context, lookup, ({ report: report3 }) => {
      emit({ type: "resource-finished", resource: report3, finished: tally.add(report3) });
    });
    const resources2 = catalog2.resources.filter(
      ({ definition }) => definition && !definition.transparent
    ).length;
    emit({
      type: "run-started",
      mode,
      resources: resources2,
      pendingRefreshes: catalog2.resources.flatMap(
        (resource) => journal2.pendingFor(resource) === void 0 ? [] : [resource.reference]
      ),
      pendingElsewhere: journal2.pendingElsewhere(catalog2.resources),
      ...this.#concurrentRun === void 0 ? {} : { atWork: this.#concurrentRun }
    });
    for (const diagnostic of [
      ...catalog2.warnings,
      ...journal2.warnings,
      ...ledger2.warnings,
      ...schedules2.warnings,
      ...this.#outbox?.warnings ?? []
    ])
      emit({ type: "warning", diagnostic });
    if (this.#concurrentRun !== void 0)
      emit({ type: "warning", diagnostic: concurrentRunWarning(host, this.#concurrentRun) });
    if (directory.denied) emit({ type: "warning", diagnostic: deniedWarning(directory) });
    const reportInterrupt = () => {
      const reason = interruptionMessage(context.stop);
      emit({ type: "interrupted", inFlight: walk.inFlight, ...reason === void 0 ? {} : { reason } });
    };
    context.stop.addEventListener("abort", reportInterrupt);
    await dropPending(context);
    const redact = (text) => context.redactor.text(text);
    const faults = (await walk.run()).map(redact);
    const attempt = async (task) => {
      await task().catch((error) => faults.push(redact(messageOf(error))));
    };
    await attempt(async () => this.#options.gates?.settle());
    await attempt(() => walk.close());
    reportDeferrals(context);
    if (mode === "apply") {
      await attempt(() => journal2.close());
      await attempt(async () => this.#outbox?.close());
      await attempt(() => schedules2.close());
      await attempt(() => ledger2.close(new Set(catalog2.resources.map(({ reference }) => reference))));
    }
    const report2 = {
      ...this.#identity,
      mode,
      started: this.#started.toISOString(),
      duration: performance.now() - this.#startTime,
      interrupted: context.stop.aborted,
      interruption: interruptionMessage(context.stop),
      remarks: this.#options.remarks?.() ?? [],
      faults,
      summary: tally.summary,
      resources: tally.reports
    };
    if (mode === "apply")
      await attempt(() => directory.write(stateFiles.report, `${JSON.stringify(report2)}
`));
    for (const fault of faults) emit({ type: "warning", diagnostic: problem("run.fault", fault) });
    context.stop.removeEventListener("abort", reportInterrupt);
    emit({ type: "run-finished", report: report2 });
    return report2;
  }
  /** Releases the host. */
  async release() {
    await this.#lock?.release();
  }
  #find(reference) {
    return this.#context.catalog.resources.find((one) => one.reference === reference);
  }
  /** Returns the native resources that are refreshed when a resource or the contents of a container are. */
  #refreshed(reference) {
    const { graph } = this.#context;
    const found = this.#find(reference);
    if (found === void 0) return [];
    const first = graph.first(found.index);
    if (!graph.isTransparent(first)) return [found];
    return [...refreshTargets(graph, [first]).resources.keys()].map((node) => graph.resource(node));
  }
};
async function lockHost(host) {
  const lock = await host.lock(`process ${process.pid}, since ${(/* @__PURE__ */ new Date()).toISOString()}`);
  if (!("heldBy" in lock)) return lock;
  return raise("run.locked", concurrentRunMessage(host, lock.heldBy), {
    hint: "wait until it has ended: one run at a time is allowed on a host, whatever the state directories"
  });
}
function concurrentRunMessage({ name }, holder) {
  return `another run is in progress on ${name}: ${holder}`;
}
function concurrentRunWarning(host, holder) {
  return warning("run.at-work", concurrentRunMessage(host, holder), {
    hint: "it changes the host while this plan reads it: plan again when it has ended"
  });
}
function interruptionMessage({ reason }) {
  return reason instanceof Error && reason.name !== "AbortError" ? reason.message : void 0;
}
function reportDeferrals({ schedules: schedules2, emit }) {
  for (const { schedule, reason, references } of schedules2.deferrals) {
    const listed = references.slice(0, 3).join(", ");
    const more = references.length > 3 ? ` and ${references.length - 3} more` : "";
    emit({
      type: "message",
      reference: `Schedule[${schedule}]`,
      text: `deferred in this run: ${listed}${more} (${reason})`
    });
  }
}
function deniedWarning(directory) {
  return warning("state.denied", deniedMessage(directory), {
    hint: "run this as root to include them in the plan"
  });
}
function deniedMessage({ path }) {
  return `cannot read ${path}: permission denied; the refreshes that are pending there are unknown`;
}
async function dropPending({ journal: journal2, catalog: catalog2, mode, emit }) {
  if (journal2.own.length === 0) return;
  const known = new Set(catalog2.resources.map(({ reference }) => reference));
  const gone = journal2.own.filter((reference) => !known.has(reference));
  const fate = mode === "apply" ? "was dropped" : "will be dropped";
  for (const reference of gone) {
    const message = `refresh left pending by an earlier run ${fate}: ${reference} is no longer in the manifest`;
    emit({ type: "warning", diagnostic: warning("refresh.dropped", message) });
  }
  if (mode === "apply") await journal2.drop(gone);
}

// src/fleet/running/deadline.ts
var Deadline = class {
  constructor(seconds) {
    this.seconds = seconds;
    this.#left = (seconds ?? 0) * 1e3;
  }
  seconds;
  #expired = new AbortController();
  #left;
  #begun = 0;
  #timer;
  /** Aborted when the time is over; the reason is a `GlanceApplyError`. */
  get expired() {
    return this.#expired.signal;
  }
  start() {
    if (this.seconds === void 0 || this.#timer !== void 0 || this.#expired.signal.aborted) return;
    this.#begun = performance.now();
    this.#timer = setTimeout(() => {
      const message = `the run on it has taken longer than the deadline of ${this.seconds} s`;
      this.#expired.abort(new GlanceApplyError(problem("fleet.deadline", message)));
    }, this.#left);
  }
  pause() {
    if (this.#timer === void 0) return;
    clearTimeout(this.#timer);
    this.#timer = void 0;
    this.#left = Math.max(0, this.#left - (performance.now() - this.#begun));
  }
};

// src/fleet/running/recordings.ts
var Recordings = class {
  constructor(whyClosed, open) {
    this.whyClosed = whyClosed;
    this.open = open;
  }
  whyClosed;
  open;
  #uses = 0;
  #isClosed = false;
  #settle = () => {
  };
  /**
   * Begins to use the records; the run of the host lasts until `end` is called.
   * @throws {Error} if the run cannot be opened, or has ended.
   */
  async begin() {
    if (this.#isClosed) throw new Error(this.whyClosed());
    this.#uses++;
    let isActive = true;
    const end = () => {
      if (!isActive) return;
      isActive = false;
      this.#uses--;
      if (this.#uses === 0) this.#settle();
    };
    try {
      return { run: await this.open(), end };
    } catch (error) {
      end();
      throw error;
    }
  }
  /** Refuses further uses, and waits until the present ones have ended. */
  async close() {
    this.#isClosed = true;
    if (this.#uses > 0) await new Promise((resolve) => this.#settle = resolve);
  }
};

// src/fleet/running/member.ts
var GRACE2 = 5e3;
var Member = class {
  constructor(name, catalog2, access2, gates, context) {
    this.name = name;
    this.catalog = catalog2;
    this.access = access2;
    this.gates = gates;
    this.context = context;
    this.#deadline = new Deadline(context.deadline);
    this.#whyEnded = `the run on ${name} has ended`;
    this.#recordings = new Recordings(
      () => this.#whyEnded,
      () => this.#open()
    );
  }
  name;
  catalog;
  access;
  gates;
  context;
  #deadline;
  #lost = new AbortController();
  #stalled = new AbortController();
  #recordings;
  /** What this host has recorded on others for a change in progress. */
  #notes = /* @__PURE__ */ new Set();
  #host;
  #opening;
  #releaseSlot = () => {
  };
  #closing;
  #isWaiting = false;
  #hasEnded = false;
  #whyEnded;
  /** Whether it has nothing to do until something on another host has ended. */
  get isWaiting() {
    return this.#isWaiting;
  }
  /** Ends the wait of a host for something that will not happen. */
  stall(reason) {
    this.#stalled.abort(reason);
  }
  /** Runs the catalog on the host, or reports why not. */
  async run() {
    this.#releaseSlot = await this.context.slots.acquire(false);
    this.#deadline.start();
    try {
      const report2 = await this.#abandonable(this.#execute());
      return this.#toResult(report2);
    } catch (error) {
      return this.#toFailure(error);
    } finally {
      this.#deadline.pause();
      this.#releaseSlot();
    }
  }
  /** Releases the host, also one that was opened and never run. */
  close() {
    this.#closing ??= this.#closeNow();
    return this.#closing;
  }
  async #closeNow() {
    this.#hasEnded = true;
    for (const note of this.#notes) note.keep();
    const opening = this.#opening;
    this.#opening = Promise.reject(new Error(`the run on ${this.name} has ended`));
    this.#opening.catch(() => {
    });
    const release = async () => {
      const run = await opening?.catch(() => void 0);
      await run?.release().catch(() => {
      });
      if (typeof this.access !== "function") return;
      const host = await this.#host?.catch(() => void 0);
      await host?.close().catch(() => {
      });
    };
    if (this.#deadline.expired.aborted) {
      void release();
      return;
    }
    await this.#recordings.close();
    await release();
  }
  /** Begins to record something on this host. */
  begin() {
    return this.#recordings.begin();
  }
  /** Waits for other hosts, and lets another host be at work meanwhile. */
  async idle(until) {
    this.#deadline.pause();
    this.#releaseSlot();
    this.#setWaiting(true);
    await until;
    this.#setWaiting(false);
    this.#releaseSlot = await this.context.slots.acquire(true);
    this.#deadline.start();
  }
  /** Waits until no other host records anything on this one. */
  settle() {
    return this.#recordings.close();
  }
  /**
   * Records a refresh on another host before a change on this one: in the journal of that host, or, if that is not
   * possible, on this host, for the next run of both.
   */
  async note({ target }, because) {
    const note = await this.#noteThere(target.host, target.reference, because).catch(
      (error) => this.#noteHere(target.host, target.reference, because, messageOf(error))
    );
    this.#notes.add(note);
    return {
      withdraw: async () => {
        this.#notes.delete(note);
        await note.withdraw();
      },
      keep: () => {
        this.#notes.delete(note);
        note.keep();
      }
    };
  }
  async #noteThere(host, reference, because) {
    const member = this.context.member(host);
    if (member === void 0) throw new Error(`${host} is not part of this run`);
    const { run, end } = await member.begin();
    try {
      await run.note(reference, because);
    } catch (error) {
      end();
      throw error;
    }
    return {
      withdraw: async () => {
        await run.withdraw(reference).finally(end);
      },
      keep: end
    };
  }
  async #noteHere(host, reference, because, reason) {
    const { outbox: outbox2 } = await this.#open();
    if (outbox2 === void 0) throw new Error(reason);
    const entry = { host, reference, because };
    await outbox2.note(entry);
    return {
      withdraw: () => outbox2.withdraw(entry),
      keep: () => {
        const message = `the refresh of ${reference} on ${host} stays pending: ${reason}`;
        const hint = `it is recorded on ${this.name}, and made by the next run of both hosts`;
        this.context.warn(this.name, warning("refresh.remote", message, { hint }));
      }
    };
  }
  /** Hands over the refreshes on other hosts that earlier runs on this one could not record there. */
  async #deliver({ outbox: outbox2 }) {
    const entries = outbox2?.entries ?? [];
    for (const { host, reference, because } of entries) {
      const member = this.context.member(host);
      const use = await member?.begin().catch(() => void 0);
      if (use === void 0) continue;
      try {
        const isKnown = await use.run.adopt(reference, because);
        if (!isKnown) {
          const message = `refresh left pending by an earlier run was dropped: ${reference} is no longer in the manifest of ${host}`;
          this.context.warn(this.name, warning("refresh.dropped", message));
        }
        if (this.context.options(this.name).mode !== "plan") await outbox2?.remove(host, [reference]);
      } finally {
        use.end();
      }
    }
  }
  async #execute() {
    const run = await this.#open();
    await this.#deliver(run);
    return run.execute();
  }
  /** Connects to the host, locks it and opens its records, once. */
  #open() {
    this.#opening ??= this.context.openings.add(() => this.#openNow());
    return this.#opening;
  }
  async #openNow() {
    this.#host = connect(this.access);
    const host = await this.#host;
    host.lost?.addEventListener("abort", () => this.#lost.abort(host.lost?.reason), { once: true });
    await this.context.machines.claim(this.name, host);
    const options = this.context.options(this.name);
    const gates = this.gates(this);
    const never = new AbortController().signal;
    const ends = [this.#lost.signal, this.#deadline.expired];
    const run = await OpenRun.open(this.catalog, host, {
      ...options,
      hostName: this.name,
      runId: this.context.runId,
      ...gates === void 0 ? {} : { gates },
      stop: AbortSignal.any([options.stop ?? never, this.#stalled.signal, ...ends]),
      abort: AbortSignal.any([options.abort ?? never, ...ends])
    });
    if (this.#hasEnded) {
      await run.release();
      throw new Error(`the run on ${this.name} has ended`);
    }
    return run;
  }
  /** Waits for the run, but not longer than some seconds after the deadline. */
  #abandonable(run) {
    const { expired } = this.#deadline;
    run.catch(() => {
    });
    return new Promise((resolve, reject) => {
      run.then(resolve, reject);
      const abandon = () => {
        const timer = setTimeout(() => reject(expired.reason), GRACE2);
        run.finally(() => clearTimeout(timer)).catch(() => {
        });
      };
      expired.addEventListener("abort", abandon, { once: true });
    });
  }
  #setWaiting(isWaiting2) {
    this.#isWaiting = isWaiting2;
    this.context.waiting(this.name, isWaiting2);
  }
  #toResult(report2) {
    const { failed, skipped } = report2.summary;
    const { signal: lost } = this.#lost;
    const { expired } = this.#deadline;
    const result = { host: this.name, diagnostics: [], report: report2 };
    if (lost.aborted) return { ...result, outcome: "unreachable", reason: messageOf(lost.reason) };
    for (const { reason: reason2 } of [expired, this.#stalled.signal]) {
      if (!GlanceApplyError.is(reason2)) continue;
      const { diagnostics } = reason2;
      return { ...result, diagnostics, outcome: "failed", reason: diagnostics[0]?.message };
    }
    if (failed > 0 || report2.faults.length > 0) return { ...result, outcome: "failed", reason: void 0 };
    const { interruption: reason } = report2;
    if (report2.interrupted && this.context.options(this.name).stop?.aborted !== true)
      return { ...result, outcome: "failed", reason };
    const isComplete = skipped === 0 && !report2.interrupted;
    return { ...result, outcome: isComplete ? "done" : "incomplete", reason };
  }
  #toFailure(error) {
    const { signal: lost } = this.#lost;
    const isUnreachable = lost.aborted || error instanceof Unreachable;
    const reason = lost.aborted ? messageOf(lost.reason) : messageOf(error);
    this.#whyEnded = isUnreachable ? `${this.name} is unreachable: ${reason}` : reason;
    return {
      host: this.name,
      outcome: isUnreachable ? "unreachable" : "failed",
      reason,
      diagnostics: GlanceApplyError.is(error) ? error.diagnostics : [],
      report: void 0
    };
  }
};

// src/fleet/running/rollout.ts
function divideIntoSteps(inventory2, names3, serial) {
  if (serial === void 0) return [[names3]];
  if (isSteps(serial)) return [divide(names3, serial, "serial")];
  const groupOf = /* @__PURE__ */ new Map();
  const sequences = Object.entries(serial).map(([group, steps]) => {
    const members = hostsOfGroup(inventory2, group);
    if (members === void 0) {
      return raise(
        "fleet.unknown-group",
        `serial names the group '${group}', which the inventory does not contain`,
        {
          hint: didYouMean(group, groupNames(inventory2))
        }
      );
    }
    const inGroup = new Set(members.map(({ name }) => name));
    const ofRun = names3.filter((name) => inGroup.has(name));
    for (const name of ofRun) {
      const other = groupOf.get(name);
      if (other !== void 0)
        raise("fleet.rollout", `serial names the groups ${other} and ${group}, and ${name} belongs to both`);
      groupOf.set(name, group);
    }
    return divide(ofRun, steps, `serial of ${group}`);
  });
  return [[names3.filter((name) => !groupOf.has(name))], ...sequences];
}
function isSteps(serial) {
  return typeof serial !== "object" || Array.isArray(serial);
}
function divide(names3, steps, option) {
  const sizes = (Array.isArray(steps) ? steps : [steps]).map((share) => {
    const size = Math.floor(shareOf(share, names3.length, option));
    if (share === 0 || share === "0%")
      raise("fleet.rollout", `${option} cannot be ${share}: a step has at least one host`);
    return Math.max(1, size);
  });
  if (sizes.length === 0) raise("fleet.rollout", `${option} has no steps`);
  const sequence = [];
  for (let begin2 = 0; begin2 < names3.length; ) {
    const size = sizes[sequence.length] ?? sizes.at(-1) ?? 1;
    sequence.push(names3.slice(begin2, begin2 + size));
    begin2 += size;
  }
  return sequence;
}

// src/fleet/running/slots.ts
import PQueue2 from "p-queue";
var Slots = class {
  #queue;
  constructor(concurrency) {
    this.#queue = new PQueue2({ concurrency });
  }
  /**
   * Waits for a slot; the returned function releases it.
   * @param goesOn Whether the host has begun already: it goes before those that have not.
   */
  acquire(goesOn) {
    return new Promise((resolve) => {
      void this.#queue.add(() => new Promise((release) => resolve(release)), {
        priority: goesOn ? 1 : 0
      });
    });
  }
};

// src/fleet/run-fleet.ts
var FORKS = 20;
async function runFleet(catalog2, hosts2, options = {}) {
  return new FleetRun(catalog2, hosts2, options).run();
}
var FleetRun = class {
  constructor(catalog2, hosts2, options) {
    this.catalog = catalog2;
    this.options = options;
    const { forks = FORKS, limit } = options;
    if (!Number.isInteger(forks) || forks < 1)
      raise("fleet.rollout", `forks cannot be ${forks}: it is a number of hosts, at least 1`);
    refuseUnknownHosts(catalog2, limit);
    this.#names = [...catalog2.inventory.hosts.keys()].filter(
      (name) => (limit?.has(name) ?? true) && !catalog2.omitted.has(name)
    );
    this.#sequences = divideIntoSteps(catalog2.inventory, this.#names, options.serial);
    this.#limit = new FailureLimit(options.maxFailures, this.#names.length);
    const never = new AbortController().signal;
    this.#stop = AbortSignal.any([options.stop ?? never, this.#limit.exceeded]);
    setMaxListeners2(0, this.#stop, this.#limit.exceeded);
    const ofRun = new Set(this.#names);
    this.#board = new GateBoard(catalog2, (host) => ofRun.has(host));
    this.#context = {
      runId: this.#runId,
      options: (host) => this.#optionsOf(host),
      slots: new Slots(forks),
      openings: new PQueue3({ concurrency: forks }),
      machines: new Machines(),
      deadline: options.deadline,
      member: (host) => this.#members.get(host),
      waiting: (host, waiting) => {
        this.#emit(host, { type: "host-waiting", waiting });
        if (waiting) this.#watchForStall();
      },
      warn: (host, diagnostic) => this.#warn(host, diagnostic)
    };
    const orders = new FleetOrder(catalog2.catalogs, catalog2.edges).orders(options.ordering);
    for (const name of this.#names) {
      const own = catalog2.catalogs.get(name);
      if (own === void 0) continue;
      const access2 = hosts2.get(name) ?? raise("fleet.unknown-host", `the run was not given the host ${name}, which has a catalog`);
      const isAlone = this.#board.into(name).length + this.#board.outOf(name).length === 0;
      const gates = (member) => isAlone ? void 0 : createGates(name, this.#board, orders.get(name) ?? [], keeperOf(member));
      this.#members.set(name, new Member(name, own, access2, gates, this.#context));
    }
  }
  catalog;
  options;
  #runId = randomUUID2();
  #names;
  #sequences;
  #limit;
  #board;
  #members = /* @__PURE__ */ new Map();
  #results = /* @__PURE__ */ new Map();
  #stop;
  #context;
  /** The hosts whose run has begun and has not ended. */
  #current = /* @__PURE__ */ new Set();
  async run() {
    const { mode = "apply", listener } = this.options;
    const started = /* @__PURE__ */ new Date();
    const startTime = performance.now();
    for (const [host, failure] of this.catalog.failures) {
      if (!this.#names.includes(host)) continue;
      const reason = "it could not be compiled";
      this.#finish({ host, outcome: "failed", reason, diagnostics: failure.diagnostics, report: void 0 });
    }
    await Promise.all(this.#sequences.map((sequence) => this.#runSequence(sequence)));
    await Promise.all([...this.#members.values()].map((member) => member.close()));
    const identity = { formatVersion: FORMAT_VERSION, runId: this.#runId };
    const report2 = {
      ...identity,
      mode,
      started: started.toISOString(),
      duration: performance.now() - startTime,
      interrupted: this.#stop.aborted,
      interruption: this.#stop.aborted ? reasonOf(this.#stop) : void 0,
      hosts: this.#names.flatMap((name) => this.#results.get(name) ?? []),
      assumptions: this.#board.assumptions
    };
    listener?.({ ...identity, type: "fleet-finished", report: report2 });
    return report2;
  }
  async #runSequence(sequence) {
    let halted;
    for (const step of sequence) {
      await Promise.all(step.map((name) => this.#runHost(name, halted)));
      const bad2 = step.find((name) => isBad(this.#results.get(name)));
      if (bad2 !== void 0 && this.options.maxFailures === void 0)
        halted ??= `${bad2}, of a step before it, ${this.#results.get(bad2)?.outcome === "failed" ? "failed" : "was unreachable"}`;
    }
  }
  async #runHost(name, halted) {
    const member = this.#members.get(name);
    if (member === void 0 || this.#results.has(name)) return;
    const skip = (reason) => this.#finish({ host: name, outcome: "not-attempted", reason, diagnostics: [], report: void 0 });
    if (halted !== void 0) skip(halted);
    else if (this.#stop.aborted) skip(reasonOf(this.#stop) ?? "the run was interrupted");
    else {
      this.#current.add(member);
      this.#emit(name, { type: "host-started" });
      this.#finish(await member.run());
    }
    await member.close();
    this.#current.delete(member);
    this.#watchForStall();
  }
  #finish(result) {
    const { host, outcome, reason } = result;
    if (this.#results.has(host)) return;
    this.#results.set(host, result);
    if (isBad(result)) this.#limit.count(host);
    this.#board.close(host, describeEnd(host, outcome, reason));
    this.#emit(host, { type: "host-finished", result });
  }
  #optionsOf(host) {
    const { mode, name, stateDirectory, abort, types, ordering, providersOf: providersOf2 } = this.options;
    const given = Object.entries({ mode, name, stateDirectory, abort, types, ordering });
    return {
      ...Object.fromEntries(given.filter(([, value]) => value !== void 0)),
      ...providersOf2 === void 0 ? {} : { providers: providersOf2(host) },
      stop: this.#stop,
      listener: (event) => this.#receive(event)
    };
  }
  #receive(event) {
    this.options.listener?.(event);
    if (event.type === "resource-finished" && event.resource.outcome === "failed")
      this.#limit.count(event.host);
  }
  #warn(host, diagnostic) {
    this.options.listener?.({ ...this.#identityOf(host), type: "warning", diagnostic });
  }
  #emit(host, body) {
    this.options.listener?.({ ...this.#identityOf(host), ...body });
  }
  #identityOf(host) {
    return { formatVersion: FORMAT_VERSION, runId: this.#runId, host };
  }
  #describeStall(name) {
    const edge = this.#board.into(name).find(({ source }) => {
      const member = this.#members.get(source.host);
      return member !== void 0 && !this.#current.has(member) && !this.#results.has(source.host);
    });
    const awaited = edge === void 0 ? "resources" : nameOnHost(edge.source.reference, edge.source.host);
    return new GlanceApplyError(
      problem("fleet.order", `${name} waits for ${awaited}, a host of a later step of the rollout`, {
        location: edge?.location,
        hint: "order the hosts so that those that others wait for come first, or put them into one step"
      })
    );
  }
  /** Ends the waiting of hosts for a host of a later step, which does not begin before they have ended. */
  #watchForStall() {
    setImmediate(() => {
      const current = [...this.#current];
      if (!current.every(({ isWaiting: isWaiting2 }) => isWaiting2)) return;
      for (const member of current) member.stall(this.#describeStall(member.name));
    });
  }
};
function keeperOf(member) {
  return {
    note: member.note.bind(member),
    idle: member.idle.bind(member),
    settle: member.settle.bind(member)
  };
}
function isBad(result) {
  return result?.outcome === "failed" || result?.outcome === "unreachable";
}
function describeEnd(host, outcome, reason) {
  const why = reason === void 0 ? "" : `: ${reason}`;
  if (outcome === "unreachable") return `${host} is unreachable${why}`;
  if (outcome === "not-attempted") return `the run did not begin on ${host}${why}`;
  return `the run on ${host} ended before its step${why}`;
}
function reasonOf({ reason }) {
  return reason instanceof Error && reason.name !== "AbortError" ? messageOf(reason) : void 0;
}
function refuseUnknownHosts({ inventory: inventory2 }, limit) {
  for (const name of limit ?? []) {
    if (inventory2.hosts.has(name)) continue;
    raise("fleet.unknown-host", `the inventory has no host named '${name}'`, {
      hint: didYouMean(name, [...inventory2.hosts.keys()])
    });
  }
}

// src/hosts/simulated/simulated-files.ts
import { posix as posix5 } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";

// src/hosts/inherit-access.ts
var SET_ID = 3072;
function inheritAccess(before, access2) {
  if (before?.kind !== "file") return access2;
  const uid = access2.uid ?? before.uid;
  const gid = access2.gid ?? before.gid;
  const sameOwner = uid === before.uid && gid === before.gid;
  return { uid, gid, mode: access2.mode ?? (sameOwner ? before.mode : before.mode & ~SET_ID) };
}

// src/hosts/simulated/faults.ts
import { posix as posix4 } from "node:path";

// src/hosts/simulated/tree.ts
import { posix as posix3 } from "node:path";
var Tree = class {
  root = {
    kind: "directory",
    entries: /* @__PURE__ */ new Map(),
    mode: 493,
    uid: 0,
    gid: 0,
    modified: 0
  };
  /** Returns the entry that a path names; the links on the way are followed, but not a link at the end. */
  entry(path) {
    return this.#entry(posix3.resolve("/", path), MAX_LINKS);
  }
  /** Returns what exists at a path; a link at its end is not followed. */
  find(path) {
    return unlessMissing(() => this.entry(path).node);
  }
  /** Returns what exists at a path after all links are followed. */
  follow(path) {
    return unlessMissing(() => this.#follow(posix3.resolve("/", path), MAX_LINKS));
  }
  /** Returns the path without links: those on the way are resolved, and the one at the end if `last` is true. */
  resolve(path, last, links = MAX_LINKS) {
    const target = posix3.resolve("/", path);
    if (target === "/") return target;
    const parent = this.resolve(posix3.dirname(target), true, links);
    const here = posix3.join(parent, posix3.basename(target));
    const node = this.find(here);
    if (!last) return here;
    if ((this.find(parent)?.kind ?? "directory") !== "directory") throw systemError("ENOTDIR");
    if (node?.kind !== "link") return here;
    if (links === 0) throw systemError("ELOOP");
    return this.resolve(posix3.resolve(parent, node.target), true, links - 1);
  }
  #entry(path, links) {
    const name = posix3.basename(path);
    if (name === "") return { directory: this.root, name, node: this.root };
    const directory = this.#follow(posix3.dirname(path), links);
    if (directory === void 0) throw systemError("ENOENT");
    if (directory.kind !== "directory") throw systemError("ENOTDIR");
    return { directory, name, node: directory.entries.get(name) };
  }
  #follow(path, links) {
    const { node } = this.#entry(path, links);
    if (node?.kind !== "link") return node;
    if (links === 0) throw systemError("ELOOP");
    return this.#follow(posix3.resolve(posix3.dirname(path), node.target), links - 1);
  }
};
function systemError(code) {
  return Object.assign(new Error(code), { code });
}
function unlessMissing(look) {
  try {
    return look();
  } catch (error) {
    if (isNotFound(error)) return void 0;
    throw error;
  }
}

// src/hosts/simulated/faults.ts
var Faults = class {
  #codes = /* @__PURE__ */ new Map();
  #readOnly = /* @__PURE__ */ new Set();
  /** Refuses operations of this kind at this path from now on. */
  add(path, code, kind) {
    this.#codes.set(`${kind} ${path}`, code);
  }
  /** Mounts a path and everything below it read-only. */
  addReadOnly(path) {
    this.#readOnly.add(path);
  }
  /** Removes all faults. */
  clear() {
    this.#codes.clear();
    this.#readOnly.clear();
  }
  /** Throws if the operation must be refused. */
  check(path, kind) {
    const code = this.#codes.get(`${kind} ${path}`);
    if (code !== void 0) throw systemError(code);
    if (kind === "read" || this.#readOnly.size === 0) return;
    for (let above = path; ; above = posix4.dirname(above)) {
      if (this.#readOnly.has(above)) throw systemError("EROFS");
      if (above === "/" || above === ".") return;
    }
  }
};

// src/hosts/simulated/simulated-files.ts
var SimulatedFiles = class {
  faults = new Faults();
  #tree = new Tree();
  async status(paths) {
    return paths.map((path) => this.#read("look at", path, () => statusOf(this.#tree.find(path))));
  }
  async resolve(paths) {
    return paths.map((path) => {
      try {
        this.faults.check(path, "read");
        const entry = this.#tree.resolve(path, false);
        return { entry, path: this.#endOf(path) ?? entry };
      } catch (error) {
        return toHostError("resolve", path, error);
      }
    });
  }
  async read(paths) {
    return paths.map(
      (path) => this.#read("read", path, () => {
        const node = this.#tree.follow(path);
        if (node === void 0) return void 0;
        if (node.kind !== "file") throw systemError("EISDIR");
        return Buffer.from(node.content);
      })
    );
  }
  async stream(path) {
    const [opened] = await this.read([path]);
    if (opened instanceof Error) throw opened;
    if (opened === void 0) return void 0;
    const status = statusOf(this.#tree.follow(path));
    if (status === void 0) return void 0;
    return {
      status,
      content: Readable.from([opened], { objectMode: false }),
      unchanged: async () => {
        const [now] = await this.read([path]);
        return Buffer.isBuffer(now) && now.equals(opened);
      }
    };
  }
  async list(path) {
    const names3 = this.#read("list", path, () => {
      const node = this.#tree.follow(path);
      if (node === void 0) return void 0;
      if (node.kind !== "directory") throw systemError("ENOTDIR");
      return [...node.entries.keys()].sort();
    });
    if (names3 instanceof Error) throw names3;
    return names3;
  }
  async write(path, content, access2 = {}) {
    const whole = content instanceof Readable ? await buffer(content) : Buffer.from(content);
    this.#change("write", path, () => {
      const { directory, name, node } = this.#tree.entry(path);
      if (node?.kind === "directory") throw systemError("EISDIR");
      const kept = inheritAccess(statusOf(node), access2);
      directory.entries.set(name, { kind: "file", content: whole, ...owned(kept, 420) });
    });
  }
  async makeDirectory(path, access2 = {}) {
    this.#change("make", path, () => {
      const { directory, name, node } = this.#tree.entry(path);
      if (node !== void 0) throw systemError("EEXIST");
      directory.entries.set(name, emptyDirectory(access2));
    });
  }
  async link(path, target) {
    this.#change("link", path, () => {
      const { directory, name, node } = this.#tree.entry(path);
      if (node === void 0 || node.kind === "file")
        directory.entries.set(name, { kind: "link", target, ...owned({}, 511) });
      else if (node.kind === "link") node.target = target;
      else throw systemError("EEXIST");
    });
  }
  async remove(path, options = {}) {
    this.#change("remove", path, () => {
      const found = this.#tree.find(path);
      if (found === void 0) return;
      if (found.kind === "directory" && options.recursive !== true) {
        if (options.empty !== true) throw systemError("EISDIR");
        if (found.entries.size > 0) throw systemError("ENOTEMPTY");
      }
      const { directory, name } = this.#tree.entry(path);
      directory.entries.delete(name);
    });
  }
  async setAccess(path, access2) {
    this.#change("change the permissions of", path, () => {
      const { node } = this.#tree.entry(path);
      if (node === void 0) throw systemError("ENOENT");
      const { uid = node.uid, gid = node.gid, mode = node.mode } = inheritAccess(statusOf(node), access2);
      Object.assign(node, { uid, gid, mode: node.kind === "link" ? node.mode : mode });
    });
  }
  async append(path, content) {
    this.#change("append to", path, () => {
      const { directory, name, node } = this.#tree.entry(path);
      if (node?.kind === "directory") throw systemError("EISDIR");
      if (node?.kind === "link") throw systemError("ELOOP");
      const before = node ?? { kind: "file", content: Buffer.alloc(0), ...owned({}, 384) };
      before.content = Buffer.concat([before.content, Buffer.from(content)]);
      directory.entries.set(name, before);
    });
  }
  /** Adds a file and its parent directories as they exist before the run: faults do not apply. */
  put(path, content, access2 = {}) {
    let directory = this.#tree.root;
    for (const part of posix5.dirname(posix5.normalize(path)).split("/").filter(Boolean)) {
      const next = directory.entries.get(part) ?? emptyDirectory({});
      if (next.kind !== "directory") throw toHostError("put", path, systemError("ENOTDIR"));
      directory.entries.set(part, next);
      directory = next;
    }
    const file = { kind: "file", content: Buffer.from(content), ...owned(access2, 420) };
    directory.entries.set(posix5.basename(path), file);
  }
  /**
   * Returns the final target of the links at the end of a path; undefined if they lead to themselves, or below a file.
   */
  #endOf(path) {
    try {
      return this.#tree.resolve(path, true);
    } catch (error) {
      if (["ELOOP", "ENOTDIR"].includes(codeOf(error) ?? "")) return void 0;
      throw error;
    }
  }
  /** Returns an error instead of throwing it. */
  #read(doing, path, act) {
    try {
      this.faults.check(path, "read");
      return act();
    } catch (error) {
      return toHostError(doing, path, error);
    }
  }
  #change(doing, path, act) {
    try {
      this.faults.check(path, "change");
      act();
    } catch (error) {
      throw toHostError(doing, path, error);
    }
  }
};
function statusOf(node) {
  if (node === void 0) return void 0;
  const { kind, mode, uid, gid, modified } = node;
  const status = { kind, mode, uid, gid, modified, accessed: modified, changed: modified };
  if (node.kind === "file") return { ...status, size: node.content.length };
  return node.kind === "link" ? { ...status, size: node.target.length, target: node.target } : { ...status, size: 0 };
}
function owned({ mode, uid = 0, gid = 0 }, otherwise) {
  return { mode: mode ?? otherwise, uid, gid, modified: Date.now() };
}
function emptyDirectory(access2) {
  return { kind: "directory", entries: /* @__PURE__ */ new Map(), ...owned(access2, 493) };
}

// src/hosts/simulated/simulated-network.ts
var SimulatedNetwork = class {
  #servers = /* @__PURE__ */ new Map();
  #ports = /* @__PURE__ */ new Set();
  /** Adds or replaces a web server at a URL. */
  serve(url, server) {
    this.#servers.set(url, server);
  }
  /** Opens a TCP port. */
  listen(address, port) {
    this.#ports.add(`${address} ${port}`);
  }
  async request(request) {
    const server = this.#servers.get(request.url);
    if (server === void 0) throw refused(request.url);
    return { status: 200, headers: {}, body: "", ...server(request) };
  }
  async connect(address, port) {
    if (!this.#ports.has(`${address} ${port}`)) throw refused(`${address} port ${port}`);
  }
};
function refused(what2) {
  return Object.assign(new Error(`connect ECONNREFUSED ${what2}`), { code: "ECONNREFUSED" });
}

// src/hosts/simulated/simulated-host.ts
var SimulatedHost = class {
  name;
  files = new SimulatedFiles();
  network = new SimulatedNetwork();
  /** All commands that were run, in order. */
  commands = [];
  #facts;
  #programs = /* @__PURE__ */ new Map();
  #heldBy;
  /** Removes the lock from the run that holds it, as a broken connection does. */
  loseLock = () => {
  };
  constructor({ name = "simulated", facts = {}, files = {}, programs = {} } = {}) {
    this.name = name;
    this.#facts = facts;
    for (const [path, content] of Object.entries(files)) this.files.put(path, content);
    for (const [program, answer] of Object.entries(programs)) this.install(program, answer);
  }
  /** Adds or replaces a program. */
  install(name, program) {
    this.#programs.set(name, program);
  }
  async facts() {
    return this.#facts;
  }
  async run(command) {
    const blank = { status: null, signal: null, stdout: "", stderr: "", timedOut: false };
    if (command.signal?.aborted === true) return { ...blank, failure: "ABORT_ERR" };
    this.commands.push(command);
    const program = this.#programs.get(command.argv[0]);
    if (program === void 0) return { ...blank, failure: "ENOENT" };
    const answer = await program(command, this);
    const result = { ...blank, status: 0, ...typeof answer === "string" ? { stdout: answer } : answer };
    if (result.stdout !== "") command.onOutput?.(result.stdout);
    if (result.stderr !== "") command.onOutput?.(result.stderr);
    return result;
  }
  async lock(owner) {
    if (this.#heldBy !== void 0) return { heldBy: this.#heldBy };
    this.#heldBy = owner;
    const lost = new AbortController();
    this.loseLock = (reason) => lost.abort(new Error(reason));
    return {
      lost: lost.signal,
      release: async () => {
        this.#heldBy = void 0;
      }
    };
  }
  async holder() {
    return this.#heldBy;
  }
  async close() {
  }
};

// bench/workers/run-fleet.ts
var Thing = class extends nativeType(
  "thing",
  { name: title("A name."), value: property(string, "A value.") },
  { doc: "A resource of the benchmark." }
) {
};
provide(Thing, {
  read: async (_host, things) => new Map(things.map(({ title: name }) => [name, { value: name }])),
  change: async () => {
  }
});
var [hosts = "1", resources = "1", what = "time"] = process.argv.slice(2);
var names2 = Array.from({ length: Number(hosts) }, (_, number2) => `host${number2}`);
var inventory = new Map(
  names2.map((name, number2) => [name, { name, groups: number2 === 0 ? ["first"] : ["others"] }])
);
var site = fleet((all) => {
  const first = all.group("first", (node) => void new Thing(node, "schema", { value: "schema" }));
  all.group("all", (node, { groups }) => {
    for (let number2 = 1; number2 < Number(resources); number2++) {
      const name = `${number2}`;
      if (number2 === 1 && groups.includes("others"))
        new Thing(node, name, { value: name, require: first.ref(Thing, "schema") });
      else new Thing(node, name, number2 % 10 === 0 ? { value: name, require: Thing.ref(`${number2 - 1}`) } : { value: name });
    }
  });
});
var begin = performance.now();
var catalog = await compileFleet(site, { inventory: { hosts: inventory } });
var compiled = performance.now();
var access = new Map(names2.map((name) => [name, async () => new SimulatedHost({ name })]));
var report = await runFleet(catalog, access, { mode: "plan" });
var bad = report.hosts.find(({ outcome }) => outcome !== "done");
if (bad !== void 0) throw new Error(`${bad.host}: ${bad.reason}`);
if (process.env.DETAIL) console.error(`compile ${compiled - begin}, plan ${performance.now() - compiled}, rss ${process.resourceUsage().maxRSS / 1024} MB, heap ${process.memoryUsage().heapUsed / 1e6}`);
console.log(what === "memory" ? process.resourceUsage().maxRSS * 1024 : performance.now() - begin);
