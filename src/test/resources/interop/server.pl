#!/usr/bin/perl
# Frontier::Daemon, on a free port of 127.0.0.1, until its standard input ends.
# It prints its port as the first line.

use strict;
use warnings;

package Announced;

use Frontier::Daemon;
use IO::Select;

our @ISA = ('Frontier::Daemon');
my $announced = 0;

# The daemon serves from within its constructor, and this is the first it calls there.
sub accept {
    my ($self, @args) = @_;
    print $self->sockport, "\n" unless $announced++;
    for my $ready (IO::Select->new($self, \*STDIN)->can_read) {
        exit 0 if $ready == \*STDIN && !sysread(STDIN, my $ignored, 1);
    }
    return $self->SUPER::accept(@args);
}

package main;

$| = 1;

Announced->new(
    LocalAddr => '127.0.0.1',
    LocalPort => 0,
    methods   => {
        add       => sub { return $_[0] + $_[1] },
        get_power => sub { return $_[0]**$_[1] },
        echo      => sub { return $_[0] },
        fail      => sub { die "$_[1]\n" },
    },
) or die "no server: $@\n";
