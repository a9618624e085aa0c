package dev.zonal.symbolic.console;

import dev.zonal.context.OptionalLibrary;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Symja in a process of its own, with a limit of time for each request and one of memory: a request
 * that exceeds either is ended with the process, which nothing in it can prevent. The next request
 * starts a new process, without the definitions made before. This class itself loads nothing of
 * Symja.
 */
public final class SymjaProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final String WORKER = "dev.zonal.symbolic.console.SymjaWorker";

  /** Names the class-data archive of the worker, if there is one (the launcher makes it). */
  private static final String ARCHIVE = "zonal.symja.archive";

  /** What the process is there for. */
  enum Service {
    /** Expressions of the user, evaluated one after the other in one session. */
    SESSION,
    /** Derivations, as {@link DerivationRequest} names them. */
    DERIVATION
  }

  /** How a request ended. */
  public enum Outcome {
    /** With a value. */
    VALUE,
    /** The expression cannot be parsed; the text says where. */
    SYNTAX,
    /** It cannot be met; the text says why. */
    REFUSED,
    /** Zonal is at fault; the text is the trace. */
    FAILED,
    /** It was ended for time or memory. */
    ENDED,
    /** It exceeded a limit within the session, which goes on. */
    EXCEEDED
  }

  /** An outcome and the text that goes with it. */
  public record Answer(Outcome outcome, String text) {}

  private final Service service;
  private final Duration limit;
  private final long megabytes;
  private Process process;

  private SymjaProcess(Service service, Duration limit, long megabytes) {
    this.service = service;
    this.limit = limit;
    this.megabytes = megabytes;
  }

  /**
   * A session that evaluates expressions and remembers definitions.
   *
   * @param limit for one evaluation
   * @param megabytes of heap
   */
  public static SymjaProcess session(Duration limit, int megabytes) {
    return new SymjaProcess(Service.SESSION, limit, megabytes);
  }

  /**
   * A process for derivations, with as much heap as this one may have.
   *
   * @param limit for one derivation
   */
  public static SymjaProcess derivations(Duration limit) {
    return new SymjaProcess(
        Service.DERIVATION, limit, Math.max(64, Runtime.getRuntime().maxMemory() >> 20));
  }

  /** Carries out a derivation. */
  public Answer derive(DerivationRequest request) throws IOException {
    return ask(request.text());
  }

  /** Evaluates one expression. */
  public Answer evaluate(String expression) throws IOException {
    return ask(expression);
  }

  private Answer ask(String request) throws IOException {
    if (process == null || !process.isAlive()) {
      Answer started = start();
      if (started.outcome() != Outcome.VALUE) {
        return started;
      }
    }
    try {
      byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
      DataOutputStream requests = new DataOutputStream(process.getOutputStream());
      requests.writeInt(bytes.length);
      requests.write(bytes);
      requests.flush();
    } catch (IOException e) {
      close();
      return new Answer(Outcome.ENDED, "ended: " + e.getMessage());
    }
    return read(limit);
  }

  private Answer start() throws IOException {
    OptionalLibrary.SYMJA.require();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String archive = System.getProperty(ARCHIVE);
    if (archive != null) {
      command.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-XX:SharedArchiveFile=" + archive));
    }
    command.addAll(
        List.of(
            "-Xmx" + megabytes + "m",
            "-Xss16m",
            "-XX:+UseSerialGC",
            // Few requests last long enough for the second compiler to pay.
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            // Standard output carries answers, and nothing that the JVM itself may have to say.
            "-XX:+DisplayVMOutputToStderr",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            WORKER,
            service.name()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return read(START);
  }

  private Answer read(Duration limit) {
    Process current = process;
    CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> read(current));
    try {
      Answer read = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (read.outcome() == Outcome.ENDED) {
        close();
      }
      return read;
    } catch (TimeoutException e) {
      close();
      long seconds = limit.toSeconds();
      return new Answer(
          Outcome.ENDED,
          "ended after %d second%s, the limit of time".formatted(seconds, seconds == 1 ? "" : "s"));
    } catch (ExecutionException e) {
      close();
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      return new Answer(Outcome.ENDED, "interrupted");
    }
  }

  private Answer read(Process from) {
    try {
      DataInputStream answers = new DataInputStream(from.getInputStream());
      Outcome outcome = Outcome.values()[answers.readByte()];
      byte[] text = answers.readNBytes(answers.readInt());
      return new Answer(outcome, new String(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Answer(Outcome.ENDED, "ended, probably at its limit of " + megabytes + " MB");
    }
  }

  /** Ends the process, whatever it is doing. */
  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      process = null;
    }
  }
}
