# Applies catalogs with Puppet, one after the other. Puppet is loaded once; every catalog is applied by a process of
# its own, which is forked from that.
#
# Each line of standard input is the path of a catalog in JSON. For each, a line of JSON is printed: `status` is what
# `puppet apply --detailed-exitcodes` would answer (with --catalog it answers 0 whatever happens), `output` what was
# logged, `dropped` the attributes that Puppet's type does not have and that were left out.

require 'json'
require 'puppet'
require 'puppet/application/apply'
require 'puppet/configurer'
require 'puppet/util/command_line'

# Exits as the report says.
module ExitAsReported
  def apply
    exit(super || 1)
  end
end
Puppet::Application::Apply.prepend(ExitAsReported)

# Leaves out of a catalog's resources what their types do not know; Puppet would refuse the whole catalog.
module DropUnknown
  def read_catalog(text)
    catalog = JSON.parse(text)
    dropped = catalog['resources'].flat_map do |resource|
      type = Puppet::Type.type(resource['type'].downcase)
      next [] if type.nil?

      unknown = resource['parameters'].keys.reject { |name| type.valid_parameter?(name) || type.validattr?(name) }
      unknown.each { |name| resource['parameters'].delete(name) }
      unknown.map { |name| "#{resource['type'].downcase} #{name}" }
    end
    File.write(ENV.fetch('PEERS_DROPPED'), dropped.to_json)
    super(catalog.to_json)
  end
end
Puppet::Application::Apply.prepend(DropUnknown)

modules = Dir['/usr/share/puppet/modules/*', '/usr/share/puppet/modules.available/*/lib/..']
ENV['PEERS_DROPPED'] = '/run/peers-dropped.json'
$stdout.sync = true
warn modules.inspect if ENV['PEERS_DEBUG']

$stdin.each_line(chomp: true) do |path|
  File.write(ENV['PEERS_DROPPED'], '[]')
  reader, writer = IO.pipe
  child = fork do
    reader.close
    $stdin.reopen('/dev/null')
    $stdout.reopen(writer)
    $stderr.reopen(writer)
    Puppet::Util::CommandLine.new('puppet', ['apply', '--color=false', '--show_diff', '--catalog', path]).execute
  end
  writer.close
  output = reader.read
  _, status = Process.wait2(child)
  dropped = JSON.parse(File.read(ENV['PEERS_DROPPED']))
  puts JSON.generate(status: status.exitstatus, output: output.force_encoding('UTF-8').scrub, dropped: dropped.uniq)
end
