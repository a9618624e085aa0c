package dev.zonal.data.gram;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.data.gram.StepSensitivity.Measure;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.data.sequence.AgeWeights;
import dev.zonal.data.sequence.FeatureDistance;
import dev.zonal.data.sequence.ReadOut;
import dev.zonal.data.sequence.RecurrentKernel;
import dev.zonal.data.sequence.StepGradients;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What every step of some sequences weighs in a kernel: on the diagonal, in the gradients, in the
 * distances of features (docs/theory.md, Section 20.6), as far as the kernel has them.
 */
public record SensitivityProfile(List<Sequence> sequences, RecurrentKernel kernel) {
  private static final int GUARD_BITS = 64;
  private static final int PATIENCE_BITS = 4_000;

  public SensitivityProfile {
    sequences = List.copyOf(sequences);
  }

  /** How many numbers there are at the most. */
  public long size() {
    long steps = sequences.stream().mapToLong(Sequence::length).sum();
    return steps * (sequences.size() + sequences.get(0).dimension());
  }

  /**
   * All that there is.
   *
   * @param missing is told in a line why a measure is not there
   */
  public List<StepSensitivity> certify(int digits, Context context, Consumer<String> missing) {
    List<StepSensitivity> rows = new ArrayList<>();
    Work work = new Work(new Accuracy(digits, false), context, rows);
    attempt(Measure.DIAGONAL, missing, () -> diagonal(work));
    attempt(Measure.GRADIENT, missing, () -> gradients(work));
    attempt(
        Measure.METRIC,
        missing,
        () -> {
          FeatureDistance distance = new FeatureDistance(kernel);
          if (distance.hasKink()) {
            distances(work, Measure.KINK, distance::kink);
          } else {
            distances(
                work, Measure.METRIC, (over, x, t, e) -> over.sqrt(distance.smooth(over, x, t, e)));
          }
        });
    return rows;
  }

  private static void attempt(Measure measure, Consumer<String> missing, Runnable all) {
    try {
      all.run();
    } catch (KernelSpecificationException none) {
      missing.accept("no " + measure.name().toLowerCase(Locale.ROOT) + ": " + none.getMessage());
    }
  }

  private void diagonal(Work work) {
    AgeWeights weights = AgeWeights.of(kernel.network());
    if (kernel.readOut() != ReadOut.LAST || !kernel.isTangent()) {
      throw new KernelSpecificationException(kernel + ": it is known for rntk with readout=last");
    }
    for (int i = 0; i < sequences.size(); i++) {
      List<Rational> shares = weights.shares(sequences.get(i).length());
      for (int t = 1; t <= shares.size(); t++) {
        Rational share = shares.get(t - 1);
        work.add(Measure.DIAGONAL, i, i, t, 0, Certification.certified(work.exact(share)));
      }
    }
  }

  private void gradients(Work work) {
    StepGradients gradients = new StepGradients(kernel);
    long pairs = (long) sequences.size() * sequences.size();
    for (int i = 0; i < sequences.size(); i++) {
      for (int j = 0; j < sequences.size(); j++) {
        if (i != j) {
          work.context().heard((long) i * sequences.size() + j, pairs);
          Sequence x = sequences.get(i);
          Sequence z = sequences.get(j);
          for (int t = 1; t <= x.length(); t++) {
            int step = t;
            work.add(
                Measure.GRADIENT, i, j, t, 0, work.certified(o -> gradients.norm(o, x, z, step)));
          }
        }
      }
    }
  }

  /** The limit for one step and direction. */
  private interface Limit {
    Ball of(BallArithmetic over, Sequence x, int step, Vector direction);
  }

  private void distances(Work work, Measure measure, Limit limit) {
    for (int i = 0; i < sequences.size(); i++) {
      Sequence x = sequences.get(i);
      for (int t = 1; t <= x.length(); t++) {
        for (int c = 0; c < x.dimension(); c++) {
          int step = t;
          work.context().heard(i, sequences.size());
          Vector direction = Vector.unit(x.dimension(), c);
          work.add(measure, i, i, t, c + 1, work.certified(o -> limit.of(o, x, step, direction)));
        }
      }
    }
  }

  /** What is done, and how well. */
  private record Work(Accuracy accuracy, Context context, List<StepSensitivity> rows) {
    void add(
        Measure measure, int i, int j, int t, int coordinate, Certification<CertifiedValue> value) {
      rows.add(new StepSensitivity(measure, i + 1, j + 1, t, coordinate, value));
    }

    CertifiedValue exact(Rational value) {
      Ball ball = BallArithmetic.ofBits(BallArithmetic.bitsFor(accuracy.digits()) + 64).of(value);
      return new CertifiedValue(
          value.decimal(accuracy.digits()), ball, Optional.of(PiRational.of(value)));
    }

    /** A number from the first precision that decides its digits. */
    Certification<CertifiedValue> certified(Function<BallArithmetic, Ball> number) {
      try {
        context.check();
        return context.call(() -> refined(number));
      } catch (StoppedException e) {
        return Certification.refused(e.getMessage());
      }
    }

    private Certification<CertifiedValue> refined(Function<BallArithmetic, Ball> number) {
      int bits = BallArithmetic.bitsFor(accuracy.digits()) + GUARD_BITS;
      return Refinement.upTo(bits, 4L * bits + PATIENCE_BITS)
          .doubling(
              precision ->
                  Certification.of(() -> number.apply(BallArithmetic.ofBits(precision)))
                      .flatMap(ball -> rounded(ball, precision)));
    }

    private Certification<CertifiedValue> rounded(Ball ball, int precision) {
      return accuracy
          .rounded(ball)
          .map(decimal -> new CertifiedValue(decimal, ball, Optional.empty()))
          .map(Certification::certified)
          .orElseGet(
              () ->
                  Certification.refused(
                      "no precision up to " + precision + " bits decides its digits"));
    }
  }
}
