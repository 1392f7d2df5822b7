package dev.farcall.testkit;

import java.io.IOException;
import java.io.InputStream;

/** Loads our classes anew, in a world that lacks some classes of others. */
public final class HidingLoader extends ClassLoader {

  private final String ours;
  private final String hidden;

  /**
   * A loader beside that of the tests.
   *
   * @param ours how the names begin of what is loaded anew
   * @param hidden how the names begin of what is not there
   */
  public HidingLoader(String ours, String hidden) {
    super(HidingLoader.class.getClassLoader());
    this.ours = ours;
    this.hidden = hidden;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(hidden)) {
      throw new ClassNotFoundException(name);
    }
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    return name.startsWith(ours) ? define(name) : super.loadClass(name, resolve);
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
