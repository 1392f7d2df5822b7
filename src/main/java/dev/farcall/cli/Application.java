package dev.farcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The web application that is served.
 *
 * @param war its file, or its directory
 * @param contextPath where it is: "/", or "/name"
 * @param classPath jars and directories that it has besides its own
 * @param params what its servlet is told
 */
record Application(Path war, String contextPath, List<Path> classPath, InitParams params) {

  /**
   * The war that this process was started with.
   *
   * @throws CommandFailure if it was started in another way
   */
  static Path startedWar() {
    // With java -jar the class path is that one file.
    Path started = Path.of(System.getProperty("java.class.path", ""));
    if (isWar(started)) {
      return started.toAbsolutePath();
    }
    throw new CommandFailure(
        "this was not started as java -jar farcall.war; name the war with --webapp");
  }

  /**
   * Prepares it for Jetty.
   *
   * @throws CommandFailure if a file is missing, or is not what it should be
   */
  WebAppContext toContext() {
    Path application = existing("--webapp", war);
    if (!isWar(application) && !Files.isDirectory(application)) {
      throw new CommandFailure("--webapp: " + war + " is neither a war nor a directory");
    }
    WebAppContext context = new WebAppContext();
    ResourceFactory resources = ResourceFactory.of(context);
    context.setContextPath(contextPath);
    context.setWarResource(resources.newResource(application));
    context.setExtraClasspath(
        classPath.stream()
            .map(entry -> resources.newResource(existing("--class-path", entry)))
            .toList());
    context.setThrowUnavailableOnStartupException(true);
    context.getServletHandler().addEventListener(params);
    return context;
  }

  private static boolean isWar(Path path) {
    return path.toString().endsWith(".war") && Files.isRegularFile(path);
  }

  private static Path existing(String option, Path path) {
    if (!Files.exists(path)) {
      throw new CommandFailure(option + ": there is no " + path);
    }
    return path.toAbsolutePath();
  }
}
