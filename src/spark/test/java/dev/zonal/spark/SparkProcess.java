package dev.zonal.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A process with the libraries of Spark's alone, as on a cluster. */
final class SparkProcess {
  private static final Path HOME = Path.of(System.getProperty("zonal.spark.home"));
  private static final String JAR = System.getProperty("zonal.spark.jar");
  private static final long PATIENCE_MINUTES = 5;

  /**
   * What came of it.
   *
   * @param messages the lines of standard error
   */
  record Outcome(int exitCode, String output, List<String> messages) {
    /** What Zonal said, but for its progress. */
    List<String> ofZonal() {
      return messages.stream()
          .filter(line -> line.startsWith("zonal: ") && !line.startsWith("zonal: spectrum: "))
          .toList();
    }
  }

  private SparkProcess() {}

  /**
   * Submits Zonal's jar.
   *
   * @param watcher hears of each line of standard error
   */
  static Outcome submit(String master, Watcher watcher, String... arguments) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-cp", HOME.resolve("jars") + "/*", "-Xmx1g"));
    words.add("org.apache.spark.deploy.SparkSubmit");
    words.addAll(List.of("--master", master, "--conf", "spark.ui.enabled=false", JAR));
    words.addAll(List.of(arguments));
    return run(words, watcher);
  }

  /** Runs a class of these tests, with the options that Spark needs and spark-submit adds. */
  static Outcome run(Class<?> main, String argument) {
    String tests = main.getProtectionDomain().getCodeSource().getLocation().getPath();
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-cp", HOME.resolve("jars") + "/*:" + tests));
    words.addAll(List.of("--add-exports", "java.base/sun.nio.ch=ALL-UNNAMED"));
    for (String opened :
        List.of(
            "java.nio",
            "java.lang",
            "java.lang.invoke",
            "java.util",
            "sun.nio.ch",
            "sun.util.calendar")) {
      words.addAll(List.of("--add-opens", "java.base/" + opened + "=ALL-UNNAMED"));
    }
    words.addAll(List.of(main.getName(), argument));
    return run(words, (line, process) -> {});
  }

  /** What hears of the lines. */
  @FunctionalInterface
  interface Watcher {
    void hear(String line, ProcessHandle process);
  }

  private static Outcome run(List<String> words, Watcher watcher) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", HOME.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    try {
      Process process = builder.start();
      try {
        CompletableFuture<List<String>> messages =
            lines(
                process.errorReader(StandardCharsets.UTF_8),
                line -> watcher.hear(line, process.toHandle()));
        CompletableFuture<List<String>> output =
            lines(process.inputReader(StandardCharsets.UTF_8), line -> {});
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
          throw new AssertionError("it takes too long: " + command);
        }
        return new Outcome(process.exitValue(), String.join("\n", output.join()), messages.join());
      } finally {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
            .forEach(ProcessHandle::destroyForcibly);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static CompletableFuture<List<String>> lines(
      BufferedReader reader, Consumer<String> listener) {
    return CompletableFuture.supplyAsync(
        () -> reader.lines().peek(listener).toList(),
        command -> {
          Thread thread = new Thread(command);
          thread.setDaemon(true);
          thread.start();
        });
  }
}
