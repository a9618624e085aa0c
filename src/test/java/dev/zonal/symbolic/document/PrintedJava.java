package dev.zonal.symbolic.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.symbolic.Derivation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/** The Java text of a derivation, compiled without a warning and loaded. */
final class PrintedJava implements AutoCloseable {
  private final URLClassLoader loader;
  private final Class<?> derived;
  private final double[] fields;

  /**
   * @param fields what the constructor is given, where the constants are fields
   */
  PrintedJava(Path directory, Derivation derivation, double... fields) throws Exception {
    this.fields = fields;
    Path source = Files.createTempDirectory(directory, "java").resolve("Derived.java");
    Files.writeString(source, Format.JAVA.render(derivation, true));
    String folder = source.getParent().toString();
    String[] options = {"-Xlint:all", "-Werror", "-proc:none", "-cp", folder, "-d", folder};
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(source.toString());
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    assertEquals(0, status, "the printed Java does not compile");
    loader = new URLClassLoader(new URL[] {source.getParent().toUri().toURL()});
    derived = loader.loadClass("Derived");
  }

  /** The value of a method, whose arguments stand in alphabetical order. */
  double call(String name, Map<String, Double> arguments) throws Exception {
    Method method =
        Arrays.stream(derived.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    Object instance = null;
    if (!Modifier.isStatic(method.getModifiers())) {
      var constructor = derived.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      instance = constructor.newInstance(Arrays.stream(fields).boxed().toArray());
    }
    try {
      return (double)
          method.invoke(instance, List.copyOf(new TreeMap<>(arguments).values()).toArray());
    } catch (InvocationTargetException e) {
      throw new AssertionError(arguments.toString(), e.getCause());
    }
  }

  @Override
  public void close() throws Exception {
    loader.close();
  }
}
