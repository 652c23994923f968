# Applies catalogs with Puppet, one after the other. Puppet, its types and the host's facts are loaded once; every
# catalog is applied by a process of its own, which is forked from that.
#
# Each line of standard input is the path of a catalog in JSON. For each, a line of JSON is printed: `status` is what
# `puppet apply --detailed-exitcodes` would answer (with --catalog it answers 0 whatever happens), `output` what was
# logged, `dropped` the attributes that Puppet's type does not have and that were left out.

require 'json'
require 'puppet'
require 'puppet/application/apply'
require 'puppet/configurer'
require 'puppet/util/command_line'

# What Puppet logs by itself is no answer.
answers = $stdout.dup
answers.sync = true
$stdout.reopen($stderr)

Puppet.initialize_settings(['--color=false', '--show_diff'], true, false)
FACTS = Puppet::Node::Facts.indirection.find('peers').values.freeze
DROPPED = '/run/peers-dropped.json'

# Looking for the facts takes Puppet longer than most catalogs.
module FactsOnce
  def find(_request)
    Puppet::Node::Facts.new('peers', FACTS.dup)
  end
end
Puppet::Node::Facts::Facter.prepend(FactsOnce)

# What `puppet apply` does with a catalog, with the status that the report has, and without attributes that Puppet's
# types do not have: it would refuse the whole catalog.
module Peers
  def apply
    exit(super || 1)
  end

  def read_catalog(text)
    catalog = JSON.parse(text)
    # Another environment than the one that is set starts the run again.
    catalog['environment'] = 'production'
    File.write(DROPPED, catalog['resources'].flat_map { |resource| drop_unknown(resource) }.uniq.to_json)
    super(catalog.to_json)
  end

  private

  def drop_unknown(resource)
    type = Puppet::Type.type(resource['type'].downcase)
    return [] if type.nil?

    unknown = resource['parameters'].keys.reject { |name| type.valid_parameter?(name) }
    unknown.each { |name| resource['parameters'].delete(name) }
    unknown.map { |name| "#{resource['type'].downcase} #{name}" }
  end
end
Puppet::Application::Apply.prepend(Peers)

def apply(path)
  line = Puppet::Util::CommandLine.new('puppet', ['apply', '--catalog', path])
  Puppet::Application::Apply.new(line).run
end

# A first run of nothing, in this process: what it loads, those that are forked have.
Puppet::Type.loadall
Puppet::Type.eachtype { |type| type.providers.each { |name| type.provider(name) } }
File.write('/run/peers-warm-up.json', JSON.generate(name: 'peers', resources: [], edges: [], classes: []))
begin
  apply('/run/peers-warm-up.json')
rescue SystemExit => e
  warn "the first run ended with #{e.status}" unless e.status.zero?
end

$stdin.each_line(chomp: true) do |path|
  File.write(DROPPED, '[]')
  reader, writer = IO.pipe
  child = fork do
    reader.close
    $stdin.reopen('/dev/null')
    [$stdout, $stderr].each { |stream| stream.reopen(writer) }
    apply(path)
  end
  writer.close
  output = reader.read.force_encoding('UTF-8').scrub
  _, ended = Process.wait2(child)
  answers.puts JSON.generate(status: ended.exitstatus, output: output, dropped: JSON.parse(File.read(DROPPED)))
end
