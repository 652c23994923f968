import { didYouMean } from '../../../errors/nearest.js';
import type { SourceLocation } from '../../../errors/source-location.js';
import type { GroupEntry, InventoryModel } from '../model/inventory-model.js';
import { expandHostPattern } from '../names/expand-host-pattern.js';
import type { RawValue } from '../variables/raw-value.js';
import { readPythonLiteral } from './read-python-literal.js';
import { splitWords, UnfinishedLine, type Word } from './split-words.js';

/** As Python's `splitlines`, without the separators of records, which no editor writes. */
const lineEnd = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;
const section = /^\[([^:\]\s]+)(?::([\p{L}\p{N}_]+))?\]\s*(?:#.*)?$/u;
const groupName = /^([^:\]\s]+)\s*(?:#.*)?$/;

const kinds = ['hosts', 'children', 'vars'] as const;
type Kind = (typeof kinds)[number];

/** Reads an inventory in INI format into a model, as Ansible's plugin `ini` does. */
export function readIni(text: string, file: string, model: InventoryModel): void {
  new IniReader(file, model).read(text);
}

/** A group that was referred to before it was declared. */
interface Pending {
  readonly kind: 'children' | 'vars';
  readonly location: SourceLocation;
  readonly parents: { readonly group: GroupEntry; readonly location: SourceLocation }[];
}

class IniReader {
  readonly #pending = new Map<string, Pending>();
  #group: GroupEntry;
  #kind: Kind = 'hosts';
  /** The lines of an invalid section are skipped. */
  #isSkipping = false;

  constructor(
    private readonly file: string,
    private readonly model: InventoryModel,
  ) {
    this.#group = model.ungrouped;
  }

  read(text: string): void {
    for (const [index, line] of text.split(lineEnd).entries()) {
      const content = line.trim();
      if (content === '' || content.startsWith('#') || content.startsWith(';')) continue;
      const indent = line.length - line.trimStart().length;
      this.#line(content, (offset) => ({ file: this.file, line: index + 1, column: indent + offset + 1 }));
    }
    for (const [name, { kind, location }] of this.#pending) {
      const what = kind === 'vars' ? `[${name}:vars] is for a group` : 'this line names a group';
      this.model.problems.add('inventory.unknown-group', `${what} that does not exist: ${name}`, {
        location,
        hint:
          didYouMean(name, this.#declaredGroups()) ??
          `declare it: [${name}] for its hosts, or [${name}:children] for its groups`,
      });
    }
  }

  #line(content: string, locationAt: (offset: number) => SourceLocation): void {
    const [, name, tag] = section.exec(content) ?? [];
    if (name !== undefined) this.#section(name, tag, locationAt(0));
    else if (content.startsWith('[') && content.endsWith(']')) {
      this.#isSkipping = true;
      this.model.problems.add('inventory.section', 'this is not a valid section', {
        location: locationAt(0),
        hint: 'write [group], [group:children] or [group:vars], without spaces',
      });
    } else if (this.#isSkipping) return;
    else if (this.#kind === 'hosts') this.#hosts(content, locationAt);
    else if (this.#kind === 'vars') this.#variable(content, locationAt);
    else this.#child(content, locationAt(0));
  }

  #section(name: string, tag: string | undefined, location: SourceLocation): void {
    const kind = kinds.find((one) => one === (tag ?? 'hosts'));
    this.#isSkipping = kind === undefined;
    if (kind === undefined) {
      this.model.problems.add('inventory.section', `the section [${name}:${tag}] has an unknown type`, {
        location,
        hint: didYouMean(tag ?? '', kinds) ?? `the types are ${kinds.join(', ')}`,
      });
      return;
    }
    const isNew = !this.model.groups.has(name);
    const pending = this.#pending.get(name);
    if (kind === 'vars') {
      if (isNew && pending === undefined) this.#pending.set(name, { kind: 'vars', location, parents: [] });
    } else if (pending !== undefined) {
      this.#pending.delete(name);
      const group = this.model.addGroup(name, location);
      for (const parent of pending.parents) this.model.addChild(parent.group, group, parent.location);
    }
    this.#group = this.model.addGroup(name, location);
    this.#kind = kind;
  }

  #hosts(content: string, locationAt: (offset: number) => SourceLocation): void {
    const words = this.#words(content, locationAt);
    const [entry, ...assignments] = words;
    if (entry === undefined) return;
    const expanded = this.model.problems.catch(locationAt(entry.offset), () => expandHostPattern(entry.text));
    const variables = assignments.flatMap((word) => {
      const variable = this.#assignment(word, locationAt);
      return variable === undefined ? [] : [variable];
    });
    if (expanded === undefined) return;
    const location = locationAt(entry.offset);
    const insteadOfHost = `move the line into a section [${this.#group.name}:children]`;
    for (const name of expanded.names) {
      const host = this.model.addHost(name, this.#group, { location, port: expanded.port, insteadOfHost });
      for (const one of variables) this.model.setVariable(host, one.name, one.value, one.location);
    }
  }

  #words(content: string, locationAt: (offset: number) => SourceLocation): readonly Word[] {
    try {
      const { words, cutAt } = splitWords(content);
      if (cutAt !== undefined) {
        this.model.problems.warn('inventory.comment', 'the # within this word begins a comment', {
          location: locationAt(cutAt),
          hint: 'quote the value if it contains the #: name="a#b"',
        });
      }
      return words;
    } catch (error) {
      if (!(error instanceof UnfinishedLine)) throw error;
      this.model.problems.add('inventory.syntax', error.message, {
        location: locationAt(error.offset),
        hint: 'close the quote, or escape it with a backslash',
      });
      return [];
    }
  }

  #assignment(
    { text, offset }: Word,
    locationAt: (offset: number) => SourceLocation,
  ): Assignment | undefined {
    const location = locationAt(offset);
    const [, name, written] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
    if (name === undefined || written === undefined || name === '') {
      this.model.problems.add('inventory.syntax', 'a host can only be followed by variables, name=value', {
        location,
        hint: 'write no spaces around =, and quote values with spaces; write each host on a line of its own',
      });
      return undefined;
    }
    const value = this.model.problems.catch(location, () => readPythonLiteral(written));
    return value === undefined ? undefined : { name, value, location };
  }

  #variable(content: string, locationAt: (offset: number) => SourceLocation): void {
    const [, name = '', gap = '', written] = /^([^=]*?)(\s*=\s*)(.*)$/s.exec(content) ?? [];
    if (written === undefined || name === '') {
      this.model.problems.add('inventory.syntax', 'a [:vars] section contains variables only, name=value', {
        location: locationAt(0),
        hint: `write hosts into the section [${this.#group.name}]`,
      });
      return;
    }
    const value = this.model.problems.catch(locationAt(0), () => readPythonLiteral(written));
    if (value === undefined) return;
    const comment = typeof value === 'string' ? written.search(/\s#/) : -1;
    if (comment >= 0 && value === written) {
      this.model.problems.warn('inventory.comment', `the # is a part of the value of ${name}`, {
        location: locationAt(name.length + gap.length + comment + 1),
        hint: 'in a [:vars] section write a comment on a line of its own; quote the value if it contains the #',
      });
    }
    this.model.setVariable(this.#group, name, value, locationAt(0));
  }

  #child(content: string, location: SourceLocation): void {
    const [, name] = groupName.exec(content) ?? [];
    if (name === undefined) {
      this.model.problems.add('inventory.syntax', 'a [:children] section contains names of groups only', {
        location,
        hint: `write hosts into the section [${this.#group.name}], variables into [${this.#group.name}:vars]`,
      });
      return;
    }
    const pending = this.#pending.get(name);
    const known = this.model.groups.get(name);
    if (known !== undefined && pending?.kind !== 'children') {
      this.model.addChild(this.#group, known, location);
    } else {
      const parents = [...(pending?.parents ?? []), { group: this.#group, location }];
      this.#pending.set(name, { kind: 'children', location: pending?.location ?? location, parents });
    }
  }

  /** The groups that are suggested for an unknown one. */
  #declaredGroups(): string[] {
    return [...this.model.groups.keys()].filter((name) => !this.#pending.has(name));
  }
}

interface Assignment {
  readonly name: string;
  readonly value: RawValue;
  readonly location: SourceLocation;
}
