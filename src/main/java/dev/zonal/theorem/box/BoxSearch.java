package dev.zonal.theorem.box;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * The attempt to prove a statement of all members of a family on all spheres of some dimensions:
 * boxes are halved until they are narrow enough to be proved at once (docs/theory.md, Theorem
 * 28.7).
 */
public final class BoxSearch {
  /** A box is not halved more often once it is narrow. */
  private static final int DEEPEST = 6;

  /**
   * Boxes in which a constant may be extreme are halved until it is known to this, at most so
   * often.
   */
  private static final double ACCURACY = 0.02;

  private static final int REFINEMENTS = 16;

  private final BoxStatement statement;
  private final List<IntervalFamily> families;
  private final int leastDimension;
  private final int greatestDimension;
  private final Context context;
  private final List<Leaf> leaves = Collections.synchronizedList(new ArrayList<>());
  private final List<BoxProof.Open> open = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<Refuting> counterexample = new AtomicReference<>();
  private long done;
  private long total;

  /**
   * @param order that of the group of boxes that it comes from, shallow networks first
   */
  private record Task(int order, Box box, List<Integer> dimensions, int depth) {}

  /** A counterexample: whatever the threads do, what is reported is the first in the order. */
  private record Refuting(int order, BoxProof.Counterexample example) {}

  private BoxSearch(
      BoxStatement statement,
      List<IntervalFamily> families,
      int leastDimension,
      int greatestDimension) {
    this.statement = statement;
    this.families = families;
    this.leastDimension = leastDimension;
    this.greatestDimension = greatestDimension;
    this.context = Context.current();
  }

  /** Tries to prove a statement of a family, of one kernel or two. */
  public static BoxProof run(
      BoxStatement statement,
      List<IntervalFamily> families,
      int leastDimension,
      int greatestDimension) {
    return new BoxSearch(statement, List.copyOf(families), leastDimension, greatestDimension).run();
  }

  private BoxProof run() {
    List<Integer> dimensions =
        IntStream.rangeClosed(leastDimension, greatestDimension).boxed().toList();
    List<Runnable> work = new ArrayList<>();
    int order = 0;
    for (Box box : Division.boxes(families)) {
      List<Runnable> ofDepth = new ArrayList<>();
      for (List<Box> group : Division.inCells(Division.narrow(box))) {
        total += (long) group.size() * dimensions.size();
        ofDepth.add(proofs(group, dimensions, order++));
      }
      // The deepest networks first: they take longest.
      work.addAll(0, ofDepth);
    }
    inParallel(work);
    if (open.isEmpty() && counterexample.get() == null) {
      refine();
    }
    return new BoxProof(
        statement,
        families,
        leastDimension,
        greatestDimension,
        ordered(),
        open.stream().sorted(BoxOrder.LEFT).toList(),
        Optional.ofNullable(counterexample.get()).map(Refuting::example));
  }

  private Runnable proofs(List<Box> group, List<Integer> dimensions, int order) {
    return () -> group.forEach(box -> prove(new Task(order, box, dimensions, 0)));
  }

  /** Whether a counterexample is known that comes before all that a task may find. */
  private boolean isRefutedBefore(Task task) {
    Refuting known = counterexample.get();
    return known != null && known.order() <= task.order();
  }

  private void inParallel(List<Runnable> work) {
    int threads = Math.min(work.size(), Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Runnable step : work) {
        running.add(
            pool.submit(
                () ->
                    context.call(
                        () -> {
                          step.run();
                          return null;
                        })));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private void prove(Task whole) {
    Deque<Task> tasks = new ArrayDeque<>(List.of(whole));
    while (!tasks.isEmpty() && !isRefutedBefore(whole)) {
      Task task = tasks.pop();
      List<Spectrum> spectra =
          task.box().kernels().stream().map(kernel -> Spectrum.of(kernel, 2)).toList();
      List<Integer> undecided = new ArrayList<>();
      String reason = "";
      for (int d : task.dimensions()) {
        Optional<String> gap = attempt(task, spectra, d);
        if (gap.isPresent()) {
          undecided.add(d);
          reason = gap.get();
        } else {
          progress(1, 0);
        }
      }
      if (undecided.isEmpty()) {
        continue;
      }
      Optional<List<Box>> halves =
          task.depth() < DEEPEST && !isStopped() ? task.box().halves() : Optional.empty();
      if (halves.isPresent()) {
        progress(0, undecided.size());
        for (Box half : halves.get()) {
          tasks.push(new Task(task.order(), half, undecided, task.depth() + 1));
        }
      } else {
        for (int d : undecided) {
          giveUp(task, d, reason);
        }
      }
    }
  }

  private boolean isStopped() {
    try {
      context.check();
      return false;
    } catch (StoppedException e) {
      return true;
    }
  }

  private synchronized void progress(long finished, long more) {
    done += finished;
    total += more;
    // What is proved is kept when the time is up: only attempts end then.
    context.heard(done, total);
  }

  /** Why the statement is not proved of the box; empty if it is, or is refuted. */
  private Optional<String> attempt(Task task, List<Spectrum> spectra, int dimension) {
    if (isStopped()) {
      return Optional.of("it was stopped before");
    }
    try {
      Outcome<?> outcome =
          statement.prove(spectra.stream().map(s -> s.onSphere(dimension)).toList());
      if (outcome.verdict() == Verdict.PROVEN) {
        leaves.add(Leaf.of(task.box(), Certificate.of(statement.statement(), outcome)));
        return Optional.empty();
      }
      return outcome.verdict() == Verdict.REFUTED && refute(task, dimension)
          ? Optional.empty()
          : Optional.of(outcome.reason());
    } catch (DomainException | IllegalStateException tooWide) {
      // What cannot be enclosed of all members at once, or not after rounding, may be of fewer.
      return Optional.of(String.valueOf(tooWide.getMessage()));
    } catch (StoppedException stopped) {
      return Optional.of(stopped.getMessage());
    }
  }

  /** Whether one member is a counterexample. */
  private boolean refute(Task task, int dimension) {
    List<Kernel> kernels = task.box().middle();
    Outcome<?> outcome =
        statement.prove(kernels.stream().map(k -> Spectrum.of(k, dimension)).toList());
    if (outcome.verdict() != Verdict.REFUTED) {
      return false;
    }
    Certificate certificate = Certificate.of(statement.statement(), outcome);
    Refuting found =
        new Refuting(
            task.order(),
            new BoxProof.Counterexample(kernels, dimension, outcome.reason(), certificate));
    counterexample.accumulateAndGet(
        found, (known, next) -> known == null || next.order() < known.order() ? next : known);
    return true;
  }

  private void giveUp(Task task, int dimension, String reason) {
    boolean refuted = false;
    try {
      refuted = !isStopped() && refute(task, dimension);
    } catch (StoppedException stopped) {
      // It stays open.
    }
    if (!refuted) {
      open.add(new BoxProof.Open(task.box(), dimension, reason));
    }
    progress(1, 0);
  }

  /**
   * Halves the boxes where constants may be extreme, for as long as that makes them known better.
   */
  private void refine() {
    for (int i = 0; i < REFINEMENTS && !isStopped(); i++) {
      List<Leaf> now = List.copyOf(leaves);
      Optional<Leaf> worst =
          BoxProof.bounds(now).stream()
              .filter(bound -> bound.width() > ACCURACY)
              .filter(bound -> isRefined(bound.constant()))
              .map(bound -> bound.places().get(0))
              .filter(leaf -> leaf.box().halves().isPresent() && leaf.box().ratio() > 1.001)
              .findFirst();
      if (worst.isEmpty()) {
        return;
      }
      Leaf leaf = worst.get();
      List<Leaf> parts = new ArrayList<>();
      for (Box half : leaf.box().halves().orElseThrow()) {
        List<Spectrum> spectra =
            half.kernels().stream().map(k -> Spectrum.of(k, leaf.dimension())).toList();
        Task task = new Task(0, half, List.of(leaf.dimension()), 0);
        if (attempt(task, spectra, leaf.dimension()).isPresent()) {
          // A half of what is proved is proved; this one is not known any better.
          leaves.removeIf(part -> part.box().equals(half));
          return;
        }
        parts.add(leaves.get(leaves.size() - 1));
      }
      if (parts.size() == 2) {
        leaves.remove(leaf);
      }
    }
  }

  /** The constants of equivalence that are about every k. */
  private boolean isRefined(String constant) {
    return statement == BoxStatement.EQUIVALENCE
        ? constant.equals("infimum") || constant.equals("supremum")
        : constant.startsWith("c");
  }

  /** By depth and box, so that spheres of one box follow each other. */
  private List<Leaf> ordered() {
    List<Leaf> sorted = new ArrayList<>(leaves);
    sorted.sort(BoxOrder.LEAVES);
    return List.copyOf(sorted);
  }
}
