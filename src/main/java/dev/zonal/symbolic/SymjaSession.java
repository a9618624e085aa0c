package dev.zonal.symbolic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A Symja session in a process of its own, with a limit of time for each evaluation and one of
 * memory: an evaluation that exceeds either is ended with the process, which no evaluation can
 * prevent. The next request starts a new process, without the definitions made before. This class
 * itself loads nothing of Symja.
 */
public final class SymjaSession implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(120);
  private static final String WORKER = "dev.zonal.symbolic.SymjaWorker";

  /** How an evaluation ended. */
  public enum Outcome {
    /** With a value. */
    VALUE,
    /** The expression cannot be parsed; the text says where. */
    SYNTAX,
    /** With an error, which the text names. */
    ERROR,
    /** It was ended for time or memory. */
    ENDED
  }

  /** An outcome and the text that goes with it. */
  public record Answer(Outcome outcome, String text) {}

  private final Duration limit;
  private final int megabytes;
  private Process process;

  /**
   * @param limit for one evaluation
   * @param megabytes of heap
   */
  public SymjaSession(Duration limit, int megabytes) {
    this.limit = limit;
    this.megabytes = megabytes;
  }

  /** Evaluates one expression. */
  public Answer evaluate(String expression) throws IOException {
    if (process == null || !process.isAlive()) {
      Answer started = start();
      if (started.outcome() != Outcome.VALUE) {
        return started;
      }
    }
    try {
      byte[] bytes = expression.getBytes(StandardCharsets.UTF_8);
      DataOutputStream requests = new DataOutputStream(process.getOutputStream());
      requests.writeInt(bytes.length);
      requests.write(bytes);
      requests.flush();
    } catch (IOException e) {
      close();
      return new Answer(Outcome.ENDED, "the session ended: " + e.getMessage());
    }
    return read(limit);
  }

  private Answer start() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + megabytes + "m",
                    "-Xss16m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    WORKER))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
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
      return new Answer(
          Outcome.ENDED, "ended after " + limit.toSeconds() + " seconds, the limit of time");
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
      return new Answer(
          Outcome.ENDED, "the session ended, probably at its limit of " + megabytes + " MB");
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
