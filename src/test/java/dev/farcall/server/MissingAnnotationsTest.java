package dev.farcall.server;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.testkit.HidingLoader;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** What becomes of {@code @RolesAllowed} where its class cannot be found, or is another. */
final class MissingAnnotationsTest {

  /** Handler and server together. */
  public static final class Application {
    private Application() {}

    /** Starts the server with the handler. */
    public static void start() {
      XmlRpcServer.builder().handler("vault", new Vault()).build().close();
    }
  }

  static final class Vault {
    @RolesAllowed("admin")
    public int secret() {
      return 1;
    }
  }

  private static Throwable failure(ClassLoader loader) throws ReflectiveOperationException {
    Method start = loader.loadClass(Application.class.getName()).getMethod("start");
    return requireNonNull(
        assertThrows(InvocationTargetException.class, () -> start.invoke(null)).getCause());
  }

  @Test
  void serverDoesNotStartWhereTheJvmWouldDropTheAnnotation() throws Exception {
    Throwable failure = failure(new HidingLoader("dev.farcall.", "jakarta.annotation."));
    assertEquals(NoClassDefFoundError.class, failure.getClass());
  }
}
