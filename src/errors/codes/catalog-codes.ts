import type { CodeTable } from './code-documentation.js';

/** Compiling a manifest into a catalog. */
export const catalogCodes = {
  'attribute.both': {
    cause: 'A parameter was given under its old and its new name, with different values.',
    remedy: 'Keep the name of the release that the host runs.',
  },
  'attribute.contradiction': {
    cause: 'Attributes of one resource contradict each other.',
    remedy: 'The message names them; remove one.',
  },
  'attribute.deprecated': {
    cause: 'A deprecated parameter was given. It still has an effect.',
    remedy: 'Follow the hint, which names the replacement.',
  },
  'attribute.elsewhere': {
    cause: 'An attribute that only has an effect on other operating systems was given.',
    remedy: 'Remove it for this host.',
  },
  'attribute.missing': {
    cause: 'A required attribute or parameter has no value.',
    remedy: 'Give it in the manifest, or in data under class::parameter.',
  },
  'attribute.obsolete': {
    cause: 'A parameter has no meaning in the release that the host runs and is ignored.',
    remedy: 'Remove it.',
  },
  'attribute.release': {
    cause: 'A parameter does not exist in the release that the host runs.',
    remedy: 'Remove it, or set openstack_release to the intended release.',
  },
  'attribute.renamed': {
    cause: 'A parameter was given under the name that it has in another release, and was translated.',
    remedy: 'Use the name of the release that the host runs.',
  },
  'attribute.secret': {
    cause:
      'A secret was interpolated into a plain string, so that the string contains the placeholder instead of the secret.',
    remedy: 'Build the string with the template tag secret.text; the result is a secret as a whole.',
  },
  'attribute.text': {
    cause:
      'A string contains a character that cannot be written where it belongs, such as a line break in a one-line value.',
    remedy: 'Remove the character.',
  },
  'attribute.unknown': {
    cause: 'The type or class has no attribute of this name.',
    remedy: 'Correct the name; glance-apply describe TYPE lists the attributes.',
  },
  'attribute.value': {
    cause: 'The value of an attribute is not one that it accepts.',
    remedy: 'Use a value of the form that the message names.',
  },
  'audit.unknown': {
    cause: "Puppet's metaparameter audit was given, which glance-apply does not support.",
    remedy: 'Remove it; a plan reports what differs from the manifest.',
  },
  'catalog.form': {
    cause: "The JSON file is not a catalog in Puppet's format.",
    remedy: 'Write one with glance-apply catalog --format json or puppet catalog compile.',
  },
  'catalog.json': {
    cause: 'The catalog file is not valid JSON.',
    remedy: 'Fix it at the reported location, or write the file again.',
  },
  'catalog.resource': {
    cause: 'A resource of the catalog file has no type, no title or no hash of parameters.',
    remedy: 'Compile the catalog again.',
  },
  'catalog.version': {
    cause: 'The catalog file has a version of the format that this version of glance-apply does not read.',
    remedy: 'Update glance-apply, or write the catalog again with the version that is to apply it.',
  },
  'class.async': {
    cause: 'The declare method of a class or defined type is async.',
    remedy: 'Await in the function of the manifest, and pass the result as a parameter.',
  },
  'class.refused': {
    cause: 'A class refused its parameters or the host with this.fail.',
    remedy: 'The message and the hint are from the class.',
  },
  'class.release': {
    cause: 'A class does not exist in the release that the host runs.',
    remedy: 'Remove it, or set openstack_release to the intended release.',
  },
  'class.threw': {
    cause: 'The declare method of a class or defined type threw an error.',
    remedy: 'Fix the class; with a class of glance-apply itself, report a bug.',
  },
  'class.unknown': {
    cause: 'A node file names a class that does not exist.',
    remedy: 'Correct the name; glance-apply describe lists all classes.',
  },
  'class.virtual': {
    cause: 'A class was declared with virtual: true.',
    remedy: 'Remove virtual, and include the class where it is needed.',
  },
  'class.warning': {
    cause: 'A class reports something about its parameters with this.warn.',
    remedy: 'The message and the hint are from the class.',
  },
  'collector.attribute': {
    cause: 'The query of a collector names an attribute that the type does not have.',
    remedy: 'Correct the name.',
  },
  'collector.class': {
    cause: 'A collector was made for a class.',
    remedy:
      'Collect native types or defined types. Give parameters of a class where it is declared, or in data.',
  },
  'collector.late': {
    cause: 'A collector overrides a parameter of a defined type after the body of that instance has run.',
    remedy: 'Create the collector in the manifest, before the bodies of classes run.',
  },
  'declaration.late': {
    cause: 'Something was declared after the manifest was compiled.',
    remedy: 'Make the function of the manifest async and await what it starts.',
  },
  'graph.cycle': {
    cause: 'Relations form a cycle, so that no order exists.',
    remedy: 'Remove or reverse one of the relations that the message lists with their locations.',
  },
  'option.deprecated': {
    cause: 'A setting is written under a name that the service has deprecated in this release.',
    remedy: 'Use the new name from the hint.',
  },
  'option.release': {
    cause: 'A setting is one that the service reads in other releases only.',
    remedy: 'Remove it, or set openstack_release to the intended release.',
  },
  'option.unknown': {
    cause: 'A setting is not an option that the service documents in this release.',
    remedy: 'Correct the section or the name; the hint has the nearest known one.',
  },
  'option.value': {
    cause: 'The value of a setting is not one that the service accepts.',
    remedy: 'Use a value of the form that the message names.',
  },
  'realize.missing': {
    cause: 'realize names a resource that no manifest or class declares.',
    remedy: 'Declare it with virtual: true, or correct the reference.',
  },
  'reference.unknown': {
    cause: 'A resource refers to one that it cannot work without and that is not declared.',
    remedy: 'Declare the other resource, or correct the title.',
  },
  'relation.dangling': {
    cause: 'A relation names a resource that is not declared.',
    remedy: 'Declare it, or correct the title.',
  },
  'relation.elsewhere': {
    cause: 'A relation or a chain names what is declared on another host, where only this host can be named.',
    remedy: 'Compile the hosts as one fleet; in place of a chain, use before, require, notify or subscribe.',
  },
  'relation.form': {
    cause: 'The value of a relation is not a resource, a reference or a collector.',
    remedy: "Pass a resource, Type.ref('title'), or a collector.",
  },
  'relation.virtual': {
    cause: 'A relation names a resource that is virtual and not realized.',
    remedy: 'Realize or collect it.',
  },
  'release.unknown': {
    cause: 'The OpenStack release does not exist or is not supported.',
    remedy: 'Use a name up to zed, or a number from 2023.1 on.',
  },
  'resource.alias': {
    cause: 'Two resources manage the same thing under different titles.',
    remedy: 'Keep one of them.',
  },
  'resource.duplicate': {
    cause: 'Two resources of one type have the same title.',
    remedy: 'Keep one, or change the other with a collector. The message has both locations.',
  },
  'schedule.unknown': {
    cause: 'A resource names a schedule that is not declared.',
    remedy: "Declare it, or use one that always exists, such as 'daily'.",
  },
  'stage.class': {
    cause: 'The metaparameter stage was given to a resource that is not a class.',
    remedy: 'Put the resource into a class, and the class into the stage.',
  },
  'stage.unknown': {
    cause: 'A class names a stage that is not declared.',
    remedy: "Declare it: new Stage(site, 'name', { before: Stage.ref('main') }).",
  },
  'tag.form': {
    cause: 'A tag contains characters that tags must not have.',
    remedy: 'Use lower-case letters, digits, and _ : . -, beginning with a letter, a digit or _.',
  },
  'title.form': {
    cause: 'The title does not have the form that the type requires, such as user@host.',
    remedy: 'Use the form that the message names.',
  },
  'type.unknown': {
    cause: 'A node file or a catalog names a type that does not exist.',
    remedy: 'Correct the name; glance-apply describe lists all types.',
  },
} as const satisfies CodeTable;
