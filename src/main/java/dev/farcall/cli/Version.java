package dev.farcall.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar of this package. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"farcall " + (version == null ? "(not packaged)" : version)};
  }
}
