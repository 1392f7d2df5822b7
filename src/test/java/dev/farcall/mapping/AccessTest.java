package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.declarationError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes in modules that keep their packages to themselves, or do not. */
final class AccessTest {
  @TempDir Path folder;

  private Class<?> compiled(String directives) throws IOException, ClassNotFoundException {
    Path module = write("module-info.java", "module shop { " + directives + " }");
    Path type = write("Item.java", "package shop; public record Item(String name) {}");
    Path out = Files.createDirectory(folder.resolve("out"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", out.toString(), module.toString(), type.toString());
    assertEquals(0, status);
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(out), ModuleFinder.of(), Set.of("shop"));
    ClassLoader loader =
        ModuleLayer.defineModulesWithOneLoader(
                configuration, List.of(ModuleLayer.boot()), getClass().getClassLoader())
            .layer()
            .findLoader("shop");
    return loader.loadClass("shop.Item");
  }

  private Path write(String name, String source) throws IOException {
    return Files.writeString(folder.resolve(name), source);
  }

  @Test
  void closedPackageIsADeclarationError() throws Exception {
    assertEquals(
        "shop.Item cannot travel: module shop does not open its package shop",
        declarationError(compiled("")));
  }

  @Test
  void openPackageIsUsed() throws Exception {
    assertEquals("expected struct, got int 1", Trip.refusal(compiled("opens shop;"), 1));
  }

  @Test
  void publicClassOfAnExportedPackageIsUsed() throws Exception {
    assertEquals("expected struct, got int 1", Trip.refusal(compiled("exports shop;"), 1));
  }
}
