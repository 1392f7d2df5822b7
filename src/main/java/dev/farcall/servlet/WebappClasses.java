package dev.farcall.servlet;

import org.jspecify.annotations.Nullable;

/**
 * Loads the classes that init-params name, with the class loader of the web application.
 *
 * @param loader of the web application
 * @param problems gets what cannot be loaded
 */
record WebappClasses(ClassLoader loader, Problems problems) {

  /** Loads with the class loader of the web application that this thread is starting. */
  static WebappClasses ofThread(Problems problems) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return new WebappClasses(
        loader == null ? WebappClasses.class.getClassLoader() : loader, problems);
  }

  /** The class of this name, or null when there is none. */
  @Nullable Class<?> load(String key, String name) {
    try {
      return loader.loadClass(name.strip());
    } catch (ClassNotFoundException e) {
      problems.add(key + ": there is no class \"" + name + "\" in the web application");
    } catch (LinkageError e) {
      problems.add(key + ": class \"" + name + "\" cannot be loaded: " + e);
    }
    return null;
  }
}
