package dev.zonal.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zonal with Apfloat and commons-numbers, and nothing else, says in one line what it lacks. */
class OptionalLibraryTest {
  private static final List<Path> CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .toList();

  /** What a consumer gets: directories are Zonal itself. */
  private static List<Path> consumersClassPath() {
    return CLASS_PATH.stream()
        .filter(
            entry ->
                !entry.toString().endsWith(".jar")
                    || entry.getFileName().toString().matches("(apfloat|commons-numbers)-.*"))
        .toList();
  }

  private static Object call(String method) throws Throwable {
    URL[] urls = new URL[consumersClassPath().size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = consumersClassPath().get(i).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Method call = loader.loadClass(ConsumerCalls.class.getName()).getDeclaredMethod(method);
      call.setAccessible(true);
      return call.invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The message names the very version that the tests run with. */
  private static void isMissing(String purpose, String library, String message) {
    String[] parts = message.split("[:,]", -1);
    assertEquals(
        "%s needs %s:%s, which is not on the class path: add it to the dependencies"
            .formatted(purpose, library, parts[2]),
        message);
    String jar = library.substring(library.indexOf(':') + 1) + "-" + parts[2] + ".jar";
    assertTrue(CLASS_PATH.stream().anyMatch(entry -> entry.endsWith(jar)), jar);
  }

  @ParameterizedTest
  @CsvSource({
    "derivation, deriving formulas, org.matheclipse:matheclipse-core",
    "symbolicKernel, deriving formulas, org.matheclipse:matheclipse-core",
    "symjaProcess, deriving formulas, org.matheclipse:matheclipse-core",
    "certificate, reading certificates and networks, com.fasterxml.jackson.core:jackson-databind",
    "json, writing JSON, com.fasterxml.jackson.core:jackson-core",
    "csv, CSV, org.apache.commons:commons-csv",
    "store, stores, org.xerial:sqlite-jdbc",
    "csvClaims, CSV, org.apache.commons:commons-csv",
    "yaml, reading YAML, com.fasterxml.jackson.dataformat:jackson-dataformat-yaml"
  })
  void whatIsMissingIsNamed(String method, String purpose, String library) {
    Error missing = assertThrows(Error.class, () -> call(method));
    assertEquals(OptionalLibrary.Missing.class.getName(), missing.getClass().getName());
    isMissing(purpose, library, missing.getMessage());
  }

  @Test
  void textNeedsNoLibrary() throws Throwable {
    assertTrue(call("text").toString().contains("laplace"));
  }

  @Test
  void commandLineWithoutPicocliSaysSoInOneLine() throws Exception {
    String classPath =
        consumersClassPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                "dev.zonal.cli.Main",
                "kernels")
            .redirectErrorStream(true)
            .start();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    java.getInputStream().transferTo(output);
    String text = output.toString(StandardCharsets.UTF_8);
    assertEquals(1, java.waitFor());
    assertEquals(1, text.lines().count(), text);
    isMissing("the command line", "info.picocli:picocli", text.strip().replace("zonal: ", ""));
  }
}
