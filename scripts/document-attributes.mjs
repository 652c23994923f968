// Adds the documentation of each attribute to the published types, where editors find it.
import ts from '@typescript/typescript6';

/**
 * Adds a comment to each attribute of each type and class. In the sources an attribute is documented by an argument of
 * `property` or `parameter`, which `describe` and messages use; editors read only comments.
 * @param code The declarations of the main entry.
 * @param library The exports of the entry, whose definitions contain the texts.
 */
export function documentAttributes(code, library) {
  const { checker, file } = parse(code);
  const comments = new Map();
  for (const { symbol, definition } of definitionsIn(checker, checker.getSymbolAtLocation(file), library)) {
    const attributes = attributesOf(checker, symbol, file);
    for (const [name, attribute] of Object.entries(definition.attributes)) {
      const [declaration] = attributes.getProperty(name)?.declarations ?? [];
      if (declaration === undefined)
        throw new Error(`the published types lack the attribute ${name} of ${definition.name}`);
      // Types that share a table share its comments.
      if (ts.getJSDocCommentsAndTags(declaration).length === 0)
        comments.set(declaration.getStart(file), commentOf(attribute));
    }
  }
  let documented = code;
  for (const [at, comment] of [...comments].sort(([a], [b]) => b - a))
    documented = `${documented.slice(0, at)}${comment}\n    ${documented.slice(at)}`;
  return documented;
}

function parse(code) {
  const path = '/index.d.ts';
  const options = {
    noResolve: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2023,
  };
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, true);
  const host = ts.createCompilerHost(options, true);
  const readFile = host.getSourceFile;
  host.getSourceFile = (name, ...rest) => (name === path ? source : readFile(name, ...rest));
  const program = ts.createProgram([path], options, host);
  return { checker: program.getTypeChecker(), file: source };
}

/** Yields the exports that are types or classes of catalogs, those in namespaces too, with their definitions. */
function* definitionsIn(checker, module, values) {
  for (const exported of checker.getExportsOfModule(module)) {
    const value = values[exported.name];
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (typeof value === 'function' && value.definition?.attributes !== undefined)
      yield { symbol, definition: value.definition };
    else if (value?.[Symbol.toStringTag] === 'Module' || symbol.flags & ts.SymbolFlags.ValueModule)
      yield* definitionsIn(checker, symbol, value ?? {});
  }
}

/** Returns the type of `definition.attributes` of a class. */
function attributesOf(checker, symbol, file) {
  const typeOf = (type, name) => checker.getTypeOfSymbolAtLocation(type.getProperty(name), file);
  return typeOf(typeOf(checker.getTypeOfSymbolAtLocation(symbol, file), 'definition'), 'attributes');
}

function commentOf({ doc, default: fallback }) {
  const literal =
    fallback === undefined || typeof fallback === 'function' || /@default/.test(doc)
      ? ''
      : ` @default ${JSON.stringify(fallback)}`;
  return `/** ${`${doc}${literal}`.replaceAll('*/', '*\\/')} */`;
}
