# Makes a terminal that rules no process, says its path, and keeps it until the input ends.
use Fcntl;
sysopen(my $terminal, '/dev/ptmx', O_RDWR | O_NOCTTY) or die "/dev/ptmx: $!";
my $number = pack('i', 0);
ioctl($terminal, 0x40045431, $number) or die "TIOCSPTLCK: $!";
ioctl($terminal, 0x80045430, $number) or die "TIOCGPTN: $!";
$| = 1;
print '/dev/pts/', unpack('i', $number), "\n";
<STDIN>;
