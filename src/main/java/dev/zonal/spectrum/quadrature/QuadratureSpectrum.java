package dev.zonal.spectrum.quadrature;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Eigenvalues by quadrature to a given <em>relative</em> accuracy: the quadrature knows absolute
 * errors only, so it is repeated where an eigenvalue turns out to be smaller than expected.
 */
public record QuadratureSpectrum(CertifiedQuadrature quadrature, int dimension) {
  /** Why there is no quadrature of a kernel. */
  public static final String NOT_HOLOMORPHIC =
      "the kernel could not be certified to be holomorphic in the angle, so quadrature has no error bound";

  private static final int GUARD_BITS = 12;
  private static final int ATTEMPTS = 5;

  /** What nobody would wait for without being told. */
  private static final double LONGEST_SECONDS = 3600;

  /** An enclosure for each frequency, of the given relative accuracy in bits or refused. */
  public Map<Long, Certification<Enclosure>> enclose(
      SortedSet<Long> frequencies, int relativeBits, Context context) {
    Run run = new Run(frequencies, relativeBits, context);
    run.dropTheUnreachable();
    if (!run.open.isEmpty()) {
      try {
        int bits = Math.toIntExact(run.absoluteBits(run.open.last()));
        Refinement.of(bits, ATTEMPTS).run(run::attempt);
      } catch (StoppedException stopped) {
        run.refuse(stopped.getMessage());
      } catch (ArithmeticException limit) {
        run.refuse(Certification.reason(limit));
      }
    }
    return run.result;
  }

  /** The frequencies of one request while the accuracy grows. */
  private final class Run {
    private final SortedSet<Long> open;
    private final int relativeBits;
    private final Context context;
    private final Map<Long, Certification<Enclosure>> result = new TreeMap<>();

    Run(SortedSet<Long> frequencies, int relativeBits, Context context) {
      this.open = new TreeSet<>(frequencies);
      this.relativeBits = relativeBits;
      this.context = context;
    }

    long absoluteBits(long k) {
      return relativeBits + GUARD_BITS + expectedSmallness(k);
    }

    void dropTheUnreachable() {
      while (!open.isEmpty()) {
        long k = open.last();
        double seconds = estimatedSeconds(k, (double) absoluteBits(k));
        if (seconds <= LONGEST_SECONDS) {
          return;
        }
        result.put(k, Certification.refused(tooLong(seconds)));
        open.remove(k);
      }
    }

    /** What is left open is refused. */
    void refuse(String reason) {
      open.forEach(k -> result.put(k, Certification.refused(reason)));
    }

    Attempt<Boolean> attempt(int bits) {
      double seconds =
          quadrature.products(open.last(), bits + 4).orElse(0.0) * secondsPerProduct(bits);
      Optional<Map<Long, Ball>> balls =
          seconds > LONGEST_SECONDS ? Optional.empty() : quadrature.enclose(open, bits, context);
      if (balls.isEmpty()) {
        refuse(seconds > LONGEST_SECONDS ? tooLong(seconds) : NOT_HOLOMORPHIC);
        return Attempt.decided(false);
      }
      int missing = 0;
      for (Map.Entry<Long, Ball> entry : balls.get().entrySet()) {
        Ball ball = entry.getValue();
        if (!ball.containsZero() && ball.accuracyBits() >= relativeBits) {
          Enclosure enclosure = Enclosure.of(Eigenvalue.Method.QUADRATURE, ball);
          result.put(entry.getKey(), Certification.certified(enclosure));
          open.remove(entry.getKey());
        } else {
          int further =
              ball.containsZero()
                  ? bits / 2 + 64
                  : Math.toIntExact(relativeBits - ball.accuracyBits()) + GUARD_BITS;
          missing = Math.max(missing, further);
        }
      }
      refuse(
          "no digit decided at an absolute accuracy of 2^-%s; the eigenvalue may be zero"
              .formatted(bits));
      return new Attempt<>(open.isEmpty(), missing);
    }
  }

  private static String tooLong(double seconds) {
    double hours = Math.ceil(seconds / 3600);
    return hours < 1e6
        ? String.format(
            Locale.ROOT,
            "quadrature at this frequency and accuracy would take about %.0f hours and was not begun",
            hours)
        : "quadrature at this frequency and accuracy would take centuries and was not begun";
  }

  /**
   * About how long eigenvalues up to a frequency take, at an absolute accuracy in bits, on one
   * processor: rules with n points cost about n^2 products for their nodes, the moments n k, the
   * eigenvalues k^2; one node follows less than one oscillation, and a digit more needs about one
   * node more. A product with what belongs to it takes some 150 ns and some 4 ns w^1.6 for w words
   * of 64 bits.
   */
  public static double estimatedSeconds(long k, double bits) {
    double nodes = 1.3 * k + 0.4 * bits;
    return (nodes * nodes + nodes * k + (double) k * k) * secondsPerProduct(bits);
  }

  private static double secondsPerProduct(double bits) {
    return (150 + 4 * Math.pow(Math.ceil(bits / 64.0), 1.6)) * 1e-9;
  }

  /** -log2 of a typical eigenvalue 1/(N(d,k) (k+1)^2): the trace of the kernel is one. */
  private long expectedSmallness(long k) {
    Ball multiplicity = new Sphere(dimension).multiplicity(k, Precision.BOUNDS);
    return multiplicity.binaryOrder() + 2L * (Long.SIZE - Long.numberOfLeadingZeros(k + 1));
  }
}
